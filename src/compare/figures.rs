//! Figures of both reports that count the same thing.
//!
//! Figures meet by kind, unit and noun; what they belong to is judged by the sentences around them.
//! A conflict is claimed only where everything but the value agrees: one event, aligned sentences,
//! one noun with the same words before it, both exact, one time, and no other figure of the kind in
//! either report. Tolls that grow (dead, injured, missing) are in conflict only between reports of one
//! day: otherwise the later one may simply know more.

use super::entities::Entities;
use super::sentences::{Sentences, nearness, overlap};
use super::statements::{Said, one_source};
use super::view::{Told, View};
use super::words::{RARE, Stems};
use super::{FigureLink, FigureRelation, Side};
use crate::date::Certainty;
use crate::entity::Kind;
use crate::figure::{Exactness, Figure, FigureKind, stem};
use crate::order::Arrange;
use crate::text::{Span, TokenKind};
use std::collections::BTreeMap;

/// Most figures of one key in one report that are compared with each other.
const CROWD: usize = 12;
/// Least certainty, in percent, that two figures which differ count one thing, where a doubt stands
/// against it.
const TABLE: u8 = 60;
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

/// Why two differing values need not exclude each other.
struct Doubt {
    why: &'static str,
    /// Whether they are still worth showing side by side: they speak of one thing, but not as exactly
    /// or at the same time. What may count two things is not.
    worth: bool,
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
    /// Link of the person named or meant last before it in its sentence.
    subject: Option<u32>,
}

/// States of people whose numbers change as a story goes on.
const STATES: &[&str] =
    &["kill", "injure", "missing", "arrest", "rescue", "evacuate", "displace", "infect", "hospital", "charge", "convict"];

/// Nouns that say little about what is counted.
const GENERIC: &[&str] = &[
    "person", "man", "woman", "child", "member", "time", "day", "year", "month", "week", "hour", "thing", "other", "official", "case",
    "group", "country", "place", "part", "point", "side", "way", "family", "number", "unit", "area", "report", "name", "",
];

/// Words before a number that make it count a part of a series.
const PARTS: &[&str] = &["first", "last", "final", "next", "opening", "closing", "another", "previous", "past", "additional"];

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
        let alone = ls.len() == 1 && rs.len() == 1;
        let linked = judge(cx, (several, alone), x, y, trust);
        // What differs and may well count two things is no line of a table of figures in both.
        if linked.worth || linked.trust >= TABLE {
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
        FigureRelation::Equal => 30,
        FigureRelation::Compatible => 12,
        _ => 0,
    };
    pairs.push((u32::from(trust) + bonus, l, r, trust));
}

fn items<'a>(cx: &Context<'a>, side: Side) -> Vec<Item<'a>> {
    let (view, said) = if side == Side::Left { (cx.left, cx.said[0]) } else { (cx.right, cx.said[1]) };
    let report = view.report;
    report
        .figures
        .iter()
        .enumerate()
        .map(|(n, figure)| {
            let counts = figure.kind == FigureKind::Count;
            let state = STATES.iter().find(|s| counts && **s == figure.state).copied().unwrap_or("");
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
                qualifiers: qualifiers(view, figure),
                sentence: view.sentence(figure.span),
                statement: statement(view, said, figure.span),
                subject: view.subject(figure.span).and_then(|e| cx.entities.link(side, e)),
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
    let first = doc.token_at(figure.span.start);
    let before = |back: usize| first.checked_sub(back);
    // "his first 17 passes", "the last two games"; "28 of 41 passes" gives a whole and its part.
    if let Some(word) = before(1).map(|b| doc.lower(b)).filter(|w| PARTS.contains(w)) {
        out.push(word.to_owned());
    }
    let number = |at: usize| {
        doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number)
            || matches!(
                doc.lower(at),
                "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "most" | "some"
            )
    };
    if before(1).is_some_and(|b| doc.lower(b) == "of") && before(2).is_some_and(number) {
        out.push("of".to_owned());
    }
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
fn near_figures(cx: &Context<'_>, a: &Item<'_>, b: &Item<'_>) -> u32 {
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

fn judge(cx: &Context<'_>, others: (bool, bool), a: &Item<'_>, b: &Item<'_>, trust: u8) -> Linked {
    let mut relation = values(a.figure, b.figure);
    let toll = !a.state.is_empty();
    let what = what(cx, a, b);
    let mut reason = match relation {
        FigureRelation::Equal => format!("Both reports give one value{what}."),
        FigureRelation::Compatible => format!("Both values can hold{what}: one is given less exactly."),
        _ => String::new(),
    };
    let mut worth = true;
    if relation == FigureRelation::Differs {
        match doubt(cx, others, a, b, trust) {
            None => {
                relation = FigureRelation::Conflict;
                reason = format!("Aligned sentences on one event give two exact values{what}; they cannot both hold.");
            }
            Some(doubt) => {
                worth = doubt.worth;
                reason = format!("The values differ{what}, but {}.", doubt.why);
            }
        }
    }
    Linked { link: FigureLink { left: a.number, right: b.number, relation, reason }, trust, toll, worth }
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

/// Why two differing values need not exclude each other; `None` where they must. Told besides: whether
/// either report gives several such figures, and whether each gives but one of the kind.
fn doubt(cx: &Context<'_>, (several, alone): (bool, bool), a: &Item<'_>, b: &Item<'_>, trust: u8) -> Option<Doubt> {
    let worth = |why| Some(Doubt { why, worth: true });
    let idle = |why| Some(Doubt { why, worth: false });
    let toll = !a.state.is_empty() && a.state == b.state;
    if several {
        return idle("a report gives several such figures");
    }
    if names_clash(cx, a, b) {
        return idle("the sentences name different people or places");
    }
    // A thing that either report counts but once needs no more to be known by.
    if !alone && (tails_clash(cx, a, b) || deeds_clash(cx, a, b)) {
        return idle("different things are said of them");
    }
    if bracketed(cx.left, a) || bracketed(cx.right, b) {
        return idle("one of them stands in brackets, as conversions do");
    }
    if compared(cx.left, a) || compared(cx.right, b) {
        return idle("one of them is given for comparison");
    }
    if a.figure.kind != FigureKind::Age && apart(cx, a, b) {
        return idle("they are given for different times");
    }
    if !cx.same_event {
        return Some(Doubt { why: "the reports may tell of different events", worth: toll });
    }
    let ratio = (a.figure.low.max(b.figure.low) + 1e-9) / (a.figure.low.min(b.figure.low) + 1e-9);
    if ratio > 3.0 {
        return idle("they are so far apart that they may count different things");
    }
    if matches!(a.figure.kind, FigureKind::Rank) {
        return idle("ranks depend on what is counted before");
    }
    if toll {
        let (l, r) = (cx.left.report.published, cx.right.report.published);
        if l.is_none() || l != r {
            return worth("such numbers change as a story goes on");
        }
    }
    let exact = |i: &Item<'_>| i.figure.exactness == Exactness::Exact;
    if !exact(a) || !exact(b) {
        return worth("one of them is not exact");
    }
    if ratio > 2.0 {
        return idle("they are so far apart that they may count different things");
    }
    if a.qualifiers != b.qualifiers || a.figure.counted.is_some() != b.figure.counted.is_some() {
        let part = a.qualifiers.is_empty() != b.qualifiers.is_empty();
        return Some(Doubt {
            why: if part { "one may count a part of the other" } else { "they may count different groups" },
            worth: part,
        });
    }
    if let (Some(x), Some(y)) = (a.statement, b.statement)
        && let (Some(x), Some(y)) = (cx.said[0].get(x), cx.said[1].get(y))
        && one_source(x, y) != Some(true)
    {
        return worth("they come from different sources");
    }
    if moving(cx.left, a) || moving(cx.right, b) {
        return worth("prices and indexes move through the day");
    }
    if a.figure.kind == FigureKind::Age && (!dated_alike(cx) || ratio > 1.3) {
        return worth("a person's age depends on the day");
    }
    let certain = match a.figure.kind {
        FigureKind::Age => 60,
        FigureKind::Count => 55,
        _ => 65,
    };
    (trust < certain).then_some(Doubt { why: "it is not certain that they count the same thing", worth: false })
}

/// Whether each sentence names somebody or something that the other report does not know, or one names
/// several: they tell of different things.
fn names_clash(cx: &Context<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let names = |side: Side, i: &Item<'_>| {
        let view = if side == Side::Left { cx.left } else { cx.right };
        i.sentence.and_then(|s| view.sentences.get(s)).map_or_else(Vec::new, |t| strangers(view, cx.entities, side, t))
    };
    let (x, y) = (names(Side::Left, a), names(Side::Right, b));
    // The score of a game that the other report does not give is another game's.
    let scores = |view: &View<'_>, i: &Item<'_>, other: &View<'_>| {
        i.sentence.and_then(|s| view.sentences.get(s)).map_or(0, |t| {
            let doc = &view.report.document;
            (t.first..t.last).filter(|&k| is_score(doc.form(k)) && other.report.document.lexicon.get(doc.lower(k)).is_none()).count().min(1)
        })
    };
    let foreign = (x.len() + scores(cx.left, a, cx.right)).max(y.len() + scores(cx.right, b, cx.left));
    x.iter().any(|k| y.contains(k)) || foreign >= 2
}

/// "71-57".
fn is_score(form: &str) -> bool {
    form.split_once('-').is_some_and(|(a, b)| [a, b].iter().all(|n| (1..=3).contains(&n.len()) && n.bytes().all(|c| c.is_ascii_digit())))
}

/// Whether what follows the counted nouns sets them apart: "seasons with the club", "seasons in Japan".
fn tails_clash(cx: &Context<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let tail = |view: &View<'_>, i: &Item<'_>| -> Option<(u32, Vec<u32>)> {
        let doc = &view.report.document;
        let end = i.figure.counted.map_or(i.figure.span.end, |c| c.end.max(i.figure.span.end));
        let told = i.sentence.and_then(|s| view.sentences.get(s))?;
        let from = doc.tokens_in(Span { start: i.figure.span.start, end }).end;
        let all: Vec<u32> = (told.first..told.last).filter_map(|t| view.stems.get(t).copied()).collect();
        for t in from..(from + 4).min(told.last) {
            if doc.tokens.get(t).is_none_or(|t| t.kind != TokenKind::Word)
                || matches!(doc.lower(t), "and" | "but" | "or" | "as" | "when" | "after" | "before")
            {
                return None;
            }
            if let Some(stem) = view.stems.get(t).copied().filter(|&s| cx.stems.weight(s) > 0) {
                return Some((stem, all));
            }
        }
        None
    };
    if !matches!(a.figure.kind, FigureKind::Count) {
        return false;
    }
    match (tail(cx.left, a), tail(cx.right, b)) {
        (Some((x, left)), Some((y, right))) => x != y && !right.contains(&x) && !left.contains(&y),
        _ => false,
    }
}

/// Whether the verbs differ and little else around the figures is alike.
fn deeds_clash(cx: &Context<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    matches!(a.figure.kind, FigureKind::Count) && a.figure.state != b.figure.state && near_figures(cx, a, b) < 55
}

/// Kinds of the entities of a sentence that stand in one report only. Whoever a report quotes does not
/// count.
pub(super) fn strangers(view: &View<'_>, entities: &Entities, side: Side, told: &Told) -> Vec<Kind> {
    told.entities
        .iter()
        .filter(|&&e| !entities.shared(side, e) && !view.sources.contains(&e))
        .filter_map(|&e| view.report.entities.get(e as usize))
        .map(|e| e.kind)
        .filter(|k| matches!(k, Kind::Person | Kind::Organization | Kind::Place))
        .collect()
}

/// Whether both reports have a day and lie within a month.
fn dated_alike(cx: &Context<'_>) -> bool {
    matches!((cx.left.report.published, cx.right.report.published), (Some(l), Some(r)) if (l.0 - r.0).abs() <= 31)
}

/// Whether a share, sum or number of points is one of a market, which differs from hour to hour.
fn moving(view: &View<'_>, item: &Item<'_>) -> bool {
    let doc = &view.report.document;
    matches!(item.figure.kind, FigureKind::Percent | FigureKind::Money | FigureKind::Count)
        && item.sentence.and_then(|s| view.sentences.get(s)).is_some_and(|t| {
            (t.first..t.last).any(|i| {
                matches!(
                    doc.lower(i),
                    "stocks"
                        | "shares"
                        | "index"
                        | "indexes"
                        | "markets"
                        | "trading"
                        | "bourse"
                        | "nasdaq"
                        | "nikkei"
                        | "ftse"
                        | "dow"
                        | "s&p"
                        | "barrel"
                )
            })
        })
}

/// Whether a sum or measure stands in brackets: "$1 million ($1.52 million)", "58 km (36 miles)".
fn bracketed(view: &View<'_>, item: &Item<'_>) -> bool {
    let doc = &view.report.document;
    let first = doc.token_at(item.figure.span.start);
    matches!(item.figure.kind, FigureKind::Money | FigureKind::Measure) && first.checked_sub(1).is_some_and(|i| doc.form(i) == "(")
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
