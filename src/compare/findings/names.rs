//! Findings from linked names: spellings that differ, and descriptions that cannot both hold.

use super::finding;
use super::persons::fullest;
use crate::compare::Context;
use crate::compare::entities::{ordered, spellings};
use crate::compare::{Finding, FindingKind};
use crate::entity::{Entity, Role};
use crate::text::flat;

/// Finds names and descriptions that differ.
pub(super) fn findings(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for link in &cx.entities.links {
        let (Some(l), Some(r)) = (link.left, link.right) else { continue };
        let (Some(a), Some(b)) = (cx.left.report.entities.get(l as usize), cx.right.report.entities.get(r as usize)) else { continue };
        if let Some(spelled) = spellings(a, b) {
            let mut f = finding(FindingKind::NameDiffers, 60, spelled, link.reason.clone());
            f.question = Some("Which spelling of the name is right?".to_owned());
            f.left.extend(fullest(cx.left, a));
            f.right.extend(fullest(cx.right, b));
            out.push(f);
        }
        if let Some((x, y)) = camps(a, b) {
            let (v, w) = (flat(&x.text), flat(&y.text));
            let (v, w) = ordered(&v, &w);
            let title = format!("{}: described as \u{201c}{v}\u{201d} and as \u{201c}{w}\u{201d}.", link.name);
            out.push(
                finding(FindingKind::NameDiffers, 56, title, "The reports place one person in two political camps.".to_owned())
                    .between(x.span, y.span),
            );
        }
        if let Some((x, y)) = offices(a, b) {
            let (v, w) = (flat(&x.text), flat(&y.text));
            let (v, w) = ordered(&v, &w);
            let title = format!("{}: described as \u{201c}{v}\u{201d} and as \u{201c}{w}\u{201d}.", link.name);
            out.push(
                finding(FindingKind::NameDiffers, 48, title, "The deputy is not the one whose deputy it is.".to_owned())
                    .asking(format!("Is it \u{201c}{v}\u{201d} or \u{201c}{w}\u{201d}?"))
                    .between(x.span, y.span),
            );
        }
    }
}

/// Words for political camps; those of one row are one camp.
const CAMPS: &[&[&str]] = &[
    &["right-wing", "rightwing", "rightist", "far-right", "conservative", "hard-right"],
    &["left-wing", "leftwing", "leftist", "far-left", "socialist", "communist", "progressive"],
    &["centrist", "moderate", "centre-ground"],
];

/// Descriptions of one person that place them in two camps, where each report knows one camp.
fn camps<'a>(a: &'a Entity, b: &'a Entity) -> Option<(&'a Role, &'a Role)> {
    let camp = |role: &Role| {
        let text = role.text.to_lowercase();
        CAMPS.iter().position(|row| text.split_whitespace().any(|w| row.contains(&w)))
    };
    let one = |e: &'a Entity| {
        let mut placed = e.roles.iter().filter_map(|r| Some((camp(r)?, r)));
        let first = placed.next()?;
        placed.all(|p| p.0 == first.0).then_some(first)
    };
    let ((x, v), (y, w)) = (one(a)?, one(b)?);
    (x != y).then_some((v, w))
}

/// Two descriptions of one person that cannot both hold, where no other description of either report
/// bridges them.
fn offices<'a>(a: &'a Entity, b: &'a Entity) -> Option<(&'a Role, &'a Role)> {
    let mut found = None;
    for x in &a.roles {
        for y in &b.roles {
            match clash(&x.text, &y.text) {
                Some(true) => found = found.or(Some((x, y))),
                Some(false) => return None,
                None => {}
            }
        }
    }
    found
}

/// Words that lower an office: the deputy is not the chief.
const DEPUTIES: &[&str] = &["deputy", "vice", "assistant", "associate", "acting", "sub", "under"];

/// Whether one of two descriptions is the deputy of the other ("minister", "deputy minister"); `None`
/// where they name offices of two kinds, which one person may hold one after the other.
fn clash(a: &str, b: &str) -> Option<bool> {
    let (x, y) = (office(a), office(b));
    let (head, other) = (x.last()?, y.last()?);
    // Ranks are written in many ways: "Sheriff's Deputy Sgt."
    if head != other || head.ends_with('.') {
        return None;
    }
    let deputy = |words: &[String]| words.iter().any(|w| DEPUTIES.contains(&w.as_str()));
    let rest = |words: &[String]| words.iter().filter(|w| !DEPUTIES.contains(&w.as_str())).cloned().collect::<Vec<_>>();
    Some(deputy(&x) != deputy(&y) && rest(&x) == rest(&y))
}

/// The words of an office in lower case, without what stands behind it and names before it.
fn office(text: &str) -> Vec<String> {
    let text = text.rsplit("'s ").next().unwrap_or(text);
    let title = text.split_whitespace().all(|w| w.starts_with(char::is_uppercase));
    text.split_whitespace()
        .take_while(|w| !matches!(*w, "of" | "for" | "in" | "to" | "at" | "and" | "who" | "from" | "on"))
        .map(|w| (w, w.trim_end_matches(',').to_lowercase()))
        .filter(|(w, lower)| title || !w.starts_with(char::is_uppercase) || DEPUTIES.contains(&lower.as_str()))
        .map(|(_, lower)| lower)
        .filter(|w| !matches!(w.as_str(), "former" | "then" | "the" | "a" | "an" | "current" | "new"))
        .collect()
}
