//! Bytes taken apart, put together and changed one by one.

use super::search::position;
use super::{Result, alone, as_bytes, must_be_bytes, this};
use crate::vm::arguments;
use crate::vm::error::Error;
use crate::vm::iterate;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control};
use crate::vm::value::Value;

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

pub(super) fn lower<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let bytes = alone(args, "lower")?;
    machine.heap().bytes(bytes.to_ascii_lowercase())
}

pub(super) fn upper<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let bytes = alone(args, "upper")?;
    machine.heap().bytes(bytes.to_ascii_uppercase())
}

pub(super) fn isalpha<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let bytes = alone(args, "isalpha")?;
    Ok(Value::bool(!bytes.is_empty() && bytes.iter().all(u8::is_ascii_alphabetic)))
}

pub(super) fn isdigit<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let bytes = alone(args, "isdigit")?;
    Ok(Value::bool(!bytes.is_empty() && bytes.iter().all(u8::is_ascii_digit)))
}

pub(super) fn isspace<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let bytes = alone(args, "isspace")?;
    Ok(Value::bool(!bytes.is_empty() && bytes.iter().all(|byte| is_space(*byte))))
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

pub(super) fn split<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (bytes, rest) = this(args, "split")?;
    let [separator, most] = rest.bind("split", ["sep", "maxsplit"], 0, 0)?;
    let most = most.map_or(Ok(-1), arguments::size)?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let separator = separator.filter(|separator| !separator.is_none());
    let separator = separator.map(must_be_bytes).transpose()?;
    let parts = match separator {
        Some([]) => return Err(Error::value_error("empty separator")),
        Some(separator) => split_by(bytes, separator, most),
        None => words(bytes, most),
    };
    let heap = machine.heap();
    let parts = parts.into_iter().map(|part| heap.bytes(part.to_vec()));
    heap.list(parts.collect::<Result<_>>()?)
}

fn split_by<'a>(bytes: &'a [u8], separator: &[u8], most: usize) -> Vec<&'a [u8]> {
    let (mut parts, mut rest) = (Vec::new(), bytes);
    while parts.len() < most
        && let Some(at) = position(rest, separator)
    {
        parts.push(&rest[..at]);
        rest = &rest[at + separator.len()..];
    }
    parts.push(rest);
    parts
}

fn words(bytes: &[u8], most: usize) -> Vec<&[u8]> {
    let (mut words, mut rest) = (Vec::new(), bytes);
    while let Some(start) = rest.iter().position(|byte| !is_space(*byte)) {
        rest = &rest[start..];
        let end = rest.iter().position(|byte| is_space(*byte)).unwrap_or(rest.len());
        let end = if words.len() == most { rest.len() } else { end };
        words.push(&rest[..end]);
        rest = &rest[end..];
    }
    words
}

pub(super) fn join<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (separator, rest) = this(args, "join")?;
    let [items] = rest.exactly("bytes.join")?;
    let items = match iterate::items(machine.heap(), items)? {
        Some(items) => items,
        None if iterate::is_of_program(machine, items) => {
            return Err(Error::control(Control::Collect(1)));
        }
        None => return Err(Error::type_error("can only join an iterable")),
    };
    let mut parts = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        parts.push(as_bytes(item).ok_or_else(|| {
            let name = item.type_name();
            Error::type_error(format!(
                "sequence item {at}: expected a bytes-like object, {name} found"
            ))
        })?);
    }
    let length = parts.iter().map(|part| part.len()).sum::<usize>();
    let heap = machine.heap();
    heap.check(length.saturating_add(separator.len().saturating_mul(parts.len())))?;
    heap.bytes(parts.join(separator))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_split() {
        assert_eq!(split_by(b"a,b,,c", b",", 9), [&b"a"[..], b"b", b"", b"c"]);
        assert_eq!(split_by(b"a,b,c", b",", 1), [&b"a"[..], b"b,c"]);
        assert_eq!(words(b" a  b\tc ", 9), [&b"a"[..], b"b", b"c"]);
        assert_eq!(words(b" a  b c ", 1), [&b"a"[..], b"b c "]);
    }
}
