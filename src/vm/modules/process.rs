//! `_process`: what `multiprocessing` is written over. Each function asks the system that the
//! process runs on, and waits for its answer without the GIL.

use std::time::Duration;

use web_time::Instant;

use super::shared_items::Item;
use super::sync::{Patience, length, patience};
use crate::trace::Awaited;
use crate::vm::block::{Block, Semaphore};
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::list::List;
use crate::vm::machine::{Machine, Request, Wait};
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control, Table};
use crate::vm::object::Object;
use crate::vm::ops;
use crate::vm::system::{Answer, Call, End, Handle, Ready, System};
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[
        ("acquire", acquire::<M>),
        ("argument", argument::<M>),
        ("block", |machine, args| {
            let [size] = args.exactly("block")?;
            let size = whole(size)?;
            ask_number(machine, || Ok(Call::Block(size)))
        }),
        ("channel", |machine, args| {
            let [most] = args.exactly("channel")?;
            let most = if most.is_none() { None } else { Some(whole(most)?) };
            ask_number(machine, || Ok(Call::Channel { most }))
        }),
        ("close", |machine, args| {
            let end = end(args.exactly("close")?, machine)?;
            ask_done(machine, || Ok(Call::Close(end)))
        }),
        ("count", |machine, args| {
            let [channel] = args.exactly("count")?;
            let channel = whole(channel)?;
            ask_number(machine, || Ok(Call::Count(channel)))
        }),
        ("drain", |machine, args| {
            let [channel] = args.exactly("drain")?;
            let channel = whole(channel)?;
            ask_done(machine, || Ok(Call::Drain(channel)))
        }),
        ("exit", |machine, args| {
            let [status] = args.exactly("exit")?;
            let status = i32::try_from(whole(status)?).unwrap_or(1) & 0xFF;
            ask_done(machine, || Ok(Call::Exit(status)))
        }),
        ("getpid", getpid::<M>),
        ("getppid", getppid::<M>),
        ("kill", kill::<M>),
        ("load", load::<M>),
        ("open", |machine, args| {
            let end = end(args.exactly("open")?, machine)?;
            ask_done(machine, || Ok(Call::Open(end)))
        }),
        ("read", read::<M>),
        ("ready", ready::<M>),
        ("receive", receive::<M>),
        ("release", release::<M>),
        ("semaphore", semaphore::<M>),
        ("send", send::<M>),
        ("spawn", spawn::<M>),
        ("store", store::<M>),
        ("value", |machine, args| {
            let [semaphore] = args.exactly("value")?;
            let semaphore = whole(semaphore)?;
            match reach(machine, semaphore)?.map(Semaphore::of) {
                Some(semaphore) => number(machine, semaphore.value().into()),
                None => ask_number(machine, || Ok(Call::Value(semaphore))),
            }
        }),
        ("wait", wait::<M>),
        ("write", write::<M>),
    ]
}

/// What is told of a program that runs where there are no processes.
const NO_SYSTEM: &str = "starting processes, which the program of a task cannot do";

/// `os.getpid()`
fn getpid<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("getpid")?;
    let pid = machine.interpreter.system().map_or(super::os::PID, System::pid);
    number(machine, pid.into())
}

/// `os.getppid()`
fn getppid<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("getppid")?;
    let pid = machine.interpreter.system().map_or(super::os::PID - 1, System::parent);
    number(machine, pid.into())
}

/// What this process was given when it was started; `None` in the first one.
fn argument<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("argument")?;
    let interpreter = machine.interpreter;
    let argument = interpreter.system().and_then(|system| system.argument());
    argument.map_or(Ok(Value::NONE), |bytes| machine.heap().bytes(bytes.to_vec()))
}

/// `spawn(name, argument, ends)`: starts a process, which has these ends of channels: its pid.
fn spawn<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [name, argument, ends] = args.exactly("spawn")?;
    let name = name.as_str().unwrap_or_default();
    let argument = bytes(argument)?;
    ask_number(machine, || {
        let ends = items(ends)?.iter().map(end_of).collect::<Result<_>>()?;
        Ok(Call::Spawn { name: name.to_owned(), argument: argument.to_vec(), ends })
    })
}

/// `wait(pid, timeout)`: its exit status; `None` if it has none until then.
fn wait<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [pid, timeout] = args.exactly("wait")?;
    let (pid, patience) = (whole(pid)?, patience_of(timeout)?);
    let now = matches!(patience, Patience::None);
    match ask(machine, Awaited::Process, &patience, || Ok(Call::Wait { pid, now }))? {
        Answer::Number(status) => number(machine, status),
        Answer::Nothing => Ok(Value::NONE),
        other => Err(unexpected(machine, other)),
    }
}

/// `kill(pid, signal)`
fn kill<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [pid, signal] = args.exactly("kill")?;
    let (pid, signal) = (whole(pid)?, whole(signal)?);
    let signal = u8::try_from(signal).unwrap_or(9);
    ask_done(machine, || Ok(Call::Kill { pid, signal }))
}

/// `send(channel, message, anyway, timeout)`: was there room until then?
fn send<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [channel, message, anyway, timeout] = args.exactly("send")?;
    let (channel, message, patience) = (whole(channel)?, bytes(message)?, patience_of(timeout)?);
    let now = matches!(patience, Patience::None);
    let anyway = ops::truth(&machine.interpreter, anyway)?;
    ask_whether(machine, Awaited::Message, &patience, || {
        Ok(Call::Send { channel, message: message.to_vec(), anyway, now })
    })
}

/// `receive(channel, timeout)`: the next message; `None` if there is none until then.
fn receive<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [channel, timeout] = args.exactly("receive")?;
    let (channel, patience) = (whole(channel)?, patience_of(timeout)?);
    let now = matches!(patience, Patience::None);
    match ask(machine, Awaited::Message, &patience, || Ok(Call::Receive { channel, now }))? {
        Answer::Bytes(message) => machine.heap().bytes(message),
        Answer::Nothing => Ok(Value::NONE),
        other => Err(unexpected(machine, other)),
    }
}

/// `ready(channels, pids, timeout)`: the places of those that are, in both lists as one.
fn ready<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [channels, pids, timeout] = args.exactly("ready")?;
    let patience = patience_of(timeout)?;
    let now = matches!(patience, Patience::None);
    let answer = ask(machine, Awaited::Message, &patience, || {
        let channels = items(channels)?;
        let channels = channels.iter().map(|channel| whole(channel).map(Ready::Channel));
        let pids = items(pids)?;
        let pids = pids.iter().map(|pid| whole(pid).map(Ready::Process));
        Ok(Call::Ready { of: channels.chain(pids).collect::<Result<_>>()?, now })
    })?;
    let places = match answer {
        Answer::Numbers(places) => places,
        Answer::Nothing => Vec::new(),
        other => return Err(unexpected(machine, other)),
    };
    let places = places.into_iter().map(|place| number(machine, place.into()));
    let places = places.collect::<Result<_>>()?;
    machine.heap().list(places)
}

/// `semaphore(value, most)`
fn semaphore<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value, most] = args.exactly("semaphore")?;
    let (value, most) = (whole(value)?, whole(most)?);
    ask_number(machine, || Ok(Call::Semaphore { value, most }))
}

/// `acquire(semaphore, timeout)`: was it possible until then?
fn acquire<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [semaphore, timeout] = args.exactly("acquire")?;
    let (semaphore, patience) = (whole(semaphore)?, patience_of(timeout)?);
    let now = matches!(patience, Patience::None);
    if !is_waiting_for(machine, semaphore)
        && let Some(semaphore) = reach(machine, semaphore)?.map(Semaphore::of)
    {
        let is_acquired = semaphore.acquire();
        if is_acquired || now {
            return Ok(Value::bool(is_acquired));
        }
    }
    ask_whether(machine, Awaited::Lock, &patience, || Ok(Call::Acquire { semaphore, now }))
}

/// `release(semaphore, is_mine)`: what this process has acquired can be released, so that it need not
/// wait to hear so.
fn release<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [semaphore, is_mine] = args.exactly("release")?;
    let semaphore = whole(semaphore)?;
    if let Some(semaphore) = reach(machine, semaphore)?.map(Semaphore::of) {
        return match semaphore.release() {
            Some(0) => Ok(Value::NONE),
            Some(_) => {
                machine.interpreter.system().inspect(|system| system.wake());
                Ok(Value::NONE)
            }
            None => Err(unexpected(machine, Answer::Full)),
        };
    }
    let call = Call::Release(semaphore);
    if ops::truth(&machine.interpreter, is_mine)? {
        tell(machine, call)
    } else {
        ask_done(machine, || Ok(call))
    }
}

/// `read(block, at, count)`
fn read<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [block, at, count] = args.exactly("read")?;
    let (block, at, count) = (whole(block)?, whole(at)?, whole(count)?);
    let bytes = read_block(machine, block, at, count)?;
    machine.heap().bytes(bytes)
}

/// `write(block, at, bytes)`
fn write<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [block, at, written] = args.exactly("write")?;
    let (block, at, written) = (whole(block)?, whole(at)?, bytes(written)?);
    write_block(machine, block, at, written)
}

/// `load(block, code, index)`: a number of a block that is an array of such.
fn load<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [block, code, index] = args.exactly("load")?;
    let (block, item) = (whole(block)?, Item::of_code(code.as_str().unwrap_or_default())?);
    let (at, count) = (whole(index)?.saturating_mul(item.size()), item.size());
    let bytes = read_block(machine, block, at, count)?;
    item.load(machine, &bytes)
}

/// `store(block, code, index, value)`
fn store<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [block, code, index, value] = args.exactly("store")?;
    let (block, item) = (whole(block)?, Item::of_code(code.as_str().unwrap_or_default())?);
    let at = whole(index)?.saturating_mul(item.size());
    let bytes = item.store(machine, value)?;
    write_block(machine, block, at, &bytes)
}

/// A block, or the one of a semaphore, if it is in memory that this process reaches: else each step is
/// a message.
fn reach<M: Memory>(machine: &mut Machine<M>, handle: Handle) -> Result<Option<Block>> {
    let interpreter = machine.interpreter;
    let Some(system) = interpreter.system() else { return Err(Error::unsupported(NO_SYSTEM)) };
    let known = system.block(handle);
    if known.is_some() || !system.finds_blocks() {
        return Ok(known);
    }
    match ask(machine, Awaited::Process, &Patience::Endless, || Ok(Call::Find(handle)))? {
        Answer::Place(address, size) => Ok(system.found(handle, address, size)),
        other => Err(unexpected(machine, other)),
    }
}

/// Has it asked for this semaphore, and not only where it is?
fn is_waiting_for<M: Memory>(machine: &Machine<M>, semaphore: Handle) -> bool {
    let is_known = |system: &dyn System| system.block(semaphore).is_some();
    machine.asked.is_some() && machine.interpreter.system().is_some_and(is_known)
}

fn read_block<M: Memory>(
    machine: &mut Machine<M>,
    block: Handle,
    at: u32,
    count: u32,
) -> Result<Vec<u8>> {
    let answer = match reach(machine, block)? {
        Some(block) => block.read(at, count).map_or(Answer::Unknown, Answer::Bytes),
        None => ask(machine, Awaited::Process, &Patience::Endless, || {
            Ok(Call::Read { block, at, count })
        })?,
    };
    match answer {
        Answer::Bytes(bytes) => Ok(bytes),
        other => Err(unexpected(machine, other)),
    }
}

fn write_block<M: Memory>(
    machine: &mut Machine<M>,
    block: Handle,
    at: u32,
    bytes: &[u8],
) -> Result<Value<M>> {
    match reach(machine, block)? {
        Some(block) => match block.write(at, bytes) {
            Some(()) => Ok(Value::NONE),
            None => Err(unexpected(machine, Answer::Unknown)),
        },
        None => tell(machine, Call::Write { block, at, bytes: bytes.to_vec() }),
    }
}

/// Asks for what cannot fail, and does not wait until it is done: all that this process asks is done
/// in order.
fn tell<M: Memory>(machine: &mut Machine<M>, call: Call) -> Result<Value<M>> {
    let interpreter = machine.interpreter;
    let Some(system) = interpreter.system() else { return Err(Error::unsupported(NO_SYSTEM)) };
    match system.ask(call).take() {
        Ok(Answer::Done) | Err(_) => Ok(Value::NONE),
        Ok(other) => Err(unexpected(machine, other)),
    }
}

fn ask_done<M: Memory>(
    machine: &mut Machine<M>,
    call: impl FnOnce() -> Result<Call>,
) -> Result<Value<M>> {
    match ask(machine, Awaited::Process, &Patience::Endless, call)? {
        Answer::Done => Ok(Value::NONE),
        other => Err(unexpected(machine, other)),
    }
}

/// Was it possible in time?
fn ask_whether<M: Memory>(
    machine: &mut Machine<M>,
    awaited: Awaited,
    patience: &Patience,
    call: impl FnOnce() -> Result<Call>,
) -> Result<Value<M>> {
    match ask(machine, awaited, patience, call)? {
        Answer::Done => Ok(Value::bool(true)),
        Answer::Nothing => Ok(Value::bool(false)),
        other => Err(unexpected(machine, other)),
    }
}

fn ask_number<M: Memory>(
    machine: &mut Machine<M>,
    call: impl FnOnce() -> Result<Call>,
) -> Result<Value<M>> {
    match ask(machine, Awaited::Process, &Patience::Endless, call)? {
        Answer::Number(answer) => number(machine, answer),
        other => Err(unexpected(machine, other)),
    }
}

/// Asks, or goes on waiting for what was asked. When time is over the question is taken back; it
/// is answered all the same.
fn ask<M: Memory>(
    machine: &mut Machine<M>,
    awaited: Awaited,
    patience: &Patience,
    call: impl FnOnce() -> Result<Call>,
) -> Result<Answer> {
    let interpreter = machine.interpreter;
    let Some(system) = interpreter.system() else { return Err(Error::unsupported(NO_SYSTEM)) };
    let asked = match machine.asked.take() {
        Some(asked) => asked,
        None => system.ask(call()?),
    };
    let mut left = left(machine, patience)?;
    let signal = loop {
        match asked.take() {
            Ok(answer) => {
                machine.deadline = None;
                return Ok(answer);
            }
            Err(_) if left == Some(Duration::ZERO) => {
                system.cancel(&asked);
                left = None;
            }
            Err(signal) => break signal,
        }
    };
    machine.asked = Some(asked);
    machine.request = Some(Request::Wait(Wait::Answer(signal, left, awaited.into())));
    Err(Error::control(Control::Block))
}

/// How long may still be waited?
fn left<M: Memory>(machine: &mut Machine<M>, patience: &Patience) -> Result<Option<Duration>> {
    let Patience::For(seconds) = patience else { return Ok(None) };
    let now = Instant::now();
    let deadline = match machine.deadline {
        Some(deadline) => deadline,
        None => now + length(*seconds)?,
    };
    machine.deadline = Some(deadline);
    Ok(Some(deadline.saturating_duration_since(now)))
}

/// `None` waits for ever, and what is not positive not at all.
fn patience_of<M: Memory>(timeout: &Value<M>) -> Result<Patience> {
    Ok(match patience(Some(timeout), "<=")? {
        Patience::For(seconds) if seconds <= 0.0 => Patience::None,
        patience => patience,
    })
}

fn unexpected<M: Memory>(machine: &mut Machine<M>, answer: Answer) -> Box<Error> {
    match answer {
        Answer::NoWriter => machine.throw(Type::EOFError, Vec::new()),
        Answer::NoReader => Error::exception("OSError", "[Errno 32] Broken pipe"),
        Answer::Full => Error::value_error("semaphore or lock released too many times"),
        Answer::Refused(why) => Error::unsupported(why),
        _ => Error::exception("OSError", "[Errno 9] Bad file descriptor"),
    }
}

fn number<M: Memory>(machine: &Machine<M>, number: i64) -> Result<Value<M>> {
    int::from_i64(machine.heap(), number)
}

fn whole<M: Memory>(value: &Value<M>) -> Result<u32> {
    let whole = value.as_small_int().and_then(|whole| u32::try_from(whole).ok());
    whole.ok_or_else(|| Error::type_error("a handle is a small whole number"))
}

fn end<M: Memory>([channel, is_reader]: &[Value<M>; 2], machine: &Machine<M>) -> Result<End> {
    let is_reader = ops::truth(&machine.interpreter, is_reader)?;
    Ok(End { channel: whole(channel)?, is_reader })
}

fn bytes<M: Memory>(value: &Value<M>) -> Result<&[u8]> {
    match value.object() {
        Some(Object::Bytes(bytes)) => Ok(bytes),
        _ => Err(Error::type_error("a bytes-like object is required")),
    }
}

fn items<M: Memory>(value: &Value<M>) -> Result<Vec<Value<M>>> {
    match value.object() {
        Some(Object::List(items)) => Ok(items.snapshot()),
        _ => Err(Error::type_error("a list is required")),
    }
}

/// Of a pair of its channel and whether it is the reader's.
fn end_of<M: Memory>(value: &Value<M>) -> Result<End> {
    match value.object() {
        Some(Object::Tuple(items)) if items.len() == 2 => {
            let is_reader = items[1].as_bool().unwrap_or(false);
            Ok(End { channel: whole(&items[0])?, is_reader })
        }
        _ => Err(Error::type_error("a pair is required")),
    }
}
