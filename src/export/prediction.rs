//! Predictions in the line format of the evaluation: one JSON object a document, positions in code
//! points.

use crate::analysis::{Options, Report, analyze};
use crate::compare::{Comparison, EventLabel};
use crate::date::{Certainty, Day, TimexType};
use crate::entity::{Kind, MentionForm};
use crate::order::Arrange;
use crate::quote::{Statement, StatementKind};
use crate::text::{Document, Positions, Span, Unit};
use serde::{Deserialize, Serialize};

/// A document to be read: one line of the evaluation's input. Other fields are passed over.
#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    /// Name of the document.
    pub id: String,
    /// Its text.
    pub text: String,
    /// Its date, `YYYY-MM-DD`. That of a collection: where the text has a date line of its own one day off, the
    /// report speaks on the day of its line.
    #[serde(default)]
    pub published: Option<String>,
}

impl Input {
    /// Reads the document. A text that is refused (empty) counts as one in which nothing was found.
    #[must_use]
    pub fn read(&self) -> Report {
        let published = self.published.clone().filter(|day| !self.dated_beside(day));
        let options = Options { published, ..Options::default() };
        analyze(&self.text, &options).unwrap_or_default()
    }

    /// Whether the text itself is dated the day before or after `day`.
    fn dated_beside(&self, day: &str) -> bool {
        let own = Document::read(&self.text).header.published.map(|line| line.value);
        own.zip(Day::parse(day)).is_some_and(|(own, day)| (own.0 - day.0).abs() == 1)
    }
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    entities: Vec<EntityOut>,
    dates: Vec<DateOut<'a>>,
    quotes: Vec<QuoteOut<'a>>,
}

#[derive(Serialize)]
struct EntityOut {
    start: u32,
    end: u32,
    kind: &'static str,
    /// Number of the entity in the document, for measures of coreference.
    entity: Option<u32>,
}

#[derive(Serialize)]
struct DateOut<'a> {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    timex: TimexType,
    value: &'a str,
}

#[derive(Serialize)]
struct QuoteOut<'a> {
    start: u32,
    end: u32,
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fragments: Vec<[u32; 2]>,
    speaker: Option<SpeakerOut<'a>>,
    cue: Option<Range>,
}

#[derive(Serialize)]
struct SpeakerOut<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    mention: Option<Range>,
}

#[derive(Serialize)]
struct Range {
    start: u32,
    end: u32,
}

/// One line of predictions (without its line break).
#[must_use]
pub fn prediction(id: &str, report: &Report) -> String {
    let text = &report.document.text;
    let index = Positions::new(text, Unit::CodePoint);
    let range = |s: Span| Range { start: index.at(s.start), end: index.at(s.end) };
    let entities = report
        .mentions
        .iter()
        .filter(|m| matches!(m.form, MentionForm::Name | MentionForm::Demonym))
        .map(|m| EntityOut {
            start: index.at(m.span.start),
            end: index.at(m.span.end),
            kind: match m.kind {
                Kind::Person => "person",
                Kind::Organization => "organization",
                Kind::Place => "place",
                Kind::Event | Kind::Other => "misc",
            },
            entity: m.entity,
        })
        .collect();
    let dates = report
        .dates
        .iter()
        // Corpora differ on adjectives ("former"), and a day that does not exist has no value.
        .filter(|d| !d.attributive && d.certainty != Certainty::Impossible)
        .map(|d| DateOut { start: index.at(d.span.start), end: index.at(d.span.end), timex: d.timex, value: &d.value })
        .collect();
    // A statement inside another stands before it, so that a reader who takes the first that covers
    // a stretch of text takes the closest one.
    let mut statements: Vec<&Statement> = report.statements.iter().filter(|s| !s.stance).collect();
    statements.arrange_by_key(|s| s.content.iter().map(|c| c.len()).sum::<usize>());
    let quotes = statements
        .into_iter()
        .filter_map(|s| {
            let (first, last) = (s.content.first()?, s.content.last()?);
            let fragments =
                if s.content.len() > 1 { s.content.iter().map(|c| [index.at(c.start), index.at(c.end)]).collect() } else { Vec::new() };
            Some(QuoteOut {
                start: index.at(first.start),
                end: index.at(last.end),
                kind: match s.kind {
                    StatementKind::Direct => "direct",
                    StatementKind::Mixed => "mixed",
                    StatementKind::Indirect | StatementKind::Refusal => "indirect",
                },
                fragments,
                speaker: s.source.as_ref().map(|source| SpeakerOut {
                    start: index.at(source.span.start),
                    end: index.at(source.span.end),
                    text: source.span.of(text),
                    mention: source.mention.map(range),
                }),
                cue: s.cue.as_ref().map(|c| range(c.span)),
            })
        })
        .collect();
    serde_json::to_string(&Line { id, entities, dates, quotes }).unwrap_or_default()
}

#[derive(Serialize)]
struct Verdict<'a> {
    a: &'a str,
    b: &'a str,
    same_event: bool,
    score: f64,
    label: EventLabel,
}

/// One line of same-event verdicts (without its line break).
#[must_use]
pub fn verdict(a: &str, b: &str, comparison: &Comparison) -> String {
    let same = &comparison.same_event;
    let score = f64::from(same.score) / 1000.0;
    serde_json::to_string(&Verdict { a, b, same_event: same.score >= 500, score, label: same.label }).unwrap_or_default()
}
