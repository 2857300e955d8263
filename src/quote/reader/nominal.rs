//! Nouns that report: "his claim that", "a call for talks", "allegations of fraud".
//!
//! In: a unit. Out: drafts. The holder of the noun is the source; a noun of alleging may lack one.

use super::{Draft, Reader};
use crate::quote::extent::Extent;
use crate::quote::lexis::{CueEntry, Tables, Tag, Takes};
use crate::quote::syntax::{Subject, Unit};
use crate::quote::{Cue, SpeechAct};
use std::ops::Range;

impl Reader<'_, '_> {
    /// Nouns that report: "his claim that", "a warning that".
    pub(super) fn nominal(&mut self, number: usize, unit: Unit, trailing: &[usize]) {
        let syntax = self.syntax;
        let mut i = unit.first;
        while i < unit.end {
            if syntax.marks.opens(i).is_some() {
                i = syntax.step(i, unit.end);
                continue;
            }
            i = match self.reporting_noun(i, unit) {
                Some(entry) => self.noun(number, unit, i, entry, trailing).max(i + 1),
                None => i + 1,
            };
        }
    }

    /// The noun of saying at token `i`.
    fn reporting_noun(&self, i: usize, unit: Unit) -> Option<&'static CueEntry> {
        let syntax = self.syntax;
        let noun = syntax.tag(i) == Tag::Noun || i == unit.first && syntax.tag(i) == Tag::Name;
        syntax.word(i).nominal.filter(|_| noun).and_then(|n| Tables::get().nouns.get(usize::from(n)))
    }

    /// One noun of saying; returns where to read on.
    fn noun(&mut self, number: usize, unit: Unit, i: usize, entry: &'static CueEntry, trailing: &[usize]) -> usize {
        let syntax = self.syntax;
        let (that, agent) = self.agent(i, unit);
        let agent = agent.map(|range| Subject { range, antecedent: None });
        if let Some(start) = self.complement(entry, i, that, unit)
            && let Some(subject) = agent.clone().or_else(|| self.holder(i, unit))
        {
            let extent = if matches!(syntax.tag(start), Tag::To | Tag::Wh) { Extent::Verb } else { Extent::Phrase };
            let end = self.nominal_end(i, start, syntax.content_end(start, unit.end, trailing, extent), unit);
            let draft =
                Draft { content: vec![start..end], confidence: 60, reason: "a noun that reports, with what it tells", ..Draft::default() };
            self.push_noun(number, i, entry, Some(subject), draft);
            return that;
        }
        let alleges = matches!(entry.lemma, "claim" | "allegation" | "accusation" | "rumor" | "rumour");
        let bare = alleges && matches!(syntax.tag(i + 1), Tag::Pron | Tag::Det | Tag::Name) && syntax.clause_at(i + 1, unit.end);
        let clause = syntax.tag(that) == Tag::That && !syntax.tag(that + 1).finite() && syntax.clause_at(that + 1, unit.end);
        if !bare && !clause {
            return i + 1;
        }
        let subject = agent.or_else(|| self.holder(i, unit));
        // "amid allegations that": somebody alleges.
        if subject.is_none() && !((alleges || entry.lemma == "report") && syntax.word(i).plural) {
            return i + 1;
        }
        let start = if bare { i + 1 } else { that + 1 };
        let end = self.nominal_end(i, start, syntax.content_end(start, unit.end, trailing, Extent::Clause), unit);
        // "reiterated his belief that" says it.
        let mut v = i;
        while v > unit.first && matches!(syntax.tag(v - 1), Tag::Poss | Tag::Det | Tag::Noun | Tag::Adv) {
            v -= 1;
        }
        let voiced = v > unit.first && syntax.tag(v - 1).verb() && syntax.is_cue(v - 1);
        let stance = entry.frames.has(Takes::Belief) && !voiced;
        let draft =
            Draft { content: vec![start..end], stance, confidence: 66, reason: "a noun that reports, with its clause", ..Draft::default() };
        self.push_noun(number, i, entry, subject, draft);
        start
    }

    /// "claims made by Roe that", "a statement from the port that": who stands between the noun and its clause, and
    /// where the clause begins.
    fn agent(&self, noun: usize, unit: Unit) -> (usize, Option<Range<usize>>) {
        let syntax = self.syntax;
        let mut by = noun + 1;
        if matches!(syntax.tag(by), Tag::Part | Tag::Past) && matches!(syntax.lower(by + 1), "by" | "from") {
            by += 1;
        }
        if matches!(syntax.lower(by), "by" | "from") {
            let end = syntax.core_right(by + 1, unit.end);
            if end > by + 1 && syntax.tag(end) == Tag::That {
                return (end, Some(by + 1..end));
            }
        }
        // "The charge against Roe is that"
        let be = syntax.phrase_right(noun, unit.end);
        if syntax.tag(be) == Tag::Be && syntax.tag(be + 1) == Tag::That && be < noun + 8 {
            return (be + 1, None);
        }
        (by, None)
    }

    /// Takes down what the noun at `noun` reports, if anything.
    fn push_noun(&mut self, unit: usize, noun: usize, entry: &CueEntry, subject: Option<Subject>, draft: Draft) {
        if draft.content.iter().any(Range::is_empty) {
            return;
        }
        let source = subject.map(|s| self.speakers.source(self.syntax, &s));
        let cue = self.plain_cue(noun..noun + 1, entry.lemma, entry.act);
        self.push(Draft { cue: Some(Cue { hedged: source.is_none(), ..cue }), source, unit, order: noun, ..draft });
    }

    /// Where the words behind a reporting noun begin that tell what it reports: "claims of fraud", "promise to
    /// leave", "call for talks", "questions about whether".
    fn complement(&self, entry: &CueEntry, noun: usize, at: usize, unit: Unit) -> Option<usize> {
        let syntax = self.syntax;
        let next = at + 1;
        if entry.frames.has(Takes::Belief) || next >= unit.end {
            return None;
        }
        let start = match syntax.lower(at) {
            "of" if entry.frames.has(Takes::About) => next,
            "to" if entry.frames.has(Takes::Infinitive) && syntax.tag(next) == Tag::Base => at,
            // "a document request for Roe": for papers, not for him.
            "for" if entry.lemma == "request" && syntax.tag(next) == Tag::Name => return None,
            "for" if entry.frames.has(Takes::For) => next,
            "whether" if entry.act == SpeechAct::Asks => at,
            "about" | "over" | "on" if entry.act == SpeechAct::Asks && syntax.lower(next) == "whether" => next,
            _ => return None,
        };
        // "a number of complaints of noise": the noun must stand in a phrase of its own.
        (noun > unit.first
            && (syntax.tag(start).begins_phrase() || matches!(syntax.tag(start), Tag::To | Tag::Ing | Tag::Wh | Tag::Sub | Tag::Quote)))
        .then_some(start)
    }

    /// The end of the clause of a noun that is itself the subject: "his claim that it was safe [angered drivers]".
    pub(super) fn nominal_end(&self, noun: usize, start: usize, end: usize, unit: Unit) -> usize {
        let syntax = self.syntax;
        if syntax.speaks(unit.first, noun) {
            return end;
        }
        let fronted = matches!(syntax.tag(unit.first), Tag::Prep | Tag::Sub);
        // An infinitive or a noun phrase is complete before the first finite verb.
        let mut verbs = usize::from(!syntax.clause_at(start, end) || syntax.tag(start) == Tag::To);
        let mut i = start;
        while i < end {
            match syntax.tag(i) {
                Tag::Dash => {
                    i = (i + 1..end).find(|&k| syntax.tag(k) == Tag::Dash).map_or(end, |k| k + 1);
                    continue;
                }
                Tag::Comma if fronted && verbs > 0 => return i,
                Tag::Comma | Tag::Sub | Tag::That | Tag::Rel | Tag::Conj | Tag::Wh if verbs > 0 => verbs = 0,
                tag if tag.finite() && !syntax.tag(i - 1).finite() && syntax.before(i, start) != Tag::To => {
                    verbs += 1;
                    if verbs == 2 {
                        return i;
                    }
                }
                _ => {}
            }
            i = syntax.step(i, end);
        }
        end
    }

    /// Whom "his" means in "Roe says Poe must fulfil his promise": the subject right before, if it is a name.
    fn possessor(&self, poss: usize, unit: Unit) -> Subject {
        let named = |s: &Subject| s.range.clone().all(|k| self.syntax.tag(k) == Tag::Name);
        let antecedent = self.syntax.nearest_subject(poss, unit.first).filter(named).map(|s| s.range);
        Subject { range: poss..poss + 1, antecedent }
    }

    /// Whose claim: "Roe's claim", "his claim", "a claim by Roe", "issued a warning".
    pub(super) fn holder(&self, noun: usize, unit: Unit) -> Option<Subject> {
        let syntax = self.syntax;
        let mut i = noun;
        let modifies = |k: usize| match syntax.tag(k) {
            Tag::Noun | Tag::Name | Tag::Num => true,
            // "his repeated claim", but "the chief joined calls": a verb.
            Tag::Part | Tag::Past => !syntax.before(k, unit.first).ends_phrase(),
            _ => false,
        };
        while i > unit.first && modifies(i - 1) {
            i -= 1;
        }
        match syntax.before(i, unit.first) {
            Tag::Poss => Some(self.possessor(i - 1, unit)),
            Tag::Gen => syntax.phrase_left(i - 1, unit.first).map(|s| Subject { range: s..i - 1, antecedent: None }),
            // "police allegations", "Clinton campaign claims"
            _ if i < noun
                && (syntax.tag(noun - 1) == Tag::Name
                    || matches!(syntax.lower(noun - 1), "police" | "government" | "prosecution" | "campaign" | "defence" | "defense"))
                && syntax.word(noun).plural =>
            {
                Some(Subject { range: i..noun, antecedent: None })
            }
            _ => {
                // "Roe issued a warning that": the subject of a verb of making, right before the noun's phrase.
                let mut v = i;
                while v > unit.first && matches!(syntax.tag(v - 1), Tag::Det | Tag::Adv) {
                    v -= 1;
                }
                let made = v > unit.first
                    && matches!(
                        syntax.lower(v - 1),
                        "issued"
                            | "issues"
                            | "issuing"
                            | "made"
                            | "makes"
                            | "making"
                            | "gave"
                            | "gives"
                            | "giving"
                            | "repeated"
                            | "repeats"
                            | "repeating"
                            | "renewed"
                            | "released"
                            | "offered"
                            | "voiced"
                            | "expressed"
                            | "expressing"
                            | "reached"
                            | "sent"
                            | "raised"
                            | "raises"
                            | "raising"
                            | "reiterated"
                            | "leveled"
                            | "levelled"
                    );
                made.then(|| syntax.clause_subject(v - 1, unit.first).or_else(|| syntax.subject(v - 1, unit.first))).flatten()
            }
        }
    }
}
