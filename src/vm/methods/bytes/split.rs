//! Bytes taken apart and put together.

use super::parts::is_space;
use super::search::{last_position, position};
use super::{Result, as_bytes, must_be_bytes, this};
use crate::vm::arguments;
use crate::vm::error::Error;
use crate::vm::iterate;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control};
use crate::vm::object::Object;
use crate::vm::special::Special;
use crate::vm::value::Value;

pub(super) fn split<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (bytes, separator, most) = split_arguments(args, "split")?;
    let parts = match separator {
        Some(separator) => split_by(bytes, separator, most),
        None => words(bytes, most),
    };
    list(machine, &parts)
}

/// What to split, by what, and how often at most.
type Split<'a> = (&'a [u8], Option<&'a [u8]>, usize);

/// The bytes, the separator if it is not white space, and how often to split at most.
fn split_arguments<'a, M: Memory>(args: &Args<'a, M>, method: &str) -> Result<Split<'a>> {
    let (bytes, rest) = this(args, method)?;
    let [separator, most] = rest.bind(method, ["sep", "maxsplit"], 0, 0)?;
    let most = most.map_or(Ok(-1), arguments::size)?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let separator = separator.filter(|separator| !separator.is_none());
    match separator.map(must_be_bytes).transpose()? {
        Some([]) => Err(Error::value_error("empty separator")),
        separator => Ok((bytes, separator, most)),
    }
}

fn list<M: Memory>(machine: &Machine<M>, parts: &[&[u8]]) -> Result<Value<M>> {
    let heap = machine.heap();
    heap.list(parts.iter().map(|part| heap.bytes(part.to_vec())).collect::<Result<_>>()?)
}

pub(super) fn rsplit<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (bytes, separator, most) = split_arguments(args, "rsplit")?;
    let mut parts = match separator {
        Some(separator) => split_by_last(bytes, separator, most),
        None => last_words(bytes, most),
    };
    parts.reverse();
    list(machine, &parts)
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

/// The parts, the last one first.
fn split_by_last<'a>(bytes: &'a [u8], separator: &[u8], most: usize) -> Vec<&'a [u8]> {
    let (mut parts, mut rest) = (Vec::new(), bytes);
    while parts.len() < most
        && let Some(at) = last_position(rest, separator)
    {
        parts.push(&rest[at + separator.len()..]);
        rest = &rest[..at];
    }
    parts.push(rest);
    parts
}

/// The words, the last one first.
fn last_words(bytes: &[u8], most: usize) -> Vec<&[u8]> {
    let (mut words, mut rest) = (Vec::new(), bytes);
    while let Some(last) = rest.iter().rposition(|byte| !is_space(*byte)) {
        rest = &rest[..=last];
        let space = rest.iter().rposition(|byte| is_space(*byte));
        let start = space.filter(|_| words.len() < most).map_or(0, |space| space + 1);
        words.push(&rest[start..]);
        rest = &rest[..start];
    }
    words
}

pub(super) fn splitlines<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let (bytes, rest) = this(args, "splitlines")?;
    let [keep] = rest.bind("splitlines", ["keepends"], 0, 0)?;
    let keep = keep.map_or(Ok(0), arguments::whole)? != 0;
    let (mut lines, mut rest) = (Vec::new(), bytes);
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let end = end.unwrap_or(rest.len());
        let length = if rest[end..].starts_with(b"\r\n") { 2 } else { 1 };
        let behind = (end + length).min(rest.len());
        lines.push(&rest[..if keep { behind } else { end }]);
        rest = &rest[behind..];
    }
    list(machine, &lines)
}

pub(super) fn partition<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    parted(machine, args, "partition", position, |bytes| [bytes, b"", b""])
}

pub(super) fn rpartition<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    parted(machine, args, "rpartition", last_position, |bytes| [b"", b"", bytes])
}

fn parted<M: Memory>(
    machine: &Machine<M>,
    args: &Args<'_, M>,
    method: &str,
    search: impl Fn(&[u8], &[u8]) -> Option<usize>,
    whole: impl for<'b> Fn(&'b [u8]) -> [&'b [u8]; 3],
) -> Result<Value<M>> {
    let (bytes, rest) = this(args, method)?;
    let [separator] = rest.exactly(&format!("bytes.{method}"))?;
    let separator = must_be_bytes(separator)?;
    if separator.is_empty() {
        return Err(Error::value_error("empty separator"));
    }
    let parts = match search(bytes, separator) {
        Some(at) => [&bytes[..at], separator, &bytes[at + separator.len()..]],
        None => whole(bytes),
    };
    let heap = machine.heap();
    let parts = parts.map(|part| heap.bytes(part.to_vec()));
    heap.tuple(parts.into_iter().collect::<Result<Vec<_>>>()?)
}

pub(super) fn join<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (separator, rest) = this(args, "join")?;
    let [items] = rest.exactly("bytes.join")?;
    if matches!(items.object(), Some(Object::Iterator(_) | Object::Lazy(_))) {
        return Err(Error::control(Control::Collect(1)));
    }
    let items = match iterate::items(machine.heap(), items)? {
        Some(items) => items,
        None if iterate::is_of_program(machine, items) => {
            return Err(Error::control(Control::Collect(1)));
        }
        None => return Err(Error::type_error("can only join an iterable")),
    };
    let mut parts = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        let Some(part) = as_bytes(item) else {
            machine.asks(item, &[Special::Buffer], "join_buffers")?;
            let name = item.type_name();
            return Err(Error::type_error(format!(
                "sequence item {at}: expected a bytes-like object, {name} found"
            )));
        };
        parts.push(part);
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
        assert_eq!(split_by_last(b"a,b,c", b",", 1), [&b"c"[..], b"a,b"]);
        assert_eq!(last_words(b" a  b c ", 1), [&b"c"[..], b" a  b"]);
        assert_eq!(last_words(b" a b ", 9), [&b"b"[..], b"a"]);
    }
}
