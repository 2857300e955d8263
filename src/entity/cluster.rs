//! Which mentions of one report stand for the same entity.
//!
//! Full names first, then short forms: a family name goes to the person last named in full, an
//! acronym to the name whose initials it has, a part of an organization's name to the one
//! organization that has it. Names that fit two entities equally go to the nearer one before.

use super::countries::{Countries, Stands};
use super::gender::Gender;
use super::matching::{SURE, all_initials, fold, initials, names, parts};
use super::mentions::{Found, joined};
use super::{Entity, Kind, MentionForm, vessels};
use crate::order::Arrange;
use crate::tag::features::View;
use crate::text::Document;
use crate::text::lexicon::FixedMap;

/// An entity while it grows.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) kind: Kind,
    pub(super) name: String,
    pub(super) words: Vec<String>,
    pub(super) canonical: Option<&'static str>,
    pub(super) mentions: Vec<usize>,
    /// Man or woman, as far as titles and given names tell.
    gender: Gender,
    /// Whether the person was called by one name alone so far.
    alone: bool,
}

/// Numbers of groups by what they can be called.
#[derive(Debug, Default)]
struct Index {
    exact: FixedMap<(Kind, String), usize>,
    canonical: FixedMap<&'static str, usize>,
    by_word: FixedMap<String, Vec<usize>>,
    initials: FixedMap<String, usize>,
    /// Family names by first letter and sorted letters, for slips of the pen.
    letters: FixedMap<String, usize>,
}

/// A name that looks for its group.
struct Name<'a> {
    kind: Kind,
    text: &'a str,
    words: &'a [String],
    canonical: Option<&'static str>,
    /// Number of the mention.
    at: usize,
    short: bool,
    gender: Gender,
    /// The country that the report names most.
    home: Option<&'static str>,
}

impl Index {
    /// Puts a new group under all that it can be called.
    fn add(&mut self, number: usize, name: &Name<'_>) {
        if let Some(c) = name.canonical {
            self.canonical.entry(c).or_insert(number);
        }
        self.add_words(number, name.words);
        let family = name.words.last().filter(|_| name.kind == Kind::Person && !name.short);
        if let Some(letters) = family.and_then(|w| slip(w)) {
            self.letters.entry(letters).or_insert(number);
        }
    }

    /// Puts a group under the words of a name.
    fn add_words(&mut self, number: usize, words: &[String]) {
        for word in words {
            let list = self.by_word.entry(word.clone()).or_default();
            if list.last() != Some(&number) && !list.contains(&number) {
                list.push(number);
            }
        }
    }

    /// Puts a group under a name as it is written.
    fn add_written(&mut self, number: usize, name: &Name<'_>) {
        if name.kind == Kind::Organization {
            for letters in all_initials(name.text) {
                self.initials.entry(letters).or_insert(number);
            }
        }
        self.exact.entry((name.kind, alike(name.kind, name.text))).or_insert(number);
    }
}

impl Group {
    fn new(name: &Name<'_>) -> Self {
        Self {
            kind: name.kind,
            name: name.text.to_owned(),
            words: name.words.to_vec(),
            canonical: name.canonical,
            mentions: Vec::new(),
            gender: name.gender,
            alone: false,
        }
    }

    /// Takes a mention in; returns whether its name is a fuller one, which the group has from now on.
    fn take(&mut self, name: &Name<'_>) -> bool {
        let &Name { text, words, .. } = name;
        self.mentions.push(name.at);
        self.alone |= name.kind == Kind::Person && name.short;
        if self.gender == Gender::Open {
            self.gender = name.gender;
        }
        // "Reuters" rather than "REUTERS".
        let shouted = !self.name.chars().any(char::is_lowercase) && self.name.chars().count() > 3;
        if shouted && self.name != text && fold(&self.name) == fold(text) {
            text.clone_into(&mut self.name);
        }
        let fuller = text.len() > self.name.len() && self.canonical.is_none() && self.kind != Kind::Place && words.len() > self.words.len();
        if fuller {
            text.clone_into(&mut self.name);
            self.words = words.to_vec();
        }
        fuller
    }
}

/// Groups the mentions; gives every mention its group's number.
pub(super) fn link(doc: &Document, view: &View<'_>, found: &mut [Found], countries: &Countries) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut index = Index::default();
    let texts: Vec<String> = found.iter().map(|f| owned_ministry(doc, f, countries).unwrap_or_else(|| written(doc, f))).collect();
    let words: Vec<Vec<String>> = texts.iter().map(|t| parts(t)).collect();
    let home = home(found, &texts, countries);
    // Full names and everything that is not a short form first.
    for short in [false, true] {
        for (at, ((f, text), words)) in found.iter_mut().zip(&texts).zip(&words).enumerate() {
            let is_short = matches!(f.mention.kind, Kind::Person | Kind::Organization) && words.len() < 2;
            if short != is_short || f.mention.entity.is_some() {
                continue;
            }
            let (kind, canonical) = match f.mention.form {
                MentionForm::Demonym => (Kind::Place, countries.find(&text.to_lowercase(), Stands::Nationality)),
                _ if f.mention.kind == Kind::Place => (Kind::Place, f.country.or_else(|| countries.named(text))),
                _ => (f.mention.kind, None),
            };
            let gender = if kind == Kind::Person { Gender::of(doc, view, f) } else { Gender::Open };
            let name = Name { kind, text, words, canonical, at, short, gender, home };
            let number = pick(&groups, &index, &name).unwrap_or_else(|| {
                groups.push(Group::new(&name));
                index.add(groups.len() - 1, &name);
                groups.len() - 1
            });
            index.add_written(number, &name);
            if groups.get_mut(number).is_some_and(|g| g.take(&name)) {
                index.add_words(number, words);
            }
            f.mention.entity = Some(number as u32);
        }
    }
    join_renamed(doc, found, &mut groups);
    groups
}

/// The country that a report names at least half as often again as any other.
fn home(found: &[Found], texts: &[String], countries: &Countries) -> Option<&'static str> {
    let mut counts: std::collections::BTreeMap<&'static str, usize> = std::collections::BTreeMap::new();
    for (f, text) in found.iter().zip(texts) {
        let country = match f.mention.form {
            MentionForm::Demonym => countries.find(&text.to_lowercase(), Stands::Nationality),
            _ if f.mention.kind == Kind::Place => countries.named(text),
            _ => None,
        };
        if let Some(c) = country {
            *counts.entry(c).or_default() += 1;
        }
    }
    let (&first, &most) = counts.iter().max_by_key(|c| *c.1)?;
    counts.iter().all(|(c, n)| *c == first || n * 3 <= most * 2).then_some(first)
}

/// Whether `long` is `short` with another country than `home` before it.
fn foreign(long: &str, short: &str, home: Option<&str>) -> bool {
    let Some(nation) = long.strip_suffix(short).map(str::trim_end).filter(|n| !n.is_empty() && n.len() < 40) else { return false };
    let table = super::countries::table();
    let nation = nation.strip_prefix("the ").unwrap_or(nation);
    let country = table.named(nation).or_else(|| table.find(&nation.to_lowercase(), Stands::Nationality));
    home.is_some() && country.is_some() && country != home
}

/// What two mentions of one thing have in common: for words of nationality, origin and party, singular
/// and plural ("Republican", "Republicans"), and the one word that has another form.
fn alike(kind: Kind, text: &str) -> String {
    let mut out = fold(text);
    if kind == Kind::Other {
        if out.len() > 4 && out.ends_with('s') && !out.ends_with("ss") {
            out.pop();
        }
        // "Democrats", "Democratic".
        if out.ends_with("cratic") {
            out.truncate(out.len() - "ic".len());
        }
    }
    out
}

/// First letter and sorted letters of a word that is long enough not to be another's by chance.
fn slip(word: &str) -> Option<String> {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() < 6 {
        return None;
    }
    letters.get_mut(1..)?.arrange();
    Some(letters.into_iter().collect())
}

/// Joins what the text says is one: "Royal Malaysia Police (PDRM)", "Amina Roe, better known as Mina".
fn join_renamed(doc: &Document, found: &mut [Found], groups: &mut [Group]) {
    for i in 0..found.len().saturating_sub(1) {
        let (Some(a), Some(b)) = (found.get(i), found.get(i + 1)) else { continue };
        let (Some(x), Some(y)) = (a.mention.entity, b.mention.entity) else { continue };
        if x == y || a.mention.kind != b.mention.kind || a.mention.form != MentionForm::Name || b.mention.form != MentionForm::Name {
            continue;
        }
        let bracket = a.mention.kind == Kind::Organization && defines(doc, a, b);
        if !bracket && !known_as(doc, a.last, b.first) && !other_script(doc, a, b) {
            continue;
        }
        let (x, y) = (x as usize, y as usize);
        // What was named often already is moved no more, which keeps a text of nothing else linear.
        if groups.get(y).is_none_or(|g| g.mentions.len() > MOST_MOVED) {
            continue;
        }
        // The acronym is this body's from here on, and was nothing else before.
        if bracket && groups.get(y).is_none_or(|g| g.words.len() > 1 || g.mentions.iter().any(|&m| m <= i)) {
            continue;
        }
        let moved = groups.get_mut(y).map(|g| std::mem::take(&mut g.mentions)).unwrap_or_default();
        for &m in &moved {
            if let Some(f) = found.get_mut(m) {
                f.mention.entity = Some(x as u32);
            }
        }
        if let Some(g) = groups.get_mut(x) {
            g.mentions.extend(moved);
        }
    }
}

/// The most mentions of a name that turns out to be another's.
const MOST_MOVED: usize = 64;

/// Whether `b` stands alone in brackets behind `a` and is an acronym.
fn defines(doc: &Document, a: &Found, b: &Found) -> bool {
    let dateline = doc.tokens.get(a.first).is_none_or(|t| t.breaks > 0) || a.first == 0;
    a.last + 1 == b.first
        && doc.form(a.last) == "("
        && doc.form(b.last) == ")"
        && a.last > a.first + 1
        && !dateline
        && initials(&joined(doc, b.first, b.last)).is_some()
}

/// Whether `b` in brackets behind `a` is the name in another script: "Kyiv (Київ)".
fn other_script(doc: &Document, a: &Found, b: &Found) -> bool {
    let latin = |f: &Found| f.mention.span.of(&doc.text).chars().filter(|c| c.is_alphabetic()).all(|c| c < '\u{250}');
    a.last + 1 == b.first && doc.form(a.last) == "(" && doc.form(b.last) == ")" && latin(a) && !latin(b)
}

/// Whether the tokens between two names say that the second is another name of the first.
fn known_as(doc: &Document, from: usize, to: usize) -> bool {
    if to <= from || to - from > 9 {
        return false;
    }
    let words: Vec<&str> =
        // A letter in brackets is a caption's ("Roe [L], better known as").
        (from..to)
            .map(|i| doc.lower(i))
            .filter(|w| w.chars().all(char::is_alphabetic) && w.len() > 1 && *w != "the" || *w == "a.k.a.")
            .collect();
    match words.as_slice() {
        ["aka" | "a.k.a." | "alias" | "nicknamed"] => true,
        ["known", "as"] => true,
        [how, "known", "as"] => {
            matches!(
                *how,
                "better" | "best" | "also" | "commonly" | "popularly" | "widely" | "formerly" | "previously" | "now" | "otherwise"
            )
        }
        _ => false,
    }
}

/// Whether `short` is the complement in `long` and not what it is: "Parliament" in "Voice to
/// Parliament".
fn complement(long: &str, short: &str) -> bool {
    let long = fold(long);
    let short = fold(short);
    let Some(before) = long.strip_suffix(short.strip_prefix("the ").unwrap_or(&short)) else { return false };
    let before = before.trim_end();
    let before = before.strip_suffix(" the").unwrap_or(before);
    [" to", " for", " of", " in", " into", " on", " at", " against", " with", " from"].iter().any(|p| before.ends_with(p))
}

/// Whether `short` is an acronym that begins or ends a longer name: "ASEAN" is not the "ASEAN
/// Parliamentary Forum", but "MBI" is the "MBI Group".
fn acronym_in(long: &str, short: &str) -> bool {
    initials(short).is_some()
        && short.len() <= 5
        && long.split_whitespace().any(|w| w == short)
        && long.split_whitespace().any(|w| w.chars().any(char::is_lowercase) && !super::matching::is_corporate(w))
}

/// Groups that share a word with a name and are looked at for it: what more than these share tells none of them.
const CANDIDATES: usize = 64;

/// How well a name fits a group of its kind that shares a word with it; 0 where it does not.
fn fit(g: &Group, name: &Name<'_>) -> u8 {
    let &Name { kind, text, words, at, short, gender, home, .. } = name;
    match kind {
        Kind::Person if gender != Gender::Open && !g.gender.fits(gender) => 0,
        Kind::Person if short => words.first().map_or(0, |w| {
            // The first of two family names is often used alone ("Ricardo Rosselló Nevares").
            let middle = g.words.len() > 2 && w.len() > 3 && g.words.iter().skip(1).rev().skip(1).any(|v| v == w);
            let family = g.words.len() > 1 && g.words.last() == Some(w);
            u8::from(family) * 3 + u8::from(g.words.first() == Some(w)) * 2 + u8::from(middle)
        }),
        Kind::Person => u8::from(names(text, &g.name, true).is_some_and(|m| m.0 >= SURE)),
        Kind::Organization | Kind::Event => {
            let inside = |short: &[String], long: &[String], s: &str, l: &str| {
                short.len() < long.len()
                    && !short.is_empty()
                    && (long.starts_with(short) || long.ends_with(short) && !complement(l, s))
                    && !acronym_in(l, s)
            };
            // Read before any full name, "the Senate" of a report on Chile is not the "U.S. Senate" below.
            let earlier = g.mentions.iter().any(|&m| m < at);
            let abroad = if words.len() < g.words.len() { !earlier && foreign(&g.name, text, home) } else { foreign(text, &g.name, home) };
            u8::from(!abroad && (inside(words, &g.words, text, &g.name) || inside(&g.words, words, &g.name, text)))
        }
        Kind::Other => {
            let vessel = g.name.split(' ').next().is_some_and(vessels::is_prefix);
            u8::from(vessel && words.len() + 1 == g.words.len() && g.words.ends_with(words))
        }
        Kind::Place => 0,
    }
}

/// The group that a name belongs to.
fn pick(groups: &[Group], index: &Index, name: &Name<'_>) -> Option<usize> {
    let &Name { kind, text, words, canonical, at, short, .. } = name;
    if let Some(c) = canonical {
        return index.canonical.get(c).copied();
    }
    let exact = index.exact.get(&(kind, alike(kind, text))).copied();
    if !(short && kind == Kind::Person) && exact.is_some() {
        return exact;
    }
    let acronym = if kind == Kind::Organization { initials(text) } else { None };
    if let Some(number) = acronym.as_ref().and_then(|l| index.initials.get(l)) {
        return Some(*number);
    }
    let mut best = None;
    for n in words.iter().filter_map(|w| index.by_word.get(w)).flatten().copied().take(CANDIDATES) {
        let Some(g) = groups.get(n).filter(|g| g.kind == kind) else { continue };
        let fits = fit(g, name);
        if fits == 0 {
            continue;
        }
        // The nearest mention before counts most, else the first after.
        let distance = g.mentions.iter().rev().find(|&&m| m < at).map_or(usize::MAX, |m| at - m);
        // Of two people of one surname it stands for the one whom it stood for before.
        let rank = (fits, g.alone, std::cmp::Reverse(distance));
        if best.is_none_or(|(high, _)| rank > high) {
            best = Some((rank, n));
        }
    }
    if let Some((_, n)) = best {
        return Some(n);
    }
    if exact.is_some() {
        return exact;
    }
    // "Pierliusi" for "Pierluisi".
    let letters = words.first().filter(|_| kind == Kind::Person && short).and_then(|w| slip(w))?;
    index.letters.get(&letters).copied()
}

/// The entities of the groups in order of first mention; renumbers the mentions.
pub(super) fn entities(doc: &Document, found: &mut [Found], groups: Vec<Group>) -> Vec<Entity> {
    let mut order: Vec<usize> = (0..groups.len()).filter(|&n| groups.get(n).is_some_and(|g| !g.mentions.is_empty())).collect();
    let firsts: Vec<usize> = groups.iter().map(|g| g.mentions.iter().copied().min().unwrap_or(usize::MAX)).collect();
    order.arrange_by_key(|&n| firsts.get(n).copied());
    let mut out = Vec::with_capacity(order.len());
    for (new, n) in order.into_iter().enumerate() {
        let Some(g) = groups.get(n) else { continue };
        let mut mentions = g.mentions.clone();
        mentions.arrange();
        let mut aliases: Vec<(String, usize)> = Vec::new();
        for &m in &mentions {
            let Some(f) = found.get_mut(m) else { continue };
            f.mention.entity = Some(new as u32);
            let text = written(doc, f);
            if f.mention.form == MentionForm::Name && text != g.name {
                if let Some(a) = aliases.iter_mut().find(|a| a.0 == text) {
                    a.1 += 1;
                } else if aliases.len() < 24 {
                    aliases.push((text, 1));
                }
            }
        }
        aliases.arrange_by_key(|a| std::cmp::Reverse(a.1));
        let name = g.canonical.map_or_else(|| g.name.clone(), str::to_owned);
        aliases.retain(|a| a.0 != name);
        out.push(Entity {
            name,
            kind: g.kind,
            mentions: mentions.into_iter().map(|m| m as u32).collect(),
            aliases: aliases.into_iter().map(|a| a.0).collect(),
            roles: Vec::new(),
            canonical: g.canonical.map(str::to_owned),
        });
    }
    out
}

/// "Chinese foreign ministry" for "foreign ministry" behind "China's".
fn owned_ministry(doc: &Document, f: &Found, countries: &Countries) -> Option<String> {
    if f.mention.kind != Kind::Organization || doc.form(f.last.checked_sub(1)?) != "ministry" {
        return None;
    }
    let owner = f.first.checked_sub(1)?;
    if let Some(country) = countries.find(doc.lower(owner), Stands::Nationality) {
        return Some(format!("{} {}", countries.nationality(country).unwrap_or(country), joined(doc, f.first, f.last)));
    }
    if doc.form(owner) != "'s" {
        return None;
    }
    let end = f.first - 1;
    let country = (1..=3usize.min(end)).find_map(|n| countries.named(&joined(doc, end - n, end)))?;
    Some(format!("{} {}", countries.nationality(country).unwrap_or(country), joined(doc, f.first, f.last)))
}

/// A mention's words: the forms of its tokens, or the text where it covers a part of one.
fn written(doc: &Document, f: &Found) -> String {
    let whole = doc.span(f.first..f.last) == f.mention.span;
    if whole { joined(doc, f.first, f.last) } else { f.mention.span.of(&doc.text).to_owned() }
}
