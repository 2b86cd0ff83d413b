//! The global interpreter lock.

mod lock;
mod state;
mod switching;
mod sync;

pub use lock::Gil;
pub use state::{GilState, ThreadId};
pub use switching::Switching;

#[cfg(all(test, not(gil_loom)))]
mod tests;
