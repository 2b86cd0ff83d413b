//! `_builtins`: what `locals` and `dir` find.

use crate::code::op::Reg;
use crate::vm::classes::variables;
use crate::vm::error::Error;
use crate::vm::globals::Slot;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::methods;
use crate::vm::native::{Args, Control, Table};
use crate::vm::object::Object;
use crate::vm::stack::Cursor;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// What each class has that no table tells of.
const OF_OBJECT: &str = "__class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ \
    __getstate__ __gt__ __hash__ __init__ __init_subclass__ __le__ __lt__ __ne__ __new__ __reduce__ \
    __reduce_ex__ __repr__ __setattr__ __sizeof__ __str__ __subclasshook__";

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[
        ("get_global", get_global::<M>),
        ("locals", locals::<M>),
        ("names", names::<M>),
        ("set_dict", set_dict::<M>),
        ("set_global", set_global::<M>),
    ]
}

/// `locals()`
pub(in crate::vm) fn locals<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("locals")?;
    Err(Error::control(Control::Locals))
}

/// What a global of the program is bound to, in a tuple, or `None`.
fn get_global<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [name] = args.exactly("get_global")?;
    let name = name.as_str().filter(|name| !name.contains('.')).unwrap_or_default();
    let value = machine.interpreter.global_named(name);
    let value = value.filter(|value| {
        let built_in = machine.interpreter.predefined_global(name);
        name.starts_with("__") || !built_in.is_some_and(|built_in| built_in.is(value))
    });
    let value = match value {
        Some(value) => Some(value),
        None => machine.imported(name)?,
    };
    value.map_or(Ok(Value::NONE), |value| machine.heap().tuple(vec![value]))
}

/// Gives a global of the program a value, or takes it away; `False` if the program has it nowhere.
fn set_global<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let given = args.between("set_global", 1, 2)?;
    let name = given[0].as_str().unwrap_or_default();
    let value = given.get(1).cloned().unwrap_or(Value::UNBOUND);
    let is_there = !name.contains('.') && machine.interpreter.set_global_named(name, value);
    Ok(Value::bool(is_there))
}

/// `object.__dict__ = dict`
fn set_dict<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [dict, object] = args.exactly("set_dict")?;
    machine.set_dict_of_object(object, dict)?;
    Ok(Value::NONE)
}

/// The names of the methods of a class of Python itself.
fn names<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [class] = args.exactly("names")?;
    let Some(class) = class.as_class() else { return machine.heap().list(Vec::new()) };
    let tables = methods::tables::<M>(class.root);
    let all = tables.chain([methods::class_table::<M>(class.root)]).flatten();
    let members = match class.root {
        Type::Int | Type::Bool => "denominator imag numerator real",
        Type::Float => "imag real",
        Type::Range | Type::Slice => "start step stop",
        Type::Property => "fdel fget fset",
        kind if kind.is_exception() => {
            "__cause__ __context__ __suppress_context__ __traceback__ args"
        }
        _ => "",
    };
    let more = [OF_OBJECT, members].into_iter().flat_map(str::split_ascii_whitespace);
    let all = all.map(|(name, _)| *name).chain(more);
    let heap = machine.heap();
    heap.list(all.map(|name| heap.str(name)).collect::<Result<_>>()?)
}

impl<M: Memory> Machine<M> {
    /// A dict of the variables of the running function that have a value.
    pub(in crate::vm) fn locals(&self, at: &Cursor<M>) -> Result<Value<M>> {
        let interpreter = self.interpreter;
        let function = &interpreter.module().functions()[at.entry().index];
        let dict = self.heap().dict()?;
        for (name, value) in variables(function, at) {
            self.set_in_dict(&dict, name, value)?;
        }
        let cells = (0..=u8::MAX).map(Reg).skip(function.locals.len());
        for (cell, name) in cells.zip(&function.free) {
            if let Some(Object::Cell(slot)) = at.get(cell).object()
                && let value = slot.load()
                && !value.is_unbound()
            {
                self.set_in_dict(&dict, name, value)?;
            }
        }
        Ok(dict)
    }
}
