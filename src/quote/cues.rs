//! Cues: verbs and nouns that attribute, with their auxiliaries, negation, hedges and voice.
//!
//! In: tags of a unit. Out: [`Hit`]s in text order. Whether a hit attributes anything is decided where its
//! content is looked for.

use super::lexis::{CueEntry, Tables, Tag};
use super::syntax::Syntax;
use std::ops::Range;

/// How the verb of a cue stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum VerbForm {
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
    pub(super) form: VerbForm,
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

/// Auxiliaries behind which nothing has been said yet.
const HYPOTHETICAL: &[&str] = &["could", "might", "may", "should", "must", "would", "can", "couldn't", "shouldn't", "shall"];

/// Verbs that give information, and what they give.
const GIVES: &[&str] = &["gave", "gives", "giving", "give", "offered", "offering", "offers", "provided", "providing"];
const GIVEN: &[&str] = &["detail", "details", "explanation", "comment", "reason", "reasons", "specifics"];

/// How many tokens before "deny" the auxiliary of "would neither confirm nor deny" may stand.
const NEITHER: usize = 7;

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

/// The entry of the verb at `i`: the one with its particle before the plain one.
fn entry(syntax: &Syntax<'_>, i: usize) -> Option<&'static CueEntry> {
    let mut plain = None;
    for (_, entry) in Tables::get().entries(syntax.word(i).cue?) {
        match entry.particle {
            None => plain = Some(entry),
            Some(particle) if syntax.lower(i + 1) == particle => return Some(entry),
            Some(_) => {}
        }
    }
    plain
}

/// A verb with its auxiliaries, negations and the verbs that lead to it ("has not", "refused to").
struct Group {
    start: usize,
    negated: bool,
    hedged: bool,
    hypothetical: bool,
    passive: bool,
    infinitive: bool,
    refusing: bool,
    auxiliary: bool,
}

impl Group {
    /// The group of the verb at `i`, which begins at token `lo` or behind it.
    fn of(syntax: &Syntax<'_>, i: usize, lo: usize) -> Self {
        let tag = syntax.tag(i);
        let mut group = Self {
            start: i,
            negated: false,
            hedged: false,
            hypothetical: false,
            passive: false,
            infinitive: false,
            refusing: false,
            auxiliary: false,
        };
        let mut at = i;
        while at > lo {
            let k = at - 1;
            let lower = syntax.lower(k);
            match syntax.tag(k) {
                Tag::Adv | Tag::Not => group.hedged |= HEDGES.contains(&lower),
                Tag::Be => group.passive |= matches!(tag, Tag::Part | Tag::Past) && !group.auxiliary,
                Tag::Have | Tag::Do => {}
                Tag::Modal => group.hypothetical |= HYPOTHETICAL.contains(&lower),
                Tag::To if tag == Tag::Base => match group.led_by(syntax, k, lo) {
                    Some(lead) => {
                        at = lead;
                        continue;
                    }
                    None => break,
                },
                _ => break,
            }
            group.negated |= syntax.word(k).negates;
            if !matches!(syntax.tag(k), Tag::Adv | Tag::Not) {
                group.auxiliary = true;
                group.start = k;
            }
            at = k;
        }
        group
    }

    /// Takes in the verb that leads to the "to" at `to` ("refused to", "appeared to") and gives its place; without one,
    /// the group is an infinitive.
    fn led_by(&mut self, syntax: &Syntax<'_>, to: usize, lo: usize) -> Option<usize> {
        let mut past = to;
        while past > lo && (matches!(syntax.tag(past - 1), Tag::Adv | Tag::Not) || syntax.lower(past - 1) == "on") {
            past -= 1;
        }
        let lead = if past > lo { syntax.lower(past - 1) } else { "" };
        let refuses = REFUSING.contains(&lead);
        if !refuses && !LEADING.contains(&lead) {
            self.infinitive = true;
            return None;
        }
        self.refusing |= refuses;
        self.hedged |= HEDGES.contains(&lead);
        self.hypothetical |= matches!(lead, "want" | "wanted" | "wants" | "wished" | "need" | "failed" | "tried" | "tries");
        self.start = past - 1;
        Some(self.start)
    }

    /// Whether it withholds words: "refused to say", "has not said whether", "gave no details".
    fn refuses(&self, syntax: &Syntax<'_>, i: usize, entry: Option<&CueEntry>) -> bool {
        let tag = syntax.tag(i);
        let perfect = matches!(tag, Tag::Part | Tag::Past) && syntax.tag(self.start) == Tag::Have;
        let base = match entry {
            _ if tag == Tag::Base => syntax.lower(i),
            Some(e) if perfect => e.lemma,
            _ => "",
        };
        // "refused to take questions", but "refused to take the money": an act.
        let taken = base == "take" && !matches!(syntax.lower(i + 1), "question" | "questions" | "calls");
        let refused = self.refusing && REFUSED.contains(&base) && !taken;
        let withheld = self.negated && self.auxiliary && !self.passive && !self.infinitive && WITHHELD.contains(&base);
        let unreached = self.passive && self.negated && (0..).zip(["reached", "for", "comment"]).all(|(n, w)| syntax.lower(i + n) == w);
        let silent = matches!(tag, Tag::Past | Tag::S | Tag::Base | Tag::Ing)
            && GIVES.contains(&syntax.lower(i))
            && syntax.lower(i + 1) == "no"
            && (i + 2..i + 4).any(|k| GIVEN.contains(&syntax.lower(k)));
        refused || withheld || unreached || silent && !self.infinitive
    }
}

/// What a refusal is recorded as where its verb is no cue.
static DECLINE: CueEntry = CueEntry { lemma: "decline", particle: None, act: super::SpeechAct::Declines, frames: super::lexis::NONE };

/// Where "would neither confirm nor deny", with "deny" at `i`, begins.
fn neither(syntax: &Syntax<'_>, i: usize, lo: usize) -> Option<usize> {
    let nor = syntax.lower(i) == "deny" && i > lo && syntax.lower(i - 1) == "nor";
    let auxiliary = || (lo.max(i.saturating_sub(NEITHER))..=i).rev().find(|&k| matches!(syntax.tag(k), Tag::Modal | Tag::Do));
    nor.then(|| auxiliary().unwrap_or(i))
}

fn verb(syntax: &Syntax<'_>, i: usize, lo: usize) -> Option<Hit> {
    let tag = syntax.tag(i);
    if !tag.verb() {
        return None;
    }
    let entry = entry(syntax, i);
    let group = Group::of(syntax, i, lo);
    let Group { negated, hedged, .. } = group;
    let neither = neither(syntax, i, lo);
    if neither.is_some() || group.refuses(syntax, i, entry) {
        return Some(Hit {
            verb: i,
            group: neither.filter(|&k| k < i).unwrap_or(group.start)..i + 1,
            entry: entry.unwrap_or(&DECLINE),
            form: VerbForm::Finite,
            negated,
            hedged,
            hypothetical: false,
            refusal: true,
        });
    }
    let entry = entry?;
    let finite_lead = group.start < i && syntax.tag(group.start).finite();
    let form = match tag {
        _ if group.infinitive => VerbForm::Infinitive,
        _ if group.passive => VerbForm::Passive,
        Tag::Ing if !group.auxiliary => VerbForm::Participle,
        Tag::Part if !group.auxiliary => VerbForm::Reduced,
        Tag::Base if !group.auxiliary && !finite_lead && i == lo => return None,
        _ => VerbForm::Finite,
    };
    let end = i + 1 + usize::from(entry.particle.is_some());
    Some(Hit { verb: i, group: group.start..end, entry, form, negated, hedged, hypothetical: group.hypothetical, refusal: false })
}
