//! The types of a [`Comparison`], as they stand at the boundary.

use crate::date::Interval;
use crate::entity::Kind;
use crate::quote::SourceClass;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Version of what is written at the boundary and in exports.
pub const VERSION: u32 = 1;

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

impl Side {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }

    /// Its part of two.
    pub fn of<T>(self, left: T, right: T) -> T {
        match self {
            Self::Left => left,
            Self::Right => right,
        }
    }

    /// "left" or "right".
    #[must_use]
    pub fn name(self) -> &'static str {
        self.of("left", "right")
    }
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

/// Which way a reason leans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Leaning {
    /// It speaks for one event.
    For,
    /// It speaks against.
    Against,
    /// It decides nothing alone.
    Open,
    /// The reports say nothing of it.
    Silent,
}

/// How sure an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Sureness {
    /// Clear.
    Clear,
    /// Fairly clear.
    Fair,
    /// Uncertain.
    Open,
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
    /// Which way that leans.
    pub leaning: Leaning,
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
    /// How sure the answer is.
    pub sureness: Sureness,
    /// The reasons, one a dimension, in fixed order.
    pub reasons: Vec<EventReason>,
    /// Days from the left report's date to the right one's, where both are known.
    pub days_apart: Option<i32>,
    /// The later report, where known.
    pub later: Option<Side>,
    /// The answer in one sentence, hedged where it is not clear.
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

/// Everything [`compare`](crate::compare::compare) finds.
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
