//! Sentences in quotation marks that no cue claims: whose words they are.
//!
//! In: a quotation and what stands around it. Out: a draft. A label, a verb beside the marks, the subject of the clause
//! or of the sentence before, or the last voice is the source, in this order; else nobody.

use super::{Draft, Reader};
use crate::quote::lexis::Tag;
use crate::quote::marks::Quotation;
use crate::quote::reach;
use crate::quote::syntax::{Subject, Syntax, Unit};
use crate::quote::{Source, SourceClass};

/// Nouns for what somebody says, which stand before a colon or "was".
const SAYINGS: &[&str] = &[
    "message",
    "answer",
    "reply",
    "response",
    "advice",
    "verdict",
    "pitch",
    "point",
    "words",
    "explanation",
    "tweet",
    "take",
    "motto",
    "mantra",
    "refrain",
    "retort",
    "lesson",
    "theory",
    "defense",
    "defence",
    "line",
    "slogan",
    "post",
    "joke",
    "quip",
    "rebuttal",
];

impl Reader<'_, '_> {
    /// A sentence in quotation marks without a cue.
    pub(super) fn orphan(&mut self, number: usize, unit: Unit, q: Quotation) {
        let syntax = self.syntax;
        if let Some(subject) = self.beside(unit, q) {
            let source = self.speakers.source(syntax, &subject);
            self.push_loose(number, q, Some(source), 70, "a quotation with somebody\u{2019}s deed beside it");
            return;
        }
        if let Some(subject) = self.named_before(number, unit, q).filter(|s| voiced(syntax, s)) {
            let subject = self.owner(subject);
            let source = self.speakers.source(syntax, &subject);
            self.push_loose(number, q, Some(source), 58, "a quotation after words about its speaker");
            return;
        }
        // "…," and words that were not understood: they say whose words these are, and it need be nobody named before.
        if syntax.doc.form(q.inner_end().saturating_sub(1)) == "," && q.closed && (q.end..unit.end).any(|k| syntax.tag(k).finite()) {
            self.push_loose(number, q, None, 40, "a quotation whose speaker is named in words that were not understood");
            return;
        }
        let voice = self.last_voice().filter(|d| syntax.units.get(d.unit).is_some_and(|u| u.block + 3 >= unit.block));
        let fresh = voice.is_some_and(|d| d.unit + 1 == number);
        let voice = voice.and_then(|d| d.source.clone());
        if !fresh && let Some(source) = self.introduced(number, unit, q) {
            self.push_loose(number, q, Some(source), 58, "a quotation after a sentence about its speaker");
            return;
        }
        // "Here is the question: "...": a text.
        let opening =
            number.checked_sub(1).and_then(|n| syntax.units.get(n)).filter(|p| syntax.tag(p.end - 1) == Tag::Colon).unwrap_or(&unit);
        if voice.is_none() && matches!(syntax.lower(opening.first), "here" | "here's") {
            return;
        }
        let reason = if voice.is_some() { "a quotation that follows words of its speaker" } else { "a quotation without a stated speaker" };
        self.push_loose(number, q, voice.clone(), if voice.is_some() { 55 } else { 40 }, reason);
    }

    /// ""I'm with her," grinned Roe": whose deed follows a quotation that ends in a comma.
    fn beside(&self, unit: Unit, q: Quotation) -> Option<Subject> {
        let syntax = self.syntax;
        let inner = matches!(syntax.doc.form(q.inner_end().saturating_sub(1)), "," | "!" | "?") && q.end < unit.end;
        let outer = q.end < unit.end && syntax.tag(q.end) == Tag::Comma;
        if !q.closed || q.open != unit.first || !(inner || outer) {
            return None;
        }
        let at = q.end + usize::from(!inner);
        let (range, verb) = if matches!(syntax.tag(at), Tag::Past | Tag::S) {
            (at + 1..self.source_right(at + 1, unit.end), at)
        } else {
            let end = syntax.phrase_right(at, unit.end);
            (at..end, (end..unit.end).find(|&k| syntax.tag(k) != Tag::Adv)?)
        };
        let person = matches!(syntax.tag(range.start), Tag::Pron | Tag::Name | Tag::Det | Tag::Noun | Tag::Poss);
        (person && !range.is_empty() && syntax.tag(verb).finite()).then_some(Subject { range, antecedent: None })
    }

    /// Who a label, the clause before the marks or a sentence that ends in a colon names.
    fn named_before(&self, number: usize, unit: Unit, q: Quotation) -> Option<Subject> {
        let syntax = self.syntax;
        if let Some(label) = self.label(unit, q) {
            return Some(label);
        }
        if q.open > unit.first + 1 {
            // "Though others doubt it, "we will win."": the clause before is not about the speaker.
            let subordinate = syntax.tag(unit.first) == Tag::Sub && syntax.tag(q.open - 1) == Tag::Comma;
            return (!subordinate).then(|| syntax.clause_subject(q.open, unit.first)).flatten();
        }
        let previous = number.checked_sub(1).and_then(|n| syntax.units.get(n)).filter(|p| p.end == unit.first)?;
        let announced = q.open == unit.first && syntax.tag(previous.end - 1) == Tag::Colon;
        announced.then(|| self.main_subject(*previous)).flatten()
    }

    /// "Roe: "I said no."": a label.
    fn label(&self, unit: Unit, q: Quotation) -> Option<Subject> {
        let syntax = self.syntax;
        let colon = q.open.checked_sub(1).filter(|&k| k >= unit.first && syntax.tag(k) == Tag::Colon)?;
        let range = syntax.phrase_left(colon, unit.first)?..colon;
        let names = range.clone().filter(|&k| syntax.word(k).capital).count();
        let begins = matches!(syntax.before(range.start, unit.first), Tag::End | Tag::Quote | Tag::Stop | Tag::Colon);
        let short = range.len() < 6 || range.len() < 20 && 2 * names > range.len();
        (begins && short).then_some(Subject { range, antecedent: None })
    }

    /// "Roe's message was simple": Roe, where the noun is one of saying.
    fn owner(&self, subject: Subject) -> Subject {
        let syntax = self.syntax;
        let range = subject.range.clone();
        let says = |k: usize| SAYINGS.contains(&syntax.lower(k)) || syntax.word(k).nominal.is_some();
        let held = match (range.start..range.end).find(|&k| syntax.tag(k) == Tag::Gen) {
            Some(gen_) if (gen_..range.end).any(says) => range.start..gen_,
            None if syntax.tag(range.start) == Tag::Poss && range.clone().any(says) => range.start..range.start + 1,
            _ => return subject,
        };
        Subject { range: held, antecedent: None }
    }

    /// The last statement with a source, of nested ones the outermost voice that is no document.
    fn last_voice(&self) -> Option<&Draft> {
        let said = |d: &&Draft| d.source.is_some() && d.told() && (d.cue.is_some() || d.confidence > 52);
        let last = self.drafts.iter().rev().take(reach::RECENT).find(said)?.unit;
        let size = |d: &&Draft| {
            let paper = d.source.as_ref().is_some_and(|s| s.class == SourceClass::Document);
            (!paper, d.content.iter().map(ExactSizeIterator::len).sum::<usize>())
        };
        self.drafts.iter().rev().take_while(|d| d.unit >= last).filter(|d| d.unit == last).filter(said).max_by_key(size)
    }

    /// Whom the sentence before tells of: its subject, in another paragraph only a person.
    fn introduced(&mut self, number: usize, unit: Unit, q: Quotation) -> Option<Source> {
        let syntax = self.syntax;
        if q.open > unit.first + 1 {
            return None;
        }
        let previous = number.checked_sub(1).and_then(|n| syntax.units.get(n)).copied().filter(|p| p.end == unit.first)?;
        let subject = self.main_subject(previous).filter(|s| voiced(syntax, s))?;
        let source = self.speakers.source(syntax, &subject);
        let person = matches!(source.class, SourceClass::NamedPerson | SourceClass::Spokesperson);
        (previous.block == unit.block || person && previous.block + 1 == unit.block).then_some(source)
    }
}

/// Whether a subject is more than a pointing or relative word.
fn voiced(syntax: &Syntax<'_>, subject: &Subject) -> bool {
    subject.range.len() > 1 || !matches!(syntax.tag(subject.range.start), Tag::Rel | Tag::That | Tag::Det)
}
