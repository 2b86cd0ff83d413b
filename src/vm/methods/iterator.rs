//! What can be called on iterators and generators by name.

use crate::vm::error::Error;
use crate::vm::iterate;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control, Table};
use crate::vm::object::Object;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) const fn is_iterator(kind: Type) -> bool {
    matches!(
        kind,
        Type::ListIterator
            | Type::TupleIterator
            | Type::StrIterator
            | Type::BytesIterator
            | Type::RangeIterator
            | Type::LongRangeIterator
            | Type::DictKeyIterator
            | Type::DictValueIterator
            | Type::DictItemIterator
            | Type::SetIterator
            | Type::StrAsciiIterator
            | Type::Reversed
            | Type::ListReverseIterator
            | Type::Map
            | Type::Filter
            | Type::CallableIterator
            | Type::Iterator
            | Type::Enumerate
            | Type::Zip
    )
}

pub(super) fn methods<M: Memory>() -> Table<M> {
    &[("__iter__", itself::<M>), ("__next__", next::<M>)]
}

pub(super) fn generator_methods<M: Memory>() -> Table<M> {
    &[
        ("__iter__", itself::<M>),
        ("__next__", of_machine::<M>),
        ("close", of_machine::<M>),
        ("send", send::<M>),
        ("throw", throw::<M>),
    ]
}

pub(super) fn coroutine_methods<M: Memory>() -> Table<M> {
    &[
        ("__await__", itself::<M>),
        ("close", of_machine::<M>),
        ("send", send::<M>),
        ("throw", throw::<M>),
    ]
}

pub(in crate::vm) fn itself<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("__iter__")?;
    Ok(me.clone())
}

fn next<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("__next__")?;
    let item = match me.object() {
        Some(Object::Iterator(iterator)) => iterate::next(machine.heap(), iterator)?,
        Some(Object::Generator(_) | Object::Lazy(_)) => {
            return Err(Error::control(Control::Dunder));
        }
        _ => None,
    };
    item.map_or_else(|| Err(machine.throw(Type::StopIteration, Vec::new())), Ok)
}

pub(in crate::vm) fn send<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [_, _] = args.exactly("send")?;
    Err(Error::control(Control::Dunder))
}

pub(in crate::vm) fn throw<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    match args.behind_first().between("throw", 1, 3)? {
        [exception] if !machine.has_init(exception) => Err(Error::control(Control::Dunder)),
        _ => Err(Error::control(Control::Prelude("throw_made"))),
    }
}

/// A generator runs code of the program.
fn of_machine<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [_] = args.exactly("__next__")?;
    Err(Error::control(Control::Dunder))
}
