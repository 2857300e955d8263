//! The grammar: rows of words that make a temporal expression.
//!
//! A row reads `Reading(ELEMENT ELEMENT [OPTIONAL] ...)`. An element in capitals is a word of that
//! class of the [`super::lexicon`] or a counted phrase; one in brackets may be missing. `CALENDAR`
//! is any row of the first table. Extents follow the TimeML guidelines 1.2.1: determiners and
//! modifiers before the head belong to the expression, prepositions and what follows do not,
//! except "of" phrases that name the calendar itself ("the end of 2020").

use super::calendar::Unit;
use super::lexicon::{self, Class};
use super::matcher::Slot;

/// How the words of a row are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Make {
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

/// One element of a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element {
    pub(super) what: What,
    pub(super) optional: bool,
}

/// One row.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) make: Make,
    pub(super) pattern: &'static [Element],
    /// Classes of which the first token must have one.
    pub(super) opens: Class,
    /// What else can be said of the first two tokens without walking the row.
    pub(super) glance: Glance,
}

/// Which two tokens a row that opens with one single token can begin with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glance {
    /// Classes of the first element.
    first: Class,
    /// Classes with which the rest can begin.
    then: Class,
    /// Whether the first element may be missing.
    optional: bool,
    /// Whether nothing can be said.
    blind: bool,
}

impl Glance {
    /// Whether the row can match tokens of these classes.
    pub(super) fn fits(self, token: Class, next: Class) -> bool {
        self.blind || token & self.first != 0 && next & self.then != 0 || self.optional && token & self.then != 0
    }
}

const fn glance(pattern: &[Element], calendar: Class) -> Glance {
    let blind = Glance { first: 0, then: 0, optional: false, blind: true };
    let Some((first, rest)) = pattern.split_first() else { return blind };
    if !matches!(first.what, What::Class(..) | What::Unit(..) | What::DayNumber | What::AnyDay) {
        return blind;
    }
    // The rest must begin with something, and with something that a class tells.
    let mut told = false;
    let mut i = 0;
    while i < rest.len() {
        if matches!(rest[i].what, What::Word(_)) {
            return blind;
        }
        if !rest[i].optional {
            told = true;
            break;
        }
        i += 1;
    }
    if !told {
        return blind;
    }
    Glance { first: opens(first.what, calendar), then: opens_row(rest, calendar), optional: first.optional, blind: false }
}

/// The classes with which an element can begin.
const fn opens(what: What, calendar: Class) -> Class {
    use lexicon as x;
    match what {
        What::Class(class, _) => class,
        What::Word(_) => !0,
        What::Unit(_, true) => x::UNITS,
        What::Unit(_, false) => x::UNIT,
        What::DayNumber => x::DAY | x::ORDINAL,
        What::AnyDay => x::NUMBER | x::ORDINAL,
        What::ShortYear => x::APOSTROPHE,
        What::Number => x::NUMBER | x::A | x::HALF | x::VAGUE | x::COUPLE,
        What::Quantity => x::NUMBER | x::A | x::HALF | x::VAGUE | x::COUPLE | x::APPROX | x::OTHER | x::TENS_OF,
        What::Clock => x::CLOCK | x::NUMBER | x::NOON | x::MILITARY,
        What::Feast => x::FEAST,
        What::YearPhrase => x::YEAR | x::FISCAL | x::THIS | x::LAST | x::NEXT | x::THAT | x::THE,
        What::Calendar => calendar,
    }
}

const fn opens_row(pattern: &[Element], calendar: Class) -> Class {
    let mut class = 0;
    let mut i = 0;
    while i < pattern.len() {
        class |= opens(pattern[i].what, calendar);
        if !pattern[i].optional {
            break;
        }
        i += 1;
    }
    class
}

const fn opens_any(rules: &[Rule]) -> Class {
    let mut class = 0;
    let mut i = 0;
    while i < rules.len() {
        class |= rules[i].opens;
        i += 1;
    }
    class
}

const OPENS_CALENDAR: Class = opens_any(CALENDAR);

/// The classes with which some row can begin.
pub(super) const OPENS: Class = OPENS_CALENDAR | opens_any(RULES);

/// Names of elements.
mod e {
    use super::What::{self, Class as C};
    use super::{Slot, Unit, lexicon as x};

    pub(super) const MONTH: What = C(x::MONTH, Slot::Month);
    pub(super) const WEEKDAY: What = C(x::WEEKDAY, Slot::Weekday);
    pub(super) const WEEKDAYS: What = C(x::WEEKDAYS, Slot::Weekday);
    pub(super) const DAY: What = What::DayNumber;
    pub(super) const ANY_DAY: What = What::AnyDay;
    pub(super) const LAST_DAY: What = C(x::DAY, Slot::LastDay);
    pub(super) const DAYS: What = C(x::DAYS, Slot::Years);
    pub(super) const YEAR: What = C(x::YEAR, Slot::Year);
    pub(super) const OLD_YEAR: What = C(x::OLD_YEAR | x::YEAR | x::NUMBER, Slot::Year);
    pub(super) const SHORT_YEAR: What = What::ShortYear;
    pub(super) const YEARS: What = C(x::YEARS, Slot::Years);
    pub(super) const FIRST_OF_YEARS: What = C(x::YEARS, Slot::Year);
    pub(super) const YEAR_PHRASE: What = What::YearPhrase;
    pub(super) const ERA: What = C(x::ERA, Slot::Era);
    pub(super) const ISO: What = C(x::ISO, Slot::Token);
    pub(super) const SLASHES: What = C(x::SLASHES, Slot::Token);
    pub(super) const SPAN: What = C(x::SPAN, Slot::Years);
    pub(super) const DECADE: What = C(x::DECADE, Slot::Ordinal);
    pub(super) const ROUND_YEAR: What = C(x::YEAR, Slot::Ordinal);
    pub(super) const ROUND_PREFIXED_YEAR: What = C(x::PREFIXED_YEAR, Slot::Prefix);
    pub(super) const CENTURY_WORD: What = C(x::CENTURY, Slot::Ordinal);
    pub(super) const QUARTERLY: What = C(x::QUARTERLY, Slot::Ordinal);
    pub(super) const QUARTER_NAME: What = C(x::QUARTER_NAME, Slot::Ordinal);
    pub(super) const ORDINAL: What = C(x::ORDINAL, Slot::Ordinal);
    pub(super) const SEASON: What = C(x::SEASON, Slot::Season);
    pub(super) const FEAST: What = What::Feast;
    pub(super) const PART: What = C(x::PART, Slot::Part);
    pub(super) const TONIGHT: What = C(x::TONIGHT, Slot::Part);
    pub(super) const PARTS: What = C(x::PARTS, Slot::Part);
    pub(super) const DEICTIC: What = C(x::DEICTIC, Slot::Direction);
    pub(super) const CLOCK: What = What::Clock;
    pub(super) const QUANTITY: What = What::Quantity;
    pub(super) const NUMBER: What = What::Number;
    pub(super) const UNIT: What = C(x::UNIT, Slot::Unit);
    pub(super) const UNITS: What = C(x::UNITS, Slot::Unit);
    pub(super) const DAY_UNIT: What = What::Unit(Unit::Day, false);
    pub(super) const WEEK_UNIT: What = What::Unit(Unit::Week, false);
    pub(super) const YEAR_UNIT: What = What::Unit(Unit::Year, false);
    pub(super) const QUARTER_UNIT: What = What::Unit(Unit::Quarter, false);
    pub(super) const CENTURY_UNIT: What = What::Unit(Unit::Century, false);
    pub(super) const DECADE_UNIT: What = What::Unit(Unit::Decade, false);
    pub(super) const WEEKEND_UNIT: What = What::Unit(Unit::Weekend, false);
    pub(super) const COMPOUND: What = C(x::COMPOUND, Slot::Compound);
    pub(super) const LONG: What = C(x::LONG, Slot::Compound);
    pub(super) const RECURRING: What = C(x::RECURRING, Slot::Compound);
    pub(super) const OFTEN: What = C(x::OFTEN, Slot::Often);
    pub(super) const TIMES_A: What = C(x::TIMES_A, Slot::None);
    pub(super) const EVERY: What = C(x::EVERY | x::EACH, Slot::None);
    pub(super) const OTHER: What = C(x::OTHER, Slot::Often);
    pub(super) const PER: What = C(x::PER | x::A | x::EACH | x::EVERY, Slot::None);
    pub(super) const PER_WORD: What = C(x::PER, Slot::None);
    pub(super) const REFERENCE: What = C(x::REFERENCE, Slot::Reference);
    pub(super) const RECENT: What = C(x::RECENT, Slot::Reference);
    pub(super) const FUTURE: What = C(x::FUTURE, Slot::Reference);
    pub(super) const NEAR: What = C(x::NEAR, Slot::None);
    pub(super) const MOMENT: What = C(x::MOMENT, Slot::Reference);
    pub(super) const CURRENT: What = C(x::CURRENT, Slot::Reference);
    pub(super) const LATEST: What = C(x::LATEST, Slot::Direction);
    pub(super) const THE: What = C(x::THE, Slot::None);
    pub(super) const THIS: What = C(x::THIS, Slot::Direction);
    pub(super) const THAT: What = C(x::THAT, Slot::None);
    pub(super) const LAST: What = C(x::LAST, Slot::Direction);
    pub(super) const PAST: What = C(x::PAST, Slot::Direction);
    pub(super) const NEAR_BY: What = C(x::NEXT | x::LAST | x::PAST | x::THIS, Slot::Direction);
    pub(super) const THEN_BY: What = C(x::NEXT | x::PREVIOUS | x::FOLLOWING | x::SAME, Slot::Direction);
    pub(super) const RUN: What = C(
        x::NEXT | x::LAST | x::PAST | x::PREVIOUS | x::FOLLOWING | x::ORDINAL | x::LATEST | x::THAT | x::THIS | x::FINAL,
        Slot::Direction,
    );
    pub(super) const PAST_OR_NEXT: What = C(x::PAST | x::NEXT, Slot::Direction);
    pub(super) const OF: What = C(x::OF, Slot::None);
    pub(super) const COMMA: What = C(x::COMMA, Slot::None);
    pub(super) const DASH: What = C(x::DASH, Slot::None);
    pub(super) const AGO: What = C(x::AGO, Slot::Direction);
    pub(super) const SINCE_THEN: What = C(x::EARLIER | x::LATER, Slot::Direction);
    pub(super) const BEFORE: What = C(x::BEFORE, Slot::Direction);
    pub(super) const FROM: What = C(x::FROM, Slot::None);
    pub(super) const EARLY: What = C(x::EARLY | x::LATE | x::MID, Slot::Modifier);
    pub(super) const COMPARED: What = C(x::COMPARED, Slot::None);
    pub(super) const EDGE: What = C(x::EDGE, Slot::Modifier);
    pub(super) const TURN: What = C(x::TURN, Slot::Direction);
    pub(super) const WEE: What = C(x::WEE | x::EARLY, Slot::Modifier);
    pub(super) const AHEAD_OF: What = C(x::AHEAD_OF, Slot::Direction);
    pub(super) const SIDE: What = C(x::BEFORE, Slot::Side);
    pub(super) const YEAR_UNITS: What = What::Unit(Unit::Year, true);
    pub(super) const WEEKENDS: What = What::Unit(Unit::Weekend, true);
    pub(super) const IN_OR_ON: What = C(x::IN | x::ON, Slot::None);
    pub(super) const IN: What = C(x::IN, Slot::None);
    pub(super) const SHORT_TO: What = C(x::SHORT_YEAR, Slot::ShortTo);
    pub(super) const LONG_TO: What = C(x::YEAR, Slot::ShortTo);
    pub(super) const HALF: What = C(x::HALF, Slot::None);
    pub(super) const FISCAL: What = C(x::FISCAL, Slot::Fiscal);
    pub(super) const YEAR_END: What = C(x::YEAR_END, Slot::None);
    pub(super) const YEAR_AGO: What = C(x::YEAR_AGO, Slot::Direction);
    pub(super) const PREFIXED_MONTH: What = C(x::PREFIXED_MONTH, Slot::Prefix);
    pub(super) const PREFIXED_YEAR: What = C(x::PREFIXED_YEAR, Slot::Prefix);
    pub(super) const PREFIXED_DECADE: What = C(x::PREFIXED_DECADE, Slot::Prefix);
    pub(super) const PREFIXED_SEASON: What = C(x::PREFIXED_SEASON, Slot::Prefix);
    pub(super) const PREFIXED_PART: What = C(x::PREFIXED_PART, Slot::Prefix);
    pub(super) const PREFIXED_CENTURY: What = C(x::PREFIXED_CENTURY, Slot::Prefix);
    pub(super) const PREFIXED_UNIT: What = C(x::PREFIXED_UNIT, Slot::Prefix);
    pub(super) const ORDINAL_DAY: What = C(x::ORDINAL, Slot::Day);
    pub(super) const DEICTIC_BASE: What = C(x::DEICTIC, Slot::Often);
    pub(super) const COMING: What = C(x::COMING, Slot::Direction);
    pub(super) const YEAR_AGO_NOUN: What = C(x::UNIT | x::PERIOD, Slot::Unit);
    pub(super) const THIS_OR_THAT: What = C(x::THIS | x::THAT, Slot::None);
    pub(super) const SAME: What = C(x::SAME, Slot::Direction);
    pub(super) const POSSESSIVE: What = What::Word("'s");
    pub(super) const END_WORD: What = What::Word("end");
    pub(super) const NTH: What = C(x::ORDINAL | x::LAST | x::FINAL, Slot::Often);
    pub(super) const A: What = C(x::A, Slot::None);
    pub(super) const VERY: What = What::Word("very");
    pub(super) const HOURS: What = What::Word("hours");
    pub(super) const LONG_WORD: What = What::Word("long");
    pub(super) const MORE: What = What::Word("more");
    pub(super) const MOST: What = What::Word("most");
    pub(super) const ANNIVERSARY: What = C(x::ANNIVERSARY, Slot::None);
    pub(super) const APOSTROPHE: What = C(x::APOSTROPHE, Slot::None);
    pub(super) const PART_WORD: What = What::Word("part");
    pub(super) const NOW: What = What::Word("now");
    pub(super) const CALENDAR: What = What::Calendar;
}

macro_rules! element {
    ([$name:ident]) => {
        Element { what: e::$name, optional: true }
    };
    ($name:ident) => {
        Element { what: e::$name, optional: false }
    };
}

macro_rules! rules {
    ($calendar:expr; $($make:ident($($element:tt)+);)*) => {
        &[$({
            const PATTERN: &[Element] = &[$(element!($element)),+];
            Rule { make: Make::$make, pattern: PATTERN, opens: opens_row(PATTERN, $calendar), glance: glance(PATTERN, $calendar) }
        }),*]
    };
}

/// Calendar phrases: days and longer stretches, by name or by place.
pub(super) const CALENDAR: &[Rule] = rules! { 0;
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
pub(super) const RULES: &[Rule] = rules! { OPENS_CALENDAR;
    // "early March", "late Thursday", "earlier this month", "later on Friday" is "Friday"
    Inner([THE] EARLY [DASH] CALENDAR);
    Inner([VERY] EARLY IN_OR_ON CALENDAR);
    Inner(COMPARED [IN] CALENDAR);
    // "the end of 2020", "the middle of this month"
    Inner([THE] [VERY] EDGE OF CALENDAR);
    Inner([THE] EARLY PART_WORD OF CALENDAR);
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
    Anniversary([THE] ORDINAL ANNIVERSARY OF [THE] CALENDAR);
    Anniversary([THE] ORDINAL ANNIVERSARY);
    Anniversary([THE] COMPOUND ANNIVERSARY OF [THE] CALENDAR);
    Anniversary([THE] COMPOUND ANNIVERSARY);
};
