//! Weights of the same-event model, in thousandths per permille of a measure, and the mean of each measure.
//! Written by the `event` tool; do not edit.

use super::measures::MEASURES;

pub(super) const BIAS: i32 = -2429;
#[rustfmt::skip]
pub(super) const WEIGHTS: [i32; MEASURES] = [735, 561, 626, 650, -436, -537, 809, -656, -420, -274, 1001, 1560, 1000, 669, 413, 1043, 1207, 479, -931, 1055, 515, 125, 409];
#[rustfmt::skip]
pub(super) const CENTRES: [i32; MEASURES] = [288, 259, 328, 183, 436, 295, 132, 496, 188, 126, 577, 171, 363, 340, 143, 448, 456, 261, 583, 354, 143, 30, 99];
