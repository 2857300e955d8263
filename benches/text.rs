//! How fast the text layer reads ordinary reports and bad input, in words and megabytes a second.
//!
//!     cargo bench --bench text              our own passages
//!     cargo bench --bench text -- FILE ...  other texts, one report a file

use crossread::text::Document;
use std::time::Instant;

const REPORT: &str = include_str!("../tests/common/report.txt");

fn main() {
    let files: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    if files.is_empty() {
        measure("report", REPORT, 400);
        measure("report x 200", &format!("{REPORT}\n\n").repeat(200), 4);
        for (name, unit) in BAD {
            measure(name, &unit.repeat((4 << 20) / unit.len()), 2);
        }
    }
    for file in files {
        match std::fs::read(&file) {
            Ok(bytes) => measure(&file, &String::from_utf8_lossy(&bytes), 20),
            Err(error) => println!("{file}: {error}"),
        }
    }
}

/// Input that costs more than one look at each character where something is not linear.
const BAD: &[(&str, &str)] = &[
    ("full stops", "."),
    ("quotation marks", "\" "),
    ("one long word", "a"),
    ("dotted letters", "a."),
    ("zero-width spaces", "\u{200b}"),
    ("open tags", "<a \""),
    ("short lines", "ab\n"),
];

/// Best of `rounds`: what the machine can do, not what else it was doing.
fn measure(name: &str, text: &str, rounds: usize) {
    let mut best = f64::INFINITY;
    let mut tokens = 0;
    for _ in 0..rounds {
        let start = Instant::now();
        let doc = Document::read(text);
        best = best.min(start.elapsed().as_secs_f64());
        tokens = doc.tokens.len();
    }
    let words = text.split_whitespace().count() as f64;
    let megabytes = text.len() as f64 / 1e6;
    println!("{name:20} {:9.2} ms {:7.2} M words/s {:7.1} MB/s {tokens:9} tokens", best * 1e3, words / best / 1e6, megabytes / best);
}
