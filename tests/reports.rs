//! Two reports of one story, nine months apart, against their gold analysis.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a failing test may panic")]

#[path = "common/shared.rs"]
mod shared;

use crossread::compare::EventLabel;
use crossread::entity::{Kind, MentionForm};
use crossread::text::{Positions, Span, Unit};
use crossread::{Corrections, Options, Report, analyze, compare};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

struct Gold {
    report: Report,
    json: Value,
}

/// Both reports read as a page reads them (without being told their dates), with their gold.
fn reports() -> [Gold; 2] {
    let lines = shared::read("reports/gold.jsonl");
    let mut both = lines.lines().filter(|l| !l.trim().is_empty()).map(|line| {
        let json: Value = serde_json::from_str(line).expect("gold is JSON");
        let report = analyze(json["text"].as_str().expect("text"), &Options::default()).expect("reads");
        Gold { report, json }
    });
    [both.next().expect("report a"), both.next().expect("report b")]
}

impl Gold {
    fn list(&self, name: &str) -> &[Value] {
        self.json[name].as_array().map_or(&[], Vec::as_slice)
    }

    fn entity(&self, name: &str) -> bool {
        self.report.entities.iter().any(|e| e.name.contains(name) || e.canonical.as_deref() == Some(name))
    }

    fn index(&self) -> Positions<'_> {
        Positions::new(&self.report.document.text, Unit::CodePoint)
    }
}

fn range(value: &Value) -> (u32, u32) {
    let at = |k: &str| value[k].as_u64().and_then(|n| u32::try_from(n).ok()).expect("offset");
    (at("start"), at("end"))
}

fn place(index: &Positions<'_>, span: Span) -> (u32, u32) {
    (index.at(span.start), index.at(span.end))
}

/// Prints how much of one gold list was found and what was not, and returns both counts.
fn share(name: &str, gold: &[(String, bool)]) -> (usize, usize) {
    let found = gold.iter().filter(|g| g.1).count();
    println!("{name}: {found} of {}", gold.len());
    for (text, _) in gold.iter().filter(|g| !g.1) {
        println!("    missing: {text}");
    }
    (found, gold.len())
}

#[test]
#[ignore = "needs ../shared"]
fn mentions() {
    for gold in &reports() {
        let index = gold.index();
        let found: BTreeMap<(u32, u32), (Kind, Option<u32>)> =
            gold.report.mentions.iter().map(|m| (place(&index, m.span), (m.kind, m.entity))).collect();
        let kind = |k: Kind| match k {
            Kind::Person => "person",
            Kind::Organization => "organization",
            Kind::Place => "place",
            Kind::Event => "event",
            Kind::Other => "other",
        };
        let rows: Vec<_> = gold
            .list("entities")
            .iter()
            .map(|g| {
                let hit = found.get(&range(g)).is_some_and(|f| Some(kind(f.0)) == g["kind"].as_str());
                (format!("{} {}", g["kind"], g["text"]), hit)
            })
            .collect();
        let (hits, all) = share("mentions", &rows);
        assert!(hits + 1 >= all, "{hits} of {all} mentions");
        let wanted: BTreeSet<(u32, u32)> = gold.list("entities").iter().map(range).collect();
        for m in &gold.report.mentions {
            let scored = matches!(m.kind, Kind::Person | Kind::Organization | Kind::Place) && m.form == MentionForm::Name;
            if scored && !wanted.contains(&place(&index, m.span)) {
                println!("    beside the gold: {:?} {}", m.kind, m.span.of(&gold.report.document.text));
            }
        }
        // Links: two gold mentions of one name must be one entity here, and no entity holds two names.
        let mut names: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
        let mut ids: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
        for g in gold.list("entities") {
            if let (Some((_, Some(id))), Some(name)) = (found.get(&range(g)), g["name"].as_str()) {
                names.entry(*id).or_default().insert(name);
                ids.entry(name).or_default().insert(*id);
            }
        }
        assert!(names.values().all(|n| n.len() == 1), "entities that hold two names: {names:?}");
        assert!(ids.values().all(|n| n.len() == 1), "names in two entities: {ids:?}");
    }
}

#[test]
#[ignore = "needs ../shared"]
fn dates() {
    for gold in &reports() {
        let index = gold.index();
        let rows: Vec<_> = gold
            .list("dates")
            .iter()
            .map(|g| {
                let hit =
                    gold.report.dates.iter().any(|d| place(&index, d.span) == range(g) && Some(d.value.as_str()) == g["value"].as_str());
                (format!("{} {}", g["text"], g["value"]), hit)
            })
            .collect();
        let (found, all) = share("dates", &rows);
        assert_eq!(found, all, "every date with its value");
        let published = gold.report.published.map(|d| d.to_string());
        assert_eq!(published.as_deref(), gold.json["published"].as_str(), "the report's own date is found in its text");
    }
}

#[test]
#[ignore = "needs ../shared"]
fn statements() {
    for gold in &reports() {
        let index = gold.index();
        let rows: Vec<_> = gold
            .list("quotes")
            .iter()
            .map(|g| {
                let (start, end) = range(g);
                let source = g.get("speaker").filter(|s| !s.is_null()).map(range);
                let hit = gold.report.statements.iter().any(|s| {
                    let (Some(a), Some(b)) = (s.content.first(), s.content.last()) else { return false };
                    let (a, b) = place(&index, a.cover(*b));
                    let shared = b.min(end).saturating_sub(a.max(start));
                    let named = s.source.as_ref().map(|x| place(&index, x.span));
                    let right = match (source, named) {
                        (Some(x), Some(y)) => x.0 < y.1 && y.0 < x.1,
                        (None, None) => true,
                        _ => false,
                    };
                    right && 10 * shared >= 8 * (b.max(end) - a.min(start))
                });
                (g["text"].to_string(), hit)
            })
            .collect();
        let (found, all) = share("statements", &rows);
        assert!(3 * found >= 2 * all, "{found} of {all} statements");
    }
}

#[test]
#[ignore = "needs ../shared"]
fn comparison() {
    let [left, right] = reports();
    let both = compare(&left.report, &right.report, &Corrections::default());
    println!("{}", both.same_event.sentence);
    assert_eq!(both.same_event.label, EventLabel::Different, "{:?}", both.same_event);
    for words in ["different events, nine months apart", "Stephen Biegun", "a visit to Beijing", "concern North Korea"] {
        assert!(both.same_event.sentence.contains(words), "{words}: {}", both.same_event.sentence);
    }
    // Statements on one matter stand side by side.
    for (l, r) in [("does not support any easing of sanctions", "will not lift these sanctions"), ("denuclearisation", "denuclearisation")]
    {
        let side_by_side = both.statements.iter().any(|link| {
            let said = |report: &Report, n: u32, words: &str| {
                report.statements[n as usize].content.iter().any(|c| c.of(&report.document.text).contains(words))
            };
            said(&left.report, link.left, l) && said(&right.report, link.right, r)
        });
        assert!(side_by_side, "{l} | {r}");
    }
    // Both matters stand first, and nothing is held against each other: what differs in nine months is no conflict.
    for (finding, word) in both.findings.iter().zip(["denuclearisation", "sanctions"]) {
        assert_eq!(crossread::compare::kind_name(finding.kind), "same-matter", "{finding:?}");
        assert!(finding.title.contains(word), "{word}: {finding:?}");
    }
    for finding in &both.findings {
        let kind = crossread::compare::kind_name(finding.kind);
        assert!(matches!(kind, "same-matter" | "names-shared" | "name-differs"), "{finding:?}");
    }
    for name in ["Stephen Biegun", "China", "North Korea", "United States", "Beijing"] {
        assert!(left.entity(name) && right.entity(name), "{name} stands in both reports");
        let linked = both.entities.iter().any(|link| {
            let (Some(l), Some(r)) = (link.left, link.right) else { return false };
            let is = |e: &crossread::entity::Entity| e.name.contains(name) || e.canonical.as_deref() == Some(name);
            is(&left.report.entities[l as usize]) && is(&right.report.entities[r as usize])
        });
        assert!(linked, "{name} is linked across");
    }
}
