//! Datelines: `BEIJING (Reuters) -`, `KYIV, Ukraine (AP) —`, `WASHINGTON, March 26 (UPI) --`,
//! `BEIJING •`, `Beijing, 27 March -`, `NEW DELHI:`, `MOSCOW, December 5. /TASS/.`

use super::super::lexicon::Shape;
use super::super::{Document, Span, TokenKind};
use super::Dateline;
use super::outlets;
use super::stated::date_at;
use crate::calendar::{month, weekday};
use std::ops::Range;

/// Reads the dateline that begins `tokens`. `sure`: only forms that are nothing else, which name an
/// agency or a day or write the place in capitals.
pub(super) fn read(doc: &Document, tokens: &Range<usize>, sure: bool) -> Option<Dateline> {
    let upper = doc.shape(tokens.start) == Shape::Upper;
    if upper && NO_PLACES.contains(&doc.lower(tokens.start)) && outlets::agency_end(doc, tokens.start, tokens.end).is_none() {
        return None;
    }
    let filed = Filed::read(doc, tokens);
    let Filed { place, date, agency, commas, end: at } = filed.clone();
    let sign = Sign::at(doc, tokens, &filed);
    let end = at + usize::from(sign.is_some());
    let rest = tokens.end.saturating_sub(end);
    let marked = sign.is_some();
    // Not a sentence that only begins like one: what follows begins a sentence, or nothing does.
    let begins = rest == 0 && (agency.is_some() || marked || date.is_some() && commas > 0 && upper)
        || rest >= 3 && doc.shape(end) != Shape::Lower && !matches!(doc.form(end), "," | "." | ")" | ";");
    if end == tokens.start || !begins {
        return None;
    }
    let known = agency.clone().is_some_and(|a| outlets::agency_end(doc, a.start, a.end) == Some(a.end));
    let spaced = |i: usize| doc.tokens.get(i).is_some_and(|t| t.spaced);
    let by_agency = agency.is_some() && (marked || known && (upper || date.is_some()));
    let by_day = date.is_some() && (marked && doc.shape(place.start).is_capital() || rest == 0 && upper);
    let in_capitals = upper && marked && all_upper(doc, &place);
    let by_sign = || {
        matches!(sign, Some(Sign::Dash | Sign::Bullet))
            && (spaced(at) || spaced(at + 1) && date.is_none() && doc.form(at) == "-")
            && place.len() <= 8
            && (commas > 0 || place.len() <= 3)
            && doc.shape(end).is_capital()
    };
    let fits = if place.is_empty() { known } else { by_agency || by_day || in_capitals || !sure && by_sign() };
    let start = doc.span(tokens.clone()).start as usize;
    fits.then(|| Dateline {
        span: doc.span(tokens.start..end),
        place: if place.is_empty() { Span::new(start, start) } else { doc.span(place) },
        agency: agency.map(|a| doc.span(a)),
        date: date.map(|d| doc.span(d)),
    })
}

/// What a dateline tells before the mark that ends it.
#[derive(Clone)]
struct Filed {
    place: Range<usize>,
    date: Option<Range<usize>>,
    agency: Option<Range<usize>>,
    /// How many commas part places and days.
    commas: usize,
    end: usize,
}

impl Filed {
    fn read(doc: &Document, tokens: &Range<usize>) -> Self {
        let mut at = tokens.start;
        let mut filed = Self { place: at..at, date: None, agency: None, commas: 0, end: at };
        if let Some(end) = place_end(doc, at, tokens.end) {
            at = end;
            filed.place.end = end;
            // More of the place, or a day, behind commas.
            while matches!(doc.form(at), "," | ".") && filed.commas < 4 {
                filed.commas += 1;
                if let Some(end) = day_end(doc, at + 1, tokens.end) {
                    filed.date = Some(at + 1..end);
                    at = end;
                    break;
                }
                if doc.form(at) == "." {
                    break;
                }
                let Some(end) = place_end(doc, at + 1, tokens.end) else { break };
                if outlets::agency_end(doc, at + 1, tokens.end) == Some(end) {
                    break;
                }
                at = end;
                filed.place.end = end;
            }
            if filed.date.is_none()
                && let Some(end) = day_end(doc, at, tokens.end)
            {
                filed.date = Some(at..end);
                at = end;
            }
        }
        if filed.date.is_some() && doc.form(at) == "." && matches!(doc.form(at + 1), "/" | "(") {
            at += 1;
        }
        (filed.agency, at) = agency(doc, at, tokens.end);
        let stop = matches!(doc.form(at), "." | ",") && (filed.agency.is_some() || filed.date.is_some());
        let parted = doc.is_dash(at + 1) || doc.form(at.saturating_sub(1)) == "/";
        filed.end = at + usize::from(stop && parted);
        filed
    }
}

/// The mark that ends a dateline.
#[derive(Clone, Copy)]
enum Sign {
    Dash,
    Bullet,
    Colon,
}

impl Sign {
    /// The mark behind what is told.
    fn at(doc: &Document, tokens: &Range<usize>, filed: &Filed) -> Option<Self> {
        let at = filed.end;
        let mark = if at < tokens.end { doc.form(at) } else { "" };
        let spaced = |i: usize| doc.tokens.get(i).is_some_and(|t| t.spaced);
        let told = filed.agency.is_some() || filed.date.is_some();
        match mark {
            "\u{2022}" | "\u{b7}" | "\u{25cf}" | "\u{25a0}" | "\u{2219}" | "|" => Some(Self::Bullet),
            "----" => Some(Self::Dash),
            "-" if spaced(at) || spaced(at + 1) || filed.agency.is_some() => Some(Self::Dash),
            ":" if told || in_brief(doc, tokens, &filed.place) => Some(Self::Colon),
            "" => None,
            _ => doc.is_dash(at).then_some(Self::Dash),
        }
    }
}

/// "NEW DELHI: The envoy ...", but not the headline "LIKELY FOE: Saints suffer injury".
fn in_brief(doc: &Document, tokens: &Range<usize>, place: &Range<usize>) -> bool {
    let prose = tokens.len() > 25 || doc.form(tokens.end.saturating_sub(1)).ends_with(['.', '"', '!', '?', ')']);
    doc.shape(tokens.start) == Shape::Upper && place.len() <= 3 && doc.span(place.clone()).len() > 4 && prose
}

/// Whether the first part of the place, before a comma, is in capitals, and its words are not ones
/// that the text also writes small.
fn all_upper(doc: &Document, place: &Range<usize>) -> bool {
    place.clone().take_while(|&i| doc.form(i) != ",").all(|i| {
        let name =
            matches!(doc.shape(i), Shape::Upper | Shape::None) && (!doc.shape(i).is_capital() || doc.lexicon.get(doc.lower(i)).is_none());
        name || i > place.start && JOINING.contains(&doc.lower(i)) || doc.form(i).ends_with('.')
    })
}

/// The end of a place's name: capitalised words with what joins them.
fn place_end(doc: &Document, start: usize, end: usize) -> Option<usize> {
    let mut at = start;
    let mut last = None;
    while at < end && at < start + 7 {
        let token = doc.tokens.get(at)?;
        let lower = doc.lower(at);
        let word = token.kind == TokenKind::Word;
        if word && doc.shape(at).is_capital() && !(at > start && month(lower).is_some() && day_end(doc, at, end).is_some()) {
            last = Some(at + 1);
        } else if !(at > start && (word && JOINING.contains(&lower) || matches!(doc.form(at), "/" | "'s" | "'" | "&"))) {
            break;
        } else if matches!(doc.form(at), "'s" | "'") {
            last = Some(at + 1);
        }
        at += 1;
    }
    last
}

/// The end of a day of a dateline: "March 26", "27 March", "Jun 15 2022", "Friday", "Dec. 20, 2019".
fn day_end(doc: &Document, at: usize, end: usize) -> Option<usize> {
    if at >= end {
        return None;
    }
    if let Some(stated) = date_at(doc, at, end) {
        return Some(stated.tokens.end);
    }
    if weekday(doc.lower(at)).is_some() && doc.shape(at).is_capital() {
        let next = if doc.form(at + 1) == "," { at + 2 } else { at + 1 };
        return Some(date_at(doc, next, end).map_or(at + 1, |s| s.tokens.end));
    }
    None
}

/// An agency at `at` in brackets or slashes, or a known one behind a comma or bare; and the end of it.
fn agency(doc: &Document, at: usize, end: usize) -> (Option<Range<usize>>, usize) {
    let close = match doc.form(at) {
        "(" => ")",
        "[" => "]",
        "/" => "/",
        form => {
            let start = if form == "," { at + 1 } else { at };
            return match outlets::agency_end(doc, start, end) {
                Some(to) if doc.is_dash(to) || matches!(doc.form(to), "\u{2022}" | "|") => (Some(start..to), to),
                _ => (None, at),
            };
        }
    };
    let inner = at + 1;
    let Some(closing) = (inner..end.min(inner + 7)).find(|&i| doc.form(i) == close) else { return (None, at) };
    let names = inner < closing
        && (inner..closing).all(|i| doc.shape(i) != Shape::Lower || matches!(doc.lower(i), "dpa" | "afrol" | "ips" | "and" | "of" | "the"));
    if names { (Some(inner..closing), closing + 1) } else { (None, at) }
}

/// Small words within names of places.
const JOINING: &[&str] = &[
    "de", "da", "do", "dos", "del", "der", "den", "la", "le", "las", "los", "al", "el", "of", "the", "on", "upon", "sur", "am", "an",
    "and", "es", "ez",
];

/// Words in capitals that head a paragraph and are no places.
const NO_PLACES: &[&str] = &[
    "analysis",
    "advisory",
    "alert",
    "breaking",
    "comment",
    "correction",
    "corrected",
    "correcting",
    "editorial",
    "exclusive",
    "explainer",
    "factbox",
    "feature",
    "file",
    "focus",
    "insight",
    "interview",
    "live",
    "news",
    "note",
    "opinion",
    "photo",
    "photos",
    "picture",
    "pictures",
    "podcast",
    "poll",
    "profile",
    "q&a",
    "quotes",
    "read",
    "recap",
    "refile",
    "report",
    "review",
    "special",
    "timeline",
    "update",
    "updated",
    "updates",
    "video",
    "view",
    "watch",
    "wrapup",
    "cnn",
    "bbc",
    "afp",
    "ap",
    "reuters",
    "upi",
    "summary",
    "highlights",
    "just",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, sure: bool) -> Option<[String; 4]> {
        let doc = Document::read(text);
        let found = read(&doc, &(0..doc.tokens.len()), sure)?;
        let of = |s: Option<Span>| s.map_or(String::new(), |s| s.of(text).to_owned());
        Some([of(Some(found.span)), of(Some(found.place)), of(found.agency), of(found.date)])
    }

    #[test]
    fn usual_forms() {
        for (head, place, agency, date) in [
            ("BEIJING (Reuters) -", "BEIJING", "Reuters", ""),
            ("BEIJING \u{2022}", "BEIJING", "", ""),
            ("KYIV, Ukraine (AP) \u{2014}", "KYIV, Ukraine", "AP", ""),
            ("WASHINGTON, March 26 (UPI) --", "WASHINGTON", "UPI", "March 26"),
            ("Beijing, 27 March -", "Beijing", "", "27 March"),
            ("LONDON \u{2014}", "LONDON", "", ""),
            ("KIGALI, Jun 15 2022 (IPS) -", "KIGALI", "IPS", "Jun 15 2022"),
            ("NEW DELHI, Dec. 20 (PTI):", "NEW DELHI", "PTI", "Dec. 20"),
            ("NEW DELHI:", "NEW DELHI", "", ""),
            ("RIO DE JANEIRO (AP) \u{2013}", "RIO DE JANEIRO", "AP", ""),
            ("PARIS/LONDON (Reuters) -", "PARIS/LONDON", "Reuters", ""),
            ("ST. LOUIS (AP) \u{2014}", "ST. LOUIS", "AP", ""),
            ("MOSCOW, December 5. /TASS/.", "MOSCOW", "TASS", "December 5"),
            ("SEOUL, Dec. 20 (Yonhap) --", "SEOUL", "Yonhap", "Dec. 20"),
            ("(Reuters) -", "", "Reuters", ""),
            ("(CNN)", "", "CNN", ""),
            ("JACKSON, Miss. (AP) \u{2014}", "JACKSON, Miss.", "AP", ""),
            ("Geneva, Friday (AFP) \u{2013}", "Geneva", "AFP", "Friday"),
            ("WASHINGTON \u{2014}", "WASHINGTON", "", ""),
            ("HANOI, Feb. 28, 2019 (Xinhua) --", "HANOI", "Xinhua", "Feb. 28, 2019"),
        ] {
            let text = format!("{head} The envoy met the minister on Friday.");
            let want = [head, place, agency, date].map(str::to_owned);
            assert_eq!(line(&text, true), Some(want), "{text}");
        }
        let loose = "Evansville, Indiana, United States - This past week marked the opening.";
        assert_eq!(line(loose, false).unwrap()[1], "Evansville, Indiana, United States");
        assert!(line(loose, true).is_none());
    }

    #[test]
    fn sentences_that_are_none() {
        for text in [
            "The envoy (Reuters) - met the minister on Friday.",
            "BREAKING - The envoy met the minister.",
            "Mr Roe, 42, of Leeds, said the deal was done.",
            "China - the largest buyer - said no.",
            "EXCLUSIVE: The envoy met the minister.",
            "NATO: The alliance met on Friday.",
            "Jane Roe (Labour) said that she would stand.",
            "WHO officials said on Friday that it would end.",
            "In March 2019 the envoy left.",
        ] {
            assert_eq!(line(text, true), None, "{text}");
            assert_eq!(line(text, false), None, "{text}");
        }
    }
}
