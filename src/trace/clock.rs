//! The time of one run.

use web_time::Instant;

/// A run's own clock: milliseconds from its start.
#[derive(Clone, Copy, Debug)]
pub struct Clock(Instant);

impl Clock {
    /// Starts it.
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Milliseconds since then, on whatever thread.
    pub fn ms(self) -> f64 {
        self.at(Instant::now())
    }

    /// Milliseconds from then until that.
    pub fn at(self, instant: Instant) -> f64 {
        instant.saturating_duration_since(self.0).as_secs_f64() * 1e3
    }
}
