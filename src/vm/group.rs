//! Groups of exceptions (PEP 654). What splits them is in the prelude, since it asks the program.

use super::error::Error;
use super::exception::ExceptionObject;
use super::heap::Heap;
use super::interpreter::Interpreter;
use super::list::List;
use super::machine::Machine;
use super::memory::{Locked, Memory};
use super::native::{Args, Control, Native, Table};
use super::object::Object;
use super::types::Type;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// What a group has besides what every exception has.
pub(super) struct Group<M: Memory> {
    pub(super) message: Value<M>,
    /// A tuple.
    pub(super) exceptions: Value<M>,
}

impl<M: Memory> Group<M> {
    pub(super) fn exceptions(&self) -> &[Value<M>] {
        match self.exceptions.object() {
            Some(Object::Tuple(exceptions)) => exceptions,
            _ => &[],
        }
    }

    /// `str` of it.
    pub(super) fn text(&self) -> String {
        let (message, count) = (self.message.as_str().unwrap_or_default(), self.exceptions().len());
        let s = if count == 1 { "" } else { "s" };
        format!("{message} ({count} sub-exception{s})")
    }
}

impl<M: Memory> ExceptionObject<M> {
    /// What it has as a group, if it is one.
    pub(super) fn group(&self) -> Option<Group<M>> {
        if !self.root().is_subclass_of(Type::BaseExceptionGroup) {
            return None;
        }
        match self.state.with(|state| state.detail.clone()).object() {
            Some(Object::Tuple(parts)) => match &**parts {
                [message, exceptions] => {
                    Some(Group { message: message.clone(), exceptions: exceptions.clone() })
                }
                _ => None,
            },
            _ => None,
        }
    }
}

/// Of an instance that is to be made of this class, if that is one of groups: the class that it gets,
/// and its detail (`BaseExceptionGroup_new` in `Objects/exceptions.c`).
pub(super) fn parts<M: Memory>(
    interpreter: &Interpreter<M>,
    heap: &Heap<M>,
    value: &Value<M>,
    args: &[Value<M>],
) -> Result<Option<(Value<M>, Value<M>)>> {
    let class = value.as_class().filter(|it| it.root.is_subclass_of(Type::BaseExceptionGroup));
    let Some(class) = class else { return Ok(None) };
    let [message, exceptions] = args else {
        return Err(Error::type_error(format!(
            "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)",
            args.len()
        )));
    };
    if message.as_str().is_none() {
        let kind = message.type_name();
        return Err(Error::type_error(format!(
            "BaseExceptionGroup.__new__() argument 1 must be str, not {kind}"
        )));
    }
    let exceptions = match exceptions.object() {
        Some(Object::Tuple(exceptions)) => exceptions.to_vec(),
        Some(Object::List(exceptions)) => exceptions.snapshot(),
        _ => return Err(Error::type_error("second argument (exceptions) must be a sequence")),
    };
    if exceptions.is_empty() {
        let text = "second argument (exceptions) must be a non-empty sequence";
        return Err(Error::value_error(text));
    }
    let mut are_ordinary = true;
    for (at, exception) in exceptions.iter().enumerate() {
        let Some(exception) = exception.as_exception() else {
            return Err(Error::value_error(format!(
                "Item {at} of second argument (exceptions) is not an exception"
            )));
        };
        are_ordinary &= exception.root().is_subclass_of(Type::Exception);
    }
    let is_ordinary = class.root.is_subclass_of(Type::Exception)
        || class.ancestors.iter().any(|it| it.is(&interpreter.class(Type::Exception)));
    if is_ordinary && !are_ordinary {
        return Err(Error::type_error(if class.is_builtin {
            "Cannot nest BaseExceptions in an ExceptionGroup".to_owned()
        } else {
            format!("Cannot nest BaseExceptions in '{}'", class.name)
        }));
    }
    let class = if class.is_builtin && are_ordinary {
        interpreter.class(Type::ExceptionGroup)
    } else {
        value.clone()
    };
    let exceptions = heap.tuple(exceptions)?;
    let detail = heap.tuple(vec![message.clone(), exceptions])?;
    Ok(Some((class, detail)))
}

pub(super) fn methods<M: Memory>() -> Table<M> {
    const {
        &[
            ("derive", |_, args| of_prelude(args, "derive", "group_derive")),
            ("split", |_, args| of_prelude(args, "split", "group_split")),
            ("subgroup", |_, args| of_prelude(args, "subgroup", "group_subgroup")),
        ]
    }
}

fn of_prelude<M: Memory>(
    args: &Args<'_, M>,
    method: &str,
    function: &'static str,
) -> Result<Value<M>> {
    let (_, rest) = args.receiver(Type::BaseExceptionGroup, method)?;
    let [_] = rest.exactly(&format!("BaseExceptionGroup.{method}"))?;
    Err(Error::control(Control::Prelude(function)))
}

/// What the prelude uses.
pub(super) fn functions<M: Memory>() -> Table<M> {
    const { &[("is_part_of", is_part_of::<M> as Native<M>), ("take_origin", take_origin::<M>)] }
}

/// Has an exception the same history as another one, of which it may be a part?
fn is_part_of<M: Memory>(_: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [part, whole] = args.exactly("is_part_of")?;
    let (Some(part), Some(whole)) = (part.as_exception(), whole.as_exception()) else {
        return Ok(Value::bool(false));
    };
    let history = |exception: &ExceptionObject<M>| {
        exception
            .state
            .with(|state| (state.traceback.clone(), state.cause.clone(), state.context.clone()))
    };
    let (part, whole) = (history(part), history(whole));
    Ok(Value::bool(part.0 == whole.0 && part.1.is(&whole.1) && part.2.is(&whole.2)))
}

/// Gives a part of a group the traceback, cause, context and notes of the whole.
fn take_origin<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [part, whole] = args.exactly("take_origin")?;
    let (Some(to), Some(from)) = (part.as_exception(), whole.as_exception()) else {
        return Ok(Value::NONE);
    };
    let (traceback, cause, context, is_hidden, notes) = from.state.with(|state| {
        let cause = (state.cause.clone(), state.context.clone(), state.is_context_hidden);
        (state.traceback.clone(), cause.0, cause.1, cause.2, state.notes.clone())
    });
    let notes = match notes.object() {
        Some(Object::List(notes)) => machine.heap().list(notes.snapshot())?,
        _ => notes,
    };
    let old = to.state.with(|state| {
        state.traceback = traceback;
        state.is_context_hidden = is_hidden;
        let cause = std::mem::replace(&mut state.cause, cause);
        let context = std::mem::replace(&mut state.context, context);
        (cause, context, std::mem::replace(&mut state.notes, notes))
    });
    drop(old);
    Ok(Value::NONE)
}
