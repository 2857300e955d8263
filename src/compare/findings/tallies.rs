//! Small tallies that are read as a whole: the ages of persons told together ("girls aged 6 and 8"), a
//! team's record ("10-5").

use super::finding;
use crate::compare::Context;
use crate::compare::view::{Told, View};
use crate::compare::{EventLabel, Finding, FindingKind, Side};
use crate::entity::Kind;
use crate::figure::singular;
use crate::text::{Document, Span};
use std::collections::BTreeMap;
use std::ops::Range;

/// Days between two reports within which a team's record is the same one.
const ROUND: i32 = 1;

/// Finds tallies that differ.
pub(super) fn findings(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if !matches!(cx.label, EventLabel::Same | EventLabel::Related) {
        return;
    }
    let (left, right) = (ages(cx.left), ages(cx.right));
    compare(cx, &left, &right, "Both tell the ages of persons who are counted alike.", out);
    let published = (cx.left.report.published, cx.right.report.published);
    let one_round = matches!(published, (Some(l), Some(r)) if (l.0 - r.0).abs() <= ROUND) || published == (None, None);
    if cx.label == EventLabel::Same && one_round {
        let (left, right) = (records(cx, Side::Left), records(cx, Side::Right));
        compare(cx, &left, &right, "Both give the record of one team.", out);
    }
}

/// One tally: its numbers in rising order, where it stands, and how it is written.
struct Tally {
    numbers: Vec<u32>,
    span: Span,
    text: String,
}

type Tallies<K> = BTreeMap<K, Vec<Tally>>;

/// Tallies of one key differ where each report gives one value for it.
fn compare<K: Ord>(cx: &Context<'_>, left: &Tallies<K>, right: &Tallies<K>, reason: &str, out: &mut Vec<Finding>) {
    for (key, l) in left {
        let Some(r) = right.get(key) else { continue };
        let (Some(a), Some(b)) = (l.first(), r.first()) else { continue };
        let one = |list: &[Tally], first: &Tally| list.iter().all(|t| t.numbers == first.numbers);
        if a.numbers == b.numbers || !one(l, a) || !one(r, b) || a.numbers.len() != b.numbers.len() {
            continue;
        }
        let ((_, x), (_, y)) = if (&a.numbers, &a.text) <= (&b.numbers, &b.text) {
            ((&a.numbers, &a.text), (&b.numbers, &b.text))
        } else {
            ((&b.numbers, &b.text), (&a.numbers, &a.text))
        };
        let importance = if cx.label == EventLabel::Same { 70 } else { 62 };
        out.push(
            finding(FindingKind::FigureDiffers, importance, format!("One report says {x}, the other {y}."), reason.to_owned())
                .asking(format!("One report says {x}, the other {y}: which is right?"))
                .between(a.span, b.span),
        );
    }
}

/// Ages of several persons told together, by the noun for them.
fn ages(view: &View<'_>) -> Tallies<String> {
    let doc = &view.report.document;
    // Forms with which ages may begin: few of a text's.
    let begins: Vec<bool> = doc.lexicon.forms().map(|f| AGES.contains(&f.lower) || split_number(f.lower).is_some()).collect();
    let begins = |i: &usize| doc.tokens.get(*i).and_then(|t| begins.get(t.form.0 as usize)) == Some(&true);
    let mut out: Tallies<String> = BTreeMap::new();
    for told in &view.sentences {
        for i in (told.first..told.last).filter(begins) {
            if let Some((noun, tally)) = joined_ages(doc, told.last, i).or_else(|| listed_ages(doc, told.first..told.last, i)) {
                out.entry(noun).or_default().push(tally);
            }
        }
    }
    out
}

/// Words before ages.
const AGES: &[&str] = &["age", "ages", "aged"];

/// "girls aged 6 and 8", "two sons, ages 6, 9 and 16".
fn listed_ages(doc: &Document, sentence: Range<usize>, i: usize) -> Option<(String, Tally)> {
    if !AGES.contains(&doc.lower(i)) {
        return None;
    }
    let mut back = i;
    while back > sentence.start && matches!(doc.form(back - 1), "," | "(") {
        back -= 1;
    }
    let head = doc.lower(back.checked_sub(1).filter(|&b| b >= sentence.start)?);
    let noun = persons(head.rsplit('-').next().unwrap_or(head))?;
    let mut numbers = Vec::new();
    let mut at = i + 1;
    let mut last = i;
    while at < sentence.end {
        match doc.lower(at) {
            "," | "and" => {}
            word => match split_number(word) {
                Some((n, rest)) if rest.is_empty() || rest.starts_with('-') => {
                    numbers.push(n);
                    last = at;
                    if !rest.is_empty() {
                        break;
                    }
                }
                _ => break,
            },
        }
        at += 1;
    }
    numbers.sort_unstable();
    let text = written(&numbers);
    (numbers.len() > 1).then(|| (noun, Tally { numbers, span: doc.span(i + 1..last + 1), text }))
}

/// "8- and 10-year-old girls".
fn joined_ages(doc: &Document, last: usize, i: usize) -> Option<(String, Tally)> {
    let (number, rest) = split_number(doc.lower(i))?;
    let mut at = i + 1;
    if rest == "-" || rest.is_empty() && doc.form(at) == "-" {
        at += usize::from(rest.is_empty());
        if doc.lower(at) != "and" {
            return None;
        }
        at += 1;
    } else if rest != "-and" {
        return None;
    }
    let (other, tail) = split_number(doc.lower(at))?;
    if !tail.starts_with("-year-old") {
        return None;
    }
    // "8- and 10-year-old girls", "10-year-old-girls".
    let glued = tail.trim_start_matches("-year-old").trim_start_matches('s').trim_start_matches('-');
    let noun =
        persons(if glued.is_empty() { doc.lower(at + 1).split('-').next().unwrap_or("") } else { glued.split('-').next().unwrap_or("") })?;
    let mut numbers = vec![number, other];
    numbers.sort_unstable();
    let text = written(&numbers);
    (at < last).then(|| (noun, Tally { numbers, span: doc.span(i..at + 1), text }))
}

fn split_number(word: &str) -> Option<(u32, &str)> {
    // "cousins-8-and": what is joined before the number counts nothing.
    let start = word.find(|c: char| c.is_ascii_digit())?;
    let (before, word) = word.split_at_checked(start)?;
    if !before.is_empty() && !before.ends_with('-') {
        return None;
    }
    let end = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (head, rest) = word.split_at_checked(end)?;
    Some((head.parse().ok().filter(|n| *n < 116)?, rest))
}

/// A plural noun for persons in the singular.
fn persons(word: &str) -> Option<String> {
    const NOUNS: &[&str] =
        &["girl", "boy", "child", "kid", "son", "daughter", "brother", "sister", "sibling", "grandchild", "man", "woman"];
    let noun = singular(word);
    (noun != word && NOUNS.contains(&noun.as_str())).then_some(noun)
}

/// "6, 9 and 16".
fn written(numbers: &[u32]) -> String {
    let words: Vec<String> = numbers.iter().map(u32::to_string).collect();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => words.concat(),
    }
}

/// Records of teams: "the Herons (10-5)", "their record rose to 9-5".
fn records(cx: &Context<'_>, side: Side) -> Tallies<u32> {
    let view = cx.view(side);
    let doc = &view.report.document;
    let mut out: Tallies<u32> = BTreeMap::new();
    for told in &view.sentences {
        for i in told.first..told.last {
            let Some(numbers) = record(doc.form(i)) else { continue };
            let Some(token) = doc.tokens.get(i) else { continue };
            let bracketed = i > told.first && doc.form(i - 1) == "(" && doc.form(i + 1) == ")";
            let at = (i.saturating_sub(5).max(told.first)..i).rev().find(|&k| doc.lower(k) == "record");
            // "a 9-1 record in close games" is another tally.
            let whole = i + 1 == told.last || matches!(doc.lower(i + 1), "." | "," | ";" | ")" | "and" | "with" | "after");
            let team = if bracketed { team_before(view, i - 1) } else { at.filter(|_| whole).and_then(|k| team_of(view, told, k)) };
            if let Some(team) = team.and_then(|e| cx.entities.link(side, e)) {
                out.entry(team).or_default().push(Tally { numbers, span: token.span, text: doc.form(i).to_owned() });
            }
        }
    }
    out
}

/// The team whose name ends right before token `at`.
fn team_before(view: &View<'_>, at: usize) -> Option<u32> {
    let doc = &view.report.document;
    let start = doc.tokens.get(at)?.span.start;
    let mentions = &view.report.mentions;
    let last = mentions.partition_point(|m| m.span.start < start).checked_sub(1)?;
    mentions.get(last).filter(|m| team(m.kind) && doc.tokens_in(m.span).end == at).and_then(|m| m.entity)
}

/// Teams go by the names of their towns, too.
fn team(kind: Kind) -> bool {
    matches!(kind, Kind::Organization | Kind::Place)
}

/// The last team that a sentence names before token `at`.
fn team_of(view: &View<'_>, told: &Told, at: usize) -> Option<u32> {
    let mentions = &view.report.mentions;
    let start = view.report.document.tokens.get(at)?.span.start;
    let last = mentions.partition_point(|m| m.span.start < start).checked_sub(1)?;
    let m = mentions.get(last).filter(|m| m.span.start >= told.span.start && team(m.kind))?;
    m.entity
}

/// "10-5", "10-5-1" as wins, losses and draws, in that order.
fn record(form: &str) -> Option<Vec<u32>> {
    let numbers: Vec<u32> = form.split(['-', '\u{2013}']).map(|n| n.parse().ok()).collect::<Option<_>>()?;
    ((2..=3).contains(&numbers.len()) && numbers.iter().all(|n| *n <= 162)).then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, analyze};

    fn read(text: &str) -> Tallies<String> {
        let report = analyze(text, &Options::default()).unwrap();
        let doc = &report.document;
        let mut out: Tallies<String> = BTreeMap::new();
        for sentence in &doc.sentences {
            for i in sentence.tokens() {
                let end = sentence.last as usize;
                if let Some((noun, tally)) = joined_ages(doc, end, i).or_else(|| listed_ages(doc, sentence.first as usize..end, i)) {
                    out.entry(noun).or_default().push(tally);
                }
            }
        }
        out
    }

    #[test]
    fn ages_told_together_are_one_tally() {
        for (text, noun, numbers) in [
            ("He leaves two sons, ages 6, 9 and 16.", "son", vec![6, 9, 16]),
            ("Two girls aged 6 and 8 looked on.", "girl", vec![6, 8]),
            ("The 8- and 10-year-old girls looked on.", "girl", vec![8, 10]),
            ("Two cousins-8-and 10-year-old girls-waited.", "girl", vec![8, 10]),
        ] {
            let ages = read(text);
            assert_eq!(ages.get(noun).map(|l| l[0].numbers.clone()), Some(numbers), "{text}");
        }
        assert!(read("The girl, aged 6, and 8 others looked on.").is_empty());
    }

    #[test]
    fn records_are_told_from_other_numbers() {
        assert_eq!(record("10-5"), Some(vec![10, 5]));
        assert_eq!(record("10-5-1"), Some(vec![10, 5, 1]));
        for form in ["10", "2008-2009", "10-year", "1-2-3-4"] {
            assert_eq!(record(form), None, "{form}");
        }
    }
}
