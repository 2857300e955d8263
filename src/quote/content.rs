//! What a cue reports: where content begins and ends.
//!
//! In: a cue in its unit. Out: token ranges. To the right of a cue content follows as a clause, a
//! quotation, an infinitive or a noun phrase; to the left it stands before a comma that closes it.

use super::cues::{Hit, Shape};
use super::extent::Extent;
use super::lexis::{Tables, Tag};
use super::syntax::{Syntax, Unit};
use std::ops::Range;

/// How content is joined to its cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    That,
    Bare,
    Quotation,
    Colon,
    Question,
    Infinitive,
    Phrase,
    Naming,
    Accusing,
}

/// Content to the right of a cue.
#[derive(Debug, Clone)]
pub(super) struct Right {
    pub(super) content: Range<usize>,
    pub(super) frame: Frame,
    pub(super) addressee: Option<Range<usize>>,
}

/// What is counted and asked, and so tells.
pub(super) const POLLS: &[&str] = &[
    "poll",
    "polls",
    "survey",
    "surveys",
    "figures",
    "data",
    "records",
    "documents",
    "report",
    "reports",
    "studies",
    "study",
    "polling",
    "averages",
    "average",
    "results",
];

/// Nouns that stand for what somebody means to do or holds with.
const INTENTS: &[&str] = &[
    "intention",
    "intentions",
    "intent",
    "willingness",
    "readiness",
    "need",
    "support",
    "desire",
    "plan",
    "plans",
    "opposition",
    "refusal",
];

/// What looks into a matter, and so finds.
const INQUIRIES: &[&str] = &["investigation", "investigations", "inquiry", "probe", "review", "audit", "autopsy"];

impl Syntax<'_> {
    /// The content to the right of `hit`, if any.
    pub(super) fn right(&self, hit: &Hit, unit: Unit, trailing: &[usize]) -> Option<Right> {
        let hi = unit.end;
        let frames = hit.entry.frames;
        let start = hit.group.end;
        if frames.has(b's')
            && let Some(right) = self.naming(hit, start, hi, trailing)
        {
            return Some(right);
        }
        if frames.has(b'g')
            && let Some(right) = self.accusing(hit, start, hi, trailing)
        {
            return Some(right);
        }
        let adjuncts = self.adjuncts(hit, start, hi);
        let i = adjuncts.end;
        let addressee = adjuncts.addressee.clone();
        let of =
            |content: Range<usize>, frame| (content.start < content.end).then(|| Right { content, frame, addressee: addressee.clone() });
        // The content may begin with what looked like an adjunct: "said in 2015 the company had".
        let quote_at = |k: usize| k < hi && self.marks.opens(k).is_some();
        let spoken = frames.has(b'q');
        let passive = hit.shape == Shape::Passive;
        if (spoken || frames.has(b'j') || frames.has(b'c')) && !passive && quote_at(i) {
            return of(self.quoted(i, hi, trailing), Frame::Quotation);
        }
        if spoken {
            if matches!(self.tag(i), Tag::Comma | Tag::Colon | Tag::That | Tag::Semi) && quote_at(i + 1) {
                return of(self.quoted(i + 1, hi, trailing), Frame::Quotation);
            }
            if matches!(self.tag(i), Tag::Comma | Tag::Colon) && self.tag(i + 1) == Tag::That && quote_at(i + 2) {
                return of(self.quoted(i + 2, hi, trailing), Frame::Quotation);
            }
            if self.tag(i) == Tag::Colon && i + 1 < hi {
                return of(i + 1..hi, Frame::Colon);
            }
            // The quotation begins in the next line.
            if matches!(self.before(hi, start), Tag::Colon | Tag::Comma)
                && i + 1 >= hi
                && let Some(q) = self.marks.opens(hi).filter(|_| self.doc.tokens.get(hi).is_some_and(|t| t.breaks > 0))
            {
                return of(q.open..q.end, Frame::Quotation);
            }
        }
        let i = if self.tag(i) == Tag::Comma && self.tag(i + 1) == Tag::That { i + 1 } else { i };
        let hangs = matches!(self.lower(i.saturating_sub(1)), "point" | "extent" | "degree" | "fact" | "way" | "day" | "time");
        let direct = i == start || !adjuncts.phrase;
        // "was hauled in and told that": a passive whose auxiliary another verb took.
        let bare_tell = hit.entry.lemma == "tell" && addressee.is_none() && hit.shape == Shape::Finite && self.tag(i) == Tag::That;
        if frames.has(b'c') && self.tag(i) == Tag::That && !hangs && !bare_tell && (direct || !self.tag(i + 1).finite()) {
            let subject = self.tag(i + 1).finite();
            let from = if subject { i } else { i + 1 };
            if self.speaks(from, hi) || self.tag(from) != Tag::Noun {
                return of(from..self.content_end(from, hi, trailing, Extent::Clause), Frame::That);
            }
        }
        if frames.has(b'w')
            && (direct || addressee.is_some())
            && (self.tag(i) == Tag::Wh || self.tag(i) == Tag::Rel && self.lower(i) != "whom" || matches!(self.lower(i), "if" | "when"))
        {
            return of(i..self.content_end(i, hi, trailing, Extent::Clause), Frame::Question);
        }
        if self.tag(i) == Tag::To && self.tag(i + 1) != Tag::Noun {
            // "wrote to the embassy, asking to see the file"
            let asking = hit.entry.lemma == "ask" && hit.shape == Shape::Participle;
            let own = (frames.has(b't') || asking) && addressee.is_none();
            let other = frames.has(b'o') && addressee.is_some();
            if own || other {
                return of(i..self.content_end(i, hi, trailing, Extent::Verb), Frame::Infinitive);
            }
        }
        if frames.has(b't') && addressee.is_none() && self.tag(i) == Tag::Not && self.tag(i + 1) == Tag::To {
            return of(i..self.content_end(i, hi, trailing, Extent::Verb), Frame::Infinitive);
        }
        if bare_tell {
            return None;
        }
        let told = passive && matches!(hit.entry.lemma, "tell" | "inform" | "advise" | "warn" | "remind" | "assure");
        let nobody = passive && self.lower(hit.group.start.wrapping_sub(1)) == "it";
        if frames.has(b'b') && hit.shape != Shape::Reduced && (!passive || told || nobody) {
            // "casings found at the scene came from": a participle.
            if frames.has(b'd')
                && hit.group.len() == 1
                && self.tag(start) == Tag::Prep
                && self.word(hit.verb).verb & super::lexis::form::PART != 0
            {
                return None;
            }
            let core = matches!(hit.entry.lemma, "say" | "tell" | "add" | "insist" | "argue");
            for from in [i, start] {
                if from < start || addressee.is_some() && from == start {
                    continue;
                }
                let loose = || {
                    let begins = self.tag(from).begins_phrase()
                        || matches!(self.tag(from), Tag::Ing | Tag::Time)
                        || matches!(
                            self.lower(from),
                            "if" | "when" | "although" | "though" | "because" | "since" | "once" | "until" | "unless"
                        )
                        || from == start && adjuncts.phrase;
                    let end = self.content_end(from, hi, trailing, Extent::Clause);
                    begins
                        && (self.speaks(from + 1, end) || end > from + 5 && hit.entry.lemma != "add")
                        && !matches!(self.tag(i), Tag::Comma | Tag::Stop | Tag::Dash | Tag::Semi)
                };
                if self.clause_at(from, hi) || core && loose() {
                    return of(from..self.content_end(from, hi, trailing, Extent::Clause), Frame::Bare);
                }
            }
        }
        // "described the scene, "They ran.""
        if frames.has(b's') && !passive && self.tag(start).begins_phrase() {
            let e = self.adjuncts(hit, self.phrase_right(start, hi), hi).end;
            let speaks = self.marks.opens(e + 1).is_some_and(|q| self.speaks(q.inner_first(), q.inner_end()));
            if matches!(self.tag(e), Tag::Comma | Tag::Colon) && e + 1 < hi && speaks {
                return of(self.quoted(e + 1, hi, trailing), Frame::Quotation);
            }
        }
        // "He said, contrary to the claims, the count was fair."
        if frames.has(b'b')
            && matches!(hit.entry.lemma, "say" | "add" | "note" | "tell")
            && self.tag(i) == Tag::Comma
            && !passive
            && (trailing.is_empty() || adjuncts.phrase && trailing.last().is_some_and(|&t| t <= start) && self.tag(i + 1) != Tag::Ing)
            && self.clause_at(i + 1, hi)
        {
            return of(i + 1..self.content_end(i + 1, hi, trailing, Extent::Clause), Frame::Bare);
        }
        // "the poll found Roe leading"
        if matches!(hit.entry.lemma, "find" | "show")
            && hit.shape == Shape::Finite
            && (hit.group.start.saturating_sub(8)..hit.group.start).any(|k| POLLS.contains(&self.lower(k)))
            && self.tag(start).begins_phrase()
            && self.tag(self.core_right(start, hi)) == Tag::Ing
        {
            return of(start..self.content_end(start, hi, trailing, Extent::Verb), Frame::Phrase);
        }
        // "the inquiry found no evidence that"
        if hit.entry.lemma == "find"
            && hit.shape == Shape::Finite
            && matches!(self.lower(start), "no" | "evidence" | "little")
            && (hit.group.start.saturating_sub(8)..hit.group.start)
                .any(|k| POLLS.contains(&self.lower(k)) || INQUIRIES.contains(&self.lower(k)))
        {
            return of(start..self.content_end(start, hi, trailing, Extent::Phrase), Frame::Phrase);
        }
        if frames.has(b'i') && (self.tag(start) == Tag::Ing || self.lower(start) == "having") {
            return of(start..self.content_end(start, hi, trailing, Extent::Phrase), Frame::Phrase);
        }
        if frames.has(b'k') && self.tag(start).begins_phrase() {
            let core = self.core_right(start, hi);
            let claimed = |k: usize| {
                self.word(k)
                    .nominal
                    .and_then(|n| Tables::get().nouns.get(usize::from(n)))
                    .is_some_and(|n| n.act == super::SpeechAct::Claims)
            };
            // "dismissed concerns that the quake would"
            let told = core > start && self.word(core - 1).nominal.is_some() && self.tag(core) == Tag::That;
            if told || (start..core).any(claimed) {
                return of(start..self.content_end(start, hi, trailing, Extent::Phrase), Frame::Phrase);
            }
        }
        // "stated its intention to leave", "signaled support for the plan"
        if frames.has(b'c') && !passive && !frames.has(b'd') && hit.shape != Shape::Reduced {
            let core = self.core_right(start, hi);
            if core > start && INTENTS.contains(&self.lower(core - 1)) && (self.tag(core) == Tag::To || self.lower(core) == "for") {
                return of(start..self.content_end(start, hi, trailing, Extent::Phrase), Frame::Phrase);
            }
        }
        if hit.entry.particle == Some("for") && self.lower(start) == "help" {
            return None;
        }
        if frames.has(b'n') && !passive {
            let at = start + usize::from(self.tag(start) == Tag::Adv);
            // "confirmed cases", "reported losses" are no statements.
            let adjective = self.tag(at) == Tag::Noun
                && self.word(at).plural
                && matches!(self.tag(hit.group.start.saturating_sub(1)), Tag::Noun | Tag::Num)
                && hit.shape == Shape::Finite;
            // "announced hours after the vote"
            let later = matches!(self.lower(at + 1), "after" | "before" | "ago" | "later" | "earlier") && self.tag(at) == Tag::Noun;
            // "called for him to step down"
            let called = hit.entry.particle == Some("for") && self.tag(at) == Tag::Object && self.tag(at + 1) == Tag::To;
            let begins = matches!(self.tag(at), Tag::Det | Tag::Poss | Tag::Noun | Tag::Num | Tag::Name | Tag::Ing);
            if (begins && !later || called) && !self.is_time(at) && !adjective {
                let end = self.told_in(at, self.content_end(at, hi, trailing, Extent::Phrase));
                let pointing = end == at + 1 && matches!(self.lower(at), "this" | "that" | "it" | "them" | "so");
                if !pointing {
                    return of(at..end, Frame::Phrase);
                }
            }
        }
        if frames.has(b'p')
            && let Some(at) = adjuncts.object.filter(|&at| self.tag(at) != Tag::Object)
        {
            return of(at..self.content_end(at, hi, trailing, Extent::Phrase), Frame::Phrase);
        }
        let relays = matches!(hit.entry.lemma, "quote" | "cite")
            && (start..hi.min(start + 16)).any(|k| self.lower(k) == "as" && self.tag(k + 1) == Tag::Ing && self.is_cue(k + 1));
        if frames.has(b'j') && !relays {
            // Only what is quoted tells what was said.
            let end = self.content_end(start, hi, trailing, Extent::Phrase);
            if (start..end).any(|k| self.marks.opens(k).is_some_and(|q| q.closed && q.end <= end && q.end - q.open > 3))
                && (self.tag(start).begins_phrase() || self.tag(start) == Tag::Quote)
            {
                return of(start..end, Frame::Naming);
            }
        }
        None
    }

    /// "called the plan "a gift"", "described the raid as clumsy".
    fn naming(&self, hit: &Hit, start: usize, hi: usize, trailing: &[usize]) -> Option<Right> {
        if hit.shape == Shape::Passive || hit.shape == Shape::Reduced {
            return None;
        }
        let object = start;
        if !self.tag(object).begins_phrase() && self.tag(object) != Tag::Quote && self.tag(object) != Tag::Ing {
            return None;
        }
        let end = self.content_end(object, hi, trailing, Extent::Verb);
        // "quoted Roe as saying": the report is behind the participle.
        if matches!(hit.entry.lemma, "quote" | "cite")
            && (object..end).any(|k| self.lower(k) == "as" && self.tag(k + 1) == Tag::Ing && self.is_cue(k + 1))
        {
            return None;
        }
        let calls = matches!(hit.entry.lemma, "call" | "dub" | "label" | "brand" | "term" | "deem" | "declare" | "pronounce");
        let as_ = (object + 1..end.min(object + 25)).find(|&k| self.lower(k) == "as" && self.marks.at(k).is_none());
        if let Some(k) = as_
            && !calls
            && !matches!(self.lower(k + 1), "well" | "soon" | "long" | "of" | "part")
        {
            return Some(Right { content: object..end, frame: Frame::Naming, addressee: None });
        }
        if !calls {
            return None;
        }
        if self.tag(object) == Tag::Quote {
            // "a plan called "Harbour""
            return None;
        }
        // What stands behind a preposition is no name for the object: "called them out "for the smell"".
        let quoted = (object..end).any(|k| {
            self.marks.opens(k).is_some_and(|q| q.closed && q.end <= end + 1)
                && self.tag(k - 1) != Tag::Prep
                && self.tag(k + 1) != Tag::Prep
        });
        let core = self.core_right(object, end);
        let pronoun = matches!(self.tag(object), Tag::Pron | Tag::Object)
            || self.tag(object) == Tag::Poss && self.lower(object) == "her"
            || self.tag(object) == Tag::Det && core == object + 1;
        let complement = match self.tag(core) {
            // "called the change particularly harmful"
            Tag::Adv if !pronoun && matches!(hit.entry.lemma, "call" | "deem" | "declare") => {
                self.lower(core).ends_with("ly") && matches!(self.tag(core + 1), Tag::Noun | Tag::Part) && !self.word(core + 1).plural
            }
            Tag::Det => !self.is_time(core + 1) && !matches!(self.lower(core), "this" | "that" | "every" | "each" | "several"),
            Tag::Noun | Tag::Adv | Tag::Part | Tag::Past | Tag::Name => {
                pronoun && !self.is_time(core) && !matches!(self.lower(core), "back" | "again" | "out" | "on" | "up" | "later")
            }
            _ => false,
        };
        (quoted || complement).then_some(Right { content: object..end, frame: Frame::Naming, addressee: None })
    }

    /// "accused the mayor of lying", "blamed them for the delay".
    fn accusing(&self, hit: &Hit, start: usize, hi: usize, trailing: &[usize]) -> Option<Right> {
        if !self.tag(start).begins_phrase() || matches!(hit.shape, Shape::Passive | Shape::Reduced) {
            return None;
        }
        let end = self.content_end(start, hi, trailing, Extent::Verb);
        let links: &[&str] = match hit.entry.lemma {
            "accuse" => &["of"],
            "blame" => &["for", "on"],
            _ => &["for"],
        };
        let at = (start + 1..end.min(start + 20)).find(|&k| links.contains(&self.lower(k)))?;
        let mild = !matches!(hit.entry.lemma, "accuse" | "blame" | "fault");
        if mild && self.tag(at + 1) != Tag::Ing {
            return None;
        }
        Some(Right { content: start..end, frame: Frame::Accusing, addressee: None })
    }

    /// Content that begins with the quotation at `open`: the quotation, or with the words that run on behind it.
    fn quoted(&self, open: usize, hi: usize, trailing: &[usize]) -> Range<usize> {
        let Some(q) = self.marks.opens(open) else { return open..open };
        let end = q.end.min(hi);
        let stopped = q.closed && matches!(self.tag(q.inner_end().saturating_sub(1)), Tag::Stop | Tag::Comma);
        let runs_on = matches!(
            self.tag(end),
            Tag::Noun
                | Tag::Name
                | Tag::To
                | Tag::Be
                | Tag::Have
                | Tag::Do
                | Tag::Modal
                | Tag::Past
                | Tag::S
                | Tag::Base
                | Tag::Part
                | Tag::Prep
                | Tag::Conj
        );
        // "said "nobody" would win": words go on; "said "nobody will win" in Oslo": they do not.
        let sentence = self.speaks(q.inner_first(), q.inner_end()) && q.end - q.open > 4;
        if end < hi && !stopped && runs_on && !(sentence && matches!(self.tag(end), Tag::Prep | Tag::Conj | Tag::To)) {
            return open..self.content_end(open, hi, trailing, Extent::Clause);
        }
        open..end
    }
}
