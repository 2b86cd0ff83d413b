//! `threading.Event`.

use super::{Result, Sync, attempt, make, of, patience};
use crate::vm::machine::Machine;
use crate::vm::memory::{Locked, Memory};
use crate::vm::native::{Args, Table};
use crate::vm::types::Type;
use crate::vm::value::Value;

pub(super) fn methods<M: Memory>() -> Table<M> {
    &[("set", set::<M>), ("clear", clear::<M>), ("is_set", is_set::<M>), ("wait", wait::<M>)]
}

pub(super) fn event<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("Event")?;
    make(machine, Sync::new(Type::Event))
}

fn set<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("set")?;
    of(me)?.set();
    Ok(Value::NONE)
}

impl<M: Memory> Sync<M> {
    /// `Event.set`
    pub(in crate::vm) fn set(&self) {
        self.state.with(|state| state.count = 1);
        self.signal.tell(usize::MAX);
    }
}

fn clear<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("clear")?;
    of(me)?.state.with(|state| state.count = 0);
    Ok(Value::NONE)
}

fn is_set<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("is_set")?;
    Ok(Value::bool(of(me)?.state.with(|state| state.count > 0)))
}

fn wait<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, timeout] = args.bind("wait", ["self", "timeout"], 1, 1)?;
    let patience = patience(timeout, ">")?;
    let is_set = attempt(machine, of(me)?, &patience, |state| (state.count > 0).then_some(()))?;
    Ok(Value::bool(is_set.is_some()))
}
