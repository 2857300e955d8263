//! Words a second of the dates layer alone, in processor time: `cargo bench --bench date [-- FILE.jsonl]`.
//!
//! The file holds one JSON object with a `text` a line; without one, a passage of our own is read.
//! Tokens and names are made beforehand and are not counted.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measuring program")]

#[path = "../tests/common/clock.rs"]
mod clock;

use clock::Clock;
use crossread::date::{self, Day};
use crossread::entity::{self, Names};
use crossread::text::{Document, TokenKind};

const PASSAGE: &str = "The envoy met officials on Friday, a month after the summit of Feb 27-28, and is expected to return next week. \
    In the third quarter of 2018 the firm had lost $2 million a day; two years earlier, in mid-June 2016, it had none. \
    Residents said the river rose within hours and that they may march to the capital, where the council meets every Tuesday. ";

fn main() {
    let file = std::env::args().skip(1).find(|a| !a.starts_with('-'));
    let texts: Vec<String> = match file {
        Some(path) => std::fs::read_to_string(path)
            .unwrap()
            .lines()
            .filter_map(|l| serde_json::from_str::<serde_json::Value>(l).ok())
            .filter_map(|d| d["text"].as_str().map(str::to_owned))
            .collect(),
        None => vec![PASSAGE.repeat(10); 100],
    };
    let read: Vec<(Document, Names)> = texts
        .iter()
        .map(|text| {
            let doc = Document::read(text);
            let names = entity::read(&doc);
            (doc, names)
        })
        .collect();
    let words: usize =
        read.iter().map(|(d, _)| d.tokens.iter().filter(|t| !matches!(t.kind, TokenKind::Mark | TokenKind::Quote)).count()).sum();
    let published = Day::new(2019, 12, 20);
    let mut best = f64::INFINITY;
    let mut found = 0;
    for _ in 0..7 {
        let clock = Clock::start();
        found = read.iter().map(|(doc, names)| date::read(doc, names, published).len()).sum();
        best = best.min(clock.elapsed().as_secs_f64());
    }
    println!("{} texts, {words} words, {found} expressions: {:.0} words/s", read.len(), words as f64 / best);
}
