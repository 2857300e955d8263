//! One verb of saying: refusals, and content on its left or in a gap ("what she called a mess").
//!
//! In: a cue with its surroundings. Out: drafts. Content on its right is handed on to `right`, passives to `passive`.

use super::{CueClause, Draft, Reader};
use crate::quote::content::{Frame, Right};
use crate::quote::cues::{Hit, VerbForm};
use crate::quote::extent::Extent;
use crate::quote::lexis::{Tag, Takes};
use crate::quote::syntax::{Subject, Unit};
use crate::quote::{Cue, Source, SpeechAct, StatementKind};
use std::ops::Range;

impl Reader<'_, '_> {
    pub(super) fn cue(&mut self, number: usize, unit: Unit, f: &CueClause, floor: &mut usize, trailing: &[usize]) {
        let syntax = self.syntax;
        let hit = &f.hit;
        if hit.refusal && self.withholds(hit, unit, trailing) {
            self.refusal(number, unit, f);
            return;
        }
        if self.unsaid(f, unit.first) {
            return;
        }
        let right = syntax.right(hit, unit, trailing).or_else(|| self.gap(f, unit, trailing));
        let framed = |frames: &[Frame]| right.as_ref().is_some_and(|r| frames.contains(&r.frame));
        let act = framed(&[Frame::Phrase, Frame::Naming, Frame::Question, Frame::Infinitive, Frame::Accusing]);
        if hit.hypothetical || hit.negated && act && hit.entry.act != SpeechAct::Denies {
            return;
        }
        let certain = framed(&[Frame::That, Frame::Quotation]);
        if let Some(content) = right.as_ref().and_then(|r| self.around(f, unit, *floor, r)) {
            self.attribute_left(number, unit, f, content, trailing);
            *floor = hit.group.end;
            return;
        }
        if let Some(right) = right.filter(|r| f.inverted.is_none() && !self.goes_left(f, unit, *floor, r)) {
            self.attribute_right(number, unit, f, right, certain, trailing);
            return;
        }
        if let Some(content) = self.left(f, unit, *floor) {
            self.attribute_left(number, unit, f, content, trailing);
            *floor = f.inverted.as_ref().map_or(hit.group.end, |r| r.end);
        } else if let Some(source) = &f.inverted {
            self.fronted(number, unit, hit, source.clone());
        } else if hit.form == VerbForm::Passive {
            self.passive(number, unit, f, trailing);
        } else if hit.entry.frames.has(Takes::Description) {
            self.gapped(number, unit, f, trailing);
        }
    }

    /// Whether a refusal tells nothing, as "did not say that it was safe" does.
    fn withholds(&self, hit: &Hit, unit: Unit, trailing: &[usize]) -> bool {
        let says = hit.negated && matches!(hit.entry.lemma, "say" | "reveal" | "specify" | "confirm" | "identify");
        let told = |r: &Right| matches!(r.frame, Frame::That | Frame::Bare | Frame::Quotation);
        !(says && self.syntax.right(hit, unit, trailing).is_some_and(|r| told(&r)))
    }

    /// "declined to comment": a statement without content.
    fn refusal(&mut self, number: usize, unit: Unit, f: &CueClause) {
        let Some(subject) = f.subject.clone().or_else(|| self.coordinated(number, &f.hit, unit)) else { return };
        let source = self.speakers.source(self.syntax, &subject);
        let cue = Cue { act: SpeechAct::Declines, negated: false, ..self.make_cue(&f.hit) };
        self.push(Draft {
            kind: Some(StatementKind::Refusal),
            cue: Some(cue),
            source: Some(source),
            unit: number,
            order: f.hit.verb,
            confidence: 80,
            reason: "the source declines to speak",
            ..Draft::default()
        });
    }

    /// Whether nothing has been said: behind "if", by the reader ("you say"), or by a verb that shares its auxiliary
    /// ("can send designs and suggest what").
    fn unsaid(&self, f: &CueClause, lo: usize) -> bool {
        let syntax = self.syntax;
        let hit = &f.hit;
        if let Some(subject) = &f.subject {
            let start = subject.range.start;
            let conditional = syntax.before(start, lo) == Tag::Sub && matches!(syntax.lower(start - 1), "if" | "unless" | "whether");
            let reader = subject.range.len() == 1 && matches!(syntax.lower(start), "you" | "you'll" | "you'd" | "you've");
            if conditional || reader {
                return true;
            }
        }
        if hit.group.start != hit.verb || syntax.tag(hit.verb) != Tag::Base || syntax.before(hit.verb, lo) != Tag::Conj {
            return false;
        }
        let mut before = (lo.max(hit.verb.saturating_sub(20))..hit.verb).rev();
        let first = before.find(|&k| syntax.tag(k).finite() && syntax.marks.at(k).is_none());
        first.is_some_and(|k| {
            let led = syntax.tag(k) == Tag::Base && k > lo && matches!(syntax.tag(k - 1), Tag::Modal | Tag::Adv | Tag::To);
            syntax.tag(k) == Tag::Modal || led
        })
    }

    /// Whether a cue that can trail its content has it on its left, though `right` would give some, too.
    fn goes_left(&self, f: &CueClause, unit: Unit, floor: usize, right: &Right) -> bool {
        let syntax = self.syntax;
        if f.trails.is_none() {
            return false;
        }
        if matches!(right.frame, Frame::Phrase | Frame::Infinitive) && self.closes_clause(f, unit) {
            return true;
        }
        // ""A." Roe wrote that "B".": the first quotation is over.
        let second = right.frame == Frame::Quotation
            && (syntax.tag(f.hit.group.end) == Tag::That || syntax.tag(right.content.start - 1) == Tag::Colon);
        let over = second && f.trails == Some(unit.first) && unit.first > 1 && matches!(syntax.doc.form(unit.first - 2), "." | "...");
        let quotation = |r: &Range<usize>| syntax.marks.closes(r.end - 1).is_some();
        right.frame != Frame::That && !over && self.left(f, unit, floor).is_some_and(|l| l.last().is_some_and(quotation))
    }

    /// "Said Roe: ..." at the head of a sentence.
    fn fronted(&mut self, number: usize, unit: Unit, hit: &Hit, source: Range<usize>) {
        let syntax = self.syntax;
        let after = syntax.adjuncts(hit, source.end, unit.end).end;
        let at = if matches!(syntax.tag(after), Tag::Comma | Tag::Colon) { after + 1 } else { after };
        let Some(q) = syntax.marks.opens(at) else { return };
        let source = self.speakers.source(syntax, &Subject { range: source, antecedent: None });
        self.push(Draft {
            content: vec![at..q.end.min(unit.end)],
            cue: Some(self.make_cue(hit)),
            source: Some(source),
            unit: number,
            order: hit.verb,
            confidence: 85,
            reason: "a quotation behind a verb of saying",
            ..Draft::default()
        });
    }

    /// "The right to return, she says, "is a basic one"": a subject before the attribution, its verb in the marks behind.
    fn around(&self, f: &CueClause, unit: Unit, floor: usize, right: &Right) -> Option<Vec<Range<usize>>> {
        let syntax = self.syntax;
        let verb = right.content.start + 1;
        let goes_on = right.frame == Frame::Quotation
            && matches!(syntax.tag(verb), Tag::Be | Tag::Have | Tag::Do | Tag::Modal | Tag::S)
            && syntax.tag(right.content.start - 1) == Tag::Comma;
        let left = self.left(f, unit, floor).filter(|_| goes_on)?;
        let [lead] = left.as_slice() else { return None };
        let bare =
            lead.start >= unit.first && !syntax.clause_at(lead.start, lead.end) && lead.clone().all(|k| syntax.marks.at(k).is_none());
        bare.then(|| vec![lead.clone(), right.content.clone()])
    }

    /// "rules that they say are weak", "what officials said was a mistake": a clause whose subject is the pronoun.
    fn gap(&self, f: &CueClause, unit: Unit, trailing: &[usize]) -> Option<Right> {
        let syntax = self.syntax;
        let subject = f.subject.as_ref().filter(|_| f.hit.form == VerbForm::Finite && f.trails.is_none())?;
        let frames = f.hit.entry.frames;
        let start = f.hit.group.end;
        let pronoun = syntax.before(subject.range.start, unit.first);
        let relative = matches!(pronoun, Tag::Rel | Tag::That) || pronoun == Tag::Wh && syntax.lower(subject.range.start - 1) == "what";
        if !relative
            || !frames.has(Takes::Quotation)
            || !frames.has(Takes::Bare)
            || matches!(f.hit.entry.lemma, "rule" | "decide")
            || !syntax.tag(start).finite()
        {
            return None;
        }
        let mut end = syntax.content_end(start, unit.end, trailing, Extent::Clause);
        // "that critics say weaken the law but that others defend"
        if let Some(k) = (start..end).find(|&k| syntax.tag(k) == Tag::Conj && matches!(syntax.tag(k + 1), Tag::That | Tag::Rel)) {
            end = k;
        }
        // "rules that farmers say are too strict begin in May"
        let end = self.nominal_end(subject.range.start, start + 1, end, unit).max(start + 1);
        Some(Right { content: start..end, frame: Frame::Bare, addressee: None })
    }

    /// "what she called "a mess"", "which the union calls absurd": the relative pronoun is what is named.
    pub(super) fn gapped(&mut self, number: usize, unit: Unit, f: &CueClause, trailing: &[usize]) {
        let syntax = self.syntax;
        let Some(subject) = f.subject.clone() else { return };
        let Some(pronoun) = subject.range.start.checked_sub(1).filter(|p| *p >= unit.first) else { return };
        let what = syntax.lower(pronoun) == "what";
        if !what && syntax.lower(pronoun) != "which" {
            return;
        }
        let start = syntax.adjuncts(&f.hit, f.hit.group.end, unit.end).end;
        let mut end = syntax.content_end(start, unit.end, trailing, Extent::Phrase);
        if let Some(q) = syntax.marks.opens(start) {
            end = q.end.min(unit.end);
        }
        if end <= start {
            return;
        }
        let content = if what { vec![start..end] } else { vec![pronoun..pronoun + 1, start..end] };
        let source = Some(self.speakers.source(syntax, &subject));
        self.push(Draft {
            content,
            cue: Some(self.make_cue(&f.hit)),
            source,
            stance: f.hit.entry.frames.has(Takes::Belief),
            unit: number,
            order: f.hit.verb,
            confidence: 66,
            reason: "what the source calls it",
            ..Draft::default()
        });
    }

    /// The quotation or clause that ends right before the attribution clause of `f`.
    pub(super) fn left(&self, f: &CueClause, unit: Unit, floor: usize) -> Option<Vec<Range<usize>>> {
        let syntax = self.syntax;
        let at = f.trails?;
        let frames = f.hit.entry.frames;
        if !(frames.has(Takes::Quotation) || frames.has(Takes::Bare) || frames.has(Takes::That))
            || matches!(f.hit.form, VerbForm::Passive | VerbForm::Reduced)
        {
            return None;
        }
        if at == unit.first {
            // The quotation is the end of the unit before, if no cue there has it.
            let q = syntax.marks.closes(unit.first.checked_sub(1)?)?;
            if syntax.marks.at(q.open).is_some_and(|n| self.used.get(n) == Some(&true)) {
                return None;
            }
            return Some(vec![q.open..q.end]);
        }
        let mut end = at;
        while end > floor && matches!(syntax.tag(end - 1), Tag::Comma | Tag::Dash) {
            end -= 1;
        }
        let quote = syntax.marks.closes(end.checked_sub(1)?).filter(|q| q.open >= floor);
        let core = frames.has(Takes::Quotation);
        if let Some(q) = quote {
            let mut start = syntax.content_start(q.open + 1, floor).min(q.open);
            // Words before the quotation that are no clause of their own stay out.
            let lead = start..q.open;
            let joined = !lead.is_empty()
                && !matches!(syntax.tag(q.open - 1), Tag::Comma | Tag::Colon | Tag::Stop | Tag::Quote)
                && (syntax.speaks(lead.start, lead.end) || q.end - q.open < 12 && syntax.tag(q.open - 1) != Tag::Dash);
            if !joined {
                start = q.open;
            }
            // Quotations in a row: "A." "B," he said.
            return core.then(|| vec![start..end]);
        }
        if !frames.has(Takes::Bare) {
            return None;
        }
        // "fighters which, the report said, nobody wants": the pronoun and what follows.
        let start = if syntax.tag(end - 1) == Tag::Rel { end - 1 } else { syntax.content_start(end, floor) };
        if start >= end || !syntax.speaks(start, end) && !self.continues(f, unit) {
            return None;
        }
        let bare = syntax.tag(start) == Tag::Ing && !syntax.speaks(start, end);
        let fronted = bare || matches!(syntax.tag(start), Tag::Sub | Tag::Ing) && !self.closes_clause(f, unit);
        let open_end = !self.closes_clause(f, unit) && !self.continues(f, unit);
        if fronted || open_end && (matches!(syntax.tag(start), Tag::Prep | Tag::Adv) || syntax.right(&f.hit, unit, &[]).is_some()) {
            return None;
        }
        Some(vec![start..end])
    }

    /// "We came early. We have waited since, Roe said.": a paragraph in the first person, printed without its marks, is
    /// said from its beginning on. Returns where it begins.
    fn unmarked(&self, number: usize, unit: Unit, content: &Range<usize>) -> Option<usize> {
        let syntax = self.syntax;
        let same = |n: &usize| syntax.units.get(*n).is_some_and(|u| u.block == unit.block);
        let first = (number.saturating_sub(12)..number).rev().take_while(same).last()?;
        let start = syntax.units.get(first)?.first;
        let last = syntax.units.get(number + 1).is_none_or(|u| u.block != unit.block);
        let told = self
            .drafts
            .iter()
            .rev()
            .take_while(|d| d.unit >= first)
            .any(|d| d.content.iter().any(|r| r.start < unit.first) || d.order < unit.first);
        let person = |k: usize| matches!(syntax.lower(k), "we" | "our" | "us" | "i" | "my" | "you" | "we've" | "we're" | "i'm" | "i've");
        let marked = (start..content.end).any(|k| syntax.marks.at(k).is_some());
        (last && !told && !marked && (start..unit.first).any(person)).then_some(start)
    }

    /// Whether a content is one quoted word.
    fn one_word(&self, content: &[Range<usize>]) -> bool {
        let words = |r: &Range<usize>| r.clone().filter(|&k| !matches!(self.syntax.tag(k), Tag::Quote | Tag::Comma)).count();
        matches!(content, [only] if words(only) == 1)
    }

    /// Whether the clause that the attribution interrupts goes on behind it.
    pub(super) fn continues(&self, f: &CueClause, unit: Unit) -> bool {
        let from = f.inverted.as_ref().map_or(f.hit.group.end, |r| r.end);
        let end = self.syntax.adjuncts(&f.hit, from, unit.end).end;
        self.syntax.tag(end) == Tag::Comma && end + 1 < unit.end
    }

    pub(super) fn attribute_left(&mut self, number: usize, unit: Unit, f: &CueClause, mut content: Vec<Range<usize>>, trailing: &[usize]) {
        let syntax = self.syntax;
        let hit = &f.hit;
        let from = f.inverted.as_ref().map_or(hit.group.end, |r| r.end);
        let adjuncts = syntax.adjuncts(hit, from, unit.end);
        let after = adjuncts.end;
        let complete = content.iter().any(|r| syntax.speaks(r.start, r.end) || syntax.marks.opens(r.start).is_some());
        let last_quoted = content.last().is_some_and(|r| syntax.marks.closes(r.end - 1).is_some());
        if matches!(syntax.tag(after), Tag::Comma | Tag::Colon | Tag::Dash | Tag::Stop) && after + 1 < unit.end {
            let next = after + 1;
            if let Some(q) = syntax.marks.opens(next).filter(|_| last_quoted) {
                content.push(next..q.end.min(unit.end));
            } else if let Some(q) =
                syntax.marks.opens(next + 1).filter(|_| last_quoted && matches!(syntax.tag(next), Tag::Conj | Tag::That))
            {
                content.push(next + 1..q.end.min(unit.end));
            } else if syntax.tag(after) == Tag::Comma && last_quoted && self.one_word(&content) && syntax.clause_at(next, unit.end) {
                // ""Horribly," she says, he found work"
                let end = syntax.content_end(next, unit.end, trailing, Extent::Clause);
                content.push(next..end);
            } else if syntax.tag(after) == Tag::Comma && !last_quoted {
                let resumes = syntax.tag(next).finite()
                    || syntax.tag(next) == Tag::Conj && syntax.tag(next + 1).finite() && !syntax.turns_at(next, unit.end);
                if !complete || resumes {
                    let end = syntax.content_end(next, unit.end, trailing, Extent::Clause);
                    if end > next {
                        content.push(next..end);
                    }
                }
            }
        }
        if !complete && content.len() == 1 {
            return;
        }
        if let [only] = content.as_mut_slice()
            && only.start == unit.first
            && let Some(start) = self.unmarked(number, unit, only)
        {
            only.start = start;
        }
        let subject = f.inverted.as_ref().map_or_else(|| f.subject.clone(), |r| Some(Subject { range: r.clone(), antecedent: None }));
        // "The ministry has left, it said": the body that the clause before is about.
        let subject = subject.map(|s| match self.main_subject(unit) {
            Some(main) if s.range.len() == 1 && syntax.lower(s.range.start) == "it" && self.speakers.is_body(syntax, &main.range) => {
                Subject { antecedent: s.antecedent.or(Some(main.range)), ..s }
            }
            _ => s,
        });
        let source = subject.map(|s| self.speakers.source(syntax, &s));
        let cue = self.make_cue(hit);
        let kind = self.kind(&content);
        let confidence = if kind == StatementKind::Indirect { 80 } else { 92 };
        let when = self.when(hit.group.start, after);
        let via: Vec<Source> = self.cited(after, unit).map(|s| self.speakers.source(syntax, &s)).into_iter().collect();
        self.push(Draft {
            kind: Some(kind),
            content,
            cue: Some(cue),
            source,
            addressee: adjuncts.addressee,
            via,
            when,
            stance: hit.entry.frames.has(Takes::Belief) && kind == StatementKind::Indirect,
            unit: number,
            order: hit.verb,
            confidence,
            reason: "the words stand before their attribution",
        });
    }
}
