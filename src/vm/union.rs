//! `int | str`: types that are alternatives (`Objects/unionobject.c`).

use super::error::Error;
use super::heap::Heap;
use super::interpreter::Interpreter;
use super::memory::Memory;
use super::object::Object;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// `a | b` of classes, `None` and unions; `None` if it is not one of these.
pub(super) fn of<M: Memory>(
    heap: &Heap<M>,
    a: &Value<M>,
    b: &Value<M>,
) -> Result<Option<Value<M>>> {
    let is_type =
        |value: &Value<M>| matches!(value.object(), Some(Object::Class(_) | Object::Union(_)));
    let is_part = |value: &Value<M>| is_type(value) || value.is_none();
    if !(is_part(a) && is_part(b) && (is_type(a) || is_type(b))) {
        return Ok(None);
    }
    let mut parts: Vec<Value<M>> = Vec::new();
    for part in [a, b].into_iter().flat_map(alternatives) {
        if !parts.iter().any(|known| known.is(part)) {
            parts.push(part.clone());
        }
    }
    match &*parts {
        [only] => Ok(Some(only.clone())),
        _ => heap.allocate(Object::Union(parts.into())).map(Some),
    }
}

fn alternatives<M: Memory>(value: &Value<M>) -> &[Value<M>] {
    match value.object() {
        Some(Object::Union(parts)) => parts,
        _ => std::slice::from_ref(value),
    }
}

/// Are these the same, in whatever order?
pub(super) fn equal<M: Memory>(a: &[Value<M>], b: &[Value<M>]) -> bool {
    a.len() == b.len() && a.iter().all(|part| b.iter().any(|other| other.is(part)))
}

/// `__args__`: its alternatives, with the class of `None` for that.
pub(super) fn args<M: Memory>(interpreter: &Interpreter<M>, parts: &[Value<M>]) -> Vec<Value<M>> {
    let args = parts
        .iter()
        .map(|part| if part.is_none() { interpreter.class(part.type_of()) } else { part.clone() });
    args.collect()
}
