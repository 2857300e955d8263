//! Stretches of the calendar that an expression can name, from a day to a century: their TIMEX3
//! values, their first and last day, and counting in them.
//!
//! Seasons are those of the northern hemisphere, by whole months, as the TIMEX3 guidelines leave them open and
//! newspapers write so.

use super::lexicon::nth_word;
use super::{Day, Interval, days_in_month};

/// Units in which time is counted, small to large.
// As wide as a number, so that a stretch is handed on as two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[repr(u32)]
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
    /// A year of a company or state, whose bounds differ.
    FiscalYear,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// Its letters in a TIMEX3 duration, those of parts of a day with the "T" that parts them from days.
    pub(super) fn code(self) -> &'static str {
        nth_word("TS TM TH TNI D WE W W M Q S H Y Y DE CE ML", self as usize)
    }

    /// Its name in a reason.
    pub(super) fn name(self) -> &'static str {
        const NAMES: &str =
            "second minute hour night day weekend week fortnight month quarter season half-year year year decade century millennium";
        nth_word(NAMES, self as usize)
    }

    /// How many months it has; 0 where it is counted in days.
    pub(super) fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter | Self::Season => 3,
            Self::Half => 6,
            Self::FiscalYear | Self::Year => 12,
            Self::Decade => 120,
            Self::Century => 1200,
            Self::Millennium => 12_000,
            _ => 0,
        }
    }

    /// How many days it has; 0 for parts of a day, and where it is counted in months.
    pub(super) fn days(self) -> i32 {
        match self {
            Self::Day | Self::Night => 1,
            Self::Week | Self::Weekend => 7,
            Self::Fortnight => 14,
            _ => 0,
        }
    }

    /// How many of it make a year; 0 for days and for what is longer.
    fn a_year(self) -> i32 {
        12_i32.checked_div(self.months()).unwrap_or(0)
    }
}

/// One stretch of the calendar: the `n`th of its unit.
///
/// Days are counted as in [`Day`], weeks and weekends by their Thursdays, all longer stretches from the
/// year 0 on: months, quarters, ..., centuries. So the next one is always `n + 1`. A season is called by
/// the year in which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Granule {
    pub(super) unit: Unit,
    pub(super) n: i32,
}

/// The marks of the seasons in a value.
const SEASONS: &str = "-SP -SU -FA -WI";

/// Months from the beginning of a year to its spring.
const SPRING: i32 = 2;

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
    pub(super) const fn new(unit: Unit, n: i32) -> Self {
        Self { unit, n }
    }

    pub(super) const fn day(day: Day) -> Self {
        Self::new(Unit::Day, day.0)
    }

    pub(super) const fn year(year: i32) -> Self {
        Self::new(Unit::Year, year)
    }

    /// The month, quarter, half or season of a year, by its number from 1.
    pub(super) fn of_year(unit: Unit, year: i32, number: u8) -> Self {
        Self::new(unit, year * unit.a_year() + i32::from(number) - 1)
    }

    pub(super) fn month(year: i32, month: u8) -> Self {
        Self::of_year(Unit::Month, year, month)
    }

    /// The stretch of size `unit` in which `day` lies.
    pub(super) fn around(day: Day, unit: Unit) -> Self {
        let (y, m, _) = day.ymd();
        let month = y * 12 + i32::from(m) - 1;
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day => Self::day(day),
            Unit::Week | Unit::Fortnight => Self::new(Unit::Week, (day.0 + 3).div_euclid(7)),
            Unit::Weekend => Self::new(unit, (day.0 + 3).div_euclid(7)),
            Unit::Season => Self::new(unit, (month - SPRING).div_euclid(3)),
            _ => Self::new(unit, month.div_euclid(unit.months())),
        }
    }

    /// The day, if it is one.
    pub(super) fn as_day(self) -> Option<Day> {
        (self.unit == Unit::Day).then_some(Day(self.n))
    }

    /// The year in which it begins, as its value writes it.
    pub(super) fn its_year(self) -> i32 {
        match self.unit.months() {
            0 => self.middle().ymd().0,
            months => self.n.saturating_mul(months).div_euclid(12),
        }
    }

    /// A day by which its year is told: the Thursday of a week.
    fn middle(self) -> Day {
        Day(if self.unit == Unit::Day { self.n } else { self.n.saturating_mul(7) })
    }

    /// The month in which it lies, where it lies in one.
    pub(super) fn its_month(self) -> Option<u8> {
        (self.unit <= Unit::Month).then(|| self.first_day()).flatten().map(|day| day.ymd().1)
    }

    /// The stretch of the same name in another year.
    pub(super) fn in_year(self, year: i32) -> Option<Self> {
        match self.as_day() {
            Some(day) => {
                let (_, month, day) = day.ymd();
                Day::new(year, month, day).map(Self::day)
            }
            None => self.plus((year - self.its_year()) * self.unit.a_year()).filter(|_| self.unit.a_year() > 0),
        }
    }

    /// Its TIMEX3 value.
    pub(super) fn value(self) -> String {
        let mut out = String::with_capacity(10);
        if self.unit == Unit::FiscalYear {
            out.push_str("FY");
        }
        let (digits, mark) = match self.unit {
            Unit::Millennium => (1, ""),
            Unit::Century => (2, ""),
            Unit::Decade => (3, ""),
            Unit::Week | Unit::Weekend => (4, "-W"),
            Unit::Quarter => (4, "-Q"),
            Unit::Half => (4, "-H"),
            Unit::Season => (4, nth_word(SEASONS, self.n.rem_euclid(4) as usize)),
            Unit::FiscalYear | Unit::Year => (4, ""),
            _ => (4, "-"),
        };
        let year = self.its_year();
        put_padded(&mut out, year / if digits < 4 { self.unit.months() / 12 } else { 1 }, digits);
        out.push_str(mark);
        match self.unit {
            Unit::Week | Unit::Weekend => put_padded(&mut out, (self.middle().yearday() / 7) + 1, 2),
            Unit::Quarter | Unit::Half => put_number(&mut out, self.n.rem_euclid(self.unit.a_year()) + 1),
            Unit::Month => put_padded(&mut out, self.n.rem_euclid(12) + 1, 2),
            Unit::Day => {
                let (_, month, day) = Day(self.n).ymd();
                put_padded(&mut out, i32::from(month), 2);
                out.push('-');
                put_padded(&mut out, i32::from(day), 2);
            }
            _ => {}
        }
        if self.unit == Unit::Weekend {
            out.push_str("-WE");
        }
        out
    }

    /// Its first and last day, where the calendar has them. None for a fiscal year.
    pub(super) fn interval(self) -> Option<Interval> {
        let (before, behind) = match self.unit {
            Unit::Day => (0, 0),
            Unit::Week => (-3, 3),
            Unit::Weekend => (2, 3),
            Unit::FiscalYear => return None,
            _ => {
                let months = self.unit.months();
                let first = self.n.checked_mul(months)? + if self.unit == Unit::Season { SPRING } else { 0 };
                let (year, month) = year_and_month(first + months - 1);
                let last = Day::new(year, month, days_in_month(year, month))?;
                // There is no year 0: its decade and century begin with the year 1.
                let (year, month) = year_and_month(first.max(12));
                return Some(Interval { first: Day::new(year, month, 1)?, last });
            }
        };
        let day = self.middle();
        Some(Interval { first: day.plus(before)?, last: day.plus(behind)? })
    }

    /// A day in it to count from: its first, or for years and longer one well inside.
    pub(super) fn first_day(self) -> Option<Day> {
        self.interval().map(|i| i.first).or_else(|| Day::new(self.its_year(), 1, 1))
    }

    /// The stretch `n` of its own size later (earlier for negative `n`), within the years 1 to 9999.
    pub(super) fn plus(self, n: i32) -> Option<Self> {
        let out = Self { n: self.n.checked_add(n)?, ..self };
        match self.unit {
            Unit::Day | Unit::Week | Unit::Weekend => out.middle().plus(0)?,
            _ => Day::new(out.its_year() + i32::from(self.unit > Unit::Year), 12, 31)?,
        };
        Some(out)
    }
}

/// The year and the number of the month that is the `n`th since the year 0.
fn year_and_month(n: i32) -> (i32, u8) {
    (n.div_euclid(12), n.rem_euclid(12) as u8 + 1)
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
        assert_eq!(Granule::year(9999).plus(1), None);
    }

    #[test]
    fn easter_is_computed() {
        for (year, text) in [(1818, "1818-03-22"), (1943, "1943-04-25"), (2013, "2013-03-31"), (2019, "2019-04-21"), (2038, "2038-04-25")] {
            assert_eq!(easter(year).unwrap().to_string(), text);
        }
    }
}
