//! Reports without a source: "reportedly", "allegedly".
//!
//! In: a unit. Out: drafts without a source whose content is the clause of the adverb.

use super::{Draft, Reader};
use crate::quote::extent::Extent;
use crate::quote::lexis::Tag;
use crate::quote::syntax::Unit;
use crate::quote::{Cue, SpeechAct};
use std::ops::Range;

const ADVERBS: &[&str] = &["reportedly", "allegedly", "purportedly"];

impl Reader<'_, '_> {
    /// "The boat reportedly sank": the clause is the content, the voice is not named.
    pub(super) fn hearsay(&mut self, number: usize, unit: Unit, trailing: &[usize]) {
        let syntax = self.syntax;
        let mut i = unit.first;
        while i < unit.end {
            if syntax.marks.opens(i).is_some() || !ADVERBS.contains(&syntax.lower(i)) {
                i = syntax.step(i, unit.end);
                continue;
            }
            let adverb = i;
            i += 1;
            // Inside the words of a source the adverb is that source's.
            let said = self
                .drafts
                .iter()
                .rev()
                .take_while(|d| d.unit == number)
                .any(|d| d.content.iter().any(|r| r.start <= adverb && adverb < r.end));
            if said {
                continue;
            }
            let Some(content) = self.hearsay_clause(adverb, unit, trailing) else { continue };
            let act = if syntax.lower(adverb) == "reportedly" { SpeechAct::States } else { SpeechAct::Claims };
            let cue = self.plain_cue(adverb..adverb + 1, syntax.lower(adverb), act);
            self.push(Draft {
                content,
                cue: Some(Cue { hedged: true, ..cue }),
                unit: number,
                order: adverb,
                confidence: 60,
                reason: "an adverb marks hearsay; nobody is named",
                ..Draft::default()
            });
        }
    }

    fn hearsay_clause(&self, adverb: usize, unit: Unit, trailing: &[usize]) -> Option<Vec<Range<usize>>> {
        let syntax = self.syntax;
        if adverb == unit.first {
            let start = adverb + 1 + usize::from(syntax.tag(adverb + 1) == Tag::Comma);
            let end = syntax.content_end(start, unit.end, trailing, Extent::Verb);
            return syntax.speaks(start, end).then(|| vec![start..end]);
        }
        let mut group = adverb;
        while group > unit.first && matches!(syntax.tag(group - 1), Tag::Adv | Tag::Be | Tag::Have | Tag::Do | Tag::Modal | Tag::Not) {
            group -= 1;
        }
        // A verb of the clause stands before or behind it: "was reportedly", "reportedly fled".
        if !(syntax.tag(group).finite() && group < adverb || syntax.tag(adverb + 1).finite()) {
            return None;
        }
        let subject = syntax.subject(group, unit.first)?;
        let start = subject.range.start;
        let clause = matches!(
            syntax.before(start, unit.first),
            Tag::End
                | Tag::Comma
                | Tag::Conj
                | Tag::Sub
                | Tag::Semi
                | Tag::Stop
                | Tag::Colon
                | Tag::Quote
                | Tag::Dash
                | Tag::Adv
                | Tag::Time
                | Tag::Noun
                | Tag::Name
        );
        if !clause || matches!(syntax.tag(start), Tag::Rel | Tag::That) {
            return None;
        }
        let end = syntax.content_end(adverb + 1, unit.end, trailing, Extent::Verb);
        // What a relative clause behind a comma adds is the narrator's.
        let added =
            (adverb + 1..end).find(|&k| syntax.tag(k) == Tag::Comma && syntax.tag(k + 1) == Tag::Rel && syntax.marks.at(k).is_none());
        let end = added.unwrap_or(end);
        (end > adverb + 1).then(|| vec![start..adverb, adverb + 1..end])
    }
}
