//! A thread of a program.

use super::guarded::Guarded;
use crate::trace::Recorder;
use crate::vm::{Machine, Memory, Raised};

/// A thread of a program, while it lives.
pub(super) struct Thread<M: Memory> {
    pub(super) info: ThreadInfo,
    /// Only its carrier touches it, and only while it may use the interpreter.
    pub(super) machine: Guarded<Box<Machine<M>>>,
    pub(super) recorder: Recorder,
    /// The heap that it has for itself; its carrier's otherwise.
    pub(super) heap: Option<usize>,
    /// Has the program itself ended, of which it is the main thread?
    pub(super) is_ending: bool,
}

/// What is told of a thread.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreadInfo {
    /// `threading.get_ident()`; 1 is the main thread.
    pub ident: usize,
    /// What the program calls it.
    pub name: String,
    /// Who has started it.
    pub parent: Option<usize>,
    /// Does the program end without waiting for it?
    pub is_daemon: bool,
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
    Deadlock(Vec<(String, Option<(String, u32)>)>),
    /// It took longer than it may.
    Time,
    /// The page has no use for it any more.
    Stopped,
}
