//! Cues: verbs and nouns that attribute, with their auxiliaries, negation, hedges and voice.
//!
//! In: tags of a unit. Out: [`Hit`]s in text order. Whether a hit attributes anything is decided where its
//! content is looked for.

use super::lexis::{CueEntry, Tables, Tag};
use super::syntax::Syntax;
use std::ops::Range;

/// How the verb of a cue stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// "said", "has said", "would not say".
    Finite,
    /// "saying".
    Participle,
    /// "to say", not led by a verb that belongs to the cue.
    Infinitive,
    /// "was quoted as saying", "is said", "was asked".
    Passive,
    /// A bare participle behind a noun: "the plan announced on Monday".
    Reduced,
}

/// One possible cue.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    /// The verb or noun itself.
    pub(super) verb: usize,
    /// With its auxiliaries, adverbs and particle.
    pub(super) group: Range<usize>,
    pub(super) entry: &'static CueEntry,
    pub(super) shape: Shape,
    pub(super) negated: bool,
    pub(super) hedged: bool,
    /// "might say", "would say if": not said yet.
    pub(super) hypothetical: bool,
    /// "declined to say", "would not comment": a refusal.
    pub(super) refusal: bool,
}

/// Verbs that lead an infinitive and make one cue with it: "went on to say", "continues to insist".
const LEADING: &[&str] = &[
    "appear",
    "appeared",
    "appears",
    "began",
    "begin",
    "begins",
    "came",
    "chose",
    "continue",
    "continued",
    "continues",
    "failed",
    "forced",
    "go",
    "goes",
    "going",
    "had",
    "hastened",
    "need",
    "proceeded",
    "quick",
    "refused",
    "refuses",
    "rushed",
    "seemed",
    "seems",
    "tried",
    "tries",
    "used",
    "want",
    "wanted",
    "wants",
    "went",
    "wished",
];

/// Words that refuse: "declined to comment".
const REFUSING: &[&str] = &["declined", "declines", "decline", "declining", "refused", "refuses", "refuse", "refusing"];

/// What is refused or left out, as base forms.
const REFUSED: &[&str] = &[
    "comment",
    "say",
    "elaborate",
    "answer",
    "respond",
    "discuss",
    "disclose",
    "identify",
    "name",
    "confirm",
    "specify",
    "speak",
    "talk",
    "give",
    "provide",
    "share",
    "reveal",
    "reply",
    "explain",
    "address",
    "return",
    "offer",
    "detail",
    "acknowledge",
    "speculate",
    "take",
    "be",
    "describe",
    "release",
    "clarify",
    "expand",
    "divulge",
    "weigh",
    "tell",
];

/// What may be left out with "did not": verbs that say nothing of their own without an object.
const WITHHELD: &[&str] = &[
    "comment",
    "elaborate",
    "respond",
    "answer",
    "reply",
    "return",
    "disclose",
    "specify",
    "identify",
    "name",
    "explain",
    "clarify",
    "provide",
    "give",
    "speak",
    "say",
    "expand",
    "reveal",
    "release",
    "offer",
    "mention",
    "discuss",
    "confirm",
    "address",
];

/// Hedges beside a verb.
const HEDGES: &[&str] =
    &["reportedly", "allegedly", "apparently", "supposedly", "seemingly", "appeared", "appears", "seemed", "seems", "appear", "seem"];

/// Whether `word` is the base form of a verb that a refusal withholds.
pub(super) fn withheld(word: &str) -> bool {
    REFUSED.contains(&word) && word != "be" && word != "take" || WITHHELD.contains(&word)
}

/// Whether `word` is a verb of refusing.
pub(super) fn refusing(word: &str) -> bool {
    REFUSING.contains(&word)
}

/// All possible cues of the tokens `first..end` that stand outside quotations.
pub(super) fn find(syntax: &Syntax<'_>, first: usize, end: usize) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    let mut i = first;
    while i < end {
        if syntax.marks.opens(i).is_some_and(|q| q.closed || q.end >= end) {
            i = syntax.step(i, end);
            continue;
        }
        if let Some(hit) = verb(syntax, i, first) {
            i = hit.group.end.max(i + 1);
            hits.push(hit);
            continue;
        }
        i += 1;
    }
    hits
}

fn verb(syntax: &Syntax<'_>, i: usize, lo: usize) -> Option<Hit> {
    let tag = syntax.tag(i);
    if !tag.verb() {
        return None;
    }
    let word = syntax.word(i);
    let entry = word.cue.and_then(|cue| {
        let mut plain = None;
        for (_, e) in Tables::get().entries(cue) {
            match e.particle {
                None => plain = Some(e),
                Some(p) if syntax.lower(i + 1) == p => return Some(e),
                Some(_) => {}
            }
        }
        plain
    });
    let mut group = i..i + 1;
    let (mut negated, mut hedged, mut hypothetical) = (false, false, false);
    let mut passive = false;
    let mut infinitive = false;
    let mut refusing = false;
    let mut auxiliary = false;
    let mut j = i;
    while j > lo {
        let k = j - 1;
        match syntax.tag(k) {
            Tag::Adv | Tag::Not => {
                if syntax.word(k).negates {
                    negated = true;
                }
                hedged |= HEDGES.contains(&syntax.lower(k));
            }
            Tag::Be => {
                passive |= matches!(tag, Tag::Part | Tag::Past) && !auxiliary;
                auxiliary = true;
                negated |= syntax.word(k).negates;
                group.start = k;
            }
            Tag::Have | Tag::Do => {
                auxiliary = true;
                negated |= syntax.word(k).negates;
                group.start = k;
            }
            Tag::Modal => {
                auxiliary = true;
                negated |= syntax.word(k).negates;
                hypothetical |= matches!(
                    syntax.lower(k),
                    "could" | "might" | "may" | "should" | "must" | "would" | "can" | "couldn't" | "shouldn't" | "shall"
                );
                group.start = k;
            }
            Tag::To if tag == Tag::Base => {
                let mut m = k;
                while m > lo && (matches!(syntax.tag(m - 1), Tag::Adv | Tag::Not) || syntax.lower(m - 1) == "on") {
                    m -= 1;
                }
                let lead = if m > lo { syntax.lower(m - 1) } else { "" };
                let refuses = REFUSING.contains(&lead);
                if refuses || LEADING.contains(&lead) {
                    refusing |= refuses;
                    hedged |= HEDGES.contains(&lead);
                    hypothetical |= matches!(lead, "want" | "wanted" | "wants" | "wished" | "need" | "failed" | "tried" | "tries");
                    group.start = m - 1;
                    j = m - 1;
                    continue;
                }
                infinitive = true;
                break;
            }
            _ => break,
        }
        j = k;
    }
    let silent = matches!(tag, Tag::Past | Tag::S | Tag::Base | Tag::Ing)
        && matches!(syntax.lower(i), "gave" | "gives" | "giving" | "give" | "offered" | "offering" | "offers" | "provided" | "providing")
        && syntax.lower(i + 1) == "no"
        && (i + 2..i + 4)
            .any(|k| matches!(syntax.lower(k), "detail" | "details" | "explanation" | "comment" | "reason" | "reasons" | "specifics"));
    // Adverbs at the far left stay outside: "also said" keeps them between subject and verb.
    let finite_lead = group.start < i && (syntax.tag(group.start).finite());
    // "has not said whether" withholds as "did not say" does.
    let perfect = matches!(syntax.tag(i), Tag::Part | Tag::Past) && syntax.tag(group.start) == Tag::Have;
    let base = match entry {
        _ if syntax.tag(i) == Tag::Base => syntax.lower(i),
        Some(e) if perfect => e.lemma,
        _ => "",
    };
    // "refused to take questions", but "refused to take the money": an act.
    let taken = base == "take" && !matches!(syntax.lower(i + 1), "question" | "questions" | "calls");
    let refusal =
        (refusing && REFUSED.contains(&base) && !taken) || (negated && auxiliary && !passive && !infinitive && WITHHELD.contains(&base));
    let reached = passive && negated && syntax.lower(i) == "reached" && syntax.lower(i + 1) == "for" && syntax.lower(i + 2) == "comment";
    let neither = syntax.lower(i) == "deny" && i > lo && syntax.lower(i - 1) == "nor";
    if neither {
        // "would neither confirm nor deny"
        let mut k = i;
        while k > lo && !matches!(syntax.tag(k), Tag::Modal | Tag::Do) {
            k -= 1;
            if i - k > 6 {
                break;
            }
        }
        if matches!(syntax.tag(k), Tag::Modal | Tag::Do) {
            group.start = k;
        }
    }
    if refusal || reached || neither || silent && !infinitive {
        static DECLINE: CueEntry =
            CueEntry { lemma: "decline", particle: None, act: super::SpeechAct::Declines, frames: super::lexis::NONE };
        return Some(Hit {
            verb: i,
            group,
            entry: entry.unwrap_or(&DECLINE),
            shape: Shape::Finite,
            negated,
            hedged,
            hypothetical: false,
            refusal: true,
        });
    }
    let entry = entry?;
    if entry.particle.is_some() {
        group.end = i + 2;
    }
    let shape = match tag {
        _ if infinitive => Shape::Infinitive,
        _ if passive => Shape::Passive,
        Tag::Ing if !auxiliary => Shape::Participle,
        Tag::Part if !auxiliary => Shape::Reduced,
        Tag::Base if !auxiliary && !finite_lead && i == lo => return None,
        _ => Shape::Finite,
    };
    Some(Hit { verb: i, group, entry, shape, negated, hedged, hypothetical, refusal: false })
}
