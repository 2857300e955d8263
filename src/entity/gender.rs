//! What words tell of a person's gender, for whoever looks for what "he" and "she" mean.

use super::mentions::Found;
use crate::tag::features::View;
use crate::tag::words::Lists;
use crate::text::Document;

/// What is known of a person's gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Gender {
    /// Nothing.
    #[default]
    Open,
    Man,
    Woman,
}

impl Gender {
    /// What a title or noun in lower case tells: "mr", "spokeswoman", "husband".
    pub(crate) fn told(word: &str) -> Self {
        if MEN.contains(&word) {
            Self::Man
        } else if WOMEN.contains(&word) {
            Self::Woman
        } else {
            Self::Open
        }
    }

    /// What a pronoun in lower case asks for; open for one of anything but a single person.
    pub(crate) fn meant(pronoun: &str) -> Self {
        match pronoun {
            "he" | "him" | "his" | "himself" => Self::Man,
            "she" | "her" | "hers" | "herself" => Self::Woman,
            _ => Self::Open,
        }
    }

    /// Whether nothing speaks against a person of whom this is known where `wanted` is asked for.
    pub(crate) fn fits(self, wanted: Self) -> bool {
        self == Self::Open || self == wanted
    }

    /// What the word before a name tells.
    pub(super) fn titled(doc: &Document, f: &Found) -> Self {
        f.first.checked_sub(1).map_or(Self::Open, |i| Self::told(doc.lower(i)))
    }

    /// What the word before a name, or the given name of a full one, tells.
    pub(super) fn of(doc: &Document, view: &View<'_>, f: &Found) -> Self {
        let title = Self::titled(doc, f);
        if title != Self::Open || f.last - f.first < 2 {
            return title;
        }
        let lists = view.at(f.first).known.lists;
        match (lists.any(Lists::MALE), lists.any(Lists::FEMALE)) {
            (true, false) => Self::Man,
            (false, true) => Self::Woman,
            _ => Self::Open,
        }
    }
}

/// Titles and nouns of men.
const MEN: &[&str] = &[
    "brother",
    "businessman",
    "chairman",
    "congressman",
    "emir",
    "father",
    "fr.",
    "husband",
    "king",
    "lord",
    "man",
    "monsignor",
    "mr",
    "mr.",
    "msgr.",
    "pope",
    "prince",
    "sir",
    "son",
    "spokesman",
    "sultan",
];

/// Titles and nouns of women.
const WOMEN: &[&str] = &[
    "actress",
    "businesswoman",
    "chairwoman",
    "congresswoman",
    "dame",
    "daughter",
    "lady",
    "miss",
    "mother",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "princess",
    "queen",
    "sheikha",
    "sister",
    "spokeswoman",
    "sr.",
    "wife",
    "woman",
];
