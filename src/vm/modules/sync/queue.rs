//! `queue.SimpleQueue`.

use super::{Patience, Result, Sync, attempt, make, of, patience, truth};
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::{Locked, Memory};
use crate::vm::native::{Args, Table};
use crate::vm::types::Type;
use crate::vm::value::Value;

pub(super) fn methods<M: Memory>() -> Table<M> {
    &[
        ("put", put::<M>),
        ("get", get::<M>),
        ("put_nowait", put_nowait::<M>),
        ("get_nowait", get_nowait::<M>),
        ("qsize", qsize::<M>),
        ("empty", empty::<M>),
    ]
}

pub(super) fn queue<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("SimpleQueue")?;
    make(machine, Sync::new(Type::Queue))
}

fn put<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    // There is always room: nobody waits.
    let [me, item, _block, _timeout] =
        args.bind("put", ["self", "item", "block", "timeout"], 2, 1)?;
    match (me, item) {
        (Some(me), Some(item)) => add(machine, me, item),
        _ => Ok(Value::NONE),
    }
}

fn put_nowait<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, item] = args.exactly("put_nowait")?;
    add(machine, me, item)
}

fn add<M: Memory>(machine: &Machine<M>, me: &Value<M>, item: &Value<M>) -> Result<Value<M>> {
    let queue = of(Some(me))?;
    machine.heap().check(size_of::<Value<M>>())?;
    queue.state.with(|state| state.items.push_back(item.clone()));
    queue.signal.tell(usize::MAX);
    Ok(Value::NONE)
}

fn get<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, block, timeout] = args.bind("get", ["self", "block", "timeout"], 1, 1)?;
    let patience = queue_patience(machine, block, timeout)?;
    get_within(machine, of(me)?, &patience)
}

fn get_nowait<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("get_nowait")?;
    get_within(machine, of(me)?, &Patience::None)
}

fn get_within<M: Memory>(
    machine: &mut Machine<M>,
    queue: &Sync<M>,
    patience: &Patience,
) -> Result<Value<M>> {
    let item = attempt(machine, queue, patience, |state| state.items.pop_front())?;
    item.ok_or_else(|| Error::exception("Empty", ""))
}

fn qsize<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("qsize")?;
    let length = of(me)?.state.with(|state| state.items.len());
    int::from_i64(machine.heap(), i64::try_from(length).unwrap_or(i64::MAX))
}

fn empty<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("empty")?;
    Ok(Value::bool(of(me)?.state.with(|state| state.items.is_empty())))
}

fn queue_patience<M: Memory>(
    machine: &Machine<M>,
    block: Option<&Value<M>>,
    timeout: Option<&Value<M>>,
) -> Result<Patience> {
    if !truth(machine, block)? {
        return Ok(Patience::None);
    }
    match patience(timeout, "<")? {
        Patience::For(seconds) if seconds < 0.0 => {
            Err(Error::value_error("'timeout' must be a non-negative number"))
        }
        patience => Ok(patience),
    }
}
