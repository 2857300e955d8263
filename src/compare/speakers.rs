//! Who says what: the statements of both reports by the voice that makes them.
//!
//! In: the sources of both reports, the linked names, the links between statements. Out: [`Speaker`]s. Sources that
//! are one name are one voice, and an utterance that both reports tell joins the two sources to which they ascribe it
//! ("a spokesman" here, her name there). Two statements on one matter join nothing.

use super::view::View;
use super::{EntityLink, Side, Speaker, StatementLink, StatementRelation};
use crate::order::Arrange;
use crate::quote::{SourceClass, Statement};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What makes sources one voice before anything that they say is looked at.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Voice {
    /// Number in the linked names.
    Named(u32),
    Described(Side, u8, String),
    NoSource(Side),
}

/// The speakers, those heard in both reports first, then those of the left and those of the right report; those with
/// most to say first, and what has no source last.
pub(super) fn speakers(a: &View<'_>, b: &View<'_>, names: &[EntityLink], links: &[StatementLink]) -> Vec<Speaker> {
    let mut numbers = BTreeMap::new();
    let mut voices: Vec<Speaker> = Vec::new();
    let voiced = [(a, Side::Left), (b, Side::Right)].map(|(view, side)| {
        let linked = linked(names, side);
        let statements = view.report.statements.iter().enumerate();
        statements
            .map(|(n, said)| {
                let number = *numbers.entry(voice(said, side, &linked)).or_insert_with(|| {
                    voices.push(unheard(said, names, &linked));
                    voices.len() - 1
                });
                if let Some(speaker) = voices.get_mut(number) {
                    let words = said.content.iter().map(|c| view.words(*c).len() as u32).sum::<u32>();
                    let (list, sum) = match side {
                        Side::Left => (&mut speaker.left, &mut speaker.left_words),
                        Side::Right => (&mut speaker.right, &mut speaker.right_words),
                    };
                    list.push(n as u32);
                    *sum += words;
                    speaker.class = [speaker.class, said.source.as_ref().map(|s| s.class)].into_iter().flatten().min_by_key(|c| rank(*c));
                }
                number
            })
            .collect::<Vec<usize>>()
    });
    let mut speakers: Vec<Speaker> = joined(&voices, &voiced, links).into_iter().filter_map(one).collect();
    speakers.arrange_by_key(|s| {
        let place = u8::from(s.left.is_empty()) * 2 + u8::from(s.right.is_empty());
        let first = [s.left.first().copied(), s.right.first().copied()];
        (place, s.class.is_none(), Reverse(s.left_words + s.right_words), s.name.clone(), first.into_iter().min(), first.into_iter().max())
    });
    speakers
}

/// Numbers in the linked names, by the number of the entity in one report.
fn linked(names: &[EntityLink], side: Side) -> BTreeMap<u32, u32> {
    let entity = |link: &EntityLink| if side == Side::Left { link.left } else { link.right };
    names.iter().zip(0..).filter_map(|(link, n)| Some((entity(link)?, n))).collect()
}

fn voice(said: &Statement, side: Side, linked: &BTreeMap<u32, u32>) -> Voice {
    let Some(source) = &said.source else { return Voice::NoSource(side) };
    match source.entity.and_then(|e| linked.get(&e)) {
        Some(&n) => Voice::Named(n),
        None => Voice::Described(side, rank(source.class), flat(&source.name).to_lowercase()),
    }
}

/// A speaker of whom nothing is told yet.
fn unheard(said: &Statement, names: &[EntityLink], linked: &BTreeMap<u32, u32>) -> Speaker {
    let source = said.source.as_ref();
    let link = source.and_then(|s| names.get(*linked.get(&s.entity?)? as usize));
    Speaker {
        name: link.map(|l| l.name.clone()).or_else(|| Some(flat(&source?.name))).unwrap_or_default(),
        also: Vec::new(),
        class: source.map(|s| s.class),
        left: Vec::new(),
        right: Vec::new(),
        left_words: 0,
        right_words: 0,
    }
}

/// Voices to whom both reports ascribe one utterance, together.
fn joined<'v>(voices: &'v [Speaker], [left, right]: &[Vec<usize>; 2], links: &[StatementLink]) -> Vec<Vec<&'v Speaker>> {
    let mut parent: Vec<usize> = (0..voices.len()).collect();
    for link in links.iter().filter(|l| l.relation != StatementRelation::SameMatter) {
        let (Some(&x), Some(&y)) = (left.get(link.left as usize), right.get(link.right as usize)) else { continue };
        if [x, y].iter().any(|&v| voices.get(v).is_none_or(|v| v.class.is_none())) {
            continue;
        }
        let (x, y) = (root(&parent, x), root(&parent, y));
        if let Some(p) = parent.get_mut(x.max(y)) {
            *p = x.min(y);
        }
    }
    let mut groups: BTreeMap<usize, Vec<&Speaker>> = BTreeMap::new();
    for (n, voice) in voices.iter().enumerate() {
        groups.entry(root(&parent, n)).or_default().push(voice);
    }
    groups.into_values().collect()
}

fn root(parent: &[usize], mut at: usize) -> usize {
    while let Some(&up) = parent.get(at).filter(|&&up| up != at) {
        at = up;
    }
    at
}

/// One speaker of several voices, under the name that tells most.
fn one(mut voices: Vec<&Speaker>) -> Option<Speaker> {
    voices.arrange_by_key(|v| (v.class.map(rank), Reverse(v.left_words + v.right_words), v.name.clone()));
    let (first, rest) = voices.split_first()?;
    let mut all = (*first).clone();
    for voice in rest {
        all.left.extend(&voice.left);
        all.right.extend(&voice.right);
        all.left_words += voice.left_words;
        all.right_words += voice.right_words;
        let known = |name: &String| name.to_lowercase() == voice.name.to_lowercase();
        if !known(&all.name) && !all.also.iter().any(known) {
            all.also.push(voice.name.clone());
        }
    }
    all.left.arrange();
    all.right.arrange();
    all.also.arrange();
    Some(all)
}

/// The fuller a source is told, the lower.
fn rank(class: SourceClass) -> u8 {
    match class {
        SourceClass::NamedPerson => 0,
        SourceClass::Spokesperson => 1,
        SourceClass::Institution => 2,
        SourceClass::Document => 3,
        SourceClass::Outlet => 4,
        SourceClass::Collective => 5,
        SourceClass::Unnamed => 6,
    }
}

fn flat(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
