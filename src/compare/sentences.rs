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
    let mut best_left: Vec<Option<Aligned>> = vec![None; left.sentences.len()];
    let mut best_right: Vec<Option<Aligned>> = vec![None; right.sentences.len()];
    let mut seen: Vec<u32> = vec![u32::MAX; right.sentences.len()];
    for ((l, told), best_left) in left.sentences.iter().enumerate().zip(&mut best_left) {
        for &stem in told.content.iter().filter(|s| meet.get(**s as usize) == Some(&true)) {
            for &r in rights.of(stem) {
                let r = r as usize;
                let (Some(seen), Some(best_right), Some(other)) = (seen.get_mut(r), best_right.get_mut(r), right.sentences.get(r)) else {
                    continue;
                };
                if std::mem::replace(seen, l as u32) == l as u32 {
                    continue;
                }
                let pair = Aligned { left: l, right: r, score: likeness(told, other, stems) };
                if pair.score >= 10 {
                    pair.replace_worse(best_left);
                    pair.replace_worse(best_right);
                }
            }
        }
    }
    let mutual = |p: &Aligned| best_right.get(p.right).copied().flatten().is_some_and(|b| b.left == p.left);
    Sentences {
        links: best_left.iter().flatten().filter(|p| p.score >= LINKED && mutual(p)).copied().collect(),
        best_left: best_left.iter().map(|best| best.map(|p| (p.right, p.score))).collect(),
        best_right: best_right.iter().map(|best| best.map(|p| (p.left, p.score))).collect(),
        by_stem_left: lefts,
        by_stem_right: rights,
    }
}

impl Aligned {
    /// Takes a place that is empty or has a worse pair: less alike, farther from the diagonal, later.
    fn replace_worse(self, place: &mut Option<Self>) {
        let rank = |p: &Self| (std::cmp::Reverse(p.score), p.left.abs_diff(p.right), p.left + p.right, p.left.min(p.right));
        if place.is_none_or(|best| rank(&self) < rank(&best)) {
            *place = Some(self);
        }
    }
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
