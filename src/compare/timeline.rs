//! One timeline of both reports.

use super::{SentenceLink, TimelineEntry};
use crate::analysis::Report;
use crate::date::{Certainty, Day, Interval, TimeExpression, TimexType};
use crate::order::Arrange;
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Where a row stands: those with days first, by day. Of the others each report has its own by their
/// words, but for those that name the same days of some year.
type Key = (Option<bool>, Option<(Day, Day)>, String);

/// Dates and times of both reports, earliest first; what has no place on the calendar comes last.
/// Recurring times, lengths that hang on nothing and dates of which nothing is told are on no timeline.
pub(crate) fn timeline(left: &Report, right: &Report, sentences: &[SentenceLink]) -> Vec<TimelineEntry> {
    let mut entries: BTreeMap<Key, TimelineEntry> = BTreeMap::new();
    for (is_left, report) in [(true, left), (false, right)] {
        for (n, date) in report.dates.iter().enumerate().filter(|(_, date)| shown(report, date)) {
            // Times of day stand with their day.
            let value = match date.interval {
                Some(i) if i.first == i.last => i.first.to_string(),
                Some(i) if date.timex == TimexType::Duration => format!("{}/{}", i.first, i.last),
                _ => date.value.clone(),
            };
            let key = key(is_left, report, date, &value);
            let entry =
                entries.entry(key).or_insert_with(|| TimelineEntry { interval: date.interval, value, left: Vec::new(), right: Vec::new() });
            if is_left { &mut entry.left } else { &mut entry.right }.push(n as u32);
        }
    }
    let mut entries: Vec<TimelineEntry> = entries.into_values().collect();
    join_weekdays(left, right, sentences, &mut entries);
    entries.arrange_by_key(|e| e.interval.is_none().then(|| placeless(e)));
    entries
}

/// Whether a date is told on the timeline: it is the report's own or has an event.
fn shown(report: &Report, date: &TimeExpression) -> bool {
    let published = report.document.header.published.as_ref().is_some_and(|p| p.span.overlaps(date.span));
    !date.attributive && (date.event.is_some() || published)
}

fn key(is_left: bool, report: &Report, date: &TimeExpression, value: &str) -> Key {
    let days = date.interval.map(|Interval { first, last }| (first, last));
    // "July 25" without a year is one day in both reports, "today" is not.
    let named = date.certainty == Certainty::Open && value.starts_with("XXXX-") && value.get(5..7).is_some_and(|m| m.parse::<u8>().is_ok());
    match days {
        Some(_) => (None, days, value.to_owned()),
        None if named => (Some(false), days, value.get(..10).unwrap_or(value).to_owned()),
        None => (Some(true), days, format!("{is_left}{}", date.span.of(&report.document.text).to_lowercase())),
    }
}

/// The order of rows without a place on the calendar: of both reports, of the left, of the right one. Those of both come by
/// value and place, which are alike from either side.
fn placeless(entry: &TimelineEntry) -> (bool, bool, Option<(String, u32, u32)>) {
    let both = entry.left.first().zip(entry.right.first());
    let place = both.map(|(l, r)| (entry.value.clone(), *l.min(r), *l.max(r)));
    (entry.left.is_empty(), entry.right.is_empty(), place)
}

/// Makes one row of a weekday that two undated reports name in sentences that tell the same.
fn join_weekdays(left: &Report, right: &Report, sentences: &[SentenceLink], entries: &mut Vec<TimelineEntry>) {
    let weekday = |row: usize| entries.get(row).and_then(|e| e.value.get(..10)).filter(|v| v.starts_with("XXXX-WXX-"));
    // Rows of one report alone, by the numbers of their dates.
    let rows = |own: fn(&TimelineEntry) -> &[u32], other: fn(&TimelineEntry) -> &[u32]| -> BTreeMap<u32, usize> {
        let alone = entries.iter().enumerate().filter(|(n, e)| other(e).is_empty() && e.interval.is_none() && weekday(*n).is_some());
        alone.flat_map(|(n, e)| own(e).iter().map(move |date| (*date, n))).collect()
    };
    let (lefts, rights) = (rows(|e| &e.left, |e| &e.right), rows(|e| &e.right, |e| &e.left));
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for link in sentences {
        for l in dates_in(left, link.left).filter_map(|n| lefts.get(&n)) {
            let alike = dates_in(right, link.right).filter_map(|n| rights.get(&n)).filter(|r| weekday(*l) == weekday(**r));
            pairs.extend(alike.map(|r| (*l, *r)));
        }
    }
    for (l, r) in pairs {
        let free = entries.get(l).is_some_and(|e| e.right.is_empty());
        let other = entries.get_mut(r).filter(|e| free && !e.right.is_empty());
        let Some((dates, value)) = other.map(|e| (std::mem::take(&mut e.right), e.value.clone())) else { continue };
        if let Some(e) = entries.get_mut(l) {
            e.value = value.min(std::mem::take(&mut e.value));
            e.right = dates;
        }
    }
    entries.retain(|e| !e.left.is_empty() || !e.right.is_empty());
}

/// Numbers of the dates that a sentence holds.
fn dates_in(report: &Report, sentence: Span) -> impl Iterator<Item = u32> {
    let first = report.dates.partition_point(|d| d.span.start < sentence.start);
    let near = report.dates.iter().zip(0u32..).skip(first).take_while(move |(d, _)| d.span.start < sentence.end);
    near.filter(move |(d, _)| sentence.contains(d.span)).map(|(_, n)| n)
}
