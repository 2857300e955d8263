//! Reading one report, in one call or in steps.
//!
//! [`analyze`] is the plain call. [`Analysis`] does the same work in slices, so that a page without a
//! worker stays responsive: call [`Analysis::step`] until it says that nothing is left.

use crate::calendar::Day;
use crate::date::{self, TimeExpression};
use crate::entity::{self, Entity, Mention, Names};
use crate::error::{Error, ErrorCode};
use crate::figure::{self, Figure};
use crate::quote::{self, Statement};
use crate::text::{Block, Document, Header, Span, each_span, flat};
use serde::{Deserialize, Serialize};

/// How to read a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Options {
    /// The report's own date, `YYYY-MM-DD`; overrides what the text states.
    pub published: Option<String>,
    /// The outlet; overrides what the text states.
    pub source: Option<String>,
    /// The headline; overrides what the text states.
    pub headline: Option<String>,
    /// Where text belongs to the report although it looks like page furniture.
    pub kept: Vec<Span>,
    /// Longest text that is read, in bytes.
    pub max_bytes: usize,
    /// Whether beliefs, hopes and intentions are kept among the statements.
    pub stances: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { published: None, source: None, headline: None, kept: Vec::new(), max_bytes: 16 << 20, stances: false }
    }
}

/// One report, read.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Report {
    /// The text with its tokens and sentences.
    #[serde(skip)]
    pub document: Document,
    /// The report's own date: from the options, else from the text.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub published: Option<Day>,
    /// The outlet: from the options, else from the text.
    pub source: Option<String>,
    /// The headline: from the options, else from the text.
    pub headline: Option<String>,
    /// What the top and the tail of the paste tell.
    pub header: Header,
    /// Paragraphs and the parts of header and tail.
    pub blocks: Vec<Block>,
    /// Mentions in text order.
    pub mentions: Vec<Mention>,
    /// Entities in order of first mention.
    pub entities: Vec<Entity>,
    /// Temporal expressions in text order.
    pub dates: Vec<TimeExpression>,
    /// Statements in text order.
    pub statements: Vec<Statement>,
    /// Figures in text order.
    pub figures: Vec<Figure>,
}

each_span!(Report: header, blocks, mentions, entities, dates, statements, figures);

/// What [`Analysis::step`] does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Tokens, sentences, header.
    Text,
    /// Mentions and entities.
    Names,
    /// Temporal expressions.
    Dates,
    /// Statements.
    Statements,
    /// Figures.
    Figures,
    /// Nothing is left.
    Done,
}

/// Reading one report in slices.
#[derive(Debug)]
pub struct Analysis {
    report: Report,
    names: Names,
    options: Options,
    text: String,
    stage: Stage,
}

impl Analysis {
    /// Begins to read `text`.
    ///
    /// # Errors
    /// [`ErrorCode::Empty`], [`ErrorCode::TooLong`], or [`ErrorCode::BadOption`] for a date that does not exist.
    pub fn new(text: &str, options: &Options) -> Result<Self, Error> {
        if text.len() > options.max_bytes {
            return Err(Error::new(
                ErrorCode::TooLong,
                format!("The text has {} bytes; the limit is {}.", text.len(), options.max_bytes),
                "Paste the report alone, or raise the limit.",
            ));
        }
        if text.trim().is_empty() {
            return Err(Error::new(ErrorCode::Empty, "There is no text to read.", "Paste a news report."));
        }
        let published = match options.published.as_deref().filter(|d| !d.is_empty()) {
            None => None,
            Some(date) => Some(Day::parse(date).ok_or_else(|| {
                Error::new(
                    ErrorCode::BadOption,
                    format!("\"{date}\" is not a date."),
                    "Give the report's date as year-month-day, such as 2019-12-20.",
                )
            })?),
        };
        let report = Report { published, source: options.source.clone(), headline: options.headline.clone(), ..Report::default() };
        Ok(Self { report, names: Names::default(), options: options.clone(), text: text.to_owned(), stage: Stage::Text })
    }

    /// What the next step does.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Does one slice of work; returns whether any is left.
    pub fn step(&mut self) -> bool {
        let report = &mut self.report;
        self.stage = match self.stage {
            Stage::Text => {
                report.document = Document::read_keeping(&self.text, &self.options.kept);
                self.text = String::new();
                report.header = report.document.header.clone();
                report.blocks.clone_from(&report.document.blocks);
                if report.published.is_none() {
                    report.published = report.header.published.as_ref().map(|d| d.value);
                }
                if report.source.is_none() {
                    report.source = report.header.outlet.map(|s| s.of(&report.document.text).to_owned());
                }
                if report.headline.is_none() {
                    let words = |s: Span| flat(s.of(&report.document.text));
                    report.headline = report.header.headline.map(words);
                }
                Stage::Names
            }
            Stage::Names => {
                self.names = entity::read(&report.document);
                Stage::Dates
            }
            Stage::Dates => {
                report.dates = date::read(&report.document, &self.names, report.published);
                Stage::Statements
            }
            Stage::Statements => {
                report.statements = quote::read(&report.document, &self.names, &report.dates);
                if !self.options.stances {
                    report.statements.retain(|s| !s.stance);
                }
                Stage::Figures
            }
            Stage::Figures => {
                report.figures = figure::read(&report.document, &self.names, &report.dates);
                let names = std::mem::take(&mut self.names);
                report.mentions = names.mentions;
                report.entities = names.entities;
                Stage::Done
            }
            Stage::Done => Stage::Done,
        };
        self.stage != Stage::Done
    }

    /// Takes the report out as far as it was read.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn take(&mut self) -> Report {
        std::mem::take(&mut self.report)
    }

    /// The report; does what is left of the work first.
    #[must_use]
    pub fn finish(mut self) -> Report {
        while self.step() {}
        self.report
    }
}

/// Reads one report.
///
/// # Errors
/// See [`Analysis::new`]. No error depends on what the text says.
pub fn analyze(text: &str, options: &Options) -> Result<Report, Error> {
    Ok(Analysis::new(text, options)?.finish())
}
