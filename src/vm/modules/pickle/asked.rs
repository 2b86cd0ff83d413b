//! `object.__reduce_ex__` and its kin: what an object says of itself when it is asked by its methods.

use super::read::Step;
use super::reduction::{Made, Reduction, State};
use crate::vm::error::Error;
use crate::vm::machine::Machine;
use crate::vm::memory::{Memory, Optimistic};
use crate::vm::native::{Args, Control};
use crate::vm::object::Object;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// `object.__reduce_ex__(protocol)`: a class that has a `__reduce__` is asked by that.
pub(in crate::vm) fn reduce_ex<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::Object, "__reduce_ex__")?;
    rest.exactly::<1>("object.__reduce_ex__")?;
    if let (Some(class), Some(name)) = (me.own_class(), machine.interpreter.name_id("__reduce__"))
        && class.lookup(name).is_some()
    {
        let reduce = machine.get_attribute(me, name)?;
        machine.tail = Some((reduce, Vec::new()));
        return Err(Error::control(Control::Tail));
    }
    taken_apart(machine, me)
}

/// `object.__reduce__()`
pub(in crate::vm) fn reduce<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::Object, "__reduce__")?;
    rest.exactly::<0>("object.__reduce__")?;
    taken_apart(machine, me)
}

fn taken_apart<M: Memory>(machine: &mut Machine<M>, me: &Value<M>) -> Result<Value<M>> {
    if let Some(Object::Exception(_)) = me.object() {
        let reduction = machine.plain_reduction(me)?;
        return as_tuple(machine, reduction);
    }
    if me.own_class().is_none() || me.as_class().is_some() {
        let reduction = machine.plain_reduction(me)?;
        return as_tuple(machine, reduction);
    }
    let Some(reduce) = machine.interpreter.global_named("copyreg._reduce") else {
        return Err(Error::unsupported("`__reduce_ex__` without `pickle` or `copy`"));
    };
    machine.tail = Some((reduce, vec![me.clone()]));
    Err(Error::control(Control::Tail))
}

fn as_tuple<M: Memory>(machine: &Machine<M>, reduction: Reduction<M>) -> Result<Value<M>> {
    let maker = match reduction.made {
        Made::Call(maker) | Made::New(maker) => maker,
        Made::GetAttr => machine.find_global("builtins", "getattr")?,
    };
    let state = as_value(machine, reduction.state)?;
    let mut parts = vec![maker, reduction.args];
    if !state.is_none() {
        parts.push(state);
    }
    machine.heap().tuple(parts)
}

/// `object.__getstate__()`
pub(in crate::vm) fn getstate<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::Object, "__getstate__")?;
    rest.exactly::<0>("object.__getstate__")?;
    match me.object() {
        Some(Object::Instance(_) | Object::Derived(_) | Object::Exception(_)) => {
            let reduction = machine.plain_reduction(me)?;
            as_value(machine, reduction.state)
        }
        _ => Ok(Value::NONE),
    }
}

fn as_value<M: Memory>(machine: &Machine<M>, state: State<M>) -> Result<Value<M>> {
    match state {
        State::None => Ok(Value::NONE),
        State::Value(value) => Ok(value),
        State::Attributes(all) => machine.dict_with(all),
    }
}

/// Gives an object its state; was that possible without code of the program?
pub(in crate::vm::modules) fn build_plainly<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [object, state] = args.exactly("build")?;
    let step = machine.build(object, state)?;
    Ok(Value::bool(matches!(step, Step::Next)))
}

/// A copy of an instance whose class leaves it to Python how that is made, with the same attributes;
/// `None` of anything else.
pub(in crate::vm::modules) fn shallow<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    let [object] = args.exactly("shallow")?;
    let Some(Object::Instance(instance)) = object.object() else { return Ok(Value::NONE) };
    let (dict, all) = instance.attributes.inside(|all| (all.dict(), all.all()));
    if dict.is_some()
        || machine.has_reduction(object)
        || machine.dispatch_table().is_some()
        || machine.takes_state(&instance.class)
    {
        return Ok(Value::NONE);
    }
    let Some(copy) = machine.plain_new(&instance.class)? else { return Ok(Value::NONE) };
    if let (Some(Object::Instance(instance)), heap) = (copy.object(), machine.heap()) {
        for (name, value) in all {
            drop(instance.attributes.inside(|mut all| all.set(heap, name, value))?);
        }
    }
    Ok(copy)
}
