//! Who says what: direct, mixed and indirect statements with source, cue and content, after the
//! attribution scheme of the Penn Attribution Relations Corpus (Pareti 2012).
//!
//! In: a [`Document`], its [`Names`] and dates. Out: [`Statement`]s in text order.

mod adjuncts;
mod constructions;
mod content;
mod cues;
mod extent;
mod lexis;
mod marks;
mod phrase;
mod reach;
mod reader;
mod sorts;
mod source;
mod speakers;
mod subject;
mod syntax;
mod tags;
mod transcript;
mod units;

use crate::date::TimeExpression;
use crate::entity::Names;
use crate::text::{Document, Span, each_span};
use serde::{Deserialize, Serialize};

/// How the words of a statement are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum StatementKind {
    /// All of the content stands in quotation marks, or is set as the words of one speaker: a turn of a
    /// transcript, a message with its sender beneath.
    Direct,
    /// None of it does.
    Indirect,
    /// Part of it does.
    Mixed,
    /// A refusal to speak ("declined to comment"): no content.
    Refusal,
}

/// What a source does by saying it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum SpeechAct {
    /// Says, tells, adds, reports.
    States,
    /// Claims, alleges, argues, insists.
    Claims,
    /// Denies, rejects, disputes.
    Denies,
    /// Warns, cautions, threatens.
    Warns,
    /// Promises, vows, pledges.
    Promises,
    /// Orders, urges, demands, calls for.
    Orders,
    /// Asks, wonders.
    Asks,
    /// Declines to say, refuses to comment.
    Declines,
}

/// Who a source is, as far as the words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum SourceClass {
    /// A person given by name (or a pronoun for one).
    NamedPerson,
    /// Somebody who speaks for others, named or not.
    Spokesperson,
    /// An organization, a government.
    Institution,
    /// A newspaper, broadcaster or agency, which passes on what others say.
    Outlet,
    /// A statement, report, letter, law.
    Document,
    /// A person or persons not named ("two officials familiar with the talks").
    Unnamed,
    /// A group in general ("critics", "residents").
    Collective,
}

/// The words that attribute: "said", "according to", "a statement".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Cue {
    /// Where it stands.
    pub span: Span,
    /// Its dictionary form, "say".
    pub lemma: String,
    /// What the source does.
    pub act: SpeechAct,
    /// Whether it is negated ("did not say").
    pub negated: bool,
    /// Whether it is hedged ("reportedly", "appeared to say").
    pub hedged: bool,
}

/// Who said it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Source {
    /// The noun phrase or pronoun in the text.
    pub span: Span,
    /// The antecedent of a pronoun or short description, where the text supports one.
    pub mention: Option<Span>,
    /// Number of the entity in [`crate::Report::entities`].
    pub entity: Option<u32>,
    /// A name to show: the entity's, else the words of the span.
    pub name: String,
    /// Who it is.
    pub class: SourceClass,
}

/// One statement that the report attributes to someone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Statement {
    /// Direct, mixed, indirect, or a refusal.
    pub kind: StatementKind,
    /// What was said, in text order; more than one where the cue interrupts it. Quotation marks of
    /// direct speech are included. Empty for a refusal.
    pub content: Vec<Span>,
    /// The cue; `None` where quotation marks alone carry the attribution.
    pub cue: Option<Cue>,
    /// The source; `None` for an orphan quote.
    pub source: Option<Source>,
    /// From whom the source has it or through whom it reached the report ("The Herald reported that
    /// the ministry said"), nearest first.
    pub via: Vec<Source>,
    /// To whom it was said ("told Agence France-Presse").
    pub addressee: Option<Span>,
    /// Number of the date in [`crate::Report::dates`] on which it was said.
    pub when: Option<u32>,
    /// Whether it is a belief, hope or intention and not an utterance (kept only on request).
    pub stance: bool,
    /// How sure the reading is, in percent.
    pub confidence: u8,
    /// Why it is read so, in plain words.
    pub reason: String,
}

each_span!(Cue: span);
each_span!(Source: span, mention);
each_span!(Statement: content, cue, source, via, addressee);

/// Finds statements.
#[must_use]
pub fn read(doc: &Document, names: &Names, dates: &[TimeExpression]) -> Vec<Statement> {
    let syntax = syntax::Syntax::new(doc, names, dates);
    reader::Reader::new(&syntax).read()
}
