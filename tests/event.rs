//! Whether two reports tell of one event: each rule of the label, and what its reasons say, on short texts of
//! our own.

#![allow(clippy::expect_used, clippy::panic, reason = "a failing test may panic")]

use crossread::compare::{Dimension, EventLabel, SameEvent, Side};
use crossread::{Corrections, Options, analyze, compare};

fn judged(left: &str, right: &str) -> SameEvent {
    let read = |text: &str| analyze(text, &Options::default()).expect("reads");
    let (a, b) = (read(left), read(right));
    let there = compare(&a, &b, &Corrections::default()).same_event;
    let back = compare(&b, &a, &Corrections::default()).same_event;
    assert_eq!(there.score, back.score, "the sides swap");
    assert_eq!(there.label, back.label, "the sides swap");
    assert_eq!(there.reasons, back.reasons, "the sides swap");
    assert_eq!(there.sentence, back.sentence, "the sides swap");
    there
}

fn reason(answer: &SameEvent, dimension: Dimension) -> &str {
    answer.reasons.iter().find(|r| r.dimension == dimension).map_or("", |r| r.reason.as_str())
}

const FIRE: &str = "Tuesday, 9 April 2019

Fire destroys ferry terminal in Kallvik

KALLVIK (Northwire) - A fire destroyed the ferry terminal in Kallvik on Monday night and injured four workers, the fire service said.

The blaze broke out in a storeroom shortly after ten and spread to the roof within minutes. About 60 firefighters fought the \
flames until dawn. Two of the workers were taken to hospital with burns.

\"The building cannot be saved,\" said the chief of the fire service, Harald Brekke.";

const FIRE_TOO: &str = "April 9, 2019

Four hurt as blaze guts Kallvik ferry terminal

Four workers were hurt when a blaze gutted the terminal of the ferry line in Kallvik late on Monday.

The fire started in a storeroom, the fire service said, and soon reached the roof. Some 60 firefighters worked through the night. Harald \
Brekke, who leads the service, said the building was lost.";

const ARREST: &str = "Saturday, 13 April 2019

Night watchman held over fire in Kallvik

KALLVIK (Northwire) - Police on Friday arrested a night watchman over the fire that destroyed the ferry terminal in Kallvik and injured \
four workers.

Prosecutor Signe Moe said the man, 34, had been seen in the storeroom shortly before the blaze broke out. He denies that he lit it. The fire \
service had said on Tuesday that the building could not be saved.";

#[test]
fn two_outlets_on_one_event_tell_the_same() {
    let answer = judged(FIRE, FIRE_TOO);
    assert_eq!(answer.label, EventLabel::Same, "{answer:?}");
    assert!(answer.score >= 850, "{answer:?}");
    assert_eq!(answer.sentence, "Both reports tell of the same event.");
    assert!(reason(&answer, Dimension::Time).starts_with("Both were published on 9 April 2019"), "{answer:?}");
    let action = reason(&answer, Dimension::Action);
    assert!(action.contains("ferry") && action.contains("firefighters"), "whole words: {action}");
    assert!(!action.contains("four") && !action.contains("ferri"), "no numbers, no stems: {action}");
    assert!(answer.reasons.iter().filter(|r| r.score.is_some_and(|s| s >= 65)).count() >= 2, "a clear answer has its reasons: {answer:?}");
}

#[test]
fn what_happened_after_the_earlier_report_is_an_update() {
    let answer = judged(FIRE, ARREST);
    assert_eq!(answer.label, EventLabel::Related, "{answer:?}");
    assert_eq!(answer.later, Some(Side::Right));
    assert!(answer.sentence.contains("four days apart") && answer.sentence.contains("13 April 2019 is the later one"), "{answer:?}");
    assert!(reason(&answer, Dimension::Time).contains("12 April 2019, after the earlier one was out"), "{answer:?}");
}

#[test]
fn a_later_report_that_tells_the_event_again_belongs_to_its_story() {
    let hearing = "August 20, 2019

Watchman denies guilt at opening of trial

A night watchman told the district court that he was asleep when his place of work burned.

Ole Vik, 34, looked tired and spoke little. His lawyer asked the judges for patience. She said her client had worked there for nine years \
without a complaint and had no reason at all to harm anybody.

Prosecutor Signe Moe called two witnesses, who will be heard next week.

The fire destroyed the ferry terminal in Kallvik in April and injured four workers; two of them are still not back at work.";
    let answer = judged(FIRE, hearing);
    assert_eq!(answer.label, EventLabel::Related, "{answer:?}");
}

#[test]
fn the_same_deed_at_another_time_is_another_event() {
    let answer = judged(
        "12 March 2018\n\nENVOY IN LUNDAR\n\nThe envoy for fisheries, Berit Solheim, arrived in Lundar on Monday for talks with the government \
         of Ostmark. She said that the quota for cod was too high and that the boats of both countries stayed idle.",
        "10 December 2018\n\nSolheim brings draft of treaty to Lundar\n\nBerit Solheim came to Lundar on Monday with a draft of a treaty on \
         herring, which both sides have kept secret. The envoy for fisheries, who visits Ostmark for two days, will meet its prime minister.",
    );
    assert_eq!(answer.label, EventLabel::Different, "{answer:?}");
    assert!(answer.sentence.contains("different events, nine months apart"), "{answer:?}");
    assert!(answer.sentence.contains("are about Berit Solheim"), "{answer:?}");
}

#[test]
fn reports_about_people_whom_the_other_does_not_know_are_two_sides_of_a_story() {
    let interview = |name: &str, last: &str, life: &str| {
        format!(
            "Interview: {name} stands for mayor of Rossby\n\nOn Sunday the people of Rossby elect a new mayor, because the old one has \
             resigned over the price of the new harbour bridge. {name} is one of five who stand for the office.\n\n{life} {last} spoke with \
             our reporter about the bridge, the schools and the harbour. {last} wants the council to publish every contract for the bridge."
        )
    };
    let answer = judged(
        &interview("Karin Aune", "Aune", "She has led a school for eleven years."),
        &interview("Tor Helland", "Helland", "He sells boats and sat in the council before."),
    );
    assert_eq!(answer.label, EventLabel::Related, "{answer:?}");
    assert_eq!(answer.sentence, "Probably the reports belong to one story, but their news is not the same.");
    let actors = reason(&answer, Dimension::Actors);
    assert_eq!(actors, "Each report is about somebody whom the other does not name: Karin Aune and Tor Helland.");
}

#[test]
fn a_report_that_puts_the_others_news_weeks_back_is_the_later_one() {
    let refused = "Minister refuses citizenship to Leo Varga

The minister of the interior, Ane Lunde, has refused citizenship to the singer Leo Varga, who was convicted of fraud, her ministry said \
on Tuesday. Lunde decided after a letter from the union of musicians. Varga may stay in Ostmark until his visa expires next summer. His \
lawyer, Nora Hjelm, called the decision a mistake.";
    let weeks_later = "When Ane Lunde, the minister of the interior, refused citizenship to the singer Leo Varga two weeks ago, his victims \
cheered. Now they fear that little has changed, because Varga keeps his visa and a new minister could extend it.

Varga was convicted of fraud in Ostmark nine years after his last concert. \"We will not rest until he leaves,\" said Ida Moen, who lost her \
savings. Nora Hjelm, his lawyer, said he had broken no rule of his visa. Moen and others will march to the ministry of the interior.";
    let answer = judged(refused, weeks_later);
    assert_eq!(answer.label, EventLabel::Related, "{answer:?}");
    assert_eq!((answer.later, answer.days_apart), (Some(Side::Right), None), "{answer:?}");
    assert!(answer.sentence.contains("\u{201c}two weeks ago\u{201d}"), "{answer:?}");
    assert!(reason(&answer, Dimension::Time).contains("two weeks ago"), "{answer:?}");
}

#[test]
fn an_old_event_that_both_recall_makes_neither_report_later() {
    let report = |by: &str, opening: &str| {
        format!(
            "{opening}\n\nThe court in Rossby sentenced Tor Helland to nine years in prison on Friday for the fire in the old theatre, \
             {by}. The judge, Karin Aune, spoke for an hour. Helland will appeal, his lawyer Odd Lien said. Six people were hurt in the fire."
        )
    };
    let answer = judged(
        &report("two years after it burned", "Nine years for theatre fire"),
        &report("which destroyed the theatre", "Helland sentenced to nine years over theatre fire"),
    );
    assert_eq!(answer.label, EventLabel::Same, "{answer:?}");
    assert_eq!(answer.later, None, "{answer:?}");
}

#[test]
fn news_of_two_days_and_of_other_people_is_of_two_events() {
    let answer = judged(
        "Friday, 10 January 2020\n\nPipeline stays open to all, premier says\n\nThe premier of Ostmark, Karin Aune, told a forum in Bergvik on \
         Tuesday that the gas pipeline under the Kall Sea was open to all neighbours. Aune rejected the border that Lundar and Westmark drew \
         across the Kall Sea in November and called it null and void. The ministers of the coast, among them Tor Helland and Odd Lien, met \
         on Wednesday.",
        "Saturday, 11 January 2020\n\nMinisters denounce sea border\n\nTor Helland, the minister of Nordby, and his colleague Odd Lien met \
         others in Kallvik on Wednesday and denounced the border across the Kall Sea that Lundar and Westmark drew in November as null \
         and void. The gas pipeline under the Kall Sea would cross the border. Karin Aune, the premier of Ostmark, had rejected the border, too.",
    );
    assert_eq!(answer.label, EventLabel::Related, "{answer:?}");
    let time = reason(&answer, Dimension::Time);
    assert_eq!(time, "One report's news is of 7 January 2020, the other's of 8 January 2020.");
}

#[test]
fn the_charge_and_the_sentence_for_one_killing_are_one_story() {
    let charged = "12 March 2018\n\nMan charged with murder of Ida Moen\n\nProsecutors in Rossby charged Leo Varga on Monday with the murder of Ida \
                   Moen, who was found dead in her shop at the harbour. Varga, 31, was arrested after a chase through the town. Moen, 44, had run \
                   the shop in Rossby for nine years.";
    let sentenced = "3 December 2019\n\nVarga gets 20 years for killing of shop owner\n\nA judge in Rossby sentenced Leo Varga on Tuesday to 20 \
                     years in prison for the murder of Ida Moen in her shop at the harbour. Varga showed no remorse, the judge said. The family of \
                     Moen wept.";
    assert_eq!(judged(charged, sentenced).label, EventLabel::Related, "{:?}", judged(charged, sentenced));
    // Two matches of the same two are two matches.
    let matches = judged(
        "12 March 2018\n\nVarga takes title in Rossby\n\nLeo Varga beat Jon Moen 6-4, 6-2 in the final at Rossby on Monday. The heat made both \
         of them slow, and 4,000 people saw a dull first set. Moen, 24, hurt his foot.",
        "3 December 2018\n\nMoen loses again as Varga wins Kallvik cup\n\nJon Moen had three chances to end a long match on Monday, but Leo \
         Varga won it 7-6, 3-6, 7-5 after four hours under the roof of the new hall in Kallvik. Rain had delayed the start.",
    );
    assert_eq!(matches.label, EventLabel::Different, "{matches:?}");
}

#[test]
fn a_passage_in_both_makes_them_one_story() {
    let taken = "Ostmark has stated that it had no part in the shelling of the camp site and that smugglers from the hills were to blame for \
                 it, and that it is willing to look into the matter with the coast guard.";
    let with = |passage: &str| {
        judged(
            &format!(
                "Anger grows in Lundar\n\nThe people of Lundar marched to the embassy on Friday and tore down a flag. Qval Berge, who leads \
                 the union of farmers, spoke of 100 dead in four years. {passage} Berge wants the soldiers to leave the hills."
            ),
            &format!(
                "Preacher calls for a boycott\n\nMuk Sadel, the preacher, put forward seven demands, among them to close the airports and to \
                 end the treaty. {passage} The council of Nordby, whose minister Tor Helland spoke on Friday, condemned the shelling and \
                 thanked Lundar."
            ),
        )
    };
    assert_eq!(with("").label, EventLabel::Different);
    assert_eq!(with(taken).label, EventLabel::Related, "{:?}", with(taken));
}

const BRIDGE: &str = "The old harbour bridge in Rossby was blown up before thousands of people, and nobody was hurt, the mayor, Tor Helland, \
said. The bridge had stood for ninety years. Helland thanked the engineers of Kall Works, who had prepared the charges. The new \
harbour bridge opens in spring.";

#[test]
fn what_one_announces_and_the_other_tells_as_done_is_one_story() {
    let ahead = "The old harbour bridge in Rossby is to be blown up next week, the mayor, Tor Helland, said. The bridge has stood for ninety \
years. Helland asked people to stay away from the harbour. Engineers of Kall Works prepare the charges. Thousands are expected, and the new \
harbour bridge opens in spring.";
    let answer = judged(ahead, BRIDGE);
    assert_eq!((answer.label, answer.later), (EventLabel::Related, Some(Side::Right)), "{answer:?}");
    assert!(answer.sentence.contains("one announces what the later one tells as done"), "{answer:?}");
    let as_scheduled = BRIDGE.replace("was blown up before", "was blown up as scheduled before");
    assert_eq!(judged(&as_scheduled, BRIDGE).label, EventLabel::Same);
}

#[test]
fn undated_news_of_distant_days_of_the_week_is_not_one() {
    let on = |day: &str, deed: &str| {
        format!(
            "On {day} the mayor of Rossby, Tor Helland, {deed} over the price of the new harbour bridge. The bridge cost nine million \
             crowns more than the council of Rossby had been told. Helland blamed the engineers of Kall Works. The council meets again in May."
        )
    };
    let answer = judged(&on("Friday", "faced the council"), &on("Monday", "resigned"));
    assert_eq!(answer.label, EventLabel::Related, "{answer:?}");
    assert_eq!(reason(&answer, Dimension::Time), "One report's news is of a Monday, the other's of a Friday.");
    assert_eq!(judged(&on("Sunday", "resigned"), &on("Monday", "resigned")).label, EventLabel::Same, "one night apart");
}

#[test]
fn a_side_figure_is_named_and_is_not_what_both_are_about() {
    let answer = judged(
        "Painter Elin Strand dies at 91\n\nThe painter Elin Strand has died in Bergvik at the age of 91, her family said. Strand painted the \
         sea for sixty years. Strand's pictures hang in nine museums. The critic Arne Fossum once called her the last of the old school.",
        "Poet Nils Aaker dies at 78\n\nThe poet Nils Aaker died after a long illness, his publisher said. Aaker wrote eleven books and taught \
         at the university. Aaker leaves two sons. The critic Arne Fossum praised his late poems, which few people bought.",
    );
    assert_eq!(answer.label, EventLabel::Different, "{answer:?}");
    assert!(answer.sentence.contains("Both name Arne Fossum"), "{answer:?}");
    assert!(!answer.sentence.contains("are about"), "{answer:?}");
}

#[test]
fn short_texts_leave_it_open() {
    let answer = judged("Fire in Kallvik\n\nA fire broke out.", FIRE);
    assert_eq!(answer.label, EventLabel::Unclear, "{answer:?}");
}
