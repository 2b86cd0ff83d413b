//! The border to JavaScript, and the only code that knows wasm-bindgen: decode, call, encode.

mod decode;
mod encode;
mod engine;
mod fault;
#[cfg(gil_profile)]
mod profile;
#[cfg(threads)]
mod reach;
#[cfg(not(threads))]
mod rest;
mod shelf;
mod start;
mod system;

pub use engine::Engine;
pub use fault::throw_panics;
#[cfg(gil_profile)]
pub use profile::take_profile;
#[cfg(threads)]
pub use reach::reach_memory;
#[cfg(not(threads))]
pub use rest::rest;
pub use shelf::{fill_shelf, wants_shelf};
#[cfg(threads)]
pub use start::stop_flag;
pub use system::{JsProcessPort, JsSystemHost, live_as_process};
#[cfg(threads)]
pub use wasm_bindgen_rayon::init_thread_pool;
