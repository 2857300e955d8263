//! Which sentences of the two reports tell the same.
//!
//! Sentences meet through stems that stand in few sentences of either report, so that the work stays
//! near linear. Two sentences are linked where each is the other's best.

use super::SentenceLink;
use super::postings::{Postings, meeting_stems};
use super::view::{Told, View};
use super::words::Stems;
use crate::order::Arrange;
use crate::text::Span;

/// A stem that stands in more sentences than this of either report brings none together.
const SPREAD: usize = 24;

/// Pairs that are always looked at; reports of many sentences get a few for each.
const PAIRS: usize = 1 << 15;

/// Least likeness, in percent, of two linked sentences.
pub(crate) const LINKED: u8 = 30;

/// A link with the numbers of the sentences in the views.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Aligned {
    pub(crate) left: usize,
    pub(crate) right: usize,
    pub(crate) score: u8,
}

/// Candidate pairs and the links among them.
#[derive(Debug, Default)]
pub(crate) struct Sentences {
    /// Links, in the order of the left report.
    pub(crate) links: Vec<Aligned>,
    /// Best counterpart of every left sentence with its likeness, linked or not.
    pub(crate) best_left: Vec<Option<(usize, u8)>>,
    pub(crate) best_right: Vec<Option<(usize, u8)>>,
    /// The sentences of either report by their stems.
    pub(crate) by_stem_left: Postings,
    pub(crate) by_stem_right: Postings,
}

/// Aligns the sentences of two reports.
pub(crate) fn align(left: &View<'_>, right: &View<'_>, stems: &Stems) -> Sentences {
    let lefts = Postings::new(stems.len(), left.sentences.iter().map(|t| t.content.as_slice()));
    let rights = Postings::new(stems.len(), right.sentences.iter().map(|t| t.content.as_slice()));
    let meet = meeting_stems(stems.len(), &lefts, &rights, SPREAD, PAIRS.max(8 * (left.sentences.len() + right.sentences.len())));
    let (best_left, best_right) = (vec![None; left.sentences.len()], vec![None; right.sentences.len()]);
    let mut seen: Vec<u32> = vec![u32::MAX; right.sentences.len()];
    let mut pairs: Vec<Aligned> = Vec::new();
    for (l, told) in left.sentences.iter().enumerate() {
        for &stem in told.content.iter().filter(|s| meet.get(**s as usize) == Some(&true)) {
            for &r in rights.of(stem) {
                let Some(slot) = seen.get_mut(r as usize) else { continue };
                if *slot == l as u32 {
                    continue;
                }
                *slot = l as u32;
                let Some(other) = right.sentences.get(r as usize) else { continue };
                let score = likeness(told, other, stems);
                if score >= 10 {
                    pairs.push(Aligned { left: l, right: r as usize, score });
                }
            }
        }
    }
    let mut out = Sentences { links: Vec::new(), best_left, best_right, by_stem_left: lefts, by_stem_right: rights };
    // Best first; ties go to the pair nearest to the diagonal, then to the earlier.
    pairs.arrange_by_key(|p| (std::cmp::Reverse(p.score), p.left.abs_diff(p.right), p.left + p.right, p.left.min(p.right)));
    for p in &pairs {
        if let Some(slot @ None) = out.best_left.get_mut(p.left) {
            *slot = Some((p.right, p.score));
        }
        if let Some(slot @ None) = out.best_right.get_mut(p.right) {
            *slot = Some((p.left, p.score));
        }
    }
    out.links = pairs
        .into_iter()
        .filter(|p| {
            p.score >= LINKED
                && out.best_left.get(p.left).copied().flatten().is_some_and(|b| b.0 == p.right)
                && out.best_right.get(p.right).copied().flatten().is_some_and(|b| b.0 == p.left)
        })
        .collect();
    out.links.arrange_by_key(|p| (p.left, p.right));
    out
}

/// How alike two sentences are, in percent: shared weight over the mean of both weights and, for a
/// short sentence inside a long one, over the shorter's.
pub(crate) fn likeness(a: &Told, b: &Told, stems: &Stems) -> u8 {
    let shared = overlap(&a.content, &b.content, stems);
    let (wa, wb) = (a.weight.max(1), b.weight.max(1));
    let dice = 200 * shared / (wa + wb);
    let inside = 100 * shared / wa.min(wb).max(120);
    (dice.max(inside * 7 / 10)).min(100) as u8
}

/// Weight of the stems that two ascending lists share.
pub(crate) fn overlap(a: &[u32], b: &[u32], stems: &Stems) -> u32 {
    let (mut i, mut j, mut sum) = (0, 0, 0u32);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += u32::from(stems.weight(*x));
                i += 1;
                j += 1;
            }
        }
    }
    sum
}

/// How alike the words right around two spans are, each inside its sentence, in percent.
pub(crate) fn nearness(stems: &Stems, a: (&View<'_>, &Told, Span), b: (&View<'_>, &Told, Span)) -> u32 {
    let words = |(view, told, span): (&View<'_>, &Told, Span)| {
        let tokens = view.report.document.tokens_in(span);
        if tokens.start >= tokens.end {
            return Vec::new();
        }
        let before = tokens.start.saturating_sub(7).max(told.first)..tokens.start;
        let after = tokens.end..(tokens.end + 5).min(told.last);
        let mut list: Vec<u32> = before.chain(after).filter_map(|i| view.stems.get(i).copied()).filter(|&s| stems.weight(s) > 0).collect();
        list.arrange();
        list.dedup();
        list
    };
    let (x, y) = (words(a), words(b));
    let weight = |list: &[u32]| list.iter().map(|&s| u32::from(stems.weight(s))).sum::<u32>();
    200 * overlap(&x, &y, stems) / (weight(&x) + weight(&y)).max(60)
}

/// The links as the comparison shows them.
pub(crate) fn shown(sentences: &Sentences, left: &View<'_>, right: &View<'_>) -> Vec<SentenceLink> {
    sentences
        .links
        .iter()
        .filter(|l| {
            // Two datelines tell nothing.
            let telling = |view: &View<'_>, n: usize| view.sentences.get(n).is_some_and(|t| t.headline || t.content.len() > 2);
            telling(left, l.left) || telling(right, l.right)
        })
        .filter_map(|l| {
            Some(SentenceLink { left: left.sentences.get(l.left)?.span, right: right.sentences.get(l.right)?.span, score: l.score })
        })
        .collect()
}
