//! What happens around an instance: at its start, and when its tasks must end.

use wasm_bindgen::prelude::*;

use super::fault::throw_panics;

/// In every instance: the engine's, each process's and each thread's.
#[wasm_bindgen(start)]
pub(super) fn start() {
    throw_panics();
    // Tells the scheduler how a carrier rests where there are no threads.
    #[cfg(not(threads))]
    crate::sched::rest_by(super::rest::rest);
}

/// Address of a byte in the shared memory: when the page sets it to 1, every task ends at once.
#[cfg(threads)]
#[wasm_bindgen(js_name = stopFlag)]
pub fn stop_flag() -> *const u8 {
    crate::sched::stop_flag()
}
