//! Figures of both reports that count the same thing.
//!
//! Figures meet by kind, unit and noun; what they belong to is judged by the sentences around them.
//! A conflict is claimed only where everything but the value agrees: one event, aligned sentences,
//! one noun with the same words before it, both exact, one time, and no other figure of the kind in
//! either report. Tolls that grow (dead, injured, missing) are in conflict only between reports of one
//! day: otherwise the later one may simply know more.

mod doubts;
mod items;
mod trust;
mod values;

use super::view::View;
use super::{FigureLink, FigureRelation, Judged, Side};
use crate::order::Arrange;
use doubts::judge;
use items::{Item, Key, items};
use std::collections::BTreeMap;
use trust::trust;
use values::values;

/// Most figures of one key in one report that are compared with each other.
const CROWD: usize = 12;

/// A figure that fits the counterpart worse than the chosen one by more than this is no rival.
const RIVAL: u8 = 15;

/// A link with what the findings need to know.
#[derive(Debug, Clone)]
pub(crate) struct Linked {
    pub(crate) link: FigureLink,
    /// How sure it is that both count the same thing, in percent.
    pub(crate) trust: u8,
    /// Whether they count dead, injured and the like, which change as a story goes on.
    pub(crate) toll: bool,
    /// Whether a reader gains by seeing that they differ.
    pub(crate) worth: bool,
}

/// Links the figures of two reports.
pub(crate) fn link(cx: &Judged<'_>) -> Vec<Linked> {
    let (a, b) = (items(cx, Side::Left), items(cx, Side::Right));
    let mut groups: BTreeMap<&Key, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (i, item) in a.iter().enumerate() {
        groups.entry(&item.key).or_default().0.push(i);
    }
    for (i, item) in b.iter().enumerate() {
        groups.entry(&item.key).or_default().1.push(i);
    }
    let mut pairs: Vec<(u32, usize, usize, u8)> = Vec::new();
    for (ls, rs) in groups.values() {
        let crowded = ls.len() > CROWD || rs.len() > CROWD;
        if crowded && ls.len() * rs.len() > 4 * CROWD * CROWD {
            // Too many alike: only figures of aligned sentences are compared.
            let group = |items: &[Item<'_>], list: &[usize]| {
                let mut by_sentence: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
                for &n in list {
                    if let Some(s) = items.get(n).and_then(|i| i.sentence) {
                        by_sentence.entry(s).or_default().push(n);
                    }
                }
                by_sentence.retain(|_, list| list.len() <= CROWD);
                by_sentence
            };
            let (lefts, rights) = (group(&a, ls), group(&b, rs));
            for (&s, list) in &lefts {
                let other = cx.sentences.best_left.get(s).copied().flatten();
                let mutual = other.filter(|o| cx.sentences.best_right.get(o.0).copied().flatten().is_some_and(|x| x.0 == s));
                let partners = mutual.and_then(|o| rights.get(&o.0)).map_or(&[][..], Vec::as_slice);
                for (&l, &r) in list.iter().flat_map(|l| partners.iter().map(move |r| (l, r))) {
                    push(cx, &a, &b, l, r, &mut pairs);
                }
            }
            continue;
        }
        for &l in ls {
            for &r in rs {
                push(cx, &a, &b, l, r, &mut pairs);
            }
        }
    }
    pairs.arrange_by_key(|p| (std::cmp::Reverse(p.0), p.1.abs_diff(p.2), p.1 + p.2, p.1.min(p.2)));
    let (mut used_a, mut used_b) = (vec![false; a.len()], vec![false; b.len()]);
    let mut chosen = Vec::new();
    // Figures that both reports give alike are no rivals of those that differ.
    let (mut settled_a, mut settled_b) = (vec![false; a.len()], vec![false; b.len()]);
    for (_, l, r, trust) in pairs {
        let (Some(x), Some(y)) = (used_a.get_mut(l), used_b.get_mut(r)) else { continue };
        if *x || *y {
            continue;
        }
        (*x, *y) = (true, true);
        let (Some(i), Some(j)) = (a.get(l), b.get(r)) else { continue };
        if values(i.figure, j.figure) != FigureRelation::Differs
            && let (Some(x), Some(y)) = (settled_a.get_mut(l), settled_b.get_mut(r))
        {
            (*x, *y) = (true, true);
        }
        chosen.push((l, r, trust));
    }
    let mut out = Vec::new();
    for (l, r, trust) in chosen {
        let (Some(x), Some(y)) = (a.get(l), b.get(r)) else { continue };
        let Some((ls, rs)) = groups.get(&x.key) else { continue };
        let crowded = ls.len() > 2 * CROWD || rs.len() > 2 * CROWD;
        // Another figure of either report that fits the counterpart nearly as well.
        let rival = |list: &[usize], settled: &[bool], fits: &dyn Fn(usize) -> Option<u8>, own: &Item<'_>, items: &[Item<'_>]| {
            list.iter().any(|&n| {
                settled.get(n) == Some(&false)
                    && items.get(n).is_some_and(|o| values(o.figure, own.figure) == FigureRelation::Differs)
                    && fits(n).is_some_and(|t| t + RIVAL >= trust)
            })
        };
        let several = values(x.figure, y.figure) == FigureRelation::Differs
            && (crowded
                || rival(ls, &settled_a, &|n| a.get(n).and_then(|o| self::trust(cx, o, y)), x, &a)
                || rival(rs, &settled_b, &|n| b.get(n).and_then(|o| self::trust(cx, x, o)), y, &b));
        let linked = judge(cx, several, x, y, trust);
        // What differs and may well count two things is no line of a table of figures in both.
        if linked.worth {
            out.push(linked);
        }
    }
    out.arrange_by_key(|l| (l.link.left, l.link.right));
    out
}

fn push(cx: &Judged<'_>, a: &[Item<'_>], b: &[Item<'_>], l: usize, r: usize, pairs: &mut Vec<(u32, usize, usize, u8)>) {
    let (Some(x), Some(y)) = (a.get(l), b.get(r)) else { return };
    let Some(trust) = trust(cx, x, y) else { return };
    let relation = values(x.figure, y.figure);
    let bonus = match relation {
        // What both give alike is set side by side before anything is held against anything.
        FigureRelation::Equal => 100,
        FigureRelation::Compatible => 12,
        _ => 0,
    };
    // The sentences of the body tell more of a figure than headlines do.
    let headline = |view: &View<'_>, item: &Item<'_>| item.sentence.and_then(|s| view.sentences.get(s)).is_some_and(|t| t.headline);
    let body = u32::from(!headline(cx.left, x) && !headline(cx.right, y)) * 8;
    pairs.push((u32::from(trust) + bonus + body, l, r, trust));
}
