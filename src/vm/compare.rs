//! Comparisons of values of any type.

use std::cmp::Ordering;

use super::error::Error;
use super::memory::Memory;
use super::ops::Number;
use super::value::Value;
use crate::lang::tree::CompareOp;

/// `a op b`
#[inline(never)]
pub(super) fn compare<M: Memory>(
    op: CompareOp,
    a: &Value<M>,
    b: &Value<M>,
) -> Result<bool, Box<Error>> {
    if matches!(op, CompareOp::Is | CompareOp::IsNot) {
        return Ok((a.word() == b.word()) == (op == CompareOp::Is));
    }
    let order = match (a.number(), b.number()) {
        (Some(a), Some(b)) => numbers(a, b),
        _ => match (a.as_str(), b.as_str()) {
            (Some(a), Some(b)) => Some(a.cmp(b)),
            _ => return others(op, a, b),
        },
    };
    Ok(match op {
        CompareOp::Lt => order == Some(Ordering::Less),
        CompareOp::Le => matches!(order, Some(Ordering::Less | Ordering::Equal)),
        CompareOp::Gt => order == Some(Ordering::Greater),
        CompareOp::Ge => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
        CompareOp::Ne => order != Some(Ordering::Equal),
        _ => order == Some(Ordering::Equal),
    })
}

/// `a op value`, with a number from the instruction.
#[inline(never)]
pub(super) fn compare_int<M: Memory>(
    op: CompareOp,
    a: &Value<M>,
    value: i16,
) -> Result<bool, Box<Error>> {
    compare(op, a, &Value::int16(value))
}

fn numbers(a: Number<'_>, b: Number<'_>) -> Option<Ordering> {
    match (a, b) {
        (Number::Int(a), Number::Int(b)) => Some(a.compare(b)),
        (Number::Float(a), Number::Float(b)) => a.partial_cmp(&b),
        (Number::Int(a), Number::Float(b)) => a.compare_float(b),
        (Number::Float(a), Number::Int(b)) => b.compare_float(a).map(Ordering::reverse),
    }
}

/// Values that are equal only to themselves, and have no order.
fn others<M: Memory>(op: CompareOp, a: &Value<M>, b: &Value<M>) -> Result<bool, Box<Error>> {
    match op {
        CompareOp::Eq => Ok(a.word() == b.word()),
        CompareOp::Ne => Ok(a.word() != b.word()),
        _ => {
            let (symbol, a, b) = (op.symbol(), a.type_name(), b.type_name());
            Err(Error::type_error(format!(
                "'{symbol}' not supported between instances of '{a}' and '{b}'"
            )))
        }
    }
}
