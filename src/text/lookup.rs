//! Where a place falls in a list of stretches that stand in order, by a table of every so many places: halving the
//! list of a long report would walk through memory that no cache holds.

use std::ops::Range;

/// Places to an entry of the table, as a power of two.
const STEP: u32 = 5;

/// For every so many places the number of the first stretch that ends there or behind.
#[derive(Debug, Clone, Default)]
pub(super) struct Lookup(Vec<u32>);

impl Lookup {
    /// Takes the ends of the stretches, which rise.
    pub(super) fn new(ends: impl Iterator<Item = u32>) -> Self {
        let mut firsts = Vec::new();
        for (number, end) in (0u32..).zip(ends) {
            firsts.resize(firsts.len().max((end >> STEP) as usize + 1), number);
        }
        Self(firsts)
    }

    /// Numbers among which the first of `len` stretches that ends behind `at` is, or comes next.
    pub(super) fn around(&self, at: u32, len: usize) -> Range<usize> {
        let entry = (at >> STEP) as usize;
        let number = |entry: usize| self.0.get(entry).map(|n| *n as usize);
        number(entry).unwrap_or(0)..number(entry + 1).unwrap_or(len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_halving_finds() {
        for ends in [vec![], vec![3], vec![1, 63, 64, 65, 400, 401, 1000], (1..300).map(|n| n * 5).collect()] {
            let lookup = Lookup::new(ends.iter().copied());
            for at in 0..1600 {
                let around = lookup.around(at, ends.len());
                let found = around.start + ends[around].partition_point(|e| *e <= at);
                assert_eq!(found, ends.partition_point(|e| *e <= at), "{at} in {ends:?}");
            }
        }
    }
}
