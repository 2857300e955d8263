//! Dates as headers state them: enough to find the report's own day and no more.
//!
//! What dates within the report mean is the work of a later layer.

use super::super::{Document, TokenKind};
use crate::calendar::{Day, month, number};
use std::ops::{Range, RangeInclusive};

/// The day, if the calendar has it and a report can be of it.
fn day(year: u16, month: u8, day: u16) -> Option<Day> {
    Day::new(i32::from(year), month, u8::try_from(day).ok()?).filter(|_| YEARS.contains(&year))
}

/// The years of which a report can be.
const YEARS: RangeInclusive<u16> = 1700..=2199;

/// A date as stated somewhere.
#[derive(Debug, Clone)]
pub(super) struct Stated {
    /// Its tokens, without a weekday.
    pub(super) tokens: Range<usize>,
    /// The days that it can mean: none where the year is missing, two where day and month can be
    /// exchanged.
    pub(super) readings: Vec<Day>,
}

impl Stated {
    /// Drops the readings that do not fall on `weekday`, where one does.
    pub(super) fn on(mut self, weekday: Option<u8>) -> Self {
        let fits = |d: &Day| weekday.is_none_or(|w| d.weekday() == w);
        if self.readings.iter().any(fits) {
            self.readings.retain(fits);
        }
        self
    }
}

/// The date that begins at token `i` and ends before `end`.
pub(super) fn date_at(doc: &Document, i: usize, end: usize) -> Option<Stated> {
    let token = doc.tokens.get(i).filter(|_| i < end)?;
    let stated = |to: usize, readings: Vec<Day>| Some(Stated { tokens: i..to, readings });
    if token.kind == TokenKind::Number {
        if let Some(readings) = numeric(doc.form(i)) {
            return stated(i + 1, readings);
        }
        if let Some(found) = ideographic(doc, i, end) {
            return Some(found);
        }
        let number = day_number(doc.form(i))?;
        let at = if doc.lower(i + 1) == "of" { i + 2 } else { i + 1 };
        let month = month(doc.lower(at)).filter(|_| at < end)?;
        return match year_at(doc, at + 1, end) {
            Some((to, year)) => stated(to, vec![day(year, month, number)?]),
            None => day(2000, month, number).and_then(|_| stated(at + 1, Vec::new())),
        };
    }
    let month = month(doc.lower(i))?;
    let at = if doc.form(i + 1) == "." { i + 2 } else { i + 1 };
    let number = day_number(doc.form(at)).filter(|_| at < end)?;
    match year_at(doc, at + 1, end) {
        Some((to, year)) => stated(to, vec![day(year, month, number)?]),
        None => day(2000, month, number).and_then(|_| stated(at + 1, Vec::new())),
    }
}

/// A year at `i`, or behind a comma.
fn year_at(doc: &Document, i: usize, end: usize) -> Option<(usize, u16)> {
    let at = if matches!(doc.form(i), "," | ".") { i + 1 } else { i };
    let form = doc.form(at);
    // "August 7, 2012-5:46 pm": the time is written on to the year.
    let (year, rest) = form.split_at_checked(4)?;
    let alone = rest.is_empty() || rest.starts_with(['-', '/']) && rest.contains(':');
    let year = number(year).filter(|_| alone)?;
    (at < end && YEARS.contains(&year)).then_some((at + 1, year))
}

fn day_number(form: &str) -> Option<u16> {
    let digits = form.bytes().take_while(u8::is_ascii_digit).count();
    let tail = form.get(digits..)?;
    let fits = (1..=2).contains(&digits) && (tail.is_empty() || ["st", "nd", "rd", "th"].iter().any(|s| s.eq_ignore_ascii_case(tail)));
    number(form.get(..digits)?).filter(|d| fits && (1..=31).contains(d))
}

/// "2019-12-20", "2019-12-20T14:05Z", "20.12.2019", "10/22/2019", "20-Dec-2019".
fn numeric(form: &str) -> Option<Vec<Day>> {
    let separator = form.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '-' | '/' | '.'))?;
    let mut fields = form.splitn(3, separator);
    let (a, b, c) = (fields.next()?, fields.next()?, fields.next()?);
    let short = |s: &str| number(s).filter(|_| s.len() <= 2);
    let written = |year: u16, month: u16, date: u16| day(year, month as u8, date);
    if a.len() == 4 {
        return written(number(a)?, short(b)?, short(c.split(['T', 't']).next()?)?).map(|d| vec![d]);
    }
    let year = match c.len() {
        4 => number(c)?,
        // Pages of this century write two digits.
        2 => 2000 + number(c)?,
        _ => return None,
    };
    if let Some(month) = month(&b.to_lowercase()) {
        return day(year, month, short(a)?).map(|d| vec![d]);
    }
    let (a, b) = (short(a)?, short(b)?);
    let day_first = written(year, b, a);
    // Full stops are only used with the day first.
    let month_first = if separator == '.' { None } else { written(year, a, b) };
    let mut readings: Vec<Day> = day_first.into_iter().collect();
    readings.extend(month_first.filter(|d| Some(*d) != day_first));
    (!readings.is_empty()).then_some(readings)
}

/// 2019年12月20日.
fn ideographic(doc: &Document, i: usize, end: usize) -> Option<Stated> {
    let fits = i + 6 <= end && doc.form(i + 1) == "\u{5e74}" && doc.form(i + 3) == "\u{6708}" && doc.form(i + 5) == "\u{65e5}";
    let [year, month, date] = [i, i + 2, i + 4].map(|at| number(doc.form(at)).filter(|_| fits));
    Some(Stated { tokens: i..i + 6, readings: vec![day(year?, u8::try_from(month?).ok()?, date?)?] })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readings(text: &str) -> Option<Vec<String>> {
        let doc = Document::read(text);
        date_at(&doc, 0, doc.tokens.len()).map(|s| s.readings.iter().map(Day::to_string).collect())
    }

    #[test]
    fn forms_of_dates() {
        for text in [
            "2019-12-20",
            "2019/12/20",
            "20 December 2019",
            "20th December, 2019",
            "December 20, 2019",
            "Dec. 20, 2019",
            "Dec 20th 2019",
            "20-Dec-2019",
            "20.12.2019",
            "12/20/2019",
            "20/12/2019",
            "2019-12-20T14:05:00Z",
            "20 of December 2019",
            "2019\u{5e74}12\u{6708}20\u{65e5}",
            "12/20/19",
        ] {
            assert_eq!(readings(text), Some(vec!["2019-12-20".to_owned()]), "{text}");
        }
        assert_eq!(readings("03/04/2020"), Some(vec!["2020-04-03".to_owned(), "2020-03-04".to_owned()]));
        assert_eq!(readings("Sept 3, 2020"), Some(vec!["2020-09-03".to_owned()]));
        assert_eq!(readings("December 20"), Some(vec![]));
        for text in ["30 February 2019", "2019", "13/13/2019", "May", "28,500", "Marching 3", "2019-12"] {
            assert_eq!(readings(text), None, "{text}");
        }
    }
}
