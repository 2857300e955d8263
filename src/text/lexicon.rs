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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The form with typographic variants folded: straight quotes and hyphens, no soft hyphens or
    /// zero-width characters. Case is kept.
    pub text: String,
    /// [`Form::text`] in lower case.
    pub lower: String,
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
    forms: Vec<Form>,
    ids: FixedMap<String, FormId>,
}

impl Lexicon {
    /// The number of `text`, which is taken in if it is new.
    pub fn intern(&mut self, text: &str) -> FormId {
        if let Some(&id) = self.ids.get(text) {
            return id;
        }
        let id = FormId(self.forms.len() as u32);
        self.forms.push(Form { text: text.to_owned(), lower: text.to_lowercase(), shape: Shape::of(text) });
        self.ids.insert(text.to_owned(), id);
        id
    }

    /// The form of a number; the empty form for a number of another lexicon.
    #[must_use]
    pub fn form(&self, id: FormId) -> &Form {
        static NONE: Form = Form { text: String::new(), lower: String::new(), shape: Shape::None };
        self.forms.get(id.0 as usize).unwrap_or(&NONE)
    }

    /// All forms; the place in the slice is the number.
    #[must_use]
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// The number of `text`, if the document has it.
    #[must_use]
    pub fn get(&self, text: &str) -> Option<FormId> {
        self.ids.get(text).copied()
    }
}
