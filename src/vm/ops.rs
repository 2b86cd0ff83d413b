//! Operators on values of any type: the slow paths of the eval loop.

use super::budget::Budget;
use super::error::Error;
use super::float;
use super::int::{self, Int};
use super::memory::Memory;
use super::object::Object;
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
            Some(_) => None,
            None => self.as_bool().map(|value| Number::Int(Int::Small(value.into()))),
        }
    }

    pub(super) fn as_str(&self) -> Option<&str> {
        match self.object() {
            Some(Object::Str(text)) => Some(text),
            _ => None,
        }
    }

    /// Python's name of its type.
    pub(super) fn type_name(&self) -> &'static str {
        match self.object() {
            Some(Object::Int(_)) => "int",
            Some(Object::Str(_)) => "str",
            Some(Object::Function(_)) => "function",
            Some(Object::Builtin(_)) => "builtin_function_or_method",
            None if self.is_int() => "int",
            None if self.is_none() => "NoneType",
            None if self.as_bool().is_some() => "bool",
            Some(Object::Float(_)) | None => "float",
        }
    }

    /// Python's truth of it.
    #[inline]
    pub(super) fn is_true(&self) -> bool {
        match self.number() {
            Some(Number::Int(value)) => !value.is_zero(),
            Some(Number::Float(value)) => value != 0.0,
            None => !self.is_none() && self.as_str() != Some(""),
        }
    }
}

/// `a op b`
#[inline(never)]
pub(super) fn binary<M: Memory>(
    budget: &Budget,
    op: BinaryOp,
    a: &Value<M>,
    b: &Value<M>,
) -> Result<Value<M>> {
    match (a.number(), b.number()) {
        (Some(Number::Int(x)), Some(Number::Int(y))) => {
            if let (Some(x), Some(y)) = (a.as_bool(), b.as_bool())
                && let Some(value) = logical(op, x, y)
            {
                return Ok(Value::bool(value));
            }
            int::binary(budget, op, x, y)
        }
        (Some(x), Some(y)) if has_floats(op) => float::binary(budget, op, to_f64(x)?, to_f64(y)?),
        _ => sequence(budget, op, a, b),
    }
}

/// `a op value`, for `+` and `-` with a number from the instruction.
#[inline(never)]
pub(super) fn binary_int<M: Memory>(
    budget: &Budget,
    op: BinaryOp,
    a: &Value<M>,
    value: i16,
) -> Result<Value<M>> {
    binary(budget, op, a, &Value::int16(value))
}

/// `op a`
#[inline(never)]
pub(super) fn unary<M: Memory>(budget: &Budget, op: UnaryOp, a: &Value<M>) -> Result<Value<M>> {
    match (a.number(), op) {
        (Some(Number::Int(value)), op) => int::unary(budget, op, value),
        (Some(Number::Float(value)), UnaryOp::Neg) => float::from_f64(budget, -value),
        (Some(Number::Float(value)), UnaryOp::Pos) => float::from_f64(budget, value),
        _ => {
            let (symbol, name) = (op.symbol(), a.type_name());
            Err(Error::type_error(format!("bad operand type for unary {symbol}: '{name}'")))
        }
    }
}

fn to_f64(number: Number<'_>) -> Result<f64> {
    match number {
        Number::Int(value) => value.to_float(),
        Number::Float(value) => Ok(value),
    }
}

const fn has_floats(op: BinaryOp) -> bool {
    !matches!(
        op,
        BinaryOp::LShift | BinaryOp::RShift | BinaryOp::BitAnd | BinaryOp::BitOr | BinaryOp::BitXor
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

/// Operators on strings, and every pair that has none.
fn sequence<M: Memory>(
    budget: &Budget,
    op: BinaryOp,
    a: &Value<M>,
    b: &Value<M>,
) -> Result<Value<M>> {
    match (op, a.as_str(), b.as_str()) {
        (BinaryOp::Add, Some(x), Some(y)) => {
            budget.check(x.len() + y.len())?;
            Object::Str([x, y].concat().into()).allocate(budget)
        }
        (BinaryOp::Add, Some(_), None) => {
            let name = b.type_name();
            Err(Error::type_error(format!("can only concatenate str (not \"{name}\") to str")))
        }
        (BinaryOp::Mul, Some(text), _) => repeat(budget, text, b),
        (BinaryOp::Mul, _, Some(text)) => repeat(budget, text, a),
        (BinaryOp::Mod, Some(_), _) => {
            Err(Error::unsupported("formatting a string with the operator `%`"))
        }
        _ => Err(unsupported_operands(op, a, b)),
    }
}

fn repeat<M: Memory>(budget: &Budget, text: &str, times: &Value<M>) -> Result<Value<M>> {
    let times = match times.number() {
        Some(Number::Int(Int::Small(times))) => usize::try_from(times).unwrap_or(0),
        Some(Number::Int(times @ Int::Big(_))) if times.is_negative() => 0,
        Some(Number::Int(Int::Big(_))) => {
            return Err(Error::overflow("cannot fit 'int' into an index-sized integer"));
        }
        _ => {
            let name = times.type_name();
            return Err(Error::type_error(format!(
                "can't multiply sequence by non-int of type '{name}'"
            )));
        }
    };
    budget.check(text.len().saturating_mul(times))?;
    Object::Str(text.repeat(times).into()).allocate(budget)
}

fn unsupported_operands<M: Memory>(op: BinaryOp, a: &Value<M>, b: &Value<M>) -> Box<Error> {
    let symbol = if op == BinaryOp::Pow { "** or pow()" } else { op.symbol() };
    let (a, b) = (a.type_name(), b.type_name());
    Error::type_error(format!("unsupported operand type(s) for {symbol}: '{a}' and '{b}'"))
}

/// The message that an augmented assignment gives instead: `+=` for `+`.
pub(super) fn augmented(error: Error) -> Error {
    const PREFIX: &str = "unsupported operand type(s) for ";
    let Error::Exception(mut exception) = error else { return error };
    if let Some(rest) = exception.message.strip_prefix(PREFIX)
        && let Some((symbol, operands)) = rest.split_once(": ")
    {
        let symbol = symbol.strip_suffix(" or pow()").unwrap_or(symbol);
        exception.message = format!("{PREFIX}{symbol}=: {operands}");
    }
    Error::Exception(exception)
}
