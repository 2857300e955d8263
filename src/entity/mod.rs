//! Who and what a report names: mentions, and the entities that they stand for.
//!
//! In: a [`Document`]. Out: [`Mention`]s in text order and [`Entity`]s in order of first mention.

mod abbreviations;
mod agreement;
mod cluster;
pub mod countries;
mod extents;
mod gender;
pub mod matching;
mod mentions;
mod metonym;
mod reference;
mod roles;
mod vessels;
mod words;

pub(crate) use gender::Gender;

use crate::tag::Tagger;
use crate::text::{Document, Span, each_span};
use serde::{Deserialize, Serialize};

/// What kind of thing a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Kind {
    /// A human being, real or invented.
    Person,
    /// A company, agency, government body, party, team, outlet.
    Organization,
    /// A country, city, region, river, building, street.
    Place,
    /// A named event: a summit, war, tournament, storm.
    Event,
    /// Nationality words, products, works, laws.
    Other,
}

/// How a mention refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum MentionForm {
    /// By name: "Jane Roe", "the EU".
    Name,
    /// By a nationality word: "Chinese".
    Demonym,
    /// By a short description: "the envoy", "the ministry".
    Nominal,
    /// By a pronoun.
    Pronoun,
}

/// One stretch of text that refers to an entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Mention {
    /// Where it stands, without articles, titles and possessive endings.
    pub span: Span,
    /// The kind of what it refers to.
    pub kind: Kind,
    /// How it refers.
    pub form: MentionForm,
    /// Number of its entity in [`crate::Report::entities`]; `None` where the text leaves it open.
    pub entity: Option<u32>,
    /// How sure the reading is, in percent.
    pub confidence: u8,
    /// Whether a place stands for its government or institutions ("Washington's envoy").
    pub metonym: bool,
    /// Why it is read so, in plain words.
    pub reason: String,
}

/// What a report calls an entity: "British trade envoy for Asia".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Role {
    /// The words of the role, white space folded.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

/// One person, organization, place, event or other named thing of one report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Entity {
    /// Its fullest name in the report.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// Numbers of its mentions in [`crate::Report::mentions`], in text order.
    pub mentions: Vec<u32>,
    /// Other forms in which the report names it, most frequent first.
    pub aliases: Vec<String>,
    /// What the report calls it, in text order, each once.
    pub roles: Vec<Role>,
    /// A name that does not depend on the report where a list knows one ("North Korea" for
    /// "Pyongyang's", "DPRK", "the North"): countries and a few bodies.
    pub canonical: Option<String>,
}

/// Mentions and entities of one report.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// In text order; spans do not overlap.
    pub mentions: Vec<Mention>,
    /// In order of first mention.
    pub entities: Vec<Entity>,
}

each_span!(Mention: span);
each_span!(Role: span);
each_span!(Entity: roles);

/// Finds names in `doc` and links them.
#[must_use]
pub fn read(doc: &Document) -> Names {
    read_with(doc, &Tagger::default())
}

/// Finds names with another tagger than the built-in one.
#[must_use]
pub fn read_with(doc: &Document, tagger: &Tagger) -> Names {
    let (tagged, view) = tagger.tag(doc);
    let countries = countries::table();
    let mut found = mentions::find(doc, &view, &tagged, countries);
    metonym::read(doc, &mut found, countries);
    let groups = cluster::link(doc, &view, &mut found, countries);
    let mut entities = cluster::entities(doc, &mut found, groups);
    roles::read(doc, &view, &found, &mut entities);
    reference::read(doc, &view, &mut found, &mut entities);
    Names { mentions: found.into_iter().map(|f| f.mention).collect(), entities }
}
