//! What a cue reports: where content begins and ends.
//!
//! In: a cue in its unit. Out: token ranges. To the right of a cue content follows as a clause, a
//! quotation, an infinitive or a noun phrase; to the left it stands before a comma that closes it.

use super::cues::{Hit, Shape};
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

/// What stands between a cue and its content, or behind a cue that trails.
pub(super) struct Adjuncts {
    /// Just past them.
    pub(super) end: usize,
    pub(super) addressee: Option<Range<usize>>,
    /// First token behind a preposition "of", "about", "against", "for" among them.
    object: Option<usize>,
    /// Whether a prepositional phrase is among them: a "that" or "where" behind it may hang on its noun.
    phrase: bool,
}

/// What kind of content an end is looked for, which tells how far it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// A clause with its own subject: it goes on over "but" and "while".
    Clause,
    /// An infinitive, or an object with its complement.
    Verb,
    /// A noun phrase, which ends soonest.
    Phrase,
}

/// What a statement is made in.
const MEDIA: &[&str] =
    &["statement", "interview", "letter", "report", "post", "message", "note", "release", "video", "speech", "e-mail", "email"];

/// What is counted and asked, and so tells.
const POLLS: &[&str] = &[
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
                if frames.has(b'a') && out.addressee.is_none() && tag.begins_phrase() {
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
                    i += 1
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
                    && (frames.has(b'a') || frames.has(b'o'))
                    && out.addressee.is_none()
                    && tag.begins_phrase()
                    && !(tag == Tag::That && self.tag(i + 1).begins_phrase() && self.clause_at(i + 1, hi)) =>
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
    fn addressee(&self, start: usize, hi: usize) -> usize {
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
            let own = frames.has(b't') && addressee.is_none();
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
        if frames.has(b'b') && hit.shape != Shape::Reduced && (!passive || told) {
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
            && trailing.is_empty()
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
            if (matches!(self.tag(at), Tag::Det | Tag::Poss | Tag::Noun | Tag::Num | Tag::Name) || self.tag(at) == Tag::Ing)
                && !self.is_time(at)
                && !adjective
            {
                let end = self.content_end(at, hi, trailing, Extent::Phrase);
                let pointing = end == at + 1 && matches!(self.lower(at), "this" | "that" | "it" | "them" | "so");
                if !pointing {
                    return of(at..end, Frame::Phrase);
                }
            }
        }
        if frames.has(b'p')
            && let Some(at) = adjuncts.object
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
        let quoted = (object..end).any(|k| self.marks.opens(k).is_some_and(|q| q.closed && q.end <= end + 1));
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
        let sentence = self.speaks(q.inner_first(), q.inner_end()) && q.end - q.open > 5;
        if end < hi && !stopped && runs_on && !(sentence && matches!(self.tag(end), Tag::Prep | Tag::Conj)) {
            return open..self.content_end(open, hi, trailing, Extent::Clause);
        }
        open..end
    }

    /// Where content that begins at `start` ends.
    pub(super) fn content_end(&self, start: usize, hi: usize, trailing: &[usize], extent: Extent) -> usize {
        let phrase = extent == Extent::Phrase;
        let mut i = start;
        let mut list = false;
        while i < hi {
            if i > start && trailing.binary_search(&i).is_ok() {
                // The source of a cue that trails, or "according to".
                let comma = matches!(self.tag(i - 1), Tag::Comma | Tag::Dash);
                return if comma { i - 1 } else { i };
            }
            match self.tag(i) {
                // "two things: a road, closed since May; and a bridge"
                Tag::Semi if list && !phrase && self.tag(i + 1) == Tag::Conj && !self.clause_at(i + 2, hi) => {}
                Tag::Semi => return i,
                Tag::Colon if !phrase && i > start => {
                    if self.word(i + 1).capital && self.tag(i + 1) != Tag::Name && self.clause_at(i + 1, hi) {
                        return i;
                    }
                    list = true;
                }
                Tag::Stop if i > start && (i + 1 >= hi || self.tag(i + 1) != Tag::Close) => return i,
                Tag::Comma if i > start && self.breaks_off(i, hi, extent) => return i,
                Tag::Dash if i > start => {
                    let close = (i + 1..hi).find(|&k| self.tag(k) == Tag::Dash);
                    match close {
                        Some(k) if !phrase => {
                            i = k + 1;
                            continue;
                        }
                        // "by seven bullets — three to the back": a remark without a verb.
                        None if !phrase && trailing.is_empty() && hi - i < 16 && !self.speaks(i + 1, hi) && !self.tag(i + 1).verb() => {}
                        _ => return i,
                    }
                }
                Tag::Colon if phrase => return i,
                Tag::Conj if i > start && self.tag(i - 1) != Tag::Comma && self.turns(i, hi, phrase) => return i,
                Tag::Sub
                    if phrase
                        && i > start
                        && matches!(
                            self.lower(i),
                            "after" | "when" | "as" | "because" | "while" | "before" | "although" | "though" | "if"
                        ) =>
                {
                    return i;
                }
                Tag::That if phrase && i == start => {}
                _ => {}
            }
            // "called it "a joke" he had heard before"
            if let Some(q) = self.marks.opens(i).filter(|q| q.closed && q.end < hi && q.end > i + 2)
                && extent == Extent::Verb
                && self.tag(q.end) == Tag::Pron
            {
                return q.end;
            }
            // "called it "a joke," drawing laughter": the comma stands inside the marks.
            if let Some(q) = self.marks.opens(i).filter(|q| q.closed && q.end < hi && q.end > i + 2 && extent != Extent::Phrase)
                && self.tag(q.end - 2) == Tag::Comma
                && (self.breaks_off(q.end - 1, hi, extent) || extent == Extent::Verb && self.tag(q.end) == Tag::Ing)
            {
                return q.end;
            }
            i = self.step(i, hi);
        }
        hi
    }

    /// The end of the sentence that begins at `start`: what "according to" covers.
    pub(super) fn sentence_end(&self, start: usize, hi: usize, trailing: &[usize]) -> usize {
        let mut i = start;
        while i < hi {
            if i > start && trailing.binary_search(&i).is_ok() {
                return if matches!(self.tag(i - 1), Tag::Comma | Tag::Dash) { i - 1 } else { i };
            }
            if self.tag(i) == Tag::Semi || self.tag(i) == Tag::Stop && i > start {
                return i;
            }
            i = self.step(i, hi);
        }
        hi
    }

    /// Whether content ends at the comma `i`.
    fn breaks_off(&self, i: usize, hi: usize, extent: Extent) -> bool {
        let phrase = extent == Extent::Phrase;
        let next = self.lower(i + 1);
        if phrase {
            // "X, Y and Z" goes on.
            let mut k = i + 1;
            while k < hi.min(i + 12) && !matches!(self.tag(k), Tag::Comma | Tag::Stop | Tag::Semi) {
                if self.tag(k) == Tag::Conj && !self.tag(k + 1).finite() && self.tag(i + 1).begins_phrase() && !self.clause_at(i + 1, k) {
                    return false;
                }
                k += 1;
            }
            return true;
        }
        match self.tag(i + 1) {
            Tag::Ing => self.is_cue(i + 1) || matches!(next, "according" | "citing" | "prompting" | "referring" | "pointing"),
            Tag::Sub if matches!(next, "although" | "though" | "while" | "whereas") => {
                extent != Extent::Clause
                    || self.tag(i + 2) == Tag::Ing
                    || self.another_voice(i + 2, hi)
                    || self.tag(i + 2) == Tag::Pron && self.says_again(i + 2)
            }
            // ", as it rained" is still what was said; ", as the court found" is not.
            Tag::Sub => {
                let voice = self.phrase_right(i + 2, hi.min(i + 16));
                next == "as"
                    && self.clause_at(i + 2, hi)
                    && (extent != Extent::Clause
                        || self.is_cue(voice) && matches!(self.tag(voice), Tag::Past | Tag::S)
                        || matches!(self.tag(i + 2), Tag::Have | Tag::Do | Tag::Be))
            }
            // ", she said he would not": another voice.
            Tag::Pron => self.is_cue(i + 2) && matches!(self.tag(i + 2), Tag::Past | Tag::S) && self.clause_at(i + 3, hi),
            Tag::Adv => matches!(next, "however") || self.tag(i + 2) == Tag::Ing && self.word(i + 2).cue.is_some(),
            Tag::Conj => match next {
                "but" | "yet" => {
                    extent != Extent::Clause
                        || self.turns(i + 1, hi, phrase)
                        || self.tag(i + 2) == Tag::That
                        || matches!(self.tag(i + 2), Tag::To | Tag::Prep)
                        || self.tag(i + 2) == Tag::Pron && self.says_again(i + 2)
                }
                "and" | "or" => self.turns(i + 1, hi, phrase) || self.tag(i + 2) == Tag::That,
                _ => false,
            },
            Tag::Prep => {
                matches!(next, "despite")
                    || next == "with" && (i + 3..hi.min(i + 9)).any(|k| self.tag(k) == Tag::Ing && self.word(k).cue.is_some())
            }
            _ => false,
        }
    }

    /// Whether the narrator goes on at the conjunction `i`: "and added", "but it did not say".
    fn turns(&self, i: usize, hi: usize, phrase: bool) -> bool {
        let mut k = i + 1;
        let mut pronoun = false;
        let but = self.lower(i) == "but";
        if self.tag(k) == Tag::Pron {
            pronoun = true;
            k += 1;
        }
        // "and on Monday said"
        let mut fronted = false;
        if !pronoun && self.tag(k) == Tag::Prep {
            let e = self.core_right(k + 1, hi);
            fronted = e > k + 1 && self.is_cue(e) && matches!(self.tag(e), Tag::Past | Tag::S);
            if fronted {
                k = e;
            }
        }
        while k < hi && matches!(self.tag(k), Tag::Adv | Tag::Be | Tag::Have | Tag::Do | Tag::Modal | Tag::Not) {
            k += 1;
        }
        let tag = self.tag(k);
        if phrase && self.tag(i + 1).finite() {
            return true;
        }
        // "and would not say", "but declined to comment": the narrator.
        let declines = (i + 1..k).any(|j| self.word(j).negates) && super::cues::withheld(self.lower(k));
        if declines && !pronoun && self.tag(i + 1).finite() || super::cues::refusing(self.lower(i + 1)) && self.tag(i + 2) == Tag::To {
            return true;
        }
        if self.another_voice(i + 1, hi) {
            return true;
        }
        if phrase && self.clause_at(i + 1, hi) {
            return true;
        }
        let finite = fronted || self.tag(i + 1).finite() || pronoun || self.tag(i + 1) == Tag::Adv;
        let cue = self.is_cue(k) && matches!(tag, Tag::Past | Tag::S | Tag::Base);
        // "would warn": still what was said.
        let modal = (i + 1..k).any(|j| self.tag(j) == Tag::Modal);
        // "began ... and continued": a cue only before a quotation.
        let weak = matches!(
            self.lower(k),
            "continued"
                | "continues"
                | "began"
                | "begins"
                | "started"
                | "starts"
                | "finished"
                | "responded"
                | "held"
                | "holds"
                | "directed"
        ) && !matches!(self.tag(k + 1), Tag::Quote | Tag::Colon | Tag::That)
            && self.marks.opens(k + 2).is_none();
        if finite && cue && !modal && !weak && (tag != Tag::Base || k > i + 1) {
            return !self.word(k).noun || tag == Tag::Past;
        }
        but && (matches!(self.lower(k), "declined" | "refused") || pronoun)
    }

    /// Whether a source of its own and its cue stand at `start`: "and officials said the", "and Roe calling it".
    fn another_voice(&self, start: usize, hi: usize) -> bool {
        if !matches!(self.tag(start), Tag::Name | Tag::Noun | Tag::Det | Tag::Poss | Tag::Num) {
            return false;
        }
        let mut e = self.phrase_right(start, hi.min(start + 14));
        while e < hi && self.tag(e) == Tag::Adv {
            e += 1;
        }
        let said = matches!(self.tag(e), Tag::Past | Tag::S) && self.speech(e);
        let next = e + 1;
        // "but polls show Roe leading"
        let finding = matches!(self.tag(e), Tag::Past | Tag::S | Tag::Base)
            && self.tag(e - 1) != Tag::Pron
            && POLLS.contains(&self.lower(e - 1))
            && self.is_cue(e);
        // "but his party disagreed"
        let denies = matches!(self.tag(e), Tag::Past | Tag::S)
            && self
                .word(e)
                .cue
                .is_some_and(|cue| Tables::get().entries(cue).any(|(_, c)| c.lemma == "disagree" || c.act == super::SpeechAct::Denies));
        finding
            || denies
            || said
                && (matches!(self.tag(next), Tag::That | Tag::Quote | Tag::PronAux)
                    || matches!(self.tag(next), Tag::Comma | Tag::Colon) && self.marks.opens(next + 1).is_some()
                    || self.clause_at(next, hi))
            || self.tag(e) == Tag::Ing && self.is_cue(e) && e > start
    }

    /// Whether a cue follows the pronoun `i`: "though she did say".
    fn says_again(&self, i: usize) -> bool {
        let mut k = i + 1;
        while matches!(self.tag(k), Tag::Adv | Tag::Be | Tag::Have | Tag::Do | Tag::Not) {
            k += 1;
        }
        self.speech(k) || super::cues::withheld(self.lower(k)) && self.word(k - 1).negates || super::cues::refusing(self.lower(k))
    }

    /// Whether token `i` is a form of a verb of saying that takes a clause or quotation.
    fn speech(&self, i: usize) -> bool {
        self.word(i).cue.is_some_and(|cue| {
            Tables::get()
                .entries(cue)
                .any(|(_, e)| e.particle.is_none() && e.frames.has(b'q') && (e.frames.has(b'b') || e.frames.has(b'c')))
        })
    }

    /// Whether the narrator goes on at the conjunction `i`.
    pub(super) fn turns_at(&self, i: usize, hi: usize) -> bool {
        self.turns(i, hi, false)
    }

    /// Where content that ends before `end` begins, not before `floor`.
    pub(super) fn content_start(&self, end: usize, floor: usize) -> usize {
        let mut start = floor;
        let mut i = floor;
        while i < end {
            if self.tag(i) == Tag::Semi {
                start = i + 1;
            }
            i = self.step(i, end);
        }
        // "But the plan failed, Roe said": the conjunction is the narrator's.
        while start < end && matches!(self.tag(start), Tag::Conj | Tag::Comma | Tag::Colon | Tag::Dash | Tag::Stop) {
            start += 1;
        }
        start
    }
}
