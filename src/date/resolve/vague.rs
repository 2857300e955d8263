//! Recurring times, and what is vague by its own words.

use super::reading::{Arg, FREQUENCY, Reading, UNIT, WEEKDAY};
use super::{Context, without_year};
use crate::date::calendar::{Granule, Unit, put_number, put_padded};
use crate::date::grammar::Make;
use crate::date::lexicon::{PART_CODES, PERIOD, REFERENCES};
use crate::date::matcher::{Found, Match, Tokens};
use crate::date::quantity::Amount;
use crate::date::{Certainty, TimexType};

fn part(f: &Found) -> &'static str {
    f.part.and_then(|p| PART_CODES.get(usize::from(p))).unwrap_or(&"")
}

/// "every Tuesday", "daily", "every other month".
pub(super) fn set(f: &Found) -> Reading {
    let mut value = String::new();
    if f.weekday > 0 {
        value.push_str("XXXX-WXX-");
        put_number(&mut value, i32::from(f.weekday));
        value.push_str(part(f));
    } else if f.month > 0 {
        value.push_str("XXXX-");
        put_padded(&mut value, i32::from(f.month), 2);
    } else if let Some(s) = f.season {
        value = without_year(Granule::Season(1, s));
    } else if f.part.is_some() {
        value.push_str("XXXX-XX-XX");
        value.push_str(part(f));
    } else if f.unit == Some(Unit::Weekend) {
        value.push_str("XXXX-WXX-WE");
    } else if let Some(q) = f.quantity {
        value = q.n.duration(q.unit);
    } else {
        let n = if f.ordinal == 2 { Amount { whole: 2, ..Amount::ONE } } else { Amount::ONE };
        value = n.duration(f.unit.unwrap_or_default());
    }
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
    match c.earlier.filter(|e| c.goes_on(1) && (!period || e.granule.unit() > Unit::Day)) {
        Some(e) => Reading::after(e.granule, e, "The time named before it, *.", &[Arg::Stretch(e.granule)]),
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
    Reading::new(TimexType::Date, REFERENCES.get(k).unwrap_or(&"PAST_REF"), Certainty::Vague, REASONS.get(k).unwrap_or(&""))
}
