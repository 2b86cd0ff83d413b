//! What modules in Python need to know of the inside of objects and of the machine.

use super::pickle;
use crate::vm::async_generator;
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::mro::linearized;
use crate::vm::native::{Args, Control, Table};
use crate::vm::object::Object;
use crate::vm::ops;
use crate::vm::stack::Cursor;
use crate::vm::types::ClassObject;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>(module: &str) -> Table<M> {
    match module {
        "_asyncio" => async_generator::module(),
        "_collections" => &[("subclass", subclass::<M>)],
        "_copy" => &[
            ("build", pickle::build_plainly::<M>),
            ("instance", instance::<M>),
            ("shallow", pickle::shallow::<M>),
        ],
        "_sys" => &[("caller", caller::<M>)],
        "_traceback" => &[("text", text::<M>)],
        _ => &[],
    }
}

/// An instance without attributes, whose `__init__` is not called.
fn instance<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [class] = args.exactly("instance")?;
    match class.as_class() {
        Some(inside) if !inside.is_builtin && !inside.root.is_exception() => {
            machine.bare_instance(class.clone())
        }
        _ => Err(Error::type_error("instance() of no class of the program")),
    }
}

/// A class of this name that inherits from another one and has nothing of its own.
fn subclass<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [name, base] = args.exactly("subclass")?;
    let (Some(name), Some(inside)) = (name.as_str(), base.as_class()) else {
        return Err(Error::type_error("subclass() of no class"));
    };
    let bases: Box<[_]> = [base.clone()].into();
    let ancestors = linearized(&bases)?;
    let class = ClassObject::new(name, bases, ancestors.into(), inside.root, false, Vec::new());
    machine.heap().allocate(Object::Class(Box::new(class)))
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
    let raised = machine.raised(exception, is_chained);
    machine.heap().str(raised.traceback(machine.interpreter.module()))
}
