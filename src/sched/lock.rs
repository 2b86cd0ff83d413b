//! What guards an interpreter: a lock, or nothing.

use std::sync::Arc;
use std::time::Duration;

use super::gil::{Gil, Switching};
use crate::trace::{Recorder, State};
use crate::vm::{Breaker, Memory, Plain, Shared};

/// A policy by which threads use an interpreter. It goes with a memory policy.
pub(super) trait Lock: Send + Sync + 'static {
    type Memory: Memory;

    /// A lock that goes from one thread to another by this rule.
    fn new(switching: Switching) -> Self;

    /// The thread may use the interpreter from now on; by its breaker it is asked to stop.
    fn take(&self, ident: usize, breaker: &Arc<Breaker>, recorder: &mut Recorder);

    /// And may use it no more: from now on it does `next`.
    fn give(&self, ident: usize, breaker: &Breaker, next: State, recorder: &mut Recorder);

    /// Does a thread that could go on let it go by counting? Then it is to `offer` it now and then.
    fn is_counted(&self) -> bool;

    /// Others may have it, if they are there first: has anybody had it?
    fn offer(&self, ident: usize, breaker: &Arc<Breaker>, recorder: &mut Recorder) -> bool;

    /// `sys.setswitchinterval`
    fn set_interval(&self, interval: Duration);

    /// How often the lock went from one thread to another, if there is one.
    fn hand_offs(&self) -> Option<u32>;
}

impl Lock for Gil {
    type Memory = Plain;

    fn new(switching: Switching) -> Self {
        Self::new(switching)
    }

    fn take(&self, ident: usize, breaker: &Arc<Breaker>, recorder: &mut Recorder) {
        self.take_gil(ident, breaker, recorder);
    }

    fn give(&self, ident: usize, breaker: &Breaker, next: State, recorder: &mut Recorder) {
        self.drop_gil(ident, breaker, next, recorder);
    }

    fn is_counted(&self) -> bool {
        Self::is_counted(self)
    }

    fn offer(&self, ident: usize, breaker: &Arc<Breaker>, recorder: &mut Recorder) -> bool {
        Self::offer(self, ident, breaker, recorder)
    }

    fn set_interval(&self, interval: Duration) {
        Self::set_interval(self, interval);
    }

    fn hand_offs(&self) -> Option<u32> {
        Some(Self::hand_offs(self))
    }
}

/// No lock: threads run at the same time (PEP 703).
pub(super) struct NoLock;

impl Lock for NoLock {
    type Memory = Shared;

    fn new(_: Switching) -> Self {
        Self
    }

    fn take(&self, _: usize, breaker: &Arc<Breaker>, recorder: &mut Recorder) {
        // Somebody has wanted to be alone for a moment.
        breaker.clear(Breaker::DROP_GIL);
        recorder.enter(State::Running);
    }

    fn give(&self, _: usize, _: &Breaker, next: State, recorder: &mut Recorder) {
        recorder.enter(next);
    }

    fn is_counted(&self) -> bool {
        false
    }

    fn offer(&self, _: usize, _: &Arc<Breaker>, _: &mut Recorder) -> bool {
        false
    }

    fn set_interval(&self, _: Duration) {}

    fn hand_offs(&self) -> Option<u32> {
        None
    }
}
