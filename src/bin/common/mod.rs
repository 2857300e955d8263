//! What the tools share: lines of JSON, and how right scores are.

use serde::de::DeserializeOwned;
use std::error::Error;

/// The objects of a file that holds one a line.
pub(crate) fn lines<T: DeserializeOwned>(path: &str) -> Result<Vec<T>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    text.lines().filter(|l| !l.trim().is_empty()).map(|l| Ok(serde_json::from_str(l)?)).collect()
}

/// Prints how many of the pairs, given by score and truth, are right if those from `least` on are taken for true,
/// and the area under the curve.
pub(crate) fn tell(name: &str, pairs: &[(f64, bool)], least: f64) {
    let right = pairs.iter().filter(|(score, truth)| (*score >= least) == *truth).count();
    let share = 100.0 * right as f64 / pairs.len() as f64;
    println!("{name}: {} pairs, {share:.1} % right, area under the curve {:.3}", pairs.len(), area(pairs));
}

/// Share of pairs of a true and a false one that are in order of their scores; ties count half.
pub(crate) fn area(pairs: &[(f64, bool)]) -> f64 {
    let mut sorted = pairs.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut ranks, mut before) = (0.0, 0);
    for tied in sorted.chunk_by(|a, b| a.0 == b.0) {
        let mean = (2 * before + tied.len() + 1) as f64 / 2.0;
        ranks += mean * tied.iter().filter(|s| s.1).count() as f64;
        before += tied.len();
    }
    let positive = pairs.iter().filter(|s| s.1).count() as f64;
    let negative = pairs.len() as f64 - positive;
    (ranks - positive * (positive + 1.0) / 2.0) / (positive * negative).max(1.0)
}
