//! Figures read from text: their values, kinds, what they count, and numbers that are no figures.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test may panic")]

use crossread::{Options, analyze};

/// Every figure of a text as "words|kind|value|unit|exactness|noun|state".
fn read(text: &str) -> Vec<String> {
    let report = analyze(text, &Options::default()).expect("reads");
    let name = |v: &dyn std::fmt::Debug| format!("{v:?}").to_lowercase();
    report
        .figures
        .iter()
        .map(|f| {
            let value = if f.low == f.high { format!("{}", f.low) } else { format!("{}-{}", f.low, f.high) };
            format!("{}|{}|{value}|{}|{}|{}|{}", f.span.of(text), name(&f.kind), f.unit, name(&f.exactness), f.noun, f.state)
        })
        .collect()
}

#[test]
fn the_table_of_figures() {
    let table = include_str!("figure/table.txt");
    let mut wrong = Vec::new();
    let mut text = "";
    let mut want: Vec<&str> = Vec::new();
    for line in table.lines().chain(["> "]) {
        if let Some(next) = line.strip_prefix("> ") {
            if !text.is_empty() {
                let got = read(text);
                if got != want {
                    wrong.push(format!("> {text}\n  want {want:?}\n  got  {got:?}"));
                }
            }
            text = next;
            want.clear();
        } else if let Some(row) = line.strip_prefix("  ") {
            want.push(row);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_counted_is_pointed_at() {
    let text = "The flood wall spares the 14,300 older houses in Lower Rossby from most spring tides.";
    let report = analyze(text, &Options::default()).expect("reads");
    let counted = report.figures.first().and_then(|f| f.counted).expect("counted");
    assert_eq!(counted.of(text), "older houses in Lower Rossby");
}
