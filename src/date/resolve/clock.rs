//! Times of day and parts of the day.

use super::reading::{Arg, DATE, HOUR, PART, Reading};
use super::{Context, Source};
use crate::date::calendar::Granule;
use crate::date::lexicon::{LATER, THE, TO};
use crate::date::matcher::{Found, Match, Tokens};
use crate::date::quantity::put_clock;
use crate::date::tense::Tense;
use crate::date::{Certainty, Day, TimexType};
use crate::text::Span;

/// A time of day: on the day that the sentence names, else the report's.
pub(super) fn clock(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let mut time = String::new();
    let minutes = m.found.clock.map_or(0, |clock| clock.minutes());
    put_clock(&mut time, minutes);
    let same = c
        .earlier_day()
        .filter(|(_, s)| c.narrative || s.span.is_some_and(|s| c.sentence_span.contains(s)))
        .or_else(|| c.scene_goes_on().filter(|_| !matches!(c.tense(t, m), Tense::Ahead(_))));
    // "polls open from 7 a.m. to 8 p.m.": hours that come round every day belong to none.
    let general = same.is_none() && hours(t, m);
    // "from midnight to 7 a.m."
    let ends = t.one_of(m.before(), "to till until") && c.told.is_some_and(|told| told.minutes > minutes && near(t, m, told.span));
    let same = same.and_then(|(day, source)| Some((day.plus(i32::from(ends))?, source)));
    let (day, source, reason) = match (same, c.news()) {
        (Some((day, source)), _) => (day, source, "On @, the day named before it."),
        (None, Some(report)) if !general => (report, c.source(report), "On @, the day of the report."),
        _ => {
            let (value, certainty, why) = if general {
                ("", Certainty::Vague, "Hours as they come round; no day is said.")
            } else {
                ("XXXX-XX-XX", Certainty::Open, "The day is not known.")
            };
            return Reading::new(TimexType::Time, value, certainty, why).timed(&time, HOUR);
        }
    };
    let mut out = Reading::from(Granule::day(day), source, reason, &[]);
    out.minutes = Some(minutes);
    out.implies(DATE).timed(&time, HOUR)
}

/// Whether a match stands behind `span` with but one token between.
fn near(t: &Tokens<'_>, m: &Match, span: Span) -> bool {
    t.doc.token_at(span.end.saturating_sub(1)) + 2 == m.first
}

/// Whether a match is one end of "from 9 a.m. to 5 p.m.".
fn hours(t: &Tokens<'_>, m: &Match) -> bool {
    let to = |i: usize| t.is(i, TO) && t.one_of(i, "to");
    to(m.last) && crate::date::quantity::clock(t, m.last + 1).is_some()
        || m.first >= 2
            && to(m.first - 1)
            && (2..=4).any(|n| m.first > n && crate::date::quantity::clock(t, m.first - n).is_some_and(|(_, e)| e + 1 == m.first))
}

/// A part of a day that is known.
fn part_of(f: &Found, day: Day, source: Source, reason: &str, args: &[Arg<'_>]) -> Reading {
    Reading::from(Granule::day(day), source, reason, args).timed(f.part_code().unwrap_or("TNI"), PART)
}

/// A part of a day that is not.
fn part_open(f: &Found, certainty: Certainty, reason: &str) -> Reading {
    Reading::new(TimexType::Time, "XXXX-XX-XX", certainty, reason).timed(f.part_code().unwrap_or("TNI"), PART)
}

/// "in the morning": of the day that the sentence names, else in general.
pub(super) fn generic_part(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    // "later in the evening" goes on from the sentence before.
    let goes_on = m.first >= 2 && t.one_of(m.first - 1, "in") && t.one_of(m.first - 2, "later earlier late early");
    // "afternoon thunderstorms" are of no day.
    let any_day = m.first > 0
        && !t.one_of(m.first - 1, "one")
        && !t.is(m.first, THE | LATER)
        && m.last - m.first == 1
        && !t.is_mark(m.last)
        && t.is_word(m.last)
        && t.word(m.last).class == 0;
    let near = |s: &Source| s.span.is_some_and(|s| c.sentence_span.contains(s)) || goes_on && c.goes_on(1);
    match c.earlier_day().filter(|(_, s)| !any_day && near(s)) {
        Some((day, source)) => part_of(f, day, source, "Of @, the day named before it.", &[]),
        None => part_open(f, Certainty::Vague, "A part of the day; which day is not said."),
    }
}

/// "this morning", "last night".
pub(super) fn part_report(c: &Context, f: &Found) -> Reading {
    let Some((report, day)) = c.report.and_then(|r| Some((r, r.plus(f.direction)?))) else {
        return part_open(f, Certainty::Open, "The report's date is not known, so the day stays open.");
    };
    let reason = if f.direction == 0 { "Of the day of the report, #." } else { "Of the day * the report of #." };
    part_of(f, day, c.source(report), reason, &[Arg::Side(f.direction)])
}

/// "the next morning", "that night".
pub(super) fn part_previous(c: &Context, f: &Found) -> Reading {
    let base = c.earlier_day().or_else(|| c.news().filter(|_| c.earlier.is_none()).map(|r| (r, c.source(r))));
    let Some((source, day)) = base.and_then(|(base, source)| Some((source, base.plus(f.direction)?))) else {
        return part_open(f, Certainty::Open, "No day stands before it.");
    };
    let which = match f.direction {
        0 => "of",
        n if n < 0 => "of the day before",
        _ => "of the day after",
    };
    part_of(f, day, source, "The part * @.", &[Arg::Text(which)])
}
