//! Weights of the same-event model, in thousandths per permille of a measure. Written by the `event`
//! tool; do not edit.

use super::event::MEASURES;

pub(super) const BIAS: i32 = -3766;
#[rustfmt::skip]
pub(super) const WEIGHTS: [i32; MEASURES] = [349, 1097, 1479, 380, 1075, -912, -589, 311, 1006, 748, 482, 1044, 340, 328, 833, 388, 1229, -360, 1715, 1453, -138, 232];
