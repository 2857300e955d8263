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

/// The figures of both reports, as what is linked.
struct Table<'c, 'a> {
    cx: &'c Judged<'a>,
    left: Vec<Item<'a>>,
    right: Vec<Item<'a>>,
}

/// Numbers of the figures of one key, in the left report and in the right one.
type Group = (Vec<usize>, Vec<usize>);

/// Two figures that may belong together: by how well, and how sure that is.
struct Candidate {
    rank: u32,
    left: usize,
    right: usize,
    trust: u8,
}

/// The pairs chosen, and the figures that both reports give alike: those are no rivals of what differs.
struct Chosen {
    pairs: Vec<Candidate>,
    settled: [Vec<bool>; 2],
}

/// Links the figures of two reports.
pub(crate) fn link(cx: &Judged<'_>) -> Vec<Linked> {
    let table = Table { cx, left: items(cx, Side::Left), right: items(cx, Side::Right) };
    let mut groups: BTreeMap<&Key, Group> = BTreeMap::new();
    for (i, item) in table.left.iter().enumerate() {
        groups.entry(&item.key).or_default().0.push(i);
    }
    for (i, item) in table.right.iter().enumerate() {
        groups.entry(&item.key).or_default().1.push(i);
    }
    let mut candidates = Vec::new();
    for group in groups.values() {
        table.add_candidates(group, &mut candidates);
    }
    let chosen = table.choose(candidates);
    let mut out = Vec::new();
    for pair in &chosen.pairs {
        let (Some(x), Some(y)) = (table.left.get(pair.left), table.right.get(pair.right)) else { continue };
        let Some(group) = groups.get(&x.key) else { continue };
        let linked = judge(cx, table.rivalled(pair, group, &chosen), x, y, pair.trust);
        // What differs and may well count two things is no line of a table of figures in both.
        if linked.worth {
            out.push(linked);
        }
    }
    out.arrange_by_key(|l| (l.link.left, l.link.right));
    out
}

impl Table<'_, '_> {
    /// Adds the pairs of a group that may belong together. Where too many are alike, only figures of aligned sentences
    /// are compared.
    fn add_candidates(&self, (lefts, rights): &Group, out: &mut Vec<Candidate>) {
        let crowded = lefts.len() > CROWD || rights.len() > CROWD;
        if crowded && lefts.len() * rights.len() > 4 * CROWD * CROWD {
            self.add_aligned(lefts, rights, out);
        } else {
            self.add_pairs(lefts, rights, out);
        }
    }

    fn add_pairs(&self, lefts: &[usize], rights: &[usize], out: &mut Vec<Candidate>) {
        for &l in lefts {
            for &r in rights {
                if let Some(candidate) = self.candidate(l, r) {
                    out.push(candidate);
                }
            }
        }
    }

    fn add_aligned(&self, lefts: &[usize], rights: &[usize], out: &mut Vec<Candidate>) {
        let by_sentence = |items: &[Item<'_>], list: &[usize]| {
            let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            for &n in list {
                if let Some(s) = items.get(n).and_then(|i| i.sentence) {
                    found.entry(s).or_default().push(n);
                }
            }
            found.retain(|_, list| list.len() <= CROWD);
            found
        };
        let (lefts, rights) = (by_sentence(&self.left, lefts), by_sentence(&self.right, rights));
        let (to_right, to_left) = (&self.cx.sentences.best_left, &self.cx.sentences.best_right);
        for (&s, list) in &lefts {
            let other = to_right.get(s).copied().flatten();
            let mutual = other.filter(|o| to_left.get(o.0).copied().flatten().is_some_and(|x| x.0 == s));
            if let Some(partners) = mutual.and_then(|o| rights.get(&o.0)) {
                self.add_pairs(list, partners, out);
            }
        }
    }

    fn candidate(&self, left: usize, right: usize) -> Option<Candidate> {
        let (x, y) = (self.left.get(left)?, self.right.get(right)?);
        let trust = trust(self.cx, x, y)?;
        let bonus = match values(x.figure, y.figure) {
            // What both give alike is set side by side before anything is held against anything.
            FigureRelation::Equal => 100,
            FigureRelation::Compatible => 12,
            _ => 0,
        };
        // The sentences of the body tell more of a figure than headlines do.
        let headline = |view: &View<'_>, item: &Item<'_>| item.sentence.and_then(|s| view.sentences.get(s)).is_some_and(|t| t.headline);
        let body = u32::from(!headline(self.cx.left, x) && !headline(self.cx.right, y)) * 8;
        Some(Candidate { rank: u32::from(trust) + bonus + body, left, right, trust })
    }

    /// The best pairs, each figure in one.
    fn choose(&self, mut candidates: Vec<Candidate>) -> Chosen {
        candidates.arrange_by_key(|c| (std::cmp::Reverse(c.rank), c.left.abs_diff(c.right), c.left + c.right, c.left.min(c.right)));
        let none = || [vec![false; self.left.len()], vec![false; self.right.len()]];
        let ([mut used_left, mut used_right], mut settled) = (none(), none());
        candidates.retain(|c| {
            let (Some(x), Some(y)) = (used_left.get_mut(c.left), used_right.get_mut(c.right)) else { return false };
            let free = !*x && !*y;
            if free {
                (*x, *y) = (true, true);
            }
            free
        });
        for c in &candidates {
            let (Some(x), Some(y)) = (self.left.get(c.left), self.right.get(c.right)) else { continue };
            let [left, right] = &mut settled;
            if values(x.figure, y.figure) != FigureRelation::Differs
                && let (Some(x), Some(y)) = (left.get_mut(c.left), right.get_mut(c.right))
            {
                (*x, *y) = (true, true);
            }
        }
        Chosen { pairs: candidates, settled }
    }

    /// Whether another figure of either report that differs fits the counterpart nearly as well.
    fn rivalled(&self, pair: &Candidate, (lefts, rights): &Group, chosen: &Chosen) -> bool {
        let (Some(x), Some(y)) = (self.left.get(pair.left), self.right.get(pair.right)) else { return false };
        if values(x.figure, y.figure) != FigureRelation::Differs {
            return false;
        }
        let fits = |trust: Option<u8>| trust.is_some_and(|t| t + RIVAL >= pair.trust);
        let other = |items: &[Item<'_>], settled: &[bool], n: usize, own: &Item<'_>, fits: &dyn Fn(&Item<'_>) -> bool| {
            settled.get(n) == Some(&false)
                && items.get(n).is_some_and(|o| values(o.figure, own.figure) == FigureRelation::Differs && fits(o))
        };
        let [settled_left, settled_right] = &chosen.settled;
        lefts.len().max(rights.len()) > 2 * CROWD
            || lefts.iter().any(|&n| other(&self.left, settled_left, n, x, &|o| fits(trust(self.cx, o, y))))
            || rights.iter().any(|&n| other(&self.right, settled_right, n, y, &|o| fits(trust(self.cx, x, o))))
    }
}
