//! Feasts and holidays with the day on which they fall, fixed or computed.

use super::Day;
use super::calendar::{easter, nth_weekday};
use super::matcher::Tokens;

/// How the day of a feast is found.
#[derive(Debug, Clone, Copy)]
enum Rule {
    /// Month and day.
    Fixed(u8, u8),
    /// Days after Easter Sunday.
    Easter(i32),
    /// Month, which (negative from the end), ISO weekday.
    Nth(u8, i8, u8),
    /// Days after the n-th weekday of a month.
    After(u8, i8, u8, i32),
    /// Day and month differ by country or moon: named, not computed.
    Open,
}
use Rule::{After, Easter, Fixed, Nth, Open};

/// Names in lower case as tokens parted by spaces, longest first where one begins another.
const FEASTS: &[(&str, Rule)] = &[
    ("all saints ' day", Fixed(11, 1)),
    ("all saints' day", Fixed(11, 1)),
    ("all souls' day", Fixed(11, 2)),
    ("anzac day", Fixed(4, 25)),
    ("april fools ' day", Fixed(4, 1)),
    ("april fool 's day", Fixed(4, 1)),
    ("armistice day", Fixed(11, 11)),
    ("ascension day", Easter(39)),
    ("ash wednesday", Easter(-46)),
    ("australia day", Fixed(1, 26)),
    ("bastille day", Fixed(7, 14)),
    ("black friday", After(11, 4, 4, 1)),
    ("boxing day", Fixed(12, 26)),
    ("canada day", Fixed(7, 1)),
    ("chinese new year", Open),
    ("lunar new year", Open),
    ("christmas eve", Fixed(12, 24)),
    ("christmas day", Fixed(12, 25)),
    ("christmas", Fixed(12, 25)),
    ("cinco de mayo", Fixed(5, 5)),
    ("columbus day", Nth(10, 2, 1)),
    ("cyber monday", After(11, 4, 4, 4)),
    ("diwali", Open),
    ("earth day", Fixed(4, 22)),
    ("easter sunday", Easter(0)),
    ("easter monday", Easter(1)),
    ("easter", Easter(0)),
    ("eid al-adha", Open),
    ("eid al-fitr", Open),
    ("eid", Open),
    ("election day", After(11, 1, 1, 1)),
    ("epiphany", Fixed(1, 6)),
    ("father 's day", Nth(6, 3, 7)),
    ("good friday", Easter(-2)),
    ("guy fawkes night", Fixed(11, 5)),
    ("bonfire night", Fixed(11, 5)),
    ("groundhog day", Fixed(2, 2)),
    ("halloween", Fixed(10, 31)),
    ("hanukkah", Open),
    ("holy thursday", Easter(-3)),
    ("holy saturday", Easter(-1)),
    ("holocaust remembrance day", Fixed(1, 27)),
    ("human rights day", Fixed(12, 10)),
    ("independence day", Open),
    ("international women 's day", Fixed(3, 8)),
    ("juneteenth", Fixed(6, 19)),
    ("labor day", Nth(9, 1, 1)),
    ("martin luther king day", Nth(1, 3, 1)),
    ("martin luther king jr. day", Nth(1, 3, 1)),
    ("maundy thursday", Easter(-3)),
    ("may day", Fixed(5, 1)),
    ("memorial day", Nth(5, -1, 1)),
    ("mother 's day", Nth(5, 2, 7)),
    ("new year", Fixed(1, 1)),
    ("new year 's eve", Fixed(12, 31)),
    ("new year 's day", Fixed(1, 1)),
    ("new year 's", Fixed(1, 1)),
    ("nowruz", Open),
    ("palm sunday", Easter(-7)),
    ("passover", Open),
    ("pentecost", Easter(49)),
    ("presidents ' day", Nth(2, 3, 1)),
    ("presidents' day", Nth(2, 3, 1)),
    ("ramadan", Open),
    ("remembrance day", Fixed(11, 11)),
    ("remembrance sunday", Nth(11, 2, 7)),
    ("rosh hashanah", Open),
    ("shrove tuesday", Easter(-47)),
    ("st. patrick 's day", Fixed(3, 17)),
    ("st patrick 's day", Fixed(3, 17)),
    ("st. valentine 's day", Fixed(2, 14)),
    ("thanksgiving day", Nth(11, 4, 4)),
    ("thanksgiving", Nth(11, 4, 4)),
    ("valentine 's day", Fixed(2, 14)),
    ("veterans day", Fixed(11, 11)),
    ("victory day", Fixed(5, 9)),
    ("whit monday", Easter(50)),
    ("yom kippur", Open),
];

/// The words with which a feast's name can begin.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    FEASTS.iter().filter_map(|(name, _)| name.split(' ').next())
}

/// The feast whose name stands at token `i`: its number from 1 and where it ends. The longest name wins.
pub(super) fn at(t: &Tokens<'_>, i: usize) -> Option<(u8, usize)> {
    let mut best: Option<(u8, usize)> = None;
    for (number, (name, _)) in (1u8..).zip(FEASTS) {
        if let Some(end) = t.spelled(i, name).filter(|&end| best.is_none_or(|(_, last)| last < end)) {
            best = Some((number, end));
        }
    }
    best
}

/// The day of a feast in a year, where it can be computed.
pub(super) fn day(feast: u8, year: i32) -> Option<Day> {
    match FEASTS.get(usize::from(feast).checked_sub(1)?)?.1 {
        Fixed(month, day) => Day::new(year, month, day),
        Easter(days) => easter(year)?.plus(days),
        Nth(month, n, weekday) => nth_weekday(year, month, n, weekday),
        After(month, n, weekday, days) => nth_weekday(year, month, n, weekday)?.plus(days),
        Open => None,
    }
}

/// The month and day of a feast that has the same in every year, as "-MM-DD".
pub(super) fn fixed(feast: u8) -> Option<(u8, u8)> {
    match FEASTS.get(usize::from(feast).checked_sub(1)?)?.1 {
        Fixed(month, day) => Some((month, day)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_fall_on_their_days() {
        let day = |name: &str, year| {
            let doc = crate::text::Document::read(&name.replace(" '", "'"));
            let (feast, end) = at(&Tokens::new(&doc, &[], doc.tokens.len()), 0).unwrap();
            assert_eq!(end, doc.tokens.len(), "{name}");
            super::day(feast, year).unwrap().to_string()
        };
        assert_eq!(day("thanksgiving", 2012), "2012-11-22");
        assert_eq!(day("black friday", 2019), "2019-11-29");
        assert_eq!(day("memorial day", 2013), "2013-05-27");
        assert_eq!(day("good friday", 2013), "2013-03-29");
        assert_eq!(day("election day", 2016), "2016-11-08");
        assert_eq!(day("christmas eve", 2016), "2016-12-24");
        assert_eq!(day("new year 's day", 2016), "2016-01-01");
    }
}
