//! Countries with their other names, nationality words and seats of government, from
//! `data/countries.txt`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// How a word stands for a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// Its name or another name of it.
    Name,
    /// A nationality word.
    Nationality,
    /// Its seat of government.
    Seat,
}

/// The table of countries.
#[derive(Debug, Default)]
pub struct Countries {
    names: Vec<&'static str>,
    adjectives: Vec<&'static str>,
    by_word: BTreeMap<String, Vec<(usize, Stands)>>,
}

/// Initials with spaces between them written as the table has them: "u. s." is "u.s.".
fn tight(lower: &str) -> Cow<'_, str> {
    if !lower.contains(". ") {
        return Cow::Borrowed(lower);
    }
    let mut out = String::with_capacity(lower.len());
    for word in lower.split(' ') {
        let initial = |w: &str| w.len() == 2 && w.ends_with('.');
        let before = out.get(out.len().saturating_sub(2)..).unwrap_or("");
        let joined = out.is_empty() || initial(word) && initial(before);
        if !joined {
            out.push(' ');
        }
        out.push_str(word);
    }
    Cow::Owned(out)
}

static TABLE: &str = include_str!("../../data/countries.txt");

/// The built-in table, read once.
pub fn table() -> &'static Countries {
    static READ: OnceLock<Countries> = OnceLock::new();
    READ.get_or_init(|| Countries::read(TABLE))
}

impl Countries {
    fn read(text: &'static str) -> Self {
        let mut out = Countries::default();
        for line in text.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
            let mut fields = line.split('|');
            let Some(name) = fields.next() else { continue };
            let number = out.names.len();
            out.names.push(name);
            out.adjectives.push(line.split('|').nth(2).and_then(|f| f.split(',').next()).unwrap_or(""));
            out.put(name, number, Stands::Name);
            for (field, stands) in fields.zip([Stands::Name, Stands::Nationality, Stands::Seat]) {
                for word in field.split(", ").map(str::trim).filter(|w| !w.is_empty()) {
                    out.put(word, number, stands);
                }
            }
        }
        out
    }

    fn put(&mut self, word: &str, number: usize, stands: Stands) {
        self.by_word.entry(word.to_lowercase()).or_default().push((number, stands));
    }

    /// The country that a lower-case word stands for in the given way.
    #[must_use]
    pub fn find(&self, lower: &str, stands: Stands) -> Option<&'static str> {
        let found = self.by_word.get(tight(lower).as_ref())?.iter().find(|(_, s)| *s == stands)?;
        self.names.get(found.0).copied()
    }

    /// The first nationality word of a country: "Chinese" for "China".
    #[must_use]
    pub fn nationality(&self, country: &str) -> Option<&'static str> {
        let number = self.names.iter().position(|n| *n == country)?;
        self.adjectives.get(number).copied().filter(|a| !a.is_empty())
    }

    /// The country that a lower-case word names, by any of its names. Words that are also common
    /// words ("us", "car") count only as written in `form`.
    #[must_use]
    pub fn named(&self, form: &str) -> Option<&'static str> {
        let lower = form.to_lowercase();
        if matches!(lower.as_str(), "us" | "car" | "sa" | "roc" | "nk" | "hk" | "nz" | "uk" | "uae" | "usa" | "prc" | "dprk")
            && form == lower
        {
            return None;
        }
        self.find(lower.strip_prefix("the ").unwrap_or(&lower), Stands::Name)
    }
}
