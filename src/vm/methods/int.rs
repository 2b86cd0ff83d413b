//! `int`, `bool` and the methods of whole numbers.

use num_bigint::{BigInt, Sign};

use super::bytes::from_items;
use crate::vm::arguments;
use crate::vm::error::{Error, Exceeded};
use crate::vm::float;
use crate::vm::int::{self, Int};
use crate::vm::limits::MEMORY_LIMIT;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Native, Table};
use crate::vm::object::Object;
use crate::vm::ops::{self, Number};
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
            ("bit_count", bit_count::<M>),
            ("bit_length", bit_length::<M>),
            ("conjugate", conjugate::<M>),
            ("to_bytes", to_bytes::<M>),
        ]
    }
}

pub(super) fn class_methods<M: Memory>() -> Table<M> {
    const { &[("from_bytes", from_bytes::<M> as Native<M>)] }
}

/// `int(value, base)`
pub(super) fn construct<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [value, base] = args.bind("int", ["", "base"], 0, 1)?;
    let heap = machine.heap();
    if let Some(base) = base {
        let Some(value) = value else {
            return Err(Error::type_error("int() missing string argument"));
        };
        let base = arguments::clamped(base)?;
        let Some(base) = u32::try_from(base).ok().filter(|base| matches!(base, 0 | 2..=36)) else {
            return Err(Error::value_error("int() base must be >= 2 and <= 36, or 0"));
        };
        let text = match value.plain().object() {
            Some(Object::Str(text)) => text.as_str(),
            Some(Object::Bytes(bytes)) => digits(bytes, base)?,
            _ => {
                return Err(arguments::no_bytes(value, |_| {
                    "int() can't convert non-string with explicit base".to_owned()
                }));
            }
        };
        return int::from_big(heap, parse::int(text, base)?);
    }
    let Some(value) = value else { return Ok(Value::int16(0)) };
    machine.asks(value, &[Special::Int, Special::Index, Special::Trunc], "int_of")?;
    let heap = machine.heap();
    match value.number() {
        Some(Number::Int(Int::Small(value))) => return int::from_i64(heap, value),
        Some(Number::Int(Int::Big(_))) => return Ok(value.plain().clone()),
        Some(Number::Float(value)) => return int::from_big(heap, float::to_int(value)?),
        None => {}
    }
    match value.plain().object() {
        Some(Object::Str(text)) => {
            let text = text.as_str();
            match text.parse().ok().and_then(Value::small_int) {
                Some(value) => Ok(value),
                None => int::from_big(heap, parse::int(text, 10)?),
            }
        }
        Some(Object::Bytes(bytes)) => int::from_big(heap, parse::int(digits(bytes, 10)?, 10)?),
        _ => Err(arguments::no_bytes(value, |name| {
            format!(
                "int() argument must be a string, a bytes-like object or a real number, not \
                 '{name}'"
            )
        })),
    }
}

/// Bytes as the text of a number.
fn digits(bytes: &[u8], base: u32) -> Result<&str> {
    str::from_utf8(bytes).map_err(|_| {
        let shown = repr::bytes(bytes);
        Error::value_error(format!("invalid literal for int() with base {base}: {shown}"))
    })
}

/// `bool(value)`
pub(super) fn construct_bool<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    match args.between("bool", 0, 1)? {
        [value] => ops::truth(&machine.interpreter, value).map(Value::bool),
        _ => Ok(Value::bool(false)),
    }
}

fn this<'a, M: Memory>(args: &Args<'a, M>, method: &str) -> Result<(Int<'a>, Args<'a, M>)> {
    let (me, rest) = args.receiver(Type::Int, method)?;
    Ok((arguments::integer(me)?, rest))
}

fn as_integer_ratio<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (value, rest) = this(args, "as_integer_ratio")?;
    rest.exactly::<0>("int.as_integer_ratio")?;
    let heap = machine.heap();
    heap.tuple(vec![int::from_big(heap, value.to_big())?, Value::int16(1)])
}

fn bit_count<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (value, rest) = this(args, "bit_count")?;
    rest.exactly::<0>("int.bit_count")?;
    let ones = match value {
        Int::Small(value) => value.unsigned_abs().count_ones().into(),
        Int::Big(value) => value.magnitude().count_ones(),
    };
    int::from_big(machine.heap(), ones.into())
}

fn bit_length<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (value, rest) = this(args, "bit_length")?;
    rest.exactly::<0>("int.bit_length")?;
    int::from_big(machine.heap(), value.bits().into())
}

fn conjugate<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (value, rest) = this(args, "conjugate")?;
    rest.exactly::<0>("int.conjugate")?;
    int::from_big(machine.heap(), value.to_big())
}

/// Is the first byte the most significant one?
fn is_big_endian<M: Memory>(order: Option<&Value<M>>, function: &str) -> Result<bool> {
    let Some(order) = order else { return Ok(true) };
    match arguments::text(order, function, "'byteorder'")? {
        "big" => Ok(true),
        "little" => Ok(false),
        _ => Err(Error::value_error("byteorder must be either 'little' or 'big'")),
    }
}

fn to_bytes<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (value, rest) = this(args, "to_bytes")?;
    let [length, order, signed] = rest.bind("to_bytes", ["length", "byteorder", "signed"], 0, 0)?;
    let is_signed = signed.map_or(Ok(false), |signed| ops::truth(&machine.interpreter, signed))?;
    let is_big = is_big_endian(order, "to_bytes")?;
    let length = length.map_or(Ok(1), arguments::size)?;
    let length = usize::try_from(length)
        .map_err(|_| Error::value_error("length argument must be non-negative"))?;
    if length > MEMORY_LIMIT {
        return Err(Error::exceeded(Exceeded::Memory));
    }
    if value.is_negative() && !is_signed {
        return Err(Error::overflow("can't convert negative int to unsigned"));
    }
    let big = value.to_big();
    let mut bytes = match (is_signed, value.is_zero()) {
        (_, true) => Vec::new(),
        (true, false) => big.to_signed_bytes_le(),
        (false, false) => big.to_bytes_le().1,
    };
    if bytes.len() > length {
        return Err(Error::overflow("int too big to convert"));
    }
    bytes.resize(length, if value.is_negative() { 0xff } else { 0 });
    if is_big {
        bytes.reverse();
    }
    machine.heap().bytes(bytes)
}

/// A method of the class: its first argument is the bytes.
fn from_bytes<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [bytes, order, signed] = args.bind("from_bytes", ["bytes", "byteorder", "signed"], 1, 0)?;
    let is_signed = signed.map_or(Ok(false), |signed| ops::truth(&machine.interpreter, signed))?;
    let is_big = is_big_endian(order, "from_bytes")?;
    let mut bytes = bytes.map_or_else(|| Ok(Vec::new()), |bytes| from_items(machine, bytes))?;
    if is_big {
        bytes.reverse();
    }
    let value = if is_signed {
        BigInt::from_signed_bytes_le(&bytes)
    } else {
        BigInt::from_bytes_le(Sign::Plus, &bytes)
    };
    int::from_big(machine.heap(), value)
}
