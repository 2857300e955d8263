//! Units: sentences, joined where a quotation runs over their ends, without their datelines.
//!
//! In: a document and its quotations. Out: [`Unit`]s in text order, none longer than work on one may take.

use super::marks::Marks;
use super::reach;
use super::syntax::Unit;
use crate::text::{BlockKind, Document, TokenKind};

/// The longest unit in steps: a sentence of news has some 25 words.
const LONGEST: usize = 250;

/// Sentences, joined where a quotation runs over their ends, without their datelines.
pub(super) fn units(doc: &Document, marks: &Marks) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::with_capacity(doc.sentences.len() + 1);
    let mut open: Option<Unit> = None;
    for s in &doc.sentences {
        let block = s.block as usize;
        if doc.blocks.get(block).is_some_and(|b| matches!(b.kind, BlockKind::DateLine | BlockKind::Byline | BlockKind::Furniture)) {
            continue;
        }
        let (first, end) = (s.first as usize, s.last as usize);
        let unit = match open.take() {
            Some(u) => Unit { first: u.first, end, block: u.block },
            None => Unit { first, end, block },
        };
        let inside = end > 0 && marks.at(end).is_some() && marks.at(end) == marks.at(end - 1);
        if inside {
            open = Some(unit);
        } else {
            units.push(unit);
        }
    }
    units.extend(open);
    let mut units: Vec<Unit> = units.into_iter().flat_map(|u| short(u, marks)).collect();
    let mut last = usize::MAX;
    for unit in &mut units {
        if unit.block != last {
            last = unit.block;
            unit.first = after_dateline(doc, *unit);
        }
    }
    units
}

/// Cuts a unit that is longer than any sentence, so that work on one unit stays bounded. What stands in
/// quotation marks does not count, since the rules step over it.
fn short(unit: Unit, marks: &Marks) -> Vec<Unit> {
    if unit.end - unit.first <= LONGEST {
        return vec![unit];
    }
    let (mut pieces, mut first, mut i, mut steps) = (Vec::new(), unit.first, unit.first, 0);
    while i < unit.end {
        i = marks.opens(i).map_or(i + 1, |q| q.end.max(i + 1)).min(unit.end);
        steps += 1;
        if steps == LONGEST || i == unit.end {
            pieces.push(Unit { first, end: i, block: unit.block });
            (first, steps) = (i, 0);
        }
    }
    pieces
}

/// The first token behind a dateline: "OSLO (Agency) -", "OSLO, May 3 —".
fn after_dateline(doc: &Document, unit: Unit) -> usize {
    if let Some(line) = &doc.header.dateline {
        let range = doc.tokens_in(line.span);
        if range.start >= unit.first && range.end < unit.end && range.start < unit.first + 3 {
            return range.end;
        }
    }
    // "Srinagar- The road": a place and its dash without a space.
    let tight = doc.form(unit.first + 1) == "-" && doc.tokens.get(unit.first + 2).is_some_and(|t| t.spaced);
    if tight && unit.end > unit.first + 4 && doc.form(unit.first).starts_with(char::is_uppercase) {
        return unit.first + 2;
    }
    for i in unit.first + 1..unit.end.min(unit.first + reach::OPENING) {
        let dash = matches!(doc.form(i), "\u{2013}" | "\u{2014}" | "-" | "\u{2022}");
        if dash && doc.tokens.get(i).is_some_and(|t| t.spaced) {
            let shouted = doc.form(unit.first).chars().filter(|c| c.is_alphabetic()).count() > 1
                && doc.form(unit.first).chars().all(|c| !c.is_lowercase());
            let credited = doc.form(i - 1) == ")";
            return if shouted || credited || doc.form(i) == "\u{2022}" { i + 1 } else { unit.first };
        }
        if doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Quote) {
            break;
        }
    }
    unit.first
}
