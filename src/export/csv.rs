//! Tables for spreadsheets, after RFC 4180: names, dates, statements, figures, findings, corrections.
//!
//! A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a
//! line break's first half) gets an apostrophe in front, as spreadsheets themselves mark text; a plain
//! number with a sign stays as it is.

use super::Both;
use super::words::{content, name_of};
use crate::compare::{Side, kind_name};
use crate::entity::Entity;
use crate::text::{Span, flat};

/// Which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// One line an entity of both reports.
    Names,
    /// One line a temporal expression.
    Dates,
    /// One line a statement.
    Statements,
    /// One line a figure.
    Figures,
    /// One line a finding.
    Findings,
    /// One line a correction by the reader.
    Corrections,
}

impl Table {
    /// All tables in the order in which they are exported.
    pub const ALL: [Table; 6] = [Table::Names, Table::Dates, Table::Statements, Table::Figures, Table::Findings, Table::Corrections];

    /// Its name, for a file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Table::Names => "names",
            Table::Dates => "dates",
            Table::Statements => "statements",
            Table::Figures => "figures",
            Table::Findings => "findings",
            Table::Corrections => "corrections",
        }
    }
}

/// One table as CSV: a header line, lines ended by CR LF, UTF-8 without a byte order mark.
#[must_use]
pub fn csv(both: &Both<'_>, table: Table) -> String {
    let mut out = String::new();
    match table {
        Table::Names => names(both, &mut out),
        Table::Dates => dates(both, &mut out),
        Table::Statements => statements(both, &mut out),
        Table::Figures => figures(both, &mut out),
        Table::Findings => findings(both, &mut out),
        Table::Corrections => corrections(both, &mut out),
    }
    out
}

fn line(out: &mut String, cells: &[String]) {
    for (n, cell) in cells.iter().enumerate() {
        if n > 0 {
            out.push(',');
        }
        push_cell(out, cell);
    }
    out.push_str("\r\n");
}

fn heads(out: &mut String, cells: &[&str]) {
    line(out, &cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>());
}

fn push_cell(out: &mut String, cell: &str) {
    let signed_number = cell.strip_prefix(['-', '+']).is_some_and(|rest| rest.parse::<f64>().is_ok());
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !signed_number;
    let guarded = if formula { format!("'{cell}") } else { cell.to_owned() };
    if guarded.contains([',', '"', '\n', '\r']) || guarded.starts_with(' ') || guarded.ends_with(' ') {
        out.push('"');
        out.push_str(&guarded.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(&guarded);
    }
}

/// Several things in one cell.
fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(" | ")
}

/// Links, given by their ends, of each entry of one side's list: number of the link, number of its other end.
fn by_end(ends: impl Iterator<Item = (u32, u32)>, side: Side, entries: usize) -> Vec<Vec<(usize, usize)>> {
    let mut out = vec![Vec::new(); entries];
    for (n, (left, right)) in ends.enumerate() {
        if let Some(links) = out.get_mut(side.of(left, right) as usize) {
            links.push((n, side.of(right, left) as usize));
        }
    }
    out
}

fn names(both: &Both<'_>, out: &mut String) {
    heads(
        out,
        &["name", "kind", "in", "left_name", "left_mentions", "left_roles", "right_name", "right_mentions", "right_roles", "differences"],
    );
    for link in &both.comparison.entities {
        let (a, b) =
            (link.left.and_then(|n| both.left.entities.get(n as usize)), link.right.and_then(|n| both.right.entities.get(n as usize)));
        let roles =
            |e: Option<&Entity>| e.map(|e| e.roles.iter().map(|r| r.text.as_str()).collect::<Vec<_>>().join("; ")).unwrap_or_default();
        let count = |e: Option<&Entity>| e.map_or(0, |e| e.mentions.len()).to_string();
        let place = match (a, b) {
            (Some(_), Some(_)) => "both",
            (Some(_), None) => "left",
            _ => "right",
        };
        line(
            out,
            &[
                link.name.clone(),
                name_of(&link.kind),
                place.to_owned(),
                a.map(|e| e.name.clone()).unwrap_or_default(),
                count(a),
                roles(a),
                b.map(|e| e.name.clone()).unwrap_or_default(),
                count(b),
                roles(b),
                link.differences.join(" "),
            ],
        );
    }
}

fn dates(both: &Both<'_>, out: &mut String) {
    heads(out, &["report", "text", "type", "value", "first_day", "last_day", "certainty", "event", "start", "end"]);
    for (side, report) in both.sides() {
        let text = &report.document.text;
        for d in &report.dates {
            line(
                out,
                &[
                    side.name().to_owned(),
                    flat(d.span.of(text)),
                    name_of(&d.timex),
                    d.value.clone(),
                    d.interval.map(|i| i.first.to_string()).unwrap_or_default(),
                    d.interval.map(|i| i.last.to_string()).unwrap_or_default(),
                    name_of(&d.certainty),
                    d.event.as_ref().map(|e| e.label.clone()).unwrap_or_default(),
                    both.unit(side, d.span.start).to_string(),
                    both.unit(side, d.span.end).to_string(),
                ],
            );
        }
    }
}

fn statements(both: &Both<'_>, out: &mut String) {
    heads(out, &["report", "source", "source_class", "kind", "verb", "act", "content", "start", "end", "counterpart", "relation"]);
    for (side, report) in both.sides() {
        let (text, other) = (&report.document.text, both.report(side.other()));
        let links = &both.comparison.statements;
        let linked = by_end(links.iter().map(|l| (l.left, l.right)), side, report.statements.len());
        for (s, linked) in report.statements.iter().zip(linked) {
            let counterparts = linked.iter().filter_map(|l| other.statements.get(l.1));
            let relations = linked.iter().filter_map(|l| links.get(l.0));
            let edge = |at: Option<u32>| at.map(|a| both.unit(side, a).to_string()).unwrap_or_default();
            line(
                out,
                &[
                    side.name().to_owned(),
                    s.source.as_ref().map(|x| x.name.clone()).unwrap_or_default(),
                    s.source.as_ref().map(|x| name_of(&x.class)).unwrap_or_default(),
                    name_of(&s.kind),
                    s.cue.as_ref().map(|c| c.lemma.clone()).unwrap_or_default(),
                    s.cue.as_ref().map(|c| name_of(&c.act)).unwrap_or_default(),
                    content(s, text),
                    edge(s.content.first().map(|c| c.start)),
                    edge(s.content.last().map(|c| c.end)),
                    joined(counterparts.map(|o| content(o, &other.document.text))),
                    joined(relations.map(|l| name_of(&l.relation))),
                ],
            );
        }
    }
}

fn figures(both: &Both<'_>, out: &mut String) {
    heads(out, &["report", "text", "kind", "low", "high", "exactness", "unit", "counts", "start", "end", "counterpart", "relation"]);
    for (side, report) in both.sides() {
        let (text, other) = (&report.document.text, both.report(side.other()));
        let links = &both.comparison.figures;
        let linked = by_end(links.iter().map(|l| (l.left, l.right)), side, report.figures.len());
        for (f, linked) in report.figures.iter().zip(linked) {
            let counterparts = linked.iter().filter_map(|l| other.figures.get(l.1));
            let relations = linked.iter().filter_map(|l| links.get(l.0));
            line(
                out,
                &[
                    side.name().to_owned(),
                    flat(f.span.of(text)),
                    name_of(&f.kind),
                    f.low.to_string(),
                    f.high.to_string(),
                    name_of(&f.exactness),
                    f.unit.clone(),
                    f.counted.map(|c| flat(c.of(text))).unwrap_or_default(),
                    both.unit(side, f.span.start).to_string(),
                    both.unit(side, f.span.end).to_string(),
                    joined(counterparts.map(|o| flat(o.span.of(&other.document.text)))),
                    joined(relations.map(|l| name_of(&l.relation))),
                ],
            );
        }
    }
}

fn findings(both: &Both<'_>, out: &mut String) {
    heads(out, &["id", "kind", "importance", "finding", "reason", "question", "left_evidence", "right_evidence", "dismissed"]);
    for f in &both.comparison.findings {
        let evidence = |spans: &[Span], text: &str| joined(spans.iter().map(|s| flat(s.of(text))));
        line(
            out,
            &[
                f.id.clone(),
                kind_name(f.kind).to_owned(),
                f.importance.to_string(),
                f.title.clone(),
                f.reason.clone(),
                f.question.clone().unwrap_or_default(),
                evidence(&f.left, &both.left.document.text),
                evidence(&f.right, &both.right.document.text),
                if f.dismissed { "yes" } else { "no" }.to_owned(),
            ],
        );
    }
}

fn corrections(both: &Both<'_>, out: &mut String) {
    heads(out, &["report", "action", "text", "start", "end", "value"]);
    for row in super::corrections::rows(both) {
        let edge = |at: Option<u32>| at.map(|a| a.to_string()).unwrap_or_default();
        let (start, end) = (edge(row.place.map(|p| p.0)), edge(row.place.map(|p| p.1)));
        line(out, &[row.side.to_owned(), row.action.to_owned(), row.text, start, end, row.value]);
    }
}
