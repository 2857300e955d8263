//! Weights of the same-event model, in thousandths per permille of a measure. Written by the `event`
//! tool; do not edit.

use super::event::MEASURES;

pub(super) const BIAS: i32 = -3089;
#[rustfmt::skip]
pub(super) const WEIGHTS: [i32; MEASURES] = [226, 1389, -124, 616, 707, 607, -209, -477, 1084, 826, 2041, -1195, 381, -638, 294, 1245, 738, 463, -483, 1687, 607, 199, 824, 282];
