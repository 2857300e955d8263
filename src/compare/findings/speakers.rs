//! Speakers that only one report hears: persons, bodies, and sources that are only described ("the fire service").
//!
//! In: the speakers of both reports. Nothing is said of a source that is known by a pronoun only, of outlets that a
//! report cites, of whoever speaks within another's words, and of whoever asks the questions of an interview.

use super::{closed, finding, teller};
use crate::compare::entities::fold;
use crate::compare::postings::Postings;
use crate::compare::speakers::{bodies, is_office, one_office};
use crate::compare::synonyms::Synonyms;
use crate::compare::view::View;
use crate::compare::{Context, EntityLink, EventLabel, Finding, FindingKind, Side, Speaker};
use crate::entity::Kind;
use crate::figure::stem;
use crate::quote::{Source, SourceClass, Statement, StatementKind};
use crate::text::{Span, flat};
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// Fewest words of a voice, and of one without a name; least certainty, in percent, of one of its statements.
const WORDS: usize = 3;
const DESCRIBED_WORDS: usize = 5;
const SURE: u8 = 60;
/// Most voices of one report that have no name, and most words of a description.
const DESCRIBED: usize = 3;
const LONG: usize = 5;

/// Finds voices that one report has alone. Of two events every voice is in one report only.
pub(super) fn findings(cx: &Context<'_>, speakers: &[Speaker], synonyms: &Synonyms, out: &mut Vec<Finding>) {
    if cx.label == EventLabel::Different {
        return;
    }
    for side in [Side::Left, Side::Right] {
        let ear = Ear::new(cx, side, synonyms);
        let alone = speakers.iter().filter_map(|s| match side {
            Side::Left => s.right.is_empty().then_some((s, &s.left)),
            Side::Right => s.left.is_empty().then_some((s, &s.right)),
        });
        let mut described = 0;
        for (sort, found) in alone.filter_map(|(speaker, numbers)| ear.finding(speaker, numbers)) {
            described += usize::from(sort == Sort::Described);
            if sort != Sort::Described || described <= DESCRIBED {
                out.push(found);
            }
        }
    }
}

/// What a voice is known by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Person,
    Body,
    /// Words that are no name.
    Described,
}

/// One report's sources, held against the other report.
struct Ear<'a> {
    cx: &'a Context<'a>,
    side: Side,
    view: &'a View<'a>,
    other: &'a View<'a>,
    synonyms: &'a Synonyms,
    /// Sentences of the other report that hold a statement, and the entities that it lets speak there.
    voiced: BTreeSet<usize>,
    heard: BTreeSet<u32>,
    /// Stems by which the other report describes its sources.
    descriptions: BTreeSet<String>,
    /// Where every form of the other report stands, once that is asked.
    places: OnceCell<Postings>,
    /// Offices without a name that speak in the other report.
    offices: BTreeSet<String>,
    /// Contents of this report's statements, in text order.
    contents: Vec<Span>,
}

impl<'a> Ear<'a> {
    fn new(cx: &'a Context<'a>, side: Side, synonyms: &'a Synonyms) -> Self {
        let (view, other) = (cx.view(side), cx.view(side.other()));
        let spans = other.report.statements.iter().flat_map(|s| s.content.iter().copied().chain(s.cue.as_ref().map(|c| c.span)));
        let voiced: BTreeSet<usize> = spans.filter_map(|span| other.sentence(span)).collect();
        let heard = heard(other, &voiced);
        let sources = || other.report.statements.iter().filter_map(|s| s.source.as_ref());
        let roles = heard.iter().filter_map(|e| other.report.entities.get(*e as usize)).flat_map(|e| &e.roles).map(|r| r.text.as_str());
        let descriptions = sources().map(|s| s.name.as_str()).chain(roles).flat_map(telling).collect();
        let offices = sources().filter(|s| is_office(&s.name)).map(|s| fold(&s.name)).collect();
        let contents = view.report.statements.iter().flat_map(|s| s.content.iter().copied()).collect();
        Self { cx, side, view, other, synonyms, voiced, heard, descriptions, places: OnceCell::new(), offices, contents }
    }

    fn finding(&self, speaker: &Speaker, numbers: &[u32]) -> Option<(Sort, Finding)> {
        let report = self.view.report;
        let statements: Vec<&Statement> =
            numbers.iter().filter_map(|&n| report.statements.get(n as usize)).filter(|s| self.counts(s)).collect();
        let sources: Vec<Span> = statements.iter().filter_map(|s| s.source.as_ref().map(|x| x.span)).collect();
        let linked = |s: &Statement| {
            let link = self.cx.entities.link(self.side, s.source.as_ref()?.entity?)?;
            self.cx.entities.links.get(link as usize)
        };
        // A spokesman and his body are the body, where the report lets it speak, too.
        let body = statements.iter().copied().find(|s| linked(s).is_some_and(|l| l.kind == Kind::Organization));
        let first = body.or(statements.first().copied())?;
        let (source, link) = (first.source.as_ref()?, linked(first));
        let sort = sort(if body.is_some() { source.class } else { speaker.class? }, link)?;
        let unnamed = sources.iter().all(|s| is_pronoun(self.view.text(*s)));
        let asks = statements.iter().all(|s| asks(self.view, s));
        let attributed = statements.iter().any(|s| s.confidence >= SURE);
        let words: usize = statements.iter().flat_map(|s| &s.content).map(|c| self.view.words(*c).len()).sum();
        let least = if sort == Sort::Described { DESCRIBED_WORDS } else { WORDS };
        if unnamed || asks || !attributed || words < least || uncertain(&speaker.name) {
            return None;
        }
        let name = match (sort, link) {
            (Sort::Described, _) => self.description(source.span, source.class != SourceClass::Institution)?,
            (Sort::Body, Some(link)) => link.name.clone(),
            _ => speaker.name.clone(),
        };
        let mentioned = self.elsewhere(sort, &name, link, source)?;
        let verb = if statements.iter().any(|s| s.kind != StatementKind::Indirect) { "quotes" } else { "has a statement by" };
        let who = teller(self.view, self.other, self.side);
        let reason = match sort {
            Sort::Described => "No source of the other report is described so.".to_owned(),
            _ if mentioned => format!("{name} stands in the other report, too, but without a statement."),
            _ => closed(format!("The other report does not name {name}")),
        };
        let importance = match sort {
            Sort::Person => 36,
            Sort::Body => 34,
            Sort::Described => 20,
        };
        let title = format!("Only {who} {verb} {name} ({words} words).");
        let mut f = finding(FindingKind::SpeakerOnly, importance + (words / 20).min(4) as u8, title, reason);
        *self.side.of(&mut f.left, &mut f.right) = sources;
        Some((sort, f))
    }

    /// Whether a statement makes its source a voice of the report: no outlet is cited, no refusal told, and it does not
    /// stand within another's words.
    fn counts(&self, statement: &Statement) -> bool {
        let Some(source) = &statement.source else { return false };
        let cites =
            source.class == SourceClass::Institution && statement.cue.as_ref().is_some_and(|c| c.lemma == "report" || c.lemma == "cite");
        let before = self.contents.partition_point(|c| c.start <= source.span.start);
        let within = self.contents.get(before.saturating_sub(3)..before).unwrap_or(&[]).iter().any(|c| c.contains(source.span));
        !cites && !within && !in_passing(self.view, source) && statement.kind != StatementKind::Refusal
    }

    /// A description as it stands within a sentence, without what tells who is meant.
    fn description(&self, span: Span, person: bool) -> Option<String> {
        // "Critics from across the spectrum", "in response to critics": no subject.
        let doc = &self.view.report.document;
        let before = doc.token_at(span.start).checked_sub(1).map_or("", |i| doc.lower(i));
        if matches!(before, "in" | "of" | "across" | "on" | "at" | "with" | "among" | "for" | "about" | "against" | "between" | "over") {
            return None;
        }
        let text = flat(self.view.text(span));
        let text = text.split([',', '(']).next().unwrap_or("").split(" who ").next().unwrap_or("").trim().to_owned();
        let opens = self.view.sentence(span).and_then(|n| self.view.sentences.get(n)).is_some_and(|t| t.span.start == span.start);
        let mut letters = text.chars();
        let small = letters.clone().skip(1).take_while(|c| c.is_alphabetic()).all(char::is_lowercase);
        let text = if opens && small { letters.next()?.to_lowercase().chain(letters).collect() } else { text };
        let first = text.split(' ').next().unwrap_or("").to_lowercase();
        // "The official" is somebody whom the text named before, and so are "his sister" and "one of these groups".
        let words = text.split(' ').count();
        let back = first == "the" && (words < 3 || person) || REFERRING.contains(&first.as_str());
        (!text.is_empty() && words <= LONG && !back).then_some(text)
    }

    /// Whether the other report names a voice without a statement; `None` where it hears it, too, or may.
    fn elsewhere(&self, sort: Sort, name: &str, link: Option<&EntityLink>, source: &Source) -> Option<bool> {
        if sort == Sort::Described {
            let known = telling(name).any(|w| self.descriptions.contains(&w)) || self.described(name);
            return (!known && telling(name).next().is_some()).then_some(false);
        }
        // A body is heard where anybody speaks whom the report describes by it.
        let body_heard = bodies(self.cx, self.side, source).any(|e| self.counterpart(e).is_some_and(|e| self.heard.contains(&e)));
        if sort == Sort::Person && body_heard && is_spokesman(self.view.text(source.span))
            || source.entity.is_some_and(|e| self.heard_by_office(e))
        {
            return None;
        }
        match self.named(link, name) {
            Some(true) => None,
            Some(false) if sort == Sort::Body => None,
            named => Some(named.is_some()),
        }
    }

    /// Whether the other report has the noun of a description somewhere, or a word that tells the same.
    fn described(&self, name: &str) -> bool {
        let noun = stem(&name.rsplit(' ').next().unwrap_or("").to_lowercase());
        let told = self.side.of(&self.cx.sentences.by_stem_right, &self.cx.sentences.by_stem_left);
        let words = self.cx.stems.find(&noun).map_or_else(Vec::new, |s| self.synonyms.with(s));
        words.iter().any(|&s| !told.of(s).is_empty())
    }

    /// The other report's entity for one of this report.
    fn counterpart(&self, entity: u32) -> Option<u32> {
        let link = self.cx.entities.link(self.side, entity).and_then(|l| self.cx.entities.links.get(l as usize))?;
        self.side.of(link.right, link.left)
    }

    /// Whether the other report names a voice and hears it; `None` where it does not name it. Surnames count, where
    /// they are nobody else's.
    fn named(&self, link: Option<&EntityLink>, name: &str) -> Option<bool> {
        let counterpart = link.and_then(|l| self.side.of(l.right, l.left));
        if let Some(entity) = counterpart {
            return Some(self.heard.contains(&entity));
        }
        let far = self.other.report;
        let surname = name.rsplit(' ').next().filter(|w| w.chars().next().is_some_and(char::is_uppercase) && w.chars().count() > 2)?;
        let form = far.document.lexicon.get(surname)?;
        let mut found = None;
        for &token in self.places().of(form.0) {
            let Some(at) = far.document.tokens.get(token as usize) else { continue };
            let mention =
                far.mentions.get(far.mentions.partition_point(|m| m.span.end <= at.span.start)).filter(|m| m.span.contains(at.span));
            let side = self.side.other();
            if mention.and_then(|m| m.entity).is_some_and(|e| self.cx.entities.shared(side, e) || self.full_name(e, name)) {
                continue;
            }
            let entity = mention.and_then(|m| m.entity);
            let speaks = entity.is_some_and(|e| self.heard.contains(&e))
                || entity.is_none() && self.other.sentence(at.span).is_some_and(|n| self.voiced.contains(&n));
            found = Some(found.unwrap_or(false) || speaks);
        }
        found
    }

    /// Whether the other report lets an office speak that this report says the entity holds.
    fn heard_by_office(&self, entity: u32) -> bool {
        let Some(entity) = self.view.report.entities.get(entity as usize) else { return false };
        self.offices.iter().any(|o| entity.roles.iter().any(|r| one_office(&fold(&r.text), o)))
    }

    fn places(&self) -> &Postings {
        self.places.get_or_init(|| {
            let doc = &self.other.report.document;
            let forms: Vec<[u32; 1]> = doc.tokens.iter().map(|t| [t.form.0]).collect();
            Postings::new(doc.lexicon.len(), forms.iter().map(<[u32; 1]>::as_slice))
        })
    }

    /// Whether an entity of the other report has a given name of its own, unlike `name`'s.
    fn full_name(&self, entity: u32, name: &str) -> bool {
        let Some(other) = self.other.report.entities.get(entity as usize) else { return false };
        let first = |n: &str| n.split(' ').next().map(str::to_owned);
        name.contains(' ') && other.name.contains(' ') && first(&fold(name)) != first(&fold(&other.name))
    }
}

/// Words with which a description points to what was told before, or to nobody.
const REFERRING: &[&str] = &[
    "one", "two", "three", "no", "other", "another", "others", "this", "that", "these", "those", "his", "her", "its", "their", "both",
    "all", "some", "many", "most", "such", "several", "a", "an",
];

/// What a voice of a class is known by; `None` for outlets and papers.
fn sort(class: SourceClass, link: Option<&EntityLink>) -> Option<Sort> {
    match (class, link.map(|l| l.kind)) {
        (SourceClass::NamedPerson, _) | (SourceClass::Spokesperson, Some(Kind::Person)) => Some(Sort::Person),
        (SourceClass::Institution, Some(Kind::Organization)) => Some(Sort::Body),
        (SourceClass::Institution | SourceClass::Spokesperson | SourceClass::Unnamed | SourceClass::Collective, None) => {
            Some(Sort::Described)
        }
        _ => None,
    }
}

/// Whether a source is named in a clause beside the one that holds its words: "which the agency called unusual".
pub(super) fn in_passing(view: &View<'_>, source: &Source) -> bool {
    let doc = &view.report.document;
    let at = doc.token_at(source.span.start);
    let at = if at > 0 && doc.lower(at - 1) == "the" { at - 1 } else { at };
    at.checked_sub(1).is_some_and(|i| matches!(doc.lower(i), "which" | "whom" | "whose"))
}

/// Stems of the words of a description that tell who is meant.
fn telling(words: &str) -> impl Iterator<Item = String> {
    words.split(|c: char| !c.is_alphanumeric()).map(|w| stem(&w.to_lowercase())).filter(|s| crate::compare::words::weight(s) > 0)
}

fn is_spokesman(words: &str) -> bool {
    words.to_lowercase().contains("spokes")
}

/// The entities that a report lets speak: sources, and whoever is named in a sentence that holds a
/// statement.
fn heard(view: &View<'_>, voiced: &BTreeSet<usize>) -> BTreeSet<u32> {
    let doc = &view.report.document;
    let mut out: BTreeSet<u32> = view.report.statements.iter().filter_map(|s| s.source.as_ref()?.entity).collect();
    for told in voiced.iter().filter_map(|n| view.sentences.get(*n)) {
        for &e in &told.entities {
            let Some(entity) = view.report.entities.get(e as usize) else { continue };
            let last = entity.name.rsplit(' ').next().unwrap_or("").to_lowercase();
            if (told.first..told.last).any(|i| doc.lower(i) == last) {
                out.insert(e);
            }
        }
    }
    out
}

/// Whether a statement is a question of whoever leads an interview: a turn behind a label, "Q: Why now?", "((AB)) Why now?".
pub(super) fn asks(view: &View<'_>, statement: &Statement) -> bool {
    let doc = &view.report.document;
    let label = statement.source.as_ref().is_some_and(|s| matches!(doc.form(doc.token_at(s.span.end)), ":" | ")" | "))"));
    label && statement.content.last().is_some_and(|c| view.text(*c).trim_end_matches(['"', '\u{201d}', ' ']).ends_with('?'))
}

/// Whether words are a pronoun.
pub(super) fn is_pronoun(words: &str) -> bool {
    const PRONOUNS: &[&str] = &[
        "he",
        "she",
        "it",
        "they",
        "who",
        "which",
        "i",
        "we",
        "you",
        "himself",
        "herself",
        "itself",
        "themselves",
        "this",
        "that",
        "these",
        "those",
        "one",
        "some",
        "others",
        "both",
        "whom",
        "his",
        "her",
        "its",
        "their",
        "him",
        "them",
    ];
    PRONOUNS.contains(&words.trim().to_lowercase().as_str())
}

/// Whether a name is none: a common word grown together with one by a dash ("drivers-Olsen").
fn uncertain(name: &str) -> bool {
    name.split(' ').any(|word| {
        let mut parts = word.split('-');
        let small = parts.next().is_some_and(|p| p.chars().count() > 3 && p.chars().all(char::is_lowercase));
        small && parts.any(|p| p.starts_with(char::is_uppercase))
    })
}
