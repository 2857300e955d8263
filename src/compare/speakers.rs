//! Who says what: the statements of both reports by the voice that makes them.
//!
//! In: the sources of both reports, the linked names, the links between statements. Out: [`Speaker`]s. Sources that
//! are one name are one voice; so are a spokesman and the body for which he speaks, an office and the one person who
//! holds it, and the two sources to which the reports ascribe one utterance ("a spokesman" here, her name there). Two
//! statements on one matter join nothing.

use super::entities::fold;
use super::view::View;
use super::{Judged, Side, Speaker, StatementLink, StatementRelation};
use crate::entity::{Entity, Kind};
use crate::order::Arrange;
use crate::quote::{Source, SourceClass, Statement};
use crate::text::{Span, flat};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What makes sources one voice before anything that they say is looked at.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Voice {
    /// Number in the linked names.
    Named(u32),
    Described(Side, u8, String),
    NoSource(Side),
}

/// The speakers, those heard in both reports first, then those of the left and those of the right report; those with
/// most to say first, and what has no source last.
pub(super) fn speakers(cx: &Judged<'_>, links: &[StatementLink]) -> Vec<Speaker> {
    let mut numbers: BTreeMap<Voice, usize> = BTreeMap::new();
    let mut voices: Vec<Speaker> = Vec::new();
    let voiced = [Side::Left, Side::Right].map(|side| {
        let view = cx.view(side);
        let surnames = surnames(view);
        let statements = view.report.statements.iter().enumerate();
        statements
            .map(|(n, said)| {
                let number = *numbers.entry(voice(cx, side, said, &surnames)).or_insert_with(|| {
                    voices.push(unheard(cx, side, said, &surnames));
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
    let mut one_voice = same_utterance(&voices, &voiced, links);
    for (side, list) in [Side::Left, Side::Right].into_iter().zip(&voiced) {
        for (n, &voice) in list.iter().enumerate() {
            let represented = represented(cx, side, n).and_then(|link| numbers.get(&Voice::Named(link)));
            one_voice.extend(represented.map(|&other| (voice, other)));
        }
    }
    let mut speakers: Vec<Speaker> = joined(&voices, &one_voice).into_iter().filter_map(one).collect();
    speakers.arrange_by_key(|s| {
        let place = u8::from(s.left.is_empty()) * 2 + u8::from(s.right.is_empty());
        let first = [s.left.first().copied(), s.right.first().copied()];
        (place, s.class.is_none(), Reverse(s.left_words + s.right_words), s.name.clone(), first.into_iter().min(), first.into_iter().max())
    });
    speakers
}

/// The persons of a report by their surnames, where a surname is one person's.
fn surnames(view: &View<'_>) -> BTreeMap<String, Option<u32>> {
    let mut out: BTreeMap<String, Option<u32>> = BTreeMap::new();
    for (n, e) in view.report.entities.iter().enumerate().filter(|(_, e)| e.kind == Kind::Person && e.name.contains(' ')) {
        let surname = fold(&e.name).rsplit(' ').next().unwrap_or_default().to_owned();
        out.entry(surname).and_modify(|known| *known = None).or_insert(Some(n as u32));
    }
    out
}

/// The entity of a source: its own, or the one person of the report whose surname it is.
fn entity(source: &Source, surnames: &BTreeMap<String, Option<u32>>) -> Option<u32> {
    let surname = || source.name.starts_with(char::is_uppercase).then(|| surnames.get(&fold(&source.name)).copied().flatten());
    source.entity.or_else(|| surname().flatten())
}

fn voice(cx: &Judged<'_>, side: Side, said: &Statement, surnames: &BTreeMap<String, Option<u32>>) -> Voice {
    let Some(source) = &said.source else { return Voice::NoSource(side) };
    match entity(source, surnames).and_then(|e| cx.entities.link(side, e)) {
        Some(n) => Voice::Named(n),
        None => Voice::Described(side, rank(source.class), flat(&source.name).to_lowercase()),
    }
}

/// Link of the body for which the source of statement `n` speaks, or of the one person who holds the office that it is.
fn represented(cx: &Judged<'_>, side: Side, n: usize) -> Option<u32> {
    let source = cx.view(side).report.statements.get(n)?.source.as_ref()?;
    spoken_for(cx, side, n).or_else(|| if is_office(&source.name) { holder(cx, &source.name) } else { None })
}

/// Link of the body for which a spokesman speaks: by the words that describe him, or the body that speaks beside him.
fn spoken_for(cx: &Judged<'_>, side: Side, n: usize) -> Option<u32> {
    let report = cx.view(side).report;
    let source = report.statements.get(n)?.source.as_ref()?;
    let spokesman = descriptions(cx.view(side), source).iter().any(|s| cx.view(side).text(*s).to_lowercase().contains("spokes"));
    if !spokesman {
        return None;
    }
    let body = |e: &u32| report.entities.get(*e as usize).is_some_and(|e| e.kind == Kind::Organization);
    let beside = [n.checked_sub(1), Some(n + 1), n.checked_sub(2)].into_iter().flatten().filter_map(|k| report.statements.get(k));
    let institution = beside.filter_map(|s| s.source.as_ref()).filter(|s| s.class == SourceClass::Institution);
    let found = bodies(cx, side, source).next().or_else(|| institution.filter_map(|s| s.entity).find(body))?;
    cx.entities.link(side, found)
}

/// The bodies that a source's description names, by their numbers in its report.
pub(super) fn bodies<'a>(cx: &Judged<'a>, side: Side, source: &Source) -> impl Iterator<Item = u32> + use<'a> {
    let view = cx.view(side);
    let body = move |e: &u32| view.report.entities.get(*e as usize).is_some_and(|e| e.kind == Kind::Organization);
    descriptions(view, source).into_iter().flat_map(move |s| view.mentions(s)).filter_map(|m| m.entity).filter(body)
}

/// Where a report describes a source.
fn descriptions(view: &View<'_>, source: &Source) -> Vec<Span> {
    let person = source.entity.and_then(|e| view.report.entities.get(e as usize));
    person.into_iter().flat_map(|e| &e.roles).map(|r| r.span).chain([source.span]).collect()
}

/// Link of the one person who holds an office by either report's words. A bare "president" may be anybody's.
fn holder(cx: &Judged<'_>, office: &str) -> Option<u32> {
    let office = fold(office);
    let holds = |e: &Entity| e.kind == Kind::Person && !is_office(&e.name) && e.roles.iter().any(|r| one_office(&fold(&r.text), &office));
    let of = |side: Side| {
        let people = cx.view(side).report.entities.iter().enumerate().filter(|(_, e)| holds(e));
        people.filter_map(move |(n, _)| cx.entities.link(side, n as u32))
    };
    let holders: BTreeSet<u32> = of(Side::Left).chain(of(Side::Right)).collect();
    holders.first().copied().filter(|_| holders.len() == 1 && office.contains(' '))
}

/// Whether two descriptions in lower case are one office: one has all words of the other.
pub(super) fn one_office(a: &str, b: &str) -> bool {
    let contains = |text: &str, words: &str| !words.is_empty() && words.split(' ').all(|w| text.split(' ').any(|t| t == w));
    contains(a, b) || contains(b, a)
}

/// Whether words name an office and nobody in it: "the Norwegian prime minister".
pub(super) fn is_office(name: &str) -> bool {
    fold(name).rsplit(' ').next().is_some_and(|last| OFFICES.contains(&last))
}

/// Offices of which a state, a body or a town has one.
const OFFICES: &[&str] = &[
    "minister",
    "president",
    "chancellor",
    "premier",
    "governor",
    "mayor",
    "secretary",
    "king",
    "queen",
    "pope",
    "judge",
    "justice",
    "prosecutor",
    "chairman",
    "chairwoman",
    "ambassador",
    "commissioner",
    "sheriff",
    "senator",
    "chief",
    "director",
    "speaker",
];

/// A speaker of whom nothing is told yet.
fn unheard(cx: &Judged<'_>, side: Side, said: &Statement, surnames: &BTreeMap<String, Option<u32>>) -> Speaker {
    let source = said.source.as_ref();
    let link = source.and_then(|s| cx.entities.links.get(cx.entities.link(side, entity(s, surnames)?)? as usize));
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

/// Pairs of voices to whom both reports ascribe one utterance.
fn same_utterance(voices: &[Speaker], [left, right]: &[Vec<usize>; 2], links: &[StatementLink]) -> Vec<(usize, usize)> {
    let known = |v: &usize| voices.get(*v).is_some_and(|v| v.class.is_some());
    let links = links.iter().filter(|l| l.relation != StatementRelation::SameMatter);
    links
        .filter_map(|l| Some((*left.get(l.left as usize).filter(|v| known(v))?, *right.get(l.right as usize).filter(|v| known(v))?)))
        .collect()
}

/// The voices in groups that belong together.
fn joined<'v>(voices: &'v [Speaker], pairs: &[(usize, usize)]) -> Vec<Vec<&'v Speaker>> {
    let mut parent: Vec<usize> = (0..voices.len()).collect();
    for &(x, y) in pairs {
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
