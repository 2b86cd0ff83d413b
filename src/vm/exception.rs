//! Exceptions as objects. What built-ins raise becomes one only when it is caught.

use super::attributes::Attributes;
use super::error::{Error, Exception};
use super::heap::Heap;
use super::interpreter::Interpreter;
use super::memory::{Locked, Memory};
use super::object::Object;
use super::types::Type;
use super::value::Value;
use crate::code::op::NameId;

type Result<T> = std::result::Result<T, Box<Error>>;

/// An instance of an exception class.
pub(super) struct ExceptionObject<M: Memory> {
    pub(super) class: Value<M>,
    pub(super) state: M::Locked<ExceptionState<M>>,
}

/// What may change of an exception.
pub(super) struct ExceptionState<M: Memory> {
    /// A tuple.
    pub(super) args: Value<M>,
    /// `__cause__`
    pub(super) cause: Value<M>,
    /// `__context__`: what was being handled when it was raised.
    pub(super) context: Value<M>,
    /// Does a traceback leave out the context? It does where a `raise` names a cause.
    pub(super) is_context_hidden: bool,
    /// Of an `OSError`: the file that it is about. Of a group: a tuple of its message and a tuple of
    /// its exceptions.
    pub(super) detail: Value<M>,
    pub(super) attributes: Attributes<M>,
    /// A list of what `add_note` was given, or `None`.
    pub(super) notes: Value<M>,
    /// Function and line of the frames that it has left, outermost first.
    pub(super) traceback: Vec<(usize, u32)>,
}

impl<M: Memory> ExceptionObject<M> {
    /// An exception of a class, with its arguments in a tuple.
    pub(super) fn new(class: Value<M>, args: Value<M>) -> Self {
        let state = ExceptionState {
            args,
            cause: Value::NONE,
            context: Value::NONE,
            is_context_hidden: false,
            detail: Value::NONE,
            attributes: Attributes::new(),
            notes: Value::NONE,
            traceback: Vec::new(),
        };
        Self { class, state: M::Locked::new(state) }
    }

    /// The exception class of Python itself that its class is or inherits from.
    pub(super) fn root(&self) -> Type {
        self.class.as_class().map_or(Type::BaseException, |class| class.root)
    }

    /// `code` of a `SystemExit`, by the name that the program has for it: what it was raised with,
    /// unless the program has set it.
    pub(super) fn code(&self, name: Option<NameId>) -> Value<M> {
        self.state.with(|state| {
            let own = name.and_then(|name| state.attributes.alone().get(name));
            own.unwrap_or_else(|| match state.args.object() {
                Some(Object::Tuple(args)) if args.is_empty() => Value::NONE,
                Some(Object::Tuple(args)) if args.len() == 1 => args[0].clone(),
                _ => state.args.clone(),
            })
        })
    }

    /// The tuple of its arguments.
    pub(super) fn args(&self) -> Value<M> {
        self.state.with(|state| state.args.clone())
    }
}

impl<M: Memory> Value<M> {
    /// `value` of a `StopIteration`, if it has one.
    pub(super) fn stop_value(&self) -> Option<Self> {
        let exception = self.as_exception().filter(|it| it.root() == Type::StopIteration)?;
        match exception.args().object() {
            Some(Object::Tuple(args)) => args.first().cloned(),
            _ => None,
        }
    }

    pub(super) fn as_exception(&self) -> Option<&ExceptionObject<M>> {
        match self.object()? {
            Object::Exception(exception) => Some(exception),
            _ => None,
        }
    }
}

impl<M: Memory> Interpreter<M> {
    /// An exception object of a class of Python itself.
    pub(super) fn exception(
        &self,
        heap: &Heap<M>,
        kind: Type,
        args: Vec<Value<M>>,
    ) -> Result<Value<M>> {
        let args = heap.tuple(args)?;
        let object = ExceptionObject::new(self.class(kind), args);
        heap.allocate(Object::Exception(Box::new(object)))
    }

    /// What a built-in raised, as an object.
    pub(super) fn exception_of(
        &self,
        heap: &Heap<M>,
        Exception { kind, message, .. }: &Exception,
    ) -> Result<Value<M>> {
        let known = Type::ALL.iter().copied().find(|known| known.name() == kind);
        let kind = known.filter(|known| known.is_exception()).unwrap_or(Type::Exception);
        let args = if message.is_empty() { Vec::new() } else { vec![heap.str(message.as_str())?] };
        self.exception(heap, kind, args)
    }
}
