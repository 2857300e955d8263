//! What a cue reports: the content, how it is joined to the cue, and how far names, accusations and
//! quotations reach. [`super::constructions`] tries them in order.

use super::cues::{Hit, VerbForm};
use super::extent::Extent;
use super::lexis::Tag;
use super::reach;
use super::syntax::Syntax;
use std::ops::Range;

/// How content is joined to its cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    That,
    Bare,
    Quotation,
    Colon,
    Question,
    Infinitive,
    Phrase,
    Naming,
    Accusing,
}

/// Content to the right of a cue.
#[derive(Debug, Clone)]
pub(super) struct Right {
    pub(super) content: Range<usize>,
    pub(super) frame: Frame,
    pub(super) addressee: Option<Range<usize>>,
}

impl Syntax<'_> {
    /// "called the plan "a gift"", "described the raid as clumsy".
    pub(super) fn naming(&self, hit: &Hit, start: usize, hi: usize, trailing: &[usize]) -> Option<Right> {
        if hit.form == VerbForm::Passive || hit.form == VerbForm::Reduced {
            return None;
        }
        let object = start;
        if !self.tag(object).begins_phrase() && self.tag(object) != Tag::Quote && self.tag(object) != Tag::Ing {
            return None;
        }
        let end = self.content_end(object, hi, trailing, Extent::Verb);
        if self.relays(hit, object..end) {
            return None;
        }
        let calls = matches!(hit.entry.lemma, "call" | "dub" | "label" | "brand" | "term" | "deem" | "declare" | "pronounce");
        let as_ = (object + 1..end.min(object + reach::CLAUSE)).find(|&k| self.lower(k) == "as" && self.marks.at(k).is_none());
        if let Some(k) = as_
            && !calls
            && !matches!(self.lower(k + 1), "well" | "soon" | "long" | "of" | "part")
        {
            return Some(Right { content: object..end, frame: Frame::Naming, addressee: None });
        }
        if !calls {
            return None;
        }
        if self.tag(object) == Tag::Quote {
            // "a plan called "Harbour""
            return None;
        }
        // What stands behind a preposition is no name for the object: "called them out "for the smell"".
        let quoted = (object..end).any(|k| {
            self.marks.opens(k).is_some_and(|q| q.closed && q.end <= end + 1)
                && self.tag(k - 1) != Tag::Prep
                && self.tag(k + 1) != Tag::Prep
        });
        let core = self.core_right(object, end);
        let pronoun = matches!(self.tag(object), Tag::Pron | Tag::Object)
            || self.tag(object) == Tag::Poss && self.lower(object) == "her"
            || self.tag(object) == Tag::Det && core == object + 1;
        let complement = match self.tag(core) {
            // "called the change particularly harmful"
            Tag::Adv if !pronoun && matches!(hit.entry.lemma, "call" | "deem" | "declare") => {
                self.lower(core).ends_with("ly") && matches!(self.tag(core + 1), Tag::Noun | Tag::Part) && !self.word(core + 1).plural
            }
            Tag::Det => !self.is_time(core + 1) && !matches!(self.lower(core), "this" | "that" | "every" | "each" | "several"),
            Tag::Noun | Tag::Adv | Tag::Part | Tag::Past | Tag::Name => {
                pronoun && !self.is_time(core) && !matches!(self.lower(core), "back" | "again" | "out" | "on" | "up" | "later")
            }
            _ => false,
        };
        (quoted || complement).then_some(Right { content: object..end, frame: Frame::Naming, addressee: None })
    }

    /// "accused the mayor of lying", "blamed them for the delay".
    pub(super) fn accusing(&self, hit: &Hit, start: usize, hi: usize, trailing: &[usize]) -> Option<Right> {
        if !self.tag(start).begins_phrase() || matches!(hit.form, VerbForm::Passive | VerbForm::Reduced) {
            return None;
        }
        let end = self.content_end(start, hi, trailing, Extent::Verb);
        let links: &[&str] = match hit.entry.lemma {
            "accuse" => &["of"],
            "blame" => &["for", "on"],
            _ => &["for"],
        };
        let at = (start + 1..end.min(start + reach::LINK)).find(|&k| links.contains(&self.lower(k)))?;
        let mild = !matches!(hit.entry.lemma, "accuse" | "blame" | "fault");
        if mild && self.tag(at + 1) != Tag::Ing {
            return None;
        }
        Some(Right { content: start..end, frame: Frame::Accusing, addressee: None })
    }

    /// Content that begins with the quotation at `open`: the quotation, or with the words that run on behind it.
    pub(super) fn quoted(&self, open: usize, hi: usize, trailing: &[usize]) -> Range<usize> {
        let Some(q) = self.marks.opens(open) else { return open..open };
        let end = q.end.min(hi);
        let stopped = q.closed && matches!(self.tag(q.inner_end().saturating_sub(1)), Tag::Stop | Tag::Comma);
        let runs_on = matches!(
            self.tag(end),
            Tag::Noun
                | Tag::Name
                | Tag::To
                | Tag::Be
                | Tag::Have
                | Tag::Do
                | Tag::Modal
                | Tag::Past
                | Tag::S
                | Tag::Base
                | Tag::Part
                | Tag::Prep
                | Tag::Conj
        );
        // "said "nobody" would win": words go on; "said "nobody will win" in Oslo": they do not.
        let sentence = self.speaks(q.inner_first(), q.inner_end()) && q.end - q.open > 4;
        if end < hi && !stopped && runs_on && !(sentence && matches!(self.tag(end), Tag::Prep | Tag::Conj | Tag::To)) {
            return open..self.content_end(open, hi, trailing, Extent::Clause);
        }
        open..end
    }
}
