//! Lengths of time that are counted from an event: "a month after the summit".
//!
//! In: what was read. Out: the days on which such a length ends, where the report itself dates the
//! event. TimeML keeps the expression a length ("a month", P1M); what is added is its interval, its
//! anchor and what happened then. The event is told by the noun alone, so that two dates for one
//! noun leave it open.

use super::calendar::Granule;
use super::event;
use super::lexicon::*;
use super::matcher::{Match, Tokens};
use super::quantity::Quantity;
use super::resolve::{Arg, say, shift_days};
use super::{Anchor, Certainty, Interval, TimeExpression, TimexType};
use crate::entity::Names;
use crate::text::Span;
use std::ops::Range;

/// How many words a noun phrase may have.
const LONGEST: usize = 12;

/// How many dates before and behind are asked: the work stays linear.
const NEAR: usize = 40;

/// Dates the length `out[k]`, whose tokens are `m`.
pub(super) fn tie(t: &Tokens<'_>, names: &Names, m: &Match, out: &mut [TimeExpression], k: usize) {
    let (Some(q), Some(own)) = (m.found.quantity, out.get(k)) else { return };
    if own.timex != TimexType::Duration || own.interval.is_some() || !t.is(m.last, BEFORE) {
        return;
    }
    let Some(nouns) = nouns(t, m.last + 1) else { return };
    let sign = if t.is(m.last, EARLIER) { -1 } else { 1 };
    let named = t.doc.span(nouns.clone());
    let told = told(t, out, k, &nouns);
    let (event, found) = match told {
        Told::Once(j) => match out.get(j).and_then(|e| Some((e, counted(e.interval?, q, sign)?))) {
            Some((e, granule)) => (e, granule),
            None => return,
        },
        Told::Never | Told::Differently => {
            let why =
                if matches!(told, Told::Never) { "which the report does not date" } else { "for which the report tells several dates" };
            if let Some(own) = out.get_mut(k) {
                own.reason = say("Counted from \"*\", *.", &[Arg::Text(named.of(&t.doc.text)), Arg::Text(why)]);
            }
            return;
        }
    };
    let args = [Arg::Count(q), Arg::Side(sign), Arg::Text(named.of(&t.doc.text)), Arg::Text(&event.value)];
    let reason = say("* * \"*\", which the report dates *.", &args);
    let anchor = Anchor { value: event.value.clone(), span: Some(event.span) };
    let interval = found.interval();
    let what = event::event(t, names, m.first..m.last, TimexType::Date);
    if let Some(own) = out.get_mut(k) {
        (own.reason, own.anchor, own.interval, own.event) = (reason, Some(anchor), interval, what);
        own.certainty = Certainty::Implied;
    }
}

fn counted(from: Interval, q: Quantity, sign: i32) -> Option<Granule> {
    // From a whole year on nobody counts in days.
    (from.last.0 - from.first.0 <= 31).then(|| shift_days(from, q, sign))?
}

/// The noun phrase that begins at `i` with a determiner.
fn nouns(t: &Tokens<'_>, i: usize) -> Option<Range<usize>> {
    if !t.is(i, THE | THAT | THIS) && !among("his her their its", t.lower(i)) {
        return None;
    }
    let ends = |k: usize| {
        t.is_mark(k) && t.lower(k) != "'s" && t.lower(k) != "-"
            || t.is(k, PAST_VERB | PRESENT_VERB | FUTURE_VERB | AND)
            || among("who which that when where as but he she they it we", t.lower(k))
    };
    let last = (i + 1..i + LONGEST).find(|&k| k >= t.end || ends(k)).unwrap_or(i + LONGEST).min(t.end);
    (last > i + 1).then_some(i..last)
}

/// What the report tells of an event's date.
#[derive(Debug, Clone, Copy)]
enum Told {
    Never,
    Differently,
    /// By this expression.
    Once(usize),
}

/// The date of the event that `nouns` name: one inside the phrase, else that of another clause with
/// the same noun.
fn told(t: &Tokens<'_>, out: &[TimeExpression], k: usize, nouns: &Range<usize>) -> Told {
    let span = t.doc.span(nouns.clone());
    let is_date = |e: &TimeExpression| {
        e.timex == TimexType::Date && e.interval.is_some() && matches!(e.certainty, Certainty::Stated | Certainty::Implied)
    };
    if let Some(j) = out.iter().enumerate().skip(k + 1).take(3).find(|(_, e)| span.contains(e.span) && is_date(e)).map(|(j, _)| j) {
        return Told::Once(j);
    }
    // The head stands before the first preposition; "the failure of the summit" is dated by either.
    let heads = heads(t, nouns);
    let own = t.doc.sentence_of(nouns.start);
    for head in heads.into_iter().flatten() {
        let word = t.lower(head);
        let mut found = Told::Never;
        for (j, e) in out.iter().enumerate().skip(k.saturating_sub(NEAR)).take(2 * NEAR) {
            let Some(event) = e.event.as_ref().filter(|_| is_date(e)) else { continue };
            if t.doc.sentence_of(t.doc.token_at(e.span.start)) == own || !holds(t, event.clause, word) {
                continue;
            }
            found = match found {
                Told::Never => Told::Once(j),
                Told::Once(i) if out.get(i).is_some_and(|o| o.value == e.value) => found,
                _ => return Told::Differently,
            };
        }
        if !matches!(found, Told::Never) {
            return found;
        }
    }
    Told::Never
}

/// The heads of a noun phrase: before its "of", and behind it.
fn heads(t: &Tokens<'_>, nouns: &Range<usize>) -> [Option<usize>; 2] {
    let joint = |i: usize| among("of in at on for to with by from between over against near", t.lower(i));
    let head = |range: Range<usize>| {
        let last = range.clone().find(|&i| joint(i)).unwrap_or(range.end);
        last.checked_sub(1).filter(|&i| i > range.start && t.lower(i).len() > 2)
    };
    let first = nouns.clone().find(|&i| joint(i));
    [head(nouns.clone()), first.filter(|&i| t.lower(i) == "of").and_then(|i| head(i + 1..nouns.end))]
}

/// Whether a clause has the noun.
fn holds(t: &Tokens<'_>, clause: Span, word: &str) -> bool {
    t.doc.tokens_in(clause).any(|i| t.lower(i) == word)
}
