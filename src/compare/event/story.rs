//! What two reports on different events have in common as stories: a visit or talks in one place, and
//! what both are about.
//!
//! A place counts as where something happens if a verb or noun of coming or meeting governs it
//! ("visiting Oslo", "arrived in Oslo", "talks in Oslo"); a country, place or body counts as a topic
//! if a preposition of matter does ("views on Norway", "envoy for Norway").

use super::super::Side;
use super::super::entities::Entities;
use super::super::view::View;
use crate::entity::Kind;
use std::collections::BTreeMap;

/// Sentences of a report that are looked at.
const LEAD: usize = 12;

/// What both reports share.
#[derive(Debug, Default)]
pub(super) struct Story {
    /// Where both tell of a visit (true) or only of talks.
    pub(super) place: Option<(String, bool)>,
    /// What both are about.
    pub(super) topic: Option<String>,
}

/// How an entity is spoken of.
#[derive(Debug, Clone, Copy, Default)]
struct Use {
    visited: bool,
    met_in: bool,
    topic: u32,
    mentions: u32,
}

/// Finds the common place and topic.
pub(super) fn story(left: &View<'_>, right: &View<'_>, entities: &Entities) -> Story {
    let (a, b) = (uses(left, Side::Left, entities), uses(right, Side::Right, entities));
    let both: Vec<(u32, Use, Use)> = a.iter().filter_map(|(link, x)| Some((*link, *x, *b.get(link)?))).collect();
    let of = |link: u32| entities.links.get(link as usize);
    let place = both
        .iter()
        .filter(|(link, x, y)| of(*link).is_some_and(|l| l.kind == Kind::Place) && (x.visited || x.met_in) && (y.visited || y.met_in))
        .max_by_key(|(link, x, y)| (x.visited && y.visited, x.mentions.min(y.mentions), std::cmp::Reverse(*link)));
    let topic = both
        .iter()
        .filter(|(link, x, y)| {
            Some(*link) != place.map(|p| p.0) && x.topic > 0 && y.topic > 0 && of(*link).is_some_and(|l| l.kind != Kind::Person)
        })
        .max_by_key(|(link, x, y)| (x.topic.min(y.topic), x.mentions.min(y.mentions), std::cmp::Reverse(*link)));
    let name = |link: u32| of(link).map(|l| l.name.clone());
    Story {
        place: place.and_then(|(link, x, y)| Some((name(*link)?, x.visited && y.visited))),
        topic: topic.and_then(|(link, _, _)| name(*link)),
    }
}

/// The entities of a report's first sentences with how they are spoken of, by their links.
fn uses(view: &View<'_>, side: Side, entities: &Entities) -> BTreeMap<u32, Use> {
    let doc = &view.report.document;
    let mut out: BTreeMap<u32, Use> = BTreeMap::new();
    let lead = view.sentences.get(..LEAD.min(view.sentences.len())).unwrap_or(&[]);
    let Some(end) = lead.last().map(|t| t.span.end) else { return out };
    // A report that speaks of "his visit" tells of one, wherever it names the place.
    let visit = lead
        .iter()
        .any(|t| (t.first..t.last).any(|i| matches!(doc.lower(i), "visit" | "visits" | "visited" | "visiting" | "trip" | "tour")));
    for m in view.report.mentions.iter().take_while(|m| m.span.start < end) {
        let Some(link) = m.entity.and_then(|e| entities.link(side, e)) else { continue };
        let slot = out.entry(link).or_default();
        slot.mentions += 1;
        let mut at = doc.token_at(m.span.start);
        // "the Chinese capital", "the town of Kallvik".
        while at > 0 && matches!(doc.lower(at - 1), "the" | "its" | "their") {
            at -= 1;
        }
        let word = |back: usize| at.checked_sub(back).map_or("", |i| doc.lower(i));
        if m.kind == Kind::Place {
            let behind = |words: &[&str], reach: usize| (2..=reach).any(|back| words.contains(&word(back)));
            let came = matches!(word(1), "visit" | "visited" | "visiting" | "visits" | "toured" | "touring" | "reached")
                || matches!(word(1), "to" | "in" | "for")
                    && behind(
                        &[
                            "visit",
                            "visits",
                            "trip",
                            "arrived",
                            "arrives",
                            "arriving",
                            "arrival",
                            "flew",
                            "travelled",
                            "traveled",
                            "travels",
                            "landed",
                            "tour",
                        ],
                        3,
                    );
            let met = matches!(word(1), "in" | "at")
                && behind(&["meeting", "meetings", "talks", "summit", "met", "meet", "meets", "conference", "negotiations"], 3);
            slot.visited |= came || met && visit;
            slot.met_in |= met || came;
        }
        let matter = matches!(word(1), "on" | "about" | "over" | "regarding" | "concerning" | "against")
            || word(1) == "for" && matches!(word(2), "envoy" | "representative" | "policy" | "plan" | "aid" | "adviser" | "negotiator")
            || word(1) == "to" && matches!(word(2), "related" | "relating" | "regard" | "respect")
            || word(1) == "with" && matches!(word(2), "talks" | "negotiations" | "dialogue" | "deal" | "agreement");
        slot.topic += u32::from(matter);
    }
    out
}
