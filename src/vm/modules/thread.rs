//! `_thread`: what `threading` is written over (`Modules/_threadmodule.c`). The locks are in
//! [`super::sync`].

use crate::vm::breaker::Breaker;
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::machine::{Machine, NewThread, Request};
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Table};
use crate::vm::ops;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[
        ("get_ident", get_ident::<M>),
        ("set_name", set_name::<M>),
        ("start_new_thread", start_new_thread::<M>),
    ]
}

/// A number that no other thread has.
fn get_ident<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("_thread.get_ident")?;
    ident_of(machine, machine)
}

fn ident_of<M: Memory>(machine: &Machine<M>, of: &Machine<M>) -> Result<Value<M>> {
    int::from_i64(machine.heap(), i64::try_from(of.ident()).unwrap_or(i64::MAX))
}

/// What this thread is called in the timeline.
fn set_name<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [name] = args.exactly("_thread.set_name")?;
    let Some(name) = name.as_str() else {
        let kind = name.type_name();
        return Err(Error::type_error(format!(
            "set_name() argument 'name' must be str, not {kind}"
        )));
    };
    machine.thread_name = Some(name.to_owned());
    Ok(Value::NONE)
}

/// Starts a thread that calls a function without arguments; may the program end before it does?
/// The check after the call stops the machine, so that the thread can be started.
fn start_new_thread<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [function, is_daemon] = args.exactly("start_new_thread")?;
    let is_daemon = ops::truth(&machine.interpreter, is_daemon)?;
    let thread = machine.thread(function.clone())?;
    let ident = ident_of(machine, &thread)?;
    machine.request = Some(Request::Start(NewThread { machine: thread, is_daemon }));
    machine.breaker.request(Breaker::BLOCK);
    Ok(ident)
}
