//! What a reading says, and the words in which it tells its reason.

use super::{Earlier, Source};
use crate::date::calendar::{Granule, Unit, put_number};
use crate::date::lexicon::{Mod, nth_word};
use crate::date::quantity::{Amount, Quantity};
use crate::date::{Anchor, Certainty, Day, Interval, TimexType};

/// Components of a date, one bit each, in the order of [`PART_NAMES`].
pub(super) type Parts = u32;

/// Names one bit of [`Parts`] each.
macro_rules! parts {
    ($($name:ident $text:literal)*) => {
        parts!(@ 0; $($name)*);
        const PART_NAMES: &str = concat!($($text, ","),*);
    };
    (@ $n:expr; $name:ident $($rest:ident)*) => {
        pub(super) const $name: Parts = 1 << ($n);
        parts!(@ $n + 1; $($rest)*);
    };
    (@ $n:expr;) => {};
}

parts! {
    CENTURY "century"
    DECADE "decade"
    YEAR "year"
    ERA "era"
    HALF "half"
    QUARTER "quarter"
    SEASON "season"
    FEAST "feast"
    MONTH "month"
    WEEKDAY "weekday"
    DAY "day"
    PART "part of day"
    HOUR "hour"
    NUMBER "number"
    UNIT "unit"
    NAME "name"
    FREQUENCY "frequency"
}

/// A whole day.
pub(super) const DATE: Parts = YEAR | MONTH | DAY;

/// The names of components.
pub(in crate::date) fn names(parts: Parts) -> Vec<String> {
    let mut names = Vec::new();
    for (k, name) in PART_NAMES.split(',').enumerate() {
        if parts >> k & 1 == 1 {
            names.push(name.to_owned());
        }
    }
    names
}

/// A reading of one expression.
#[derive(Debug)]
pub(in crate::date) struct Reading {
    pub(in crate::date) timex: TimexType,
    pub(in crate::date) value: String,
    pub(in crate::date) granule: Option<Granule>,
    pub(in crate::date) interval: Option<Interval>,
    pub(in crate::date) anchor: Option<Source>,
    pub(in crate::date) certainty: Certainty,
    pub(in crate::date) stated: Parts,
    pub(in crate::date) implied: Parts,
    pub(in crate::date) other: Option<Day>,
    pub(in crate::date) reason: String,
    pub(in crate::date) modifier: Mod,
    /// The time of day in minutes, where a clock tells it.
    pub(in crate::date) minutes: Option<i32>,
}

impl Reading {
    #[inline(never)]
    pub(super) fn new(timex: TimexType, value: &str, certainty: Certainty, reason: &str) -> Self {
        Self {
            timex,
            value: value.to_owned(),
            granule: None,
            interval: None,
            anchor: None,
            certainty,
            stated: 0,
            implied: 0,
            other: None,
            reason: reason.to_owned(),
            modifier: Mod::None,
            minutes: None,
        }
    }

    /// A stretch of the calendar.
    #[inline(never)]
    pub(super) fn at(granule: Granule, certainty: Certainty, reason: &str, args: &[Arg<'_>]) -> Self {
        Self::counted(granule, certainty, None, reason, args)
    }

    fn counted(granule: Granule, certainty: Certainty, from: Option<Source>, reason: &str, args: &[Arg<'_>]) -> Self {
        let mut out = Self::new(TimexType::Date, "", certainty, "");
        out.value = granule.value();
        out.granule = Some(granule);
        out.interval = granule.interval();
        out.anchor = from;
        fill(&mut out.reason, reason, args, from.map(|source| source.granule));
        out
    }

    /// A stretch that is counted from `source`, for which "@" and "#" stand in the reason.
    #[inline(never)]
    pub(super) fn from(granule: Granule, source: Source, reason: &str, args: &[Arg<'_>]) -> Self {
        Self::counted(granule, Certainty::Implied, Some(source), reason, args)
    }

    /// A stretch that is counted from the previous date.
    #[inline(never)]
    pub(super) fn after(granule: Granule, earlier: &Earlier, reason: &str, args: &[Arg<'_>]) -> Self {
        Self::from(granule, (*earlier).into(), reason, args)
    }

    /// The stretch of the previous date.
    #[inline(never)]
    pub(super) fn same(earlier: &Earlier, reason: &str) -> Self {
        Self::after(earlier.granule, earlier, reason, &[])
    }

    /// A date with places left open, because what it is counted from is not known.
    #[inline(never)]
    pub(super) fn open(value: &str, reason: &str) -> Self {
        Self::new(TimexType::Date, value, Certainty::Open, reason)
    }

    /// The same for want of the report's date: `what` stays open.
    #[inline(never)]
    pub(super) fn undated(value: &str, what: &str) -> Self {
        let mut out = Self::open(value, "");
        out.reason = say("The report's date is not known, so the * stays open.", &[Arg::Text(what)]);
        out
    }

    /// No such day exists.
    #[inline(never)]
    pub(super) fn impossible(text: &str) -> Self {
        let mut out = Self::new(TimexType::Date, "XXXX-XX-XX", Certainty::Impossible, "");
        out.reason = say("There is no such day as \"*\".", &[Arg::Text(text)]);
        out
    }

    /// The day, if it is one.
    pub(in crate::date) fn day(&self) -> Option<Day> {
        self.granule.and_then(Granule::as_day)
    }

    // Called by value at almost every return: one copy.
    #[inline(never)]
    pub(super) fn states(mut self, parts: Parts) -> Self {
        self.stated |= parts;
        self
    }

    // Called by value at almost every return: one copy.
    #[inline(never)]
    pub(super) fn implies(mut self, parts: Parts) -> Self {
        self.implied |= parts;
        self
    }

    /// Makes it a time of day by what stands behind the "T" of its value.
    #[inline(never)]
    pub(super) fn timed(mut self, time: &str, part: Parts) -> Self {
        self.value.push_str(time);
        self.timex = TimexType::Time;
        self.stated |= part;
        self
    }
}

impl Source {
    /// As it is told to the reader.
    pub(in crate::date) fn anchor(self) -> Anchor {
        Anchor { value: self.granule.value(), span: self.span }
    }
}

impl From<Earlier> for Source {
    fn from(earlier: Earlier) -> Self {
        Self { granule: earlier.granule, span: Some(earlier.span) }
    }
}

/// "March".
pub(super) fn month_name(month: u8) -> &'static str {
    nth_word("January February March April May June July August September October November December", usize::from(month).wrapping_sub(1))
}

/// "Friday".
pub(super) fn weekday_name(weekday: u8) -> &'static str {
    nth_word("Monday Tuesday Wednesday Thursday Friday Saturday Sunday", usize::from(weekday).wrapping_sub(1))
}

/// What a reason speaks of.
#[derive(Debug, Clone, Copy)]
pub(in crate::date) enum Arg<'a> {
    Text(&'a str),
    /// "20 December 2019".
    Day(Day),
    /// "Friday 20 December 2019".
    Long(Day),
    /// "December 2019", "the week of 16 December 2019".
    Stretch(Granule),
    Number(i32),
    /// "2 weeks".
    Count(&'a Quantity),
    /// ", because of 'met'", or nothing for no word.
    Because(&'a str),
    /// "before", "after" or "of" by direction.
    Side(i32),
}

/// Fills the stars of `template` in order.
#[inline(never)]
pub(in crate::date) fn say(template: &str, args: &[Arg<'_>]) -> String {
    let mut out = String::with_capacity(template.len() + 24 * args.len());
    fill(&mut out, template, args, None);
    out
}

/// Writes a template: a star stands for the next of `args`, "@" for what the reading is counted from, "#" for
/// the same day with its weekday.
fn fill(out: &mut String, template: &str, args: &[Arg<'_>], from: Option<Granule>) {
    let mut args = args.iter().copied();
    for letter in template.chars() {
        let arg = match letter {
            '*' => args.next(),
            '@' => from.map(Arg::Stretch),
            '#' => from.and_then(Granule::as_day).map(Arg::Long),
            _ => {
                out.push(letter);
                None
            }
        };
        if let Some(arg) = arg {
            put(out, arg);
        }
    }
}

fn put(out: &mut String, arg: Arg<'_>) {
    match arg {
        Arg::Text(text) => out.push_str(text),
        Arg::Number(n) => put_number(out, n),
        Arg::Day(day) => {
            let (y, m, d) = day.ymd();
            fill(out, "* *", &[Arg::Number(i32::from(d)), Arg::Stretch(Granule::month(y, m))], None);
        }
        Arg::Long(day) => {
            fill(out, "* *", &[Arg::Text(weekday_name(day.weekday())), Arg::Day(day)], None);
        }
        Arg::Stretch(granule) => stretch(out, granule),
        Arg::Count(q) => {
            let (n, unit) = (Arg::Number(q.n.whole), Arg::Text(q.unit.name()));
            match q.n {
                Amount { tenths: 1.., .. } => fill(out, "*.* *s", &[n, Arg::Number(q.n.tenths), unit], None),
                Amount { whole: 1, .. } => fill(out, "* *", &[n, unit], None),
                _ => fill(out, "* *s", &[n, unit], None),
            }
        }
        Arg::Because("") => {}
        Arg::Because(word) => fill(out, ", because of '*'", &[Arg::Text(word)], None),
        Arg::Side(n) => out.push_str(match n {
            0 => "of",
            n if n < 0 => "before",
            _ => "after",
        }),
    }
}

fn stretch(out: &mut String, granule: Granule) {
    let year = Arg::Number(granule.its_year());
    match (granule.unit, granule.first_day()) {
        (Unit::Day, Some(day)) => put(out, Arg::Day(day)),
        (Unit::Week | Unit::Weekend, Some(day)) => fill(out, "the * of *", &[Arg::Text(granule.unit.name()), Arg::Day(day)], None),
        (Unit::Month, _) => fill(out, "* *", &[Arg::Text(month_name(granule.its_month().unwrap_or(0))), year], None),
        (Unit::Decade, _) => fill(out, "the *s", &[year], None),
        (Unit::Year, _) => put(out, year),
        _ => out.push_str(&granule.value()),
    }
}
