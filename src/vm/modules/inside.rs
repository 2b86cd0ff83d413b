//! What modules in Python need to know of the inside of objects and of the machine.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::pickle;
use crate::vm::arguments;
use crate::vm::async_generator;
use crate::vm::error::{Error, Site};
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::module_object::ModuleObject;
use crate::vm::native::{Args, Control, Table};
use crate::vm::object::Object;
use crate::vm::ops;
use crate::vm::stack::Cursor;
use crate::vm::system::System;
use crate::vm::value::Value;

/// The program.
const MAIN: &str = "__main__";

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>(module: &str) -> Table<M> {
    match module {
        "_asyncio" => async_generator::module(),
        "_collections" => &[("tuplegetter", tuplegetter::<M>)],
        "_copy" => &[
            ("build", pickle::build_plainly::<M>),
            ("held", held::<M>),
            ("shallow", pickle::shallow::<M>),
        ],
        "_inspect" => &[("parameters", parameters::<M>)],
        "_sys" => &[
            ("arguments", arguments_given::<M>),
            ("caller", caller::<M>),
            ("frames", frames::<M>),
            ("input", input_given::<M>),
            ("linked", linked::<M>),
            ("main", main::<M>),
        ],
        "_traceback" => &[("text", text::<M>)],
        _ => &[],
    }
}

/// The value that an instance holds; `None` if it holds none.
fn held<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [object] = args.exactly("held")?;
    Ok(object.as_derived().map_or(Value::NONE, |derived| derived.value.clone()))
}

/// What stands for an item of a tuple under a name.
fn tuplegetter<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [index] = args.exactly("tuplegetter")?;
    let index = u16::try_from(arguments::whole(index)?)
        .map_err(|_| Error::value_error("a named tuple has at most 65536 fields"))?;
    machine.heap().allocate(Object::Field(index))
}

/// What `sys.argv` has behind the program's name.
fn arguments_given<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("arguments")?;
    let heap = machine.heap();
    let given = machine.interpreter.system().map(System::given);
    let texts = given.iter().flat_map(|given| &given.arguments);
    let texts: Result<Vec<_>> = texts.map(|text| heap.str(text.as_str())).collect();
    heap.tuple(texts?)
}

/// All that `sys.stdin` will read.
fn input_given<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("input")?;
    let given = machine.interpreter.system().map(System::given);
    machine.heap().str(given.map_or("", |given| given.input.as_str()))
}

/// The program as a module.
fn main<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("main")?;
    machine.heap().allocate(Object::Module(Box::new(ModuleObject { name: "__main__".into() })))
}

/// What a function of Python takes: names, how many have a place only, by name alone, whether there is
/// an `*args` and a `**kwargs`, and what a call of it gives; `None` of anything else.
fn parameters<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [function] = args.exactly("parameters")?;
    let Some(Object::Function(function)) = function.object() else { return Ok(Value::NONE) };
    let entry = function.entry();
    let function = &machine.interpreter.module().functions()[entry.index];
    let (heap, signature) = (machine.heap(), &function.signature);
    let names = function.parameters.iter().map(|name| heap.str(name.as_str()));
    let names = heap.tuple(names.collect::<Result<Vec<_>>>()?)?;
    let count = |count: usize| int::from_i64(heap, count.try_into().unwrap_or_default());
    heap.tuple(vec![
        names,
        count(signature.positional_only)?,
        count(signature.keyword_only.len())?,
        Value::bool(signature.has_rest),
        Value::bool(signature.has_keywords),
        heap.str(if entry.is_generator { entry.iterator.name() } else { "" })?,
    ])
}

/// The line of the program that runs, or called the library, and its function.
fn caller<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("caller")?;
    Err(Error::control(Control::Caller))
}

/// Code, line and variables of each frame of the program, innermost first.
fn frames<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("frames")?;
    Err(Error::control(Control::Frames))
}

impl<M: Memory> Machine<M> {
    pub(in crate::vm) fn caller(&self, at: &Cursor<M>) -> Result<Value<M>> {
        let Site { function, line, .. } = self.frames(at).pop().unwrap_or_default();
        let heap = self.heap();
        heap.tuple(vec![int::from_i64(heap, line.into())?, heap.str(function)?])
    }
}

/// A dict of the modules that the program has something of, and of the program itself.
fn linked<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("linked")?;
    let module = Arc::clone(machine.interpreter.module());
    let names = module.globals().iter().filter_map(|name| name.rsplit_once('.'));
    let names = names.map(|(module, _)| module).chain(["sys", "builtins", MAIN]);
    let names: BTreeSet<_> = names.filter(|name| *name == MAIN || !name.starts_with('_')).collect();
    let dict = machine.heap().dict()?;
    for name in names.into_iter().filter(|name| !name.is_empty() && !name.contains(' ')) {
        if let Some(module) = machine.interpreter.predefined(&format!("{name}."))? {
            machine.set_in_dict(&dict, name, module.clone())?;
            if name == MAIN {
                machine.set_in_dict(&dict, machine.interpreter.module_name(), module)?;
            }
        }
    }
    Ok(dict)
}

/// The traceback of an exception, with those behind it or without.
fn text<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [exception, chain] = args.exactly("text")?;
    let is_chained = ops::truth(&machine.interpreter, chain)?;
    let raised = machine.raised(exception, is_chained);
    machine.heap().str(raised.traceback(machine.interpreter.module()))
}
