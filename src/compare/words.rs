//! Words as two reports share them: one numbering of stems for both, and how much each stem tells.
//!
//! Weights follow inverse document frequency over a background of news: a stem that one report in two
//! uses tells little, one that hardly any uses tells much. They are integers (quarter bits), so that
//! sums do not depend on their order and every machine gives the same result.

use crate::analysis::Report;
use crate::figure::stem;
use crate::order::Arrange;
use crate::text::lexicon::FixedMap;
use std::sync::OnceLock;

/// Stems of both reports in alphabetical order: the number of a stem does not depend on which report
/// stands left.
#[derive(Debug, Default)]
pub(crate) struct Stems {
    /// Weight of each stem; 0 for words that only hold sentences together.
    weights: Vec<u16>,
    names: Vec<String>,
}

/// Number of a stem; `NONE` for tokens without one (marks).
pub(crate) type StemId = u32;
pub(crate) const NONE: StemId = u32::MAX;

/// Weight of a stem that the background does not know, in quarter bits.
pub(crate) const RARE: u16 = 30;

impl Stems {
    /// Numbers the stems of two reports; gives for each the stem of every form of its lexicon.
    pub(crate) fn of(left: &Report, right: &Report) -> (Self, [Vec<StemId>; 2]) {
        let stems = |report: &Report| -> Vec<String> {
            let word = |s: &str| s.starts_with(|c: char| c.is_alphanumeric());
            report.document.lexicon.forms().map(|f| if word(f.lower) { stem(f.lower) } else { String::new() }).collect()
        };
        let (l, r) = (stems(left), stems(right));
        let mut names: Vec<String> = l.iter().chain(&r).filter(|s| !s.is_empty()).cloned().collect();
        names.arrange();
        names.dedup();
        let number = |s: &String| names.binary_search(s).map_or(NONE, |n| n as StemId);
        let ids = [l.iter().map(number).collect(), r.iter().map(number).collect()];
        let weights = names.iter().map(|s| weight(s)).collect();
        (Self { weights, names }, ids)
    }

    /// Weight of a stem.
    pub(crate) fn weight(&self, stem: StemId) -> u16 {
        self.weights.get(stem as usize).copied().unwrap_or(0)
    }

    /// The stem as a string.
    pub(crate) fn name(&self, stem: StemId) -> &str {
        self.names.get(stem as usize).map_or("", String::as_str)
    }

    /// The number of a stem, where either report has it.
    pub(crate) fn find(&self, stem: &str) -> Option<StemId> {
        self.names.binary_search_by(|name| name.as_str().cmp(stem)).ok().map(|n| n as StemId)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }
}

/// The weight of one stem by the background table.
pub(crate) fn weight(stem: &str) -> u16 {
    if stem.len() < 2 {
        return 0;
    }
    table().get(stem).copied().unwrap_or(RARE)
}

fn table() -> &'static FixedMap<&'static str, u16> {
    static TABLE: OnceLock<FixedMap<&'static str, u16>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut map = FixedMap::default();
        for line in include_str!("../../data/compare/frequencies.txt").lines() {
            let mut words = line.split(' ');
            let Some(weight) = words.next().and_then(|w| w.parse().ok()) else { continue };
            for word in words {
                map.insert(word, weight);
            }
        }
        map.extend(STOP.iter().map(|word| (*word, 0)));
        map
    })
}

/// Stems that carry no matter of their own. Given as stems.
const STOP: &[&str] = &[
    "a",
    "about",
    "abov",
    "according",
    "accord",
    "across",
    "add",
    "after",
    "afterward",
    "again",
    "against",
    "ago",
    "all",
    "almost",
    "along",
    "already",
    "also",
    "although",
    "am",
    "among",
    "an",
    "and",
    "another",
    "any",
    "are",
    "aren't",
    "around",
    "as",
    "at",
    "away",
    "back",
    "be",
    "becaus",
    "becom",
    "been",
    "befor",
    "being",
    "below",
    "between",
    "both",
    "but",
    "by",
    "came",
    "can",
    "can't",
    "cannot",
    "come",
    "could",
    "couldn't",
    "did",
    "didn't",
    "do",
    "doe",
    "doesn't",
    "don't",
    "done",
    "down",
    "dure",
    "during",
    "dur",
    "each",
    "either",
    "even",
    "ever",
    "everi",
    "few",
    "for",
    "from",
    "further",
    "get",
    "go",
    "got",
    "had",
    "hadn't",
    "has",
    "hasn't",
    "hav",
    "have",
    "haven't",
    "he",
    "her",
    "here",
    "herself",
    "him",
    "himself",
    "his",
    "how",
    "howev",
    "however",
    "i",
    "if",
    "in",
    "include",
    "includ",
    "into",
    "is",
    "isn't",
    "it",
    "itself",
    "its",
    "just",
    "last",
    "lat",
    "later",
    "least",
    "less",
    "like",
    "mad",
    "made",
    "mak",
    "make",
    "man",
    "mani",
    "may",
    "me",
    "meanwhil",
    "might",
    "more",
    "most",
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "much",
    "must",
    "my",
    "near",
    "nearli",
    "no",
    "nor",
    "not",
    "now",
    "of",
    "off",
    "on",
    "onc",
    "one",
    "onli",
    "on",
    "or",
    "other",
    "our",
    "out",
    "over",
    "own",
    "per",
    "said",
    "same",
    "sai",
    "say",
    "she",
    "should",
    "sinc",
    "sir",
    "so",
    "some",
    "still",
    "such",
    "take",
    "tak",
    "than",
    "that",
    "the",
    "their",
    "them",
    "themself",
    "themselv",
    "then",
    "there",
    "thes",
    "these",
    "they",
    "this",
    "thi",
    "thos",
    "those",
    "though",
    "through",
    "to",
    "told",
    "too",
    "took",
    "toward",
    "under",
    "until",
    "up",
    "upon",
    "us",
    "use",
    "used",
    "veri",
    "very",
    "via",
    "wa",
    "was",
    "wasn't",
    "we",
    "well",
    "went",
    "were",
    "weren't",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "whil",
    "while",
    "who",
    "whom",
    "whose",
    "whos",
    "whi",
    "why",
    "will",
    "with",
    "within",
    "without",
    "won't",
    "would",
    "wouldn't",
    "yet",
    "you",
    "your",
    "b",
    "c",
    "d",
    "e",
    "s",
    "t",
    "n't",
    "'s",
];

/// A print of a word by which equal words are found (FNV-1a). Spelling variants of English have one.
pub(crate) fn print(lower: &str) -> u64 {
    let mut word = lower.replace('-', "");
    // "neighbourhood", "favourite", "colourful".
    for (from, to) in [("bour", "bor"), ("vour", "vor"), ("lour", "lor")] {
        if word.len() > 5 && word.contains(from) {
            word = word.replace(from, to);
        }
    }
    for (from, to) in SPELLINGS {
        if let Some(head) = word.strip_suffix(from).filter(|h| h.len() > 2) {
            word = format!("{head}{to}");
            break;
        }
    }
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// Ends of words that British and American spelling write differently.
const SPELLINGS: &[(&str, &str)] = &[
    ("isation", "ization"),
    ("isations", "izations"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("ours", "ors"),
    ("our", "or"),
    ("oured", "ored"),
    ("tre", "ter"),
    ("tres", "ters"),
    ("grammes", "grams"),
    ("gramme", "gram"),
    ("efence", "efense"),
];
