//! `random` (`Modules/_randommodule.c`, `Lib/random.py` of 3.11): CPython's Mersenne Twister, seeded
//! and used as CPython does, so that a seed gives the same numbers.

use std::sync::atomic::{AtomicU32, Ordering};

use num_bigint::{BigInt, BigUint};
use num_traits::{Signed, ToPrimitive, Zero};
use sha2::{Digest, Sha512};
use web_time::{SystemTime, UNIX_EPOCH};

use super::distributions::{
    betavariate, expovariate, gammavariate, lognormvariate, normalvariate, paretovariate,
    triangular, vonmisesvariate, weibullvariate,
};
use super::draws::{choice, choices, sample, shuffle};
use super::math::whole;
use super::random_state::{getstate, setstate};
use super::twister::Twister;
use crate::vm::arguments;
use crate::vm::error::Error;
use crate::vm::float;
use crate::vm::hash;
use crate::vm::int;
use crate::vm::iterate;
use crate::vm::machine::Machine;
use crate::vm::memory::{Locked, Memory};
use crate::vm::native::{Args, Table};
use crate::vm::object::Object;
use crate::vm::ops::Number;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// How many generators have been made without a seed.
static UNSEEDED: AtomicU32 = AtomicU32::new(0);

/// A generator of random numbers.
pub(in crate::vm) struct Random {
    pub(super) mt: Twister,
    /// Numbers with this distribution come in pairs.
    pub(super) next_gauss: Option<f64>,
}

impl Random {
    /// With a seed of its own.
    pub(in crate::vm) fn unseeded() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        // No two of them at the same moment are the same.
        let count = UNSEEDED.fetch_add(1, Ordering::Relaxed);
        Self::with_number(&(BigUint::from(now) << 32 | BigUint::from(count)))
    }

    fn with_key(key: &[u32]) -> Self {
        Self { mt: Twister::with_key(key), next_gauss: None }
    }

    /// `random_seed`: the number's digits in base 2^32.
    fn with_number(seed: &BigUint) -> Self {
        let key = seed.to_u32_digits();
        Self::with_key(if key.is_empty() { &[0] } else { &key })
    }

    /// In `[0, 1)`, with 53 bits.
    pub(super) fn random(&mut self) -> f64 {
        let (a, b) = (self.mt.next() >> 5, self.mt.next() >> 6);
        (f64::from(a) * 67_108_864.0 + f64::from(b)) / 9_007_199_254_740_992.0
    }

    pub(super) fn bits(&mut self, count: u64) -> BigUint {
        let mut digits = Vec::new();
        let mut left = count;
        while left > 0 {
            let mut digit = self.mt.next();
            if left < 32 {
                digit >>= 32 - left;
            }
            digits.push(digit);
            left = left.saturating_sub(32);
        }
        BigUint::new(digits)
    }

    /// `_randbelow_with_getrandbits`
    pub(super) fn below(&mut self, n: &BigUint) -> BigUint {
        loop {
            let number = self.bits(n.bits());
            if number < *n {
                return number;
            }
        }
    }

    pub(super) fn index(&mut self, length: usize) -> usize {
        let bits = usize::BITS - length.leading_zeros();
        loop {
            let number = self.bits(bits.into()).to_usize().unwrap_or(usize::MAX);
            if number < length {
                return number;
            }
        }
    }
}

/// Functions of the module, which use the interpreter's own generator, and methods of `Random` are
/// the same but for their first argument.
macro_rules! both {
    ($($name:literal $function:ident),*) => {
        pub(super) fn functions<M: Memory>() -> Table<M> {
            &[$(($name, |machine, args| $function(machine, None, args))),*]
        }

        pub(in crate::vm) fn methods<M: Memory>() -> Table<M> {
            &[$(($name, |machine, args| {
                let (me, rest) = args.split_first()?;
                $function(machine, Some(me), &rest)
            })),*]
        }
    };
}

both! {
    "betavariate" betavariate, "choice" choice, "choices" choices, "expovariate" expovariate,
    "gammavariate" gammavariate, "gauss" gauss, "getrandbits" getrandbits, "getstate" getstate,
    "lognormvariate" lognormvariate, "normalvariate" normalvariate,
    "paretovariate" paretovariate, "randbytes" randbytes, "randint" randint, "random" random,
    "randrange" randrange, "sample" sample, "seed" seed, "setstate" setstate, "shuffle" shuffle,
    "triangular" triangular, "uniform" uniform, "vonmisesvariate" vonmisesvariate,
    "weibullvariate" weibullvariate
}

/// `random.Random(seed)`
pub(in crate::vm) fn construct<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [number] = arguments::of_method(args, "Random.__init__", ["x"], 0, 1)?;
    let random = seeded(machine, number)?;
    machine.heap().allocate(Object::Random(Box::new(M::Locked::new(random))))
}

pub(super) fn with<M: Memory, T>(
    machine: &Machine<M>,
    me: Option<&Value<M>>,
    work: impl FnOnce(&mut Random) -> T,
) -> T {
    match me.and_then(Value::object) {
        Some(Object::Random(random)) => random.with(work),
        _ => machine
            .interpreter
            .random
            .with(|random| work(random.get_or_insert_with(Random::unseeded))),
    }
}

/// The generator that a method is called on; none for a function of the module.
pub(super) type Me<'a, M> = Option<&'a Value<M>>;

fn seed<M: Memory>(
    machine: &mut Machine<M>,
    me: Me<'_, M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [number, version] = arguments::of_method(args, "Random.seed", ["a", "version"], 0, 2)?;
    if version.is_some_and(|version| version.as_small_int() != Some(2)) {
        return Err(Error::unsupported("another version of `random.seed` than 2"));
    }
    let seeded = seeded(machine, number)?;
    with(machine, me, |random| *random = seeded);
    Ok(Value::NONE)
}

fn seeded<M: Memory>(machine: &Machine<M>, seed: Option<&Value<M>>) -> Result<Random> {
    let Some(seed) = seed.filter(|seed| !seed.is_none()) else { return Ok(Random::unseeded()) };
    let text = match seed.object() {
        Some(Object::Str(text)) => Some(text.as_str().as_bytes()),
        Some(Object::Bytes(bytes)) => Some(&**bytes),
        _ => None,
    };
    if let Some(text) = text {
        let mut bytes = text.to_vec();
        bytes.extend_from_slice(&Sha512::digest(text));
        return Ok(Random::with_number(&BigUint::from_bytes_be(&bytes)));
    }
    match seed.number() {
        Some(Number::Int(number)) => Ok(Random::with_number(number.to_big().magnitude())),
        Some(Number::Float(_)) => {
            let hash = hash::hash(&machine.interpreter, seed)?;
            Ok(Random::with_number(&hash.cast_unsigned().into()))
        }
        None => Err(Error::type_error(
            "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.",
        )),
    }
}

fn random<M: Memory>(
    machine: &mut Machine<M>,
    me: Me<'_, M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [] = args.exactly("Random.random")?;
    let number = with(machine, me, Random::random);
    float::from_f64(machine.heap(), number)
}

fn uniform<M: Memory>(
    machine: &mut Machine<M>,
    me: Me<'_, M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [a, b] = arguments::of_method(args, "Random.uniform", ["a", "b"], 2, 2)?;
    let (a, b) = (real(a, 0.0)?, real(b, 0.0)?);
    let number = a + (b - a) * with(machine, me, Random::random);
    float::from_f64(machine.heap(), number)
}

fn gauss<M: Memory>(
    machine: &mut Machine<M>,
    me: Me<'_, M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [mu, sigma] = arguments::of_method(args, "Random.gauss", ["mu", "sigma"], 0, 2)?;
    let (mu, sigma) = (real(mu, 0.0)?, real(sigma, 1.0)?);
    let z = with(machine, me, |random| {
        random.next_gauss.take().unwrap_or_else(|| {
            let turn = random.random() * std::f64::consts::TAU;
            let radius = (-2.0 * (1.0 - random.random()).ln()).sqrt();
            random.next_gauss = Some(turn.sin() * radius);
            turn.cos() * radius
        })
    });
    float::from_f64(machine.heap(), mu + z * sigma)
}

fn getrandbits<M: Memory>(
    machine: &mut Machine<M>,
    me: Me<'_, M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [count] = args.exactly("Random.getrandbits")?;
    let count = whole(count)?;
    if count.is_negative() {
        return Err(Error::value_error("number of bits must be non-negative"));
    }
    let count = count.to_u64().filter(|count| *count <= crate::vm::limits::INT_BITS_LIMIT);
    let Some(count) = count else { return Err(Error::overflow("too many random bits")) };
    let number = with(machine, me, |random| random.bits(count));
    int::from_big(machine.heap(), number.into())
}

fn randint<M: Memory>(
    machine: &mut Machine<M>,
    me: Me<'_, M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [a, b] = arguments::of_method(args, "Random.randint", ["a", "b"], 2, 2)?;
    let (Some(a), Some(b)) = (a, b) else { return Ok(Value::NONE) };
    range(machine, me, &whole(a)?, Some(&(whole(b)? + 1)), &1.into())
}

fn randrange<M: Memory>(
    machine: &mut Machine<M>,
    me: Me<'_, M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [start, stop, step] =
        arguments::of_method(args, "Random.randrange", ["start", "stop", "step"], 1, 3)?;
    let Some(start) = start else { return Ok(Value::NONE) };
    let stop = stop.filter(|stop| !stop.is_none()).map(whole).transpose()?;
    let step = step.map_or_else(|| Ok(1.into()), whole)?;
    range(machine, me, &whole(start)?, stop.as_ref(), &step)
}

fn randbytes<M: Memory>(
    machine: &mut Machine<M>,
    me: Me<'_, M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [count] = args.bind("randbytes", ["n"], 1, 0)?;
    let count = count.map_or_else(|| Ok(0.into()), whole)?;
    if count.is_negative() {
        return Err(Error::value_error("number of bits must be non-negative"));
    }
    let count = count.to_usize().unwrap_or(usize::MAX);
    machine.heap().check(count)?;
    let mut bytes = with(machine, me, |random| random.bits(count as u64 * 8)).to_bytes_le();
    bytes.resize(count, 0);
    machine.heap().bytes(bytes)
}

fn range<M: Memory>(
    machine: &Machine<M>,
    me: Me<'_, M>,
    start: &BigInt,
    stop: Option<&BigInt>,
    step: &BigInt,
) -> Result<Value<M>> {
    let one = BigInt::from(1);
    let empty = |text: String| Error::value_error(format!("empty range for randrange(){text}"));
    let (first, count) = match stop {
        None if start.is_positive() => (BigInt::zero(), start.clone()),
        None => return Err(empty(String::new())),
        Some(stop) => {
            let width = stop - start;
            let count = if *step == one {
                width.clone()
            } else if step.is_positive() {
                num_integer::Integer::div_floor(&(&width + step - &one), step)
            } else if step.is_negative() {
                num_integer::Integer::div_floor(&(&width + step + &one), step)
            } else {
                return Err(Error::value_error("zero step for randrange()"));
            };
            if !count.is_positive() {
                let is_plain = *step == one;
                let text = format!(" ({start}, {stop}, {width})");
                return Err(empty(if is_plain { text } else { String::new() }));
            }
            (start.clone(), count)
        }
    };
    let number = with(machine, me, |random| random.below(count.magnitude()));
    int::from_big(machine.heap(), first + step * BigInt::from(number))
}

/// All that an argument has to give.
pub(super) fn sequence<M: Memory>(
    machine: &mut Machine<M>,
    value: Me<'_, M>,
) -> Result<Vec<Value<M>>> {
    value.map_or(Ok(Vec::new()), |value| iterate::collect(machine, value, 0))
}

/// An argument as a float.
pub(super) fn real<M: Memory>(value: Me<'_, M>, otherwise: f64) -> Result<f64> {
    let Some(value) = value else { return Ok(otherwise) };
    match value.number() {
        Some(Number::Int(value)) => value.to_float(),
        Some(Number::Float(value)) => Ok(value),
        None => {
            let name = value.type_name();
            Err(Error::type_error(format!("must be real number, not {name}")))
        }
    }
}
