//! What holds for every comparison: swapping the reports swaps the result, the same input gives the
//! same output, spans lie in the texts, and the work grows with the length of the texts.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a failing test may panic")]

#[path = "common/clock.rs"]
mod clock;

use clock::Clock;
use crossread::compare::{Compared, Comparing, Comparison, EntityCorrection, EventLabel, FindingKind, Side, read_pair};
use crossread::entity::Kind;
use crossread::text::Span;
use crossread::{Corrections, Options, Report, analyze, compare};
use proptest::prelude::*;
use std::path::PathBuf;

fn read(text: &str) -> Report {
    analyze(text, &Options::default()).unwrap_or_default()
}

/// The example pairs of the page.
fn examples() -> Vec<(String, String, String)> {
    let dir = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("www/examples");
    let mut names: Vec<PathBuf> =
        std::fs::read_dir(dir).expect("examples").map(|e| e.expect("entry").path()).filter(|p| p.is_dir()).collect();
    names.sort();
    names
        .into_iter()
        .map(|p| {
            let text = |side: &str| std::fs::read_to_string(p.join(side)).expect("text");
            (p.file_name().expect("name").to_string_lossy().into_owned(), text("left.txt"), text("right.txt"))
        })
        .collect()
}

/// The comparison with its sides exchanged, and lists that are in the order of the left text put in
/// the order of the new left text.
fn swapped(c: &Comparison) -> Comparison {
    let mut c = c.clone();
    c.same_event.days_apart = c.same_event.days_apart.map(|d| -d);
    c.same_event.later = c.same_event.later.map(|s| if s == Side::Left { Side::Right } else { Side::Left });
    for e in &mut c.entities {
        std::mem::swap(&mut e.left, &mut e.right);
    }
    let both = c.entities.iter().filter(|e| e.left.is_some() && e.right.is_some()).count();
    let lefts = c.entities.iter().filter(|e| e.right.is_none()).count();
    let total = c.entities.len();
    c.entities[both..].rotate_left(total - both - lefts);
    for t in &mut c.timeline {
        std::mem::swap(&mut t.left, &mut t.right);
    }
    // What has no place on the calendar comes last, by report.
    c.timeline.sort_by_key(|t| (t.interval.is_none(), t.interval.is_none() && t.left.is_empty()));
    for s in &mut c.statements {
        std::mem::swap(&mut s.left, &mut s.right);
        for d in &mut s.diff {
            std::mem::swap(&mut d.left, &mut d.right);
        }
    }
    c.statements.sort_by_key(|s| (s.left, s.right));
    for s in &mut c.speakers {
        std::mem::swap(&mut s.left, &mut s.right);
        std::mem::swap(&mut s.left_words, &mut s.right_words);
    }
    c.speakers.sort_by_key(|s| (s.left.is_empty(), s.right.is_empty()));
    for f in &mut c.figures {
        std::mem::swap(&mut f.left, &mut f.right);
    }
    // What has no place on the calendar comes last, the left report's before the right one's.
    c.timeline.sort_by_key(|t| t.interval.is_none().then_some(t.left.is_empty()));
    c.figures.sort_by_key(|f| (f.left, f.right));
    for p in &mut c.passages {
        std::mem::swap(&mut p.left, &mut p.right);
        for d in &mut p.diff {
            std::mem::swap(&mut d.left, &mut d.right);
        }
    }
    c.passages.sort_by_key(|p| (p.left, p.right));
    for s in &mut c.sentences {
        std::mem::swap(&mut s.left, &mut s.right);
    }
    c.sentences.sort_by_key(|s| (s.left, s.right));
    for f in &mut c.findings {
        std::mem::swap(&mut f.left, &mut f.right);
        f.title = sides_swapped(&f.title);
    }
    std::mem::swap(&mut c.left, &mut c.right);
    c
}

/// A sentence that calls a report left or right, as it reads from the other side.
fn sides_swapped(text: &str) -> String {
    text.split("left report").map(|part| part.replace("right report", "left report")).collect::<Vec<_>>().join("right report")
}

/// Compares both ways and checks that one is the other with its sides exchanged.
fn assert_swaps(name: &str, left: &str, right: &str) {
    let (a, b) = (read(left), read(right));
    let there = compare(&a, &b, &Corrections::default());
    let back = compare(&b, &a, &Corrections::default());
    let (want, got) = (swapped(&there), back);
    assert_eq!(want.same_event, got.same_event, "{name}: same event");
    assert_eq!(want.entities, got.entities, "{name}: entities");
    assert_eq!(want.timeline, got.timeline, "{name}: timeline");
    assert_eq!(want.statements, got.statements, "{name}: statements");
    assert_eq!(want.speakers, got.speakers, "{name}: speakers");
    assert_eq!(want.figures, got.figures, "{name}: figures");
    assert_eq!(want.passages, got.passages, "{name}: passages");
    assert_eq!(want.sentences, got.sentences, "{name}: sentences");
    for (w, g) in want.findings.iter().zip(&got.findings) {
        assert_eq!(w, g, "{name}: findings");
    }
    assert_eq!(want, got, "{name}");
}

#[test]
fn swapping_the_reports_swaps_the_result() {
    let all = examples();
    assert!(all.len() >= 3);
    for (name, left, right) in &all {
        assert_swaps(name, left, right);
        assert_swaps(name, left, left);
    }
    for (name, left, _) in &all {
        for (other, _, right) in &all {
            assert_swaps(&format!("{name}/{other}"), left, right);
        }
    }
    // Two names of one length, of which only the second's words all stand in the first.
    assert_swaps("names", "Oslo, Anne Berg Oslo said Mr Berg Oslo Oslo Mr Berg", "Mr Berg Anne Berg Mr Berg");
}

#[test]
fn spans_lie_in_the_texts() {
    for (name, left, right) in examples() {
        let mut c = compare(&read(&left), &read(&right), &Corrections::default());
        let mut count = 0;
        c.each_span(&mut |side, span| {
            let text = if side == Side::Left { &left } else { &right };
            assert!(text.get(span.start as usize..span.end as usize).is_some_and(|s| !s.is_empty()), "{name}: {span:?}");
            count += 1;
        });
        assert!(count > 0, "{name}");
    }
}

#[test]
fn names_of_findings_are_stable_and_distinct() {
    for (name, left, right) in examples() {
        let (a, b) = (read(&left), read(&right));
        let first = compare(&a, &b, &Corrections::default());
        let mut ids: Vec<&str> = first.findings.iter().map(|f| f.id.as_str()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}: two findings of one name");
        let dismissed = Corrections { dismissed: vec![first.findings[0].id.clone()], ..Corrections::default() };
        let again = compare(&a, &b, &dismissed);
        assert!(again.findings[0].dismissed && !again.findings[1].dismissed, "{name}");
    }
}

#[test]
fn a_report_beside_itself_has_no_difference() {
    for (name, left, right) in examples() {
        for text in [left, right] {
            let report = read(&text);
            let c = compare(&report, &report, &Corrections::default());
            assert_eq!(c.same_event.label, EventLabel::Same, "{name}");
            assert!(c.left.shared_permille > 900, "{name}: {}", c.left.shared_permille);
            for f in &c.findings {
                assert!(matches!(f.kind, FindingKind::QuoteShared | FindingKind::PassageCopied), "{name}: {f:?}");
            }
        }
    }
}

const LEFT: &str = "4 March 2021\n\nMinister Anna Berg met Tom Hale in Oslo on Monday. Berg said 12 boats were lost. \
    \u{201c}We will rebuild the harbour before the winter comes,\u{201d} Berg told reporters. The harbour board backed her.";
const RIGHT: &str = "4 March 2021\n\nAnna Berg, the fisheries minister, met Thomas Hale in Oslo on Monday. She said 15 boats were lost. \
    \u{201c}We will rebuild the harbour before the winter comes,\u{201d} Berg said.";

fn at(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("words stand in the text");
    Span::new(start, start + words.len())
}

/// Both reports and the comparison with some corrections, as a page asks for them.
fn corrected(corrections: &Corrections) -> (Report, Report, Comparison) {
    read_pair(LEFT, &Options::default(), RIGHT, &Options::default(), corrections).expect("reads")
}

fn one(correction: EntityCorrection) -> Corrections {
    Corrections { entities: vec![correction], ..Corrections::default() }
}

/// The link that holds the entity of a mention in the left report.
fn link_of<'a>(left: &Report, c: &'a Comparison, words: &str) -> Option<&'a crossread::compare::EntityLink> {
    let span = at(LEFT, words);
    let entity = left.mentions.iter().find(|m| m.span.overlaps(span)).and_then(|m| m.entity)?;
    c.entities.iter().find(|l| l.left == Some(entity))
}

#[test]
fn a_rename_shows_everywhere() {
    let mention = at(LEFT, "Anna Berg");
    let (left, _, c) = corrected(&one(EntityCorrection::Rename { side: Side::Left, mention, name: "Anna Maria Berg".into() }));
    assert_eq!(link_of(&left, &c, "Anna Berg").expect("link").name, "Anna Maria Berg");
    assert!(left.statements.iter().any(|s| s.source.as_ref().is_some_and(|x| x.name == "Anna Maria Berg")));
}

#[test]
fn comparing_in_one_call_or_in_slices_heeds_corrections() {
    let rename = EntityCorrection::Rename { side: Side::Left, mention: at(LEFT, "Anna Berg"), name: "Anna Maria Berg".into() };
    let corrections = one(rename);
    let (corrected, _, whole) = corrected(&corrections);
    let (left, right) = (read(LEFT), read(RIGHT));
    assert_eq!(compare(&left, &right, &corrections), whole);
    let mut comparing = Comparing::new(&left, &right, corrections);
    for slice in 1.. {
        let more = comparing.step();
        assert_eq!(comparing.slices(), slice);
        if !more {
            break;
        }
    }
    let Compared { left: copy, comparison, .. } = comparing.finish();
    assert_eq!(comparison, whole);
    assert_eq!(copy.map(|report| report.entities), Some(corrected.entities));
}

#[test]
fn a_merge_across_links_and_a_split_unlinks() {
    let (mention, with) = (at(LEFT, "Tom Hale"), at(RIGHT, "Thomas Hale"));
    let merge = EntityCorrection::Merge { side: Side::Left, mention, with_side: Side::Right, with };
    let (left, _, c) = corrected(&one(merge));
    let link = link_of(&left, &c, "Tom Hale").expect("link");
    assert!(link.right.is_some() && link.score == 100, "{link:?}");
    let (left, _, c) = corrected(&one(EntityCorrection::Split { side: Side::Left, mention }));
    assert_eq!(link_of(&left, &c, "Tom Hale").expect("link").right, None);
    // The later correction counts.
    let merge = EntityCorrection::Merge { side: Side::Left, mention, with_side: Side::Right, with };
    let both = vec![EntityCorrection::Split { side: Side::Left, mention }, merge];
    let (left, _, c) = corrected(&Corrections { entities: both, ..Corrections::default() });
    assert!(link_of(&left, &c, "Tom Hale").expect("link").right.is_some());
}

#[test]
fn a_merge_within_makes_one_and_a_split_two() {
    let (mention, with) = (at(LEFT, "Anna Berg"), at(LEFT, "Tom Hale"));
    let before = corrected(&Corrections::default()).0.entities.len();
    let merge = EntityCorrection::Merge { side: Side::Left, mention, with_side: Side::Left, with };
    let (left, _, c) = corrected(&one(merge));
    assert_eq!(left.entities.len(), before - 1);
    assert_eq!(link_of(&left, &c, "Anna Berg"), link_of(&left, &c, "Tom Hale"));
    let split = EntityCorrection::Split { side: Side::Left, mention: at(LEFT, "Berg said") };
    let (left, _, c) = corrected(&one(split));
    assert_eq!(left.entities.len(), before + 1);
    assert_ne!(link_of(&left, &c, "Anna Berg"), link_of(&left, &c, "Berg said"));
}

#[test]
fn a_kind_and_a_removal_hold() {
    let mention = at(LEFT, "Oslo");
    let (left, _, c) = corrected(&one(EntityCorrection::Kind { side: Side::Left, mention, kind: Kind::Organization }));
    let link = link_of(&left, &c, "Oslo").expect("link");
    assert_eq!(left.entities[link.left.expect("left") as usize].kind, Kind::Organization);
    let (left, _, c) = corrected(&one(EntityCorrection::Remove { side: Side::Left, mention }));
    assert!(link_of(&left, &c, "Oslo").is_none() && !left.entities.iter().any(|e| e.name == "Oslo"));
    // Every number still points at something.
    for m in &left.mentions {
        assert!(m.entity.is_none_or(|e| (e as usize) < left.entities.len()));
    }
}

#[test]
fn a_set_date_moves_what_hangs_on_it() {
    let (left, _, c) = corrected(&Corrections { left_published: Some("2021-03-18".into()), ..Corrections::default() });
    assert_eq!(c.same_event.days_apart, Some(-14));
    assert_eq!(c.same_event.later, Some(Side::Left));
    let monday = left.dates.iter().find(|d| d.span.of(LEFT) == "Monday").expect("Monday");
    assert_eq!(monday.interval.expect("day").first.to_string(), "2021-03-15");
    let wrong = Corrections { left_published: Some("2021-02-30".into()), ..Corrections::default() };
    assert!(read_pair(LEFT, &Options::default(), RIGHT, &Options::default(), &wrong).is_err());
}

#[test]
fn a_dismissed_finding_stays_dismissed_beside_other_corrections() {
    let (_, _, before) = corrected(&Corrections::default());
    let finding = before.findings.iter().find(|f| f.kind == FindingKind::FigureConflict).expect("12 and 15 boats");
    let mention = at(LEFT, "Anna Berg");
    let corrections = Corrections {
        entities: vec![EntityCorrection::Rename { side: Side::Left, mention, name: "A. Berg".into() }],
        dismissed: vec![finding.id.clone()],
        ..Corrections::default()
    };
    let (_, _, after) = corrected(&corrections);
    assert!(after.findings.iter().any(|f| f.id == finding.id && f.dismissed));
    assert!(after.findings.iter().filter(|f| f.dismissed).count() == 1);
}

const QUARRY: &str = "Tolby quarry\n\n4 March 2021\n\nA wall of the quarry at Tolby fell on Monday and buried two excavators. \
    The quarry belongs to Grantham Stone. Grantham Stone said the slope had been checked in January. \
    Its spokeswoman Lena Hart said nobody was hurt. \u{201c}We had closed that part of the quarry the week before,\u{201d} she said. \
    The owner of the excavators has asked a court in Leeming for damages of 3 million crowns.";
const WALL: &str = "Tolby wall\n\n4 March 2021\n\nTwo excavators were buried on Monday when a wall of the quarry at Tolby fell, \
    and the road to the village of Askrigg was closed by the dust. Sam Coates, a driver, ran for the gate. \
    \u{201c}I heard a crack like a gun. Then the whole slope came down behind me,\u{201d} Coates said.";

/// Titles of the findings of one kind.
fn titles(left: &str, right: &str, kind: FindingKind) -> Vec<String> {
    let c = compare(&read(left), &read(right), &Corrections::default());
    c.findings.into_iter().filter(|f| f.kind == kind).map(|f| f.title).collect()
}

#[test]
fn what_is_new_is_told_and_not_what_both_have() {
    let told = titles(QUARRY, WALL, FindingKind::ToldOnly);
    let has = |words: &str| told.iter().any(|t| t.contains(words));
    assert!(has("The left report adds: The owner of the excavators has asked a court"), "{told:?}");
    // Of a sentence that both have only what is new; a quotation of two sentences once.
    assert!(has("the road to the village of Askrigg was closed by the dust"), "{told:?}");
    assert_eq!(told.iter().filter(|t| t.contains("crack") || t.contains("slope came down")).count(), 1, "{told:?}");
    assert!(!told.iter().any(|t| t.contains("buried two excavators") || t.contains("Two excavators were buried")), "{told:?}");
}

#[test]
fn the_news_of_one_event_is_told_by_both_in_whatever_words() {
    let left = "Gallery robbed\n\n4 March 2021\n\nThieves walked out of the Halden gallery in Bergen with six paintings on Tuesday night. \
        The alarm had been switched off for repairs, police said. Curator Ida Lund found the empty frames on Wednesday morning. \
        A night guard was questioned for three hours and sent home.";
    let right = "Art gone from Halden gallery\n\n4 March 2021\n\nA raid on the Halden gallery has cost it works by Norwegian masters, \
        with a frame of the founder's own making among them. Curator Ida Lund found the empty frames in Bergen on Wednesday morning. \
        Police said the alarm had been off because of repairs.";
    let told = titles(left, right, FindingKind::ToldOnly);
    let has = |words: &str| told.iter().any(|t| t.contains(words));
    assert!(!has("Thieves walked out") && !has("works by Norwegian masters"), "{told:?}");
    assert!(has("\u{2026} with a frame of the founder's own making") && has("A night guard was questioned"), "{told:?}");
}

#[test]
fn a_spokeswoman_and_her_company_are_one_voice() {
    let voices = titles(QUARRY, WALL, FindingKind::SpeakerOnly);
    assert_eq!(voices.iter().filter(|t| t.contains("Grantham Stone")).count(), 1, "{voices:?}");
    assert!(!voices.iter().any(|t| t.contains("Lena Hart")), "{voices:?}");
    assert!(voices.iter().any(|t| t.starts_with("Only the right report quotes Sam Coates (")), "{voices:?}");
}

#[test]
fn an_office_is_its_holder() {
    let named = "Berg in Oslo\n\n4 March 2021\n\nDanish Prime Minister Karen Holm met the fishermen of Esbjerg on Monday. \
        Holm said the quotas would stay. The fishermen blocked the harbour for an hour.";
    let office = "Quotas stay\n\n4 March 2021\n\nThe fishermen of Esbjerg blocked the harbour for an hour on Monday. \
        The quotas would stay, the Danish prime minister said.";
    assert_eq!(titles(named, office, FindingKind::SpeakerOnly), Vec::<String>::new());
}

#[test]
fn copying_is_one_finding_and_a_phrase_is_none() {
    let lines = [
        "The council of Askrigg decided on Monday to close the old bridge over the Ure for at least six weeks while divers look at its piers.",
        "Engineers had found cracks as wide as a hand in two of the five arches during a survey that was ordered after the winter floods.",
        "Buses will take the long way round by the mill, and children from the farms beyond the river will be driven to school by taxi.",
    ];
    let head = "Bridge\n\n4 March 2021\n\n";
    let left = format!("{head}{} Nobody in the village was surprised. {} {}", lines[0], lines[1], lines[2]);
    let right = format!("{head}{} {} The baker fears for her trade. {}", lines[0], lines[1], lines[2]);
    let copied = titles(&left, &right, FindingKind::PassageCopied);
    assert_eq!(copied.len(), 1, "{copied:?}");
    assert!(copied[0].contains("words") && copied[0].contains('%'), "{copied:?}");
    let stock = "He was sentenced to life in prison without the possibility of parole.";
    let (a, b) = (format!("{head}Tom Reed killed a guard. {stock}"), format!("{head}A jury in Leeming found Ann Shaw guilty. {stock}"));
    let phrases = titles(&a, &b, FindingKind::PassageCopied);
    assert!(phrases.iter().all(|t| !t.contains("passage")), "{phrases:?}");
}

#[test]
fn tolls_of_one_day_and_place_are_held_against_each_other_whatever_their_words() {
    let left = "Anger over strike on Kallvik grows\n\nOn Wednesday, shells hit a camp site near Kallvik in the province of Nordby. Nine campers \
        were killed and 22 others wounded. People in the capital marched to the embassy of Ostmark, and the government called back its envoy \
        from Ostmark. Ostmark denies that it fired the shells and wants to look into the strike.";
    let right = "Lundar condemns attack on Kallvik\n\nThe spokesman of the ministry of Lundar, Tor Helland, condemned the Wednesday shelling of \
        Kallvik in Nordby, which resulted in the death of 10 and injury of 31 campers. Helland spoke of his sympathy for the families. The \
        government recalled its envoy from Ostmark after the strike on the camp site. Ostmark denied that it fired the shells.";
    assert_ne!(compare(&read(left), &read(right), &Corrections::default()).same_event.label, EventLabel::Different);
    let differ = titles(left, right, FindingKind::FigureDiffers);
    assert_eq!(differ.len(), 2, "{differ:?}");
    assert!(differ.iter().any(|t| t.contains("22 ") && t.contains("31 ")), "{differ:?}");
    // Of another place they may be another's.
    let elsewhere = right.replace("Kallvik", "Rossby").replace("Nordby", "Sundal");
    assert!(titles(left, &elsewhere, FindingKind::FigureDiffers).is_empty());
}

#[test]
fn the_later_report_of_a_story_has_later_dates() {
    let chronicle = |month: &str, day: &str, who: &str| {
        format!(
            "{day}\n\nOn the way to the election in Ostmark, {month} 2020\n\nThis is our monthly series on the election of the president of \
             Ostmark. Karin Aune leads the polls before Tor Helland. {who} joined the race. Aune and Helland met in Rossby for a debate on the \
             harbour bridge, which both want to build."
        )
    };
    let (left, right) = (chronicle("May", "4 June 2020", "Odd Lien"), chronicle("June", "6 July 2020", "Ida Moen"));
    assert!(titles(&left, &right, FindingKind::DateDiffers).is_empty());
}

#[test]
fn questions_of_an_interviewer_are_no_statements_that_both_tell() {
    let interview = |name: &str, question: &str| {
        format!(
            "{name} wants to be mayor of Rossby\n\nOur reporter spoke with {name} about the harbour bridge in Rossby and the vote.\n\n\
             ((KA)) {question}\n\n{name} said the bridge was too dear for a town of that size.\n\n((KA)) When will the harbour bridge open to \
             the cars of the town?\n\n{name} said that nobody knew."
        )
    };
    let left = interview("Karin Aune", "How would you describe your role in the council of the town of Rossby?");
    let right = interview("Tor Helland", "How would you describe the role of the council of the town of Rossby?");
    assert!(titles(&left, &right, FindingKind::QuoteShared).iter().all(|t| !t.contains("KA")));
}

#[test]
fn a_correction_is_recomputed_at_once() {
    let (_, left, right) = examples().into_iter().max_by_key(|e| e.1.len()).expect("examples");
    let run = || {
        let start = Clock::start();
        let _ = read_pair(&left, &Options::default(), &right, &Options::default(), &Corrections::default()).expect("reads");
        start.elapsed()
    };
    run();
    let spent = (0..5).map(|_| run()).min().unwrap_or_default();
    println!("reading and comparing two reports of {} and {} bytes: {spent:?}", left.len(), right.len());
    assert!(spent.as_millis() < 100, "{spent:?}");
}

#[test]
fn work_grows_with_the_length() {
    // Sentences that differ, as in real text: numbers and rotated word lists.
    let words = [
        "ferry",
        "harbour",
        "inquiry",
        "minister",
        "storage",
        "contract",
        "captain",
        "village",
        "engine",
        "witness",
        "parliament",
        "hospital",
        "price",
        "border",
    ];
    let text = |sentences: usize, shift: usize| {
        let mut out = String::new();
        for n in 0..sentences {
            let word = |k: usize| format!("{}{}", words[(n * 7 + k * 3 + shift) % words.len()], (n * 31 + k * 17 + shift) % 997);
            out.push_str(&format!(
                "The {} of {} said {} people saw the {} near the {} on the {}.",
                word(1),
                word(2),
                n + shift,
                word(3),
                word(4),
                word(5)
            ));
            out.push_str(if n % 4 == 3 { "\n\n" } else { " " });
        }
        out
    };
    // Ten short pairs, as new to the caches as the long one is. The clock counts this thread's own time, but what else
    // runs takes the caches away: of several rounds, each with both, one must keep the measure.
    let pair = |sentences: usize, shift: usize| [text(sentences, shift), text(sentences, shift + 1)];
    let short: Vec<[String; 2]> = (0..10).map(|n| pair(700, 700 * n)).collect();
    let long = [pair(7000, 0)];
    let round = |pairs: &[[String; 2]]| {
        let whole = Clock::start();
        let read: Vec<[Report; 2]> = pairs.iter().map(|p| p.each_ref().map(|t| read(t))).collect();
        let comparing = Clock::start();
        let words: usize = read.iter().map(|[a, b]| compare(a, b, &Corrections::default()).left.words).sum();
        assert!(words > 70_000);
        (whole.elapsed(), comparing.elapsed())
    };
    let rounds: Vec<_> = (0..6).map(|_| (round(&short), round(&long))).collect();
    println!("ten times 10,000 words, and 100,000 words, whole and comparing alone: {rounds:?}");
    assert!(rounds.iter().any(|(short, long)| long.0 < short.0), "100,000 words take more than ten times the time of 10,000");
    assert!(rounds.iter().any(|(short, long)| long.1 < short.1), "comparing 100,000 words takes more than ten times the time of 10,000");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_two_texts_compare(left in text(), right in text()) {
        assert_swaps("any", &left, &right);
    }

    #[test]
    fn any_two_strings_compare(left in "\\PC{0,200}", right in "\\PC{0,200}") {
        assert_swaps("any", &left, &right);
    }
}

/// All sentences of the example pairs, which two reports are made of by chance.
fn sentences() -> Vec<String> {
    let texts = examples().into_iter().flat_map(|(_, left, right)| [left, right]);
    texts.flat_map(|t| t.split_inclusive(['.', '\n']).map(|s| s.trim().to_owned()).collect::<Vec<_>>()).filter(|s| s.len() > 20).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shuffled_reports_compare_alike_from_either_side_and_again(
        left in prop::sample::subsequence(sentences(), 5..40).prop_shuffle(),
        right in prop::sample::subsequence(sentences(), 5..40).prop_shuffle(),
        common in prop::sample::subsequence(sentences(), 0..15),
    ) {
        let join = |own: &[String]| own.iter().chain(&common).map(String::as_str).collect::<Vec<_>>().join(" ");
        let (left, right) = (join(&left), join(&right));
        assert_swaps("shuffled", &left, &right);
        let (a, b) = (read(&left), read(&right));
        assert_eq!(compare(&a, &b, &Corrections::default()), compare(&read(&left), &read(&right), &Corrections::default()));
    }
}

/// Texts of few words, so that much is shared and repeated.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Oslo",
        "Mr Berg",
        "said",
        "\"We",
        "will\"",
        "not",
        "36",
        "dead",
        "people",
        "killed",
        "on",
        "Friday",
        "the",
        "ferry",
        "sank",
        ".",
        ".\n\n",
        ",",
        "at least",
        "told",
        "sanctions",
        "5%",
        "$3m",
        "Anne Berg",
        "police",
        "\u{201c}no\u{201d}",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

#[test]
fn who_says_what_is_grouped_by_voice_across_both_reports() {
    let said = "\"The bridge was never inspected,\" ";
    let left = format!("OSLO, May 3 - {said}a police spokesman said. Kari Lund, the mayor, said the road was open.");
    let right = format!(
        "OSLO, May 3 - {said}Jon Berg, a police spokesman, said. Mayor Lund said that the school was shut. Critics said the bridge was too old."
    );
    let c = compare(&read(&left), &read(&right), &Corrections::default());
    let told: Vec<_> = c.speakers.iter().map(|s| (s.name.as_str(), s.left.len(), s.right.len())).collect();
    assert!(told.contains(&("Kari Lund", 1, 1)), "one name, two voices: {told:?}");
    assert!(told.contains(&("Jon Berg", 1, 1)), "one utterance joins its sources: {told:?}");
    assert_eq!(told.last().map(|t| (t.1, t.2)), Some((0, 1)), "heard in both first: {told:?}");
    let berg = c.speakers.iter().find(|s| s.name == "Jon Berg").expect("Berg");
    assert_eq!(berg.also, ["a police spokesman"]);
    assert_eq!((berg.left_words, berg.right_words), (5, 5));
    let all: usize = c.speakers.iter().map(|s| s.left.len() + s.right.len()).sum();
    assert_eq!(all, read(&left).statements.len() + read(&right).statements.len(), "every statement has one speaker");
}
