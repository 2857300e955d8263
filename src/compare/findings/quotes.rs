//! Findings from linked statements: the same utterance in both, altered wording, another stance.

use super::copied;
use super::finding;
use super::speakers::{asks, is_pronoun};
use crate::analysis::Report;
use crate::compare::Context;
use crate::compare::entities::ordered;
use crate::compare::statements::{Said, one_source};
use crate::compare::view::View;
use crate::compare::words::print;
use crate::compare::{Comparison, DiffStep, EventLabel, Finding, FindingKind, StatementLink, StatementRelation, diff};
use crate::quote::{SourceClass, SpeechAct, Statement, StatementKind};
use crate::text::{Span, flat};
use std::collections::BTreeSet;

fn source(statement: &Statement) -> Option<&str> {
    statement.source.as_ref().map(|s| s.name.as_str()).filter(|n| !n.is_empty())
}

/// Finds utterances that both reports give, and where wording or stance differs.
pub(super) fn findings(cx: &Context<'_>, comparison: &Comparison, out: &mut Vec<Finding>) {
    let covered = covered(cx, comparison);
    for (number, link) in comparison.statements.iter().enumerate() {
        let (Some(a), Some(b)) = (cx.left.report.statements.get(link.left as usize), cx.right.report.statements.get(link.right as usize))
        else {
            continue;
        };
        if asks(cx.left, a) || asks(cx.right, b) {
            continue;
        }
        let who = match (source(a), source(b)) {
            (Some(_), Some(_)) if given_to_two(cx, link) => None,
            (Some(x), Some(y)) => {
                // A person tells more than a body, a body more than a group; then the longer name.
                let class = |s: &Statement| s.source.as_ref().map_or(9, |s| s.class as u8);
                let rank = |s: &Statement, name: &str| (std::cmp::Reverse(class(s)), name.len(), name.to_owned());
                Some(if rank(a, x) >= rank(b, y) { x } else { y })
            }
            (x, y) => x.or(y),
        };
        let by = who.map(|w| format!(" of {w}")).unwrap_or_default();
        let mut push = |mut f: Finding| {
            f.left.clone_from(&a.content);
            f.right.clone_from(&b.content);
            out.push(f);
        };
        match link.relation {
            StatementRelation::Altered => {
                // What differs between shared words; what stands before and behind is only trimmed.
                let first = link.diff.iter().position(|d| d.same).unwrap_or(0);
                let last = link.diff.iter().rposition(|d| d.same).unwrap_or(0);
                let core = link.diff.get(first..last).unwrap_or(&[]);
                let changed = core.iter().filter(|d| !d.same).find(|d| d.left.is_some() && d.right.is_some());
                let title = match changed.and_then(|d| Some((whole(cx.left, d.left?), whole(cx.right, d.right?)))) {
                    Some((x, y)) => {
                        let (x, y) = (flat(x), flat(y));
                        let (x, y) = ordered(&x, &y);
                        format!("A quotation{by} has two wordings: \u{201c}{x}\u{201d} and \u{201c}{y}\u{201d}.")
                    }
                    // Words that only one of them has.
                    None => match core
                        .iter()
                        .filter(|d| !d.same)
                        .find_map(|d| d.left.map(|s| cx.left.text(s)).or(d.right.map(|s| cx.right.text(s))))
                    {
                        Some(words) => format!("Only one report has \u{201c}{}\u{201d} in a quotation{by}.", flat(words)),
                        None => format!("A quotation{by} has two wordings."),
                    },
                };
                // An apostrophe, a hyphen, a capital or the number of a noun is worth a line and no question.
                let slight = core.iter().filter(|d| !d.same).all(|d| slight(cx, d));
                let mut f = finding(FindingKind::QuoteAltered, if slight { 30 } else { 85 }, title, link.reason.clone());
                f.question = (!slight).then(|| format!("Which wording of the quotation{by} is right?"));
                push(f);
            }
            StatementRelation::Verbatim | StatementRelation::Trimmed => {
                let how = if link.relation == StatementRelation::Verbatim { "word for word" } else { "in part" };
                // Only what stands in quotation marks in both is quoted.
                let quoted = [a, b].iter().all(|s| s.kind != StatementKind::Indirect);
                let title = if quoted {
                    format!("Both reports quote the same words{by} {how}.")
                } else {
                    format!("Both reports give a statement{by} in the same words.")
                };
                // Of a source that is not sure nothing is said.
                let unsure = one_source_of(cx, link) == Some(false) && !given_to_two(cx, link);
                let reason = if unsure { "The same words inside quotation marks.".to_owned() } else { link.reason.clone() };
                if !covered.contains(&number) {
                    push(finding(FindingKind::QuoteShared, 30, title, reason));
                }
            }
            StatementRelation::Paraphrase if nearly_verbatim(cx, link) => {
                let title = format!("Both reports tell a statement{by} in nearly the same words.");
                push(finding(FindingKind::QuoteShared, 26, title, "Told in both reports alike but for a few words.".to_owned()));
            }
            StatementRelation::Paraphrase => {
                push(finding(FindingKind::QuoteShared, 25, format!("Both reports tell a statement{by}."), link.reason.clone()));
            }
            StatementRelation::SameMatter => {}
        }
        if link.relation != StatementRelation::SameMatter {
            stance(a, b, who, cx.label, out);
        }
    }
}

/// Whether words differ by no more than marks, case, spelling, an article or the number of a noun.
fn slight(cx: &Context<'_>, step: &DiffStep) -> bool {
    let words = |view: &View<'_>, span: Option<Span>| span.map_or("", |s| view.text(s)).to_owned();
    let (l, r) = (words(cx.left, step.left), words(cx.right, step.right));
    let plain = |text: &str| -> Vec<u64> {
        text.split_whitespace()
            .filter(|w| !matches!(*w, "a" | "an" | "the"))
            .map(|w| w.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>())
            .map(|w| print(w.strip_suffix('s').unwrap_or(&w)))
            .collect()
    };
    let (x, y) = (plain(&l), plain(&r));
    let joined = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    x == y || joined(&l) == joined(&r)
}

/// Differing words with what is joined to them: "populations'" and not "populations".
fn whole<'a>(view: &View<'a>, span: Span) -> &'a str {
    let doc = &view.report.document;
    let mut end = doc.tokens_in(span).end;
    let joined = |i: usize| doc.tokens.get(i).is_some_and(|t| !t.spaced) && matches!(doc.lower(i), "'s" | "'");
    while joined(end) {
        end += 1;
    }
    let last = end.checked_sub(1).and_then(|i| doc.tokens.get(i)).map_or(span.end, |t| t.span.end);
    view.text(Span { start: span.start, end: last.max(span.end) })
}

/// Most quotations that have a finding of their own beside one of copying that shows them, too.
const OWN: usize = 3;

/// Numbers of the links whose words the finding of copying shows already, where they are many.
fn covered(cx: &Context<'_>, comparison: &Comparison) -> BTreeSet<usize> {
    let content = |report: &Report, n: u32| report.statements.get(n as usize).map_or(&[][..], |s| &s.content).to_vec();
    let inside = |link: &StatementLink| {
        let (a, b) = (content(cx.left.report, link.left), content(cx.right.report, link.right));
        !a.is_empty() && a.len() == b.len() && a.iter().zip(&b).all(|(x, y)| copied::covers(cx.passages, *x, *y))
    };
    let same = |l: &StatementLink| matches!(l.relation, StatementRelation::Verbatim | StatementRelation::Trimmed);
    let all: BTreeSet<usize> = comparison.statements.iter().enumerate().filter(|(_, l)| same(l) && inside(l)).map(|(n, _)| n).collect();
    if all.len() > OWN { all } else { BTreeSet::new() }
}

fn pair<'a>(cx: &Context<'a>, link: &StatementLink) -> Option<(&'a Said, &'a Said)> {
    let [left, right] = cx.said;
    left.get(link.left as usize).zip(right.get(link.right as usize))
}

fn one_source_of(cx: &Context<'_>, link: &StatementLink) -> Option<bool> {
    pair(cx, link).and_then(|(a, b)| one_source(a, b))
}

/// Whether the two reports surely give linked statements to different sources: persons whom both name.
fn given_to_two(cx: &Context<'_>, link: &StatementLink) -> bool {
    let named = |view: &View<'_>, n: u32| {
        let source = view.report.statements.get(n as usize).and_then(|s| s.source.as_ref());
        source.is_some_and(|s| s.class == SourceClass::NamedPerson && !is_pronoun(view.text(s.span)))
    };
    one_source_of(cx, link) == Some(false) && named(cx.left, link.left) && named(cx.right, link.right)
}

/// Whether two statements are the same words but for a few.
fn nearly_verbatim(cx: &Context<'_>, link: &StatementLink) -> bool {
    pair(cx, link).is_some_and(|(a, b)| {
        let (x, y): (Vec<u64>, Vec<u64>) = (a.words.iter().map(|w| w.1).collect(), b.words.iter().map(|w| w.1).collect());
        10 * diff::common(&x, &y).len() >= 8 * x.len().max(y.len())
    })
}

/// Said in one, claimed or denied in the other.
fn stance(a: &Statement, b: &Statement, who: Option<&str>, label: EventLabel, out: &mut Vec<Finding>) {
    let (Some(x), Some(y)) = (&a.cue, &b.cue) else { return };
    // "Is accused of" has no source that could take distance.
    if source(a).is_none() || source(b).is_none() || [x, y].iter().any(|c| c.lemma == "accuse") {
        return;
    }
    let doubtful = |act: SpeechAct| matches!(act, SpeechAct::Claims);
    let plain = |act: SpeechAct| matches!(act, SpeechAct::States);
    if !matches!(label, EventLabel::Same | EventLabel::Related) || x.negated || y.negated {
        return;
    }
    if !(doubtful(x.act) && plain(y.act) || plain(x.act) && doubtful(y.act)) {
        return;
    }
    let (v, w) = ordered(&x.lemma, &y.lemma);
    let who = who.unwrap_or("the source");
    out.push(
        finding(
            FindingKind::StanceDiffers,
            55,
            format!("One report lets {who} \u{201c}{v}\u{201d} what the other lets {who} \u{201c}{w}\u{201d}."),
            "The verb of saying leaves it open in one report and takes distance in the other.".to_owned(),
        )
        .between(x.span, y.span),
    );
}
