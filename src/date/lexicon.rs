//! The words of the grammar: what each can be, and its number.
//!
//! The tables list lower-case forms, alternatives for one number side by side. [`word`] classifies
//! one form; it runs once for each distinct form of a report. What has digits is read by shape
//! ([`super::shape`]).

use super::calendar::Unit;
use super::shape;
use crate::order::Arrange;
use crate::text::Form;
use crate::text::lexicon::FixedMap;
use std::sync::LazyLock;

/// A set of word classes.
pub(super) type Class = u128;

/// Names one bit of [`Class`] each.
macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident)*) => {
        classes!(@ 0; $($(#[$doc])* $name)*);
    };
    (@ $n:expr; $(#[$doc:meta])* $name:ident $($rest:tt)*) => {
        $(#[$doc])* pub(super) const $name: Class = 1 << ($n);
        classes!(@ $n + 1; $($rest)*);
    };
    (@ $n:expr;) => {};
}

classes! {
    /// "March", "Sept.": number in `k`.
    MONTH
    /// "Friday", "Fri.": ISO number in `k`.
    WEEKDAY
    /// "Fridays".
    WEEKDAYS
    /// Also a common word, a name or a verb: "May", "march", "Sat", "fall".
    DOUBTFUL
    /// A day of a month in digits, 1 to 31.
    DAY
    /// "5th", "fifth".
    ORDINAL
    /// "5", "five", "2.5", "twenty-five".
    NUMBER
    /// "hundred", "thousand", "dozen": multiplies the number before it.
    TIMES
    /// A year in four digits.
    YEAR
    /// A year in three digits, with "BC" or "AD".
    OLD_YEAR
    /// "08" behind an apostrophe.
    SHORT_YEAR
    /// "2018-19", "1939-1945".
    YEARS
    /// "27-28".
    DAYS
    /// "1990s", "nineties", "90s".
    DECADE
    /// "2019-12-20".
    ISO
    /// "10/22/2019", "22.10.2019".
    SLASHES
    /// "10:30", "5pm".
    CLOCK
    /// "0830".
    MILITARY
    /// "year": unit in `k`.
    UNIT
    /// "years".
    UNITS
    /// "two-year", "24-hour": number in `n`, unit in `k`.
    COMPOUND
    /// "year-long", "weeklong".
    LONG
    /// "third-quarter", "first-half".
    QUARTERLY
    /// "Q3".
    QUARTER_NAME
    /// "19th-century".
    CENTURY
    /// "morning": part in `k`.
    PART
    /// "mornings".
    PARTS
    /// "tonight", "overnight".
    TONIGHT
    /// "noon", "midnight".
    NOON
    /// "summer": season in `k`.
    SEASON
    /// "today", "yesterday".
    DEICTIC
    /// First word of a feast or holiday.
    FEAST
    /// "a.m.".
    AMPM
    /// "o'clock".
    OCLOCK
    /// "GMT".
    ZONE
    /// "local", "Eastern": makes a zone with "time".
    ZONAL
    /// "time".
    TIME
    /// "hours", "hrs" behind "0830".
    HRS
    /// "the".
    THE
    /// "a", "an".
    A
    /// "this".
    THIS
    /// "that", "these", "those".
    THAT
    /// "next", "coming": direction in `n`.
    NEXT
    /// "last".
    LAST
    /// "past".
    PAST
    /// "previous", "preceding", "prior".
    PREVIOUS
    /// "following", "ensuing", "subsequent".
    FOLLOWING
    /// "same".
    SAME
    /// "current".
    CURRENT
    /// "latest", "most recent".
    LATEST
    /// "of".
    OF
    /// "in".
    IN
    /// "on".
    ON
    /// "at".
    AT
    /// "and", "or".
    AND
    /// "to", "through", "until", "till".
    TO
    /// "from".
    FROM
    /// "between".
    BETWEEN
    /// ","
    COMMA
    /// A hyphen or dash of its own.
    DASH
    /// "ago": direction in `n`.
    AGO
    /// "earlier", "before".
    EARLIER
    /// "later", "after", "afterwards".
    LATER
    /// "every".
    EVERY
    /// "each".
    EACH
    /// "other" in "every other day".
    OTHER
    /// "per".
    PER
    /// "once", "twice": number in `n`.
    OFTEN
    /// "times".
    TIMES_A
    /// "early".
    EARLY
    /// "late".
    LATE
    /// "mid", "mid-".
    MID
    /// "beginning", "middle", "end", "start": modifier in `k`.
    EDGE
    /// "turn" of the century.
    TURN
    /// "half".
    HALF
    /// "fiscal", "financial".
    FISCAL
    /// "few", "several", "many": a number left open.
    VAGUE
    /// "couple".
    COUPLE
    /// Opens a modifier of quantity: "about", "more", "at".
    APPROX
    /// May stand between number and unit: "more", "full", "consecutive".
    WIDENS
    /// "now", "recently": a reference word; which in `k`.
    REFERENCE
    /// "recent".
    RECENT
    /// "future".
    FUTURE
    /// "near", "distant", "foreseeable".
    NEAR
    /// "moment", "present".
    MOMENT
    /// "daily", "annual": unit in `k`, number in `n`.
    RECURRING
    /// "BC", "AD": -1 and 1 in `n`.
    ERA
    /// "anniversary".
    ANNIVERSARY
    /// "period".
    PERIOD
    /// "final", "closing".
    FINAL
    /// "earlier", "later".
    COMPARED
    /// "coming", "upcoming".
    COMING
    /// "dozens", "hundreds".
    TENS_OF
    /// "end", "start" in compounds: "year-end".
    YEAR_END
    /// "year-earlier", "year-ago".
    YEAR_AGO
    /// "mid-June"; the modifier of this and the following is in `m`.
    PREFIXED_MONTH
    /// "mid-2019".
    PREFIXED_YEAR
    /// "mid-1990s".
    PREFIXED_DECADE
    /// "mid-summer".
    PREFIXED_SEASON
    /// "late-night".
    PREFIXED_PART
    /// "mid-19th-century".
    PREFIXED_CENTURY
    /// "mid-week".
    PREFIXED_UNIT
    /// "[": an editor's change begins.
    BRACKET
    /// "very", "most".
    VERY
    /// "wee", "small" hours.
    WEE
    /// "the days ahead".
    AHEAD_OF
    /// An apostrophe.
    APOSTROPHE
    /// "circa", "c.".
    CIRCA
    /// "day" behind a weekday-like use: "day before yesterday".
    BEFORE
    /// "Monday-Friday", "May-June": two words in one token.
    SPAN
    /// A verb form or auxiliary of the past: "said", "was", "arrived".
    PAST_VERB
    /// "will", "shall".
    FUTURE_VERB
    /// Points ahead: "scheduled", "due", "expected", "until".
    AHEAD
    /// "opens", "meets": plans where a day follows.
    PLANNED
    /// "is", "has", "says".
    PRESENT_VERB
    /// "may", "would", "to": opens an infinitive.
    INFINITIVE
}

/// What one word can be in a temporal expression. Numbers of a word with several classes do not
/// collide: `n` counts (ordinal, number, year, direction), `m` is a second count, `k` is the
/// number in a closed list (month, weekday, unit, part of day, ...).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) class: Class,
    pub(super) n: i32,
    pub(super) m: i32,
    pub(super) k: u8,
}

impl Word {
    pub(super) const fn new(class: Class, n: i32, k: u8) -> Self {
        Self { class, n, m: 0, k }
    }

    pub(super) const fn is(self, class: Class) -> bool {
        self.class & class != 0
    }
}

/// Parts of the day, in the order of [`PARTS_OF_DAY`].
pub(super) const PART_CODES: [&str; 6] = ["TMO", "TAF", "TEV", "TNI", "TDT", "TMI"];

/// Reference words: TIMEX3 values.
pub(super) const REFERENCES: [&str; 3] = ["PAST_REF", "PRESENT_REF", "FUTURE_REF"];

/// Whether `word` is one of the words of `list`, which single spaces part.
#[inline(never)]
pub(super) fn among(list: &str, word: &str) -> bool {
    let (list, word) = (list.as_bytes(), word.as_bytes());
    let Some(first) = word.first() else { return false };
    let mut starts = true;
    for (i, byte) in list.iter().enumerate() {
        if starts && byte == first && list.get(i..i + word.len()) == Some(word) && list.get(i + word.len()).is_none_or(|b| *b == b' ') {
            return true;
        }
        starts = *byte == b' ';
    }
    false
}

/// Modifiers of TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Mod {
    #[default]
    None,
    Start,
    Mid,
    End,
    Approx,
    MoreThan,
    LessThan,
    AtLeast,
    AtMost,
}

impl Mod {
    pub(super) fn code(self) -> Option<&'static str> {
        Some(match self {
            Self::None => return None,
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::MoreThan => "MORE_THAN",
            Self::LessThan => "LESS_THAN",
            Self::AtLeast => "EQUAL_OR_MORE",
            Self::AtMost => "EQUAL_OR_LESS",
        })
    }

    fn edge(k: u8) -> Self {
        match k {
            0 => Self::Start,
            1 => Self::Mid,
            _ => Self::End,
        }
    }

    /// The modifier of a word of class [`EDGE`], [`EARLY`], [`MID`] or [`LATE`].
    pub(super) fn of(word: Word) -> Self {
        if word.is(EDGE) {
            Self::edge(word.k)
        } else if word.is(EARLY) {
            Self::Start
        } else if word.is(MID) {
            Self::Mid
        } else {
            Self::End
        }
    }
}

const MONTHS: [&str; 12] = [
    "january jan jan.",
    "february feb feb.",
    "march mar mar.",
    "april apr apr.",
    "may",
    "june jun jun.",
    "july jul jul.",
    "august aug aug.",
    "september sept sept. sep sep.",
    "october oct oct.",
    "november nov nov.",
    "december dec dec.",
];

/// Month and weekday forms that are also other words or names.
const DOUBTFUL_FORMS: &str = "may march mar mar. jan jan. april june august jun jul dec sun sat wed mon fall spring sept sep";

const WEEKDAY_FORMS: [&str; 7] = [
    "monday mon mon.",
    "tuesday tue tue. tues tues.",
    "wednesday wed wed. weds weds.",
    "thursday thu thu. thur thur. thurs thurs.",
    "friday fri fri.",
    "saturday sat sat.",
    "sunday sun sun.",
];

const PARTS_OF_DAY: [&str; 6] = [
    "morning dawn daybreak sunrise predawn pre-dawn",
    "afternoon",
    "evening dusk sunset nightfall",
    "night nighttime night-time",
    "daytime",
    "lunchtime",
];

const SEASONS: [&str; 4] = ["spring springtime", "summer summertime", "autumn fall", "winter wintertime"];

/// Units: singular forms, plural forms.
const UNIT_FORMS: &[(Unit, &str, &str)] = &[
    (Unit::Second, "sec", "seconds secs"),
    (Unit::Minute, "minute min", "minutes mins"),
    (Unit::Hour, "hour hr", "hours hrs"),
    (Unit::Night, "", "nights"),
    (Unit::Day, "day", "days"),
    (Unit::Weekend, "weekend", "weekends"),
    (Unit::Week, "week", "weeks"),
    (Unit::Fortnight, "fortnight", "fortnights"),
    (Unit::Month, "month", "months"),
    (Unit::Quarter, "quarter", "quarters"),
    (Unit::Year, "year yr", "years yrs"),
    (Unit::Decade, "decade", "decades"),
    (Unit::Century, "century", "centuries"),
    (Unit::Millennium, "millennium", "millennia"),
];

const NUMBERS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const DECADES: [&str; 9] = ["tens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
const ORDINALS: [&str; 21] = [
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// Words of one class; `n`, `k` the same for all of a line.
const FUNCTION_WORDS: &[(Class, i32, u8, &str)] = &[
    (TIMES, 12, 0, "dozen"),
    (TIMES, 100, 0, "hundred"),
    (TIMES, 1000, 0, "thousand"),
    (TONIGHT, 0, 3, "tonight overnight"),
    (NOON, 12, 0, "noon midday"),
    (WEE, 0, 0, "wee small"),
    (BRACKET, 0, 0, "["),
    (VERY, 0, 0, "very most"),
    (AHEAD_OF, 1, 0, "ahead"),
    (NOON, 24, 0, "midnight"),
    (DEICTIC, 0, 0, "today"),
    (DEICTIC, -1, 0, "yesterday"),
    (DEICTIC, 1, 0, "tomorrow"),
    (AMPM, 0, 0, "a.m. a.m am"),
    (AMPM, 12, 0, "p.m. p.m pm"),
    (OCLOCK, 0, 0, "o'clock"),
    (TIME, 0, 0, "time"),
    (HRS, 0, 0, "hours hrs hr"),
    (THE, 0, 0, "the"),
    (A, 1, 0, "a an"),
    (NUMBER, 1, 0, "one"),
    (THIS, 0, 0, "this"),
    (THAT, 0, 0, "that these those"),
    (NEXT, 1, 0, "next coming upcoming"),
    (COMING, 1, 0, "coming upcoming"),
    (COMPARED, 0, 0, "earlier later"),
    (FINAL, -1, 0, "final closing remaining"),
    (TENS_OF, 0, 0, "dozens hundreds thousands tens scores"),
    (PERIOD, 0, 0, "period"),
    (LAST, -1, 0, "last"),
    (PAST, -1, 0, "past"),
    (PREVIOUS, -1, 0, "previous preceding prior"),
    (FOLLOWING, 1, 0, "following ensuing subsequent"),
    (SAME, 0, 0, "same"),
    (CURRENT, 0, 1, "current"),
    (LATEST, -1, 0, "latest"),
    (OF, 0, 0, "of"),
    (IN, 0, 0, "in during"),
    (ON, 0, 0, "on"),
    (AT, 0, 0, "at"),
    (AND, 0, 0, "and or &"),
    (TO, 0, 0, "to through until till"),
    (FROM, 0, 0, "from"),
    (BETWEEN, 0, 0, "between"),
    (COMMA, 0, 0, ","),
    (DASH, 0, 0, "- \u{2013} \u{2014}"),
    (AGO, -1, 0, "ago"),
    (EARLIER, -1, 0, "earlier before previously"),
    (LATER, 1, 0, "later after afterward afterwards thereafter"),
    (BEFORE, -1, 0, "before"),
    (BEFORE, 1, 0, "after"),
    (EVERY, 0, 0, "every"),
    (EACH, 0, 0, "each"),
    (OTHER, 2, 0, "other second"),
    (PER, 0, 0, "per"),
    (OFTEN, 1, 0, "once"),
    (OFTEN, 2, 0, "twice"),
    (OFTEN, 3, 0, "thrice"),
    (TIMES_A, 0, 0, "times"),
    (EARLY, 0, 0, "early"),
    (LATE, 0, 0, "late latter"),
    (MID, 0, 0, "mid"),
    (EDGE, 0, 0, "beginning start onset outset opening"),
    (EDGE, 0, 1, "middle midst midpoint"),
    (EDGE, 0, 2, "end close"),
    (TURN, 1, 0, "turn"),
    (HALF, 0, 0, "half"),
    (FISCAL, 0, 0, "fiscal financial fy"),
    (VAGUE, 0, 0, "few several many numerous countless various multiple"),
    (COUPLE, 2, 0, "couple"),
    (
        APPROX,
        0,
        0,
        "about around approximately nearly almost roughly some more over at less fewer under up no not just well close an another \
         virtually barely exactly",
    ),
    (
        WIDENS,
        0,
        0,
        "more full long short straight consecutive additional successive calendar whole solid other further working business \
         trading entire extra long-running intense turbulent tumultuous hectic",
    ),
    (REFERENCE, 0, 0, "recently lately formerly former"),
    (REFERENCE, 0, 1, "now currently presently nowadays"),
    (REFERENCE, 0, 2, "soon"),
    (RECENT, 0, 0, "recent"),
    (FUTURE, 0, 2, "future"),
    (NEAR, 0, 0, "near distant foreseeable immediate"),
    (MOMENT, 0, 1, "moment present"),
    (ERA, -1, 0, "bc b.c. bce b.c.e."),
    (ERA, 1, 0, "ad a.d. ce c.e."),
    (ANNIVERSARY, 0, 0, "anniversary anniversay"),
    (YEAR_END, 0, 2, "year-end yearend"),
    (YEAR_AGO, -1, 0, "year-earlier year-ago"),
    (CIRCA, 0, 0, "circa c. ca ca."),
    (APOSTROPHE, 0, 0, "'"),
    (ZONAL, 0, 0, "local eastern pacific central mountain"),
    (COMPOUND, 1, Unit::Hour as u8, "hour-long hourlong"),
];

/// Zones, with their hours from Greenwich.
const ZONES: &[(i32, &str)] = &[
    (0, "gmt utc wet"),
    (1, "bst cet"),
    (2, "cest eet sast"),
    (3, "eest msk"),
    (-5, "est et cdt"),
    (-4, "edt ast"),
    (-6, "cst ct mdt"),
    (-7, "mst mt pdt"),
    (-8, "pst pt"),
    (8, "sgt hkt awst"),
    (9, "jst kst"),
    (10, "aest"),
    (11, "aedt"),
];

/// Recurrence: number, unit, words.
const RECURRENCES: &[(i32, Unit, &str)] = &[
    (1, Unit::Hour, "hourly"),
    (1, Unit::Day, "daily everyday"),
    (1, Unit::Night, "nightly"),
    (1, Unit::Week, "weekly"),
    (2, Unit::Week, "biweekly bi-weekly fortnightly"),
    (1, Unit::Month, "monthly"),
    (2, Unit::Month, "bimonthly bi-monthly"),
    (1, Unit::Quarter, "quarterly"),
    (6, Unit::Month, "semiannual semi-annual biannual semiannually"),
    (1, Unit::Year, "annual annually yearly"),
    (2, Unit::Year, "biennial biennially"),
];

const LONGS: &[(Unit, &str)] = &[
    (Unit::Hour, "hour-long hourlong"),
    (Unit::Day, "day-long daylong all-day"),
    (Unit::Night, "night-long nightlong all-night"),
    (Unit::Week, "week-long weeklong"),
    (Unit::Weekend, "weekend-long"),
    (Unit::Month, "month-long monthlong"),
    (Unit::Year, "year-long yearlong"),
    (Unit::Decade, "decade-long decadelong"),
    (Unit::Century, "century-long"),
];

/// Irregular past forms and auxiliaries; regular ones are told by "-ed".
const PAST_FORMS: &str = "was were had did said told became began bought brought built came chose cost cut dealt died drew drove ended fell \
     fought fled found gave got grew heard held hit kept knew laid led left lent lost made meant met paid put quit ran read rose saw sent \
     sold set shot shut sought spent spoke spread stood stole struck swore took taught thought threw told understood went withdrew woke \
     won wrote broke bore caught flew forgot froze hid hung hurt let lit rode sang sank sat shook slept slid split stuck swam tore wore \
     wound been done gone seen taken given shown known born been ate drank";

const AHEAD_FORMS: &str = "scheduled due expected expects expect planned plans plan slated set upcoming until till by tomorrow next would \
     could might should must starting beginning due hopes aims intends deadline expire expires effective likely \
     forecast starts begins opens resumes retires airs takes kicks";

/// Verbs whose present tells what is planned where a day follows: "the court hears the case Thursday".
const PLANNED_FORMS: &str = "starts begins opens reopens resumes retires airs takes kicks ends meets hears hosts convenes votes visits faces holds \
     returns speaks closes launches plays leaves arrives travels departs concludes premieres";

type Table = FixedMap<&'static str, Word>;

static WORDS: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    let mut add = |forms: &'static str, class: Class, n: i32, k: u8| {
        for form in forms.split_whitespace() {
            let word = table.entry(form).or_default();
            word.class |= class;
            if n != 0 {
                word.n = n;
            }
            if k != 0 {
                word.k = k;
            }
        }
    };
    for (list, class, first) in
        [(&MONTHS[..], MONTH, 1u8), (&WEEKDAY_FORMS[..], WEEKDAY, 1), (&PARTS_OF_DAY[..], PART, 0), (&SEASONS[..], SEASON, 0)]
    {
        for (k, forms) in (first..).zip(list) {
            add(forms, class, 0, k);
        }
    }
    for (k, forms) in (1u8..).zip(["mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"]) {
        add(forms, WEEKDAYS, 0, k);
    }
    for (k, forms) in (0u8..).zip(["mornings", "afternoons", "evenings"]) {
        add(forms, PARTS, 0, k);
    }
    add("nights", PARTS, 0, 3);
    add(DOUBTFUL_FORMS, DOUBTFUL, 0, 0);
    for &(unit, one, many) in UNIT_FORMS {
        add(one, UNIT, 0, unit as u8);
        add(many, UNITS, 0, unit as u8);
    }
    add("second", UNIT, 0, Unit::Second as u8);
    for (n, form) in (0..).zip(NUMBERS) {
        add(form, NUMBER, n, 0);
    }
    for (n, form) in (2..).zip(TENS) {
        add(form, NUMBER, n * 10, 0);
    }
    for (n, form) in (1..).zip(DECADES) {
        add(form, DECADE, n * 10, 0);
    }
    for (n, form) in (0..).zip(ORDINALS) {
        add(form, ORDINAL, n, 0);
    }
    add("thirtieth", ORDINAL, 30, 0);
    add("thirty-first", ORDINAL, 31, 0);
    for &(class, n, k, forms) in FUNCTION_WORDS {
        add(forms, class, n, k);
    }
    for &(hours, forms) in ZONES {
        add(forms, ZONE, hours, 0);
    }
    for &(n, unit, forms) in RECURRENCES {
        add(forms, RECURRING, n, unit as u8);
    }
    for &(unit, forms) in LONGS {
        add(forms, LONG, 1, unit as u8);
    }
    add(PAST_FORMS, PAST_VERB, 0, 0);
    add("will shall 'll won't", FUTURE_VERB, 0, 0);
    add(AHEAD_FORMS, AHEAD, 0, 0);
    add(PLANNED_FORMS, AHEAD | PLANNED, 0, 0);
    add("is are has have says say am", PRESENT_VERB, 0, 0);
    add("to would may might could should must can cannot can't", INFINITIVE, 0, 0);
    for first in super::feast::first_words() {
        add(first, FEAST, 0, 0);
    }
    table
});

/// The first and last letter and the length of every listed word: most words of a text fail here
/// before they are looked up.
static OUTLINES: LazyLock<[[u32; 26]; 26]> = LazyLock::new(|| {
    let mut outlines = [[0u32; 26]; 26];
    let mut words: Vec<&str> = WORDS.keys().copied().collect();
    words.arrange();
    for word in words {
        if let Some((first, last)) = outline(word) {
            outlines[first][last] |= 1 << word.len().min(31);
        }
    }
    outlines
});

/// First and last letter of a word of small letters, each below 26.
fn outline(word: &str) -> Option<(usize, usize)> {
    let letter = |b: &u8| b.is_ascii_lowercase().then(|| usize::from(b - b'a'));
    Some((letter(word.as_bytes().first()?)?, letter(word.as_bytes().last()?)?))
}

fn may_be_listed(lower: &str) -> bool {
    outline(lower).is_none_or(|(first, last)| OUTLINES[first][last] & 1 << lower.len().min(31) != 0)
}

/// Classifies one form.
pub(super) fn word(form: &Form) -> Word {
    let lower = form.lower.as_str();
    if may_be_listed(lower)
        && let Some(&word) = WORDS.get(lower)
    {
        return cased(word, form);
    }
    if lower.starts_with(|c: char| c.is_ascii_digit()) {
        return shape::digits(lower);
    }
    if let Some(word) = shape::compound(lower) {
        return word;
    }
    // "United", "Allied", "Red Sea": a name has no tense.
    if lower.len() > 4 && lower.ends_with("ed") && lower.is_ascii() && !form.text.starts_with(char::is_uppercase) {
        return Word::new(PAST_VERB, 0, 0);
    }
    Word::default()
}

/// The listed word of a lower-case form.
pub(super) fn listed(lower: &str) -> Option<Word> {
    WORDS.get(lower).copied()
}

/// Case tells abbreviations and months from common words: "Mon", "May"; "ET", "PT" are zones, "et" is not.
fn cased(mut word: Word, form: &Form) -> Word {
    let upper = form.text.starts_with(char::is_uppercase);
    if !upper {
        if word.is(MONTH | WEEKDAY) && word.is(DOUBTFUL) || word.is(MONTH) {
            // "march", "may", "sat": only a day or year beside it makes a date of it.
            word.class |= DOUBTFUL;
            if form.text.len() <= 3 {
                word.class &= !(MONTH | WEEKDAY);
            }
        }
        word.class &= !(ZONE | QUARTER_NAME);
        if form.lower == "ad" || form.lower == "ce" {
            word.class &= !ERA;
        }
    } else if word.is(ZONE) && form.text.chars().any(char::is_lowercase) {
        word.class &= !ZONE;
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_classes() {
        let w = |text: &str| crate::text::Document::read(text).lexicon.forms().first().map(word).unwrap();
        assert!(w("May").is(MONTH) && w("May").is(DOUBTFUL) && w("May").k == 5);
        assert!(w("second").is(ORDINAL) && w("second").is(UNIT) && w("second").n == 2 && w("second").k == Unit::Second as u8);
        assert!(!w("sat").is(WEEKDAY) && w("Sat.").is(WEEKDAY));
        assert!(!w("est").is(ZONE) && w("EST").is(ZONE));
        assert!(w("one").is(NUMBER) && w("one").n == 1);
    }
}
