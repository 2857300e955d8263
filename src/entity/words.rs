//! Words by which names are trimmed, joined and sorted.

/// Letters for an office that stand before the name of who holds it.
pub(super) const RANKS: &[&str] =
    &["ACP", "CEO", "CFO", "CIO", "CMO", "COO", "CPO", "CRO", "CTO", "DCP", "DSP", "EVP", "HE", "MEP", "MLA", "MLC", "SVP"];

/// Titles that the list of titles lacks, or that are family names as well.
pub(super) const TITLES: &[&str] = &[
    "captain",
    "chancellor",
    "colonel",
    "det.",
    "former",
    "fr.",
    "general",
    "governor",
    "insp.",
    "judge",
    "justice",
    "king",
    "lady",
    "lord",
    "mayor",
    "monsignor",
    "msgr.",
    "pope",
    "prime",
    "prince",
    "princess",
    "queen",
    "senator",
    "sheikh",
    "sr.",
    "supt.",
    "vice",
];

/// Words that the list of occasions has and that end the names of laws, illnesses and titles.
pub(super) const LAWS: &[&str] = &["act", "bill", "constitution", "covid", "covid-19", "law", "treaty", "virus", "week"];

/// Nouns for businesses that are never said of people.
pub(super) const COMPANIES: &[&str] = &[
    "airline",
    "automaker",
    "bank",
    "brewer",
    "broadcaster",
    "brokerage",
    "carmaker",
    "chain",
    "chipmaker",
    "company",
    "conglomerate",
    "drugmaker",
    "firm",
    "insurer",
    "lender",
    "maker",
    "manufacturer",
    "newspaper",
    "operator",
    "planemaker",
    "retailer",
    "startup",
    "subsidiary",
    "supermarket",
    "think-tank",
    "utility",
];

/// Directions in lower case stay out of a place's name.
pub(super) const DIRECTIONS: &[&str] = &[
    "central",
    "downtown",
    "east",
    "eastern",
    "lower",
    "north",
    "north-eastern",
    "north-western",
    "northeastern",
    "northern",
    "northwestern",
    "south",
    "south-eastern",
    "south-western",
    "southeastern",
    "southern",
    "southwestern",
    "upper",
    "west",
    "western",
];

/// Prefixes that a hyphen parts from a name.
pub(super) const PREFIXES: &[&str] = &[
    "anti", "co", "east", "ex", "inter", "intra", "mid", "neo", "non", "north", "now", "off", "pan", "post", "pre", "pro", "quasi", "self",
    "semi", "south", "then", "trans", "ultra", "vice", "west",
];

/// What ministries and committees are for.
pub(super) const PORTFOLIOS: &[&str] = &[
    "administration",
    "affairs",
    "agriculture",
    "aviation",
    "change",
    "children",
    "climate",
    "commerce",
    "communications",
    "consumer",
    "culture",
    "defence",
    "defense",
    "development",
    "disaster",
    "economic",
    "economy",
    "education",
    "employment",
    "energy",
    "environment",
    "family",
    "finance",
    "fisheries",
    "food",
    "foreign",
    "forestry",
    "gender",
    "health",
    "heritage",
    "higher",
    "home",
    "housing",
    "human",
    "immigration",
    "industry",
    "information",
    "infrastructure",
    "innovation",
    "interior",
    "investment",
    "justice",
    "labor",
    "labour",
    "livestock",
    "local",
    "management",
    "media",
    "mines",
    "mining",
    "natural",
    "nutrition",
    "oil",
    "parliamentary",
    "pensions",
    "petroleum",
    "planning",
    "protection",
    "public",
    "relief",
    "research",
    "resources",
    "rights",
    "rural",
    "sanitation",
    "science",
    "security",
    "services",
    "skills",
    "social",
    "sport",
    "sports",
    "technology",
    "tourism",
    "trade",
    "training",
    "transport",
    "transportation",
    "unification",
    "urban",
    "water",
    "welfare",
    "women",
    "works",
    "youth",
];

/// Nouns for bodies that a place owns by its name.
pub(super) const BODIES: &[&str] = &[
    "Academy",
    "Administration",
    "Agency",
    "Assembly",
    "Association",
    "Authority",
    "Bank",
    "Board",
    "Bureau",
    "Center",
    "Centre",
    "Chamber",
    "Commission",
    "Confederation",
    "Congress",
    "Council",
    "Court",
    "Federation",
    "Institute",
    "League",
    "Parliament",
    "Party",
    "Society",
    "Union",
    "University",
];

/// Small words that begin a surname and stand in no English phrase.
pub(super) const PARTICLES: &[&str] =
    &["al", "bin", "da", "dalla", "das", "del", "della", "di", "dos", "du", "ibn", "ten", "ter", "van", "von", "zu", "zur"];

/// What stands before the word for a landscape in a name.
pub(super) const PROTECTED: &[&str] =
    &["Biological", "Biosphere", "Forest", "Game", "Marine", "National", "Natural", "Nature", "Provincial", "Wildlife"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_tell_nothing_twice() {
        for (name, table) in [
            ("RANKS", RANKS),
            ("TITLES", TITLES),
            ("LAWS", LAWS),
            ("COMPANIES", COMPANIES),
            ("DIRECTIONS", DIRECTIONS),
            ("PREFIXES", PREFIXES),
            ("PORTFOLIOS", PORTFOLIOS),
            ("BODIES", BODIES),
            ("PARTICLES", PARTICLES),
            ("PROTECTED", PROTECTED),
        ] {
            assert!(table.windows(2).all(|w| w[0] < w[1]), "{name}");
        }
    }
}
