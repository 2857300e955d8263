//! What a report calls its persons and organizations: words before and after the name.

mod organizations;
mod persons;
mod words;

use super::mentions::Found;
use super::{Entity, Kind, MentionForm, Role};
use crate::tag::features::View;
use crate::text::{Document, flat};

/// The most roles kept of one entity.
const MOST: usize = 12;

/// Gives the entities their roles.
pub(super) fn read(doc: &Document, view: &View<'_>, found: &[Found], entities: &mut [Entity]) {
    for f in found.iter().filter(|f| f.mention.form == MentionForm::Name) {
        let Some(entity) = f.mention.entity.and_then(|e| entities.get_mut(e as usize)) else { continue };
        let Some(s) = doc.sentences.get(doc.sentence_of(f.first)).map(|s| s.tokens()) else { continue };
        let ranges = match f.mention.kind {
            Kind::Person => [persons::before(doc, view, s.start, f.first), persons::behind(doc, view, f.last, s.end)],
            Kind::Organization => [organizations::before(doc, view, s.start, f.first), organizations::behind(doc, f.last, s.end)],
            _ => continue,
        };
        for range in ranges.into_iter().flatten() {
            let span = doc.span(range.0..range.1);
            let text = flat(span.of(&doc.text));
            if !text.is_empty() && entity.roles.len() < MOST && !entity.roles.iter().any(|r| r.text.eq_ignore_ascii_case(&text)) {
                entity.roles.push(Role { text, span });
            }
        }
    }
}
