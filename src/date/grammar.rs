//! The grammar: rows of words that make a temporal expression.
//!
//! A row reads `Reading(ELEMENT ELEMENT [OPTIONAL] ...)`. An element in capitals is a word of that
//! class of the [`super::lexicon`] or a counted phrase; one in brackets may be missing. `CALENDAR`
//! is any row of the first table. Extents follow the TimeML guidelines 1.2.1: determiners and
//! modifiers before the head belong to the expression, prepositions and what follows do not,
//! except "of" phrases that name the calendar itself ("the end of 2020").

use super::calendar::Unit;
use super::lexicon::{self as x, Class};
use super::matcher::Slot;
use std::sync::LazyLock;

/// Names the ways to read a row, each with a number.
macro_rules! makes {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// How the words of a row are read.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Make {
            $($(#[$doc])* $name,)*
        }

        impl Make {
            const ALL: &[Self] = &[$(Self::$name,)*];
        }
    };
}

makes! {
    /// A calendar date, full or partial.
    Date,
    /// "2019-12-20".
    Iso,
    /// "10/22/2019".
    Slashes,
    /// "Feb 27-28".
    Days,
    /// "1939-1945", "2018-19".
    Years,
    /// "Monday-Friday", "May-June".
    Span,
    Decade,
    Century,
    Quarter,
    Half,
    Season,
    Feast,
    /// The unit around the report's date, moved: "this week", "last year".
    Report,
    /// The unit around the previous date, moved: "the following week".
    Previous,
    /// A day counted from the report: "yesterday".
    Deictic,
    /// "two days ago".
    Ago,
    /// "two days later", "a year earlier".
    Shifted,
    /// "three months from now", "a week from Tuesday".
    From,
    /// A weekday, month, season or feast next to the report: "last Friday".
    Near,
    /// The same next to the previous date: "the following Monday".
    NearPrevious,
    /// "the first week of March".
    Nth,
    /// "Tuesday of next week".
    WeekdayOf,
    /// "the week of May 3".
    WeekOf,
    Duration,
    /// "the past year": one of a unit.
    OneUnit,
    /// "for years".
    Units,
    Set,
    /// "Fridays".
    WeekdaySet,
    /// "twice a week".
    OftenSet,
    Reference,
    /// "recent weeks".
    VagueUnits,
    /// A time of day.
    Clock,
    /// "this morning", "the morning".
    Part,
    /// "last night", "the next morning": part with a direction in days.
    PartReport,
    PartPrevious,
    /// "the 30th anniversary of the 1981 launch".
    Anniversary,
    /// "the same period of 2021".
    SamePeriod,
    /// "that time", "this period".
    Then,
    /// "day five", "opening night", "the day of the attack".
    EventDay,
    /// As the calendar phrase inside is read.
    Inner,
}

/// What an element matches.
#[derive(Debug, Clone, Copy)]
pub(super) enum What {
    /// One token of a class, kept in a slot.
    Class(Class, Slot),
    /// One token with these letters.
    Word(&'static str),
    /// One token of a unit, plural or not.
    Unit(Unit, bool),
    /// A day of the month, "5" or "5th".
    DayNumber,
    /// Any number of two digits in the place of a day.
    AnyDay,
    /// "'08".
    ShortYear,
    Number,
    Quantity,
    Clock,
    Feast,
    /// A year in any wording.
    YearPhrase,
    /// A row of [`CALENDAR`].
    Calendar,
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    pub(super) make: Make,
    /// Its elements by number, see [`what`].
    pub(super) pattern: &'static [u8],
}

/// What can be said of the first two tokens of a row without walking it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glance {
    /// Classes of the first token, where the second is looked at too.
    first: Class,
    /// Classes of that second token.
    then: Class,
    /// Classes of the first token where nothing is known of the second.
    alone: Class,
}

impl Glance {
    /// Whether the row can match tokens of these classes.
    pub(super) fn fits(self, token: Class, next: Class) -> bool {
        token & self.alone != 0 || token & self.first != 0 && next & self.then != 0
    }

    fn of(pattern: &[u8], calendar: Class) -> Self {
        let blind = Self { first: 0, then: 0, alone: opens_row(pattern, calendar) };
        let Some((&first, rest)) = pattern.split_first() else { return blind };
        let (what, optional) = what(first);
        let then = opens_row(rest, calendar);
        let one_token = matches!(what, What::Class(..) | What::Unit(..) | What::DayNumber | What::AnyDay);
        if !one_token || then == ANY {
            return blind;
        }
        Self { first: opens(what, calendar), then, alone: if optional { then } else { 0 } }
    }
}

/// The classes of a token of which nothing is known.
const ANY: Class = !0;

/// A table with a glance for each row.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) rows: Vec<(Rule, Glance)>,
    /// The classes with which some row can begin.
    pub(super) opens: Class,
}

impl Table {
    fn of(numbers: &'static [u8], calendar: Class) -> Self {
        let mut table = Self::default();
        for row in numbers.split(|&number| number == END) {
            let Some((&make, pattern)) = row.split_first() else { continue };
            let Some(&make) = Make::ALL.get(usize::from(make)) else { continue };
            let glance = Glance::of(pattern, calendar);
            table.rows.push((Rule { make, pattern }, glance));
            table.opens |= glance.first | glance.alone;
        }
        table
    }
}

/// The two tables.
#[derive(Debug)]
pub(super) struct Grammar {
    pub(super) calendar: Table,
    pub(super) rules: Table,
}

/// The grammar, made ready once.
pub(super) static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| {
    let calendar = Table::of(CALENDAR, 0);
    let rules = Table::of(RULES, calendar.opens);
    Grammar { calendar, rules }
});

/// The classes with which an element can begin.
fn opens(what: What, calendar: Class) -> Class {
    match what {
        What::Class(class, _) => class,
        What::Word(_) => ANY,
        What::Unit(_, true) => x::UNITS,
        What::Unit(_, false) => x::UNIT,
        What::DayNumber => x::DAY | x::ORDINAL,
        What::AnyDay => x::NUMBER | x::ORDINAL,
        What::ShortYear => x::APOSTROPHE,
        What::Number => x::NUMBER | x::A | x::HALF | x::VAGUE | x::COUPLE | x::BRACKET,
        What::Quantity => x::NUMBER | x::A | x::HALF | x::VAGUE | x::COUPLE | x::BRACKET | x::APPROX | x::OTHER | x::TENS_OF,
        What::Clock => x::CLOCK | x::NUMBER | x::NOON | x::MILITARY,
        What::Feast => x::FEAST,
        What::YearPhrase => x::YEAR | x::FISCAL | x::THIS | x::LAST | x::NEXT | x::THAT | x::THE,
        What::Calendar => calendar,
    }
}

/// The classes with which a row can begin that does not end before.
fn opens_row(pattern: &[u8], calendar: Class) -> Class {
    let mut class = 0;
    for &number in pattern {
        let (what, optional) = what(number);
        class |= opens(what, calendar);
        if !optional {
            return class;
        }
    }
    ANY
}

/// Names the elements, each a number in [`ELEMENTS`].
macro_rules! elements {
    ($($name:ident = $what:expr;)*) => {
        /// Names of elements.
        mod e {
            elements!(@ 0; $($name)*);
        }
        /// What each element matches.
        const ELEMENTS: &[What] = &[$($what),*];
    };
    (@ $n:expr; $name:ident $($rest:ident)*) => {
        pub(super) const $name: u8 = $n;
        elements!(@ $n + 1; $($rest)*);
    };
    (@ $n:expr;) => {};
}

const _: () = assert!(ELEMENTS.len() < OPTIONAL as usize, "one bit of a number says that an element may be missing");

/// An element that may be missing.
const OPTIONAL: u8 = 0x80;

/// Ends a row.
const END: u8 = 0xff;

/// What an element of a row matches, and whether it may be missing.
pub(super) fn what(number: u8) -> (What, bool) {
    (ELEMENTS.get(usize::from(number & !OPTIONAL)).copied().unwrap_or(What::Word("")), number & OPTIONAL != 0)
}

elements! {
    MONTH = What::Class(x::MONTH, Slot::Month);
    WEEKDAY = What::Class(x::WEEKDAY, Slot::Weekday);
    WEEKDAYS = What::Class(x::WEEKDAYS, Slot::Weekday);
    DAY = What::DayNumber;
    ANY_DAY = What::AnyDay;
    LAST_DAY = What::Class(x::DAY, Slot::LastDay);
    DAYS = What::Class(x::DAYS, Slot::Years);
    YEAR = What::Class(x::YEAR, Slot::Year);
    OLD_YEAR = What::Class(x::OLD_YEAR | x::YEAR | x::NUMBER, Slot::Year);
    SHORT_YEAR = What::ShortYear;
    YEARS = What::Class(x::YEARS, Slot::Years);
    FIRST_OF_YEARS = What::Class(x::YEARS, Slot::Year);
    YEAR_PHRASE = What::YearPhrase;
    ERA = What::Class(x::ERA, Slot::Era);
    ISO = What::Class(x::ISO, Slot::Token);
    SLASHES = What::Class(x::SLASHES, Slot::Token);
    SPAN = What::Class(x::SPAN, Slot::Years);
    DECADE = What::Class(x::DECADE, Slot::Ordinal);
    ROUND_YEAR = What::Class(x::YEAR, Slot::Ordinal);
    ROUND_PREFIXED_YEAR = What::Class(x::PREFIXED_YEAR, Slot::Prefix);
    CENTURY_WORD = What::Class(x::CENTURY, Slot::Ordinal);
    QUARTERLY = What::Class(x::QUARTERLY, Slot::Ordinal);
    QUARTER_NAME = What::Class(x::QUARTER_NAME, Slot::Ordinal);
    ORDINAL = What::Class(x::ORDINAL, Slot::Ordinal);
    SEASON = What::Class(x::SEASON, Slot::Season);
    FEAST = What::Feast;
    PART = What::Class(x::PART, Slot::Part);
    TONIGHT = What::Class(x::TONIGHT, Slot::Part);
    PARTS = What::Class(x::PARTS, Slot::Part);
    DEICTIC = What::Class(x::DEICTIC, Slot::Direction);
    CLOCK = What::Clock;
    QUANTITY = What::Quantity;
    NUMBER = What::Number;
    UNIT = What::Class(x::UNIT, Slot::Unit);
    UNITS = What::Class(x::UNITS, Slot::Unit);
    DAY_UNIT = What::Unit(Unit::Day, false);
    WEEK_UNIT = What::Unit(Unit::Week, false);
    YEAR_UNIT = What::Unit(Unit::Year, false);
    QUARTER_UNIT = What::Unit(Unit::Quarter, false);
    CENTURY_UNIT = What::Unit(Unit::Century, false);
    DECADE_UNIT = What::Unit(Unit::Decade, false);
    WEEKEND_UNIT = What::Unit(Unit::Weekend, false);
    COMPOUND = What::Class(x::COMPOUND, Slot::Compound);
    LONG = What::Class(x::LONG, Slot::Compound);
    RECURRING = What::Class(x::RECURRING, Slot::Compound);
    OFTEN = What::Class(x::OFTEN, Slot::Often);
    TIMES_A = What::Class(x::TIMES_A, Slot::None);
    EVERY = What::Class(x::EVERY | x::EACH, Slot::None);
    OTHER = What::Class(x::OTHER, Slot::Often);
    PER = What::Class(x::PER | x::A | x::EACH | x::EVERY, Slot::None);
    PER_WORD = What::Class(x::PER, Slot::None);
    REFERENCE = What::Class(x::REFERENCE, Slot::Reference);
    RECENT = What::Class(x::RECENT, Slot::Reference);
    FUTURE = What::Class(x::FUTURE, Slot::Reference);
    NEAR = What::Class(x::NEAR, Slot::None);
    MOMENT = What::Class(x::MOMENT, Slot::Reference);
    CURRENT = What::Class(x::CURRENT, Slot::Reference);
    LATEST = What::Class(x::LATEST, Slot::Direction);
    THE = What::Class(x::THE, Slot::None);
    THIS = What::Class(x::THIS, Slot::Direction);
    THAT = What::Class(x::THAT, Slot::None);
    LAST = What::Class(x::LAST, Slot::Direction);
    PAST = What::Class(x::PAST, Slot::Direction);
    NEAR_BY = What::Class(x::NEXT | x::LAST | x::PAST | x::THIS, Slot::Direction);
    THEN_BY = What::Class(x::NEXT | x::PREVIOUS | x::FOLLOWING | x::SAME, Slot::Direction);
    RUN = What::Class( x::NEXT | x::LAST | x::PAST | x::PREVIOUS | x::FOLLOWING | x::ORDINAL | x::LATEST | x::THAT | x::THIS | x::FINAL, Slot::Direction, );
    PAST_OR_NEXT = What::Class(x::PAST | x::NEXT, Slot::Direction);
    OF = What::Class(x::OF, Slot::None);
    COMMA = What::Class(x::COMMA, Slot::None);
    DASH = What::Class(x::DASH, Slot::None);
    AGO = What::Class(x::AGO, Slot::Direction);
    SINCE_THEN = What::Class(x::EARLIER | x::LATER, Slot::Direction);
    BEFORE = What::Class(x::BEFORE, Slot::Direction);
    FROM = What::Class(x::FROM, Slot::None);
    EARLY = What::Class(x::EARLY | x::LATE | x::MID, Slot::Modifier);
    COMPARED = What::Class(x::COMPARED, Slot::None);
    EDGE = What::Class(x::EDGE, Slot::Modifier);
    TURN = What::Class(x::TURN, Slot::Direction);
    WEE = What::Class(x::WEE | x::EARLY, Slot::Modifier);
    AHEAD_OF = What::Class(x::AHEAD_OF, Slot::Direction);
    SIDE = What::Class(x::BEFORE, Slot::Side);
    YEAR_UNITS = What::Unit(Unit::Year, true);
    WEEKENDS = What::Unit(Unit::Weekend, true);
    IN_OR_ON = What::Class(x::IN | x::ON, Slot::None);
    IN = What::Class(x::IN, Slot::None);
    SHORT_TO = What::Class(x::SHORT_YEAR, Slot::ShortTo);
    LONG_TO = What::Class(x::YEAR, Slot::ShortTo);
    HALF = What::Class(x::HALF, Slot::None);
    FISCAL = What::Class(x::FISCAL, Slot::Fiscal);
    YEAR_END = What::Class(x::YEAR_END, Slot::None);
    YEAR_AGO = What::Class(x::YEAR_AGO, Slot::Direction);
    PREFIXED_MONTH = What::Class(x::PREFIXED_MONTH, Slot::Prefix);
    PREFIXED_YEAR = What::Class(x::PREFIXED_YEAR, Slot::Prefix);
    PREFIXED_DECADE = What::Class(x::PREFIXED_DECADE, Slot::Prefix);
    PREFIXED_SEASON = What::Class(x::PREFIXED_SEASON, Slot::Prefix);
    PREFIXED_PART = What::Class(x::PREFIXED_PART, Slot::Prefix);
    PREFIXED_CENTURY = What::Class(x::PREFIXED_CENTURY, Slot::Prefix);
    PREFIXED_UNIT = What::Class(x::PREFIXED_UNIT, Slot::Prefix);
    ORDINAL_DAY = What::Class(x::ORDINAL, Slot::Day);
    DEICTIC_BASE = What::Class(x::DEICTIC, Slot::Often);
    COMING = What::Class(x::COMING, Slot::Direction);
    YEAR_AGO_NOUN = What::Class(x::UNIT | x::PERIOD, Slot::Unit);
    THIS_OR_THAT = What::Class(x::THIS | x::THAT, Slot::None);
    SAME = What::Class(x::SAME, Slot::Direction);
    POSSESSIVE = What::Word("'s");
    END_WORD = What::Word("end");
    NTH = What::Class(x::ORDINAL | x::LAST | x::FINAL, Slot::Often);
    A = What::Class(x::A, Slot::None);
    VERY = What::Class(x::VERY, Slot::None);
    HOURS = What::Word("hours");
    LONG_WORD = What::Class(x::WIDENS, Slot::None);
    MORE = What::Class(x::WIDENS, Slot::None);
    MOST = What::Class(x::VERY, Slot::None);
    ANNIVERSARY = What::Class(x::ANNIVERSARY, Slot::None);
    APOSTROPHE = What::Class(x::APOSTROPHE, Slot::None);
    PART_WORD = What::Word("part");
    NOW = What::Word("now");
    OPENING = What::Word("opening");
    TIME = What::Class(x::TIME, Slot::None);
    PERIOD = What::Class(x::PERIOD, Slot::None);
    CALENDAR = What::Calendar;
}

macro_rules! element {
    ([$name:ident]) => {
        e::$name | OPTIONAL
    };
    ($name:ident) => {
        e::$name
    };
}

macro_rules! rules {
    ($($make:ident($($element:tt)+);)*) => {
        &[$(Make::$make as u8, $(element!($element),)+ END),*]
    };
}

/// Calendar phrases: days and longer stretches, by name or by place.
const CALENDAR: &[u8] = rules! {
    // "Friday, August 15, 2008", "Friday 15th of August 2008", "Friday the 13th"
    Date(WEEKDAY [COMMA] MONTH DAY [COMMA] YEAR);
    Date(WEEKDAY [COMMA] MONTH DAY);
    Date(WEEKDAY [COMMA] [THE] DAY [OF] MONTH [COMMA] YEAR);
    Date(WEEKDAY [COMMA] [THE] DAY [OF] MONTH);
    Date(WEEKDAY THE ORDINAL_DAY);
    // "October 22, 2019", "22nd of October, 2019", "Oct. 22", "March the 5th"
    Date(MONTH DAY [COMMA] YEAR);
    Date(MONTH DAY [COMMA] YEAR ERA);
    Date(MONTH DAY [COMMA] [OF] YEAR_PHRASE);
    Date(MONTH DAY SHORT_YEAR);
    Date(YEAR_PHRASE [COMMA] MONTH DAY);
    Date(MONTH ANY_DAY [COMMA] YEAR);
    Date(MONTH ANY_DAY);
    Date(MONTH THE ORDINAL_DAY);
    Date([THE] DAY [OF] MONTH [COMMA] YEAR);
    Date([THE] DAY [OF] MONTH YEAR ERA);
    Date([THE] DAY [OF] MONTH [OF] YEAR_PHRASE);
    Date([THE] DAY [OF] MONTH);
    Date(ANY_DAY MONTH YEAR);
    Date(ANY_DAY MONTH);
    // "September 1975", "September of last year", "May '68"
    Date(MONTH [COMMA] YEAR);
    Date(MONTH OLD_YEAR ERA);
    Date(MONTH OF YEAR_PHRASE);
    Date(MONTH YEAR_PHRASE);
    Date(MONTH SHORT_YEAR);
    Date(MONTH);
    // "2019", "480 BC", "AD 70", "the year 2000", "fiscal 2019"
    Date(YEAR);
    Date(SHORT_YEAR);
    Date(OLD_YEAR ERA);
    Date(ERA OLD_YEAR);
    Date([THE] YEAR_UNIT YEAR);
    Date([THE] FISCAL [YEAR_UNIT] YEAR);
    Date(WEEKDAY);
    // "2019-12-20", "10/22/2019"
    Iso([WEEKDAY] [COMMA] ISO);
    Slashes([WEEKDAY] [COMMA] SLASHES);
    // "Feb 27-28, 2019", "27-28 February", "3\u{2013}5 May"
    Days(MONTH DAYS [COMMA] YEAR);
    Days(MONTH DAYS);
    Days(DAYS [OF] MONTH [COMMA] YEAR);
    Days(DAYS [OF] MONTH);
    Days(MONTH DAY DASH LAST_DAY [COMMA] YEAR);
    Days(MONTH DAY DASH LAST_DAY);
    Days(DAY DASH LAST_DAY MONTH YEAR);
    Days(DAY DASH LAST_DAY MONTH);
    Years(YEARS);
    Years(YEAR DASH SHORT_TO);
    Span(SPAN [COMMA] YEAR);
    Span(SPAN);
    // "the 1990s", "the late '80s", "the nineties"
    Decade([THE] [EARLY] [DASH] [APOSTROPHE] DECADE);
    Decade([THE] PREFIXED_DECADE);
    // "the 1980's", "the late 1980's", "the mid-1960's"
    Decade(THE [EARLY] [DASH] ROUND_YEAR POSSESSIVE);
    Decade([THE] ROUND_PREFIXED_YEAR POSSESSIVE);
    // "the 20th century", "19th-century", "the 9th century BC"
    Century([THE] [EARLY] [DASH] ORDINAL CENTURY_UNIT [ERA]);
    Century([THE] [EARLY] [DASH] CENTURY_WORD);
    Century([THE] PREFIXED_CENTURY);
    // "the third quarter of 2019", "third-quarter", "Q3 2019"
    Quarter([THE] [FISCAL] ORDINAL [FISCAL] QUARTER_UNIT [OF] YEAR_PHRASE);
    Quarter([THE] [FISCAL] ORDINAL [FISCAL] QUARTER_UNIT);
    Quarter([THE] FISCAL QUARTERLY);
    Quarter(QUARTERLY [OF] YEAR_PHRASE);
    Quarter(QUARTERLY);
    Quarter(YEAR ORDINAL QUARTER_UNIT);
    Quarter(QUARTER_NAME [OF] YEAR_PHRASE);
    Quarter(QUARTER_NAME);
    Half([THE] ORDINAL HALF OF YEAR_PHRASE);
    Half([THE] ORDINAL HALF YEAR);
    // "the summer of 1990", "early spring 2010", "winter"
    Season([THE] [EARLY] [DASH] SEASON [OF] YEAR_PHRASE);
    Season([THE] [EARLY] [DASH] SEASON [OF] FIRST_OF_YEARS);
    Season([THE] [EARLY] [DASH] SEASON [OF] YEAR DASH LONG_TO);
    Season([THE] [EARLY] [DASH] SEASON [OF] YEAR DASH SHORT_TO);
    Season([THE] [EARLY] [DASH] SEASON SHORT_YEAR);
    Season([THE] [EARLY] [DASH] SEASON OF SHORT_YEAR);
    Season([THE] [EARLY] [DASH] SEASON);
    Season([THE] PREFIXED_SEASON [OF] YEAR_PHRASE);
    Season([THE] PREFIXED_SEASON);
    Feast(FEAST [COMMA] YEAR_PHRASE);
    Feast(FEAST OF YEAR_PHRASE);
    Feast(FEAST IN YEAR_PHRASE);
    Feast(FEAST);
    // "mid-June 1944", "mid-2019"
    Date(PREFIXED_MONTH [COMMA] YEAR);
    Date(PREFIXED_MONTH [OF] YEAR_PHRASE);
    Date(PREFIXED_MONTH);
    Date(PREFIXED_YEAR);
    Report(PREFIXED_UNIT);
    // "yesterday", "the day before yesterday"
    Deictic(DEICTIC);
    Deictic([THE] DAY_UNIT BEFORE DEICTIC_BASE);
    // "this week", "last year", "this past month", "the current fiscal year", "the latest quarter"
    Report(NEAR_BY UNIT);
    Report(THIS [PAST_OR_NEXT] UNIT);
    Report([THE] CURRENT [FISCAL] UNIT);
    Report(NEAR_BY FISCAL UNIT);
    Report(THE COMING UNIT);
    Report(THIS YEAR_UNITS);
    Report([THE] LATEST UNIT);
    // "the following week", "that day", "the same year", "the day before", "the week"
    Previous(THE THEN_BY [FISCAL] UNIT);
    Previous(THAT [SAME] UNIT);
    Previous([THE] UNIT BEFORE);
    Previous(THE [FISCAL] UNIT);
    Previous([THE] YEAR_AGO [YEAR_AGO_NOUN]);
    // "last Friday", "this past Sunday", "next March", "last summer", "next Easter"
    Near([THE] NEAR_BY WEEKDAY);
    Near(THIS PAST_OR_NEXT WEEKDAY);
    Near(NEAR_BY MONTH);
    Near(NEAR_BY MONTH DAY);
    Near(THIS PAST_OR_NEXT MONTH);
    Near(NEAR_BY SEASON);
    Near(THIS PAST_OR_NEXT SEASON);
    Near(NEAR_BY FEAST);
    WeekdayOf(WEEKDAY [OF] NEAR_BY WEEK_UNIT);
    WeekdayOf(NEAR_BY WEEK_UNIT WEEKDAY);
    NearPrevious(THE THEN_BY WEEKDAY);
    NearPrevious(THE THEN_BY MONTH);
    NearPrevious(THE THEN_BY SEASON);
    NearPrevious(THAT WEEKDAY);
    NearPrevious(THAT SEASON);
    // "the first week of May", "the last day of 2012", "the week of July 23"
    WeekOf([THE] WEEK_UNIT OF MONTH DAY);
    WeekOf([THE] WEEK_UNIT OF DAY MONTH);
    // "year-end"
    Report([THE] YEAR_END);
    Report(YEAR_UNIT [POSSESSIVE] END_WORD);
};

/// Rows that may hold a calendar phrase, and all that is no date.
const RULES: &[u8] = rules! {
    // "early March", "late Thursday", "earlier this month", "later on Friday" is "Friday"
    Inner([THE] EARLY [DASH] CALENDAR);
    Inner([VERY] EARLY IN_OR_ON CALENDAR);
    Inner(COMPARED [IN] CALENDAR);
    // "the end of 2020", "the middle of this month"
    Inner([THE] [VERY] EDGE OF CALENDAR);
    Inner([THE] EARLY PART_WORD OF CALENDAR);
    // "the end of the day Saturday"
    Inner([THE] EDGE OF THE DAY_UNIT CALENDAR);
    Nth([THE] NTH UNIT OF CALENDAR);
    Century([THE] TURN OF THE CENTURY_UNIT);
    Century([THE] TURN OF THE ORDINAL CENTURY_UNIT);
    Decade([THE] TURN OF THE DECADE_UNIT);
    // "Friday night", "late Thursday evening", "the morning of May 3", "Easter weekend"
    Inner([EARLY] CALENDAR [EARLY] PART);
    Inner([THE] [EARLY] PART OF CALENDAR);
    Inner([THE] EARLY PART [HOURS] OF CALENDAR);
    Inner([THE] WEE HOURS OF CALENDAR);
    Inner(CALENDAR PREFIXED_PART);
    Near(FEAST WEEKEND_UNIT);
    // "this morning", "tonight", "last night", "the next morning", "the morning"
    PartReport([EARLY] NEAR_BY PART);
    PartReport(EARLY TONIGHT);
    PartReport(COMPARED TONIGHT);
    PartReport(COMPARED NEAR_BY PART);
    PartReport(TONIGHT);
    PartPrevious(THE THEN_BY PART);
    PartPrevious([EARLY] THAT [SAME] PART);
    PartPrevious(THE PART BEFORE);
    Part([THE] [EARLY] PART);
    Part([THE] EARLY PART HOURS);
    Part([THE] PREFIXED_PART);
    // "5 p.m.", "9:30 a.m. EST Friday", "Friday, 5 p.m.", "noon today"
    Clock(CLOCK);
    Inner(CLOCK [COMMA] CALENDAR);
    Inner(CLOCK [COMMA] CALENDAR PART);
    Clock(CLOCK THIS_OR_THAT PART);
    Inner(CALENDAR [COMMA] CLOCK);
    // "two days ago", "a year earlier", "the day before", "a week from Tuesday"
    Ago(QUANTITY AGO);
    Ago([A] COMPOUND AGO);
    Ago(UNITS AGO);
    Shifted(QUANTITY SINCE_THEN);
    Shifted(UNITS SINCE_THEN);
    From(QUANTITY FROM NOW);
    From(QUANTITY FROM CALENDAR);
    From(QUANTITY SIDE CALENDAR);
    From(THE DAY_UNIT SIDE CALENDAR);
    // "two days", "the past three months", "the first nine months", "a two-year", "year-long"
    Duration(QUANTITY);
    Duration([THE] RUN QUANTITY);
    Duration([THE] RUN QUANTITY OF CALENDAR);
    Duration(THE QUANTITY);
    OneUnit(THE PAST UNIT);
    OneUnit(THE LAST UNIT);
    Duration(COMPOUND);
    Duration(LONG);
    Units(UNITS);
    VagueUnits([THE] [MORE] RECENT UNITS);
    VagueUnits([THE] [MOST] PAST_OR_NEXT UNITS);
    VagueUnits(THE LAST UNITS);
    VagueUnits([THE] UNITS AHEAD_OF);
    // "daily", "every Tuesday", "every two weeks", "twice a week", "per day", "Fridays"
    Set(RECURRING);
    Set(EVERY [OTHER] UNIT);
    Set(WEEKENDS);
    Set(EVERY QUANTITY);
    Set(EVERY [OTHER] WEEKDAY [PART]);
    Set(EVERY [OTHER] MONTH);
    Set(EVERY [OTHER] SEASON);
    Set(EVERY [OTHER] PART);
    Set(PER_WORD UNIT);
    OftenSet(OFTEN PER UNIT);
    OftenSet(OFTEN EVERY NUMBER UNITS);
    OftenSet(NUMBER TIMES_A PER UNIT);
    WeekdaySet(WEEKDAYS);
    WeekdaySet(WEEKDAY PARTS);
    // "now", "recently", "the past", "the near future", "the moment"
    Reference(REFERENCE);
    Reference([THE] [NEAR] FUTURE);
    Reference(THE [RECENT] PAST);
    Reference(LONG_WORD AGO);
    Reference(THE MOMENT);
    Reference(THIS MOMENT);
    Reference(CURRENT);
    Reference(RECENT);
    // "the same period of 2021", "the same quarter last year", "that time", "this period"
    SamePeriod(THE SAME YEAR_AGO_NOUN [OF] YEAR_PHRASE);
    SamePeriod(THE SAME YEAR_AGO_NOUN IN YEAR_PHRASE);
    Then(THIS_OR_THAT TIME);
    Then(THIS_OR_THAT PERIOD);
    // "day five", "opening night", "the day" of the attack
    EventDay(DAY_UNIT NUMBER);
    EventDay([THE] OPENING DAY_UNIT);
    EventDay([THE] OPENING PART);
    EventDay(THE DAY_UNIT);
    Anniversary([THE] ORDINAL ANNIVERSARY OF [THE] CALENDAR);
    Anniversary([THE] ORDINAL ANNIVERSARY);
    Anniversary([THE] COMPOUND ANNIVERSARY OF [THE] CALENDAR);
    Anniversary([THE] COMPOUND ANNIVERSARY);
};
