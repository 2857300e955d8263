//! Crossread reads two news reports side by side.
//!
//! [`analyze`] turns one pasted report into a [`Report`]: who and what it names, every date it gives
//! or implies, who says what, its figures. [`fn@compare`] sets two of them side by side as a
//! [`Comparison`]: what both tell, where they differ, what only one of them tells, each finding with
//! its evidence in both texts.
//!
//! ```
//! use crossread::{analyze, compare, Corrections, Options};
//!
//! let left = analyze("OSLO, May 3 - Two people were hurt, police said.", &Options::default())?;
//! let right = analyze("Three people were hurt in Oslo, police said on Tuesday.", &Options::default())?;
//! let both = compare(&left, &right, &Corrections::default());
//! assert_eq!(both.left.statements, left.statements.len());
//! # Ok::<(), crossread::Error>(())
//! ```
//!
//! Data flows one way: [`text`] → [`tag`] → [`entity`], [`date`], [`quote`], [`figure`] →
//! [`mod@compare`] → [`export`]. A layer knows only those before it.
//!
//! Reading a text never fails: only options and limits can (see [`Error`]). Same bytes in, same
//! bytes out. Positions are byte offsets here and UTF-16 code units at the JavaScript boundary.
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failing test may panic"))]

mod analysis;
mod calendar;
pub mod compare;
pub mod date;
pub mod entity;
mod error;
pub mod export;
pub mod figure;
mod order;
pub mod quote;
pub mod tag;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use analysis::{Analysis, Options, Report, Stage, analyze};
pub use compare::{Comparing, Comparison, Corrections, compare};
pub use error::{Error, ErrorCode};
