//! Subjects: whose verb it is, over times, appositions, relative clauses and coordination.
//!
//! In: a verb group in its unit. Out: a [`Subject`], with the antecedent of a relative pronoun.

use super::lexis::Tag;
use super::reach;
use super::sorts::Sort;
use super::syntax::{Subject, Syntax};
use std::ops::Range;

/// Times without a name.
pub(super) const TIMES: &[&str] =
    &["week", "month", "year", "night", "morning", "afternoon", "evening", "fall", "summer", "spring", "winter", "weekend"];

/// How many interpolations a subject is looked for behind.
const INTERPOLATIONS: usize = 6;

/// Whether a clause begins behind a token of this tag.
fn begins_clause(tag: Tag) -> bool {
    use Tag::{Adv, Colon, Comma, Conj, Dash, End, Quote, Semi, Stop, Sub, That, Wh};
    matches!(tag, End | That | Sub | Conj | Colon | Semi | Dash | Stop | Quote | Comma | Wh | Adv)
}

impl Syntax<'_> {
    /// The subject of the verb group that begins at `group`, to its left and not before `lo`.
    pub(super) fn subject(&self, group: usize, lo: usize) -> Option<Subject> {
        let end = self.over_adjuncts(group, lo);
        if end <= lo {
            return None;
        }
        let at = end - 1;
        match self.tag(at) {
            Tag::Rel => Some(Subject { range: at..at + 1, antecedent: self.antecedent(at, lo) }),
            Tag::That if at > lo && matches!(self.tag(at - 1), Tag::Noun | Tag::Name) => {
                Some(Subject { range: at..at + 1, antecedent: self.phrase_left(at, lo).map(|s| s..at) })
            }
            Tag::Comma | Tag::Dash | Tag::Close => self.over_interpolation(at, lo),
            Tag::PronAux => Some(Subject { range: at..at + 1, antecedent: None }),
            // "all of them", "two of us"
            Tag::Object
                if at > lo + 1 && self.lower(at - 1) == "of" && matches!(self.tag(at - 2), Tag::Pron | Tag::Num | Tag::Det | Tag::Noun) =>
            {
                Some(Subject { range: at - 2..end, antecedent: None })
            }
            // "figures to be published today"
            Tag::Part if at > lo + 2 && self.tag(at - 1) == Tag::Be && self.tag(at - 2) == Tag::To => {
                self.phrase_left(at - 2, lo).map(|s| Subject { range: self.trim(s, end), antecedent: None })
            }
            // "the aide who resigned told": the relative clause ends in its verb.
            Tag::Past | Tag::Part | Tag::Base | Tag::S | Tag::Object | Tag::Prep => {
                self.relative_left(end, lo).map(|s| Subject { range: s..end, antecedent: None })
            }
            _ => self
                .phrase_left(end, lo)
                .map(|s| Subject { range: self.with_name(self.with_role(self.trim(s, end), lo), lo), antecedent: None }),
        }
    }

    /// The end of the subject before the times and media between it and its verb: "Roe on Monday [said]", "the ministry
    /// in a statement [said]".
    fn over_adjuncts(&self, group: usize, lo: usize) -> usize {
        let mut end = group;
        for _ in 0..reach::ROUNDS {
            let mut e = end;
            let first = |e: usize| self.lower(e - 1) == "first" && self.before(e - 1, lo) == Tag::Name;
            while e > lo && (self.is_time(e - 1) || self.tag(e - 1) == Tag::Adv || first(e)) {
                e -= 1;
            }
            // "this week", "last month"
            if e > lo + 2 && TIMES.contains(&self.lower(e - 1)) && matches!(self.lower(e - 2), "this" | "last" | "that" | "next" | "past") {
                e -= 2;
            }
            if e < end && e > lo && self.tag(e - 1) == Tag::Prep {
                e -= 1;
            }
            if e > lo + 2 && self.is_medium(e - 1) {
                e = self.before_medium(e, lo);
            }
            if e == end {
                break;
            }
            end = e;
        }
        end
    }

    /// Where the phrase with the medium right before `end` begins, if it has the form of "in a statement".
    fn before_medium(&self, end: usize, lo: usize) -> usize {
        let plain = |k: usize| matches!(self.tag(k), Tag::Det | Tag::Poss | Tag::Noun | Tag::Name | Tag::Gen | Tag::Part | Tag::Past);
        let from = lo.max(end.saturating_sub(7));
        let preposition = (from..end - 1).rev().find(|&k| self.tag(k) == Tag::Prep);
        let set_in = |&p: &usize| p > lo && self.tag(p - 1).ends_phrase() && self.lower(p) == "in" && (p + 1..end - 1).all(plain);
        preposition.filter(set_in).unwrap_or(end)
    }

    /// What the relative pronoun at `at` stands for.
    fn antecedent(&self, at: usize, lo: usize) -> Option<Range<usize>> {
        let mut end = at;
        while end > lo && matches!(self.tag(end - 1), Tag::Comma | Tag::Prep | Tag::Dash) {
            end -= 1;
        }
        // "the court, dominated by his allies, which ruled": the head before the participle.
        let added = self
            .phrase_left(end, lo)
            .filter(|&s| end < at && s > lo + 2 && self.lower(s - 1) == "by" && self.tag(s - 2).verb() && self.tag(s - 3) == Tag::Comma);
        let end = added.map_or(end, |s| s - 3);
        self.phrase_left(end, lo).map(|s| self.person_in(s..end, at))
    }

    /// "relief among the women who say": "who" means a person, be it the last noun of the phrase.
    fn person_in(&self, phrase: Range<usize>, pronoun: usize) -> Range<usize> {
        let among = phrase.clone().rev().find(|&k| self.lower(k) == "among");
        match among {
            Some(k) if self.lower(pronoun) == "who" && k + 1 < phrase.end => k + 1..phrase.end,
            _ => phrase,
        }
    }

    /// "Norway's prime minister, Ann Lee said": the role before the comma belongs to the name.
    pub(super) fn with_role(&self, range: Range<usize>, lo: usize) -> Range<usize> {
        let named = range.len() > 1 && range.clone().all(|i| self.tag(i) == Tag::Name);
        if !named || range.start < lo + 2 || self.tag(range.start - 1) != Tag::Comma || !self.word(range.start - 2).sorts.has(Sort::Role) {
            return range;
        }
        match self.phrase_left(range.start - 1, lo) {
            Some(start) => start..range.end,
            None => range,
        }
    }

    /// "Ann Lee, the head of the port said": the name before the comma, whose second comma is missing.
    fn with_name(&self, range: Range<usize>, lo: usize) -> Range<usize> {
        let role = self.tag(range.start) == Tag::Det && self.word(range.start + 1).sorts.has(Sort::Role);
        let comma = range.start.checked_sub(1).filter(|&k| role && k > lo + 1 && self.tag(k) == Tag::Comma);
        let name = comma.and_then(|k| (lo..k).rev().take(4).take_while(|&j| self.tag(j) == Tag::Name).last());
        name.map_or(range.clone(), |start| start..range.end)
    }

    /// Takes a fronted time or adverb off the left of a phrase: "Monday Roe said".
    pub(super) fn trim(&self, start: usize, end: usize) -> Range<usize> {
        let mut s = start;
        while s + 1 < end
            && (self.tag(s) == Tag::Time
                || self.date(s).is_some()
                    && self.date(s) != self.date(end - 1)
                    && !matches!(self.lower(s), "former" | "current" | "recent" | "late" | "then"))
        {
            s += 1;
        }
        s..end
    }

    /// "Roe, who met them in Oslo, said": the phrase before what stands between commas, dashes or brackets up to `at`.
    pub(super) fn over_interpolation(&self, at: usize, lo: usize) -> Option<Subject> {
        let lo = lo.max(at.saturating_sub(reach::WALK));
        let opener = if self.tag(at) == Tag::Close { Tag::Open } else { self.tag(at) };
        let mut right = at;
        let mut best: Option<Range<usize>> = None;
        for _ in 0..INTERPOLATIONS {
            let Some(comma) = self.opened(right, lo, opener) else {
                if best.is_none() && opener == Tag::Comma && right == at {
                    return self.with_stray_comma(at, lo);
                }
                break;
            };
            right = comma;
            if comma <= lo {
                break;
            }
            let Some(start) = self.phrase_left(comma, lo) else { continue };
            let start = self.trim(start, comma).start;
            let range = start..comma;
            let edge = self.before(start, lo);
            if !begins_clause(edge) || edge == Tag::Conj && self.ends_role(start, lo) {
                best = best.or(Some(range));
                continue;
            }
            let apposed = edge == Tag::Comma
                && start >= lo + 2
                && self.tag(start - 2).ends_phrase()
                && !(self.is_time(start - 2) || TIMES.contains(&self.lower(start - 2)))
                && self.modest(&range);
            best = Some(range);
            if !apposed {
                break;
            }
        }
        let mut range = best?;
        // "The row began after Roe, who is ill, said": behind the conjunction.
        if self.tag(range.end + 1) == Tag::Rel
            && let Some(k) = range.clone().rev().find(|&k| matches!(self.lower(k), "after" | "when" | "before" | "because" | "while"))
            && k + 1 < range.end
        {
            range.start = k + 1;
        }
        // With the apposition right behind it where that is a role: "Roe, a spokesman for the port,".
        let inner = range.end + 1;
        let apposition = opener == Tag::Comma
            && inner < at
            && (matches!(self.tag(inner), Tag::Det | Tag::Poss | Tag::Noun | Tag::Num | Tag::Name))
            && !(inner..at).any(|k| self.tag(k).finite());
        let end = if apposition && at - range.start <= 30 { at } else { range.end };
        Some(Subject { range: range.start..end, antecedent: None })
    }

    /// Where the interpolation that ends at `right` opens.
    fn opened(&self, right: usize, lo: usize, opener: Tag) -> Option<usize> {
        let mut i = right;
        while i > lo {
            i -= 1;
            if let Some(q) = self.marks.quotation(i).filter(|q| q.closed && q.open >= lo) {
                // A quotation that speaks is no part of an apposition.
                if q.end - q.open > 9 {
                    return None;
                }
                i = q.open;
                continue;
            }
            let tag = self.tag(i);
            if tag == opener {
                return Some(i);
            }
            if matches!(tag, Tag::Semi | Tag::Colon) {
                return None;
            }
        }
        None
    }

    /// "The firm, has said": a comma that should not be there.
    fn with_stray_comma(&self, at: usize, lo: usize) -> Option<Subject> {
        let start = self.phrase_left(at, lo)?;
        let edge = self.before(start, lo);
        let clause = begins_clause(edge) && !matches!(edge, Tag::Dash | Tag::Comma | Tag::Wh | Tag::Adv);
        clause.then(|| Subject { range: self.trim(start, at), antecedent: None })
    }

    /// "Lee, curator and director of the museum, said": whether `start` begins the second half of a role.
    fn ends_role(&self, start: usize, lo: usize) -> bool {
        self.tag(start) == Tag::Noun
            && start >= lo + 3
            && self.tag(start - 2) == Tag::Noun
            && matches!(self.tag(start - 3), Tag::Comma | Tag::Det | Tag::Noun)
    }

    /// A phrase that may stand in apposition: with an article, a party and state, an age, a place.
    pub(super) fn modest(&self, range: &Range<usize>) -> bool {
        let first = self.tag(range.start);
        let short = range.len() <= 2 && matches!(first, Tag::Name | Tag::Num);
        let office = first == Tag::Name && range.clone().any(|i| self.tag(i) == Tag::Prep && matches!(self.lower(i), "of" | "for" | "at"));
        short || office || matches!(first, Tag::Det | Tag::Poss | Tag::Noun | Tag::Num)
    }

    /// The subject of the clause that a verb at `at` continues: "Roe met them and [said]", "Roe left, [saying]".
    pub(super) fn clause_subject(&self, at: usize, lo: usize) -> Option<Subject> {
        self.subject_of_clause(at, lo, false)
    }

    /// The subject of the nearest verb before `at`, in whatever clause.
    pub(super) fn nearest_subject(&self, at: usize, lo: usize) -> Option<Subject> {
        self.subject_of_clause(at, lo, true)
    }

    pub(super) fn subject_of_clause(&self, at: usize, lo: usize, nearest: bool) -> Option<Subject> {
        let lo = lo.max(at.saturating_sub(reach::WALK));
        let mut fallback = None;
        let mut i = at;
        while i > lo {
            i -= 1;
            if let Some(q) = self.marks.quotation(i).filter(|q| q.open >= lo) {
                i = q.open;
                continue;
            }
            if !self.tag(i).finite() || self.before(i, lo) == Tag::To {
                continue;
            }
            let mut group = i;
            while group > lo && matches!(self.tag(group - 1), Tag::Adv | Tag::Not | Tag::Be | Tag::Have | Tag::Do | Tag::Modal) {
                group -= 1;
            }
            i = group;
            if self.tag(i) == Tag::PronAux {
                return Some(Subject { range: i..i + 1, antecedent: None });
            }
            let Some(subject) = self.subject(group, lo) else { continue };
            if nearest {
                return Some(subject);
            }
            let outer = matches!(
                self.before(subject.range.start, lo),
                Tag::End
                    | Tag::Comma
                    | Tag::Conj
                    | Tag::Semi
                    | Tag::Quote
                    | Tag::Dash
                    | Tag::Colon
                    | Tag::Adv
                    | Tag::Time
                    | Tag::Noun
                    | Tag::Name
            );
            if outer && !matches!(self.tag(subject.range.start), Tag::Rel | Tag::That) {
                let embedded = self.before(subject.range.start, lo) == Tag::Comma && fallback.is_some();
                if !embedded {
                    return Some(subject);
                }
                fallback = Some(subject);
                continue;
            }
            fallback = fallback.or(Some(subject));
        }
        fallback
    }
}
