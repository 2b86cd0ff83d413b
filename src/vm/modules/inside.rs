//! What modules in Python need to know of the inside of objects and of the machine.

use crate::vm::arguments;
use crate::vm::data::attributes_of;
use crate::vm::error::{Error, Raised};
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control, Table};
use crate::vm::object::Object;
use crate::vm::ops;
use crate::vm::stack::Cursor;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>(module: &str) -> Table<M> {
    match module {
        "_collections" => &[("tuplegetter", tuplegetter::<M>)],
        "_copy" => {
            &[("attributes", attributes::<M>), ("held", held::<M>), ("instance", instance::<M>)]
        }
        "_sys" => &[("caller", caller::<M>)],
        "_traceback" => &[("text", text::<M>)],
        _ => &[],
    }
}

/// An instance without attributes, whose `__init__` is not called, and that holds this value if its
/// class is of such.
fn instance<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [class, value] = args.exactly("instance")?;
    match class.as_class() {
        Some(inside) if !inside.is_builtin && inside.root.is_held() => {
            machine.derived(class.clone(), value.plain().clone())
        }
        Some(inside) if !inside.is_builtin && !inside.root.is_exception() => {
            machine.bare_instance(class.clone())
        }
        _ => Err(Error::type_error("instance() of no class of the program")),
    }
}

/// The value that an instance holds; `None` if it holds none.
fn held<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [object] = args.exactly("held")?;
    Ok(object.as_derived().map_or(Value::NONE, |derived| derived.value.clone()))
}

/// A dict of the attributes of an instance, wherever they are; `None` if it is none.
fn attributes<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [object] = args.exactly("attributes")?;
    let Some(instance) = object.as_instance().filter(|_| object.own_class().is_some()) else {
        return Ok(Value::NONE);
    };
    let dict = machine.heap().dict()?;
    for (name, value) in attributes_of(instance, &machine.interpreter) {
        machine.set_in_dict(&dict, &name, value)?;
    }
    Ok(dict)
}

/// What stands for an item of a tuple under a name.
fn tuplegetter<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [index] = args.exactly("tuplegetter")?;
    let index = u16::try_from(arguments::whole(index)?)
        .map_err(|_| Error::value_error("a named tuple has at most 65536 fields"))?;
    machine.heap().allocate(Object::Field(index))
}

/// The line of the program that runs, or called the library, and its function.
fn caller<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("caller")?;
    Err(Error::control(Control::Caller))
}

impl<M: Memory> Machine<M> {
    pub(in crate::vm) fn caller(&self, at: &Cursor<M>) -> Result<Value<M>> {
        let (function, line) = self.frames(at).pop().unwrap_or_default();
        let heap = self.heap();
        heap.tuple(vec![int::from_i64(heap, line.into())?, heap.str(function)?])
    }
}

/// The traceback of an exception, with those behind it or without.
fn text<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [exception, chain] = args.exactly("text")?;
    let is_chained = ops::truth(&machine.interpreter, chain)?;
    let (error, frames) = machine.told(exception);
    let earlier = if is_chained { machine.earlier(exception) } else { Vec::new() };
    // One that was never raised has been nowhere.
    let text = if frames.is_empty() && earlier.is_empty() {
        error.to_string()
    } else {
        Raised { error, frames, earlier }.traceback(machine.interpreter.module())
    };
    machine.heap().str(text)
}
