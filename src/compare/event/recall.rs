//! Whether one report puts into the past what the other tells as its news: "two weeks ago", "almost a year after the
//! president fled". It is then the later one, even where neither has a date.
//!
//! A distance counts where its clause tells the other's opening, and the rest of its own sentence does not: a
//! report that names an old event beside the news of both is no later than the other.

use super::Ground;
use super::news::{lead, opening};
use crate::compare::Side;
use crate::compare::view::{Told, View};
use crate::date::{TimeExpression, TimexType};
use std::collections::BTreeSet;

/// How the later report looks back at the other's news.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Recall {
    pub(super) later: Side,
    /// The distance as it is written: "two weeks ago", "almost a year after".
    pub(super) words: String,
}

/// Share of the other's opening, in permille, that a clause tells at least.
const TOLD: u32 = 350;
/// Weight of a word that tells what happened.
const TELLING: u16 = 12;

const UNITS: &[&str] = &["days", "week", "weeks", "month", "months", "year", "years", "decade", "decades"];
const BACK: &[&str] = &["ago", "earlier", "before"];
const SINCE: &[&str] = &["after", "since"];
/// Words that begin the clause in which a distance stands.
const CLAUSE: &[&str] = &["that", "which", "who", "whose", "where", "when", "since", "after", "following", "as", "because"];

/// The report that recalls the other's news, if one alone does and its date does not say otherwise.
pub(super) fn recall(cx: &Ground<'_>) -> Option<Recall> {
    let of = |later: Side| recalled(cx, later).map(|words| Recall { later, words });
    let found = match (of(Side::Left), of(Side::Right)) {
        (Some(one), None) | (None, Some(one)) => one,
        _ => return None,
    };
    let [left, right] = cx.published;
    let later = left.zip(right).is_none_or(|(l, r)| found.later.of(l > r, r > l));
    later.then_some(found)
}

/// The distance at which the lead of one side puts the other's opening.
fn recalled(cx: &Ground<'_>, side: Side) -> Option<String> {
    let (view, other) = side.of((cx.left, cx.right), (cx.right, cx.left));
    let headline: BTreeSet<u32> = view.sentences.iter().filter(|t| t.headline).take(1).flat_map(|t| &t.content).copied().collect();
    lead(view).find_map(|(_, told)| {
        told.dates.iter().find_map(|&d| {
            let distance = Distance::new(view, told, view.report.dates.get(d as usize)?)?;
            let recalled = stems(cx, view, distance.clause.0..distance.clause.1);
            let mut rest = stems(cx, view, told.first..told.last);
            rest.retain(|s| !recalled.contains(s));
            rest.extend(&headline);
            let told_there = opening(other).any(|news| {
                let (there, own) = (share(cx, news, &recalled), share(cx, news, &rest));
                there >= TOLD && there > own && tells(cx, other, news, &recalled) && !distant(other, news)
            });
            told_there.then_some(distance.words)
        })
    })
}

/// A length of time that lies between a report and what it recalls.
struct Distance {
    /// The tokens that tell what lies so far back.
    clause: (usize, usize),
    words: String,
}

impl Distance {
    fn new(view: &View<'_>, told: &Told, date: &TimeExpression) -> Option<Self> {
        let doc = &view.report.document;
        let tokens = doc.tokens_in(date.span);
        let lower = |i: usize| if i < told.last { doc.lower(i) } else { "" };
        let last = lower(tokens.end.checked_sub(1)?);
        let is = |list: &[&str], word: &str| list.contains(&word);
        let boundary = |i: &usize| matches!(doc.form(*i), "," | ";" | ":") || doc.is_dash(*i);
        let end = (tokens.end..told.last).find(boundary).unwrap_or(told.last);
        let words = view.text(date.span);
        if date.timex == TimexType::Duration && is(UNITS, last) && is(SINCE, lower(tokens.end)) {
            return Some(Self { clause: (tokens.end + 1, end), words: format!("{words} {}", lower(tokens.end)) });
        }
        let unit = lower(tokens.end.checked_sub(2)?);
        let back = is(BACK, last) && is(UNITS, unit) || unit == "last" && matches!(last, "week" | "month" | "year");
        let start = (told.first..tokens.start).rev().find(|i| boundary(i) || is(CLAUSE, doc.lower(*i))).map_or(told.first, |i| i + 1);
        back.then(|| Self { clause: (start, end), words: words.to_owned() })
    }
}

/// Whether a sentence itself lies at a distance.
fn distant(view: &View<'_>, told: &Told) -> bool {
    told.dates.iter().filter_map(|&d| view.report.dates.get(d as usize)).any(|d| Distance::new(view, told, d).is_some())
}

/// The stems of tokens that carry matter.
fn stems(cx: &Ground<'_>, view: &View<'_>, tokens: std::ops::Range<usize>) -> BTreeSet<u32> {
    tokens.filter_map(|i| view.stems.get(i).copied()).filter(|s| cx.stems.weight(*s) > 0).collect()
}

/// Share in permille of a sentence's weight that some stems hold.
fn share(cx: &Ground<'_>, told: &Told, stems: &BTreeSet<u32>) -> u32 {
    let shared: u32 = told.content.iter().filter(|s| stems.contains(s)).map(|s| u32::from(cx.stems.weight(*s))).sum();
    (shared * 1000).checked_div(told.weight).unwrap_or(0)
}

/// Whether some stems hold a word, no name, of what a sentence tells.
fn tells(cx: &Ground<'_>, view: &View<'_>, told: &Told, stems: &BTreeSet<u32>) -> bool {
    (told.first..told.last).any(|i| {
        let stem = view.stems.get(i).copied().unwrap_or(u32::MAX);
        view.proper.get(i) == Some(&false) && stems.contains(&stem) && cx.stems.weight(stem) >= TELLING
    })
}
