//! Bytes filled up to a width.

use super::{Result, as_bytes, this};
use crate::vm::arguments;
use crate::vm::error::Error;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::Args;
use crate::vm::value::Value;

pub(super) fn center<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    // Of an odd number of bytes, CPython puts one more on the left if the width is odd.
    justified(machine, args, "center", |missing, width| missing / 2 + (missing & width & 1))
}

pub(super) fn ljust<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    justified(machine, args, "ljust", |_, _| 0)
}

pub(super) fn rjust<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    justified(machine, args, "rjust", |missing, _| missing)
}

fn justified<M: Memory>(
    machine: &Machine<M>,
    args: &Args<'_, M>,
    method: &str,
    left: impl Fn(usize, usize) -> usize,
) -> Result<Value<M>> {
    let (bytes, rest) = this(args, method)?;
    let values = rest.between(method, 1, 2)?;
    let width = usize::try_from(arguments::size(&values[0])?).unwrap_or(0);
    let fill = match values.get(1) {
        None => b' ',
        Some(value) => {
            let Some([byte]) = as_bytes(value) else {
                let name = value.type_name();
                return Err(Error::type_error(format!(
                    "{method}() argument 2 must be a byte string of length 1, not {name}"
                )));
            };
            *byte
        }
    };
    let missing = width.saturating_sub(bytes.len());
    let left = left(missing, width);
    machine.heap().check(bytes.len().saturating_add(missing))?;
    let (before, after) = (vec![fill; left], vec![fill; missing - left]);
    machine.heap().bytes([&before, bytes, &after].concat())
}

pub(super) fn zfill<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (bytes, rest) = this(args, "zfill")?;
    let [width] = rest.exactly("bytes.zfill")?;
    let width = usize::try_from(arguments::size(width)?).unwrap_or(0);
    let missing = width.saturating_sub(bytes.len());
    machine.heap().check(bytes.len().saturating_add(missing))?;
    let sign = usize::from(bytes.starts_with(b"+") || bytes.starts_with(b"-"));
    let (sign, digits) = bytes.split_at(sign);
    machine.heap().bytes([sign, &vec![b'0'; missing], digits].concat())
}

pub(super) fn expandtabs<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let (bytes, rest) = this(args, "expandtabs")?;
    let [size] = rest.bind("expandtabs", ["tabsize"], 0, 0)?;
    let size = usize::try_from(size.map_or(Ok(8), arguments::size)?).unwrap_or(0);
    let heap = machine.heap();
    let parts = bytes.split(|byte| *byte == b'\t').count();
    heap.check(bytes.len().saturating_add((parts - 1).saturating_mul(size)))?;
    let (mut expanded, mut column) = (Vec::with_capacity(bytes.len()), 0);
    for byte in bytes {
        match byte {
            b'\t' if size > 0 => {
                let missing = size - column % size;
                expanded.resize(expanded.len() + missing, b' ');
                column += missing;
            }
            b'\t' => {}
            _ => {
                expanded.push(*byte);
                column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
            }
        }
    }
    heap.bytes(expanded)
}
