//! The part of the library that is loaded when a program wants it.

use std::collections::BTreeMap;

use wasm_bindgen::prelude::*;

use super::decode::decode;
use crate::experiment;
use crate::lang::shelf;

/// Does this program need it, and is it not there yet?
#[wasm_bindgen(js_name = wantsShelf)]
pub fn wants_shelf(source: &str) -> bool {
    shelf::is_wanted_by(|| drop(experiment::compile(source)))
}

/// Gives the engine this part, `{ [module]: source }`. Throws a `Failure`.
#[wasm_bindgen(js_name = fillShelf)]
pub fn fill_shelf(sources: JsValue) -> Result<(), JsValue> {
    let sources: BTreeMap<String, String> = decode("library", sources)?;
    shelf::fill(sources);
    Ok(())
}
