//! The tagger's weights.

use crate::crf::{Example, Numbers, Settings, Trainer, shuffle};
use crate::data::{Annotated, Stretch, read, stretches};
use crossread::tag::labels::{LABELS, SCORED};
use crossread::tag::model;
use crossread::tag::words::Words;
use std::error::Error;
use std::path::Path;

fn setting<T: std::str::FromStr>(name: &str, default: T) -> T {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

pub(crate) fn make(data: &str, words: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let words = Words::read(std::fs::read(words)?.leak());
    let folder = Path::new(data).join("entities");
    let sets: Vec<(&str, f32)> = vec![
        ("worldwide-train", 1.0),
        ("wikigold", 1.0),
        ("gum-academic", 1.0),
        ("gum-court", 1.0),
        ("gum-interview", 1.0),
        ("uner-ewt", 1.0),
        ("gmb-noisy", setting("GMB", 0.5)),
    ];
    let mut all: Vec<(Vec<Stretch>, f32)> = Vec::new();
    for (name, weight) in sets {
        if weight == 0.0 {
            continue;
        }
        let docs: Vec<Annotated> = read(&folder.join(format!("{name}.jsonl")))?;
        let mut lost = (0, 0);
        let mut list = Vec::new();
        for doc in &docs {
            list.extend(stretches(doc, &words, &mut lost));
        }
        eprintln!("{name}: {} documents, {} stretches, {} of {} names outside", docs.len(), list.len(), lost.0, lost.1);
        all.push((list, weight));
    }
    let mut counts = Numbers::default();
    for (list, _) in &all {
        for key in list.iter().flat_map(|s| s.features.iter().flatten()) {
            *counts.entry(*key).or_insert(0) += 1;
        }
    }
    let least = setting("CUT", 3);
    let mut numbers = Numbers::default();
    let mut keys: Vec<u64> = Vec::new();
    let mut examples = Vec::new();
    for (list, weight) in &all {
        for s in list {
            let mut e = Example { weight: *weight, allowed: s.allowed.clone(), ..Example::default() };
            for f in &s.features {
                for key in f {
                    if counts.get(key).is_some_and(|&n| n >= least) {
                        let next = keys.len() as u32;
                        let row = *numbers.entry(*key).or_insert_with(|| {
                            keys.push(*key);
                            next
                        });
                        e.rows.push(row);
                    }
                }
                e.ends.push(e.rows.len() as u32);
            }
            examples.push(e);
        }
    }
    drop(all);
    drop(counts);
    let tokens: usize = examples.iter().map(|e| e.ends.len()).sum();
    eprintln!("{} stretches, {tokens} tokens, {} features", examples.len(), keys.len());

    let settings = Settings { rate: setting("RATE", 0.08), l1: setting("L1", 0.6), l2: setting("L2", 1.0) };
    let mut trainer = Trainer::new(keys.len(), settings);
    let mut order: Vec<u32> = (0..examples.len() as u32).collect();
    let passes = setting("PASSES", 5);
    let max_rows = setting("ROWS", 60_000usize);
    let mut kept: Option<Vec<bool>> = None;
    for pass in 0..passes + setting("AFTER", 2) {
        if pass == passes {
            // From here on only the strongest features count; the others are taken out.
            let mut strength: Vec<(u32, f32)> =
                (0..keys.len() as u32).map(|r| (r, trainer.row(r).iter().map(|w| w.abs()).sum::<f32>())).filter(|x| x.1 > 0.02).collect();
            strength.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            eprintln!("{} features with weight", strength.len());
            strength.truncate(max_rows);
            let mut keep = vec![false; keys.len()];
            for (r, _) in &strength {
                keep[*r as usize] = true;
            }
            for e in &mut examples {
                let mut rows = Vec::with_capacity(e.rows.len() / 2);
                let mut start = 0;
                for end in &mut e.ends {
                    rows.extend(e.rows[start as usize..*end as usize].iter().filter(|r| keep[**r as usize]));
                    start = *end;
                    *end = rows.len() as u32;
                }
                e.rows = rows;
            }
            kept = Some(keep);
        }
        shuffle(&mut order, pass as u64 + 1);
        let loss: f64 = order.iter().map(|&i| f64::from(trainer.learn(&examples[i as usize]))).sum();
        eprintln!("pass {pass}: loss {:.5}", loss / tokens as f64);
    }
    let keep = kept.unwrap_or_default();
    let mut most = 0.0f32;
    for r in 0..keys.len() as u32 {
        most = trainer.row(r).iter().fold(most, |m, w| m.max(w.abs()));
    }
    let unit = setting("UNIT", 24i16);
    let quantise = |w: f32| (w * f32::from(unit)).round().clamp(-127.0, 127.0) as i8;
    let mut features: Vec<(u64, Vec<u8>)> = Vec::new();
    let mut nonzero = 0;
    for (r, key) in keys.iter().enumerate() {
        if !keep.get(r).is_some_and(|k| *k) {
            continue;
        }
        let row = trainer.row(r as u32);
        let bytes: Vec<u8> = row.iter().map(|&w| quantise(w) as u8).collect();
        nonzero += bytes.iter().filter(|b| **b != 0).count();
        if bytes.iter().any(|b| *b != 0) {
            features.push((*key, bytes));
        }
    }
    eprintln!("{} rows, {nonzero} of {} weights, most {most:.2}", features.len(), features.len() * SCORED);
    let pairs = trainer.pairs();
    let pairs: [[i16; LABELS]; LABELS] = std::array::from_fn(|a| std::array::from_fn(|b| (pairs[a][b] * f32::from(unit)).round() as i16));
    features.sort_unstable();
    std::fs::write(out, model::build(unit, &pairs, &features))?;
    Ok(())
}
