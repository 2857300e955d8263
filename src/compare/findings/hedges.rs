//! What one report tells plainly and the other only as reported or possible: "died" beside "reportedly died".
//!
//! Looked for in aligned sentences alone, and only where the word that is hedged in one stands in the other, too, as
//! itself or in a word that tells the same. Who is named as the source is no hedge: reports name sources as they like.

use super::finding;
use crate::compare::synonyms::Synonyms;
use crate::compare::view::{Told, View};
use crate::compare::{Context, EventLabel, Finding, FindingKind};
use crate::text::{Span, flat};
use std::collections::BTreeSet;

/// Least likeness, in percent, of two sentences that tell one thing.
const ALIKE: u8 = 48;
/// Words behind a hedge among which the hedged one is looked for.
const REACH: usize = 3;

/// Finds what is hedged in one report only.
pub(super) fn findings(cx: &Context<'_>, synonyms: &Synonyms, out: &mut Vec<Finding>) {
    if !matches!(cx.label, EventLabel::Same | EventLabel::Related) {
        return;
    }
    let mut seen = BTreeSet::new();
    for link in cx.sentences.links.iter().filter(|l| l.score >= ALIKE) {
        let (Some(a), Some(b)) = (cx.left.sentences.get(link.left), cx.right.sentences.get(link.right)) else { continue };
        let found = match (hedged(cx, cx.left, a), hedged(cx, cx.right, b)) {
            (Some(h), None) => plain(cx.right, b, &h, synonyms).map(|p| (h.span, p, cx.left.text(h.span))),
            (None, Some(h)) => plain(cx.left, a, &h, synonyms).map(|p| (p, h.span, cx.right.text(h.span))),
            _ => None,
        };
        let Some((left, right, words)) = found else { continue };
        let words = flat(words);
        if !seen.insert(words.to_lowercase()) {
            continue;
        }
        out.push(
            finding(
                FindingKind::StanceDiffers,
                53,
                format!("One report says \u{201c}{words}\u{201d}, the other tells it as a fact."),
                "Sentences that tell much the same leave it open in one report and not in the other.".to_owned(),
            )
            .asking(format!("Is it sure, or only \u{201c}{words}\u{201d}?"))
            .between(left, right),
        );
    }
}

/// A hedge with the word that it leaves open.
struct Hedge {
    span: Span,
    stem: u32,
}

/// Whether a word says that something is only reported or held to be so.
fn is_hedge(word: &str) -> bool {
    matches!(word, "reportedly" | "allegedly" | "purportedly" | "supposedly" | "apparently" | "possibly" | "presumably")
}

/// The first hedge of a sentence: "reportedly died", "might have died".
fn hedged(cx: &Context<'_>, view: &View<'_>, told: &Told) -> Option<Hedge> {
    let doc = &view.report.document;
    (told.first..told.last).find_map(|i| {
        let might = matches!(doc.lower(i), "might" | "may" | "could") && doc.lower(i + 1) == "have";
        if !is_hedge(doc.lower(i)) && !might {
            return None;
        }
        let from = i + if might { 2 } else { 1 };
        let word = (from..(from + REACH).min(told.last)).find(|&k| view.stems.get(k).is_some_and(|&s| cx.stems.weight(s) > 0))?;
        // "Apparently, Northwind": a name is not what is left open.
        if view.proper.get(word) == Some(&true) {
            return None;
        }
        Some(Hedge { span: doc.span(i..word + 1), stem: *view.stems.get(word)? })
    })
}

/// Where a sentence without any sign of doubt has the word that a hedge leaves open.
fn plain(view: &View<'_>, told: &Told, hedge: &Hedge, synonyms: &Synonyms) -> Option<Span> {
    let doc = &view.report.document;
    let doubt = |w: &str| {
        is_hedge(w)
            || matches!(w, "alleged" | "suspected" | "suspicion" | "may" | "might" | "could" | "if" | "whether" | "likely" | "unclear")
            || matches!(w, "denies" | "denied" | "deny" | "claim" | "claims" | "insists" | "insisted")
            || matches!(w, "according" | "accused" | "charged" | "claimed" | "believed" | "thought" | "said" | "says" | "told")
    };
    if told.headline
        || (told.first..told.last).any(|i| doubt(doc.lower(i)))
        || (told.last.saturating_sub(2)..told.last).any(|i| doc.form(i) == "?")
    {
        return None;
    }
    let at = (told.first..told.last).find(|&i| view.stems.get(i).is_some_and(|&s| synonyms.same(s, hedge.stem)))?;
    doc.tokens.get(at).map(|t| t.span)
}
