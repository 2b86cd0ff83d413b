//! What goes into a process and what comes out: bytes, and nothing else.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::sched::tasks::{Job, TaskError};
use crate::trace::Record;
use crate::vm::Data;

/// What goes into a process. What is sent to it afterwards lets its task begin.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    pub(super) source: String,
    pub(super) arguments: Vec<Data>,
    pub(super) switch_interval: Duration,
    pub(super) time_limit: Duration,
    pub(super) trace: bool,
}

/// What comes out of it, in this order.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Said {
    /// It is there.
    Ready,
    /// It has taken in its request.
    Loaded,
    /// Its task has ended.
    Ended(Box<Outcome>),
}

/// What came of a task.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Outcome {
    pub(super) result: Result<Data, TaskError>,
    pub(super) output: String,
    pub(super) compute: Duration,
    /// Bytes that its objects take.
    pub(super) heap_bytes: u64,
    /// Did the module fail, before the task began?
    pub(super) in_module: bool,
    /// What it did from the start of its task on.
    pub(super) record: Option<Record>,
}

impl Request {
    pub(super) fn of(job: &Job, arguments: &[Data]) -> Self {
        Self {
            source: job.module.source().text().to_owned(),
            arguments: arguments.to_vec(),
            switch_interval: job.switch_interval,
            time_limit: job.time_limit,
            trace: job.trace,
        }
    }
}
