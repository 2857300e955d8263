//! How many same-event verdicts are right, and the area under the curve of their scores.

use crate::common::{lines, tell};
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
    score: f64,
    label: String,
}

/// Prints, for each part of the data and for pairs of one topic in it, the share of right verdicts,
/// the area under the curve, and how many of each label fall on each side.
pub(crate) fn score(pairs: &str, verdicts: &str) -> Result<(), Box<dyn Error>> {
    let mut answers: BTreeMap<(String, String), Verdict> = BTreeMap::new();
    for v in lines::<Verdict>(verdicts)? {
        answers.insert((v.a.clone(), v.b.clone()), v);
    }
    let mut groups: BTreeMap<String, Vec<(&Verdict, bool)>> = BTreeMap::new();
    for gold in lines::<Gold>(pairs)? {
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
        tell(&name, &list.iter().map(|(v, y)| (v.score, *y)).collect::<Vec<_>>(), 0.5);
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
