//! Bylines: "By Jane Roe in Kyiv", "By JANE ROE, Associated Press", "Jane Roe, Diplomatic Editor".

use super::super::lexicon::Shape;
use super::super::{Document, TokenKind};
use super::outlets;
use crate::calendar::{month, weekday};
use std::ops::Range;

/// A byline as read.
#[derive(Debug)]
pub(super) struct Byline {
    /// The names.
    pub(super) names: Option<Range<usize>>,
    /// The outlet they write for.
    pub(super) outlet: Option<Range<usize>>,
}

/// Reads a block as a byline. `named`: a name alone will do (it stands under a headline and above a
/// date line).
pub(super) fn read(doc: &Document, tokens: &Range<usize>, named: bool) -> Option<Byline> {
    if tokens.len() > LONGEST || tokens.is_empty() {
        return None;
    }
    let start = lead_end(doc, tokens);
    let at = start.unwrap_or(tokens.start);
    if let Some(end) = outlets::agency_end(doc, at, tokens.end)
        .filter(|&e| e == tokens.end || matches!(doc.lower(e), "staff" | "|" | "\u{2022}" | "," | "in") || is_dated(doc, e..tokens.end))
    {
        let alone = tokens.len() - (end - tokens.start) <= 3 || is_dated(doc, end..tokens.end);
        return (start.is_some() || alone).then_some(Byline { names: None, outlet: Some(at..end) });
    }
    let end = names_end(doc, at, tokens.end)?;
    let outlet = outlet(doc, end, tokens.end);
    let names = Some(at..end);
    if start.is_some() {
        // "By Friday the council ..." goes on like a sentence.
        let ends = end == tokens.end || !goes_on(doc, end, tokens.end);
        return ends.then_some(Byline { names, outlet });
    }
    let people = (2..=4).contains(&(end - at)) || (at..end).any(|i| doc.lower(i) == "and");
    if end == tokens.end {
        return (named && people).then_some(Byline { names, outlet });
    }
    let mark = matches!(doc.form(end), "," | "|" | "\u{2022}" | "(" | "/") || doc.is_dash(end);
    let role = (end..tokens.end).any(|i| ROLES.contains(&doc.lower(i)));
    let titled = (end..tokens.end).all(|i| doc.shape(i) != Shape::Lower || ROLES.contains(&doc.lower(i)) || SMALL.contains(&doc.lower(i)));
    let stops = doc.form(tokens.end - 1) == ".";
    (people && mark && titled && !stops && (role || outlet.is_some()) && tokens.len() <= 16).then_some(Byline { names, outlet })
}

/// Whether the rest is a date line: "Reuters 18 September 2013, 02.16PM IST".
fn is_dated(doc: &Document, rest: Range<usize>) -> bool {
    super::date_line::read(doc, rest.clone()).is_some_and(|line| line.is_whole(&rest))
}

/// No byline is longer than this, in tokens.
const LONGEST: usize = 34;

/// The end of "By", "Written by", "From", "Story by".
fn lead_end(doc: &Document, tokens: &Range<usize>) -> Option<usize> {
    let by = |i: usize| doc.lower(i) == "by";
    let at = tokens.start;
    let end = match doc.lower(at) {
        "by" => at + 1,
        "written" | "reported" | "story" | "words" | "text" | "report" | "author" | "compiled" if by(at + 1) => at + 2,
        "from" if (at..tokens.end).any(|i| doc.lower(i) == "in") && doc.form(tokens.end - 1) != "." => at + 1,
        "author" | "authors" if doc.form(at + 1) == ":" => at + 2,
        _ => return None,
    };
    let end = if doc.form(end) == ":" { end + 1 } else { end };
    (end < tokens.end).then_some(end)
}

/// The end of a list of names that begins at `at`: capitalised words, "and", commas between names.
fn names_end(doc: &Document, at: usize, end: usize) -> Option<usize> {
    let mut i = name_end(doc, at, end)?;
    loop {
        let next = match doc.lower(i) {
            "and" | "&" | "," => i + 1,
            _ => return Some(i),
        };
        let next = if doc.lower(next) == "and" { next + 1 } else { next };
        let Some(to) = name_end(doc, next, end) else { return Some(i) };
        let is_place_or_role = (next..to).any(|k| ROLES.contains(&doc.lower(k))) || outlets::is_outlet(doc, &(next..to));
        // Behind a comma one word is a place ("By Jane Roe, London").
        if is_place_or_role || doc.form(i) == "," && (to - next < 2 || !matches!(doc.lower(to), "and" | "," | "&") && to != end) {
            return Some(i);
        }
        i = to;
    }
}

fn name_end(doc: &Document, at: usize, end: usize) -> Option<usize> {
    let mut i = at;
    while i < end && i < at + 6 {
        let word = doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word);
        let particle =
            i > at && matches!(doc.lower(i), "de" | "da" | "van" | "von" | "der" | "den" | "bin" | "al" | "el" | "la" | "le" | "di" | "du");
        if !(word && (doc.shape(i).is_capital() || doc.shape(i) == Shape::Mixed || particle)) || i > at && month(doc.lower(i)).is_some() {
            break;
        }
        i += 1;
    }
    let weekday = i == at + 1 && (weekday(doc.lower(at)).is_some() || month(doc.lower(at)).is_some());
    (i > at && !weekday).then_some(i)
}

/// Whether what follows the names reads like a sentence and not like the rest of a byline.
fn goes_on(doc: &Document, from: usize, end: usize) -> bool {
    if doc.form(end - 1) == "." && end - from > 3 {
        return true;
    }
    let small =
        (from..end).filter(|&i| doc.shape(i) == Shape::Lower && !SMALL.contains(&doc.lower(i)) && !ROLES.contains(&doc.lower(i))).count();
    small > 2
}

fn outlet(doc: &Document, from: usize, end: usize) -> Option<Range<usize>> {
    (from..end).find_map(|i| {
        let first = i == from
            || matches!(doc.lower(i.checked_sub(1)?), "," | "for" | "|" | "(" | "\u{2022}" | "of" | "/" | "-" | "\u{2014}" | "\u{2013}");
        if !first {
            return None;
        }
        if let Some(to) = outlets::agency_end(doc, i, end) {
            return Some(i..to);
        }
        let to = (i..end).find(|&k| matches!(doc.form(k), "," | "|" | ")" | "\u{2022}")).unwrap_or(end);
        (i > 0 && to > i && to - i <= 5 && outlets::is_outlet(doc, &(i..to)) && !(i..to).any(|k| ROLES.contains(&doc.lower(k))))
            .then_some(i..to)
    })
}

const ROLES: &[&str] = &[
    "editor",
    "correspondent",
    "correspondents",
    "reporter",
    "reporters",
    "writer",
    "writers",
    "staff",
    "columnist",
    "bureau",
    "journalist",
    "journalists",
    "contributor",
    "producer",
    "photographer",
    "agencies",
    "desk",
    "columnists",
    "editors",
    "contributing",
    "freelance",
];

const SMALL: &[&str] = &[
    "in",
    "at",
    "and",
    "of",
    "for",
    "the",
    "on",
    "with",
    "agencies",
    "updated",
    "published",
    "am",
    "pm",
    "a.m.",
    "p.m.",
    "min",
    "read",
    "minutes",
    "ago",
    "hours",
    "local",
    "to",
    "chief",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, named: bool) -> Option<(String, String)> {
        let doc = Document::read(text);
        let found = read(&doc, &(0..doc.tokens.len()), named)?;
        let of = |r: Option<Range<usize>>| r.map_or(String::new(), |r| doc.span(r).of(text).to_owned());
        Some((of(found.names), of(found.outlet)))
    }

    #[test]
    fn usual_forms() {
        for (text, names, outlet) in [
            ("By Jane Roe in Kyiv", "Jane Roe", ""),
            ("By JANE ROE, Associated Press", "JANE ROE", "Associated Press"),
            ("BY JANE ROE AND JOHN DOE", "JANE ROE AND JOHN DOE", ""),
            ("By Jane Roe, John Doe and Ann Poe", "Jane Roe, John Doe and Ann Poe", ""),
            ("Jane Roe, Diplomatic Editor", "Jane Roe", ""),
            ("By Jane Roe, Diplomatic Correspondent, BBC News", "Jane Roe", "BBC News"),
            ("By Reuters", "", "Reuters"),
            ("Reuters Staff", "", "Reuters"),
            ("By Jane Roe | 20 December 2019 | 3:15 pm", "Jane Roe", ""),
            ("Jane Roe for The Guardian", "", ""),
            ("Written by Jane Roe", "Jane Roe", ""),
        ] {
            let found = line(text, false);
            if names.is_empty() && outlet.is_empty() {
                assert_eq!(found, None, "{text}");
            } else {
                assert_eq!(found, Some((names.to_owned(), outlet.to_owned())), "{text}");
            }
        }
        assert_eq!(line("Jane Roe", true).unwrap().0, "Jane Roe");
        assert_eq!(line("Jane Roe", false), None);
    }

    #[test]
    fn sentences_are_none() {
        for text in [
            "By Friday the council had met twice and voted.",
            "By Monday",
            "By March he was gone from the town for good.",
            "Jane Roe, the editor, said that she would go.",
            "By the river",
        ] {
            assert_eq!(line(text, false), None, "{text}");
        }
    }
}
