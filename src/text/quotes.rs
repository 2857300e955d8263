//! The side of every quotation mark, and which single marks are apostrophes.
//!
//! Curly marks tell their side by shape, straight ones by the white space around them and, where that
//! does not tell, by whether a quotation is open. Each block starts anew: a quotation that runs over
//! paragraphs opens again in each of them and closes in the last.

use super::chars::char_at;
use super::{Document, Side, TokenKind};
use std::ops::Range;

/// Sets [`Side`]s in all blocks of `doc`; single marks that quote nothing become marks.
pub(super) fn sides(doc: &mut Document) {
    let blocks: Vec<Range<usize>> = doc.blocks.iter().map(|b| doc.tokens_in(b.span)).collect();
    for block in blocks {
        doubles(doc, block.clone());
        singles(doc, block);
    }
}

/// What shape and surroundings say of one mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    shape: Side,
    /// White space, an opening mark or the block's start stands before it.
    free_before: bool,
    /// White space, a closing mark or the block's end stands after it.
    free_after: bool,
}

fn look(doc: &Document, i: usize, block: &Range<usize>) -> Look {
    let Some(token) = doc.tokens.get(i) else { return Look { shape: Side::None, free_before: true, free_after: true } };
    let shape = match char_at(&doc.text, token.span.start as usize).map(|found| found.0) {
        Some('\u{201c}' | '\u{201e}' | '\u{ab}' | '\u{2018}' | '\u{201a}' | '\u{2039}' | '`' | '\u{300c}' | '\u{300e}' | '\u{301d}') => {
            Side::Open
        }
        Some('\u{201d}' | '\u{bb}' | '\u{2019}' | '\u{203a}' | '\u{300d}' | '\u{300f}' | '\u{301e}' | '\u{301f}' | '\u{b4}') => Side::Close,
        _ => Side::None,
    };
    let opening = |i: usize| {
        matches!(doc.form(i), "(" | "[" | "\u{2014}" | "\u{2013}" | "-" | "/") || doc.tokens.get(i).is_some_and(|t| t.side == Side::Open)
    };
    let closing =
        |i: usize| matches!(doc.form(i), "," | "." | ";" | ":" | "!" | "?" | ")" | "]" | "..." | "\u{2014}" | "\u{2013}" | "/" | "'s");
    let quote = |i: usize| doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Quote);
    let free_before = i == block.start || token.spaced || opening(i - 1) || quote(i - 1) && look_free(doc, i - 1, block);
    let next = i + 1;
    let free_after =
        next >= block.end || doc.tokens.get(next).is_some_and(|t| t.spaced) || closing(next) || quote(next) && next_free(doc, next, block);
    Look { shape, free_before, free_after }
}

/// Whether a mark that touches another one has white space before it.
fn look_free(doc: &Document, i: usize, block: &Range<usize>) -> bool {
    i == block.start || doc.tokens.get(i).is_some_and(|t| t.spaced)
}

/// Whether a mark that touches another one has white space or a closing mark after it.
fn next_free(doc: &Document, i: usize, block: &Range<usize>) -> bool {
    i + 1 >= block.end
        || doc.tokens.get(i + 1).is_some_and(|t| t.spaced)
        || matches!(doc.form(i + 1), "," | "." | ";" | ":" | "!" | "?" | ")")
}

fn doubles(doc: &mut Document, block: Range<usize>) {
    let mut open = false;
    let mut low = false;
    for i in block.clone() {
        if doc.tokens.get(i).is_none_or(|t| t.kind != TokenKind::Quote) || doc.form(i) != "\"" {
            continue;
        }
        let look = look(doc, i, &block);
        let low_mark = doc.tokens.get(i).and_then(|t| char_at(&doc.text, t.span.start as usize)).is_some_and(|(c, _)| c == '\u{201e}');
        let by_place = match (look.free_before, look.free_after) {
            (true, false) => Side::Open,
            (false, true) => Side::Close,
            _ if open => Side::Close,
            _ => Side::Open,
        };
        let side = match look.shape {
            // Low marks are closed by the high mark that opens elsewhere; some write one shape for both.
            Side::Open if open && (low || by_place == Side::Close && look.free_after && !look.free_before) => Side::Close,
            Side::Close if !open && by_place == Side::Open && look.free_before && !look.free_after => Side::Open,
            Side::None => by_place,
            shape => shape,
        };
        // Inches, and the like: a straight mark on a number where nothing is open.
        let inches = look.shape == Side::None
            && !open
            && side == Side::Close
            && i > block.start
            && doc.tokens.get(i - 1).is_some_and(|t| t.kind == TokenKind::Number);
        open = side == Side::Open;
        low = open && low_mark;
        if let Some(token) = doc.tokens.get_mut(i) {
            if inches {
                token.kind = TokenKind::Mark;
            } else {
                token.side = side;
            }
        }
    }
}

/// Words that are written with an apostrophe in front.
const ELISIONS: &[&str] = &["bout", "cause", "em", "er", "im", "n", "nam", "neath", "round", "til", "till", "tis", "twas", "twill"];

fn singles(doc: &mut Document, block: Range<usize>) {
    let is_single = |doc: &Document, i: usize| doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Quote) && doc.form(i) == "'";
    let marks: Vec<(usize, Look)> = block.clone().filter(|&i| is_single(doc, i)).map(|i| (i, look(doc, i, &block))).collect();
    // How many marks from each on may close: a mark opens only where one can close it.
    let closes = |look: &Look| look.free_after && !look.free_before && look.shape != Side::Open;
    let mut closers = 0usize;
    let mut closers_after: Vec<usize> = marks
        .iter()
        .rev()
        .map(|(_, look)| {
            let after = closers;
            closers += usize::from(closes(look));
            after
        })
        .collect();
    closers_after.reverse();
    let mut open = false;
    for (n, &(i, look)) in marks.iter().enumerate() {
        let later = closers_after.get(n).copied().unwrap_or(0);
        let next_opens = marks.get(n + 1).is_some_and(|(_, l)| l.free_before && !l.free_after);
        let starts = i == block.start
            || i > block.start && (matches!(doc.form(i - 1), "," | ":") || doc.tokens.get(i - 1).is_some_and(|t| t.side == Side::Open));
        let side = if open && closes(&look) {
            // "the workers' rights' defenders": a plural's apostrophe where a better closer follows.
            let plural = i > block.start
                && doc.tokens.get(i - 1).is_some_and(|t| t.kind == TokenKind::Word)
                && doc.lower(i - 1).ends_with('s')
                && doc.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Word && t.spaced)
                && later > 0
                && !next_opens;
            if plural { Side::None } else { Side::Close }
        } else if look.free_before && !look.free_after {
            let elided = is_elision(doc, i + 1);
            let may_open = match look.shape {
                Side::Open => true,
                Side::Close => false,
                Side::None => (later > 0 || starts) && !elided,
            };
            if may_open { Side::Open } else { Side::None }
        } else if look.shape == Side::Open && !open {
            Side::Open
        } else if closes(&look) && is_continued(doc, i, &block) {
            Side::Close
        } else {
            Side::None
        };
        match side {
            Side::Open => open = true,
            Side::Close => open = false,
            Side::None => {}
        }
        if let Some(token) = doc.tokens.get_mut(i) {
            token.side = side;
            if side == Side::None {
                token.kind = TokenKind::Mark;
            }
        }
    }
}

/// Whether token `i` is what an apostrophe stands before: "'90s", "'em", "'n'".
fn is_elision(doc: &Document, i: usize) -> bool {
    let Some(token) = doc.tokens.get(i) else { return false };
    let form = doc.lower(i);
    match token.kind {
        TokenKind::Number => form.len() == 2 || form.len() == 3 && form.ends_with('s'),
        _ => ELISIONS.binary_search(&form).is_ok(),
    }
}

/// A closing mark behind a stop or comma closes what an earlier paragraph opened; behind a word it is
/// an apostrophe.
fn is_continued(doc: &Document, i: usize, block: &Range<usize>) -> bool {
    i > block.start && matches!(doc.form(i - 1), "," | "." | "!" | "?" | "...")
}
