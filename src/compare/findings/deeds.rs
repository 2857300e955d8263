//! Who did what: aligned sentences that tell one deed and give it to two.
//!
//! Claimed only where it is safe: both reports tell of one event, the sentences say nearly the same
//! beside the names, and the verb is one of which there is one doer or one thing done to ("won",
//! "was named", "was killed by"). Or two names change places around a verb that cannot be turned round
//! ("A beat B", "B beat A").

use super::finding;
use crate::compare::Context;
use crate::compare::clash::strangers;
use crate::compare::entities::ordered;
use crate::compare::sentences::overlap;
use crate::compare::view::{Told, View};
use crate::compare::{EventLabel, Finding, FindingKind, Side};
use crate::entity::{Kind, MentionForm};
use crate::text::{Span, flat};

/// Least likeness, in percent, of two sentences, and of what they say beside the names.
const ALIKE: u8 = 45;
const REST: u32 = 70;

/// Deeds of which there is one doer, or one to whom they are done, as stems.
const SINGLE: &[&str] = &[
    "won", "win", "scor", "nam", "appoint", "elect", "succe", "replac", "chair", "found", "design", "direct", "invent", "own", "head",
    "led", "lead", "driv", "drov", "drive", "pilot", "shot", "fir", "sign", "bought", "acquir", "sold", "wrot", "captain", "host",
    "defeat", "beat", "kill", "murder", "arrest", "charg", "convict", "sentenc", "discover", "becam", "becom", "promot", "hir", "nomin",
];

/// Verbs that cannot be turned round, as stems.
const ONE_WAY: &[&str] = &[
    "beat", "defeat", "sue", "su", "accus", "attack", "kill", "shot", "hit", "invit", "bought", "acquir", "overtook", "succe", "replac",
    "threaten", "warn", "outbid", "rescu", "arrest", "criticis", "criticiz", "follow", "overtak", "owe", "ow", "paid",
];

/// A name in a sentence.
#[derive(Clone, Copy)]
struct Named {
    link: u32,
    kind: Kind,
    span: Span,
    first: usize,
    last: usize,
}

/// Finds deeds given to two.
pub(super) fn findings(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if cx.label != EventLabel::Same {
        return;
    }
    for link in cx.sentences.links.iter().filter(|l| l.score >= ALIKE) {
        let (Some(a), Some(b)) = (cx.left.sentences.get(link.left), cx.right.sentences.get(link.right)) else { continue };
        let (x, y) = (named(cx, Side::Left, a), named(cx, Side::Right, b));
        if let Some((verb, l, r)) = two_doers(cx, (a, &x), (b, &y)).or_else(|| turned_round(cx, (a, &x), (b, &y))) {
            push(cx, &verb, l, r, out);
        }
    }
}

/// Persons and bodies named in a sentence, each where it is named first.
fn named(cx: &Context<'_>, side: Side, told: &Told) -> Vec<Named> {
    let view = cx.view(side);
    let mentions = &view.report.mentions;
    let from = mentions.partition_point(|m| m.span.start < told.span.start);
    let mut list: Vec<Named> = Vec::new();
    for m in mentions.get(from..).unwrap_or(&[]).iter().take_while(|m| m.span.start < told.span.end) {
        let tokens = view.report.document.tokens_in(m.span);
        if let Some(link) = m.entity.and_then(|e| cx.entities.link(side, e))
            && m.form == MentionForm::Name
            && matches!(m.kind, Kind::Person | Kind::Organization)
            && !list.iter().any(|n| n.link == link)
        {
            list.push(Named { link, kind: m.kind, span: m.span, first: tokens.start, last: tokens.end });
        }
    }
    list
}

/// Where a verb of the list stands in a sentence, with its stem.
fn verb(cx: &Context<'_>, view: &View<'_>, told: &Told, list: &[&str]) -> Option<(usize, String)> {
    (told.first..told.last).filter(|&i| view.proper.get(i) != Some(&true)).find_map(|i| {
        let stem = view.stems.get(i).map(|&s| cx.stems.name(s))?;
        list.contains(&stem).then(|| (i, stem.to_owned()))
    })
}

/// Whether a name is one of several that are joined.
fn joined(view: &View<'_>, name: &Named) -> bool {
    let doc = &view.report.document;
    let before = name.first.checked_sub(1).map_or("", |i| doc.lower(i));
    matches!(before, "and" | "or" | "&") || matches!(doc.lower(name.last), "and" | "or" | "&")
}

/// Whether the name is the doer behind "by".
fn by(view: &View<'_>, name: &Named) -> bool {
    (name.first.saturating_sub(4)..name.first).any(|i| view.report.document.lower(i) == "by")
}

type Side2<'a> = (&'a Told, &'a [Named]);

/// Sentences that differ in one name and say one deed of it.
fn two_doers(cx: &Context<'_>, a: Side2<'_>, b: Side2<'_>) -> Option<(String, Span, Span)> {
    let only = |x: &[Named], y: &[Named]| -> Vec<Named> { x.iter().filter(|n| !y.iter().any(|m| m.link == n.link)).copied().collect() };
    let (l, r) = (only(a.1, b.1), only(b.1, a.1));
    let ([l], [r]) = (l.as_slice(), r.as_slice()) else { return None };
    // Where each is what its whole report is about, the reports tell of two.
    if main(cx.left, l) && main(cx.right, r) {
        return None;
    }
    if l.kind != r.kind || joined(cx.left, l) || joined(cx.right, r) {
        return None;
    }
    // One name that the reports take for two is no other doer; nor is a name that shares a word.
    let words = |view: &View<'_>, n: &Named| -> Vec<u64> { (n.first..n.last).filter_map(|i| view.prints.get(i).copied()).collect() };
    let (x, y) = (words(cx.left, l), words(cx.right, r));
    if x.iter().any(|w| y.contains(w)) {
        return None;
    }
    // A sentence that names a place of its own tells another matter.
    let places = |view: &View<'_>, side: Side, told: &Told| strangers(view, cx.entities, side, told).contains(&Kind::Place);
    if places(cx.left, Side::Left, a.0) || places(cx.right, Side::Right, b.0) {
        return None;
    }
    let ((i, v), (j, w)) = (verb(cx, cx.left, a.0, SINGLE)?, verb(cx, cx.right, b.0, SINGLE)?);
    if v != w || (l.first < i) != (r.first < j) || by(cx.left, l) != by(cx.right, r) {
        return None;
    }
    // The name stands next to the verb: the nearest of its kind.
    let near = |names: &[Named], n: &Named, at: usize| {
        let gap = |n: &Named| if n.first < at { at.saturating_sub(n.last) } else { n.first.saturating_sub(at) };
        gap(n) <= 6 && names.iter().all(|o| (o.first < at) != (n.first < at) || gap(o) >= gap(n))
    };
    if !near(a.1, l, i) || !near(b.1, r, j) {
        return None;
    }
    let rest = |view: &View<'_>, told: &Told, name: &Named| -> Vec<u32> {
        let own: Vec<u32> = (name.first..name.last).filter_map(|i| view.stems.get(i).copied()).collect();
        told.content.iter().filter(|s| !own.contains(s)).copied().collect()
    };
    let (x, y) = (rest(cx.left, a.0, l), rest(cx.right, b.0, r));
    let weight = |list: &[u32]| list.iter().map(|&s| u32::from(cx.stems.weight(s))).sum::<u32>();
    let shared = overlap(&x, &y, cx.stems);
    let negated =
        |view: &View<'_>, told: &Told| (told.first..told.last).any(|i| super::negation::is_negator(view.report.document.lower(i)));
    let alike = 200 * shared >= REST * (weight(&x) + weight(&y)) && shared >= 50;
    (alike && !negated(cx.left, a.0) && !negated(cx.right, b.0)).then_some((v, l.span, r.span))
}

/// Mentions from which on a person is what a report is about.
const MAIN: usize = 4;

/// Whether a report is about the one named: named often, and nobody more often.
fn main(view: &View<'_>, name: &Named) -> bool {
    let mentions = &view.report.mentions;
    let at = mentions.partition_point(|m| m.span.start < name.span.start);
    let entity = mentions.get(at).and_then(|m| m.entity).and_then(|e| view.report.entities.get(e as usize));
    let most = view.report.entities.iter().filter(|e| e.kind == name.kind).map(|e| e.mentions.len()).max().unwrap_or(0);
    entity.is_some_and(|e| e.mentions.len() >= MAIN && e.mentions.len() == most)
}

/// Two names that change places around a verb.
fn turned_round(cx: &Context<'_>, a: Side2<'_>, b: Side2<'_>) -> Option<(String, Span, Span)> {
    if a.1.iter().filter(|n| b.1.iter().any(|m| m.link == n.link)).count() < 2 {
        return None;
    }
    let ((i, v), (j, w)) = (verb(cx, cx.left, a.0, ONE_WAY)?, verb(cx, cx.right, b.0, ONE_WAY)?);
    if v != w {
        return None;
    }
    let around = |view: &View<'_>, names: &[Named], at: usize| -> Option<(Named, Named)> {
        let doc = &view.report.document;
        let before = names.iter().filter(|n| n.last <= at && at - n.last <= 2).max_by_key(|n| n.last)?;
        let after = names.iter().filter(|n| n.first > at && n.first - at <= 2).min_by_key(|n| n.first)?;
        let passive = (before.last..at).any(|i| matches!(doc.lower(i), "was" | "were" | "been" | "is" | "are" | "be")) || by(view, after);
        (!passive && !joined(view, before) && !joined(view, after)).then_some((*before, *after))
    };
    let (x, y) = (around(cx.left, a.1, i)?, around(cx.right, b.1, j)?);
    (x.0.link == y.1.link && x.1.link == y.0.link).then_some((v, x.0.span, y.0.span))
}

fn push(cx: &Context<'_>, verb: &str, l: Span, r: Span, out: &mut Vec<Finding>) {
    let (x, y) = (flat(cx.left.text(l)), flat(cx.right.text(r)));
    let (x, y) = ordered(&x, &y);
    out.push(
        finding(
            FindingKind::ActorConflict,
            87,
            format!("For one deed one report names {x}, the other {y}."),
            format!("Sentences that tell the same give \u{201c}{verb}\u{201d} to two."),
        )
        .asking(format!("Was it {x} or {y}?"))
        .between(l, r),
    );
}
