//! The header of a paste (date line, headline, byline, caption, dateline) and its tail.

use super::{Document, Span, each_span};
use serde::{Deserialize, Serialize};

/// What the top and the tail of a paste tell about the report. Spans point into the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Header {
    /// The report's own date, where the text states one.
    pub published: Option<ReportDate>,
    /// The headline.
    pub headline: Option<Span>,
    /// The byline's names, without "By".
    pub byline: Option<Span>,
    /// The outlet or agency, from the dateline, a byline or a credit.
    pub outlet: Option<Span>,
    /// The dateline.
    pub dateline: Option<Dateline>,
}

/// The date on which a report was published, as found in its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ReportDate {
    /// Where the text states it.
    pub span: Span,
    /// ISO 8601 calendar date, `2019-12-20`.
    pub value: String,
}

/// Where (and when) a report was filed: `KYIV, Ukraine (AP) —`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Dateline {
    /// The whole dateline with its dash or bullet.
    pub span: Span,
    /// The place as written, "KYIV, Ukraine".
    pub place: Span,
    /// The agency, "AP".
    pub agency: Option<Span>,
    /// A day given in the dateline, "March 26".
    pub date: Option<Span>,
}

each_span!(ReportDate: span);
each_span!(Dateline: span, place, agency, date);
each_span!(Header: published, headline, byline, outlet, dateline);

/// Reads the header.
pub(super) fn read(_doc: &mut Document) {}
