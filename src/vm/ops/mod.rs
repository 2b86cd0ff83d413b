//! Operators on values of any type: the slow paths of the eval loop.

mod sequence;

use super::error::Error;
use super::float;
use super::heap::Heap;
use super::int::{self, Int};
use super::interpreter::Interpreter;
use super::list::List;
use super::memory::{Locked, Memory};
use super::native::Control;
use super::object::Object;
use super::special::{self, Special};
use super::types::Type;
use super::value::Value;
use crate::lang::tree::{BinaryOp, UnaryOp};

type Result<T> = std::result::Result<T, Box<Error>>;

/// A value as a number.
#[derive(Clone, Copy)]
pub(super) enum Number<'a> {
    Int(Int<'a>),
    Float(f64),
}

impl<M: Memory> Value<M> {
    /// The value as a number, if it is one; a `bool` is one.
    #[inline]
    pub(super) fn number(&self) -> Option<Number<'_>> {
        if let Some(value) = self.as_small_int() {
            return Some(Number::Int(Int::Small(value)));
        }
        if let Some(value) = self.as_small_float() {
            return Some(Number::Float(value));
        }
        match self.object() {
            Some(Object::Int(value)) => Some(Number::Int(Int::Big(value))),
            Some(Object::Float(value)) => Some(Number::Float(*value)),
            Some(Object::Derived(derived)) => derived.value.number(),
            Some(_) => None,
            None => self.as_bool().map(|value| Number::Int(Int::Small(value.into()))),
        }
    }

    #[inline]
    pub(super) fn as_str(&self) -> Option<&str> {
        match self.object() {
            Some(Object::Str(text)) => Some(text.as_str()),
            Some(Object::Derived(derived)) => derived.value.as_str(),
            _ => None,
        }
    }
}

/// Python's truth of a value.
pub(super) fn truth<M: Memory>(interpreter: &Interpreter<M>, value: &Value<M>) -> Result<bool> {
    if let Some(truth) = value.quick_truth() {
        return Ok(truth);
    }
    Ok(match value.object() {
        None => value.as_small_float() != Some(0.0),
        Some(Object::Float(value)) => *value != 0.0,
        Some(Object::Str(text)) => text.len() > 0,
        Some(Object::Bytes(bytes)) => !bytes.is_empty(),
        Some(Object::Tuple(items)) => !items.is_empty(),
        Some(Object::List(items)) => items.len() > 0,
        Some(Object::Dict(dict)) => dict.with(|dict| dict.len()) > 0,
        Some(Object::DictView(view)) => view.len() > 0,
        Some(Object::Set(set)) => set.with(|set| set.len()) > 0,
        Some(Object::Frozen(set)) => set.len() > 0,
        Some(Object::Range(range)) => !range.is_empty(),
        Some(Object::LongRange(range)) => range.length != num_bigint::BigInt::ZERO,
        Some(
            Object::Instance(_) | Object::Derived(_) | Object::Exception(_) | Object::Class(_),
        ) => {
            let is_defined = [Special::Bool, Special::Len]
                .into_iter()
                .any(|special| interpreter.has_special(value, special));
            if is_defined {
                return Err(Error::control(Control::Dunder));
            }
            match value.as_derived() {
                Some(derived) => truth(interpreter, &derived.value)?,
                None => true,
            }
        }
        Some(_) => true,
    })
}

/// `a op b`
#[inline(never)]
pub(super) fn binary<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    op: BinaryOp,
    a: &Value<M>,
    b: &Value<M>,
) -> Result<Value<M>> {
    // What most programs reckon with comes first.
    if let (Some(x), Some(y)) = (a.as_small_float(), b.as_small_float())
        && has_floats(op)
    {
        return float::binary(heap, op, x, y);
    }
    if op == BinaryOp::MatMul {
        return sequence::binary(interpreter, heap, op, a, b);
    }
    if let (Some(x), Some(y)) = (a.as_small_int(), b.as_small_int()) {
        return int::binary(heap, op, Int::Small(x), Int::Small(y));
    }
    if op == BinaryOp::Add
        && let (Some(Object::Str(x)), Some(Object::Str(y))) = (a.object(), b.object())
    {
        heap.check(x.bytes() + y.bytes())?;
        return heap.str(x.concat(y));
    }
    if a.as_derived().is_some() || b.as_derived().is_some() {
        return with_derived(interpreter, heap, op, a, b);
    }
    match (a.number(), b.number()) {
        (Some(Number::Int(x)), Some(Number::Int(y))) => {
            if let (Some(x), Some(y)) = (a.as_bool(), b.as_bool())
                && let Some(value) = logical(op, x, y)
            {
                return Ok(Value::bool(value));
            }
            int::binary(heap, op, x, y)
        }
        (Some(x), Some(y)) if has_floats(op) => float::binary(heap, op, to_f64(x)?, to_f64(y)?),
        _ => sequence::binary(interpreter, heap, op, a, b),
    }
}

/// The same where an instance holds an operand: unless its class has a method for that, the value
/// that it holds is meant.
#[cold]
fn with_derived<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    op: BinaryOp,
    a: &Value<M>,
    b: &Value<M>,
) -> Result<Value<M>> {
    let methods = special::operator(op);
    if interpreter.has_special(a, methods.left) || interpreter.has_special(b, methods.right) {
        return Err(Error::control(Control::Dunder));
    }
    let (x, y) = plain_operands(op, a, b);
    let value = if y.as_derived().is_some() {
        sequence::binary(interpreter, heap, op, x, y)
    } else {
        binary(interpreter, heap, op, x, y)
    };
    value.map_err(|error| of_program(error, op, a, b))
}

/// What is said of the values that operands hold, said of the operands.
#[cold]
pub(super) fn of_program<M: Memory>(
    error: Box<Error>,
    op: BinaryOp,
    a: &Value<M>,
    b: &Value<M>,
) -> Box<Error> {
    let (x, y) = plain_operands(op, a, b);
    let names_both = |error: &Error| matches!(error, Error::Exception(it) if it.message.starts_with("unsupported"));
    let is_it = names_both(&error) && error == unsupported_operands(op, x, y);
    if is_it { unsupported_operands(op, a, b) } else { error }
}

/// The values that operands hold. What is put into a template is itself, but for a tuple of it all.
pub(super) fn plain_operands<'a, M: Memory>(
    op: BinaryOp,
    a: &'a Value<M>,
    b: &'a Value<M>,
) -> (&'a Value<M>, &'a Value<M>) {
    let is_template = op == BinaryOp::Mod && matches!(a.type_of(), Type::Str | Type::Bytes);
    let is_kept = is_template && !matches!(b.type_of(), Type::Tuple | Type::Dict);
    (a.plain(), if is_kept { b } else { b.plain() })
}

/// `a op value`, with a number from the instruction.
#[inline(never)]
pub(super) fn binary_int<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    op: BinaryOp,
    a: &Value<M>,
    value: i16,
) -> Result<Value<M>> {
    binary(interpreter, heap, op, a, &Value::int16(value))
}

/// `op a`
#[inline(never)]
pub(super) fn unary<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    op: UnaryOp,
    a: &Value<M>,
) -> Result<Value<M>> {
    if a.as_derived().is_some() && interpreter.has_special(a, special::unary(op)) {
        return Err(Error::control(Control::Dunder));
    }
    match (a.number(), op) {
        (Some(Number::Int(value)), op) => int::unary(heap, op, value),
        (Some(Number::Float(value)), UnaryOp::Neg) => float::from_f64(heap, -value),
        (Some(Number::Float(value)), UnaryOp::Pos) => float::from_f64(heap, value),
        _ if interpreter.has_special(a, special::unary(op)) => Err(Error::control(Control::Dunder)),
        _ => {
            let (symbol, name) = (op.symbol(), a.type_name());
            Err(Error::type_error(format!("bad operand type for unary {symbol}: '{name}'")))
        }
    }
}

pub(super) fn to_f64(number: Number<'_>) -> Result<f64> {
    match number {
        Number::Int(value) => value.to_float(),
        Number::Float(value) => Ok(value),
    }
}

const fn has_floats(op: BinaryOp) -> bool {
    !matches!(
        op,
        BinaryOp::LShift
            | BinaryOp::RShift
            | BinaryOp::BitAnd
            | BinaryOp::BitOr
            | BinaryOp::BitXor
            | BinaryOp::MatMul
    )
}

/// The operators that make a `bool` of two.
const fn logical(op: BinaryOp, a: bool, b: bool) -> Option<bool> {
    match op {
        BinaryOp::BitAnd => Some(a & b),
        BinaryOp::BitOr => Some(a | b),
        BinaryOp::BitXor => Some(a ^ b),
        _ => None,
    }
}

/// `a op= b`: lists, sets and dicts change themselves.
#[inline(never)]
pub(super) fn in_place<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    op: BinaryOp,
    a: &Value<M>,
    b: &Value<M>,
) -> Result<Value<M>> {
    match a.object() {
        Some(Object::Derived(_)) => Err(Error::control(Control::Dunder)),
        Some(Object::List(_) | Object::Set(_) | Object::Dict(_) | Object::Instance(_)) => {
            sequence::in_place(interpreter, heap, op, a, b)
        }
        _ => binary(interpreter, heap, op, a, b),
    }
}

/// What is said of operands that an operator does not take.
#[cold]
pub(super) fn unsupported_operands<M: Memory>(
    op: BinaryOp,
    a: &Value<M>,
    b: &Value<M>,
) -> Box<Error> {
    let is_sequence =
        |kind: Type| matches!(kind, Type::Str | Type::Bytes | Type::List | Type::Tuple);
    let (kind, other) = (a.type_of(), b.type_of());
    let (left, right) = (a.type_name(), b.type_name());
    Error::type_error(match op {
        BinaryOp::Add if kind == Type::Bytes => format!("can't concat {right} to bytes"),
        BinaryOp::Add if is_sequence(kind) => {
            format!("can only concatenate {left} (not \"{right}\") to {left}")
        }
        BinaryOp::Mul if is_sequence(kind) => {
            format!("can't multiply sequence by non-int of type '{right}'")
        }
        BinaryOp::Mul if is_sequence(other) => {
            format!("can't multiply sequence by non-int of type '{left}'")
        }
        _ => {
            let symbol = if op == BinaryOp::Pow { "** or pow()" } else { op.symbol() };
            let (left, right) = (a.operand_name(), b.operand_name());
            format!("unsupported operand type(s) for {symbol}: '{left}' and '{right}'")
        }
    })
}

/// The message that an augmented assignment gives instead: `+=` for `+`.
pub(super) fn augmented(error: Error) -> Error {
    const PREFIX: &str = "unsupported operand type(s) for ";
    /// `list + int`, while a list takes the items of anything in place.
    const LIST: (&str, &str) = ("can only concatenate list (not \"", "\") to list");
    let Error::Exception(mut exception) = error else { return error };
    let name = exception.message.strip_prefix(LIST.0).and_then(|rest| rest.strip_suffix(LIST.1));
    if let Some(name) = name {
        exception.message = format!("'{name}' object is not iterable");
    } else if let Some(rest) = exception.message.strip_prefix(PREFIX)
        && let Some((symbol, operands)) = rest.split_once(": ")
    {
        let symbol = symbol.strip_suffix(" or pow()").unwrap_or(symbol);
        exception.message = format!("{PREFIX}{symbol}=: {operands}");
    }
    Error::Exception(exception)
}
