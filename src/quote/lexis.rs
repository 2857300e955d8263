//! What a word form can be: its closed class, the inflections of verbs that it may show, and the
//! cue that it may be.
//!
//! In: the distinct forms of a document ([`Lexicon`]). Out: one [`Word`] a form. The tables beside this
//! file are read once; regular inflections are undone by rule, so the tables hold dictionary forms only.

use super::SpeechAct;
use super::sorts::{Sorts, Sources};
use crate::order::Arrange;
use crate::text::Lexicon;
use crate::text::lexicon::FixedMap;
use std::sync::OnceLock;

/// Part of speech, as coarse as attribution needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// Past the end, or white space.
    End,
    Det,
    Poss,
    /// "'s" of possession.
    Gen,
    Pron,
    Object,
    /// A pronoun with its auxiliary: "he'll".
    PronAux,
    Rel,
    Wh,
    /// "that" before a clause, until shown to be a determiner or pronoun.
    That,
    Sub,
    Conj,
    Prep,
    To,
    Modal,
    Be,
    Have,
    Do,
    Not,
    Adv,
    Time,
    Num,
    Name,
    Noun,
    /// Verb: base form or plural present.
    Base,
    /// Verb: "says".
    S,
    Past,
    Part,
    Ing,
    Comma,
    Semi,
    Colon,
    Dash,
    Stop,
    Open,
    Close,
    Quote,
    Mark,
}

impl Tag {
    /// May end a noun phrase.
    pub(super) fn ends_phrase(self) -> bool {
        matches!(self, Tag::Noun | Tag::Name | Tag::Num | Tag::Pron | Tag::Object | Tag::Rel)
    }

    /// May begin a noun phrase.
    pub(super) fn begins_phrase(self) -> bool {
        matches!(self, Tag::Noun | Tag::Name | Tag::Num | Tag::Det | Tag::Poss | Tag::Pron | Tag::PronAux | Tag::That | Tag::Object)
    }

    /// A verb that can carry a clause.
    pub(super) fn finite(self) -> bool {
        matches!(self, Tag::Base | Tag::S | Tag::Past | Tag::Be | Tag::Have | Tag::Do | Tag::Modal | Tag::PronAux)
    }

    /// Any form of a full verb.
    pub(super) fn verb(self) -> bool {
        matches!(self, Tag::Base | Tag::S | Tag::Past | Tag::Part | Tag::Ing)
    }
}

/// Inflections that a form may show.
pub(super) mod form {
    pub(in super::super) const BASE: u8 = 1;
    pub(in super::super) const S: u8 = 2;
    pub(in super::super) const PAST: u8 = 4;
    pub(in super::super) const PART: u8 = 8;
    pub(in super::super) const ING: u8 = 16;
}

/// What a cue takes: a construction that gives its content, or where it may stand. The letters are those of
/// `tables/cues.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Takes {
    /// "said that the bridge was safe".
    That = b'c',
    /// "said the bridge was safe".
    Bare = b'b',
    /// "said: ..." with quotation marks.
    Quotation = b'q',
    /// "asked whether it was safe".
    Question = b'w',
    /// A noun phrase that tells something: "announced a closure".
    Phrase = b'n',
    /// The speaker's own act: "promised to come".
    Infinitive = b't',
    /// Another's act: "urged them to come".
    ObjectInfinitive = b'o',
    /// Somebody who is told, before the content: "told the court that".
    Addressee = b'a',
    /// An object with a name or description: "called the bridge safe".
    Description = b's',
    /// Somebody accused of, for or with something.
    Accusation = b'g',
    /// "called for a closure".
    For = b'f',
    /// "of", "about" or "against" and a noun phrase: "warned of floods".
    About = b'p',
    /// It may stand before its subject: "said Roe".
    Inversion = b'x',
    /// Content only in quotation marks: "smiled".
    OnlyQuoted = b'j',
    /// A belief, wish or intention and not an utterance.
    Belief = b'e',
    /// "suggested leaving".
    Gerund = b'i',
    /// A noun phrase that is a claim itself: "rejected the claim".
    Claim = b'k',
    /// Documents, polls and findings do it, too; persons do it in other senses, so that a clause is needed.
    Documents = b'd',
}

/// A set of [`Takes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Frames(u32);

/// No frame at all.
pub(super) const NONE: Frames = Frames(0);

impl Frames {
    fn read(letters: &str) -> Self {
        Frames(letters.bytes().filter(u8::is_ascii_lowercase).fold(0, |bits, b| bits | 1 << (b - b'a')))
    }

    /// Whether `takes` is among them.
    pub(super) fn has(self, takes: Takes) -> bool {
        self.0 & (1 << (takes as u8 - b'a')) != 0
    }
}

/// One entry of the tables of cues.
#[derive(Debug, Clone)]
pub(super) struct CueEntry {
    pub(super) lemma: &'static str,
    /// The word after the verb that belongs to it: "on" of "call on".
    pub(super) particle: Option<&'static str>,
    pub(super) act: SpeechAct,
    pub(super) frames: Frames,
}

/// What a form can be.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    /// Its closed class.
    pub(super) closed: Option<Tag>,
    /// Inflections of a verb that it may show ([`form`]).
    pub(super) verb: u8,
    /// Whether it is a noun at least as often as a verb.
    pub(super) noun: bool,
    /// Number of its verb lemma in [`Tables::cues`]; where a particle makes another cue, that one stands right behind.
    pub(super) cue: Option<u16>,
    /// Number of its noun in [`Tables::nouns`].
    pub(super) nominal: Option<u16>,
    /// Contains "not".
    pub(super) negates: bool,
    /// Begins with a capital letter.
    pub(super) capital: bool,
    /// Plural noun by its looks.
    pub(super) plural: bool,
    /// What it tells of a source.
    pub(super) sorts: Sorts,
}

/// Participles that make an adjective behind a noun and a hyphen.
const COMPOUNDED: &[&str] = &[
    "affiliated",
    "aligned",
    "appointed",
    "backed",
    "based",
    "controlled",
    "funded",
    "listed",
    "owned",
    "related",
    "sponsored",
    "trained",
];

struct Lemma {
    noun: bool,
    cue: Option<u16>,
}

/// The tables, read.
pub(super) struct Tables {
    closed: FixedMap<&'static str, Tag>,
    lemmas: FixedMap<&'static str, Lemma>,
    irregular: FixedMap<&'static str, (&'static str, u8)>,
    /// Verbs of saying in the order of their lemma.
    pub(super) cues: Vec<CueEntry>,
    /// Nouns of saying.
    pub(super) nouns: Vec<CueEntry>,
    noun_of: FixedMap<&'static str, u16>,
    sources: Sources,
}

/// The rows of a table, as words; lines that begin with "#" are remarks.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = std::str::SplitAsciiWhitespace<'static>> {
    table.lines().filter(|l| !l.starts_with('#')).map(str::split_ascii_whitespace)
}

fn act(word: &str) -> SpeechAct {
    match word {
        "claims" => SpeechAct::Claims,
        "denies" => SpeechAct::Denies,
        "warns" => SpeechAct::Warns,
        "promises" => SpeechAct::Promises,
        "orders" => SpeechAct::Orders,
        "asks" => SpeechAct::Asks,
        "declines" => SpeechAct::Declines,
        _ => SpeechAct::States,
    }
}

fn class(word: &str) -> Tag {
    match word {
        "det" => Tag::Det,
        "poss" => Tag::Poss,
        "pron" => Tag::Pron,
        "object" => Tag::Object,
        "aux" => Tag::PronAux,
        "rel" => Tag::Rel,
        "wh" => Tag::Wh,
        "that" => Tag::That,
        "sub" => Tag::Sub,
        "and" => Tag::Conj,
        "prep" => Tag::Prep,
        "to" => Tag::To,
        "modal" => Tag::Modal,
        "be" => Tag::Be,
        "have" => Tag::Have,
        "do" => Tag::Do,
        "not" => Tag::Not,
        "adv" => Tag::Adv,
        "time" => Tag::Time,
        "num" => Tag::Num,
        "month" => Tag::Name,
        _ => Tag::Noun,
    }
}

fn cue_rows(table: &'static str) -> Vec<CueEntry> {
    let mut entries: Vec<CueEntry> = rows(table)
        .filter_map(|mut row| {
            let name = row.next()?;
            let (lemma, particle) = name.split_once('_').map_or((name, None), |(a, b)| (a, Some(b)));
            let act = act(row.next()?);
            let frames = row.fold(Frames::default(), |all, letters| Frames(all.0 | Frames::read(letters).0));
            Some(CueEntry { lemma, particle, act, frames })
        })
        .collect();
    entries.arrange_by_key(|e| (e.lemma, e.particle));
    entries
}

impl Tables {
    /// The tables, read at first use.
    pub(super) fn get() -> &'static Tables {
        static TABLES: OnceLock<Tables> = OnceLock::new();
        TABLES.get_or_init(Tables::read)
    }

    fn read() -> Tables {
        let mut closed = FixedMap::default();
        for mut row in rows(include_str!("tables/words.txt")) {
            let tag = class(row.next().unwrap_or(""));
            for word in row {
                closed.entry(word).or_insert(tag);
            }
        }
        let cues = cue_rows(include_str!("tables/cues.txt"));
        let nouns = cue_rows(include_str!("tables/nouns.txt"));
        let mut lemmas = FixedMap::default();
        for line in include_str!("tables/verbs.txt").lines() {
            let (verb, noun) = line.strip_suffix('*').map_or((line, false), |v| (v, true));
            lemmas.insert(verb, Lemma { noun, cue: None });
        }
        for (i, entry) in cues.iter().enumerate().rev() {
            lemmas.entry(entry.lemma).or_insert(Lemma { noun: false, cue: None }).cue = u16::try_from(i).ok();
        }
        let mut irregular = FixedMap::default();
        for mut row in rows(include_str!("tables/irregular.txt")) {
            let (Some(base), Some(past), Some(part)) = (row.next(), row.next(), row.next()) else { continue };
            lemmas.entry(base).or_insert(Lemma { noun: false, cue: None });
            irregular.entry(past).or_insert((base, 0)).1 |= form::PAST;
            irregular.entry(part).or_insert((base, 0)).1 |= form::PART;
        }
        let noun_of = nouns.iter().enumerate().filter_map(|(i, e)| Some((e.lemma, u16::try_from(i).ok()?))).collect();
        Tables { closed, lemmas, irregular, cues, nouns, noun_of, sources: Sources::read() }
    }

    /// One [`Word`] for every form of `lexicon`; the place in the list is the form's number.
    pub(super) fn words(&self, lexicon: &Lexicon) -> Vec<Word> {
        lexicon.forms().map(|f| self.word(f.text, f.lower)).collect()
    }

    fn word(&self, text: &str, lower: &str) -> Word {
        let mut word = Word {
            closed: self.closed.get(lower).copied(),
            negates: matches!(lower, "not" | "never") || lower.ends_with("n't") || lower == "cannot",
            capital: text.chars().next().is_some_and(char::is_uppercase),
            plural: lower.len() > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("us") && !lower.ends_with("is"),
            sorts: self.sources.sorts(lower),
            ..Word::default()
        };
        let singular = lower.strip_suffix('s').filter(|s| s.len() > 3).unwrap_or(lower);
        word.nominal = self.noun_of.get(lower).or_else(|| self.noun_of.get(singular)).copied();
        if lower.ends_with("ly")
            && lower.len() > 4
            && word.closed.is_none()
            && !matches!(
                lower,
                "family"
                    | "italy"
                    | "reply"
                    | "supply"
                    | "apply"
                    | "imply"
                    | "july"
                    | "ally"
                    | "rally"
                    | "assembly"
                    | "rely"
                    | "comply"
                    | "fly"
                    | "only"
                    | "early"
                    | "daily"
                    | "weekly"
                    | "monthly"
                    | "elderly"
                    | "multiply"
            )
        {
            word.closed = Some(Tag::Adv);
        }
        if word.closed.is_some() && !matches!(lower, "following" | "regarding" | "including" | "concerning" | "like" | "need" | "may") {
            return word;
        }
        if let Some(&(base, flags)) = self.irregular.get(lower) {
            word.verb |= flags;
            self.add(&mut word, base);
        }
        if self.lemmas.contains_key(lower) {
            word.verb |= form::BASE;
            self.add(&mut word, lower);
        }
        let bytes = lower.len();
        if !lower.is_ascii() || bytes < 4 {
            return word;
        }
        if let Some(stem) = lower.strip_suffix("ies") {
            self.inflect(&mut word, &[&[stem, "y"].concat()], form::S);
        } else if let Some(stem) = lower.strip_suffix('s').filter(|s| !s.ends_with('s')) {
            let es = stem.strip_suffix('e').filter(|s| s.ends_with(['s', 'x', 'z', 'h', 'o']));
            self.inflect(&mut word, &[stem, es.unwrap_or("")], form::S);
        }
        if let Some(stem) = lower.strip_suffix("ing") {
            let known = self.inflect(
                &mut word,
                &[stem, &[stem, "e"].concat(), single(stem), &[stem.strip_suffix('y').unwrap_or(""), "ie"].concat()],
                form::ING,
            );
            if !known && bytes > 6 {
                word.verb |= form::ING;
            }
        }
        if let Some(stem) = lower.strip_suffix("eed").filter(|s| s.ends_with('r')) {
            // "agreed"
            self.inflect(&mut word, &[&[stem, "ee"].concat()], form::PAST | form::PART);
        } else if let Some(stem) = lower.strip_suffix("ed").filter(|s| !s.ends_with('e')) {
            let y = stem.strip_suffix('i').map(|s| [s, "y"].concat()).unwrap_or_default();
            let known = self.inflect(&mut word, &[&[stem, "e"].concat(), stem, single(stem), &y], form::PAST | form::PART);
            // "a church-affiliated union": no verb.
            let compound = lower.rsplit_once('-').is_some_and(|(_, last)| COMPOUNDED.contains(&last));
            if !known && bytes > 5 && !word.capital && !compound {
                word.verb |= form::PAST | form::PART;
            }
        }
        word
    }

    /// Adds the inflection `flags` if one of `stems` is a verb; returns whether one is.
    fn inflect(&self, word: &mut Word, stems: &[&str], flags: u8) -> bool {
        for &stem in stems {
            if stem.len() > 1 && self.lemmas.contains_key(stem) {
                word.verb |= flags;
                self.add(word, stem);
                return true;
            }
        }
        false
    }

    fn add(&self, word: &mut Word, lemma: &str) {
        if let Some(l) = self.lemmas.get(lemma) {
            word.cue = word.cue.or(l.cue);
            word.noun |= l.noun;
        }
    }

    /// The entries of the verb of cue number `first`: the plain one first where there is one.
    pub(super) fn entries(&self, first: u16) -> impl Iterator<Item = (u16, &CueEntry)> {
        let first = usize::from(first);
        let lemma = self.cues.get(first).map_or("", |e| e.lemma);
        self.cues
            .iter()
            .enumerate()
            .skip(first)
            .take_while(move |(_, e)| e.lemma == lemma)
            .filter_map(|(i, e)| Some((u16::try_from(i).ok()?, e)))
    }
}

/// "stopp" without its doubled consonant.
fn single(stem: &str) -> &str {
    let mut tail = stem.bytes().rev();
    match (tail.next(), tail.next()) {
        (Some(a), Some(b)) if a == b && a.is_ascii() => stem.get(..stem.len() - 1).unwrap_or(""),
        _ => "",
    }
}
