//! `_pickle`: what `pickle` is written over. A writer and a reader go over all that is Python's own by
//! themselves; where code of the program has a word, they stop and ask `src/lib/pickle.py` to call it.

mod asked;
mod batch;
mod build;
mod global;
mod instance;
mod memo;
mod old;
mod opcode;
mod output;
mod read;
mod reduction;
mod save;
mod sink;
mod source;
mod stack;
#[cfg(test)]
mod tests;
mod write;

use crate::vm::arguments::integer;
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::{Locked, Memory};
use crate::vm::native::{Args, Table};
use crate::vm::object::Object;
use crate::vm::ops;
use crate::vm::types::Type;
use crate::vm::value::Value;
pub(super) use asked::{build_plainly, shallow};
pub(in crate::vm) use asked::{getstate, reduce, reduce_ex};
use read::{Asked, Reader};
use write::{Asks, Progress, Writer};

type Result<T> = std::result::Result<T, Box<Error>>;

/// A writer or a reader.
pub(in crate::vm) struct Pickle<M: Memory>(Kind<M>);

/// Either is not there while it works.
enum Kind<M: Memory> {
    Writer(M::Locked<Option<Box<Writer<M>>>>),
    Reader(M::Locked<Option<Box<Reader<M>>>>),
}

impl<M: Memory> Pickle<M> {
    pub(in crate::vm) fn type_of(&self) -> Type {
        match self.0 {
            Kind::Writer(_) => Type::PickleWriter,
            Kind::Reader(_) => Type::PickleReader,
        }
    }
}

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[("find", find::<M>), ("reader", reader::<M>), ("writer", writer::<M>)]
}

pub(super) fn methods<M: Memory>(kind: Type) -> Table<M> {
    match kind {
        Type::PickleWriter => &[
            ("begin", |machine, args| write(machine, args, Writer::begin)),
            ("clear_memo", clear_memo::<M>),
            ("end", end::<M>),
            ("go_on", |machine, args| {
                write(machine, args, |writer, machine, _| writer.go_on(machine))
            }),
            ("notes", notes::<M>),
            ("resume", |machine, args| write(machine, args, Writer::resume)),
        ],
        Type::PickleReader => &[
            ("at", at::<M>),
            ("begin", |machine, args| read(machine, args, Reader::begin)),
            ("go_on", |machine, args| {
                read(machine, args, |reader, machine, _| reader.go_on(machine))
            }),
            ("resume", |machine, args| read(machine, args, Reader::resume)),
            ("value", value::<M>),
        ],
        _ => &[],
    }
}

/// A writer of this protocol; has it a `persistent_id`?
fn writer<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [protocol, is_by_id] = args.exactly("writer")?;
    let is_by_id = ops::truth(&machine.interpreter, is_by_id)?;
    let protocol = integer(protocol)?.to_i64().unwrap_or(i64::MAX);
    let highest = opcode::HIGHEST_PROTOCOL;
    if protocol > highest.into() {
        return Err(Error::value_error(format!("pickle protocol must be <= {highest}")));
    }
    // Those before the fourth are not written: who reads them reads that, too.
    let protocol = u8::try_from(protocol).map_or(highest, |protocol| protocol.max(4));
    let writer = Box::new(Writer::new(protocol, is_by_id));
    let writer = Pickle(Kind::Writer(M::Locked::new(Some(writer))));
    machine.heap().allocate(Object::Pickle(Box::new(writer)))
}

/// A reader; does someone else look for classes?
fn reader<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [finds] = args.exactly("reader")?;
    let finds = ops::truth(&machine.interpreter, finds)?;
    let reader = Box::new(Reader::new(finds));
    let reader = Pickle(Kind::Reader(M::Locked::new(Some(reader))));
    machine.heap().allocate(Object::Pickle(Box::new(reader)))
}

fn writer_of<M: Memory>(value: &Value<M>) -> Result<&M::Locked<Option<Box<Writer<M>>>>> {
    match value.object() {
        Some(Object::Pickle(pickle)) if let Kind::Writer(writer) = &pickle.0 => Ok(writer),
        _ => Err(Error::type_error("no writer of pickles")),
    }
}

fn reader_of<M: Memory>(value: &Value<M>) -> Result<&M::Locked<Option<Box<Reader<M>>>>> {
    match value.object() {
        Some(Object::Pickle(pickle)) if let Kind::Reader(reader) = &pickle.0 => Ok(reader),
        _ => Err(Error::type_error("no reader of pickles")),
    }
}

/// Uses what is there once: what it leads to is locked, too, so that it cannot be itself meanwhile.
fn with<T, L: Locked<Option<Box<T>>>, R>(
    locked: &L,
    work: impl FnOnce(&mut T) -> Result<R>,
) -> Result<R> {
    let Some(mut inside) = locked.with(Option::take) else {
        return Err(Error::exception("RuntimeError", "it is used by another thread"));
    };
    let done = work(&mut inside);
    let none = locked.with(|place| place.replace(inside));
    drop(none);
    done
}

/// `True` when the walk is done, a pair of what is asked and of what object, or `None`.
fn write<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    work: impl FnOnce(&mut Writer<M>, &Machine<M>, &Value<M>) -> Result<Progress<M>>,
) -> Result<Value<M>> {
    let (me, argument) = match args.between("write", 1, 2)? {
        [me, argument] => (me, argument),
        [me, ..] => (me, &Value::NONE),
        [] => return Ok(Value::NONE),
    };
    match with(writer_of(me)?, |writer| work(writer, machine, argument))? {
        Progress::Done => Ok(Value::bool(true)),
        Progress::Paused => Ok(Value::NONE),
        Progress::Asks(asked) => {
            let (what, object) = match asked {
                Asks::Parts(object) => ("parts", object),
                Asks::Id(object) => ("id", object),
            };
            machine.heap().pair([machine.heap().str(what)?, object])
        }
    }
}

/// The bytes.
fn end<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("end")?;
    let bytes = with(writer_of(me)?, |writer| Ok(writer.end()))?;
    machine.heap().bytes(bytes)
}

/// Where it has failed.
fn notes<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("notes")?;
    let notes = with(writer_of(me)?, |writer| Ok(writer.notes(machine)))?;
    let notes = notes.into_iter().map(|note| machine.heap().str(note));
    let notes = notes.collect::<Result<Vec<_>>>()?;
    machine.heap().list(notes)
}

fn clear_memo<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("clear_memo")?;
    with(writer_of(me)?, |writer| {
        writer.clear_memo();
        Ok(Value::NONE)
    })
}

/// `True` when all is read, a tuple of what is to be done with what, or `None`.
fn read<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    work: impl FnOnce(&mut Reader<M>, &Machine<M>, &Value<M>) -> Result<Option<Asked<M>>>,
) -> Result<Value<M>> {
    let (me, argument) = match args.between("read", 1, 2)? {
        [me, argument] => (me, argument),
        [me, ..] => (me, &Value::NONE),
        [] => return Ok(Value::NONE),
    };
    match with(reader_of(me)?, |reader| work(reader, machine, argument))? {
        None => Ok(Value::bool(true)),
        Some(Asked::Nothing) => Ok(Value::NONE),
        Some(Asked::For(what, first, second)) => {
            let what = machine.heap().str(what)?;
            machine.heap().tuple(vec![what, first, second])
        }
    }
}

/// A class or a function of a module.
fn find<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [module, name] = args.exactly("find_class")?;
    match (module.as_str(), name.as_str()) {
        (Some(module), Some(name)) => machine.find_class(module, name),
        _ => Err(Error::type_error("find_class() of no names")),
    }
}

/// Behind what has been read.
fn at<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("at")?;
    let at = with(reader_of(me)?, |reader| Ok(reader.at()))?;
    int::from_i64(machine.heap(), i64::try_from(at).unwrap_or(i64::MAX))
}

/// What has been read.
fn value<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("value")?;
    with(reader_of(me)?, |reader| Ok(reader.take()))
}
