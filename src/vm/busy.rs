//! How long machines have run, for `time.process_time` and `time.thread_time`: a browser does not
//! tell how long a core has worked. Waiting, for a GIL too, is not running.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use web_time::Instant;

use super::machine::Machine;
use super::memory::Memory;

/// The names whose use makes it worth counting.
pub(super) const CLOCKS: [&str; 4] =
    ["time.process_time", "time.process_time_ns", "time.thread_time", "time.thread_time_ns"];

/// How long one machine has run.
#[derive(Debug, Default)]
pub(super) struct Busy {
    /// Since when it runs, if it does and is counted.
    since: Option<Instant>,
    before: Duration,
}

impl Busy {
    pub(super) fn begin(&mut self) {
        self.since = Some(Instant::now());
    }

    /// It stops; adds how long it ran this time.
    pub(super) fn end(&mut self, total: &AtomicU64) {
        let ran = self.now();
        self.since = None;
        self.before += ran;
        let nanos = u64::try_from(ran.as_nanos()).unwrap_or(u64::MAX);
        total.fetch_add(nanos, Ordering::Relaxed);
    }

    fn now(&self) -> Duration {
        self.since.map_or(Duration::ZERO, |since| since.elapsed())
    }
}

impl<M: Memory> Machine<M> {
    /// How long it has run.
    pub(super) fn thread_time(&self) -> Duration {
        self.busy.before + self.busy.now()
    }

    /// How long all machines have run until each stopped last, and this one until now.
    pub(super) fn process_time(&self) -> Duration {
        Duration::from_nanos(self.interpreter.busy.load(Ordering::Relaxed)) + self.busy.now()
    }
}
