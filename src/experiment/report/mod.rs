//! What came out: one serialisable value of which charts, tables and tests are functions.

mod about;
mod comparison;
mod execution;
mod failure;
mod progress;
mod script;
mod sweep;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use about::{
    Diagnostic, Inspection, ModelInfo, Parameter, ParameterKind, ProgramInfo, ProgramKind,
    Published,
};
pub use comparison::{Comparison, OutputMatch};
pub use execution::{
    Execution, ExecutionEnd, ExecutionLane, ExecutionPlace, ExecutionProcess, OutputGap,
    OutputPiece, OutputStream, RuntimeName,
};
pub use failure::{Failure, FailureReason, Limit};
pub use progress::{Phase, Progress, SweepProgress};
pub use script::{ScriptPlan, ScriptProgress, ScriptReport, ScriptResult};
pub use sweep::{Sweep, SweepPoint};

use crate::experiment::Model;
use crate::experiment::plan::Plan;
use crate::sched::tasks::{Parts, TaskTime};
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
    /// Is it clear of every result whether it is faster or slower than in turn?
    #[serde(skip_deserializing)]
    pub clear: bool,
    /// Did the samples that were added last take markedly longer in turn than those before? Then
    /// something else runs on the device.
    #[serde(skip_deserializing)]
    pub disturbed: bool,
    /// How each model scales with its workers, where it was run with one and with more of them.
    #[serde(skip_deserializing)]
    pub scaling: Vec<Scaling>,
    /// What makes the device doubtful as a measuring instrument. Empty when nothing does.
    #[serde(skip_deserializing)]
    pub signs: Vec<Sign>,
    /// What was found and why, in one paragraph, from the data alone.
    #[serde(skip_deserializing)]
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
    /// Of reports before format 3: how it was run in place of threads that share memory. Such a
    /// result is none of its model.
    #[serde(rename = "substitute", default, skip_serializing)]
    #[ts(skip)]
    #[schemars(skip)]
    pub without_shared_memory: Option<String>,
    /// How long each untimed run before the samples took, start-up apart, in milliseconds.
    pub warmup_ms: Vec<f64>,
    /// Every timed run, in order.
    pub samples: Vec<Sample>,
    /// Medians over the samples, part by part.
    #[serde(skip_deserializing)]
    pub median: Parts,
    /// Median number of GIL hand-offs; only where there is a GIL.
    #[serde(skip_deserializing)]
    pub hand_offs: Option<f64>,
    /// Against sequential with the same total work, start-up apart. `None` for the baseline, and
    /// where one of the two is too short to be compared: see [`SignKind::TooShort`].
    #[serde(skip_deserializing)]
    pub speedup: Option<Estimate>,
    /// The same with start-up counted in.
    #[serde(skip_deserializing)]
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
#[serde(rename_all = "camelCase", from = "FlatSample")]
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

/// A sample as it is written, to be read: what `flatten` makes for it reads everything twice.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct FlatSample {
    order: u32,
    start_up_ms: f64,
    copy_in_ms: f64,
    compute_ms: f64,
    copy_out_ms: f64,
    join_ms: f64,
    total_ms: f64,
    hand_offs: Option<u32>,
    tasks: Vec<TaskTime>,
}

impl From<FlatSample> for Sample {
    fn from(flat: FlatSample) -> Self {
        let FlatSample { order, start_up_ms, copy_in_ms, compute_ms, copy_out_ms, .. } = flat;
        let FlatSample { join_ms, total_ms, hand_offs, tasks, .. } = flat;
        let parts = Parts { start_up_ms, copy_in_ms, compute_ms, copy_out_ms, join_ms, total_ms };
        Self { order, parts, hand_offs, tasks, outlier: false }
    }
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

impl Estimate {
    /// Is it a ratio that is surely not 1?
    pub fn is_clear(&self) -> bool {
        self.low > 1.0 || self.high < 1.0
    }
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
    /// Runs were shorter than 100 steps of the clock: they have times, and no speedups.
    TooShort,
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
    #[serde(skip_deserializing)]
    pub during_ms: f64,
    /// The baseline at the end, in milliseconds.
    pub end_ms: f64,
    /// `end_ms / during_ms`; 1 where the baseline is too short to be compared.
    #[serde(skip_deserializing)]
    pub ratio: f64,
}
