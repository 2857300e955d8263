//! What the steps of comparing read, by how much is known when they run: a type a stage.

use super::entities::Entities;
use super::figures::Linked;
use super::sentences::Sentences;
use super::statements::Said;
use super::view::View;
use super::words::Stems;
use super::{EventLabel, Passage, Side};
use crate::date::Day;
use std::ops::Deref;

/// Two reports prepared for comparing, their names linked, their sentences aligned and shared passages found: enough to judge the event.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'a> {
    pub(crate) left: &'a View<'a>,
    pub(crate) right: &'a View<'a>,
    pub(crate) stems: &'a Stems,
    pub(crate) entities: &'a Entities,
    pub(crate) sentences: &'a Sentences,
    pub(crate) passages: &'a [Passage],
    /// The days of the reports, as the reader set them.
    pub(crate) published: [Option<Day>; 2],
}

/// The same once the event is judged: enough to link statements and figures.
#[derive(Clone, Copy)]
pub(crate) struct Judged<'a> {
    pub(crate) ground: Ground<'a>,
    /// Whether both tell of one event.
    pub(crate) label: EventLabel,
    /// The statements of both, prepared for comparing.
    pub(crate) said: [&'a [Said]; 2],
}

/// The same once figures are linked: what findings are made of.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) judged: Judged<'a>,
    pub(crate) figures: &'a [Linked],
}

impl<'a> Ground<'a> {
    /// The report of one side.
    pub(crate) fn view(&self, side: Side) -> &'a View<'a> {
        side.of(self.left, self.right)
    }
}

impl<'a> Judged<'a> {
    /// The statements of one side.
    pub(crate) fn said(&self, side: Side) -> &'a [Said] {
        let [left, right] = self.said;
        side.of(left, right)
    }
}

impl<'a> Deref for Judged<'a> {
    type Target = Ground<'a>;

    fn deref(&self) -> &Ground<'a> {
        &self.ground
    }
}

impl<'a> Deref for Context<'a> {
    type Target = Judged<'a>;

    fn deref(&self) -> &Judged<'a> {
        &self.judged
    }
}
