//! Signs that two sentences that read alike tell of two things: names, bodies and figures of their own.

use super::entities::Entities;
use super::view::{Told, View};
use super::{Judged, Side};
use crate::entity::Kind;
use crate::figure::Figure;
use std::collections::BTreeSet;

/// Kinds of the entities of a sentence that stand in one report only. Whoever a report quotes does not
/// count.
pub(crate) fn strangers(view: &View<'_>, entities: &Entities, side: Side, told: &Told) -> Vec<Kind> {
    told.entities
        .iter()
        .filter(|&&e| !entities.shared(side, e) && !view.sources.contains(&e))
        .filter_map(|&e| view.report.entities.get(e as usize))
        .map(|e| e.kind)
        .filter(|k| matches!(k, Kind::Person | Kind::Organization | Kind::Place))
        .collect()
}

/// Whether each sentence names somebody or some place that the other report does not know.
pub(crate) fn strangers_clash(cx: &Judged<'_>, a: &Told, b: &Told) -> bool {
    let (x, y) = (strangers(cx.left, cx.entities, Side::Left, a), strangers(cx.right, cx.entities, Side::Right, b));
    x.iter().any(|k| y.contains(k))
}

/// Whether one sentence names a place or body that the other does not.
pub(crate) fn bodies(cx: &Judged<'_>, a: &Told, b: &Told) -> bool {
    let of = |view: &View<'_>, side: Side, told: &Told| -> BTreeSet<u32> {
        let kind = |e: u32| view.report.entities.get(e as usize).map(|e| e.kind);
        let named = told.entities.iter().filter(|&&e| matches!(kind(e), Some(Kind::Place | Kind::Organization)));
        named.filter_map(|&e| cx.entities.link(side, e)).collect()
    };
    of(cx.left, Side::Left, a) != of(cx.right, Side::Right, b)
}

/// Figures of one sentence that are looked at.
const MOST_FIGURES: usize = 16;

/// Whether both sentences give figures of one kind and none of one is in the other: they tell of two
/// things.
pub(crate) fn figures_clash(cx: &Judged<'_>, a: &Told, b: &Told) -> bool {
    fn of<'a>(view: &'a View<'_>, told: &'a Told) -> impl Iterator<Item = &'a Figure> + Clone {
        told.figures.iter().take(MOST_FIGURES).filter_map(|&f| view.report.figures.get(f as usize))
    }
    let (x, y) = (of(cx.left, a), of(cx.right, b));
    let comparable = x.clone().any(|f| y.clone().any(|g| f.kind == g.kind && f.unit == g.unit));
    comparable && !x.into_iter().any(|f| y.clone().any(|g| f.unit == g.unit && f.low == g.low))
}
