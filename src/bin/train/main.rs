//! Native tool: makes the tables that the library carries.
//!
//!     train words VECTORS.json LISTS-FOLDER DATA-FOLDER OUT   word classes and lists
//!     train names DATA-FOLDER WORDS OUT                       the tagger's weights
//!     train own ANNOTATION DATA-FOLDER SPLIT OUT              our annotation with its texts
//!     train tag WORDS NAMES IN OUT                            what given weights read in texts
//!     train scheme DATA-FOLDER WORDS OUT                      how the newswire's published labels follow from our names
//!     train convert WORDS SCHEME DOCUMENTS NAMES OUT          names as those labels would have them
//!
//! The same input gives the same bytes.

mod crf;
mod data;
mod names;
mod repair;
mod scheme;
mod tag;
mod words;

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["words", vectors, lists, data, out] => words::make(vectors, lists, data, out),
        ["names", data, words, out] => names::make(data, words, out),
        ["own", annotation, data, split, output] => data::write_own(annotation, data, split, output),
        ["tag", words, names, input, output] => tag::run(words, names, input, output),
        ["scheme", data, words, out] => scheme::make(data, words, out),
        ["convert", words, scheme, documents, names, out] => scheme::convert(words, scheme, documents, names, out),
        _ => Err("usage: train words VECTORS LISTS DATA OUT | train names DATA WORDS OUT | train own ANNOTATION DATA SPLIT OUT | train tag WORDS NAMES IN OUT | train scheme DATA WORDS OUT | train convert WORDS SCHEME DOCUMENTS NAMES OUT".into()),
    }
}
