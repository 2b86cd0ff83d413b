//! Asynchronous generators (PEP 525). They are generators that hand on what they await as it is, and
//! what they yield in a cell, which no program has as a value. The prelude drives them.

use super::error::Error;
use super::float::from_f64;
use super::generator::GeneratorObject;
use super::globals::Slot;
use super::machine::Machine;
use super::memory::Memory;
use super::methods::iterator;
use super::modules::sync::awaited;
use super::modules::time::seconds;
use super::native::{Args, Control, Native, Table};
use super::object::Object;
use super::ops;
use super::types::Type;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn methods<M: Memory>() -> Table<M> {
    const {
        &[
            ("__aiter__", iterator::itself::<M> as Native<M>),
            ("__anext__", |_, args| of_prelude(args, "__anext__", 0..=0, "async_asend")),
            ("aclose", |_, args| of_prelude(args, "aclose", 0..=0, "async_aclose")),
            ("asend", |_, args| of_prelude(args, "asend", 1..=1, "async_asend")),
            ("athrow", |_, args| of_prelude(args, "athrow", 1..=3, "async_athrow")),
        ]
    }
}

/// Makes what is awaited.
fn of_prelude<M: Memory>(
    args: &Args<'_, M>,
    method: &str,
    count: std::ops::RangeInclusive<usize>,
    function: &'static str,
) -> Result<Value<M>> {
    let (_, rest) = args.receiver(Type::AsyncGenerator, method)?;
    rest.between(method, *count.start(), *count.end())?;
    Err(Error::control(Control::Prelude(function)))
}

/// What the prelude uses.
pub(super) fn functions<M: Memory>() -> Table<M> {
    const {
        &[
            ("begin_step", begin_step::<M> as Native<M>),
            ("end_step", end_step::<M>),
            ("is_over", is_over::<M>),
            ("is_yielded", is_yielded::<M>),
            ("yielded", yielded::<M>),
            ("send", iterator::send::<M>),
            ("throw", iterator::throw::<M>),
        ]
    }
}

/// What the event loop uses.
pub(super) fn module<M: Memory>() -> Table<M> {
    &[
        ("discard", discard::<M> as Native<M>),
        ("begin_step", begin_task_step::<M>),
        ("end_step", end_task_step::<M>),
        ("is_over", is_over::<M>),
        ("makes_coroutines", makes_coroutines::<M>),
        ("moment", moment::<M>),
        ("set_first_step", set_first_step::<M>),
        ("stand", stand::<M>),
    ]
}

/// `_asyncio.moment(ago)`: when it was so many seconds ago on the timeline's clock, if there is one.
fn moment<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [ago] = args.exactly("moment")?;
    let Some(tasks) = &machine.tasks else { return Ok(Value::NONE) };
    from_f64(machine.heap(), tasks.moment(seconds(ago)? * 1e3))
}

/// `_asyncio.begin_step(lane, name, ready)`: for the timeline, that a task takes a step, which it has
/// waited for since that moment. Gives its lane, or -1 if it has none. It has a name in its first step
/// alone.
fn begin_task_step<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [lane, name, ready] = args.exactly("begin_step")?;
    let lane = lane.as_small_int().and_then(|lane| usize::try_from(lane).ok());
    let ready = seconds(ready).ok();
    let tasks = machine.tasks.as_mut();
    let lane = tasks.and_then(|tasks| tasks.begin_step(lane, name.as_str(), ready));
    Ok(Value::int16(lane.and_then(|lane| i16::try_from(lane).ok()).unwrap_or(-1)))
}

/// `_asyncio.stand(name)`: it awaits here, and that is what for.
fn stand<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [name] = args.exactly("stand")?;
    match machine.tasks {
        Some(_) => Err(Error::control(Control::Stand(awaited(name)))),
        None => Ok(Value::NONE),
    }
}

/// `_asyncio.end_step(is_over)`
fn end_task_step<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [is_over] = args.exactly("end_step")?;
    if let Some(tasks) = &mut machine.tasks {
        tasks.end_step(ops::truth(&machine.interpreter, is_over)?);
    }
    Ok(Value::NONE)
}

/// Only one task at a time may await what comes next; the name is that of what it has called. What
/// wants to know of the generator, if this is its first step.
fn begin_step<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [generator, name] = args.exactly("begin_step")?;
    let Some(generator) = inside(generator) else { return Ok(Value::NONE) };
    if generator.set_awaited(true) {
        let name = name.as_str().unwrap_or_default();
        let text = format!("{name}(): asynchronous generator is already running");
        return Err(Error::exception("RuntimeError", text));
    }
    Ok(if generator.is_new() { machine.first_step.clone() } else { Value::NONE })
}

/// Is it a function, or a method, of an `async def`?
fn makes_coroutines<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [function] = args.exactly("makes_coroutines")?;
    let function = match function.object() {
        Some(Object::Method(method)) => &method.function,
        _ => function,
    };
    Ok(Value::bool(matches!(function.object(), Some(Object::Function(function))
        if function.entry().iterator == Type::Coroutine)))
}

/// The value of a statement, its line and its text: of a coroutine that nobody else has, and that has not
/// been awaited, is told that it never will be.
fn discard<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [value, line, text] = args.exactly("discard")?;
    if let Some(Object::Generator(generator)) = value.object()
        && generator.entry().iterator == Type::Coroutine
        && generator.is_new()
        && value.references() == 1
        && let Some(tell) = machine.interpreter.global_named("_forgotten.tell")
    {
        let function = &machine.interpreter.module().functions()[generator.entry().index];
        let name = machine.heap().str(function.qualname.as_str())?;
        machine.tail = Some((tell, vec![name, line.clone(), text.clone()]));
        return Err(Error::control(Control::Tail));
    }
    Ok(Value::NONE)
}

/// Says what is called with each generator from now on; what was before.
fn set_first_step<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [function] = args.exactly("set_first_step")?;
    Ok(std::mem::replace(&mut machine.first_step, function.clone()))
}

fn end_step<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [generator] = args.exactly("end_step")?;
    if let Some(generator) = inside(generator) {
        generator.set_awaited(false);
    }
    Ok(Value::NONE)
}

fn is_over<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [generator] = args.exactly("is_over")?;
    Ok(Value::bool(inside(generator).is_none_or(GeneratorObject::is_finished)))
}

/// Is it what a `yield` gave, and not what an `await` waits for?
fn is_yielded<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [item] = args.exactly("is_yielded")?;
    Ok(Value::bool(matches!(item.object(), Some(Object::Cell(_)))))
}

fn yielded<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [item] = args.exactly("yielded")?;
    Ok(match item.object() {
        Some(Object::Cell(slot)) => slot.load(),
        _ => item.clone(),
    })
}

fn inside<M: Memory>(value: &Value<M>) -> Option<&GeneratorObject<M>> {
    match value.object()? {
        Object::Generator(generator) => Some(generator),
        _ => None,
    }
}
