//! Byte offsets into other units: UTF-16 code units for JavaScript, code points for evaluation.

/// What to count positions in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// UTF-16 code units, as JavaScript strings count.
    Utf16,
    /// Unicode code points (scalar values), as Python strings count.
    CodePoint,
}

/// An index from byte offsets to another unit: one pass to build, a short walk per look-up.
#[derive(Debug, Clone)]
pub struct Positions<'a> {
    text: &'a str,
    unit: Unit,
    /// Position of the first character boundary at or after every `STEP` bytes.
    marks: Vec<(u32, u32)>,
}

const STEP: usize = 64;

impl<'a> Positions<'a> {
    /// Indexes `text` in one pass.
    #[must_use]
    pub fn new(text: &'a str, unit: Unit) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0u32;
        for (at, c) in text.char_indices() {
            if at >= marks.len() * STEP {
                marks.push((at as u32, count));
            }
            count += unit.of(c);
        }
        Self { text, unit, marks }
    }

    /// The position of byte offset `at`; an offset past the end counts as the end.
    #[must_use]
    pub fn at(&self, at: u32) -> u32 {
        let at = (at as usize).min(self.text.len());
        let mut slot = (at / STEP).min(self.marks.len().saturating_sub(1));
        // The mark of a slot is the first boundary in it, which may lie past `at`.
        while slot > 0 && self.marks.get(slot).is_some_and(|m| m.0 as usize > at) {
            slot -= 1;
        }
        let Some(&(byte, count)) = self.marks.get(slot) else { return 0 };
        let tail = self.text.get(byte as usize..at).unwrap_or("");
        count + tail.chars().map(|c| self.unit.of(c)).sum::<u32>()
    }

    /// The byte offset of position `at`, the way back; a position inside a character counts as the
    /// character's start, one past the end as the end.
    #[must_use]
    pub fn offset_of(&self, at: u32) -> u32 {
        let slot = self.marks.partition_point(|m| m.1 <= at).saturating_sub(1);
        let Some(&(mut byte, mut count)) = self.marks.get(slot) else { return 0 };
        for c in self.text.get(byte as usize..).unwrap_or("").chars() {
            count += self.unit.of(c);
            if count > at {
                break;
            }
            byte += c.len_utf8() as u32;
        }
        byte
    }
}

impl Unit {
    fn of(self, c: char) -> u32 {
        match self {
            Unit::Utf16 => c.len_utf16() as u32,
            Unit::CodePoint => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting() {
        let text = "a\u{e9}\u{1f600}z".repeat(50) + &"x".repeat(200) + "\u{2014}end";
        for unit in [Unit::Utf16, Unit::CodePoint] {
            let index = Positions::new(&text, unit);
            for at in (0..=text.len()).filter(|&i| text.is_char_boundary(i)) {
                let want: u32 = text[..at].chars().map(|c| unit.of(c)).sum();
                assert_eq!(index.at(at as u32), want, "{unit:?} at byte {at}");
                assert_eq!(index.offset_of(want), at as u32, "{unit:?} back to byte {at}");
            }
            assert_eq!(index.offset_of(u32::MAX), text.len() as u32, "past the end");
        }
        assert_eq!(Positions::new("a\u{1f600}", Unit::Utf16).offset_of(2), 1, "inside a surrogate pair");
    }
}
