//! What looks like a date and is none: "may" and "march" as verbs, persons called May, numbers of
//! other things, ages, papers and pieces named after days.

use super::calendar::Unit;
use super::grammar::Make;
use super::lexicon::*;
use super::matcher::{Match, Tokens, calendar};
use super::quantity::Amount;
use crate::entity::{Kind, MentionForm, Names};
use crate::text::Span;

/// Nouns behind a four-digit number that is then a count and no year.
const COUNTED: &str = "people troops soldiers workers jobs feet meters metres km kilometers kilometres miles points dollars euros pounds percent per \
    tons tonnes votes men women children students employees members inhabitants persons rebels cases cars homes houses units shares barrels calories delegates fans \
    guests copies pages words times yards acres hectares civilians fighters police officers prisoners victims refugees passengers \
    seats gallons liters litres degrees grams kg lbs hours days weeks months years minutes seconds mm cm rpm hp watts volts others \
    patients residents families protesters migrants participants runners athletes million billion thousand hundred mph";

/// Words before a four-digit number that is then no year.
const NUMBERED: &str = "no. no number nos. flight page room route highway section chapter model boeing airbus windows resolution bill lot suite \
    apartment h.r. s. res. art. sec. ch. vol. pp. p. channel psalm verse line item figure table code extension ext. zip box \
    version v. $ # \u{20ac} \u{a3} over under about nearly almost approximately some than least roughly exactly only";

/// Words at the end of an address, whose number is no year.
const STREETS: &str = "street st st. avenue ave ave. road rd rd. boulevard blvd blvd. drive dr. lane ln ln. highway parkway court terrace square \
    way place plaza broadway";

/// Words of games: their quarters are not those of a year.
const GAMES: &str = "yards yard touchdown touchdowns halftime overtime quarterback game games points basket goal goals rebounds lead kick \
    coach team teams score scored scoring players seconds playoffs interception field round rounds fight bout knockout";

/// Words that follow a weekday in the name of a paper, show or team.
const TITLED: &str = "times mirror telegraph express herald mail post star world observer tribune mercury people independent review magazine night's \
    football service school supplement globe gazette morning edition live league roast";

/// Words that precede a weekday in the name of an event or person.
const NAMED: &str = "bloody super man black sheffield palm ash good cyber giving maundy whit girl mad fat";

/// Whether a match stands for a time.
pub(super) fn fits(t: &Tokens<'_>, names: &Names, m: &Match) -> bool {
    if named(t, names, m) {
        return false;
    }
    let one = m.last - m.first == 1;
    let f = &m.found;
    match m.make {
        // "this Monday, May 5", "this May 5, 2019 photo": the day itself is stated.
        Make::Near if t.is(m.first, THIS) && calendar(t, m.first + 1).is_some_and(|c| c.last > m.last) => false,
        // "last year August 8", but "in 2010, May 5" are two.
        Make::Date if f.year.is_some() && t.is(m.first, YEAR) && f.month > 0 => false,
        // "the Edmonton Sun, August 16" is a paper.
        Make::Date if !one && t.is(m.first, WEEKDAY) && t.is(m.first, DOUBTFUL) && t.capital(m.before()) => false,
        Make::Date if f.day > 0 && f.month > 0 => {
            let doubtful = (m.first..m.last).any(|i| t.is(i, MONTH) && t.is(i, DOUBTFUL) && !t.capital(i));
            let day = (m.first..m.last).find(|&i| t.is(i, DAY | ORDINAL | NUMBER) && !t.is(i, YEAR));
            let month = (m.first..m.last).find(|&i| t.is(i, MONTH));
            // "June 32" is kept and marked, but "40 may" and "40 March" count something.
            let odd = f.day == 0 || f.day > 31;
            if odd && (doubtful || matches!(f.month, 3 | 5)) {
                return false;
            }
            if doubtful && f.year.is_none() && (day > month || month.is_some_and(|i| t.one_of(i, "may"))) {
                return false;
            }
            // "In May the first case was heard."
            let last = m.last - 1;
            if t.is(last, ORDINAL) && t.is_word(last) && t.is(last.wrapping_sub(1), THE) && !t.is_mark(m.last) {
                return false;
            }
            // "May 10 people": the number counts what follows.
            !(day > month && f.year.is_none() && day.is_some_and(|d| counts(t, d)))
        }
        Make::Date if f.month > 0 && one && t.is(m.first, MONTH) => month_alone(t, m.first),
        Make::Date if f.short_year && f.month == 0 => t.one_of(m.before(), "of in since until by and to from"),
        Make::Date if f.month > 0 => (m.first..m.last).all(|i| !t.is(i, MONTH) || t.capital(i)),
        Make::Date if f.weekday > 0 && one => weekday_alone(t, m.first),
        Make::Date if f.year.is_some() && one => year_alone(t, m.first),
        Make::Date if f.era != 0 => f.year.is_some_and(|y| y > 0) && !(f.era > 0 && t.is(m.first, ERA) && f.year.is_some_and(|y| y > 2199)),
        // "2021-22", whole or in three tokens without a space.
        Make::Years => {
            let whole = one || f.second > f.ordinal && f.second - f.ordinal < 60 && !t.spaced(m.first + 1) && !t.spaced(m.first + 2);
            whole && !t.one_of(m.before(), NUMBERED)
        }
        Make::From => from(t, m),
        Make::Anniversary if f.quantity.is_some_and(|q| q.unit != Unit::Year) => false,
        Make::Anniversary => f.inner.is_none() || f.inner == Some(Make::Date) && f.year.is_some(),
        // "will not be solved overnight"
        Make::PartReport if t.one_of(m.first, "overnight") => {
            !(m.first.saturating_sub(4)..m.first).any(|i| t.one_of(i, "not n't never cannot"))
        }
        // "on the last night" of something
        Make::PartReport if t.is(m.first, LAST) => !t.is(m.before(), THE),
        Make::PartPrevious if t.is(m.last - 1, BEFORE) => t.is_mark(m.last),
        Make::Days if t.is(m.first, DAYS) || t.is(m.first, MONTH) => true,
        Make::Season => season(t, m),
        Make::Decade => decade(t, m),
        Make::Slashes => slashes(t, m),
        Make::Feast => !(m.last - m.first == 1 && t.capital(m.before()) && t.word(m.before()).class == 0),
        Make::Quarter if f.year.is_none() && f.year_by.is_none() && game(t, m) => false,
        Make::Quarter if t.is(m.first, ORDINAL) && !t.is(m.last.wrapping_sub(1), YEAR) && f.year_by.is_none() && f.year.is_none() => {
            // "third quarter" of a game or of the moon.
            !t.one_of(m.last, "of touchdown lead moon goal") || t.is(m.last + 1, YEAR | THE | FISCAL | LAST | THIS)
        }
        Make::Duration if f.quantity.is_some() => duration(t, m),
        Make::Ago | Make::Shifted => shifted(t, m),
        Make::Units => units(t, m),
        Make::Previous => previous(t, m),
        Make::Report => report(t, m),
        Make::Part => part(t, m),
        Make::Nth => {
            f.unit.is_some_and(|u| u < Unit::Year)
                && t.unit(m.first + 1).or(t.unit(m.first + 2)).is_some_and(|u| (Unit::Day..=Unit::Month).contains(&u))
        }
        Make::Reference => reference(t, m),
        Make::VagueUnits if t.is(m.last - 1, AHEAD_OF) => t.is(m.first, THE) && !t.one_of(m.last, "of"),
        Make::VagueUnits => !t.one_of(m.first, "more") && !t.one_of(m.first, "most"),
        Make::Set => set(t, m),
        Make::Then => then(t, m),
        Make::EventDay => event_day(t, m),
        // "at 5:32 of the third period"
        Make::Clock if t.is(m.last - 1, CLOCK) && (t.one_of(m.last, "of left remaining") || t.word(m.last - 1).k == 0 && game(t, m)) => {
            false
        }
        Make::Clock => f.clock.is_some_and(|c| c.hour <= 24 && !(c.hour == 24 && c.minute > 0)),
        Make::Near if f.month > 0 => (m.first..m.last).all(|i| !t.is(i, MONTH) || t.capital(i)),
        // "India's tomorrow", "the leaders of tomorrow"
        Make::Deictic if f.direction > 0 && t.one_of(m.before(), "'s of") => t.one_of(m.before().wrapping_sub(1), "as"),
        Make::Deictic => !(t.capital(m.first) && t.one_of(m.before(), "usa") || t.one_of(m.last, "show") && t.capital(m.first)),
        Make::WeekdaySet => t.capital(m.first) && !t.one_of(m.before(), "ruby"),
        _ => true,
    }
}

/// Whether two words of games stand in the sentence, or four in the passage.
fn game(t: &Tokens<'_>, m: &Match) -> bool {
    let games = |from: usize, to: usize| (from..to.min(t.doc.tokens.len())).filter(|&i| among(GAMES, t.doc.lower(i))).take(4).count();
    let Some(s) = t.doc.sentences.get(t.doc.sentence_of(m.first)) else { return false };
    let (from, to) = ((s.first as usize).max(m.first.saturating_sub(30)), (s.last as usize).min(m.last + 30));
    games(from, to) >= 2 || games(m.first.saturating_sub(120), m.last + 120) >= 4
}

/// Whether a name holds the match, so that it is part of the name.
fn named(t: &Tokens<'_>, names: &Names, m: &Match) -> bool {
    let span: Span = m.span(t.doc);
    let at = names.mentions.partition_point(|x| x.span.end <= span.start);
    let Some(mention) = names.mentions.get(at) else { return false };
    if mention.form != MentionForm::Name || !mention.span.overlaps(span) {
        return false;
    }
    let exact = mention.span == span;
    match mention.kind {
        Kind::Person => {
            (m.first..m.last).any(|i| t.is(i, MONTH | WEEKDAY | SEASON) && mention.span.contains(t.doc.span(i..i + 1))) && {
                // "May" alone is a person only if the names layer is sure and no date word stands beside it.
                !exact || m.found.day == 0 && m.found.year.is_none() && mention.confidence >= 50
            }
        }
        Kind::Organization | Kind::Place | Kind::Other => mention.span.contains(span) && !exact && !t.is(m.first, YEAR),
        Kind::Event => false,
    }
}

/// Whether a number counts the noun behind it.
fn counts(t: &Tokens<'_>, i: usize) -> bool {
    let next = t.lower(i + 1);
    among(COUNTED, next) || next == "%" || next.starts_with('%')
}

fn month_alone(t: &Tokens<'_>, i: usize) -> bool {
    let w = t.word(i);
    if !t.capital(i) {
        return false;
    }
    // "February 151998": a number that is no day and no year.
    if t.lower(i + 1).len() > 4 && t.lower(i + 1).bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    if !w.is(DOUBTFUL) {
        return true;
    }
    let previous = t.lower(i.wrapping_sub(1));
    let next = t.word(i + 1);
    if i > 0 && among("mr mr. mrs mrs. ms ms. miss lady sir dr dr. minister lord", previous) {
        return false;
    }
    let form = t.lower(i);
    if form.len() <= 4 && !among("may june july", form) && !among("mar jan jun jul dec sept sep", form) {
        return true;
    }
    const BEFORE_MONTH: &str = "in since last next this until till by of early late mid from to through during for between after before and or every each \
    around about late";
    if i > 0
        && among(BEFORE_MONTH, previous)
        && !(form == "may" && among("and or for to by of", previous) && t.word(i + 1).class == 0 && t.is_word(i + 1))
    {
        // "April Jones", "May Smith": a name goes on in capitals.
        return !(t.capital(i + 1) && next.class == 0 && form != "march" && !among("in since last next this until early late", previous));
    }
    // "in its May report"
    if (previous == "'s" || among("its his her their", previous)) && t.is_word(i + 1) {
        return true;
    }
    // "March" or "May" with a comma or bracket behind, in a list of months.
    (t.is(i + 1, COMMA | AND | TO | DASH) && t.is(i + 2, MONTH))
        || (t.is(i.wrapping_sub(1), COMMA | DASH) && t.is(i.wrapping_sub(2), MONTH))
}

fn weekday_alone(t: &Tokens<'_>, i: usize) -> bool {
    if !t.capital(i) {
        return !t.is(i, DOUBTFUL);
    }
    if t.is(i, DOUBTFUL) {
        return false;
    }
    let next = t.lower(i + 1);
    if t.capital(i + 1) && among(TITLED, next) || t.capital(i.wrapping_sub(1)) && among("newspaper newspapers", next) {
        return false;
    }
    !(i > 0 && t.capital(i - 1) && t.one_of(i - 1, NAMED))
}

fn year_alone(t: &Tokens<'_>, i: usize) -> bool {
    let w = t.word(i);
    let previous = i.checked_sub(1);
    let before = previous.map_or("", |p| t.lower(p));
    let next = t.lower(i + 1);
    // "a survey of 1709 schoolchildren": a plural noun that is no name.
    let plural = next.len() > 3 && (next.ends_with('s') || next.ends_with("children")) && !t.capital(i + 1) && !next.ends_with("ss");
    if plural
        && next != "levels"
        && among("of with from and all other another", before)
        && !t.is(i.wrapping_sub(2), MONTH | SEASON | EDGE | UNIT)
    {
        return false;
    }
    if among("over about roughly approximately nearly almost", before) && t.is(i + 1, DASH | TO) && t.is(i + 2, YEAR) {
        return true;
    }
    // "4:53 a.m. (2053 GMT)", "at 7 on Monday (1900 Sunday)"
    if before == "(" && t.is(i.wrapping_sub(2), AMPM | PART | CLOCK | ZONE | TIME | WEEKDAY) {
        return false;
    }
    // "..., and 1720 had been discharged"
    if w.n < 1900 && t.is(i + 1, FINITE) && previous.is_some_and(|p| t.is(p, AND | COMMA)) {
        return false;
    }
    // "World Cup 2018 day five"
    let named = t.is(i + 1, UNIT) && (1900..=2059).contains(&w.n) && previous.is_some_and(|p| t.capital(p));
    if counts(t, i) || t.is(i + 1, UNIT | UNITS | AMPM | HRS | ZONE | TIMES) && !named || among(NUMBERED, before) {
        return false;
    }
    if previous.is_some_and(|p| t.one_of(p, "-") && !t.spaced(i)) || t.one_of(i + 1, "%") {
        return false;
    }
    // "Mr Smith 1500", "F 1500": outside the usual years only behind a word that years follow.
    let plain = (1700..=2059).contains(&w.n);
    let told = previous.is_none_or(|p| {
        t.is(p, IN | OF | TO | FROM | BETWEEN | AND | THE | DASH | BEFORE | EARLY | LATE | MID | CIRCA)
            || among("since by until around ( circa year born died summer winter c.", before)
    });
    if !told && t.is(i + 1, NUMBER) {
        return false;
    }
    // "1800 Pitkin Ave.", "at 2016 Ontario", "1900 homes": a round number of what is no name.
    let street = t.capital(i + 1) && (i + 2..i + 5).any(|k| t.capital(k) && t.one_of(k, STREETS))
        || previous.is_some_and(|p| t.is(p, AT)) && t.capital(i + 1) && !t.capital(i + 2);
    let round = plural && w.n % 50 == 0 && !t.is(i.wrapping_sub(1), THE) && before != "'s";
    let placed = previous.is_none_or(|p| t.is(p, IN | THE) || among("since by until", before));
    if street && !placed || round && !told {
        return false;
    }
    if plain {
        // "1800 block", "the 2000 mark".
        return !t.one_of(i + 1, "block mark m meter metre km series") || told && t.one_of(i + 1, "series");
    }
    told && !t.is(i + 1, NUMBER) && t.is_mark(i + 1) || told && among("in since circa year born died (", before)
}

/// "the '20s" are a decade; "temperatures in the 20s" are degrees.
fn decade(t: &Tokens<'_>, m: &Match) -> bool {
    if t.one_of(m.last - 1, "'s") {
        // "the 1980's", but "2019's best film".
        return m.found.year.unwrap_or(m.found.ordinal) % 10 == 0;
    }
    if m.found.ordinal >= 100 {
        return true;
    }
    let degrees = |i: usize| t.one_of(i, "temperature temperatures highs lows degrees age aged scores");
    m.last - m.first > 1 && !(m.first.saturating_sub(6)..m.first).any(degrees)
}

fn season(t: &Tokens<'_>, m: &Match) -> bool {
    let f = &m.found;
    if f.year.is_some() || f.year_by.is_some() {
        return true;
    }
    let Some(at) = (m.first..m.last).find(|&i| t.is(i, SEASON | PREFIXED_SEASON)) else { return true };
    let capital = t.capital(at);
    let before = t.lower(m.before());
    let next = t.lower(m.last);
    let bare = m.last - m.first == 1;
    let led = among("in by since until during through of each from over till after", before);
    if t.one_of(at, "fall") {
        return !bare && led && !among("of in from out", next) && t.one_of(m.first, "the");
    }
    if t.one_of(at, "spring") && next == "of" {
        return false;
    }
    // "Summer Olympics", "Arab Spring", "Winter Palace"; "Prague Spring".
    if capital && (t.capital(m.last) || t.capital(m.before())) {
        return false;
    }
    if bare { led && (!capital || t.is_mark(m.last)) } else { !matches!(next, "olympics" | "games") }
}

/// "9/11" is an event; "1/2" a share; "3/4" a score.
fn slashes(t: &Tokens<'_>, m: &Match) -> bool {
    if t.word(m.found.token).k == 1 {
        let previous = t.lower(m.before());
        let text = t.lower(m.found.token);
        return text == "9/11" || among("on since until", previous) && t.is_mark(m.last);
    }
    true
}

/// Ages, measures and repetitions in the shape of a length of time.
fn duration(t: &Tokens<'_>, m: &Match) -> bool {
    let Some(q) = m.found.quantity else { return false };
    let next = t.lower(m.last);
    // "37 years old", "two years of age"; "aged 12 months".
    if next == "old" || next == "older" || next == "younger" || next == "of" && t.one_of(m.last + 1, "age") {
        return false;
    }
    if t.one_of(m.before(), "aged age") {
        return false;
    }
    if t.is(m.first, COMPOUND) && next == "old" {
        return false;
    }
    // "the two hour barrier": as with "two-hour", the article is not part of it.
    if in_no_stretch(m) || t.is(m.first, THE) && q.n.whole > 1 && t.is(m.last - 1, UNIT) {
        return false;
    }
    // "in as many years"
    if t.one_of(m.first, "many") && t.one_of(m.before(), "as") {
        return false;
    }
    if q.unit == Unit::Quarter && q.n.vague {
        return false;
    }
    // "a minute change"
    if q.unit == Unit::Minute && t.is(m.first, A) && t.word(m.last).class == 0 && next.starts_with(char::is_alphabetic) {
        return false;
    }
    if q.unit == Unit::Second && q.n == Amount::ONE {
        return false;
    }
    // "the one day" yes; "The first day" is no length.
    let w = t.word(m.first);
    if w.is(ORDINAL) && q.n == Amount::ONE && q.unit != Unit::Year {
        return false;
    }
    // "this one day", "that a day"
    let second = t.word(m.first + 1);
    !(w.is(THAT | THIS) && second.is(A))
}

/// Whether a length would be counted in what has none: "the first six months of 2012" is, of "Monday" not.
fn in_no_stretch(m: &Match) -> bool {
    m.found.inner.is_some_and(|make| !matches!(make, Make::Date | Make::Report | Make::Previous | Make::Quarter | Make::Decade))
        || m.found.inner.is_some() && (m.found.ordinal == 0 || m.found.day > 0)
}

/// "two days after Christmas", but not "two days after Monday's vote".
fn from(t: &Tokens<'_>, m: &Match) -> bool {
    let f = &m.found;
    let side = (m.first..m.last).any(|i| t.is(i, BEFORE));
    let day = matches!(f.inner, Some(Make::Date | Make::Feast | Make::Deictic | Make::Near | Make::Slashes));
    !side || day && !t.one_of(m.last, "'s") && (t.is_mark(m.last) || matches!(f.inner, Some(Make::Feast | Make::Deictic)))
}

fn shifted(t: &Tokens<'_>, m: &Match) -> bool {
    let last = m.last.wrapping_sub(1);
    let word = t.lower(last);
    if m.make == Make::Ago {
        return true;
    }
    match word {
        "before" | "after" => {
            // "two days before the summit" is a length; "two days before." counts from the previous date.
            t.is_mark(m.last) && m.found.quantity.is_some()
        }
        "afterward" | "afterwards" | "thereafter" | "previously" => m.found.quantity.is_some() || m.found.unit.is_some(),
        // "years later than planned"
        _ => !t.one_of(m.last, "than"),
    }
}

/// Plural units alone: only where a length is spoken of.
fn units(t: &Tokens<'_>, m: &Match) -> bool {
    let before = t.lower(m.before());
    let next = t.lower(m.last);
    among("for within took take takes taken lasted lasting lasts spent spend in after over", before)
        && !(among("in after over", before) && !t.is_mark(m.last) && !matches!(next, "of" | "to"))
        && !matches!(t.unit(m.first), Some(Unit::Night | Unit::Quarter | Unit::Weekend))
}

fn previous(t: &Tokens<'_>, m: &Match) -> bool {
    let last = m.last.wrapping_sub(1);
    let unit = m.found.unit;
    if matches!(unit, Some(Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Century | Unit::Millennium)) {
        return false;
    }
    let before = t.lower(m.before());
    let next = t.lower(m.last);
    // "Airline of the Year"
    if t.capital(last) && before == "of" {
        return false;
    }
    // "the day before" with something behind it: "the day before the vote".
    if t.one_of(last, "before after") {
        return t.is_mark(m.last) && t.one_of(m.first, "the");
    }
    if matches!(next, "ended" | "ending") {
        return unit != Some(Unit::Day);
    }
    if t.is(m.first, THE) && m.last - m.first <= 3 && t.is(m.first + 1, UNIT | FISCAL) {
        return match unit {
            Some(Unit::Weekend) => true,
            Some(Unit::Quarter) => !among("of final finals", next),
            Some(Unit::Week | Unit::Month | Unit::Year) => {
                m.first > 0
                    && (among("of for during in throughout by through", before) || matches!(next, "," | "."))
                    && (t.is_mark(m.last) || among("to and with as from on at for", next))
            }
            _ => false,
        };
    }
    true
}

fn report(t: &Tokens<'_>, m: &Match) -> bool {
    let unit = m.found.unit;
    if matches!(unit, Some(Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Millennium)) {
        return false;
    }
    // "this years festival" lacks its apostrophe.
    if t.is(m.last - 1, UNITS) {
        return t.word(m.last).class == 0 && t.is_word(m.last);
    }
    // "next day" alone is loose; "last day", "last week of" as an ordinal.
    let w = t.word(m.first);
    let last_of = |k: &str| t.lower(m.last) == k;
    if unit == Some(Unit::Day) && w.is(THIS | LAST | PAST | CURRENT) {
        return false;
    }
    // "the latest year" and such only for what is counted so.
    if t.is(m.last.wrapping_sub(2), LATEST) && !matches!(unit, Some(Unit::Quarter | Unit::Week | Unit::Month | Unit::Year)) {
        return false;
    }
    !(w.is(LAST) && last_of("of"))
}

fn part(t: &Tokens<'_>, m: &Match) -> bool {
    let before = t.lower(m.before());
    let next = t.lower(m.last);
    if (m.first..m.last).any(|i| t.capital(i) && i > 0 && !t.is(i, THE)) {
        return false;
    }
    if t.is(m.last - 1, PREFIXED_PART) {
        return m.first > 0;
    }
    let led = among("in during by at of until till through throughout into since one before over", before);
    led && (next != "of") && !(t.word(m.last - 1).k == 3 && matches!(before, "the"))
}

fn reference(t: &Tokens<'_>, m: &Match) -> bool {
    let first = t.lower(m.first);
    let last = t.lower(m.last - 1);
    let before = t.lower(m.before());
    let next = t.lower(m.last);
    match last {
        // "past" as a noun only; "the past" before a noun is its adjective.
        "past" => t.is_mark(m.last) || among("and has have had to with but is was when that", next),
        "moment" if first == "this" => before == "at",
        "moment" => matches!(before, "at" | "for") && t.one_of(m.first, "the") && next != "of",
        "present" => among("at for to until", before) && (t.is_mark(m.last) || next == "and"),
        // "future talks", "in future"; not "a better future".
        "future" => {
            next != "of"
                && (m.last - m.first != 1 || before == "in" || !among("its their his her a our your my 's", before) && !t.is_mark(m.last))
        }
        // "soon" in a tale of the past is but "shortly after".
        "soon" => {
            let past = (m.last..m.last + 2).any(|i| t.is(i, PAST_VERB)) || t.is(m.before(), PAST_VERB);
            !among("as after afterwards thereafter", next) && !among("as too very how this that so", before) && !past
        }
        // "was once a mill", "he once said"; not "once the vote is held", "once again".
        "once" => {
            let owned = among("was were been had has have who which", before);
            let told = t.is(m.last, PAST_VERB) && (t.capital(m.before()) || among("he she it they we i", before));
            (owned || told) && !among("again more", next) && !t.is_mark(m.last)
        }
        "now" => before != "from" && before != "every" && next != "of",
        "recent" | "current" => !t.capital(m.first) && first != "the",
        _ => true,
    }
}

/// "at that time", "during this period": behind a preposition of time, and not as part of a longer phrase.
fn then(t: &Tokens<'_>, m: &Match) -> bool {
    let this = t.is(m.first, THIS);
    let led = t.one_of(m.before(), "during throughout around by until since") || !this && t.one_of(m.before(), "at before after from in");
    let length = t.is(m.first + 1, TIME) && t.one_of(m.before(), "in");
    led && !length && !t.one_of(m.last, "of last next when")
}

/// "day five", "the day" of the attack; not "from day one", "the day of the week".
fn event_day(t: &Tokens<'_>, m: &Match) -> bool {
    if let Some(q) = m.found.quantity {
        let plain = t.is_mark(m.last) || t.is(m.last, OF | IN | AT | ON);
        return plain && t.is(m.first + 1, NUMBER) && (1..=100).contains(&q.n.whole) && !t.one_of(m.before(), "from since per a");
    }
    if t.is(m.last - 1, PART) {
        return m.found.part == Some(NIGHT);
    }
    m.last - m.first == 2 && t.one_of(m.first, "opening")
        || m.last - m.first == 3
        || t.is(m.last, OF) && (t.is(m.last + 1, THE) || t.one_of(m.last + 1, "his her their its")) && t.unit(m.last + 2).is_none()
}

fn set(t: &Tokens<'_>, m: &Match) -> bool {
    let w = t.word(m.first);
    if w.is(UNITS) {
        return t.one_of(m.before(), "on at");
    }
    // "157 miles per hour" is a speed.
    if w.is(PER) && t.one_of(m.before(), "miles kilometers kilometres km mph feet meters metres knots revolutions") {
        return false;
    }
    if w.is(RECURRING) {
        // "Daily Mail", "the Weekly Standard".
        return !(t.capital(m.first) && (t.capital(m.last) || t.capital(m.before())));
    }
    true
}
