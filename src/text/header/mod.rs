//! The header of a paste (date line, headline, byline, caption, dateline) and its tail.
//!
//! In: blocks of kind body. Out: the same tokens in blocks that tell what they are, and a [`Header`].
//! The top of a paste is read block by block until the report itself begins; a block that begins
//! with a date line or ends with a credit of the reporters is cut in two. What stands around a report
//! (share lines, links to other reports, legal lines) becomes furniture and is never dropped. The
//! outward forms follow the style books of the agencies; nothing here is known of single outlets but
//! the names of agencies.

mod byline;
mod caption;
mod date_line;
mod dateline;
mod furniture;
pub(crate) mod outlets;
mod stated;

use super::lexicon::Shape;
use super::{Block, BlockKind, Document, Span, TokenKind, each_span};
use crate::calendar::Day;
use caption::Credits;
use furniture::Furniture;
use serde::{Deserialize, Serialize};
use stated::Stated;
use std::ops::Range;

/// What the top and the tail of a paste tell about the report. Spans point into the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Header {
    /// The report's own date, where the text states one.
    pub published: Option<ReportDate>,
    /// A date of the report that can be read in more than one way ("03/04/2020"). Then
    /// [`Header::published`] is empty, and the reader can be asked.
    pub ambiguous: Option<AmbiguousDate>,
    /// The headline.
    pub headline: Option<Span>,
    /// The byline's names, without "By".
    pub byline: Option<Span>,
    /// The outlet or agency, from the dateline, a byline or a credit.
    pub outlet: Option<Span>,
    /// The dateline.
    pub dateline: Option<Dateline>,
}

/// The date on which a report was published, as found in its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ReportDate {
    /// Where the text states it.
    pub span: Span,
    /// The day; ISO 8601 at the boundary, `2019-12-20`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub value: Day,
}

/// A report's date whose order of day and month the text does not tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct AmbiguousDate {
    /// Where the text states it.
    pub span: Span,
    /// The days that it can mean; ISO 8601 at the boundary.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    pub values: Vec<Day>,
}

/// Where (and when) a report was filed: `KYIV, Ukraine (AP) —`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Dateline {
    /// The whole dateline with its dash or bullet.
    pub span: Span,
    /// The place as written, "KYIV, Ukraine". Empty where only an agency is given ("(CNN) —").
    pub place: Span,
    /// The agency, "AP".
    pub agency: Option<Span>,
    /// A day given in the dateline, "March 26".
    pub date: Option<Span>,
}

each_span!(ReportDate: span);
each_span!(AmbiguousDate: span);
each_span!(Dateline: span, place, agency, date);
each_span!(Header: published, ambiguous, headline, byline, outlet, dateline);

/// A stretch of tokens that becomes one block.
#[derive(Debug, Clone)]
struct Part {
    tokens: Range<usize>,
    kind: BlockKind,
}

/// Dates found for the report, by how well they tell when it was published.
#[derive(Debug, Default)]
struct Dates {
    published: Vec<Stated>,
    updated: Vec<Stated>,
}

/// What the reading of the header gathers.
#[derive(Debug)]
struct Reader<'a> {
    header: Header,
    /// Where the reader of the page says that the text is the report's own.
    kept: &'a [Span],
    dates: Dates,
    parts: Vec<Part>,
    furniture: Furniture,
    credits: Credits,
}

/// Sets the kinds of the blocks of `doc`, cuts them where needed, and fills its header.
pub(super) fn read(doc: &mut Document, kept: &[Span]) {
    let mut waiting: Vec<Range<usize>> = doc.blocks.iter().rev().map(|b| doc.tokens_in(b.span)).collect();
    let count = waiting.len();
    let mut reader = Reader {
        header: Header::default(),
        kept,
        dates: Dates::default(),
        parts: Vec::with_capacity(count),
        furniture: Furniture::new(doc),
        credits: Credits::new(doc),
    };
    while let Some(tokens) = waiting.pop() {
        let last = waiting.is_empty();
        let next = waiting.last().cloned();
        let (part, rest) = if reader.in_top() { reader.top(doc, tokens, next, count) } else { reader.below(doc, tokens, next, last) };
        reader.parts.push(part);
        waiting.extend(rest);
    }
    reader.finish(doc);
    doc.blocks = reader.parts.iter().map(|p| Block { span: doc.span(p.tokens.clone()), kind: p.kind }).collect();
    doc.header = reader.header;
}

/// Whether a line is a date line or a byline, even where it begins small ("by Jane Roe").
pub(super) fn is_header_line(doc: &Document, tokens: &Range<usize>) -> bool {
    date_line::read(doc, tokens.clone()).is_some_and(|line| line.is_whole(tokens)) || byline::read(doc, tokens, false).is_some()
}

impl Reader<'_> {
    /// Whether the reader of the page put this block back.
    fn is_kept(&self, doc: &Document, tokens: &Range<usize>) -> bool {
        let start = doc.span(tokens.clone()).start;
        self.kept.iter().any(|k| k.start <= start && start < k.end)
    }

    /// Whether the report itself has not begun.
    fn in_top(&self) -> bool {
        self.parts.len() < LONGEST_TOP && self.parts.iter().all(|p| p.kind != BlockKind::Body)
    }

    /// Reads a block at the top; gives back what of it is still to be read.
    fn top(&mut self, doc: &Document, tokens: Range<usize>, next: Option<Range<usize>>, count: usize) -> (Part, Option<Range<usize>>) {
        if let Some(found) = date_line::read(doc, tokens.clone()) {
            return self.dated(tokens, found);
        }
        if self.furniture.is(doc, &tokens) && !self.is_kept(doc, &tokens) {
            self.source(doc, &tokens);
            return (Part { tokens, kind: BlockKind::Furniture }, None);
        }
        if let Some(part) = self.byline(doc, &tokens, next.clone()) {
            return (part, None);
        }
        if let Some(part) = self.outlet_line(doc, &tokens, next.as_ref()) {
            return (part, None);
        }
        if let Some(end) = caption::end(doc, &self.credits, &tokens) {
            return cut(tokens, end, BlockKind::Caption);
        }
        if self.header.headline.is_none() && next.is_some() && furniture::is_section(doc, &tokens) && !self.is_kept(doc, &tokens) {
            return (Part { tokens, kind: BlockKind::Furniture }, None);
        }
        let lonely = count < 2 || next.is_none();
        if !lonely && dateline::read(doc, &tokens, true).is_none() && is_headline(doc, &tokens) {
            let headline = outlets::without_outlet(doc, &tokens);
            if headline.end < tokens.end && self.header.outlet.is_none() {
                self.header.outlet = outlets::behind(doc, headline.end, tokens.end);
            }
            self.headline(doc, &headline);
            return (Part { tokens, kind: BlockKind::Headline }, None);
        }
        self.body(doc, tokens, true)
    }

    /// Reads a block after the report has begun.
    fn below(&mut self, doc: &Document, tokens: Range<usize>, next: Option<Range<usize>>, last: bool) -> (Part, Option<Range<usize>>) {
        let aside = self.furniture.is(doc, &tokens) || self.is_in_list_of_links(doc, &tokens) || last && outlets::is_sign_off(doc, &tokens);
        if aside && !self.is_kept(doc, &tokens) {
            self.source(doc, &tokens);
            self.late_date(doc, &tokens);
            return (Part { tokens, kind: BlockKind::Furniture }, None);
        }
        let early = self.parts.len() < LONGEST_TOP && self.header.dateline.is_none();
        if early {
            if let Some(found) = date_line::read(doc, tokens.clone()).filter(|f| f.is_whole(&tokens)) {
                return self.dated(tokens, found);
            }
            if let Some(part) = self.byline(doc, &tokens, next.clone()) {
                return (part, None);
            }
        }
        if let Some(end) = caption::end(doc, &self.credits, &tokens).filter(|&end| end == tokens.end) {
            return cut(tokens, end, BlockKind::Caption);
        }
        let above = self.parts.last().is_some_and(|p| p.kind != BlockKind::Body || ends_paragraph(doc, &p.tokens));
        let beneath = next.is_some_and(|n| n.len() > tokens.len() && (n.len() >= 16 || ends_paragraph(doc, &n)));
        if above && beneath && is_subheading(doc, &tokens) {
            return (Part { tokens, kind: BlockKind::Headline }, None);
        }
        self.body(doc, tokens, false)
    }

    fn body(&mut self, doc: &Document, tokens: Range<usize>, first: bool) -> (Part, Option<Range<usize>>) {
        if self.header.dateline.is_none() && self.parts.len() < LONGEST_TOP {
            self.header.dateline = dateline::read(doc, &tokens, !first);
        }
        let end = furniture::credit_start(doc, &tokens).unwrap_or(tokens.end);
        cut(tokens, end, BlockKind::Body)
    }

    /// The first line that can be the headline; a label of a word or two above it ("World news") gives
    /// way to it.
    fn headline(&mut self, doc: &Document, tokens: &Range<usize>) {
        let label = |span: Span| doc.tokens_in(span).len() <= LONGEST_LABEL;
        if tokens.len() > 1 && self.header.headline.is_none_or(label) && (self.header.headline.is_none() || tokens.len() > LONGEST_LABEL) {
            self.header.headline = Some(doc.span(tokens.clone()));
        }
    }

    fn dated(&mut self, tokens: Range<usize>, found: date_line::DateLine) -> (Part, Option<Range<usize>>) {
        let end = found.end.min(tokens.end);
        self.dates.published.extend(found.published);
        self.dates.updated.extend(found.updated);
        cut(tokens, end, BlockKind::DateLine)
    }

    fn byline(&mut self, doc: &Document, tokens: &Range<usize>, next: Option<Range<usize>>) -> Option<Part> {
        // A name alone is a byline where an outlet or a date stands beside it.
        let beside = next.is_some_and(|n| outlets::line_end(doc, &n).is_some() || date_line::read(doc, n).is_some())
            || self.parts.last().is_some_and(|p| p.kind == BlockKind::DateLine);
        let named = self.header.headline.is_some() && beside && outlets::line_end(doc, tokens).is_none();
        let found = byline::read(doc, tokens, named)?;
        if self.header.byline.is_none() {
            self.header.byline = found.names.map(|n| doc.span(n));
        }
        if self.header.outlet.is_none() {
            self.header.outlet = found.outlet.map(|o| doc.span(o));
        }
        for i in tokens.clone() {
            if let Some(line) = date_line::read(doc, i..tokens.end) {
                self.dates.published.extend(line.published);
                self.dates.updated.extend(line.updated);
                break;
            }
        }
        Some(Part { tokens: tokens.clone(), kind: BlockKind::Byline })
    }

    /// "The Coastal Herald" alone under a byline or above the headline, and "Wexcombe Gazette, 4 September 2025".
    fn outlet_line(&mut self, doc: &Document, tokens: &Range<usize>, next: Option<&Range<usize>>) -> Option<Part> {
        let end = outlets::line_end(doc, tokens)?;
        if end < tokens.end {
            let dated = date_line::read(doc, end + 1..tokens.end).filter(|line| line.is_whole(tokens))?;
            self.dates.published.extend(dated.published);
            self.dates.updated.extend(dated.updated);
        } else if self.header.headline.is_none() && !next.is_some_and(|n| n.len() > LONGEST_LABEL && is_headline(doc, n)) {
            return None;
        }
        if self.header.outlet.is_none() {
            self.header.outlet = Some(doc.span(tokens.start..end));
        }
        Some(Part { tokens: tokens.clone(), kind: BlockKind::Byline })
    }

    /// "Source: Reuters", and the agency's name alone.
    fn source(&mut self, doc: &Document, tokens: &Range<usize>) {
        if self.header.outlet.is_none() {
            self.header.outlet = outlets::source(doc, tokens);
        }
    }

    /// "First published: 20 December 2019" at the tail.
    fn late_date(&mut self, doc: &Document, tokens: &Range<usize>) {
        if let Some(line) = date_line::read(doc, tokens.clone()).filter(|l| l.led) {
            self.dates.published.extend(line.published);
            self.dates.updated.extend(line.updated);
        }
    }

    /// Headlines of other reports below "Related:" and the like.
    fn is_in_list_of_links(&self, doc: &Document, tokens: &Range<usize>) -> bool {
        let listed = self
            .parts
            .last()
            .is_some_and(|p| p.kind == BlockKind::Furniture && (p.tokens.len() <= 25 && furniture::opens_list(doc, &p.tokens)))
            || self
                .parts
                .iter()
                .rev()
                .take_while(|p| p.kind == BlockKind::Furniture)
                .take(12)
                .any(|p| furniture::opens_list(doc, &p.tokens));
        listed && tokens.len() <= 25 && !ends_sentence(doc, tokens)
    }

    fn finish(&mut self, doc: &Document) {
        if let Some(dateline) = &self.header.dateline {
            if self.header.outlet.is_none() {
                self.header.outlet = dateline.agency;
            }
            if let Some(date) = dateline.date {
                let range = doc.tokens_in(date);
                let stated = stated::date_at(doc, range.start, range.end).filter(|s| !s.readings.is_empty());
                self.dates.published.extend(stated);
            }
        }
        if self.header.outlet.is_none() {
            let caption = self.parts.iter().find(|p| p.kind == BlockKind::Caption);
            self.header.outlet = caption.and_then(|p| caption::agency(doc, &p.tokens));
        }
        let mut all = self.dates.published.iter().chain(&self.dates.updated);
        let sure = all.clone().find_map(|s| if let [value] = s.readings[..] { Some((s, value)) } else { None });
        if let Some((date, value)) = sure {
            self.header.published = Some(ReportDate { span: doc.span(date.tokens.clone()), value });
        } else if let Some(unsure) = all.find(|s| s.readings.len() > 1) {
            self.header.ambiguous = Some(AmbiguousDate { span: doc.span(unsure.tokens.clone()), values: unsure.readings.clone() });
        }
    }
}

/// A line that is no longer, in tokens, may be the label of a page's section.
const LONGEST_LABEL: usize = 3;

/// No header is longer than this, in blocks.
const LONGEST_TOP: usize = 14;

fn cut(tokens: Range<usize>, at: usize, kind: BlockKind) -> (Part, Option<Range<usize>>) {
    let at = at.clamp(tokens.start + 1, tokens.end.max(tokens.start + 1));
    let rest = (at < tokens.end).then_some(at..tokens.end);
    (Part { tokens: tokens.start..at, kind }, rest)
}

fn ends_sentence(doc: &Document, tokens: &Range<usize>) -> bool {
    let last = tokens.clone().rev().find(|&i| !matches!(doc.form(i), "\"" | "'" | ")" | "]"));
    last.is_some_and(|i| {
        matches!(doc.form(i), "." | "!" | "?" | "..." | ":" | ";" | ",") || doc.form(i).len() > 2 && doc.form(i).ends_with('.')
    })
}

/// Whether a block ends as a paragraph of prose does.
fn ends_paragraph(doc: &Document, tokens: &Range<usize>) -> bool {
    ends_sentence(doc, tokens) && !matches!(doc.form(tokens.end.saturating_sub(1)), ":" | ";" | ",")
}

/// A line without a full stop that can stand above a report.
fn is_headline(doc: &Document, tokens: &Range<usize>) -> bool {
    let last = doc.form(tokens.end.saturating_sub(1));
    let words = tokens.clone().filter(|&i| doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word)).count();
    let stops = tokens.clone().filter(|&i| doc.form(i) == ".").count();
    let begins = doc.shape(tokens.start) != Shape::Lower;
    let closed = ends_sentence(doc, tokens) && !matches!(last, "!" | "?" | "\"" | "'" | "..." | ")") || matches!(last, ":" | ",");
    begins && (1..=30).contains(&tokens.len()) && words >= 1 && stops == 0 && !closed
}

/// A short line between two paragraphs.
fn is_subheading(doc: &Document, tokens: &Range<usize>) -> bool {
    let quoted = tokens.clone().any(|i| matches!(doc.lower(i), "said" | "says" | "told"));
    (2..=12).contains(&tokens.len()) && !quoted && !ends_sentence(doc, tokens) && is_headline(doc, tokens)
}
