//! "According to X", "per X", "in the words of X", "in X's view", before, within and behind their clause.
//!
//! In: a unit. Out: drafts. Contents end before such a phrase, so that its places are found first.

use super::{Draft, Reader};
use crate::quote::extent::Extent;
use crate::quote::lexis::Tag;
use crate::quote::reach;
use crate::quote::syntax::{Subject, Unit};
use crate::quote::{Source, SpeechAct};
use std::ops::Range;

/// A phrase that names a voice without a verb.
pub(super) struct Voice {
    /// All of it.
    pub(super) whole: Range<usize>,
    cue: Range<usize>,
    source: Range<usize>,
    lemma: &'static str,
}

/// Nouns behind "in", whose holder speaks or judges.
const TOLD_IN: &[&str] = &["words", "view", "opinion", "estimation", "telling", "judgment", "judgement", "account", "analysis"];

/// What things are done according to, and is no voice.
const MEASURES: &[&str] = &["need", "needs", "schedule", "size", "age", "type", "plan", "ability", "preference", "preferences"];

impl Reader<'_, '_> {
    /// The phrases of a unit that name a voice without a verb.
    pub(super) fn prepositional(&self, unit: Unit) -> Vec<Voice> {
        let syntax = self.syntax;
        let mut out = Vec::new();
        let mut i = unit.first;
        while i + 1 < unit.end {
            if syntax.marks.opens(i).is_some() {
                i = syntax.step(i, unit.end);
                continue;
            }
            match self.according_to(i, unit).or_else(|| self.in_words_of(i, unit)) {
                Some(voice) => {
                    i = voice.whole.end;
                    out.push(voice);
                }
                None => i += 1,
            }
        }
        out
    }

    /// "according to Roe", "per Roe".
    fn according_to(&self, i: usize, unit: Unit) -> Option<Voice> {
        let syntax = self.syntax;
        let (width, lemma) = match syntax.lower(i) {
            "according" if syntax.lower(i + 1) == "to" => (2, "according to"),
            "per"
                if (i == unit.first || syntax.tag(i - 1) == Tag::Comma)
                    && syntax.tag(i + 1).begins_phrase()
                    && !matches!(syntax.lower(i + 1), "cent" | "request" | "capita" | "head")
                    && syntax.tag(i + 1) != Tag::Num =>
            {
                (1, "per")
            }
            _ => return None,
        };
        let start = i + width;
        if syntax.tag(start) == Tag::Rel {
            return None;
        }
        // "He was, according to the Herald, the last of them.": what follows is no apposition.
        let open = i > unit.first + 1 && syntax.tag(i - 1) == Tag::Comma && syntax.tag(i - 2).finite();
        let end = if open { syntax.phrase_right(start, unit.end) } else { self.source_right(start, unit.end) };
        (end > start && !MEASURES.contains(&syntax.lower(end - 1))).then_some(Voice {
            whole: i..end,
            cue: i..start,
            source: start..end,
            lemma,
        })
    }

    /// "in the words of Roe", "in Roe's view".
    fn in_words_of(&self, i: usize, unit: Unit) -> Option<Voice> {
        let syntax = self.syntax;
        // "recounted in her account": what it is told in.
        if syntax.lower(i) != "in" || i > unit.first && syntax.is_cue(i - 1) {
            return None;
        }
        let told = |k: usize| TOLD_IN.contains(&syntax.lower(k)).then(|| syntax.lower(k));
        if syntax.lower(i + 1) == "the" && told(i + 2).is_some() && syntax.lower(i + 3) == "of" {
            let start = i + 4;
            let end = self.source_right(start, unit.end);
            return (end > start).then_some(Voice { whole: i..end, cue: i..start, source: start..end, lemma: "in the words of" });
        }
        let end = syntax.core_right(i + 1, unit.end);
        let noun = end.checked_sub(1).filter(|&k| k > i + 1 && told(k).is_some())?;
        let held = if syntax.lower(noun - 1) == "own" { noun - 1 } else { noun };
        let owner = match syntax.tag(held - 1) {
            Tag::Poss if held == i + 2 => i + 1..held,
            Tag::Gen if held > i + 2 => i + 1..held - 1,
            _ => return None,
        };
        Some(Voice { whole: i..end, cue: noun..end, source: owner, lemma: "in the words of" })
    }

    pub(super) fn according(&mut self, number: usize, unit: Unit, voice: &Voice, floor: &mut usize, trailing: &[usize]) {
        let syntax = self.syntax;
        let (content, end) = match self.led(voice, unit, trailing) {
            Some(led) => led,
            None => match self.closed(voice, unit, *floor, trailing) {
                Some(content) => (content, voice.whole.end),
                None => return,
            },
        };
        let mut source = voice.source.clone();
        if source.end == voice.whole.end {
            source.end = end;
        }
        while source.start < source.end && syntax.tag(source.start) == Tag::Mark {
            source.start += 1;
        }
        // "according to the Herald, citing officials", "a report citing officials"
        let cites = (source.start + 1..source.end).find(|&k| matches!(syntax.lower(k), "citing" | "quoting"));
        let cited = match cites {
            Some(k) if k + 1 < source.end => Some(Subject { range: k + 1..source.end, antecedent: None }),
            _ => self.cited(end, unit),
        };
        let via: Vec<Source> = cited.map(|s| self.speakers.source(syntax, &s)).into_iter().collect();
        source.end = cites.unwrap_or(source.end);
        if !source.is_empty() {
            let source = self.speakers.source(syntax, &Subject { range: source, antecedent: None });
            self.push(Draft {
                content,
                cue: Some(self.plain_cue(voice.cue.clone(), voice.lemma, SpeechAct::States)),
                source: Some(source),
                via,
                unit: number,
                order: voice.whole.start,
                confidence: 88,
                reason: "\u{201c}according to\u{201d} names the source",
                ..Draft::default()
            });
            *floor = (*floor).max(end);
        }
    }

    /// What follows a phrase that stands before its clause, and where the phrase ends: it may run on to the comma,
    /// "according to a letter that the Herald saw, ...".
    fn led(&self, voice: &Voice, unit: Unit, trailing: &[usize]) -> Option<(Vec<Range<usize>>, usize)> {
        let syntax = self.syntax;
        let Range { start, end } = voice.whole.clone();
        let before = syntax.before(start, unit.first);
        // Nothing before it could be its content: "However, according to Roe, ...".
        let alone = before == Tag::Comma
            && !syntax.speaks(unit.first, start)
            && start < unit.first + 8
            && !(syntax.tag(end) == Tag::Comma && syntax.tag(end + 1).finite());
        let joins = |tag: Tag| matches!(tag, Tag::Conj | Tag::That | Tag::Rel | Tag::Sub);
        // "said according to the rules nobody may"
        let inside = start > unit.first && syntax.tag(start - 1).finite() && syntax.speech(start - 1);
        let leads = alone
            || inside
            || joins(before)
            || matches!(before, Tag::End | Tag::Colon | Tag::Semi)
            || before == Tag::Comma && {
                let tag = syntax.before(start - 1, unit.first);
                joins(tag) || tag == Tag::Prep
            };
        if !leads {
            return None;
        }
        let stops = |k: usize| matches!(syntax.tag(k), Tag::Comma | Tag::Semi | Tag::Stop | Tag::Quote);
        let mut k = (end..unit.end.min(end + reach::CLAUSE)).find(|&k| stops(k)).unwrap_or(unit.end.min(end + reach::CLAUSE));
        // "according to Roe, who runs the port, ..."
        if syntax.tag(k) == Tag::Comma
            && syntax.tag(k + 1) == Tag::Rel
            && let Some(close) = (k + 2..unit.end.min(k + reach::ASIDE)).find(|&j| syntax.tag(j) == Tag::Comma)
        {
            k = close;
        }
        let comma = syntax.tag(k) == Tag::Comma;
        let at = if comma { k + 1 } else { end };
        let stop = syntax.sentence_end(at, unit.end, trailing);
        (stop > at).then(|| (vec![at..stop], if comma { k } else { end }))
    }

    /// What stands before a phrase that closes its clause, or around one that interrupts it.
    fn closed(&self, voice: &Voice, unit: Unit, floor: usize, trailing: &[usize]) -> Option<Vec<Range<usize>>> {
        let syntax = self.syntax;
        let Range { start: at, end: after } = voice.whole.clone();
        let mut end = at;
        while end > floor && matches!(syntax.tag(end - 1), Tag::Comma | Tag::Dash | Tag::Adv) {
            end -= 1;
        }
        // "the island — home to nine people according to the census — is": only what stands between the dashes.
        let aside =
            (floor..end).rev().find(|&k| matches!(syntax.tag(k), Tag::Dash | Tag::Open) && syntax.marks.at(k).is_none()).filter(|&k| {
                let close = if syntax.tag(k) == Tag::Open { Tag::Close } else { Tag::Dash };
                let mut past = after;
                while past < unit.end.min(after + reach::ASIDE) && !matches!(syntax.tag(past), Tag::Dash | Tag::Close | Tag::Comma) {
                    past = syntax.step(past, unit.end);
                }
                syntax.tag(past) == close && (k..end).all(|j| j == k || syntax.tag(j) != close)
            });
        let start = aside.map_or_else(|| syntax.content_start(end, floor), |k| k + 1);
        if start >= end {
            return None;
        }
        // ""Why?" she said years later, according to her site.": nothing of its own stands before it.
        let bare = !syntax.speaks(start, end);
        if bare && aside.is_none() && floor > unit.first && syntax.tag(after) != Tag::Comma {
            return None;
        }
        let mut content = vec![start..end];
        // "He was, according to the Herald, the last of them."
        let open = syntax.tag(end - 1).finite();
        if (bare || open) && syntax.tag(after) == Tag::Comma {
            let stop = syntax.content_end(after + 1, unit.end, trailing, Extent::Clause);
            if stop > after + 1 {
                content.push(after + 1..stop);
            }
        }
        Some(content)
    }
}
