//! One file per concurrency model.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A concurrency model: a memory policy and a lock policy around the same machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
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
}
