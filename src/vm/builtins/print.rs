//! `print`.

use std::sync::Arc;

use crate::vm::error::{Error, Exceeded};
use crate::vm::limits::OUTPUT_LIMIT;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control, Native, Table};
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
    let interpreter = Arc::clone(&machine.interpreter);
    let mut text = String::new();
    for (index, value) in args.positional().iter().enumerate() {
        if index > 0 {
            text.push_str(separator);
        }
        if let Some(value) = value.as_str() {
            text.push_str(value);
        } else {
            match repr::str(&interpreter, value) {
                Ok(value) => text.push_str(&value),
                Err(error) if *error == Error::Control(Control::Dunder) => {
                    let index = u8::try_from(index).map_err(|_| {
                        Error::unsupported("`print` of more than 255 instances of classes")
                    })?;
                    return Err(Error::control(Control::Str(index)));
                }
                Err(error) => return Err(error),
            }
        }
        if text.len() > OUTPUT_LIMIT {
            return Err(Error::exceeded(Exceeded::Output));
        }
    }
    text.push_str(end);
    if machine.output.len() + text.len() > OUTPUT_LIMIT {
        return Err(Error::exceeded(Exceeded::Output));
    }
    machine.output.push_str(&text);
    Ok(Value::NONE)
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
