//! One name, one kind: what the mentions of a report make of each other.
//!
//! In: mentions whose kind was read each in its own sentence. Out: the same mentions, those of one form of
//! one kind wherever the report leaves no room for two.

use super::mentions::{Found, is_title, joined};
use super::vessels::{OF_A_VESSEL, is_prefix};
use super::{Kind, MentionForm};
use crate::tag::features::View;
use crate::text::Document;
use std::collections::BTreeMap;

/// Brings the kinds of one name's mentions together.
pub(super) fn settle(doc: &Document, view: &View<'_>, out: &mut [Found]) {
    agree_on_persons(doc, out);
    agree_on_places(doc, view, out);
    agree_on_vessels(doc, out);
}

/// One name is not a person here and a company or ship there: where a report's mentions of one form
/// fall on both sides, the surer side takes them all. Places stay out of it, because a place's name
/// often stands for a team or a government as well.
fn agree_on_persons(doc: &Document, out: &mut [Found]) {
    /// For a person, for an organization, for something else.
    type Votes = [u32; 3];
    let side = |f: &Found| match (f.mention.form, f.mention.kind) {
        (MentionForm::Name, Kind::Person) => Some(0),
        (MentionForm::Name, Kind::Organization) => Some(1),
        (MentionForm::Name, Kind::Other) => Some(2),
        _ => None,
    };
    let mut votes: BTreeMap<String, Votes> = BTreeMap::new();
    for f in out.iter() {
        if let Some(n) = side(f).and_then(|n| votes.entry(joined(doc, f.first, f.last)).or_default().get_mut(n)) {
            // What the word before says outweighs the look of the name.
            *n += u32::from(f.mention.confidence) * if f.mention.reason == OF_A_VESSEL { 3 } else { 1 };
        }
    }
    votes.retain(|_, v| v.iter().filter(|n| **n > 0).count() > 1);
    for f in out.iter_mut() {
        let Some(v) = side(f).and_then(|_| votes.get(&joined(doc, f.first, f.last))) else { continue };
        f.mention.kind = match v {
            [p, o, x] if p >= o && p >= x => Kind::Person,
            [_, o, x] if o >= x => Kind::Organization,
            _ => Kind::Other,
        };
    }
}

/// A lone word that is read as a person's once, though the report names nobody so in full, and more
/// surely as a place or body elsewhere, is that there as well.
fn agree_on_places(doc: &Document, view: &View<'_>, out: &mut [Found]) {
    let lone = |f: &Found| f.last == f.first + 1 && f.mention.form == MentionForm::Name;
    let mut full: std::collections::BTreeSet<&str> = std::collections::BTreeSet::new();
    // Confidence as a person, a place, an organization.
    let mut votes: BTreeMap<&str, [u32; 3]> = BTreeMap::new();
    for f in out.iter() {
        if f.mention.kind == Kind::Person && f.last > f.first + 1 {
            full.extend((f.first..f.last).map(|i| doc.lower(i)));
        } else if lone(f) {
            let n = match f.mention.kind {
                Kind::Person => 0,
                Kind::Place => 1,
                Kind::Organization => 2,
                _ => continue,
            };
            if let Some(v) = votes.entry(doc.lower(f.first)).or_default().get_mut(n) {
                *v += u32::from(f.mention.confidence);
            }
        }
    }
    for f in out.iter_mut().filter(|f| f.mention.kind == Kind::Person) {
        let word = doc.lower(f.first);
        let titled = f.first.checked_sub(1).is_some_and(|i| is_title(doc, view, i));
        if !lone(f) || titled || full.contains(word) {
            continue;
        }
        if let Some(&[person, place, body]) = votes.get(word)
            && place.max(body) > person
        {
            f.mention.kind = if place >= body { Kind::Place } else { Kind::Organization };
            f.mention.reason = "read as the report's other mentions of this name".to_owned();
        }
    }
}

/// A name that is once plainly a vessel's ("the MV Gilda", "the trawler Gilda") is so wherever
/// nothing makes it a place.
fn agree_on_vessels(doc: &Document, out: &mut [Found]) {
    let vessels: std::collections::BTreeSet<String> = out
        .iter()
        .filter(|f| f.mention.reason == OF_A_VESSEL)
        .map(|f| {
            let text = joined(doc, f.first, f.last);
            text.split_once(' ').filter(|(prefix, _)| is_prefix(prefix)).map(|(_, name)| name.to_owned()).unwrap_or(text)
        })
        .collect();
    if vessels.is_empty() {
        return;
    }
    for f in out.iter_mut() {
        let open = matches!(f.mention.kind, Kind::Person | Kind::Place | Kind::Organization);
        let located = f.first > 0 && matches!(doc.lower(f.first - 1), "in" | "near" | "at" | "mr" | "mr." | "mrs" | "ms");
        let before_place = doc.form(f.last) == "," && doc.form(f.last + 1).starts_with(char::is_uppercase);
        if open && !located && !before_place && vessels.contains(&joined(doc, f.first, f.last)) {
            f.mention.kind = Kind::Other;
            f.mention.reason = OF_A_VESSEL.to_owned();
        }
    }
}
