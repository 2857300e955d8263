//! Comparing in slices, so that a page can answer in between.

use super::corrections::{across, correct};
use super::entities::{self, Entities};
use super::{Comparison, Corrections, Pair, Side, Verdict};
use crate::analysis::Report;
use std::borrow::Borrow;

/// A comparison as a small state machine: [`Comparing::step`] until it says that nothing is left, then
/// [`Comparing::finish`]. `R` is however the caller holds a report: by reference, shared, or its own.
#[derive(Debug)]
pub struct Comparing<R> {
    left: Seen<R>,
    right: Seen<R>,
    corrections: Corrections,
    work: Work,
}

/// A report, and a copy with the reader's corrections if there are any: the report as read stays, so that a
/// correction can be taken back.
#[derive(Debug)]
struct Seen<R> {
    read: R,
    corrected: Option<Report>,
}

/// How far the work has come.
#[derive(Debug)]
enum Work {
    Begun,
    Corrected,
    Named(Entities),
    Judged(Box<Verdict>),
    Done(Box<Comparison>),
}

/// What [`Comparing`] gives.
#[derive(Debug)]
pub struct Compared {
    /// The left report as corrected, where anything in it was.
    pub left: Option<Report>,
    /// The right report as corrected.
    pub right: Option<Report>,
    /// The comparison; its entities are numbered as in the corrected reports.
    pub comparison: Comparison,
}

impl<R: Borrow<Report>> Seen<R> {
    fn report(&self) -> &Report {
        self.corrected.as_ref().unwrap_or_else(|| self.read.borrow())
    }

    fn correct(&mut self, side: Side, corrections: &Corrections) {
        if !corrections.entities.is_empty() {
            let mut report = self.read.borrow().clone();
            correct(&mut report, side, corrections);
            self.corrected = Some(report);
        }
    }
}

impl<R: Borrow<Report>> Comparing<R> {
    /// Begins to compare.
    #[must_use]
    pub fn new(left: R, right: R, corrections: Corrections) -> Self {
        let seen = |read| Seen { read, corrected: None };
        Self { left: seen(left), right: seen(right), corrections, work: Work::Begun }
    }

    /// Does one slice of work; returns whether any is left.
    pub fn step(&mut self) -> bool {
        let corrections = &self.corrections;
        self.work = match std::mem::replace(&mut self.work, Work::Begun) {
            Work::Begun => {
                self.left.correct(Side::Left, corrections);
                self.right.correct(Side::Right, corrections);
                Work::Corrected
            }
            Work::Corrected => {
                let (left, right) = (self.left.report(), self.right.report());
                let (forced, barred) = across(left, right, corrections);
                Work::Named(entities::link(left, right, &forced, &barred))
            }
            Work::Named(entities) => Work::Judged(Box::new(self.pair().judge(corrections, entities))),
            Work::Judged(verdict) => Work::Done(Box::new(self.pair().finish(corrections, *verdict))),
            done @ Work::Done(_) => done,
        };
        !matches!(self.work, Work::Done(_))
    }

    /// Slices done, of four.
    #[must_use]
    pub fn slices(&self) -> u32 {
        match self.work {
            Work::Begun => 0,
            Work::Corrected => 1,
            Work::Named(_) => 2,
            Work::Judged(_) => 3,
            Work::Done(_) => 4,
        }
    }

    /// The reports prepared for comparing. They point into the reports and cannot be kept beside them.
    fn pair(&self) -> Pair<'_> {
        Pair::new(self.left.report(), self.right.report())
    }

    /// The result; does what is left of the work first.
    #[must_use]
    pub fn finish(mut self) -> Compared {
        loop {
            match self.work {
                Work::Done(comparison) => {
                    return Compared { left: self.left.corrected, right: self.right.corrected, comparison: *comparison };
                }
                // In one go the reports are prepared once for both halves.
                Work::Named(entities) => {
                    let pair = Pair::new(self.left.report(), self.right.report());
                    let verdict = pair.judge(&self.corrections, entities);
                    self.work = Work::Done(Box::new(pair.finish(&self.corrections, verdict)));
                }
                _ => {
                    self.step();
                }
            }
        }
    }
}
