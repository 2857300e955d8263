//! From what the words stand for to a TIMEX3 value: what the text leaves out is filled from the
//! report's date, the previous date and the tense, and each reading tells its reason.

use super::calendar::{Granule, Unit, days_in_month};
use super::feast;
use super::grammar::Make;
use super::lexicon::{Mod, PART_CODES, REFERENCES};
use super::matcher::{Found, Match, Tokens, YearBy};
use super::quantity::{Amount, Quantity};
use super::tense::{Tense, tense};
use super::{Anchor, Certainty, Day, Interval, TimexType};
use crate::text::Span;
use std::ops::Range;

/// The previous date of the narrative.
#[derive(Debug, Clone, Copy)]
pub(super) struct Earlier {
    pub(super) granule: Granule,
    pub(super) span: Span,
}

/// What an expression may be counted from.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// The day on which the report speaks.
    pub(super) report: Option<Day>,
    /// Where the text states it.
    pub(super) report_span: Option<Span>,
    /// Whether the text tells history, so that bare months belong to the previous date's year.
    pub(super) narrative: bool,
    pub(super) earlier: Option<Earlier>,
    /// The day with which a range begins that this expression ends.
    pub(super) from: Option<Day>,
    /// The date whose year bare months take on: the last that gave a month, or a year that opens a
    /// sentence or paragraph. Years in passing ("the war that lasted until 1976") do not move it.
    pub(super) frame: Option<Earlier>,
    /// The sentence of `frame`.
    pub(super) frame_sentence: usize,
    /// The number of the sentence that is read.
    pub(super) sentence_number: usize,
    /// The last quarter named, for "the quarter", "a year earlier".
    pub(super) quarter: Option<Earlier>,
    /// The sentence that is read, as tokens and as span.
    pub(super) sentence: Range<usize>,
    pub(super) sentence_span: Span,
}

/// A reading of one expression.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) timex: TimexType,
    pub(super) value: String,
    pub(super) granule: Option<Granule>,
    pub(super) interval: Option<Interval>,
    pub(super) anchor: Option<Anchor>,
    pub(super) certainty: Certainty,
    pub(super) stated: Vec<&'static str>,
    pub(super) implied: Vec<&'static str>,
    pub(super) alternatives: Vec<String>,
    pub(super) reason: String,
    pub(super) modifier: Mod,
}

impl Reading {
    fn new(timex: TimexType, value: impl Into<String>, certainty: Certainty, reason: impl Into<String>) -> Self {
        Self {
            timex,
            value: value.into(),
            granule: None,
            interval: None,
            anchor: None,
            certainty,
            stated: Vec::new(),
            implied: Vec::new(),
            alternatives: Vec::new(),
            reason: reason.into(),
            modifier: Mod::None,
        }
    }

    fn granule(granule: Granule, certainty: Certainty, reason: impl Into<String>) -> Self {
        let mut out = Self::new(TimexType::Date, granule.value(), certainty, reason);
        out.granule = Some(granule);
        out.interval = granule.interval();
        out
    }

    fn states(mut self, parts: &[&'static str]) -> Self {
        self.stated.extend_from_slice(parts);
        self
    }

    fn implies(mut self, parts: &[&'static str]) -> Self {
        self.implied.extend_from_slice(parts);
        self
    }

    fn from(mut self, anchor: Anchor) -> Self {
        self.anchor = Some(anchor);
        self
    }
}

pub(super) const MONTH_NAMES: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
pub(super) const WEEKDAY_NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn name_of(names: &[&'static str], number: u8) -> &'static str {
    names.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or("")
}

/// "20 December 2019".
fn plain(day: Day) -> String {
    let (y, m, d) = day.ymd();
    format!("{d} {} {y}", name_of(&MONTH_NAMES, m))
}

/// "Friday 20 December 2019".
pub(super) fn long(day: Day) -> String {
    format!("{} {}", name_of(&WEEKDAY_NAMES, day.weekday()), plain(day))
}

/// A stretch in words: "December 2019", "the week of 16 December 2019".
fn words(granule: Granule) -> String {
    match granule {
        Granule::Day(d) => plain(d),
        Granule::Month(y, m) => format!("{} {y}", name_of(&MONTH_NAMES, m)),
        Granule::Week(..) | Granule::Weekend(..) => {
            let what = if matches!(granule, Granule::Week(..)) { "week" } else { "weekend" };
            granule.day().map_or_else(|| granule.value(), |d| format!("the {what} of {}", plain(d)))
        }
        Granule::Decade(d) => format!("the {d}0s"),
        Granule::Year(y) => y.to_string(),
        _ => granule.value(),
    }
}

const NO_REPORT: &str = "The report's date is not known";

impl Context {
    fn report_anchor(&self, report: Day) -> Anchor {
        Anchor { value: report.to_string(), span: self.report_span }
    }

    fn anchor(&self, earlier: Earlier) -> Anchor {
        Anchor { value: earlier.granule.value(), span: Some(earlier.span) }
    }

    fn tense(&self, t: &Tokens<'_>, m: &Match) -> Tense {
        tense(t, self.sentence.clone(), m.first, m.last)
    }
}

/// ", because of 'met'".
fn because(t: &Tokens<'_>, tense: Tense) -> String {
    match tense {
        Tense::Back(Some(i)) | Tense::Ahead(i) => format!(", because of '{}'", t.doc.form(i)),
        Tense::Back(None) => String::new(),
    }
}

/// Reads a match.
pub(super) fn resolve(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let mut out = match m.make {
        Make::Date => date(t, c, m),
        Make::Iso => iso(t, f),
        Make::Slashes => slashes(t, c, m),
        Make::Days => days(t, c, m),
        Make::Years => years(f),
        // The reader cuts these in two before it resolves them.
        Make::Span | Make::Inner => Reading::new(TimexType::Date, "XXXX-XX-XX", Certainty::Vague, "Two names in one word."),
        Make::Decade => decade(f),
        Make::Century => century(f),
        Make::Quarter => part_of_year(t, c, m, |y| Granule::Quarter(y, f.ordinal.clamp(1, 4) as u8), "quarter"),
        Make::Half => part_of_year(t, c, m, |y| Granule::Half(y, f.ordinal.clamp(1, 2) as u8), "half"),
        Make::Season => season(t, c, m),
        Make::Feast => feast_day(t, c, m),
        Make::Report => report(t, c, m),
        Make::Previous => previous(t, c, m),
        Make::Deictic => deictic(c, f),
        Make::Ago => ago(c, f),
        Make::Shifted => shifted(c, f),
        Make::From => from(t, c, m),
        Make::Near => near(t, c, m),
        Make::NearPrevious => near_previous(c, f),
        Make::WeekdayOf => weekday_of(c, f),
        Make::WeekOf => week_of(t, c, m),
        Make::Nth => nth(t, c, m),
        Make::Duration => duration(t, c, m),
        Make::OneUnit => one_unit(c, f),
        Make::Units => Reading::new(
            TimexType::Duration,
            Amount { vague: true, ..Amount::default() }.duration(f.unit.unwrap_or_default()),
            Certainty::Vague,
            "A length of time whose number is left open.",
        )
        .states(&["unit"]),
        Make::Set => set(f),
        Make::WeekdaySet => {
            let part = f.part.and_then(|p| PART_CODES.get(usize::from(p))).unwrap_or(&"");
            Reading::new(TimexType::Set, format!("XXXX-WXX-{}{part}", f.weekday), Certainty::Stated, "Every such weekday.")
                .states(&["weekday"])
        }
        Make::OftenSet => {
            let n = f.quantity.map_or(Amount::ONE, |q| if f.ordinal > 0 { q.n } else { Amount::ONE });
            Reading::new(TimexType::Set, n.duration(f.unit.unwrap_or_default()), Certainty::Stated, "It happens again and again.")
                .states(&["frequency", "unit"])
        }
        Make::Reference | Make::VagueUnits => reference(f, m.make),
        Make::Clock => clock(c, f),
        Make::Part => generic_part(c, f),
        Make::PartReport => part_report(c, f),
        Make::PartPrevious => part_previous(c, f),
        Make::Anniversary => match f.year.and_then(|y| y.checked_add(f.ordinal)).filter(|y| (1..=9999).contains(y)) {
            Some(y) => {
                Reading::granule(Granule::Year(y), Certainty::Implied, format!("{} years after {}.", f.ordinal, f.year.unwrap_or(0)))
            }
            None => Reading::new(TimexType::Date, "XXXX", Certainty::Vague, "The year is not known."),
        },
    };
    if out.modifier == Mod::None {
        out.modifier = f.modifier;
    }
    narrow(&mut out);
    if !matches!(m.make, Make::Part | Make::PartReport | Make::PartPrevious | Make::WeekdaySet | Make::Clock | Make::Set) {
        with_time(&mut out, f);
    }
    out
}

/// "early March" covers less than March: its first, middle or last third. Days are not cut.
fn narrow(out: &mut Reading) {
    let Some(i) = out.interval else { return };
    let length = i.last.0 - i.first.0 + 1;
    if length < 3 {
        return;
    }
    let third = length / 3;
    out.interval = Some(match out.modifier {
        Mod::Start => Interval { first: i.first, last: Day(i.first.0 + third - 1) },
        Mod::Mid => Interval { first: Day(i.first.0 + third), last: Day(i.last.0 - third) },
        Mod::End => Interval { first: Day(i.last.0 - third + 1), last: i.last },
        _ => i,
    });
}

/// Adds a part of the day or a time to a date's value.
fn with_time(out: &mut Reading, f: &Found) {
    if out.timex != TimexType::Date {
        return;
    }
    if let Some(clock) = f.clock {
        out.value.push_str(&clock.value());
        out.timex = TimexType::Time;
        out.stated.push("hour");
    } else if let Some(code) = f.part.and_then(|p| PART_CODES.get(usize::from(p)))
        && (out.value.len() == 10 || out.value.contains("WXX"))
    {
        out.value.push_str(code);
        out.timex = TimexType::Time;
        out.stated.push("part of day");
    }
}

fn impossible(t: &Tokens<'_>, m: &Match) -> Reading {
    let text = m.span(t.doc).of(&t.doc.text);
    Reading::new(TimexType::Date, "XXXX-XX-XX", Certainty::Impossible, format!("There is no such day as \"{text}\"."))
}

/// The year a two-digit one stands for: the latest that is not far ahead of the report.
fn full_year(short: i32, report: Option<Day>) -> i32 {
    let now = report.map_or(2030, |d| d.ymd().0);
    let year = now / 100 * 100 + short;
    if year > now + 10 { year - 100 } else { year }
}

/// The year of a date that does not state one in figures.
fn year_of(c: &Context, f: &Found) -> Option<(i32, Option<Anchor>, String)> {
    if let Some(y) = f.year {
        return Some((if f.short_year { full_year(y, c.report) } else { y }, None, String::new()));
    }
    match f.year_by? {
        YearBy::Report(n) => {
            let report = c.report?;
            let y = report.ymd().0.checked_add(n).filter(|y| (1..=9999).contains(y))?;
            Some((y, Some(c.report_anchor(report)), format!("{y} from the report of {}", plain(report))))
        }
        YearBy::Previous(n) => {
            let Some(earlier) = c.earlier.filter(|_| c.narrative || n != 0) else {
                let report = c.report?;
                let y = report.ymd().0.checked_add(n).filter(|y| (1..=9999).contains(y))?;
                return Some((y, Some(c.report_anchor(report)), format!("{y} from the report of {}", plain(report))));
            };
            let y = earlier.granule.year().checked_add(n).filter(|y| (1..=9999).contains(y))?;
            Some((y, Some(c.anchor(earlier)), format!("{y} from the previous date, {}", words(earlier.granule))))
        }
    }
}

fn date(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    if f.month == 0 && f.weekday > 0 && f.year.is_none() {
        return if f.day > 0 { weekday_and_day(t, c, m) } else { weekday(t, c, m) };
    }
    if f.era < 0 {
        let y = f.year.unwrap_or(0);
        let month = if f.month > 0 { format!("-{:02}", f.month) } else { String::new() };
        return Reading::new(TimexType::Date, format!("BC{y:04}{month}"), Certainty::Stated, "A year before our era, stated.")
            .states(&["year", "era"]);
    }
    let mut stated = Vec::new();
    for (there, name) in [(f.year.is_some(), "year"), (f.month > 0, "month"), (f.day > 0, "day"), (f.weekday > 0, "weekday")] {
        if there {
            stated.push(name);
        }
    }
    let two_names = f.year.is_some() || f.year_by.is_some();
    if !two_names {
        return month_and_day(t, c, m).states(&stated);
    }
    let Some((year, anchor, why)) = year_of(c, f) else {
        let value = partial(f);
        return Reading::new(TimexType::Date, value, Certainty::Open, format!("{NO_REPORT}, so the year stays open."))
            .states(&stated)
            .implies(&["year"]);
    };
    let Some(granule) = calendar(f, year) else { return impossible(t, m).states(&stated) };
    let told = f.year.is_some() && !f.short_year;
    let reason = if why.is_empty() { stated_reason(f, granule) } else { format!("The year is {why}.") };
    let mut out = Reading::granule(granule, if told { Certainty::Stated } else { Certainty::Implied }, reason).states(&stated);
    if !told {
        out = out.implies(&["year"]);
    }
    out.anchor = anchor;
    out
}

fn stated_reason(f: &Found, granule: Granule) -> String {
    if let Granule::Day(d) = granule
        && f.weekday > 0
        && f.weekday != d.weekday()
    {
        return format!(
            "Stated in full; that day was a {}, not a {}.",
            name_of(&WEEKDAY_NAMES, d.weekday()),
            name_of(&WEEKDAY_NAMES, f.weekday)
        );
    }
    match granule {
        Granule::Day(_) => "Stated in full.".to_owned(),
        Granule::Fiscal(_) => "A fiscal year, stated; where it begins is not said.".to_owned(),
        _ => format!("The {} is stated.", granule.unit().name()),
    }
}

/// The day, month or year of stated parts in `year`; none if there is no such day.
fn calendar(f: &Found, year: i32) -> Option<Granule> {
    if !(1..=9999).contains(&year) {
        return None;
    }
    Some(if f.month == 0 {
        if f.fiscal { Granule::Fiscal(year) } else { Granule::Year(year) }
    } else if f.day > 0 {
        Granule::Day(Day::new(year, f.month, f.day)?)
    } else {
        Granule::Month(year, f.month)
    })
}

/// "XXXX-03-09".
fn partial(f: &Found) -> String {
    match (f.month, f.day) {
        (0, _) => "XXXX".to_owned(),
        (m, 0) => format!("XXXX-{m:02}"),
        (m, d) => format!("XXXX-{m:02}-{d:02}"),
    }
}

/// "March", "March 9": the year is implied.
fn month_and_day(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    // A day that no year has.
    if f.day > 0 && f.day > days_in_month(2000, f.month) {
        return impossible(t, m);
    }
    // In history, and right behind a date of a year long gone, the previous date gives the year.
    if let Some((earlier, year)) = frame_year(t, c, m)
        && let Some(granule) = calendar(f, year)
    {
        let reason = format!("The year is {year}, after the previous date, {}.", words(earlier.granule));
        return Reading::granule(granule, Certainty::Implied, reason).implies(&["year"]).from(c.anchor(earlier));
    }
    let Some(report) = c.report else {
        return Reading::new(TimexType::Date, partial(f), Certainty::Open, format!("{NO_REPORT}, so the year stays open."))
            .implies(&["year"]);
    };
    let tense = c.tense(t, m);
    let year = report.ymd().0;
    let candidate = |y: i32| calendar(f, y).and_then(|g| Some((g, g.interval()?)));
    let years = [year - 1, year, year + 1];
    let back = years.iter().rev().filter_map(|&y| candidate(y)).find(|(_, i)| i.first <= report);
    let ahead = years.iter().filter_map(|&y| candidate(y)).find(|(_, i)| i.last >= report);
    // "On May 3" in late April, in the past tense, is hardly eleven months ago; without a verb the
    // nearer one is meant. A weekday that is given decides.
    let close = |g: Option<(Granule, Interval)>| g.map(|(_, i)| (i.first.0 - report.0).abs());
    let by_weekday = || {
        let fits = |g: &(Granule, Interval)| g.1.first.weekday() == f.weekday;
        match (back.filter(fits), ahead.filter(fits)) {
            (Some(g), None) | (None, Some(g)) => Some(g),
            _ => None,
        }
    };
    // No tense reaches over most of a year to a day whose twin is near.
    let far = |a: Option<(Granule, Interval)>, b: Option<(Granule, Interval)>| {
        f.day > 0 && close(a).is_some_and(|d| d > 270) && close(b).is_some_and(|d| d < 95)
    };
    let chosen = if f.weekday > 0 && f.day > 0 && by_weekday().is_some() {
        by_weekday()
    } else {
        match tense {
            Tense::Ahead(i) => {
                if far(ahead, back) && !t.word(i).is(super::lexicon::FUTURE_VERB) {
                    back
                } else {
                    ahead
                }
            }
            Tense::Back(Some(_)) => {
                if far(back, ahead) {
                    ahead
                } else {
                    back
                }
            }
            Tense::Back(None) if f.day > 0 => match (close(back), close(ahead)) {
                (Some(a), Some(b)) if b < a => ahead,
                _ => back,
            },
            Tense::Back(None) => back,
        }
    };
    let Some((granule, _)) = chosen.or(back).or(ahead) else {
        // 29 February away from a leap year.
        return Reading::new(
            TimexType::Date,
            partial(f),
            Certainty::Impossible,
            format!("There is no such day near the report of {}.", plain(report)),
        )
        .implies(&["year"]);
    };
    let name = match granule {
        Granule::Day(d) => format!("{} {}", d.ymd().2, name_of(&MONTH_NAMES, f.month)),
        _ => name_of(&MONTH_NAMES, f.month).to_owned(),
    };
    let reason = match granule.interval() {
        Some(i) if i.first > report => format!("{name} after the report of {}{}.", plain(report), because(t, tense)),
        Some(i) if i.last < report => format!("{name} before the report of {}{}.", plain(report), because(t, tense)),
        _ => format!("The {} of the report of {}.", granule.unit().name(), plain(report)),
    };
    Reading::granule(granule, Certainty::Implied, reason).implies(&["year"]).from(c.report_anchor(report))
}

/// The year that a bare month takes from the date before it, if it does.
fn frame_year(t: &Tokens<'_>, c: &Context, m: &Match) -> Option<(Earlier, i32)> {
    let f = &m.found;
    let frame = c.frame?;
    let year = frame.granule.year();
    if c.narrative {
        // From November to January a narrative goes on into the next year.
        let next = matches!((frame.granule.month(), f.month), (Some(10..=12), 1..=2));
        return Some((frame, if next && year < 9999 { year + 1 } else { year }));
    }
    let report = c.report?;
    if year >= report.ymd().0 || c.sentence_number > c.frame_sentence + 1 || f.weekday > 0 {
        return None;
    }
    let same_sentence = c.sentence_span.contains(frame.span);
    if !same_sentence && matches!(frame.granule, Granule::Year(_)) || matches!(c.tense(t, m), Tense::Ahead(_)) {
        return None;
    }
    // Time goes on in the telling, and what has just happened is of the report's own year.
    let granule = calendar(f, year)?;
    let recent = calendar(f, report.ymd().0).and_then(Granule::interval).is_some_and(|i| (0..=60).contains(&(report.0 - i.first.0)));
    let back = granule.interval()?.last < frame.granule.interval()?.first;
    (!recent && !back).then_some((frame, year))
}

/// A bare weekday.
fn weekday(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let name = name_of(&WEEKDAY_NAMES, f.weekday);
    if c.narrative
        && let Some((earlier, day)) = c.earlier.and_then(|e| if let Granule::Day(d) = e.granule { Some((e, d)) } else { None })
    {
        let ahead = i32::from((f.weekday + 7 - day.weekday()) % 7);
        if let Some(day) = day.plus(ahead) {
            return Reading::granule(
                Granule::Day(day),
                Certainty::Implied,
                format!("{name} after the previous date, {}.", words(earlier.granule)),
            )
            .states(&["weekday"])
            .implies(&["year", "month", "day"])
            .from(c.anchor(earlier));
        }
    }
    let Some(report) = c.report.filter(|_| !c.narrative) else {
        return Reading::new(
            TimexType::Date,
            format!("XXXX-WXX-{}", f.weekday),
            Certainty::Open,
            format!("{NO_REPORT}, so the week stays open."),
        )
        .states(&["weekday"])
        .implies(&["year", "month", "day"]);
    };
    // "Monday through Friday": the second comes after the first.
    if let Some((from, day)) = c.from.and_then(|from| Some((from, from.plus(i32::from((f.weekday + 7 - from.weekday()) % 7))?))) {
        return Reading::granule(
            Granule::Day(day),
            Certainty::Implied,
            format!("{name} after {}, with which the range begins.", long(from)),
        )
        .states(&["weekday"])
        .implies(&["year", "month", "day"])
        .from(c.report_anchor(report));
    }
    let tense = c.tense(t, m);
    let behind = i32::from((report.weekday() + 7 - f.weekday) % 7);
    let offset = match tense {
        Tense::Ahead(_) if behind > 0 => 7 - behind,
        _ => -behind,
    };
    let Some(day) = report.plus(offset) else {
        return Reading::new(TimexType::Date, format!("XXXX-WXX-{}", f.weekday), Certainty::Open, "The calendar ends here.")
            .states(&["weekday"]);
    };
    let reason = match offset {
        0 => format!("The day of the report, {}{}.", long(report), because(t, tense)),
        n => format!("{name} {} the report of {}{}.", if n < 0 { "before" } else { "after" }, long(report), because(t, tense)),
    };
    Reading::granule(Granule::Day(day), Certainty::Implied, reason)
        .states(&["weekday"])
        .implies(&["year", "month", "day"])
        .from(c.report_anchor(report))
}

/// "Friday the 13th": the nearest month in the clause's direction where both agree.
fn weekday_and_day(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let sign = if matches!(c.tense(t, m), Tense::Ahead(_)) { 1 } else { -1 };
    // The pair comes round within fourteen months.
    let day = c.report.and_then(|report| {
        let start = Granule::around(report, Unit::Month);
        (0..=14).find_map(|n| {
            let Granule::Month(y, month) = start.plus(n * sign)? else { return None };
            let day = Day::new(y, month, f.day).filter(|d| d.weekday() == f.weekday && (d.0 - report.0) * sign >= 0)?;
            Some((report, day))
        })
    });
    match day {
        Some((report, day)) => {
            Reading::granule(Granule::Day(day), Certainty::Implied, format!("The nearest such day to the report of {}.", long(report)))
                .states(&["weekday", "day"])
                .implies(&["year", "month"])
                .from(c.report_anchor(report))
        }
        None => Reading::new(
            TimexType::Date,
            format!("XXXX-XX-{:02}", f.day),
            Certainty::Open,
            format!("{NO_REPORT}, so the month stays open."),
        )
        .states(&["weekday", "day"])
        .implies(&["year", "month"]),
    }
}

fn iso(t: &Tokens<'_>, f: &Found) -> Reading {
    let text = t.lower(f.token);
    let date = text.get(..10).unwrap_or(text);
    if date.len() == 7 {
        return match (text.get(..4).and_then(|y| y.parse().ok()), text.get(5..).and_then(|m| m.parse().ok())) {
            (Some(y), Some(m)) => {
                Reading::granule(Granule::Month(y, m), Certainty::Stated, "Stated in ISO form.").states(&["year", "month"])
            }
            _ => Reading::new(TimexType::Date, "XXXX-XX", Certainty::Impossible, "There is no such month."),
        };
    }
    let Some(day) = Day::parse(date) else {
        return Reading::new(TimexType::Date, "XXXX-XX-XX", Certainty::Impossible, format!("There is no such day as \"{text}\"."));
    };
    let mut out = Reading::granule(Granule::Day(day), Certainty::Stated, "Stated in ISO form.").states(&["year", "month", "day"]);
    if let Some(time) = text.get(10..16).filter(|x| x.starts_with('t')) {
        out.value.push_str(&time.to_uppercase());
        out.timex = TimexType::Time;
        out.stated.push("hour");
    }
    out
}

/// "10/22/2019", "22.10.2019", "10/11/2019" (two readings).
fn slashes(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let text = t.lower(m.found.token);
    if text == "9/11" {
        let day = Day::new(2001, 9, 11).unwrap_or(Day(0));
        return Reading::granule(Granule::Day(day), Certainty::Implied, "A name for the attacks of 11 September 2001.")
            .implies(&["year", "month", "day"]);
    }
    let numbers: Vec<i32> = text.split(['/', '.', '-']).filter_map(|n| n.parse().ok()).collect();
    let stated = ["year", "month", "day"];
    let bad = || {
        Reading::new(TimexType::Date, "XXXX-XX-XX", Certainty::Impossible, format!("There is no such day as \"{text}\".")).states(&stated)
    };
    let day = |y: i32, m: i32, d: i32| Day::new(y, u8::try_from(m).ok()?, u8::try_from(d).ok()?);
    let (a, b, year) = match *numbers.as_slice() {
        [y, m, d] if y > 31 => {
            return day(y, m, d)
                .map_or_else(bad, |d| Reading::granule(Granule::Day(d), Certainty::Stated, "Stated in full.").states(&stated));
        }
        [a, b, y] => (a, b, if y < 100 { full_year(y, c.report) } else { y }),
        [a, b] => match c.report {
            Some(r) => (a, b, r.ymd().0),
            None => return Reading::new(TimexType::Date, "XXXX-XX-XX", Certainty::Open, format!("{NO_REPORT}, so the year stays open.")),
        },
        _ => return bad(),
    };
    // Dots are written day first; slashes month first in America.
    let american = day(year, a, b);
    let european = day(year, b, a);
    let dots = text.contains('.');
    let out = match (american, european) {
        (Some(d), None) => Reading::granule(Granule::Day(d), Certainty::Stated, "Month first: no month has the second number."),
        (None, Some(d)) => Reading::granule(Granule::Day(d), Certainty::Stated, "Day first: no month has the first number."),
        (Some(x), Some(y)) if x == y => Reading::granule(Granule::Day(x), Certainty::Stated, "Stated in full."),
        (Some(x), Some(y)) => {
            let (first, other) = if dots { (y, x) } else { (x, y) };
            let order = if dots { "day first, as dates with dots are written" } else { "month first, the American order" };
            let mut out = Reading::granule(
                Granule::Day(first),
                Certainty::Ambiguous,
                format!("Read {order}; day and month can be the other way round."),
            );
            out.alternatives.push(other.to_string());
            out
        }
        (None, None) => return bad(),
    };
    let mut out = out.states(&stated);
    // A weekday beside it can settle the order.
    if m.found.weekday > 0 && out.certainty == Certainty::Ambiguous {
        for d in [american, european].into_iter().flatten() {
            if d.weekday() == m.found.weekday
                && [american, european].into_iter().flatten().filter(|x| x.weekday() == m.found.weekday).count() == 1
            {
                out = Reading::granule(Granule::Day(d), Certainty::Stated, "The weekday settles the order.").states(&stated);
            }
        }
    }
    out
}

/// "Feb 27-28".
fn days(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let (first, last) = if f.last_day > 0 { (f.day, f.last_day) } else { (f.ordinal.clamp(0, 99) as u8, f.second.clamp(0, 99) as u8) };
    let mut single = *m;
    single.make = Make::Date;
    single.found.day = first;
    let mut out = date(t, c, &single);
    let Some(Granule::Day(day)) = out.granule else {
        if out.certainty == Certainty::Open {
            out.value = format!("XXXX-{:02}-{first:02}/XXXX-{:02}-{last:02}", f.month, f.month);
        }
        return out;
    };
    let (y, month, _) = day.ymd();
    let Some(end) = Day::new(y, month, last).filter(|e| *e > day) else { return impossible(t, m) };
    out.value = format!("{day}/{end}");
    out.interval = Some(Interval { first: day, last: end });
    out
}

fn years(f: &Found) -> Reading {
    let (a, b) = (f.ordinal, f.second);
    let mut out =
        Reading::new(TimexType::Date, format!("{a:04}/{b:04}"), Certainty::Stated, "From one year to the other.").states(&["year"]);
    out.granule = Some(Granule::Year(a));
    if let (Some(x), Some(y)) = (Granule::Year(a).interval(), Granule::Year(b).interval()) {
        out.interval = Some(Interval { first: x.first, last: y.last });
    }
    out
}

fn decade(f: &Found) -> Reading {
    if f.unit == Some(Unit::Decade) {
        return Reading::new(TimexType::Date, "XXX", Certainty::Vague, "Which decade is not said.");
    }
    let n = f.ordinal;
    let granule = match n {
        1000..=1800 if n % 100 == 0 => Granule::Century(n / 100),
        1000.. => Granule::Decade(n / 10),
        0..=10 => Granule::Decade(200 + n / 10),
        _ => Granule::Decade(190 + n / 10),
    };
    let told = n >= 1000;
    let reason = if told { "The decade is stated." } else { "The century is not stated; the last in which such a decade was complete." };
    let out = Reading::granule(granule, if told { Certainty::Stated } else { Certainty::Implied }, reason).states(&["decade"]);
    if told { out } else { out.implies(&["century"]) }
}

fn century(f: &Found) -> Reading {
    let n = f.ordinal;
    if f.era < 0 {
        return Reading::new(TimexType::Date, format!("BC{:02}", (n - 1).max(0)), Certainty::Stated, "A century before our era, stated.")
            .states(&["century", "era"]);
    }
    if n == 0 {
        // "the turn of the century"
        let mut out = Reading::new(TimexType::Date, "XX", Certainty::Vague, "Which century is not said.");
        out.modifier = Mod::Start;
        return out;
    }
    if !(1..=99).contains(&n) {
        return Reading::new(TimexType::Date, "XX", Certainty::Vague, "A century outside the calendar.");
    }
    Reading::granule(Granule::Century(n - 1), Certainty::Stated, "The century is stated.").states(&["century"])
}

/// A quarter or half: the latest that has begun, unless the clause looks ahead.
fn part_of_year(t: &Tokens<'_>, c: &Context, m: &Match, make: impl Fn(i32) -> Granule, name: &'static str) -> Reading {
    let f = &m.found;
    let open = || {
        let value = make(1).value().replacen("0001", "XXXX", 1);
        Reading::new(TimexType::Date, value, Certainty::Open, format!("{NO_REPORT}, so the year stays open."))
            .states(&[name])
            .implies(&["year"])
    };
    if f.year.is_some() || f.year_by.is_some() {
        let Some((year, anchor, why)) = year_of(c, f) else { return open() };
        let reason = if why.is_empty() { "Stated in full.".to_owned() } else { format!("The year is {why}.") };
        let told = f.year.is_some();
        let mut out = Reading::granule(make(year), if told { Certainty::Stated } else { Certainty::Implied }, reason).states(&[name]);
        out.anchor = anchor;
        return if told { out.states(&["year"]) } else { out.implies(&["year"]) };
    }
    if let Some(earlier) = c.earlier.filter(|_| c.narrative) {
        return Reading::granule(
            make(earlier.granule.year()),
            Certainty::Implied,
            format!("The year is that of the previous date, {}.", words(earlier.granule)),
        )
        .states(&[name])
        .implies(&["year"])
        .from(c.anchor(earlier));
    }
    let Some(report) = c.report else { return open() };
    let tense = c.tense(t, m);
    let year = report.ymd().0;
    let begun = make(year).interval().is_some_and(|i| i.first <= report);
    let granule = if begun || matches!(tense, Tense::Ahead(_)) { make(year) } else { make(year - 1) };
    Reading::granule(granule, Certainty::Implied, format!("The {name} next to the report of {}{}.", plain(report), because(t, tense)))
        .states(&[name])
        .implies(&["year"])
        .from(c.report_anchor(report))
}

fn season(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let season = f.season.unwrap_or(0);
    if m.last - m.first == 1 && f.year.is_none() && f.year_by.is_none() {
        let value = Granule::Season(1, season).value().replacen("0001", "XXXX", 1);
        return Reading::new(TimexType::Date, value, Certainty::Vague, "The season in general: no year is said or meant.")
            .states(&["season"]);
    }
    part_of_year(t, c, m, |y| Granule::Season(y, season), "season")
}

fn feast_day(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let unknown = |reason: &str| {
        let value = feast::fixed(f.feast).map_or_else(|| "XXXX-XX-XX".to_owned(), |(m, d)| format!("XXXX-{m:02}-{d:02}"));
        Reading::new(TimexType::Date, value, Certainty::Open, reason).states(&["feast"]).implies(&["year"])
    };
    if f.year.is_some() || f.year_by.is_some() {
        let Some((year, anchor, why)) = year_of(c, f) else { return unknown("The year is not known.") };
        let Some(day) = feast::day(f.feast, year) else {
            return Reading::granule(Granule::Year(year), Certainty::Vague, "A feast whose day differs by country or moon.")
                .states(&["feast", "year"]);
        };
        let reason = if why.is_empty() {
            "The day of the feast in that year.".to_owned()
        } else {
            format!("The day of the feast; the year is {why}.")
        };
        let mut out = Reading::granule(Granule::Day(day), Certainty::Implied, reason).states(&["feast"]).implies(&["month", "day"]);
        out.anchor = anchor;
        return out;
    }
    let Some(report) = c.report.filter(|_| !c.narrative).or_else(|| c.earlier.and_then(|e| e.granule.day())) else {
        return unknown("The report's date is not known, so the year stays open.");
    };
    let year = report.ymd().0;
    let tense = c.tense(t, m);
    let all = [year - 1, year, year + 1].map(|y| feast::day(f.feast, y));
    let chosen = match tense {
        Tense::Ahead(_) => all.into_iter().flatten().find(|d| *d >= report),
        // Within a week ahead of the report its own feast is meant, whatever the tense.
        _ => all
            .into_iter()
            .flatten()
            .find(|d| (0..=7).contains(&(d.0 - report.0)))
            .or_else(|| all.into_iter().rev().flatten().find(|d| *d <= report)),
    };
    match chosen {
        Some(day) => Reading::granule(
            Granule::Day(day),
            Certainty::Implied,
            format!("The feast next to the report of {}{}.", plain(report), because(t, tense)),
        )
        .states(&["feast"])
        .implies(&["year", "month", "day"])
        .from(c.report_anchor(report)),
        None => unknown("A feast whose day differs by country or moon."),
    }
}

/// "this week", "last year".
fn report(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let unit = f.unit.unwrap_or(Unit::Year);
    let year_end = f.unit.is_none() || t.lower(m.last.wrapping_sub(1)) == "end";
    let Some(report) = c.report else {
        let value = match unit {
            Unit::Day | Unit::Weekend => "XXXX-XX-XX",
            Unit::Week => "XXXX-WXX",
            Unit::Month => "XXXX-XX",
            Unit::Quarter => "XXXX-QX",
            Unit::Decade => "XXX",
            Unit::Century => "XX",
            _ => "XXXX",
        };
        return Reading::new(TimexType::Date, value, Certainty::Open, format!("{NO_REPORT}, so the {} stays open.", unit.name()))
            .states(&["unit"]);
    };
    let around = Granule::around(report, unit);
    let mut direction = f.direction;
    // "this weekend" on a Tuesday, in the past tense, is the one that has passed.
    if unit == Unit::Weekend && direction == 0 && report.weekday() < 5 && matches!(c.tense(t, m), Tense::Back(Some(_))) {
        direction = -1;
    }
    let granule = if f.fiscal && unit == Unit::Year { Granule::Fiscal(report.ymd().0).plus(direction) } else { around.plus(direction) };
    let Some(granule) = granule else {
        return Reading::new(TimexType::Date, "XXXX", Certainty::Open, "Outside the years 1 to 9999.");
    };
    let which = match direction {
        0 => "of",
        n if n < 0 => "before that of",
        _ => "after that of",
    };
    let reason = format!("The {} {which} the report of {}.", unit.name(), plain(report));
    let mut out = Reading::granule(granule, Certainty::Implied, reason).states(&["unit"]).implies(&["year"]).from(c.report_anchor(report));
    if year_end {
        out.modifier = Mod::End;
    }
    out
}

/// "the following week", "that day", "the year".
fn previous(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let year_ago = t.word(m.first).is(super::lexicon::YEAR_AGO) || t.word(m.first + 1).is(super::lexicon::YEAR_AGO);
    let unit = f.unit.unwrap_or(Unit::Year);
    if matches!(t.lower(m.last), "ended" | "ending") {
        let q = Quantity { n: Amount::ONE, unit, ..Quantity::default() };
        return Reading::new(TimexType::Duration, q.n.duration(unit), Certainty::Stated, "A length of time, stated.").states(&["unit"]);
    }
    let bare = !year_ago && f.direction == 0 && t.word(m.first).is(super::lexicon::THE) && !t.word(m.first + 1).is(super::lexicon::SAME);
    if year_ago
        && f.unit.is_none_or(|u| u == Unit::Quarter)
        && let Some((earlier, granule)) = c.quarter.and_then(|q| Some((q, q.granule.plus(-4)?)))
    {
        return Reading::granule(granule, Certainty::Implied, format!("A year before {}.", words(earlier.granule)))
            .states(&["unit"])
            .from(c.anchor(earlier));
    }
    if bare
        && unit == Unit::Quarter
        && let Some(earlier) = c.quarter
    {
        return Reading::granule(earlier.granule, Certainty::Implied, format!("The quarter named before, {}.", words(earlier.granule)))
            .states(&["unit"])
            .from(c.anchor(earlier));
    }
    if unit == Unit::Weekend
        && bare
        && let Some(report) = c.report.filter(|_| !c.narrative)
    {
        let ahead = matches!(c.tense(t, m), Tense::Ahead(_));
        let n = if !ahead && report.weekday() < 6 { -1 } else { 0 };
        if let Some(g) = Granule::around(report, Unit::Weekend).plus(n) {
            return Reading::granule(g, Certainty::Implied, format!("The weekend next to the report of {}.", long(report)))
                .states(&["unit"])
                .from(c.report_anchor(report));
        }
    }
    // In a news report "the year" is the report's; in history the previous date's.
    let earlier = c.earlier.filter(|_| !(bare && !c.narrative && c.report.is_some()));
    let from_earlier = earlier.and_then(|e| {
        let small = matches!(unit, Unit::Day | Unit::Week | Unit::Weekend);
        if small && e.granule.unit() > unit.max(Unit::Week) || unit == Unit::Month && e.granule.unit() > Unit::Month {
            return None;
        }
        Some((e, Granule::around(e.granule.day()?, unit).plus(f.direction)?))
    });
    if let Some((earlier, granule)) = from_earlier {
        let which = match f.direction {
            0 => "of",
            n if n < 0 => "before that of",
            _ => "after that of",
        };
        let reason = format!("The {} {which} the previous date, {}.", unit.name(), words(earlier.granule));
        return Reading::granule(granule, Certainty::Implied, reason).states(&["unit"]).from(c.anchor(earlier));
    }
    if let Some((report, granule)) = c.report.filter(|_| !c.narrative).and_then(|r| Some((r, Granule::around(r, unit).plus(f.direction)?)))
    {
        let reason = format!("No date stands before it; counted from the report of {}.", plain(report));
        return Reading::granule(granule, Certainty::Implied, reason).states(&["unit"]).from(c.report_anchor(report));
    }
    let value = match unit {
        Unit::Day => "XXXX-XX-XX",
        Unit::Week => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        _ => "XXXX",
    };
    Reading::new(TimexType::Date, value, Certainty::Open, "No date stands before it from which it could be counted.").states(&["unit"])
}

fn deictic(c: &Context, f: &Found) -> Reading {
    let n = f.direction + f.ordinal;
    let Some((report, day)) = c.report.and_then(|r| Some((r, r.plus(n)?))) else {
        return Reading::new(TimexType::Date, "XXXX-XX-XX", Certainty::Open, format!("{NO_REPORT}, so the day stays open."))
            .implies(&["year", "month", "day"]);
    };
    let reason = match n {
        0 => format!("The day of the report, {}.", long(report)),
        -1 => format!("The day before the report of {}.", long(report)),
        1 => format!("The day after the report of {}.", long(report)),
        n => format!("{} days {} the report of {}.", n.abs(), if n < 0 { "before" } else { "after" }, long(report)),
    };
    Reading::granule(Granule::Day(day), Certainty::Implied, reason).implies(&["year", "month", "day"]).from(c.report_anchor(report))
}

/// The stretch `n` units from `day`, as large as the unit.
fn shift(day: Day, q: Quantity, sign: i32) -> Option<Granule> {
    let whole = q.n.whole.checked_mul(sign)?;
    Some(match (q.unit, q.n.tenths) {
        (Unit::Year, 5) => Granule::around(day, Unit::Month).plus(sign.checked_mul(q.n.whole.checked_mul(12)?.checked_add(6)?)?)?,
        (Unit::Century, 5) => Granule::Year(day.ymd().0).plus(sign.checked_mul(q.n.whole.checked_mul(100)?.checked_add(50)?)?)?,
        (Unit::Decade, 5) => Granule::Year(day.ymd().0).plus(sign.checked_mul(q.n.whole.checked_mul(10)?.checked_add(5)?)?)?,
        (Unit::Fortnight, _) => Granule::around(day, Unit::Week).plus(whole.checked_mul(2)?)?,
        (Unit::Hour, _) if q.n.whole % 24 == 0 && q.n.whole > 0 => Granule::Day(day.plus(whole / 24)?),
        (Unit::Second | Unit::Minute | Unit::Hour | Unit::Night, _) => return None,
        (unit, _) => Granule::around(day, unit).plus(whole)?,
    })
}

fn vague_reference(sign: i32, reason: &str) -> Reading {
    Reading::new(TimexType::Date, if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }, Certainty::Vague, reason)
}

fn ago(c: &Context, f: &Found) -> Reading {
    let Some(q) = f.quantity.filter(|q| !q.n.vague) else {
        return vague_reference(-1, "So long before the report; the number is left open.");
    };
    let Some(report) = c.report else {
        return Reading::new(TimexType::Date, "PAST_REF", Certainty::Open, format!("{NO_REPORT}, so it cannot be counted back."));
    };
    let Some(granule) = shift(report, q, -1) else {
        return vague_reference(-1, "On the day of the report or just before; the hour of the report is not known.");
    };
    let mut out = Reading::granule(granule, Certainty::Implied, format!("{} before the report of {}.", counted(q), plain(report)))
        .states(&["number", "unit"])
        .from(c.report_anchor(report));
    out.modifier = q.modifier;
    out
}

/// "2 weeks".
fn counted(q: Quantity) -> String {
    let tenths = if q.n.tenths > 0 { format!(".{}", q.n.tenths) } else { String::new() };
    format!("{}{tenths} {}{}", q.n.whole, q.unit.name(), if q.n.whole == 1 && q.n.tenths == 0 { "" } else { "s" })
}

/// "two days later": from the previous date.
fn shifted(c: &Context, f: &Found) -> Reading {
    let sign = f.direction;
    let side = if sign < 0 { "before" } else { "after" };
    let Some(q) = f.quantity.filter(|q| !q.n.vague) else {
        return vague_reference(sign, "So long from the previous date; the number is left open.");
    };
    // Hours and minutes from an event whose time of day is not known: only the length is.
    if q.unit < Unit::Night {
        let mut out = Reading::new(
            TimexType::Duration,
            q.n.duration(q.unit),
            Certainty::Stated,
            format!("So long {side} what is told before; its time of day is not known."),
        );
        out.modifier = q.modifier;
        return out.states(&["number", "unit"]);
    }
    // "a year earlier" beside a quarter's figures is the same quarter of the year before.
    if q.unit == Unit::Year
        && q.n == Amount::ONE
        && sign < 0
        && let Some((earlier, granule)) =
            c.quarter.filter(|e| c.earlier.is_none_or(|p| p.span.start <= e.span.start)).and_then(|e| Some((e, e.granule.plus(-4)?)))
    {
        return Reading::granule(granule, Certainty::Implied, format!("A year before {}.", words(earlier.granule)))
            .states(&["number", "unit"])
            .from(c.anchor(earlier));
    }
    let fits = |e: &Earlier| e.granule.unit() <= q.unit.max(Unit::Week) || q.unit == Unit::Day && e.granule.unit() == Unit::Day;
    if let Some((earlier, granule)) = c.earlier.filter(fits).and_then(|e| Some((e, shift(e.granule.day()?, q, sign)?))) {
        let mut out =
            Reading::granule(granule, Certainty::Implied, format!("{} {side} the previous date, {}.", counted(q), words(earlier.granule)))
                .states(&["number", "unit"])
                .from(c.anchor(earlier));
        out.modifier = q.modifier;
        return out;
    }
    if let Some((report, granule)) = c.report.filter(|_| !c.narrative && c.earlier.is_none()).and_then(|r| Some((r, shift(r, q, sign)?))) {
        return Reading::granule(
            granule,
            Certainty::Implied,
            format!("No date stands before it; counted from the report of {}.", plain(report)),
        )
        .states(&["number", "unit"])
        .from(c.report_anchor(report));
    }
    let value = match q.unit {
        Unit::Year => "XXXX",
        Unit::Month => "XXXX-XX",
        Unit::Week => "XXXX-WXX",
        _ => "XXXX-XX-XX",
    };
    Reading::new(TimexType::Date, value, Certainty::Open, "The date from which it is counted is not known closely enough.")
        .states(&["number", "unit"])
}

/// "three months from now", "a week from Tuesday".
fn from(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let Some(q) = f.quantity.filter(|q| !q.n.vague) else { return vague_reference(1, "So long after; the number is left open.") };
    let base = if f.weekday > 0 || f.month > 0 || f.year.is_some() {
        let mut inner = *m;
        inner.make = Make::Date;
        if f.weekday > 0 && f.month == 0 {
            near(t, c, &Match { make: Make::Near, found: Found { direction: 1, ..f.to_owned() }, ..*m }).granule.and_then(Granule::day)
        } else {
            date(t, c, &inner).granule.and_then(Granule::day)
        }
    } else {
        c.report.and_then(|r| r.plus(f.direction))
    };
    match base.and_then(|d| Some((d, shift(d, q, 1)?))) {
        Some((base, granule)) => {
            // "a week from Tuesday" is a day.
            let granule = if f.weekday > 0 && q.unit == Unit::Week {
                q.n.whole.checked_mul(7).and_then(|n| base.plus(n)).map_or(granule, Granule::Day)
            } else {
                granule
            };
            let mut out =
                Reading::granule(granule, Certainty::Implied, format!("{} after {}.", counted(q), long(base))).states(&["number", "unit"]);
            out.anchor = c.report.map(|r| c.report_anchor(r));
            out
        }
        None => Reading::new(TimexType::Date, "FUTURE_REF", Certainty::Open, format!("{NO_REPORT}, so it cannot be counted.")),
    }
}

/// "last Friday", "next March", "this summer".
fn near(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let Some(report) = c.report else {
        let value = if f.weekday > 0 {
            format!("XXXX-WXX-{}", f.weekday)
        } else if let Some(s) = f.season {
            Granule::Season(1, s).value().replacen("0001", "XXXX", 1)
        } else {
            partial(f)
        };
        return Reading::new(TimexType::Date, value, Certainty::Open, format!("{NO_REPORT}, so it cannot be counted."));
    };
    let n = f.direction;
    let (year, month, _) = report.ymd();
    let granule = if f.weekday > 0 {
        let behind = i32::from((report.weekday() + 7 - f.weekday) % 7);
        let offset = match n {
            n if n < 0 => -(if behind == 0 { 7 } else { behind }),
            n if n > 0 => 7 - behind,
            _ if behind == 0 => 0,
            _ if matches!(c.tense(t, m), Tense::Back(Some(_))) => -behind,
            _ => 7 - behind,
        };
        report.plus(offset).map(Granule::Day)
    } else if f.feast > 0 {
        let all = [year - 1, year, year + 1].map(|y| feast::day(f.feast, y));
        let day = match n {
            n if n < 0 => all.into_iter().rev().flatten().find(|d| *d < report),
            n if n > 0 => all.into_iter().flatten().find(|d| *d > report),
            _ => feast::day(f.feast, year),
        };
        // "Easter weekend"
        if f.unit == Some(Unit::Weekend) { day.map(|d| Granule::around(d, Unit::Weekend)) } else { day.map(Granule::Day) }
    } else if let Some(s) = f.season {
        let now = Granule::around(report, Unit::Season);
        let this = Granule::Season(now.year(), s);
        match n {
            n if n < 0 => {
                if this.day() < now.day() {
                    Some(this)
                } else {
                    this.plus(-4)
                }
            }
            n if n > 0 => {
                if this.day() > now.day() {
                    Some(this)
                } else {
                    this.plus(4)
                }
            }
            // Winter has no one year; the calendar year of the report is its name here.
            _ => Some(Granule::Season(if s == 3 { now.year() } else { year }, s)),
        }
    } else if f.day > 0 {
        let year = match n {
            n if n < 0 => year - i32::from((f.month, f.day) >= (month, report.ymd().2)),
            n if n > 0 => year + i32::from((f.month, f.day) <= (month, report.ymd().2)),
            _ => year,
        };
        Day::new(year, f.month, f.day).map(Granule::Day)
    } else {
        let y = match n {
            n if n < 0 => year - i32::from(f.month >= month),
            n if n > 0 => year + i32::from(f.month <= month),
            _ => year,
        };
        Some(Granule::Month(y, f.month))
    };
    let Some(granule) = granule else {
        return Reading::new(TimexType::Date, "XXXX-XX-XX", Certainty::Vague, "Its day is not computed.");
    };
    let what = match (f.weekday, f.month, f.season) {
        (1.., _, _) => name_of(&WEEKDAY_NAMES, f.weekday),
        (_, 1.., _) => name_of(&MONTH_NAMES, f.month),
        (_, _, Some(_)) => "The season",
        _ => "The feast",
    };
    let side = match granule.interval() {
        Some(i) if i.last < report => "before",
        Some(i) if i.first > report => "after",
        _ => "of the time of",
    };
    Reading::granule(granule, Certainty::Implied, format!("{what} {side} the report of {}.", long(report)))
        .states(&["name"])
        .implies(&["year"])
        .from(c.report_anchor(report))
}

/// "the following Monday", "that summer".
fn near_previous(c: &Context, f: &Found) -> Reading {
    let base = c.earlier.map(|e| (e.granule, Some(e.span))).or_else(|| c.report.map(|r| (Granule::Day(r), c.report_span)));
    let found = base.and_then(|(g, span)| {
        let day = g.day()?;
        let n = f.direction;
        let granule = if f.weekday > 0 {
            if g.unit() != Unit::Day {
                return None;
            }
            let ahead = i32::from((f.weekday + 7 - day.weekday()) % 7);
            let offset = match n {
                n if n > 0 => {
                    if ahead == 0 {
                        7
                    } else {
                        ahead
                    }
                }
                n if n < 0 => ahead - 7,
                _ => ahead,
            };
            Granule::Day(day.plus(offset)?)
        } else if let Some(s) = f.season {
            Granule::Season(g.year(), s).plus(n.saturating_mul(4))?
        } else {
            let month = g.month().unwrap_or(1);
            let year = match n {
                n if n > 0 => g.year() + i32::from(f.month <= month),
                n if n < 0 => g.year() - i32::from(f.month >= month),
                _ => g.year(),
            };
            Granule::Month(year, f.month)
        };
        Some((g, span, granule))
    });
    match found {
        Some((g, span, granule)) => {
            let mut out =
                Reading::granule(granule, Certainty::Implied, format!("Counted from the previous date, {}.", words(g))).states(&["name"]);
            out.anchor = Some(Anchor { value: g.value(), span });
            out
        }
        None => {
            let value = if f.weekday > 0 { format!("XXXX-WXX-{}", f.weekday) } else { partial(f) };
            Reading::new(TimexType::Date, value, Certainty::Open, "No date stands before it from which it could be counted.")
                .states(&["name"])
        }
    }
}

/// "Tuesday of next week".
fn weekday_of(c: &Context, f: &Found) -> Reading {
    let day = c.report.and_then(|r| {
        let monday = Granule::around(r, Unit::Week).plus(f.direction)?.day()?;
        Some((r, monday.plus(i32::from(f.weekday) - 1)?))
    });
    match day {
        Some((report, day)) => {
            Reading::granule(Granule::Day(day), Certainty::Implied, format!("Counted in weeks from the report of {}.", long(report)))
                .states(&["weekday"])
                .from(c.report_anchor(report))
        }
        None => Reading::new(
            TimexType::Date,
            format!("XXXX-WXX-{}", f.weekday),
            Certainty::Open,
            format!("{NO_REPORT}, so the week stays open."),
        ),
    }
}

fn week_of(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let mut out = date(t, c, m);
    if let Some(Granule::Day(d)) = out.granule {
        let week = Granule::around(d, Unit::Week);
        out.granule = Some(week);
        out.value = week.value();
        out.interval = week.interval();
    }
    out
}

/// "the first week of March", "the last day of 2012": a day is counted out, else the edge is told.
fn nth(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let inner = Match { make: f.inner.unwrap_or(Make::Date), ..*m };
    let mut out = match inner.make {
        Make::Report => report(t, c, &Match { found: Found { unit: f.inner_unit, ..*f }, ..inner }),
        Make::Previous => previous(t, c, &Match { found: Found { unit: f.inner_unit, ..*f }, ..inner }),
        _ => date(t, c, &inner),
    };
    let Some(interval) = out.interval else { return out };
    let n = f.ordinal;
    match f.unit {
        Some(Unit::Day) => {
            let day = if n < 0 { Some(interval.last) } else { interval.first.plus(n - 1).filter(|d| *d <= interval.last) };
            let Some(day) = day else { return impossible(t, m) };
            let anchor = out.anchor.take();
            out = Reading::granule(Granule::Day(day), out.certainty, format!("Counted in {}.", out.value)).states(&["number", "unit"]);
            out.anchor = anchor;
        }
        Some(Unit::Month) if matches!(out.granule, Some(Granule::Year(_))) => {
            let year = interval.first.ymd().0;
            let month = if n < 0 { 12 } else { n.clamp(1, 12) as u8 };
            let anchor = out.anchor.take();
            out = Reading::granule(Granule::Month(year, month), out.certainty, format!("Counted in {year}.")).states(&["number", "unit"]);
            out.anchor = anchor;
        }
        _ => {
            out.modifier = match n {
                1 => Mod::Start,
                n if n < 0 => Mod::End,
                _ => Mod::Mid,
            };
        }
    }
    out
}

fn duration(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let q = f.quantity.unwrap_or_default();
    let mut value = q.n.duration(q.unit);
    if let Some((n, unit)) = q.rest {
        let more = n.duration(unit);
        let more = more.trim_start_matches('P');
        // One "T" parts days from hours.
        value.push_str(if value.contains('T') { more.trim_start_matches('T') } else { more });
    }
    let vague = q.n.vague;
    let mut out = Reading::new(
        TimexType::Duration,
        value,
        if vague { Certainty::Vague } else { Certainty::Stated },
        if vague { "A length of time whose number is left open." } else { "A length of time, stated." },
    )
    .states(&["number", "unit"]);
    out.modifier = q.modifier;
    let w = t.word(if t.word(m.first).is(super::lexicon::THE) { m.first + 1 } else { m.first });
    use super::lexicon::{LAST, NEXT, PAST};
    if let Some(report) = c.report.filter(|_| !c.narrative && w.is(LAST | PAST | NEXT) && !vague) {
        let sign = if w.is(NEXT) { 1 } else { -1 };
        if let Some(other) = back(report, q, sign) {
            out.interval = Some(if sign < 0 { Interval { first: other, last: report } } else { Interval { first: report, last: other } });
            out.reason =
                format!("A length of time that {} with the report of {}.", if sign < 0 { "ends" } else { "begins" }, plain(report));
            out.anchor = Some(c.report_anchor(report));
        }
    }
    out
}

/// The day a length of time away from `day`.
fn back(day: Day, q: Quantity, sign: i32) -> Option<Day> {
    let n = q.n.whole.checked_mul(sign)?;
    let months = |n: i32| {
        let Granule::Month(y, m) = Granule::around(day, Unit::Month).plus(n)? else { return None };
        Day::new(y, m, day.ymd().2.min(days_in_month(y, m)))
    };
    match q.unit {
        Unit::Second | Unit::Minute | Unit::Hour => Some(day),
        Unit::Day | Unit::Night => day.plus(n),
        Unit::Week | Unit::Weekend => day.plus(n.checked_mul(7)?),
        Unit::Fortnight => day.plus(n.checked_mul(14)?),
        Unit::Month => months(n),
        Unit::Quarter | Unit::Season => months(n.checked_mul(3)?),
        Unit::Half => months(n.checked_mul(6)?),
        Unit::Year => months(n.checked_mul(12)?),
        Unit::Decade => months(n.checked_mul(120)?),
        Unit::Century => months(n.checked_mul(1200)?),
        Unit::Millennium => None,
    }
}

/// "the past year".
fn one_unit(c: &Context, f: &Found) -> Reading {
    let unit = f.unit.unwrap_or_default();
    let q = Quantity { n: Amount::ONE, unit, ..Quantity::default() };
    let mut out = Reading::new(TimexType::Duration, q.n.duration(unit), Certainty::Stated, "A length of time, stated.").states(&["unit"]);
    if let Some((report, first)) = c.report.filter(|_| !c.narrative).and_then(|r| Some((r, back(r, q, -1)?))) {
        out.interval = Some(Interval { first, last: report });
        out.reason = format!("A length of time that ends with the report of {}.", plain(report));
        out.anchor = Some(c.report_anchor(report));
    }
    out
}

fn set(f: &Found) -> Reading {
    let part = f.part.and_then(|p| PART_CODES.get(usize::from(p)));
    let value = if f.weekday > 0 {
        format!("XXXX-WXX-{}{}", f.weekday, part.unwrap_or(&""))
    } else if f.month > 0 {
        format!("XXXX-{:02}", f.month)
    } else if let Some(s) = f.season {
        Granule::Season(1, s).value().replacen("0001", "XXXX", 1)
    } else if let Some(part) = part {
        format!("XXXX-XX-XX{part}")
    } else if let Some(q) = f.quantity {
        q.n.duration(q.unit)
    } else {
        let n = if f.ordinal == 2 { Amount { whole: 2, ..Amount::ONE } } else { Amount::ONE };
        n.duration(f.unit.unwrap_or_default())
    };
    Reading::new(TimexType::Set, value, Certainty::Stated, "It happens again and again.").states(&["frequency"])
}

fn reference(f: &Found, make: Make) -> Reading {
    let k = match (make, f.direction) {
        (Make::VagueUnits, 1..) => 2,
        (Make::VagueUnits, _) => 0,
        _ => usize::from(f.reference),
    };
    let reason = ["Before the report; how long is left open.", "At the time of the report.", "After the report; how long is left open."];
    Reading::new(TimexType::Date, *REFERENCES.get(k).unwrap_or(&"PAST_REF"), Certainty::Vague, *reason.get(k).unwrap_or(&""))
}

/// A time of day: on the day that the sentence names, else the report's.
fn clock(c: &Context, f: &Found) -> Reading {
    let time = f.clock.map_or(String::new(), super::quantity::Clock::value);
    let same = c.earlier.filter(|e| c.narrative || c.sentence_span.contains(e.span));
    let day = same.and_then(|e| if let Granule::Day(d) = e.granule { Some((d, c.anchor(e))) } else { None });
    let from_sentence = day.is_some();
    let day = day.or_else(|| c.report.filter(|_| !c.narrative).map(|r| (r, c.report_anchor(r))));
    let mut out = match day {
        Some((day, anchor)) => {
            let reason = format!("On {}, the day {}.", plain(day), if from_sentence { "named before it" } else { "of the report" });
            let mut out = Reading::granule(Granule::Day(day), Certainty::Implied, reason).implies(&["year", "month", "day"]).from(anchor);
            out.value.push_str(&time);
            out
        }
        None => Reading::new(TimexType::Time, format!("XXXX-XX-XX{time}"), Certainty::Open, "The day is not known."),
    };
    out.timex = TimexType::Time;
    out.states(&["hour"])
}

fn part_code(f: &Found) -> &'static str {
    f.part.and_then(|p| PART_CODES.get(usize::from(p))).copied().unwrap_or("TNI")
}

/// "in the morning": of the day that the sentence names, else in general.
fn generic_part(c: &Context, f: &Found) -> Reading {
    let code = part_code(f);
    let same = c.earlier.filter(|e| c.sentence_span.contains(e.span) && e.granule.unit() == Unit::Day);
    if let Some((e, Granule::Day(day))) = same.map(|e| (e, e.granule)) {
        let mut out = Reading::granule(Granule::Day(day), Certainty::Implied, format!("Of {}, the day named before it.", plain(day)))
            .from(c.anchor(e));
        out.value.push_str(code);
        out.timex = TimexType::Time;
        return out.states(&["part of day"]);
    }
    Reading::new(TimexType::Time, format!("XXXX-XX-XX{code}"), Certainty::Vague, "A part of the day; which day is not said.")
        .states(&["part of day"])
}

fn part_report(c: &Context, f: &Found) -> Reading {
    let code = part_code(f);
    let Some((report, day)) = c.report.and_then(|r| Some((r, r.plus(f.direction)?))) else {
        return Reading::new(TimexType::Time, format!("XXXX-XX-XX{code}"), Certainty::Open, format!("{NO_REPORT}, so the day stays open."))
            .states(&["part of day"]);
    };
    let mut out = Reading::granule(
        Granule::Day(day),
        Certainty::Implied,
        match f.direction {
            0 => format!("Of the day of the report, {}.", long(report)),
            n => format!("Of the day {} the report of {}.", if n < 0 { "before" } else { "after" }, long(report)),
        },
    )
    .from(c.report_anchor(report));
    out.value.push_str(code);
    out.timex = TimexType::Time;
    out.states(&["part of day"])
}

/// "the next morning", "that night".
fn part_previous(c: &Context, f: &Found) -> Reading {
    let code = part_code(f);
    let base = c
        .earlier
        .and_then(|e| if let Granule::Day(d) = e.granule { Some((d, c.anchor(e))) } else { None })
        .or_else(|| c.report.filter(|_| !c.narrative && c.earlier.is_none()).map(|r| (r, c.report_anchor(r))));
    let Some((base, anchor, day)) = base.and_then(|(b, a)| Some((b, a, b.plus(f.direction)?))) else {
        return Reading::new(TimexType::Time, format!("XXXX-XX-XX{code}"), Certainty::Open, "No day stands before it.")
            .states(&["part of day"]);
    };
    let which = match f.direction {
        0 => "of",
        n if n < 0 => "of the day before",
        _ => "of the day after",
    };
    let mut out = Reading::granule(Granule::Day(day), Certainty::Implied, format!("The part {which} {}.", plain(base))).from(anchor);
    out.value.push_str(code);
    out.timex = TimexType::Time;
    out.states(&["part of day"])
}
