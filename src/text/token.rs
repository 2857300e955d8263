//! Tokens: words, numbers, links and marks.
//!
//! In: the text. Out: its tokens in order; what lies between two of them is white space, characters
//! that show nothing, or HTML tags. Where Unicode's word segmentation (UAX #29) says something about a
//! case we follow it, but for what reports need otherwise:
//!
//! * Words keep inner hyphens, apostrophes and the dots of abbreviations ("well-known", "O'Neill",
//!   "don't", "U.S.", "Ph.D.", "Jan."). The possessive "'s" is a token of its own, so that names end
//!   before it.
//! * Numbers keep inner separators and what is written on to them ("28,500", "3.5m", "10:30",
//!   "2019-12-20", "5th", "27-28"). Currency and per cent signs are marks.
//! * Addresses of pages and mail, handles and tags are one token each.
//! * "--" is one dash, "..." one ellipsis; a full stop without the space after it ("ended.The") still
//!   ends its sentence.
//!
//! Chinese and Japanese are cut into characters, Thai is not cut: there is no dictionary here.

use super::abbreviations::{Abbreviation, HOST_ENDINGS, abbreviation};
use super::chars::{char_at, fold, is_blank, is_ignorable, is_joined_word, is_word, stands_alone};
use super::lexicon::FormId;
use super::markup::{self, Markup, Parting};
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
    /// The side of a quotation mark.
    pub side: Side,
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
    /// A quotation mark; [`Token::side`] tells which side. Apostrophes are marks.
    Quote,
    /// Any other mark or symbol, one character each; runs of dots and of hyphens are one.
    Mark,
    /// An address of a page or of mail, a "@handle", a "#tag".
    Link,
}

/// The side of a quotation mark, told by its shape and by what stands around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    /// Not a quotation mark.
    #[default]
    None,
    /// Opens a quotation.
    Open,
    /// Closes a quotation.
    Close,
}

/// Cuts the text of `doc` into tokens.
pub(super) fn tokenize(doc: &mut Document) {
    let text = std::mem::take(&mut doc.text);
    let mut scanner = Scanner {
        text: &text,
        markup: Markup::new(&text),
        source: text.contains('<') && markup::is_source(&text),
        no_mail_before: 0,
        lower_before: false,
    };
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5);
    let mut folded = String::new();
    let mut at = 0;
    loop {
        let gap = scanner.gap(at);
        let Some((end, kind)) = scanner.token(gap.end) else { break };
        let slice = text.get(gap.end..end).unwrap_or("");
        let form = match kind {
            // Most words need no folding.
            TokenKind::Word | TokenKind::Number if slice.bytes().all(|b| b.is_ascii_alphanumeric()) => doc.lexicon.intern(slice),
            _ => {
                fold_into(&mut folded, slice, kind);
                doc.lexicon.intern(&folded)
            }
        };
        scanner.lower_before = slice.starts_with(char::is_lowercase);
        tokens.push(Token { span: Span::new(gap.end, end), form, kind, side: Side::None, spaced: gap.spaced, breaks: gap.breaks });
        at = end;
    }
    doc.tokens = tokens;
    doc.text = text;
}

fn fold_into(folded: &mut String, slice: &str, kind: TokenKind) {
    folded.clear();
    let mut at = 0;
    while let Some((c, width)) = char_at(slice, at) {
        folded.extend(fold(c));
        at += width;
    }
    // Marks that are written in several ways get one form.
    let one = match kind {
        TokenKind::Quote if folded.len() > 1 => "\"",
        TokenKind::Mark if folded == "\u{2026}" || folded.starts_with("...") => "...",
        TokenKind::Mark if folded.starts_with("----") => "----",
        TokenKind::Mark if folded.starts_with("--") => "\u{2014}",
        _ => return,
    };
    folded.clear();
    folded.push_str(one);
}

struct Gap {
    end: usize,
    spaced: bool,
    breaks: u8,
}

struct Scanner<'a> {
    text: &'a str,
    markup: Markup,
    /// Whether the text is HTML source, where only tags break lines.
    source: bool,
    /// No mail address begins before this byte: each run of characters is searched once.
    no_mail_before: usize,
    /// Whether the token before begins with a small letter.
    lower_before: bool,
}

impl Scanner<'_> {
    fn char(&self, at: usize) -> Option<(char, usize)> {
        char_at(self.text, at)
    }

    /// The first character at or after `at` that shows.
    fn visible(&self, mut at: usize) -> Option<(char, usize)> {
        while let Some((c, width)) = self.char(at) {
            if !is_ignorable(c) {
                return Some((c, at + width));
            }
            at += width;
        }
        None
    }

    fn visible_char(&self, at: usize) -> Option<char> {
        self.visible(at).map(|found| found.0)
    }

    /// What stands between two tokens.
    fn gap(&mut self, mut at: usize) -> Gap {
        let mut gap = Gap { end: at, spaced: false, breaks: 0 };
        while let Some((c, width)) = self.char(at) {
            if is_blank(c) {
                gap.spaced = true;
                let ends_line = match c {
                    '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => true,
                    // A lone carriage return ends a line, one before a line feed does not end two.
                    '\r' => self.text.as_bytes().get(at + 1) != Some(&b'\n'),
                    _ => false,
                };
                gap.breaks += u8::from(ends_line && !self.source);
            } else if c == '<' && width == 1 {
                let Some((end, parting)) = self.markup.end(self.text, at) else { break };
                gap.spaced |= parting != Parting::None;
                gap.breaks += match parting {
                    Parting::None => 0,
                    Parting::Line => 1,
                    Parting::Paragraph => 2,
                };
                at = end;
                gap.breaks = gap.breaks.min(2);
                continue;
            } else if !is_ignorable(c) {
                break;
            }
            gap.breaks = gap.breaks.min(2);
            at += width;
        }
        gap.end = at;
        gap
    }

    /// The end and kind of the token that begins at `at`; `None` at the end of the text. Never
    /// empty and always on a boundary, because every step adds a whole character.
    fn token(&mut self, at: usize) -> Option<(usize, TokenKind)> {
        let (c, width) = self.char(at)?;
        if is_word(c) {
            if stands_alone(c) {
                return Some((at + width, TokenKind::Word));
            }
            if let Some(end) = self.address(at, c) {
                return Some((end, TokenKind::Link));
            }
            return Some(self.word(at, c));
        }
        Some(self.mark(at, c, width))
    }

    /// The end of a mail or page address that begins at `at`.
    fn address(&mut self, at: usize, c: char) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let starts = |prefix: &str| bytes.get(at..at + prefix.len()).is_some_and(|b| b.eq_ignore_ascii_case(prefix.as_bytes()));
        if matches!(c, 'h' | 'H' | 'w' | 'W' | 'f' | 'F') && PAGE_PREFIXES.iter().any(|p| starts(p)) {
            return Some(self.link_end(at));
        }
        if at < self.no_mail_before || !c.is_ascii_alphanumeric() {
            return None;
        }
        let is_local = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'%' | b'+' | b'-');
        let local = at + bytes.get(at..)?.iter().take_while(|b| is_local(b)).count();
        let domain = local + 1;
        let is_domain = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
        if bytes.get(local) == Some(&b'@') {
            let mut end = domain + bytes.get(domain..)?.iter().take_while(|b| is_domain(b)).count();
            while end > domain && matches!(bytes.get(end - 1), Some(b'.' | b'-')) {
                end -= 1;
            }
            if bytes.get(domain..end).is_some_and(|d| d.contains(&b'.')) {
                return Some(end);
            }
        }
        self.no_mail_before = local;
        None
    }

    /// The end of the page address that `at` is in: up to white space, without the marks that end
    /// the sentence around it.
    fn link_end(&self, at: usize) -> usize {
        let mut end = at;
        let mut last = at;
        while let Some((c, width)) = self.char(last) {
            if is_blank(c)
                || is_ignorable(c)
                || matches!(c, '<' | '>' | '"' | '\u{201c}' | '\u{201d}' | '\u{ab}' | '\u{bb}')
                || stands_alone(c)
            {
                break;
            }
            last += width;
            if !matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '\'' | '\u{2019}' | '\u{2026}' | '*') {
                end = last;
            }
        }
        end
    }

    /// A word or number that begins at `at` with `c`.
    fn word(&self, at: usize, first: char) -> (usize, TokenKind) {
        let number = first.is_numeric();
        let mut word = Word { at, end: at, previous: first, part: 0, letters: true, dots: 0 };
        let mut i = at;
        let mut host = false;
        // Most words are ASCII letters and nothing else.
        let plain = self.text.as_bytes().get(at..).unwrap_or(&[]).iter().take_while(|b| b.is_ascii_alphanumeric());
        for &byte in plain {
            word.letters &= byte.is_ascii_alphabetic();
            word.previous = byte as char;
            i += 1;
        }
        word.part = i - at;
        word.end = i;
        while let Some((c, width)) = self.char(i) {
            if is_joined_word(c) || c == '_' {
                word.letters &= c.is_alphabetic();
                word.part += 1;
                word.previous = c;
                i += width;
                word.end = i;
                continue;
            }
            if is_ignorable(c) {
                i += width;
                continue;
            }
            if !self.joins(&word, number, c, i, width) {
                break;
            }
            if c == '.' {
                word.dots += 1;
                host = word.part > 1 || word.dots == 1;
            } else {
                // What stands before a hyphen or an apostrophe is no initial.
                word.letters &= c == '.';
                host = false;
            }
            word.part = 0;
            word.previous = c;
            i += width;
        }
        let slice = self.text.get(at..word.end).unwrap_or("");
        if host && !number && slice.rsplit('.').next().is_some_and(|last| HOST_ENDINGS.binary_search(&last).is_ok()) {
            let path = self.text.as_bytes().get(word.end) == Some(&b'/');
            return (if path { self.link_end(at) } else { word.end }, TokenKind::Link);
        }
        if self.text.as_bytes().get(word.end) == Some(&b'.') && self.takes_dot(&word, slice) {
            word.end += 1;
        }
        (word.end, if number { TokenKind::Number } else { TokenKind::Word })
    }

    /// Whether the mark `c` at `at` joins what stands before and after it to one word.
    fn joins(&self, word: &Word, number: bool, c: char, at: usize, width: usize) -> bool {
        let Some(folded) = fold(c) else { return false };
        if !matches!(folded, '\'' | '-' | '.' | ',' | ':' | '/' | '&') || at != word.end && folded != '-' && folded != '\'' {
            return false;
        }
        let Some((next, beyond)) = self.visible(at + width) else { return false };
        match folded {
            '\'' => next.is_alphabetic() && !stands_alone(next) && (!matches!(next, 's' | 'S') || self.continues(beyond)),
            '-' => is_joined_word(next) && !self.resumes(at + width),
            '.' if word.previous.is_numeric() && (number || word.dots > 0 || word.part > 1) && next.is_numeric() => true,
            ',' if number => {
                let digits = self.text.as_bytes().iter().skip(at + 1).take(4).take_while(|b| b.is_ascii_digit()).count();
                word.previous.is_ascii_digit() && digits == 3
            }
            ':' | '/' => number && word.previous.is_alphanumeric() && next.is_ascii_digit(),
            '.' if number => false,
            '.' => {
                if word.letters && word.part == 1 {
                    // "U.S", the last dot of "U.S.-led" and of "J.-P.", but also "x.com".
                    let hyphen = fold(next) == Some('-')
                        && (word.dots > 0 || word.previous.is_uppercase())
                        && self.visible_char(beyond).is_some_and(char::is_alphabetic);
                    let letter = next.is_alphabetic() && !stands_alone(next);
                    return hyphen || letter && (!self.continues(beyond) || word.dots == 0 && next.is_lowercase());
                }
                let degree = next.is_uppercase() && !self.continues(beyond) && DEGREES.contains(&self.text.get(word.at..at).unwrap_or(""));
                degree || next.is_lowercase() && word.previous.is_alphanumeric() && word.letters
            }
            '&' => word.previous.is_uppercase() && next.is_uppercase(),
            _ => false,
        }
    }

    /// Whether the word at `at` begins a clause and ends before a blank: then the hyphen before it was
    /// typed for a dash ("her lawyer, Jane Roe-who had come late").
    fn resumes(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or("");
        let word = rest.split(|c: char| !c.is_ascii_lowercase()).next().unwrap_or("");
        RESUMING.contains(&word) && rest.as_bytes().get(word.len()) == Some(&b' ')
    }

    /// Whether a word goes on at `at`.
    fn continues(&self, at: usize) -> bool {
        self.visible_char(at).is_some_and(is_word)
    }

    /// Whether the dot behind a word belongs to it: abbreviations and initials.
    fn takes_dot(&self, word: &Word, slice: &str) -> bool {
        let after = word.end + 1;
        if word.dots > 0 {
            let last = slice.rsplit(['.', '-']).next().unwrap_or("");
            return word.part == 1 && last.chars().all(char::is_alphabetic);
        }
        let next = self.char(after).map(|found| found.0);
        if next == Some('.') {
            return false;
        }
        match abbreviation(slice) {
            _ if self.is_half_day(word, slice) => true,
            Some(Abbreviation::Title | Abbreviation::Month | Abbreviation::After) => true,
            Some(Abbreviation::BeforeNumber) => self.beyond_spaces(after).is_some_and(char::is_numeric) || next == Some(','),
            Some(Abbreviation::AfterComma) => self.text.get(..word.at).is_some_and(|t| t.trim_end_matches(' ').ends_with(',')),
            // An initial stands before another name; "I" at the end of a clause is the pronoun.
            None if word.part == 1 && slice.starts_with(char::is_uppercase) && slice.len() == word.previous.len_utf8() => {
                let before_name = self.beyond_spaces(after).is_some_and(char::is_uppercase) || next == Some(',');
                before_name && !(slice == "I" && self.lower_before)
            }
            None => false,
        }
    }

    /// Whether a letter belongs to "p. m." that is typed in two.
    fn is_half_day(&self, word: &Word, slice: &str) -> bool {
        let (before, after) = (self.text.get(..word.at).unwrap_or(""), self.text.get(word.end..).unwrap_or(""));
        match slice {
            "a" | "p" => after.starts_with(". m."),
            "m" => before.ends_with(" a. ") || before.ends_with(" p. "),
            _ => false,
        }
    }

    /// The first character behind up to three spaces on the same line.
    fn beyond_spaces(&self, at: usize) -> Option<char> {
        let rest = self.text.get(at..)?;
        rest.chars().take(4).find(|&c| c == '\n' || !c.is_whitespace()).filter(|&c| c != '\n')
    }

    /// A mark that begins at `at` with `c`.
    fn mark(&self, at: usize, c: char, width: usize) -> (usize, TokenKind) {
        let end = at + width;
        let run = |mark: u8| end + self.text.as_bytes().iter().skip(end).take_while(|&&b| b == mark).count();
        let before = || self.text.get(..at).and_then(|t| t.chars().next_back());
        let next = || self.char(end).map(|found| found.0);
        match fold(c) {
            Some('"') => (end, TokenKind::Quote),
            Some('\'') => {
                let s = self.text.get(end..).unwrap_or("");
                let owner = |b: char| is_word(b) || is_ignorable(b) || matches!(b, '.' | ';' | ')' | '"' | '\u{201d}');
                if s.starts_with(['s', 'S']) && !self.continues(end + 1) && before().is_some_and(owner) {
                    return (end + 1, TokenKind::Word);
                }
                // Two single marks written for a double one.
                if matches!(c, '\'' | '`' | '\u{2018}' | '\u{2019}')
                    && width == c.len_utf8()
                    && self.text.get(end..).is_some_and(|t| t.starts_with(c))
                {
                    return (end + c.len_utf8(), TokenKind::Quote);
                }
                (end, TokenKind::Quote)
            }
            // ".08", a decimal without its nought.
            Some('.') if next().is_some_and(|n| n.is_ascii_digit()) && !before().is_some_and(|b| is_word(b) || b == '.') => {
                (self.word(end, '0').0, TokenKind::Number)
            }
            Some('.') if width == 1 => (run(b'.'), TokenKind::Mark),
            Some('-') if c == '-' => (run(b'-'), TokenKind::Mark),
            Some('@' | '#') if !before().is_some_and(is_word) => {
                let named = next().is_some_and(|n| n.is_alphabetic() && !stands_alone(n) || n == '_');
                if !named {
                    return (end, TokenKind::Mark);
                }
                let mut last = end;
                while let Some((n, width)) = self.char(last) {
                    if !is_joined_word(n) && n != '_' {
                        break;
                    }
                    last += width;
                }
                (last, TokenKind::Link)
            }
            _ if c > '\u{2190}' => (self.emoji_end(end, c), TokenKind::Mark),
            _ => (end, TokenKind::Mark),
        }
    }

    /// The end of an emoji with its modifiers and what a joiner ties to it.
    fn emoji_end(&self, mut end: usize, first: char) -> usize {
        let is_flag = |c: char| ('\u{1f1e6}'..='\u{1f1ff}').contains(&c);
        if is_flag(first) {
            return match self.char(end) {
                Some((c, width)) if is_flag(c) => end + width,
                _ => end,
            };
        }
        let mut at = end;
        let mut joined = false;
        while let Some((c, width)) = self.char(at) {
            match c {
                '\u{200d}' => joined = true,
                '\u{fe0f}' => {}
                '\u{1f3fb}'..='\u{1f3ff}' | '\u{20e3}' => end = at + width,
                c if joined && c > '\u{2190}' && !is_word(c) && !is_blank(c) && !is_ignorable(c) => {
                    joined = false;
                    end = at + width;
                }
                _ => break,
            }
            at += width;
        }
        end
    }
}

/// What is known of a word while it is read.
struct Word {
    at: usize,
    /// Just past its last character that shows.
    end: usize,
    previous: char,
    /// Characters since the last joining mark.
    part: usize,
    /// Whether only letters and dots were seen.
    letters: bool,
    dots: usize,
}

const PAGE_PREFIXES: &[&str] = &["http://", "https://", "www.", "ftp://"];

/// Words that go on after a dash and never end a compound.
const RESUMING: &[&str] = &["and", "but", "the", "when", "where", "which", "while", "who", "whom", "whose"];

/// What stands before the inner dot of a degree: "Ph.D.", "Ed.D.".
const DEGREES: &[&str] = &["Ed", "Litt", "Ph", "Psy", "Th"];
