//! How many same-event verdicts are right, and the area under the curve of their scores.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;

#[derive(Deserialize)]
struct Gold {
    a: String,
    b: String,
    same_event: bool,
    #[serde(default)]
    same_topic: Option<bool>,
    #[serde(default)]
    split: Option<String>,
}

#[derive(Deserialize)]
struct Verdict {
    a: String,
    b: String,
    same_event: bool,
    score: f64,
    label: String,
}

/// Prints, for each part of the data and for pairs of one topic in it, the share of right verdicts,
/// the area under the curve, and how many of each label fall on each side.
pub(crate) fn score(pairs: &str, verdicts: &str) -> Result<(), Box<dyn Error>> {
    let mut answers: BTreeMap<(String, String), Verdict> = BTreeMap::new();
    for line in std::fs::read_to_string(verdicts)?.lines().filter(|l| !l.trim().is_empty()) {
        let v: Verdict = serde_json::from_str(line)?;
        answers.insert((v.a.clone(), v.b.clone()), v);
    }
    let mut groups: BTreeMap<String, Vec<(&Verdict, bool)>> = BTreeMap::new();
    for line in std::fs::read_to_string(pairs)?.lines().filter(|l| !l.trim().is_empty()) {
        let gold: Gold = serde_json::from_str(line)?;
        let Some(v) = answers.get(&(gold.a.clone(), gold.b.clone())) else {
            return Err(format!("no verdict on {} and {}", gold.a, gold.b).into());
        };
        let split = gold.split.unwrap_or_else(|| "all".to_owned());
        groups.entry(format!("{split}, all pairs")).or_default().push((v, gold.same_event));
        if gold.same_topic == Some(true) {
            groups.entry(format!("{split}, pairs of one topic")).or_default().push((v, gold.same_event));
        }
    }
    for (name, list) in groups {
        let right = list.iter().filter(|(v, y)| v.same_event == *y).count();
        println!(
            "{name}: {} pairs, {:.1} % right, area under the curve {:.3}",
            list.len(),
            100.0 * right as f64 / list.len() as f64,
            area(&list)
        );
        for same in [true, false] {
            let mut labels: BTreeMap<&str, usize> = BTreeMap::new();
            for (v, _) in list.iter().filter(|(_, y)| *y == same) {
                *labels.entry(v.label.as_str()).or_default() += 1;
            }
            println!("    {}: {labels:?}", if same { "one event" } else { "other event" });
        }
    }
    Ok(())
}

/// Share of pairs of a positive and a negative whose scores are in order; ties count half.
fn area(list: &[(&Verdict, bool)]) -> f64 {
    let of = |same: bool| list.iter().filter(move |l| l.1 == same).map(|l| l.0.score);
    let (mut sum, mut count) = (0.0, 0.0);
    for p in of(true) {
        for n in of(false) {
            sum += if p > n {
                1.0
            } else if p == n {
                0.5
            } else {
                0.0
            };
            count += 1.0;
        }
    }
    if count > 0.0 { sum / count } else { 0.0 }
}
