//! From tagged names to mentions: extents, kinds, and what rules add to the tagger's findings.

use super::countries::{Countries, Stands};
use super::{Kind, Mention, MentionForm};
use crate::tag::features::{Case, Mode, View};
use crate::tag::words::Lists;
use crate::tag::{NameKind, Tagged};
use crate::text::{Document, Span};

/// A mention with the tokens that it covers.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) mention: Mention,
}

fn found(doc: &Document, first: usize, last: usize, kind: Kind, form: MentionForm, confidence: u8, reason: &str) -> Found {
    let mention = Mention { span: doc.span(first..last), kind, form, entity: None, confidence, metonym: false, reason: reason.to_owned() };
    Found { first, last, mention }
}

/// Mentions by name and nationality word, in text order and without overlaps.
pub(super) fn find(doc: &Document, view: &View<'_>, tagged: &[Tagged], countries: &Countries) -> Vec<Found> {
    let mut out: Vec<Found> = tagged.iter().filter_map(|t| adopt(doc, view, t, countries)).collect();
    let mut taken = vec![false; doc.tokens.len()];
    for f in &out {
        for t in taken.get_mut(f.first..f.last).unwrap_or_default() {
            *t = true;
        }
    }
    for (number, s) in doc.sentences.iter().enumerate() {
        let mode = view.modes.get(number).copied().unwrap_or_default();
        for i in s.tokens() {
            if taken.get(i).copied().unwrap_or(true) {
                continue;
            }
            add_known(doc, view, i, mode, countries, &mut out);
            add_ministry(doc, i, s.first as usize, countries, &mut taken, &mut out);
        }
    }
    out.sort_by_key(|f| (f.mention.span.start, f.mention.span.end));
    out.dedup_by(|b, a| a.mention.span.overlaps(b.mention.span));
    out
}

/// One tagged name, its edges trimmed and its kind settled.
fn adopt(doc: &Document, view: &View<'_>, t: &Tagged, countries: &Countries) -> Option<Found> {
    let (mut a, mut b) = (t.first, t.last);
    while a < b && (matches!(doc.lower(a), "the" | "a" | "an") && b - a > 1 || view.case(a) == Case::Mark) {
        a += 1;
    }
    while a < b && (doc.form(b - 1).starts_with('\'') || view.case(b - 1) == Case::Mark) {
        b -= 1;
    }
    if a >= b {
        return None;
    }
    let text = joined(doc, a, b);
    let nationality = countries.find(&text.to_lowercase(), Stands::Nationality);
    let country = countries.named(&text);
    let last = view.at(b - 1).known.lists;
    let mut form = MentionForm::Name;
    let kind = match t.kind {
        NameKind::Person => {
            while b - a > 1 && is_title(doc, view, a) {
                a += 1;
            }
            Kind::Person
        }
        NameKind::Organization => Kind::Organization,
        NameKind::Place => Kind::Place,
        NameKind::Misc if nationality.is_some() => {
            form = MentionForm::Demonym;
            Kind::Other
        }
        NameKind::Misc if country.is_some() => Kind::Place,
        NameKind::Misc if last.any(Lists::OCCASION) => Kind::Event,
        NameKind::Misc => Kind::Other,
    };
    let confidence = (t.probability * 100.0).clamp(1.0, 99.0) as u8;
    let reason = match (kind, form) {
        (_, MentionForm::Demonym) => "a nationality word",
        (Kind::Person, _) => "reads like the name of a person here",
        (Kind::Organization, _) => "reads like the name of an organization here",
        (Kind::Place, _) if country.is_some() => "the name of a country",
        (Kind::Place, _) => "reads like the name of a place here",
        (Kind::Event, _) => "a name that ends in a word for events",
        _ => "reads like a name here",
    };
    Some(found(doc, a, b, kind, form, confidence, reason))
}

/// The forms of tokens with the spaces that stand between them.
pub(super) fn joined(doc: &Document, first: usize, last: usize) -> String {
    let mut out = String::new();
    for i in first..last {
        if i > first && doc.tokens.get(i).is_some_and(|t| t.spaced) {
            out.push(' ');
        }
        out.push_str(doc.form(i));
    }
    out
}

/// Whether token `i` is a title before a person's name: "Mr", "President", "Sen.".
pub(super) fn is_title(doc: &Document, view: &View<'_>, i: usize) -> bool {
    view.at(i).known.lists.any(Lists::TITLE)
        && !view.at(i).known.lists.any(Lists::GIVEN.with(Lists::FAMILY).with(Lists::MALE).with(Lists::FEMALE))
        || TITLES.contains(&doc.lower(i))
}

const TITLES: &[&str] = &[
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "dr",
    "dr.",
    "sen.",
    "rep.",
    "gov.",
    "gen.",
    "lt.",
    "col.",
    "sgt.",
    "capt.",
    "rev.",
    "prof.",
    "president",
    "minister",
    "senator",
    "governor",
    "general",
    "colonel",
    "captain",
    "sir",
    "lord",
    "lady",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "judge",
    "justice",
    "chancellor",
    "secretary",
    "professor",
    "mayor",
    "sheikh",
    "ambassador",
    "premier",
    "former",
    "vice",
    "deputy",
    "prime",
    "foreign",
];

/// Nationality words and countries that the tagger left out, and two names written as one word.
fn add_known(doc: &Document, view: &View<'_>, i: usize, mode: Mode, countries: &Countries, out: &mut Vec<Found>) {
    let case = view.case(i);
    if !case.capital() {
        return;
    }
    let form = doc.form(i);
    if let Some(cut) = glued(form, countries) {
        let Some(token) = doc.tokens.get(i) else { return };
        // The form is as long as the text unless typographic variants were folded.
        if token.span.len() != form.len() {
            return;
        }
        let (start, middle) = (token.span.start as usize, token.span.start as usize + cut.0);
        for (span, part) in
            [(Span::new(start, middle), &form[..cut.0]), (Span::new(start + cut.1, token.span.end as usize), &form[cut.1..])]
        {
            let nation = countries.named(part).is_none();
            let (kind, how) = if nation { (Kind::Other, MentionForm::Demonym) } else { (Kind::Place, MentionForm::Name) };
            let mut f = found(doc, i, i + 1, kind, how, 80, "a country's name joined to another word");
            f.mention.span = span;
            out.push(f);
        }
        return;
    }
    if mode == Mode::NoCapitals {
        return;
    }
    let known = view.at(i).known.lists;
    if known.any(Lists::DEMONYM) && countries.find(doc.lower(i), Stands::Nationality).is_some() {
        out.push(found(doc, i, i + 1, Kind::Other, MentionForm::Demonym, 80, "a nationality word"));
    }
}

/// Where a word consists of two names of countries: "USChina", "US-China". End of the first, start
/// of the second.
fn glued(form: &str, countries: &Countries) -> Option<(usize, usize)> {
    let known = |s: &str| countries.named(s).is_some() || countries.find(&s.to_lowercase(), Stands::Nationality).is_some();
    if let Some((a, b)) = form.split_once('-') {
        return (known(a) && known(b)).then(|| (a.len(), a.len() + 1));
    }
    let upper = form.chars().take_while(|c| c.is_uppercase()).count();
    if !(2..=5).contains(&upper) || !form.is_ascii() || form.len() < upper + 3 {
        return None;
    }
    let (a, b) = form.split_at(upper - 1);
    let (c, d) = form.split_at(upper);
    if known(a) && known(b) {
        return Some((upper - 1, upper - 1));
    }
    (known(c) && known(d)).then_some((upper, upper))
}

/// "China's foreign ministry", "the US embassy": bodies in lower case that a country's name makes one.
fn add_ministry(doc: &Document, i: usize, first: usize, countries: &Countries, taken: &mut [bool], out: &mut Vec<Found>) {
    let (a, b) = match doc.lower(i) {
        "ministry" if doc.form(i) == "ministry" && i > first + 1 && MINISTRIES.contains(&doc.form(i - 1)) => (i - 1, i + 1),
        _ => return,
    };
    let owner = a.checked_sub(2).filter(|&o| o >= first && doc.form(o + 1) == "'s");
    let named = owner.is_some_and(|o| (1..=3).any(|n| o + 1 >= first + n && countries.named(&joined(doc, o + 1 - n, o + 1)).is_some()));
    if named {
        out.push(found(doc, a, b, Kind::Organization, MentionForm::Name, 85, "a ministry of the country named before it"));
        for t in taken.get_mut(a..b).unwrap_or_default() {
            *t = true;
        }
    }
}

const MINISTRIES: &[&str] = &[
    "foreign",
    "defense",
    "defence",
    "interior",
    "finance",
    "health",
    "justice",
    "education",
    "trade",
    "economy",
    "energy",
    "agriculture",
    "environment",
    "transport",
    "information",
    "culture",
    "labor",
    "labour",
    "unification",
    "commerce",
    "industry",
    "oil",
    "tourism",
];
