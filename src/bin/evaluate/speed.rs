//! Words per second of the names layer alone: tagging, linking, roles and references over documents
//! that are already cut into tokens. The best of several rounds, one thread.

use crate::common::lines;
use crossread::entity;
use crossread::export::Input;
use crossread::text::Document;
use std::error::Error;
use std::time::Instant;

pub(crate) fn run(path: &str) -> Result<(), Box<dyn Error>> {
    let mut documents = Vec::new();
    let mut words = 0;
    for input in lines::<Input>(path)? {
        words += input.text.split_whitespace().count();
        documents.push(Document::read(&input.text));
    }
    let mut best = f64::MAX;
    let mut mentions = 0;
    for _ in 0..7 {
        let start = Instant::now();
        mentions = documents.iter().map(|d| entity::read(d).mentions.len()).sum();
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!("{words} words, {mentions} mentions: {:.0} words/s", words as f64 / best);
    Ok(())
}
