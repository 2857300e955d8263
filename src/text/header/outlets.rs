//! Agencies and outlets: the names that datelines, bylines, credits and sources use.

use super::super::lexicon::Shape;
use super::super::{Document, Span};
use std::ops::Range;

/// Agencies and broadcasters as they sign, in lower case and sorted.
const AGENCIES: &[&[&str]] = &[
    &["aa"],
    &["aap"],
    &["abc"],
    &["abc", "news"],
    &["afp"],
    &["afrol", "news"],
    &["agence", "france", "presse"],
    &["agence", "france-presse"],
    &["al", "jazeera"],
    &["anadolu"],
    &["anadolu", "agency"],
    &["ani"],
    &["ansa"],
    &["antara"],
    &["ap"],
    &["app"],
    &["associated", "press"],
    &["axios"],
    &["bbc"],
    &["bbc", "news"],
    &["bernama"],
    &["bloomberg"],
    &["bss"],
    &["canadian", "press"],
    &["cbc"],
    &["cbc", "news"],
    &["cbs"],
    &["cbs", "news"],
    &["cnbc"],
    &["cnn"],
    &["deutsche", "welle"],
    &["dpa"],
    &["dw"],
    &["efe"],
    &["epa"],
    &["euronews"],
    &["financial", "times"],
    &["fox", "news"],
    &["france", "24"],
    &["gna"],
    &["ians"],
    &["interfax"],
    &["ips"],
    &["irna"],
    &["isna"],
    &["itar-tass"],
    &["jiji"],
    &["kcna"],
    &["kyodo"],
    &["los", "angeles", "times"],
    &["mehr"],
    &["mena"],
    &["msnbc"],
    &["nan"],
    &["nbc"],
    &["nbc", "news"],
    &["new", "york", "times"],
    &["newsweek"],
    &["npr"],
    &["pa"],
    &["pa", "media"],
    &["pbs"],
    &["petra"],
    &["politico"],
    &["press", "association"],
    &["press", "trust", "of", "india"],
    &["pti"],
    &["reuters"],
    &["rfe/rl"],
    &["ria"],
    &["ria", "novosti"],
    &["rte"],
    &["sana"],
    &["sky", "news"],
    &["spa"],
    &["sputnik"],
    &["tass"],
    &["the", "associated", "press"],
    &["the", "canadian", "press"],
    &["the", "guardian"],
    &["the", "independent"],
    &["the", "new", "york", "times"],
    &["the", "straits", "times"],
    &["the", "times"],
    &["the", "wall", "street", "journal"],
    &["the", "washington", "post"],
    &["thomson", "reuters"],
    &["thomson", "reuters", "foundation"],
    &["ukrinform"],
    &["un", "news"],
    &["unb"],
    &["united", "press", "international"],
    &["upi"],
    &["usa", "today"],
    &["voa"],
    &["voice", "of", "america"],
    &["wafa"],
    &["washington", "post"],
    &["wikinews"],
    &["xinhua"],
    &["yonhap"],
];

/// Words that the names of papers, stations and sites end in or hold.
pub(crate) const OUTLET_WORDS: &[&str] = &[
    "chronicle",
    "courier",
    "daily",
    "dispatch",
    "examiner",
    "express",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "independent",
    "inquirer",
    "journal",
    "magazine",
    "mail",
    "mirror",
    "monitor",
    "news",
    "newspaper",
    "observer",
    "online",
    "post",
    "press",
    "radio",
    "sentinel",
    "standard",
    "star",
    "sun",
    "telegraph",
    "times",
    "today",
    "tribune",
    "tv",
    "weekly",
];

/// The end of the longest known agency's name that begins at token `at`.
pub(crate) fn agency_end(doc: &Document, at: usize, end: usize) -> Option<usize> {
    let form = doc.form(at);
    if at >= end || !doc.shape(at).is_capital() && form != "dpa" {
        return None;
    }
    let first = doc.lower(at);
    let from = AGENCIES.partition_point(|name| name.first().is_none_or(|word| *word < first));
    let alike = AGENCIES.iter().skip(from).take_while(|name| name.first() == Some(&first));
    let fits = |name: &[&str]| at + name.len() <= end && name.iter().enumerate().all(|(k, word)| doc.lower(at + k) == *word);
    // Short names are signed in capitals: "AP", but not "Ap", and "SPA", but not "Spa".
    let signed = |name: &[&str]| name.len() > 1 || first.len() > 4 || doc.shape(at) == Shape::Upper || form == "dpa";
    alike.filter(|name| fits(name) && signed(name)).map(|name| at + name.len()).max()
}

/// Whether an agency's name begins with `word` (in lower case).
pub(super) fn begins_agency(word: &str) -> bool {
    let from = AGENCIES.partition_point(|name| name.first().is_none_or(|first| *first < word));
    AGENCIES.get(from).is_some_and(|name| name.first() == Some(&word))
}

/// A headline without the outlet that pages put behind it: "... - BBC News", "... | The Guardian".
pub(super) fn without_outlet(doc: &Document, tokens: &Range<usize>) -> Range<usize> {
    let from = tokens.end.saturating_sub(6).max(tokens.start + 2);
    let mark = (from..tokens.end).rev().find(|&i| doc.form(i) == "|" || doc.is_dash(i));
    match mark {
        Some(i) if behind(doc, i, tokens.end).is_some() => tokens.start..i,
        _ => tokens.clone(),
    }
}

/// The outlet behind the mark at `at`.
pub(super) fn behind(doc: &Document, at: usize, end: usize) -> Option<Span> {
    let start = at + 1;
    let known = agency_end(doc, start, end) == Some(end);
    let named = start < end
        && (start..end).all(|i| doc.shape(i).is_capital() || matches!(doc.lower(i), "of" | "and" | "the"))
        && (start..end).any(|i| OUTLET_WORDS.contains(&doc.lower(i)));
    (known || named).then(|| doc.span(start..end))
}

/// The end of the outlet's name that begins a line of the header; a comma or a mark, or nothing, stands behind it.
/// Capitalised words of which the last is an outlet's ("Wexcombe Gazette"), or the first is "The".
pub(super) fn line_end(doc: &Document, tokens: &Range<usize>) -> Option<usize> {
    let mark = |i: usize| matches!(doc.form(i), "," | "|" | "\u{2022}" | "\u{b7}") || doc.is_dash(i);
    let end = tokens.clone().find(|&i| mark(i)).unwrap_or(tokens.end);
    let range = tokens.start..end;
    if agency_end(doc, range.start, end) == Some(end) {
        return Some(end);
    }
    let word = |i: usize| OUTLET_WORDS.contains(&doc.lower(i));
    let signed = word(end.checked_sub(1)?) || doc.lower(range.start) == "the" && range.clone().any(word);
    let named = (2..=6).contains(&range.len())
        && range.clone().all(|i| doc.shape(i).is_capital() || matches!(doc.lower(i), "of" | "and" | "the"))
        && !super::furniture::is_section(doc, &range);
    (signed && named).then_some(end)
}

/// Whether words `range` name an outlet.
pub(super) fn is_outlet(doc: &Document, range: &Range<usize>) -> bool {
    range.start > 0 && behind(doc, range.start - 1, range.end).is_some() || agency_end(doc, range.start, range.end) == Some(range.end)
}

/// Whether a block is nothing but an agency's name: "- Reuters", "(AFP)", "/TASS/".
pub(super) fn is_sign_off(doc: &Document, tokens: &Range<usize>) -> bool {
    tokens.len() <= 6 && signed(doc, tokens).is_some()
}

fn signed(doc: &Document, tokens: &Range<usize>) -> Option<Range<usize>> {
    let is_mark = |&i: &usize| doc.is_dash(i) || matches!(doc.form(i), "(" | ")" | "[" | "]" | "/" | "-" | "." | "\u{a9}");
    let start = tokens.clone().find(|i| !is_mark(i))?;
    let end = tokens.clone().rev().find(|i| !is_mark(i))? + 1;
    (agency_end(doc, start, end) == Some(end)).then_some(start..end)
}

/// The outlet that a line of furniture names: "Source: Reuters", "(AFP)".
pub(super) fn source(doc: &Document, tokens: &Range<usize>) -> Option<Span> {
    if let Some(range) = signed(doc, tokens) {
        return Some(doc.span(range));
    }
    let labelled =
        matches!(doc.lower(tokens.start), "source" | "sources" | "via") && matches!(doc.form(tokens.start + 1), ":" | "-" | "\u{2013}");
    let start = tokens.start + 2;
    let end = (start..tokens.end).find(|&i| matches!(doc.form(i), "," | ";" | "." | "/" | "(" | "|")).unwrap_or(tokens.end);
    let names = start < end
        && end - start <= 5
        && (start..end).all(|i| doc.shape(i).is_capital() || matches!(doc.lower(i), "of" | "and" | "the" | "dpa"));
    (labelled && names).then(|| doc.span(start..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_are_sorted() {
        assert!(AGENCIES.windows(2).all(|w| w[0] < w[1]));
        assert!(OUTLET_WORDS.windows(2).all(|w| w[0] < w[1]));
    }

    #[test]
    fn names_are_found_whole() {
        let doc = Document::read("The Associated Press, Reuters and Spa");
        assert_eq!(agency_end(&doc, 0, doc.tokens.len()), Some(3));
        assert_eq!(agency_end(&doc, 4, doc.tokens.len()), Some(5));
        assert_eq!(agency_end(&doc, 6, doc.tokens.len()), None);
    }
}
