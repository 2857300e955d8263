//! Date lines: "Updated 14:05 GMT, 20 December 2019", "Published: ...", "date 2019-12-20", alone or at
//! the head of a paragraph.

use super::super::{Document, TokenKind};
use super::stated::{Stated, date_at};
use crate::calendar::{month, weekday};
use std::ops::Range;

/// A date line as read.
#[derive(Debug, Default)]
pub(super) struct DateLine {
    /// Just past its last token.
    pub(super) end: usize,
    /// Whether a word such as "Published" leads it.
    pub(super) led: bool,
    /// Dates of publication.
    pub(super) published: Vec<Stated>,
    /// Dates of later change.
    pub(super) updated: Vec<Stated>,
}

impl DateLine {
    /// Whether nothing else stands in the block.
    pub(super) fn is_whole(&self, tokens: &Range<usize>) -> bool {
        self.end >= tokens.end
    }
}

/// Reads a date line that begins `tokens`. Where it is only the head of the block, it must be told
/// from a sentence that begins with a date: by a leading word, or by a mark behind it.
pub(super) fn read(doc: &Document, tokens: Range<usize>) -> Option<DateLine> {
    let mut line = DateLine { end: tokens.start, ..DateLine::default() };
    let mut day = None;
    let mut updated = false;
    let (mut dates, mut times, mut years) = (0, 0, 0);
    // The end of what surely belongs to the line, without marks and words that may begin what follows.
    let mut i = tokens.start;
    let mut order = Order::default();
    // "on 20 December 2019" alone under a headline.
    let on = doc.lower(i) == "on";
    i += usize::from(on);
    while i < tokens.end && i < tokens.start + LONGEST {
        let lower = doc.lower(i);
        if let Some(stated) = date_at(doc, i, tokens.end) {
            dates += 1;
            years += usize::from(!stated.readings.is_empty());
            i = stated.tokens.end;
            let stated = stated.on(day.take());
            if updated {
                line.updated.push(stated);
            } else {
                line.published.push(stated);
            }
            line.end = i;
        } else if let Some(to) = time_end(doc, i, tokens.end, times > 0 || dates > 0) {
            times += 1;
            order.see(doc, i..to);
            i = to;
            line.end = i;
        } else if let Some(number) = weekday(lower).filter(|_| doc.shape(i).is_capital()) {
            day = Some(number);
            i += 1;
        } else if LEADS.contains(&lower) {
            // "Published ... Updated ...": each word leads what follows it.
            updated = if UPDATES.contains(&lower) { true } else { updated && !PUBLISHES.contains(&lower) };
            line.led |= dates == 0;
            i += 1;
        } else if FILLERS.contains(&lower) && (line.led || dates > 0 || times > 0) || is_separator(doc, i) && i > tokens.start {
            i += 1;
        } else {
            break;
        }
    }
    if dates == 0 && !(times > 0 && line.led && i >= tokens.end) {
        return None;
    }
    for stated in line.published.iter_mut().chain(&mut line.updated) {
        order.decide(stated);
    }
    if i >= tokens.end {
        line.end = tokens.end;
        // "On 20 December 2019" alone is a date line too; "December" alone is none.
        return Some(line);
    }
    // Words that led to nothing begin what follows.
    i = line.end;
    let mut marked = false;
    while i < tokens.end && is_separator(doc, i) {
        marked |= doc.form(i) != ",";
        i += 1;
    }
    let rest = tokens.end - line.end;
    let begins = doc.tokens.get(i).is_some_and(|t| matches!(t.kind, TokenKind::Quote | TokenKind::Number)) || doc.shape(i).is_capital();
    let credit = matches!(doc.lower(i), "by" | "from") && doc.shape(i + 1).is_capital();
    if on || years == 0 || !(begins || credit) {
        return None;
    }
    let short = i + 3 >= tokens.end && !credit && month(doc.lower(i)).is_none();
    let last_mark = i.checked_sub(1).map(|p| doc.form(p)).unwrap_or("");
    if line.led || marked && rest > 3 || credit {
        if short && !doc.form(tokens.end - 1).ends_with('.') {
            line.end = tokens.end;
        } else if marked && !matches!(last_mark, "(" | "[") {
            // The mark between the two belongs to the date line.
            line.end = i;
        }
        return Some(line);
    }
    // "20 December 2019 BEIJING (Reuters) -".
    let place = doc.shape(i) == super::Shape::Upper && super::dateline::read(doc, &(i..tokens.end), true).is_some();
    place.then_some(line)
}

/// Which order of day and month the zone of a time speaks for.
#[derive(Debug, Default)]
struct Order {
    month_first: bool,
    day_first: bool,
}

impl Order {
    fn see(&mut self, doc: &Document, time: Range<usize>) {
        for i in time {
            self.month_first |= AMERICAN_ZONES.contains(&doc.form(i));
            self.day_first |= OTHER_ZONES.contains(&doc.form(i));
        }
    }

    /// Keeps one of two readings where the zones all speak for it. The day-first one stands first.
    fn decide(&self, stated: &mut Stated) {
        if stated.readings.len() == 2 && self.month_first != self.day_first {
            stated.readings.remove(usize::from(self.day_first));
        }
    }
}

/// No date line is longer than this, in tokens.
const LONGEST: usize = 40;

fn is_separator(doc: &Document, i: usize) -> bool {
    doc.is_dash(i)
        || matches!(doc.form(i), "," | "|" | "\u{2022}" | "\u{b7}" | ":" | "(" | ")" | "[" | "]" | "/" | "-" | "." | "\u{25cf}" | ";")
}

/// The end of a time of day that begins at `i`: "14:05 GMT", "3:15 pm", "1405 GMT", "9am".
fn time_end(doc: &Document, i: usize, end: usize, dated: bool) -> Option<usize> {
    let token = doc.tokens.get(i).filter(|_| i < end)?;
    if token.kind == TokenKind::Word {
        if dated && HALVES.contains(&doc.lower(i)) {
            return Some(i + 1);
        }
        return (dated && is_zone(doc.form(i))).then(|| zone_end(doc, i, end));
    }
    if token.kind != TokenKind::Number {
        return None;
    }
    let form = doc.lower(i);
    let next = doc.lower(i + 1);
    let digits = form.bytes().take_while(u8::is_ascii_digit).count();
    let tail = form.get(digits..)?;
    let clock = tail.starts_with([':', '.', 'h']) && digits <= 2 && form.len() >= 4;
    let half = (HALVES.iter().any(|h| form.ends_with(h)) || clock && form.ends_with(['a', 'p'])) && digits <= 2;
    let mut to = i + 1;
    // "8:41 p. m."
    let parted = clock && matches!(next, "a" | "p" | "a." | "p.") && (2..5).any(|k| matches!(doc.lower(i + k), "m" | "m."));
    if to < end && matches!(next, "minutes" | "hours" | "days" | "mins" | "hour" | "day" | "minute") && doc.lower(i + 2) == "ago"
        || to < end && matches!(next, "min" | "minute") && doc.lower(i + 2) == "read"
    {
        return Some((i + 3).min(end));
    }
    if to < end && (HALVES.contains(&next) || matches!(next, "hrs" | "hours" | "h")) && digits <= 4 {
        to += 1;
    } else if parted {
        while to < end && matches!(doc.lower(to), "a" | "p" | "a." | "p." | "m" | "m." | ".") {
            to += 1;
        }
    } else if !(clock || half || digits == 4 && tail.is_empty() && is_zone(doc.form(i + 1))) {
        return None;
    }
    if to < end && is_zone(doc.form(to)) {
        to = zone_end(doc, to, end);
    }
    Some(to)
}

/// The end of a zone with its offset, "UTC +3".
fn zone_end(doc: &Document, i: usize, end: usize) -> usize {
    let offset = matches!(doc.form(i + 1), "+" | "-" | "\u{2013}")
        && doc.tokens.get(i + 2).is_some_and(|t| t.kind == TokenKind::Number && !t.spaced);
    if offset && i + 3 <= end { i + 3 } else { i + 1 }
}

const HALVES: &[&str] = &["am", "pm", "a.m.", "p.m.", "a.m", "p.m"];

fn is_zone(form: &str) -> bool {
    AMERICAN_ZONES.contains(&form) || OTHER_ZONES.contains(&form) || matches!(form, "UTC" | "Z" | "AST" | "CST")
}

/// Zones of the United States, where the month is written first.
const AMERICAN_ZONES: &[&str] = &["EST", "EDT", "ET", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "AKST", "AKDT", "HST"];

/// Zones of countries where the day is written first, or the year.
const OTHER_ZONES: &[&str] = &[
    "GMT", "BST", "CET", "CEST", "EET", "EEST", "MSK", "IST", "PKT", "SGT", "HKT", "JST", "KST", "AEST", "AEDT", "NZST", "NZDT", "WAT",
    "EAT", "CAT", "SAST", "WIB", "TRT", "GST", "UK",
];

/// Words that lead a date line.
const LEADS: &[&str] = &[
    "date",
    "dated",
    "published",
    "posted",
    "updated",
    "modified",
    "created",
    "issued",
    "uploaded",
    "edited",
    "released",
    "release",
    "first",
    "last",
    "originally",
    "story",
    "for",
    "immediate",
    "publication",
    "publish",
    "pubdate",
    "update",
    "amended",
    "revised",
];

const UPDATES: &[&str] = &["updated", "modified", "edited", "update", "amended", "revised"];

const PUBLISHES: &[&str] =
    &["published", "posted", "created", "issued", "uploaded", "released", "first", "originally", "publication", "publish"];

/// Words that may stand within a date line.
const FILLERS: &[&str] =
    &["on", "at", "the", "of", "time", "local", "online", "date", "and", "this", "article", "was", "in", "print", "@", "ist"];

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Option<(String, Vec<String>, Vec<String>)> {
        let doc = Document::read(text);
        let found = read(&doc, 0..doc.tokens.len())?;
        let iso = |list: &[Stated]| list.iter().flat_map(|s| s.readings.iter().map(crate::calendar::Day::to_string)).collect();
        Some((doc.span(0..found.end).of(text).to_owned(), iso(&found.published), iso(&found.updated)))
    }

    #[test]
    fn whole_lines() {
        for text in [
            "Published: 20 December 2019",
            "Posted on December 20, 2019 at 3:15 pm",
            "Friday, December 20, 2019",
            "Fri 20 Dec 2019",
            "Fri 20 Dec 2019 14.05 GMT",
            "December 20, 2019 3:15 pm",
            "20 December 2019, 14:05",
            "date 2019-12-20",
            "First published on Fri 20 Dec 2019 06.00 GMT",
            "2019-12-20 14:05:33",
            "Dec 20, 2019 | 5 min read",
            "Published: 2019-12-20T14:05:00Z",
            "Publication date: 20/12/2019",
            "Date: Dec. 20, 2019.",
            "2 hours ago | 20 December 2019",
        ] {
            let found = line(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.0.as_str(), found.1), (text, vec!["2019-12-20".to_owned()]), "{text}");
        }
        let both = line("Published 20 December 2019. Updated 14:05 GMT, 21 December 2019").unwrap();
        assert_eq!((both.1, both.2), (vec!["2019-12-20".to_owned()], vec!["2019-12-21".to_owned()]));
        assert_eq!(line("Last modified on 21 December 2019").unwrap().2, ["2019-12-21"]);
        assert_eq!(line("Updated 14:05 GMT, 20 December 2019").unwrap().2, ["2019-12-20"]);
    }

    #[test]
    fn heads_of_paragraphs() {
        assert_eq!(line("date 2019-12-20 China's minister speaks at a forum in May.").unwrap().0, "date 2019-12-20");
        assert_eq!(line("20 December 2019 \u{2013} The council met in May and voted.").unwrap().0, "20 December 2019 \u{2013}");
        assert_eq!(line("Posted on 20 December 2019 by Jane Roe").unwrap().0, "Posted on 20 December 2019");
        assert_eq!(line("20 December 2019 BEIJING (Reuters) - The envoy met the minister.").unwrap().0, "20 December 2019");
    }

    #[test]
    fn sentences_are_no_date_lines() {
        for text in [
            "On 20 December 2019 the council met.",
            "December 20, 2019 was a cold day.",
            "Published in 2019, the book sold well.",
            "Updated figures came on 20 December.",
            "May 3 people go?",
            "First, the council met on 20 December 2019.",
            "2019 was a good year.",
        ] {
            assert!(line(text).is_none(), "{text}: {:?}", line(text));
        }
    }
}
