//! How two values relate, taken for themselves.

use crate::compare::FigureRelation;
use crate::figure::{Exactness, Figure, FigureKind};

/// How two values relate, taken for themselves.
pub(super) fn values(a: &Figure, b: &Figure) -> FigureRelation {
    let close = |x: f64, y: f64| (x - y).abs() <= 1e-9 * x.abs().max(y.abs());
    if a.exactness == b.exactness && close(a.low, b.low) && close(a.high, b.high) {
        return FigureRelation::Equal;
    }
    let (a0, a1) = bounds(a);
    let (b0, b1) = bounds(b);
    if a0 <= b1 && b0 <= a1 {
        return if a.exactness == Exactness::Exact && b.exactness == Exactness::Exact {
            FigureRelation::Equal
        } else {
            FigureRelation::Compatible
        };
    }
    // "four months" for "four and a half months".
    let half = |x: f64, y: f64| x.fract() == 0.0 && (y.fract() - 0.5).abs() < 1e-9 && (x - y).abs() < 0.6;
    let length = a.kind == FigureKind::Measure && matches!(a.unit.as_str(), "hour" | "day" | "week" | "month" | "year");
    if length && (half(a.low, b.low) || half(b.low, a.low)) {
        return FigureRelation::Compatible;
    }
    if a.exactness == Exactness::Exact && b.exactness == Exactness::Exact && (rounds(a.low, b.low) || rounds(b.low, a.low)) {
        return FigureRelation::Compatible;
    }
    FigureRelation::Differs
}

/// The values that a figure allows.
fn bounds(f: &Figure) -> (f64, f64) {
    match f.exactness {
        Exactness::Exact | Exactness::Range => (f.low, f.high),
        Exactness::About if f.low < f.high => (f.low, f.high),
        Exactness::About => (f.low * 0.9, f.high * 1.1),
        Exactness::AtLeast => (f.low, f64::INFINITY),
        Exactness::AtMost => (0.0, f.high),
    }
}

/// Whether `round` is `full` with fewer digits: 28,500 for 28,476; 8.6 million for 8,590,000.
fn rounds(round: f64, full: f64) -> bool {
    let mut step = 1.0;
    if round.fract() != 0.0 {
        step = if (round * 10.0).fract().abs() < 1e-6 { 0.1 } else { return false };
    } else {
        while step < 1e15 && (round / (step * 10.0)).fract() == 0.0 && round != 0.0 {
            step *= 10.0;
        }
        if step < 10.0 && full.fract() == 0.0 {
            return false;
        }
    }
    // At most a twentieth off: 100 is a round number of 97, not of 140.
    (round - full).abs() <= step / 2.0 && (round - full).abs() <= round.abs() / 20.0
}
