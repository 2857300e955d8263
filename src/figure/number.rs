//! The value of a number, written in digits or in words.

use crate::text::{Document, TokenKind};

/// A number with the tokens that it takes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    /// Number of its first token.
    pub(super) first: usize,
    /// Number just past its last token.
    pub(super) last: usize,
    pub(super) low: f64,
    pub(super) high: f64,
    /// "dozens", "several hundred".
    pub(super) vague: bool,
    /// "third", "5th".
    pub(super) ordinal: bool,
    /// "two thirds", "three in five": the value is in percent.
    pub(super) share: bool,
    /// Whether it ends with "hundred", "million", "bn".
    pub(super) scaled: bool,
    /// Whether it is written in digits.
    pub(super) digits: bool,
    /// "8m": read as millions, which may be metres; what follows tells.
    pub(super) metres: bool,
    /// What is joined to the number without a space: "-year-old", "km", "-bed", "%".
    pub(super) tail: String,
}

/// The number that begins at token `i`, if one does.
pub(super) fn number(doc: &Document, i: usize) -> Option<Number> {
    share(doc, i).or_else(|| vague(doc, i)).or_else(|| plain(doc, i))
}

fn whole(first: usize, last: usize, value: f64) -> Number {
    Number {
        first,
        last,
        low: value,
        high: value,
        vague: false,
        ordinal: false,
        share: false,
        scaled: false,
        digits: false,
        metres: false,
        tail: String::new(),
    }
}

/// "three in five", "nine out of 10", "two-thirds", "a quarter of", "half of".
fn share(doc: &Document, i: usize) -> Option<Number> {
    let word = doc.lower(i);
    let of = |share: f64, last: usize| Number { share: true, ..whole(i, last, (share * 100.0).round() / 100.0) };
    if let Some((a, b)) = word.split_once('-')
        && let (Some(a), Some(b)) = (small(a), part(b))
    {
        return Some(of(a / b * 100.0, i + 1));
    }
    if word == "half" && (doc.lower(i + 1) == "of" || doc.lower(i + 1) == "the") {
        return Some(of(50.0, i + 1));
    }
    let a = if word == "a" { Some(1.0) } else { small(word).or_else(|| digits(word).filter(|d| d.1.is_empty()).map(|d| d.0)) }?;
    if let Some(b) = part(doc.lower(i + 1))
        && (b != 2.0 && doc.lower(i + 2) == "of")
        && (a > 1.0) == doc.lower(i + 1).ends_with('s')
    {
        return Some(of(a / b * 100.0, i + 2));
    }
    let at = match (doc.lower(i + 1), doc.lower(i + 2)) {
        ("in", _) => i + 2,
        ("out", "of") => i + 3,
        _ => return None,
    };
    // "two in five": a count of a small whole; "one in May" and "three in 2019" are something else.
    let b = small(doc.lower(at)).or_else(|| digits(doc.lower(at)).filter(|d| d.1.is_empty()).map(|d| d.0))?;
    let whole_of = matches!(b as u32, 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 12 | 20 | 50 | 100 | 1000);
    (word != "a" && whole_of && a > 0.0 && a < b).then(|| of(a / b * 100.0, at + 1))
}

fn part(word: &str) -> Option<f64> {
    Some(match word {
        "third" | "thirds" => 3.0,
        "quarter" | "quarters" | "fourths" => 4.0,
        "fifth" | "fifths" => 5.0,
        "half" | "halves" => 2.0,
        "sixths" => 6.0,
        "tenths" => 10.0,
        _ => return None,
    })
}

/// "dozens", "tens of thousands", "several hundred", "a couple of dozen".
fn vague(doc: &Document, i: usize) -> Option<Number> {
    let range = |low: f64, high: f64, last: usize| Number { low, high, vague: true, scaled: true, ..whole(i, last, low) };
    let many = |word: &str| match word {
        "dozens" => Some(12.0),
        "hundreds" => Some(100.0),
        "thousands" => Some(1e3),
        "millions" => Some(1e6),
        "billions" => Some(1e9),
        _ => None,
    };
    let word = doc.lower(i);
    let next = doc.lower(i + 1);
    match word {
        "tens" | "hundreds" if next == "of" && matches!(doc.lower(i + 2), "thousands" | "millions" | "billions") => {
            let unit = many(doc.lower(i + 2))? * if word == "tens" { 10.0 } else { 100.0 };
            Some(range(2.0 * unit, 10.0 * unit, i + 3))
        }
        "scores" if next == "of" => Some(range(40.0, 200.0, i + 1)),
        "several" | "few" => {
            let unit = scale(next)?;
            (unit >= 12.0).then(|| range(2.0 * unit, 10.0 * unit, i + 2))
        }
        "couple" if next == "of" && scale(doc.lower(i + 2)).is_some_and(|s| s >= 12.0) => {
            let unit = scale(doc.lower(i + 2))?;
            Some(range(2.0 * unit, 3.0 * unit, i + 3))
        }
        "hundreds" | "thousands" if next == "of" && many(doc.lower(i + 2)).is_some() => None,
        _ => many(word).map(|unit| range(2.0 * unit, 10.0 * unit, i + 1)),
    }
}

fn plain(doc: &Document, i: usize) -> Option<Number> {
    let token = doc.tokens.get(i)?;
    let word = doc.lower(i);
    if token.kind == TokenKind::Number {
        let (value, tail) = digits(word)?;
        let mut number = Number { digits: true, ..whole(i, i + 1, value) };
        if let Some(high) = tail.strip_prefix('-').and_then(|t| digits(t))
            && high.0 > value
            && (high.1.is_empty() || high.1 == "%" || high.1.starts_with('-'))
        {
            number.high = high.0;
            high.1.clone_into(&mut number.tail);
        } else if matches!(tail, "st" | "nd" | "rd" | "th") {
            number.ordinal = true;
            return Some(number);
        } else if let Some(unit) = glued_scale(tail) {
            // "8.6m" is a scale after a currency.
            number.low *= unit;
            number.high *= unit;
            number.scaled = true;
            number.metres = tail == "m";
            return Some(number);
        } else if let Some(rest) = tail.strip_prefix('-') {
            if let Some(unit) = scale(rest.split('-').next().unwrap_or("")).filter(|_| !rest.starts_with("dozen")) {
                // "3-million-dollar"
                number.low *= unit;
                number.high *= unit;
                number.scaled = true;
                number.tail = rest.split_once('-').map_or_else(String::new, |r| format!("-{}", r.1));
            } else if !rest.starts_with(char::is_alphabetic) {
                return None;
            } else {
                number.tail = format!("-{rest}");
            }
            return Some(number);
        } else if !tail.is_empty() {
            if !tail.chars().all(|c| c.is_alphabetic() || c == '%' || c == '\u{b0}' || c == '/') || tail == "s" {
                return None;
            }
            tail.clone_into(&mut number.tail);
            return Some(number);
        }
        while let Some(unit) = scale(doc.lower(number.last)) {
            number.low *= unit;
            number.high *= unit;
            number.scaled = true;
            number.last += 1;
        }
        return Some(number);
    }
    (token.kind == TokenKind::Word).then(|| spelled(doc, i)).flatten()
}

/// "twenty-seven", "one hundred and five", "a million", "half a million", "two and a half million".
fn spelled(doc: &Document, i: usize) -> Option<Number> {
    let word = doc.lower(i);
    if word == "half" && doc.lower(i + 1) == "a" {
        let unit = scale(doc.lower(i + 2)).filter(|&s| s >= 12.0)?;
        return Some(Number { scaled: true, ..whole(i, i + 3, unit / 2.0) });
    }
    if let Some(value) = ordinal(word) {
        return Some(Number { ordinal: true, ..whole(i, i + 1, value) });
    }
    if let Some((a, rest)) = word.split_once('-')
        && let Some(value) = small(a)
        && small(rest).is_none()
    {
        let (tens, rest) = match rest.split_once('-') {
            Some((b, tail)) => match small(b).filter(|&v| value >= 20.0 && v < 10.0) {
                Some(v) => (v, tail),
                None => (0.0, rest),
            },
            None => (0.0, rest),
        };
        let mut number = whole(i, i + 1, value + tens);
        if let Some(unit) = scale(rest.split('-').next().unwrap_or("")) {
            number.low *= unit;
            number.high *= unit;
            number.scaled = true;
            number.tail = rest.split_once('-').map_or_else(String::new, |r| format!("-{}", r.1));
        } else {
            number.tail = format!("-{rest}");
        }
        return Some(number);
    }
    let (mut total, mut current, mut at) = (0.0, 0.0, i);
    let mut scaled = false;
    if word == "a" {
        scale(doc.lower(i + 1)).filter(|&s| s >= 12.0)?;
        current = 1.0;
        at += 1;
    }
    loop {
        let word = doc.lower(at);
        if let Some(value) = small(word).filter(|&v| {
            current == 0.0 || (current >= 100.0 && v < 100.0) || (current % 100.0 >= 20.0 && v < 10.0 && current % 10.0 == 0.0)
        }) {
            current += value;
        } else if let Some(unit) = scale(word).filter(|_| current > 0.0) {
            scaled = true;
            if unit <= 100.0 {
                current *= unit;
            } else {
                total += current * unit;
                current = 0.0;
            }
        } else if word == "and"
            && scaled
            && small(doc.lower(at + 1)).is_some_and(|v| v < 100.0)
            && (current >= 100.0 || total >= 1e3)
            && total % 100.0 == 0.0
            && current % 100.0 == 0.0
            && doc.lower(at - 1) == "hundred"
        {
            // "one hundred and five": the number goes on.
        } else if word == "and" && doc.lower(at + 1) == "a" && doc.lower(at + 2) == "half" && current > 0.0 && !scaled {
            current += 0.5;
            at += 2;
        } else {
            break;
        }
        at += 1;
        if at > i + 12 {
            break;
        }
    }
    let value = total + current;
    (at > i && (value > 0.0 || word == "zero")).then(|| Number { scaled, ..whole(i, at, value) })
}

/// The number at the front of a token and what is joined to it. `None` for times, dates, telephone
/// numbers and the like.
pub(super) fn digits(token: &str) -> Option<(f64, &str)> {
    let end = token.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).unwrap_or(token.len());
    let (head, tail) = token.split_at_checked(end)?;
    if head.is_empty() || tail.starts_with(':') {
        return None;
    }
    if let Some(rest) = tail.strip_prefix('/') {
        let (a, b) = (head.parse::<f64>().ok()?, rest.parse::<f64>().ok()?);
        return (a < b && b <= 10.0).then_some((a / b, ""));
    }
    let plain: String = head.chars().filter(|&c| c != ',').collect();
    let value = plain.parse::<f64>().ok()?;
    // A leading zero marks a code and no amount: "007", "0121".
    let code = plain.len() > 1 && plain.starts_with('0') && !plain.starts_with("0.");
    (value.is_finite() && !code && plain.len() <= 18).then_some((value, tail))
}

fn small(word: &str) -> Option<f64> {
    if let Some((a, b)) = word.split_once('-') {
        let (a, b) = (simple(a)?, simple(b)?);
        return (a >= 20.0 && b < 10.0 && b > 0.0).then_some(a + b);
    }
    simple(word)
}

fn simple(word: &str) -> Option<f64> {
    const WORDS: &[&str] = &[
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
    const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if let Some(at) = WORDS.iter().position(|w| *w == word) {
        return Some(at as f64);
    }
    TENS.iter().position(|w| *w == word).map(|at| 20.0 + 10.0 * at as f64)
}

pub(super) fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" => 12.0,
        "hundred" => 100.0,
        "thousand" => 1e3,
        "million" | "mln" => 1e6,
        "billion" | "bln" => 1e9,
        "trillion" | "trn" => 1e12,
        "lakh" => 1e5,
        "crore" => 1e7,
        _ => return None,
    })
}

pub(super) fn glued_scale(tail: &str) -> Option<f64> {
    Some(match tail {
        "k" => 1e3,
        "m" | "mn" | "mln" | "mil" => 1e6,
        "bn" | "b" | "bln" => 1e9,
        "tn" | "trn" => 1e12,
        _ => return None,
    })
}

/// Spelled ranks; "first" is left out, since it mostly says "before others" and counts nothing.
fn ordinal(word: &str) -> Option<f64> {
    const WORDS: &[&str] = &["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
    WORDS.iter().position(|w| *w == word).map(|at| at as f64 + 2.0)
}
