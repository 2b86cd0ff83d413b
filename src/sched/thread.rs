//! A thread of a program.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::gil::Switching;
use super::guarded::Guarded;
use super::home::Home;
use super::interpreters::Sent;
use super::lock::Lock;
use super::tasks::Duty;
use crate::trace::{Recorder, Standing, State};
use crate::vm::{Breaker, Cause, Machine, Memory, Pid, Raised, Stop, Waiting};

/// A thread of a program, while it lives.
pub(super) struct Thread<L: Lock> {
    pub(super) info: ThreadInfo,
    /// Whose it is.
    pub(super) home: Arc<Home<L>>,
    /// Only its carrier touches it, and only while it may use the interpreter.
    pub(super) machine: Guarded<Box<Machine<L::Memory>>>,
    pub(super) recorder: Recorder,
    /// The heap that it has for itself; its carrier's otherwise.
    pub(super) heap: Option<usize>,
    pub(super) stage: Stage,
    /// What it was sent to another interpreter for, if it was.
    pub(super) errand: Option<Box<Sent>>,
    /// What it does, if it is a worker of a task program.
    pub(super) duty: Option<Box<Duty>>,
}

impl<L: Lock> Thread<L> {
    /// Runs its machine for so many checks of the breaker. A lock that is let go by counting is offered
    /// meanwhile; who gets it back from another thread has to look at what that has changed.
    pub(super) fn run(&mut self, checks: u32, breaker: &Arc<Breaker>) -> Stop<L::Memory> {
        self.home.brings_up_to_date(self.machine.get_mut());
        if !self.home.lock.is_counted() {
            return self.machine.get_mut().run(checks);
        }
        let mut left = checks;
        loop {
            let stop = self.machine.get_mut().run(Switching::CHECKS.min(left));
            left = left.saturating_sub(Switching::CHECKS);
            let can_go_on = matches!(stop, Stop::OutOfBudget) && left > 0;
            if !can_go_on || self.home.lock.offer(self.info.ident, breaker, &mut self.recorder) {
                return stop;
            }
        }
    }

    /// Notes where it has stopped, and what it waits for there, before the trace hears what it does
    /// next. Costs nothing where there is no trace; that of a task program has no places.
    pub(super) fn note_place(&mut self, cause: Option<Cause>) {
        if self.recorder.is_on() && self.duty.is_none() {
            let awaited = cause.map(|cause| cause.awaited);
            let holder = cause.and_then(|cause| cause.holder);
            let holder = holder.and_then(|ident| u32::try_from(ident).ok());
            let at = Standing { awaited, holder, ..self.machine.get().standing() };
            self.recorder.stand(at);
            if cause.is_some() {
                self.machine.get_mut().block_task(awaited);
            }
        }
    }

    /// It could go on since then, but every carrier runs another one: with a GIL that is waiting for
    /// it.
    pub(super) fn wait_for_carrier(&mut self, since_ms: impl FnOnce() -> f64) {
        if !L::Memory::IS_SHARED && self.recorder.is_on() {
            self.recorder.enter_at(State::Waiting, since_ms());
        }
    }
}

/// How far the main thread is; others only have a body.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Has not begun with its call, or is on its way into another interpreter.
    Sent,
    /// Runs the program.
    Body,
    /// Does what this process was started for.
    Task,
    /// Does what the library does when the program has ended.
    Shutdown,
    /// Lets the program's objects go.
    Teardown,
}

/// What is told of a thread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ThreadInfo {
    /// The process that it is of.
    pub process: Pid,
    /// `threading.get_ident()`; 1 is the main thread.
    pub ident: usize,
    /// What the program calls it.
    pub name: String,
    /// Who has started it.
    pub parent: Option<usize>,
    /// Does the program end without waiting for it?
    pub is_daemon: bool,
    /// Is it no thread, but a task that one has run?
    pub is_task: bool,
    /// When it was started, in milliseconds from the start of the run.
    pub start_ms: f64,
    /// When it ended.
    pub end_ms: f64,
}

/// Why a run was ended before the program did so.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// A limit of the playground, or something that it cannot do, in the thread of this identity.
    Ended(usize, Box<Raised>),
    /// Every thread waits for another one: their names, with function and line where they wait.
    Deadlock(Vec<Waiting>),
    /// It took longer than it may.
    Time,
    /// The page has no use for it any more.
    Stopped,
}
