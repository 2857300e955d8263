//! Findings as W3C Web Annotations (<https://www.w3.org/TR/annotation-model/>): an annotation page whose
//! annotations point at their evidence by quotation and by position.
//!
//! Positions count UTF-16 code units, as text in a browser does. Each report is a source of its own,
//! named by the address that the caller gives.

use super::Both;
use crate::compare::{Finding, Side, kind_name};
use crate::text::Span;
use serde_json::{Value, json};

/// Characters of context on each side of a quotation.
const CONTEXT: usize = 32;

/// The findings that were not dismissed as an annotation page. `left` and `right` are the addresses of
/// the reports, such as `urn:crossread:left`.
#[must_use]
pub fn annotations(both: &Both<'_>, left: &str, right: &str) -> Value {
    let items: Vec<Value> = both
        .comparison
        .findings
        .iter()
        .filter(|f| !f.dismissed)
        .map(|f| {
            json!({
                "@context": "http://www.w3.org/ns/anno.jsonld",
                "id": format!("urn:crossread:{}", f.id),
                "type": "Annotation",
                "motivation": if f.question.is_some() { "questioning" } else { "describing" },
                "body": bodies(f),
                "target": targets(both, f, left, right),
            })
        })
        .collect();
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:crossread:findings",
        "type": "AnnotationPage",
        "items": items,
    })
}

fn bodies(f: &Finding) -> Vec<Value> {
    let text = |value: &str, purpose: &str| json!({"type": "TextualBody", "value": value, "format": "text/plain", "language": "en", "purpose": purpose});
    let mut out = vec![text(&f.title, "describing"), text(&f.reason, "commenting"), text(kind_name(f.kind), "tagging")];
    if let Some(question) = &f.question {
        out.push(text(question, "questioning"));
    }
    out
}

fn targets(both: &Both<'_>, f: &Finding, left: &str, right: &str) -> Vec<Value> {
    let mut out = Vec::new();
    for (side, spans, source) in [(Side::Left, &f.left, left), (Side::Right, &f.right, right)] {
        for span in spans {
            out.push(json!({"source": source, "selector": [quote(both, side, *span), position(both, side, *span)]}));
        }
    }
    out
}

fn quote(both: &Both<'_>, side: Side, span: Span) -> Value {
    let text = &both.report(side).document.text;
    let before = text.get(..span.start as usize).unwrap_or("");
    let after = text.get(span.end as usize..).unwrap_or("");
    let start = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |c| c.0);
    json!({
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": before.get(start..).unwrap_or(""),
        "suffix": after.chars().take(CONTEXT).collect::<String>(),
    })
}

fn position(both: &Both<'_>, side: Side, span: Span) -> Value {
    json!({"type": "TextPositionSelector", "start": both.unit(side, span.start), "end": both.unit(side, span.end)})
}
