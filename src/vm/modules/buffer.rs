//! `_bytes.buffer`: bytes that change, which `bytearray` is written over. Each method does one thing
//! at once, so that threads can share one.

use super::shared_items::Item;
use crate::vm::arguments::{integer, size, text};
use crate::vm::error::{Error, Exceeded};
use crate::vm::heap::Heap;
use crate::vm::int;
use crate::vm::limits::MEMORY_LIMIT;
use crate::vm::machine::Machine;
use crate::vm::memory::{Locked, Memory};
use crate::vm::native::{Args, Table};
use crate::vm::object::Object;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[("buffer", buffer::<M>), ("load", load::<M>), ("store", store::<M>)]
}

pub(super) fn methods<M: Memory>() -> Table<M> {
    &[
        ("get", get::<M>),
        ("put", put::<M>),
        ("read", read::<M>),
        ("size", length::<M>),
        ("splice", splice::<M>),
    ]
}

/// Of bytes, or of so many zeros.
fn buffer<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [source] = args.exactly("buffer")?;
    let bytes = match bytes_of(source) {
        Some(bytes) => bytes.to_vec(),
        None => zeros(machine.heap(), size(source)?)?,
    };
    machine.heap().allocate(Object::Buffer(Box::new(M::Locked::new(bytes))))
}

/// The item of a format that bytes stand for.
fn load<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [code, bytes] = args.exactly("load")?;
    let item = Item::of_code(text(code, "load", "1")?)?;
    item.load(machine, bytes_of(bytes).unwrap_or_default())
}

/// The bytes of an item.
fn store<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [code, value] = args.exactly("store")?;
    let bytes = Item::of_code(text(code, "store", "1")?)?.store(machine, value)?;
    machine.heap().bytes(bytes)
}

fn zeros<M: Memory>(heap: &Heap<M>, count: isize) -> Result<Vec<u8>> {
    let count = usize::try_from(count).map_err(|_| Error::value_error("negative count"))?;
    if count > MEMORY_LIMIT {
        return Err(Error::exceeded(Exceeded::Memory));
    }
    heap.check(count)?;
    Ok(vec![0; count])
}

fn length<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("size")?;
    let length = of(me)?.with(|bytes| bytes.len());
    int::from_i64(machine.heap(), i64::try_from(length).unwrap_or(i64::MAX))
}

fn get<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, at] = args.exactly("get")?;
    let at = size(at)?;
    let byte = of(me)?.with(|bytes| bytes.get(usize::try_from(at).ok()?).copied());
    byte.map(|byte| Value::int16(byte.into())).ok_or_else(out_of_range)
}

fn put<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, at, byte] = args.exactly("put")?;
    let (at, byte) = (size(at)?, integer(byte)?.to_i64().and_then(|byte| u8::try_from(byte).ok()));
    let byte = byte.ok_or_else(|| Error::value_error("byte must be in range(0, 256)"))?;
    let is_put = of(me)?.with(|bytes| {
        let place = usize::try_from(at).ok().and_then(|at| bytes.get_mut(at));
        place.map(|place| *place = byte).is_some()
    });
    if is_put { Ok(Value::NONE) } else { Err(out_of_range()) }
}

fn read<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, start, end] = args.exactly("read")?;
    let (start, end) = (size(start)?, size(end)?);
    let bytes = of(me)?.with(|bytes| bytes[part(start, end, bytes.len())].to_vec());
    machine.heap().bytes(bytes)
}

/// Puts bytes in the place of a part.
fn splice<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, start, end, new] = args.exactly("splice")?;
    let (start, end) = (size(start)?, size(end)?);
    let Some(new) = bytes_of(new) else { return Err(Error::type_error("bytes are needed")) };
    let heap = me.heap().unwrap_or_else(|| machine.heap());
    // Before, as nothing may be locked while a heap grows.
    heap.take(new.len())?;
    let gone = of(me)?.with(|bytes| replace(bytes, start, end, new));
    heap.give(gone);
    Ok(Value::NONE)
}

/// How many bytes are gone.
fn replace(bytes: &mut Vec<u8>, start: isize, end: isize, new: &[u8]) -> usize {
    let part = part(start, end, bytes.len());
    let gone = part.len();
    if gone == new.len() {
        bytes[part].copy_from_slice(new);
    } else {
        bytes.splice(part, new.iter().copied());
    }
    gone
}

/// As far as there is something.
fn part(start: isize, end: isize, length: usize) -> std::ops::Range<usize> {
    let end = usize::try_from(end).unwrap_or(0).min(length);
    usize::try_from(start).unwrap_or(0).min(end)..end
}

fn out_of_range() -> Box<Error> {
    Error::exception("IndexError", "bytearray index out of range")
}

fn bytes_of<M: Memory>(value: &Value<M>) -> Option<&[u8]> {
    match value.plain().object() {
        Some(Object::Bytes(bytes)) => Some(bytes),
        _ => None,
    }
}

fn of<M: Memory>(value: &Value<M>) -> Result<&M::Locked<Vec<u8>>> {
    if let Some(Object::Buffer(buffer)) = value.object() {
        return Ok(buffer);
    }
    let name = Type::Buffer.name();
    Err(Error::type_error(format!("descriptor requires a '{name}' object")))
}
