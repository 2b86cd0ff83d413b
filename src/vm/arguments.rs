//! Arguments of built-ins as numbers of the machine.

use super::bind::{too_few, too_many};
use super::error::Error;
use super::int::Int;
use super::memory::Memory;
use super::native::{Args, Control};
use super::ops::Number;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// A whole number of any size.
pub(super) fn integer<M: Memory>(value: &Value<M>) -> Result<Int<'_>> {
    if let Some(Number::Int(value)) = value.number() {
        return Ok(value);
    }
    check_index(value)?;
    let name = value.type_name();
    Err(Error::type_error(format!("'{name}' object cannot be interpreted as an integer")))
}

/// What has an `__index__` is asked for it.
pub(super) fn check_index<M: Memory>(value: &Value<M>) -> Result<()> {
    match value.own_class() {
        Some(class) if class.has_index => Err(Error::control(Control::Index)),
        _ => Ok(()),
    }
}

/// What is said where bytes are needed and something else is there; what has a `__buffer__` is asked
/// for them.
pub(super) fn no_bytes<M: Memory>(
    value: &Value<M>,
    message: impl FnOnce(&str) -> String,
) -> Box<Error> {
    match value.own_class() {
        Some(class) if class.has_buffer => Error::control(Control::Buffer),
        _ => Error::type_error(message(value.type_name())),
    }
}

/// A whole number of 64 bits, for a parameter that is one (`PyLong_AsSsize_t`).
pub(super) fn whole<M: Memory>(value: &Value<M>) -> Result<i64> {
    integer(value)?.to_i64().ok_or_else(too_large)
}

/// A whole number that counts bytes or items.
pub(super) fn size<M: Memory>(value: &Value<M>) -> Result<isize> {
    isize::try_from(whole(value)?).map_err(|_| too_large())
}

/// A truth that must be a whole number: a parameter that is a C `int`.
pub(super) fn flag<M: Memory>(value: &Value<M>) -> Result<bool> {
    let value = integer(value)?.to_i64().and_then(|value| i32::try_from(value).ok());
    let value = value.ok_or_else(|| Error::overflow("Python int too large to convert to C int"))?;
    Ok(value != 0)
}

pub(super) fn too_large() -> Box<Error> {
    Error::overflow("Python int too large to convert to C ssize_t")
}

/// A whole number, or the nearest one that a machine word has.
pub(super) fn clamped<M: Memory>(value: &Value<M>) -> Result<isize> {
    let value = integer(value)?;
    let nearest = if value.is_negative() { isize::MIN } else { isize::MAX };
    Ok(value.to_i64().and_then(|value| isize::try_from(value).ok()).unwrap_or(nearest))
}

/// The part of `length` items that two optional indices mean, as methods like `str.find` have them.
/// The start may be behind the end.
pub(super) fn window<M: Memory>(
    start: Option<&Value<M>>,
    end: Option<&Value<M>>,
    length: usize,
) -> Result<(usize, usize)> {
    let index = |value: Option<&Value<M>>, default: usize| match value {
        Some(value) if !value.is_none() => {
            let Some(Number::Int(_)) = value.number() else {
                check_index(value)?;
                return Err(Error::type_error(
                    "slice indices must be integers or None or have an __index__ method",
                ));
            };
            let index = clamped(value)?;
            Ok(match usize::try_from(index) {
                Ok(index) => index,
                Err(_) => length.saturating_sub(index.unsigned_abs()),
            })
        }
        _ => Ok(default),
    };
    Ok((index(start, 0)?, index(end, length)?.min(length)))
}

/// The arguments of what takes some more if they are given (`PyArg_ParseTuple`).
pub(super) fn optional<'a, M: Memory>(
    args: &Args<'a, M>,
    function: &str,
    least: usize,
    most: usize,
) -> Result<&'a [Value<M>]> {
    if args.keywords.is_some() {
        return Err(Error::type_error(format!("{function}() takes no keyword arguments")));
    }
    let given = args.values.len();
    let (bound, count) = match given {
        _ if given < least => ("at least", least),
        _ if given > most => ("at most", most),
        _ => return Ok(args.values),
    };
    let s = if count == 1 { "" } else { "s" };
    Err(Error::type_error(format!(
        "{function}() takes {bound} {count} argument{s} ({given} given)"
    )))
}

/// A string as an argument that must be one.
pub(super) fn text<'a, M: Memory>(
    value: &'a Value<M>,
    function: &str,
    argument: &str,
) -> Result<&'a str> {
    value.as_str().ok_or_else(|| {
        let name = if value.is_none() { "None" } else { value.type_name() };
        Error::type_error(format!("{function}() argument {argument} must be str, not {name}"))
    })
}

/// The arguments of a method that is written in Python in CPython's library, in the words that are
/// said of those: the object counts, and only so many parameters are no keywords alone.
pub(super) fn of_method<'a, M: Memory, const N: usize>(
    args: &Args<'a, M>,
    method: &str,
    parameters: [&str; N],
    required: usize,
    most: usize,
) -> Result<[Option<&'a Value<M>>; N]> {
    let positional = args.positional();
    let mut bound = [None; N];
    for (slot, value) in bound.iter_mut().zip(positional) {
        *slot = Some(value);
    }
    for (name, value) in args.by_keyword() {
        let Some(at) = parameters.iter().position(|known| *known == name) else {
            let message = format!("{method}() got an unexpected keyword argument '{name}'");
            return Err(Error::type_error(message));
        };
        if bound[at].replace(value).is_some() {
            let message = format!("{method}() got multiple values for argument '{name}'");
            return Err(Error::type_error(message));
        }
    }
    if positional.len() > most {
        return Err(too_many(method, most + 1, most - required.min(most), positional.len() + 1));
    }
    let missing = parameters[..required].iter().zip(&bound).filter(|(_, value)| value.is_none());
    let missing: Vec<_> = missing.map(|(name, _)| format!("'{name}'")).collect();
    if missing.is_empty() { Ok(bound) } else { Err(too_few(method, &missing)) }
}
