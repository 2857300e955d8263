//! Pronouns and short descriptions that refer to somebody named: "he", "the ministry", "the envoy".
//!
//! A pronoun goes to a person of this or the three sentences before whose gender does not speak
//! against it: the subject first (after Hobbs 1978 and Lappin & Leass 1994, without syntax: the
//! first person named in a sentence counts as its subject). A description goes to the one entity
//! that bears its head word in a name or role. "It" goes to an organization only where a verb of
//! saying ties the two ("Acme said it would ..."; "It added that ..." behind such a sentence), "its"
//! to the organization that the sentence begins with. What fits none, or several, stays open.

use super::gender::Gender;
use super::mentions::Found;
use super::{Entity, Kind, Mention, MentionForm};
use crate::order::Arrange;
use crate::tag::features::View;
use crate::text::{Document, TokenKind};
use std::ops::Range;

/// Finds and resolves; adds the mentions to the entities.
pub(super) fn read(doc: &Document, view: &View<'_>, found: &mut Vec<Found>, entities: &mut [Entity]) {
    let genders = genders(doc, view, found, entities.len());
    let added = Reader::new(doc, found, entities, genders).read();
    found.extend(added);
    found.arrange_by_key(|f| (f.mention.span.start, f.mention.span.end));
    for e in entities.iter_mut() {
        e.mentions.clear();
    }
    for (m, f) in (0u32..).zip(found.iter()) {
        if let Some(e) = f.mention.entity.and_then(|e| entities.get_mut(e as usize)) {
            e.mentions.push(m);
        }
    }
}

/// What is kept in mind while a report is read.
struct Reader<'a> {
    doc: &'a Document,
    found: &'a [Found],
    entities: &'a [Entity],
    genders: Vec<Gender>,
    /// The name that is next in the text.
    next: usize,
    /// The sentence at hand, and the person who is its subject.
    sentence: usize,
    tokens: Range<usize>,
    subject: Option<usize>,
    /// Persons of the last sentences: (sentence, subject first).
    recent: Vec<(usize, usize)>,
    /// Who spoke last, and in which sentence.
    speaker: Option<(usize, usize)>,
    heads: Heads,
    bodies: Bodies,
    added: Vec<Found>,
}

impl<'a> Reader<'a> {
    fn new(doc: &'a Document, found: &'a [Found], entities: &'a [Entity], genders: Vec<Gender>) -> Self {
        Self {
            doc,
            found,
            entities,
            genders,
            next: 0,
            sentence: 0,
            tokens: 0..0,
            subject: None,
            recent: Vec::new(),
            speaker: None,
            heads: Heads::default(),
            bodies: Bodies::default(),
            added: Vec::new(),
        }
    }

    fn read(mut self) -> Vec<Found> {
        for (number, s) in self.doc.sentences.iter().enumerate() {
            (self.sentence, self.tokens, self.subject) = (number, s.tokens(), None);
            self.bodies.begin(self.tokens.start);
            let mut i = self.tokens.start;
            while i < self.tokens.end {
                i = self.token(i);
            }
        }
        self.added
    }

    /// Reads what begins at token `i`; returns where the text goes on.
    fn token(&mut self, i: usize) -> usize {
        while self.found.get(self.next).is_some_and(|f| f.first < i) {
            self.next += 1;
        }
        if let Some(f) = self.found.get(self.next).filter(|f| f.first == i) {
            self.name(f);
            return f.last.max(i + 1);
        }
        let gender = Gender::meant(self.doc.lower(i));
        if gender != Gender::Open {
            if STYLES.contains(&self.doc.form(i + 1)) {
                return i + 2;
            }
            self.pronoun(i, gender);
            return i + 1;
        }
        if let Some(end) = self.description(i) {
            return end;
        }
        if let Some((e, why)) = self.bodies.resolve(self.doc, i, self.tokens.end) {
            let name = self.entities.get(e).map_or("", |e| e.name.as_str());
            self.added.push(refer(self.doc, i..i + 1, Kind::Organization, MentionForm::Pronoun, Some(e), 75, format!("{name} {why}")));
        }
        i + 1
    }

    /// Keeps a name in mind.
    fn name(&mut self, f: &Found) {
        let Some(e) = f.mention.entity.map(|e| e as usize) else { return };
        self.heads.add(f, e, self.entities);
        self.bodies.name(self.doc, f.first, f.last, e, self.entities, self.tokens.end);
        if f.mention.kind != Kind::Person || ATTRIBUTED.contains(&self.doc.lower(f.last)) {
            return;
        }
        // Named again in one sentence, who was its subject remains it.
        if !self.recent.contains(&(self.sentence, e)) {
            self.recent.retain(|r| r.1 != e);
            if self.recent.len() > MOST_RECENT {
                self.recent.remove(0);
            }
            self.recent.push((self.sentence, e));
        }
        self.subject.get_or_insert(e);
        if speaks(self.doc, f.first, f.last, self.tokens.start) {
            self.speaker = Some((self.sentence, e));
        }
    }

    /// Resolves "he" and "she", and their forms, at token `i`.
    fn pronoun(&mut self, i: usize, gender: Gender) {
        let doc = self.doc;
        let fits = |e: usize| self.genders.get(e).is_some_and(|g| g.fits(gender));
        let near = |sentence: usize| sentence + NEAR_SENTENCES >= self.sentence;
        let candidates: Vec<(usize, usize)> = self.recent.iter().copied().filter(|r| near(r.0) && fits(r.1)).collect();
        let latest = candidates.iter().map(|r| r.0).max();
        let ahead = if self.subject.is_none() { self.named_ahead(i).filter(|&e| fits(e)) } else { None };
        let subject = self.subject.filter(|&e| fits(e));
        let says = matches!(doc.lower(i), "he" | "she") && SPOKE.contains(&doc.lower(i + 1));
        let said = self.speaker.filter(|p| says && subject.is_none() && near(p.0) && fits(p.1)).map(|p| p.1);
        let nearest = || candidates.iter().find(|r| Some(r.0) == latest).map(|r| r.1);
        let chosen = ahead.or(said).or(subject).or_else(nearest);
        let sure = chosen.is_some_and(|e| candidates.iter().all(|r| r.1 == e));
        let reason = match chosen.and_then(|e| self.entities.get(e)) {
            Some(e) if ahead.is_some() => format!("{} is the subject that the opening words lead to", e.name),
            Some(e) if sure => format!("{} is the only person named just before who fits", e.name),
            Some(e) if said.is_some() => format!("{} spoke last", e.name),
            Some(e) => format!("{} is the nearest subject who fits", e.name),
            None => "no person named before it fits".to_owned(),
        };
        if let Some(e) = chosen {
            if says {
                self.speaker = Some((self.sentence, e));
            }
            if let Some(g) = self.genders.get_mut(e) {
                *g = gender;
            }
            self.subject.get_or_insert(e);
            self.recent.retain(|r| r.1 != e);
            let at = self.recent.iter().position(|r| r.0 == self.sentence).unwrap_or(self.recent.len());
            self.recent.insert(at, (self.sentence, e));
        }
        self.added.push(refer(doc, i..i + 1, Kind::Person, MentionForm::Pronoun, chosen, if sure { 85 } else { 60 }, reason));
    }

    /// Resolves the short description behind "the" at token `i`; returns its end.
    fn description(&mut self, i: usize) -> Option<usize> {
        let named = self.found.get(self.next).is_some_and(|f| f.first <= i + 1);
        if self.doc.lower(i) != "the" || i + 1 >= self.tokens.end || named {
            return None;
        }
        let (e, words, reason) = self.heads.resolve(self.doc, i + 1, self.entities)?;
        let kind = self.entities.get(e).map_or(Kind::Other, |e| e.kind);
        if kind == Kind::Person {
            self.recent.retain(|r| r.1 != e);
            self.recent.push((self.sentence, e));
            self.subject.get_or_insert(e);
        }
        let end = i + 1 + words;
        self.bodies.name(self.doc, i + 1, end, e, self.entities, self.tokens.end);
        self.added.push(refer(self.doc, i + 1..end, kind, MentionForm::Nominal, Some(e), 70, reason));
        Some(end)
    }

    /// Who is named behind the comma that ends the opening words of a sentence in which `i` stands: "In
    /// his speech, Mr Roe said".
    fn named_ahead(&self, i: usize) -> Option<usize> {
        let (doc, first, last) = (self.doc, self.tokens.start, self.tokens.end);
        let possessive = matches!(doc.lower(i), "his" | "her") && OPENERS.contains(&doc.lower(first)) && i - first <= 3;
        if !possessive {
            return None;
        }
        let comma = (i + 1..last.min(i + 16)).find(|&k| doc.form(k) == ",")?;
        // Places and events may stand in the opening words, and one person behind them.
        let f = self.found.get(self.next..)?.iter().take(8).find(|f| f.mention.kind == Kind::Person)?;
        (f.first > comma && f.first <= comma + 3 && f.last < last && doc.form(f.last) != "'s")
            .then(|| f.mention.entity.map(|e| e as usize))?
    }
}

/// How many sentences before a pronoun somebody may have been named for it.
const NEAR_SENTENCES: usize = 3;

/// Words behind "his" and "her" that make a form of address of them.
const STYLES: &[&str] = &["Majesty", "Highness", "Honour", "Honor", "Excellency", "Holiness", "Grace", "Lordship", "Ladyship", "Eminence"];

/// Nouns that a person's name stands before as an attribute: the sentence speaks of them.
const ATTRIBUTED: &[&str] =
    &["administration", "administrations", "government", "campaign", "cabinet", "regime", "era", "presidency", "doctrine", "family"];

/// Whether the person named at `first..last` says something: "Roe said", "said Mr Roe".
fn speaks(doc: &Document, first: usize, last: usize, sentence: usize) -> bool {
    let verb = last + usize::from(matches!(doc.lower(last), "also" | "has" | "had"));
    // "Roe added 12 points".
    let counted = doc.tokens.get(verb + 1).is_some_and(|t| t.kind == TokenKind::Number);
    !counted && SPOKE.contains(&doc.lower(verb))
        || (sentence..first).rev().take(2).any(|i| matches!(doc.lower(i), "said" | "says" | "added"))
}

/// Verbs of people who speak.
const SPOKE: &[&str] = &["said", "says", "told", "added", "adds", "explained", "asked", "continued", "recalled", "noted", "concluded"];

/// Words that open a sentence with where or when something is done.
const OPENERS: &[&str] = &["in", "during", "at", "throughout", "despite", "for", "on"];

/// How many persons are remembered.
const MOST_RECENT: usize = 24;

fn refer(
    doc: &Document,
    tokens: Range<usize>,
    kind: Kind,
    form: MentionForm,
    entity: Option<usize>,
    confidence: u8,
    reason: String,
) -> Found {
    let (first, last) = (tokens.start, tokens.end);
    let mention = Mention { span: doc.span(tokens), kind, form, entity: entity.map(|e| e as u32), confidence, metonym: false, reason };
    Found { first, last, mention, country: None }
}

/// What titles and given names tell of the persons.
fn genders(doc: &Document, view: &View<'_>, found: &[Found], entities: usize) -> Vec<Gender> {
    let mut out = vec![Gender::Open; entities];
    for f in found.iter().filter(|f| f.mention.kind == Kind::Person) {
        let Some(slot) = f.mention.entity.and_then(|e| out.get_mut(e as usize)) else { continue };
        let title = Gender::titled(doc, f);
        if title != Gender::Open {
            *slot = title;
        } else if *slot == Gender::Open {
            *slot = Gender::of(doc, view, f);
        }
    }
    out
}

/// The organizations that "it" and "its" may stand for.
#[derive(Debug, Default)]
struct Bodies {
    /// First token of the sentence.
    first: usize,
    /// The organization that the sentence begins with, alone among things named so far, and the
    /// token behind it.
    leading: Option<(usize, usize)>,
    /// Names of anything but persons in the sentence so far.
    named: usize,
    /// Those of them that can speak: organizations and countries.
    bodies: usize,
    /// The organization that says something, and where what it says begins.
    says: Option<(usize, usize)>,
    /// The organization that spoke in the sentence before, where no other was named.
    spoke: Option<usize>,
}

impl Bodies {
    fn begin(&mut self, first: usize) {
        self.spoke = self.says.map(|s| s.0).filter(|e| self.bodies == 1 && self.leading.is_some_and(|l| l.0 == *e));
        *self = Bodies { first, spoke: self.spoke, ..Bodies::default() };
    }

    /// A name or description at tokens `first..end` of a sentence that ends at `last`.
    fn name(&mut self, doc: &Document, first: usize, end: usize, e: usize, entities: &[Entity], last: usize) {
        let Some(entity) = entities.get(e) else { return };
        let kind = entity.kind;
        self.named += usize::from(kind != Kind::Person);
        self.bodies += usize::from(kind == Kind::Organization || kind == Kind::Place && entity.canonical.is_some());
        if kind != Kind::Organization {
            return;
        }
        let opens = first == self.first || first == self.first + 1 && doc.lower(self.first) == "the";
        if opens && self.named == 1 {
            self.leading = Some((e, end));
        }
        let verb = end + usize::from(matches!(doc.lower(end), "has" | "had" | "have" | "also"));
        if verb < last && SAYING.contains(&doc.lower(verb)) {
            self.says = Some((e, verb + 1));
        }
    }

    /// The organization that token `i` stands for, and why.
    fn resolve(&mut self, doc: &Document, i: usize, last: usize) -> Option<(usize, &'static str)> {
        match doc.lower(i) {
            "it" => {
                if let Some((e, from)) = self.says
                    && (i == from || i == from + 1 && doc.lower(from) == "that")
                {
                    return Some((e, "says what follows of itself"));
                }
                let opens = i == self.first && i + 1 < last && SAYING.contains(&doc.lower(i + 1));
                let e = self.spoke.filter(|_| opens)?;
                (self.leading, self.named, self.bodies, self.says) = (Some((e, i + 1)), 1, 1, Some((e, i + 2)));
                Some((e, "spoke in the sentence before, and no other body was named there"))
            }
            "its" => self
                .leading
                .filter(|&(_, end)| self.named == 1 && i - end < NEAR && (end..i).all(|k| !matches!(doc.form(k), "'s" | "," | ";")))
                .map(|l| (l.0, "begins the sentence, and no other body is named before")),
            _ => None,
        }
    }
}

/// How far behind the organization "its" may stand, in tokens: farther on other nouns come between.
const NEAR: usize = 7;

/// Verbs behind which "it" is the one who speaks.
const SAYING: &[&str] = &[
    "said",
    "says",
    "added",
    "adds",
    "announced",
    "announces",
    "confirmed",
    "stated",
    "noted",
    "warned",
    "believes",
    "hopes",
    "expects",
    "insisted",
    "insists",
    "claimed",
    "claims",
    "argued",
    "acknowledged",
    "admitted",
    "estimates",
    "estimated",
    "pledged",
];

/// Entities by the head words that describe them, as far as the report has been read.
#[derive(Debug, Default)]
struct Heads {
    seen: Vec<(String, usize)>,
}

impl Heads {
    fn add(&mut self, f: &Found, e: usize, entities: &[Entity]) {
        let Some(entity) = entities.get(e) else { return };
        let mut put = |word: String| {
            if self.seen.len() < 300 && DESCRIPTIONS.contains(&word.as_str()) && !self.seen.iter().any(|(w, n)| *n == e && *w == word) {
                self.seen.push((word, e));
            }
        };
        match f.mention.kind {
            Kind::Organization => {
                // "court" of "Court of Session", not "parliament" of "Voice to Parliament".
                let name = entity.name.to_lowercase();
                let before = [" of ", " for ", " to "].iter().filter_map(|p| name.find(p)).min();
                if let Some(word) = name.get(..before.unwrap_or(name.len())).and_then(|n| n.split_whitespace().last()) {
                    put(word.to_owned());
                }
                for role in entity.roles.iter().filter(|r| r.span.start <= f.mention.span.end + 2) {
                    // The head of "state news agency", of "airline with the most routes".
                    let phrase = role.text.split([',', ';']).next().unwrap_or("").to_lowercase();
                    if let Some(word) = phrase.split_whitespace().rev().find(|w| DESCRIPTIONS.contains(w)) {
                        put(word.to_owned());
                    }
                }
            }
            Kind::Person => {
                for role in entity.roles.iter().filter(|r| r.span.start <= f.mention.span.end + 2) {
                    let lower = role.text.to_lowercase();
                    // Who was it once is not it now.
                    if lower.starts_with("former") || lower.starts_with("ex-") || lower.starts_with("late ") {
                        continue;
                    }
                    let prime = lower.contains(PRIME);
                    if prime {
                        put(PRIME.to_owned());
                    }
                    for word in lower.split(|c: char| !c.is_alphabetic()).filter(|w| !(prime && *w == "minister")) {
                        put(word.to_owned());
                    }
                }
            }
            _ => {}
        }
    }

    /// The entity that the description at token `i` stands for, its number of tokens, and why.
    fn resolve(&self, doc: &Document, i: usize, entities: &[Entity]) -> Option<(usize, usize, String)> {
        let (word, words) = if doc.lower(i) == "prime" && doc.lower(i + 1) == "minister" { (PRIME, 2) } else { (doc.lower(i), 1) };
        let last = i + words - 1;
        if doc.tokens.get(i).is_none_or(|t| t.kind != TokenKind::Word) || !DESCRIPTIONS.contains(&word) {
            return None;
        }
        // "the ministry of", "the president of": what follows says whose.
        if matches!(doc.lower(last + 1), "of" | "for" | "to")
            || word == "general" && GENERAL.contains(&doc.lower(last + 1))
            || doc.form(last).starts_with(char::is_uppercase) && doc.form(last + 1).starts_with(char::is_uppercase)
        {
            return None;
        }
        let mut fitting = self.seen.iter().filter(|(w, _)| w == word);
        let (_, e) = fitting.next()?;
        if fitting.any(|(_, other)| other != e) {
            return None;
        }
        let name = entities.get(*e).map_or("", |e| e.name.as_str());
        Some((*e, words, format!("{name} is the only one so far that the report calls \"{word}\"")))
    }
}

/// Nouns before which "general" is an adjective.
const GENERAL: &[&str] = &[
    "manager",
    "secretary",
    "assembly",
    "election",
    "elections",
    "public",
    "strike",
    "population",
    "counsel",
    "contractor",
    "director",
    "practitioner",
    "partner",
];

/// An office of two words.
const PRIME: &str = "prime minister";

/// Head words of descriptions that are worth resolving.
const DESCRIPTIONS: &[&str] = &[
    "ministry",
    "company",
    "firm",
    "bank",
    "party",
    "agency",
    "university",
    "commission",
    "committee",
    "council",
    "court",
    "union",
    "federation",
    "association",
    "foundation",
    "group",
    "embassy",
    "institute",
    "airline",
    "club",
    "newspaper",
    "broadcaster",
    "carmaker",
    "carrier",
    "charity",
    "insurer",
    "lender",
    "magazine",
    "manufacturer",
    "militia",
    "operator",
    "publisher",
    "regulator",
    "retailer",
    "watchdog",
    "organization",
    "organisation",
    "department",
    "office",
    "parliament",
    "army",
    "envoy",
    "president",
    "prime minister",
    "minister",
    "chancellor",
    "ambassador",
    "senator",
    "governor",
    "mayor",
    "general",
    "spokesman",
    "spokeswoman",
    "director",
    "chairman",
    "professor",
    "lawyer",
    "judge",
    "coach",
    "king",
    "queen",
    "prince",
    "pope",
    "actor",
    "actress",
    "singer",
    "author",
    "journalist",
    "secretary",
    "commissioner",
    "prosecutor",
    "analyst",
    "premier",
    "diplomat",
    "leader",
];
