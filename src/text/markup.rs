//! HTML source pasted as text: tags, comments and what never shows (scripts, styles) are part of the
//! gaps between tokens, so that they are kept but not read as words.
//!
//! Only known element names count, so that "a < b" and "<3" stay what they are. This is no HTML
//! parser: what a style sheet hides is not known here.

/// How a piece of markup parts the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parting {
    /// Runs within a line: `<b>`, `<a href="...">`, a comment.
    None,
    /// Ends a line: `<br>`, `<li>`.
    Line,
    /// Ends a paragraph: `<p>`, `<div>`, `<h1>`.
    Paragraph,
}

/// Finds markup; remembers how much work failed attempts cost, so that the whole stays linear.
#[derive(Debug)]
pub(super) struct Markup {
    /// Steps that failed attempts may still spend.
    budget: usize,
}

impl Markup {
    pub(super) fn new(text: &str) -> Self {
        Self { budget: text.len().saturating_mul(4).saturating_add(4096) }
    }

    /// The end of the markup that begins with the "<" at byte `at`, and how it parts the text.
    pub(super) fn end(&mut self, text: &str, at: usize) -> Option<(usize, Parting)> {
        let bytes = text.as_bytes();
        if bytes.get(at) != Some(&b'<') || self.budget == 0 {
            return None;
        }
        if bytes.get(at + 1..at + 4) == Some(b"!--") {
            return Some((self.find(text, at + 4, "-->")? + 3, Parting::None));
        }
        let closing = bytes.get(at + 1) == Some(&b'/');
        let declaration = matches!(bytes.get(at + 1), Some(b'!' | b'?'));
        let name_at = at + 1 + usize::from(closing || declaration);
        let length = bytes.get(name_at..)?.iter().take(LONGEST_NAME).take_while(|b| b.is_ascii_alphanumeric()).count();
        let name = text.get(name_at..name_at + length)?;
        if !matches!(bytes.get(name_at + length), Some(b'>' | b'/' | b' ' | b'\n' | b'\r' | b'\t' | b'-' | b'[')) {
            return None;
        }
        let parting = if declaration {
            let known = name.eq_ignore_ascii_case("doctype") || name.eq_ignore_ascii_case("xml");
            known.then_some(Parting::None)?
        } else {
            parting(name)?
        };
        let end = self.tag_end(bytes, name_at + length)?;
        if !declaration && !has_attributes(bytes.get(name_at + length..end - 1).unwrap_or(&[])) {
            return None;
        }
        let hides = HIDDEN.iter().any(|h| h.eq_ignore_ascii_case(name));
        if hides && !closing && bytes.get(end.saturating_sub(2)) != Some(&b'/') {
            // Without an end tag only the tag itself is passed over.
            let close = self.find_closing(bytes, end, name.as_bytes()).unwrap_or(end);
            return Some((close, parting));
        }
        Some((end, parting))
    }

    /// Just past the ">" that ends a tag; quoted attribute values may hold "<" and ">".
    fn tag_end(&mut self, bytes: &[u8], from: usize) -> Option<usize> {
        let mut quote = None;
        let mut previous = 0;
        for (i, &b) in bytes.iter().enumerate().skip(from).take(self.budget) {
            match quote {
                Some(open) if b == open => quote = None,
                Some(_) => {}
                None if b == b'>' => return Some(i + 1),
                None if b == b'<' => {
                    self.spend(i - from);
                    return None;
                }
                // A quote opens a value only behind "=": "<b don't" must not swallow the text.
                None if (b == b'"' || b == b'\'') && previous == b'=' => quote = Some(b),
                None => {}
            }
            previous = b;
        }
        self.spend(bytes.len().saturating_sub(from));
        None
    }

    fn find(&mut self, text: &str, from: usize, what: &str) -> Option<usize> {
        let found = text.get(from..).and_then(|rest| rest.find(what));
        if found.is_none() {
            self.spend(text.len().saturating_sub(from));
        }
        found.map(|i| from + i)
    }

    /// Just past `</name ...>`.
    fn find_closing(&mut self, bytes: &[u8], from: usize, name: &[u8]) -> Option<usize> {
        let mut at = from;
        while let Some(i) = bytes.get(at..).and_then(|rest| rest.iter().position(|&b| b == b'<')) {
            let open = at + i;
            let after = open + 2 + name.len();
            let fits = bytes.get(open + 1) == Some(&b'/') && bytes.get(open + 2..after).is_some_and(|n| n.eq_ignore_ascii_case(name));
            if fits {
                return self.tag_end(bytes, after);
            }
            at = open + 1;
        }
        self.spend(bytes.len().saturating_sub(from));
        None
    }

    fn spend(&mut self, steps: usize) {
        self.budget = self.budget.saturating_sub(steps.max(1));
    }
}

/// Whether what stands in a tag behind its name can be attributes: "a<b or x > y" holds no tag.
fn has_attributes(inside: &[u8]) -> bool {
    if inside.contains(&b'=') {
        return true;
    }
    let words = inside.split(|b| b.is_ascii_whitespace() || *b == b'/').filter(|w| !w.is_empty());
    words.into_iter().all(|w| BARE_ATTRIBUTES.iter().any(|a| a.as_bytes().eq_ignore_ascii_case(w)))
}

/// Attributes that have no value.
const BARE_ATTRIBUTES: &[&str] = &[
    "async",
    "autofocus",
    "autoplay",
    "checked",
    "controls",
    "defer",
    "disabled",
    "hidden",
    "itemscope",
    "loop",
    "muted",
    "nomodule",
    "open",
    "required",
    "reversed",
    "selected",
];

/// Whether `text` is page source: it holds a block element. Then line breaks of the source part nothing.
pub(super) fn is_source(text: &str) -> bool {
    let mut markup = Markup::new(text);
    let mut at = 0;
    let mut found = 0;
    while let Some(i) = text.get(at..).and_then(|rest| rest.find('<')) {
        let open = at + i;
        match markup.end(text, open) {
            Some((end, parting)) => {
                found += usize::from(parting != Parting::None);
                at = end;
            }
            None => at = open + 1,
        }
        if found >= 2 {
            return true;
        }
    }
    false
}

const LONGEST_NAME: usize = 12;

/// Elements whose content is not text.
const HIDDEN: &[&str] = &["script", "style", "template", "svg", "noscript", "iframe", "math", "select", "object"];

fn parting(name: &str) -> Option<Parting> {
    let is = |names: &[&str]| names.iter().any(|n| n.eq_ignore_ascii_case(name));
    if is(PARAGRAPHS) || is(HIDDEN) {
        Some(Parting::Paragraph)
    } else if is(LINES) {
        Some(Parting::Line)
    } else {
        is(INLINE).then_some(Parting::None)
    }
}

const PARAGRAPHS: &[&str] = &[
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "article",
    "section",
    "header",
    "footer",
    "main",
    "nav",
    "aside",
    "figure",
    "figcaption",
    "blockquote",
    "ul",
    "ol",
    "dl",
    "table",
    "form",
    "body",
    "html",
    "head",
    "title",
    "address",
    "pre",
    "hr",
    "fieldset",
    "details",
    "summary",
    "center",
];

const LINES: &[&str] = &["br", "li", "tr", "dt", "dd", "td", "th", "caption", "option", "button", "label", "textarea"];

const INLINE: &[&str] = &[
    "a", "b", "i", "u", "s", "q", "em", "strong", "span", "small", "sub", "sup", "font", "abbr", "acronym", "cite", "code", "time", "img",
    "picture", "source", "video", "audio", "track", "meta", "link", "base", "input", "wbr", "mark", "del", "ins", "strike", "big", "tt",
    "bdi", "bdo", "data", "thead", "tbody", "tfoot", "col", "colgroup", "amp", "path", "use", "g", "circle", "rect", "canvas", "embed",
    "param", "area", "map", "o",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn end(text: &str) -> Option<(usize, Parting)> {
        Markup::new(text).end(text, 0)
    }

    #[test]
    fn tags_and_what_they_hide() {
        assert_eq!(end("<p>x"), Some((3, Parting::Paragraph)));
        assert_eq!(end("<a href=\"a>b\">x"), Some((14, Parting::None)));
        assert_eq!(end("<script>if (a<b) f();</script>x"), Some((30, Parting::Paragraph)));
        assert_eq!(end("<!-- a > b -->x"), Some((14, Parting::None)));
        assert_eq!(end("</P >x"), Some((5, Parting::Paragraph)));
    }

    #[test]
    fn what_is_no_tag() {
        for text in ["<3", "< b", "<", "<unknown>", "<b <i", "<p", "<!-- x", "<b don't", "<\u{e9}>", "<b or x > y"] {
            assert_eq!(end(text), None, "{text}");
        }
    }

    #[test]
    fn source_has_blocks() {
        assert!(is_source("<p>One</p>"));
        assert!(!is_source("a <b>bold</b> word and x < y"));
    }
}
