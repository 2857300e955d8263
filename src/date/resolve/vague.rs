//! Recurring times, and what is vague by its own words.

use super::reading::{Arg, FREQUENCY, Reading, UNIT, WEEKDAY, say};
use super::stated::partial;
use super::{Context, without_year};
use crate::date::calendar::{Granule, Unit};
use crate::date::grammar::Make;
use crate::date::lexicon::{PERIOD, REFERENCES, nth_word};
use crate::date::matcher::{Found, Match, Tokens};
use crate::date::quantity::Amount;
use crate::date::{Certainty, TimexType};

/// "every Tuesday", "daily", "every other month".
pub(super) fn set(f: &Found) -> Reading {
    let value = if f.weekday > 0 {
        say("XXXX-WXX-**", &[Arg::Number(i32::from(f.weekday)), Arg::Text(f.part_code().unwrap_or(""))])
    } else if f.month > 0 {
        partial(f)
    } else if let Some(s) = f.season {
        without_year(Granule::of_year(Unit::Season, 1, s + 1))
    } else if let Some(part) = f.part_code() {
        say("XXXX-XX-XX*", &[Arg::Text(part)])
    } else if f.unit == Some(Unit::Weekend) {
        "XXXX-WXX-WE".to_owned()
    } else if let Some(q) = f.quantity {
        q.n.duration(q.unit)
    } else {
        let n = if f.ordinal == 2 { Amount { whole: 2, ..Amount::ONE } } else { Amount::ONE };
        n.duration(f.unit.unwrap_or_default())
    };
    Reading::new(TimexType::Set, &value, Certainty::Stated, "It happens again and again.").states(FREQUENCY)
}

/// "Fridays", "Sunday mornings".
pub(super) fn weekday_set(f: &Found) -> Reading {
    let mut out = set(f);
    out.stated = WEEKDAY;
    out
}

/// "twice a week".
pub(super) fn often_set(f: &Found) -> Reading {
    let n = f.quantity.map_or(Amount::ONE, |q| if f.ordinal > 0 { q.n } else { Amount::ONE });
    let value = n.duration(f.unit.unwrap_or_default());
    Reading::new(TimexType::Set, &value, Certainty::Stated, "It happens again and again.").states(FREQUENCY | UNIT)
}

/// "at that time", "during this period": the stretch told just before, else left open.
pub(super) fn then(t: &Tokens<'_>, c: &Context, m: &Match) -> Reading {
    let period = t.is(m.first + 1, PERIOD);
    match c.earlier.as_ref().filter(|e| c.goes_on(1) && (!period || e.granule.unit > Unit::Day)) {
        Some(e) => Reading::same(e, "The time named before it, @."),
        None => Reading::open("PAST_REF", super::counted::NOTHING_BEFORE),
    }
}

/// "recently", "now", "the coming weeks".
pub(super) fn reference(f: &Found, make: Make) -> Reading {
    let k = match (make, f.direction) {
        (Make::VagueUnits, 1..) => 2,
        (Make::VagueUnits, _) => 0,
        _ => usize::from(f.reference),
    };
    const REASONS: [&str; 3] =
        ["Before the report; how long is left open.", "At the time of the report.", "After the report; how long is left open."];
    Reading::new(TimexType::Date, nth_word(REFERENCES, k), Certainty::Vague, REASONS.get(k).unwrap_or(&""))
}
