//! `print`.

use crate::vm::error::{Error, Exceeded};
use crate::vm::limits::OUTPUT_LIMIT;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, BuiltinObject, Control, Native, Table};
use crate::vm::object::Object;
use crate::vm::repr;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    const { &[("print", print::<M> as Native<M>)] }
}

fn print<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (mut separator, mut end) = (" ", "\n");
    for (name, value) in args.by_keyword() {
        match name {
            "sep" => separator = option(name, value, separator)?,
            "end" => end = option(name, value, end)?,
            "flush" => {}
            "file" if value.is_none() => {}
            "file" => return Err(Error::unsupported("`print(file=…)`")),
            _ => {
                return Err(Error::type_error(format!(
                    "'{name}' is an invalid keyword argument for print()"
                )));
            }
        }
    }
    write(machine, (separator, end), args.positional(), 0)
}

/// `print` goes on: separator, end, and what is left to be printed.
fn go_on<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [separator, end, rest @ ..] = args.values else { return Ok(Value::NONE) };
    let options = [separator, end].map(|option| option.as_str().unwrap_or_default());
    write(machine, options.into(), rest, 2)
}

/// Prints values; the first one is that argument of the caller. As in CPython, those in front of one
/// whose `__str__` is asked are printed before that runs.
fn write<M: Memory>(
    machine: &mut Machine<M>,
    (separator, end): (&str, &str),
    values: &[Value<M>],
    first: u8,
) -> Result<Value<M>> {
    let interpreter = machine.interpreter;
    let mut text = String::new();
    for (index, value) in values.iter().enumerate() {
        let own;
        let part = if let Some(part) = value.as_str() {
            part
        } else {
            match repr::str(&interpreter, value) {
                Ok(part) => own = part,
                Err(error) if *error == Error::Control(Control::Dunder) => {
                    if index == 0 {
                        return Err(Error::control(Control::Str(first)));
                    }
                    text.push_str(separator);
                    put(machine, &text)?;
                    return later(machine, separator, end, &values[index..]);
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
    put(machine, &text)?;
    Ok(Value::NONE)
}

fn put<M: Memory>(machine: &mut Machine<M>, text: &str) -> Result<()> {
    let ident = machine.ident();
    machine.output.write(ident, text)
}

/// Has the machine call [`go_on`] next.
fn later<M: Memory>(
    machine: &mut Machine<M>,
    separator: &str,
    end: &str,
    values: &[Value<M>],
) -> Result<Value<M>> {
    let heap = machine.heap();
    let builtin = BuiltinObject::new("print", None, go_on::<M>);
    let builtin = heap.allocate(Object::Builtin(builtin))?;
    let mut arguments = vec![heap.str(separator)?, heap.str(end)?];
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
