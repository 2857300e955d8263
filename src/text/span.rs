//! Half-open byte ranges into one document, and the walk that converts them at the boundary.

use serde::{Deserialize, Serialize};

/// A half-open range `start..end` of bytes into the text of one report. Both ends lie on character
/// boundaries. At the JavaScript boundary the same type carries UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset just past the last byte.
    pub end: u32,
}

/// Text on one line: each stretch of white space as one space.
#[must_use]
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Span {
    /// The span `start..end`; an end before the start gives an empty span at the start.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        Self { start, end: end.max(start) }
    }

    /// The text of this span, or the empty string where the span does not fit `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside this span.
    #[must_use]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Walks every [`Span`] a value holds, so that positions can be converted in one place.
pub trait EachSpan {
    /// Calls `f` once for every span in `self`, in a fixed order.
    fn each_span(&mut self, f: &mut dyn FnMut(&mut Span));
}

impl EachSpan for Span {
    fn each_span(&mut self, f: &mut dyn FnMut(&mut Span)) {
        f(self);
    }
}

impl<T: EachSpan> EachSpan for Option<T> {
    fn each_span(&mut self, f: &mut dyn FnMut(&mut Span)) {
        if let Some(x) = self {
            x.each_span(f);
        }
    }
}

impl<T: EachSpan> EachSpan for Vec<T> {
    fn each_span(&mut self, f: &mut dyn FnMut(&mut Span)) {
        for x in self {
            x.each_span(f);
        }
    }
}

/// Implements [`EachSpan`] for a struct by naming the fields that hold spans.
macro_rules! each_span {
    ($type:ty: $($field:ident),* $(,)?) => {
        impl $crate::text::EachSpan for $type {
            fn each_span(&mut self, f: &mut dyn FnMut(&mut $crate::text::Span)) {
                let _ = &f;
                $($crate::text::EachSpan::each_span(&mut self.$field, f);)*
            }
        }
    };
}
pub(crate) use each_span;
