//! What to run: the request as it comes from outside, and the plan it is resolved to.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

use crate::experiment::Model;

/// How `workers` workers are given work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Work {
    /// One job divided by K: task `i` is called as `task(i, K, …)`. What the books do.
    Split,
    /// Every worker does the whole job: each task is called as `task(0, 1, …)`. What most
    /// benchmark posts do.
    Repeat,
}

/// Where the value of a program's size parameter comes from when `args` does not name it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Size {
    /// The default in the program's own source: for a bundled program the published size.
    #[default]
    Default,
    /// Measured here, so that one whole job takes about 0.15 s sequentially. For bundled
    /// programs, and what is based on them.
    Auto,
}

/// An argument of a task, as it crosses the border to JavaScript.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(untagged, expecting = "expected a boolean, a number or a string")]
pub enum Argument {
    /// `True` or `False`.
    Bool(bool),
    /// A whole number of at most 64 bits.
    Int(#[ts(type = "number")] i64),
    /// Any other number.
    Float(f64),
    /// A string.
    Str(String),
}

/// What a caller of `engine.run` asks for. Everything but the program has a default. Whole numbers
/// come as JavaScript has them, and are checked when the plan is made. Whatever else the caller wrote
/// is refused, so that a misspelt option is never ignored.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PlanRequest {
    /// Id of a bundled program; give this or `source`.
    pub program: Option<String>,
    /// Python source that defines `task(worker, workers, …)`; give this or `program`.
    pub source: Option<String>,
    /// Id of the bundled program that `source` was edited from: its size parameter and its way of
    /// giving out work are the source's, too.
    pub based_on: Option<String>,
    /// Values for the task's parameters after `worker` and `workers`.
    #[serde(deserialize_with = "or_default")]
    #[ts(as = "Option<BTreeMap<String, Argument>>")]
    pub args: BTreeMap<String, Argument>,
    /// Where the size comes from when `args` does not give it. Default: `"default"`.
    pub size: Option<Size>,
    /// Ids of the models to run. Default: every model that is available here.
    pub models: Option<Vec<String>>,
    /// Numbers of workers to run each model with. Default: 1 and the number of cores.
    pub workers: Option<Vec<f64>>,
    /// Default: the program's own, or `"split"` for source.
    pub work: Option<Work>,
    /// Timed runs per model and number of workers. Default: 7.
    pub samples: Option<f64>,
    /// Untimed runs before them. Default: as many as it takes until timings settle.
    pub warmups: Option<f64>,
    /// Record what the workers do. Default: true.
    pub trace: Option<bool>,
    /// `sys.setswitchinterval`, in milliseconds. Default: 5.
    pub switch_interval_ms: Option<f64>,
    /// A single run that takes longer ends the experiment. Default: 120,000.
    pub time_limit_ms: Option<f64>,
}

/// JavaScript may say that there are none.
fn or_default<'de, T: Default + Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
) -> Result<T, D::Error> {
    Option::deserialize(from).map(Option::unwrap_or_default)
}

/// An experiment with every choice made. Part of its report, so that it can be repeated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// Id of the bundled program, if it is one.
    pub program: Option<String>,
    /// The Python source.
    pub source: String,
    /// A value for every parameter after `worker` and `workers`.
    pub args: BTreeMap<String, Argument>,
    /// Where the size came from.
    pub size: Size,
    /// In the order in which they are drawn. `sequential` is always among them.
    pub models: Vec<Model>,
    /// Numbers of workers, ascending.
    pub workers: Vec<u32>,
    /// How the workers are given work.
    pub work: Work,
    /// Timed runs per model and number of workers.
    pub samples: u32,
    /// Untimed runs before them; `None`: until timings settle.
    pub warmups: Option<u32>,
    /// Is it recorded what the workers do?
    pub trace: bool,
    /// Milliseconds.
    pub switch_interval_ms: f64,
    /// Milliseconds.
    pub time_limit_ms: f64,
}

/// What to sweep the switch interval over. Everything has a default, and nothing else is taken.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SweepRequest {
    /// Switch intervals in milliseconds. Default: eight from 0.001 to 100.
    pub intervals_ms: Option<Vec<f64>>,
    /// Threads that compute. Default: 2.
    pub workers: Option<f64>,
    /// Timed runs per interval. Default: 3.
    pub samples: Option<f64>,
}
