//! Raw output of a model in the evaluation's format, to judge it before it is built in.

use crossread::tag::{NameKind, Tagger};
use crossread::text::{Document, Positions, Unit};
use serde::Deserialize;
use std::error::Error;
use std::io::{BufRead, Write};
use std::time::Instant;

#[derive(Deserialize)]
struct Input {
    id: String,
    text: String,
}

pub(crate) fn run(words: &str, names: &str, input: &str, output: &str) -> Result<(), Box<dyn Error>> {
    let tagger = Tagger::new(std::fs::read(words)?.leak(), std::fs::read(names)?.leak());
    let mut out = std::io::BufWriter::new(std::fs::File::create(output)?);
    for line in std::io::BufReader::new(std::fs::File::open(input)?).lines() {
        let input: Input = serde_json::from_str(&line?)?;
        let doc = Document::read(&input.text);
        let start = Instant::now();
        let (names, _) = tagger.tag(&doc);
        let seconds = start.elapsed().as_secs_f64();
        let index = Positions::new(&input.text, Unit::CodePoint);
        let entities: Vec<_> = names
            .iter()
            .map(|n| {
                let span = doc.span(n.first..n.last);
                let kind = match n.kind {
                    NameKind::Person => "person",
                    NameKind::Organization => "organization",
                    NameKind::Place => "place",
                    NameKind::Misc => "misc",
                };
                serde_json::json!({"start": index.at(span.start), "end": index.at(span.end), "kind": kind, "p": n.probability})
            })
            .collect();
        writeln!(out, "{}", serde_json::json!({"id": input.id, "entities": entities, "seconds": seconds}))?;
    }
    Ok(())
}
