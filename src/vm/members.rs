//! What exceptions of Python's own have besides their arguments, as attributes.

use super::error::{Error, Exception};
use super::exception::ExceptionObject;
use super::group;
use super::interpreter::Interpreter;
use super::machine::Machine;
use super::memory::{Locked, Memory};
use super::object::Object;
use super::ops::truth;
use super::special::Special;
use super::stack::Cursor;
use super::types::Type;
use super::value::Value;
use crate::code::op::{Op, Reg};
use crate::lang::MISSING;

type Result<T> = std::result::Result<T, Box<Error>>;

/// The arguments of an exception of this class, without the name of the file that an `OSError` is
/// about, and that name.
pub(super) fn without_filename<M: Memory>(
    root: Type,
    args: &[Value<M>],
) -> (&[Value<M>], Value<M>) {
    match args {
        [_, _, filename, rest @ ..] if root.is_subclass_of(Type::OSError) && rest.len() <= 2 => {
            (&args[..2], filename.clone())
        }
        _ => (args, Value::NONE),
    }
}

impl<M: Memory> ExceptionObject<M> {
    /// A member that nothing has set.
    pub(super) fn member(&self, name: &str) -> Option<Value<M>> {
        let root = self.root();
        let is_of = |kind| root.is_subclass_of(kind);
        match name {
            "__notes__" => {
                Some(self.state.with(|state| state.notes.clone())).filter(|notes| !notes.is_none())
            }
            "__suppress_context__" => {
                Some(Value::bool(self.state.with(|state| state.is_context_hidden)))
            }
            "exceptions" => self.group().map(|group| group.exceptions),
            "message" => self.group().map(|group| group.message),
            "errno" if is_of(Type::OSError) => Some(self.argument_of(2, 0)),
            "strerror" if is_of(Type::OSError) => Some(self.argument_of(2, 1)),
            "filename" if is_of(Type::OSError) => {
                Some(self.state.with(|state| state.detail.clone()))
            }
            "msg" if is_of(Type::SyntaxError) => match self.args().object() {
                Some(Object::Tuple(args)) => Some(args.first().cloned().unwrap_or(Value::NONE)),
                _ => Some(Value::NONE),
            },
            "filename" | "lineno" | "offset" | "text" | "end_lineno" | "end_offset"
                if is_of(Type::SyntaxError) =>
            {
                let parts = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"];
                let at = parts.iter().position(|part| *part == name)?;
                Some(match self.argument_of(2, 1).object() {
                    Some(Object::Tuple(place)) => place.get(at).cloned().unwrap_or(Value::NONE),
                    _ => Value::NONE,
                })
            }
            "msg" if is_of(Type::ImportError) => Some(self.argument_of(1, 0)),
            "path" if is_of(Type::ImportError) => Some(Value::NONE),
            "obj" if is_of(Type::AttributeError) => Some(Value::NONE),
            "name" => [Type::AttributeError, Type::ImportError, Type::NameError]
                .into_iter()
                .any(is_of)
                .then_some(Value::NONE),
            _ => None,
        }
    }

    /// Sets what every exception has; the value is given back if it is an attribute as any other.
    pub(super) fn set_member(
        &self,
        interpreter: &Interpreter<M>,
        name: &str,
        value: Value<M>,
    ) -> Result<Option<Value<M>>> {
        match name {
            "__cause__" => check_earlier("cause", &value)?,
            "__context__" => check_earlier("context", &value)?,
            "__traceback__" => {
                let frames = frames_of(&value)?;
                self.state.with(|state| state.traceback = frames);
                return Ok(None);
            }
            "__suppress_context__" => {
                let is_hidden = truth(interpreter, &value)?;
                self.state.with(|state| state.is_context_hidden = is_hidden);
                return Ok(None);
            }
            _ => {}
        }
        let (old, value) = self.state.with(|state| {
            let own = match name {
                "__cause__" => {
                    state.is_context_hidden = true;
                    &mut state.cause
                }
                "__context__" => &mut state.context,
                "__notes__" => &mut state.notes,
                "args" => &mut state.args,
                _ => return (None, Some(value)),
            };
            (Some(std::mem::replace(own, value)), None)
        });
        drop(old);
        Ok(value)
    }

    /// An argument, if there are so many.
    fn argument_of(&self, count: usize, index: usize) -> Value<M> {
        match self.args().object() {
            Some(Object::Tuple(args)) if args.len() == count => args[index].clone(),
            _ => Value::NONE,
        }
    }
}

/// What an exception was raised for, or while, is one as well.
fn check_earlier<M: Memory>(what: &str, value: &Value<M>) -> Result<()> {
    if value.is_none() || value.as_exception().is_some() {
        return Ok(());
    }
    let message = format!("exception {what} must be None or derive from BaseException");
    Err(Error::type_error(message))
}

/// The frames of a traceback that an exception is given.
pub(super) fn frames_of<M: Memory>(traceback: &Value<M>) -> Result<Vec<(usize, u32)>> {
    match traceback.object() {
        Some(Object::Trace(trace)) if let Some(frames) = trace.frames() => Ok(frames.to_vec()),
        _ if traceback.is_none() => Ok(Vec::new()),
        _ => Err(Error::type_error("__traceback__ must be a traceback or None")),
    }
}

/// The class that an `OSError` with this number is of, on Linux.
fn os_error(number: i64) -> Type {
    match number {
        1 | 13 => Type::PermissionError,
        2 => Type::FileNotFoundError,
        3 => Type::ProcessLookupError,
        4 => Type::InterruptedError,
        10 => Type::ChildProcessError,
        11 | 114 | 115 => Type::BlockingIOError,
        17 => Type::FileExistsError,
        20 => Type::NotADirectoryError,
        21 => Type::IsADirectoryError,
        32 | 108 => Type::BrokenPipeError,
        103 => Type::ConnectionAbortedError,
        104 => Type::ConnectionResetError,
        110 => Type::TimeoutError,
        111 => Type::ConnectionRefusedError,
        _ => Type::OSError,
    }
}

impl<M: Memory> Machine<M> {
    /// An exception of a class, by these arguments.
    pub(super) fn make_exception(&self, class: &Value<M>, args: &[Value<M>]) -> Result<Value<M>> {
        let (heap, root) = (self.heap(), class.as_class().map_or(Type::Exception, |it| it.root));
        let group = group::parts(&self.interpreter, heap, class, args)?;
        let (args, filename) = without_filename(root, args);
        let (class, detail) =
            group.unwrap_or_else(|| (self.class_of_number(class, args), filename));
        let exception = ExceptionObject::new(class, heap.tuple(args.to_vec())?);
        exception.state.with(|state| state.detail = detail);
        heap.allocate(Object::Exception(Box::new(exception)))
    }

    /// The class that `OSError` stands for with these arguments, or the class itself.
    fn class_of_number(&self, class: &Value<M>, args: &[Value<M>]) -> Value<M> {
        match args {
            [number, _] if class.is(&self.interpreter.class(Type::OSError)) => number
                .as_small_int()
                .map_or_else(|| class.clone(), |number| self.interpreter.class(os_error(number))),
            _ => class.clone(),
        }
    }

    /// What an instruction has raised as an object that knows the name that was not found, and in
    /// what; `None` if the program asks no exception for that.
    pub(super) fn with_members(&self, raised: &Exception, at: &Cursor<M>) -> Option<Value<M>> {
        let known =
            [Special::MissingName, Special::Obj].map(|of| self.interpreter.special_name(of));
        if known == [None, None] {
            return None;
        }
        let module = self.interpreter.module();
        let attribute = |name: crate::code::op::NameId| &module.names()[usize::from(name.0)];
        let (name, object) = match (raised.kind.as_str(), at.op()) {
            (
                "AttributeError",
                Op::LoadAttr { object, name, .. }
                | Op::StoreAttr { object, name, .. }
                | Op::DeleteAttr { object, name },
            ) => (attribute(name), at.get(object).clone()),
            ("AttributeError", Op::LoadMethod { base, name, .. }) => {
                (attribute(name), at.get(Reg(base.0.saturating_add(1))).clone())
            }
            (
                "NameError",
                Op::LoadGlobal { global, .. }
                | Op::CallGlobal { global, .. }
                | Op::DeleteGlobal { global },
            ) => (&module.globals()[usize::from(global.0)], Value::NONE),
            ("ModuleNotFoundError", Op::LoadGlobal { global, .. }) => {
                let name = module.globals()[usize::from(global.0)].strip_prefix(MISSING)?;
                (&name.to_owned(), Value::NONE)
            }
            ("NameError", Op::LoadCell { cell, .. } | Op::DeleteCell { cell }) => {
                let function = &module.functions()[at.entry().index];
                let free = usize::from(cell.0).checked_sub(function.locals.len())?;
                (function.free.get(free)?, Value::NONE)
            }
            _ => return None,
        };
        let heap = self.heap();
        let exception = self.interpreter.exception_of(heap, raised).ok()?;
        let values = [heap.str(name.as_str()).ok()?, object];
        if let Some(object) = exception.as_exception() {
            for (name, value) in known.into_iter().zip(values) {
                let Some(name) = name else { continue };
                drop(object.state.with(|state| state.attributes.alone().set(heap, name, value)));
            }
        }
        Some(exception)
    }
}
