//! Sentences: where they end within a block.
//!
//! In: blocks, tokens with the sides of their quotation marks. Out: sentences that cover every token
//! once. A sentence ends at a full stop, question or exclamation mark or ellipsis, with the closing
//! marks behind it, where what follows can begin one. The dot of an abbreviation ends a sentence only
//! where the next word is one that opens sentences and does not go on with a name. A quotation of
//! several sentences is several sentences; the words that attribute it belong to its last one
//! ('"Stop!" he said.'). A dateline is a sentence of its own, so that the report's first sentence
//! begins with its first word.

use super::abbreviations::{Abbreviation, abbreviation};
use super::lexicon::Shape;
use super::{Document, Sentence, Side, Token, TokenKind};
use std::ops::Range;

/// Splits the blocks of `doc` into sentences.
pub(super) fn split(doc: &mut Document) {
    let dateline_end = doc.header.dateline.as_ref().map(|d| doc.tokens_in(d.span).end);
    let mut sentences = Vec::new();
    for (number, block) in doc.blocks.iter().enumerate() {
        let block = doc.tokens_in(block.span);
        let mut first = block.start;
        let mut i = block.start;
        while i < block.end {
            let end = sentence_end(doc, i, &block).or_else(|| (dateline_end == Some(i + 1)).then_some(i + 1));
            if let Some(end) = end {
                push(doc, &mut sentences, first..end, number);
                first = end;
            }
            i = end.unwrap_or(i + 1);
        }
        push(doc, &mut sentences, first..block.end, number);
    }
    doc.sentences = sentences;
}

fn push(doc: &Document, sentences: &mut Vec<Sentence>, tokens: Range<usize>, block: usize) {
    if !tokens.is_empty() {
        let span = doc.span(tokens.clone());
        sentences.push(Sentence { span, first: tokens.start as u32, last: tokens.end as u32, block: block as u32 });
    }
}

/// How strongly a token says that a sentence ends with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// ".".
    Full,
    /// "!" or "?".
    Call,
    /// "...".
    Trail,
    /// The full stop of scripts that write no space after it.
    Wide,
    /// The dot of an abbreviation.
    Abbreviation,
}

fn stop(doc: &Document, i: usize) -> Option<Stop> {
    let token = doc.tokens.get(i)?;
    let form = doc.form(i);
    match token.kind {
        TokenKind::Mark => match form {
            "." => Some(Stop::Full),
            "!" | "?" | "\u{203c}" | "\u{203d}" | "\u{2047}" | "\u{2048}" | "\u{2049}" | "\u{61f}" => Some(Stop::Call),
            ".." | "..." => Some(Stop::Trail),
            "\u{3002}" | "\u{ff01}" | "\u{ff1f}" | "\u{ff0e}" | "\u{964}" | "\u{965}" => Some(Stop::Wide),
            _ => None,
        },
        TokenKind::Word if form.len() > 1 && form.ends_with('.') => Some(Stop::Abbreviation),
        _ => None,
    }
}

/// The end of the sentence that ends with the stop at token `i`, if one does.
fn sentence_end(doc: &Document, i: usize, block: &Range<usize>) -> Option<usize> {
    let kind = stop(doc, i)?;
    let mut end = i + 1;
    let mut calls = kind == Stop::Call;
    let mut quoted = false;
    // Further stops and closing marks belong to the sentence.
    while end < block.end {
        let Some(token) = doc.tokens.get(end) else { break };
        let closes = token.side == Side::Close || matches!(doc.form(end), ")" | "]");
        let more = kind != Stop::Abbreviation && matches!(stop(doc, end), Some(Stop::Full | Stop::Call | Stop::Trail | Stop::Wide));
        // A closing mark after white space is a slip, but still closes.
        if !(more && !token.spaced || closes && (!token.spaced || token.side == Side::Close)) {
            break;
        }
        calls |= stop(doc, end) == Some(Stop::Call);
        quoted |= token.side == Side::Close;
        end += 1;
    }
    let next = doc.tokens.get(end).filter(|_| end < block.end)?;
    let ends = match kind {
        Stop::Wide => true,
        Stop::Abbreviation => ends_at_abbreviation(doc, i, end, quoted),
        Stop::Trail if i == block.start || leads(doc, i) => false,
        _ if !next.spaced => is_pasted_on(doc, i, end, next),
        Stop::Full if is_list_number(doc, i, block) => false,
        // "a . 357 Magnum", "an. 919 average": spaces that a typist put around the point of a number.
        Stop::Full if next.kind == TokenKind::Number && (doc.tokens.get(i).is_some_and(|t| t.spaced) || is_article(doc, i)) => false,
        _ => can_begin(doc, end, block) && !(quoted && calls && is_attributed(doc, end, block)),
    };
    ends.then_some(end)
}

/// Whether an ellipsis stands at the start of a quotation ("...and so on").
fn leads(doc: &Document, i: usize) -> bool {
    i > 0 && doc.tokens.get(i - 1).is_some_and(|t| t.side == Side::Open)
}

/// Whether an article stands before the stop at token `i`.
fn is_article(doc: &Document, i: usize) -> bool {
    i > 0 && matches!(doc.lower(i - 1), "a" | "an" | "the")
}

/// "1. First": the number of a list item.
fn is_list_number(doc: &Document, i: usize, block: &Range<usize>) -> bool {
    i == block.start + 1 && doc.tokens.get(block.start).is_some_and(|t| t.kind == TokenKind::Number && t.span.len() <= 3)
}

/// Whether what begins at token `i`, after white space, can begin a sentence.
fn can_begin(doc: &Document, mut i: usize, block: &Range<usize>) -> bool {
    let mut opened = false;
    while i < block.end {
        let Some(token) = doc.tokens.get(i) else { return false };
        match token.kind {
            TokenKind::Word => {
                let form = doc.form(i);
                // "iPhone" begins a sentence, "said" does not.
                return !form.starts_with(char::is_lowercase) || form.chars().any(char::is_uppercase);
            }
            TokenKind::Number => return true,
            TokenKind::Link => return true,
            TokenKind::Quote if token.side != Side::Close => opened = true,
            TokenKind::Mark if matches!(doc.form(i), "(" | "[" | "\u{bf}" | "\u{a1}" | "'") => opened = true,
            TokenKind::Mark if matches!(doc.form(i), "..." | "\u{2014}" | "\u{2013}" | "-" | "\u{2022}" | "*") && !opened => {}
            TokenKind::Mark if matches!(doc.form(i), "$" | "\u{a3}" | "\u{20ac}" | "\u{a5}" | "#" | "@" | "+") => return true,
            // Pictures and the like.
            TokenKind::Mark => return doc.form(i).starts_with(|c: char| c > '\u{2190}'),
            TokenKind::Quote => return false,
        }
        i += 1;
    }
    false
}

/// "ended.The": the space after a full stop was lost.
fn is_pasted_on(doc: &Document, i: usize, end: usize, next: &Token) -> bool {
    let begins = next.kind == TokenKind::Word && matches!(doc.shape(end), Shape::Capital | Shape::Initial) || next.side == Side::Open;
    let closed = end > i + 1;
    let before = i.checked_sub(1).and_then(|p| doc.tokens.get(p)).is_some_and(|t| {
        !matches!(t.kind, TokenKind::Mark | TokenKind::Quote)
            && t.span.len() > 1
            && (t.kind == TokenKind::Number || doc.form(i - 1).ends_with(char::is_lowercase))
    });
    begins && (closed || before)
}

/// '"Stop!" Mr Roe said': words that attribute the quotation before them. A few capitalised words and
/// a verb of saying, before any mark.
fn is_attributed(doc: &Document, from: usize, block: &Range<usize>) -> bool {
    for i in from..block.end.min(from + 7) {
        if doc.tokens.get(i).is_none_or(|t| !matches!(t.kind, TokenKind::Word)) {
            return false;
        }
        let lower = doc.lower(i);
        if SAYING.binary_search(&lower).is_ok() {
            return i > from;
        }
        let names =
            doc.form(i).starts_with(char::is_uppercase) || matches!(lower, "the" | "a" | "an" | "of" | "later" | "also" | "then" | "'s");
        if !names {
            return false;
        }
    }
    false
}

const SAYING: &[&str] = &[
    "added",
    "adds",
    "asked",
    "asks",
    "continued",
    "cried",
    "declared",
    "exclaimed",
    "recalled",
    "recalls",
    "remarked",
    "replied",
    "said",
    "says",
    "screamed",
    "shouted",
    "told",
    "tweeted",
    "wondered",
    "wonders",
    "writes",
    "wrote",
    "yelled",
];

/// Whether the abbreviation at `i` ends its sentence; `end` is the first token behind it and its
/// closing marks.
fn ends_at_abbreviation(doc: &Document, i: usize, end: usize, quoted: bool) -> bool {
    let form = doc.form(i);
    let word = form.strip_suffix('.').unwrap_or(form);
    let mut next = end;
    let mut opens = false;
    while doc.tokens.get(next).is_some_and(|t| t.side == Side::Open || doc.form(next) == "(") {
        opens = true;
        next += 1;
    }
    if doc.tokens.get(end).is_none_or(|t| !t.spaced) || !doc.form(next).starts_with(char::is_uppercase) {
        return false;
    }
    let opener = OPENERS.binary_search(&doc.lower(next)).is_ok();
    let initial = word.chars().nth(1).is_none();
    match abbreviation(word) {
        Some(Abbreviation::Title | Abbreviation::BeforeNumber) => false,
        Some(Abbreviation::Month | Abbreviation::After | Abbreviation::AfterComma) => opener || opens && word == "etc",
        None if initial => opener && !opens,
        None if is_clock(word) => opener || opens || quoted || !FOLLOW_CLOCK.contains(&doc.lower(next)) && is_new_clause(doc, next),
        None => opener || opens && quoted,
    }
}

fn is_clock(word: &str) -> bool {
    word.eq_ignore_ascii_case("a.m") || word.eq_ignore_ascii_case("p.m")
}

/// After "5 p.m." a capital may go on with the time ("Eastern", "GMT", "Friday") or begin a sentence.
fn is_new_clause(doc: &Document, i: usize) -> bool {
    doc.shape(i) == Shape::Capital && !doc.lower(i).ends_with("day")
}

const FOLLOW_CLOCK: &[&str] = &[
    "april",
    "august",
    "central",
    "december",
    "eastern",
    "february",
    "january",
    "july",
    "june",
    "march",
    "may",
    "mountain",
    "november",
    "october",
    "pacific",
    "september",
    "moscow",
    "beijing",
    "london",
    "jan.",
    "feb.",
    "mar.",
    "apr.",
    "jun.",
    "jul.",
    "aug.",
    "sept.",
    "oct.",
    "nov.",
    "dec.",
];

/// Words that, with a capital, open a sentence after an abbreviation and do not go on with a name.
const OPENERS: &[&str] = &[
    "a",
    "according",
    "after",
    "all",
    "although",
    "an",
    "and",
    "another",
    "as",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "despite",
    "during",
    "each",
    "even",
    "for",
    "from",
    "he",
    "her",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "instead",
    "it",
    "its",
    "last",
    "later",
    "many",
    "meanwhile",
    "more",
    "most",
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "my",
    "no",
    "nobody",
    "none",
    "not",
    "nothing",
    "now",
    "officials",
    "on",
    "once",
    "one",
    "only",
    "other",
    "others",
    "our",
    "over",
    "people",
    "police",
    "several",
    "she",
    "since",
    "so",
    "some",
    "still",
    "such",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "three",
    "through",
    "to",
    "today",
    "tomorrow",
    "two",
    "under",
    "until",
    "we",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "why",
    "with",
    "yesterday",
    "yet",
    "you",
    "your",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(OPENERS.windows(2).all(|w| w[0] < w[1]), "{:?}", OPENERS.windows(2).find(|w| w[0] >= w[1]));
        let mut saying = SAYING.to_vec();
        saying.sort_unstable();
        assert_eq!(saying, SAYING);
    }
}
