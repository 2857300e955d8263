//! One sequence tagger: a linear-chain conditional random field (Lafferty et al. 2001) over words.
//!
//! In: a [`Document`]. Out: names as token ranges with kind and probability. Weights and word lists
//! are made by the `train` tool and read in place from `data/names.bin` and `data/words.bin`.
//!
//! Only stretches with capital letters are decoded in texts that use them; the rest is in no name.
//! The tagger does not link names to each other: that is [`crate::entity`].

pub mod decode;
pub mod features;
pub mod hash;
pub mod labels;
pub mod model;
pub mod table;
pub mod votes;
pub mod words;

use crate::text::{Document, FormId};
use decode::Decoder;
use features::{Mode, Spelling, View};
pub use labels::NameKind;
use labels::{LABELS, Position, SCORED, parts};
use model::{Model, Scores};
use votes::Votes;
use words::Words;

/// A name found by the tagger.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tagged {
    /// Number of its first token.
    pub first: usize,
    /// Number just past its last token.
    pub last: usize,
    /// Its kind.
    pub kind: NameKind,
    /// Probability of its least sure token, 0 to 1.
    pub probability: f32,
}

/// The model with the word lists.
#[derive(Debug, Clone)]
pub struct Tagger {
    /// What is known of words.
    pub words: Words,
    model: Model,
}

static NAMES: &[u8] = include_bytes!("../../data/names.bin");
static WORDS: &[u8] = include_bytes!("../../data/words.bin");

impl Default for Tagger {
    fn default() -> Self {
        Self::new(WORDS, NAMES)
    }
}

/// Row sums of one form: for its own token and for the tokens beside it.
type FormScores = [[i16; SCORED]; 5];

impl Tagger {
    /// A tagger over other tables than the built-in ones.
    #[must_use]
    pub fn new(words: &'static [u8], names: &'static [u8]) -> Self {
        Self { words: Words::read(words), model: Model::read(names) }
    }

    /// The names of a document in text order, and what was seen of its words.
    #[must_use]
    pub fn tag<'a>(&self, doc: &'a Document) -> (Vec<Tagged>, View<'a>) {
        let view = View::new(doc, &self.words);
        // What is known of forms so far stands close together; for each form and mode where, plus one.
        let mut known: Vec<FormScores> = Vec::new();
        let mut places = vec![0u32; doc.lexicon.len() * 4];
        let mut edges = [[0i16; SCORED]; 5];
        let mut keys = Vec::with_capacity(64);
        for (k, edge) in edges.iter_mut().enumerate() {
            keys.clear();
            features::edge(k as i8 - 2, &mut keys);
            *edge = self.sum(&keys);
        }
        let mut decoder = Decoder::new(&self.model);
        let mut out = Vec::new();
        let mut scores: Vec<Scores> = Vec::new();
        let mut first_reading: Vec<[f32; LABELS]> = Vec::new();
        let mut stretches = Vec::new();
        let mut votes = Votes::new(doc.lexicon.len());
        let mut marginals: Vec<[f32; LABELS]> = Vec::new();
        for (number, s) in doc.sentences.iter().enumerate() {
            let mode = view.modes.get(number).copied().unwrap_or_default();
            let (first, last) = (s.first as usize, s.last as usize);
            for (a, b) in view.stretches(number) {
                let start = scores.len();
                for i in a..b {
                    let mut score: Scores = [0; SCORED];
                    for (k, edge) in edges.iter().enumerate() {
                        let j = (i + k).checked_sub(2).filter(|&j| j >= first && j < last);
                        let row = match j.and_then(|j| doc.tokens.get(j)) {
                            None => edge,
                            Some(t) => {
                                let form = t.form.0 as usize;
                                let Some(place) = places.get_mut(form * 4 + mode as usize) else { continue };
                                if *place == 0 {
                                    known.push(self.form_scores(&view, form, mode, &mut keys));
                                    *place = known.len() as u32;
                                }
                                let Some(rows) = known.get(*place as usize - 1) else { continue };
                                &rows[k]
                            }
                        };
                        for (x, &w) in score.iter_mut().zip(row) {
                            *x += i32::from(w);
                        }
                    }
                    keys.clear();
                    view.joint(i, first, last, mode, &mut keys);
                    for &key in &keys {
                        self.model.add(key, &mut score);
                    }
                    scores.push(score);
                }
                decoder.marginals(&self.model, scores.get(start..).unwrap_or_default(), &mut marginals);
                if mode == Mode::Plain {
                    for (i, m) in (a..b).zip(&marginals) {
                        votes.add(view.folded_form(i), m);
                    }
                }
                first_reading.extend(&marginals);
                stretches.push((a, b, start, mode));
            }
        }
        let mut labels = Vec::new();
        for (a, b, start, mode) in stretches {
            let Some(scores) = scores.get_mut(start..start + (b - a)) else { continue };
            for (k, score) in scores.iter_mut().enumerate() {
                keys.clear();
                let own = first_reading.get(start + k).filter(|_| mode == Mode::Plain);
                votes.features(view.folded_form(a + k), own, &mut keys);
                for &key in &keys {
                    self.model.add(key, score);
                }
            }
            decoder.best(&self.model, scores, &mut labels);
            if labels.iter().any(|&l| l != 0) {
                decoder.marginals(&self.model, scores, &mut marginals);
                collect(a, &labels, &marginals, &mut out);
            }
        }
        (out, view)
    }

    fn sum(&self, keys: &[u64]) -> [i16; SCORED] {
        let mut scores: Scores = [0; SCORED];
        for &key in keys {
            self.model.add(key, &mut scores);
        }
        scores.map(|s| s.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16)
    }

    fn form_scores(&self, view: &View<'_>, form: usize, mode: Mode, keys: &mut Vec<u64>) -> FormScores {
        let facts = view.facts.get(form).copied().unwrap_or_default();
        let spelling = Spelling::of(view.doc.lexicon.form(FormId(form as u32)));
        std::array::from_fn(|k| {
            keys.clear();
            // A form at place k-2 from the token stands beside it; seen from the form the token is at 2-k.
            match k {
                2 => features::own(facts, &spelling, mode, keys),
                _ => features::beside(facts, &spelling, mode, k as i8 - 2, keys),
            }
            self.sum(keys)
        })
    }
}

/// Turns labels into names.
fn collect(offset: usize, labels: &[u8], marginals: &[[f32; LABELS]], out: &mut Vec<Tagged>) {
    let mut start = 0;
    let mut probability = 1.0f32;
    for (i, (&label, m)) in labels.iter().zip(marginals).enumerate() {
        let Some((kind, position)) = parts(usize::from(label)) else { continue };
        if matches!(position, Position::Begin | Position::Unit) {
            start = i;
            probability = 1.0;
        }
        probability = probability.min(m.get(usize::from(label)).copied().unwrap_or(0.0));
        if matches!(position, Position::Last | Position::Unit) {
            out.push(Tagged { first: offset + start, last: offset + i + 1, kind, probability });
        }
    }
}
