//! What came out: one serialisable value of which charts, tables and tests are functions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::plan::{Argument, Plan, Work};
use crate::models::{Model, Parts, TaskTime};
use crate::trace::Trace;

/// The device and the build an experiment ran on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Environment {
    /// Is the page cross-origin isolated, so that workers can share memory?
    pub isolated: bool,
    /// Logical cores, as the platform tells them.
    pub cores: u32,
    /// The smallest step of the clock, measured, in microseconds.
    pub timer_step_us: f64,
    /// Which build of the engine runs.
    pub build: Build,
    /// Version of this crate; of Python, where that ran the experiment.
    pub version: String,
    /// The browser's user-agent string; outside a browser the platform's name, or empty.
    pub user_agent: String,
}

/// Which build of the engine runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Build {
    /// WebAssembly with shared memory and atomics.
    Threads,
    /// WebAssembly without.
    Single,
    /// An ordinary program; tests only.
    Native,
    /// Not this engine at all: CPython ran the exported script.
    Cpython,
}

/// A model, and whether it can run here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ModelInfo {
    /// Its id.
    pub id: Model,
    /// Its name for people.
    pub title: String,
    /// What it stands for, in one sentence.
    pub summary: String,
    /// Can it run here?
    pub available: bool,
    /// If not, why not.
    pub why_not: Option<String>,
    /// What stands in for the memory that its workers would share, where there is none.
    pub substitute: Option<Substitute>,
}

/// How a model runs that needs shared memory where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Substitute {
    /// Workers with memories of their own pass the GIL by messages.
    Messages,
    /// Workers with memories of their own run at the same time.
    Unshared,
}

impl Substitute {
    /// Behind a model's name, for people.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Messages => "passed by messages",
            Self::Unshared => "without shared memory",
        }
    }
}

/// A bundled program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProgramInfo {
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// First paragraph of its docstring: what to look for.
    pub summary: String,
    /// Its Python source.
    pub source: String,
    /// The task's parameters after `worker` and `workers`.
    pub parameters: Vec<Parameter>,
    /// The parameter that `size: "auto"` chooses.
    pub size_parameter: String,
    /// How its workers are given work unless asked otherwise.
    pub work: Work,
    /// What others measured with it.
    pub published: Vec<Published>,
}

/// A speedup that an article or a book reports for a bundled program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Published {
    /// The model that stands for what was run there.
    pub model: Model,
    /// Its number of workers.
    pub workers: u32,
    /// How they were given work there.
    pub work: Work,
    /// Sequential time of the same total work / time.
    pub speedup: f64,
    /// The source in a few words, for beside a bar.
    pub label: String,
    /// The source in full, with what was run.
    pub citation: String,
    /// Was the figure read in another text than its source?
    pub second_hand: bool,
}

/// A parameter of a task: its default becomes a control on the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Parameter {
    /// As in the source.
    pub name: String,
    /// `None` if the parameter must be given.
    pub default: Option<Argument>,
    /// Of what type the default is.
    pub kind: Option<ParameterKind>,
}

/// The types that arguments can have: JavaScript itself cannot tell 1.0 from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ParameterKind {
    /// `True` or `False`.
    Bool,
    /// A whole number.
    Int,
    /// Any number.
    Float,
    /// A string.
    Str,
}

impl ParameterKind {
    /// Of an argument.
    pub const fn of(argument: &Argument) -> Self {
        match argument {
            Argument::Bool(_) => Self::Bool,
            Argument::Int(_) => Self::Int,
            Argument::Float(_) => Self::Float,
            Argument::Str(_) => Self::Str,
        }
    }
}

/// Something wrong in a source text, or not supported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Diagnostic {
    /// From 1.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
    /// Line of the end, from 1.
    pub end_line: u32,
    /// Column behind the last character, from 1.
    pub end_column: u32,
    /// What is wrong.
    pub message: String,
    /// The whole line it is in.
    pub source_line: String,
}

/// How far a run has come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// What was just done or measured.
    pub phase: Phase,
    /// Runs done, of `total`.
    pub done: u32,
    /// Runs planned; grows by those of the sizing, whose number is not known before.
    pub total: u32,
    /// The model that ran.
    pub model: Model,
    /// Its number of workers.
    pub workers: u32,
    /// The sample, if this run was timed and kept.
    pub sample: Option<Sample>,
    /// The speedup so far, once the baseline and this model have been run: by the samples, or by
    /// the warm-up before there are any. The baseline's own is 1.
    pub speedup: Option<f64>,
}

/// The kind of run that `Progress` tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// Finding the automatic size.
    Sizing,
    /// Untimed.
    Warmup,
    /// Timed.
    Sample,
    /// The baseline once more at the end.
    Drift,
}

/// Everything about one experiment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Version of this format.
    pub format: u32,
    /// Milliseconds since 1970-01-01 UTC.
    pub started_at: f64,
    /// Milliseconds that the experiment took in all.
    pub duration_ms: f64,
    /// Where it ran.
    pub environment: Environment,
    /// What was run.
    pub plan: Plan,
    /// One entry per model and number of workers, models in the plan's order.
    pub results: Vec<ModelResult>,
    /// Task results that differ from the sequential ones. Empty when all is well.
    pub mismatches: Vec<Mismatch>,
    /// The baseline at the end against the baseline during the run.
    pub drift: Drift,
    /// How each model scales with its workers, where it was run with one and with more of them.
    pub scaling: Vec<Scaling>,
    /// What makes the device doubtful as a measuring instrument. Empty when nothing does.
    pub signs: Vec<Sign>,
    /// What was found and why, in one paragraph, from the data alone.
    pub narrative: String,
}

/// One model with one number of workers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ModelResult {
    /// The model.
    pub model: Model,
    /// Its number of workers; for `sequential` the number of tasks run in turn.
    pub workers: u32,
    /// What stood in for shared memory.
    pub substitute: Option<Substitute>,
    /// How long each untimed run before the samples took, start-up apart, in milliseconds.
    pub warmup_ms: Vec<f64>,
    /// Every timed run, in order.
    pub samples: Vec<Sample>,
    /// Medians over the samples, part by part.
    pub median: Parts,
    /// Median number of GIL hand-offs; only where there is a GIL.
    pub hand_offs: Option<f64>,
    /// Against sequential with the same total work, start-up apart. `None` for the baseline.
    pub speedup: Option<Estimate>,
    /// The same with start-up counted in.
    pub speedup_with_start_up: Option<Estimate>,
    /// What each task returned and printed, from the first sample.
    pub tasks: Vec<TaskResult>,
    /// Bytes that the Python objects of all its interpreters took at the end of the first sample.
    /// `None` if that is not known, as of CPython.
    #[serde(default)]
    pub heap_bytes: Option<f64>,
    /// What the program's `summary(results)` gave, as `str` has it, from the first sample. `None` if
    /// the program defines none.
    pub summary: Option<String>,
    /// What the workers did in a typical sample: one whose time was nearest to the median when it
    /// was taken. `None` if the plan wants no trace.
    pub trace: Option<Trace>,
    /// The `order` of that sample.
    pub traced_sample: Option<u32>,
}

/// One timed run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Sample {
    /// Its place among all samples of the experiment, from 0: samples of models alternate.
    pub order: u32,
    /// Where its time went.
    #[serde(flatten)]
    pub parts: Parts,
    /// How often the GIL went from one thread to another; only where there is a GIL.
    pub hand_offs: Option<u32>,
    /// When each task ran.
    pub tasks: Vec<TaskTime>,
    /// Far from the other samples (Tukey's fences). Flagged, never dropped.
    pub outlier: bool,
}

/// What a task returned and printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TaskResult {
    /// Which worker.
    pub worker: u32,
    /// `repr` of what the task returned.
    pub result: String,
    /// What it printed: the first 4 KB.
    pub output: String,
    /// Bytes that it printed after those.
    #[serde(default)]
    pub output_cut: u32,
}

/// An estimate, such as a ratio of medians, with its 95 % bootstrap interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Estimate {
    /// From the medians.
    pub value: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
}

/// How a model scales with its number of workers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Scaling {
    /// The model.
    pub model: Model,
    /// The numbers of workers that the laws are fitted to: no more than there are cores.
    pub fitted: Vec<u32>,
    /// Amdahl's law, 1 / (s + (1 − s) / K): the serial part `s`.
    pub serial: Option<Estimate>,
    /// Gunther's Universal Scalability Law, K / (1 + σ (K − 1) + κ K (K − 1)), where there are
    /// points enough.
    pub universal: Option<Universal>,
    /// The fitted law (the second one where there is one) at whole numbers of workers, from 1 on.
    pub curve: Vec<f64>,
    /// What this says, or that the data cannot tell.
    pub sentence: String,
}

/// The parameters of the Universal Scalability Law.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Universal {
    /// σ: the part of the work that waits in line.
    pub contention: Estimate,
    /// κ: the price of keeping each pair of workers in agreement.
    pub coherency: Estimate,
}

/// Something that makes the device doubtful as a measuring instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Sign {
    /// Which.
    pub kind: SignKind,
    /// For people: one sentence or two.
    pub message: String,
}

/// The kinds of signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SignKind {
    /// The baseline became slower or faster during the experiment.
    Drift,
    /// Samples of one and the same work differ widely: something else is running.
    Unsteady,
    /// Workers that share nothing did not run at the same time as fully as the cores promise.
    FewerCores,
    /// Some workers took much longer than others for the same work.
    UnequalCores,
    /// Timings still fell when the warm-up had to end.
    NotSettled,
}

/// A task whose result under a model is not the sequential one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Mismatch {
    /// The model.
    pub model: Model,
    /// Its number of workers.
    pub workers: u32,
    /// Which worker's task.
    pub worker: u32,
    /// `repr` under `sequential`.
    pub expected: String,
    /// `repr` under the model.
    pub found: String,
}

/// The baseline run once more at the end: has the device changed speed meanwhile?
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Drift {
    /// Median of the baseline during the run, in milliseconds.
    pub during_ms: f64,
    /// The baseline at the end, in milliseconds.
    pub end_ms: f64,
    /// `end_ms / during_ms`.
    pub ratio: f64,
}

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
    },
    /// A run was shorter than 100 steps of the clock, too short to be measured.
    TooShort {
        /// Under this model.
        model: Model,
        /// With so many workers.
        workers: u32,
    },
    /// A worker could not be started or was lost.
    Worker {
        /// Under this model.
        model: Model,
    },
    /// A fault of the playground itself.
    Internal,
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

/// What the switch interval costs and buys: the same programs at several intervals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Sweep {
    /// Version of this format.
    pub format: u32,
    /// Milliseconds since 1970-01-01 UTC.
    pub started_at: f64,
    /// Where it ran.
    pub environment: Environment,
    /// Threads that compute, all of them under one GIL.
    pub workers: u32,
    /// Timed runs per interval.
    pub samples: u32,
    /// One per interval, ascending.
    pub points: Vec<SweepPoint>,
    /// What this says, in a sentence or two.
    pub sentence: String,
}

/// One switch interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct SweepPoint {
    /// Milliseconds.
    pub interval_ms: f64,
    /// Hand-offs per second among threads that all compute.
    pub hand_offs_per_second: f64,
    /// Their time / the sequential run's of the same work: 1 is free.
    pub cost: Estimate,
    /// How long a thread that comes back from a short wait for I/O waits for the GIL, beside one
    /// that computes: the median, with the 2.5th and 97.5th percentile of all its waits, in
    /// milliseconds.
    pub latency_ms: Estimate,
}

/// How far a sweep has come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct SweepProgress {
    /// Runs done.
    pub done: u32,
    /// Runs planned.
    pub total: u32,
    /// The points so far, ascending.
    pub points: Vec<SweepPoint>,
}
