//! The classes of iterators: `enumerate`, `filter`, `map`, `reversed`, `zip`. What they are made of
//! is asked for its iterator at once; where a method of the program gives that, the prelude asks.

use super::iteration::native_iterator;
use crate::vm::arguments;
use crate::vm::error::Error;
use crate::vm::globals::Slot;
use crate::vm::int::{self, Int};
use crate::vm::iterate::{self, Iter};
use crate::vm::lazy::Lazy;
use crate::vm::list::List;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, BuiltinObject, Control, Native};
use crate::vm::object::Object;
use crate::vm::ops;
use crate::vm::special::Special;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// What makes an iterator of one of these classes.
pub(in crate::vm) fn construct<M: Memory>(kind: Type) -> Option<Native<M>> {
    Some(match kind {
        Type::Enumerate => enumerate::<M>,
        Type::Filter => filter::<M>,
        Type::Map => map::<M>,
        Type::Reversed => reversed::<M>,
        Type::Zip => zip::<M>,
        _ => return None,
    })
}

/// Makes an iterator of what its class was called with besides, and of iterators.
type Make<M> = fn(&Machine<M>, &Value<M>, Vec<Value<M>>) -> Result<Value<M>>;

/// Makes an iterator over these, now, or when the prelude has asked the program for iterators: then
/// `later` is called with them in a list.
fn made<M: Memory>(
    machine: &mut Machine<M>,
    extra: &Value<M>,
    iterables: &[Value<M>],
    make: Make<M>,
    later: (&'static str, Native<M>),
) -> Result<Value<M>> {
    let mut iterators = Vec::with_capacity(iterables.len());
    for iterable in iterables {
        if let Some(iterator) = native_iterator(machine, iterable)? {
            iterators.push(iterator);
            continue;
        }
        let heap = machine.heap();
        let builtin = heap.allocate(Object::Builtin(BuiltinObject::new(later.0, None, later.1)))?;
        let iterables = heap.list(iterables.to_vec())?;
        machine.tail =
            Some((machine.interpreter.prelude("over")?, vec![builtin, extra.clone(), iterables]));
        return Err(Error::control(Control::Tail));
    }
    make(machine, extra, iterators)
}

/// What the prelude has collected for [`made`].
fn collected<M: Memory>(
    machine: &Machine<M>,
    args: &Args<'_, M>,
    make: Make<M>,
) -> Result<Value<M>> {
    match args.values {
        [extra, iterators] if let Some(Object::List(iterators)) = iterators.object() => {
            make(machine, extra, iterators.snapshot())
        }
        _ => Ok(Value::NONE),
    }
}

fn lazy<M: Memory>(machine: &Machine<M>, lazy: Lazy<M>) -> Result<Value<M>> {
    machine.heap().allocate(Object::Lazy(Box::new(lazy)))
}

/// Are these asked without running any code of the program?
fn are_native<M: Memory>(iterators: &[Value<M>]) -> bool {
    iterators.iter().all(|iterator| matches!(iterator.object(), Some(Object::Iterator(_))))
}

fn enumerate<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [iterable, start] = args.bind("enumerate", ["iterable", "start"], 0, 0)?;
    let Some(iterable) = iterable else {
        return Err(Error::type_error("enumerate() missing required argument 'iterable'"));
    };
    let start = match start {
        Some(start) => int::from_big(machine.heap(), arguments::integer(start)?.to_big())?,
        None => Value::int16(0),
    };
    let later: (_, Native<M>) =
        ("enumerate", |machine, args| collected(machine, args, make_enumerate));
    made(machine, &start, std::slice::from_ref(iterable), make_enumerate, later)
}

fn make_enumerate<M: Memory>(
    machine: &Machine<M>,
    start: &Value<M>,
    iterators: Vec<Value<M>>,
) -> Result<Value<M>> {
    if are_native(&iterators)
        && let Ok(Int::Small(index)) = arguments::integer(start)
        && let Ok(depth) = iterate::depth_over(&iterators)
        && let [iterator] = &*iterators
    {
        let iterator = iterator.clone();
        return machine.heap().iterator(Iter::Enumerate { iterator, index, depth });
    }
    let index = M::Slot::default();
    index.store(start.clone());
    let iterator = iterators.into_iter().next().unwrap_or(Value::NONE);
    lazy(machine, Lazy::Enumerate { iterator, index })
}

fn zip<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let mut is_strict = false;
    for (keyword, value) in args.by_keyword() {
        if keyword != "strict" {
            return Err(Error::type_error(format!(
                "'{keyword}' is an invalid keyword argument for zip()"
            )));
        }
        is_strict = ops::truth(&machine.interpreter, value)?;
    }
    let later: (_, Native<M>) = ("zip", |machine, args| collected(machine, args, make_zip));
    made(machine, &Value::bool(is_strict), args.positional(), make_zip, later)
}

fn make_zip<M: Memory>(
    machine: &Machine<M>,
    is_strict: &Value<M>,
    iterators: Vec<Value<M>>,
) -> Result<Value<M>> {
    let is_strict = is_strict.as_bool() == Some(true);
    let iterators: Box<[_]> = iterators.into();
    if !is_strict
        && are_native(&iterators)
        && let Ok(depth) = iterate::depth_over(&iterators)
    {
        return machine.heap().iterator(Iter::Zip { iterators, depth });
    }
    lazy(machine, Lazy::Zip { iterators, is_strict })
}

fn map<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [function, iterables @ ..] = args.between("map", 0, usize::MAX)? else {
        return Err(map_arguments());
    };
    if iterables.is_empty() {
        return Err(map_arguments());
    }
    let later: (_, Native<M>) = ("map", |machine, args| collected(machine, args, make_map));
    made(machine, function, iterables, make_map, later)
}

fn make_map<M: Memory>(
    machine: &Machine<M>,
    function: &Value<M>,
    iterators: Vec<Value<M>>,
) -> Result<Value<M>> {
    lazy(machine, Lazy::Map { function: function.clone(), iterators: iterators.into() })
}

fn map_arguments() -> Box<Error> {
    Error::type_error("map() must have at least two arguments.")
}

fn filter<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [function, iterable] = args.exactly("filter")?;
    let later: (_, Native<M>) = ("filter", |machine, args| collected(machine, args, make_filter));
    made(machine, function, std::slice::from_ref(iterable), make_filter, later)
}

fn make_filter<M: Memory>(
    machine: &Machine<M>,
    function: &Value<M>,
    iterators: Vec<Value<M>>,
) -> Result<Value<M>> {
    let iterator = iterators.into_iter().next().unwrap_or(Value::NONE);
    lazy(machine, Lazy::Filter { function: function.clone(), iterator })
}

fn reversed<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [sequence] = args.expected("reversed")?;
    if machine.interpreter.has_special(sequence, Special::Reversed) {
        return Err(Error::control(Control::Prelude("reversed_by")));
    }
    let held = match sequence.as_derived() {
        Some(derived) if !machine.interpreter.has_special(sequence, Special::GetItem) => {
            &derived.value
        }
        _ => sequence,
    };
    if let Some(iter) = Iter::backwards(held) {
        return machine.heap().iterator(iter);
    }
    let interpreter = &machine.interpreter;
    if interpreter.has_special(sequence, Special::GetItem) {
        // Without a length it is told so, as by `len`.
        return Err(Error::control(Control::Prelude("reversed")));
    }
    let name = sequence.type_name();
    Err(Error::type_error(format!("'{name}' object is not reversible")))
}
