//! `bytes` and its methods.

mod case;
mod justify;
mod parts;
mod search;
mod split;

use crate::vm::arguments;
use crate::vm::builtins::{length, no_length};
use crate::vm::codec;
use crate::vm::error::{Error, Exceeded};
use crate::vm::int::Int;
use crate::vm::iterate;
use crate::vm::limits::MEMORY_LIMIT;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Native, Table};
use crate::vm::object::Object;
use crate::vm::ops::Number;
use crate::vm::special::Special;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn methods<M: Memory>() -> Table<M> {
    const {
        &[
            ("capitalize", case::capitalize::<M> as Native<M>),
            ("center", justify::center::<M>),
            ("count", search::count::<M>),
            ("decode", decode::<M>),
            ("endswith", search::endswith::<M>),
            ("expandtabs", justify::expandtabs::<M>),
            ("find", search::find::<M>),
            ("hex", hex::<M>),
            ("index", search::index::<M>),
            ("isalnum", case::isalnum::<M>),
            ("isalpha", case::isalpha::<M>),
            ("isascii", case::isascii::<M>),
            ("isdigit", case::isdigit::<M>),
            ("islower", case::islower::<M>),
            ("isspace", case::isspace::<M>),
            ("istitle", case::istitle::<M>),
            ("isupper", case::isupper::<M>),
            ("join", split::join::<M>),
            ("ljust", justify::ljust::<M>),
            ("lower", case::lower::<M>),
            ("lstrip", parts::lstrip::<M>),
            ("partition", split::partition::<M>),
            ("removeprefix", parts::removeprefix::<M>),
            ("removesuffix", parts::removesuffix::<M>),
            ("replace", search::replace::<M>),
            ("rfind", search::rfind::<M>),
            ("rindex", search::rindex::<M>),
            ("rjust", justify::rjust::<M>),
            ("rpartition", split::rpartition::<M>),
            ("rsplit", split::rsplit::<M>),
            ("rstrip", parts::rstrip::<M>),
            ("split", split::split::<M>),
            ("splitlines", split::splitlines::<M>),
            ("startswith", search::startswith::<M>),
            ("strip", parts::strip::<M>),
            ("swapcase", case::swapcase::<M>),
            ("title", case::title::<M>),
            ("translate", parts::translate::<M>),
            ("upper", case::upper::<M>),
            ("zfill", justify::zfill::<M>),
        ]
    }
}

pub(super) fn class_methods<M: Memory>() -> Table<M> {
    const { &[("fromhex", fromhex::<M> as Native<M>), ("maketrans", parts::maketrans::<M>)] }
}

/// `bytes(count)`, `bytes(items)`, `bytes(text, encoding, errors)`
pub(super) fn construct<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [source, encoding, errors] = args.bind("bytes", ["source", "encoding", "errors"], 0, 0)?;
    let heap = machine.heap();
    let Some(source) = source else {
        return match encoding.or(errors) {
            None => heap.bytes(Vec::new()),
            Some(_) => Err(Error::type_error("encoding without a string argument")),
        };
    };
    machine.asks(source, &[Special::Bytes], "bytes_of")?;
    machine.asks(source, &[Special::Buffer], "buffer_of")?;
    let source = source.iterated_plainly().unwrap_or(source);
    if let Some(text) = source.as_str() {
        let Some(encoding) = encoding else {
            return Err(Error::type_error("string argument without an encoding"));
        };
        let encoding = arguments::text(encoding, "bytes", "'encoding'")?;
        let errors =
            errors.map_or(Ok("strict"), |name| arguments::text(name, "bytes", "'errors'"))?;
        return heap.bytes(codec::encode(text, encoding, errors)?);
    }
    if encoding.or(errors).is_some() {
        return Err(Error::type_error("encoding without a string argument"));
    }
    match (source.number(), source.object()) {
        (Some(Number::Int(count)), _) => {
            if count.is_negative() {
                return Err(Error::value_error("negative count"));
            }
            let count = usize::try_from(arguments::size(source)?).unwrap_or(0);
            if count > MEMORY_LIMIT {
                return Err(Error::exceeded(Exceeded::Memory));
            }
            heap.check(count)?;
            return heap.bytes(vec![0; count]);
        }
        (None, Some(Object::Bytes(_))) => return Ok(source.clone()),
        _ => {}
    }
    let bytes = from_items(machine, source)?;
    machine.heap().bytes(bytes)
}

/// Bytes, or what an iterable of whole numbers has, which is the first argument of the call
/// (`PyObject_Bytes`).
pub(super) fn from_items<M: Memory>(machine: &Machine<M>, source: &Value<M>) -> Result<Vec<u8>> {
    let is_wrong = source.as_str().is_some() || source.number().is_some();
    let items = match source.plain().object() {
        Some(Object::Bytes(bytes)) => return Ok(bytes.to_vec()),
        _ if iterate::is_of_program(machine, source) => iterate::list(machine, source, 0)?,
        _ => {
            let items = if is_wrong { None } else { iterate::items(machine.heap(), source)? };
            items.ok_or_else(|| {
                let name = source.type_name();
                Error::type_error(format!("cannot convert '{name}' object to bytes"))
            })?
        }
    };
    let bytes = items.iter().map(|item| match arguments::integer(item)? {
        Int::Small(value) => u8::try_from(value).map_err(|_| out_of_range()),
        Int::Big(_) => Err(out_of_range()),
    });
    bytes.collect()
}

fn out_of_range() -> Box<Error> {
    Error::value_error("bytes must be in range(0, 256)")
}

/// The bytes whose method is called, and the other arguments.
fn this<'a, M: Memory>(args: &Args<'a, M>, method: &str) -> Result<(&'a [u8], Args<'a, M>)> {
    let (me, rest) = args.receiver(Type::Bytes, method)?;
    Ok((as_bytes(me).unwrap_or_default(), rest))
}

fn alone<'a, M: Memory>(args: &Args<'a, M>, method: &str) -> Result<&'a [u8]> {
    let (bytes, rest) = this(args, method)?;
    rest.exactly::<0>(&format!("bytes.{method}"))?;
    Ok(bytes)
}

fn as_bytes<M: Memory>(value: &Value<M>) -> Option<&[u8]> {
    match value.plain().object()? {
        Object::Bytes(bytes) => Some(bytes),
        _ => None,
    }
}

/// An argument that must be bytes, in the words of most methods.
fn must_be_bytes<M: Memory>(value: &Value<M>) -> Result<&[u8]> {
    as_bytes(value).ok_or_else(|| {
        let message = |name: &str| format!("a bytes-like object is required, not '{name}'");
        arguments::no_bytes(value, message)
    })
}

fn decode<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (bytes, rest) = this(args, "decode")?;
    let [encoding, errors] = rest.bind("decode", ["encoding", "errors"], 0, 0)?;
    let encoding =
        encoding.map_or(Ok("utf-8"), |name| arguments::text(name, "decode", "'encoding'"))?;
    let errors = errors.map_or(Ok("strict"), |name| arguments::text(name, "decode", "'errors'"))?;
    machine.heap().check(bytes.len())?;
    machine.heap().str(codec::decode(bytes, encoding, errors)?)
}

fn hex<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (bytes, rest) = this(args, "hex")?;
    let [separator, group] = rest.bind("hex", ["sep", "bytes_per_sep"], 0, 0)?;
    let separator = match separator {
        None => None,
        Some(separator) => Some(separator_of(separator)?),
    };
    let group = group.map_or(Ok(1), arguments::size)?;
    let heap = machine.heap();
    heap.check(bytes.len().saturating_mul(3))?;
    heap.str(to_hex(bytes, separator, group))
}

/// The character that a separator is (`_Py_strhex_impl`).
fn separator_of<M: Memory>(separator: &Value<M>) -> Result<char> {
    let text = match separator.object() {
        Some(Object::Str(text)) => text.as_str().to_owned(),
        Some(Object::Bytes(bytes)) => bytes.iter().copied().map(char::from).collect(),
        _ if length(separator) == Some(1) => {
            return Err(Error::type_error("sep must be str or bytes."));
        }
        _ if length(separator).is_some() => String::new(),
        _ => return Err(no_length(separator)),
    };
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if c.is_ascii() => Ok(c),
        (Some(_), None) => Err(Error::value_error("sep must be ASCII.")),
        _ => Err(Error::value_error("sep must be length 1.")),
    }
}

/// Hexadecimal digits, in groups counted from the end, or from the start if negative.
fn to_hex(bytes: &[u8], separator: Option<char>, group: isize) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    let size = group.unsigned_abs();
    for (at, byte) in bytes.iter().enumerate() {
        let place = if group > 0 { bytes.len() - at } else { at };
        if let Some(separator) = separator
            && at > 0
            && size > 0
            && place % size == 0
        {
            text.push(separator);
        }
        for digit in [byte >> 4, byte & 0xf] {
            text.push(char::from_digit(digit.into(), 16).unwrap_or('0'));
        }
    }
    text
}

/// A method of the class: its only argument is the text.
fn fromhex<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [text] = args.exactly("bytes.fromhex")?;
    let text = text.as_str().ok_or_else(|| {
        let name = text.type_name();
        Error::type_error(format!("fromhex() argument must be str, not {name}"))
    })?;
    let bytes = from_hex(text).map_err(|at| {
        Error::value_error(format!(
            "non-hexadecimal number found in fromhex() arg at position {at}"
        ))
    })?;
    machine.heap().bytes(bytes)
}

/// The bytes, or where there is something else.
fn from_hex(text: &str) -> std::result::Result<Vec<u8>, usize> {
    let mut bytes = Vec::with_capacity(text.len() / 2);
    let mut chars = (0_usize..).zip(text.chars());
    while let Some((at, c)) = chars.next() {
        if c.is_ascii_whitespace() || c == '\x0b' {
            continue;
        }
        let high = c.to_digit(16).ok_or(at)?;
        let low = chars.next().and_then(|(_, c)| c.to_digit(16)).ok_or(at + 1)?;
        bytes.push(u8::try_from(high << 4 | low).unwrap_or(0));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_text_goes_there_and_back() {
        assert_eq!(from_hex("ab CD\n01"), Ok(vec![0xab, 0xcd, 1]));
        assert_eq!((from_hex("0"), from_hex("zz"), from_hex("0 1")), (Err(1), Err(0), Err(1)));
        assert_eq!(to_hex(b"abcde", Some(':'), 1), "61:62:63:64:65");
        assert_eq!(to_hex(b"abcde", Some('-'), 2), "61-6263-6465");
        assert_eq!(to_hex(b"abcde", Some('-'), -2), "6162-6364-65");
        assert_eq!(to_hex(b"abcde", None, 1), "6162636465");
    }
}
