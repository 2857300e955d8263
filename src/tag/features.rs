//! Features of tokens: what the word is, what stands around it, what the document says elsewhere.
//!
//! After Ratinov & Roth (2009) and Chieu & Ng (2003). Features that depend on one word alone are
//! made once for each distinct form and place (itself, neighbours); only those that join several
//! words are made for each token. A feature is a 64-bit hash.

use super::hash::{mix, text, text_more};
use super::words::{Known, LONGEST, Lists, Words};
use crate::text::lexicon::FixedMap;
use crate::text::{Document, Form, TokenKind};

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u8)]
pub enum Case {
    /// Marks and anything without letters or digits.
    #[default]
    Mark,
    /// "report".
    Lower,
    /// "Report".
    Title,
    /// "REPORT".
    Upper,
    /// "McDonald", "iPhone".
    Mixed,
    /// "J." and "J".
    Initial,
    /// "U.S."
    Dotted,
    /// "28", "5th".
    Number,
}

impl Case {
    /// Whether it may begin a name by its looks.
    #[must_use]
    #[inline]
    pub fn capital(self) -> bool {
        matches!(self, Case::Title | Case::Upper | Case::Mixed | Case::Initial | Case::Dotted)
    }
}

/// How a sentence uses capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u8)]
pub enum Mode {
    /// Names and sentence beginnings.
    #[default]
    Plain,
    /// Every letter.
    AllCapitals,
    /// Every longer word, as in headlines.
    Headline,
    /// None at all.
    NoCapitals,
}

/// What is known of one distinct form and asked for each token.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts {
    lower: u64,
    /// How it is written.
    pub case: Case,
    /// Class and lists.
    pub known: Known,
}

/// Looks at one form.
#[must_use]
pub fn facts(form: &str, lower: &str, words: &Words) -> Facts {
    let mut known = words.look(lower);
    if known.class == 0 && known.lists.0 == 0 {
        // "U.S" and "Sen." look up without dots; "pro-Russian" by its last part.
        if lower.contains('.') {
            known = words.look(&lower.replace('.', ""));
        } else if let Some((head, tail)) = lower.rsplit_once('-') {
            // "Beijing-based" by its first part, "pro-Russian" by its last.
            let part = if form.ends_with(&format!("-{tail}")) && form.starts_with(char::is_uppercase) { head } else { tail };
            known = words.look(part);
        }
    }
    Facts { lower: text(lower), case: case(form), known }
}

/// How one distinct form is spelled, which is asked once a form.
#[derive(Debug)]
pub struct Spelling {
    text: u64,
    prefixes: [u64; 4],
    suffixes: [u64; 4],
    shape: u64,
}

impl Spelling {
    /// Looks at one form.
    #[must_use]
    pub fn of(form: Form<'_>) -> Self {
        let hashes = |letters: &mut dyn Iterator<Item = char>| {
            let mut hashes = [0; 4];
            let mut h = text("");
            for (slot, c) in hashes.iter_mut().zip(letters) {
                h = mix(h, c as u64);
                *slot = h;
            }
            hashes
        };
        Self {
            text: text(form.text),
            prefixes: hashes(&mut form.lower.chars()),
            suffixes: hashes(&mut form.lower.chars().rev()),
            shape: shape(form.text),
        }
    }
}

fn case(form: &str) -> Case {
    let mut letters = form.chars().filter(|c| c.is_alphabetic());
    let Some(first) = form.chars().find(|c| c.is_alphanumeric()) else { return Case::Mark };
    if first.is_numeric() && !letters.clone().any(char::is_uppercase) {
        return Case::Number;
    }
    let (upper, all) = letters.clone().fold((0, 0), |(u, n), c| (u + usize::from(c.is_uppercase()), n + 1));
    if upper == 0 {
        return if letters.next().is_some_and(|c| !c.is_lowercase()) { Case::Title } else { Case::Lower };
    }
    if all == 1 {
        return Case::Initial;
    }
    if form.contains('.') {
        return Case::Dotted;
    }
    if upper == all {
        return Case::Upper;
    }
    let plain = form.split('-').all(|part| part.chars().skip(1).all(|c| !c.is_uppercase()));
    if plain && first.is_uppercase() { Case::Title } else { Case::Mixed }
}

/// Runs of like characters folded to one sign each.
fn shape(form: &str) -> u64 {
    let mut h = text("");
    let mut last = ' ';
    for c in form.chars() {
        let sign = if c.is_uppercase() {
            'X'
        } else if c.is_alphabetic() {
            'x'
        } else if c.is_numeric() {
            '9'
        } else {
            c
        };
        if sign != last {
            h = mix(h, sign as u64);
            last = sign;
        }
    }
    h
}

/// Numbers of the feature templates, a block for each group. "Topic" is the coarser word class, "written" the case
/// with the sentence's mode.
mod template {
    // The word itself.
    pub(super) const WORD: u64 = 1;
    pub(super) const FORM: u64 = 2;
    pub(super) const PREFIX: u64 = 3;
    pub(super) const SUFFIX: u64 = 8;
    pub(super) const SHAPE: u64 = 13;
    pub(super) const WRITTEN: u64 = 14;
    pub(super) const CLASS: u64 = 15;
    pub(super) const TOPIC: u64 = 16;
    pub(super) const TOPIC_WRITTEN: u64 = 17;
    pub(super) const LIST: u64 = 18;
    pub(super) const LISTS_WRITTEN: u64 = 19;
    pub(super) const ENDING_WRITTEN: u64 = 20;
    // A neighbour that is not there.
    pub(super) const EDGE: u64 = 31;
    // Words two before, one before, one after and two after: 16 numbers each.
    pub(super) const BESIDE: u64 = 32;
    // The word among its neighbours.
    pub(super) const OPENING: u64 = 100;
    pub(super) const OPENING_WORD: u64 = 101;
    pub(super) const OPENING_TOPIC: u64 = 102;
    pub(super) const WORD_PAIR_BEFORE: u64 = 103;
    pub(super) const WORD_PAIR_AFTER: u64 = 104;
    pub(super) const WORD_BEFORE_WRITTEN: u64 = 105;
    pub(super) const WORD_AFTER_WRITTEN: u64 = 106;
    pub(super) const CLASS_PAIR_BEFORE: u64 = 107;
    pub(super) const CLASS_PAIR_AFTER: u64 = 108;
    pub(super) const WORDS_AROUND: u64 = 109;
    pub(super) const WORDS_BEFORE: u64 = 110;
    pub(super) const WORDS_AFTER: u64 = 111;
    pub(super) const WRITTEN_AROUND: u64 = 112;
    pub(super) const TOPICS_AROUND: u64 = 113;
    pub(super) const WORD_BEFORE_TOPIC: u64 = 114;
    pub(super) const WORD_AFTER_TOPIC: u64 = 115;
    pub(super) const WRITTEN_WINDOW: u64 = 116;
    // A phrase of the lists.
    pub(super) const PHRASE: u64 = 130;
    // The run of capitalised words, its first word (start), its last (head) and what stands around it.
    pub(super) const RUN_PLACE: u64 = 140;
    pub(super) const RUN_HEAD_WORD: u64 = 141;
    pub(super) const RUN_HEAD_CLASS: u64 = 142;
    pub(super) const RUN_START_WORD: u64 = 143;
    pub(super) const RUN_START_CLASS: u64 = 144;
    pub(super) const RUN_ENDS_LISTS: u64 = 145;
    pub(super) const RUN_HEAD_LIST: u64 = 146;
    pub(super) const RUN_START_LIST: u64 = 147;
    pub(super) const RUN_WORD_BEFORE: u64 = 148;
    pub(super) const RUN_WORD_AFTER: u64 = 149;
    pub(super) const RUN_CLASS_BEFORE: u64 = 150;
    pub(super) const RUN_CLASS_AFTER: u64 = 151;
    pub(super) const RUN_WORDS_AROUND: u64 = 152;
    pub(super) const RUN_WORDS_BEFORE: u64 = 153;
    pub(super) const RUN_WORDS_AFTER: u64 = 154;
    pub(super) const RUN_TOPICS_AROUND: u64 = 155;
    // The same form elsewhere in the document.
    pub(super) const ELSEWHERE: u64 = 160;
    pub(super) const ELSEWHERE_ALL: u64 = 161;
    pub(super) const ACRONYM: u64 = 162;
    // A sentence of sport.
    pub(super) const SPORT: u64 = 170;
    pub(super) const SPORT_TOPIC: u64 = 171;
    pub(super) const SPORT_LISTS: u64 = 172;
    pub(super) const SPORT_WORD_BEFORE: u64 = 173;
    pub(super) const SPORT_WORD_AFTER: u64 = 174;
    pub(super) const SPORT_TOPICS_AROUND: u64 = 175;
}

/// Numbers of the templates of one word beside.
mod beside {
    pub(super) const WORD: u64 = 0;
    pub(super) const CLASS: u64 = 1;
    pub(super) const TOPIC: u64 = 2;
    pub(super) const WRITTEN: u64 = 3;
    pub(super) const LIST: u64 = 4;
    pub(super) const ENDING: u64 = 5;
    pub(super) const SHAPE: u64 = 6;
}

#[inline]
fn key(template: u64, value: u64) -> u64 {
    mix(mix(0x5151, template), value)
}

fn coarse(known: Known) -> u64 {
    u64::from(known.class >> 8)
}

/// Features of a form for its own token.
pub fn own(f: Facts, spelling: &Spelling, mode: Mode, out: &mut Vec<u64>) {
    let written = f.case as u64 | (mode as u64) << 8;
    out.push(key(template::WORD, f.lower));
    if !matches!(f.case, Case::Lower | Case::Title) {
        out.push(key(template::FORM, spelling.text));
    }
    for (i, (&p, &s)) in spelling.prefixes.iter().zip(&spelling.suffixes).enumerate() {
        if p != 0 {
            out.push(key(template::PREFIX + i as u64, p));
            out.push(key(template::SUFFIX + i as u64, s));
        }
    }
    out.push(key(template::SHAPE, mix(spelling.shape, mode as u64)));
    out.push(key(template::WRITTEN, written));
    out.push(key(template::CLASS, u64::from(f.known.class)));
    out.push(key(template::TOPIC, coarse(f.known)));
    out.push(key(template::TOPIC_WRITTEN, mix(coarse(f.known), written)));
    for i in f.known.lists.numbers() {
        out.push(key(template::LIST, u64::from(i)));
    }
    out.push(key(template::LISTS_WRITTEN, mix(u64::from(f.known.lists.0 & 0x7fff_ffff), written)));
    if let Some(&s) = spelling.suffixes.get(2) {
        out.push(key(template::ENDING_WRITTEN, mix(s, written)));
    }
}

/// Features of a form for the token `d` places after it (-2, -1) or before it (1, 2).
pub fn beside(f: Facts, spelling: &Spelling, mode: Mode, d: i8, out: &mut Vec<u64>) {
    let t = template::BESIDE + 16 * (d + 2) as u64;
    let written = f.case as u64 | (mode as u64) << 8;
    out.push(key(t + beside::WORD, f.lower));
    out.push(key(t + beside::CLASS, u64::from(f.known.class)));
    out.push(key(t + beside::TOPIC, coarse(f.known)));
    out.push(key(t + beside::WRITTEN, written));
    for i in f.known.lists.numbers() {
        out.push(key(t + beside::LIST, u64::from(i)));
    }
    if d.abs() == 1 {
        if let Some(&s) = spelling.suffixes.get(2) {
            out.push(key(t + beside::ENDING, s));
        }
        out.push(key(t + beside::SHAPE, mix(spelling.shape, mode as u64)));
    }
}

/// Features for a neighbour that is not there.
pub fn edge(d: i8, out: &mut Vec<u64>) {
    out.push(key(template::EDGE, d as u64));
}

/// What the document says of a form in all its places.
#[derive(Debug, Clone, Copy, Default)]
struct Evidence {
    counts: [u8; EVIDENCE],
}

const EVIDENCE: usize = 7;
/// Written in lower case.
const LOWER: usize = 0;
/// With a capital within a sentence.
const INNER: usize = 1;
/// Behind a title or given name.
const TITLED: usize = 2;
/// Last of a run that begins with a given name.
const SURNAME: usize = 3;
/// In a run that ends with a body word ("Ministry").
const BODIED: usize = 4;
/// Behind "in".
const PLACED: usize = 5;
/// First of a run of several, not behind a title.
const FIRST: usize = 6;

/// A document prepared for features.
#[derive(Debug)]
pub struct View<'a> {
    /// The document.
    pub doc: &'a Document,
    /// Facts of each form.
    pub facts: Vec<Facts>,
    /// Mode of each sentence.
    pub modes: Vec<Mode>,
    /// For each token the run of capitalised tokens that it stands in (first, just past the last).
    runs: Vec<(u32, u32)>,
    /// For each token the lists of a phrase that it stands in, with its place there.
    phrases: Vec<(Lists, u8)>,
    evidence: Vec<Evidence>,
    /// For each sentence how much it reads like sport, where cities play: 0 is not at all.
    sport: Vec<u8>,
    words: Words,
    /// For each form the number of the form that stands for all its ways of writing.
    folded: Vec<u32>,
    acronyms: FixedMap<u64, ()>,
}

/// A stretch of tokens that is decoded at once: everything outside such stretches is in no name.
pub type Stretch = (usize, usize);

impl<'a> View<'a> {
    /// Looks at a document.
    #[must_use]
    pub fn new(doc: &'a Document, words: &Words) -> Self {
        let facts: Vec<Facts> = doc.lexicon.forms().map(|f| facts(f.text, f.lower, words)).collect();
        let mut by_lower: FixedMap<&str, u32> = FixedMap::default();
        let folded = (0u32..).zip(doc.lexicon.forms()).map(|(i, f)| *by_lower.entry(f.lower).or_insert(i)).collect();
        let mut view = View {
            doc,
            modes: Vec::with_capacity(doc.sentences.len()),
            runs: vec![(0, 0); doc.tokens.len()],
            phrases: vec![(Lists::default(), 0); doc.tokens.len()],
            evidence: vec![Evidence::default(); facts.len()],
            sport: Vec::with_capacity(doc.sentences.len()),
            folded,
            words: *words,
            acronyms: FixedMap::default(),
            facts,
        };
        view.find_modes();
        view.find_sport();
        view.find_runs();
        view.find_phrases(words);
        view.find_evidence();
        view
    }

    /// Facts of token `i`.
    #[must_use]
    #[inline]
    pub fn at(&self, i: usize) -> Facts {
        self.doc.tokens.get(i).and_then(|t| self.facts.get(t.form.0 as usize)).copied().unwrap_or_default()
    }

    /// Phrases of the lists in text order: first token, just past the last, lists.
    #[must_use]
    pub fn list_phrases(&self) -> Vec<(usize, usize, Lists)> {
        let mut out: Vec<(usize, usize, Lists)> = Vec::new();
        for (i, &(lists, place)) in self.phrases.iter().enumerate() {
            match (place, out.last_mut()) {
                (1, _) => out.push((i, i + 1, lists)),
                (2 | 3, Some(last)) => last.1 = i + 1,
                _ => {}
            }
        }
        out
    }

    /// The lists that the name of tokens `first..last` is on as a whole.
    #[must_use]
    pub fn listed(&self, first: usize, last: usize) -> Lists {
        if last == first + 1 {
            return self.at(first).known.lists;
        }
        let phrase: Vec<&str> = (first..last).map(|i| self.doc.lower(i)).collect();
        if phrase.len() > LONGEST { Lists::default() } else { self.word(&phrase.join(" ")) }
    }

    /// The lists that a lower-case word is on.
    #[must_use]
    pub fn word(&self, lower: &str) -> Lists {
        self.words.look(lower).lists
    }

    /// Number of the form that stands for all ways of writing token `i`.
    #[must_use]
    #[inline]
    pub fn folded_form(&self, i: usize) -> usize {
        let form = self.doc.tokens.get(i).map_or(0, |t| t.form.0 as usize);
        self.folded.get(form).map_or(0, |&f| f as usize)
    }

    /// Case of token `i`.
    #[must_use]
    #[inline]
    pub fn case(&self, i: usize) -> Case {
        self.doc.tokens.get(i).and_then(|t| self.facts.get(t.form.0 as usize)).map(|f| f.case).unwrap_or_default()
    }

    fn find_modes(&mut self) {
        let capitals = (0..self.doc.tokens.len()).filter(|&i| self.case(i).capital()).count();
        let bare = capitals * 60 < self.doc.tokens.len() && capitals < self.doc.sentences.len();
        for s in &self.doc.sentences {
            let (mut words, mut upper, mut long, mut long_lower, mut letters) = (0, 0, 0, 0, 0);
            for i in s.tokens() {
                let case = self.case(i);
                if matches!(case, Case::Mark | Case::Number) {
                    continue;
                }
                let len = self.doc.tokens.get(i).map_or(0, |t| t.span.len());
                words += 1;
                letters += len;
                if matches!(case, Case::Upper | Case::Initial | Case::Dotted) {
                    upper += len;
                }
                if len > 3 {
                    long += 1;
                    long_lower += usize::from(case == Case::Lower);
                }
            }
            self.modes.push(if words >= 3 && upper * 10 >= letters * 8 {
                Mode::AllCapitals
            } else if bare {
                Mode::NoCapitals
            } else if long >= 4 && long_lower * 10 <= long {
                Mode::Headline
            } else {
                Mode::Plain
            });
        }
    }

    /// Words of sport in a sentence and its neighbours, and whether the whole text is rich in them.
    fn find_sport(&mut self) {
        let counts: Vec<usize> =
            self.doc.sentences.iter().map(|s| s.tokens().filter(|&i| self.at(i).known.lists.any(Lists::SPORT)).count()).collect();
        let rich = counts.iter().sum::<usize>() * 100 > self.doc.tokens.len();
        for i in 0..counts.len() {
            let near: usize = counts.get(i.saturating_sub(1)..(i + 2).min(counts.len())).unwrap_or_default().iter().sum();
            self.sport.push(near.min(3) as u8 | u8::from(rich) << 2);
        }
    }

    fn find_runs(&mut self) {
        for s in &self.doc.sentences {
            let mut i = s.first as usize;
            while i < s.last as usize {
                if !self.case(i).capital() {
                    i += 1;
                    continue;
                }
                let mut end = i + 1;
                while end < s.last as usize && self.case(end).capital() {
                    end += 1;
                }
                for run in self.runs.get_mut(i..end).unwrap_or_default() {
                    *run = (i as u32, end as u32);
                }
                i = end;
            }
        }
    }

    /// Longest phrase of the lists at each token, left to right.
    fn find_phrases(&mut self, words: &Words) {
        for s in &self.doc.sentences {
            let mut i = s.first as usize;
            while i < s.last as usize {
                let f = self.at(i);
                let mut best = (i + 1, Lists::default());
                if f.known.lists.any(Lists::OPENS) {
                    let mut h = f.lower;
                    for end in i + 2..=(i + LONGEST).min(s.last as usize) {
                        h = text_more(text_more(h, " "), self.doc.lower(end - 1));
                        if let Some(known) = words.get(h).filter(|k| k.lists.0 & 0x7fff_ffff != 0) {
                            best = (end, known.lists);
                        }
                    }
                }
                if best.0 > i + 1 {
                    let n = best.0 - i;
                    for (k, slot) in self.phrases.get_mut(i..best.0).unwrap_or_default().iter_mut().enumerate() {
                        let place = if k == 0 {
                            1
                        } else if k + 1 == n {
                            3
                        } else {
                            2
                        };
                        *slot = (best.1, place);
                    }
                }
                i = best.0;
            }
        }
    }

    /// What the occurrence at token `i` says of its form.
    fn says(&self, i: usize, first: usize, mode: Mode) -> [bool; EVIDENCE] {
        let mut says = [false; EVIDENCE];
        if mode != Mode::Plain {
            return says;
        }
        let f = self.at(i);
        says[LOWER] = f.case == Case::Lower;
        if !f.case.capital() {
            return says;
        }
        let &(a, b) = self.runs.get(i).unwrap_or(&(0, 0));
        let (a, b) = (a as usize, b as usize);
        says[INNER] = i > first;
        let before = if i > first { self.at(i - 1).known.lists } else { Lists::default() };
        says[TITLED] = i > first && self.case(i - 1).capital() && before.any(Lists::TITLE.with(Lists::GIVEN));
        let opens = self.at(a).known.lists;
        says[SURNAME] = b == i + 1 && b - a >= 2 && b - a <= 4 && opens.any(Lists::GIVEN) && !opens.any(Lists::BODY);
        says[BODIED] = b - a >= 2 && self.at(b - 1).known.lists.any(Lists::BODY);
        says[PLACED] = i > first && i == a && self.doc.lower(i - 1) == "in";
        says[FIRST] = i == a && b - a >= 2 && !before.any(Lists::TITLE);
        says
    }

    fn find_evidence(&mut self) {
        for (number, s) in self.doc.sentences.iter().enumerate() {
            let mode = self.modes.get(number).copied().unwrap_or_default();
            for i in s.tokens() {
                let says = self.says(i, s.first as usize, mode);
                let form = self.doc.tokens.get(i).map_or(0, |t| t.form.0 as usize);
                let folded = self.folded.get(form).map_or(0, |&f| f as usize);
                if let Some(e) = self.evidence.get_mut(folded) {
                    for (count, said) in e.counts.iter_mut().zip(says) {
                        *count = count.saturating_add(u8::from(said));
                    }
                }
            }
            self.find_acronyms(s.first as usize, s.last as usize);
        }
    }

    /// Initials of every run of capitalised words, small words between them skipped or not.
    fn find_acronyms(&mut self, first: usize, last: usize) {
        let mut i = first;
        while i < last {
            if !self.case(i).capital() {
                i += 1;
                continue;
            }
            let (mut short, mut long) = (text(""), text(""));
            let mut n = 0;
            let mut j = i;
            while j < last && j - i < 9 {
                let case = self.case(j);
                let small =
                    case == Case::Lower && matches!(self.doc.lower(j), "of" | "and" | "for" | "the" | "on" | "in" | "to" | "de" | "la");
                if !(case.capital() || small && n > 0 || self.doc.form(j) == "&") {
                    break;
                }
                for (k, c) in self.doc.form(j).split('-').filter_map(|p| p.chars().next()).enumerate() {
                    let c = c.to_uppercase().next().unwrap_or(c) as u64;
                    if k == 0 || self.doc.form(j).contains('-') {
                        long = mix(long, c);
                        if case.capital() {
                            short = mix(short, c);
                        }
                    }
                }
                if case.capital() {
                    n += 1;
                }
                j += 1;
                if n >= 2 && case.capital() {
                    self.acronyms.insert(short, ());
                    self.acronyms.insert(long, ());
                }
            }
            // Names may begin late in a run ("Former World Bank president"): one start per word.
            i += 1;
        }
    }

    fn is_acronym(&self, i: usize) -> bool {
        if !matches!(self.case(i), Case::Upper | Case::Dotted) {
            return false;
        }
        let form = self.doc.form(i);
        if form.len() > 10 {
            return false;
        }
        let h = form.chars().filter(|c| c.is_alphabetic()).fold(text(""), |h, c| mix(h, c as u64));
        self.acronyms.contains_key(&h)
    }

    /// The stretches of a sentence that may hold names.
    #[must_use]
    pub fn stretches(&self, sentence: usize) -> Vec<Stretch> {
        let Some(s) = self.doc.sentences.get(sentence) else { return Vec::new() };
        let (first, last) = (s.first as usize, s.last as usize);
        if self.modes.get(sentence).is_some_and(|&m| m != Mode::Plain) {
            return vec![(first, last)];
        }
        let mut out: Vec<Stretch> = Vec::new();
        for i in first..last {
            if !self.case(i).capital() {
                continue;
            }
            let mut a = i;
            // A particle or a number right before: "von der Leyen", "2022 World Cup".
            while a > first && i - a < 2 && self.leads(a - 1) {
                a -= 1;
            }
            match out.last_mut() {
                Some((_, end)) if a <= *end + 3 => *end = i + 1,
                _ => out.push((a, i + 1)),
            }
        }
        for (_, end) in &mut out {
            // A number right behind: "Boeing 737".
            if *end < last && self.case(*end) == Case::Number {
                *end += 1;
            }
        }
        let mut before = first;
        for (a, end) in &mut out {
            *a = before.max(*a);
            before = *end;
        }
        out
    }

    fn leads(&self, i: usize) -> bool {
        match self.case(i) {
            Case::Number => true,
            Case::Lower => self.at(i).known.lists.any(Lists::PARTICLE) || self.doc.form(i).contains('-'),
            _ => false,
        }
    }

    /// Features of token `i` that join several words. `first` and `last` bound its sentence.
    pub fn joint(&self, i: usize, first: usize, last: usize, mode: Mode, out: &mut Vec<u64>) {
        let none = Facts::default();
        let at = |k: isize| {
            let j = i as isize + k;
            if j >= first as isize && j < last as isize { self.at(j as usize) } else { none }
        };
        let (a2, a, f, b, b2) = (at(-2), at(-1), at(0), at(1), at(2));
        let m = mode as u64;
        let written = |f: &Facts| f.case as u64;
        let class = |f: &Facts| u64::from(f.known.class);
        let opens = i == first || i == first + 1 && matches!(self.doc.tokens.get(first).map(|t| t.kind), Some(TokenKind::Quote));
        let common = u64::from(f.known.lists.any(Lists::COMMON));
        out.push(key(template::OPENING, mix(u64::from(opens) | common << 1 | m << 4, written(&f))));
        if opens {
            out.push(key(template::OPENING_WORD, f.lower));
            out.push(key(template::OPENING_TOPIC, mix(coarse(f.known), written(&b))));
        }
        out.push(key(template::WORD_PAIR_BEFORE, mix(a.lower, f.lower)));
        out.push(key(template::WORD_PAIR_AFTER, mix(f.lower, b.lower)));
        out.push(key(template::WORD_BEFORE_WRITTEN, mix(a.lower, mix(written(&f), m))));
        out.push(key(template::WORD_AFTER_WRITTEN, mix(b.lower, mix(written(&f), m))));
        out.push(key(template::CLASS_PAIR_BEFORE, mix(class(&a), class(&f))));
        out.push(key(template::CLASS_PAIR_AFTER, mix(class(&f), class(&b))));
        out.push(key(template::WORDS_AROUND, mix(a.lower, b.lower)));
        out.push(key(template::WORDS_BEFORE, mix(a2.lower, a.lower)));
        out.push(key(template::WORDS_AFTER, mix(b.lower, b2.lower)));
        out.push(key(template::WRITTEN_AROUND, mix(mix(written(&a), written(&f)), mix(written(&b), m))));
        out.push(key(template::TOPICS_AROUND, mix(mix(coarse(a.known), coarse(f.known)), coarse(b.known))));
        out.push(key(template::WORD_BEFORE_TOPIC, mix(coarse(f.known), a.lower)));
        out.push(key(template::WORD_AFTER_TOPIC, mix(coarse(f.known), b.lower)));
        out.push(key(
            template::WRITTEN_WINDOW,
            mix(written(&a2) | written(&a) << 4 | written(&f) << 8 | written(&b) << 12 | written(&b2) << 16, m),
        ));

        if let Some(&(lists, place)) = self.phrases.get(i).filter(|p| p.1 > 0) {
            for n in lists.numbers() {
                out.push(key(template::PHRASE, u64::from(n) << 4 | u64::from(place)));
            }
        }
        let sport = u64::from(self.sport.get(self.doc.sentence_of(i)).copied().unwrap_or_default());
        if sport > 0 && f.case.capital() {
            out.push(key(template::SPORT, mix(sport, written(&f))));
            out.push(key(template::SPORT_TOPIC, mix(sport, coarse(f.known))));
            out.push(key(template::SPORT_LISTS, mix(sport, u64::from(f.known.lists.0 & 0x7fff_ffff))));
            out.push(key(template::SPORT_WORD_BEFORE, mix(sport, a.lower)));
            out.push(key(template::SPORT_WORD_AFTER, mix(sport, b.lower)));
            out.push(key(template::SPORT_TOPICS_AROUND, mix(sport, mix(coarse(a.known), coarse(b.known)))));
        }
        if mode != Mode::Plain {
            return;
        }
        let &(from, to) = self.runs.get(i).unwrap_or(&(0, 0));
        let (from, to) = (from as usize, to as usize);
        if to > from {
            let (head, start) = (self.at(to - 1), self.at(from));
            let place = u64::from(i > from) | u64::from(i + 1 < to) << 1;
            let long = (to - from).min(5) as u64;
            out.push(key(template::RUN_PLACE, place | long << 2));
            out.push(key(template::RUN_HEAD_WORD, mix(head.lower, place)));
            out.push(key(template::RUN_HEAD_CLASS, mix(class(&head), place)));
            out.push(key(template::RUN_START_WORD, mix(start.lower, place)));
            out.push(key(template::RUN_START_CLASS, mix(class(&start), place)));
            out.push(key(template::RUN_ENDS_LISTS, mix(mix(u64::from(start.known.lists.0), u64::from(head.known.lists.0)), place)));
            for n in head.known.lists.numbers() {
                out.push(key(template::RUN_HEAD_LIST, mix(u64::from(n), place)));
            }
            for n in start.known.lists.numbers() {
                out.push(key(template::RUN_START_LIST, mix(u64::from(n), place)));
            }
            let left = if from > first { self.at(from - 1) } else { none };
            let right = if to < last { self.at(to) } else { none };
            let left2 = if from > first + 1 { self.at(from - 2) } else { none };
            let right2 = if to + 1 < last { self.at(to + 1) } else { none };
            out.push(key(template::RUN_WORD_BEFORE, mix(left.lower, place)));
            out.push(key(template::RUN_WORD_AFTER, mix(right.lower, place)));
            out.push(key(template::RUN_CLASS_BEFORE, mix(class(&left), place)));
            out.push(key(template::RUN_CLASS_AFTER, mix(class(&right), place)));
            out.push(key(template::RUN_WORDS_AROUND, mix(left.lower, right.lower)));
            out.push(key(template::RUN_WORDS_BEFORE, mix(left2.lower, left.lower)));
            out.push(key(template::RUN_WORDS_AFTER, mix(right.lower, right2.lower)));
            out.push(key(template::RUN_TOPICS_AROUND, mix(coarse(left.known), mix(coarse(right.known), long))));
        }
        if f.case.capital() {
            let form = self.doc.tokens.get(i).map_or(0, |t| t.form.0 as usize);
            let folded = self.folded.get(form).map_or(0, |&f| f as usize);
            let own = self.says(i, first, mode);
            let all = self.evidence.get(folded).copied().unwrap_or_default();
            let mut elsewhere = 0u64;
            for (n, (count, own)) in all.counts.iter().zip(own).enumerate() {
                if *count > u8::from(own) {
                    elsewhere |= 1 << n;
                    out.push(key(template::ELSEWHERE, (n as u64) << 4 | written(&f)));
                }
            }
            out.push(key(template::ELSEWHERE_ALL, mix(elsewhere, u64::from(opens))));
            if self.is_acronym(i) {
                out.push(key(template::ACRONYM, u64::from(f.known.lists.any(Lists::COUNTRY))));
            }
        }
    }
}
