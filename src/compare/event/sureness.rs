//! How sure the answer is, which way each reason leans, and the sentence worded for that.

use crate::compare::{Dimension, EventLabel, EventReason, Leaning, Sureness};

/// Where a reason, in percent, begins to speak for one event, and against it.
const FOR: u8 = 65;
const AGAINST: u8 = 35;

/// How far from the middle, in permille, the score of a clear answer lies, and that of a fair one.
const CLEAR: u16 = 350;
const FAIR: u16 = 175;

/// A reason with its leaning.
pub(super) fn reason(dimension: Dimension, score: Option<u8>, reason: String) -> EventReason {
    let leaning = match score {
        None => Leaning::Silent,
        Some(FOR..) => Leaning::For,
        Some(..=AGAINST) => Leaning::Against,
        Some(_) => Leaning::Open,
    };
    EventReason { dimension, score, leaning, reason }
}

/// How sure the answer is. The score says how near the reports are to one event: what is neither one event nor two is
/// never clear, nor is an answer that no reason but wording speaks for.
pub(super) fn sureness(label: EventLabel, score: u16, reasons: &[EventReason]) -> Sureness {
    let wanted = match label {
        EventLabel::Unclear => return Sureness::Open,
        EventLabel::Related => return if score >= 500 { Sureness::Fair } else { Sureness::Open },
        EventLabel::Same => Leaning::For,
        EventLabel::Different => Leaning::Against,
    };
    let spoken = reasons.iter().any(|r| r.dimension != Dimension::Wording && r.leaning == wanted);
    match score.abs_diff(500) {
        CLEAR.. if spoken => Sureness::Clear,
        FAIR.. => Sureness::Fair,
        _ => Sureness::Open,
    }
}

/// The sentence, which does not sound clearer than the answer is.
pub(super) fn worded(sentence: String, label: EventLabel, sureness: Sureness) -> String {
    let hedge = match sureness {
        _ if label == EventLabel::Unclear => return sentence,
        Sureness::Clear => return sentence,
        Sureness::Fair => "Probably",
        Sureness::Open => "Perhaps",
    };
    // All sentences begin with "The reports" or "Both reports".
    let mut letters = sentence.chars();
    let first = letters.next().map(|c| c.to_ascii_lowercase()).unwrap_or_default();
    format!("{hedge} {first}{}", letters.as_str())
}
