//! Weights of the same-event model, in thousandths per permille of a measure, and the mean of each measure.
//! Written by the `event` tool; do not edit.

use super::measures::MEASURES;

pub(super) const BIAS: i32 = -2589;
#[rustfmt::skip]
pub(super) const WEIGHTS: [i32; MEASURES] = [231, 528, 695, 273, 612, -470, -484, 108, 425, 398, 199, 505, 269, 121, 326, 411, 644, -235, 1074, 801, -25, 284, 373, 313, 215, -171, 75, 447, 1657, -887, 955, 853, -517];
#[rustfmt::skip]
pub(super) const CENTRES: [i32; MEASURES] = [287, 288, 364, 193, 183, 436, 188, 30, 328, 429, 129, 340, 257, 234, 99, 341, 438, 411, 354, 448, 86, 143, 259, 388, 373, 111, 377, 394, 168, 580, 141, 456, 295];
