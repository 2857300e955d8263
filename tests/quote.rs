//! The statements layer: properties on any input, hard input in linear time, and the goldens in
//! `tests/statements`.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used, clippy::panic, reason = "a failing test may panic")]

#[path = "common/clock.rs"]
mod clock;

use clock::Clock;
use crossread::quote::{Statement, StatementKind};
use crossread::text::{EachSpan, Span};
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
    linear("marks", "\"", 100_000);
    linear("spaced marks", "\" ", 100_000);
    linear("opening marks", "\u{201c}a ", 60_000);
    linear("cues", "said ", 60_000);
    linear("sources", "he said ", 60_000);
    linear("according", "according to ", 40_000);
    linear("commas", "Roe, ", 60_000);
    linear("that", "that he said ", 40_000);
    linear("names", "Roe ", 80_000);
    linear("brackets", "( ", 60_000);
    linear("and", "and said ", 40_000);
    linear("apostrophes", "'a' s' ", 40_000);
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
