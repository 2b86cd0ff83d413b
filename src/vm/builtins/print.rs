//! `print`.

use crate::vm::error::{Error, Exceeded};
use crate::vm::limits::OUTPUT_LIMIT;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, BuiltinObject, Control, Native, Table};
use crate::vm::object::Object;
use crate::vm::output::Stream;
use crate::vm::repr;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    const { &[("print", print::<M> as Native<M>)] }
}

fn print<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (mut separator, mut end, mut file) = (" ", "\n", None);
    for (name, value) in args.by_keyword() {
        match name {
            "sep" => separator = option(name, value, separator)?,
            "end" => end = option(name, value, end)?,
            "flush" => {}
            "file" => file = (!value.is_none()).then(|| value.clone()),
            _ => {
                return Err(Error::type_error(format!(
                    "'{name}' is an invalid keyword argument for print()"
                )));
            }
        }
    }
    let Some(file) = file.or_else(|| machine.interpreter.replaced_stdout()) else {
        return write(machine, Stream::Stdout, (separator, end), args.positional(), 0);
    };
    match file.as_stream() {
        Some(stream) => write(machine, stream, (separator, end), args.positional(), 0),
        None => Err(Error::control(Control::Prelude("print_to"))),
    }
}

/// `print` goes on: whether to `stderr`, separator, end, and what is left to be printed.
fn go_on<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [is_error, separator, end, rest @ ..] = args.values else { return Ok(Value::NONE) };
    let stream = if is_error.as_bool() == Some(true) { Stream::Stderr } else { Stream::Stdout };
    let options = [separator, end].map(|option| option.as_str().unwrap_or_default());
    write(machine, stream, options.into(), rest, 3)
}

/// Prints values; the first one is that argument of the caller. As in CPython, those in front of one
/// whose `__str__` is asked are printed before that runs.
fn write<M: Memory>(
    machine: &mut Machine<M>,
    stream: Stream,
    (separator, end): (&str, &str),
    values: &[Value<M>],
    first: u8,
) -> Result<Value<M>> {
    let interpreter = machine.interpreter;
    let mut text = String::new();
    for (index, value) in values.iter().enumerate() {
        let own;
        let part = if let Some(Object::Str(part)) = value.object() {
            part.as_str()
        } else {
            match repr::str(&interpreter, value) {
                Ok(part) => own = part,
                Err(error) if *error == Error::Control(Control::Dunder) => {
                    if index == 0 {
                        return Err(Error::control(Control::Str(first)));
                    }
                    text.push_str(separator);
                    machine.write(stream, &text)?;
                    return later(machine, stream, (separator, end), &values[index..]);
                }
                Err(error) => return Err(error),
            }
            &own
        };
        if index > 0 {
            text.push_str(separator);
        }
        text.push_str(part);
        if text.len() > OUTPUT_LIMIT {
            return Err(Error::exceeded(Exceeded::Output));
        }
    }
    text.push_str(end);
    machine.write(stream, &text)?;
    Ok(Value::NONE)
}

/// Has the machine call [`go_on`] next.
fn later<M: Memory>(
    machine: &mut Machine<M>,
    stream: Stream,
    (separator, end): (&str, &str),
    values: &[Value<M>],
) -> Result<Value<M>> {
    let heap = machine.heap();
    let builtin = BuiltinObject::new("print", None, go_on::<M>);
    let builtin = heap.allocate(Object::Builtin(builtin))?;
    let is_error = Value::bool(stream == Stream::Stderr);
    let mut arguments = vec![is_error, heap.str(separator)?, heap.str(end)?];
    arguments.extend_from_slice(values);
    machine.tail = Some((builtin, arguments));
    Err(Error::control(Control::Tail))
}

/// The string of an option, or what `None` stands for.
fn option<'a, M: Memory>(name: &str, value: &'a Value<M>, default: &'a str) -> Result<&'a str> {
    match value.as_str() {
        Some(text) => Ok(text),
        None if value.is_none() => Ok(default),
        None => {
            let kind = value.type_name();
            Err(Error::type_error(format!("{name} must be None or a string, not {kind}")))
        }
    }
}
