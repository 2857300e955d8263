//! Titles cut from a report's own words.
//!
//! In: tokens of one report. Out: at most about 240 characters that read on their own: cut where a clause
//! ends, with closed quotation marks, without an opening "And", and with a name where a pronoun opens them.
//!
//! Clauses are told by marks and by the words that open them, not by a parser. Every cut shows by an ellipsis.

mod clauses;
mod cut;
mod words;

pub(super) use clauses::{clauses, leads, verbal};

use super::closed;
use crate::compare::view::View;
use crate::entity::{Kind, MentionForm};
use crate::quote::Source;
use crate::text::flat;
use crate::text::lexicon::Shape;
use crate::text::{Side as Mark, Span, TokenKind};
use cut::{shortened, trimmed};
use std::ops::Range;
use words::{JOINING, PREPOSITIONS, TIMES};

/// Most characters of a title's text.
const LONG: usize = 240;
/// Sentences before a pronoun in which the one whom it means is named.
const BEFORE: usize = 1;

/// How a title begins.
enum Opening {
    /// With words that stand on their own.
    Plain,
    /// With a pronoun at a token, for which these words are set.
    Named(usize, String),
    /// With words that mean nothing without the sentence before.
    Leaning,
}

/// The words of a sentence as a title; `None` where they say nothing without the sentence before.
pub(super) fn of(view: &View<'_>, tokens: Range<usize>) -> Option<String> {
    beside(view, tokens, "")
}

/// The same beside the name of a speaker, who may be "he" and "she".
fn beside(view: &View<'_>, tokens: Range<usize>, speaker: &str) -> Option<String> {
    let tokens = begun(view, tokens);
    let named = match opening(view, &tokens) {
        Opening::Named(_, name) if !speaker.is_empty() && name.contains(speaker) => None,
        Opening::Plain => None,
        Opening::Named(at, name) => Some((at, name)),
        Opening::Leaning => return None,
    };
    // "Three brothers, all of Oslo": no statement.
    let verb = tokens
        .clone()
        .any(|i| verbal(view, i) || view.report.document.shape(i) == Shape::Lower && view.report.document.lower(i).ends_with('s'));
    let words = shortened(view, tokens, named.as_ref(), LONG);
    (verb && !words.is_empty()).then(|| closed(capital(&words)))
}

/// What somebody said in the report's words, to stand behind a name and a colon.
pub(super) fn reported(view: &View<'_>, tokens: Range<usize>, speaker: &str) -> Option<String> {
    let words = beside(view, tokens.clone(), speaker)?;
    Some(uncapital(view, tokens.start, words))
}

/// A part of a report in quotation marks.
pub(super) fn quoted(view: &View<'_>, tokens: Range<usize>) -> Option<String> {
    let inner = trimmed(view, tokens, &|view, i| view.report.document.side(i) != Mark::None);
    let words = shortened(view, inner, None, LONG);
    (!words.is_empty())
        .then(|| closed(format!("\u{201c}{}\u{201d}", words.replace('\u{201c}', "\u{2018}").replace('\u{201d}', "\u{2019}"))))
}

/// A part of a sentence that says something without what stands before it.
pub(super) fn excerpt(view: &View<'_>, tokens: Range<usize>) -> Option<String> {
    if !stands(view, tokens.clone()) || !tokens.clone().any(|i| verbal(view, i)) {
        return None;
    }
    cut_off(view, tokens)
}

/// The end of a sentence behind a comma or dash that says something: "\u{2026} with a promise to end long waits."
pub(super) fn tail(view: &View<'_>, tokens: Range<usize>) -> Option<String> {
    let doc = &view.report.document;
    let marked = doc.form(tokens.start) == "," || doc.is_dash(tokens.start) && doc.tokens.get(tokens.start).is_some_and(|t| t.spaced);
    let says = |i: usize| {
        let lower = doc.lower(i);
        verbal(view, i) || lower == "to" || lower.len() > 5 && lower.ends_with("ing")
    };
    (marked && tokens.clone().any(says)).then(|| cut_off(view, tokens)).flatten()
}

fn cut_off(view: &View<'_>, tokens: Range<usize>) -> Option<String> {
    let words = shortened(view, tokens, None, LONG);
    (!words.is_empty()).then(|| closed(format!("\u{2026} {words}")))
}

/// Whether words are a part of a sentence that can be quoted alone: no predicate without its subject, no mere list
/// of names.
fn stands(view: &View<'_>, tokens: Range<usize>) -> bool {
    let small = tokens.clone().filter(|&i| view.report.document.shape(i) == Shape::Lower).count();
    let begun = begun(view, tokens.clone());
    let first = view.report.document.lower(begun.start);
    let hangs = PREPOSITIONS.contains(&first) || matches!(first, "including" | "beyond" | "of" | "for" | "by" | "to" | "such");
    small >= 3
        && !hangs
        && !verbal(view, begun.start)
        && !in_apposition(view, &begun)
        && !matches!(opening(view, &begun), Opening::Leaning | Opening::Named(..))
}

/// Whether words describe what stands before them and go on with its verb: "[the chief,] a former diver, told the crew".
fn in_apposition(view: &View<'_>, tokens: &Range<usize>) -> bool {
    let comma = tokens.clone().find(|&i| view.report.document.form(i) == ",");
    comma.is_some_and(|comma| !(tokens.start..comma).any(|i| verbal(view, i)) && comma + 1 < tokens.end && verbal(view, comma + 1))
}

/// Whether a pronoun or a joining word opens the sentence, so that it leans on the one before.
pub(super) fn leans(view: &View<'_>, tokens: Range<usize>) -> bool {
    matches!(opening(view, &begun(view, tokens)), Opening::Leaning)
}

/// Without a dateline, bullets and joining words at the beginning.
fn begun(view: &View<'_>, tokens: Range<usize>) -> Range<usize> {
    let doc = &view.report.document;
    let mut first = tokens.start;
    if let Some(dateline) = doc.header.dateline.as_ref().map(|d| d.span)
        && doc.tokens.get(first).is_some_and(|t| dateline.contains(t.span))
    {
        first = doc.token_at(dateline.end);
    }
    let mark = |i: usize| doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Mark) && !matches!(doc.form(i), "(" | "[" | "$" | "#");
    // "3. If the vote": the number of a list.
    let number = doc.form(first).len() < 3 && doc.form(first).bytes().all(|b| b.is_ascii_digit());
    if number && matches!(doc.form(first + 1), "." | ")") && first + 4 < tokens.end {
        first += 2;
    }
    while first < tokens.end && (mark(first) || JOINING.contains(&doc.lower(first)) && first + 3 < tokens.end) {
        // "So far", "also known as", "Still others": part of the sentence.
        if matches!(doc.lower(first + 1), "far" | "many" | "much" | "known" | "called") {
            break;
        }
        first += 1;
    }
    first..tokens.end
}

fn opening(view: &View<'_>, tokens: &Range<usize>) -> Opening {
    let doc = &view.report.document;
    let third = |i: usize| matches!(doc.lower(i), "he" | "she" | "it" | "they" | "his" | "her" | "its" | "their" | "him" | "them");
    let first = tokens.start;
    if doc.side(first) == Mark::Open {
        return Opening::Plain;
    }
    // "Once it was secure", "Reportedly, he": the pronoun stands behind the words that open the sentence.
    let opener = doc.lower(first);
    let lead = leads(view, first) || matches!(opener, "once" | "soon" | "later" | "for") || opener.ends_with("ly");
    let name = |i: usize| i > first && doc.shape(i).is_capital();
    let end = (first + if lead { 7 } else { 1 }).min(tokens.end);
    let subject = |i: usize| i == first || matches!(doc.lower(i), "he" | "she" | "they");
    if let Some(at) = (first..end).take_while(|&i| !name(i)).find(|&i| third(i) && subject(i)) {
        // "It was raining", "it" for what a whole sentence told: who is meant is sure of persons alone.
        let person = matches!(doc.lower(at), "he" | "she" | "his" | "her" | "him");
        let name = name_of(view, at).filter(|n| person || n.1 == Kind::Organization && !matches!(doc.lower(at), "they" | "their" | "them"));
        return match name {
            Some((name, _)) if matches!(doc.lower(at), "his" | "her" | "its") => Opening::Named(at, possessive(&name)),
            Some((name, _)) => Opening::Named(at, name),
            // The report's own word, where it is not sure who is meant.
            None if person || matches!(doc.lower(at), "its" | "their") && at == first => Opening::Plain,
            None => Opening::Leaning,
        };
    }
    match doc.lower(first) {
        "this" | "that" | "these" | "those" if !TIMES.contains(&doc.lower(first + 1)) => Opening::Leaning,
        "such" | "both" | "others" | "another" | "neither" | "none" | "we" | "i" | "you" | "our" | "my" | "your" | "who" | "which"
        | "whose" | "whom" => Opening::Leaning,
        _ => Opening::Plain,
    }
}

/// The name of what the pronoun at token `i` stands for, in brackets, and of which kind it is, where that is sure.
fn name_of(view: &View<'_>, i: usize) -> Option<(String, Kind)> {
    let report = view.report;
    let span = report.document.tokens.get(i)?.span;
    let source = report.statements.iter().filter_map(|s| s.source.as_ref()).find(|s| s.span == span);
    let pronoun = || {
        let at = report.mentions.partition_point(|m| m.span.end <= span.start);
        report.mentions.get(at).filter(|m| m.form == MentionForm::Pronoun && m.span.overlaps(span))
    };
    let entity = source.map_or_else(|| pronoun()?.entity, |s| s.entity)?;
    let name = surely(view, span, entity)?;
    let kind = report.entities.get(entity as usize)?.kind;
    (name.chars().count() <= 40).then(|| (format!("[{name}]"), kind))
}

/// The name of a statement's source, where it is sure who it is: named where it stands, or known by what is told just before.
pub(super) fn named(view: &View<'_>, source: &Source) -> Option<String> {
    let Some(entity) = source.entity else {
        return Some(flat(&source.name)).filter(|_| flat(view.text(source.span)) == flat(&source.name));
    };
    let here = view.mentions(source.span).any(|m| m.form == MentionForm::Name && m.entity == Some(entity));
    if here { view.report.entities.get(entity as usize).map(|e| flat(&e.name)) } else { surely(view, source.span, entity).map(flat) }
}

/// The name of the one whom words at `span` mean, where no other of the kind is named in their sentence and the one
/// before: whom those name, or who spoke last.
fn surely<'a>(view: &View<'a>, span: Span, entity: u32) -> Option<&'a str> {
    let report = view.report;
    let (doc, meant) = (&report.document, report.entities.get(entity as usize)?);
    let at = doc.sentence_of(doc.token_at(span.start));
    let from = doc.sentences.get(at.saturating_sub(BEFORE))?.span.start;
    let near = report.mentions.get(report.mentions.partition_point(|m| m.span.end <= from)..)?;
    let mut named =
        near.iter().take_while(|m| m.span.end <= span.start).filter(|m| m.form == MentionForm::Name && m.kind == meant.kind).peekable();
    let before = report.statements.partition_point(|s| s.content.first().is_some_and(|c| c.start < span.start));
    let last = report.statements.get(..before)?.iter().rev().filter_map(|s| s.source.as_ref()).find(|s| s.span.end <= span.start);
    let known = named.peek().is_some() || last.is_some_and(|s| s.entity == Some(entity));
    (known && named.all(|m| m.entity == Some(entity))).then_some(meant.name.as_str())
}

fn possessive(name: &str) -> String {
    let inner = name.trim_end_matches(']');
    format!("{inner}{}]", if inner.ends_with('s') { "\u{2019}" } else { "\u{2019}s" })
}

/// With a capital first.
pub(super) fn capital(text: &str) -> String {
    // "iPhone" keeps its letters.
    if text.chars().take_while(|c| c.is_alphabetic()).skip(1).any(char::is_uppercase) {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// With the small letter that a text has itself in front of its first word.
fn uncapital(view: &View<'_>, first: usize, words: String) -> String {
    if view.report.document.shape(first).is_capital() {
        return words;
    }
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failing test may panic")]
    use crate::compare::view::View;
    use crate::compare::words::Stems;
    use crate::{Options, analyze};

    /// The title of the sentence of `text` that begins with `words`.
    fn title(text: &str, words: &str) -> Option<String> {
        let report = analyze(text, &Options::default()).unwrap();
        let (stems, [forms, _]) = Stems::of(&report, &report);
        let view = View::new(&report, &forms, &stems);
        let told = view.sentences.iter().find(|t| view.text(t.span).starts_with(words)).unwrap();
        super::of(&view, told.first..told.last)
    }

    const HARBOUR: &str = "The harbour of Vik was closed on Tuesday.\n\n";

    #[test]
    fn long_sentences_end_with_a_clause() {
        for (sentence, want) in [
            (
                "The two crews searched the bay until dark with lamps borrowed from the fishing boats that lay at the northern quay of the old harbour and from the men of the lighthouse on the other side of the sound, who had come back early because of the wind and the rain that the forecast had not told of.",
                "The two crews searched the bay until dark with lamps borrowed from the fishing boats that lay at the northern quay of the old harbour and from the men of the lighthouse on the other side of the sound, who had come back early \u{2026}",
            ),
            // Neither within the name nor behind the initial or the abbreviation.
            (
                "Investigators asked the owner of the yard and a welder of the works on the other side of the fjord near the old mill and the harbour of the fishing boats and the last of the three ferries to come to the office of the coroner at 12 St. Olaf St. in the town of N. Berge on Friday afternoon.",
                "Investigators asked the owner of the yard and a welder of the works on the other side of the fjord near the old mill and the harbour of the fishing boats and the last of the three ferries to come to the office of the coroner \u{2026}",
            ),
            // A relative clause does not end its sentence.
            (
                "The pilot, who had steered the ferry for eleven years and knew every rock along the coast from the cape to the lighthouse at the end of the sound, told the board of the company on the second day of the inquiry about a fault in the steering gear and the pumps that nobody had looked for.",
                "The pilot, who had steered the ferry for eleven years and knew every rock along the coast from the cape to the lighthouse at the end of the sound, told the board of the company on the second day of the inquiry about a fault in the steering gear and the pumps \u{2026}",
            ),
        ] {
            assert_eq!(title(&format!("{HARBOUR}{sentence}"), &sentence[..12]).as_deref(), Some(want));
        }
    }

    #[test]
    fn an_apposition_with_the_verb_behind_it_is_no_excerpt() {
        let report =
            analyze(&format!("{HARBOUR}The chief of the crew, a former diver, told the board of a leak."), &Options::default()).unwrap();
        let (stems, [forms, _]) = Stems::of(&report, &report);
        let view = View::new(&report, &forms, &stems);
        let told = view.sentences.last().unwrap();
        let comma = (told.first..told.last).find(|&i| report.document.form(i) == ",").unwrap();
        assert_eq!(super::excerpt(&view, comma..told.last), None);
    }

    #[test]
    fn quotations_stay_whole() {
        let text = format!(
            "{HARBOUR}The mayor, Anna Berg, called the closure \u{201c}a hard day for every family that lives from the sea, and a warning to all of us who have put off repairs for too long\u{201d} on Tuesday."
        );
        let title = title(&text, "The mayor").unwrap();
        assert_eq!(title.matches('\u{201c}').count(), title.matches('\u{201d}').count(), "{title}");
    }

    #[test]
    fn pronouns_get_their_names() {
        let text =
            format!("{HARBOUR}Anna Berg leads the council. She has called a meeting. But it was not enough. And the boats stayed out.");
        assert_eq!(title(&text, "She has").as_deref(), Some("[Anna Berg] has called a meeting."));
        assert_eq!(title(&text, "And the").as_deref(), Some("The boats stayed out."));
        assert_eq!(title(&text, "But it"), None);
    }

    #[test]
    fn no_name_is_put_for_a_pronoun_that_may_be_another() {
        let text =
            format!("{HARBOUR}Anna Berg leads the council. Pictures showed Jon Lund and Kari Moe, who drowned. She has called a meeting.");
        assert!(title(&text, "She has").is_none_or(|t| !t.contains('[')), "{:?}", title(&text, "She has"));
    }

    #[test]
    fn numbers_of_a_list_are_no_part_of_the_words() {
        let text = format!("{HARBOUR}2.The boats have to stay in the bay until Monday.");
        assert_eq!(title(&text, "2.The").as_deref(), Some("The boats have to stay in the bay until Monday."));
    }
}
