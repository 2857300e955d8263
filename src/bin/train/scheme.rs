//! Converts our names to the label scheme of the English Worldwide Newswire as it is published.
//!
//! Scored across corpora, two schemes differ by more than mistakes: the published labels cut a name at most names
//! inside it and mark some common nouns. Both schemes annotate the same articles of the set's training part; a second
//! tagger, with our names among its features, learns there how the published labels follow from ours.
//!
//! Only to score against that set: what people are shown are our names, whole.

use crate::crf::{Example, Settings};
use crate::data::{self, NEWSWIRE, Name, Stretch, published, spans};
use crate::names::{self, Rows};
use crossread::tag::decode::Decoder;
use crossread::tag::features::View;
use crossread::tag::hash::{mix, text};
use crossread::tag::labels::{LABELS, NameKind, OUTSIDE, Position, SCORED, parts};
use crossread::tag::model::{Model, Scores};
use crossread::tag::words::{LONGEST, Words};
use crossread::text::{Document, Positions, Span, Unit};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::ops::Range;
use std::path::Path;

/// Settings of the training and how many features are kept, tried on a fifth of the training part.
const SETTINGS: Settings = Settings { rate: 0.05, l1: 1.5, l2: 1.0 };
const ROWS: usize = 30_000;

type Names = Vec<(Span, Option<NameKind>)>;

/// Learns from the training part, of which the names in both schemes are known.
pub(crate) fn make(data: &str, words: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let words = Words::read(std::fs::read(words)?.leak());
    let data = Path::new(data);
    let mut theirs = BTreeMap::new();
    for article in published(&data.join("entities/worldwide-train.jsonl"))? {
        theirs.insert(article.id, article.names);
    }
    let mut stretches: Vec<Stretch> = Vec::new();
    for ours in data::read_standoff(Path::new(NEWSWIRE), data, "train")? {
        let doc = Document::read(&ours.text);
        let view = View::new(&doc, &words);
        let allowed = data::labels(theirs.get(&ours.id).ok_or("an article that is not published")?, &doc);
        let stacked = Stacked::new(&view, ours.names);
        stretches.extend((0..doc.sentences.len()).map(|s| {
            let allowed = allowed[stacked.tokens(s)].to_vec();
            Stretch { features: stacked.features(s), allowed, ..Stretch::default() }
        }));
    }
    let frequent = names::frequent(stretches.iter(), 2);
    let mut rows = Rows::default();
    let examples: Vec<Example> = stretches.into_iter().map(|s| rows.example(s, 1.0, &frequent)).collect();
    Ok(std::fs::write(out, names::finish(examples, &rows, SETTINGS, ROWS))?)
}

/// Predictions of names, in the evaluation's format.
#[derive(Deserialize)]
struct Prediction {
    id: String,
    entities: Vec<Name>,
}

/// Writes the names of documents as the scheme has them.
pub(crate) fn convert(words: &str, scheme: &str, documents: &str, names: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let words = Words::read(std::fs::read(words)?.leak());
    let model = Model::read(std::fs::read(scheme)?.leak());
    let mut predictions = BTreeMap::new();
    for line in std::fs::read_to_string(names)?.lines() {
        let prediction: Prediction = serde_json::from_str(line)?;
        predictions.insert(prediction.id, prediction.entities);
    }
    let mut lines = String::new();
    for article in published(Path::new(documents))? {
        let names = predictions.get(&article.id).ok_or("a document without names")?;
        let index = Positions::new(&article.text, Unit::CodePoint);
        let entities: Vec<_> = converted(&article.text, spans(&article.text, names), &words, &model)
            .iter()
            .map(|(s, k)| serde_json::json!({"start": index.at(s.start), "end": index.at(s.end), "kind": format!("{k:?}").to_lowercase()}))
            .collect();
        lines += &(serde_json::json!({"id": article.id, "entities": entities}).to_string() + "\n");
    }
    Ok(std::fs::write(out, lines)?)
}

fn converted(article: &str, names: Names, words: &Words, model: &Model) -> Vec<(Span, NameKind)> {
    let doc = Document::read(article);
    let view = View::new(&doc, words);
    let reading = Stacked::new(&view, names);
    let mut decoder = Decoder::new(model);
    let mut labels = Vec::new();
    let mut out = Vec::new();
    for sentence in 0..doc.sentences.len() {
        let scores: Vec<Scores> = reading
            .features(sentence)
            .iter()
            .map(|keys| {
                let mut scores = [0; SCORED];
                keys.iter().for_each(|&k| model.add(k, &mut scores));
                scores
            })
            .collect();
        decoder.best(model, &scores, &mut labels);
        let mut start = 0;
        for (i, &label) in reading.tokens(sentence).zip(&labels) {
            let Some((kind, position)) = parts(usize::from(label)) else { continue };
            if matches!(position, Position::Begin | Position::Unit) {
                start = i;
            }
            if matches!(position, Position::Last | Position::Unit) {
                out.push((reading.span(start, i + 1), kind));
            }
        }
    }
    out
}

/// A name of the reading.
struct Named {
    span: Span,
    first: usize,
    last: usize,
    kind: u64,
}

/// A reading laid beside the words of its document.
struct Stacked<'a> {
    view: &'a View<'a>,
    names: Vec<Named>,
    /// For each token its label.
    labels: Vec<usize>,
    /// For each token the name in which it stands.
    inside: Vec<Option<usize>>,
    /// The kinds (a bit each) of the document's names by their words.
    whole: BTreeMap<u64, u64>,
}

impl<'a> Stacked<'a> {
    fn new(view: &'a View<'a>, names: Names) -> Self {
        let doc = view.doc;
        let labels = data::labels(&names, doc).iter().map(|bits| bits.trailing_zeros() as usize).collect();
        let mut out = Stacked { view, names: Vec::new(), labels, inside: vec![None; doc.tokens.len()], whole: BTreeMap::new() };
        for (span, kind) in names {
            let Some(kind) = kind else { continue };
            let Range { start: first, end: last } = doc.tokens_in(span);
            out.inside[first..last].fill(Some(out.names.len()));
            *out.whole.entry(out.phrase(first, last)).or_default() |= 1 << kind as u64;
            out.names.push(Named { span, first, last, kind: kind as u64 });
        }
        out
    }

    fn tokens(&self, sentence: usize) -> Range<usize> {
        self.view.doc.sentences.get(sentence).map_or(0..0, |s| s.first as usize..s.last as usize)
    }

    fn phrase(&self, first: usize, last: usize) -> u64 {
        (first..last).fold(0, |h, i| mix(h, self.word(i)))
    }

    fn word(&self, i: usize) -> u64 {
        text(self.view.doc.lower(i))
    }

    fn name(&self, i: usize) -> Option<&Named> {
        self.inside.get(i).copied().flatten().and_then(|n| self.names.get(n))
    }

    /// The span of tokens, which ends within a token where our name does: "UK" in "UK-based".
    fn span(&self, first: usize, last: usize) -> Span {
        let whole = self.view.doc.span(first..last);
        let (left, right) = (self.name(first), self.name(last - 1));
        let start = left.filter(|n| n.first == first).map_or(whole.start, |n| n.span.start);
        let end = right.filter(|n| n.last == last).map_or(whole.end, |n| n.span.end);
        if start < end { Span { start, end } } else { whole }
    }

    /// Features of each token of a sentence.
    fn features(&self, sentence: usize) -> Vec<Vec<u64>> {
        let range = self.tokens(sentence);
        let mode = self.view.modes.get(sentence).copied().unwrap_or_default();
        range
            .clone()
            .map(|i| {
                let mut keys = data::keys(self.view, i, range.start, range.end, mode);
                self.around(i, &range, &mut keys);
                if let Some(name) = self.name(i) {
                    self.within(i, name, &mut keys);
                }
                keys
            })
            .collect()
    }

    /// What the reading says of a token and those beside it.
    fn around(&self, i: usize, sentence: &Range<usize>, out: &mut Vec<u64>) {
        let at = |j: Option<usize>| j.filter(|j| sentence.contains(j));
        let label = |j: Option<usize>| at(j).map_or(OUTSIDE, |j| self.labels[j]) as u64;
        let word = |j: Option<usize>| at(j).map_or(0, |j| self.word(j));
        let (before, own, after) = (label(i.checked_sub(1)), label(Some(i)), label(Some(i + 1)));
        let facts = self.view.at(i);
        let three = (before * LABELS as u64 + own) * LABELS as u64 + after;
        let words = [word(i.checked_sub(1)), word(Some(i)), word(Some(i + 1))];
        for (template, value) in [
            (0, own),
            (1, mix(before, own)),
            (2, mix(own, after)),
            (3, three),
            (4, mix(own, words[0])),
            (5, mix(own, words[1])),
            (6, mix(own, words[2])),
            (7, mix(before, words[1])),
            (8, mix(after, words[1])),
            (9, mix(three, facts.case as u64)),
            (10, mix(own, u64::from(facts.known.class))),
            (11, mix(three, u64::from(facts.known.class >> 8))),
            (12, mix(own, mix(words[0], words[1]))),
            (13, mix(own, mix(words[1], words[2]))),
        ] {
            out.push(key(template, value));
        }
        out.extend(facts.known.lists.numbers().map(|n| key(20, mix(three, u64::from(n)))));
    }

    /// What is known of the name in which token `i` stands, and of the names inside that.
    fn within(&self, i: usize, name: &Named, out: &mut Vec<u64>) {
        let &Named { first, last, kind, .. } = name;
        let (at, long) = ((i - first).min(4) as u64, (last - first).min(5) as u64);
        let ends = mix(kind, u64::from(i == first) | u64::from(i + 1 == last) << 1);
        for (template, value) in [
            (30, mix(kind, at << 4 | long)),
            (31, mix(self.phrase(first, last), mix(kind, at))),
            (32, mix(self.word(last - 1), ends)),
            (33, mix(self.word(first), ends)),
            (34, mix(mix(self.word(first), self.word(last - 1)), mix(ends, at))),
        ] {
            out.push(key(template, value));
        }
        for from in first.max((i + 1).saturating_sub(LONGEST))..=i {
            for to in i + 1..=last.min(from + LONGEST) {
                let place = mix(
                    ends,
                    u64::from(i == from) | u64::from(i + 1 == to) << 1 | u64::from(from == first) << 2 | u64::from(to == last) << 3,
                );
                out.extend(self.view.listed(from, to).numbers().map(|n| key(40, mix(place, u64::from(n)))));
                if (from, to) != (first, last)
                    && let Some(&kinds) = self.whole.get(&self.phrase(from, to))
                {
                    out.push(key(41, mix(place, kinds)));
                }
            }
        }
    }
}

fn key(template: u64, value: u64) -> u64 {
    mix(mix(0x5c4e, template), value)
}
