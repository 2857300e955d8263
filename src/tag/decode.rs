//! The best labels of a stretch of tokens, and how sure they are.

use super::labels::{LABELS, OUTSIDE, before};
use super::model::{Model, Scores};

/// Viterbi decoding and marginals over allowed label pairs, with room that is used again.
#[derive(Debug)]
pub struct Decoder {
    before: [Vec<usize>; LABELS],
    back: Vec<[u8; LABELS]>,
    forward: Vec<[f32; LABELS]>,
    backward: Vec<[f32; LABELS]>,
    pairs: [[f32; LABELS]; LABELS],
}

const FAR: i32 = i32::MIN / 4;

impl Decoder {
    /// A decoder for `model`.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let unit = 1.0 / model.unit as f32;
        let before = before();
        let mut pairs = [[0.0; LABELS]; LABELS];
        for (b, allowed) in before.iter().enumerate() {
            for &a in allowed {
                pairs[a][b] = exp(model.pairs[a][b] as f32 * unit);
            }
        }
        Self { before, back: Vec::new(), forward: Vec::new(), backward: Vec::new(), pairs }
    }

    /// The best labels; outside stands before and behind the stretch.
    pub fn best(&mut self, model: &Model, scores: &[Scores], out: &mut Vec<u8>) {
        self.back.clear();
        let mut last = [FAR; LABELS];
        last[OUTSIDE] = 0;
        for s in scores {
            let mut next = [FAR; LABELS];
            let mut from = [0u8; LABELS];
            for (b, allowed) in self.before.iter().enumerate() {
                let own = if b == OUTSIDE { 0 } else { s[b - 1] };
                for &a in allowed {
                    let score = last[a].saturating_add(model.pairs[a][b]).saturating_add(own);
                    if score > next[b] {
                        next[b] = score;
                        from[b] = a as u8;
                    }
                }
            }
            self.back.push(from);
            last = next;
        }
        let mut label = OUTSIDE;
        let mut most = FAR;
        for &a in &self.before[OUTSIDE] {
            let score = last[a].saturating_add(model.pairs[a][OUTSIDE]);
            if score > most {
                most = score;
                label = a;
            }
        }
        out.clear();
        for from in self.back.iter().rev() {
            out.push(label as u8);
            label = usize::from(from[label]);
        }
        out.reverse();
    }

    /// For each token the probability of each label.
    pub fn marginals(&mut self, model: &Model, scores: &[Scores], out: &mut Vec<[f32; LABELS]>) {
        let unit = 1.0 / model.unit as f32;
        out.clear();
        self.forward.clear();
        self.backward.clear();
        let mut last = [0.0f32; LABELS];
        last[OUTSIDE] = 1.0;
        for s in scores {
            let most = s.iter().copied().max().unwrap_or(0).max(0);
            let own: [f32; LABELS] = std::array::from_fn(|b| exp((if b == 0 { 0 } else { s[b - 1] } - most) as f32 * unit));
            let mut next = [0.0f32; LABELS];
            for (b, allowed) in self.before.iter().enumerate() {
                next[b] = allowed.iter().map(|&a| last[a] * self.pairs[a][b]).sum::<f32>() * own[b];
            }
            scale(&mut next);
            out.push(own);
            self.forward.push(next);
            last = next;
        }
        let mut right: [f32; LABELS] = std::array::from_fn(|a| self.pairs[a][OUTSIDE]);
        for (own, forward) in out.iter_mut().zip(&self.forward).rev() {
            let mut both: [f32; LABELS] = std::array::from_fn(|b| forward[b] * right[b]);
            scale(&mut both);
            let mut next = [0.0f32; LABELS];
            for (b, allowed) in self.before.iter().enumerate() {
                let x = own[b] * right[b];
                for &a in allowed {
                    next[a] += self.pairs[a][b] * x;
                }
            }
            scale(&mut next);
            right = next;
            *own = both;
        }
    }
}

fn scale(x: &mut [f32; LABELS]) {
    let sum: f32 = x.iter().sum();
    if sum > 0.0 {
        for v in x {
            *v /= sum;
        }
    }
}

/// The exponential function from plain arithmetic, alike on every machine; within 0.01 %.
#[must_use]
pub fn exp(x: f32) -> f32 {
    let t = (x * std::f32::consts::LOG2_E).clamp(-120.0, 120.0);
    let whole = t.floor();
    let f = t - whole;
    let p = 1.0 + f * (std::f32::consts::LN_2 + f * (0.240_226_5 + f * (0.055_504_1 + f * (0.009_618_1 + f * 0.001_333_4))));
    f32::from_bits(((whole as i32 + 127) as u32) << 23) * p
}
