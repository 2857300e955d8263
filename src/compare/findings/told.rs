//! What only one report tells: sentences that the other has no counterpart of, and clauses that it adds to what
//! both tell.
//!
//! A sentence is held against every two sentences in a row of the other report, by what it says beside the names
//! that both have: stems, figures by their value. A word that both reports use again and again counts little. Where less than a third of
//! that weight stands over there, the sentence is new; otherwise the clause that holds none of it is, if there is
//! one. Words that tell one thing (`synonyms`) count as one word, and what somebody whom both name did is not new where
//! another sentence, wherever it stands, lets the same one do it. The same fact in quite other words is taken for new.

use super::speakers::{asks, in_passing, is_pronoun};
use super::title;
use super::{finding, teller};
use crate::compare::Context;
use crate::compare::postings::Postings;
use crate::compare::synonyms::Synonyms;
use crate::compare::view::{Told, View};
use crate::compare::words::RARE;
use crate::compare::{EventLabel, FigureRelation, Finding, FindingKind, Side};
use crate::date::Day;
use crate::entity::Kind;
use crate::order::Arrange;
use crate::quote::{Statement, StatementKind};
use crate::text::{Side as Mark, Span, flat};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Most findings of one report, and how many of them come before everything that only one report has.
const MOST: usize = 10;
const FIRST: usize = 3;
/// How many of the things told, weightiest first, are looked at more closely.
const TRIED: usize = 96;
/// A stem that stands in more sentences than this of the other report leads to none of them.
const SPREAD: usize = 24;
/// Share of a sentence's weight, in percent, from which the other report tells the matter, too.
const KNOWN: u32 = 33;
/// The same for a quotation.
const QUOTED: u32 = 60;
/// Likeness of two sentences, in percent, from which they tell one thing, and the share of weight that is known at least.
const ALIKE: u8 = 22;
const SOME: u32 = 20;
/// What the lead is worth beside other sentences, and how much less what lies more than a year back.
const NEWS: u32 = 16;
const BACKGROUND: u32 = 10;
const YEAR: i32 = 366;
/// Content words that make a sentence a lead.
const FULL: usize = 4;
/// A run of more tokens is no sentence.
const LONGEST: usize = 200;
/// Least weight (quarter bits) of a sentence, and of a clause that is new in a known sentence.
const LEAST: u32 = 20;
const CLAUSE: u32 = 30;
/// Share of a sentence's weight, in percent, that the other report has at least where it lets the same one do the same.
const DEED: u32 = 15;
/// Least weight (quarter bits) of a word beside doer and deed.
const TELLING: u16 = 12;
/// Most statements of one source that are shown, and of one who has a finding of his own as a speaker.
const VOICE: usize = 2;
const SPEAKER: usize = 1;

/// Finds what each report tells alone. Of two events everything is told by one report only, and not worth a word.
pub(super) fn findings(cx: &Context<'_>, synonyms: &Synonyms, out: &mut Vec<Finding>) {
    if cx.label == EventLabel::Different {
        return;
    }
    let (lefts, rights) = (&cx.sentences.by_stem_left, &cx.sentences.by_stem_right);
    // A stem weighs the less the more sentences of both reports have it.
    let times = |stem: u32| lefts.of(stem).len().min(rights.of(stem).len()).max(1) as u32;
    let weights: Vec<u32> = (0..cx.stems.len() as u32).map(|s| u32::from(cx.stems.weight(s)) * 2 / (times(s) + 1)).collect();
    Reader::new(cx, Side::Left, rights, &weights, synonyms).findings(out);
    Reader::new(cx, Side::Right, lefts, &weights, synonyms).findings(out);
}

/// One thing that a report tells alone: sentences that belong together, or a clause of one.
struct New {
    sentences: Range<usize>,
    tokens: Range<usize>,
    /// Whether it is a clause of a sentence that the other report tells otherwise.
    part: bool,
    value: u32,
}

/// A source by its entity, else by its name.
type Voice = (Option<u32>, String);

/// A word of a sentence that says something beside names that both reports have.
struct Word {
    token: usize,
    weight: u32,
    known: bool,
}

/// Reads one report against the other.
struct Reader<'a> {
    cx: &'a Context<'a>,
    side: Side,
    view: &'a View<'a>,
    other: &'a View<'a>,
    /// Sentences of the other report by their stems, and what a stem weighs.
    others: &'a Postings,
    weights: &'a [u32],
    synonyms: &'a Synonyms,
    best: &'a [Option<(usize, u8)>],
    /// The statement of which most of a sentence is, for every sentence.
    voiced: Vec<Option<usize>>,
    /// Where the words that attribute stand, in text order.
    cues: Vec<Span>,
    /// Tolls that both reports give alike: the other report's by this one's.
    tolls: BTreeMap<u32, u32>,
    /// The day of the report; without one of its own, the last that it names.
    day: Option<Day>,
    /// The first sentence of the body that says something.
    lead: Option<usize>,
    /// Headline and lead of the other report, if both tell of one event.
    news: Vec<&'a Told>,
}

impl<'a> Reader<'a> {
    fn new(cx: &'a Context<'a>, side: Side, others: &'a Postings, weights: &'a [u32], synonyms: &'a Synonyms) -> Self {
        let (view, other, best) = side.of((cx.left, cx.right, &cx.sentences.best_left), (cx.right, cx.left, &cx.sentences.best_right));
        let mut cues: Vec<Span> = view.report.statements.iter().filter_map(|s| s.cue.as_ref()).map(|c| c.span).collect();
        cues.arrange();
        let equal = cx.figures.iter().filter(|l| l.toll && l.link.relation == FigureRelation::Equal).map(|l| (l.link.left, l.link.right));
        let tolls = equal.map(|(l, r)| side.of((l, r), (r, l))).collect();
        let day = view.report.published.or_else(|| view.report.dates.iter().filter_map(|d| d.interval).map(|i| i.first).max());
        let news = if cx.label == EventLabel::Same { opening(other) } else { Vec::new() };
        let (voiced, lead) = (voiced(view), lead(view));
        Self { cx, side, view, other, others, weights, synonyms, best, voiced, cues, tolls, day, lead, news }
    }

    fn findings(&self, out: &mut Vec<Finding>) {
        let mut weights = vec![0u32; self.other.sentences.len()];
        let shown = self.shown(out);
        let sentences = (0..self.view.sentences.len()).filter(|n| !shown.contains(n));
        let new: Vec<New> = sentences.filter_map(|n| self.new_in(n, &mut weights)).collect();
        let mut items = self.joined(new);
        items.arrange_by_key(|n| (std::cmp::Reverse(n.value), n.sentences.start));
        items.truncate(TRIED);
        let speakers = self.speakers(out);
        let mut voices: BTreeMap<Voice, usize> = BTreeMap::new();
        let titled = items.into_iter().filter_map(|n| self.settled(n, &mut weights)).filter_map(|n| Some((self.title(&n)?, n)));
        let titled = titled.filter(|(_, new)| {
            let Some(source) = self.statement(new.sentences.start).and_then(|s| s.source.as_ref()) else { return true };
            let most = if speakers.contains(&source.span) { SPEAKER } else { VOICE };
            let count = voices.entry((source.entity, source.entity.map_or_else(|| source.name.clone(), |_| String::new()))).or_default();
            *count += 1;
            *count <= most
        });
        for (rank, (title, new)) in titled.take(MOST).enumerate() {
            let importance = if rank < FIRST { 45 - rank as u8 } else { (new.value / 2).clamp(8, 24) as u8 };
            let reason = if new.part {
                "The other report tells of the matter, but has nothing of this part of the sentence."
            } else {
                "No two sentences in a row of the other report tell the same."
            };
            let mut f = finding(FindingKind::ToldOnly, importance, title, reason.to_owned());
            let spans = if new.part {
                vec![self.view.report.document.span(new.tokens)]
            } else {
                self.view.sentences.get(new.sentences).unwrap_or(&[]).iter().map(|t| t.span).collect()
            };
            *self.side.of(&mut f.left, &mut f.right) = spans;
            out.push(f);
        }
    }

    /// Where the sources stand that have a finding of their own.
    fn speakers(&self, findings: &[Finding]) -> BTreeSet<Span> {
        let of = findings.iter().filter(|f| f.kind == FindingKind::SpeakerOnly);
        of.flat_map(|f| self.side.of(&f.left, &f.right)).copied().collect()
    }

    /// Sentences that another finding sets beside the other report's.
    fn shown(&self, findings: &[Finding]) -> BTreeSet<usize> {
        let both = findings.iter().filter(|f| !f.left.is_empty() && !f.right.is_empty() && f.kind != FindingKind::NameDiffers);
        let spans = both.flat_map(|f| self.side.of(&f.left, &f.right));
        spans.filter_map(|s| self.view.sentence(*s)).collect()
    }

    /// What sentence `n` tells alone, a clause of it not yet chosen.
    fn new_in(&self, n: usize, weights: &mut [u32]) -> Option<New> {
        let told = self.view.sentences.get(n)?;
        let doc = &self.view.report.document;
        if told.headline
            || told.last - told.first > LONGEST
            || !doc.is_body(doc.sentence_of(told.first))
            || self.unmarked_speech(n, told)
            || points(self.view, told)
        {
            return None;
        }
        let window = self.window(told, weights);
        let words = self.words(told, window.clone());
        let (known, new) = sums(&words, &(told.first..told.last));
        if known + new < LEAST || words.len() < 2 || 100 * known >= DEED * (known + new) && self.done_there(told) {
            return None;
        }
        let counterpart = self.best.get(n).copied().flatten().map_or(0, |b| b.1);
        // Another quotation is another utterance, however alike it is, unless it is linked as the same.
        let quotation = self.statement(n).is_some_and(|s| s.kind == StatementKind::Direct);
        let least = if quotation { QUOTED } else { KNOWN };
        let alike = counterpart >= ALIKE && !quotation && 100 * known >= SOME * (known + new);
        let part =
            100 * known >= least * (known + new) || alike || self.same_toll(told, window) || !quotation && self.news_end(n, told).is_some();
        if part && new < CLAUSE {
            return None;
        }
        let value = self.value(n, told, new).saturating_sub(if part { 6 } else { 0 });
        Some(New { sentences: n..n + 1, tokens: told.first..told.last, part, value })
    }

    /// With the clause chosen that is new, where the sentence is not new as a whole.
    fn settled(&self, new: New, weights: &mut [u32]) -> Option<New> {
        if !new.part {
            return Some(new);
        }
        let told = self.view.sentences.get(new.sentences.start)?;
        let words = self.words(told, self.window(told, weights));
        let news = self.news_end(new.sentences.start, told);
        Some(New { tokens: self.new_clause(told, &words, news.unwrap_or(told.first))?, ..new })
    }

    /// How much a sentence with so much new in it matters.
    fn value(&self, n: usize, told: &Told, weight: u32) -> u32 {
        let new = told.entities.iter().filter(|e| !self.cx.entities.shared(self.side, **e)).count().min(3) as u32;
        // Earlier sentences matter more: the lead of the inverted pyramid comes first.
        let position = 20 - (20 * n / self.view.sentences.len().max(1)) as u32;
        let reaction = self.statement(n).is_some();
        let value = position + 6 * new + 5 * told.figures.len().min(2) as u32 + weight.min(300) / 15 + if reaction { 0 } else { 8 };
        // The news itself before anything else, what lies years back after it.
        (value + if self.lead == Some(n) { NEWS } else { 0 }).saturating_sub(if self.lies_back(told) { BACKGROUND } else { 0 })
    }

    /// Whether a sentence tells of years gone by.
    fn lies_back(&self, told: &Told) -> bool {
        let dates = || told.dates.iter().filter_map(|d| self.view.report.dates.get(*d as usize)).filter_map(|d| d.interval);
        self.day.is_some_and(|day| dates().next().is_some() && dates().all(|i| i.last.0 + YEAR < day.0))
    }

    /// Whether a sentence is somebody's speech without quotation marks: "we" and "our" outside of any statement.
    fn unmarked_speech(&self, n: usize, told: &Told) -> bool {
        let doc = &self.view.report.document;
        let mut inside = false;
        self.statement(n).is_none()
            && (told.first..told.last).any(|i| {
                inside = match doc.side(i) {
                    Mark::Open => true,
                    Mark::Close => false,
                    Mark::None => inside,
                };
                !inside && (doc.form(i) == "us" || matches!(doc.lower(i), "i" | "we" | "our" | "my"))
            })
    }

    /// Whether a sentence of the other report lets one whom both name do what this sentence lets him do, of a matter
    /// that has another word in common.
    fn done_there(&self, told: &Told) -> bool {
        let links = |view: &View<'_>, side: Side, told: &Told| -> BTreeSet<u32> {
            let actor =
                |e: &&u32| view.report.entities.get(**e as usize).is_some_and(|e| matches!(e.kind, Kind::Person | Kind::Organization));
            told.entities.iter().filter(actor).filter_map(|&e| self.cx.entities.link(side, e)).collect()
        };
        let doers = links(self.view, self.side, told);
        let deeds: Vec<u32> = (told.first..told.last)
            .filter(|&i| title::verbal(self.view, i))
            .filter_map(|i| self.view.stems.get(i).copied())
            .filter(|&s| self.cx.stems.weight(s) > 0)
            .collect();
        let names: BTreeSet<u32> = (told.first..told.last)
            .filter(|i| self.view.proper.get(*i) == Some(&true))
            .filter_map(|i| self.view.stems.get(i).copied())
            .collect();
        deeds.iter().any(|&deed| {
            let places = self.synonyms.with(deed).into_iter().map(|s| self.others.of(s)).filter(|p| p.len() <= SPREAD).flatten();
            places.filter_map(|&p| self.other.sentences.get(p as usize)).any(|there| {
                let matter = |s: &&u32| self.cx.stems.weight(**s) >= TELLING && !names.contains(s) && !self.synonyms.same(**s, deed);
                !links(self.other, self.side.other(), there).is_disjoint(&doers)
                    && told.content.iter().filter(matter).any(|s| there.content.binary_search(s).is_ok())
            })
        })
    }

    /// Where the main clause of sentence `n` ends, if that is the lead and tells, in whatever words, the news with which
    /// the other report opens: both tell of one event, and both name somebody or something there.
    fn news_end(&self, n: usize, told: &Told) -> Option<usize> {
        if self.lead != Some(n) || self.news.is_empty() {
            return None;
        }
        let main = |c: &Range<usize>| !title::leads(self.view, c.start) && c.clone().any(|i| title::verbal(self.view, i));
        let main = title::clauses(self.view, told.first..told.last).into_iter().find(main)?;
        let there =
            |link: u32| self.news.iter().flat_map(|t| &t.entities).any(|&e| self.cx.entities.link(self.side.other(), e) == Some(link));
        let named = self.view.mentions(self.view.report.document.span(main.clone())).filter_map(|m| m.entity);
        named.filter_map(|e| self.cx.entities.link(self.side, e)).any(there).then_some(main.end)
    }

    /// The two sentences in a row of the other report that have most of this one's words.
    fn window(&self, told: &Told, weights: &mut [u32]) -> Range<usize> {
        let mut touched: Vec<usize> = Vec::new();
        for &stem in &told.content {
            let places = self.others.of(stem);
            if places.len() > SPREAD {
                continue;
            }
            let weight = self.weight(stem);
            for &place in places {
                if let Some(slot) = weights.get_mut(place as usize) {
                    if *slot == 0 {
                        touched.push(place as usize);
                    }
                    *slot += weight;
                }
            }
        }
        let of = |n: usize| weights.get(n).copied().unwrap_or(0);
        let best = touched.iter().copied().max_by_key(|&n| (of(n), std::cmp::Reverse(n)));
        let window = best.map_or(0..0, |n| {
            let before = n.checked_sub(1).filter(|&b| of(b) > of(n + 1));
            before.map_or(n..(n + 2).min(self.other.sentences.len()), |b| b..n + 1)
        });
        for n in touched {
            if let Some(slot) = weights.get_mut(n) {
                *slot = 0;
            }
        }
        window
    }

    fn weight(&self, stem: u32) -> u32 {
        self.weights.get(stem as usize).copied().unwrap_or(0)
    }

    /// The words of a sentence that say something, and whether the other report has them in `window`.
    fn words(&self, told: &Told, window: Range<usize>) -> Vec<Word> {
        let report = self.view.report;
        let window = self.other.sentences.get(window).unwrap_or(&[]);
        let mut words: Vec<Word> = Vec::new();
        let mut seen: Vec<u32> = Vec::new();
        let mut numbers: Vec<Range<usize>> = Vec::new();
        for figure in told.figures.iter().filter_map(|f| report.figures.get(*f as usize)) {
            let tokens = report.document.tokens_in(figure.span);
            let same = |f: &u32| self.other.report.figures.get(*f as usize).is_some_and(|o| (o.low, o.high) == (figure.low, figure.high));
            words.push(Word { token: tokens.start, weight: u32::from(RARE), known: window.iter().flat_map(|t| &t.figures).any(same) });
            numbers.push(tokens);
        }
        let shared = self.shared_names(told);
        for token in told.first..told.last {
            let Some(&stem) = self.view.stems.get(token) else { continue };
            let weight = self.weight(stem);
            if weight == 0 || seen.contains(&stem) || shared.iter().chain(&numbers).any(|r| r.contains(&token)) {
                continue;
            }
            seen.push(stem);
            let told_there = |t: &Told| t.content.binary_search(&stem).is_ok() || t.content.iter().any(|&s| self.synonyms.same(s, stem));
            let known = window.iter().any(told_there);
            words.push(Word { token, weight, known });
        }
        words.arrange_by_key(|w| w.token);
        words
    }

    /// Where a sentence names what both reports name, describes somebody, or gives a date.
    fn shared_names(&self, told: &Told) -> Vec<Range<usize>> {
        let report = self.view.report;
        let names =
            self.view.mentions(told.span).filter(|m| m.entity.is_some_and(|e| self.cx.entities.shared(self.side, e))).map(|m| m.span);
        let dates = told.dates.iter().filter_map(|d| report.dates.get(*d as usize)).map(|d| d.span);
        let from = self.view.titles.partition_point(|t| t.end <= told.span.start);
        let titles = self.view.titles.get(from..).unwrap_or(&[]).iter().take_while(|t| t.start < told.span.end).copied();
        names.chain(dates).chain(titles).map(|s| report.document.tokens_in(s)).collect()
    }

    /// Whether a sentence counts the dead, the injured or the like, and the other report counts as many in `window`.
    fn same_toll(&self, told: &Told, window: Range<usize>) -> bool {
        let window = self.other.sentences.get(window).unwrap_or(&[]);
        let mut others = told.figures.iter().filter_map(|own| self.tolls.get(own));
        others.any(|other| window.is_empty() || window.iter().any(|t| t.figures.contains(other)))
    }

    /// The clauses in a row from token `from` that hold most of what is new in a sentence and hardly anything that is known.
    fn new_clause(&self, told: &Told, words: &[Word], from: usize) -> Option<Range<usize>> {
        // Who said it is no news of its own.
        let attributes = |r: &Range<usize>| {
            let span = self.view.report.document.span(r.clone());
            self.cues.get(self.cues.partition_point(|c| c.end <= span.start)).is_some_and(|c| c.overlaps(span))
        };
        let clauses = title::clauses(self.view, told.first..told.last);
        let mut best: Option<(Range<usize>, u32)> = None;
        let mut run: Option<(Range<usize>, u32, u32)> = None;
        for clause in clauses.into_iter().filter(|c| c.start >= from) {
            let (known, new) = if attributes(&clause) { (1, 0) } else { sums(words, &clause) };
            run = match run.filter(|_| 4 * known <= new) {
                Some((r, k, n)) => Some((r.start..clause.end, k + known, n + new)),
                None if 4 * known <= new => Some((clause, known, new)),
                None => None,
            };
            if let Some((r, _, n)) = run.as_ref().filter(|r| r.0.len() >= 5 && r.2 >= CLAUSE)
                && best.as_ref().is_none_or(|b| *n > b.1)
            {
                best = Some((r.clone(), *n));
            }
        }
        best.map(|b| b.0)
    }

    /// One quotation over several sentences is one thing, and so are a sentence and one that leans on it.
    fn joined(&self, new: Vec<New>) -> Vec<New> {
        let mut out: Vec<New> = Vec::new();
        for item in new {
            if let Some(last) = out.last_mut()
                && last.sentences.end == item.sentences.start
                && !last.part
                && !item.part
                && self.belongs(last.sentences.end - 1, item.sentences.start)
            {
                last.sentences.end = item.sentences.end;
                last.tokens.end = item.tokens.end;
                last.value = last.value.max(item.value);
                continue;
            }
            out.push(item);
        }
        out
    }

    fn belongs(&self, before: usize, after: usize) -> bool {
        let voice = |n: usize| self.statement(n);
        let direct = |s: &&Statement| s.kind == StatementKind::Direct;
        match (voice(before).filter(direct), voice(after).filter(direct)) {
            (Some(a), Some(b)) => {
                let who = |s: &Statement| s.source.as_ref().map(|x| (x.entity, x.name.clone()));
                std::ptr::eq(a, b) || b.source.is_none() || who(a) == who(b)
            }
            (None, None) => {
                let doc = &self.view.report.document;
                let block =
                    |n: usize| self.view.sentences.get(n).and_then(|t| doc.sentences.get(doc.sentence_of(t.first))).map(|s| s.block);
                let leans = self.view.sentences.get(after).is_some_and(|t| title::leans(self.view, t.first..t.last));
                leans && block(before) == block(after)
            }
            _ => false,
        }
    }

    fn title(&self, new: &New) -> Option<String> {
        let who = title::capital(&teller(self.view, self.other, self.side));
        let told = self.view.sentences.get(new.sentences.start)?;
        if let Some(statement) = self.statement(new.sentences.start) {
            return self.said(&who, statement, told, new);
        }
        let part = (new.tokens.start > told.first).then(|| title::excerpt(self.view, new.tokens.clone())).flatten();
        let whole = || match self.news_end(new.sentences.start, told) {
            // What both tell is not shown for the sake of its end.
            Some(end) if new.part => (new.tokens.start >= end).then(|| title::tail(self.view, new.tokens.clone())).flatten(),
            _ => title::of(self.view, told.first..told.last),
        };
        let words = part.or_else(whole);
        Some(format!("{who} adds: {}", words?))
    }

    /// A statement with its source, unless the words themselves begin with it.
    fn said(&self, who: &str, statement: &Statement, told: &Told, new: &New) -> Option<String> {
        let doc = &self.view.report.document;
        let first = statement.content.iter().map(|c| doc.tokens_in(*c)).find(|c| c.end > new.tokens.start)?;
        let tokens = first.start.max(new.tokens.start)..first.end.min(new.tokens.end);
        if tokens.len() < 3 || asks(self.view, statement) {
            return None;
        }
        let name = self.speaker(statement);
        if statement.kind == StatementKind::Direct {
            let words = title::quoted(self.view, tokens)?;
            return Some(match name {
                Some(name) => format!("{who} quotes {name}: {words}"),
                None => format!("{who} has the quotation {words}"),
            });
        }
        let cue_first = statement.cue.as_ref().is_some_and(|c| told.span.contains(c.span) && doc.token_at(c.span.start) < tokens.start);
        if cue_first
            && new.tokens.start == told.first
            && let Some(words) = title::of(self.view, told.first..told.last)
        {
            return Some(format!("{who} adds: {words}"));
        }
        // A clause from the middle of what was said is not its matter.
        if new.tokens.start > first.start {
            return None;
        }
        let name = name?;
        Some(format!("{who} cites {name}: {}", title::reported(self.view, tokens, &name)?))
    }

    fn statement(&self, sentence: usize) -> Option<&'a Statement> {
        self.voiced.get(sentence).copied().flatten().and_then(|s| self.view.report.statements.get(s))
    }

    /// The name of a statement's source where it is sure who it is, else the words that describe it; `None` for a
    /// pronoun of whom nothing is sure.
    fn speaker(&self, statement: &Statement) -> Option<String> {
        let source = statement.source.as_ref().filter(|s| !in_passing(self.view, s))?;
        let words = flat(self.view.text(source.span));
        let name = title::named(self.view, source).unwrap_or(words);
        (!name.is_empty() && !is_pronoun(&name) && name.chars().count() <= 60).then_some(name)
    }
}

/// The number of the lead: the first sentence of the body that says something.
fn lead(view: &View<'_>) -> Option<usize> {
    view.sentences.iter().position(|t| !t.headline && t.content.len() >= FULL)
}

/// What a report opens with: its headline and its lead.
fn opening<'a>(view: &'a View<'_>) -> Vec<&'a Told> {
    let end = lead(view).map_or(0, |n| n + 1);
    view.sentences.iter().take(end).filter(|t| t.headline || t.content.len() >= FULL).collect()
}

/// Whether a sentence only points to what follows: "Here are the reasons", "including:".
fn points(view: &View<'_>, told: &Told) -> bool {
    let doc = &view.report.document;
    matches!(doc.lower(told.first), "here" | "here's" | "below" | "above") || told.last.checked_sub(1).is_some_and(|i| doc.form(i) == ":")
}

/// The weight of what is known and of what is new among the words of some tokens.
fn sums(words: &[Word], tokens: &Range<usize>) -> (u32, u32) {
    let inside = words.iter().filter(|w| tokens.contains(&w.token));
    inside.fold((0, 0), |(known, new), w| if w.known { (known + w.weight, new) } else { (known, new + w.weight) })
}

/// The statement to which at least half of a sentence belongs, or with which it opens, for every sentence.
fn voiced(view: &View<'_>) -> Vec<Option<usize>> {
    let mut best: Vec<(usize, Option<usize>)> = vec![(0, None); view.sentences.len()];
    for (number, statement) in view.report.statements.iter().enumerate() {
        for content in &statement.content {
            let Some(first) = view.sentence(*content) else { continue };
            let inside = view.sentences.get(first..).unwrap_or(&[]).iter().take_while(|t| t.span.start < content.end);
            for (n, told) in inside.enumerate() {
                let shared = told.span.end.min(content.end).saturating_sub(told.span.start.max(content.start)) as usize;
                // A quotation that opens a sentence is what it tells.
                let opens = statement.kind == StatementKind::Direct && content.start <= told.span.start;
                if let Some(slot) = best.get_mut(first + n).filter(|s| shared > s.0 && (opens || 2 * shared >= told.span.len())) {
                    *slot = (shared, Some(number));
                }
            }
        }
    }
    best.into_iter().map(|b| b.1).collect()
}
