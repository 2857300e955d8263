//! Drafts and the statements made of them: kind, spans, nesting.
//!
//! In: contents, cues and sources in tokens. Out: [`Statement`]s in text order.

use super::{Draft, Reader};
use crate::order::Arrange;
use crate::quote::cues::Hit;
use crate::quote::lexis::Tag;
use crate::quote::reach;
use crate::quote::{Cue, SpeechAct, Statement, StatementKind};
use crate::text::Span;
use std::ops::Range;

impl Reader<'_, '_> {
    pub(super) fn make_cue(&self, hit: &Hit) -> Cue {
        let lemma = hit.entry.particle.map_or_else(|| hit.entry.lemma.to_owned(), |p| [hit.entry.lemma, " ", p].concat());
        Cue { span: self.syntax.doc.span(hit.group.clone()), lemma, act: hit.entry.act, negated: hit.negated, hedged: hit.hedged }
    }

    /// A cue that is neither negated nor hedged.
    pub(super) fn plain_cue(&self, range: Range<usize>, lemma: &str, act: SpeechAct) -> Cue {
        Cue { span: self.syntax.doc.span(range), lemma: lemma.to_owned(), act, negated: false, hedged: false }
    }

    /// The number of the date in an attribution clause that holds the tokens `first..end`.
    pub(super) fn when(&self, first: usize, end: usize) -> Option<u32> {
        (first..end.min(first + reach::ASIDE)).find_map(|i| self.syntax.told_on(i))
    }

    /// Direct, mixed or indirect, by what stands in marks.
    pub(super) fn kind(&self, content: &[Range<usize>]) -> StatementKind {
        let syntax = self.syntax;
        let (mut inside, mut outside, mut names) = (0usize, 0usize, 0usize);
        let name = |q: super::super::marks::Quotation| {
            let inner = q.inner_first()..q.inner_end();
            q.closed && inner.len() < 5 && inner.clone().all(|k| syntax.word(k).capital)
        };
        for r in content {
            let mut i = r.start;
            while i < r.end {
                if let Some(q) = syntax.marks.quotation(i) {
                    if name(q) {
                        names += 1;
                    } else {
                        inside += usize::from(q.inner_end() > q.inner_first());
                    }
                    i = q.end.max(i + 1);
                    continue;
                }
                outside += usize::from(!matches!(syntax.tag(i), Tag::Quote | Tag::Comma | Tag::Stop | Tag::Dash | Tag::Colon));
                i += 1;
            }
        }
        // Marks around a name in a longer clause do not make it a quotation.
        if outside < 3 {
            inside += names;
        }
        match (inside, outside) {
            (0, _) => StatementKind::Indirect,
            (_, 0) => StatementKind::Direct,
            _ => StatementKind::Mixed,
        }
    }

    /// Takes a draft down, and the quotations of its content with it.
    pub(super) fn push(&mut self, mut draft: Draft) {
        for r in &draft.content {
            let mut i = r.start;
            while i < r.end {
                if let Some(n) = self.syntax.marks.at(i) {
                    self.take(n);
                    i = self.syntax.marks.quotation(i).map_or(i + 1, |q| q.end.max(i + 1));
                } else {
                    i += 1;
                }
            }
        }
        // A quotation that was re-opened here began paragraphs before.
        while let Some(first) = draft.content.first().map(|r| r.start)
            && let Some(n) = self.syntax.marks.opens(first).and(self.syntax.marks.at(first)).filter(|n| *n > 0)
            && let Some(earlier) = self.syntax.marks.quotations.get(n - 1).copied().filter(|q| q.carries)
            && self.used.get(n - 1) == Some(&false)
        {
            draft.content.insert(0, earlier.open..earlier.end);
            self.take(n - 1);
        }
        draft.kind = draft.kind.or_else(|| Some(self.kind(&draft.content)));
        self.drafts.push(draft);
    }

    /// Marks quotation number `index` as covered, by a content or because nobody says it.
    pub(super) fn take(&mut self, index: usize) {
        if let Some(used) = self.used.get_mut(index) {
            *used = true;
        }
    }

    pub(super) fn finish(self) -> Vec<Statement> {
        let syntax = self.syntax;
        let mut out: Vec<(usize, Statement)> = Vec::new();
        let nested: Vec<Option<usize>> = self.drafts.iter().enumerate().map(|(i, d)| self.outer(i, d)).collect();
        for (i, d) in self.drafts.iter().enumerate() {
            let mut content: Vec<Span> = d.content.iter().map(|r| self.trimmed(r)).filter(|s| !s.is_empty()).collect();
            content.arrange();
            content.dedup_by(|b, a| b.start < a.end);
            let refusal = d.kind == Some(StatementKind::Refusal);
            if content.is_empty() && !refusal {
                continue;
            }
            let mut via = d.via.clone();
            let mut outer = nested.get(i).copied().flatten();
            for _ in 0..reach::ROUNDS {
                let Some(o) = outer else { break };
                if let Some(source) = self.drafts.get(o).and_then(|d| d.source.clone()) {
                    let same = d
                        .source
                        .as_ref()
                        .is_some_and(|s| s.entity.is_some() && s.entity == source.entity || s.mention == Some(source.span));
                    if !same {
                        via.push(source);
                    }
                }
                outer = nested.get(o).copied().flatten();
            }
            let order = d.content.first().map_or(d.order, |r| r.start).min(d.order);
            let kind = d
                .kind
                .filter(|_| d.content.len() < 2)
                .unwrap_or_else(|| if refusal { StatementKind::Refusal } else { self.kind(&d.content) });
            out.push((
                order,
                Statement {
                    kind,
                    content,
                    cue: d.cue.clone(),
                    source: d.source.clone(),
                    via,
                    addressee: d.addressee.clone().map(|r| syntax.doc.span(r)),
                    when: d.when,
                    stance: d.stance,
                    confidence: d.confidence,
                    reason: d.reason.to_owned(),
                },
            ));
        }
        out.arrange_by_key(|(order, _)| *order);
        out.into_iter().map(|(_, s)| s).collect()
    }

    /// The draft of the same unit whose content holds the cue of draft `i`.
    pub(super) fn outer(&self, i: usize, d: &Draft) -> Option<usize> {
        let holds = |o: &Draft| !o.stance && o.content.iter().any(|r| r.start <= d.order && d.order < r.end) && o.order != d.order;
        let near = i.saturating_sub(12)..(i + 12).min(self.drafts.len());
        near.filter(|&o| o != i)
            .filter(|&o| self.drafts.get(o).is_some_and(|x| x.unit == d.unit && holds(x)))
            .min_by_key(|&o| self.drafts.get(o).map_or(usize::MAX, |x| x.content.iter().map(ExactSizeIterator::len).sum()))
    }

    /// The span of a content without commas and stops at its edges; a stop inside closing marks stays.
    pub(super) fn trimmed(&self, range: &Range<usize>) -> Span {
        let syntax = self.syntax;
        let (mut a, mut b) = (range.start, range.end);
        let stray = |i: usize| syntax.tag(i) == Tag::Quote && syntax.marks.at(i).is_none();
        while a < b && (matches!(syntax.tag(a), Tag::Comma | Tag::Colon | Tag::Semi | Tag::Dash | Tag::Close) || stray(a)) {
            a += 1;
        }
        while a < b
            && (stray(b - 1)
                || matches!(syntax.tag(b - 1), Tag::Comma | Tag::Colon | Tag::Semi | Tag::Dash | Tag::Open)
                || syntax.tag(b - 1) == Tag::Stop && matches!(syntax.doc.form(b - 1), ".") && syntax.marks.at(b - 1).is_none())
        {
            b -= 1;
        }
        // A mark whose other half stands outside is left out.
        if a < b && syntax.marks.opens(a).is_some_and(|q| q.end > b && q.closed) {
            a += 1;
        }
        syntax.doc.span(a..b)
    }
}
