//! Pairs of reports written for this project, with their findings annotated by hand: what share of
//! the conflicts and altered quotations is found, and what is shown that is none.
//!
//! A pair is a file: its kind, whether both tell of one event, the two texts, and one line a finding,
//! with the evidence in the left and in the right text. "control" pairs hold no conflict at all.
//! All lists as last measured stand in `tests/pairs/measured.snap`; run with `UPDATE_SNAPSHOTS=1` to write
//! it anew. The test demands that no conflict or altered quotation is shown beside the gold, that 85 % of
//! them are found, and that no figure falls behind the one kept.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a failing test may panic")]

use crossread::compare::{Comparison, EventLabel, Finding, kind_name};
use crossread::{Corrections, Options, Report, analyze, compare};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

struct Pair {
    name: String,
    control: bool,
    event: String,
    left: String,
    right: String,
    /// Kind, left evidence, right evidence.
    gold: Vec<(String, String, String)>,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn pairs() -> Vec<Pair> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(root().join("tests/pairs")).expect("pairs").map(|e| e.expect("entry").path()).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    files.sort();
    files.iter().map(|p| parse(&p.file_stem().expect("name").to_string_lossy(), &std::fs::read_to_string(p).expect("text"))).collect()
}

fn parse(name: &str, text: &str) -> Pair {
    let mut parts = text.split("--- ");
    let head = parts.next().expect("head");
    let field = |key: &str| head.lines().find_map(|l| l.strip_prefix(key)).map(|v| v.trim().to_owned());
    let mut sections: BTreeMap<&str, &str> = parts.filter_map(|p| p.split_once('\n')).collect();
    let gold = sections.remove("findings").expect("findings").lines().filter(|l| !l.trim().is_empty()).map(|l| {
        let (kind, evidence) = l.split_once(':').expect("kind");
        let (a, b) = evidence.split_once('|').expect("two sides");
        (kind.trim().to_owned(), a.trim().to_owned(), b.trim().to_owned())
    });
    let gold = gold.collect();
    let side = |s: &str| match field("example:") {
        Some(example) => std::fs::read_to_string(root().join("www/examples").join(example).join(format!("{s}.txt"))).expect("example"),
        None => sections.get(s).map_or_else(String::new, |t| t.trim().to_owned()),
    };
    Pair {
        name: name.to_owned(),
        control: field("kind:").expect("kind").starts_with("control"),
        event: field("event:").expect("event"),
        left: side("left"),
        right: side("right"),
        gold,
    }
}

fn read(text: &str) -> Report {
    analyze(text, &Options::default()).expect("reads")
}

/// Whether a finding points at annotated evidence on both sides.
fn hits(finding: &Finding, pair: &Pair, gold: &(String, String, String)) -> bool {
    let side = |spans: &[crossread::text::Span], text: &str, words: &str| {
        if words.is_empty() {
            return spans.is_empty();
        }
        // A source found by its name may be shown by a pronoun or a shorter name.
        spans.iter().any(|s| text.match_indices(words).any(|(at, w)| (s.start as usize) < at + w.len() && at < s.end as usize))
    };
    let by_evidence = side(&finding.left, &pair.left, &gold.1) && side(&finding.right, &pair.right, &gold.2);
    let by_name = gold.0 == "speaker-only"
        && finding.left.is_empty() == gold.1.is_empty()
        && finding.title.contains(if gold.1.is_empty() { &gold.2 } else { &gold.1 });
    by_evidence || by_name
}

/// Kinds that say that both cannot hold.
const CONFLICTS: [&str; 4] = ["figure-conflict", "date-conflict", "negation", "actor-conflict"];

/// Kinds that say that one thing is told in two ways.
const DIFFERS: [&str; 4] = ["figure-differs", "date-differs", "name-differs", "detail-differs"];

#[derive(Default)]
struct Count {
    shown: usize,
    right: usize,
    gold: usize,
    found: usize,
}

#[test]
fn annotated_findings() {
    let pairs = pairs();
    assert!(pairs.len() >= 30 && pairs.iter().filter(|p| p.control).count() >= 15, "too few pairs");
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    let mut notes = String::new();
    let mut labels = (0, 0);
    let mut false_conflicts = 0;
    for pair in &pairs {
        for gold in &pair.gold {
            assert!(pair.left.contains(&gold.1) && pair.right.contains(&gold.2), "{}: {gold:?} is not in the texts", pair.name);
        }
        let comparison: Comparison = compare(&read(&pair.left), &read(&pair.right), &Corrections::default());
        let label = match comparison.same_event.label {
            EventLabel::Same => "same",
            EventLabel::Related => "related",
            EventLabel::Different => "different",
            EventLabel::Unclear => "unclear",
        };
        // An update of a story is related; taking it for the same event is no error.
        let right = label == pair.event || (pair.event == "related" && label == "same") || (pair.event == "same" && label == "related");
        labels.0 += usize::from(right);
        labels.1 += 1;
        if !right {
            writeln!(notes, "  label {label} for {}: {} ({})", pair.event, pair.name, comparison.same_event.score).unwrap();
        }
        for group in ["conflict", "differs", "quote-altered", "quote-shared", "speaker-only"] {
            let of = |kind: &str| match group {
                "conflict" => CONFLICTS.contains(&kind),
                "differs" => DIFFERS.contains(&kind),
                "quote-shared" => matches!(kind, "quote-shared" | "quote-verbatim" | "quote-trimmed"),
                _ => kind == group,
            };
            let gold: Vec<_> = pair.gold.iter().filter(|g| of(&g.0)).collect();
            // Statements told in other words are not annotated.
            let shown: Vec<&Finding> = comparison
                .findings
                .iter()
                .filter(|f| of(kind_name(f.kind)) && !f.title.starts_with("Both reports tell a statement"))
                .collect();
            let count = counts.entry(group).or_default();
            count.gold += gold.len();
            count.shown += shown.len();
            for g in &gold {
                let found = shown.iter().any(|f| hits(f, pair, g));
                count.found += usize::from(found);
                if !found {
                    writeln!(notes, "  missing {}: {} {:?} | {:?}", pair.name, g.0, g.1, g.2).unwrap();
                }
            }
            for f in &shown {
                let right = gold.iter().any(|g| hits(f, pair, g));
                count.right += usize::from(right);
                if !right {
                    writeln!(notes, "  beside the gold {}: {} {}", pair.name, kind_name(f.kind), f.title).unwrap();
                    false_conflicts += usize::from(group == "conflict");
                }
            }
        }
    }
    let mut snapshot = format!("pairs {}, labels right {} of {}\n", pairs.len(), labels.0, labels.1);
    for (group, c) in &counts {
        writeln!(snapshot, "{group}: shown {}, right {}; annotated {}, found {}", c.shown, c.right, c.gold, c.found).unwrap();
    }
    snapshot.push_str(&notes);
    println!("{snapshot}");
    let path = root().join("tests/pairs/measured.snap");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &snapshot).expect("snapshot");
    }
    assert_eq!(false_conflicts, 0, "a false conflict is the worst thing to show\n{snapshot}");
    for group in ["conflict", "differs", "quote-altered"] {
        let c = &counts[group];
        assert_eq!(c.shown, c.right, "{group}\n{snapshot}");
        assert!(c.found * 100 >= c.gold * 85, "{group}\n{snapshot}");
    }
    // What was once reached must hold: fewer found or more beside the gold is a failure. Who speaks rests
    // on the layers before this one, so one of those may come and go.
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    for (group, c) in &counts {
        let line = kept.lines().find_map(|l| l.strip_prefix(&format!("{group}: "))).unwrap_or_default();
        let numbers: Vec<usize> = line.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
        let [shown, right, _, found] = numbers[..] else { panic!("no figures of {group} are kept: run with UPDATE_SNAPSHOTS=1") };
        let slack = usize::from(!matches!(*group, "conflict" | "differs" | "quote-altered"));
        assert!(c.found + slack >= found, "{group}: {} found, {found} before\n{snapshot}", c.found);
        assert!(c.shown - c.right <= shown - right + slack, "{group}: more beside the gold than before\n{snapshot}");
    }
    assert_eq!(labels.0, labels.1, "labels\n{snapshot}");
}
