//! Lines become paragraphs: which line breaks of a paste end a paragraph and which are only wraps.
//!
//! In: the text and its tokens. Out: blocks, all of kind body. Pastes come with blank lines between
//! paragraphs, with every line a paragraph, hard-wrapped at some column, with indented first lines, or
//! mixed. A text counts as wrapped where nearly every line that is followed directly by another is so
//! long that the next line's first word would not have fitted: that is how programs wrap. In a text
//! that is not wrapped, a line break is a wrap only where the line before breaks off and the line
//! after begins small.

use super::chars::char_at;
use super::header;
use super::{Block, BlockKind, Document, TokenKind};
use crate::order::Arrange;
use std::ops::Range;

/// A line that holds tokens.
#[derive(Debug)]
struct Line {
    tokens: Range<usize>,
    /// Characters from the start of its first token to the end of its last.
    width: usize,
    /// White space before its first token, in characters.
    indent: usize,
    /// Characters of its first word with the marks on it.
    first_word: usize,
    /// Whether a blank line stands before it.
    parted: bool,
}

/// Cuts the tokens of `doc` into blocks.
pub(super) fn blocks(doc: &mut Document) {
    let lines = lines(doc);
    let wrap = wrap_width(doc, &lines);
    let mut blocks = Vec::new();
    let mut first = 0;
    let mut top = true;
    for (number, pair) in lines.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        // The lines of a header are lines of their own, however the text below is wrapped.
        top &= number < LONGEST_TOP;
        let ends = b.parted
            || top && wrap.is_some() && (header::is_header_line(doc, &a.tokens) || header::is_header_line(doc, &b.tokens))
            || is_list_item(doc, b)
            || match wrap {
                Some(width) => !is_full(a, b, width) || b.indent > a.indent + 1 && b.indent < 12 || is_furniture_start(doc, b),
                None => !breaks_off(doc, a, b),
            };
        if ends {
            blocks.push(Block { span: doc.span(first..b.tokens.start), kind: BlockKind::Body });
            first = b.tokens.start;
        }
    }
    if first < doc.tokens.len() {
        blocks.push(Block { span: doc.span(first..doc.tokens.len()), kind: BlockKind::Body });
    }
    doc.blocks = blocks;
}

fn lines(doc: &Document) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut first = 0;
    for i in 1..=doc.tokens.len() {
        if doc.tokens.get(i).is_some_and(|t| t.breaks == 0) {
            continue;
        }
        lines.push(line(doc, first..i));
        first = i;
    }
    lines
}

fn line(doc: &Document, tokens: Range<usize>) -> Line {
    let span = doc.span(tokens.clone());
    let text = span.of(&doc.text);
    let first_word = text.chars().take(FULL_WIDTH).take_while(|c| !c.is_whitespace()).count();
    let before = doc.text.get(..span.start as usize).unwrap_or("");
    let indent = before.chars().rev().take(16).take_while(|&c| c.is_whitespace() && c != '\n' && c != '\r').count();
    let parted = doc.tokens.get(tokens.start).is_some_and(|t| t.breaks >= 2);
    Line { tokens, width: text.chars().take(FULL_WIDTH + 1).count(), indent, first_word, parted }
}

/// No header has more lines than this.
const LONGEST_TOP: usize = 10;
/// No program wraps wider than this.
const FULL_WIDTH: usize = 110;
/// Nor, in a report, narrower than this.
const NARROW_WIDTH: usize = 34;

/// The width at which the text is wrapped, where it is.
fn wrap_width(doc: &Document, lines: &[Line]) -> Option<usize> {
    // Only lines directly followed by another tell; a long line anywhere among them speaks against.
    let pairs = || lines.windows(2).filter_map(|p| if let [a, b] = p { (!b.parted).then_some((a, b)) } else { None });
    let count = pairs().count();
    if count == 0 {
        return None;
    }
    let mut widths: Vec<usize> = pairs().flat_map(|(a, b)| [a.width + a.indent, b.width + b.indent]).collect();
    widths.arrange();
    // A few longer lines (an address, a table) do not count.
    let width = *widths.get(widths.len().saturating_sub(1 + widths.len() / 40))?;
    if !(NARROW_WIDTH..=FULL_WIDTH).contains(&width) {
        return None;
    }
    let full = pairs().filter(|(a, b)| is_full(a, b, width)).count();
    let open = pairs().filter(|(a, _)| !ends_closed(doc, a)).count();
    let small = pairs().filter(|(_, b)| begins_small(doc, b)).count();
    (full * 10 >= count * 6 && open * 2 > count && small * 4 >= count).then_some(width)
}

/// Whether the first word of `b` would not have fitted on `a`.
fn is_full(a: &Line, b: &Line, width: usize) -> bool {
    // Some programs break a little early.
    a.indent + a.width + 1 + b.first_word + SLACK > width
}

const SLACK: usize = 4;

/// Whether the line ends as a paragraph may end.
fn ends_closed(doc: &Document, line: &Line) -> bool {
    let mut last = line.tokens.end;
    while last > line.tokens.start {
        last -= 1;
        let form = doc.form(last);
        if matches!(form, "\"" | "'" | ")" | "]") {
            continue;
        }
        return matches!(form, "." | "!" | "?" | ":" | "...");
    }
    false
}

/// Whether the line begins with a small letter.
fn begins_small(doc: &Document, line: &Line) -> bool {
    doc.tokens.get(line.tokens.start).and_then(|t| char_at(&doc.text, t.span.start as usize)).is_some_and(|(c, _)| c.is_lowercase())
}

/// Whether line `a` breaks off in a sentence that `b` goes on with.
fn breaks_off(doc: &Document, a: &Line, b: &Line) -> bool {
    let word_ends = |i: usize| {
        doc.tokens.get(i).is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)) || matches!(doc.form(i), "," | "-" | ";")
    };
    begins_small(doc, b)
        && !doc.lower(b.tokens.start).starts_with("http")
        && a.width >= NARROW_WIDTH
        && word_ends(a.tokens.end.saturating_sub(1))
        && !is_list_item(doc, a)
        && !header::is_header_line(doc, &b.tokens)
}

fn is_list_item(doc: &Document, line: &Line) -> bool {
    let spaced = doc.tokens.get(line.tokens.start + 1).is_some_and(|t| t.spaced);
    matches!(doc.form(line.tokens.start), "\u{2022}" | "*" | "-" | "\u{2013}" | "\u{b7}" | "\u{25cf}" | "\u{25aa}" | "\u{25a0}") && spaced
}

/// Lines that begin a part of their own even in a wrapped text.
fn is_furniture_start(doc: &Document, line: &Line) -> bool {
    let at = line.tokens.start;
    doc.form(at) == "(" && matches!(doc.lower(at + 1), "reporting" | "editing" | "writing" | "additional")
}
