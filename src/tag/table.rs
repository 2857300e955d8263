//! A read-only table of hashed keys with rows of bytes, read in place.
//!
//! Keys are 64-bit hashes of which 16 bits are kept as a fingerprint. A key lies in one of two
//! buckets of four slots. A key that is not in the table is mistaken for one that is in about one
//! of ten thousand cases. No key string is stored.

use super::hash;

/// Slots of one bucket.
pub const SLOTS: usize = 4;

/// A table over bytes that live as long as the program.
#[derive(Debug, Clone, Copy, Default)]
pub struct Table {
    buckets: usize,
    prints: &'static [u8],
    rows: &'static [u8],
    width: usize,
}

/// The two buckets and the fingerprint of a key.
#[must_use]
#[inline]
pub fn place(key: u64, buckets: usize) -> (usize, usize, u16) {
    let h = hash::finish(key);
    let print = ((h & 0xffff) as u16).max(1);
    let first = (((h >> 32) * buckets as u64) >> 32) as usize;
    let other = ((hash::finish(h) >> 32) * buckets as u64) >> 32;
    (first, other as usize, print)
}

impl Table {
    /// Takes the table off the front of `bytes`: number of buckets and width of a row (little-endian
    /// 32 bits each), fingerprints, rows. An empty table where the bytes are too few.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> (Self, &'static [u8]) {
        let none = (Self::default(), &[][..]);
        let number = |at: usize| bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).map(|b| u32::from_le_bytes(b) as usize);
        let (Some(buckets), Some(width)) = (number(0), number(4)) else { return none };
        let slots = buckets * SLOTS;
        let (Some(prints), Some(rows)) = (bytes.get(8..8 + slots * 2), bytes.get(8 + slots * 2..8 + slots * (2 + width))) else {
            return none;
        };
        let rest = bytes.get(8 + slots * (2 + width)..).unwrap_or(&[]);
        (Self { buckets, prints, rows, width }, rest)
    }

    /// The slot of `key`.
    #[must_use]
    #[inline]
    pub fn find(&self, key: u64) -> Option<usize> {
        if self.buckets == 0 {
            return None;
        }
        let (first, other, print) = place(key, self.buckets);
        let wanted = print.to_le_bytes();
        for bucket in [first, other] {
            let prints = self.prints.get(bucket * SLOTS * 2..(bucket + 1) * SLOTS * 2)?;
            if let Some(i) = prints.chunks_exact(2).position(|p| p == wanted) {
                return Some(bucket * SLOTS + i);
            }
        }
        None
    }

    /// The row of a slot.
    #[must_use]
    #[inline]
    pub fn row(&self, slot: usize) -> &'static [u8] {
        self.rows.get(slot * self.width..(slot + 1) * self.width).unwrap_or(&[])
    }

    /// The row of `key`.
    #[must_use]
    #[inline]
    pub fn get(&self, key: u64) -> Option<&'static [u8]> {
        self.find(key).map(|slot| self.row(slot))
    }
}

/// Lays out a table for [`Table::read`]: keys with their rows, all rows `width` bytes long. The
/// result depends on the order of `entries` alone.
#[must_use]
pub fn build(entries: &[(u64, Vec<u8>)], width: usize) -> Vec<u8> {
    let mut buckets = (entries.len() * 21 / 20).div_ceil(SLOTS) + 1;
    let slots = loop {
        if let Some(slots) = fill(entries, buckets) {
            break slots;
        }
        buckets += buckets / 50 + 1;
    };
    let mut out = Vec::with_capacity(slots.len() * (width + 2) + 8);
    out.extend((buckets as u32).to_le_bytes());
    out.extend((width as u32).to_le_bytes());
    for slot in &slots {
        let print = slot.and_then(|i| entries.get(i)).map_or(0, |(key, _)| place(*key, buckets).2);
        out.extend(print.to_le_bytes());
    }
    for slot in &slots {
        let row = slot.and_then(|i| entries.get(i)).map(|(_, row)| row.as_slice()).unwrap_or_default();
        out.extend((0..width).map(|i| row.get(i).copied().unwrap_or(0)));
    }
    out
}

/// Places every entry, moving earlier ones to their other bucket where needed (cuckoo hashing).
fn fill(entries: &[(u64, Vec<u8>)], buckets: usize) -> Option<Vec<Option<usize>>> {
    let mut slots: Vec<Option<usize>> = vec![None; buckets * SLOTS];
    let mut turn = 0usize;
    for start in 0..entries.len() {
        let mut moving = start;
        let mut bucket = place(entries.get(start)?.0, buckets).0;
        let mut steps = 0;
        loop {
            let (first, other, _) = place(entries.get(moving)?.0, buckets);
            let free = [bucket, if bucket == first { other } else { first }]
                .into_iter()
                .flat_map(|b| b * SLOTS..(b + 1) * SLOTS)
                .find(|&s| slots.get(s).is_some_and(Option::is_none));
            if let Some(s) = free {
                *slots.get_mut(s)? = Some(moving);
                break;
            }
            steps += 1;
            if steps > 500 {
                return None;
            }
            turn = turn.wrapping_mul(5).wrapping_add(7);
            let victim = bucket * SLOTS + (turn >> 3) % SLOTS;
            let out = slots.get_mut(victim)?.replace(moving)?;
            let (a, b, _) = place(entries.get(out)?.0, buckets);
            bucket = if a == bucket { b } else { a };
            moving = out;
        }
    }
    Some(slots)
}
