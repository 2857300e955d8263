//! Whether two reports tell of one event.
//!
//! The score is a logistic model over a few dozen measures of what both share: names, places, lead,
//! rare words, figures, dates, wording. Measures and weights are integers, so that every machine gives
//! the same score. The weights are trained on reports of one topic (same kind of event, same or other
//! event); see the `event` tool. Time is added by rule, since the training texts have no dates: reports
//! that lie far apart and are about their own days are not one event however alike their actors.

use super::entities::Entities;
use super::event_weights::{BIAS, WEIGHTS};
use super::sentences::Sentences;
use super::story::story;
use super::view::View;
use super::words::{NONE, Stems};
use super::{Dimension, EventLabel, EventReason, SameEvent, Side};
use crate::date::{Certainty, Day, TimexType};
use crate::entity::Kind;
use crate::order::Arrange;
use crate::text::TokenKind;
use std::collections::BTreeMap;

/// How many measures there are.
pub const MEASURES: usize = 28;

/// Names of the measures, in order.
pub const NAMES: [&str; MEASURES] = [
    "all",
    "lead",
    "lead-proper",
    "lead-common",
    "numbers",
    "numbers-clash",
    "days-clash",
    "shingles",
    "best-sentences",
    "best-sentence",
    "rare-shared",
    "proper-contained",
    "headline",
    "common-contained",
    "pairs",
    "proper-mass-least",
    "person-top",
    "body-mass",
    "place-mass",
    "lead-person-least",
    "months-clash",
    "full-names-least",
    "lead-best",
    "top-person-equal",
    "lead-place-least",
    "years-clash",
    "lead-contained",
    "lead-proper-least",
];

/// Sentences of the lead.
const LEAD: usize = 3;

/// Things with how often they stand in a report, ascending. Sorted lists, because trees of a long
/// report's words are slow to build and to walk.
type Bag = Vec<(u32, u32)>;

/// Counts what a list holds.
fn counted(mut list: Vec<u32>) -> Bag {
    list.arrange();
    list.chunk_by(|x, y| x == y).filter_map(|c| Some((*c.first()?, c.len() as u32))).collect()
}

/// Each thing once, ascending.
fn distinct<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.arrange();
    list.dedup();
    list
}

/// What two ascending lists share, walked side by side: for each thing its places in both.
fn both<T>(a: &[T], b: &[T], order: impl Fn(&T, &T) -> std::cmp::Ordering, mut each: impl FnMut(&T, &T)) {
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match order(x, y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                each(x, y);
                i += 1;
                j += 1;
            }
        }
    }
}

/// The sum of `value` over what two bags share, which is given the thing and how often each has it.
fn shared_sum(a: &Bag, b: &Bag, value: impl Fn(u32, u32, u32) -> u64) -> u64 {
    let mut sum = 0u64;
    both(a, b, |x, y| x.0.cmp(&y.0), |x, y| sum += value(x.0, x.1, y.1));
    sum
}

/// What a report is made of, for the measures.
#[derive(Default)]
struct Profile {
    all: Bag,
    proper: Bag,
    common: Bag,
    lead: Bag,
    lead_proper: Bag,
    lead_common: Bag,
    headline: Bag,
    numbers: Vec<String>,
    days: Vec<String>,
    shingles: Vec<u64>,
    /// Prints of all words.
    words_seen: Vec<u64>,
    /// Names of two words and more, by pairs of neighbouring words.
    full_names: Vec<(u64, u64)>,
    months: Vec<String>,
    /// Last word of persons, bodies and places with the number of mentions, most mentioned first.
    persons: Vec<(u64, u32)>,
    bodies: Vec<(u64, u32)>,
    places: Vec<(u64, u32)>,
    /// Persons and places of the lead.
    lead_persons: Vec<(u64, u32)>,
    lead_places: Vec<(u64, u32)>,
    years: Vec<u32>,
    /// Pairs of content stems that stand next to each other.
    pairs: Vec<(u32, u32)>,
    words: u64,
}

impl Profile {
    fn new(view: &View<'_>, stems: &Stems) -> Self {
        let lead_end = view.sentences.get(LEAD - 1).or(view.sentences.last()).map_or(0, |t| t.span.end);
        let mut p = Self {
            persons: named(view, &[Kind::Person], u32::MAX),
            bodies: named(view, &[Kind::Organization], u32::MAX),
            places: named(view, &[Kind::Place], u32::MAX),
            lead_persons: named(view, &[Kind::Person], lead_end),
            lead_places: named(view, &[Kind::Place], lead_end),
            ..Self::default()
        };
        let mut bags: [Vec<u32>; 7] = Default::default();
        let doc = &view.report.document;
        // A capitalised stem counts as a name wherever it stands.
        let mut names = vec![false; stems.len()];
        for (i, &stem) in view.stems.iter().enumerate() {
            if let (Some(true), Some(slot)) = (view.proper.get(i), names.get_mut(stem as usize)) {
                *slot = true;
            }
        }
        for (n, told) in view.sentences.iter().enumerate() {
            let lead = n < LEAD;
            let mut run: Vec<u64> = Vec::new();
            let mut last = NONE;
            for i in told.first..told.last {
                let Some(&stem) = view.stems.get(i).filter(|&&s| s != NONE) else { continue };
                p.words += 1;
                run.push(view.prints.get(i).copied().unwrap_or(0));
                p.words_seen.push(view.prints.get(i).copied().unwrap_or(0));
                if view.proper.get(i) == Some(&true) && view.proper.get(i + 1) == Some(&true) && i + 1 < told.last {
                    let at = |k: usize| view.prints.get(k).copied().unwrap_or(0);
                    p.full_names.push((at(i), at(i + 1)));
                }
                let capital = doc.form(i).starts_with(|c: char| c.is_ascii_uppercase());
                if capital && MONTHS.contains(&doc.lower(i)) {
                    p.months.push(doc.lower(i).get(..3).unwrap_or("").to_owned());
                }
                let token = doc.tokens.get(i).map(|t| t.kind);
                if token == Some(TokenKind::Number) {
                    let number = stems.name(stem);
                    p.years.extend(number.parse::<u32>().ok().filter(|y| (1900..2100).contains(y)));
                    p.numbers.push(number.to_owned());
                    continue;
                }
                let lower = doc.lower(i);
                if capital && WEEKDAYS.contains(&lower) {
                    p.days.push(lower.to_owned());
                    continue;
                }
                let weight = stems.weight(stem);
                if weight == 0 {
                    continue;
                }
                if last != NONE {
                    p.pairs.push((last.min(stem), last.max(stem)));
                }
                last = stem;
                let proper = names.get(stem as usize) == Some(&true);
                let [all, named, common, in_lead, lead_named, lead_common, headline] = &mut bags;
                all.push(stem);
                if proper { named } else { common }.push(stem);
                if lead {
                    in_lead.push(stem);
                    if proper { lead_named } else { lead_common }.push(stem);
                }
                if n == 0 {
                    headline.push(stem);
                }
            }
            for shingle in run.windows(4) {
                p.shingles.push(shingle.iter().fold(7u64, |h, w| h.rotate_left(9).wrapping_mul(31) ^ w));
            }
        }
        let [all, proper, common, lead, lead_proper, lead_common, headline] = bags.map(counted);
        Self {
            all,
            proper,
            common,
            lead,
            lead_proper,
            lead_common,
            headline,
            numbers: distinct(p.numbers),
            days: distinct(p.days),
            shingles: distinct(p.shingles),
            words_seen: distinct(p.words_seen),
            full_names: distinct(p.full_names),
            months: distinct(p.months),
            pairs: distinct(p.pairs),
            years: distinct(p.years),
            ..p
        }
    }
}

const WEEKDAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan.",
    "feb.",
    "mar.",
    "apr.",
    "aug.",
    "sept.",
    "sep.",
    "oct.",
    "nov.",
    "dec.",
    "jan",
    "feb",
    "aug",
    "sept",
    "oct",
    "nov",
    "dec",
];

/// Last words of the entities of some kinds that are named before byte `end`, with their mentions.
fn named(view: &View<'_>, kinds: &[Kind], end: u32) -> Vec<(u64, u32)> {
    let mut counts: BTreeMap<u64, u32> = BTreeMap::new();
    for entity in view.report.entities.iter().filter(|e| kinds.contains(&e.kind)) {
        let mentions =
            entity.mentions.iter().filter_map(|m| view.report.mentions.get(*m as usize)).filter(|m| m.span.start < end).count() as u32;
        let last = entity.name.split_whitespace().last().unwrap_or("").to_lowercase();
        if mentions > 0 && !last.is_empty() {
            *counts.entry(super::words::print(&last)).or_default() += mentions;
        }
    }
    let mut list: Vec<(u64, u32)> = counts.into_iter().collect();
    list.arrange_by_key(|x| (std::cmp::Reverse(x.1), x.0));
    list
}

/// Share in permille of the mentions of `a`'s names whose last word stands in `b`.
fn named_in(a: &[(u64, u32)], b: &Profile) -> Option<i32> {
    let all: u32 = a.iter().map(|x| x.1).sum();
    let shared: u32 = a.iter().filter(|x| b.words_seen.binary_search(&x.0).is_ok()).map(|x| x.1).sum();
    (all > 0).then(|| (shared * 1000 / all) as i32)
}

/// Share in permille of the occurrences of one bag that the other has.
fn mass(a: &Bag, b: &Bag) -> Option<i32> {
    let all: u64 = a.iter().map(|x| u64::from(x.1)).sum();
    let shared = shared_sum(a, b, |_, n, _| u64::from(n));
    (all > 0).then(|| (shared * 1000 / all) as i32)
}

/// Damped frequency, in halves: 2 for one, 3 for two, 4 for three and four, ...
fn damped(count: u32) -> u64 {
    u64::from(2 + (32 - count.max(1).leading_zeros()) - 1)
}

/// Cosine in permille of two bags, weighted by stem.
fn cosine(a: &Bag, b: &Bag, stems: &Stems) -> i32 {
    let value = |s: u32, n: u32| u64::from(stems.weight(s)) * damped(n);
    let norm = |m: &Bag| m.iter().map(|&(s, n)| value(s, n) * value(s, n)).sum::<u64>();
    let dot = shared_sum(a, b, |s, n, m| value(s, n) * value(s, m));
    let (na, nb) = (norm(a), norm(b));
    if na == 0 || nb == 0 {
        return 0;
    }
    let root = u64::isqrt(na).max(1) * u64::isqrt(nb).max(1);
    (dot.saturating_mul(1000) / root).min(1000) as i32
}

/// Share in permille of the weight of `a` that `b` has.
fn contained(a: &Bag, b: &Bag, stems: &Stems) -> Option<i32> {
    let all: u64 = a.iter().map(|x| u64::from(stems.weight(x.0))).sum();
    let shared = shared_sum(a, b, |s, _, _| u64::from(stems.weight(s)));
    (all > 0).then(|| (shared * 1000 / all) as i32)
}

fn mean(a: Option<i32>, b: Option<i32>, none: i32) -> i32 {
    match (a, b) {
        (Some(x), Some(y)) => (x + y) / 2,
        (Some(x), None) | (None, Some(x)) => x,
        _ => none,
    }
}

/// How many things two ascending lists share.
fn shared_count<T: Ord>(a: &[T], b: &[T]) -> usize {
    let mut count = 0;
    both(a, b, Ord::cmp, |_, _| count += 1);
    count
}

/// Share in permille of the smaller list that the other has.
fn in_smaller<T: Ord>(a: &[T], b: &[T]) -> i32 {
    let least = a.len().min(b.len());
    (shared_count(a, b) * 1000).checked_div(least).unwrap_or(0) as i32
}

/// The measures of two reports.
pub(crate) fn measures(left: &View<'_>, right: &View<'_>, stems: &Stems, sentences: &Sentences) -> [i32; MEASURES] {
    let (a, b) = (Profile::new(left, stems), Profile::new(right, stems));
    let least = |p: (Option<i32>, Option<i32>)| p.0.into_iter().chain(p.1).min();
    let clash = |shared: i32, x: usize, y: usize| if x > 0 && y > 0 && shared == 0 { 1000 } else { 0 };
    let numbers = in_smaller(&a.numbers, &b.numbers);
    let mut best: Vec<u32> = sentences.best_left.iter().chain(&sentences.best_right).map(|s| s.map_or(0, |s| u32::from(s.1))).collect();
    best.arrange_by_key(|&s| std::cmp::Reverse(s));
    let third = best.len().div_ceil(3).clamp(1, 12);
    let mean_best = best.iter().take(third).sum::<u32>() as i32 * 10 / third as i32;
    let rare = shared_sum(&a.all, &b.all, |s, _, _| u64::from(stems.weight(s) >= 24));
    let size = u64::isqrt(a.words.min(b.words).max(1)).max(1);
    let first = |list: &[(u64, u32)]| list.get(..1).map(<[_]>::to_vec).unwrap_or_default();
    let person = (named_in(&first(&a.persons), &b), named_in(&first(&b.persons), &a));
    let body = (named_in(&a.bodies, &b), named_in(&b.bodies, &a));
    let place = (named_in(&a.places, &b), named_in(&b.places, &a));
    let lead_person = (named_in(&a.lead_persons, &b), named_in(&b.lead_persons, &a));
    let lead_place = (named_in(&a.lead_places, &b), named_in(&b.lead_places, &a));
    let opening =
        |list: &[Option<(usize, u8)>]| -> Vec<i32> { list.iter().take(LEAD).map(|s| s.map_or(0, |s| i32::from(s.1) * 10)).collect() };
    let openings: Vec<i32> = [opening(&sentences.best_left), opening(&sentences.best_right)].concat();
    let top = match (first(&a.persons).first(), first(&b.persons).first()) {
        (Some(x), Some(y)) => i32::from(x.0 == y.0) * 1000,
        _ => 500,
    };
    let full = shared_count(&a.full_names, &b.full_names) * 1000;
    [
        cosine(&a.all, &b.all, stems),
        cosine(&a.lead, &b.lead, stems),
        cosine(&a.lead_proper, &b.lead_proper, stems),
        cosine(&a.lead_common, &b.lead_common, stems),
        numbers,
        clash(numbers, a.numbers.len(), b.numbers.len()),
        clash(in_smaller(&a.days, &b.days), a.days.len(), b.days.len()),
        in_smaller(&a.shingles, &b.shingles),
        mean_best,
        best.first().map_or(0, |&s| s as i32 * 10),
        (rare * 200 / size).min(2000) as i32,
        mean(contained(&a.proper, &b.all, stems), contained(&b.proper, &a.all, stems), 500),
        cosine(&a.headline, &b.headline, stems),
        mean(contained(&a.common, &b.all, stems), contained(&b.common, &a.all, stems), 0),
        in_smaller(&a.pairs, &b.pairs),
        least((mass(&a.proper, &b.all), mass(&b.proper, &a.all))).unwrap_or(0),
        mean(person.0, person.1, 500),
        mean(body.0, body.1, 500),
        mean(place.0, place.1, 500),
        least(lead_person).unwrap_or(500),
        clash(in_smaller(&a.months, &b.months), a.months.len(), b.months.len()),
        full.checked_div(a.full_names.len().max(b.full_names.len())).unwrap_or(500) as i32,
        openings.iter().sum::<i32>() / (openings.len().max(1) as i32),
        top,
        least(lead_place).unwrap_or(500),
        clash(in_smaller(&a.years, &b.years), a.years.len(), b.years.len()),
        mean(contained(&a.lead, &b.all, stems), contained(&b.lead, &a.all, stems), 0),
        least((contained(&a.lead_proper, &b.all, stems), contained(&b.lead_proper, &a.all, stems))).unwrap_or(500),
    ]
}

/// The model's probability in permille.
fn probability(measures: &[i32; MEASURES]) -> u16 {
    let sum: i64 = WEIGHTS.iter().zip(measures).map(|(&w, &m)| i64::from(w) * i64::from(m)).sum::<i64>() / 1000 + i64::from(BIAS);
    logistic(sum)
}

/// Logistic function of a value in thousandths, in permille, by a table with straight lines between.
fn logistic(x: i64) -> u16 {
    const TABLE: [u16; 17] = [500, 562, 622, 679, 731, 777, 818, 852, 881, 905, 924, 940, 953, 963, 971, 977, 982];
    let at = x.unsigned_abs();
    let step = (at / 250) as usize;
    let value = match (TABLE.get(step), TABLE.get(step + 1)) {
        (Some(&low), Some(&high)) => u64::from(low) + (u64::from(high) - u64::from(low)) * (at % 250) / 250,
        _ => 982 + (at.saturating_sub(4000) / 250).min(17),
    } as u16;
    if x < 0 { 1000 - value } else { value }
}

/// Everything the answer is made from.
pub(crate) struct Context<'a> {
    pub(crate) left: &'a View<'a>,
    pub(crate) right: &'a View<'a>,
    pub(crate) stems: &'a Stems,
    pub(crate) entities: &'a Entities,
    pub(crate) sentences: &'a Sentences,
    pub(crate) published: [Option<Day>; 2],
}

/// The answer with its reasons.
pub(crate) fn same_event(cx: &Context<'_>) -> SameEvent {
    let measures = measures(cx.left, cx.right, cx.stems, cx.sentences);
    let by_name = |name: &str| NAMES.iter().position(|n| *n == name).and_then(|at| measures.get(at)).copied().unwrap_or(0);
    let mut score = probability(&measures);
    let days_apart = match cx.published {
        [Some(l), Some(r)] => Some(r.0 - l.0),
        _ => None,
    };
    let later = days_apart.filter(|d| *d != 0).map(|d| if d > 0 { Side::Right } else { Side::Left });
    let words = |v: &View<'_>| v.sentences.iter().map(|t| t.content.len()).sum::<usize>();
    let thin = words(cx.left).min(words(cx.right)) < 12;
    let apart = days_apart.map_or(0, i32::abs);
    let main = main_days(cx);
    let wording = by_name("shingles");
    // Reports on the same days' matter that lie weeks apart: another event by the same actors.
    // A later report that speaks of the days of the earlier one is a later stage of its story.
    let back = looks_back(cx);
    // A few weeks apart it may still be a later stage, if all else is alike.
    let far = !back && wording < 300 && (apart > 60 || main == Some(false) && apart > 21 && score < 800);
    if far {
        score = score.min(u16::try_from(400 - apart.min(300)).unwrap_or(100));
    }
    let actors = by_name("proper-contained");
    let label = if thin {
        EventLabel::Unclear
    } else if far {
        EventLabel::Different
    } else if score >= 500 {
        if wording < 600 && apart >= 2 && main == Some(false) || wording < 300 && (apart > 21 || apart > 2 && main.is_none() && !back) {
            EventLabel::Related
        } else {
            EventLabel::Same
        }
    } else if score >= 330 && actors >= 500 {
        EventLabel::Related
    } else {
        EventLabel::Different
    };
    let reasons = reasons(cx, &measures, main, days_apart);
    let sentence = sentence(cx, label, days_apart);
    SameEvent { label, score, reasons, days_apart, later, sentence }
}

/// Whether the main dates (those of the lead and of most sentences) of both reports meet; `None`
/// where a report has none that is certain.
fn main_days(cx: &Context<'_>) -> Option<bool> {
    let (a, b) = (days(cx.left, DATED_LEAD), days(cx.right, DATED_LEAD));
    if a.is_empty() || b.is_empty() {
        return None;
    }
    Some(a.iter().any(|x| b.iter().any(|y| x.0 <= y.1 && y.0 <= x.1)))
}

/// Sentences whose days are those of a report's lead.
const DATED_LEAD: usize = 4;

/// Days and weeks that the first `most` sentences name for certain.
fn days(view: &View<'_>, most: usize) -> Vec<(Day, Day)> {
    view.sentences
        .iter()
        .take(most)
        .flat_map(|t| t.dates.iter())
        .filter_map(|&d| view.report.dates.get(d as usize))
        .filter(|d| matches!(d.timex, TimexType::Date | TimexType::Time) && matches!(d.certainty, Certainty::Stated | Certainty::Implied))
        .filter_map(|d| d.interval)
        .filter(|i| i.last.0 - i.first.0 <= 7)
        .map(|i| (i.first, i.last))
        .collect()
}

/// Whether the later report gives a day on which the earlier one was written or of which its lead
/// tells.
fn looks_back(cx: &Context<'_>) -> bool {
    let [Some(l), Some(r)] = cx.published else { return false };
    let (early, late, day) = if l <= r { (cx.left, cx.right, l) } else { (cx.right, cx.left, r) };
    let mut told = days(early, DATED_LEAD);
    told.retain(|t| (t.0.0 - day.0).abs() <= 14);
    told.push((Day(day.0 - 3), Day(day.0 + 1)));
    days(late, usize::MAX).iter().any(|x| told.iter().any(|y| x.0 <= y.1 && y.0 <= x.1)) || recalls(cx, early, late, day)
}

/// Whether the later report tells again what the earlier one begins with, and puts it into a month or
/// year that holds the earlier one's day: "the April 2007 shooting", "two years ago".
fn recalls(cx: &Context<'_>, early: &View<'_>, late: &View<'_>, day: Day) -> bool {
    let best = if std::ptr::eq(late, cx.left) { &cx.sentences.best_left } else { &cx.sentences.best_right };
    let then = |d: u32| {
        late.report
            .dates
            .get(d as usize)
            .filter(|d| d.timex == TimexType::Date && !matches!(d.certainty, Certainty::Open | Certainty::Impossible))
            .and_then(|d| d.interval)
            .is_some_and(|i| i.first.0 - 7 <= day.0 && day.0 <= i.last.0 + 7 && (1..=366).contains(&(i.last.0 - i.first.0)))
    };
    let lead = early.sentences.len().min(RECALLED);
    late.sentences
        .iter()
        .zip(best)
        .take(RECALLING)
        .any(|(told, best)| best.is_some_and(|(other, score)| other < lead && score >= 18) && told.dates.iter().any(|&d| then(d)))
}

/// Sentences of the later report in which the story is recalled, and not another one of its kind.
const RECALLING: usize = 4;
/// Sentences of the earlier report that count as what it begins with.
const RECALLED: usize = 8;

fn reasons(cx: &Context<'_>, measures: &[i32; MEASURES], main: Option<bool>, days_apart: Option<i32>) -> Vec<EventReason> {
    let by_name = |name: &str| NAMES.iter().position(|n| *n == name).and_then(|at| measures.get(at)).copied().unwrap_or(0);
    let mut out = Vec::new();
    let links = |kinds: &[Kind]| -> (Vec<&str>, usize) {
        let of_kind = cx.entities.links.iter().filter(|l| kinds.contains(&l.kind));
        let both: Vec<&str> = of_kind.clone().filter(|l| l.left.is_some() && l.right.is_some()).map(|l| l.name.as_str()).collect();
        (both, of_kind.count())
    };
    for (dimension, kinds, none) in [
        (Dimension::Actors, &[Kind::Person, Kind::Organization][..], "No person or organisation stands in both."),
        (Dimension::Places, &[Kind::Place][..], "No place stands in both."),
    ] {
        let (both, all) = links(kinds);
        let score = (all > 0).then(|| {
            let share = (200 * both.len() / (all + both.len())).min(100);
            let score = if dimension == Dimension::Actors { (share + by_name("proper-contained") as usize / 10) / 2 } else { share };
            // A name in both never speaks against one event; it may leave it open.
            score.max(if both.is_empty() { 0 } else { 40 })
        });
        let reason = match (both.as_slice(), score) {
            (_, None) => "The reports name none.".to_owned(),
            ([], _) => none.to_owned(),
            (list, _) => format!("Both name {}.", listed(list, 3)),
        };
        out.push(EventReason { dimension, score: score.map(|s| s as u8), reason });
    }
    let time = match (days_apart.map(i32::abs), main) {
        (None, None) => (None, "A report's own date is not known.".to_owned()),
        (None, Some(true)) => (Some(80), "The leads speak of the same days.".to_owned()),
        (None, Some(false)) => (Some(20), "The leads speak of different days.".to_owned()),
        (Some(0), _) => (Some(100), "Both were written on one day.".to_owned()),
        (Some(n), Some(true)) if n <= 21 => (Some(90), format!("Written {} apart; both tell of the same days.", span_of(n))),
        (Some(n), Some(false)) if n > 1 => (Some(10), format!("Written {} apart, on different days.", span_of(n))),
        (Some(n), _) => (Some((100 - n.min(100)).max(0) as u8), format!("Written {} apart.", span_of(n))),
    };
    out.push(EventReason { dimension: Dimension::Time, score: time.0, reason: time.1 });
    let action = ((by_name("lead-common") + by_name("common-contained") + by_name("all")) / 15).clamp(0, 100) as u8;
    let shared = shared_words(cx);
    let reason = if shared.is_empty() {
        "Hardly a telling word is shared.".to_owned()
    } else {
        let visit = match story(cx.left, cx.right, cx.entities).place {
            Some((place, true)) => format!("Both tell of a visit to {place}. "),
            Some((place, false)) => format!("Both tell of talks in {place}. "),
            None => String::new(),
        };
        format!("{visit}Shared matter: {}.", listed(&shared.iter().map(String::as_str).collect::<Vec<_>>(), 5))
    };
    out.push(EventReason { dimension: Dimension::Action, score: Some(action), reason });
    let wording = (by_name("shingles") / 5).clamp(0, 100) as u8;
    let reason = match wording {
        0..=1 => "The wording is independent.",
        2..=20 => "Some wording is shared.",
        21..=60 => "Much wording is shared.",
        _ => "Most of one report's wording stands in the other.",
    };
    out.push(EventReason { dimension: Dimension::Wording, score: Some(wording), reason: reason.to_owned() });
    out
}

/// Telling words in lower case that both reports use, most frequent first.
fn shared_words(cx: &Context<'_>) -> Vec<String> {
    let telling = |view: &View<'_>, i: usize| {
        let doc = &view.report.document;
        view.proper.get(i) != Some(&true)
            && doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word)
            && !doc.form(i).starts_with(char::is_uppercase)
    };
    let counts = [cx.left, cx.right].map(|view| {
        let mut counts = vec![0u32; cx.stems.len()];
        for (i, &stem) in view.stems.iter().enumerate() {
            if let Some(count) = counts.get_mut(stem as usize).filter(|_| cx.stems.weight(stem) >= 12 && telling(view, i)) {
                *count += 1;
            }
        }
        counts
    });
    let [a, b] = &counts;
    let mut list: Vec<(u32, u32)> = a
        .iter()
        .zip(b)
        .enumerate()
        .filter(|(_, (x, y))| **x > 0 && **y > 0)
        .map(|(stem, (x, y))| (*x.min(y) * u32::from(cx.stems.weight(stem as u32)), stem as u32))
        .collect();
    // Stems are numbered in the order of the alphabet.
    list.arrange_by_key(|x| (std::cmp::Reverse(x.0), x.1));
    list.truncate(5);
    // The shortest form shows best; of equally short ones the first in the alphabet.
    list.iter()
        .filter_map(|&(_, stem)| {
            [cx.left, cx.right]
                .into_iter()
                .flat_map(|view| {
                    view.stems
                        .iter()
                        .enumerate()
                        .filter(move |(i, s)| **s == stem && telling(view, *i))
                        .map(|(i, _)| view.report.document.lower(i))
                })
                .min_by_key(|form| (form.len(), *form))
                .map(str::to_owned)
        })
        .collect()
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

fn sentence(cx: &Context<'_>, label: EventLabel, days_apart: Option<i32>) -> String {
    let actors: Vec<&str> = cx
        .entities
        .links
        .iter()
        .filter(|l| l.left.is_some() && l.right.is_some() && matches!(l.kind, Kind::Person))
        .map(|l| l.name.as_str())
        .take(1)
        .collect();
    // Places that both leads name.
    let in_lead =
        |view: &View<'_>, entity: Option<u32>| entity.is_some_and(|e| view.sentences.iter().take(5).any(|t| t.entities.contains(&e)));
    let places: Vec<&str> = cx
        .entities
        .links
        .iter()
        .filter(|l| l.kind == Kind::Place && in_lead(cx.left, l.left) && in_lead(cx.right, l.right))
        .map(|l| l.name.as_str())
        .take(3)
        .collect();
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
    let shared = match (actors.first(), told, places.as_slice()) {
        (Some(name), Some(told), _) => format!(" Both are about {name}, and both {told}."),
        (Some(name), None, []) => format!(" Both are about {name}."),
        (Some(name), None, places) => format!(" Both are about {name} and name {}.", listed(places, 3)),
        (None, Some(told), _) => format!(" Both {told}."),
        (None, None, _) => String::new(),
    };
    let apart = days_apart.map(i32::abs).filter(|&d| d > 0).map(|d| format!(", {} apart", span_of(d))).unwrap_or_default();
    let later = match cx.published {
        [Some(l), Some(r)] if l != r => format!(" The report of {} is the later one.", day(l.max(r))),
        _ => String::new(),
    };
    match label {
        EventLabel::Same => format!("Both reports tell of the same event{apart}.{later}"),
        EventLabel::Related => format!("The reports tell of one story at different points{apart}.{later}"),
        EventLabel::Different => format!("The reports tell of different events{apart}.{shared}"),
        EventLabel::Unclear => "There is too little text to tell whether both reports tell of one event.".to_owned(),
    }
}
