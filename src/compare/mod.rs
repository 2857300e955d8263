//! Two reports side by side: what both tell, where they differ, what only one tells.
//!
//! In: two [`Report`]s and the reader's [`Corrections`]. Out: a [`Comparison`] that refers to both by
//! number and span. Entities are aligned first, then dates, statements, figures, passages and
//! sentences; every later step may use the earlier ones. Swapping the two reports swaps the result
//! and changes nothing else.

mod clash;
mod comparing;
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

pub use comparing::{Compared, Comparing};
pub use corrections::{Corrections, EntityCorrection, Kept, read_pair};
pub use findings::kind_name;
pub use types::{
    Comparison, DiffStep, Dimension, EntityLink, EventLabel, EventReason, FigureLink, FigureRelation, Finding, FindingKind, Leaning,
    Passage, SameEvent, SentenceLink, Side, SideSummary, Speaker, StatementLink, StatementRelation, Sureness, TimelineEntry, VERSION,
};

pub(crate) use context::{Context, Ground, Judged};

use crate::analysis::Report;
use crate::date::Day;
use crate::text::Span;
use entities::Entities;
use sentences::Sentences;
use view::View;
use words::Stems;

/// Compares two reports. Total: any two reports give a comparison.
///
/// What the reader corrected within a report is done to a copy of it, and the entities of the result are numbered as
/// in that copy: who corrected names takes it from [`Comparing`], or has [`read_pair`] do everything.
#[must_use]
pub fn compare(left: &Report, right: &Report, corrections: &Corrections) -> Comparison {
    Comparing::new(left, right, corrections.clone()).finish().comparison
}

/// Two reports prepared for comparing, with one numbering of stems.
struct Pair<'a> {
    stems: Stems,
    left: View<'a>,
    right: View<'a>,
}

/// Names linked, sentences aligned, shared passages found, the event judged: what the second half of comparing begins with.
#[derive(Debug)]
struct Verdict {
    entities: Entities,
    sentences: Sentences,
    passages: Vec<Passage>,
    same_event: SameEvent,
}

impl<'a> Pair<'a> {
    fn new(left: &'a Report, right: &'a Report) -> Self {
        let (stems, [left_forms, right_forms]) = Stems::of(left, right);
        Self { left: View::new(left, &left_forms, &stems), right: View::new(right, &right_forms, &stems), stems }
    }

    fn ground<'b>(
        &'b self,
        entities: &'b Entities,
        sentences: &'b Sentences,
        passages: &'b [Passage],
        corrections: &Corrections,
    ) -> Ground<'b>
    where
        'a: 'b,
    {
        let day = |view: &View<'_>, set: &Option<String>| set.as_deref().and_then(Day::parse).or(view.report.published);
        Ground {
            left: &self.left,
            right: &self.right,
            stems: &self.stems,
            entities,
            sentences,
            passages,
            published: [day(&self.left, &corrections.left_published), day(&self.right, &corrections.right_published)],
        }
    }

    fn judge(&self, corrections: &Corrections, entities: Entities) -> Verdict {
        let sentences = sentences::align(&self.left, &self.right, &self.stems);
        let passages = passages::passages(&self.left, &self.right, &self.stems);
        let same_event = event::same_event(&self.ground(&entities, &sentences, &passages, corrections));
        Verdict { entities, sentences, passages, same_event }
    }

    fn finish(&self, corrections: &Corrections, verdict: Verdict) -> Comparison {
        let Verdict { entities, sentences, passages, same_event } = verdict;
        let (left, right) = (&self.left, &self.right);
        let said = [(left, Side::Left), (right, Side::Right)].map(|(view, side)| statements::said(view, side, &entities, &self.stems));
        let ground = self.ground(&entities, &sentences, &passages, corrections);
        let judged = Judged { ground, label: same_event.label, said: [&said[0], &said[1]] };
        let statements = statements::link(&judged);
        let figures = figures::link(&judged);
        let shown = sentences::shown(&sentences, left, right);
        let mut comparison = Comparison {
            version: VERSION,
            same_event,
            entities: Vec::new(),
            timeline: timeline::timeline(left.report, right.report, &shown),
            speakers: speakers::speakers(&judged, &statements),
            statements,
            figures: figures.iter().map(|l| l.link.clone()).collect(),
            left: summary(left, passages.iter().map(|p| p.left)),
            right: summary(right, passages.iter().map(|p| p.right)),
            passages: Vec::new(),
            sentences: shown,
            findings: Vec::new(),
        };
        comparison.findings = findings::findings(&Context { judged, figures: &figures }, &comparison, corrections);
        comparison.entities = entities.links;
        comparison.passages = passages;
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
