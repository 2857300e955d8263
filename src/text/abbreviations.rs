//! Abbreviations that carry a dot, by what the dot means for the end of a sentence.

/// What may follow an abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Stands before a name and never ends a sentence: "Sen.", "Gen.".
    Title,
    /// A month: "Jan.".
    Month,
    /// Stands after a name or a figure and may end a sentence: "Inc.", "Jr.".
    After,
    /// Holds its dot only before a number: "No. 5", "Sat. 3".
    BeforeNumber,
    /// A state, holds its dot only after a comma: "Jackson, Miss.".
    AfterComma,
}

use Abbreviation::{After, AfterComma, BeforeNumber, Month, Title};

/// Sorted, without the dot.
const ABBREVIATIONS: &[(&str, Abbreviation)] = &[
    ("Adm", Title),
    ("Ala", AfterComma),
    ("Ald", Title),
    ("Amb", Title),
    ("Apr", Month),
    ("Ariz", AfterComma),
    ("Ark", AfterComma),
    ("Art", BeforeNumber),
    ("Assn", After),
    ("Assoc", Title),
    ("Asst", Title),
    ("Atty", Title),
    ("Aug", Month),
    ("Ave", After),
    ("Blvd", After),
    ("Brig", Title),
    ("Bros", After),
    ("Calif", AfterComma),
    ("Capt", Title),
    ("Ch", BeforeNumber),
    ("Cllr", Title),
    ("Cmdr", Title),
    ("Co", After),
    ("Col", Title),
    ("Colo", AfterComma),
    ("Comdr", Title),
    ("Conn", AfterComma),
    ("Const", Title),
    ("Corp", After),
    ("Cpl", Title),
    ("Dec", Month),
    ("Del", AfterComma),
    ("Dept", After),
    ("Det", Title),
    ("Dr", Title),
    ("Drs", Title),
    ("Ens", Title),
    ("Esq", After),
    ("Feb", Month),
    ("Fig", BeforeNumber),
    ("Fla", AfterComma),
    ("Fr", Title),
    ("Fri", BeforeNumber),
    ("Ft", After),
    ("Ga", AfterComma),
    ("Gen", Title),
    ("Gov", Title),
    ("Govt", After),
    ("Hon", Title),
    ("Ill", AfterComma),
    ("Inc", After),
    ("Ind", AfterComma),
    ("Insp", Title),
    ("Jan", Month),
    ("Jct", After),
    ("Jr", After),
    ("Jul", Month),
    ("Jun", Month),
    ("Kan", AfterComma),
    ("Ky", AfterComma),
    ("La", AfterComma),
    ("Lt", Title),
    ("Ltd", After),
    ("Maj", Title),
    ("Mar", BeforeNumber),
    ("Mass", AfterComma),
    ("Md", AfterComma),
    ("Messrs", Title),
    ("Mgr", Title),
    ("Mich", AfterComma),
    ("Minn", AfterComma),
    ("Miss", AfterComma),
    ("Mlle", Title),
    ("Mme", Title),
    ("Mo", AfterComma),
    ("Mon", BeforeNumber),
    ("Mont", AfterComma),
    ("Mr", Title),
    ("Mrs", Title),
    ("Ms", Title),
    ("Msgr", Title),
    ("Mt", Title),
    ("Neb", AfterComma),
    ("Nev", AfterComma),
    ("No", BeforeNumber),
    ("Nos", BeforeNumber),
    ("Nov", Month),
    ("Oct", Month),
    ("Okla", AfterComma),
    ("Ore", AfterComma),
    ("Pa", AfterComma),
    ("Pfc", Title),
    ("Ph", BeforeNumber),
    ("Plc", After),
    ("Pres", Title),
    ("Prof", Title),
    ("Profs", Title),
    ("Pte", After),
    ("Pty", After),
    ("Pvt", Title),
    ("Rd", After),
    ("Rep", Title),
    ("Reps", Title),
    ("Ret", After),
    ("Rev", Title),
    ("Rs", BeforeNumber),
    ("Sat", BeforeNumber),
    ("Sec", BeforeNumber),
    ("Sen", Title),
    ("Sens", Title),
    ("Sep", Month),
    ("Sept", Month),
    ("Sgt", Title),
    ("Spc", Title),
    ("Sr", After),
    ("St", After),
    ("Ste", After),
    ("Sun", BeforeNumber),
    ("Supt", Title),
    ("Tenn", AfterComma),
    ("Tex", AfterComma),
    ("Thu", BeforeNumber),
    ("Thurs", BeforeNumber),
    ("Tue", BeforeNumber),
    ("Tues", BeforeNumber),
    ("Univ", After),
    ("Va", AfterComma),
    ("Vol", BeforeNumber),
    ("Vt", AfterComma),
    ("Wash", AfterComma),
    ("Wed", BeforeNumber),
    ("Wis", AfterComma),
    ("Wyo", AfterComma),
    ("al", After),
    ("approx", Title),
    ("art", BeforeNumber),
    ("bn", BeforeNumber),
    ("ca", BeforeNumber),
    ("cf", Title),
    ("dept", After),
    ("esp", Title),
    ("est", BeforeNumber),
    ("etc", After),
    ("govt", After),
    ("incl", Title),
    ("no", BeforeNumber),
    ("nos", BeforeNumber),
    ("p", BeforeNumber),
    ("pp", BeforeNumber),
    ("rs", BeforeNumber),
    ("sec", BeforeNumber),
    ("v", Title),
    ("vol", BeforeNumber),
    ("vs", Title),
];

/// What `word` (without its dot) is as an abbreviation. Capitals throughout make no difference.
pub(crate) fn abbreviation(word: &str) -> Option<Abbreviation> {
    let find = |word: &str| ABBREVIATIONS.binary_search_by(|(known, _)| (*known).cmp(word)).ok();
    let at = find(word).or_else(|| {
        let capitals = (2..=5).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
        let (first, rest) = word.split_at_checked(1).filter(|_| capitals)?;
        find(&[first, &rest.to_ascii_lowercase()].concat())
    })?;
    ABBREVIATIONS.get(at).map(|entry| entry.1)
}

/// Last parts of host names that stand in running text ("example.com").
pub(crate) const HOST_ENDINGS: &[&str] = &[
    "au", "ca", "ch", "cn", "co", "com", "de", "edu", "eu", "fr", "gov", "info", "int", "io", "jp", "ke", "kr", "mil", "net", "ng", "nl",
    "nz", "org", "ru", "tv", "ua", "uk", "za",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(ABBREVIATIONS.windows(2).all(|w| w[0].0 < w[1].0), "{:?}", ABBREVIATIONS.windows(2).find(|w| w[0].0 >= w[1].0));
        assert!(HOST_ENDINGS.windows(2).all(|w| w[0] < w[1]));
    }
}
