//! What is known of words beforehand: their class (from word vectors) and the lists they are on.
//!
//! One [`Table`] holds single words and phrases ("new york") by the hash of their lower-case form.

use super::hash;
use super::table::Table;

/// Sets of lists that a word or phrase is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lists(pub u32);

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident = $bit:expr, $file:literal;)*) => {
        impl Lists {
            $($(#[$doc])* pub const $name: Lists = Lists(1 << $bit);)*
            /// The lists with the names of their source files.
            pub const ALL: &[(&'static str, Lists)] = &[$(($file, Lists::$name)),*];
        }
    };
}

lists! {
    /// Given names.
    GIVEN = 0, "given";
    /// Family names.
    FAMILY = 1, "family";
    /// Countries, with aliases.
    COUNTRY = 2, "countries";
    /// Cities of more than a million people, and capitals.
    METROPOLIS = 3, "metropolises";
    /// Other cities.
    CITY = 4, "cities";
    /// States, provinces, regions, continents, seas.
    REGION = 5, "regions";
    /// Nationality words.
    DEMONYM = 6, "demonyms";
    /// Words that end or head names of organizations.
    BODY = 7, "bodies";
    /// Titles and offices before a person's name.
    TITLE = 8, "titles";
    /// Days and months.
    CALENDAR = 9, "calendar";
    /// Words that running text mostly writes in lower case.
    COMMON = 10, "common";
    /// Organizations known by name: agencies, outlets, companies, parties.
    ORGANIZATION = 11, "organizations";
    /// Words that end or head names of places.
    LANDMARK = 12, "landmarks";
    /// Words that end names of events.
    OCCASION = 13, "occasions";
    /// Particles inside names of persons.
    PARTICLE = 14, "particles";
    /// Given names of women.
    FEMALE = 15, "female";
    /// Given names of men.
    MALE = 16, "male";
    /// Sports clubs and their bynames.
    TEAM = 17, "teams";
    /// Words of reports on sport.
    SPORT = 18, "sports";
    /// A phrase of the lists begins with this word.
    OPENS = 31, "";
}

impl Lists {
    /// Whether any of the lists of `other` is among these.
    #[must_use]
    #[inline]
    pub fn any(self, other: Lists) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    #[must_use]
    pub const fn with(self, other: Lists) -> Lists {
        Lists(self.0 | other.0)
    }

    /// The numbers of the lists, lowest first.
    pub fn numbers(self) -> impl Iterator<Item = u32> {
        (0..31).filter(move |i| self.0 >> i & 1 == 1)
    }
}

/// What is known of one word or phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Known {
    /// Class from word vectors, 1 and up; 0 for none. The high byte is the coarser class.
    pub class: u16,
    /// Lists it is on.
    pub lists: Lists,
}

/// The table of words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Words {
    table: Table,
}

/// Width of a row in the table: class, lists.
pub const WIDTH: usize = 6;

/// Longest phrase in tokens.
pub const LONGEST: usize = 6;

impl Words {
    /// Reads the table in place.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> Self {
        Self { table: Table::read(bytes).0 }
    }

    /// What is known of a word or phrase, given by [`hash::text`] of its lower-case form.
    #[must_use]
    pub fn get(&self, key: u64) -> Option<Known> {
        match *self.table.get(hash::mix(1, key))? {
            [a, b, c, d, e, f] => Some(Known { class: u16::from_le_bytes([a, b]), lists: Lists(u32::from_le_bytes([c, d, e, f])) }),
            _ => None,
        }
    }

    /// What is known of a lower-case word or phrase.
    #[must_use]
    pub fn look(&self, lower: &str) -> Known {
        self.get(hash::text(lower)).unwrap_or_default()
    }
}

/// One row for [`super::table::build`].
#[must_use]
pub fn entry(lower: &str, known: Known) -> (u64, Vec<u8>) {
    let mut row = known.class.to_le_bytes().to_vec();
    row.extend(known.lists.0.to_le_bytes());
    (hash::mix(1, hash::text(lower)), row)
}
