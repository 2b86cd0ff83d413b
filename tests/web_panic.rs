//! A panic in the browser. It ends its instance, so it has one to itself.
#![cfg(target_arch = "wasm32")]

use js_sys::Function;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
fn a_panic_throws_an_error_that_says_what_and_where_it_was() {
    gil_playground::web::throw_panics();
    let line = line!() + 1;
    let panics = Closure::<dyn Fn()>::new(|| panic!("none was {}", "meant"));
    let caught = "try { panics(); return 'nothing' } catch ({ message }) { return message }";
    let caught = Function::new_with_args("panics", caught).call1(&JsValue::NULL, panics.as_ref());
    // What it borrowed is borrowed for ever.
    panics.forget();
    let message = caught.ok().and_then(|message| message.as_string()).unwrap_or_default();
    let place = format!("panicked at tests/web_panic.rs:{line}:");
    // A second panic would have no message any more: the first one has not ended.
    let is_told = message.starts_with(&place) && message.ends_with(": none was meant");
    if !is_told {
        wasm_bindgen::throw_str(&format!("not {place} but {message}"));
    }
}
