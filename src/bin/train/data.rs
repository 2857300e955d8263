//! Training data: annotated documents as stretches of tokens with features and allowed labels.

use crossread::tag::features::{self, Mode, Spelling, View};
use crossread::tag::labels::{NameKind, OUTSIDE, POSITIONS, Position, label};
use crossread::tag::words::Words;
use crossread::text::{Document, Positions, Span, Unit};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

/// Our own annotations, relative to the project.
pub(crate) const WIKINEWS: &str = "data/names/wikinews.jsonl";
pub(crate) const NEWSWIRE: &str = "data/names/newswire.jsonl";
pub(crate) const WEBNEWS: &str = "data/names/webnews.jsonl";
pub(crate) const SENTENCES: &str = "data/names/sentences.jsonl";

/// One annotated document.
#[derive(Debug, Clone)]
pub(crate) struct Annotated {
    pub(crate) id: String,
    pub(crate) text: String,
    /// Names as byte spans; `None` where the annotation does not say what it is.
    pub(crate) names: Vec<(Span, Option<NameKind>)>,
    /// Whether names of the kind misc are annotated.
    pub(crate) misc: bool,
}

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: String,
    text: String,
    entities: Vec<Name>,
}

#[derive(Deserialize)]
pub(crate) struct Name {
    start: usize,
    end: usize,
    kind: String,
}

/// Names as byte spans of `text` with their kinds; none for "other", which sets use for different things.
pub(crate) fn spans(text: &str, names: &[Name]) -> Vec<(Span, Option<NameKind>)> {
    let mut bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
    bytes.push(text.len());
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(text.len());
    let kind = |name: &Name| match name.kind.as_str() {
        "person" => Some(NameKind::Person),
        "organization" => Some(NameKind::Organization),
        "place" => Some(NameKind::Place),
        "misc" | "event" => Some(NameKind::Misc),
        _ => None,
    };
    names.iter().map(|n| (Span::new(byte(n.start), byte(n.end)), kind(n))).collect()
}

/// Reads one file of the evaluation's format, and repairs the noisy set.
pub(crate) fn read(path: &Path, words: &Words) -> Result<Vec<Annotated>, Box<dyn Error>> {
    let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or("").to_owned();
    let mut out = published(path)?;
    for doc in &mut out {
        if stem == NOISY {
            crate::repair::kinds(&doc.text, &mut doc.names, words);
            crate::repair::join(&doc.text, &mut doc.names, words);
        }
        doc.misc = !(stem.starts_with("uner") || stem.starts_with("gum"));
    }
    Ok(out)
}

/// Reads one file of the evaluation's format as it stands.
pub(crate) fn published(path: &Path) -> Result<Vec<Annotated>, Box<dyn Error>> {
    let mut out = Vec::new();
    for line in std::fs::read_to_string(path)?.lines().filter(|l| !l.trim().is_empty()) {
        let line: Line = serde_json::from_str(line)?;
        let mut names = spans(&line.text, &line.entities);
        names.retain(|n| n.1.is_some());
        // Of names within names the longest counts.
        names.sort_by_key(|(s, _)| (std::cmp::Reverse(s.len()), s.start));
        let mut kept: Vec<(Span, Option<NameKind>)> = Vec::new();
        for n in names {
            if kept.iter().all(|k| !k.0.overlaps(n.0)) {
                kept.push(n);
            }
        }
        kept.sort();
        out.push(Annotated { id: line.id, text: line.text, names: kept, misc: true });
    }
    Ok(out)
}

/// The sets of the evaluation data whose texts our own annotations mark.
const MARKED_TEXTS: &[&str] =
    &["raw/wikinews-2019", "raw/wikinews-2020", "entities/worldwide-train", "entities/worldwide-dev", "pairs/ecbplus-documents"];
/// Noisy sentences: our annotation marks runs of them, one a line, under the id of the first.
pub(crate) const NOISY: &str = "gmb-noisy";

/// Reads the part `split` of a stand-off annotation of ours, whose texts stand in the folder `data`.
pub(crate) fn read_standoff(annotation: &Path, data: &Path, split: &str) -> Result<Vec<Annotated>, Box<dyn Error>> {
    #[derive(Deserialize)]
    struct Raw {
        id: String,
        text: String,
    }
    #[derive(Deserialize)]
    struct Marks {
        id: String,
        split: String,
        entities: Vec<Name>,
    }
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for set in MARKED_TEXTS {
        for line in std::fs::read_to_string(data.join(format!("{set}.jsonl")))?.lines().filter(|l| !l.trim().is_empty()) {
            let raw: Raw = serde_json::from_str(line)?;
            texts.insert(raw.id, raw.text);
        }
    }
    if annotation == Path::new(SENTENCES) {
        let noisy = sentences(data)?;
        for line in std::fs::read_to_string(annotation)?.lines() {
            let marks: Marks = serde_json::from_str(line)?;
            let run = run(&noisy, &marks.id).ok_or("no such sentences")?;
            texts.insert(marks.id, run.iter().map(|s| s.1.as_str()).collect::<Vec<_>>().join("\n"));
        }
    }
    let mut out = Vec::new();
    for line in std::fs::read_to_string(annotation)?.lines().filter(|l| !l.trim().is_empty()) {
        let marks: Marks = serde_json::from_str(line)?;
        let Some(text) = texts.get(&marks.id).filter(|_| marks.split == split) else { continue };
        let mut names = spans(text, &marks.entities);
        names.iter_mut().for_each(|n| n.1 = n.1.or(Some(NameKind::Misc)));
        names.sort();
        out.push(Annotated { id: marks.id, text: text.clone(), names, misc: true });
    }
    Ok(out)
}

/// Other ways to write a text, so that the model is not lost without the usual capitals.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Recase {
    /// All letters capital.
    Upper,
    /// No capitals.
    Lower,
    /// Longer words begin with a capital, as in headlines.
    Headline,
}

/// The document written another way. Only ASCII letters change, so that positions stay.
pub(crate) fn recase(doc: &Annotated, how: Recase) -> Annotated {
    let text = match how {
        Recase::Upper => doc.text.to_ascii_uppercase(),
        Recase::Lower => doc.text.to_ascii_lowercase(),
        Recase::Headline => {
            let mut out = String::with_capacity(doc.text.len());
            for word in doc.text.split_inclusive(char::is_whitespace) {
                let small = word.trim_end().len() < 4 && word.chars().all(|c| !c.is_uppercase());
                match word.chars().next().filter(|c| c.is_ascii_lowercase() && !small) {
                    Some(c) => {
                        out.push(c.to_ascii_uppercase());
                        out.push_str(&word[1..]);
                    }
                    None => out.push_str(word),
                }
            }
            out
        }
    };
    Annotated { text, ..doc.clone() }
}

/// A stretch: for each token its features and the labels it may have (a bit each).
#[derive(Debug, Clone, Default)]
pub(crate) struct Stretch {
    pub(crate) features: Vec<Vec<u64>>,
    pub(crate) allowed: Vec<u32>,
    /// Each token's folded form in its document.
    pub(crate) forms: Vec<u32>,
    /// Whether the sentence uses capitals as running text does.
    pub(crate) plain: bool,
}

/// The stretches of one document.
pub(crate) fn stretches(doc: &Annotated, words: &Words, lost: &mut (usize, usize)) -> Vec<Stretch> {
    let document = Document::read(&doc.text);
    let allowed = allowed(doc, &document);
    let view = View::new(&document, words);
    let mut covered = vec![false; document.tokens.len()];
    let mut out = Vec::new();
    for (number, s) in document.sentences.iter().enumerate() {
        let mode = view.modes.get(number).copied().unwrap_or_default();
        let (first, last) = (s.first as usize, s.last as usize);
        for (a, b) in view.stretches(number) {
            let mut stretch = Stretch { plain: mode == Mode::Plain, ..Stretch::default() };
            for i in a..b {
                covered[i] = true;
                stretch.features.push(keys(&view, i, first, last, mode));
                stretch.allowed.push(allowed[i]);
                stretch.forms.push(view.folded_form(i) as u32);
            }
            // A name cut by the stretch's end would leave no labelling: such stretches are rare and left out.
            out.push(stretch);
        }
    }
    for (span, _) in &doc.names {
        lost.1 += 1;
        lost.0 += usize::from(document.tokens_in(*span).any(|i| !covered[i]));
    }
    out
}

/// All features of token `i` of the sentence `first..last`.
pub(crate) fn keys(view: &View<'_>, i: usize, first: usize, last: usize, mode: Mode) -> Vec<u64> {
    let mut keys = Vec::with_capacity(128);
    for k in 0..5usize {
        let d = k as i8 - 2;
        let Some(j) = (i + k).checked_sub(2).filter(|&j| j >= first && j < last) else {
            features::edge(d, &mut keys);
            continue;
        };
        let (facts, spelling) = (view.at(j), Spelling::of(view.doc.lexicon.form(view.doc.tokens[j].form)));
        match k {
            2 => features::own(facts, &spelling, mode, &mut keys),
            _ => features::beside(facts, &spelling, mode, d, &mut keys),
        }
    }
    view.joint(i, first, last, mode, &mut keys);
    keys
}

/// Bits of the labels that each token may have.
fn allowed(doc: &Annotated, document: &Document) -> Vec<u32> {
    let mut out = labels(&doc.names, document);
    if !doc.misc {
        let misc = POSITIONS.iter().fold(0, |m, &p| m | 1 << label(NameKind::Misc, p));
        out.iter_mut().filter(|bits| **bits == 1 << OUTSIDE).for_each(|bits| *bits |= misc);
    }
    out
}

/// The labels that names give to each token, as bits: every one where the kind is not known.
pub(crate) fn labels(names: &[(Span, Option<NameKind>)], document: &Document) -> Vec<u32> {
    let mut out = vec![1 << OUTSIDE; document.tokens.len()];
    for (span, kind) in names {
        let range = document.tokens_in(*span);
        let n = range.len();
        for (k, i) in range.enumerate() {
            let position = match (k, n) {
                (_, 1) => Position::Unit,
                (0, _) => Position::Begin,
                (k, n) if k + 1 == n => Position::Last,
                _ => Position::Inside,
            };
            out[i] = match kind {
                Some(kind) => 1 << label(*kind, position),
                None => u32::MAX >> (32 - crossread::tag::labels::LABELS),
            };
        }
    }
    out
}

/// Ids and texts of the noisy sentences.
fn sentences(data: &Path) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut out = Vec::new();
    for line in std::fs::read_to_string(data.join(format!("entities/{NOISY}.jsonl")))?.lines().filter(|l| !l.trim().is_empty()) {
        let line: Line = serde_json::from_str(line)?;
        out.push((line.id, line.text));
    }
    Ok(out)
}

/// The sentences of a run "gmb-1001+25": that one and those behind it, 25 in all.
fn run<'a>(sentences: &'a [(String, String)], id: &str) -> Option<&'a [(String, String)]> {
    let (first, count) = id.split_once('+')?;
    let start = sentences.iter().position(|s| s.0 == first)?;
    sentences.get(start..start + count.parse::<usize>().ok()?)
}

/// The noisy sentences that our own annotation leaves.
pub(crate) fn unmarked(data: &Path, words: &Words) -> Result<Vec<Annotated>, Box<dyn Error>> {
    let all = sentences(data)?;
    let mut marked: BTreeSet<&str> = BTreeSet::new();
    let ours = read_standoff(Path::new(SENTENCES), data, "train")?;
    for doc in &ours {
        marked.extend(run(&all, &doc.id).unwrap_or_default().iter().map(|s| s.0.as_str()));
    }
    let mut out = read(&data.join(format!("entities/{NOISY}.jsonl")), words)?;
    out.retain(|d| !marked.contains(d.id.as_str()));
    Ok(out)
}

/// Writes a part of our own annotation with its texts, in the evaluation's format.
pub(crate) fn write_own(annotation: &str, data: &str, split: &str, output: &str) -> Result<(), Box<dyn Error>> {
    let mut out = String::new();
    for doc in read_standoff(Path::new(annotation), Path::new(data), split)? {
        let index = Positions::new(&doc.text, Unit::CodePoint);
        let entities: Vec<_> = doc
            .names
            .iter()
            .map(|(s, k)| {
                let kind = k.map_or(String::new(), |k| format!("{k:?}").to_lowercase());
                serde_json::json!({"start": index.at(s.start), "end": index.at(s.end), "kind": kind})
            })
            .collect();
        out.push_str(&serde_json::json!({"id": doc.id, "text": doc.text, "entities": entities}).to_string());
        out.push('\n');
    }
    Ok(std::fs::write(output, out)?)
}
