//! `float` and its methods.

use num_bigint::BigInt;

use crate::vm::arguments;
use crate::vm::chars;
use crate::vm::error::Error;
use crate::vm::float;
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Native, Table};
use crate::vm::object::Object;
use crate::vm::ops;
use crate::vm::parse;
use crate::vm::repr;
use crate::vm::special::Special;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn methods<M: Memory>() -> Table<M> {
    const {
        &[
            ("as_integer_ratio", as_integer_ratio::<M> as Native<M>),
            ("conjugate", conjugate::<M>),
            ("hex", hex::<M>),
            ("is_integer", is_integer::<M>),
        ]
    }
}

pub(super) fn class_methods<M: Memory>() -> Table<M> {
    const { &[("fromhex", fromhex::<M> as Native<M>)] }
}

/// `float(value)`
pub(super) fn construct<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [value] = args.between("float", 0, 1)? else {
        return float::from_f64(machine.heap(), 0.0);
    };
    machine.asks(value, &[Special::Float, Special::Index], "float_of")?;
    let number = match (value.number(), value.plain().object()) {
        (Some(number), _) => ops::to_f64(number)?,
        (None, Some(Object::Str(text))) => parse::float(text.as_str())?,
        (None, Some(Object::Bytes(bytes))) => {
            let text = str::from_utf8(bytes).map_err(|_| {
                let shown = repr::bytes(bytes);
                Error::value_error(format!("could not convert string to float: {shown}"))
            })?;
            parse::float(text)?
        }
        _ => {
            return Err(arguments::no_bytes(value, |name| {
                format!("float() argument must be a string or a real number, not '{name}'")
            }));
        }
    };
    float::from_f64(machine.heap(), number)
}

/// The number whose method is called; none takes an argument.
fn this<M: Memory>(args: &Args<'_, M>, method: &str) -> Result<f64> {
    let (me, rest) = args.receiver(Type::Float, method)?;
    rest.exactly::<0>(&format!("float.{method}"))?;
    me.number().map_or(Ok(0.0), ops::to_f64)
}

fn as_integer_ratio<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let value = this(args, "as_integer_ratio")?;
    if value.is_nan() {
        return Err(Error::value_error("cannot convert NaN to integer ratio"));
    }
    if value.is_infinite() {
        return Err(Error::overflow("cannot convert Infinity to integer ratio"));
    }
    // Doubling is exact, and makes every number a whole one.
    let (mut numerator, mut shift) = (value, 0u32);
    while numerator.fract() != 0.0 {
        numerator *= 2.0;
        shift += 1;
    }
    let heap = machine.heap();
    let denominator = int::from_big(heap, BigInt::from(1) << shift)?;
    heap.tuple(vec![int::from_big(heap, int::whole(numerator))?, denominator])
}

fn conjugate<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let value = this(args, "conjugate")?;
    float::from_f64(machine.heap(), value)
}

fn is_integer<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let value = this(args, "is_integer")?;
    Ok(Value::bool(value.is_finite() && value.fract() == 0.0))
}

fn hex<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let value = this(args, "hex")?;
    machine.heap().str(to_hex(value))
}

/// `float.fromhex(text)`
fn fromhex<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [text] = args.exactly("float.fromhex")?;
    let Some(text) = text.as_str() else {
        let name = text.type_name();
        return Err(Error::type_error(format!("bad argument type for built-in operation: {name}")));
    };
    let value = from_hex(text.trim_matches(chars::is_space))
        .ok_or_else(|| Error::value_error("invalid hexadecimal floating-point string"))?;
    if value.is_infinite() && !text.to_ascii_lowercase().contains("inf") {
        return Err(Error::overflow("hexadecimal value too large to represent as a float"));
    }
    float::from_f64(machine.heap(), value)
}

/// `0x1.8000000000000p+0`
fn to_hex(value: f64) -> String {
    if !value.is_finite() {
        return repr::float(value);
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let bits = value.to_bits();
    let mantissa = bits & ((1 << 52) - 1);
    let exponent = i32::try_from((bits >> 52) & 0x7ff).unwrap_or(0);
    match (exponent, mantissa) {
        (0, 0) => format!("{sign}0x0.0p+0"),
        (0, mantissa) => format!("{sign}0x0.{mantissa:013x}p-1022"),
        (exponent, mantissa) => format!("{sign}0x1.{mantissa:013x}p{:+}", exponent - 1023),
    }
}

/// Reads hexadecimal digits with a point and an exponent of two.
fn from_hex(text: &str) -> Option<f64> {
    let lower = text.to_ascii_lowercase();
    let (negative, rest) = match lower.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, lower.strip_prefix('+').unwrap_or(&lower)),
    };
    let sign = if negative { -1.0 } else { 1.0 };
    match rest {
        "inf" | "infinity" => return Some(sign * f64::INFINITY),
        "nan" => return Some(f64::NAN),
        _ => {}
    }
    let rest = rest.strip_prefix("0x").unwrap_or(rest);
    let (mantissa, exponent) = rest.split_once('p').unwrap_or((rest, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = [whole, fraction].concat();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let exponent: i64 = exponent.parse().ok()?;
    let value = BigInt::parse_bytes(digits.as_bytes(), 16)?;
    let places = i64::try_from(fraction.len()).ok()?.checked_mul(4)?;
    Some(sign * int::scaled(&value, exponent.checked_sub(places)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_text_is_exact() {
        for value in [0.0, -0.0, 1.5, -0.1, 1e300, 5e-324, f64::MAX, f64::MIN_POSITIVE] {
            let text = to_hex(value);
            assert_eq!(from_hex(&text).map(f64::to_bits), Some(value.to_bits()), "{text}");
        }
        assert_eq!(to_hex(0.1), "0x1.999999999999ap-4");
        assert_eq!(to_hex(5e-324), "0x0.0000000000001p-1022");
        assert_eq!(from_hex("a.8"), Some(10.5));
        assert_eq!(from_hex("0x1p99999"), Some(f64::INFINITY));
        assert_eq!(from_hex("zz"), None);
    }
}
