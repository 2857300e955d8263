//! Passives that report: "is said to", "was accused by X of", "were described by X as".
//!
//! In: a passive cue with its subject. Out: a draft whose content is the subject and what is said of it; its source is
//! the agent, or nobody.

use super::*;
use crate::quote::sorts::Sort;

impl Reader<'_, '_> {
    /// "X is said to have left", "three were reported missing", "was described by Roe as".
    pub(super) fn passive(&mut self, number: usize, unit: Unit, f: &Frameable, trailing: &[usize]) {
        let syntax = self.syntax;
        let hit = &f.hit;
        let Some(subject) = &f.subject else { return };
        let after = hit.group.end;
        let frames = hit.entry.frames;
        let lemma = hit.entry.lemma;
        let telling =
            matches!(lemma, "say" | "report" | "allege" | "claim" | "rumor" | "understand" | "believe" | "think" | "estimate" | "deem");
        let stance = frames.has(Takes::Belief);
        // "described at the time by the Herald as": adverbials before the agent.
        let agent = {
            let mut k = after;
            while k < unit.end.min(after + 6)
                && syntax.lower(k) != "by"
                && matches!(syntax.tag(k), Tag::Prep | Tag::Det | Tag::Noun | Tag::Adv | Tag::Time)
            {
                k += 1;
            }
            if syntax.lower(k) == "by" { k } else { after }
        };
        let relative = matches!(syntax.tag(subject.range.start), Tag::Rel | Tag::That);
        // "was described in a 1972 profile as"
        let told_in = (syntax.lower(after) == "in")
            .then(|| syntax.core_right(after + 1, unit.end))
            .filter(|&end| frames.has(Takes::Description) && syntax.lower(end) == "as" && syntax.word(end - 1).sorts.has(Sort::Document));
        let (source, content) = if let Some(end) = told_in {
            let stop = syntax.content_end(end + 1, unit.end, trailing, Extent::Verb);
            (Some(Subject { range: after + 1..end, antecedent: None }), vec![subject.range.clone(), end + 1..stop])
        } else if lemma == "accuse" && matches!(syntax.lower(after), "of" | "by") {
            let by = syntax.lower(after) == "by";
            let end = if by { syntax.core_right(after + 1, unit.end) } else { after };
            if syntax.lower(end) != "of" {
                return;
            }
            let stop = syntax.content_end(end + 1, unit.end, trailing, if relative { Extent::Phrase } else { Extent::Verb });
            let object = if relative { subject.antecedent.clone().unwrap_or_else(|| subject.range.clone()) } else { subject.range.clone() };
            // "weeks after a driver who was accused": the nearest phrase only.
            let inner = object.clone().rev().find(|&k| relative && matches!(syntax.tag(k), Tag::Prep | Tag::Sub));
            let object = inner.map_or(object.start, |k| k + 1)..object.end;
            // A long antecedent is more than the accused.
            if object.len() > 9 {
                return;
            }
            let source = by.then(|| Subject { range: after + 1..end, antecedent: None });
            (source, vec![object, end + 1..stop])
        } else if frames.has(Takes::Accusation) && syntax.lower(after) == "by" {
            // "were blamed by farmers for delays"
            let end = self.source_right(after + 1, unit.end);
            let end = (after + 2..end + 1).find(|&k| syntax.lower(k) == "for").unwrap_or(end);
            if syntax.lower(end) != "for" {
                return;
            }
            let stop = syntax.content_end(end + 1, unit.end, trailing, Extent::Phrase);
            (Some(Subject { range: after + 1..end, antecedent: None }), vec![subject.range.clone(), end + 1..stop])
        } else if syntax.tag(after) == Tag::To && telling {
            let end = syntax.content_end(after, unit.end, trailing, Extent::Verb);
            (None, vec![subject.range.clone(), after..end])
        } else if syntax.lower(agent) == "by"
            && (frames.has(Takes::Phrase) || frames.has(Takes::Description) || matches!(lemma, "claim" | "project"))
        {
            let end = self.source_right(agent + 1, unit.end);
            if end <= agent + 1 {
                return;
            }
            let source = Some(Subject { range: agent + 1..end, antecedent: None });
            if frames.has(Takes::Description) {
                if syntax.lower(end) != "as" {
                    return;
                }
                let stop = syntax.content_end(end + 1, unit.end, trailing, Extent::Verb);
                (source, vec![subject.range.clone(), end + 1..stop])
            } else {
                (source, vec![subject.range.clone()])
            }
        } else {
            return;
        };
        if content.iter().any(Range::is_empty) || syntax.tag(subject.range.start) == Tag::Rel && lemma != "accuse" {
            return;
        }
        let source = source.map(|s| self.speakers.source(syntax, &s));
        let mut cue = self.make_cue(hit);
        cue.hedged |= source.is_none();
        self.push(Draft {
            content,
            cue: Some(cue),
            source,
            unit: number,
            order: hit.verb,
            stance,
            confidence: 60,
            reason: "a passive that reports",
            ..Draft::default()
        });
    }
}
