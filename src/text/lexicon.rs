//! The distinct word forms of one document, each held once.
//!
//! Later layers compute what they need of a form (list membership, affixes, word class) once per
//! form and not once per token: a report of 1,000 words has some 400 forms.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher};

/// A map whose hasher has a fixed key, so that runs are alike. Never iterate over it.
pub type FixedMap<K, V> = HashMap<K, V, BuildHasherDefault<DefaultHasher>>;

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
        self.forms.push(Form { text: text.to_owned(), lower: text.to_lowercase() });
        self.ids.insert(text.to_owned(), id);
        id
    }

    /// The form of a number; the empty form for a number of another lexicon.
    #[must_use]
    pub fn form(&self, id: FormId) -> &Form {
        static NONE: Form = Form { text: String::new(), lower: String::new() };
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
