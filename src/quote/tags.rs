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
        "!" | "?" | "\u{2022}" => Tag::Stop,
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

/// A token with what stands around it.
struct Place<'w> {
    doc: &'w Document,
    words: &'w [Word],
    i: usize,
    lower: &'w str,
    word: Word,
    /// The tag of the last token that is no adverb.
    last: Tag,
    /// The next word that is no adverb, where one follows.
    next: Option<&'w Word>,
    next_kind: Option<TokenKind>,
    /// The closed class of the next word.
    next_closed: Option<Tag>,
}

fn in_context(doc: &Document, words: &[Word], i: usize, word: Word, last: Tag) -> Tag {
    let lower = doc.lower(i);
    if lower == "'s" {
        // "it's", "who's", "that's": a verb behind a pronoun, possession elsewhere.
        return if matches!(last, Tag::Pron | Tag::Rel | Tag::Wh | Tag::That) { Tag::Be } else { Tag::Gen };
    }
    let (next, next_kind) = next_word(doc, words, i);
    let next_closed = next.filter(|_| next_kind == Some(TokenKind::Word)).and_then(|w| w.closed);
    let place = Place { doc, words, i, lower, word, last, next, next_kind, next_closed };
    match word.closed {
        Some(tag) => place.closed(tag),
        None => place.named().unwrap_or_else(|| place.open()),
    }
}

impl Place<'_> {
    /// Whether the form shows one of the inflections `flags`.
    fn shows(&self, flags: u8) -> bool {
        self.word.verb & flags != 0
    }

    /// Whether the next token is a word that `holds`.
    fn next_is(&self, holds: impl Fn(&Word) -> bool) -> bool {
        self.next_kind == Some(TokenKind::Word) && self.next.is_some_and(holds)
    }

    /// Whether it has a capital that the beginning of a sentence does not explain.
    fn inner_capital(&self) -> bool {
        self.word.capital && !matches!(self.last, Tag::Stop | Tag::Colon)
    }

    /// What the word right before is.
    fn previous(&self) -> Option<&Word> {
        self.doc.tokens.get(self.i.wrapping_sub(1)).and_then(|t| self.words.get(t.form.0 as usize))
    }

    /// A word of a closed class, whose tag may still be another here.
    fn closed(&self, tag: Tag) -> Tag {
        let Place { doc, i, lower, word, last, next, .. } = *self;
        match tag {
            Tag::To if i > 0 && doc.lower(i - 1) == "according" => Tag::Prep,
            // "Will Smith", "May", "US": names that look like small words.
            Tag::Modal if word.capital && matches!(last, Tag::Stop | Tag::Prep | Tag::Comma) && next.is_some_and(|w| w.capital) => {
                Tag::Name
            }
            Tag::Object | Tag::Rel if matches!(doc.form(i), "US" | "WHO") => Tag::Name,
            Tag::Modal if lower == "may" && word.capital && last != Tag::Pron => Tag::Name,
            Tag::Name if !word.capital && lower == "may" => Tag::Modal,
            Tag::Name if !word.capital => Tag::Noun,
            Tag::Conj | Tag::Prep | Tag::Adv | Tag::Det
                if self.inner_capital() && doc.form(i).chars().nth(1).is_some_and(char::is_uppercase) =>
            {
                Tag::Name
            }
            // "her" before a noun is "her book"; else it is the object.
            Tag::Poss if lower == "her" && !matches!(self.next_closed, None | Some(Tag::Num | Tag::Det | Tag::Noun)) => Tag::Object,
            // "those", "some", "many", "all" on their own.
            Tag::Det if !matches!(lower, "the" | "a" | "an" | "no" | "every") && alone(next, self.next_kind) => Tag::Pron,
            Tag::That if matches!(last, Tag::Prep) => Tag::Det,
            Tag::Sub if matches!(lower, "after" | "before" | "since" | "until" | "as" | "than") && !clause_follows(doc, self.words, i) => {
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
        }
    }

    /// A name by its capital, or a noun for want of a verb.
    fn named(&self) -> Option<Tag> {
        let Place { doc, i, word, last, .. } = *self;
        // "Rose says": a name that looks like a verb, before one.
        let before_cue = || self.next_is(|w| w.cue.is_some() && !w.capital && w.verb & (form::PAST | form::S) != 0 && !w.noun);
        if word.capital && last == Tag::Stop && self.shows(form::PAST | form::S) && before_cue() {
            return Some(Tag::Name);
        }
        if self.inner_capital() {
            // Inside a sentence a capital makes a name, except in a headline where all words have one.
            let verb = headline_verb(doc, i, last);
            if !self.shows(form::PAST | form::PART | form::ING) {
                let says = self.shows(form::S) && word.cue.is_some() && !word.noun;
                return Some(if says && verb { Tag::S } else { Tag::Name });
            }
            if !verb {
                return Some(Tag::Name);
            }
        }
        (word.verb == 0).then(|| noun(word))
    }

    /// A form that can be a verb.
    fn open(&self) -> Tag {
        let Place { doc, i, word, last, .. } = *self;
        match last {
            Tag::Modal | Tag::Do | Tag::PronAux if self.shows(form::BASE) => Tag::Base,
            Tag::To if self.shows(form::BASE) => {
                // "to" as a preposition: "to work", but "to claims of"; capital or plural nouns are not base forms.
                if word.noun && matches!(self.next_closed, Some(Tag::Be | Tag::Have | Tag::Modal)) { Tag::Noun } else { Tag::Base }
            }
            Tag::Be | Tag::Have | Tag::PronAux if self.shows(form::PART) => Tag::Part,
            Tag::Be | Tag::Have | Tag::PronAux if self.shows(form::ING) => Tag::Ing,
            Tag::Be | Tag::Have | Tag::Det | Tag::Poss | Tag::Gen => noun(word),
            Tag::Prep if self.shows(form::ING) => Tag::Ing,
            Tag::Prep => noun(word),
            Tag::Num => self.after_number(),
            Tag::Pron | Tag::Rel | Tag::That if self.shows(form::PAST) => Tag::Past,
            Tag::Pron | Tag::Rel if self.shows(form::S) => Tag::S,
            Tag::Pron | Tag::Rel if self.shows(form::BASE) => Tag::Base,
            Tag::Noun | Tag::Name | Tag::Close | Tag::Object | Tag::Comma | Tag::Quote | Tag::Dash => self.after_phrase(),
            Tag::Conj | Tag::Stop | Tag::That | Tag::Wh | Tag::Sub | Tag::Colon | Tag::Semi => self.after_phrase(),
            // "figures released today show a": a verb behind a participle and its time.
            Tag::Part | Tag::Past
                if self.shows(form::BASE)
                    && matches!(self.next_closed, Some(Tag::Det | Tag::Poss | Tag::That))
                    && self.previous().is_some_and(|w| matches!(w.closed, Some(Tag::Adv | Tag::Time))) =>
            {
                Tag::Base
            }
            _ if self.shows(form::ING) => Tag::Ing,
            // "confirmed uniformed officers": an adjective behind a verb.
            _ if self.shows(form::PAST)
                && last.verb()
                && doc.tokens.get(i.wrapping_sub(1)).is_none_or(|t| t.kind != TokenKind::Quote)
                && self.next_is(|w| w.closed.is_none()) =>
            {
                noun(word)
            }
            _ if self.shows(form::PAST) => past_or_base(word),
            _ if self.shows(form::PART) => Tag::Part,
            _ if self.shows(form::S) && !word.noun => Tag::S,
            _ => noun(word),
        }
    }

    /// "435 declared seats", "twelve reported by the port".
    fn after_number(&self) -> Tag {
        let word = self.word;
        let adjective = self.next_is(|w| w.closed.is_none() && w.verb == 0);
        let past = self.shows(form::PAST | form::BASE) && (!word.noun || !self.shows(form::BASE)) && !word.capital;
        if adjective || !past {
            return noun(word);
        }
        if self.next_closed == Some(Tag::Prep) && self.doc.lower(self.i + 1) == "by" { Tag::Part } else { past_or_base(word) }
    }

    /// Behind a noun phrase or the beginning of a clause, where a verb may be finite.
    fn after_phrase(&self) -> Tag {
        let Place { doc, i, lower, word, last, .. } = *self;
        if self.shows(form::ING) {
            return Tag::Ing;
        }
        if self.shows(form::PAST) {
            return past_or_base(word);
        }
        if self.shows(form::PART) {
            return Tag::Part;
        }
        if last == Tag::Noun && (word.noun || matches!(lower, "show" | "shows")) && self.relative_follows() {
            return noun(word);
        }
        // "Court rules worship is legal"
        let judges = || matches!(doc.lower(i.wrapping_sub(1)), "court" | "judge" | "tribunal" | "panel" | "jury" | "commission");
        if lower == "rules" && judges() {
            return Tag::S;
        }
        let marked = i > 0 && doc.side(i - 1) == Side::Close && doc.tokens.get(i).is_some_and(|t| t.breaks == 0);
        let subject = marked || matches!(last, Tag::Noun | Tag::Name | Tag::Close | Tag::Comma | Tag::Dash | Tag::Conj);
        let finite = if self.shows(form::S) { subject && self.governs() } else { self.agrees(subject) };
        match finite {
            true if self.shows(form::S) => Tag::S,
            true => Tag::Base,
            false => noun(word),
        }
    }

    /// "the projects that are", "a light show that drew crowds": a noun with a relative clause.
    fn relative_follows(&self) -> bool {
        let finite = |w: &Word| {
            matches!(w.closed, Some(Tag::Be | Tag::Have | Tag::Do | Tag::Modal)) || w.verb & (form::PAST | form::S) != 0 && !w.noun
        };
        self.next_closed == Some(Tag::That)
            && self.doc.lower(self.i + 1) == "that"
            && next_word(self.doc, self.words, self.i + 1).0.is_some_and(finite)
    }

    /// Whether an object may follow.
    fn object_follows(&self) -> bool {
        matches!(self.next_kind, Some(TokenKind::Quote | TokenKind::Number))
            || matches!(
                self.next_closed,
                Some(Tag::Det | Tag::Poss | Tag::Pron | Tag::PronAux | Tag::Object | Tag::That | Tag::Wh | Tag::Num)
            )
            || self.next_is(|w| w.capital)
    }

    /// Whether a form in "-s" is a verb by what follows it.
    fn governs(&self) -> bool {
        let Place { doc, i, lower, .. } = *self;
        let quotes = matches!(doc.form(i + 1), "," | ":") && doc.tokens.get(i + 2).is_some_and(|t| t.kind == TokenKind::Quote);
        let noun = matches!(lower, "rules" | "shows" | "reports" | "calls" | "charges" | "comments");
        !self.word.noun || self.object_follows() || quotes || self.next_closed == Some(Tag::To) && !noun
    }

    /// Whether a base form is the verb of a plural before it.
    fn agrees(&self, subject: bool) -> bool {
        let Place { doc, i, word, last, .. } = *self;
        if !self.shows(form::BASE) {
            return false;
        }
        // "voters "know better"": over the mark.
        let before = i.wrapping_sub(1 + usize::from(doc.tokens.get(i.wrapping_sub(1)).is_some_and(|t| t.kind == TokenKind::Quote)));
        let many = |w: &Word| w.plural || w.nominal.is_none() && matches!(w.closed, Some(Tag::Pron | Tag::Adv));
        let plural = doc.tokens.get(before).and_then(|t| self.words.get(t.form.0 as usize)).is_some_and(many)
            || matches!(doc.lower(i.wrapping_sub(1)), "people" | "police" | "women" | "men" | "children" | "media" | "data" | "staff");
        // "a rule that critics claim weakened the law"
        let relative = || (2..4).any(|k| i >= k && matches!(doc.lower(i - k), "that" | "which"));
        let verb_follows = || {
            matches!(self.next_closed, Some(Tag::Be | Tag::Have | Tag::Do | Tag::Modal))
                || self.next_is(|w| w.closed.is_none() && w.verb & form::PAST != 0 && !w.noun)
        };
        if plural && last == Tag::Noun && word.cue.is_some() && relative() && verb_follows() {
            return true;
        }
        if !subject || word.capital {
            return false;
        }
        let object = self.object_follows();
        let small_object = object && (self.next_kind != Some(TokenKind::Word) || self.next_closed.is_some());
        matches!(last, Tag::Noun | Tag::Name | Tag::Close)
            && plural
            && (!word.noun || small_object || matches!(self.next_closed, Some(Tag::To | Tag::Prep)))
            || !word.noun && (matches!(last, Tag::Conj | Tag::Comma | Tag::Dash) || object)
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
