//! What happened at a date: the clause that the date modifies, its main verb and who takes part.
//!
//! In: a dated sentence. Out: a [`DatedEvent`] whose label ([`super::label`]) is the clause with the date
//! and its preposition taken out. Clauses are told by marks and conjunctions, not by a parser: a label
//! can carry a neighbour's words, but never words that the text does not have.

use super::label::{self, Kept};
use super::lexicon::*;
use super::matcher::Tokens;
use super::{DatedEvent, TimexType};
use crate::entity::{Kind, Mention, Names};
use crate::text::{BlockKind, Span};
use std::ops::Range;

/// How far a clause may reach from its date, in tokens.
const REACH: usize = 48;

/// How long an aside between dashes or brackets may be, in tokens.
const ASIDE: usize = 16;

const SUBORDINATORS: &str = "that but because although though while whereas if when unless whether where";
const RELATIVES: &str = "who which whom whose";
const CONTINUERS: &str = "and or as after before amid with despite following until since so";
const PREPOSITIONS: &str = "of in on at by to from for with about into over after before during since following despite under against";

/// Participles that tie a date to the noun before them: "a statement issued late Thursday".
const TYING: &str = "issued released published dated held made sent posted signed aired broadcast filed delivered seen taken";

/// Words that lead to a date and go with it.
const LEADING: &str = "on in at during of over throughout early late earlier later around about back";

/// Words after which a date is a bound of what happened, not its time: it stays in the label.
const BOUNDING: &str = "since until till by from between before after than through to for as preceding";

/// Words that open an adjunct before the subject: "In the aftermath of the vote, ...".
const ADJUNCTS: &str = "in on at during after before following despite with without while because since as for by under amid according \
    although though when if unlike given through over besides like among from of";

/// Nouns and participles of a charge, whose deed has the date: "accused of killing two men on Monday".
const CHARGES: &str = "accused charged convicted suspected guilty acquitted indicted jailed sentenced arrested charge charges suspicion \
    conspiring plotting";

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
    let named = noun_phrase(t, &whole, &place.date).or_else(|| bound_noun(t, &whole, &place.date)).map(Kept::only);
    if let Some(kept) = named.or_else(|| deed(t, &whole, place)) {
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

/// The words around a date in which its event is looked for; none where a date tells of nothing.
fn reach(t: &Tokens<'_>, date: &Range<usize>, timex: TimexType) -> Option<Range<usize>> {
    let doc = t.doc;
    if matches!(timex, TimexType::Set | TimexType::Duration) {
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
    // "5 p.m. (2100 UTC)" tells the same twice.
    if date.start > whole.start && t.one_of(date.start - 1, "(") && timex == TimexType::Time {
        return None;
    }
    whole.start = whole.start.max(date.start.saturating_sub(REACH));
    whole.end = whole.end.min(date.end + REACH);
    (!whole.is_empty() && date.start >= whole.start).then_some(whole)
}

/// A clause with the subject that it shares with another.
#[derive(Debug)]
struct Part {
    subject: Range<usize>,
    clause: Range<usize>,
}

/// The clause of the date.
fn clause(t: &Tokens<'_>, names: &Names, whole: &Range<usize>, place: &Place) -> Part {
    let date = &place.date;
    let head = beginning(t, names, whole, date);
    let relative = !head.subject.is_empty();
    let mut clause = head.start..ending(t, whole, head.start, date, relative);
    let mut subject = head.subject;
    if !relative {
        (subject, clause.start) = with_subject(t, names, whole, &clause, place);
        clause.start = without_adjunct(t, &clause, date);
    }
    // Too little to understand: the whole of a short sentence tells more.
    let told = clause.len().saturating_sub(place.group.len());
    if subject.is_empty() && (told < 4 || t.one_of(clause.start, "to and or")) && whole.len() <= 30 {
        clause = whole.clone();
    }
    Part { subject, clause }
}

/// Where a clause begins, and its subject where that stands before a relative pronoun.
#[derive(Debug)]
struct Head {
    subject: Range<usize>,
    start: usize,
}

/// Looks back from the date for where its clause begins.
fn beginning(t: &Tokens<'_>, names: &Names, whole: &Range<usize>, date: &Range<usize>) -> Head {
    let at = |start: usize| Head { subject: 0..0, start };
    let mut i = date.start;
    while i > whole.start {
        i -= 1;
        let word = t.lower(i);
        if let Some(open) = aside_before(t, i, whole.start) {
            i = open;
            continue;
        }
        if parts(t, i) || among(SUBORDINATORS, word) && opens(t, i, whole, date) {
            return at(i + 1);
        }
        if among(RELATIVES, word) && has_verb(t, i + 1..whole.end) && !closed(t, i, date.start) {
            let Some(owner) = antecedent(t, names, i, whole.start) else { return at(i + 1) };
            // "from which he was fired", "whose house burned" keep their pronoun.
            if !among("who which", word) || t.one_of(i - 1, PREPOSITIONS) {
                return at(owner.start);
            }
            return Head { subject: owner, start: i + 1 };
        }
        // ", and they left on Friday": a second main clause; "men and a woman were hurt" is none.
        if t.is(i, COMMA) && t.one_of(i + 1, "and but so or yet as while") && second_clause(t, i + 2, date.start) {
            return at(i + 2);
        }
        if word == "and" && joins_clauses(t, i, whole, date) {
            return at(i + 1);
        }
        if matches!(word, "after" | "before") && i + 1 < date.start && has_verb(t, i + 1..date.start) && has_verb(t, whole.start..i) {
            return at(i + 1);
        }
    }
    at(whole.start)
}

/// Whether the conjunction at `i` opens the clause of the date: "that" can be a pronoun.
fn opens(t: &Tokens<'_>, i: usize, whole: &Range<usize>, date: &Range<usize>) -> bool {
    if !t.one_of(i, "that") {
        return has_verb(t, i + 1..whole.end) && !closed(t, i, date.start);
    }
    let leads = i + 1 == date.start || t.one_of(i + 1, ADJUNCTS);
    !(i > whole.start && t.one_of(i - 1, PREPOSITIONS)) && (has_verb(t, i + 1..date.start) || leads && has_verb(t, date.end..whole.end))
}

/// Whether the clause that `i` opens has ended before `end`: "Mr Roe, who fled in May, was caught".
fn closed(t: &Tokens<'_>, i: usize, end: usize) -> bool {
    let verb = (i + 1..end).find(|&k| t.is(k, FINITE) || t.one_of(i, RELATIVES)).unwrap_or(end);
    (verb + 1..end).any(|k| resumes(t, k))
}

/// Whether a comma at `i` is followed by a verb, alone or with a name as its subject.
fn resumes(t: &Tokens<'_>, i: usize) -> bool {
    let verb = || (i + 1..i + 5).find(|&k| !t.capital(k)).filter(|&k| t.is(k, FINITE));
    t.is(i, COMMA) && verb().is_some()
}

/// Whether a verb stands at `start`, or a subject with its verb.
fn second_clause(t: &Tokens<'_>, start: usize, end: usize) -> bool {
    (start..end).find(|&i| t.is(i, FINITE)).is_some_and(|verb| verb == start || !t.is(verb - 1, AND))
}

/// Whether "and" at `i` joins two main clauses: "he fled and Ms Roe was arrested".
fn joins_clauses(t: &Tokens<'_>, i: usize, whole: &Range<usize>, date: &Range<usize>) -> bool {
    let Some(verb) = (i + 1..date.start.min(i + 7)).find(|&k| t.is(k, FINITE)) else { return false };
    let subject = t.capital(i + 1) || t.is(i + 1, THE | A | THIS | THAT) || t.one_of(i + 1, "he she they it we");
    let plain = (i + 1..verb).all(|k| !t.is(k, COMMA | AND) && !parts(t, k));
    subject
        && plain
        && verb > i + 1
        && i > whole.start
        && !t.capital(i - 1)
        && !t.one_of(verb, "were are have")
        && has_verb(t, whole.start..i)
}

/// Looks on from the date for where its clause ends.
fn ending(t: &Tokens<'_>, whole: &Range<usize>, start: usize, date: &Range<usize>, relative: bool) -> usize {
    let adjunct = t.one_of(start, "in at on during with by for under amid despite following") && !t.is(date.start.wrapping_sub(1), COMMA);
    let mut verb = has_verb(t, start..date.start) && !adjunct;
    let initial = date.start <= start + 2 && !verb || adjunct;
    // ", as of Friday, "
    let between = date.start > start + 1 && (date.start - 2..date.start).any(|i| i > start && t.is(i, COMMA));
    let mut i = date.end;
    while i < whole.end {
        if let Some(close) = aside_behind(t, i, whole.end) {
            i = close + 1;
            continue;
        }
        if parts(t, i) || t.one_of(i, ". ! ?") {
            return i;
        }
        if t.is(i, COMMA) {
            let comma_of_date = initial && i <= date.end + 1 || between && i == date.end;
            let aside = t.one_of(i + 1, RELATIVES).then(|| (i + 2..whole.end.min(i + 24)).find(|&k| resumes(t, k))).flatten();
            if let Some(close) = aside {
                i = close + 1;
                continue;
            }
            let goes_on = [RELATIVES, SUBORDINATORS, CONTINUERS].iter().any(|list| t.one_of(i + 1, list));
            if !comma_of_date && (relative && i == date.end || verb && (telling_tail(t, i, whole.end) || goes_on || i == date.end)) {
                return i;
            }
        } else if relative && (verb || i == date.end) && t.is(i, FINITE) {
            // "the man who was fired last week was arrested"
            return i;
        } else if verb && i > date.start && another(t, i, whole.end) {
            return i;
        }
        verb |= t.is(i, FINITE);
        i += 1;
    }
    whole.end.max(date.end)
}

/// Whether another clause begins at `i`.
fn another(t: &Tokens<'_>, i: usize, end: usize) -> bool {
    t.one_of(i, "but because although though while whereas when amid")
        || t.one_of(i, "after as before") && has_verb(t, i + 1..(i + 14).min(end))
        || t.one_of(i, "and") && has_verb(t, i + 1..(i + 3).min(end))
}

/// Gives a clause that begins with its verb a subject: ", and sent its envoy on Tuesday". Returns the
/// subject and where the clause goes on.
fn with_subject(t: &Tokens<'_>, names: &Names, whole: &Range<usize>, clause: &Range<usize>, place: &Place) -> (Range<usize>, usize) {
    let mut opening = clause.start;
    if opening == place.date.start {
        opening = place.group.end;
    }
    if !t.is(opening, FINITE) && !t.one_of(opening, "also") || t.capital(opening) {
        return (0..0, clause.start);
    }
    let before = clause.start.checked_sub(1).map_or("", |i| t.lower(i));
    if among("and but or ,", before)
        && let Some(subject) = subject_of(t, whole.start..clause.start)
    {
        return (subject, opening);
    }
    if before == "that"
        && let Some(owner) = antecedent(t, names, clause.start - 1, whole.start)
    {
        return (owner, opening);
    }
    if place.date.start - whole.start > REACH {
        return (0..0, clause.start);
    }
    let part = (whole.start..clause.start).rev().find(|&i| t.one_of(i, "; :"));
    (0..0, part.filter(|&i| i + 1 < clause.start).map_or(whole.start, |i| i + 1))
}

/// The subject of a sentence that begins in `range`: what stands before its first verb.
fn subject_of(t: &Tokens<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let from = range.clone().rev().find(|&i| parts(t, i)).map_or(range.start, |i| i + 1);
    let verb = (from..range.end).find(|&i| t.is(i, FINITE))?;
    let start = without_adjunct(t, &(from..verb + 1), &(range.end..range.end));
    let plain = (start..verb).all(|i| !t.is(i, COMMA) && !t.one_of(i, SUBORDINATORS) && !t.one_of(i, RELATIVES));
    (plain && verb > start && verb - start <= 12 && !t.one_of(start, ADJUNCTS)).then_some(start..verb)
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

/// Where a clause begins once an adjunct before its subject is left out, unless the date is a part of it.
fn without_adjunct(t: &Tokens<'_>, clause: &Range<usize>, date: &Range<usize>) -> usize {
    let mut start = clause.start;
    while t.one_of(start, label::OPENERS) && start + 1 < date.start {
        start += 1;
    }
    if !t.one_of(start, ADJUNCTS) {
        return clause.start;
    }
    let comma = (start + 1..clause.end.min(start + 24)).find(|&i| t.is(i, COMMA) && !t.is(i + 1, YEAR));
    match comma {
        // "During the meeting of Cyprus, Greece and Israel on January 28, the plan was ..."
        Some(i) if i < date.start && t.is(date.end, COMMA) && !has_verb(t, i + 1..date.start) => clause.start,
        Some(i) if (i < date.start || date.end <= start) && has_verb(t, i + 1..clause.end) => i + 1,
        _ => clause.start,
    }
}

/// The noun that the date stands before: "the Feb 27-28 summit in Vietnam", "ahead of Friday's vote".
fn noun_phrase(t: &Tokens<'_>, whole: &Range<usize>, date: &Range<usize>) -> Option<Range<usize>> {
    let led = date.start > whole.start && t.is(date.start - 1, THE | A | THAT | THIS)
        || t.one_of(date.start.wrapping_sub(1), "his her their its 's whose")
        || t.is(date.start, THE) && t.is(date.end - 1, YEAR | DAYS | QUARTERLY);
    // "Today's ruling is ..." is a subject, which its verb tells more of.
    let owns = t.one_of(date.end, "'s") && date.start > whole.start && t.one_of(date.start - 1, PREPOSITIONS);
    let first = date.end + usize::from(owns);
    if !led && !owns
        || first >= whole.end
        || !t.lower(first).starts_with(char::is_alphabetic)
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
    (last > first + 1).then_some(first..last)
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

/// Whether a mark parts clauses.
fn parts(t: &Tokens<'_>, i: usize) -> bool {
    let mark = t.lower(i);
    if mark.starts_with(|c: char| c.is_ascii_alphanumeric() || c == ',') {
        return false;
    }
    if mark == "\"" {
        // A title or a borrowed word within the sentence parts nothing.
        let short = |other: usize| t.one_of(other, "\"") && !t.is(other, COMMA);
        let told = |k: usize| k > 0 && (t.is(k - 1, COMMA) || t.one_of(k - 1, ": ."));
        return told(i) || !(2..=7).any(|n| short(i + n) && !told(i + n) || i >= n && short(i - n) && !told(i - n));
    }
    among("; : \u{2014} ( ) ... \u{2026}", mark) || is_dash(t, i)
}

/// Whether a dash stands between words, not in one: "Paris\u{2013}Dakar".
fn is_dash(t: &Tokens<'_>, i: usize) -> bool {
    t.one_of(i, "\u{2014}") || t.one_of(i, "- \u{2013}") && t.spaced(i)
}

/// The dash or bracket with which the aside began that ends at `i`.
fn aside_before(t: &Tokens<'_>, i: usize, start: usize) -> Option<usize> {
    let mut back = (start..i).rev().take(ASIDE);
    if t.one_of(i, ")") {
        return back.find(|&k| t.one_of(k, "("));
    }
    back.find(|&k| is_dash(t, k)).filter(|&k| is_dash(t, i) && k > start && !has_verb(t, k..i))
}

/// The dash or bracket that ends the aside which begins at `i`.
pub(super) fn aside_behind(t: &Tokens<'_>, i: usize, end: usize) -> Option<usize> {
    let mut on = (i + 1..end).take(ASIDE);
    if t.one_of(i, "(") {
        return on.find(|&k| t.one_of(k, ")"));
    }
    on.find(|&k| is_dash(t, k)).filter(|&k| is_dash(t, i) && !has_verb(t, i..k))
}

/// Whether a finite verb stands in the tokens.
fn has_verb(t: &Tokens<'_>, range: Range<usize>) -> bool {
    range.into_iter().any(|i| t.is(i, FINITE))
}

/// Whether a comma at `i` begins ", the ministry said": a short clause whose verb tells and that ends.
fn telling_tail(t: &Tokens<'_>, i: usize, end: usize) -> bool {
    let stop = (i + 1..end.min(i + 14)).find(|&k| t.is(k, COMMA) || parts(t, k) || t.one_of(k, ".")).unwrap_or(end.min(i + 14));
    (i + 1..stop).any(|k| t.one_of(k, "said says say told reported reports added according announced wrote")) && stop - i < 14
}

/// The noun phrase right before ", who": the clause's subject.
fn antecedent(t: &Tokens<'_>, names: &Names, relative: usize, start: usize) -> Option<Range<usize>> {
    let mut end = relative;
    while end > start && (t.is(end - 1, COMMA) || t.one_of(end - 1, PREPOSITIONS)) {
        end -= 1;
    }
    let at = t.doc.tokens.get(end.checked_sub(1)?)?.span.end;
    let k = names.mentions.partition_point(|m| m.span.end < at);
    let from = start.max(end.saturating_sub(10));
    let near = || (from..end).rev().take_while(|&i| !t.is_mark(i) || t.one_of(i, "'s"));
    let name = names.mentions.get(k).filter(|m| m.span.end == at).map(|m| t.doc.token_at(m.span.start));
    // "an unidentified official, who": back to the article.
    let article = || near().find(|&i| t.is(i, THE | A) || t.one_of(i, "his her their its my our"));
    // "Crew Dragon's first mission, which": back to the owner's name.
    let owner = || {
        let owned = near().find(|&i| t.one_of(i, "'s"))?;
        (from..owned).rev().take_while(|&i| t.capital(i)).last()
    };
    let mut first = name.or_else(article).or_else(owner)?;
    // "the suspension of the parliament, which", "her mission in the gulf, which": back to the head.
    let joint = first.checked_sub(1).map(|i| i - usize::from(i > from && t.is(i, THE)));
    let joint = joint.filter(|&i| i > from && t.one_of(relative, "which") && t.is(i, OF | IN | AT | ON));
    if let Some(head) = joint.and_then(|i| (from..i).rev().take(7).find(|&i| t.is(i, THE | A) || t.one_of(i, "his her their its"))) {
        first = head;
    }
    (first >= start).then_some(first..end)
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
    if cut.start > clause.start + 1 && t.one_of(cut.start - 1, TYING) && !t.is(cut.start - 2, PAST_VERB | PRESENT_VERB) {
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
        || t.is(before, A)
        // "ahead of Christmas", "stands at October 31"
        || t.one_of(before, "of") && t.one_of(before.wrapping_sub(1), "ahead because out instead regardless")
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
