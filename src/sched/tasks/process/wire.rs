//! What goes into a process and what comes out: bytes, and nothing else.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::sched::tasks::{Job, TaskError};
use crate::trace::Record;
use crate::vm::Data;

/// What goes into a process.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    pub(super) source: String,
    pub(super) arguments: Vec<Data>,
    pub(super) switch_interval: Duration,
    pub(super) time_limit: Duration,
    pub(super) trace: bool,
}

/// What comes out of it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Response {
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

    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, String> {
        postcard::to_allocvec(self).map_err(|error| error.to_string())
    }
}

impl Response {
    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Self, String> {
        postcard::from_bytes(bytes).map_err(|error| error.to_string())
    }
}
