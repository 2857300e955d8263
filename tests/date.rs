//! Temporal expressions: goldens of our own, what no text may do, and the two reports.
//!
//! `tests/dates/*.txt` holds sentences with their analysis beneath:
//!
//! ```text
//! @ 2019-12-20                          the report's date for what follows; "@ unknown" for none
//! Talks ended late Thursday.            a text of its own; `\n` is a line break
//!   late Thursday => DATE 2019-12-19 mod END in 2019-12-19..2019-12-19 is implied
//! ```
//!
//! All expressions of a text stand beneath it in order; a text with nothing beneath has none.
//! `mod`, `in` (interval), `is` (certainty), `range`, `or` (other readings) and `says` (part of the
//! event's label) are checked where given; adjectives such as "former" carry `attributive`.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a failing test may panic")]

#[path = "common/clock.rs"]
mod clock;
#[path = "common/shared.rs"]
mod shared;

use clock::Clock;
use crossread::date::{Interval, TimeExpression};
use crossread::{Options, analyze};
use proptest::prelude::*;
use std::fmt::Write;
use std::path::Path;

fn read(text: &str, published: Option<&str>) -> Vec<TimeExpression> {
    let options = Options { published: published.map(str::to_owned), ..Options::default() };
    analyze(text, &options).map(|r| r.dates).unwrap_or_default()
}

fn name<T: serde::Serialize>(value: T) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

fn days(interval: Option<Interval>) -> String {
    interval.map_or_else(|| "none".to_owned(), |i| format!("{}..{}", i.first, i.last))
}

/// Says what differs between an expression and the line that describes it.
fn check(text: &str, found: &TimeExpression, line: &str) -> Option<String> {
    let (extent, rest) = line.trim().split_once(" => ").expect("extent => TYPE value");
    let mut words = rest.split_whitespace();
    let (timex, value) = (words.next().expect("type"), words.next().expect("value"));
    let got = found.span.of(text);
    if got != extent {
        return Some(format!("extent is \"{got}\""));
    }
    if name(found.timex) != timex || found.value != value {
        return Some(format!("reads {} {} ({})", name(found.timex), found.value, found.reason));
    }
    if found.attributive != rest.contains("attributive") {
        return Some("attributive differs".to_owned());
    }
    while let Some(key) = words.next() {
        let is = match key {
            "attributive" => continue,
            "says" => {
                let want = rest.split_once(" says ").expect("label").1;
                let label = found.event.as_ref().map_or("", |e| e.label.as_str());
                return (!label.contains(want)).then(|| format!("says \"{label}\""));
            }
            "mod" => found.modifier.clone().unwrap_or_default(),
            "in" => days(found.interval),
            "range" => days(found.range),
            "is" => name(found.certainty),
            "or" => found.alternatives.join(","),
            other => panic!("unknown key {other}"),
        };
        let want = words.next().expect("a value for the key");
        if is != want {
            return Some(format!("{key} is {is}, not {want}"));
        }
    }
    None
}

#[test]
fn goldens() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dates");
    let mut files: Vec<_> =
        std::fs::read_dir(dir).unwrap().map(|f| f.unwrap().path()).filter(|p| p.extension().is_some_and(|e| e == "txt")).collect();
    files.sort();
    let (mut expressions, mut empty, mut wrong) = (0, 0, String::new());
    for path in files {
        let file = std::fs::read_to_string(&path).unwrap();
        let file_name = path.file_name().unwrap().to_string_lossy().into_owned();
        let mut published = None;
        let mut lines = file.lines().enumerate().peekable();
        while let Some((number, line)) = lines.next() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(date) = line.strip_prefix("@ ") {
                published = (date != "unknown").then(|| date.to_owned());
                continue;
            }
            assert!(!line.starts_with(' '), "{file_name}:{}: an analysis without a text", number + 1);
            let text = line.replace("\\n", "\n");
            let mut wanted = Vec::new();
            while let Some((_, next)) = lines.next_if(|(_, l)| l.starts_with("  ")) {
                wanted.push(next);
            }
            expressions += wanted.len();
            empty += usize::from(wanted.is_empty());
            let found = read(&text, published.as_deref());
            let mut report = String::new();
            for k in 0..wanted.len().max(found.len()) {
                match (found.get(k), wanted.get(k)) {
                    (Some(f), Some(w)) => {
                        if let Some(what) = check(&text, f, w) {
                            writeln!(report, "    wanted {}\n      {what}", w.trim()).unwrap();
                        }
                    }
                    (Some(f), None) => writeln!(report, "    too much: {} => {} {}", f.span.of(&text), name(f.timex), f.value).unwrap(),
                    (None, Some(w)) => writeln!(report, "    missing: {}", w.trim()).unwrap(),
                    (None, None) => {}
                }
            }
            if !report.is_empty() {
                writeln!(wrong, "{file_name}:{}: {line}\n{report}", number + 1).unwrap();
            }
        }
    }
    println!("{expressions} expressions, {empty} texts without any");
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(expressions >= 300 && empty >= 40, "{expressions} expressions, {empty} texts without any");
}

#[test]
#[ignore = "needs ../shared"]
fn the_two_reports_are_read_in_full() {
    let lines = shared::read("reports/gold.jsonl");
    let mut right = 0;
    for line in lines.lines().filter(|l| !l.trim().is_empty()) {
        let gold: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = gold["text"].as_str().unwrap();
        let found = read(text, None);
        let wanted = gold["dates"].as_array().unwrap();
        let char_at = |byte: u32| text[..byte as usize].chars().count() as u64;
        for (f, w) in found.iter().zip(wanted) {
            assert_eq!(Some(char_at(f.span.start)), w["start"].as_u64(), "{}", w["text"]);
            assert_eq!(Some(char_at(f.span.end)), w["end"].as_u64(), "{}", w["text"]);
            assert_eq!(Some(f.value.as_str()), w["value"].as_str(), "{}", w["text"]);
            assert_eq!(Some(name(f.timex).as_str()), w["type"].as_str(), "{}", w["text"]);
            right += 1;
        }
        assert_eq!(found.len(), wanted.len());
    }
    assert_eq!(right, 20);
}

#[test]
fn an_event_named_by_its_day_is_marked_as_a_name() {
    for text in ["Since 9/11 the law has changed.", "The Sept. 11 attacks changed the law."] {
        let found = read(text, Some("2019-12-20"));
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].value, "2001-09-11", "{text}");
        assert!(found[0].stated.iter().any(|s| s == "name"), "{text}: {:?}", found[0].stated);
    }
}

/// What the chrono suite counts as no date and news reads as one: "2020", "Tuesday", "15 hours 29 min".
/// The last two are wrong.
const CHRONO_DATES: &[&str] = &[
    "Tuesday",
    "soon",
    "the second half of 2025",
    "29 February",
    "2020",
    "2019",
    "15 hours 29 min",
    "5 days",
    "a day",
    "2012-14",
    "2012",
    "the year",
];

#[test]
#[ignore = "needs ../shared"]
fn texts_without_a_date_have_none() {
    let lines = shared::read("data/dates/chrono.jsonl");
    let (mut texts, mut wrong) = (0, Vec::new());
    for line in lines.lines().filter(|l| !l.trim().is_empty()) {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        if case["dates"].as_array().is_some_and(|d| !d.is_empty()) {
            continue;
        }
        texts += 1;
        let text = case["text"].as_str().unwrap();
        for e in read(text, case["published"].as_str()) {
            let told = e.span.of(text);
            if e.certainty != crossread::date::Certainty::Impossible && !e.attributive && !CHRONO_DATES.contains(&told) {
                wrong.push(format!("{told:?} in {text:?}"));
            }
        }
    }
    assert!(texts > 100, "{texts} texts");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whether expressions lie in the text in order, on character boundaries, apart from each other.
fn sound(text: &str) {
    for published in [None, Some("2019-12-20"), Some("0001-01-01"), Some("9999-12-31")] {
        let mut at = 0;
        for e in read(text, published) {
            assert!(e.span.start >= at && e.span.end > e.span.start, "{text:?}");
            assert!(text.get(e.span.start as usize..e.span.end as usize).is_some(), "{text:?}");
            at = e.span.end;
            assert!(!e.value.is_empty() && !e.reason.is_empty());
            if let Some(i) = e.interval {
                assert!(i.first <= i.last, "{text:?}: {}", e.value);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_string_is_read(text in "\\PC{0,120}") {
        sound(&text);
    }

    #[test]
    fn any_row_of_date_words_is_read(words in prop::collection::vec(prop::sample::select(WORDS), 0..14)) {
        sound(&words.join(" "));
    }

    #[test]
    fn any_row_of_digits_and_marks_is_read(text in "[0-9/:.,\\-' apmthsd\u{2013}]{0,40}") {
        sound(&text);
    }

    #[test]
    fn iso_days_are_read_as_they_stand(days in -719_162i32..2_932_896) {
        let day = crossread::date::Day(days);
        let found = read(&format!("It began on {day} here."), Some("2019-12-20"));
        prop_assert_eq!(&found[0].value, &day.to_string());
    }
}

const WORDS: &[&str] = &[
    "the",
    "last",
    "next",
    "this",
    "Friday",
    "March",
    "May",
    "31",
    "2019",
    "of",
    "two",
    "years",
    "year",
    "ago",
    "later",
    "before",
    "after",
    "from",
    "to",
    "between",
    "and",
    "-",
    "early",
    "late",
    "end",
    "morning",
    "5",
    "p.m.",
    "GMT",
    "third",
    "quarter",
    "week",
    "9999",
    "0001",
    "February",
    "30",
    "every",
    "a",
    "day",
    "yesterday",
    "half",
    "century",
    "BC",
    "'",
    "90s",
    "first",
    "million",
    "99999999",
    "hundred",
    "thousand",
    "decades",
    "Christmas",
    "Easter",
    "fiscal",
    ",",
    ".",
    "weekend",
    "past",
    "previous",
    "following",
    "night",
    "1999-2003",
    "27-28",
    "mid-June",
    "10/11/2019",
    "same",
    "summer",
    "more",
    "than",
    "few",
    "now",
    "over",
    "\n\n",
];

#[test]
fn a_megabyte_of_digits_and_slashes_takes_linear_time() {
    let time = |text: &str| {
        let start = Clock::start();
        read(text, Some("2019-12-20"));
        start.elapsed().as_secs_f64()
    };
    for unit in
        ["1234567890", "10/11/2019/", "1/2 ", "2019-", "12:30 ", "May 3 and ", "a b ", "the ", "Friday, ", "twenty-", "two years and "]
    {
        let small = unit.repeat(100_000 / unit.len());
        let large = unit.repeat(1_000_000 / unit.len());
        let (a, b) = (time(&small), time(&large));
        println!("{unit:?}: {a:.3} s, {b:.3} s");
        assert!(b < (a * 40.0).max(1.0), "{unit:?}: {a:.3} s for a tenth, {b:.3} s for all");
    }
}
