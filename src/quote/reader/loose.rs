//! What no cue claims: quotations by their neighbours, signatures, messages, headlines with a colon.
//!
//! In: a unit whose cues were read. Out: drafts for the quotations left over, each with a low confidence; scare quotes,
//! titles, references and pull quotes are left out.

use super::*;

impl Reader<'_, '_> {
    /// "Minister: taxes will rise" in a headline.
    pub(super) fn headline(&mut self, number: usize, unit: Unit) {
        let syntax = self.syntax;
        if syntax.doc.blocks.get(unit.block).is_none_or(|b| b.kind != BlockKind::Headline) {
            return;
        }
        let Some(colon) = (unit.first + 1..unit.end.min(unit.first + 7)).find(|&k| syntax.tag(k) == Tag::Colon) else { return };
        let named = (unit.first..colon).all(|k| matches!(syntax.tag(k), Tag::Name | Tag::Noun | Tag::Gen | Tag::Num));
        let letter = syntax.doc.form(unit.first).chars().count() == 1;
        if !named || letter || colon + 2 >= unit.end || !syntax.speaks(colon + 1, unit.end) && syntax.marks.opens(colon + 1).is_none() {
            return;
        }
        let source = self.speakers.source(syntax, &Subject { range: unit.first..colon, antecedent: None });
        let content = vec![colon + 1..unit.end];
        let kind = self.kind(&content);
        self.push(number, kind, content, None, Some(source), unit.first, 55, "a headline names the speaker before a colon");
    }

    /// "— Ann Lee (@annlee) July 3, 2016": the paragraph before is the message that this signs.
    pub(super) fn message(&mut self, number: usize, unit: Unit) {
        let syntax = self.syntax;
        if syntax.tag(unit.first) != Tag::Dash {
            return;
        }
        let end = syntax.core_right(unit.first + 1, unit.end.min(unit.first + 8));
        let name = unit.first + 1..(unit.first + 1..end).find(|&k| syntax.tag(k) == Tag::Open).unwrap_or(end);
        let handle = (name.end..unit.end.min(name.end + 4)).any(|k| syntax.doc.form(k).starts_with('@'));
        let Some(previous) = unit.block.checked_sub(1).and_then(|b| syntax.doc.blocks.get(b)).filter(|b| b.kind == BlockKind::Body) else {
            return;
        };
        let content = syntax.doc.tokens_in(previous.span);
        let said = self.drafts.iter().rev().take_while(|d| d.unit + 12 > number).any(|d| d.order >= content.start);
        if !handle || said || name.is_empty() || content.is_empty() || content.len() > 120 {
            return;
        }
        let source = self.speakers.source(syntax, &Subject { range: name, antecedent: None });
        let order = content.start;
        self.push(number, StatementKind::Direct, vec![content], None, Some(source), order, 75, "a message, with its sender beneath");
    }

    /// Quotations that begin in the unit and that no cue claimed.
    pub(super) fn quotations(&mut self, number: usize, unit: Unit) {
        let syntax = self.syntax;
        let mut i = unit.first;
        while i < unit.end {
            let Some(q) = syntax.marks.opens(i) else {
                i += 1;
                continue;
            };
            i = q.end.max(i + 1);
            let Some(index) = syntax.marks.at(q.open) else { continue };
            if self.used.get(index).copied().unwrap_or(true) {
                continue;
            }
            let n = q.inner_end().saturating_sub(q.inner_first());
            // It goes on in the next paragraph, where its speaker may be named.
            let announced = q.open > unit.first && syntax.tag(q.open - 1) == Tag::Colon;
            if q.carries
                && !announced
                && !(index > 0
                    && syntax.marks.quotations.get(index - 1).is_some_and(|p| p.carries)
                    && self.used.get(index - 1) == Some(&true))
                && self.drafts.last().is_none_or(|d| d.unit + 1 < number || !matches!(d.kind, StatementKind::Direct | StatementKind::Mixed))
            {
                continue;
            }
            if self.reference(q.end, unit, number) {
                if let Some(u) = self.used.get_mut(index) {
                    *u = true;
                }
                continue;
            }
            let speaks = syntax.speaks(q.inner_first(), q.inner_end());
            let leads_unit = q.open == unit.first || q.open == unit.first + 1 && syntax.tag(unit.first) == Tag::Conj;
            let carried = index > 0
                && syntax.marks.quotations.get(index - 1).is_some_and(|p| p.carries)
                && self.used.get(index - 1).copied().unwrap_or(false);
            // A cue in the next unit may claim it: ""Why?" Roe asked."
            if q.end == unit.end && q.closed && self.claimed_next(number, q.end) {
                continue;
            }
            // It goes on from the statement before, in this paragraph or the last.
            let last = self.drafts.iter().rposition(|d| !d.stance && d.kind != StatementKind::Refusal);
            if let Some(last) = last {
                let previous = self.drafts.get(last).and_then(|d| self.syntax.units.get(d.unit)).copied();
                let quoted = self
                    .drafts
                    .get(last)
                    .is_some_and(|d| matches!(d.kind, StatementKind::Direct | StatementKind::Mixed) && d.source.is_some());
                let near = previous.is_some_and(|p| p.block == unit.block || p.block + 1 == unit.block);
                let adjacent =
                    self.drafts.get(last).is_some_and(|d| d.unit == number || d.unit + 1 == number || self.quotes_only(d.unit + 1, number));
                let trails =
                    self.drafts.get(last).is_some_and(|d| d.content.first().is_some_and(|r| r.start < d.order) || d.content.is_empty());
                let same_block = previous.is_some_and(|p| p.block == unit.block);
                if carried
                    || quoted
                        && near
                        && adjacent
                        && leads_unit
                        && n > 1
                        && (same_block && trails || speaks && n > 4 && (trails || same_block || !q.closed))
                {
                    if let Some(d) = self.drafts.get_mut(last) {
                        d.content.push(q.open..q.end);
                    }
                    if let Some(u) = self.used.get_mut(index) {
                        *u = true;
                    }
                    continue;
                }
            }
            if q.closed
                && n > 2
                && let Some(source) = self.signature(q.end, unit, number)
            {
                let source = self.speakers.source(syntax, &Subject { range: source, antecedent: None });
                self.push(
                    number,
                    StatementKind::Direct,
                    vec![q.open..q.end],
                    None,
                    Some(source),
                    q.open,
                    75,
                    "a name behind a dash signs the quotation",
                );
                continue;
            }
            // A pull quote: the same words stand in the report with their speaker.
            if n > 5 && self.pulled(q.open, index) {
                if let Some(u) = self.used.get_mut(index) {
                    *u = true;
                }
                continue;
            }
            let whole = n > 3 || n > 1 && leads_unit && syntax.tag(q.inner_end().saturating_sub(1)) == Tag::Stop;
            let sentence = speaks && whole && (leads_unit || matches!(syntax.before(q.open, unit.first), Tag::Colon));
            if sentence {
                self.orphan(number, unit, q.open, q.end, index);
            } else if n >= 3 && q.closed {
                self.fragment(number, unit, q.open, q.end, index);
            }
        }
    }

    /// The name that signs a quotation: ""We won." - Ann Lee", in the same line or the next.
    pub(super) fn signature(&self, end: usize, unit: Unit, number: usize) -> Option<Range<usize>> {
        let syntax = self.syntax;
        let (at, stop) = if end < unit.end {
            (end, unit.end)
        } else {
            syntax.units.get(number + 1).filter(|u| u.first == end).map(|u| (u.first, u.end))?
        };
        if syntax.tag(at) != Tag::Dash && !matches!(syntax.doc.form(at), "-" | "--") {
            return None;
        }
        let name = at + 1;
        let past = syntax.phrase_right(name, stop);
        let ends = past >= stop || matches!(syntax.tag(past), Tag::Comma | Tag::Stop | Tag::Open);
        (past > name && ends && syntax.tag(name) == Tag::Name && !syntax.speaks(name, stop)).then_some(name..past)
    }

    /// Whether a title is what stands in the marks: ""Fire at the mill" — Port Herald, May 3, 2011".
    fn reference(&self, end: usize, unit: Unit, number: usize) -> bool {
        let syntax = self.syntax;
        let Some(name) = self.signature(end, unit, number) else { return false };
        let last = syntax.doc.sentences.get(syntax.doc.sentence_of(name.end.saturating_sub(1))).map_or(name.end, |s| s.last as usize);
        syntax.tag(name.end) == Tag::Comma
            && name.end + 1 < last
            && (name.end + 1..last)
                .all(|k| syntax.is_time(k) || matches!(syntax.tag(k), Tag::Num | Tag::Comma | Tag::Stop) || syntax.tag(k) == Tag::Name)
            && (name.end + 1..last).any(|k| syntax.is_time(k) || syntax.tag(k) == Tag::Num)
    }

    /// Whether another quotation begins with the same words.
    fn pulled(&self, open: usize, index: usize) -> bool {
        let syntax = self.syntax;
        let same = |at: usize| (1..6).all(|k| syntax.lower(open + k) == syntax.lower(at + k));
        self.openings
            .get(&syntax.doc.tokens.get(open + 1).map_or(0, |t| t.form.0))
            .is_some_and(|list| list.iter().take(20).any(|&n| n != index && syntax.marks.quotations.get(n).is_some_and(|q| same(q.open))))
    }

    /// Whether only quotations stand in the units from `first` to before `last`.
    pub(super) fn quotes_only(&self, first: usize, last: usize) -> bool {
        last.saturating_sub(first) < 8
            && (first..last)
                .all(|u| self.syntax.units.get(u).is_some_and(|u| self.syntax.marks.opens(u.first).is_some_and(|q| q.end == u.end)))
    }

    /// Whether the unit behind a quotation begins with an attribution clause of its own.
    pub(super) fn claimed_next(&self, number: usize, end: usize) -> bool {
        let syntax = self.syntax;
        let Some(next) = syntax.units.get(number + 1).copied().filter(|u| u.first == end) else { return false };
        if !self.quote_before(next) {
            return false;
        }
        let stop = next.end.min(next.first + 14);
        cues::find(syntax, next.first, stop).into_iter().take(1).any(|hit| {
            let f = self.surroundings(hit, next);
            f.trails == Some(next.first) && syntax.right(&f.hit, next, &[]).is_none() && self.left(&f, next, next.first).is_some()
        })
    }

    /// A sentence in quotation marks without a cue: the subject of what stands before it speaks, if anyone.
    pub(super) fn orphan(&mut self, number: usize, unit: Unit, open: usize, end: usize, index: usize) {
        let syntax = self.syntax;
        let mut colon = false;
        let before = if open > unit.first + 1 {
            syntax.clause_subject(open, unit.first)
        } else {
            // Of the sentence before it, or of one that ends in a colon and so announces it.
            let previous = number.checked_sub(1).and_then(|n| syntax.units.get(n)).filter(|p| p.end == unit.first);
            let announces = previous.is_some_and(|p| syntax.tag(p.end - 1) == Tag::Colon);
            colon = announces && open == unit.first;
            previous.filter(|p| p.block == unit.block || colon).and_then(|p| self.main_subject(*p))
        };
        // "Roe: "I said no."": a label.
        let label = (open > unit.first && syntax.tag(open - 1) == Tag::Colon)
            .then(|| syntax.phrase_left(open - 1, unit.first).map(|s| Subject { range: s..open - 1, antecedent: None }))
            .flatten()
            .filter(|s| {
                let names = s.range.clone().filter(|&k| syntax.word(k).capital).count();
                matches!(syntax.before(s.range.start, unit.first), Tag::End | Tag::Quote | Tag::Stop | Tag::Colon)
                    && (s.range.len() < 6 || s.range.len() < 20 && 2 * names > s.range.len())
            });
        let before = label.or(before);
        let before = before.filter(|s| !matches!(syntax.tag(s.range.start), Tag::Rel | Tag::That | Tag::Det if s.range.len() == 1));
        // A paragraph that is one quotation goes on with the last voice.
        let said = |d: &&Draft| d.source.is_some() && d.cue.is_some() && d.kind != StatementKind::Refusal && !d.stance;
        let size = |d: &&Draft| d.content.iter().map(ExactSizeIterator::len).sum::<usize>();
        let last = self.drafts.iter().rev().find(said).map(|d| d.unit);
        // Of nested voices the outermost, which speaks in the report itself.
        let last = last.and_then(|unit| {
            self.drafts.iter().rev().take_while(|d| d.unit >= unit).filter(|d| d.unit == unit).filter(said).max_by_key(size)
        });
        let before = before.filter(|_| colon || !(open == unit.first && last.is_some_and(|d| d.unit + 1 == number)));
        let heard = last
            .filter(|d| before.is_none() && open == unit.first && self.syntax.units.get(d.unit).is_some_and(|u| u.block + 3 >= unit.block));
        if let Some(source) = heard.and_then(|d| d.source.clone()) {
            self.push(
                number,
                StatementKind::Direct,
                vec![open..end],
                None,
                Some(source),
                open,
                55,
                "a quotation that follows words of its speaker",
            );
            if let Some(u) = self.used.get_mut(index) {
                *u = true;
            }
            return;
        }
        let (source, confidence, reason) = match before {
            Some(subject) => (Some(self.speakers.source(syntax, &subject)), 58, "a quotation after a sentence about its speaker"),
            None => (None, 40, "a quotation without a stated speaker"),
        };
        self.push(number, StatementKind::Direct, vec![open..end], None, source, open, confidence, reason);
        if let Some(u) = self.used.get_mut(index) {
            *u = true;
        }
    }

    /// The subject of the first finite verb of a unit.
    pub(super) fn main_subject(&self, unit: Unit) -> Option<Subject> {
        let syntax = self.syntax;
        let mut i = unit.first;
        while i < unit.end {
            if syntax.tag(i).finite() && syntax.marks.at(i).is_none() {
                let subject = syntax.subject(i, unit.first);
                if subject.as_ref().is_some_and(|s| !matches!(syntax.tag(s.range.start), Tag::Rel | Tag::That)) {
                    return subject;
                }
            }
            i = syntax.step(i, unit.end);
        }
        None
    }

    /// Some quoted words inside a sentence: "to "break the deadlock"".
    pub(super) fn fragment(&mut self, number: usize, unit: Unit, open: usize, end: usize, index: usize) {
        let syntax = self.syntax;
        // A headline quotes whom its report names.
        if syntax.doc.blocks.get(unit.block).is_some_and(|b| b.kind == BlockKind::Headline) {
            return;
        }
        // Two words are a name or a scare quote; what somebody was charged "for" is not what he said.
        let words = (open + 1..end).filter(|&k| !matches!(syntax.tag(k), Tag::Stop | Tag::Comma | Tag::Quote | Tag::Mark)).count();
        if words < 3 || self.names_a_work(open, end, unit) || syntax.lower(open.saturating_sub(1)) == "for" {
            return;
        }
        let Some(subject) = syntax.nearest_subject(open, unit.first) else { return };
        if matches!(syntax.tag(subject.range.start), Tag::Rel | Tag::That) {
            return;
        }
        let source = self.speakers.source(syntax, &subject);
        if syntax.lower(subject.range.start) == "it"
            || matches!(source.class, SourceClass::Collective | SourceClass::Unnamed) && source.mention.is_none() && source.entity.is_none()
        {
            return;
        }
        self.push(
            number,
            StatementKind::Direct,
            vec![open..end],
            None,
            Some(source),
            open,
            50,
            "words in quotation marks, by the subject of their clause",
        );
        if let Some(u) = self.used.get_mut(index) {
            *u = true;
        }
    }

    /// Titles, names, mottos: capitals throughout, or a word before them that names.
    pub(super) fn names_a_work(&self, open: usize, end: usize, unit: Unit) -> bool {
        let syntax = self.syntax;
        let inner = open + 1..end.saturating_sub(1);
        let long = |k: &usize| syntax.doc.form(*k).chars().count() > 3;
        let capitals = inner.clone().filter(long).all(|k| syntax.word(k).capital) && inner.clone().any(|k| long(&k));
        let naming = (open.saturating_sub(3).max(unit.first)..open).any(|k| {
            matches!(
                syntax.lower(k),
                "called"
                    | "named"
                    | "titled"
                    | "entitled"
                    | "dubbed"
                    | "nicknamed"
                    | "known"
                    | "headlined"
                    | "slogan"
                    | "motto"
                    | "title"
                    | "song"
                    | "book"
                    | "film"
                    | "album"
                    | "movie"
                    | "single"
                    | "hit"
                    | "show"
                    | "series"
                    | "episode"
                    | "novel"
                    | "reading"
                    | "read"
                    | "reads"
                    | "labeled"
                    | "labelled"
                    | "marked"
                    | "word"
                    | "phrase"
                    | "term"
                    | "words"
                    | "so-called"
                    | "hashtag"
                    | "logo"
                    | "nickname"
            )
        });
        capitals || naming
    }
}
