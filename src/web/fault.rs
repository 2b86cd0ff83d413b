//! A panic in words. It ends its instance, and nothing of that is caught in Rust.

use std::panic::{self, PanicHookInfo};

use js_sys::Error;
use wasm_bindgen::JsValue;

/// From now on a panic throws a JavaScript error that says what and where it was, instead of the
/// trap that would say "unreachable": whoever called the instance gets it like any other error.
pub fn throw_panics() {
    panic::set_hook(Box::new(|panic| wasm_bindgen::throw_val(error_of(panic))));
}

fn error_of(panic: &PanicHookInfo<'_>) -> JsValue {
    let place = panic.location().map(|place| format!(" at {place}")).unwrap_or_default();
    let message = panic.payload_as_str().unwrap_or("no message");
    Error::new(&format!("panicked{place}: {message}")).into()
}
