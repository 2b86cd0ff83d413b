//! What is sent between the first process and those that are elsewhere.

use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::Remains;
use super::kernel::Birth;
use crate::sched::log::Printed;
use crate::sched::script::Runtime;
use crate::vm::{Answer, Call, Given, Waiting};

/// What a process begins with.
#[derive(Serialize, Deserialize)]
pub(in crate::sched) enum Beginning {
    /// One that a script has started.
    OfScript(OfScript),
    /// One that is then told of a task.
    OfTask,
}

/// What a process of a script begins with.
#[derive(Serialize, Deserialize)]
pub(in crate::sched) struct OfScript {
    pub(super) birth: Birth,
    pub(super) source: String,
    pub(super) runtime: Runtime,
    pub(super) carriers: usize,
    pub(super) virtual_threads: bool,
    pub(super) given: Given,
    pub(super) switch_interval: Duration,
    pub(super) time_limit: Duration,
    pub(super) trace: bool,
    /// When the clock of the run began, since 1970.
    pub(super) run_began: Duration,
}

/// From the first process to another one: the answer to its question of this number.
#[derive(Serialize, Deserialize)]
pub(super) struct Answered(pub(super) u64, pub(super) Answer);

/// From a process to the first one.
#[derive(Serialize, Deserialize)]
pub(super) enum Said {
    /// It asks for something, by this number.
    Asked(u64, Call),
    /// It does not wait for the answer any more.
    Cancelled(u64),
    /// It has given something back to semaphores that others wait for.
    Wakes,
    /// Nothing of it goes on without another answer than so many; where its threads wait.
    Waits(u64, Vec<Waiting>),
    /// It has printed, by the clock of the run.
    Printed(Vec<Printed>),
    /// It has ended.
    Left(Remains),
}

pub(in crate::sched) fn to_bytes(message: &impl Serialize) -> Result<Vec<u8>, String> {
    postcard::to_allocvec(message).map_err(|error| error.to_string())
}

pub(in crate::sched) fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    postcard::from_bytes(bytes).map_err(|error| format!("not a message: {error}"))
}
