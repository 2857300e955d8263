//! Persons told of in two ways: one surname with two given names, one person with two ties to another
//! ("his brother", "his half-brother").
//!
//! Two given names are held against each other only where each report knows one person of that
//! surname and both are told of alike: in sentences that are each other's best, or by the same role.

use super::exclusive::TIES;
use super::finding;
use crate::compare::Context;
use crate::compare::entities::ordered;
use crate::compare::sentences::LINKED;
use crate::compare::view::View;
use crate::compare::{EventLabel, Finding, FindingKind, Side};
use crate::entity::{Entity, Kind, MentionForm, matching};
use crate::order::Arrange;
use crate::text::{Span, flat};
use std::collections::BTreeMap;

/// Likeness of two sentences, in percent, that tell of one person by whatever given name.
const ALIKE: u8 = 50;

/// Finds persons with two given names or two ties.
pub(super) fn findings(cx: &Context<'_>, out: &mut Vec<Finding>) {
    given_names(cx, out);
    ties(cx, out);
}

/// Offices of which a body has one: who holds it in two reports is one person.
const SINGLE: &[&str] =
    &["director", "manager", "coach", "chief", "mayor", "governor", "chairman", "chairwoman", "commissioner", "sheriff", "principal"];

/// A person named in full, by number, with the parts of the name.
struct Person<'a> {
    entity: u32,
    linked: bool,
    given: Vec<String>,
    surname: String,
    roles: Vec<String>,
    of: &'a Entity,
}

fn persons<'a>(cx: &Context<'a>, side: Side) -> Vec<Person<'a>> {
    let view = cx.view(side);
    // Closer kin are left out: brothers share a surname and the tie.
    const CLOSE: [&str; 8] = ["brother", "sister", "son", "daughter", "father", "mother", "husband", "wife"];
    let tie = |w: &str| !CLOSE.contains(&w) && TIES.iter().any(|row| row.contains(&w));
    let ties: Vec<bool> = view.report.document.lexicon.forms().map(|f| tie(f.lower)).collect();
    let all = view.report.entities.iter().enumerate().filter(|(_, e)| e.kind == Kind::Person);
    all.filter_map(|(n, of)| {
        let mut given = matching::parts(&of.name);
        let surname = given.pop().filter(|s| s.chars().count() > 2)?;
        let mut roles: Vec<String> = of.roles.iter().flat_map(|r| r.text.split_whitespace()).map(str::to_lowercase).collect();
        let mentions = of.mentions.iter().filter_map(|m| view.report.mentions.get(*m as usize));
        roles.extend(mentions.flat_map(|m| introduced(view, &ties, m.span)));
        roles.retain(|w| crate::compare::words::weight(&crate::figure::stem(w)) > 0);
        roles.arrange();
        Some(Person { entity: n as u32, linked: cx.entities.shared(side, n as u32), given, surname, roles, of })
    })
    .collect()
}

/// Words right before and behind a name that are ties: "his grandson Nick Jones", "Rob Jones, his grandson". `ties` tells
/// which forms are.
fn introduced(view: &View<'_>, ties: &[bool], name: Span) -> Vec<String> {
    let doc = &view.report.document;
    let tokens = doc.tokens_in(name);
    let around = (tokens.start.saturating_sub(2)..tokens.start).chain(tokens.end..tokens.end + 4);
    let tie = |i: &usize| doc.tokens.get(*i).and_then(|t| ties.get(t.form.0 as usize)) == Some(&true);
    around.filter(tie).map(|i| doc.lower(i).to_owned()).collect()
}

fn given_names(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let (left, right) = (persons(cx, Side::Left), persons(cx, Side::Right));
    let mut by_surname: BTreeMap<&str, (Vec<&Person<'_>>, Vec<&Person<'_>>)> = BTreeMap::new();
    for p in &left {
        by_surname.entry(&p.surname).or_default().0.push(p);
    }
    for p in &right {
        by_surname.entry(&p.surname).or_default().1.push(p);
    }
    for (ls, rs) in by_surname.values() {
        let ([a], [b]) = (ls.as_slice(), rs.as_slice()) else { continue };
        if a.linked || b.linked || !exclude(&a.given, &b.given) {
            continue;
        }
        let shared = |w: &&String| b.roles.contains(w);
        let single = |w: &String| SINGLE.contains(&w.as_str()) || TIES.iter().any(|row| row.contains(&w.as_str()));
        let (role, alike) = (a.roles.iter().filter(shared).any(single), a.roles.iter().any(|w| shared(&w)));
        let spelled = a.given.iter().any(|x| b.given.iter().any(|y| close(x, y)));
        let score = aligned(cx, a.of, b.entity);
        let one = match cx.label {
            EventLabel::Same | EventLabel::Related => role || spelled && (alike || score >= LINKED) || score >= ALIKE,
            _ => spelled && (alike || score >= LINKED),
        };
        if one {
            push_names(cx, a.of, b.of, out);
        }
    }
}

/// Whether no given name of one person can be one of the other: neither the same, nor an initial, a
/// short form or a spelling of it.
fn exclude(a: &[String], b: &[String]) -> bool {
    let one = |x: &str, y: &str| {
        let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
        let nick = short.chars().count() < 4 && long.chars().next() == short.chars().next();
        nick || long.starts_with(short)
    };
    !a.is_empty() && !b.is_empty() && !a.iter().any(|x| b.iter().any(|y| one(x, y)))
}

/// Whether two names differ in few letters: "Colm", "Colum"; "Giorgos", "Yiorgos".
fn close(a: &str, b: &str) -> bool {
    let head = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let tail = a.chars().rev().zip(b.chars().rev()).take_while(|(x, y)| x == y).count();
    let (short, long) = (a.chars().count().min(b.chars().count()), a.chars().count().max(b.chars().count()));
    (head > 0 || tail > 3) && head + tail + 2 >= long && long - short < 2 || head > 1 && long <= head + 4
}

/// Likeness, in percent, of the most alike sentences that are each other's best and name the two.
fn aligned(cx: &Context<'_>, a: &Entity, right: u32) -> u8 {
    let score = |m: &crate::entity::Mention| {
        let here = cx.left.sentence(m.span)?;
        let (n, score) = cx.sentences.best_left.get(here).copied().flatten()?;
        let mutual = cx.sentences.best_right.get(n).copied().flatten()?.0 == here;
        (mutual && cx.right.sentences.get(n)?.entities.contains(&right)).then_some(score)
    };
    a.mentions.iter().filter_map(|m| cx.left.report.mentions.get(*m as usize)).filter_map(score).max().unwrap_or(0)
}

fn push_names(cx: &Context<'_>, a: &Entity, b: &Entity, out: &mut Vec<Finding>) {
    let (x, y) = ordered(&a.name, &b.name);
    let mut f = finding(
        FindingKind::NameDiffers,
        74,
        format!("One report names {x}, the other {y}."),
        "Both are told of alike, and each report knows one person of that surname.".to_owned(),
    );
    f.question = Some(format!("Is it {x} or {y}?"));
    f.left.extend(fullest(cx.left, a));
    f.right.extend(fullest(cx.right, b));
    out.push(f);
}

/// Where an entity is named in full for the first time.
pub(super) fn fullest(view: &View<'_>, entity: &Entity) -> Option<Span> {
    let mentions = entity.mentions.iter().filter_map(|m| view.report.mentions.get(*m as usize));
    mentions.map(|m| m.span).max_by_key(|s| (s.len(), std::cmp::Reverse(s.start)))
}

/// A tie with the one to whom it is, as far as the text tells.
#[derive(Clone)]
struct Tie {
    word: String,
    span: Span,
    /// "his", "her", or empty for a name.
    possessor: String,
    /// Link of whose tie it is.
    whose: Option<u32>,
}

fn ties(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let (left, right) = (tied(cx, Side::Left), tied(cx, Side::Right));
    for (link, l) in &left {
        let Some(r) = right.get(link) else { continue };
        let only = |list: &[Tie]| list.iter().all(|t| Some(&t.word) == list.first().map(|f| &f.word));
        let (Some(a), Some(b)) = (l.first(), r.first()) else { continue };
        let row = TIES.iter().any(|row| row.contains(&a.word.as_str()) && row.contains(&b.word.as_str()));
        let one = match (a.whose, b.whose) {
            (Some(x), Some(y)) => x == y,
            _ => !a.possessor.is_empty() && a.possessor == b.possessor,
        };
        if !only(l) || !only(r) || a.word == b.word || !row || !one {
            continue;
        }
        let Some(name) = cx.entities.links.get(*link as usize).map(|l| flat(&l.name)) else { continue };
        let (x, y) = ordered(&a.word, &b.word);
        out.push(
            finding(
                FindingKind::NameDiffers,
                66,
                format!("{name}: called {x} in one report, {y} in the other."),
                "One person is not both to the same one.".to_owned(),
            )
            .asking(format!("Is {name} a {x} or a {y}?"))
            .between(a.span, b.span),
        );
    }
}

/// The ties by which a report introduces persons that both reports name, by their links.
fn tied(cx: &Context<'_>, side: Side) -> BTreeMap<u32, Vec<Tie>> {
    let view = cx.view(side);
    let doc = &view.report.document;
    let mentions = &view.report.mentions;
    let mut out: BTreeMap<u32, Vec<Tie>> = BTreeMap::new();
    for m in mentions.iter().filter(|m| m.kind == Kind::Person && m.form == MentionForm::Name) {
        let Some(entity) = m.entity.filter(|&e| cx.entities.shared(side, e)) else { continue };
        let Some(link) = cx.entities.link(side, entity) else { continue };
        let mut at = doc.token_at(m.span.start);
        while at > 0 && doc.form(at - 1) == "," {
            at -= 1;
        }
        let Some(word_at) = at.checked_sub(1) else { continue };
        let word = doc.lower(word_at);
        let possessor = word_at.checked_sub(1).map_or("", |b| doc.lower(b));
        let whose = matches!(possessor, "his" | "her" | "their" | "'s" | "'");
        let Some(token) = doc.tokens.get(word_at) else { continue };
        if !whose || !TIES.iter().any(|row| row.contains(&word)) {
            continue;
        }
        let end = mentions.partition_point(|o| o.span.start < token.span.start);
        let nearest = end.checked_sub(1).and_then(|n| mentions.get(n));
        let reaches = |o: &&crate::entity::Mention| doc.tokens_in(Span { start: o.span.start, end: token.span.start }).len() <= 3;
        let of =
            nearest.filter(reaches).filter(|o| o.form == MentionForm::Name).and_then(|o| o.entity).and_then(|e| cx.entities.link(side, e));
        out.entry(link).or_default().push(Tie {
            word: word.to_owned(),
            span: token.span,
            possessor: if matches!(possessor, "his" | "her" | "their") { possessor.to_owned() } else { String::new() },
            whose: of,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_names_that_may_be_one_exclude_nothing() {
        let names = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        for (a, b) in [("brian", "bryant"), ("herbert", "j edgar"), ("nick", "rob")] {
            assert!(exclude(&names(a), &names(b)), "{a} {b}");
        }
        for (a, b) in [("stephen", "steve s"), ("j", "john"), ("maurice", "mo"), ("rob", "robert"), ("anna maria", "maria")] {
            assert!(!exclude(&names(a), &names(b)), "{a} {b}");
        }
    }

    #[test]
    fn names_of_few_other_letters_are_close() {
        for (a, b) in [("brian", "bryant"), ("giannis", "yiannis"), ("erlend", "erland"), ("jermayne", "jerymayne")] {
            assert!(close(a, b), "{a} {b}");
        }
        for (a, b) in [("nick", "rob"), ("anthony", "michele"), ("mary", "anne")] {
            assert!(!close(a, b), "{a} {b}");
        }
    }
}
