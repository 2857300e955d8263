//! Whether the news of two reports can be one event, by the days, the people and the matter of their leads.

use super::recall::{Recall, recall};
use super::{Ground, time};
use crate::compare::Side;
use crate::compare::sentences::likeness;
use crate::compare::view::{Told, View};
use crate::compare::words::print;
use crate::date::Day;
use crate::entity::Kind;
use std::collections::BTreeSet;

/// How the news of two reports stand to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum News {
    /// They can be one event.
    One,
    /// The later report's news happened on this day, after the earlier report was published.
    Since(Day),
    /// The later report puts the other's news into the past.
    Recalled(Recall),
    /// One report announces what the report of this side tells as done.
    Ahead(Side),
    /// They lie on different days, the earlier one first.
    Days(Day, Day),
    /// They lie on different days of the week, Monday first.
    Weekdays(u8, u8),
    /// Each report is about somebody whom the other does not know; the names in the order of the alphabet.
    People(String, String),
    /// The leads hardly share a word of what happened.
    Matter,
}

/// Mentions that make somebody the one a report is about: of a person, and of a person or body.
const PERSON: usize = 2;
const ACTOR: usize = 3;

/// Compares the news of two reports.
pub(super) fn news(cx: &Ground<'_>) -> News {
    let [left, right] = [time::news_day(cx.left, cx.published[0]), time::news_day(cx.right, cx.published[1])];
    if let (Some(l), Some(r)) = (cx.published[0], cx.published[1]) {
        let later = if l < r { right.filter(|d| *d > l) } else { left.filter(|d| *d > r) };
        if let Some(day) = later.filter(|_| l != r) {
            return News::Since(day);
        }
    }
    if let Some(found) = recall(cx) {
        return News::Recalled(found);
    }
    // A day's difference may be one of time zones, or the very thing in which two reports on one event differ; with
    // other people it is another event.
    let [told_left, told_right] = [time::told_day(cx.left, cx.published[0]), time::told_day(cx.right, cx.published[1])];
    let apart = left.zip(right).filter(|(l, r)| (l.0 - r.0).abs() > 1);
    let others = told_left.zip(told_right).filter(|(l, r)| l != r && other_people(cx));
    if let Some((l, r)) = apart.or(others) {
        return News::Days(l.min(r), l.max(r));
    }
    if let Some((l, r)) = weekdays(cx) {
        return News::Weekdays(l.min(r), l.max(r));
    }
    if let Some(later) = done(cx) {
        return News::Ahead(later);
    }
    let people = [headline_person, main_person, main_actor].into_iter().find_map(|leading| {
        let (l, r) = (leading(cx.left)?, leading(cx.right)?);
        (!known(cx, Side::Left, l) && !known(cx, Side::Right, r)).then_some((l, r))
    });
    let name = |view: &View<'_>, entity: u32| view.report.entities.get(entity as usize).map(|e| e.name.clone());
    match people.and_then(|(l, r)| Some((name(cx.left, l)?, name(cx.right, r)?))) {
        Some((l, r)) => News::People(l.clone().min(r.clone()), l.max(r)),
        None if other_matter(cx) => News::Matter,
        None => News::One,
    }
}

/// The days of the week of both reports' news, where they lie further apart than one night, or are of other people.
fn weekdays(cx: &Ground<'_>) -> Option<(u8, u8)> {
    let (l, r) = time::news_weekday(cx.left).zip(time::news_weekday(cx.right))?;
    let apart = l.abs_diff(r).min(7 - l.abs_diff(r));
    (apart > 1 || apart == 1 && other_people(cx)).then_some((l, r))
}

/// The report that tells as done what the other announces: only one opening looks ahead, and nothing in the lead of
/// the other does.
fn done(cx: &Ground<'_>) -> Option<Side> {
    let opens = |view: &View<'_>| opening(view).any(|t| looks_ahead(view, t));
    let anywhere = |view: &View<'_>| {
        lead(view).any(|(_, t)| looks_ahead(view, t) || (t.first..t.last).any(|i| view.report.document.lower(i) == "will"))
    };
    match (opens(cx.left), opens(cx.right)) {
        (true, false) if !anywhere(cx.right) => Some(Side::Right),
        (false, true) if !anywhere(cx.left) => Some(Side::Left),
        _ => None,
    }
}

/// Whether a sentence names what is still to happen: "next week", "slated for", "tomorrow".
fn looks_ahead(view: &View<'_>, told: &Told) -> bool {
    let doc = &view.report.document;
    let word = |i: usize| if i < told.last { doc.lower(i) } else { "" };
    (told.first..told.last).any(|i| match word(i) {
        "next" => matches!(word(i + 1), "week" | "month" | "weekend"),
        // "As scheduled" tells what is done.
        "scheduled" => i == told.first || word(i - 1) != "as",
        other => matches!(other, "slated" | "upcoming" | "tomorrow"),
    })
}

/// Whether each lead is about persons of whom none stands in the other.
fn other_people(cx: &Ground<'_>) -> bool {
    let person = |view: &View<'_>, e: &u32| view.report.entities.get(*e as usize).is_some_and(|e| e.kind == Kind::Person);
    [(Side::Left, cx.left), (Side::Right, cx.right)].into_iter().all(|(side, view)| {
        let mut people = lead(view).flat_map(|(_, t)| &t.entities).copied().filter(|e| person(view, e)).peekable();
        people.peek().is_some() && people.all(|e| !begins_with(cx, side, e))
    })
}

/// Whether the other report's lead names an entity of one side, or anybody by the last word of its name.
fn begins_with(cx: &Ground<'_>, side: Side, entity: u32) -> bool {
    let (view, other) = side.of((cx.left, cx.right), (cx.right, cx.left));
    let link = cx.entities.links.iter().find(|l| side.of(l.left, l.right) == Some(entity));
    let there = link.and_then(|l| side.of(l.right, l.left));
    let last = last_word(view, entity);
    lead(other)
        .any(|(_, t)| there.is_some_and(|e| t.entities.contains(&e)) || (t.first..t.last).any(|i| other.prints.get(i) == Some(&last)))
}

/// The sentences in which a report gives its news, with their numbers.
pub(super) fn lead<'v>(view: &'v View<'_>) -> impl Iterator<Item = (usize, &'v Told)> {
    view.sentences.iter().enumerate().filter(|(_, t)| (t.headline || t.content.len() >= FULL) && !sums_up(view, t)).take(NEWS)
}

/// What a report opens with: its headline and its first full sentence.
pub(super) fn opening<'v>(view: &'v View<'_>) -> impl Iterator<Item = &'v Told> {
    let body = view.sentences.iter().filter(|t| !t.headline && t.content.len() >= FULL).take(1);
    view.sentences.iter().take_while(|t| t.headline).take(1).chain(body)
}

/// Whether a sentence counts events instead of telling one: "this is the third such fire", "several attacks have".
fn sums_up(view: &View<'_>, told: &Told) -> bool {
    let doc = &view.report.document;
    let word = |n: usize| if told.first + n < told.last { doc.lower(told.first + n) } else { "" };
    let such = matches!(word(0), "this" | "it" | "that") && (2..6).any(|n| word(n) == "such");
    such || matches!(word(0), "several" | "many" | "numerous" | "multiple") && (1..4).any(|n| EVENTS.contains(&word(n)))
}

/// Nouns that sum up events.
const EVENTS: &[&str] = &["incidents", "cases", "instances", "attacks", "accidents", "events", "occasions"];

/// The person that the headline names first.
fn headline_person(view: &View<'_>) -> Option<u32> {
    let headline = view.sentences.first().filter(|t| t.headline)?;
    let of_kind = |e: &u32| view.report.entities.get(*e as usize).is_some_and(|e| e.kind == Kind::Person);
    headline.entities.iter().copied().find(of_kind)
}

fn main_person(view: &View<'_>) -> Option<u32> {
    most_mentioned(view, &[Kind::Person], PERSON)
}

fn main_actor(view: &View<'_>) -> Option<u32> {
    most_mentioned(view, &[Kind::Person, Kind::Organization], ACTOR)
}

/// The entity of some kinds that a report mentions most; the first of equals.
pub(super) fn most_mentioned(view: &View<'_>, kinds: &[Kind], least: usize) -> Option<u32> {
    let of_kind = view.report.entities.iter().enumerate().filter(|(_, e)| kinds.contains(&e.kind) && e.mentions.len() >= least);
    of_kind.max_by_key(|(n, e)| (e.mentions.len(), std::cmp::Reverse(*n))).map(|(n, _)| n as u32)
}

/// Sentences in which a report gives its news, and the content words that make a sentence one of them.
const NEWS: usize = 3;
pub(super) const FULL: usize = 4;
/// Content words below which a report's lead does not tell its news surely.
const ENOUGH: usize = 40;
/// Share of a lead's words, in permille, that the other lead has at least where both tell of one event.
const MATTER: u32 = 120;
/// Likeness, in percent, that the most alike sentences of both leads have at least where both tell of one event.
const ALIKE: u8 = 15;
/// Likeness, in percent, from which a sentence of a lead is told again in the other report.
const TOLD_AGAIN: u8 = 42;

/// What the first sentences of a report hold.
struct Lead {
    /// Words that are no names.
    matter: BTreeSet<u32>,
    /// All words.
    words: BTreeSet<u32>,
    /// Values of its dates and figures.
    days: BTreeSet<String>,
    figures: BTreeSet<u64>,
}

impl Lead {
    fn new(view: &View<'_>) -> Self {
        let told: Vec<&Told> = lead(view).map(|(_, t)| t).collect();
        let words: BTreeSet<u32> = told.iter().flat_map(|t| &t.content).copied().collect();
        let tokens = told.iter().flat_map(|t| t.first..t.last);
        let names: BTreeSet<u32> =
            tokens.filter(|i| view.proper.get(*i) == Some(&true)).filter_map(|i| view.stems.get(i).copied()).collect();
        let dates = told.iter().flat_map(|t| &t.dates).filter_map(|&d| view.report.dates.get(d as usize));
        let figures = told.iter().flat_map(|t| &t.figures).filter_map(|&f| view.report.figures.get(f as usize));
        Self {
            matter: words.difference(&names).copied().collect(),
            days: dates.map(|d| d.value.clone()).collect(),
            figures: figures.map(|f| f.low.to_bits()).collect(),
            words,
        }
    }

    /// Share in permille of the weight of this lead's matter that another lead has.
    fn matter_in(&self, other: &Self, cx: &Ground<'_>) -> u32 {
        let weight = |stem: &u32| u32::from(cx.stems.weight(*stem));
        let all: u32 = self.matter.iter().map(weight).sum();
        let shared: u32 = self.matter.intersection(&other.words).map(weight).sum();
        (shared * 1000).checked_div(all).unwrap_or(0)
    }
}

/// Whether the leads tell of other matters: no sentence of one is like one of the other, or they share hardly a word
/// besides names, no day and no figure; and they are not told again in the other report.
fn other_matter(cx: &Ground<'_>) -> bool {
    let enough = |view: &View<'_>| view.sentences.iter().map(|t| t.content.len()).sum::<usize>() >= ENOUGH;
    let (a, b) = (Lead::new(cx.left), Lead::new(cx.right));
    let alike = lead(cx.left).any(|(_, l)| lead(cx.right).any(|(_, r)| likeness(l, r, cx.stems) >= ALIKE));
    let strange = a.matter_in(&b, cx).min(b.matter_in(&a, cx)) < MATTER && a.days.is_disjoint(&b.days) && a.figures.is_disjoint(&b.figures);
    enough(cx.left) && enough(cx.right) && (strange || !alike) && !told_again(cx)
}

/// Whether a sentence of either lead is told again in the other report.
fn told_again(cx: &Ground<'_>) -> bool {
    let again = |view: &View<'_>, best: &[Option<(usize, u8)>]| {
        lead(view).any(|(n, _)| best.get(n).is_some_and(|b| b.is_some_and(|b| b.1 >= TOLD_AGAIN)))
    };
    again(cx.left, &cx.sentences.best_left) && again(cx.right, &cx.sentences.best_right)
}

/// Whether the other report names an entity of one side, or anybody by the last word of its name.
fn known(cx: &Ground<'_>, side: Side, entity: u32) -> bool {
    let (view, other) = side.of((cx.left, cx.right), (cx.right, cx.left));
    cx.entities.shared(side, entity) || other.prints.contains(&last_word(view, entity))
}

/// The print of the last word of an entity's name.
fn last_word(view: &View<'_>, entity: u32) -> u64 {
    let name = view.report.entities.get(entity as usize).map_or("", |e| &e.name);
    print(&name.split_whitespace().last().unwrap_or("").to_lowercase())
}
