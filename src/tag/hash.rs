//! Hashing of feature strings: a fixed 64-bit mix, alike on every machine.

const K: u64 = 0x9e37_79b9_7f4a_7c15;

/// Joins a value to a hash.
#[must_use]
#[inline]
pub fn mix(hash: u64, value: u64) -> u64 {
    let x = (hash.rotate_left(23) ^ value).wrapping_mul(K);
    x ^ (x >> 29)
}

/// The last step: every bit of the result depends on every bit of `hash`.
#[must_use]
#[inline]
pub fn finish(hash: u64) -> u64 {
    let x = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    x ^ (x >> 32)
}

/// Hash of a string.
#[must_use]
#[inline]
pub fn text(s: &str) -> u64 {
    s.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// Continues [`text`] over more bytes, so that phrases can be hashed word by word.
#[must_use]
#[inline]
pub fn text_more(hash: u64, s: &str) -> u64 {
    s.bytes().fold(hash, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}
