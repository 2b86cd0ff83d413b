//! `set` and its methods (`Objects/setobject.c`).

use crate::lang::tree::BinaryOp;
use crate::vm::algebra::{Operand, change, hashed, operand, scratch};
use crate::vm::error::Error;
use crate::vm::hash::hash;
use crate::vm::heap::Heap;
use crate::vm::iterate;
use crate::vm::limits::MOST_AT_ONCE;
use crate::vm::machine::Machine;
use crate::vm::memory::{Locked, Memory};
use crate::vm::native::{Args, Control, Table};
use crate::vm::object::Object;
use crate::vm::set::Set;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn methods<M: Memory>() -> Table<M> {
    &[
        ("add", add::<M>),
        ("clear", clear::<M>),
        ("copy", copy::<M>),
        ("difference", difference::<M>),
        ("difference_update", difference_update::<M>),
        ("discard", discard::<M>),
        ("intersection", intersection::<M>),
        ("intersection_update", intersection_update::<M>),
        ("isdisjoint", is_disjoint::<M>),
        ("issubset", is_subset::<M>),
        ("issuperset", is_superset::<M>),
        ("pop", pop::<M>),
        ("remove", remove::<M>),
        ("symmetric_difference", symmetric_difference::<M>),
        ("symmetric_difference_update", symmetric_difference_update::<M>),
        ("union", union::<M>),
        ("update", update::<M>),
    ]
}

/// Those that change nothing.
pub(super) fn frozen_methods<M: Memory>() -> Table<M> {
    &[
        ("copy", copy::<M>),
        ("difference", difference::<M>),
        ("intersection", intersection::<M>),
        ("isdisjoint", is_disjoint::<M>),
        ("issubset", is_subset::<M>),
        ("issuperset", is_superset::<M>),
        ("symmetric_difference", symmetric_difference::<M>),
        ("union", union::<M>),
    ]
}

/// `frozenset()`, `frozenset(iterable)`
pub(super) fn construct_frozen<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    if let [value] = args.between("frozenset", 0, 1)?
        && let Some(Object::Frozen(_)) = value.iterated_plainly().unwrap_or(value).object()
    {
        return Ok(value.plain().clone());
    }
    // Its hashes are known.
    if let [value] = args.values
        && let Some(set) = value.iterated_plainly().unwrap_or(value).with_set(Set::clone)
    {
        let set = Operand::Set(set).to_set(machine.heap())?;
        return machine.heap().frozen_of(set);
    }
    match construct(machine, args) {
        Ok(set) => frozen(machine, &set),
        Err(error) => match *error {
            // By the prelude, which makes a set first.
            Error::Control(Control::Prelude(_)) => {
                Err(Error::control(Control::Prelude("frozen_of")))
            }
            Error::Control(Control::Tail) => {
                let items = machine.tail.take().map_or_else(Vec::new, |(_, items)| items);
                machine.tail = Some((machine.interpreter.prelude("frozen_of")?, items));
                Err(error)
            }
            _ => Err(error),
        },
    }
}

/// A frozenset of what is in a set that nobody else has.
fn frozen<M: Memory>(machine: &Machine<M>, set: &Value<M>) -> Result<Value<M>> {
    machine.heap().frozen_of(set.with_set(Set::clone).unwrap_or_else(Set::new))
}

/// `set()`, `set(iterable)`
pub(super) fn construct<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let set = match args.between("set", 0, 1)? {
        [iterable, ..] if iterate::is_of_program(machine, iterable) => {
            return Err(Error::control(Control::Prelude("set_of")));
        }
        [iterable, ..] if matches!(iterable.object(), Some(Object::Iterator(_))) => {
            let items = iterate::items(machine.heap(), iterable)?.unwrap_or_default();
            match hashed(&machine.interpreter, machine.heap(), items.clone()) {
                // It is used up by now.
                Err(error) if *error == Error::Control(Control::Hash) => {
                    let items = machine.heap().list(items)?;
                    machine.tail = Some((machine.interpreter.prelude("set_of")?, vec![items]));
                    return Err(Error::control(Control::Tail));
                }
                items => items?.to_set(machine.heap())?,
            }
        }
        [iterable, ..] => other(machine, iterable, 0)?.to_set(machine.heap())?,
        [] => Set::new(),
    };
    machine.heap().set_of(set)
}

/// The inside of the set, the heap that it is on, and the other arguments.
struct Call<'a, M: Memory> {
    set: &'a M::Locked<Set<M>>,
    heap: &'a Heap<M>,
    rest: Args<'a, M>,
}

fn call<'a, M: Memory>(args: &Args<'a, M>, method: &str) -> Result<Call<'a, M>> {
    let (set, rest) = args.receiver(Type::Set, method)?;
    match (set.object(), set.heap()) {
        (Some(Object::Set(items)), Some(heap)) => Ok(Call { set: items, heap, rest }),
        _ => Err(Error::type_error(format!("{method}() of no set"))),
    }
}

/// A set or a frozenset that is only looked at, and the other arguments.
struct Look<'a, M: Memory> {
    value: &'a Value<M>,
    rest: Args<'a, M>,
}

impl<M: Memory> Look<'_, M> {
    fn copy(&self) -> Set<M> {
        self.value.with_set(Set::clone).unwrap_or_else(Set::new)
    }

    fn contains(&self, hash: i64, item: &Value<M>) -> bool {
        self.value.with_set(|set| set.contains(hash, item)).unwrap_or(false)
    }

    /// A set of the same kind.
    fn alike(&self, machine: &Machine<M>, set: Set<M>) -> Result<Value<M>> {
        match self.value.object() {
            Some(Object::Frozen(_)) => machine.heap().frozen_of(set),
            _ => machine.heap().set_of(set),
        }
    }

    /// A copy as CPython makes it: without deleted slots.
    fn tidy_copy(&self, heap: &Heap<M>) -> Result<Set<M>> {
        Operand::Set(self.copy()).to_set(heap)
    }
}

fn look<'a, M: Memory>(args: &Args<'a, M>, method: &str) -> Result<Look<'a, M>> {
    match args.values.first().map(Value::plain) {
        Some(value) if value.is_set() => Ok(Look { value, rest: args.behind_first() }),
        _ => Err(args.of_no(Type::Set, method)),
    }
}

/// An argument of an operation: the call's number `argument`.
fn other<M: Memory>(machine: &Machine<M>, value: &Value<M>, argument: u8) -> Result<Operand<M>> {
    match operand(&machine.interpreter, machine.heap(), value)? {
        Some(operand) => Ok(operand),
        None => hashed(
            &machine.interpreter,
            machine.heap(),
            iterate::collect(machine, value, argument)?,
        ),
    }
}

/// All arguments of an operation that takes any number of them.
fn others<M: Memory>(
    machine: &Machine<M>,
    rest: &Args<'_, M>,
    method: &str,
) -> Result<Vec<Operand<M>>> {
    no_keywords(rest, method)?;
    // Generators are collected before anything is used up.
    for (number, value) in (1..=u8::MAX).zip(rest.values) {
        if iterate::is_of_program(machine, value) {
            return Err(Error::control(Control::Collect(number)));
        }
    }
    let all = (1..=u8::MAX).zip(rest.values);
    all.map(|(number, value)| other(machine, value, number)).collect()
}

fn no_keywords<M: Memory>(rest: &Args<'_, M>, method: &str) -> Result<()> {
    if rest.keywords.is_some() {
        return Err(Error::type_error(format!("set.{method}() takes no keyword arguments")));
    }
    Ok(())
}

fn one<M: Memory>(machine: &Machine<M>, rest: &Args<'_, M>, method: &str) -> Result<Operand<M>> {
    let [value] = rest.exactly(&format!("set.{method}"))?;
    other(machine, value, 1)
}

fn add<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { set, heap, rest } = call(args, "add")?;
    let [item] = rest.exactly("set.add")?;
    crate::vm::set::add(&machine.interpreter, heap, set, item.clone())?;
    Ok(Value::NONE)
}

fn clear<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { set, heap, rest } = call(args, "clear")?;
    let [] = rest.exactly("set.clear")?;
    drop(set.with(|set| set.clear(heap)));
    Ok(Value::NONE)
}

fn copy<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let this = look(args, "copy")?;
    let [] = this.rest.exactly("set.copy")?;
    if let Some(Object::Frozen(_)) = this.value.object() {
        return Ok(this.value.clone());
    }
    this.alike(machine, this.tidy_copy(machine.heap())?)
}

fn discard<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { set, rest, .. } = call(args, "discard")?;
    let [item] = rest.exactly("set.discard")?;
    let hash = hash(&machine.interpreter, item)?;
    drop(set.with(|set| set.remove(hash, item)));
    Ok(Value::NONE)
}

fn remove<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { set, rest, .. } = call(args, "remove")?;
    let [item] = rest.exactly("set.remove")?;
    let hash = hash(&machine.interpreter, item)?;
    match set.with(|set| set.remove(hash, item)) {
        Some(_) => Ok(Value::NONE),
        None => Err(machine.throw(Type::KeyError, vec![item.clone()])),
    }
}

fn pop<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let Call { set, rest, .. } = call(args, "pop")?;
    let [] = rest.exactly("set.pop")?;
    if let Some(item) = set.with(Set::pop) {
        return Ok(item);
    }
    let message = machine.heap().str("pop from an empty set")?;
    Err(machine.throw(Type::KeyError, vec![message]))
}

fn union<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let this = look(args, "union")?;
    let others = others(machine, &this.rest, "union")?;
    let mut union = this.tidy_copy(machine.heap())?;
    others.iter().try_for_each(|other| union.update(&scratch(machine.heap()), other))?;
    this.alike(machine, union)
}

fn update<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    change_by_each(machine, args, ("update", "set_update"), BinaryOp::BitOr)
}

/// Changes the set by one argument after the other. Of one that runs code of the program the prelude
/// takes item by item, which the program sees.
fn change_by_each<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
    (method, twin): (&str, &str),
    op: BinaryOp,
) -> Result<Value<M>> {
    let Call { set, heap, rest } = call(args, method)?;
    no_keywords(&rest, method)?;
    let mut left = rest.values;
    while let [value, more @ ..] = left {
        if iterate::is_of_program(machine, value) {
            let more = machine.heap().list(more.to_vec())?;
            let arguments = vec![args.values[0].clone(), value.clone(), more];
            machine.tail = Some((machine.interpreter.prelude(twin)?, arguments));
            return Err(Error::control(Control::Tail));
        }
        let other = other(machine, value, 1)?;
        change(heap, op, set, &other, value.is(&args.values[0]))?;
        left = more;
    }
    Ok(Value::NONE)
}

fn intersection<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let this = look(args, "intersection")?;
    let others = others(machine, &this.rest, "intersection")?;
    if others.is_empty() {
        return this.alike(machine, this.tidy_copy(machine.heap())?);
    }
    let mut common = this.copy();
    for other in &others {
        common = common.intersection(machine.heap(), other)?;
    }
    this.alike(machine, common)
}

fn intersection_update<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let Call { set, heap, rest } = call(args, "intersection_update")?;
    for (value, other) in rest.values.iter().zip(others(machine, &rest, "intersection_update")?) {
        change(heap, BinaryOp::BitAnd, set, &other, value.is(&args.values[0]))?;
    }
    Ok(Value::NONE)
}

fn difference<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let this = look(args, "difference")?;
    let others = others(machine, &this.rest, "difference")?;
    let Some((first, more)) = others.split_first() else {
        return this.alike(machine, this.tidy_copy(machine.heap())?);
    };
    let mut difference = this.copy().difference(machine.heap(), first)?;
    for other in more {
        drop(difference.difference_update(&scratch(machine.heap()), other)?);
    }
    this.alike(machine, difference)
}

fn difference_update<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let names = ("difference_update", "set_difference_update");
    change_by_each(machine, args, names, BinaryOp::Sub)
}

fn symmetric_difference<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let this = look(args, "symmetric_difference")?;
    let other = one(machine, &this.rest, "symmetric_difference")?;
    this.alike(machine, this.copy().symmetric_difference(machine.heap(), &other)?)
}

fn symmetric_difference_update<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let Call { set, heap, rest } = call(args, "symmetric_difference_update")?;
    let other = one(machine, &rest, "symmetric_difference_update")?;
    let is_itself = rest.values[0].is(&args.values[0]);
    change(heap, BinaryOp::BitXor, set, &other, is_itself)?;
    Ok(Value::NONE)
}

fn is_subset<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let this = look(args, "issubset")?;
    let other = one(machine, &this.rest, "issubset")?.to_set(machine.heap())?;
    Ok(Value::bool(this.value.with_set(|set| set.is_subset_of(&other)).unwrap_or(false)))
}

fn is_superset<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let this = look(args, "issuperset")?;
    let [other] = this.rest.exactly("set.issuperset")?;
    every(machine, &this, other, true, "is_superset")
}

fn is_disjoint<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let this = look(args, "isdisjoint")?;
    let [other] = this.rest.exactly("set.isdisjoint")?;
    every(machine, &this, other, false, "is_disjoint")
}

/// Is every item of another value in the set, or none? The first that tells otherwise is the last
/// one that is asked for.
fn every<M: Memory>(
    machine: &mut Machine<M>,
    this: &Look<'_, M>,
    other: &Value<M>,
    is_in: bool,
    twin: &'static str,
) -> Result<Value<M>> {
    if let Some(other) = other.with_set(Set::clone) {
        let mut all = other.iter();
        return Ok(Value::bool(all.all(|(hash, item)| this.contains(hash, item) == is_in)));
    }
    if iterate::is_of_program(machine, other) {
        return Err(Error::control(Control::Prelude(twin)));
    }
    let iterator = iterate::iter(machine.heap(), other)?;
    let iterator = iterator.ok_or_else(|| iterate::not_iterable(other))?;
    let Some(Object::Iterator(items)) = iterator.object() else { return Ok(Value::NONE) };
    for _ in 0..MOST_AT_ONCE {
        let Some(item) = iterate::next(machine.heap(), items)? else {
            return Ok(Value::bool(true));
        };
        let hash = hash(&machine.interpreter, &item)?;
        if this.contains(hash, &item) != is_in {
            return Ok(Value::bool(false));
        }
    }
    // The prelude goes on, which can be interrupted.
    machine.tail = Some((machine.interpreter.prelude(twin)?, vec![this.value.clone(), iterator]));
    Err(Error::control(Control::Tail))
}
