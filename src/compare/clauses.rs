//! Differences within aligned sentences: dates that cannot both hold, negation, opposite verbs.
//!
//! Only sentences that are the best of each other and say nearly the same are looked at. A date that
//! tells when somebody spoke is no date of the event.

use super::Finding;
use super::FindingKind;
use super::findings::{Context, finding};
use super::view::{Told, View};
use crate::date::{Certainty, TimeExpression, TimexType};

/// Least likeness, in percent, for a date, and for a negation or an opposite verb.
const DATED: u8 = 45;
const NEGATED: u8 = 65;

/// Finds differences of dates and negation.
pub(super) fn findings(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for link in &cx.sentences.links {
        let (Some(a), Some(b)) = (cx.left.sentences.get(link.left), cx.right.sentences.get(link.right)) else { continue };
        if link.score >= DATED {
            dates(cx, a, b, link.score, out);
        }
        if link.score >= NEGATED {
            negation(cx, a, b, out);
        }
    }
}

/// Dates of a sentence that have a place on the calendar and do not tell when somebody spoke.
fn own_dates<'a>(view: &'a View<'_>, told: &Told) -> Vec<&'a TimeExpression> {
    let doc = &view.report.document;
    told.dates
        .iter()
        .filter_map(|&d| view.report.dates.get(d as usize))
        .filter(|d| {
            matches!(d.timex, TimexType::Date | TimexType::Time)
                && matches!(d.certainty, Certainty::Stated | Certainty::Implied)
                && d.interval.is_some()
        })
        .filter(|d| {
            let tokens = doc.tokens_in(d.span);
            let near = (tokens.start.saturating_sub(4)..tokens.start).chain(tokens.end..tokens.end + 3);
            !near.filter(|&i| i >= told.first && i < told.last).any(|i| SPEECH.contains(&doc.lower(i)))
        })
        .collect()
}

/// Verbs and nouns of saying next to a date.
const SPEECH: &[&str] = &[
    "said",
    "says",
    "told",
    "announced",
    "reported",
    "confirmed",
    "added",
    "statement",
    "tweeted",
    "wrote",
    "posted",
    "issued",
    "stated",
    "claimed",
    "denied",
    "declined",
    "conference",
    "interview",
    "released",
    "published",
    "updated",
];

fn dates(cx: &Context<'_>, a: &Told, b: &Told, score: u8, out: &mut Vec<Finding>) {
    let (x, y) = (own_dates(cx.left, a), own_dates(cx.right, b));
    let ([x], [y]) = (x.as_slice(), y.as_slice()) else { return };
    let (Some(i), Some(j)) = (x.interval, y.interval) else { return };
    if i.first <= j.last && j.first <= i.last {
        return;
    }
    // Days against days and months against months; a longer stretch may hold both.
    let length = |t: &TimeExpression| t.interval.map_or(0, |i| i.last.0 - i.first.0 + 1);
    let fine = |t: &TimeExpression| t.interval.is_some_and(|i| i.first == i.last) || (28..=31).contains(&length(t));
    let stated = |t: &TimeExpression| t.stated.iter().any(|s| s == "day" || s == "month" || s == "year");
    let sure = fine(x) && fine(y) && (length(x) == 1) == (length(y) == 1) && stated(x) && stated(y) && score >= 50;
    let words = |view: &View<'_>, t: &TimeExpression| view.text(t.span).split_whitespace().collect::<Vec<_>>().join(" ");
    let when = |view: &View<'_>, t: &TimeExpression| match t.interval {
        Some(i) if i.first == i.last && !stated(t) => format!("{} ({})", words(view, t), i.first),
        _ => words(view, t),
    };
    let (early, late) = (when(cx.left, x), when(cx.right, y));
    let (early, late) = if i.first <= j.first { (early, late) } else { (late, early) };
    let (kind, importance) = if sure { (FindingKind::DateConflict, 90) } else { (FindingKind::DateDiffers, 50) };
    let reason = if sure {
        "Sentences that tell the same give two days for it."
    } else {
        "Sentences that tell much the same give different times; they may speak of different things."
    };
    let mut f = finding(kind, importance, format!("One report dates it {early}, the other {late}."), reason.to_owned());
    f.question = Some(format!("Was it on {early} or on {late}?"));
    f.left.push(x.span);
    f.right.push(y.span);
    out.push(f);
}

const NEGATORS: &[&str] = &["not", "never", "cannot"];

fn is_negator(word: &str) -> bool {
    NEGATORS.contains(&word) || word.ends_with("n't")
}

/// Verbs that exclude each other, as stems.
const OPPOSITES: &[(&str, &str)] = &[
    ("accept", "reject"),
    ("approv", "reject"),
    ("approv", "block"),
    ("ros", "fell"),
    ("rise", "fall"),
    ("increas", "decreas"),
    ("increas", "declin"),
    ("won", "lost"),
    ("confirm", "deni"),
    ("survi", "kill"),
    ("arriv", "left"),
    ("open", "clos"),
    ("acquitt", "convict"),
    ("guilt", "innocent"),
    ("lift", "impos"),
    ("upheld", "overturn"),
    ("support", "oppos"),
];

/// One sentence affirms what the other negates, or the verbs are opposites, and all else agrees.
fn negation(cx: &Context<'_>, a: &Told, b: &Told, out: &mut Vec<Finding>) {
    let negators = |view: &View<'_>, t: &Told| (t.first..t.last).filter(|&i| is_negator(view.report.document.lower(i))).collect::<Vec<_>>();
    let (x, y) = (negators(cx.left, a), negators(cx.right, b));
    let rest = |t: &Told, o: &Told| t.content.iter().filter(|s| !o.content.contains(s)).copied().collect::<Vec<_>>();
    let (ra, rb) = (rest(a, b), rest(b, a));
    let weight = |list: &[u32]| list.iter().map(|&s| u32::from(cx.stems.weight(s))).sum::<u32>();
    let all = a.weight + b.weight;
    if x.len() + y.len() == 1 && 100 * (weight(&ra) + weight(&rb)) <= 20 * all {
        let (view, t, other, at) =
            if let [at] = x.as_slice() { (cx.left, a, b, *at) } else { (cx.right, b, a, y.first().copied().unwrap_or(0)) };
        // What is negated must stand in the other sentence too.
        let negated = (at + 1..(at + 4).min(t.last)).filter_map(|i| view.stems.get(i)).find(|&&s| cx.stems.weight(s) > 0);
        if negated.is_some_and(|s| other.content.contains(s)) {
            let mut f = finding(
                FindingKind::Negation,
                88,
                "One report affirms what the other negates.".to_owned(),
                "The sentences say the same but for a \u{201c}not\u{201d}.".to_owned(),
            );
            f.question = Some("Which of the two holds?".to_owned());
            f.left.push(a.span);
            f.right.push(b.span);
            out.push(f);
        }
        return;
    }
    if !x.is_empty() || !y.is_empty() || 100 * (weight(&ra) + weight(&rb)) > 30 * all {
        return;
    }
    let has = |list: &[u32], word: &str| list.iter().any(|&s| cx.stems.name(s) == word);
    if let Some((v, w)) = OPPOSITES.iter().find(|(v, w)| has(&ra, v) && has(&rb, w) || has(&ra, w) && has(&rb, v)) {
        let mut f = finding(
            FindingKind::Negation,
            86,
            "The reports use opposite verbs for one thing.".to_owned(),
            format!("The sentences say the same but for \u{201c}{v}\u{201d} and \u{201c}{w}\u{201d}."),
        );
        f.question = Some("Which of the two holds?".to_owned());
        f.left.push(a.span);
        f.right.push(b.span);
        out.push(f);
    }
}
