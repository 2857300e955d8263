//! One timeline of both reports.

use super::TimelineEntry;
use crate::analysis::Report;
use crate::date::{Day, TimexType};
use std::collections::BTreeMap;

/// Dates and times of both reports, earliest first; what has no place on the calendar comes last.
/// Recurring times and lengths that hang on nothing are on no timeline.
pub(crate) fn timeline(left: &Report, right: &Report) -> Vec<TimelineEntry> {
    // The open and vague sort behind every day. Each report has its own: "today" in both is one day only
    // where both days are known.
    type Key = (Option<bool>, Option<(Day, Day)>, String);
    let mut entries: BTreeMap<Key, TimelineEntry> = BTreeMap::new();
    for (is_left, report) in [(true, left), (false, right)] {
        for (n, date) in report.dates.iter().enumerate() {
            // Lengths stand there where they are counted from an event; "former" says nothing of when.
            if date.attributive || !matches!(date.timex, TimexType::Date | TimexType::Time) && date.event.is_none() {
                continue;
            }
            // Times of day stand with their day.
            let value = match date.interval {
                Some(i) if i.first == i.last => i.first.to_string(),
                Some(i) if date.timex == TimexType::Duration => format!("{}/{}", i.first, i.last),
                _ => date.value.clone(),
            };
            let key = (date.interval.is_none().then_some(!is_left), date.interval.map(|i| (i.first, i.last)), value.clone());
            let entry =
                entries.entry(key).or_insert_with(|| TimelineEntry { interval: date.interval, value, left: Vec::new(), right: Vec::new() });
            if is_left { &mut entry.left } else { &mut entry.right }.push(n as u32);
        }
    }
    entries.into_values().collect()
}
