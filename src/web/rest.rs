//! Rest without threads: a worker may wait on a shared memory that it has made for itself alone. Only
//! to share it is refused where the page is not isolated.

use std::time::Duration;

use js_sys::{Atomics, Int32Array, Object, Reflect, WebAssembly};
use wasm_bindgen::prelude::*;

thread_local! {
    static NEVER: Option<Int32Array> = memory().ok();
}

/// Rests for so long, if the browser lets it.
pub fn rest(time: Duration) -> bool {
    NEVER.with(|never| {
        let waited = never
            .as_ref()
            .map(|never| Atomics::wait_with_timeout(never, 0, 0, time.as_secs_f64() * 1e3));
        waited.is_some_and(|waited| waited.is_ok())
    })
}

/// Where nobody ever wakes anybody.
fn memory() -> Result<Int32Array, JsValue> {
    let description = Object::new();
    for (name, value) in [("initial", 1.into()), ("maximum", 1.into()), ("shared", true.into())] {
        Reflect::set(&description, &name.into(), &value)?;
    }
    Ok(Int32Array::new(&WebAssembly::Memory::new(&description)?.buffer()))
}
