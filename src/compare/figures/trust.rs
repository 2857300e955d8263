//! How sure it is that two figures count the same thing.

use super::doubts::one_thing;
use super::items::{GENERIC, Item};
use super::values::values;
use crate::compare::sentences::{nearness, overlap};
use crate::compare::words::RARE;
use crate::compare::{EventLabel, FigureRelation, Judged, Side};
use crate::figure::FigureKind;

/// How sure it is that two figures of one key count the same thing; `None` where it is too unsure.
pub(super) fn trust(cx: &Judged<'_>, a: &Item<'_>, b: &Item<'_>) -> Option<u8> {
    let (Some(sa), Some(sb)) = (a.sentence, b.sentence) else { return None };
    let (ta, tb) = (cx.left.sentences.get(sa)?, cx.right.sentences.get(sb)?);
    if a.state != b.state && (!a.state.is_empty() && !b.state.is_empty() || GENERIC.contains(&a.key.noun.as_str())) {
        return None;
    }
    // An entity that each belongs to must be the same one.
    let own = (owner(cx, Side::Left, a), owner(cx, Side::Right, b));
    if let (Some(x), Some(y)) = own
        && x != y
    {
        return None;
    }
    let aligned = cx.sentences.links.binary_search_by_key(&(sa, sb), |l| (l.left, l.right)).is_ok();
    let differ = values(a.figure, b.figure) == FigureRelation::Differs;
    let one_subject = match (a.subject, b.subject) {
        (Some(x), Some(y)) if x != y && differ => return None,
        (Some(x), Some(y)) => x == y,
        _ => false,
    };
    let shared = overlap(&ta.content, &tb.content, cx.stems);
    let like = 200 * shared / (ta.weight + tb.weight).max(1);
    // The words right around the figures tell more than long sentences do.
    let near = near_figures(cx, a, b);
    let mut trust = like.max(near * 8 / 10).min(60);
    if one_subject {
        trust += 10;
    }
    // "missed nine games", "missed ten games": one thing said of one kind of thing.
    if a.state.is_empty() && !a.figure.state.is_empty() && a.figure.state == b.figure.state {
        trust += 10;
    }
    if cx.sentences.best_left.get(sa).copied().flatten().is_some_and(|x| x.0 == sb)
        && cx.sentences.best_right.get(sb).copied().flatten().is_some_and(|x| x.0 == sa)
    {
        trust += 15;
    }
    let generic = GENERIC.contains(&a.key.noun.as_str());
    match a.figure.kind {
        FigureKind::Age => {
            // An age is somebody's: of the same person, or of two that are not named and of whom the
            // same is told ("a 52-year-old driver was arrested").
            if own.0.is_some() && own.1.is_some() {
                trust += 50;
            } else if a.figure.noun.is_empty() || a.figure.noun != b.figure.noun {
                return None;
            } else if !a.figure.state.is_empty() && a.figure.state == b.figure.state {
                trust += 25;
            } else if !GENERIC.contains(&a.figure.noun.as_str()) {
                trust += 20;
            }
        }
        FigureKind::Count | FigureKind::Rank => {
            if !a.state.is_empty() && a.state == b.state {
                trust += 30;
            } else if generic && shared < 2 * u32::from(RARE) && (differ || !aligned) {
                return None;
            } else if !generic {
                trust += 15;
            }
            if a.qualifiers == b.qualifiers {
                trust += 5;
            } else if values(a.figure, b.figure) != FigureRelation::Equal
                && !a.qualifiers.is_empty()
                && !b.qualifiers.is_empty()
                && !a.qualifiers.iter().any(|q| b.qualifiers.contains(q))
            {
                return None;
            }
        }
        FigureKind::Money | FigureKind::Percent | FigureKind::Measure => {
            let noun = !a.figure.noun.is_empty() && a.figure.noun == b.figure.noun;
            if !a.figure.noun.is_empty() && !b.figure.noun.is_empty() && !noun {
                return None;
            }
            if noun || (!a.figure.state.is_empty() && a.figure.state == b.figure.state) {
                trust += 15;
            }
            if near >= 50 {
                trust += 10;
            }
        }
    }
    let owned = one_subject || own.0.is_some() && own.1.is_some();
    if values(a.figure, b.figure) != FigureRelation::Equal && !one_thing(cx, a, b, near, (owned, a.alone && b.alone)) {
        return None;
    }
    let equal = a.figure.low == b.figure.low && a.figure.high == b.figure.high;
    // Equal ranks and round shares are as often chance.
    let chance = matches!(a.figure.kind, FigureKind::Rank | FigureKind::Percent | FigureKind::Money);
    let telling = equal && !chance && (a.figure.low >= 12.0 || a.figure.low.fract() != 0.0);
    let enough = match cx.label {
        EventLabel::Different => trust >= 45,
        _ => {
            trust >= 30 && (a.figure.kind != FigureKind::Rank || near >= 30)
                || telling && trust >= 15
                || chance && trust >= 25
                || aligned && equal
        }
    };
    enough.then_some(trust.min(100) as u8)
}

/// How alike the words right around two figures are, in percent.
pub(super) fn near_figures(cx: &Judged<'_>, a: &Item<'_>, b: &Item<'_>) -> u32 {
    let (Some(x), Some(y)) = (a.sentence.and_then(|s| cx.left.sentences.get(s)), b.sentence.and_then(|s| cx.right.sentences.get(s))) else {
        return 0;
    };
    nearness(cx.stems, (cx.left, x, a.figure.span), (cx.right, y, b.figure.span))
}

fn owner(cx: &Judged<'_>, side: Side, item: &Item<'_>) -> Option<u32> {
    item.figure.entity.and_then(|e| cx.entities.link(side, e))
}
