//! The special methods of containers by their names, as in `sorted(d, key=d.__getitem__)`.

use crate::vm::builtins::{length, no_length};
use crate::vm::compare;
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::iterate;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control, Native, Table};
use crate::vm::subscript;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// Those of a class, besides the methods that it has under other names.
pub(super) fn methods<M: Memory>(kind: Type) -> Table<M> {
    match kind {
        Type::List | Type::Dict => {
            const {
                &[
                    ("__contains__", contains::<M> as Native<M>),
                    ("__delitem__", del_item::<M>),
                    ("__getitem__", get_item::<M>),
                    ("__iter__", iter::<M>),
                    ("__len__", len::<M>),
                    ("__setitem__", set_item::<M>),
                ]
            }
        }
        Type::Bytes | Type::Range | Type::Str | Type::Tuple => {
            const {
                &[
                    ("__contains__", contains::<M> as Native<M>),
                    ("__getitem__", get_item::<M>),
                    ("__iter__", iter::<M>),
                    ("__len__", len::<M>),
                ]
            }
        }
        Type::DictItems | Type::DictKeys | Type::Set | Type::FrozenSet => {
            const {
                &[
                    ("__contains__", contains::<M> as Native<M>),
                    ("__iter__", iter::<M>),
                    ("__len__", len::<M>),
                ]
            }
        }
        Type::DictValues => {
            const { &[("__iter__", iter::<M> as Native<M>), ("__len__", len::<M>)] }
        }
        _ => &[],
    }
}

fn len<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.receiver_and()?;
    let me = me.plain();
    let length = length(me).ok_or_else(|| no_length(me))?;
    int::from_i64(machine.heap(), i64::try_from(length).unwrap_or(i64::MAX))
}

fn iter<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.receiver_and()?;
    let me = me.plain();
    iterate::iter(machine.heap(), me)?.ok_or_else(|| iterate::not_iterable(me))
}

fn contains<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, item] = args.receiver_and()?;
    let me = me.plain();
    let is_in = compare::contains(&machine.interpreter, me, item).map(Value::bool);
    by_program(machine, is_in, "contains", item)
}

fn get_item<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, place] = args.receiver_and()?;
    let me = me.plain();
    let item = subscript::get_item(&machine.interpreter, machine.heap(), me, place);
    by_program(machine, item, "get_item", place)
}

fn set_item<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, place, item] = args.receiver_and()?;
    let me = me.plain();
    let interpreter = machine.interpreter;
    let set = subscript::set_item(&interpreter, machine.heap(), me, place, item.clone());
    by_program(machine, set.map(|()| Value::NONE), "set_slice", place)
}

fn del_item<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, place] = args.receiver_and()?;
    let me = me.plain();
    let deleted = subscript::del_item(&machine.interpreter, machine.heap(), me, place);
    by_program(machine, deleted.map(|()| Value::NONE), "del_item", place)
}

/// What an instruction would ask of the machine here.
fn by_program<M: Memory>(
    machine: &mut Machine<M>,
    done: Result<Value<M>>,
    twin: &'static str,
    key: &Value<M>,
) -> Result<Value<M>> {
    done.map_err(|error| match *error {
        Error::Control(Control::KeyError) => machine.throw(Type::KeyError, vec![key.clone()]),
        Error::Control(Control::Dunder) => Error::control(Control::Prelude(twin)),
        _ => error,
    })
}
