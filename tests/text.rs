//! The text layer: annotated passages, properties, agreement with Unicode's segmentation, bounded
//! time, and two real reports.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a failing test may panic")]

#[path = "common/clock.rs"]
mod clock;
#[path = "common/shared.rs"]
mod shared;

use clock::Clock;
use crossread::date::Day;
use crossread::text::{BlockKind, Document, Side, Span, TokenKind};
use proptest::prelude::*;
use std::fmt::Write;
use std::path::Path;
use std::time::Duration;
use unicode_segmentation::UnicodeSegmentation;

// ---- Annotated passages -----------------------------------------------------------------------

/// `tests/common/passages.txt` holds passages of our own, `analyses.txt` what is read in them: each
/// sentence's tokens with their kinds beneath. `ACCEPT=1 cargo test --test text` writes the second
/// file anew; a person reads the difference.
#[test]
fn passages_are_read_as_accepted() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/common");
    let passages = std::fs::read_to_string(dir.join("passages.txt")).unwrap();
    let mut found = String::new();
    let mut count = 0;
    for case in passages.split("# ").filter(|c| !c.trim().is_empty()) {
        let (name, body) = case.split_once('\n').unwrap();
        let lines: Vec<&str> = body.lines().filter_map(|l| l.strip_prefix('>')).collect();
        let text = unescape(&lines.iter().map(|l| l.strip_prefix(' ').unwrap_or(l)).collect::<Vec<_>>().join("\n"));
        assert!(!text.is_empty(), "{name}: no text");
        let doc = Document::read(&text);
        check(&doc, &text);
        writeln!(found, "# {name}\n{}", show(&doc)).unwrap();
        count += 1;
    }
    assert!(count >= 40, "{count} passages");
    let file = dir.join("analyses.txt");
    if std::env::var_os("ACCEPT").is_some() {
        std::fs::write(&file, &found).unwrap();
        return;
    }
    let accepted = std::fs::read_to_string(&file).unwrap();
    for (want, got) in accepted.split("# ").zip(found.split("# ")) {
        assert!(want == got, "accepted:\n{want}\nfound:\n{got}");
    }
    assert_eq!(accepted, found);
}

/// What is set aside as page furniture is part of the report again where the reader says so.
#[test]
fn furniture_can_be_put_back() {
    let text = "Harbour vote put off\n\nThe council put off its vote on Monday.\n\nFollow us on every channel for more from Norvik.\n\nAnn Lee said so.";
    let kind = |doc: &Document, at: u32| doc.blocks.iter().find(|b| b.span.start <= at && at < b.span.end).map(|b| b.kind);
    let at = u32::try_from(text.find("Follow").unwrap()).unwrap();
    assert_eq!(kind(&Document::read(text), at), Some(BlockKind::Furniture));
    let kept = [Span { start: at, end: at + 1 }];
    assert_eq!(kind(&Document::read_keeping(text, &kept), at), Some(BlockKind::Body));
}

fn unescape(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(i) = rest.find("\\u{").or_else(|| rest.find("\\r")) {
        out.push_str(&rest[..i]);
        if rest[i..].starts_with("\\r") {
            out.push('\r');
            rest = &rest[i + 2..];
            continue;
        }
        // A carriage return may stand before the next escape.
        let end = rest[i..].find('}').unwrap() + i;
        out.push(u32::from_str_radix(&rest[i + 3..end], 16).ok().and_then(char::from_u32).unwrap());
        rest = &rest[end + 1..];
    }
    out + rest
}

fn show(doc: &Document) -> String {
    let mut out = String::new();
    let of = |span: Span| span.of(&doc.text).replace('\n', " ");
    let header = &doc.header;
    let mut say = |label: &str, value: Option<String>| {
        if let Some(value) = value {
            writeln!(out, "{label}: {value}").unwrap();
        }
    };
    say("published", header.published.as_ref().map(|d| format!("{} \"{}\"", d.value, of(d.span))));
    say(
        "ambiguous",
        header
            .ambiguous
            .as_ref()
            .map(|d| format!("{} \"{}\"", d.values.iter().map(Day::to_string).collect::<Vec<_>>().join(" or "), of(d.span))),
    );
    say("headline", header.headline.map(of));
    say("byline", header.byline.map(of));
    say("outlet", header.outlet.map(of));
    if let Some(d) = &header.dateline {
        let part = |s: Option<Span>| s.map_or("-".to_owned(), of);
        say("dateline", Some(format!("{} | {} | {}", of(d.place), part(d.agency), part(d.date))));
    }
    let mut block = None;
    for sentence in &doc.sentences {
        if block != Some(sentence.block) {
            block = Some(sentence.block);
            writeln!(out, "[{:?}]", doc.blocks[sentence.block as usize].kind).unwrap();
        }
        let (mut forms, mut kinds) = (String::new(), String::new());
        for i in sentence.tokens() {
            let token = doc.tokens[i];
            let kind = match (token.kind, token.side) {
                (TokenKind::Word, _) => "w",
                (TokenKind::Number, _) => "n",
                (TokenKind::Link, _) => "@",
                (TokenKind::Mark, _) => ".",
                (TokenKind::Quote, Side::Open) => "<",
                (TokenKind::Quote, Side::Close) => ">",
                (TokenKind::Quote, Side::None) => "?",
            };
            let form = doc.form(i);
            let width = form.chars().count().max(kind.len());
            write!(forms, " {form:width$}").unwrap();
            write!(kinds, " {kind:width$}").unwrap();
        }
        writeln!(out, "  {}\n  {}", forms.trim_end(), kinds.trim_end()).unwrap();
    }
    out
}

// ---- Properties -------------------------------------------------------------------------------

/// What holds of every document.
fn check(doc: &Document, text: &str) {
    assert_eq!(doc.text, text, "the text is kept");
    let marked_up = text.contains('<') || text.contains('&');
    let mut at = 0;
    for token in &doc.tokens {
        let (start, end) = (token.span.start as usize, token.span.end as usize);
        assert!(start >= at && end > start && end <= text.len(), "tokens stand in order, within the text, and hold something");
        let gap = text.get(at..start).expect("on character boundaries");
        assert!(text.get(start..end).is_some(), "on character boundaries");
        if !marked_up {
            assert!(gap.chars().all(shows_nothing), "a gap holds {gap:?}");
        }
        assert_eq!(token.kind == TokenKind::Quote, token.side != Side::None, "marks have sides");
        at = end;
    }
    if !marked_up {
        assert!(text[at..].chars().all(shows_nothing));
    }
    let mut next = 0;
    for sentence in &doc.sentences {
        assert_eq!(sentence.first, next, "sentences cover every token once");
        assert!(sentence.last > sentence.first);
        next = sentence.last;
        let block = doc.blocks[sentence.block as usize];
        assert!(block.span.contains(sentence.span), "a sentence lies in its block");
        assert_eq!(sentence.span, doc.span(sentence.tokens()));
    }
    assert_eq!(next as usize, doc.tokens.len());
    assert!(doc.blocks.windows(2).all(|w| w[0].span.end <= w[1].span.start), "blocks stand in order");
    assert!(doc.blocks.iter().all(|b| !b.span.is_empty()));
    let header = &doc.header;
    let dateline = header.dateline.as_ref();
    let spans = [header.headline, header.byline, header.outlet, header.published.as_ref().map(|d| d.span), dateline.map(|d| d.span)];
    for span in spans.into_iter().flatten() {
        assert!(!span.is_empty() && text.get(span.start as usize..span.end as usize).is_some(), "header spans lie in the text");
    }
}

fn shows_nothing(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || "\u{ad}\u{34f}\u{61c}\u{180e}\u{feff}".contains(c)
        || matches!(c, '\u{200b}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Pieces of which odd reports are made.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "The envoy",
        " said",
        ".",
        ". ",
        "\"",
        "'",
        "\u{201c}",
        "\u{201d}",
        "\u{2019}s",
        "s'",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "U.S.",
        "Mr. ",
        "p.m. ",
        "Jan. 3",
        "2019-12-20",
        "10/11/2019",
        "By Jane Roe",
        "OSLO (AP) - ",
        "<p>",
        "</p>",
        "<b",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "&amp;",
        "&#8217;",
        "&",
        "...",
        "\u{2026}",
        "--",
        "\u{200b}",
        "\u{ad}",
        "\u{a0}",
        "\u{1f469}\u{200d}\u{1f467}",
        "\u{65e5}\u{672c}\u{3002}",
        "\u{5e9}\u{5dc}",
        "http://",
        "a@b.c",
        "@x",
        "#y",
        "$3.5m",
        "(",
        ")",
        "[",
        "]",
        "\u{2022} ",
        "1. ",
        "Read more",
        "REUTERS/",
        "Photo: ",
        "Published: ",
        "updated ",
        ", ",
        ":",
        "- ",
        "/",
        "\0",
        "\u{301}",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => any::<String>(), 1 => "[A-Za-z]{1,8}", 1 => "[0-9.,:/-]{1,6}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_string_is_read(text in any::<String>()) {
        check(&Document::read(&text), &text);
    }

    #[test]
    fn every_mixture_is_read(pieces in prop::collection::vec(piece(), 0..60)) {
        let text = pieces.concat();
        let doc = Document::read(&text);
        check(&doc, &text);
        let again = Document::read(&text);
        prop_assert_eq!(&doc.tokens, &again.tokens);
        prop_assert_eq!(&doc.sentences, &again.sentences);
        prop_assert_eq!(&doc.header, &again.header);
    }

    #[test]
    fn a_paragraph_behind_changes_nothing_before(pieces in prop::collection::vec(prop::sample::select(vec!["The envoy left. ", "She said \"no\". ", "It was 5 p.m. ", "Mr. Roe, 42, came. "]), 1..12)) {
        let text = format!("{}\n\nA last paragraph stands here.", pieces.concat());
        let longer = format!("{text}\n\nOne more paragraph was added to it.");
        let (short, long) = (Document::read(&text), Document::read(&longer));
        prop_assert_eq!(&short.tokens[..], &long.tokens[..short.tokens.len()]);
        prop_assert_eq!(&short.sentences[..], &long.sentences[..short.sentences.len()]);
    }
}

#[test]
fn odd_input_gives_a_document() {
    for text in [
        "",
        " ",
        "word",
        ".",
        "\"",
        "\u{feff}",
        "\u{200b}\u{200b}",
        "\0\u{1}\u{2}PK\u{3}\u{4}\u{fffd}\u{fffd}",
        "\u{301}",
        "<",
        "<p",
        "</p>",
        "&",
        "&#",
        "'s",
        "a'",
        "@",
        "http://",
        "\u{1f1f3}",
    ] {
        check(&Document::read(text), text);
    }
    assert!(Document::read("").tokens.is_empty());
    assert_eq!(Document::read("word").sentences.len(), 1);
}

/// A hyphen typed for a dash ends a word; one inside a compound does not.
#[test]
fn a_hyphen_before_a_clause_is_a_dash() {
    let words = |text: &str| {
        let doc = Document::read(text);
        doc.tokens.iter().map(|t| t.span.of(text).to_owned()).collect::<Vec<_>>().join("|")
    };
    assert_eq!(words("Her lawyer, Jane Roe-who came late"), "Her|lawyer|,|Jane|Roe|-|who|came|late");
    assert_eq!(words("girls of 8-and 10 years"), "girls|of|8|-|and|10|years");
    assert_eq!(words("a so-and-so and the run-of-the-mill"), "a|so-and-so|and|the|run-of-the-mill");
}

// ---- Unicode's segmentation -------------------------------------------------------------------

fn report() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/common/report.txt")).unwrap()
}

/// Word tokens against UAX #29. Where we differ is listed: the possessive, abbreviations with dots,
/// hyphenated words, numbers with what is written on to them.
#[test]
fn words_agree_with_unicode() {
    let text = report();
    let doc = Document::read(&text);
    let theirs: std::collections::BTreeSet<(usize, &str)> = text.unicode_word_indices().collect();
    let ours: Vec<(usize, &str)> = doc
        .tokens
        .iter()
        .filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
        .map(|t| (t.span.start as usize, t.span.of(&text)))
        .collect();
    let alike = ours.iter().filter(|w| theirs.contains(w)).count();
    let listed = |word: &str| word == "'s" || word == "\u{2019}s" || word.contains(['.', '-', ':', ',']);
    for (at, word) in ours.iter().filter(|w| !theirs.contains(w)) {
        let before_possessive = text[at + word.len()..].starts_with(['\'', '\u{2019}']);
        assert!(listed(word) || before_possessive, "{word:?} at {at} is cut otherwise by Unicode");
    }
    assert!(alike * 100 >= ours.len() * 94, "{alike} of {} words as Unicode cuts them", ours.len());
}

/// Sentence ends against UAX #29, which knows no abbreviations: ours are a subset of its ends but for
/// block ends, and it adds ends only behind a dot of an abbreviation.
#[test]
fn sentences_agree_with_unicode() {
    let text = report();
    let doc = Document::read(&text);
    let theirs: Vec<usize> =
        text.split_sentence_bound_indices().filter(|(_, s)| !s.trim().is_empty()).map(|(at, s)| at + s.trim_end().len()).collect();
    let ours: Vec<usize> = doc.sentences.iter().map(|s| s.span.end as usize).collect();
    let block_ends: Vec<usize> = doc.blocks.iter().map(|b| b.span.end as usize).collect();
    let dateline = doc.header.dateline.as_ref().expect("a dateline").span.end as usize;
    for end in &ours {
        assert!(theirs.contains(end) || block_ends.contains(end) || *end == dateline, "{:?}", &text[end.saturating_sub(20)..*end]);
    }
    for end in theirs.iter().filter(|e| !ours.contains(e)) {
        let before = text[..*end].rsplit([' ', '\n']).next().unwrap();
        assert!(before.ends_with('.') && before.len() <= 5, "Unicode ends a sentence behind {before:?}");
    }
}

// ---- Time -------------------------------------------------------------------------------------

/// Four times the input takes about four times as long, whatever it is made of.
#[test]
fn reading_takes_linear_time() {
    let units = [
        ".",
        "\" ",
        "'",
        "a",
        "a.",
        "a.b ",
        "A. ",
        "\u{200b}",
        "a\u{200b}",
        "-",
        "<",
        "<a \"",
        "<p>",
        "<script>",
        "<!--",
        "&",
        "&amp;",
        "a@",
        "@",
        "http://a",
        "1,",
        "1.",
        "1:",
        "U.S. ",
        "\n",
        "\n\n",
        "ab\n",
        "Photo: A\n",
        "REUTERS/A ",
        "By A\n",
        "1 May 2019 ",
        "OSLO (AP) - A. ",
        "\u{65e5}",
        "\u{1f1f3}",
        "\u{1f469}\u{200d}",
        "'90s 's ",
        "(",
        "Read more\n\n",
        "Related\n\nA b\n\n",
        "\"a.\" A",
        "word ",
    ];
    for unit in units {
        let time = |bytes: usize| {
            let text = unit.repeat(bytes / unit.len() + 1);
            (0..3)
                .map(|_| {
                    let start = Clock::start();
                    let doc = Document::read(&text);
                    let spent = start.elapsed();
                    assert!(doc.text.len() >= bytes);
                    spent
                })
                .min()
                .unwrap_or(Duration::MAX)
        };
        let (small, large) = (time(60_000), time(240_000));
        // Sixteen times would be quadratic; other work on the machine blurs small times.
        assert!(large < small * 10 + Duration::from_millis(60), "{unit:?}: {small:?} and {large:?} for four times as much");
    }
}

// ---- Real reports -----------------------------------------------------------------------------

#[test]
#[ignore = "needs ../shared"]
fn the_first_report_has_its_header() {
    let text = shared::read("reports/report-a.txt");
    let doc = Document::read(&text);
    check(&doc, &text);
    let header = &doc.header;
    assert_eq!(header.published.as_ref().map(|d| d.value), Day::parse("2019-12-20"));
    let dateline = header.dateline.as_ref().expect("a dateline");
    assert_eq!(dateline.place.of(&text), "BEIJING");
    assert_eq!(dateline.agency.map(|a| a.of(&text)), Some("Reuters"));
    assert_eq!(header.outlet.map(|o| o.of(&text)), Some("Reuters"));
    let kinds: Vec<_> = doc.blocks.iter().take(3).map(|b| b.kind).collect();
    use crossread::text::BlockKind::{Body, Caption, DateLine};
    assert_eq!(kinds, [DateLine, Caption, Body]);
    assert!(doc.blocks[1].span.of(&text).ends_with("REUTERS/Jason Lee/Files"));
    assert_eq!(
        doc.sentences.iter().enumerate().find(|(n, _)| doc.is_body(*n)).map(|(_, s)| s.span.of(&text).starts_with("Chinese Vice")),
        Some(true)
    );
}

#[test]
#[ignore = "needs ../shared"]
fn the_second_report_has_its_header() {
    let text = shared::read("reports/report-b.txt");
    let doc = Document::read(&text);
    check(&doc, &text);
    assert_eq!(doc.header.published.as_ref().map(|d| d.value), Day::parse("2019-03-27"));
    assert_eq!(doc.header.dateline.as_ref().map(|d| d.place.of(&text)), Some("BEIJING"));
    assert!(doc.header.headline.is_none() && doc.header.byline.is_none());
    let first = doc.sentences.iter().enumerate().find(|(n, _)| doc.is_body(*n)).map(|(_, s)| s.span.of(&text));
    assert!(first.is_some_and(|s| s.starts_with("The United States' special envoy") && s.ends_with("summit.")), "{first:?}");
}
