//! Who spoke so far, and so whom a pronoun stands for.
//!
//! In: the phrases of sources in text order. Out: a [`Source`] for each. Pronouns are resolved by the Names
//! layer where it did so; else by recency, number and what is known of the gender.

use super::lexis::Tag;
use super::sorts::Sort;
use super::source::{class, coordinated, gender, head, joint};
use super::syntax::{Subject, Syntax};
use super::{Source, SourceClass};
use crate::entity::{Gender, Kind, MentionForm};
use crate::text::{Span, flat};
use std::ops::Range;

/// Remembers who spoke and who was named, in text order.
pub(super) struct Speakers {
    /// Sources so far that are no pronouns.
    heard: Vec<Heard>,
    /// First mention (of the Names layer) not yet passed.
    mention: usize,
}

#[derive(Debug, Clone)]
struct Heard {
    span: Span,
    entity: Option<u32>,
    class: SourceClass,
    gender: Gender,
    name: String,
    token: usize,
    /// Whether it is a person: it said something, or its noun tells.
    person: bool,
    /// Whether it said something, or was only the subject of a sentence.
    spoke: bool,
    /// Whether it stands in what somebody else said.
    inner: bool,
    /// Whether it is more than one.
    plural: bool,
    /// Whether its head noun means one person.
    human: bool,
    /// Whether it is several persons: two names, or a plural noun for them.
    people: bool,
}

impl Heard {
    /// The source that a pronoun at `span` is when it stands for this one.
    fn meant_by(&self, span: Span) -> Source {
        Source { span, mention: Some(self.span), entity: self.entity, name: self.name.clone(), class: self.class }
    }

    /// Whether a pronoun may mean it, by number, gender and class: `wanted` is the gender of "he" and "she".
    fn fits(&self, word: &str, wanted: Option<Gender>) -> bool {
        use SourceClass::{Collective, Document, Institution, NamedPerson, Outlet, Unnamed};
        match wanted {
            // A thing that was only the subject of a sentence is no he or she.
            Some(gender) => {
                !matches!(self.class, Institution | Outlet | Document | Collective)
                    && (self.person || self.class != Unnamed)
                    && self.gender.fits(gender)
            }
            None if matches!(word, "it" | "its") => matches!(self.class, Institution | Outlet | Document),
            None if matches!(word, "they" | "their") => self.plural || self.class == Institution,
            None => self.class != NamedPerson,
        }
    }
}

/// How many of the last voices a pronoun may reach back over.
const MEMORY: usize = 12;

impl Speakers {
    pub(super) fn new() -> Self {
        Self { heard: Vec::new(), mention: 0 }
    }

    /// The source that `subject` tells, standing before or at token `at`.
    pub(super) fn source(&mut self, syntax: &Syntax<'_>, subject: &Subject) -> Source {
        let doc = syntax.doc;
        let range = subject.range.clone();
        let span = doc.span(range.clone());
        let text = span.of(&doc.text);
        let first = syntax.tag(range.start);
        let pronoun = range.len() == 1 && matches!(first, Tag::Pron | Tag::Object | Tag::PronAux | Tag::Rel | Tag::That | Tag::Poss);
        if pronoun {
            return self.pronoun(syntax, &range, subject.antecedent.clone());
        }
        let head = head(syntax, &range);
        let mention = self.mention_in(syntax, &range, head);
        let class = class(syntax, &range, head, mention);
        // A spokesman without a name is a voice of the body that he speaks for.
        let body = || self.body_in(syntax, span).filter(|_| class == SourceClass::Spokesperson);
        let entity = mention.or_else(body).and_then(|m| syntax.names.mentions.get(m)).and_then(|m| m.entity);
        let name = entity
            .filter(|_| !joint(syntax, &range))
            .filter(|_| {
                !matches!(class, SourceClass::Spokesperson | SourceClass::Unnamed | SourceClass::Collective | SourceClass::Document)
            })
            .and_then(|e| syntax.names.entities.get(e as usize))
            .map_or_else(|| flat(text), |e| e.name.clone());
        let gender = gender(syntax, &range);
        let source = Source { span, mention: None, entity, name: name.clone(), class };
        let told = syntax.word(head).sorts;
        let several = joint(syntax, &range) || coordinated(syntax, &range);
        let plural = several || syntax.word(head).plural || class == SourceClass::Collective;
        let one = !plural && (told.has(Sort::Human) || matches!(syntax.lower(head), "one" | "another" | "mp"));
        self.heard.push(Heard {
            span,
            entity,
            class,
            gender,
            name,
            token: range.start,
            person: true,
            spoke: true,
            inner: false,
            plural,
            human: one,
            people: several || plural && told.has(Sort::Humans),
        });
        source
    }

    /// Marks those heard from token `from` on that stand in what somebody said.
    pub(super) fn settle(&mut self, from: usize, inside: impl Fn(usize) -> bool) {
        for h in self.heard.iter_mut().rev().take(MEMORY).filter(|h| h.token >= from) {
            h.inner = inside(h.token);
        }
    }

    /// Keeps the subject of a sentence in mind, since the next pronoun most often means it.
    pub(super) fn remember(&mut self, syntax: &Syntax<'_>, subject: &Subject) {
        let first = syntax.tag(subject.range.start);
        let known = self.heard.last().is_some_and(|h| h.token == subject.range.start);
        if known || subject.range.len() == 1 && matches!(first, Tag::Pron | Tag::Object | Tag::PronAux | Tag::Rel | Tag::That | Tag::Det) {
            return;
        }
        self.source(syntax, subject);
        let head = head(syntax, &subject.range);
        if let Some(last) = self.heard.last_mut() {
            last.spoke = false;
            last.person = syntax.word(head).sorts.has(Sort::Human);
        }
    }

    /// The source that a pronoun stands for; itself where nothing tells.
    fn pronoun(&mut self, syntax: &Syntax<'_>, range: &Range<usize>, antecedent: Option<Range<usize>>) -> Source {
        let span = syntax.doc.span(range.clone());
        let lower = syntax.lower(range.start);
        let word = lower.split('\'').next().unwrap_or(lower);
        if let Some(range) = antecedent {
            let inner = self.source(syntax, &Subject { range, antecedent: None });
            return Source { span, mention: Some(inner.span), ..inner };
        }
        if let Some(heard) = self.going_on(syntax, range.start, word) {
            return heard.meant_by(span);
        }
        if let Some(source) = resolved(syntax, span) {
            return source;
        }
        let wanted = Some(Gender::meant(word)).filter(|g| *g != Gender::Open);
        let open = |class| Source { span, mention: None, entity: None, name: span.of(&syntax.doc.text).to_owned(), class };
        match word {
            "it" | "they" | "which" | "who" | "its" | "their" => {}
            "some" | "many" | "others" | "several" | "most" | "few" | "both" | "all" | "everyone" => return open(SourceClass::Collective),
            _ if wanted.is_none() => return open(SourceClass::Unnamed),
            _ => {}
        }
        let mut voices = self.heard.iter_mut().rev().take(MEMORY);
        if let Some(heard) = voices.find(|h| h.token < range.start && !h.inner && h.fits(word, wanted)) {
            if let Some(gender) = wanted {
                heard.gender = gender;
            }
            return heard.meant_by(span);
        }
        last_named(syntax, span, wanted.is_some())
            .unwrap_or_else(|| open(if wanted.is_some() { SourceClass::Unnamed } else { SourceClass::Collective }))
    }

    /// Whether the phrase `range` is neither a person nor a body nor a text.
    pub(super) fn is_thing(&mut self, syntax: &Syntax<'_>, range: &Range<usize>) -> bool {
        let head = head(syntax, range);
        let mention = self.mention_in(syntax, range, head);
        let unnamed = class(syntax, range, head, mention) == SourceClass::Unnamed;
        unnamed && syntax.tag(head) == Tag::Noun && !syntax.word(head).sorts.has(Sort::Human) && !syntax.word(head).plural
    }

    /// Whether the phrase `range` is an institution or outlet.
    pub(super) fn is_body(&mut self, syntax: &Syntax<'_>, range: &Range<usize>) -> bool {
        let head = head(syntax, range);
        let mention = self.mention_in(syntax, range, head);
        matches!(class(syntax, range, head, mention), SourceClass::Institution | SourceClass::Outlet)
    }

    /// The first organization named in `span`, which [`Self::mention_in`] has looked through.
    fn body_in(&self, syntax: &Syntax<'_>, span: Span) -> Option<usize> {
        let mentions = syntax.names.mentions.iter().enumerate().skip(self.mention);
        mentions.take_while(|(_, m)| m.span.start < span.end).find(|(_, m)| m.kind == Kind::Organization).map(|(i, _)| i)
    }

    /// "..., said Roe. He said": the voice of the sentences before, or the person that the last of them is about.
    fn going_on(&mut self, syntax: &Syntax<'_>, at: usize, word: &str) -> Option<&Heard> {
        let wanted = match word {
            "he" | "she" => Gender::meant(word),
            "they" => Gender::Open,
            _ => return None,
        };
        let initial = syntax.doc.is_sentence_initial(at);
        let before = if initial { Tag::End } else { syntax.tag(at.wrapping_sub(1)) };
        if !matches!(before, Tag::End | Tag::Quote | Tag::Comma) {
            return None;
        }
        let sentence = |token: usize| syntax.doc.sentence_of(token);
        let block = |token: usize| syntax.doc.sentences.get(sentence(token)).map(|s| s.block);
        // What stands in marks right before it is what it says.
        let quoted = at.checked_sub(1).and_then(|k| syntax.marks.closes(k));
        let here = sentence(quoted.map_or(at, |q| q.open));
        // "Asked about it, she said" goes on behind, ", she said." does not.
        let fronted = before == Tag::Comma
            && syntax.marks.closes(at.saturating_sub(2)).is_none()
            && !(matches!(syntax.tag(at + 2), Tag::Stop | Tag::End | Tag::Comma) || syntax.is_time(at + 2));
        // Behind its quotation a pronoun may stand some sentences on.
        let reach = if initial || fronted { 1 } else { 4 };
        let added = matches!(syntax.lower(at + 1), "added" | "continued" | "noted");
        let mut first = true;
        let found = self.heard.iter_mut().rev().take(MEMORY).filter(|h| h.token < at && !h.inner).find(|h| {
            let apart = here.saturating_sub(sentence(h.token));
            // "Poe called for talks, he said": who is named in what was said does not say it.
            if apart == 0 && before == Tag::Comma && !fronted && !added && syntax.marks.closes(at.saturating_sub(2)).is_none() {
                return false;
            }
            if wanted == Gender::Open {
                return h.plural && h.class != SourceClass::Document && if h.spoke { apart <= reach } else { h.people && apart < 2 };
            }
            let person = match h.class {
                SourceClass::NamedPerson | SourceClass::Spokesperson => h.spoke || !fronted,
                SourceClass::Unnamed => h.spoke && h.human && !fronted,
                _ => false,
            };
            if !person || !h.gender.fits(wanted) {
                return false;
            }
            // Past nobody else a named voice reaches further.
            let far = if initial && first && h.class == SourceClass::NamedPerson { 4 } else { reach };
            first = false;
            if h.spoke { apart <= far } else { apart < 2 && block(h.token) == block(at) }
        })?;
        if wanted != Gender::Open {
            found.gender = wanted;
        }
        let voice = Heard { token: at, spoke: true, ..found.clone() };
        self.heard.push(voice);
        self.heard.last()
    }

    /// The mention in `range` that names the source: the one at the head, else the last person.
    fn mention_in(&mut self, syntax: &Syntax<'_>, range: &Range<usize>, head: usize) -> Option<usize> {
        let mentions = &syntax.names.mentions;
        let span = syntax.doc.span(range.clone());
        let at = syntax.doc.span(head..head + 1);
        self.mention = mentions.partition_point(|m| m.span.end <= span.start);
        let inside = || mentions.iter().enumerate().skip(self.mention).take_while(|(_, m)| m.span.start < span.end);
        inside()
            .find(|(_, m)| m.span.overlaps(at))
            .or_else(|| {
                // "the mayor of Port Hill, Ann Lee": a person in apposition.
                let comma = (head..range.end).find(|&i| syntax.tag(i) == Tag::Comma).map(|i| syntax.doc.span(i..i + 1).end)?;
                inside().find(|(_, m)| m.kind == Kind::Person && m.span.start >= comma)
            })
            .map(|(i, _)| i)
    }
}

/// What the Names layer says of the pronoun at `span`.
fn resolved(syntax: &Syntax<'_>, span: Span) -> Option<Source> {
    let mentions = &syntax.names.mentions;
    let at = mentions.partition_point(|m| m.span.end <= span.start);
    let mention = mentions.get(at).filter(|m| m.span.overlaps(span) && m.form == MentionForm::Pronoun)?;
    let entity = syntax.names.entities.get(mention.entity? as usize)?;
    let before = mentions.get(..at).unwrap_or(&[]).iter().rev();
    let earlier = before.filter(|m| m.form != MentionForm::Pronoun).find(|m| m.entity == mention.entity);
    let class = if entity.kind == Kind::Person { SourceClass::NamedPerson } else { SourceClass::Institution };
    Some(Source { span, mention: earlier.map(|m| m.span), entity: mention.entity, name: entity.name.clone(), class })
}

/// Where nobody spoke yet: the last person, or body, that was named before the pronoun at `span`.
fn last_named(syntax: &Syntax<'_>, span: Span, person: bool) -> Option<Source> {
    let fits = |kind: Kind| if person { kind == Kind::Person } else { matches!(kind, Kind::Organization | Kind::Place) };
    let mentions = &syntax.names.mentions;
    let before = mentions.get(..mentions.partition_point(|m| m.span.end <= span.start)).unwrap_or(&[]);
    let mention = before.iter().rev().take(MEMORY).find(|m| fits(m.kind) && m.form == MentionForm::Name)?;
    let entity = mention.entity.and_then(|e| syntax.names.entities.get(e as usize));
    let name = entity.map_or_else(|| mention.span.of(&syntax.doc.text).to_owned(), |e| e.name.clone());
    let class = if person { SourceClass::NamedPerson } else { SourceClass::Institution };
    Some(Source { span, mention: Some(mention.span), entity: mention.entity, name, class })
}
