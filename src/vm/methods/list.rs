//! `list` and its methods (`Objects/listobject.c`).

use crate::vm::arguments::{flag, whole};
use crate::vm::equal::same_or_equal;
use crate::vm::error::Error;
use crate::vm::heap::Heap;
use crate::vm::int;
use crate::vm::iterate;
use crate::vm::list::List;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Control, Table};
use crate::vm::object::Object;
use crate::vm::repr::repr;
use crate::vm::slice::saturating;
use crate::vm::sort;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn methods<M: Memory>() -> Table<M> {
    &[
        ("append", append::<M>),
        ("clear", clear::<M>),
        ("copy", copy::<M>),
        ("count", count::<M>),
        ("extend", extend::<M>),
        ("index", index::<M>),
        ("insert", insert::<M>),
        ("pop", pop::<M>),
        ("remove", remove::<M>),
        ("reverse", reverse::<M>),
        ("sort", sort::<M>),
    ]
}

/// `list()`, `list(iterable)`
pub(super) fn construct<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let items = match args.between("list", 0, 1)? {
        [iterable, ..] => iterate::list(machine, iterable, 0)?,
        [] => Vec::new(),
    };
    machine.heap().list(items)
}

/// The list, the items, the heap that they are on, and the other arguments.
struct Call<'a, M: Memory> {
    list: &'a Value<M>,
    items: &'a M::List,
    heap: &'a Heap<M>,
    rest: Args<'a, M>,
}

#[inline]
fn call<'a, M: Memory>(args: &Args<'a, M>, method: &str) -> Result<Call<'a, M>> {
    if let Some(list) = args.values.first().map(Value::plain)
        && let (Some(Object::List(items)), Some(heap)) = (list.object(), list.heap())
    {
        return Ok(Call { list, items, heap, rest: args.behind_first() });
    }
    Err(args.of_no(Type::List, method))
}

fn append<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { items, heap, rest, .. } = call(args, "append")?;
    let [item] = rest.exactly("list.append")?;
    items.push(heap, item.clone())?;
    Ok(Value::NONE)
}

fn clear<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { items, heap, rest, .. } = call(args, "clear")?;
    let [] = rest.exactly("list.clear")?;
    items.replace_all(heap, Vec::new())?;
    Ok(Value::NONE)
}

fn copy<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { items, rest, .. } = call(args, "copy")?;
    let [] = rest.exactly("list.copy")?;
    machine.heap().check(items.len() * size_of::<Value<M>>())?;
    machine.heap().list(items.snapshot())
}

fn extend<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { items, heap, rest, .. } = call(args, "extend")?;
    let [iterable] = rest.exactly("list.extend")?;
    if iterate::is_of_program(machine, iterable) {
        // Item by item, which the program sees.
        return Err(Error::control(Control::Prelude("list_extend")));
    }
    let more = iterate::collect(machine, iterable, 1)?;
    let count = more.len();
    items.edit(heap, |length| length + count, |items| items.extend(more))?;
    Ok(Value::NONE)
}

fn insert<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { items, heap, rest, .. } = call(args, "insert")?;
    let [index, item] = rest.exactly("insert")?;
    items.insert(heap, whole(index)?, item.clone())?;
    Ok(Value::NONE)
}

fn pop<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { items, heap, rest, .. } = call(args, "pop")?;
    let index = match rest.between("pop", 0, 1)? {
        [index, ..] => whole(index)?,
        [] => -1,
    };
    let is_empty = items.len() == 0;
    items.remove(heap, index)?.ok_or_else(|| {
        Error::exception(
            "IndexError",
            if is_empty { "pop from empty list" } else { "pop index out of range" },
        )
    })
}

fn reverse<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { items, heap, rest, .. } = call(args, "reverse")?;
    let [] = rest.exactly("list.reverse")?;
    items.edit(heap, |length| length, |items| items.reverse())?;
    Ok(Value::NONE)
}

fn remove<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { items, heap, rest, .. } = call(args, "remove")?;
    let [item] = rest.exactly("list.remove")?;
    let mut index = 0;
    while let Some(other) = items.get(index) {
        if !by_program("list_remove", same_or_equal(&machine.interpreter, &other, item))? {
            index += 1;
            continue;
        }
        // Another thread may have moved it meanwhile.
        let is_same = |items: &Vec<Value<M>>| items.get(index).is_some_and(|now| now.is(&other));
        let take = |items: &mut Vec<Value<M>>| is_same(items).then(|| items.remove(index));
        if items.edit(heap, |length| length, take)?.is_some() {
            return Ok(Value::NONE);
        }
    }
    Err(Error::value_error("list.remove(x): x not in list"))
}

fn count<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { items, rest, .. } = call(args, "count")?;
    let [item] = rest.exactly("list.count")?;
    let (mut count, mut index) = (0, 0);
    while let Some(other) = items.get(index) {
        let is_equal = same_or_equal(&machine.interpreter, &other, item);
        count += i64::from(by_program("list_count", is_equal)?);
        index += 1;
    }
    int::from_i64(machine.heap(), count)
}

fn index<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { items, rest, .. } = call(args, "index")?;
    let arguments = rest.between("index", 1, 3)?;
    for at in searched(arguments, items.len())? {
        let Some(other) = items.get(at) else { break };
        let is_equal = same_or_equal(&machine.interpreter, &other, &arguments[0]);
        if by_program("list_index", is_equal)? {
            return int::from_i64(machine.heap(), i64::try_from(at).unwrap_or(i64::MAX));
        }
    }
    let text = by_program("list_index", repr(&machine.interpreter, &arguments[0]))?;
    Err(Error::value_error(format!("{text} is not in list")))
}

/// The part that `index(item, start, stop)` looks through.
pub(super) fn searched<M: Memory>(
    arguments: &[Value<M>],
    length: usize,
) -> Result<std::ops::Range<usize>> {
    let [start, stop] = [1, 2].map(|at| arguments.get(at).map(bound));
    let start = clamped(start.transpose()?.unwrap_or(0), length);
    Ok(start..clamped(stop.transpose()?.unwrap_or(i64::MAX), length))
}

/// An end of the part that is searched.
fn bound<M: Memory>(value: &Value<M>) -> Result<i64> {
    saturating(value).ok_or_else(|| {
        Error::type_error("slice indices must be integers or have an __index__ method")
    })
}

fn clamped(index: i64, length: usize) -> usize {
    let end = i64::try_from(length).unwrap_or(i64::MAX);
    let index = if index < 0 { index.saturating_add(end) } else { index };
    usize::try_from(index.clamp(0, end)).unwrap_or(0)
}

fn sort<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { list, items, heap, rest } = call(args, "sort")?;
    let [key, is_reversed] = rest.bind("sort", ["key", "reverse"], 0, 0)?;
    if !rest.positional().is_empty() {
        return Err(Error::type_error("sort() takes no positional arguments"));
    }
    let is_reversed = is_reversed.map_or(Ok(false), flag)?;
    let key = key.cloned().unwrap_or(Value::NONE);
    if key.is_none() {
        let all = items.snapshot();
        match sort::order(&machine.interpreter, &all, is_reversed) {
            Ok(order) => {
                items.replace_all(heap, sort::arranged(all, &order))?;
                return Ok(Value::NONE);
            }
            Err(error) if *error == Error::Control(Control::Dunder) => {}
            Err(error) => return Err(error),
        }
    }
    let function = machine.interpreter.prelude("list_sort")?;
    machine.tail = Some((function, vec![list.clone(), key, Value::bool(is_reversed)]));
    Err(Error::control(Control::Tail))
}

/// For the prelude: sorts a list by as many keys, unless only the program can compare them; was it
/// sorted?
pub(in crate::vm) fn sort_by<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let Call { items, heap, rest, .. } = call(args, "sort_by")?;
    let [keys, is_reversed] = rest.exactly("sort_by")?;
    let Some(Object::List(keys)) = keys.object() else { return Ok(Value::bool(false)) };
    let (all, keys) = (items.snapshot(), keys.snapshot());
    if all.len() != keys.len() {
        return Err(Error::value_error("list modified during sort"));
    }
    match sort::order(&machine.interpreter, &keys, is_reversed.quick_truth().unwrap_or(false)) {
        Ok(order) => {
            items.replace_all(heap, sort::arranged(all, &order))?;
            Ok(Value::bool(true))
        }
        Err(error) if *error == Error::Control(Control::Dunder) => Ok(Value::bool(false)),
        Err(error) => Err(error),
    }
}

/// Leaves to the prelude what runs code of the program.
fn by_program<T>(twin: &'static str, result: Result<T>) -> Result<T> {
    result.map_err(|error| match *error {
        Error::Control(Control::Dunder) => Error::control(Control::Prelude(twin)),
        _ => error,
    })
}
