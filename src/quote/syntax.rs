//! Light syntax: noun phrases, subjects and clause boundaries around a verb.
//!
//! In: a document with its tags and quotations. Out: token ranges. Every walk is bounded by the unit that it
//! stands in and by a fixed number of tokens, so that the work stays linear in the length of the text.

use super::lexis::{Tables, Tag, Word};
use super::marks::{self, Marks};
use super::reach;
use super::tags;
use super::units;
use crate::date::TimeExpression;
use crate::entity::{MentionForm, Names};
use crate::text::{Document, TokenKind};
use std::ops::Range;

/// What the rules read: the document, its tags, quotations and units.
pub(super) struct Syntax<'a> {
    pub(super) doc: &'a Document,
    pub(super) names: &'a Names,
    pub(super) words: Vec<Word>,
    pub(super) tags: Vec<Tag>,
    pub(super) marks: Marks,
    dates: &'a [TimeExpression],
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
    pub(super) fn new(doc: &'a Document, names: &'a Names, dates: &'a [TimeExpression]) -> Self {
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
        let units = units::units(doc, &marks);
        Self { doc, names, words, tags, marks, dates, dated, units }
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

    /// The number of the date at token `i`, if it tells when something was and does not only describe ("former").
    pub(super) fn told_on(&self, i: usize) -> Option<u32> {
        self.date(i).filter(|&n| self.dates.get(n as usize).is_some_and(|d| !d.attributive))
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
            for j in i + 1..hi.min(i + reach::ASIDE) {
                if self.tag(j) == Tag::Close {
                    return j + 1;
                }
            }
        }
        i + 1
    }

    /// Whether the tokens hold a verb that can carry a sentence.
    pub(super) fn speaks(&self, first: usize, end: usize) -> bool {
        (first..end.min(first + reach::WALK)).any(|i| self.tag(i).finite())
    }

    /// Past what may open a clause before its subject: "while", "now", "in 2015".
    fn over_opening(&self, start: usize, hi: usize) -> usize {
        let mut i = start;
        // "while some had left, others had", "about two thirds had"
        if self.tag(i) == Tag::Sub && !matches!(self.lower(i), "so" | "than")
            || self.tag(i) == Tag::Prep && matches!(self.lower(i), "about" | "around" | "over") && self.tag(i + 1) == Tag::Num
        {
            i += 1;
        }
        for _ in 0..reach::ROUNDS {
            let adverb = |i: usize| {
                matches!(self.tag(i), Tag::Adv | Tag::Time | Tag::Not) && self.tag(i + 1) != Tag::Gen && self.lower(i) != "there"
            };
            while i < hi && adverb(i) {
                i += 1;
            }
            let object = matches!(self.lower(i), "against" | "of" | "about" | "toward" | "towards");
            if self.tag(i) != Tag::Prep || i >= start + 12 || object {
                break;
            }
            i = self.core_right(i + 1, hi);
            i += usize::from(self.tag(i) == Tag::Comma);
        }
        i
    }

    /// Whether a clause without "that" begins at `start`: a phrase and soon a finite verb.
    pub(super) fn clause_at(&self, start: usize, hi: usize) -> bool {
        let i = self.over_opening(start, hi);
        if self.tag(i) == Tag::PronAux {
            return true;
        }
        if self.lower(i) == "there" {
            return self.tag(i + 1).finite();
        }
        if !self.tag(i).begins_phrase() && !matches!(self.tag(i), Tag::Ing | Tag::Quote | Tag::Time) {
            return false;
        }
        let mut end = if self.tag(i) == Tag::Ing { self.phrase_right(i + 1, hi).max(i + 1) } else { self.phrase_right(i, hi) };
        if self.tag(i) == Tag::Quote {
            end = self.step(i, hi);
        }
        for _ in 0..=reach::ROUNDS {
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
                    if (end + 1..hi.min(end + reach::CLAUSE))
                        .any(|k| self.tag(k) == mark && self.tag(k + 1).finite() && self.marks.at(k).is_none())
                    {
                        return true;
                    }
                    let Some(close) = (end + 1..hi.min(end + reach::ASIDE)).find(|&k| self.tag(k) == mark) else { return false };
                    end = close + 1;
                }
                Tag::Rel => {
                    return (end + 1..hi.min(end + reach::CLAUSE)).filter(|&k| self.tag(k).finite()).count() > 1;
                }
                // "plans to close the mill would": the infinitive carries no clause.
                Tag::To if self.tag(end + 1) == Tag::Quote => return false,
                Tag::To if self.tag(end + 1) == Tag::Base => end = self.phrase_right(end + 2, hi).max(end + 2),
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
