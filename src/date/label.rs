//! The words of a timeline's label: a clause without asides, cut where it gets long.

use super::clause::{ADJUNCTS, ENDS_NOUN, aside, is_subject, is_verb, opens_clause};
use super::lexicon::*;
use super::matcher::Tokens;
use crate::text::Side;
use std::ops::Range;

/// Longest label in characters.
const LONGEST: usize = 200;

/// A label is not cut at a seam before so many characters.
const SHORTEST: usize = 100;

/// So many characters of its beginning a label keeps whose date stands far behind.
const HEAD: usize = 75;

/// So many a label has at most before the end of its date.
const TAIL: usize = 180;

/// Marks behind which something new begins.
const PARTS: &str = ", ; : \u{2014}";

/// Stands where the text goes on.
const CUT: char = '\u{2026}';

/// What no label ends with.
const MARKS: &str = ", ; : - \u{2013} \u{2014} ( . and or but to of the a an including";

/// Words that no label is cut behind.
const LOOSE: &str = "on in at by since until during from for of to and or but the a an , ; : - \u{2013} \u{2014} ( as about around between \
    over through before after that with \" ' where who which when while if including according his her their its is was were are has had \
    have be been not .";

/// Words that no label begins with.
pub(super) const OPENERS: &str = "but and or so yet however meanwhile also then still instead , ; : - \u{2013} \u{2014} ( ) . that";

/// Words before which a label can be cut, and what stands before them is whole.
const SEAMS: &str = ", ; : \u{2014} which who and but after as while because when before amid following";

/// Tokens of which a label is made: the subject, and the clause but for what is cut.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) subject: Range<usize>,
    pub(super) clause: Range<usize>,
    pub(super) cut: Range<usize>,
    pub(super) date: Range<usize>,
}

impl Kept {
    /// All of the clause, with the date.
    pub(super) fn whole(clause: Range<usize>, date: &Range<usize>) -> Self {
        Self { subject: 0..0, clause, cut: 0..0, date: date.clone() }
    }

    /// The tokens in order, without asides, and without what no label begins or ends with.
    fn tokens(&self, t: &Tokens<'_>) -> Vec<usize> {
        let mut kept = Vec::new();
        for range in [&self.subject, &self.clause] {
            let mut i = range.start;
            while i < range.end {
                match aside(t, i, range.end) {
                    _ if self.cut.contains(&i) => i += 1,
                    Some(close) if !(i..close).contains(&self.date.start) => i = close + 1,
                    _ => {
                        kept.push(i);
                        i += 1;
                    }
                }
            }
        }
        let side = |i: usize| t.doc.tokens.get(i).map_or(Side::None, |x| x.side);
        // "That plan", "so far", and Mr So.
        let that = |i: usize| t.one_of(i, "that") && (t.capital(i) || t.word(i + 1).class == 0 && !t.capital(i + 1) && is_verb(t, i + 2));
        let subject = |i: usize| that(i) || t.one_of(i, "that so") && (is_verb(t, i + 1) || t.one_of(i + 1, "far"));
        let opens = |i: usize| t.one_of(i, OPENERS) && !subject(i) || side(i) == Side::Close;
        let first = kept.iter().position(|&i| !opens(i)).unwrap_or(kept.len());
        kept.drain(..first);
        trim(t, &mut kept, MARKS);
        // "(And Roe left.)" has lost its first bracket.
        if kept.last().is_some_and(|&i| t.one_of(i, ")")) && !kept.iter().any(|&i| t.one_of(i, "(")) {
            kept.pop();
            trim(t, &mut kept, MARKS);
        }
        kept
    }
}

/// Takes what no label ends with off its end.
fn trim(t: &Tokens<'_>, tokens: &mut Vec<usize>, list: &str) {
    while tokens.last().is_some_and(|&i| t.one_of(i, list)) {
        tokens.pop();
    }
}

/// The text of a label; none for less than two words besides the date.
pub(super) fn label(t: &Tokens<'_>, kept: &Kept) -> Option<String> {
    let mut tokens = kept.tokens(t);
    if width(t, &tokens) > LONGEST {
        drop_adjunct(t, &mut tokens, &kept.date);
    }
    let mut label = String::new();
    let head = lead_in(t, &mut tokens, &kept.date);
    let mut room = LONGEST;
    if let Some(head) = head {
        write(t, &head, &mut label);
        room -= width(t, &head);
        label.extend((!head.is_empty()).then_some(' '));
        label.push(CUT);
        label.extend((!head.is_empty()).then_some(' '));
    }
    let shortened = shorten(t, &mut tokens, &kept.date, room);
    write(t, &tokens, &mut label);
    label.extend(shortened.then_some(CUT));
    let told = tokens.iter().filter(|i| !kept.date.contains(i)).count();
    (told > 1).then_some(label)
}

/// Takes out what stands before the subject: "In a long letter to the board, Roe resigned".
fn drop_adjunct(t: &Tokens<'_>, tokens: &mut Vec<usize>, date: &Range<usize>) {
    let leads = tokens.first().is_some_and(|&i| t.one_of(i, ADJUNCTS));
    let subject = |n: usize| tokens.get(n + 1).is_some_and(|&i| is_subject(t, i));
    let comma = (0..tokens.len()).find(|&n| leads && tokens.get(n).is_some_and(|&i| t.is(i, COMMA)) && subject(n));
    if let Some(comma) = comma.filter(|&n| tokens.iter().take(n).all(|i| !date.contains(i) && !is_verb(t, *i))) {
        tokens.drain(..=comma);
    }
}

/// Takes out what stands before a clause that has the date, or else the middle, where the date stands
/// too far behind the beginning. Returns what it leaves of that.
fn lead_in(t: &Tokens<'_>, tokens: &mut Vec<usize>, date: &Range<usize>) -> Option<Vec<usize>> {
    let end = tokens.iter().rposition(|i| date.contains(i))?;
    let sums = sums(t, tokens);
    let tail = |n: usize| upto(&sums, end + 1) - upto(&sums, n);
    if upto(&sums, tokens.len()) <= LONGEST || tail(0) <= TAIL {
        return None;
    }
    let from = |most: usize| (0..end).find(|&n| tail(n) <= most).unwrap_or(end);
    let clause = own_clause(t, tokens, from(TAIL)..end, date);
    let at = |n: usize, list: &str| tokens.get(n).is_some_and(|&i| t.one_of(i, list));
    let seam = |test: &dyn Fn(usize) -> bool| (from(TAIL - HEAD)..from(HEAD / 2)).find(|&n| test(n));
    let mut start = clause
        .or_else(|| seam(&|n| at(n, PARTS)))
        .or_else(|| seam(&|n| at(n, SEAMS) || at(n, ENDS_NOUN) || at(n, ADJUNCTS)))
        .or_else(|| seam(&|n| tokens.get(n).is_some_and(|&i| !t.capital(i))))
        .unwrap_or(end);
    while at(start, PARTS) || at(start, "and but that") {
        start += 1;
    }
    let room = LONGEST.saturating_sub(tail(start.min(end))).clamp(HEAD, HEAD * 3 / 2);
    let mut head: Vec<usize> = tokens.drain(..start).collect();
    let whole = |&n: &usize| upto(&sums, n) <= room && !head.get(n).is_some_and(|&i| t.capital(i) || t.is(i, NUMBER));
    let kept = (0..head.len()).rev().filter(|_| clause.is_none()).find(whole).unwrap_or(0);
    head.truncate(kept);
    trim(t, &mut head, LOOSE);
    Some(head)
}

/// Where among the tokens at `places` a clause begins that says by itself what was at the date: behind a
/// semicolon, or where its subject and verb follow and nobody is only said to have said it.
fn own_clause(t: &Tokens<'_>, tokens: &[usize], places: Range<usize>, date: &Range<usize>) -> Option<usize> {
    let at = |n: usize, list: &str| tokens.get(n).is_some_and(|&i| t.one_of(i, list));
    let opens = |&n: &usize| {
        let behind = if at(n, "and") { n > 0 && at(n - 1, ",") } else { at(n, SEAMS) || at(n, "that") };
        behind && tokens.get(n).is_some_and(|&i| opens_clause(t, i + 1, date.start))
    };
    let said = tokens.iter().rposition(|&i| t.one_of(i, "said says told reported announced")).unwrap_or(0);
    let telling = (0..tokens.len()).rev().find(|&n| width(t, tokens.get(n..).unwrap_or_default()) > HEAD * 2 / 3).unwrap_or(0);
    let parted = places.clone().rev().find(|&n| at(n, ";"));
    parted.or_else(|| (places.start.max(said + 1)..places.end.min(telling + 1)).find(opens))
}

/// Cuts the end of a label longer than `room`, behind its date and verb. Returns whether it did.
fn shorten(t: &Tokens<'_>, tokens: &mut Vec<usize>, date: &Range<usize>, room: usize) -> bool {
    let sums = sums(t, tokens);
    if upto(&sums, tokens.len()) <= room {
        return false;
    }
    let told = tokens.iter().rposition(|i| date.contains(i)).max(tokens.iter().position(|&i| is_verb(t, i))).unwrap_or(0);
    let most = (0..tokens.len()).rev().find(|&n| upto(&sums, n) < room).unwrap_or(0);
    let far = |n: usize| n > told && upto(&sums, n) * LONGEST > SHORTEST * room;
    let seam = |&n: &usize| far(n) && tokens.get(n).is_some_and(|&i| t.one_of(i, SEAMS));
    let at = (0..=most).rev().find(seam).unwrap_or(most);
    tokens.truncate(at);
    trim(t, tokens, LOOSE);
    true
}

/// How many characters the first tokens take, from none to all.
fn sums(t: &Tokens<'_>, tokens: &[usize]) -> Vec<usize> {
    let mut sum = 0;
    let ends = tokens.iter().map(|i| {
        sum += width(t, std::slice::from_ref(i));
        sum
    });
    std::iter::once(0).chain(ends).collect()
}

/// How many the first `n` take; all, where there are no more.
fn upto(sums: &[usize], n: usize) -> usize {
    sums.get(n).or(sums.last()).copied().unwrap_or(0)
}

/// How many characters the tokens take.
fn width(t: &Tokens<'_>, tokens: &[usize]) -> usize {
    let long = |&i: &usize| t.doc.tokens.get(i).map_or(0, |x| x.span.of(&t.doc.text).chars().count() + usize::from(x.spaced));
    tokens.iter().map(long).sum()
}

/// Writes the tokens as a line of text.
fn write(t: &Tokens<'_>, tokens: &[usize], label: &mut String) {
    let mut before: Option<usize> = None;
    let mut open: Vec<&str> = Vec::new();
    for &i in tokens {
        let Some(token) = t.doc.tokens.get(i) else { continue };
        let text = token.span.of(&t.doc.text);
        let jump = before.is_some_and(|before| before + 1 != i);
        // A comma that the date has left alone, and a mark that closes a quotation which does not open here.
        let (doubled, finite) = (before.is_some_and(|b| t.is(b, COMMA)), t.is(i + 1, FINITE));
        let alone = text == ","
            && (before.is_none()
                || jump && (doubled || i > 1 && t.is(i - 2, COMMA) && t.is(i - 1, YEAR) || finite && !t.one_of(i - 1, ")")));
        if alone && doubled && finite {
            label.pop();
        }
        if alone || token.side == Side::Close && open.is_empty() {
            continue;
        }
        match token.side {
            Side::Open => open.push(text),
            Side::Close => drop(open.pop()),
            Side::None => {}
        }
        if before.is_some() && (token.spaced || jump && text.starts_with(char::is_alphanumeric)) {
            label.push(' ');
        }
        label.push_str(text);
        before = Some(i);
    }
    for mark in open.into_iter().rev() {
        label.push_str(match mark {
            "\u{201c}" => "\u{201d}",
            "\u{2018}" => "\u{2019}",
            mark => mark,
        });
    }
}
