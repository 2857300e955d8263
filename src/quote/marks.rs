//! Quotation marks: which stretches stand between them.
//!
//! In: a [`Document`], whose tokens know the side of every mark. Out: outermost [`Quotation`]s in text
//! order; what stands inside a pair is not looked at again. A quotation ends with its paragraph at the
//! latest; one that is open there and re-opened in the next goes on.

use crate::text::{BlockKind, Document, Side};

/// One stretch between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quotation {
    /// Token number of the opening mark.
    pub(super) open: usize,
    /// Just past the closing mark, or past the paragraph where none closes it.
    pub(super) end: usize,
    /// Whether a mark closes it.
    pub(super) closed: bool,
    /// Whether it goes on in the next quotation, which re-opens it in the next paragraph.
    pub(super) carries: bool,
}

impl Quotation {
    /// First token inside.
    pub(super) fn inner_first(self) -> usize {
        self.open + 1
    }

    /// Just past the last token inside.
    pub(super) fn inner_end(self) -> usize {
        if self.closed { self.end - 1 } else { self.end }
    }
}

/// All quotations and, for every token, which one it stands in.
pub(super) struct Marks {
    pub(super) quotations: Vec<Quotation>,
    at: Vec<u32>,
}

impl Marks {
    /// The number of the quotation that token `i` stands in, marks included.
    pub(super) fn at(&self, i: usize) -> Option<usize> {
        self.at.get(i).and_then(|&n| (n as usize).checked_sub(1))
    }

    /// The quotation that token `i` stands in.
    pub(super) fn quotation(&self, i: usize) -> Option<Quotation> {
        self.at(i).and_then(|n| self.quotations.get(n)).copied()
    }

    /// The quotation that opens at token `i`.
    pub(super) fn opens(&self, i: usize) -> Option<Quotation> {
        self.quotation(i).filter(|q| q.open == i)
    }

    /// The quotation whose last token is `i`.
    pub(super) fn closes(&self, i: usize) -> Option<Quotation> {
        self.quotation(i).filter(|q| q.end == i + 1)
    }
}

/// Pairs the marks of `doc`.
pub(super) fn read(doc: &Document) -> Marks {
    let mut quotations: Vec<Quotation> = Vec::new();
    // Marks before this token belong to a quotation that runs over the ends of its paragraphs.
    let mut past = 0;
    for (number, block) in doc.blocks.iter().enumerate() {
        let range = doc.tokens_in(block.span);
        pair(doc, range.start.max(past), range.end, &mut quotations);
        if let Some(last) = quotations.last_mut().filter(|q| !q.closed && q.end == range.end && q.end > past)
            && let Some(close) = closing(doc, number, *last)
        {
            last.end = close + 1;
            last.closed = true;
            past = close + 1;
        }
    }
    for i in 1..quotations.len() {
        let next = quotations.get(i).copied();
        if let (Some(a), Some(b)) = (quotations.get_mut(i - 1), next) {
            a.carries = !a.closed && a.end == b.open && doc.tokens.get(b.open).is_some_and(|t| t.breaks > 0);
        }
    }
    let mut at = vec![0u32; doc.tokens.len()];
    for (number, q) in quotations.iter().enumerate() {
        if let Some(slots) = at.get_mut(q.open..q.end) {
            slots.fill(number as u32 + 1);
        }
    }
    Marks { quotations, at }
}

/// How many paragraphs and tokens a quotation may run on without being opened again.
const PARAGRAPHS: usize = 6;
const TOKENS: usize = 300;

/// The mark that closes `q`, which its paragraph leaves open, in one of the next: the first mark of its style
/// there, if it can only close. Lines that were cut at every sentence look like that.
fn closing(doc: &Document, block: usize, q: Quotation) -> Option<usize> {
    let blocks = doc.blocks.get(block + 1..)?.iter().take(PARAGRAPHS);
    let end = blocks.take_while(|b| b.kind == BlockKind::Body).last().map(|b| doc.tokens_in(b.span).end)?;
    let mark = (q.end..end.min(q.end + TOKENS)).find(|&i| doc.side(i) != Side::None && doc.form(i) == doc.form(q.open))?;
    (doc.side(mark) == Side::Close || misplaced(doc, mark)).then_some(mark)
}

/// Pairs the marks of the tokens `first..end`, one paragraph. Marks of the other style inside a pair are
/// followed only to see where the outer pair ends.
fn pair(doc: &Document, first: usize, end: usize, out: &mut Vec<Quotation>) {
    // Opening marks, outermost first. Styles alternate, so it never grows beyond a few.
    let mut open: Vec<usize> = Vec::new();
    for i in first..end {
        match doc.side(i) {
            Side::None => {}
            Side::Open => match open.last() {
                // ""We won. "We did."": opened again behind a full stop, it goes on.
                Some(&at) if doc.form(at) == doc.form(i) && resumes(doc, at, i) => {}
                // Opened again before it was closed: the first ends here.
                Some(&at) if doc.form(at) == doc.form(i) => {
                    // "I said no, "he said.": a closing mark on the wrong side of its space.
                    let closes = misplaced(doc, i);
                    if open.len() == 1 {
                        out.push(Quotation { open: at, end: i + usize::from(closes), closed: closes, carries: false });
                    }
                    open.pop();
                    if !closes {
                        open.push(i);
                    }
                }
                _ if open.len() < 4 => open.push(i),
                _ => {}
            },
            // A closing mark without an opening one belongs to nothing.
            Side::Close => {
                let Some(level) = open.iter().rposition(|&at| doc.form(at) == doc.form(i)) else { continue };
                if level == 0
                    && let Some(&at) = open.first()
                {
                    out.push(Quotation { open: at, end: i + 1, closed: true, carries: false });
                }
                open.truncate(level);
            }
        }
    }
    if let Some(&at) = open.first() {
        // ""We left, the captain said.": the closing mark is missing, the attribution is not.
        let tail = (end.saturating_sub(12).max(at + 3)..end).rev().find(|&i| doc.form(i) == ",");
        let attributed = tail.filter(|&c| (c + 2..end).any(|k| says(doc, k)) && (c + 1..end).all(|k| doc.side(k) == Side::None));
        out.push(Quotation { open: at, end: attributed.map_or(end, |c| c + 1), closed: false, carries: false });
    }
}

/// Whether the mark `i` re-opens the quotation of the mark `at`: behind a full stop, with nobody named as its speaker.
fn resumes(doc: &Document, at: usize, i: usize) -> bool {
    i > at + 3 && matches!(doc.form(i - 1), "." | "?" | "!") && !(i.saturating_sub(60).max(at)..i).any(|k| says(doc, k))
}

/// Whether the mark `i`, which looks as if it opened, closes words of a speaker named right behind it.
fn misplaced(doc: &Document, i: usize) -> bool {
    i > 0
        && matches!(doc.form(i - 1), "," | "." | "?" | "!")
        && doc.tokens.get(i).is_some_and(|t| t.spaced)
        && (i + 2..i + 5).any(|k| says(doc, k))
        && !(i + 1..i + 5).take_while(|&k| doc.form(k) != ".").any(|k| doc.side(k) != Side::None)
}

/// Whether token `i` is a past or present form of the plainest verbs of saying.
fn says(doc: &Document, i: usize) -> bool {
    matches!(doc.lower(i), "said" | "says" | "told" | "added" | "asked" | "wrote" | "tweeted" | "replied")
}
