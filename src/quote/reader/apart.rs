//! Words set apart from the text: headlines with a colon, messages with their sender beneath.
//!
//! In: a unit. Out: a draft without a cue, its source named by the setting.

use super::{Draft, Reader};
use crate::quote::StatementKind;
use crate::quote::lexis::Tag;
use crate::quote::syntax::{Subject, Unit};
use crate::text::BlockKind;

impl Reader<'_, '_> {
    /// "Minister: taxes will rise" in a headline.
    pub(super) fn headline(&mut self, number: usize, unit: Unit) {
        let syntax = self.syntax;
        if syntax.doc.blocks.get(unit.block).is_none_or(|b| b.kind != BlockKind::Headline) {
            return;
        }
        let Some(colon) = (unit.first + 1..unit.end.min(unit.first + 7)).find(|&k| syntax.tag(k) == Tag::Colon) else { return };
        let named = (unit.first..colon).all(|k| matches!(syntax.tag(k), Tag::Name | Tag::Noun | Tag::Gen | Tag::Num));
        let letter = syntax.doc.form(unit.first).chars().count() == 1;
        if !named || letter || colon + 2 >= unit.end || !syntax.speaks(colon + 1, unit.end) && syntax.marks.opens(colon + 1).is_none() {
            return;
        }
        let source = self.speakers.source(syntax, &Subject { range: unit.first..colon, antecedent: None });
        self.push(Draft {
            content: vec![colon + 1..unit.end],
            source: Some(source),
            unit: number,
            order: unit.first,
            confidence: 55,
            reason: "a headline names the speaker before a colon",
            ..Draft::default()
        });
    }

    /// "— Ann Lee (@annlee) July 3, 2016": the paragraph before is the message that this signs.
    pub(super) fn message(&mut self, number: usize, unit: Unit) {
        let syntax = self.syntax;
        if syntax.tag(unit.first) != Tag::Dash {
            return;
        }
        let end = syntax.core_right(unit.first + 1, unit.end.min(unit.first + 8));
        let name = unit.first + 1..(unit.first + 1..end).find(|&k| syntax.tag(k) == Tag::Open).unwrap_or(end);
        let handle = (name.end..unit.end.min(name.end + 4)).any(|k| syntax.doc.form(k).starts_with('@'));
        let Some(previous) = unit.block.checked_sub(1).and_then(|b| syntax.doc.blocks.get(b)).filter(|b| b.kind == BlockKind::Body) else {
            return;
        };
        let content = syntax.doc.tokens_in(previous.span);
        let said = self.drafts.iter().rev().take_while(|d| d.unit + 12 > number).any(|d| d.order >= content.start);
        if !handle || said || name.is_empty() || content.is_empty() || content.len() > 120 {
            return;
        }
        let source = self.speakers.source(syntax, &Subject { range: name, antecedent: None });
        self.push(Draft {
            kind: Some(StatementKind::Direct),
            order: content.start,
            content: vec![content],
            source: Some(source),
            unit: number,
            confidence: 75,
            reason: "a message, with its sender beneath",
            ..Draft::default()
        });
    }
}
