//! `tuple`.

use super::list::searched;
use crate::vm::builtins::or_prelude;
use crate::vm::equal;
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::iterate;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Table};
use crate::vm::object::Object;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn methods<M: Memory>() -> Table<M> {
    &[("count", count::<M>), ("index", index::<M>)]
}

pub(super) fn construct<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let args = args.between("tuple", 0, 1)?;
    let Some(items) = args.first() else { return machine.heap().tuple(Vec::new()) };
    let items = items.iterated_plainly().unwrap_or(items);
    if let Some(Object::Tuple(_)) = items.object() {
        return Ok(items.clone());
    }
    let items = iterate::list(machine, items, 0)?;
    machine.heap().tuple(items)
}

fn count<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::Tuple, "count")?;
    let [item] = rest.exactly("tuple.count")?;
    let mut count = 0;
    for each in items(me) {
        let same = equal::same_or_equal(&machine.interpreter, each, item);
        count += i64::from(or_prelude(same, "list_count")?);
    }
    int::from_i64(machine.heap(), count)
}

fn index<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::Tuple, "index")?;
    let arguments = rest.between("index", 1, 3)?;
    let items = items(me);
    for at in searched(arguments, items.len())? {
        let is_there = equal::same_or_equal(&machine.interpreter, &items[at], &arguments[0]);
        if or_prelude(is_there, "tuple_index")? {
            return int::from_i64(machine.heap(), i64::try_from(at).unwrap_or(i64::MAX));
        }
    }
    Err(Error::value_error("tuple.index(x): x not in tuple"))
}

fn items<M: Memory>(value: &Value<M>) -> &[Value<M>] {
    match value.object() {
        Some(Object::Tuple(items)) => items,
        _ => &[],
    }
}
