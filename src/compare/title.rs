//! Titles cut from a report's own words.
//!
//! In: tokens of one report. Out: at most about 180 characters that read on their own: cut where a clause
//! ends, with closed quotation marks, without an opening "And", and with a name where a pronoun opens them.
//!
//! Clauses are told by marks and by the words that open them, not by a parser; a cut that finds none falls
//! between words and shows it by an ellipsis.

use super::clause_words::{AFTER_COMMA, ARTICLES, AUXILIARIES, DANGLING, JOINING, OPENING, PREPOSITIONS, TIMES, VERBS};
use super::findings::closed;
use super::view::View;
use crate::entity::MentionForm;
use crate::text::lexicon::Shape;
use crate::text::{Side as Mark, Span, TokenKind};
use std::ops::Range;

/// Most characters of a title's text.
const LONG: usize = 180;
/// Fewest characters before a cut: less is hardly a statement.
const SHORT: usize = 40;
/// A clause of so many characters has a verb, known or not.
const UNKNOWN: usize = 70;
/// A clause end that is less sure counts as standing so many characters earlier.
const STEP: usize = 25;

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
    let words = shortened(view, tokens, None, LONG);
    (!words.is_empty()).then(|| closed(format!("\u{2026} {words}")))
}

/// Whether words are a part of a sentence that can be quoted alone: no predicate without its subject, no mere list
/// of names.
fn stands(view: &View<'_>, tokens: Range<usize>) -> bool {
    let small = tokens.clone().filter(|&i| view.report.document.shape(i) == Shape::Lower).count();
    let begun = begun(view, tokens.clone());
    small >= 3 && !verbal(view, begun.start) && !matches!(opening(view, &begun), Opening::Leaning | Opening::Named(..))
}

/// The clauses of a sentence: where it may be cut at marks and at words that open a clause.
pub(super) fn clauses(view: &View<'_>, tokens: Range<usize>) -> Vec<Range<usize>> {
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
        let name = name_of(view, at).filter(|_| !matches!(doc.lower(at), "it" | "its" | "they" | "their" | "them"));
        return match name {
            Some(name) if matches!(doc.lower(at), "his" | "her") => Opening::Named(at, possessive(&name)),
            Some(name) => Opening::Named(at, name),
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

/// Whether a word opens a phrase that comes before the subject: "After the vote, the house", "Speaking in Oslo, she".
fn leads(view: &View<'_>, i: usize) -> bool {
    let lower = view.report.document.lower(i);
    OPENING.contains(&lower)
        || PREPOSITIONS.contains(&lower)
        || matches!(lower, "as" | "for" | "according" | "by" | "of" | "to" | "once")
        || lower.len() > 5 && lower.ends_with("ing")
}

/// The name of what the pronoun at token `i` stands for, in brackets, where that is sure: whom a statement is given
/// to, or the one of its kind that this sentence and the one before name.
fn name_of(view: &View<'_>, i: usize) -> Option<String> {
    let report = view.report;
    let doc = &report.document;
    let span = doc.tokens.get(i)?.span;
    let source = report.statements.iter().filter_map(|s| s.source.as_ref()).find(|s| s.span == span);
    let entity = match source {
        Some(source) => source.entity?,
        None => {
            let at = report.mentions.partition_point(|m| m.span.end <= span.start);
            let pronoun = report.mentions.get(at).filter(|m| m.form == MentionForm::Pronoun && m.span.overlaps(span))?;
            let before = doc.sentences.get(doc.sentence_of(i).checked_sub(1)?)?.span;
            let from = report.mentions.partition_point(|m| m.span.end <= before.start);
            let kind = report.entities.get(pronoun.entity? as usize)?.kind;
            let mut named = report.mentions.get(from..at)?.iter().filter(|m| m.form == MentionForm::Name && m.kind == kind).peekable();
            named.peek()?;
            pronoun.entity.filter(|_| named.all(|m| m.entity == pronoun.entity))?
        }
    };
    let name = &report.entities.get(entity as usize)?.name;
    (name.chars().count() <= 40).then(|| format!("[{name}]"))
}

fn possessive(name: &str) -> String {
    let inner = name.trim_end_matches(']');
    format!("{inner}{}]", if inner.ends_with('s') { "\u{2019}" } else { "\u{2019}s" })
}

fn trimmed(view: &View<'_>, tokens: Range<usize>, more: &dyn Fn(&View<'_>, usize) -> bool) -> Range<usize> {
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
fn shortened(view: &View<'_>, tokens: Range<usize>, named: Option<&(usize, String)>, room: usize) -> String {
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
        return written(view, trimmed(view, whole.start..end, &|_, _| false), named);
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

/// Whether a token looks like a finite verb.
fn verbal(view: &View<'_>, i: usize) -> bool {
    let (doc, form) = (&view.report.document, view.report.document.lower(i));
    AUXILIARIES.contains(&form) || VERBS.contains(&form) || form.len() > 4 && form.ends_with("ed") && doc.shape(i) == Shape::Lower
}

/// Whether a clause ends before token `i`, and how unsure that is, in steps.
fn end_before(view: &View<'_>, whole: &Range<usize>, i: usize) -> Option<usize> {
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
fn dangling(view: &View<'_>, i: usize) -> bool {
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
                None => out.push_str(&super::findings::flat(view.text(token.span))),
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

/// With a capital first.
pub(super) fn capital(text: &str) -> String {
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
    use super::super::view::View;
    use super::super::words::Stems;
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
                "The two crews searched the bay until dark with lamps borrowed from the fishing boats that lay at the northern quay of the old harbour, which had come back early because of the wind and the rain that the forecast had not told of.",
                "The two crews searched the bay until dark with lamps borrowed from the fishing boats that lay at the northern quay of the old harbour, which had come back early.",
            ),
            // Neither within the name nor behind the initial or the abbreviation.
            (
                "Investigators asked the owner of the yard and a welder of the works on the other side of the fjord near the old mill to come to the office of the coroner at 12 St. Olaf St. in the town of N. Berge on Friday afternoon.",
                "Investigators asked the owner of the yard and a welder of the works on the other side of the fjord near the old mill to come to the office of the coroner at 12 St. Olaf St. in the town of N. Berge.",
            ),
            // A relative clause does not end its sentence.
            (
                "The pilot, who had steered the ferry for eleven years and knew every rock along the coast from the cape to the lighthouse at the end of the sound, told the board about a fault in the steering gear and the pumps.",
                "The pilot, who had steered the ferry for eleven years and knew every rock along the coast from the cape to the lighthouse at the end of the sound, told the board about a fault.",
            ),
        ] {
            assert_eq!(title(&format!("{HARBOUR}{sentence}"), &sentence[..12]).as_deref(), Some(want));
        }
    }

    #[test]
    fn quotations_stay_whole() {
        let text = format!(
            "{HARBOUR}The mayor, Anna Berg, called the closure \u{201c}a hard day for every family that lives from the sea, and a warning to all of us who have put off repairs for too long\u{201d} on Tuesday."
        );
        let title = title(&text, "The mayor").unwrap();
        assert_eq!(title.matches('\u{201c}').count(), title.matches('\u{201d}').count(), "{title}");
        assert!(!title.contains('\u{2026}'), "{title}");
    }

    #[test]
    fn pronouns_get_their_names() {
        let text =
            format!("{HARBOUR}Anna Berg leads the council. She has called a meeting. But it was not enough. And the boats stayed out.");
        assert_eq!(title(&text, "She has").as_deref(), Some("[Anna Berg] has called a meeting."));
        assert_eq!(title(&text, "And the").as_deref(), Some("The boats stayed out."));
        assert_eq!(title(&text, "But it"), None);
    }
}
