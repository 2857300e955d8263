//! The days on which two reports' news lie, and whether the later report tells again what the earlier one told.

use super::Ground;
use super::news::{FULL, lead};
use crate::compare::view::{Told, View};
use crate::date::{Certainty, Day, TimeExpression, TimexType};
use crate::entity::Kind;
use std::collections::BTreeSet;

/// First and last day of a stretch.
pub(super) type Days = (Day, Day);

/// Sentences whose days are those of a report's lead.
const DATED_LEAD: usize = 4;

/// Sentences in which a report gives its news: the headline and two more.
const NEWS: usize = 3;

/// The head of the later report: sentences in which the story is recalled by a likeness that would be weak elsewhere.
const RECALLING: usize = 4;
/// Sentences of the earlier report that are recalled there.
const RECALLED: usize = 8;

/// Whether two stretches share a day.
fn meet(x: Days, y: Days) -> bool {
    x.0 <= y.1 && y.0 <= x.1
}

/// Whether the main dates (those of the lead and of most sentences) of both reports meet; `None`
/// where a report has none that is certain.
pub(super) fn main_days(cx: &Ground<'_>) -> Option<bool> {
    let (a, b) = (days(cx.left, DATED_LEAD), days(cx.right, DATED_LEAD));
    (!a.is_empty() && !b.is_empty()).then(|| a.iter().any(|x| b.iter().any(|y| meet(*x, *y))))
}

/// A day that the leads of both reports name.
pub(super) fn shared_day(cx: &Ground<'_>) -> Option<Day> {
    let (a, b) = (days(cx.left, DATED_LEAD), days(cx.right, DATED_LEAD));
    let single = |list: Vec<Days>| list.into_iter().filter(|d| d.0 == d.1).map(|d| d.0).collect::<BTreeSet<Day>>();
    single(a).intersection(&single(b)).next().copied()
}

/// The day of a report's news: the first one that its headline and first sentences give for certain, other than
/// when somebody spoke or what lies ahead of the report.
pub(super) fn news_day(view: &View<'_>, published: Option<Day>) -> Option<Day> {
    let spoken: BTreeSet<u32> = view.report.statements.iter().filter_map(|s| s.when).collect();
    first_day(view, published, |d| !spoken.contains(&d))
}

/// The same, when somebody spoke included: what a report of words has for its news.
pub(super) fn told_day(view: &View<'_>, published: Option<Day>) -> Option<Day> {
    first_day(view, published, |_| true)
}

/// The ISO weekday of a report's news, where it has no date: the first that its headline and first sentences name.
pub(super) fn news_weekday(view: &View<'_>) -> Option<u8> {
    let spoken: BTreeSet<u32> = view.report.statements.iter().filter_map(|s| s.when).collect();
    let dates = view.sentences.iter().take(NEWS).flat_map(|t| &t.dates).filter(|d| !spoken.contains(d));
    dates.filter_map(|&d| view.report.dates.get(d as usize)?.value.get(..10)?.strip_prefix("XXXX-WXX-")?.parse().ok()).next()
}

/// The first day of some dates in the headline and first sentences that does not lie ahead of the report.
fn first_day(view: &View<'_>, published: Option<Day>, counts: impl Fn(u32) -> bool) -> Option<Day> {
    let dates = view.sentences.iter().take(NEWS).flat_map(|t| &t.dates).filter(|d| counts(**d));
    dates
        .filter_map(|&d| stretch(view.report.dates.get(d as usize)?))
        .find(|d| d.0 == d.1 && published.is_none_or(|p| d.0 <= p))
        .map(|d| d.0)
}

/// The days of a date that is certain and no longer than a week.
fn stretch(date: &TimeExpression) -> Option<Days> {
    let certain =
        matches!(date.timex, TimexType::Date | TimexType::Time) && matches!(date.certainty, Certainty::Stated | Certainty::Implied);
    date.interval.filter(|i| certain && i.last.0 - i.first.0 <= 7).map(|i| (i.first, i.last))
}

/// Days and weeks that the first `most` sentences name for certain.
fn days(view: &View<'_>, most: usize) -> Vec<Days> {
    let dates = view.sentences.iter().take(most).flat_map(|t| &t.dates).filter_map(|&d| view.report.dates.get(d as usize));
    dates.filter_map(stretch).collect()
}

/// Whether the later report gives a day on which the earlier one was written or of which its lead
/// tells, or tells its matter again.
pub(super) fn looks_back(cx: &Ground<'_>) -> bool {
    let [Some(l), Some(r)] = cx.published else { return false };
    let (early, late, day) = if l <= r { (cx.left, cx.right, l) } else { (cx.right, cx.left, r) };
    let mut told = days(early, DATED_LEAD);
    told.retain(|t| (t.0.0 - day.0).abs() <= 14);
    told.push((Day(day.0 - 3), Day(day.0 + 1)));
    days(late, usize::MAX).iter().any(|x| told.iter().any(|y| meet(*x, *y))) || recalls(cx, late, day)
}

/// Whether both leads tell of a killing and name somebody who has no office or trade in either report: a killing happens once, however far apart the arrest and the sentence lie.
pub(super) fn one_killing(cx: &Ground<'_>) -> bool {
    let killing = |view: &View<'_>| lead(view).any(|(_, t)| (t.first..t.last).any(|i| KILLING.contains(&view.report.document.lower(i))));
    let named = |view: &View<'_>, entity: Option<u32>| {
        let plain = |e: u32| view.report.entities.get(e as usize).is_some_and(|e| e.kind == Kind::Person && e.roles.is_empty());
        entity.is_some_and(|e| plain(e) && lead(view).any(|(_, t)| t.entities.contains(&e)))
    };
    killing(cx.left) && killing(cx.right) && cx.entities.links.iter().any(|l| named(cx.left, l.left) && named(cx.right, l.right))
}

/// Words that tell of a killing.
const KILLING: &[&str] =
    &["murder", "murdered", "murders", "murdering", "manslaughter", "homicide", "slain", "slaying", "killing", "killer"];

/// Whether the later report tells again what the earlier one begins with, and puts it into a month or
/// year that holds the earlier one's day: "the April 2007 shooting", "two years ago". Below the
/// head of a report, only what is more like the earlier news than the report's own news is: who tells of one visit and
/// mentions the last one tells of another event.
fn recalls(cx: &Ground<'_>, late: &View<'_>, day: Day) -> bool {
    let best = if std::ptr::eq(late, cx.left) { &cx.sentences.best_left } else { &cx.sentences.best_right };
    let then = |told: &Told| {
        let dates = told.dates.iter().filter_map(|&d| late.report.dates.get(d as usize));
        dates
            .filter(|d| d.timex == TimexType::Date && !matches!(d.certainty, Certainty::Open | Certainty::Impossible))
            .filter_map(|d| d.interval)
            .any(|i| i.first.0 - 7 <= day.0 && day.0 <= i.last.0 + 7 && (1..=366).contains(&(i.last.0 - i.first.0)))
    };
    let own = late.sentences.iter().zip(best).take(RECALLING).filter(|(t, _)| t.headline || t.content.len() >= FULL);
    let own = own.filter_map(|(_, best)| best.map(|b| b.1)).max().unwrap_or(0);
    late.sentences.iter().zip(best).enumerate().any(|(n, (told, best))| {
        let (lead, least) = if n < RECALLING { (RECALLED, 18) } else { (NEWS, own.max(25)) };
        best.is_some_and(|(other, score)| other < lead && score >= least) && then(told)
    })
}
