//! Markdown, CSV, JSON and Web Annotation: pure functions of two reports and their comparison; and
//! the line format in which predictions are evaluated.
//!
//! In: [`Both`], two reports and what [`crate::compare()`] made of them. Out: strings. Positions in
//! exports count UTF-16 code units, as scripts on a page do. A dismissed finding stays in JSON and CSV,
//! marked, and is left out where a person reads on.

mod annotation;
mod corrections;
mod csv;
mod json;
mod markdown;
mod prediction;
mod words;

pub use annotation::annotations;
pub use csv::{Table, csv};
pub use json::{SCHEMA, json};
pub use markdown::markdown;
pub use prediction::{Input, prediction, verdict};

use crate::analysis::Report;
use crate::compare::{Comparison, Corrections, Side};
use crate::text::{Positions, Unit};

/// Two reports with their comparison, ready for export.
#[derive(Debug)]
pub struct Both<'a> {
    /// The left report.
    pub left: &'a Report,
    /// The right report.
    pub right: &'a Report,
    /// Their comparison.
    pub comparison: &'a Comparison,
    /// What the reader corrected before it was made.
    pub corrections: Option<&'a Corrections>,
    positions: [Positions<'a>; 2],
}

impl<'a> Both<'a> {
    /// Takes two reports and their comparison.
    #[must_use]
    pub fn new(left: &'a Report, right: &'a Report, comparison: &'a Comparison) -> Self {
        let positions = [Positions::new(&left.document.text, Unit::Utf16), Positions::new(&right.document.text, Unit::Utf16)];
        Self { left, right, comparison, corrections: None, positions }
    }

    /// The same with the reader's corrections, so that tables and Markdown tell them, too.
    #[must_use]
    pub fn with(self, corrections: &'a Corrections) -> Self {
        Self { corrections: Some(corrections), ..self }
    }

    /// Both sides in order.
    fn sides(&self) -> [(Side, &'a Report); 2] {
        [(Side::Left, self.left), (Side::Right, self.right)]
    }

    /// The report of one side.
    fn report(&self, side: Side) -> &'a Report {
        side.of(self.left, self.right)
    }

    /// A byte offset in UTF-16 code units.
    fn unit(&self, side: Side, at: u32) -> u32 {
        let [left, right] = &self.positions;
        side.of(left, right).at(at)
    }
}
