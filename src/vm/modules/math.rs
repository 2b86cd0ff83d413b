//! `math` (`Modules/mathmodule.c`).

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{FromPrimitive, One, Signed, ToPrimitive, Zero};

use crate::lang::tree::BinaryOp;
use crate::vm::error::Error;
use crate::vm::float;
use crate::vm::heap::Heap;
use crate::vm::int;
use crate::vm::iterate;
use crate::vm::limits::INT_BITS_LIMIT;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control, Table};
use crate::vm::ops::{self, Number};
use crate::vm::special::Special;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[
        ("acos", |m, a| one(m, a, "acos", f64::acos)),
        ("acosh", |m, a| one(m, a, "acosh", f64::acosh)),
        ("asinh", |m, a| one(m, a, "asinh", f64::asinh)),
        ("atanh", |m, a| one(m, a, "atanh", atanh)),
        ("cbrt", |m, a| one(m, a, "cbrt", f64::cbrt)),
        ("exp2", |m, a| one(m, a, "exp2", f64::exp2)),
        ("expm1", |m, a| one(m, a, "expm1", f64::exp_m1)),
        ("log1p", |m, a| one(m, a, "log1p", log1p)),
        ("asin", |m, a| one(m, a, "asin", f64::asin)),
        ("atan", |m, a| one(m, a, "atan", f64::atan)),
        ("cos", |m, a| one(m, a, "cos", f64::cos)),
        ("cosh", |m, a| one(m, a, "cosh", f64::cosh)),
        ("degrees", |m, a| one(m, a, "degrees", |x| x * (180.0 / std::f64::consts::PI))),
        ("exp", |m, a| one(m, a, "exp", f64::exp)),
        ("fabs", |m, a| one(m, a, "fabs", f64::abs)),
        ("radians", |m, a| one(m, a, "radians", |x| x * (std::f64::consts::PI / 180.0))),
        ("sin", |m, a| one(m, a, "sin", f64::sin)),
        ("sinh", |m, a| one(m, a, "sinh", f64::sinh)),
        ("sqrt", |m, a| one(m, a, "sqrt", f64::sqrt)),
        ("tan", |m, a| one(m, a, "tan", f64::tan)),
        ("tanh", |m, a| one(m, a, "tanh", f64::tanh)),
        ("atan2", |m, a| two(m, a, "atan2", f64::atan2)),
        ("copysign", |m, a| two(m, a, "copysign", f64::copysign)),
        ("fmod", |m, a| two(m, a, "fmod", |x, y| x % y)),
        ("pow", |m, a| two(m, a, "pow", f64::powf)),
        ("log", log::<M>),
        ("log2", |m, a| logarithm(m, a, "log2", f64::log2)),
        ("log10", |m, a| logarithm(m, a, "log10", f64::log10)),
        ("ceil", |m, a| whole_part(m, a, "ceil", f64::ceil)),
        ("floor", |m, a| whole_part(m, a, "floor", f64::floor)),
        ("trunc", |m, a| whole_part(m, a, "trunc", f64::trunc)),
        ("isfinite", |_, a| is(a, "isfinite", f64::is_finite)),
        ("isinf", |_, a| is(a, "isinf", f64::is_infinite)),
        ("isnan", |_, a| is(a, "isnan", f64::is_nan)),
        ("isclose", isclose::<M>),
        ("hypot", hypot::<M>),
        ("dist", dist::<M>),
        ("fsum", fsum::<M>),
        ("prod", prod::<M>),
        ("gcd", |m, a| fold(m, a, BigInt::zero(), BigInt::gcd)),
        ("lcm", |m, a| fold(m, a, BigInt::one(), BigInt::lcm)),
        ("isqrt", isqrt::<M>),
        ("factorial", factorial::<M>),
        ("comb", comb::<M>),
        ("perm", perm::<M>),
    ]
}

pub(super) fn constant<M: Memory>(heap: &Heap<M>, name: &str) -> Result<Option<Value<M>>> {
    let value = match name {
        "e" => std::f64::consts::E,
        "inf" => f64::INFINITY,
        "nan" => f64::NAN,
        "pi" => std::f64::consts::PI,
        "tau" => std::f64::consts::TAU,
        _ => return Ok(None),
    };
    float::from_f64(heap, value).map(Some)
}

fn one<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    name: &str,
    function: fn(f64) -> f64,
) -> Result<Value<M>> {
    let [x] = args.exactly(&format!("math.{name}"))?;
    let x = real(x)?;
    let value = checked(function(x), x.is_nan(), x.is_infinite())?;
    float::from_f64(machine.heap(), value)
}

/// What is infinite is out of the domain.
fn atanh(x: f64) -> f64 {
    if x.abs() < 1.0 { x.atanh() } else { f64::NAN }
}

fn log1p(x: f64) -> f64 {
    if x > -1.0 { x.ln_1p() } else { f64::NAN }
}

fn two<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    name: &str,
    function: fn(f64, f64) -> f64,
) -> Result<Value<M>> {
    let [x, y] = args.exactly(name)?;
    let (x, y) = (real(x)?, real(y)?);
    if name == "pow" && x == 0.0 && y < 0.0 && y.is_finite() {
        return Err(domain_error());
    }
    let is_endless = x.is_infinite() || (y.is_infinite() && name != "fmod");
    let is_endless = is_endless && !(name == "fmod" && x.is_infinite());
    let value = checked(function(x, y), x.is_nan() || y.is_nan(), is_endless)?;
    float::from_f64(machine.heap(), value)
}

/// `is_error` and its callers: what has no result is out of the domain, what is too large out of
/// range.
fn checked(value: f64, of_nan: bool, of_infinity: bool) -> Result<f64> {
    if value.is_nan() && !of_nan {
        return Err(domain_error());
    }
    if value.is_infinite() && !of_infinity {
        return Err(Error::overflow("math range error"));
    }
    Ok(value)
}

fn domain_error() -> Box<Error> {
    Error::value_error("math domain error")
}

fn logarithm<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    name: &str,
    function: fn(f64) -> f64,
) -> Result<Value<M>> {
    let [x] = args.exactly(&format!("math.{name}"))?;
    let value = log_of(x, function)?;
    float::from_f64(machine.heap(), value)
}

fn log<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let args = args.between("log", 1, 2)?;
    let mut value = log_of(&args[0], f64::ln)?;
    if let Some(base) = args.get(1) {
        let base = log_of(base, f64::ln)?;
        if base == 0.0 {
            return Err(Error::zero_division("float division by zero"));
        }
        value /= base;
    }
    float::from_f64(machine.heap(), value)
}

/// Whole numbers may be larger than any float.
fn log_of<M: Memory>(value: &Value<M>, function: fn(f64) -> f64) -> Result<f64> {
    if let Some(Number::Int(number)) = value.number()
        && number.to_float().is_err()
    {
        let number = number.to_big();
        if !number.is_positive() {
            return Err(domain_error());
        }
        // As `loghelper`: the mantissa is between 0.5 and 1.
        let bits = number.bits();
        let leading = (number >> bits.saturating_sub(64)).to_f64().unwrap_or(f64::INFINITY);
        let mantissa = leading / float::power_of_two(64);
        #[expect(clippy::cast_precision_loss, reason = "at most 2^24")]
        return Ok(function(mantissa) + function(2.0) * bits as f64);
    }
    let x = real(value)?;
    if x <= 0.0 {
        return Err(domain_error());
    }
    Ok(function(x))
}

fn whole_part<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    name: &str,
    function: fn(f64) -> f64,
) -> Result<Value<M>> {
    let [x] = args.exactly(&format!("math.{name}"))?;
    let (special, function_of) = match name {
        "floor" => (Special::Floor, "floor_of"),
        "ceil" => (Special::Ceil, "ceil_of"),
        _ => (Special::Trunc, "trunc_of"),
    };
    machine.asks(x, &[special], function_of)?;
    if let Some(Number::Int(number)) = x.number() {
        return int::from_big(machine.heap(), number.to_big());
    }
    if name == "trunc" && x.number().is_none() {
        let name = x.type_name();
        return Err(Error::type_error(format!("type {name} doesn't define __trunc__ method")));
    }
    let x = real(x)?;
    if x.is_nan() {
        return Err(Error::value_error("cannot convert float NaN to integer"));
    }
    match BigInt::from_f64(function(x)) {
        Some(number) => int::from_big(machine.heap(), number),
        None => Err(Error::overflow("cannot convert float infinity to integer")),
    }
}

fn is<M: Memory>(args: &Args<'_, M>, name: &str, test: fn(f64) -> bool) -> Result<Value<M>> {
    let [x] = args.exactly(&format!("math.{name}"))?;
    Ok(Value::bool(test(real(x)?)))
}

fn isclose<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [a, b, relative, absolute] =
        args.bind("isclose", ["a", "b", "rel_tol", "abs_tol"], 2, 0)?;
    let (a, b) = (a.map_or(Ok(0.0), real)?, b.map_or(Ok(0.0), real)?);
    let relative = relative.map_or(Ok(1e-9), real)?;
    let absolute = absolute.map_or(Ok(0.0), real)?;
    if relative < 0.0 || absolute < 0.0 {
        return Err(Error::value_error("tolerances must be non-negative"));
    }
    #[expect(clippy::float_cmp, reason = "equal numbers are close, infinities too")]
    if a == b {
        return Ok(Value::bool(true));
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::bool(false));
    }
    let difference = (b - a).abs();
    let is_close = difference <= (relative * b).abs()
        || difference <= (relative * a).abs()
        || difference <= absolute;
    Ok(Value::bool(is_close))
}

fn hypot<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let coordinates = args.between("hypot", 0, usize::MAX)?;
    let coordinates = coordinates.iter().map(real).collect::<Result<Vec<_>>>()?;
    float::from_f64(machine.heap(), norm(&coordinates))
}

fn dist<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [p, q] = args.exactly("dist")?;
    let p = iterate::collect(machine, p, 0)?;
    let q = iterate::collect(machine, q, 1)?;
    if p.len() != q.len() {
        return Err(Error::value_error("both points must have the same number of dimensions"));
    }
    let differences = p.iter().zip(&q).map(|(p, q)| Ok(real(p)? - real(q)?));
    let differences = differences.collect::<Result<Vec<_>>>()?;
    float::from_f64(machine.heap(), norm(&differences))
}

/// The length of a vector, as exactly as CPython has it (`vector_norm`): scaled by a power of two, so
/// that squares neither overflow nor vanish, summed with what rounding loses, and corrected once.
fn norm(coordinates: &[f64]) -> f64 {
    if coordinates.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    if coordinates.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    let most = coordinates.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
    if most == 0.0 || coordinates.len() == 1 {
        return most;
    }
    if most < f64::MIN_POSITIVE {
        let larger: Vec<_> = coordinates.iter().map(|x| x / f64::MIN_POSITIVE).collect();
        return f64::MIN_POSITIVE * norm(&larger);
    }
    // By half the power of two twice: the whole one may be too large for a float.
    let exponent = i64::try_from(most.to_bits() >> 52).unwrap_or(0) - 1022;
    let half = power_of_two(-exponent / 2);
    let rest = power_of_two(-exponent - -exponent / 2);
    let mut sum = Compensated { sum: 1.0, lost: [0.0; 3] };
    for x in coordinates {
        sum.add_square(x * half * rest, 1.0);
    }
    let root = sum.total().sqrt();
    sum.add_square(root, -1.0);
    (root + sum.total() / (2.0 * root)) / half / rest
}

/// Two to an exponent that is normal.
fn power_of_two(exponent: i64) -> f64 {
    f64::from_bits(u64::try_from(exponent + 1023).unwrap_or(0) << 52)
}

/// A sum of squares, with what was lost to rounding. It begins with one, so that what comes is
/// smaller.
struct Compensated {
    sum: f64,
    lost: [f64; 3],
}

impl Compensated {
    fn total(&self) -> f64 {
        self.sum - 1.0 + (self.lost[0] + self.lost[1] + self.lost[2])
    }

    /// Adds or subtracts the square of a number, which is split into halves that have exact products.
    fn add_square(&mut self, x: f64, sign: f64) {
        const SPLITTER: f64 = 134_217_729.0;
        let scaled = x * SPLITTER;
        let high = scaled - (scaled - x);
        let low = x - high;
        self.add(sign * high * high, 0);
        self.add(sign * 2.0 * high * low, 1);
        let last = sign * low * low;
        if sign > 0.0 {
            self.lost[2] += last;
        } else {
            self.add(last, 2);
        }
    }

    fn add(&mut self, x: f64, place: usize) {
        let before = self.sum;
        self.sum += x;
        self.lost[place] += (before - self.sum) + x;
    }
}

/// Exactly rounded, by Shewchuk's algorithm as in CPython.
fn fsum<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [items] = args.exactly("math.fsum")?;
    let items = iterate::collect(machine, items, 0)?;
    let mut partials: Vec<f64> = Vec::new();
    let mut special = 0.0;
    for item in &items {
        let mut x = real(item)?;
        if !x.is_finite() {
            special += x;
            continue;
        }
        let mut kept = 0;
        for index in 0..partials.len() {
            let mut y = partials[index];
            if x.abs() < y.abs() {
                (x, y) = (y, x);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        partials.push(x);
    }
    let sum = if special == 0.0 { rounded(&partials) } else { special };
    if sum.is_nan() {
        return Err(Error::value_error("-inf + inf in fsum"));
    }
    float::from_f64(machine.heap(), sum)
}

/// The sum of partials that do not overlap, the largest last.
fn rounded(partials: &[f64]) -> f64 {
    let mut rest = partials.iter().rev().copied();
    let Some(mut high) = rest.next() else { return 0.0 };
    while let Some(next) = rest.next() {
        let before = high;
        high = before + next;
        let low = next - (high - before);
        if low != 0.0 {
            // Half-way cases are decided by the next partial's sign.
            if let Some(after) = rest.next()
                && ((low < 0.0 && after < 0.0) || (low > 0.0 && after > 0.0))
            {
                let doubled = low * 2.0;
                let up = high + doubled;
                #[expect(clippy::float_cmp, reason = "asks whether the sum is exact")]
                if doubled == up - high {
                    return up;
                }
            }
            return high;
        }
    }
    high
}

fn prod<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [items, start] = args.bind("prod", ["iterable", "start"], 1, 1)?;
    let items = items.map_or(Ok(Vec::new()), |items| iterate::collect(machine, items, 0))?;
    let mut product = start.cloned().unwrap_or_else(|| Value::int16(1));
    let interpreter = machine.interpreter;
    for item in &items {
        product = ops::binary(&interpreter, machine.heap(), BinaryOp::Mul, &product, item)?;
    }
    Ok(product)
}

fn fold<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    start: BigInt,
    function: fn(&BigInt, &BigInt) -> BigInt,
) -> Result<Value<M>> {
    let mut result = start;
    for value in args.values {
        result = function(&result, &whole(value)?);
    }
    int::from_big(machine.heap(), result.abs())
}

fn isqrt<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [n] = args.exactly("math.isqrt")?;
    let n = whole(n)?;
    if n.is_negative() {
        return Err(Error::value_error("isqrt() argument must be nonnegative"));
    }
    int::from_big(machine.heap(), n.sqrt())
}

fn factorial<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [n] = args.exactly("math.factorial")?;
    let n = whole(n)?;
    if n.is_negative() {
        return Err(Error::value_error("factorial() not defined for negative values"));
    }
    product(machine, &n, n.to_u64())
}

fn perm<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let args = args.between("perm", 1, 2)?;
    let n = non_negative(&args[0], "n")?;
    let k = match args.get(1).filter(|k| !k.is_none()) {
        Some(k) => non_negative(k, "k")?,
        None => n.clone(),
    };
    if k > n {
        return Ok(Value::int16(0));
    }
    product(machine, &n, k.to_u64())
}

fn comb<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [n, k] = args.exactly("comb")?;
    let (n, k) = (non_negative(n, "n")?, non_negative(k, "k")?);
    if k > n {
        return Ok(Value::int16(0));
    }
    let k = k.clone().min(&n - &k);
    let Some(count) = k.to_u64() else { return Err(too_long()) };
    let mut result = BigInt::one();
    for done in 0..count {
        result = result * (&n - done) / (done + 1);
        if result.bits() > INT_BITS_LIMIT {
            return Err(too_long());
        }
    }
    int::from_big(machine.heap(), result)
}

/// `n * (n - 1) * …`, so many factors.
fn product<M: Memory>(machine: &Machine<M>, n: &BigInt, factors: Option<u64>) -> Result<Value<M>> {
    /// The product of so many different numbers has more bits than there may be.
    const MOST_FACTORS: u64 = 1 << 20;
    let Some(factors) = factors.filter(|factors| *factors <= MOST_FACTORS) else {
        return Err(too_long());
    };
    int::from_big(machine.heap(), descending(n, factors)?)
}

/// Halves first: numbers of like size are multiplied fastest.
fn descending(n: &BigInt, factors: u64) -> Result<BigInt> {
    if factors <= 8 {
        return Ok((0..factors).fold(BigInt::one(), |product, done| product * (n - done)));
    }
    let half = factors / 2;
    let (high, low) = (descending(n, half)?, descending(&(n - half), factors - half)?);
    if high.bits() + low.bits() > INT_BITS_LIMIT + 1 {
        return Err(too_long());
    }
    Ok(high * low)
}

fn too_long() -> Box<Error> {
    Error::exceeded(crate::vm::Exceeded::IntSize)
}

fn non_negative<M: Memory>(value: &Value<M>, name: &str) -> Result<BigInt> {
    let number = whole(value)?;
    if number.is_negative() {
        return Err(Error::value_error(format!("{name} must be a non-negative integer")));
    }
    Ok(number)
}

/// A whole number of any size, for an argument that must be one.
pub(super) fn whole<M: Memory>(value: &Value<M>) -> Result<BigInt> {
    if let Some(Number::Int(number)) = value.number() {
        return Ok(number.to_big());
    }
    let name = value.type_name();
    Err(Error::type_error(format!("'{name}' object cannot be interpreted as an integer")))
}

fn real<M: Memory>(value: &Value<M>) -> Result<f64> {
    match value.number() {
        Some(Number::Int(number)) => number.to_float(),
        Some(Number::Float(number)) => Ok(number),
        None if value.own_class().is_some_and(|class| class.has_float || class.has_index) => {
            Err(Error::control(Control::Float))
        }
        None => {
            let name = value.type_name();
            Err(Error::type_error(format!("must be real number, not {name}")))
        }
    }
}
