//! Days, and the names of months and weekdays: what every layer knows of the calendar.
//!
//! The arithmetic is jiff-core's: it is kept by people who do calendars for a living, is `const`, panics nowhere
//! and adds little more than a kilobyte.

use jiff_core::civil::{Date, UnixEpochDay};
use serde::{Deserialize, Serialize};

/// The months in lower case, in order.
pub(crate) const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// The weekdays in lower case, Monday first.
pub(crate) const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The number of a month by its name in lower case, whole or cut.
pub(crate) fn month(word: &str) -> Option<u8> {
    let word = word.strip_suffix('.').unwrap_or(word);
    numbered(&MONTHS, if word == "sept" { "sep" } else { word })
}

/// The number of a weekday by its name in lower case, whole or cut; Monday is 1, as in [`Day::weekday`].
pub(crate) fn weekday(word: &str) -> Option<u8> {
    let word = word.strip_suffix('.').unwrap_or(word);
    let word = match word {
        "tues" => "tue",
        "thur" | "thurs" => "thu",
        word => word,
    };
    numbered(&WEEKDAYS, word)
}

/// The number from 1 of a name that is `word`, or that `word` is cut from.
fn numbered(names: &[&str], word: &str) -> Option<u8> {
    let at = names.iter().position(|name| *name == word || word.len() == 3 && name.starts_with(word))?;
    Some(at as u8 + 1)
}

/// The number that one to four digits write.
pub(crate) fn number(digits: &str) -> Option<u16> {
    let written = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    written.then(|| digits.bytes().fold(0, |n, b| 10 * n + u16::from(b - b'0')))
}

/// A civil (proleptic Gregorian) day as days since 1970-01-01. Serialised as ISO 8601.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

/// The first day of the year 1.
const FIRST: i32 = -719_162;

/// The last day of the year 9999.
const LAST: i32 = 2_932_896;

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

    /// The day of an ISO 8601 date `YYYY-MM-DD` that exists.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut fields = text.split('-');
        let mut field = |length: usize| fields.next().filter(|f| f.len() == length).and_then(number);
        let (year, month, day) = (field(4)?, field(2)?, field(2)?);
        Self::new(i32::from(year), month as u8, day as u8).filter(|_| fields.next().is_none())
    }

    /// Year, month and day.
    #[must_use]
    pub fn ymd(self) -> (i32, u8, u8) {
        // A `Day` can hold numbers beyond the calendar; they read as its first day.
        let date = UnixEpochDay::new(self.0).ok().map(UnixEpochDay::to_date);
        date.map_or((1, 1, 1), |d| (i32::from(d.year()), d.month().unsigned_abs(), d.day().unsigned_abs()))
    }

    /// ISO weekday, Monday 1 to Sunday 7.
    #[must_use]
    pub fn weekday(self) -> u8 {
        ((self.0 + 3).rem_euclid(7) + 1) as u8
    }

    /// The day `days` later, if it lies in the years 1 to 9999.
    #[must_use]
    pub fn plus(self, days: i32) -> Option<Self> {
        let day = self.0.checked_add(days)?;
        (FIRST..=LAST).contains(&day).then_some(Self(day))
    }

    /// How many days of its year lie before it.
    pub(crate) fn yearday(self) -> i32 {
        Self::new(self.ymd().0, 1, 1).map_or(0, |first| self.0 - first.0)
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

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (y, m, d) = self.ymd();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct V;
        impl serde::de::Visitor<'_> for V {
            type Value = Day;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a date YYYY-MM-DD")
            }
            fn visit_str<E: serde::de::Error>(self, v: &str) -> Result<Day, E> {
                Day::parse(v).ok_or_else(|| E::custom("no such day"))
            }
        }
        d.deserialize_str(V)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_know_the_calendar() {
        for text in ["0001-01-01", "1582-10-15", "1970-01-01", "2000-02-29", "2019-12-20", "9999-12-31"] {
            assert_eq!(Day::parse(text).unwrap().to_string(), text);
        }
        for text in
            ["0000-01-01", "2019-02-30", "1900-02-29", "2019-13-01", "19-1-1", "2019-1-01", "2019-12-20-", "2019-12-+1", "2019/12/20"]
        {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert_eq!(Day::parse("9999-12-31").unwrap().plus(1), None);
        assert_eq!(Day::parse("0001-01-01").unwrap().plus(-1), None);
    }

    #[test]
    fn names_of_weekdays_are_those_of_the_calendar() {
        for (text, name) in [("2019-12-20", "fri"), ("2019-03-27", "wednesday"), ("2000-02-29", "tues"), ("2019-12-22", "sun.")] {
            assert_eq!(Day::parse(text).map(Day::weekday), weekday(name), "{text}");
        }
        assert_eq!((month("dec."), month("sept"), month("may"), month("marching")), (Some(12), Some(9), Some(5), None));
    }
}
