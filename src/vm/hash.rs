//! Hashes of values, as CPython 3.8+ reckons them, but for strings and bytes, whose hashes differ
//! from one run of CPython to the next.

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

use super::error::Error;
use super::float::power_of_two;
use super::int::Int;
use super::interpreter::Interpreter;
use super::limits::NESTING_LIMIT;
use super::memory::Memory;
use super::native::Control;
use super::object::Object;
use super::ops::Number;
use super::set::Set;
use super::special::Special;
use super::text::Text;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// The prime that numbers are reckoned modulo: `_PyHASH_MODULUS`.
const MODULUS: u64 = (1 << 61) - 1;
const INFINITY: i64 = 314_159;
/// `hash(None)` of CPython 3.12; before, it was an address.
const NONE: i64 = 0xfca8_6420;

/// `hash(value)`, or `TypeError`. Equal values have equal hashes, as long as they have one.
#[inline]
pub(super) fn hash<M: Memory>(interpreter: &Interpreter<M>, value: &Value<M>) -> Result<i64> {
    if let Some(value) = value.as_small_int() {
        return Ok(small(value));
    }
    match value.object() {
        Some(Object::Str(text)) => Ok(text.hash().into()),
        _ => hash_at_depth(interpreter, value, 0),
    }
}

fn hash_at_depth<M: Memory>(
    interpreter: &Interpreter<M>,
    value: &Value<M>,
    depth: usize,
) -> Result<i64> {
    if depth > NESTING_LIMIT {
        return Err(Error::exception("RecursionError", "maximum recursion depth exceeded"));
    }
    if let Some(derived) = value.as_derived() {
        return match own_hash(interpreter, value) {
            None => {
                hash_at_depth(interpreter, &derived.value, depth).map_err(|error| match *error {
                    Error::Control(_) => error,
                    _ => unhashable(value),
                })
            }
            Some(method) if method.is_none() => Err(unhashable(value)),
            Some(_) => Err(Error::control(Control::Hash)),
        };
    }
    if let Some(number) = value.number() {
        return Ok(match number {
            Number::Int(Int::Small(value)) => small(value),
            Number::Int(Int::Big(value)) => big(value),
            Number::Float(value) => float(value).unwrap_or_else(|| address(0)),
        });
    }
    let Some(object) = value.object() else { return Ok(NONE) };
    match object {
        Object::Str(text) => Ok(text.hash().into()),
        Object::Bytes(bytes) => Ok(of_bytes(bytes)),
        Object::Tuple(items) => {
            let mut sum = TupleHash::new();
            for item in items {
                sum.add(match item.as_small_int() {
                    Some(value) => small(value),
                    None => hash_at_depth(interpreter, item, depth + 1)?,
                });
            }
            Ok(sum.end(items.len()))
        }
        Object::Range(range) => {
            let none = || NONE;
            let (start, step) = match range.len() {
                0 => (none(), none()),
                1 => (small(range.start), none()),
                _ => (small(range.start), small(range.step)),
            };
            Ok(of_tuple(&[small(i64::try_from(range.len()).unwrap_or(i64::MAX)), start, step]))
        }
        Object::LongRange(range) => {
            let (is_empty, is_one) = (range.length == 0.into(), range.length == 1.into());
            let start = if is_empty { NONE } else { big(&range.start) };
            let step = if is_empty || is_one { NONE } else { big(&range.step) };
            Ok(of_tuple(&[big(&range.length), start, step]))
        }
        Object::Union(parts) => {
            let mut hashes = parts.iter().map(|part| hash_at_depth(interpreter, part, depth + 1));
            hashes.try_fold(0, |all, hash| Ok(all ^ hash?))
        }
        Object::Method(method) => {
            let function = hash_at_depth(interpreter, &method.function, depth + 1)?;
            Ok(not_minus_one(address(method.receiver.word()) ^ function))
        }
        Object::Frozen(set) => Ok(of_set(set)),
        Object::Slice(parts) => {
            let mut sum = TupleHash::new();
            for part in parts {
                sum.add(hash_at_depth(interpreter, part, depth + 1)?);
            }
            Ok(sum.without_length())
        }
        Object::List(_) | Object::Dict(_) | Object::Set(_) => Err(unhashable(value)),
        Object::DictView(view) if view.is_set_like() => Err(unhashable(value)),
        Object::Instance(_) | Object::Exception(_) => match own_hash(interpreter, value) {
            None => Ok(address(value.word())),
            Some(method) if method.is_none() => Err(unhashable(value)),
            Some(_) => Err(Error::control(Control::Hash)),
        },
        _ => Ok(address(value.word())),
    }
}

/// The `__hash__` that the class of a value has: `None` where a class has an `__eq__` alone.
pub(super) fn own_hash<M: Memory>(
    interpreter: &Interpreter<M>,
    value: &Value<M>,
) -> Option<Value<M>> {
    let [hash, eq] = [Special::Hash, Special::Eq].map(|it| interpreter.special_name(it));
    value.own_class()?.lineage().find_map(|class| {
        let method = hash.and_then(|name| class.own(name));
        method.or_else(|| class.own(eq?).map(|_| Value::NONE))
    })
}

/// Does the program say what the hash of this key is?
pub(super) fn asks<M: Memory>(interpreter: &Interpreter<M>, value: &Value<M>) -> bool {
    match value.object() {
        Some(Object::Tuple(items)) => items.iter().any(|item| asks(interpreter, item)),
        Some(Object::Derived(derived)) => match own_hash(interpreter, value) {
            Some(method) => !method.is_none(),
            None => asks(interpreter, &derived.value),
        },
        Some(Object::Instance(_) | Object::Exception(_)) => {
            own_hash(interpreter, value).is_some_and(|method| !method.is_none())
        }
        _ => false,
    }
}

/// The hash of a tuple by those of its items.
pub(super) fn of_hashes(hashes: &[i64]) -> i64 {
    of_tuple(hashes)
}

fn unhashable<M: Memory>(value: &Value<M>) -> Box<Error> {
    Error::type_error(format!("unhashable type: '{}'", value.type_name()))
}

/// Errors have this hash in CPython's C code.
const fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

#[inline(always)]
const fn small(value: i64) -> i64 {
    // Most are smaller, and a division takes longer than all else.
    let size = value.unsigned_abs();
    let rest = if size < MODULUS { size } else { size % MODULUS }.cast_signed();
    not_minus_one(if value < 0 { -rest } else { rest })
}

fn big(value: &BigInt) -> i64 {
    let rest = (value.magnitude() % MODULUS).to_i64().unwrap_or(0);
    not_minus_one(if value.sign() == Sign::Minus { -rest } else { rest })
}

/// `_Py_HashDouble`; `None` for what is not a number, which CPython hashes by address.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "28 bits of a positive number"
)]
fn float(value: f64) -> Option<i64> {
    if value.is_nan() {
        return None;
    }
    if value.is_infinite() {
        return Some(if value > 0.0 { INFINITY } else { -INFINITY });
    }
    let (mut mantissa, mut exponent) = frexp(value.abs());
    let mut hash: u64 = 0;
    while mantissa != 0.0 {
        hash = ((hash << 28) & MODULUS) | (hash >> (61 - 28));
        mantissa *= 268_435_456.0;
        exponent -= 28;
        let digit = mantissa as u64;
        mantissa = mantissa.fract();
        hash += digit;
        if hash >= MODULUS {
            hash -= MODULUS;
        }
    }
    let shift = exponent.rem_euclid(61);
    hash = ((hash << shift) & MODULUS) | (hash >> (61 - shift));
    let hash = hash.cast_signed();
    Some(not_minus_one(if value < 0.0 { -hash } else { hash }))
}

/// A mantissa of at least 0.5 and below 1, and an exponent of two.
fn frexp(value: f64) -> (f64, i32) {
    if value == 0.0 {
        return (0.0, 0);
    }
    let bits = value.to_bits();
    let exponent = i32::try_from((bits >> 52) & 0x7ff).unwrap_or(0);
    if exponent == 0 {
        let (mantissa, exponent) = frexp(value * power_of_two(64));
        return (mantissa, exponent - 64);
    }
    (f64::from_bits((bits & !(0x7ff << 52)) | (1022 << 52)), exponent - 1022)
}

/// `tuplehash` in `Objects/tupleobject.c`: xxHash with a word for each item.
struct TupleHash(u64);

impl TupleHash {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;
    const LENGTH: u64 = 3_527_539;

    const fn new() -> Self {
        Self(Self::PRIME_5)
    }

    #[inline(always)]
    fn add(&mut self, hash: i64) {
        let sum = self.0.wrapping_add(hash.cast_unsigned().wrapping_mul(Self::PRIME_2));
        self.0 = sum.rotate_left(31).wrapping_mul(Self::PRIME_1);
    }

    /// As slices have it (`slicehash`).
    const fn without_length(self) -> i64 {
        if self.0 == u64::MAX { 1_546_275_796 } else { self.0.cast_signed() }
    }

    const fn end(self, length: usize) -> i64 {
        let sum = self.0.wrapping_add(length as u64 ^ (Self::PRIME_5 ^ Self::LENGTH));
        if sum == u64::MAX { 1_546_275_796 } else { sum.cast_signed() }
    }
}

fn of_tuple(hashes: &[i64]) -> i64 {
    let mut sum = TupleHash::new();
    for hash in hashes {
        sum.add(*hash);
    }
    sum.end(hashes.len())
}

/// `frozenset_hash` in `Objects/setobject.c`: the order of the items does not count.
fn of_set<M: Memory>(set: &Set<M>) -> i64 {
    let shuffled = |hash: u64| ((hash ^ 0x55b_4db3) ^ (hash << 16)).wrapping_mul(3_644_798_167);
    let items = set.iter().fold(0, |all, (hash, _)| all ^ shuffled(hash.cast_unsigned()));
    let mut hash = items ^ (set.len() as u64 + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    if hash == u64::MAX { 590_923_713 } else { hash.cast_signed() }
}

fn of_bytes(bytes: &[u8]) -> i64 {
    // As strings, by characters of the same numbers.
    let text: String = bytes.iter().copied().map(char::from).collect();
    Text::from(text).hash().into()
}

/// `_Py_HashPointer`: never negative, as there.
fn address(word: u64) -> i64 {
    (word >> 4).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_hash_as_in_cpython() {
        assert_eq!([small(0), small(-1), small(-2), small(1 << 61)], [0, -2, -2, 1]);
        assert_eq!(small(i64::MIN), -4);
        let power = |exponent: u32| BigInt::from(1) << exponent;
        assert_eq!([big(&power(100)), big(&-power(200))], [549_755_813_888, -131_072]);
        let floats = [0.0, -0.0, 1.0, -1.0, 0.5, 0.1, 1e300, -2.5e-310];
        let expected = [
            0,
            0,
            1,
            -2,
            1_152_921_504_606_846_976,
            230_584_300_921_369_408,
            1_224_995_262_755_759_164,
            -386_353_265_232_576_880,
        ];
        for (value, hash) in floats.into_iter().zip(expected) {
            assert_eq!(float(value), Some(hash), "{value}");
        }
        assert_eq!((float(f64::INFINITY), float(f64::NAN)), (Some(314_159), None));
    }

    #[test]
    fn tuples_hash_as_in_cpython() {
        assert_eq!(of_tuple(&[]), 5_740_354_900_026_072_187);
        assert_eq!(of_tuple(&[1]), -6_644_214_454_873_602_895);
        assert_eq!(of_tuple(&[1, 2, 3]), 529_344_067_295_497_451);
    }
}
