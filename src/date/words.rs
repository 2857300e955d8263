//! The words of the grammar, as rows: a class, its numbers, and the forms that have them.
//!
//! All forms are in lower case. In a row by [`counting_n`] or [`counting_k`] the number grows by one step
//! from each form to the next; "/" joins forms that share it. A form may stand in several rows.

use super::calendar::Unit;
use super::lexicon::*;

/// The numbers of a row.
#[derive(Debug)]
pub(super) struct Row {
    /// The number of the class's bit.
    pub(super) class: u8,
    /// `n` of the first form, and what it grows by.
    pub(super) n: (i16, i8),
    /// `k` of the first form, and what it grows by.
    pub(super) k: (u8, u8),
}

/// Forms with the same numbers.
const fn same(class: Class, n: i16, k: u8) -> Row {
    Row { class: class.trailing_zeros() as u8, n: (n, 0), k: (k, 0) }
}

/// Forms whose `n` counts up.
const fn counting_n(class: Class, first: i16, step: i8) -> Row {
    Row { n: (first, step), ..same(class, 0, 0) }
}

/// Forms whose `k` counts up.
const fn counting_k(class: Class, first: u8) -> Row {
    Row { k: (first, 1), ..same(class, 0, 0) }
}

macro_rules! rows {
    ($($kind:ident($($number:expr),+): $forms:literal;)+) => {
        const ROWS: &[Row] = &[$($kind($($number),+)),+];
        const FORMS: &str = concat!($($forms, "\n"),+);
    };
}

/// The rows with their forms.
pub(super) fn rows() -> impl Iterator<Item = (&'static Row, &'static str)> {
    ROWS.iter().zip(FORMS.split('\n'))
}

rows! {
    counting_k(MONTH, 1): "january/jan/jan. february/feb/feb. march/mar/mar. april/apr/apr. may june/jun/jun. july/jul/jul. \
        august/aug/aug. september/sept/sept./sep/sep. october/oct/oct. november/nov/nov. december/dec/dec.";
    counting_k(WEEKDAY, 1): "monday/mon/mon. tuesday/tue/tue./tues/tues. wednesday/wed/wed./weds/weds. \
        thursday/thu/thu./thur/thur./thurs/thurs. friday/fri/fri. saturday/sat/sat. sunday/sun/sun.";
    counting_k(WEEKDAYS, 1): "mondays tuesdays wednesdays thursdays fridays saturdays sundays";
    // Month and weekday forms that are also other words or names.
    same(DOUBTFUL, 0, 0): "may march mar mar. jan jan. april june august jun jul dec sun sat wed mon fall spring sept sep";
    // In the order of `PART_CODES`.
    counting_k(PART, 0): "morning/dawn/daybreak/sunrise/predawn/pre-dawn afternoon evening/dusk/sunset/nightfall \
        night/nighttime/night-time daytime lunchtime";
    counting_k(PARTS, 0): "mornings afternoons evenings nights";
    counting_k(SEASON, 0): "spring/springtime summer/summertime autumn/fall winter/wintertime";
    // Units in the order of `Unit`.
    counting_k(UNIT, Unit::Second as u8): "second/sec minute/min hour/hr";
    counting_k(UNIT, Unit::Day as u8): "day weekend week fortnight month quarter";
    counting_k(UNIT, Unit::Year as u8): "year/yr decade century millennium";
    counting_k(UNITS, Unit::Second as u8): "seconds/secs minutes/mins hours/hrs nights days weekends weeks fortnights months quarters";
    counting_k(UNITS, Unit::Year as u8): "years/yrs decades centuries millennia";
    counting_n(NUMBER, 0, 1): "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
        seventeen eighteen nineteen";
    counting_n(NUMBER, 20, 10): "twenty thirty forty fifty sixty seventy eighty ninety";
    counting_n(DECADE, 10, 10): "tens twenties thirties forties fifties sixties seventies eighties nineties";
    counting_n(ORDINAL, 1, 1): "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";
    counting_n(ORDINAL, 30, 1): "thirtieth thirty-first";
    same(TIMES, 12, 0): "dozen";
    same(TIMES, 100, 0): "hundred";
    same(TIMES, 1000, 0): "thousand";
    same(TONIGHT, 0, 3): "tonight overnight";
    same(NOON, 12, 0): "noon midday";
    same(WEE, 0, 0): "wee small";
    same(BRACKET, 0, 0): "[";
    same(VERY, 0, 0): "very most";
    same(AHEAD_OF, 1, 0): "ahead";
    same(NOON, 24, 0): "midnight";
    same(DEICTIC, 0, 0): "today";
    same(DEICTIC, -1, 0): "yesterday";
    same(DEICTIC, 1, 0): "tomorrow";
    same(AMPM, 0, 0): "a.m. a.m am";
    same(AMPM, 12, 0): "p.m. p.m pm";
    same(OCLOCK, 0, 0): "o'clock";
    same(TIME, 0, 0): "time";
    same(HRS, 0, 0): "hours hrs hr";
    same(THE, 0, 0): "the";
    same(A, 1, 0): "a an";
    same(NUMBER, 1, 0): "one";
    same(THIS, 0, 0): "this";
    same(THAT, 0, 0): "that these those";
    same(NEXT, 1, 0): "next coming upcoming";
    same(COMING, 1, 0): "coming upcoming";
    same(COMPARED, 0, 0): "earlier later";
    same(FINAL, -1, 0): "final closing remaining";
    same(TENS_OF, 0, 0): "dozens hundreds thousands tens scores";
    same(PERIOD, 0, 0): "period";
    same(LAST, -1, 0): "last";
    same(PAST, -1, 0): "past";
    same(PREVIOUS, -1, 0): "previous preceding prior";
    same(FOLLOWING, 1, 0): "following ensuing subsequent";
    same(SAME, 0, 0): "same";
    same(CURRENT, 0, 1): "current";
    same(LATEST, -1, 0): "latest";
    same(OF, 0, 0): "of";
    same(IN, 0, 0): "in during";
    same(ON, 0, 0): "on";
    same(AT, 0, 0): "at";
    same(AND, 0, 0): "and or &";
    same(TO, 0, 0): "to through until till";
    same(FROM, 0, 0): "from";
    same(BETWEEN, 0, 0): "between";
    same(COMMA, 0, 0): ",";
    same(DASH, 0, 0): "- \u{2013} \u{2014}";
    same(AGO, -1, 0): "ago";
    same(EARLIER, -1, 0): "earlier before previously";
    same(LATER, 1, 0): "later after afterward afterwards thereafter";
    same(BEFORE, -1, 0): "before";
    same(BEFORE, 1, 0): "after";
    same(EVERY, 0, 0): "every";
    same(EACH, 0, 0): "each";
    same(OTHER, 2, 0): "other second";
    same(PER, 0, 0): "per";
    same(OFTEN, 1, 0): "once";
    same(OFTEN, 2, 0): "twice";
    same(OFTEN, 3, 0): "thrice";
    same(TIMES_A, 0, 0): "times";
    same(EARLY, 0, 0): "early";
    same(LATE, 0, 0): "late latter";
    same(MID, 0, 0): "mid";
    same(EDGE, 0, 0): "beginning start onset outset opening";
    same(EDGE, 0, 1): "middle midst midpoint";
    same(EDGE, 0, 2): "end close";
    same(TURN, 1, 0): "turn";
    same(HALF, 0, 0): "half";
    same(FISCAL, 0, 0): "fiscal financial fy";
    same(VAGUE, 0, 0): "few several many numerous countless various multiple";
    same(COUPLE, 2, 0): "couple";
    same(APPROX, 0, 0): "about around approximately nearly almost roughly some more over at less fewer under up no not just well close an \
        another virtually barely exactly";
    same(WIDENS, 0, 0): "more full long short straight consecutive additional successive calendar whole solid other further working \
        business trading entire extra long-running intense turbulent tumultuous hectic";
    same(REFERENCE, 0, 0): "recently lately formerly former once";
    same(REFERENCE, 0, 1): "now currently presently nowadays";
    same(REFERENCE, 0, 2): "soon";
    same(RECENT, 0, 0): "recent";
    same(FUTURE, 0, 2): "future";
    same(NEAR, 0, 0): "near distant foreseeable immediate";
    same(MOMENT, 0, 1): "moment present";
    same(ERA, -1, 0): "bc b.c. bce b.c.e.";
    same(ERA, 1, 0): "ad a.d. ce c.e.";
    same(ANNIVERSARY, 0, 0): "anniversary";
    same(YEAR_END, 0, 2): "year-end yearend";
    same(YEAR_AGO, -1, 0): "year-earlier year-ago";
    same(CIRCA, 0, 0): "circa c. ca ca.";
    same(APOSTROPHE, 0, 0): "'";
    same(ZONAL, 0, 0): "local eastern pacific central mountain";
    same(COMPOUND, 1, Unit::Hour as u8): "hour-long hourlong";
    same(ZONE, 0, 0): "gmt utc wet bst cet cest eet sast eest msk est et cdt edt ast cst ct mdt mst mt pdt pst pt sgt hkt awst jst kst \
        aest aedt ist pkt wib nzst nzdt akst hst";
    // Recurrence: number and unit.
    same(RECURRING, 1, Unit::Hour as u8): "hourly";
    same(RECURRING, 1, Unit::Day as u8): "daily everyday";
    same(RECURRING, 1, Unit::Night as u8): "nightly";
    same(RECURRING, 1, Unit::Week as u8): "weekly";
    same(RECURRING, 2, Unit::Week as u8): "biweekly bi-weekly fortnightly";
    same(RECURRING, 1, Unit::Month as u8): "monthly";
    same(RECURRING, 2, Unit::Month as u8): "bimonthly bi-monthly";
    same(RECURRING, 1, Unit::Quarter as u8): "quarterly";
    same(RECURRING, 6, Unit::Month as u8): "semiannual semi-annual biannual semiannually";
    same(RECURRING, 1, Unit::Year as u8): "annual annually yearly";
    same(RECURRING, 2, Unit::Year as u8): "biennial biennially";
    same(LONG, 1, Unit::Hour as u8): "hour-long hourlong";
    same(LONG, 1, Unit::Day as u8): "day-long daylong all-day";
    same(LONG, 1, Unit::Night as u8): "night-long nightlong all-night";
    same(LONG, 1, Unit::Week as u8): "week-long weeklong";
    same(LONG, 1, Unit::Weekend as u8): "weekend-long";
    same(LONG, 1, Unit::Month as u8): "month-long monthlong";
    same(LONG, 1, Unit::Year as u8): "year-long yearlong";
    same(LONG, 1, Unit::Decade as u8): "decade-long decadelong";
    same(LONG, 1, Unit::Century as u8): "century-long";
    // Irregular past forms and auxiliaries; regular ones are told by "-ed".
    same(PAST_VERB, 0, 0): "was were had did said told became began bought brought built came chose cost cut dealt died drew drove ended \
        fell fought fled found gave got grew heard held hit kept knew laid led left lent lost made meant met paid put \
        quit ran read rose saw sent sold set shot shut sought spent spoke spread stood stole struck swore took taught \
        thought threw told understood went withdrew woke won wrote broke bore caught flew forgot froze hid hung hurt \
        let lit rode sang sank sat shook slept slid split stuck swam tore wore wound been done gone seen taken given \
        shown known born been ate drank beat blew burst clung crept dug knelt leapt overtook rang shrank slew sped \
        spun sprang swept swung wept withstood";
    same(PRESENT_VERB, 0, 0): "is are has have does do says say am 're 've 'm";
    same(FUTURE_VERB, 0, 0): "will shall 'll won't";
    same(INFINITIVE, 0, 0): "to would may might could should must can cannot can't";
    same(AHEAD, 0, 0): "scheduled due expected expects expect planned plans plan slated set upcoming until till by tomorrow next would \
        could might should must starting beginning due hopes aims intends deadline expire expires effective likely \
        forecast starts begins opens resumes retires airs takes kicks";
    // Verbs whose present tells what is planned where a day follows: "the court hears the case Thursday".
    same(PLANNED, 0, 0): "starts begins opens reopens resumes retires airs takes kicks ends meets hears hosts convenes votes visits faces \
        holds returns speaks closes launches plays leaves arrives travels departs concludes premieres";
}
