//! What is to be run, and what came of it.

use std::sync::Arc;
use std::time::Duration;

use thiserror::Error;

use super::parts::{Parts, TaskTime};
use crate::code::Module;
use crate::trace::Trace;
use crate::vm::{Data, Raised};

/// Work for one run: the same under every model.
#[derive(Debug)]
pub struct Job {
    /// The program.
    pub module: Arc<Module>,
    /// The arguments of each worker's task.
    pub tasks: Vec<Vec<Data>>,
    /// How many threads of the system carry the workers' threads, at most; with one they run in
    /// turns.
    pub carriers: usize,
    /// `sys.setswitchinterval`.
    pub switch_interval: Duration,
    /// A run that takes longer is ended.
    pub time_limit: Duration,
    /// Is it recorded what the workers do?
    pub trace: bool,
}

/// What one run gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Where its time went.
    pub parts: Parts,
    /// How often the GIL went from one thread to another, where there is one.
    pub hand_offs: Option<u32>,
    /// One for each worker, in order.
    pub tasks: Vec<Task>,
    /// What the workers did, if that was to be recorded.
    pub trace: Option<Trace>,
    /// Bytes that the objects of all interpreters took at its end.
    pub heap_bytes: usize,
    /// What the program's `summary(results)` says of it, if it has one.
    pub summary: Option<String>,
}

/// What one task gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// When it ran.
    pub time: TaskTime,
    /// What it returned.
    pub result: Data,
    /// What it printed.
    pub output: String,
}

/// Why a task failed.
#[derive(Clone, Debug, PartialEq, Eq, Error, serde::Serialize, serde::Deserialize)]
pub enum TaskError {
    /// The program raised an exception or went past a limit.
    #[error("{error}", error = .0.error)]
    Raised(Box<Raised>),
    /// The worker is gone.
    #[error("{0}")]
    Lost(String),
}

/// Why a run failed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{cause}")]
pub struct RunError {
    /// In whose task; `None` while the module was loaded or workers were started.
    pub worker: Option<u32>,
    /// Why.
    pub cause: TaskError,
    /// What had been printed there.
    pub output: String,
}

impl RunError {
    pub(crate) fn lost(message: String) -> Self {
        Self::module(TaskError::Lost(message))
    }

    pub(super) fn module(cause: TaskError) -> Self {
        Self { worker: None, cause, output: String::new() }
    }
}
