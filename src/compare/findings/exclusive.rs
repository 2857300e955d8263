//! Words of which one at most can be said of one thing, in sets: who is naked is not clothed, what
//! happened in the morning did not happen at night. Words of one row say the same.

/// The rows of one set exclude each other.
pub(super) type Set = &'static [&'static [&'static str]];

/// Sets of plain words. "Northern" and "northeastern" do not exclude each other. Left out are words that are as often verbs or names ("left", "brown").
pub(super) const SETS: &[Set] = &[
    &[&["naked", "nude", "unclothed"], &["clothed", "dressed"]],
    &[&["alive", "living"], &["dead", "lifeless"]],
    &[&["unharmed", "unhurt", "uninjured", "unscathed"], &["injured", "wounded", "hurt"]],
    &[&["conscious"], &["unconscious"]],
    &[&["armed"], &["unarmed"]],
    &[&["locked"], &["unlocked"]],
    &[&["loaded"], &["unloaded"]],
    &[&["sober"], &["drunk", "drunken", "intoxicated"]],
    &[&["accidental", "accidentally", "unintentional"], &["deliberate", "deliberately", "intentional", "intentionally"]],
    &[&["voluntary", "voluntarily"], &["involuntary", "involuntarily", "forced"]],
    &[&["unanimous", "unanimously"], &["divided", "split"]],
    &[&["married"], &["unmarried", "single"], &["divorced"], &["widowed"]],
    &[&["legal", "legally"], &["illegal", "illegally"]],
    &[&["temporary", "temporarily"], &["permanent", "permanently"]],
    &[&["minor", "slight"], &["serious", "severe", "critical"]],
    &[&["empty", "vacant"], &["crowded", "packed", "occupied"]],
    &[&["morning", "dawn", "daybreak"], &["midday", "noon", "lunchtime"], &["afternoon"], &["evening", "night", "midnight", "dusk"]],
    &[&["weekly"], &["monthly"], &["quarterly"], &["yearly", "annual", "annually"]],
    &[&["north", "northern"], &["south", "southern"], &["east", "eastern"], &["west", "western"], &["central"]],
    &[
        &["arm", "elbow", "forearm"],
        &["leg", "thigh", "knee", "calf"],
        &["head", "skull", "face"],
        &["chest"],
        &["neck", "throat"],
        &["shoulder"],
        &["stomach", "abdomen", "belly"],
        &["hand", "wrist"],
        &["foot", "ankle"],
        &["hip", "pelvis"],
    ],
    &[
        &["pistol", "handgun", "revolver"],
        &["rifle"],
        &["shotgun"],
        &["knife"],
        &["machete"],
        &["sword"],
        &["axe", "hatchet"],
        &["hammer"],
        &["crowbar"],
    ],
    &[
        &["bus", "coach", "minibus"],
        &["lorry", "truck"],
        &["motorcycle", "motorbike"],
        &["bicycle", "bike"],
        &["helicopter"],
        &["ferry"],
        &["tram"],
    ],
    &[
        &["kitchen"],
        &["bedroom"],
        &["bathroom"],
        &["basement", "cellar"],
        &["attic"],
        &["garage"],
        &["hallway", "corridor"],
        &["lobby"],
        &["stairwell", "staircase"],
        &["balcony"],
    ],
    &[&["man", "male"], &["woman", "female"], &["boy"], &["girl"]],
    &[&["first-degree"], &["second-degree"], &["third-degree"]],
    &[&["sergeant"], &["lieutenant"], &["captain"], &["colonel"], &["corporal"]],
    &[&["gold"], &["silver"], &["bronze"]],
    &[&["freshman"], &["sophomore"], &["junior"], &["senior"]],
    &[&["red"], &["blue"], &["green"], &["yellow"], &["purple"], &["orange"], &["pink"]],
];

/// Nouns of places of which a word before them tells which one is meant.
pub(super) const PLACES: &[&str] =
    &["room", "door", "gate", "entrance", "exit", "wing", "floor", "terminal", "platform", "office", "hall", "corridor", "lane", "ward"];

/// The same as parts of names.
pub(super) const NAMED_PLACES: &[&str] = &[
    "road",
    "street",
    "avenue",
    "boulevard",
    "drive",
    "lane",
    "highway",
    "bridge",
    "hospital",
    "hotel",
    "school",
    "prison",
    "jail",
    "station",
    "park",
    "airport",
    "stadium",
    "church",
    "mosque",
    "square",
    "river",
    "lake",
];

/// The words of a person's tie to another of which one at most holds. Within a row the ties are close
/// enough to be taken for each other.
pub(super) const TIES: Set = &[
    &["brother", "half-brother", "stepbrother", "step-brother", "brother-in-law", "cousin"],
    &["sister", "half-sister", "stepsister", "step-sister", "sister-in-law", "cousin"],
    &["son", "stepson", "grandson", "nephew", "son-in-law"],
    &["daughter", "stepdaughter", "granddaughter", "niece", "daughter-in-law"],
    &["father", "stepfather", "grandfather", "uncle", "father-in-law"],
    &["mother", "stepmother", "grandmother", "aunt", "mother-in-law"],
    &["husband", "ex-husband", "boyfriend", "ex-boyfriend", "fianc\u{e9}", "fiance"],
    &["wife", "ex-wife", "girlfriend", "ex-girlfriend", "fianc\u{e9}e", "fiancee", "mistress"],
];
