//! From what the words stand for to a TIMEX3 value: what the text leaves out is filled from the
//! report's date, the previous date and the tense, and each reading tells its reason.
//!
//! - [`stated`]: days, months and years that the text names, and what it leaves out of them;
//! - [`named`]: weekdays, quarters, seasons and feasts, near the report or another date;
//! - [`counted`]: "this week", "two days ago", "a year earlier", and lengths of time;
//! - [`clock`]: times and parts of the day;
//! - [`vague`]: recurring times and "recently", "soon";
//! - [`reading`]: what comes out.

mod clock;
mod counted;
mod named;
mod reading;
mod stated;
mod vague;

pub(super) use counted::shift_days;
pub(super) use reading::{Arg, Reading, names, say};

use super::calendar::{Granule, Unit};
use super::grammar::Make;
use super::lexicon::Mod;
use super::matcher::{Found, Match, Tokens};
use super::quantity::put_clock;
use super::tense::{Tense, tense};
use super::{Certainty, Day, Interval, TimexType};
use crate::text::Span;
use std::ops::Range;

/// The previous date of the narrative.
#[derive(Debug, Clone, Copy)]
pub(super) struct Earlier {
    pub(super) granule: Granule,
    pub(super) span: Span,
}

/// What a reading is counted from, and where the text states it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source {
    pub(super) granule: Granule,
    pub(super) span: Option<Span>,
}

/// The last time of day that was told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    pub(super) day: Day,
    pub(super) minutes: i32,
    pub(super) span: Span,
    pub(super) sentence: usize,
}

/// How many days before the report a scene lies at least.
const SCENE_DAYS: i32 = 14;

/// How many sentences may lie between two times of one day.
const TIMES_APART: usize = 3;

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
    /// The sentence of `earlier`.
    pub(super) earlier_sentence: usize,
    /// The last date that was a day, and its sentence.
    pub(super) last_day: Option<(Earlier, usize)>,
    /// The last day outside of quotations in the week up to the report: that of its news.
    pub(super) news_day: Option<Earlier>,
    /// The days that the text names, one bit each, by the number of their month.
    pub(super) days: [u32; 13],
    /// The day with which a range begins that this expression ends.
    pub(super) from: Option<Day>,
    /// The date whose year bare months take on: the last that gave a month, or a year that opens a
    /// sentence or paragraph. Years in passing ("the war that lasted until 1976") do not move it.
    pub(super) frame: Option<Earlier>,
    /// The sentence of `frame`.
    pub(super) frame_sentence: usize,
    /// The number of the sentence that is read.
    pub(super) sentence_number: usize,
    /// The last quarter or half named, for "the quarter", "a year earlier".
    pub(super) quarter: Option<Earlier>,
    /// For each month the date with a year that the text states in it; the second of the pair says
    /// that all of them have one year.
    pub(super) months: [Option<(Earlier, bool)>; 12],
    pub(super) told: Option<Told>,
    /// The sentence that is read, as tokens and as span.
    pub(super) sentence: Range<usize>,
    pub(super) sentence_span: Span,
    /// The paragraph of the sentence.
    pub(super) sentence_block: Span,
}

impl Context {
    fn source(&self, report: Day) -> Source {
        Source { granule: Granule::day(report), span: self.report_span }
    }

    /// A stretch that is counted from the report.
    #[inline(never)]
    fn reading(&self, granule: Granule, report: Day, reason: &str, args: &[Arg<'_>]) -> Reading {
        Reading::from(granule, self.source(report), reason, args)
    }

    #[inline(never)]
    fn tense(&self, t: &Tokens<'_>, m: &Match) -> Tense {
        tense(t, self.sentence.clone(), m.first, m.last)
    }

    /// The report's date where the text is news, not history.
    fn news(&self) -> Option<Day> {
        self.report.filter(|_| !self.narrative)
    }

    /// The day of the previous date, if it is one day.
    #[inline(never)]
    fn earlier_day(&self) -> Option<(Day, Source)> {
        self.earlier.and_then(|e| Some((e.granule.as_day()?, e.into())))
    }

    /// The same if it lies so far back that what was told with it is a scene of its own.
    #[inline(never)]
    fn scene(&self) -> Option<(Day, Source)> {
        self.earlier_day().filter(|(day, _)| self.report.is_none_or(|report| day.0 + SCENE_DAYS < report.0))
    }

    /// The day to which a time of day belongs that names none: that of an old scene, of another time shortly
    /// before, or of the sentence before.
    fn scene_goes_on(&self) -> Option<(Day, Source)> {
        let told = self.told.filter(|told| told.sentence + TIMES_APART >= self.sentence_number);
        let told = || told.map(|told| (told.day, Source { granule: Granule::day(told.day), span: Some(told.span) }));
        let goes_on = self.earlier.is_some_and(|e| matches!(e.granule.unit, Unit::Day | Unit::Year));
        let last = || self.last_day.filter(|(_, sentence)| goes_on && sentence + 1 >= self.sentence_number);
        let last = || last().and_then(|(day, _)| Some((day.granule.as_day()?, day.into())));
        self.scene().filter(|_| self.goes_on(2)).or_else(told).or_else(last)
    }

    /// Whether the previous date stands at most `n` sentences before.
    fn goes_on(&self, n: usize) -> bool {
        self.earlier_sentence + n >= self.sentence_number
    }
}

/// Reads a match.
pub(super) fn resolve(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let mut out = match m.make {
        Make::Date => stated::date(t, c, m),
        Make::Iso => stated::iso(t, f),
        Make::Slashes => stated::slashes(t, c, m),
        Make::Days => stated::days(t, c, m),
        Make::Years => stated::years(f),
        // The reader cuts these in two before it resolves them.
        Make::Span | Make::Inner => Reading::new(TimexType::Date, "XXXX-XX-XX", Certainty::Vague, "Two names in one word."),
        Make::Decade => stated::decade(f),
        Make::Century => stated::century(c, f),
        Make::Anniversary => stated::anniversary(c, f),
        Make::Quarter | Make::Half => named::part_of_year(t, c, m),
        Make::Season => named::season(t, c, m),
        Make::Feast => named::feast_day(t, c, m),
        Make::Near => named::near(t, c, m),
        Make::NearPrevious => named::near_previous(c, f),
        Make::WeekdayOf => named::weekday_of(c, f),
        Make::WeekOf => named::week_of(t, c, m),
        Make::Nth => named::nth(t, c, m),
        Make::Report => counted::report(t, c, m),
        Make::Previous => counted::previous(t, c, m),
        Make::Deictic => counted::deictic(c, f),
        Make::Ago => counted::ago(c, f),
        Make::Shifted => counted::shifted(c, f),
        Make::From => counted::from(t, c, m),
        Make::Duration | Make::OneUnit => counted::duration(t, c, m),
        Make::Units => counted::units(f),
        Make::Set => vague::set(f),
        Make::WeekdaySet => vague::weekday_set(f),
        Make::OftenSet => vague::often_set(f),
        Make::Reference | Make::VagueUnits => vague::reference(f, m.make),
        Make::Then => vague::then(t, c, m),
        Make::SamePeriod => counted::same_period(c, f),
        // What it is the day of is looked for once all dates are read.
        Make::EventDay => Reading::open("XXXX-XX-XX", "The report does not date what it is the day of."),
        Make::Clock => clock::clock(t, c, m),
        Make::Part => clock::generic_part(t, c, m),
        Make::PartReport => clock::part_report(c, f),
        Make::PartPrevious => clock::part_previous(c, f),
    };
    if out.modifier == Mod::None {
        out.modifier = f.modifier;
    }
    narrow(&mut out);
    if !matches!(m.make, Make::Part | Make::PartReport | Make::PartPrevious | Make::WeekdaySet | Make::Clock | Make::Set | Make::EventDay) {
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
        put_clock(&mut out.value, clock.minutes());
        out.timex = TimexType::Time;
        out.stated |= reading::HOUR;
        out.minutes = Some(clock.minutes());
    } else if let Some(code) = f.part_code()
        && (out.value.len() == 10 || out.value.contains("WXX"))
    {
        out.value.push_str(code);
        out.timex = TimexType::Time;
        out.stated |= reading::PART;
    }
}

/// A value with places left open for a stretch of size `unit`.
fn open_value(unit: Unit) -> &'static str {
    match unit {
        Unit::Week => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
        u if u < Unit::Week => "XXXX-XX-XX",
        _ => "XXXX",
    }
}

/// The value of a stretch whose year is open.
fn without_year(granule: Granule) -> String {
    let mut value = "XXXX".to_owned();
    value.push_str(granule.value().get(4..).unwrap_or(""));
    value
}
