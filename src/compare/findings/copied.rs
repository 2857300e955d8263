//! The finding of copying: all passages that both reports have, in one.
//!
//! That one report has words from the other, or both from a third, is said from one longer passage or from several.
//! Fewer words are a phrase that both use; turns of phrase that everybody uses (`STOCK`) are not even that.

use super::finding;
use crate::compare::Context;
use crate::compare::view::View;
use crate::compare::{Finding, FindingKind, Passage};
use crate::order::Arrange;
use crate::text::{Span, flat};

/// Words of one passage, and number of passages, from which both have a source in common.
const LONG: u32 = 15;
const MANY: usize = 3;
/// Most phrases that are shown where nothing was copied.
const PHRASES: usize = 2;

/// Finds what was copied.
pub(super) fn findings(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let list: Vec<&Passage> = cx.passages.iter().filter(|p| !stock(&flat(cx.left.text(p.left)), p.words)).collect();
    if claimed(&list) {
        out.push(copied(cx, &list));
        return;
    }
    // A shared quotation is a finding of its own.
    for p in list.iter().filter(|p| !(quoted(cx.left, p.left) && quoted(cx.right, p.right))).take(PHRASES) {
        let title = format!("The same phrase stands in both reports: \u{201c}{}\u{201d}.", flat(cx.left.text(p.left)));
        let title = if p.edited { format!("Nearly the same phrase of {} words stands in both reports.", p.words) } else { title };
        out.push(finding(FindingKind::PassageCopied, 12, title, "So few words may be chance.".to_owned()).between(p.left, p.right));
    }
}

/// Whether passages show that the reports have words from one another or from a third.
fn claimed(list: &[&Passage]) -> bool {
    list.iter().any(|p| p.words >= LONG) || list.len() >= MANY
}

/// Whether a finding of copying speaks of these words, too: then a shared quotation in them needs none of its own.
pub(super) fn covers(passages: &[Passage], left: Span, right: Span) -> bool {
    let inside = |passage: Span, words: Span| {
        let shared = passage.end.min(words.end).saturating_sub(passage.start.max(words.start)) as usize;
        10 * shared >= 8 * words.len()
    };
    claimed(&passages.iter().collect::<Vec<_>>()) && passages.iter().any(|p| inside(p.left, left) && inside(p.right, right))
}

fn copied(cx: &Context<'_>, list: &[&Passage]) -> Finding {
    let words: u32 = list.iter().map(|p| p.words).sum();
    let share = |view: &View<'_>| {
        let all: usize = view.sentences.iter().filter(|t| !t.headline).map(|t| view.words(t.span).len()).sum();
        (100 * words as usize / all.max(1)).clamp(1, 100)
    };
    let mut shares = [(share(cx.left), "left"), (share(cx.right), "right")];
    // The greater share first, so that the sentence does not depend on the side.
    shares.arrange_by_key(|s| std::cmp::Reverse(s.0));
    let [(x, first), (y, second)] = shares;
    let much = if x == y { format!("{x}% of each report") } else { format!("{x}% of the {first} report, {y}% of the {second} report") };
    let title = match list.len() {
        1 if x < 10 => format!("One passage of {words} words stands in both reports."),
        1 => format!("One passage of {words} words stands in both reports: {much}."),
        n => format!("{n} passages of {words} words together stand in both reports: {much}."),
    };
    let mut how = Vec::new();
    for (count, what) in [
        (list.iter().filter(|p| !p.edited).count(), "word for word"),
        (list.iter().filter(|p| p.edited).count(), "with words changed"),
        (list.iter().filter(|p| p.moved).count(), "in another place"),
    ] {
        if count == list.len() {
            how.push(what.to_owned());
        } else if count > 0 {
            how.push(format!("{count} {what}"));
        }
    }
    let how = super::title::capital(&how.join(", "));
    // Words in quotation marks in both are the words of whom both quote.
    let spoken = list.iter().all(|p| quoted(cx.left, p.left) && quoted(cx.right, p.right));
    let reason = match list.len() {
        _ if spoken => format!("{how}. Both quote one speech or document."),
        1 => format!("{how}. One report has it from the other, or both from a third."),
        _ => format!("{how}. One report has them from the other, or both from a third."),
    };
    let mut f = finding(FindingKind::PassageCopied, if spoken { 29 } else { 47 }, title, reason);
    f.left = list.iter().map(|p| p.left).collect();
    f.right = list.iter().map(|p| p.right).collect();
    f.left.arrange();
    f.right.arrange();
    f
}

/// Whether most of a span lies within a statement.
fn quoted(view: &View<'_>, span: Span) -> bool {
    let list = &view.report.statements;
    let after = list.partition_point(|s| s.content.first().is_some_and(|c| c.start < span.end));
    let shared = |c: &Span| span.end.min(c.end).saturating_sub(span.start.max(c.start)) as usize;
    list.get(after.saturating_sub(3)..after)
        .unwrap_or(&[])
        .iter()
        .any(|s| 10 * s.content.iter().map(shared).sum::<usize>() >= 8 * span.len())
}

/// Whether a short passage says little beside a phrase that everybody uses.
fn stock(text: &str, words: u32) -> bool {
    let text = text.to_lowercase().replace(',', "");
    let inside = |phrase: &&&str| text.contains(**phrase);
    let covered: usize = STOCK.iter().filter(inside).map(|p| p.split(' ').count()).max().unwrap_or(0);
    words < LONG && 2 * covered > words as usize
}

/// Phrases of courts, markets and newsrooms, in lower case.
const STOCK: &[&str] = &[
    "life in prison without the possibility of parole",
    "life imprisonment without the possibility of parole",
    "in prison without the possibility of parole",
    "filed for bankruptcy",
    "chapter 11 bankruptcy protection",
    "protection from its creditors",
    "pleaded not guilty to",
    "pleaded guilty to",
    "sentenced to life in prison",
    "innocent until proven guilty",
    "assault with a deadly weapon",
    "in connection with the",
    "beyond a reasonable doubt",
    "on suspicion of driving under the influence",
    "died at the scene of the",
    "pronounced dead at the scene",
    "taken to hospital with non-life-threatening injuries",
    "the cause of the crash is under investigation",
    "could not immediately be reached for comment",
    "did not immediately respond to a request for comment",
    "did not immediately respond to requests for comment",
    "spoke on condition of anonymity because",
    "spoke on the condition of anonymity because",
    "was not authorised to speak to the media",
    "was not authorized to speak to the media",
    "were not authorised to speak publicly",
    "were not authorized to speak publicly",
    "the new york stock exchange",
    "earnings before interest taxes depreciation and amortization",
    "compared with the same period a year earlier",
    "from the same period a year earlier",
    "a seasonally adjusted annual rate of",
    "subject to regulatory approval",
    "for the first time in more than a",
    "the world health organization said",
    "wounded in the line of duty",
    "until further notice",
];
