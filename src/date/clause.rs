//! The clause that a date modifies, told by marks and conjunctions: where it begins and ends, and its
//! subject where that stands in another clause.

use super::event::{Place, REACH};
use super::label;
use super::lexicon::*;
use super::matcher::Tokens;
use crate::entity::{Kind, Names};
use std::ops::Range;

/// How long an aside between dashes or brackets may be, in tokens.
pub(super) const ASIDE: usize = 16;

pub(super) const SUBORDINATORS: &str = "that but because although though while whereas if when unless whether where";

pub(super) const RELATIVES: &str = "who which whom whose";

const CONTINUERS: &str = "and or as after before amid with despite following until since so";

pub(super) const PREPOSITIONS: &str =
    "of in on at by to from for with about into over after before during since following despite under against";

/// Words that lead to a date and go with it.
pub(super) const LEADING: &str = "on in at during of over throughout early late earlier later around about back past just";

/// Words that open an adjunct before the subject: "In the aftermath of the vote, ...".
pub(super) const ADJUNCTS: &str = "in on at during after before following despite with without while because since as for by under amid according \
    although though when if unlike given through over besides like among from of";

/// A clause with the subject that it shares with another.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) subject: Range<usize>,
    pub(super) clause: Range<usize>,
}

/// The clause of the date.
pub(super) fn clause(t: &Tokens<'_>, names: &Names, whole: &Range<usize>, place: &Place) -> Part {
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
        if t.is(i, COMMA) && t.one_of(i + 1, "and but so or yet as while") && second_clause(t, i + 2, date) {
            return at(i + 2);
        }
        if word == "and" && joins_clauses(t, i, whole, date) {
            return at(i + 1);
        }
        let told = word == "since" && !t.is(i + 1, YEAR | MONTH | WEEKDAY | LAST) || matches!(word, "after" | "before");
        if told && i + 1 < date.start && has_verb(t, i + 1..date.start) && has_verb(t, whole.start..i) {
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
    let before = i.checked_sub(1).filter(|&i| i >= whole.start);
    let leads = i + 1 == date.start || t.one_of(i + 1, ADJUNCTS) || before.is_some_and(|i| t.is(i, AND));
    // "the unit that mints coins, will close on Friday"
    let relative = before.is_some_and(|i| t.word(i).class == 0) && closed(t, i, date.start);
    !before.is_some_and(|i| t.one_of(i, PREPOSITIONS))
        && !relative
        && (has_verb(t, i + 1..date.start) || leads && has_verb(t, date.end..whole.end))
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

/// Whether a verb stands at `start`, a subject with its verb, or the date with both behind it.
fn second_clause(t: &Tokens<'_>, start: usize, date: &Range<usize>) -> bool {
    let verb = (start..date.start).find(|&i| t.is(i, FINITE | PLANNED));
    let led = start + 1 >= date.start && (t.one_of(date.end, "he she they it we") || t.capital(date.end));
    led || verb.is_some_and(|verb| verb == start || !t.is(verb - 1, AND | COMMA))
}

/// Whether "and" at `i` joins two main clauses: "he fled and Ms Roe was arrested".
fn joins_clauses(t: &Tokens<'_>, i: usize, whole: &Range<usize>, date: &Range<usize>) -> bool {
    let Some(verb) = (i + 1..date.start.min(i + 10)).find(|&k| t.is(k, FINITE)) else { return false };
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
    // "In a letter sent on Friday, he ...": the comma ends but the adjunct.
    let adjunct =
        t.one_of(start, "in at on during with by for under amid despite following") && (start..date.start).all(|i| !t.is(i, COMMA));
    let mut verb = has_verb(t, start..date.start) && !adjunct;
    let initial = date.start <= start + 2 && !verb || adjunct;
    // ", as of Friday, "
    let opened = date.start.saturating_sub(3).max(start + 1)..date.start;
    let between = opened.clone().rev().find(|&i| !t.one_of(i, LEADING) && !t.one_of(i, "as")).is_some_and(|i| t.is(i, COMMA));
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
            let row = t.one_of(i + 1, "and or") && !has_verb(t, i + 2..(i + 12).min(whole.end));
            let goes_on = !row && [RELATIVES, SUBORDINATORS, CONTINUERS].iter().any(|list| t.one_of(i + 1, list));
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
        || t.one_of(i, "and") && has_verb(t, i + 1..(i + 3).min(end)) && !(t.capital(i.wrapping_sub(1)) && t.capital(i + 1))
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

/// Where a clause begins once an adjunct before its subject is left out, unless the date is a part of it.
pub(super) fn without_adjunct(t: &Tokens<'_>, clause: &Range<usize>, date: &Range<usize>) -> usize {
    let mut start = clause.start;
    while t.one_of(start, label::OPENERS) && start + 1 < date.start {
        start += 1;
    }
    if !t.one_of(start, ADJUNCTS) {
        return clause.start;
    }
    let comma = (start + 1..clause.end.min(start + 24)).find(|&i| t.is(i, COMMA) && !t.is(i + 1, YEAR));
    // "With a new host, a new stage and a new band, the show ..."
    let row = |i: usize| (i + 1..clause.end).find(|&k| t.is(k, COMMA)).filter(|&k| t.one_of(start, "with") && !has_verb(t, i + 1..k));
    let comma = comma.map(|i| std::iter::successors(Some(i), |&i| row(i)).take(4).last().unwrap_or(i));
    match comma {
        // "During the meeting of Cyprus, Greece and Israel on January 28, the plan was ..."
        Some(i) if i < date.start && t.is(date.end, COMMA) && !has_verb(t, i + 1..date.start) => clause.start,
        Some(i) if (i < date.start || date.end <= start) && has_verb(t, i + 1..clause.end) => i + 1,
        _ => clause.start,
    }
}

/// Whether a mark parts clauses.
pub(super) fn parts(t: &Tokens<'_>, i: usize) -> bool {
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
pub(super) fn has_verb(t: &Tokens<'_>, range: Range<usize>) -> bool {
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
    let from = start.max(end.saturating_sub(14));
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
    // "the suspension of the parliament, which", "two students at the school who": back to the head.
    let who = t.one_of(relative, "who");
    let person = names.mentions.get(k).is_some_and(|m| m.span.end == at && m.kind == Kind::Person);
    let inside = if who { name.is_some() && !person } else { true };
    let joint = (first.saturating_sub(4).max(from)..first).rev().find(|&i| t.is(i, OF | IN | AT | ON) || t.one_of(i, "with about for"));
    let heads = |i: &usize| t.is(*i, THE | A | NUMBER) || t.one_of(*i, "his her their its");
    let head = |i: usize| (from..i).rev().take_while(|&k| !t.is(k, FINITE | AND)).take(7).find(heads);
    if let Some(head) = joint.filter(|_| inside).and_then(head) {
        first = head;
    }
    (first >= start).then_some(first..end)
}
