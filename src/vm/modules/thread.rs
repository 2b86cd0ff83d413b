//! `_thread`: what `threading` is written over (`Modules/_threadmodule.c`). The locks are in
//! [`super::sync`].

use crate::vm::breaker::Breaker;
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::machine::{Machine, NewThread, Request};
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Table};
use crate::vm::object::Object;
use crate::vm::ops;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[
        ("awaited_as", super::sync::awaited_as::<M>),
        ("get_ident", get_ident::<M>),
        ("set_name", set_name::<M>),
        ("start_joinable_thread", start_joinable_thread::<M>),
        ("start_new_thread", start_new_thread::<M>),
        ("print_exception", print_exception::<M>),
        ("values", values::<M>),
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

/// A dict of this thread.
fn values<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("_thread.values")?;
    if let Some(values) = &machine.values {
        return Ok(values.clone());
    }
    let values = machine.heap().dict()?;
    machine.values = Some(values.clone());
    Ok(values)
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

/// Starts a thread that the program does not wait for at its end.
fn start_new_thread<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (function, arguments, keywords) = match args.between("start_new_thread", 2, 3)? {
        [function, arguments] => (function, arguments, machine.heap().dict()?),
        [function, arguments, keywords] => (function, arguments, keywords.clone()),
        _ => return Ok(Value::NONE),
    };
    if !matches!(arguments.object(), Some(Object::Tuple(_))) {
        return Err(Error::type_error("2nd arg must be a tuple"));
    }
    if !matches!(keywords.object(), Some(Object::Dict(_))) {
        return Err(Error::type_error("optional 3rd arg must be a dictionary"));
    }
    start(machine, [function.clone(), arguments.clone(), keywords], true, None)
}

/// Starts a thread that calls a function without arguments; may the program end before it does? The
/// event is set when nothing is left of the thread.
fn start_joinable_thread<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [function, is_daemon, ended] = args.exactly("start_joinable_thread")?;
    let is_daemon = ops::truth(&machine.interpreter, is_daemon)?;
    let heap = machine.heap();
    let nothing = (heap.tuple(Vec::new())?, heap.dict()?);
    start(machine, [function.clone(), nothing.0, nothing.1], is_daemon, Some(ended))
}

/// The check after the call stops the machine, so that the thread can be started.
fn start<M: Memory>(
    machine: &mut Machine<M>,
    call: [Value<M>; 3],
    is_daemon: bool,
    ended: Option<&Value<M>>,
) -> Result<Value<M>> {
    let mut thread = machine.thread(call.into())?;
    thread.ended = ended.cloned();
    let ident = ident_of(machine, &thread)?;
    machine.request = Some(Request::Start(NewThread { machine: thread, is_daemon }));
    machine.breaker.request(Breaker::BLOCK);
    Ok(ident)
}

/// Prints a line and the traceback of an exception to `stderr`.
fn print_exception<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [line, exception] = args.exactly("_thread.print_exception")?;
    let line = line.as_str().unwrap_or_default();
    let traceback = machine.traceback_text(exception);
    let ident = machine.ident();
    machine.output.write_error(ident, &format!("{line}\n{traceback}\n"));
    Ok(Value::NONE)
}
