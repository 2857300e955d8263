//! Quotations that no cue claims: those that go on from the statement before, signed ones, fragments in a sentence.
//!
//! In: a unit whose cues were read. Out: drafts for the quotations left over, each with a low confidence; scare quotes,
//! titles, references and pull quotes are left out. Whose words a whole sentence is, `orphan` tells.

use super::{Draft, Reader};
use crate::quote::lexis::Tag;
use crate::quote::marks::Quotation;
use crate::quote::reach;
use crate::quote::syntax::{Subject, Syntax, Unit};
use crate::quote::{Source, SourceClass, cues};
use crate::text::BlockKind;
use std::ops::Range;

/// Words before quotation marks that make what they hold a name, a title or a term.
const NAMING: &[&str] = &[
    "called",
    "named",
    "titled",
    "entitled",
    "dubbed",
    "nicknamed",
    "known",
    "headlined",
    "slogan",
    "motto",
    "title",
    "song",
    "book",
    "film",
    "album",
    "movie",
    "single",
    "hit",
    "show",
    "series",
    "episode",
    "novel",
    "reading",
    "read",
    "reads",
    "labeled",
    "labelled",
    "marked",
    "word",
    "phrase",
    "term",
    "words",
    "so-called",
    "hashtag",
    "logo",
    "nickname",
];

impl Reader<'_, '_> {
    /// Quotations that begin in the unit and that no cue claimed.
    pub(super) fn quotations(&mut self, number: usize, unit: Unit) {
        let mut i = unit.first;
        while i < unit.end {
            let Some(q) = self.syntax.marks.opens(i) else {
                i += 1;
                continue;
            };
            i = q.end.max(i + 1);
            if let Some(index) = self.syntax.marks.at(q.open)
                && self.used.get(index) == Some(&false)
            {
                self.left_over(number, unit, q, index);
            }
        }
    }

    fn left_over(&mut self, number: usize, unit: Unit, q: Quotation, index: usize) {
        let syntax = self.syntax;
        let words = q.inner_end().saturating_sub(q.inner_first());
        // A cue in the next unit may claim it: ""Why?" Roe asked."
        if self.waits(number, unit, q, index) || q.end == unit.end && q.closed && self.claimed_next(number, q.end) {
            return;
        }
        if self.reference(q.end, unit, number) || self.heads(unit, q) {
            self.take(index);
            return;
        }
        if let Some(draft) = self.continued(number, unit, q, index).and_then(|last| self.drafts.get_mut(last)) {
            draft.content.push(q.open..q.end);
            self.take(index);
            return;
        }
        if q.closed
            && words > 2
            && let Some(range) = self.signature(q.end, unit, number)
        {
            let source = self.speakers.source(syntax, &Subject { range, antecedent: None });
            self.push_loose(number, q, Some(source), 75, "a name behind a dash signs the quotation");
            return;
        }
        // A pull quote: the same words stand in the report with their speaker.
        if words > 5 && self.pulled(q.open, index) {
            self.take(index);
            return;
        }
        let leads = leads(syntax, q, unit);
        let speaks = syntax.speaks(q.inner_first(), q.inner_end());
        let whole = words > 3 || words > 1 && leads && syntax.tag(q.inner_end().saturating_sub(1)) == Tag::Stop;
        // "Though others doubt it, "we will win.""
        let main = syntax.tag(unit.first) == Tag::Sub && syntax.before(q.open, unit.first) == Tag::Comma;
        if speaks && whole && (leads || main || syntax.before(q.open, unit.first) == Tag::Colon) {
            self.orphan(number, unit, q);
        } else if words >= 3 && q.closed {
            self.fragment(number, unit, q);
        }
    }

    /// A paragraph that is a few words in marks without a stop: a heading.
    fn heads(&self, unit: Unit, q: Quotation) -> bool {
        let block = self.syntax.doc.blocks.get(unit.block).map(|b| self.syntax.doc.tokens_in(b.span));
        q.closed && q.end - q.open < 12 && block == Some(q.open..q.end) && self.syntax.tag(q.inner_end().saturating_sub(1)) == Tag::Noun
    }

    /// Takes down a quotation without a cue.
    pub(super) fn push_loose(&mut self, unit: usize, q: Quotation, source: Option<Source>, confidence: u8, reason: &'static str) {
        let content = vec![q.open..q.end];
        self.push(Draft { content, source, unit, order: q.open, confidence, reason, ..Draft::default() });
    }

    /// Whether the quotation before goes on in quotation `index` and is part of a statement.
    fn carried(&self, index: usize) -> bool {
        index > 0 && self.syntax.marks.quotations.get(index - 1).is_some_and(|p| p.carries) && self.used.get(index - 1) == Some(&true)
    }

    /// Whether it goes on in the next paragraph, where its speaker may be named.
    fn waits(&self, number: usize, unit: Unit, q: Quotation, index: usize) -> bool {
        let announced = q.open > unit.first && self.syntax.tag(q.open - 1) == Tag::Colon;
        let fresh = self.drafts.last().is_none_or(|d| d.unit + 1 < number || !d.quotes());
        q.carries && !announced && !self.carried(index) && (fresh || self.closes_amid(index))
    }

    /// Whether words follow in the paragraph in which the chain of quotation `index` closes: its attribution.
    fn closes_amid(&self, index: usize) -> bool {
        let chain = self.syntax.marks.quotations.iter().skip(index).take(reach::RECENT);
        let last = chain.clone().take_while(|q| q.carries).count();
        let end = chain.clone().nth(last).filter(|q| q.closed).map(|q| q.end);
        end.is_some_and(|end| self.syntax.doc.tokens.get(end).is_some_and(|t| t.breaks == 0))
    }

    /// The statement that a quotation goes on with, in this paragraph or the last.
    fn continued(&self, number: usize, unit: Unit, q: Quotation, index: usize) -> Option<usize> {
        let syntax = self.syntax;
        let last = self.drafts.iter().rposition(Draft::told)?;
        if self.carried(index) {
            return Some(last);
        }
        let draft = self.drafts.get(last)?;
        let block = syntax.units.get(draft.unit)?.block;
        let near = block == unit.block || block + 1 == unit.block;
        let adjacent = draft.unit == number || draft.unit + 1 == number || self.quotes_only(draft.unit + 1, number);
        let words = q.inner_end().saturating_sub(q.inner_first());
        if !(draft.quotes() && draft.source.is_some() && near && adjacent && leads(syntax, q, unit) && words > 1) {
            return None;
        }
        let trails = draft.content.first().is_none_or(|r| r.start < draft.order);
        let same = block == unit.block;
        let sentence = words > 4 && syntax.speaks(q.inner_first(), q.inner_end());
        (same && trails || sentence && (trails || same || !q.closed)).then_some(last)
    }

    /// The name that signs a quotation: ""We won." - Ann Lee", in the same line or the next.
    fn signature(&self, end: usize, unit: Unit, number: usize) -> Option<Range<usize>> {
        let syntax = self.syntax;
        let (at, stop) = if end < unit.end {
            (end, unit.end)
        } else {
            syntax.units.get(number + 1).filter(|u| u.first == end).map(|u| (u.first, u.end))?
        };
        if syntax.tag(at) != Tag::Dash && syntax.doc.form(at) != "-" {
            return None;
        }
        let name = at + 1;
        let past = syntax.phrase_right(name, stop);
        let ends = past >= stop || matches!(syntax.tag(past), Tag::Comma | Tag::Stop | Tag::Open);
        (past > name && ends && syntax.tag(name) == Tag::Name && !syntax.speaks(name, stop)).then_some(name..past)
    }

    /// Whether a title is what stands in the marks: ""Fire at the mill" — Port Herald, May 3, 2011".
    fn reference(&self, end: usize, unit: Unit, number: usize) -> bool {
        let syntax = self.syntax;
        let Some(name) = self.signature(end, unit, number) else { return false };
        let last = syntax.doc.sentences.get(syntax.doc.sentence_of(name.end.saturating_sub(1))).map_or(name.end, |s| s.last as usize);
        syntax.tag(name.end) == Tag::Comma
            && name.end + 1 < last
            && (name.end + 1..last)
                .all(|k| syntax.is_time(k) || matches!(syntax.tag(k), Tag::Num | Tag::Comma | Tag::Stop) || syntax.tag(k) == Tag::Name)
            && (name.end + 1..last).any(|k| syntax.is_time(k) || syntax.tag(k) == Tag::Num)
    }

    /// Whether another quotation begins with the same words.
    fn pulled(&self, open: usize, index: usize) -> bool {
        let syntax = self.syntax;
        let same = |at: usize| (1..6).all(|k| syntax.lower(open + k) == syntax.lower(at + k));
        self.openings.get(&syntax.doc.tokens.get(open + 1).map_or(0, |t| t.form.0)).is_some_and(|list| {
            list.iter().take(reach::RECENT).any(|&n| n != index && syntax.marks.quotations.get(n).is_some_and(|q| same(q.open)))
        })
    }

    /// Whether only quotations stand in the units from `first` to before `last`.
    pub(super) fn quotes_only(&self, first: usize, last: usize) -> bool {
        last.saturating_sub(first) < 8
            && (first..last)
                .all(|u| self.syntax.units.get(u).is_some_and(|u| self.syntax.marks.opens(u.first).is_some_and(|q| q.end == u.end)))
    }

    /// Whether the unit behind a quotation begins with an attribution clause of its own.
    pub(super) fn claimed_next(&self, number: usize, end: usize) -> bool {
        let syntax = self.syntax;
        let Some(next) = syntax.units.get(number + 1).copied().filter(|u| u.first == end) else { return false };
        if !self.quote_before(next) {
            return false;
        }
        let stop = next.end.min(next.first + reach::OPENING);
        cues::find(syntax, next.first, stop).into_iter().take(1).any(|hit| {
            let f = self.surroundings(hit, next);
            f.trails == Some(next.first) && syntax.right(&f.hit, next, &[]).is_none() && self.left(&f, next, next.first).is_some()
        })
    }

    /// The subject of the first finite verb of a unit.
    pub(super) fn main_subject(&self, unit: Unit) -> Option<Subject> {
        let syntax = self.syntax;
        let mut i = unit.first;
        while i < unit.end {
            if syntax.tag(i).finite() && syntax.marks.at(i).is_none() {
                let subject = syntax.subject(i, unit.first);
                if subject.as_ref().is_some_and(|s| !matches!(syntax.tag(s.range.start), Tag::Rel | Tag::That)) {
                    return subject;
                }
            }
            i = syntax.step(i, unit.end);
        }
        None
    }

    /// Some quoted words inside a sentence: "to "break the deadlock"".
    fn fragment(&mut self, number: usize, unit: Unit, q: Quotation) {
        let syntax = self.syntax;
        let (open, end) = (q.open, q.end);
        // A headline quotes whom its report names.
        if syntax.doc.blocks.get(unit.block).is_some_and(|b| b.kind == BlockKind::Headline) {
            return;
        }
        // Two words are a name or a scare quote; what somebody was charged "for" is not what he said.
        let words = (open + 1..end).filter(|&k| !matches!(syntax.tag(k), Tag::Stop | Tag::Comma | Tag::Quote | Tag::Mark)).count();
        if words < 3 || self.names_a_work(open, end, unit) || syntax.lower(open.saturating_sub(1)) == "for" {
            return;
        }
        let Some(subject) = syntax.nearest_subject(open, unit.first) else { return };
        // "has been described as "a giant"": by somebody else.
        let described =
            (subject.range.end..open).any(|k| syntax.tag(k) == Tag::Part && syntax.is_cue(k) && syntax.before(k, unit.first) == Tag::Be);
        if described || matches!(syntax.tag(subject.range.start), Tag::Rel | Tag::That) {
            return;
        }
        let source = self.speakers.source(syntax, &subject);
        let vague =
            matches!(source.class, SourceClass::Collective | SourceClass::Unnamed) && source.mention.is_none() && source.entity.is_none();
        if !vague && syntax.lower(subject.range.start) != "it" {
            self.push_loose(number, q, Some(source), 50, "words in quotation marks, by the subject of their clause");
        }
    }

    /// Titles, names, mottos: capitals throughout, or a word before them that names.
    fn names_a_work(&self, open: usize, end: usize, unit: Unit) -> bool {
        let syntax = self.syntax;
        let inner = open + 1..end.saturating_sub(1);
        let long = |k: &usize| syntax.doc.form(*k).chars().count() > 3;
        let capitals = inner.clone().filter(long).all(|k| syntax.word(k).capital) && inner.clone().any(|k| long(&k));
        let naming = (open.saturating_sub(3).max(unit.first)..open).any(|k| NAMING.contains(&syntax.lower(k)));
        capitals || naming
    }
}

/// Whether a quotation begins its sentence.
fn leads(syntax: &Syntax<'_>, q: Quotation, unit: Unit) -> bool {
    q.open == unit.first || q.open == unit.first + 1 && syntax.tag(unit.first) == Tag::Conj
}
