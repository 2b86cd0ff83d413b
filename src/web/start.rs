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
}
