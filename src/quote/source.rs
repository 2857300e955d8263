//! What the phrase of a source tells by itself: its head, its class, its gender, whether it is several.
//!
//! In: the token range of a source. Out: a [`SourceClass`] and what pronouns need to know. Who a pronoun
//! stands for is told in [`super::speakers`].

use super::SourceClass;
use super::lexis::Tag;
use super::sorts::Sort;
use super::syntax::Syntax;
use crate::entity::{Gender, Kind, MentionForm};
use crate::text::outlets;
use std::ops::Range;

/// Whether two named voices share the phrase: "China and Russia". Neither alone may lend it its name.
pub(super) fn joint(syntax: &Syntax<'_>, range: &Range<usize>) -> bool {
    let mentions = syntax.names.mentions.as_slice();
    let named = |at: u32, end: bool| {
        let near = mentions.partition_point(|m| m.span.end < at);
        mentions.iter().skip(near).take(2).any(|m| m.form == MentionForm::Name && if end { m.span.end == at } else { m.span.start == at })
    };
    let token = |i: usize| syntax.doc.tokens.get(i).map(|t| t.span);
    (range.start + 1..range.end.saturating_sub(1)).any(|i| {
        syntax.lower(i) == "and" && token(i - 1).is_some_and(|t| named(t.end, true)) && token(i + 1).is_some_and(|t| named(t.start, false))
    })
}

/// Whether the phrase is two: "Roe and the port".
pub(super) fn coordinated(syntax: &Syntax<'_>, range: &Range<usize>) -> bool {
    let and = range.clone().find(|&i| matches!(syntax.tag(i), Tag::Prep | Tag::Conj | Tag::Comma)).filter(|&i| syntax.lower(i) == "and");
    and.is_some_and(|i| i + 1 < range.end && matches!(syntax.tag(i + 1), Tag::Det | Tag::Poss | Tag::Name))
}

/// The head of a noun phrase: its last noun or name before a preposition, comma or clause.
pub(super) fn head(syntax: &Syntax<'_>, range: &Range<usize>) -> usize {
    let mut head = range.start;
    let mut i = range.start;
    while i < range.end {
        match syntax.tag(i) {
            Tag::Noun | Tag::Name | Tag::Num | Tag::Pron => head = i,
            Tag::Det | Tag::Poss | Tag::Gen | Tag::Adv | Tag::Mark => {}
            Tag::Open => {
                i = syntax.step(i, range.end);
                continue;
            }
            Tag::Quote => {}
            _ if i > range.start => break,
            _ => {}
        }
        i += 1;
    }
    head
}

/// Who a source is, by its head, its names and the mention of the Names layer that it holds.
pub(super) fn class(syntax: &Syntax<'_>, range: &Range<usize>, head: usize, mention: Option<usize>) -> SourceClass {
    let lower = syntax.lower(head);
    let kind = mention.and_then(|m| syntax.names.mentions.get(m)).map(|m| m.kind);
    let told = syntax.word(head).sorts;
    let speaks_for = range.clone().chain([head]).any(|i| syntax.word(i).sorts.has(Sort::Spokes)) || lower == "representative";
    if speaks_for {
        return SourceClass::Spokesperson;
    }
    if kind == Some(Kind::Person) {
        return SourceClass::NamedPerson;
    }
    // "Officials say": the capital of a sentence's first word tells nothing.
    let initial = mention.is_none()
        && head == range.start
        && syntax.doc.is_sentence_initial(head)
        && (syntax.word(head).plural || matches!(lower, "people" | "police"));
    let capital = !initial && syntax.word(head).capital && syntax.tag(head) == Tag::Name;
    // "the mayor of Port Hill, Ann Lee": a name in apposition.
    let apposed = !capital
        && (head..range.end)
            .any(|i| syntax.tag(i) == Tag::Comma && syntax.tag(i + 1) == Tag::Name && syntax.tag(i + 2) == Tag::Name && i + 2 < range.end);
    if apposed {
        return SourceClass::NamedPerson;
    }
    if outlet(syntax, range, head) {
        return SourceClass::Outlet;
    }
    if told.has(Sort::Document) && !capital {
        return SourceClass::Document;
    }
    if told.has(Sort::Institution) {
        return SourceClass::Institution;
    }
    match kind {
        Some(Kind::Organization | Kind::Place) => return SourceClass::Institution,
        Some(Kind::Event | Kind::Other) if syntax.word(head).plural => return SourceClass::Collective,
        Some(Kind::Event | Kind::Other) => return SourceClass::Document,
        _ => {}
    }
    if capital {
        // A name that the Names layer does not know: a person where a title or a second name stands with it.
        let names = range.clone().filter(|&i| syntax.tag(i) == Tag::Name).count();
        let the = syntax.lower(range.start) == "the";
        if told.has(Sort::Role) || lower == "mp" {
            return SourceClass::Unnamed;
        }
        return if the || lower.chars().all(|c| !c.is_alphabetic()) || syntax.doc.form(head).chars().filter(|c| c.is_uppercase()).count() > 1
        {
            SourceClass::Institution
        } else if names >= 1 {
            SourceClass::NamedPerson
        } else {
            SourceClass::Institution
        };
    }
    let plural = syntax.word(head).plural || matches!(lower, "people" | "men" | "women" | "children");
    if plural {
        let counted = range.clone().any(|i| syntax.tag(i) == Tag::Num)
            || matches!(lower, "officials" | "sources" | "witnesses" | "authorities" | "aides");
        return if counted { SourceClass::Unnamed } else { SourceClass::Collective };
    }
    SourceClass::Unnamed
}

/// Whether it is a newspaper, broadcaster or agency: by its name, by the last word of its name, or by its noun.
fn outlet(syntax: &Syntax<'_>, range: &Range<usize>, head: usize) -> bool {
    let lower = syntax.lower(head);
    let told = syntax.word(head).sorts;
    let capital = syntax.word(head).capital && syntax.tag(head) == Tag::Name;
    let agency = head > range.start
        && syntax.lower(head - 1) == "news"
        && matches!(lower, "agency" | "agencies" | "site" | "website" | "outlet" | "outlets");
    let known = (range.start..=head).any(|i| outlets::agency_end(syntax.doc, i, head + 1) == Some(head + 1));
    let paper = outlets::OUTLET_WORDS.contains(&lower) && (head > range.start || lower == "times");
    // "trade magazine The Daily Reporter"
    let titled = (range.start + 1..head).any(|i| syntax.lower(i) == "the" && syntax.word(i - 1).sorts.has(Sort::Outlet));
    agency || titled || told.has(Sort::Outlet) || capital && (known || paper)
}

/// What title or word tells of the gender.
pub(super) fn gender(syntax: &Syntax<'_>, range: &Range<usize>) -> Gender {
    range.clone().map(|i| Gender::told(syntax.lower(i))).find(|g| *g != Gender::Open).unwrap_or_default()
}
