//! Statements of both reports that belong together: the same utterance word for word, trimmed or
//! altered, told in other words, or another one on the same matter.
//!
//! Two quotations are one utterance where their words run alike; what stands before the first and
//! behind the last shared word is trimmed, what differs between them is altered. Spelling variants,
//! hyphens and marks are no alteration.

mod matter;
mod said;
mod utterance;

pub(crate) use matter::shared_word;
pub(crate) use said::{Said, one_source, said};

use super::postings::{Postings, meeting_stems};
use super::sentences::overlap;
use super::{EventLabel, Judged, StatementLink, StatementRelation, diff};
use crate::order::Arrange;
use matter::{Spread, on_matter, on_one_matter};
use utterance::{steps, utterance};

/// A stem that stands in more statements than this of either report brings none together.
const SPREAD: usize = 24;

/// Pairs that are always looked at; reports of many statements get a few for each.
const PAIRS: usize = 1 << 12;

/// Least weight (quarter bits) of what two statements on one matter share beside names; of two such
/// words together, and of one alone.
const MATTER: u32 = 18;

/// Words from which on a statement is a long answer.
const LONG: usize = 60;

struct Candidate {
    left: usize,
    right: usize,
    relation: StatementRelation,
    /// Strength within the relation.
    score: u32,
    reason: String,
    /// Positions of shared words, in the word lists that were compared.
    pairs: Vec<(usize, usize)>,
    quoted: bool,
}

/// Links the statements of two reports.
pub(crate) fn link(cx: &Judged<'_>) -> Vec<StatementLink> {
    let (left, right, stems, [a, b]) = (cx.left, cx.right, cx.stems, cx.said);
    let one_event = matches!(cx.label, EventLabel::Same | EventLabel::Related);
    let mut candidates = Vec::new();
    let spread = Spread::new(left, right, stems);
    for (l, r) in meetings(a, b, stems.len()) {
        if let (Some(x), Some(y)) = (a.get(l), b.get(r)) {
            candidates.extend(relate((l, x), (r, y), &spread, one_event));
        }
    }
    let rank = |r: StatementRelation| match r {
        StatementRelation::Verbatim | StatementRelation::Altered | StatementRelation::Trimmed => 0,
        StatementRelation::Paraphrase => 1,
        StatementRelation::SameMatter => 2,
    };
    candidates.arrange_by_key(|c| {
        (rank(c.relation), std::cmp::Reverse(c.score), c.left.abs_diff(c.right), c.left + c.right, c.left.min(c.right))
    });
    // One utterance has one counterpart. Of different events what is said on one matter may stand beside
    // two; reports on one event share its matter in every statement.
    let (mut used_a, mut used_b) = (vec![0u8; a.len()], vec![0u8; b.len()]);
    let mut links: Vec<StatementLink> = Vec::new();
    for c in candidates {
        let (Some(x), Some(y)) = (used_a.get_mut(c.left), used_b.get_mut(c.right)) else { continue };
        let (most, cost) = if c.relation == StatementRelation::SameMatter && !one_event { (1, 1) } else { (0, 2) };
        if *x > most || *y > most {
            continue;
        }
        (*x, *y) = (*x + cost, *y + cost);
        let diff = match (a.get(c.left), b.get(c.right)) {
            (Some(x), Some(y)) if !c.pairs.is_empty() => steps(left, right, &tokens(x, c.quoted), &tokens(y, c.quoted), &c.pairs),
            _ => Vec::new(),
        };
        let reason = match (c.relation, a.get(c.left), b.get(c.right)) {
            (StatementRelation::SameMatter, Some(x), Some(y)) => on_matter((left, x), (right, y), stems),
            _ => c.reason,
        };
        links.push(StatementLink { left: c.left as u32, right: c.right as u32, relation: c.relation, diff, reason });
    }
    links.arrange_by_key(|l| (l.left, l.right));
    links
}

fn tokens(said: &Said, quoted: bool) -> Vec<usize> {
    if quoted { said.quoted.iter().map(|w| w.token).collect() } else { said.words.iter().map(|w| w.0).collect() }
}

/// Pairs of statements that share a stem which few statements have.
fn meetings(a: &[Said], b: &[Said], stems: usize) -> Vec<(usize, usize)> {
    let lefts = Postings::new(stems, a.iter().map(|s| s.content.as_slice()));
    let rights = Postings::new(stems, b.iter().map(|s| s.content.as_slice()));
    let meet = meeting_stems(stems, &lefts, &rights, SPREAD, PAIRS.max(2 * (a.len() + b.len())));
    let mut seen = vec![u32::MAX; b.len()];
    let mut pairs = Vec::new();
    for (l, said) in a.iter().enumerate() {
        for &stem in said.content.iter().filter(|s| meet.get(**s as usize) == Some(&true)) {
            for &r in rights.of(stem) {
                if let Some(slot) = seen.get_mut(r as usize)
                    && *slot != l as u32
                {
                    *slot = l as u32;
                    pairs.push((l, r as usize));
                }
            }
        }
    }
    pairs
}

fn relate((l, a): (usize, &Said), (r, b): (usize, &Said), spread: &Spread<'_>, one_event: bool) -> Option<Candidate> {
    let stems = spread.stems;
    let shared = overlap(&a.content, &b.content, stems);
    // Most pairs that meet share one word only, and need no second look.
    if shared < MATTER && a.quoted.len().min(b.quoted.len()) < 6 {
        return None;
    }
    let source = one_source(a, b);
    let candidate = |relation, score, reason: &str, pairs, quoted| {
        Some(Candidate { left: l, right: r, relation, score, reason: reason.to_owned(), pairs, quoted })
    };
    if a.quoted.len() >= 3
        && b.quoted.len() >= 3
        && let Some((relation, pairs)) = utterance(a, b, source, shared)
    {
        let reason = match (relation, source) {
            (StatementRelation::Verbatim, Some(false)) => "The same words, given to different sources.",
            (StatementRelation::Verbatim, _) => "The same words inside quotation marks.",
            (StatementRelation::Trimmed, _) => "One quotation is part of the other, or both share a part.",
            _ => "The same utterance with other words inside the quotation marks.",
        };
        return candidate(relation, pairs.len() as u32 * 100, reason, pairs, true);
    }
    // Names alone are no matter: every statement on one event has them.
    let matter = overlap(&a.matter, &b.matter, stems);
    let least = a.weight.min(b.weight).max(1);
    let share = 100 * shared / least;
    if source != Some(false) {
        let indirect = a.quoted.is_empty() || b.quoted.is_empty();
        let (x, y): (Vec<u64>, Vec<u64>) = (a.words.iter().map(|w| w.1).collect(), b.words.iter().map(|w| w.1).collect());
        if indirect && (x.len() >= 6 || x.len() >= 4 && source == Some(true)) && x == y {
            let pairs = diff::common(&x, &y);
            return candidate(StatementRelation::Verbatim, 1000, "Both reports tell it in the same words.", pairs, false);
        }
        let known = if source == Some(true) { (40, 60) } else { (55, 90) };
        // Of different events nobody says the same in other words; that takes the same words.
        // Most of a short statement by one source is enough of it.
        let most = source == Some(true) && share >= 60 && shared >= 36;
        if one_event && matter >= 16 && (share >= known.0 && shared >= known.1 || most) {
            let reason = if a.quoted.is_empty() != b.quoted.is_empty() {
                "Quoted in one report, told in other words in the other."
            } else {
                "Told in both reports in other words."
            };
            return candidate(StatementRelation::Paraphrase, shared, reason, Vec::new(), false);
        }
    }
    // Long answers of an interview share words by chance, and a question states nothing.
    let long = a.words.len().max(b.words.len()) > LONG;
    let enough = if long { 100 * shared >= 20 * a.weight.max(b.weight) } else { share >= 12 };
    if matter < MATTER || !enough || a.asks || b.asks || !on_one_matter(a, b, source, spread, one_event) {
        return None;
    }
    let own = if source == Some(true) { 50 } else { 0 };
    candidate(StatementRelation::SameMatter, shared + matter + own, "", Vec::new(), false)
}
