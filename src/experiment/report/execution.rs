//! What came of a script.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Limit;
use crate::trace::Trace;

/// Which Python runs a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RuntimeName {
    /// With a global interpreter lock.
    Gil,
    /// With one by the rules of before Python 3.2.
    #[serde(rename = "gil-before-3.2")]
    CountedGil,
    /// Without one (PEP 703).
    FreeThreaded,
}

impl RuntimeName {
    /// Does one thread at a time use an interpreter?
    #[must_use]
    pub const fn has_gil(self) -> bool {
        matches!(self, Self::Gil | Self::CountedGil)
    }
}

/// What `engine.execute` resolves with. A program that fails is a result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Execution {
    /// Which Python ran it.
    pub runtime: RuntimeName,
    /// Did its threads share as many threads of the system as there are cores?
    #[serde(default)]
    pub virtual_threads: bool,
    /// How many cores the machine has.
    #[serde(default)]
    pub cores: u32,
    /// What it printed, in order.
    pub output: Vec<OutputPiece>,
    /// If it printed more than is kept: the piece that the gap is before, and the bytes in it.
    pub gap: Option<OutputGap>,
    /// Its exit status, as a shell sees it.
    pub status: i32,
    /// What it ended with, if the main thread ended with an exception, as Python prints it.
    pub traceback: Option<String>,
    /// Why it was ended from outside, if it was.
    pub ended: Option<ExecutionEnd>,
    /// Where it was when it failed: where the exception was raised, or where each thread waits.
    pub places: Vec<ExecutionPlace>,
    /// How long it took, in milliseconds.
    pub total_ms: f64,
    /// The processes that it started, in the order in which it did.
    pub processes: Vec<ExecutionProcess>,
    /// Its threads, the main thread first, then those of its processes. Lane `i` of the trace is of thread `i`.
    pub lanes: Vec<ExecutionLane>,
    /// How often the GIL went from one thread to another, if there is one.
    pub hand_offs: Option<u32>,
    /// Bytes that its objects took at the end.
    pub heap_bytes: f64,
    /// What its threads did, if that was recorded.
    pub trace: Option<Trace>,
}

/// Where a thread was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExecutionPlace {
    /// Its name.
    pub thread: String,
    /// In which function.
    pub function: String,
    /// At which line of the source.
    pub line: u32,
}

/// A piece of what a program printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OutputPiece {
    /// Where to.
    pub stream: OutputStream,
    /// What.
    pub text: String,
    /// By which thread: the id of its lane.
    pub lane: u32,
    /// When, in milliseconds from the start of the run.
    pub ms: f64,
}

/// Where a program prints to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OutputStream {
    /// `sys.stdout`
    Stdout,
    /// `sys.stderr`
    Stderr,
}

/// Output that is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OutputGap {
    /// Index of the piece that it is before.
    pub before: u32,
    /// Its size.
    pub bytes: u32,
}

/// Why a script was ended before it ended itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExecutionEnd {
    /// Which limit.
    pub limit: Limit,
    /// For people, complete in itself.
    pub message: String,
    /// Where the program was, if one thread is to blame.
    pub traceback: String,
}

/// A process that a script started.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExecutionProcess {
    /// `os.getpid()` in it.
    pub pid: u32,
    /// What the program calls it.
    pub name: String,
    /// The number of the process that started it; that of the script itself is 1000.
    pub parent: u32,
    /// When it was started, in milliseconds from the start of the run.
    pub start_ms: f64,
    /// When it ended.
    pub end_ms: f64,
    /// Its exit status, or minus the signal that ended it.
    pub status: i32,
}

/// A thread of a script.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExecutionLane {
    /// Its number: that of the main thread of the script is 1.
    pub id: u32,
    /// The number of its process.
    pub process: u32,
    /// What the program calls it.
    pub name: String,
    /// The lane that has started it.
    pub parent: Option<u32>,
    /// Does the program end without waiting for it?
    pub daemon: bool,
    /// Has the library started it for itself?
    #[serde(default)]
    pub library: bool,
    /// Is it no thread, but a task of the event loop that its parent runs?
    #[serde(default)]
    pub task: bool,
    /// When it was started, in milliseconds from the start of the run.
    pub start_ms: f64,
    /// When it ended.
    pub end_ms: f64,
}
