//! `range` and its methods (`Objects/rangeobject.c`).

use crate::vm::compare::contains;
use crate::vm::error::Error;
use crate::vm::int::{self, Int};
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Table};
use crate::vm::object::Object;
use crate::vm::ops::Number;
use crate::vm::repr::repr;
use crate::vm::slice::saturating;
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
    let (start, stop, step) = match args.between("range", 1, 3)? {
        [stop] => (0, number(stop)?, 1),
        [start, stop] => (number(start)?, number(stop)?, 1),
        [start, stop, step, ..] => (number(start)?, number(stop)?, number(step)?),
        [] => (0, 0, 1),
    };
    if step == 0 {
        return Err(Error::value_error("range() arg 3 must not be zero"));
    }
    machine.heap().range(start, stop, step)
}

fn number<M: Memory>(value: &Value<M>) -> Result<i64> {
    match value.number() {
        Some(Number::Int(Int::Small(number))) => Ok(number),
        Some(Number::Int(Int::Big(number))) => i64::try_from(number)
            .map_err(|_| Error::unsupported("a range with numbers of more than 64 bits")),
        _ => {
            let name = value.type_name();
            Err(Error::type_error(format!("'{name}' object cannot be interpreted as an integer")))
        }
    }
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
    if let Some(Object::Range(range)) = me.object()
        && contains(&machine.interpreter, me, item)?
    {
        let number = match item.number() {
            // It is in the range, so it is whole.
            Some(Number::Float(number)) => format!("{number:.0}").parse().ok(),
            _ => saturating(item),
        };
        if let Some(place) = number.and_then(|number| range.position(number)) {
            return int::from_i64(machine.heap(), i64::try_from(place).unwrap_or(i64::MAX));
        }
    }
    if !matches!(item.number(), Some(Number::Int(_))) {
        return Err(Error::value_error("sequence.index(x): x not in sequence"));
    }
    let text = repr(&machine.interpreter, item)?;
    Err(Error::value_error(format!("{text} is not in range")))
}
