//! Values from JavaScript; what does not fit is told as a bad request.

use std::fmt;
use std::marker::PhantomData;

use js_sys::Array;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_path_to_error::Segment;
use wasm_bindgen::JsValue;

use super::encode::{failure, words};
use crate::experiment::bad;

/// From JavaScript.
pub(super) fn decode<T: DeserializeOwned>(field: &str, value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value)
        .map_err(|error| failure(&bad(field, &words(&error.into()))))
}

/// A request: an object that may have no fields but its type's.
#[optimize(size)]
pub(super) fn decode_request<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    check_object("request", &value)?;
    let from = serde_wasm_bindgen::Deserializer::from(value);
    serde_path_to_error::deserialize(from).map(|Whole(request)| request).map_err(|error| {
        let path = error.path().clone();
        let message = words(&error.into_inner().into());
        failure(&match path.iter().next() {
            Some(Segment::Map { key }) => bad(key, &format!("{path}: {message}")),
            _ => bad("request", &message),
        })
    })
}

/// serde-wasm-bindgen would take an array for a map, and tell nothing useful of anything else.
pub(super) fn check_object(field: &str, value: &JsValue) -> Result<(), JsValue> {
    if value.is_object() && !Array::is_array(value) {
        return Ok(());
    }
    Err(failure(&bad(field, "expected an object")))
}

/// All of an object: asked for a struct, serde-wasm-bindgen looks only for the fields that the type
/// has; asked for a map, it gives the others, too, and `deny_unknown_fields` refuses them.
struct Whole<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Whole<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(ReadWhole(PhantomData)).map(Self)
    }
}

struct ReadWhole<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ReadWhole<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, fields: M) -> Result<T, M::Error> {
        T::deserialize(MapAccessDeserializer::new(fields))
    }
}
