//! The tagger's weights.
//!
//! 1. A teacher learns from the clean sets and reads the noisy one: where the two disagree, both
//!    readings are allowed, or the teacher's alone where it is sure.
//! 2. Two models, each from one half of the clean documents, read the other half: the first reading
//!    that the votes of the final model are made of.
//! 3. The final model learns from everything; its strongest features are kept and quantised.

use crate::crf::{Example, Numbers, Settings, Trainer, shuffle};
use crate::data::{
    Annotated, NEWSWIRE, Recase, SENTENCES, Stretch, WEBNEWS, WIKINEWS, newswire, read, read_standoff, recase, stretches, unmarked,
};
use crossread::tag::labels::{LABELS, SCORED, follows};
use crossread::tag::model;
use crossread::tag::votes::Votes;
use crossread::tag::words::Words;
use std::error::Error;
use std::path::Path;

fn setting<T: std::str::FromStr>(name: &str, default: T) -> T {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

/// The sets with their weights.
const CLEAN: &[(&str, f32)] = &[
    (WIKINEWS, 2.0),
    (NEWSWIRE, 1.0),
    (WEBNEWS, 1.0),
    (SENTENCES, 1.0),
    ("wikigold", 1.0),
    ("gum-academic", 1.0),
    ("gum-court", 1.0),
    ("gum-interview", 1.0),
    ("uner-ewt", 1.0),
];

/// Feature keys with their row numbers.
#[derive(Default)]
pub(crate) struct Rows {
    numbers: Numbers,
    keys: Vec<u64>,
    closed: bool,
}

impl Rows {
    fn row(&mut self, key: u64) -> Option<u32> {
        if let Some(&row) = self.numbers.get(&key) {
            return Some(row);
        }
        if self.closed {
            return None;
        }
        let row = self.keys.len() as u32;
        self.keys.push(key);
        self.numbers.insert(key, row);
        Some(row)
    }

    /// A stretch with those of its features that are `frequent`.
    pub(crate) fn example(&mut self, stretch: Stretch, weight: f32, frequent: &Numbers) -> Example {
        let mut e = Example { weight, allowed: stretch.allowed, forms: stretch.forms, plain: stretch.plain, ..Example::default() };
        for keys in &stretch.features {
            e.rows.extend(keys.iter().filter(|k| frequent.contains_key(k)).filter_map(|&k| self.row(k)));
            e.ends.push(e.rows.len() as u32);
        }
        e
    }
}

/// The features that occur `least` times or more.
pub(crate) fn frequent<'a>(stretches: impl Iterator<Item = &'a Stretch>, least: u32) -> Numbers {
    let mut counts = Numbers::default();
    for key in stretches.flat_map(|s| s.features.iter().flatten()) {
        *counts.entry(*key).or_insert(0) += 1;
    }
    counts.retain(|_, n| *n >= least);
    counts
}

pub(crate) fn make(data: &str, words: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let words = Words::read(std::fs::read(words)?.leak());
    let folder = Path::new(data).join("entities");
    let mut clean: Vec<(Vec<Stretch>, f32)> = Vec::new();
    for (name, weight) in CLEAN {
        let docs: Vec<Annotated> = match *name {
            WIKINEWS | WEBNEWS | SENTENCES => read_standoff(Path::new(name), Path::new(data), "train")?,
            NEWSWIRE => newswire(Path::new(data), &words)?,
            name => read(&folder.join(format!("{name}.jsonl")), &words)?,
        };
        let mut lost = (0, 0);
        clean.extend(docs.iter().map(|d| (stretches(d, &words, &mut lost), *weight)));
        for (i, doc) in docs.iter().enumerate() {
            let how = match i % 16 {
                3 => Recase::Upper,
                7 => Recase::Lower,
                11 => Recase::Headline,
                _ => continue,
            };
            clean.push((stretches(&recase(doc, how), &words, &mut (0, 0)), weight * 0.5));
        }
        eprintln!("{name}: {} documents, {} of {} names outside", docs.len(), lost.0, lost.1);
    }
    let mut noisy: Vec<Stretch> = Vec::new();
    let noisy_weight = setting("GMB", 0.3);
    if noisy_weight > 0.0 {
        let mut lost = (0, 0);
        for d in &unmarked(Path::new(data), &words)? {
            noisy.extend(stretches(d, &words, &mut lost));
        }
    }
    let counts = frequent(clean.iter().flat_map(|d| &d.0).chain(&noisy), setting("CUT", 3));
    let mut rows = Rows::default();
    let mut example = |s: Stretch, weight: f32| rows.example(s, weight, &counts);
    let clean: Vec<Vec<Example>> = clean.into_iter().map(|(d, w)| d.into_iter().map(|s| example(s, w)).collect()).collect();
    let mut noisy: Vec<Example> = noisy.into_iter().map(|s| example(s, noisy_weight)).collect();
    drop(counts);
    eprintln!("{} + {} stretches, {} features", clean.iter().map(Vec::len).sum::<usize>(), noisy.len(), rows.keys.len());

    let settings = Settings { rate: setting("RATE", 0.05), l1: setting("L1", 0.8), l2: setting("L2", 1.0) };
    if !noisy.is_empty() {
        let teacher = fit(&clean.iter().flatten().collect::<Vec<_>>(), rows.keys.len(), settings, setting("TEACH", 4), "teacher");
        relabel(&teacher, &mut noisy);
    }
    let fold = |even: bool| -> Vec<&Example> {
        let docs = clean.iter().enumerate().filter(|(i, _)| (i % 2 == 0) == even).flat_map(|(_, d)| d);
        docs.chain(noisy.iter().step_by(2)).collect()
    };
    let readers = [
        fit(&fold(false), rows.keys.len(), settings, setting("FOLD", 3), "odd"),
        fit(&fold(true), rows.keys.len(), settings, setting("FOLD", 3), "even"),
    ];
    let mut voted: Vec<Example> = Vec::new();
    for (i, doc) in clean.iter().enumerate() {
        voted.extend(vote(&readers[i % 2], doc, &mut rows));
    }
    drop(readers);
    rows.closed = true;
    let mut all: Vec<Example> = clean.into_iter().flatten().chain(noisy).collect();
    let alone = setting("ALONE", 0.4f32);
    for e in &mut all {
        e.weight *= alone;
    }
    all.extend(voted);
    all.retain(|e| e.weight > 0.0);
    Ok(std::fs::write(out, finish(all, &rows, settings, setting("ROWS", 45_000)))?)
}

/// Learns from examples in a fixed mixed order.
fn fit(examples: &[&Example], rows: usize, settings: Settings, passes: usize, name: &str) -> Trainer {
    let mut trainer = Trainer::new(rows, settings);
    let mut order: Vec<u32> = (0..examples.len() as u32).collect();
    for pass in 0..passes {
        shuffle(&mut order, pass as u64 + 1);
        let loss: f64 = order.iter().map(|&i| f64::from(trainer.learn(examples[i as usize]))).sum();
        eprintln!("{name} {pass}: loss {:.4}", loss / examples.len() as f64);
    }
    trainer
}

/// Allows in the noisy set what the teacher reads there.
fn relabel(teacher: &Trainer, noisy: &mut [Example]) {
    let sure = setting("SURE", 0.9f32);
    let (mut same, mut replaced, mut both) = (0, 0, 0);
    for e in noisy {
        let marginals = teacher.read(e);
        if marginals.len() != e.allowed.len() {
            continue;
        }
        let best = best(&marginals);
        if best.iter().zip(&e.allowed).all(|(b, a)| a >> b & 1 == 1) {
            same += 1;
            continue;
        }
        let certain = best.iter().zip(&marginals).all(|(&b, m)| m[b] >= sure);
        if certain {
            replaced += 1;
        } else {
            both += 1;
        }
        for (b, a) in best.iter().zip(&mut e.allowed) {
            *a = if certain { 1 << b } else { *a | 1 << b };
        }
    }
    eprintln!("noisy stretches: {same} as labelled, {replaced} relabelled, {both} open");
}

/// The best allowed sequence by its marginals.
fn best(marginals: &[[f32; LABELS]]) -> Vec<usize> {
    let mut last = [f32::MIN; LABELS];
    last[0] = 0.0;
    let mut back = Vec::new();
    for m in marginals {
        let mut next = [f32::MIN; LABELS];
        let mut from = [0usize; LABELS];
        for b in 0..LABELS {
            for (a, score) in last.iter().enumerate() {
                if follows(a, b) && score + m[b] > next[b] {
                    next[b] = score + m[b];
                    from[b] = a;
                }
            }
        }
        back.push(from);
        last = next;
    }
    let mut label = (0..LABELS).filter(|&a| follows(a, 0)).max_by(|&a, &b| last[a].total_cmp(&last[b])).unwrap_or(0);
    let mut out = Vec::new();
    for from in back.iter().rev() {
        out.push(label);
        label = from[label];
    }
    out.reverse();
    out
}

/// The examples of one document with the votes of a first reading.
fn vote(reader: &Trainer, doc: &[Example], rows: &mut Rows) -> Vec<Example> {
    let readings: Vec<Vec<[f32; LABELS]>> = doc.iter().map(|e| reader.read(e)).collect();
    let forms = doc.iter().flat_map(|e| &e.forms).max().map_or(0, |&f| f as usize + 1);
    let mut votes = Votes::new(forms);
    for (e, r) in doc.iter().zip(&readings) {
        if e.plain {
            e.forms.iter().zip(r).for_each(|(&f, m)| votes.add(f as usize, m));
        }
    }
    let mut keys = Vec::new();
    doc.iter()
        .zip(&readings)
        .map(|(e, r)| {
            let mut out = Example { rows: Vec::new(), ends: Vec::new(), ..e.clone() };
            let mut start = 0;
            for ((&end, &form), own) in e.ends.iter().zip(&e.forms).zip(r) {
                out.rows.extend(&e.rows[start as usize..end as usize]);
                keys.clear();
                votes.features(form as usize, Some(own).filter(|_| e.plain), &mut keys);
                out.rows.extend(keys.iter().filter_map(|&k| rows.row(k)));
                out.ends.push(out.rows.len() as u32);
                start = end;
            }
            out
        })
        .collect()
}

/// The final model: most of the passes with all features, the last ones with the `most` strongest.
pub(crate) fn finish(mut examples: Vec<Example>, rows: &Rows, settings: Settings, most: usize) -> Vec<u8> {
    let keys = &rows.keys;
    let mut trainer = Trainer::new(keys.len(), settings);
    let mut order: Vec<u32> = (0..examples.len() as u32).collect();
    let passes = setting("PASSES", 5);
    let mut keep = vec![true; keys.len()];
    for pass in 0..passes + setting("AFTER", 3) {
        if pass == passes {
            let mut strength: Vec<(u32, f32)> =
                (0..keys.len() as u32).map(|r| (r, trainer.row(r).iter().map(|w| w.abs()).sum::<f32>())).filter(|x| x.1 > 0.02).collect();
            strength.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            eprintln!("{} features with weight", strength.len());
            strength.truncate(most);
            keep = vec![false; keys.len()];
            strength.iter().for_each(|(r, _)| keep[*r as usize] = true);
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
        }
        shuffle(&mut order, pass as u64 + 1);
        let loss: f64 = order.iter().map(|&i| f64::from(trainer.learn(&examples[i as usize]))).sum();
        eprintln!("final {pass}: loss {:.4}", loss / examples.len() as f64);
    }
    let unit = setting("UNIT", 24i16);
    let mut features: Vec<(u64, Vec<u8>)> = Vec::new();
    let mut nonzero = 0;
    for (r, key) in keys.iter().enumerate().filter(|(r, _)| keep[*r]) {
        let row = trainer.row(r as u32);
        let bytes: Vec<u8> = row.iter().map(|&w| (w * f32::from(unit)).round().clamp(-127.0, 127.0) as i8 as u8).collect();
        nonzero += bytes.iter().filter(|b| **b != 0).count();
        if bytes.iter().any(|b| *b != 0) {
            // The smallest weights cost bytes and change nothing that can be measured.
            features.push((*key, bytes.iter().map(|&b| if matches!(b, 1 | 255) { 0 } else { b }).collect()));
        }
    }
    eprintln!("{} rows, {nonzero} of {} weights", features.len(), features.len() * SCORED);
    let pairs = trainer.pairs();
    let pairs: [[i16; LABELS]; LABELS] = std::array::from_fn(|a| std::array::from_fn(|b| (pairs[a][b] * f32::from(unit)).round() as i16));
    features.sort_unstable();
    model::build(unit, &pairs, &features)
}
