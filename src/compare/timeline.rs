//! One timeline of both reports.

use super::{SentenceLink, TimelineEntry};
use crate::analysis::Report;
use crate::date::{Certainty, Day, Interval, TimeExpression, TimexType};
use crate::text::Span;
use std::collections::BTreeMap;

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

/// Makes one row of a weekday that two undated reports name in sentences that tell the same.
fn join_weekdays(left: &Report, right: &Report, sentences: &[SentenceLink], entries: &mut Vec<TimelineEntry>) {
    let open = |e: &TimelineEntry| e.interval.is_none() && e.value.starts_with("XXXX-WXX-");
    let told = |report: &Report, numbers: &[u32], sentence: Span| {
        numbers.iter().filter_map(|&n| report.dates.get(n as usize)).any(|d| sentence.contains(d.span))
    };
    let mut k = 0;
    while let Some(one) = entries.get(k) {
        let same = |e: &TimelineEntry| {
            let aligned = |l: &SentenceLink| told(left, &one.left, l.left) && told(right, &e.right, l.right);
            open(e) && e.left.is_empty() && e.value.get(..10) == one.value.get(..10) && sentences.iter().any(aligned)
        };
        let other = if open(one) && one.right.is_empty() { entries.iter().position(same) } else { None };
        if let Some(other) = other {
            let right = entries.remove(other).right;
            if let Some(one) = entries.get_mut(k - usize::from(other < k)) {
                one.right = right;
            }
        }
        k += 1;
    }
}
