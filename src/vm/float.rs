//! Floating-point numbers.

use num_bigint::BigInt;

use super::error::Error;
use super::heap::Heap;
use super::int;
use super::memory::Memory;
use super::native::Control;
use super::object::Object;
use super::value::Value;
use crate::lang::tree::BinaryOp;

type Result<T> = std::result::Result<T, Box<Error>>;

/// A value of a floating-point number.
#[inline]
pub(super) fn from_f64<M: Memory>(heap: &Heap<M>, value: f64) -> Result<Value<M>> {
    Value::small_float(value).map_or_else(|| heap.allocate(Object::Float(value)), Ok)
}

/// `2 ** exponent`, for exponents from -1022 to 1023: exactly, which `powi` does not promise.
pub(super) const fn power_of_two(exponent: i32) -> f64 {
    f64::from_bits(((exponent + 1023).cast_unsigned() as u64) << 52)
}

/// `a op b`; the caller knows that floats have this operator.
#[inline]
pub(super) fn binary<M: Memory>(heap: &Heap<M>, op: BinaryOp, a: f64, b: f64) -> Result<Value<M>> {
    let value = match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::Div if b == 0.0 => return Err(Error::zero_division("float division by zero")),
        BinaryOp::Div => a / b,
        BinaryOp::FloorDiv if b == 0.0 => {
            return Err(Error::zero_division("float floor division by zero"));
        }
        BinaryOp::FloorDiv => divmod(a, b).0,
        BinaryOp::Mod if b == 0.0 => return Err(Error::zero_division("float modulo")),
        BinaryOp::Mod => divmod(a, b).1,
        _ => power(a, b)?,
    };
    from_f64(heap, value)
}

/// Quotient and remainder, rounded down (`_float_div_mod` in `Objects/floatobject.c`).
pub(super) fn divmod(a: f64, b: f64) -> (f64, f64) {
    let mut modulus = a % b;
    let mut quotient = (a - modulus) / b;
    if modulus == 0.0 {
        modulus = 0f64.copysign(b);
    } else if (b < 0.0) != (modulus < 0.0) {
        modulus += b;
        quotient -= 1.0;
    }
    let floor = if quotient == 0.0 {
        0f64.copysign(a / b)
    } else {
        let floor = quotient.floor();
        if quotient - floor > 0.5 { floor + 1.0 } else { floor }
    };
    (floor, modulus)
}

/// `a ** b` (`float_pow` in `Objects/floatobject.c`).
pub(super) fn power(a: f64, b: f64) -> Result<f64> {
    if a == 0.0 && b < 0.0 && b.is_finite() {
        return Err(Error::zero_division("0.0 cannot be raised to a negative power"));
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && b.fract() != 0.0 {
        return Err(Error::control(Control::Dunder));
    }
    let value = a.powf(b);
    if value.is_infinite() && a.is_finite() && b.is_finite() {
        return Err(Error::overflow("(34, 'Numerical result out of range')"));
    }
    Ok(value)
}

/// `int(value)`
pub(super) fn to_int(value: f64) -> Result<BigInt> {
    if value.is_nan() {
        return Err(Error::value_error("cannot convert float NaN to integer"));
    }
    if value.is_infinite() {
        return Err(Error::overflow("cannot convert float infinity to integer"));
    }
    Ok(int::whole(value))
}
