//! How two figures that count one thing relate, and why values that differ need not exclude each other.

use super::Linked;
use super::items::{GENERIC, Item, PARTS};
use super::trust::near_figures;
use super::values::values;
use crate::calendar::WEEKDAYS;
use crate::compare::clash::strangers;
use crate::compare::findings::OPPOSITES;
use crate::compare::statements::one_source;
use crate::compare::view::View;
use crate::compare::{EventLabel, FigureLink, FigureRelation, Judged, Side};
use crate::date::{Certainty, Interval};
use crate::entity::Kind;
use crate::figure::{Exactness, FigureKind};
use crate::text::{Span, TokenKind, flat};
use std::collections::BTreeSet;

/// Sentences that open a report and tell of its own event.
const LEAD: usize = 3;

/// Likeness of two sentences, in percent, that tell one thing whatever their reports tell of.
const ONE_SENTENCE: u8 = 65;

/// Words around two figures that are alike by this much, in percent, tell of one thing.
const SAME_WORDS: u32 = 60;

/// Most by which counts of one event differ, as a ratio; letters of a value that names a day, "2019-04-09", "XXXX-WXX-3";
/// places that two leads share where they tell of one event.
const NEAR: f64 = 2.0;
const DAY: usize = 10;
const PLACES: usize = 2;

/// Why two differing values need not exclude each other.
struct Doubt {
    why: &'static str,
    /// Whether they are still worth showing side by side: they speak of one thing, but not as exactly
    /// or at the same time. What may count two things is not.
    worth: bool,
}

/// Whether two figures of unlike value are told of one thing as far as the words tell: a thing of one
/// name, of one owner or with one verb, in sentences that tell the same. A shared unit ("yards",
/// "years") is never enough, and ranks depend on what is counted before.
pub(super) fn one_thing(cx: &Judged<'_>, a: &Item<'_>, b: &Item<'_>, near: u32, (owned, alone): (bool, bool)) -> bool {
    let same = |x: &str, y: &str| !x.is_empty() && x == y;
    let (noun, deed) = (same(&a.key.noun, &b.key.noun) || same(&a.figure.noun, &b.figure.noun), same(&a.figure.state, &b.figure.state));
    let toll = !a.state.is_empty() && a.state == b.state;
    // A sentence that tells two things is linked with one counterpart; the words around the figure may
    // still be those of the other.
    let aligned = likeness(cx, a, b) > 0 || near >= SAME_WORDS && cx.label == EventLabel::Same;
    let ratio = ratio(a, b);
    if toll {
        // The dead of a lead are those of the event; elsewhere they may be another's.
        let lead = |side: Side, i: &Item<'_>| opens(cx.view(side), i);
        let abroad = |side: Side, i: &Item<'_>| {
            let view = cx.view(side);
            let told = i.sentence.and_then(|s| view.sentences.get(s)).filter(|_| !lead(side, i));
            told.is_some_and(|t| strangers(view, cx.entities, side, t).contains(&Kind::Place))
        };
        let elsewhere = abroad(Side::Left, a) || abroad(Side::Right, b);
        // "The 2003 quake killed 26,000": one time is as good as one wording.
        let dated = days(cx.left, a).iter().any(|i| days(cx.right, b).iter().any(|j| meet(i, j)));
        return ratio <= 6.0
            && !elsewhere
            && (aligned || lead(Side::Left, a) && lead(Side::Right, b))
            && (near >= if dated { 20 } else { 35 } || one_scene(cx, a, b));
    }
    if ratio > 3.0 {
        return false;
    }
    // One number, "about" in one report and "more than" in the other, is told of one thing.
    let one_number = a.figure.low == b.figure.low && a.figure.high == b.figure.high && a.figure.low >= 12.0;
    if one_number && near >= 15 {
        return true;
    }
    let compatible = values(a.figure, b.figure) == FigureRelation::Compatible;
    let telling = noun && !GENERIC.contains(&a.figure.noun.as_str());
    match a.figure.kind {
        FigureKind::Age => true,
        FigureKind::Rank => false,
        // What either report gives but once needs less to be known by.
        FigureKind::Count if alone && telling && (aligned || near >= 40) => true,
        FigureKind::Money | FigureKind::Percent | FigureKind::Measure if alone && (aligned && near >= 25 || deed && near >= 40) => true,
        FigureKind::Count if compatible && telling && aligned && near >= 20 && ratio <= 3.0 => true,
        FigureKind::Count => {
            (aligned || owned)
                && (telling && (deed || owned || near >= 40)
                    || noun && (deed && near >= 30 || owned && aligned && near >= 20 || near >= 60))
        }
        FigureKind::Money | FigureKind::Percent | FigureKind::Measure => {
            aligned && (near >= 60 || near >= 40 && (noun || deed || owned)) || owned && noun && deed
        }
    }
}

/// Whether a figure stands in the sentences that open its report.
fn opens(view: &View<'_>, item: &Item<'_>) -> bool {
    let full = |s: usize| view.sentences.iter().take(s).filter(|t| t.headline || t.content.len() > 3).take(LEAD).count();
    item.sentence.is_some_and(|s| full(s) < LEAD)
}

/// Whether both leads count who was hurt and name one day and two places alike: they tell of one event, in whatever
/// words and whoever else is named there. Counts of one event lie near each other.
fn one_scene(cx: &Judged<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    if cx.label == EventLabel::Different || ratio(a, b) > NEAR || !opens(cx.left, a) || !opens(cx.right, b) {
        return false;
    }
    let lead = |side: Side| cx.view(side).sentences.iter().filter(|t| t.headline || t.content.len() > 3).take(LEAD);
    let days = |side: Side| -> BTreeSet<&str> {
        let dates = lead(side).flat_map(|t| &t.dates).filter_map(|&d| cx.view(side).report.dates.get(d as usize));
        dates.filter_map(|d| d.value.get(..DAY)).collect()
    };
    let places = |side: Side| -> BTreeSet<u32> {
        let entities = &cx.view(side).report.entities;
        let place = |e: &&u32| entities.get(**e as usize).is_some_and(|e| e.kind == Kind::Place);
        lead(side).flat_map(|t| &t.entities).filter(place).filter_map(|&e| cx.entities.link(side, e)).collect()
    };
    !days(Side::Left).is_disjoint(&days(Side::Right)) && places(Side::Left).intersection(&places(Side::Right)).count() >= PLACES
}

/// Likeness of the sentences of two figures, in percent, where they are linked; 0 where not.
fn likeness(cx: &Judged<'_>, a: &Item<'_>, b: &Item<'_>) -> u8 {
    let (Some(l), Some(r)) = (a.sentence, b.sentence) else { return 0 };
    let links = &cx.sentences.links;
    links.binary_search_by_key(&(l, r), |x| (x.left, x.right)).ok().and_then(|n| links.get(n)).map_or(0, |x| x.score)
}

/// Whether the sentences give another state of people, and give it differently as well: of two attacks
/// one killed two and hurt eight, the other killed four and hurt thirty.
fn others_differ(cx: &Judged<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let others = |view: &View<'_>, i: &Item<'_>| -> Vec<u32> {
        let told = i.sentence.and_then(|s| view.sentences.get(s));
        told.map_or(&[][..], |t| t.figures.as_slice()).iter().copied().filter(|&f| f != i.number).take(8).collect()
    };
    let (x, y) = (others(cx.left, a), others(cx.right, b));
    let figure = |view: &View<'_>, f: u32| view.report.figures.get(f as usize).cloned();
    let pairs = x.iter().flat_map(|&f| y.iter().map(move |&g| (f, g)));
    let states: Vec<bool> = pairs
        .filter_map(|(f, g)| Some((figure(cx.left, f)?, figure(cx.right, g)?)))
        .filter(|(f, g)| f.kind == g.kind && f.state == g.state && matches!(f.state.as_str(), "kill" | "injure" | "arrest" | "missing"))
        .map(|(f, g)| values(&f, &g) == FigureRelation::Differs)
        .collect();
    !states.is_empty() && states.iter().all(|d| *d)
}

/// How many times the greater value is the lesser.
fn ratio(a: &Item<'_>, b: &Item<'_>) -> f64 {
    (a.figure.low.max(b.figure.low) + 1e-9) / (a.figure.low.min(b.figure.low) + 1e-9)
}

/// How two figures relate, with the reason.
pub(super) fn judge(cx: &Judged<'_>, several: bool, a: &Item<'_>, b: &Item<'_>, trust: u8) -> Linked {
    let mut relation = values(a.figure, b.figure);
    let toll = !a.state.is_empty();
    let what = what(cx, a, b);
    let mut reason = match relation {
        FigureRelation::Equal => format!("Both reports give one value{what}."),
        FigureRelation::Compatible => format!("Both values can hold{what}: one is given less exactly."),
        _ => String::new(),
    };
    let other = toll && others_differ(cx, a, b) || other_trading_day(cx, a, b);
    let event = !other && (cx.label == EventLabel::Same || toll && cx.label == EventLabel::Related);
    let mut worth = relation != FigureRelation::Compatible
        || event
            && !(names_clash(cx, a, b)
                || elsewhen(cx, a, b) && !toll
                || a.figure.kind != FigureKind::Age && apart(cx, a, b)
                || compared(cx.left, a) != compared(cx.right, b));
    if relation == FigureRelation::Differs {
        match doubt(cx, several, a, b, trust) {
            None => {
                relation = FigureRelation::Conflict;
                reason = format!("Aligned sentences on one event give two exact values{what}; they cannot both hold.");
            }
            Some(doubt) => {
                worth = doubt.worth;
                reason = format!("The values differ{what}, but {}.", doubt.why);
            }
        }
    }
    Linked { link: FigureLink { left: a.number, right: b.number, relation, reason }, trust, toll, worth }
}

fn what(cx: &Judged<'_>, a: &Item<'_>, b: &Item<'_>) -> String {
    let text = |view: &View<'_>, i: &Item<'_>| i.figure.counted.map(|c| flat(view.text(c)));
    match (text(cx.left, a), text(cx.right, b)) {
        (Some(x), Some(y)) => {
            // The shorter phrase; of equally long ones the first in the alphabet.
            let name = if (x.len(), &x) <= (y.len(), &y) { x } else { y };
            format!(" for \u{201c}{name}\u{201d}")
        }
        _ => String::new(),
    }
}

/// Why two differing values need not exclude each other; `None` where they must. Told besides: whether
/// either report gives several such figures.
fn doubt(cx: &Judged<'_>, several: bool, a: &Item<'_>, b: &Item<'_>, trust: u8) -> Option<Doubt> {
    let worth = |why| Some(Doubt { why, worth: true });
    let idle = |why| Some(Doubt { why, worth: false });
    let toll = !a.state.is_empty() && a.state == b.state;
    let (near, score) = (near_figures(cx, a, b), likeness(cx, a, b));
    if several {
        let why = "a report gives several such figures";
        let one = near >= SAME_WORDS && score >= ONE_SENTENCE && cx.label == EventLabel::Same;
        return if one || cx.label == EventLabel::Related && updates(cx, a, b, score) { worth(why) } else { idle(why) };
    }
    if toll && one_scene(cx, a, b) && (names_clash(cx, a, b) || others_differ(cx, a, b)) {
        return worth("such numbers change as a story goes on");
    }
    if names_clash(cx, a, b) {
        return idle("the sentences name different people or places");
    }
    if toll && others_differ(cx, a, b) {
        return idle("other figures of the sentences differ, too");
    }
    // A thing that either report counts but once needs no more to be known by.
    if deeds_clash(cx, a, b) || !(a.alone && b.alone) && tails_clash(cx, a, b) {
        return idle("different things are said of them");
    }
    if !toll && (opened_by_stranger(cx, Side::Left, a) || opened_by_stranger(cx, Side::Right, b)) {
        return idle("the sentences tell of different persons or things");
    }
    if bracketed(cx.left, a) || bracketed(cx.right, b) {
        return Some(Doubt {
            why: "one of them stands in brackets, as conversions do",
            worth: near >= SAME_WORDS && cx.label == EventLabel::Same,
        });
    }
    if compared(cx.left, a) || compared(cx.right, b) {
        return idle("one of them is given for comparison");
    }
    if a.figure.kind != FigureKind::Age && apart(cx, a, b) {
        return idle("they are given for different times");
    }
    if other_trading_day(cx, a, b) {
        return idle("such figures move through the day");
    }
    if elsewhen(cx, a, b) {
        return idle("one of them is told of another time");
    }
    if cx.label != EventLabel::Same {
        let why = "the reports may tell of different events";
        let close = days_apart(cx).is_none_or(|d| d <= 2);
        if cx.label == EventLabel::Related && updates(cx, a, b, score) {
            return worth("the later report may know more");
        }
        let owned = matches!((a.figure.entity, b.figure.entity), (Some(_), Some(_)));
        let related = cx.label == EventLabel::Related && (toll || close && score >= 45 && near >= SAME_WORDS);
        return if related || close && owned && score >= ONE_SENTENCE && near >= SAME_WORDS { worth(why) } else { idle(why) };
    }
    let ratio = ratio(a, b);
    if ratio > 3.0 {
        return idle("they are so far apart that they may count different things");
    }
    if toll {
        let (l, r) = (cx.left.report.published, cx.right.report.published);
        if l.is_none() || l != r {
            return worth("such numbers change as a story goes on");
        }
    }
    let exact = |i: &Item<'_>| i.figure.exactness == Exactness::Exact;
    if !exact(a) || !exact(b) {
        return worth("one of them is not exact");
    }
    if ratio > 2.0 {
        return idle("they are so far apart that they may count different things");
    }
    if a.qualifiers != b.qualifiers || a.figure.counted.is_some() != b.figure.counted.is_some() {
        // "28 of 41 passes", "the final two games" count a part for certain.
        let series = a.qualifiers.iter().chain(&b.qualifiers).any(|q| q == "of" || PARTS.contains(&q.as_str()));
        let part = a.qualifiers.is_empty() != b.qualifiers.is_empty() && !series;
        return Some(Doubt {
            why: if part { "one may count a part of the other" } else { "they may count different groups" },
            worth: part,
        });
    }
    if let (Some(x), Some(y)) = (a.statement, b.statement)
        && let (Some(x), Some(y)) = (cx.said[0].get(x), cx.said[1].get(y))
        && one_source(x, y) != Some(true)
    {
        return worth("they come from different sources");
    }
    if moving(cx.left, a) || moving(cx.right, b) {
        return worth("such figures move through the day");
    }
    if a.figure.kind == FigureKind::Age && (days_apart(cx).is_none_or(|d| d > 31) || ratio > 1.3) {
        return worth("a person's age depends on the day");
    }
    let certain = match a.figure.kind {
        FigureKind::Age => 60,
        FigureKind::Count => 55,
        _ => 65,
    };
    (trust < certain).then_some(Doubt { why: "it is not certain that they count the same thing", worth: near >= 40 })
}

/// Days between two reports on a running story of which the later one tells the figures anew, and least likeness, in
/// percent, of the sentences.
const DAYS: i32 = 7;
const ANEW: u8 = 40;

/// Whether two reports of one story, days apart, give one figure as it was and as it became: in aligned sentences, for
/// things of one telling name, or for what the same is said of.
fn updates(cx: &Judged<'_>, a: &Item<'_>, b: &Item<'_>, score: u8) -> bool {
    let later = days_apart(cx).is_some_and(|d| (1..=DAYS).contains(&d));
    let noun = !GENERIC.contains(&a.figure.noun.as_str()) && a.figure.noun == b.figure.noun;
    let deed = !a.figure.state.is_empty() && a.figure.state == b.figure.state;
    later && score >= ANEW && (noun && a.alone && b.alone || deed) && ratio(a, b) <= 3.0
}

/// Whether each sentence names somebody or something that the other report does not know, or one names
/// several: they tell of different things.
fn names_clash(cx: &Judged<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let names = |side: Side, i: &Item<'_>| {
        let view = cx.view(side);
        i.sentence.and_then(|s| view.sentences.get(s)).map_or_else(Vec::new, |t| strangers(view, cx.entities, side, t))
    };
    let (x, y) = (names(Side::Left, a), names(Side::Right, b));
    // The score of a game that the other report does not give is another game's.
    let scores = |view: &View<'_>, i: &Item<'_>, other: &View<'_>| {
        i.sentence.and_then(|s| view.sentences.get(s)).map_or(0, |t| {
            let doc = &view.report.document;
            (t.first..t.last).filter(|&k| is_score(doc.form(k)) && other.report.document.lexicon.get(doc.lower(k)).is_none()).count().min(1)
        })
    };
    let foreign = (x.len() + scores(cx.left, a, cx.right)).max(y.len() + scores(cx.right, b, cx.left));
    x.iter().any(|k| y.contains(k)) || foreign >= 2 || ships_clash(cx, a, b)
}

/// Whether a sentence begins with a name that the other report does not know, unless it is a source's.
fn opened_by_stranger(cx: &Judged<'_>, side: Side, item: &Item<'_>) -> bool {
    let view = cx.view(side);
    let Some(told) = item.sentence.and_then(|s| view.sentences.get(s)) else { return false };
    let mentions = &view.report.mentions;
    let first = mentions.get(mentions.partition_point(|m| m.span.start < told.span.start)).filter(|m| m.span.start < told.span.end);
    first.is_some_and(|m| {
        let opens = view.report.document.token_at(m.span.start) <= told.first + 2;
        opens && m.entity.is_some_and(|e| !cx.entities.shared(side, e) && !view.sources.contains(&e))
    })
}

/// Whether each sentence names a ship or the like that the other report does not know.
fn ships_clash(cx: &Judged<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let unknown = |view: &View<'_>, side: Side, i: &Item<'_>| {
        let told = i.sentence.and_then(|s| view.sentences.get(s));
        told.is_some_and(|t| {
            let other = |e: u32| view.report.entities.get(e as usize).is_some_and(|e| matches!(e.kind, Kind::Other | Kind::Event));
            t.entities.iter().any(|&e| other(e) && !cx.entities.shared(side, e))
        })
    };
    unknown(cx.left, Side::Left, a) && unknown(cx.right, Side::Right, b)
}

/// "71-57".
fn is_score(form: &str) -> bool {
    form.split_once('-').is_some_and(|(a, b)| [a, b].iter().all(|n| (1..=3).contains(&n.len()) && n.bytes().all(|c| c.is_ascii_digit())))
}

/// Whether what follows the counted nouns sets them apart: "seasons with the club", "seasons in Japan".
fn tails_clash(cx: &Judged<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let tail = |view: &View<'_>, i: &Item<'_>| -> Option<(u32, Vec<u32>)> {
        let doc = &view.report.document;
        let end = i.figure.counted.map_or(i.figure.span.end, |c| c.end.max(i.figure.span.end));
        let told = i.sentence.and_then(|s| view.sentences.get(s))?;
        let from = doc.tokens_in(Span { start: i.figure.span.start, end }).end;
        let all: Vec<u32> = (told.first..told.last).filter_map(|t| view.stems.get(t).copied()).collect();
        for t in from..(from + 4).min(told.last) {
            if doc.tokens.get(t).is_none_or(|t| t.kind != TokenKind::Word)
                || matches!(doc.lower(t), "and" | "but" | "or" | "as" | "when" | "after" | "before")
            {
                return None;
            }
            if let Some(stem) = view.stems.get(t).copied().filter(|&s| cx.stems.weight(s) > 0) {
                return Some((stem, all));
            }
        }
        None
    };
    if !matches!(a.figure.kind, FigureKind::Count) {
        return false;
    }
    match (tail(cx.left, a), tail(cx.right, b)) {
        (Some((x, left)), Some((y, right))) => x != y && !right.contains(&x) && !left.contains(&y),
        _ => false,
    }
}

/// Whether the verbs are opposites, or differ and little else around the figures is alike.
fn deeds_clash(cx: &Judged<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let (x, y) = (a.figure.state.as_str(), b.figure.state.as_str());
    let opposite = OPPOSITES.iter().any(|(v, w)| (x, y) == (*v, *w) || (y, x) == (*v, *w));
    opposite || matches!(a.figure.kind, FigureKind::Count) && x != y && near_figures(cx, a, b) < 55 && !(a.alone && b.alone)
}

/// Whether a price or index is not surely one of the same day.
fn other_trading_day(cx: &Judged<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    (moving(cx.left, a) || moving(cx.right, b)) && days_apart(cx) != Some(0)
}

/// Days between the reports, where both have a day.
fn days_apart(cx: &Judged<'_>) -> Option<i32> {
    Some((cx.left.report.published?.0 - cx.right.report.published?.0).abs())
}

/// Words of markets, whose prices and indexes differ from hour to hour.
const MARKETS: &[&str] =
    &["stocks", "shares", "index", "indexes", "markets", "trading", "bourse", "nasdaq", "nikkei", "ftse", "dow", "s&p", "barrel"];
/// What is gauged again and again.
const GAUGED: &[&str] = &["level", "levels", "river", "tide", "gauge", "temperature", "temperatures"];

/// Whether a figure is one of a market, or a measure that is gauged again and again: it differs from hour to hour.
fn moving(view: &View<'_>, item: &Item<'_>) -> bool {
    let doc = &view.report.document;
    let words = match item.figure.kind {
        FigureKind::Percent | FigureKind::Money | FigureKind::Count => MARKETS,
        FigureKind::Measure => GAUGED,
        _ => return false,
    };
    let told = item.sentence.and_then(|s| view.sentences.get(s));
    told.is_some_and(|t| (t.first..t.last).any(|i| words.contains(&doc.lower(i))))
}

/// Whether a sum or measure stands in brackets: "$1 million ($1.52 million)", "58 km (36 miles)".
fn bracketed(view: &View<'_>, item: &Item<'_>) -> bool {
    let doc = &view.report.document;
    let first = doc.token_at(item.figure.span.start);
    matches!(item.figure.kind, FigureKind::Money | FigureKind::Measure) && first.checked_sub(1).is_some_and(|i| doc.form(i) == "(")
}

/// Whether a figure stands for comparison: "up from 22", "compared with 55 minutes last year".
fn compared(view: &View<'_>, item: &Item<'_>) -> bool {
    let doc = &view.report.document;
    let first = doc.token_at(item.figure.span.start);
    (first.saturating_sub(4)..first).any(|i| {
        matches!(doc.lower(i), "from" | "compared" | "previous" | "previously" | "earlier" | "initial" | "initially" | "versus" | "average")
    })
}

/// Whether the sentences give dates that exclude each other, or name other days of the week.
fn apart(cx: &Judged<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let (x, y) = (days(cx.left, a), days(cx.right, b));
    let (v, w) = (weekdays(cx.left, a), weekdays(cx.right, b));
    !x.is_empty() && !y.is_empty() && !x.iter().any(|i| y.iter().any(|j| meet(i, j)))
        || !v.is_empty() && !w.is_empty() && !v.iter().any(|d| w.contains(d))
}

/// The days of the week that a figure's sentence names.
fn weekdays<'a>(view: &'a View<'_>, item: &Item<'_>) -> Vec<&'a str> {
    let doc = &view.report.document;
    let told = item.sentence.and_then(|s| view.sentences.get(s));
    let words = told.map_or(0..0, |t| t.first..t.last).map(|i| doc.lower(i));
    words.filter(|w| WEEKDAYS.contains(w)).collect()
}

/// Whether only one sentence tells of a month or year gone by: "the January failure cut off 70 percent".
fn elsewhen(cx: &Judged<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let gone = |view: &View<'_>, i: &Item<'_>| -> Vec<Interval> {
        let day = view.report.published;
        dated(view, i)
            .filter(|d| d.1.last.0 - d.1.first.0 >= 27 && day.is_none_or(|p| d.1.last < p) && adjoin(view, i, d.0))
            .map(|d| d.1)
            .collect()
    };
    let alone = |x: &[Interval], y: &[Interval]| x.iter().any(|i| !y.iter().any(|j| meet(i, j)));
    alone(&gone(cx.left, a), &days(cx.right, b)) || alone(&gone(cx.right, b), &days(cx.left, a))
}

fn meet(a: &Interval, b: &Interval) -> bool {
    a.first <= b.last && b.first <= a.last
}

/// Tokens within which a date belongs to a figure.
const DATED: usize = 9;

/// Whether a date stands near a figure, with no other figure in between.
fn adjoin(view: &View<'_>, item: &Item<'_>, date: Span) -> bool {
    let (first, last) = if date.start < item.figure.span.start { (date, item.figure.span) } else { (item.figure.span, date) };
    let gap = Span { start: first.end.min(last.start), end: last.start };
    let figures = &view.report.figures;
    let at = figures.partition_point(|f| f.span.start < gap.start);
    view.report.document.tokens_in(gap).len() <= DATED && figures.get(at).is_none_or(|f| f.span.start >= gap.end)
}

/// The dates of a figure's sentence that have a place on the calendar, with where they stand.
fn dated<'a>(view: &'a View<'_>, item: &Item<'_>) -> impl Iterator<Item = (Span, Interval)> + use<'a> {
    let told = item.sentence.and_then(|s| view.sentences.get(s));
    told.map_or(&[][..], |t| t.dates.as_slice())
        .iter()
        .filter_map(|&d| view.report.dates.get(d as usize))
        .filter(|d| !matches!(d.certainty, Certainty::Vague | Certainty::Open | Certainty::Impossible))
        .filter_map(|d| Some((d.span, d.interval?)))
}

fn days(view: &View<'_>, item: &Item<'_>) -> Vec<Interval> {
    dated(view, item).map(|d| d.1).collect()
}
