//! Native tool: reads documents, writes predictions, verdicts or a whole comparison.
//!
//!     evaluate predict < documents.jsonl > predictions.jsonl
//!     evaluate pairs DOCUMENTS.jsonl PAIRS.jsonl > verdicts.jsonl
//!     evaluate score-pairs PAIRS.jsonl VERDICTS.jsonl
//!     evaluate compare LEFT.txt RIGHT.txt > comparison.json
//!     evaluate coref GOLD.jsonl              linking within reports: MUC, B3, CEAF-e
//!     evaluate links GOLD.jsonl              the same, and links across reports
//!     evaluate speed DOCUMENTS.jsonl         words per second of the names layer

#[path = "../common/mod.rs"]
mod common;
mod coref;
mod pairs;
mod speed;

use common::lines;
use crossread::export::{Input, prediction, verdict};
use crossread::{Comparison, Corrections, Options, Report, analyze, compare};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::error::Error;
use std::io::{BufRead, BufWriter, Write};
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["predict", rest @ ..] => predict(rest.contains(&"--no-seconds")),
        ["pairs", documents, pairs] => verdicts(documents, pairs),
        ["score-pairs", pairs, verdicts] => pairs::score(pairs, verdicts),
        ["compare", left, right] => comparison(left, right),
        ["speed", documents] => speed::run(documents),
        ["coref", gold] => coref::run(gold, false),
        ["links", gold] => coref::run(gold, true),
        _ => Err("usage: evaluate predict [--no-seconds] | pairs DOCUMENTS PAIRS | score-pairs PAIRS VERDICTS | compare LEFT RIGHT | coref GOLD | links GOLD | speed DOCUMENTS".into()),
    }
}

/// Standard input to standard output, a line a document. `--no-seconds` leaves the time out, so
/// that two builds can be compared byte for byte.
fn predict(no_seconds: bool) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let input: Input = serde_json::from_str(&line)?;
        let start = Instant::now();
        let report = input.read();
        let seconds = start.elapsed().as_secs_f64();
        let mut json = prediction(&input.id, &report);
        if !no_seconds {
            json.truncate(json.len().saturating_sub(1));
            json.push_str(&format!(",\"seconds\":{seconds:.6}}}"));
        }
        writeln!(out, "{json}")?;
    }
    Ok(())
}

#[derive(Deserialize)]
struct Pair {
    a: String,
    b: String,
}

fn verdicts(documents: &str, pairs: &str) -> Result<(), Box<dyn Error>> {
    let mut reports: BTreeMap<String, Report> = BTreeMap::new();
    for input in lines::<Input>(documents)? {
        let report = input.read();
        reports.insert(input.id, report);
    }
    let mut out = BufWriter::new(std::io::stdout().lock());
    for pair in lines::<Pair>(pairs)? {
        let (Some(a), Some(b)) = (reports.get(&pair.a), reports.get(&pair.b)) else {
            return Err(format!("no document {} or {}", pair.a, pair.b).into());
        };
        writeln!(out, "{}", verdict(&pair.a, &pair.b, &compare(a, b, &Corrections::default())))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct Compared {
    left: Report,
    right: Report,
    comparison: Comparison,
}

fn comparison(left: &str, right: &str) -> Result<(), Box<dyn Error>> {
    let read = |path: &str| -> Result<Report, Box<dyn Error>> {
        let text = String::from_utf8_lossy(&std::fs::read(path)?).into_owned();
        Ok(analyze(&text, &Options::default())?)
    };
    let (left, right) = (read(left)?, read(right)?);
    let comparison = compare(&left, &right, &Corrections::default());
    println!("{}", serde_json::to_string_pretty(&Compared { left, right, comparison })?);
    Ok(())
}
