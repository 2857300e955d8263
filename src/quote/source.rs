//! Who a source is: its class, its entity, what a pronoun stands for, and a name to show.
//!
//! In: the token range of a source and what was said before. Out: a [`Source`]. Pronouns are resolved by
//! the Names layer where it did so; else by recency, number and what is known of the gender.

use super::lexis::Tag;
use super::subject::ROLES;
use super::syntax::{Subject, Syntax};
use super::{Source, SourceClass};
use crate::entity::{Kind, MentionForm};
use crate::text::Span;
use std::ops::Range;

/// Remembers who spoke and who was named, in text order.
pub(super) struct Speakers {
    /// Sources so far that are no pronouns: name, gender, class.
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    He,
    She,
    Open,
}

/// How many of the last voices a pronoun may reach back over.
const MEMORY: usize = 12;

const SPOKES: &[&str] =
    &["spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople", "spokespersons", "spokeswomen", "representative"];
pub(super) const DOCUMENTS: &[&str] = &[
    "profile",
    "memoir",
    "autopsy",
    "polling",
    "gauge",
    "index",
    "test",
    "scan",
    "chart",
    "footage",
    "memorandum",
    "declaration",
    "statement",
    "report",
    "study",
    "poll",
    "survey",
    "letter",
    "document",
    "documents",
    "records",
    "memo",
    "affidavit",
    "complaint",
    "lawsuit",
    "investigation",
    "inquiry",
    "probe",
    "audit",
    "video",
    "tape",
    "filing",
    "filings",
    "data",
    "figures",
    "law",
    "bill",
    "order",
    "decree",
    "ruling",
    "indictment",
    "paper",
    "article",
    "editorial",
    "website",
    "site",
    "tweet",
    "post",
    "email",
    "e-mail",
    "emails",
    "transcript",
    "research",
    "analysis",
    "results",
    "findings",
    "estimates",
    "statistics",
    "reports",
    "studies",
    "polls",
    "book",
    "release",
    "review",
    "census",
    "communique",
    "advisory",
    "warrant",
    "testimony",
    "database",
    "summary",
    "message",
    "note",
    "text",
    "account",
    "constitution",
    "treaty",
    "resolution",
    "headline",
    "sign",
    "video",
];
const INSTITUTIONS: &[&str] = &[
    "ministry",
    "government",
    "company",
    "agency",
    "department",
    "office",
    "committee",
    "commission",
    "court",
    "party",
    "police",
    "army",
    "military",
    "navy",
    "embassy",
    "council",
    "administration",
    "campaign",
    "newspaper",
    "paper",
    "magazine",
    "channel",
    "network",
    "broadcaster",
    "bank",
    "university",
    "union",
    "group",
    "organization",
    "organisation",
    "association",
    "institute",
    "authority",
    "board",
    "house",
    "congress",
    "senate",
    "parliament",
    "team",
    "club",
    "league",
    "federation",
    "panel",
    "firm",
    "airline",
    "hospital",
    "school",
    "state",
    "country",
    "city",
    "kremlin",
    "junta",
    "pentagon",
    "bureau",
    "service",
    "services",
    "forces",
    "command",
    "force",
    "foundation",
    "centre",
    "center",
    "coalition",
    "movement",
    "church",
    "media",
    "station",
    "television",
    "tv",
    "press",
    "ministries",
];

/// Nouns for those who publish news.
const OUTLETS: &[&str] = &[
    "newspaper",
    "newspapers",
    "broadcaster",
    "broadcasters",
    "magazine",
    "tabloid",
    "outlet",
    "outlets",
    "media",
    "television",
    "tv",
    "radio",
];

/// Last words of the names of papers and programmes.
const PAPERS: &[&str] = &[
    "times",
    "post",
    "herald",
    "tribune",
    "journal",
    "gazette",
    "telegraph",
    "guardian",
    "mirror",
    "chronicle",
    "observer",
    "news",
    "mail",
    "star",
    "globe",
    "sun",
    "inquirer",
    "sentinel",
    "dispatch",
    "examiner",
    "today",
    "daily",
    "weekly",
    "independent",
    "courier",
    "press",
];

/// Names of agencies, broadcasters and papers that are one word.
const AGENCIES: &[&str] = &[
    "reuters",
    "afp",
    "ap",
    "bbc",
    "cnn",
    "nbc",
    "abc",
    "cbs",
    "msnbc",
    "npr",
    "pbs",
    "bloomberg",
    "xinhua",
    "yonhap",
    "tass",
    "interfax",
    "kyodo",
    "anadolu",
    "ansa",
    "dpa",
    "efe",
    "pti",
    "irna",
    "jazeera",
    "politico",
    "axios",
    "breitbart",
    "huffpost",
    "newsweek",
    "haaretz",
];

/// Whether two named voices share the phrase: "China and Russia". Neither alone may lend it its name.
fn joint(syntax: &Syntax<'_>, range: &Range<usize>) -> bool {
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
fn coordinated(syntax: &Syntax<'_>, range: &Range<usize>) -> bool {
    let and = range.clone().find(|&i| matches!(syntax.tag(i), Tag::Prep | Tag::Conj | Tag::Comma)).filter(|&i| syntax.lower(i) == "and");
    and.is_some_and(|i| i + 1 < range.end && matches!(syntax.tag(i + 1), Tag::Det | Tag::Poss | Tag::Name))
}

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
            .map_or_else(|| fold_space(text), |e| e.name.clone());
        let gender = gender(syntax, &range);
        let source = Source { span, mention: None, entity, name: name.clone(), class };
        let several = joint(syntax, &range) || coordinated(syntax, &range);
        let plural = several || syntax.word(head).plural || class == SourceClass::Collective;
        let one = !plural && (human(syntax.lower(head)) || matches!(syntax.lower(head), "one" | "another" | "mp"));
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
            people: several || plural && human(syntax.lower(head).trim_end_matches('s')),
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
            last.person = human(syntax.lower(head));
        }
    }

    /// The last voice that is no pronoun.
    fn pronoun(&mut self, syntax: &Syntax<'_>, range: &Range<usize>, antecedent: Option<Range<usize>>) -> Source {
        let doc = syntax.doc;
        let span = doc.span(range.clone());
        let lower = syntax.lower(range.start);
        let word = lower.split('\'').next().unwrap_or(lower);
        if let Some(a) = antecedent {
            let inner = self.source(syntax, &Subject { range: a, antecedent: None });
            return Source { span, mention: Some(inner.span), ..inner };
        }
        let wanted = match word {
            "he" | "him" | "himself" | "his" => Some(Gender::He),
            "she" | "her" | "herself" => Some(Gender::She),
            _ => None,
        };
        if let Some(h) = self.going_on(syntax, range.start, word) {
            return Source { span, mention: Some(h.span), entity: h.entity, name: h.name.clone(), class: h.class };
        }
        // What the Names layer says of this pronoun comes first.
        let at = syntax.names.mentions.partition_point(|m| m.span.end <= span.start);
        if let Some(m) = syntax.names.mentions.get(at).filter(|m| m.span.overlaps(span) && m.form == MentionForm::Pronoun)
            && let Some(e) = m.entity
            && let Some(entity) = syntax.names.entities.get(e as usize)
        {
            let earlier =
                syntax.names.mentions.get(..at).unwrap_or(&[]).iter().rev().find(|p| p.entity == Some(e) && p.form != MentionForm::Pronoun);
            let class = match entity.kind {
                Kind::Person => SourceClass::NamedPerson,
                _ => SourceClass::Institution,
            };
            return Source { span, mention: earlier.map(|p| p.span), entity: Some(e), name: entity.name.clone(), class };
        }
        match word {
            "it" | "they" | "which" | "who" | "its" | "their" => {}
            _ if wanted.is_some() => {}
            _ => {
                let class = if matches!(word, "some" | "many" | "others" | "several" | "most" | "few" | "both" | "all" | "everyone") {
                    SourceClass::Collective
                } else {
                    SourceClass::Unnamed
                };
                return Source { span, mention: None, entity: None, name: span.of(&doc.text).to_owned(), class };
            }
        }
        let found = self.heard.iter_mut().rev().take(MEMORY).filter(|h| h.token < range.start && !h.inner).find(|h| match wanted {
            Some(g) => {
                // A thing that was only the subject of a sentence is no he or she.
                !matches!(h.class, SourceClass::Institution | SourceClass::Outlet | SourceClass::Document | SourceClass::Collective)
                    && (h.person || h.class != SourceClass::Unnamed)
                    && (h.gender == g || h.gender == Gender::Open)
            }
            None if matches!(word, "it" | "its") => {
                matches!(h.class, SourceClass::Institution | SourceClass::Outlet | SourceClass::Document)
            }
            None if matches!(word, "they" | "their") => h.plural || h.class == SourceClass::Institution,
            None => !matches!(h.class, SourceClass::NamedPerson),
        });
        if let Some(h) = found {
            if let Some(g) = wanted {
                h.gender = g;
            }
            return Source { span, mention: Some(h.span), entity: h.entity, name: h.name.clone(), class: h.class };
        }
        // Nobody spoke yet: the last person or body named.
        let fits = |kind: Kind| if wanted.is_some() { kind == Kind::Person } else { matches!(kind, Kind::Organization | Kind::Place) };
        let named =
            syntax.names.mentions.get(..at).unwrap_or(&[]).iter().rev().take(MEMORY).find(|m| fits(m.kind) && m.form == MentionForm::Name);
        let class = if wanted.is_some() { SourceClass::NamedPerson } else { SourceClass::Institution };
        match named {
            Some(m) => {
                let name = m
                    .entity
                    .and_then(|e| syntax.names.entities.get(e as usize))
                    .map_or_else(|| m.span.of(&doc.text).to_owned(), |e| e.name.clone());
                Source { span, mention: Some(m.span), entity: m.entity, name, class }
            }
            None => Source {
                span,
                mention: None,
                entity: None,
                name: span.of(&doc.text).to_owned(),
                class: if wanted.is_some() { SourceClass::Unnamed } else { SourceClass::Collective },
            },
        }
    }

    /// Whether the phrase `range` is neither a person nor a body nor a text.
    pub(super) fn is_thing(&mut self, syntax: &Syntax<'_>, range: &Range<usize>) -> bool {
        let head = head(syntax, range);
        let mention = self.mention_in(syntax, range, head);
        let unnamed = class(syntax, range, head, mention) == SourceClass::Unnamed;
        unnamed && syntax.tag(head) == Tag::Noun && !human(syntax.lower(head)) && !syntax.word(head).plural
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
            "he" => Gender::He,
            "she" => Gender::She,
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
            if !person || h.gender != wanted && h.gender != Gender::Open {
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

/// The head of a noun phrase: its last noun or name before a preposition, comma or clause.
fn head(syntax: &Syntax<'_>, range: &Range<usize>) -> usize {
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

fn class(syntax: &Syntax<'_>, range: &Range<usize>, head: usize, mention: Option<usize>) -> SourceClass {
    let lower = syntax.lower(head);
    let kind = mention.and_then(|m| syntax.names.mentions.get(m)).map(|m| m.kind);
    let speaks_for =
        range.clone().any(|i| SPOKES.contains(&syntax.lower(i)) && syntax.lower(i) != "representative") || SPOKES.contains(&lower);
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
    if DOCUMENTS.contains(&lower) && !capital {
        return SourceClass::Document;
    }
    if INSTITUTIONS.contains(&lower) {
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
        if ROLES.contains(&lower) || lower == "mp" {
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
    let capital = syntax.word(head).capital && syntax.tag(head) == Tag::Name;
    let agency = head > range.start
        && syntax.lower(head - 1) == "news"
        && matches!(lower, "agency" | "agencies" | "site" | "website" | "outlet" | "outlets");
    agency
        || OUTLETS.contains(&lower)
        || capital && (AGENCIES.contains(&lower) || PAPERS.contains(&lower) && (head > range.start || lower == "times"))
}

/// Whether a noun means a person, by its ending or because it is one of the commonest.
fn human(word: &str) -> bool {
    ["er", "or", "ist", "man", "ian", "ant", "ent", "yer", "eer", "-old"].iter().any(|end| word.ends_with(end)) && word.len() > 4
        || matches!(
            word,
            "chief"
                | "head"
                | "coach"
                | "judge"
                | "boss"
                | "wife"
                | "aide"
                | "cop"
                | "pilot"
                | "nurse"
                | "chair"
                | "guard"
                | "boy"
                | "girl"
                | "son"
                | "king"
                | "queen"
                | "pope"
                | "monk"
                | "nun"
                | "priest"
                | "secretary"
                | "official"
                | "colleague"
                | "relative"
                | "native"
                | "executive"
                | "general"
                | "colonel"
                | "deputy"
                | "suspect"
                | "victim"
                | "witness"
                | "hostess"
                | "actress"
        )
}

/// What title or word tells of the gender.
fn gender(syntax: &Syntax<'_>, range: &Range<usize>) -> Gender {
    for i in range.clone() {
        match syntax.lower(i) {
            "mr" | "mr." | "sir" | "king" | "prince" | "spokesman" | "chairman" | "congressman" | "man" | "father" | "son" | "husband"
            | "brother" | "lord" | "pope" | "businessman" => return Gender::He,
            "mrs" | "mrs." | "ms" | "ms." | "miss" | "queen" | "princess" | "spokeswoman" | "chairwoman" | "congresswoman" | "woman"
            | "mother" | "daughter" | "wife" | "sister" | "lady" | "dame" | "businesswoman" => return Gender::She,
            _ => {}
        }
    }
    Gender::Open
}

/// The words of a span on one line.
fn fold_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
