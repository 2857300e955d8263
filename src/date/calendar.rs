//! Stretches of the calendar that an expression can name, from a day to a century: their TIMEX3
//! values, their first and last day, and counting in them.
//!
//! The arithmetic is jiff-core's: it is kept by people who do calendars for a living, is `const`,
//! panics nowhere and adds little more than a kilobyte. Seasons are those of the northern hemisphere, by
//! whole months, as the TIMEX3 guidelines leave them open and newspapers write so.

use super::{Day, Interval};
use jiff_core::civil::{Date, ISOWeekDate, UnixEpochDay, Weekday};

/// The jiff date of a day.
fn date(day: Day) -> Option<Date> {
    Some(UnixEpochDay::new(day.0).ok()?.to_date())
}

impl Day {
    /// The day of year 1..=9999, month 1..=12 and day, if it exists.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if year < 1 {
            return None;
        }
        let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        Some(Self(date.to_unix_epoch_day().day()))
    }

    /// Year, month and day.
    #[must_use]
    pub fn ymd(self) -> (i32, u8, u8) {
        // A `Day` can hold numbers beyond the calendar; they read as its first day.
        date(self).map_or((1, 1, 1), |d| (i32::from(d.year()), d.month().unsigned_abs(), d.day().unsigned_abs()))
    }

    /// ISO weekday, Monday 1 to Sunday 7.
    #[must_use]
    pub fn weekday(self) -> u8 {
        ((self.0 + 3).rem_euclid(7) + 1) as u8
    }

    /// The day `days` later, if it lies in the years 1 to 9999.
    #[must_use]
    pub fn plus(self, days: i32) -> Option<Self> {
        let day = Self(self.0.checked_add(days)?);
        let d = date(day)?;
        (d.year() >= 1).then_some(day)
    }

    /// ISO year and week.
    fn week(self) -> (i32, u8) {
        date(self).map_or((1, 1), |d| {
            let week = d.to_iso_week_date();
            (i32::from(week.year()), week.week().unsigned_abs())
        })
    }
}

/// Days of a month in the proleptic Gregorian calendar; 31 for what is no month.
#[must_use]
pub fn days_in_month(year: i32, month: u8) -> u8 {
    match (i16::try_from(year), i8::try_from(month)) {
        (Ok(y), Ok(m)) if (1..=12).contains(&m) => jiff_core::civil::days_in_month(y, m).unsigned_abs(),
        _ => 31,
    }
}

/// Units in which time is counted, small to large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Night,
    #[default]
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// Its letters in a TIMEX3 duration and whether they stand behind a "T".
    pub(super) fn code(self) -> (&'static str, bool) {
        match self {
            Self::Second => ("S", true),
            Self::Minute => ("M", true),
            Self::Hour => ("H", true),
            Self::Night => ("NI", true),
            Self::Day => ("D", false),
            Self::Weekend => ("WE", false),
            Self::Week | Self::Fortnight => ("W", false),
            Self::Month => ("M", false),
            Self::Quarter => ("Q", false),
            Self::Season => ("S", false),
            Self::Half => ("H", false),
            Self::Year => ("Y", false),
            Self::Decade => ("DE", false),
            Self::Century => ("CE", false),
            Self::Millennium => ("ML", false),
        }
    }

    /// Its name in a reason.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Night => "night",
            Self::Day => "day",
            Self::Weekend => "weekend",
            Self::Week => "week",
            Self::Fortnight => "fortnight",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Season => "season",
            Self::Half => "half-year",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Millennium => "millennium",
        }
    }
}

/// One stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Granule {
    Day(Day),
    /// ISO year and week.
    Week(i32, u8),
    /// Saturday and Sunday of an ISO week.
    Weekend(i32, u8),
    Month(i32, u8),
    Quarter(i32, u8),
    Half(i32, u8),
    /// Year and season: 0 spring, 1 summer, 2 autumn, 3 winter.
    Season(i32, u8),
    Year(i32),
    /// A fiscal year; where it begins differs by country and company.
    Fiscal(i32),
    /// The decade's first three digits: 198 for the 1980s.
    Decade(i32),
    /// The century's first two digits: 19 for the 20th century.
    Century(i32),
}

const SEASONS: [&str; 4] = ["-SP", "-SU", "-FA", "-WI"];

/// Writes a number in digits, at least `width` of them.
pub(super) fn put_padded(out: &mut String, n: i32, width: u32) {
    let n = n.unsigned_abs();
    let mut place = 10u32.saturating_pow(width.clamp(1, 9) - 1);
    while n / place >= 10 {
        place *= 10;
    }
    while place > 0 {
        out.push(char::from(b'0' + (n / place % 10) as u8));
        place /= 10;
    }
}

/// Writes a number in digits.
pub(super) fn put_number(out: &mut String, n: i32) {
    put_padded(out, n, 1);
}

impl Granule {
    /// The stretch of size `unit` in which `day` lies.
    pub(super) fn around(day: Day, unit: Unit) -> Self {
        let (y, m, _) = day.ymd();
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day => Self::Day(day),
            Unit::Week | Unit::Fortnight => {
                let (y, w) = day.week();
                Self::Week(y, w)
            }
            Unit::Weekend => {
                let (y, w) = day.week();
                Self::Weekend(y, w)
            }
            Unit::Month => Self::Month(y, m),
            Unit::Quarter => Self::Quarter(y, (m.max(1) - 1) / 3 + 1),
            Unit::Half => Self::Half(y, if m <= 6 { 1 } else { 2 }),
            Unit::Season => match m {
                3..=5 => Self::Season(y, 0),
                6..=8 => Self::Season(y, 1),
                9..=11 => Self::Season(y, 2),
                12 => Self::Season(y, 3),
                _ => Self::Season(y - 1, 3),
            },
            Unit::Year => Self::Year(y),
            Unit::Decade => Self::Decade(y / 10),
            Unit::Century | Unit::Millennium => Self::Century(y / 100),
        }
    }

    /// Its size.
    pub(super) fn unit(self) -> Unit {
        match self {
            Self::Day(_) => Unit::Day,
            Self::Week(..) => Unit::Week,
            Self::Weekend(..) => Unit::Weekend,
            Self::Month(..) => Unit::Month,
            Self::Quarter(..) => Unit::Quarter,
            Self::Half(..) => Unit::Half,
            Self::Season(..) => Unit::Season,
            Self::Year(_) | Self::Fiscal(_) => Unit::Year,
            Self::Decade(_) => Unit::Decade,
            Self::Century(_) => Unit::Century,
        }
    }

    /// The year in which it begins, as its value writes it.
    pub(super) fn year(self) -> i32 {
        match self {
            Self::Day(d) => d.ymd().0,
            Self::Week(y, _)
            | Self::Weekend(y, _)
            | Self::Month(y, _)
            | Self::Quarter(y, _)
            | Self::Half(y, _)
            | Self::Season(y, _)
            | Self::Year(y)
            | Self::Fiscal(y) => y,
            Self::Decade(d) => d * 10,
            Self::Century(c) => c * 100,
        }
    }

    /// The month in which it lies, where it lies in one.
    pub(super) fn month(self) -> Option<u8> {
        match self {
            Self::Day(d) => Some(d.ymd().1),
            Self::Month(_, m) => Some(m),
            Self::Week(..) | Self::Weekend(..) => self.day().map(|d| d.ymd().1),
            _ => None,
        }
    }

    /// The stretch of the same name in another year.
    pub(super) fn in_year(self, year: i32) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        Some(match self {
            Self::Day(d) => {
                let (_, m, d) = d.ymd();
                Self::Day(Day::new(year, m, d)?)
            }
            Self::Month(_, m) => Self::Month(year, m),
            Self::Quarter(_, q) => Self::Quarter(year, q),
            Self::Half(_, h) => Self::Half(year, h),
            Self::Season(_, s) => Self::Season(year, s),
            Self::Year(_) => Self::Year(year),
            _ => return None,
        })
    }

    /// Its TIMEX3 value.
    pub(super) fn value(self) -> String {
        let mut out = String::with_capacity(10);
        let (year, width, mark, part, digits) = match self {
            Self::Day(d) => {
                let (y, m, d) = d.ymd();
                put_padded(&mut out, y, 4);
                out.push('-');
                put_padded(&mut out, i32::from(m), 2);
                out.push('-');
                put_padded(&mut out, i32::from(d), 2);
                return out;
            }
            Self::Week(y, w) | Self::Weekend(y, w) => (y, 4, "-W", w, 2),
            Self::Month(y, m) => (y, 4, "-", m, 2),
            Self::Quarter(y, q) => (y, 4, "-Q", q, 1),
            Self::Half(y, h) => (y, 4, "-H", h, 1),
            Self::Season(y, s) => (y, 4, SEASONS.get(usize::from(s)).copied().unwrap_or("-XX"), 0, 0),
            Self::Year(y) => (y, 4, "", 0, 0),
            Self::Fiscal(y) => {
                out.push_str("FY");
                (y, 4, "", 0, 0)
            }
            Self::Decade(d) => (d, 3, "", 0, 0),
            Self::Century(c) => (c, 2, "", 0, 0),
        };
        put_padded(&mut out, year, width);
        out.push_str(mark);
        if digits > 0 {
            put_padded(&mut out, i32::from(part), digits);
        }
        if matches!(self, Self::Weekend(..)) {
            out.push_str("-WE");
        }
        out
    }

    /// Its first and last day, where the calendar has them. None for a fiscal year, whose bounds differ.
    pub(super) fn interval(self) -> Option<Interval> {
        let months = |y: i32, first: u8, ly: i32, last: u8| {
            Some(Interval { first: Day::new(y, first, 1)?, last: Day::new(ly, last, days_in_month(ly, last))? })
        };
        match self {
            Self::Day(d) => Some(Interval { first: d, last: d }),
            Self::Week(y, w) => monday(y, w).and_then(|m| Some(Interval { first: m, last: m.plus(6)? })),
            Self::Weekend(y, w) => monday(y, w).and_then(|m| Some(Interval { first: m.plus(5)?, last: m.plus(6)? })),
            Self::Month(y, m) => months(y, m, y, m),
            Self::Quarter(y, q) => months(y, q * 3 - 2, y, q * 3),
            Self::Half(y, 1) => months(y, 1, y, 6),
            Self::Half(y, _) => months(y, 7, y, 12),
            Self::Season(y, 3) => months(y, 12, y + 1, 2),
            Self::Season(y, s) => months(y, s * 3 + 3, y, s * 3 + 5),
            Self::Year(y) => months(y, 1, y, 12),
            Self::Fiscal(_) => None,
            Self::Decade(d) => months((d * 10).max(1), 1, d * 10 + 9, 12),
            Self::Century(c) => months((c * 100).max(1), 1, c * 100 + 99, 12),
        }
    }

    /// A day in it to count from: its first, or for years and longer one well inside.
    pub(super) fn day(self) -> Option<Day> {
        self.interval().map(|i| i.first).or_else(|| Day::new(self.year(), 1, 1))
    }

    /// The stretch `n` of its own size later (earlier for negative `n`).
    pub(super) fn plus(self, n: i32) -> Option<Self> {
        let cycle = |y: i32, k: u8, size: i32| {
            let at = y.checked_mul(size)?.checked_add(i32::from(k) - 1)?.checked_add(n)?;
            Some((at.div_euclid(size), (at.rem_euclid(size) + 1) as u8))
        };
        let out = match self {
            Self::Day(d) => Self::Day(d.plus(n)?),
            Self::Week(y, w) => Self::around(monday(y, w)?.plus(n.checked_mul(7)?)?, Unit::Week),
            Self::Weekend(y, w) => Self::around(monday(y, w)?.plus(n.checked_mul(7)?)?, Unit::Weekend),
            Self::Month(y, m) => cycle(y, m, 12).map(|(y, m)| Self::Month(y, m))?,
            Self::Quarter(y, q) => cycle(y, q, 4).map(|(y, q)| Self::Quarter(y, q))?,
            Self::Half(y, h) => cycle(y, h, 2).map(|(y, h)| Self::Half(y, h))?,
            Self::Season(y, s) => cycle(y, s + 1, 4).map(|(y, s)| Self::Season(y, s - 1))?,
            Self::Year(y) => Self::Year(y.checked_add(n)?),
            Self::Fiscal(y) => Self::Fiscal(y.checked_add(n)?),
            Self::Decade(d) => Self::Decade(d.checked_add(n)?),
            Self::Century(c) => Self::Century(c.checked_add(n)?),
        };
        let year = out.year();
        ((1..=9999).contains(&year) || matches!(out, Self::Decade(_) | Self::Century(_)) && (0..=9990).contains(&year)).then_some(out)
    }
}

/// The Monday of an ISO week.
fn monday(year: i32, week: u8) -> Option<Day> {
    let week = ISOWeekDate::new(i16::try_from(year).ok()?, i8::try_from(week).ok()?, Weekday::Monday).ok()?;
    Some(Day(week.to_unix_epoch_day().day()))
}

/// Easter Sunday of a year in the Gregorian calendar ("anonymous" computus).
pub(super) fn easter(year: i32) -> Option<Day> {
    let a = year % 19;
    let (b, c) = (year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    Day::new(year, (sum / 31) as u8, (sum % 31 + 1) as u8)
}

/// The `n`th weekday of a month; negative counts from its end.
pub(super) fn nth_weekday(year: i32, month: u8, n: i8, weekday: u8) -> Option<Day> {
    let (edge, sign) = if n > 0 { (1, 1) } else { (days_in_month(year, month), -1) };
    let edge = Day::new(year, month, edge)?;
    let first = (sign * (i32::from(weekday) - i32::from(edge.weekday()))).rem_euclid(7);
    edge.plus(sign * first + 7 * (i32::from(n) - sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_know_the_calendar() {
        for text in ["0001-01-01", "1582-10-15", "1970-01-01", "2000-02-29", "2019-12-20", "9999-12-31"] {
            assert_eq!(Day::parse(text).unwrap().to_string(), text);
        }
        for text in ["0000-01-01", "2019-02-30", "1900-02-29", "2019-13-01", "19-1-1", "2019-1-01"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert_eq!(Day::parse("2019-12-20").unwrap().weekday(), 5);
        assert_eq!(Day::parse("9999-12-31").unwrap().plus(1), None);
        assert_eq!(Day::parse("0001-01-01").unwrap().plus(-1), None);
    }

    #[test]
    fn stretches_count_over_year_ends() {
        let day = Day::parse("2020-01-01").unwrap();
        let at = |unit, n| Granule::around(day, unit).plus(n).unwrap().value();
        assert_eq!(at(Unit::Week, 0), "2020-W01");
        assert_eq!(at(Unit::Week, -1), "2019-W52");
        assert_eq!(at(Unit::Weekend, 1), "2020-W02-WE");
        assert_eq!(at(Unit::Month, -1), "2019-12");
        assert_eq!(at(Unit::Quarter, -1), "2019-Q4");
        assert_eq!(at(Unit::Half, -1), "2019-H2");
        assert_eq!(at(Unit::Season, 0), "2019-WI");
        assert_eq!(at(Unit::Season, 1), "2020-SP");
        assert_eq!(at(Unit::Decade, -1), "201");
        assert_eq!(at(Unit::Century, -1), "19");
        assert_eq!(Granule::Year(9999).plus(1), None);
    }

    #[test]
    fn easter_is_computed() {
        for (year, text) in [(1818, "1818-03-22"), (1943, "1943-04-25"), (2013, "2013-03-31"), (2019, "2019-04-21"), (2038, "2038-04-25")] {
            assert_eq!(easter(year).unwrap().to_string(), text);
        }
    }
}
