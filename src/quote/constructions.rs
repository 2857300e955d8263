//! The constructions in which content stands to the right of a cue, in the order in which they are tried.
//!
//! In: a cue in its unit. Out: the content, its [`Frame`], and the addressee before it.

use super::content::{Frame, Right};
use super::cues::{Hit, VerbForm};
use super::extent::Extent;
use super::lexis::{Tables, Tag, Takes, form};
use super::reach;
use super::sorts::Sort;
use super::syntax::{Syntax, Unit};
use std::ops::ControlFlow::{self, Break, Continue};
use std::ops::Range;

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

/// How many tokens before a cue the noun may stand that tells or finds.
const NEAR: usize = 8;

/// A cue and what stands behind it.
struct Behind<'h> {
    hit: &'h Hit,
    /// Tokens at which a trailing attribution begins.
    trailing: &'h [usize],
    /// Just past the cue.
    start: usize,
    /// Just past the unit.
    hi: usize,
    /// Just past the adjuncts of the cue, and a comma before "that": where a clause would begin.
    at: usize,
    addressee: Option<Range<usize>>,
    /// First token behind a preposition "of", "about", "against", "for" among the adjuncts.
    object: Option<usize>,
    /// Whether a prepositional phrase stands between: a "that" behind it may hang on its noun.
    phrase: bool,
    passive: bool,
}

/// Found, nothing to be found, or go on with the next construction.
type Step = ControlFlow<Option<Right>>;

impl Behind<'_> {
    fn takes(&self, takes: Takes) -> bool {
        self.hit.entry.frames.has(takes)
    }

    fn lemma(&self) -> &'static str {
        self.hit.entry.lemma
    }

    /// Ends the search with `content`; with nothing where that is empty.
    fn found(&self, content: Range<usize>, frame: Frame) -> Step {
        Break((content.start < content.end).then(|| Right { content, frame, addressee: self.addressee.clone() }))
    }

    /// Whether nothing, or nothing with a noun, stands between the cue and the clause.
    fn direct(&self) -> bool {
        self.at == self.start || !self.phrase
    }
}

impl Syntax<'_> {
    /// The content to the right of `hit`, if any.
    pub(super) fn right(&self, hit: &Hit, unit: Unit, trailing: &[usize]) -> Option<Right> {
        match self.constructions(hit, unit, trailing) {
            Break(found) => found,
            Continue(()) => None,
        }
    }

    fn constructions(&self, hit: &Hit, unit: Unit, trailing: &[usize]) -> Step {
        let (start, hi) = (hit.group.end, unit.end);
        if hit.entry.frames.has(Takes::Description)
            && let Some(right) = self.naming(hit, start, hi, trailing)
        {
            return Break(Some(right));
        }
        if hit.entry.frames.has(Takes::Accusation)
            && let Some(right) = self.accusing(hit, start, hi, trailing)
        {
            return Break(Some(right));
        }
        let adjuncts = self.adjuncts(hit, start, hi);
        let mut b = Behind {
            hit,
            trailing,
            start,
            hi,
            at: adjuncts.end,
            addressee: adjuncts.addressee,
            object: adjuncts.object,
            phrase: adjuncts.phrase,
            passive: hit.form == VerbForm::Passive,
        };
        self.quotation(&b)?;
        if self.tag(b.at) == Tag::Comma && self.tag(b.at + 1) == Tag::That {
            b.at += 1;
        }
        self.that_clause(&b)?;
        self.question(&b)?;
        self.infinitive(&b)?;
        self.bare_clause(&b)?;
        self.depiction(&b)?;
        self.interrupted(&b)?;
        self.finding(&b)?;
        self.gerund(&b)?;
        self.claim(&b)?;
        self.intent(&b)?;
        self.noun_phrase(&b)?;
        self.topic(&b)?;
        self.quoted_words(&b)
    }

    /// "said, "It is safe."", also in the next line.
    fn quotation(&self, b: &Behind<'_>) -> Step {
        let (i, hi) = (b.at, b.hi);
        let quote_at = |k: usize| k < hi && self.marks.opens(k).is_some();
        let quoted = |k: usize| b.found(self.quoted(k, hi, b.trailing), Frame::Quotation);
        let spoken = b.takes(Takes::Quotation);
        if (spoken || b.takes(Takes::OnlyQuoted) || b.takes(Takes::That)) && !b.passive && quote_at(i) {
            return quoted(i);
        }
        if !spoken {
            return Continue(());
        }
        if matches!(self.tag(i), Tag::Comma | Tag::Colon | Tag::That | Tag::Semi) && quote_at(i + 1) {
            return quoted(i + 1);
        }
        if matches!(self.tag(i), Tag::Comma | Tag::Colon) && self.tag(i + 1) == Tag::That && quote_at(i + 2) {
            return quoted(i + 2);
        }
        if self.tag(i) == Tag::Colon && i + 1 < hi {
            return b.found(i + 1..hi, Frame::Colon);
        }
        if matches!(self.before(hi, b.start), Tag::Colon | Tag::Comma)
            && i + 1 >= hi
            && let Some(q) = self.marks.opens(hi).filter(|_| self.doc.tokens.get(hi).is_some_and(|t| t.breaks > 0))
        {
            return b.found(q.open..q.end, Frame::Quotation);
        }
        Continue(())
    }

    /// Whether "that" behind "tell" hangs on something else: "was hauled in and told that", whose auxiliary
    /// another verb took.
    fn bare_tell(&self, b: &Behind<'_>) -> bool {
        b.lemma() == "tell" && b.addressee.is_none() && b.hit.form == VerbForm::Finite && self.tag(b.at) == Tag::That
    }

    /// "said that the bridge was safe".
    fn that_clause(&self, b: &Behind<'_>) -> Step {
        let i = b.at;
        let hangs = matches!(self.lower(i.saturating_sub(1)), "point" | "extent" | "degree" | "fact" | "way" | "day" | "time");
        let finite = self.tag(i + 1).finite();
        if b.takes(Takes::That) && self.tag(i) == Tag::That && !hangs && !self.bare_tell(b) && (b.direct() || !finite) {
            let from = if finite { i } else { i + 1 };
            if self.speaks(from, b.hi) || self.tag(from) != Tag::Noun {
                return b.found(from..self.content_end(from, b.hi, b.trailing, Extent::Clause), Frame::That);
            }
        }
        Continue(())
    }

    /// "asked whether it was safe".
    fn question(&self, b: &Behind<'_>) -> Step {
        let i = b.at;
        let asks = self.tag(i) == Tag::Wh || self.tag(i) == Tag::Rel && self.lower(i) != "whom" || matches!(self.lower(i), "if" | "when");
        if b.takes(Takes::Question) && (b.direct() || b.addressee.is_some()) && asks {
            return b.found(i..self.content_end(i, b.hi, b.trailing, Extent::Clause), Frame::Question);
        }
        Continue(())
    }

    /// "promised to come", "urged them to come", "promised not to come".
    fn infinitive(&self, b: &Behind<'_>) -> Step {
        let i = b.at;
        let infinitive = || b.found(i..self.content_end(i, b.hi, b.trailing, Extent::Verb), Frame::Infinitive);
        if self.tag(i) == Tag::To && self.tag(i + 1) != Tag::Noun {
            // "wrote to the embassy, asking to see the file"
            let asking = b.lemma() == "ask" && b.hit.form == VerbForm::Participle;
            let own = (b.takes(Takes::Infinitive) || asking) && b.addressee.is_none();
            let other = b.takes(Takes::ObjectInfinitive) && b.addressee.is_some();
            if own || other {
                return infinitive();
            }
        }
        if b.takes(Takes::Infinitive) && b.addressee.is_none() && self.tag(i) == Tag::Not && self.tag(i + 1) == Tag::To {
            return infinitive();
        }
        Continue(())
    }

    /// "said the bridge was safe", and, as an adjunct may be part of it, "said in 2015 the company had".
    fn bare_clause(&self, b: &Behind<'_>) -> Step {
        if self.bare_tell(b) {
            return Break(None);
        }
        let told = b.passive && matches!(b.lemma(), "tell" | "inform" | "advise" | "warn" | "remind" | "assure");
        let nobody = b.passive && self.lower(b.hit.group.start.wrapping_sub(1)) == "it";
        if !b.takes(Takes::Bare) || b.hit.form == VerbForm::Reduced || b.passive && !told && !nobody {
            return Continue(());
        }
        // "casings found at the scene came from": a participle.
        let participle = self.word(b.hit.verb).verb & form::PART != 0;
        if b.takes(Takes::Documents) && b.hit.group.len() == 1 && self.tag(b.start) == Tag::Prep && participle {
            return Break(None);
        }
        let core = matches!(b.lemma(), "say" | "tell" | "add" | "insist" | "argue");
        for from in [b.at, b.start] {
            if from < b.start || b.addressee.is_some() && from == b.start {
                continue;
            }
            if self.clause_at(from, b.hi) || core && self.loose_clause(b, from) {
                return b.found(from..self.content_end(from, b.hi, b.trailing, Extent::Clause), Frame::Bare);
            }
        }
        Continue(())
    }

    /// Whether words that are no plain clause may be one behind a verb that always has one.
    fn loose_clause(&self, b: &Behind<'_>, from: usize) -> bool {
        let begins = self.tag(from).begins_phrase()
            || matches!(self.tag(from), Tag::Ing | Tag::Time)
            || matches!(self.lower(from), "if" | "when" | "although" | "though" | "because" | "since" | "once" | "until" | "unless")
            || from == b.start && b.phrase;
        let end = self.content_end(from, b.hi, b.trailing, Extent::Clause);
        begins
            && (self.speaks(from + 1, end) || end > from + 5 && b.lemma() != "add")
            && !matches!(self.tag(b.at), Tag::Comma | Tag::Stop | Tag::Dash | Tag::Semi)
    }

    /// "described the scene, "They ran.""
    fn depiction(&self, b: &Behind<'_>) -> Step {
        if b.takes(Takes::Description) && !b.passive && self.tag(b.start).begins_phrase() {
            let e = self.adjuncts(b.hit, self.phrase_right(b.start, b.hi), b.hi).end;
            let speaks = self.marks.opens(e + 1).is_some_and(|q| self.speaks(q.inner_first(), q.inner_end()));
            if matches!(self.tag(e), Tag::Comma | Tag::Colon) && e + 1 < b.hi && speaks {
                return b.found(self.quoted(e + 1, b.hi, b.trailing), Frame::Quotation);
            }
        }
        Continue(())
    }

    /// "He said, contrary to the claims, the count was fair."
    fn interrupted(&self, b: &Behind<'_>) -> Step {
        let from = b.at + 1;
        let own = b.trailing.is_empty() || b.phrase && b.trailing.last().is_some_and(|&t| t <= b.start) && self.tag(from) != Tag::Ing;
        if b.takes(Takes::Bare)
            && matches!(b.lemma(), "say" | "add" | "note" | "tell")
            && self.tag(b.at) == Tag::Comma
            && !b.passive
            && own
            && self.clause_at(from, b.hi)
        {
            return b.found(from..self.content_end(from, b.hi, b.trailing, Extent::Clause), Frame::Bare);
        }
        Continue(())
    }

    /// "the poll found Roe leading", "the inquiry found no evidence that".
    fn finding(&self, b: &Behind<'_>) -> Step {
        let start = b.start;
        if b.hit.form != VerbForm::Finite {
            return Continue(());
        }
        let near = |sort| (b.hit.group.start.saturating_sub(NEAR)..b.hit.group.start).any(|k| self.word(k).sorts.has(sort));
        if matches!(b.lemma(), "find" | "show")
            && near(Sort::Poll)
            && self.tag(start).begins_phrase()
            && self.tag(self.core_right(start, b.hi)) == Tag::Ing
        {
            return b.found(start..self.content_end(start, b.hi, b.trailing, Extent::Verb), Frame::Phrase);
        }
        if b.lemma() == "find" && matches!(self.lower(start), "no" | "evidence" | "little") && (near(Sort::Poll) || near(Sort::Inquiry)) {
            return self.phrase_from(b, start);
        }
        Continue(())
    }

    /// The noun phrase at `from`, with what hangs on it.
    fn phrase_from(&self, b: &Behind<'_>, from: usize) -> Step {
        b.found(from..self.content_end(from, b.hi, b.trailing, Extent::Phrase), Frame::Phrase)
    }

    /// "suggested leaving".
    fn gerund(&self, b: &Behind<'_>) -> Step {
        if b.takes(Takes::Gerund) && (self.tag(b.start) == Tag::Ing || self.lower(b.start) == "having") {
            return self.phrase_from(b, b.start);
        }
        Continue(())
    }

    /// "rejected the claim", "dismissed concerns that the quake would".
    fn claim(&self, b: &Behind<'_>) -> Step {
        if b.takes(Takes::Claim) && self.tag(b.start).begins_phrase() {
            let core = self.core_right(b.start, b.hi);
            let claimed = |k: usize| {
                let noun = self.word(k).nominal.and_then(|n| Tables::get().nouns.get(usize::from(n)));
                noun.is_some_and(|n| n.act == super::SpeechAct::Claims)
            };
            let told = core > b.start && self.word(core - 1).nominal.is_some() && self.tag(core) == Tag::That;
            if told || (b.start..core).any(claimed) {
                return self.phrase_from(b, b.start);
            }
        }
        Continue(())
    }

    /// "stated its intention to leave", "signaled support for the plan".
    fn intent(&self, b: &Behind<'_>) -> Step {
        if b.takes(Takes::That) && !b.passive && !b.takes(Takes::Documents) && b.hit.form != VerbForm::Reduced {
            let core = self.core_right(b.start, b.hi);
            let meant = core > b.start && INTENTS.contains(&self.lower(core - 1));
            if meant && (self.tag(core) == Tag::To || self.lower(core) == "for") {
                return self.phrase_from(b, b.start);
            }
        }
        Continue(())
    }

    /// "announced a closure".
    fn noun_phrase(&self, b: &Behind<'_>) -> Step {
        let calls_for = b.hit.entry.particle == Some("for");
        if calls_for && self.lower(b.start) == "help" {
            return Break(None);
        }
        if !b.takes(Takes::Phrase) || b.passive {
            return Continue(());
        }
        let at = b.start + usize::from(self.tag(b.start) == Tag::Adv);
        // "confirmed cases", "reported losses" are no statements.
        let adjective = self.tag(at) == Tag::Noun
            && self.word(at).plural
            && matches!(self.tag(b.hit.group.start.saturating_sub(1)), Tag::Noun | Tag::Num)
            && b.hit.form == VerbForm::Finite;
        // "announced hours after the vote"
        let later = matches!(self.lower(at + 1), "after" | "before" | "ago" | "later" | "earlier") && self.tag(at) == Tag::Noun;
        // "called for him to step down"
        let called = calls_for && self.tag(at) == Tag::Object && self.tag(at + 1) == Tag::To;
        let begins = matches!(self.tag(at), Tag::Det | Tag::Poss | Tag::Noun | Tag::Num | Tag::Name | Tag::Ing);
        if (begins && !later || called) && !self.is_time(at) && !adjective {
            let end = self.told_in(at, self.content_end(at, b.hi, b.trailing, Extent::Phrase));
            let pointing = end == at + 1 && matches!(self.lower(at), "this" | "that" | "it" | "them" | "so");
            if !pointing {
                return b.found(at..end, Frame::Phrase);
            }
        }
        Continue(())
    }

    /// "warned of floods".
    fn topic(&self, b: &Behind<'_>) -> Step {
        match b.object.filter(|&at| self.tag(at) != Tag::Object) {
            Some(at) if b.takes(Takes::About) => self.phrase_from(b, at),
            _ => Continue(()),
        }
    }

    /// "hailed the plan as "a gift"": only what is quoted tells what was said.
    fn quoted_words(&self, b: &Behind<'_>) -> Step {
        let (start, hi) = (b.start, b.hi);
        if !b.takes(Takes::OnlyQuoted) || self.relays(b.hit, start..hi.min(start + reach::PHRASE)) {
            return Continue(());
        }
        let end = self.content_end(start, hi, b.trailing, Extent::Phrase);
        let words = (start..end).any(|k| self.marks.opens(k).is_some_and(|q| q.closed && q.end <= end && q.end - q.open > 3));
        if words && (self.tag(start).begins_phrase() || self.tag(start) == Tag::Quote) {
            return b.found(start..end, Frame::Naming);
        }
        Continue(())
    }

    /// "quoted Roe as saying": the report is behind the participle.
    pub(super) fn relays(&self, hit: &Hit, mut range: Range<usize>) -> bool {
        matches!(hit.entry.lemma, "quote" | "cite")
            && range.any(|k| self.lower(k) == "as" && self.tag(k + 1) == Tag::Ing && self.is_cue(k + 1))
    }
}
