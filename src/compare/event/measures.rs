//! What two reports share, as numbers: names, places, leads, rare words, figures, days, wording.
//!
//! In: two reports prepared for comparing and their aligned sentences. Out: integers, most of them shares in
//! permille, the same for either order of the reports. What each of them tells of one event is learned (see
//! `weights.rs` and the `event` tool); nothing here decides.

use super::super::sentences::Sentences;
use super::super::view::{Told, View};
use super::super::words::{self, NONE, Stems};
use crate::calendar::WEEKDAYS;
use crate::compare::Dimension;
use crate::date::Certainty;
use crate::entity::Kind;
use crate::order::{Arrange, each_once};
use crate::text::TokenKind;
use std::collections::BTreeMap;

/// How many measures there are.
pub const MEASURES: usize = 23;

/// The measures with what each speaks of, in order.
pub const NAMES: [(&str, Dimension); MEASURES] = [
    ("lead", Dimension::Action),
    ("lead-best", Dimension::Action),
    ("best-sentences", Dimension::Action),
    ("numbers", Dimension::Action),
    ("numbers-clash", Dimension::Action),
    ("lead-numbers-clash", Dimension::Action),
    ("figures-equal", Dimension::Action),
    ("figures-clash", Dimension::Action),
    ("days-clash", Dimension::Time),
    ("lead-days-clash", Dimension::Time),
    ("years", Dimension::Time),
    ("day-equal", Dimension::Time),
    ("lead-proper", Dimension::Actors),
    ("proper-contained", Dimension::Actors),
    ("full-names-least", Dimension::Actors),
    ("lead-person-least", Dimension::Actors),
    ("persons-cross", Dimension::Actors),
    ("persons-shared", Dimension::Actors),
    ("new-names-both", Dimension::Actors),
    ("place-mass", Dimension::Places),
    ("lead-places", Dimension::Places),
    ("shingles", Dimension::Wording),
    ("pairs", Dimension::Wording),
];

/// Sentences of the lead.
const LEAD: usize = 3;

/// Days between reports that count as written on one day: outlets write in different time zones.
const NEXT_DAY: i32 = 1;

/// Things with how often they stand in a report, ascending. Sorted lists, because trees of a long
/// report's words are slow to build and to walk.
type Bag = Vec<(u32, u32)>;

/// Counts stems, of which there are `stems`.
fn counted(stems: usize, list: &[u32]) -> Bag {
    let mut counts = vec![0u32; stems];
    for stem in list {
        if let Some(count) = counts.get_mut(*stem as usize) {
            *count += 1;
        }
    }
    (0u32..).zip(counts).filter(|(_, count)| *count > 0).collect()
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
    lead: Bag,
    lead_proper: Bag,
    numbers: Vec<String>,
    lead_numbers: Vec<String>,
    weekdays: Vec<String>,
    lead_weekdays: Vec<String>,
    /// The latest year that the report names and does not look ahead to.
    year: Option<i32>,
    /// Calendar days by month and day ("12-23") with the year, where it is known.
    dates: Vec<(String, Option<String>)>,
    published: Option<i32>,
    /// Values of figures with the noun that they count.
    figures: Vec<(String, u64)>,
    /// Prints of four words in a row.
    shingles: Vec<u64>,
    /// Prints of all words.
    words: Vec<u64>,
    /// Names of two words and more, by pairs of neighbouring words.
    full_names: Vec<(u64, u64)>,
    /// Last word of persons and places with the number of mentions, most mentioned first.
    persons: Vec<(u64, u32)>,
    places: Vec<(u64, u32)>,
    /// Persons of the lead.
    lead_persons: Vec<(u64, u32)>,
    lead_places: Vec<(u64, u32)>,
    /// Pairs of content stems that stand next to each other, the lesser first, as one number.
    pairs: Vec<u64>,
}

impl Profile {
    fn new(view: &View<'_>, stems: &Stems) -> Self {
        let lead_end = view.sentences.get(LEAD - 1).or(view.sentences.last()).map_or(0, |t| t.span.end);
        let mut p = Self {
            dates: calendar_days(view),
            published: view.report.published.map(|d| d.0),
            year: latest_year(view),
            figures: counted_figures(view),
            persons: named(view, Kind::Person, u32::MAX),
            places: named(view, Kind::Place, u32::MAX),
            lead_persons: named(view, Kind::Person, lead_end),
            lead_places: named(view, Kind::Place, lead_end),
            ..Self::default()
        };
        let names = names(view, stems);
        let (mut all, mut lead) = (Vec::new(), Vec::new());
        let mut known = vec![false; view.report.document.lexicon.len()];
        for (n, told) in view.sentences.iter().enumerate() {
            p.take_words(view, told, &mut known);
            let mut last = NONE;
            for i in told.first..told.last {
                let Some(stem) = p.content(view, stems, i, n < LEAD) else { continue };
                if last != NONE {
                    p.pairs.push(u64::from(last.min(stem)) << 32 | u64::from(last.max(stem)));
                }
                last = stem;
                all.push(stem);
                lead.extend((n < LEAD).then_some(stem));
            }
        }
        let [all, lead] = [all, lead].map(|list| counted(stems.len(), &list));
        let proper = |bag: &Bag| bag.iter().filter(|(stem, _)| names.get(*stem as usize) == Some(&true)).copied().collect();
        Self {
            proper: proper(&all),
            lead_proper: proper(&lead),
            all,
            lead,
            numbers: distinct(p.numbers),
            lead_numbers: distinct(p.lead_numbers),
            weekdays: distinct(p.weekdays),
            lead_weekdays: distinct(p.lead_weekdays),
            shingles: each_once(p.shingles),
            words: each_once(p.words),
            full_names: distinct(p.full_names),
            pairs: each_once(p.pairs),
            ..p
        }
    }

    /// The words of a sentence as they stand: prints, shingles, names of several words. `known` are the forms whose
    /// prints were taken before.
    fn take_words(&mut self, view: &View<'_>, told: &Told, known: &mut [bool]) {
        let print = |i: usize| view.prints.get(i).copied().unwrap_or(0);
        let proper = |i: usize| i < told.last && view.proper.get(i) == Some(&true);
        let words: Vec<usize> = (told.first..told.last).filter(|i| view.stems.get(*i).is_some_and(|s| *s != NONE)).collect();
        let run: Vec<u64> = words.iter().map(|&i| print(i)).collect();
        self.full_names.extend(words.iter().filter(|&&i| proper(i) && proper(i + 1)).map(|&i| (print(i), print(i + 1))));
        self.shingles.extend(run.windows(4).map(|four| four.iter().fold(7u64, |h, w| h.rotate_left(9).wrapping_mul(31) ^ w)));
        for (&i, print) in words.iter().zip(run) {
            let form = view.report.document.tokens.get(i).and_then(|t| known.get_mut(t.form.0 as usize));
            if form.is_some_and(|known| !std::mem::replace(known, true)) {
                self.words.push(print);
            }
        }
    }

    /// The stem of a token that tells of the matter; numbers and weekdays are put apart.
    fn content(&mut self, view: &View<'_>, stems: &Stems, i: usize, lead: bool) -> Option<u32> {
        let doc = &view.report.document;
        let stem = view.stems.get(i).copied().filter(|s| *s != NONE)?;
        if doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number) {
            let number = stems.name(stem).to_owned();
            self.lead_numbers.extend(lead.then(|| number.clone()));
            self.numbers.push(number);
            return None;
        }
        let lower = doc.lower(i);
        if WEEKDAYS.contains(&lower) && doc.form(i).starts_with(|c: char| c.is_ascii_uppercase()) {
            self.lead_weekdays.extend(lead.then(|| lower.to_owned()));
            self.weekdays.push(lower.to_owned());
            return None;
        }
        (stems.weight(stem) > 0).then_some(stem)
    }
}

/// Which stems are names: a capitalised stem counts as one wherever it stands.
fn names(view: &View<'_>, stems: &Stems) -> Vec<bool> {
    let mut names = vec![false; stems.len()];
    for (stem, _) in view.stems.iter().zip(&view.proper).filter(|(_, proper)| **proper) {
        if let Some(slot) = names.get_mut(*stem as usize) {
            *slot = true;
        }
    }
    names
}

/// The calendar days that a report's sentences name or mean.
fn calendar_days(view: &View<'_>) -> Vec<(String, Option<String>)> {
    let days = view.sentences.iter().flat_map(|t| &t.dates).filter_map(|&d| view.report.dates.get(d as usize)).filter_map(|d| {
        let (year, day) = d.value.get(..10)?.split_once('-')?;
        let written = day.bytes().all(|b| b.is_ascii_digit() || b == b'-') && day.len() == 5;
        written.then(|| (day.to_owned(), (year != "XXXX").then(|| year.to_owned())))
    });
    distinct(days.collect())
}

/// Whether two reports share a day of the calendar, in their sentences or as the day they were written on.
fn one_day(a: &Profile, b: &Profile) -> bool {
    let named = a.dates.iter().any(|(day, year)| {
        let from = b.dates.partition_point(|x| x.0 < *day);
        let mut alike = b.dates.iter().skip(from).take_while(|x| x.0 == *day);
        alike.any(|(_, other)| year.is_none() || other.is_none() || year == other)
    });
    named || a.published.zip(b.published).is_some_and(|(x, y)| (x - y).abs() <= NEXT_DAY)
}

/// The latest year of a report's dates, its own among them.
fn latest_year(view: &View<'_>) -> Option<i32> {
    let own = view.report.published.map(|d| d.ymd().0);
    let named = view.report.dates.iter().filter(|d| matches!(d.certainty, Certainty::Stated | Certainty::Implied));
    let years = named.filter_map(|d| d.interval).filter(|i| i.last.0 - i.first.0 <= 366).map(|i| i.last.ymd().0);
    years.filter(|y| own.is_none_or(|own| *y <= own)).chain(own).max()
}

/// Whether both name one latest year. A report without a date of its own may lie years after what it names, so that only
/// a year that the other's date has not reached tells them apart.
fn years(a: &Profile, b: &Profile) -> i32 {
    let Some((x, y)) = a.year.zip(b.year) else { return 500 };
    let passed = (a.published.is_some() && y > x) || (b.published.is_some() && x > y);
    match (x == y, passed) {
        (true, _) => 1000,
        (false, true) => 0,
        (false, false) => 500,
    }
}

/// What a report's figures count, with their values.
fn counted_figures(view: &View<'_>) -> Vec<(String, u64)> {
    distinct(view.report.figures.iter().filter(|f| !f.noun.is_empty()).map(|f| (f.noun.clone(), f.low.to_bits())).collect())
}

/// Share in permille of the things counted by both reports for which they share no value; 500 where there are none.
fn figures_clash(a: &Profile, b: &Profile) -> i32 {
    let group = |p: &Profile| p.figures.chunk_by(|x, y| x.0 == y.0).map(<[_]>::to_vec).collect::<Vec<_>>();
    let name = |g: &[(String, u64)]| g.first().map(|f| f.0.clone());
    let (mut clashing, mut all) = (0, 0);
    both(
        &group(a),
        &group(b),
        |x, y| name(x).cmp(&name(y)),
        |x, y| {
            all += 1;
            clashing += i32::from(shared_count(x, y) == 0);
        },
    );
    (clashing * 1000).checked_div(all).unwrap_or(500)
}

/// Weight of the names of one report's lead that the other never gives.
fn new_names(a: &Profile, b: &Profile, stems: &Stems) -> i32 {
    let known = |stem: u32| b.all.binary_search_by_key(&stem, |x| x.0).is_ok();
    a.lead_proper.iter().filter(|x| !known(x.0)).map(|x| i32::from(stems.weight(x.0))).sum()
}

/// Whether no number of a report's lead stands in the other at all.
fn numbers_unknown(a: &Profile, b: &Profile) -> bool {
    !a.lead_numbers.is_empty() && shared_count(&a.lead_numbers, &b.numbers) == 0
}

/// How far the persons most spoken of are among the two most spoken of in the other report, in permille.
fn persons_cross(a: &Profile, b: &Profile) -> i32 {
    let among = |x: &Profile, y: &Profile| {
        let first = x.persons.first().map(|p| p.0);
        i32::from(y.persons.iter().take(2).any(|p| Some(p.0) == first)) * 500
    };
    if a.persons.is_empty() || b.persons.is_empty() { 500 } else { among(a, b) + among(b, a) }
}

/// Last words of the entities of a kind that are named before byte `end`, with their mentions.
fn named(view: &View<'_>, kind: Kind, end: u32) -> Vec<(u64, u32)> {
    let mut counts: BTreeMap<u64, u32> = BTreeMap::new();
    for entity in view.report.entities.iter().filter(|e| e.kind == kind) {
        let mentions =
            entity.mentions.iter().filter_map(|m| view.report.mentions.get(*m as usize)).filter(|m| m.span.start < end).count() as u32;
        let last = entity.name.split_whitespace().last().unwrap_or("").to_lowercase();
        if mentions > 0 && !last.is_empty() {
            *counts.entry(words::print(&last)).or_default() += mentions;
        }
    }
    let mut list: Vec<(u64, u32)> = counts.into_iter().collect();
    list.arrange_by_key(|x| (std::cmp::Reverse(x.1), x.0));
    list
}

/// How many names both reports have, of at most `most`, in permille of that.
fn in_both(a: &[(u64, u32)], b: &[(u64, u32)], most: usize) -> i32 {
    let shared = a.iter().filter(|x| b.iter().any(|y| x.0 == y.0)).count();
    (shared.min(most) * 1000 / most) as i32
}

/// Share in permille of the mentions of `a`'s names whose last word stands in `b`.
fn named_in(a: &[(u64, u32)], b: &Profile) -> Option<i32> {
    let all: u32 = a.iter().map(|x| x.1).sum();
    let shared: u32 = a.iter().filter(|x| b.words.binary_search(&x.0).is_ok()).map(|x| x.1).sum();
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

/// The mean of what is known; 500 where neither is.
fn mean(a: Option<i32>, b: Option<i32>) -> i32 {
    match (a, b) {
        (Some(x), Some(y)) => (x + y) / 2,
        (Some(x), None) | (None, Some(x)) => x,
        _ => 500,
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

/// 1000 where both lists hold something and share nothing.
fn clash(shared: i32, x: usize, y: usize) -> i32 {
    if x > 0 && y > 0 && shared == 0 { 1000 } else { 0 }
}

/// Mean likeness in permille of the sentences that are told again best: a third of all, at most twelve.
fn best_sentences(sentences: &Sentences) -> i32 {
    let mut best: Vec<u32> = sentences.best_left.iter().chain(&sentences.best_right).map(|s| s.map_or(0, |s| u32::from(s.1))).collect();
    best.arrange_by_key(|&s| std::cmp::Reverse(s));
    let third = best.len().div_ceil(3).clamp(1, 12);
    best.iter().take(third).sum::<u32>() as i32 * 10 / third as i32
}

/// Mean likeness in permille of the sentences of both leads to what is most like them in the other report.
fn lead_best(sentences: &Sentences) -> i32 {
    let openings = sentences.best_left.iter().take(LEAD).chain(sentences.best_right.iter().take(LEAD));
    let (count, sum) = openings.fold((0, 0), |(count, sum), s| (count + 1, sum + s.map_or(0, |s| i32::from(s.1) * 10)));
    sum / count.max(1)
}

/// The measures of two reports.
pub(crate) fn measures(left: &View<'_>, right: &View<'_>, stems: &Stems, sentences: &Sentences) -> [i32; MEASURES] {
    let (a, b) = (Profile::new(left, stems), Profile::new(right, stems));
    let numbers = in_smaller(&a.numbers, &b.numbers);
    let full_names = shared_count(&a.full_names, &b.full_names) * 1000;
    let lead_persons = [named_in(&a.lead_persons, &b), named_in(&b.lead_persons, &a)];
    [
        cosine(&a.lead, &b.lead, stems),
        lead_best(sentences),
        best_sentences(sentences),
        numbers,
        clash(numbers, a.numbers.len(), b.numbers.len()),
        i32::from(numbers_unknown(&a, &b) && numbers_unknown(&b, &a)) * 1000,
        (shared_count(&a.figures, &b.figures) as i32 * 500).min(1000),
        figures_clash(&a, &b),
        clash(in_smaller(&a.weekdays, &b.weekdays), a.weekdays.len(), b.weekdays.len()),
        clash(in_smaller(&a.lead_weekdays, &b.lead_weekdays), a.lead_weekdays.len(), b.lead_weekdays.len()),
        years(&a, &b),
        i32::from(one_day(&a, &b)) * 1000,
        cosine(&a.lead_proper, &b.lead_proper, stems),
        mean(contained(&a.proper, &b.all, stems), contained(&b.proper, &a.all, stems)),
        full_names.checked_div(a.full_names.len().max(b.full_names.len())).unwrap_or(500) as i32,
        lead_persons.into_iter().flatten().min().unwrap_or(500),
        persons_cross(&a, &b),
        in_both(&a.persons, &b.persons, 4),
        (new_names(&a, &b, stems).min(new_names(&b, &a, stems)) * 10).min(2000),
        mean(named_in(&a.places, &b), named_in(&b.places, &a)),
        in_both(&a.lead_places, &b.lead_places, 3),
        in_smaller(&a.shingles, &b.shingles),
        in_smaller(&a.pairs, &b.pairs),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_undated_report_may_be_of_the_other_years() {
        let report = |year, published: Option<i32>| Profile { year: Some(year), published, ..Profile::default() };
        let day = Some(18_000);
        assert_eq!(years(&report(2019, None), &report(2016, None)), 500);
        assert_eq!(years(&report(2019, None), &report(2019, None)), 1000);
        // The undated one names a year that the dated one could not know; the other way round it only recalls.
        assert_eq!(years(&report(2021, None), &report(2019, day)), 0);
        assert_eq!(years(&report(2017, None), &report(2019, day)), 500);
        assert_eq!(years(&report(2018, day), &report(2019, day)), 0);
    }
}
