//! Parts of speech in context, by rule: what each token of a document is, as coarse as attribution needs it.
//!
//! In: tokens and what their forms can be. Out: one [`Tag`] a token. The rules follow the surest signs
//! only (a determiner makes a noun, an auxiliary a verb, a pronoun before it a finite verb); where a
//! word can be noun or verb, what follows decides. No model; unknown words are nouns.

use super::lexis::{Tag, Word, form};
use crate::text::{Document, Side, TokenKind};

/// One tag for every token of `doc`. `words` holds what each form can be, `named` which tokens a name covers.
pub(super) fn read(doc: &Document, words: &[Word], named: &[bool]) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::with_capacity(doc.tokens.len());
    // The last tag that is no adverb or negation, since those stand between auxiliary and verb.
    let mut last = Tag::Stop;
    for (i, token) in doc.tokens.iter().enumerate() {
        if token.breaks > 0 && !matches!(last, Tag::Comma) && token.breaks > 1 {
            last = Tag::Stop;
        }
        let word = words.get(token.form.0 as usize).copied().unwrap_or_default();
        let tag = match token.kind {
            TokenKind::Quote => Tag::Quote,
            TokenKind::Number => Tag::Num,
            TokenKind::Link => Tag::Name,
            TokenKind::Mark => mark(doc, i),
            TokenKind::Word
                if named.get(i) == Some(&true)
                    && word.capital
                    && (word.closed.is_none()
                        || matches!(word.closed, Some(Tag::Modal | Tag::Adv | Tag::Num | Tag::Noun | Tag::Name))
                        || opens_name(doc, named, i)) =>
            {
                Tag::Name
            }
            TokenKind::Word => in_context(doc, words, i, word, last),
        };
        tags.push(tag);
        if tag == Tag::Time {
            // "The minister on Tuesday warned": a verb may follow.
            last = Tag::Name;
        } else if !matches!(tag, Tag::Adv | Tag::Not | Tag::Quote) {
            last = tag;
        }
    }
    for i in 2..tags.len() {
        if claims_behind_marks(doc, words, &tags, i)
            && let Some(tag) = tags.get_mut(i)
        {
            *tag = Tag::S;
        }
    }
    tags
}

/// "..., "and never paid," the letter claims.": a verb, though "the letter claims" may be a noun phrase.
fn claims_behind_marks(doc: &Document, words: &[Word], tags: &[Tag], i: usize) -> bool {
    let word = doc.tokens.get(i).and_then(|t| words.get(t.form.0 as usize)).copied().unwrap_or_default();
    let tag = |k: usize| tags.get(k).copied().unwrap_or(Tag::End);
    if tag(i) != Tag::Noun || word.verb & form::S == 0 || word.cue.is_none() || !matches!(tag(i + 1), Tag::Stop | Tag::End) {
        return false;
    }
    let phrase = |k: usize| matches!(tag(k), Tag::Noun | Tag::Name | Tag::Num | Tag::Det | Tag::Poss | Tag::Gen);
    let first = (i.saturating_sub(8)..i).rev().take_while(|&k| phrase(k)).last();
    first.is_some_and(|k| {
        let marked = k > 1 && doc.side(k - 1) == Side::Close && matches!(doc.form(k - 2), "," | "?" | "!");
        marked || k + 1 == i && tag(k) == Tag::Name && tag(k - 1) == Tag::Comma
    })
}

/// Whether a longer name begins at `i`: "Per Lunde", "An Nguyen" begin with words that are small elsewhere.
fn opens_name(doc: &Document, named: &[bool], i: usize) -> bool {
    let before = i.checked_sub(1).is_some_and(|j| named.get(j) == Some(&true));
    !before && named.get(i + 1) == Some(&true) && doc.lower(i) != "the"
}

fn mark(doc: &Document, i: usize) -> Tag {
    match doc.form(i) {
        "," => Tag::Comma,
        ";" => Tag::Semi,
        ":" => Tag::Colon,
        "\u{2014}" | "\u{2013}" => Tag::Dash,
        "-" if doc.tokens.get(i).is_some_and(|t| t.spaced) && doc.tokens.get(i + 1).is_none_or(|t| t.spaced) => Tag::Dash,
        "(" | "[" => Tag::Open,
        ")" | "]" => Tag::Close,
        "!" | "?" | "\u{2026}" | "\u{2022}" => Tag::Stop,
        "." if in_clock_time(doc, i) => Tag::Mark,
        f if f.starts_with('.') => Tag::Stop,
        "%" | "\u{20ac}" | "\u{a3}" | "$" => Tag::Num,
        _ => Tag::Mark,
    }
}

/// The stops of "3 p. m." set with a space, inside a sentence.
fn in_clock_time(doc: &Document, i: usize) -> bool {
    let half = |k: usize| matches!(doc.lower(k), "a" | "p");
    let first = i > 0 && half(i - 1) && doc.lower(i + 1) == "m";
    let second = i > 2 && doc.lower(i - 1) == "m" && doc.form(i - 2) == "." && half(i - 3);
    first || second && doc.tokens.get(i + 1).is_some() && !doc.is_sentence_initial(i + 1)
}

/// What the next token that is no adverb can begin.
fn next_word<'w>(doc: &Document, words: &'w [Word], i: usize) -> (Option<&'w Word>, Option<TokenKind>) {
    let mut j = i + 1;
    while j < i + 4 {
        let Some(token) = doc.tokens.get(j) else { return (None, None) };
        let word = words.get(token.form.0 as usize);
        if token.kind != TokenKind::Word || !word.is_some_and(|w| matches!(w.closed, Some(Tag::Adv | Tag::Not | Tag::Time))) {
            return (word, Some(token.kind));
        }
        j += 1;
    }
    (None, None)
}

fn in_context(doc: &Document, words: &[Word], i: usize, word: Word, last: Tag) -> Tag {
    let lower = doc.lower(i);
    if lower == "'s" {
        // "it's", "who's", "that's": a verb behind a pronoun, possession elsewhere.
        return if matches!(last, Tag::Pron | Tag::Rel | Tag::Wh | Tag::That) { Tag::Be } else { Tag::Gen };
    }
    let (next, next_kind) = next_word(doc, words, i);
    let next_closed = next.filter(|_| next_kind == Some(TokenKind::Word)).and_then(|w| w.closed);
    let inner_capital = word.capital && !matches!(last, Tag::Stop | Tag::Colon);
    if let Some(tag) = word.closed {
        return match tag {
            Tag::To if i > 0 && doc.lower(i - 1) == "according" => Tag::Prep,
            // "Will Smith", "May", "US": names that look like small words.
            Tag::Modal if word.capital && matches!(last, Tag::Stop | Tag::Prep | Tag::Comma) && next.is_some_and(|w| w.capital) => {
                Tag::Name
            }
            Tag::Object | Tag::Rel if matches!(doc.form(i), "US" | "WHO") => Tag::Name,
            Tag::Modal if lower == "may" && word.capital && last != Tag::Pron => Tag::Name,
            Tag::Name if !word.capital && lower == "may" => Tag::Modal,
            Tag::Name if !word.capital => Tag::Noun,
            Tag::Conj | Tag::Prep | Tag::Adv | Tag::Det if inner_capital && doc.form(i).chars().nth(1).is_some_and(char::is_uppercase) => {
                Tag::Name
            }
            // "her" before a noun is "her book"; else it is the object.
            Tag::Poss if lower == "her" && !matches!(next_closed, None | Some(Tag::Num | Tag::Det | Tag::Noun)) => Tag::Object,
            // "those", "some", "many", "all" on their own.
            Tag::Det if lower != "the" && lower != "a" && lower != "an" && lower != "no" && lower != "every" && alone(next, next_kind) => {
                Tag::Pron
            }
            Tag::That if matches!(last, Tag::Prep) => Tag::Det,
            Tag::Sub if matches!(lower, "after" | "before" | "since" | "until" | "as" | "than") && !clause_follows(doc, words, i) => {
                Tag::Prep
            }
            // "she once said"
            Tag::Sub
                if lower == "once"
                    && matches!(last, Tag::Pron | Tag::Name | Tag::Noun | Tag::Rel)
                    && next.is_some_and(|w| w.closed.is_none() && w.verb & (form::PAST | form::S) != 0) =>
            {
                Tag::Adv
            }
            tag => tag,
        };
    }
    let verb = word.verb;

    // "Rose says": a name that looks like a verb, before one.
    if word.capital
        && last == Tag::Stop
        && verb & (form::PAST | form::S) != 0
        && next_kind == Some(TokenKind::Word)
        && next.is_some_and(|w| w.cue.is_some() && !w.capital && w.verb & (form::PAST | form::S) != 0 && !w.noun)
    {
        return Tag::Name;
    }
    if inner_capital && verb & (form::PAST | form::PART | form::ING) == 0 {
        // Inside a sentence a capital makes a name, except in a headline where all words have one.
        return if verb & form::S != 0 && word.cue.is_some() && !word.noun && headline_verb(doc, i, last) { Tag::S } else { Tag::Name };
    }
    if inner_capital && !headline_verb(doc, i, last) {
        return Tag::Name;
    }
    if verb == 0 {
        return if word.capital { Tag::Name } else { Tag::Noun };
    }
    let object_follows = matches!(next_kind, Some(TokenKind::Quote | TokenKind::Number))
        || matches!(next_closed, Some(Tag::Det | Tag::Poss | Tag::Pron | Tag::PronAux | Tag::Object | Tag::That | Tag::Wh | Tag::Num))
        || next_kind == Some(TokenKind::Word) && next.is_some_and(|w| w.capital);
    match last {
        Tag::Modal | Tag::Do | Tag::PronAux if verb & form::BASE != 0 => Tag::Base,
        Tag::To if verb & form::BASE != 0 => {
            // "to" as a preposition: "to work", but "to claims of"; capital or plural nouns are not base forms.
            if word.noun && matches!(next_closed, Some(Tag::Be | Tag::Have | Tag::Modal)) { Tag::Noun } else { Tag::Base }
        }
        Tag::Be | Tag::Have if verb & form::PART != 0 => Tag::Part,
        Tag::Be | Tag::Have if verb & form::ING != 0 => Tag::Ing,
        Tag::PronAux if verb & form::PART != 0 => Tag::Part,
        Tag::PronAux if verb & form::ING != 0 => Tag::Ing,
        Tag::Be | Tag::Have => noun(word),
        Tag::Det | Tag::Poss | Tag::Gen => noun(word),
        Tag::Prep | Tag::Num => {
            if verb & form::ING != 0 && last == Tag::Prep {
                Tag::Ing
            } else if last == Tag::Num && next_kind == Some(TokenKind::Word) && next_closed.is_none() && next.is_some_and(|w| w.verb == 0) {
                // "435 declared seats"
                noun(word)
            } else if last == Tag::Num && verb & (form::PAST | form::BASE) != 0 && (!word.noun || verb & form::BASE == 0) && !word.capital {
                // "twelve reported by the port"
                if next_closed == Some(Tag::Prep) && doc.lower(i + 1) == "by" { Tag::Part } else { past_or_base(word) }
            } else {
                noun(word)
            }
        }
        Tag::Pron | Tag::Rel | Tag::Object | Tag::That if verb & form::PAST != 0 && last != Tag::Object => Tag::Past,
        Tag::Pron | Tag::Rel if verb & form::S != 0 => Tag::S,
        Tag::Pron | Tag::Rel if verb & form::BASE != 0 => Tag::Base,
        Tag::Noun
        | Tag::Name
        | Tag::Close
        | Tag::Object
        | Tag::Comma
        | Tag::Quote
        | Tag::Dash
        | Tag::Conj
        | Tag::Stop
        | Tag::That
        | Tag::Wh
        | Tag::Sub
        | Tag::Colon
        | Tag::Semi => {
            if verb & form::ING != 0 {
                return Tag::Ing;
            }
            if verb & form::PAST != 0 {
                return past_or_base(word);
            }
            if verb & form::PART != 0 {
                return Tag::Part;
            }
            // "the projects that are", "a light show that drew crowds": a noun with a relative clause.
            let relative = next_closed == Some(Tag::That)
                && doc.lower(i + 1) == "that"
                && next_word(doc, words, i + 1).0.is_some_and(|w| {
                    matches!(w.closed, Some(Tag::Be | Tag::Have | Tag::Do | Tag::Modal)) || w.verb & (form::PAST | form::S) != 0 && !w.noun
                });
            if relative && last == Tag::Noun && (word.noun || matches!(lower, "show" | "shows")) && verb & (form::S | form::BASE) != 0 {
                return noun(word);
            }
            let marked = i > 0 && doc.side(i - 1) == Side::Close && doc.tokens.get(i).is_some_and(|t| t.breaks == 0);
            let subject = marked || matches!(last, Tag::Noun | Tag::Name | Tag::Close | Tag::Comma | Tag::Dash | Tag::Conj);
            // "Court rules worship is legal"
            if lower == "rules" && matches!(doc.lower(i.wrapping_sub(1)), "court" | "judge" | "tribunal" | "panel" | "jury" | "commission")
            {
                return Tag::S;
            }
            if verb & form::S != 0 {
                let quotes = matches!(doc.form(i + 1), "," | ":") && doc.tokens.get(i + 2).is_some_and(|t| t.kind == TokenKind::Quote);
                if subject
                    && (!word.noun
                        || object_follows
                        || quotes
                        || matches!(next_closed, Some(Tag::To))
                            && !matches!(lower, "rules" | "shows" | "reports" | "calls" | "charges" | "comments"))
                {
                    return Tag::S;
                }
                return noun(word);
            }
            let lower_object = object_follows && (next_kind != Some(TokenKind::Word) || next_closed.is_some());
            // "voters "know better"": over the mark.
            let before = i.wrapping_sub(1 + usize::from(doc.tokens.get(i.wrapping_sub(1)).is_some_and(|t| t.kind == TokenKind::Quote)));
            let plural = doc
                .tokens
                .get(before)
                .and_then(|t| words.get(t.form.0 as usize))
                .is_some_and(|w| w.plural || w.nominal.is_none() && matches!(w.closed, Some(Tag::Pron | Tag::Adv)))
                || matches!(doc.lower(i.wrapping_sub(1)), "people" | "police" | "women" | "men" | "children" | "media" | "data" | "staff");
            // "a rule that critics claim weakened the law"
            let relative = (2..4).any(|k| i >= k && matches!(doc.lower(i - k), "that" | "which"));
            let verb_follows = matches!(next_closed, Some(Tag::Be | Tag::Have | Tag::Do | Tag::Modal))
                || next_kind == Some(TokenKind::Word) && next.is_some_and(|w| w.closed.is_none() && w.verb & form::PAST != 0 && !w.noun);
            if verb & form::BASE != 0 && plural && relative && verb_follows && word.cue.is_some() && last == Tag::Noun {
                return Tag::Base;
            }
            if verb & form::BASE != 0 && subject && !word.capital {
                if matches!(last, Tag::Noun | Tag::Name | Tag::Close)
                    && plural
                    && (!word.noun || lower_object || matches!(next_closed, Some(Tag::To | Tag::Prep)))
                {
                    return Tag::Base;
                }
                if matches!(last, Tag::Conj | Tag::Comma | Tag::Dash) && !word.noun {
                    return Tag::Base;
                }
                if !word.noun && object_follows {
                    return Tag::Base;
                }
            }
            noun(word)
        }
        // "figures released today show a": a verb behind a participle and its time.
        Tag::Part | Tag::Past
            if verb & form::BASE != 0
                && matches!(next_closed, Some(Tag::Det | Tag::Poss | Tag::That))
                && words
                    .get(doc.tokens.get(i.wrapping_sub(1)).map_or(usize::MAX, |t| t.form.0 as usize))
                    .is_some_and(|w| matches!(w.closed, Some(Tag::Adv | Tag::Time))) =>
        {
            Tag::Base
        }
        _ if verb & form::ING != 0 => Tag::Ing,
        // "confirmed uniformed officers": an adjective behind a verb.
        _ if verb & form::PAST != 0
            && last.verb()
            && doc.tokens.get(i.wrapping_sub(1)).is_none_or(|t| t.kind != TokenKind::Quote)
            && next_kind == Some(TokenKind::Word)
            && next.is_some_and(|w| w.closed.is_none()) =>
        {
            noun(word)
        }
        _ if verb & form::PAST != 0 => past_or_base(word),
        _ if verb & form::PART != 0 => Tag::Part,
        _ if verb & form::S != 0 && !word.noun => Tag::S,
        _ => noun(word),
    }
}

/// The past where the form can be one: "read" is both.
fn past_or_base(word: Word) -> Tag {
    if word.verb & form::PAST != 0 { Tag::Past } else { Tag::Base }
}

fn noun(word: Word) -> Tag {
    if word.capital { Tag::Name } else { Tag::Noun }
}

/// Whether the determiner before `next` stands alone: "some say", "all of them".
fn alone(next: Option<&Word>, kind: Option<TokenKind>) -> bool {
    match (next, kind) {
        (Some(w), Some(TokenKind::Word)) => match w.closed {
            Some(Tag::Noun | Tag::Num | Tag::Det | Tag::Name | Tag::Time) => false,
            Some(_) => true,
            None => !w.capital && !w.noun && w.verb & (form::BASE | form::S | form::PAST) != 0 && w.cue.is_some(),
        },
        (_, Some(TokenKind::Number)) => false,
        (_, Some(TokenKind::Quote)) => false,
        _ => true,
    }
}

/// Whether "after", "before", "since", "until", "as" opens a clause: a finite verb soon behind it.
fn clause_follows(doc: &Document, words: &[Word], i: usize) -> bool {
    for j in i + 1..i + 9 {
        let Some(token) = doc.tokens.get(j) else { return false };
        if token.kind == TokenKind::Mark && !matches!(doc.form(j), "'s" | "%" | "$") {
            return false;
        }
        let Some(w) = words.get(token.form.0 as usize) else { return false };
        match w.closed {
            Some(Tag::Be | Tag::Have | Tag::Do | Tag::Modal | Tag::PronAux) => return true,
            Some(Tag::That | Tag::Wh | Tag::Sub | Tag::To | Tag::Rel) => return false,
            Some(_) => {}
            None => {
                let past = w.verb & form::PAST != 0;
                let present = w.verb & form::S != 0 && !w.noun;
                if j > i + 1 && (past || present) && !w.capital {
                    return true;
                }
            }
        }
    }
    false
}

/// In a headline every word may have a capital; a verb there stands behind a name and before an object.
fn headline_verb(doc: &Document, i: usize, last: Tag) -> bool {
    let sentence = doc.sentence_of(i);
    let Some(s) = doc.sentences.get(sentence) else { return false };
    let range = s.tokens();
    if range.len() > 20 || !matches!(last, Tag::Name | Tag::Noun) {
        return false;
    }
    let (mut upper, mut lower) = (0, 0);
    for j in range {
        let form = doc.form(j);
        if form.chars().count() > 4 {
            if form.starts_with(char::is_uppercase) {
                upper += 1;
            } else if form.starts_with(char::is_lowercase) {
                lower += 1;
            }
        }
    }
    upper > 3 && lower == 0
}
