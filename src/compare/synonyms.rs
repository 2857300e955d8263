//! Verbs and nouns of news that tell one thing, in rows: what one report "unveils" another "reveals".
//!
//! Only for telling that a matter is told, too; words of one row are no proof that two sentences tell one thing.

use super::words::{StemId, Stems};
use crate::figure::stem;

/// Number of the row of every stem of two reports; 0 for none.
pub(crate) struct Synonyms {
    rows: Vec<u16>,
    members: Vec<Vec<StemId>>,
}

impl Synonyms {
    /// The rows of two reports' stems. A stem that stands in two rows counts for the first.
    pub(crate) fn of(stems: &Stems) -> Self {
        let mut rows = vec![0; stems.len()];
        let mut members = vec![Vec::new()];
        for (number, row) in ROWS.iter().enumerate() {
            let mut list: Vec<StemId> = row.split(' ').filter_map(|word| stems.find(&stem(word))).collect();
            list.dedup();
            for stem in &list {
                if let Some(slot @ 0) = rows.get_mut(*stem as usize) {
                    *slot = number as u16 + 1;
                }
            }
            members.push(list);
        }
        Self { rows, members }
    }

    /// Whether two stems are one word or stand in one row.
    pub(crate) fn same(&self, a: StemId, b: StemId) -> bool {
        a == b || self.row(a).is_some_and(|row| self.row(b) == Some(row))
    }

    /// The stems of a row that the reports have, or the stem alone.
    pub(crate) fn with(&self, stem: StemId) -> Vec<StemId> {
        self.row(stem).and_then(|row| self.members.get(usize::from(row))).cloned().unwrap_or_else(|| vec![stem])
    }

    /// The row of a stem.
    pub(crate) fn row(&self, stem: StemId) -> Option<u16> {
        self.rows.get(stem as usize).copied().filter(|row| *row > 0)
    }
}

/// Words of one row tell the same kind of thing.
const ROWS: &[&str] = &[
    "announce announced announcement reveal revealed unveil unveiled disclose disclosed clarify clarified present presented",
    "protest protests protested protester demonstrate demonstrated demonstration demonstrator march marched rally rallied streets unrest",
    "resign resigned resignation quit stepped departure",
    "flee fled escape escaped",
    "die died dies dead death deaths kill killed killing fatal fatality",
    "execute executed execution hanged hanging",
    "injure injured injury wound wounded hurt",
    "arrest arrested detain detained detention custody held",
    "condemn condemned denounce denounced criticise criticised criticize criticized slam slammed decry decried deplored",
    "deny denied reject rejected refuse refused refusal dismiss dismissed",
    "urge urged ask asked call called appeal appealed request requested demand demanded encourage encouraged",
    "attack attacked assault assaulted offensive raid raided strike struck",
    "invade invaded invasion incursion",
    "buy bought purchase purchased acquire acquired acquisition takeover procure procured procurement",
    "sell sold sale sales",
    "begin began start started launch launched kicked",
    "end ended close closed finish finished conclude concluded",
    "rise rose risen increase increased grow grew climb climbed surge surged jump jumped soar soared",
    "fall fell fallen drop dropped decline declined decrease decreased shrink shrank slump slumped cut cuts",
    "win won victory triumph triumphed defeat defeated beat beaten",
    "help helped assist assisted assistance aid aided",
    "investigate investigated investigation investigator probe probed inquiry examine examined",
    "fire fires blaze flames burned burnt burning",
    "quake earthquake tremor temblor",
    "crash crashed collide collided collision wreck",
    "policeman officer police officers constable",
    "doctor doctors physician physicians medic",
    "law laws legislation bill statute",
    "poll polls survey surveyed surveys",
    "vote voted votes voting ballot election elections elected",
    "build built building construct constructed construction erect erected",
    "poor poverty impoverished",
    "fly flew flown airlift airlifted",
    "withdraw withdrew withdrawal pull pulled pullout",
    "agree agreed agreement deal pact accord treaty",
    "meet met meeting talks summit",
    "film movie picture",
    "child children kid kids youngster",
    "car cars vehicle vehicles automobile",
    "jail jailed prison imprisoned imprisonment sentence sentenced",
    "accuse accused charge charged allege alleged",
    "storm hurricane typhoon cyclone",
    "flood flooded flooding inundated",
    "indigenous native aboriginal",
    "company firm corporation business",
    "worker workers employee employees staff",
    "soldier soldiers troops troop servicemen",
    "rebel rebels insurgent insurgents militant militants fighter fighters",
    "plane aircraft jet airliner",
    "money fund funds funding finance financing",
    "illness ill sick disease sickness",
    "student students pupil pupils schoolgirl schoolboy",
    "woman women girl girls",
    "found discovered discover find recovered",
    "leave left depart departed departure",
    "return returned repatriate repatriated",
    "free freed release released liberated",
    "search searched searching hunt hunted",
    "block blocked suspend suspended halt halted stop stopped stall",
    "destroy destroyed damage damaged devastated wrecked",
    "warn warned warning caution cautioned",
    "support supported back backed endorse endorsed",
    "show showed shown display displayed",
    "approve approved pass passed ratify ratified",
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failing test may panic")]
    use super::*;
    use crate::{Options, analyze};

    #[test]
    fn words_of_one_row_are_the_same() {
        let read = |text: &str| analyze(text, &Options::default()).unwrap();
        let (stems, _) = Stems::of(&read("She unveiled the plan."), &read("He revealed a plan, and a boat sank."));
        let synonyms = Synonyms::of(&stems);
        let id = |word: &str| stems.find(&stem(word)).unwrap();
        assert!(synonyms.same(id("unveiled"), id("revealed")));
        assert!(!synonyms.same(id("unveiled"), id("sank")));
        assert_eq!(synonyms.with(id("boat")), [id("boat")]);
    }
}
