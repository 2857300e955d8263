//! What the steps of comparing read.

use super::entities::Entities;
use super::figures::Linked;
use super::sentences::Sentences;
use super::statements::Said;
use super::view::View;
use super::words::Stems;
use super::{EventLabel, Side};
use crate::date::Day;

/// Two reports prepared for comparing, and what the steps before found. What a later step finds is empty.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) left: &'a View<'a>,
    pub(crate) right: &'a View<'a>,
    pub(crate) stems: &'a Stems,
    pub(crate) entities: &'a Entities,
    pub(crate) sentences: &'a Sentences,
    /// The days of the reports, as the reader set them.
    pub(crate) published: [Option<Day>; 2],
    /// Whether both tell of one event; unclear until that is judged.
    pub(crate) label: EventLabel,
    pub(crate) said: [&'a [Said]; 2],
    pub(crate) figures: &'a [Linked],
}

impl<'a> Context<'a> {
    /// The report of one side.
    pub(crate) fn view(&self, side: Side) -> &'a View<'a> {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }

    /// The statements of one side.
    pub(crate) fn said(&self, side: Side) -> &'a [Said] {
        let [left, right] = self.said;
        if side == Side::Left { left } else { right }
    }
}
