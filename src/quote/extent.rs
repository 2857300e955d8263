//! How far content goes: where a clause, an infinitive or a noun phrase that was said ends, and where the narrator
//! or another voice takes over.
//!
//! In: the first token of a content, or its last. Out: the other edge.

use super::lexis::{Tables, Tag, Takes};
use super::reach;
use super::sorts::Sort;
use super::syntax::Syntax;

/// What kind of content an end is looked for, which tells how far it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// A clause with its own subject: it goes on over "but" and "while".
    Clause,
    /// An infinitive, or an object with its complement.
    Verb,
    /// A noun phrase, which ends soonest.
    Phrase,
}

/// What a narrator calls words that were just quoted.
const REMARKS: &[&str] = &["reference", "nod", "swipe", "jab", "line", "phrase", "term", "word"];

impl Syntax<'_> {
    /// Where content that begins at `start` ends.
    pub(super) fn content_end(&self, start: usize, hi: usize, trailing: &[usize], extent: Extent) -> usize {
        let phrase = extent == Extent::Phrase;
        let mut i = start;
        let mut list = false;
        while i < hi {
            // "that it was safe, while according to Roe it was not": the clause goes on over its source.
            let subordinated =
                i > start && (self.tag(i - 1) == Tag::Sub || self.tag(i - 1) == Tag::Comma && i > start + 1 && self.tag(i - 2) == Tag::Sub);
            if i > start && trailing.binary_search(&i).is_ok() && !subordinated {
                // The source of a cue that trails, or "according to".
                let comma = matches!(self.tag(i - 1), Tag::Comma | Tag::Dash);
                return if comma { i - 1 } else { i };
            }
            match self.tag(i) {
                // "two things: a road, closed since May; and a bridge"
                Tag::Semi if list && !phrase && self.tag(i + 1) == Tag::Conj && !self.clause_at(i + 2, hi) => {}
                Tag::Semi => return i,
                Tag::Colon if !phrase && i > start => {
                    if self.word(i + 1).capital && self.tag(i + 1) != Tag::Name && self.clause_at(i + 1, hi) {
                        return i;
                    }
                    list = true;
                }
                Tag::Stop if i > start && (i + 1 >= hi || self.tag(i + 1) != Tag::Close) => return i,
                Tag::Comma if i > start && self.tag(i - 1) != Tag::Sub && self.breaks_off(i, hi, extent) => return i,
                Tag::Dash if i > start => {
                    let close = (i + 1..hi).find(|&k| self.tag(k) == Tag::Dash);
                    match close {
                        Some(k) if !phrase => {
                            i = k + 1;
                            continue;
                        }
                        // "to raise awareness – telling towns where they live"
                        None if extent == Extent::Clause && trailing.is_empty() && self.tag(i + 1) == Tag::Ing && !self.is_cue(i + 1) => {}
                        // "by seven bullets — three to the back": a remark without a verb.
                        None if !phrase && trailing.is_empty() && hi - i < 16 && !self.speaks(i + 1, hi) && !self.tag(i + 1).verb() => {}
                        _ => return i,
                    }
                }
                // "that he opposed the change with an aide saying"
                Tag::Prep if i > start && self.lower(i) == "with" && self.voice_with(i + 1, hi) => return i,
                Tag::Colon if phrase => return i,
                // "apparently referring to the two families": the narrator.
                Tag::Adv if i > start && matches!(self.lower(i + 1), "referring" | "alluding") => return i,
                Tag::Conj if i > start && self.tag(i - 1) != Tag::Comma && self.turns(i, hi, phrase) => return i,
                Tag::Sub
                    if phrase
                        && i > start
                        && matches!(
                            self.lower(i),
                            "after" | "when" | "as" | "because" | "while" | "before" | "although" | "though" | "if"
                        ) =>
                {
                    return i;
                }
                // "agreed to hold a vote after observers refused to verify the first"
                Tag::Sub if extent == Extent::Verb && self.tag(start) == Tag::To && self.lower(i) == "after" => return i,
                _ => {}
            }
            if let Some(end) = self.ends_with_quotation(i, hi, extent) {
                return end;
            }
            i = self.step(i, hi);
        }
        hi
    }

    /// The end of the quotation at `i`, where content ends with it.
    fn ends_with_quotation(&self, i: usize, hi: usize, extent: Extent) -> Option<usize> {
        let end = self.marks.opens(i).filter(|q| q.closed && q.end < hi && q.end > i + 2)?.end;
        let comma = self.tag(end - 2) == Tag::Comma;
        // "called it "a joke" he had heard before"
        let goes_on = extent == Extent::Verb && self.tag(end) == Tag::Pron;
        // "said she "hates us," a charge she denied": the narrator names what was said.
        let named = |k: usize| self.word(k).nominal.is_some() || REMARKS.contains(&self.lower(k));
        let judged = || comma && self.tag(end) == Tag::Det && (end + 1..hi.min(end + 4)).any(named);
        // "called it "a joke," drawing laughter": the comma stands inside the marks.
        let breaks = || {
            let drawing = extent == Extent::Verb && self.tag(end) == Tag::Ing;
            comma && extent != Extent::Phrase && (self.breaks_off(end - 1, hi, extent) || drawing)
        };
        (goes_on || judged() || breaks()).then_some(end)
    }

    /// The end of the sentence that begins at `start`: what "according to" covers.
    pub(super) fn sentence_end(&self, start: usize, hi: usize, trailing: &[usize]) -> usize {
        let mut i = start;
        while i < hi {
            if i > start && trailing.binary_search(&i).is_ok() {
                return if matches!(self.tag(i - 1), Tag::Comma | Tag::Dash) { i - 1 } else { i };
            }
            if self.tag(i) == Tag::Semi || self.tag(i) == Tag::Stop && i > start {
                return i;
            }
            i = self.step(i, hi);
        }
        hi
    }

    /// Whether content ends at the comma `i`.
    pub(super) fn breaks_off(&self, i: usize, hi: usize, extent: Extent) -> bool {
        let phrase = extent == Extent::Phrase;
        let next = self.lower(i + 1);
        if phrase {
            if next == "as" && self.lower(i + 2) == "well" {
                return false;
            }
            // "X, Y and Z" goes on.
            let mut k = i + 1;
            while k < hi.min(i + reach::REMARK) && !matches!(self.tag(k), Tag::Comma | Tag::Stop | Tag::Semi) {
                if self.tag(k) == Tag::Conj && !self.tag(k + 1).finite() && self.tag(i + 1).begins_phrase() && !self.clause_at(i + 1, k) {
                    return false;
                }
                k += 1;
            }
            return true;
        }
        match self.tag(i + 1) {
            Tag::Ing => {
                self.is_cue(i + 1)
                    || matches!(next, "according" | "citing" | "prompting" | "referring" | "alluding" | "pointing" | "drawing" | "paving")
            }
            Tag::Past | Tag::Part => next == "based",
            Tag::Sub if matches!(next, "although" | "though" | "while" | "whereas") => {
                extent != Extent::Clause
                    || self.tag(i + 2) == Tag::Ing
                    || self.another_voice(i + 2, hi)
                    || self.tag(i + 2) == Tag::Pron && self.says_again(i + 2)
            }
            // ", as it rained" is still what was said; ", as the court found" is not.
            Tag::Sub => {
                let voice = self.phrase_right(i + 2, hi.min(i + reach::PHRASE));
                next == "as"
                    && self.clause_at(i + 2, hi)
                    && (extent != Extent::Clause
                        || self.is_cue(voice) && matches!(self.tag(voice), Tag::Past | Tag::S)
                        || matches!(self.tag(i + 2), Tag::Have | Tag::Do | Tag::Be))
            }
            // ", she said he would not": another voice.
            Tag::Pron => self.is_cue(i + 2) && matches!(self.tag(i + 2), Tag::Past | Tag::S) && self.clause_at(i + 3, hi),
            Tag::Adv => matches!(next, "however") || self.tag(i + 2) == Tag::Ing && self.word(i + 2).cue.is_some(),
            // "offered to call a vote, and then chose to resign"
            Tag::Conj if extent == Extent::Verb && self.lower(i + 2) == "then" && self.tag(i + 3) == Tag::Past => true,
            Tag::Conj => match next {
                "but" | "yet" => {
                    extent != Extent::Clause
                        || self.turns(i + 1, hi, phrase)
                        || self.tag(i + 2) == Tag::That
                        || matches!(self.tag(i + 2), Tag::To | Tag::Prep)
                        || self.tag(i + 2) == Tag::Pron && self.says_again(i + 2)
                }
                "and" | "or" => self.turns(i + 1, hi, phrase) || self.tag(i + 2) == Tag::That,
                _ => false,
            },
            Tag::Prep => {
                matches!(next, "despite")
                    || next == "with" && (i + 3..hi.min(i + 9)).any(|k| self.tag(k) == Tag::Ing && self.word(k).cue.is_some())
            }
            _ => false,
        }
    }

    /// Whether the narrator goes on at the conjunction `i`: "and added", "but it did not say".
    pub(super) fn turns(&self, i: usize, hi: usize, phrase: bool) -> bool {
        let mut k = i + 1;
        let mut pronoun = false;
        let but = self.lower(i) == "but";
        if self.tag(k) == Tag::Pron {
            pronoun = true;
            k += 1;
        }
        // "and on Monday said"
        let mut fronted = false;
        if !pronoun && self.tag(k) == Tag::Prep {
            let e = self.core_right(k + 1, hi);
            fronted = e > k + 1 && self.is_cue(e) && matches!(self.tag(e), Tag::Past | Tag::S);
            if fronted {
                k = e;
            }
        }
        while k < hi && matches!(self.tag(k), Tag::Adv | Tag::Be | Tag::Have | Tag::Do | Tag::Modal | Tag::Not) {
            k += 1;
        }
        let tag = self.tag(k);
        if phrase && self.tag(i + 1).finite() {
            return true;
        }
        // "and would not say", "but declined to comment": the narrator.
        let declines = (i + 1..k).any(|j| self.word(j).negates) && super::cues::withheld(self.lower(k));
        if declines && !pronoun && self.tag(i + 1).finite() || super::cues::refusing(self.lower(i + 1)) && self.tag(i + 2) == Tag::To {
            return true;
        }
        // "admitted he lied but then adding more"
        if but && (self.tag(i + 1) == Tag::Ing || self.tag(i + 1) == Tag::Adv && self.tag(i + 2) == Tag::Ing) {
            return true;
        }
        if self.another_voice(i + 1, hi) {
            return true;
        }
        if phrase && self.clause_at(i + 1, hi) {
            return true;
        }
        let finite = fronted || self.tag(i + 1).finite() || pronoun || self.tag(i + 1) == Tag::Adv;
        let cue = self.is_cue(k) && matches!(tag, Tag::Past | Tag::S | Tag::Base);
        // "would warn": still what was said.
        let modal = (i + 1..k).any(|j| self.tag(j) == Tag::Modal);
        // "began ... and continued": a cue only before a quotation.
        let weak = matches!(
            self.lower(k),
            "continued"
                | "continues"
                | "began"
                | "begins"
                | "started"
                | "starts"
                | "finished"
                | "responded"
                | "held"
                | "holds"
                | "directed"
        ) && !matches!(self.tag(k + 1), Tag::Quote | Tag::Colon | Tag::That)
            && self.marks.opens(k + 2).is_none();
        if finite && cue && !modal && !weak && (tag != Tag::Base || k > i + 1) {
            return !self.word(k).noun || tag == Tag::Past;
        }
        but && (matches!(self.lower(k), "declined" | "refused") || pronoun)
    }

    /// Whether a source of its own and its cue stand at `start`: "and officials said the", "and Roe calling it".
    pub(super) fn another_voice(&self, start: usize, hi: usize) -> bool {
        if !matches!(self.tag(start), Tag::Name | Tag::Noun | Tag::Det | Tag::Poss | Tag::Num) {
            return false;
        }
        let mut e = self.phrase_right(start, hi.min(start + reach::OPENING));
        while e < hi && self.tag(e) == Tag::Adv {
            e += 1;
        }
        let said = matches!(self.tag(e), Tag::Past | Tag::S) && self.speech(e);
        let next = e + 1;
        // "but polls show Roe leading"
        let finding = matches!(self.tag(e), Tag::Past | Tag::S | Tag::Base)
            && self.tag(e - 1) != Tag::Pron
            && self.word(e - 1).sorts.has(Sort::Poll)
            && self.is_cue(e);
        // "but his party disagreed"
        let denies = matches!(self.tag(e), Tag::Past | Tag::S)
            && self
                .word(e)
                .cue
                .is_some_and(|cue| Tables::get().entries(cue).any(|(_, c)| c.lemma == "disagree" || c.act == super::SpeechAct::Denies));
        finding
            || denies
            || said
                && (matches!(self.tag(next), Tag::That | Tag::Quote | Tag::PronAux)
                    || matches!(self.tag(next), Tag::Comma | Tag::Colon) && self.marks.opens(next + 1).is_some()
                    || self.clause_at(next, hi))
            || self.tag(e) == Tag::Ing && self.is_cue(e) && e > start
            || self.voice_with(start, hi)
    }

    /// Whether a phrase at `start` speaks in a participle: "Roe calling it", "officials saying".
    fn voice_with(&self, start: usize, hi: usize) -> bool {
        let end = self.core_right(start, hi);
        end > start && self.tag(end) == Tag::Ing && self.is_cue(end)
    }

    /// Whether a cue follows the pronoun `i`: "though she did say".
    pub(super) fn says_again(&self, i: usize) -> bool {
        let mut k = i + 1;
        while matches!(self.tag(k), Tag::Adv | Tag::Be | Tag::Have | Tag::Do | Tag::Not) {
            k += 1;
        }
        self.speech(k) || super::cues::withheld(self.lower(k)) && self.word(k - 1).negates || super::cues::refusing(self.lower(k))
    }

    /// Whether token `i` is a form of a verb of saying that takes a clause or quotation.
    pub(super) fn speech(&self, i: usize) -> bool {
        self.word(i).cue.is_some_and(|cue| {
            Tables::get().entries(cue).any(|(_, e)| {
                e.particle.is_none() && e.frames.has(Takes::Quotation) && (e.frames.has(Takes::Bare) || e.frames.has(Takes::That))
            })
        })
    }

    /// Whether the narrator goes on at the conjunction `i`.
    pub(super) fn turns_at(&self, i: usize, hi: usize) -> bool {
        self.turns(i, hi, false)
    }

    /// Where content that ends before `end` begins, not before `floor`.
    pub(super) fn content_start(&self, end: usize, floor: usize) -> usize {
        let mut start = floor;
        let mut i = floor;
        while i < end {
            if self.tag(i) == Tag::Semi {
                start = i + 1;
            }
            i = self.step(i, end);
        }
        // "But the plan failed, Roe said": the conjunction is the narrator's.
        while start < end && matches!(self.tag(start), Tag::Conj | Tag::Comma | Tag::Colon | Tag::Dash | Tag::Stop) {
            start += 1;
        }
        start
    }
}
