//! What happened at a date: the clause that the date modifies, its main verb and who takes part.
//!
//! In: a dated sentence. Out: a [`DatedEvent`] whose label is the clause with the date and its
//! preposition taken out. Clauses are told by marks and conjunctions, not by a parser: a label can
//! carry a neighbour's words, but never words that the text does not have.

use super::lexicon::*;
use super::matcher::Tokens;
use super::{DatedEvent, TimexType};
use crate::entity::{Kind, Names};
use crate::text::{BlockKind, Document, Span};
use std::ops::Range;

/// How far a clause may reach from its date, in tokens.
const REACH: usize = 48;

/// Longest label in characters.
const LONGEST: usize = 110;

/// Words that open a clause; those of the first list are left out of it.
const SUBORDINATORS: &str = "that but because although though while whereas if when unless whether where";
const RELATIVES: &str = "who which whom whose";
const CONTINUERS: &str = "and or as after before amid with despite following until since so";

/// Participles that tie a date to the noun before them: "a statement issued late Thursday".
const TYING: &str = "issued released published dated held made sent posted signed aired broadcast filed delivered seen taken";

/// Words that lead to a date and go with it.
const LEADING: &str = "on in at during of over throughout early late earlier later around about back";

/// Words after which a date is a bound of what happened, not its time: it stays in the label.
const BOUNDING: &str = "since until till by from between before after than through to for as";

/// Words that open an adjunct before the subject: "In the aftermath of the vote, ...".
const ADJUNCTS: &str = "in on at during after before following despite with without while because since as for by under amid according \
    although though when if unlike given through over besides like among from of";

/// Words that a label does not end or begin with once the date is out.
const LOOSE: &str = "on in at by since until during from for of to and or but the a an , ; : - \u{2013} \u{2014} ( as early late about around \
    between over through before after earlier later that with \" ' where which who when while if";
const OPENERS: &str = "but and or so yet however meanwhile also then still instead , ; : - \u{2013} \u{2014} ( ) \" ' . that";

/// The event of the date at tokens `date`, whose extent is `span`.
pub(super) fn event(t: &Tokens<'_>, names: &Names, date: Range<usize>, timex: TimexType) -> Option<DatedEvent> {
    let doc = t.doc;
    if matches!(timex, TimexType::Set | TimexType::Duration) {
        return None;
    }
    let sentence = doc.sentences.get(doc.sentence_of(date.start))?;
    let block = doc.blocks.get(sentence.block as usize)?;
    if matches!(block.kind, BlockKind::DateLine | BlockKind::Byline | BlockKind::Furniture) {
        return None;
    }
    let mut whole = sentence.tokens();
    if let Some(line) = &doc.header.dateline {
        if line.span.overlaps(sentence.span) {
            whole.start = whole.start.max(doc.token_at(line.span.end.saturating_sub(1)) + 1);
        }
        if line.span.contains(doc.span(date.clone())) {
            return None;
        }
    }
    // "5 p.m. (2100 UTC)" tells the same twice.
    if date.start > whole.start && t.lower(date.start - 1) == "(" && timex == TimexType::Time {
        return None;
    }
    whole.start = whole.start.max(date.start.saturating_sub(REACH));
    whole.end = whole.end.min(date.end + REACH);
    if whole.is_empty() || date.start < whole.start {
        return None;
    }
    if let Some(noun) = noun_phrase(t, &whole, &date) {
        return finish(t, names, &(0..0), noun, &(0..0), None);
    }
    if let Some(noun) = bound_noun(t, &whole, &date) {
        return finish(t, names, &(0..0), noun, &(0..0), None);
    }
    let mut clause = clause(t, names, &whole, &date);
    // ", and sent its envoy on Tuesday": without its subject it tells nothing, so that of the
    // sentence is put before it.
    let mut opening = clause.start + usize::from(among(RELATIVES, t.lower(clause.start)));
    if opening == date.start {
        opening = date.end;
    }
    let headless = t.is(opening, PAST_VERB | PRESENT_VERB | FUTURE_VERB) || t.lower(opening) == "also";
    let mut subject = 0..0;
    if headless && !t.capital(opening) {
        let before = clause.start.checked_sub(1).map_or("", |i| t.lower(i));
        let found = subject_of(t, whole.start..clause.start).filter(|_| among("and but or ,", before));
        let owner = (before == "that").then(|| antecedent(t, names, clause.start - 1)).flatten();
        if let Some(found) = found {
            (subject, clause.start) = (found, opening);
        } else if let Some(owner) = owner {
            clause.start = owner;
        } else if date.start - whole.start <= 28 {
            let part = (whole.start..clause.start).rev().find(|&i| matches!(t.lower(i), ";" | ":"));
            clause.start = part.filter(|&i| i + 1 < clause.start).map_or(whole.start, |i| i + 1);
        }
    }
    clause.start = without_adjunct(t, &clause, &date);
    let Some(verb) = main_verb(t, names, &clause, &date) else {
        // "his landmark meeting with Mr Trump in Singapore last year": the noun that the date follows.
        return finish(t, names, &(0..0), noun_before(t, &whole, &date)?, &(0..0), None);
    };
    // "In the November 27 deal, Turkey agreed": the date belongs to its noun.
    let cut = if date.start > clause.start && t.is(date.start - 1, THE | THAT | THIS) && t.word(date.end).class == 0 && !t.is_mark(date.end)
    {
        date.start..date.start
    } else {
        with_preposition(t, &clause, &date)
    };
    finish(t, names, &subject, clause, &cut, Some(verb))
}

/// The subject of a sentence that begins in `range`: what stands before its first verb.
fn subject_of(t: &Tokens<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let from = range.clone().rev().find(|&i| parts(t, i)).map_or(range.start, |i| i + 1);
    let verb = (from..range.end).find(|&i| t.is(i, PAST_VERB | PRESENT_VERB | FUTURE_VERB))?;
    let start = without_adjunct(t, &(from..verb + 1), &(range.end..range.end));
    let plain = (start..verb).all(|i| !t.is(i, COMMA) && !among(SUBORDINATORS, t.lower(i)) && !among(RELATIVES, t.lower(i)));
    (plain && verb > start && verb - start <= 12 && !among(ADJUNCTS, t.lower(start))).then_some(start..verb)
}

/// What a date bounds with a noun phrase: "since the retirement of the shuttles in 2011" tells of the
/// retirement, whatever has happened since.
fn bound_noun(t: &Tokens<'_>, whole: &Range<usize>, date: &Range<usize>) -> Option<Range<usize>> {
    let mut last = date.start;
    while last > whole.start && among(LEADING, t.lower(last - 1)) {
        last -= 1;
    }
    let from = whole.start.max(last.saturating_sub(14));
    let mut i = last;
    while i > from {
        i -= 1;
        if among("since after before following until despite", t.lower(i)) {
            let first = i + 1;
            // A date right behind bounds by itself.
            return (last > first + 1 && !t.is(first, YEAR | MONTH | WEEKDAY | NUMBER | CLOCK | NOON)).then_some(first..last);
        }
        if parts(t, i) || t.is(i, COMMA | PAST_VERB | PRESENT_VERB | FUTURE_VERB) {
            return None;
        }
    }
    None
}

/// Whether a clause begins with a participle: "Passed in January, the rule ...".
fn participle(t: &Tokens<'_>, i: usize) -> bool {
    let word = t.lower(i);
    word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing")) || among("born known held built seen made", word)
}

/// Where a clause begins once an adjunct before its subject is left out, unless the date is a part of it.
fn without_adjunct(t: &Tokens<'_>, clause: &Range<usize>, date: &Range<usize>) -> usize {
    let mut start = clause.start;
    while among(OPENERS, t.lower(start)) && start + 1 < date.start {
        start += 1;
    }
    if !among(ADJUNCTS, t.lower(start)) {
        return clause.start;
    }
    let comma = (start + 1..clause.end.min(start + 24)).find(|&i| t.is(i, COMMA) && !t.is(i + 1, YEAR));
    match comma {
        // "During the meeting of Cyprus, Greece and Israel on January 28, the plan was ..."
        Some(i) if i < date.start && t.is(date.end, COMMA) && !has_verb(t, i + 1..date.start) => clause.start,
        Some(i) if (i < date.start || date.end <= start) && has_verb(t, i + 1..clause.end) => i + 1,
        _ => clause.start,
    }
}

/// The noun that the date stands before: "the Feb 27-28 summit in Vietnam".
fn noun_phrase(t: &Tokens<'_>, whole: &Range<usize>, date: &Range<usize>) -> Option<Range<usize>> {
    let led = date.start > whole.start && t.is(date.start - 1, THE | A | THAT | THIS)
        || among("his her their its 's whose", t.lower(date.start.wrapping_sub(1)))
        || t.is(date.start, THE) && t.is(date.end - 1, YEAR | DAYS | QUARTERLY);
    let first = date.end;
    let next = t.word(first);
    if !led
        || first >= whole.end
        || !t.lower(first).starts_with(char::is_alphabetic)
        || next.class & !(ZONAL | TIMES | HALF) != 0
        || among("he she they it we i was is has that which who as for with", t.lower(first))
    {
        return None;
    }
    let mut last = first;
    while last < whole.end && last < first + 16 {
        let w = t.word(last);
        let word = t.lower(last);
        if t.is_mark(last) && word != "'" && word != "'s"
            || w.is(PAST_VERB | PRESENT_VERB | FUTURE_VERB) && last > first
            || among(SUBORDINATORS, word)
            || among(RELATIVES, word)
            || among("amid after before as", word)
            || word == "and" && has_verb(t, last..last + 4)
        {
            break;
        }
        last += 1;
    }
    (last > first + 1).then_some(first..last)
}

/// The noun phrase that ends where the date begins.
fn noun_before(t: &Tokens<'_>, whole: &Range<usize>, date: &Range<usize>) -> Option<Range<usize>> {
    let mut last = date.start;
    while last > whole.start && among(LOOSE, t.lower(last - 1)) {
        last -= 1;
    }
    let from = whole.start.max(last.saturating_sub(14));
    let mut start = None;
    for i in (from..last).rev() {
        if parts(t, i) || t.is(i, COMMA | PAST_VERB | FUTURE_VERB | PRESENT_VERB) {
            break;
        }
        if t.is(i, THE | A | THAT | THIS) || among("his her their its 's", t.lower(i)) {
            start = Some(i + 1);
        }
    }
    let start = start.filter(|&s| s + 1 < last)?;
    Some(start..last)
}

/// Whether a mark parts clauses.
fn parts(t: &Tokens<'_>, i: usize) -> bool {
    let mark = t.lower(i);
    if mark.starts_with(|c: char| c.is_ascii_alphanumeric() || c == ',') {
        return false;
    }
    if mark == "\"" {
        // A title or a borrowed word within the sentence parts nothing.
        let short = |other: usize| t.lower(other) == "\"" && !t.is(other, COMMA);
        let told = |k: usize| k > 0 && (t.is(k - 1, COMMA) || matches!(t.lower(k - 1), ":" | "."));
        return told(i) || !(2..=7).any(|n| short(i + n) && !told(i + n) || i >= n && short(i - n) && !told(i - n));
    }
    among("; : \u{2014} \u{2013} ( ) ... \u{2026}", mark) || mark == "-" && t.spaced(i)
}

/// Whether a finite verb stands in the tokens.
fn has_verb(t: &Tokens<'_>, range: Range<usize>) -> bool {
    range.into_iter().any(|i| t.is(i, PAST_VERB | PRESENT_VERB | FUTURE_VERB))
}

/// Whether a comma at `i` begins ", the ministry said": a short clause whose verb tells and that ends.
fn telling_tail(t: &Tokens<'_>, i: usize, end: usize) -> bool {
    let stop = (i + 1..end.min(i + 14)).find(|&k| t.is(k, COMMA) || parts(t, k) || t.lower(k) == ".").unwrap_or(end.min(i + 14));
    (i + 1..stop).any(|k| among("said says say told reported reports added according announced wrote", t.lower(k))) && stop - i < 14
}

fn clause(t: &Tokens<'_>, names: &Names, whole: &Range<usize>, date: &Range<usize>) -> Range<usize> {
    let mut start = whole.start;
    let mut i = date.start;
    while i > whole.start {
        i -= 1;
        let word = t.lower(i);
        // "that" as a pronoun opens no clause; one that does has a verb before the date.
        let opens = among(SUBORDINATORS, word) && (word != "that" || has_verb(t, i + 1..date.start));
        if parts(t, i) || opens && has_verb(t, i + 1..whole.end) {
            start = i + 1;
            break;
        }
        if among(RELATIVES, word) && has_verb(t, i + 1..whole.end) {
            start = antecedent(t, names, i).unwrap_or(i + 1);
            break;
        }
        // ", and they left on Friday": a second main clause.
        if t.is(i, COMMA) && among("and but so or yet as while", t.lower(i + 1)) && has_verb(t, i + 2..date.start) {
            start = i + 2;
            break;
        }
        // "police said, two people ...": a telling head.
        if matches!(word, "after" | "before") && i + 1 < date.start && has_verb(t, i + 1..date.start) && has_verb(t, whole.start..i) {
            start = i + 1;
            break;
        }
    }
    let mut end = whole.end;
    let mut verb = has_verb(t, start..date.start);
    let initial = date.start <= start + 2 && !verb;
    let mut i = date.end;
    while i < whole.end {
        let word = t.lower(i);
        // "the National Hurricane Center (NHC) confirmed"
        if word == "("
            && !verb
            && let Some(close) = (i + 1..whole.end.min(i + 10)).find(|&k| t.lower(k) == ")")
        {
            i = close + 1;
            continue;
        }
        if parts(t, i) || word == "." || word == "!" || word == "?" {
            end = i;
            break;
        }
        if t.is(i, COMMA) {
            let next = t.lower(i + 1);
            let comma_of_date = initial && i <= date.end + 1;
            if !comma_of_date
                && verb
                && (telling_tail(t, i, whole.end)
                    || among(RELATIVES, next)
                    || among(SUBORDINATORS, next)
                    || among(CONTINUERS, next)
                    || i == date.end)
            {
                end = i;
                break;
            }
        } else if verb
            && i > date.start
            && (among("but because although though while whereas when amid", word)
                || among("after as before", word) && has_verb(t, i + 1..(i + 8).min(whole.end))
                || word == "and" && has_verb(t, i + 1..(i + 3).min(whole.end)))
        {
            end = i;
            break;
        }
        verb |= t.is(i, PAST_VERB | PRESENT_VERB | FUTURE_VERB);
        i += 1;
    }
    start..end.max(date.end)
}

/// The name right before ", who": the clause's subject begins there.
fn antecedent(t: &Tokens<'_>, names: &Names, relative: usize) -> Option<usize> {
    let mut end = relative;
    if end > 0 && t.is(end - 1, COMMA) {
        end -= 1;
    }
    let at = t.doc.tokens.get(end.checked_sub(1)?)?.span.end;
    let k = names.mentions.partition_point(|m| m.span.end < at);
    if let Some(mention) = names.mentions.get(k).filter(|m| m.span.end == at) {
        return Some(t.doc.token_at(mention.span.start));
    }
    // "an unidentified official, who": back to the article.
    let from = end.saturating_sub(8);
    let near = || (from..end).rev().take_while(|&i| !t.is_mark(i) || t.lower(i) == "'s");
    let article = near().find(|&i| t.is(i, THE | A));
    // "Crew Dragon's first mission, which": back to the owner's name.
    article.or_else(|| {
        let owned = near().find(|&i| t.lower(i) == "'s")?;
        (from..owned).rev().take_while(|&i| t.capital(i)).last()
    })
}

/// The first finite verb of the clause, with its auxiliary passed over.
fn main_verb(t: &Tokens<'_>, names: &Names, clause: &Range<usize>, date: &Range<usize>) -> Option<Span> {
    let free = |i: usize| !date.contains(&i);
    let finite = clause.clone().filter(|&i| free(i)).find(|&i| t.is(i, PAST_VERB | FUTURE_VERB | PRESENT_VERB) && !t.capital(i));
    let Some(mut i) = finite else {
        // "Le speaks", "leaders meet": a word in -s right behind a name.
        let ends: Vec<u32> = clause_names(t, names, clause).map(|m| m.span.end).collect();
        let i = clause.clone().filter(|&i| free(i) && i > clause.start).find(|&i| {
            let before = t.doc.tokens.get(i - 1).map_or(0, |x| x.span.end);
            t.lower(i).len() > 3 && t.lower(i).ends_with('s') && !t.capital(i) && t.word(i).class == 0 && ends.contains(&before)
        })?;
        return Some(t.doc.span(i..i + 1));
    };
    // "was killed", "has been charged", "will meet".
    for k in i + 1..(i + 5).min(clause.end) {
        let w = t.word(k);
        let aux = among("was were had has have is are been", t.lower(i)) || t.is(i, FUTURE_VERB);
        if !aux {
            break;
        }
        if w.is(PAST_VERB)
            || t.is(i, FUTURE_VERB)
                && t.lower(k).starts_with(char::is_alphabetic)
                && !matches!(t.lower(k), "not" | "also")
                && !t.lower(k).ends_with("ly")
        {
            i = k;
        } else if !among("not also be", t.lower(k)) && !t.lower(k).ends_with("ly") {
            break;
        }
    }
    Some(t.doc.span(i..i + 1))
}

fn clause_names<'a>(t: &Tokens<'_>, names: &'a Names, clause: &Range<usize>) -> impl Iterator<Item = &'a crate::entity::Mention> {
    let span = t.doc.span(clause.clone());
    let from = names.mentions.partition_point(|m| m.span.end <= span.start);
    names.mentions.iter().skip(from).take_while(move |m| m.span.start < span.end).take(REACH * 2)
}

/// The date with what ties it to its clause: "on Friday", "issued late Thursday".
fn with_preposition(t: &Tokens<'_>, clause: &Range<usize>, date: &Range<usize>) -> Range<usize> {
    let mut cut = date.clone();
    let before = date.start.checked_sub(1).filter(|&i| i >= clause.start).map_or("", |i| t.lower(i));
    let joined = |i: usize| matches!(t.lower(i), "and" | "or");
    // A bound, one of a row, or whose something is: without the date the rest would say another thing.
    let subject = date.start == clause.start && t.is(date.end, PAST_VERB | PRESENT_VERB | FUTURE_VERB) && !t.is(date.start, DEICTIC);
    if among(BOUNDING, before)
        || subject
        || t.lower(date.end) == "'s"
        || matches!(t.lower(date.end), "that" | "when") && t.is(date.end - 1, UNIT)
        || date.start > clause.start && t.is(date.start - 1, A)
        || t.is(date.end, COMMA) && date.start > clause.start && participle(t, clause.start)
        || joined(date.end) && !has_verb(t, date.end + 1..date.end + 6)
        || date.start > clause.start && joined(date.start - 1) && !has_verb(t, date.start.saturating_sub(4)..date.start)
    {
        return date.start..date.start;
    }
    // "sworn in last week": such dates have no preposition.
    let bare = t.is(date.start, LAST | NEXT | THIS | DEICTIC | TONIGHT);
    while cut.start > clause.start
        && !(bare && cut.start > clause.start + 1 && among("in on at over", t.lower(cut.start - 1)))
        && (among(LEADING, t.lower(cut.start - 1)) || t.lower(cut.start - 1) == "as" && t.lower(cut.start) == "of")
    {
        cut.start -= 1;
    }
    // "yesterday and on Wednesday"
    if cut.start > clause.start + 1 && joined(cut.start - 1) && t.is(cut.start - 2, WEEKDAY | MONTH | DEICTIC | YEAR | DAY) {
        return date.start..date.start;
    }
    if cut.start > clause.start + 1 && among(TYING, t.lower(cut.start - 1)) && !t.is(cut.start - 2, PAST_VERB | PRESENT_VERB) {
        cut.start -= 1;
    }
    cut
}

fn finish(
    t: &Tokens<'_>,
    names: &Names,
    subject: &Range<usize>,
    clause: Range<usize>,
    cut: &Range<usize>,
    verb: Option<Span>,
) -> Option<DatedEvent> {
    let label = label(t.doc, t, subject, &clause, cut)?;
    let span = t.doc.span(clause.clone());
    let mut actors: Vec<u32> = Vec::new();
    for m in clause_names(t, names, &clause) {
        let acts = matches!(m.kind, Kind::Person | Kind::Organization) || m.kind == Kind::Place && m.metonym;
        if let Some(entity) = m.entity.filter(|e| acts && !actors.contains(e)) {
            actors.push(entity);
            if actors.len() == 8 {
                break;
            }
        }
    }
    Some(DatedEvent { clause: span, verb, label, actors })
}

/// The clause without its date, white space folded, cut where it gets long.
fn label(doc: &Document, t: &Tokens<'_>, subject: &Range<usize>, clause: &Range<usize>, cut: &Range<usize>) -> Option<String> {
    let mut kept: Vec<usize> = subject.clone().chain(clause.clone().filter(|i| !cut.contains(i))).collect();
    while kept.first().is_some_and(|&i| among(OPENERS, t.lower(i))) {
        kept.remove(0);
    }
    while kept.last().is_some_and(|&i| among(LOOSE, t.lower(i)) || t.lower(i) == ".") {
        kept.pop();
    }
    if kept.len() < 2 {
        return None;
    }
    let mut label = String::new();
    let mut before: Option<usize> = None;
    let mut length = 0;
    for (n, &i) in kept.iter().enumerate() {
        let token = doc.tokens.get(i)?;
        let text = token.span.of(&doc.text);
        let jump = before.is_some_and(|b| b + 1 != i);
        // A comma that the date has left alone, or that it stood between.
        if text == "," && (before.is_none() || jump) {
            let between = label.ends_with(',');
            let finite = t.is(i + 1, PAST_VERB | PRESENT_VERB | FUTURE_VERB);
            if before.is_none() || between || finite {
                if between && finite {
                    label.pop();
                }
                continue;
            }
        }
        if before.is_some() && (token.spaced || jump && text.starts_with(char::is_alphanumeric)) {
            label.push(' ');
            length += 1;
        }
        length += text.chars().count();
        if length > LONGEST && n > 6 {
            let end = label.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')').len();
            label.truncate(end);
            // No label ends with a preposition or article.
            while let Some((head, last)) = label.rsplit_once(' ') {
                if !among(LOOSE, &last.to_lowercase()) {
                    break;
                }
                let end = head.len();
                label.truncate(end);
            }
            label.push('\u{2026}');
            return Some(label);
        }
        label.push_str(text);
        before = Some(i);
    }
    // A quotation that the clause cuts.
    if label.matches('"').count() % 2 == 1 {
        label.push('"');
    } else if label.contains('\u{201c}') && !label.contains('\u{201d}') {
        label.push('\u{201d}');
    }
    Some(label)
}
