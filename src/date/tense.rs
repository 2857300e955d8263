//! Whether the words around a bare weekday or month point back or ahead.
//!
//! The nearest verb to the left decides, else the nearest to the right; "will", "scheduled", "due"
//! and infinitives point ahead. There is no parser behind this: a verb of another clause can mislead.

use super::lexicon::*;
use super::matcher::Tokens;
use std::ops::Range;

/// Where an expression points, and the token that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Back(Option<usize>),
    Ahead(usize),
}

impl Tense {
    /// The word that tells it; empty where none does.
    pub(super) fn word<'a>(self, t: &Tokens<'a>) -> &'a str {
        match self {
            Self::Back(Some(i)) | Self::Ahead(i) => t.doc.form(i),
            Self::Back(None) => "",
        }
    }
}

/// Past verbs that an infinitive follows which then lies ahead of them: "agreed to meet Friday".
const INTENDING: &str = "agreed vowed pledged promised decided urged asked told ordered threatened offered hoped wanted intended planned \
    scheduled expected set due called invited demanded proposed is are was were has have plans wants hopes intends aims \
    slated likely going anticipated expects agrees vows pledges promises decides urges asks orders threatens offers want hope intend expect \
    need needs rush hurry";

/// Forms among [`INTENDING`] that right before "to" alone say so.
const BEING: &str = "is are was were has have";

/// How far to look for a verb, in tokens.
const REACH: usize = 24;

/// Reads the clause around tokens `first..last` in `sentence`.
pub(super) fn tense(t: &Tokens<'_>, sentence: Range<usize>, first: usize, last: usize) -> Tense {
    // "postponed the vote until June", "moved its primary to June 2"
    if let Some(i) = moved(t, sentence.start, first) {
        return Tense::Ahead(i);
    }
    // "a plea to voters ahead of Election Day", "heading into Saturday's game", "preparing for Friday's vote"
    let towards = |i: usize| {
        t.one_of(i, "ahead") && t.is(i + 1, OF)
            || t.one_of(i, "heading headed heads head going") && t.one_of(i + 1, "into to for")
            || t.one_of(i, "preparing prepare prepares ready bracing gearing bound") && t.one_of(i + 1, "for")
    };
    if let Some(i) = first.checked_sub(2).filter(|&i| i >= sentence.start && towards(i)) {
        return Tense::Ahead(i);
    }
    // "with the November election looming"
    if let Some(i) = (last..sentence.end.min(last + 3)).find(|&i| t.one_of(i, "looming looms approaching nearing nears")) {
        return Tense::Ahead(i);
    }
    // "the winner of Monday's final will play"
    let owned = (last..sentence.end.min(last + 5)).find(|&i| t.is(i, FINITE)).filter(|&i| t.one_of(last, "'s") && t.is(i, FUTURE_VERB));
    if let Some(i) = owned {
        return Tense::Ahead(i);
    }
    // "On Tuesday, the government announced ...": what stands before belongs to another clause.
    let opens = first.checked_sub(1).is_some_and(|i| i >= sentence.start && t.capital(i) && t.is(i, ON | IN | AT))
        || t.is(last, COMMA) && t.capital(first) && first == sentence.start;
    let right = opens.then(|| behind(t, &sentence, last)).flatten();
    if let Some(found) = right {
        return found;
    }
    let mut present = None;
    let start = sentence.start.max(first.saturating_sub(REACH));
    for i in (start..first).rev() {
        let w = t.word(i);
        if t.one_of(i, ";") {
            break;
        }
        if w.is(AHEAD)
            && !w.is(INFINITIVE | DEICTIC)
            && (first - i <= 3 && !weak(t, i) && !noun(t, i) && !adjective(t, i, first) || being(t, i))
        {
            return Tense::Ahead(i);
        }
        // "leaders meet Monday"
        if first - i <= 3 && i > start && plural(t, i - 1) && t.one_of(i, "meet resume open begin start vote return convene") {
            return Tense::Ahead(i);
        }
        if let Some(found) = verb(t, sentence.start, i) {
            return found;
        }
        if w.is(PRESENT_VERB) && present.is_none() {
            present = Some(i);
        }
    }
    if let Some(found) = behind(t, &sentence, last) {
        return found;
    }
    // "as early as Monday"
    if first >= start + 3 && t.one_of(first - 1, "as") && t.one_of(first - 2, "early soon") {
        return Tense::Ahead(first - 2);
    }
    // "by", "until": ahead where no verb says otherwise.
    if let Some(i) = first.checked_sub(1).filter(|&i| i >= sentence.start && weak(t, i)) {
        return Tense::Ahead(i);
    }
    Tense::Back(None)
}

/// The verb that moves something to the date at `first`.
fn moved(t: &Tokens<'_>, start: usize, first: usize) -> Option<usize> {
    const MOVES: &str = "put delayed delaying delay delays postponed postponing postpone postpones rescheduled rescheduling moved moving extended \
         extending extend extends adjourned deferred pushed suspended closed canceled cancelled";
    let to = first.checked_sub(1).filter(|&i| i >= start && t.one_of(i, "until till to through"))?;
    (start.max(to.saturating_sub(9))..to).rev().find(|&i| t.one_of(i, MOVES))
}

/// Whether what lies ahead lies so from a point in the past: "would pass", "was expected to pass".
pub(super) fn from_the_past(t: &Tokens<'_>, i: usize) -> bool {
    t.one_of(i, "would could might ahead heading headed going") || (i.saturating_sub(3)..=i).any(|k| t.one_of(k, "was were"))
}

/// Whether a form of "be" stands right before: "is due", "has been planned".
pub(super) fn being(t: &Tokens<'_>, i: usize) -> bool {
    i > 0 && t.one_of(i - 1, "is are was were be been")
        || i > 1 && t.one_of(i - 2, "is are was were been") && t.one_of(i - 1, "now not also currently still already")
}

/// Whether a participle stands before its noun: "the originally planned launch on Monday".
fn adjective(t: &Tokens<'_>, i: usize, first: usize) -> bool {
    t.lower(i).ends_with("ed") && i + 1 < first && !t.one_of(i + 1, "for to on by at in until")
}

/// Whether a word is likely a noun in the plural.
fn plural(t: &Tokens<'_>, i: usize) -> bool {
    t.lower(i).len() > 3 && t.lower(i).ends_with('s') && !t.lower(i).ends_with("ss")
}

/// Whether a form in "-s" is a noun here: "the votes", "two visits", "announced plans".
fn noun(t: &Tokens<'_>, i: usize) -> bool {
    let before = |i: usize| t.is(i, THE | A | NUMBER | THIS | THAT | PAST_VERB) || t.one_of(i, "of his her their its");
    plural(t, i) && i > 0 && before(i - 1)
}

/// The first verb behind token `last`.
fn behind(t: &Tokens<'_>, sentence: &Range<usize>, last: usize) -> Option<Tense> {
    for i in last..sentence.end.min(last + REACH) {
        if t.one_of(i, ";") {
            break;
        }
        let w = t.word(i);
        // "are to travel", "is scheduled to speak"
        if w.is(FUTURE_VERB) || w.is(AHEAD) && being(t, i) || t.one_of(i, "to") && i > 0 && t.one_of(i - 1, "is are") {
            return Some(Tense::Ahead(i));
        }
        if w.is(PAST_VERB) {
            return Some(Tense::Back(Some(i)));
        }
    }
    None
}

fn weak(t: &Tokens<'_>, i: usize) -> bool {
    t.one_of(i, "by until till next set starting beginning expected likely")
        && !matches!((t.lower(i), t.lower(i + 1)), ("set" | "expected", "for" | "to" | "on"))
}

/// What a verb at `i` says, if a finite verb or infinitive stands there.
fn verb(t: &Tokens<'_>, start: usize, i: usize) -> Option<Tense> {
    let w = t.word(i);
    if w.is(FUTURE_VERB) {
        return Some(Tense::Ahead(i));
    }
    // "from May to June"
    if w.is(INFINITIVE) && !(w.is(MONTH) && t.capital(i)) {
        if !t.one_of(i, "to") {
            // "may have met", "could not have been".
            return Some(if (i + 1..i + 4).any(|k| t.one_of(k, "have")) { Tense::Back(Some(i)) } else { Tense::Ahead(i) });
        }
        let next = t.word(i + 1);
        let no_verb = next.is(THE | A | THIS | THAT | NUMBER | MONTH | WEEKDAY | NEXT | PAST_VERB | DEICTIC | EARLY | LATE | NOON | CLOCK)
            || next.is(LAST) && t.is(i + 2, UNIT | UNITS | MONTH | WEEKDAY | PART | SEASON)
            || t.one_of(i + 1, "his her their its him them reporters my our end");
        if no_verb || t.capital(i + 1) || !t.is_word(i + 1) {
            return None;
        }
        let from = start.max(i.saturating_sub(6));
        let adverb = |k: usize| t.one_of(k, "not also now still currently") || t.lower(k).ends_with("ly");
        // "is to meet", but "was willing to meet".
        // "a proposed rule"
        let adjective = |k: usize| k > 0 && t.is(k - 1, THE | A) && t.lower(k).ends_with("ed");
        let intends = |&k: &usize| t.one_of(k, INTENDING) && !adjective(k) && !(t.one_of(k, BEING) && (k + 1..i).any(|j| !adverb(j)));
        return (from..i).rev().find(intends).map(|k| {
            // "had expected to testify Thursday": it came otherwise.
            let before = (k.saturating_sub(2)..k).any(|j| t.one_of(j, "had"));
            if before { Tense::Back(Some(k)) } else { Tense::Ahead(i) }
        });
    }
    if w.is(PAST_VERB) {
        // "will be released", "is expected", "to have ended".
        let from = start.max(i.saturating_sub(4));
        for k in (from..i).rev() {
            let before = t.word(k);
            if before.is(FUTURE_VERB) {
                return Some(Tense::Ahead(k));
            }
            if before.is(INFINITIVE) {
                let perfect = (k + 1..i).any(|j| t.one_of(j, "have"));
                return Some(if perfect { Tense::Back(Some(i)) } else { Tense::Ahead(k) });
            }
            if !t.one_of(k, "be been not also being get then only have") && !t.lower(k).ends_with("ly") {
                break;
            }
        }
        if w.is(AHEAD) && !t.one_of(i, "set") {
            return Some(Tense::Ahead(i));
        }
        return Some(Tense::Back(Some(i)));
    }
    None
}
