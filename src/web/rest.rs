//! Rest without threads: a worker may wait on a shared memory that it has made for itself alone. Only
//! to share it is refused where the page is not isolated.

use std::time::Duration;

use js_sys::{Atomics, Int32Array, WebAssembly};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::encode::encode;

thread_local! {
    static NEVER: Option<Int32Array> = memory().ok();
}

/// What `WebAssembly.Memory` is made of. Pages of 64 KB.
#[derive(Serialize)]
struct MemoryDescriptor {
    initial: u32,
    maximum: u32,
    shared: bool,
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
    let descriptor = encode(&MemoryDescriptor { initial: 1, maximum: 1, shared: true })?;
    Ok(Int32Array::new(&WebAssembly::Memory::new(descriptor.unchecked_ref())?.buffer()))
}
