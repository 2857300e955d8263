//! A report's words in one line, cut where a clause ends.

use super::clauses::{dangling, end_before, leads, verbal};
use super::words::OPENING;
use crate::compare::view::View;
use crate::text::{Side as Mark, TokenKind, flat};
use std::ops::Range;

/// Fewest characters before a cut: less is hardly a statement.
const SHORT: usize = 40;

/// A clause of so many characters has a verb, known or not.
const UNKNOWN: usize = 70;

/// A clause end that is less sure counts as standing so many characters earlier.
const STEP: usize = 25;

pub(super) fn trimmed(view: &View<'_>, tokens: Range<usize>, more: &dyn Fn(&View<'_>, usize) -> bool) -> Range<usize> {
    let doc = &view.report.document;
    let loose = |i: usize| matches!(doc.form(i), "," | ";" | ":" | "." | "-") || doc.is_dash(i) || more(view, i);
    let (mut first, mut last) = (tokens.start, tokens.end);
    while first < last && loose(first) {
        first += 1;
    }
    while last > first && loose(last - 1) {
        last -= 1;
    }
    first..last
}

/// The words of `tokens` up to the last clause end within `room` characters; empty where they make no statement.
pub(super) fn shortened(view: &View<'_>, tokens: Range<usize>, named: Option<&(usize, String)>, room: usize) -> String {
    let room = room + room / 10;
    let whole = trimmed(view, tokens, &|_, _| false);
    if width(view, whole.clone()) <= room {
        return written(view, whole, named);
    }
    // The latest end counts; a comma before a list or a preposition counts as standing earlier.
    let mut best: Option<(usize, usize)> = None;
    let (mut long, mut depth, mut words) = (0, 0i32, whole.start);
    let mut clause = Clause { verb: false, outer: Vec::new(), lead: leads(view, whole.start) };
    for i in whole.clone() {
        if long > room {
            break;
        }
        if depth == 0
            && long >= SHORT
            && clause.ends(view, i, long)
            && let Some(steps) = end_before(view, &whole, i)
        {
            let value = long.saturating_sub(steps * STEP);
            if best.is_none_or(|b| value >= b.0) {
                best = Some((value, i));
            }
        }
        match view.report.document.form(i) {
            "(" | "[" => depth += 1,
            ")" | "]" => depth -= 1,
            _ => {}
        }
        clause.step(view, i);
        if long + 2 <= room && depth == 0 && !dangling(view, i) {
            words = i + 1;
        }
        long += width(view, i..i + 1) + usize::from(view.report.document.tokens.get(i).is_some_and(|t| t.spaced));
    }
    if let Some((_, end)) = best {
        return format!("{} \u{2026}", written(view, trimmed(view, whole.start..end, &|_, _| false), named));
    }
    let cut = trimmed(view, whole.start..words, &|_, _| false);
    if width(view, cut.clone()) < SHORT { String::new() } else { format!("{} \u{2026}", written(view, cut, named)) }
}

/// What has been read of a sentence: whether the clause that a cut would end with has its verb.
struct Clause {
    verb: bool,
    /// Whether the clauses around it have theirs, outermost first.
    outer: Vec<bool>,
    /// Whether the words so far only lead up to the subject.
    lead: bool,
}

impl Clause {
    /// Whether a clause that ends before token `i` says something: it has a verb, or is long enough to have one
    /// that is not known.
    fn ends(&self, view: &View<'_>, i: usize, long: usize) -> bool {
        match self.outer.last() {
            Some(outer) if view.report.document.form(i) == "," => *outer,
            _ if self.lead => false,
            outer => self.verb || outer.is_none() && long >= UNKNOWN,
        }
    }

    fn step(&mut self, view: &View<'_>, i: usize) {
        let doc = &view.report.document;
        let form = doc.lower(i);
        let before = i.checked_sub(1).map_or("", |b| doc.lower(b));
        if form == "," {
            // The comma ends an inner clause, or what leads up to the subject.
            if let Some(outer) = self.outer.pop() {
                self.verb = outer;
            } else if self.lead {
                (self.lead, self.verb) = (false, false);
            }
        } else if OPENING.contains(&form) && !self.lead {
            self.outer.push(self.verb);
            self.verb = false;
        } else {
            // "The church, founded in 1954, is": no verb of the clause; but "Lund, 41, pleaded" is.
            let number = i.checked_sub(2).and_then(|b| doc.tokens.get(b)).is_some_and(|t| t.kind == TokenKind::Number);
            let apposed = before == "," && form.ends_with("ed") && !number;
            self.verb |= verbal(view, i) && !apposed;
            // "Making the decision early is": what leads up was the subject.
            self.lead &= !matches!(form, "is" | "was" | "are" | "were");
        }
    }
}

fn width(view: &View<'_>, tokens: Range<usize>) -> usize {
    view.text(view.report.document.span(tokens)).split_whitespace().map(|w| w.chars().count() + 1).sum::<usize>().saturating_sub(1)
}

/// Tokens as text in one line, double quotation marks curled and closed.
fn written(view: &View<'_>, tokens: Range<usize>, named: Option<&(usize, String)>) -> String {
    let doc = &view.report.document;
    let mut out = String::new();
    let mut open: Vec<char> = Vec::new();
    for i in tokens.clone() {
        let Some(token) = doc.tokens.get(i) else { continue };
        if token.spaced && i > tokens.start && !out.is_empty() {
            out.push(' ');
        }
        if token.kind != TokenKind::Quote {
            match named.filter(|n| n.0 == i) {
                Some((_, name)) => out.push_str(name),
                None if i == tokens.start => out.push_str(unnumbered(&flat(view.text(token.span)))),
                None => out.push_str(&flat(view.text(token.span))),
            }
            continue;
        }
        let single = matches!(view.text(token.span), "'" | "\u{2018}" | "\u{2019}" | "`");
        let (opens, closes) = if single { ('\u{2018}', '\u{2019}') } else { ('\u{201c}', '\u{201d}') };
        let closing = token.side == Mark::Close || token.side == Mark::None && open.last() == Some(&closes);
        if !closing {
            open.push(closes);
            out.push(opens);
            continue;
        }
        match open.iter().rposition(|c| *c == closes) {
            Some(at) => open.truncate(at),
            // What it closes began before, and these words need not.
            None => continue,
        }
        out.push(closes);
    }
    out.truncate(out.trim_end().len());
    out.extend(open.into_iter().rev());
    out
}

/// A word without the number of a list that is grown to it: "3.If".
fn unnumbered(word: &str) -> &str {
    match word.split_once('.') {
        Some((number, rest))
            if (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()) && rest.starts_with(char::is_uppercase) =>
        {
            rest
        }
        _ => word,
    }
}
