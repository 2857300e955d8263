//! Interviews and hearings set as a transcript: turns with a label in front ("Q:", "Jane Roe:", "((JR))").
//!
//! In: a [`Document`]. Out: [`Turn`]s in text order, none unless the labels show that the text is one. A turn is
//! its paragraph and the paragraphs behind it up to the next label; the last turn is its own paragraph only, so
//! that it never takes in the rest of the article.

use crate::order::Arrange;
use crate::text::{BlockKind, Document, TokenKind};
use std::collections::BTreeMap;
use std::ops::Range;

/// The words of one speaker, in tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Turn {
    /// The label without its marks.
    pub(super) label: Range<usize>,
    /// From the label to the end of the turn.
    pub(super) whole: Range<usize>,
    /// What is said.
    pub(super) content: Range<usize>,
    /// The label whose initials it gives, if one does.
    pub(super) name: Option<Range<usize>>,
    /// Whether the label is letters only: "Q", "JR".
    pub(super) letters: bool,
    /// Whether it is the one who asks.
    pub(super) asks: bool,
}

/// The longest label in tokens, and the most paragraphs of one turn.
const LONGEST: usize = 8;
const PARAGRAPHS: usize = 12;

/// Labels of things that are no speakers.
const THINGS: &[&str] = &[
    "image",
    "photo",
    "photos",
    "picture",
    "video",
    "watch",
    "listen",
    "source",
    "sources",
    "note",
    "update",
    "correction",
    "related",
    "file",
    "read",
    "credit",
    "caption",
    "audio",
    "tags",
    "category",
    "categories",
    "date",
    "time",
    "place",
    "where",
    "when",
    "who",
    "what",
    "forecast",
];

/// The turns of `doc`.
pub(super) fn turns(doc: &Document) -> Vec<Turn> {
    let mut found: Vec<(usize, Range<usize>, usize, bool)> = Vec::new();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, block) in doc.blocks.iter().enumerate() {
        if !matches!(block.kind, BlockKind::Body | BlockKind::Caption | BlockKind::Headline) {
            continue;
        }
        if let Some((label, start, bracketed)) = label(doc, doc.tokens_in(block.span)) {
            *count.entry(words(doc, &label)).or_insert(0) += 1;
            found.push((number, label, start, bracketed));
        }
    }
    // A label comes again, is in double brackets, which nothing else uses, or is a name whose initials come again.
    let initials = |label: &Range<usize>| -> String {
        label.clone().filter_map(|i| doc.form(i).chars().next()).filter(|c| c.is_uppercase()).collect()
    };
    let again = |label: &Range<usize>| count.get(words(doc, label)).is_some_and(|n| *n > 1);
    let keep: Vec<bool> = found.iter().map(|f| f.3 || again(&f.1) || count.get(initials(&f.1).as_str()).is_some_and(|n| *n > 1)).collect();
    let mut kept = keep.iter();
    found.retain(|_| kept.next().copied().unwrap_or(false));
    let mut voices: Vec<&str> = found.iter().map(|f| words(doc, &f.1)).collect();
    voices.arrange();
    voices.dedup();
    let several = voices.len() > 1;
    if found.len() < 3 || !several && !found.iter().any(|f| f.3) {
        return Vec::new();
    }
    // The voice that asks: more of its turns than of any other's end in a question mark.
    let mut questions: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let names: BTreeMap<String, Range<usize>> =
        found.iter().rev().filter(|f| f.1.len() > 1).map(|f| (initials(&f.1), f.1.clone())).collect();
    let mut out: Vec<Turn> = Vec::with_capacity(found.len());
    for (i, (block, label, start, _)) in found.iter().enumerate() {
        let own = doc.blocks.get(*block).map_or(*start, |b| doc.tokens_in(b.span).end);
        // Where only one voice has labels, what follows its paragraph is not known to be its own.
        let next = found.get(i + 1).filter(|_| several).map_or(*block + 1, |f| f.0).min(block + PARAGRAPHS);
        let more = doc.blocks.get(block + 1..next).unwrap_or(&[]);
        let end = more.iter().take_while(|b| b.kind == BlockKind::Body).last().map_or(own, |b| doc.tokens_in(b.span).end);
        let ask = end > *start && doc.form(end - 1) == "?";
        let seen = questions.entry(words(doc, label)).or_insert((0, 0));
        seen.0 += usize::from(ask);
        seen.1 += 1;
        let own_letters = words(doc, label);
        let letters = own_letters.chars().count() < 4 && own_letters.chars().all(char::is_uppercase);
        let name = names.get(own_letters).filter(|_| letters).cloned();
        out.push(Turn { label: label.clone(), whole: label.start..end, content: *start..end, name, letters, asks: ask });
    }
    for turn in &mut out {
        let word = words(doc, &turn.label);
        let mostly = questions.get(word).is_some_and(|(ask, all)| 2 * ask > *all);
        turn.asks &= mostly || word == "Q";
    }
    out.retain(|t| !t.content.is_empty());
    out
}

fn words<'d>(doc: &'d Document, range: &Range<usize>) -> &'d str {
    doc.span(range.clone()).of(&doc.text)
}

/// The label that `range`, a paragraph, begins with, and where its words begin: "Jane Roe: Yes."
fn label(doc: &Document, range: Range<usize>) -> Option<(Range<usize>, usize, bool)> {
    let opened = (range.start..range.end.min(range.start + 3)).take_while(|&i| matches!(doc.form(i), "(" | "[" | "*")).count();
    let first = range.start + opened;
    let mut i = first;
    while i < range.end.min(first + LONGEST) {
        let token = doc.tokens.get(i)?;
        let capital = doc.form(i).chars().next().is_some_and(char::is_uppercase);
        let small = matches!(doc.lower(i), "of" | "de" | "van" | "von" | "the" | "al" | "bin" | "and" | "." | "-");
        match token.kind {
            TokenKind::Word if capital || i > first && small => i += 1,
            TokenKind::Mark if i > first && small && doc.form(i) != "-" => i += 1,
            _ => break,
        }
    }
    if i == first || (first..i).any(|k| THINGS.contains(&doc.lower(k)) || doc.lower(k).ends_with("image")) {
        return None;
    }
    let mut end = i;
    let closed = (end..range.end.min(end + 3)).take_while(|&k| matches!(doc.form(k), ")" | "]" | "*")).count();
    let bracketed = opened > 1 && closed > 1;
    if (opened > 0) != (closed > 0) {
        return None;
    }
    end += closed;
    let colon = doc.form(end) == ":";
    (colon || bracketed).then_some((first..i, end + usize::from(colon), bracketed)).filter(|(_, start, _)| *start < range.end)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, reason = "a failing test may panic")]
    use super::*;

    #[test]
    fn turns_need_two_voices() {
        let doc =
            Document::read("Q: Why now?\n\nA: Because it rained.\n\nIt still does.\n\nQ: And then?\n\nA: We left.\n\nThe town is small.");
        let turns = turns(&doc);
        let said: Vec<&str> = turns.iter().map(|t| words(&doc, &t.content)).collect();
        assert_eq!(said, ["Why now?", "Because it rained.\n\nIt still does.", "And then?", "We left."]);
        assert_eq!(turns.iter().map(|t| t.asks).collect::<Vec<_>>(), [true, false, true, false]);
    }

    #[test]
    fn captions_and_lists_are_no_transcript() {
        for text in [
            "Image: Ann Lee.\n\nImage: Bo Ray.\n\nImage: Port.",
            "Weather: rain.\n\nThe mayor spoke: nobody came.",
            "Oslo: the talks failed.",
        ] {
            assert!(turns(&Document::read(text)).is_empty(), "{text}");
        }
    }
}
