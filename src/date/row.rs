//! Dates in a row, which share what one of them states: "May and June 2011", "3 and 4 May", "from Monday
//! to Wednesday".

use super::grammar::Make;
use super::lexicon::*;
use super::matcher::{Found, Match, Tokens};
use super::{Interval, TimeExpression, TimexType};
use crate::text::Span;

/// What joins the members of a row.
const LINKS: Class = AND | TO | DASH | COMMA;

/// How many bare days are looked for on one side of a date.
const LONGEST: usize = 5;

/// A match with its place in the text, which can be less than its tokens ("1939-1945").
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) found: Match,
    pub(super) span: Span,
}

/// Whether one token of a class stands between two pieces and nothing else.
pub(super) fn linked(t: &Tokens<'_>, before: &Piece, after: &Piece, class: Class) -> bool {
    before.found.last + 1 == after.found.first && t.is(before.found.last, class)
}

/// Gives the pieces of a block, those from `from` on, what their neighbours state.
pub(super) fn share(t: &Tokens<'_>, pieces: &mut Vec<Piece>, from: usize) {
    let mut k = from;
    while let Some(piece) = pieces.get(k).copied() {
        let f = &piece.found.found;
        if piece.found.make == Make::Date && f.month > 0 && f.day > 0 {
            if t.is(piece.found.first, DAY | ORDINAL) {
                k += days_before(t, pieces, k, from);
            } else if f.year.is_none() {
                k += days_behind(t, pieces, k);
            }
        }
        k += 1;
    }
    years(t, pieces.get_mut(from..).unwrap_or_default());
}

/// The day at a token of a row, like `piece` for the rest.
fn member(t: &Tokens<'_>, piece: &Piece, day: usize, last: usize, year: Option<i32>) -> Piece {
    let found = Found { day: t.word(day).n.clamp(0, 31) as u8, weekday: 0, year, ..piece.found.found };
    let found = Match { first: day, last, found, ..piece.found };
    Piece { found, span: found.span(t.doc) }
}

/// Adds the bare days before piece `k`: "27 and 28 February". Returns how many.
fn days_before(t: &Tokens<'_>, pieces: &mut Vec<Piece>, k: usize, from: usize) -> usize {
    let Some(piece) = pieces.get(k).copied() else { return 0 };
    let end = if k > from { pieces.get(k - 1).map_or(0, |p| p.found.last) } else { 0 };
    let (mut first, mut added) = (piece.found.first, 0);
    while let Some(day) = first.checked_sub(2).filter(|&day| day >= end && added + 1 < LONGEST) {
        let number = t.is(day, DAY | ORDINAL) && (1..=31).contains(&t.word(day).n);
        if !number || !t.is(day + 1, LINKS) || t.one_of(day + 1, "\u{2014}") || day > 0 && t.is(day - 1, MONTH) {
            break;
        }
        pieces.insert(k, member(t, &piece, day, day + 1, piece.found.found.year));
        added += 1;
        first = day;
    }
    added
}

/// Adds the bare days behind piece `k`: "March 19 and 20, 2003". Returns how many.
fn days_behind(t: &Tokens<'_>, pieces: &mut Vec<Piece>, k: usize) -> usize {
    let Some(piece) = pieces.get(k).copied() else { return 0 };
    let mut link = piece.found.last;
    for added in 0..LONGEST {
        let (day, next, behind) = (link + 1, k + 1 + added, link + 2);
        let free = pieces.get(next).is_none_or(|p| p.found.first > day);
        let ends = t.is(behind, LINKS | IN | ON | AT | YEAR) || t.is_mark(behind);
        let counts = t.is(behind, UNIT | UNITS | MONTH) || t.is(link, COMMA) && !t.is(behind, AND | COMMA);
        if !free || !t.is(link, LINKS) || !t.is(day, DAY) || !ends || counts {
            return added;
        }
        let year = behind + usize::from(t.is(behind, COMMA));
        let stated = t.is(year, YEAR).then(|| t.word(year).n);
        let last = if stated.is_some() { year + 1 } else { behind };
        // A year that stood alone behind the comma is part of this one now.
        while pieces.get(next).is_some_and(|p| p.found.first < last) {
            pieces.remove(next);
        }
        pieces.insert(next, member(t, &piece, day, last, stated));
        if stated.is_some() {
            return added + 1;
        }
        link = last;
    }
    LONGEST
}

/// Gives the year behind the last of a row to all of it.
fn years(t: &Tokens<'_>, pieces: &mut [Piece]) {
    for k in (1..pieces.len()).rev() {
        let Some([before, after]) = pieces.get_mut(k - 1..=k) else { continue };
        let gap = before.found.last..after.found.first;
        let linked = (1..=2).contains(&gap.len()) && gap.clone().all(|i| t.is(i, LINKS));
        let (f, next) = (&mut before.found.found, &after.found.found);
        let bare = f.year.is_none() && f.year_by.is_none() && f.month > 0;
        let dates = before.found.make == Make::Date && after.found.make == Make::Date;
        if linked
            && dates
            && bare
            && next.month > 0
            && let Some(year) = next.year.filter(|_| !next.short_year)
        {
            let earlier = f.month > next.month && gap.clone().any(|i| t.is(i, TO | DASH));
            f.year = Some(if earlier { year - 1 } else { year });
        }
    }
}

/// Marks both ends of "from Monday to Wednesday", "between 2003 and 2008", "1939-1945" with the whole.
pub(super) fn ranges(t: &Tokens<'_>, pieces: &[Piece], out: &mut [TimeExpression]) {
    for (k, pair) in pieces.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let same_token = before.found.first == after.found.first;
        let gap = before.found.last..after.found.first;
        let link = gap.len() == 1 && {
            let w = t.word(gap.start);
            w.is(TO | DASH) || w.is(AND) && before.found.first.checked_sub(1).is_some_and(|i| t.is(i, BETWEEN))
        };
        if !same_token && !link {
            continue;
        }
        let Some([a, b]) = out.get_mut(k..k + 2) else { continue };
        if a.timex != TimexType::Date || b.timex != TimexType::Date {
            continue;
        }
        if let (Some(x), Some(y)) = (a.interval, b.interval)
            && x.first < y.last
        {
            let whole = Some(Interval { first: x.first, last: y.last });
            (a.range, b.range) = (whole, whole);
        }
    }
}
