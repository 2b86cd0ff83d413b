//! Why there is no report.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Diagnostic;
use crate::experiment::Model;

/// Why an experiment did not run or did not end: what `engine.run` rejects with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// For people, complete in itself.
    pub message: String,
    /// For programs.
    #[serde(flatten)]
    pub reason: FailureReason,
}

/// The kinds of failure, and what is known about each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum FailureReason {
    /// No bundled program has this id.
    UnknownProgram {
        /// What was asked for.
        name: String,
    },
    /// No model has this id.
    UnknownModel {
        /// What was asked for.
        name: String,
    },
    /// The model exists and cannot run here.
    UnavailableModel {
        /// The model.
        model: Model,
    },
    /// A field of the request is missing, unknown, of the wrong type or out of range.
    BadRequest {
        /// Its name.
        field: String,
    },
    /// The part of the library that a program imports could not be loaded.
    MissingLibrary,
    /// The source does not parse, or uses what is not supported.
    BadSource {
        /// Each with its position.
        diagnostics: Vec<Diagnostic>,
    },
    /// The program raised an exception that nothing caught.
    Raised {
        /// Under this model.
        model: Model,
        /// With so many workers.
        workers: u32,
        /// In this worker's task; `None` while the module was loaded.
        worker: Option<u32>,
        /// Its type, as in `ZeroDivisionError`.
        exception: String,
        /// As Python prints it.
        traceback: String,
        /// The line of the program where it was.
        line: Option<u32>,
        /// What had been printed by that task, and before it.
        output: String,
    },
    /// The program went past a limit of the playground, or met something it does not support.
    Stopped {
        /// Under this model.
        model: Model,
        /// With so many workers.
        workers: u32,
        /// In this worker's task; `None` while the module was loaded.
        worker: Option<u32>,
        /// Which limit.
        limit: Limit,
        /// Where the program was.
        traceback: String,
        /// In which line of it.
        line: Option<u32>,
        /// What had been printed by that task, and before it.
        output: String,
    },
    /// A worker could not be started or was lost.
    Worker {
        /// Under this model.
        model: Model,
    },
    /// A fault of the playground itself, not of the program.
    Internal {
        /// What broke, and where in its source if that is known: for a bug report.
        fault: String,
    },
}

/// The limits that a program may run into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Limit {
    /// Bytes on the heap.
    Memory,
    /// Time of one run.
    Time,
    /// Bytes printed by one task.
    Output,
    /// An operation that the playground does not support, seen only at run time.
    Unsupported,
    /// It waits for another worker, and none could end the wait.
    Deadlock,
}
