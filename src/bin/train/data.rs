//! Training data: annotated documents as stretches of tokens with features and allowed labels.

use crossread::tag::features::{self, View};
use crossread::tag::labels::{NameKind, POSITIONS, Position, label};
use crossread::tag::words::Words;
use crossread::text::{Document, Span};
use serde::Deserialize;
use std::error::Error;
use std::path::Path;

/// One annotated document.
#[derive(Debug, Clone)]
pub(crate) struct Annotated {
    pub(crate) text: String,
    /// Names as byte spans; `None` where the annotation does not say what it is.
    pub(crate) names: Vec<(Span, Option<NameKind>)>,
    /// Whether names of the kind misc are annotated.
    pub(crate) misc: bool,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    entities: Vec<Name>,
}

#[derive(Deserialize)]
struct Name {
    start: usize,
    end: usize,
    kind: String,
    #[serde(default)]
    tag: String,
}

/// Reads one file of the evaluation's format.
pub(crate) fn read(path: &Path) -> Result<Vec<Annotated>, Box<dyn Error>> {
    let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or("").to_owned();
    let mut out = Vec::new();
    for line in std::fs::read_to_string(path)?.lines().filter(|l| !l.trim().is_empty()) {
        let line: Line = serde_json::from_str(line)?;
        let mut bytes: Vec<usize> = line.text.char_indices().map(|(i, _)| i).collect();
        bytes.push(line.text.len());
        let mut names: Vec<(Span, Option<NameKind>)> = Vec::new();
        for n in &line.entities {
            let (Some(&a), Some(&b)) = (bytes.get(n.start), bytes.get(n.end)) else { continue };
            let kind = match n.kind.as_str() {
                "person" => NameKind::Person,
                "organization" => NameKind::Organization,
                "place" => NameKind::Place,
                "misc" => NameKind::Misc,
                _ => continue,
            };
            names.push((Span::new(a, b), Some(kind)));
            let _ = &n.tag;
        }
        // Of names within names the longest counts.
        names.sort_by_key(|(s, _)| (std::cmp::Reverse(s.len()), s.start));
        let mut kept: Vec<(Span, Option<NameKind>)> = Vec::new();
        for n in names {
            if kept.iter().all(|k| !k.0.overlaps(n.0)) {
                kept.push(n);
            }
        }
        kept.sort();
        let misc = !(stem.starts_with("uner") || stem.starts_with("gum") || stem.starts_with("re3d"));
        out.push(Annotated { text: line.text, names: kept, misc });
    }
    Ok(out)
}

/// A stretch: for each token its features and the labels it may have (a bit each).
#[derive(Debug, Clone, Default)]
pub(crate) struct Stretch {
    pub(crate) features: Vec<Vec<u64>>,
    pub(crate) allowed: Vec<u32>,
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
            let mut stretch = Stretch::default();
            for i in a..b {
                covered[i] = true;
                let mut keys = Vec::with_capacity(128);
                for k in 0..5usize {
                    let d = k as i8 - 2;
                    match (i + k).checked_sub(2).filter(|&j| j >= first && j < last) {
                        None => features::edge(d, &mut keys),
                        Some(j) if k == 2 => features::own(&view.at(j), mode, &mut keys),
                        Some(j) => features::beside(&view.at(j), mode, d, &mut keys),
                    }
                }
                view.joint(i, first, last, mode, &mut keys);
                stretch.features.push(keys);
                stretch.allowed.push(allowed[i]);
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

/// Bits of the labels that each token may have.
fn allowed(doc: &Annotated, document: &Document) -> Vec<u32> {
    let outside = if doc.misc { 1 } else { POSITIONS.iter().fold(1, |m, &p| m | 1 << label(NameKind::Misc, p)) };
    let mut out = vec![outside; document.tokens.len()];
    for (span, kind) in &doc.names {
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
