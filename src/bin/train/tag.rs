//! Raw output of a model in the evaluation's format, to judge it before it is built in.

use crossread::entity::{self, Kind, MentionForm};
use crossread::tag::Tagger;
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
        let (entities, seconds) = read(&tagger, &input.text);
        writeln!(out, "{}", serde_json::json!({"id": input.id, "entities": entities, "seconds": seconds}))?;
    }
    Ok(())
}

/// The names of a text in the evaluation's format, and the seconds of reading them.
pub(crate) fn read(tagger: &Tagger, text: &str) -> (Vec<serde_json::Value>, f64) {
    let doc = Document::read(text);
    let start = Instant::now();
    let names = entity::read_with(&doc, tagger);
    let seconds = start.elapsed().as_secs_f64();
    let index = Positions::new(text, Unit::CodePoint);
    let shown = |m: &&entity::Mention| matches!(m.form, MentionForm::Name | MentionForm::Demonym);
    let entities = names
        .mentions
        .iter()
        .filter(shown)
        .map(|m| {
            let kind = match m.kind {
                Kind::Person => "person",
                Kind::Organization => "organization",
                Kind::Place => "place",
                Kind::Event | Kind::Other => "misc",
            };
            serde_json::json!({"start": index.at(m.span.start), "end": index.at(m.span.end), "kind": kind, "entity": m.entity})
        })
        .collect();
    (entities, seconds)
}
