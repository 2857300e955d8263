//! From tagged names to mentions: extents, kinds, and what rules add to the tagger's findings.

use super::countries::{Countries, Stands};
use super::extents::widen;
use super::words::{COMPANIES, DIRECTIONS, LAWS, PORTFOLIOS, PREFIXES, RANKS, TITLES};
use super::{Kind, Mention, MentionForm, abbreviations, agreement, vessels};
use crate::calendar::{MONTHS, WEEKDAYS};
use crate::order::Arrange;
use crate::tag::features::{Case, Mode, View};
use crate::tag::words::Lists;
use crate::tag::{NameKind, Tagged};
use crate::text::{Document, Span};
use std::collections::BTreeMap;

/// A mention with the tokens that it covers.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) mention: Mention,
    /// The country that it is linked to, where it does not say so itself: "the North", "Washington".
    pub(super) country: Option<&'static str>,
}

pub(super) fn found(doc: &Document, first: usize, last: usize, kind: Kind, form: MentionForm, confidence: u8, reason: &str) -> Found {
    let mention = Mention { span: doc.span(first..last), kind, form, entity: None, confidence, metonym: false, reason: reason.to_owned() };
    Found { first, last, mention, country: None }
}

/// Mentions by name and nationality word, in text order and without overlaps.
pub(super) fn find(doc: &Document, view: &View<'_>, tagged: &[Tagged], countries: &Countries) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::with_capacity(tagged.len());
    for t in tagged {
        adopt(doc, view, t, countries, &mut out);
    }
    mend_phrases(doc, view, &mut out);
    let mut out = widen(doc, view, out);
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
    add_scores(doc, view, countries, &mut taken, &mut out);
    name_the_north(doc, countries, &mut out);
    extend_embassies(doc, countries, &mut out);
    abbreviations::settle(doc, view, countries, &mut out);
    agreement::settle(doc, view, &mut out);
    out.arrange_by_key(|f| (f.mention.span.start, f.mention.span.end));
    out.dedup_by(|b, a| a.mention.span.overlaps(b.mention.span));
    out
}

/// Names of the lists that the tagger cut in pieces ("Korean" "Peninsula") are made whole.
fn mend_phrases(doc: &Document, view: &View<'_>, out: &mut Vec<Found>) {
    let firm = Lists::COUNTRY.with(Lists::REGION).with(Lists::DEMONYM).with(Lists::METROPOLIS);
    let mut mended = Vec::new();
    let mut from = 0;
    for (mut a, b, lists) in view.list_phrases() {
        a += usize::from(doc.lower(a) == "the");
        let capital = (a..b).all(|i| view.case(i).capital() || matches!(doc.lower(i), "of" | "and" | "the" | "-"));
        let body = lists.any(Lists::ORGANIZATION.with(Lists::TEAM)) && !lists.any(firm);
        if !body && (!lists.any(firm) || lists.any(Lists::FAMILY.with(Lists::ORGANIZATION))) || !capital {
            continue;
        }
        while out.get(from).is_some_and(|f| f.last <= a) {
            from += 1;
        }
        let end = from + out.get(from..).unwrap_or_default().iter().take_while(|f| f.first < b).count();
        let inside = out.get(from..end).unwrap_or_default();
        // Part of a longer name, or whole already.
        if inside.iter().any(|f| f.first < a || f.last > b || f.first == a && f.last == b) {
            continue;
        }
        let (kind, form, reason) = if lists.any(Lists::DEMONYM) {
            (Kind::Other, MentionForm::Demonym, "a nationality word")
        } else if body {
            (Kind::Organization, MentionForm::Name, "an organization of the lists")
        } else {
            (Kind::Place, MentionForm::Name, "a place of the lists")
        };
        mended.push((from, end, found(doc, a, b, kind, form, 80, reason)));
    }
    for (from, end, f) in mended.into_iter().rev() {
        out.splice(from..end, [f]);
    }
}

/// One tagged name, its edges trimmed and its kind settled; two where the tagger joined them.
fn adopt(doc: &Document, view: &View<'_>, t: &Tagged, countries: &Countries, out: &mut Vec<Found>) {
    let (a, b) = trimmed(doc, view, t);
    if a >= b || b - a == 1 && (split(doc, view, a, countries, out) || t.kind != NameKind::Person && RANKS.contains(&doc.form(a))) {
        return;
    }
    if let Some(two) = parted(doc, view, &Tagged { first: a, last: b, ..*t }) {
        for part in two {
            adopt(doc, view, &part, countries, out);
        }
        return;
    }
    let b = if t.kind == NameKind::Organization && has_seat(doc, view, a, b) { b + 2 } else { b };
    let a = if t.kind == NameKind::Person { untitled(doc, view, countries, a, b) } else { a };
    let name = Candidate::new(doc, view, countries, a, b);
    let Some((kind, form)) = name.settle(t.kind) else { return };
    let confidence = (t.probability * 100.0).clamp(1.0, 99.0) as u8;
    let mut f = found(doc, a, b, kind, form, confidence, name.reason(t.kind, kind, form));
    trim_compound(doc, view, a, b, &mut f.mention.span);
    // "Turkish-claimed": the word left is a nationality.
    let left = f.mention.span.of(&doc.text);
    let nation = || countries.find(&left.to_lowercase(), Stands::Nationality).is_some() && countries.named(left).is_none();
    if matches!(kind, Kind::Other | Kind::Place) && form == MentionForm::Name && b - a == 1 && nation() {
        f.mention.kind = Kind::Other;
        f.mention.form = MentionForm::Demonym;
        f.mention.reason = "a nationality word".to_owned();
    }
    out.push(f);
}

/// The tokens of a tagged name without articles, marks, scores and directions at its edges.
fn trimmed(doc: &Document, view: &View<'_>, t: &Tagged) -> (usize, usize) {
    let (mut a, mut b) = (t.first, t.last);
    while a < b && (matches!(doc.lower(a), "the" | "a" | "an") && b - a > 1 || view.case(a) == Case::Mark) {
        a += 1;
    }
    while a < b && (doc.form(b - 1).starts_with('\'') || view.case(b - 1) == Case::Mark) {
        b -= 1;
    }
    // A score behind a club's name: "Paris St Germain 3-1".
    while b > a + 1 && view.case(b - 1) == Case::Number && doc.form(b - 1).contains(['-', '\u{2013}']) {
        b -= 1;
    }
    while t.kind == NameKind::Place && b - a > 1 && DIRECTIONS.contains(&doc.form(a)) {
        a += 1;
    }
    (a, b)
}

/// The two names that the tagger took for one.
fn parted(doc: &Document, view: &View<'_>, t: &Tagged) -> Option<[Tagged; 2]> {
    let (a, b) = (t.first, t.last);
    let part = |first, last, kind| Tagged { first, last, kind, ..*t };
    // "Bogota, Colombia".
    if t.kind == NameKind::Place
        && let Some(comma) = (a + 1..b.saturating_sub(1)).find(|&i| doc.form(i) == ",")
    {
        return Some([part(a, comma, t.kind), part(comma + 1, b, t.kind)]);
    }
    // "Arlow CPO Ann Roe": a company and a person.
    if t.kind == NameKind::Person
        && let Some(rank) = (a..b.saturating_sub(1)).rev().find(|&i| RANKS.contains(&doc.form(i)))
    {
        return Some([part(a, rank, NameKind::Organization), part(rank + 1, b, t.kind)]);
    }
    // "Beijing-backed Left Front": the first of them by the word that it is made of.
    if b - a > 1 && compound_tail(doc, view, a).is_some() {
        let head = doc.tokens.get(a).map_or("", |t| t.span.of(&doc.text)).split(HYPHENS).next().unwrap_or("").to_lowercase();
        let kind = if view.word(&head).any(PLACES) { NameKind::Place } else { t.kind };
        return Some([part(a, a + 1, kind), part(a + 1, b, t.kind)]);
    }
    None
}

/// "University of Texas at Austin": whether its seat stands behind a name and is part of it.
fn has_seat(doc: &Document, view: &View<'_>, a: usize, b: usize) -> bool {
    let university = doc.lower(a) == "university" && doc.lower(a + 1) == "of";
    university && doc.lower(b) == "at" && view.case(b + 1).capital() && view.at(b + 1).known.lists.any(PLACES)
}

/// The first token of a person's name behind titles and a nationality.
fn untitled(doc: &Document, view: &View<'_>, countries: &Countries, mut a: usize, b: usize) -> usize {
    while b - a > 1 && (is_title(doc, view, a) || b - a > 2 && countries.find(doc.lower(a), Stands::Nationality).is_some()) {
        a += 1;
    }
    a
}

/// A name at tokens `a..b` whose kind is looked for, and what its words tell.
struct Candidate<'a> {
    doc: &'a Document,
    view: &'a View<'a>,
    a: usize,
    b: usize,
    /// Whether it is the name of a country, a nationality word, the name of a seat of government.
    country: bool,
    nationality: bool,
    seat: bool,
    /// Whether letters before it or a noun say that it is a vessel's.
    vessel: bool,
}

impl<'a> Candidate<'a> {
    fn new(doc: &'a Document, view: &'a View<'a>, countries: &Countries, a: usize, b: usize) -> Self {
        let text = joined(doc, a, b);
        let lower = text.to_lowercase();
        let country = countries.named(&text).is_some();
        let nationality = countries.find(&lower, Stands::Nationality).is_some();
        let noun = || a.checked_sub(1).is_some_and(|i| doc.lower(i) != "carrier" && vessels::NOUNS.contains(&doc.form(i)));
        let vessel = text.split_once(' ').is_some_and(|(prefix, _)| vessels::is_prefix(prefix)) || !country && !nationality && noun();
        Self { doc, view, a, b, country, nationality, seat: countries.find(&lower, Stands::Seat).is_some(), vessel }
    }

    /// What the name is, by the kind that the tagger gave it; `None` for a date.
    fn settle(&self, kind: NameKind) -> Option<(Kind, MentionForm)> {
        let &Self { doc, view, a, b, .. } = self;
        if b - a == 1 && is_calendar(doc.lower(a)) && kind != NameKind::Person && (kind == NameKind::Misc || doc.lower(a).ends_with("day"))
        {
            return None;
        }
        let demonym = self.nationality && (kind == NameKind::Misc || kind == NameKind::Place && !self.country && b - a == 1);
        Some(match kind {
            NameKind::Person => (self.person(), MentionForm::Name),
            NameKind::Misc | NameKind::Organization if b - a == 2 && is_sister(doc, view, a) => (Kind::Person, MentionForm::Name),
            _ if self.vessel && kind != NameKind::Misc => (Kind::Other, MentionForm::Name),
            NameKind::Organization => (self.organization(), MentionForm::Name),
            NameKind::Place if !self.country && is_company(doc, view, a, b) => (Kind::Organization, MentionForm::Name),
            _ if demonym => (Kind::Other, MentionForm::Demonym),
            NameKind::Place => (self.place(), MentionForm::Name),
            NameKind::Misc => (self.misc(), MentionForm::Name),
        })
    }

    fn person(&self) -> Kind {
        let &Self { doc, view, a, b, .. } = self;
        // "the ferry Astrid Maren": a vessel is named like a person, and is none.
        let noun = a > 0 && vessels::NOUNS.contains(&doc.lower(a - 1));
        if noun || self.vessel || vessels::with_article(doc, view, a, b) {
            Kind::Other
        } else if is_company(doc, view, a, b) {
            Kind::Organization
        } else {
            Kind::Person
        }
    }

    fn organization(&self) -> Kind {
        let &Self { doc, view, a, b, .. } = self;
        // "Washington D. C.", "in New Orleans": nothing but a place. Initials of a country are it, whatever it does.
        let initials = || self.country && b - a == 1 && matches!(view.case(a), Case::Upper | Case::Dotted);
        if b - a > 1 && self.seat || is_located(doc, view, a, b) || initials() {
            Kind::Place
        } else if is_event(doc, view, a, b) {
            Kind::Event
        } else {
            Kind::Organization
        }
    }

    fn place(&self) -> Kind {
        let lists = self.view.listed(self.a, self.b);
        if lists.any(Lists::ORGANIZATION) && !lists.any(PLACES) { Kind::Organization } else { Kind::Place }
    }

    fn misc(&self) -> Kind {
        let &Self { doc, view, a, b, .. } = self;
        let last = doc.lower(b - 1);
        if self.vessel {
            return Kind::Other;
        }
        if self.country {
            return Kind::Place;
        }
        let prize = matches!(last, "award" | "prize" | "medal");
        let occasion = view.at(b - 1).known.lists.any(Lists::OCCASION) && !LAWS.contains(&last);
        let storm = b - a > 1 && matches!(doc.lower(a), "hurricane" | "typhoon" | "cyclone" | "storm");
        if !prize && (occasion || storm) { Kind::Event } else { Kind::Other }
    }

    /// Why it is held to be of a kind.
    fn reason(&self, tagged: NameKind, kind: Kind, form: MentionForm) -> &'static str {
        match (kind, form) {
            (_, MentionForm::Demonym) => "a nationality word",
            (Kind::Person, _) => "reads like the name of a person here",
            (Kind::Organization, _) => "reads like the name of an organization here",
            (Kind::Place, _) if self.country => "the name of a country",
            (Kind::Place, _) => "reads like the name of a place here",
            (Kind::Other, _) if tagged != NameKind::Misc || self.vessel => vessels::OF_A_VESSEL,
            (Kind::Event, _) => "a name with a word for events",
            _ => "reads like a name here",
        }
    }
}

/// Whether a common noun right before the name says that it is a company's: "the insurer Aldo".
fn is_company(doc: &Document, view: &View<'_>, a: usize, b: usize) -> bool {
    let noun = a.checked_sub(1).is_some_and(|i| view.case(i) == Case::Lower && COMPANIES.contains(&doc.lower(i)));
    let given = b - a > 1 && view.at(a).known.lists.any(Lists::GIVEN.with(Lists::MALE).with(Lists::FEMALE));
    noun && b - a <= 3 && !given
}

/// "Mother Teresa", "Brother Roger": a person's name, whatever its first word looks like.
fn is_sister(doc: &Document, view: &View<'_>, a: usize) -> bool {
    let given = Lists::GIVEN.with(Lists::MALE).with(Lists::FEMALE);
    matches!(doc.form(a), "Mother" | "Father" | "Sister" | "Brother" | "Pope") && view.at(a + 1).known.lists.any(given)
}

/// "in New Orleans": a well-known place behind a word for where, though its name is a club's too.
fn is_located(doc: &Document, view: &View<'_>, a: usize, b: usize) -> bool {
    let place = if b - a > 1 { PLACES } else { Lists::COUNTRY.with(Lists::METROPOLIS).with(Lists::REGION) };
    let lists = view.listed(a, b);
    a > 0
        && matches!(doc.lower(a - 1), "in" | "near" | "outside")
        && lists.any(place)
        && !lists.any(Lists::ORGANIZATION)
        && !view.case(b).capital()
        && !doc.form(b).starts_with('\'')
}

/// Whether a word names a day of the week or a month: a date, and no name.
fn is_calendar(word: &str) -> bool {
    WEEKDAYS.contains(&word) || MONTHS.contains(&word)
}

/// Lists of places.
const PLACES: Lists = Lists::COUNTRY.with(Lists::METROPOLIS).with(Lists::CITY).with(Lists::REGION);

/// Whether a name that reads like an organization's is one of an event: "at the Xiangshan Forum".
fn is_event(doc: &Document, view: &View<'_>, a: usize, b: usize) -> bool {
    let last = doc.lower(b - 1);
    let held = a >= 2 && doc.lower(a - 1) == "the" && matches!(doc.lower(a - 2), "at" | "during");
    b - a > 1
        && !view.listed(a, b).any(Lists::ORGANIZATION)
        && (matches!(last, "summit" | "olympics" | "games" | "cup" | "war" | "championship" | "championships" | "festival")
            || held && matches!(last, "forum" | "conference" | "congress" | "fair" | "expo" | "exhibition" | "talks" | "dialogue"))
}

/// Takes off the part of a hyphenated word that is not of the name: "[Beijing]-based",
/// "anti-[Gaddafi]".
fn trim_compound(doc: &Document, view: &View<'_>, a: usize, b: usize, span: &mut Span) {
    if let Some(head) = compound_tail(doc, view, b - 1) {
        span.end = head;
    }
    let Some(first) = doc.tokens.get(a).map(|t| t.span) else { return };
    if let Some((head, tail)) = first.of(&doc.text).split_once(HYPHENS) {
        let prefix = PREFIXES.contains(&head.to_lowercase().as_str());
        if prefix && tail.chars().next().is_some_and(char::is_uppercase) {
            span.start = first.end - tail.len() as u32;
        }
    }
}

/// Where the name ends in a word like "Beijing-based" (bytes), whose last part is an ordinary word.
fn compound_tail(doc: &Document, view: &View<'_>, i: usize) -> Option<u32> {
    let span = doc.tokens.get(i)?.span;
    let (head, tail) = span.of(&doc.text).rsplit_once(HYPHENS)?;
    let lower = tail.len() > 3 && tail.chars().all(char::is_lowercase);
    let ordinary = matches!(tail, "led" | "run" | "era" | "man" | "men" | "who" | "which" | "class")
        || lower && (tail.ends_with("ed") || view.word(tail).any(Lists::COMMON));
    (ordinary && head.chars().next().is_some_and(char::is_uppercase)).then_some(span.start + head.len() as u32)
}

/// Hyphens and the dash that stands for one.
const HYPHENS: [char; 4] = ['-', '\u{2010}', '\u{2011}', '\u{2013}'];

/// One token that names several places or bodies: "UAE-Egypt", "EU-Nigeria", "USChina". Whether it
/// was one.
fn split(doc: &Document, view: &View<'_>, i: usize, countries: &Countries, out: &mut Vec<Found>) -> bool {
    let form = doc.form(i);
    if let Some(cut) = glued(form, countries) {
        return push_glued(doc, i, cut, countries, out);
    }
    let Some(token) = doc.tokens.get(i).filter(|t| t.span.len() == form.len() && form.contains('-')) else { return false };
    let places = PLACES;
    let parts: Vec<&str> = form.split('-').collect();
    if view.at(i).known.lists.any(places) && view.word(doc.lower(i)).any(places)
        || !parts.iter().all(|p| view.word(&p.to_lowercase()).any(places.with(Lists::ORGANIZATION)))
        || !parts.iter().any(|p| view.word(&p.to_lowercase()).any(places))
    {
        return false;
    }
    let mut start = token.span.start as usize;
    for part in parts {
        let kind = if view.word(&part.to_lowercase()).any(places) { Kind::Place } else { Kind::Organization };
        let mut f = found(doc, i, i + 1, kind, MentionForm::Name, 80, "one of several names joined by hyphens");
        f.mention.span = Span::new(start, start + part.len());
        out.push(f);
        start += part.len() + 1;
    }
    true
}

/// Adds the two names of a joined word.
fn push_glued(doc: &Document, i: usize, cut: (usize, usize), countries: &Countries, out: &mut Vec<Found>) -> bool {
    let form = doc.form(i);
    // The form is as long as the text unless typographic variants were folded.
    let Some(token) = doc.tokens.get(i).filter(|t| t.span.len() == form.len()) else { return false };
    let (start, end) = (token.span.start as usize, token.span.end as usize);
    for (span, part) in [(Span::new(start, start + cut.0), form.get(..cut.0)), (Span::new(start + cut.1, end), form.get(cut.1..))] {
        let nation = part.is_none_or(|p| countries.named(p).is_none());
        let (kind, how) = if nation { (Kind::Other, MentionForm::Demonym) } else { (Kind::Place, MentionForm::Name) };
        let mut f = found(doc, i, i + 1, kind, how, 80, "a country's name joined to another word");
        f.mention.span = span;
        out.push(f);
    }
    true
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

/// Nationality words and countries that the tagger left out, and two names written as one word.
fn add_known(doc: &Document, view: &View<'_>, i: usize, mode: Mode, countries: &Countries, out: &mut Vec<Found>) {
    let case = view.case(i);
    if !case.capital() {
        return;
    }
    let form = doc.form(i);
    if let Some(cut) = glued(form, countries) {
        push_glued(doc, i, cut, countries, out);
        return;
    }
    if mode == Mode::NoCapitals {
        return;
    }
    let known = view.at(i).known.lists;
    let initials = matches!(case, Case::Upper | Case::Dotted) && mode != Mode::AllCapitals && !doc.form(i + 1).starts_with('$');
    if initials && form.len() > 1 && countries.named(form).is_some() {
        out.push(found(doc, i, i + 1, Kind::Place, MentionForm::Name, 80, "the name of a country"));
    } else if known.any(Lists::DEMONYM) && countries.find(doc.lower(i), Stands::Nationality).is_some() {
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
        "ministry" if doc.form(i) == "ministry" && i > first + 1 && PORTFOLIOS.contains(&doc.form(i - 1)) => (i - 1, i + 1),
        _ => return,
    };
    let owner = a.checked_sub(2).filter(|&o| o >= first && doc.form(o + 1) == "'s");
    let named = owner.is_some_and(|o| (1..=3).any(|n| o + 1 >= first + n && countries.named(&joined(doc, o + 1 - n, o + 1)).is_some()));
    // "Chinese foreign ministry": the nationality word owns it.
    let named = named || a > first && countries.find(doc.lower(a - 1), Stands::Nationality).is_some();
    if named {
        out.push(found(doc, a, b, Kind::Organization, MentionForm::Name, 85, "a ministry of the country named before it"));
        for t in taken.get_mut(a..b).unwrap_or_default() {
            *t = true;
        }
    }
}

/// The sides of a table of results, two lines or more of "Arlow 2 Dunmore Town 1" or "Arlow 2-1
/// Dunmore Town", which no sentence around them shows to be names.
fn add_scores(doc: &Document, view: &View<'_>, countries: &Countries, taken: &mut [bool], out: &mut Vec<Found>) {
    let mut rows: Vec<[(usize, usize); 2]> = Vec::new();
    let mut start = 0;
    while start < doc.tokens.len() {
        let end = (start + 1..doc.tokens.len()).find(|&i| doc.tokens.get(i).is_some_and(|t| t.breaks > 0)).unwrap_or(doc.tokens.len());
        rows.extend(score(view, start, end));
        start = end;
    }
    if rows.len() < 2 {
        return;
    }
    let starts: BTreeMap<usize, usize> = out.iter().enumerate().map(|(n, f)| (f.first, n)).collect();
    for (a, b) in rows.into_iter().flatten() {
        // "Arlow 2" read with its score.
        if let Some(f) = starts.get(&a).and_then(|n| out.get_mut(*n)).filter(|f| f.last > b) {
            *f = found(doc, a, b, f.mention.kind, f.mention.form, f.mention.confidence, "a side in a table of results");
        }
        let Some(free) = taken.get_mut(a..b) else { continue };
        if free.iter().any(|t| *t) {
            continue;
        }
        free.fill(true);
        let kind = if countries.named(&joined(doc, a, b)).is_some() { Kind::Place } else { Kind::Organization };
        out.push(found(doc, a, b, kind, MentionForm::Name, 60, "a side in a table of results"));
    }
}

/// The two sides of a line of results.
fn score(view: &View<'_>, start: usize, end: usize) -> Option<[(usize, usize); 2]> {
    let run = |from: usize, number: bool| {
        (from..end).take_while(|&i| if number { view.case(i) == Case::Number } else { view.case(i).capital() }).count()
    };
    let first = run(start, false);
    let goals = run(start + first, true);
    let second = start + first + goals;
    let side = run(second, false);
    let rest = second + side + run(second + side, true);
    let one = |n: usize| (1..=4).contains(&n);
    (one(first) && one(side) && goals == 1 && rest == end).then_some([(start, start + first), (second, second + side)])
}

/// "the North" where the report names North Korea: not a direction.
fn name_the_north(doc: &Document, countries: &Countries, out: &mut Vec<Found>) {
    for (word, country) in [("North", "North Korea"), ("South", "South Korea")] {
        let Some(id) = doc.lexicon.get(word) else { continue };
        if !out.iter().any(|f| countries.named(&joined(doc, f.first, f.last)) == Some(country)) {
            continue;
        }
        let the_word = |i: usize| i > 0 && doc.tokens.get(i).is_some_and(|t| t.form == id) && doc.lower(i - 1) == "the";
        for f in out.iter_mut().filter(|f| f.last == f.first + 1 && the_word(f.first)) {
            f.country = Some(country);
        }
        let taken: std::collections::BTreeSet<usize> = out.iter().flat_map(|f| f.first..f.last).collect();
        let alone = |i: &usize| the_word(*i) && !doc.form(i + 1).starts_with(char::is_uppercase) && !taken.contains(i);
        for i in (0..doc.tokens.len()).filter(alone) {
            let short = found(doc, i, i + 1, Kind::Place, MentionForm::Name, 75, "short for the country that the report names");
            out.push(Found { country: Some(country), ..short });
        }
    }
}

/// "the US embassy": a country's name right before makes one name of both.
fn extend_embassies(doc: &Document, countries: &Countries, out: &mut [Found]) {
    for f in out {
        let embassy = matches!(doc.form(f.last), "embassy" | "consulate");
        if embassy && f.mention.kind == Kind::Place && countries.named(&joined(doc, f.first, f.last)).is_some() {
            *f = found(doc, f.first, f.last + 1, Kind::Organization, MentionForm::Name, 80, "an embassy with its country's name");
        }
    }
}
