//! How long a run must take for this clock to measure it.

use super::report::{Environment, ModelResult};

/// A run that is compared with another is longer than so many steps of the clock.
const LEAST_TIMER_STEPS: f64 = 100.0;
/// And than this, whatever the clock is said to tell apart.
const SHORTEST_MS: f64 = 1e-6;

/// The shortest run that can be compared with another.
pub(super) fn least_ms(environment: &Environment) -> f64 {
    (LEAST_TIMER_STEPS * environment.timer_step_us / 1e3).max(SHORTEST_MS)
}

/// Were all its runs long enough to be compared with others?
pub(super) fn is_measured(result: &ModelResult, environment: &Environment) -> bool {
    let least_ms = least_ms(environment);
    result.samples.iter().all(|sample| sample.parts.work_ms() >= least_ms)
}
