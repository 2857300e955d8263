//! Puts statements together: cue, source and content of every unit, then the quotations that no cue claimed.
//!
//! In: a [`Syntax`]. Out: [`Statement`]s in text order.

#![allow(clippy::single_range_in_vec_init, reason = "a content is a list of token ranges, most often of one")]

mod apart;
mod cue;
mod draft;
mod hearsay;
mod loose;
mod nominal;
mod orphan;
mod passive;
mod prepositional;
mod right;

use super::cues::{self, Hit, VerbForm};
use super::lexis::{Tag, Takes};
use super::speakers::Speakers;
use super::syntax::{Subject, Syntax, Unit};
use super::transcript::{self, Turn};
use super::{Cue, Source, SourceClass, SpeechAct, Statement, StatementKind};
use crate::order::Arrange;
use std::collections::BTreeMap;
use std::ops::Range;

/// A statement in tokens, before its spans are made.
#[derive(Clone, Default)]
struct Draft {
    /// Set where the marks of the content do not tell it.
    kind: Option<StatementKind>,
    content: Vec<Range<usize>>,
    cue: Option<Cue>,
    source: Option<Source>,
    addressee: Option<Range<usize>>,
    /// From whom the source has it: "quoted Roe as saying", "citing officials".
    via: Vec<Source>,
    when: Option<u32>,
    stance: bool,
    confidence: u8,
    reason: &'static str,
    unit: usize,
    /// The token that it is told at: its cue, else its first word.
    order: usize,
}

impl Draft {
    /// Whether somebody says it, and does not only hold it or withhold it.
    fn told(&self) -> bool {
        !self.stance && self.kind != Some(StatementKind::Refusal)
    }

    /// Whether quotation marks, or the setting, give words of its source.
    fn quotes(&self) -> bool {
        matches!(self.kind, Some(StatementKind::Direct | StatementKind::Mixed))
    }
}

pub(in super::super) struct Reader<'s, 'd> {
    syntax: &'s Syntax<'d>,
    speakers: Speakers,
    drafts: Vec<Draft>,
    /// Quotations that a content covers.
    used: Vec<bool>,
    /// Quotations by the form of their first word.
    openings: BTreeMap<u32, Vec<usize>>,
}

/// A cue with what was found around it, before content is decided.
struct CueClause {
    hit: Hit,
    subject: Option<Subject>,
    /// Where its attribution clause begins, if it can trail content: right behind a comma or closing mark.
    trails: Option<usize>,
    /// The source behind it: "said Roe".
    inverted: Option<Range<usize>>,
}

impl<'s, 'd> Reader<'s, 'd> {
    pub(in super::super) fn new(syntax: &'s Syntax<'d>) -> Self {
        let used = vec![false; syntax.marks.quotations.len()];
        let mut openings: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (n, q) in syntax.marks.quotations.iter().enumerate() {
            if let Some(token) = syntax.doc.tokens.get(q.open + 1) {
                openings.entry(token.form.0).or_default().push(n);
            }
        }
        Self { syntax, speakers: Speakers::new(), drafts: Vec::new(), used, openings }
    }

    pub(in super::super) fn read(mut self) -> Vec<Statement> {
        let turns = transcript::turns(self.syntax.doc);
        let mut turn = 0;
        for number in 0..self.syntax.units.len() {
            if let Some(unit) = self.syntax.units.get(number).copied() {
                while turns.get(turn).is_some_and(|t| t.whole.end <= unit.first) {
                    turn += 1;
                }
                if let Some(t) = turns.get(turn).filter(|t| t.whole.start < unit.end && unit.first < t.whole.end) {
                    // The first unit of a turn makes the statement; nothing inside it is read again.
                    if t.whole.start >= unit.first {
                        self.turn(number, t);
                    }
                    continue;
                }
                self.message(number, unit);
                self.unit(number, unit);

                self.quotations(number, unit);
                self.settle(number, unit);
            }
        }
        self.finish()
    }

    /// Keeps the subject of a unit in mind, and who was only named in what others said.
    fn settle(&mut self, number: usize, unit: Unit) {
        let said: Vec<&Range<usize>> = self.drafts.iter().rev().take_while(|d| d.unit == number).flat_map(|d| d.content.iter()).collect();
        let inside = |token: usize| said.iter().any(|r| r.contains(&token));
        self.speakers.settle(unit.first, inside);
        if let Some(subject) = self.main_subject(unit).filter(|s| !inside(s.range.start)) {
            self.speakers.remember(self.syntax, &subject);
        }
    }

    /// One turn of a transcript.
    fn turn(&mut self, number: usize, turn: &Turn) {
        let range = turn.label.clone();
        let mut source = self.speakers.source(self.syntax, &Subject { range, antecedent: turn.name.clone() });
        if let Some(name) = &turn.name {
            // "JR" after "Jane Roe": the label stands, the name is shown.
            let full = self.speakers.source(self.syntax, &Subject { range: name.clone(), antecedent: None });
            source = Source { span: source.span, mention: Some(full.span), ..full };
        } else if source.entity.is_none() && turn.letters {
            source.class = SourceClass::Unnamed;
        }
        let (lemma, act) = if turn.asks { ("ask", SpeechAct::Asks) } else { ("say", SpeechAct::States) };
        self.push(Draft {
            kind: Some(StatementKind::Direct),
            content: vec![turn.content.clone()],
            cue: Some(self.plain_cue(turn.label.clone(), lemma, act)),
            source: Some(source),
            unit: number,
            order: turn.label.start,
            confidence: 80,
            reason: "a turn of a transcript, with its speaker\u{2019}s label in front",
            ..Draft::default()
        });
    }

    fn unit(&mut self, number: usize, unit: Unit) {
        let syntax = self.syntax;
        self.headline(number, unit);
        let hits = cues::find(syntax, unit.first, unit.end);
        let frameable: Vec<CueClause> = hits.into_iter().map(|hit| self.surroundings(hit, unit)).collect();
        let sources = self.prepositional(unit);
        // Tokens at which a trailing attribution begins: contents end before them.
        let mut trailing: Vec<usize> = frameable.iter().filter_map(|f| f.trails.filter(|_| self.closes_clause(f, unit))).collect();
        trailing.extend(sources.iter().map(|s| s.whole.start).filter(|&at| at > unit.first));
        trailing.arrange();
        let mut floor = unit.first;
        let mut s = 0;
        for f in frameable {
            while let Some(voice) = sources.get(s).filter(|v| v.whole.start < f.hit.verb) {
                self.according(number, unit, voice, &mut floor, &trailing);
                s += 1;
            }
            self.cue(number, unit, &f, &mut floor, &trailing);
        }
        for voice in sources.iter().skip(s) {
            self.according(number, unit, voice, &mut floor, &trailing);
        }
        self.nominal(number, unit, &trailing);
        self.hearsay(number, unit, &trailing);
    }

    fn surroundings(&self, hit: Hit, unit: Unit) -> CueClause {
        let syntax = self.syntax;
        let lo = unit.first;
        let start = hit.group.start;
        let heard = self.heard_saying(&hit, unit);
        let before = syntax.before(start, lo);
        let shared =
            before == Tag::Conj || before == Tag::Comma && hit.form == VerbForm::Finite && syntax.before(start - 1, lo) == Tag::Conj;
        let mut subject = match hit.form {
            _ if heard.is_some() => heard.clone(),
            VerbForm::Finite | VerbForm::Passive if !shared => syntax.subject(start, lo),
            _ => None,
        };
        let inverted = self.inverted(&hit, unit, subject.as_ref());
        if inverted.is_some() {
            subject = None;
        }
        let attribution = match (&subject, &inverted) {
            (_, Some(_)) => Some(start),
            (Some(s), None) if hit.form == VerbForm::Finite || heard.is_some() => Some(s.range.start),
            _ => None,
        };
        let trails = attribution.filter(|&a| match syntax.before(a, lo) {
            Tag::Comma | Tag::Quote | Tag::Dash => !(subject.as_ref().is_some_and(|s| syntax.tag(s.range.start) == Tag::Rel)),
            Tag::End => self.quote_before(unit),
            Tag::Stop => syntax.marks.closes(a.wrapping_sub(2)).is_some(),
            _ => false,
        });
        CueClause { hit, subject, trails, inverted }
    }

    /// The source behind a finite verb that stands right behind a comma or closing mark: "..., said Roe".
    fn inverted(&self, hit: &Hit, unit: Unit, subject: Option<&Subject>) -> Option<Range<usize>> {
        let syntax = self.syntax;
        let (lo, start, next) = (unit.first, hit.group.start, hit.group.end);
        let before = syntax.before(start, lo);
        let quoted = before == Tag::Quote || before == Tag::Comma && syntax.before(start - 1, lo) == Tag::Quote;
        if !(hit.entry.frames.has(Takes::Inversion) || hit.entry.frames.has(Takes::Quotation) && quoted && self.paused(start))
            || hit.form != VerbForm::Finite
            || start != hit.verb
            || !matches!(before, Tag::Comma | Tag::Quote | Tag::Dash | Tag::End | Tag::Stop | Tag::Close)
            || !matches!(syntax.tag(hit.verb), Tag::Past | Tag::S | Tag::Base)
            || !syntax.tag(next).begins_phrase()
            || matches!(syntax.tag(next), Tag::That | Tag::Wh)
            || (next..next + 2).any(|k| syntax.is_time(k))
        {
            return None;
        }
        let end = self.source_right(next, unit.end);
        if end == next || !self.closes_source(end, unit) {
            return None;
        }
        let plain = matches!(hit.entry.lemma, "say" | "report" | "write" | "add" | "note" | "tweet" | "claim" | "argue");
        let heads = before == Tag::End && matches!(syntax.tag(end), Tag::Colon | Tag::Comma) && syntax.marks.opens(end + 1).is_some();
        let words_before = heads || quoted || before == Tag::End && self.quote_before(unit) || before == Tag::Comma && plain;
        if !words_before || subject.is_some() && before == Tag::Close {
            return None;
        }
        let last = plain && end >= unit.end.saturating_sub(1);
        let by_name = || (next..end).any(|k| syntax.tag(k) == Tag::Name);
        // Without marks a clause must stand before it, and not only the subject.
        let clause = quoted || before != Tag::Comma || syntax.speaks(lo, subject.map_or(start, |s| s.range.start));
        // "Lee, who was ill, had left, said his wife.": two verbs before it and nothing behind.
        let two_verbs = || last && (lo..start).filter(|&k| syntax.tag(k).finite() && syntax.marks.at(k).is_none()).count() > 1;
        // "..., reported the Oslo Herald."
        let named = || last && by_name() && syntax.speaks(lo, start);
        // "Recipients, said Roe, are to show them."
        let amid = || plain && syntax.tag(end) == Tag::Comma && syntax.tag(end + 1).finite() && by_name();
        if !(clause || two_verbs() || named() || amid()) {
            return None;
        }
        // Right behind closing marks only a verb behind the phrase makes it a subject.
        let own_clause = match syntax.tag(end) {
            Tag::Rel => false,
            tag if quoted => tag.finite(),
            _ => syntax.clause_at(next, unit.end),
        };
        (!own_clause).then_some(next..end)
    }

    /// Whether what stands at `end` lets a source behind its verb end there.
    fn closes_source(&self, end: usize, unit: Unit) -> bool {
        use Tag::{Adv, Colon, Comma, Conj, Dash, End, Ing, Open, Prep, Quote, Rel, Semi, Stop, Sub, Time, To};
        let mark = matches!(self.syntax.tag(end), Comma | Stop | End | Quote | Colon | Dash | Semi | Open);
        let word = matches!(self.syntax.tag(end), Prep | Time | Rel | Adv | Ing | Conj | Sub | To);
        mark || word || end >= unit.end || self.syntax.is_time(end)
    }

    /// Whether a comma, a question or an exclamation closes the quotation before token `at`.
    fn paused(&self, at: usize) -> bool {
        let mark = |k: usize| matches!(self.syntax.doc.form(k), "," | "?" | "!");
        at > 1 && (mark(at - 1) || mark(at - 2))
    }

    /// "Roe is heard saying", "Roe is quoted as saying": whose voice it is.
    fn heard_saying(&self, hit: &Hit, unit: Unit) -> Option<Subject> {
        let syntax = self.syntax;
        if hit.form != VerbForm::Participle || hit.group.start < unit.first + 3 {
            return None;
        }
        let verb = hit.group.start - 1 - usize::from(syntax.lower(hit.group.start - 1) == "as");
        let relayed = matches!(syntax.lower(verb), "heard" | "seen" | "caught" | "recorded" | "quoted" | "cited");
        let mut group = verb;
        while group > unit.first && matches!(syntax.tag(group - 1), Tag::Be | Tag::Have | Tag::Modal | Tag::Adv) {
            group -= 1;
        }
        (relayed && group < verb).then(|| syntax.subject(group, unit.first)).flatten()
    }

    /// Whether the unit before, in the same paragraph, ends with a closing mark: ""Why?" Roe asked."
    fn quote_before(&self, unit: Unit) -> bool {
        unit.first > 0
            && self.syntax.marks.closes(unit.first - 1).is_some_and(|q| q.closed)
            && self.syntax.doc.tokens.get(unit.first).is_some_and(|t| t.breaks == 0)
    }

    /// Whether the words behind a trailing cue leave no room for content of its own.
    fn closes_clause(&self, f: &CueClause, unit: Unit) -> bool {
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
}
