//! Operators on strings, bytes, tuples, lists, sets and dicts, and every pair that has none.

use crate::lang::tree::BinaryOp;
use crate::vm::algebra;
use crate::vm::dict;
use crate::vm::error::Error;
use crate::vm::format::percent;
use crate::vm::heap::Heap;
use crate::vm::interpreter::Interpreter;
use crate::vm::iterate;
use crate::vm::list::List;
use crate::vm::memory::Memory;
use crate::vm::native::Control;
use crate::vm::object::Object;
use crate::vm::union;
use crate::vm::value::Value;

use super::{Number, Result, binary as plain_binary, unsupported_operands};

/// `a op b`, unless both are numbers.
pub(super) fn binary<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    op: BinaryOp,
    a: &Value<M>,
    b: &Value<M>,
) -> Result<Value<M>> {
    if op == BinaryOp::Mod
        && let Some(text) = percent::operator(interpreter, heap, a, b)?
    {
        return Ok(text);
    }
    if a.own_class().is_some() || b.own_class().is_some() {
        return Err(Error::control(Control::Dunder));
    }
    let value = match op {
        BinaryOp::Add => concatenated(heap, a, b)?,
        BinaryOp::Mul => match times(b)? {
            Some(count) => repeated(heap, a, count)?,
            None => match times(a)? {
                Some(count) => repeated(heap, b, count)?,
                None => None,
            },
        },
        BinaryOp::BitOr if matches!(a.object(), Some(Object::Dict(_))) => {
            dict::union(interpreter, heap, a, b)?
        }
        BinaryOp::Sub | BinaryOp::BitAnd | BinaryOp::BitOr | BinaryOp::BitXor => {
            match algebra::operator(interpreter, heap, op, a, b)? {
                None if op == BinaryOp::BitOr => union::of(heap, a, b)?,
                value => value,
            }
        }
        _ => None,
    };
    value.ok_or_else(|| unsupported_operands(op, a, b))
}

/// `a op= b` for a list, set, dict or instance `a`.
pub(super) fn in_place<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    op: BinaryOp,
    a: &Value<M>,
    b: &Value<M>,
) -> Result<Value<M>> {
    let Some(own) = a.heap() else { return Err(unsupported_operands(op, a, b)) };
    match (op, a.object()) {
        (BinaryOp::Add, Some(Object::List(items))) => {
            let Some(more) = iterate::items(heap, b)? else {
                let is_of_program =
                    matches!(b.object(), Some(Object::Generator(_) | Object::Lazy(_)))
                        || b.own_class().is_some();
                return Err(if is_of_program {
                    Error::control(Control::Dunder)
                } else {
                    iterate::not_iterable(b)
                });
            };
            let count = more.len();
            items.edit(own, |length| length + count, |items| items.extend(more))?;
        }
        (BinaryOp::Mul, Some(Object::List(items))) if let Some(count) = times(b)? => {
            let room = |length: usize| length.saturating_mul(count);
            drop(items.edit(own, room, |items| repeat(items, count))?);
        }
        (BinaryOp::BitOr, Some(Object::Dict(_))) => {
            if !dict::update_in_place(interpreter, own, a, b)? {
                return plain_binary(interpreter, heap, op, a, b);
            }
        }
        (
            BinaryOp::Sub | BinaryOp::BitAnd | BinaryOp::BitOr | BinaryOp::BitXor,
            Some(Object::Set(_)),
        ) => {
            if !algebra::operator_in_place(own, op, a, b)? {
                return plain_binary(interpreter, heap, op, a, b);
            }
        }
        _ => return plain_binary(interpreter, heap, op, a, b),
    }
    Ok(a.clone())
}

/// `a + b`
fn concatenated<M: Memory>(heap: &Heap<M>, a: &Value<M>, b: &Value<M>) -> Result<Option<Value<M>>> {
    let (Some(left), Some(right)) = (a.object(), b.object()) else { return Ok(None) };
    let value = match (left, right) {
        (Object::Bytes(x), Object::Bytes(y)) => {
            heap.check(x.len() + y.len())?;
            heap.bytes([&**x, &**y].concat())?
        }
        (Object::Tuple(x), Object::Tuple(y)) => {
            heap.check((x.len() + y.len()) * size_of::<Value<M>>())?;
            heap.tuple([&**x, &**y].concat())?
        }
        (Object::List(x), Object::List(y)) => {
            heap.check((x.len() + y.len()) * size_of::<Value<M>>())?;
            let mut items = x.snapshot();
            items.extend(y.snapshot());
            heap.list(items)?
        }
        _ => return Ok(None),
    };
    Ok(Some(value))
}

/// As a number of repetitions.
fn times<M: Memory>(value: &Value<M>) -> Result<Option<usize>> {
    let Some(Number::Int(count)) = value.number() else { return Ok(None) };
    let Some(count) = count.to_i64() else {
        return Err(Error::overflow("cannot fit 'int' into an index-sized integer"));
    };
    // A negative one is as good as none; one that is too large here fits nothing but what is empty.
    Ok(Some(usize::try_from(count.max(0)).unwrap_or(usize::MAX)))
}

fn repeated<M: Memory>(heap: &Heap<M>, value: &Value<M>, count: usize) -> Result<Option<Value<M>>> {
    let check =
        |length: usize, size: usize| heap.check(length.saturating_mul(count).saturating_mul(size));
    let value = match value.object() {
        Some(Object::Str(text)) => {
            check(text.as_str().len(), 1)?;
            heap.str(text.as_str().repeat(count))?
        }
        Some(Object::Bytes(bytes)) => {
            check(bytes.len(), 1)?;
            heap.bytes(bytes.repeat(count))?
        }
        Some(Object::Tuple(items)) => {
            check(items.len(), size_of::<Value<M>>())?;
            let mut all = items.to_vec();
            drop(repeat(&mut all, count));
            heap.tuple(all)?
        }
        Some(Object::List(items)) => {
            check(items.len(), size_of::<Value<M>>())?;
            let mut all = items.snapshot();
            drop(repeat(&mut all, count));
            heap.list(all)?
        }
        _ => return Ok(None),
    };
    Ok(Some(value))
}

/// Puts so many of the same behind each other; hands out what was there if that is none.
fn repeat<M: Memory>(items: &mut Vec<Value<M>>, count: usize) -> Vec<Value<M>> {
    let length = items.len();
    // To repeat nothing would take as long as to count that far.
    if count == 0 || length == 0 {
        return items.split_off(0);
    }
    items.reserve_exact(length * (count - 1));
    for _ in 1..count {
        items.extend_from_within(..length);
    }
    Vec::new()
}
