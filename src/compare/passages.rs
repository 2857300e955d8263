//! Passages taken over: word for word, edited, moved.
//!
//! Every run of five words is a shingle; shingles that stand in both texts, and not often in either,
//! are seeds. Seeds on one diagonal grow into runs; the longest runs are taken first, and none takes
//! words of another. Runs that follow each other at a small distance in both texts are one passage
//! whose words were edited. The work is bounded by a fixed number of seeds a shingle.
//!
//! What is made of names, titles and function words, and what stands around a report (credits,
//! "told reporters"), is no passage: every report on one event has it.

use super::view::View;
use super::words::{NONE, RARE, Stems};
use super::{DiffStep, Passage};
use crate::order::{Arrange, each_once};
use crate::text::Span;

/// Words of a shingle.
const SHINGLE: usize = 5;
/// A shingle that stands more often than this in one text is boilerplate and seeds nothing.
const REPEATS: usize = 4;
/// Fewest words of a passage.
const WORDS: usize = 8;
/// Most words between two runs of one passage.
const GAP: usize = 5;
/// Least weight (quarter bits) of a passage's words that are not in names.
const MATTER: u32 = 2 * RARE as u32;

/// The words of one text: token number and a print of the form in lower case.
struct Stream {
    tokens: Vec<u32>,
    words: Vec<u64>,
}

/// A run of equal words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    left: usize,
    right: usize,
    words: usize,
}

/// Finds the shared passages of two reports, in the order of the left text.
pub(crate) fn passages(left: &View<'_>, right: &View<'_>, stems: &Stems) -> Vec<Passage> {
    let (a, b) = (stream(left), stream(right));
    let runs = tile(seeds(&a.words, &b.words), &a.words, &b.words);
    let mut groups = merge(runs);
    groups.retain(|g| worthy(g, (&a, left), (&b, right), stems));
    let moved = moved(&groups, &a.words);
    let span = |view: &View<'_>, stream: &Stream, first: usize, last: usize| {
        let token = |k: usize| stream.tokens.get(k).copied().unwrap_or(0) as usize;
        let doc = &view.report.document;
        let start = doc.tokens.get(token(first)).map_or(Span::default(), |t| t.span);
        doc.tokens.get(token(last.saturating_sub(1))).map_or(start, |t| start.cover(t.span))
    };
    groups
        .iter()
        .zip(moved)
        .filter_map(|(group, moved)| {
            let (first, last) = (group.first()?, group.last()?);
            Some(Passage {
                left: span(left, &a, first.left, last.left + last.words),
                right: span(right, &b, first.right, last.right + last.words),
                words: group.iter().map(|r| r.words as u32).sum(),
                edited: group.len() > 1,
                moved,
                diff: if group.len() > 1 { diff(group, |f, l| span(left, &a, f, l), |f, l| span(right, &b, f, l)) } else { Vec::new() },
            })
        })
        .collect()
}

/// The runs of a passage, and between them the words that differ.
fn diff(group: &[Run], left: impl Fn(usize, usize) -> Span, right: impl Fn(usize, usize) -> Span) -> Vec<DiffStep> {
    let mut steps = Vec::with_capacity(2 * group.len());
    let mut before: Option<&Run> = None;
    for run in group {
        if let Some(before) = before {
            let (i, j) = (before.left + before.words, before.right + before.words);
            let (a, b) = ((i < run.left).then(|| left(i, run.left)), (j < run.right).then(|| right(j, run.right)));
            if a.is_some() || b.is_some() {
                steps.push(DiffStep { left: a, right: b, same: false });
            }
        }
        let (a, b) = (left(run.left, run.left + run.words), right(run.right, run.right + run.words));
        steps.push(DiffStep { left: Some(a), right: Some(b), same: true });
        before = Some(run);
    }
    steps
}

/// Words of the sentences that tell something, without headlines, datelines and the names before the turns of an
/// interview.
fn stream(view: &View<'_>) -> Stream {
    let doc = &view.report.document;
    let mut aside: Vec<Span> = doc.header.dateline.iter().map(|d| d.span).collect();
    let label = |s: &Span| view.sentence(*s).and_then(|n| view.sentences.get(n)).is_some_and(|t| t.span.start == s.start);
    let sources = view.report.statements.iter().filter_map(|s| s.source.as_ref()).map(|s| s.span);
    aside.extend(sources.filter(|s| doc.form(doc.token_at(s.end)) == ":" && label(s)));
    aside.arrange();
    let mut aside = aside.into_iter().peekable();
    let mut stream = Stream { tokens: Vec::new(), words: Vec::new() };
    for told in view.sentences.iter().filter(|t| !t.headline) {
        for i in told.first..told.last {
            let Some(at) = doc.tokens.get(i).map(|t| t.span) else { continue };
            while aside.next_if(|s| s.end <= at.start).is_some() {}
            if aside.peek().is_some_and(|s| s.contains(at)) {
                continue;
            }
            if view.stems.get(i).is_some_and(|&s| s != NONE) {
                stream.tokens.push(i as u32);
                stream.words.push(view.prints.get(i).copied().unwrap_or(0));
            }
        }
    }
    stream
}

/// Pairs of places at which one shingle begins in both texts. Prints of shingles are sorted and not hashed, so that long
/// texts are walked in order; the last bits of each are given to its place, of the left text first.
fn seeds(a: &[u64], b: &[u64]) -> Vec<(usize, usize)> {
    let bits = u64::BITS - ((a.len() + b.len()) as u64).leading_zeros();
    let places = (1u64 << bits) - 1;
    let print =
        |words: &[u64]| words.iter().fold(0x9e37_79b9_7f4a_7c15_u64, |h, &w| (h ^ w).wrapping_mul(0xff51_afd7_ed55_8ccd).rotate_left(29));
    let printed = |words: &'_ [u64], first: usize| -> Vec<u64> {
        words.windows(SHINGLE).zip(first as u64..).map(|(shingle, place)| print(shingle) & !places | place).collect()
    };
    let shingles = each_once([printed(a, 0), printed(b, a.len())].concat());
    let mut seeds = Vec::new();
    for group in shingles.chunk_by(|x, y| x & !places == y & !places) {
        let place = |shingle: &u64| (shingle & places) as usize;
        let (l, r) = group.split_at(group.partition_point(|s| place(s) < a.len()));
        if l.len() > REPEATS || r.len() > REPEATS {
            continue;
        }
        for (i, j) in l.iter().flat_map(|l| r.iter().map(move |r| (place(l), place(r) - a.len()))) {
            // Two shingles of one print are equal but for accidents.
            if a.get(i..i + SHINGLE) == b.get(j..j + SHINGLE) {
                seeds.push((i, j));
            }
        }
    }
    seeds
}

/// Grows seeds into runs and takes the longest first, each word of a text once.
fn tile(mut seeds: Vec<(usize, usize)>, a: &[u64], b: &[u64]) -> Vec<Run> {
    // Seeds of one diagonal, in order, that touch are one run.
    seeds.arrange_by_key(|&(i, j)| ((i as i64) - (j as i64), i));
    let mut runs: Vec<Run> = Vec::new();
    for (i, j) in seeds {
        if let Some(run) = runs.last_mut()
            && (run.left as i64 - run.right as i64) == (i as i64 - j as i64)
            && i <= run.left + run.words
        {
            run.words = i + SHINGLE - run.left;
        } else {
            runs.push(Run { left: i, right: j, words: SHINGLE });
        }
    }
    // Equal runs in mirrored places are told apart by what stands before them in either text.
    let key = |r: &Run| {
        let around = |words: &[u64], at: usize| at.checked_sub(1).and_then(|p| words.get(p)).map_or(0, |w| *w);
        let (x, y) = (around(a, r.left), around(b, r.right));
        (std::cmp::Reverse(r.words), r.left + r.right, r.left.abs_diff(r.right), x.min(y))
    };
    runs.arrange_by_key(key);
    let (mut free_a, mut free_b) = (vec![true; a.len()], vec![true; b.len()]);
    let mut kept = Vec::new();
    for run in runs {
        let free = |k: usize| free_a.get(run.left + k) == Some(&true) && free_b.get(run.right + k) == Some(&true);
        // The longest stretch that is still free on both sides.
        let (mut best, mut start) = ((0, 0), 0);
        for k in 0..=run.words {
            if k == run.words || !free(k) {
                if k - start > best.1 {
                    best = (start, k - start);
                }
                start = k + 1;
            }
        }
        let (at, words) = best;
        if words < SHINGLE {
            continue;
        }
        for k in at..at + words {
            if let (Some(x), Some(y)) = (free_a.get_mut(run.left + k), free_b.get_mut(run.right + k)) {
                (*x, *y) = (false, false);
            }
        }
        kept.push(Run { left: run.left + at, right: run.right + at, words });
    }
    kept.arrange_by_key(|r| (r.left, r.right));
    kept
}

/// Joins runs that follow each other at a small distance in both texts, with no other run between them in either.
fn merge(runs: Vec<Run>) -> Vec<Vec<Run>> {
    let mut order: Vec<usize> = (0..runs.len()).collect();
    order.arrange_by_key(|&n| runs.get(n).map_or(0, |r| r.right));
    let mut rank = vec![0usize; runs.len()];
    for (place, &n) in order.iter().enumerate() {
        if let Some(slot) = rank.get_mut(n) {
            *slot = place;
        }
    }
    let follows = |n: usize| n.checked_sub(1).and_then(|b| Some(rank.get(b)? + 1 == *rank.get(n)?)) == Some(true);
    let mut groups: Vec<Vec<Run>> = Vec::new();
    for (n, run) in runs.iter().copied().enumerate() {
        if let Some(group) = groups.last_mut()
            && let Some(last) = group.last()
            && follows(n)
            && run.left >= last.left + last.words
            && run.right >= last.right + last.words
            && run.left - (last.left + last.words) <= GAP
            && run.right - (last.right + last.words) <= GAP
        {
            group.push(run);
        } else {
            groups.push(vec![run]);
        }
    }
    groups
}

/// Whether a passage says enough beside names and function words, as either report has it.
fn worthy(group: &[Run], left: (&Stream, &View<'_>), right: (&Stream, &View<'_>), stems: &Stems) -> bool {
    let words: usize = group.iter().map(|r| r.words).sum();
    let matter = |(stream, view): (&Stream, &View<'_>), start: &dyn Fn(&Run) -> usize| -> u32 {
        let tokens = group.iter().flat_map(|r| stream.tokens.get(start(r)..start(r) + r.words).unwrap_or(&[]));
        let own = tokens.filter(|t| view.proper.get(**t as usize) != Some(&true));
        own.filter_map(|t| view.stems.get(*t as usize)).map(|s| u32::from(stems.weight(*s))).sum()
    };
    words >= WORDS && matter(left, &|r| r.left).min(matter(right, &|r| r.right)) >= MATTER
}

/// Which passages stand in another order: those outside the heaviest chain that is in order in both
/// texts. Chains of equal weight are told apart by their words and not by the side.
fn moved(groups: &[Vec<Run>], words: &[u64]) -> Vec<bool> {
    // The groups come in the order of the left text; the chain must rise in the right one.
    let mut order: Vec<usize> = (0..groups.len()).collect();
    let right = |g: usize| groups.get(g).and_then(|g| g.first()).map_or(0, |r| r.right);
    order.arrange_by_key(|&g| right(g));
    let mut rank = vec![0usize; groups.len()];
    for (position, &g) in order.iter().enumerate() {
        if let Some(slot) = rank.get_mut(g) {
            *slot = position + 1;
        }
    }
    // Fenwick tree of best chains that end at a rank.
    let mut tree: Vec<(u64, usize)> = vec![(0, usize::MAX); groups.len() + 1];
    let mut before = vec![usize::MAX; groups.len()];
    let mut best = (0u64, usize::MAX);
    for (g, group) in groups.iter().enumerate() {
        let own: u64 = group.iter().map(|r| r.words as u64).sum();
        let print = group
            .iter()
            .flat_map(|r| words.get(r.left..r.left + r.words).unwrap_or(&[]))
            .fold(0u64, |h, &w| h.wrapping_mul(31).wrapping_add(w));
        let at = rank.get(g).copied().unwrap_or(0);
        let mut top = (0u64, usize::MAX);
        let mut i = at.saturating_sub(1);
        while i > 0 {
            if let Some(&node) = tree.get(i)
                && node.0 > top.0
            {
                top = node;
            }
            i &= i - 1;
        }
        if let Some(slot) = before.get_mut(g) {
            *slot = top.1;
        }
        let total = top.0 + (own << 20) + (print & 0xffff);
        if total > best.0 {
            best = (total, g);
        }
        let mut i = at;
        while i > 0 && i < tree.len() {
            if let Some(node) = tree.get_mut(i)
                && total > node.0
            {
                *node = (total, g);
            }
            i += i & i.wrapping_neg();
        }
    }
    let mut moved = vec![true; groups.len()];
    let mut g = best.1;
    while let Some(slot) = moved.get_mut(g) {
        *slot = false;
        g = before.get(g).copied().unwrap_or(usize::MAX);
    }
    moved
}
