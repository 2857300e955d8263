//! One report prepared for comparing: stems of its tokens, its sentences with what they hold, and
//! which of it is the report's own text.

use super::words::{NONE, StemId, Stems, print};
use crate::analysis::Report;
use crate::entity::{Kind, Mention};
use crate::order::Arrange;
use crate::text::{BlockKind, Span, TokenKind};
use std::collections::BTreeSet;

/// One report with the stems that it shares a numbering of with the other.
pub(crate) struct View<'a> {
    pub(crate) report: &'a Report,
    /// Stem of every token.
    pub(crate) stems: Vec<StemId>,
    /// Print of every token, by which equal words are found.
    pub(crate) prints: Vec<u64>,
    /// Body sentences and headlines in order; furniture, bylines, captions and date lines are left out.
    pub(crate) sentences: Vec<Told>,
    /// Number in `sentences` of every sentence of the document.
    pub(crate) told: Vec<Option<u32>>,
    /// Number of the first mention that ends in or behind every sentence of the document.
    first_mentions: Vec<usize>,
    /// Whether a token is part of a proper name, by its capital.
    pub(crate) proper: Vec<bool>,
    /// Titles and descriptions of entities, in text order, apart from each other.
    pub(crate) titles: Vec<Span>,
    /// Entities that are the source of a statement.
    pub(crate) sources: BTreeSet<u32>,
}

/// One sentence that tells something.
pub(crate) struct Told {
    pub(crate) span: Span,
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) headline: bool,
    /// Distinct content stems in ascending order.
    pub(crate) content: Vec<StemId>,
    /// Sum of their weights.
    pub(crate) weight: u32,
    /// Numbers of the figures, dates and entities in it.
    pub(crate) figures: Vec<u32>,
    pub(crate) dates: Vec<u32>,
    pub(crate) entities: Vec<u32>,
}

impl<'a> View<'a> {
    pub(crate) fn new(report: &'a Report, forms: &[StemId], stems: &Stems) -> Self {
        let doc = &report.document;
        let ids: Vec<StemId> = doc.tokens.iter().map(|t| forms.get(t.form.0 as usize).copied().unwrap_or(NONE)).collect();
        let proper = proper(report);
        let mut titles: Vec<Span> = report.entities.iter().flat_map(|e| e.roles.iter().map(|r| r.span)).collect();
        titles.arrange();
        titles.dedup_by(|later, kept| later.start < kept.end);
        let mut mention = 0;
        let mut first_mention = |start: u32| {
            mention += report.mentions.get(mention..).unwrap_or(&[]).iter().take_while(|m| m.span.end <= start).count();
            mention
        };
        let first_mentions = doc.sentences.iter().map(|s| first_mention(s.span.start)).collect();
        let sources = report.statements.iter().filter_map(|s| s.source.as_ref()?.entity).collect();
        let forms: Vec<u64> = doc.lexicon.forms().map(|f| print(f.lower)).collect();
        let prints = doc.tokens.iter().map(|t| forms.get(t.form.0 as usize).copied().unwrap_or(0)).collect();
        let mut view = Self {
            report,
            stems: ids,
            prints,
            sentences: Vec::new(),
            told: vec![None; doc.sentences.len()],
            first_mentions,
            proper,
            titles,
            sources,
        };
        for (number, sentence) in doc.sentences.iter().enumerate() {
            let kind = doc.blocks.get(sentence.block as usize).map_or(BlockKind::Body, |b| b.kind);
            if !matches!(kind, BlockKind::Body | BlockKind::Headline) {
                continue;
            }
            let mut content: Vec<StemId> =
                sentence.tokens().filter_map(|i| view.stems.get(i).copied()).filter(|&s| stems.weight(s) > 0).collect();
            content.arrange();
            content.dedup();
            let weight = content.iter().map(|&s| u32::from(stems.weight(s))).sum();
            if let Some(slot) = view.told.get_mut(number) {
                *slot = Some(view.sentences.len() as u32);
            }
            view.sentences.push(Told {
                span: sentence.span,
                first: sentence.first as usize,
                last: sentence.last as usize,
                headline: kind == BlockKind::Headline,
                content,
                weight,
                figures: Vec::new(),
                dates: Vec::new(),
                entities: Vec::new(),
            });
        }
        let figures: Vec<Span> = report.figures.iter().map(|f| f.span).collect();
        view.place(&figures, |told, n| told.figures.push(n));
        let dates: Vec<Span> = report.dates.iter().map(|d| d.span).collect();
        view.place(&dates, |told, n| told.dates.push(n));
        let mentions: Vec<Span> = report.mentions.iter().map(|m| m.span).collect();
        view.place(&mentions, |told, n| {
            if let Some(entity) = report.mentions.get(n as usize).and_then(|m| m.entity)
                && !told.entities.contains(&entity)
            {
                told.entities.push(entity);
            }
        });
        view
    }

    /// Number in `sentences` of the sentence that holds `span`.
    pub(crate) fn sentence(&self, span: Span) -> Option<usize> {
        let doc = &self.report.document;
        let number = doc.sentence_of(doc.token_at(span.start));
        self.told.get(number).copied().flatten().map(|n| n as usize)
    }

    /// The person named or meant last before `span` in its sentence.
    pub(crate) fn subject(&self, span: Span) -> Option<u32> {
        let told = self.sentence(span).and_then(|n| self.sentences.get(n))?;
        let before = self.mentions(Span { start: told.span.start, end: span.start });
        before.filter(|m| m.span.start >= told.span.start && m.kind == Kind::Person).filter_map(|m| m.entity).last()
    }

    /// The mentions that lie in a span or touch it.
    pub(crate) fn mentions(&self, span: Span) -> impl Iterator<Item = &'a Mention> + use<'a> {
        let doc = &self.report.document;
        let first = self.first_mentions.get(doc.sentence_of(doc.token_at(span.start))).copied().unwrap_or(usize::MAX);
        let near = self.report.mentions.get(first..).unwrap_or(&[]).iter();
        near.skip_while(move |m| m.span.end <= span.start).take_while(move |m| m.span.start < span.end)
    }

    /// The text of a span.
    pub(crate) fn text(&self, span: Span) -> &'a str {
        span.of(&self.report.document.text)
    }

    /// Stems of the words in a span, in order, without marks.
    pub(crate) fn words(&self, span: Span) -> Vec<(usize, StemId)> {
        self.report.document.tokens_in(span).filter_map(|i| self.stems.get(i).map(|&s| (i, s))).filter(|w| w.1 != NONE).collect()
    }

    fn place(&mut self, spans: &[Span], mut put: impl FnMut(&mut Told, u32)) {
        for (n, span) in spans.iter().enumerate() {
            if let Some(told) = self.sentence(*span)
                && let Some(told) = self.sentences.get_mut(told)
            {
                put(told, n as u32);
            }
        }
    }
}

/// Which tokens are capitalised as part of a name: capitals within a sentence, and at its beginning
/// where the same form stands capitalised within another and never in lower case.
fn proper(report: &Report) -> Vec<bool> {
    let doc = &report.document;
    let capital = |i: usize| doc.form(i).starts_with(char::is_uppercase) && doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word);
    let mut inner = vec![false; doc.tokens.len()];
    let mut seen = vec![false; doc.lexicon.len()];
    let mut first = vec![false; doc.tokens.len()];
    for sentence in &doc.sentences {
        // Headlines and lines in capitals tell nothing of names.
        let words = sentence.tokens().filter(|&i| doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word));
        let (mut all, mut capitals) = (0usize, 0usize);
        let mut opening = true;
        for i in words {
            all += 1;
            capitals += usize::from(capital(i));
            if opening && let Some(f) = first.get_mut(i) {
                *f = true;
            }
            opening = false;
        }
        if all >= 4 && capitals * 3 > all * 2 {
            continue;
        }
        for i in sentence.tokens() {
            let after_quote = i.checked_sub(1).and_then(|b| doc.tokens.get(b)).is_some_and(|t| t.kind == TokenKind::Quote);
            if capital(i) && !first.get(i).is_some_and(|f| *f) && !after_quote {
                if let Some(slot) = inner.get_mut(i) {
                    *slot = true;
                }
                if let Some(slot) = doc.tokens.get(i).and_then(|t| seen.get_mut(t.form.0 as usize)) {
                    *slot = true;
                }
            }
        }
    }
    (0..doc.tokens.len())
        .map(|i| {
            inner.get(i).is_some_and(|b| *b)
                || capital(i)
                    && doc.tokens.get(i).and_then(|t| seen.get(t.form.0 as usize)).is_some_and(|s| *s)
                    && doc.lexicon.get(doc.lower(i)).is_none()
        })
        .collect()
}
