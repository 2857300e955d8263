//! Tables: currencies, units of measure, and the words that say how exact a number is.

use super::Exactness;

/// Currency symbols that stand before a number.
pub(super) const SYMBOLS: &[(&str, &str)] = &[
    ("$", "USD"),
    ("\u{a3}", "GBP"),
    ("\u{20ac}", "EUR"),
    ("\u{a5}", "JPY"),
    ("\u{20b9}", "INR"),
    ("\u{20bd}", "RUB"),
    ("\u{20a9}", "KRW"),
    ("\u{20ba}", "TRY"),
    ("\u{20aa}", "ILS"),
    ("\u{20a6}", "NGN"),
    ("\u{20b4}", "UAH"),
    ("\u{20b1}", "PHP"),
    ("\u{20ab}", "VND"),
];

/// Words right before a dollar sign that say whose dollar it is.
pub(super) const DOLLARS: &[(&str, &str)] =
    &[("us", "USD"), ("a", "AUD"), ("au", "AUD"), ("c", "CAD"), ("ca", "CAD"), ("hk", "HKD"), ("nz", "NZD"), ("s", "SGD"), ("nt", "TWD")];

/// Codes and short names that stand before a number.
pub(super) const CODES: &[(&str, &str)] = &[
    ("usd", "USD"),
    ("eur", "EUR"),
    ("gbp", "GBP"),
    ("jpy", "JPY"),
    ("cny", "CNY"),
    ("rmb", "CNY"),
    ("inr", "INR"),
    ("rs", "INR"),
    ("rs.", "INR"),
    ("chf", "CHF"),
    ("cad", "CAD"),
    ("aud", "AUD"),
    ("euro", "EUR"),
    ("rm", "MYR"),
];

/// What comes in millions: "8m people", where "a 5m wave" is one of metres.
pub(super) const IN_MILLIONS: &[&str] = &[
    "people", "children", "women", "men", "users", "homes", "jobs", "votes", "voters", "workers", "refugees", "tonnes", "barrels",
    "pounds", "euros", "dollars",
];

/// Words before "one" where it counts nothing.
pub(super) const BEFORE_ONE: &[&str] =
    &["no", "any", "every", "each", "this", "that", "another", "the", "which", "some", "only", "not", "just", "day", "square", "number"];

/// Words behind "one" with which it counts nothing: "one day", "one thing".
pub(super) const BEHIND_ONE: &[&str] = &[
    "day",
    "another",
    "time",
    "thing",
    "way",
    "such",
    "day's",
    "side",
    "hand",
    "thousand",
    "point",
    "reason",
    "example",
    "possibility",
    "step",
    "or",
    "month",
    "year",
    "week",
];

/// What is done with calls to an emergency number.
pub(super) const ANSWERED: &[&str] = &[
    "call",
    "calls",
    "caller",
    "callers",
    "dispatcher",
    "dispatchers",
    "operator",
    "operators",
    "supervisor",
    "center",
    "centre",
    "tape",
    "tapes",
    "recording",
    "recordings",
    "emergency",
];

/// Verbs that "over" belongs to.
pub(super) const PARTICLED: &[&str] = &[
    "hand", "handed", "handing", "hands", "take", "taken", "takes", "taking", "took", "turn", "turned", "turning", "turns", "signed",
    "ran", "run", "knocked",
];

/// Words behind which "over" opens the time for which something runs, and is no "more than".
pub(super) const TERMS: &[&str] = &[
    "loan",
    "loans",
    "aid",
    "bailout",
    "package",
    "deal",
    "contract",
    "period",
    "spread",
    "phased",
    "paid",
    "repaid",
    "repay",
    "invest",
    "invested",
    "investment",
    "investments",
    "spending",
    "cuts",
    "savings",
    "programme",
    "program",
    "million",
    "billion",
    "trillion",
    ")",
    "euros",
    "dollars",
    "pounds",
    "yen",
    "instalments",
    "installments",
];

/// Currency words that stand after a number.
pub(super) const CURRENCIES: &[(&str, &str)] = &[
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("rupee", "INR"),
    ("rupees", "INR"),
    ("rouble", "RUB"),
    ("roubles", "RUB"),
    ("ruble", "RUB"),
    ("rubles", "RUB"),
    ("peso", "peso"),
    ("pesos", "peso"),
    ("franc", "franc"),
    ("francs", "franc"),
    ("kronor", "SEK"),
    ("kroner", "krone"),
    ("crowns", "crown"),
    ("zloty", "PLN"),
    ("zlotys", "PLN"),
    ("lira", "TRY"),
    ("liras", "TRY"),
    ("shekels", "ILS"),
    ("riyals", "riyal"),
    ("dirhams", "dirham"),
    ("naira", "NGN"),
    ("rand", "ZAR"),
    ("reais", "BRL"),
    ("won", "KRW"),
    ("hryvnia", "UAH"),
    ("baht", "THB"),
    ("ringgit", "MYR"),
    ("rupiah", "IDR"),
    ("pounds", "GBP"),
    ("usd", "USD"),
    ("eur", "EUR"),
    ("gbp", "GBP"),
];

/// Nationality words before a currency word.
pub(super) const NATIONAL: &[(&str, &str, &str)] = &[
    ("australian", "USD", "AUD"),
    ("canadian", "USD", "CAD"),
    ("singapore", "USD", "SGD"),
    ("kong", "USD", "HKD"),
    ("zealand", "USD", "NZD"),
    ("taiwan", "USD", "TWD"),
    ("u.s.", "USD", "USD"),
    ("us", "USD", "USD"),
    ("american", "USD", "USD"),
    ("swiss", "franc", "CHF"),
    ("egyptian", "GBP", "EGP"),
    ("norwegian", "krone", "NOK"),
    ("danish", "krone", "DKK"),
    ("mexican", "peso", "MXN"),
    ("argentine", "peso", "ARS"),
    ("philippine", "peso", "PHP"),
    ("pakistani", "INR", "PKR"),
];

/// Units of measure: as written, and the short form to show.
pub(super) const UNITS: &[(&str, &str)] = &[
    ("km", "km"),
    ("kilometre", "km"),
    ("kilometer", "km"),
    ("kms", "km"),
    ("mile", "mile"),
    ("metre", "m"),
    ("meter", "m"),
    ("centimetre", "cm"),
    ("centimeter", "cm"),
    ("cm", "cm"),
    ("millimetre", "mm"),
    ("millimeter", "mm"),
    ("mm", "mm"),
    ("foot", "foot"),
    ("feet", "foot"),
    ("ft", "foot"),
    ("inch", "inch"),
    ("inches", "inch"),
    ("yard", "yard"),
    ("kg", "kg"),
    ("kilogram", "kg"),
    ("kilo", "kg"),
    ("gram", "g"),
    ("tonne", "tonne"),
    ("ton", "ton"),
    ("lb", "lb"),
    ("lbs", "lb"),
    ("ounce", "oz"),
    ("litre", "l"),
    ("liter", "l"),
    ("gallon", "gallon"),
    ("barrel", "barrel"),
    ("hectare", "ha"),
    ("acre", "acre"),
    ("degree", "degree"),
    ("degrees", "degree"),
    ("\u{b0}c", "\u{b0}C"),
    ("\u{b0}f", "\u{b0}F"),
    ("\u{b0}", "degree"),
    ("mph", "mph"),
    ("kph", "km/h"),
    ("km/h", "km/h"),
    ("knot", "knot"),
    ("megawatt", "MW"),
    ("mw", "MW"),
    ("gigawatt", "GW"),
    ("gw", "GW"),
    ("kilowatt", "kW"),
    ("magnitude", "magnitude"),
    ("second", "second"),
    ("minute", "minute"),
    ("hour", "hour"),
    ("day", "day"),
    ("night", "night"),
    ("week", "week"),
    ("month", "month"),
    ("year", "year"),
    ("decade", "decade"),
];

/// Words before a unit that make it another: "square kilometres", "cubic metres", "nautical miles".
pub(super) const POWERS: &[&str] = &["square", "cubic", "nautical", "sq"];

/// What stands before a number and says how exact it is.
pub(super) const BEFORE: &[(&str, Exactness)] = &[
    ("a maximum of", Exactness::AtMost),
    ("a minimum of", Exactness::AtLeast),
    ("a total of", Exactness::Exact),
    ("above", Exactness::AtLeast),
    ("about", Exactness::About),
    ("almost", Exactness::About),
    ("an estimated", Exactness::About),
    ("approximately", Exactness::About),
    ("around", Exactness::About),
    ("as few as", Exactness::AtLeast),
    ("as many as", Exactness::AtMost),
    ("as much as", Exactness::AtMost),
    ("at least", Exactness::AtLeast),
    ("at most", Exactness::AtMost),
    ("below", Exactness::AtMost),
    ("close to", Exactness::About),
    ("estimated", Exactness::About),
    ("fewer than", Exactness::AtMost),
    ("greater than", Exactness::AtLeast),
    ("in excess of", Exactness::AtLeast),
    ("just over", Exactness::About),
    ("just under", Exactness::About),
    ("less than", Exactness::AtMost),
    ("more than", Exactness::AtLeast),
    ("nearly", Exactness::About),
    ("no fewer than", Exactness::AtLeast),
    ("no less than", Exactness::AtLeast),
    ("no more than", Exactness::AtMost),
    ("not more than", Exactness::AtMost),
    ("over", Exactness::AtLeast),
    ("perhaps", Exactness::About),
    ("possibly", Exactness::About),
    ("roughly", Exactness::About),
    ("some", Exactness::About),
    ("under", Exactness::AtMost),
    ("up to", Exactness::AtMost),
    ("upward of", Exactness::AtLeast),
    ("upwards of", Exactness::AtLeast),
    ("well over", Exactness::AtLeast),
    ("well under", Exactness::AtMost),
    ("~", Exactness::About),
];

/// What stands after a number and says how exact it is.
pub(super) const AFTER: &[(&str, Exactness)] = &[
    ("or more", Exactness::AtLeast),
    ("or so", Exactness::About),
    ("or fewer", Exactness::AtMost),
    ("or less", Exactness::AtMost),
    ("at most", Exactness::AtMost),
];

/// Words before a number that make it a name or a place in a list: "Flight 370", "Section 4".
pub(super) const NUMBERED: &[&str] = &[
    "act",
    "amendment",
    "apartment",
    "article",
    "bus",
    "case",
    "category",
    "channel",
    "chapter",
    "class",
    "clause",
    "covid",
    "day",
    "episode",
    "figure",
    "flight",
    "form",
    "formula",
    "game",
    "gate",
    "grade",
    "group",
    "highway",
    "house",
    "interstate",
    "item",
    "lap",
    "law",
    "lane",
    "level",
    "line",
    "match",
    "no",
    "no.",
    "number",
    "page",
    "paragraph",
    "part",
    "phase",
    "platform",
    "point",
    "quarter",
    "regulation",
    "resolution",
    "room",
    "round",
    "route",
    "row",
    "rule",
    "season",
    "section",
    "series",
    "stage",
    "step",
    "table",
    "tier",
    "title",
    "train",
    "type",
    "unit",
    "version",
    "volume",
    "ward",
    "week",
    "zone",
];

/// Words that make a number before them an address: "12 Main Street".
pub(super) const STREETS: &[&str] =
    &["street", "st", "st.", "road", "rd", "avenue", "ave", "ave.", "lane", "drive", "boulevard", "blvd", "square", "place"];

/// The entry of `table` whose first field is `word`.
pub(super) fn find(table: &[(&'static str, &'static str)], word: &str) -> Option<&'static str> {
    table.iter().find(|row| row.0 == word).map(|row| row.1)
}

/// The unit of measure that `word` names, in the singular or plural.
pub(super) fn measure(word: &str) -> Option<&'static str> {
    find(UNITS, word).or_else(|| word.strip_suffix('s').and_then(|w| find(UNITS, w)))
}
