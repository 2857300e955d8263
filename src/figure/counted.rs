//! What a number counts: the noun phrase behind it, its head, and what is said of it.
//!
//! No part-of-speech tagger stands behind this: the phrase ends at function words and marks, and its
//! head is the first plural noun ("14,300 older *houses* in Lower Rossby"), or its last word where
//! the number is one or the number is part of a compound ("24-*bed* unit").

use super::words::{PRESENT, UNITS_OF_TIME, is_function, is_gerund_noun, is_past, is_people, is_plural, matter, singular, state_word};
use crate::calendar::MONTHS;
use crate::text::{Document, TokenKind};

/// What follows or governs a number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Counted {
    /// First and past-the-last token of the noun phrase; empty where none is found.
    pub(super) first: usize,
    pub(super) last: usize,
    /// Number of the head's token.
    pub(super) head: Option<usize>,
    /// Head in its dictionary form.
    pub(super) noun: String,
    /// What is said of it, as a [`matter`].
    pub(super) state: String,
}

/// Reads what the number counts that ends before token `at` and begins (with its "at least") at
/// `start`; `one` where the value is one; `limit` is the end of the sentence.
pub(super) fn counted(doc: &Document, start: usize, at: usize, one: bool, limit: usize) -> Counted {
    let begin = phrase_begin(doc, at);
    let first = if doc.lower(at) == "of" { begin } else { at };
    let alone = start > 0 && doc.lower(start - 1) == "the" && doc.lower(at.wrapping_sub(1)) == "two";
    let (head, mut state) = head(doc, begin, limit, one, alone);
    // "more than 100 were wounded", "twenty-seven of them were taken to hospital".
    let of_them = doc.lower(at) == "of" && is_pronoun(doc.lower(at + 1));
    let last = head.map_or(first, |h| with_place(doc, h + 1, limit));
    let behind = if head.is_some() { last } else { at + 2 * usize::from(of_them) };
    if state.is_empty() || head.is_none() {
        let said = if parent(doc, start) { None } else { predicate(doc, behind, limit) };
        state = said.unwrap_or_else(|| governor(doc, start));
    }
    let noun = head.map(|h| singular(doc.lower(h))).unwrap_or_default();
    Counted { first, last, head, noun, state }
}

/// Where the noun phrase begins behind "of the" and "other".
fn phrase_begin(doc: &Document, at: usize) -> usize {
    match doc.lower(at) {
        "of" => {
            let article = |i: &usize| matches!(doc.lower(*i), "the" | "its" | "their" | "his" | "her" | "those" | "all" | "these" | "our");
            at + 1 + (at + 1..).take_while(article).count()
        }
        "other" | "more" | "additional" | "further" | "new" => at + 1,
        _ => at,
    }
}

/// The head of the noun phrase that begins at `begin`, and the state that a word of it tells: "36 dead". `alone`: the
/// number may stand for itself, "the two exchanged views".
fn head(doc: &Document, begin: usize, limit: usize, one: bool, alone: bool) -> (Option<usize>, String) {
    let (mut head, mut state) = (None, String::new());
    let mut i = begin;
    while i < limit.min(begin + LONGEST) {
        let word = doc.lower(i);
        if doc.tokens.get(i).is_none_or(|t| t.kind != TokenKind::Word) || word == "'s" || is_function(word) {
            break;
        }
        let next = doc.lower(i + 1);
        if i == begin && state_word(word).is_some() {
            // "36 dead", "27 injured", "two missing soldiers": a state used as a noun or adjective.
            state = matter(word);
            if !is_plural(next) {
                return (Some(i), state);
            }
        } else if one {
            if i > begin && (is_past(word) || word.ends_with("ing") && !is_gerund_noun(word)) {
                break;
            }
            head = Some(i);
        } else if i == begin && alone && is_past(word) {
            break;
        } else if is_plural(word) {
            head = Some(i);
            let verb = PRESENT.contains(&next) || UNITS_OF_TIME.contains(&next);
            if i + 1 >= limit || !is_plural(next) || is_function(next) || verb || is_people(word) {
                break;
            }
        } else if i > begin && is_past(word) && head.is_none() && !doc.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Word) {
            break;
        }
        i += 1;
    }
    (head, state)
}

/// No noun phrase is longer, in tokens.
const LONGEST: usize = 6;

/// The end of the names that say whose behind a head: "... in South Korea", "... of the party".
fn with_place(doc: &Document, end: usize, limit: usize) -> usize {
    if !matches!(doc.lower(end), "in" | "of" | "from" | "at") {
        return end;
    }
    let from = end + 1 + usize::from(doc.lower(end + 1) == "the");
    let name = |&i: &usize| {
        doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word)
            && doc.form(i).starts_with(char::is_uppercase)
            && !MONTHS.contains(&doc.lower(i))
    };
    match (from..limit.min(from + 4)).take_while(name).count() {
        0 => end,
        names => from + names,
    }
}

/// Whether whose children are counted stands before the number: what is said of "the mother of 12" is not
/// said of the twelve.
fn parent(doc: &Document, start: usize) -> bool {
    let word = |back: usize| start.checked_sub(back).map_or("", |b| doc.lower(b));
    matches!(word(1), "of" | "to")
        && matches!(word(2), "mother" | "father" | "parent" | "parents" | "mom" | "mum" | "dad" | "grandmother" | "grandfather")
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "them" | "those" | "these" | "us" | "whom" | "which")
}

/// What is said of a subject that ends before `at`: "were killed", "have been arrested", "died".
fn predicate(doc: &Document, at: usize, limit: usize) -> Option<String> {
    let mut i = at;
    let mut auxiliary = false;
    while i < limit && i < at + 7 {
        let word = doc.lower(i);
        if matches!(
            word,
            "were"
                | "was"
                | "are"
                | "is"
                | "have"
                | "has"
                | "had"
                | "been"
                | "being"
                | "be"
                | "also"
                | "still"
                | "remain"
                | "remained"
                | "will"
                | "would"
                | "feared"
                | "confirmed"
                | "reported"
                | "so"
                | "far"
                | "later"
                | "now"
                | "who"
        ) {
            auxiliary |= !matches!(word, "also" | "still" | "who");
            i += 1;
            continue;
        }
        if matches!(word, "not" | "never") {
            return Some(String::new());
        }
        if state_word(word).is_some() {
            return Some(matter(word));
        }
        if word == "lost" && doc.lower(i + 1) == "their" && doc.lower(i + 2) == "lives" {
            return Some("kill".to_owned());
        }
        let verb = is_past(word)
            || (auxiliary && word.ends_with("ing"))
            || (auxiliary && doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word) && !is_function(word));
        return verb.then(|| matter(word));
    }
    None
}

/// The nearest content word before a number: "killing at least four", "cost 8.6 million pounds".
pub(super) fn governor(doc: &Document, start: usize) -> String {
    let mut i = start;
    for _ in 0..4 {
        let Some(before) = i.checked_sub(1) else { break };
        let word = doc.lower(before);
        let Some(token) = doc.tokens.get(before) else { break };
        if token.kind != TokenKind::Word {
            break;
        }
        if matches!(
            word,
            "of" | "at"
                | "to"
                | "by"
                | "a"
                | "an"
                | "the"
                | "for"
                | "is"
                | "was"
                | "were"
                | "are"
                | "with"
                | "than"
                | "from"
                | "another"
                | "its"
                | "their"
                | "his"
                | "her"
        ) {
            i = before;
            continue;
        }
        if is_function(word) || word == "'s" {
            break;
        }
        return matter(word);
    }
    String::new()
}
