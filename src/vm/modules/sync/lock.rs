//! `threading.Lock` and `RLock`.

use super::{Patience, Result, Sync, attempt, make, of, truth};
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::{Locked, Memory};
use crate::vm::modules::time;
use crate::vm::native::{Args, Table};
use crate::vm::types::Type;
use crate::vm::value::Value;

pub(super) fn methods<M: Memory>(kind: Type) -> Table<M> {
    match kind {
        Type::Lock => &[
            ("acquire", acquire::<M>),
            ("release", release::<M>),
            ("locked", locked::<M>),
            ("__enter__", enter::<M>),
            ("__exit__", exit::<M>),
        ],
        Type::RLock => &[
            ("acquire", acquire::<M>),
            ("release", release::<M>),
            ("locked", locked::<M>),
            ("_is_owned", is_owned::<M>),
            ("_release_save", release_save::<M>),
            ("_acquire_restore", acquire_restore::<M>),
            ("__enter__", enter::<M>),
            ("__exit__", exit::<M>),
        ],
        _ => &[],
    }
}

pub(super) fn lock<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("lock")?;
    make(machine, Sync::new(Type::Lock))
}

pub(super) fn rlock<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("RLock")?;
    make(machine, Sync::new(Type::RLock))
}

fn acquire<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, blocking, timeout] = args.bind("acquire", ["self", "blocking", "timeout"], 1, 1)?;
    let is_blocking = truth(machine, blocking)?;
    let patience = match timeout.map(time::interval).transpose()? {
        Some(seconds) if !is_blocking && !is_endless(seconds) => {
            return Err(Error::value_error("can't specify a timeout for a non-blocking call"));
        }
        _ if !is_blocking => Patience::None,
        None => Patience::Endless,
        Some(seconds) if is_endless(seconds) => Patience::Endless,
        Some(seconds) if seconds < 0.0 => {
            return Err(Error::value_error("timeout value must be positive"));
        }
        Some(seconds) => Patience::For(seconds),
    };
    take(machine, of(me)?, &patience)
}

/// What stands for a lock that is waited for as long as it takes.
#[expect(clippy::float_cmp, reason = "it is this very number")]
fn is_endless(seconds: f64) -> bool {
    seconds == -1.0
}

fn enter<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("__enter__")?;
    take(machine, of(me)?, &Patience::Endless)
}

fn exit<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, ..] = args.values else { return Ok(Value::NONE) };
    give_back(machine, of(me)?)
}

fn release<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("release")?;
    give_back(machine, of(me)?)
}

/// Takes a lock: was that possible?
fn take<M: Memory>(
    machine: &mut Machine<M>,
    sync: &Sync<M>,
    patience: &Patience,
) -> Result<Value<M>> {
    let worker = machine.worker;
    let kind = sync.kind;
    let is_taken = attempt(machine, sync, patience, |state| match kind {
        Type::RLock if state.count > 0 && state.owner == worker => {
            state.count += 1;
            Some(())
        }
        _ if state.count == 0 => {
            (state.count, state.owner) = (1, worker);
            Some(())
        }
        _ => None,
    })?;
    Ok(Value::bool(is_taken.is_some()))
}

fn give_back<M: Memory>(machine: &Machine<M>, sync: &Sync<M>) -> Result<Value<M>> {
    let worker = machine.worker;
    let wrong = sync.state.with(|state| match sync.kind {
        Type::RLock if state.count == 0 || state.owner != worker => {
            Some("cannot release un-acquired lock")
        }
        _ if state.count == 0 => Some("release unlocked lock"),
        _ => {
            state.count -= 1;
            None
        }
    });
    if let Some(wrong) = wrong {
        return Err(Error::exception("RuntimeError", wrong));
    }
    // One that goes on and finds it taken waits again, and is told by who has it.
    sync.signal.tell(1);
    Ok(Value::NONE)
}

/// Is it held by this thread?
fn is_owned<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("_is_owned")?;
    let worker = machine.worker;
    Ok(Value::bool(of(me)?.state.with(|state| state.count > 0 && state.owner == worker)))
}

/// Lets a lock go, however often it is held; tells how often, for [`acquire_restore`].
fn release_save<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("_release_save")?;
    let (lock, worker) = (of(me)?, machine.worker);
    let count = lock.state.with(|state| {
        let is_owned = state.count > 0 && state.owner == worker;
        is_owned.then(|| std::mem::take(&mut state.count))
    });
    let Some(count) = count else {
        return Err(Error::exception("RuntimeError", "cannot release un-acquired lock"));
    };
    lock.signal.tell(1);
    int::from_i64(machine.heap(), count)
}

/// Takes a lock as often as it was held before.
fn acquire_restore<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, count] = args.exactly("_acquire_restore")?;
    let (count, worker) = (count.as_small_int().unwrap_or(1), machine.worker);
    attempt(machine, of(me)?, &Patience::Endless, |state| {
        (state.count == 0).then(|| (state.count, state.owner) = (count, worker))
    })?;
    Ok(Value::NONE)
}

fn locked<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("locked")?;
    Ok(Value::bool(of(me)?.state.with(|state| state.count > 0)))
}
