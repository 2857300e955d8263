//! Word classes from word vectors, and the lists.

use crossread::tag::words::{Known, Lists, entry};
use crossread::tag::{hash, table};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

#[derive(Deserialize)]
struct Vectors {
    words: Vec<String>,
    vectors: BTreeMap<String, Vec<f32>>,
}

const COARSE: usize = 64;
const FINE: usize = 16;

pub(crate) fn make(vectors: &str, lists: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let n: usize = std::env::var("WORDS").ok().and_then(|v| v.parse().ok()).unwrap_or(40_000);
    let mut known: BTreeMap<String, Known> = BTreeMap::new();
    for (name, list) in Lists::ALL.iter().filter(|(name, _)| !name.is_empty()) {
        let path = Path::new(lists).join(format!("{name}.txt"));
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
    if vectors != "none" {
        let file: Vectors = serde_json::from_str(&std::fs::read_to_string(vectors)?)?;
        // Names that even a large vocabulary lacks are too rare to be worth their bytes.
        let vocabulary: BTreeMap<&str, usize> = file.words.iter().enumerate().map(|(i, w)| (w.as_str(), i)).collect();
        let far: usize = std::env::var("FAR").ok().and_then(|v| v.parse().ok()).unwrap_or(100_000);
        let rare = Lists(Lists::FAMILY.0 | Lists::MALE.0 | Lists::FEMALE.0 | Lists::CITY.0 | Lists::COMMON.0);
        known.retain(|w, k| k.lists.0 & !rare.0 != 0 || vocabulary.get(w.as_str()).is_some_and(|&i| i < far));
        let mut chosen: Vec<(&str, Vec<f32>)> = Vec::new();
        for word in &file.words {
            let wanted = known.contains_key(word.as_str());
            let plain = word.chars().any(char::is_alphabetic) && !word.chars().any(|c| c.is_ascii_digit());
            if !plain || chosen.len() >= n && !wanted {
                continue;
            }
            if let Some(v) = file.vectors.get(word) {
                let mut v: Vec<f32> = v.iter().take(100).copied().collect();
                let length = v.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-6);
                v.iter_mut().for_each(|x| *x /= length);
                chosen.push((word, v));
            }
        }
        eprintln!("{} words with vectors", chosen.len());
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
    }
    let entries: Vec<(u64, Vec<u8>)> = known.iter().map(|(w, k)| entry(w, *k)).collect();
    eprintln!("{} words and phrases", entries.len());
    std::fs::write(out, table::build(&entries, crossread::tag::words::WIDTH))?;
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
