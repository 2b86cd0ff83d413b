//! `_interpreters`: what `concurrent.interpreters` is written over (`Modules/_interpretersmodule.c`).

use std::sync::Arc;

use crate::trace::Awaited;
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::interpreters::{Errand, Interpreters};
use crate::vm::machine::{Machine, Request, Wait};
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control, Table};
use crate::vm::object::Object;
use crate::vm::system::{Answer, Asked};
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[
        ("argument", argument::<M>),
        ("call", |machine, args| {
            let [id, call] = args.exactly("call")?;
            let call = bytes(call)?;
            send(machine, id, || Ok(Errand::Call(call.to_vec())))
        }),
        ("close", |machine, args| {
            let [id] = args.exactly("close")?;
            let is_closed = interpreters(machine)?.close(number(id)?);
            Ok(Value::bool(is_closed))
        }),
        ("create", |machine, args| {
            let [] = args.exactly("create")?;
            let id = interpreters(machine)?.create().map_err(Error::unsupported)?;
            id_value(machine, id)
        }),
        ("exec", |machine, args| {
            let [id, source, given] = args.exactly("exec")?;
            let given = bytes(given)?;
            send(machine, id, || {
                let source = source.as_str().ok_or_else(|| {
                    let kind = source.type_name();
                    Error::type_error(format!("exec() argument must be str, not {kind}"))
                })?;
                Ok(Errand::Exec(source.to_owned(), given.to_vec()))
            })
        }),
        ("get_current", |machine, args| {
            let [] = args.exactly("get_current")?;
            id_value(machine, machine.interpreter.id())
        }),
        ("is_running", |machine, args| {
            let [id] = args.exactly("is_running")?;
            let is_running = interpreters(machine)?.is_running(number(id)?);
            Ok(Value::bool(is_running))
        }),
        ("list_all", |machine, args| {
            let [] = args.exactly("list_all")?;
            let ids = interpreters(machine)?.list();
            let ids = ids.into_iter().map(|id| id_value(machine, id));
            let ids = ids.collect::<Result<_>>()?;
            machine.heap().list(ids)
        }),
    ]
}

/// What this thread was given when it was sent here.
fn argument<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("argument")?;
    let argument = machine.argument.take().unwrap_or_default();
    machine.heap().bytes(argument)
}

/// Has something done in another interpreter, and waits for what comes of it: `(True, bytes)`, or
/// the name of an exception's class, its message and its traceback; `None` if there is no such
/// interpreter.
fn send<M: Memory>(
    machine: &mut Machine<M>,
    id: &Value<M>,
    errand: impl FnOnce() -> Result<Errand>,
) -> Result<Value<M>> {
    let asked: Asked = if let Some(asked) = machine.asked.take() {
        asked
    } else {
        let (id, caller) = (number(id)?, machine.ident());
        let sent = interpreters(machine)?.send(caller, id, errand()?);
        let Some(sent) = sent else { return Ok(Value::NONE) };
        sent
    };
    match asked.take() {
        Ok(answer) => told(machine, answer),
        Err(signal) => {
            machine.asked = Some(asked);
            machine.request =
                Some(Request::Wait(Wait::Signal(signal, None, Awaited::Result.into())));
            Err(Error::control(Control::Block))
        }
    }
}

fn told<M: Memory>(machine: &Machine<M>, answer: Answer) -> Result<Value<M>> {
    let heap = machine.heap();
    match answer {
        Answer::Bytes(result) => {
            let items = vec![Value::bool(true), heap.bytes(result)?];
            heap.tuple(items)
        }
        Answer::Raised { kind, message, traceback } => {
            let texts = [kind, message, traceback].map(|text| heap.str(text));
            let items = texts.into_iter().collect::<Result<Vec<_>>>()?;
            heap.tuple(items)
        }
        _ => heap.tuple(vec![Value::bool(true), Value::NONE]),
    }
}

fn interpreters<M: Memory>(machine: &Machine<M>) -> Result<Arc<dyn Interpreters>> {
    let interpreters = machine.interpreter.interpreters();
    interpreters.ok_or_else(|| Error::unsupported("other interpreters in the program of a task"))
}

fn id_value<M: Memory>(machine: &Machine<M>, id: u32) -> Result<Value<M>> {
    int::from_i64(machine.heap(), id.into())
}

fn number<M: Memory>(id: &Value<M>) -> Result<u32> {
    let id = id.as_small_int().and_then(|id| u32::try_from(id).ok());
    id.ok_or_else(|| Error::type_error("the number of an interpreter is required"))
}

fn bytes<M: Memory>(value: &Value<M>) -> Result<&[u8]> {
    match value.object() {
        Some(Object::Bytes(bytes)) => Ok(bytes),
        _ => Err(Error::type_error("a bytes-like object is required")),
    }
}
