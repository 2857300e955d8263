//! Lists what the comparison calls a conflict in real pairs of reports, to be read and judged by a
//! person, and counts the judgements that stand on file.
//!
//! A judgement is a line of `tests/pairs/judged.tsv`: true, false or open, the two documents, the kind of
//! finding, and where its evidence begins in either text (code points). No word of the texts is kept.

use crate::common::lines;
use crossread::compare::{Finding, FindingKind, kind_name};
use crossread::export::Input;
use crossread::text::{Positions, Span, Unit, flat};
use crossread::{Corrections, Report, compare};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;

/// What is judged: whatever says that both reports cannot be right, and altered quotations.
const JUDGED: [FindingKind; 5] =
    [FindingKind::FigureConflict, FindingKind::DateConflict, FindingKind::Negation, FindingKind::ActorConflict, FindingKind::QuoteAltered];

#[derive(Deserialize)]
struct Pair {
    a: String,
    b: String,
    #[serde(default = "yes")]
    same_event: bool,
    #[serde(default)]
    split: String,
}

fn yes() -> bool {
    true
}

fn documents(files: &[&str]) -> Result<BTreeMap<String, Report>, Box<dyn Error>> {
    let mut reports = BTreeMap::new();
    for file in files {
        for input in lines::<Input>(file)? {
            let report = input.read();
            reports.insert(input.id, report);
        }
    }
    Ok(reports)
}

/// Prints pairs of documents that share much, most alike first: candidates for reports of one event.
pub(crate) fn near(files: &[&str]) -> Result<(), Box<dyn Error>> {
    let reports = documents(files)?;
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    let mut bags: Vec<(&str, BTreeMap<&str, f64>)> = Vec::new();
    for (id, report) in &reports {
        let doc = &report.document;
        let mut bag: BTreeMap<&str, f64> = BTreeMap::new();
        for i in 0..doc.tokens.len() {
            let word = doc.lower(i);
            if word.len() > 2 {
                *bag.entry(word).or_default() += 1.0;
            }
        }
        for word in bag.keys() {
            *counts.entry(word).or_default() += 1;
        }
        bags.push((id, bag));
    }
    let all = bags.len() as f64;
    let mut postings: BTreeMap<&str, Vec<(usize, f64)>> = BTreeMap::new();
    for (n, (_, bag)) in bags.iter_mut().enumerate() {
        for (word, value) in bag.iter_mut() {
            *value = (1.0 + value.ln()) * (all / f64::from(counts.get(word).copied().unwrap_or(1))).ln();
        }
        let norm = bag.values().map(|v| v * v).sum::<f64>().sqrt().max(1e-9);
        for (word, value) in bag.iter_mut() {
            *value /= norm;
            if counts.get(word).is_some_and(|c| f64::from(*c) < all / 5.0) {
                postings.entry(word).or_default().push((n, *value));
            }
        }
    }
    let mut found: Vec<(f64, usize, usize)> = Vec::new();
    for (n, (_, bag)) in bags.iter().enumerate() {
        let mut sums: BTreeMap<usize, f64> = BTreeMap::new();
        for (word, value) in bag {
            for (m, other) in postings.get(word).into_iter().flatten().filter(|p| p.0 > n) {
                *sums.entry(*m).or_default() += value * other;
            }
        }
        found.extend(sums.into_iter().filter(|s| (0.25..0.98).contains(&s.1)).map(|(m, s)| (s, n, m)));
    }
    found.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)).then(x.2.cmp(&y.2)));
    for (score, n, m) in found {
        if let (Some(a), Some(b)) = (bags.get(n), bags.get(m)) {
            println!("{{\"a\":{:?},\"b\":{:?},\"split\":\"near\",\"cosine\":{score:.3}}}", a.0, b.0);
        }
    }
    Ok(())
}

/// Where a finding stands, as it is written in the file of judgements.
fn place(finding: &Finding, a: &Report, b: &Report) -> String {
    let first = |spans: &[Span], report: &Report| {
        let index = Positions::new(&report.document.text, Unit::CodePoint);
        spans.first().map_or_else(|| "-".to_owned(), |s| index.at(s.start).to_string())
    };
    format!("{}\t{}\t{}", kind_name(finding.kind), first(&finding.left, a), first(&finding.right, b))
}

/// The sentences that hold the evidence, in one line.
fn evidence(spans: &[Span], report: &Report) -> String {
    let doc = &report.document;
    let mut sentences: Vec<usize> = spans.iter().map(|s| doc.sentence_of(doc.token_at(s.start))).collect();
    sentences.dedup();
    let texts = sentences.iter().filter_map(|n| doc.sentences.get(*n)).map(|s| flat(s.span.of(&doc.text)));
    texts.collect::<Vec<_>>().join(" // ")
}

/// Compares the pairs of reports on one event and prints what is shown as a conflict, with its
/// judgement; `all` prints what only differs, too.
pub(crate) fn conflicts(judged: &str, pairs: &str, files: &[&str], all: bool) -> Result<(), Box<dyn Error>> {
    let reports = documents(files)?;
    let mut verdicts: BTreeMap<String, String> = BTreeMap::new();
    for line in std::fs::read_to_string(judged).unwrap_or_default().lines().filter(|l| !l.starts_with('#')) {
        if let Some((verdict, rest)) = line.split_once('\t') {
            verdicts.insert(rest.to_owned(), verdict.to_owned());
        }
    }
    let mut compared = 0usize;
    let mut counts: BTreeMap<(String, &'static str, String), usize> = BTreeMap::new();
    for pair in lines::<Pair>(pairs)? {
        let (Some(a), Some(b)) = (reports.get(&pair.a), reports.get(&pair.b)) else { continue };
        if !pair.same_event {
            continue;
        }
        compared += 1;
        let comparison = compare(a, b, &Corrections::default());
        let differs = |k: FindingKind| {
            matches!(
                k,
                FindingKind::FigureDiffers
                    | FindingKind::DateDiffers
                    | FindingKind::NameDiffers
                    | FindingKind::DetailDiffers
                    | FindingKind::StanceDiffers
            )
        };
        for f in comparison.findings.iter().filter(|f| JUDGED.contains(&f.kind) || all && differs(f.kind)) {
            let key = format!("{}\t{}\t{}", pair.a, pair.b, place(f, a, b));
            let verdict = verdicts.get(&key).cloned().unwrap_or_else(|| "unread".to_owned());
            println!(
                "{verdict}\t{key}\n    {:?} {}\n    {}\n  < {}\n  > {}",
                comparison.same_event.label,
                f.title,
                f.reason,
                evidence(&f.left, a),
                evidence(&f.right, b)
            );
            let group = if f.kind == FindingKind::QuoteAltered {
                "altered quotation"
            } else if differs(f.kind) {
                "differs"
            } else {
                "conflict"
            };
            *counts.entry((pair.split.clone(), group, verdict)).or_default() += 1;
        }
    }
    println!("{compared} pairs of one event");
    for ((split, group, verdict), count) in counts {
        println!("{split} {group}: {verdict} {count}");
    }
    Ok(())
}
