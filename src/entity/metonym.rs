//! Capitals that stand for governments: "Washington's envoy", "Beijing said".
//!
//! A seat of government acts where it owns what governments own, or is the subject of what
//! governments do. Where a report never uses it as a place ("in Pyongyang"), its mentions are linked
//! to the country; else they stay with the city and only carry the mark.

use super::countries::{Countries, Stands};
use super::mentions::Found;
use crate::entity::Kind;
use crate::text::Document;
use std::collections::BTreeMap;

/// Marks metonyms, and gives mentions the country that they are linked to instead of the place.
pub(super) fn read(doc: &Document, found: &mut [Found], countries: &Countries) {
    let seats: Vec<Option<&'static str>> = found
        .iter()
        .map(|f| {
            let place = f.mention.kind == Kind::Place;
            let text = f.mention.span.of(&doc.text).to_lowercase();
            if place && countries.find(&text, Stands::Name).is_none() { countries.find(&text, Stands::Seat) } else { None }
        })
        .collect();
    let uses: Vec<Use> = found.iter().zip(&seats).map(|(f, seat)| if seat.is_some() { usage(doc, f) } else { Use::Open }).collect();
    // For each country: whether its seat acts somewhere, and is a place somewhere.
    let mut whole: BTreeMap<&str, (bool, bool)> = BTreeMap::new();
    for (seat, u) in seats.iter().zip(&uses) {
        if let Some(country) = seat {
            let entry = whole.entry(country).or_default();
            entry.0 |= *u == Use::Acts;
            entry.1 |= *u == Use::Place;
        }
    }
    for ((f, seat), own) in found.iter_mut().zip(&seats).zip(uses) {
        let Some(country) = *seat else { continue };
        let (acts, place) = whole.get(country).copied().unwrap_or_default();
        if own == Use::Acts || own == Use::Open && acts && !place {
            f.mention.metonym = true;
            f.mention.reason = format!("the seat of government, for the government of {country}");
        }
        if acts && !place {
            f.country = Some(country);
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    Acts,
    Place,
    Open,
}

fn usage(doc: &Document, f: &Found) -> Use {
    let before = f.first.checked_sub(1).map_or("", |i| doc.lower(i));
    let next = doc.lower(f.last);
    if LOCATIVE.contains(&before)
        || matches!(before, "visit" | "visiting" | "visited" | "left" | "reach" | "reached" | "toured" | "leave" | "leaving")
    {
        return Use::Place;
    }
    // A dateline, "KYIV, Ukraine".
    let opens = f.first == 0 || doc.tokens.get(f.first).is_some_and(|t| t.breaks > 0);
    if opens && matches!(next, "," | "(" | "-" | "\u{2013}" | "\u{2014}" | "\u{2022}")
        || next == "," && capital(doc, f.last + 1) && !list(doc, f)
    {
        return Use::Place;
    }
    if doc.form(f.last) == "'s" || doc.form(f.last) == "'" {
        let owned = (f.last + 1..f.last + 4).any(|i| OWNED.contains(&doc.lower(i)));
        return if owned { Use::Acts } else { Use::Open };
    }
    if ACTS.contains(&next)
        || (matches!(next, "is" | "was" | "has" | "had" | "would" | "will" | "does" | "did" | "may" | "could" | "should" | "also")) && {
            let then = doc.lower(f.last + 1);
            ACTS.contains(&then)
                || matches!(then, "intent" | "ready" | "willing" | "unlikely" | "determined" | "repeatedly" | "not" | "long")
        }
    {
        return Use::Acts;
    }
    if matches!(before, "between" | "and" | "by" | "with" | "against") && relation(doc, f) {
        return Use::Acts;
    }
    Use::Open
}

/// "between Pyongyang and Washington".
fn relation(doc: &Document, f: &Found) -> bool {
    let from = f.first.saturating_sub(6);
    (from..f.first)
        .any(|i| matches!(doc.lower(i), "between" | "talks" | "deal" | "tensions" | "relations" | "ties" | "sanctions" | "dialogue"))
}

fn capital(doc: &Document, i: usize) -> bool {
    doc.form(i).starts_with(char::is_uppercase)
}

/// Whether the comma behind a name goes on a list ("Moscow, Beijing and ...").
fn list(doc: &Document, f: &Found) -> bool {
    (f.last + 1..f.last + 5).any(|i| matches!(doc.lower(i), "and" | "or"))
}

const LOCATIVE: &[&str] = &["in", "at", "near", "outside", "around", "from", "inside", "across", "into", "through", "downtown", "central"];

/// What a government owns.
const OWNED: &[&str] = &[
    "envoy",
    "goal",
    "policy",
    "policies",
    "decision",
    "stance",
    "position",
    "demand",
    "demands",
    "ambassador",
    "sanctions",
    "government",
    "efforts",
    "claims",
    "claim",
    "refusal",
    "offer",
    "proposal",
    "plan",
    "plans",
    "allies",
    "ally",
    "interests",
    "intentions",
    "response",
    "ambitions",
    "approach",
    "influence",
    "support",
    "nuclear",
    "military",
    "foreign",
    "troops",
    "forces",
    "army",
    "relations",
    "ties",
    "invasion",
    "war",
    "strategy",
    "concerns",
    "insistence",
    "willingness",
    "role",
    "representative",
    "negotiators",
    "diplomats",
    "special",
    "chief",
    "top",
    "leaders",
    "security",
    "sphere",
    "actions",
    "move",
    "warning",
    "threat",
    "threats",
    "announcement",
    "rejection",
];

/// What governments do.
const ACTS: &[&str] = &[
    "said",
    "says",
    "say",
    "wants",
    "want",
    "wanted",
    "insists",
    "insisted",
    "insist",
    "denies",
    "denied",
    "accused",
    "accuses",
    "urged",
    "urges",
    "hosted",
    "imposed",
    "imposes",
    "announced",
    "announces",
    "rejected",
    "rejects",
    "refused",
    "refuses",
    "agreed",
    "agrees",
    "warned",
    "warns",
    "claims",
    "claimed",
    "believes",
    "sees",
    "seeks",
    "sought",
    "supports",
    "supported",
    "backs",
    "backed",
    "opposes",
    "opposed",
    "condemned",
    "condemns",
    "demanded",
    "demands",
    "called",
    "calls",
    "offered",
    "offers",
    "proposed",
    "threatened",
    "threatens",
    "vowed",
    "vows",
    "pledged",
    "responded",
    "reacted",
    "expelled",
    "recalled",
    "recognised",
    "recognized",
    "considers",
    "regards",
    "views",
    "fears",
    "hopes",
    "expects",
    "needs",
    "must",
    "should",
    "continues",
    "withdrew",
    "banned",
    "lifted",
    "suspended",
    "approved",
    "plans",
    "planned",
    "launched",
    "sent",
    "seized",
    "annexed",
    "invaded",
    "accepted",
    "signed",
    "maintains",
    "argues",
    "argued",
    "described",
    "dismissed",
];
