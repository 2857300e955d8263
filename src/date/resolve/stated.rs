//! Days, months and years that the text names: in words, in ISO form, with slashes, as ranges.

use super::reading::{Arg, DATE, DAY, DECADE, ERA, HOUR, MONTH, NAME, NUMBER, Reading, WEEKDAY, YEAR, month_name, weekday_name};
use super::{Context, Earlier, Source};
use crate::calendar::days_in_month;
use crate::date::calendar::{Granule, Unit, put_padded};
use crate::date::lexicon::{DASH, DAY as DAY_OF_MONTH, FUTURE_VERB, MONTH as MONTH_NAME, Mod, TO};
use crate::date::matcher::{Found, Match, Tokens, YearBy};
use crate::date::shape::numbers;
use crate::date::tense::Tense;
use crate::date::{Certainty, Day, Interval, TimexType};

/// A year that is not stated in figures, and what it was counted from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Year {
    pub(super) number: i32,
    pub(super) from: Option<Source>,
    /// Whether that is the previous date.
    by_previous: bool,
}

impl Year {
    /// A stretch of this year; `told` is the reason where the year stands in the text.
    pub(super) fn reading(self, granule: Granule, told: &str) -> Reading {
        let year = Arg::Number(self.number);
        match self.from {
            None => Reading::at(granule, Certainty::Stated, told, &[]).states(YEAR),
            Some(source) => {
                let reason =
                    if self.by_previous { "The year is * from the previous date, @." } else { "The year is * from the report of @." };
                Reading::from(granule, source, reason, &[year]).implies(YEAR)
            }
        }
    }
}

/// The year a two-digit one stands for: the latest that is not far ahead of the report.
fn full_year(short: i32, report: Option<Day>) -> i32 {
    let now = report.map_or(2030, |d| d.ymd().0);
    let year = now / 100 * 100 + short;
    if year > now + 10 { year - 100 } else { year }
}

/// The year that a phrase gives, in figures or by its place ("last year").
pub(super) fn year_of(c: &Context, f: &Found) -> Option<Year> {
    if let Some(y) = f.year {
        return Some(Year { number: if f.short_year { full_year(y, c.report) } else { y }, from: None, by_previous: false });
    }
    let (n, previous) = match f.year_by? {
        YearBy::Report(n) => (n, None),
        YearBy::Previous(n) => (n, c.earlier.filter(|_| c.narrative || n != 0)),
    };
    let source = match previous {
        Some(earlier) => earlier.into(),
        None => c.source(c.report?),
    };
    let number = source.granule.its_year().checked_add(n).filter(|y| (1..=9999).contains(y))?;
    Some(Year { number, from: Some(source), by_previous: previous.is_some() })
}

pub(super) fn date(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    if f.month == 0 && f.weekday > 0 && f.year.is_none() {
        return if f.day > 0 { super::named::weekday_and_day(t, c, m) } else { super::named::weekday(t, c, m) };
    }
    if f.era < 0 {
        let mut value = "BC".to_owned();
        put_padded(&mut value, f.year.unwrap_or(0), 4);
        if f.month > 0 {
            value.push('-');
            put_padded(&mut value, i32::from(f.month), 2);
        }
        return Reading::new(TimexType::Date, &value, Certainty::Stated, "A year before our era, stated.").states(YEAR | ERA);
    }
    let mut stated = 0;
    for (there, part) in [(f.month > 0, MONTH), (f.day > 0, DAY), (f.weekday > 0, WEEKDAY)] {
        if there {
            stated |= part;
        }
    }
    if f.year.is_none() && f.year_by.is_none() {
        return month_and_day(t, c, m).states(stated);
    }
    let Some(year) = year_of(c, f) else { return Reading::undated(&partial(f), "year").states(stated).implies(YEAR) };
    let Some(granule) = calendar(f, year.number) else { return Reading::impossible(m.span(t.doc).of(&t.doc.text)).states(stated) };
    let told = match granule.unit {
        Unit::Day => "Stated in full.",
        Unit::Month => "The month is stated.",
        Unit::FiscalYear => "A fiscal year, stated; where it begins is not said.",
        _ => "The year is stated.",
    };
    let mut out = year.reading(granule, told);
    if let Some(day) = granule.as_day().filter(|day| f.weekday > 0 && f.weekday != day.weekday()) {
        let names = [day.weekday(), f.weekday].map(|weekday| Arg::Text(weekday_name(weekday)));
        out.reason = super::say("Stated in full; that day was a *, not a *.", &names);
    }
    if f.short_year {
        out.certainty = Certainty::Implied;
        out.implied |= YEAR;
    }
    out.states(stated)
}

/// The day, month or year of stated parts in `year`; none if there is no such day.
pub(super) fn calendar(f: &Found, year: i32) -> Option<Granule> {
    if !(1..=9999).contains(&year) {
        return None;
    }
    Some(if f.month == 0 {
        Granule::new(if f.fiscal { Unit::FiscalYear } else { Unit::Year }, year)
    } else if f.day > 0 {
        Granule::day(Day::new(year, f.month, f.day)?)
    } else {
        Granule::month(year, f.month)
    })
}

/// "XXXX-03-09".
pub(super) fn partial(f: &Found) -> String {
    let mut out = "XXXX".to_owned();
    for part in [f.month, f.day] {
        if part > 0 {
            out.push('-');
            put_padded(&mut out, i32::from(part), 2);
        }
    }
    out
}

/// A stretch of the calendar with its days.
type Candidate = (Granule, Interval);

/// Which of the years around the report a bare month or day belongs to, by weekday, tense and nearness.
fn nearest(t: &Tokens<'_>, m: &Match, f: &Found, report: Day, tense: Tense) -> Option<Granule> {
    let year = report.ymd().0;
    let (mut back, mut ahead): (Option<Candidate>, Option<Candidate>) = (None, None);
    for year in year - 1..=year + 1 {
        let Some(candidate) = calendar(f, year).and_then(|g| Some((g, g.interval()?))) else { continue };
        if candidate.1.first <= report {
            back = Some(candidate);
        }
        if candidate.1.last >= report {
            ahead = ahead.or(Some(candidate));
        }
    }
    // A weekday that is given decides.
    if f.weekday > 0 && f.day > 0 {
        let fits = |g: &Candidate| g.1.first.weekday() == f.weekday;
        if let (Some(g), None) | (None, Some(g)) = (back.filter(fits), ahead.filter(fits)) {
            return Some(g.0);
        }
    }
    // No tense reaches over most of a year to a day whose twin is near; without a verb the nearer
    // day is meant.
    let [since, until] = [back, ahead].map(|g: Option<Candidate>| g.map_or(i32::MAX, |(_, i)| (i.first.0 - report.0).abs()));
    let chosen = match tense {
        Tense::Ahead(i) if f.day > 0 && until > 300 && since < 60 && !t.is(i, FUTURE_VERB) => back,
        Tense::Ahead(_) => ahead,
        // What has happened lies behind the report; only a verb of planning can stand for a day to come.
        Tense::Back(Some(i)) if f.day > 0 && since > 300 && until < 60 && !happened(t, i) => ahead,
        // "plans for a vote by October 31", "a bid for October elections"
        Tense::Back(_) if until < since && t.one_of(m.before(), if f.day > 0 { "by until till for" } else { "for" }) => ahead,
        Tense::Back(None) if f.day > 0 && until < since => ahead,
        Tense::Back(_) => back,
    };
    chosen.or(back).or(ahead).map(|(g, _)| g)
}

/// The first month of a range, by its last: "from January to December".
fn in_range(t: &Tokens<'_>, m: &Match, report: Day, tense: Tense) -> Option<Granule> {
    let (f, last) = (&m.found, t.word(m.last + 1));
    let range = f.day == 0 && t.is(m.last, TO | DASH) && last.is(MONTH_NAME) && !t.is(m.last + 2, DAY_OF_MONTH);
    let end = range.then(|| nearest(t, m, &Found { month: last.k, ..*f }, report, tense)).flatten()?;
    calendar(f, end.its_year() - i32::from(last.k < f.month))
}

/// Whether the verb at `i` tells of what cannot lie ahead: "was killed", "died".
fn happened(t: &Tokens<'_>, i: usize) -> bool {
    const DONE: &str = "killed died shot arrested found murdered hit struck crashed collapsed exploded attacked won lost resigned injured \
        wounded stabbed drowned burned disappeared vanished erupted sank born convicted hanged beat defeated scored robbed kidnapped";
    t.one_of(i, DONE) || i + 1 < t.doc.tokens.len() && t.one_of(i, "was were") && t.one_of(i + 1, DONE)
}

/// "March", "March 9": the year is implied.
fn month_and_day(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    // A day that no year has.
    if f.day > 0 && f.day > days_in_month(2000, f.month) {
        return Reading::impossible(m.span(t.doc).of(&t.doc.text));
    }
    // "the Sept. 11 attacks" have one year, whatever the tense.
    if (f.month, f.day) == (9, 11)
        && t.one_of(m.last, "attack attacks terrorist terror hijackers hijackings commission victims")
        && c.report.is_none_or(|r| r.ymd().0 > 2001)
        && let Some(granule) = calendar(f, 2001)
    {
        return Reading::at(granule, Certainty::Implied, "A name for the attacks of 11 September 2001.", &[]).states(NAME).implies(YEAR);
    }
    // In history, and right behind a date of a year long gone, the previous date gives the year.
    if let Some((earlier, year)) = frame_year(t, c, m)
        && let Some(granule) = calendar(f, year)
    {
        return Reading::after(granule, &earlier, "The year is *, after the previous date, @.", &[Arg::Number(year)]).implies(YEAR);
    }
    let tense = c.tense(t, m);
    let near = c.report.and_then(|report| in_range(t, m, report, tense).or_else(|| nearest(t, m, f, report, tense)));
    if let Some((told, granule)) = year_told(c, f).filter(|_| c.report.zip(near).is_none_or(|(report, g)| long_ago(g, report))) {
        return Reading::after(granule, &told, "The year is *, as in @.", &[Arg::Number(granule.its_year())]).implies(YEAR);
    }
    let Some(report) = c.report else { return Reading::undated(&partial(f), "year").implies(YEAR) };
    let Some(granule) = near else {
        // 29 February away from a leap year.
        let mut out = Reading::new(TimexType::Date, &partial(f), Certainty::Impossible, "");
        out.reason = super::say("There is no such day near the report of *.", &[Arg::Day(report)]);
        return out.implies(YEAR);
    };
    let side = match granule.interval() {
        Some(i) if i.first > report => 1,
        Some(i) if i.last < report => -1,
        _ => 0,
    };
    let out = if side == 0 {
        c.reading(granule, report, "The * of the report of @.", &[Arg::Text(granule.unit.name())])
    } else {
        let (month, because) = (Arg::Text(month_name(f.month)), Arg::Because(tense.word(t)));
        if f.day > 0 {
            let args = [Arg::Number(i32::from(f.day)), month, Arg::Side(side), because];
            c.reading(granule, report, "* * * the report of @*.", &args)
        } else {
            c.reading(granule, report, "* * the report of @*.", &[month, Arg::Side(side), because])
        }
    };
    out.implies(YEAR)
}

/// The year in which the text puts the month everywhere else, if it lies before the report or nothing tells when that is.
fn year_told(c: &Context, f: &Found) -> Option<(Earlier, Granule)> {
    let (told, alone) = c.months.get(usize::from(f.month).checked_sub(1)?).copied().flatten()?;
    let granule = calendar(f, told.granule.its_year())?;
    (alone && c.report.is_none_or(|report| granule.interval().is_some_and(|i| i.last < report))).then_some((told, granule))
}

/// Whether a stretch ended a quarter of a year before the report: what is newer needs no year.
fn long_ago(granule: Granule, report: Day) -> bool {
    granule.interval().is_some_and(|i| i.last.0 + 90 < report.0)
}

/// The year that a bare month takes from the date before it, if it does.
fn frame_year(t: &Tokens<'_>, c: &Context, m: &Match) -> Option<(Earlier, i32)> {
    let f = &m.found;
    let frame = c.frame?;
    let year = frame.granule.its_year();
    if c.narrative {
        // From November to January a narrative goes on into the next year.
        let next = matches!((frame.granule.its_month(), f.month), (Some(10..=12), 1..=2));
        return Some((frame, if next && year < 9999 { year + 1 } else { year }));
    }
    let report = c.report?;
    if year >= report.ymd().0 || c.sentence_number > c.frame_sentence + 1 || f.weekday > 0 {
        return None;
    }
    let same_sentence = c.sentence_span.contains(frame.span);
    if !same_sentence && frame.granule.unit == Unit::Year || matches!(c.tense(t, m), Tense::Ahead(_)) {
        return None;
    }
    // Time goes on in the telling, and what has just happened is of the report's own year.
    let granule = calendar(f, year)?;
    let recent = calendar(f, report.ymd().0).and_then(Granule::interval).is_some_and(|i| (0..=60).contains(&(report.0 - i.first.0)));
    let back = granule.interval()?.last < frame.granule.interval()?.first;
    (!recent && !back).then_some((frame, year))
}

pub(super) fn iso(t: &Tokens<'_>, f: &Found) -> Reading {
    let text = t.lower(f.token);
    let date = text.get(..10).unwrap_or(text);
    const STATED: &str = "Stated in ISO form.";
    if date.len() == 7 {
        return match numbers(text) {
            [Some(y), Some(m), _] => {
                Reading::at(Granule::month(y, m.clamp(1, 12) as u8), Certainty::Stated, STATED, &[]).states(YEAR | MONTH)
            }
            _ => Reading::impossible(text),
        };
    }
    let Some(day) = Day::parse(date) else { return Reading::impossible(text) };
    let out = Reading::at(Granule::day(day), Certainty::Stated, STATED, &[]).states(DATE);
    match text.get(10..16).filter(|x| x.starts_with('t')) {
        Some(time) => out.timed(&time.to_ascii_uppercase(), HOUR),
        None => out,
    }
}

/// "10/22/2019", "22.10.2019", "10/11/2019" (two readings).
pub(super) fn slashes(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let text = t.lower(m.found.token);
    if text == "9/11" {
        let granule = Granule::day(Day::new(2001, 9, 11).unwrap_or(Day(0)));
        return Reading::at(granule, Certainty::Implied, "A name for the attacks of 11 September 2001.", &[]).states(NAME).implies(DATE);
    }
    let [a, b, last] = numbers(text);
    let (a, b) = (a.unwrap_or(0), b.unwrap_or(0));
    let day = |y: i32, m: i32, d: i32| Day::new(y, u8::try_from(m).ok()?, u8::try_from(d).ok()?).map(Granule::day);
    let stated = |g: Granule, why: &str| Reading::at(g, Certainty::Stated, why, &[]).states(DATE);
    if a > 31 {
        return day(a, b, last.unwrap_or(0)).map_or_else(|| Reading::impossible(text).states(DATE), |d| stated(d, "Stated in full."));
    }
    let year = match (last, c.report) {
        (Some(y), _) => {
            if y < 100 {
                full_year(y, c.report)
            } else {
                y
            }
        }
        (None, Some(r)) => r.ymd().0,
        (None, None) => return Reading::undated("XXXX-XX-XX", "year"),
    };
    // Dots are written day first; slashes month first in America.
    let (first, second) = (day(year, a, b), day(year, b, a));
    match (first, second) {
        (None, None) => Reading::impossible(text).states(DATE),
        (Some(d), None) => stated(d, "Month first: no month has the second number."),
        (None, Some(d)) => stated(d, "Day first: no month has the first number."),
        (Some(x), Some(y)) if x == y => stated(x, "Stated in full."),
        (Some(x), Some(y)) => {
            // A weekday beside it can settle the order.
            let on = |g: Granule| m.found.weekday > 0 && g.as_day().is_some_and(|d| d.weekday() == m.found.weekday);
            if on(x) != on(y) {
                return stated(if on(x) { x } else { y }, "The weekday settles the order.");
            }
            let dots = text.contains('.');
            let (likely, other) = if dots { (y, x) } else { (x, y) };
            let order = if dots { "day first, as dates with dots are written" } else { "month first, the American order" };
            let mut out =
                Reading::at(likely, Certainty::Ambiguous, "Read *; day and month can be the other way round.", &[Arg::Text(order)]);
            out.other = other.as_day();
            out.states(DATE)
        }
    }
}

/// "Feb 27-28".
pub(super) fn days(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let (first, last) = if f.last_day > 0 { (f.day, f.last_day) } else { (f.ordinal.clamp(0, 99) as u8, f.second.clamp(0, 99) as u8) };
    let mut single = *m;
    single.found.day = first;
    let mut out = date(t, c, &single);
    let Some(day) = out.day() else {
        if out.certainty == Certainty::Open {
            single.found.day = last;
            out.value.push('/');
            out.value.push_str(&partial(&single.found));
        }
        return out;
    };
    let (y, month, _) = day.ymd();
    let Some(end) = Day::new(y, month, last).filter(|e| *e > day) else { return Reading::impossible(m.span(t.doc).of(&t.doc.text)) };
    out.value.push('/');
    out.value.push_str(&Granule::day(end).value());
    out.interval = Some(Interval { first: day, last: end });
    out
}

pub(super) fn years(f: &Found) -> Reading {
    let (a, b) = (Granule::year(f.ordinal), Granule::year(f.second));
    let mut out = Reading::at(a, Certainty::Stated, "From one year to the other.", &[]).states(YEAR);
    out.value.push('/');
    out.value.push_str(&b.value());
    if let (Some(x), Some(y)) = (a.interval(), b.interval()) {
        out.interval = Some(Interval { first: x.first, last: y.last });
    }
    out
}

pub(super) fn decade(f: &Found) -> Reading {
    if f.unit.is_some() {
        return Reading::new(TimexType::Date, "XXX", Certainty::Vague, "Which decade is not said.");
    }
    let n = f.year.unwrap_or(f.ordinal);
    let granule = match n {
        1000..=1800 if n % 100 == 0 => Granule::new(Unit::Century, n / 100),
        1000.. => Granule::new(Unit::Decade, n / 10),
        0..=10 => Granule::new(Unit::Decade, 200 + n / 10),
        _ => Granule::new(Unit::Decade, 190 + n / 10),
    };
    if n >= 1000 {
        return Reading::at(granule, Certainty::Stated, "The decade is stated.", &[]).states(DECADE);
    }
    const WHY: &str = "The century is not stated; the last in which such a decade was complete.";
    Reading::at(granule, Certainty::Implied, WHY, &[]).states(DECADE).implies(super::reading::CENTURY)
}

pub(super) fn century(c: &Context, f: &Found) -> Reading {
    let n = f.ordinal;
    if f.era < 0 {
        let mut value = "BC".to_owned();
        put_padded(&mut value, (n - 1).max(0), 2);
        return Reading::new(TimexType::Date, &value, Certainty::Stated, "A century before our era, stated.")
            .states(super::reading::CENTURY | ERA);
    }
    let mut out = if n == 0 {
        // "the turn of the century": the one next to the date before it, else the last before the report.
        let near = c.earlier.filter(|e| c.narrative || c.sentence_span.contains(e.span)).map(|e| (e.granule.its_year() + 50) / 100);
        match near.or_else(|| c.report.map(|r| r.ymd().0 / 100)).filter(|n| (1..=99).contains(n)) {
            Some(n) => Reading::at(
                Granule::new(Unit::Century, n),
                Certainty::Vague,
                "Which century is not said; the one that began around *.",
                &[Arg::Number(n * 100)],
            ),
            None => Reading::new(TimexType::Date, "XX", Certainty::Vague, "Which century is not said."),
        }
    } else if (1..=99).contains(&n) {
        Reading::at(Granule::new(Unit::Century, n - 1), Certainty::Stated, "The century is stated.", &[]).states(super::reading::CENTURY)
    } else {
        Reading::new(TimexType::Date, "XX", Certainty::Vague, "A century outside the calendar.")
    };
    if f.unit.is_some() && f.direction != 0 {
        // The years around the turn are the first of the new century, and some before.
        out.modifier = Mod::Start;
        if let Some(first) = out.granule.and_then(Granule::first_day) {
            out.interval = Some(Interval { first: first.plus(-1826).unwrap_or(first), last: first.plus(1826).unwrap_or(first) });
        }
    }
    out
}

/// "the 30th anniversary": so many years after the day that is told with it, else the day on which
/// the sentence says it is kept; otherwise it stays open.
pub(super) fn anniversary(c: &Context, f: &Found) -> Reading {
    const STATED: &str = "* years after *.";
    let number = f.quantity.filter(|_| f.ordinal == 0).map_or(f.ordinal, |q| q.n.whole);
    let n = Arg::Number(number);
    let years = |y: i32| y.checked_add(number).filter(|y| (1..=9999).contains(y));
    if let Some((told, y)) = f.year.and_then(|told| Some((told, years(told)?))) {
        let granule = calendar(f, y).unwrap_or(Granule::year(y));
        let base = calendar(f, told).unwrap_or(Granule::year(told));
        return Reading::at(granule, Certainty::Implied, STATED, &[n, Arg::Stretch(base)]).states(NUMBER).implies(YEAR);
    }
    match c.earlier.as_ref().filter(|e| e.granule.unit == Unit::Day && c.sentence_span.contains(e.span)) {
        Some(e) => Reading::same(e, "Kept on the date named before it, @.").states(NUMBER),
        None => Reading::open("XXXX-XX-XX", "What it recalls is not dated in the phrase.").states(NUMBER),
    }
}
