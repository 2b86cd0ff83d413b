//! Values to JavaScript. Maps become plain objects and `None` becomes `null`.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsError, JsValue};

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
pub(super) fn internal(fault: &str) -> JsValue {
    let failure = Failure {
        message: "the playground itself has a fault; the program is not to blame".to_owned(),
        reason: FailureReason::Internal { fault: fault.to_owned() },
    };
    let encoded = failure.serialize(&Serializer::json_compatible());
    encoded.unwrap_or_else(|_| JsError::new(fault).into())
}

/// The message of an error.
pub(super) fn words(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => format!("{error:?}"),
    }
}
