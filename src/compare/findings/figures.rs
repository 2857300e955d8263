//! Findings from linked figures: values that cannot both hold, and values that differ.

use super::{finding, kind_name};
use crate::compare::Context;
use crate::compare::figures::Linked;
use crate::compare::view::View;
use crate::compare::{EventLabel, FigureRelation, Finding, FindingKind};
use crate::figure::{Exactness, Figure, FigureKind};
use crate::text::{Span, flat};
use std::collections::BTreeMap;

/// Least certainty, in percent, that two differing figures speak of one thing.
const DIFFERS: u8 = 45;
/// The same for figures that can both hold.
const VISIBLE: u8 = 30;

/// A figure with what it counts, "312 passengers", "four dead".
fn amount(view: &View<'_>, f: &Figure) -> String {
    let number = flat(view.text(f.span));
    let number = lowered(&number);
    let state = match f.state.as_str() {
        "kill" => "dead",
        "injure" => "injured",
        "missing" => "missing",
        "arrest" => "arrested",
        "rescue" => "rescued",
        "evacuate" => "evacuated",
        _ => "",
    };
    if f.kind == FigureKind::Count && !state.is_empty() {
        let people = matches!(
            f.noun.as_str(),
            "" | "person" | "dead" | "killed" | "injured" | "wounded" | "hurt" | "missing" | "arrested" | "detained"
        );
        // "86 arrests": the noun says the state already.
        if let (Some(c), "death" | "fatality" | "injury" | "arrest" | "detention" | "casualty" | "rescue") = (f.counted, f.noun.as_str()) {
            return format!("{number} {}", noun_phrase(view, c));
        }
        return match f.counted.filter(|_| !people) {
            Some(c) => format!("{number} {} {state}", noun_phrase(view, c)),
            None => format!("{number} {state}"),
        };
    }
    match f.counted.filter(|c| c.start >= f.span.end && c.start - f.span.end <= 4 && f.kind != FigureKind::Money) {
        Some(c) => format!("{number} {}", noun_phrase(view, c)),
        None => number,
    }
}

/// A counted phrase up to the place or owner behind it.
fn noun_phrase(view: &View<'_>, counted: Span) -> String {
    let text = flat(view.text(counted));
    let cut = [" in ", " of ", " from ", " at "].iter().filter_map(|p| text.find(p)).min();
    cut.and_then(|c| text.get(..c)).map_or(text.clone(), str::to_owned)
}

/// A number word that opens a sentence, in lower case: "Four", "At least 36".
fn lowered(number: &str) -> String {
    match number.split_once(' ') {
        Some((head, rest)) if head.chars().skip(1).all(char::is_lowercase) => format!("{} {rest}", head.to_lowercase()),
        _ => {
            if number.chars().skip(1).all(|c| c.is_lowercase() || c == '-') {
                number.to_lowercase()
            } else {
                number.to_owned()
            }
        }
    }
}

/// Finds figures that differ.
pub(super) fn findings(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for linked in cx.figures {
        let (Some(a), Some(b)) =
            (cx.left.report.figures.get(linked.link.left as usize), cx.right.report.figures.get(linked.link.right as usize))
        else {
            continue;
        };
        let Some(mut f) = told(cx, linked, a, b) else { continue };
        // The headline and the lead often give one pair of values: one finding with both places.
        let at = *seen.entry(format!("{}{}", kind_name(f.kind), f.title)).or_insert(out.len());
        if let Some(same) = out.get_mut(at) {
            same.left.push(a.span);
            same.right.push(b.span);
            continue;
        }
        f.left.extend(places(cx.left, a));
        f.right.extend(places(cx.right, b));
        out.push(f);
    }
}

/// Most places of one figure, and sentences that open a report, where its figures often stand twice.
const PLACES: usize = 3;
const OPENING: usize = 6;

/// Where a report gives a figure: here, and where its first sentences say the same of as many.
fn places(view: &View<'_>, figure: &Figure) -> Vec<Span> {
    let same = |f: &&Figure| {
        let alike = (f.low, f.high, f.kind, &f.unit) == (figure.low, figure.high, figure.kind, &figure.unit);
        let bare = f.noun.is_empty() && figure.noun.is_empty() && f.low >= 12.0;
        let told = !f.state.is_empty() && f.state == figure.state || !f.noun.is_empty() && f.noun == figure.noun || bare;
        alike && told && f.span != figure.span
    };
    let opening = view.sentences.iter().take(OPENING).flat_map(|t| &t.figures).filter_map(|f| view.report.figures.get(*f as usize));
    std::iter::once(figure.span).chain(opening.filter(same).map(|f| f.span)).take(PLACES).collect()
}

/// The finding of one pair of figures, without its evidence; `None` where they say the same.
fn told(cx: &Context<'_>, linked: &Linked, a: &Figure, b: &Figure) -> Option<Finding> {
    let relation = linked.link.relation;
    let shown = match relation {
        FigureRelation::Conflict => true,
        FigureRelation::Differs => linked.trust >= DIFFERS,
        FigureRelation::Compatible => visible(a, b) && linked.trust >= VISIBLE,
        FigureRelation::Equal => false,
    };
    if !shown || !linked.worth {
        return None;
    }
    let (x, y) = (amount(cx.left, a), amount(cx.right, b));
    let (x, y) = if (a.low, &x) <= (b.low, &y) { (x, y) } else { (y, x) };
    let importance = match (relation, linked.toll) {
        (FigureRelation::Conflict, true) => 98,
        (FigureRelation::Conflict, false) => 92,
        (FigureRelation::Compatible, _) => 26,
        (_, true) => 78,
        (_, false) => 60 + linked.trust / 8,
    };
    let kind = if relation == FigureRelation::Conflict { FindingKind::FigureConflict } else { FindingKind::FigureDiffers };
    let mut f = finding(kind, importance, format!("One report says {x}, the other {y}."), linked.link.reason.clone());
    f.question = match relation {
        FigureRelation::Compatible => None,
        FigureRelation::Differs if linked.toll || cx.label == EventLabel::Related => {
            Some(format!("One report says {x}, the other {y}: which is later?"))
        }
        _ => Some(format!("One report says {x}, the other {y}: which is right, and who counted?")),
    };
    Some(f)
}

/// Whether two figures that can both hold still read differently: another number, or "about" in one and
/// "more than" in the other. A number given in fewer digits reads alike.
fn visible(a: &Figure, b: &Figure) -> bool {
    let bounded = |f: &Figure| matches!(f.exactness, Exactness::AtLeast | Exactness::AtMost);
    let vague = |f: &Figure| f.exactness == Exactness::About && f.high > 1.5 * f.low;
    if a.low == b.low && a.high == b.high {
        return a.exactness != b.exactness && a.exactness != Exactness::Exact && b.exactness != Exactness::Exact;
    }
    // 97 for 100 and 28,476 for 28,500 are fewer digits of one number.
    let close = (a.low - b.low).abs() <= a.low.max(b.low) / 20.0 && a.low.max(b.low) > 20.0;
    vague(a) != vague(b) || (bounded(a) || bounded(b)) && a.low != b.low && !close
}
