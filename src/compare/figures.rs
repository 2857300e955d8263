//! Figures of both reports that count the same thing.
//!
//! Figures meet by kind, unit and noun; what they belong to is judged by the sentences around them.
//! A conflict is claimed only where everything but the value agrees: one event, aligned sentences,
//! one noun with the same words before it, both exact, one time, and no other figure of the kind in
//! either report. Tolls that grow (dead, injured, missing) are in conflict only between reports of one
//! day: otherwise the later one may simply know more.

use super::entities::Entities;
use super::sentences::{Sentences, overlap};
use super::statements::{Said, one_source};
use super::view::View;
use super::words::{RARE, Stems};
use super::{FigureLink, FigureRelation, Side};
use crate::date::Certainty;
use crate::figure::{Exactness, Figure, FigureKind, stem};
use crate::text::{Span, TokenKind};
use std::collections::BTreeMap;

/// Most figures of one key in one report that are compared with each other.
const CROWD: usize = 12;

/// A link with what the findings need to know.
#[derive(Debug, Clone)]
pub(crate) struct Linked {
    pub(crate) link: FigureLink,
    /// How sure it is that both count the same thing, in percent.
    pub(crate) trust: u8,
    /// Whether they count dead, injured and the like, which change as a story goes on.
    pub(crate) toll: bool,
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
    pub(crate) same_event: bool,
}

/// What a figure counts, so that figures of one key may be compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    kind: u8,
    unit: String,
    noun: String,
    /// "a year", "per day": an amount for each of these is another thing.
    rate: String,
}

/// A figure that the other report does not give alike, and that another might be taken for.
struct Rival {
    key: Key,
    state: String,
    own: String,
    noun: String,
    figure: Figure,
}

struct Item<'a> {
    number: u32,
    figure: &'a Figure,
    key: Key,
    /// "kill", "injure" and the like; empty where it is no state of people.
    state: &'a str,
    /// Stems of the words between number and noun.
    qualifiers: Vec<String>,
    sentence: Option<usize>,
    statement: Option<usize>,
}

/// States of people whose numbers change as a story goes on.
const STATES: &[&str] =
    &["kill", "injure", "missing", "arrest", "rescue", "evacuate", "displace", "infect", "hospital", "charge", "convict"];

/// Nouns that say little about what is counted.
const GENERIC: &[&str] = &[
    "person", "man", "woman", "child", "member", "time", "day", "year", "month", "week", "hour", "thing", "other", "official", "case",
    "group", "country", "place", "part", "point", "side", "way", "family", "number", "unit", "area", "report", "name", "",
];

/// Links the figures of two reports.
pub(crate) fn link(cx: &Context<'_>) -> Vec<Linked> {
    let (a, b) = (items(cx.left, cx.said[0]), items(cx.right, cx.said[1]));
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
    pairs.sort_by_key(|p| (std::cmp::Reverse(p.0), p.1.abs_diff(p.2), p.1 + p.2, p.1.min(p.2)));
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
    let open = |items: Vec<Item<'_>>, settled: &[bool]| -> Vec<Rival> {
        items
            .into_iter()
            .zip(settled)
            .filter(|(_, s)| !**s)
            .map(|(i, _)| Rival {
                key: i.key,
                state: i.state.to_owned(),
                own: i.figure.state.clone(),
                noun: i.figure.noun.clone(),
                figure: i.figure.clone(),
            })
            .collect()
    };
    let mut out = Vec::new();
    let rivals = [open(items(cx.left, cx.said[0]), &settled_a), open(items(cx.right, cx.said[1]), &settled_b)];
    for (l, r, trust) in chosen {
        if let (Some(x), Some(y)) = (a.get(l), b.get(r)) {
            out.push(judge(cx, &rivals, x, y, trust));
        }
    }
    out.sort_by_key(|l| (l.link.left, l.link.right));
    out
}

fn push(cx: &Context<'_>, a: &[Item<'_>], b: &[Item<'_>], l: usize, r: usize, pairs: &mut Vec<(u32, usize, usize, u8)>) {
    let (Some(x), Some(y)) = (a.get(l), b.get(r)) else { return };
    let Some(trust) = trust(cx, x, y) else { return };
    let relation = values(x.figure, y.figure);
    let bonus = match relation {
        FigureRelation::Equal => 30,
        FigureRelation::Compatible => 12,
        _ => 0,
    };
    pairs.push((u32::from(trust) + bonus, l, r, trust));
}

fn items<'a>(view: &'a View<'_>, said: &[Said]) -> Vec<Item<'a>> {
    let report = view.report;
    report
        .figures
        .iter()
        .enumerate()
        .map(|(n, figure)| {
            let state = STATES.iter().find(|s| **s == figure.state).copied().unwrap_or("");
            let people = matches!(
                figure.noun.as_str(),
                "dead"
                    | "killed"
                    | "injured"
                    | "wounded"
                    | "hurt"
                    | "missing"
                    | "death"
                    | "fatality"
                    | "injury"
                    | "victim"
                    | "casualty"
                    | "arrest"
                    | "arrested"
                    | "detained"
                    | "infection"
            );
            let state = if state.is_empty() && people { noun_state(&figure.noun) } else { state };
            let noun = if people || (figure.noun.is_empty() && !state.is_empty()) { "person" } else { figure.noun.as_str() };
            let rate = rate(view, figure);
            let key = Key {
                rate,
                kind: figure.kind as u8,
                unit: figure.unit.clone(),
                noun: if figure.kind == FigureKind::Count || figure.kind == FigureKind::Rank { noun.to_owned() } else { String::new() },
            };
            Item {
                number: n as u32,
                figure,
                key,
                state,
                qualifiers: qualifiers(view, figure),
                sentence: view.sentence(figure.span),
                statement: statement(view, said, figure.span),
            }
        })
        .collect()
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

fn noun_state(noun: &str) -> &'static str {
    match noun {
        "dead" | "killed" | "death" | "fatality" => "kill",
        "injured" | "wounded" | "hurt" | "injury" => "injure",
        "missing" => "missing",
        "arrest" | "arrested" | "detained" => "arrest",
        "infection" => "infect",
        _ => "",
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
    let Some(counted) = figure.counted else { return Vec::new() };
    let doc = &view.report.document;
    let mut out: Vec<String> = Vec::new();
    for i in doc.tokens_in(counted) {
        let word = doc.lower(i);
        if doc.tokens.get(i).is_none_or(|t| t.kind != TokenKind::Word) || crate::figure::singular(word) == figure.noun {
            break;
        }
        if !matches!(word, "more" | "other" | "people" | "the" | "of" | "others") {
            out.push(stem(word));
        }
    }
    out.sort_unstable();
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
    let shared = overlap(&ta.content, &tb.content, cx.stems);
    let like = 200 * shared / (ta.weight + tb.weight).max(1);
    // The words right around the figures tell more than long sentences do.
    let near = nearness(cx, a, b);
    let mut trust = like.max(near * 8 / 10).min(60);
    if cx.sentences.best_left.get(sa).copied().flatten().is_some_and(|x| x.0 == sb)
        && cx.sentences.best_right.get(sb).copied().flatten().is_some_and(|x| x.0 == sa)
    {
        trust += 15;
    }
    let generic = GENERIC.contains(&a.key.noun.as_str());
    match a.figure.kind {
        FigureKind::Age => {
            // An age is somebody's: without the same person it means nothing.
            own.0?;
            own.1?;
            trust += 50;
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
            } else if !a.qualifiers.is_empty() && !b.qualifiers.is_empty() && !a.qualifiers.iter().any(|q| b.qualifiers.contains(q)) {
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
    let equal = a.figure.low == b.figure.low && a.figure.high == b.figure.high;
    let telling = equal && (a.figure.low >= 13.0 || a.figure.low.fract() != 0.0);
    (trust >= 30 || telling && trust >= 12).then_some(trust.min(100) as u8)
}

/// How alike the words right around two figures are, in percent.
fn nearness(cx: &Context<'_>, a: &Item<'_>, b: &Item<'_>) -> u32 {
    let words = |view: &View<'_>, i: &Item<'_>| {
        let doc = &view.report.document;
        let tokens = doc.tokens_in(i.figure.span);
        let (Some(sentence), true) = (i.sentence.and_then(|s| view.sentences.get(s)), tokens.start < tokens.end) else { return Vec::new() };
        let before = tokens.start.saturating_sub(7).max(sentence.first)..tokens.start;
        let after = tokens.end..(tokens.end + 5).min(sentence.last);
        let mut list: Vec<u32> =
            before.chain(after).filter_map(|i| view.stems.get(i).copied()).filter(|&s| cx.stems.weight(s) > 0).collect();
        list.sort_unstable();
        list.dedup();
        list
    };
    let (x, y) = (words(cx.left, a), words(cx.right, b));
    let weight = |list: &[u32]| list.iter().map(|&s| u32::from(cx.stems.weight(s))).sum::<u32>();
    200 * overlap(&x, &y, cx.stems) / (weight(&x) + weight(&y)).max(60)
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

fn judge(cx: &Context<'_>, rivals: &[Vec<Rival>; 2], a: &Item<'_>, b: &Item<'_>, trust: u8) -> Linked {
    let mut relation = values(a.figure, b.figure);
    let toll = !a.state.is_empty();
    let what = what(cx, a, b);
    let mut reason = match relation {
        FigureRelation::Equal => format!("Both reports give one value{what}."),
        FigureRelation::Compatible => format!("Both values can hold{what}: one is given less exactly."),
        _ => String::new(),
    };
    if relation == FigureRelation::Differs {
        match doubt(cx, rivals, a, b, trust) {
            None => {
                relation = FigureRelation::Conflict;
                reason = format!("Aligned sentences on one event give two exact values{what}; they cannot both hold.");
            }
            Some(why) => reason = format!("The values differ{what}, but {why}."),
        }
    }
    Linked { link: FigureLink { left: a.number, right: b.number, relation, reason }, trust, toll }
}

fn what(cx: &Context<'_>, a: &Item<'_>, b: &Item<'_>) -> String {
    let text = |view: &View<'_>, i: &Item<'_>| i.figure.counted.map(|c| view.text(c).split_whitespace().collect::<Vec<_>>().join(" "));
    match (text(cx.left, a), text(cx.right, b)) {
        (Some(x), Some(y)) => {
            // The shorter phrase; of equally long ones the first in the alphabet.
            let name = if (x.len(), &x) <= (y.len(), &y) { x } else { y };
            format!(" for \u{201c}{name}\u{201d}")
        }
        _ => String::new(),
    }
}

/// Why two differing values need not exclude each other; `None` where they must.
fn doubt(cx: &Context<'_>, rivals: &[Vec<Rival>; 2], a: &Item<'_>, b: &Item<'_>, trust: u8) -> Option<&'static str> {
    let exact = |i: &Item<'_>| i.figure.exactness == Exactness::Exact;
    if !cx.same_event {
        return Some("the reports may tell of different events");
    }
    if !exact(a) || !exact(b) {
        return Some("one of them is not exact");
    }
    let toll = !a.state.is_empty();
    if toll && a.state == b.state {
        let (l, r) = (cx.left.report.published, cx.right.report.published);
        if l.is_none() || l != r {
            return Some("such numbers change as a story goes on");
        }
    }
    if a.qualifiers != b.qualifiers || a.figure.counted.is_some() != b.figure.counted.is_some() {
        return Some("they may count different groups");
    }
    if let (Some(x), Some(y)) = (a.statement, b.statement)
        && let (Some(x), Some(y)) = (cx.said[0].get(x), cx.said[1].get(y))
        && one_source(x, y) != Some(true)
    {
        return Some("they come from different sources");
    }
    let alone = |rivals: &[Rival], i: &Item<'_>| {
        let counted = matches!(i.figure.kind, FigureKind::Count | FigureKind::Rank);
        rivals.iter().all(|o| {
            let alike = if counted {
                o.state == i.state
            } else {
                // Sums and shares say what they are of by their noun or verb.
                (!o.noun.is_empty() && o.noun == i.figure.noun)
                    || (!o.own.is_empty() && o.own == i.figure.state)
                    || (o.noun.is_empty() && o.own.is_empty())
            };
            o.key != i.key || !alike || values(&o.figure, i.figure) != FigureRelation::Differs
        })
    };
    let [left, right] = rivals;
    if !alone(left, a) || !alone(right, b) {
        return Some("a report gives several such figures");
    }
    if bracketed(cx.left, a) || bracketed(cx.right, b) {
        return Some("one of them stands in brackets, as conversions do");
    }
    if compared(cx.left, a) || compared(cx.right, b) {
        return Some("one of them is given for comparison");
    }
    if apart(cx, a, b) {
        return Some("they are given for different times");
    }
    let ratio = (a.figure.low.max(b.figure.low) + 1e-9) / (a.figure.low.min(b.figure.low) + 1e-9);
    if ratio > 2.0 {
        return Some("they are so far apart that they may count different things");
    }
    if matches!(a.figure.kind, FigureKind::Rank) {
        return Some("ranks depend on what is counted before");
    }
    let certain = match a.figure.kind {
        FigureKind::Age => 60,
        FigureKind::Count => 55,
        _ => 65,
    };
    (trust < certain).then_some("it is not certain that they count the same thing")
}

/// Whether a sum stands in brackets: "$1 million ($1.52 million)".
fn bracketed(view: &View<'_>, item: &Item<'_>) -> bool {
    let doc = &view.report.document;
    let first = doc.token_at(item.figure.span.start);
    item.figure.kind == FigureKind::Money && first.checked_sub(1).is_some_and(|i| doc.form(i) == "(")
}

/// Whether a figure stands for comparison: "up from 22", "compared with 55 minutes last year".
fn compared(view: &View<'_>, item: &Item<'_>) -> bool {
    let doc = &view.report.document;
    let first = doc.token_at(item.figure.span.start);
    (first.saturating_sub(4)..first).any(|i| {
        matches!(doc.lower(i), "from" | "compared" | "previous" | "previously" | "earlier" | "initial" | "initially" | "versus" | "average")
    })
}

/// Whether the sentences give dates that exclude each other.
fn apart(cx: &Context<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let days = |view: &View<'_>, i: &Item<'_>| {
        let told = i.sentence.and_then(|s| view.sentences.get(s));
        told.map_or(&[][..], |t| t.dates.as_slice())
            .iter()
            .filter_map(|&d| view.report.dates.get(d as usize))
            .filter(|d| !matches!(d.certainty, Certainty::Vague | Certainty::Open | Certainty::Impossible))
            .filter_map(|d| d.interval)
            .collect::<Vec<_>>()
    };
    let (x, y) = (days(cx.left, a), days(cx.right, b));
    !x.is_empty() && !y.is_empty() && !x.iter().any(|i| y.iter().any(|j| i.first <= j.last && j.first <= i.last))
}
