//! Weights of the same-event model, in thousandths per permille of a measure, and the mean of each measure.
//! Written by the `event` tool; do not edit.

use super::measures::MEASURES;

pub(super) const BIAS: i32 = -2392;
#[rustfmt::skip]
pub(super) const WEIGHTS: [i32; MEASURES] = [737, 583, 664, 710, -443, -435, 881, -623, -426, -287, 1011, 1524, 1051, 724, 449, 1154, 1255, -871, 1094, 127, 419];
#[rustfmt::skip]
pub(super) const CENTRES: [i32; MEASURES] = [288, 259, 328, 183, 436, 295, 132, 496, 188, 126, 478, 170, 363, 340, 143, 448, 456, 583, 354, 30, 99];
