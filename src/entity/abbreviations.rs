//! Abbreviations that a report explains: "Bank of Arlow (BoA)" makes "BoA" a body wherever it comes again.
//!
//! In: mentions that were read each in its own sentence. Out: the same, and every place of such an abbreviation as the
//! body. One before its explanation in brackets is left as it was read.

use super::countries::Countries;
use super::mentions::{Found, found};
use super::{Kind, MentionForm};
use crate::tag::features::{Mode, View};
use crate::text::{Document, FormId};
use std::collections::BTreeSet;

/// Reads abbreviations as they are explained.
pub(super) fn settle(doc: &Document, view: &View<'_>, countries: &Countries, out: &mut Vec<Found>) {
    let several = |f: &&Found| f.mention.kind == Kind::Organization && f.last > f.first + 1;
    let bracketed = |f: &Found| doc.form(f.last) == "(" && doc.form(f.last + 2) == ")" && is_abbreviation(doc, view, countries, f.last + 1);
    let bodies: BTreeSet<FormId> =
        out.iter().filter(several).filter(|f| bracketed(f)).filter_map(|f| doc.tokens.get(f.last + 1)).map(|t| t.form).collect();
    if bodies.is_empty() {
        return;
    }
    let is_body = |i: usize| doc.tokens.get(i).is_some_and(|t| bodies.contains(&t.form));
    for f in out.iter_mut().filter(|f| f.mention.kind != Kind::Organization && f.last == f.first + 1) {
        if is_body(f.first) {
            *f = explained(doc, f.first);
        }
    }
    let taken: BTreeSet<usize> = out.iter().flat_map(|f| f.first..f.last).collect();
    out.extend((0..doc.tokens.len()).filter(|&i| is_body(i) && !taken.contains(&i) && is_plain(doc, view, i)).map(|i| explained(doc, i)));
}

fn explained(doc: &Document, i: usize) -> Found {
    found(doc, i, i + 1, Kind::Organization, MentionForm::Name, 80, "the report gives it as short for an organization")
}

/// Whether the sentence of token `i` uses capitals as running text does.
fn is_plain(doc: &Document, view: &View<'_>, i: usize) -> bool {
    view.modes.get(doc.sentence_of(i)) == Some(&Mode::Plain)
}

/// "BoA", "R&D", "SACCOs": two capitals or more, and no country.
fn is_abbreviation(doc: &Document, view: &View<'_>, countries: &Countries, i: usize) -> bool {
    let form = doc.form(i);
    (2..=10).contains(&form.len())
        && form.chars().all(|c| c.is_alphabetic() || c == '&' || c == '-')
        && form.chars().filter(|c| c.is_uppercase()).count() >= 2
        && is_plain(doc, view, i)
        && countries.named(form).is_none()
}

#[cfg(test)]
mod tests {
    use crate::entity::{self, Kind};
    use crate::text::Document;

    /// The kinds in which a text names `form`.
    fn kinds(text: &str, form: &str) -> Vec<Kind> {
        let doc = Document::read(text);
        entity::read(&doc).mentions.iter().filter(|m| m.span.of(text) == form).map(|m| m.kind).collect()
    }

    #[test]
    fn an_abbreviation_is_what_it_is_short_for() {
        let body = "The Bank of Ghana (BoG) met on Monday. Later the BoG raised its rate, and BoG officials left.";
        assert_eq!(kinds(body, "BoG"), [Kind::Organization; 3]);
    }

    #[test]
    fn capitals_alone_explain_nothing() {
        assert!(!kinds("BANK OF GHANA (NOW) SHUT. ALL OF THEM ARE NOW SHUT.", "NOW").contains(&Kind::Organization));
    }
}
