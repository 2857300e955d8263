//! The words of a timeline's label: a clause without its date and without asides, cut where it gets long.

use super::clause::{ADJUNCTS, aside_behind};
use super::lexicon::*;
use super::matcher::Tokens;
use crate::text::Side;
use std::ops::Range;

/// Longest label in characters.
const LONGEST: usize = 140;

/// A label is not cut at a clause end before so many characters.
const SHORTEST: usize = 60;

/// Ends a label that goes on in the text.
const CUT: char = '\u{2026}';

/// Words that a label does not end with once the date is out.
pub(super) const LOOSE: &str = "on in at by since until during from for of to and or but the a an , ; : - \u{2013} \u{2014} ( as early \
    late about around between over through before after earlier later that with \" ' where who which when while if just even \
    according including adding saying";

/// Words that a label does not begin with.
pub(super) const OPENERS: &str = "but and or so yet however meanwhile also then still instead , ; : - \u{2013} \u{2014} ( ) . that";

/// Conjunctions that are left out before a clause of their own.
const DETACHED: &str = "as when while because although though whereas since";

/// Words at which a clause can be cut.
const SEAMS: &str = ", ; : \u{2014} that which who and but after as while because when before amid";

/// Tokens of which a label is made: the subject, and the clause but for what is cut.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) subject: Range<usize>,
    pub(super) clause: Range<usize>,
    pub(super) cut: Range<usize>,
}

impl Kept {
    pub(super) fn only(clause: Range<usize>) -> Self {
        Self { subject: 0..0, clause, cut: 0..0 }
    }

    /// The tokens in order, without asides, and without what no label begins or ends with.
    fn tokens(&self, t: &Tokens<'_>) -> Vec<usize> {
        let mut kept = Vec::new();
        for range in [&self.subject, &self.clause] {
            let mut i = range.start;
            while i < range.end {
                match aside_behind(t, i, range.end) {
                    _ if self.cut.contains(&i) => i += 1,
                    Some(close) if !(i..close).contains(&self.cut.start) => i = close + 1,
                    _ => {
                        kept.push(i);
                        i += 1;
                    }
                }
            }
        }
        // A quotation mark opens a label only before a word.
        let opens = |n: usize| kept.get(n).is_some_and(|&i| !t.one_of(i, OPENERS) && !t.one_of(i, "\""));
        let opens_quote = |n: usize| kept.get(n).and_then(|&i| t.doc.tokens.get(i)).is_some_and(|x| x.side == Side::Open) && opens(n + 1);
        let first = (0..kept.len()).find(|&n| opens(n) || opens_quote(n)).unwrap_or(kept.len());
        let detached = kept.get(first).is_some_and(|&i| {
            let clause = t.one_of(i, DETACHED) && !t.one_of(i + 1, "of if to soon well early late") && !t.is(i + 1, YEAR | MONTH | WEEKDAY);
            clause || t.one_of(i, "after before") && t.lower(i + 1).ends_with("ing")
        });
        kept.drain(..first + usize::from(detached));
        while kept.last().is_some_and(|&i| t.one_of(i, LOOSE) || t.one_of(i, ".")) {
            kept.pop();
        }
        kept
    }
}

/// The text of a label; none for less than two words.
pub(super) fn label(t: &Tokens<'_>, kept: &Kept) -> Option<String> {
    let mut tokens = kept.tokens(t);
    if tokens.len() < 2 {
        return None;
    }
    let whole = text(t, &tokens)?;
    for drop in [drop_adjunct, drop_apposition] {
        if whole.ends_with(CUT) && drop(t, &mut tokens) {
            let shorter = text(t, &tokens)?;
            if !shorter.ends_with(CUT) {
                return Some(shorter);
            }
        }
    }
    text(t, &tokens)
}

/// Takes out what stands before the subject: "In a long letter to the board, Roe resigned".
fn drop_adjunct(t: &Tokens<'_>, tokens: &mut Vec<usize>) -> bool {
    let leads = tokens.first().is_some_and(|&i| t.one_of(i, ADJUNCTS) || t.is(i, DEICTIC | WEEKDAY));
    let comma = tokens.iter().position(|&i| t.is(i, COMMA)).filter(|_| leads);
    tokens.drain(..comma.map_or(0, |comma| comma + 1));
    comma.is_some()
}

/// Takes out what stands in commas between the subject and its verb: "Roe, the mayor, resigned"; not a
/// row of names.
fn drop_apposition(t: &Tokens<'_>, tokens: &mut Vec<usize>) -> bool {
    let Some(first) = tokens.iter().position(|&i| t.is(i, COMMA)) else { return false };
    let verb = |pair: &[usize]| matches!(pair, [comma, verb] if t.is(*comma, COMMA) && t.is(*verb, FINITE));
    let Some(last) = tokens.get(first + 1..).and_then(|rest| rest.windows(2).position(verb)).map(|n| first + 1 + n) else { return false };
    let inside = tokens.get(first + 1..last).unwrap_or_default();
    let row = tokens.iter().take(first).any(|&i| t.is(i, AND)) || inside.iter().filter(|&&i| t.is(i, COMMA)).count() > 1;
    let verbs = inside.iter().any(|&i| t.is(i, FINITE)) && !inside.iter().any(|&i| t.one_of(i, "who which"));
    if row || verbs {
        return false;
    }
    tokens.drain(first..=last);
    true
}

/// The tokens as a line of text.
fn text(t: &Tokens<'_>, tokens: &[usize]) -> Option<String> {
    let mut label = String::new();
    // The tokens that are written, each with where it ends in the label.
    let mut written: Vec<(usize, usize)> = Vec::new();
    let (mut seam, mut verb) = (None, false);
    for &i in tokens {
        let token = t.doc.tokens.get(i)?;
        let text = token.span.of(&t.doc.text);
        let before = written.last().map(|&(before, _)| before);
        let jump = before.is_some_and(|before| before + 1 != i);
        // A comma that the date has left alone, or that it stood between.
        if text == "," && (before.is_none() || jump) {
            let between = before.is_some_and(|before| t.is(before, COMMA));
            let finite = t.is(i + 1, FINITE);
            if before.is_none() || between || finite {
                if between && finite {
                    written.pop();
                    label.truncate(written.last().map_or(0, |&(_, end)| end));
                }
                continue;
            }
        }
        // A mark that closes a quotation which the label does not open.
        if token.side == Side::Close && open_quote(t, &written).is_none() {
            continue;
        }
        // A label without its verb tells nothing.
        if label.len() > SHORTEST && verb && t.one_of(i, SEAMS) {
            seam = Some(written.len());
        }
        verb |= t.is(i, FINITE);
        if before.is_some() && (token.spaced || jump && text.starts_with(char::is_alphanumeric)) {
            label.push(' ');
        }
        label.push_str(text);
        written.push((i, label.len()));
        if label.len() > LONGEST && label.chars().count() > LONGEST {
            written.truncate(seam.unwrap_or(written.len() - 1));
            return Some(cut_short(t, label, written));
        }
    }
    label.extend(open_quote(t, &written));
    Some(label)
}

/// Ends a label behind the last of its tokens that can end it.
fn cut_short(t: &Tokens<'_>, mut label: String, mut written: Vec<(usize, usize)>) -> String {
    while written.last().is_some_and(|&(i, _)| t.one_of(i, LOOSE) || t.one_of(i, ".")) {
        written.pop();
    }
    label.truncate(written.last().map_or(0, |&(_, end)| end));
    label.extend(open_quote(t, &written));
    label.push(CUT);
    label
}

/// The mark that closes a quotation which is still open behind the tokens.
fn open_quote(t: &Tokens<'_>, written: &[(usize, usize)]) -> Option<char> {
    let mut open = None;
    for token in written.iter().filter_map(|&(i, _)| t.doc.tokens.get(i)) {
        match token.side {
            Side::Open => open = token.span.of(&t.doc.text).chars().next(),
            Side::Close => open = None,
            Side::None => {}
        }
    }
    Some(match open? {
        '\u{201c}' => '\u{201d}',
        '\u{2018}' => '\u{2019}',
        mark => mark,
    })
}
