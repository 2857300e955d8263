//! "According to X" and "per X", before, within and behind their clause.
//!
//! In: a unit. Out: drafts. Contents end before such a phrase, so that its places are found first.

use super::*;

impl Reader<'_, '_> {
    /// The ranges of "according to X" and "per X" in a unit, cue and source together.
    pub(super) fn prepositional(&self, unit: Unit) -> Vec<Range<usize>> {
        let syntax = self.syntax;
        let mut out = Vec::new();
        let mut i = unit.first;
        while i + 1 < unit.end {
            if syntax.marks.opens(i).is_some() {
                i = syntax.step(i, unit.end);
                continue;
            }
            let width = match syntax.lower(i) {
                "according" if syntax.lower(i + 1) == "to" => 2,
                "per"
                    if (i == unit.first || syntax.tag(i - 1) == Tag::Comma)
                        && syntax.tag(i + 1).begins_phrase()
                        && !matches!(syntax.lower(i + 1), "cent" | "request" | "capita" | "head")
                        && syntax.tag(i + 1) != Tag::Num =>
                {
                    1
                }
                _ => 0,
            };
            if width > 0 && syntax.tag(i + width) != Tag::Rel {
                // "He was, according to the Herald, the last of them.": what follows is no apposition.
                let open = i > unit.first + 1 && syntax.tag(i - 1) == Tag::Comma && syntax.tag(i - 2).finite();
                let end = if open { syntax.phrase_right(i + width, unit.end) } else { self.source_right(i + width, unit.end) };
                // "according to need" names no voice.
                let voice = end > i + width
                    && !matches!(
                        syntax.lower(end - 1),
                        "need" | "needs" | "schedule" | "size" | "age" | "type" | "plan" | "ability" | "preference" | "preferences"
                    );
                if voice {
                    out.push(i..end);
                    i = end;
                    continue;
                }
            }
            i += 1;
        }
        out
    }

    pub(super) fn according(&mut self, number: usize, unit: Unit, range: Range<usize>, floor: &mut usize, trailing: &[usize]) {
        let syntax = self.syntax;
        let width = if syntax.lower(range.start) == "per" { 1 } else { 2 };
        let cue_tokens = range.start..range.start + width;
        let before = syntax.before(range.start, unit.first);
        // Nothing before it could be its content: "However, according to Roe, ...".
        let alone = before == Tag::Comma && !syntax.speaks(unit.first, range.start) && range.start < unit.first + 8;
        let alone = alone && !(syntax.tag(range.end) == Tag::Comma && syntax.tag(range.end + 1).finite());
        let leads = alone
            || matches!(before, Tag::End | Tag::That | Tag::Conj | Tag::Rel | Tag::Sub | Tag::Colon | Tag::Semi)
            || before == Tag::Comma
                && matches!(syntax.before(range.start - 1, unit.first), Tag::Conj | Tag::That | Tag::Rel | Tag::Sub | Tag::Prep);
        let mut source_end = range.end;
        let mut content = Vec::new();
        if leads {
            // The source may run on to the comma: "according to a letter that the Herald saw, ...".
            let mut k = source_end;
            while k < unit.end && !matches!(syntax.tag(k), Tag::Comma | Tag::Semi | Tag::Stop | Tag::Quote) && k < source_end + 25 {
                k += 1;
            }
            // "according to Roe, who runs the port, ..."
            if syntax.tag(k) == Tag::Comma
                && syntax.tag(k + 1) == Tag::Rel
                && let Some(close) = (k + 2..unit.end.min(k + 40)).find(|&j| syntax.tag(j) == Tag::Comma)
            {
                k = close;
            }
            let at = if syntax.tag(k) == Tag::Comma { k + 1 } else { source_end };
            let end = syntax.sentence_end(at, unit.end, trailing);
            if end > at {
                if syntax.tag(k) == Tag::Comma {
                    source_end = k;
                }
                content.push(at..end);
            }
        }
        if content.is_empty() {
            let mut end = range.start;
            while end > *floor && matches!(syntax.tag(end - 1), Tag::Comma | Tag::Dash | Tag::Adv) {
                end -= 1;
            }
            let start = syntax.content_start(end, *floor);
            if start >= end {
                return;
            }
            // ""Why?" she said years later, according to her site.": nothing of its own stands before it.
            let bare = !syntax.speaks(start, end);
            if bare && *floor > unit.first && syntax.tag(source_end) != Tag::Comma {
                return;
            }
            content.push(start..end);
            // "He was, according to the Herald, the last of them."
            let open = syntax.tag(end - 1).finite();
            if (bare || open) && syntax.tag(source_end) == Tag::Comma {
                let stop = syntax.content_end(source_end + 1, unit.end, trailing, Extent::Clause);
                if stop > source_end + 1 {
                    content.push(source_end + 1..stop);
                }
            }
        }
        let mut source_start = range.start + width;
        while source_start < source_end && syntax.tag(source_start) == Tag::Mark {
            source_start += 1;
        }
        if source_start >= source_end {
            return;
        }
        // "according to the Herald, citing officials", "a report citing officials"
        let cites = (source_start + 1..source_end).find(|&k| matches!(syntax.lower(k), "citing" | "quoting"));
        let cited = match cites {
            Some(k) if k + 1 < source_end => Some(Subject { range: k + 1..source_end, antecedent: None }),
            _ => self.cited(source_end, unit),
        };
        let via: Vec<Source> = cited.map(|s| self.speakers.source(syntax, &s)).into_iter().collect();
        let source_end = cites.filter(|k| *k > source_start).unwrap_or(source_end);
        let source = self.speakers.source(syntax, &Subject { range: source_start..source_end, antecedent: None });
        let kind = self.kind(&content);
        let cue = Cue {
            span: syntax.doc.span(cue_tokens),
            lemma: if width == 2 { "according to" } else { "per" }.to_owned(),
            act: SpeechAct::States,
            negated: false,
            hedged: false,
        };
        let n = self.push(number, kind, content, Some(cue), Some(source), range.start, 88, "\u{201c}according to\u{201d} names the source");
        if let Some(d) = self.drafts.get_mut(n) {
            d.via = via;
        }
        *floor = (*floor).max(source_end);
    }
}
