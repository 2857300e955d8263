//! The words of the grammar: what each can be, and its number.
//!
//! The forms are listed in [`super::words`]. [`word`] classifies one form; it runs once for each
//! distinct form of a report. What has digits is read by shape ([`super::shape`]).

use super::shape;
use super::words::rows;
use crate::order::Arrange;
use crate::text::Form;
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

/// Finite verb forms.
pub(super) const FINITE: Class = PAST_VERB | PRESENT_VERB | FUTURE_VERB;

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
    // Made in many places: one copy.
    #[inline(never)]
    pub(super) fn new(class: Class, n: i32, m: i32, k: u8) -> Self {
        Self { class, n, m, k }
    }

    pub(super) const fn is(&self, class: Class) -> bool {
        self.class & class != 0
    }

    /// Adds what the same form is in another row.
    fn join(&mut self, other: Self) {
        self.class |= other.class;
        if other.n != 0 {
            self.n = other.n;
        }
        if other.k != 0 {
            self.k = other.k;
        }
    }
}

/// Parts of the day by number.
pub(super) const PART_CODES: &str = "TMO TAF TEV TNI TDT TMI";

/// The night among [`PART_CODES`].
pub(super) const NIGHT: u8 = 3;

/// Reference words: TIMEX3 values.
pub(super) const REFERENCES: &str = "PAST_REF PRESENT_REF FUTURE_REF";

/// The `n`th word of `list`, from 0; nothing where it has fewer.
#[inline(never)]
pub(super) fn nth_word(list: &'static str, n: usize) -> &'static str {
    list.split(' ').nth(n).unwrap_or("")
}

/// The place of `word` in `list`, from 0.
#[inline(never)]
pub(super) fn place_in(list: &str, word: &str) -> Option<usize> {
    list.split(' ').position(|listed| listed == word)
}

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
        const CODES: &str = "START MID END APPROX MORE_THAN LESS_THAN EQUAL_OR_MORE EQUAL_OR_LESS";
        (self as usize).checked_sub(1).map(|k| nth_word(CODES, k))
    }

    fn edge(k: u8) -> Self {
        match k {
            0 => Self::Start,
            1 => Self::Mid,
            _ => Self::End,
        }
    }

    /// The modifier of a word of class [`EDGE`], [`EARLY`], [`MID`] or [`LATE`].
    pub(super) fn of(word: &Word) -> Self {
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

/// Every listed form with what it can be, in the order of the forms.
static WORDS: LazyLock<Vec<(&'static str, Word)>> = LazyLock::new(|| {
    let mut all: Vec<(&'static str, Word)> = Vec::new();
    for (row, forms) in rows() {
        let class = 1 << row.class;
        // What is planned lies ahead.
        let class = if class == PLANNED { PLANNED | AHEAD } else { class };
        let (mut n, mut k) = (row.n.0, row.k.0);
        for same in forms.split(' ') {
            for form in same.split('/') {
                all.push((form, Word::new(class, i32::from(n), 0, k)));
            }
            n += i16::from(row.n.1);
            k += row.k.1;
        }
    }
    for first in super::feast::first_words() {
        all.push((first, Word::new(FEAST, 0, 0, 0)));
    }
    all.arrange_by(|a, b| a.0.cmp(b.0));
    all.dedup_by(|(again, word), (form, kept)| {
        let same = again == form;
        if same {
            kept.join(*word);
        }
        same
    });
    all
});

/// The first and last letter and the length of every listed word: most words of a text fail here
/// before they are looked up.
static OUTLINES: LazyLock<[[u32; 26]; 26]> = LazyLock::new(|| {
    let mut outlines = [[0u32; 26]; 26];
    for (word, _) in WORDS.iter() {
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
pub(super) fn word(form: Form<'_>) -> Word {
    let lower = form.lower;
    if may_be_listed(lower)
        && let Some(word) = listed(lower)
    {
        return cased(word, form);
    }
    if lower.starts_with(|c: char| c.is_ascii_digit()) {
        return shape::digits(lower);
    }
    if let Some(word) = shape::compound(lower) {
        return word;
    }
    // "United", "Allied", "Red Sea": a name has no tense, nor has "fire-related".
    if lower.len() > 4 && lower.ends_with("ed") && lower.is_ascii() && !lower.contains('-') && !form.text.starts_with(char::is_uppercase) {
        return Word::new(PAST_VERB, 0, 0, 0);
    }
    Word::default()
}

/// The listed word of a lower-case form.
pub(super) fn listed(lower: &str) -> Option<Word> {
    let at = WORDS.binary_search_by(|(form, _)| (*form).cmp(lower)).ok()?;
    WORDS.get(at).map(|(_, word)| *word)
}

/// Case tells abbreviations and months from common words: "Mon", "May"; "ET", "PT" are zones, "et" is not.
fn cased(mut word: Word, form: Form<'_>) -> Word {
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
    use super::super::calendar::Unit;
    use super::*;

    #[test]
    fn words_have_their_classes() {
        let w = |text: &str| crate::text::Document::read(text).lexicon.forms().next().map(word).unwrap();
        assert!(w("May").is(MONTH) && w("May").is(DOUBTFUL) && w("May").k == 5);
        assert!(w("second").is(ORDINAL) && w("second").is(UNIT) && w("second").n == 2 && w("second").k == Unit::Second as u8);
        assert!(!w("sat").is(WEEKDAY) && w("Sat.").is(WEEKDAY));
        assert!(!w("est").is(ZONE) && w("EST").is(ZONE));
        assert!(w("one").is(NUMBER) && w("one").n == 1);
    }
}
