//! What happens around an instance: at its start, and when its tasks must end.

use wasm_bindgen::prelude::*;

use super::fault::throw_panics;

/// In every instance: the engine's, each process's and each thread's.
#[wasm_bindgen(start)]
pub(super) fn start() {
    throw_panics();
    crate::vm::tell_cores(cores());
    // Tells the scheduler how a carrier rests where there are no threads.
    #[cfg(not(threads))]
    crate::sched::rest_by(super::rest::rest);
}

/// What the browser says, wherever this runs.
fn cores() -> usize {
    let get = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into());
    let cores = get(&js_sys::global(), "navigator")
        .and_then(|navigator| get(&navigator, "hardwareConcurrency"));
    // A number of cores is small and whole.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
    cores.ok().and_then(|cores| cores.as_f64()).map_or(1, |cores| cores as usize)
}

/// Address of a byte in the shared memory: when the page sets it to 1, every task ends at once.
#[cfg(threads)]
#[wasm_bindgen(js_name = stopFlag)]
pub fn stop_flag() -> *const u8 {
    crate::sched::stop_flag()
}
