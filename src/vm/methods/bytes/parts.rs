//! Bytes without what stands at their ends, and with others in their places.

use super::{Result, must_be_bytes, this};
use crate::vm::error::Error;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::Args;
use crate::vm::value::Value;

pub(super) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

pub(super) fn strip<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    trimmed(machine, args, "strip", true, true)
}

pub(super) fn lstrip<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    trimmed(machine, args, "lstrip", true, false)
}

pub(super) fn rstrip<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    trimmed(machine, args, "rstrip", false, true)
}

fn trimmed<M: Memory>(
    machine: &Machine<M>,
    args: &Args<'_, M>,
    method: &str,
    at_start: bool,
    at_end: bool,
) -> Result<Value<M>> {
    let (bytes, rest) = this(args, method)?;
    let goes = rest.between(method, 0, 1)?.first().filter(|goes| !goes.is_none());
    let goes = goes.map(must_be_bytes).transpose()?;
    let goes = |byte: &u8| goes.map_or(is_space(*byte), |goes| goes.contains(byte));
    let (mut start, mut end) = (0, bytes.len());
    while at_start && start < end && goes(&bytes[start]) {
        start += 1;
    }
    while at_end && start < end && goes(&bytes[end - 1]) {
        end -= 1;
    }
    machine.heap().bytes(bytes[start..end].to_vec())
}

pub(super) fn removeprefix<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    without(machine, args, "removeprefix", <[u8]>::strip_prefix)
}

pub(super) fn removesuffix<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    without(machine, args, "removesuffix", <[u8]>::strip_suffix)
}

fn without<M: Memory>(
    machine: &Machine<M>,
    args: &Args<'_, M>,
    method: &str,
    take: impl for<'b> Fn(&'b [u8], &[u8]) -> Option<&'b [u8]>,
) -> Result<Value<M>> {
    let (bytes, rest) = this(args, method)?;
    let [affix] = rest.exactly(&format!("bytes.{method}"))?;
    let affix = must_be_bytes(affix)?;
    machine.heap().bytes(take(bytes, affix).unwrap_or(bytes).to_vec())
}

/// `bytes.maketrans(from, to)`
pub(super) fn maketrans<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [from, to] = args.exactly("maketrans")?;
    let (from, to) = (must_be_bytes(from)?, must_be_bytes(to)?);
    if from.len() != to.len() {
        return Err(Error::value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=u8::MAX).collect();
    for (from, to) in from.iter().zip(to) {
        table[usize::from(*from)] = *to;
    }
    machine.heap().bytes(table)
}

pub(super) fn translate<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let (bytes, rest) = this(args, "translate")?;
    let [table, gone] = rest.bind("translate", ["", "delete"], 1, 1)?;
    let table = match table.filter(|table| !table.is_none()) {
        Some(table) => {
            let table = must_be_bytes(table)?;
            if table.len() != 256 {
                return Err(Error::value_error("translation table must be 256 characters long"));
            }
            Some(table)
        }
        None => None,
    };
    let gone = gone.map_or(Ok(&[][..]), must_be_bytes)?;
    let kept = bytes.iter().filter(|byte| !gone.contains(byte));
    let translated = kept.map(|byte| table.map_or(*byte, |table| table[usize::from(*byte)]));
    machine.heap().bytes(translated.collect::<Vec<_>>())
}
