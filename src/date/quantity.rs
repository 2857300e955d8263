//! Numbers, lengths of time and times of day: the parts of the grammar that are counted.

use super::calendar::{Unit, put_number, put_padded};
use super::lexicon::*;
use super::matcher::Tokens;

/// How many: a whole number and tenths, or left open ("several").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Amount {
    pub(super) whole: i32,
    pub(super) tenths: i32,
    pub(super) vague: bool,
}

impl Amount {
    pub(super) const ONE: Self = Self { whole: 1, tenths: 0, vague: false };
    const VAGUE: Self = Self { whole: 0, tenths: 0, vague: true };

    fn whole(n: i32) -> Self {
        Self { whole: n, tenths: 0, vague: false }
    }

    /// The TIMEX3 value of so many of a unit.
    pub(super) fn duration(self, unit: Unit) -> String {
        let mut out = "P".to_owned();
        self.put(&mut out, unit);
        out
    }

    /// Writes the part of a value that stands behind its "P".
    fn put(self, out: &mut String, unit: Unit) {
        // Halves of a day or year are written in the next smaller unit, as annotators do.
        let (whole, tenths, unit) = match (self.whole, self.tenths, unit) {
            (w, 5, Unit::Hour) if w < 100 => (w * 60 + 30, 0, Unit::Minute),
            (0, 5, Unit::Year) => (6, 0, Unit::Month),
            (0, 5, Unit::Decade) => (5, 0, Unit::Year),
            (0, 5, Unit::Century) => (50, 0, Unit::Year),
            (0, 5, Unit::Day) => (12, 0, Unit::Hour),
            (w, 0, Unit::Fortnight) => (w.saturating_mul(2), 0, unit),
            same => same,
        };
        let mut code = unit.code();
        if let Some(time) = code.strip_prefix('T') {
            code = time;
            if !out.contains('T') {
                out.push('T');
            }
        }
        if self.vague {
            out.push('X');
        } else {
            put_number(out, whole);
        }
        if tenths > 0 {
            out.push('.');
            put_number(out, tenths);
        }
        out.push_str(code);
    }
}

/// A length of time: how many of which unit, and what is said of the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Quantity {
    pub(super) n: Amount,
    pub(super) unit: Unit,
    pub(super) modifier: Mod,
    /// Smaller parts: "two years and three months", "1 hour 59 minutes 40 seconds".
    pub(super) rest: [Option<(Amount, Unit)>; 2],
}

impl Quantity {
    /// Its TIMEX3 value.
    pub(super) fn duration(self) -> String {
        let mut out = self.n.duration(self.unit);
        for (n, unit) in self.rest.into_iter().flatten() {
            n.put(&mut out, unit);
        }
        out
    }
}

/// Openings that say how exact a number is, parted by slashes.
const OPENINGS: [(&str, Mod); 6] = [
    ("no more than/not more than/at most/up to", Mod::AtMost),
    ("no less than/no fewer than/at least", Mod::AtLeast),
    ("a little more than/a little over/just more than/just over/well over/more than/over", Mod::MoreThan),
    ("just under/well under/less than/fewer than/under/nearly/almost/virtually", Mod::LessThan),
    ("little more than/just about/close to/an estimated/about/around/approximately/roughly/some/barely", Mod::Approx),
    ("exactly", Mod::None),
];

/// The modifier that opens a quantity at `i`, and where it ends.
fn opening(t: &Tokens<'_>, i: usize) -> (Mod, usize) {
    let opens = t.is(i, APPROX) || t.one_of(i, "little") || t.is(i, A) && t.one_of(i + 1, "little");
    if !opens {
        return (Mod::None, i);
    }
    for (openings, modifier) in OPENINGS {
        if let Some(end) = openings.split('/').find_map(|words| t.spelled(i, words)) {
            return (modifier, end);
        }
    }
    (Mod::None, i)
}

/// A number in digits or words at `i`, with "a", "few", "several", "half a": what it is and where it ends.
pub(super) fn number(t: &Tokens<'_>, i: usize) -> Option<(Amount, usize)> {
    let w = t.word(i);
    // "[Ten] years ago": an editor's change in a quotation.
    if t.one_of(i, "[") && t.one_of(i + 2, "]") && t.is(i + 1, NUMBER) {
        return number(t, i + 1).filter(|(_, end)| *end == i + 2).map(|(n, end)| (n, end + 1));
    }
    if w.is(A) || t.one_of(i, "one") {
        let next = t.word(i + 1);
        // "a few", "a couple of", "a dozen", "a half", "a hundred", "a number of".
        if w.is(A) && next.is(VAGUE) {
            return Some((Amount::VAGUE, i + 2));
        }
        if w.is(A) && next.is(COUPLE) {
            return Some((Amount::whole(2), i + if t.is(i + 2, OF) { 3 } else { 2 }));
        }
        if w.is(A) && t.one_of(i + 1, "number handful series") && t.is(i + 2, OF) {
            return Some((Amount::VAGUE, i + 3));
        }
        if next.is(TIMES) {
            return multiply(t, 1, i + 1);
        }
        if w.is(A) && next.is(HALF) {
            return Some((Amount { tenths: 5, ..Amount::default() }, i + 2));
        }
        return Some((Amount::ONE, i + 1)).map(|(n, e)| with_half(t, n, e));
    }
    if w.is(HALF) {
        // "half an hour", "half a dozen".
        if t.is(i + 1, A) {
            if t.one_of(i + 2, "dozen") {
                return Some((Amount::whole(6), i + 3));
            }
            return Some((Amount { tenths: 5, ..Amount::default() }, i + 2));
        }
        return None;
    }
    if w.is(VAGUE) {
        let many_of = t.is(i + 1, OF) && t.one_of(i + 1, "of");
        return (!many_of).then_some((Amount::VAGUE, i + 1));
    }
    if w.is(TENS_OF) && t.is(i + 1, OF) {
        // "tens of thousands of years"
        let mut end = i + 2;
        while t.one_of(end, "thousands millions hundreds") && t.is(end + 1, OF) {
            end += 2;
        }
        return Some((Amount::VAGUE, end));
    }
    if w.is(COUPLE) {
        return Some((Amount::whole(2), i + if t.is(i + 1, OF) { 2 } else { 1 }));
    }
    if !w.is(NUMBER) {
        return None;
    }
    let mut n = w.n;
    let tenths = if w.is(MILITARY) { 0 } else { w.m };
    let mut end = i + 1;
    // "twenty five"
    if n >= 20 && n % 10 == 0 && !t.is_digit(i) {
        let ones = t.word(end);
        if ones.is(NUMBER) && (1..10).contains(&ones.n) && !t.is_digit(end) {
            n += ones.n;
            end += 1;
        }
    }
    if t.is(end, TIMES) {
        return multiply(t, n, end);
    }
    Some(with_half(t, Amount { whole: n, tenths, vague: false }, end))
}

/// "two and a half": the half behind a number.
fn with_half(t: &Tokens<'_>, n: Amount, end: usize) -> (Amount, usize) {
    if t.one_of(end, "and") && t.one_of(end + 1, "a") && t.is(end + 2, HALF) && t.is(end + 3, UNIT | UNITS) {
        return (Amount { tenths: 5, ..n }, end + 3);
    }
    (n, end)
}

/// "two hundred", "a hundred and fifty", "three thousand".
fn multiply(t: &Tokens<'_>, n: i32, at: usize) -> Option<(Amount, usize)> {
    let mut total = n.checked_mul(t.word(at).n)?;
    let mut end = at + 1;
    if t.is(end, TIMES) {
        total = total.checked_mul(t.word(end).n)?;
        end += 1;
    }
    let more = if t.one_of(end, "and") { end + 1 } else { end };
    let w = t.word(more);
    if w.is(NUMBER) && w.n < t.word(at).n && !t.is_digit(more) && w.n != 1 {
        total = total.checked_add(w.n)?;
        end = more + 1;
    }
    Some((Amount::whole(total), end))
}

/// A length of time at `i`: "two days", "more than six months", "a year and a half", "half an hour".
pub(super) fn quantity(t: &Tokens<'_>, i: usize) -> Option<(Quantity, usize)> {
    let (modifier, start) = opening(t, i);
    let another = t.one_of(start, "another");
    let (n, mut end) = match number(t, if another { start + 1 } else { start }) {
        Some(found) => found,
        None if another => (Amount::ONE, start + 1),
        None => return None,
    };
    // "three more years", "two full days", "two or three days".
    if (t.is(end, AND) && t.one_of(end, "or") || t.one_of(end, "to"))
        && let Some((second, e)) = number(t, end + 1).filter(|(_, e)| t.is(*e, UNITS))
    {
        let unit = t.unit(e)?;
        return Some((Quantity { n: second, unit, modifier: Mod::Approx, ..Quantity::default() }, e + 1));
    }
    while t.is(end, WIDENS) && end < i + 8 {
        end += 1;
    }
    let w = t.word(end);
    if !w.is(UNIT | UNITS) {
        return None;
    }
    let plural = w.is(UNITS);
    if w.is(UNIT) && !plural && n.vague {
        return None;
    }
    if w.is(UNIT) && !plural && !(n == Amount::ONE || n.whole == 0) {
        // "a two hour barrier", "a forty minute team": written without the hyphen, before its noun.
        let noun = t.word(end + 1).class == 0 && t.is_word(end + 1);
        if !noun || n.whole > 366 || t.one_of(end + 1, "old olds second") || w.is(ORDINAL) {
            return None;
        }
    }
    // "a second", "a quarter": more often an ordinal or a share.
    let unit = t.unit(end)?;
    if !plural && matches!(unit, Unit::Second | Unit::Quarter) && t.is(start, A) {
        return None;
    }
    end += 1;
    let mut out = Quantity { n, unit, modifier, ..Quantity::default() };
    if t.one_of(end, "and") && t.one_of(end + 1, "a") && t.is(end + 2, HALF) {
        out.n.tenths = 5;
        return Some((out, end + 3));
    }
    // "two years and three months", "one hour, 30 minutes"
    let mut larger = unit;
    for k in 0..2 {
        let more = if t.one_of(end, "and") || t.is(end, COMMA) { end + 1 } else { end };
        if (t.is(more, NUMBER) || t.is(more, A) && more > end)
            && let Some((second, e)) = number(t, more)
            && let Some(smaller) = t.unit(e).filter(|&u| u < larger && t.is(e, UNIT | UNITS))
            && (!t.is(e + 1, AGO | EARLIER | LATER) || t.one_of(end, "and"))
        {
            out.rest[k] = Some((second, smaller));
            larger = smaller;
            end = e + 1;
        } else {
            break;
        }
    }
    Some((out, end))
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Clock {
    pub(super) hour: i32,
    pub(super) minute: i32,
    /// Whether a zone is given.
    pub(super) zone: bool,
}

impl Clock {
    /// Minutes since midnight.
    pub(super) fn minutes(self) -> i32 {
        self.hour * 60 + self.minute
    }
}

/// Writes "T17:00".
pub(super) fn put_clock(out: &mut String, minutes: i32) {
    out.push('T');
    put_padded(out, minutes / 60, 2);
    out.push(':');
    put_padded(out, minutes % 60, 2);
}

/// A time of day at `i`: "5 p.m. GMT", "10:30", "0830 local time", "noon", "five o'clock".
pub(super) fn clock(t: &Tokens<'_>, i: usize) -> Option<(Clock, usize)> {
    let w = t.word(i);
    if w.is(NOON) {
        let (zone, end) = zone(t, i + 1);
        return Some((Clock { hour: w.n, minute: 0, zone }, end));
    }
    let half = half_of_day(t, i + 1).filter(|_| (1..=12).contains(&w.n));
    let (hour, minute, end, bare) = if w.is(CLOCK) {
        match half {
            Some((hours, end)) => (w.n % 12 + hours, w.m, end, false),
            None if t.is(i + 1, HRS) => (w.n, w.m, i + 2, false),
            None => (w.n, w.m, i + 1, w.k == 0),
        }
    } else if w.is(NUMBER)
        && let Some((hours, end)) = half.filter(|_| !t.one_of(i + 1, "am") || w.is(DAY))
    {
        (w.n % 12 + hours, if w.is(MILITARY) { w.m } else { 0 }, end, false)
    } else if w.is(NUMBER) && t.is(i + 1, OCLOCK) && (1..=12).contains(&w.n) {
        (w.n, 0, i + 2, false)
    } else if w.is(NUMBER)
        && (1..=12).contains(&w.n)
        && t.one_of(i + 1, "in")
        && t.one_of(i + 2, "the")
        && t.is(i + 3, PART)
        && t.at_time(i)
    {
        // "at 10 in the morning"
        (w.n % 12 + if t.word(i + 3).k == 0 { 0 } else { 12 }, 0, i + 4, false)
    } else if w.is(MILITARY) {
        let (zone, end) = zone(t, i + 1);
        let end = if !zone && t.is(i + 1, HRS) && !t.one_of(i + 1, "hour") { i + 2 } else { end };
        let told = end > i + 1;
        let hours_of = t.is(end, AGO | EARLIER | LATER | OF);
        // "1500 hours" is a time; "1500 hours ago" is not.
        return (told && !hours_of && !(w.is(YEAR) && !zone && t.lower(i).len() != 4))
            .then_some((Clock { hour: i32::from(w.k), minute: w.m, zone }, end));
    } else {
        return None;
    };
    let (zone, end) = zone(t, end);
    // "10:30" without more can be a score, a verse or a running time.
    if bare && !zone && !t.at_time(i) {
        return None;
    }
    Some((Clock { hour, minute, zone }, end))
}

/// "p.m." or "p. m." at `i`: the hours that it adds, and where it ends.
fn half_of_day(t: &Tokens<'_>, i: usize) -> Option<(i32, usize)> {
    if t.is(i, AMPM) {
        return Some((t.word(i).n, i + 1));
    }
    (t.one_of(i, "a. p.") && t.one_of(i + 1, "m.")).then(|| (if t.one_of(i, "p.") { 12 } else { 0 }, i + 2))
}

/// A zone at `i`: "GMT", "local time", "Eastern Standard Time", "Beijing time".
fn zone(t: &Tokens<'_>, i: usize) -> (bool, usize) {
    let w = t.word(i);
    if w.is(ZONE) {
        return (true, i + 1);
    }
    if t.is(i + 1, TIME) && (w.is(ZONAL) || t.capital(i)) {
        return (true, i + 2);
    }
    if w.is(ZONAL) && t.one_of(i + 1, "standard daylight european") && t.is(i + 2, TIME) {
        return (true, i + 3);
    }
    (false, i)
}
