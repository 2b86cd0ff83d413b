//! Finds the size at which one whole job takes about 0.15 s sequentially on this device.

use super::programs::Growth;

/// What the automatic size aims at, in milliseconds.
const TARGET_MS: f64 = 150.0;
/// A run of at least so long is measured well enough to reckon with, and has warmed up the engine.
const ENOUGH_MS: f64 = 100.0;
/// Most steps, so that the search ends on any clock.
const MAX_STEPS: u32 = 24;

/// A search for the automatic size: measure what `size` says, tell `measured`, until it is done.
#[derive(Debug)]
pub(super) struct Sizing {
    growth: Growth,
    size: i64,
    target_ms: f64,
    steps: u32,
    done: bool,
}

impl Sizing {
    /// Begins with a size that is quick anywhere. It is to take at least so long as a clock of
    /// coarse steps needs.
    pub(super) fn new(growth: Growth, least_ms: f64) -> Self {
        let (Growth::Linear { smallest }
        | Growth::Power { smallest, .. }
        | Growth::Exponential { smallest, .. }) = growth;
        Self { growth, size: smallest, target_ms: TARGET_MS.max(least_ms), steps: 0, done: false }
    }

    /// The size to measure next, or the one that was looked for.
    pub(super) fn size(&self) -> i64 {
        self.size
    }

    /// Has it been found?
    pub(super) fn is_done(&self) -> bool {
        self.done
    }

    /// Takes in how long the current size took.
    pub(super) fn measured(&mut self, ms: f64) {
        self.steps += 1;
        self.done = ms >= ENOUGH_MS || self.steps == MAX_STEPS;
        // Early runs are short and cold, so they do not reach further than ten times.
        let goal = if self.done { self.target_ms } else { ENOUGH_MS * 1.5 };
        let factor = (goal / ms.max(0.001)).clamp(0.1, 10.0);
        self.size = match self.growth {
            Growth::Linear { .. } => scale(self.size, factor),
            Growth::Power { exponent, .. } => scale(self.size, factor.powf(1.0 / exponent)),
            Growth::Exponential { factor: step, .. } => {
                let steps = factor.ln() / step.ln();
                let steps = if self.done { steps } else { steps.max(1.0) };
                self.size + round(steps)
            }
        };
    }
}

#[expect(clippy::cast_possible_truncation, reason = "sizes are far below 2^53")]
fn round(value: f64) -> i64 {
    value.round() as i64
}

/// Multiplies and rounds to two digits: a size is for people to read.
#[expect(clippy::cast_precision_loss, reason = "sizes are far below 2^53")]
fn scale(size: i64, factor: f64) -> i64 {
    let exact = size as f64 * factor;
    let unit = 10f64.powf(exact.log10().floor() - 1.0).max(1.0);
    round((exact / unit).round() * unit).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs a search against a device that takes `ms(size)`.
    fn find(growth: Growth, ms: impl Fn(i64) -> f64) -> i64 {
        let mut sizing = Sizing::new(growth, 0.0);
        while !sizing.is_done() {
            sizing.measured(ms(sizing.size()));
        }
        sizing.size()
    }

    #[test]
    #[expect(clippy::cast_precision_loss, reason = "small numbers")]
    fn a_linear_program_ends_near_the_target() {
        for per_turn in [1e-6, 6e-6, 1e-4] {
            let size = find(Growth::Linear { smallest: 10_000 }, |n| n as f64 * per_turn);
            let ms = size as f64 * per_turn;
            assert!((138.0..162.0).contains(&ms), "{size}: {ms}");
        }
    }

    #[test]
    fn an_exponential_program_ends_within_a_step_of_the_target() {
        let ms = |n: i64| 1e-5 * 1.618f64.powi(i32::try_from(n).unwrap());
        let size = find(Growth::Exponential { smallest: 12, factor: 1.618 }, ms);
        assert!((117.0..195.0).contains(&ms(size)), "{size}: {}", ms(size));
    }

    #[test]
    #[expect(clippy::cast_precision_loss, reason = "small numbers")]
    fn a_coarse_clock_asks_for_more_work() {
        let mut sizing = Sizing::new(Growth::Linear { smallest: 10_000 }, 640.0);
        while !sizing.is_done() {
            sizing.measured(sizing.size() as f64 * 6e-6);
        }
        let ms = sizing.size() as f64 * 6e-6;
        assert!((600.0..680.0).contains(&ms), "{ms}");
    }

    #[test]
    fn a_clock_that_stands_still_ends_the_search() {
        assert!(find(Growth::Exponential { smallest: 12, factor: 1.618 }, |_| 0.0) > 12);
    }
}
