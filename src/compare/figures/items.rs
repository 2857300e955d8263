//! What the figures of one report count.

use crate::compare::statements::Said;
use crate::compare::view::View;
use crate::compare::{Judged, Side};
use crate::figure::{Figure, FigureKind, stem};
use crate::order::Arrange;
use crate::text::{Span, TokenKind};
use std::collections::BTreeMap;

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

pub(super) fn items<'a>(cx: &Judged<'a>, side: Side) -> Vec<Item<'a>> {
    let (view, said) = (cx.view(side), cx.said(side));
    let report = view.report;
    let mut items: Vec<Item<'a>> = report
        .figures
        .iter()
        .enumerate()
        .map(|(n, figure)| {
            let counts = figure.kind == FigureKind::Count;
            let state = STATES.iter().find(|s| counts && **s == figure.state).copied().unwrap_or("");
            let state = if counts && state.is_empty() && death_toll(view, figure) { "kill" } else { state };
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

/// Whether a figure is what a "death toll" rose to or stands at, in its sentence.
fn death_toll(view: &View<'_>, figure: &Figure) -> bool {
    let doc = &view.report.document;
    let at = doc.token_at(figure.span.start);
    let first = view.sentence(figure.span).and_then(|n| view.sentences.get(n)).map_or(at, |t| t.first);
    let toll = (first..at).find(|&i| doc.lower(i) == "toll" && i.checked_sub(1).is_some_and(|b| doc.lower(b) == "death"));
    // No other number in between: "the death toll of last year's 12 fires".
    let free = |from: usize| (from..at).all(|i| doc.tokens.get(i).is_none_or(|t| t.kind != TokenKind::Number) && doc.form(i) != ";");
    figure.noun.is_empty()
        && toll.is_some_and(free)
        && at.checked_sub(1).is_some_and(|b| matches!(doc.lower(b), "to" | "at" | "reached" | "hit" | "passed"))
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
