//! Aligned sentences that date one thing in two ways.
//!
//! Only sentences that are the best of each other and say nearly the same are looked at. A date that
//! tells when somebody spoke is no date of the event.

use super::finding;
use super::title::verbal;
use crate::calendar::WEEKDAYS;
use crate::compare::clash::{bodies, figures_clash, strangers, strangers_clash};
use crate::compare::entities::ordered;
use crate::compare::sentences::nearness;
use crate::compare::synonyms::Synonyms;
use crate::compare::view::{Told, View};
use crate::compare::{Context, EventLabel, Finding, FindingKind, Side};
use crate::date::{Certainty, Day, TimeExpression, TimexType};
use crate::entity::Kind;
use crate::text::flat;
use std::collections::BTreeSet;

/// Least likeness, in percent, for a date, and for a negation or an opposite verb.
const DATED: u8 = 45;

/// Finds dates that differ.
pub(super) fn findings(cx: &Context<'_>, synonyms: &Synonyms, out: &mut Vec<Finding>) {
    weekdays(cx, synonyms, out);
    for link in cx.sentences.links.iter().filter(|l| l.score >= DATED) {
        if let (Some(a), Some(b)) = (cx.left.sentences.get(link.left), cx.right.sentences.get(link.right)) {
            dates(cx, a, b, link.score, out);
        }
    }
}

/// Likeness, in percent, from which two sentences that let one do one thing tell of one deed.
const ONE_DEED: u8 = 38;

/// Weekdays without a date, which are no days of the calendar: "on Saturday she unveiled", "on Friday she revealed".
fn weekdays(cx: &Context<'_>, synonyms: &Synonyms, out: &mut Vec<Finding>) {
    if !matches!(cx.label, EventLabel::Same | EventLabel::Related) {
        return;
    }
    for link in cx.sentences.links.iter().filter(|l| l.score >= ONE_DEED) {
        let (Some(a), Some(b)) = (cx.left.sentences.get(link.left), cx.right.sentences.get(link.right)) else { continue };
        let (Some((x, v)), Some((y, w))) = (only_weekday(cx.left, a), only_weekday(cx.right, b)) else { continue };
        let open = x.interval.is_none() || y.interval.is_none();
        if v == w || !open || strangers_clash(cx, a, b) || figures_clash(cx, a, b) || !one_deed(cx, synonyms, a, b) {
            continue;
        }
        let (first, second) = ordered(&v, &w);
        out.push(
            finding(
                FindingKind::DateDiffers,
                54,
                format!("One report dates it {first}, the other {second}."),
                "Sentences that let the same one do the same give different days of the week.".to_owned(),
            )
            .asking(format!("Was it on {first} or on {second}?"))
            .between(x.span, y.span),
        );
    }
}

/// The one date of a sentence, if it is a day of the week and not when somebody spoke.
fn only_weekday<'a>(view: &'a View<'_>, told: &Told) -> Option<(&'a TimeExpression, String)> {
    let [date] = told.dates.as_slice() else { return None };
    let date = view.report.dates.get(*date as usize).filter(|d| d.timex == TimexType::Date && !spoken(view, told, d))?;
    let words = flat(view.text(date.span));
    WEEKDAYS.contains(&words.to_lowercase().as_str()).then_some((date, words))
}

/// Whether two sentences name one person or body and have a verb that tells one thing.
fn one_deed(cx: &Context<'_>, synonyms: &Synonyms, a: &Told, b: &Told) -> bool {
    let actors = |side: Side, told: &Told| -> BTreeSet<u32> {
        let kind = |e: u32| cx.view(side).report.entities.get(e as usize).map(|e| e.kind);
        let named = told.entities.iter().filter(|&&e| matches!(kind(e), Some(Kind::Person | Kind::Organization)));
        named.filter_map(|&e| cx.entities.link(side, e)).collect()
    };
    let verbs = |view: &View<'_>, told: &Told| -> Vec<u32> {
        let verbs = (told.first..told.last).filter(|&i| verbal(view, i)).filter_map(|i| view.stems.get(i).copied());
        verbs.filter(|&s| cx.stems.weight(s) > 0).collect()
    };
    let (x, y) = (verbs(cx.left, a), verbs(cx.right, b));
    !actors(Side::Left, a).is_disjoint(&actors(Side::Right, b)) && x.iter().any(|v| y.iter().any(|w| synonyms.same(*v, *w)))
}

fn dates(cx: &Context<'_>, a: &Told, b: &Told, score: u8, out: &mut Vec<Finding>) {
    let (x, y) = (own_dates(cx.left, a), own_dates(cx.right, b));
    let ([x], [y]) = (x.as_slice(), y.as_slice()) else { return };
    let (Some(i), Some(j)) = (x.interval, y.interval) else { return };
    if i.first <= j.last && j.first <= i.last || moves_on(cx, i.first, j.first) {
        return;
    }
    let words = |view: &View<'_>, t: &TimeExpression| flat(view.text(t.span));
    let stated = |t: &TimeExpression| t.stated.iter().any(|s| s == "day" || s == "month" || s == "year");
    let weekday = |t: &TimeExpression| t.stated.iter().any(|s| s == "weekday");
    let (v, w) = (words(cx.left, x), words(cx.right, y));
    // A time of day alone is counted from a day that is not told here, and "today" in both is the same
    // word for two report dates.
    if v.to_lowercase() == w.to_lowercase() || [x, y].iter().any(|t| !stated(t) && !weekday(t)) {
        return;
    }
    // Who stands in one sentence and is unknown to the other report makes it another matter.
    let strangers = [strangers(cx.left, cx.entities, Side::Left, a), strangers(cx.right, cx.entities, Side::Right, b)];
    let [l, r] = &strangers;
    let clash = l.iter().any(|k| r.contains(k));
    let subjects = (cx.left.subject(x.span), cx.right.subject(y.span));
    let other = matches!(subjects, (Some(s), Some(t)) if cx.entities.link(Side::Left, s) != cx.entities.link(Side::Right, t));
    let near = nearness(cx.stems, (cx.left, a, x.span), (cx.right, b, y.span));
    if clash || other || near < 25 {
        return;
    }
    // Days against days and months against months; a longer stretch may hold both.
    let length = |t: &TimeExpression| t.interval.map_or(0, |i| i.last.0 - i.first.0 + 1);
    let fine = |t: &TimeExpression| t.interval.is_some_and(|i| i.first == i.last) || (28..=31).contains(&length(t));
    let days = if weekday(x) && weekday(y) && !(stated(x) && stated(y)) {
        // Two weekdays of one week.
        (i.first.0 - j.first.0).abs() < 7
    } else {
        stated(x) && stated(y)
    };
    let alone = |told: &Told, other: &Told| {
        let extra = |told: &Told, other: &Told| told.entities.len() > other.entities.len() + 1;
        !extra(told, other)
    };
    let sure = cx.label == EventLabel::Same
        && fine(x)
        && fine(y)
        && (length(x) == 1) == (length(y) == 1)
        && days
        && score >= 50
        && (near >= 40 || score >= 70)
        && l.is_empty()
        && r.is_empty()
        && alone(a, b)
        && alone(b, a);
    let when = |words: String, t: &TimeExpression| match t.interval {
        Some(i) if i.first == i.last && !stated(t) => format!("{words} ({})", crate::compare::event::day(i.first)),
        _ => words,
    };
    let (early, late) = (when(v, x), when(w, y));
    let (early, late) = if i.first <= j.first { (early, late) } else { (late, early) };
    let (kind, importance) = if sure { (FindingKind::DateConflict, 90) } else { (FindingKind::DateDiffers, 50) };
    // Two bare years are told of one thing where the words around them are; days come in many sentences alike.
    let years = [x, y].iter().all(|t| t.stated.len() == 1 && t.stated.iter().all(|s| s == "year"));
    let enough = match cx.label {
        EventLabel::Same if years => DATED,
        EventLabel::Same => 50,
        EventLabel::Related => 60,
        _ => 75,
    };
    if !sure && (score < enough || near < 40 || figures_clash(cx, a, b) || !years && bodies(cx, a, b)) {
        return;
    }
    let reason = if sure {
        "Sentences that tell the same give two days for it."
    } else {
        "Sentences that tell much the same give different times; they may speak of different things."
    };
    out.push(
        finding(kind, importance, format!("One report dates it {early}, the other {late}."), reason.to_owned())
            .asking(format!("Was it on {early} or on {late}?"))
            .between(x.span, y.span),
    );
}

/// Whether the later report of one story gives the later date: the next meeting, the next month's figures.
fn moves_on(cx: &Context<'_>, left: Day, right: Day) -> bool {
    let published = cx.published[0].zip(cx.published[1]);
    cx.label != EventLabel::Same && published.is_some_and(|(l, r)| l != r && (l < r) == (left < right))
}

/// Dates of a sentence that have a place on the calendar and do not tell when somebody spoke.
fn own_dates<'a>(view: &'a View<'_>, told: &Told) -> Vec<&'a TimeExpression> {
    told.dates
        .iter()
        .filter_map(|&d| view.report.dates.get(d as usize))
        .filter(|d| {
            matches!(d.timex, TimexType::Date | TimexType::Time)
                && matches!(d.certainty, Certainty::Stated | Certainty::Implied)
                && d.interval.is_some()
        })
        .filter(|d| !spoken(view, told, d))
        .collect()
}

/// Whether a date tells when somebody spoke.
fn spoken(view: &View<'_>, told: &Told, date: &TimeExpression) -> bool {
    let doc = &view.report.document;
    let tokens = doc.tokens_in(date.span);
    // A comma parts the clause from the one that says who told it: "on Friday, police said".
    let part = |i: &usize| *i >= told.first && *i < told.last && doc.form(*i) != ",";
    let before = (tokens.start.saturating_sub(4)..tokens.start).rev().take_while(part);
    let after = (tokens.end..tokens.end + 3).take_while(part);
    before.chain(after).any(|i| SPEECH.contains(&doc.lower(i)))
}

/// Verbs and nouns of saying next to a date.
const SPEECH: &[&str] = &[
    "said",
    "says",
    "told",
    "announced",
    "reported",
    "confirmed",
    "added",
    "statement",
    "tweeted",
    "wrote",
    "posted",
    "issued",
    "stated",
    "claimed",
    "denied",
    "declined",
    "conference",
    "interview",
    "released",
    "published",
    "updated",
];
