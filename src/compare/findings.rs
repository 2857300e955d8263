//! What is worth looking at, with its evidence and a reason in plain words.
//!
//! Sentences here read alike from either side: values come in rising order and words in alphabetical
//! order, never "left" and "right". Names of findings are made from their evidence, so that the same
//! reports give the same names whichever stands left.

use super::entities::{Entities, fold, ordered};
use super::figures::Linked;
use super::sentences::Sentences;
use super::statements::{Said, one_source};
use super::view::View;
use super::words::{Stems, print};
use super::{
    Comparison, Corrections, EventLabel, FigureRelation, Finding, FindingKind, Passage, Side, StatementLink, StatementRelation, clauses,
    deeds,
};
use crate::entity::Kind;
use crate::figure::{Figure, FigureKind};
use crate::order::Arrange;
use crate::quote::{SourceClass, SpeechAct, Statement, StatementKind};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Most sentences of one report that are shown as told by it alone.
const TOLD: usize = 12;
/// Least certainty, in percent, that two differing figures speak of one thing.
const DIFFERS: u8 = 55;
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
        figures(cx, &mut out);
        clauses::findings(cx, &mut out);
        deeds::findings(cx, &mut out);
    }
    statements(cx, &comparison.statements, &mut out);
    names(cx, &mut out);
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

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A figure with what it counts, "312 passengers", "four dead".
fn amount(view: &View<'_>, f: &Figure) -> String {
    let number = flat(view.text(f.span));
    let number = lowered(&number);
    let state = match f.state.as_str() {
        "kill" => "dead",
        "injure" => "injured",
        "missing" => "missing",
        "arrest" => "arrested",
        "rescue" => "rescued",
        "evacuate" => "evacuated",
        _ => "",
    };
    if f.kind == FigureKind::Count && !state.is_empty() {
        let people = matches!(
            f.noun.as_str(),
            "" | "person" | "dead" | "killed" | "injured" | "wounded" | "hurt" | "missing" | "arrested" | "detained"
        );
        // "86 arrests": the noun says the state already.
        if let (Some(c), "death" | "fatality" | "injury" | "arrest" | "detention" | "casualty" | "rescue") = (f.counted, f.noun.as_str()) {
            return format!("{number} {}", noun_phrase(view, c));
        }
        return match f.counted.filter(|_| !people) {
            Some(c) => format!("{number} {} {state}", noun_phrase(view, c)),
            None => format!("{number} {state}"),
        };
    }
    match f.counted.filter(|c| c.start >= f.span.end && c.start - f.span.end <= 4 && f.kind != FigureKind::Money) {
        Some(c) => format!("{number} {}", noun_phrase(view, c)),
        None => number,
    }
}

/// A counted phrase up to the place or owner behind it.
fn noun_phrase(view: &View<'_>, counted: Span) -> String {
    let text = flat(view.text(counted));
    let cut = [" in ", " of ", " from ", " at "].iter().filter_map(|p| text.find(p)).min();
    cut.and_then(|c| text.get(..c)).map_or(text.clone(), str::to_owned)
}

/// A number word that opens a sentence, in lower case: "Four", "At least 36".
fn lowered(number: &str) -> String {
    match number.split_once(' ') {
        Some((head, rest)) if head.chars().skip(1).all(char::is_lowercase) => format!("{} {rest}", head.to_lowercase()),
        _ => {
            if number.chars().skip(1).all(|c| c.is_lowercase() || c == '-') {
                number.to_lowercase()
            } else {
                number.to_owned()
            }
        }
    }
}

fn figures(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for linked in cx.figures {
        let (Some(a), Some(b)) =
            (cx.left.report.figures.get(linked.link.left as usize), cx.right.report.figures.get(linked.link.right as usize))
        else {
            continue;
        };
        let conflict = linked.link.relation == FigureRelation::Conflict;
        let differs = linked.link.relation == FigureRelation::Differs && linked.worth && linked.trust >= DIFFERS;
        if !conflict && !differs {
            continue;
        }
        let (x, y) = (amount(cx.left, a), amount(cx.right, b));
        let (x, y) = if (a.low, &x) <= (b.low, &y) { (x, y) } else { (y, x) };
        let importance = match (conflict, linked.toll) {
            (true, true) => 98,
            (true, false) => 92,
            (false, true) => 78,
            (false, false) => 30 + linked.trust / 4,
        };
        let kind = if conflict { FindingKind::FigureConflict } else { FindingKind::FigureDiffers };
        let mut f = finding(kind, importance, format!("One report says {x}, the other {y}."), linked.link.reason.clone());
        f.question = Some(if linked.toll && !conflict {
            format!("One report says {x}, the other {y}: which is later?")
        } else {
            format!("One report says {x}, the other {y}: which is right, and who counted?")
        });
        // The headline and the lead often give one pair of values: one finding with both places.
        let at = *seen.entry(format!("{}{}", kind_name(kind), f.title)).or_insert(out.len());
        if let Some(same) = out.get_mut(at) {
            same.left.push(a.span);
            same.right.push(b.span);
            continue;
        }
        f.left.push(a.span);
        f.right.push(b.span);
        out.push(f);
    }
}

fn source(statement: &Statement) -> Option<&str> {
    statement.source.as_ref().map(|s| s.name.as_str()).filter(|n| !n.is_empty())
}

fn statements(cx: &Context<'_>, links: &[StatementLink], out: &mut Vec<Finding>) {
    for link in links {
        let (Some(a), Some(b)) = (cx.left.report.statements.get(link.left as usize), cx.right.report.statements.get(link.right as usize))
        else {
            continue;
        };
        let who = match (source(a), source(b)) {
            (Some(_), Some(_)) if given_to_two(cx, link) => None,
            (Some(x), Some(y)) => {
                // A person tells more than a body, a body more than a group; then the longer name.
                let class = |s: &Statement| s.source.as_ref().map_or(9, |s| s.class as u8);
                let rank = |s: &Statement, name: &str| (std::cmp::Reverse(class(s)), name.len(), name.to_owned());
                Some(if rank(a, x) >= rank(b, y) { x } else { y })
            }
            (x, y) => x.or(y),
        };
        let by = who.map(|w| format!(" of {w}")).unwrap_or_default();
        let mut push = |mut f: Finding| {
            f.left.clone_from(&a.content);
            f.right.clone_from(&b.content);
            out.push(f);
        };
        match link.relation {
            StatementRelation::Altered => {
                // What differs between shared words; what stands before and behind is only trimmed.
                let first = link.diff.iter().position(|d| d.same).unwrap_or(0);
                let last = link.diff.iter().rposition(|d| d.same).unwrap_or(0);
                let core = link.diff.get(first..last).unwrap_or(&[]);
                let changed = core.iter().filter(|d| !d.same).find(|d| d.left.is_some() && d.right.is_some());
                let title = match changed.and_then(|d| Some((cx.left.text(d.left?), cx.right.text(d.right?)))) {
                    Some((x, y)) => {
                        let (x, y) = (flat(x), flat(y));
                        let (x, y) = ordered(&x, &y);
                        format!("A quotation{by} has two wordings: \u{201c}{x}\u{201d} and \u{201c}{y}\u{201d}.")
                    }
                    // Words that only one of them has.
                    None => match core
                        .iter()
                        .filter(|d| !d.same)
                        .find_map(|d| d.left.map(|s| cx.left.text(s)).or(d.right.map(|s| cx.right.text(s))))
                    {
                        Some(words) => format!("Only one report has \u{201c}{}\u{201d} in a quotation{by}.", flat(words)),
                        None => format!("A quotation{by} has two wordings."),
                    },
                };
                let mut f = finding(FindingKind::QuoteAltered, 85, title, link.reason.clone());
                f.question = Some(format!("Which wording of the quotation{by} is right?"));
                push(f);
            }
            StatementRelation::Verbatim | StatementRelation::Trimmed => {
                let how = if link.relation == StatementRelation::Verbatim { "word for word" } else { "in part" };
                // Only what stands in quotation marks in both is quoted.
                let quoted = [a, b].iter().all(|s| s.kind != StatementKind::Indirect);
                let title = if quoted {
                    format!("Both reports quote the same words{by} {how}.")
                } else {
                    format!("Both reports give a statement{by} in the same words.")
                };
                push(finding(FindingKind::QuoteShared, 35, title, link.reason.clone()));
            }
            StatementRelation::Paraphrase => {
                push(finding(FindingKind::QuoteShared, 25, format!("Both reports tell a statement{by}."), link.reason.clone()));
            }
            StatementRelation::SameMatter => {}
        }
        if link.relation != StatementRelation::SameMatter {
            stance(a, b, who, cx.label, out);
        }
    }
}

/// Whether the two reports give linked statements to different sources.
fn given_to_two(cx: &Context<'_>, link: &StatementLink) -> bool {
    let [left, right] = cx.said;
    let pair = left.get(link.left as usize).zip(right.get(link.right as usize));
    pair.is_some_and(|(a, b)| one_source(a, b) == Some(false))
}

/// Said in one, claimed or denied in the other.
fn stance(a: &Statement, b: &Statement, who: Option<&str>, label: EventLabel, out: &mut Vec<Finding>) {
    let (Some(x), Some(y)) = (&a.cue, &b.cue) else { return };
    let doubtful = |act: SpeechAct| matches!(act, SpeechAct::Claims);
    let plain = |act: SpeechAct| matches!(act, SpeechAct::States);
    if !matches!(label, EventLabel::Same | EventLabel::Related) || x.negated || y.negated {
        return;
    }
    if !(doubtful(x.act) && plain(y.act) || plain(x.act) && doubtful(y.act)) {
        return;
    }
    let (v, w) = ordered(&x.lemma, &y.lemma);
    let who = who.unwrap_or("the source");
    let mut f = finding(
        FindingKind::StanceDiffers,
        55,
        format!("One report lets {who} \u{201c}{v}\u{201d} what the other lets {who} \u{201c}{w}\u{201d}."),
        "The verb of saying leaves it open in one report and takes distance in the other.".to_owned(),
    );
    f.left.push(x.span);
    f.right.push(y.span);
    out.push(f);
}

fn names(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for link in &cx.entities.links {
        let (Some(l), Some(r)) = (link.left, link.right) else { continue };
        let (Some(a), Some(b)) = (cx.left.report.entities.get(l as usize), cx.right.report.entities.get(r as usize)) else { continue };
        for difference in &link.differences {
            let spelled = difference.starts_with("Spelled");
            let importance = if spelled { 60 } else { 28 };
            let title =
                if spelled { difference.clone() } else { format!("{}: {}{}", link.name, difference[..1].to_lowercase(), &difference[1..]) };
            let mut f = finding(FindingKind::NameDiffers, importance, title, link.reason.clone());
            let first = |view: &View<'_>, e: &crate::entity::Entity| {
                e.mentions
                    .iter()
                    .filter_map(|m| view.report.mentions.get(*m as usize))
                    .map(|m| m.span)
                    .max_by_key(|s| (s.len(), std::cmp::Reverse(s.start)))
            };
            let (x, y) = if spelled {
                (first(cx.left, a), first(cx.right, b))
            } else {
                (a.roles.first().map(|r| r.span), b.roles.first().map(|r| r.span))
            };
            f.left.extend(x);
            f.right.extend(y);
            if spelled {
                f.question = Some("Which spelling of the name is right?".to_owned());
            }
            out.push(f);
        }
    }
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
