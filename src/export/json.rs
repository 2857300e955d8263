//! Everything as one JSON document with a version, after `schema/crossread-1.json`.
//!
//! Positions count UTF-16 code units, as at the JavaScript boundary; the texts go with them, so that
//! the document stands alone, and the corrections, so that it can be taken up again.

use super::Both;
use crate::analysis::Report;
use crate::compare::{Comparison, Corrections, Side, VERSION};
use crate::text::EachSpan;
use serde::Serialize;

/// Where the schema [`json`] follows lies in the repository and the package.
pub const SCHEMA: &str = "schema/crossread-1.json";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    format: &'static str,
    version: u32,
    left: Half<'a>,
    right: Half<'a>,
    comparison: Comparison,
    corrections: Corrections,
}

#[derive(Serialize)]
struct Half<'a> {
    text: &'a str,
    #[serde(flatten)]
    report: Report,
}

/// The whole comparison as JSON.
#[must_use]
pub fn json(both: &Both<'_>, corrections: &Corrections) -> String {
    let half = |report: &Report, side: Side| {
        let mut copy = report.clone();
        copy.each_span(&mut |span| {
            span.start = both.unit(side, span.start);
            span.end = both.unit(side, span.end);
        });
        copy
    };
    let mut comparison = both.comparison.clone();
    comparison.each_span(&mut |side, span| {
        span.start = both.unit(side, span.start);
        span.end = both.unit(side, span.end);
    });
    let mut corrections = corrections.clone();
    corrections.each_span(&mut |side, span| {
        span.start = both.unit(side, span.start);
        span.end = both.unit(side, span.end);
    });
    let document = Document {
        schema: SCHEMA,
        format: "crossread",
        version: VERSION,
        left: Half { text: &both.left.document.text, report: half(both.left, Side::Left) },
        right: Half { text: &both.right.document.text, report: half(both.right, Side::Right) },
        comparison,
        corrections,
    };
    serde_json::to_string(&document).unwrap_or_default()
}
