//! Whether two reports tell of one event.
//!
//! The score is a logistic model over a few dozen measures of what both share (`measures`): names, places, leads,
//! rare words, figures, days, wording. Measures and weights are integers, so that every machine gives the same
//! score. The weights are trained on reports of one topic (same kind of event, same or other event); see the
//! `event` tool.
//!
//! The label asks more: whether the *news* of both can be one event. Reports whose news lies on other days
//! (`time`) or with other people (`news`), and reports of which one puts the other's news into the past (`recall`),
//! are at most related, however much of a story they share; reports that lie far apart and do not look back are different. What cannot be told: other news of the same people on the
//! same day.

mod measures;
mod news;
mod reasons;
mod recall;
mod story;
mod sureness;
mod time;
mod weights;

pub(crate) use measures::measures;
pub use measures::{MEASURES, NAMES};
pub(crate) use reasons::day;

use super::view::View;
use super::{EventLabel, Ground, SameEvent, Side};
use news::{News, news};
use weights::{BIAS, WEIGHTS};

/// What the answer rests on.
struct Grounds {
    measures: [i32; MEASURES],
    /// Days from the left report to the right one.
    days_apart: Option<i32>,
    /// Whether the days of the leads meet.
    main: Option<bool>,
    /// Whether the later report comes back to what the earlier one told.
    back: bool,
    /// Whether both tell of one killing.
    killing: bool,
    /// Whether one has a passage of the other's.
    copied: bool,
    news: News,
}

impl Grounds {
    fn new(cx: &Ground<'_>) -> Self {
        let days_apart = cx.published[0].zip(cx.published[1]).map(|(l, r)| r.0 - l.0);
        Self {
            measures: measures(cx.left, cx.right, cx.stems, cx.sentences),
            days_apart,
            main: time::main_days(cx),
            back: time::looks_back(cx),
            killing: time::one_killing(cx),
            copied: cx.passages.iter().any(|p| p.words >= PASSAGE),
            news: news(cx),
        }
    }

    /// A measure by its name.
    fn measure(&self, name: &str) -> i32 {
        NAMES.iter().position(|n| n.0 == name).and_then(|at| self.measures.get(at)).copied().unwrap_or(0)
    }

    fn apart(&self) -> i32 {
        self.days_apart.map_or(0, i32::abs)
    }

    /// Whether the reports lie weeks apart and are each about their own days: other events, however alike their
    /// actors. A later report that comes back to the earlier one's matter, or tells of the same killing, is a later stage
    /// of its story; a few weeks apart it may still be one, if all else is alike.
    fn far(&self, score: u16) -> bool {
        let apart = self.apart();
        let strange = matches!(self.news, News::People(..) | News::Matter);
        let own_days = apart > 60 || apart > 21 && (strange || self.main == Some(false) && score < 800);
        !self.back && !self.killing && self.measure("shingles") < 300 && own_days
    }

    /// Whether reports that share an event's matter have other news: another stage or side of one story.
    fn other_news(&self) -> bool {
        let (apart, wording) = (self.apart(), self.measure("shingles"));
        self.news != News::One
            || wording < 600 && apart >= 2 && self.main == Some(false)
            || wording < 300 && (apart > 21 || apart > 2 && self.main.is_none() && !self.back)
    }

    /// The label. What is hardly one event may still be one story: where each report has most of the other's names,
    /// where both are about one person, where the later one comes back to what the earlier one told, and where a passage
    /// of one stands in the other.
    fn label(&self, score: u16) -> EventLabel {
        if self.far(score) {
            EventLabel::Different
        } else if score >= 500 {
            if self.other_news() { EventLabel::Related } else { EventLabel::Same }
        } else if score >= 330 && self.measure("proper-contained") >= 500
            || score >= 350 && self.measure("persons-cross") == 1000
            || score >= 300 && (self.back || self.copied)
        {
            EventLabel::Related
        } else {
            EventLabel::Different
        }
    }
}

/// The answer with its reasons.
pub(crate) fn same_event(cx: &Ground<'_>) -> SameEvent {
    let grounds = Grounds::new(cx);
    let mut score = probability(&grounds.measures);
    if grounds.far(score) {
        score = score.min(u16::try_from(400 - grounds.apart().min(300)).unwrap_or(100));
    }
    let words = |v: &View<'_>| v.sentences.iter().map(|t| t.content.len()).sum::<usize>();
    let thin = words(cx.left).min(words(cx.right)) < THIN;
    let label = if thin { EventLabel::Unclear } else { grounds.label(score) };
    let dated = grounds.days_apart.filter(|d| *d != 0).map(|d| if d > 0 { Side::Right } else { Side::Left });
    let told = match &grounds.news {
        News::Recalled(recall) => Some(recall.later),
        News::Ahead(later) => Some(*later),
        _ => None,
    };
    let later = dated.or(told.filter(|_| label == EventLabel::Related));
    let reasons = reasons::reasons(cx, &grounds);
    let sureness = sureness::sureness(label, score, &reasons);
    SameEvent {
        label,
        score,
        sureness,
        reasons,
        days_apart: grounds.days_apart,
        later,
        sentence: sureness::worded(reasons::sentence(cx, &grounds, label), label, sureness),
    }
}

/// Words of a passage that two reports on different matters hardly share.
const PASSAGE: u32 = 20;

/// Content words below which a report is too thin to be judged.
const THIN: usize = 12;

/// The model's probability in permille.
fn probability(measures: &[i32; MEASURES]) -> u16 {
    let sum: i64 = WEIGHTS.iter().zip(measures).map(|(&w, &m)| i64::from(w) * i64::from(m)).sum::<i64>() / 1000 + i64::from(BIAS);
    logistic(sum)
}

/// Logistic function of a value in thousandths, in permille, by a table with straight lines between.
fn logistic(x: i64) -> u16 {
    const TABLE: [u16; 17] = [500, 562, 622, 679, 731, 777, 818, 852, 881, 905, 924, 940, 953, 963, 971, 977, 982];
    let at = x.unsigned_abs();
    let step = (at / 250) as usize;
    let value = match (TABLE.get(step), TABLE.get(step + 1)) {
        (Some(&low), Some(&high)) => u64::from(low) + (u64::from(high) - u64::from(low)) * (at % 250) / 250,
        _ => 982 + (at.saturating_sub(4000) / 250).min(17),
    } as u16;
    if x < 0 { 1000 - value } else { value }
}
