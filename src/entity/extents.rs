//! Where a name ends that the tagger cut short: particles of a surname, what a park or a state is
//! called, the list in a ministry's name, a name told again in its own script.
//!
//! In: mentions in text order and without overlaps. Out: the same, some of them wider or joined.

use super::mentions::{Found, joined};
use super::words::{BODIES, PARTICLES, PORTFOLIOS, PROTECTED};
use super::{Kind, MentionForm};
use crate::tag::features::{Case, View};
use crate::tag::words::Lists;
use crate::text::Document;

/// Widens the mentions of `found`.
pub(super) fn widen(doc: &Document, view: &View<'_>, found: Vec<Found>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::with_capacity(found.len());
    let mut rest = found.into_iter().peekable();
    while let Some(mut f) = rest.next() {
        // Names that a wider one before has taken in.
        if out.last().is_some_and(|before| f.mention.span.start < before.mention.span.end) {
            continue;
        }
        let free = rest.peek().map_or(usize::MAX, |next| next.first);
        match f.mention.kind {
            Kind::Person => take_particles(doc, view, &mut f, &mut out),
            Kind::Place => take_rank(doc, &mut f, &mut out),
            Kind::Organization => take_list(doc, view, &mut f),
            Kind::Event | Kind::Other => {}
        }
        take_landscape(doc, view, &mut f, &mut out, free);
        let again = own_script(doc, &f);
        out.push(f);
        out.extend(again);
    }
    out
}

fn set(doc: &Document, f: &mut Found, first: usize, last: usize) {
    f.first = first;
    f.last = last;
    f.mention.span = doc.span(first..last);
}

/// Whether `i` stands in the sentence of the mention.
fn beside(doc: &Document, f: &Found, i: usize) -> bool {
    doc.sentence_of(i) == doc.sentence_of(f.first)
}

/// "[dos Santos]", "[Julian] von [Bibra]" as one.
fn take_particles(doc: &Document, view: &View<'_>, f: &mut Found, out: &mut Vec<Found>) {
    let mut first = f.first;
    while first > 0 && f.first - first < 3 && beside(doc, f, first - 1) && PARTICLES.contains(&doc.form(first - 1)) {
        first -= 1;
    }
    if first == f.first || first == 0 {
        return;
    }
    match out.last() {
        Some(before) if before.last == first && beside(doc, f, before.first) => {
            // "in Buenos Aires da Silva said" is no name of its own.
            if before.mention.kind == Kind::Person {
                set(doc, f, before.first, f.last);
                out.pop();
            }
        }
        _ if view.case(first - 1).capital() && beside(doc, f, first - 1) => {}
        _ => set(doc, f, first, f.last),
    }
}

/// "[State of Qatar]", "[Southern District] of [New York]", "[Parole Board] of [Canada]": what a place or a
/// body of it is, where that is part of its name.
fn take_rank(doc: &Document, f: &mut Found, out: &mut Vec<Found>) {
    let of = f.first - usize::from(f.first > 0 && doc.form(f.first - 1) == "the");
    if let Some(before) = out.last()
        && before.last + 1 == of
        && doc.form(before.last) == "of"
        && beside(doc, f, before.first)
        && (before.mention.kind == Kind::Place && matches!(doc.form(before.last - 1), "District" | "Region")
            || before.mention.kind == Kind::Organization && BODIES.contains(&doc.form(before.last - 1)))
    {
        let mut whole = before.clone();
        set(doc, &mut whole, before.first, f.last);
        out.pop();
        *f = whole;
        return;
    }
    let ranked = f.first >= 2
        && doc.form(f.first - 1) == "of"
        && beside(doc, f, f.first - 2)
        && matches!(
            doc.form(f.first - 2),
            "State"
                | "City"
                | "Town"
                | "Township"
                | "Village"
                | "Municipality"
                | "Province"
                | "County"
                | "Republic"
                | "Kingdom"
                | "Emirate"
                | "Sultanate"
                | "Principality"
                | "Commonwealth"
                | "Gulf"
                | "Sea"
                | "Bay"
                | "Strait"
                | "Isle"
                | "Cape"
        );
    if ranked {
        set(doc, f, f.first - 2, f.last);
    }
}

/// "[Ministry of Gender], Labour and Social Development": a list of what a ministry is for.
fn take_list(doc: &Document, view: &View<'_>, f: &mut Found) {
    let body =
        matches!(doc.form(f.first), "Ministry" | "Department" | "Secretariat" | "Directorate" | "Committee" | "Commission" | "Institute");
    if !body || !(f.first + 1..f.last).any(|i| matches!(doc.form(i), "of" | "for" | "on")) {
        return;
    }
    // Words of one item, up to the next joint.
    let item = |from: usize| {
        let n = (from..from + 4)
            .take_while(|&i| view.case(i) == Case::Title && beside(doc, f, i) && PORTFOLIOS.contains(&doc.lower(i)))
            .count();
        from + n
    };
    let (mut last, mut at) = (f.last, f.last);
    while at < f.last + 16 {
        let joint = match doc.form(at) {
            "," if doc.form(at + 1) == "and" => 2,
            "," | "and" | "&" => 1,
            _ => break,
        };
        let closes = doc.form(at + joint - 1) != ",";
        let end = item(at + joint);
        if end == at + joint {
            break;
        }
        at = end;
        if closes {
            last = end;
            break;
        }
    }
    if last > f.last {
        set(doc, f, f.first, last);
    }
}

/// "[Braulio Carrillo] National Park", "[Marino] [Ballena National Park]": a park is one place, whoever it
/// is named after.
fn take_landscape(doc: &Document, view: &View<'_>, f: &mut Found, out: &mut Vec<Found>, free: usize) {
    let head = |i: usize| matches!(doc.form(i), "Park" | "Reserve" | "Refuge" | "Sanctuary" | "Monument");
    let protected = |i: usize| PROTECTED.contains(&doc.form(i));
    // Words that the tagger left behind the name.
    let mut last = f.last;
    while last < free && last < f.last + 3 && beside(doc, f, last) && (protected(last) || last > f.last && head(last)) {
        last += 1;
    }
    let end = if last > f.last + 1 && head(last - 1) { last } else { f.last };
    if end < f.first + 3 || !head(end - 1) || !protected(end - 2) {
        return;
    }
    let mut first = f.first;
    let nation = Lists::COUNTRY.with(Lists::DEMONYM);
    if let Some(before) = out.last()
        && before.last == first
        && beside(doc, f, before.first)
        && before.mention.form == MentionForm::Name
        && !view.listed(before.first, before.last).any(nation)
    {
        first = before.first;
        out.pop();
    }
    set(doc, f, first, end);
    f.mention.kind = Kind::Place;
    f.mention.form = MentionForm::Name;
    f.mention.reason = format!("a {} by its name", joined(doc, end - 2, end).to_lowercase());
}

/// "Kao Yung-cheng ([高涌誠])": what stands in brackets behind a name, in letters that are not Latin,
/// is that name.
fn own_script(doc: &Document, f: &Found) -> Option<Found> {
    let foreign = |i: usize| {
        let form = doc.form(i);
        form.chars().any(char::is_alphabetic) && form.chars().all(|c| c > '\u{36F}' && !('\u{1E00}'..'\u{2C00}').contains(&c))
    };
    let open = f.last;
    if f.mention.form != MentionForm::Name || doc.form(open) != "(" {
        return None;
    }
    let end = (open + 1..open + 8).find(|&i| !foreign(i))?;
    (end > open + 1 && matches!(doc.form(end), ")" | "," | ";")).then(|| {
        let mut again = f.clone();
        set(doc, &mut again, open + 1, end);
        again.mention.reason = "the name before it in its own script".to_owned();
        again
    })
}
