//! Who runs, where and when: the threads of a program, the carriers that run them, and the lock
//! that they pass among them.

pub mod carriers;
mod ends;
mod extension;
mod gil;
mod guarded;
mod home;
mod interpreters;
mod lock;
mod log;
mod process;
mod queue;
mod rest;
mod running;
mod scheduler;
mod script;
mod slice;
mod stop;
pub mod tasks;
mod terms;
mod thread;

pub use gil::{Gil, GilState, Switching, ThreadId};
pub use log::Printed;
#[cfg(not(target_arch = "wasm32"))]
pub use process::execute;
pub use process::{FIRST, Host, Lifetime, News, Port, Reach, execute_with, live, reach_by};
pub use rest::rest;
#[cfg(not(threads))]
pub use rest::rest_by;
pub use script::{Execution, Runtime, Script};
#[cfg(threads)]
pub use stop::stop_flag;
pub use thread::{Failure, ThreadInfo};
