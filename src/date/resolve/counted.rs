//! What is counted in units: from the report ("last week", "two days ago"), from the previous date
//! ("a year earlier"), or from nothing (lengths of time).

use super::reading::{Arg, DATE, NUMBER, Reading, UNIT, YEAR};
use super::{Context, Earlier, Source, open_value};
use crate::date::calendar::{Granule, Unit};
use crate::date::grammar::Make;
use crate::date::lexicon::{LAST, Mod, NEXT, PAST, SAME, THE, YEAR_AGO};
use crate::date::matcher::{Found, Match, Tokens};
use crate::date::quantity::{Amount, Quantity, put_clock};
use crate::date::tense::Tense;
use crate::date::{Certainty, Day, Interval, TimexType};

pub(super) const NOTHING_BEFORE: &str = "No date stands before it from which it could be counted.";

fn length(q: Quantity, reason: &str) -> Reading {
    let mut out = Reading::new(TimexType::Duration, &q.duration(), Certainty::Stated, reason).states(UNIT);
    out.modifier = q.modifier;
    out
}

const LENGTH: &str = "A length of time, stated.";

/// "this week", "last year".
pub(super) fn report(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let unit = f.unit.unwrap_or(Unit::Year);
    let year_end = f.unit.is_none() || t.one_of(m.last.wrapping_sub(1), "end");
    let Some(report) = c.report else { return Reading::undated(open_value(unit), unit.name()).states(UNIT) };
    let mut direction = f.direction;
    // "this weekend" on a Tuesday, in the past tense, is the one that has passed.
    if unit == Unit::Weekend && direction == 0 && report.weekday() < 5 && matches!(c.tense(t, m), Tense::Back(Some(_))) {
        direction = -1;
    }
    let size = if f.fiscal && unit == Unit::Year { Unit::FiscalYear } else { unit };
    let granule = Granule::around(report, size).plus(direction);
    let Some(granule) = granule else { return Reading::open("XXXX", "Outside the years 1 to 9999.") };
    let mut out =
        c.reading(granule, report, which(direction), &[Arg::Text(unit.name()), Arg::Text("report of")]).states(UNIT).implies(YEAR);
    if year_end {
        out.modifier = Mod::End;
    }
    out
}

/// "The week before that of the report of ...".
fn which(direction: i32) -> &'static str {
    match direction {
        0 => "The * of the * @.",
        n if n < 0 => "The * before that of the * @.",
        _ => "The * after that of the * @.",
    }
}

/// "the following week", "that day", "the year".
pub(super) fn previous(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    from_previous(t, c, m).states(UNIT)
}

fn from_previous(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let year_ago = t.is(m.first, YEAR_AGO) || t.is(m.first + 1, YEAR_AGO);
    let unit = f.unit.unwrap_or(Unit::Year);
    if t.one_of(m.last, "ended ending") {
        return length(Quantity { n: Amount::ONE, unit, ..Quantity::default() }, LENGTH);
    }
    // "the previous day" told again
    let again = |e: &Earlier| f.direction < 0 && e.span.of(&t.doc.text) == m.span(t.doc).of(&t.doc.text);
    if let Some(e) = c.earlier.filter(again) {
        return Reading::same(&e, "The same as before, @.");
    }
    // "the year", "later in the year"
    let the = (m.first..m.last).find(|&i| t.is(i, THE));
    let bare = !year_ago && f.direction == 0 && the.is_some_and(|i| !t.is(i + 1, SAME));
    if year_ago
        && f.unit.is_none_or(|u| u == Unit::Quarter)
        && let Some(out) = quarter_before(c.quarter)
    {
        return out;
    }
    if bare
        && unit == Unit::Quarter
        && let Some(q) = c.quarter.filter(|q| q.granule.unit == Unit::Quarter)
    {
        return Reading::same(&q, "The quarter named before, @.");
    }
    if unit == Unit::Weekend
        && bare
        && let Some(report) = c.news()
    {
        let ahead = matches!(c.tense(t, m), Tense::Ahead(_));
        let n = if !ahead && report.weekday() < 6 { -1 } else { 0 };
        if let Some(g) = Granule::around(report, Unit::Weekend).plus(n) {
            return c.reading(g, report, "The weekend next to the report of #.", &[]);
        }
    }
    // In a news report "the year" is the report's; in history the previous date's.
    let goes_on = unit == Unit::Day && c.goes_on(1);
    let earlier = c.earlier.filter(|_| !bare || c.narrative || goes_on);
    // "that day" passes over months and years that were named since.
    let last_day = c.last_day.filter(|(_, sentence)| unit == Unit::Day && sentence + 6 >= c.sentence_number).map(|(day, _)| day);
    let earlier = last_day.filter(|_| earlier.is_some()).or(earlier);
    // A paragraph that names no day of its own goes on with the news, not with what was told of long ago.
    let gone =
        |e: &Earlier| !c.sentence_block.contains(e.span) && c.news().is_some_and(|r| e.granule.first_day().is_some_and(|d| d.0 + 30 < r.0));
    let earlier = c.news_day.filter(|_| unit == Unit::Day && earlier.as_ref().is_some_and(gone)).or(earlier);
    let from_earlier = earlier.and_then(|e| {
        let small = matches!(unit, Unit::Day | Unit::Week | Unit::Weekend);
        if small && e.granule.unit > unit.max(Unit::Week) || unit == Unit::Month && e.granule.unit > Unit::Month {
            return None;
        }
        Some((e, Granule::around(e.granule.first_day()?, unit).plus(f.direction)?))
    });
    if let Some((earlier, granule)) = from_earlier {
        let args = [Arg::Text(unit.name()), Arg::Text("previous date,")];
        return Reading::after(granule, &earlier, which(f.direction), &args);
    }
    if let Some((report, granule)) = c.news().and_then(|r| Some((r, Granule::around(r, unit).plus(f.direction)?))) {
        return from_report(c, report, granule);
    }
    Reading::open(open_value(unit), NOTHING_BEFORE)
}

fn from_report(c: &Context, report: Day, granule: Granule) -> Reading {
    c.reading(granule, report, "No date stands before it; counted from the report of @.", &[])
}

/// The same quarter or half of the year before.
fn quarter_before(quarter: Option<Earlier>) -> Option<Reading> {
    let q = quarter?;
    Some(Reading::after(q.granule.in_year(q.granule.its_year() - 1)?, &q, "A year before @.", &[]))
}

/// "the same period of 2021", "the same month last year": the stretch told before, in that year.
pub(super) fn same_period(c: &Context, f: &Found) -> Reading {
    let Some(year) = super::stated::year_of(c, f) else { return Reading::undated("XXXX", "year") };
    let fits = |e: &Earlier| f.unit.is_none_or(|u| u == e.granule.unit) && e.granule.unit < Unit::FiscalYear;
    let told = c.earlier.filter(fits).or(c.quarter.filter(fits)).and_then(|e| Some((e, e.granule.in_year(year.number)?)));
    match told {
        Some((e, granule)) => Reading::after(granule, &e, "As @ in another year.", &[]).states(YEAR),
        None => year.reading(Granule::year(year.number), "The year is stated; of which part it is not said."),
    }
}

pub(super) fn deictic(c: &Context, f: &Found) -> Reading {
    let n = f.direction + f.ordinal;
    let Some((report, day)) = c.report.and_then(|r| Some((r, r.plus(n)?))) else {
        return Reading::undated("XXXX-XX-XX", "day").implies(DATE);
    };
    let (reason, args): (_, &[_]) = match n {
        0 => ("The day of the report, #.", &[]),
        -1 | 1 => ("The day * the report of #.", &[Arg::Side(n)]),
        n => ("* days * the report of #.", &[Arg::Number(n.abs()), Arg::Side(n)]),
    };
    c.reading(Granule::day(day), report, reason, args).implies(DATE)
}

/// The stretch a length of time from `day`, as large as its unit.
fn shift(day: Day, q: Quantity, sign: i32) -> Option<Granule> {
    let n = q.n.whole.checked_mul(sign)?;
    match q.unit {
        Unit::Hour if n != 0 && n % 24 == 0 => day.plus(n / 24).map(Granule::day),
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Night => None,
        Unit::Fortnight => Granule::around(day, Unit::Week).plus(n.checked_mul(2)?),
        // Half of it is counted in what it has some of.
        Unit::Year | Unit::Decade | Unit::Century if q.n.tenths == 5 => {
            let part = if q.unit == Unit::Year { Unit::Month } else { Unit::Year };
            let size = q.unit.months() / part.months();
            Granule::around(day, part).plus(n.checked_mul(size)?.checked_add(sign * size / 2)?)
        }
        unit => Granule::around(day, unit).plus(n),
    }
}

/// The days that lie a length of time after (or before) a stretch, as large as its unit.
pub(in crate::date) fn shift_days(from: Interval, q: Quantity, sign: i32) -> Option<Granule> {
    shift(if sign < 0 { from.first } else { from.last }, q, sign).filter(|_| !q.n.vague)
}

fn vague_reference(sign: i32, reason: &str) -> Reading {
    Reading::new(TimexType::Date, if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }, Certainty::Vague, reason)
}

pub(super) fn ago(c: &Context, f: &Found) -> Reading {
    let Some(q) = f.quantity.filter(|q| !q.n.vague) else {
        return vague_reference(-1, "So long before the report; the number is left open.");
    };
    let Some(report) = c.report else {
        return Reading::open("PAST_REF", "The report's date is not known, so it cannot be counted back.");
    };
    let Some(granule) = shift(report, q, -1) else {
        return vague_reference(-1, "On the day of the report or just before; the hour of the report is not known.");
    };
    let mut out = c.reading(granule, report, "* before the report of @.", &[Arg::Count(&q)]).states(NUMBER | UNIT);
    out.modifier = q.modifier;
    out
}

/// "two days later": from the previous date.
pub(super) fn shifted(c: &Context, f: &Found) -> Reading {
    let sign = f.direction;
    let Some(q) = f.quantity.filter(|q| !q.n.vague) else {
        return vague_reference(sign, "So long from the previous date; the number is left open.");
    };
    counted_on(c, q, sign).states(NUMBER | UNIT)
}

fn counted_on(c: &Context, q: Quantity, sign: i32) -> Reading {
    if q.unit < Unit::Night {
        return hours(c, q, sign);
    }
    // "a year earlier" beside a quarter's figures is the same quarter of the year before.
    if q.unit == Unit::Year
        && q.n == Amount::ONE
        && sign < 0
        && let Some(out) = quarter_before(c.quarter.filter(|e| c.earlier.is_none_or(|p| p.span.start <= e.span.start)))
    {
        return out;
    }
    let fits = |e: &Earlier| e.granule.unit <= q.unit.max(Unit::Week);
    if let Some((earlier, granule)) = c.earlier.filter(fits).and_then(|e| Some((e, shift(e.granule.first_day()?, q, sign)?))) {
        let args = [Arg::Count(&q), Arg::Side(sign)];
        let mut out = Reading::after(granule, &earlier, "* * the previous date, @.", &args);
        out.modifier = q.modifier;
        return out;
    }
    if let Some((report, granule)) = c.news().filter(|_| c.earlier.is_none()).and_then(|r| Some((r, shift(r, q, sign)?))) {
        return from_report(c, report, granule);
    }
    Reading::open(open_value(q.unit), "The date from which it is counted is not known closely enough.")
}

/// "three hours later": from a time of day that was told just before, else only a length.
fn hours(c: &Context, q: Quantity, sign: i32) -> Reading {
    let minutes = match q.unit {
        Unit::Hour => q.n.whole.saturating_mul(60).saturating_add(q.n.tenths * 6),
        Unit::Minute => q.n.whole,
        _ => 0,
    };
    if let Some(told) = c.told.filter(|told| minutes > 0 && told.sentence + 2 >= c.sentence_number)
        && let Some(at) = minutes.checked_mul(sign).and_then(|n| told.minutes.checked_add(n))
        && let Some(day) = told.day.plus(at.div_euclid(1440))
    {
        let at = at.rem_euclid(1440);
        let mut time = String::new();
        put_clock(&mut time, at);
        let source = Source { granule: Granule::day(told.day), span: Some(told.span) };
        let reason = "* * the time told before, of @.";
        let mut out = Reading::from(Granule::day(day), source, reason, &[Arg::Count(&q), Arg::Side(sign)]).timed(&time, 0);
        out.modifier = q.modifier;
        out.minutes = Some(at);
        return out;
    }
    let mut out = length(q, "");
    out.reason = super::say("So long * what is told before; its time of day is not known.", &[Arg::Side(sign)]);
    out
}

/// "three months from now", "a week from Tuesday", "two days after Christmas", "the day after Easter".
pub(super) fn from(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let sign = if f.before { -1 } else { 1 };
    let one_day = Quantity { n: Amount::ONE, ..Quantity::default() };
    let Some(q) = f.quantity.or(f.unit.is_some().then_some(one_day)).filter(|q| !q.n.vague) else {
        return vague_reference(sign, "So long from it; the number is left open.");
    };
    let base = match f.inner {
        None => c.report.and_then(|r| r.plus(f.direction)),
        Some(make) => {
            let mut inner = Match { make, ..*m };
            inner.found.unit = f.inner_unit;
            // "a week from Tuesday" counts from the one to come.
            if make == Make::Date && f.weekday > 0 && f.month == 0 && f.day == 0 && t.one_of(m.last.wrapping_sub(2), "from") {
                inner.make = Make::Near;
                inner.found.direction = 1;
            }
            super::resolve(t, c, &inner).granule.and_then(Granule::first_day)
        }
    };
    let Some((base, granule)) = base.and_then(|d| Some((d, shift(d, q, sign)?))) else {
        return Reading::open(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }, "What it is counted from is not known.");
    };
    // "a week from Tuesday", "two weeks before Christmas" are days.
    let granule = match q.unit {
        Unit::Week if f.weekday > 0 || f.feast > 0 || f.day > 0 => {
            q.n.whole.checked_mul(7 * sign).and_then(|n| base.plus(n)).map_or(granule, Granule::day)
        }
        _ => granule,
    };
    let mut out =
        Reading::at(granule, Certainty::Implied, "* * *.", &[Arg::Count(&q), Arg::Side(sign), Arg::Long(base)]).states(NUMBER | UNIT);
    out.anchor = c.report.map(|r| c.source(r));
    out
}

/// "two days", "the past three months", "the first nine months of 2012", "the past year".
pub(super) fn duration(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let f = &m.found;
    let mut q = f.quantity.unwrap_or_default();
    if m.make == Make::OneUnit {
        q = Quantity { n: Amount::ONE, unit: f.unit.unwrap_or_default(), ..Quantity::default() };
    }
    let mut out = length(q, LENGTH);
    if m.make != Make::OneUnit {
        out.stated |= NUMBER;
    }
    if q.n.vague {
        out.certainty = Certainty::Vague;
        out.reason = "A length of time whose number is left open.".to_owned();
        return out;
    }
    // "the first nine months of 2012"
    if let Some(whole) = f.inner.and_then(|make| {
        let mut inner = *m;
        inner.make = make;
        inner.found.unit = f.inner_unit;
        (inner.found.clock, inner.found.part, inner.found.modifier) = (None, None, Mod::None);
        super::resolve(t, c, &inner).interval
    }) {
        let days = if f.ordinal < 0 {
            back(whole.last, q, -1).and_then(|d| d.plus(1)).map(|d| (d, whole.last))
        } else {
            back(whole.first, q, 1).and_then(|d| d.plus(-1)).map(|d| (whole.first, d))
        };
        out.interval = days.filter(|(a, b)| *a >= whole.first && *b <= whole.last).map(|(first, last)| Interval { first, last });
        return out;
    }
    let w = t.word(if t.is(m.first, THE) { m.first + 1 } else { m.first });
    if let Some(report) = c.news().filter(|_| w.is(LAST | PAST | NEXT)) {
        let sign = if w.is(NEXT) { 1 } else { -1 };
        if let Some(other) = back(report, q, sign) {
            out.interval = Some(if sign < 0 { Interval { first: other, last: report } } else { Interval { first: report, last: other } });
            let which = Arg::Text(if sign < 0 { "ends" } else { "begins" });
            out.reason = super::say("A length of time that * with the report of *.", &[which, Arg::Day(report)]);
            out.anchor = Some(c.source(report));
        }
    }
    out
}

/// "for years".
pub(super) fn units(f: &Found) -> Reading {
    let n = Amount { vague: true, ..Amount::default() };
    let value = n.duration(f.unit.unwrap_or_default());
    Reading::new(TimexType::Duration, &value, Certainty::Vague, "A length of time whose number is left open.").states(UNIT)
}

/// The day a length of time away from `day`.
fn back(day: Day, q: Quantity, sign: i32) -> Option<Day> {
    let n = q.n.whole.checked_mul(sign)?;
    let months = q.unit.months();
    if months == 0 {
        return day.plus(n.checked_mul(q.unit.days())?);
    }
    // The 31st of a shorter month is its last day.
    let month = Granule::around(day, Unit::Month).plus(n.checked_mul(months)?)?.interval()?;
    Some(month.first.plus(i32::from(day.ymd().2) - 1)?.min(month.last))
}
