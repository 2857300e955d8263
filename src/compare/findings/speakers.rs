//! Speakers that only one report hears: persons, and bodies that the other report does not name at all.
//!
//! A spokesman and the body for which he speaks are one voice, and so are an office without a name and its holder.
//! Nothing is said of a source that is known by a pronoun only, of outlets that a report cites, and of whoever asks
//! the questions of an interview.

use super::{closed, finding, teller};
use crate::compare::Context;
use crate::compare::entities::fold;
use crate::compare::postings::Postings;
use crate::compare::view::View;
use crate::compare::{EntityLink, EventLabel, Finding, FindingKind, Side, StatementLink, StatementRelation};
use crate::entity::{Entity, Kind};
use crate::quote::{Source, SourceClass, Statement, StatementKind};
use crate::text::Span;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// A voice: the link of its name, else the folded name.
type Voice = (Option<u32>, String);

/// Fewest words of a voice, and least certainty, in percent, of one of its statements.
const WORDS: usize = 3;
const SURE: u8 = 60;

/// Finds voices that one report has alone. Of two events every voice is in one report only.
pub(super) fn findings(cx: &Context<'_>, links: &[StatementLink], out: &mut Vec<Finding>) {
    if cx.label == EventLabel::Different {
        return;
    }
    for side in [Side::Left, Side::Right] {
        let (view, other) = (cx.view(side), cx.view(side.other()));
        let ear = Ear::new(cx, side, view, other);
        let shared: BTreeSet<u32> = links
            .iter()
            .filter(|l| l.relation != StatementRelation::SameMatter)
            .map(|l| if side == Side::Left { l.left } else { l.right })
            .collect();
        let mut voices: BTreeMap<Voice, Vec<u32>> = BTreeMap::new();
        for (n, statement) in view.report.statements.iter().enumerate() {
            if let Some(voice) = ear.voice(n, statement) {
                voices.entry(voice).or_default().push(n as u32);
            }
        }
        for (voice, numbers) in voices {
            // The same words under another description ("the prime minister") are the same voice.
            if !numbers.iter().any(|n| shared.contains(n)) {
                out.extend(ear.finding(&voice, &numbers));
            }
        }
    }
}

/// One report's sources, held against the other report.
struct Ear<'a> {
    cx: &'a Context<'a>,
    side: Side,
    view: &'a View<'a>,
    other: &'a View<'a>,
    /// Sentences of the other report that hold a statement, and the entities that it lets speak there.
    voiced: BTreeSet<usize>,
    heard: BTreeSet<u32>,
    /// Where every form of the other report stands, once that is asked.
    places: OnceCell<Postings>,
    /// Bodies that speak in this report, and offices without a name that speak in the other.
    bodies: BTreeSet<u32>,
    offices: BTreeSet<String>,
}

impl<'a> Ear<'a> {
    fn new(cx: &'a Context<'a>, side: Side, view: &'a View<'a>, other: &'a View<'a>) -> Self {
        let spans = other.report.statements.iter().flat_map(|s| s.content.iter().copied().chain(s.cue.as_ref().map(|c| c.span)));
        let voiced: BTreeSet<usize> = spans.filter_map(|span| other.sentence(span)).collect();
        let heard = heard(other, &voiced);
        let sources = view.report.statements.iter().filter_map(|s| s.source.as_ref());
        let bodies = sources.filter(|s| s.class == SourceClass::Institution).filter_map(|s| s.entity).collect();
        let offices = other.report.statements.iter().filter_map(|s| s.source.as_ref()).filter(|s| is_office(&s.name));
        let offices = offices.map(|s| fold(&s.name)).collect();
        Self { cx, side, view, other, voiced, heard, places: OnceCell::new(), bodies, offices }
    }

    /// Whose voice statement `n` is, where that is a person or a body and not an outlet.
    fn voice(&self, n: usize, statement: &Statement) -> Option<Voice> {
        let source = statement.source.as_ref()?;
        let link = source.entity.and_then(|e| self.cx.entities.link(self.side, e));
        let entity = source.entity.and_then(|e| self.view.report.entities.get(e as usize));
        let kind = link.and_then(|l| self.cx.entities.links.get(l as usize)).map(|l| l.kind);
        let person = source.class == SourceClass::NamedPerson || (source.class == SourceClass::Spokesperson && kind == Some(Kind::Person));
        let cites = statement.cue.as_ref().is_some_and(|c| c.lemma == "report" || c.lemma == "cite");
        let body = source.class == SourceClass::Institution && kind == Some(Kind::Organization) && !cites;
        if !person && !body || uncertain(&source.name) {
            return None;
        }
        if person && let Some(body) = self.spoken_for(n, source, entity) {
            return Some((Some(body), String::new()));
        }
        if is_office(&source.name)
            && let Some(holder) = self.holder(&source.name)
        {
            return Some((Some(holder), String::new()));
        }
        Some((link, if link.is_some() { String::new() } else { fold(&source.name) }))
    }

    /// The body for which a person speaks: a spokesman's by the words that describe him or the body that speaks beside
    /// him, and anybody's whose description has a body that speaks in the report itself.
    fn spoken_for(&self, n: usize, source: &Source, person: Option<&Entity>) -> Option<u32> {
        let report = self.view.report;
        let spans: Vec<Span> = person.into_iter().flat_map(|e| &e.roles).map(|r| r.span).chain([source.span]).collect();
        let spokesman = spans.iter().any(|s| self.view.text(*s).to_lowercase().contains("spokes"));
        let body = |e: &u32| report.entities.get(*e as usize).is_some_and(|e| e.kind == Kind::Organization);
        let described = spans.iter().flat_map(|s| self.view.mentions(*s)).filter_map(|m| m.entity);
        let described = described.filter(body).find(|e| spokesman || self.bodies.contains(e));
        let beside = [n.checked_sub(1), Some(n + 1), n.checked_sub(2)].into_iter().flatten().filter_map(|k| report.statements.get(k));
        let mut institution = beside.filter_map(|s| s.source.as_ref()).filter(|s| spokesman && s.class == SourceClass::Institution);
        let found = described.or_else(|| institution.find_map(|s| s.entity.filter(body)))?;
        self.cx.entities.link(self.side, found)
    }

    /// The person who holds an office by either report's words.
    fn holder(&self, office: &str) -> Option<u32> {
        let office = fold(office);
        let holds = |e: &&Entity| {
            e.kind == Kind::Person
                && e.roles.iter().any(|r| contains_words(&office, &fold(&r.text)) || contains_words(&fold(&r.text), &office))
        };
        let of = |report: &crate::Report, side: Side| {
            let number = report.entities.iter().position(|e| holds(&e) && !is_office(&e.name))?;
            self.cx.entities.link(side, number as u32)
        };
        of(self.cx.left.report, Side::Left).into_iter().chain(of(self.cx.right.report, Side::Right)).min()
    }

    fn finding(&self, voice: &Voice, numbers: &[u32]) -> Option<Finding> {
        let report = self.view.report;
        let statements: Vec<&Statement> = numbers.iter().filter_map(|&n| report.statements.get(n as usize)).collect();
        let sources: Vec<Span> = statements.iter().filter_map(|s| s.source.as_ref().map(|x| x.span)).collect();
        let source = statements.first()?.source.as_ref()?;
        let link = voice.0.and_then(|l| self.cx.entities.links.get(l as usize));
        let name = link.map_or(source.name.as_str(), |l| l.name.as_str());
        let unnamed = sources.iter().all(|s| is_pronoun(self.view.text(*s)));
        let asks = statements.iter().all(|s| asks(self.view, s));
        let attributed = statements.iter().any(|s| s.confidence >= SURE);
        let words: usize = statements.iter().flat_map(|s| &s.content).map(|c| self.view.words(*c).len()).sum();
        if name.is_empty() || unnamed || asks || !attributed || words < WORDS || link.is_none() && name.split(' ').count() > 4 {
            return None;
        }
        if source.entity.is_some_and(|e| self.heard_by_office(e)) {
            return None;
        }
        let body = source.class == SourceClass::Institution;
        let named = match self.elsewhere(link, name) {
            Some(true) => return None,
            Some(false) if body => return None,
            named => named.is_some(),
        };
        let verb = if statements.iter().any(|s| s.kind != StatementKind::Indirect) { "quotes" } else { "has a statement by" };
        let who = teller(self.view, self.other, self.side);
        let title = format!("Only {who} {verb} {name} ({words} words).");
        let reason = if named {
            format!("{name} stands in the other report, too, but without a statement.")
        } else {
            closed(format!("The other report does not name {name}"))
        };
        let importance = if body { 34 } else { 36 } + (words / 20).min(4) as u8;
        let mut f = finding(FindingKind::SpeakerOnly, importance, title, reason);
        *(if self.side == Side::Left { &mut f.left } else { &mut f.right }) = sources;
        Some(f)
    }

    /// Whether the other report names a voice and hears it; `None` where it does not name it. Surnames count, where
    /// they are nobody else's.
    fn elsewhere(&self, link: Option<&EntityLink>, name: &str) -> Option<bool> {
        let counterpart = link.and_then(|l| if self.side == Side::Left { l.right } else { l.left });
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
            let side = if self.side == Side::Left { Side::Right } else { Side::Left };
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
        let roles = || entity.roles.iter().map(|r| fold(&r.text));
        self.offices.iter().any(|o| roles().any(|r| contains_words(&r, o) || contains_words(o, &r)))
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

/// Whether a statement is a question of whoever leads an interview: a turn behind a label, "Q: Why now?".
pub(super) fn asks(view: &View<'_>, statement: &Statement) -> bool {
    let doc = &view.report.document;
    let label = statement.source.as_ref().is_some_and(|s| doc.form(doc.token_at(s.span.end)) == ":");
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

/// Whether words name an office and nobody in it: "the Norwegian prime minister".
fn is_office(name: &str) -> bool {
    const OFFICES: &[&str] = &[
        "minister",
        "president",
        "chancellor",
        "premier",
        "governor",
        "mayor",
        "secretary",
        "king",
        "queen",
        "pope",
        "judge",
        "justice",
        "prosecutor",
        "chairman",
        "chairwoman",
        "ambassador",
        "commissioner",
        "sheriff",
        "senator",
        "chief",
        "director",
        "speaker",
    ];
    fold(name).rsplit(' ').next().is_some_and(|last| OFFICES.contains(&last))
}

/// Whether `text` has all words of `words`.
fn contains_words(text: &str, words: &str) -> bool {
    !words.is_empty() && words.split(' ').all(|w| text.split(' ').any(|t| t == w))
}
