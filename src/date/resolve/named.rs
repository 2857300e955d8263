//! What has a name and comes round: weekdays, quarters and halves, seasons, feasts.

use super::reading::{
    Arg, DATE, DAY, FEAST, HALF, MONTH, NAME, NUMBER, QUARTER, Reading, SEASON, UNIT, WEEKDAY, YEAR, month_name, weekday_name,
};
use super::stated::{date, partial, year_of};
use super::{Context, Source, without_year};
use crate::date::calendar::{Granule, Unit};
use crate::date::feast;
use crate::date::grammar::Make;
use crate::date::lexicon::{A, COMMA, Mod, THE};
use crate::date::matcher::{Found, Match, Tokens};
use crate::date::tense::{Tense, being, from_the_past};
use crate::date::{Certainty, Day, TimexType};

/// Days from `from` ahead to the next such weekday, 0 to 6.
fn ahead(from: Day, weekday: u8) -> i32 {
    i32::from((weekday + 7 - from.weekday()) % 7)
}

fn weekday_value(weekday: u8) -> String {
    let mut value = "XXXX-WXX-".to_owned();
    value.push(char::from(b'0' + weekday.min(7)));
    value
}

/// A bare weekday.
pub(super) fn weekday(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let name = Arg::Text(weekday_name(f.weekday));
    let day = |day: Day, source: Source, reason: &str, args: &[Arg<'_>]| {
        Reading::from(Granule::day(day), source, reason, args).states(WEEKDAY).implies(DATE)
    };
    if c.narrative
        && let Some((earlier, source)) = c.earlier_day()
        && let Some(found) = earlier.plus(ahead(earlier, f.weekday))
    {
        return day(found, source, "* after the previous date, @.", &[name]);
    }
    // "tomorrow, a Tuesday", "today (Friday)": the same day by another name.
    if let Some((same, source)) = c.earlier_day()
        && same.weekday() == f.weekday
        && source.span.is_some_and(|s| (s.end..s.end + 5).contains(&m.span(t.doc).start))
        && (t.is(m.first.wrapping_sub(1), A | COMMA) || t.one_of(m.first.wrapping_sub(1), "("))
    {
        return day(same, source, "The day named right before it.", &[]);
    }
    let open = || Reading::undated(&weekday_value(f.weekday), "week").states(WEEKDAY).implies(DATE);
    // "on a Friday, as schools were let out": the day of the scene that is retold, else any.
    if indefinite(t, m) {
        return match c.scene().filter(|(scene, _)| scene.weekday() == f.weekday) {
            Some((scene, source)) => day(scene, source, "The *, @, that is told before.", &[name]),
            None => Reading::new(TimexType::Date, &weekday_value(f.weekday), Certainty::Vague, "Which one is not said.").states(WEEKDAY),
        };
    }
    let Some(report) = c.news() else { return open() };
    // "Monday through Friday": the second comes after the first.
    if let Some((from, found)) = c.from.and_then(|from| Some((from, from.plus(ahead(from, f.weekday))?))) {
        return day(found, c.source(report), "* after *, with which the range begins.", &[name, Arg::Long(from)]);
    }
    let tense = c.tense(t, m);
    let forward = ahead(report, f.weekday);
    // What a scene of that weekday goes on to tell is of its day, unless somebody says it.
    if let Some((scene, source)) = c.scene().filter(|(scene, _)| scene.weekday() == f.weekday && c.goes_on(1))
        && matches!(tense, Tense::Back(Some(i)) if !t.one_of(i, "said told announced reported added according wrote ruled"))
    {
        return day(scene, source, "The *, @, that is told before.", &[name]);
    }
    // "Games scheduled for Wednesday were held", where that has been the day of the news.
    let told = c.news_day.and_then(|e| e.granule.as_day()).filter(|day| day.weekday() == f.weekday);
    let offset = match tense {
        Tense::Ahead(i) if told.is_some() && t.one_of(i, "scheduled planned set due slated") && !being(t, i) => {
            told.map_or(0, |day| day.0 - report.0)
        }
        // "would pass by Wednesday night", told on Thursday, is not six days ahead.
        Tense::Ahead(i) if forward == 6 && from_the_past(t, i) => -1,
        // "was to meet Monday" is of the nearer one.
        Tense::Ahead(i) if forward > 3 && t.one_of(i, "to") && from_the_past(t, i) => forward - 7,
        Tense::Ahead(_) => forward,
        // "It ends on May 3 and begins again as of Monday."
        Tense::Back(None)
            if c.earlier_day().is_some_and(|(day, s)| day > report && s.span.is_some_and(|s| c.sentence_span.contains(s))) =>
        {
            forward
        }
        Tense::Back(_) => -(7 - forward) % 7,
    };
    let Some(found) = report.plus(offset) else { return open() };
    let because = Arg::Because(tense.word(t));
    match offset {
        0 => day(found, c.source(report), "The day of the report, #*.", &[because]),
        // A paper of Tuesday can bear the date of Monday evening.
        -6 if forward == 1 => {
            let reason = "* before the report of #*; or the day after it, if the report is dated the evening before.";
            let mut out = day(found, c.source(report), reason, &[name, because]);
            out.certainty = Certainty::Ambiguous;
            out.other = report.plus(1);
            out
        }
        n => {
            let mut out = day(found, c.source(report), "* * the report of #*.", &[name, Arg::Side(n), because]);
            // "was to meet Monday" can have passed.
            if matches!(tense, Tense::Ahead(i) if t.one_of(i, "to") && from_the_past(t, i)) {
                out.certainty = Certainty::Ambiguous;
                out.other = found.plus(if n < 0 { 7 } else { -7 });
            }
            out
        }
    }
}

/// Whether a weekday is any of its name: "on a Friday", but not "a Friday statement".
fn indefinite(t: &Tokens<'_>, m: &Match) -> bool {
    let noun = t.word(m.last).class == 0 && t.is_word(m.last);
    m.first > 0 && t.is(m.first - 1, A) && !noun
}

/// "Friday the 13th": the nearest month in the clause's direction where both agree.
pub(super) fn weekday_and_day(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let sign = if matches!(c.tense(t, m), Tense::Ahead(_)) { 1 } else { -1 };
    // The pair comes round within fourteen months.
    let day = c.report.and_then(|report| {
        let start = Granule::around(report, Unit::Month);
        (0..=14).find_map(|n| {
            let month = start.plus(n * sign)?;
            let day = Day::new(month.its_year(), month.its_month()?, f.day)
                .filter(|d| d.weekday() == f.weekday && (d.0 - report.0) * sign >= 0)?;
            Some((report, day))
        })
    });
    let out = match day {
        Some((report, day)) => c.reading(Granule::day(day), report, "The nearest such day to the report of #.", &[]),
        None => {
            let mut value = "XXXX-XX-".to_owned();
            crate::date::calendar::put_padded(&mut value, i32::from(f.day), 2);
            Reading::undated(&value, "month")
        }
    };
    out.states(WEEKDAY | DAY).implies(YEAR | MONTH)
}

/// A season of a year by its number from 0.
fn season_of(year: i32, season: u8) -> Granule {
    Granule::of_year(Unit::Season, year, season + 1)
}

/// A quarter, half or season of a year.
fn stretch(m: &Match, year: i32) -> Granule {
    let f = &m.found;
    match m.make {
        Make::Quarter => Granule::of_year(Unit::Quarter, year, f.ordinal.clamp(1, 4) as u8),
        Make::Half => Granule::of_year(Unit::Half, year, f.ordinal.clamp(1, 2) as u8),
        _ => season_of(year, f.season.unwrap_or(0)),
    }
}

/// A quarter, half or season: the latest that has begun, unless the clause looks ahead.
pub(super) fn part_of_year(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let (name, part) = match m.make {
        Make::Quarter => ("quarter", QUARTER),
        Make::Half => ("half", HALF),
        _ => ("season", SEASON),
    };
    let out = if f.year.is_some() || f.year_by.is_some() {
        year_of(c, f).map(|year| year.reading(stretch(m, year.number), "Stated in full."))
    } else if let Some(earlier) = c.earlier.filter(|_| c.narrative) {
        const WHY: &str = "The year is that of the previous date, @.";
        Some(Reading::after(stretch(m, earlier.granule.its_year()), &earlier, WHY, &[]).implies(YEAR))
    } else {
        c.report.map(|report| {
            let tense = c.tense(t, m);
            let year = report.ymd().0;
            let begun = stretch(m, year).interval().is_some_and(|i| i.first <= report);
            let year = if begun || matches!(tense, Tense::Ahead(_)) { year } else { year - 1 };
            let args = [Arg::Text(name), Arg::Because(tense.word(t))];
            c.reading(stretch(m, year), report, "The * next to the report of @*.", &args).implies(YEAR)
        })
    };
    let open = || Reading::undated(&without_year(stretch(m, 1)), "year").implies(YEAR);
    out.unwrap_or_else(open).states(part)
}

pub(super) fn season(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    // "the spring revolution" names no spring.
    let names = t.is(m.first, THE) && t.is_word(m.last) && t.word(m.last).class == 0 && m.last - m.first == 2;
    if (m.last - m.first == 1 || names) && f.year.is_none() && f.year_by.is_none() {
        let value = without_year(stretch(m, 1));
        return Reading::new(TimexType::Date, &value, Certainty::Vague, "The season in general: no year is said or meant.").states(SEASON);
    }
    part_of_year(t, c, m)
}

/// The day of a feast that is nearest to `day` in a direction; the day itself counts.
fn nearest_feast(f: &Found, day: Day, direction: i32) -> Option<Day> {
    let year = day.ymd().0;
    let days = [year - direction, year, year + direction].map(|year| feast::day(f.feast, year));
    days.into_iter().flatten().find(|feast| (feast.0 - day.0) * direction >= 0)
}

const BY_MOON: &str = "A feast whose day differs by country or moon.";

/// "Christmas", "Easter Monday"; "a Christmas party" is one about that time.
pub(super) fn feast_day(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let mut out = day_of_feast(t, c, m);
    if t.is_word(m.last) && t.word(m.last).class == 0 && !t.capital(m.last) && m.found.year.is_none() {
        (out.certainty, out.interval, out.granule) = (Certainty::Vague, None, None);
    }
    out
}

fn day_of_feast(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let unknown = |reason: &str| {
        let mut value = "XXXX-XX-XX".to_owned();
        if let Some((month, day)) = feast::fixed(f.feast) {
            value = partial(&Found { month, day, ..Found::default() });
        }
        Reading::open(&value, reason).states(FEAST).implies(YEAR)
    };
    const NO_YEAR: &str = "The report's date is not known, so the year stays open.";
    if f.year.is_some() || f.year_by.is_some() {
        let Some(year) = year_of(c, f) else { return unknown(NO_YEAR) };
        let Some(day) = feast::day(f.feast, year.number) else {
            return Reading::at(Granule::year(year.number), Certainty::Vague, BY_MOON, &[]).states(FEAST | YEAR);
        };
        let mut out = year.reading(Granule::day(day), "The day of the feast in that year.").states(FEAST).implies(MONTH | DAY);
        out.certainty = Certainty::Implied;
        return out;
    }
    let Some(report) = c.news().or_else(|| c.earlier.and_then(|e| e.granule.first_day())) else { return unknown(NO_YEAR) };
    let tense = c.tense(t, m);
    // Within a week ahead of the report its own feast is meant, whatever the tense.
    let next = nearest_feast(f, report, 1).filter(|next| matches!(tense, Tense::Ahead(_)) || next.0 - report.0 <= 7);
    let chosen = next.or_else(|| nearest_feast(f, report, -1).filter(|_| matches!(tense, Tense::Back(_))));
    match chosen {
        Some(day) => {
            let args = [Arg::Because(tense.word(t))];
            c.reading(Granule::day(day), report, "The feast next to the report of @*.", &args).states(FEAST).implies(DATE)
        }
        None => unknown(BY_MOON),
    }
}

/// The stretch that "last", "this" or "next" picks of what comes round once a year: the nearest
/// before `now`, that of its own year, the nearest after it.
fn pick(this: Granule, direction: i32, passed: bool, to_come: bool) -> Option<Granule> {
    let years = match direction {
        n if n < 0 => -i32::from(!passed),
        n if n > 0 => i32::from(!to_come),
        _ => 0,
    };
    this.in_year(this.its_year() + years)
}

/// "last Friday", "next March", "this summer".
pub(super) fn near(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let Some(report) = c.report else {
        let value = match f.season {
            _ if f.weekday > 0 => weekday_value(f.weekday),
            Some(s) => without_year(season_of(1, s)),
            None => partial(f),
        };
        return Reading::undated(&value, "year");
    };
    let n = f.direction;
    let (year, month, today) = report.ymd();
    let granule = if f.weekday > 0 {
        let forward = ahead(report, f.weekday);
        // "last Thursday" is the one that the text names by its date, if that is a week before.
        let named = |offset: i32| {
            let (_, month, day) = report.plus(offset).unwrap_or(report).ymd();
            c.days.get(usize::from(month)).is_some_and(|days| days >> day & 1 == 1)
        };
        let offset = match n {
            n if n < 0 && named(forward - 14) && !named(forward - 7) => forward - 14,
            n if n < 0 => forward - 7,
            n if n > 0 => {
                if forward == 0 {
                    7
                } else {
                    forward
                }
            }
            _ if forward > 0 && matches!(c.tense(t, m), Tense::Back(Some(_))) => forward - 7,
            _ => forward,
        };
        report.plus(offset).map(Granule::day)
    } else if f.feast > 0 {
        let day = if n == 0 { feast::day(f.feast, year) } else { nearest_feast(f, Day(report.0 + n.signum()), n.signum()) };
        // "Easter weekend"
        let unit = if f.unit == Some(Unit::Weekend) { Unit::Weekend } else { Unit::Day };
        day.map(|d| Granule::around(d, unit))
    } else if let Some(s) = f.season {
        let now = Granule::around(report, Unit::Season);
        let this = season_of(now.its_year(), s);
        // Winter has no one year; the calendar year of the report is its name here.
        if n == 0 { Some(season_of(if s == 3 { now.its_year() } else { year }, s)) } else { pick(this, n, this.n < now.n, this.n > now.n) }
    } else if f.day > 0 {
        let at = (f.month, f.day);
        Day::new(year, f.month, f.day).and_then(|d| pick(Granule::day(d), n, at < (month, today), at > (month, today)))
    } else {
        pick(Granule::month(year, f.month), n, f.month < month, f.month > month)
    };
    let Some(granule) = granule else {
        return Reading::new(TimexType::Date, "XXXX-XX-XX", Certainty::Vague, "Its day is not computed.");
    };
    let what = match (f.weekday, f.month, f.season) {
        (1.., _, _) => weekday_name(f.weekday),
        (_, 1.., _) => month_name(f.month),
        (_, _, Some(_)) => "The season",
        _ => "The feast",
    };
    let side = match granule.interval() {
        Some(i) if i.last < report => "before",
        Some(i) if i.first > report => "after",
        _ => "of the time of",
    };
    c.reading(granule, report, "* * the report of #.", &[Arg::Text(what), Arg::Text(side)]).states(NAME).implies(YEAR)
}

/// "the following Monday", "that summer".
pub(super) fn near_previous(c: &Context, f: &Found) -> Reading {
    let base: Option<Source> = c.earlier.map(Source::from).or_else(|| c.report.map(|r| c.source(r)));
    let found = base.and_then(|source| {
        let g = source.granule;
        let day = g.first_day()?;
        let n = f.direction;
        let granule = if f.weekday > 0 {
            let forward = ahead(day, f.weekday);
            let offset = match n {
                n if n < 0 => forward - 7,
                n if n > 0 && forward == 0 => 7,
                _ => forward,
            };
            (g.unit == Unit::Day).then(|| day.plus(offset))?.map(Granule::day)?
        } else if let Some(s) = f.season {
            season_of(g.its_year(), s).plus(n.saturating_mul(4))?
        } else {
            let month = g.its_month().unwrap_or(1);
            pick(Granule::month(g.its_year(), f.month), n, f.month < month, f.month > month)?
        };
        Some((source, granule))
    });
    match found {
        Some((source, granule)) => Reading::from(granule, source, "Counted from the previous date, @.", &[]).states(NAME),
        None => {
            let value = if f.weekday > 0 { weekday_value(f.weekday) } else { partial(f) };
            Reading::open(&value, super::counted::NOTHING_BEFORE).states(NAME)
        }
    }
}

/// "Tuesday of next week".
pub(super) fn weekday_of(c: &Context, f: &Found) -> Reading {
    let day = c.report.and_then(|r| {
        let monday = Granule::around(r, Unit::Week).plus(f.direction)?.first_day()?;
        Some((r, monday.plus(i32::from(f.weekday) - 1)?))
    });
    match day {
        Some((report, day)) => c.reading(Granule::day(day), report, "Counted in weeks from the report of #.", &[]).states(WEEKDAY),
        None => Reading::undated(&weekday_value(f.weekday), "week"),
    }
}

/// "the week of July 23".
pub(super) fn week_of(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let mut out = date(t, c, m);
    if let Some(d) = out.day() {
        let week = Granule::around(d, Unit::Week);
        out.granule = Some(week);
        out.value = week.value();
        out.interval = week.interval();
    }
    out
}

/// "the first week of March", "the last day of 2012": a day is counted out, else the edge is told.
pub(super) fn nth(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let mut inner = Match { make: f.inner.unwrap_or(Make::Date), ..*m };
    inner.found.unit = f.inner_unit;
    let mut out = match inner.make {
        Make::Report => super::counted::report(t, c, &inner),
        Make::Previous => super::counted::previous(t, c, &inner),
        _ => date(t, c, &inner),
    };
    let Some(interval) = out.interval else { return out };
    let n = f.ordinal;
    let granule = match f.unit {
        Some(Unit::Day) => {
            let day = if n < 0 { Some(interval.last) } else { interval.first.plus(n - 1).filter(|d| *d <= interval.last) };
            let Some(day) = day else { return Reading::impossible(m.span(t.doc).of(&t.doc.text)) };
            Granule::day(day)
        }
        Some(Unit::Month) if out.granule.is_some_and(|g| g.unit == Unit::Year) => {
            Granule::month(interval.first.ymd().0, if n < 0 { 12 } else { n.clamp(1, 12) as u8 })
        }
        _ => {
            out.modifier = match n {
                1 => Mod::Start,
                n if n < 0 => Mod::End,
                _ => Mod::Mid,
            };
            return out;
        }
    };
    let mut counted = Reading::at(granule, out.certainty, "Counted in *.", &[Arg::Text(&out.value)]).states(NUMBER | UNIT);
    counted.anchor = out.anchor;
    counted
}
