//! Who runs, where and when: the threads of a program, the carriers that run them, and the lock
//! that they pass among them.

pub mod carriers;
mod gil;
mod guarded;
mod lock;
mod log;
mod queue;
mod rest;
mod scheduler;
mod script;
mod slice;
mod stop;
mod thread;

pub use gil::{Gil, GilState, ThreadId};
pub use guarded::Guarded;
pub use log::Printed;
pub use rest::rest;
#[cfg(not(threads))]
pub use rest::rest_by;
pub use script::{Execution, Runtime, Script, execute};
pub(crate) use slice::{LONGEST_REST, MOST_CHECKS, checks_in};
pub(crate) use stop::is_stopped;
#[cfg(threads)]
pub use stop::stop_flag;
pub use thread::{Failure, ThreadInfo};
