//! The tagger's weights.
//!
//! 1. A teacher learns from the clean sets and reads the noisy one: where the two disagree, both
//!    readings are allowed, or the teacher's alone where it is sure.
//! 2. Two models, each from one half of the clean documents, read the other half: the first reading
//!    that the votes of the final model are made of.
//! 3. The final model learns from everything; its strongest features are kept and quantised.

use crate::crf::{Example, Numbers, Settings, Trainer, shuffle};
use crate::data::{Annotated, NEWSWIRE, Recase, SENTENCES, Stretch, WEBNEWS, WIKINEWS, read, read_standoff, recase, stretches, unmarked};
use crossread::tag::labels::{LABELS, SCORED, follows};
use crossread::tag::model;
use crossread::tag::votes::Votes;
use crossread::tag::words::Words;
use std::borrow::Borrow;
use std::error::Error;
use std::path::Path;

/// The sets with their weights. Our Wikinews is the smallest of our own and news of the ordinary kind.
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
/// Weight of a noisy sentence: repair and the teacher leave errors in it.
const NOISY_WEIGHT: f32 = 0.3;
/// Features that occur less often are chance.
const LEAST: u32 = 3;
/// A penalty that leaves two features of three without weight, and a rate for eight passes.
const SETTINGS: Settings = Settings { rate: 0.05, l1: 0.8, l2: 1.0 };
/// Passes of the teacher and of the two first readers: more would make them sure of what they have seen.
const TEACHER_PASSES: usize = 4;
const READER_PASSES: usize = 3;
/// The teacher alone is believed where every label of a stretch is as probable as this.
const SURE: f32 = 0.9;
/// Weight of an example without votes, beside the same with them: a word's only place in a text has none.
const UNVOTED: f32 = 0.4;
/// Passes of the final model before and after its weak features are dropped.
const PASSES: (usize, usize) = (5, 3);
/// How many features are kept: what the budget of bytes holds.
const ROWS: usize = 45_000;
/// Quantised weights in 1.0: the strongest just fit 8 bits.
const UNIT: i16 = 24;

/// Feature keys with their row numbers.
#[derive(Default)]
pub(crate) struct Rows {
    numbers: Numbers,
    keys: Vec<u64>,
}

impl Rows {
    fn row(&mut self, key: u64) -> u32 {
        *self.numbers.entry(key).or_insert_with(|| {
            self.keys.push(key);
            self.keys.len() as u32 - 1
        })
    }

    /// A stretch with those of its features that are `frequent`.
    pub(crate) fn example(&mut self, stretch: Stretch, weight: f32, frequent: &Numbers) -> Example {
        let mut e = Example { weight, allowed: stretch.allowed, forms: stretch.forms, plain: stretch.plain, ..Example::default() };
        for keys in &stretch.features {
            e.rows.extend(keys.iter().filter(|k| frequent.contains_key(k)).map(|&k| self.row(k)));
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

/// The documents of a set.
fn documents(name: &str, data: &Path, words: &Words) -> Result<Vec<Annotated>, Box<dyn Error>> {
    match name {
        WIKINEWS | NEWSWIRE | WEBNEWS | SENTENCES => read_standoff(Path::new(name), data, "train"),
        name => read(&data.join(format!("entities/{name}.jsonl")), words),
    }
}

/// A document's stretches with their weight.
type Weighted = (Vec<Stretch>, f32);

/// The stretches of each clean document, some documents again with other capitals.
fn clean(data: &Path, words: &Words) -> Result<Vec<Weighted>, Box<dyn Error>> {
    let mut out: Vec<Weighted> = Vec::new();
    for &(name, weight) in CLEAN {
        let docs = documents(name, data, words)?;
        let mut lost = (0, 0);
        out.extend(docs.iter().map(|d| (stretches(d, words, &mut lost), weight)));
        for (i, doc) in docs.iter().enumerate() {
            let how = match i % 16 {
                3 => Recase::Upper,
                7 => Recase::Lower,
                11 => Recase::Headline,
                _ => continue,
            };
            out.push((stretches(&recase(doc, how), words, &mut (0, 0)), weight * 0.5));
        }
        eprintln!("{name}: {} documents, {} of {} names outside", docs.len(), lost.0, lost.1);
    }
    Ok(out)
}

/// Learns the tagger's weights.
pub(crate) fn make(data: &str, words: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let words = &Words::read(std::fs::read(words)?.leak());
    let data = Path::new(data);
    let clean = clean(data, words)?;
    let noisy: Vec<Stretch> = unmarked(data, words)?.iter().flat_map(|d| stretches(d, words, &mut (0, 0))).collect();
    let counts = frequent(clean.iter().flat_map(|d| &d.0).chain(&noisy), LEAST);
    let mut rows = Rows::default();
    let mut example = |s: Stretch, weight: f32| rows.example(s, weight, &counts);
    let clean: Vec<Vec<Example>> = clean.into_iter().map(|(d, w)| d.into_iter().map(|s| example(s, w)).collect()).collect();
    let mut noisy: Vec<Example> = noisy.into_iter().map(|s| example(s, NOISY_WEIGHT)).collect();
    drop(counts);
    eprintln!("{} + {} stretches, {} features", clean.iter().map(Vec::len).sum::<usize>(), noisy.len(), rows.keys.len());

    let teacher = fit(&clean.iter().flatten().collect::<Vec<_>>(), rows.keys.len(), TEACHER_PASSES, "teacher");
    relabel(&teacher, &mut noisy);
    drop(teacher);
    Ok(std::fs::write(out, voted(clean, noisy, rows))?)
}

/// The final model over documents and single stretches. Two readers, of which each learned from every other document,
/// give the documents of the other the votes.
fn voted(docs: Vec<Vec<Example>>, single: Vec<Example>, mut rows: Rows) -> Vec<u8> {
    let readers = ["odd", "even"].map(|name| {
        let half = docs.iter().skip(usize::from(name == "odd")).step_by(2).flatten();
        let examples: Vec<&Example> = half.chain(single.iter().step_by(2)).collect();
        fit(&examples, rows.keys.len(), READER_PASSES, name)
    });
    let voted: Vec<Example> = docs.iter().zip(readers.iter().cycle()).flat_map(|(doc, reader)| vote(reader, doc, &mut rows)).collect();
    drop(readers);
    let mut all: Vec<Example> = docs.into_iter().flatten().chain(single).collect();
    all.iter_mut().for_each(|e| e.weight *= UNVOTED);
    all.extend(voted);
    finish(all, &rows, SETTINGS, ROWS)
}

/// A model of all features after some passes.
fn fit(examples: &[&Example], rows: usize, passes: usize, name: &str) -> Trainer {
    let mut trainer = Trainer::new(rows, SETTINGS);
    let mut order: Vec<u32> = (0..examples.len() as u32).collect();
    (0..passes).for_each(|number| pass(&mut trainer, examples, &mut order, number, name));
    trainer
}

/// Learns once from every example in a fixed mixed order.
fn pass<E: Borrow<Example>>(trainer: &mut Trainer, examples: &[E], order: &mut [u32], number: usize, name: &str) {
    shuffle(order, number as u64 + 1);
    let loss: f64 = order.iter().map(|&i| f64::from(trainer.learn(examples[i as usize].borrow()))).sum();
    eprintln!("{name} {number}: loss {:.4}", loss / examples.len() as f64);
}

/// Allows in the noisy set what the teacher reads there.
fn relabel(teacher: &Trainer, noisy: &mut [Example]) {
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
        let certain = best.iter().zip(&marginals).all(|(&b, m)| m[b] >= SURE);
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
                out.rows.extend(keys.iter().map(|&key| rows.row(key)));
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
    let mut keep = vec![true; keys.len()];
    for number in 0..PASSES.0 + PASSES.1 {
        if number == PASSES.0 {
            keep = strongest(&trainer, keys.len(), most);
            examples.iter_mut().for_each(|e| retain(e, &keep));
        }
        pass(&mut trainer, &examples, &mut order, number, "final");
    }
    quantised(&trainer, keys.iter().enumerate().filter(|(row, _)| keep[*row]))
}

/// Which rows are the `most` strongest.
fn strongest(trainer: &Trainer, rows: usize, most: usize) -> Vec<bool> {
    let strength = |r: usize| trainer.row(r as u32).iter().map(|w| w.abs()).sum::<f32>();
    let mut strengths: Vec<(usize, f32)> = (0..rows).map(|r| (r, strength(r))).filter(|x| x.1 > 0.02).collect();
    strengths.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    eprintln!("{} features with weight", strengths.len());
    let mut keep = vec![false; rows];
    strengths.iter().take(most).for_each(|(r, _)| keep[*r] = true);
    keep
}

/// Drops the features of an example that are not to be kept.
fn retain(e: &mut Example, keep: &[bool]) {
    let mut rows = Vec::with_capacity(e.rows.len() / 2);
    let mut start = 0;
    for end in &mut e.ends {
        rows.extend(e.rows[start as usize..*end as usize].iter().filter(|r| keep[**r as usize]));
        start = *end;
        *end = rows.len() as u32;
    }
    e.rows = rows;
}

/// The weights as the tagger reads them.
fn quantised<'a>(trainer: &Trainer, features: impl Iterator<Item = (usize, &'a u64)>) -> Vec<u8> {
    let byte = |w: &f32| (w * f32::from(UNIT)).round().clamp(-127.0, 127.0) as i8;
    // The smallest weights cost bytes and change nothing that can be measured.
    let shown = |w: &i8| if w.abs() == 1 { 0 } else { *w as u8 };
    let mut table: Vec<(u64, Vec<u8>)> = features
        .map(|(row, key)| (*key, trainer.row(row as u32).iter().map(byte).collect::<Vec<i8>>()))
        .filter(|(_, bytes)| bytes.iter().any(|b| *b != 0))
        .map(|(key, bytes)| (key, bytes.iter().map(shown).collect()))
        .collect();
    let nonzero = table.iter().flat_map(|f| &f.1).filter(|b| **b != 0).count();
    eprintln!("{} rows, {nonzero} of {} weights", table.len(), table.len() * SCORED);
    let pairs = trainer.pairs();
    let pairs: [[i16; LABELS]; LABELS] = std::array::from_fn(|a| std::array::from_fn(|b| (pairs[a][b] * f32::from(UNIT)).round() as i16));
    table.sort_unstable();
    model::build(UNIT, &pairs, &table)
}
