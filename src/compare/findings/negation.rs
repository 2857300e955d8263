//! What one report affirms and the other negates: the same clause with a "not", and opposite verbs.

use super::finding;
use crate::compare::view::{Told, View};
use crate::compare::{Context, EventLabel, Finding, FindingKind, Side};
use crate::text::TokenKind;

const NEGATED: u8 = 65;

/// Finds clauses that one report negates.
pub(super) fn findings(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if cx.label != EventLabel::Same {
        return;
    }
    negated_clauses(cx, out);
    for link in cx.sentences.links.iter().filter(|l| l.score >= NEGATED) {
        if let (Some(a), Some(b)) = (cx.left.sentences.get(link.left), cx.right.sentences.get(link.right)) {
            negation(cx, a, b, out);
        }
    }
}

const NEGATORS: &[&str] = &["not", "never", "cannot", "cant", "dont", "didnt", "doesnt", "isnt", "wasnt", "wont", "wouldnt", "couldnt"];

pub(super) fn is_negator(word: &str) -> bool {
    NEGATORS.contains(&word) || word.ends_with("n't")
}

/// Least weight (quarter bits) of a negated clause that is looked for in the other report.
const CLAUSE: u32 = 24;

/// A clause that one report negates and the other has in the same words without the negation, wherever
/// it stands: "will not appear in court", "will appear in court".
fn negated_clauses(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (side, view, other) in [(Side::Left, cx.left, cx.right), (Side::Right, cx.right, cx.left)] {
        let doc = &view.report.document;
        let mut places: Vec<Vec<u32>> = vec![Vec::new(); cx.stems.len()];
        for told in &other.sentences {
            for i in told.first..told.last {
                if let Some(list) = other.stems.get(i).and_then(|&s| places.get_mut(s as usize)).filter(|l| l.len() < 16) {
                    list.push(i as u32);
                }
            }
        }
        for told in &view.sentences {
            for at in (told.first..told.last).filter(|&i| is_negator(doc.lower(i))) {
                let words = clause(view, cx, at + 1, told.last);
                let weight: u32 = words.iter().map(|w| u32::from(cx.stems.weight(w.1))).sum();
                let Some(&(verb, stem)) = words.first() else { continue };
                // Names are in every clause; what is told of them must be the same, too.
                let told_of = words.iter().filter(|w| view.proper.get(w.0) != Some(&true)).count();
                if words.len() < 3 || told_of < 2 || weight < CLAUSE || view.proper.get(verb) == Some(&true) {
                    continue;
                }
                let found = places.get(stem as usize).into_iter().flatten().map(|&i| i as usize).find(|&i| {
                    let Some(o) = told_at(other, i) else { return false };
                    let rest = clause(other, cx, i, o.last);
                    let same = words.iter().map(|w| w.1).eq(rest.iter().take(words.len()).map(|w| w.1));
                    same && !hedged(other, o, i)
                        && auxiliary(view, told, verb) == auxiliary(other, o, i)
                        && one_subject(cx, side, (view, verb), (other, i))
                });
                let Some(found) = found else { continue };
                if hedged_but_negated(view, told, at) {
                    continue;
                }
                let mut f = finding(
                    FindingKind::Negation,
                    88,
                    "One report affirms what the other negates.".to_owned(),
                    "A clause stands in both reports, in one of them with a \u{201c}not\u{201d}.".to_owned(),
                );
                f.question = Some("Which of the two holds?".to_owned());
                let Some(o) = told_at(other, found) else { continue };
                let (l, r) = side.of((told.span, o.span), (o.span, told.span));
                f.left.push(l);
                f.right.push(r);
                out.push(f);
            }
        }
    }
}

/// The sentence that holds a token.
fn told_at<'a>(view: &'a View<'_>, token: usize) -> Option<&'a Told> {
    let number = view.told.get(view.report.document.sentence_of(token)).copied().flatten()?;
    view.sentences.get(number as usize)
}

/// The first content words from token `from` to the end of the clause.
fn clause(view: &View<'_>, cx: &Context<'_>, from: usize, end: usize) -> Vec<(usize, u32)> {
    let doc = &view.report.document;
    (from..end.min(from + 9))
        .take_while(|&i| {
            doc.tokens.get(i).is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
                && !matches!(doc.lower(i), "and" | "but" | "because" | "that" | "which" | "who" | "until" | "unless" | "if" | "as" | "when")
        })
        .filter_map(|i| view.stems.get(i).map(|&s| (i, s)))
        .filter(|w| cx.stems.weight(w.1) > 0)
        .take(4)
        .collect()
}

/// Whether what stands at token `i` is denied, doubted, asked or only possible.
fn hedged(view: &View<'_>, told: &Told, i: usize) -> bool {
    let doc = &view.report.document;
    let text = |i: usize| doc.lower(i);
    (told.first..i).any(|k| {
        matches!(
            text(k),
            "if" | "whether"
                | "unless"
                | "denied"
                | "refused"
                | "failed"
                | "declined"
                | "without"
                | "neither"
                | "nor"
                | "no"
                | "how"
                | "why"
        ) || is_negator(text(k))
    }) || (i.saturating_sub(3)..i).any(|k| matches!(text(k), "may" | "might" | "could" | "should" | "can" | "must" | "to"))
        || (told.last.saturating_sub(2)..told.last).any(|k| doc.form(k) == "?")
}

/// Whether a "not" denies no fact: "not only", "whether or not", "could not", "if not".
fn hedged_but_negated(view: &View<'_>, told: &Told, at: usize) -> bool {
    let doc = &view.report.document;
    let before = at.checked_sub(1).map_or("", |b| doc.lower(b));
    matches!(doc.lower(at + 1), "only" | "just" | "all" | "every" | "always" | "necessarily" | "yet" | "even" | "to")
        || matches!(before, "or" | "if" | "why" | "should" | "may" | "might" | "could" | "can" | "but")
        || matches!(doc.lower(at), "cannot" | "can't" | "couldn't" | "shouldn't" | "cant")
        || (told.first..at).any(|k| matches!(doc.lower(k), "if" | "whether" | "unless" | "denied"))
}

/// The auxiliary before a verb, as far as it tells when: will, did, has; "" for none.
fn auxiliary(view: &View<'_>, told: &Told, verb: usize) -> &'static str {
    let doc = &view.report.document;
    (verb.saturating_sub(4).max(told.first)..verb)
        .rev()
        .find_map(|i| {
            Some(match doc.lower(i).trim_end_matches("n't") {
                "will" | "wo" | "would" | "wont" | "wouldnt" => "will",
                "has" | "have" | "had" | "hasnt" => "has",
                "was" | "were" | "is" | "are" | "been" | "isnt" | "wasnt" => "is",
                _ => return None,
            })
        })
        .unwrap_or("")
}

/// Whether the persons named before two verbs are one, as far as they are known.
fn one_subject(cx: &Context<'_>, side: Side, a: (&View<'_>, usize), b: (&View<'_>, usize)) -> bool {
    let of = |side: Side, (view, at): (&View<'_>, usize)| {
        let span = view.report.document.tokens.get(at).map(|t| t.span)?;
        view.subject(span).and_then(|e| cx.entities.link(side, e))
    };
    let other = side.other();
    match (of(side, a), of(other, b)) {
        (Some(x), Some(y)) => x == y,
        _ => true,
    }
}

/// Verbs that exclude each other, as stems.
pub(in crate::compare) const OPPOSITES: &[(&str, &str)] = &[
    ("ad", "cut"),
    ("gain", "lost"),
    ("hir", "fir"),
    ("accept", "reject"),
    ("approv", "reject"),
    ("approv", "block"),
    ("ros", "fell"),
    ("rise", "fall"),
    ("increas", "decreas"),
    ("increas", "declin"),
    ("won", "lost"),
    ("confirm", "deni"),
    ("survi", "kill"),
    ("arriv", "left"),
    ("open", "clos"),
    ("acquitt", "convict"),
    ("guilt", "innocent"),
    ("lift", "impos"),
    ("upheld", "overturn"),
    ("support", "oppos"),
];

/// One sentence affirms what the other negates, or the verbs are opposites, and all else agrees.
fn negation(cx: &Context<'_>, a: &Told, b: &Told, out: &mut Vec<Finding>) {
    let negators = |view: &View<'_>, t: &Told| (t.first..t.last).filter(|&i| is_negator(view.report.document.lower(i))).collect::<Vec<_>>();
    let (x, y) = (negators(cx.left, a), negators(cx.right, b));
    let rest = |t: &Told, o: &Told| t.content.iter().filter(|s| !o.content.contains(s)).copied().collect::<Vec<_>>();
    let (ra, rb) = (rest(a, b), rest(b, a));
    let weight = |list: &[u32]| list.iter().map(|&s| u32::from(cx.stems.weight(s))).sum::<u32>();
    let all = a.weight + b.weight;
    if x.len() + y.len() == 1 && 100 * (weight(&ra) + weight(&rb)) <= 20 * all {
        let (view, t, other, at) =
            if let [at] = x.as_slice() { (cx.left, a, b, *at) } else { (cx.right, b, a, y.first().copied().unwrap_or(0)) };
        // What is negated must stand in the other sentence too, and as much a fact: "in talks to direct"
        // affirms nothing.
        let negated = (at + 1..(at + 4).min(t.last)).find(|&i| view.stems.get(i).is_some_and(|&s| cx.stems.weight(s) > 0));
        let (opposite, infinitive) = (if std::ptr::eq(view, cx.left) { cx.right } else { cx.left }, |view: &View<'_>, i: usize| {
            i.checked_sub(1).is_some_and(|b| matches!(view.report.document.lower(b), "to" | "or" | "if" | "whether"))
        });
        let affirmed = negated.is_some_and(|n| {
            (other.first..other.last).any(|i| opposite.stems.get(i) == view.stems.get(n) && infinitive(opposite, i) == infinitive(view, n))
        });
        if affirmed {
            out.push(
                finding(
                    FindingKind::Negation,
                    88,
                    "One report affirms what the other negates.".to_owned(),
                    "The sentences say the same but for a \u{201c}not\u{201d}.".to_owned(),
                )
                .asking("Which of the two holds?")
                .between(a.span, b.span),
            );
        }
        return;
    }
    if !x.is_empty() || !y.is_empty() || 100 * (weight(&ra) + weight(&rb)) > 30 * all {
        return;
    }
    let has = |list: &[u32], word: &str| list.iter().any(|&s| cx.stems.name(s) == word);
    if let Some((v, w)) = OPPOSITES.iter().find(|(v, w)| has(&ra, v) && has(&rb, w) || has(&ra, w) && has(&rb, v)) {
        out.push(
            finding(
                FindingKind::Negation,
                86,
                "The reports use opposite verbs for one thing.".to_owned(),
                format!("The sentences say the same but for \u{201c}{v}\u{201d} and \u{201c}{w}\u{201d}."),
            )
            .asking("Which of the two holds?")
            .between(a.span, b.span),
        );
    }
}
