//! Values from JavaScript: what `JSON.parse` could have made of a text. serde-wasm-bindgen reads
//! every kind of map and iterator besides, by code of its own for each type: 3 % of the download.

use std::fmt::Display;
use std::slice;

use js_sys::{Array, Number, Object, Reflect};
use serde::de::value::{SeqDeserializer, StringDeserializer};
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Error as _, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

use super::encode::failure;
use crate::experiment::bad;

/// From JavaScript; what does not fit is told as a bad request.
pub(super) fn decode<T: DeserializeOwned>(field: &str, value: JsValue) -> Result<T, JsValue> {
    read(field, Decoder { value, is_strict: false })
}

/// The same of an object that may have no fields but its type's.
pub(super) fn decode_strictly<T: DeserializeOwned>(
    field: &str,
    value: JsValue,
) -> Result<T, JsValue> {
    read(field, Decoder { value, is_strict: true })
}

fn read<T: DeserializeOwned>(field: &str, from: Decoder) -> Result<T, JsValue> {
    T::deserialize(from).map_err(|error| {
        failure(&match error {
            Error::Unknown(option) => bad(&option, &format!("unknown option `{option}`")),
            Error::Unfit(message) => bad(field, &message),
        })
    })
}

/// Why a value does not fit.
#[derive(Debug, thiserror::Error)]
enum Error {
    /// An object has a field that is none of its type's, where those are refused.
    #[error("unknown option `{0}`")]
    Unknown(String),
    #[error("{0}")]
    Unfit(String),
}

impl de::Error for Error {
    fn custom<T: Display>(message: T) -> Self {
        Self::Unfit(message.to_string())
    }
}

/// What a value is.
enum Kind {
    Nothing,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    List(Array),
    Object(Object),
    Other,
}

impl Kind {
    fn of(value: &JsValue) -> Self {
        if value.is_null() || value.is_undefined() {
            Self::Nothing
        } else if let Some(truth) = value.as_bool() {
            Self::Bool(truth)
        } else if let Some(number) = value.as_f64() {
            #[expect(clippy::cast_possible_truncation, reason = "it is a whole number of 53 bits")]
            if Number::is_safe_integer(value) {
                Self::Int(number as i64)
            } else {
                Self::Float(number)
            }
        } else if let Some(text) = value.as_string() {
            Self::Text(text)
        } else if let Some(list) = value.dyn_ref::<Array>() {
            Self::List(list.clone())
        } else if value.is_object() {
            Self::Object(value.clone().unchecked_into())
        } else {
            // A BigInt, if anything.
            i64::try_from(value.clone()).map_or(Self::Other, Self::Int)
        }
    }

    /// That it does not fit.
    #[cold]
    #[inline(never)]
    fn unfit(&self, expected: &dyn de::Expected) -> Error {
        let unexpected = match self {
            Self::Nothing => Unexpected::Unit,
            Self::Bool(truth) => Unexpected::Bool(*truth),
            Self::Int(whole) => Unexpected::Signed(*whole),
            Self::Float(number) => Unexpected::Float(*number),
            Self::Text(text) => Unexpected::Str(text),
            Self::List(_) => Unexpected::Seq,
            Self::Object(_) => Unexpected::Map,
            Self::Other => Unexpected::Other("no plain data"),
        };
        Error::invalid_type(unexpected, expected)
    }
}

/// Gives a value to whoever wants one of its type.
struct Decoder {
    value: JsValue,
    /// Has it, if it is an object, no fields but its type's? What is in it may.
    is_strict: bool,
}

impl Decoder {
    fn of(value: JsValue) -> Self {
        Self { value, is_strict: false }
    }
}

impl<'de> de::Deserializer<'de> for Decoder {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match Kind::of(&self.value) {
            Kind::Nothing => visitor.visit_unit(),
            Kind::Bool(truth) => visitor.visit_bool(truth),
            Kind::Int(whole) => visitor.visit_i64(whole),
            Kind::Float(number) => visitor.visit_f64(number),
            Kind::Text(text) => visitor.visit_string(text),
            kind => Err(kind.unfit(&visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.value.is_null() || self.value.is_undefined() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match Kind::of(&self.value) {
            Kind::List(list) => {
                visitor.visit_seq(SeqDeserializer::new(list.iter().map(Decoder::of)))
            }
            kind => Err(kind.unfit(&visitor)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match Kind::of(&self.value) {
            Kind::Object(object) => visitor.visit_map(Entries::of(object)),
            kind => Err(kind.unfit(&visitor)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let object = match Kind::of(&self.value) {
            Kind::Object(object) => object,
            kind => return Err(kind.unfit(&visitor)),
        };
        if self.is_strict {
            refuse_others(&object, names)?;
        }
        let mut fields = Fields { object, names: names.iter(), missing: None };
        let read = visitor.visit_seq(&mut fields);
        read.map_err(|error| fields.missing.map_or(error, Error::missing_field))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match Kind::of(&self.value) {
            Kind::Text(name) => visitor.visit_enum(name.into_deserializer()),
            kind => Err(kind.unfit(&visitor)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct identifier
    }
}

impl IntoDeserializer<'_, Error> for Decoder {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

fn refuse_others(object: &Object, names: &[&str]) -> Result<(), Error> {
    let mut found = Object::keys(object).into_iter().filter_map(|name| name.as_string());
    let other = found.find(|name| !names.contains(&name.as_str()));
    other.map_or(Ok(()), |name| Err(Error::Unknown(name)))
}

fn field(object: &Object, name: &JsValue) -> Result<Decoder, Error> {
    let value = Reflect::get(object, name);
    value.map(Decoder::of).map_err(|_| Error::custom("a field cannot be read"))
}

/// The fields of an object in the order of its type, which needs half the code for each type that
/// it would need to find them in any order.
struct Fields {
    object: Object,
    names: slice::Iter<'static, &'static str>,
    /// The field that was asked for last, if it is not there.
    missing: Option<&'static str>,
}

impl<'de> SeqAccess<'de> for &mut Fields {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some(name) = self.names.next() else { return Ok(None) };
        let found = field(&self.object, &JsValue::from_str(name))?;
        self.missing = found.value.is_undefined().then_some(name);
        match seed.deserialize(found) {
            // Where there is a default, it is taken; else this comes back as an error.
            Err(_) if self.missing.is_some() => Ok(None),
            read => read.map(Some),
        }
    }
}

/// The keys and values of an object, in its order.
struct Entries {
    object: Object,
    keys: Array,
    next: u32,
}

impl Entries {
    fn of(object: Object) -> Self {
        let keys = Object::keys(&object);
        Self { object, keys, next: 0 }
    }
}

impl<'de> MapAccess<'de> for Entries {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let key = self.keys.get(self.next);
        let Some(name) = key.as_string() else { return Ok(None) };
        seed.deserialize(StringDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let key = self.keys.get(self.next);
        self.next += 1;
        seed.deserialize(field(&self.object, &key)?)
    }
}
