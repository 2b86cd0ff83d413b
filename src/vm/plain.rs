//! The order of plain values: numbers, strings, bytes, and tuples of them, about which no code of
//! the program has a say. CPython's sort chooses a comparison of its own for lists of one kind
//! (`unsafe_latin_compare` and others in `Objects/listobject.c`); this is the one for all of them.

use std::cmp::Ordering;

use super::compare::numbers;
use super::memory::Memory;
use super::object::Object;
use super::value::Value;

/// Tuples nested deeper are left to the general comparison, which counts how deep it is.
const DEEPEST: u32 = 8;

/// Are all of them plain, and of one kind, so that [`order`] orders any two? Tuples of one kind have
/// as many items, each of the same kind as those in its place.
pub(super) fn all_of_one_kind<M: Memory>(values: &[Value<M>]) -> bool {
    let Some(first) = values.first() else { return true };
    values.iter().all(|value| is_alike(first, value, 0))
}

fn is_alike<M: Memory>(a: &Value<M>, b: &Value<M>, depth: u32) -> bool {
    match (a.object(), b.object()) {
        (Some(Object::Str(_)), Some(Object::Str(_)))
        | (Some(Object::Bytes(_)), Some(Object::Bytes(_))) => true,
        (Some(Object::Tuple(a)), Some(Object::Tuple(b))) => {
            depth < DEEPEST
                && a.len() == b.len()
                && a.iter().zip(b).all(|(a, b)| is_alike(a, b, depth + 1))
        }
        // What is not a number, as a float, has no order even with itself.
        (Some(Object::Derived(_)), _) | (_, Some(Object::Derived(_))) => false,
        _ => match (a.number(), b.number()) {
            (Some(a), Some(b)) => numbers(a, b).is_some(),
            _ => false,
        },
    }
}

/// How two values are ordered; `None` if they are not both plain, have no order (a number and a
/// string), or one is not a number.
pub(super) fn order<M: Memory>(a: &Value<M>, b: &Value<M>) -> Option<Ordering> {
    at_depth(a, b, 0)
}

#[inline]
fn at_depth<M: Memory>(a: &Value<M>, b: &Value<M>, depth: u32) -> Option<Ordering> {
    if let (Some(a), Some(b)) = (a.as_small_int(), b.as_small_int()) {
        return Some(a.cmp(&b));
    }
    if let (Some(a), Some(b)) = (a.as_small_float(), b.as_small_float()) {
        return a.partial_cmp(&b);
    }
    match (a.object(), b.object()) {
        (Some(Object::Str(a)), Some(Object::Str(b))) => Some(a.as_str().cmp(b.as_str())),
        (Some(Object::Tuple(a)), Some(Object::Tuple(b))) => tuples(a, b, depth),
        (Some(Object::Bytes(a)), Some(Object::Bytes(b))) => Some(a.cmp(b)),
        // Their classes may order them in another way.
        (Some(Object::Derived(_)), _) | (_, Some(Object::Derived(_))) => None,
        _ => numbers(a.number()?, b.number()?),
    }
}

/// The first two items that are not equal decide, or else the lengths.
fn tuples<M: Memory>(a: &[Value<M>], b: &[Value<M>], depth: u32) -> Option<Ordering> {
    if depth >= DEEPEST {
        return None;
    }
    for (x, y) in a.iter().zip(b) {
        let order = at_depth(x, y, depth + 1)?;
        if order.is_ne() {
            return Some(order);
        }
    }
    Some(a.len().cmp(&b.len()))
}
