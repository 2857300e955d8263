//! Numbers, their units, and what they count.
//!
//! In: a [`Document`], its [`Names`] and dates. Out: [`Figure`]s in text order.
//!
//! A figure is an amount: a count, share, sum, measure, age or rank. Numbers that only name
//! something are none: parts of names and dates, years, times of day, scores ("3-1"), telephone and
//! house numbers, "Flight 370". A number inside a length of time ("14 minutes") is a measure.
//! "first" is no rank here: it mostly says "before others".
//!
//! It cannot see what a number counts where the noun does not follow it ("the dead numbered 36"),
//! and takes a figure inside a quotation for one of the report's own.

mod counted;
mod number;
mod stem;
mod unit;
mod words;

pub use stem::stem;
pub(crate) use words::singular;

use crate::calendar::MONTHS;
use crate::date::{TimeExpression, TimexType};
use crate::entity::{Kind, MentionForm, Names};
use crate::text::{Document, Span, TokenKind, each_span};
use counted::{Counted, counted, governor};
use number::{Number, number};
use serde::{Deserialize, Serialize};
use words::{is_function, is_plural};

/// What a figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum FigureKind {
    /// A number of things or people.
    Count,
    /// A share, in percent.
    Percent,
    /// A sum of money.
    Money,
    /// A physical measure or a length of time.
    Measure,
    /// A rank ("third").
    Rank,
    /// An age.
    Age,
}

/// How exactly a figure is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Exactness {
    /// As a plain number.
    Exact,
    /// "about", "some", "nearly"; "dozens", whose ends are `low` and `high`.
    About,
    /// "at least", "more than".
    AtLeast,
    /// "up to", "fewer than".
    AtMost,
    /// "between 20 and 30".
    Range,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Figure {
    /// The number with its unit and its "at least", without what it counts.
    pub span: Span,
    /// What it measures.
    pub kind: FigureKind,
    /// Its value; the lower end of a range.
    pub low: f64,
    /// Its value; the upper end of a range.
    pub high: f64,
    /// How exactly it is given.
    pub exactness: Exactness,
    /// ISO 4217 currency, unit of measure, "%", or empty.
    pub unit: String,
    /// The noun phrase that it counts, "older houses in Lower Rossby".
    pub counted: Option<Span>,
    /// Head noun of what it counts in its dictionary form, "troop".
    pub noun: String,
    /// What is said of what it counts, as a stem: "kill" for "36 dead", "killing 36", "36 people
    /// died"; "carri" for "carrying 312 passengers". Empty where nothing is.
    pub state: String,
    /// Number of the entity that it belongs to, where the text tells.
    pub entity: Option<u32>,
}

each_span!(Figure: span, counted);

/// Finds figures.
#[must_use]
pub fn read(doc: &Document, names: &Names, dates: &[TimeExpression]) -> Vec<Figure> {
    let reader = Reader { doc, names, blocked: blocked(doc, names, dates) };
    let mut figures = Vec::new();
    for sentence in &doc.sentences {
        let tokens = sentence.tokens();
        let mut i = tokens.start;
        let mut floor = tokens.start;
        while i < tokens.end {
            match reader.figure(i, floor, tokens.start, tokens.end) {
                Some((figure, last)) => {
                    figures.push(figure);
                    i = last.max(i + 1);
                    floor = i;
                }
                None => i += 1,
            }
        }
    }
    figures
}

/// Tokens that belong to a name or to a date that is no length of time.
fn blocked(doc: &Document, names: &Names, dates: &[TimeExpression]) -> Vec<bool> {
    let mut blocked = vec![false; doc.tokens.len()];
    let named = names.mentions.iter().filter(|m| matches!(m.form, MentionForm::Name | MentionForm::Demonym)).map(|m| m.span);
    let dated = dates.iter().filter(|d| d.timex != TimexType::Duration).map(|d| d.span);
    for span in named.chain(dated) {
        for token in doc.tokens_in(span) {
            if let Some(b) = blocked.get_mut(token) {
                *b = true;
            }
        }
    }
    blocked
}

struct Reader<'a> {
    doc: &'a Document,
    names: &'a Names,
    blocked: Vec<bool>,
}

/// The number with what stands around it, before it is known what it counts.
struct Amount {
    first: usize,
    last: usize,
    low: f64,
    high: f64,
    kind: FigureKind,
    unit: String,
    exactness: Exactness,
    /// A noun joined by a hyphen: "bed" in "24-bed".
    compound: Option<String>,
}

impl Reader<'_> {
    fn free(&self, i: usize) -> bool {
        self.blocked.get(i).is_some_and(|b| !b)
    }

    fn mark(&self, i: usize) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Mark)
    }

    fn glued(&self, i: usize) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| !t.spaced)
    }

    /// The figure whose number begins at token `i`, and the token past it. `floor` is the end of the
    /// figure before.
    fn figure(&self, i: usize, floor: usize, begin: usize, limit: usize) -> Option<(Figure, usize)> {
        if !self.free(i) {
            return None;
        }
        let mut amount = self.money(i).or_else(|| self.joined_money(i)).or_else(|| self.amount(i, begin, limit))?;
        self.widen(&mut amount, floor, limit);
        let counted = self.counts(&amount, limit);
        if !self.keeps(&amount, &counted) {
            return None;
        }
        let doc = self.doc;
        let phrase = (counted.first < counted.last).then(|| doc.span(counted.first..counted.last));
        let span = doc.span(amount.first..amount.last);
        let figure = Figure {
            span,
            kind: amount.kind,
            low: amount.low,
            high: amount.high,
            exactness: amount.exactness,
            unit: amount.unit,
            entity: self.owner(amount.kind, span, phrase, amount.first),
            counted: phrase,
            noun: counted.noun,
            state: counted.state,
        };
        Some((figure, amount.last))
    }

    /// "$8.6m", "US$5", "Rs 500".
    fn money(&self, i: usize) -> Option<Amount> {
        let doc = self.doc;
        let word = doc.lower(i);
        let mut first = i;
        let currency = if self.mark(i) {
            let mut currency = unit::find(unit::SYMBOLS, doc.form(i))?;
            if currency == "USD"
                && self.glued(i)
                && let Some(before) = i.checked_sub(1)
                && let Some(dollar) = unit::find(unit::DOLLARS, doc.lower(before).trim_end_matches('.'))
            {
                first = before;
                currency = dollar;
            }
            currency
        } else {
            unit::find(unit::CODES, word)?
        };
        let n = number(doc, i + 1).filter(|n| n.digits && !n.ordinal)?;
        let amount = Amount {
            first,
            last: n.last,
            low: n.low,
            high: n.high,
            kind: FigureKind::Money,
            unit: currency.to_owned(),
            exactness: if n.low < n.high { Exactness::Range } else { Exactness::Exact },
            compound: None,
        };
        Some(amount)
    }

    /// "euro110 billion", "RM177mil": the currency joined to the number.
    fn joined_money(&self, i: usize) -> Option<Amount> {
        let (code, rest) = self.doc.lower(i).split_at_checked(self.doc.lower(i).find(|c: char| c.is_ascii_digit())?)?;
        let currency = unit::find(unit::CODES, code)?;
        let (value, tail) = number::digits(rest)?;
        let after = number::scale(self.doc.lower(i + 1)).filter(|_| tail.is_empty());
        let unit = if tail.is_empty() { after.unwrap_or(1.0) } else { number::glued_scale(tail)? };
        Some(Amount {
            first: i,
            last: i + 1 + usize::from(after.is_some()),
            low: value * unit,
            high: value * unit,
            kind: FigureKind::Money,
            unit: currency.to_owned(),
            exactness: Exactness::Exact,
            compound: None,
        })
    }

    fn amount(&self, i: usize, begin: usize, limit: usize) -> Option<Amount> {
        let n = number(self.doc, i)?;
        if self.names_something(&n, begin) {
            return None;
        }
        let exactness = match () {
            () if n.vague || n.share => Exactness::About,
            () if n.low < n.high => Exactness::Range,
            () => Exactness::Exact,
        };
        let mut amount = Amount {
            first: n.first,
            last: n.last,
            low: n.low,
            high: n.high,
            kind: if n.ordinal { FigureKind::Rank } else { FigureKind::Count },
            unit: String::new(),
            exactness,
            compound: None,
        };
        if n.share {
            amount.kind = FigureKind::Percent;
            "%".clone_into(&mut amount.unit);
            return Some(amount);
        }
        if n.ordinal {
            let next = self.doc.tokens.get(n.last)?;
            // Parts of a game are no ranks.
            let part = matches!(self.doc.lower(n.last), "half" | "quarter" | "period" | "inning" | "down");
            let noun = next.kind == TokenKind::Word && !is_function(self.doc.lower(n.last)) && n.last < limit && self.free(n.last) && !part;
            return noun.then_some(amount);
        }
        self.joined(&n, &mut amount)?;
        if amount.kind == FigureKind::Count && amount.compound.is_none() {
            self.unit(&mut amount, &n);
            self.age(&mut amount, &n, begin);
        }
        Some(amount)
    }

    /// What is joined to the number: "71-year-old", "5km", "24-bed".
    fn joined(&self, n: &Number, amount: &mut Amount) -> Option<()> {
        if n.metres && !unit::IN_MILLIONS.contains(&self.doc.lower(n.last)) {
            amount.low /= 1e6;
            amount.high /= 1e6;
            amount.kind = FigureKind::Measure;
            "m".clone_into(&mut amount.unit);
        }
        let tail = n.tail.as_str();
        let word = tail.trim_start_matches('-');
        if word.is_empty() {
            return Some(());
        }
        if word == "%" {
            amount.kind = FigureKind::Percent;
            "%".clone_into(&mut amount.unit);
        } else if word == "year-old" || word == "year-olds" {
            amount.kind = FigureKind::Age;
            "year".clone_into(&mut amount.unit);
        } else if let Some(measure) = unit::measure(word.split('-').next().unwrap_or(word)) {
            amount.kind = FigureKind::Measure;
            measure.clone_into(&mut amount.unit);
        } else if word == "percent" || word == "per-cent" {
            amount.kind = FigureKind::Percent;
            "%".clone_into(&mut amount.unit);
        } else if let Some(currency) = unit::find(unit::CURRENCIES, word) {
            amount.kind = FigureKind::Money;
            currency.clone_into(&mut amount.unit);
        } else if tail.starts_with('-')
            && word.len() > 2
            && word.chars().all(char::is_alphabetic)
            && n.low > 1.0
            && !matches!(word, "all" | "fold" | "way" | "day" | "star" | "part" | "time" | "thirds")
        {
            amount.compound = Some(singular(word));
        } else {
            return None;
        }
        Some(())
    }

    /// "per cent", "million dollars", "square kilometres", "years old".
    fn unit(&self, amount: &mut Amount, n: &Number) {
        let doc = self.doc;
        let at = amount.last;
        let word = doc.lower(at);
        let set = |amount: &mut Amount, kind: FigureKind, unit: &str, last: usize| {
            amount.kind = kind;
            unit.clone_into(&mut amount.unit);
            amount.last = last;
        };
        if word == "%" || word == "percent" || word == "pct" {
            return set(amount, FigureKind::Percent, "%", at + 1);
        }
        if word == "per" && doc.lower(at + 1) == "cent" {
            return set(amount, FigureKind::Percent, "%", at + 2);
        }
        if word == "percentage" && doc.lower(at + 1).starts_with("point") {
            return set(amount, FigureKind::Percent, "point", at + 2);
        }
        for skip in 0..=2 {
            let Some(mut currency) = unit::find(unit::CURRENCIES, doc.lower(at + skip)) else { continue };
            // "won" is a verb, "pounds" are a weight, unless the sum is large.
            let large = n.scaled || n.low >= 1000.0;
            if matches!(currency, "KRW" | "GBP") && !large {
                if doc.lower(at) == "pounds" {
                    set(amount, FigureKind::Measure, "lb", at + 1);
                }
                return;
            }
            if skip > 0 {
                let Some(row) = unit::NATIONAL.iter().find(|r| r.0 == doc.lower(at + skip - 1) && (r.1 == currency || currency == "USD"))
                else {
                    return;
                };
                currency = row.2;
            }
            return set(amount, FigureKind::Money, currency, at + skip + 1);
        }
        let power = unit::POWERS.contains(&word);
        let unit_at = if power { at + 1 } else { at };
        let before = |back: usize| n.first.checked_sub(back).map_or("", |b| doc.lower(b));
        if n.digits && (before(1) == "magnitude" || before(1) == "of" && before(2) == "magnitude") && n.low < 10.0 {
            return set(amount, FigureKind::Measure, "magnitude", at);
        }
        let Some(measure) = unit::measure(doc.lower(unit_at)) else { return };
        let plural = doc.lower(unit_at).ends_with('s');
        if measure == "second" && !plural {
            return;
        }
        if measure == "year" && doc.lower(unit_at + 1) == "old" {
            return set(amount, FigureKind::Age, "year", unit_at + 2);
        }
        if measure == "magnitude" && !n.digits {
            return;
        }
        let named = if power { format!("{} {measure}", if word == "sq" { "square" } else { word }) } else { measure.to_owned() };
        set(amount, FigureKind::Measure, &named, unit_at + 1);
    }

    /// "Ingrid Solheim, 46, a teacher"; "aged 46".
    fn age(&self, amount: &mut Amount, n: &Number, begin: usize) {
        if amount.kind != FigureKind::Count || n.scaled || n.low != n.high || n.low.fract() != 0.0 || !(1.0..=115.0).contains(&n.low) {
            return;
        }
        let doc = self.doc;
        let Some(before) = n.first.checked_sub(1).filter(|&b| b >= begin) else { return };
        let aged = matches!(doc.lower(before), "aged" | "age")
            || (doc.lower(before) == "of" && before.checked_sub(1).is_some_and(|b| doc.lower(b) == "age"));
        let named = doc.form(before) == ","
            && n.digits
            && before.checked_sub(1).is_some_and(|b| {
                b >= begin && doc.tokens.get(b).is_some_and(|t| t.kind == TokenKind::Word) && doc.form(b).starts_with(char::is_uppercase)
            })
            && (matches!(doc.form(n.last), "," | "." | ")" | ";" | "and") || n.last >= doc.tokens.len());
        let bracketed = doc.form(before) == "("
            && doc.form(n.last) == ")"
            && n.digits
            && n.low >= 10.0
            && before.checked_sub(1).is_some_and(|b| doc.form(b).starts_with(char::is_uppercase));
        if aged || named || bracketed {
            amount.kind = FigureKind::Age;
            "year".clone_into(&mut amount.unit);
        }
    }

    /// Whether a number is part of a name or code and no amount.
    fn names_something(&self, n: &Number, begin: usize) -> bool {
        let doc = self.doc;
        let (word, next) = (doc.lower(n.first), doc.lower(n.last));
        let before = n.first.checked_sub(1).filter(|&b| b >= begin);
        let previous = before.map_or("", |b| doc.lower(b));
        let capital = |i: usize| doc.form(i).starts_with(char::is_uppercase);
        if word == "one" && n.last == n.first + 1 {
            let noun = doc.tokens.get(n.last).is_some_and(|t| t.kind == TokenKind::Word && t.spaced) && !is_function(next);
            return !noun || unit::BEFORE_ONE.contains(&previous) || unit::BEHIND_ONE.contains(&next);
        }
        if word.starts_with("one-") || is_code(n, word, next) {
            return true;
        }
        if !n.digits {
            return unit::NUMBERED.contains(&previous) && before.is_some_and(capital);
        }
        if self.in_a_row(n, begin) {
            return true;
        }
        if n.scaled || n.low.fract() != 0.0 || next == "%" || doc.form(n.first).contains(',') {
            return false;
        }
        let counts = is_plural(next) || measured(next);
        // "Article 5", "Studio 54", "12 Main Street".
        let label = unit::NUMBERED.contains(&previous) && !is_plural(next);
        let word_before = |b: usize| b > begin && capital(b) && doc.tokens.get(b).is_some_and(|t| t.kind == TokenKind::Word);
        let named = before.is_some_and(word_before) && !counts && n.tail.is_empty();
        let address = || capital(n.last) && (n.last..n.last + 4).take_while(|&i| capital(i)).any(|i| unit::STREETS.contains(&doc.lower(i)));
        if label || named || address() {
            return true;
        }
        // A year: "2019", "the 2016 elections".
        if n.tail.is_empty() && doc.form(n.first).len() == 4 && (1500.0..=2100.0).contains(&n.low) && !measured(next) {
            let hedged = matches!(previous, "least" | "about" | "than" | "some" | "nearly" | "around" | "over");
            return !(hedged || is_plural(next) && n.low % 100.0 == 0.0);
        }
        // "3-5" is a score or a record unless something is counted.
        n.low < n.high && !(counts || n.tail == "%" || next == "per")
    }

    /// Whether digits stand beside others, behind a mark for numbers, in a date, or number the lines of a list.
    fn in_a_row(&self, n: &Number, begin: usize) -> bool {
        let doc = self.doc;
        let number = |i: usize| doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
        let before = n.first.checked_sub(1).filter(|&b| b >= begin);
        let (previous, next) = (before.map_or("", |b| doc.lower(b)), doc.lower(n.last));
        let day = n.tail.is_empty() && n.low <= 31.0 && (MONTHS.contains(&previous) || MONTHS.contains(&next));
        day || number(n.last)
            || before.is_some_and(number)
            || matches!(previous, "#" | "+" | "@" | "/" | "[" | "\u{2116}")
            || matches!(next, "/" | ":" | "]") && self.glued(n.last)
            || n.first == begin && matches!(next, "." | ")")
    }

    /// Takes in ranges and the words that say how exact the amount is.
    fn widen(&self, amount: &mut Amount, floor: usize, limit: usize) {
        let doc = self.doc;
        let word = |back: usize| amount.first.checked_sub(back).filter(|&b| b >= floor).map_or("", |b| doc.lower(b));
        let between = word(1) == "between";
        let from = word(1) == "from";
        let join = doc.lower(amount.last);
        let joins = match join {
            "and" => between,
            "to" | "\u{2013}" => !from,
            "or" => true,
            _ => false,
        };
        if joins
            && amount.last + 1 < limit
            && amount.exactness == Exactness::Exact
            && matches!(amount.kind, FigureKind::Count | FigureKind::Money | FigureKind::Percent | FigureKind::Measure)
            && let Some(other) = self.money(amount.last + 1).or_else(|| self.amount(amount.last + 1, 0, limit))
            && other.low == other.high
        {
            // "2 to 3 million", "two to three dozen": the scale holds for both.
            let scale: f64 = (other.first..other.last).filter_map(|i| number::scale(doc.lower(i))).product();
            let shared = amount.low < 1000.0 && amount.low * scale < other.high;
            let low = if shared { amount.low * scale } else { amount.low };
            let one_unit = amount.unit == other.unit || amount.unit.is_empty();
            let step = join != "or" || other.high <= low + scale.max(1.0);
            if one_unit && step && low < other.high && other.exactness == Exactness::Exact {
                amount.low = low;
                amount.high = other.high;
                amount.kind = other.kind;
                amount.unit = other.unit;
                amount.last = other.last;
                amount.exactness = Exactness::Range;
                if between {
                    amount.first -= 1;
                }
            }
        }
        for _ in 0..2 {
            let Some((words, exactness)) = self.hedge(amount, floor) else { break };
            amount.first -= words;
            if amount.exactness == Exactness::Exact
                || (amount.exactness == Exactness::About && exactness != Exactness::Exact && amount.low == amount.high)
            {
                amount.exactness = exactness;
            }
        }
        let after = unit::AFTER.iter().find(|row| row.0.split(' ').enumerate().all(|(k, w)| doc.lower(amount.last + k) == w));
        if let Some(row) = after.filter(|_| amount.kind != FigureKind::Rank && amount.last + 1 < limit) {
            amount.last += 2;
            if amount.exactness == Exactness::Exact {
                amount.exactness = row.1;
            }
        }
    }

    /// The longest phrase of the table that ends before the amount.
    fn hedge(&self, amount: &Amount, floor: usize) -> Option<(usize, Exactness)> {
        let doc = self.doc;
        unit::BEFORE
            .iter()
            .filter_map(|(phrase, exactness)| {
                let count = phrase.split(' ').count();
                let start = amount.first.checked_sub(count).filter(|&s| s >= floor)?;
                // "handed over six prisoners" are six.
                if *phrase == "over" && start.checked_sub(1).is_some_and(|b| unit::PARTICLED.contains(&doc.lower(b))) {
                    return None;
                }
                // "a loan over three years" runs for three.
                if *phrase == "over"
                    && amount.kind == FigureKind::Measure
                    && start.checked_sub(1).is_some_and(|b| unit::TERMS.contains(&doc.lower(b)))
                {
                    return None;
                }
                let all = phrase.split(' ').enumerate().all(|(k, w)| doc.lower(start + k) == w);
                all.then_some((count, *exactness))
            })
            .max_by_key(|m| m.0)
    }

    fn counts(&self, amount: &Amount, limit: usize) -> Counted {
        let doc = self.doc;
        match amount.kind {
            // "a 52-year-old driver was arrested": whose age, and what is said of that person.
            FigureKind::Age => {
                let of = counted(doc, amount.first, amount.last, true, limit);
                let noun = self.apposed(amount.first).filter(|_| !of.noun.is_empty()).unwrap_or(of.noun);
                Counted { noun, state: of.state, ..Counted::default() }
            }
            FigureKind::Count if amount.compound.is_some() => {
                Counted { noun: amount.compound.clone().unwrap_or_default(), state: String::new(), ..Counted::default() }
            }
            FigureKind::Count => counted(doc, amount.first, amount.last, amount.low == 1.0 && amount.high == 1.0, limit),
            FigureKind::Rank => counted(doc, amount.first, amount.last, true, limit),
            FigureKind::Percent | FigureKind::Money | FigureKind::Measure => {
                let mut found = Counted { state: governor(doc, amount.first), ..Counted::default() };
                let shared = amount.unit == "%" && is_plural(doc.lower(amount.last));
                if shared || doc.lower(amount.last) == "of" || doc.lower(amount.last) == "in" && amount.kind == FigureKind::Money {
                    let at = if doc.lower(amount.last) == "in" { amount.last + 1 } else { amount.last };
                    let of = counted(doc, amount.first, at, false, limit);
                    found = Counted { state: if found.state.is_empty() { of.state.clone() } else { found.state }, ..of };
                }
                found
            }
        }
    }

    /// Who is of that age by an apposition: "driver" for "the driver, a 52-year-old man".
    fn apposed(&self, first: usize) -> Option<String> {
        let doc = self.doc;
        let word = |back: usize| first.checked_sub(back).map_or("", |b| doc.lower(b));
        let noun = first
            .checked_sub(3)
            .filter(|&b| doc.tokens.get(b).is_some_and(|t| t.kind == TokenKind::Word) && !doc.form(b).starts_with(char::is_uppercase))?;
        (matches!(word(1), "a" | "an") && word(2) == "," && !is_function(doc.lower(noun))).then(|| singular(doc.lower(noun)))
    }

    /// Whether the amount is worth keeping once it is known what it counts.
    fn keeps(&self, amount: &Amount, counted: &Counted) -> bool {
        match amount.kind {
            FigureKind::Count => {
                amount.compound.is_some()
                    || !counted.noun.is_empty()
                    || !counted.state.is_empty()
                    || amount.exactness != Exactness::Exact
                    || amount.high >= 100.0
            }
            FigureKind::Rank => !counted.noun.is_empty(),
            _ => true,
        }
    }

    /// The entity that the figure belongs to: the person of an age, a name in the counted phrase, or
    /// a possessor right before the number.
    fn owner(&self, kind: FigureKind, span: Span, phrase: Option<Span>, first: usize) -> Option<u32> {
        let mentions = &self.names.mentions;
        let before = mentions.partition_point(|m| m.span.start < span.start);
        let previous = before.checked_sub(1).and_then(|b| mentions.get(b));
        if kind == FigureKind::Age {
            let between = |start: u32, end: u32| self.doc.tokens_in(Span { start, end });
            // "Ingrid Solheim, 46".
            let behind = previous.filter(|m| {
                let gap = between(m.span.end, span.start);
                gap.len() <= 1 && gap.clone().all(|i| matches!(self.doc.form(i), "," | "("))
            });
            // "the 46-year-old teacher Ingrid Solheim".
            let ahead = mentions.get(before).filter(|m| {
                let gap = between(span.end, m.span.start);
                m.kind == Kind::Person
                    && m.form == MentionForm::Name
                    && gap.len() <= 3
                    && gap
                        .clone()
                        .all(|i| self.doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word) && !is_function(self.doc.lower(i)))
            });
            return behind.or(ahead).and_then(|m| m.entity);
        }
        if let Some(phrase) = phrase {
            let inside = mentions[before..].iter().take_while(|m| m.span.start < phrase.end).filter(|m| phrase.contains(m.span));
            if let Some(entity) = inside.filter_map(|m| m.entity).last() {
                return Some(entity);
            }
        }
        let possessive = first.checked_sub(1).is_some_and(|b| matches!(self.doc.lower(b), "'s" | "'"));
        previous.filter(|m| possessive && self.doc.tokens_in(Span { start: m.span.end, end: span.start }).len() == 1).and_then(|m| m.entity)
    }
}

/// Whether a number is a time of day, the name of a gun (".44 magnum"), of a telephone number ("911 calls") or of a
/// block of houses ("the 12200 block of 223rd Street").
fn is_code(n: &Number, word: &str, next: &str) -> bool {
    matches!(next, "p.m." | "a.m." | "pm" | "am" | "o'clock" | "gmt" | "utc" | "bst" | "est")
        || n.digits && matches!(next, "magnum" | "caliber" | "calibre" | "gauge")
        || matches!(word, "911" | "999" | "112") && unit::ANSWERED.contains(&next)
        || n.digits && n.low >= 100.0 && next == "block"
}

fn measured(word: &str) -> bool {
    unit::measure(word).is_some()
        || unit::find(unit::CURRENCIES, word).is_some()
        || matches!(word, "percent" | "per" | "%" | "percentage" | "dead" | "injured" | "wounded" | "missing" | "million" | "billion")
}
