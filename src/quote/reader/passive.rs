//! Passives that report: "is said to", "was accused by X of", "were described by X as".
//!
//! In: a passive cue with its subject. Out: a draft whose content is the subject and what is said of it; its source is
//! the agent, or nobody.

use super::{CueClause, Draft, Reader};
use crate::quote::cues::Hit;
use crate::quote::extent::Extent;
use crate::quote::lexis::{Tag, Takes};
use crate::quote::sorts::Sort;
use crate::quote::syntax::{Subject, Unit};
use std::ops::Range;

/// Verbs behind whose passive an infinitive tells: "is said to have left".
const TELLING: &[&str] = &["say", "report", "allege", "claim", "rumor", "understand", "believe", "think", "estimate", "deem"];

/// Who says it, where that is told, and the content: the subject, and what is said of it.
type Reported = (Option<Subject>, Vec<Range<usize>>);

impl Reader<'_, '_> {
    /// "X is said to have left", "three were reported missing", "was described by Roe as".
    pub(super) fn passive(&mut self, number: usize, unit: Unit, f: &CueClause, trailing: &[usize]) {
        let hit = &f.hit;
        let Some(subject) = &f.subject else { return };
        let takes = |t| hit.entry.frames.has(t);
        let lemma = hit.entry.lemma;
        let by = self.syntax.lower(hit.group.end) == "by";
        let reported = if let Some(end) = self.document_behind(hit, unit) {
            let stop = self.syntax.content_end(end + 1, unit.end, trailing, Extent::Verb);
            let source = Subject { range: hit.group.end + 1..end, antecedent: None };
            Some((Some(source), vec![subject.range.clone(), end + 1..stop]))
        } else if lemma == "accuse" && (by || self.syntax.lower(hit.group.end) == "of") {
            self.accused(hit, subject, unit, trailing)
        } else if takes(Takes::Accusation) && by {
            self.blamed(hit, subject, unit, trailing)
        } else if self.syntax.tag(hit.group.end) == Tag::To && TELLING.contains(&lemma) {
            let end = self.syntax.content_end(hit.group.end, unit.end, trailing, Extent::Verb);
            Some((None, vec![subject.range.clone(), hit.group.end..end]))
        } else if takes(Takes::Phrase) || takes(Takes::Description) || matches!(lemma, "claim" | "project") {
            self.by_agent(hit, subject, unit, trailing)
        } else {
            None
        };
        let Some((source, content)) = reported else { return };
        if content.iter().any(Range::is_empty) || self.syntax.tag(subject.range.start) == Tag::Rel && lemma != "accuse" {
            return;
        }
        let source = source.map(|s| self.speakers.source(self.syntax, &s));
        let mut cue = self.make_cue(hit);
        cue.hedged |= source.is_none();
        self.push(Draft {
            content,
            cue: Some(cue),
            source,
            unit: number,
            order: hit.verb,
            stance: takes(Takes::Belief),
            confidence: 60,
            reason: "a passive that reports",
            ..Draft::default()
        });
    }

    /// Where the document ends in "was described in a 1972 profile as".
    fn document_behind(&self, hit: &Hit, unit: Unit) -> Option<usize> {
        let syntax = self.syntax;
        if syntax.lower(hit.group.end) != "in" || !hit.entry.frames.has(Takes::Description) {
            return None;
        }
        let end = syntax.core_right(hit.group.end + 1, unit.end);
        (syntax.lower(end) == "as" && syntax.word(end - 1).sorts.has(Sort::Document)).then_some(end)
    }

    /// "was accused of lying", "was accused by Roe of lying", "a driver who was accused of".
    fn accused(&self, hit: &Hit, subject: &Subject, unit: Unit, trailing: &[usize]) -> Option<Reported> {
        let syntax = self.syntax;
        let after = hit.group.end;
        let by = syntax.lower(after) == "by";
        let end = if by { syntax.core_right(after + 1, unit.end) } else { after };
        if syntax.lower(end) != "of" {
            return None;
        }
        let relative = matches!(syntax.tag(subject.range.start), Tag::Rel | Tag::That);
        let stop = syntax.content_end(end + 1, unit.end, trailing, if relative { Extent::Phrase } else { Extent::Verb });
        let object = subject.antecedent.clone().filter(|_| relative).unwrap_or_else(|| subject.range.clone());
        // "weeks after a driver who was accused": the nearest phrase only.
        let inner = object.clone().rev().find(|&k| relative && matches!(syntax.tag(k), Tag::Prep | Tag::Sub));
        let object = inner.map_or(object.start, |k| k + 1)..object.end;
        // A long antecedent is more than the accused.
        if object.len() > 9 {
            return None;
        }
        let source = by.then(|| Subject { range: after + 1..end, antecedent: None });
        Some((source, vec![object, end + 1..stop]))
    }

    /// "were blamed by farmers for delays".
    fn blamed(&self, hit: &Hit, subject: &Subject, unit: Unit, trailing: &[usize]) -> Option<Reported> {
        let syntax = self.syntax;
        let agent = hit.group.end + 1;
        let end = self.source_right(agent, unit.end);
        let end = (agent + 1..end + 1).find(|&k| syntax.lower(k) == "for").unwrap_or(end);
        if syntax.lower(end) != "for" {
            return None;
        }
        let stop = syntax.content_end(end + 1, unit.end, trailing, Extent::Phrase);
        Some((Some(Subject { range: agent..end, antecedent: None }), vec![subject.range.clone(), end + 1..stop]))
    }

    /// "was announced by the ministry", "was described at the time by the Herald as".
    fn by_agent(&self, hit: &Hit, subject: &Subject, unit: Unit, trailing: &[usize]) -> Option<Reported> {
        let syntax = self.syntax;
        let after = hit.group.end;
        let adverbial = |k: usize| matches!(syntax.tag(k), Tag::Prep | Tag::Det | Tag::Noun | Tag::Adv | Tag::Time);
        let by = (after..unit.end.min(after + 6) + 1).find(|&k| syntax.lower(k) == "by" || !adverbial(k))?;
        if syntax.lower(by) != "by" {
            return None;
        }
        let end = self.source_right(by + 1, unit.end);
        if end <= by + 1 {
            return None;
        }
        let source = Some(Subject { range: by + 1..end, antecedent: None });
        if !hit.entry.frames.has(Takes::Description) {
            return Some((source, vec![subject.range.clone()]));
        }
        let stop = (syntax.lower(end) == "as").then(|| syntax.content_end(end + 1, unit.end, trailing, Extent::Verb))?;
        Some((source, vec![subject.range.clone(), end + 1..stop]))
    }
}
