//! A word diff with bounded work: common ends are cut off, the rest goes through a longest common
//! subsequence as long as its table stays small, and counts as changed where it would not.

/// Largest table of the middle part. Beyond it the middle counts as replaced.
const TABLE: usize = 1 << 18;

/// Pairs of positions of equal words, rising on both sides.
pub(crate) fn common<T: Ord>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let most = a.len().min(b.len()) - head;
    let tail = a.iter().rev().zip(b.iter().rev()).take(most).take_while(|(x, y)| x == y).count();
    let (x, y) = (a.get(head..a.len() - tail).unwrap_or(&[]), b.get(head..b.len() - tail).unwrap_or(&[]));
    let mut pairs: Vec<(usize, usize)> = (0..head).map(|i| (i, i)).collect();
    if x.len().saturating_mul(y.len()) <= TABLE {
        pairs.extend(subsequence(x, y).into_iter().map(|(i, j)| (i + head, j + head)));
    }
    pairs.extend((0..tail).map(|i| (a.len() - tail + i, b.len() - tail + i)));
    pairs
}

/// A longest common subsequence by the textbook table.
fn subsequence<T: Ord>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut table = vec![0u16; (a.len() + 1) * width];
    let at = |table: &[u16], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0);
    for (i, x) in a.iter().enumerate().rev() {
        for (j, y) in b.iter().enumerate().rev() {
            let value = if x == y { at(&table, i + 1, j + 1) + 1 } else { at(&table, i + 1, j).max(at(&table, i, j + 1)) };
            if let Some(cell) = table.get_mut(i * width + j) {
                *cell = value;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        if x == y && at(&table, i, j) == at(&table, i + 1, j + 1) + 1 {
            pairs.push((i, j));
            i += 1;
            j += 1;
            continue;
        }
        let (down, along) = (at(&table, i + 1, j), at(&table, i, j + 1));
        // Of two equal ways the one that keeps both sides level, then the one that passes over the
        // lesser word: so swapping the sides swaps the result.
        if down > along || (down == along && (i < j || i == j && x < y)) {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_is_common() {
        let words = |s: &str| s.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let (a, b) = (words("we will give them every paper they ask for"), words("we will give every paper they need"));
        let pairs = common(&a, &b);
        assert!(pairs.iter().all(|&(i, j)| a[i] == b[j]));
        assert_eq!(pairs.len(), 6);
    }

    #[test]
    fn long_texts_stay_bounded() {
        let a: Vec<u32> = (0..5000).collect();
        let b: Vec<u32> = (0..5000).map(|x| if (100..4900).contains(&x) { x + 10_000 } else { x }).collect();
        assert_eq!(common(&a, &b).len(), 200);
    }
}
