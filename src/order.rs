//! Sorting with one copy of the algorithm for all types.
//!
//! The standard sort is compiled anew for every element type, about 2 kB of wasm each. Here one sort
//! orders positions through a comparison behind a pointer, and only moving the elements is per type.
//! Stable; as many comparisons as the standard stable sort; positions are kept in 4 bytes each.

use std::cmp::Ordering;

/// Sorts of slices that share their code.
pub(crate) trait Arrange<T> {
    /// Sorts by the elements' own order.
    fn arrange(&mut self)
    where
        T: Ord;
    /// Sorts by `compare`.
    fn arrange_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);
    /// Sorts by what `key` makes of each element.
    fn arrange_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> Arrange<T> for [T] {
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }

    fn arrange_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let mut order = ordered(self.len(), &mut |a, b| match (self.get(a), self.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        });
        // Each cycle of the permutation is turned by swaps; what is done points at itself. Both sides of a
        // swap are entries of a permutation of the slice's own positions, so they lie inside it.
        for start in 0..order.len() {
            let mut at = start;
            while let Some(slot) = order.get_mut(at) {
                let from = std::mem::replace(slot, at as u32) as usize;
                if from == start {
                    break;
                }
                self.swap(at, from);
                at = from;
            }
        }
    }

    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }
}

/// Each number once, ascending. Long reports have many prints and pairs: they are sorted as they are, and not behind
/// a pointer.
pub(crate) fn each_once(mut numbers: Vec<u64>) -> Vec<u64> {
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The positions 0 to `n` in the order of what stands there.
fn ordered(n: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..n as u32).collect();
    order.sort_by(|&a, &b| compare(a as usize, b as usize));
    order
}

#[cfg(test)]
mod tests {
    use super::Arrange;

    #[test]
    fn agrees_with_the_standard_sort() {
        let mut state = 7u64;
        for n in [0, 1, 2, 3, 10, 100, 1000] {
            let items: Vec<(u64, usize)> = (0..n)
                .map(|i| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    (state >> 61, i)
                })
                .collect();
            let (mut ours, mut theirs) = (items.clone(), items);
            ours.arrange_by_key(|x| x.0);
            theirs.sort_by_key(|x| x.0);
            assert_eq!(ours, theirs, "{n} elements, equal ones in their old order");
            ours.arrange_by(|a, b| b.cmp(a));
            theirs.sort_by(|a, b| b.cmp(a));
            assert_eq!(ours, theirs);
            ours.arrange();
            theirs.sort_unstable();
            assert_eq!(ours, theirs);
        }
    }
}
