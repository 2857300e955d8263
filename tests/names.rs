#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test may panic")]
//! Names: found, of the right kind, linked to the right entity. Our own annotated passages with a
//! floor that only rises, behaviours by name, and input that no editor would pass.

use crossread::entity::{Entity, Kind, MentionForm};
use crossread::{Options, Report, analyze};
use std::collections::BTreeSet;
use std::time::Instant;

/// F1 over all passages (permille) that must not fall.
const FLOOR: usize = 930;

fn read(text: &str) -> Report {
    analyze(text, &Options::default()).unwrap()
}

/// Names of the three kinds as (start, end, kind).
fn names(report: &Report) -> BTreeSet<(usize, usize, &'static str)> {
    report
        .mentions
        .iter()
        .filter(|m| m.form == MentionForm::Name)
        .filter_map(|m| {
            let kind = match m.kind {
                Kind::Person => "person",
                Kind::Organization => "organization",
                Kind::Place => "place",
                _ => return None,
            };
            Some((m.span.start as usize, m.span.end as usize, kind))
        })
        .collect()
}

/// Text and names of a passage with marks.
fn unmark(marked: &str) -> (String, BTreeSet<(usize, usize, &'static str)>) {
    let mut text = String::new();
    let mut names = BTreeSet::new();
    let mut rest = marked;
    while let Some(at) = rest.find('[') {
        let (before, tail) = rest.split_at(at);
        text.push_str(before);
        let kind = ["person", "organization", "place"].into_iter().find(|k| tail[1..].starts_with(&format!("{k}:")));
        let Some(kind) = kind else {
            text.push('[');
            rest = &tail[1..];
            continue;
        };
        let end = tail.find(']').unwrap();
        let start = text.len();
        text.push_str(&tail[kind.len() + 2..end]);
        names.insert((start, text.len(), kind));
        rest = &tail[end + 1..];
    }
    text.push_str(rest);
    (text, names)
}

#[test]
fn passages_of_all_genres() {
    let file = include_str!("names/passages.txt");
    let (mut right, mut ours, mut gold, mut passages) = (0, 0, 0, 0);
    for passage in file.split("\n== ").skip(1) {
        let (genre, marked) = passage.split_once('\n').unwrap();
        let (text, wanted) = unmark(marked.trim());
        let found = names(&read(&text));
        for (a, b, kind) in wanted.difference(&found) {
            println!("{genre}: missed {} ({kind})", &text[*a..*b]);
        }
        for (a, b, kind) in found.difference(&wanted) {
            println!("{genre}: false {} ({kind})", &text[*a..*b]);
        }
        right += wanted.intersection(&found).count();
        ours += found.len();
        gold += wanted.len();
        passages += 1;
    }
    assert!(passages >= 30, "{passages} passages");
    let f1 = 2000 * right / (ours + gold);
    println!("{passages} passages, {gold} names: precision {}, recall {}, F1 {f1} (permille)", 1000 * right / ours, 1000 * right / gold);
    assert!(f1 >= FLOOR, "F1 {f1} fell below {FLOOR}");
}

fn entity<'a>(report: &'a Report, name: &str) -> &'a Entity {
    report
        .entities
        .iter()
        .find(|e| e.name == name)
        .unwrap_or_else(|| panic!("no entity {name} among {:?}", report.entities.iter().map(|e| &e.name).collect::<Vec<_>>()))
}

fn texts(report: &Report, e: &Entity) -> Vec<String> {
    e.mentions.iter().map(|&m| report.mentions[m as usize].span.of(&report.document.text).to_owned()).collect()
}

#[test]
fn short_forms_join_their_full_name() {
    let r = read(
        "South Korean President Moon Jae-in met Stephen Biegun, the US special envoy, in Seoul on Monday. Mr Moon thanked Biegun. He will fly home today.",
    );
    assert_eq!(texts(&r, entity(&r, "Moon Jae-in")), ["Moon Jae-in", "Moon", "He"]);
    assert!(texts(&r, entity(&r, "Stephen Biegun")).starts_with(&["Stephen Biegun".to_owned()]));
    assert_eq!(entity(&r, "Moon Jae-in").roles[0].text, "South Korean President");
}

#[test]
fn two_people_of_one_surname_stay_two() {
    let r = read("Bill Clinton spoke first. Hillary Clinton followed him on the stage in Chicago. Mrs Clinton waved.");
    assert_ne!(entity(&r, "Bill Clinton").mentions, entity(&r, "Hillary Clinton").mentions);
}

#[test]
fn countries_answer_to_all_their_names() {
    let r = read("The United States and Britain agreed. The U.S. will pay, and the UK will build. American officials were pleased.");
    assert_eq!(texts(&r, entity(&r, "United States")), ["United States", "U.S.", "American"]);
    assert_eq!(texts(&r, entity(&r, "United Kingdom")), ["Britain", "UK"]);
}

#[test]
fn acronyms_join_their_full_name() {
    let r = read("The World Health Organization (WHO) warned of a new outbreak in Kenya. The WHO said it would send doctors.");
    assert_eq!(texts(&r, entity(&r, "World Health Organization")), ["World Health Organization", "WHO", "WHO", "it"]);
}

#[test]
fn it_is_resolved_where_a_verb_of_saying_ties_it_and_left_open_elsewhere() {
    let r = read(
        "Boeing said it would hire 200 engineers in Seattle. It added that the plant was full. Airbus and Boeing met in Paris, and it rained.",
    );
    assert_eq!(texts(&r, entity(&r, "Boeing")), ["Boeing", "it", "It", "Boeing"]);
    let r = read("Greenpeace sued Shell in The Hague on Monday. It was raining.");
    assert!(r.mentions.iter().all(|m| m.form != MentionForm::Pronoun));
}

#[test]
fn hyphens_join_names_to_words_and_to_each_other() {
    let r =
        read("The Tehran-backed Northern Front rejected the EU-Nigeria accord. A Congress-led alliance welcomed the Boston-based charity.");
    let names: Vec<&str> = r.mentions.iter().filter(|m| m.form == MentionForm::Name).map(|m| m.span.of(&r.document.text)).collect();
    assert_eq!(names, ["Tehran", "Northern Front", "EU", "Nigeria", "Congress", "Boston"]);
}

#[test]
fn organizations_have_roles() {
    let r = read(
        "German carmaker Volkswagen will close two plants. Chinese state news agency Xinhua reported it first. Toyota, the world's \
         biggest carmaker, declined to comment. Nissan, Honda and the ministry are in talks with the airline Emirates.",
    );
    let roles = |name: &str| entity(&r, name).roles.iter().map(|r| r.text.clone()).collect::<Vec<_>>();
    assert_eq!(roles("Volkswagen"), ["German carmaker"]);
    assert_eq!(roles("Xinhua"), ["Chinese state news agency"]);
    assert_eq!(roles("Toyota"), ["world's biggest carmaker"]);
    assert!(roles("Nissan").is_empty() && roles("Honda").is_empty());
}

#[test]
fn a_capital_that_acts_stands_for_its_country() {
    let r = read("Pyongyang rejected the offer on Friday. Washington's envoy, who is in Seoul, said talks with Pyongyang were possible.");
    let north = entity(&r, "North Korea");
    assert_eq!(north.mentions.len(), 2);
    assert!(r.mentions[north.mentions[0] as usize].metonym);
    assert!(!r.mentions.iter().any(|m| m.metonym && m.span.of(&r.document.text) == "Seoul"));
}

#[test]
fn two_countries_written_as_one_word_are_two() {
    let r = read("The envoy is in Beijing to continue USChina coordination on trade, the embassy said.");
    assert!(texts(&r, entity(&r, "United States")).contains(&"US".to_owned()));
    assert!(texts(&r, entity(&r, "China")).contains(&"China".to_owned()));
}

#[test]
fn spans_lie_on_characters_whatever_comes_in() {
    let long = "Zoë ".repeat(300);
    for text in [
        "ALL CAPITALS: PRESIDENT JOE BIDEN ARRIVED IN WARSAW ON MONDAY TO MEET POLISH LEADERS.",
        "no capitals here either, joe biden met angela merkel in berlin on monday and they spoke for an hour about it.",
        "Łódź, Ærø, São Paulo — O’Neill, D'Angelo, van der Berg, Al-Assad, Jean-Luc 王小明 said Владимир",
        "Arsenal 2 Chelsea 1\nLeeds 0 Everton 0\nFulham 3 Burnley 3",
        "Smith, John; Jones, Mary; Brown, Bob; Ng, Li",
        "\u{feff}\u{200b}US\u{ad}China -US-China- 'US'",
        &long,
    ] {
        let r = read(text);
        let mut last = 0;
        for m in &r.mentions {
            assert!(!m.span.of(text).is_empty(), "{text}: {m:?}");
            assert!(m.span.start as usize >= last, "{text}: mentions overlap at {m:?}");
            last = m.span.end as usize;
        }
        for (number, e) in r.entities.iter().enumerate() {
            assert!(!e.mentions.is_empty(), "{e:?}");
            assert!(e.mentions.iter().all(|&m| r.mentions[m as usize].entity == Some(number as u32)));
        }
    }
    let capitals = read("PRESIDENT JOE BIDEN ARRIVED IN WARSAW ON MONDAY TO MEET POLISH LEADERS. BIDEN WILL FLY ON TO LONDON.");
    assert!(
        capitals.entities.iter().any(|e| e.kind == Kind::Person && e.name.eq_ignore_ascii_case("joe biden")),
        "{:?}",
        capitals.entities
    );
}

#[test]
fn a_long_list_of_names_takes_linear_time() {
    let time = |n: usize| {
        let text: String = (0..n).map(|i| format!("Name{} Surname{} ", i % 977, i % 1009)).collect();
        let start = Instant::now();
        assert!(!read(&text).document.tokens.is_empty());
        start.elapsed().as_secs_f64()
    };
    let (short, long) = (time(10_000), time(80_000));
    assert!(long < 24.0 * short + 0.5, "{short} s for 20,000 words, {long} s for 160,000");
}
