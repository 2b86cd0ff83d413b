//! Built-ins that iterate: `iter`, `next`, `enumerate`, `zip`, `map`, `filter`, `reversed`, `sum`,
//! `any`, `all`.

use crate::lang::tree::BinaryOp;
use crate::vm::arguments;
use crate::vm::error::Error;
use crate::vm::int::{self, Int};
use crate::vm::iterate::{self, Iter};
use crate::vm::limits::MOST_AT_ONCE;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control, Table};
use crate::vm::object::Object;
use crate::vm::ops::{self, Number};
use crate::vm::special::Special;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[
        ("all", all::<M>),
        ("any", any::<M>),
        ("enumerate", enumerate::<M>),
        ("filter", filter::<M>),
        ("iter", iter::<M>),
        ("map", map::<M>),
        ("next", next::<M>),
        ("reversed", reversed::<M>),
        ("sum", sum::<M>),
        ("zip", zip::<M>),
    ]
}

/// As many as `map_many` of the prelude can hand to a function.
const MOST_ITERABLES: usize = 4;

fn iter<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let args = args.between("iter", 1, 2)?;
    if let [function, sentinel] = args {
        let twin = machine.interpreter.prelude("iter_until")?;
        machine.tail = Some((twin, vec![function.clone(), sentinel.clone()]));
        return Err(Error::control(Control::Tail));
    }
    match iterate::iter(machine.heap(), &args[0])? {
        Some(iterator) => Ok(iterator),
        None if matches!(args[0].object(), Some(Object::Generator(_))) => Ok(args[0].clone()),
        None => Err(Error::control(Control::Dunder)),
    }
}

fn next<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let args = args.between("next", 1, 2)?;
    let Some(Object::Iterator(iterator)) = args[0].object() else {
        return Err(Error::control(Control::Dunder));
    };
    match (iterate::next(machine.heap(), iterator)?, args.get(1)) {
        (Some(item), _) => Ok(item),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(machine.throw(Type::StopIteration, Vec::new())),
    }
}

fn enumerate<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [iterable, start] = args.bind("enumerate", ["iterable", "start"], 1, 0)?;
    let Some(iterable) = iterable else { return Ok(Value::NONE) };
    let start = start.map_or(Ok(Int::Small(0)), arguments::integer)?;
    // The function in Python counts beyond what a machine word holds.
    let (Some(iterator), Int::Small(index)) = (native_iterator(machine, iterable)?, start) else {
        return Err(Error::control(Control::Prelude("enumerate")));
    };
    let depth = iterate::depth_over(std::slice::from_ref(&iterator))?;
    machine.heap().iterator(Iter::Enumerate { iterator, index, depth })
}

fn zip<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let iterables = args.positional();
    let mut is_strict = Value::bool(false);
    for (keyword, value) in args.by_keyword() {
        if keyword != "strict" {
            return Err(Error::type_error(format!(
                "'{keyword}' is an invalid keyword argument for zip()"
            )));
        }
        is_strict = Value::bool(ops::truth(&machine.interpreter, value)?);
    }
    let mut iterators = Vec::with_capacity(iterables.len());
    for iterable in iterables {
        match native_iterator(machine, iterable)? {
            Some(iterator) if is_strict.as_bool() == Some(false) => iterators.push(iterator),
            _ => {
                let list = machine.heap().list(iterables.to_vec())?;
                let function = machine.interpreter.prelude("zip")?;
                machine.tail = Some((function, vec![list, is_strict]));
                return Err(Error::control(Control::Tail));
            }
        }
    }
    let depth = iterate::depth_over(&iterators)?;
    machine.heap().iterator(Iter::Zip { iterators: iterators.into(), depth })
}

fn map<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let values = args.between("map", 0, usize::MAX)?;
    let [function, iterables @ ..] = values else { return Err(map_arguments()) };
    match iterables {
        [] => Err(map_arguments()),
        [_] => Err(Error::control(Control::Prelude("map"))),
        several if several.len() <= MOST_ITERABLES => {
            let twin = machine.interpreter.prelude("map_many")?;
            let iterables = machine.heap().list(several.to_vec())?;
            machine.tail = Some((twin, vec![function.clone(), iterables]));
            Err(Error::control(Control::Tail))
        }
        _ => Err(Error::unsupported("map() over more than four iterables")),
    }
}

fn map_arguments() -> Box<Error> {
    Error::type_error("map() must have at least two arguments.")
}

fn filter<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [_, _] = args.exactly("filter")?;
    Err(Error::control(Control::Prelude("filter")))
}

fn reversed<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [sequence] = args.exactly("reversed")?;
    if let Some(iter) = Iter::backwards(sequence) {
        return machine.heap().iterator(iter);
    }
    let interpreter = &machine.interpreter;
    if interpreter.has_special(sequence, Special::GetItem)
        && interpreter.has_special(sequence, Special::Len)
    {
        return Err(Error::control(Control::Prelude("reversed")));
    }
    let name = sequence.type_name();
    Err(Error::type_error(format!("'{name}' object is not reversible")))
}

fn sum<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    if args.positional().is_empty() {
        return Err(Error::type_error("sum() takes at least 1 positional argument (0 given)"));
    }
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
    let items = iterate::collect(machine, items, 0)?;
    let interpreter = std::sync::Arc::clone(&machine.interpreter);
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
    let interpreter = std::sync::Arc::clone(&machine.interpreter);
    let Some(Object::Iterator(inner)) = iterator.object() else {
        return Ok(Value::bool(!wanted));
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

/// An iterator over what needs no code of the program; `None` if it does.
fn native_iterator<M: Memory>(machine: &Machine<M>, value: &Value<M>) -> Result<Option<Value<M>>> {
    match iterate::iter(machine.heap(), value)? {
        Some(iterator) => Ok(Some(iterator)),
        None if iterate::is_of_program(machine, value) => Ok(None),
        None => Err(iterate::not_iterable(value)),
    }
}
