//! The pass over a document: match, share what neighbours state, resolve in text order.

use super::calendar::{Granule, Unit};
use super::event::{self, Place};
use super::filter;
use super::grammar::{GRAMMAR, Make};
use super::lexicon::*;
use super::matcher::{self, Found, Match, Tokens};
use super::quantity::put_clock;
use super::resolve::{self, Arg, Context, Earlier, Reading, Told, say};
use super::row::{self, Piece, linked};
use super::tied;
use super::{Certainty, Day, TimeExpression, TimexType};
use crate::entity::Names;
use crate::text::{BlockKind, Document, Side, Span};
use std::ops::Range;

/// How far back the mark is looked for that opens a quotation, in tokens: the work stays linear.
const LONG_QUOTATION: usize = 200;

/// Reads all expressions of `doc`.
pub(super) fn read(doc: &Document, names: &Names, published: Option<Day>) -> Vec<TimeExpression> {
    let words: Vec<Word> = doc.lexicon.forms().map(word).collect();
    let mut pieces = Vec::new();
    for block in &doc.blocks {
        let range = doc.tokens_in(block.span);
        let t = Tokens::new(doc, &words, range.end);
        let from = pieces.len();
        collect(&t, names, range.start, &mut pieces);
        row::share(&t, &mut pieces, from);
    }
    let t = Tokens::new(doc, &words, doc.tokens.len());
    let mut context = context(&t, &pieces, published);
    let mut out = Vec::with_capacity(pieces.len());
    let mut sentence = 0;
    for (k, piece) in pieces.iter().enumerate() {
        while doc.sentences.get(sentence).is_some_and(|s| s.last as usize <= piece.found.first) {
            sentence += 1;
        }
        if let Some(s) = doc.sentences.get(sentence) {
            context.sentence = s.tokens();
            context.sentence_span = s.span;
            context.sentence_block = doc.blocks.get(s.block as usize).map_or(s.span, |b| b.span);
            context.sentence_number = sentence;
        }
        let before = k.checked_sub(1).and_then(|k| pieces.get(k));
        context.from = before.filter(|b| linked(&t, b, piece, TO | DASH)).and(context.earlier).and_then(|e| e.granule.as_day());
        let own = (context.report, context.report_span);
        let said = tied::said_on(&t, &context, &piece.found);
        if let Some(day) = said {
            (context.report, context.report_span) = (day.granule.as_day(), Some(day.span));
        }
        let mut reading = resolve::resolve(&t, &context, &piece.found);
        (context.report, context.report_span) = own;
        if said.is_some() {
            reading.certainty = Certainty::Ambiguous;
            reading.reason.push_str(" It stands in a quotation, which is taken to be of that day.");
        }
        if let Some(day) = reading.day() {
            date_back(&t, &mut context, pieces.get(..=k).unwrap_or_default(), &mut out, day, reading.certainty);
        }
        remember(&t, &mut context, &reading, piece);
        if let (Some(minutes), Some(day)) = (reading.minutes, reading.day()) {
            context.told = Some(Told { day, minutes, span: piece.span, sentence });
        }
        let mut one = expression(&t, reading, piece);
        if !one.attributive {
            one.event = event::event(&t, names, &place(&t, &pieces, k), one.timex);
        }
        out.push(one);
    }
    row::ranges(&t, &pieces, &mut out);
    for (k, piece) in pieces.iter().enumerate() {
        tied::tie(&t, names, &piece.found, &mut out, k, context.report);
    }
    let days: Vec<_> =
        (0..).zip(&pieces).filter(|(_, p)| p.found.make == Make::EventDay).map(|(k, p)| (k, p.found.first..p.found.last)).collect();
    tied::event_days(&t, &days, &mut out);
    // An anniversary, a day or a "that time" of what nobody dates says nothing of when.
    let mut makes = pieces.iter().map(|p| p.found.make);
    out.retain(|e| !matches!(makes.next(), Some(Make::Anniversary | Make::EventDay | Make::Then)) || e.certainty != Certainty::Open);
    out
}

/// A piece among its neighbours.
fn place(t: &Tokens<'_>, pieces: &[Piece], k: usize) -> Place {
    let tokens = |k: usize| pieces.get(k).map_or(0..0, |p| p.found.first..p.found.last);
    let date = tokens(k);
    let mut group = date.clone();
    // "today at 10:30 (0930 GMT)": a day and its times.
    let time = |k: usize| pieces.get(k).is_some_and(|p| p.found.make == Make::Clock || p.found.found.clock.is_some());
    let joined = |gap: Range<usize>| gap.len() <= 2 && gap.into_iter().all(|i| t.is(i, ON | COMMA | AT) || t.one_of(i, "( )"));
    for j in (k.saturating_sub(2)..k).rev().take_while(|&j| time(j) || time(j + 1)) {
        if !joined(tokens(j).end..group.start) {
            break;
        }
        group.start = tokens(j).start;
    }
    for j in (k + 1..pieces.len().min(k + 3)).take_while(|&j| time(j) || time(j - 1)) {
        if !joined(group.end..tokens(j).start) {
            break;
        }
        group.end = tokens(j).end;
    }
    if t.one_of(group.end, ")") && (date.end..group.end).any(|i| t.one_of(i, "(")) {
        group.end += 1;
    }
    Place { date, group }
}

/// Gives the day of the last piece to those before it that wait for one.
fn date_back(t: &Tokens<'_>, c: &mut Context, pieces: &[Piece], out: &mut [TimeExpression], day: Day, certainty: Certainty) {
    let Some((piece, earlier)) = pieces.split_last() else { return };
    let new = c.report.is_some_and(|report| (0..=7).contains(&(report.0 - day.0)));
    let mut after = Some(piece);
    for (n, (one, before)) in out.iter_mut().zip(earlier).rev().take(3).enumerate() {
        let said = |p: &Piece| quoted(t, c.sentence.start, &p.found);
        let f = &before.found.found;
        after = after.filter(|after| near(t, before, after));
        match before.found.make {
            // "5 p.m. on Thursday", "2 p.m. (0500 GMT) on Thursday"
            Make::Clock if after.is_some() && piece.found.make != Make::Clock => {
                let minutes = f.clock.map_or(0, |clock| clock.minutes());
                on_day(one, day, certainty, piece.span, "On *, the day named behind it.");
                put_clock(&mut one.value, minutes);
                c.told = Some(Told { day, minutes, span: before.span, sentence: c.sentence_number });
                after = Some(before);
            }
            // "The verdict today is wrong," she said Tuesday.
            Make::Deictic if n < 2 && new && one.timex == TimexType::Date && said(before) && !said(piece) => {
                if let Some(meant) = day.plus(f.direction) {
                    on_day(one, meant, certainty, piece.span, "");
                    one.anchor = Some(super::Anchor { value: Granule::day(day).value(), span: Some(piece.span) });
                    one.reason = say("Counted from *, when it was said.", &[Arg::Long(day)]);
                }
            }
            // "marks the 75th anniversary of the battle on Friday"
            Make::Anniversary
                if n < 2
                    && one.certainty == Certainty::Open
                    && c.sentence_span.contains(before.span)
                    && !(before.found.last..piece.found.first).any(|i| t.is(i, COMMA)) =>
            {
                on_day(one, day, certainty, piece.span, "Kept on *, the day named behind it.");
            }
            _ => {}
        }
        if before.found.make != Make::Clock {
            after = None;
        }
    }
}

/// Whether only brackets, commas and "on" stand between two pieces, or "to" between two times; or what the
/// first dates, "the 5 p.m. update on Monday".
fn near(t: &Tokens<'_>, before: &Piece, after: &Piece) -> bool {
    let gap = before.found.last..after.found.first;
    if after.found.make == Make::Clock && linked(t, before, after, TO | DASH | AND) {
        return true;
    }
    let dated = gap.len() == 2 && t.word(gap.start).class == 0 && t.is_word(gap.start) && t.is(gap.start + 1, ON);
    dated || (1..=3).contains(&gap.len()) && gap.into_iter().all(|i| t.is(i, ON | IN | COMMA) || t.one_of(i, "( ) /"))
}

/// Whether a match stands in a quotation that opens behind token `start`.
pub(super) fn quoted(t: &Tokens<'_>, start: usize, m: &Match) -> bool {
    let sides = (start..m.first).rev().take(LONG_QUOTATION).map(|i| t.doc.side(i));
    sides.into_iter().find(|side| *side != Side::None) == Some(Side::Open)
}

/// Puts an expression on a day that is named behind it.
fn on_day(one: &mut TimeExpression, day: Day, certainty: Certainty, named: Span, reason: &str) {
    one.value = Granule::day(day).value();
    one.interval = Some(super::Interval { first: day, last: day });
    one.anchor = Some(super::Anchor { value: one.value.clone(), span: Some(named) });
    one.certainty = certainty;
    one.reason = say(reason, &[Arg::Long(day)]);
}

/// Finds the matches of one block from token `i`.
fn collect(t: &Tokens<'_>, names: &Names, mut i: usize, pieces: &mut Vec<Piece>) {
    let opens = GRAMMAR.calendar.opens | GRAMMAR.rules.opens;
    while i < t.end {
        if !t.is(i, opens) {
            i += 1;
            continue;
        }
        let fits = |m: &Match| filter::fits(t, names, m);
        let Some(m) = matcher::best(t, i, &fits) else {
            i += 1;
            continue;
        };
        i = m.last;
        if is_metadata(t, &m) {
            continue;
        }
        match m.make {
            Make::Years if m.found.second - m.found.ordinal < 100 && t.doc.form(m.first).len() == 9 && !t.lower(m.first).contains('/') => {
                split(t, &m, pieces);
            }
            Make::Span => split(t, &m, pieces),
            _ => pieces.push(Piece { found: m, span: m.span(t.doc) }),
        }
    }
}

/// "date 2019-12-20" at the very top is a note of whoever saved the report, not part of it.
fn is_metadata(t: &Tokens<'_>, m: &Match) -> bool {
    m.make == Make::Iso && m.first == 1 && t.one_of(0, "date")
}

/// Cuts a match of one token at its hyphen into two years, months or weekdays.
fn split(t: &Tokens<'_>, m: &Match, pieces: &mut Vec<Piece>) {
    let span = m.span(t.doc);
    let text = span.of(&t.doc.text);
    let cut = text.char_indices().find(|(_, c)| matches!(c, '-' | '\u{2010}' | '\u{2011}'));
    let Some((at, mark)) = cut else { return };
    let start = span.start as usize;
    let parts = [Span::new(start, start + at), Span::new(start + at + mark.len_utf8(), span.end as usize)];
    for (span, number) in parts.into_iter().zip([m.found.ordinal, m.found.second]) {
        let mut found = Found { year: m.found.year, ..Found::default() };
        match (m.make, t.word(m.first).k) {
            (Make::Years, _) => found.year = Some(number),
            (_, 1) => found.month = number as u8,
            _ => found.weekday = number as u8,
        }
        pieces.push(Piece { found: Match { make: Make::Date, found, ..*m }, span });
    }
}

/// What the report's expressions are counted from.
fn context(t: &Tokens<'_>, pieces: &[Piece], published: Option<Day>) -> Context {
    let doc = t.doc;
    let mut context = Context { report: published, ..Context::default() };
    if let Some(day) = published {
        context.report_span = doc.header.published.as_ref().filter(|p| p.value == day).map(|p| p.span);
    }
    // History names years long gone and hardly a "yesterday" or a weekday.
    let (mut gone, mut years, mut near) = (0, 0, 0);
    let latest_gone = pieces.iter().filter_map(|p| p.found.found.year).max();
    for p in pieces {
        let f = &p.found.found;
        match p.found.make {
            Make::Date if f.era < 0 => gone += 1,
            Make::Date if f.year.is_some() => match published {
                Some(day) if f.year.unwrap_or(0) >= day.ymd().0 - 1 => near += 1,
                _ if f.month > 0 => gone += 1,
                _ => years += 1,
            },
            Make::Date if f.weekday > 0 => near += 1,
            Make::Deictic | Make::Report | Make::PartReport | Make::Near => near += 1,
            Make::Ago if published.is_none() => near += 1,
            _ => {}
        }
    }
    context.narrative = gone >= 4 && gone > 2 * near
        || gone >= 2 && near == 0 && published.is_some_and(|p| latest_gone.is_some_and(|y| y + 10 < p.ymd().0))
        || published.is_none() && gone + years > 0 && near == 0;
    if published.is_none()
        && !context.narrative
        && let Some((day, span)) = tied::dated_today(t, pieces)
    {
        (context.report, context.report_span) = (Some(day), Some(span));
    }
    context.months = stated_months(pieces);
    for f in pieces.iter().map(|p| &p.found.found).filter(|f| (1..=31).contains(&f.day)) {
        if let Some(days) = context.days.get_mut(usize::from(f.month)) {
            *days |= 1 << f.day;
        }
    }
    let line = doc.header.dateline.as_ref().and_then(|line| line.date);
    for p in pieces.iter().filter(|p| line.is_some_and(|span| span.overlaps(p.span))) {
        let f = &p.found.found;
        let told = match published {
            // A full date in the dateline serves where the report's own is not known.
            None => f.year.filter(|_| !context.narrative).and_then(|year| Day::new(year, f.month, f.day)),
            // A dateline's day, a little before the day of print, is the day on which its story speaks.
            Some(print) => [0, 1]
                .into_iter()
                .find_map(|ago| Day::new(print.ymd().0 - ago, f.month, f.day).filter(|day| (0..=3).contains(&(print.0 - day.0)))),
        };
        if told.is_some() {
            (context.report, context.report_span) = (told, Some(p.span));
        }
    }
    context
}

/// For each month the first date that states it with a year, and whether all others have the same year.
fn stated_months(pieces: &[Piece]) -> [Option<(Earlier, bool)>; 12] {
    let mut months = [None; 12];
    for piece in pieces.iter().filter(|p| p.found.make == Make::Date) {
        let f = &piece.found.found;
        let (Some(year), Some(month)) = (f.year, usize::from(f.month).checked_sub(1)) else { continue };
        if f.short_year || f.era != 0 {
            continue;
        }
        let Some(place) = months.get_mut(month) else { continue };
        let (told, alone): &mut (Earlier, bool) =
            place.get_or_insert((Earlier { granule: Granule::month(year, f.month), span: piece.span }, true));
        *alone &= told.granule.its_year() == year;
    }
    months
}

fn remember(t: &Tokens<'_>, context: &mut Context, reading: &Reading, piece: &Piece) {
    let doc = t.doc;
    let Some(granule) = reading.granule else { return };
    let earlier = Earlier { granule, span: piece.span };
    let block = doc.sentences.get(context.sentence_number).and_then(|s| doc.blocks.get(s.block as usize));
    if block.is_some_and(|b| matches!(b.kind, BlockKind::DateLine | BlockKind::Byline | BlockKind::Furniture)) {
        return;
    }
    if granule.unit == Unit::Day {
        context.last_day = Some((earlier, context.sentence_number));
        let new = context.report.zip(granule.as_day()).is_some_and(|(report, day)| (0..7).contains(&(report.0 - day.0)));
        let passing = quoted(t, context.sentence.start, &piece.found) || tied::in_passing(t, context.sentence.start, &piece.found);
        if new && !passing {
            context.news_day = Some(earlier);
        }
    }
    if matches!(granule.unit, Unit::Quarter | Unit::Half) {
        context.quarter = Some(earlier);
    }
    let moves = match granule.unit {
        Unit::FiscalYear | Unit::Decade | Unit::Century | Unit::Millennium => false,
        Unit::Year => {
            // "In 2016, ...", "In the 2016 vote, ..."
            let opens = piece.found.first <= context.sentence.start + 1 + usize::from(t.is(piece.found.before(), THE));
            let block = |i: usize| doc.sentences.get(i).map(|s| s.block);
            let other = context.frame.is_none() || block(context.frame_sentence) != block(context.sentence_number);
            opens || other && !tied::in_passing(t, context.sentence.start, &piece.found)
        }
        _ => true,
    };
    // "investigating the June 20 shooting" tells of no new day.
    if granule.unit == Unit::Day && tied::placing(t, &piece.found) {
        return;
    }
    if moves {
        context.frame = Some(earlier);
        context.frame_sentence = context.sentence_number;
    }
    // Stretches longer than a year say little about what follows.
    if piece.found.make == Make::Anniversary {
        return;
    }
    if granule.unit <= Unit::Year && !(context.narrative && granule.unit == Unit::Year && matches!(piece.found.make, Make::Ago)) {
        context.earlier = Some(earlier);
        context.earlier_sentence = context.sentence_number;
    }
}

fn expression(t: &Tokens<'_>, reading: Reading, piece: &Piece) -> TimeExpression {
    let m = &piece.found;
    let attributive =
        m.make == Make::Reference && m.last - m.first == 1 && t.one_of(m.first, "former current recent future") && !t.is_mark(m.last);
    TimeExpression {
        span: piece.span,
        timex: reading.timex,
        value: reading.value,
        modifier: reading.modifier.code().map(str::to_owned),
        interval: reading.interval,
        range: None,
        anchor: reading.anchor.map(resolve::Source::anchor),
        certainty: reading.certainty,
        stated: resolve::names(reading.stated),
        implied: resolve::names(reading.implied),
        attributive,
        alternatives: reading.other.map(|d| Granule::day(d).value()).into_iter().collect(),
        event: None,
        reason: reading.reason,
    }
}
