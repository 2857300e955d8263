//! Exports: JSON follows its schema and leads back to the same data, CSV reads back as it was
//! written, annotations find their quotations, Markdown keeps text as text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a failing test may panic")]

use crossread::compare::{Comparison, Corrections, EntityCorrection, Kept, Side};
use crossread::export::{Both, Table, annotations, csv, json, markdown};
use crossread::text::Span;
use crossread::{Options, Report, analyze, compare};
use serde_json::Value;
use std::collections::BTreeSet;

struct Pair {
    left: Report,
    right: Report,
    comparison: Comparison,
    corrections: Corrections,
}

fn pair(left: &str, right: &str) -> Pair {
    let read = |t: &str| analyze(t, &Options::default()).expect("reads");
    let (left, right) = (read(left), read(right));
    let corrections = Corrections::default();
    let comparison = compare(&left, &right, &corrections);
    Pair { left, right, comparison, corrections }
}

/// The example pairs of the page, and one of what is hard to export.
fn examples() -> Vec<Pair> {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www/examples");
    let dirs = std::fs::read_dir(dir).expect("examples").map(|e| e.expect("entry").path()).filter(|p| p.is_dir());
    let text = |dir: &std::path::Path, name: &str| std::fs::read_to_string(dir.join(name)).expect("text");
    let mut pairs: Vec<Pair> = dirs.map(|d| pair(&text(&d, "left.txt"), &text(&d, "right.txt"))).collect();
    assert!(pairs.len() >= 3, "all examples are read");
    pairs.push(pair(
        "\u{1f600} =1+1 said Ann Roe, 40, on Monday: \u{201c}we, \"all\", lost\u{201d} | <b>x</b>.",
        "*Ann Roe*, 41, said nothing was lost.",
    ));
    pairs
}

/// Validates `value` by the words of JSON Schema that the schema uses; any other word is an error.
fn validate(schema: &Value, root: &Value, value: &Value, path: &str, errors: &mut Vec<String>) {
    for (word, want) in schema.as_object().expect("schema") {
        let mut fail = |what: String| errors.push(format!("{path}: {what}"));
        match word.as_str() {
            "$schema" | "$id" | "title" | "description" | "$defs" => {}
            "$ref" => {
                let name = want.as_str().expect("ref").rsplit('/').next().expect("name");
                validate(&root["$defs"][name], root, value, path, errors);
            }
            "type" => {
                let fits = match want.as_str().expect("type") {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "integer" => value.is_i64() || value.is_u64(),
                    "number" => value.is_number(),
                    "boolean" => value.is_boolean(),
                    "null" => value.is_null(),
                    other => panic!("type {other}"),
                };
                if !fits {
                    fail(format!("{value} is no {want}"));
                }
            }
            "properties" => {
                for (name, inner) in want.as_object().expect("properties") {
                    if let Some(v) = value.get(name) {
                        validate(inner, root, v, &format!("{path}.{name}"), errors);
                    }
                }
            }
            "required" => {
                for name in want.as_array().expect("required") {
                    if value.get(name.as_str().expect("name")).is_none() {
                        fail(format!("{name} is missing"));
                    }
                }
            }
            "items" => {
                for (n, v) in value.as_array().into_iter().flatten().enumerate() {
                    validate(want, root, v, &format!("{path}[{n}]"), errors);
                }
            }
            "additionalProperties" => {
                assert_eq!(want, &Value::Bool(false), "only a closed object is understood");
                let known = schema["properties"].as_object().expect("properties");
                for name in value.as_object().into_iter().flatten().map(|p| p.0) {
                    if !known.contains_key(name) {
                        fail(format!("{name} is not known"));
                    }
                }
            }
            "enum" => {
                if !want.as_array().expect("enum").contains(value) {
                    fail(format!("{value} is none of {want}"));
                }
            }
            "const" => {
                if value != want {
                    fail(format!("{value} is not {want}"));
                }
            }
            "anyOf" => {
                let fits = want.as_array().expect("anyOf").iter().any(|s| {
                    let mut inner = Vec::new();
                    validate(s, root, value, path, &mut inner);
                    inner.is_empty()
                });
                if !fits {
                    fail(format!("{value} fits none of {want}"));
                }
            }
            "minimum" => {
                if value.as_f64().is_some_and(|v| v < want.as_f64().expect("minimum")) {
                    fail(format!("{value} is too small"));
                }
            }
            "maximum" => {
                if value.as_f64().is_some_and(|v| v > want.as_f64().expect("maximum")) {
                    fail(format!("{value} is too large"));
                }
            }
            // The one pattern is that of a day.
            "pattern" => {
                let s = value.as_str().unwrap_or("");
                if s.len() != 10 || s.as_bytes()[4] != b'-' || s.as_bytes()[7] != b'-' {
                    fail(format!("{value} is no day"));
                }
            }
            other => panic!("the validator does not know {other}"),
        }
    }
}

fn errors(value: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(include_str!("../schema/crossread-1.json")).expect("schema is JSON");
    let mut errors = Vec::new();
    validate(&schema, &schema, value, "$", &mut errors);
    errors
}

#[test]
fn json_follows_the_schema() {
    for mut p in examples() {
        p.corrections = Corrections {
            entities: vec![
                EntityCorrection::Rename { side: Side::Left, mention: Span::new(4, 8), name: "A".to_owned() },
                EntityCorrection::Merge { side: Side::Left, mention: Span::new(4, 8), with_side: Side::Right, with: Span::new(0, 2) },
            ],
            left_published: Some("2020-02-03".to_owned()),
            right_published: None,
            kept: vec![Kept { side: Side::Right, span: Span::new(3, 9) }],
            dismissed: p.comparison.findings.iter().take(1).map(|f| f.id.clone()).collect(),
        };
        let value: Value = serde_json::from_str(&json(&Both::new(&p.left, &p.right, &p.comparison), &p.corrections)).expect("JSON");
        assert_eq!(errors(&value), Vec::<String>::new());
        // The check itself must be able to fail.
        let mut broken = value.clone();
        broken["comparison"]["sameEvent"]["label"] = Value::from("maybe");
        broken["left"].as_object_mut().expect("report").remove("figures");
        assert_eq!(errors(&broken).len(), 2);
        for place in ["", "/left", "/comparison", "/comparison/sameEvent", "/corrections"] {
            let mut more = value.clone();
            more.pointer_mut(place).expect("place").as_object_mut().expect("object").insert("extra".into(), Value::Null);
            assert_eq!(errors(&more).len(), 1, "an unknown property of {place} must be refused");
        }
    }
}

#[test]
fn json_leads_back() {
    for p in examples() {
        let text = json(&Both::new(&p.left, &p.right, &p.comparison), &p.corrections);
        let value: Value = serde_json::from_str(&text).expect("JSON");
        for (side, report) in [("left", &p.left), ("right", &p.right)] {
            assert_eq!(value[side]["text"].as_str(), Some(report.document.text.as_str()));
            let units: Vec<u16> = report.document.text.encode_utf16().collect();
            for (m, v) in report.mentions.iter().zip(value[side]["mentions"].as_array().expect("mentions")) {
                let at = |k: &str| usize::try_from(v["span"][k].as_u64().expect("position")).expect("fits");
                let found = String::from_utf16(&units[at("start")..at("end")]).expect("whole characters");
                assert_eq!(found, m.span.of(&report.document.text));
            }
        }
        let comparison: Comparison = serde_json::from_value(value["comparison"].clone()).expect("comparison");
        assert_eq!(comparison.findings.len(), p.comparison.findings.len());
        let corrections: Corrections = serde_json::from_value(value["corrections"].clone()).expect("corrections");
        assert_eq!(corrections, p.corrections);
    }
}

/// Reads CSV by RFC 4180.
fn parse(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut chars) = (false, text.chars().peekable());
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {
                chars.next();
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(!quoted && cell.is_empty() && row.is_empty(), "the table ends with a line end");
    rows
}

#[test]
fn csv_reads_back() {
    for p in examples() {
        let both = Both::new(&p.left, &p.right, &p.comparison);
        for table in Table::ALL {
            let text = csv(&both, table);
            let rows = parse(&text);
            let want = match table {
                Table::Names => p.comparison.entities.len(),
                Table::Dates => p.left.dates.len() + p.right.dates.len(),
                Table::Statements => p.left.statements.len() + p.right.statements.len(),
                Table::Figures => p.left.figures.len() + p.right.figures.len(),
                Table::Findings => p.comparison.findings.len(),
                Table::Corrections => 0,
            };
            assert_eq!(rows.len(), want + 1, "{}", table.name());
            for row in &rows {
                assert_eq!(row.len(), rows[0].len(), "{}: {row:?}", table.name());
                for cell in row {
                    assert!(!cell.starts_with(['=', '+', '@', '\t']), "{cell:?} would be a formula");
                }
            }
            if table == Table::Findings {
                for (row, f) in rows.iter().skip(1).zip(&p.comparison.findings) {
                    assert_eq!(row[0], f.id);
                    assert_eq!(row[3], f.title);
                }
            }
        }
    }
}

#[test]
fn corrections_stay_in_tables_and_markdown() {
    let p =
        pair("Ann Roe met Bo Lund in Oslo, she said. A fire at the old mill destroyed three barges and a crane.", "Ann Rowe met Bo Lund.");
    let id = p.comparison.findings.first().map(|f| f.id.clone()).expect("a finding");
    let (side, mention) = (Side::Left, Span::new(0, 7));
    let corrections = Corrections {
        entities: vec![
            EntityCorrection::Rename { side, mention, name: "Anne | Roe".to_owned() },
            EntityCorrection::Merge { side, mention, with_side: Side::Right, with: Span::new(0, 8) },
            EntityCorrection::Remove { side, mention: Span::new(23, 27) },
        ],
        left_published: Some("2020-02-03".to_owned()),
        dismissed: vec![id.clone()],
        ..Corrections::default()
    };
    let both = Both::new(&p.left, &p.right, &p.comparison).with(&corrections);
    let rows = parse(&csv(&both, Table::Corrections));
    assert_eq!(rows[0], ["report", "action", "text", "start", "end", "value"]);
    assert_eq!(rows[1], ["left", "rename", "Ann Roe", "0", "7", "Anne | Roe"]);
    assert_eq!(rows[2], ["left", "merge", "Ann Roe", "0", "7", "Ann Rowe (right)"]);
    assert_eq!(rows[3], ["left", "remove", "Oslo", "23", "27", ""]);
    assert_eq!(rows[4], ["left", "date", "", "", "", "2020-02-03"]);
    assert_eq!((rows[5][1].as_str(), rows[5][5].as_str()), ("dismiss", id.as_str()));
    assert_eq!(rows.len(), 6);
    let text = markdown(&both);
    assert!(text.contains("## Corrections by the reader") && text.contains("| left | rename | Ann Roe | Anne \\| Roe |"), "{text}");
    assert!(!markdown(&Both::new(&p.left, &p.right, &p.comparison)).contains("Corrections by the reader"));
}

#[test]
fn formulas_are_guarded() {
    let mut p = pair("Ann Roe said so.", "Ann Roe said so.");
    let names =
        [("=1+1", "'=1+1"), ("@x", "'@x"), ("+cmd|'/c'!A1", "'+cmd|'/c'!A1"), ("-2", "-2"), ("-x", "'-x"), ("a,\"b\"\n", "a,\"b\"\n")];
    p.comparison.entities.truncate(1);
    for (name, want) in names {
        let mut link = p.comparison.entities.first().cloned().expect("a name");
        name.clone_into(&mut link.name);
        p.comparison.entities = vec![link];
        let rows = parse(&csv(&Both::new(&p.left, &p.right, &p.comparison), Table::Names));
        assert_eq!(rows[1][0], want);
    }
}

/// Where the selectors of an annotation's target lead to in a text: by position, and by quotation with what stands
/// around it, as a reader of annotations finds it who knows the text only.
fn places(target: &Value, text: &str) -> [std::ops::Range<usize>; 2] {
    let (mut position, mut quotation) = (0..0, 0..0);
    for selector in target["selector"].as_array().expect("selectors") {
        let field = |k: &str| selector[k].as_str().expect("text");
        match selector["type"].as_str().expect("type") {
            "TextPositionSelector" => {
                let units = |k: &str| usize::try_from(selector[k].as_u64().expect("position")).expect("fits");
                // Code units of UTF-16, as the standard says for text in a browser.
                let byte = |unit: usize| {
                    text.char_indices()
                        .scan(0, |n, (at, c)| {
                            let here = (*n, at);
                            *n += c.len_utf16();
                            Some(here)
                        })
                        .find(|h| h.0 == unit)
                        .map_or(text.len(), |h| h.1)
                };
                position = byte(units("start"))..byte(units("end"));
            }
            "TextQuoteSelector" => {
                let (prefix, exact, suffix) = (field("prefix"), field("exact"), field("suffix"));
                let whole = format!("{prefix}{exact}{suffix}");
                let start = text.find(&whole).expect("the quotation stands in the text") + prefix.len();
                quotation = start..start + exact.len();
            }
            other => panic!("no selector of the standard: {other}"),
        }
    }
    [position, quotation]
}

#[test]
fn annotations_lead_back() {
    for p in examples() {
        let page = annotations(&Both::new(&p.left, &p.right, &p.comparison), "urn:a", "urn:b");
        // Through text, as it is handed over.
        let page: Value = serde_json::from_str(&page.to_string()).expect("JSON");
        assert_eq!((page["@context"].as_str(), page["type"].as_str()), (Some("http://www.w3.org/ns/anno.jsonld"), Some("AnnotationPage")));
        let items = page["items"].as_array().expect("items");
        assert_eq!(items.len(), p.comparison.findings.len());
        let mut ids = BTreeSet::new();
        for (item, finding) in items.iter().zip(&p.comparison.findings) {
            assert!(ids.insert(item["id"].to_string()));
            assert_eq!(item["type"], "Annotation");
            let says = |purpose: &str| {
                item["body"].as_array().expect("bodies").iter().find(|b| b["purpose"] == purpose).and_then(|b| b["value"].as_str())
            };
            assert_eq!((says("describing"), says("commenting")), (Some(finding.title.as_str()), Some(finding.reason.as_str())));
            assert_eq!(says("tagging"), Some(crossread::compare::kind_name(finding.kind)));
            assert_eq!(says("questioning"), finding.question.as_deref());
            let (mut left, mut right) = (Vec::new(), Vec::new());
            for target in item["target"].as_array().expect("targets") {
                let (text, list) =
                    if target["source"] == "urn:a" { (&p.left.document.text, &mut left) } else { (&p.right.document.text, &mut right) };
                let [position, quotation] = places(target, text);
                // The same words around may stand twice; the words themselves are the same.
                assert_eq!(text[position.clone()], text[quotation]);
                list.push(Span::new(position.start, position.end));
            }
            assert_eq!((&left, &right), (&finding.left, &finding.right), "{}", finding.title);
        }
    }
}

#[test]
fn markdown_keeps_text_as_text() {
    for p in examples() {
        let text = markdown(&Both::new(&p.left, &p.right, &p.comparison));
        assert!(text.starts_with("# Two reports compared\n"));
        assert!(!text.contains("<b>"), "markup of a report must not pass");
        for f in p.comparison.findings.iter().filter(|f| f.question.is_some()) {
            assert!(text.contains("## Questions to check"), "{}", f.title);
        }
        // Every table line has as many cells as its head.
        let mut cells = 0;
        for line in text.lines() {
            if !line.starts_with('|') {
                cells = 0;
                continue;
            }
            let count = line.replace("\\|", "").matches('|').count();
            assert!(cells == 0 || count == cells, "{line}");
            cells = count;
        }
    }
}

#[test]
fn markdown_tells_who_declined_to_speak() {
    let p = pair("The mayor of Halden declined to comment on the fire in the harbour.", "A fire broke out in the harbour of Halden.");
    let text = markdown(&Both::new(&p.left, &p.right, &p.comparison));
    assert!(text.contains("declined to comment |"), "{text}");
    assert!(text.contains("| once |") && !text.contains("1 times"), "{text}");
}
