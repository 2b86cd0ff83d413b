//! Where the time of a run went.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the time of a run went, in milliseconds. The parts add up to the total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Parts {
    /// From the start until every worker was ready.
    pub start_up_ms: f64,
    /// Program and arguments serialised, sent, and taken in by the workers.
    pub copy_in_ms: f64,
    /// Until the last task ended.
    pub compute_ms: f64,
    /// Results serialised, sent, and taken in.
    pub copy_out_ms: f64,
    /// Until every worker was seen to be done.
    pub join_ms: f64,
    /// All of it.
    pub total_ms: f64,
}

/// When a task ran, in milliseconds from the start of its run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TaskTime {
    /// Which worker.
    pub worker: u32,
    /// Its start.
    pub start_ms: f64,
    /// Its end.
    pub end_ms: f64,
}

impl Parts {
    /// Workers that share memory: nothing is copied, and the first thread that runs ends the
    /// start-up, since later ones start while it computes.
    pub(super) fn of_threads(times: impl Iterator<Item = TaskTime> + Clone, total_ms: f64) -> Self {
        let start_up_ms = times.clone().map(|time| time.start_ms).fold(total_ms, f64::min);
        let end_ms = times.map(|time| time.end_ms).fold(0.0, f64::max);
        // The clocks of two workers may disagree by a step.
        let total_ms = total_ms.max(end_ms);
        Self {
            start_up_ms,
            compute_ms: end_ms - start_up_ms,
            join_ms: total_ms - end_ms,
            total_ms,
            ..Self::default()
        }
    }

    /// The time without start-up: what the headline speedups are of.
    pub fn work_ms(&self) -> f64 {
        self.total_ms - self.start_up_ms
    }
}
