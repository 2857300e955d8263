//! The statements of one report with the words by which they are compared.

use crate::compare::Side;
use crate::compare::entities::{Entities, fold};
use crate::compare::view::View;
use crate::compare::words::{NONE, Stems};
use crate::order::Arrange;
use crate::quote::{Source, SourceClass, Statement, StatementKind};
use crate::text::{Span, TokenKind};
use std::cell::OnceCell;

/// One word in quotation marks.
pub(super) struct Word {
    pub(super) token: usize,
    pub(super) print: u64,
    /// Whether a new stretch of quotation begins here.
    pub(super) begins: bool,
    /// Its letters without what only spelling adds.
    plain: String,
}

/// One statement with its words.
pub(crate) struct Said {
    /// Token and print of every word.
    pub(crate) words: Vec<(usize, u64)>,
    /// The words in quotation marks.
    pub(super) quoted: Vec<Word>,
    /// Distinct content stems, ascending, and their weight.
    pub(crate) content: Vec<u32>,
    pub(crate) weight: u32,
    /// Those of them that are part of no name, and where they stand.
    pub(super) matter: Vec<u32>,
    pub(super) matter_at: Vec<(usize, u32)>,
    /// Beginnings of names and whole numbers in it: "Korea" and "Korean" are one.
    pub(super) names: Vec<String>,
    /// Link of the source's entity.
    pub(crate) entity: Option<u32>,
    /// Links of the bodies and countries for which the source speaks, as its roles tell, and its own.
    pub(super) parties: Vec<u32>,
    /// Folded name of the source, and prints of its telling words, made when first asked for.
    name: String,
    name_words: OnceCell<Vec<u64>>,
    class: Option<SourceClass>,
    /// Whether it is a question.
    pub(super) asks: bool,
    /// Whether the reading of the source is sure enough to hold it against another.
    sure: bool,
}

/// Letters by which names are held to be one.
const NAME: usize = 5;

/// How sure, in percent, a statement must be read for its source to speak against another's.
const SURE: u8 = 60;

impl Said {
    /// Prints of the telling words of the source's name, each once.
    fn name_words(&self) -> &[u64] {
        self.name_words.get_or_init(|| {
            let telling = |w: &&str| w.len() > 2 && crate::compare::words::weight(&crate::figure::stem(w)) > 0;
            let mut words: Vec<u64> =
                self.name.split(|c: char| !c.is_alphanumeric()).filter(telling).map(crate::compare::words::print).collect();
            words.arrange();
            words.dedup();
            words
        })
    }
}

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
            if doc.form(i).starts_with("..") {
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
pub(super) fn spelled_alike(a: &[Word], b: &[Word]) -> bool {
    let joined = |words: &[Word]| words.iter().map(|w| w.plain.as_str()).collect::<String>();
    !a.is_empty() && !b.is_empty() && joined(a) == joined(b)
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
