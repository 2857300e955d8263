//! What reports of different events have in common: statements on one matter, and names.
//!
//! Statements are set side by side where one person or body speaks in both reports, or where one of two speakers stands in
//! both and the matter is no everyday one.

use super::finding;
use crate::compare::Context;
use crate::compare::entities::ordered;
use crate::compare::statements::{one_source, shared_word};
use crate::compare::view::View;
use crate::compare::{EventLabel, Finding, FindingKind, Side, StatementLink, StatementRelation};
use crate::entity::{Entity, Kind};
use crate::order::Arrange;
use crate::quote::Statement;
use std::collections::BTreeSet;

/// Least weight (quarter bits) of the matter of two speakers.
const MATTER: u16 = 22;
/// Most statements set side by side, and most names.
const STATEMENTS: usize = 4;
const NAMES: usize = 5;

/// Finds what two different events have in common.
pub(super) fn findings(cx: &Context<'_>, links: &[StatementLink], out: &mut Vec<Finding>) {
    if cx.label != EventLabel::Different {
        return;
    }
    let mut found: Vec<Finding> = links.iter().filter_map(|link| matter(cx, link)).collect();
    // The order of the links is that of the left report; the evidence decides alike from either side.
    found.arrange_by_key(|f| {
        let place = |spans: &[crate::text::Span]| spans.first().map_or(0, |s| s.start);
        (std::cmp::Reverse(f.importance), place(&f.left) + place(&f.right), place(&f.left).min(place(&f.right)))
    });
    let mut seen: BTreeSet<String> = BTreeSet::new();
    found.retain(|f| seen.insert(f.title.clone()));
    found.truncate(STATEMENTS);
    out.extend(found);
    out.extend(names(cx));
}

/// Two statements on one matter.
fn matter(cx: &Context<'_>, link: &StatementLink) -> Option<Finding> {
    if link.relation != StatementRelation::SameMatter {
        return None;
    }
    let [lefts, rights] = cx.said;
    let (a, b) = (lefts.get(link.left as usize)?, rights.get(link.right as usize)?);
    let (x, y) = (cx.left.report.statements.get(link.left as usize)?, cx.right.report.statements.get(link.right as usize)?);
    let (word, weight) = shared_word((cx.left, a), (cx.right, b), cx.stems)?;
    let both = |s: &Statement, side: Side| s.source.as_ref().and_then(|x| x.entity).is_some_and(|e| cx.entities.shared(side, e));
    let one = one_source(a, b) == Some(true);
    if !one && (weight < MATTER || !both(x, Side::Left) && !both(y, Side::Right)) {
        return None;
    }
    let (x_name, y_name) = (&x.source.as_ref()?.name, &y.source.as_ref()?.name);
    let who = if one {
        if (x_name.len(), x_name) >= (y_name.len(), y_name) { x_name.clone() } else { y_name.clone() }
    } else {
        let (x_name, y_name) = (format!("{x_name} (left report)"), format!("{y_name} (right report)"));
        let (first, second) = ordered(&x_name, &y_name);
        format!("{first} and {second}")
    };
    let title = format!("Side by side: {who} on \u{201c}{word}\u{201d}.");
    let mut f = finding(FindingKind::SameMatter, if one { 46 } else { 44 }, title, link.reason.clone());
    f.left.clone_from(&x.content);
    f.right.clone_from(&y.content);
    Some(f)
}

/// The names that stand in both reports: persons first, then bodies, events, places.
fn names(cx: &Context<'_>) -> Option<Finding> {
    let rank = |kind: Kind| match kind {
        Kind::Person => 0,
        Kind::Organization => 1,
        Kind::Event => 2,
        Kind::Place => 3,
        Kind::Other => 4,
    };
    let mut both: Vec<_> = cx.entities.links.iter().filter(|l| l.left.is_some() && l.right.is_some() && l.kind != Kind::Other).collect();
    // Stable: within a kind they come most mentioned first.
    both.arrange_by_key(|l| rank(l.kind));
    both.truncate(NAMES);
    let list: Vec<&str> = both.iter().map(|l| l.name.as_str()).collect();
    let (last, before) = list.split_last()?;
    let title =
        if before.is_empty() { format!("Both reports name {last}") } else { format!("Both reports name {} and {last}", before.join(", ")) };
    let mut f =
        finding(FindingKind::NamesShared, 40, super::closed(title), "The events differ; these names stand in both reports.".to_owned());
    let span = |view: &View<'_>, e: Option<u32>| {
        let entity: &Entity = view.report.entities.get(e? as usize)?;
        entity.mentions.first().and_then(|m| view.report.mentions.get(*m as usize)).map(|m| m.span)
    };
    f.left = both.iter().filter_map(|l| span(cx.left, l.left)).collect();
    f.right = both.iter().filter_map(|l| span(cx.right, l.right)).collect();
    Some(f)
}
