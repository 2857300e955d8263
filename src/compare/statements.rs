//! Statements of both reports that belong together: the same utterance word for word, trimmed or
//! altered, told in other words, or another one on the same matter.
//!
//! Two quotations are one utterance where their words run alike; what stands before the first and
//! behind the last shared word is trimmed, what differs between them is altered. Spelling variants,
//! hyphens and marks are no alteration.

use super::diff;
use super::entities::{Entities, fold};
use super::sentences::{Postings, meeting_stems};
use super::view::View;
use super::words::{NONE, RARE, Stems};
use super::{DiffStep, Side, StatementLink, StatementRelation};
use crate::order::Arrange;
use crate::quote::{Source, SourceClass, Statement, StatementKind};
use crate::text::{Span, TokenKind};
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// A stem that stands in more statements than this of either report brings none together.
const SPREAD: usize = 24;
/// Pairs that are always looked at; reports of many statements get a few for each.
const PAIRS: usize = 1 << 12;

/// Least weight (quarter bits) of what two statements on one matter share beside names; of two such
/// words together, and of one alone.
const MATTER: u32 = 18;
const MATTERS: u32 = 34;
const SINGLE: u16 = 20;
/// Least weight of a word that tells of a matter at all.
const TELLING: u16 = 12;
/// Words from which on a statement is a long answer.
const LONG: usize = 60;
/// Tokens within which two words stand together.
const TOGETHER: usize = 6;

/// One word in quotation marks.
struct Word {
    token: usize,
    print: u64,
    /// Whether a new stretch of quotation begins here.
    begins: bool,
    /// Its letters without what only spelling adds.
    plain: String,
}

/// One statement with its words.
pub(crate) struct Said {
    /// Token and print of every word.
    pub(crate) words: Vec<(usize, u64)>,
    /// The words in quotation marks.
    quoted: Vec<Word>,
    /// Distinct content stems, ascending, and their weight.
    pub(crate) content: Vec<u32>,
    pub(crate) weight: u32,
    /// Those of them that are part of no name, and where they stand.
    matter: Vec<u32>,
    matter_at: Vec<(usize, u32)>,
    /// Beginnings of names and whole numbers in it: "Korea" and "Korean" are one.
    names: Vec<String>,
    /// Link of the source's entity.
    pub(crate) entity: Option<u32>,
    /// Links of the bodies and countries for which the source speaks, as its roles tell, and its own.
    parties: Vec<u32>,
    /// Folded name of the source, and prints of its telling words, made when first asked for.
    name: String,
    name_words: OnceCell<Vec<u64>>,
    class: Option<SourceClass>,
    /// Whether it is a question.
    asks: bool,
    /// Whether the reading of the source is sure enough to hold it against another.
    sure: bool,
}

/// Letters by which names are held to be one.
const NAME: usize = 5;

/// The source's own link and those of whoever is named in its roles ("the United States' envoy").
fn parties(view: &View<'_>, side: Side, entities: &Entities, source: Option<&Source>) -> Vec<u32> {
    let Some(entity) = source.and_then(|s| s.entity) else { return Vec::new() };
    let mut list: Vec<u32> = entities.link(side, entity).into_iter().collect();
    let roles = view.report.entities.get(entity as usize).map_or(&[][..], |e| e.roles.as_slice());
    let mentions = &view.report.mentions;
    for role in roles {
        let from = mentions.partition_point(|m| m.span.start < role.span.start);
        let inside = mentions.get(from..).unwrap_or(&[]).iter().take_while(|m| m.span.end <= role.span.end);
        list.extend(inside.filter_map(|m| m.entity).filter_map(|e| entities.link(side, e)));
    }
    list.arrange();
    list.dedup();
    list
}

/// How sure, in percent, a statement must be read for its source to speak against another's.
const SURE: u8 = 60;

/// Prepares the statements of one report.
pub(crate) fn said(view: &View<'_>, side: Side, entities: &Entities, stems: &Stems) -> Vec<Said> {
    view.report.statements.iter().map(|s| prepare(s, view, side, entities, stems)).collect()
}

fn prepare(statement: &Statement, view: &View<'_>, side: Side, entities: &Entities, stems: &Stems) -> Said {
    let doc = &view.report.document;
    // A title ("special envoy") is no matter of its own.
    let title = |i: usize| {
        doc.tokens.get(i).is_some_and(|t| {
            view.titles
                .binary_search_by(|s| {
                    if s.end <= t.span.start {
                        std::cmp::Ordering::Less
                    } else if s.start >= t.span.end {
                        std::cmp::Ordering::Greater
                    } else {
                        std::cmp::Ordering::Equal
                    }
                })
                .is_ok()
        })
    };
    let mut words = Vec::new();
    let mut quoted = Vec::new();
    let mut content = Vec::new();
    let mut matter_at: Vec<(usize, u32)> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    // Turns of an interview are direct and have no marks: nobody says that their words are exact.
    let marked = |span: &Span| doc.tokens_in(*span).any(|i| doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Quote));
    let quotation = statement.kind == StatementKind::Direct && statement.content.iter().any(marked);
    for span in &statement.content {
        let mut inside = quotation;
        let mut begins = true;
        for i in doc.tokens_in(*span) {
            let Some(token) = doc.tokens.get(i) else { continue };
            if token.kind == TokenKind::Quote && statement.kind == StatementKind::Mixed && doc.form(i) == "\"" {
                inside = !inside;
                begins = true;
            }
            if doc.form(i).starts_with("..") || doc.form(i) == "\u{2026}" {
                begins = true;
            }
            let Some(&stem) = view.stems.get(i).filter(|&&s| s != NONE) else { continue };
            let print = view.prints.get(i).copied().unwrap_or(0);
            words.push((i, print));
            if stems.weight(stem) > 0 {
                content.push(stem);
                if token.kind != TokenKind::Word || view.proper.get(i) == Some(&true) {
                    names.push(doc.lower(i).chars().take(NAME).collect());
                } else if !title(i) {
                    matter_at.push((i, stem));
                }
            }
            if inside {
                quoted.push(Word { token: i, print, begins, plain: plain(doc.lower(i)) });
                begins = false;
            }
        }
    }
    content.arrange();
    content.dedup();
    let mut matter: Vec<u32> = matter_at.iter().map(|m| m.1).collect();
    matter.arrange();
    matter.dedup();
    names.arrange();
    names.dedup();
    let weight = content.iter().map(|&s| u32::from(stems.weight(s))).sum();
    let source = statement.source.as_ref();
    let name = source.map(|s| fold(&s.name)).unwrap_or_default();
    Said {
        sure: statement.confidence >= SURE,
        asks: statement.content.last().is_some_and(|c| doc.tokens_in(*c).rev().take(2).any(|i| doc.form(i) == "?")),
        words,
        quoted,
        content,
        weight,
        matter,
        matter_at,
        names,
        parties: parties(view, side, entities, source),
        entity: source.and_then(|s| s.entity).and_then(|e| entities.link(side, e)),
        name,
        name_words: OnceCell::new(),
        class: source.map(|s| s.class),
    }
}

/// A word without what transcribers write as they like: marks, contractions, numbers in letters.
fn plain(lower: &str) -> String {
    const NUMBERS: [&str; 13] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    const ORDINALS: [&str; 13] =
        ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
    let mut word = lower.replace('\u{2019}', "'");
    for (short, long) in [
        ("cannot", "can not"),
        ("can't", "can not"),
        ("cant", "can not"),
        ("won't", "will not"),
        ("wont", "will not"),
        ("gonna", "going to"),
    ] {
        if word == short {
            long.clone_into(&mut word);
        }
    }
    for (short, long) in [("n't", " not"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("'m", " am"), (":00", "")] {
        if let Some(head) = word.strip_suffix(short) {
            word = format!("{head}{long}");
        }
    }
    if matches!(word.as_str(), "it's" | "that's" | "there's" | "he's" | "she's" | "what's" | "who's") {
        word = word.replace("'s", "is");
    }
    let mut out = String::new();
    for part in word.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()) {
        let place = |list: &[&str]| list.iter().position(|n| *n == part);
        match (place(&NUMBERS), place(&ORDINALS)) {
            (Some(n), _) => out.push_str(&n.to_string()),
            (_, Some(n)) if n > 3 => out.push_str(&format!("{n}th")),
            _ => out.push_str(part),
        }
    }
    out
}

/// Whether two stretches of words differ in spelling only.
fn spelled_alike(a: &[Word], b: &[Word]) -> bool {
    let joined = |words: &[Word]| words.iter().map(|w| w.plain.as_str()).collect::<String>();
    !a.is_empty() && !b.is_empty() && joined(a) == joined(b)
}

impl Said {
    /// Prints of the telling words of the source's name, each once.
    fn name_words(&self) -> &[u64] {
        self.name_words.get_or_init(|| {
            let telling = |w: &&str| w.len() > 2 && super::words::weight(&crate::figure::stem(w)) > 0;
            let mut words: Vec<u64> = self.name.split(|c: char| !c.is_alphanumeric()).filter(telling).map(super::words::print).collect();
            words.arrange();
            words.dedup();
            words
        })
    }
}

/// Whether two statements have one source; `None` where the words leave it open.
pub(crate) fn one_source(a: &Said, b: &Said) -> Option<bool> {
    match (a.entity, b.entity) {
        (Some(x), Some(y)) if x == y => return Some(true),
        (Some(_), Some(_)) if a.class == Some(SourceClass::NamedPerson) && b.class == Some(SourceClass::NamedPerson) => {
            return (a.sure && b.sure).then_some(false);
        }
        _ => {}
    }
    if a.name.is_empty() || b.name.is_empty() {
        return None;
    }
    if a.name == b.name {
        return Some(true);
    }
    // "Spokesman Lars Bekken" and "Lars Bekken, a spokesman" have words in common, beside titles.
    let (x, y) = (a.name_words(), b.name_words());
    let common = y.iter().filter(|w| x.contains(w)).count();
    match common {
        0 if !x.is_empty() && !y.is_empty() => (a.sure && b.sure).then_some(false),
        n if n >= 2 => Some(true),
        _ => None,
    }
}

struct Candidate {
    left: usize,
    right: usize,
    relation: StatementRelation,
    /// Strength within the relation.
    score: u32,
    reason: String,
    /// Positions of shared words, in the word lists that were compared.
    pairs: Vec<(usize, usize)>,
    quoted: bool,
}

/// Links the statements of two reports.
pub(crate) fn link(left: &View<'_>, right: &View<'_>, a: &[Said], b: &[Said], stems: &Stems, one_event: bool) -> Vec<StatementLink> {
    let mut candidates = Vec::new();
    let spread = Spread::new(left, right, stems);
    for (l, r) in meetings(a, b, stems.len()) {
        if let (Some(x), Some(y)) = (a.get(l), b.get(r)) {
            candidates.extend(relate((l, x), (r, y), &spread, one_event));
        }
    }
    let rank = |r: StatementRelation| match r {
        StatementRelation::Verbatim | StatementRelation::Altered | StatementRelation::Trimmed => 0,
        StatementRelation::Paraphrase => 1,
        StatementRelation::SameMatter => 2,
    };
    candidates.arrange_by_key(|c| {
        (rank(c.relation), std::cmp::Reverse(c.score), c.left.abs_diff(c.right), c.left + c.right, c.left.min(c.right))
    });
    // One utterance has one counterpart. Of different events what is said on one matter may stand beside
    // two; reports on one event share its matter in every statement.
    let (mut used_a, mut used_b) = (vec![0u8; a.len()], vec![0u8; b.len()]);
    let mut links: Vec<StatementLink> = Vec::new();
    for c in candidates {
        let (Some(x), Some(y)) = (used_a.get_mut(c.left), used_b.get_mut(c.right)) else { continue };
        let (most, cost) = if c.relation == StatementRelation::SameMatter && !one_event { (1, 1) } else { (0, 2) };
        if *x > most || *y > most {
            continue;
        }
        (*x, *y) = (*x + cost, *y + cost);
        let diff = match (a.get(c.left), b.get(c.right)) {
            (Some(x), Some(y)) if !c.pairs.is_empty() => steps(left, right, &tokens(x, c.quoted), &tokens(y, c.quoted), &c.pairs),
            _ => Vec::new(),
        };
        let reason = match (c.relation, a.get(c.left), b.get(c.right)) {
            (StatementRelation::SameMatter, Some(x), Some(y)) => on_matter((left, x), (right, y), stems),
            _ => c.reason,
        };
        links.push(StatementLink { left: c.left as u32, right: c.right as u32, relation: c.relation, diff, reason });
    }
    links.arrange_by_key(|l| (l.left, l.right));
    links
}

/// Why two statements on one matter stand side by side: the word that tells most of both.
fn on_matter(a: (&View<'_>, &Said), b: (&View<'_>, &Said), stems: &Stems) -> String {
    let who = if one_source(a.1, b.1) == Some(true) { "The same source speaks" } else { "Both speak" };
    match shared_word(a, b, stems) {
        Some((form, _)) => format!("{who} of \u{201c}{form}\u{201d}."),
        None => format!("{who} of one matter."),
    }
}

/// The word beside names that tells most of both statements, with its weight.
pub(crate) fn shared_word(a: (&View<'_>, &Said), b: (&View<'_>, &Said), stems: &Stems) -> Option<(String, u16)> {
    let shared = a.1.matter.iter().copied().filter(|s| b.1.matter.binary_search(s).is_ok());
    let stem = shared.max_by_key(|&s| (stems.weight(s), std::cmp::Reverse(s)))?;
    let of = |(view, said): (&View<'_>, &Said)| -> Vec<String> {
        let here = said.words.iter().filter(|w| view.stems.get(w.0) == Some(&stem));
        here.map(|w| view.report.document.lower(w.0).to_owned()).collect()
    };
    let form = of(a).into_iter().chain(of(b)).min_by_key(|f| (f.len(), f.clone()))?;
    Some((form, stems.weight(stem)))
}

fn tokens(said: &Said, quoted: bool) -> Vec<usize> {
    if quoted { said.quoted.iter().map(|w| w.token).collect() } else { said.words.iter().map(|w| w.0).collect() }
}

/// Pairs of statements that share a stem which few statements have.
fn meetings(a: &[Said], b: &[Said], stems: usize) -> Vec<(usize, usize)> {
    let lefts = Postings::new(stems, a.iter().map(|s| s.content.as_slice()));
    let rights = Postings::new(stems, b.iter().map(|s| s.content.as_slice()));
    let meet = meeting_stems(stems, &lefts, &rights, SPREAD, PAIRS.max(2 * (a.len() + b.len())));
    let mut seen = vec![u32::MAX; b.len()];
    let mut pairs = Vec::new();
    for (l, said) in a.iter().enumerate() {
        for &stem in said.content.iter().filter(|s| meet.get(**s as usize) == Some(&true)) {
            for &r in rights.of(stem) {
                if let Some(slot) = seen.get_mut(r as usize)
                    && *slot != l as u32
                {
                    *slot = l as u32;
                    pairs.push((l, r as usize));
                }
            }
        }
    }
    pairs
}

fn relate((l, a): (usize, &Said), (r, b): (usize, &Said), spread: &Spread<'_>, one_event: bool) -> Option<Candidate> {
    let stems = spread.stems;
    let shared = super::sentences::overlap(&a.content, &b.content, stems);
    // Most pairs that meet share one word only, and need no second look.
    if shared < MATTER && a.quoted.len().min(b.quoted.len()) < 6 {
        return None;
    }
    let source = one_source(a, b);
    let candidate = |relation, score, reason: &str, pairs, quoted| {
        Some(Candidate { left: l, right: r, relation, score, reason: reason.to_owned(), pairs, quoted })
    };
    if a.quoted.len() >= 3
        && b.quoted.len() >= 3
        && let Some((relation, pairs)) = utterance(a, b, source, shared)
    {
        let reason = match (relation, source) {
            (StatementRelation::Verbatim, Some(false)) => "The same words, given to different sources.",
            (StatementRelation::Verbatim, _) => "The same words inside quotation marks.",
            (StatementRelation::Trimmed, _) => "One quotation is part of the other, or both share a part.",
            _ => "The same utterance with other words inside the quotation marks.",
        };
        return candidate(relation, pairs.len() as u32 * 100, reason, pairs, true);
    }
    // Names alone are no matter: every statement on one event has them.
    let matter = super::sentences::overlap(&a.matter, &b.matter, stems);
    let least = a.weight.min(b.weight).max(1);
    let share = 100 * shared / least;
    if source != Some(false) {
        let indirect = a.quoted.is_empty() || b.quoted.is_empty();
        let (x, y): (Vec<u64>, Vec<u64>) = (a.words.iter().map(|w| w.1).collect(), b.words.iter().map(|w| w.1).collect());
        if indirect && x.len() >= 6 && x == y {
            let pairs = diff::common(&x, &y);
            return candidate(StatementRelation::Verbatim, 1000, "Both reports tell it in the same words.", pairs, false);
        }
        let known = if source == Some(true) { (40, 60) } else { (55, 90) };
        // Of different events nobody says the same in other words; that takes the same words.
        if one_event && matter >= 16 && share >= known.0 && shared >= known.1 {
            let reason = if a.quoted.is_empty() != b.quoted.is_empty() {
                "Quoted in one report, told in other words in the other."
            } else {
                "Told in both reports in other words."
            };
            return candidate(StatementRelation::Paraphrase, shared, reason, Vec::new(), false);
        }
    }
    // Long answers of an interview share words by chance, and a question states nothing.
    let long = a.words.len().max(b.words.len()) > LONG;
    let enough = if long { 100 * shared >= 20 * a.weight.max(b.weight) } else { share >= 12 };
    if matter < MATTER || !enough || a.asks || b.asks || !on_one_matter(a, b, source, spread, one_event) {
        return None;
    }
    let own = if source == Some(true) { 50 } else { 0 };
    candidate(StatementRelation::SameMatter, shared + matter + own, "", Vec::new(), false)
}

/// In how many sentences of either report a stem stands, at most and at least.
struct Spread<'a> {
    stems: &'a Stems,
    counts: [Vec<u32>; 2],
    /// From how many sentences on a stem is a topic of the whole report.
    topic: [u32; 2],
}

impl<'a> Spread<'a> {
    fn new(left: &View<'_>, right: &View<'_>, stems: &'a Stems) -> Self {
        let counts = |view: &View<'_>| {
            let mut counts = vec![0u32; stems.len()];
            for stem in view.sentences.iter().flat_map(|t| &t.content) {
                if let Some(count) = counts.get_mut(*stem as usize) {
                    *count += 1;
                }
            }
            counts
        };
        let topic = |view: &View<'_>| (view.sentences.len() as u32 / 8).max(4);
        Self { stems, counts: [counts(left), counts(right)], topic: [topic(left), topic(right)] }
    }

    /// Whether a stem is a matter of its own and no topic that all of a report shares.
    fn telling(&self, stem: u32) -> bool {
        let count = |side: usize| self.counts.get(side).and_then(|c| c.get(stem as usize)).copied().unwrap_or(0);
        let [l, r] = self.topic;
        self.stems.weight(stem) >= TELLING && count(0) < l && count(1) < r
    }

    /// Whether a stem stands in few sentences of both reports.
    fn rare(&self, stem: u32) -> bool {
        self.stems.weight(stem) >= SINGLE && self.counts.iter().all(|c| c.get(stem as usize).is_some_and(|n| *n <= 3))
    }
}

/// Whether two statements speak of one matter: two telling words that stand together in both, or a rare
/// one with a shared name or number. Of different events the sources must belong together, too.
fn on_one_matter(a: &Said, b: &Said, source: Option<bool>, spread: &Spread<'_>, one_event: bool) -> bool {
    let shared: Vec<u32> = a.matter.iter().copied().filter(|s| b.matter.binary_search(s).is_ok() && spread.telling(*s)).collect();
    let named = a.names.iter().any(|n| b.names.binary_search(n).is_ok());
    let party = a.parties.iter().any(|p| b.parties.contains(p));
    let rare = shared.iter().any(|&s| spread.rare(s));
    if !one_event {
        // The sources belong together, or the word is one that hardly any other story has.
        return rare && party || named && shared.iter().any(|&s| spread.rare(s) && spread.stems.weight(s) >= RARE);
    }
    let weight: u32 = shared.iter().map(|&s| u32::from(spread.stems.weight(s))).sum();
    let together = shared.len() > 1 && pairs_of(a, &shared).iter().any(|p| pairs_of(b, &shared).contains(p));
    weight >= MATTERS && (together || source == Some(true) && shared.len() > 1) || rare && named && source != Some(false)
}

/// Words of a list that stand near each other in a statement, as pairs in rising order.
fn pairs_of(said: &Said, words: &[u32]) -> BTreeSet<(u32, u32)> {
    let here: Vec<&(usize, u32)> = said.matter_at.iter().filter(|m| words.binary_search(&m.1).is_ok()).collect();
    let near = |w: &&[&(usize, u32)]| matches!(w, [x, y] if x.1 != y.1 && y.0 - x.0 <= TOGETHER);
    here.windows(2).filter(near).filter_map(|w| Some((w.first()?.1.min(w.last()?.1), w.first()?.1.max(w.last()?.1)))).collect()
}

/// How two quotations relate by their words, if they are one utterance.
fn utterance(a: &Said, b: &Said, source: Option<bool>, shared: u32) -> Option<(StatementRelation, Vec<(usize, usize)>)> {
    let (x, y): (Vec<u64>, Vec<u64>) = (a.quoted.iter().map(|w| w.print).collect(), b.quoted.iter().map(|w| w.print).collect());
    if x == y {
        let pairs = (0..x.len()).map(|i| (i, i)).collect();
        return (shared >= 20 || x.len() >= 6).then_some((StatementRelation::Verbatim, pairs));
    }
    if shared == 0 {
        return None;
    }
    if let Some(pairs) = inside(&x, &y).or_else(|| inside(&y, &x).map(|p| p.into_iter().map(|(i, j)| (j, i)).collect()))
        && (pairs.len() >= 4 && shared >= 40 || pairs.len() >= 8 || shared >= 24 && (pairs.len() > 4 || source != Some(false)))
    {
        return Some((StatementRelation::Trimmed, pairs));
    }
    let pairs = diff::common(&x, &y);
    let (&(i0, j0), &(i1, j1)) = (pairs.first()?, pairs.last()?);
    let (core_a, core_b) = (i1 + 1 - i0, j1 + 1 - j0);
    let matched = pairs.len();
    // Breaks inside the core: words that only one has, unless a new stretch of quotation begins there.
    let mut breaks = 0usize;
    for w in pairs.windows(2) {
        let [(i, j), (p, q)] = w else { continue };
        let (da, db) = (p - i - 1, q - j - 1);
        if da == 0 && db == 0 {
            continue;
        }
        if spelled_alike(a.quoted.get(i + 1..*p).unwrap_or(&[]), b.quoted.get(j + 1..*q).unwrap_or(&[])) {
            continue;
        }
        let opened = |said: &Said, from: usize, to: usize| said.quoted.get(from + 1..=to).is_some_and(|s| s.iter().any(|w| w.begins));
        let trimmed = (da == 0 && opened(a, *i, *p)) || (db == 0 && opened(b, *j, *q));
        if !trimmed {
            breaks += da.max(db);
        }
    }
    let enough = matched >= 4 && shared >= 40 || matched >= 8;
    if breaks == 0 && enough && spelled_alike(&a.quoted, &b.quoted) {
        return Some((StatementRelation::Verbatim, pairs));
    }
    if breaks == 0 {
        let inside = matched == x.len() || matched == y.len();
        return (enough && (inside || matched >= 6)).then_some((StatementRelation::Trimmed, pairs));
    }
    let (need, of) = if source == Some(false) { (matched * 100, 85) } else { (matched * 100, 60) };
    let alike = need >= of * core_a.max(core_b) && matched * 100 >= 50 * x.len().min(y.len());
    (matched >= 5 && shared >= 30 && alike).then_some((StatementRelation::Altered, pairs))
}

/// Pairs of positions where all of `short` stands in one piece in `long`. Short quotations only, so
/// that the work stays bounded.
fn inside(short: &[u64], long: &[u64]) -> Option<Vec<(usize, usize)>> {
    if short.is_empty() || short.len() > long.len() || short.len() * long.len() > 1 << 18 {
        return None;
    }
    let at = long.windows(short.len()).position(|w| w == short)?;
    Some((0..short.len()).map(|i| (i, at + i)).collect())
}

/// The word diff as runs of equal and of differing words.
fn steps(left: &View<'_>, right: &View<'_>, a: &[usize], b: &[usize], pairs: &[(usize, usize)]) -> Vec<DiffStep> {
    let cover = |view: &View<'_>, tokens: &[usize]| -> Option<Span> {
        let span = |t: &usize| view.report.document.tokens.get(*t).map(|t| t.span);
        Some(span(tokens.first()?)?.cover(span(tokens.last()?)?))
    };
    let mut out = Vec::new();
    let (mut i, mut j, mut k) = (0, 0, 0);
    while k <= pairs.len() {
        let (p, q) = pairs.get(k).copied().unwrap_or((a.len(), b.len()));
        let (x, y) = (a.get(i..p).unwrap_or(&[]), b.get(j..q).unwrap_or(&[]));
        if !x.is_empty() || !y.is_empty() {
            out.push(DiffStep { left: cover(left, x), right: cover(right, y), same: false });
        }
        let mut run = 0;
        while pairs.get(k + run) == Some(&(p + run, q + run)) {
            run += 1;
        }
        if run == 0 {
            break;
        }
        let (x, y) = (a.get(p..p + run).unwrap_or(&[]), b.get(q..q + run).unwrap_or(&[]));
        out.push(DiffStep { left: cover(left, x), right: cover(right, y), same: true });
        (i, j, k) = (p + run, q + run, k + run);
    }
    out
}
