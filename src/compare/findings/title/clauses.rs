//! Where the clauses of a sentence begin and end, told by marks and by the words that open them.

use super::words::{AFTER_COMMA, ARTICLES, AUXILIARIES, DANGLING, OPENING, PREPOSITIONS, VERBS};
use crate::compare::view::View;
use crate::text::lexicon::Shape;
use crate::text::{Side as Mark, Span, TokenKind};
use std::ops::Range;

/// The clauses of a sentence: where it may be cut at marks and at words that open a clause.
pub(in crate::compare::findings) fn clauses(view: &View<'_>, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut first = tokens.start;
    for i in tokens.start + 1..tokens.end {
        if end_before(view, &tokens, i).is_some_and(|steps| steps < 3) {
            out.push(first..i);
            first = i;
        }
    }
    out.push(first..tokens.end);
    out
}

/// Whether a word opens a phrase that comes before the subject: "After the vote, the house", "Speaking in Oslo, she".
pub(in crate::compare::findings) fn leads(view: &View<'_>, i: usize) -> bool {
    let lower = view.report.document.lower(i);
    OPENING.contains(&lower)
        || PREPOSITIONS.contains(&lower)
        || matches!(lower, "as" | "for" | "according" | "by" | "of" | "to" | "once")
        || lower.len() > 5 && lower.ends_with("ing")
}

/// Whether a token looks like a finite verb.
pub(in crate::compare::findings) fn verbal(view: &View<'_>, i: usize) -> bool {
    let (doc, form) = (&view.report.document, view.report.document.lower(i));
    VERBS.binary_search(&form).is_ok() || form.len() > 4 && form.ends_with("ed") && doc.shape(i) == Shape::Lower
}

/// Whether a clause ends before token `i`, and how unsure that is, in steps.
pub(super) fn end_before(view: &View<'_>, whole: &Range<usize>, i: usize) -> Option<usize> {
    let doc = &view.report.document;
    let before = i.checked_sub(1).filter(|b| *b > whole.start)?;
    let steps = if doc.tokens.get(i)?.kind == TokenKind::Word { word_opens(view, before, i) } else { mark_opens(view, before, i) };
    let ends = matches!(doc.form(before), "." | "!" | "?") || doc.side(before) == Mark::Close;
    if ends && doc.sentences.get(doc.sentence_of(i)).is_some_and(|s| s.first as usize == i) {
        return Some(0);
    }
    steps.filter(|_| !dangling(view, before) && !inside_name(view, i))
}

/// Whether the mark at token `i` ends a clause.
fn mark_opens(view: &View<'_>, before: usize, i: usize) -> Option<usize> {
    let doc = &view.report.document;
    match doc.form(i) {
        ";" | "(" | "--" => Some(0),
        _ if doc.is_dash(i) => Some(0),
        ":" => Some(1),
        "," if AFTER_COMMA.contains(&doc.lower(i + 1)) => Some(0),
        "," => {
            // A list of names or numbers, or a place and its state.
            let capitals = doc.shape(before).is_capital() && doc.shape(i + 1).is_capital();
            let number = doc.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Number);
            (!capitals && !number).then_some(1)
        }
        _ => None,
    }
}

/// Whether the word at token `i` opens a clause, or a phrase before which a long one may be cut.
fn word_opens(view: &View<'_>, before: usize, i: usize) -> Option<usize> {
    let doc = &view.report.document;
    let lower = doc.lower(i);
    let joins =
        lower == "and" && matches!(doc.lower(i + 1), "he" | "she" | "they" | "it" | "we" | "i" | "he's" | "it's" | "they're" | "there");
    let opening = joins || OPENING.contains(&lower);
    let both = |k: usize| matches!(doc.lower(k), "between" | "both" | "either");
    let steps = match lower {
        _ if opening => 1,
        _ if PREPOSITIONS.contains(&lower) => 3,
        "for" | "from" | "to" | "by" => 4,
        "and" | "or" if ARTICLES.contains(&doc.lower(i + 1)) && !(before.saturating_sub(8)..before).any(both) => 4,
        _ => return None,
    };
    // A word or two behind a comma are no end: "murder, arson | in".
    let near_comma = (before.saturating_sub(1)..=before).any(|k| doc.form(k) == ",");
    // What a verb needs stands behind it: "speculating that", "aimed at", "taken in", "said on Monday that".
    let governed = verbal(view, before) || ["ing", "own", "ken", "ven", "ten"].iter().any(|e| doc.lower(before).ends_with(e));
    let reported = lower == "that" && (governed || (before.saturating_sub(3)..before).any(|k| verbal(view, k)));
    (!near_comma && !reported && (opening || !governed)).then_some(steps)
}

/// Whether a title cannot end with token `i`.
pub(super) fn dangling(view: &View<'_>, i: usize) -> bool {
    let doc = &view.report.document;
    let form = doc.form(i);
    DANGLING.contains(&doc.lower(i))
        || AUXILIARIES.contains(&doc.lower(i))
        || doc.shape(i) == Shape::Initial
        || form.len() > 1 && form.ends_with('.')
        || matches!(form, "$" | "\u{a3}" | "\u{20ac}" | "," | "(")
        || doc.side(i) == Mark::Open
        || inside_name(view, i + 1)
}

/// Whether the words before and at token `i` belong to one name, date or figure.
fn inside_name(view: &View<'_>, i: usize) -> bool {
    let report = view.report;
    let doc = &report.document;
    let (Some(a), Some(b)) = (i.checked_sub(1).and_then(|p| doc.tokens.get(p)), doc.tokens.get(i)) else { return false };
    let both = |s: Span| s.start <= a.span.start && b.span.end <= s.end;
    let mention = report.mentions.partition_point(|m| m.span.end <= a.span.start);
    let date = report.dates.partition_point(|d| d.span.end <= a.span.start);
    let figure = report.figures.partition_point(|f| f.span.end <= a.span.start);
    report.mentions.get(mention).is_some_and(|m| both(m.span))
        || report.dates.get(date).is_some_and(|d| both(d.span))
        || report
            .figures
            .get(figure)
            .is_some_and(|f| both(f.span) || f.span.end == a.span.end && f.counted.is_some_and(|c| c.contains(b.span)))
}
