//! Nouns that report: "his claim that", "a call for talks", "allegations of fraud".
//!
//! In: a unit. Out: drafts. The holder of the noun is the source; a noun of alleging may lack one.

use super::*;

impl Reader<'_, '_> {
    /// Nouns that report: "his claim that", "a warning that".
    pub(super) fn nominal(&mut self, number: usize, unit: Unit, trailing: &[usize]) {
        let syntax = self.syntax;
        let mut i = unit.first;
        while i < unit.end {
            if syntax.marks.opens(i).is_some() {
                i = syntax.step(i, unit.end);
                continue;
            }
            let next = i + 1;
            let entry = if syntax.tag(i) == Tag::Noun || i == unit.first && syntax.tag(i) == Tag::Name {
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
                && let Some(start) = self.complement(entry, i, that, unit)
                && let Some(subject) = agent.clone().map(|range| Subject { range, antecedent: None }).or_else(|| self.holder(i, unit))
            {
                let extent = if syntax.tag(start) == Tag::To || syntax.tag(start) == Tag::Wh { Extent::Verb } else { Extent::Phrase };
                let end = syntax.content_end(start, unit.end, trailing, extent);
                let end = self.nominal_end(i, start, end, unit);
                if end > start {
                    let content = vec![start..end];
                    let source = Some(self.speakers.source(syntax, &subject));
                    let kind = self.kind(&content);
                    let cue = Cue {
                        span: syntax.doc.span(i..i + 1),
                        lemma: entry.lemma.to_owned(),
                        act: entry.act,
                        negated: false,
                        hedged: false,
                    };
                    self.push(number, kind, content, Some(cue), source, i, 60, "a noun that reports, with what it tells");
                }
                i = next;
                continue;
            }
            if let Some(entry) = entry
                && (bare || syntax.tag(that) == Tag::That && !syntax.tag(that + 1).finite() && syntax.clause_at(that + 1, unit.end))
            {
                let next = if bare { next - 1 } else { that };
                let subject = agent.map(|range| Subject { range, antecedent: None }).or_else(|| self.holder(i, unit));
                // "amid allegations that": somebody alleges.
                if subject.is_none() && !((alleges(entry.lemma) || entry.lemma == "report") && syntax.word(i).plural) {
                    i += 1;
                    continue;
                }
                let end = syntax.content_end(next + 1, unit.end, trailing, Extent::Clause);
                let end = self.nominal_end(i, next + 1, end, unit);
                if end > next + 1 {
                    let content = vec![next + 1..end];
                    let source = subject.map(|s| self.speakers.source(syntax, &s));
                    let kind = self.kind(&content);
                    let cue = Cue {
                        span: syntax.doc.span(i..i + 1),
                        lemma: entry.lemma.to_owned(),
                        act: entry.act,
                        negated: false,
                        hedged: source.is_none(),
                    };
                    let n = self.push(number, kind, content, Some(cue), source, i, 66, "a noun that reports, with its clause");
                    // "reiterated his belief that" says it.
                    let mut v = i;
                    while v > unit.first && matches!(syntax.tag(v - 1), Tag::Poss | Tag::Det | Tag::Noun | Tag::Adv) {
                        v -= 1;
                    }
                    let voiced = v > unit.first && syntax.tag(v - 1).verb() && syntax.is_cue(v - 1);
                    let stance = entry.frames.has(b'e') && !voiced;
                    if let Some(d) = self.drafts.get_mut(n) {
                        d.stance = stance;
                    }
                }
            }
            i = next;
        }
    }

    /// Where the words behind a reporting noun begin that tell what it reports: "claims of fraud", "promise to
    /// leave", "call for talks", "questions about whether".
    fn complement(&self, entry: &CueEntry, noun: usize, at: usize, unit: Unit) -> Option<usize> {
        let syntax = self.syntax;
        let next = at + 1;
        if entry.frames.has(b'e') || next >= unit.end {
            return None;
        }
        let start = match syntax.lower(at) {
            "of" if entry.frames.has(b'p') => next,
            "to" if entry.frames.has(b't') && syntax.tag(next) == Tag::Base => at,
            "for" if entry.frames.has(b'f') => next,
            "whether" if entry.act == SpeechAct::Asks => at,
            "about" | "over" | "on" if entry.act == SpeechAct::Asks && syntax.lower(next) == "whether" => next,
            _ => return None,
        };
        // "a number of complaints of noise": the noun must stand in a phrase of its own.
        (noun > unit.first
            && (syntax.tag(start).begins_phrase() || matches!(syntax.tag(start), Tag::To | Tag::Ing | Tag::Wh | Tag::Sub | Tag::Quote)))
        .then_some(start)
    }

    /// The end of the clause of a noun that is itself the subject: "his claim that it was safe [angered drivers]".
    pub(super) fn nominal_end(&self, noun: usize, start: usize, end: usize, unit: Unit) -> usize {
        let syntax = self.syntax;
        if syntax.speaks(unit.first, noun) {
            return end;
        }
        let fronted = matches!(syntax.tag(unit.first), Tag::Prep | Tag::Sub);
        // An infinitive or a noun phrase is complete before the first finite verb.
        let mut verbs = usize::from(!syntax.clause_at(start, end) || syntax.tag(start) == Tag::To);
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
    pub(super) fn holder(&self, noun: usize, unit: Unit) -> Option<Subject> {
        let syntax = self.syntax;
        let mut i = noun;
        while i > unit.first && matches!(syntax.tag(i - 1), Tag::Noun | Tag::Name | Tag::Num | Tag::Part | Tag::Past) {
            i -= 1;
        }
        match syntax.before(i, unit.first) {
            Tag::Poss => Some(Subject { range: i - 1..i, antecedent: None }),
            Tag::Gen => syntax.phrase_left(i - 1, unit.first).map(|s| Subject { range: s..i - 1, antecedent: None }),
            // "police allegations", "Clinton campaign claims"
            _ if i < noun
                && (syntax.tag(noun - 1) == Tag::Name
                    || matches!(syntax.lower(noun - 1), "police" | "government" | "prosecution" | "campaign" | "defence" | "defense"))
                && syntax.word(noun).plural =>
            {
                Some(Subject { range: i..noun, antecedent: None })
            }
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
                            | "raised"
                            | "raises"
                            | "raising"
                            | "reiterated"
                            | "leveled"
                            | "levelled"
                    );
                made.then(|| syntax.clause_subject(v - 1, unit.first).or_else(|| syntax.subject(v - 1, unit.first))).flatten()
            }
        }
    }
}
