//! `dict` and its methods (`Objects/dictobject.c`).

use crate::vm::compare;
use crate::vm::dict::{self, Dict};
use crate::vm::error::Error;
use crate::vm::hash::hash;
use crate::vm::heap::Heap;
use crate::vm::int;
use crate::vm::iterate;
use crate::vm::machine::Machine;
use crate::vm::memory::{Locked, Memory};
use crate::vm::native::{Args, Control, Native, Table};
use crate::vm::object::Object;
use crate::vm::types::Type;
use crate::vm::value::Value;
use crate::vm::view::{DictView, ViewKind};

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn methods<M: Memory>() -> Table<M> {
    &[
        ("clear", clear::<M>),
        ("copy", copy::<M>),
        ("get", get::<M>),
        ("items", items::<M>),
        ("keys", keys::<M>),
        ("pop", pop::<M>),
        ("popitem", pop_item::<M>),
        ("setdefault", set_default::<M>),
        ("update", update::<M>),
        ("values", values::<M>),
    ]
}

pub(super) fn class_methods<M: Memory>() -> Table<M> {
    const { &[("fromkeys", from_keys::<M> as Native<M>)] }
}

pub(super) fn view_methods<M: Memory>() -> Table<M> {
    const { &[("isdisjoint", is_disjoint::<M> as Native<M>)] }
}

/// Has a view of keys or items nothing in common with another value?
fn is_disjoint<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Some(view) = args.values.first() else { return Ok(Value::NONE) };
    let [other] = args.behind_first().exactly(&format!("{}.isdisjoint", view.type_name()))?;
    if iterate::is_of_program(machine, other) {
        return Err(Error::control(Control::Prelude("is_disjoint")));
    }
    for item in iterate::collect(machine, other, 1)? {
        match compare::contains(&machine.interpreter, view, &item) {
            Ok(false) => {}
            Ok(true) => return Ok(Value::bool(false)),
            Err(error) if *error == Error::Control(Control::Dunder) => {
                return Err(Error::control(Control::Prelude("is_disjoint")));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(Value::bool(true))
}

/// `dict()`, `dict(mapping, **keywords)`, `dict(pairs, **keywords)`
pub(super) fn construct<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let dict = machine.heap().dict()?;
    fill(machine, "dict", "dict_filled", &dict, args)?;
    Ok(dict)
}

/// The dict, its inside, the heap that it is on, and the other arguments.
struct Call<'a, M: Memory> {
    dict: &'a Value<M>,
    pairs: &'a M::Locked<Dict<M>>,
    heap: &'a Heap<M>,
    rest: Args<'a, M>,
}

#[inline]
fn call<'a, M: Memory>(args: &Args<'a, M>, method: &str) -> Result<Call<'a, M>> {
    if let Some(dict) = args.values.first().map(Value::plain)
        && let (Some(Object::Dict(pairs)), Some(heap)) = (dict.object(), dict.heap())
    {
        return Ok(Call { dict, pairs, heap, rest: args.behind_first() });
    }
    Err(args.of_no(Type::Dict, method))
}

fn clear<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { pairs, heap, rest, .. } = call(args, "clear")?;
    let [] = rest.exactly("dict.clear")?;
    drop(pairs.with(|pairs| pairs.clear(heap)));
    Ok(Value::NONE)
}

fn copy<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { pairs, rest, .. } = call(args, "copy")?;
    let [] = rest.exactly("dict.copy")?;
    machine.heap().dict_of(pairs.with(|pairs| pairs.clone()))
}

/// `dict.fromkeys(iterable, value=None)`
fn from_keys<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let arguments = args.between("fromkeys", 1, 2)?;
    let value = arguments.get(1).cloned().unwrap_or(Value::NONE);
    if iterate::is_of_program(machine, &arguments[0]) {
        return Err(Error::control(Control::Prelude("from_keys")));
    }
    let keys = iterate::collect(machine, &arguments[0], 0)?;
    let made = machine.heap().dict()?;
    if let Some(Object::Dict(pairs)) = made.object() {
        for key in &keys {
            let done = dict::set(&machine.interpreter, machine.heap(), pairs, key, value.clone());
            match done {
                // An iterator is used up by now.
                Err(error) if *error == Error::Control(Control::Hash) => {
                    let keys = machine.heap().list(keys)?;
                    let function = machine.interpreter.prelude("from_keys")?;
                    machine.tail = Some((function, vec![keys, value]));
                    return Err(Error::control(Control::Tail));
                }
                done => done?,
            }
        }
    }
    Ok(made)
}

fn get<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { pairs, rest, .. } = call(args, "get")?;
    let arguments = rest.between("get", 1, 2)?;
    let value = dict::get(&machine.interpreter, pairs, &arguments[0])?;
    Ok(match (value, arguments) {
        (Some(value), _) => value,
        (None, [_, default]) => default.clone(),
        (None, _) => Value::NONE,
    })
}

fn set_default<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { pairs, heap, rest, .. } = call(args, "setdefault")?;
    let arguments = rest.between("setdefault", 1, 2)?;
    let key = &arguments[0];
    let default = arguments.get(1).cloned().unwrap_or(Value::NONE);
    let hash = hash(&machine.interpreter, key)?;
    pairs.with(|pairs| match pairs.get(hash, key) {
        Some(value) => Ok(value),
        None => pairs.set(heap, hash, key, default.clone()).map(|_| default),
    })
}

fn pop<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { pairs, rest, .. } = call(args, "pop")?;
    let arguments = rest.between("pop", 1, 2)?;
    let value = dict::remove(&machine.interpreter, pairs, &arguments[0])?;
    match value.or_else(|| arguments.get(1).cloned()) {
        Some(value) => Ok(value),
        None => Err(machine.throw(Type::KeyError, vec![arguments[0].clone()])),
    }
}

fn pop_item<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { pairs, rest, .. } = call(args, "popitem")?;
    let [] = rest.exactly("dict.popitem")?;
    if let Some((key, value)) = pairs.with(Dict::pop_last) {
        return machine.heap().pair([key, value]);
    }
    let message = machine.heap().str("popitem(): dictionary is empty")?;
    Err(machine.throw(Type::KeyError, vec![message]))
}

fn keys<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    view(machine, args, "keys", ViewKind::Keys)
}

fn values<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    view(machine, args, "values", ViewKind::Values)
}

fn items<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    view(machine, args, "items", ViewKind::Items)
}

fn view<M: Memory>(
    machine: &Machine<M>,
    args: &Args<'_, M>,
    method: &str,
    kind: ViewKind,
) -> Result<Value<M>> {
    let Call { dict, rest, .. } = call(args, method)?;
    let [] = rest.exactly(&format!("dict.{method}"))?;
    let view = DictView { dict: dict.clone(), kind };
    machine.heap().allocate(Object::DictView(view))
}

fn update<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { dict, rest, .. } = call(args, "update")?;
    fill(machine, "update", "dict_update", dict, &rest)?;
    Ok(Value::NONE)
}

/// Puts into a dict what these arguments have; what only code of the program can, the prelude's
/// function `twin` does.
fn fill<M: Memory>(
    machine: &mut Machine<M>,
    function: &str,
    twin: &str,
    dict: &Value<M>,
    args: &Args<'_, M>,
) -> Result<()> {
    let (Some(Object::Dict(into)), Some(heap)) = (dict.object(), dict.heap()) else {
        return Ok(());
    };
    let interpreter = machine.interpreter;
    let rest = match args.positional() {
        [] => None,
        [from] => dict::merge(&interpreter, heap, into, from)?,
        more => {
            let given = more.len();
            return Err(Error::type_error(format!(
                "{function} expected at most 1 argument, got {given}"
            )));
        }
    };
    // The keywords go last.
    let named = match rest {
        Some(_) => machine.heap().dict()?,
        None => dict.clone(),
    };
    if let (Some(Object::Dict(into)), Some(heap)) = (named.object(), named.heap()) {
        for (name, value) in args.by_keyword() {
            dict::set(&interpreter, heap, into, &machine.heap().str(name)?, value.clone())?;
        }
    }
    let Some(dict::Rest { pairs, number }) = rest else { return Ok(()) };
    let number = int::from_big(machine.heap(), number.into())?;
    machine.tail = Some((interpreter.prelude(twin)?, vec![dict.clone(), pairs, named, number]));
    Err(Error::control(Control::Tail))
}
