//! Processes that a script starts: each runs the same program again, with an interpreter and a
//! memory of its own, and is told by bytes what to do.
//!
//! What an operating system would do for them is done by a [`kernel`]. Natively they are threads of
//! the system; in the browser they are workers, and the first process has the kernel.

mod bell;
mod channel;
mod drive;
mod inside;
mod kernel;
mod message;
#[cfg(not(target_arch = "wasm32"))]
mod native;
mod outside;
mod questions;
mod words;
mod world;

use serde::{Deserialize, Serialize};

pub use inside::{Port, live};
pub(super) use message::{Beginning, from_bytes, to_bytes};
#[cfg(not(target_arch = "wasm32"))]
pub use native::execute;
pub use outside::{Host, News, execute_with};
pub use words::{Reach, reach_by};
pub use world::FIRST;

use kernel::Birth;

use super::thread::{Failure, ThreadInfo};
use crate::code::Module;
use crate::trace::Record;
use crate::vm::Pid;

/// When a process lived.
#[derive(Clone, Debug, PartialEq)]
pub struct Lifetime {
    /// Its number.
    pub pid: Pid,
    /// That of who has started it.
    pub parent: Pid,
    /// What it is called.
    pub name: String,
    /// When it was started, in milliseconds from the start of the run.
    pub start_ms: f64,
    /// When it ended.
    pub end_ms: f64,
    /// How: its exit status, or minus the signal that ended it.
    pub status: i32,
}

impl Lifetime {
    fn begun(birth: &Birth, start_ms: f64) -> Self {
        let Birth { pid, parent, name, .. } = birth;
        let (end_ms, status) = (f64::INFINITY, 0);
        Self { pid: *pid, parent: *parent, name: name.clone(), start_ms, end_ms, status }
    }

    fn is_alive(&self) -> bool {
        self.end_ms.is_infinite()
    }
}

/// What a process leaves that has ended by itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Remains {
    /// Its number.
    pub(super) pid: Pid,
    /// When its clock began, by that of the first process.
    pub(super) start_ms: f64,
    /// Its exit status.
    pub(super) status: i32,
    /// Its threads, by its own clock.
    pub(super) threads: Vec<(ThreadInfo, Option<Box<Record>>)>,
    /// Bytes that its objects took.
    pub(super) heap_bytes: usize,
}

/// What is told of a process that was ended from outside.
pub(super) fn told(name: &str, failure: &Failure, module: &Module) -> String {
    let why = match failure {
        Failure::Ended(_, raised) => format!("{}\n{}", raised.traceback(module), raised.error),
        Failure::Deadlock(_) => "every thread waits for another one".to_owned(),
        Failure::Time => "it took too long".to_owned(),
        Failure::Stopped => return String::new(),
    };
    format!("Process {name}: {why}\n")
}
