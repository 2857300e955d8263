//! The names of both reports, linked across.
//!
//! Links are made in passes of falling certainty; within a pass only names that are alone on both
//! sides are linked, so that the order of reading and the side decide nothing.

use super::{EntityLink, Side};
use crate::analysis::Report;
use crate::entity::{Entity, Kind, matching};
use crate::order::Arrange;
use std::collections::BTreeMap;

/// Links of entities with a look-up from either side.
#[derive(Debug, Default)]
pub(crate) struct Entities {
    pub(crate) links: Vec<EntityLink>,
    /// Number of the link of every entity.
    pub(crate) of_left: Vec<Option<u32>>,
    pub(crate) of_right: Vec<Option<u32>>,
}

impl Entities {
    /// Number in `links` of an entity.
    pub(crate) fn link(&self, side: Side, entity: u32) -> Option<u32> {
        let list = side.of(&self.of_left, &self.of_right);
        list.get(entity as usize).copied().flatten()
    }

    /// Whether an entity stands in both reports.
    pub(crate) fn shared(&self, side: Side, entity: u32) -> bool {
        self.link(side, entity).and_then(|l| self.links.get(l as usize)).is_some_and(|l| l.left.is_some() && l.right.is_some())
    }
}

/// Why two names are held to be one.
struct Match {
    score: u8,
    reason: String,
}

/// What two entities are matched by: the kind, where it must agree, and a form of the name.
type Key = (Option<Kind>, String);

/// Links the entities of two reports. `forced` pairs are linked first, `barred` pairs never.
pub(crate) fn link(left: &Report, right: &Report, forced: &[(u32, u32)], barred: &[(u32, u32)]) -> Entities {
    let (n, m) = (left.entities.len(), right.entities.len());
    let mut to_right: Vec<Option<(u32, Match)>> = (0..n).map(|_| None).collect();
    let mut taken = vec![false; m];
    for &(l, r) in forced {
        let (Some(slot), Some(t)) = (to_right.get_mut(l as usize), taken.get_mut(r as usize)) else { continue };
        if slot.is_none() && !*t {
            *slot = Some((r, Match { score: 100, reason: "You set them as one.".to_owned() }));
            *t = true;
        }
    }
    for pass in PASSES {
        let mut keys: BTreeMap<Key, (Vec<u32>, Vec<u32>)> = BTreeMap::new();
        for (i, e) in left.entities.iter().enumerate().filter(|(i, _)| to_right.get(*i).is_some_and(Option::is_none)) {
            for key in (pass.keys)(e) {
                push(&mut keys.entry((pass.kind(e), key)).or_default().0, i as u32);
            }
        }
        for (i, e) in right.entities.iter().enumerate().filter(|(i, _)| taken.get(*i) == Some(&false)) {
            for key in (pass.keys)(e) {
                push(&mut keys.entry((pass.kind(e), key)).or_default().1, i as u32);
            }
        }
        for ((_, key), (ls, rs)) in &keys {
            let ([l], [r]) = (ls.as_slice(), rs.as_slice()) else { continue };
            let (Some(a), Some(b)) = (left.entities.get(*l as usize), right.entities.get(*r as usize)) else { continue };
            let free = to_right.get(*l as usize).is_some_and(Option::is_none) && taken.get(*r as usize) == Some(&false);
            if !free || barred.contains(&(*l, *r)) || !compatible(a, b) {
                continue;
            }
            if let (Some(slot), Some(t)) = (to_right.get_mut(*l as usize), taken.get_mut(*r as usize)) {
                *slot = Some((*r, Match { score: pass.score, reason: (pass.reason)(key) }));
                *t = true;
            }
        }
    }
    alike(left, right, barred, &mut to_right, &mut taken);
    build(left, right, to_right)
}

/// Most entities of one first letter in one report that are compared with each other by spelling.
const CROWD: usize = 60;

/// Links what is left by likeness of names: surnames, short and long forms, spellings. Only pairs that
/// are each other's one best are linked.
fn alike(left: &Report, right: &Report, barred: &[(u32, u32)], to_right: &mut [Option<(u32, Match)>], taken: &mut [bool]) {
    type Bucket = (bool, Option<char>);
    let mut buckets: BTreeMap<Bucket, (Vec<u32>, Vec<u32>)> = BTreeMap::new();
    let keys = |e: &Entity| -> Vec<Bucket> {
        let mut keys: Vec<Bucket> = matching::parts(&e.name).iter().map(|p| (e.kind == Kind::Person, p.chars().next())).collect();
        keys.arrange();
        keys.dedup();
        keys
    };
    for (i, e) in left.entities.iter().enumerate().filter(|(i, _)| to_right.get(*i).is_some_and(Option::is_none)) {
        for key in keys(e) {
            buckets.entry(key).or_default().0.push(i as u32);
        }
    }
    for (i, e) in right.entities.iter().enumerate().filter(|(i, _)| taken.get(*i) == Some(&false)) {
        for key in keys(e) {
            buckets.entry(key).or_default().1.push(i as u32);
        }
    }
    let mut scores: BTreeMap<(u32, u32), (u16, String)> = BTreeMap::new();
    for (ls, rs) in buckets.values().filter(|(ls, rs)| ls.len() <= CROWD && rs.len() <= CROWD) {
        for &l in ls {
            for &r in rs {
                let (Some(a), Some(b)) = (left.entities.get(l as usize), right.entities.get(r as usize)) else { continue };
                if scores.contains_key(&(l, r)) || barred.contains(&(l, r)) {
                    continue;
                }
                // Asked in the order of the alphabet, so that the answer does not depend on the side.
                let (x, y) = if a.name <= b.name { (a, b) } else { (b, a) };
                if let Some((score, reason)) = matching::same(x, y).filter(|s| s.0 >= matching::LINKED) {
                    scores.insert((l, r), (score, reason));
                }
            }
        }
    }
    let best = |of: fn(&(u32, u32)) -> u32| {
        let mut best: BTreeMap<u32, (u16, usize)> = BTreeMap::new();
        for (pair, (score, _)) in &scores {
            let slot = best.entry(of(pair)).or_insert((0, 0));
            if *score > slot.0 {
                *slot = (*score, 1);
            } else if *score == slot.0 {
                slot.1 += 1;
            }
        }
        best
    };
    let (lefts, rights) = (best(|p| p.0), best(|p| p.1));
    for ((l, r), (score, reason)) in scores {
        if lefts.get(&l) == Some(&(score, 1))
            && rights.get(&r) == Some(&(score, 1))
            && let (Some(slot), Some(t)) = (to_right.get_mut(l as usize), taken.get_mut(r as usize))
        {
            let mut letters = reason.chars();
            let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            *slot = Some((r, Match { score: (score / 10).min(100) as u8, reason: format!("{capital}{}.", letters.as_str()) }));
            *t = true;
        }
    }
}

fn push(list: &mut Vec<u32>, i: u32) {
    if list.last() != Some(&i) {
        list.push(i);
    }
}

/// One way to hold two names for one.
struct Pass {
    keys: fn(&Entity) -> Vec<String>,
    /// Whether both must be of one kind.
    same_kind: bool,
    score: u8,
    reason: fn(&str) -> String,
}

impl Pass {
    fn kind(&self, entity: &Entity) -> Option<Kind> {
        self.same_kind.then_some(entity.kind)
    }
}

const PASSES: &[Pass] = &[
    Pass {
        keys: |e| e.canonical.iter().map(|c| fold(c)).collect(),
        same_kind: false,
        score: 100,
        reason: |_| "A list knows both names for one.".to_owned(),
    },
    Pass { keys: |e| vec![fold(&e.name)], same_kind: true, score: 99, reason: |_| "Both reports use this name.".to_owned() },
    Pass { keys: |e| vec![fold(&e.name)], same_kind: false, score: 90, reason: |_| "Both reports use this name.".to_owned() },
    Pass {
        keys: |e| std::iter::once(&e.name).chain(&e.aliases).map(|n| fold(n)).filter(|n| n.len() > 1).collect(),
        same_kind: true,
        score: 92,
        reason: |key| format!("Both reports also use the name \u{201c}{key}\u{201d}."),
    },
];

/// A name for matching: lower case, no dots, one space between words.
pub(crate) fn fold(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.split(|c: char| c.is_whitespace() || c == '-' || c == '.').filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars() {
            match c {
                '\'' | '\u{2019}' => {}
                c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
                c => out.extend(c.to_lowercase()),
            }
        }
    }
    out.strip_prefix("the ").map(str::to_owned).unwrap_or(out)
}

/// Persons whose given names exclude each other are two, and so are bodies of two countries.
fn compatible(a: &Entity, b: &Entity) -> bool {
    if matching::contradict(a, b) {
        return false;
    }
    if a.kind != Kind::Person || b.kind != Kind::Person {
        return true;
    }
    let (a, b) = (fold(&a.name), fold(&b.name));
    let given = |n: &str| n.split(' ').count().gt(&1).then(|| n.split(' ').next().unwrap_or("").to_owned());
    match (given(&a), given(&b)) {
        (Some(x), Some(y)) => x == y || x.starts_with(&y) || y.starts_with(&x) || same_words(&a, &b),
        _ => true,
    }
}

/// Whether one name has all words of the other ("Kim Jong Un", "Jong Un Kim").
fn same_words(a: &str, b: &str) -> bool {
    let within = |short: &str, long: &str| short.split(' ').all(|w| long.split(' ').any(|v| v == w));
    within(a, b) || within(b, a)
}

fn build(left: &Report, right: &Report, to_right: Vec<Option<(u32, Match)>>) -> Entities {
    let mut both = Vec::new();
    let mut alone = Vec::new();
    let mut linked = vec![false; right.entities.len()];
    for (l, link) in to_right.into_iter().enumerate() {
        let Some(a) = left.entities.get(l) else { continue };
        match link.and_then(|(r, m)| right.entities.get(r as usize).map(|b| (r, b, m))) {
            Some((r, b, m)) => {
                if let Some(slot) = linked.get_mut(r as usize) {
                    *slot = true;
                }
                both.push(EntityLink {
                    left: Some(l as u32),
                    right: Some(r),
                    name: shown(a, b).to_owned(),
                    kind: kind(a, b),
                    score: m.score,
                    reason: m.reason,
                    differences: differences(a, b),
                });
            }
            None => alone.push(single(Some(l as u32), None, a)),
        }
    }
    let count = |l: &EntityLink| {
        let number = |report: &Report, e: Option<u32>| e.and_then(|e| report.entities.get(e as usize)).map_or(0, |e| e.mentions.len());
        number(left, l.left) + number(right, l.right)
    };
    both.arrange_by(|a, b| count(b).cmp(&count(a)).then_with(|| a.name.cmp(&b.name)).then_with(|| a.kind.cmp(&b.kind)));
    alone.arrange_by(|a, b| count(b).cmp(&count(a)).then_with(|| a.left.cmp(&b.left)));
    let mut last: Vec<EntityLink> = right
        .entities
        .iter()
        .enumerate()
        .filter(|(i, _)| linked.get(*i) == Some(&false))
        .map(|(i, e)| single(None, Some(i as u32), e))
        .collect();
    last.arrange_by(|a, b| count(b).cmp(&count(a)).then_with(|| a.right.cmp(&b.right)));
    both.extend(alone);
    both.extend(last);
    let mut out = Entities { of_left: vec![None; left.entities.len()], of_right: vec![None; right.entities.len()], links: both };
    for (n, link) in out.links.iter().enumerate() {
        if let Some(slot) = link.left.and_then(|l| out.of_left.get_mut(l as usize)) {
            *slot = Some(n as u32);
        }
        if let Some(slot) = link.right.and_then(|r| out.of_right.get_mut(r as usize)) {
            *slot = Some(n as u32);
        }
    }
    out
}

fn single(left: Option<u32>, right: Option<u32>, entity: &Entity) -> EntityLink {
    EntityLink {
        left,
        right,
        name: entity.name.clone(),
        kind: entity.kind,
        score: 100,
        reason: "Only this report names it.".to_owned(),
        differences: Vec::new(),
    }
}

/// The fuller of two names; of equally long ones the first in the alphabet.
fn shown<'a>(a: &'a Entity, b: &'a Entity) -> &'a str {
    // A name in capitals is a dateline's or a headline's.
    let capitals = |e: &Entity| e.name.chars().count() > 4 && !e.name.chars().any(char::is_lowercase);
    let rank = |e: &Entity| (capitals(e), std::cmp::Reverse(e.name.chars().count()), e.name.clone());
    if rank(a) <= rank(b) { &a.name } else { &b.name }
}

/// The kind of the entity that is mentioned more; of equals the first in the order of kinds.
fn kind(a: &Entity, b: &Entity) -> Kind {
    match a.mentions.len().cmp(&b.mentions.len()) {
        std::cmp::Ordering::Less => b.kind,
        std::cmp::Ordering::Greater => a.kind,
        std::cmp::Ordering::Equal => a.kind.min(b.kind),
    }
}

/// Spellings and descriptions that differ. Kept for names that differ in letters, not in length:
/// "Roe" beside "Jane Roe" is no difference.
fn differences(a: &Entity, b: &Entity) -> Vec<String> {
    let mut out: Vec<String> = spellings(a, b).into_iter().collect();
    if let (Some(x), Some(y)) = (a.roles.first(), b.roles.first())
        && a.kind == Kind::Person
    {
        // A bare title ("Justice") beside a fuller one of the same office is no other description.
        let bare = |e: &Entity| e.roles.iter().all(|r| !r.text.trim().contains(' '));
        let alike = bare(a) || bare(b) || a.roles.iter().any(|x| b.roles.iter().any(|y| same_role(&x.text, &y.text)));
        if !alike {
            let (x, y) = ordered(&x.text, &y.text);
            out.push(format!("Described as \u{201c}{x}\u{201d} and as \u{201c}{y}\u{201d}."));
        }
    }
    out
}

/// The two spellings of one person's name, in words.
pub(crate) fn spellings(a: &Entity, b: &Entity) -> Option<String> {
    let differ = a.kind == Kind::Person && b.kind == Kind::Person && spelled_differently(&a.name, &b.name);
    let (x, y) = ordered(&a.name, &b.name);
    differ.then(|| format!("Spelled \u{201c}{x}\u{201d} and \u{201c}{y}\u{201d}."))
}

/// Two strings in alphabetical order, so that a sentence with both reads alike from either side.
pub(crate) fn ordered<'a>(a: &'a str, b: &'a str) -> (&'a str, &'a str) {
    if a <= b { (a, b) } else { (b, a) }
}

/// Whether two names of one person differ in the letters of a word that both have.
fn spelled_differently(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    if same_words(&a, &b) {
        return false;
    }
    let (x, y): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    // Initials and short forms ("J. Roe", "Bill" for "William") are no other spelling.
    x.len() == y.len() && x.iter().zip(&y).all(|(v, w)| v == w || matching::variant(v, w)) && x.iter().zip(&y).any(|(v, w)| v != w)
}

/// Whether two descriptions share a word of weight.
fn same_role(a: &str, b: &str) -> bool {
    let words = |t: &str| -> Vec<String> {
        t.split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() > 2)
            .map(|w| crate::figure::stem(&w.to_lowercase()))
            .filter(|w| super::words::weight(w) > 0)
            .collect()
    };
    let (a, b) = (words(a), words(b));
    a.is_empty() || b.is_empty() || a.iter().any(|w| b.contains(w))
}
