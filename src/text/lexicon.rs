//! The distinct word forms of one document, each held once.
//!
//! Later layers compute what they need of a form (list membership, affixes, word class) once per
//! form and not once per token: a report of 1,000 words has some 400 forms.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map whose hasher has no key, so that runs are alike. Never iterate over it.
pub type FixedMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// Hashes short strings eight bytes at a step: a tenth of the text layer's time would go into the
/// standard hasher, which guards against keys chosen to collide. Whoever pastes such a text slows
/// down only their own page.
#[derive(Debug, Clone, Copy, Default)]
pub struct WordHasher(u64);

impl WordHasher {
    fn add(&mut self, word: u64) {
        // An odd number whose bits are spread evenly (the golden ratio's).
        self.0 = (self.0.rotate_left(26) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            self.add(chunk.iter().fold(0, |word, &b| word << 8 | u64::from(b)));
        }
        let rest = chunks.remainder();
        if !rest.is_empty() {
            self.add(rest.iter().fold(rest.len() as u64, |word, &b| word << 8 | u64::from(b)));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    fn write_u32(&mut self, number: u32) {
        self.add(u64::from(number));
    }

    fn finish(&self) -> u64 {
        // The table takes its bits from both ends.
        let mixed = (self.0 ^ self.0 >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ mixed >> 29
    }
}

/// Number of a [`Form`] in its document's [`Lexicon`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormId(pub u32);

/// One distinct word form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Form<'a> {
    /// The form with typographic variants folded: straight quotes and hyphens, no soft hyphens or
    /// zero-width characters. Case is kept.
    pub text: &'a str,
    /// [`Form::text`] in lower case.
    pub lower: &'a str,
    /// How it is capitalised.
    pub shape: Shape,
}

/// How a form is capitalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Shape {
    /// No letters that have case: numbers, marks, scripts without capitals.
    #[default]
    None,
    /// "envoy".
    Lower,
    /// "Envoy", "O'Neill", "Jae-in": begins with a capital and has small letters.
    Capital,
    /// "J.", "A": one capital, with or without a dot.
    Initial,
    /// "BEIJING", "U.S.", "COVID-19": capitals only, two and more.
    Upper,
    /// "iPhone", "al-Amr": small letters first, capitals later.
    Mixed,
}

impl Shape {
    /// The shape of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let (mut upper, mut lower, mut first) = (0u32, false, None);
        for c in text.chars() {
            // Most letters are small and ASCII; the tables are asked for others only.
            let small = c.is_lowercase();
            if small || c.is_uppercase() || c.is_alphabetic() && c.to_lowercase().next() != Some(c) {
                first.get_or_insert(!small);
                lower |= small;
                upper += u32::from(!small);
            }
        }
        match (first, upper, lower) {
            (None, ..) => Shape::None,
            (Some(true), _, true) => Shape::Capital,
            (Some(true), 1, false) => Shape::Initial,
            (Some(true), _, false) => Shape::Upper,
            (Some(false), 0, _) => Shape::Lower,
            (Some(false), ..) => Shape::Mixed,
        }
    }

    /// Whether it begins with a capital.
    #[must_use]
    pub fn is_capital(self) -> bool {
        matches!(self, Shape::Capital | Shape::Initial | Shape::Upper)
    }
}

/// The distinct forms of one document in order of first appearance.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    forms: Vec<Held>,
    /// Numbers of forms plus one by their hash, 0 where there is none; what finds its slot taken goes to the next.
    slots: Vec<u32>,
}

/// A form as it is held: most are their own lower case, which is held once. Layers look at forms so often that those of
/// a long report must be near at hand.
#[derive(Debug, Clone)]
struct Held {
    text: Box<str>,
    lower: Option<Box<str>>,
    hash: u32,
    shape: Shape,
}

impl Held {
    fn new(text: &str, hash: u32) -> Self {
        let lower = text.to_lowercase();
        Self { text: text.into(), lower: (lower != text).then(|| lower.into()), hash, shape: Shape::of(text) }
    }

    #[inline]
    fn form(&self) -> Form<'_> {
        Form { text: &self.text, lower: self.lower.as_deref().unwrap_or(&self.text), shape: self.shape }
    }
}

impl Lexicon {
    /// The number of `text`, which is taken in if it is new.
    pub fn intern(&mut self, text: &str) -> FormId {
        if self.slots.len() < 2 * (self.forms.len() + 1) {
            self.grow();
        }
        let hash = hash(text);
        let (slot, known) = self.find(text, hash);
        known.unwrap_or_else(|| {
            let id = FormId(self.forms.len() as u32);
            if let Some(slot) = self.slots.get_mut(slot) {
                *slot = id.0 + 1;
            }
            self.forms.push(Held::new(text, hash));
            id
        })
    }

    /// The slot that `text` has or would have, and its number if it has one.
    fn find(&self, text: &str, hash: u32) -> (usize, Option<FormId>) {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash as usize & mask;
        while let Some(id) = self.slots.get(slot).and_then(|n| n.checked_sub(1)) {
            if self.forms.get(id as usize).is_some_and(|f| f.hash == hash && *f.text == *text) {
                return (slot, Some(FormId(id)));
            }
            slot = (slot + 1) & mask;
        }
        (slot, None)
    }

    /// Doubles the slots.
    fn grow(&mut self) {
        let mask = (2 * self.slots.len()).max(1 << 10) - 1;
        self.slots = vec![0; mask + 1];
        for (form, number) in self.forms.iter().zip(1u32..) {
            let mut at = form.hash as usize & mask;
            while self.slots.get(at).is_some_and(|n| *n > 0) {
                at = (at + 1) & mask;
            }
            if let Some(slot) = self.slots.get_mut(at) {
                *slot = number;
            }
        }
    }

    /// The form of a number; the empty form for a number of another lexicon.
    #[must_use]
    #[inline]
    pub fn form(&self, id: FormId) -> Form<'_> {
        self.forms.get(id.0 as usize).map(Held::form).unwrap_or_default()
    }

    /// All forms in the order of their numbers.
    pub fn forms(&self) -> impl ExactSizeIterator<Item = Form<'_>> {
        self.forms.iter().map(Held::form)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// The number of `text`, if the document has it.
    #[must_use]
    pub fn get(&self, text: &str) -> Option<FormId> {
        self.find(text, hash(text)).1
    }
}

fn hash(text: &str) -> u32 {
    let mut hasher = WordHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish() as u32
}
