//! Values outside any heap: what goes into a task, what comes out, and what crosses from one
//! memory to another, where CPython would pickle.

use num_bigint::BigInt;
use serde::{Deserialize, Serialize};

use super::budget::Budget;
use super::error::Error;
use super::float;
use super::format;
use super::int;
use super::interpreter::Interpreter;
use super::memory::Memory;
use super::object::Object;
use super::value::Value;

/// A Python value without a heap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Data {
    /// `None`
    None,
    /// `True`, `False`
    Bool(bool),
    /// A whole number.
    Int(BigInt),
    /// A floating-point number.
    Float(f64),
    /// A string.
    Str(String),
    /// A function, by its name, as pickle has it.
    Function(String),
    /// A built-in function, by its name.
    Builtin(String),
}

impl Data {
    /// Python's `repr` of it.
    ///
    /// # Errors
    /// `ValueError` for a whole number of more than 4,300 digits, as in CPython.
    pub fn repr(&self) -> Result<String, Error> {
        format::repr(self).map_err(|error| *error)
    }

    pub(super) fn of<M: Memory>(value: &Value<M>, interpreter: &Interpreter<M>) -> Self {
        if let Some(value) = value.as_small_int() {
            return Self::Int(value.into());
        }
        if let Some(value) = value.as_small_float() {
            return Self::Float(value);
        }
        match value.object() {
            Some(Object::Int(value)) => Self::Int(value.clone()),
            Some(Object::Float(value)) => Self::Float(*value),
            Some(Object::Str(text)) => Self::Str(text.to_string()),
            Some(Object::Builtin(builtin)) => Self::Builtin(builtin.name().to_owned()),
            Some(Object::Function(function)) => {
                let index = function.entry().index;
                Self::Function(interpreter.module().functions()[index].name.clone())
            }
            None => value.as_bool().map_or(Self::None, Self::Bool),
        }
    }

    pub(super) fn to_value<M: Memory>(
        &self,
        interpreter: &Interpreter<M>,
        budget: &Budget,
    ) -> Result<Value<M>, Box<Error>> {
        match self {
            Self::None => Ok(Value::NONE),
            Self::Bool(value) => Ok(Value::bool(*value)),
            Self::Int(value) => int::from_big(budget, value.clone()),
            Self::Float(value) => float::from_f64(budget, *value),
            Self::Str(text) => Object::Str(text.as_str().into()).allocate(budget),
            Self::Function(name) | Self::Builtin(name) => {
                interpreter.global_named(name).filter(|value| !value.is_unbound()).ok_or_else(
                    || Error::exception("NameError", format!("name '{name}' is not defined")),
                )
            }
        }
    }
}
