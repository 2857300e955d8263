//! Weights of the same-event model, in thousandths per permille of a measure, and the mean of each measure.
//! Written by the `event` tool; do not edit.

use super::measures::MEASURES;

pub(super) const BIAS: i32 = -2285;
#[rustfmt::skip]
pub(super) const WEIGHTS: [i32; MEASURES] = [740, 596, 694, 711, -454, -536, 974, -520, 1702, 945, 768, 459, 1163, 1307, -919, 1137, 135, 445];
#[rustfmt::skip]
pub(super) const CENTRES: [i32; MEASURES] = [288, 259, 328, 183, 436, 295, 141, 188, 168, 364, 340, 143, 448, 456, 580, 354, 30, 99];
