//! Roles of organizations: the noun phrase that runs into the name ("German carmaker Volkswagen",
//! "state news agency Xinhua"), and the apposition behind it ("Nordhaven Lines, the island's largest
//! ferry operator,").

use super::words::{ORGANIZATION_MODIFIERS, SORTS, VERBS};
use crate::entity::countries::{self, Stands};
use crate::tag::features::{Case, View};
use crate::text::{Document, TokenKind};

/// Whether a word says what sort of body something is.
fn sort(lower: &str) -> bool {
    SORTS.contains(&lower) || ["maker", "makers", "giant"].iter().any(|end| lower.len() > end.len() + 2 && lower.ends_with(end))
}

/// Tokens of the role that ends at the name's first token.
pub(super) fn before(doc: &Document, view: &View<'_>, first: usize, name: usize) -> Option<(usize, usize)> {
    let head = name.checked_sub(1).filter(|&i| i >= first && sort(doc.lower(i)) && view.case(i) == Case::Lower)?;
    let mut a = head;
    while a > first && head - a < 6 {
        let lower = doc.lower(a - 1);
        let nation = countries::table().find(lower, Stands::Nationality).is_some();
        let compound = lower.contains('-') && view.case(a - 1) != Case::Mark;
        let superlative = lower.len() > 5 && lower.ends_with("est");
        if !(nation || compound || superlative || sort(lower) || ORGANIZATION_MODIFIERS.contains(&lower)) {
            break;
        }
        a -= 1;
        // "South American".
        if nation && a > first && matches!(doc.lower(a - 1), "north" | "south" | "latin" | "central" | "east" | "west") {
            a -= 1;
            break;
        }
    }
    // "The company Acme", "rival bank Acme": a bare word that tells nothing is no role.
    (a < head || doc.lower(head).len() > 7).then_some((a, name))
}

/// Tokens of the apposition behind the name's last token.
pub(super) fn behind(doc: &Document, name: usize, last: usize) -> Option<(usize, usize)> {
    if doc.form(name) != "," {
        return None;
    }
    let from = name + 1;
    let owned = |i: usize| doc.form(i) == "'s";
    let article = matches!(doc.lower(from), "the" | "a" | "an");
    // "Acme, Japan's biggest bank," is an apposition; "Acme, Roe and others" is a list.
    if !article && !(from..(from + 4).min(last)).any(owned) {
        return None;
    }
    let mut head = None;
    let mut b = from;
    while b < last && b - from < 14 {
        let lower = doc.lower(b);
        if matches!(doc.form(b), "," | ";" | "." | ":" | "(" | ")" | "\u{2014}" | "\u{2013}")
            || doc.tokens.get(b).is_some_and(|t| t.kind == TokenKind::Quote)
        {
            break;
        }
        if VERBS.contains(&lower) {
            return None;
        }
        // What stands behind a preposition or relative word belongs to another noun.
        if matches!(lower, "of" | "in" | "for" | "that" | "which" | "by" | "with" | "at" | "on" | "to") && head.is_none() {
            return None;
        }
        if doc.form(b) == lower && sort(lower) {
            head.get_or_insert(b);
        }
        b += 1;
    }
    head?;
    // The relative clause is no part of what it is called.
    let end = (from..b).find(|&i| matches!(doc.lower(i), "that" | "which" | "who" | "whose")).unwrap_or(b);
    let from = from + usize::from(article);
    (from < end && b < last && head.is_some_and(|h| h < end)).then_some((from, end))
}
