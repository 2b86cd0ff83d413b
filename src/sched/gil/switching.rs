//! When a thread that could go on lets the GIL go.

use std::time::Duration;

/// By which rule a thread that could go on lets the GIL go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switching {
    /// Since Python 3.2: when a waiter has asked for it, which it does after each such interval
    /// (`sys.setswitchinterval`). It goes on only when another thread has had the lock.
    Asked(Duration),
    /// Before: after every 100 ticks of `ceval.c` (`sys.setcheckinterval`), whether somebody waits or
    /// not. Whoever is there first has it next, which is mostly the thread that runs anyway: the one
    /// that is woken comes too late.
    Counted,
}

impl Switching {
    /// After so many checks of the breaker the lock is offered. A check stands for a pass of a loop, or
    /// a call: about three of those instructions that counted as a tick (what moves locals did not).
    pub const CHECKS: u32 = 33;
}
