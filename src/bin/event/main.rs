//! Native tool: makes the data of the same-event score.
//!
//!     event frequencies DOCUMENTS.jsonl ... > data/compare/frequencies.txt
//!     event train DOCUMENTS.jsonl PAIRS.jsonl [src/compare/event/weights.rs]
//!     event near DOCUMENTS.jsonl ...                          pairs of documents that share much
//!     event conflicts JUDGED.tsv PAIRS.jsonl DOCUMENTS.jsonl ...   every conflict shown, for reading
//!     event differences JUDGED.tsv PAIRS.jsonl DOCUMENTS.jsonl ... the same with what only differs
//!
//! `train` prints how many pairs of one topic it gets right: in training with each topic held out,
//! and in the part set aside for checking. With a path it writes the weights.

#[path = "../common/mod.rs"]
mod common;
mod conflicts;
mod train;

use common::lines;
use crossread::figure::stem;
use crossread::text::Document;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["frequencies", files @ ..] => frequencies(files),
        ["train", documents, pairs] => train::run(documents, pairs, None),
        ["train", documents, pairs, out] => train::run(documents, pairs, Some(out)),
        ["near", files @ ..] => conflicts::near(files),
        ["conflicts", judged, pairs, files @ ..] => conflicts::conflicts(judged, pairs, files, false),
        ["differences", judged, pairs, files @ ..] => conflicts::conflicts(judged, pairs, files, true),
        _ => Err("usage: event frequencies DOCUMENTS... | train DOCUMENTS PAIRS [WEIGHTS.rs] | near DOCUMENTS... | conflicts JUDGED PAIRS DOCUMENTS... | differences JUDGED PAIRS DOCUMENTS...".into()),
    }
}

#[derive(Deserialize)]
struct Text {
    text: String,
}

/// In how many documents of a background each stem stands, as weights in quarter bits. Stems of fewer
/// than one document in a hundred are left out: they all weigh the same.
fn frequencies(files: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let mut documents = 0u32;
    for file in files {
        for text in lines::<Text>(file)? {
            let doc = Document::read(&text.text);
            let stems: BTreeSet<String> =
                doc.lexicon.forms().filter(|f| f.lower.starts_with(|c: char| c.is_ascii_alphabetic())).map(|f| stem(f.lower)).collect();
            documents += 1;
            for stem in stems {
                *counts.entry(stem).or_default() += 1;
            }
        }
    }
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for (stem, count) in counts {
        if count * 100 >= documents {
            let bits = (f64::from(documents) / f64::from(count)).log2();
            rows.entry((bits * 4.0).round() as u32 + 1).or_default().push(stem);
        }
    }
    for (weight, stems) in rows {
        println!("{weight} {}", stems.join(" "));
    }
    Ok(())
}
