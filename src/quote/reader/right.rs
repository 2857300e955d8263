//! A verb of saying with content on its right.
//!
//! In: a cue, its surroundings and the content that [`super::super::content`] found behind it. Out: drafts with their
//! source. What looks like a report and is none (acts, depictions, reduced clauses) is dropped here.

use super::{CueClause, Draft, Reader};
use crate::quote::content::{Frame, Right};
use crate::quote::cues::{Hit, VerbForm};
use crate::quote::extent::Extent;
use crate::quote::lexis::{Tag, Takes};
use crate::quote::reach;
use crate::quote::syntax::{Subject, Unit};
use crate::quote::{Source, StatementKind};
use std::ops::Range;

/// Verbs whose infinitive may tell that something was said.
const TOLD_BY_INFINITIVE: &[&str] = &[
    "say", "announce", "warn", "deny", "accuse", "argue", "claim", "urge", "call", "declare", "complain", "explain", "insist", "tell",
    "ask", "write", "tweet",
];

/// Whose words a cue gives.
struct Voice {
    subject: Option<Subject>,
    /// Whether the verb has no doer: "it was said that".
    passive: bool,
}

impl Frame {
    /// Why content so joined is a statement, in plain words.
    fn reason(self) -> &'static str {
        match self {
            Frame::That => "a clause with \u{201c}that\u{201d} after a verb of saying",
            Frame::Bare => "a clause after a verb of saying",
            Frame::Quotation => "a quotation after a verb of saying",
            Frame::Colon => "words after a colon",
            Frame::Question => "a question after a verb of asking or telling",
            Frame::Infinitive => "an infinitive after a verb of promising or urging",
            Frame::Phrase => "what the verb announces, claims or denies",
            Frame::Naming => "what the source calls it",
            Frame::Accusing => "what the source accuses of",
        }
    }

    /// How sure it is, in percent; `quotes`: some of the content stands in marks.
    fn confidence(self, quotes: bool) -> u8 {
        match self {
            Frame::Quotation => 92,
            Frame::That => 90,
            Frame::Bare => 82,
            Frame::Naming if quotes => 82,
            Frame::Question | Frame::Infinitive | Frame::Accusing => 72,
            Frame::Phrase | Frame::Naming | Frame::Colon => 62,
        }
    }
}

impl Reader<'_, '_> {
    pub(super) fn attribute_right(&mut self, number: usize, unit: Unit, f: &CueClause, right: Right, certain: bool, trailing: &[usize]) {
        let syntax = self.syntax;
        let hit = &f.hit;
        let stance = hit.entry.frames.has(Takes::Belief);
        let voice = match hit.form {
            VerbForm::Finite => self.finite_voice(number, unit, f, &right),
            VerbForm::Participle => self.participle_voice(number, unit, hit, &right),
            VerbForm::Infinitive => self.infinitive_voice(unit, hit, &right, certain),
            VerbForm::Passive => self.passive_voice(number, unit, f, &right, trailing),
            VerbForm::Reduced => self.reduced_voice(unit, f, &right),
        };
        let Some(Voice { subject, passive }) = voice else { return };
        if subject.is_none() && !passive && (!certain || hit.group.start == unit.first && (right.frame != Frame::Quotation || stance)) {
            return;
        }
        if self.overlong(&right) || self.shown(f) || self.reduced(f, unit) {
            return;
        }
        // "The move suggests that they fear it": the narrator's inference.
        let infers = hit.form == VerbForm::Finite && matches!(hit.entry.lemma, "show" | "suggest" | "imply" | "demonstrate");
        if infers && subject.as_ref().is_some_and(|s| self.speakers.is_thing(syntax, &s.range)) {
            return;
        }
        let right = self.subordinate(f, unit, right);
        let quotes = self.kind(std::slice::from_ref(&right.content)) == StatementKind::Mixed;
        let second = self.second_clause(&right, unit, trailing);
        let content = self.contents(f, unit, &right);
        // The outlet that quotes conveys it; whom the source cites told it.
        let conveyor = if hit.form == VerbForm::Participle { self.conveyor(hit, unit) } else { None };
        let cited = self.cited(content.last().map_or(right.content.end, |r| r.end), unit);
        let via: Vec<Source> = conveyor.into_iter().chain(cited).map(|s| self.speakers.source(syntax, &s)).collect();
        let source = subject.map(|s| self.speakers.source(syntax, &s));
        let from = f.subject.as_ref().map_or(hit.group.start, |s| s.range.end.min(hit.group.start));
        let draft = Draft {
            content,
            cue: Some(self.make_cue(hit)),
            source,
            addressee: right.addressee,
            via,
            when: self.when(from, right.content.start),
            stance: stance && right.frame != Frame::Quotation,
            unit: number,
            order: hit.verb,
            confidence: right.frame.confidence(quotes),
            reason: right.frame.reason(),
            ..Draft::default()
        };
        let second = second.map(|clause| Draft { content: vec![clause], ..draft.clone() });
        self.push(draft);
        if let Some(draft) = second {
            self.push(draft);
        }
    }

    /// The voice of a finite verb; `None` where nothing is said.
    fn finite_voice(&self, number: usize, unit: Unit, f: &CueClause, right: &Right) -> Option<Voice> {
        let syntax = self.syntax;
        let hit = &f.hit;
        // "the loan agreed last August, worth 60 million,": a participle of the noun before it.
        let mut after = hit.group.end;
        while after < unit.end && syntax.date(after).is_some() {
            after += 1;
        }
        let dated = after > hit.group.end && syntax.tag(after) == Tag::Comma;
        if right.frame == Frame::Bare && dated && !matches!(hit.entry.lemma, "say" | "tell" | "add") {
            return None;
        }
        let mut subject = f.subject.clone().or_else(|| self.coordinated(number, hit, unit));
        // "when asked whether": the question, put by somebody.
        let put = hit.group.len() == 1 && hit.entry.lemma == "ask" && right.frame == Frame::Question;
        if put && f.subject.is_none() && syntax.before(hit.group.start, unit.first) == Tag::Sub {
            subject = None;
        }
        let passive = put && subject.is_none();
        Some(Voice { subject, passive })
    }

    /// The voice of a participle ("..., saying"); `None` where it is an act or nobody's.
    fn participle_voice(&mut self, number: usize, unit: Unit, hit: &Hit, right: &Right) -> Option<Voice> {
        let syntax = self.syntax;
        let at = hit.group.start;
        let before = syntax.before(at, unit.first);
        let hangs = matches!(before, Tag::Noun | Tag::Name);
        // "finding the source is hard", "threatening to sink it", "signs a contract, agreeing to work": acts.
        let found = hit.entry.frames.has(Takes::Documents) && !matches!(right.frame, Frame::That | Frame::Quotation);
        if found && !hangs || matches!(hit.entry.lemma, "threaten" | "agree") && right.frame == Frame::Infinitive {
            return None;
        }
        let subject = if at > unit.first && syntax.lower(at - 1) == "as" {
            // "was quoted as saying"
            self.quoted_voice(hit, unit).or_else(|| syntax.clause_subject(at, unit.first))
        } else if matches!(before, Tag::Prep | Tag::Sub) && !matches!(syntax.lower(at - 1), "by" | "in" | "without" | "while") {
            None
        } else if self.written_to(at, unit) {
            self.coordinated(number, hit, unit)
        } else if hangs {
            // "a statement saying", "with officials saying".
            let start = syntax.accompanying(at, unit.first).or_else(|| syntax.phrase_left(at, unit.first));
            start.map(|s| Subject { range: s..at, antecedent: None })
        } else if at == unit.first {
            if !matches!(right.frame, Frame::That | Frame::Naming | Frame::Infinitive | Frame::Quotation) {
                return None;
            }
            // "Terming it painful, he asked them to leave": whose participle it is stands behind the comma.
            let end = self.fronted_end(right, unit);
            end.and_then(|first| self.main_subject(Unit { first, ..unit }))
        } else {
            self.coordinated(number, hit, unit)
        };
        // "This was an attempt by saying": nobody.
        let points = |s: &Subject| s.range.len() == 1 && matches!(syntax.lower(s.range.start), "this" | "that");
        subject.filter(|s| !points(s)).map(|s| Voice { subject: Some(s), passive: false })
    }

    /// The voice of an infinitive ("called to say"); `None` where nothing has been said yet.
    fn infinitive_voice(&self, unit: Unit, hit: &Hit, right: &Right, certain: bool) -> Option<Voice> {
        let syntax = self.syntax;
        let at = hit.group.start;
        // "the next step is to explain it"
        if !TOLD_BY_INFINITIVE.contains(&hit.entry.lemma)
            || hit.entry.frames.has(Takes::Belief)
            || at > unit.first + 1 && syntax.tag(at - 2) == Tag::Be
        {
            return None;
        }
        // "to say" after "expected", "likely", "able", "want" has not been said.
        let hoped = matches!(syntax.before(at - 1, unit.first), Tag::Noun | Tag::Adv);
        if right.frame != Frame::Quotation && hoped && !certain || right.frame == Frame::Phrase {
            return None;
        }
        let subject = syntax.clause_subject(at, unit.first)?;
        Some(Voice { subject: Some(subject), passive: false })
    }

    /// The voice of a passive, which is nobody's; `None` where nobody says it or [`Self::passive`] has read it.
    fn passive_voice(&mut self, number: usize, unit: Unit, f: &CueClause, right: &Right, trailing: &[usize]) -> Option<Voice> {
        // "it is determined that"
        if matches!(f.hit.entry.lemma, "determine" | "decide" | "know" | "convince" | "persuade" | "learn") {
            return None;
        }
        if !matches!(right.frame, Frame::That | Frame::Quotation | Frame::Bare | Frame::Question) {
            self.passive(number, unit, f, trailing);
            return None;
        }
        Some(Voice { subject: None, passive: true })
    }

    /// The voice of a reduced clause: "Asked whether she would run, Roe said", "..., called "the gift"".
    fn reduced_voice(&self, unit: Unit, f: &CueClause, right: &Right) -> Option<Voice> {
        let before = self.syntax.before(f.hit.group.start, unit.first);
        let asked = f.hit.entry.lemma == "ask" && right.frame == Frame::Question && matches!(before, Tag::End | Tag::Sub);
        let quoted = right.frame == Frame::Quotation && before == Tag::Comma;
        (asked || quoted).then(|| Voice { subject: f.subject.clone(), passive: asked })
    }

    /// "said X, and that Y": the same cue, a second statement.
    fn second_clause(&self, right: &Right, unit: Unit, trailing: &[usize]) -> Option<Range<usize>> {
        let syntax = self.syntax;
        let end = right.content.end;
        let joined = syntax.tag(end) == Tag::Comma && matches!(syntax.lower(end + 1), "and" | "or" | "but");
        if !joined || syntax.tag(end + 2) != Tag::That || !matches!(right.frame, Frame::That | Frame::Bare) {
            return None;
        }
        let from = if syntax.tag(end + 3).finite() { end + 2 } else { end + 3 };
        Some(from..syntax.content_end(from, unit.end, trailing, Extent::Clause)).filter(|r| !r.is_empty())
    }

    /// The content with the pieces that belong to it.
    fn contents(&self, f: &CueClause, unit: Unit, right: &Right) -> Vec<Range<usize>> {
        let syntax = self.syntax;
        let mut content = vec![right.content.clone()];
        // "which the court ruled to be void": the pronoun is what it ruled on.
        if let Some(start) = f.subject.as_ref().map(|s| s.range.start).filter(|&s| s > unit.first)
            && right.frame == Frame::Infinitive
            && syntax.tag(start - 1) == Tag::Rel
            && syntax.lower(right.content.start + 1) == "be"
        {
            content.insert(0, start - 1..start);
        }
        let end = right.content.end;
        let quotation = |at: usize| syntax.marks.opens(at).map(|q| at..q.end.min(unit.end));
        if syntax.tag(end) == Tag::Colon && right.frame != Frame::Phrase {
            content.extend(quotation(end + 1));
        } else if right.frame == Frame::Quotation && matches!(syntax.tag(end), Tag::Comma | Tag::Conj | Tag::Stop) {
            // "A" and "B".
            content.extend(quotation(end + if syntax.tag(end) == Tag::Comma && syntax.tag(end + 1) == Tag::Conj { 2 } else { 1 }));
        }
        content
    }

    /// "The Herald quoted Roe as saying": the object of the verb of quoting speaks.
    fn quoted_voice(&self, hit: &Hit, unit: Unit) -> Option<Subject> {
        let syntax = self.syntax;
        let end = hit.group.start.checked_sub(1)?;
        let verb = (unit.first.max(end.saturating_sub(16))..end)
            .rev()
            .find(|&k| matches!(syntax.lower(k), "quoted" | "quotes" | "quote" | "quoting" | "cited" | "cites" | "citing"))?;
        let active = !matches!(syntax.before(verb, unit.first), Tag::Be | Tag::Have)
            || syntax.before(verb, unit.first) == Tag::Have && syntax.lower(verb - 1) != "been";
        (active && verb + 1 < end).then(|| Subject { range: verb + 1..end, antecedent: None })
    }

    /// "The Herald quoted Roe as saying": the subject of the verb of quoting passes it on.
    fn conveyor(&self, hit: &Hit, unit: Unit) -> Option<Subject> {
        let object = self.quoted_voice(hit, unit)?;
        self.syntax.clause_subject(object.range.start, unit.first)
    }

    /// "..., citing two officials": from whom the source has it, at the token `at` or behind its comma.
    pub(super) fn cited(&self, at: usize, unit: Unit) -> Option<Subject> {
        let syntax = self.syntax;
        let at = at + usize::from(syntax.tag(at) == Tag::Comma);
        if at >= unit.end || !matches!(syntax.lower(at), "citing" | "quoting") {
            return None;
        }
        let end = self.source_right(at + 1, unit.end);
        (end > at + 1).then(|| Subject { range: at + 1..end, antecedent: None })
    }

    /// "This showed", "which revealed": an event that shows, not a voice.
    pub(super) fn shown(&self, f: &CueClause) -> bool {
        // "It showed how hard it is"
        let question = f.hit.entry.frames.has(Takes::Documents) && self.syntax.tag(f.hit.group.end) == Tag::Wh;
        if question && f.subject.as_ref().is_some_and(|s| s.range.len() == 1 && self.syntax.lower(s.range.start) == "it") {
            return true;
        }
        (f.hit.entry.frames.has(Takes::Documents) || matches!(f.hit.entry.lemma, "reveal" | "mean"))
            && f.subject
                .as_ref()
                .is_some_and(|s| s.range.len() == 1 && matches!(self.syntax.lower(s.range.start), "this" | "that" | "which"))
    }

    /// "In the second case reported in the state, ...": a participle in a fronted phrase.
    pub(super) fn reduced(&self, f: &CueClause, unit: Unit) -> bool {
        let syntax = self.syntax;
        let Some(s) = &f.subject else { return false };
        let fronted = syntax.before(s.range.start, unit.first) == Tag::Prep && syntax.before(s.range.start - 1, unit.first) == Tag::End;
        fronted && f.hit.group.len() == 1 && matches!(syntax.tag(f.hit.group.end), Tag::Prep)
    }

    /// "wrote to the embassy in Oslo [asking]": a participle of the one who writes, not of the addressee before it.
    fn written_to(&self, participle: usize, unit: Unit) -> bool {
        let syntax = self.syntax;
        let to = (unit.first + 1..participle).rev().take(reach::REMARK).find(|&k| syntax.lower(k) == "to");
        to.is_some_and(|k| {
            let speaks = matches!(syntax.lower(k - 1), "wrote" | "writes" | "spoke" | "appealed" | "turned");
            speaks && (k + 1..participle).all(|j| !syntax.tag(j).finite() && syntax.tag(j) != Tag::Comma)
        })
    }

    /// Whether token `at` stands in the subordinate clause that a sentence begins with.
    fn in_subordinate(&self, at: usize, unit: Unit) -> bool {
        let syntax = self.syntax;
        if syntax.before(at, unit.first) == Tag::Sub && matches!(syntax.before(at - 1, unit.first), Tag::End | Tag::That) {
            return true;
        }
        let first = unit.first + usize::from(syntax.tag(unit.first) == Tag::Conj);
        syntax.tag(first) == Tag::Sub && !(first..at).any(|k| syntax.tag(k) == Tag::Comma && syntax.clause_at(k + 1, unit.end))
    }

    /// Where the main clause begins behind a fronted phrase that holds `right`.
    fn fronted_end(&self, right: &Right, unit: Unit) -> Option<usize> {
        let syntax = self.syntax;
        let comma = |k: usize| syntax.tag(k) == Tag::Comma || syntax.tag(k) == Tag::Quote && syntax.tag(k - 1) == Tag::Comma;
        let mut i = right.content.start;
        while i < unit.end.min(right.content.start + reach::FRONT) {
            let next = syntax.step(i, unit.end);
            if comma(next - 1) && syntax.clause_at(next, unit.end) {
                return Some(next);
            }
            i = next;
        }
        None
    }

    /// "As Roe says the mill will close, others warn": content inside a subordinate clause ends with it.
    pub(super) fn subordinate(&self, f: &CueClause, unit: Unit, right: Right) -> Right {
        let syntax = self.syntax;
        if f.subject.is_none() && f.hit.entry.lemma == "ask" && right.frame == Frame::Question {
            let end = (right.content.clone()).find(|&i| syntax.tag(i) == Tag::Comma && syntax.clause_at(i + 1, unit.end));
            return Right { content: right.content.start..end.unwrap_or(right.content.end), ..right };
        }
        if f.hit.form == VerbForm::Participle && f.hit.group.start == unit.first {
            let end = self.fronted_end(&right, unit).map_or(right.content.end, |first| first - 1);
            return Right { content: right.content.start..end.min(right.content.end), ..right };
        }
        let start = f.subject.as_ref().map_or(f.hit.group.start, |s| s.range.start);
        // "Roe, who argued he was ill, spoke": the main clause goes on behind the comma.
        if syntax.tag(start) == Tag::Rel && right.frame != Frame::Quotation {
            let mut i = right.content.start;
            let apposed = syntax.before(start, unit.first) == Tag::Comma;
            while i < right.content.end {
                if apposed
                    && syntax.tag(i) == Tag::Comma
                    && (syntax.tag(i + 1).finite() || syntax.tag(i + 1) == Tag::Adv && syntax.tag(i + 2).finite())
                {
                    return Right { content: right.content.start..i, ..right };
                }
                // "who named himself as a cousin told reporters"
                if !apposed
                    && right.frame == Frame::Naming
                    && i > right.content.start
                    && syntax.is_cue(i)
                    && matches!(syntax.tag(i), Tag::Past | Tag::S)
                {
                    return Right { content: right.content.start..i, ..right };
                }
                i = syntax.step(i, right.content.end);
            }
        }
        if right.frame == Frame::Quotation || !self.in_subordinate(start, unit) {
            return right;
        }
        let mut i = right.content.start;
        while i < right.content.end {
            if syntax.tag(i) == Tag::Comma && syntax.clause_at(i + 1, right.content.end) {
                return Right { content: right.content.start..i, ..right };
            }
            i = syntax.step(i, right.content.end);
        }
        right
    }

    /// A content without an end: longer than any sentence.
    pub(super) fn overlong(&self, right: &Right) -> bool {
        right.frame != Frame::Quotation && right.content.len() > 400
    }

    /// The source of a cue that shares its subject with an earlier verb: "said X and added Y", "left, saying".
    pub(super) fn coordinated(&self, number: usize, hit: &Hit, unit: Unit) -> Option<Subject> {
        let previous =
            self.drafts.iter().rev().take_while(|d| d.unit == number).filter(|d| d.cue.is_some() && d.order < hit.verb).find_map(|d| {
                let nested = d.content.iter().any(|r| r.start <= hit.verb && hit.verb < r.end) && hit.form == VerbForm::Finite;
                d.source.as_ref().filter(|_| !nested || d.content.len() == 1)
            });
        // "It was found that they had left, saying": nobody's "it".
        let own = self.syntax.clause_subject(hit.group.start, unit.first).filter(|o| {
            let end = o.range.end;
            !(self.syntax.lower(o.range.start) == "it" && self.syntax.tag(end) == Tag::Be && self.syntax.is_cue(end + 1))
        });
        match previous {
            Some(source) => {
                let range = self.syntax.doc.tokens_in(source.span);
                // A subject nearer than the last source speaks for itself, unless it stands in that source's content.
                let inside = own.as_ref().is_some_and(|o| {
                    self.drafts
                        .iter()
                        .rev()
                        .take_while(|d| d.unit == number)
                        .any(|d| d.content.iter().any(|r| r.start <= o.range.start && o.range.end <= r.end))
                });
                match own {
                    Some(o) if o.range.start > range.start && !inside => Some(o),
                    _ => Some(Subject { range, antecedent: None }),
                }
            }
            None => own,
        }
    }
}
