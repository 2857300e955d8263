//! Roles of persons: the noun phrase with an office or calling that runs into the name ("US special
//! envoy for North Korea Stephen Biegun"), and the apposition behind it ("Jane Roe, the company's
//! chief executive,").

use crate::tag::features::{Case, View};
use crate::tag::words::Lists;
use crate::text::{Document, TokenKind};

/// Honorifics are no roles of their own.
fn honorific(lower: &str) -> bool {
    matches!(lower, "mr" | "mr." | "mrs" | "mrs." | "ms" | "ms." | "miss" | "dr" | "dr." | "sir" | "lord" | "lady")
}

fn office(doc: &Document, view: &View<'_>, i: usize) -> bool {
    let lower = doc.lower(i);
    !honorific(lower)
        && (view.at(i).known.lists.any(Lists::TITLE) || HEADS.contains(&lower) || lower.ends_with("-general") || lower.ends_with("-elect"))
        && !matches!(
            lower,
            "st" | "st."
                | "state"
                | "crown"
                | "head"
                | "chief"
                | "foreign"
                | "finance"
                | "defence"
                | "defense"
                | "interior"
                | "health"
                | "education"
                | "treasury"
                | "tan"
        )
}

/// Words of callings that the list of titles lacks.
const HEADS: &[&str] = &[
    "analyst",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "executive",
    "scientist",
    "boss",
    "star",
    "rival",
    "opponent",
    "predecessor",
    "successor",
    "colleague",
    "founder",
    "professor",
    "doctor",
    "veteran",
    "champion",
    "artist",
    "musician",
    "director",
    "actor",
    "rapper",
    "teacher",
    "farmer",
    "student",
    "resident",
    "suspect",
    "victim",
    "driver",
    "pilot",
    "soldier",
    "official",
    "negotiator",
    "diplomat",
    "historian",
    "critic",
    "campaigner",
    "strategist",
    "consultant",
    "chairman",
    "chief",
    "head",
    "leader",
    "secretary",
];

/// Tokens of the role that ends at the name's first token.
pub(super) fn before(doc: &Document, view: &View<'_>, first: usize, name: usize) -> Option<(usize, usize)> {
    let mut end = name;
    while end > first && honorific(doc.lower(end - 1)) {
        end -= 1;
    }
    let mut a = end;
    let mut head = None;
    while a > first && end - a < 14 {
        let i = a - 1;
        let lower = doc.lower(i);
        let case = view.case(i);
        if office(doc, view, i) {
            head.get_or_insert(i);
            a = i;
            continue;
        }
        let name_word = case.capital() || lower == "'s";
        let joint = head.is_none() && matches!(lower, "for" | "of" | "to" | "the" | "on" | "at");
        // A modifier stands before the office; behind it only names may stand ("envoy for North Korea X").
        let modifier = head.is_some()
            && (case == Case::Lower && (MODIFIERS.contains(&lower) || lower.contains('-'))
                || lower == "and" && office(doc, view, i.saturating_sub(1)));
        if !(name_word || joint || modifier) {
            break;
        }
        a = i;
    }
    head?;
    // It begins with a word, not with what joins.
    while a < end
        && (matches!(doc.lower(a), "for" | "of" | "to" | "the" | "on" | "at" | "and" | "'s" | "a" | "an") || view.case(a) == Case::Mark)
    {
        a += 1;
    }
    (a < end && head? >= a).then_some((a, end))
}

const MODIFIERS: &[&str] = &[
    "special",
    "former",
    "deputy",
    "vice",
    "prime",
    "foreign",
    "chief",
    "senior",
    "top",
    "acting",
    "interim",
    "ex",
    "lead",
    "leading",
    "presidential",
    "opposition",
    "national",
    "defence",
    "defense",
    "finance",
    "health",
    "interior",
    "justice",
    "education",
    "trade",
    "state",
    "police",
    "military",
    "army",
    "security",
    "general",
    "managing",
    "executive",
    "assistant",
    "permanent",
    "newly",
    "elected",
    "outgoing",
    "incoming",
    "nuclear",
    "human",
    "rights",
    "political",
    "economic",
    "party",
    "head",
    "co",
    "then",
    "late",
    "ruling",
    "young",
    "prominent",
    "veteran",
    "first",
    "main",
    "film",
    "football",
    "club",
    "team",
    "company",
    "bank",
    "government",
    "ministry",
    "district",
    "city",
    "county",
    "federal",
    "criminal",
    "defence",
    "climate",
    "environment",
    "energy",
    "campaign",
    "press",
    "news",
    "investigative",
    "associate",
    "law",
    "research",
    "medical",
    "religious",
    "rebel",
    "separatist",
    "militant",
    "guest",
    "star",
    "pop",
    "long-time",
];

/// Tokens of the apposition behind the name's last token.
pub(super) fn behind(doc: &Document, view: &View<'_>, name: usize, last: usize) -> Option<(usize, usize)> {
    if doc.form(name) != "," {
        return None;
    }
    let mut a = name + 1;
    if doc.tokens.get(a).is_some_and(|t| t.kind == TokenKind::Number) && doc.form(a + 1) == "," {
        a += 2;
    }
    if a >= last
        || view.case(a).capital()
            && !view.at(a).known.lists.any(Lists::DEMONYM.with(Lists::COUNTRY))
            && !office(doc, view, a)
            && doc.form(a + 1) != "'s"
    {
        // A capitalised beginning is the next name of a list unless something owns or heads it.
        let owns = (a..(a + 5).min(last)).any(|i| doc.form(i) == "'s");
        if a >= last || !owns {
            return None;
        }
    }
    if matches!(
        doc.lower(a),
        "who"
            | "which"
            | "whose"
            | "and"
            | "but"
            | "or"
            | "said"
            | "he"
            | "she"
            | "when"
            | "where"
            | "while"
            | "after"
            | "in"
            | "on"
            | "at"
            | "with"
    ) {
        return None;
    }
    let mut b = a;
    let mut head = None;
    while b < last && b - a < 16 {
        let lower = doc.lower(b);
        if matches!(doc.form(b), "," | ";" | "." | ":" | "(" | ")" | "\"" | "\u{2014}")
            || doc.tokens.get(b).is_some_and(|t| t.kind == TokenKind::Quote)
        {
            break;
        }
        if matches!(
            lower,
            "who" | "which" | "said" | "says" | "told" | "was" | "were" | "is" | "are" | "has" | "had" | "have" | "will" | "would"
        ) {
            return None;
        }
        if office(doc, view, b) || matches!(lower, "chief" | "head") {
            head.get_or_insert(b);
        }
        b += 1;
    }
    head?;
    while a < b && matches!(doc.lower(a), "the" | "a" | "an") {
        a += 1;
    }
    (a < b && b < last).then_some((a, b))
}
