//! What a worker tells that runs step by step, as the messages of `www/engine/protocol.ts`.

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::models::process::Turn;
use crate::trace::State;

#[wasm_bindgen]
extern "C" {
    /// `Turn` of `www/engine/protocol.ts`.
    #[derive(Clone)]
    pub(super) type JsTurn;

    #[wasm_bindgen(method, getter)]
    fn worker(this: &JsTurn) -> u32;

    #[wasm_bindgen(method, getter, js_name = type)]
    fn kind(this: &JsTurn) -> String;

    #[wasm_bindgen(method, getter)]
    fn bytes(this: &JsTurn) -> Uint8Array;
}

/// As the worker sends it.
pub(super) fn to_js(turn: Turn) -> Result<JsValue, JsValue> {
    let kind = match &turn {
        Turn::Going => "going",
        Turn::Blocked(State::Unlocked) => "unlocked",
        Turn::Blocked(_) => "sleeping",
        Turn::Awake => "awake",
        Turn::Ended(_) => "result",
    };
    let message = Object::new();
    Reflect::set(&message, &"type".into(), &kind.into())?;
    if let Turn::Ended(response) = turn {
        Reflect::set(&message, &"bytes".into(), &Uint8Array::from(response.as_slice()))?;
    }
    Ok(message.into())
}

/// As the engine gets it.
pub(super) fn from_js(message: &JsTurn) -> Result<(usize, Turn), String> {
    let turn = match message.kind().as_str() {
        "going" => Turn::Going,
        "unlocked" => Turn::Blocked(State::Unlocked),
        "sleeping" => Turn::Blocked(State::Sleeping),
        "awake" => Turn::Awake,
        "result" => Turn::Ended(message.bytes().to_vec()),
        other => return Err(format!("a process says `{other}`")),
    };
    Ok((message.worker() as usize, turn))
}
