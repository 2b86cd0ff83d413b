//! `property`, `staticmethod` and `classmethod` (`Objects/descrobject.c`, `Objects/funcobject.c`).

use crate::vm::builtins::is_callable;
use crate::vm::descriptor::{Access, Found, Property, Wrapper};
use crate::vm::error::Error;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control, Native, Table};
use crate::vm::object::Object;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn property_methods<M: Memory>() -> Table<M> {
    const {
        &[
            ("__get__", get_by_property::<M>),
            ("deleter", deleter::<M> as Native<M>),
            ("getter", getter::<M>),
            ("setter", setter::<M>),
        ]
    }
}

pub(super) fn function_methods<M: Memory>() -> Table<M> {
    const { &[("__get__", get::<M> as Native<M>)] }
}

/// What a function, or a static or class method, is as an attribute of an object, or of a class if
/// there is none.
fn get<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let given = args.between("__get__", 2, 3)?;
    let (me, object) = (&given[0], &given[1]);
    match machine.interpreter.as_found(me.clone(), !object.is_none()) {
        Found::Method(function) => machine.bound(function, object.clone()),
        Found::ClassMethod(function) => {
            let class = match given.get(2).filter(|class| !class.is_none()) {
                Some(class) => class.clone(),
                None => machine.interpreter.class_of(object),
            };
            machine.bound(function, class)
        }
        Found::Plain(value) | Found::Descriptor(value) => Ok(value),
        Found::Field(_) => Ok(me.clone()),
    }
}

/// `types.MethodType(function, object)`
pub(super) fn construct_method<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [function, object] = args.expected("method")?;
    if !is_callable(machine, function) {
        return Err(Error::type_error("first argument must be callable"));
    }
    if object.is_none() {
        return Err(Error::type_error("instance must not be None"));
    }
    machine.bound(function.clone(), object.clone())
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

/// `property.__get__(object, class=None)`
fn get_by_property<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let given = args.between("__get__", 2, 3)?;
    let Some(Object::Property(property)) = given[0].object() else { return Ok(Value::NONE) };
    if given[1].is_none() {
        return Ok(given[0].clone());
    }
    let getter = property.functions[Access::Get as usize].clone();
    if getter.is_none() {
        let kind = given[1].type_name();
        let text = format!("property of '{kind}' object has no getter");
        return Err(Error::exception("AttributeError", text));
    }
    machine.tail = Some((getter, vec![given[1].clone()]));
    Err(Error::control(Control::Tail))
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
    machine.heap().allocate(Object::Wrapper(wrapper))
}

pub(super) fn construct_class<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [function] = args.expected("classmethod")?;
    let wrapper = Wrapper { function: function.clone(), is_of_class: true };
    machine.heap().allocate(Object::Wrapper(wrapper))
}
