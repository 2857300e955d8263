//! Weights of the same-event model, in thousandths per permille of a measure, and the mean of each measure.
//! Written by the `event` tool; do not edit.

use super::measures::MEASURES;

pub(super) const BIAS: i32 = -2273;
#[rustfmt::skip]
pub(super) const WEIGHTS: [i32; MEASURES] = [743, 581, 679, 690, -462, -521, 1031, -536, 1751, 1010, 740, 444, 1152, 1303, -929, 1133, 135, 441];
#[rustfmt::skip]
pub(super) const CENTRES: [i32; MEASURES] = [288, 259, 328, 183, 436, 295, 132, 188, 170, 363, 340, 143, 448, 456, 583, 354, 30, 99];
