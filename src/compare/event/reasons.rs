//! The answer in plain words: a reason for each dimension, and one sentence.

use super::measures::NAMES;
use super::news::{self, News};
use super::recall::Recall;
use super::story::story;
use super::sureness::reason;
use super::weights::{CENTRES, WEIGHTS};
use super::{Ground, Grounds, logistic, time};
use crate::compare::view::View;
use crate::compare::words::NONE;
use crate::compare::{Dimension, EntityLink, EventLabel, EventReason};
use crate::date::Day;
use crate::entity::Kind;
use crate::order::Arrange;
use crate::text::TokenKind;
use std::collections::{BTreeMap, BTreeSet};

/// One reason for each dimension.
pub(super) fn reasons(cx: &Ground<'_>, grounds: &Grounds) -> Vec<EventReason> {
    let actors = names(cx, grounds, Dimension::Actors, &[Kind::Person, Kind::Organization], "No person or organisation stands in both.");
    let places = names(cx, grounds, Dimension::Places, &[Kind::Place], "No place stands in both.");
    vec![actors, places, days(cx, grounds), action(cx, grounds), wording(grounds)]
}

/// What the measures of one dimension say, in percent: their part of the score, against a pair that is neither.
fn part(grounds: &Grounds, dimension: Dimension) -> u8 {
    let of_it = NAMES.iter().zip(WEIGHTS).zip(CENTRES).zip(grounds.measures).filter(|(((name, _), _), _)| name.1 == dimension);
    let sum: i64 = of_it.map(|(((_, weight), centre), m)| i64::from(weight) * i64::from(m - centre)).sum();
    (logistic(sum / 1000) / 10) as u8
}

/// The link's mentions in the report that has fewer of them.
fn weight(cx: &Ground<'_>, link: &EntityLink) -> usize {
    let count =
        |view: &View<'_>, entity: Option<u32>| entity.and_then(|e| view.report.entities.get(e as usize)).map_or(0, |e| e.mentions.len());
    count(cx.left, link.left).min(count(cx.right, link.right))
}

/// Entities of some kinds that stand in both reports, most mentioned first.
fn shared<'a>(cx: &Ground<'a>, kinds: &[Kind]) -> Vec<&'a EntityLink> {
    let both = cx.entities.links.iter().filter(|l| kinds.contains(&l.kind) && l.left.is_some() && l.right.is_some());
    let mut both: Vec<&EntityLink> = both.collect();
    both.arrange_by_key(|l| (std::cmp::Reverse(weight(cx, l)), l.name.clone()));
    both
}

fn names(cx: &Ground<'_>, grounds: &Grounds, dimension: Dimension, kinds: &[Kind], none: &str) -> EventReason {
    let both = shared(cx, kinds);
    let any = cx.entities.links.iter().any(|l| kinds.contains(&l.kind));
    // A name in both never speaks against one event; it may leave it open.
    let score = part(grounds, dimension).max(if both.is_empty() { 0 } else { 40 });
    let (score, text) = match (&grounds.news, both.as_slice()) {
        _ if !any => (None, "The reports name none.".to_owned()),
        (News::People(x, y), _) if dimension == Dimension::Actors => {
            (Some(score.min(30)), format!("Each report is about somebody whom the other does not name: {x} and {y}."))
        }
        (_, []) => (Some(score.min(50)), none.to_owned()),
        (_, list) => (Some(score), format!("Both name {}.", listed(&list.iter().map(|l| l.name.as_str()).collect::<Vec<_>>(), 3))),
    };
    reason(dimension, score, text)
}

fn days(cx: &Ground<'_>, grounds: &Grounds) -> EventReason {
    let one = time::shared_day(cx).map_or_else(|| "the same days".to_owned(), day);
    let apart = grounds.days_apart.map(i32::abs);
    let published = match (apart, cx.published[0].max(cx.published[1])) {
        (Some(0), Some(d)) => format!("Both were published on {}", day(d)),
        (Some(n), _) => format!("Published {} apart", span_of(n)),
        (None, _) => String::new(),
    };
    let (score, text) = match (&grounds.news, apart, grounds.main) {
        (News::Since(d), Some(n), _) => (
            Some(15),
            format!("Published {} apart; the news of the later one is of {}, after the earlier one was out.", span_of(n), day(*d)),
        ),
        (News::Recalled(recall), _, _) => (Some(15), format!("One report's news lies in the past for the other: {}.", quoted(recall))),
        (News::Ahead(_), _, _) => (Some(15), "One report announces what the other tells as done.".to_owned()),
        (News::Weekdays(a, b), _, _) => (Some(30), format!("One report's news is of a {}, the other's of a {}.", weekday(*a), weekday(*b))),
        (News::Days(a, b), _, _) => (Some(15), format!("One report's news is of {}, the other's of {}.", day(*a), day(*b))),
        (_, None, None) => (None, "A report's own date is not known.".to_owned()),
        (_, None, Some(true)) => (Some(80), format!("Both begin with what happened on {one}.")),
        (_, None, Some(false)) => (Some(20), "They begin with different days.".to_owned()),
        (_, Some(n), Some(true)) if n <= 21 => (Some(if n <= 1 { 95 } else { 80 }), format!("{published}; both tell of {one}.")),
        (_, Some(n), Some(false)) if n > 1 => (Some(10), format!("{published}; they begin with different days.")),
        (_, Some(n), _) => (
            Some(match n {
                0 | 1 => 80,
                2..=7 => 55,
                8..=21 => 40,
                _ => 20,
            }),
            format!("{published}."),
        ),
    };
    reason(Dimension::Time, score, text)
}

fn action(cx: &Ground<'_>, grounds: &Grounds) -> EventReason {
    let words = shared_words(cx);
    let visit = match story(cx.left, cx.right, cx.entities).place {
        Some((place, true)) => format!("Both tell of a visit to {place}. "),
        Some((place, false)) => format!("Both tell of talks in {place}. "),
        None => String::new(),
    };
    let score = part(grounds, Dimension::Action);
    let (score, text) = if words.is_empty() {
        (score, format!("{visit}Hardly a telling word is shared."))
    } else if grounds.news == News::Matter {
        (score.min(30), format!("{visit}The leads hardly share a word of what happened."))
    } else {
        (score, format!("{visit}Words that both use: {}.", listed(&words.iter().map(String::as_str).collect::<Vec<_>>(), WORDS)))
    };
    reason(Dimension::Action, Some(score), text)
}

fn wording(grounds: &Grounds) -> EventReason {
    let wording = (grounds.measure("shingles") / 5).clamp(0, 100) as u8;
    let text = match wording {
        0..=1 => "The wording is independent.",
        2..=20 => "Some wording is shared.",
        21..=60 => "Much wording is shared.",
        _ => "Most of one report's wording stands in the other.",
    };
    // Shared wording speaks for one event; wording of its own does not speak against it.
    reason(Dimension::Wording, Some(50 + wording / 2), text.to_owned())
}

/// Shared words that are shown.
const WORDS: usize = 5;

/// Number words and words of measure and speech, which say nothing of what happened.
const EMPTY: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions \
    billion billions dozen dozens half first second third fourth fifth sixth seventh eighth ninth tenth once twice number numbers \
    percent today yesterday tomorrow week weeks month months year years day days hour hours minute minutes told says saying stated \
    according including another several";

/// Telling words in lower case that both reports use, most frequent first, in the form that is used most.
fn shared_words(cx: &Ground<'_>) -> Vec<String> {
    let [a, b] = [cx.left, cx.right].map(|view| telling_forms(cx, view));
    let mut list: Vec<(u32, u32, String)> = Vec::new();
    for (stem, left) in &a {
        let Some(right) = b.get(stem) else { continue };
        let least = left.values().sum::<u32>().min(right.values().sum());
        let mut forms = left.clone();
        right.iter().for_each(|(form, n)| *forms.entry(form).or_default() += n);
        // Of forms used as often, the shortest; of those the first in the alphabet.
        let best = forms.iter().max_by_key(|(form, n)| (**n, std::cmp::Reverse((form.len(), **form))));
        list.extend(best.map(|(form, _)| (least * u32::from(cx.stems.weight(*stem)), *stem, (*form).to_owned())));
    }
    // Stems are numbered in the order of the alphabet.
    list.arrange_by_key(|x| (std::cmp::Reverse(x.0), x.1));
    list.into_iter().take(WORDS).map(|x| x.2).collect()
}

/// The words of a report that tell of its matter, by their stems: each form with how often it stands there.
fn telling_forms<'a>(cx: &Ground<'_>, view: &View<'a>) -> BTreeMap<u32, BTreeMap<&'a str, u32>> {
    let doc = &view.report.document;
    // How often each form stands there beside names, with its stem.
    let mut counts: Vec<(u32, u32)> = vec![(0, NONE); doc.lexicon.len()];
    for ((token, &stem), &proper) in doc.tokens.iter().zip(&view.stems).zip(&view.proper) {
        if let Some(count) = counts.get_mut(token.form.0 as usize).filter(|_| token.kind == TokenKind::Word && !proper) {
            *count = (count.0 + 1, stem);
        }
    }
    let empty: BTreeSet<&str> = EMPTY.split_whitespace().collect();
    let mut forms: BTreeMap<u32, BTreeMap<&str, u32>> = BTreeMap::new();
    for (form, (count, stem)) in doc.lexicon.forms().zip(counts) {
        let word = form.text;
        let telling = count > 0
            && cx.stems.weight(stem) >= 12
            && word.len() > 3
            && word.bytes().all(|b| b.is_ascii_lowercase())
            && !empty.contains(word);
        if telling {
            forms.entry(stem).or_default().insert(word, count);
        }
    }
    forms
}

/// "A, B and C", at most `most`, "and 4 more".
pub(crate) fn listed(names: &[&str], most: usize) -> String {
    let shown: Vec<&str> = names.iter().take(most).copied().collect();
    let more = names.len() - shown.len();
    match (shown.as_slice(), more) {
        ([], _) => String::new(),
        ([one], 0) => (*one).to_owned(),
        ([head @ .., last], 0) => format!("{} and {last}", head.join(", ")),
        (all, n) => format!("{} and {n} more", all.join(", ")),
    }
}

/// A distance in time as its report words it.
fn quoted(recall: &Recall) -> String {
    format!("\u{201c}{}\u{201d}", recall.words)
}

/// The name of an ISO weekday.
fn weekday(day: u8) -> &'static str {
    const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    NAMES.get(usize::from(day).wrapping_sub(1)).copied().unwrap_or("day")
}

/// A day as people write it: "19 December 2019".
pub(crate) fn day(day: Day) -> String {
    const MONTHS: [&str; 12] =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    let iso = day.to_string();
    let mut parts = iso.splitn(3, '-');
    let (Some(y), Some(m), Some(d)) = (parts.next(), parts.next(), parts.next()) else { return iso };
    match (m.parse::<usize>().ok().and_then(|m| MONTHS.get(m.wrapping_sub(1))), d.parse::<u32>()) {
        (Some(month), Ok(d)) => format!("{d} {month} {y}"),
        _ => iso,
    }
}

/// A number of days in words of a fitting size.
pub(crate) fn span_of(days: i32) -> String {
    let n = days.abs();
    let (count, unit) = match n {
        0..=13 => (n, "day"),
        14..=59 => ((n + 3) / 7, "week"),
        60..=729 => ((n * 12 + 182) / 365, "month"),
        _ => ((n + 182) / 365, "year"),
    };
    const WORDS: [&str; 13] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let number = WORDS.get(count as usize).map_or_else(|| count.to_string(), |w| (*w).to_owned());
    format!("{number} {unit}{}", if count == 1 { "" } else { "s" })
}

/// The answer in one sentence.
pub(super) fn sentence(cx: &Ground<'_>, grounds: &Grounds, label: EventLabel) -> String {
    let apart = grounds.days_apart.map(i32::abs).filter(|&d| d > 0).map(|d| format!(", {} apart", span_of(d))).unwrap_or_default();
    let later = match cx.published {
        [Some(l), Some(r)] if l != r => format!(" The report of {} is the later one.", day(l.max(r))),
        _ => String::new(),
    };
    match label {
        EventLabel::Same => format!("Both reports tell of the same event{apart}.{later}"),
        EventLabel::Related
            if let News::Recalled(recall) = &grounds.news
                && apart.is_empty() =>
        {
            format!(
                "The reports tell of one story at different points: what one gives as its news, the later one recalls ({}).",
                quoted(recall)
            )
        }
        EventLabel::Related if matches!(grounds.news, News::Ahead(_)) && apart.is_empty() => {
            "The reports tell of one story at different points: one announces what the later one tells as done.".to_owned()
        }
        EventLabel::Related if apart.is_empty() => "The reports belong to one story, but their news is not the same.".to_owned(),
        EventLabel::Related => format!("The reports tell of one story at different points{apart}.{later}"),
        EventLabel::Different => format!("The reports tell of different events{apart}.{}", in_common(cx)),
        EventLabel::Unclear => "There is too little text to tell whether both reports tell of one event.".to_owned(),
    }
}

/// Sentences of a lead, with its headline.
const LEAD: usize = 4;

/// What reports on different events have in common: whom they are about, the story, the places of their leads.
fn in_common(cx: &Ground<'_>) -> String {
    let who = match (subject(cx), shared(cx, &[Kind::Person]).first()) {
        (Some(link), _) => Some(format!("are about {}", link.name)),
        (None, Some(link)) => Some(format!("name {}", link.name)),
        (None, None) => None,
    };
    let in_lead =
        |view: &View<'_>, entity: Option<u32>| entity.is_some_and(|e| view.sentences.iter().take(LEAD).any(|t| t.entities.contains(&e)));
    let places = cx.entities.links.iter().filter(|l| l.kind == Kind::Place && in_lead(cx.left, l.left) && in_lead(cx.right, l.right));
    let places: Vec<&str> = places.map(|l| l.name.as_str()).take(3).collect();
    let story = &story(cx.left, cx.right, cx.entities);
    let told = match (&story.place, &story.topic) {
        (Some((place, visit)), topic) => {
            let what = if *visit { "a visit to" } else { "talks in" };
            let about = topic.as_ref().map(|t| format!(" and concern {t}")).unwrap_or_default();
            Some(format!("tell of {what} {place}{about}"))
        }
        (None, Some(topic)) => Some(format!("concern {topic}")),
        (None, None) => None,
    };
    match (who, told, places.as_slice()) {
        (Some(who), Some(told), _) => format!(" Both {who}, and both {told}."),
        (Some(who), None, []) => format!(" Both {who}."),
        (Some(who), None, places) => format!(" Both {who}; both name {}.", listed(places, 3)),
        (None, Some(told), _) => format!(" Both {told}."),
        (None, None, _) => String::new(),
    }
}

/// Whom both reports are about: the person or body that each mentions most or names first, and that stands in both leads.
fn subject<'a>(cx: &Ground<'a>) -> Option<&'a EntityLink> {
    let leading = |view: &View<'_>| {
        let actor = |e: &u32| view.report.entities.get(*e as usize).is_some_and(|e| matches!(e.kind, Kind::Person | Kind::Organization));
        let first = view.sentences.iter().take(2).flat_map(|t| &t.entities).copied().find(actor);
        let most = [&[Kind::Person][..], &[Kind::Person, Kind::Organization]].map(|kinds| news::most_mentioned(view, kinds, 1));
        [first, most[0], most[1]].map(|e| e.filter(|e| view.sentences.iter().take(LEAD).any(|t| t.entities.contains(e))))
    };
    let (l, r) = (leading(cx.left), leading(cx.right));
    let both = cx.entities.links.iter().filter(|x| x.left.is_some() && l.contains(&x.left) && x.right.is_some() && r.contains(&x.right));
    both.min_by_key(|x| (x.kind != Kind::Person, std::cmp::Reverse(weight(cx, x)), x.name.clone()))
}
