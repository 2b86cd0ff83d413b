//! `queue.Queue`.

use std::collections::VecDeque;

use super::{Patience, Result, State, Sync, attempt, make, of, patience, truth, whole};
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
        ("full", full::<M>),
        ("task_done", task_done::<M>),
        ("join", join::<M>),
        ("shutdown", shutdown::<M>),
    ]
}

pub(super) fn queue<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [most] = args.bind("Queue", ["maxsize"], 0, 0)?;
    make(machine, Sync::new(Type::Queue, 0, most.map_or(Ok(0), whole)?))
}

fn put<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, item, block, timeout] =
        args.bind("put", ["self", "item", "block", "timeout"], 2, 1)?;
    let patience = queue_patience(machine, block, timeout)?;
    match (me, item) {
        (Some(me), Some(item)) => put_within(machine, me, item, &patience),
        _ => Ok(Value::NONE),
    }
}

fn put_nowait<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, item] = args.exactly("put_nowait")?;
    put_within(machine, me, item, &Patience::None)
}

fn put_within<M: Memory>(
    machine: &mut Machine<M>,
    me: &Value<M>,
    item: &Value<M>,
    patience: &Patience,
) -> Result<Value<M>> {
    let queue = of(Some(me))?;
    machine.heap().check(size_of::<Value<M>>())?;
    let is_put = attempt(machine, queue, patience, |state| {
        let length = i64::try_from(state.items.len()).unwrap_or(i64::MAX);
        let is_open = state.count == 0;
        if is_open && state.most > 0 && length >= state.most {
            return None;
        }
        if is_open {
            state.items.push_back(item.clone());
            state.unfinished += 1;
        }
        Some(is_open)
    })?;
    match is_put {
        Some(true) => queue.signal.tell(usize::MAX),
        Some(false) => return Err(Error::exception("ShutDown", "")),
        None => return Err(Error::exception("Full", "")),
    }
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
    let item = attempt(machine, queue, patience, |state| match state.items.pop_front() {
        None if state.count == 0 => None,
        item => Some(item),
    })?;
    let Some(item) = item else { return Err(Error::exception("Empty", "")) };
    let Some(item) = item else { return Err(Error::exception("ShutDown", "")) };
    queue.signal.tell(usize::MAX);
    Ok(item)
}

fn shutdown<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, immediate] = args.bind("shutdown", ["self", "immediate"], 1, 1)?;
    let is_immediate = immediate.is_some() && truth(machine, immediate)?;
    let queue = of(me)?;
    let dropped = queue.state.with(|state| {
        state.count = 1;
        if !is_immediate {
            return VecDeque::new();
        }
        let items = std::mem::take(&mut state.items);
        state.unfinished -= state.unfinished.min(i64::try_from(items.len()).unwrap_or(i64::MAX));
        items
    });
    drop(dropped);
    queue.signal.tell(usize::MAX);
    Ok(Value::NONE)
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

fn full<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("full")?;
    Ok(Value::bool(of(me)?.state.with(|state| {
        let length = i64::try_from(state.items.len()).unwrap_or(i64::MAX);
        state.most > 0 && length >= state.most
    })))
}

fn task_done<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("task_done")?;
    let queue = of(me)?;
    let was_open = queue.state.with(|state| {
        let was_open = state.unfinished > 0;
        state.unfinished -= i64::from(was_open);
        was_open
    });
    if !was_open {
        return Err(Error::value_error("task_done() called too many times"));
    }
    queue.signal.tell(usize::MAX);
    Ok(Value::NONE)
}

fn join<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("join")?;
    let done = |state: &mut State<M>| (state.unfinished == 0).then_some(());
    attempt(machine, of(me)?, &Patience::Endless, done)?;
    Ok(Value::NONE)
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
