//! Pasted input becomes a [`Document`]: tokens, sentences, blocks and a header, with exact positions.
//!
//! In: any string. Out: a [`Document`] that keeps the string unchanged and points into it. Tokens and
//! the gaps between them give back the input byte for byte. Typographic variants are folded in the
//! forms ([`lexicon::Form`]), never in the text.

mod abbreviations;
pub(crate) mod chars;
mod header;
mod layout;
pub mod lexicon;
mod lookup;
mod markup;
pub mod positions;
mod quotes;
mod sentence;
mod span;
mod token;

pub(crate) use header::outlets;
pub use header::{AmbiguousDate, Dateline, Header, ReportDate};
pub use lexicon::{Form, FormId, Lexicon, Shape};
use lookup::Lookup;
pub use positions::{Positions, Unit};
pub(crate) use span::each_span;
pub use span::{EachSpan, Span, flat};
pub use token::{Side, Token, TokenKind};

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// One report as text: the input unchanged, and what stands where in it.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The input, unchanged.
    pub text: String,
    /// Words, numbers and marks in order. The gaps between them hold white space and characters
    /// that show nothing.
    pub tokens: Vec<Token>,
    /// The distinct word forms of the tokens.
    pub lexicon: Lexicon,
    /// Sentences in order; they cover every token once.
    pub sentences: Vec<Sentence>,
    /// Paragraphs and the parts of the header and tail, in order; they cover every sentence once.
    pub blocks: Vec<Block>,
    /// What the top and the tail of the paste tell about the report.
    pub header: Header,
    /// Tokens by the bytes where they end, sentences by their last tokens.
    token_ends: Lookup,
    sentence_ends: Lookup,
}

/// One sentence (or headline, caption, list line).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token's start to its last token's end.
    pub span: Span,
    /// Number of its first token.
    pub first: u32,
    /// Number just past its last token.
    pub last: u32,
    /// Number of the block that it stands in.
    pub block: u32,
}

/// One paragraph or part of the header or tail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Block {
    /// From its first token's start to its last token's end.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a [`Block`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum BlockKind {
    /// A date line: "Updated 14:05 GMT, 20 December 2019".
    DateLine,
    /// The headline, or a subheading within the report.
    Headline,
    /// "By Jane Roe".
    Byline,
    /// A photo caption with or without its credit.
    Caption,
    /// A paragraph of the report itself.
    Body,
    /// What stands around a report and is not of it: "Reporting by ...", "Read more", share lines.
    /// Set apart, never dropped.
    Furniture,
}

impl Document {
    /// Reads any string. Never fails.
    #[must_use]
    pub fn read(text: &str) -> Self {
        Self::read_keeping(text, &[])
    }

    /// Reads any string, and takes blocks that begin in one of the spans `kept` for part of the report
    /// where they would be set aside as page furniture: a reader knows better.
    #[must_use]
    pub fn read_keeping(text: &str, kept: &[Span]) -> Self {
        let mut doc = Document { text: text.to_owned(), ..Document::default() };
        token::tokenize(&mut doc);
        doc.token_ends = Lookup::new(doc.tokens.iter().map(|t| t.span.end));
        layout::blocks(&mut doc);
        header::read(&mut doc, kept);
        quotes::sides(&mut doc);
        sentence::split(&mut doc);
        doc.sentence_ends = Lookup::new(doc.sentences.iter().map(|s| s.last));
        doc
    }

    /// The folded form of token `i`, with its case. Empty past the end.
    #[must_use]
    pub fn form(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| self.lexicon.form(t.form).text)
    }

    /// The folded form of token `i` in lower case. Empty past the end.
    #[must_use]
    pub fn lower(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| self.lexicon.form(t.form).lower)
    }

    /// How token `i` is capitalised.
    #[must_use]
    pub fn shape(&self, i: usize) -> Shape {
        self.tokens.get(i).map_or(Shape::None, |t| self.lexicon.form(t.form).shape)
    }

    /// Which side of a quotation token `i` marks.
    #[must_use]
    pub fn side(&self, i: usize) -> Side {
        self.tokens.get(i).map_or(Side::None, |t| t.side)
    }

    /// Whether token `i` is a dash between words: "—", "–", "--" or a hyphen with white space around it.
    #[must_use]
    pub fn is_dash(&self, i: usize) -> bool {
        let spaced = |i: usize| self.tokens.get(i).is_some_and(|t| t.spaced);
        match self.form(i) {
            "\u{2014}" | "\u{2013}" => true,
            "-" => spaced(i) && spaced(i + 1),
            _ => false,
        }
    }

    /// Whether token `i` is where a capital says nothing: the first word of its sentence or of a
    /// quotation.
    #[must_use]
    pub fn is_sentence_initial(&self, i: usize) -> bool {
        let Some(sentence) = self.sentences.get(self.sentence_of(i)) else { return false };
        // More marks than these before a word are no sentence's start but a rule or a picture.
        for at in (sentence.first as usize..i).rev().take(8) {
            match self.tokens.get(at).map(|t| (t.kind, t.side)) {
                Some((TokenKind::Quote, Side::Open)) => return true,
                Some((TokenKind::Quote | TokenKind::Mark, _)) => {}
                _ => return false,
            }
        }
        true
    }

    /// The block that sentence `sentence` stands in.
    #[must_use]
    pub fn block_of(&self, sentence: usize) -> Option<&Block> {
        self.blocks.get(self.sentences.get(sentence)?.block as usize)
    }

    /// Whether sentence `sentence` is running text of the report: in a paragraph and not its dateline.
    #[must_use]
    pub fn is_body(&self, sentence: usize) -> bool {
        let body = self.block_of(sentence).is_some_and(|b| b.kind == BlockKind::Body);
        let dateline = self.header.dateline.as_ref().map(|d| d.span);
        body && self.sentences.get(sentence).is_some_and(|s| dateline.is_none_or(|d| !d.contains(s.span)))
    }

    /// The span of tokens `range` (empty where the range is).
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let (Some(a), Some(b)) = (self.tokens.get(range.start), range.end.checked_sub(1).and_then(|e| self.tokens.get(e))) else {
            return Span::default();
        };
        if range.is_empty() { Span::new(a.span.start as usize, a.span.start as usize) } else { a.span.cover(b.span) }
    }

    /// Number of the first token that ends after byte `at`.
    #[must_use]
    pub fn token_at(&self, at: u32) -> usize {
        let around = self.token_ends.around(at, self.tokens.len());
        around.start + self.tokens.get(around).map_or(0, |near| near.partition_point(|t| t.span.end <= at))
    }

    /// The tokens that lie in `span` or touch it.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.token_at(span.start);
        let last = self.token_at(span.end);
        let cut = self.tokens.get(last).is_some_and(|t| t.span.start < span.end);
        first..(last + usize::from(cut)).max(first)
    }

    /// Number of the sentence that token `i` stands in.
    #[must_use]
    pub fn sentence_of(&self, i: usize) -> usize {
        let around = self.sentence_ends.around(i as u32, self.sentences.len());
        around.start + self.sentences.get(around).map_or(0, |near| near.partition_point(|s| s.last as usize <= i))
    }
}

impl Sentence {
    /// Its tokens as a range.
    #[must_use]
    pub fn tokens(&self) -> Range<usize> {
        self.first as usize..self.last as usize
    }
}

each_span!(Block: span);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_and_gaps_give_back_the_input() {
        let text = "U.S. Sen. J. Doe Jr. said at 5 p.m. on Jan. 3.\u{a0}\u{201c}Yes,\u{201d} he said\u{2026}\n\nNext\u{ad}word $3.5m 10%";
        let doc = Document::read(text);
        let mut at = 0;
        for t in &doc.tokens {
            assert!(t.span.start as usize >= at, "tokens stand in order");
            assert!(text[at..t.span.start as usize].chars().all(|c| chars::is_blank(c) || chars::is_ignorable(c)));
            assert!(!t.span.is_empty());
            at = t.span.end as usize;
        }
        let covered: usize = doc.sentences.iter().map(|s| s.tokens().len()).sum();
        assert_eq!(covered, doc.tokens.len());
        assert_eq!(doc.sentences.len(), 3, "{:?}", doc.sentences.iter().map(|s| s.span.of(text)).collect::<Vec<_>>());
    }
}
