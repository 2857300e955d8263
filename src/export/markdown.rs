//! A hand-off that a person reads: the answer, the findings with quoted evidence, questions to check,
//! then names, time, statements and figures.
//!
//! Text of the reports is escaped, so that nothing in it turns into a link, an image or markup.

use super::Both;
use super::words::{content, value};
use crate::compare::{Dimension, EventLabel, Finding, Side, StatementRelation};
use crate::entity::{Entity, Kind};
use crate::quote::Statement;
use crate::text::{Span, flat};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The comparison as Markdown (CommonMark with tables).
#[must_use]
pub fn markdown(both: &Both<'_>) -> String {
    let mut out = String::from("# Two reports compared\n\n");
    heading(both, &mut out);
    findings(both, &mut out);
    questions(both, &mut out);
    names(both, &mut out);
    timeline(both, &mut out);
    statements(both, &mut out);
    figures(both, &mut out);
    corrections(both, &mut out);
    out.push_str("\nMade with Crossread. Findings point at differences; they do not say who is right.\n");
    out
}

fn title(both: &Both<'_>, side: Side) -> String {
    let report = both.report(side);
    let name = side.of("Left report", "Right report");
    let headline = report.headline.as_deref().map(flat);
    let mut out = format!("{name}: {}", headline.map_or_else(|| "no headline".to_owned(), |h| escape(&h)));
    if let Some(source) = &report.source {
        let _ = write!(out, ", {}", escape(source));
    }
    match report.published {
        Some(day) => {
            let _ = write!(out, ", {day}");
        }
        None => out.push_str(", date not known"),
    }
    out
}

fn heading(both: &Both<'_>, out: &mut String) {
    let c = both.comparison;
    let _ = writeln!(out, "- {}\n- {}\n", title(both, Side::Left), title(both, Side::Right));
    let label = match c.same_event.label {
        EventLabel::Same => "The same event",
        EventLabel::Related => "Related",
        EventLabel::Different => "Different events",
        EventLabel::Unclear => "Unclear",
    };
    let _ = writeln!(out, "## {label}\n\n{}\n", escape(&c.same_event.sentence));
    for r in &c.same_event.reasons {
        let name = match r.dimension {
            Dimension::Actors => "People and organisations",
            Dimension::Places => "Places",
            Dimension::Time => "Time",
            Dimension::Action => "What happened",
            Dimension::Wording => "Wording",
        };
        let score = r.score.map(|s| format!(" ({s} of 100)")).unwrap_or_default();
        let _ = writeln!(out, "- {name}{score}: {}", escape(&r.reason));
    }
    let shared = |permille: u16| format!("{}.{}%", permille / 10, permille % 10);
    let _ = writeln!(
        out,
        "\nShared passages: {} of the left report's {} words, {} of the right report's {}.\n",
        shared(c.left.shared_permille),
        c.left.words,
        shared(c.right.shared_permille),
        c.right.words
    );
}

fn shown<'a>(both: &'a Both<'_>) -> impl Iterator<Item = &'a Finding> {
    both.comparison.findings.iter().filter(|f| !f.dismissed)
}

fn findings(both: &Both<'_>, out: &mut String) {
    out.push_str("## Findings\n\n");
    if shown(both).next().is_none() {
        out.push_str("None.\n\n");
    }
    for f in shown(both) {
        let _ = writeln!(out, "- **{}** {}", escape(&f.title), escape(&f.reason));
        for (side, spans) in [(Side::Left, &f.left), (Side::Right, &f.right)] {
            let name = side.of("Left", "Right");
            for span in spans.iter().take(3) {
                let _ = writeln!(out, "  - {name}: {}", in_place(both, side, *span));
            }
        }
    }
    let dismissed = both.comparison.findings.iter().filter(|f| f.dismissed).count();
    if dismissed > 0 {
        let _ = writeln!(out, "\n{dismissed} dismissed.");
    }
    out.push('\n');
}

/// A short piece of evidence with its sentence, the piece itself in bold.
fn in_place(both: &Both<'_>, side: Side, span: Span) -> String {
    let report = both.report(side);
    let doc = &report.document;
    let text = &doc.text;
    let sentence = doc.sentences.get(doc.sentence_of(doc.token_at(span.start))).map_or(span, |s| s.span);
    if !sentence.contains(span) || span.len() * 10 > sentence.len() * 8 {
        return format!("\u{201c}{}\u{201d}", escape(&flat(span.of(text))));
    }
    let before = escape(&flat(Span { start: sentence.start, end: span.start }.of(text)));
    let after = escape(&flat(Span { start: span.end, end: sentence.end }.of(text)));
    let gap = |s: &str, at_end: bool| {
        let c = if at_end { s.chars().next() } else { s.chars().next_back() };
        if c.is_some_and(|c| c.is_alphanumeric() || (!at_end && matches!(c, ',' | ';' | ':' | '.'))) { " " } else { "" }
    };
    format!("\u{201c}{before}{}**{}**{}{after}\u{201d}", gap(&before, false), escape(&flat(span.of(text))), gap(&after, true))
}

fn questions(both: &Both<'_>, out: &mut String) {
    let list: Vec<&str> = shown(both).filter_map(|f| f.question.as_deref()).collect();
    if list.is_empty() {
        return;
    }
    out.push_str("## Questions to check\n\n");
    for (n, q) in list.iter().enumerate() {
        let _ = writeln!(out, "{}. {}", n + 1, escape(q));
    }
    out.push('\n');
}

fn row(out: &mut String, cells: &[&str]) {
    let cells: Vec<String> = cells.iter().map(|c| escape(c)).collect();
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

fn head(out: &mut String, title: &str, cells: &[&str]) {
    let _ = writeln!(out, "## {title}\n");
    row(out, cells);
    let _ = writeln!(out, "|{}", " --- |".repeat(cells.len()));
}

fn names(both: &Both<'_>, out: &mut String) {
    if both.comparison.entities.is_empty() {
        return;
    }
    head(out, "Names", &["Name", "Kind", "Left", "Right", "Differences"]);
    for link in &both.comparison.entities {
        let told = |e: Option<&Entity>| {
            e.map_or_else(String::new, |e| {
                let roles = e.roles.iter().map(|r| r.text.as_str()).take(2).collect::<Vec<_>>().join("; ");
                match e.mentions.len() {
                    _ if !roles.is_empty() => roles,
                    1 => "once".to_owned(),
                    n => format!("{n} times"),
                }
            })
        };
        let kind = match link.kind {
            Kind::Person => "person",
            Kind::Organization => "organisation",
            Kind::Place => "place",
            Kind::Event => "event",
            Kind::Other => "other",
        };
        let (a, b) = (
            told(link.left.and_then(|n| both.left.entities.get(n as usize))),
            told(link.right.and_then(|n| both.right.entities.get(n as usize))),
        );
        row(out, &[&link.name, kind, &a, &b, &link.differences.join(" ")]);
    }
    out.push('\n');
}

fn timeline(both: &Both<'_>, out: &mut String) {
    if both.comparison.timeline.is_empty() {
        return;
    }
    head(out, "Time", &["When", "Left", "Right"]);
    for entry in &both.comparison.timeline {
        let told = |side: Side, numbers: &[u32]| {
            let report = both.report(side);
            let list: Vec<String> = numbers
                .iter()
                .filter_map(|&n| report.dates.get(n as usize))
                .map(|d| {
                    let words = flat(d.span.of(&report.document.text));
                    match d.event.as_ref().filter(|e| !e.label.is_empty()) {
                        Some(e) => format!("{} ({words})", e.label),
                        None => words,
                    }
                })
                .collect();
            list.join("; ")
        };
        let when = match entry.interval {
            Some(i) if i.first == i.last => i.first.to_string(),
            Some(i) => format!("{} to {}", i.first, i.last),
            // "XXXX-WXX-3" says nothing to a reader: the text's own words do.
            None => "open".to_owned(),
        };
        row(out, &[&when, &told(Side::Left, &entry.left), &told(Side::Right, &entry.right)]);
    }
    out.push('\n');
}

fn statements(both: &Both<'_>, out: &mut String) {
    if both.left.statements.is_empty() && both.right.statements.is_empty() {
        return;
    }
    head(out, "Who says what", &["Source", "Left", "Right", "How they relate"]);
    let said = |side: Side, n: usize| {
        let report = both.report(side);
        report
            .statements
            .get(n)
            .map(|s| (s.source.as_ref().map_or_else(|| "no source".to_owned(), |x| x.name.clone()), words(s, &report.document.text)))
    };
    let links = &both.comparison.statements;
    for link in links {
        let (Some((x, a)), Some((y, b))) = (said(Side::Left, link.left as usize), said(Side::Right, link.right as usize)) else { continue };
        let who = if x == y { x } else { format!("{x} / {y}") };
        let how = match link.relation {
            StatementRelation::Verbatim => "word for word",
            StatementRelation::Trimmed => "trimmed",
            StatementRelation::Altered => "altered",
            StatementRelation::Paraphrase => "in other words",
            StatementRelation::SameMatter => "on one matter",
        };
        row(out, &[&who, &a, &b, how]);
    }
    for (side, report) in both.sides() {
        let linked: BTreeSet<u32> = links.iter().map(|l| side.of(l.left, l.right)).collect();
        for n in (0..report.statements.len()).filter(|n| !linked.contains(&(*n as u32))) {
            let Some((who, words)) = said(side, n) else { continue };
            let (a, b) = side.of((words.as_str(), ""), ("", words.as_str()));
            row(out, &[&who, a, b, ""]);
        }
    }
    out.push('\n');
}

fn figures(both: &Both<'_>, out: &mut String) {
    if both.comparison.figures.is_empty() {
        return;
    }
    head(out, "Figures in both", &["Left", "Right", "How they relate"]);
    for link in &both.comparison.figures {
        let told = |side: Side, n: u32| {
            let report = both.report(side);
            report.figures.get(n as usize).map_or_else(String::new, |f| {
                let text = &report.document.text;
                let counted = f.counted.map(|c| format!(" {}", flat(c.of(text)))).unwrap_or_default();
                format!("{}{counted} ({})", flat(f.span.of(text)), value(f))
            })
        };
        row(out, &[&told(Side::Left, link.left), &told(Side::Right, link.right), &link.reason]);
    }
    out.push('\n');
}

fn corrections(both: &Both<'_>, out: &mut String) {
    let rows = super::corrections::rows(both);
    if rows.is_empty() {
        return;
    }
    head(out, "Corrections by the reader", &["Report", "What", "Words", "With"]);
    for r in rows {
        row(out, &[r.side, r.action, &r.text, &r.value]);
    }
    out.push('\n');
}

/// Text of a report as it stands, with the marks of Markdown and HTML taken for what they are.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (n, c) in text.chars().enumerate() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' => out.push('\\'),
            // Marks that count only at the beginning of a line.
            '#' | '+' | '-' | '=' if n == 0 => out.push('\\'),
            _ => {}
        }
        if c == '&' {
            out.push_str("&amp;");
        } else {
            out.push(if c.is_control() { ' ' } else { c });
        }
    }
    // "1. " at the beginning would open a list.
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && out.get(digits..).is_some_and(|rest| rest.starts_with(". ") || rest.starts_with(") ")) {
        out.insert(digits, '\\');
    }
    out.replace("://", ":\\//")
}

/// What a statement says; of a refusal, which says nothing, the words that tell it.
fn words(s: &Statement, text: &str) -> String {
    let said = content(s, text);
    s.cue.as_ref().filter(|_| said.is_empty()).map_or(said, |cue| flat(cue.span.of(text)))
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn text_stays_text() {
        assert_eq!(escape("*a* <b> [c](d)"), "\\*a\\* \\<b\\> \\[c\\](d)");
        assert_eq!(escape("1. x"), "1\\. x");
        assert_eq!(escape("# x"), "\\# x");
        assert_eq!(escape("a & b"), "a &amp; b");
    }
}
