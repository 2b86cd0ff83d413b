//! Finding, counting and replacing parts of bytes.

use super::{Result, as_bytes, must_be_bytes, this};
use crate::vm::arguments;
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::Args;
use crate::vm::object::Object;
use crate::vm::ops::Number;
use crate::vm::value::Value;

/// Where a part first is.
pub(super) fn position(bytes: &[u8], part: &[u8]) -> Option<usize> {
    match part {
        [] => Some(0),
        [first, ..] => {
            let mut from = 0;
            while let Some(at) = bytes[from..].iter().position(|byte| byte == first) {
                if bytes[from + at..].starts_with(part) {
                    return Some(from + at);
                }
                from += at + 1;
            }
            None
        }
    }
}

pub(super) fn last_position(bytes: &[u8], part: &[u8]) -> Option<usize> {
    (0..=bytes.len().checked_sub(part.len())?).rev().find(|at| bytes[*at..].starts_with(part))
}

pub(super) fn find<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    index_or(machine, found(args, "find", position)?)
}

pub(super) fn rfind<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    index_or(machine, found(args, "rfind", last_position)?)
}

pub(super) fn index<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let found = found(args, "index", position)?;
    index_or(machine, Some(found.ok_or_else(|| Error::value_error("subsection not found"))?))
}

pub(super) fn rindex<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let found = found(args, "rindex", last_position)?;
    index_or(machine, Some(found.ok_or_else(|| Error::value_error("subsection not found"))?))
}

fn index_or<M: Memory>(machine: &Machine<M>, index: Option<usize>) -> Result<Value<M>> {
    let index = index.map_or(-1, |index| i64::try_from(index).unwrap_or(i64::MAX));
    int::from_i64(machine.heap(), index)
}

fn found<M: Memory>(
    args: &Args<'_, M>,
    method: &str,
    search: impl Fn(&[u8], &[u8]) -> Option<usize>,
) -> Result<Option<usize>> {
    let (bytes, rest) = this(args, method)?;
    let values = arguments::optional(&rest, method, 1, 3)?;
    let (start, end) = arguments::window(values.get(1), values.get(2), bytes.len())?;
    let mut single = [0];
    let part = part(&values[0], &mut single)?;
    if start > end {
        return Ok(None);
    }
    Ok(search(&bytes[start..end], part).map(|at| start + at))
}

/// Bytes, or a number for one.
fn part<'a, M: Memory>(value: &'a Value<M>, single: &'a mut [u8; 1]) -> Result<&'a [u8]> {
    if let Some(Number::Int(number)) = value.number() {
        let byte = number.to_i64().and_then(|number| u8::try_from(number).ok());
        single[0] = byte.ok_or_else(|| Error::value_error("byte must be in range(0, 256)"))?;
        return Ok(single);
    }
    as_bytes(value).ok_or_else(|| {
        arguments::no_bytes(value, |name| {
            format!("argument should be integer or bytes-like object, not '{name}'")
        })
    })
}

pub(super) fn count<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (bytes, rest) = this(args, "count")?;
    let values = arguments::optional(&rest, "count", 1, 3)?;
    let (start, end) = arguments::window(values.get(1), values.get(2), bytes.len())?;
    let mut single = [0];
    let part = part(&values[0], &mut single)?;
    let count = if start > end { 0 } else { occurrences(&bytes[start..end], part) };
    int::from_i64(machine.heap(), i64::try_from(count).unwrap_or(i64::MAX))
}

fn occurrences(bytes: &[u8], part: &[u8]) -> usize {
    if part.is_empty() {
        return bytes.len() + 1;
    }
    let (mut rest, mut count) = (bytes, 0);
    while let Some(at) = position(rest, part) {
        count += 1;
        rest = &rest[at + part.len()..];
    }
    count
}

pub(super) fn startswith<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    affix(args, "startswith", <[u8]>::starts_with)
}

pub(super) fn endswith<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    affix(args, "endswith", <[u8]>::ends_with)
}

fn affix<M: Memory>(
    args: &Args<'_, M>,
    method: &str,
    has: impl Fn(&[u8], &[u8]) -> bool,
) -> Result<Value<M>> {
    let (bytes, rest) = this(args, method)?;
    let values = arguments::optional(&rest, method, 1, 3)?;
    let (start, end) = arguments::window(values.get(1), values.get(2), bytes.len())?;
    let inside = if start > end { None } else { Some(&bytes[start..end]) };
    let has = |affix: &[u8]| inside.is_some_and(|inside| has(inside, affix));
    match values[0].plain().object() {
        Some(Object::Bytes(affix)) => Ok(Value::bool(has(affix))),
        Some(Object::Tuple(affixes)) => {
            for affix in affixes {
                if has(must_be_bytes(affix)?) {
                    return Ok(Value::bool(true));
                }
            }
            Ok(Value::bool(false))
        }
        _ => Err(arguments::no_bytes(&values[0], |name| {
            format!("{method} first arg must be bytes or a tuple of bytes, not {name}")
        })),
    }
}

pub(super) fn replace<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (bytes, rest) = this(args, "replace")?;
    let values = rest.between("replace", 2, 3)?;
    let (old, new) = (must_be_bytes(&values[0])?, must_be_bytes(&values[1])?);
    let most = values.get(2).map_or(Ok(-1), arguments::size)?;
    let count = occurrences(bytes, old).min(usize::try_from(most).unwrap_or(usize::MAX));
    let heap = machine.heap();
    heap.check(bytes.len().saturating_add(count.saturating_mul(new.len())))?;
    let mut replaced = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    for _ in 0..count {
        let Some(at) = position(rest, old) else { break };
        replaced.extend_from_slice(&rest[..at]);
        replaced.extend_from_slice(new);
        rest = &rest[at + old.len()..];
        // Between bytes, where nothing is replaced.
        if let ([], Some((byte, behind))) = (old, rest.split_first()) {
            replaced.push(*byte);
            rest = behind;
        }
    }
    replaced.extend_from_slice(rest);
    heap.bytes(replaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_and_counted() {
        assert_eq!(position(b"aabab", b"ab"), Some(1));
        assert_eq!(last_position(b"aabab", b"ab"), Some(3));
        assert_eq!((position(b"a", b"b"), last_position(b"a", b"ab")), (None, None));
        assert_eq!((position(b"", b""), last_position(b"ab", b"")), (Some(0), Some(2)));
        assert_eq!((occurrences(b"aaaa", b"aa"), occurrences(b"ab", b"")), (2, 3));
    }
}
