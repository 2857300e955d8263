//! Sentences: ends at full stops, question and exclamation marks, colons before quotes excepted,
//! and at block ends. An abbreviation's dot ends a sentence only where what follows begins one.

use super::{Document, Sentence, Span, TokenKind};

/// Splits the blocks of `doc` into sentences.
pub(super) fn split(doc: &mut Document) {
    let mut sentences = Vec::new();
    for (number, block) in doc.blocks.iter().enumerate() {
        let range = doc.tokens_in(block.span);
        let mut first = range.start;
        let mut i = range.start;
        while i < range.end {
            let mut end = i + 1;
            if ends_sentence(doc, i, range.end) {
                // Closing quotes and brackets right behind belong to the sentence.
                while end < range.end && doc.tokens.get(end).is_some_and(|t| !t.spaced) && is_closer(doc, end) {
                    end += 1;
                }
                push(doc, &mut sentences, first, end, number);
                first = end;
            }
            i = end;
        }
        push(doc, &mut sentences, first, range.end, number);
    }
    doc.sentences = sentences;
}

fn push(doc: &Document, sentences: &mut Vec<Sentence>, first: usize, last: usize, block: usize) {
    if first < last {
        let span: Span = doc.span(first..last);
        sentences.push(Sentence { span, first: first as u32, last: last as u32, block: block as u32 });
    }
}

fn is_closer(doc: &Document, i: usize) -> bool {
    matches!(doc.form(i), "\"" | "'" | ")" | "]" | "''")
}

fn ends_sentence(doc: &Document, i: usize, end: usize) -> bool {
    let form = doc.form(i);
    let closes = matches!(form, "." | "!" | "?") || form.starts_with("..") || form == "\u{2026}";
    let abbreviation = form.len() > 1 && form.ends_with('.') && !form.starts_with('.');
    if !closes && !abbreviation {
        return false;
    }
    let mut next = i + 1;
    while next < end && doc.tokens.get(next).is_some_and(|t| !t.spaced) && is_closer(doc, next) {
        next += 1;
    }
    if next >= end {
        return false;
    }
    let Some(token) = doc.tokens.get(next) else { return false };
    if !token.spaced {
        return false;
    }
    let opens = token.kind == TokenKind::Quote && next + 1 < end;
    let word = doc.form(if opens { next + 1 } else { next });
    let upper = word.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_lowercase() && c.is_alphabetic());
    let digit = word.starts_with(|c: char| c.is_ascii_digit());
    if abbreviation {
        // "U.S. The", "Inc. He": only where the next word is one that opens sentences.
        let single = form.chars().filter(|&c| c != '.').count() == 1;
        return !single && upper && OPENERS.contains(&doc.lower(if opens { next + 1 } else { next }));
    }
    if form.len() > 1 || form == "\u{2026}" {
        return upper;
    }
    // "he said." she: a lower-case word after ?" or !" goes on.
    upper || digit || opens || !word.starts_with(char::is_alphabetic)
}

/// Words that open a sentence after an abbreviation more often than they continue a name.
const OPENERS: &[&str] = &[
    "the",
    "a",
    "an",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "this",
    "that",
    "these",
    "those",
    "in",
    "on",
    "at",
    "but",
    "and",
    "for",
    "his",
    "her",
    "its",
    "their",
    "there",
    "as",
    "after",
    "before",
    "when",
    "while",
    "if",
    "last",
    "more",
    "most",
    "some",
    "many",
    "all",
    "no",
    "one",
    "two",
    "officials",
    "police",
    "according",
    "by",
    "however",
    "meanwhile",
];
