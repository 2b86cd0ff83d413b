//! Whole numbers. Small ones are words; results that do not fit become big ones, and big ones that
//! fit become small again, so that equal numbers always look the same.

use std::borrow::Cow;

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::error::{Error, Exceeded};
use super::float;
use super::heap::Heap;
use super::limits::INT_BITS_LIMIT;
use super::memory::Memory;
use super::object::Object;
use super::value::Value;
use crate::lang::tree::{BinaryOp, UnaryOp};

type Result<T> = std::result::Result<T, Box<Error>>;

/// A whole number of either size.
#[derive(Clone, Copy, Debug)]
pub(super) enum Int<'a> {
    Small(i64),
    Big(&'a BigInt),
}

impl<'a> Int<'a> {
    pub(super) fn to_big(self) -> BigInt {
        self.as_big().into_owned()
    }

    /// Without a copy of what is big.
    fn as_big(self) -> Cow<'a, BigInt> {
        match self {
            Self::Small(value) => Cow::Owned(value.into()),
            Self::Big(value) => Cow::Borrowed(value),
        }
    }

    /// Bits of its absolute value.
    pub(super) fn bits(self) -> u64 {
        match self {
            Self::Small(value) => u64::from(64 - value.unsigned_abs().leading_zeros()),
            Self::Big(value) => value.bits(),
        }
    }

    pub(super) fn to_i64(self) -> Option<i64> {
        match self {
            Self::Small(value) => Some(value),
            Self::Big(value) => value.to_i64(),
        }
    }

    pub(super) fn is_zero(self) -> bool {
        matches!(self, Self::Small(0))
    }

    pub(super) fn is_negative(self) -> bool {
        match self {
            Self::Small(value) => value < 0,
            Self::Big(value) => value.is_negative(),
        }
    }

    /// The nearest floating-point number.
    pub(super) fn to_float(self) -> Result<f64> {
        let value = match self {
            #[expect(clippy::cast_precision_loss, reason = "rounds to nearest, as Python does")]
            Self::Small(value) => value as f64,
            Self::Big(value) => value.to_f64().unwrap_or(f64::INFINITY),
        };
        if value.is_infinite() {
            return Err(Error::overflow("int too large to convert to float"));
        }
        Ok(value)
    }

    pub(super) fn compare(self, other: Int<'_>) -> std::cmp::Ordering {
        match (self, other) {
            (Self::Small(a), Int::Small(b)) => a.cmp(&b),
            (a, b) => a.as_big().cmp(&b.as_big()),
        }
    }

    /// Compares with a floating-point number exactly; `None` if that is not a number.
    pub(super) fn compare_float(self, other: f64) -> Option<std::cmp::Ordering> {
        use std::cmp::Ordering;
        #[expect(clippy::cast_precision_loss, reason = "exact up to 2^53")]
        if let Self::Small(value) = self
            && value.unsigned_abs() <= 1 << 53
        {
            return (value as f64).partial_cmp(&other);
        }
        if other.is_nan() {
            return None;
        }
        if other.is_infinite() {
            return Some(if other > 0.0 { Ordering::Less } else { Ordering::Greater });
        }
        let whole = whole(other.floor());
        Some(self.as_big().as_ref().cmp(&whole).then(if other.fract() == 0.0 {
            Ordering::Equal
        } else {
            Ordering::Less
        }))
    }
}

/// A finite floating-point number without what is behind its point.
pub(super) fn whole(value: f64) -> BigInt {
    FloatParts::of(value.trunc()).into()
}

/// A whole floating-point number as mantissa and exponent.
struct FloatParts {
    mantissa: i64,
    shift: u32,
}

impl FloatParts {
    #[expect(clippy::cast_possible_truncation, reason = "below 2^63 every whole float is an i64")]
    fn of(value: f64) -> Self {
        let (mut value, mut shift) = (value, 0);
        while value.abs() >= 9.0e18 {
            value /= 2.0;
            shift += 1;
        }
        Self { mantissa: value as i64, shift }
    }
}

impl From<FloatParts> for BigInt {
    fn from(parts: FloatParts) -> Self {
        Self::from(parts.mantissa) << parts.shift
    }
}

/// A value of a whole number.
pub(super) fn from_big<M: Memory>(heap: &Heap<M>, value: BigInt) -> Result<Value<M>> {
    if let Some(small) = value.to_i64().and_then(Value::small_int) {
        return Ok(small);
    }
    check_bits(value.bits())?;
    heap.allocate(Object::Int(value))
}

pub(super) fn from_i64<M: Memory>(heap: &Heap<M>, value: i64) -> Result<Value<M>> {
    Value::small_int(value).map_or_else(|| heap.allocate(Object::Int(value.into())), Ok)
}

fn check_bits(bits: u64) -> Result<()> {
    if bits > INT_BITS_LIMIT { Err(Error::exceeded(Exceeded::IntSize)) } else { Ok(()) }
}

/// `a op b` of small whole numbers, for the operators that are no instruction of their own; `unbound`
/// if it is for [`binary`] to say. A word, since a `Result` would go through memory.
#[inline(never)]
pub(super) fn quick<M: Memory>(op: BinaryOp, a: &Value<M>, b: &Value<M>) -> Value<M> {
    match (a.as_small_int(), b.as_small_int()) {
        (Some(a), Some(b)) => quick_small(op, a, b),
        _ => Value::UNBOUND,
    }
}

/// The same with a number from the instruction.
#[inline(never)]
pub(super) fn quick_int<M: Memory>(op: BinaryOp, a: &Value<M>, b: i16) -> Value<M> {
    a.as_small_int().map_or(Value::UNBOUND, |a| quick_small(op, a, b.into()))
}

#[inline(always)]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "of halves only")]
fn quick_small<M: Memory>(op: BinaryOp, a: i64, b: i64) -> Value<M> {
    // Half a word is divided in a fraction of the time.
    let halves = u32::try_from(a | b).is_ok().then_some((a as u32, b as u32));
    let value = match (op, halves) {
        (BinaryOp::FloorDiv | BinaryOp::Mod, _) if b == 0 => None,
        (BinaryOp::FloorDiv, Some((a, b))) => Some(i64::from(a / b)),
        (BinaryOp::Mod, Some((a, b))) => Some(i64::from(a % b)),
        _ => small(op, a, b),
    };
    value.and_then(Value::small_int).unwrap_or(Value::UNBOUND)
}

/// `a op b`
pub(super) fn binary<M: Memory>(
    heap: &Heap<M>,
    op: BinaryOp,
    a: Int<'_>,
    b: Int<'_>,
) -> Result<Value<M>> {
    match op {
        BinaryOp::Div => return float::from_f64(heap, true_divide(a, b)?),
        BinaryOp::Pow => return power(heap, a, b),
        BinaryOp::LShift | BinaryOp::RShift => return shift(heap, op, a, b),
        BinaryOp::FloorDiv if b.is_zero() => {
            return Err(Error::zero_division("integer division or modulo by zero"));
        }
        BinaryOp::Mod if b.is_zero() => {
            return Err(Error::zero_division("integer modulo by zero"));
        }
        _ => {}
    }
    if let (Int::Small(a), Int::Small(b)) = (a, b)
        && let Some(value) = small(op, a, b)
    {
        return from_i64(heap, value);
    }
    if op == BinaryOp::Mul {
        check_bits(a.bits() + b.bits())?;
    }
    let (a, b) = (&*a.as_big(), &*b.as_big());
    from_big(
        heap,
        match op {
            BinaryOp::Add => a + b,
            BinaryOp::Sub => a - b,
            BinaryOp::FloorDiv => a.div_floor(b),
            BinaryOp::Mod => a.mod_floor(b),
            BinaryOp::BitAnd => a & b,
            BinaryOp::BitOr => a | b,
            BinaryOp::BitXor => a ^ b,
            _ => a * b,
        },
    )
}

/// The same for small numbers, unless the result overflows.
fn small(op: BinaryOp, a: i64, b: i64) -> Option<i64> {
    match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Sub => a.checked_sub(b),
        BinaryOp::Mul => a.checked_mul(b),
        BinaryOp::FloorDiv => Some(Integer::div_floor(&a, &b)),
        BinaryOp::Mod => Some(Integer::mod_floor(&a, &b)),
        BinaryOp::BitAnd => Some(a & b),
        BinaryOp::BitOr => Some(a | b),
        BinaryOp::BitXor => Some(a ^ b),
        _ => None,
    }
}

fn shift<M: Memory>(heap: &Heap<M>, op: BinaryOp, a: Int<'_>, b: Int<'_>) -> Result<Value<M>> {
    if b.is_negative() {
        return Err(Error::value_error("negative shift count"));
    }
    if a.is_zero() {
        return from_i64(heap, 0);
    }
    let count = match b {
        Int::Small(count) => count.cast_unsigned(),
        Int::Big(_) => u64::MAX,
    };
    if op == BinaryOp::RShift {
        if count >= a.bits() {
            return from_i64(heap, if a.is_negative() { -1 } else { 0 });
        }
        return match a {
            Int::Small(value) => from_i64(heap, value >> count),
            Int::Big(value) => from_big(heap, value >> count),
        };
    }
    check_bits(a.bits().saturating_add(count))?;
    from_big(heap, &*a.as_big() << count)
}

fn power<M: Memory>(heap: &Heap<M>, a: Int<'_>, b: Int<'_>) -> Result<Value<M>> {
    if b.is_negative() {
        return float::binary(heap, BinaryOp::Pow, a.to_float()?, b.to_float()?);
    }
    let exponent = match b {
        Int::Small(exponent) => exponent.cast_unsigned(),
        Int::Big(_) => u64::MAX,
    };
    match a {
        Int::Small(base @ (0 | 1)) => {
            return from_i64(heap, if exponent == 0 { 1 } else { base });
        }
        Int::Small(-1) => {
            let odd = match b {
                Int::Small(exponent) => exponent % 2 != 0,
                Int::Big(exponent) => exponent.is_odd(),
            };
            return from_i64(heap, if odd { -1 } else { 1 });
        }
        _ => {}
    }
    // |a| >= 2^(bits-1), so the result has at least this many bits.
    check_bits((a.bits() - 1).saturating_mul(exponent))?;
    let exponent = u32::try_from(exponent).map_err(|_| Error::exceeded(Exceeded::IntSize))?;
    if let Int::Small(base) = a
        && let Some(value) = base.checked_pow(exponent)
    {
        return from_i64(heap, value);
    }
    check_bits(a.bits().saturating_mul(exponent.into()) / 2)?;
    from_big(heap, a.as_big().pow(exponent))
}

/// `a / b`, rounded once (`long_true_divide` in `Objects/longobject.c`).
fn true_divide(a: Int<'_>, b: Int<'_>) -> Result<f64> {
    /// Up to here whole numbers are exact in a float, and the hardware divides correctly.
    const EXACT: u64 = 1 << 53;
    if b.is_zero() {
        return Err(Error::zero_division("division by zero"));
    }
    #[expect(clippy::cast_precision_loss, reason = "exact below 2^53")]
    if let (Int::Small(a), Int::Small(b)) = (a, b)
        && a.unsigned_abs() <= EXACT
        && b.unsigned_abs() <= EXACT
    {
        return Ok(a as f64 / b as f64);
    }
    let (a, b) = (a.to_big(), b.to_big());
    let negative = a.is_negative() != b.is_negative();
    let (a, b) = (a.abs(), b.abs());
    // A quotient of 65 or 66 bits, the last one set if anything was cut off, rounds like the
    // exact one; unless it is subnormal, which rounds at a higher bit.
    let shift = i64::try_from(a.bits()).unwrap_or(i64::MAX) - i64::try_from(b.bits()).unwrap_or(0);
    if a.is_zero() || shift < -1076 {
        return Ok(if negative { -0.0 } else { 0.0 });
    }
    let scale = (65 - shift).min(1074 + 2);
    let (a, b) = if scale >= 0 { (a << scale, b) } else { (a, b << -scale) };
    let (mut quotient, rest) = a.div_rem(&b);
    if !rest.is_zero() {
        quotient |= BigInt::from_biguint(Sign::Plus, 1u8.into());
    }
    #[expect(clippy::cast_precision_loss, reason = "rounds to nearest, as it must")]
    let value = scale_down(quotient.to_u128().unwrap_or(u128::MAX) as f64, scale);
    if value.is_infinite() {
        return Err(Error::overflow("integer division result too large for a float"));
    }
    Ok(if negative { -value } else { value })
}

/// `value / 2^scale` in steps that stay inside the exponent's range; the last one rounds.
fn scale_down(value: f64, scale: i64) -> f64 {
    let (mut value, mut scale) = (value, scale);
    while scale > 1000 {
        value /= float::power_of_two(1000);
        scale -= 1000;
    }
    while scale < -1000 {
        value *= float::power_of_two(1000);
        scale += 1000;
    }
    let scale = i32::try_from(scale).unwrap_or(0);
    value / float::power_of_two(scale)
}

/// `op a`
pub(super) fn unary<M: Memory>(heap: &Heap<M>, op: UnaryOp, a: Int<'_>) -> Result<Value<M>> {
    match (op, a) {
        (UnaryOp::Pos, Int::Small(value)) => from_i64(heap, value),
        (UnaryOp::Neg, Int::Small(value)) => from_i64(heap, -value),
        (UnaryOp::Invert, Int::Small(value)) => from_i64(heap, !value),
        (UnaryOp::Pos, Int::Big(value)) => from_big(heap, value.clone()),
        (UnaryOp::Neg, Int::Big(value)) => from_big(heap, -value),
        (UnaryOp::Invert, Int::Big(value)) => from_big(heap, !value),
    }
}

/// The digits of the absolute value, with those of a base other than ten.
pub(super) fn radix(value: Int<'_>, base: u32) -> String {
    value.as_big().magnitude().to_str_radix(base)
}

/// `value * 2 ** exponent`, rounded once; infinite if it is too large.
pub(super) fn scaled(value: &BigInt, exponent: i64) -> f64 {
    let bits = i64::try_from(value.bits()).unwrap_or(i64::MAX);
    match exponent.saturating_add(bits) {
        _ if value.is_zero() => 0.0,
        1026.. => f64::INFINITY,
        ..-1100 => 0.0,
        _ if exponent >= 0 => {
            true_divide(Int::Big(&(value << exponent)), Int::Small(1)).unwrap_or(f64::INFINITY)
        }
        _ => {
            let divisor = BigInt::from(1) << exponent.unsigned_abs();
            true_divide(Int::Big(value), Int::Big(&divisor)).unwrap_or(f64::INFINITY)
        }
    }
}
