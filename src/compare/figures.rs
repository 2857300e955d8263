//! Figures of both reports that count the same thing.
//!
//! Figures meet by kind, unit and noun; what they belong to is judged by the sentences around them.
//! A conflict is claimed only where everything but the value agrees: one event, aligned sentences,
//! one noun with the same words before it, both exact, one time, and no other figure of the kind in
//! either report. Tolls that grow (dead, injured, missing) are in conflict only between reports of one
//! day: otherwise the later one may simply know more.

use super::doubts::{judge, one_thing};
use super::entities::Entities;
use super::sentences::{Sentences, nearness, overlap};
use super::statements::Said;
use super::view::View;
use super::words::{RARE, Stems};
use super::{EventLabel, FigureLink, FigureRelation, Side};
use crate::figure::{Exactness, Figure, FigureKind, stem};
use crate::order::Arrange;
use crate::text::{Span, TokenKind};
use std::collections::BTreeMap;

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

/// Everything that comparing figures needs.
pub(crate) struct Context<'a> {
    pub(crate) left: &'a View<'a>,
    pub(crate) right: &'a View<'a>,
    pub(crate) stems: &'a Stems,
    pub(crate) entities: &'a Entities,
    pub(crate) sentences: &'a Sentences,
    pub(crate) said: [&'a [Said]; 2],
    /// Whether both reports tell of one event.
    pub(crate) label: EventLabel,
}

/// What a figure counts, so that figures of one key may be compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    kind: u8,
    unit: String,
    pub(super) noun: String,
    /// "a year", "per day": an amount for each of these is another thing.
    rate: String,
}

/// One figure with what it is compared by.
pub(super) struct Item<'a> {
    pub(super) number: u32,
    pub(super) figure: &'a Figure,
    pub(super) key: Key,
    /// "kill", "injure" and the like; empty where it is no state of people.
    pub(super) state: &'a str,
    /// Stems of the words between number and noun.
    pub(super) qualifiers: Vec<String>,
    pub(super) sentence: Option<usize>,
    pub(super) statement: Option<usize>,
    /// Link of the person named or meant last before it in its sentence.
    pub(super) subject: Option<u32>,
    /// Whether its report has no other figure of its key.
    pub(super) alone: bool,
}

/// States of people whose numbers change as a story goes on.
const STATES: &[&str] =
    &["kill", "injure", "missing", "arrest", "rescue", "evacuate", "displace", "infect", "hospital", "charge", "convict"];

/// Nouns for people in such a state.
const STATE_NOUNS: &[(&str, &[&str])] = &[
    ("kill", &["dead", "killed", "death", "fatality"]),
    ("injure", &["injured", "wounded", "hurt", "injury"]),
    ("missing", &["missing"]),
    ("arrest", &["arrest", "arrested", "detained"]),
    ("infect", &["infection"]),
    ("", &["victim", "casualty"]),
];

/// What is killed or hurt and is no person, and what is told of a killing besides.
const BEASTS: &[&str] = &[
    "animal", "bird", "cat", "cattle", "chicken", "cow", "dog", "elephant", "fish", "goat", "horse", "pig", "sheep", "whale", "attack",
    "blow", "bullet", "count", "day", "hour", "minute", "month", "round", "shot", "time", "week", "year",
];

/// Nouns that say little about what is counted.
pub(super) const GENERIC: &[&str] = &[
    "person", "man", "woman", "child", "member", "time", "day", "year", "month", "week", "hour", "thing", "other", "official", "case",
    "group", "country", "place", "part", "point", "side", "way", "family", "number", "unit", "area", "report", "name", "",
];

/// Words before a number that make it count a part of a series.
pub(super) const PARTS: &[&str] = &["first", "last", "final", "next", "opening", "closing", "another", "previous", "past", "additional"];

/// Links the figures of two reports.
pub(crate) fn link(cx: &Context<'_>) -> Vec<Linked> {
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

fn push(cx: &Context<'_>, a: &[Item<'_>], b: &[Item<'_>], l: usize, r: usize, pairs: &mut Vec<(u32, usize, usize, u8)>) {
    let (Some(x), Some(y)) = (a.get(l), b.get(r)) else { return };
    let Some(trust) = trust(cx, x, y) else { return };
    let relation = values(x.figure, y.figure);
    let bonus = match relation {
        // What both give alike is set side by side before anything is held against anything.
        FigureRelation::Equal => 100,
        FigureRelation::Compatible => 12,
        _ => 0,
    };
    pairs.push((u32::from(trust) + bonus, l, r, trust));
}

fn items<'a>(cx: &Context<'a>, side: Side) -> Vec<Item<'a>> {
    let (view, said) = if side == Side::Left { (cx.left, cx.said[0]) } else { (cx.right, cx.said[1]) };
    let report = view.report;
    let mut items: Vec<Item<'a>> = report
        .figures
        .iter()
        .enumerate()
        .map(|(n, figure)| {
            let counts = figure.kind == FigureKind::Count;
            let state = STATES.iter().find(|s| counts && **s == figure.state).copied().unwrap_or("");
            let people = STATE_NOUNS.iter().find(|row| row.1.contains(&figure.noun.as_str()));
            let state = people.filter(|_| state.is_empty()).map_or(state, |row| row.0);
            // Whoever is dead is a person, "riders" in one report and "motorcyclists" in the other.
            let hurt = matches!(state, "kill" | "injure") && !BEASTS.contains(&figure.noun.as_str());
            let person = people.is_some() || hurt || figure.noun.is_empty() && !state.is_empty();
            let noun = if person { "person" } else { figure.noun.as_str() };
            let mut qualifiers = qualifiers(view, figure);
            if hurt && people.is_none() && !GENERIC.contains(&figure.noun.as_str()) {
                qualifiers.push(stem(&figure.noun));
            }
            let rate = rate(view, figure);
            let key = Key {
                rate,
                kind: figure.kind as u8,
                unit: figure.unit.clone(),
                noun: match figure.kind {
                    FigureKind::Count | FigureKind::Rank => noun.to_owned(),
                    // Ages meet by whose they are: a person's, or a driver's who is not named.
                    FigureKind::Age if figure.entity.is_none() => figure.noun.clone(),
                    _ => String::new(),
                },
            };
            Item {
                number: n as u32,
                figure,
                key,
                state,
                qualifiers,
                sentence: view.sentence(figure.span),
                statement: statement(view, said, figure.span),
                subject: view.subject(figure.span).and_then(|e| cx.entities.link(side, e)),
                alone: false,
            }
        })
        .collect();
    let mut counts: BTreeMap<Key, usize> = BTreeMap::new();
    for item in &items {
        *counts.entry(item.key.clone()).or_default() += 1;
    }
    for item in &mut items {
        item.alone = counts.get(&item.key) == Some(&1);
    }
    items
}

/// "a year" behind "400,000 passengers a year"; empty where the amount is no rate.
fn rate(view: &View<'_>, figure: &Figure) -> String {
    let doc = &view.report.document;
    let end = figure.counted.map_or(figure.span.end, |c| c.end.max(figure.span.end));
    let at = doc.token_at(end);
    let at = if doc.tokens.get(at).is_some_and(|t| t.span.start < end) { at + 1 } else { at };
    let next = doc.lower(at + 1);
    match doc.lower(at) {
        "a" | "per" | "each" | "every" | "an"
            if matches!(
                next,
                "year"
                    | "month"
                    | "week"
                    | "day"
                    | "hour"
                    | "minute"
                    | "head"
                    | "barrel"
                    | "share"
                    | "tonne"
                    | "litre"
                    | "gallon"
                    | "person"
            ) =>
        {
            next.to_owned()
        }
        "per" => next.to_owned(),
        "annually" | "yearly" => "year".to_owned(),
        "daily" => "day".to_owned(),
        "monthly" => "month".to_owned(),
        _ => String::new(),
    }
}

/// Number of the statement that holds a span. Statements come in text order and seldom overlap.
fn statement(view: &View<'_>, said: &[Said], span: Span) -> Option<usize> {
    let list = &view.report.statements;
    let after = list.partition_point(|s| s.content.first().is_some_and(|c| c.start <= span.start));
    (after.saturating_sub(3)..after)
        .rev()
        .find(|&n| n < said.len() && list.get(n).is_some_and(|s| s.content.iter().any(|c| c.contains(span))))
}

fn qualifiers(view: &View<'_>, figure: &Figure) -> Vec<String> {
    let doc = &view.report.document;
    let mut out: Vec<String> = Vec::new();
    let first = doc.token_at(figure.span.start);
    let before = |back: usize| first.checked_sub(back);
    // "his first 17 passes", "the last two games"; "28 of 41 passes" gives a whole and its part.
    if let Some(word) = before(1).map(|b| doc.lower(b)).filter(|w| figure.counted.is_some() && PARTS.contains(w)) {
        out.push(word.to_owned());
    }
    let number = |at: usize| {
        doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number)
            || matches!(
                doc.lower(at),
                "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "most" | "some"
            )
    };
    // "13 of the last 19 years".
    let mut of = 1;
    while of < 3 && before(of).is_some_and(|b| doc.lower(b) == "the" || PARTS.contains(&doc.lower(b))) {
        of += 1;
    }
    if before(of).is_some_and(|b| doc.lower(b) == "of") && before(of + 1).is_some_and(number) {
        out.push("of".to_owned());
    }
    let Some(counted) = figure.counted else { return out };
    for i in doc.tokens_in(counted) {
        let word = doc.lower(i);
        if doc.tokens.get(i).is_none_or(|t| t.kind != TokenKind::Word) || crate::figure::singular(word) == figure.noun {
            break;
        }
        if !matches!(word, "more" | "other" | "people" | "the" | "of" | "others") {
            out.push(stem(word));
        }
    }
    out.arrange();
    out
}

/// How sure it is that two figures of one key count the same thing; `None` where it is too unsure.
fn trust(cx: &Context<'_>, a: &Item<'_>, b: &Item<'_>) -> Option<u8> {
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
            } else if generic && shared < 2 * u32::from(RARE) {
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
        _ => trust >= 30 && (a.figure.kind != FigureKind::Rank || near >= 30) || telling && trust >= 15 || chance && trust >= 25,
    };
    enough.then_some(trust.min(100) as u8)
}

/// How alike the words right around two figures are, in percent.
pub(super) fn near_figures(cx: &Context<'_>, a: &Item<'_>, b: &Item<'_>) -> u32 {
    let (Some(x), Some(y)) = (a.sentence.and_then(|s| cx.left.sentences.get(s)), b.sentence.and_then(|s| cx.right.sentences.get(s))) else {
        return 0;
    };
    nearness(cx.stems, (cx.left, x, a.figure.span), (cx.right, y, b.figure.span))
}

fn owner(cx: &Context<'_>, side: Side, item: &Item<'_>) -> Option<u32> {
    item.figure.entity.and_then(|e| cx.entities.link(side, e))
}

/// How two values relate, taken for themselves.
pub(crate) fn values(a: &Figure, b: &Figure) -> FigureRelation {
    let close = |x: f64, y: f64| (x - y).abs() <= 1e-9 * x.abs().max(y.abs());
    if a.exactness == b.exactness && close(a.low, b.low) && close(a.high, b.high) {
        return FigureRelation::Equal;
    }
    let (a0, a1) = bounds(a);
    let (b0, b1) = bounds(b);
    if a0 <= b1 && b0 <= a1 {
        return if a.exactness == Exactness::Exact && b.exactness == Exactness::Exact {
            FigureRelation::Equal
        } else {
            FigureRelation::Compatible
        };
    }
    // "four months" for "four and a half months".
    let half = |x: f64, y: f64| x.fract() == 0.0 && (y.fract() - 0.5).abs() < 1e-9 && (x - y).abs() < 0.6;
    let length = a.kind == FigureKind::Measure && matches!(a.unit.as_str(), "hour" | "day" | "week" | "month" | "year");
    if length && (half(a.low, b.low) || half(b.low, a.low)) {
        return FigureRelation::Compatible;
    }
    if a.exactness == Exactness::Exact && b.exactness == Exactness::Exact && (rounds(a.low, b.low) || rounds(b.low, a.low)) {
        return FigureRelation::Compatible;
    }
    FigureRelation::Differs
}

/// The values that a figure allows.
fn bounds(f: &Figure) -> (f64, f64) {
    match f.exactness {
        Exactness::Exact | Exactness::Range => (f.low, f.high),
        Exactness::About if f.low < f.high => (f.low, f.high),
        Exactness::About => (f.low * 0.9, f.high * 1.1),
        Exactness::AtLeast => (f.low, f64::INFINITY),
        Exactness::AtMost => (0.0, f.high),
    }
}

/// Whether `round` is `full` with fewer digits: 28,500 for 28,476; 8.6 million for 8,590,000.
fn rounds(round: f64, full: f64) -> bool {
    let mut step = 1.0;
    if round.fract() != 0.0 {
        step = if (round * 10.0).fract().abs() < 1e-6 { 0.1 } else { return false };
    } else {
        while step < 1e15 && (round / (step * 10.0)).fract() == 0.0 && round != 0.0 {
            step *= 10.0;
        }
        if step < 10.0 && full.fract() == 0.0 {
            return false;
        }
    }
    // At most a twentieth off: 100 is a round number of 97, not of 140.
    (round - full).abs() <= step / 2.0 && (round - full).abs() <= round.abs() / 20.0
}
