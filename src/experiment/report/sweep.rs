//! What the switch interval costs and buys.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Environment, Estimate};

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
