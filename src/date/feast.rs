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

macro_rules! feasts {
    ($($rule:expr => $names:literal)+) => {
        const RULES: &[Rule] = &[$($rule),+];
        const NAMES: &str = concat!($($names, "\n"),+);
    };
}

// Names in lower case, their tokens parted by spaces, names of one day by slashes.
feasts! {
    Fixed(11, 1) => "all saints ' day/all saints' day"
    Fixed(11, 2) => "all souls' day"
    Fixed(4, 25) => "anzac day"
    Fixed(4, 1) => "april fools ' day/april fool 's day"
    Fixed(11, 11) => "armistice day/remembrance day/veterans day"
    Easter(39) => "ascension day"
    Easter(-46) => "ash wednesday"
    Fixed(1, 26) => "australia day"
    Fixed(7, 14) => "bastille day"
    After(11, 4, 4, 1) => "black friday"
    Fixed(12, 26) => "boxing day"
    Fixed(7, 1) => "canada day"
    Open => "chinese new year/lunar new year/diwali/eid al-adha/eid al-fitr/eid/hanukkah/independence day/nowruz/passover/\
        ramadan/rosh hashanah/yom kippur"
    Fixed(12, 24) => "christmas eve"
    Fixed(12, 25) => "christmas day/christmas"
    Fixed(5, 5) => "cinco de mayo"
    Nth(10, 2, 1) => "columbus day"
    After(11, 4, 4, 4) => "cyber monday"
    Fixed(4, 22) => "earth day"
    Easter(0) => "easter sunday/easter"
    Easter(1) => "easter monday"
    After(11, 1, 1, 1) => "election day"
    Fixed(1, 6) => "epiphany"
    Nth(6, 3, 7) => "father 's day"
    Easter(-2) => "good friday"
    Fixed(11, 5) => "guy fawkes night/bonfire night"
    Fixed(2, 2) => "groundhog day"
    Fixed(10, 31) => "halloween"
    Easter(-3) => "holy thursday/maundy thursday"
    Easter(-1) => "holy saturday"
    Fixed(1, 27) => "holocaust remembrance day"
    Fixed(12, 10) => "human rights day"
    Fixed(3, 8) => "international women 's day"
    Fixed(6, 19) => "juneteenth"
    Nth(9, 1, 1) => "labor day"
    Nth(1, 3, 1) => "martin luther king day/martin luther king jr. day"
    Fixed(5, 1) => "may day"
    Nth(5, -1, 1) => "memorial day"
    Nth(5, 2, 7) => "mother 's day"
    Fixed(1, 1) => "new year/new year 's day/new year 's"
    Fixed(12, 31) => "new year 's eve"
    Easter(-7) => "palm sunday"
    Easter(49) => "pentecost"
    Nth(2, 3, 1) => "presidents ' day/presidents' day"
    Nth(11, 2, 7) => "remembrance sunday"
    Easter(-47) => "shrove tuesday"
    Fixed(3, 17) => "st. patrick 's day/st patrick 's day"
    Fixed(2, 14) => "st. valentine 's day/valentine 's day"
    Nth(11, 4, 4) => "thanksgiving day/thanksgiving"
    Fixed(5, 9) => "victory day"
    Easter(50) => "whit monday"
}

/// The names with the number of their feast, from 1.
fn names() -> impl Iterator<Item = (u8, &'static str)> {
    (1..).zip(NAMES.split_terminator('\n')).flat_map(|(number, names)| names.split('/').map(move |name| (number, name)))
}

/// The words with which a feast's name can begin.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    names().filter_map(|(_, name)| name.split(' ').next())
}

/// The feast whose name stands at token `i`: its number from 1 and where it ends. The longest name wins.
pub(super) fn at(t: &Tokens<'_>, i: usize) -> Option<(u8, usize)> {
    let mut best: Option<(u8, usize)> = None;
    for (number, name) in names() {
        if let Some(end) = t.spelled(i, name).filter(|&end| best.is_none_or(|(_, last)| last < end)) {
            best = Some((number, end));
        }
    }
    best
}

/// The day of a feast in a year, where it can be computed.
pub(super) fn day(feast: u8, year: i32) -> Option<Day> {
    match *RULES.get(usize::from(feast).checked_sub(1)?)? {
        Fixed(month, day) => Day::new(year, month, day),
        Easter(days) => easter(year)?.plus(days),
        Nth(month, n, weekday) => nth_weekday(year, month, n, weekday),
        After(month, n, weekday, days) => nth_weekday(year, month, n, weekday)?.plus(days),
        Open => None,
    }
}

/// The month and day of a feast that has the same in every year, as "-MM-DD".
pub(super) fn fixed(feast: u8) -> Option<(u8, u8)> {
    match *RULES.get(usize::from(feast).checked_sub(1)?)? {
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
