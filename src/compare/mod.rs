//! Two reports side by side: what both tell, where they differ, what only one tells.
//!
//! In: two [`Report`]s and the reader's [`Corrections`]. Out: a [`Comparison`] that refers to both by
//! number and span. Entities are aligned first, then dates, statements, figures, passages and
//! sentences; every later step may use the earlier ones. Swapping the two reports swaps the result
//! and changes nothing else.

mod clash;
mod context;
mod corrections;
mod diff;
mod entities;
pub mod event;
mod figures;
mod findings;
mod passages;
mod postings;
mod sentences;
mod speakers;
mod statements;
mod synonyms;
mod timeline;
mod types;
mod view;
mod words;

pub use corrections::{Corrections, EntityCorrection, Kept, correct, read_pair};
pub use findings::kind_name;
pub use types::{
    Comparison, DiffStep, Dimension, EntityLink, EventLabel, EventReason, FigureLink, FigureRelation, Finding, FindingKind, Leaning,
    Passage, SameEvent, SentenceLink, Side, SideSummary, Speaker, StatementLink, StatementRelation, Sureness, TimelineEntry,
};

pub(crate) use context::Context;

use crate::analysis::Report;
use crate::date::Day;
use crate::text::Span;
use entities::Entities;
use sentences::Sentences;
use view::View;
use words::Stems;

/// Compares two reports. Total: any two reports give a comparison.
///
/// Corrections of names within one report are [`correct`]'s part and must be done before; here count
/// the links that the reader set or cut across, corrected dates, and dismissed findings. [`read_pair`]
/// does all of it.
#[must_use]
pub fn compare(left: &Report, right: &Report, corrections: &Corrections) -> Comparison {
    let named = link_names(left, right, corrections);
    let pair = Pair::new(left, right);
    let judged = pair.judge(corrections, named);
    pair.finish(corrections, judged)
}

/// The names of two reports, linked: the first of three parts of comparing, which are apart so that a page can
/// answer in between.
#[derive(Debug)]
pub(crate) struct LinkedNames(Entities);

/// With the sentences aligned and the events judged: the second part.
#[derive(Debug)]
pub(crate) struct Judged {
    entities: Entities,
    sentences: Sentences,
    same_event: SameEvent,
}

/// The first part of [`compare`].
pub(crate) fn link_names(left: &Report, right: &Report, corrections: &Corrections) -> LinkedNames {
    let (forced, barred) = corrections::across(left, right, corrections);
    LinkedNames(entities::link(left, right, &forced, &barred))
}

/// The second part of [`compare`].
#[cfg(target_arch = "wasm32")]
pub(crate) fn judge(left: &Report, right: &Report, corrections: &Corrections, names: LinkedNames) -> Judged {
    Pair::new(left, right).judge(corrections, names)
}

/// The last part of [`compare`].
#[cfg(target_arch = "wasm32")]
pub(crate) fn finish(left: &Report, right: &Report, corrections: &Corrections, judged: Judged) -> Comparison {
    Pair::new(left, right).finish(corrections, judged)
}

/// Two reports prepared for comparing, with one numbering of stems.
struct Pair<'a> {
    stems: Stems,
    left: View<'a>,
    right: View<'a>,
}

impl<'a> Pair<'a> {
    fn new(left: &'a Report, right: &'a Report) -> Self {
        let (stems, [left_forms, right_forms]) = Stems::of(left, right);
        Self { left: View::new(left, &left_forms, &stems), right: View::new(right, &right_forms, &stems), stems }
    }

    /// What the steps read that need names and sentences alone.
    fn context<'b>(&'b self, entities: &'b Entities, sentences: &'b Sentences, corrections: &Corrections) -> Context<'b>
    where
        'a: 'b,
    {
        let day = |own: Option<Day>, set: &Option<String>| set.as_deref().and_then(Day::parse).or(own);
        Context {
            left: &self.left,
            right: &self.right,
            stems: &self.stems,
            entities,
            sentences,
            published: [
                day(self.left.report.published, &corrections.left_published),
                day(self.right.report.published, &corrections.right_published),
            ],
            label: EventLabel::Unclear,
            said: [&[], &[]],
            figures: &[],
        }
    }

    fn judge(&self, corrections: &Corrections, LinkedNames(entities): LinkedNames) -> Judged {
        let sentences = sentences::align(&self.left, &self.right, &self.stems);
        let same_event = event::same_event(&self.context(&entities, &sentences, corrections));
        Judged { entities, sentences, same_event }
    }

    fn finish(&self, corrections: &Corrections, judged: Judged) -> Comparison {
        let Judged { entities, sentences, same_event } = judged;
        let (left, right) = (&self.left, &self.right);
        let said = [(left, Side::Left), (right, Side::Right)].map(|(view, side)| statements::said(view, side, &entities, &self.stems));
        let cx = Context { label: same_event.label, said: [&said[0], &said[1]], ..self.context(&entities, &sentences, corrections) };
        let statements = statements::link(&cx);
        let figures = figures::link(&cx);
        let passages = passages::passages(left, right, &self.stems);
        let shown = sentences::shown(&sentences, left, right);
        let mut comparison = Comparison {
            version: 1,
            same_event,
            entities: Vec::new(),
            timeline: timeline::timeline(left.report, right.report, &shown),
            speakers: speakers::speakers(&cx, &statements),
            statements,
            figures: figures.iter().map(|l| l.link.clone()).collect(),
            left: summary(left, passages.iter().map(|p| p.left)),
            right: summary(right, passages.iter().map(|p| p.right)),
            passages,
            sentences: shown,
            findings: Vec::new(),
        };
        comparison.findings = findings::findings(&Context { figures: &figures, ..cx }, &comparison, corrections);
        comparison.entities = entities.links;
        comparison
    }
}

/// The measures from which the same-event score is made, for training and checking it.
#[must_use]
pub fn event_measures(left: &Report, right: &Report) -> [i32; event::MEASURES] {
    let Pair { stems, left, right } = Pair::new(left, right);
    let sentences = sentences::align(&left, &right, &stems);
    event::measures(&left, &right, &stems, &sentences)
}

fn summary(view: &View<'_>, passages: impl Iterator<Item = Span>) -> SideSummary {
    let report = view.report;
    let words = |span: Span| view.words(span).len();
    let body: usize = view.sentences.iter().filter(|t| !t.headline).map(|t| words(t.span)).sum();
    let shared: usize = passages.map(words).sum();
    SideSummary {
        words: body,
        shared_permille: (1000 * shared.min(body) / body.max(1)) as u16,
        entities: report.entities.len(),
        dates: report.dates.len(),
        statements: report.statements.len(),
        statement_words: report.statements.iter().flat_map(|s| &s.content).map(|c| words(*c)).sum(),
        figures: report.figures.len(),
    }
}
