//! What happened at a date: the clause that the date modifies, its main verb and who takes part.
//!
//! In: a dated sentence. Out: a [`DatedEvent`] whose label ([`super::label`]) is the clause with the date
//! and its preposition taken out. Clauses are told by marks and conjunctions, not by a parser: a label
//! can carry a neighbour's words, but never words that the text does not have.

use super::clause::*;
use super::label::{self, Kept};
use super::lexicon::*;
use super::matcher::Tokens;
use super::{DatedEvent, TimexType};
use crate::entity::{Kind, Mention, Names};
use crate::text::{BlockKind, Span};
use std::ops::Range;

/// How far a clause may reach from its date, in tokens.
pub(super) const REACH: usize = 48;

/// Participles that tie a date to the noun before them: "a statement issued late Thursday".
const TYING: &str = "issued released published dated held made sent posted signed aired broadcast filed delivered seen taken";

/// Words after which a date is a bound of what happened, not its time: it stays in the label.
const BOUNDING: &str = "since until till by from between before after than through to for as preceding into";

/// Nouns and participles of a charge, whose deed has the date: "accused of killing two men on Monday".
const CHARGES: &str = "accused charged convicted suspected guilty acquitted indicted charge charges conspiring plotting";

/// A date among its neighbours, in tokens.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) date: Range<usize>,
    /// With what tells the same time beside it: "today at 10:30 (0930 GMT)".
    pub(super) group: Range<usize>,
    /// Where the expression before it ends.
    pub(super) before: usize,
}

/// The event of a date.
pub(super) fn event(t: &Tokens<'_>, names: &Names, place: &Place, timex: TimexType) -> Option<DatedEvent> {
    let whole = reach(t, &place.date, timex)?;
    let bound = || bound_noun(t, &whole, &place.date).or_else(|| with_participle(t, &whole, &place.date)).map(Kept::only);
    if let Some(kept) = noun_phrase(t, &whole, &place.date).or_else(bound).or_else(|| deed(t, &whole, place)) {
        return finish(t, names, kept, None);
    }
    let part = clause(t, names, &whole, place);
    let Some(verb) = main_verb(t, names, &part.clause, &place.group) else {
        // "his landmark meeting with Mr Trump in Singapore last year": the noun that the date follows.
        return finish(t, names, Kept::only(noun_before(t, &whole, &place.date)?), None);
    };
    let cut = cut(t, &part.clause, place);
    finish(t, names, Kept { subject: part.subject, clause: part.clause, cut }, Some(verb))
}

/// Whether the year is part of a title: "the Companies Act, 2006", "Vision 2030".
fn titled(t: &Tokens<'_>, date: &Range<usize>) -> bool {
    const TITLES: &str =
        "act bill code law ordinance regulations rules vision agenda expo cup olympics championship championships games plan strategy";
    let before = date.start - usize::from(date.start > 0 && t.is(date.start - 1, COMMA));
    before > 0 && t.is(date.start, YEAR) && t.capital(before - 1) && t.one_of(before - 1, TITLES)
}

/// The words around a date in which its event is looked for; none where a date tells of nothing.
fn reach(t: &Tokens<'_>, date: &Range<usize>, timex: TimexType) -> Option<Range<usize>> {
    let doc = t.doc;
    if matches!(timex, TimexType::Set | TimexType::Duration) || titled(t, date) {
        return None;
    }
    let sentence = doc.sentences.get(doc.sentence_of(date.start))?;
    let block = doc.blocks.get(sentence.block as usize)?;
    if matches!(block.kind, BlockKind::DateLine | BlockKind::Byline | BlockKind::Furniture) {
        return None;
    }
    let mut whole = sentence.tokens();
    if let Some(line) = &doc.header.dateline {
        if line.span.overlaps(sentence.span) {
            whole.start = whole.start.max(doc.token_at(line.span.end.saturating_sub(1)) + 1);
        }
        if line.span.contains(doc.span(date.clone())) {
            return None;
        }
    }
    // "5 p.m. (2100 UTC)", "last year [in 2018]" tell the same twice.
    let before = |n: usize, marks: &str| date.start >= whole.start + n && t.one_of(date.start - n, marks);
    if before(1, "(") && timex == TimexType::Time || before(1, "[") || before(1, "in") && before(2, "[") {
        return None;
    }
    whole.start = whole.start.max(date.start.saturating_sub(REACH));
    whole.end = whole.end.min(date.end + REACH);
    (!whole.is_empty() && date.start >= whole.start).then_some(whole)
}

/// What a date bounds with a noun phrase: "since the retirement of the shuttles in 2011" tells of the
/// retirement, whatever has happened since.
fn bound_noun(t: &Tokens<'_>, whole: &Range<usize>, date: &Range<usize>) -> Option<Range<usize>> {
    let mut last = date.start;
    while last > whole.start && t.one_of(last - 1, LEADING) {
        last -= 1;
    }
    let from = whole.start.max(last.saturating_sub(14));
    for i in (from..last).rev() {
        if t.one_of(i, "since after before following until despite") {
            let first = i + 1;
            // A date right behind bounds by itself.
            return (last > first + 1 && !t.is(first, YEAR | MONTH | WEEKDAY | NUMBER | CLOCK | NOON)).then_some(first..last);
        }
        if parts(t, i) || t.is(i, COMMA | FINITE) {
            return None;
        }
    }
    None
}

/// The noun that a participle dates: "the sides agreed on terms for the loan unveiled on Sunday".
fn with_participle(t: &Tokens<'_>, whole: &Range<usize>, date: &Range<usize>) -> Option<Range<usize>> {
    let mut end = date.start;
    while end > whole.start && t.one_of(end - 1, LEADING) {
        end -= 1;
    }
    let last = end.checked_sub(1).filter(|&i| i > whole.start && t.is(i, PAST_VERB) && t.lower(i).ends_with("ed"))?;
    let noun = t.word(last - 1).class == 0 && !t.capital(last - 1) && !t.lower(last - 1).ends_with("ly") && !t.is_mark(last - 1);
    let near = (whole.start.max(last.saturating_sub(14))..last).rev().take_while(|&i| !t.is(i, COMMA | FINITE) && !t.one_of(i, "to"));
    let start = near.into_iter().find(|&i| t.is(i, A | THAT | THIS) || t.one_of(i, "the his her their its"))?;
    (noun && t.is_mark(date.end) && has_verb(t, whole.start..start)).then_some(start + 1..end)
}

/// What somebody is charged with, and what is told in "-ing" behind another date: "accused of killing
/// two men on Monday", "was tried in June for leaving the scene in May".
fn deed(t: &Tokens<'_>, whole: &Range<usize>, place: &Place) -> Option<Kept> {
    let date = &place.date;
    let from = whole.start.max(date.start.saturating_sub(ASIDE));
    let near = (from..date.start).rev().take_while(|&i| !parts(t, i) && !t.is(i, FINITE & !PAST_VERB) && !t.one_of(i, SUBORDINATORS));
    let first = near.into_iter().find(|&i| {
        let word = t.lower(i);
        word.len() > 5 && word.ends_with("ing") && !t.capital(i) && i > whole.start && t.one_of(i - 1, "of with in for and")
    })?;
    let charged = (first.saturating_sub(4)..first).any(|i| t.one_of(i, CHARGES));
    let second = place.before > whole.start && place.before <= first;
    let plain = (first + 1..date.start).all(|i| !t.is(i, FINITE));
    let cut = with_preposition(t, &(first..date.end), date);
    let goes_on = t.one_of(date.end, "to of in by with for");
    let stop = |&i: &usize| parts(t, i) || t.is(i, COMMA | AND | FINITE) || t.one_of(i, ".");
    let end = if goes_on { (date.end..whole.end).find(stop).unwrap_or(whole.end) } else { date.end };
    ((charged || second) && plain && cut.start > first + 1).then_some(Kept { subject: 0..0, clause: first..end, cut })
}

/// Whether a clause begins with a participle: "Passed in January, the rule ...".
fn participle(t: &Tokens<'_>, i: usize) -> bool {
    let word = t.lower(i);
    word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing")) || among("born known held built seen made", word)
}

/// The noun that the date stands before: "the Feb 27-28 summit in Vietnam", "ahead of Friday's vote".
fn noun_phrase(t: &Tokens<'_>, whole: &Range<usize>, date: &Range<usize>) -> Option<Kept> {
    let led = date.start > whole.start && t.is(date.start - 1, THE | A | THAT | THIS)
        || t.one_of(date.start.wrapping_sub(1), "his her their its 's whose")
        || t.is(date.start, THE) && t.is(date.end - 1, YEAR | DAYS | QUARTERLY);
    // "Today's ruling is ..." is a subject, which its verb tells more of.
    let owns = t.one_of(date.end, "'s") && date.start > whole.start && t.one_of(date.start - 1, PREPOSITIONS);
    let first = date.end + usize::from(owns);
    if !led && !owns
        || first >= whole.end
        || !t.is_word(first)
        || t.word(first).class & !(ZONAL | TIMES | HALF) != 0
        || t.one_of(first, "he she they it we i was is has that which who as for with")
    {
        return None;
    }
    let ends = |&i: &usize| {
        t.is_mark(i) && !t.one_of(i, "' 's")
            || t.is(i, FINITE) && i > first
            || [SUBORDINATORS, RELATIVES, "amid after before as"].iter().any(|list| t.one_of(i, list))
            || t.one_of(i, "and") && has_verb(t, i..i + 4) && !(t.capital(i - 1) && t.capital(i + 1))
    };
    let stop = whole.end.min(first + 16);
    let last = (first..stop).find(ends).unwrap_or(stop);
    // "the May riots": one word needs its article.
    let article = led
        && last == first + 1
        && has_verb(t, whole.start..date.start)
        && t.lower(first).len() > 3
        && t.one_of(date.start.wrapping_sub(1), "the a an his her their its");
    let clause = if article { date.start - 1..last } else { first..last };
    (article || last > first + 1).then(|| Kept { subject: 0..0, clause, cut: date.clone() })
}

/// The noun phrase that ends where the date begins.
fn noun_before(t: &Tokens<'_>, whole: &Range<usize>, date: &Range<usize>) -> Option<Range<usize>> {
    let mut last = date.start;
    while last > whole.start && t.one_of(last - 1, label::LOOSE) {
        last -= 1;
    }
    let from = whole.start.max(last.saturating_sub(14));
    let near = (from..last).rev().take_while(|&i| !parts(t, i) && !t.is(i, COMMA | FINITE));
    let start = near.filter(|&i| t.is(i, THE | A | THAT | THIS) || t.one_of(i, "his her their its 's")).last()? + 1;
    (start + 1 < last).then_some(start..last)
}

/// The first finite verb of the clause, with its auxiliary passed over.
fn main_verb(t: &Tokens<'_>, names: &Names, clause: &Range<usize>, date: &Range<usize>) -> Option<Span> {
    let free = |i: usize| !date.contains(&i);
    let finite = clause.clone().filter(|&i| free(i)).find(|&i| t.is(i, FINITE) && !t.capital(i));
    let Some(mut i) = finite else {
        // "Le speaks", "leaders meet": a word in -s right behind a name or pronoun.
        let ends: Vec<u32> = clause_names(t, names, clause).map(|m| m.span.end).collect();
        let i = clause.clone().filter(|&i| free(i)).find(|&i| {
            let before = i.checked_sub(1).and_then(|k| t.doc.tokens.get(k)).map_or(0, |x| x.span.end);
            let led = i > clause.start && ends.contains(&before) || t.one_of(i.wrapping_sub(1), "who which he she it");
            led && t.lower(i).len() > 3 && t.lower(i).ends_with('s') && !t.capital(i) && t.word(i).class & !(AHEAD | PLANNED) == 0
        })?;
        return Some(t.doc.span(i..i + 1));
    };
    // "was killed", "has been charged", "will meet".
    for k in i + 1..(i + 5).min(clause.end) {
        let aux = t.one_of(i, "was were had has have is are been") || t.is(i, FUTURE_VERB);
        if !aux {
            break;
        }
        let word = t.lower(k);
        let adverb = among("not also", word) || word.ends_with("ly");
        if t.is(k, PAST_VERB) || t.is(i, FUTURE_VERB) && word.starts_with(char::is_alphabetic) && !adverb {
            i = k;
        } else if !adverb && word != "be" {
            break;
        }
    }
    Some(t.doc.span(i..i + 1))
}

fn clause_names<'a>(t: &Tokens<'_>, names: &'a Names, clause: &Range<usize>) -> impl Iterator<Item = &'a Mention> {
    let span = t.doc.span(clause.clone());
    let from = names.mentions.partition_point(|m| m.span.end <= span.start);
    names.mentions.iter().skip(from).take_while(move |m| m.span.start < span.end).take(REACH * 2)
}

/// What is taken out of the clause with the date; nothing where the date belongs to a noun of it.
fn cut(t: &Tokens<'_>, clause: &Range<usize>, place: &Place) -> Range<usize> {
    let date = &place.date;
    // "In the November 27 deal, Turkey agreed".
    if date.start > clause.start && t.is(date.start - 1, THE | THAT | THIS) && t.word(date.end).class == 0 && !t.is_mark(date.end) {
        return date.start..date.start;
    }
    let group = if clause.start <= place.group.start && place.group.end <= clause.end { &place.group } else { date };
    let mut cut = with_preposition(t, clause, group);
    // "On Friday \u{2014} two days after the ruling \u{2014} he said": the aside is the date's.
    if cut.start == clause.start
        && !cut.is_empty()
        && let Some(close) = aside_behind(t, cut.end, clause.end)
    {
        cut.end = close + 1;
    }
    cut
}

/// The date with what ties it to its clause: "on Friday", "issued late Thursday".
fn with_preposition(t: &Tokens<'_>, clause: &Range<usize>, date: &Range<usize>) -> Range<usize> {
    if stays(t, clause, date) {
        return date.start..date.start;
    }
    let mut cut = date.clone();
    // "sworn in last week": such dates have no preposition.
    let bare = t.is(date.start, LAST | NEXT | THIS | DEICTIC | TONIGHT);
    while cut.start > clause.start
        && !(bare && cut.start > clause.start + 1 && t.one_of(cut.start - 1, "in on at over"))
        && (t.one_of(cut.start - 1, LEADING)
            || t.one_of(cut.start - 1, "as") && (t.one_of(cut.start, "of early late") || as_early(t, cut.start)))
    {
        cut.start -= 1;
    }
    // "yesterday and on Wednesday"
    if cut.start > clause.start + 1 && t.one_of(cut.start - 1, "and or") && t.is(cut.start - 2, WEEKDAY | MONTH | DEICTIC | YEAR | DAY) {
        return date.start..date.start;
    }
    let finite = (cut.start.saturating_sub(4)..cut.start.saturating_sub(1)).any(|i| t.is(i, FINITE | COMMA) || t.one_of(i, "be"));
    let other = has_verb(t, clause.start..cut.start.saturating_sub(1)) || has_verb(t, date.end..clause.end);
    if cut.start > clause.start + 1 && t.one_of(cut.start - 1, TYING) && other && (!finite || t.is(date.end, FINITE)) {
        cut.start -= 1;
    }
    cut
}

/// Whether "as early as" ends before `i`.
fn as_early(t: &Tokens<'_>, i: usize) -> bool {
    i > 2 && t.one_of(i - 1, "as") && t.one_of(i - 2, "early late")
}

/// Whether the clause would say another thing without the date: it bounds something, is one of a row,
/// the subject, or something's owner.
fn stays(t: &Tokens<'_>, clause: &Range<usize>, date: &Range<usize>) -> bool {
    let first = date.start == clause.start;
    if first && t.is(date.end, FINITE) && !t.is(date.start, DEICTIC)
        || t.one_of(date.end, "'s as")
        || t.is(date.end - 1, UNIT) && (t.one_of(date.end, "that when") || t.capital(date.end))
        || t.one_of(date.end, "and or") && !has_verb(t, date.end + 1..date.end + 6)
    {
        return true;
    }
    if first {
        return false;
    }
    let before = date.start - 1;
    t.one_of(before, BOUNDING) && !as_early(t, date.start)
        || t.is_mark(date.end) && (t.one_of(before, "is was") || t.one_of(before, "in on") && t.one_of(before.wrapping_sub(1), "is was were"))
        || t.is(before, A)
        // "ahead of Christmas", "stands at October 31"
        || t.one_of(before, "of") && t.one_of(before.wrapping_sub(1), "ahead because out instead regardless much most part rest all half period")
        || t.one_of(before, "at") && t.is(date.start, MONTH | WEEKDAY | YEAR)
        || t.is(date.end, COMMA) && participle(t, clause.start)
        || t.one_of(before, "and or") && !has_verb(t, date.start.saturating_sub(4)..date.start)
}

fn finish(t: &Tokens<'_>, names: &Names, kept: Kept, verb: Option<Span>) -> Option<DatedEvent> {
    let label = label::label(t, &kept)?;
    let mut actors: Vec<u32> = Vec::new();
    for m in clause_names(t, names, &kept.clause) {
        let acts = matches!(m.kind, Kind::Person | Kind::Organization) || m.kind == Kind::Place && m.metonym;
        if let Some(entity) = m.entity.filter(|e| acts && !actors.contains(e)) {
            actors.push(entity);
            if actors.len() == 8 {
                break;
            }
        }
    }
    Some(DatedEvent { clause: t.doc.span(kept.clause), verb, label, actors })
}
