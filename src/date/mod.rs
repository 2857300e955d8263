//! Everything a report says about when: TIMEX3 values and intervals on a calendar.
//!
//! In: a [`Document`], its [`Names`] and the report's own date. Out: [`TimeExpression`]s in text order.

mod calendar;
mod clause;
mod event;
mod feast;
mod filter;
mod grammar;
mod label;
mod lexicon;
mod matcher;
mod quantity;
mod reader;
mod resolve;
mod row;
mod shape;
mod tense;
mod tied;
mod words;

pub use crate::calendar::{Day, days_in_month};

use crate::entity::Names;
use crate::text::{Document, Span, each_span};
use serde::{Deserialize, Serialize};

/// The four types of TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum TimexType {
    /// A calendar date of any granularity.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

/// How far a value can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Certainty {
    /// All of it is stated in the text.
    Stated,
    /// Part of it follows from the anchor.
    Implied,
    /// Vague by its own words ("recent weeks").
    Vague,
    /// Relative to a report date that is not known.
    Open,
    /// Several readings fit ("10/11/2019"); `value` holds the likelier.
    Ambiguous,
    /// No such day exists ("30 February").
    Impossible,
}

/// Days from `first` to `last`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Interval {
    /// First day.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub first: Day,
    /// Last day.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub last: Day,
}

/// What a relative expression is counted from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Anchor {
    /// TIMEX3 value of the anchor.
    pub value: String,
    /// Where the anchor stands in the text; `None` where the reader set it.
    pub span: Option<Span>,
}

/// What happened at a date: the clause that the date modifies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DatedEvent {
    /// The clause.
    pub clause: Span,
    /// Its main verb.
    pub verb: Option<Span>,
    /// A short text for a timeline, "the envoy arrived in Oslo".
    pub label: String,
    /// Numbers of the entities that take part.
    pub actors: Vec<u32>,
}

/// One temporal expression with its meaning, after TimeML's TIMEX3.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct TimeExpression {
    /// Its extent.
    pub span: Span,
    /// Its type.
    #[serde(rename = "type")]
    pub timex: TimexType,
    /// TIMEX3 value, "2019-12-20", "2019-W12", "P2D", "PAST_REF".
    pub value: String,
    /// TIMEX3 modifier: "START", "MID", "END", "APPROX", "LESS_THAN", ...
    pub modifier: Option<String>,
    /// The days that it covers, where they are known.
    pub interval: Option<Interval>,
    /// The whole stretch where this is one end of it: "from Monday to Wednesday".
    pub range: Option<Interval>,
    /// What it was counted from.
    pub anchor: Option<Anchor>,
    /// How far the value can be trusted.
    pub certainty: Certainty,
    /// Components that the text states: "year", "month", "day", "weekday", "hour", ...
    pub stated: Vec<String>,
    /// Components that follow from the anchor.
    pub implied: Vec<String>,
    /// Whether it is an adjective that only places its noun in time: "former", "current".
    pub attributive: bool,
    /// Other readings, as TIMEX3 values.
    pub alternatives: Vec<String>,
    /// What happened then.
    pub event: Option<DatedEvent>,
    /// Why it is read so, in plain words.
    pub reason: String,
}

each_span!(Anchor: span);
each_span!(DatedEvent: clause, verb);
each_span!(TimeExpression: span, anchor, event);

/// Finds and resolves temporal expressions. `published` is the report's own date, where known.
#[must_use]
pub fn read(doc: &Document, names: &Names, published: Option<Day>) -> Vec<TimeExpression> {
    if cfg!(without_dates) { Vec::new() } else { reader::read(doc, names, published) }
}
