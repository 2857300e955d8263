//! What stands between a cue and its content: times, places, media, and to whom it was said.
//!
//! In: a cue in its unit. Out: where these end, with the addressee. Whether content follows is not asked here.

use super::cues::{Hit, Shape};
use super::lexis::{Tag, Takes};
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

/// What a statement is made in.
const MEDIA: &[&str] = &[
    "statement",
    "interview",
    "letter",
    "report",
    "post",
    "message",
    "note",
    "release",
    "video",
    "speech",
    "e-mail",
    "email",
    "address",
    "tweet",
    "memo",
    "conference",
    "briefing",
    "column",
    "essay",
    "podcast",
    "hearing",
    "debate",
    "rally",
];

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

impl Syntax<'_> {
    /// Skips times, places, addressees and adverbs from `start`.
    pub(super) fn adjuncts(&self, hit: &Hit, start: usize, hi: usize) -> Adjuncts {
        let frames = hit.entry.frames;
        let mut out = Adjuncts { end: start, addressee: None, object: None, phrase: false };
        let mut i = start;
        for _ in 0..10 {
            out.end = i;
            if i >= hi {
                break;
            }
            let tag = self.tag(i);
            if self.tag(i + 1) == Tag::Gen && !matches!(tag, Tag::Prep) {
                if frames.has(Takes::Addressee) && out.addressee.is_none() && tag.begins_phrase() {
                    // "told Fox's Roe": an addressee all the same.
                } else {
                    break;
                }
            }
            if self.is_time(i) || matches!(tag, Tag::Adv) && self.lower(i) != "there" && self.lower(i) != "here" {
                i += 1;
                while i < hi && self.date(i).is_some() && self.date(i) == self.date(i - 1) {
                    i += 1;
                }
                continue;
            }
            match tag {
                Tag::Det if matches!(self.lower(i), "this" | "last" | "that" | "earlier") && self.is_time(i + 1) => i += 2,
                Tag::Noun | Tag::Name
                    if matches!(self.lower(i), "late" | "early") && (self.is_time(i + 1) || self.lower(i + 1) == "on") =>
                {
                    i += 1;
                }
                Tag::Noun if matches!(self.lower(i), "last" | "next") => {
                    if matches!(self.lower(i + 1), "week" | "month" | "year" | "night" | "fall" | "summer" | "spring" | "winter")
                        || self.is_time(i + 1)
                    {
                        i += 2;
                    } else {
                        break;
                    }
                }
                Tag::Prep => {
                    let preposition = self.lower(i);
                    if matches!(preposition, "as" | "than" | "like" | "despite" | "unlike") {
                        break;
                    }
                    let mut e = self.core_right(i + 1, hi);
                    if e == i + 1 && self.tag(i + 1) == Tag::Time {
                        e = i + 2;
                    }
                    // "said in a statement Roe would": the name begins the clause.
                    if let Some(k) = (i + 2..e).find(|&k| self.tag(k) == Tag::Name && MEDIA.contains(&self.lower(k - 1)))
                        && self.clause_at(k, hi)
                    {
                        e = k;
                    }
                    if e == i + 1 {
                        if matches!(preposition, "of" | "about" | "against" | "for") && self.tag(e) == Tag::Ing {
                            out.object.get_or_insert(e);
                        }
                        // "said in announcing the plan"
                        if self.tag(e) == Tag::Ing && matches!(preposition, "in" | "after" | "before" | "while") && !self.clause_at(i, hi) {
                            let after = self.phrase_right(e + 1, hi);
                            if after > e + 1 {
                                i = after;
                                continue;
                            }
                        }
                        break;
                    }
                    if matches!(preposition, "of" | "about" | "against" | "for") {
                        out.object.get_or_insert(i + 1);
                    }
                    while matches!(self.lower(e), "of" | "in" | "at" | "with" | "for" | "on" | "between") && self.tag(e) == Tag::Prep {
                        let next = self.core_right(e + 1, hi);
                        if next == e + 1 {
                            break;
                        }
                        e = next;
                    }
                    // "in a statement issued late Thursday"
                    if MEDIA.contains(&self.lower(e - 1)) && ISSUED.contains(&self.lower(e)) {
                        e += 1;
                    }
                    // A phrase that is the subject of what follows belongs to the content.
                    if preposition == "to" || e > hi {
                        break;
                    }
                    out.phrase |= !self.is_time(e - 1);
                    i = e;
                }
                Tag::To => {
                    // "said to reporters"
                    if !self.tag(i + 1).begins_phrase() {
                        break;
                    }
                    let e = self.core_right(i + 1, hi);
                    out.addressee.get_or_insert(i + 1..e);
                    i = e;
                }
                Tag::Open => i = self.step(i, hi),
                Tag::Ing if matches!(self.lower(i), "using" | "speaking" | "referring" | "writing" | "talking") => {
                    let e = self.phrase_right(i + 1, hi).max(i + 1);
                    let e = if matches!(self.tag(e), Tag::Prep | Tag::To) { self.phrase_right(e + 1, hi).max(e) } else { e };
                    if e == i + 1 || e >= hi {
                        break;
                    }
                    out.phrase = true;
                    i = e;
                }
                Tag::Comma => {
                    // "said, in a statement, that"
                    let next = self.tag(i + 1);
                    if !matches!(next, Tag::Prep | Tag::Adv | Tag::Ing | Tag::Time | Tag::Past | Tag::Sub) {
                        break;
                    }
                    let Some(close) = (i + 1..hi.min(i + 16)).find(|&k| self.tag(k) == Tag::Comma || self.tag(k) == Tag::Quote) else {
                        break;
                    };
                    if self.tag(close) != Tag::Comma || !matches!(self.tag(close + 1), Tag::That | Tag::Quote | Tag::Colon) {
                        break;
                    }
                    i = close + 1;
                }
                _ if hit.shape != Shape::Passive
                    && (frames.has(Takes::Addressee) || frames.has(Takes::ObjectInfinitive))
                    && out.addressee.is_none()
                    && tag.begins_phrase()
                    && !(tag == Tag::That
                        && (self.tag(i + 1) == Tag::Quote || self.tag(i + 1).begins_phrase() && self.clause_at(i + 1, hi))) =>
                {
                    let e = self.addressee(i, hi);
                    // "warned it is unlikely", "warned the plan would fail": a subject, not an addressee.
                    let mut after = e;
                    while after < hi && matches!(self.tag(after), Tag::Adv | Tag::Not) {
                        after += 1;
                    }
                    if e == i || self.tag(after).finite() && !(hit.entry.lemma == "tell" && self.tag(after) == Tag::Base) {
                        break;
                    }
                    out.addressee = Some(i..e);
                    i = e;
                }
                _ => break,
            }
        }
        out.end = i.max(out.end).min(hi);
        out
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
        for _ in 0..3 {
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
            let noun = (k + 2..day.min(k + 8)).take_while(|&m| inside(m)).find(|&m| MEDIA.contains(&self.lower(m)));
            noun.is_some_and(|m| m + 1 == day || self.tag(m + 1) == Tag::Prep)
        };
        let told =
            |&k: &usize| matches!(self.lower(k), "in" | "at" | "during") && matches!(self.tag(k + 1), Tag::Det | Tag::Poss) && medium(k);
        (start + 2..day).find(told).unwrap_or(day)
    }
}
