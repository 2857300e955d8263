//! Which items of a list have a word: what brings the sentences and the statements of two reports together.

use crate::order::Arrange;

/// Which items have a stem, for every stem: one list with where each stem's part begins.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Postings {
    /// Lists the items by their stems; `stems` is how many there are.
    pub(crate) fn new<'a>(stems: usize, items: impl Iterator<Item = &'a [u32]> + Clone) -> Self {
        let mut starts = vec![0u32; stems + 1];
        for stem in items.clone().flatten() {
            if let Some(count) = starts.get_mut(*stem as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut list = vec![0u32; sum as usize];
        for (n, content) in items.enumerate() {
            for stem in content {
                if let Some(at) = next.get_mut(*stem as usize)
                    && let Some(slot) = list.get_mut(*at as usize)
                {
                    *slot = n as u32;
                    *at += 1;
                }
            }
        }
        Self { starts, items: list }
    }

    /// The items that have a stem, in order.
    pub(crate) fn of(&self, stem: u32) -> &[u32] {
        let at = |n: usize| self.starts.get(n).map_or(0, |s| *s as usize);
        self.items.get(at(stem as usize)..at(stem as usize + 1)).unwrap_or(&[])
    }
}

/// The stems by which two long lists are brought together: those that stand nowhere more than `spread`
/// times, rarest first, as long as all pairs stay within `budget`.
pub(crate) fn meeting_stems(stems: usize, lefts: &Postings, rights: &Postings, spread: usize, budget: usize) -> Vec<bool> {
    let mut order: Vec<(u32, u32)> = (0..stems as u32)
        .map(|stem| (lefts.of(stem).len(), rights.of(stem).len(), stem))
        .filter(|(a, b, _)| *a > 0 && *b > 0 && *a <= spread && *b <= spread)
        .map(|(a, b, stem)| ((a * b) as u32, stem))
        .collect();
    order.arrange();
    let mut meet = vec![false; stems];
    let mut pairs = 0;
    for (count, stem) in order {
        pairs += count as usize;
        if pairs > budget {
            break;
        }
        if let Some(slot) = meet.get_mut(stem as usize) {
            *slot = true;
        }
    }
    meet
}
