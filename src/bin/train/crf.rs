//! Training of the conditional random field: follow-the-regularised-leader (McMahan et al. 2013)
//! on the log-likelihood, with an L1 penalty that leaves most weights at nought. One thread, fixed
//! order, plain arithmetic: the same data give the same weights.

use crossread::tag::labels::{LABELS, OUTSIDE, SCORED, before, follows};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Passes a hash through.
#[derive(Default)]
pub(crate) struct Plain(u64);

impl Hasher for Plain {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, x: u64) {
        self.0 = crossread::tag::hash::finish(x);
    }
}

pub(crate) type Numbers = HashMap<u64, u32, BuildHasherDefault<Plain>>;

/// A stretch with features as row numbers, all in one list.
#[derive(Debug, Clone, Default)]
pub(crate) struct Example {
    pub(crate) rows: Vec<u32>,
    /// Ends of each token's rows.
    pub(crate) ends: Vec<u32>,
    pub(crate) allowed: Vec<u32>,
    pub(crate) weight: f32,
    pub(crate) forms: Vec<u32>,
    pub(crate) plain: bool,
}

pub(crate) type Row = [f32; SCORED];

/// Settings of a run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings {
    pub(crate) rate: f32,
    pub(crate) l1: f32,
    pub(crate) l2: f32,
}

/// Weights under training.
pub(crate) struct Trainer {
    pub(crate) settings: Settings,
    pub(crate) z: Vec<Row>,
    pub(crate) n: Vec<Row>,
    pub(crate) pairs_z: [[f32; LABELS]; LABELS],
    pub(crate) pairs_n: [[f32; LABELS]; LABELS],
    before: [Vec<usize>; LABELS],
}

fn weight(z: f32, n: f32, s: &Settings) -> f32 {
    let over = z.abs() - s.l1;
    if over <= 0.0 { 0.0 } else { -over.copysign(z) / ((1.0 + n.sqrt()) / s.rate + s.l2) }
}

impl Trainer {
    pub(crate) fn new(rows: usize, settings: Settings) -> Self {
        Trainer {
            settings,
            z: vec![[0.0; SCORED]; rows],
            n: vec![[0.0; SCORED]; rows],
            pairs_z: [[0.0; LABELS]; LABELS],
            pairs_n: [[0.0; LABELS]; LABELS],
            before: before(),
        }
    }

    pub(crate) fn row(&self, row: u32) -> Row {
        let (z, n) = (&self.z[row as usize], &self.n[row as usize]);
        std::array::from_fn(|i| weight(z[i], n[i], &self.settings))
    }

    pub(crate) fn pairs(&self) -> [[f32; LABELS]; LABELS] {
        let free = Settings { l1: 0.0, l2: 0.0, ..self.settings };
        std::array::from_fn(|a| {
            std::array::from_fn(|b| if follows(a, b) { weight(self.pairs_z[a][b], self.pairs_n[a][b], &free) } else { 0.0 })
        })
    }

    fn update(z: &mut f32, n: &mut f32, w: f32, g: f32, rate: f32) {
        let more = *n + g * g;
        *z += g - (more.sqrt() - n.sqrt()) / rate * w;
        *n = more;
    }

    /// One step on one stretch; its loss.
    pub(crate) fn learn(&mut self, example: &Example) -> f32 {
        let len = example.ends.len();
        let pairs = self.pairs();
        let emissions = self.emissions(example);
        let everything = vec![u32::MAX; len];
        let Some((gold, gold_pairs, log_gold)) = self.expectations(&emissions, &pairs, &example.allowed) else { return 0.0 };
        let Some((model, model_pairs, log_all)) = self.expectations(&emissions, &pairs, &everything) else { return 0.0 };
        let rate = self.settings.rate;
        for a in 0..LABELS {
            for &b in &self.before[a] {
                // self.before[a] lists what stands before a.
                let g = (model_pairs[b][a] - gold_pairs[b][a]) * example.weight;
                if g.abs() > 1e-5 {
                    Self::update(&mut self.pairs_z[b][a], &mut self.pairs_n[b][a], pairs[b][a], g, rate);
                }
            }
        }
        let mut start = 0;
        for ((m, g), &end) in model.iter().zip(&gold).zip(&example.ends) {
            let difference: Row = std::array::from_fn(|i| (m[i + 1] - g[i + 1]) * example.weight);
            if difference.iter().any(|d| d.abs() > 2e-3) {
                for &row in &example.rows[start as usize..end as usize] {
                    let (z, n) = (&mut self.z[row as usize], &mut self.n[row as usize]);
                    for i in 0..SCORED {
                        let w = weight(z[i], n[i], &self.settings);
                        Self::update(&mut z[i], &mut n[i], w, difference[i], rate);
                    }
                }
            }
            start = end;
        }
        log_all - log_gold
    }

    /// Probabilities of the labels of each token.
    pub(crate) fn read(&self, example: &Example) -> Vec<[f32; LABELS]> {
        let pairs = self.pairs();
        let emissions = self.emissions(example);
        let everything = vec![u32::MAX; emissions.len()];
        self.expectations(&emissions, &pairs, &everything).map(|x| x.0).unwrap_or_default()
    }

    fn emissions(&self, example: &Example) -> Vec<[f32; LABELS]> {
        let mut emissions = vec![[0.0f32; LABELS]; example.ends.len()];
        let mut start = 0;
        for (e, &end) in emissions.iter_mut().zip(&example.ends) {
            for &row in &example.rows[start as usize..end as usize] {
                let w = self.row(row);
                for (x, w) in e[1..].iter_mut().zip(w) {
                    *x += w;
                }
            }
            start = end;
        }
        emissions
    }

    /// Expected labels and label pairs under the allowed labels, and the log of the sum over them.
    #[allow(clippy::type_complexity, reason = "three arrays of one computation")]
    fn expectations(
        &self,
        emissions: &[[f32; LABELS]],
        pairs: &[[f32; LABELS]; LABELS],
        allowed: &[u32],
    ) -> Option<(Vec<[f32; LABELS]>, [[f32; LABELS]; LABELS], f32)> {
        let exp_pairs: [[f32; LABELS]; LABELS] = std::array::from_fn(|a| std::array::from_fn(|b| pairs[a][b].exp()));
        let mut log = 0.0;
        let mut own = Vec::with_capacity(emissions.len());
        let mut forward: Vec<[f32; LABELS]> = Vec::with_capacity(emissions.len());
        let mut last = [0.0; LABELS];
        last[OUTSIDE] = 1.0;
        for (e, &mask) in emissions.iter().zip(allowed) {
            let most = e.iter().copied().fold(0.0f32, f32::max);
            let o: [f32; LABELS] = std::array::from_fn(|b| if mask >> b & 1 == 1 { (e[b] - most).exp() } else { 0.0 });
            let mut next = [0.0; LABELS];
            for b in 0..LABELS {
                if o[b] > 0.0 {
                    next[b] = self.before[b].iter().map(|&a| last[a] * exp_pairs[a][b]).sum::<f32>() * o[b];
                }
            }
            let sum: f32 = next.iter().sum();
            if sum.is_nan() || sum <= 0.0 {
                return None;
            }
            log += most + sum.ln();
            next.iter_mut().for_each(|x| *x /= sum);
            own.push(o);
            forward.push(next);
            last = next;
        }
        let mut right: [f32; LABELS] = std::array::from_fn(|a| if follows(a, OUTSIDE) { exp_pairs[a][OUTSIDE] } else { 0.0 });
        let end: f32 = last.iter().zip(&right).map(|(x, y)| x * y).sum();
        if end.is_nan() || end <= 0.0 {
            return None;
        }
        log += end.ln();
        let mut counts = [[0.0; LABELS]; LABELS];
        for (a, x) in last.iter().enumerate() {
            counts[a][OUTSIDE] += x * right[a] / end;
        }
        let mut out = vec![[0.0; LABELS]; emissions.len()];
        let mut outside = [0.0; LABELS];
        outside[OUTSIDE] = 1.0;
        for i in (0..emissions.len()).rev() {
            let mut both: [f32; LABELS] = std::array::from_fn(|b| forward[i][b] * right[b]);
            let sum: f32 = both.iter().sum();
            both.iter_mut().for_each(|x| *x /= sum);
            out[i] = both;
            let previous = if i == 0 { &outside } else { &forward[i - 1] };
            let mut next = [0.0; LABELS];
            let mut total = 0.0;
            for b in 0..LABELS {
                let x = own[i][b] * right[b];
                if x > 0.0 {
                    for &a in &self.before[b] {
                        let y = exp_pairs[a][b] * x;
                        next[a] += y;
                        total += previous[a] * y;
                    }
                }
            }
            for b in 0..LABELS {
                let x = own[i][b] * right[b];
                if x > 0.0 {
                    for &a in &self.before[b] {
                        counts[a][b] += previous[a] * exp_pairs[a][b] * x / total;
                    }
                }
            }
            let sum: f32 = next.iter().sum();
            next.iter_mut().for_each(|x| *x /= sum);
            right = next;
        }
        Some((out, counts, log))
    }
}

/// A fixed order that looks like none.
pub(crate) fn shuffle(order: &mut [u32], seed: u64) {
    let mut state = seed;
    for i in (1..order.len()).rev() {
        state = crossread::tag::hash::mix(state, i as u64);
        let j = (crossread::tag::hash::finish(state) % (i as u64 + 1)) as usize;
        order.swap(i, j);
    }
}
