//! The reader's corrections as rows: what was done, in which report, to which words, and with what.

use super::Both;
use super::words::name_of;
use crate::compare::{EntityCorrection, Side};
use crate::text::{Span, flat};

/// One correction.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// "left", "right", or empty.
    pub(super) side: &'static str,
    /// "rename", "kind", "merge", "split", "remove", "date", "keep" or "dismiss".
    pub(super) action: &'static str,
    /// The words that it was done to.
    pub(super) text: String,
    /// Where they stand, in UTF-16 code units.
    pub(super) place: Option<(u32, u32)>,
    /// The new name, kind or date, the other mention, or the finding.
    pub(super) value: String,
}

/// All corrections in the order in which they are kept.
pub(super) fn rows(both: &Both<'_>) -> Vec<Row> {
    let Some(corrections) = both.corrections else { return Vec::new() };
    let text = |side: Side, span: Span| flat(both.report(side).document.text.get(span.start as usize..span.end as usize).unwrap_or(""));
    let row = |side: Side, span: Span, action: &'static str, value: String| Row {
        side: side.name(),
        action,
        text: text(side, span),
        place: Some((both.unit(side, span.start), both.unit(side, span.end))),
        value,
    };
    let mut rows: Vec<Row> = corrections
        .entities
        .iter()
        .map(|correction| match correction {
            EntityCorrection::Rename { side, mention, name } => row(*side, *mention, "rename", name.clone()),
            EntityCorrection::Kind { side, mention, kind } => row(*side, *mention, "kind", name_of(kind)),
            EntityCorrection::Merge { side, mention, with_side, with } => {
                row(*side, *mention, "merge", format!("{} ({})", text(*with_side, *with), with_side.name()))
            }
            EntityCorrection::Split { side, mention } => row(*side, *mention, "split", String::new()),
            EntityCorrection::Remove { side, mention } => row(*side, *mention, "remove", String::new()),
        })
        .collect();
    for (side, date) in [(Side::Left, &corrections.left_published), (Side::Right, &corrections.right_published)] {
        if let Some(date) = date.as_ref().filter(|d| !d.is_empty()) {
            rows.push(Row { side: side.name(), action: "date", value: date.clone(), ..Row::default() });
        }
    }
    rows.extend(corrections.kept.iter().map(|k| row(k.side, k.span, "keep", String::new())));
    for id in &corrections.dismissed {
        let title = both.comparison.findings.iter().find(|f| f.id == *id).map(|f| f.title.clone()).unwrap_or_default();
        rows.push(Row { action: "dismiss", text: title, value: id.clone(), ..Row::default() });
    }
    rows
}
