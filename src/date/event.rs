//! What happened at a date: the clause that the date modifies, its main verb and who takes part.
//!
//! In: a dated sentence. Out: a [`DatedEvent`] whose label ([`super::label`]) is the clause. The date is
//! taken out of it only where it surely belongs to its verb: "the envoy arrived in Oslo", but "an end
//! of the truce agreed in 2018". A label never has words that the text does not have.

use super::clause::*;
use super::label::{self, Kept};
use super::lexicon::*;
use super::matcher::Tokens;
use super::{DatedEvent, TimexType};
use crate::entity::{Kind, Mention, MentionForm, Names};
use crate::text::{BlockKind, Span};
use std::ops::Range;

/// How far a clause may reach from its date, in tokens.
const REACH: usize = 60;

/// How many words a noun phrase may have on one side of its head.
const NOUN: usize = 24;

/// A noun phrase of fewer words tells too little by itself.
const TELLING: usize = 4;

/// Words after which a date is a bound of what happened, not its time: it stays in the label.
const BOUNDING: &str = "since until till by from between before after than through to for as preceding into due";

/// A date among its neighbours, in tokens.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) date: Range<usize>,
    /// With what tells the same time beside it: "today at 10:30 (0930 GMT)".
    pub(super) group: Range<usize>,
}

/// The event of a date.
pub(super) fn event(t: &Tokens<'_>, names: &Names, place: &Place, timex: TimexType) -> Option<DatedEvent> {
    let (whole, date) = (reach(t, &place.date, timex)?, &place.date);
    let kept = reduced(t, &whole, date).or_else(|| relative(t, names, &whole, place)).unwrap_or_else(|| main(t, names, &whole, place));
    let verb = main_verb(t, &kept.clause, &place.group);
    let mut actors: Vec<u32> = Vec::new();
    for m in clause_names(t, names, &kept.subject).chain(clause_names(t, names, &kept.clause)) {
        let acts = matches!(m.kind, Kind::Person | Kind::Organization) || m.kind == Kind::Place && m.metonym;
        if let Some(entity) = m.entity.filter(|e| acts && !actors.contains(e) && actors.len() < 8) {
            actors.push(entity);
        }
    }
    Some(DatedEvent { clause: t.doc.span(kept.clause.clone()), verb, label: label::label(t, &kept)?, actors })
}

/// The clause of the date. A pronoun with which it begins gives way to its name; where that is not sure the
/// sentence stays whole, which mostly has it.
fn main(t: &Tokens<'_>, names: &Names, whole: &Range<usize>, place: &Place) -> Kept {
    let mut kept = Kept::whole(clause(t, whole, &place.date), &place.date);
    kept.cut = cut(t, &kept.clause, place);
    let first = kept.clause.clone().find(|i| !kept.cut.contains(i) && !t.one_of(*i, label::OPENERS));
    let Some(pronoun) = first.filter(|&i| t.one_of(i, PRONOUNS)) else { return kept };
    // "As he had promised in May, Roe resigned": the name comes behind.
    let ahead = pronoun > whole.start && t.one_of(pronoun - 1, OPENING) && !has_verb(t, whole.start..pronoun);
    if let Some(name) = named(t, names, pronoun).filter(|_| !ahead) {
        kept.subject = name;
        if kept.cut.end <= pronoun && !kept.cut.is_empty() {
            kept.cut = kept.clause.start..pronoun + 1;
        } else {
            kept.clause.start = pronoun + 1;
        }
    } else if kept.clause.start > whole.start {
        kept.clause = whole.clone();
        kept.cut = cut(t, &kept.clause, place);
    }
    kept
}

/// The name for which the pronoun at `i` stands, where it is near and no other person is told of between them.
fn named(t: &Tokens<'_>, names: &Names, i: usize) -> Option<Range<usize>> {
    let span = t.doc.tokens.get(i)?.span;
    let k = names.mentions.partition_point(|m| m.span.start < span.start);
    let own = names.mentions.get(k).filter(|m| m.span == span && m.form == MentionForm::Pronoun)?;
    let person = |m: &&Mention| m.kind == Kind::Person && m.form != MentionForm::Pronoun;
    let last = names.mentions.get(..k)?.iter().rev().take(NOUN).find(person)?;
    // A sentence between that begins with an unknown word may name somebody else.
    let first = |s: usize| t.doc.sentences.get(s).and_then(|s| s.tokens().find(|&k| t.is_word(k)));
    let plain = |k: usize| t.is(k, THE | A | THIS | THAT) || t.one_of(k, PRONOUNS) || t.one_of(k, OWNERS);
    let between = t.doc.sentence_of(t.doc.token_at(last.span.start)) + 1..t.doc.sentence_of(i);
    let near = between.len() < TELLING && between.into_iter().filter_map(first).all(plain);
    (near && last.form == MentionForm::Name && last.entity == own.entity && own.entity.is_some()).then(|| t.doc.tokens_in(last.span))
}

/// Whether a date only says which: "the Companies Act, 2006", "a 2009 Toyota", "a Christmas tree", "a midnight
/// snack", "Roe, formerly the mayor".
fn titled(t: &Tokens<'_>, date: &Range<usize>) -> bool {
    const TITLES: &str =
        "act bill code law ordinance regulations rules vision agenda expo cup olympics championship championships games plan strategy";
    const MAKES: &str = "toyota honda ford chevrolet chevy nissan hyundai kia bmw mercedes mercedes-benz audi volkswagen volvo mazda subaru \
        lexus jeep dodge chrysler gmc cadillac buick pontiac lincoln jaguar porsche tesla acura infiniti saturn mitsubishi suzuki fiat \
        renault peugeot skoda ferrari harley-davidson";
    let comma = date.start > 0 && t.is(date.start - 1, COMMA);
    let before = date.start - usize::from(comma);
    let (first, next) = (t.word(date.start), t.word(date.end));
    if first.is(YEAR) {
        return before > 0 && t.capital(before - 1) && t.one_of(before - 1, TITLES) || t.capital(date.end) && t.one_of(date.end, MAKES);
    }
    let joins = [ADJUNCTS, ENDS_NOUN, PRONOUNS].into_iter().any(|list| t.one_of(date.end, list));
    let noun = next.class == 0 && t.is_word(date.end) && !t.capital(date.end) && !joins;
    let at = date.start.checked_sub(1).is_some_and(|i| t.is(i, AT | TO | FROM | BEFORE | BETWEEN) || t.one_of(i, LEADING));
    let season = date.len() < 3 && t.is(date.end - 1, SEASON);
    noun && (first.is(FEAST) && !first.is(MONTH) || season)
        || first.is(NOON) && noun && !at
        || first.is(REFERENCE) && comma && next.is(THE | A)
}

/// The words around a date in which its event is looked for; none where a date tells of nothing.
fn reach(t: &Tokens<'_>, date: &Range<usize>, timex: TimexType) -> Option<Range<usize>> {
    let doc = t.doc;
    if matches!(timex, TimexType::Set | TimexType::Duration) || titled(t, date) {
        return None;
    }
    let sentence = doc.sentences.get(doc.sentence_of(date.start))?;
    let block = doc.blocks.get(sentence.block as usize)?;
    if matches!(block.kind, BlockKind::DateLine | BlockKind::Byline | BlockKind::Furniture) {
        return None;
    }
    let mut whole = sentence.tokens();
    if let Some(line) = &doc.header.dateline {
        if line.span.overlaps(sentence.span) {
            whole.start = whole.start.max(doc.token_at(line.span.end.saturating_sub(1)) + 1);
        }
        if line.span.contains(doc.span(date.clone())) {
            return None;
        }
    }
    // "5 p.m. (2100 UTC)", "last year [in 2018]" tell the same twice.
    let before = |n: usize, marks: &str| date.start >= whole.start + n && t.one_of(date.start - n, marks);
    if before(1, "(") && timex == TimexType::Time || before(1, "[") || before(1, "in") && before(2, "[") {
        return None;
    }
    // A long sentence is read from its subject on, one without end is not.
    if date.start > whole.start + 2 * REACH {
        whole.start = date.start - REACH;
    }
    whole.end = whole.end.min(date.end + REACH);
    (!whole.is_empty() && date.start >= whole.start).then_some(whole)
}

/// Whether a noun phrase can begin at `i`.
fn determines(t: &Tokens<'_>, i: usize) -> bool {
    t.is(i, THE | A | THIS | THAT | NUMBER) || t.one_of(i, OWNERS)
}

/// Where the noun phrase ends that the date at `from` is a part of.
fn noun_end(t: &Tokens<'_>, from: usize, end: usize) -> usize {
    let ends = |&i: &usize| {
        let joins = t.is(i, AND) && (!t.capital(i + 1) || has_verb(t, i + 1..i + 5));
        t.is_mark(i) && !t.one_of(i, "' 's") || is_verb(t, i) || t.one_of(i, ENDS_NOUN) || joins
    };
    let stop = end.min(from + NOUN);
    let mut last = (from..stop).find(ends).unwrap_or(stop);
    while last > from && t.one_of(last - 1, "of in on at by to for from with as the a an") {
        last -= 1;
    }
    last
}

/// The noun that a participle dates: "an end of the truce agreed in 2018" tells of the truce.
/// Where the participle is a past after all the phrase reads as a clause.
fn reduced(t: &Tokens<'_>, whole: &Range<usize>, date: &Range<usize>) -> Option<Kept> {
    let near = (whole.start..date.start).rev().take(NOUN);
    let verb = near.take_while(|&i| !t.is(i, COMMA | AND) && !marks_off(t, i)).find(|&i| is_verb(t, i))?;
    let next = verb + 1;
    // "the man opened fire": with an object it is a past.
    let adverbial = next == date.start || t.one_of(next, ADJUNCTS) || t.one_of(next, LEADING) || t.lower(next).ends_with("ly");
    let participle = adverbial && (t.lower(verb).ends_with("ed") || t.one_of(verb, PARTICIPLES));
    let noun = verb.checked_sub(1).filter(|&i| t.word(i).class == 0 && t.is_word(i) && !t.lower(i).ends_with("ly"))?;
    let inside = |&i: &usize| {
        !t.lower(i).ends_with("ing")
            && !t.is_mark(i)
            && !is_verb(t, i)
            && !t.one_of(i, "to than")
            && !t.one_of(i, ENDS_NOUN)
            && !t.one_of(i, PRONOUNS)
            || t.one_of(i, "'s")
    };
    let mut start = noun + 1;
    for i in (whole.start..=noun).rev().take(NOUN).take_while(inside) {
        if determines(t, i) {
            start = i;
            if i == whole.start || !t.is(i - 1, OF) {
                break;
            }
        }
    }
    let before = start.checked_sub(1).filter(|&i| i > whole.start && start <= noun)?;
    let governed = is_verb(t, before) && !t.one_of(before, "is are was were be")
        || t.one_of(before, "from for in with against about over since under following to on that");
    let end = noun_end(t, date.end, whole.end);
    // "a statement released on Monday" tells nothing by itself; "a man from the town arrived on Monday" has no other verb.
    let telling = (!t.is(start, A) || end - start >= 2 * TELLING) && (has_verb(t, whole.start..start) || has_verb(t, end..whole.end));
    // "charged in a May 2007 shooting" does not say when.
    let dated = !determines(t, date.start - 1);
    (participle && governed && telling && dated).then(|| Kept::whole(start..end, date))
}

/// Irregular participles of what is dated behind its noun.
const PARTICIPLES: &str = "held made sent built found taken seen given won lost struck written brought shot hit set drawn born";

/// "the mayor, who resigned in May": the subject stands before the pronoun.
fn relative(t: &Tokens<'_>, names: &Names, whole: &Range<usize>, place: &Place) -> Option<Kept> {
    let date = &place.date;
    let pronoun = (whole.start + 1..date.start).rev().take_while(|&i| !marks_off(t, i)).find(|&i| t.one_of(i, "who which that"))?;
    let adverb = |i: usize| t.lower(i).ends_with("ly") || t.one_of(i, "also once later now then had has have") || date.start == i;
    let verb = (pronoun + 1..date.start.min(pronoun + 3)).find(|&i| is_verb(t, i) || !adverb(i)).filter(|&i| is_verb(t, i))?;
    // "had recently lost": the date can part the verb.
    let told = verb_end(t, if date.start == verb + 1 { date.end } else { verb }) + 1;
    let plain = (verb + 1..date.start).all(|i| !t.is(i, COMMA | AND) && (i < told || !t.is(i, FINITE))) && !t.one_of(pronoun + 1, PRONOUNS);
    let subject = antecedent(t, names, pronoun, whole.start).filter(|_| plain)?;
    let row = |i: usize| t.is(i, AND) && i == date.end && t.is(i + 1, YEAR | MONTH | WEEKDAY);
    let stop = |&i: &usize| {
        t.is(i, COMMA | AND) && !row(i) || marks_off(t, i) || is_verb(t, i) || t.one_of(i, ENDS_NOUN) || t.one_of(i, "after before as")
    };
    // "the recently passed bill"
    let behind = date.end + usize::from(t.is(date.start - 1, THE | A));
    let clause = pronoun + 1..(behind.max(told)..whole.end).find(stop).unwrap_or(whole.end);
    let cut = cut(t, &clause, place);
    Some(Kept { subject, clause, cut, date: date.clone() })
}

/// The noun phrase right before a relative pronoun, where it can be but one: a name or one with a
/// single article.
fn antecedent(t: &Tokens<'_>, names: &Names, pronoun: usize, start: usize) -> Option<Range<usize>> {
    let end = pronoun - usize::from(t.is(pronoun - 1, COMMA));
    let at = t.doc.tokens.get(end.checked_sub(1)?)?.span.end;
    let k = names.mentions.partition_point(|m| m.span.end < at);
    let name = names.mentions.get(k).filter(|m| m.span.end == at && (m.kind == Kind::Person || t.one_of(pronoun, "which")));
    let near = || {
        (start..end)
            .rev()
            .take(NOUN)
            .take_while(|&i| !is_verb(t, i) && !t.is(i, COMMA | AND) && !marks_off(t, i) && !t.one_of(i, ENDS_NOUN))
    };
    let mut determiners = near().filter(|&i| determines(t, i) && i + 1 < end);
    let first = match (name, determiners.next(), determiners.next()) {
        (Some(name), ..) => t.doc.token_at(name.span.start),
        (None, Some(only), None) => only,
        _ => return None,
    };
    // "the suspension of the parliament, which" is of either; "by Roe, who" is not.
    let before = first.checked_sub(1 + usize::from(t.is(first.saturating_sub(1), THE))).filter(|&i| i >= start);
    let plain = name.is_none() || t.one_of(pronoun, "which");
    let apposed = before.is_some_and(|i| t.is(i, AND | OF) || t.one_of(i, "'s") || plain && t.one_of(i, ", in on at for with by from"));
    (!apposed && first < end).then_some(first..end)
}

/// The first finite verb of the clause, with its auxiliary passed over.
fn main_verb(t: &Tokens<'_>, clause: &Range<usize>, date: &Range<usize>) -> Option<Span> {
    let first = clause.clone().find(|&i| !date.contains(&i) && is_verb(t, i))?;
    let last = verb_end(t, first);
    Some(t.doc.span(last..last + 1))
}

/// The last word of the verb that begins at `first`: "was killed", "has not been charged", "will meet".
fn verb_end(t: &Tokens<'_>, first: usize) -> usize {
    let auxiliary = |i: usize| t.one_of(i, "was were had have has is are be been") || t.is(i, FUTURE_VERB | INFINITIVE);
    let mut last = first;
    while auxiliary(last) {
        let bare = t.is(last, FUTURE_VERB | INFINITIVE);
        let adverb = |i: usize| t.one_of(i, "not also") || t.lower(i).ends_with("ly");
        let next = if adverb(last + 1) { last + 2 } else { last + 1 };
        if !(is_verb(t, next) || t.one_of(next, "be been") || bare && t.is_word(next)) {
            break;
        }
        last = next;
    }
    last
}

fn clause_names<'a>(t: &Tokens<'_>, names: &'a Names, clause: &Range<usize>) -> impl Iterator<Item = &'a Mention> {
    let span = t.doc.span(clause.clone());
    let from = names.mentions.partition_point(|m| m.span.end <= span.start);
    names.mentions.iter().skip(from).take_while(move |m| m.span.start < span.end).take(REACH * 2)
}

/// What is taken out of the clause: the date with what ties it to its verb, where it surely belongs
/// to that; else nothing.
fn cut(t: &Tokens<'_>, clause: &Range<usize>, place: &Place) -> Range<usize> {
    let group = if clause.start <= place.group.start && place.group.end <= clause.end { &place.group } else { &place.date };
    let mut cut = group.clone();
    // "sworn in last week": such dates have no preposition.
    let bare = t.is(group.start, LAST | NEXT | THIS | DEICTIC | TONIGHT);
    let day = t.is(group.start, WEEKDAY | CLOCK | NOON) || t.is(group.start + 1, AMPM);
    let leads = |i: usize| t.one_of(i, LEADING) && !(i > clause.start && (bare && t.is(i, IN | ON | AT) || day && t.one_of(i, "in")));
    while cut.start > clause.start && (leads(cut.start - 1) || t.one_of(cut.start - 1, "as") && t.one_of(cut.start, "of early late")) {
        cut.start -= 1;
    }
    if stays(t, clause, group, &cut) || !belongs_to_verb(t, clause, &cut) {
        return group.start..group.start;
    }
    // "On Friday \u{2014} two days after the ruling \u{2014} he said": the aside is the date's.
    if let Some(close) = aside(t, cut.end, clause.end).filter(|_| cut.start == clause.start) {
        cut.end = close + 1;
    }
    if t.is(cut.end, ZONAL) && t.is(cut.end + 1, TIME) {
        cut.end += 2;
    }
    cut
}

/// Whether the clause would say another thing without the date: it bounds something, is one of a row,
/// the subject, or part of a noun phrase.
fn stays(t: &Tokens<'_>, clause: &Range<usize>, date: &Range<usize>, cut: &Range<usize>) -> bool {
    let before = |list: &str| cut.start > clause.start && t.one_of(cut.start - 1, list);
    let copula = before("is was were are be") && (t.is_mark(date.end) || t.one_of(date.end, "of when where"));
    // "as Roe had in May", "spoke on the future"
    let short = before("had has have did do does") || t.is(date.end - 1, FUTURE | PAST) && !t.is(cut.start, IN | FUTURE);
    let behind = t.one_of(date.end, "'s")
        || date.clone().any(|i| t.is(i, SAME))
        || t.one_of(date.end, "and or") && !has_verb(t, date.end + 1..date.end + 5)
        || t.is(date.end - 1, UNIT) && t.one_of(date.end, "that when")
        || t.is(date.end, COMMA) && t.one_of(date.end + 1, "when where which");
    let noun = cut.start == date.start && date.start > clause.start && (determines(t, date.start - 1) || t.one_of(date.start - 1, "'s"));
    before(BOUNDING) || before("and or") || copula || short || noun || behind || t.one_of(cut.start, "of")
}

/// Whether the date modifies the verb of its clause and nothing else: it leads the clause, stands right
/// beside its first verb, or is a day behind the only one.
fn belongs_to_verb(t: &Tokens<'_>, clause: &Range<usize>, cut: &Range<usize>) -> bool {
    let mut past = clause.start;
    let outside = |i: &usize| {
        past = past.max(aside(t, *i, clause.end).map_or(past, |close| close + 1));
        *i >= past && !cut.contains(i)
    };
    let rest: Vec<usize> = clause.clone().filter(outside).collect();
    let Some(&first) = rest.iter().find(|&&i| is_verb(t, i)) else { return false };
    let last = verb_end(t, first);
    let other_date = |i: usize| t.is(i, WEEKDAY | DEICTIC | MONTH | YEAR | SAME | TONIGHT) && !t.one_of(i, "may");
    if (clause.start..cut.start).all(|i| t.one_of(i, label::OPENERS)) {
        let subject = t.is(cut.end, COMMA | THE | A) || t.capital(cut.end) || t.one_of(cut.end, PRONOUNS) || t.one_of(cut.end, OWNERS);
        let tied = t.one_of(cut.start, LEADING);
        return (subject || tied) && first > cut.end && !(cut.end..first).any(other_date);
    }
    // "news reports that began at noon", "the court's opinion, released on Monday"
    let before = |i: &usize| t.is(*i, COMMA) && *i + 1 == first && *i != cut.end || t.one_of(*i, "who which that");
    // "In an advisory issued on Monday, the office said": the verb is of the adjunct.
    let adjunct = t.one_of(clause.start, ADJUNCTS) && !(clause.start..first).any(|i| t.is(i, COMMA));
    let other = adjunct || rest.iter().take_while(|&&i| i < first).any(before);
    let beside = (cut.end == first || cut.end + 1 == first && t.is(cut.end, COMMA)) && !t.is_mark(cut.start.saturating_sub(1))
        || cut.start == last + 1;
    // "Roe was elected in 1998, and Poe in 2006"
    let row = cut.start > first && rest.iter().any(|&i| i > last && other_date(i) && t.is(i - 1, IN | ON));
    if beside && !other && !row && !is_verb(t, cut.end.max(last + 1)) && !t.is(cut.end.saturating_sub(1), REFERENCE) {
        return true;
    }
    let day = cut.clone().any(|i| t.is(i, WEEKDAY | DEICTIC | TONIGHT | DAY | ORDINAL | CLOCK | NOON | ISO | SLASHES));
    let noun = |i: usize| t.one_of(i, "to who which that") || t.lower(i).len() > 5 && t.lower(i).ends_with("ing");
    day && !other
        && cut.start > last
        && rest.iter().all(|&i| !other_date(i) && (i <= last || !is_verb(t, i)))
        && !(last..cut.start).any(noun)
}
