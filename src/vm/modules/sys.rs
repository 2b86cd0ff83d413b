//! `sys`, as far as it cannot be written in Python (`Python/sysmodule.c`). The rest of it is in
//! `src/lib/sys.py`.

use std::time::Duration;

use crate::vm::error::Error;
use crate::vm::float;
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control, Table};
use crate::vm::object::Object;
use crate::vm::ops::Number;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[
        ("_is_gil_enabled", is_gil_enabled::<M>),
        ("exception", exception::<M>),
        ("exit", exit::<M>),
        ("getrefcount", getrefcount::<M>),
        ("getrecursionlimit", recursion_limit::<M>),
        ("getsizeof", getsizeof::<M>),
        ("getswitchinterval", get::<M>),
        ("intern", intern::<M>),
        ("setrecursionlimit", set_recursion_limit::<M>),
        ("setswitchinterval", set::<M>),
    ]
}

/// A machine of either memory policy may have a GIL; only one that needs none goes without.
fn is_gil_enabled<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("sys._is_gil_enabled")?;
    Ok(Value::bool(!M::IS_SHARED))
}

/// The exception that is being handled.
fn exception<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("sys.exception")?;
    Err(Error::control(Control::Handled))
}

fn exit<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let args = match args.between("exit", 0, 1)? {
        [status] if !status.is_none() => match status.object() {
            Some(Object::Tuple(items)) => items.to_vec(),
            _ => vec![status.clone()],
        },
        _ => Vec::new(),
    };
    Err(machine.throw(Type::SystemExit, args))
}

/// The argument of the call counts, as in CPython.
fn getrefcount<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [object] = args.exactly("sys.getrefcount")?;
    int::from_i64(machine.heap(), object.references().into())
}

/// What it takes in the playground: a slot and what is behind it, or a word if it is no object.
fn getsizeof<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [object, _default] = args.bind("getsizeof", ["object", "default"], 1, 0)?;
    let object = object.and_then(|value| Some(value.object()?.size(value.heap()?)));
    let size = object.unwrap_or(size_of::<Value<M>>());
    int::from_i64(machine.heap(), i64::try_from(size).unwrap_or(i64::MAX))
}

/// Equal strings need not be one object, which nobody notices who does not ask for it by `is`.
fn intern<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [text] = args.exactly("sys.intern")?;
    if text.as_str().is_none() {
        let kind = text.type_name();
        return Err(Error::type_error(format!("intern() argument must be str, not {kind}")));
    }
    Ok(text.clone())
}

fn recursion_limit<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("sys.getrecursionlimit")?;
    let limit = i64::try_from(machine.interpreter.recursion_limit()).unwrap_or(i64::MAX);
    int::from_i64(machine.heap(), limit)
}

/// Threads that run already keep theirs, but for the one that calls.
fn set_recursion_limit<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [limit] = args.exactly("sys.setrecursionlimit")?;
    let Some(limit) = limit.as_small_int() else {
        let kind = limit.type_name();
        return Err(Error::type_error(format!(
            "'{kind}' object cannot be interpreted as an integer"
        )));
    };
    let limit = usize::try_from(limit).ok().filter(|limit| *limit > 0);
    let limit = limit
        .ok_or_else(|| Error::value_error("recursion limit must be greater or equal than 1"))?;
    if !machine.stack.limit_to(limit) {
        let depth = machine.stack.depth() + 1;
        let message = format!(
            "cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low"
        );
        return Err(Error::exception("RecursionError", &message));
    }
    machine.interpreter.set_recursion_limit(limit);
    Ok(Value::NONE)
}

fn get<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("sys.getswitchinterval")?;
    float::from_f64(machine.heap(), machine.interpreter.switch_interval().as_secs_f64())
}

fn set<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [seconds] = args.exactly("sys.setswitchinterval")?;
    let Some(number) = seconds.number() else {
        let name = seconds.type_name();
        return Err(Error::type_error(format!("must be real number, not {name}")));
    };
    let seconds = match number {
        Number::Int(number) => number.to_float()?,
        Number::Float(number) => number,
    };
    if seconds <= 0.0 || seconds.is_nan() {
        return Err(Error::value_error("switch interval must be strictly positive"));
    }
    let interval = Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX);
    machine.interpreter.set_switch_interval(interval);
    Ok(Value::NONE)
}
