//! `str` and its methods.

mod case;
mod justify;
mod kinds;
mod search;
mod split;
mod translate;
mod trim;

use crate::vm::arguments;
use crate::vm::codec;
use crate::vm::error::Error;
use crate::vm::format::fields;
use crate::vm::heap::Heap;
use crate::vm::interpreter::Interpreter;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Native, Table};
use crate::vm::object::Object;
use crate::vm::repr;
use crate::vm::text::Text;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn methods<M: Memory>() -> Table<M> {
    const {
        &[
            ("capitalize", case::capitalize::<M> as Native<M>),
            ("casefold", case::casefold::<M>),
            ("center", justify::center::<M>),
            ("count", search::count::<M>),
            ("encode", encode::<M>),
            ("endswith", search::endswith::<M>),
            ("expandtabs", justify::expandtabs::<M>),
            ("find", search::find::<M>),
            ("format", fields::call::<M>),
            ("format_map", fields::call_with_mapping::<M>),
            ("index", search::index::<M>),
            ("isalnum", kinds::isalnum::<M>),
            ("isalpha", kinds::isalpha::<M>),
            ("isascii", kinds::isascii::<M>),
            ("isdecimal", kinds::isdecimal::<M>),
            ("isdigit", kinds::isdigit::<M>),
            ("isidentifier", kinds::isidentifier::<M>),
            ("islower", kinds::islower::<M>),
            ("isnumeric", kinds::isnumeric::<M>),
            ("isprintable", kinds::isprintable::<M>),
            ("isspace", kinds::isspace::<M>),
            ("istitle", kinds::istitle::<M>),
            ("isupper", kinds::isupper::<M>),
            ("join", split::join::<M>),
            ("ljust", justify::ljust::<M>),
            ("lower", case::lower::<M>),
            ("lstrip", trim::lstrip::<M>),
            ("partition", split::partition::<M>),
            ("removeprefix", trim::removeprefix::<M>),
            ("removesuffix", trim::removesuffix::<M>),
            ("replace", search::replace::<M>),
            ("rfind", search::rfind::<M>),
            ("rindex", search::rindex::<M>),
            ("rjust", justify::rjust::<M>),
            ("rpartition", split::rpartition::<M>),
            ("rsplit", split::rsplit::<M>),
            ("rstrip", trim::rstrip::<M>),
            ("split", split::split::<M>),
            ("splitlines", split::splitlines::<M>),
            ("startswith", search::startswith::<M>),
            ("strip", trim::strip::<M>),
            ("swapcase", case::swapcase::<M>),
            ("title", case::title::<M>),
            ("translate", translate::translate::<M>),
            ("upper", case::upper::<M>),
            ("zfill", justify::zfill::<M>),
        ]
    }
}

pub(super) fn class_methods<M: Memory>() -> Table<M> {
    const { &[("maketrans", translate::maketrans::<M> as Native<M>)] }
}

/// `str(value)`, `str(bytes, encoding, errors)`
pub(super) fn construct<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    if let ([value], None) = (args.values, args.keywords)
        && let Some(number) = value.as_small_int()
    {
        let mut buffer = itoa::Buffer::new();
        return part(&machine.interpreter, machine.heap(), buffer.format(number));
    }
    let [value, encoding, errors] = args.bind("str", ["object", "encoding", "errors"], 0, 0)?;
    let heap = machine.heap();
    let Some(value) = value else { return heap.str("") };
    if encoding.is_none() && errors.is_none() {
        if matches!(value.object(), Some(Object::Str(_))) {
            return Ok(value.clone());
        }
        let text = repr::str(&machine.interpreter, value)?;
        heap.check(text.len())?;
        return heap.str(text);
    }
    let encoding =
        encoding.map_or(Ok("utf-8"), |name| arguments::text(name, "str", "'encoding'"))?;
    let errors = errors.map_or(Ok("strict"), |name| arguments::text(name, "str", "'errors'"))?;
    match value.object() {
        Some(Object::Bytes(bytes)) => heap.str(codec::decode(bytes, encoding, errors)?),
        Some(Object::Str(_)) => Err(Error::type_error("decoding str is not supported")),
        _ => Err(arguments::no_bytes(value, |name| {
            format!("decoding to str: need a bytes-like object, {name} found")
        })),
    }
}

/// The string whose method is called, and the other arguments.
fn this<'a, M: Memory>(args: &Args<'a, M>, method: &str) -> Result<(&'a Text, Args<'a, M>)> {
    if let Some(Object::Str(text)) = args.values.first().and_then(|text| text.plain().object()) {
        return Ok((text, args.behind_first()));
    }
    Err(args.of_no(Type::Str, method))
}

/// The string whose method is called, without other arguments.
fn alone<'a, M: Memory>(args: &Args<'a, M>, method: &str) -> Result<&'a Text> {
    let (text, rest) = this(args, method)?;
    if rest.values.is_empty() {
        return Ok(text);
    }
    rest.exactly::<0>(&format!("str.{method}"))?;
    Ok(text)
}

/// A part of a string as a string of its own.
fn part<M: Memory>(interpreter: &Interpreter<M>, heap: &Heap<M>, text: &str) -> Result<Value<M>> {
    if let [byte] = text.as_bytes()
        && let Some(value) = interpreter.character(*byte)
    {
        return Ok(value);
    }
    heap.copied_str(text)
}

/// An argument that must be a string, in the words of most methods.
fn must_be_str<M: Memory>(value: &Value<M>) -> Result<&str> {
    value.as_str().ok_or_else(|| {
        let name = value.type_name();
        Error::type_error(format!("must be str, not {name}"))
    })
}

fn encode<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (text, rest) = this(args, "encode")?;
    let [encoding, errors] = rest.bind("encode", ["encoding", "errors"], 0, 0)?;
    let encoding =
        encoding.map_or(Ok("utf-8"), |name| arguments::text(name, "encode", "'encoding'"))?;
    let errors = errors.map_or(Ok("strict"), |name| arguments::text(name, "encode", "'errors'"))?;
    machine.heap().check(text.as_str().len())?;
    machine.heap().bytes(codec::encode(text.as_str(), encoding, errors)?)
}
