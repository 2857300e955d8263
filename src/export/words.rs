//! How exports write what stands in reports.

use crate::figure::Figure;
use crate::quote::Statement;
use crate::text::flat;

/// The words of a statement; several pieces are joined by an ellipsis.
pub(super) fn content(s: &Statement, text: &str) -> String {
    s.content.iter().map(|c| flat(c.of(text))).collect::<Vec<_>>().join(" \u{2026} ")
}

/// A figure's value as a number or a range.
pub(super) fn value(f: &Figure) -> String {
    if f.low == f.high { f.low.to_string() } else { format!("{} to {}", f.low, f.high) }
}

/// The name under which a value stands at the boundary: "figure-conflict".
pub(super) fn name_of(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}
