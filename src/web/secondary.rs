//! The secondary part of the WebAssembly: what programs seldom call lies in a file of its own, which
//! is loaded when it is first called. `scripts/build/split.mjs` takes the build apart.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/web/secondary.js")]
extern "C" {
    #[wasm_bindgen(js_name = loadSecondary)]
    fn load(primary: &JsValue);
}

/// Called by the primary part before its first call of the secondary one in this instance. Throws
/// what nobody catches if that cannot be loaded: the engine has to be started again.
#[unsafe(no_mangle)]
extern "C" fn load_secondary() {
    load(&wasm_bindgen::exports());
}
