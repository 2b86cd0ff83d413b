//! `==`

use super::compare::numbers;
use super::error::Error;
use super::hash::{asks, hash};
use super::interpreter::Interpreter;
use super::limits::NESTING_LIMIT;
use super::list::List;
use super::memory::{Locked, Memory};
use super::native::Control;
use super::object::Object;
use super::special::Special;
use super::value::Value;
use super::view::ViewKind;

type Result<T> = std::result::Result<T, Box<Error>>;

/// `a == b`; `Control::Dunder` if it is for a class of the program to say.
pub(super) fn equal<M: Memory>(
    interpreter: &Interpreter<M>,
    a: &Value<M>,
    b: &Value<M>,
) -> Result<bool> {
    at_depth(interpreter, a, b, 0)
}

/// `a is b or a == b`: what containers ask of their items (`PyObject_RichCompareBool`).
pub(super) fn same_or_equal<M: Memory>(
    interpreter: &Interpreter<M>,
    a: &Value<M>,
    b: &Value<M>,
) -> Result<bool> {
    item(interpreter, a, b, 0)
}

/// Are these the same key? Of values with equal hashes, which can therefore be told apart without
/// any lock and without code of the program: they are immutable, and nest no deeper than hashing
/// allows.
#[inline]
pub(super) fn same_key<M: Memory>(a: &Value<M>, b: &Value<M>) -> bool {
    if a.is(b) {
        return true;
    }
    match (a.object(), b.object()) {
        (Some(Object::Str(a)), Some(Object::Str(b))) => a.equals(b),
        _ => same_other_key(a, b),
    }
}

/// The same without a call: only what is the same object or a short string is found to be.
#[inline(always)]
pub(super) fn is_quickly_same_key<M: Memory>(a: &Value<M>, b: &Value<M>) -> bool {
    match (a.object(), b.object()) {
        (Some(Object::Str(a)), Some(Object::Str(b))) => a.equals_short(b),
        _ => a.word() == b.word(),
    }
}

#[inline(never)]
fn same_other_key<M: Memory>(a: &Value<M>, b: &Value<M>) -> bool {
    if a.as_derived().is_some() || b.as_derived().is_some() {
        return same_key(a.plain(), b.plain());
    }
    match (a.object(), b.object()) {
        (Some(Object::Bytes(a)), Some(Object::Bytes(b))) => a == b,
        (Some(Object::Tuple(a)), Some(Object::Tuple(b))) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_key(a, b))
        }
        (Some(Object::Slice(a)), Some(Object::Slice(b))) => {
            a.iter().zip(b).all(|(a, b)| same_key(a, b))
        }
        (Some(Object::Frozen(a)), Some(Object::Frozen(b))) => {
            a.len() == b.len() && a.is_subset_of(b)
        }
        (Some(Object::Range(a)), Some(Object::Range(b))) => a.equals(b),
        (Some(Object::Union(a)), Some(Object::Union(b))) => super::union::equal(a, b),
        (Some(Object::LongRange(a)), _) => b.to_long_range().is_some_and(|b| a.equals(&b)),
        (_, Some(Object::LongRange(b))) => a.to_long_range().is_some_and(|a| a.equals(b)),
        (Some(Object::Method(a)), Some(Object::Method(b))) => {
            a.receiver.is(&b.receiver) && a.function.is(&b.function)
        }
        _ => match (a.number(), b.number()) {
            (Some(a), Some(b)) => numbers(a, b).is_some_and(std::cmp::Ordering::is_eq),
            _ => false,
        },
    }
}

pub(super) fn too_deep() -> Box<Error> {
    Error::exception("RecursionError", "maximum recursion depth exceeded in comparison")
}

/// The same as [`same_or_equal`] inside of so many containers.
pub(super) fn item<M: Memory>(
    interpreter: &Interpreter<M>,
    a: &Value<M>,
    b: &Value<M>,
    depth: usize,
) -> Result<bool> {
    if a.is(b) && a.as_small_float().is_none_or(|value| !value.is_nan()) {
        return Ok(true);
    }
    at_depth(interpreter, a, b, depth)
}

fn at_depth<M: Memory>(
    interpreter: &Interpreter<M>,
    a: &Value<M>,
    b: &Value<M>,
    depth: usize,
) -> Result<bool> {
    if depth > NESTING_LIMIT {
        return Err(too_deep());
    }
    if a.as_derived().is_some() || b.as_derived().is_some() {
        own(interpreter, a, b)?;
        return item(interpreter, a.plain(), b.plain(), depth);
    }
    if let (Some(a), Some(b)) = (a.number(), b.number()) {
        return Ok(numbers(a, b).is_some_and(std::cmp::Ordering::is_eq));
    }
    let (Some(x), Some(y)) = (a.object(), b.object()) else {
        return own(interpreter, a, b);
    };
    let inside = depth + 1;
    Ok(match (x, y) {
        (Object::Tuple(x), Object::Tuple(y)) => {
            if x.len() != y.len() {
                return Ok(false);
            }
            for (x, y) in x.iter().zip(y) {
                if !item(interpreter, x, y, inside)? {
                    return Ok(false);
                }
            }
            true
        }
        (Object::List(x), Object::List(y)) => {
            if x.len() != y.len() {
                return Ok(false);
            }
            let mut index = 0;
            while let (Some(x), Some(y)) = (x.get(index), y.get(index)) {
                if !item(interpreter, &x, &y, inside)? {
                    return Ok(false);
                }
                index += 1;
            }
            x.len() == y.len()
        }
        (Object::Dict(x), Object::Dict(y)) => {
            let pairs = x.with(|x| x.pairs());
            if pairs.len() != y.with(|y| y.len()) {
                return Ok(false);
            }
            for (key, value) in &pairs {
                if asks(interpreter, key) {
                    return Err(Error::control(Control::Dunder));
                }
                let hash = hash(interpreter, key)?;
                let Some(other) = y.with(|y| y.get(hash, key)) else { return Ok(false) };
                if !item(interpreter, value, &other, inside)? {
                    return Ok(false);
                }
            }
            true
        }
        (
            Object::Set(_) | Object::Frozen(_) | Object::DictView(_),
            Object::Set(_) | Object::Frozen(_) | Object::DictView(_),
        ) => {
            let is_values = |object: &Object<M>| matches!(object, Object::DictView(view) if view.kind == ViewKind::Values);
            if is_values(x) || is_values(y) {
                return own(interpreter, a, b);
            }
            let (x, y) = (super::set::of(interpreter, a)?, super::set::of(interpreter, b)?);
            if x.iter().any(|(_, item)| asks(interpreter, item)) {
                return Err(Error::control(Control::Dunder));
            }
            x.len() == y.len() && x.is_subset_of(&y)
        }
        (Object::Slice(x), Object::Slice(y)) => {
            for (x, y) in x.iter().zip(y) {
                if !item(interpreter, x, y, inside)? {
                    return Ok(false);
                }
            }
            true
        }
        (Object::Instance(_) | Object::Exception(_), _)
        | (_, Object::Instance(_) | Object::Exception(_)) => return own(interpreter, a, b),
        _ => same_key(a, b),
    })
}

/// What may be an instance of a class with an `__eq__`, and otherwise equals only itself.
fn own<M: Memory>(interpreter: &Interpreter<M>, a: &Value<M>, b: &Value<M>) -> Result<bool> {
    if interpreter.has_special(a, Special::Eq) || interpreter.has_special(b, Special::Eq) {
        return Err(Error::control(Control::Dunder));
    }
    Ok(a.is(b))
}
