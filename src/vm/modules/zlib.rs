//! `_zlib`: checksums, and DEFLATE, which is done without holding the GIL.

use super::hashlib::done;
use crate::vm::arguments;
use crate::vm::error::{Error, Exceeded};
use crate::vm::int;
use crate::vm::limits::MEMORY_LIMIT;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Table};
use crate::vm::object::Object;
use crate::vm::value::Value;
use crate::vm::work::{Done, Fault, Job};

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[
        ("adler32", adler32::<M>),
        ("crc32", crc32::<M>),
        ("deflate", deflate::<M>),
        ("inflate", inflate::<M>),
    ]
}

/// `deflate(bytes, level)`
fn deflate<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [input, level] = args.exactly("deflate")?;
    let level = u8::try_from(arguments::whole(level)?).unwrap_or(6);
    let job = Job::Deflate { input: bytes(input)?.to_vec(), level };
    match done(machine, job, true)? {
        Done::Bytes(bytes) => machine.heap().bytes(bytes),
        _ => Ok(Value::NONE),
    }
}

/// `inflate(bytes)`: what was packed, how many bytes were not of it, and what is wrong, if there is
/// something.
fn inflate<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [input] = args.exactly("inflate")?;
    let job = Job::Inflate { input: bytes(input)?.to_vec(), most: MEMORY_LIMIT };
    let Done::Inflated { bytes, left, fault } = done(machine, job, true)? else {
        return Ok(Value::NONE);
    };
    let heap = machine.heap();
    let fault = match fault {
        None => Value::NONE,
        Some(Fault::TooMuch) => return Err(Error::exceeded(Exceeded::Memory)),
        Some(Fault::Incomplete) => heap.str("incomplete")?,
        Some(Fault::Wrong) => heap.str("wrong")?,
    };
    let left = int::from_i64(heap, i64::try_from(left).unwrap_or(i64::MAX))?;
    heap.check(bytes.len())?;
    heap.tuple(vec![heap.bytes(bytes)?, left, fault])
}

fn bytes<M: Memory>(value: &Value<M>) -> Result<&[u8]> {
    if let Some(Object::Bytes(bytes)) = value.plain().object() {
        return Ok(bytes);
    }
    let message = |name: &str| format!("a bytes-like object is required, not '{name}'");
    Err(arguments::no_bytes(value, message))
}

fn crc32<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    checksum(machine, args, "crc32", 0, crc)
}

fn adler32<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    checksum(machine, args, "adler32", 1, adler)
}

fn checksum<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    name: &str,
    start: i64,
    sum: fn(&[u8], u32) -> u32,
) -> Result<Value<M>> {
    let args = args.between(name, 1, 2)?;
    let bytes = bytes(&args[0])?;
    let start = args.get(1).map_or(Ok(start), arguments::whole)?;
    let start = u32::try_from(start & 0xffff_ffff).unwrap_or_default();
    int::from_i64(machine.heap(), sum(bytes, start).into())
}

/// The checksum of gzip, of four bits at a time.
fn crc(bytes: &[u8], start: u32) -> u32 {
    const fn step(mut value: u32) -> u32 {
        let mut bit = 0;
        while bit < 4 {
            value = if value & 1 == 0 { value >> 1 } else { value >> 1 ^ 0xedb8_8320 };
            bit += 1;
        }
        value
    }
    const TABLE: [u32; 16] = {
        let mut table = [0; 16];
        let mut at = 0;
        while at < 16 {
            table[at as usize] = step(at);
            at += 1;
        }
        table
    };
    let half = |sum: u32, bits: u32| TABLE[((sum ^ bits) & 15) as usize] ^ sum >> 4;
    !bytes.iter().fold(!start, |sum, byte| half(half(sum, (*byte).into()), u32::from(*byte) >> 4))
}

/// That of zlib.
pub(super) fn adler(bytes: &[u8], start: u32) -> u32 {
    const PRIME: u32 = 65521;
    let (mut low, mut high) = (start & 0xffff, start >> 16);
    // So many are surely added up without an overflow.
    for part in bytes.chunks(5552) {
        for byte in part {
            low += u32::from(*byte);
            high += low;
        }
        low %= PRIME;
        high %= PRIME;
    }
    high << 16 | low
}
