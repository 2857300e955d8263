//! Tokens: words, numbers and marks.
//!
//! Words keep inner hyphens, apostrophes and dots of abbreviations ("well-known", "O'Neill", "U.S.");
//! a final possessive "'s" or "'" and the "n't" stay with their word as in running text, except that
//! "'s" is a token of its own so that names end before it. Numbers keep inner separators ("28,500",
//! "3.5", "10:30", "2019-12-20", "1/2").

use super::lexicon::FormId;
use super::{Document, Span};

/// One word, number or mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its distinct form in the document's lexicon.
    pub form: FormId,
    /// What it is.
    pub kind: TokenKind,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// Line breaks in the gap before it: 0, 1, or 2 for two and more.
    pub breaks: u8,
}

/// What a [`Token`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner marks and digits ("F-16", "COVID-19").
    Word,
    /// Begins with a digit ("28,500", "5th", "1990s", "2019-12-20").
    Number,
    /// A quotation mark that opens or closes, or whose side is not known. Apostrophes are not.
    Quote,
    /// Any other mark or symbol, one character each, but runs of dots are one.
    Mark,
}

/// Characters that show nothing and may stand inside words: soft hyphen, zero-width space and
/// joiners, directional marks, byte order mark.
pub(crate) fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Folds one character to the variant that forms use.
pub(crate) fn fold(c: char) -> Option<char> {
    match c {
        c if is_ignorable(c) => None,
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bc}' | '\u{ff07}' | '`' | '\u{b4}' => Some('\''),
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{ff02}' => Some('"'),
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{2012}' | '\u{2013}' | '\u{2212}' => Some('\u{2013}'),
        '\u{2014}' | '\u{2015}' => Some('\u{2014}'),
        '\u{a0}' | '\u{202f}' => Some(' '),
        c => Some(c),
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

pub(super) fn tokenize(doc: &mut Document) {
    let text = std::mem::take(&mut doc.text);
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    let (mut spaced, mut breaks) = (false, 0u8);
    let mut folded = String::new();
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() || c.is_control() || is_ignorable(c) {
            spaced |= !is_ignorable(c);
            breaks = (breaks + u8::from(c == '\n' || c == '\u{2029}')).min(2);
            at += c.len_utf8();
            continue;
        }
        let (end, kind) = scan(&text, at, c);
        folded.clear();
        folded.extend(text[at..end].chars().filter_map(fold));
        let form = doc.lexicon.intern(&folded);
        tokens.push(Token { span: Span::new(at, end), form, kind, spaced, breaks });
        (spaced, breaks, at) = (false, 0, end);
    }
    doc.tokens = tokens;
    doc.text = text;
}

/// The end and kind of the token that begins at `at` with `c`. Never empty; ends on a boundary,
/// because every step adds a whole character.
fn scan(text: &str, at: usize, c: char) -> (usize, TokenKind) {
    let rest = &text[at..];
    let after = |n: usize| text[n..].chars().find(|&c| !is_ignorable(c));
    if is_word(c) {
        let number = c.is_ascii_digit();
        let mut end = at;
        let mut previous = c;
        for (i, c) in rest.char_indices() {
            let here = at + i;
            if is_word(c) || is_ignorable(c) {
                end = here + c.len_utf8();
                previous = c;
                continue;
            }
            let next = after(here + c.len_utf8());
            let joins = match fold(c) {
                // "'s" is a token of its own; other inner apostrophes ("O'Neill", "don't") join.
                Some('\'') => {
                    let mut tail = text[here + c.len_utf8()..].chars();
                    let s = matches!(tail.next(), Some('s' | 'S')) && !tail.next().is_some_and(is_word);
                    !s && next.is_some_and(char::is_alphabetic)
                }
                Some('-') => next.is_some_and(is_word),
                Some('.') if number => next.is_some_and(|n| n.is_ascii_digit()),
                Some(',') if number => {
                    let digits = text[here + 1..].chars().take_while(char::is_ascii_digit).count();
                    digits == 3 && previous.is_ascii_digit()
                }
                Some(':' | '/') if number => next.is_some_and(|n| n.is_ascii_digit()),
                Some('.') => next.is_some_and(char::is_alphabetic) && single_letters(&text[at..here]),
                Some('&') => previous.is_uppercase() && next.is_some_and(char::is_uppercase),
                _ => false,
            };
            if !joins {
                break;
            }
            previous = c;
            end = here + c.len_utf8();
        }
        let word = &text[at..end];
        // The last dot of "U.S." and of abbreviations belongs to the word.
        if text[end..].starts_with('.') && (word.contains('.') && single_letters(word) || is_abbreviation(word)) {
            end += 1;
        }
        return (end, if number { TokenKind::Number } else { TokenKind::Word });
    }
    let width = c.len_utf8();
    match fold(c) {
        Some('"') => (at + width, TokenKind::Quote),
        Some('\'') => {
            let rest = &text[at + width..];
            let mut tail = rest.chars();
            if matches!(tail.next(), Some('s' | 'S')) && !tail.next().is_some_and(is_word) && at > 0 {
                let before = text[..at].chars().next_back();
                if before.is_some_and(is_word) {
                    return (at + width + 1, TokenKind::Word);
                }
            }
            let before = text[..at].chars().next_back();
            let kind = if before.is_some_and(is_word) && !rest.chars().next().is_some_and(is_word) && c != '\u{2018}' {
                // After a word: an apostrophe ("reporters' questions") or a closing single quote.
                TokenKind::Quote
            } else {
                TokenKind::Quote
            };
            (at + width, kind)
        }
        Some('.') => (at + rest.chars().take_while(|&c| c == '.').count(), TokenKind::Mark),
        _ => (at + width, TokenKind::Mark),
    }
}

/// Whether a word is single letters joined by dots: "U", "U.S", "a.m".
fn single_letters(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    })
}

const ABBREVIATIONS: &[&str] = &[
    "Adm", "Apr", "Assn", "Aug", "Ave", "Blvd", "Brig", "Bros", "Capt", "Cmdr", "Co", "Col", "Corp", "Cpl", "Dec", "Dept", "Det", "Dr",
    "Feb", "Fr", "Ft", "Gen", "Gov", "Hon", "Inc", "Insp", "Jan", "Jr", "Jul", "Jun", "Lt", "Ltd", "Maj", "Mar", "Messrs", "Mr", "Mrs",
    "Ms", "Mt", "No", "Nov", "Oct", "Prof", "Pte", "Rep", "Reps", "Rev", "Sen", "Sens", "Sep", "Sept", "Sgt", "Sr", "St", "Supt", "Univ",
    "approx", "ca", "cf", "est", "etc", "vs",
];

fn is_abbreviation(word: &str) -> bool {
    if word.chars().count() == 1 {
        return word.chars().all(char::is_uppercase);
    }
    ABBREVIATIONS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_sorted() {
        let mut sorted = ABBREVIATIONS.to_vec();
        sorted.sort_unstable();
        for w in sorted.windows(2) {
            assert!(w[0] < w[1], "{w:?}");
        }
    }
}
