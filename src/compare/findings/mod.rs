//! What is worth looking at, with its evidence and a reason in plain words.
//!
//! They come in the order of use: what cannot both hold, what differs, what was copied, what is new in each
//! report, who is heard in one only, what both share. Sentences here read alike from either side: values come in rising
//! order and words in alphabetical order, and a report is called left or right only where one of them is meant. Names
//! of findings are made from their evidence, so that the same reports give the same names whichever stands left.

mod apart;
mod copied;
mod dates;
mod deeds;
mod exclusive;
mod figures;
mod hedges;
mod names;
mod negation;
mod persons;
mod quotes;
mod slots;
mod speakers;
mod tallies;
mod title;
mod told;

pub(super) use negation::OPPOSITES;

use super::synonyms::Synonyms;
use super::view::View;
use super::words::print;
use super::{Comparison, Context, Corrections, Finding, FindingKind, Side};
use crate::order::Arrange;
use crate::text::{Span, flat};
use std::collections::BTreeSet;

/// All findings, most important first.
pub(crate) fn findings(cx: &Context<'_>, comparison: &Comparison, corrections: &Corrections) -> Vec<Finding> {
    let mut out = Vec::new();
    let synonyms = Synonyms::of(cx.stems);
    figures::findings(cx, &mut out);
    tallies::findings(cx, &mut out);
    dates::findings(cx, &synonyms, &mut out);
    negation::findings(cx, &mut out);
    deeds::findings(cx, &mut out);
    hedges::findings(cx, &synonyms, &mut out);
    slots::findings(cx, &mut out);
    persons::findings(cx, &mut out);
    quotes::findings(cx, comparison, &mut out);
    names::findings(cx, &mut out);
    apart::findings(cx, &comparison.statements, &mut out);
    speakers::findings(cx, &comparison.speakers, &synonyms, &mut out);
    told::findings(cx, &synonyms, &mut out);
    copied::findings(cx, &mut out);
    for finding in &mut out {
        finding.id = name(cx, finding);
    }
    out.arrange_by(|a, b| {
        let place = |f: &Finding| f.left.iter().chain(&f.right).map(|s| s.start).min().unwrap_or(0);
        b.importance
            .cmp(&a.importance)
            .then(a.kind.cmp(&b.kind))
            .then(place(a).cmp(&place(b)))
            .then_with(|| a.id.cmp(&b.id))
            .then_with(|| a.title.cmp(&b.title))
    });
    out.dedup_by(|a, b| a.id == b.id);
    let dismissed: BTreeSet<&str> = corrections.dismissed.iter().map(String::as_str).collect();
    for finding in &mut out {
        finding.dismissed = dismissed.contains(finding.id.as_str());
    }
    out
}

/// A finding without its name.
pub(crate) fn finding(kind: FindingKind, importance: u8, title: String, reason: String) -> Finding {
    Finding { id: String::new(), kind, importance, title, reason, left: Vec::new(), right: Vec::new(), question: None, dismissed: false }
}

impl Finding {
    /// With a question to check.
    fn asking(self, question: impl Into<String>) -> Self {
        Self { question: Some(question.into()), ..self }
    }

    /// With one piece of evidence in each report.
    fn between(mut self, left: Span, right: Span) -> Self {
        self.left.push(left);
        self.right.push(right);
        self
    }
}

/// A name made from kind and evidence, alike from either side.
fn name(cx: &Context<'_>, finding: &Finding) -> String {
    let side = |view: &View<'_>, spans: &[Span]| {
        spans.iter().fold(0x9e37_79b9_7f4a_7c15_u64, |h, s| {
            (h ^ print(view.text(*s)) ^ u64::from(s.start)).wrapping_mul(0x0100_0000_01b3).rotate_left(23)
        })
    };
    let (l, r) = (side(cx.left, &finding.left), side(cx.right, &finding.right));
    let sum = l.wrapping_add(r) ^ (l ^ r).rotate_left(32);
    format!("{}-{:08x}", kind_name(finding.kind), (sum ^ (sum >> 32)) as u32)
}

/// The name of a kind as it is written in exports.
#[must_use]
pub fn kind_name(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::FigureConflict => "figure-conflict",
        FindingKind::FigureDiffers => "figure-differs",
        FindingKind::DateConflict => "date-conflict",
        FindingKind::DateDiffers => "date-differs",
        FindingKind::Negation => "negation",
        FindingKind::ActorConflict => "actor-conflict",
        FindingKind::QuoteAltered => "quote-altered",
        FindingKind::QuoteShared => "quote-shared",
        FindingKind::StanceDiffers => "stance-differs",
        FindingKind::NameDiffers => "name-differs",
        FindingKind::DetailDiffers => "detail-differs",
        FindingKind::SpeakerOnly => "speaker-only",
        FindingKind::ToldOnly => "told-only",
        FindingKind::PassageCopied => "passage-copied",
        FindingKind::SameMatter => "same-matter",
        FindingKind::NamesShared => "names-shared",
    }
}

/// A sentence that ends: with a full stop, unless its words end in one.
pub(super) fn closed(text: String) -> String {
    let bare = text.trim_end_matches(['\u{201d}', '\u{2019}', '"', '\'', ')', ']']);
    if bare.ends_with(['.', '!', '?', '\u{2026}']) { text } else { text + "." }
}

/// A report by its outlet where both outlets are known, else by its side.
pub(super) fn teller(view: &View<'_>, other: &View<'_>, side: Side) -> String {
    let outlet = |view: &View<'_>| view.report.source.as_deref().map(flat).filter(|n| !n.is_empty() && n.chars().count() <= 40);
    match (outlet(view), outlet(other)) {
        (Some(own), Some(far)) if own != far => own,
        _ if side == Side::Left => "the left report".to_owned(),
        _ => "the right report".to_owned(),
    }
}
