//! Times that hang on something told elsewhere: lengths counted from an event ("a month after the
//! summit"), its days ("the day of the attack", "day five"), and "today" where it is not the report's day.
//!
//! In: what was read. Out: their days, where the report itself dates the event. TimeML keeps a length
//! as it is ("a month", P1M); what is added is its interval, its anchor and what happened then. The
//! event is told by the noun alone, so that two dates for one noun leave it open.

use super::calendar::Granule;
use super::event::{self, Place};
use super::grammar::Make;
use super::lexicon::*;
use super::matcher::{Match, Tokens};
use super::quantity::Quantity;
use super::reader::quoted;
use super::resolve::{Arg, Context, Earlier, say, shift_days};
use super::row::Piece;
use super::tense::{Tense, tense};
use super::{Anchor, Certainty, Day, Interval, TimeExpression, TimexType};
use crate::entity::Names;
use crate::text::Span;
use std::ops::Range;

/// How many words a noun phrase may have.
const LONGEST: usize = 12;

/// How many dates before and behind are asked: the work stays linear.
const NEAR: usize = 40;

/// Dates the length `out[k]`, whose tokens are `m`.
pub(super) fn tie(t: &Tokens<'_>, names: &Names, m: &Match, out: &mut [TimeExpression], k: usize, report: Option<Day>) {
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
            // What has been told lies behind the report: another event is meant.
            Some((_, granule)) if sign > 0 && granule.first_day() > report && report.is_some() && past(t, m) => return,
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
    let args = [Arg::Count(&q), Arg::Side(sign), Arg::Text(named.of(&t.doc.text)), Arg::Text(&event.value)];
    let reason = say("* * \"*\", which the report dates *.", &args);
    let anchor = Anchor { value: event.value.clone(), span: Some(event.span) };
    let interval = found.interval();
    let date = m.first..m.last;
    let place = Place { group: date.clone(), date };
    let what = event::event(t, names, &place, TimexType::Date);
    if let Some(own) = out.get_mut(k) {
        (own.reason, own.anchor, own.interval, own.event) = (reason, Some(anchor), interval, what);
        own.certainty = Certainty::Implied;
    }
}

/// Whether the sentence of a match tells of what has been.
fn past(t: &Tokens<'_>, m: &Match) -> bool {
    let sentence = t.doc.sentences.get(t.doc.sentence_of(m.first)).map_or(0..0, |s| s.tokens());
    matches!(tense(t, sentence, m.first, m.last), Tense::Back(Some(_)))
}

/// Dates the days of events among `out`, given by number and tokens: by a date right beside ("Saturday,
/// the opening night"), by the same words elsewhere, by what the report tells of the event.
pub(super) fn event_days(t: &Tokens<'_>, days: &[(usize, Range<usize>)], out: &mut [TimeExpression]) {
    let mut dated: Vec<(usize, Range<usize>)> = Vec::new();
    for (k, tokens) in days {
        let beside = [k.checked_sub(1), Some(k + 1)].into_iter().flatten().find(|&j| apposed(t, out, j, tokens));
        if let Some(j) = beside {
            on_day_of(out, *k, j);
            if !dated.iter().any(|(_, other)| same_words(t, other, tokens)) {
                dated.push((*k, tokens.clone()));
            }
        }
    }
    for (k, tokens) in days {
        if out.get(*k).is_none_or(|e| e.certainty != Certainty::Open) {
            continue;
        }
        let named = dated.iter().find(|(_, other)| same_words(t, other, tokens)).map(|(j, _)| *j);
        let event = || match told(t, out, *k, &nouns(t, tokens.end + 1).filter(|_| t.is(tokens.end, OF))?) {
            Told::Once(j) => Some(j),
            Told::Never | Told::Differently => None,
        };
        if let Some(j) = named.or_else(event) {
            on_day_of(out, *k, j);
        }
    }
}

/// Whether expression `j` is one day and stands right beside the tokens, parted by a comma or bracket.
fn apposed(t: &Tokens<'_>, out: &[TimeExpression], j: usize, tokens: &Range<usize>) -> bool {
    let Some(e) = out.get(j).filter(|e| matches!(e.timex, TimexType::Date | TimexType::Time)) else { return false };
    let other = t.doc.tokens_in(e.span);
    let gap = if other.end <= tokens.start { other.end..tokens.start } else { tokens.end..other.start };
    e.interval.is_some_and(|i| i.first == i.last) && gap.len() == 1 && t.one_of(gap.start, ", (")
}

/// Whether both have the same words but for "the".
fn same_words(t: &Tokens<'_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    let words = |range: &Range<usize>| range.clone().filter(|&i| !t.is(i, THE));
    words(a).map(|i| t.lower(i)).eq(words(b).map(|i| t.lower(i)))
}

/// Gives expression `k` the day of expression `j`.
fn on_day_of(out: &mut [TimeExpression], k: usize, j: usize) {
    let day = |e: &TimeExpression| e.interval.filter(|i| i.first == i.last).map(|i| (i, e.span));
    let Some((interval, span)) = out.get(j).and_then(day) else { return };
    if let Some(own) = out.get_mut(k) {
        own.value = Granule::day(interval.first).value();
        own.anchor = Some(Anchor { value: own.value.clone(), span: Some(span) });
        own.interval = Some(interval);
        own.certainty = Certainty::Implied;
        own.reason = say("The report tells its day, *.", &[Arg::Long(interval.first)]);
    }
}

/// The day from which a "today" or "last week" inside a quotation is counted, where the news is of
/// another day than the report: quotations are mostly of that day.
pub(super) fn said_on(t: &Tokens<'_>, c: &Context, m: &Match) -> Option<Earlier> {
    let speaks = matches!(m.make, Make::Deictic | Make::Report | Make::PartReport | Make::Near);
    let day = c.news_day.filter(|day| speaks && !c.narrative && day.granule.as_day() != c.report)?;
    let near = c.sentence_block.contains(day.span);
    let start = if near { t.doc.tokens_in(c.sentence_block).start } else { c.sentence.start };
    quoted(t, start, m).then_some(day)
}

/// Whether a year only places a noun or stands in a subordinate clause, so that what follows is not of
/// that year: "following his 2002 conviction", "Roe, who was convicted in 2002".
pub(super) fn in_passing(t: &Tokens<'_>, start: usize, m: &Match) -> bool {
    let clause = (start..m.first).rev().take(LONGEST).take_while(|&i| !t.is(i, COMMA));
    placing(t, m) || clause.into_iter().any(|i| t.one_of(i, "who which that whose since until following after before"))
}

/// Whether a date only says which: "the June 20 shooting", "his 2002 conviction".
pub(super) fn placing(t: &Tokens<'_>, m: &Match) -> bool {
    let noun = t.is_word(m.last) && t.word(m.last).class == 0;
    m.first.checked_sub(1).is_some_and(|i| noun && (t.is(i, THE | A) || t.one_of(i, "his her their its 's")))
}

/// The report's day, where it says "today (July 25, 2022)".
pub(super) fn dated_today(t: &Tokens<'_>, pieces: &[Piece]) -> Option<(Day, Span)> {
    pieces.windows(2).find_map(|pair| {
        let [today, full] = pair else { return None };
        let beside = matches!(today.found.make, Make::Deictic | Make::PartReport)
            && today.found.last + 1 == full.found.first
            && t.one_of(today.found.last, ", (");
        let f = &full.found.found;
        let day = f.year.filter(|_| beside).and_then(|year| Day::new(year, f.month, f.day))?;
        Some((day.plus(-today.found.found.direction)?, full.span))
    })
}

fn counted(from: Interval, q: Quantity, sign: i32) -> Option<Granule> {
    // From a whole year on nobody counts in days.
    (from.last.0 - from.first.0 <= 31).then(|| shift_days(from, q, sign))?
}

/// The noun phrase that begins at `i` with a determiner.
fn nouns(t: &Tokens<'_>, i: usize) -> Option<Range<usize>> {
    if !t.is(i, THE | THAT | THIS) && !t.one_of(i, "his her their its") {
        return None;
    }
    let ends = |k: usize| {
        t.is_mark(k) && !t.one_of(k, "'s") && !t.one_of(k, "-")
            || t.is(k, PAST_VERB | PRESENT_VERB | FUTURE_VERB | AND)
            || t.one_of(k, "who which that when where as but he she they it we")
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
    // "a month after the toll passed ten on May 3": a clause is dated by its own words alone.
    let clause = t.is(nouns.end, FINITE);
    let sentence = t.doc.sentences.get(t.doc.sentence_of(nouns.start)).map_or(nouns.end, |s| s.tokens().end);
    let span = t.doc.span(nouns.start..if clause { sentence } else { nouns.end });
    let is_date = |e: &TimeExpression| {
        e.timex == TimexType::Date && e.interval.is_some() && matches!(e.certainty, Certainty::Stated | Certainty::Implied)
    };
    if let Some(j) = out.iter().enumerate().skip(k + 1).take(3).find(|(_, e)| span.contains(e.span) && is_date(e)).map(|(j, _)| j) {
        return Told::Once(j);
    }
    if clause {
        return Told::Never;
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
    let joint = |i: usize| t.one_of(i, "of in at on for to with by from between over against near");
    let head = |range: Range<usize>| {
        let last = range.clone().find(|&i| joint(i)).unwrap_or(range.end);
        last.checked_sub(1).filter(|&i| i > range.start && t.lower(i).len() > 2)
    };
    let first = nouns.clone().find(|&i| joint(i));
    [head(nouns.clone()), first.filter(|&i| t.one_of(i, "of")).and_then(|i| head(i + 1..nouns.end))]
}

/// Whether a clause has the noun.
fn holds(t: &Tokens<'_>, clause: Span, word: &str) -> bool {
    t.doc.tokens_in(clause).any(|i| t.lower(i) == word)
}
