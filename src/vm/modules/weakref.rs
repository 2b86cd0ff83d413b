//! `_weakref`: which objects refer to which without keeping them; and what the prelude asks when some
//! have gone.

use crate::code::op::Reg;
use crate::vm::continuation::Then;
use crate::vm::error::Error;
use crate::vm::heap::Watch;
use crate::vm::machine::Machine;
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Native, Table};
use crate::vm::object::Object;
use crate::vm::stack::Cursor;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// How deep what a `__del__` lets go may call further ones before these have to wait.
const DEEPEST: u32 = 50;

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[("refer", refer::<M>), ("referent", referent::<M>), ("references", references::<M>)]
}

/// What only the prelude can call.
pub(in crate::vm) fn of_prelude<M: Memory>() -> Table<M> {
    const {
        &[
            ("exit_functions", exit_functions::<M> as Native<M>),
            ("forget_global", forget_global::<M>),
            ("next_dying", next_dying::<M>),
            ("settled", settled::<M>),
        ]
    }
}

fn refer<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [reference, referent] = args.exactly("refer")?;
    if !can_be_referred_to(machine, referent) {
        let name = referent.type_name();
        return Err(Error::type_error(format!("cannot create weak reference to '{name}' object")));
    }
    if let Some(watch) = machine.interpreter.watch() {
        watch.refer(reference, referent);
    }
    Ok(Value::NONE)
}

/// Those whose kind has a `__weakref__` (`__weaklistoffset__` of CPython's types).
fn can_be_referred_to<M: Memory>(machine: &Machine<M>, value: &Value<M>) -> bool {
    match value.object() {
        Some(Object::Derived(derived)) => {
            !matches!(
                derived.value.object(),
                Some(Object::Tuple(_) | Object::Int(_) | Object::Bytes(_))
            ) && !derived.value.is_int()
        }
        Some(Object::Instance(instance)) => {
            let slots = instance.class.as_class().and_then(|class| class.slots.as_ref());
            let name = machine.interpreter.name_id("__weakref__");
            slots.is_none_or(|slots| name.is_some_and(|name| slots.contains(&name)))
        }
        Some(
            Object::Class(_)
            | Object::Exception(_)
            | Object::Function(_)
            | Object::Builtin(_)
            | Object::Method(_)
            | Object::Module(_)
            | Object::Set(_)
            | Object::Frozen(_)
            | Object::Generator(_)
            | Object::Sync(_),
        ) => true,
        _ => false,
    }
}

fn referent<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [reference] = args.exactly("referent")?;
    let watch = machine.interpreter.watch();
    Ok(watch.and_then(|watch| watch.referent(reference)).unwrap_or(Value::NONE))
}

fn references<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [referent] = args.exactly("references")?;
    let watch = machine.interpreter.watch();
    machine.heap().list(watch.map(|watch| watch.references(referent)).unwrap_or_default())
}

/// What has gone: a pair of an object whose `__del__` is to be called, or of a weak reference to what
/// is gone, and which of them it is.
fn next_dying<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("next_dying")?;
    let next = machine.interpreter.watch().and_then(Watch::next);
    match next {
        Some((object, is_reference)) => {
            machine.heap().tuple(vec![object, Value::bool(is_reference)])
        }
        None => Ok(Value::NONE),
    }
}

/// The prelude has told of all that has gone.
fn settled<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("settled")?;
    machine.settling = machine.settling.saturating_sub(1);
    Ok(Value::NONE)
}

/// What the library does before the program's globals go.
fn exit_functions<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("exit_functions")?;
    let names = ["threading._join_threads", "atexit._run_exitfuncs", "weakref._exit"];
    let functions = names.into_iter().filter_map(|name| machine.interpreter.global_named(name));
    machine.heap().list(functions.collect())
}

/// Lets a global of the program go; `False` behind the last one.
fn forget_global<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [index] = args.exactly("forget_global")?;
    let index = index.as_small_int().and_then(|index| usize::try_from(index).ok());
    Ok(Value::bool(index.is_some_and(|index| machine.interpreter.forget_global(index))))
}

impl<M: Memory> Machine<M> {
    /// Drops what a statement has left in registers from this one on, and lets the prelude tell of
    /// what has gone.
    pub(in crate::vm) fn settle(
        &mut self,
        at: &mut Cursor<M>,
        first: usize,
        keep: Option<Reg>,
    ) -> Result<()> {
        at.drop_from(first, keep);
        let interpreter = self.interpreter;
        let has_dying = interpreter.watch().is_some_and(Watch::has_dying);
        if !has_dying || self.settling >= DEEPEST {
            return Ok(());
        }
        self.settling += 1;
        let settle = interpreter.prelude("settle")?;
        self.call_value(at, settle, Vec::new(), None, Then::Drop)
    }
}
