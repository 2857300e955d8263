//! What is worth looking at, with its evidence and a reason in plain words.
//!
//! Sentences here read alike from either side: values come in rising order and words in alphabetical
//! order, never "left" and "right". Names of findings are made from their evidence, so that the same
//! reports give the same names whichever stands left.

use super::entities::{Entities, fold};
use super::figures::Linked;
use super::sentences::Sentences;
use super::statements::Said;
use super::view::View;
use super::words::{Stems, print};
use super::{
    Comparison, Corrections, EventLabel, Finding, FindingKind, Passage, Side, StatementLink, StatementRelation, clauses, counted, deeds,
    named, voiced,
};
use crate::entity::Kind;
use crate::order::Arrange;
use crate::quote::{SourceClass, Statement};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Most sentences of one report that are shown as told by it alone.
const TOLD: usize = 12;
/// A sentence whose best counterpart is less alike than this, in percent, has none.
const NO_COUNTERPART: u8 = 22;

/// What findings are made from.
pub(crate) struct Context<'a> {
    pub(crate) left: &'a View<'a>,
    pub(crate) right: &'a View<'a>,
    pub(crate) stems: &'a Stems,
    pub(crate) entities: &'a Entities,
    pub(crate) sentences: &'a Sentences,
    pub(crate) said: [&'a [Said]; 2],
    pub(crate) figures: &'a [Linked],
    pub(crate) label: EventLabel,
}

/// All findings, most important first.
pub(crate) fn findings(cx: &Context<'_>, comparison: &Comparison, corrections: &Corrections) -> Vec<Finding> {
    let mut out = Vec::new();
    if matches!(cx.label, EventLabel::Same | EventLabel::Related) {
        counted::findings(cx, &mut out);
        clauses::findings(cx, &mut out);
        deeds::findings(cx, &mut out);
    }
    voiced::findings(cx, &comparison.statements, &mut out);
    named::findings(cx, &mut out);
    speakers(cx, &comparison.statements, &mut out);
    told(cx, &mut out);
    passages(cx, &comparison.passages, &mut out);
    for finding in &mut out {
        finding.id = name(cx, finding);
    }
    out.arrange_by(|a, b| {
        let place = |f: &Finding| f.left.iter().chain(&f.right).map(|s| s.start).min().unwrap_or(0);
        b.importance.cmp(&a.importance).then(a.kind.cmp(&b.kind)).then(place(a).cmp(&place(b))).then_with(|| a.id.cmp(&b.id))
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
        FindingKind::SpeakerOnly => "speaker-only",
        FindingKind::ToldOnly => "told-only",
        FindingKind::PassageCopied => "passage-copied",
    }
}

/// Text in one line.
pub(super) fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Speakers that only one report hears: persons, and bodies that the other report does not name at all.
fn speakers(cx: &Context<'_>, links: &[StatementLink], out: &mut Vec<Finding>) {
    if cx.label == EventLabel::Different {
        return;
    }
    type Voice = (Option<u32>, String);
    for (is_left, view, other) in [(true, cx.left, cx.right), (false, cx.right, cx.left)] {
        let side = if is_left { Side::Left } else { Side::Right };
        let heard = heard(other);
        let shared: BTreeSet<usize> = links
            .iter()
            .filter(|l| l.relation != StatementRelation::SameMatter)
            .map(|l| if is_left { l.left } else { l.right } as usize)
            .collect();
        let mut voices: BTreeMap<Voice, Vec<usize>> = BTreeMap::new();
        for (n, s) in view.report.statements.iter().enumerate() {
            let Some(source) = &s.source else { continue };
            let link = source.entity.and_then(|e| cx.entities.link(side, e));
            let kind = link.and_then(|l| cx.entities.links.get(l as usize)).map(|l| l.kind);
            let person =
                source.class == SourceClass::NamedPerson || (source.class == SourceClass::Spokesperson && kind == Some(Kind::Person));
            let body = source.class == SourceClass::Institution && kind == Some(Kind::Organization);
            if person || body {
                voices.entry((link, if link.is_some() { String::new() } else { fold(&source.name) })).or_default().push(n);
            }
        }
        for (voice, numbers) in voices {
            let statements: Vec<&Statement> = numbers.iter().filter_map(|&n| view.report.statements.get(n)).collect();
            let Some(source) = statements.first().and_then(|s| s.source.as_ref()) else { continue };
            let link = voice.0.and_then(|l| cx.entities.links.get(l as usize));
            let name = link.map_or(source.name.as_str(), |l| l.name.as_str());
            if name.is_empty() || link.is_none() && name.split(' ').count() > 4 {
                continue;
            }
            let counterpart = link.and_then(|l| if is_left { l.right } else { l.left });
            if counterpart.is_some_and(|c| heard.contains(&c)) || (counterpart.is_some() && source.class == SourceClass::Institution) {
                continue;
            }
            // The same words under another description ("the prime minister") are the same voice.
            let linked = numbers.iter().any(|n| shared.contains(n));
            if linked {
                continue;
            }
            let importance = if source.class == SourceClass::Institution { 36 } else { 58 } + (numbers.len().min(5) as u8 - 1) * 2;
            let reason = if counterpart.is_some() {
                "The other report names the source but does not let it speak."
            } else {
                "The other report does not name this source."
            };
            let mut f =
                finding(FindingKind::SpeakerOnly, importance, format!("Only {} hears {name}.", teller(view, other)), reason.to_owned());
            let evidence: Vec<Span> = statements.iter().filter_map(|s| s.source.as_ref().map(|x| x.span)).collect();
            *(if is_left { &mut f.left } else { &mut f.right }) = evidence;
            out.push(f);
        }
    }
}

/// The entities that a report lets speak: sources, and whoever is named in a sentence that holds a
/// statement.
fn heard(view: &View<'_>) -> BTreeSet<u32> {
    let doc = &view.report.document;
    let mut out: BTreeSet<u32> = view.report.statements.iter().filter_map(|s| s.source.as_ref()?.entity).collect();
    let spans = view.report.statements.iter().flat_map(|s| s.content.iter().copied().chain(s.cue.as_ref().map(|c| c.span)));
    let voiced: BTreeSet<usize> = spans.filter_map(|span| view.sentence(span)).collect();
    for told in voiced.into_iter().filter_map(|n| view.sentences.get(n)) {
        for &e in &told.entities {
            let Some(entity) = view.report.entities.get(e as usize) else { continue };
            let last = entity.name.rsplit(' ').next().unwrap_or("").to_lowercase();
            if (told.first..told.last).any(|i| doc.lower(i) == last) {
                out.insert(e);
            }
        }
    }
    out
}

/// What only one report tells, the most important sentences of each.
fn told(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (is_left, view, other, best) in
        [(true, cx.left, cx.right, &cx.sentences.best_left), (false, cx.right, cx.left, &cx.sentences.best_right)]
    {
        let side = if is_left { Side::Left } else { Side::Right };
        let voiced: BTreeSet<usize> = view.report.statements.iter().flat_map(|s| &s.content).filter_map(|c| view.sentence(*c)).collect();
        let mut list: Vec<(u32, usize)> = Vec::new();
        for (n, told) in view.sentences.iter().enumerate() {
            let counterpart = best.get(n).copied().flatten().map_or(0, |b| b.1);
            // A dateline or a caption tells nothing of its own.
            let doc = &view.report.document;
            let body = doc.is_body(doc.sentence_of(told.first));
            if !body || told.headline || told.content.len() < 3 || counterpart >= NO_COUNTERPART {
                continue;
            }
            let new = told.entities.iter().filter(|&&e| !cx.entities.shared(side, e)).count() as u32;
            let known = told.entities.len() as u32 - new;
            let statement = voiced.contains(&n);
            // Earlier sentences matter more: the lead of the inverted pyramid comes first.
            let position = 20 - (20 * n / view.sentences.len().max(1)) as u32;
            let value = position
                + 6 * new.min(3)
                + 2 * known.min(3)
                + 5 * (told.figures.len() as u32).min(2)
                + if statement { 6 } else { 0 }
                + told.weight.min(300) / 30;
            list.push((value, n));
        }
        list.arrange_by_key(|x| (std::cmp::Reverse(x.0), x.1));
        let most = if cx.label == EventLabel::Different { TOLD / 4 } else { TOLD };
        for (value, n) in list.into_iter().take(most) {
            let Some(told) = view.sentences.get(n) else { continue };
            let importance = if cx.label == EventLabel::Different { 5 } else { value.min(54) as u8 };
            let mut f = finding(
                FindingKind::ToldOnly,
                importance,
                format!("Only {} tells: {}", teller(view, other), clipped(view.text(told.span))),
                "No sentence of the other report tells the same.".to_owned(),
            );
            if is_left { &mut f.left } else { &mut f.right }.push(told.span);
            out.push(f);
        }
    }
}

/// A report by its outlet where that is known.
fn teller(view: &View<'_>, other: &View<'_>) -> String {
    let name = view
        .report
        .source
        .as_deref()
        .filter(|_| view.report.source != other.report.source)
        .map(flat)
        .filter(|n| !n.is_empty() && n.chars().count() <= 40);
    name.unwrap_or_else(|| "one report".to_owned())
}

/// The first words of a sentence.
fn clipped(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= 18 { words.join(" ") } else { format!("{} \u{2026}", words.iter().take(16).copied().collect::<Vec<_>>().join(" ")) }
}

fn passages(cx: &Context<'_>, passages: &[Passage], out: &mut Vec<Finding>) {
    for p in passages {
        // A shared quotation is a finding of its own.
        let quoted = |view: &View<'_>, span: Span| {
            let list = &view.report.statements;
            let after = list.partition_point(|s| s.content.first().is_some_and(|c| c.start <= span.start));
            list.get(after.saturating_sub(3)..after).unwrap_or(&[]).iter().any(|s| s.content.iter().any(|c| c.contains(span)))
        };
        if quoted(cx.left, p.left) && quoted(cx.right, p.right) {
            continue;
        }
        let how = match (p.edited, p.moved) {
            (false, false) => "Word for word",
            (true, false) => "With words changed",
            (false, true) => "Word for word, in another place",
            (true, true) => "With words changed, in another place",
        };
        let importance = (20 + p.words / 3).min(50) as u8;
        let mut f = finding(
            FindingKind::PassageCopied,
            importance,
            format!("{} words stand in both reports.", p.words),
            format!("{how}. One report has it from the other, or both from a third."),
        );
        f.left.push(p.left);
        f.right.push(p.right);
        out.push(f);
    }
    let _ = cx.stems;
    let _ = cx.said;
}
