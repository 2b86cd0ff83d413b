//! The terms under which a program runs.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::process::FIRST;
use crate::trace::Clock;
use crate::vm::{Pid, Sink, System};

/// Under which a program runs.
#[derive(Clone)]
pub(super) struct Terms {
    /// What it is a process of, if it is a script.
    pub(super) process: Option<Process>,
    /// Somebody ends it, when this is set.
    pub(super) is_ended: Arc<AtomicBool>,
    pub(super) clock: Clock,
    pub(super) time_limit: Duration,
    /// Has no thread that the program starts anything of the system for itself?
    pub(super) virtual_threads: bool,
    pub(super) trace: bool,
}

/// What a script runs on, and where it prints to.
#[derive(Clone)]
pub(super) struct Process {
    pub(super) system: Arc<dyn System>,
    pub(super) output: Arc<dyn Sink>,
}

impl Terms {
    /// Of which process the threads are.
    pub(super) fn pid(&self) -> Pid {
        self.process.as_ref().map_or(FIRST, |process| process.system.pid())
    }

    pub(super) fn system(&self) -> Option<&dyn System> {
        self.process.as_ref().map(|process| &*process.system)
    }
}
