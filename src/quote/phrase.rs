//! Noun phrases to the right and left of a token, with what hangs on them.
//!
//! In: tags. Out: token ranges, bounded by the unit and a fixed reach.

use super::lexis::Tag;
use super::reach;
use super::sorts::Sort;
use super::syntax::Syntax;

impl Syntax<'_> {
    /// One phrase without what hangs behind its head: determiner, then nouns and names.
    pub(super) fn core_right(&self, start: usize, hi: usize) -> usize {
        let mut i = start;
        match self.tag(i) {
            Tag::Pron | Tag::Object | Tag::PronAux | Tag::Rel => return i + 1,
            Tag::Det | Tag::Poss | Tag::That => {
                i += 1;
                while i < hi && matches!(self.tag(i), Tag::Det | Tag::Adv | Tag::Poss) {
                    i += 1;
                }
            }
            Tag::Time if self.tag(i + 1) == Tag::Gen => i += 2,
            _ => {}
        }
        let first = i;
        while i < hi {
            let ago = i > start
                && matches!(self.lower(i), "last" | "next" | "earlier")
                && (self.is_time(i + 1) || matches!(self.lower(i + 1), "week" | "month" | "year" | "night"));
            match self.tag(i) {
                _ if ago => break,
                Tag::Noun | Tag::Name | Tag::Num => i += 1,
                Tag::Gen if i > start => i += 1,
                // "former and current officials", "senior but unnamed".
                Tag::Mark if matches!(self.lower(i), "&" | "/" | "#" | "@" | "-") => i += 1,
                Tag::Open if i > first && self.step(i, hi) > i + 1 && self.step(i, hi) - i < 8 => i = self.step(i, hi),
                Tag::Quote => match self.marks.opens(i) {
                    Some(q) if q.closed && q.end - q.open < 8 && i > start && !self.speaks(q.inner_first(), q.inner_end()) => i = q.end,
                    _ => break,
                },
                _ => break,
            }
        }
        i
    }

    /// A phrase with its prepositional and participial tail: "two officials briefed on the talks in Oslo".
    pub(super) fn phrase_right(&self, start: usize, hi: usize) -> usize {
        let hi = hi.min(start + reach::WALK);
        let mut end = self.core_right(start, hi);
        if end == start
            || matches!(self.tag(start), Tag::Pron | Tag::Object | Tag::PronAux)
                && !matches!(self.lower(start), "one" | "some" | "many" | "several" | "those" | "most" | "all" | "both")
        {
            return end;
        }
        loop {
            let next = match self.tag(end) {
                // "agencies such as the bureau"
                Tag::Det if self.lower(end) == "such" && self.lower(end + 1) == "as" => self.core_right(end + 2, hi),
                Tag::Prep | Tag::To
                    if self.lower(end) != "as"
                        && (!self.is_time(end + 1) || self.tag(end + 1) == Tag::Noun)
                        && !(matches!(self.lower(end), "about" | "over" | "around") && self.tag(end + 1) == Tag::Num) =>
                {
                    self.core_right(end + 1, hi)
                }
                Tag::Part if matches!(self.tag(end + 1), Tag::Prep | Tag::To) => end + 1,
                Tag::Past if matches!(self.tag(end + 1), Tag::Prep) && self.word(end).verb & super::lexis::form::PART != 0 => end + 1,
                Tag::Ing if self.tag(end + 1).begins_phrase() => self.core_right(end + 1, hi),
                Tag::Ing if matches!(self.tag(end + 1), Tag::Prep) => end + 1,
                Tag::Conj
                    if self.lower(end) == "and"
                        && self.tag(end + 1).begins_phrase()
                        && !matches!(self.tag(end + 1), Tag::Pron | Tag::PronAux | Tag::That) =>
                {
                    self.core_right(end + 1, hi)
                }
                _ => return end,
            };
            if next <= end || next > hi || next == end + 1 && !matches!(self.tag(end), Tag::Part | Tag::Ing | Tag::Past) {
                return end;
            }
            end = next;
        }
    }

    /// Where the phrase that ends before `end` begins, with its prepositional and participial tail.
    pub(super) fn phrase_left(&self, end: usize, lo: usize) -> Option<usize> {
        let lo = lo.max(end.saturating_sub(reach::WALK));
        if end <= lo || !self.tag(end - 1).ends_phrase() && !matches!(self.tag(end - 1), Tag::Close) && self.marks.closes(end - 1).is_none()
        {
            return None;
        }
        if matches!(self.tag(end - 1), Tag::Pron | Tag::Object | Tag::Rel | Tag::PronAux) {
            let start = end - 1;
            return Some(if start > lo && matches!(self.tag(start - 1), Tag::Det) { start - 1 } else { start });
        }
        let mut start = self.core_left(end, lo)?;
        for _ in 0..12 {
            let at = start;
            match self.before(at, lo) {
                Tag::Prep | Tag::To => {
                    // "critics from across the country"
                    let two = at > lo + 2 && self.lower(at - 2) == "from" && self.tag(at - 2) == Tag::Prep;
                    let p = if two { at - 2 } else { at - 1 };
                    if p > lo
                        && (self.tag(p - 1).ends_phrase() || self.tag(p - 1) == Tag::Close)
                        && !matches!(self.tag(p - 1), Tag::Pron | Tag::Object)
                        || p > lo
                            && matches!(self.lower(p - 1), "some" | "many" | "one" | "several" | "most" | "all" | "both" | "those" | "few")
                    {
                        start = self.core_left(p, lo).unwrap_or(p);
                        if start == p {
                            return Some(at);
                        }
                    } else if p > lo + 1 && self.lower(p - 1) == "and" && self.tag(p) == Tag::Prep && self.tag(p - 2).ends_phrase() {
                        // "a video on the web and on paper"
                        start = self.core_left(p - 1, lo).unwrap_or(at);
                    } else if let Some(s) = self.reduced_left(p, lo).or_else(|| self.relative_left(p, lo)) {
                        start = s;
                    } else {
                        break;
                    }
                }
                Tag::Ing => match self.reduced_left(at, lo) {
                    Some(s) => start = s,
                    None => break,
                },
                Tag::Past | Tag::S | Tag::Base | Tag::Part | Tag::Be | Tag::Have => match self.relative_left(at, lo) {
                    Some(s) => start = s,
                    None => break,
                },
                Tag::Conj if matches!(self.lower(at - 1), "and" | "or") => {
                    let Some(s) = self.core_left(at - 1, lo) else { break };
                    // Two subjects only where the first stands at the beginning of its clause.
                    let names = self.tag(at) == Tag::Name && self.tag(at - 2) == Tag::Name && self.before(s, lo) == Tag::Prep;
                    let modifiers = self.before(s, lo) == Tag::Prep
                        && self.tag(at - 2) == Tag::Noun
                        && !self.word(at - 2).plural
                        && !matches!(self.tag(at), Tag::Det | Tag::Poss)
                        && self.word(end - 1).plural;
                    // "At the time, and again on Monday, Roe and the port said": behind what is fronted.
                    let fronted = self.before(s, lo) == Tag::Comma
                        && matches!(self.tag(lo), Tag::Prep | Tag::Adv | Tag::Ing | Tag::Sub | Tag::Time)
                        && !self.speaks(lo, s);
                    if names
                        || modifiers
                        || fronted
                        || matches!(
                            self.before(s, lo),
                            Tag::End | Tag::That | Tag::Sub | Tag::Semi | Tag::Colon | Tag::Quote | Tag::Stop | Tag::Dash
                        )
                    {
                        start = s;
                    } else {
                        break;
                    }
                }
                // "trade magazine The Daily Reporter": the article belongs to the title.
                Tag::Noun if self.lower(at) == "the" && self.word(at - 1).sorts.has(Sort::Outlet) => match self.core_left(at, lo) {
                    Some(s) => start = s,
                    None => break,
                },
                _ => break,
            }
        }
        Some(start)
    }

    /// Start of the phrase without tail that ends before `end`.
    pub(super) fn core_left(&self, end: usize, lo: usize) -> Option<usize> {
        let mut i = end;
        while i > lo {
            let j = i - 1;
            match self.tag(j) {
                Tag::Noun | Tag::Name | Tag::Num => {
                    if self.is_time(j) && i < end && self.tag(j) == Tag::Time {
                        break;
                    }
                    i = j;
                }
                Tag::Gen if i < end && j > lo => i = j,
                Tag::Mark if i < end && matches!(self.lower(j), "&" | "/" | "#" | "@" | "-") => i = j,
                Tag::Close => {
                    let Some(o) = (lo.max(j.saturating_sub(12))..j).rev().find(|&k| self.tag(k) == Tag::Open) else { break };
                    if o <= lo || !self.tag(o - 1).ends_phrase() {
                        break;
                    }
                    i = o;
                }
                Tag::Quote => match self.marks.closes(j) {
                    Some(q)
                        if q.end - q.open < 8
                            && q.open > lo
                            // "“careless,” Roe said": a comma inside ends what was said.
                            && !matches!(self.tag(q.inner_end().saturating_sub(1)), Tag::Comma | Tag::Stop)
                            && !self.speaks(q.inner_first(), q.inner_end())
                            && (i < end || matches!(self.tag(q.open - 1), Tag::Noun | Tag::Name | Tag::Det)) =>
                    {
                        i = q.open;
                    }
                    _ => break,
                },
                Tag::Adv if i < end && j > lo && matches!(self.tag(j - 1), Tag::Det | Tag::Poss) => i = j,
                Tag::Pron | Tag::Object if i == end => {
                    i = j;
                    break;
                }
                _ => break,
            }
        }
        if i == end {
            return None;
        }
        // "sent her a letter": two phrases.
        while i > lo && matches!(self.tag(i - 1), Tag::Det | Tag::Poss) && !(self.tag(i - 1) == Tag::Poss && self.tag(i) == Tag::Det) {
            i -= 1;
        }
        Some(i)
    }

    /// "with both Roe and officials [saying]": start of the phrase behind "with" that ends before `end`.
    pub(super) fn accompanying(&self, end: usize, lo: usize) -> Option<usize> {
        let phrase = |k: &usize| self.tag(*k).ends_phrase() || matches!(self.tag(*k), Tag::Det | Tag::Poss | Tag::Gen | Tag::Conj);
        let first = (lo..end).rev().take(10).take_while(phrase).last()?;
        (first > lo && self.lower(first - 1) == "with").then_some(first)
    }

    /// "officials briefed [on the matter]": start of the phrase before a reduced relative clause whose tail begins at `at`.
    pub(super) fn reduced_left(&self, at: usize, lo: usize) -> Option<usize> {
        let mut v = at;
        while v > lo && matches!(self.tag(v - 1), Tag::Adv | Tag::Not) {
            v -= 1;
        }
        if self.tag(at) == Tag::Ing {
            v = at + 1;
        }
        if v <= lo + 1 || !matches!(self.tag(v - 1), Tag::Past | Tag::Part | Tag::Ing) {
            return None;
        }
        let word = self.word(v - 1);
        if self.tag(v - 1) == Tag::Past && word.verb & super::lexis::form::PART == 0 {
            return self.relative_left(at, lo);
        }
        let noun = v - 1;
        if !matches!(self.tag(noun - 1), Tag::Noun | Tag::Name | Tag::Close) {
            return self.relative_left(at, lo);
        }
        self.core_left(noun, lo)
    }

    /// "a man who saw [it]": start of the phrase before a relative pronoun to the left of `at`.
    pub(super) fn relative_left(&self, at: usize, lo: usize) -> Option<usize> {
        let lo = lo.max(at.saturating_sub(20));
        let mut i = at;
        while i > lo + 1 {
            i -= 1;
            match self.tag(i) {
                Tag::Rel if self.lower(i) != "whose" => {
                    let end = if self.tag(i - 1) == Tag::Comma { return None } else { i };
                    return self.core_left(end, lo);
                }
                Tag::That if matches!(self.tag(i - 1), Tag::Noun) && self.tag(i + 1).finite() => return self.core_left(i, lo),
                Tag::Comma | Tag::Semi | Tag::Colon | Tag::That | Tag::Sub | Tag::Dash | Tag::Stop | Tag::Wh => return None,
                _ => {}
            }
        }
        None
    }
}
