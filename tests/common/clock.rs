//! Processor time of this thread, so that tests of growth do not depend on what else the machine does.

use std::time::{Duration, Instant};

/// A running clock.
pub(crate) struct Clock {
    wall: Instant,
    spent: Option<Duration>,
}

impl Clock {
    /// Starts now.
    pub(crate) fn start() -> Self {
        Self { wall: Instant::now(), spent: spent() }
    }

    /// Processor time since the start; wall time where the system does not tell the former.
    pub(crate) fn elapsed(&self) -> Duration {
        match (self.spent, spent()) {
            (Some(a), Some(b)) => b.saturating_sub(a),
            _ => self.wall.elapsed(),
        }
    }
}

/// Linux counts it in the first field of this file, in nanoseconds.
fn spent() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(text.split_whitespace().next()?.parse().ok()?))
}
