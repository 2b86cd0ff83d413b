//! `_collections.ring`: what `collections.deque` keeps its items in. Each method does one thing at
//! once, so that threads can share a deque without a lock, as in CPython.

use std::collections::VecDeque;

use crate::vm::arguments::integer;
use crate::vm::error::Error;
use crate::vm::int;
use crate::vm::machine::Machine;
use crate::vm::memory::{Locked, Memory};
use crate::vm::native::{Args, Table};
use crate::vm::object::Object;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(in crate::vm) struct Ring<M: Memory> {
    items: VecDeque<Value<M>>,
    /// The most that it holds.
    most: usize,
    /// How often items have come or gone, which no iterator may outlast.
    state: u32,
}

impl<M: Memory> Ring<M> {
    /// Changes what items there are.
    fn changed(&mut self) -> &mut VecDeque<Value<M>> {
        self.state = self.state.wrapping_add(1);
        &mut self.items
    }
}

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[("ring", ring::<M>)]
}

pub(super) fn methods<M: Memory>() -> Table<M> {
    &[
        ("append", |machine, args| push(machine, args, false)),
        ("appendleft", |machine, args| push(machine, args, true)),
        ("clear", clear::<M>),
        ("delete", delete::<M>),
        ("get", get::<M>),
        ("insert", insert::<M>),
        ("items", items::<M>),
        ("pop", |_, args| pop(args, false)),
        ("popleft", |_, args| pop(args, true)),
        ("put", put::<M>),
        ("rotate", rotate::<M>),
        ("size", size::<M>),
        ("state", state::<M>),
    ]
}

fn ring<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [most] = args.exactly("ring")?;
    let most = if most.is_none() { usize::MAX } else { index(most)? };
    let ring = Ring { items: VecDeque::new(), most, state: 0 };
    machine.heap().allocate(Object::Ring(Box::new(M::Locked::new(ring))))
}

/// At the end or at the beginning; what has no room falls out at the other side.
fn push<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    is_left: bool,
) -> Result<Value<M>> {
    let [me, item] = args.exactly("append")?;
    machine.heap().check(size_of::<Value<M>>())?;
    let fallen = of(me)?.with(|ring| {
        let most = ring.most;
        let items = ring.changed();
        if is_left {
            items.push_front(item.clone());
        } else {
            items.push_back(item.clone());
        }
        let is_full = items.len() > most;
        if !is_full {
            return None;
        }
        if is_left { items.pop_back() } else { items.pop_front() }
    });
    drop(fallen);
    Ok(Value::NONE)
}

fn pop<M: Memory>(args: &Args<'_, M>, is_left: bool) -> Result<Value<M>> {
    let [me] = args.exactly("pop")?;
    let popped = of(me)?.with(|ring| {
        let items = ring.changed();
        if is_left { items.pop_front() } else { items.pop_back() }
    });
    popped.ok_or_else(|| Error::exception("IndexError", "pop from an empty deque"))
}

fn clear<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("clear")?;
    drop(of(me)?.with(|ring| std::mem::take(ring.changed())));
    Ok(Value::NONE)
}

/// An item; with the state that the ring must still have, for an iterator.
fn get<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, at, state) = match args.between("get", 2, 3)? {
        [me, at] => (me, at, None),
        [me, at, state] => (me, at, Some(index(state)?)),
        _ => return Ok(Value::NONE),
    };
    let at = index(at)?;
    let got = of(me)?.with(|ring| {
        let is_same = state.is_none_or(|state| u32::try_from(state) == Ok(ring.state));
        is_same.then(|| ring.items.get(at).cloned())
    });
    match got {
        Some(Some(item)) => Ok(item),
        Some(None) => Err(out_of_range()),
        None => Err(Error::exception("RuntimeError", "deque mutated during iteration")),
    }
}

fn put<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, at, item] = args.exactly("put")?;
    let (at, mut item) = (index(at)?, item.clone());
    // What was there goes when nothing is locked any more.
    let is_put = of(me)?.with(|ring| match ring.items.get_mut(at) {
        Some(place) => {
            std::mem::swap(place, &mut item);
            true
        }
        None => false,
    });
    if is_put { Ok(Value::NONE) } else { Err(out_of_range()) }
}

fn delete<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, at] = args.exactly("delete")?;
    let at = index(at)?;
    of(me)?.with(|ring| ring.changed().remove(at)).map(|_| Value::NONE).ok_or_else(out_of_range)
}

fn insert<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, at, item] = args.exactly("insert")?;
    let at = index(at)?;
    machine.heap().check(size_of::<Value<M>>())?;
    let is_inserted = of(me)?.with(|ring| {
        let has_room = ring.items.len() < ring.most;
        if has_room {
            let at = at.min(ring.items.len());
            ring.changed().insert(at, item.clone());
        }
        has_room
    });
    if is_inserted {
        Ok(Value::NONE)
    } else {
        Err(Error::exception("IndexError", "deque already at its maximum size"))
    }
}

/// To the right, by so many places less than there are items.
fn rotate<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me, by] = args.exactly("rotate")?;
    let by = integer(by)?.to_big();
    of(me)?.with(|ring| {
        let length = ring.items.len();
        if length > 0 {
            let by = num_integer::Integer::mod_floor(&by, &length.into());
            ring.changed().rotate_right(usize::try_from(by).unwrap_or(0));
        }
    });
    Ok(Value::NONE)
}

fn items<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("items")?;
    let items = of(me)?.with(|ring| ring.items.iter().cloned().collect());
    machine.heap().list(items)
}

fn size<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("size")?;
    let size = of(me)?.with(|ring| ring.items.len());
    int::from_i64(machine.heap(), i64::try_from(size).unwrap_or(i64::MAX))
}

fn state<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [me] = args.exactly("state")?;
    int::from_i64(machine.heap(), of(me)?.with(|ring| ring.state).into())
}

/// An index, which the class in Python has made one from the beginning.
fn index<M: Memory>(value: &Value<M>) -> Result<usize> {
    let index = integer(value)?.to_big();
    usize::try_from(index).map_err(|_| out_of_range())
}

fn out_of_range() -> Box<Error> {
    Error::exception("IndexError", "deque index out of range")
}

fn of<M: Memory>(value: &Value<M>) -> Result<&M::Locked<Ring<M>>> {
    match value.object() {
        Some(Object::Ring(ring)) => Ok(ring),
        _ => Err(Error::type_error(format!(
            "descriptor requires a '{}' object",
            Type::Ring.name()
        ))),
    }
}
