//! Markdown, CSV, JSON and Web Annotation: pure functions of two reports and their comparison; and
//! the line format in which predictions are evaluated.

mod prediction;

pub use prediction::{Input, prediction, verdict};
