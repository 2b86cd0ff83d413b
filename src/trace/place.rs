//! Where in its program a thread stands when it stops, and what it waits for there.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a thread of a script waits for while it is blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Awaited {
    /// That a time passes.
    Time,
    /// A lock or a semaphore.
    Lock,
    /// An event, or to be notified of a condition.
    Event,
    /// Something in a queue or a pipe, or room for it.
    Message,
    /// The result of a call that another thread or process makes, or of another task.
    Result,
    /// That a thread begins.
    Start,
    /// That a thread ends.
    Thread,
    /// That a process begins, answers or ends.
    Process,
    /// That the event loop comes back to a task that has given way.
    Turn,
}

/// Where a thread of a script stood when it stopped, and what for. Once for all times that it did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The innermost function that is the program's own; empty if none is.
    pub function: String,
    /// The line in it; 0 if there is none.
    pub line: u32,
    /// What it waited for there, if it was blocked.
    pub awaited: Option<Awaited>,
    /// The thread that held the lock: the id of its lane.
    pub holder: Option<u32>,
    /// How often it was blocked there.
    pub times: u32,
    /// Milliseconds that it was blocked there in all; exact, merged or not.
    pub ms: f64,
}

impl Place {
    /// Is it this one?
    pub(super) fn is_at(&self, at: Standing<'_>) -> bool {
        (self.line, self.awaited, self.holder) == (at.line, at.awaited, at.holder)
            && self.function == at.function
    }
}

/// Where a thread stands now.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Standing<'a> {
    /// The innermost function that is the program's own; empty if none is.
    pub function: &'a str,
    /// The line in it; 0 if there is none.
    pub line: u32,
    /// What it is about to wait for, if it is blocked.
    pub awaited: Option<Awaited>,
    /// The thread that holds the lock.
    pub holder: Option<u32>,
}

impl From<Standing<'_>> for Place {
    fn from(at: Standing<'_>) -> Self {
        let Standing { function, line, awaited, holder } = at;
        Self { function: function.to_owned(), line, awaited, holder, times: 0, ms: 0.0 }
    }
}
