//! Weights of the same-event model, in thousandths per permille of a measure. Written by the `event`
//! tool; do not edit.

use super::event::MEASURES;

pub(super) const BIAS: i32 = -3397;
#[rustfmt::skip]
pub(super) const WEIGHTS: [i32; MEASURES] = [309, 592, 896, 252, 730, -824, -491, 138, 545, 551, 270, 690, 348, 218, 377, 405, 877, -208, 1155, 1073, -102, 238, 492, 748, 344, -334, 284, 732];
