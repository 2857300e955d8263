//! Consistency within a document: what a first reading made of a word in its other places.
//!
//! After the two-stage decoding of Krishnan & Manning (2006): the first reading's probabilities are
//! added up for each word form; the second reading gets them as features, without the token's own.

use super::hash::mix;
use super::labels::{KINDS, LABELS, POSITIONS, label};

/// Sums of label probabilities for each form of a document.
#[derive(Debug, Clone)]
pub struct Votes {
    sums: Vec<[f32; LABELS]>,
    counts: Vec<u32>,
}

impl Votes {
    /// No votes yet for `forms` forms.
    #[must_use]
    pub fn new(forms: usize) -> Self {
        Self { sums: vec![[0.0; LABELS]; forms], counts: vec![0; forms] }
    }

    /// Adds the first reading of one token.
    pub fn add(&mut self, form: usize, marginals: &[f32; LABELS]) {
        if let (Some(sum), Some(count)) = (self.sums.get_mut(form), self.counts.get_mut(form)) {
            sum.iter_mut().zip(marginals).for_each(|(s, m)| *s += m);
            *count += 1;
        }
    }

    /// Features from the other places of a form. `own` is the token's own first reading where it
    /// was added.
    pub fn features(&self, form: usize, own: Option<&[f32; LABELS]>, out: &mut Vec<u64>) {
        let (Some(sum), Some(&count)) = (self.sums.get(form), self.counts.get(form)) else { return };
        let others = count - u32::from(own.is_some()).min(count);
        if others == 0 {
            return;
        }
        let share: [f32; LABELS] =
            std::array::from_fn(|i| ((sum.get(i).copied().unwrap_or(0.0) - own.map_or(0.0, |o| o[i])) / others as f32).max(0.0));
        let many = u64::from(others.min(3));
        let mut best = (4u64, share[0]);
        for (k, &kind) in KINDS.iter().enumerate() {
            let total: f32 = POSITIONS.iter().map(|&p| share[label(kind, p)]).sum();
            let level = (total * 5.0) as u64;
            if level > 0 {
                out.push(key(200, (k as u64) << 8 | level.min(4) << 4 | many));
            }
            if total > best.1 {
                best = (k as u64, total);
            }
        }
        out.push(key(201, best.0 << 8 | ((best.1 * 10.0) as u64).min(9)));
        out.push(key(202, ((share[0] * 5.0) as u64).min(4) << 4 | many));
        for (i, s) in share.iter().enumerate().skip(1) {
            if *s >= 0.25 {
                out.push(key(203, (i as u64) << 4 | u64::from(*s >= 0.6)));
            }
        }
    }
}

fn key(template: u64, value: u64) -> u64 {
    mix(mix(0x5151, template), value)
}
