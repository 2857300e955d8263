//! What stands around a report: credits of the desk, share lines, links to other reports, legal lines.

use super::super::lexicon::Form;
use super::super::{Document, TokenKind};
use super::outlets;
use std::ops::Range;

/// Labels of a page's sections, as they stand above a headline. In lower case.
const SECTIONS: &[&str] = &[
    "africa",
    "americas",
    "analysis",
    "asia",
    "asia pacific",
    "breaking",
    "breaking news",
    "business",
    "business news",
    "climate",
    "courts",
    "crime",
    "culture",
    "economy",
    "education",
    "entertainment",
    "environment",
    "europe",
    "exclusive",
    "finance",
    "health",
    "home",
    "international",
    "international news",
    "latest news",
    "lifestyle",
    "local",
    "local news",
    "markets",
    "middle east",
    "nation",
    "national",
    "national news",
    "news",
    "opinion",
    "politics",
    "regional news",
    "science",
    "society",
    "sport",
    "sports",
    "sports news",
    "tech",
    "technology",
    "top news",
    "top stories",
    "travel",
    "u.s.",
    "u.s. news",
    "u.s. politics",
    "uk",
    "uk news",
    "us",
    "us news",
    "us politics",
    "video",
    "weather",
    "world",
    "world news",
];

/// Whether a line is the label of a section and nothing else.
pub(super) fn is_section(doc: &Document, tokens: &Range<usize>) -> bool {
    let label = || tokens.clone().map(|i| doc.lower(i)).collect::<Vec<_>>().join(" ");
    tokens.len() <= 2 && SECTIONS.binary_search(&label().as_str()).is_ok()
}

/// Lines that begin with these words and have at most so many tokens. Words in lower case, as tokens;
/// "#" is a year. Sorted by the first word.
const BEGINNINGS: &[(&str, usize)] = &[
    ("( additional reporting by", 90),
    ("( c )", 80),
    ("( compiled by", 30),
    ("( editing by", 60),
    ("( reporting by", 90),
    ("( writing by", 60),
    ("add a comment", 20),
    ("additional reporting by", 90),
    ("all rights reserved", 60),
    ("also read", 30),
    ("article continues", 10),
    ("back to top", 6),
    ("by clicking", 60),
    ("categories :", 40),
    ("clarification :", 90),
    ("click here", 40),
    ("click to", 25),
    ("contact the author", 40),
    ("contact us", 30),
    ("continue reading", 20),
    ("copyright #", 80),
    ("copyright \u{a9}", 80),
    ("correction :", 90),
    ("download our", 30),
    ("download the", 30),
    ("editing by", 60),
    ("editor 's note", 90),
    ("editor's note", 90),
    ("editors' note", 90),
    ("email the author", 30),
    ("filed under", 40),
    ("find us on", 25),
    ("first published", 40),
    ("follow the", 25),
    ("follow us", 40),
    ("for more information", 40),
    ("get our", 40),
    ("get the latest", 40),
    ("have a tip", 40),
    ("image source", 12),
    ("join the conversation", 30),
    ("join us on", 25),
    ("jump to", 12),
    ("last updated", 40),
    ("leave a comment", 20),
    ("leave a reply", 20),
    ("like us", 25),
    ("listen :", 30),
    ("listen to this", 15),
    ("log in", 25),
    ("media contact", 30),
    ("more :", 30),
    ("more from", 15),
    ("more on this", 20),
    ("next article", 30),
    ("notes to editors", 8),
    ("our standards :", 30),
    ("photo gallery", 12),
    ("post a comment", 20),
    ("posted in", 30),
    ("previous article", 30),
    ("read :", 30),
    ("read also", 30),
    ("read full", 25),
    ("read more", 30),
    ("read next", 30),
    ("read the full", 25),
    ("read the original", 25),
    ("reading time", 10),
    ("related :", 40),
    ("reporting by", 90),
    ("see also", 30),
    ("share on", 15),
    ("share this", 20),
    ("share via", 15),
    ("show comments", 10),
    ("sign in", 25),
    ("sign up", 50),
    ("skip to", 12),
    ("source :", 20),
    ("stay up to date", 40),
    ("story continues", 10),
    ("subscribe", 50),
    ("support independent journalism", 60),
    ("support our journalism", 60),
    ("tags :", 60),
    ("tap here", 25),
    ("thank you for reading", 60),
    ("thanks for reading", 60),
    ("this article first appeared", 60),
    ("this article has been", 90),
    ("this article is part of", 60),
    ("this article is republished", 60),
    ("this article originally appeared", 60),
    ("this article was amended", 90),
    ("this article was corrected", 90),
    ("this article was first", 60),
    ("this article was originally", 60),
    ("this article was published", 60),
    ("this article was updated", 90),
    ("this article was written", 60),
    ("this post was", 60),
    ("this report was", 60),
    ("this story has been", 90),
    ("this story was", 60),
    ("to contact the", 60),
    ("topics :", 60),
    ("view comments", 10),
    ("watch :", 30),
    ("we use cookies", 60),
    ("with inputs from", 30),
    ("with reporting by", 40),
    ("writing by", 60),
    ("you may also", 20),
    ("you might also", 20),
    ("\u{a9}", 80),
];

/// Lines that are these words, but for marks and numbers. Sorted by the first word.
const WHOLE: &[&str] = &[
    "about the author",
    "about us",
    "advertisement",
    "advertisements",
    "advertising",
    "breaking",
    "breaking news",
    "close",
    "comment",
    "comments",
    "cookie policy",
    "end",
    "ends",
    "gallery",
    "home",
    "image",
    "latest news",
    "live",
    "load more",
    "loading",
    "menu",
    "more news",
    "most popular",
    "most read",
    "most viewed",
    "newsletter",
    "newsletters",
    "play video",
    "print",
    "print this page",
    "privacy policy",
    "promoted",
    "recommended",
    "recommended for you",
    "related",
    "related articles",
    "related content",
    "related coverage",
    "related links",
    "related news",
    "related stories",
    "related topics",
    "save",
    "search",
    "see more",
    "share",
    "show more",
    "sponsored",
    "sponsored content",
    "tags",
    "terms of service",
    "terms of use",
    "top stories",
    "topics",
    "trending",
    "trending now",
    "video",
    "view more",
    "watch live",
];

/// Such a line has at most so many tokens.
const WHOLE_MOST: usize = 8;

/// Lines that hold these words and have at most so many tokens.
const HOLDINGS: &[(&str, usize)] = &[
    ("all rights reserved", 120),
    ("contributed to this report", 60),
    ("contributed to this story", 60),
    ("contributed to this article", 60),
    ("contributed reporting", 60),
    ("min read", 8),
    ("minute read", 8),
    ("minutes read", 8),
    ("follow on twitter", 20),
    ("copyright notice", 30),
    ("terms and conditions", 40),
    ("may not be published , broadcast , rewritten", 80),
];

/// Lines under which headlines of other reports follow.
const LISTS: &[&str] = &[
    "related",
    "more on this",
    "most read",
    "most popular",
    "most viewed",
    "trending",
    "top stories",
    "latest news",
    "recommended",
    "you may also",
    "you might also",
    "read more",
    "see also",
    "read also",
    "also read",
    "more from",
    "read next",
    "more news",
    "tags",
    "topics",
];

/// Words of which share lines are made.
const SHARING: &[&str] = &[
    "share",
    "facebook",
    "twitter",
    "x",
    "whatsapp",
    "email",
    "e-mail",
    "mail",
    "linkedin",
    "reddit",
    "print",
    "pinterest",
    "telegram",
    "copy",
    "link",
    "messenger",
    "save",
    "comment",
    "comments",
    "tweet",
    "pin",
    "sms",
    "flipboard",
    "instagram",
    "youtube",
    "via",
    "on",
    "with",
    "and",
    "or",
    "to",
    "this",
    "article",
    "text",
    "size",
    "bookmark",
    "threads",
    "bluesky",
];

/// Words of share lines that are seldom anything else.
const NETWORKS: &[&str] =
    &["facebook", "twitter", "whatsapp", "linkedin", "reddit", "pinterest", "telegram", "flipboard", "tweet", "share", "bluesky"];

/// Tells furniture from text; knows which forms of the document begin what furniture holds, so that
/// most tokens cost one look.
#[derive(Debug)]
pub(super) struct Furniture {
    holders: Vec<bool>,
}

impl Furniture {
    pub(super) fn new(doc: &Document) -> Self {
        let begins = |form: Form<'_>| HOLDINGS.iter().any(|(words, _)| first(words) == form.lower);
        Self { holders: doc.lexicon.forms().map(begins).collect() }
    }

    /// Whether a block stands around the report and is not of it.
    pub(super) fn is(&self, doc: &Document, tokens: &Range<usize>) -> bool {
        if tokens.len() > LONGEST {
            return false;
        }
        let kind = |i: usize| doc.tokens.get(i).map(|t| t.kind);
        if tokens.clone().all(|i| matches!(kind(i), Some(TokenKind::Mark | TokenKind::Quote | TokenKind::Link))) {
            return true;
        }
        let inner = inner(doc, tokens);
        let fits =
            |&(words, most): &(&str, usize), range: &Range<usize>| tokens.len() <= most && begins(doc, range.start, range.end, words);
        let whole = |words: &&str| fits(&(words, WHOLE_MOST), &inner) && words.split(' ').count() == inner.len();
        let holds = |i: usize| {
            let may = doc.tokens.get(i).is_some_and(|t| self.holders.get(t.form.0 as usize).is_some_and(|&h| h));
            may && HOLDINGS.iter().any(|entry| fits(entry, &(i..tokens.end)))
        };
        alike(BEGINNINGS, |entry| entry.0, doc.lower(tokens.start)).iter().any(|entry| fits(entry, tokens))
            || alike(WHOLE, |words| words, doc.lower(inner.start)).iter().any(whole)
            || tokens.clone().any(holds)
            || is_share_line(doc, tokens)
    }
}

/// No furniture is longer than this, in tokens.
const LONGEST: usize = 120;

/// The entries of a sorted table whose `words` begin with `word`.
fn alike<T>(table: &'static [T], words: impl Fn(&T) -> &'static str, word: &str) -> &'static [T] {
    let from = table.partition_point(|entry| first(words(entry)) < word);
    let to = table.partition_point(|entry| first(words(entry)) <= word);
    table.get(from..to).unwrap_or(&[])
}

fn first(words: &str) -> &str {
    words.split(' ').next().unwrap_or("")
}

/// `tokens` without marks and numbers at either end.
fn inner(doc: &Document, tokens: &Range<usize>) -> Range<usize> {
    let is_word = |i: &usize| doc.tokens.get(*i).is_some_and(|t| t.kind == TokenKind::Word);
    let start = tokens.clone().find(is_word).unwrap_or(tokens.end);
    let end = tokens.clone().rev().find(is_word).map_or(start, |i| i + 1);
    start..end
}

/// Whether the tokens from `at` are `words`.
fn begins(doc: &Document, at: usize, end: usize, words: &str) -> bool {
    words.split(' ').enumerate().all(|(k, word)| {
        let form = if at + k < end { doc.lower(at + k) } else { "" };
        form == word || word == "#" && form.len() == 4 && form.starts_with(['1', '2'])
    })
}

fn is_share_line(doc: &Document, tokens: &Range<usize>) -> bool {
    if tokens.len() > 24 {
        return false;
    }
    let words = || tokens.clone().filter(|&i| doc.tokens.get(i).is_some_and(|t| t.kind != TokenKind::Mark && t.kind != TokenKind::Number));
    words().any(|i| NETWORKS.contains(&doc.lower(i))) && words().all(|i| SHARING.contains(&doc.lower(i)))
}

/// Whether headlines of other reports follow a line of furniture.
pub(super) fn opens_list(doc: &Document, tokens: &Range<usize>) -> bool {
    let inner = inner(doc, tokens);
    inner.len() <= 4 && LISTS.iter().any(|l| begins(doc, inner.start, inner.end, l))
}

/// Where the credits begin that close a paragraph: "... he said. (Reporting by ...; Editing by ...)".
pub(super) fn credit_start(doc: &Document, tokens: &Range<usize>) -> Option<usize> {
    let from = tokens.end.saturating_sub(LONGEST_CREDIT).max(tokens.start + 1);
    let at = (from..tokens.end).find(|&i| {
        let open = if doc.form(i) == "(" { i + 1 } else { i };
        let verb = if doc.lower(open) == "additional" { open + 1 } else { open };
        let behind = matches!(doc.form(i - 1), "." | "\"" | "!" | "?" | ")" | "...") || doc.form(i - 1).ends_with('.');
        behind
            && doc.shape(open).is_capital()
            && matches!(doc.lower(verb), "reporting" | "editing" | "writing")
            && doc.lower(verb + 1) == "by"
            && doc.shape(verb + 2).is_capital()
    });
    // An agency's sign-off behind the last full stop: "... he said. - Reuters", "... (AFP)".
    at.or_else(|| {
        let from = tokens.end.saturating_sub(6).max(tokens.start + 4);
        (from..tokens.end).find(|&i| {
            let behind = matches!(doc.form(i - 1), "." | "\"") && (doc.form(i) == "(" || doc.form(i) == "/" || doc.is_dash(i));
            behind && outlets::is_sign_off(doc, &(i..tokens.end))
        })
    })
}

/// No credit of the desk is longer than this, in tokens.
const LONGEST_CREDIT: usize = 70;

#[cfg(test)]
mod tests {
    use super::*;

    fn is(text: &str) -> bool {
        let doc = Document::read(text);
        Furniture::new(&doc).is(&doc, &(0..doc.tokens.len()))
    }

    #[test]
    fn sections_are_sorted() {
        assert!(SECTIONS.windows(2).all(|w| w[0] < w[1]));
    }

    #[test]
    fn tables_are_sorted() {
        assert!(BEGINNINGS.is_sorted_by_key(|entry| first(entry.0)));
        assert!(WHOLE.is_sorted_by_key(|words| first(words)));
    }

    #[test]
    fn lines_around_a_report() {
        for text in [
            "Reporting by Jane Roe; Editing by John Doe",
            "(Reporting by Jane Roe in Oslo; Editing by John Doe)",
            "Read more: The envoy who would not leave",
            "ADVERTISEMENT",
            "Advertisement",
            "Share this article",
            "Facebook Twitter WhatsApp Email",
            "Share | Tweet | Print",
            "\u{a9} 2019 The Daily Example. All rights reserved.",
            "Copyright 2019 Example Press",
            "Follow us on Twitter @example",
            "Related:",
            "5 min read",
            "***",
            "Sign up for our newsletter and never miss a story.",
            "This article was amended on 3 May 2019 to correct a name.",
            "https://example.com/story",
            "Tags: Norway, envoys",
            "Comments (12)",
            "Source: Reuters",
            "- ENDS -",
            "Associated Press writer Jane Roe contributed to this report.",
        ] {
            assert!(is(text), "{text}");
        }
    }

    #[test]
    fn sentences_are_none() {
        for text in [
            "Share prices fell on Friday.",
            "Comments by the minister angered the opposition.",
            "Related crimes have risen.",
            "Reporting from Oslo is hard.",
            "Home prices rose.",
            "The video shows the envoy.",
            "Sources said the deal was done.",
            "Twitter said it would share data with Facebook and the police.",
            "Print media are in decline.",
        ] {
            assert!(!is(text), "{text}");
        }
    }
}
