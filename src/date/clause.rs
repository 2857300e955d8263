//! The clause in which a date stands, told by marks and conjunctions.
//!
//! There is no parser behind this, so a sentence is parted only where a clause of its own surely begins:
//! a conjunction or mark, a subject, its verb. Where that is not sure the sentence stays whole.

use super::lexicon::*;
use super::matcher::Tokens;
use std::ops::Range;

/// How long an aside between dashes or brackets may be, in tokens.
const ASIDE: usize = 16;

/// How far a verb may stand behind the beginning of its clause, in tokens.
const SUBJECT: usize = 12;

/// Words that a noun phrase ends before.
pub(super) const ENDS_NOUN: &str = "who which whom whose that but because although though while whereas if when unless whether where";

/// Words that lead to a date and go with it.
pub(super) const LEADING: &str = "on in at during of over throughout early late earlier later around about back past just";

/// Words that open an adjunct before the subject: "In the aftermath of the vote, ...".
pub(super) const ADJUNCTS: &str = "in on at during after before following despite with without while because since as for by under amid according \
    although though when if unlike given through over besides like among from of";

/// Conjunctions of main clauses.
const JOINING: &str = "and but or so yet";

/// Conjunctions of clauses that say a thing by themselves once they are taken out; "if" does not.
pub(super) const OPENING: &str = "because although though while whereas when after before as since until";

/// Words that only a subject is.
pub(super) const PRONOUNS: &str = "he she they it we i you there";

/// Words with which a noun phrase begins, besides the articles.
pub(super) const OWNERS: &str = "his her their its our my";

/// The clause of the date in the sentence `whole`.
pub(super) fn clause(t: &Tokens<'_>, whole: &Range<usize>, date: &Range<usize>) -> Range<usize> {
    let left = |i: usize| {
        let mut between = i + 1..date.start;
        // "after attempts on Monday failed" says by itself too little; "shortly after 3 p.m." opens no clause.
        let leads = i + 1 == date.start && !t.one_of(date.end, "'s");
        t.one_of(i, OPENING) && (leads || !is_subject(t, i + 1) || between.any(|k| resumes(t, k, whole.end)))
            || t.one_of(i, "(") && between.any(|k| t.one_of(k, ")"))
            || is_dash(t, i) && between.any(|k| is_dash(t, k))
    };
    let begins = |&i: &usize| begins_clause(t, whole, i) && !left(i);
    let start = (whole.start..date.start).rev().find(begins).map_or(whole.start, |i| i + 1);
    let detached = start > whole.start && t.one_of(start - 1, OPENING);
    let aside_ends =
        |i: usize| start > whole.start && if t.one_of(start - 1, "(") { t.one_of(i, ")") } else { is_dash(t, start - 1) && is_dash(t, i) };
    let mut verb = has_verb(t, start..date.start);
    let mut i = date.end;
    while i < whole.end {
        if let Some(close) = aside(t, i, whole.end) {
            i = close + 1;
            continue;
        }
        let ends = verb && begins_clause(t, &(start..whole.end), i) && !t.one_of(i, OPENING);
        if ends || aside_ends(i) || detached && resumes(t, i, whole.end) {
            break;
        }
        verb |= is_verb(t, i);
        i += 1;
    }
    // "When Monday's trouble was over, ...": not to be parted.
    let start = if detached && start == whole.start + 1 && i >= whole.end { whole.start } else { start };
    start..i.max(date.end).min(whole.end)
}

/// Whether a clause of its own surely begins behind token `i`.
fn begins_clause(t: &Tokens<'_>, whole: &Range<usize>, i: usize) -> bool {
    let opens = || opens_clause(t, i + 1, whole.end);
    if t.one_of(i, OPENING) {
        // "as of Monday, thousands had gathered", "in places such as the port", "her time as the host in May was short"
        let part = (whole.start..i).rev().find(|&k| t.is(k, COMMA | AND)).map_or(whole.start, |k| k + 1)..i;
        return opens() && !t.is(i + 1, OF) && (part.len() < 2 || has_verb(t, part) && !t.one_of(i - 1, "such"));
    }
    if t.one_of(i, JOINING) {
        let comma = i > whole.start && t.is(i - 1, COMMA);
        // "Roe, the mayor, and the governor resigned": one of a row.
        let row = || (whole.start..i - 1).rev().find(|&k| t.is(k, COMMA)).is_some_and(|k| !has_verb(t, k + 1..i));
        let apart = if comma { !row() } else { t.one_of(i, "but") || t.one_of(i + 1, PRONOUNS) };
        return apart && opens() && has_verb(t, whole.start..i);
    }
    if t.one_of(i, "(") {
        return (i + 1..whole.end).find(|&k| t.one_of(k, ")")).is_some_and(|close| has_verb(t, i + 1..close));
    }
    (t.one_of(i, ";") || is_dash(t, i)) && has_verb(t, whole.start..i) && !t.one_of(i + 1, ADJUNCTS) && opens()
}

/// Whether a subject with a name, a determiner or a pronoun begins at `i`.
pub(super) fn is_subject(t: &Tokens<'_>, i: usize) -> bool {
    t.capital(i) || t.is(i, THE | A | THIS | THAT | NUMBER) || t.one_of(i, PRONOUNS) || t.one_of(i, OWNERS) || t.one_of(i, "police")
}

/// Whether a clause begins at `i`: a subject, then its verb.
pub(super) fn opens_clause(t: &Tokens<'_>, i: usize, end: usize) -> bool {
    // "..., and in the north two people died": past an adjunct in commas.
    let adjunct = t.one_of(i, ADJUNCTS);
    let comma = (i..end.min(i + SUBJECT)).find(|&k| adjunct && t.is(k, COMMA) && !has_verb(t, i..k));
    let first = comma.map_or(i, |comma| comma + 1);
    if adjunct && comma.is_none() {
        return false;
    }
    let plural = t.is_word(first) && !t.is(first, FINITE) && t.lower(first).ends_with('s');
    let inside = |k: usize| t.is(k, COMMA) || marks_off(t, k) || t.one_of(k, ENDS_NOUN) || t.one_of(k, "to") || t.is(k, AND);
    let verb = (first + 1..end.min(first + SUBJECT)).find(|&k| is_verb(t, k) || inside(k));
    (is_subject(t, first) || plural) && verb.is_some_and(|k| is_verb(t, k) && !t.one_of(k + 1, "by"))
}

/// Whether the main clause goes on behind a comma at `i`: "When he left, the ...", "Roe, whose term ended
/// when he left, visited"; or what it is joined to: "since he left, and to ..."
fn resumes(t: &Tokens<'_>, i: usize, end: usize) -> bool {
    let joined = || t.is(i + 1, AND) && t.one_of(i + 2, "to");
    t.is(i, COMMA) && (is_verb(t, i + 1) || joined() || opens_clause(t, i + 1, end))
}

/// Whether a verb form or modal stands at `i`: not "to", nor an adjective as in "an experienced hand".
pub(super) fn is_verb(t: &Tokens<'_>, i: usize) -> bool {
    let adjective = i > 0 && t.is(i - 1, THE | A);
    t.is(i, FINITE | INFINITIVE) && !adjective && !t.one_of(i, "to") && !t.capital(i)
}

/// Whether one stands in the tokens.
pub(super) fn has_verb(t: &Tokens<'_>, mut range: Range<usize>) -> bool {
    range.any(|i| is_verb(t, i))
}

/// Whether a mark that parts more than a comma stands at `i`.
pub(super) fn marks_off(t: &Tokens<'_>, i: usize) -> bool {
    t.one_of(i, "; : ( ) [ ] \" ... \u{2026}") || is_dash(t, i)
}

/// Whether a dash stands between words, not in one: "Paris\u{2013}Dakar".
fn is_dash(t: &Tokens<'_>, i: usize) -> bool {
    t.is(i, DASH) && (t.spaced(i) || t.one_of(i, "\u{2014}"))
}

/// The dash or bracket that ends the aside which begins at `i`.
pub(super) fn aside(t: &Tokens<'_>, i: usize, end: usize) -> Option<usize> {
    let mut on = (i + 1..end).take(ASIDE);
    if t.one_of(i, "(") {
        // "he knew that (Roe) is ill", "there (and) here": put in by an editor.
        let put_in = t.is(i + 1, AND) || i > 0 && (t.is(i - 1, THE | A | OF) || t.one_of(i - 1, ENDS_NOUN));
        return on.find(|&k| t.one_of(k, ")")).filter(|_| !put_in);
    }
    if !is_dash(t, i) {
        return None;
    }
    // "SEA - ME - WE" is a name.
    on.find(|&k| is_dash(t, k)).filter(|&k| k > i + 2 && !has_verb(t, i..k))
}
