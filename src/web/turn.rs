//! What a worker tells that runs step by step, as the messages of `www/engine/protocol.ts`.

use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::preserve;
use wasm_bindgen::prelude::*;

use super::encode::{encode, words};
use crate::models::process::Turn;
use crate::trace::State;

/// `StepEnd` as a process sends it; `Turn` as the engine gets it, which names the process.
#[derive(Serialize, Deserialize)]
struct Message {
    #[serde(rename = "type")]
    kind: Kind,
    /// Of a process that has ended.
    #[serde(with = "preserve", default, skip_serializing_if = "JsValue::is_undefined")]
    bytes: JsValue,
    #[serde(default, skip_serializing)]
    worker: usize,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Going,
    Sleeping,
    Unlocked,
    Awake,
    Result,
}

/// As the worker sends it.
pub(super) fn to_js(turn: &Turn) -> Result<JsValue, JsValue> {
    let (kind, bytes) = match turn {
        Turn::Going => (Kind::Going, JsValue::UNDEFINED),
        Turn::Blocked(State::Unlocked) => (Kind::Unlocked, JsValue::UNDEFINED),
        Turn::Blocked(_) => (Kind::Sleeping, JsValue::UNDEFINED),
        Turn::Awake => (Kind::Awake, JsValue::UNDEFINED),
        Turn::Ended(response) => (Kind::Result, Uint8Array::from(response.as_slice()).into()),
    };
    encode(&Message { kind, bytes, worker: 0 })
}

/// As the engine gets it.
pub(super) fn from_js(message: JsValue) -> Result<(usize, Turn), String> {
    let message = serde_wasm_bindgen::from_value(message);
    let Message { kind, bytes, worker } = message.map_err(|error| words(&error.into()))?;
    let turn = match kind {
        Kind::Going => Turn::Going,
        Kind::Unlocked => Turn::Blocked(State::Unlocked),
        Kind::Sleeping => Turn::Blocked(State::Sleeping),
        Kind::Awake => Turn::Awake,
        Kind::Result => Turn::Ended(Uint8Array::new(&bytes).to_vec()),
    };
    Ok((worker, turn))
}
