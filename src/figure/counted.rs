//! What a number counts: the noun phrase behind it, its head, and what is said of it.
//!
//! No part-of-speech tagger stands behind this: the phrase ends at function words and marks, and its
//! head is the first plural noun ("14,300 older *houses* in Lower Rossby"), or its last word where
//! the number is one or the number is part of a compound ("24-*bed* unit").

use super::stem::stem;
use crate::calendar::MONTHS;
use crate::text::{Document, TokenKind};

/// What follows or governs a number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Counted {
    /// First and past-the-last token of the noun phrase; empty where none is found.
    pub first: usize,
    pub last: usize,
    /// Number of the head's token.
    pub head: Option<usize>,
    /// Head in its dictionary form.
    pub noun: String,
    /// What is said of it, as a [`matter`].
    pub state: String,
}

/// Reads what the number counts that ends before token `at` and begins (with its "at least") at
/// `start`; `one` where the value is one; `limit` is the end of the sentence.
pub(super) fn counted(doc: &Document, start: usize, at: usize, one: bool, limit: usize) -> Counted {
    let mut found = Counted { first: at, last: at, ..Counted::default() };
    let mut i = at;
    if doc.lower(i) == "of" {
        i += 1;
        while matches!(doc.lower(i), "the" | "its" | "their" | "his" | "her" | "those" | "all" | "these" | "our") {
            i += 1;
        }
        found.first = i;
    } else if matches!(doc.lower(i), "other" | "more" | "additional" | "further" | "new") {
        i += 1;
    }
    let begin = i;
    while i < limit && i < begin + 6 {
        let word = doc.lower(i);
        let Some(token) = doc.tokens.get(i) else { break };
        if token.kind != TokenKind::Word || word == "'s" || is_function(word) {
            break;
        }
        if state_word(word).is_some() && i == begin {
            // "36 dead", "27 injured", "two missing soldiers": a state used as a noun or adjective.
            found.state = matter(word);
            if !is_plural(doc.lower(i + 1)) {
                found.head = Some(i);
                break;
            }
            i += 1;
            continue;
        }
        if one {
            if i > begin && (is_past(word) || (word.ends_with("ing") && !is_gerund_noun(word))) {
                break;
            }
            found.head = Some(i);
            i += 1;
            continue;
        }
        // "the two exchanged views": the number stands alone and counts nothing that follows.
        if i == begin && is_past(word) && doc.lower(at.wrapping_sub(1)) == "two" && start > 0 && doc.lower(start - 1) == "the" {
            break;
        }
        if is_plural(word) {
            found.head = Some(i);
            i += 1;
            let next = doc.lower(i);
            let compound = is_plural(next)
                && !is_function(next)
                && i < limit
                && !PRESENT.contains(&next)
                && !UNITS_OF_TIME.contains(&next)
                && !is_people(word);
            if !compound {
                break;
            }
            continue;
        }
        if i > begin && is_past(word) && found.head.is_none() && !doc.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Word) {
            break;
        }
        i += 1;
    }
    let Some(head) = found.head else {
        // "more than 100 were wounded", "twenty-seven of them were taken to hospital".
        let after = if doc.lower(at) == "of" && is_pronoun(doc.lower(at + 1)) { at + 2 } else { at };
        found.last = found.first;
        if parent(doc, start) {
            found.state = governor(doc, start);
            return found;
        }
        found.state = predicate(doc, after, limit).unwrap_or_else(|| governor(doc, start));
        return found;
    };
    found.noun = singular(doc.lower(head));
    found.last = head + 1;
    // "... in South Korea", "... of the party": names that say whose.
    let mut end = head + 1;
    if matches!(doc.lower(end), "in" | "of" | "from" | "at") {
        let mut name = end + 1;
        if doc.lower(name) == "the" {
            name += 1;
        }
        let from = name;
        while name < limit
            && name < from + 4
            && doc.tokens.get(name).is_some_and(|t| t.kind == TokenKind::Word)
            && doc.form(name).starts_with(char::is_uppercase)
            && !MONTHS.contains(&doc.lower(name))
        {
            name += 1;
        }
        if name > from {
            end = name;
        }
    }
    found.last = end;
    if found.state.is_empty() && parent(doc, start) {
        found.state = governor(doc, start);
    } else if found.state.is_empty() {
        found.state = predicate(doc, found.last, limit).unwrap_or_else(|| governor(doc, start));
    }
    found
}

/// Nouns in "-ing" that reports count; other words in "-ing" behind a noun are participles.
fn is_gerund_noun(word: &str) -> bool {
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

/// Whether whose children are counted stands before the number: what is said of "the mother of 12" is not
/// said of the twelve.
fn parent(doc: &Document, start: usize) -> bool {
    let word = |back: usize| start.checked_sub(back).map_or("", |b| doc.lower(b));
    matches!(word(1), "of" | "to")
        && matches!(word(2), "mother" | "father" | "parent" | "parents" | "mom" | "mum" | "dad" | "grandmother" | "grandfather")
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "them" | "those" | "these" | "us" | "whom" | "which")
}

/// What is said of a subject that ends before `at`: "were killed", "have been arrested", "died".
fn predicate(doc: &Document, at: usize, limit: usize) -> Option<String> {
    let mut i = at;
    let mut auxiliary = false;
    while i < limit && i < at + 7 {
        let word = doc.lower(i);
        if matches!(
            word,
            "were"
                | "was"
                | "are"
                | "is"
                | "have"
                | "has"
                | "had"
                | "been"
                | "being"
                | "be"
                | "also"
                | "still"
                | "remain"
                | "remained"
                | "will"
                | "would"
                | "feared"
                | "confirmed"
                | "reported"
                | "so"
                | "far"
                | "later"
                | "now"
                | "who"
        ) {
            auxiliary |= !matches!(word, "also" | "still" | "who");
            i += 1;
            continue;
        }
        if matches!(word, "not" | "never") {
            return Some(String::new());
        }
        if state_word(word).is_some() {
            return Some(matter(word));
        }
        if word == "lost" && doc.lower(i + 1) == "their" && doc.lower(i + 2) == "lives" {
            return Some("kill".to_owned());
        }
        let verb = is_past(word)
            || (auxiliary && word.ends_with("ing"))
            || (auxiliary && doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word) && !is_function(word));
        return verb.then(|| matter(word));
    }
    None
}

/// The nearest content word before a number: "killing at least four", "cost 8.6 million pounds".
pub(super) fn governor(doc: &Document, start: usize) -> String {
    let mut i = start;
    for _ in 0..4 {
        let Some(before) = i.checked_sub(1) else { break };
        let word = doc.lower(before);
        let Some(token) = doc.tokens.get(before) else { break };
        if token.kind != TokenKind::Word {
            break;
        }
        if matches!(
            word,
            "of" | "at"
                | "to"
                | "by"
                | "a"
                | "an"
                | "the"
                | "for"
                | "is"
                | "was"
                | "were"
                | "are"
                | "with"
                | "than"
                | "from"
                | "another"
                | "its"
                | "their"
                | "his"
                | "her"
        ) {
            i = before;
            continue;
        }
        if is_function(word) || word == "'s" {
            break;
        }
        return matter(word);
    }
    String::new()
}

/// States of people that reports count, in all the words that name them.
fn state_word(word: &str) -> Option<&'static str> {
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
    const WORDS: &[&str] = &[
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
    WORDS.binary_search(&word).is_ok()
}

fn is_people(word: &str) -> bool {
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
const PRESENT: &[&str] = &["says", "remains", "includes", "means", "shows", "comes", "takes", "needs"];

/// Units behind a noun begin another measure: "20 people days later".
const UNITS_OF_TIME: &[&str] = &["days", "months", "years", "hours", "weeks", "times"];

/// Whether a word looks like a past form.
fn is_past(word: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

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
