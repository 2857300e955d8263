//! One slot of one account filled in two ways: "armed" beside "unarmed", "the boiler room" beside
//! "the store room", "Mill Road" beside "Quay Road".
//!
//! Reports put most things in other words, and other words are no difference. So only words are held
//! against each other of which one at most can be true ([`super::exclusive`]), and only where each
//! sentence has one of them, the sentences are each other's best, and the words around the slot agree.

use super::exclusive::{NAMED_PLACES, PLACES, SETS};
use super::finding;
use super::negation::is_negator;
use crate::compare::Context;
use crate::compare::clash::{figures_clash, strangers_clash};
use crate::compare::entities::ordered;
use crate::compare::sentences::overlap;
use crate::compare::view::{Told, View};
use crate::compare::{EventLabel, Finding, FindingKind};
use crate::order::Arrange;
use crate::text::{Span, TokenKind, flat};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// Least likeness, in percent, of two sentences and of the words around the slot.
const ALIKE: u8 = 45;
const NEAR: u32 = 55;
/// Tokens on either side that stand around a slot, and the least weight (quarter bits) of such words.
const REACH: usize = 9;
const LEAST: u32 = 80;
/// The same between reports that are held to tell of different events.
const ALIKE_APART: u8 = 65;
/// Least weight (quarter bits) of a word that alone tells which room or road is meant.
const TELLING: u16 = 16;

/// A word that fills a slot.
#[derive(Clone, Copy)]
struct Filler {
    /// Which set or noun it belongs to, and which row of the set.
    set: usize,
    row: usize,
    /// Its token.
    at: usize,
    span: Span,
}

/// Finds slots that the reports fill in two ways.
pub(super) fn findings(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let least = if cx.label == EventLabel::Different { ALIKE_APART } else { ALIKE };
    for link in cx.sentences.links.iter().filter(|l| l.score >= least) {
        let (Some(a), Some(b)) = (cx.left.sentences.get(link.left), cx.right.sentences.get(link.right)) else { continue };
        if strangers_clash(cx, a, b) || figures_clash(cx, a, b) {
            continue;
        }
        exclusive(cx, a, b, out);
    }
    anchored(cx, out);
}

/// Words of one set, one in each sentence.
fn exclusive(cx: &Context<'_>, a: &Told, b: &Told, out: &mut Vec<Finding>) {
    let (x, y) = (fillers(cx.left, a), fillers(cx.right, b));
    for v in &x {
        let alone = |list: &[Filler]| list.iter().filter(|f| f.set == v.set).count() == 1;
        let Some(w) = y.iter().find(|w| w.set == v.set && w.row != v.row).filter(|_| alone(&x) && alone(&y)) else { continue };
        // "Tuesday night" beside "Tuesday morning", not beside "the next morning".
        let day = |view: &View<'_>, f: &Filler| f.at.checked_sub(1).and_then(|i| view.stems.get(i).copied());
        let timed = SETS.get(v.set).is_some_and(|rows| rows.iter().any(|row| row.contains(&"morning")));
        let one_day = !timed || day(cx.left, v) == day(cx.right, w);
        if one_day && around(cx, (a, v.at), (b, w.at)) >= NEAR {
            push(cx, v.span, w.span, out);
        }
    }
}

/// How much of what stands around one slot stands around the other, in percent of the lesser.
fn around(cx: &Context<'_>, a: (&Told, usize), b: (&Told, usize)) -> u32 {
    let words = |view: &View<'_>, (told, at): (&Told, usize)| -> Vec<u32> {
        let here = at.saturating_sub(REACH).max(told.first)..(at + REACH + 1).min(told.last);
        let mut list: Vec<u32> = here.filter(|&i| i != at).filter_map(|i| view.stems.get(i).copied()).collect();
        list.retain(|&s| cx.stems.weight(s) > 0);
        list.arrange();
        list.dedup();
        list
    };
    let (x, y) = (words(cx.left, a), words(cx.right, b));
    let weight = |list: &[u32]| list.iter().map(|&s| u32::from(cx.stems.weight(s))).sum::<u32>();
    100 * overlap(&x, &y, cx.stems) / weight(&x).min(weight(&y)).max(LEAST)
}

/// The words of a sentence that belong to a set, each row of a set once; none that is part of a name,
/// denied, or one of two that are joined.
fn fillers(view: &View<'_>, told: &Told) -> Vec<Filler> {
    let doc = &view.report.document;
    let mut list: Vec<Filler> = Vec::new();
    // What only might be excludes nothing.
    let open = |w: &str| matches!(w, "might" | "may" | "could" | "can" | "would" | "should" | "if" | "whether" | "unless");
    if (told.first..told.last).any(|i| open(doc.lower(i))) {
        return list;
    }
    for i in told.first..told.last {
        let word = doc.lower(i);
        let Some((set, row)) = row_of(word).into_iter().chain(word.strip_suffix('s').and_then(row_of)).min() else { continue };
        let denied = (i.saturating_sub(5).max(told.first)..i).any(|k| {
            matches!(doc.lower(k), "no" | "nobody" | "none" | "neither" | "nor" | "or" | "without" | "nearly" | "almost")
                || is_negator(doc.lower(k))
        });
        if view.proper.get(i) == Some(&true) || denied || list.iter().any(|f| (f.set, f.row) == (set, row)) {
            continue;
        }
        if let Some(token) = doc.tokens.get(i) {
            list.push(Filler { set, row, at: i, span: token.span });
        }
    }
    list
}

/// The first set and row of it that have a word.
fn row_of(word: &str) -> Option<(usize, usize)> {
    static ROWS: OnceLock<Vec<(&str, (usize, usize))>> = OnceLock::new();
    let list = ROWS.get_or_init(|| {
        let rows = SETS.iter().enumerate().flat_map(|(set, rows)| rows.iter().enumerate().map(move |(n, row)| (row, (set, n))));
        let mut list: Vec<_> = rows.flat_map(|(row, place)| row.iter().map(move |word| (*word, place))).collect();
        list.arrange();
        list
    });
    list.get(list.partition_point(|x| x.0 < word)).filter(|x| x.0 == word).map(|x| x.1)
}

/// "second-floor boiler room" and "second-floor store room", "Harbour Street at Mill Road" and
/// "Harbour Street and Quay Road": what stands before tells that one place is meant, wherever
/// the sentences stand.
fn anchored(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let (left, right) = (places(cx, cx.left), places(cx, cx.right));
    if left.is_empty() || right.is_empty() {
        return;
    }
    // Words that stand before a noun for places.
    let heads: BTreeSet<u32> = left.keys().filter(|key| right.contains_key(key)).map(|key| key.1).collect();
    let pairs = |view: &View<'_>| -> BTreeSet<(u32, u32)> {
        let all = view.stems.windows(2).filter_map(|w| Some((*w.first()?, *w.last()?)));
        all.filter(|pair| heads.contains(&pair.1)).collect()
    };
    let (in_left, in_right) = (pairs(cx.left), pairs(cx.right));
    for (key, x) in &left {
        let ([v], Some([w])) = (x.as_slice(), right.get(key).map(Vec::as_slice)) else { continue };
        // A place that the other report has, too, may be another place of both.
        let known = in_right.contains(&(v.word, key.1)) || in_left.contains(&(w.word, key.1));
        if v.word != w.word && !known {
            push(cx, v.span, w.span, out);
        }
    }
}

/// The word that tells which place it is, and where word and noun stand.
struct Place {
    word: u32,
    span: Span,
}

/// Places of a report by what stands before them and by their noun.
fn places(cx: &Context<'_>, view: &View<'_>) -> BTreeMap<(Vec<u32>, u32), Vec<Place>> {
    let doc = &view.report.document;
    let stem = |i: usize| view.stems.get(i).copied();
    let mut list: BTreeMap<(Vec<u32>, u32), Vec<Place>> = BTreeMap::new();
    for told in view.sentences.iter().filter(|t| !t.headline) {
        for i in told.first + 2..told.last {
            let named = view.proper.get(i - 1) == Some(&true);
            let table = if named { NAMED_PLACES } else { PLACES };
            if !table.contains(&doc.lower(i)) || doc.tokens.get(i - 1).is_none_or(|t| t.kind != TokenKind::Word) {
                continue;
            }
            let anchor = if named { crossing(view, told, i - 1) } else { (i - 2..i - 1).collect() };
            let anchor: Vec<u32> = anchor.into_iter().filter_map(stem).filter(|&s| cx.stems.weight(s) >= TELLING).collect();
            let (Some(word), Some(head)) = (stem(i - 1), stem(i)) else { continue };
            if !anchor.is_empty() && cx.stems.weight(word) > 0 {
                list.entry((anchor, head)).or_default().push(Place { word, span: doc.span(i - 1..i + 1) });
            }
        }
    }
    list
}

/// The name of the road that the one at token `at` crosses: "Linden" before "Boulevard, at".
fn crossing(view: &View<'_>, told: &Told, at: usize) -> Vec<usize> {
    let doc = &view.report.document;
    let Some(join) = at.checked_sub(1).filter(|&j| matches!(doc.lower(j), "and" | "at" | "near")) else { return Vec::new() };
    let mut end = join;
    while end > told.first && doc.form(end - 1) == "," {
        end -= 1;
    }
    let road = end.checked_sub(1).filter(|&r| r > told.first && NAMED_PLACES.contains(&doc.lower(r)));
    road.filter(|&r| view.proper.get(r - 1) == Some(&true)).map_or_else(Vec::new, |r| vec![r - 1, r])
}

fn push(cx: &Context<'_>, l: Span, r: Span, out: &mut Vec<Finding>) {
    let flat = |view: &View<'_>, span: Span| flat(view.text(span));
    let (x, y) = (flat(cx.left, l), flat(cx.right, r));
    let (x, y) = ordered(&x, &y);
    out.push(
        finding(
            FindingKind::DetailDiffers,
            64,
            format!("One report says \u{201c}{x}\u{201d}, the other \u{201c}{y}\u{201d}."),
            "The words around it are the same, and one thing is not both.".to_owned(),
        )
        .asking(format!("Was it \u{201c}{x}\u{201d} or \u{201c}{y}\u{201d}?"))
        .between(l, r),
    );
}
