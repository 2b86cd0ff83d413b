//! Values to JavaScript. Maps become plain objects and `None` becomes `null`.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsError, JsValue};

use crate::experiment::report::{Failure, FailureReason};

/// To JavaScript.
pub(super) fn encode(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(|error| internal(&error.to_string()))
}

/// A failure as the value that JavaScript throws.
pub(super) fn failure(failure: &Failure) -> JsValue {
    encode(failure).unwrap_or_else(|error| error)
}

/// A fault of the playground itself.
pub(super) fn internal(message: &str) -> JsValue {
    let failure = Failure { message: message.to_owned(), reason: FailureReason::Internal };
    let encoded = failure.serialize(&Serializer::json_compatible());
    encoded.unwrap_or_else(|_| JsError::new(message).into())
}
