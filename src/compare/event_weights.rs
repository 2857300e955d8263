//! Weights of the same-event model, in thousandths per permille of a measure. Written by the `event`
//! tool; do not edit.

use super::event::MEASURES;

pub(super) const BIAS: i32 = -3568;
#[rustfmt::skip]
pub(super) const WEIGHTS: [i32; MEASURES] = [272, 1108, 1624, 358, 1288, -848, -757, 289, 1117, 911, 571, 909, 126, 227, 799, 422, 1105, -550, 1730, 1148, -169, 306];
