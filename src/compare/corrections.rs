//! The reader's corrections: done to each report after it is read, and to the links between both.

use super::{Compared, Comparing, Comparison, Side};
use crate::analysis::{Options, Report, analyze};
use crate::entity::{Entity, Kind};
use crate::error::Error;
use crate::order::Arrange;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What the reader corrected, as data that exports and links keep.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Corrections {
    /// Corrections of entities, in the order in which they were made.
    pub entities: Vec<EntityCorrection>,
    /// The left report's date, `YYYY-MM-DD`.
    pub left_published: Option<String>,
    /// The right report's date.
    pub right_published: Option<String>,
    /// Names of dismissed findings.
    pub dismissed: Vec<String>,
    /// Page furniture that was put back into its report.
    pub kept: Vec<Kept>,
}

impl Corrections {
    /// Walks every span with the side that it belongs to, so that positions can be converted.
    pub fn each_span(&mut self, f: &mut dyn FnMut(Side, &mut Span)) {
        for kept in &mut self.kept {
            f(kept.side, &mut kept.span);
        }
        for correction in &mut self.entities {
            match correction {
                EntityCorrection::Merge { side, mention, with_side, with } => {
                    f(*side, mention);
                    f(*with_side, with);
                }
                EntityCorrection::Rename { side, mention, .. }
                | EntityCorrection::Kind { side, mention, .. }
                | EntityCorrection::Split { side, mention }
                | EntityCorrection::Remove { side, mention } => f(*side, mention),
            }
        }
    }
}

/// Text that belongs to its report although it looks like page furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Kept {
    /// In which report.
    pub side: Side,
    /// The block or blocks.
    pub span: Span,
}

/// One correction of an entity. Entities are referred to by a mention's span, which survives
/// recomputing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "action", try_from = "FlatCorrection")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum EntityCorrection {
    /// Gives the entity of this mention another name.
    Rename {
        /// In which report.
        side: Side,
        /// Any mention of it.
        mention: Span,
        /// The new name.
        name: String,
    },
    /// Changes the kind of the entity of this mention.
    Kind {
        /// In which report.
        side: Side,
        /// Any mention of it.
        mention: Span,
        /// The new kind.
        kind: Kind,
    },
    /// Makes the entities of two mentions one.
    Merge {
        /// Report of the first.
        side: Side,
        /// A mention of the first.
        mention: Span,
        /// Report of the second; another report links the two across.
        #[serde(rename = "withSide")]
        with_side: Side,
        /// A mention of the second.
        with: Span,
    },
    /// Takes this mention out of its entity and makes it one of its own; across reports, unlinks.
    Split {
        /// In which report.
        side: Side,
        /// The mention.
        mention: Span,
    },
    /// Says that this mention is no name.
    Remove {
        /// In which report.
        side: Side,
        /// The mention.
        mention: Span,
    },
}

/// A correction as it is read: the derived way to read a tagged enum buffers any value first, which
/// costs more code than all the layers' other data together.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FlatCorrection {
    action: String,
    side: Side,
    mention: Span,
    name: Option<String>,
    kind: Option<Kind>,
    with_side: Option<Side>,
    with: Option<Span>,
}

impl TryFrom<FlatCorrection> for EntityCorrection {
    type Error = &'static str;

    fn try_from(flat: FlatCorrection) -> Result<Self, Self::Error> {
        let FlatCorrection { side, mention, .. } = flat;
        match flat.action.as_str() {
            "rename" => Ok(Self::Rename { side, mention, name: flat.name.ok_or("a renaming needs a name")? }),
            "kind" => Ok(Self::Kind { side, mention, kind: flat.kind.ok_or("a change of kind needs a kind")? }),
            "merge" => Ok(Self::Merge {
                side,
                mention,
                with_side: flat.with_side.ok_or("a merging needs withSide")?,
                with: flat.with.ok_or("a merging needs with")?,
            }),
            "split" => Ok(Self::Split { side, mention }),
            "remove" => Ok(Self::Remove { side, mention }),
            _ => Err("no such correction"),
        }
    }
}

/// Reads two texts with the reader's corrections and compares them: what a page calls after every
/// change. A corrected date is read as the report's own, so that every relative date moves with it.
///
/// # Errors
/// As [`analyze`], for either text or a corrected date that does not exist.
pub fn read_pair(
    left: &str,
    left_options: &Options,
    right: &str,
    right_options: &Options,
    corrections: &Corrections,
) -> Result<(Report, Report, Comparison), Error> {
    let dated = |options: &Options, date: &Option<String>| match date {
        Some(date) if !date.is_empty() => Options { published: Some(date.clone()), ..options.clone() },
        _ => options.clone(),
    };
    let a = analyze(left, &dated(left_options, &corrections.left_published))?;
    let b = analyze(right, &dated(right_options, &corrections.right_published))?;
    let Compared { left, right, comparison } = Comparing::new(&a, &b, corrections.clone()).finish();
    Ok((left.unwrap_or(a), right.unwrap_or(b), comparison))
}

/// Applies what corrects one report alone: names, kinds, merged, split and removed mentions. Links
/// across reports are [`across`]'s part. A correction whose mention no longer exists is passed over.
pub(super) fn correct(report: &mut Report, side: Side, corrections: &Corrections) {
    for correction in &corrections.entities {
        match correction {
            EntityCorrection::Rename { side: s, mention, name } if *s == side => {
                if let Some(entity) = entity_mut(report, *mention) {
                    let old = std::mem::replace(&mut entity.name, name.clone());
                    entity.canonical = None;
                    entity.aliases.retain(|a| a != name);
                    if old != *name && !entity.aliases.contains(&old) {
                        entity.aliases.insert(0, old);
                    }
                }
                rename_sources(report, *mention, name);
            }
            EntityCorrection::Kind { side: s, mention, kind } if *s == side => set_kind(report, *mention, *kind),
            EntityCorrection::Merge { side: s, mention, with_side, with } if *s == side && *with_side == side => {
                merge(report, *mention, *with);
            }
            EntityCorrection::Split { side: s, mention } if *s == side => split(report, *mention),
            EntityCorrection::Remove { side: s, mention } if *s == side => remove(report, *mention),
            _ => {}
        }
    }
}

/// Pairs of a left and a right entity.
type Pairs = Vec<(u32, u32)>;

/// Links that the reader set between the reports, and those that the reader cut.
pub(super) fn across(left: &Report, right: &Report, corrections: &Corrections) -> (Pairs, Pairs) {
    let (mut forced, mut barred) = (Vec::new(), Vec::new());
    let of = |side: Side, mention: Span| entity_of(side.of(left, right), mention);
    for correction in &corrections.entities {
        match correction {
            EntityCorrection::Merge { side, mention, with_side, with } if side != with_side => {
                if let (Some(a), Some(b)) = (of(*side, *mention), of(*with_side, *with)) {
                    let pair = side.of((a, b), (b, a));
                    barred.retain(|p| *p != pair);
                    forced.push(pair);
                }
            }
            EntityCorrection::Split { side, mention } => {
                let Some(entity) = of(*side, *mention) else { continue };
                if *side == Side::Left {
                    forced.retain(|p: &(u32, u32)| p.0 != entity);
                    barred.extend((0..right.entities.len() as u32).map(|r| (entity, r)));
                } else {
                    forced.retain(|p: &(u32, u32)| p.1 != entity);
                    barred.extend((0..left.entities.len() as u32).map(|l| (l, entity)));
                }
            }
            _ => {}
        }
    }
    (forced, barred)
}

fn mention_at(report: &Report, span: Span) -> Option<usize> {
    let exact = report.mentions.iter().position(|m| m.span == span);
    exact.or_else(|| report.mentions.iter().position(|m| m.span.overlaps(span)))
}

fn entity_of(report: &Report, span: Span) -> Option<u32> {
    mention_at(report, span).and_then(|m| report.mentions.get(m)).and_then(|m| m.entity)
}

fn entity_mut(report: &mut Report, span: Span) -> Option<&mut Entity> {
    let entity = entity_of(report, span)?;
    report.entities.get_mut(entity as usize)
}

fn rename_sources(report: &mut Report, mention: Span, name: &str) {
    let Some(entity) = entity_of(report, mention) else { return };
    for statement in &mut report.statements {
        for source in statement.source.iter_mut().chain(&mut statement.via) {
            if source.entity == Some(entity) {
                name.clone_into(&mut source.name);
            }
        }
    }
}

fn set_kind(report: &mut Report, mention: Span, kind: Kind) {
    let Some(entity) = entity_of(report, mention) else { return };
    if let Some(e) = report.entities.get_mut(entity as usize) {
        e.kind = kind;
    }
    for m in report.mentions.iter_mut().filter(|m| m.entity == Some(entity)) {
        m.kind = kind;
    }
}

fn merge(report: &mut Report, first: Span, second: Span) {
    let (Some(a), Some(b)) = (entity_of(report, first), entity_of(report, second)) else { return };
    if a == b {
        return;
    }
    let Some(gone) = report.entities.get(b as usize).cloned() else { return };
    let kind = report.entities.get(a as usize).map_or(gone.kind, |e| e.kind);
    for m in report.mentions.iter_mut().filter(|m| m.entity == Some(b)) {
        m.entity = Some(a);
        m.kind = kind;
        "You set these mentions as one.".clone_into(&mut m.reason);
    }
    if let Some(entity) = report.entities.get_mut(a as usize) {
        entity.mentions.extend(&gone.mentions);
        entity.mentions.arrange();
        for alias in std::iter::once(gone.name).chain(gone.aliases) {
            if alias != entity.name && !entity.aliases.contains(&alias) {
                entity.aliases.push(alias);
            }
        }
        for role in gone.roles {
            if !entity.roles.iter().any(|r| r.text == role.text) {
                entity.roles.push(role);
            }
        }
        entity.roles.arrange_by_key(|r| r.span);
    }
    replace(report, b, Some(a));
    drop_entity(report, b);
}

fn split(report: &mut Report, mention: Span) {
    let Some(number) = mention_at(report, mention) else { return };
    let Some(m) = report.mentions.get(number) else { return };
    let (span, kind, old) = (m.span, m.kind, m.entity);
    let name = span.of(&report.document.text).to_owned();
    if let Some(entity) = old.and_then(|e| report.entities.get_mut(e as usize)) {
        if entity.mentions.len() < 2 {
            // It stands alone already; only its link across is cut.
            return;
        }
        entity.mentions.retain(|&m| m as usize != number);
    }
    let new = report.entities.len() as u32;
    report.entities.push(Entity {
        name: name.clone(),
        kind,
        mentions: vec![number as u32],
        aliases: Vec::new(),
        roles: Vec::new(),
        canonical: None,
    });
    if let Some(m) = report.mentions.get_mut(number) {
        m.entity = Some(new);
        "You set this mention apart.".clone_into(&mut m.reason);
    }
    for statement in &mut report.statements {
        for source in statement.source.iter_mut().chain(&mut statement.via) {
            if source.span.overlaps(span) || source.mention.is_some_and(|s| s.overlaps(span)) {
                source.entity = Some(new);
                source.name.clone_from(&name);
            }
        }
    }
}

fn remove(report: &mut Report, mention: Span) {
    let Some(number) = mention_at(report, mention) else { return };
    let entity = report.mentions.remove(number).entity;
    for e in &mut report.entities {
        e.mentions.retain(|&m| m as usize != number);
        for m in &mut e.mentions {
            *m -= u32::from(*m as usize > number);
        }
    }
    if let Some(e) = entity
        && report.entities.get(e as usize).is_some_and(|e| e.mentions.is_empty())
    {
        replace(report, e, None);
        drop_entity(report, e);
    }
}

/// Points everything that refers to entity `from` at `to`.
fn replace(report: &mut Report, from: u32, to: Option<u32>) {
    each_entity(report, &mut |e| {
        if *e == Some(from) {
            *e = to;
        }
    });
}

/// Takes an entity that nothing refers to out of the list.
fn drop_entity(report: &mut Report, gone: u32) {
    if (gone as usize) < report.entities.len() {
        report.entities.remove(gone as usize);
    }
    each_entity(report, &mut |e| {
        if let Some(n) = e.as_mut().filter(|n| **n > gone) {
            *n -= 1;
        }
    });
}

/// Calls `f` for every reference to an entity.
fn each_entity(report: &mut Report, f: &mut dyn FnMut(&mut Option<u32>)) {
    for m in &mut report.mentions {
        f(&mut m.entity);
    }
    for statement in &mut report.statements {
        for source in statement.source.iter_mut().chain(&mut statement.via) {
            f(&mut source.entity);
        }
    }
    for figure in &mut report.figures {
        f(&mut figure.entity);
    }
    for event in report.dates.iter_mut().filter_map(|d| d.event.as_mut()) {
        event.actors = std::mem::take(&mut event.actors)
            .into_iter()
            .filter_map(|a| {
                let mut a = Some(a);
                f(&mut a);
                a
            })
            .collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrections_are_read_as_they_are_written() {
        let (side, mention) = (Side::Left, Span::new(1, 2));
        let all = [
            EntityCorrection::Rename { side, mention, name: "A".to_owned() },
            EntityCorrection::Kind { side, mention, kind: Kind::Place },
            EntityCorrection::Merge { side, mention, with_side: Side::Right, with: Span::new(3, 4) },
            EntityCorrection::Split { side, mention },
            EntityCorrection::Remove { side, mention },
        ];
        let json = serde_json::to_string(&all).unwrap();
        assert_eq!(serde_json::from_str::<Vec<EntityCorrection>>(&json).unwrap(), all);
        let nameless = json.replace("name", "nom");
        assert!(serde_json::from_str::<Vec<EntityCorrection>>(&nameless).is_err());
    }
}
