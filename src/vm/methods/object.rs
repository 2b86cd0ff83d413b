//! What every object has, what exceptions have besides, and `type`.

use crate::vm::builtins::or_prelude;
use crate::vm::equal;
use crate::vm::error::Error;
use crate::vm::list::List;
use crate::vm::machine::Machine;
use crate::vm::members::{frames_of, without_filename};
use crate::vm::memory::{Locked, Memory};
use crate::vm::modules::pickle;
use crate::vm::mro::mro as order_of;
use crate::vm::native::{Args, Control, Native, Table};
use crate::vm::object::Object;
use crate::vm::repr;
use crate::vm::types::Type;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

pub(super) fn methods<M: Memory>() -> Table<M> {
    const {
        &[
            ("__eq__", eq::<M> as Native<M>),
            ("__getstate__", pickle::getstate::<M>),
            ("__init__", init::<M>),
            ("__reduce__", pickle::reduce::<M>),
            ("__reduce_ex__", pickle::reduce_ex::<M>),
            ("__repr__", repr::<M>),
            ("__str__", str::<M>),
        ]
    }
}

pub(super) fn exception_methods<M: Memory>() -> Table<M> {
    const {
        &[
            ("__init__", exception_init::<M> as Native<M>),
            ("__repr__", exception_repr::<M>),
            ("__str__", exception_str::<M>),
            ("add_note", add_note::<M>),
            ("with_traceback", with_traceback::<M>),
        ]
    }
}

pub(super) fn type_methods<M: Memory>() -> Table<M> {
    const { &[("mro", mro::<M> as Native<M>)] }
}

/// A class and those that it inherits from.
fn mro<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (class, rest) = args.receiver(Type::Type, "mro")?;
    rest.exactly::<0>("type.mro")?;
    machine.heap().list(order_of(class))
}

/// `type(value)`
pub(super) fn construct_type<M: Memory>(
    machine: &mut Machine<M>,
    args: &Args<'_, M>,
) -> Result<Value<M>> {
    match args.values {
        [value] if args.keywords.is_none() => Ok(machine.interpreter.class_of(value)),
        _ if args.positional().len() == 1 => {
            Err(Error::type_error("type() takes no keyword arguments"))
        }
        [_, _, _] => Err(Error::unsupported("classes made by a call of `type`")),
        _ => Err(Error::type_error("type() takes 1 or 3 arguments")),
    }
}

fn eq<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::Object, "__eq__")?;
    let [other] = rest.exactly("__eq__")?;
    if me.own_class().is_some() {
        return Ok(Value::bool(me.is(other)));
    }
    equal::equal(&machine.interpreter, me, other).map(Value::bool)
}

fn init<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (_, rest) = args.receiver(Type::Object, "__init__")?;
    if rest.values.is_empty() {
        return Ok(Value::NONE);
    }
    Err(Error::type_error(
        "object.__init__() takes exactly one argument (the instance to initialize)",
    ))
}

fn repr<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::Object, "__repr__")?;
    rest.exactly::<0>("__repr__")?;
    let interpreter = machine.interpreter;
    let text = match me.own_class() {
        Some(_) => repr::plain(&interpreter, me),
        None => repr::repr(&interpreter, me)?,
    };
    machine.heap().str(text)
}

/// Asks the `__repr__` of the object's own class.
fn str<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::Object, "__str__")?;
    rest.exactly::<0>("__str__")?;
    if me.as_str().is_some() {
        return Ok(me.clone());
    }
    let interpreter = machine.interpreter;
    match repr::repr(&interpreter, me) {
        Ok(text) => machine.heap().str(text),
        Err(error) if *error == Error::Control(Control::Dunder) => {
            Err(Error::control(Control::Repr(0)))
        }
        Err(error) => Err(error),
    }
}

fn exception_init<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::BaseException, "__init__")?;
    if rest.keywords.is_some() {
        let name = me.type_name();
        return Err(Error::type_error(format!("{name}() takes no keyword arguments")));
    }
    if let Some(exception) = me.as_exception() {
        let root = exception.root();
        let (args, filename) = without_filename(root, rest.values);
        let args = machine.heap().tuple(args.to_vec())?;
        let old = exception.state.with(|state| {
            let args = std::mem::replace(&mut state.args, args);
            let is_about_file = root.is_subclass_of(Type::OSError);
            (args, is_about_file.then(|| std::mem::replace(&mut state.detail, filename)))
        });
        drop(old);
    }
    Ok(Value::NONE)
}

fn exception_repr<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::BaseException, "__repr__")?;
    rest.exactly::<0>("__repr__")?;
    let interpreter = machine.interpreter;
    let text = match me.as_exception() {
        Some(exception) => {
            or_prelude(repr::exception(&interpreter, me, exception), "exception_repr")?
        }
        None => repr::repr(&interpreter, me)?,
    };
    machine.heap().str(text)
}

fn exception_str<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::BaseException, "__str__")?;
    rest.exactly::<0>("__str__")?;
    let interpreter = machine.interpreter;
    let text = match me.as_exception() {
        Some(exception) => or_prelude(repr::message(&interpreter, exception), "message")?,
        None => repr::str(&interpreter, me)?,
    };
    machine.heap().str(text)
}

fn add_note<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::BaseException, "add_note")?;
    let [note] = rest.exactly("BaseException.add_note")?;
    if note.as_str().is_none() {
        let name = note.type_name();
        return Err(Error::type_error(format!("note must be a str, not '{name}'")));
    }
    let Some(exception) = me.as_exception() else { return Ok(Value::NONE) };
    let mut notes = exception.state.with(|state| state.notes.clone());
    if notes.is_none() {
        notes = machine.heap().list(Vec::new())?;
        let kept = notes.clone();
        exception.state.with(|state| state.notes = kept);
    }
    if let (Some(Object::List(list)), Some(heap)) = (notes.object(), notes.heap()) {
        list.push(heap, note.clone())?;
    }
    Ok(Value::NONE)
}

fn with_traceback<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let (me, rest) = args.receiver(Type::BaseException, "with_traceback")?;
    let [traceback] = rest.exactly("BaseException.with_traceback")?;
    let frames = frames_of(traceback)?;
    if let Some(exception) = me.as_exception() {
        exception.state.with(|state| state.traceback = frames);
    }
    Ok(me.clone())
}
