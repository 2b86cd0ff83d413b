//! What is told while an experiment runs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Sample, SweepPoint};
use crate::experiment::Model;

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
