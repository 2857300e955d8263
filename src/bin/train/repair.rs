//! Repair of the noisy set's annotation before training.
//!
//! - Names that hold another name are cut at it at times ("University of" + "Chicago", "Kenya" +
//!   "Airways", "European" + "Union"): made whole again where the parts stand side by side.
//! - Persons hold their titles: taken off.
//! - Countries, nationality words and bodies that the lists know by their whole name get that kind.

use crossread::entity::countries::{self, Stands};
use crossread::tag::labels::NameKind;
use crossread::tag::words::{Lists, Words};
use crossread::text::Span;

type Name = (Span, Option<NameKind>);

/// Joins the parts of names that were cut. `names` stand in text order.
pub(crate) fn join(text: &str, names: &mut Vec<Name>, words: &Words) {
    let mut out: Vec<Name> = Vec::with_capacity(names.len());
    for &(span, kind) in names.iter() {
        let joined = match (out.last(), kind) {
            (Some(&(before, Some(first))), Some(second)) if text.get(before.end as usize..span.start as usize) == Some(" ") => {
                whole(before.of(text), first, span.of(text), second, words)
            }
            _ => None,
        };
        match (joined, out.last_mut()) {
            (Some(kind), Some(last)) => *last = (last.0.cover(span), Some(kind)),
            _ => out.push((span, kind)),
        }
    }
    *names = out;
}

/// Heads of a state's bodies, which a nationality word before them leaves a name of their own.
const STATE: &[&str] = &[
    "Ministry",
    "Parliament",
    "Congress",
    "Government",
    "government",
    "Police",
    "police",
    "Senate",
    "Embassy",
    "Cabinet",
    "cabinet",
    "Foreign",
];

/// The kind of the whole, where two neighbours are the parts of one name.
fn whole(a: &str, first: NameKind, b: &str, second: NameKind, words: &Words) -> Option<NameKind> {
    use NameKind::{Misc, Organization, Person, Place};
    let last_word = a.rsplit(' ').next().unwrap_or("");
    let open = matches!(last_word, "of" | "for" | "the" | "and" | "in" | "de" | "du" | "del") && a.contains(' ');
    let both = format!("{a} {b}").to_lowercase();
    let lists = words.look(&both).lists;
    let places = Lists(Lists::COUNTRY.0 | Lists::REGION.0 | Lists::METROPOLIS.0);
    if lists.any(places) {
        return Some(Place);
    }
    if lists.any(Lists::ORGANIZATION) {
        return Some(Organization);
    }
    let nation = countries::table().find(&a.to_lowercase(), Stands::Nationality).is_some();
    let head = b.split(' ').next().unwrap_or("");
    let state = b.split(' ').any(|w| STATE.contains(&w));
    match (first, second) {
        (Organization, Place | Person | Misc | Organization) if open => Some(Organization),
        (Place, Place) if open => Some(Place),
        (Misc, Place | Misc) if open => Some(Misc),
        (Place, Organization) if !matches!(head, "and" | "Government" | "government" | "Parliament" | "police") => Some(Organization),
        (Misc, Organization) if head != "and" && (!nation || !state) => Some(Organization),
        (Person, Organization) if !matches!(head, "Cabinet" | "Government" | "Commission" | "and") => Some(Organization),
        (Organization, Place) if !a.chars().all(|c| c.is_uppercase() || c == ' ') => Some(Organization),
        (Place, Place) if landmark(b, words) => Some(Place),
        (Misc, Place) if landmark(b, words) => Some(Place),
        _ => None,
    }
}

/// Whether the last word heads names of places.
fn landmark(b: &str, words: &Words) -> bool {
    b.split(' ').next_back().is_some_and(|w| words.look(&w.to_lowercase()).lists.any(Lists::LANDMARK))
}

/// Offices, of which some are family names as well.
const OFFICES: &[&str] =
    &["president", "prime", "minister", "vice", "former", "pope", "king", "general", "senator", "secretary", "justice", "judge"];

/// Mends kinds by the lists, and persons that hold titles.
pub(crate) fn kinds(text: &str, names: &mut Vec<Name>, words: &Words) {
    for (span, kind) in names.iter_mut() {
        let name = span.of(text);
        let lower = name.to_lowercase();
        let lists = words.look(&lower).lists;
        let country = countries::table().named(name).is_some();
        if countries::table().find(&lower, Stands::Nationality).is_some() {
            *kind = Some(NameKind::Misc);
        } else if country && *kind != Some(NameKind::Place) {
            *kind = Some(NameKind::Place);
        } else if lists.any(Lists::ORGANIZATION)
            && name.contains(' ')
            && !lists.any(Lists(Lists::REGION.0 | Lists::COUNTRY.0 | Lists::CITY.0))
        {
            *kind = Some(NameKind::Organization);
        }
        if *kind == Some(NameKind::Person) {
            span.start += titles(name, words) as u32;
        }
    }
    names.retain(|n| !n.0.is_empty());
}

/// The length of the titles before a person's name.
fn titles(name: &str, words: &Words) -> usize {
    let mut start = 0;
    while let Some((word, _)) = name[start..].split_once(' ') {
        let lower = word.to_lowercase();
        let lists = words.look(&lower).lists;
        let named = lists.any(Lists(Lists::MALE.0 | Lists::FEMALE.0 | Lists::FAMILY.0));
        if !(lists.any(Lists::TITLE) && !named || OFFICES.contains(&lower.as_str())) {
            break;
        }
        start += word.len() + 1;
    }
    start
}
