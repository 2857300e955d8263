//! Two reports side by side: what both tell, where they differ, what only one tells.
//!
//! In: two [`Report`]s and the reader's [`Corrections`]. Out: a [`Comparison`] that refers to both by
//! number and span. Entities are aligned first, then dates, statements, figures, passages and
//! sentences; every later step may use the earlier ones. Swapping the two reports swaps the result
//! and changes nothing else.

mod apart;
mod clause_words;
mod clauses;
mod copied;
mod corrections;
mod counted;
mod deeds;
mod diff;
mod doubts;
mod entities;
pub mod event;
mod exclusive;
mod figures;
mod findings;
mod named;
mod passages;
mod persons;
mod sentences;
mod slots;
mod speakers;
mod statements;
mod tallies;
mod timeline;
mod title;
mod told;
mod view;
mod voiced;
mod voices;
mod words;

pub use corrections::{correct, read_pair};
pub use findings::kind_name;

use crate::analysis::Report;
use crate::date::{Day, Interval};
use crate::entity::Kind;
use crate::quote::SourceClass;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// One of the two reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Side {
    /// The first report.
    Left,
    /// The second report.
    Right,
}

/// Whether the two reports tell of one event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum EventLabel {
    /// One event.
    Same,
    /// Another stage or side of one story.
    Related,
    /// Different events, even if the same actors take part.
    Different,
    /// Too little to tell.
    Unclear,
}

/// What a reason of the same-event answer speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Dimension {
    /// People and organizations.
    Actors,
    /// Places.
    Places,
    /// Main dates.
    Time,
    /// Main verbs and their arguments.
    Action,
    /// Shared wording.
    Wording,
}

/// How one dimension speaks for or against one event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct EventReason {
    /// Which dimension.
    pub dimension: Dimension,
    /// 0 (against) to 100 (for); `None` where a report says nothing of it.
    pub score: Option<u8>,
    /// In plain words.
    pub reason: String,
}

/// The answer to "is this the same event?".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct SameEvent {
    /// The answer.
    pub label: EventLabel,
    /// 0 (certainly different) to 1000 (certainly the same).
    pub score: u16,
    /// The reasons, one a dimension, in fixed order.
    pub reasons: Vec<EventReason>,
    /// Days from the left report's date to the right one's, where both are known.
    pub days_apart: Option<i32>,
    /// The later report, where known.
    pub later: Option<Side>,
    /// The answer in one sentence.
    pub sentence: String,
}

/// An entity in both reports, or in one only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct EntityLink {
    /// Number in the left report.
    pub left: Option<u32>,
    /// Number in the right report.
    pub right: Option<u32>,
    /// The name to show for both.
    pub name: String,
    /// The kind to show for both.
    pub kind: Kind,
    /// How sure the link is, in percent (100 where there is nothing to link).
    pub score: u8,
    /// Why they are held to be one, in plain words.
    pub reason: String,
    /// What differs in name, spelling or description, in plain words.
    pub differences: Vec<String>,
}

/// A time on which one or both reports tell something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct TimelineEntry {
    /// The days; `None` for dates that stay open or vague.
    pub interval: Option<Interval>,
    /// TIMEX3 value.
    pub value: String,
    /// Numbers of the dates in the left report.
    pub left: Vec<u32>,
    /// Numbers of the dates in the right report.
    pub right: Vec<u32>,
}

/// How two statements relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum StatementRelation {
    /// Word for word.
    Verbatim,
    /// One is part of the other.
    Trimmed,
    /// The same utterance with words changed inside the quotation marks.
    Altered,
    /// Quoted in one, told in other words in the other, or told in both.
    Paraphrase,
    /// On one matter, by one source or by two, and not one utterance.
    SameMatter,
}

/// One step of a word diff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DiffStep {
    /// The words in the left report; empty where only the right has words here.
    pub left: Option<Span>,
    /// The words in the right report.
    pub right: Option<Span>,
    /// Whether both are the same words.
    pub same: bool,
}

/// A statement that stands in both reports, or two on one matter by one source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct StatementLink {
    /// Number in the left report.
    pub left: u32,
    /// Number in the right report.
    pub right: u32,
    /// How they relate.
    pub relation: StatementRelation,
    /// Word diff of the contents, for relations that share wording.
    pub diff: Vec<DiffStep>,
    /// Why they are set side by side, in plain words.
    pub reason: String,
}

/// One voice and what it says in both reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Speaker {
    /// The name to show; empty where the text gives no source.
    pub name: String,
    /// Other names and descriptions to which a report ascribes what the other ascribes to this one.
    pub also: Vec<String>,
    /// Who it is; `None` where the text gives no source.
    pub class: Option<SourceClass>,
    /// Numbers of the statements in the left report.
    pub left: Vec<u32>,
    /// Numbers of the statements in the right report.
    pub right: Vec<u32>,
    /// Words that the left report gives to the speaker.
    pub left_words: u32,
    /// Words that the right report gives to the speaker.
    pub right_words: u32,
}

/// How two figures relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum FigureRelation {
    /// One value.
    Equal,
    /// Both can hold ("at least 40" and "42", rounding).
    Compatible,
    /// They differ, and it is not certain that they speak of the same thing at the same time.
    Differs,
    /// They cannot both hold.
    Conflict,
}

/// Two figures that count the same thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct FigureLink {
    /// Number in the left report.
    pub left: u32,
    /// Number in the right report.
    pub right: u32,
    /// How they relate.
    pub relation: FigureRelation,
    /// Why they are set side by side, in plain words.
    pub reason: String,
}

/// A passage that one report has from the other or both from a third.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Passage {
    /// Where it stands in the left report.
    pub left: Span,
    /// Where it stands in the right report.
    pub right: Span,
    /// Shared words.
    pub words: u32,
    /// Whether words were changed inside it.
    pub edited: bool,
    /// Whether it stands in another order among the other passages.
    pub moved: bool,
    /// Word diff, where words were changed inside it.
    pub diff: Vec<DiffStep>,
}

/// Two sentences that tell the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct SentenceLink {
    /// The sentence in the left report.
    pub left: Span,
    /// The sentence in the right report.
    pub right: Span,
    /// How alike they are, in percent.
    pub score: u8,
}

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum FindingKind {
    /// Figures that cannot both hold.
    FigureConflict,
    /// Figures that differ but need not exclude each other.
    FigureDiffers,
    /// One event on dates that cannot both hold.
    DateConflict,
    /// Dates that differ but need not exclude each other.
    DateDiffers,
    /// One report affirms what the other negates.
    Negation,
    /// One deed given to two doers, or done to two.
    ActorConflict,
    /// A quotation whose words differ.
    QuoteAltered,
    /// The same utterance in both.
    QuoteShared,
    /// Said in one, claimed or denied in the other.
    StanceDiffers,
    /// A name spelled or an entity described differently.
    NameDiffers,
    /// A detail told in two ways of which one at most holds.
    DetailDiffers,
    /// A speaker heard in one report only.
    SpeakerOnly,
    /// Told by one report only.
    ToldOnly,
    /// Passages taken over, or a phrase that both use.
    PassageCopied,
    /// Statements on one matter in reports of different events.
    SameMatter,
    /// Names that stand in reports of different events.
    NamesShared,
}

/// One thing worth looking at, with its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Finding {
    /// Stable name: the same reports give the same names, so that corrections can refer to it.
    pub id: String,
    /// What it is about.
    pub kind: FindingKind,
    /// 0 to 100; findings come most important first.
    pub importance: u8,
    /// The finding in one short sentence.
    pub title: String,
    /// Why it is shown, in plain words.
    pub reason: String,
    /// Evidence in the left report.
    pub left: Vec<Span>,
    /// Evidence in the right report.
    pub right: Vec<Span>,
    /// A question worth asking, where the finding raises one.
    pub question: Option<String>,
    /// Whether the reader dismissed it.
    pub dismissed: bool,
}

/// How much of one report stands in the other, and what there is of each list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct SideSummary {
    /// Words of the report's body.
    pub words: usize,
    /// Words in shared passages, in permille.
    pub shared_permille: u16,
    /// Entities.
    pub entities: usize,
    /// Dates.
    pub dates: usize,
    /// Statements.
    pub statements: usize,
    /// Words in statements.
    pub statement_words: usize,
    /// Figures.
    pub figures: usize,
}

/// Everything [`compare`] finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Comparison {
    /// Version of this structure.
    pub version: u32,
    /// Whether both tell of one event.
    pub same_event: SameEvent,
    /// Entities: in both first, then left only, then right only.
    pub entities: Vec<EntityLink>,
    /// One timeline of both, earliest first, then what has no place on it.
    pub timeline: Vec<TimelineEntry>,
    /// Statements that belong together.
    pub statements: Vec<StatementLink>,
    /// Who makes them: heard in both reports first, then in the left, then in the right report only.
    pub speakers: Vec<Speaker>,
    /// Figures that belong together.
    pub figures: Vec<FigureLink>,
    /// Passages taken over.
    pub passages: Vec<Passage>,
    /// Sentences that tell the same.
    pub sentences: Vec<SentenceLink>,
    /// Findings, most important first.
    pub findings: Vec<Finding>,
    /// The left report in numbers.
    pub left: SideSummary,
    /// The right report in numbers.
    pub right: SideSummary,
}

impl Comparison {
    /// Walks every span with the side that it belongs to, so that positions can be converted.
    pub fn each_span(&mut self, f: &mut dyn FnMut(Side, &mut Span)) {
        for link in &mut self.statements {
            for step in &mut link.diff {
                step.left.iter_mut().for_each(|s| f(Side::Left, s));
                step.right.iter_mut().for_each(|s| f(Side::Right, s));
            }
        }
        for p in &mut self.passages {
            f(Side::Left, &mut p.left);
            f(Side::Right, &mut p.right);
            for step in &mut p.diff {
                step.left.iter_mut().for_each(|s| f(Side::Left, s));
                step.right.iter_mut().for_each(|s| f(Side::Right, s));
            }
        }
        for s in &mut self.sentences {
            f(Side::Left, &mut s.left);
            f(Side::Right, &mut s.right);
        }
        for finding in &mut self.findings {
            finding.left.iter_mut().for_each(|s| f(Side::Left, s));
            finding.right.iter_mut().for_each(|s| f(Side::Right, s));
        }
    }
}

/// What the reader corrected, as data that exports and links keep.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Corrections {
    /// Corrections of entities, in the order in which they were made.
    pub entities: Vec<EntityCorrection>,
    /// The left report's date, `YYYY-MM-DD`.
    pub left_published: Option<String>,
    /// The right report's date.
    pub right_published: Option<String>,
    /// Names of dismissed findings.
    pub dismissed: Vec<String>,
    /// Page furniture that was put back into its report.
    pub kept: Vec<Kept>,
}

/// Text that belongs to its report although it looks like page furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Kept {
    /// In which report.
    pub side: Side,
    /// The block or blocks.
    pub span: Span,
}

impl Corrections {
    /// Walks every span with the side that it belongs to, so that positions can be converted.
    pub fn each_span(&mut self, f: &mut dyn FnMut(Side, &mut Span)) {
        for kept in &mut self.kept {
            f(kept.side, &mut kept.span);
        }
        for correction in &mut self.entities {
            match correction {
                EntityCorrection::Merge { side, mention, with_side, with } => {
                    f(*side, mention);
                    f(*with_side, with);
                }
                EntityCorrection::Rename { side, mention, .. }
                | EntityCorrection::Kind { side, mention, .. }
                | EntityCorrection::Split { side, mention }
                | EntityCorrection::Remove { side, mention } => f(*side, mention),
            }
        }
    }
}

/// One correction of an entity. Entities are referred to by a mention's span, which survives
/// recomputing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "action", try_from = "FlatCorrection")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum EntityCorrection {
    /// Gives the entity of this mention another name.
    Rename {
        /// In which report.
        side: Side,
        /// Any mention of it.
        mention: Span,
        /// The new name.
        name: String,
    },
    /// Changes the kind of the entity of this mention.
    Kind {
        /// In which report.
        side: Side,
        /// Any mention of it.
        mention: Span,
        /// The new kind.
        kind: Kind,
    },
    /// Makes the entities of two mentions one.
    Merge {
        /// Report of the first.
        side: Side,
        /// A mention of the first.
        mention: Span,
        /// Report of the second; another report links the two across.
        #[serde(rename = "withSide")]
        with_side: Side,
        /// A mention of the second.
        with: Span,
    },
    /// Takes this mention out of its entity and makes it one of its own; across reports, unlinks.
    Split {
        /// In which report.
        side: Side,
        /// The mention.
        mention: Span,
    },
    /// Says that this mention is no name.
    Remove {
        /// In which report.
        side: Side,
        /// The mention.
        mention: Span,
    },
}

/// A correction as it is read: the derived way to read a tagged enum buffers any value first, which
/// costs more code than all the layers' other data together.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FlatCorrection {
    action: String,
    side: Side,
    mention: Span,
    name: Option<String>,
    kind: Option<Kind>,
    with_side: Option<Side>,
    with: Option<Span>,
}

impl TryFrom<FlatCorrection> for EntityCorrection {
    type Error = &'static str;

    fn try_from(flat: FlatCorrection) -> Result<Self, Self::Error> {
        let FlatCorrection { side, mention, .. } = flat;
        match flat.action.as_str() {
            "rename" => Ok(Self::Rename { side, mention, name: flat.name.ok_or("a renaming needs a name")? }),
            "kind" => Ok(Self::Kind { side, mention, kind: flat.kind.ok_or("a change of kind needs a kind")? }),
            "merge" => Ok(Self::Merge {
                side,
                mention,
                with_side: flat.with_side.ok_or("a merging needs withSide")?,
                with: flat.with.ok_or("a merging needs with")?,
            }),
            "split" => Ok(Self::Split { side, mention }),
            "remove" => Ok(Self::Remove { side, mention }),
            _ => Err("no such correction"),
        }
    }
}

/// Compares two reports. Total: any two reports give a comparison.
///
/// Corrections of names within one report are [`correct`]'s part and must be done before; here count
/// the links that the reader set or cut across, corrected dates, and dismissed findings. [`read_pair`]
/// does all of it.
#[must_use]
pub fn compare(left: &Report, right: &Report, corrections: &Corrections) -> Comparison {
    let named = link_names(left, right, corrections);
    let (stems, [left_forms, right_forms]) = words::Stems::of(left, right);
    let a = view::View::new(left, &left_forms, &stems);
    let b = view::View::new(right, &right_forms, &stems);
    let judged = judged(&a, &b, &stems, corrections, named);
    finished(&a, &b, &stems, corrections, judged)
}

/// The names of two reports, linked: the first of three parts of comparing, which are apart so that a page can
/// answer in between.
#[derive(Debug)]
pub(crate) struct LinkedNames(entities::Entities);

/// With the sentences aligned and the events judged: the second part.
#[derive(Debug)]
pub(crate) struct Judged {
    entities: entities::Entities,
    sentences: sentences::Sentences,
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
    let (stems, [left_forms, right_forms]) = words::Stems::of(left, right);
    let (a, b) = (view::View::new(left, &left_forms, &stems), view::View::new(right, &right_forms, &stems));
    judged(&a, &b, &stems, corrections, names)
}

/// The last part of [`compare`].
#[cfg(target_arch = "wasm32")]
pub(crate) fn finish(left: &Report, right: &Report, corrections: &Corrections, judged: Judged) -> Comparison {
    let (stems, [left_forms, right_forms]) = words::Stems::of(left, right);
    let (a, b) = (view::View::new(left, &left_forms, &stems), view::View::new(right, &right_forms, &stems));
    finished(&a, &b, &stems, corrections, judged)
}

fn judged(
    a: &view::View<'_>,
    b: &view::View<'_>,
    stems: &words::Stems,
    corrections: &Corrections,
    LinkedNames(entities): LinkedNames,
) -> Judged {
    let sentences = sentences::align(a, b, stems);
    let date = |own: Option<Day>, set: &Option<String>| set.as_deref().and_then(Day::parse).or(own);
    let published = [date(a.report.published, &corrections.left_published), date(b.report.published, &corrections.right_published)];
    let same_event = event::same_event(&event::Context { left: a, right: b, stems, entities: &entities, sentences: &sentences, published });
    Judged { entities, sentences, same_event }
}

fn finished(a: &view::View<'_>, b: &view::View<'_>, stems: &words::Stems, corrections: &Corrections, judged: Judged) -> Comparison {
    let Judged { entities, sentences, same_event } = judged;
    let said = [statements::said(a, Side::Left, &entities, stems), statements::said(b, Side::Right, &entities, stems)];
    let [said_left, said_right] = [&said[0][..], &said[1][..]];
    let one_event = matches!(same_event.label, EventLabel::Same | EventLabel::Related);
    let statement_links = statements::link(a, b, said_left, said_right, stems, one_event);
    let figure_links = figures::link(&figures::Context {
        left: a,
        right: b,
        stems,
        entities: &entities,
        sentences: &sentences,
        said: [said_left, said_right],
        label: same_event.label,
    });
    let passages = passages::passages(a, b, stems);
    let label = same_event.label;
    let mut comparison = Comparison {
        version: 1,
        same_event,
        entities: Vec::new(),
        timeline: timeline::timeline(a.report, b.report),
        speakers: speakers::speakers(a, b, &entities.links, &statement_links),
        statements: statement_links,
        figures: figure_links.iter().map(|l| l.link.clone()).collect(),
        left: summary(a, passages.iter().map(|p| p.left)),
        right: summary(b, passages.iter().map(|p| p.right)),
        passages,
        sentences: sentences::shown(&sentences, a, b),
        findings: Vec::new(),
    };
    let cx = findings::Context {
        left: a,
        right: b,
        stems,
        entities: &entities,
        sentences: &sentences,
        said: [said_left, said_right],
        figures: &figure_links,
        label,
    };
    comparison.findings = findings::findings(&cx, &comparison, corrections);
    comparison.entities = entities.links;
    comparison
}

/// The measures from which the same-event score is made, for training and checking it.
#[must_use]
pub fn event_measures(left: &Report, right: &Report) -> [i32; event::MEASURES] {
    let (stems, [left_forms, right_forms]) = words::Stems::of(left, right);
    let a = view::View::new(left, &left_forms, &stems);
    let b = view::View::new(right, &right_forms, &stems);
    let sentences = sentences::align(&a, &b, &stems);
    event::measures(&a, &b, &stems, &sentences)
}

fn summary(view: &view::View<'_>, passages: impl Iterator<Item = Span>) -> SideSummary {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrections_are_read_as_they_are_written() {
        let (side, mention) = (Side::Left, Span::new(1, 2));
        let all = [
            EntityCorrection::Rename { side, mention, name: "A".to_owned() },
            EntityCorrection::Kind { side, mention, kind: Kind::Place },
            EntityCorrection::Merge { side, mention, with_side: Side::Right, with: Span::new(3, 4) },
            EntityCorrection::Split { side, mention },
            EntityCorrection::Remove { side, mention },
        ];
        let json = serde_json::to_string(&all).unwrap();
        assert_eq!(serde_json::from_str::<Vec<EntityCorrection>>(&json).unwrap(), all);
        let nameless = json.replace("name", "nom");
        assert!(serde_json::from_str::<Vec<EntityCorrection>>(&nameless).is_err());
    }
}
