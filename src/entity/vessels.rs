//! Ships and other vessels, which are named like persons and places.

use crate::tag::features::{Case, View};
use crate::text::Document;

/// Letters before the name of a ship.
pub(super) fn is_prefix(form: &str) -> bool {
    matches!(form, "MV" | "M/V" | "M/S" | "USS" | "HMS" | "HMAS" | "HMCS" | "INS" | "USNS" | "USCGC" | "RRS" | "F/V")
}

/// Why a name behind "the ferry" is read as it is.
pub(super) const OF_A_VESSEL: &str = "a name behind a word for a vessel, or behind \"the\" as ships and works have it";

/// Whether "the" stands before a name that no noun follows: people have none there, ships and works do.
pub(super) fn with_article(doc: &Document, view: &View<'_>, a: usize, b: usize) -> bool {
    let ends = view.case(b) == Case::Mark && doc.form(b) != "'s" && doc.form(b) != "(" && doc.form(b) != "-"
        || matches!(doc.lower(b), "is" | "was" | "has" | "had" | "will" | "were" | "left" | "sank" | "struck");
    b - a > 1 && a > 0 && doc.lower(a - 1) == "the" && ends
}

/// Nouns for vessels, behind which a name is the vessel's.
pub(super) const NOUNS: &[&str] = &[
    "boat",
    "carrier",
    "corvette",
    "cruiser",
    "destroyer",
    "dinghy",
    "ferry",
    "freighter",
    "frigate",
    "hms",
    "icebreaker",
    "lifeboat",
    "liner",
    "minesweeper",
    "mv",
    "schooner",
    "ship",
    "steamer",
    "submarine",
    "tanker",
    "trawler",
    "tug",
    "tugboat",
    "uss",
    "vessel",
    "warship",
    "yacht",
];
