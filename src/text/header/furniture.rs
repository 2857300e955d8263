//! What stands around a report: credits of the desk, share lines, links to other reports, legal lines.

use super::super::{Document, TokenKind};
use super::outlets;
use std::ops::Range;

/// How a line of furniture is told.
#[derive(Debug, Clone, Copy)]
enum Rule {
    /// The block begins with these words and has at most so many tokens.
    Begins(&'static str, usize),
    /// The block is these words, but for marks.
    Is(&'static str),
    /// The block holds these words and has at most so many tokens.
    Holds(&'static str, usize),
}

use Rule::{Begins, Holds, Is};

/// Words in lower case, as tokens.
const RULES: &[Rule] = &[
    Begins("( reporting by", 90),
    Begins("reporting by", 90),
    Begins("additional reporting by", 90),
    Begins("( additional reporting by", 90),
    Begins("editing by", 60),
    Begins("( editing by", 60),
    Begins("( writing by", 60),
    Begins("writing by", 60),
    Begins("( compiled by", 30),
    Begins("our standards :", 30),
    Begins("read more", 30),
    Begins("read also", 30),
    Begins("read next", 30),
    Begins("also read", 30),
    Begins("read :", 30),
    Begins("read the full", 25),
    Begins("read full", 25),
    Begins("read the original", 25),
    Begins("see also", 30),
    Begins("related :", 40),
    Begins("more :", 30),
    Begins("watch :", 30),
    Begins("listen :", 30),
    Begins("follow us", 40),
    Begins("follow the", 25),
    Begins("like us", 25),
    Begins("find us on", 25),
    Begins("join us on", 25),
    Begins("share this", 20),
    Begins("share on", 15),
    Begins("share via", 15),
    Begins("sign up", 50),
    Begins("sign in", 25),
    Begins("log in", 25),
    Begins("subscribe", 50),
    Begins("click here", 40),
    Begins("click to", 25),
    Begins("tap here", 25),
    Begins("download our", 30),
    Begins("download the", 30),
    Begins("get the latest", 40),
    Begins("get our", 40),
    Begins("stay up to date", 40),
    Begins("copyright \u{a9}", 80),
    Begins("\u{a9}", 80),
    Begins("( c )", 80),
    Begins("copyright 1", 80),
    Begins("copyright 2", 80),
    Begins("all rights reserved", 60),
    Begins("this article was amended", 90),
    Begins("this article was originally", 60),
    Begins("this article was updated", 90),
    Begins("this article was corrected", 90),
    Begins("this article was first", 60),
    Begins("this article was written", 60),
    Begins("this article was published", 60),
    Begins("this article first appeared", 60),
    Begins("this article originally appeared", 60),
    Begins("this article has been", 90),
    Begins("this article is republished", 60),
    Begins("this article is part of", 60),
    Begins("this story was", 60),
    Begins("this story has been", 90),
    Begins("this report was", 60),
    Begins("this post was", 60),
    Begins("editor's note", 90),
    Begins("editor 's note", 90),
    Begins("editors' note", 90),
    Begins("correction :", 90),
    Begins("clarification :", 90),
    Begins("tags :", 60),
    Begins("topics :", 60),
    Begins("filed under", 40),
    Begins("categories :", 40),
    Begins("posted in", 30),
    Begins("source :", 20),
    Begins("sources :", 30),
    Begins("first published", 40),
    Begins("last updated", 40),
    Begins("to contact the", 60),
    Begins("contact the author", 40),
    Begins("contact us", 30),
    Begins("email the author", 30),
    Begins("leave a comment", 20),
    Begins("leave a reply", 20),
    Begins("join the conversation", 30),
    Begins("view comments", 10),
    Begins("show comments", 10),
    Begins("post a comment", 20),
    Begins("add a comment", 20),
    Begins("support our journalism", 60),
    Begins("support independent journalism", 60),
    Begins("thank you for reading", 60),
    Begins("thanks for reading", 60),
    Begins("next article", 30),
    Begins("previous article", 30),
    Begins("more on this", 20),
    Begins("more from", 15),
    Begins("you may also", 20),
    Begins("you might also", 20),
    Begins("skip to", 12),
    Begins("jump to", 12),
    Begins("back to top", 6),
    Begins("article continues", 10),
    Begins("story continues", 10),
    Begins("continue reading", 20),
    Begins("listen to this", 15),
    Begins("image source", 12),
    Begins("reading time", 10),
    Begins("by clicking", 60),
    Begins("we use cookies", 60),
    Begins("have a tip", 40),
    Begins("with inputs from", 30),
    Begins("with reporting by", 40),
    Begins("for more information", 40),
    Begins("notes to editors", 8),
    Begins("media contact", 30),
    Begins("photo gallery", 12),
    Is("advertisement"),
    Is("advertisements"),
    Is("advertising"),
    Is("sponsored"),
    Is("sponsored content"),
    Is("promoted"),
    Is("comments"),
    Is("comment"),
    Is("share"),
    Is("print"),
    Is("print this page"),
    Is("save"),
    Is("tags"),
    Is("topics"),
    Is("related"),
    Is("related stories"),
    Is("related articles"),
    Is("related topics"),
    Is("related news"),
    Is("related links"),
    Is("related content"),
    Is("related coverage"),
    Is("most read"),
    Is("most popular"),
    Is("most viewed"),
    Is("trending"),
    Is("trending now"),
    Is("top stories"),
    Is("latest news"),
    Is("recommended"),
    Is("recommended for you"),
    Is("newsletter"),
    Is("newsletters"),
    Is("see more"),
    Is("view more"),
    Is("show more"),
    Is("load more"),
    Is("more news"),
    Is("loading"),
    Is("menu"),
    Is("home"),
    Is("search"),
    Is("privacy policy"),
    Is("terms of use"),
    Is("terms of service"),
    Is("cookie policy"),
    Is("about us"),
    Is("about the author"),
    Is("ends"),
    Is("end"),
    Is("breaking"),
    Is("breaking news"),
    Is("live"),
    Is("video"),
    Is("watch live"),
    Is("play video"),
    Is("image"),
    Is("gallery"),
    Is("close"),
    Holds("all rights reserved", 120),
    Holds("contributed to this report", 60),
    Holds("contributed to this story", 60),
    Holds("contributed to this article", 60),
    Holds("contributed reporting", 60),
    Holds("min read", 8),
    Holds("minute read", 8),
    Holds("minutes read", 8),
    Holds("follow on twitter", 20),
    Holds("copyright notice", 30),
    Holds("terms and conditions", 40),
    Holds("may not be published , broadcast , rewritten", 80),
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

/// Whether a block stands around the report and is not of it.
pub(super) fn is_furniture(doc: &Document, tokens: &Range<usize>) -> bool {
    if tokens.len() > 120 {
        return false;
    }
    let kind = |i: usize| doc.tokens.get(i).map(|t| t.kind);
    if tokens.clone().all(|i| matches!(kind(i), Some(TokenKind::Mark | TokenKind::Quote | TokenKind::Link))) {
        return true;
    }
    RULES.iter().any(|rule| rule.fits(doc, tokens)) || is_share_line(doc, tokens)
}

impl Rule {
    fn fits(self, doc: &Document, tokens: &Range<usize>) -> bool {
        match self {
            Begins(words, most) => tokens.len() <= most && begins(doc, tokens.start, tokens.end, words),
            Is(words) => {
                let inner = inner(doc, tokens);
                inner.len() <= 4 && begins(doc, inner.start, inner.end, words) && words.split(' ').count() == inner.len()
            }
            Holds(words, most) => tokens.len() <= most && tokens.clone().any(|i| begins(doc, i, tokens.end, words)),
        }
    }
}

/// `tokens` without marks and numbers at either end.
fn inner(doc: &Document, tokens: &Range<usize>) -> Range<usize> {
    let is_word = |i: &usize| doc.tokens.get(*i).is_some_and(|t| t.kind == TokenKind::Word);
    let start = tokens.clone().find(is_word).unwrap_or(tokens.end);
    let end = tokens.clone().rev().find(is_word).map_or(start, |i| i + 1);
    start..end
}

/// Whether the tokens from `at` are `words`; a last word of one digit fits any number that begins so.
fn begins(doc: &Document, at: usize, end: usize, words: &str) -> bool {
    words.split(' ').enumerate().all(|(k, word)| {
        let form = if at + k < end { doc.lower(at + k) } else { "" };
        form == word || matches!(word, "1" | "2") && form.len() == 4 && form.starts_with(word)
    })
}

fn is_share_line(doc: &Document, tokens: &Range<usize>) -> bool {
    let words = || tokens.clone().filter(|&i| doc.tokens.get(i).is_some_and(|t| t.kind != TokenKind::Mark && t.kind != TokenKind::Number));
    tokens.len() <= 24 && words().any(|i| NETWORKS.contains(&doc.lower(i))) && words().all(|i| SHARING.contains(&doc.lower(i)))
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
        is_furniture(&doc, &(0..doc.tokens.len()))
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
