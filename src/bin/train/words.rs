//! Word classes from word vectors, and the lists.
//!
//! The vectors alone put words together by topic. So that classes tell names of persons, places and
//! bodies apart, a small network learns from the annotated texts and the lists what a vector says of
//! its word, and its answers are appended to the vector before clustering. Words that no text of
//! ours has get their class that way too.

use crate::data::{NEWSWIRE, NOISY, SENTENCES, WEBNEWS, read, read_standoff, unmarked};
use crossread::tag::labels::NameKind;
use crossread::tag::words::{Known, Lists, Words, entry};
use crossread::tag::{hash, table};
use crossread::text::Document;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

#[derive(Deserialize)]
struct Vectors {
    words: Vec<String>,
    vectors: BTreeMap<String, Vec<f32>>,
}

const COARSE: usize = 64;
const FINE: usize = 16;

/// The most frequent words get a class, beside those of the lists.
const FREQUENT: usize = 30_000;
/// Names that a vocabulary of this size lacks are too rare to be worth their bytes.
const VOCABULARY: usize = 90_000;
/// Numbers of a vector.
const WIDTH: usize = 100;

impl Vectors {
    fn get(&self, word: &str) -> Option<&[f32]> {
        self.vectors.get(word)?.get(..WIDTH)
    }
}

pub(crate) fn make(vectors: &str, lists: &str, data: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let mut known = listed(Path::new(lists))?;
    let file: Vectors = serde_json::from_str(&std::fs::read_to_string(vectors)?)?;
    let vocabulary: BTreeSet<&str> = file.words.iter().take(VOCABULARY).map(String::as_str).collect();
    let rare = Lists(Lists::FAMILY.0 | Lists::MALE.0 | Lists::FEMALE.0 | Lists::CITY.0 | Lists::COMMON.0);
    known.retain(|w, k| k.lists.0 & !rare.0 != 0 || vocabulary.contains(w.as_str()));
    classify(&file, data, &mut known)?;
    let entries: Vec<(u64, Vec<u8>)> = known.iter().map(|(w, k)| entry(w, *k)).collect();
    eprintln!("{} words and phrases", entries.len());
    Ok(std::fs::write(out, table::build(&entries, crossread::tag::words::WIDTH))?)
}

/// The words and phrases of the lists.
fn listed(folder: &Path) -> Result<BTreeMap<String, Known>, Box<dyn Error>> {
    let mut known: BTreeMap<String, Known> = BTreeMap::new();
    for (name, list) in Lists::ALL.iter().filter(|(name, _)| !name.is_empty()) {
        let path = folder.join(format!("{name}.txt"));
        let Ok(text) = std::fs::read_to_string(&path) else {
            eprintln!("no list {}", path.display());
            continue;
        };
        for line in text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let lower = line.to_lowercase();
            let k = known.entry(lower.clone()).or_default();
            k.lists = k.lists.with(*list);
            if let Some((first, _)) = lower.split_once(' ') {
                let k = known.entry(first.to_owned()).or_default();
                k.lists = k.lists.with(Lists::OPENS);
            }
        }
    }
    Ok(known)
}

/// Gives frequent words and those of the lists their classes.
fn classify(file: &Vectors, data: &str, known: &mut BTreeMap<String, Known>) -> Result<(), Box<dyn Error>> {
    let targets = targets(data, known)?;
    let pairs: Vec<(&[f32], [f32; ROLES])> =
        file.words.iter().filter_map(|word| Some((file.get(word)?, *targets.get(word.as_str())?))).collect();
    let network = Network::learn(&pairs);
    let mut chosen: Vec<(&str, Vec<f32>)> = Vec::new();
    for word in &file.words {
        let plain = word.chars().any(char::is_alphabetic) && !word.chars().any(|c| c.is_ascii_digit());
        if !plain || chosen.len() >= FREQUENT && !known.contains_key(word.as_str()) {
            continue;
        }
        let Some(vector) = file.get(word) else { continue };
        let answer = network.answer(vector).1;
        let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-6);
        chosen.push((word, vector.iter().map(|x| x / length).chain(answer).collect()));
    }
    eprintln!("{} words with vectors, {} of them taught", chosen.len(), pairs.len());
    let all: Vec<usize> = (0..chosen.len()).collect();
    let points: Vec<&[f32]> = chosen.iter().map(|c| c.1.as_slice()).collect();
    let coarse = cluster(&points, &all, COARSE, 20);
    for c in 0..COARSE {
        let members: Vec<usize> = all.iter().copied().filter(|&i| coarse[i] == c).collect();
        let fine = cluster(&points, &members, FINE, 12);
        for (&i, f) in members.iter().zip(fine) {
            known.entry(chosen[i].0.to_owned()).or_default().class = ((c as u16 + 1) << 8) | (f as u16 + 1);
        }
    }
    Ok(())
}

/// k-means by cosine; the class of each member. Starts from members spread by a fixed hash.
fn cluster(points: &[&[f32]], members: &[usize], k: usize, rounds: usize) -> Vec<usize> {
    if members.len() <= k {
        return (0..members.len()).collect();
    }
    let mut start: Vec<usize> = members.to_vec();
    start.sort_by_key(|&i| hash::finish(hash::mix(7, i as u64)));
    let mut centres: Vec<Vec<f32>> = start[..k].iter().map(|&i| points[i].to_vec()).collect();
    let mut class = vec![0; members.len()];
    for _ in 0..rounds {
        for (slot, &i) in class.iter_mut().zip(members) {
            let mut best = (0, f32::MIN);
            for (c, centre) in centres.iter().enumerate() {
                let mut lanes = [0.0f32; 4];
                for (p, q) in points[i].chunks_exact(4).zip(centre.chunks_exact(4)) {
                    for l in 0..4 {
                        lanes[l] += p[l] * q[l];
                    }
                }
                let dot = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
                if dot > best.1 {
                    best = (c, dot);
                }
            }
            *slot = best.0;
        }
        let mut sums = vec![vec![0.0f32; centres[0].len()]; k];
        for (&c, &i) in class.iter().zip(members) {
            sums[c].iter_mut().zip(points[i]).for_each(|(s, x)| *s += x);
        }
        for (centre, mut sum) in centres.iter_mut().zip(sums) {
            let length = sum.iter().map(|x| x * x).sum::<f32>().sqrt();
            if length > 1e-6 {
                sum.iter_mut().for_each(|x| *x /= length);
                *centre = sum;
            }
        }
    }
    class
}

/// What a word can be: given name, family name, place, body alone, part of a body's name, other
/// name, capitalised without being a name, ordinary.
const ROLES: usize = 8;

/// How often each word was what, as shares.
fn targets(data: &str, known: &BTreeMap<String, Known>) -> Result<BTreeMap<String, [f32; ROLES]>, Box<dyn Error>> {
    let mut counts: BTreeMap<String, [f32; ROLES]> = BTreeMap::new();
    for (name, weight) in [(NEWSWIRE, 1.0), (WEBNEWS, 1.0), (SENTENCES, 1.0), ("wikigold", 1.0), ("uner-ewt", 0.5), (NOISY, 0.3)] {
        let docs = match name {
            NEWSWIRE | WEBNEWS | SENTENCES => read_standoff(Path::new(name), Path::new(data), "train")?,
            NOISY => unmarked(Path::new(data), &Words::default())?,
            name => read(&Path::new(data).join(format!("entities/{name}.jsonl")), &Words::default())?,
        };
        for doc in docs {
            let document = Document::read(&doc.text);
            let mut named = vec![None; document.tokens.len()];
            for (span, kind) in &doc.names {
                let range = document.tokens_in(*span);
                let n = range.len();
                for (k, i) in range.enumerate() {
                    named[i] = kind.map(|kind| match kind {
                        NameKind::Person if n > 1 && k + 1 < n => 0,
                        NameKind::Person => 1,
                        NameKind::Place => 2,
                        NameKind::Organization if n == 1 => 3,
                        NameKind::Organization => 4,
                        NameKind::Misc => 5,
                    });
                }
            }
            for (i, role) in named.iter().enumerate() {
                let capital = document.form(i).starts_with(char::is_uppercase);
                let opens = i == 0 || !document.lower(i - 1).starts_with(|c: char| c.is_alphanumeric() || c == ',');
                let role = match role {
                    Some(r) if capital => *r,
                    None if capital && !opens => 6,
                    None if !capital => 7,
                    _ => continue,
                };
                counts.entry(document.lower(i).to_owned()).or_default()[role] += weight;
            }
        }
    }
    for (word, k) in known.iter().filter(|(w, _)| !w.contains(' ')) {
        let entry = counts.entry(word.clone()).or_default();
        for (list, role, weight) in [
            (Lists::MALE, 0, 1.0),
            (Lists::FEMALE, 0, 1.0),
            (Lists::FAMILY, 1, 1.0),
            (Lists::CITY, 2, 1.5),
            (Lists::METROPOLIS, 2, 3.0),
            (Lists::COUNTRY, 2, 3.0),
            (Lists::REGION, 2, 3.0),
            (Lists::DEMONYM, 5, 3.0),
            (Lists::ORGANIZATION, 3, 2.0),
        ] {
            if k.lists.any(list) {
                entry[role] += weight;
            }
        }
    }
    counts.retain(|_, c| c.iter().sum::<f32>() >= 1.0);
    for c in counts.values_mut() {
        let sum: f32 = c.iter().sum();
        c.iter_mut().for_each(|x| *x /= sum);
    }
    Ok(counts)
}

const HIDDEN: usize = 48;

/// A network of one hidden layer.
struct Network {
    first: Vec<[f32; HIDDEN]>,
    bias: [f32; HIDDEN],
    second: Vec<[f32; ROLES]>,
    last: [f32; ROLES],
}

impl Network {
    fn learn(pairs: &[(&[f32], [f32; ROLES])]) -> Self {
        let mut state = 17u64;
        let mut random = || {
            state = hash::mix(state, 1);
            (hash::finish(state) >> 40) as f32 / (1u64 << 24) as f32 - 0.5
        };
        let first: Vec<[f32; HIDDEN]> = (0..WIDTH).map(|_| std::array::from_fn(|_| random() * 0.2)).collect();
        let second: Vec<[f32; ROLES]> = (0..HIDDEN).map(|_| std::array::from_fn(|_| random() * 0.2)).collect();
        let mut net = Network { first, bias: [0.0; HIDDEN], second, last: [0.0; ROLES] };
        let mut order: Vec<u32> = (0..pairs.len() as u32).collect();
        for round in 0..8 {
            crate::crf::shuffle(&mut order, 100 + round);
            let rate = 0.03 / (1.0 + round as f32 * 0.5);
            let mut loss = 0.0;
            for &i in &order {
                let (v, target) = pairs[i as usize];
                let (hidden, answer) = net.answer(v);
                let mut back = [0.0f32; HIDDEN];
                for r in 0..ROLES {
                    let g = (answer[r] - target[r]) * rate;
                    loss -= target[r] * answer[r].max(1e-9).ln();
                    net.last[r] -= g;
                    for h in 0..HIDDEN {
                        back[h] += g * net.second[h][r];
                        net.second[h][r] -= g * hidden[h];
                    }
                }
                for h in 0..HIDDEN {
                    if hidden[h] <= 0.0 {
                        back[h] = 0.0;
                    }
                    net.bias[h] -= back[h];
                }
                for (x, row) in v.iter().zip(&mut net.first) {
                    for h in 0..HIDDEN {
                        row[h] -= back[h] * x;
                    }
                }
            }
            eprintln!("network {round}: {:.4}", loss / pairs.len() as f32);
        }
        net
    }

    /// Hidden layer and shares.
    fn answer(&self, v: &[f32]) -> ([f32; HIDDEN], [f32; ROLES]) {
        let mut hidden = self.bias;
        for (x, row) in v.iter().zip(&self.first) {
            hidden.iter_mut().zip(row).for_each(|(h, w)| *h += x * w);
        }
        hidden.iter_mut().for_each(|h| *h = h.max(0.0));
        let mut out = self.last;
        for (h, row) in hidden.iter().zip(&self.second) {
            out.iter_mut().zip(row).for_each(|(o, w)| *o += h * w);
        }
        let most = out.iter().copied().fold(f32::MIN, f32::max);
        out.iter_mut().for_each(|o| *o = (*o - most).exp());
        let sum: f32 = out.iter().sum();
        out.iter_mut().for_each(|o| *o /= sum);
        (hidden, out)
    }
}
