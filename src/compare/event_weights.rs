//! Weights of the same-event model, in thousandths per permille of a measure. Written by the `event`
//! tool; do not edit.

use super::event::MEASURES;

pub(super) const BIAS: i32 = -3089;
#[rustfmt::skip]
pub(super) const WEIGHTS: [i32; MEASURES] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
