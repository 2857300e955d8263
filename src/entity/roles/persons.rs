//! Roles of persons: the noun phrase with an office or calling that runs into the name ("British
//! trade envoy for Asia Thomas Hadley"), and the apposition behind it ("Jane Roe, the company's
//! chief executive,").

use super::words::{CALLINGS, MODIFIERS, OPENING, SMALL};
use crate::entity::words::PORTFOLIOS;
use crate::tag::features::{Case, Mode, View};
use crate::tag::words::Lists;
use crate::text::{Document, TokenKind};

/// Honorifics are no roles of their own.
fn honorific(lower: &str) -> bool {
    matches!(
        lower,
        "mr" | "mr."
            | "mrs"
            | "mrs."
            | "ms"
            | "ms."
            | "miss"
            | "dr"
            | "dr."
            | "sir"
            | "lord"
            | "lady"
            | "dato"
            | "datuk"
            | "tan"
            | "tun"
            | "sri"
            | "honorable"
            | "honourable"
            | "hon."
    )
}

fn office(doc: &Document, view: &View<'_>, i: usize) -> bool {
    let lower = doc.lower(i);
    !honorific(lower)
        && (view.at(i).known.lists.any(Lists::TITLE)
            || CALLINGS.contains(&lower)
            || lower.ends_with("-general")
            || lower.ends_with("-elect"))
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
        )
}

/// Whether a word stands within the title of an office: "[senior trade] envoy".
fn modifies(lower: &str) -> bool {
    MODIFIERS.contains(&lower) || PORTFOLIOS.contains(&lower)
}

/// Tokens of the role that ends at the name's first token.
pub(super) fn before(doc: &Document, view: &View<'_>, first: usize, name: usize) -> Option<(usize, usize)> {
    let mut end = name;
    while end > first && (honorific(doc.lower(end - 1)) || matches!(doc.form(end - 1), "Sister" | "Brother" | "Father" | "Mother")) {
        end -= 1;
    }
    // "the wife of Ann Roe": what is said is said of another.
    if end > first && (joins(doc.lower(end - 1)) || matches!(doc.lower(end - 1), "the" | "a" | "an")) {
        return None;
    }
    // "the government's lawyer, Ann Roe, said".
    if end == name && end > first + 1 && doc.form(end - 1) == "," {
        return owned(doc, view, first, end - 1, name);
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
        // "chief of staff", "member of parliament": the office with a common noun that completes it.
        if head.is_none() && a == end && case == Case::Lower && i >= first + 2 && doc.lower(i - 1) == "of" {
            let of = doc.lower(i - 2);
            if office(doc, view, i - 2) || matches!(of, "member" | "chief" | "head") {
                head = Some(i - 2);
                a = i - 2;
                continue;
            }
        }
        // "Secretary of Justice": the office stands before what it is of.
        if head == Some(i + 1) && i + 2 == end && view.case(i + 1).capital() && lower == "of" && i > first && office(doc, view, i - 1) {
            head = Some(i - 1);
            a = i - 1;
            continue;
        }
        // Where every word has capitals, they tell nothing.
        let shouted = case == Case::Upper && view.modes.get(doc.sentence_of(i)) == Some(&Mode::AllCapitals);
        let nation = || view.at(i).known.lists.any(Lists::DEMONYM.with(Lists::COUNTRY));
        let name_word = case.capital() && (!shouted || nation() || modifies(lower)) || lower == "'s";
        let joint = head.is_none() && matches!(lower, "for" | "of" | "to" | "the" | "on" | "at");
        // A modifier stands before the office; behind it only names may stand ("envoy for North Korea X").
        let modifier = head.is_some()
            && (case == Case::Lower && (modifies(lower) || lower.contains('-'))
                || lower == "and" && office(doc, view, i.saturating_sub(1)));
        if !(name_word || joint || modifier) {
            // "ousted leader", "junta spokesman": one word that begins the phrase.
            if head.is_some() && case == Case::Lower && opens(doc, view, first, i) {
                a = i;
            }
            break;
        }
        a = i;
    }
    head?;
    // It begins with a word, not with what joins.
    while a < end
        && (matches!(doc.lower(a), "for" | "of" | "to" | "the" | "on" | "at" | "and" | "'s" | "a" | "an")
            || view.case(a) == Case::Mark
            || a == first && OPENING.contains(&doc.lower(a)))
    {
        a += 1;
    }
    (a < end && head? >= a).then_some((a, end))
}

/// Words that join a noun phrase to another.
fn joins(lower: &str) -> bool {
    matches!(lower, "for" | "of" | "to" | "on" | "at" | "by" | "with" | "from" | "in")
}

/// Whether the lower-case word at `i` is the first of a noun phrase: something stands before it behind
/// which a phrase begins, and it is neither a small word nor a verb.
fn opens(doc: &Document, view: &View<'_>, first: usize, i: usize) -> bool {
    let word = doc.form(i);
    if word.len() < 4 || SMALL.contains(&word) || word.ends_with("ly") || !word.chars().all(char::is_alphabetic) {
        return false;
    }
    let Some(before) = i.checked_sub(1).filter(|&b| b >= first).map(|b| doc.lower(b)) else { return false };
    let verb = word.ends_with("ed") || word.ends_with("ing") || word.ends_with('s');
    matches!(
        before,
        "the" | "a" | "an" | "of" | "by" | "with" | "for" | "from" | "against" | "between" | "his" | "her" | "their" | "its" | "as" | "'s"
    ) || !verb && !view.case(i + 1).capital() && matches!(before, "and" | "," | "to" | "said" | "told" | "is" | "are" | "was" | "were")
}

/// "the government's lawyer" before the comma at `comma`, where the name at `name` is in apposition.
fn owned(doc: &Document, view: &View<'_>, first: usize, comma: usize, name: usize) -> Option<(usize, usize)> {
    let head = comma.checked_sub(1).filter(|&h| h > first && office(doc, view, h) && view.case(h) == Case::Lower)?;
    let mut a = head;
    while a > first && head - a < 6 {
        let i = a - 1;
        let lower = doc.lower(i);
        if matches!(lower, "his" | "her" | "their" | "its") {
            break;
        }
        if matches!(lower, "the" | "a" | "an") {
            // "the lawyer, Ann Roe": a bare office may begin a list.
            let own = (a..head).any(|k| doc.form(k) == "'s");
            return own.then_some((a, comma)).filter(|_| doc.form(name) != doc.lower(name));
        }
        let inside = lower == "'s" || view.case(i).capital() || modifies(lower) || doc.form(i + 1) == "'s";
        if !inside {
            break;
        }
        a = i;
    }
    let own = (a..head).any(|k| doc.form(k) == "'s") && doc.form(a) != "'s" && view.case(a).capital();
    let pronoun = a > first && matches!(doc.lower(a - 1), "his" | "her" | "their" | "its");
    (own || pronoun && a < comma).then_some((a, comma))
}

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
        // What follows on the noun as a clause is no part of the role: "president of the court decided",
        // "secretary nominated in May".
        let clause = matches!(lower, "should" | "could" | "may" | "might" | "can" | "did" | "does")
            || lower.len() > 4 && lower.ends_with("ed") && view.case(b) == Case::Lower && !lower.contains('-') && b > a && {
                let before = doc.lower(b - 1);
                head.is_some()
                    && before.chars().all(char::is_alphabetic)
                    && !joins(before)
                    && !before.ends_with("ly")
                    && !matches!(before, "the" | "a" | "an" | "and" | "or" | "'s" | "his" | "her" | "their" | "its" | "newly" | "most")
            };
        if clause {
            return head.map(|_| (a + usize::from(matches!(doc.lower(a), "the" | "a" | "an")), b)).filter(|r| r.0 < r.1);
        }
        if office(doc, view, b) || matches!(lower, "chief" | "head") {
            // "Ann Roe, junta spokesman Zaw Lin and": the next of a list with an office of its own.
            let listed = view.case(b + 1).capital() && !view.at(b + 1).known.lists.any(Lists::DEMONYM) && !office(doc, view, b + 1);
            if listed && !(a..b).any(|k| joins(doc.lower(k)) || doc.form(k) == "'s") {
                return None;
            }
            head.get_or_insert(b);
        }
        b += 1;
    }
    head?;
    while a < b && matches!(doc.lower(a), "the" | "a" | "an" | "his" | "her" | "their") {
        a += 1;
    }
    (a < b && b < last).then_some((a, b))
}
