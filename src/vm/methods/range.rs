//! `range` and its methods (`Objects/rangeobject.c`).

use num_bigint::BigInt;

use crate::vm::arguments::integer;
use crate::vm::compare::contains;
use crate::vm::error::Error;
use crate::vm::int::{self, Int};
use crate::vm::long_range::{LongRange, whole};
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Table};
use crate::vm::ops::Number;
use crate::vm::repr::repr;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn methods<M: Memory>() -> Table<M> {
    &[("count", count::<M>), ("index", index::<M>)]
}

/// `range(stop)`, `range(start, stop, step=1)`
pub(super) fn construct<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let number = |value: &Value<M>| integer(value).map(Int::to_big);
    let (start, stop, step) = match args.between("range", 1, 3)? {
        [start, stop] => (number(start)?, number(stop)?, 1.into()),
        [start, stop, step, ..] => (number(start)?, number(stop)?, number(step)?),
        [stop] => (BigInt::ZERO, number(stop)?, 1.into()),
        [] => return Ok(Value::NONE),
    };
    if step == BigInt::ZERO {
        return Err(Error::value_error("range() arg 3 must not be zero"));
    }
    machine.heap().long_range(LongRange::new(start, stop, step))
}

fn count<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (range, rest) = args.receiver(Type::Range, "count")?;
    let [item] = rest.exactly("range.count")?;
    let is_there = contains(&machine.interpreter, range, item)?;
    Ok(Value::int16(is_there.into()))
}

fn index<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::Range, "index")?;
    let [item] = rest.exactly("range.index")?;
    if contains(&machine.interpreter, me, item)?
        && let (Some(range), Some(number)) = (me.to_long_range(), whole(item))
        && let Some(place) = range.position(&number)
    {
        return int::from_big(machine.heap(), place);
    }
    if !matches!(item.number(), Some(Number::Int(_))) {
        return Err(Error::value_error("sequence.index(x): x not in sequence"));
    }
    let text = repr(&machine.interpreter, item)?;
    Err(Error::value_error(format!("{text} is not in range")))
}
