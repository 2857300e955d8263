//! Numbers, their units, and what they count.
//!
//! In: a [`Document`], its [`Names`] and dates (numbers inside either are not figures).
//! Out: [`Figure`]s in text order.

use crate::date::TimeExpression;
use crate::entity::Names;
use crate::text::{Document, Span, each_span};
use serde::{Deserialize, Serialize};

/// What a figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum FigureKind {
    /// A number of things or people.
    Count,
    /// A share, in percent.
    Percent,
    /// A sum of money.
    Money,
    /// A physical measure or a length of time.
    Measure,
    /// A rank ("third").
    Rank,
    /// An age.
    Age,
}

/// How exactly a figure is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Exactness {
    /// As a plain number.
    Exact,
    /// "about", "some", "nearly".
    About,
    /// "at least", "more than".
    AtLeast,
    /// "up to", "fewer than".
    AtMost,
    /// "between 20 and 30".
    Range,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Figure {
    /// The number with its unit and its "at least", without what it counts.
    pub span: Span,
    /// What it measures.
    pub kind: FigureKind,
    /// Its value; the lower end of a range.
    pub low: f64,
    /// Its value; the upper end of a range.
    pub high: f64,
    /// How exactly it is given.
    pub exactness: Exactness,
    /// ISO 4217 currency, unit of measure, "%", or empty.
    pub unit: String,
    /// The noun phrase that it counts, "American troops in South Korea".
    pub counted: Option<Span>,
    /// Head noun of what it counts in its dictionary form, "troop".
    pub noun: String,
    /// Number of the entity that it belongs to, where the text tells.
    pub entity: Option<u32>,
}

each_span!(Figure: span, counted);

/// Finds figures.
#[must_use]
pub fn read(_doc: &Document, _names: &Names, _dates: &[TimeExpression]) -> Vec<Figure> {
    Vec::new()
}
