//! Built-ins that iterate: `iter`, `next`, `sum`, `any`, `all`.

use super::scalars;
use crate::lang::tree::BinaryOp;
use crate::vm::error::Error;
use crate::vm::globals::Slot;
use crate::vm::int;
use crate::vm::iterate;
use crate::vm::lazy::{Lazy, not_an_iterator};
use crate::vm::limits::MOST_AT_ONCE;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control, Table};
use crate::vm::object::Object;
use crate::vm::ops::{self, Number};
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[
        ("aiter", aiter::<M>),
        ("all", all::<M>),
        ("anext", anext::<M>),
        ("any", any::<M>),
        ("iter", iter::<M>),
        ("next", next::<M>),
        ("sum", sum::<M>),
    ]
}

fn aiter<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [_] = args.exactly("aiter")?;
    Err(Error::control(Control::Prelude("aiter")))
}

fn anext<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    args.between("anext", 1, 2)?;
    Err(Error::control(Control::Prelude("anext")))
}

fn iter<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let args = args.between("iter", 1, 2)?;
    if let [function, sentinel] = args {
        if !scalars::is_callable(machine, function) {
            return Err(Error::type_error("iter(v, w): v must be callable"));
        }
        let until = Lazy::Until { function: M::Slot::default(), sentinel: sentinel.clone() };
        if let Lazy::Until { function: slot, .. } = &until {
            slot.store(function.clone());
        }
        return machine.heap().allocate(Object::Lazy(Box::new(until)));
    }
    match iterate::iter(machine.heap(), &args[0])? {
        Some(iterator) => Ok(iterator),
        None if args[0].type_of().is_asynchronous() => Err(iterate::not_iterable(&args[0])),
        None if matches!(args[0].object(), Some(Object::Generator(_) | Object::Lazy(_))) => {
            Ok(args[0].clone())
        }
        None => Err(Error::control(Control::Dunder)),
    }
}

fn next<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let args = args.between("next", 1, 2)?;
    let Some(Object::Iterator(iterator)) = args[0].object() else {
        if args[0].type_of().is_asynchronous() {
            return Err(not_an_iterator(&args[0]));
        }
        return Err(Error::control(Control::Dunder));
    };
    match (iterate::next(machine.heap(), iterator)?, args.get(1)) {
        (Some(item), _) => Ok(item),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(machine.throw(Type::StopIteration, Vec::new())),
    }
}

fn sum<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [items, start] = args.bind("sum", ["iterable", "start"], 1, 1)?;
    let Some(items) = items else { return Ok(Value::NONE) };
    match start.and_then(Value::object) {
        _ if !iterate::is_iterable(machine, items) => return Err(iterate::not_iterable(items)),
        Some(Object::Str(_)) => {
            return Err(Error::type_error("sum() can't sum strings [use ''.join(seq) instead]"));
        }
        Some(Object::Bytes(_)) => {
            return Err(Error::type_error("sum() can't sum bytes [use b''.join(seq) instead]"));
        }
        _ => {}
    }
    let mut total = start.cloned().unwrap_or_else(|| Value::int16(0));
    if let Some(Object::Range(range)) = items.object()
        && let (Some(before), Ok(count)) = (total.as_small_int(), i128::try_from(range.len()))
    {
        let (first, step) = (i128::from(range.start), i128::from(range.step));
        let twice = count.checked_mul(2 * first + step * (count - 1));
        if let Some(twice) = twice {
            let sum = num_bigint::BigInt::from(twice / 2) + before;
            return int::from_big(machine.heap(), sum);
        }
    }
    if let (Some(Object::LongRange(range)), Some(Number::Int(before))) =
        (items.object(), total.number())
    {
        return int::from_big(machine.heap(), range.sum() + before.to_big());
    }
    if iterate::is_of_program(machine, items) {
        return Err(Error::control(Control::Prelude("sum")));
    }
    let items = iterate::collect(machine, items, 0)?;
    let interpreter = machine.interpreter;
    for item in &items {
        total = match total.small_sum(item) {
            Some(total) => total,
            None => match ops::binary(&interpreter, machine.heap(), BinaryOp::Add, &total, item) {
                Ok(total) => total,
                Err(error) => {
                    let start = start.cloned().unwrap_or_else(|| Value::int16(0));
                    return Err(machine.by_prelude(error, "sum", items, &[start]));
                }
            },
        };
    }
    Ok(total)
}

fn any<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [items] = args.exactly("any")?;
    is_there(machine, items, "any", true)
}

fn all<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [items] = args.exactly("all")?;
    is_there(machine, items, "all", false)
}

/// `any` looks for a true item, `all` for a false one; both stop there.
fn is_there<M: Memory>(
    machine: &mut Machine<M>,
    items: &Value<M>,
    name: &'static str,
    wanted: bool,
) -> Result<Value<M>> {
    let Some(iterator) = native_iterator(machine, items)? else {
        return Err(Error::control(Control::Prelude(name)));
    };
    let interpreter = machine.interpreter;
    let Some(Object::Iterator(inner)) = iterator.object() else {
        return Err(Error::control(Control::Prelude(name)));
    };
    for _ in 0..MOST_AT_ONCE {
        let Some(item) = iterate::next(machine.heap(), inner)? else {
            return Ok(Value::bool(!wanted));
        };
        match ops::truth(&interpreter, &item) {
            Ok(truth) if truth == wanted => return Ok(Value::bool(wanted)),
            Ok(_) => {}
            Err(error) if *error == Error::Control(Control::Dunder) => {
                let list = machine.heap().list(vec![item])?;
                let function = interpreter.prelude(if wanted { "any_of" } else { "all_of" })?;
                machine.tail = Some((function, vec![list, iterator]));
                return Err(Error::control(Control::Tail));
            }
            Err(error) => return Err(error),
        }
    }
    // The prelude goes on, which can be interrupted.
    machine.tail = Some((interpreter.prelude(name)?, vec![iterator]));
    Err(Error::control(Control::Tail))
}

/// An iterator over what needs no code of the program to give one; `None` if it does.
pub(super) fn native_iterator<M: Memory>(
    machine: &Machine<M>,
    value: &Value<M>,
) -> Result<Option<Value<M>>> {
    if value.type_of().is_asynchronous() {
        return Err(iterate::not_iterable(value));
    }
    if let Some(Object::Generator(_) | Object::Lazy(_)) = value.object() {
        return Ok(Some(value.clone()));
    }
    match iterate::iter(machine.heap(), value)? {
        Some(iterator) => Ok(Some(iterator)),
        None if iterate::is_of_program(machine, value) => Ok(None),
        None => Err(iterate::not_iterable(value)),
    }
}

/// What `await` hands on to: a coroutine itself, or what its `__await__` gives.
pub(super) fn awaitable<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value] = args.exactly("await")?;
    if value.type_of().is_awaitable() {
        return Ok(value.clone());
    }
    Err(Error::control(Control::Prelude("awaited")))
}
