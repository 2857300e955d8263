//! What words tell of themselves where a number stands before them: function word, plural, past form, what state
//! of people they are for.

use super::stem::stem;

/// States of people that reports count, in all the words that name them.
pub(super) fn state_word(word: &str) -> Option<&'static str> {
    Some(match word {
        "dead" | "died" | "killed" | "die" | "dies" | "dying" | "kills" | "killing" | "kill" | "perished" | "deaths" | "death"
        | "fatalities" | "fatality" | "drowned" => "kill",
        "injured" | "wounded" | "hurt" | "injuring" | "wounding" | "injury" | "injuries" | "injures" | "injure" | "wounds" => "injure",
        "missing" | "unaccounted" | "disappeared" => "missing",
        "arrested" | "detained" | "arrests" | "arresting" | "detaining" | "detentions" | "arrest" | "detain" => "arrest",
        "rescued" | "rescuing" | "saved" | "rescue" | "rescues" => "rescue",
        "evacuated" | "evacuating" | "evacuate" | "evacuations" => "evacuate",
        "homeless" | "displaced" | "displacing" => "displace",
        "infected" | "infecting" | "infections" => "infect",
        "hospitalised" | "hospitalized" | "hospital" => "hospital",
        "charged" | "indicted" => "charge",
        "convicted" => "convict",
        _ => return None,
    })
}

/// A word reduced to what it says, so that "killed", "dead" and "deaths" are one.
pub(super) fn matter(word: &str) -> String {
    state_word(word).map_or_else(|| stem(word), str::to_owned)
}

/// Words that end or precede a noun phrase and are no part of it.
pub(super) fn is_function(word: &str) -> bool {
    FUNCTION.binary_search(&word).is_ok()
}

pub(super) fn is_people(word: &str) -> bool {
    matches!(word, "people" | "men" | "women" | "children" | "others" | "persons")
}

/// Whether a word looks like a plural noun.
pub(super) fn is_plural(word: &str) -> bool {
    const IRREGULAR: &[&str] = &[
        "aircraft",
        "cattle",
        "children",
        "craft",
        "criteria",
        "crew",
        "data",
        "fish",
        "media",
        "mice",
        "personnel",
        "police",
        "series",
        "sheep",
        "spacecraft",
        "species",
        "staff",
        "teeth",
    ];
    if IRREGULAR.contains(&word) || word.ends_with("men") || word.ends_with("people") {
        return true;
    }
    word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is") && !is_function(word)
}

/// Present forms of verbs in "-s", which look like plurals.
pub(super) const PRESENT: &[&str] = &["says", "remains", "includes", "means", "shows", "comes", "takes", "needs"];

/// Units behind a noun begin another measure: "20 people days later".
pub(super) const UNITS_OF_TIME: &[&str] = &["days", "months", "years", "hours", "weeks", "times"];

/// Whether a word looks like a past form.
pub(super) fn is_past(word: &str) -> bool {
    const IRREGULAR: &[&str] = &[
        "became", "began", "bought", "broke", "brought", "built", "came", "caught", "cost", "cut", "did", "fell", "felt", "fled", "flew",
        "found", "fought", "gave", "got", "grew", "held", "hit", "kept", "knew", "laid", "led", "left", "lost", "made", "meant", "met",
        "paid", "put", "ran", "rose", "sat", "saw", "sent", "set", "shot", "shut", "sold", "spent", "spoke", "stood", "struck", "swept",
        "taken", "took", "went", "won", "wrote",
    ];
    (word.len() > 4 && word.ends_with("ed")) || IRREGULAR.contains(&word)
}

/// A noun in its dictionary form, by the regular plurals and a few irregular ones.
pub(crate) fn singular(word: &str) -> String {
    let irregular = match word {
        "people" | "persons" | "person" | "others" => "person",
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        "lives" => "life",
        "criteria" => "criterion",
        "mice" => "mouse",
        "teeth" => "tooth",
        "series" | "species" | "news" => word,
        _ => "",
    };
    if !irregular.is_empty() {
        return irregular.to_owned();
    }
    if let Some(stem) = word.strip_suffix("men").filter(|s| s.len() > 2) {
        return format!("{stem}man");
    }
    for (plural, single) in [("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zes", "ze"), ("oes", "o")] {
        if let Some(stem) = word.strip_suffix(plural).filter(|s| s.len() > 1) {
            return format!("{stem}{single}");
        }
    }
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with('s') && !stem.ends_with('u') && !stem.ends_with('i') => stem.to_owned(),
        _ => word.to_owned(),
    }
}

/// Nouns in "-ing" that reports count; other words in "-ing" behind a noun are participles.
pub(super) fn is_gerund_noun(word: &str) -> bool {
    matches!(
        word,
        "meeting"
            | "building"
            | "hearing"
            | "briefing"
            | "bombing"
            | "shooting"
            | "killing"
            | "ruling"
            | "crossing"
            | "landing"
            | "wedding"
            | "sitting"
            | "stabbing"
            | "warning"
            | "reading"
    )
}

/// Function words and verbs like them, sorted.
const FUNCTION: &[&str] = &[
    "a",
    "about",
    "above",
    "according",
    "across",
    "after",
    "against",
    "ago",
    "all",
    "along",
    "also",
    "although",
    "among",
    "an",
    "and",
    "any",
    "apart",
    "are",
    "around",
    "as",
    "at",
    "away",
    "back",
    "because",
    "been",
    "before",
    "behind",
    "being",
    "below",
    "beneath",
    "beside",
    "between",
    "beyond",
    "both",
    "but",
    "by",
    "can",
    "could",
    "did",
    "do",
    "does",
    "down",
    "due",
    "during",
    "each",
    "earlier",
    "either",
    "else",
    "even",
    "ever",
    "every",
    "except",
    "for",
    "from",
    "had",
    "has",
    "have",
    "he",
    "her",
    "here",
    "him",
    "his",
    "how",
    "i",
    "if",
    "in",
    "including",
    "inside",
    "into",
    "is",
    "it",
    "its",
    "just",
    "later",
    "less",
    "like",
    "may",
    "me",
    "might",
    "more",
    "most",
    "must",
    "my",
    "near",
    "neither",
    "no",
    "nor",
    "not",
    "now",
    "of",
    "off",
    "on",
    "once",
    "only",
    "onto",
    "or",
    "our",
    "out",
    "outside",
    "over",
    "past",
    "per",
    "plus",
    "prior",
    "respectively",
    "said",
    "say",
    "says",
    "she",
    "should",
    "since",
    "so",
    "some",
    "still",
    "such",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "through",
    "throughout",
    "till",
    "to",
    "together",
    "too",
    "toward",
    "towards",
    "under",
    "until",
    "up",
    "upon",
    "us",
    "versus",
    "via",
    "vs",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "will",
    "with",
    "within",
    "without",
    "would",
    "yet",
    "you",
    "your",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_are_sorted() {
        assert!(FUNCTION.windows(2).all(|w| w[0] < w[1]));
    }

    #[test]
    fn nouns_lose_their_plural() {
        for (plural, single) in [
            ("troops", "troop"),
            ("ferries", "ferry"),
            ("people", "person"),
            ("boxes", "box"),
            ("bus", "bus"),
            ("policemen", "policeman"),
            ("crashes", "crash"),
        ] {
            assert_eq!(singular(plural), single);
        }
    }
}
