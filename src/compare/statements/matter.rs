//! Whether two statements speak of one matter.

use super::said::{Said, one_source};
use crate::compare::view::View;
use crate::compare::words::{RARE, Stems};
use std::collections::BTreeSet;

const MATTERS: u32 = 34;
const SINGLE: u16 = 20;

/// Least weight of a word that tells of a matter at all.
const TELLING: u16 = 12;

/// Tokens within which two words stand together.
const TOGETHER: usize = 6;

/// In how many sentences of either report a stem stands, at most and at least.
pub(super) struct Spread<'a> {
    pub(super) stems: &'a Stems,
    counts: [Vec<u32>; 2],
    /// From how many sentences on a stem is a topic of the whole report.
    topic: [u32; 2],
}

impl<'a> Spread<'a> {
    pub(super) fn new(left: &View<'_>, right: &View<'_>, stems: &'a Stems) -> Self {
        let counts = |view: &View<'_>| {
            let mut counts = vec![0u32; stems.len()];
            for stem in view.sentences.iter().flat_map(|t| &t.content) {
                if let Some(count) = counts.get_mut(*stem as usize) {
                    *count += 1;
                }
            }
            counts
        };
        let topic = |view: &View<'_>| (view.sentences.len() as u32 / 8).max(4);
        Self { stems, counts: [counts(left), counts(right)], topic: [topic(left), topic(right)] }
    }

    /// Whether a stem is a matter of its own and no topic that all of a report shares.
    fn telling(&self, stem: u32) -> bool {
        let count = |side: usize| self.counts.get(side).and_then(|c| c.get(stem as usize)).copied().unwrap_or(0);
        let [l, r] = self.topic;
        self.stems.weight(stem) >= TELLING && count(0) < l && count(1) < r
    }

    /// Whether a stem stands in few sentences of both reports.
    fn rare(&self, stem: u32) -> bool {
        self.stems.weight(stem) >= SINGLE && self.counts.iter().all(|c| c.get(stem as usize).is_some_and(|n| *n <= 3))
    }
}

/// Whether two statements speak of one matter: two telling words that stand together in both, or a rare
/// one with a shared name or number. Of different events the sources must belong together, too.
pub(super) fn on_one_matter(a: &Said, b: &Said, source: Option<bool>, spread: &Spread<'_>, one_event: bool) -> bool {
    let shared: Vec<u32> = a.matter.iter().copied().filter(|s| b.matter.binary_search(s).is_ok() && spread.telling(*s)).collect();
    let named = a.names.iter().any(|n| b.names.binary_search(n).is_ok());
    let party = a.parties.iter().any(|p| b.parties.contains(p));
    let rare = shared.iter().any(|&s| spread.rare(s));
    if !one_event {
        // The sources belong together, or the word is one that hardly any other story has.
        return rare && party || named && shared.iter().any(|&s| spread.rare(s) && spread.stems.weight(s) >= RARE);
    }
    let weight: u32 = shared.iter().map(|&s| u32::from(spread.stems.weight(s))).sum();
    let together = shared.len() > 1 && pairs_of(a, &shared).iter().any(|p| pairs_of(b, &shared).contains(p));
    weight >= MATTERS && (together || source == Some(true) && shared.len() > 1) || rare && named && source != Some(false)
}

/// Words of a list that stand near each other in a statement, as pairs in rising order.
fn pairs_of(said: &Said, words: &[u32]) -> BTreeSet<(u32, u32)> {
    let here: Vec<&(usize, u32)> = said.matter_at.iter().filter(|m| words.binary_search(&m.1).is_ok()).collect();
    let near = |w: &&[&(usize, u32)]| matches!(w, [x, y] if x.1 != y.1 && y.0 - x.0 <= TOGETHER);
    here.windows(2).filter(near).filter_map(|w| Some((w.first()?.1.min(w.last()?.1), w.first()?.1.max(w.last()?.1)))).collect()
}

/// Why two statements on one matter stand side by side: the word that tells most of both.
pub(super) fn on_matter(a: (&View<'_>, &Said), b: (&View<'_>, &Said), stems: &Stems) -> String {
    let who = if one_source(a.1, b.1) == Some(true) { "The same source speaks" } else { "Both speak" };
    match shared_word(a, b, stems) {
        Some((form, _)) => format!("{who} of \u{201c}{form}\u{201d}."),
        None => format!("{who} of one matter."),
    }
}

/// The word beside names that tells most of both statements, with its weight.
pub(crate) fn shared_word(a: (&View<'_>, &Said), b: (&View<'_>, &Said), stems: &Stems) -> Option<(String, u16)> {
    let shared = a.1.matter.iter().copied().filter(|s| b.1.matter.binary_search(s).is_ok());
    let stem = shared.max_by_key(|&s| (stems.weight(s), std::cmp::Reverse(s)))?;
    let of = |(view, said): (&View<'_>, &Said)| -> Vec<String> {
        let here = said.words.iter().filter(|w| view.stems.get(w.0) == Some(&stem));
        here.map(|w| view.report.document.lower(w.0).to_owned()).collect()
    };
    let form = of(a).into_iter().chain(of(b)).min_by_key(|f| (f.len(), f.clone()))?;
    Some((form, stems.weight(stem)))
}
