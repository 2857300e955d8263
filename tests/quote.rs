//! The statements layer: properties on any input, hard input in linear time, and the goldens in
//! `tests/statements`.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used, clippy::panic, reason = "a failing test may panic")]

#[path = "common/clock.rs"]
mod clock;
#[path = "common/shared.rs"]
mod shared;

use clock::Clock;
use crossread::entity::Names;
use crossread::quote::{Statement, StatementKind};
use crossread::text::{Document, EachSpan, Span};
use crossread::{Options, Report, analyze};
use proptest::prelude::*;
use std::time::Duration;

fn read(text: &str) -> Report {
    analyze(text, &Options { stances: true, max_bytes: usize::MAX, ..Options::default() }).unwrap_or_default()
}

/// Every span lies in the text, on character boundaries, and is not empty; contents stand in order and
/// do not overlap; a refusal and only a refusal has none.
fn check(report: &Report) {
    let text = &report.document.text;
    for s in &report.statements {
        let fits = |span: Span| {
            let (a, b) = (span.start as usize, span.end as usize);
            assert!(a < b && text.is_char_boundary(a) && text.is_char_boundary(b), "{s:?}");
        };
        let mut copy: Statement = s.clone();
        copy.each_span(&mut |span| fits(*span));
        assert_eq!(s.content.is_empty(), s.kind == StatementKind::Refusal, "{s:?}");
        assert!(s.content.windows(2).all(|w| w[0].end <= w[1].start), "{s:?}");
        assert!(s.when.is_none_or(|w| (w as usize) < report.dates.len()));
        assert!(s.source.as_ref().and_then(|s| s.entity).is_none_or(|e| (e as usize) < report.entities.len()));
        assert!(s.confidence <= 100 && !s.reason.is_empty());
    }
}

/// Words that the rules react to, marks, and rubbish.
fn piece() -> impl Strategy<Value = String> {
    let words = [
        "said",
        "\"",
        "'",
        "\u{201c}",
        "\u{201d}",
        ",",
        ".",
        "\n\n",
        "Roe",
        "he",
        "that",
        "according to",
        "told reporters",
        "the ministry",
        "who",
        "was",
        "and",
        "but",
        "declined to",
        "comment",
        "(",
        ")",
        "\u{2014}",
        ":",
        ";",
        "called",
        "a",
        "as",
        "urged",
        "to",
        "leave",
        "claims",
        "denied",
        "on Monday",
        "saying",
        "?",
        "by",
        "his",
        "warning",
        "did not",
        "elaborate",
        "\u{ab}",
        "\u{bb}",
        "é",
        "\u{1f600}",
        "quoted as saying",
        "is said to",
        "some experts",
        "'s",
        "promised",
        "per",
        "in a statement",
        "of",
        "accused",
        "what",
        "if",
        "not",
        "have",
    ];
    prop_oneof![8 => prop::sample::select(words.to_vec()).prop_map(str::to_owned), 1 => ".{0,6}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string_reads(text in ".{0,200}") {
        check(&read(&text));
    }

    #[test]
    fn any_mixture_of_cues_and_marks_reads(pieces in prop::collection::vec(piece(), 0..60)) {
        check(&read(&pieces.join(" ")));
    }

    #[test]
    fn same_in_same_out(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = pieces.join(" ");
        prop_assert_eq!(read(&text).statements, read(&text).statements);
    }
}

/// Reads `unit` repeated and twice as often; the second may take at most thrice as long as the first.
fn linear(name: &str, unit: &str, times: usize) {
    let time = |n: usize| {
        let text = unit.repeat(n);
        let start = Clock::start();
        let report = read(&text);
        let took = start.elapsed();
        check(&report);
        took
    };
    time(times / 8 + 1);
    let (once, twice) = (time(times), time(2 * times));
    assert!(twice < once * 3 + Duration::from_millis(150), "{name}: {once:?}, twice as long {twice:?}");
    assert!(twice < Duration::from_secs(20), "{name}: {twice:?}");
}

#[test]
fn hard_input_takes_linear_time() {
    linear("marks", "\"", 20_000);
    linear("spaced marks", "\" ", 20_000);
    linear("opening marks", "\u{201c}a ", 25_000);
    linear("cues", "said ", 25_000);
    linear("sources", "he said ", 25_000);
    linear("according", "according to ", 20_000);
    linear("commas", "Roe, ", 25_000);
    linear("that", "that he said ", 20_000);
    linear("names", "Roe ", 30_000);
    linear("brackets", "( ", 25_000);
    linear("and", "and said ", 20_000);
    linear("apostrophes", "'a' s' ", 20_000);
}

#[test]
fn a_million_marks() {
    let start = Clock::start();
    check(&read(&"\"".repeat(1_000_000)));
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_quotation_without_end_stops_at_its_paragraph() {
    let text = "\"We are leaving, the captain said.\n\nThe harbour was empty on Monday.\n\nNobody was hurt.";
    for s in read(text).statements {
        for span in s.content {
            assert!(!span.of(text).contains("harbour"), "{}", span.of(text));
        }
    }
}

// ---------------------------------------------------------------- goldens

/// One statement on one line: kind, source with its antecedent, cue with its act, content; then what else is known.
fn line(text: &str, s: &Statement) -> String {
    let words = |span: Span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let lower = |x: &dyn std::fmt::Debug| format!("{x:?}").to_lowercase();
    let source = s.source.as_ref().map_or("-".to_owned(), |x| match x.mention {
        Some(m) => format!("{} = {}", words(x.span), words(m)),
        None => words(x.span),
    });
    let cue = s.cue.as_ref().map_or("-".to_owned(), |c| {
        let not = if c.negated { "not " } else { "" };
        let perhaps = if c.hedged { "perhaps " } else { "" };
        format!("{} ({perhaps}{not}{})", words(c.span), lower(&c.act))
    });
    let content = if s.content.is_empty() { "-".to_owned() } else { s.content.iter().map(|c| words(*c)).collect::<Vec<_>>().join(" … ") };
    let mut out = format!("{} | {source} | {cue} | {content}", if s.stance { "stance".to_owned() } else { lower(&s.kind) });
    if let Some(x) = &s.source {
        out += &format!(" | {}", lower(&x.class));
    }
    if let Some(a) = s.addressee {
        out += &format!(" | to {}", words(a));
    }
    for v in &s.via {
        out += &format!(" | via {}", words(v.span));
    }
    out
}

/// Files of passages ("> text", a backslash at the end for a new paragraph) with their statements beneath.
/// `ACCEPT_STATEMENTS=1` writes what is found, to be read in the diff.
#[test]
fn goldens() {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/statements");
    let accept = std::env::var_os("ACCEPT_STATEMENTS").is_some();
    let mut files: Vec<_> = std::fs::read_dir(dir).expect("goldens").map(|f| f.expect("entry").path()).collect();
    files.sort();
    let (mut passages, mut wrong) = (0, Vec::new());
    for file in files {
        let old = std::fs::read_to_string(&file).expect("golden");
        let mut new = String::new();
        let mut lines = old.lines().peekable();
        while let Some(l) = lines.next() {
            if !l.starts_with("> ") {
                new += &format!("{l}\n");
                continue;
            }
            let mut text = String::new();
            let mut current = l;
            loop {
                new += &format!("{current}\n");
                let part = current.trim_start_matches("> ");
                let Some(part) = part.strip_suffix('\\') else {
                    text += part;
                    break;
                };
                text += &format!("{part}\n\n");
                current = lines.next().expect("a paragraph after a backslash");
            }
            check(&read(&text));
            // Without names and dates, so that the goldens are about this layer alone.
            let doc = Document::read(&text);
            let statements = crossread::quote::read(&doc, &Names::default(), &[]);
            let mut expected = Vec::new();
            while let Some(next) = lines.peek().filter(|n| n.starts_with("  ")) {
                expected.push(next.trim().to_owned());
                lines.next();
            }
            let found: Vec<String> = statements.iter().map(|s| line(&text, s)).collect();
            passages += 1;
            if found != expected {
                wrong.push(format!("{text}\n  expected {expected:#?}\n  found {found:#?}"));
            }
            for f in found {
                new += &format!("  {f}\n");
            }
        }
        if accept {
            std::fs::write(&file, new).expect("written");
        }
    }
    assert!(passages >= 200, "{passages} passages");
    assert!(accept || wrong.is_empty(), "{} of {passages} passages\n{}", wrong.len(), wrong.join("\n"));
}

/// Prints how many words a second this layer reads, names and dates given.
#[test]
#[ignore = "needs ../shared"]
fn speed() {
    let reports: Vec<Report> = shared::read("data/quotes/gum-news.jsonl")
        .lines()
        .map(|l| serde_json::from_str::<serde_json::Value>(l).expect("JSON"))
        .map(|v| read(v["text"].as_str().expect("text")))
        .collect();
    let words: usize = reports.iter().map(|r| r.document.text.split_whitespace().count()).sum();
    let names: Vec<Names> = reports.iter().map(|r| Names { mentions: r.mentions.clone(), entities: r.entities.clone() }).collect();
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let start = std::time::Instant::now();
        for (r, n) in reports.iter().zip(&names) {
            std::hint::black_box(crossread::quote::read(&r.document, n, &r.dates));
        }
        best = best.min(start.elapsed());
    }
    println!("{:.0} words a second", words as f64 / best.as_secs_f64());
}
