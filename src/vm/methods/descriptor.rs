//! `property`, `staticmethod` and `classmethod` (`Objects/descrobject.c`, `Objects/funcobject.c`).

use crate::vm::descriptor::{Access, Property, Wrapper};
use crate::vm::error::Error;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Native, Table};
use crate::vm::object::Object;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn property_methods<M: Memory>() -> Table<M> {
    const { &[("deleter", deleter::<M> as Native<M>), ("getter", getter::<M>), ("setter", setter::<M>)] }
}

/// `property(fget=None, fset=None, fdel=None, doc=None)`
pub(super) fn construct_property<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [get, set, delete, doc] = args.bind("property", ["fget", "fset", "fdel", "doc"], 0, 0)?;
    let functions = [get, set, delete].map(|function| function.cloned().unwrap_or(Value::NONE));
    let doc = doc.filter(|doc| !doc.is_none()).cloned().unwrap_or(Value::UNBOUND);
    let property = Property::new(functions, doc);
    machine.heap().allocate(Object::Property(Box::new(property)))
}

fn getter<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    with(machine, args, "getter", Access::Get)
}

fn setter<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    with(machine, args, "setter", Access::Set)
}

fn deleter<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    with(machine, args, "deleter", Access::Delete)
}

/// A property with another function.
fn with<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    method: &str,
    access: Access,
) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::Property, method)?;
    let [function] = rest.exactly(&format!("property.{method}"))?;
    let Some(Object::Property(property)) = me.object() else { return Ok(Value::NONE) };
    let mut functions = property.functions.clone();
    functions[access as usize] = function.clone();
    let property = Property::new(functions, property.doc.clone());
    machine.heap().allocate(Object::Property(Box::new(property)))
}

pub(super) fn construct_static<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [function] = args.expected("staticmethod")?;
    let wrapper = Wrapper { function: function.clone(), is_of_class: false };
    machine.heap().allocate(Object::Wrapper(Box::new(wrapper)))
}

pub(super) fn construct_class<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [function] = args.expected("classmethod")?;
    let wrapper = Wrapper { function: function.clone(), is_of_class: true };
    machine.heap().allocate(Object::Wrapper(Box::new(wrapper)))
}
