//! The trained weights, read in place.

use super::labels::{LABELS, SCORED};
use super::table::Table;

/// One score for every label that carries weights.
pub type Scores = [i32; SCORED];

/// Weights of features and of label pairs. One unit is 1/[`Model::unit`] of a natural logarithm.
#[derive(Debug, Clone)]
pub struct Model {
    /// Units in 1.0.
    pub unit: i32,
    /// `pairs[a][b]`: label `b` right behind label `a`.
    pub pairs: [[i32; LABELS]; LABELS],
    features: Table,
}

impl Model {
    /// Reads a model: unit (16 bits), pairs (16 bits each), table of features.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> Self {
        let number = |i: usize| bytes.get(2 * i..2 * i + 2).and_then(|b| b.try_into().ok()).map_or(0, |b| i32::from(i16::from_le_bytes(b)));
        let pairs = std::array::from_fn(|a| std::array::from_fn(|b| number(1 + a * LABELS + b)));
        let rest = bytes.get(2 * (1 + LABELS * LABELS)..).unwrap_or(&[]);
        Self { unit: number(0).max(1), pairs, features: Table::read(rest).0 }
    }

    /// Adds the weights of a feature.
    #[inline]
    pub fn add(&self, feature: u64, scores: &mut Scores) {
        if let Some(row) = self.features.get(feature) {
            for (score, &weight) in scores.iter_mut().zip(row) {
                *score += i32::from(weight as i8);
            }
        }
    }
}

/// Lays out a model for [`Model::read`].
#[must_use]
pub fn build(unit: i16, pairs: &[[i16; LABELS]; LABELS], features: &[(u64, Vec<u8>)]) -> Vec<u8> {
    let mut out = unit.to_le_bytes().to_vec();
    out.extend(pairs.iter().flatten().flat_map(|w| w.to_le_bytes()));
    out.extend(super::table::build(features, SCORED));
    out
}
