//! What happens when the module is instantiated.

use wasm_bindgen::prelude::*;

/// Lets a panic, which ends the instance, reach the page with its message.
#[wasm_bindgen(start)]
pub(super) fn start() {
    std::panic::set_hook(Box::new(|info| {
        #[cfg(threads)]
        crate::models::thread_was_lost();
        wasm_bindgen::throw_str(&format!("internal error: {info}"));
    }));
    #[cfg(not(threads))]
    crate::models::rest_by(super::rest::rest);
}

/// Address of a byte in the shared memory: when the page sets it to 1, every task ends at once.
#[cfg(threads)]
#[wasm_bindgen(js_name = stopFlag)]
pub fn stop_flag() -> *const u8 {
    crate::models::stop_flag()
}
