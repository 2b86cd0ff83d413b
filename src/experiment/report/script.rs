//! What came of a script that was run several times.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Comparison, Environment, Estimate, Execution, OutputPiece, Phase, RuntimeName};

/// What `engine.run` resolves with for a script.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScriptReport {
    /// Version of this format.
    pub format: u32,
    /// Milliseconds since 1970-01-01 UTC.
    pub started_at: f64,
    /// Where it ran.
    pub environment: Environment,
    /// What was run.
    pub plan: ScriptPlan,
    /// One for each runtime, in the plan's order.
    pub results: Vec<ScriptResult>,
    /// Is it clear of each Python whether it is faster or slower than the first one?
    #[serde(skip_deserializing)]
    pub clear: bool,
    /// Did the runs that were added last take markedly longer than those before? Then something else
    /// runs on the device.
    #[serde(skip_deserializing)]
    pub disturbed: bool,
    /// What they come to, those that cannot run here left out.
    #[serde(skip_deserializing)]
    pub comparison: Comparison,
}

/// How a script was run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScriptPlan {
    /// The script.
    pub source: String,
    /// Under which Pythons; the others are compared with the first one.
    pub runtimes: Vec<RuntimeName>,
    /// `sys.argv` behind the program's name.
    pub args: Vec<String>,
    /// What `input()` and `sys.stdin` read.
    pub stdin: String,
    /// Did its threads share as many threads of the system as there are cores?
    #[serde(default)]
    pub virtual_threads: bool,
    /// Timed runs under each, if they were asked for; otherwise three, or as many as there is time
    /// for.
    pub samples: Option<u32>,
    /// `sys.setswitchinterval`, in milliseconds.
    pub switch_interval_ms: f64,
}

/// A script under one Python.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScriptResult {
    /// Which one.
    pub runtime: RuntimeName,
    /// Why it cannot run here; then there is nothing else.
    pub refused: Option<String>,
    /// How long each untimed run took, in milliseconds.
    pub warmup_ms: Vec<f64>,
    /// How long each timed run took, in order. Where there was no time for any it is the first run
    /// of all, which was no warm-up then.
    pub samples_ms: Vec<f64>,
    /// Their median.
    #[serde(skip_deserializing)]
    pub median_ms: f64,
    /// Their shortest and their longest.
    #[serde(skip_deserializing)]
    pub range_ms: [f64; 2],
    /// How many times as fast as the first runtime it was; `None` for that one itself, and where the
    /// times say nothing.
    #[serde(skip_deserializing)]
    pub speedup: Option<Estimate>,
    /// The run whose time was nearest to the median when it came.
    pub execution: Option<Execution>,
}

/// How far the runs of a script have come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScriptProgress {
    /// Warming up, or measuring.
    pub phase: Phase,
    /// Under which Python.
    pub runtime: RuntimeName,
    /// Runs done, of `total`.
    pub done: u32,
    /// Runs planned: what takes long is run less often, which is known after the warm-up.
    pub total: u32,
    /// What the first run under this Python has printed since the last time.
    pub output: Vec<OutputPiece>,
    /// What came of that run, when it has ended.
    pub execution: Option<Execution>,
    /// Why this Python cannot run it here.
    pub refused: Option<String>,
    /// How long the run took that has ended.
    pub total_ms: Option<f64>,
}
