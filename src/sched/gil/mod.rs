//! The global interpreter lock.

mod lock;
mod state;
mod sync;

pub use lock::Gil;
pub use state::{GilState, ThreadId};

#[cfg(all(test, not(gil_loom)))]
mod tests;
