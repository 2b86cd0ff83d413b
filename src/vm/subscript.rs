//! `object[index]`, for reading, writing and deleting.

use super::arguments::check_index;
use super::dict::{self, Dict};
use super::error::Error;
use super::heap::Heap;
use super::int;
use super::interpreter::Interpreter;
use super::list::List;
use super::memory::{Locked, Memory};
use super::native::Control;
use super::object::Object;
use super::ops::Number;
use super::slice::place;
use super::slicing;
use super::special::Special;
use super::text::Text;
use super::types::Type;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// What an index asks for.
enum Index<'a, M: Memory> {
    One(i64),
    Slice(&'a [Value<M>; 3]),
}

/// `object[index]`
pub(super) fn get_item<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    object: &Value<M>,
    index: &Value<M>,
) -> Result<Value<M>> {
    match object.object() {
        Some(Object::List(items)) => match asked(index, "list indices")? {
            Index::One(at) => place(at, items.len())
                .and_then(|at| items.get(at))
                .ok_or_else(|| out_of_range("list index out of range")),
            Index::Slice(parts) => slicing::of_list(heap, items, parts),
        },
        Some(Object::Tuple(items)) => match asked(index, "tuple indices")? {
            Index::One(at) => one(items, at, "tuple index out of range").cloned(),
            Index::Slice(parts) => slicing::of_tuple(heap, object, items, parts),
        },
        Some(Object::Dict(pairs)) => {
            let value = dict::get(interpreter, pairs, index)?;
            value.ok_or_else(|| Error::control(Control::KeyError))
        }
        Some(Object::Str(text)) => in_text(interpreter, heap, object, text, index),
        Some(Object::Bytes(bytes)) => match asked(index, "byte indices")? {
            Index::One(at) => {
                let byte = one(bytes, at, "index out of range")?;
                Ok(Value::int16((*byte).into()))
            }
            Index::Slice(parts) => slicing::of_bytes(heap, bytes, parts),
        },
        Some(Object::Range(range)) if let Some(at) = index.as_small_int() => {
            place(at, range.len()).and_then(|at| range.get(at)).map_or_else(
                || Err(out_of_range("range object index out of range")),
                |number| int::from_i64(heap, number),
            )
        }
        Some(Object::Range(_) | Object::LongRange(_)) => in_range(heap, object, index),
        Some(Object::Derived(derived)) if !interpreter.has_special(object, Special::GetItem) => {
            match get_item(interpreter, heap, &derived.value, index) {
                Err(error)
                    if *error == Error::Control(Control::KeyError)
                        && interpreter.has_special(object, Special::Missing) =>
                {
                    Err(Error::control(Control::Dunder))
                }
                found => found,
            }
        }
        Some(Object::Class(_)) if asks_class(interpreter, object) => {
            Err(Error::control(Control::Dunder))
        }
        Some(Object::Class(class)) => Err(if class.is_builtin && class.root.is_generic() {
            Error::unsupported(format!("types with parameters (`{}[…]`) as values", class.name))
        } else {
            Error::type_error(format!("type '{}' is not subscriptable", class.name))
        }),
        _ => Err(other(interpreter, object, Special::GetItem, "is not subscriptable")),
    }
}

/// Has a class, or its metaclass, something to say of what is in its brackets?
fn asks_class<M: Memory>(interpreter: &Interpreter<M>, class: &Value<M>) -> bool {
    interpreter.has_special(class, Special::GetItem)
        || interpreter.class_special(class, Special::ClassGetItem).is_some()
}

/// `object[index] = value`
pub(super) fn set_item<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    object: &Value<M>,
    index: &Value<M>,
    value: Value<M>,
) -> Result<()> {
    let own_heap = object.heap().unwrap_or(heap);
    match object.object() {
        Some(Object::List(items)) => match asked(index, "list indices")? {
            Index::One(at) => {
                let is_set = place(at, items.len()).is_some_and(|at| items.set(at, value).is_ok());
                is_set
                    .then_some(())
                    .ok_or_else(|| out_of_range("list assignment index out of range"))
            }
            Index::Slice(parts) => slicing::set(own_heap, items, parts, &value),
        },
        Some(Object::Dict(pairs)) => dict::set(interpreter, own_heap, pairs, index, value),
        Some(Object::Derived(derived)) if !interpreter.has_special(object, Special::SetItem) => {
            set_item(interpreter, heap, &derived.value, index, value)
        }
        _ => Err(other(interpreter, object, Special::SetItem, "does not support item assignment")),
    }
}

/// `del object[index]`
pub(super) fn del_item<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    object: &Value<M>,
    index: &Value<M>,
) -> Result<()> {
    let own_heap = object.heap().unwrap_or(heap);
    match object.object() {
        Some(Object::List(items)) => match asked(index, "list indices")? {
            Index::One(at) => items
                .remove(own_heap, at)?
                .map(drop)
                .ok_or_else(|| out_of_range("list assignment index out of range")),
            Index::Slice(parts) => slicing::delete(own_heap, items, parts),
        },
        Some(Object::Dict(pairs)) => match dict::remove(interpreter, pairs, index)? {
            Some(_) => Ok(()),
            None => Err(Error::control(Control::KeyError)),
        },
        Some(Object::Derived(derived)) if !interpreter.has_special(object, Special::DelItem) => {
            del_item(interpreter, heap, &derived.value, index)
        }
        _ => {
            // CPython asks a sequence first, if the index is one.
            let is_index = matches!(index.number(), Some(Number::Int(_)));
            let what = if is_index && is_sequence(object) { "doesn't" } else { "does not" };
            let what = format!("{what} support item deletion");
            Err(other(interpreter, object, Special::DelItem, &what))
        }
    }
}

/// Has its type `tp_as_sequence`? Also sets and views have.
fn is_sequence<M: Memory>(object: &Value<M>) -> bool {
    matches!(
        object.type_of(),
        Type::Str | Type::Bytes | Type::Tuple | Type::Range | Type::Set | Type::FrozenSet
    ) || matches!(object.object(), Some(Object::DictView(_) | Object::Instance(_)))
}

fn asked<'a, M: Memory>(index: &'a Value<M>, what: &str) -> Result<Index<'a, M>> {
    if let Some(Number::Int(at)) = index.number() {
        return at.to_i64().map(Index::One).ok_or_else(too_large);
    }
    if let Some(Object::Slice(parts)) = index.object() {
        return Ok(Index::Slice(parts));
    }
    check_index(index)?;
    let name = index.type_name();
    Err(Error::type_error(format!("{what} must be integers or slices, not {name}")))
}

fn too_large() -> Box<Error> {
    out_of_range("cannot fit 'int' into an index-sized integer")
}

fn out_of_range(message: &str) -> Box<Error> {
    Error::exception("IndexError", message)
}

fn one<'a, T>(items: &'a [T], at: i64, message: &str) -> Result<&'a T> {
    place(at, items.len()).and_then(|at| items.get(at)).ok_or_else(|| out_of_range(message))
}

fn in_text<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    object: &Value<M>,
    text: &Text,
    index: &Value<M>,
) -> Result<Value<M>> {
    if let Some(Object::Slice(parts)) = index.object() {
        return slicing::of_text(interpreter, heap, object, text, parts);
    }
    let Some(Number::Int(at)) = index.number() else {
        check_index(index)?;
        let name = index.type_name();
        return Err(Error::type_error(format!("string indices must be integers, not '{name}'")));
    };
    let at = at.to_i64().ok_or_else(too_large)?;
    let found =
        place(at, text.len()).and_then(|at| text.as_str()[text.offset(at)..].chars().next());
    let found = found.ok_or_else(|| out_of_range("string index out of range"))?;
    character(interpreter, heap, found)
}

/// A string of one character.
pub(super) fn character<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    character: char,
) -> Result<Value<M>> {
    let ascii = u8::try_from(character).ok().and_then(|byte| interpreter.character(byte));
    ascii.map_or_else(|| heap.str(&*character.encode_utf8(&mut [0; 4])), Ok)
}

/// A number of a range, or a part of it.
fn in_range<M: Memory>(heap: &Heap<M>, object: &Value<M>, index: &Value<M>) -> Result<Value<M>> {
    let range = object.to_long_range().ok_or_else(|| Error::type_error("not a range"))?;
    if let Some(Object::Slice(parts)) = index.object() {
        return heap.long_range(range.slice(parts)?);
    }
    let Some(Number::Int(at)) = index.number() else {
        check_index(index)?;
        let name = index.type_name();
        return Err(Error::type_error(format!(
            "range indices must be integers or slices, not {name}"
        )));
    };
    let number = range.get(&at.to_big());
    int::from_big(heap, number.ok_or_else(|| out_of_range("range object index out of range"))?)
}

fn other<M: Memory>(
    interpreter: &Interpreter<M>,
    object: &Value<M>,
    special: Special,
    what: &str,
) -> Box<Error> {
    if interpreter.has_special(object, special) {
        return Error::control(Control::Dunder);
    }
    Error::type_error(format!("'{}' object {what}", object.type_name()))
}

/// An item of a list or a tuple. Out of the eval loop, which would be slower with it inside.
#[inline(never)]
pub(super) fn item_at<M: Memory>(sequence: &Value<M>, index: &Value<M>) -> Option<Value<M>> {
    let index = usize::try_from(index.as_small_int()?).ok()?;
    match sequence.object()? {
        Object::List(items) => items.get(index),
        Object::Tuple(items) => Some(items.get(index)?.clone()),
        _ => None,
    }
}

/// Sets an item of a list, or one that a dict has by a string, or gives the value back.
#[inline(never)]
pub(super) fn set_item_at<M: Memory>(
    container: &Value<M>,
    index: &Value<M>,
    value: Value<M>,
) -> std::result::Result<(), Value<M>> {
    match (container.object(), index.as_small_int().map(usize::try_from)) {
        (Some(Object::List(items)), Some(Ok(index))) => items.set(index, value),
        (Some(Object::Dict(pairs)), None) => set_known::<M>(pairs, index, value),
        _ => Err(value),
    }
}

/// Apart, since lists would be slower with it beside them.
#[inline(never)]
fn set_known<M: Memory>(
    pairs: &M::Locked<Dict<M>>,
    key: &Value<M>,
    value: Value<M>,
) -> std::result::Result<(), Value<M>> {
    let Some(Object::Str(text)) = key.object() else { return Err(value) };
    let old = pairs.with(|pairs| pairs.replace_known(text.hash().into(), key, value))?;
    old.discard();
    Ok(())
}
