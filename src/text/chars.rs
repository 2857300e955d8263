//! Characters: what shows nothing, what belongs to words, and how typographic variants fold.
//!
//! Character references of HTML ("&rsquo;", "&#8217;") are read as the character that they stand
//! for, because reports are also pasted as page source.

/// The character at byte `at` and its width in bytes. A character reference counts as one character.
#[inline]
pub(crate) fn char_at(text: &str, at: usize) -> Option<(char, usize)> {
    match *text.as_bytes().get(at)? {
        b'&' => Some(reference(text, at).unwrap_or(('&', 1))),
        byte if byte < 0x80 => Some((byte as char, 1)),
        _ => text.get(at..)?.chars().next().map(|c| (c, c.len_utf8())),
    }
}

/// The longest reference that is looked for, with its "&" and ";".
const LONGEST_REFERENCE: usize = 10;

fn reference(text: &str, at: usize) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    let window = bytes.get(at + 1..bytes.len().min(at + LONGEST_REFERENCE))?;
    let length = window.iter().position(|&b| b == b';')?;
    let name = text.get(at + 1..at + 1 + length)?;
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
        None => REFERENCES.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((c, length + 2))
}

/// The named references that news pages use.
const REFERENCES: &[(&str, char)] = &[
    ("nbsp", '\u{a0}'),
    ("amp", '&'),
    ("quot", '"'),
    ("rsquo", '\u{2019}'),
    ("lsquo", '\u{2018}'),
    ("rdquo", '\u{201d}'),
    ("ldquo", '\u{201c}'),
    ("apos", '\''),
    ("mdash", '\u{2014}'),
    ("ndash", '\u{2013}'),
    ("hellip", '\u{2026}'),
    ("lt", '<'),
    ("gt", '>'),
    ("bull", '\u{2022}'),
    ("middot", '\u{b7}'),
    ("shy", '\u{ad}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("thinsp", '\u{2009}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("copy", '\u{a9}'),
    ("reg", '\u{ae}'),
    ("trade", '\u{2122}'),
    ("pound", '\u{a3}'),
    ("euro", '\u{20ac}'),
    ("yen", '\u{a5}'),
    ("cent", '\u{a2}'),
    ("deg", '\u{b0}'),
    ("frac12", '\u{bd}'),
    ("times", '\u{d7}'),
    ("laquo", '\u{ab}'),
    ("raquo", '\u{bb}'),
    ("aacute", '\u{e1}'),
    ("agrave", '\u{e0}'),
    ("atilde", '\u{e3}'),
    ("auml", '\u{e4}'),
    ("aring", '\u{e5}'),
    ("ccedil", '\u{e7}'),
    ("eacute", '\u{e9}'),
    ("Eacute", '\u{c9}'),
    ("egrave", '\u{e8}'),
    ("ecirc", '\u{ea}'),
    ("euml", '\u{eb}'),
    ("iacute", '\u{ed}'),
    ("icirc", '\u{ee}'),
    ("ntilde", '\u{f1}'),
    ("oacute", '\u{f3}'),
    ("ocirc", '\u{f4}'),
    ("ouml", '\u{f6}'),
    ("Ouml", '\u{d6}'),
    ("oslash", '\u{f8}'),
    ("szlig", '\u{df}'),
    ("uacute", '\u{fa}'),
    ("uuml", '\u{fc}'),
    ("Uuml", '\u{dc}'),
];

/// Characters that show nothing and may stand inside words: soft hyphen, zero-width space and
/// joiners, directional marks, variation selectors, tags, byte order mark.
#[inline]
pub(crate) fn is_ignorable(c: char) -> bool {
    c >= '\u{ad}'
        && matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// White space and control characters: what a gap between tokens may hold beside ignorable ones.
#[inline]
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// Folds one character to the variant that forms use.
#[inline]
pub(crate) fn fold(c: char) -> Option<char> {
    match c {
        '`' => Some('\''),
        c if c < '\u{80}' => Some(c),
        c if is_ignorable(c) => None,
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2bc}' | '\u{ff07}' | '\u{b4}' | '\u{2039}' | '\u{203a}' => Some('\''),
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{ff02}' | '\u{2033}' | '\u{300c}'..='\u{300f}' | '\u{301d}'..='\u{301f}' => {
            Some('"')
        }
        '\u{2010}' | '\u{2011}' | '\u{ff0d}' => Some('-'),
        '\u{2012}' | '\u{2013}' | '\u{2212}' => Some('\u{2013}'),
        '\u{2014}' | '\u{2015}' => Some('\u{2014}'),
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    }
}

/// Letters, digits and the marks that combine with them.
#[inline]
pub(crate) fn is_word(c: char) -> bool {
    if c < '\u{80}' { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() || is_combining(c) }
}

/// Combining marks that Unicode does not count as alphabetic: accents written apart, viramas, points.
fn is_combining(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{64b}'..='\u{65f}'
        | '\u{6df}'..='\u{6e8}' | '\u{93c}' | '\u{94d}' | '\u{9bc}' | '\u{9cd}' | '\u{a3c}' | '\u{a4d}' | '\u{abc}' | '\u{acd}'
        | '\u{b3c}' | '\u{b4d}' | '\u{bcd}' | '\u{c4d}' | '\u{cbc}' | '\u{ccd}' | '\u{d4d}' | '\u{dca}' | '\u{e3a}'
        | '\u{e47}'..='\u{e4e}' | '\u{ec8}'..='\u{ecd}' | '\u{f39}' | '\u{f84}' | '\u{1037}' | '\u{1039}' | '\u{103a}'
        | '\u{17c9}'..='\u{17d3}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{3099}' | '\u{309a}' | '\u{fe20}'..='\u{fe2f}')
}

/// Scripts that write no space between words: every character is a token of its own.
#[inline]
pub(crate) fn stands_alone(c: char) -> bool {
    c >= '\u{3040}'
        && matches!(c, '\u{3040}'..='\u{3098}' | '\u{309b}'..='\u{309f}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A word character that may stand beside others in one token.
#[inline]
pub(crate) fn is_joined_word(c: char) -> bool {
    is_word(c) && !stands_alone(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_as_characters() {
        assert_eq!(char_at("&rsquo;s", 0), Some(('\u{2019}', 7)));
        assert_eq!(char_at("&#8217;s", 0), Some(('\u{2019}', 7)));
        assert_eq!(char_at("&#x2019;s", 0), Some(('\u{2019}', 8)));
        assert_eq!(char_at("& co;", 0), Some(('&', 1)));
        assert_eq!(char_at("&#xD800;", 0), Some(('&', 1)), "a surrogate is no character");
        assert_eq!(char_at("&", 0), Some(('&', 1)));
        assert_eq!(char_at("&\u{e9};", 0), Some(('&', 1)));
    }

    #[test]
    fn soft_hyphens_vanish_and_quotes_become_straight() {
        let folded: String = "\u{2018}co\u{ad}op\u{2019} \u{201e}x\u{201c}".chars().filter_map(fold).collect();
        assert_eq!(folded, "'coop' \"x\"");
    }
}
