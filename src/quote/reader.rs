//! Puts statements together: cue, source and content of every unit, then the quotations that no cue claimed.
//!
//! In: a [`Syntax`]. Out: [`Statement`]s in text order.

#![allow(clippy::single_range_in_vec_init, reason = "a content is a list of token ranges, most often of one")]

use super::content::{Frame, Right};
use super::cues::{self, Hit, Shape};
use super::lexis::{Tables, Tag};
use super::source::Speakers;
use super::syntax::{Subject, Syntax, Unit};
use super::{Cue, Source, SpeechAct, Statement, StatementKind};
use crate::text::{BlockKind, Span};
use std::ops::Range;

/// A statement in tokens, before its spans are made.
struct Draft {
    kind: StatementKind,
    content: Vec<Range<usize>>,
    cue: Option<Cue>,
    source: Option<Source>,
    addressee: Option<Range<usize>>,
    when: Option<u32>,
    stance: bool,
    confidence: u8,
    reason: String,
    unit: usize,
    /// Its cue trails its content, so that a further quotation may follow.
    order: usize,
}

pub(super) struct Reader<'s, 'd> {
    syntax: &'s Syntax<'d>,
    speakers: Speakers,
    drafts: Vec<Draft>,
    /// Quotations that a content covers.
    used: Vec<bool>,
}

/// A cue with what was found around it, before content is decided.
struct Frameable {
    hit: Hit,
    subject: Option<Subject>,
    /// Where its attribution clause begins, if it can trail content: right behind a comma or closing mark.
    trails: Option<usize>,
    /// The source behind it: "said Roe".
    inverted: Option<Range<usize>>,
}

impl<'s, 'd> Reader<'s, 'd> {
    pub(super) fn new(syntax: &'s Syntax<'d>) -> Self {
        let used = vec![false; syntax.marks.quotations.len()];
        Self { syntax, speakers: Speakers::new(), drafts: Vec::new(), used }
    }

    pub(super) fn read(mut self) -> Vec<Statement> {
        for number in 0..self.syntax.units.len() {
            if let Some(unit) = self.syntax.units.get(number).copied() {
                self.unit(number, unit);
                self.quotations(number, unit);
                if let Some(subject) = self.main_subject(unit) {
                    self.speakers.remember(self.syntax, &subject);
                }
            }
        }
        self.finish()
    }

    // ---------------------------------------------------------------- cues

    fn unit(&mut self, number: usize, unit: Unit) {
        let syntax = self.syntax;
        self.headline(number, unit);
        let hits = cues::find(syntax, unit.first, unit.end);
        let frameable: Vec<Frameable> = hits.into_iter().map(|hit| self.surroundings(hit, unit)).collect();
        let sources = self.prepositional(unit);
        // Tokens at which a trailing attribution begins: contents end before them.
        let mut trailing: Vec<usize> = frameable.iter().filter_map(|f| f.trails.filter(|_| self.closes_clause(f, unit))).collect();
        trailing.extend(sources.iter().filter(|s| s.start > unit.first).map(|s| s.start));
        trailing.sort_unstable();
        let mut floor = unit.first;
        let mut s = 0;
        for f in frameable {
            while let Some(range) = sources.get(s).filter(|r| r.start < f.hit.verb) {
                self.according(number, unit, range.clone(), &mut floor, &trailing);
                s += 1;
            }
            self.cue(number, unit, &f, &mut floor, &trailing);
        }
        while let Some(range) = sources.get(s) {
            self.according(number, unit, range.clone(), &mut floor, &trailing);
            s += 1;
        }
        self.nominal(number, unit, &trailing);
    }

    fn surroundings(&self, hit: Hit, unit: Unit) -> Frameable {
        let syntax = self.syntax;
        let lo = unit.first;
        let mut subject = match hit.shape {
            Shape::Finite | Shape::Passive => {
                let before = syntax.before(hit.group.start, lo);
                if before == Tag::Conj
                    || before == Tag::Comma && hit.shape == Shape::Finite && syntax.before(hit.group.start - 1, lo) == Tag::Conj
                {
                    None
                } else {
                    syntax.subject(hit.group.start, lo)
                }
            }
            _ => None,
        };
        // A finite verb right behind a comma or closing mark may stand before its subject.
        let before = syntax.before(hit.group.start, lo);
        let mut inverted = None;
        let opens = matches!(before, Tag::Comma | Tag::Quote | Tag::Dash | Tag::End | Tag::Stop | Tag::Close);
        if hit.entry.frames.has(b'x')
            && hit.shape == Shape::Finite
            && hit.group.start == hit.verb
            && opens
            && matches!(syntax.tag(hit.verb), Tag::Past | Tag::S | Tag::Base)
        {
            let next = hit.group.end;
            let begins = syntax.tag(next).begins_phrase() && !(syntax.tag(next) == Tag::That && syntax.clause_at(next + 1, unit.end));
            let end = if begins { self.source_right(next, unit.end) } else { next };
            let closed = matches!(
                syntax.tag(end),
                Tag::Comma
                    | Tag::Stop
                    | Tag::End
                    | Tag::Quote
                    | Tag::Colon
                    | Tag::Prep
                    | Tag::Dash
                    | Tag::Semi
                    | Tag::Time
                    | Tag::Rel
                    | Tag::Adv
                    | Tag::Ing
                    | Tag::Conj
                    | Tag::Sub
                    | Tag::To
                    | Tag::Open
            ) || end >= unit.end
                || syntax.is_time(end);
            let plain = matches!(hit.entry.lemma, "say" | "report" | "write" | "add" | "note" | "tweet" | "claim" | "argue");
            let quoted = before == Tag::Quote || before == Tag::Comma && syntax.before(hit.group.start - 1, lo) == Tag::Quote;
            let heads = before == Tag::End && matches!(syntax.tag(end), Tag::Colon | Tag::Comma) && syntax.marks.opens(end + 1).is_some();
            let quote_before = heads || quoted || before == Tag::End && self.quote_before(unit) || before == Tag::Comma && plain;
            // Without marks a clause must stand before it, and not only the subject.
            let clause = quoted || before != Tag::Comma || syntax.speaks(lo, subject.as_ref().map_or(hit.group.start, |s| s.range.start));
            // Or a name alone behind it: "..., reported the Oslo Herald."
            let named = plain
                && end >= unit.end.saturating_sub(1)
                && (next..end).any(|k| syntax.tag(k) == Tag::Name)
                && syntax.speaks(lo, hit.group.start);
            // "Recipients, said Roe, are to show them."
            let amid =
                plain && syntax.tag(end) == Tag::Comma && syntax.tag(end + 1).finite() && (next..end).any(|k| syntax.tag(k) == Tag::Name);
            let begins = begins && (clause || named || amid) && !matches!(syntax.tag(next), Tag::That | Tag::Wh);
            // Right behind closing marks only a verb behind the phrase makes it a subject.
            let own_clause = if quoted { syntax.tag(end).finite() } else { syntax.clause_at(next, unit.end) };
            if begins && end > next && closed && quote_before && (subject.is_none() || before != Tag::Close) && !own_clause {
                inverted = Some(next..end);
                subject = None;
            }
        }
        let attribution = match (&subject, &inverted) {
            (_, Some(_)) => Some(hit.group.start),
            (Some(s), None) if hit.shape == Shape::Finite => Some(s.range.start),
            _ => None,
        };
        let trails = attribution.filter(|&a| match syntax.before(a, lo) {
            Tag::Comma | Tag::Quote | Tag::Dash => !(subject.as_ref().is_some_and(|s| syntax.tag(s.range.start) == Tag::Rel)),
            Tag::End => self.quote_before(unit),
            Tag::Stop => syntax.marks.closes(a.wrapping_sub(2)).is_some(),
            _ => false,
        });
        Frameable { hit, subject, trails, inverted }
    }

    /// Whether the unit before, in the same paragraph, ends with a closing mark: ""Why?" Roe asked."
    fn quote_before(&self, unit: Unit) -> bool {
        unit.first > 0
            && self.syntax.marks.closes(unit.first - 1).is_some_and(|q| q.closed)
            && self.syntax.doc.tokens.get(unit.first).is_some_and(|t| t.breaks == 0)
    }

    /// Whether the words behind a trailing cue leave no room for content of its own.
    fn closes_clause(&self, f: &Frameable, unit: Unit) -> bool {
        if let Some(r) = &f.inverted {
            return matches!(
                self.syntax.tag(r.end),
                Tag::Comma | Tag::Stop | Tag::End | Tag::Prep | Tag::Time | Tag::Dash | Tag::Semi | Tag::Quote
            ) || r.end >= unit.end;
        }
        let end = self.syntax.adjuncts(&f.hit, f.hit.group.end, unit.end).end;
        end >= unit.end
            || matches!(self.syntax.tag(end), Tag::Comma | Tag::Stop | Tag::Dash | Tag::Semi | Tag::Close)
                && (end + 1 >= unit.end || self.syntax.marks.opens(end + 1).is_none())
    }

    /// A source behind its cue with what stands in apposition to it.
    fn source_right(&self, start: usize, hi: usize) -> usize {
        let syntax = self.syntax;
        let mut end = syntax.phrase_right(start, hi);
        if end == start {
            return start;
        }
        while end > start + 1 && syntax.is_time(end - 1) {
            end -= 1;
            if end > start + 1 && syntax.tag(end - 1) == Tag::Prep {
                end -= 1;
            }
        }
        for _ in 0..2 {
            if syntax.tag(end) != Tag::Comma {
                break;
            }
            let next = end + 1;
            if !matches!(syntax.tag(next), Tag::Det | Tag::Poss | Tag::Noun | Tag::Name)
                || syntax.tag(next) == Tag::Name && syntax.tag(end - 1) != Tag::Noun && syntax.tag(start) != Tag::Det
            {
                break;
            }
            let after = syntax.phrase_right(next, hi);
            let closes = matches!(syntax.tag(after), Tag::Comma | Tag::Stop | Tag::End | Tag::Dash) || after >= hi;
            if after <= next || !closes || syntax.is_time(next) {
                break;
            }
            end = after;
        }
        end
    }

    fn cue(&mut self, number: usize, unit: Unit, f: &Frameable, floor: &mut usize, trailing: &[usize]) {
        let syntax = self.syntax;
        let hit = &f.hit;
        let lo = unit.first;
        if hit.refusal {
            let says = hit.negated && matches!(hit.entry.lemma, "say" | "reveal" | "specify" | "confirm" | "identify");
            let told =
                says && syntax.right(hit, unit, trailing).is_some_and(|r| matches!(r.frame, Frame::That | Frame::Bare | Frame::Quotation));
            if !told {
                let subject = f.subject.clone().or_else(|| self.coordinated(number, hit, unit));
                if let Some(subject) = subject {
                    let source = self.speakers.source(syntax, &subject);
                    let mut cue = self.make_cue(hit);
                    cue.act = SpeechAct::Declines;
                    cue.negated = false;
                    self.push(
                        number,
                        StatementKind::Refusal,
                        Vec::new(),
                        Some(cue),
                        Some(source),
                        hit.verb,
                        80,
                        "the source declines to speak",
                    );
                }
                return;
            }
        }
        if f.subject.as_ref().is_some_and(|s| matches!(syntax.before(s.range.start, lo), Tag::Sub if matches!(syntax.lower(s.range.start - 1), "if" | "unless" | "whether"))) {
            return;
        }
        // "you say": the reader, not a source.
        if f.subject
            .as_ref()
            .is_some_and(|s| s.range.len() == 1 && matches!(syntax.lower(s.range.start), "you" | "you'll" | "you'd" | "you've"))
        {
            return;
        }
        let right = syntax.right(hit, unit, trailing);
        let certain = right.as_ref().is_some_and(|r| matches!(r.frame, Frame::That | Frame::Quotation));
        if hit.hypothetical
            || hit.negated
                && right.as_ref().is_some_and(|r| {
                    matches!(r.frame, Frame::Phrase | Frame::Naming | Frame::Question) && hit.entry.act != SpeechAct::Denies
                })
        {
            return;
        }
        // What the right side gives, if the cue does not trail its content.
        if f.inverted.is_none()
            && let Some(right) = right
            && !(f.trails.is_some() && matches!(right.frame, Frame::Phrase | Frame::Infinitive) && self.closes_clause(f, unit))
            && !(f.trails.is_some()
                && right.frame != Frame::That
                && self.left(f, unit, *floor).is_some_and(|l| l.last().is_some_and(|r| syntax.marks.closes(r.end - 1).is_some())))
        {
            self.attribute_right(number, unit, f, right, certain, trailing);
            return;
        }
        if let Some(content) = self.left(f, unit, *floor) {
            self.attribute_left(number, unit, f, content, trailing);
            *floor = f.inverted.as_ref().map_or(hit.group.end, |r| r.end);
            return;
        }
        // "Said Roe: ..." at the head of a sentence.
        if let Some(source) = &f.inverted {
            let after = syntax.adjuncts(hit, source.end, unit.end).end;
            let at = if matches!(syntax.tag(after), Tag::Comma | Tag::Colon) { after + 1 } else { after };
            if let Some(q) = syntax.marks.opens(at) {
                let source = self.speakers.source(syntax, &Subject { range: source.clone(), antecedent: None });
                let cue = self.make_cue(hit);
                self.push(
                    number,
                    StatementKind::Direct,
                    vec![at..q.end.min(unit.end)],
                    Some(cue),
                    Some(source),
                    hit.verb,
                    85,
                    "a quotation behind a verb of saying",
                );
            }
            return;
        }
        if hit.shape == Shape::Passive {
            self.passive(number, unit, f, trailing);
        } else if hit.entry.frames.has(b's') {
            self.gapped(number, unit, f, trailing);
        }
    }

    /// "what she called "a mess"", "which the union calls absurd": the relative pronoun is what is named.
    fn gapped(&mut self, number: usize, unit: Unit, f: &Frameable, trailing: &[usize]) {
        let syntax = self.syntax;
        let Some(subject) = f.subject.clone() else { return };
        let Some(pronoun) = subject.range.start.checked_sub(1).filter(|p| *p >= unit.first) else { return };
        let what = syntax.lower(pronoun) == "what";
        if !what && syntax.lower(pronoun) != "which" {
            return;
        }
        let start = syntax.adjuncts(&f.hit, f.hit.group.end, unit.end).end;
        let mut end = syntax.content_end(start, unit.end, trailing, true);
        if let Some(q) = syntax.marks.opens(start) {
            end = q.end.min(unit.end);
        }
        if end <= start {
            return;
        }
        let content = if what { vec![start..end] } else { vec![pronoun..pronoun + 1, start..end] };
        let kind = self.kind(&content);
        let source = Some(self.speakers.source(syntax, &subject));
        let cue = self.make_cue(&f.hit);
        self.push(number, kind, content, Some(cue), source, f.hit.verb, 66, "what the source calls it");
    }

    /// The quotation or clause that ends right before the attribution clause of `f`.
    fn left(&self, f: &Frameable, unit: Unit, floor: usize) -> Option<Vec<Range<usize>>> {
        let syntax = self.syntax;
        let at = f.trails?;
        let frames = f.hit.entry.frames;
        if !(frames.has(b'q') || frames.has(b'b') || frames.has(b'c')) || matches!(f.hit.shape, Shape::Passive | Shape::Reduced) {
            return None;
        }
        if at == unit.first {
            // The quotation is the end of the unit before.
            let q = syntax.marks.closes(unit.first.checked_sub(1)?)?;
            return Some(vec![q.open..q.end]);
        }
        let mut end = at;
        while end > floor && matches!(syntax.tag(end - 1), Tag::Comma | Tag::Dash) {
            end -= 1;
        }
        let quote = syntax.marks.closes(end.checked_sub(1)?).filter(|q| q.open >= floor);
        let core = frames.has(b'q');
        if let Some(q) = quote {
            let mut start = syntax.content_start(q.open + 1, floor).min(q.open);
            // Words before the quotation that are no clause of their own stay out.
            let lead = start..q.open;
            let joined = !lead.is_empty()
                && !matches!(syntax.tag(q.open - 1), Tag::Comma | Tag::Colon | Tag::Stop | Tag::Quote)
                && (syntax.speaks(lead.start, lead.end) || q.end - q.open < 12);
            if !joined {
                start = q.open;
            }
            // Quotations in a row: "A." "B," he said.
            return core.then(|| vec![start..end]);
        }
        if !frames.has(b'b') {
            return None;
        }
        let start = syntax.content_start(end, floor);
        if start >= end || !syntax.speaks(start, end) && !self.continues(f, unit) {
            return None;
        }
        let fronted = matches!(syntax.tag(start), Tag::Sub | Tag::Ing) && !self.closes_clause(f, unit);
        let open_end = !self.closes_clause(f, unit) && !self.continues(f, unit);
        if fronted || open_end && (matches!(syntax.tag(start), Tag::Prep | Tag::Adv) || syntax.right(&f.hit, unit, &[]).is_some()) {
            return None;
        }
        Some(vec![start..end])
    }

    /// Whether the clause that the attribution interrupts goes on behind it.
    fn continues(&self, f: &Frameable, unit: Unit) -> bool {
        let from = f.inverted.as_ref().map_or(f.hit.group.end, |r| r.end);
        let end = self.syntax.adjuncts(&f.hit, from, unit.end).end;
        self.syntax.tag(end) == Tag::Comma && end + 1 < unit.end
    }

    fn attribute_left(&mut self, number: usize, unit: Unit, f: &Frameable, mut content: Vec<Range<usize>>, trailing: &[usize]) {
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
            } else if syntax.tag(after) == Tag::Comma && !last_quoted {
                let resumes = syntax.tag(next).finite()
                    || syntax.tag(next) == Tag::Conj && syntax.tag(next + 1).finite() && !syntax.turns_at(next, unit.end);
                if !complete || resumes {
                    let end = syntax.content_end(next, unit.end, trailing, false);
                    if end > next {
                        content.push(next..end);
                    }
                }
            }
        }
        if !complete && content.len() == 1 {
            return;
        }
        let subject = f.inverted.as_ref().map_or_else(|| f.subject.clone(), |r| Some(Subject { range: r.clone(), antecedent: None }));
        let source = subject.map(|s| self.speakers.source(syntax, &s));
        let cue = self.make_cue(hit);
        let kind = self.kind(&content);
        let confidence = if kind == StatementKind::Indirect { 80 } else { 92 };
        let when = self.when(hit.group.start, after);
        let n = self.push(number, kind, content, Some(cue), source, hit.verb, confidence, "the words stand before their attribution");
        if let Some(d) = self.drafts.get_mut(n) {
            d.addressee = adjuncts.addressee;
            d.when = when;
            d.stance = hit.entry.frames.has(b'e') && kind == StatementKind::Indirect;
        }
    }

    fn attribute_right(&mut self, number: usize, unit: Unit, f: &Frameable, right: Right, certain: bool, trailing: &[usize]) {
        let syntax = self.syntax;
        let hit = &f.hit;
        let stance = hit.entry.frames.has(b'e');
        let mut subject = f.subject.clone();
        let mut passive = false;
        match hit.shape {
            Shape::Finite => {
                if subject.is_none() {
                    subject = self.coordinated(number, hit, unit);
                }
            }
            Shape::Participle => {
                // "was quoted as saying"
                if hit.group.start > unit.first && syntax.lower(hit.group.start - 1) == "as" {
                    subject = syntax.clause_subject(hit.group.start, unit.first);
                } else if matches!(syntax.before(hit.group.start, unit.first), Tag::Prep | Tag::Sub)
                    && !matches!(syntax.lower(hit.group.start - 1), "by" | "in" | "without" | "while")
                {
                    return;
                } else if syntax.before(hit.group.start, unit.first) == Tag::Noun || syntax.before(hit.group.start, unit.first) == Tag::Name
                {
                    // "a statement saying", "with officials saying".
                    subject =
                        syntax.phrase_left(hit.group.start, unit.first).map(|s| Subject { range: s..hit.group.start, antecedent: None });
                } else {
                    subject = self.coordinated(number, hit, unit);
                }
                if subject.is_none() {
                    return;
                }
            }
            Shape::Infinitive => {
                let tells = matches!(
                    hit.entry.lemma,
                    "say"
                        | "announce"
                        | "warn"
                        | "deny"
                        | "accuse"
                        | "argue"
                        | "claim"
                        | "urge"
                        | "call"
                        | "declare"
                        | "complain"
                        | "explain"
                        | "insist"
                        | "tell"
                        | "ask"
                        | "write"
                        | "tweet"
                );
                if !tells || stance {
                    return;
                }
                // "to say" after "expected", "likely", "able", "want" has not been said.
                if right.frame != Frame::Quotation
                    && matches!(syntax.before(hit.group.start - 1, unit.first), Tag::Noun | Tag::Adv)
                    && !certain
                {
                    return;
                }
                subject = syntax.clause_subject(hit.group.start, unit.first);
                if right.frame == Frame::Phrase || subject.is_none() {
                    return;
                }
            }
            Shape::Passive => {
                passive = true;
                if !matches!(right.frame, Frame::That | Frame::Quotation | Frame::Bare | Frame::Question) {
                    self.passive(number, unit, f, trailing);
                    return;
                }
                subject = None;
            }
            Shape::Reduced => {
                if right.frame != Frame::Quotation || syntax.before(hit.group.start, unit.first) != Tag::Comma {
                    return;
                }
            }
        }
        if subject.is_none() && !passive && (!certain || hit.group.start == unit.first && right.frame != Frame::Quotation) {
            return;
        }
        if self.overlong(&right) || self.shown(f) || self.reduced(f, unit) {
            return;
        }
        let right = self.subordinate(f, unit, right);
        let reason = match right.frame {
            Frame::That => "a clause with \u{201c}that\u{201d} after a verb of saying",
            Frame::Bare => "a clause after a verb of saying",
            Frame::Quotation => "a quotation after a verb of saying",
            Frame::Colon => "words after a colon",
            Frame::Question => "a question after a verb of asking or telling",
            Frame::Infinitive => "an infinitive after a verb of promising or urging",
            Frame::Phrase => "what the verb announces, claims or denies",
            Frame::Naming => "what the source calls it",
            Frame::Accusing => "what the source accuses of",
        };
        let confidence = match right.frame {
            Frame::Quotation => 92,
            Frame::That => 90,
            Frame::Bare => 82,
            Frame::Naming if self.kind(std::slice::from_ref(&right.content)) == StatementKind::Mixed => 82,
            Frame::Question | Frame::Infinitive | Frame::Accusing => 72,
            Frame::Phrase | Frame::Naming | Frame::Colon => 62,
        };
        let mut content = vec![right.content.clone()];
        // "said X, and that Y": the same cue, a second clause.
        let end = right.content.end;
        if syntax.tag(end) == Tag::Comma
            && matches!(syntax.lower(end + 1), "and" | "or" | "but")
            && syntax.tag(end + 2) == Tag::That
            && matches!(right.frame, Frame::That | Frame::Bare)
        {
            let from = if syntax.tag(end + 3).finite() { end + 2 } else { end + 3 };
            let stop = syntax.content_end(from, unit.end, trailing, false);
            if stop > from {
                content.push(from..stop);
            }
        } else if syntax.tag(end) == Tag::Colon
            && right.frame != Frame::Phrase
            && let Some(q) = syntax.marks.opens(end + 1)
        {
            content.push(end + 1..q.end.min(unit.end));
        } else if right.frame == Frame::Quotation && matches!(syntax.tag(end), Tag::Comma | Tag::Conj | Tag::Stop) {
            // "A" and "B".
            let next = if syntax.tag(end) == Tag::Comma && syntax.tag(end + 1) == Tag::Conj { end + 2 } else { end + 1 };
            if let Some(q) = syntax.marks.opens(next) {
                content.push(next..q.end.min(unit.end));
            }
        }
        let source = subject.map(|s| self.speakers.source(syntax, &s));
        let cue = self.make_cue(hit);
        let split = content.len() == 2 && matches!(right.frame, Frame::That | Frame::Bare) && syntax.tag(end) == Tag::Comma;
        let pieces = if split { content.into_iter().map(|r| vec![r]).collect() } else { vec![content] };
        for content in pieces {
            let kind = self.kind(&content);
            let from = f.subject.as_ref().map_or(hit.group.start, |s| s.range.end.min(hit.group.start));
            let when = self.when(from, right.content.start);
            let n = self.push(number, kind, content, Some(cue.clone()), source.clone(), hit.verb, confidence, reason);
            if let Some(d) = self.drafts.get_mut(n) {
                d.addressee.clone_from(&right.addressee);
                d.when = when;
                d.stance = stance && right.frame != Frame::Quotation;
            }
        }
    }

    /// "This showed", "which revealed": an event that shows, not a voice.
    fn shown(&self, f: &Frameable) -> bool {
        (f.hit.entry.frames.has(b'd') || matches!(f.hit.entry.lemma, "reveal" | "mean"))
            && f.subject
                .as_ref()
                .is_some_and(|s| s.range.len() == 1 && matches!(self.syntax.lower(s.range.start), "this" | "that" | "which"))
    }

    /// "In the second case reported in the state, ...": a participle in a fronted phrase.
    fn reduced(&self, f: &Frameable, unit: Unit) -> bool {
        let syntax = self.syntax;
        let Some(s) = &f.subject else { return false };
        let fronted = syntax.before(s.range.start, unit.first) == Tag::Prep && syntax.before(s.range.start - 1, unit.first) == Tag::End;
        fronted && f.hit.group.len() == 1 && matches!(syntax.tag(f.hit.group.end), Tag::Prep)
    }

    /// "As Roe says the mill will close, others warn": content inside a subordinate clause ends with it.
    fn subordinate(&self, f: &Frameable, unit: Unit, right: Right) -> Right {
        let syntax = self.syntax;
        let inside = f.subject.as_ref().is_some_and(|s| {
            syntax.before(s.range.start, unit.first) == Tag::Sub && syntax.before(s.range.start - 1, unit.first) == Tag::End
        });
        if !inside || right.frame == Frame::Quotation {
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
    fn overlong(&self, right: &Right) -> bool {
        right.frame != Frame::Quotation && right.content.len() > 400
    }

    /// "X is said to have left", "three were reported missing", "was described by Roe as".
    fn passive(&mut self, number: usize, unit: Unit, f: &Frameable, trailing: &[usize]) {
        let syntax = self.syntax;
        let hit = &f.hit;
        let Some(subject) = &f.subject else { return };
        let after = hit.group.end;
        let frames = hit.entry.frames;
        let lemma = hit.entry.lemma;
        let telling =
            matches!(lemma, "say" | "report" | "allege" | "claim" | "rumor" | "understand" | "believe" | "think" | "estimate" | "deem");
        let stance = frames.has(b'e');
        let (source, content) = if syntax.tag(after) == Tag::To && telling {
            let end = syntax.content_end(after, unit.end, trailing, false);
            (None, vec![subject.range.clone(), after..end])
        } else if syntax.lower(after) == "by" && (frames.has(b'n') || frames.has(b's') || lemma == "claim") {
            let end = self.source_right(after + 1, unit.end);
            if end <= after + 1 {
                return;
            }
            let source = Some(Subject { range: after + 1..end, antecedent: None });
            if frames.has(b's') {
                if syntax.lower(end) != "as" {
                    return;
                }
                let stop = syntax.content_end(end + 1, unit.end, trailing, false);
                (source, vec![subject.range.clone(), end + 1..stop])
            } else {
                (source, vec![subject.range.clone()])
            }
        } else {
            return;
        };
        if content.iter().any(Range::is_empty) || syntax.tag(subject.range.start) == Tag::Rel {
            return;
        }
        let source = source.map(|s| self.speakers.source(syntax, &s));
        let kind = self.kind(&content);
        let mut cue = self.make_cue(hit);
        cue.hedged |= source.is_none();
        let n = self.push(number, kind, content, Some(cue), source, hit.verb, 60, "a passive that reports");
        if let Some(d) = self.drafts.get_mut(n) {
            d.stance = stance;
        }
    }

    /// The source of a cue that shares its subject with an earlier verb: "said X and added Y", "left, saying".
    fn coordinated(&self, number: usize, hit: &Hit, unit: Unit) -> Option<Subject> {
        let previous =
            self.drafts.iter().rev().take_while(|d| d.unit == number).filter(|d| d.cue.is_some() && d.order < hit.verb).find_map(|d| {
                let nested = d.content.iter().any(|r| r.start <= hit.verb && hit.verb < r.end) && hit.shape == Shape::Finite;
                d.source.as_ref().filter(|_| !nested || d.content.len() == 1)
            });
        let own = self.syntax.clause_subject(hit.group.start, unit.first);
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

    // ---------------------------------------------------------------- other cues

    /// The ranges of "according to X" and "per X" in a unit, cue and source together.
    fn prepositional(&self, unit: Unit) -> Vec<Range<usize>> {
        let syntax = self.syntax;
        let mut out = Vec::new();
        let mut i = unit.first;
        while i + 1 < unit.end {
            if syntax.marks.opens(i).is_some() {
                i = syntax.step(i, unit.end);
                continue;
            }
            let width = match syntax.lower(i) {
                "according" if syntax.lower(i + 1) == "to" => 2,
                "per"
                    if (i == unit.first || syntax.tag(i - 1) == Tag::Comma)
                        && syntax.tag(i + 1).begins_phrase()
                        && !matches!(syntax.lower(i + 1), "cent" | "request" | "capita" | "head")
                        && syntax.tag(i + 1) != Tag::Num =>
                {
                    1
                }
                _ => 0,
            };
            if width > 0 && syntax.tag(i + width) != Tag::Rel {
                let end = self.source_right(i + width, unit.end);
                // "according to need" names no voice.
                let voice = end > i + width
                    && !matches!(
                        syntax.lower(end - 1),
                        "need" | "needs" | "schedule" | "size" | "age" | "type" | "plan" | "ability" | "preference" | "preferences"
                    );
                if voice {
                    out.push(i..end);
                    i = end;
                    continue;
                }
            }
            i += 1;
        }
        out
    }

    fn according(&mut self, number: usize, unit: Unit, range: Range<usize>, floor: &mut usize, trailing: &[usize]) {
        let syntax = self.syntax;
        let width = if syntax.lower(range.start) == "per" { 1 } else { 2 };
        let cue_tokens = range.start..range.start + width;
        let before = syntax.before(range.start, unit.first);
        // Nothing before it could be its content: "However, according to Roe, ...".
        let alone = before == Tag::Comma && !syntax.speaks(unit.first, range.start) && range.start < unit.first + 8;
        let alone = alone && !(syntax.tag(range.end) == Tag::Comma && syntax.tag(range.end + 1).finite());
        let leads = alone
            || matches!(before, Tag::End | Tag::That | Tag::Conj | Tag::Rel | Tag::Sub | Tag::Colon | Tag::Semi)
            || before == Tag::Comma
                && matches!(syntax.before(range.start - 1, unit.first), Tag::Conj | Tag::That | Tag::Rel | Tag::Sub | Tag::Prep);
        let mut source_end = range.end;
        let mut content = Vec::new();
        if leads {
            // The source may run on to the comma: "according to a letter that the Herald saw, ...".
            let mut k = source_end;
            while k < unit.end && !matches!(syntax.tag(k), Tag::Comma | Tag::Semi | Tag::Stop | Tag::Quote) && k < source_end + 25 {
                k += 1;
            }
            let at = if syntax.tag(k) == Tag::Comma { k + 1 } else { source_end };
            let end = syntax.sentence_end(at, unit.end, trailing);
            if end > at {
                if syntax.tag(k) == Tag::Comma {
                    source_end = k;
                }
                content.push(at..end);
            }
        }
        if content.is_empty() {
            let mut end = range.start;
            while end > *floor && matches!(syntax.tag(end - 1), Tag::Comma | Tag::Dash | Tag::Adv) {
                end -= 1;
            }
            let start = syntax.content_start(end, *floor);
            if start >= end {
                return;
            }
            content.push(start..end);
            if !syntax.speaks(start, end) && syntax.tag(source_end) == Tag::Comma {
                let stop = syntax.content_end(source_end + 1, unit.end, trailing, false);
                if stop > source_end + 1 {
                    content.push(source_end + 1..stop);
                }
            }
        }
        let mut source_start = range.start + width;
        while source_start < source_end && syntax.tag(source_start) == Tag::Mark {
            source_start += 1;
        }
        if source_start >= source_end {
            return;
        }
        let source = self.speakers.source(syntax, &Subject { range: source_start..source_end, antecedent: None });
        let kind = self.kind(&content);
        let cue = Cue {
            span: syntax.doc.span(cue_tokens),
            lemma: if width == 2 { "according to" } else { "per" }.to_owned(),
            act: SpeechAct::States,
            negated: false,
            hedged: false,
        };
        self.push(number, kind, content, Some(cue), Some(source), range.start, 88, "\u{201c}according to\u{201d} names the source");
        *floor = (*floor).max(source_end);
    }

    /// Nouns that report: "his claim that", "a warning that".
    fn nominal(&mut self, number: usize, unit: Unit, trailing: &[usize]) {
        let syntax = self.syntax;
        let mut i = unit.first;
        while i < unit.end {
            if syntax.marks.opens(i).is_some() {
                i = syntax.step(i, unit.end);
                continue;
            }
            let next = i + 1;
            let entry = if syntax.tag(i) == Tag::Noun {
                syntax.word(i).nominal.and_then(|n| Tables::get().nouns.get(usize::from(n)))
            } else {
                None
            };
            // "claims made by Roe that", "a statement from the port that"
            let mut that = next;
            let mut agent = None;
            if matches!(syntax.tag(that), Tag::Part | Tag::Past) && matches!(syntax.lower(that + 1), "by" | "from") {
                that += 1;
            }
            if entry.is_some() && matches!(syntax.lower(that), "by" | "from") {
                let end = syntax.core_right(that + 1, unit.end);
                if end > that + 1 && syntax.tag(end) == Tag::That {
                    agent = Some(that + 1..end);
                    that = end;
                }
            }
            let alleges = |lemma: &str| matches!(lemma, "claim" | "allegation" | "accusation" | "rumor" | "rumour");
            let bare = entry.is_some_and(|e| alleges(e.lemma))
                && matches!(syntax.tag(next), Tag::Pron | Tag::Det | Tag::Name)
                && syntax.clause_at(next, unit.end);
            if let Some(entry) = entry
                && (bare || syntax.tag(that) == Tag::That && !syntax.tag(that + 1).finite() && syntax.clause_at(that + 1, unit.end))
            {
                let next = if bare { next - 1 } else { that };
                let Some(subject) = agent.map(|range| Subject { range, antecedent: None }).or_else(|| self.holder(i, unit)) else {
                    i += 1;
                    continue;
                };
                let end = syntax.content_end(next + 1, unit.end, trailing, false);
                let end = self.nominal_end(i, next + 1, end, unit);
                if end > next + 1 {
                    let content = vec![next + 1..end];
                    let source = Some(self.speakers.source(syntax, &subject));
                    let kind = self.kind(&content);
                    let cue = Cue {
                        span: syntax.doc.span(i..i + 1),
                        lemma: entry.lemma.to_owned(),
                        act: entry.act,
                        negated: false,
                        hedged: false,
                    };
                    let n = self.push(number, kind, content, Some(cue), source, i, 66, "a noun that reports, with its clause");
                    let stance = entry.frames.has(b'e');
                    if let Some(d) = self.drafts.get_mut(n) {
                        d.stance = stance;
                    }
                }
            }
            i = next;
        }
    }

    /// The end of the clause of a noun that is itself the subject: "his claim that it was safe [angered drivers]".
    fn nominal_end(&self, noun: usize, start: usize, end: usize, unit: Unit) -> usize {
        let syntax = self.syntax;
        if syntax.speaks(unit.first, noun) {
            return end;
        }
        let fronted = matches!(syntax.tag(unit.first), Tag::Prep | Tag::Sub);
        let mut verbs = 0;
        let mut i = start;
        while i < end {
            match syntax.tag(i) {
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

    /// Whose claim: "Roe's claim", "his claim", "a claim by Roe", "issued a warning".
    fn holder(&self, noun: usize, unit: Unit) -> Option<Subject> {
        let syntax = self.syntax;
        let mut i = noun;
        while i > unit.first && matches!(syntax.tag(i - 1), Tag::Noun | Tag::Num | Tag::Part | Tag::Past) {
            i -= 1;
        }
        match syntax.before(i, unit.first) {
            Tag::Poss => Some(Subject { range: i - 1..i, antecedent: None }),
            Tag::Gen => syntax.phrase_left(i - 1, unit.first).map(|s| Subject { range: s..i - 1, antecedent: None }),
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
                    );
                made.then(|| syntax.clause_subject(v - 1, unit.first).or_else(|| syntax.subject(v - 1, unit.first))).flatten()
            }
        }
    }

    /// "Minister: taxes will rise" in a headline.
    fn headline(&mut self, number: usize, unit: Unit) {
        let syntax = self.syntax;
        if syntax.doc.blocks.get(unit.block).is_none_or(|b| b.kind != BlockKind::Headline) {
            return;
        }
        let Some(colon) = (unit.first + 1..unit.end.min(unit.first + 7)).find(|&k| syntax.tag(k) == Tag::Colon) else { return };
        let named = (unit.first..colon).all(|k| matches!(syntax.tag(k), Tag::Name | Tag::Noun | Tag::Gen | Tag::Num));
        let letter = syntax.doc.form(unit.first).chars().count() == 1;
        if !named || letter || colon + 2 >= unit.end || !syntax.speaks(colon + 1, unit.end) && syntax.marks.opens(colon + 1).is_none() {
            return;
        }
        let source = self.speakers.source(syntax, &Subject { range: unit.first..colon, antecedent: None });
        let content = vec![colon + 1..unit.end];
        let kind = self.kind(&content);
        self.push(number, kind, content, None, Some(source), unit.first, 55, "a headline names the speaker before a colon");
    }

    // ---------------------------------------------------------------- quotations without a cue

    /// Quotations that begin in the unit and that no cue claimed.
    fn quotations(&mut self, number: usize, unit: Unit) {
        let syntax = self.syntax;
        let mut i = unit.first;
        while i < unit.end {
            let Some(q) = syntax.marks.opens(i) else {
                i += 1;
                continue;
            };
            i = q.end.max(i + 1);
            let Some(index) = syntax.marks.at(q.open) else { continue };
            if self.used.get(index).copied().unwrap_or(true) {
                continue;
            }
            let n = q.inner_end().saturating_sub(q.inner_first());
            // It goes on in the next paragraph, where its speaker may be named.
            if q.carries
                && !(index > 0
                    && syntax.marks.quotations.get(index - 1).is_some_and(|p| p.carries)
                    && self.used.get(index - 1) == Some(&true))
                && self.drafts.last().is_none_or(|d| d.unit + 1 < number || !matches!(d.kind, StatementKind::Direct | StatementKind::Mixed))
            {
                continue;
            }
            let speaks = syntax.speaks(q.inner_first(), q.inner_end());
            let leads_unit = q.open == unit.first || q.open == unit.first + 1 && syntax.tag(unit.first) == Tag::Conj;
            let carried = index > 0
                && syntax.marks.quotations.get(index - 1).is_some_and(|p| p.carries)
                && self.used.get(index - 1).copied().unwrap_or(false);
            // A cue in the next unit may claim it: ""Why?" Roe asked."
            if q.end == unit.end && q.closed && self.claimed_next(number, q.end) {
                continue;
            }
            // It goes on from the statement before, in this paragraph or the last.
            let last = self.drafts.iter().rposition(|d| !d.stance && d.kind != StatementKind::Refusal);
            if let Some(last) = last {
                let previous = self.drafts.get(last).and_then(|d| self.syntax.units.get(d.unit)).copied();
                let quoted = self
                    .drafts
                    .get(last)
                    .is_some_and(|d| matches!(d.kind, StatementKind::Direct | StatementKind::Mixed) && d.source.is_some());
                let near = previous.is_some_and(|p| p.block == unit.block || p.block + 1 == unit.block);
                let adjacent =
                    self.drafts.get(last).is_some_and(|d| d.unit == number || d.unit + 1 == number || self.quotes_only(d.unit + 1, number));
                let trails =
                    self.drafts.get(last).is_some_and(|d| d.content.first().is_some_and(|r| r.start < d.order) || d.content.is_empty());
                let same_block = previous.is_some_and(|p| p.block == unit.block);
                if carried
                    || quoted
                        && near
                        && adjacent
                        && leads_unit
                        && n > 1
                        && (same_block && trails || speaks && n > 4 && (trails || same_block || !q.closed))
                {
                    if let Some(d) = self.drafts.get_mut(last) {
                        d.content.push(q.open..q.end);
                    }
                    if let Some(u) = self.used.get_mut(index) {
                        *u = true;
                    }
                    continue;
                }
            }
            if q.closed
                && n > 2
                && let Some(source) = self.signature(q.end, unit, number)
            {
                let source = self.speakers.source(syntax, &Subject { range: source, antecedent: None });
                self.push(
                    number,
                    StatementKind::Direct,
                    vec![q.open..q.end],
                    None,
                    Some(source),
                    q.open,
                    75,
                    "a name behind a dash signs the quotation",
                );
                continue;
            }
            let sentence = speaks && n > 3 && (leads_unit || matches!(syntax.before(q.open, unit.first), Tag::Colon));
            if sentence {
                self.orphan(number, unit, q.open, q.end, index);
            } else if n >= 3 && q.closed {
                self.fragment(number, unit, q.open, q.end, index);
            }
        }
    }

    /// The name that signs a quotation: ""We won." - Ann Lee", in the same line or the next.
    fn signature(&self, end: usize, unit: Unit, number: usize) -> Option<Range<usize>> {
        let syntax = self.syntax;
        let (at, stop) = if end < unit.end {
            (end, unit.end)
        } else {
            syntax.units.get(number + 1).filter(|u| u.first == end).map(|u| (u.first, u.end))?
        };
        if syntax.tag(at) != Tag::Dash && !matches!(syntax.doc.form(at), "-" | "--") {
            return None;
        }
        let name = at + 1;
        let past = syntax.phrase_right(name, stop);
        let ends = past >= stop || matches!(syntax.tag(past), Tag::Comma | Tag::Stop | Tag::Open);
        (past > name && ends && syntax.tag(name) == Tag::Name && !syntax.speaks(name, stop)).then_some(name..past)
    }

    /// Whether only quotations stand in the units from `first` to before `last`.
    fn quotes_only(&self, first: usize, last: usize) -> bool {
        last.saturating_sub(first) < 8
            && (first..last)
                .all(|u| self.syntax.units.get(u).is_some_and(|u| self.syntax.marks.opens(u.first).is_some_and(|q| q.end == u.end)))
    }

    /// Whether the unit behind a quotation begins with an attribution clause of its own.
    fn claimed_next(&self, number: usize, end: usize) -> bool {
        let syntax = self.syntax;
        let Some(next) = syntax.units.get(number + 1).copied().filter(|u| u.first == end) else { return false };
        if !self.quote_before(next) {
            return false;
        }
        let stop = next.end.min(next.first + 14);
        cues::find(syntax, next.first, stop).into_iter().take(1).any(|hit| {
            let f = self.surroundings(hit, next);
            f.trails == Some(next.first) && syntax.right(&f.hit, next, &[]).is_none() && self.left(&f, next, next.first).is_some()
        })
    }

    /// A sentence in quotation marks without a cue: the subject of what stands before it speaks, if anyone.
    fn orphan(&mut self, number: usize, unit: Unit, open: usize, end: usize, index: usize) {
        let syntax = self.syntax;
        let before = if open > unit.first + 1 {
            syntax.clause_subject(open, unit.first)
        } else {
            number.checked_sub(1).and_then(|n| syntax.units.get(n)).filter(|p| p.block == unit.block).and_then(|p| self.main_subject(*p))
        };
        // "Roe: "I said no."": a label.
        let label = (open > unit.first && syntax.tag(open - 1) == Tag::Colon)
            .then(|| syntax.phrase_left(open - 1, unit.first).map(|s| Subject { range: s..open - 1, antecedent: None }))
            .flatten()
            .filter(|s| matches!(syntax.before(s.range.start, unit.first), Tag::End | Tag::Quote | Tag::Stop) && s.range.len() < 6);
        let before = label.or(before);
        let before = before.filter(|s| !matches!(syntax.tag(s.range.start), Tag::Rel | Tag::That | Tag::Det if s.range.len() == 1));
        // A paragraph that is one quotation goes on with the last voice.
        let said = |d: &&Draft| d.source.is_some() && d.cue.is_some() && d.kind != StatementKind::Refusal && !d.stance;
        let size = |d: &&Draft| d.content.iter().map(ExactSizeIterator::len).sum::<usize>();
        let last = self.drafts.iter().rev().find(said).map(|d| d.unit);
        // Of nested voices the outermost, which speaks in the report itself.
        let last = last.and_then(|unit| {
            self.drafts.iter().rev().take_while(|d| d.unit >= unit).filter(|d| d.unit == unit).filter(said).max_by_key(size)
        });
        let before = before.filter(|_| !(open == unit.first && last.is_some_and(|d| d.unit + 1 == number)));
        let heard = last
            .filter(|d| before.is_none() && open == unit.first && self.syntax.units.get(d.unit).is_some_and(|u| u.block + 3 >= unit.block));
        if let Some(source) = heard.and_then(|d| d.source.clone()) {
            self.push(
                number,
                StatementKind::Direct,
                vec![open..end],
                None,
                Some(source),
                open,
                55,
                "a quotation that follows words of its speaker",
            );
            if let Some(u) = self.used.get_mut(index) {
                *u = true;
            }
            return;
        }
        let (source, confidence, reason) = match before {
            Some(subject) => (Some(self.speakers.source(syntax, &subject)), 58, "a quotation after a sentence about its speaker"),
            None => (None, 40, "a quotation without a stated speaker"),
        };
        self.push(number, StatementKind::Direct, vec![open..end], None, source, open, confidence, reason);
        if let Some(u) = self.used.get_mut(index) {
            *u = true;
        }
    }

    /// The subject of the first finite verb of a unit.
    fn main_subject(&self, unit: Unit) -> Option<Subject> {
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
    fn fragment(&mut self, number: usize, unit: Unit, open: usize, end: usize, index: usize) {
        let syntax = self.syntax;
        if self.names_a_work(open, end, unit) {
            return;
        }
        let Some(subject) = syntax.nearest_subject(open, unit.first) else { return };
        if matches!(syntax.tag(subject.range.start), Tag::Rel | Tag::That) {
            return;
        }
        let source = self.speakers.source(syntax, &subject);
        if matches!(source.class, super::SourceClass::Collective | super::SourceClass::Unnamed)
            && source.mention.is_none()
            && source.entity.is_none()
        {
            return;
        }
        self.push(
            number,
            StatementKind::Direct,
            vec![open..end],
            None,
            Some(source),
            open,
            50,
            "words in quotation marks, by the subject of their clause",
        );
        if let Some(u) = self.used.get_mut(index) {
            *u = true;
        }
    }

    /// Titles, names, mottos: capitals throughout, or a word before them that names.
    fn names_a_work(&self, open: usize, end: usize, unit: Unit) -> bool {
        let syntax = self.syntax;
        let inner = open + 1..end.saturating_sub(1);
        let long = |k: &usize| syntax.doc.form(*k).chars().count() > 3;
        let capitals = inner.clone().filter(long).all(|k| syntax.word(k).capital) && inner.clone().any(|k| long(&k));
        let naming = (open.saturating_sub(3).max(unit.first)..open).any(|k| {
            matches!(
                syntax.lower(k),
                "called"
                    | "named"
                    | "titled"
                    | "entitled"
                    | "dubbed"
                    | "nicknamed"
                    | "known"
                    | "headlined"
                    | "slogan"
                    | "motto"
                    | "title"
                    | "song"
                    | "book"
                    | "film"
                    | "album"
                    | "movie"
                    | "single"
                    | "hit"
                    | "show"
                    | "series"
                    | "episode"
                    | "novel"
                    | "reading"
                    | "read"
                    | "reads"
                    | "labeled"
                    | "labelled"
                    | "marked"
                    | "word"
                    | "phrase"
                    | "term"
                    | "words"
                    | "so-called"
                    | "hashtag"
                    | "logo"
                    | "nickname"
            )
        });
        capitals || naming
    }

    // ---------------------------------------------------------------- drafts

    fn make_cue(&self, hit: &Hit) -> Cue {
        let lemma = hit.entry.particle.map_or_else(|| hit.entry.lemma.to_owned(), |p| [hit.entry.lemma, " ", p].concat());
        Cue { span: self.syntax.doc.span(hit.group.clone()), lemma, act: hit.entry.act, negated: hit.negated, hedged: hit.hedged }
    }

    /// The number of the date in an attribution clause that holds the tokens `first..end`.
    fn when(&self, first: usize, end: usize) -> Option<u32> {
        (first..end.min(first + 40)).find_map(|i| self.syntax.date(i))
    }

    /// Direct, mixed or indirect, by what stands in marks.
    fn kind(&self, content: &[Range<usize>]) -> StatementKind {
        let syntax = self.syntax;
        let (mut inside, mut outside) = (0usize, 0usize);
        for r in content {
            let mut i = r.start;
            while i < r.end {
                if let Some(q) = syntax.marks.quotation(i) {
                    inside += usize::from(q.inner_end() > q.inner_first());
                    i = q.end.max(i + 1);
                    continue;
                }
                outside += usize::from(!matches!(syntax.tag(i), Tag::Quote | Tag::Comma | Tag::Stop | Tag::Dash | Tag::Colon));
                i += 1;
            }
        }
        match (inside, outside) {
            (0, _) => StatementKind::Indirect,
            (_, 0) => StatementKind::Direct,
            _ => StatementKind::Mixed,
        }
    }

    #[allow(clippy::too_many_arguments, reason = "one call a rule, each with its own words")]
    fn push(
        &mut self,
        unit: usize,
        kind: StatementKind,
        content: Vec<Range<usize>>,
        cue: Option<Cue>,
        source: Option<Source>,
        order: usize,
        confidence: u8,
        reason: &str,
    ) -> usize {
        for r in &content {
            let mut i = r.start;
            while i < r.end {
                if let Some(n) = self.syntax.marks.at(i) {
                    if let Some(u) = self.used.get_mut(n) {
                        *u = true;
                    }
                    i = self.syntax.marks.quotation(i).map_or(i + 1, |q| q.end.max(i + 1));
                } else {
                    i += 1;
                }
            }
        }
        // A quotation that was re-opened here began paragraphs before.
        let mut content = content;
        while let Some(first) = content.first().map(|r| r.start)
            && let Some(n) = self.syntax.marks.opens(first).and(self.syntax.marks.at(first)).filter(|n| *n > 0)
            && let Some(earlier) = self.syntax.marks.quotations.get(n - 1).copied().filter(|q| q.carries)
            && self.used.get(n - 1) == Some(&false)
        {
            content.insert(0, earlier.open..earlier.end);
            if let Some(u) = self.used.get_mut(n - 1) {
                *u = true;
            }
        }
        self.drafts.push(Draft {
            kind,
            content,
            cue,
            source,
            addressee: None,
            when: None,
            stance: false,
            confidence,
            reason: reason.to_owned(),
            unit,
            order,
        });
        self.drafts.len() - 1
    }

    fn finish(self) -> Vec<Statement> {
        let syntax = self.syntax;
        let mut out: Vec<(usize, Statement)> = Vec::new();
        let nested: Vec<Option<usize>> = self.drafts.iter().enumerate().map(|(i, d)| self.outer(i, d)).collect();
        for (i, d) in self.drafts.iter().enumerate() {
            let mut content: Vec<Span> = d.content.iter().map(|r| self.trimmed(r)).filter(|s| !s.is_empty()).collect();
            content.sort_unstable();
            content.dedup_by(|b, a| b.start < a.end);
            if content.is_empty() && d.kind != StatementKind::Refusal {
                continue;
            }
            let mut via = Vec::new();
            let mut outer = nested.get(i).copied().flatten();
            for _ in 0..3 {
                let Some(o) = outer else { break };
                if let Some(source) = self.drafts.get(o).and_then(|d| d.source.clone()) {
                    let same = d
                        .source
                        .as_ref()
                        .is_some_and(|s| s.entity.is_some() && s.entity == source.entity || s.mention == Some(source.span));
                    if !same {
                        via.push(source);
                    }
                }
                outer = nested.get(o).copied().flatten();
            }
            let order = d.content.first().map_or(d.order, |r| r.start).min(d.order);
            let kind = if d.content.len() > 1 && d.kind != StatementKind::Refusal { self.kind(&d.content) } else { d.kind };
            out.push((
                order,
                Statement {
                    kind,
                    content,
                    cue: d.cue.clone(),
                    source: d.source.clone(),
                    via,
                    addressee: d.addressee.clone().map(|r| syntax.doc.span(r)),
                    when: d.when,
                    stance: d.stance,
                    confidence: d.confidence,
                    reason: d.reason.clone(),
                },
            ));
        }
        out.sort_by_key(|(order, _)| *order);
        out.into_iter().map(|(_, s)| s).collect()
    }

    /// The draft of the same unit whose content holds the cue of draft `i`.
    fn outer(&self, i: usize, d: &Draft) -> Option<usize> {
        let holds = |o: &Draft| !o.stance && o.content.iter().any(|r| r.start <= d.order && d.order < r.end) && o.order != d.order;
        let near = i.saturating_sub(12)..(i + 12).min(self.drafts.len());
        near.filter(|&o| o != i)
            .filter(|&o| self.drafts.get(o).is_some_and(|x| x.unit == d.unit && holds(x)))
            .min_by_key(|&o| self.drafts.get(o).map_or(usize::MAX, |x| x.content.iter().map(ExactSizeIterator::len).sum()))
    }

    /// The span of a content without commas and stops at its edges; a stop inside closing marks stays.
    fn trimmed(&self, range: &Range<usize>) -> Span {
        let syntax = self.syntax;
        let (mut a, mut b) = (range.start, range.end);
        let stray = |i: usize| syntax.tag(i) == Tag::Quote && syntax.marks.at(i).is_none();
        while a < b && (matches!(syntax.tag(a), Tag::Comma | Tag::Colon | Tag::Semi | Tag::Dash | Tag::Close) || stray(a)) {
            a += 1;
        }
        while a < b
            && (stray(b - 1)
                || matches!(syntax.tag(b - 1), Tag::Comma | Tag::Colon | Tag::Semi | Tag::Dash | Tag::Open)
                || syntax.tag(b - 1) == Tag::Stop && matches!(syntax.doc.form(b - 1), ".") && syntax.marks.at(b - 1).is_none())
        {
            b -= 1;
        }
        // A mark whose other half stands outside is left out.
        if a < b && syntax.marks.opens(a).is_some_and(|q| q.end > b && q.closed) {
            a += 1;
        }
        syntax.doc.span(a..b)
    }
}
