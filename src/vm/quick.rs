//! What programs call most, without the way through arguments and results that every built-in is
//! called by: CPython has instructions of their own for these (`CALL_LEN`, `CALL_LIST_APPEND` …, PEP
//! 659). Whatever is out of the ordinary is left to the built-in itself.

use super::dict;
use super::interpreter::Interpreter;
use super::list::List;
use super::memory::{Locked, Memory};
use super::object::Object;
use super::types::Type;
use super::value::Value;

/// Which of them a built-in is.
#[derive(Clone, Copy)]
pub(super) enum Quick {
    None,
    Len,
    ListAppend,
    DictGet,
}

impl Quick {
    pub(super) fn of(owner: Option<Type>, name: &str) -> Self {
        match (owner, name) {
            (None, "len") => Self::Len,
            (Some(Type::List), "append") => Self::ListAppend,
            (Some(Type::Dict), "get") => Self::DictGet,
            _ => Self::None,
        }
    }

    /// The value of a call with these arguments; unbound if the built-in has to be called. A word,
    /// since a `Result` would go through memory.
    #[inline(always)]
    pub(super) fn call<M: Memory>(
        self,
        interpreter: &Interpreter<M>,
        arguments: &[Value<M>],
    ) -> Value<M> {
        match (self, arguments) {
            (Self::Len, [of]) => len(of),
            (Self::ListAppend, [list, item]) => list_append(list, item),
            (Self::DictGet, [dict, key]) => dict_get(interpreter, dict, key, &Value::NONE),
            (Self::DictGet, [dict, key, default]) => dict_get(interpreter, dict, key, default),
            _ => Value::UNBOUND,
        }
    }
}

#[inline(always)]
fn len<M: Memory>(of: &Value<M>) -> Value<M> {
    let length = match of.object() {
        Some(Object::List(items)) => items.len(),
        Some(Object::Str(text)) => text.len(),
        Some(Object::Dict(pairs)) => pairs.with(|pairs| pairs.len()),
        _ => return Value::UNBOUND,
    };
    let length = i64::try_from(length).ok().and_then(Value::small_int);
    length.unwrap_or(Value::UNBOUND)
}

#[inline(never)]
fn list_append<M: Memory>(list: &Value<M>, item: &Value<M>) -> Value<M> {
    let (Some(Object::List(items)), Some(heap)) = (list.object(), list.heap()) else {
        return Value::UNBOUND;
    };
    // An error is met again by the built-in.
    if items.push(heap, item.clone()).is_ok() { Value::NONE } else { Value::UNBOUND }
}

#[inline(never)]
fn dict_get<M: Memory>(
    interpreter: &Interpreter<M>,
    dict: &Value<M>,
    key: &Value<M>,
    default: &Value<M>,
) -> Value<M> {
    let Some(Object::Dict(pairs)) = dict.object() else { return Value::UNBOUND };
    match dict::get(interpreter, pairs, key) {
        Ok(value) => value.unwrap_or_else(|| default.clone()),
        Err(_) => Value::UNBOUND,
    }
}
