//! `slice` and its only method.

use crate::vm::arguments::integer;
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::long_range::LongRange;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Table};
use crate::vm::object::Object;
use crate::vm::types::Type;
use crate::vm::value::Value;
use num_bigint::BigInt;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn methods<M: Memory>() -> Table<M> {
    &[("indices", indices::<M>)]
}

/// `slice(stop)`, `slice(start, stop, step=None)`
pub(super) fn construct<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let given = args.between("slice", 1, 3)?;
    let part = |at: usize| given.get(at).cloned().unwrap_or(Value::NONE);
    let parts = if given.len() == 1 {
        [Value::NONE, part(0), Value::NONE]
    } else {
        [part(0), part(1), part(2)]
    };
    machine.heap().allocate(Object::Slice(parts))
}

/// The start, stop and step that it has in a sequence of some length: those of a part of a range
/// that counts its own indices.
fn indices<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::Slice, "indices")?;
    let [length] = rest.exactly("slice.indices")?;
    let length = integer(length)?;
    if length.is_negative() {
        return Err(Error::value_error("length should not be negative"));
    }
    let Some(Object::Slice(parts)) = me.object() else { return Ok(Value::NONE) };
    let part = LongRange::new(BigInt::ZERO, length.to_big(), 1.into()).slice(parts)?;
    let heap = machine.heap();
    let numbers = [part.start, part.stop, part.step].map(|number| int::from_big(heap, number));
    heap.tuple(numbers.into_iter().collect::<Result<Vec<_>>>()?)
}
