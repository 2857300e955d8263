//! The words of a timeline's label: a clause without its date and without asides, cut where it gets long.

use super::event::aside_behind;
use super::lexicon::*;
use super::matcher::Tokens;
use std::ops::Range;

/// Longest label in characters.
const LONGEST: usize = 140;

/// A label is not cut at a clause end before so many characters.
const SHORTEST: usize = 60;

/// Ends a label that goes on in the text.
const CUT: char = '\u{2026}';

/// Words that a label does not end with once the date is out.
pub(super) const LOOSE: &str = "on in at by since until during from for of to and or but the a an , ; : - \u{2013} \u{2014} ( as early \
    late about around between over through before after earlier later that with \" ' where who which when while if just \
    according including adding saying";

/// Words that a label does not begin with.
pub(super) const OPENERS: &str = "but and or so yet however meanwhile also then still instead , ; : - \u{2013} \u{2014} ( ) . that";

/// Conjunctions that are left out before a clause of their own.
const DETACHED: &str = "as when while because although though whereas";

/// Words at which a clause can be cut.
const SEAMS: &str = ", ; : \u{2014} that which who and but after as while because when before amid to";

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
        let opens_quote = |n: usize| kept.get(n).is_some_and(|&i| t.one_of(i, "\"")) && opens(n + 1);
        let first = (0..kept.len()).find(|&n| opens(n) || opens_quote(n)).unwrap_or(kept.len());
        let detached = kept.get(first).is_some_and(|&i| t.one_of(i, DETACHED) && !t.one_of(i + 1, "of if to soon well"));
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
    if whole.ends_with(CUT) && drop_apposition(t, &mut tokens) {
        return text(t, &tokens);
    }
    Some(whole)
}

/// Takes out what stands in commas between the subject and its verb: "Roe, the mayor, resigned".
fn drop_apposition(t: &Tokens<'_>, tokens: &mut Vec<usize>) -> bool {
    let Some(first) = tokens.iter().position(|&i| t.is(i, COMMA)) else { return false };
    let verb = |pair: &[usize]| matches!(pair, [comma, verb] if t.is(*comma, COMMA) && t.is(*verb, FINITE));
    let Some(last) = tokens.get(first + 1..).and_then(|rest| rest.windows(2).position(verb)) else { return false };
    tokens.drain(first..=first + 1 + last);
    true
}

/// The tokens as a line of text.
fn text(t: &Tokens<'_>, tokens: &[usize]) -> Option<String> {
    let mut label = String::new();
    let mut before: Option<usize> = None;
    let mut seam = None;
    for &i in tokens {
        let token = t.doc.tokens.get(i)?;
        let text = token.span.of(&t.doc.text);
        let jump = before.is_some_and(|b| b + 1 != i);
        // A comma that the date has left alone, or that it stood between.
        if text == "," && (before.is_none() || jump) {
            let between = label.ends_with(',');
            let finite = t.is(i + 1, FINITE);
            if before.is_none() || between || finite {
                if between && finite {
                    label.pop();
                }
                continue;
            }
        }
        if label.len() > SHORTEST && t.one_of(i, SEAMS) {
            seam = Some(label.len());
        }
        if before.is_some() && (token.spaced || jump && text.starts_with(char::is_alphanumeric)) {
            label.push(' ');
        }
        label.push_str(text);
        if label.chars().count() > LONGEST {
            shorten(&mut label, seam);
            return Some(label);
        }
        before = Some(i);
    }
    close_quotes(&mut label);
    Some(label)
}

/// Cuts a long label at its last seam, else behind a word that can end it.
fn shorten(label: &mut String, seam: Option<usize>) {
    let end = seam.or_else(|| label.rfind(' ')).unwrap_or(label.len());
    label.truncate(end);
    while let Some((head, last)) = label.rsplit_once(' ') {
        if !among(LOOSE, &last.to_lowercase()) {
            break;
        }
        let end = head.len();
        label.truncate(end);
    }
    let end = label.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | '"' | '\u{201d}')).len();
    label.truncate(end);
    close_quotes(label);
    label.push(CUT);
}

/// Closes a quotation that the label cuts, or takes off a mark that closes nothing.
fn close_quotes(label: &mut String) {
    if label.matches('"').count() % 2 == 1 {
        if label.ends_with('"') {
            label.pop();
        } else if label.starts_with('"') {
            label.remove(0);
        } else {
            label.push('"');
        }
        return;
    }
    match (label.rfind('\u{201c}'), label.rfind('\u{201d}')) {
        (Some(open), close) if close.is_none_or(|close| close < open) => label.push('\u{201d}'),
        (None, Some(close)) => {
            label.remove(close);
        }
        _ => {}
    }
}
