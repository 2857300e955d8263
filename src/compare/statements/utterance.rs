//! Whether two quotations are one utterance, and the words in which they differ.

use super::said::{Said, spelled_alike};
use crate::compare::view::View;
use crate::compare::{DiffStep, StatementRelation, diff};
use crate::text::Span;

/// How two quotations relate by their words, if they are one utterance.
pub(super) fn utterance(a: &Said, b: &Said, source: Option<bool>, shared: u32) -> Option<(StatementRelation, Vec<(usize, usize)>)> {
    let (x, y): (Vec<u64>, Vec<u64>) = (a.quoted.iter().map(|w| w.print).collect(), b.quoted.iter().map(|w| w.print).collect());
    if x == y {
        let pairs = (0..x.len()).map(|i| (i, i)).collect();
        return (shared >= 20 || x.len() >= 6).then_some((StatementRelation::Verbatim, pairs));
    }
    if shared == 0 {
        return None;
    }
    if let Some(pairs) = inside(&x, &y).or_else(|| inside(&y, &x).map(|p| p.into_iter().map(|(i, j)| (j, i)).collect()))
        && (pairs.len() >= 4 && shared >= 40 || pairs.len() >= 8 || shared >= 24 && (pairs.len() > 4 || source != Some(false)))
    {
        return Some((StatementRelation::Trimmed, pairs));
    }
    let pairs = diff::common(&x, &y);
    let (&(i0, j0), &(i1, j1)) = (pairs.first()?, pairs.last()?);
    let (core_a, core_b) = (i1 + 1 - i0, j1 + 1 - j0);
    let matched = pairs.len();
    // Breaks inside the core: words that only one has, unless a new stretch of quotation begins there.
    let mut breaks = 0usize;
    for w in pairs.windows(2) {
        let [(i, j), (p, q)] = w else { continue };
        let (da, db) = (p - i - 1, q - j - 1);
        if da == 0 && db == 0 {
            continue;
        }
        if spelled_alike(a.quoted.get(i + 1..*p).unwrap_or(&[]), b.quoted.get(j + 1..*q).unwrap_or(&[])) {
            continue;
        }
        let opened = |said: &Said, from: usize, to: usize| said.quoted.get(from + 1..=to).is_some_and(|s| s.iter().any(|w| w.begins));
        let trimmed = (da == 0 && opened(a, *i, *p)) || (db == 0 && opened(b, *j, *q));
        if !trimmed {
            breaks += da.max(db);
        }
    }
    let enough = matched >= 4 && shared >= 40 || matched >= 8;
    if breaks == 0 && enough && spelled_alike(&a.quoted, &b.quoted) {
        return Some((StatementRelation::Verbatim, pairs));
    }
    if breaks == 0 {
        let inside = matched == x.len() || matched == y.len();
        return (enough && (inside || matched >= 6)).then_some((StatementRelation::Trimmed, pairs));
    }
    let (need, of) = if source == Some(false) { (matched * 100, 85) } else { (matched * 100, 60) };
    let alike = need >= of * core_a.max(core_b) && matched * 100 >= 50 * x.len().min(y.len());
    (matched >= 5 && shared >= 30 && alike).then_some((StatementRelation::Altered, pairs))
}

/// Pairs of positions where all of `short` stands in one piece in `long`. Short quotations only, so
/// that the work stays bounded.
fn inside(short: &[u64], long: &[u64]) -> Option<Vec<(usize, usize)>> {
    if short.is_empty() || short.len() > long.len() || short.len() * long.len() > 1 << 18 {
        return None;
    }
    let at = long.windows(short.len()).position(|w| w == short)?;
    Some((0..short.len()).map(|i| (i, at + i)).collect())
}

/// The word diff as runs of equal and of differing words.
pub(super) fn steps(left: &View<'_>, right: &View<'_>, a: &[usize], b: &[usize], pairs: &[(usize, usize)]) -> Vec<DiffStep> {
    let cover = |view: &View<'_>, tokens: &[usize]| -> Option<Span> {
        let span = |t: &usize| view.report.document.tokens.get(*t).map(|t| t.span);
        Some(span(tokens.first()?)?.cover(span(tokens.last()?)?))
    };
    let mut out = Vec::new();
    let (mut i, mut j, mut k) = (0, 0, 0);
    while k <= pairs.len() {
        let (p, q) = pairs.get(k).copied().unwrap_or((a.len(), b.len()));
        let (x, y) = (a.get(i..p).unwrap_or(&[]), b.get(j..q).unwrap_or(&[]));
        if !x.is_empty() || !y.is_empty() {
            out.push(DiffStep { left: cover(left, x), right: cover(right, y), same: false });
        }
        let mut run = 0;
        while pairs.get(k + run) == Some(&(p + run, q + run)) {
            run += 1;
        }
        if run == 0 {
            break;
        }
        let (x, y) = (a.get(p..p + run).unwrap_or(&[]), b.get(q..q + run).unwrap_or(&[]));
        out.push(DiffStep { left: cover(left, x), right: cover(right, y), same: true });
        (i, j, k) = (p + run, q + run, k + run);
    }
    out
}
