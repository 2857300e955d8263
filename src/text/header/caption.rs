//! Captions of pictures, told by their credit: "... October 22, 2019. REUTERS/Jason Lee/Files",
//! "(Photo: ...)", "Image: ...", "AP Photo/...".

use super::super::lexicon::{Form, Shape};
use super::super::{Document, Span, TokenKind};
use super::{dateline, outlets};
use std::ops::Range;

/// Which forms of a document can begin a credit, so that most tokens cost one look.
#[derive(Debug)]
pub(super) struct Credits(Vec<bool>);

impl Credits {
    pub(super) fn new(doc: &Document) -> Self {
        // Every credit begins with a capital or a sign.
        let begins = |form: Form<'_>| {
            let capital = matches!(form.shape, Shape::Capital | Shape::Upper | Shape::Mixed);
            let word = form.lower;
            matches!(form.text, "\u{a9}" | "dpa")
                || capital
                    && (LABELS.contains(&word)
                        || matches!(word, "getty" | "shutterstock" | "istock" | "epa-efe")
                        || outlets::begins_agency(word))
        };
        Self(doc.lexicon.forms().map(begins).collect())
    }

    fn may_begin(&self, doc: &Document, i: usize) -> bool {
        doc.tokens.get(i).is_some_and(|t| self.0.get(t.form.0 as usize).is_some_and(|&c| c))
    }
}

/// The end of the caption that begins `tokens`: the end of the block, or of the credit where a
/// dateline follows it.
pub(super) fn end(doc: &Document, credits: &Credits, tokens: &Range<usize>) -> Option<usize> {
    let mut scope = tokens.start..tokens.end.min(tokens.start + LONGEST);
    let credit = scope.find_map(|i| credits.may_begin(doc, i).then(|| credit_end(doc, i, tokens).map(|to| (i, to))).flatten());
    if let Some((_, to)) = credit {
        if to < tokens.end && dateline::read(doc, &(to..tokens.end), true).is_some() {
            return Some(to);
        }
        let quoted = || (to..tokens.end).any(|i| doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Quote));
        if tokens.end - to.min(tokens.end) <= 14 && !quoted() {
            return Some(tokens.end);
        }
    }
    (tokens.len() <= LONGEST && is_labelled(doc, tokens)).then_some(tokens.end)
}

/// The agency of the credit.
pub(super) fn agency(doc: &Document, tokens: &Range<usize>) -> Option<Span> {
    tokens.clone().find_map(|i| {
        let to = outlets::agency_end(doc, i, tokens.end)?;
        let credits = doc.form(to) == "/" || matches!(doc.lower(to), "photo" | "file" | "pool") || to == tokens.end || doc.form(to) == ")";
        credits.then(|| doc.span(i..to))
    })
}

/// No caption is longer than this, in tokens.
const LONGEST: usize = 110;

/// The end of a credit that begins at `i`.
fn credit_end(doc: &Document, i: usize, tokens: &Range<usize>) -> Option<usize> {
    let end = tokens.end;
    let lower = doc.lower(i);
    let next = doc.lower(i + 1);
    let touching = |i: usize| doc.tokens.get(i).is_some_and(|t| !t.spaced);
    // REUTERS/Jason Lee/Files, AP Photo/Jane Roe, AFP/Getty Images.
    if let Some(to) = outlets::agency_end(doc, i, end) {
        let slash = if doc.lower(to) == "photo" { to + 1 } else { to };
        // "... he said. - The Straits Times/Asia News Network" signs a report and not a picture.
        let signs = slash == to && i > tokens.start && doc.is_dash(i - 1);
        if !signs && doc.form(slash) == "/" && touching(slash) && doc.shape(slash + 1).is_capital() && touching(slash + 1) {
            return Some(names_end(doc, slash, end));
        }
        if doc.lower(to) == "photo" && doc.form(i).chars().all(char::is_uppercase) {
            return Some(names_end(doc, to + 1, end));
        }
    }
    let begins = i == tokens.start
        || matches!(doc.form(i - 1), "." | "(" | "[" | "|" | ")" | "\"" | "!" | "?" | "\u{2022}" | "/")
        || doc.is_dash(i - 1)
        || doc.tokens.get(i).is_some_and(|t| t.breaks > 0);
    if begins && LABELS.contains(&lower) {
        if next == ":" {
            return Some(names_end(doc, i + 2, end));
        }
        if next == "by" && doc.shape(i + 2).is_capital() || matches!(next, "courtesy" | "credit") {
            return Some(names_end(doc, i + 2, end));
        }
    }
    // "Getty Images", "Shutterstock" at the end.
    if lower == "getty" && next == "images" || matches!(lower, "shutterstock" | "istock" | "epa-efe") && i > tokens.start {
        return Some(names_end(doc, i + 1, end));
    }
    // "© Jane Roe" behind a caption; a line that begins with it is a legal one.
    (i > tokens.start && doc.form(i) == "\u{a9}" && doc.shape(i + 1).is_capital() && end - i <= 8).then_some(end)
}

const LABELS: &[&str] = &[
    "photo",
    "photos",
    "image",
    "images",
    "picture",
    "pictures",
    "photograph",
    "photographs",
    "credit",
    "pic",
    "video",
    "photographer",
    "illustration",
];

/// The end of the names and slashes of a credit.
fn names_end(doc: &Document, from: usize, end: usize) -> usize {
    let mut i = from;
    while i < end && i < from + 14 {
        let in_credit = matches!(doc.form(i), "/" | "," | "." | ")" | "]" | "-" | "|" | "\u{a9}" | "&" | "(")
            || doc.shape(i) != Shape::Lower
                && doc.tokens.get(i).is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Link | TokenKind::Number))
            || matches!(
                doc.lower(i),
                "via" | "of" | "the" | "and" | "file" | "files" | "photo" | "handout" | "by" | "for" | "courtesy" | "pool" | "from"
            );
        let dateline = doc.shape(i) == Shape::Upper
            && i > from
            && doc.tokens.get(i).is_some_and(|t| t.spaced)
            && dateline::read(doc, &(i..end), true).is_some();
        if !in_credit || dateline {
            break;
        }
        i += 1;
    }
    i.min(end)
}

/// "FILE PHOTO:", "FILE -", "In this Dec. 5, 2019, file photo, ...".
fn is_labelled(doc: &Document, tokens: &Range<usize>) -> bool {
    let at = tokens.start;
    let first = doc.lower(at);
    let labelled = |i: usize| doc.form(i) == ":" || doc.is_dash(i);
    match first {
        "file" => {
            matches!(doc.lower(at + 1), "photo" | "picture" | "image" | "pic") && tokens.len() > 2
                || labelled(at + 1) && doc.form(at) == "FILE"
        }
        "photo" | "image" | "picture" | "caption" | "photograph" | "pictured" | "pic" => doc.form(at + 1) == ":",
        "in" | "this" => {
            let this = if first == "in" { at + 1 } else { at };
            let photo = (this + 1..tokens.end.min(this + 9)).find(|&i| matches!(doc.lower(i), "photo" | "photograph" | "image"));
            doc.lower(this) == "this"
                && photo.is_some_and(|i| {
                    i == this + 1
                        || doc.lower(i - 1) == "file"
                        || matches!(doc.lower(i + 1), "," | "released" | "provided" | "taken" | "made")
                })
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caption(text: &str) -> Option<String> {
        let doc = Document::read(text);
        let tokens = 0..doc.tokens.len();
        end(&doc, &Credits::new(&doc), &tokens).map(|to| doc.span(0..to).of(text).to_owned())
    }

    #[test]
    fn usual_forms() {
        for text in [
            "The minister speaks at a forum in Oslo, Norway October 22, 2019. REUTERS/Jane Roe/Files",
            "Police stand guard in Oslo. (Photo: Jane Roe)",
            "Image: Andy Poe.",
            "Rescuers search the rubble (AP Photo/Jane Roe)",
            "The envoy leaves his hotel. Photograph: Jane Roe/The Guardian",
            "FILE PHOTO: The envoy arrives in Oslo, May 3, 2019. REUTERS/Jane Roe",
            "FILE - In this May 3, 2019 file photo, the envoy arrives.",
            "A damaged bridge in Oslo Getty Images",
            "In this photo released by the ministry, the envoy arrives.",
            "The envoy in Oslo. AFP/Getty Images",
            "The envoy in Oslo | Photo: Jane Roe",
            "Crowds in Oslo. Photo by Jane Roe / AFP",
        ] {
            assert_eq!(caption(text).as_deref(), Some(text), "{text}");
        }
        let joined = "The envoy in Oslo. REUTERS/Jane Roe/Files OSLO (Reuters) - The envoy left on Friday, police said.";
        assert_eq!(caption(joined).as_deref(), Some("The envoy in Oslo. REUTERS/Jane Roe/Files"));
    }

    #[test]
    fn sentences_are_none() {
        for text in [
            "The photo shows the envoy.",
            "In this case the court ruled for the state.",
            "OSLO (Reuters) - The envoy left on Friday.",
            "Reuters/Ipsos polls found that most would stay at home in May, and that few of them had ever thought of leaving the party at all.",
            "He posted a photo: it showed the bridge.",
        ] {
            assert_eq!(caption(text), None, "{text}");
        }
    }
}
