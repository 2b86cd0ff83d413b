//! Who ran, waited, blocked or copied, and when. A leaf: it knows nothing of models or machines.
//!
//! A worker writes into a [`Recorder`] of its own, so that recording needs no lock; the records of
//! all workers of a run make its [`Trace`].

mod clock;
mod order;
mod place;
mod recorder;
mod tasks;
#[cfg(test)]
mod tests;

pub use clock::Clock;
pub use order::order_of;
pub use place::{Awaited, Place, Standing};
pub use recorder::{Record, Recorder, SEGMENTS_OF_A_RUN};
pub use tasks::{TaskLane, TaskLog};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a worker does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Not there yet: the thread is woken, the process started.
    Starting,
    /// Program and arguments are on their way into a process.
    CopyingIn,
    /// Executes its task; with a GIL: holds it.
    Running,
    /// Waits for the GIL; a task of an event loop that is ready, for its turn.
    Waiting,
    /// Blocked in `time.sleep`, a lock or a queue, without the GIL.
    Sleeping,
    /// Executes what needs no interpreter, as hashing, without the GIL.
    Unlocked,
    /// Its result is on its way out of a process.
    CopyingOut,
    /// Has nothing more to do, until the run ends.
    Joining,
}

/// How a worker spent a run, in milliseconds. The parts add up to the run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TimeUse {
    /// Until the worker was there.
    pub starting_ms: f64,
    /// Taking in program and arguments.
    pub copying_in_ms: f64,
    /// Executing its task; with a GIL: holding it.
    pub running_ms: f64,
    /// Waiting for the GIL.
    pub waiting_ms: f64,
    /// Blocked without the GIL, as in `time.sleep`.
    pub blocked_ms: f64,
    /// Executing what needs no interpreter, without the GIL.
    #[serde(default)]
    pub unlocked_ms: f64,
    /// Giving out its result.
    pub copying_out_ms: f64,
    /// Done, until the run ended: other workers still ran, or the end was not noticed yet.
    pub joining_ms: f64,
}

/// What one worker did in one run, without gaps from its start to its end. Segment `i` lasts from
/// the end of the one before it, or 0, to `ends_ms[i]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Lane {
    /// Which worker.
    pub worker: u32,
    /// What it did in each segment; in a merged one, most of the time.
    pub states: Vec<State>,
    /// The end of each, in milliseconds from the start of the run.
    pub ends_ms: Vec<f64>,
    /// Those segments that stand for several, ascending. Empty while there was room for all.
    pub merged: Vec<Merged>,
    /// Exact, merged or not.
    pub time_use: TimeUse,
    /// Where a thread of a script stood when what it did changed. Empty for other workers.
    #[serde(default)]
    pub places: Vec<Place>,
    /// For each segment, in which of those the thread stood when it began.
    #[serde(default)]
    pub at: Vec<Option<u32>>,
}

/// A segment that stands for several: a worker's buffer is bounded, and neighbours are merged when
/// it is full.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Merged {
    /// Index of the segment.
    pub segment: u32,
    /// How many it stands for.
    pub count: u32,
    /// Milliseconds of it that the worker ran.
    pub running_ms: f64,
    /// Milliseconds of it that the worker waited for the GIL.
    pub waiting_ms: f64,
    /// Milliseconds of it that the worker was blocked.
    pub blocked_ms: f64,
    /// Milliseconds of it that the worker executed what needs no interpreter, without the GIL.
    #[serde(default)]
    pub unlocked_ms: f64,
}

/// The GIL goes from one thread to another. Times are in milliseconds from the start of the run.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct HandOff {
    /// The worker that let it go.
    pub from: u32,
    /// The worker that took it.
    pub to: u32,
    /// When it was first asked for; `None` if the holder let it go by itself, to block or to end.
    pub asked_ms: Option<f64>,
    /// The worker that asked first.
    pub asked_by: Option<u32>,
    /// When it was let go, at the holder's next check.
    pub dropped_ms: f64,
    /// When it was taken.
    pub taken_ms: f64,
}

/// What all workers did in one run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Trace {
    /// Milliseconds from the start of the run to its end.
    pub duration_ms: f64,
    /// One per worker; for the sequential baseline one.
    pub lanes: Vec<Lane>,
    /// The hand-offs of the GIL in order of time, from the first one on, as many as there was room
    /// for.
    pub hand_offs: Vec<HandOff>,
    /// How many there were.
    pub hand_offs_total: u32,
    /// The mean over the workers.
    pub time_use: TimeUse,
}

impl Trace {
    /// The trace of a run from what its workers wrote, in order.
    pub fn of(records: Vec<Record>, duration_ms: f64, hand_offs_total: u32) -> Self {
        let hand_offs: Vec<_> =
            records.iter().flat_map(|record| record.hand_offs.iter().copied()).collect();
        let taken: Vec<_> = hand_offs.iter().map(|hand_off| hand_off.taken_ms).collect();
        let hand_offs = order_of(&taken).into_iter().map(|at| hand_offs[at]).collect();
        let lanes: Vec<_> = (0..)
            .zip(records)
            .map(|(worker, record)| record.into_lane(worker, duration_ms))
            .collect();
        let sum = lanes.iter().fold(TimeUse::default(), |sum, lane| sum.plus(&lane.time_use));
        let workers = u32::try_from(lanes.len().max(1)).unwrap_or(u32::MAX);
        let time_use = sum.times(1.0 / f64::from(workers));
        Self { duration_ms, lanes, hand_offs, hand_offs_total, time_use }
    }
}
