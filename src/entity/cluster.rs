//! Which mentions of one report stand for the same entity.
//!
//! Full names first, then short forms: a family name goes to the person last named in full, an
//! acronym to the name whose initials it has, a part of an organization's name to the one
//! organization that has it. Names that fit two entities equally go to the nearer one before.

use super::countries::{Countries, Stands};
use super::matching::{all_initials, fold, initials, names, parts};
use super::mentions::{Found, joined};
use super::{Entity, Kind, MentionForm};
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
}

/// Numbers of groups by what they can be called.
#[derive(Debug, Default)]
struct Index {
    exact: FixedMap<(Kind, String), usize>,
    canonical: FixedMap<&'static str, usize>,
    by_word: FixedMap<String, Vec<usize>>,
    initials: FixedMap<String, usize>,
}

/// Groups the mentions; gives every mention its group's number.
pub(super) fn link(doc: &Document, found: &mut [Found], seats: &[Option<&'static str>], countries: &Countries) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut index = Index::default();
    let texts: Vec<String> = found.iter().map(|f| owned_ministry(doc, f, countries).unwrap_or_else(|| written(doc, f))).collect();
    let words: Vec<Vec<String>> = texts.iter().map(|t| parts(t)).collect();
    // Full names, and everything that is not a short form.
    for pass in 0..2 {
        for i in 0..found.len() {
            let (Some(f), Some(text), Some(w)) = (found.get(i), texts.get(i), words.get(i)) else { continue };
            let short = match f.mention.kind {
                Kind::Person => w.len() < 2,
                Kind::Organization => w.len() < 2,
                _ => false,
            };
            if short != (pass == 1) || f.mention.entity.is_some() {
                continue;
            }
            let (kind, canonical) = match f.mention.form {
                MentionForm::Demonym => (Kind::Place, countries.find(&text.to_lowercase(), Stands::Nationality)),
                _ if f.mention.kind == Kind::Place => (Kind::Place, seats.get(i).copied().flatten().or_else(|| countries.named(text))),
                _ => (f.mention.kind, None),
            };
            let number = pick(&groups, &index, kind, text, w, canonical, i, pass == 1).unwrap_or_else(|| {
                groups.push(Group { kind, name: text.clone(), words: w.clone(), canonical, mentions: Vec::new() });
                let number = groups.len() - 1;
                if let Some(c) = canonical {
                    index.canonical.entry(c).or_insert(number);
                }
                for word in w {
                    index.by_word.entry(word.clone()).or_default().push(number);
                }
                if kind == Kind::Organization {
                    for letters in all_initials(text) {
                        index.initials.entry(letters).or_insert(number);
                    }
                }
                number
            });
            index.exact.entry((kind, fold(text))).or_insert(number);
            if let Some(g) = groups.get_mut(number) {
                g.mentions.push(i);
                // "Reuters" rather than "REUTERS".
                if g.name != *text && fold(&g.name) == fold(text) && !g.name.chars().any(char::is_lowercase) && g.name.chars().count() > 3 {
                    g.name.clone_from(text);
                }
                if text.len() > g.name.len() && g.canonical.is_none() && g.kind != Kind::Place && w.len() > g.words.len() {
                    g.name.clone_from(text);
                    for word in w {
                        let list = index.by_word.entry(word.clone()).or_default();
                        if !list.contains(&number) {
                            list.push(number);
                        }
                    }
                    g.words.clone_from(w);
                }
            }
            if let Some(f) = found.get_mut(i) {
                f.mention.entity = Some(number as u32);
            }
        }
    }
    groups
}

/// The group that a name belongs to.
#[allow(clippy::too_many_arguments, reason = "one decision from all that is known of a name")]
fn pick(
    groups: &[Group],
    index: &Index,
    kind: Kind,
    text: &str,
    words: &[String],
    canonical: Option<&'static str>,
    at: usize,
    short: bool,
) -> Option<usize> {
    if let Some(c) = canonical {
        return index.canonical.get(c).copied();
    }
    let exact = index.exact.get(&(kind, fold(text))).copied();
    if !(short && kind == Kind::Person) && exact.is_some() {
        return exact;
    }
    let mut best: Option<(i64, usize)> = None;
    let candidates = words.iter().filter_map(|w| index.by_word.get(w)).flatten().copied().take(64);
    for n in candidates {
        let Some(g) = groups.get(n).filter(|g| g.kind == kind) else { continue };
        let fits = match kind {
            Kind::Person if short => match words.first() {
                Some(w) => i64::from(g.words.len() > 1 && (g.words.last() == Some(w))) * 3 + i64::from(g.words.first() == Some(w)) * 2,
                None => 0,
            },
            Kind::Person => names(text, &g.name, true).map_or(0, |m| i64::from(m.0 >= 850) * 5),
            Kind::Organization | Kind::Event => {
                let some = words.len() < g.words.len() && (g.words.ends_with(words) || g.words.starts_with(words))
                    || g.words.len() < words.len() && (words.ends_with(&g.words) || words.starts_with(&g.words)) && !g.words.is_empty();
                i64::from(some) * 2
            }
            _ => 0,
        };
        if fits == 0 {
            continue;
        }
        // The nearest mention before counts most, else the first after.
        let near = match g.mentions.iter().rev().find(|&&m| m < at) {
            Some(&m) => -((at - m) as i64),
            None => -100_000,
        };
        let score = fits * 1_000_000 + near;
        if best.is_none_or(|b| score > b.0) {
            best = Some((score, n));
        }
    }
    if let Some((_, n)) = best {
        return Some(n);
    }
    if exact.is_some() {
        return exact;
    }
    let letters = if kind == Kind::Organization { initials(text) } else { None };
    letters.and_then(|l| index.initials.get(&l).copied())
}

/// The entities of the groups in order of first mention; renumbers the mentions.
pub(super) fn entities(doc: &Document, found: &mut [Found], groups: Vec<Group>) -> Vec<Entity> {
    let mut order: Vec<usize> = (0..groups.len()).filter(|&n| groups.get(n).is_some_and(|g| !g.mentions.is_empty())).collect();
    let firsts: Vec<usize> = groups.iter().map(|g| g.mentions.iter().copied().min().unwrap_or(usize::MAX)).collect();
    order.sort_by_key(|&n| firsts.get(n).copied());
    let mut out = Vec::with_capacity(order.len());
    for (new, n) in order.into_iter().enumerate() {
        let Some(g) = groups.get(n) else { continue };
        let mut mentions = g.mentions.clone();
        mentions.sort_unstable();
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
        aliases.sort_by_key(|a| std::cmp::Reverse(a.1));
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
