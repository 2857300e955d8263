//! Walks the rules of [`super::grammar`] over the tokens of one block.
//!
//! A rule is a row of elements, each one token of a class, a counted phrase (number, quantity, time
//! of day) or a calendar phrase. The longest match wins, and of equals the rule that stands first.
//! What the tokens stand for is collected in [`Found`]. Rules are bounded in length and calendar
//! phrases do not nest, so that the work is linear in the text.

use super::calendar::Unit;
use super::feast;
use super::grammar::{GRAMMAR, Glance, Make, Rule, What, what};
use super::lexicon::*;
use super::quantity::{Clock, Quantity, clock, number, quantity};
use crate::text::{Document, Span};
use std::cell::Cell;

/// The tokens of one document with their classes.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    pub(super) doc: &'a Document,
    words: &'a [Word],
    /// Past the last token that may be read: the end of the block.
    pub(super) end: usize,
    calendars: Kept<Match>,
    quantities: Kept<(Quantity, usize)>,
}

/// How many answers are kept.
const KEPT: usize = 4;

/// Answers with the token that they belong to.
type Kept<T> = [Cell<(usize, Option<T>)>; KEPT];

fn no_answers<T>() -> Kept<T> {
    [const { Cell::new((usize::MAX, None)) }; KEPT]
}

/// How many elements a row may have.
const LONGEST: usize = 10;

impl<'a> Tokens<'a> {
    pub(super) fn new(doc: &'a Document, words: &'a [Word], end: usize) -> Self {
        Self { doc, words, end, calendars: no_answers(), quantities: no_answers() }
    }

    // These are asked everywhere: one copy of each keeps the module for the browser small.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn word(&self, i: usize) -> &'a Word {
        static NONE: Word = Word { class: 0, n: 0, m: 0, k: 0 };
        let token = self.doc.tokens.get(i).filter(|_| i < self.end);
        token.and_then(|t| self.words.get(t.form.0 as usize)).unwrap_or(&NONE)
    }

    /// Whether token `i` has one of the classes.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn is(&self, i: usize, class: Class) -> bool {
        self.word(i).is(class)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn lower(&self, i: usize) -> &'a str {
        if i >= self.end { "" } else { self.doc.lower(i) }
    }

    /// Whether token `i` is one of the words of `list`, which single spaces part.
    #[inline(never)]
    pub(super) fn one_of(&self, i: usize, list: &str) -> bool {
        among(list, self.lower(i))
    }

    /// Whether token `i` begins with a letter.
    #[inline(never)]
    pub(super) fn is_word(&self, i: usize) -> bool {
        self.lower(i).starts_with(char::is_alphabetic)
    }

    /// Whether token `i` begins with a digit.
    #[inline(never)]
    pub(super) fn is_digit(&self, i: usize) -> bool {
        self.lower(i).starts_with(|c: char| c.is_ascii_digit())
    }

    /// Where `words`, which single spaces part, end if they stand at token `i`.
    #[inline(never)]
    pub(super) fn spelled(&self, i: usize, words: &str) -> Option<usize> {
        let mut end = i;
        for word in words.split(' ') {
            if self.lower(end) != word {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    pub(super) fn unit(&self, i: usize) -> Option<Unit> {
        let w = self.word(i);
        w.is(UNIT | UNITS | COMPOUND | LONG | RECURRING).then(|| unit_of(w.k))
    }

    /// Whether the token begins with an upper-case letter.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn capital(&self, i: usize) -> bool {
        i < self.end && self.doc.form(i).starts_with(char::is_uppercase)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn is_mark(&self, i: usize) -> bool {
        self.lower(i).chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '$')
    }

    /// Whether white space stands before the token.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn spaced(&self, i: usize) -> bool {
        self.doc.tokens.get(i).is_none_or(|t| t.spaced)
    }

    /// Whether a bare "10:30" stands where times of day do.
    pub(super) fn at_time(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1) else { return true };
        self.word(before).is(AT | BEFORE | TO | WEEKDAY | FROM | BETWEEN)
            || self.one_of(before, "by around about since until shortly exactly than")
            || self.word(i + 1).is(WEEKDAY)
            || (self.word(i + 1).is(ON | TO) && self.word(before).is(AT | FROM))
            || self.is_updated(before)
    }

    /// "Updated 14:05", "Published: 10:22".
    fn is_updated(&self, i: usize) -> bool {
        let i = if self.one_of(i, ":") { i.saturating_sub(1) } else { i };
        self.one_of(i, "updated published posted modified edited")
    }
}

/// The unit of a number in a word's `k`.
pub(super) fn unit_of(k: u8) -> Unit {
    const ALL: [Unit; 17] = [
        Unit::Second,
        Unit::Minute,
        Unit::Hour,
        Unit::Night,
        Unit::Day,
        Unit::Weekend,
        Unit::Week,
        Unit::Fortnight,
        Unit::Month,
        Unit::Quarter,
        Unit::Season,
        Unit::Half,
        Unit::FiscalYear,
        Unit::Year,
        Unit::Decade,
        Unit::Century,
        Unit::Millennium,
    ];
    ALL.get(usize::from(k)).copied().unwrap_or_default()
}

/// A year that is given by its place, not by its number: "last year", "the same year".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearBy {
    /// So many years from the report.
    Report(i32),
    /// So many years from the previous date.
    Previous(i32),
}

/// What the tokens of a match stand for.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Found {
    pub(super) year: Option<i32>,
    pub(super) year_by: Option<YearBy>,
    pub(super) short_year: bool,
    pub(super) era: i32,
    pub(super) fiscal: bool,
    pub(super) month: u8,
    pub(super) day: u8,
    pub(super) last_day: u8,
    pub(super) weekday: u8,
    pub(super) ordinal: i32,
    pub(super) second: i32,
    pub(super) season: Option<u8>,
    pub(super) feast: u8,
    pub(super) part: Option<u8>,
    pub(super) clock: Option<Clock>,
    pub(super) quantity: Option<Quantity>,
    pub(super) unit: Option<Unit>,
    pub(super) direction: i32,
    pub(super) reference: u8,
    pub(super) modifier: Mod,
    /// How the calendar phrase inside is read, and its unit.
    pub(super) inner: Option<Make>,
    pub(super) inner_unit: Option<Unit>,
    /// Whether a length is counted back from what stands behind it: "two days before Christmas".
    pub(super) before: bool,
    /// Number of the token that is read by its characters (ISO and slashed dates).
    pub(super) token: usize,
}

impl Found {
    /// The part of the day in a value.
    pub(super) fn part_code(&self) -> Option<&'static str> {
        self.part.map(|part| nth_word(PART_CODES, usize::from(part)))
    }
}

/// A match: which tokens, how to read them, what they stand for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Match {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) make: Make,
    pub(super) found: Found,
}

/// Into which field of [`Found`] a token goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    None,
    Month,
    Day,
    LastDay,
    Year,
    Years,
    Era,
    Fiscal,
    Weekday,
    Ordinal,
    Season,
    Part,
    Unit,
    Direction,
    Reference,
    Modifier,
    Token,
    Often,
    Side,
    ShortTo,
    Compound,
    Prefix,
}

fn take(found: &mut Found, slot: Slot, w: &Word, i: usize) {
    match slot {
        Slot::None => {}
        Slot::Month => found.month = w.k,
        Slot::Day => found.day = w.n.clamp(0, 255) as u8,
        Slot::LastDay => found.last_day = w.n.clamp(0, 255) as u8,
        Slot::Year => {
            found.year = Some(w.n);
            found.fiscal |= w.is(FISCAL);
        }
        Slot::Years => (found.ordinal, found.second) = (w.n, w.m),
        Slot::Era => found.era = w.n,
        Slot::Fiscal => found.fiscal = true,
        Slot::Weekday => found.weekday = w.k,
        Slot::Ordinal => {
            found.ordinal = w.n;
            found.second = i32::from(w.k);
        }
        Slot::Season => found.season = Some(w.k),
        Slot::Part => found.part = Some(w.k),
        // "the year-ago period" has no unit of its own.
        Slot::Unit => found.unit = w.is(UNIT | UNITS).then(|| unit_of(w.k)),
        Slot::Direction => found.direction = w.n,
        Slot::Reference => found.reference = w.k,
        Slot::Modifier => found.modifier = Mod::of(w),
        Slot::Token => found.token = i,
        Slot::Often => found.ordinal = w.n,
        Slot::Side => found.before = w.is(EARLIER),
        // "2021-22" in three tokens
        Slot::ShortTo => {
            let first = found.year.unwrap_or(0);
            (found.ordinal, found.second) = (first, if w.is(YEAR) { w.n } else { first / 100 * 100 + w.n });
        }
        Slot::Compound => {
            let n = super::quantity::Amount { whole: w.n.max(0), tenths: w.m, vague: w.n < 0 };
            found.quantity = Some(Quantity { n, unit: unit_of(w.k), ..Quantity::default() });
        }
        Slot::Prefix => {
            found.modifier = match w.m {
                0 => Mod::Start,
                1 => Mod::Mid,
                _ => Mod::End,
            };
            if w.is(PREFIXED_MONTH) {
                found.month = w.k;
            } else if w.is(PREFIXED_SEASON) {
                found.season = Some(w.k);
            } else if w.is(PREFIXED_PART) {
                found.part = Some(w.k);
            } else if w.is(PREFIXED_YEAR) {
                found.year = Some(w.n);
            } else if w.is(PREFIXED_UNIT) {
                found.unit = Some(unit_of(w.k));
            } else {
                found.ordinal = w.n;
            }
        }
    }
}

/// The best match that begins at token `i` and that `fits` lets pass.
pub(super) fn best(t: &Tokens<'_>, i: usize, fits: &dyn Fn(&Match) -> bool) -> Option<Match> {
    let first = longest(t, &GRAMMAR.rules.rows, i, None, fits);
    longest(t, &GRAMMAR.calendar.rows, i, first, fits)
}

/// The longest match of a table at `i` that is longer than `best`.
fn longest(t: &Tokens<'_>, rules: &[(Rule, Glance)], i: usize, mut best: Option<Match>, fits: &dyn Fn(&Match) -> bool) -> Option<Match> {
    let class = t.word(i).class;
    let next = t.word(i + 1).class;
    for (rule, glance) in rules {
        if !glance.fits(class, next) {
            continue;
        }
        let mut ends = [i; LONGEST];
        if !reach(t, rule.pattern, i, &mut ends) {
            continue;
        }
        // Most rows fail: what they stand for is collected only for one that wins.
        let last = ends.into_iter().max().unwrap_or(i);
        if best.is_none_or(|b| b.last < last) {
            let mut m = Match { first: i, last, make: rule.make, found: Found::default() };
            let mut at = i;
            for (&element, end) in rule.pattern.iter().zip(ends) {
                if end > at {
                    keep(t, what(element).0, at, &mut m);
                }
                at = end;
            }
            if fits(&m) {
                best = Some(m);
            }
        }
    }
    best
}

/// Whether the elements match from token `i` on. What each matches goes to its place in `ends`; one that is
/// missing ends where it begins.
fn reach(t: &Tokens<'_>, pattern: &[u8], i: usize, ends: &mut [usize]) -> bool {
    let Some((&element, pattern)) = pattern.split_first() else { return true };
    let Some((end, ends)) = ends.split_first_mut() else { return false };
    let (what, optional) = what(element);
    if let Some(next) = width(t, what, i) {
        *end = next;
        if reach(t, pattern, next, ends) {
            return true;
        }
    }
    *end = i;
    optional && reach(t, pattern, i, ends)
}

/// Where one element ends that begins at `i`.
fn width(t: &Tokens<'_>, what: What, i: usize) -> Option<usize> {
    let w = t.word(i);
    let single = match what {
        What::Class(class, _) => w.is(class),
        What::Word(text) => t.lower(i) == text,
        What::Unit(unit, plural) => w.is(if plural { UNITS } else { UNIT }) && unit_of(w.k) == unit,
        What::DayNumber => w.is(DAY) || w.is(ORDINAL) && (1..=31).contains(&w.n),
        // A day that no month has ("June 32") is kept, so that it can be marked.
        What::AnyDay => w.is(NUMBER | ORDINAL) && (0..=99).contains(&w.n) && t.lower(i).len() <= 4 && t.is_digit(i),
        // An apostrophe right before two digits.
        What::ShortYear => return (w.is(APOSTROPHE) && t.is(i + 1, SHORT_YEAR) && !t.spaced(i + 1)).then_some(i + 2),
        What::Quantity => return length(t, i).map(|(_, end)| end),
        What::Calendar => return calendar(t, i).map(|m| m.last),
        What::Number => return number(t, i).map(|(_, end)| end),
        What::Clock => return clock(t, i).map(|(_, end)| end),
        What::Feast if !w.is(FEAST) || !t.capital(i) => false,
        What::Feast => return feast::at(t, i).map(|(_, end)| end),
        What::YearPhrase => return year_phrase(t, i, &mut Found::default()),
    };
    single.then_some(i + 1)
}

/// Keeps what an element stands for that matches at `i`.
fn keep(t: &Tokens<'_>, what: What, i: usize, m: &mut Match) {
    let w = t.word(i);
    let f = &mut m.found;
    match what {
        What::Class(_, slot) => take(f, slot, w, i),
        What::Word(_) => {}
        What::Unit(unit, _) => f.unit = Some(unit),
        What::DayNumber | What::AnyDay => f.day = w.n.clamp(0, 255) as u8,
        What::ShortYear => (f.year, f.short_year) = (Some(t.word(i + 1).n), true),
        What::Number => f.quantity = number(t, i).map(|(n, _)| Quantity { n, ..f.quantity.unwrap_or_default() }),
        What::Quantity => f.quantity = length(t, i).map(|(q, _)| q),
        What::Clock => f.clock = clock(t, i).map(|(c, _)| c),
        What::Feast => f.feast = feast::at(t, i).map_or(0, |(feast, _)| feast),
        What::YearPhrase => _ = year_phrase(t, i, f),
        What::Calendar => {
            if let Some(inner) = calendar(t, i) {
                hold(m, &inner);
            }
        }
    }
}

/// Takes a calendar phrase into the match of which it is a part.
fn hold(m: &mut Match, inner: &Match) {
    let own = std::mem::replace(&mut m.found, inner.found);
    let f = &mut m.found;
    // What the words around say is kept unless the phrase itself says it.
    if f.modifier == Mod::None {
        f.modifier = own.modifier;
    }
    f.part = f.part.or(own.part);
    f.clock = f.clock.or(own.clock);
    f.quantity = f.quantity.or(own.quantity);
    f.before = own.before;
    if own.direction != 0 && f.direction == 0 && !matches!(m.make, Make::Inner | Make::Duration) {
        f.direction = own.direction;
    }
    if matches!(m.make, Make::Nth | Make::Duration | Make::From | Make::Anniversary) {
        f.inner = Some(inner.make);
        f.inner_unit = f.unit;
        f.unit = own.unit;
        f.ordinal = if m.make == Make::Duration { own.direction } else { own.ordinal };
    }
    if m.make == Make::Inner {
        m.make = inner.make;
    }
}

/// The longest calendar phrase at `i`. Several rows ask for the same place, so the last answers are kept.
pub(super) fn calendar(t: &Tokens<'_>, i: usize) -> Option<Match> {
    kept(&t.calendars, i, || longest(t, &GRAMMAR.calendar.rows, i, None, &|_| true))
}

/// The length of time at `i`, kept as well.
fn length(t: &Tokens<'_>, i: usize) -> Option<(Quantity, usize)> {
    kept(&t.quantities, i, || quantity(t, i))
}

fn kept<T: Copy>(answers: &Kept<T>, i: usize, find: impl FnOnce() -> Option<T>) -> Option<T> {
    let place = answers.get(i % KEPT)?;
    let (at, mut answer) = place.get();
    if at != i {
        answer = find();
        place.set((i, answer));
    }
    answer
}

/// A year at `i` in any wording: "2019", "'08", "last year", "the same year", "that year", "fiscal 2019".
fn year_phrase(t: &Tokens<'_>, i: usize, f: &mut Found) -> Option<usize> {
    let w = t.word(i);
    if w.is(YEAR) {
        take(f, Slot::Year, w, i);
        return Some(i + 1);
    }
    if w.is(FISCAL) && t.is(i + 1, YEAR) {
        f.fiscal = true;
        f.year = Some(t.word(i + 1).n);
        return Some(i + 2);
    }
    let is_year = |k: usize| t.is(k, UNIT) && t.unit(k) == Some(Unit::Year);
    if is_year(i + 1) {
        let by = if w.is(THIS) {
            YearBy::Report(0)
        } else if w.is(LAST | NEXT) {
            YearBy::Report(w.n)
        } else if w.is(THAT | THE) && !t.is(i + 2, BEFORE) {
            YearBy::Previous(0)
        } else {
            return None;
        };
        f.year_by = Some(by);
        return Some(i + 2);
    }
    if w.is(THE) && is_year(i + 2) {
        let w = t.word(i + 1);
        let by = if w.is(SAME) {
            YearBy::Previous(0)
        } else if w.is(CURRENT) {
            YearBy::Report(0)
        } else if w.is(NEXT | PREVIOUS | FOLLOWING) {
            YearBy::Previous(w.n)
        } else if w.is(FISCAL) {
            f.fiscal = true;
            YearBy::Report(0)
        } else {
            return None;
        };
        f.year_by = Some(by);
        return Some(i + 3);
    }
    None
}

impl Match {
    /// The token before it; where it is the first, a number that no token has.
    pub(super) fn before(&self) -> usize {
        self.first.wrapping_sub(1)
    }

    /// Where it stands in the text.
    pub(super) fn span(&self, doc: &Document) -> Span {
        doc.span(self.first..self.last)
    }
}
