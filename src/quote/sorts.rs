//! What a word tells of a source: that it is an office, a text, a body.
//!
//! In: the lower-case form of a word. Out: its [`Sorts`], from `tables/sources.txt` and, for nouns of
//! persons, from their ending.

use super::lexis::rows;
use crate::text::lexicon::FixedMap;

/// One thing that a word can tell of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Speaks for others: "spokeswoman".
    Spokes,
    /// A text or recording: "memo".
    Document,
    /// A document that counts or asks, and so tells: "survey".
    Poll,
    /// A document that looks into a matter, and so finds: "audit".
    Inquiry,
    /// What a statement is made in: "interview".
    Medium,
    /// A body: "ministry".
    Institution,
    /// Publishes news: "broadcaster".
    Outlet,
    /// An office that stands before a name and its comma: "minister".
    Role,
    /// A noun for one person: "colleague", "baker".
    Human,
    /// A noun for persons, by its singular: "bakers".
    Humans,
}

/// A set of [`Sort`]s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sorts(u16);

impl Sorts {
    /// Whether `sort` is among them.
    pub(super) fn has(self, sort: Sort) -> bool {
        self.0 & (1 << sort as u16) != 0
    }

    fn add(&mut self, sort: Sort) {
        self.0 |= 1 << sort as u16;
    }
}

/// The sorts of the words that the table lists.
pub(super) struct Sources(FixedMap<&'static str, Sorts>);

impl Sources {
    pub(super) fn read() -> Self {
        let mut known: FixedMap<&'static str, Sorts> = FixedMap::default();
        for mut row in rows(include_str!("tables/sources.txt")) {
            let Some(sort) = row.next().and_then(sort) else { continue };
            for word in row {
                let sorts = known.entry(word).or_default();
                sorts.add(sort);
                if matches!(sort, Sort::Poll | Sort::Inquiry) {
                    sorts.add(Sort::Document);
                }
            }
        }
        Self(known)
    }

    /// What the form `lower` tells.
    pub(super) fn sorts(&self, lower: &str) -> Sorts {
        let mut sorts = self.listed(lower);
        if personal(lower) {
            sorts.add(Sort::Human);
        }
        let singular = lower.trim_end_matches('s');
        if personal(singular) || self.listed(singular).has(Sort::Human) {
            sorts.add(Sort::Humans);
        }
        sorts
    }

    fn listed(&self, lower: &str) -> Sorts {
        self.0.get(lower).copied().unwrap_or_default()
    }
}

fn sort(name: &str) -> Option<Sort> {
    Some(match name {
        "spokes" => Sort::Spokes,
        "document" => Sort::Document,
        "poll" => Sort::Poll,
        "inquiry" => Sort::Inquiry,
        "medium" => Sort::Medium,
        "institution" => Sort::Institution,
        "outlet" => Sort::Outlet,
        "role" => Sort::Role,
        "human" => Sort::Human,
        _ => return None,
    })
}

/// Whether a noun ends as those for persons do.
fn personal(word: &str) -> bool {
    word.len() > 4 && ["er", "or", "ist", "man", "ian", "ant", "ent", "yer", "eer", "-old"].iter().any(|end| word.ends_with(end))
}
