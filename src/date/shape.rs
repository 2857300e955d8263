//! Words that are read by their shape: digits ("2019-12-20", "10:30", "1990s", "27-28") and
//! hyphenated compounds ("two-year", "mid-June", "third-quarter").

use super::calendar::Unit;
use super::lexicon::*;

/// The number of a run of digits, if there is one of at most nine, and what follows it.
pub(super) fn leading(text: &str) -> (Option<i32>, &str) {
    let (mut n, mut end) = (0_i32, 0);
    for byte in text.bytes().take_while(u8::is_ascii_digit) {
        n = n.saturating_mul(10).saturating_add(i32::from(byte - b'0'));
        end += 1;
    }
    ((1..=9).contains(&end).then_some(n), text.get(end..).unwrap_or(""))
}

/// The numbers of a token that single marks part.
pub(super) fn numbers(text: &str) -> [Option<i32>; 3] {
    let mut numbers = [None; 3];
    let mut rest = text;
    for number in &mut numbers {
        let (n, after) = leading(rest);
        *number = n;
        rest = behind(after);
    }
    numbers
}

/// Classifies a form that begins with a digit.
pub(super) fn digits(lower: &str) -> Word {
    // No date, time or number that matters here is longer than an ISO time with a zone; a
    // megabyte of digits is read no further than this.
    if lower.len() > 32 {
        return Word::default();
    }
    let (Some(n), rest) = leading(lower) else { return Word::default() };
    let width = lower.len() - rest.len();
    match rest {
        "" => plain(n, width),
        "st" | "nd" | "rd" | "th" => Word::new(ORDINAL, n, 0, 0),
        "s" if width == 4 && n % 10 == 0 && (1000..=2200).contains(&n) || width == 2 && n % 10 == 0 => Word::new(DECADE, n, 0, 0),
        "am" | "pm" | "a" | "p" if width <= 2 && (1..=12).contains(&n) && rest.len() == 2 => Word::new(CLOCK, half_day(n, rest), 0, 1),
        "q" if (1..=4).contains(&n) => Word::new(QUARTER_NAME, n, 0, 0),
        _ => match rest.as_bytes().first() {
            Some(b':') => clock(n, rest),
            Some(b',') => thousands(n, rest),
            Some(b'.') => dotted(n, width, rest),
            Some(b'/') => slashes(n, width, rest),
            Some(b'-') => hyphened(lower, n, width, behind(rest)),
            _ => compound(lower).unwrap_or_default(),
        },
    }
}

fn half_day(n: i32, suffix: &str) -> i32 {
    n % 12 + if suffix.starts_with('p') { 12 } else { 0 }
}

fn plain(n: i32, width: usize) -> Word {
    let mut word = Word::new(NUMBER, n, 0, 0);
    match width {
        1 | 2 => {
            if (1..=31).contains(&n) {
                word.class |= DAY;
            }
            if width == 2 {
                word.class |= SHORT_YEAR;
            }
        }
        3 if n > 0 => word.class |= OLD_YEAR,
        4 => {
            if (1000..=2199).contains(&n) {
                word.class |= YEAR;
            }
            if n / 100 < 24 && n % 100 < 60 {
                word.class |= MILITARY;
                word.k = (n / 100) as u8;
                word.m = n % 100;
            }
        }
        _ => {}
    }
    word
}

/// What stands behind the mark that opens `text`.
fn behind(text: &str) -> &str {
    text.get(1..).unwrap_or("")
}

/// "10:30", "10:30:15", "10:30pm".
fn clock(hour: i32, rest: &str) -> Word {
    let (minute, after) = leading(behind(rest));
    let Some(minute) = minute.filter(|&m| m < 60 && hour < 25) else { return Word::default() };
    if rest.len() - after.len() != 3 {
        return Word::default();
    }
    let after = match after.strip_prefix(':') {
        Some(seconds) => leading(seconds).1,
        None => after,
    };
    let word = |hour: i32, k: u8| Word::new(CLOCK, hour, minute, k);
    match after {
        "" => word(hour, 0),
        "am" | "pm" if (1..=12).contains(&hour) => word(half_day(hour, after), 1),
        "hrs" | "hr" | "h" | "z" => word(hour, 1),
        _ => Word::default(),
    }
}

fn thousands(n: i32, rest: &str) -> Word {
    let all = rest.bytes().filter(u8::is_ascii_digit).try_fold(n, |n, b| n.checked_mul(10)?.checked_add(i32::from(b - b'0')));
    match all {
        Some(all) if rest.bytes().all(|b| b.is_ascii_digit() || b == b',') => Word::new(NUMBER, all, 0, 0),
        _ => Word::default(),
    }
}

/// "2.5", "10.30", "22.10.2019".
fn dotted(n: i32, width: usize, rest: &str) -> Word {
    let (second, after) = leading(behind(rest));
    let Some(m) = second else { return Word::default() };
    let places = rest.len() - after.len() - 1;
    match after {
        "" if places == 1 => Word::new(NUMBER, n, m, 0),
        "" if places == 2 && n < 24 && m < 60 && width <= 2 => Word::new(NUMBER | MILITARY, n, m, n as u8),
        "" => Word::new(NUMBER, n, 0, 0),
        "am" | "pm" if places == 2 && (1..=12).contains(&n) && m < 60 => Word::new(CLOCK, half_day(n, after), m, 1),
        _ if after.len() == 5 && after.starts_with('.') && leading(behind(after)).1.is_empty() => Word::new(SLASHES, 0, 0, 0),
        _ => Word::default(),
    }
}

/// "10/22/2019", "10/22/19", "2019/10/22"; "10/22" has `k` 1.
fn slashes(n: i32, width: usize, rest: &str) -> Word {
    let (second, after) = leading(behind(rest));
    match second {
        // "2021/22", "2021/2022": a year that begins in one and ends in the next.
        Some(m)
            if after.is_empty()
                && (1000..=2199).contains(&n)
                && width == 4
                && (rest.len() == 3 && m == (n + 1) % 100 || rest.len() == 5 && m == n + 1) =>
        {
            Word::new(YEARS, n, n + 1, 0)
        }
        Some(_) if after.is_empty() => Word::new(SLASHES, 0, 0, 1),
        Some(_)
            if after.starts_with('/')
                && leading(behind(after)).1.is_empty()
                && matches!(after.len(), 2 | 3 | 5)
                && (after.len() > 2 || rest.len() > 5) =>
        {
            Word::new(SLASHES, 0, 0, 0)
        }
        _ => Word::default(),
    }
}

fn hyphened(lower: &str, n: i32, width: usize, rest: &str) -> Word {
    let (second, after) = leading(rest);
    let places = rest.len() - after.len();
    if let Some(m) = second {
        if after.is_empty() && width == 4 && (1000..=2199).contains(&n) {
            if places == 4 && m > n && m <= 2199 {
                return Word::new(YEARS, n, m, 0);
            }
            if places == 2 && m > n % 100 {
                return Word::new(YEARS, n, n / 100 * 100 + m, 0);
            }
            if places == 2 && (1..=12).contains(&m) {
                return Word::new(ISO, 0, 0, 0);
            }
        }
        if after.is_empty() && width <= 2 && places <= 2 && (1..=31).contains(&n) && m <= 31 && n < m {
            return Word::new(DAYS, n, m, 0);
        }
        if width == 4 && places == 2 && after.starts_with('-') {
            return Word::new(ISO, 0, 0, 0);
        }
        if width <= 2 && places <= 2 && after.len() == 5 && after.starts_with('-') && leading(behind(after)).1.is_empty() {
            return Word::new(SLASHES, 0, 0, 0);
        }
    }
    compound(lower).unwrap_or_default()
}

/// Classifies a form by its hyphens (or as "q3", "fy2013").
pub(super) fn compound(lower: &str) -> Option<Word> {
    if lower.len() > 48 {
        return None;
    }
    if let "q1" | "q2" | "q3" | "q4" = lower {
        return Some(Word::new(QUARTER_NAME, leading(lower.get(1..)?).0?, 0, 0));
    }
    if let Some(rest) = lower.strip_prefix("fy") {
        let (n, after) = leading(rest);
        let n = n.filter(|_| after.is_empty())?;
        return match rest.len() {
            4 => Some(Word::new(FISCAL | YEAR, n, 0, 0)),
            2 => Some(Word::new(FISCAL | YEAR, 2000 + n, 0, 0)),
            _ => None,
        };
    }
    let (first, rest) = at_hyphen(lower)?;
    // "mid-June", "early-morning", "late-1990s".
    if let Some(prefix) = place_in("early mid late", first) {
        let mut word = one(rest).or_else(|| compound(rest))?;
        let prefixed = [
            (MONTH, PREFIXED_MONTH),
            (YEAR, PREFIXED_YEAR),
            (DECADE, PREFIXED_DECADE),
            (SEASON, PREFIXED_SEASON),
            (PART, PREFIXED_PART),
            (CENTURY, PREFIXED_CENTURY),
            (UNIT, PREFIXED_UNIT),
        ];
        word.class = prefixed.iter().find(|(class, _)| word.is(*class))?.1;
        word.m = prefix as i32;
        return Some(word);
    }
    let (stem, last) = lower.rsplit_once('-')?;
    let tail = listed(last).unwrap_or_default();
    let head = one(first).unwrap_or_default();
    if rest == last && head.is(WEEKDAY | MONTH) && tail.is(WEEKDAY | MONTH) {
        return Some(Word::new(SPAN, i32::from(head.k), i32::from(tail.k), u8::from(head.is(MONTH))));
    }
    if tail.is(UNIT) && !matches!(last, "second" | "sec" | "min") || matches!(last, "second" | "night" | "minute") && head.is(NUMBER) {
        if rest == last && head.is(ORDINAL) {
            return match last {
                "quarter" => Some(Word::new(QUARTERLY, head.n, 0, 0)),
                "century" => Some(Word::new(CENTURY, head.n, 0, 0)),
                _ => None,
            };
        }
        if lower == "quarter-century" {
            return Some(Word::new(COMPOUND, 25, 0, Unit::Year as u8));
        }
        let unit = if last == "night" { Unit::Night as u8 } else { tail.k };
        let (n, tenths) = amount(stem)?;
        return Some(Word::new(COMPOUND, n, tenths, unit));
    }
    if last == "half" && rest == last && head.is(ORDINAL) {
        return Some(Word::new(QUARTERLY, head.n, 0, 1));
    }
    // "twenty-five", "twenty-fifth".
    if rest == last
        && head.is(NUMBER)
        && head.n >= 20
        && head.n % 10 == 0
        && (1..10).contains(&tail.n)
        && first.starts_with(char::is_alphabetic)
    {
        if tail.is(ORDINAL) {
            return Some(Word::new(ORDINAL, head.n + tail.n, 0, 0));
        }
        if tail.is(NUMBER) {
            return Some(Word::new(NUMBER, head.n + tail.n, 0, 0));
        }
    }
    None
}

/// What stands before and behind the first hyphen.
#[inline(never)]
fn at_hyphen(text: &str) -> Option<(&str, &str)> {
    text.split_once('-')
}

/// One part of a compound: digits or a listed word.
fn one(text: &str) -> Option<Word> {
    if text.starts_with(|c: char| c.is_ascii_digit()) { Some(digits(text)) } else { listed(text) }
}

/// The number before a unit: "two", "twenty-five", "two-and-a-half", "half", "multi"; -1 is left open.
fn amount(stem: &str) -> Option<(i32, i32)> {
    if let Some(stem) = stem.strip_suffix("-and-a-half") {
        return amount(stem).map(|(n, _)| (n, 5));
    }
    match stem {
        "half" | "half-a" => return Some((0, 5)),
        "multi" | "several" | "many" => return Some((-1, 0)),
        _ => {}
    }
    if let Some((tens, ones)) = at_hyphen(stem) {
        let (a, b) = (one(tens)?, one(ones)?);
        return (a.is(NUMBER) && b.is(NUMBER) && a.n % 10 == 0 && a.n >= 20 && (1..10).contains(&b.n)).then_some((a.n + b.n, 0));
    }
    let word = one(stem)?;
    if word.is(TIMES) {
        return Some((word.n, 0));
    }
    (word.is(NUMBER) && !word.is(MILITARY) || word.is(YEAR)).then_some((word.n, word.m))
}
