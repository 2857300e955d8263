//! Light syntax: noun phrases, subjects and clause boundaries around a verb.
//!
//! In: a document with its tags and quotations. Out: token ranges. Every walk is bounded by the unit that it
//! stands in and by a fixed number of tokens, so that the work stays linear in the length of the text.

use super::lexis::{Tables, Tag, Word};
use super::marks::{self, Marks};
use super::tags;
use crate::date::TimeExpression;
use crate::entity::{MentionForm, Names};
use crate::text::{BlockKind, Document, TokenKind};
use std::ops::Range;

/// How far a walk looks, in tokens.
const REACH: usize = 80;

/// The longest unit in steps: a sentence of news has some 25 words.
const LONGEST: usize = 250;

/// Offices that stand before a name and its comma.
const ROLES: &[&str] = &[
    "minister",
    "president",
    "leader",
    "chairman",
    "chairwoman",
    "chair",
    "chief",
    "director",
    "mayor",
    "governor",
    "senator",
    "secretary",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "head",
    "founder",
    "owner",
    "manager",
    "coach",
    "captain",
    "professor",
    "author",
    "lawyer",
    "attorney",
    "ambassador",
    "commissioner",
    "officer",
    "executive",
    "candidate",
    "nominee",
    "strategist",
    "adviser",
    "advisor",
    "editor",
];

/// What the rules read: the document, its tags, quotations and units.
pub(super) struct Syntax<'a> {
    pub(super) doc: &'a Document,
    pub(super) names: &'a Names,
    pub(super) words: Vec<Word>,
    pub(super) tags: Vec<Tag>,
    pub(super) marks: Marks,
    /// For every token the number of the date it belongs to, plus one.
    dated: Vec<u32>,
    /// Sentences, joined where a quotation runs over their ends.
    pub(super) units: Vec<Unit>,
}

/// A sentence as the rules see it: what a quotation ties together stays together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    /// Its first token that is no dateline.
    pub(super) first: usize,
    /// Just past its last token.
    pub(super) end: usize,
    /// Number of its block.
    pub(super) block: usize,
}

/// The subject of a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subject {
    /// The noun phrase or pronoun.
    pub(super) range: Range<usize>,
    /// What a relative pronoun stands for.
    pub(super) antecedent: Option<Range<usize>>,
}

impl<'a> Syntax<'a> {
    pub(super) fn new(doc: &'a Document, names: &'a Names, dates: &[TimeExpression]) -> Self {
        let words = Tables::get().words(&doc.lexicon);
        let mut named = vec![false; doc.tokens.len()];
        for mention in names.mentions.iter().filter(|m| m.form == MentionForm::Name) {
            if let Some(slots) = named.get_mut(doc.tokens_in(mention.span)) {
                slots.fill(true);
            }
        }
        let mut tags = tags::read(doc, &words, &named);
        let marks = marks::read(doc);
        for i in 1..tags.len() {
            // "officials' demands": a mark that is in no quotation and hangs on a word shows possession.
            let hangs = doc.form(i) == "'"
                && doc.tokens.get(i).is_some_and(|t| !t.spaced)
                && doc.tokens.get(i - 1).is_some_and(|t| t.kind == TokenKind::Word);
            if hangs
                && marks.closes(i).is_none()
                && marks.opens(i).is_none()
                && let Some(tag) = tags.get_mut(i)
            {
                *tag = Tag::Gen;
            }
        }
        let mut dated = vec![0u32; doc.tokens.len()];
        for (number, date) in dates.iter().enumerate() {
            if let Some(slots) = dated.get_mut(doc.tokens_in(date.span)) {
                slots.fill(number as u32 + 1);
            }
        }
        let units = units(doc, &marks);
        Self { doc, names, words, tags, marks, dated, units }
    }

    pub(super) fn tag(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or(Tag::End)
    }

    /// Whether token `i` is a form of a verb of saying, with its particle where it needs one.
    pub(super) fn is_cue(&self, i: usize) -> bool {
        self.word(i).cue.is_some_and(|cue| Tables::get().entries(cue).any(|(_, e)| e.particle.is_none_or(|p| self.lower(i + 1) == p)))
    }

    /// The tag just before token `i`, or [`Tag::End`] at `lo`.
    pub(super) fn before(&self, i: usize, lo: usize) -> Tag {
        if i <= lo { Tag::End } else { self.tag(i - 1) }
    }

    pub(super) fn lower(&self, i: usize) -> &str {
        self.doc.lower(i)
    }

    pub(super) fn word(&self, i: usize) -> Word {
        self.doc.tokens.get(i).and_then(|t| self.words.get(t.form.0 as usize)).copied().unwrap_or_default()
    }

    /// The number of the date that token `i` belongs to.
    pub(super) fn date(&self, i: usize) -> Option<u32> {
        self.dated.get(i).and_then(|n| n.checked_sub(1))
    }

    /// Whether token `i` tells a time: a weekday, a month with its day, "yesterday", or part of a date found.
    pub(super) fn is_time(&self, i: usize) -> bool {
        self.tag(i) == Tag::Time && self.lower(i) != "sat" || self.date(i).is_some()
    }

    /// One step to the right over a quotation or bracket, or one token.
    pub(super) fn step(&self, i: usize, hi: usize) -> usize {
        if let Some(q) = self.marks.opens(i) {
            return q.end.min(hi).max(i + 1);
        }
        if self.tag(i) == Tag::Open {
            for j in i + 1..hi.min(i + 40) {
                if self.tag(j) == Tag::Close {
                    return j + 1;
                }
            }
        }
        i + 1
    }

    // ---------------------------------------------------------------- noun phrases

    /// One phrase without what hangs behind its head: determiner, then nouns and names.
    pub(super) fn core_right(&self, start: usize, hi: usize) -> usize {
        let mut i = start;
        match self.tag(i) {
            Tag::Pron | Tag::Object | Tag::PronAux | Tag::Rel => return i + 1,
            Tag::Det | Tag::Poss | Tag::That => {
                i += 1;
                while i < hi && matches!(self.tag(i), Tag::Det | Tag::Adv | Tag::Poss) {
                    i += 1;
                }
            }
            Tag::Time if self.tag(i + 1) == Tag::Gen => i += 2,
            _ => {}
        }
        let first = i;
        while i < hi {
            let ago = i > start
                && matches!(self.lower(i), "last" | "next" | "earlier")
                && (self.is_time(i + 1) || matches!(self.lower(i + 1), "week" | "month" | "year" | "night"));
            match self.tag(i) {
                _ if ago => break,
                Tag::Noun | Tag::Name | Tag::Num => i += 1,
                Tag::Gen if i > start => i += 1,
                // "former and current officials", "senior but unnamed".
                Tag::Mark if matches!(self.lower(i), "&" | "/" | "#" | "@" | "-") => i += 1,
                Tag::Open if i > first && self.step(i, hi) > i + 1 && self.step(i, hi) - i < 8 => i = self.step(i, hi),
                Tag::Quote => match self.marks.opens(i) {
                    Some(q) if q.closed && q.end - q.open < 8 && i > start && !self.speaks(q.inner_first(), q.inner_end()) => i = q.end,
                    _ => break,
                },
                _ => break,
            }
        }
        i
    }

    /// A phrase with its prepositional and participial tail: "two officials briefed on the talks in Oslo".
    pub(super) fn phrase_right(&self, start: usize, hi: usize) -> usize {
        let hi = hi.min(start + REACH);
        let mut end = self.core_right(start, hi);
        if end == start
            || matches!(self.tag(start), Tag::Pron | Tag::Object | Tag::PronAux)
                && !matches!(self.lower(start), "one" | "some" | "many" | "several" | "those" | "most" | "all" | "both")
        {
            return end;
        }
        loop {
            let next = match self.tag(end) {
                // "agencies such as the bureau"
                Tag::Det if self.lower(end) == "such" && self.lower(end + 1) == "as" => self.core_right(end + 2, hi),
                Tag::Prep | Tag::To
                    if self.lower(end) != "as"
                        && (!self.is_time(end + 1) || self.tag(end + 1) == Tag::Noun)
                        && !(matches!(self.lower(end), "about" | "over" | "around") && self.tag(end + 1) == Tag::Num) =>
                {
                    self.core_right(end + 1, hi)
                }
                Tag::Part if matches!(self.tag(end + 1), Tag::Prep | Tag::To) => end + 1,
                Tag::Past if matches!(self.tag(end + 1), Tag::Prep) && self.word(end).verb & super::lexis::form::PART != 0 => end + 1,
                Tag::Ing if self.tag(end + 1).begins_phrase() => self.core_right(end + 1, hi),
                Tag::Ing if matches!(self.tag(end + 1), Tag::Prep) => end + 1,
                Tag::Conj
                    if self.lower(end) == "and"
                        && self.tag(end + 1).begins_phrase()
                        && !matches!(self.tag(end + 1), Tag::Pron | Tag::PronAux | Tag::That) =>
                {
                    self.core_right(end + 1, hi)
                }
                _ => return end,
            };
            if next <= end || next > hi || next == end + 1 && !matches!(self.tag(end), Tag::Part | Tag::Ing | Tag::Past) {
                return end;
            }
            end = next;
        }
    }

    /// Where the phrase that ends before `end` begins, with its prepositional and participial tail.
    pub(super) fn phrase_left(&self, end: usize, lo: usize) -> Option<usize> {
        let lo = lo.max(end.saturating_sub(REACH));
        if end <= lo || !self.tag(end - 1).ends_phrase() && !matches!(self.tag(end - 1), Tag::Close) && self.marks.closes(end - 1).is_none()
        {
            return None;
        }
        if matches!(self.tag(end - 1), Tag::Pron | Tag::Object | Tag::Rel | Tag::PronAux) {
            let start = end - 1;
            return Some(if start > lo && matches!(self.tag(start - 1), Tag::Det) { start - 1 } else { start });
        }
        let mut start = self.core_left(end, lo)?;
        for _ in 0..12 {
            let at = start;
            match self.before(at, lo) {
                Tag::Prep | Tag::To => {
                    let p = at - 1;
                    if p > lo
                        && (self.tag(p - 1).ends_phrase() || self.tag(p - 1) == Tag::Close)
                        && !matches!(self.tag(p - 1), Tag::Pron | Tag::Object)
                        || p > lo
                            && matches!(self.lower(p - 1), "some" | "many" | "one" | "several" | "most" | "all" | "both" | "those" | "few")
                    {
                        start = self.core_left(p, lo).unwrap_or(p);
                        if start == p {
                            return Some(at);
                        }
                    } else if let Some(s) = self.reduced_left(p, lo).or_else(|| self.relative_left(p, lo)) {
                        start = s;
                    } else {
                        break;
                    }
                }
                Tag::Ing => match self.reduced_left(at, lo) {
                    Some(s) => start = s,
                    None => break,
                },
                Tag::Past | Tag::S | Tag::Base | Tag::Part | Tag::Be | Tag::Have => match self.relative_left(at, lo) {
                    Some(s) => start = s,
                    None => break,
                },
                Tag::Conj if matches!(self.lower(at - 1), "and" | "or") => {
                    let Some(s) = self.core_left(at - 1, lo) else { break };
                    // Two subjects only where the first stands at the beginning of its clause.
                    let names = self.tag(at) == Tag::Name && self.tag(at - 2) == Tag::Name && self.before(s, lo) == Tag::Prep;
                    let modifiers = self.before(s, lo) == Tag::Prep
                        && self.tag(at - 2) == Tag::Noun
                        && !self.word(at - 2).plural
                        && self.word(end - 1).plural;
                    if names
                        || modifiers
                        || matches!(
                            self.before(s, lo),
                            Tag::End | Tag::That | Tag::Sub | Tag::Semi | Tag::Colon | Tag::Quote | Tag::Stop | Tag::Dash
                        )
                    {
                        start = s;
                    } else {
                        break;
                    }
                }
                _ => break,
            }
        }
        Some(start)
    }

    /// Start of the phrase without tail that ends before `end`.
    fn core_left(&self, end: usize, lo: usize) -> Option<usize> {
        let mut i = end;
        while i > lo {
            let j = i - 1;
            match self.tag(j) {
                Tag::Noun | Tag::Name | Tag::Num => {
                    if self.is_time(j) && i < end && self.tag(j) == Tag::Time {
                        break;
                    }
                    i = j;
                }
                Tag::Gen if i < end && j > lo => i = j,
                Tag::Mark if i < end && matches!(self.lower(j), "&" | "/" | "#" | "@" | "-") => i = j,
                Tag::Close => {
                    let Some(o) = (lo.max(j.saturating_sub(12))..j).rev().find(|&k| self.tag(k) == Tag::Open) else { break };
                    if o <= lo || !self.tag(o - 1).ends_phrase() {
                        break;
                    }
                    i = o;
                }
                Tag::Quote => match self.marks.closes(j) {
                    Some(q)
                        if q.end - q.open < 8
                            && q.open > lo
                            // "“careless,” Roe said": a comma inside ends what was said.
                            && !matches!(self.tag(q.inner_end().saturating_sub(1)), Tag::Comma | Tag::Stop)
                            && !self.speaks(q.inner_first(), q.inner_end())
                            && (i < end || matches!(self.tag(q.open - 1), Tag::Noun | Tag::Name | Tag::Det)) =>
                    {
                        i = q.open;
                    }
                    _ => break,
                },
                Tag::Adv if i < end && j > lo && matches!(self.tag(j - 1), Tag::Det | Tag::Poss) => i = j,
                Tag::Pron | Tag::Object if i == end => {
                    i = j;
                    break;
                }
                _ => break,
            }
        }
        if i == end {
            return None;
        }
        while i > lo && matches!(self.tag(i - 1), Tag::Det | Tag::Poss) {
            i -= 1;
        }
        // "that official": the determiner.
        Some(i)
    }

    /// "officials briefed [on the matter]": start of the phrase before a reduced relative clause whose tail begins at `at`.
    fn reduced_left(&self, at: usize, lo: usize) -> Option<usize> {
        let mut v = at;
        while v > lo && matches!(self.tag(v - 1), Tag::Adv | Tag::Not) {
            v -= 1;
        }
        if self.tag(at) == Tag::Ing {
            v = at + 1;
        }
        if v <= lo + 1 || !matches!(self.tag(v - 1), Tag::Past | Tag::Part | Tag::Ing) {
            return None;
        }
        let word = self.word(v - 1);
        if self.tag(v - 1) == Tag::Past && word.verb & super::lexis::form::PART == 0 {
            return self.relative_left(at, lo);
        }
        let noun = v - 1;
        if !matches!(self.tag(noun - 1), Tag::Noun | Tag::Name | Tag::Close) {
            return self.relative_left(at, lo);
        }
        self.core_left(noun, lo)
    }

    /// "a man who saw [it]": start of the phrase before a relative pronoun to the left of `at`.
    fn relative_left(&self, at: usize, lo: usize) -> Option<usize> {
        let lo = lo.max(at.saturating_sub(20));
        let mut i = at;
        while i > lo + 1 {
            i -= 1;
            match self.tag(i) {
                Tag::Rel if self.lower(i) != "whose" => {
                    let end = if self.tag(i - 1) == Tag::Comma { return None } else { i };
                    return self.core_left(end, lo);
                }
                Tag::That if matches!(self.tag(i - 1), Tag::Noun) && self.tag(i + 1).finite() => return self.core_left(i, lo),
                Tag::Comma | Tag::Semi | Tag::Colon | Tag::That | Tag::Sub | Tag::Dash | Tag::Stop | Tag::Wh => return None,
                _ => {}
            }
        }
        None
    }

    // ---------------------------------------------------------------- subjects

    /// The subject of the verb group that begins at `group`, to its left and not before `lo`.
    pub(super) fn subject(&self, group: usize, lo: usize) -> Option<Subject> {
        let mut end = group;
        // "Roe on Monday said", "the ministry in a statement said".
        for _ in 0..3 {
            let mut e = end;
            while e > lo && (self.is_time(e - 1) || self.tag(e - 1) == Tag::Adv) {
                e -= 1;
            }
            // "this week", "last month"
            if e > lo + 2
                && matches!(
                    self.lower(e - 1),
                    "week"
                        | "month"
                        | "year"
                        | "night"
                        | "morning"
                        | "afternoon"
                        | "evening"
                        | "fall"
                        | "summer"
                        | "spring"
                        | "winter"
                        | "weekend"
                )
                && matches!(self.lower(e - 2), "this" | "last" | "that" | "next" | "past")
            {
                e -= 2;
            }
            if e < end && e > lo && self.tag(e - 1) == Tag::Prep {
                e -= 1;
            }
            if e > lo + 2
                && matches!(
                    self.lower(e - 1),
                    "statement" | "interview" | "tweet" | "email" | "e-mail" | "speech" | "letter" | "post" | "release" | "report"
                )
            {
                let from = lo.max(e.saturating_sub(7));
                if let Some(p) = (from..e - 1).rev().find(|&k| self.tag(k) == Tag::Prep) {
                    let head = p > lo && self.tag(p - 1).ends_phrase() && self.lower(p) == "in";
                    if head
                        && (p + 1..e - 1)
                            .all(|k| matches!(self.tag(k), Tag::Det | Tag::Poss | Tag::Noun | Tag::Name | Tag::Gen | Tag::Part | Tag::Past))
                    {
                        e = p;
                    }
                }
            }
            if e == end {
                break;
            }
            end = e;
        }
        if end <= lo {
            return None;
        }
        let at = end - 1;
        match self.tag(at) {
            Tag::Rel => {
                let mut e = at;
                while e > lo && matches!(self.tag(e - 1), Tag::Comma | Tag::Prep | Tag::Dash) {
                    e -= 1;
                }
                let antecedent = self.phrase_left(e, lo).map(|s| s..e);
                Some(Subject { range: at..at + 1, antecedent })
            }
            Tag::That if at > lo && matches!(self.tag(at - 1), Tag::Noun | Tag::Name) => {
                Some(Subject { range: at..at + 1, antecedent: self.phrase_left(at, lo).map(|s| s..at) })
            }
            Tag::Comma | Tag::Dash | Tag::Close => self.over_interpolation(at, lo),
            Tag::PronAux => Some(Subject { range: at..at + 1, antecedent: None }),
            // "all of them", "two of us"
            Tag::Object
                if at > lo + 1 && self.lower(at - 1) == "of" && matches!(self.tag(at - 2), Tag::Pron | Tag::Num | Tag::Det | Tag::Noun) =>
            {
                Some(Subject { range: at - 2..end, antecedent: None })
            }
            // "figures to be published today"
            Tag::Part if at > lo + 2 && self.tag(at - 1) == Tag::Be && self.tag(at - 2) == Tag::To => {
                self.phrase_left(at - 2, lo).map(|s| Subject { range: self.trim(s, end), antecedent: None })
            }
            // "the aide who resigned told": the relative clause ends in its verb.
            Tag::Past | Tag::Part | Tag::Base | Tag::S | Tag::Object | Tag::Prep => {
                self.relative_left(end, lo).map(|s| Subject { range: s..end, antecedent: None })
            }
            _ => self.phrase_left(end, lo).map(|s| Subject { range: self.with_role(self.trim(s, end), lo), antecedent: None }),
        }
    }

    /// "Norway's prime minister, Ann Lee said": the role before the comma belongs to the name.
    fn with_role(&self, range: Range<usize>, lo: usize) -> Range<usize> {
        let named = range.len() > 1 && range.clone().all(|i| self.tag(i) == Tag::Name);
        if !named || range.start < lo + 2 || self.tag(range.start - 1) != Tag::Comma || !ROLES.contains(&self.lower(range.start - 2)) {
            return range;
        }
        match self.phrase_left(range.start - 1, lo) {
            Some(start) => start..range.end,
            None => range,
        }
    }

    /// Takes a fronted time or adverb off the left of a phrase: "Monday Roe said".
    fn trim(&self, start: usize, end: usize) -> Range<usize> {
        let mut s = start;
        while s + 1 < end
            && (self.tag(s) == Tag::Time
                || self.date(s).is_some()
                    && self.date(s) != self.date(end - 1)
                    && !matches!(self.lower(s), "former" | "current" | "recent" | "late" | "then"))
        {
            s += 1;
        }
        s..end
    }

    /// "Roe, who met them in Oslo, said": the phrase before what stands between commas, dashes or brackets up to `at`.
    fn over_interpolation(&self, at: usize, lo: usize) -> Option<Subject> {
        let lo = lo.max(at.saturating_sub(REACH));
        let mut right = at;
        let mut best: Option<Range<usize>> = None;
        let opener = match self.tag(at) {
            Tag::Close => Tag::Open,
            tag => tag,
        };
        for _ in 0..6 {
            let mut i = right;
            let mut found = None;
            while i > lo {
                i -= 1;
                if let Some(q) = self.marks.quotation(i).filter(|q| q.closed && q.open >= lo) {
                    // A quotation that speaks is no part of an apposition.
                    if q.end - q.open > 9 {
                        break;
                    }
                    i = q.open;
                    continue;
                }
                let tag = self.tag(i);
                if tag == opener {
                    found = Some(i);
                    break;
                }
                if matches!(tag, Tag::Semi | Tag::Colon) {
                    break;
                }
            }
            let Some(comma) = found else {
                // A comma that should not be there: "The firm, has said".
                if best.is_none() && opener == Tag::Comma && right == at {
                    let start = self.phrase_left(at, lo)?;
                    let clause = matches!(
                        self.before(start, lo),
                        Tag::End | Tag::That | Tag::Conj | Tag::Sub | Tag::Semi | Tag::Colon | Tag::Stop | Tag::Quote
                    );
                    return clause.then(|| Subject { range: self.trim(start, at), antecedent: None });
                }
                break;
            };
            right = comma;
            if comma <= lo {
                break;
            }
            let Some(start) = self.phrase_left(comma, lo) else { continue };
            let start = self.trim(start, comma).start;
            let range = start..comma;
            let edge = self.before(start, lo);
            let clause_start = matches!(
                edge,
                Tag::End
                    | Tag::That
                    | Tag::Sub
                    | Tag::Conj
                    | Tag::Colon
                    | Tag::Semi
                    | Tag::Dash
                    | Tag::Stop
                    | Tag::Quote
                    | Tag::Comma
                    | Tag::Wh
                    | Tag::Adv
            );
            if !clause_start {
                if best.is_none() {
                    best = Some(range);
                }
                continue;
            }
            // "Lee, curator and director of the museum, said": the second half of a role.
            if edge == Tag::Conj
                && self.tag(start) == Tag::Noun
                && start >= lo + 3
                && self.tag(start - 2) == Tag::Noun
                && matches!(self.tag(start - 3), Tag::Comma | Tag::Det | Tag::Noun)
            {
                best = best.or(Some(range));
                continue;
            }
            let apposed = edge == Tag::Comma && start >= lo + 2 && self.tag(start - 2).ends_phrase() && self.modest(&range);
            best = Some(range);
            if !apposed {
                break;
            }
        }
        let range = best?;
        // With the apposition right behind it where that is a role: "Roe, a spokesman for the port,".
        let tail_end = at;
        let inner = range.end + 1;
        let apposition = opener == Tag::Comma
            && inner < tail_end
            && (matches!(self.tag(inner), Tag::Det | Tag::Poss | Tag::Noun | Tag::Num | Tag::Name))
            && !(inner..tail_end).any(|k| self.tag(k).finite());
        let end = if apposition && tail_end - range.start <= 30 { tail_end } else { range.end };
        Some(Subject { range: range.start..end, antecedent: None })
    }

    /// A phrase that may stand in apposition: with an article, a party and state, an age, a place.
    fn modest(&self, range: &Range<usize>) -> bool {
        let first = self.tag(range.start);
        let short = range.len() <= 2 && matches!(first, Tag::Name | Tag::Num);
        let office = first == Tag::Name && range.clone().any(|i| self.tag(i) == Tag::Prep && matches!(self.lower(i), "of" | "for" | "at"));
        short || office || matches!(first, Tag::Det | Tag::Poss | Tag::Noun | Tag::Num)
    }

    /// The subject of the clause that a verb at `at` continues: "Roe met them and [said]", "Roe left, [saying]".
    pub(super) fn clause_subject(&self, at: usize, lo: usize) -> Option<Subject> {
        self.subject_of_clause(at, lo, false)
    }

    /// The subject of the nearest verb before `at`, in whatever clause.
    pub(super) fn nearest_subject(&self, at: usize, lo: usize) -> Option<Subject> {
        self.subject_of_clause(at, lo, true)
    }

    fn subject_of_clause(&self, at: usize, lo: usize, nearest: bool) -> Option<Subject> {
        let lo = lo.max(at.saturating_sub(REACH));
        let mut fallback = None;
        let mut i = at;
        while i > lo {
            i -= 1;
            if let Some(q) = self.marks.quotation(i).filter(|q| q.open >= lo) {
                i = q.open;
                continue;
            }
            if !self.tag(i).finite() || self.before(i, lo) == Tag::To {
                continue;
            }
            let mut group = i;
            while group > lo && matches!(self.tag(group - 1), Tag::Adv | Tag::Not | Tag::Be | Tag::Have | Tag::Do | Tag::Modal) {
                group -= 1;
            }
            i = group;
            if self.tag(i) == Tag::PronAux {
                return Some(Subject { range: i..i + 1, antecedent: None });
            }
            let Some(subject) = self.subject(group, lo) else { continue };
            if nearest {
                return Some(subject);
            }
            let outer = matches!(
                self.before(subject.range.start, lo),
                Tag::End
                    | Tag::Comma
                    | Tag::Conj
                    | Tag::Semi
                    | Tag::Quote
                    | Tag::Dash
                    | Tag::Colon
                    | Tag::Adv
                    | Tag::Time
                    | Tag::Noun
                    | Tag::Name
            );
            if outer && !matches!(self.tag(subject.range.start), Tag::Rel | Tag::That) {
                let embedded = self.before(subject.range.start, lo) == Tag::Comma && fallback.is_some();
                if !embedded {
                    return Some(subject);
                }
                fallback = Some(subject);
                continue;
            }
            fallback = fallback.or(Some(subject));
        }
        fallback
    }

    // ---------------------------------------------------------------- clauses

    /// Whether the tokens hold a verb that can carry a sentence.
    pub(super) fn speaks(&self, first: usize, end: usize) -> bool {
        (first..end.min(first + REACH)).any(|i| self.tag(i).finite())
    }

    /// Whether a clause without "that" begins at `start`: a phrase and soon a finite verb.
    pub(super) fn clause_at(&self, start: usize, hi: usize) -> bool {
        let mut i = start;
        // "while some had left, others had", "about two thirds had"
        if self.tag(i) == Tag::Sub && self.lower(i) != "so" && self.lower(i) != "than"
            || self.tag(i) == Tag::Prep && matches!(self.lower(i), "about" | "around" | "over") && self.tag(i + 1) == Tag::Num
        {
            i += 1;
        }
        for _ in 0..3 {
            while i < hi
                && matches!(self.tag(i), Tag::Adv | Tag::Time | Tag::Not)
                && self.tag(i + 1) != Tag::Gen
                && self.lower(i) != "there"
            {
                i += 1;
            }
            // "in 2015 the company had"
            if matches!(self.tag(i), Tag::Prep)
                && i < start + 12
                && !matches!(self.lower(i), "against" | "of" | "about" | "toward" | "towards")
            {
                i = self.core_right(i + 1, hi);
                if self.tag(i) == Tag::Comma {
                    i += 1;
                }
                continue;
            }
            break;
        }
        if self.tag(i) == Tag::PronAux {
            return true;
        }
        if self.tag(i) == Tag::Adv && self.lower(i) == "there" || self.lower(i) == "there" {
            return self.tag(i + 1).finite();
        }
        if !self.tag(i).begins_phrase() && !matches!(self.tag(i), Tag::Ing | Tag::Quote | Tag::Time) {
            return false;
        }
        let mut end = if self.tag(i) == Tag::Ing { self.phrase_right(i + 1, hi).max(i + 1) } else { self.phrase_right(i, hi) };
        if self.tag(i) == Tag::Quote {
            end = self.step(i, hi);
        }
        for _ in 0..4 {
            while end < hi && (matches!(self.tag(end), Tag::Adv | Tag::Not | Tag::Time) || self.date(end).is_some()) {
                end += 1;
            }
            if self.tag(end).finite() {
                return true;
            }
            match self.tag(end) {
                // An apposition or relative clause between.
                Tag::Comma | Tag::Dash => {
                    let mark = self.tag(end);
                    // "grains, such as oats, rye, and wheat, need": the mark that a verb follows.
                    if (end + 1..hi.min(end + 24)).any(|k| self.tag(k) == mark && self.tag(k + 1).finite() && self.marks.at(k).is_none()) {
                        return true;
                    }
                    let Some(close) = (end + 1..hi.min(end + 30)).find(|&k| self.tag(k) == mark) else { return false };
                    end = close + 1;
                }
                Tag::Rel => {
                    return (end + 1..hi.min(end + 25)).filter(|&k| self.tag(k).finite()).count() > 1;
                }
                Tag::Prep | Tag::Part | Tag::To | Tag::Conj | Tag::Past | Tag::Ing => {
                    // "growing demand and changing habits would"
                    let skip = usize::from(self.tag(end) == Tag::Conj && self.tag(end + 1) == Tag::Ing);
                    let next = self.phrase_right(end + 1 + skip, hi);
                    if next <= end + 1 + skip && !matches!(self.tag(end), Tag::Part | Tag::To) {
                        return false;
                    }
                    end = next.max(end + 1);
                }
                Tag::Open => end = self.step(end, hi),
                Tag::Gen => {
                    end = self.core_right(end + 1, hi);
                }
                // "it "would fail""
                Tag::Quote if self.tag(end + 1).finite() => return true,
                Tag::Quote => {
                    end = self.step(end, hi);
                    end = self.core_right(end, hi).max(end);
                }
                _ => return false,
            }
        }
        false
    }
}

/// Sentences, joined where a quotation runs over their ends, without their datelines.
fn units(doc: &Document, marks: &Marks) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::with_capacity(doc.sentences.len() + 1);
    let mut open: Option<Unit> = None;
    for s in &doc.sentences {
        let block = s.block as usize;
        if doc.blocks.get(block).is_some_and(|b| matches!(b.kind, BlockKind::DateLine | BlockKind::Byline | BlockKind::Furniture)) {
            continue;
        }
        let (first, end) = (s.first as usize, s.last as usize);
        let unit = match open.take() {
            Some(u) => Unit { first: u.first, end, block: u.block },
            None => Unit { first, end, block },
        };
        let inside = end > 0 && marks.at(end).is_some() && marks.at(end) == marks.at(end - 1);
        if inside {
            open = Some(unit);
        } else {
            units.push(unit);
        }
    }
    units.extend(open);
    let mut units: Vec<Unit> = units.into_iter().flat_map(|u| short(u, marks)).collect();
    let mut last = usize::MAX;
    for unit in &mut units {
        if unit.block != last {
            last = unit.block;
            unit.first = after_dateline(doc, *unit);
        }
    }
    units
}

/// Cuts a unit that is longer than any sentence, so that work on one unit stays bounded. What stands in
/// quotation marks does not count, since the rules step over it.
fn short(unit: Unit, marks: &Marks) -> Vec<Unit> {
    if unit.end - unit.first <= LONGEST {
        return vec![unit];
    }
    let (mut pieces, mut first, mut i, mut steps) = (Vec::new(), unit.first, unit.first, 0);
    while i < unit.end {
        i = marks.opens(i).map_or(i + 1, |q| q.end.max(i + 1)).min(unit.end);
        steps += 1;
        if steps == LONGEST || i == unit.end {
            pieces.push(Unit { first, end: i, block: unit.block });
            (first, steps) = (i, 0);
        }
    }
    pieces
}

/// The first token behind a dateline: "OSLO (Agency) -", "OSLO, May 3 —".
fn after_dateline(doc: &Document, unit: Unit) -> usize {
    if let Some(line) = &doc.header.dateline {
        let range = doc.tokens_in(line.span);
        if range.start >= unit.first && range.end < unit.end && range.start < unit.first + 3 {
            return range.end;
        }
    }
    for i in unit.first + 1..unit.end.min(unit.first + 14) {
        let dash = matches!(doc.form(i), "\u{2013}" | "\u{2014}" | "-" | "\u{2022}" | "--");
        if dash && doc.tokens.get(i).is_some_and(|t| t.spaced) {
            let shouted = doc.form(unit.first).chars().filter(|c| c.is_alphabetic()).count() > 1
                && doc.form(unit.first).chars().all(|c| !c.is_lowercase());
            let credited = doc.form(i - 1) == ")";
            return if shouted || credited || doc.form(i) == "\u{2022}" { i + 1 } else { unit.first };
        }
        if doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Quote) {
            break;
        }
    }
    unit.first
}
