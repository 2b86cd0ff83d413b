//! The concurrency models of task programs: how the workers' memory is shared, what guards it, and
//! which worker may run. Programs, machine, scheduler and clock are the same for all.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::sched::Host;
use crate::sched::tasks::{self, Job, Run, RunError};

/// A concurrency model: a memory policy and a lock policy around the same machine.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Model {
    /// One worker, tasks in turn: the baseline.
    Sequential,
    /// Threads that share one heap and one lock.
    Gil,
    /// Threads that share one heap and no lock.
    FreeThreaded,
    /// Workers with a memory of their own.
    Process,
    /// Threads with an interpreter and a lock of their own each (PEP 684, PEP 734). Not run here:
    /// reports of the script for CPython have it.
    Subinterpreters,
}

impl Model {
    /// Those that run here, in the order in which they are drawn.
    pub const ALL: [Self; 4] = [Self::Sequential, Self::Gil, Self::FreeThreaded, Self::Process];
    /// Those that a report may have: the same, and what only CPython runs.
    pub const KNOWN: [Self; 5] =
        [Self::Sequential, Self::Gil, Self::FreeThreaded, Self::Process, Self::Subinterpreters];

    /// Its id, as in the API and in links.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Sequential => "sequential",
            Self::Gil => "gil",
            Self::FreeThreaded => "free-threaded",
            Self::Process => "process",
            Self::Subinterpreters => "subinterpreters",
        }
    }

    /// Its name for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Sequential => "Sequential",
            Self::Gil => "Threads with a GIL",
            Self::FreeThreaded => "Free-threaded threads",
            Self::Process => "Processes",
            Self::Subinterpreters => "Subinterpreters",
        }
    }

    /// What it stands for, in one sentence.
    pub const fn summary(self) -> &'static str {
        match self {
            Self::Sequential => "One worker does all tasks, one after the other: the baseline.",
            Self::Gil => {
                "Threads share one memory and one lock; only the thread that holds it runs."
            }
            Self::FreeThreaded => "Threads share one memory and run at the same time.",
            Self::Process => {
                "Every worker has its own interpreter and memory; arguments and results are copied."
            }
            Self::Subinterpreters => {
                "Threads of one process, each with its own interpreter and its own lock."
            }
        }
    }

    /// Runs a job once under this model.
    ///
    /// # Errors
    /// If the module or a task fails, or a worker is lost; also for a model that this build cannot
    /// run.
    pub async fn run(self, job: &Job, host: &impl Host) -> Result<Run, RunError> {
        match self {
            Self::Sequential => tasks::in_turn(job),
            Self::Gil => tasks::with_gil(job),
            Self::FreeThreaded => tasks::without_gil(job),
            Self::Process => tasks::apart(job, host).await,
            Self::Subinterpreters => {
                Err(RunError::lost("the playground does not run subinterpreters".to_owned()))
            }
        }
    }
}
