//! What stands between a cue and its content: times, places, media, and to whom it was said.
//!
//! In: a cue in its unit. Out: where these end, with the addressee. Whether content follows is not asked here.

use super::cues::{Hit, VerbForm};
use super::lexis::{Tag, Takes};
use super::reach;
use super::sorts::Sort;
use super::subject::TIMES;
use super::syntax::Syntax;
use std::ops::Range;

/// What stands between a cue and its content, or behind a cue that trails.
pub(super) struct Adjuncts {
    /// Just past them.
    pub(super) end: usize,
    pub(super) addressee: Option<Range<usize>>,
    /// First token behind a preposition "of", "about", "against", "for" among them.
    pub(super) object: Option<usize>,
    /// Whether a prepositional phrase is among them: a "that" or "where" behind it may hang on its noun.
    pub(super) phrase: bool,
}

/// How it came out.
const ISSUED: &[&str] = &[
    "issued",
    "released",
    "published",
    "posted",
    "sent",
    "given",
    "made",
    "read",
    "aired",
    "broadcast",
    "carried",
    "delivered",
    "seen",
    "distributed",
    "dated",
];

/// How many adjuncts may stand between a cue and its content.
const MOST: usize = 10;

impl Syntax<'_> {
    /// Whether token `i` is what a statement is made in: "interview".
    pub(super) fn is_medium(&self, i: usize) -> bool {
        self.word(i).sorts.has(Sort::Medium)
    }

    /// Skips times, places, addressees and adverbs from `start`.
    pub(super) fn adjuncts(&self, hit: &Hit, start: usize, hi: usize) -> Adjuncts {
        let mut out = Adjuncts { end: start, addressee: None, object: None, phrase: false };
        for _ in 0..MOST {
            match self.adjunct(hit, &mut out, hi) {
                Some(next) => out.end = next,
                None => break,
            }
        }
        out.end = out.end.min(hi);
        out
    }

    /// The end of the one adjunct at `out.end`, if there is one; what it is goes into `out`.
    fn adjunct(&self, hit: &Hit, out: &mut Adjuncts, hi: usize) -> Option<usize> {
        let i = out.end;
        if i >= hi {
            return None;
        }
        let tag = self.tag(i);
        let open = out.addressee.is_none() && tag.begins_phrase();
        // "told Fox's Roe": an addressee all the same.
        let addressed = hit.entry.frames.has(Takes::Addressee) && open;
        if self.tag(i + 1) == Tag::Gen && tag != Tag::Prep && !addressed {
            return None;
        }
        if self.is_time(i) || tag == Tag::Adv && !matches!(self.lower(i), "there" | "here") {
            return (i + 1..=hi).find(|&k| k == hi || self.date(k).is_none() || self.date(k) != self.date(k - 1));
        }
        match tag {
            Tag::Det if matches!(self.lower(i), "this" | "last" | "that" | "earlier") && self.is_time(i + 1) => Some(i + 2),
            Tag::Noun | Tag::Name if matches!(self.lower(i), "late" | "early") && (self.is_time(i + 1) || self.lower(i + 1) == "on") => {
                Some(i + 1)
            }
            Tag::Noun if matches!(self.lower(i), "last" | "next") => {
                (TIMES.contains(&self.lower(i + 1)) || self.is_time(i + 1)).then_some(i + 2)
            }
            Tag::Prep => self.prepositional_adjunct(out, hi),
            // "said to reporters"
            Tag::To if self.tag(i + 1).begins_phrase() => {
                let end = self.core_right(i + 1, hi);
                out.addressee.get_or_insert(i + 1..end);
                Some(end)
            }
            Tag::To => None,
            Tag::Open => Some(self.step(i, hi)),
            Tag::Ing if matches!(self.lower(i), "using" | "speaking" | "referring" | "writing" | "talking") => {
                let end = self.phrase_right(i + 1, hi).max(i + 1);
                let end = if matches!(self.tag(end), Tag::Prep | Tag::To) { self.phrase_right(end + 1, hi).max(end) } else { end };
                let whole = end != i + 1 && end < hi;
                out.phrase |= whole;
                whole.then_some(end)
            }
            Tag::Comma => self.set_off(i, hi),
            _ if hit.form != VerbForm::Passive && (addressed || hit.entry.frames.has(Takes::ObjectInfinitive) && open) => {
                let end = self.told(hit, i, hi)?;
                out.addressee = Some(i..end);
                Some(end)
            }
            _ => None,
        }
    }

    /// "in a statement issued late", "about the plan for": a phrase with its preposition, at `out.end`.
    fn prepositional_adjunct(&self, out: &mut Adjuncts, hi: usize) -> Option<usize> {
        let i = out.end;
        let preposition = self.lower(i);
        if matches!(preposition, "as" | "than" | "like" | "despite" | "unlike") {
            return None;
        }
        let of_object = matches!(preposition, "of" | "about" | "against" | "for");
        let mut end = self.core_right(i + 1, hi);
        if end == i + 1 && self.tag(i + 1) == Tag::Time {
            end = i + 2;
        }
        // "said in a statement Roe would": the name begins the clause.
        if let Some(k) = (i + 2..end).find(|&k| self.tag(k) == Tag::Name && self.is_medium(k - 1))
            && self.clause_at(k, hi)
        {
            end = k;
        }
        if end == i + 1 {
            if of_object && self.tag(end) == Tag::Ing {
                out.object.get_or_insert(end);
            }
            // "said in announcing the plan"
            if self.tag(end) == Tag::Ing && matches!(preposition, "in" | "after" | "before" | "while") && !self.clause_at(i, hi) {
                return Some(self.phrase_right(end + 1, hi)).filter(|&after| after > end + 1);
            }
            return None;
        }
        if of_object {
            out.object.get_or_insert(i + 1);
        }
        while self.tag(end) == Tag::Prep && matches!(self.lower(end), "of" | "in" | "at" | "with" | "for" | "on" | "between") {
            let next = self.core_right(end + 1, hi);
            if next == end + 1 {
                break;
            }
            end = next;
        }
        if self.is_medium(end - 1) && ISSUED.contains(&self.lower(end)) {
            end += 1;
        }
        // A phrase that is the subject of what follows belongs to the content.
        if preposition == "to" || end > hi {
            return None;
        }
        out.phrase |= !self.is_time(end - 1);
        Some(end)
    }

    /// The end of what is set off by the comma at `i` and another: "said, in a statement, that".
    fn set_off(&self, i: usize, hi: usize) -> Option<usize> {
        if !matches!(self.tag(i + 1), Tag::Prep | Tag::Adv | Tag::Ing | Tag::Time | Tag::Past | Tag::Sub) {
            return None;
        }
        let close = (i + 1..hi.min(i + reach::PHRASE)).find(|&k| matches!(self.tag(k), Tag::Comma | Tag::Quote))?;
        let content = matches!(self.tag(close + 1), Tag::That | Tag::Quote | Tag::Colon);
        (self.tag(close) == Tag::Comma && content).then_some(close + 1)
    }

    /// The end of the addressee at `i`; `None` where the phrase is the subject of what is said.
    fn told(&self, hit: &Hit, i: usize, hi: usize) -> Option<usize> {
        if self.tag(i) == Tag::That && (self.tag(i + 1) == Tag::Quote || self.tag(i + 1).begins_phrase() && self.clause_at(i + 1, hi)) {
            return None;
        }
        let end = self.addressee(i, hi);
        // "warned it is unlikely", "warned the plan would fail"
        let after = (end..hi).find(|&k| !matches!(self.tag(k), Tag::Adv | Tag::Not)).unwrap_or(hi.max(end));
        let subject = self.tag(after).finite() && !(hit.entry.lemma == "tell" && self.tag(after) == Tag::Base);
        (end != i && !subject).then_some(end)
    }

    /// The end of the addressee at `start`: "reporters", "CNN's Roe", "the Daily News", "the head of the union".
    pub(super) fn addressee(&self, start: usize, hi: usize) -> usize {
        let mut e = self.core_right(start, hi);
        // Two names side by side: the first ends where the Names layer says, or behind an acronym.
        if self.tag(start) == Tag::Name {
            let span = self.doc.span(start..start + 1);
            let at = self.names.mentions.partition_point(|m| m.span.end <= span.start);
            if let Some(m) = self.names.mentions.get(at).filter(|m| m.span.start <= span.start) {
                let past = self.doc.tokens_in(m.span).end;
                if past < e && past > start && self.tag(past) == Tag::Name {
                    e = past;
                } else if past == e && e > start + 2 && self.tag(e).finite() {
                    // "told Fox News Roe was": the last name is the subject.
                    e -= 1;
                }
            } else if e > start + 1 && self.tag(e).finite() {
                e -= 1;
            } else if e > start + 1
                && self.doc.form(start).len() <= 4
                && self.doc.form(start).chars().all(char::is_uppercase)
                && self.tag(start + 1) == Tag::Name
                && self.lower(start + 1) != "news"
            {
                e = start + 1;
            }
        }
        // "told the Herald four had left", "told Reuters arson had": what stands behind the name begins the clause.
        if let Some(k) = (start + 1..e).find(|&k| {
            self.tag(k - 1) == Tag::Name && matches!(self.tag(k), Tag::Num | Tag::Noun) && self.clause_at(k, hi) && self.doc.form(k) != "$"
        }) {
            return k;
        }
        // "told the court Ms Roe had left": a name behind a common noun begins the clause.
        if matches!(self.tag(start), Tag::Det | Tag::Poss | Tag::Noun)
            && let Some(k) = (start + 1..e).find(|&k| self.tag(k) == Tag::Name && self.tag(k - 1) == Tag::Noun)
            && self.clause_at(k, hi)
        {
            return k;
        }
        for _ in 0..reach::ROUNDS {
            if self.tag(e) == Tag::Prep && matches!(self.lower(e), "of" | "at" | "for" | "from" | "in" | "with") && !self.is_time(e + 1) {
                let next = self.core_right(e + 1, hi);
                if next > e + 1 && !self.tag(next).finite() {
                    e = next;
                    continue;
                }
            }
            if self.tag(e) == Tag::Conj && self.lower(e) == "and" {
                let next = self.core_right(e + 1, hi);
                if next > e + 1 && !self.tag(next).finite() {
                    e = next;
                    continue;
                }
            }
            break;
        }
        e
    }

    /// Where a phrase that is announced ends, without what it was announced in: "his resignation [in a televised address]".
    pub(super) fn told_in(&self, start: usize, end: usize) -> usize {
        let weekday = |k: usize| self.tag(k) == Tag::Time;
        let day = end.checked_sub(1).filter(|&k| k > start + 1 && weekday(k) && self.lower(k - 1) == "on").map_or(end, |k| k - 1);
        let inside = |k: usize| matches!(self.tag(k), Tag::Det | Tag::Poss | Tag::Noun | Tag::Name | Tag::Gen | Tag::Part | Tag::Past);
        // "in his speech at the festival"
        let medium = |k: usize| {
            let noun = (k + 2..day.min(k + 8)).take_while(|&m| inside(m)).find(|&m| self.is_medium(m));
            noun.is_some_and(|m| m + 1 == day || self.tag(m + 1) == Tag::Prep)
        };
        let told =
            |&k: &usize| matches!(self.lower(k), "in" | "at" | "during") && matches!(self.tag(k + 1), Tag::Det | Tag::Poss) && medium(k);
        (start + 2..day).find(told).unwrap_or(day)
    }
}
