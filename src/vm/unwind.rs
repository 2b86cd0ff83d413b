//! Exceptions on their way: raised, caught, or caught by nothing.

use super::chain::set_context;
use super::continuation::{End, Then};
use super::error::{Error, Exception, Raised, Site};
use super::exception::ExceptionObject;
use super::generator::GeneratorObject;
use super::machine::Machine;
use super::memory::{Locked, Memory};
use super::native::Control;
use super::object::Object;
use super::ops::{self, Number};
use super::repr;
use super::slice::saturating;
use super::special::Special;
use super::stack::Cursor;
use super::types::Type;
use super::value::Value;
use crate::code::op::{Op, Reg};
use crate::code::{Function, Handler};
use crate::lang::Span;
use crate::lang::tree::FunctionKind;

type Result<T> = std::result::Result<T, Box<Error>>;

impl<M: Memory> Machine<M> {
    /// The same as an instruction: a class with an `__init__` is called first.
    #[cold]
    pub(super) fn raise_at(
        &mut self,
        at: &mut Cursor<M>,
        exception: Reg,
        cause: Option<Reg>,
    ) -> Result<()> {
        let exception = at.get(exception).clone();
        let cause = cause.map(|cause| at.get(cause).clone());
        if self.has_init(&exception) {
            return self.call_value(at, exception, Vec::new(), None, Then::Raise(cause));
        }
        self.raise_made(at, exception, cause)
    }

    /// The same when the exception is there, but the cause may be such a class.
    pub(super) fn raise_made(
        &mut self,
        at: &mut Cursor<M>,
        exception: Value<M>,
        cause: Option<Value<M>>,
    ) -> Result<()> {
        match cause {
            Some(cause) if self.has_init(&cause) => {
                self.call_value(at, cause, Vec::new(), None, Then::Cause(exception))
            }
            cause => Err(self.raise(&exception, cause.as_ref())),
        }
    }

    /// Is it a class of exceptions with an `__init__` of the program?
    pub(super) fn has_init(&self, value: &Value<M>) -> bool {
        let class = value.as_class().filter(|class| class.root.is_exception());
        let initialise = self.interpreter.special_name(Special::Init);
        class.zip(initialise).is_some_and(|(class, name)| class.lookup(name).is_some())
    }

    /// `raise exception from cause`
    #[cold]
    pub(super) fn raise(&mut self, exception: &Value<M>, cause: Option<&Value<M>>) -> Box<Error> {
        match self.try_raise(exception, cause) {
            Ok(()) => Error::control(Control::Thrown),
            Err(error) => error,
        }
    }

    fn try_raise(&mut self, exception: &Value<M>, cause: Option<&Value<M>>) -> Result<()> {
        let cause = match cause {
            None => None,
            Some(cause) if cause.is_none() => Some(Value::NONE),
            Some(cause) => {
                Some(self.as_exception(cause, "exception causes must derive from BaseException")?)
            }
        };
        let exception =
            self.as_exception(exception, "exceptions must derive from BaseException")?;
        if let (Some(cause), Some(object)) = (cause, exception.as_exception()) {
            object.set_cause(cause);
        }
        self.thrown = Some(exception);
        self.is_reraised = false;
        Ok(())
    }

    /// The exception itself, or a new one of the class.
    pub(super) fn as_exception(&self, value: &Value<M>, otherwise: &str) -> Result<Value<M>> {
        match value.object() {
            Some(Object::Exception(_)) => Ok(value.clone()),
            Some(Object::Class(class)) if class.root.is_exception() => {
                let args = self.heap().tuple(Vec::new())?;
                let exception = ExceptionObject::new(value.clone(), args);
                self.heap().allocate(Object::Exception(Box::new(exception)))
            }
            _ => Err(Error::type_error(otherwise)),
        }
    }

    /// Raises again what was caught here, or else what a caller is handling.
    #[cold]
    pub(super) fn reraise(&mut self, at: &Cursor<M>, exception: Reg) -> Box<Error> {
        let own = Some(at.get(exception).clone()).filter(|own| own.as_exception().is_some());
        let Some(exception) = own.or_else(|| self.handled(at)) else {
            return Error::exception("RuntimeError", "No active exception to reraise");
        };
        self.thrown = Some(exception);
        self.is_reraised = true;
        Error::control(Control::Thrown)
    }

    #[cold]
    pub(super) fn raise_assertion(&mut self, message: &Value<M>) -> Box<Error> {
        let args = if message.is_unbound() { Vec::new() } else { vec![message.clone()] };
        self.is_reraised = false;
        self.throw(Type::AssertionError, args)
    }

    /// Is this exception one of this class, or of one of these?
    #[expect(clippy::unused_self, reason = "the machine asks")]
    pub(super) fn matches(&self, exception: &Value<M>, kind: &Value<M>) -> Result<bool> {
        let of = exception.as_exception().and_then(|exception| exception.class.as_class());
        let kinds = match kind.object() {
            Some(Object::Tuple(kinds)) => kinds,
            _ => std::slice::from_ref(kind),
        };
        let mut matches = false;
        for kind in kinds {
            let class = kind.as_class().filter(|class| class.root.is_exception());
            let class = class.ok_or_else(|| {
                Error::type_error(
                    "catching classes that do not inherit from BaseException is not allowed",
                )
            })?;
            matches |= of.is_some_and(|of| of.is_subclass_of(class));
        }
        Ok(matches)
    }

    /// Goes on where the exception is caught. What is done there may fail in turn.
    ///
    /// # Errors
    /// If nothing catches it: with the frames that it has left.
    pub(super) fn catch(
        &mut self,
        error: Error,
        at: &mut Cursor<M>,
    ) -> std::result::Result<Result<()>, Box<Raised>> {
        let mut flight = self.flight(error, at);
        self.give_context(&mut flight, at);
        let Some(catcher) = self.catcher(&mut flight, at) else {
            return Err(self.uncaught(flight, at));
        };
        let depth = match catcher {
            Catcher::Handler { depth } | Catcher::Then { depth } => depth,
        };
        let exception = match self.object(&flight) {
            Ok(exception) => exception,
            // There is no room for an object, so nothing is caught.
            Err(error) => {
                let flight =
                    Flight { error: *error, thrown: None, is_reraised: false, top: flight.top };
                return Err(self.uncaught(flight, at));
            }
        };
        let mut left = self.shown(&self.stack.places(at)[depth..flight.top]);
        if flight.is_reraised && self.is_shown(at) {
            left.pop();
        }
        if let Some(exception) = exception.as_exception() {
            exception.state.with(|state| drop(state.traceback.splice(..0, left)));
        }
        let mut wanted = None;
        while self.stack.depth() > depth {
            self.finish_generator(at);
            wanted = self.stack.unwind(at);
        }
        let interpreter = self.interpreter;
        let function = &interpreter.module().functions()[at.entry().index];
        let handler = handler_at(function, at.pc().saturating_sub(1));
        if let (Catcher::Handler { .. }, Some(handler)) = (catcher, handler) {
            at.set(handler.exception, exception);
            at.go_to(handler.target.0 as usize);
            return Ok(Ok(()));
        }
        // What the iterator of a `yield from` has returned.
        self.returned = exception.stop_value().unwrap_or(Value::NONE);
        Ok(self.apply(at, wanted.unwrap_or(Then::Drop), Value::UNBOUND))
    }

    /// An error as an exception on its way.
    fn flight(&mut self, error: Error, at: &Cursor<M>) -> Flight<M> {
        let is_reraised = std::mem::take(&mut self.is_reraised);
        let thrown = match &error {
            Error::Control(Control::Thrown) => self.thrown.take(),
            Error::Control(Control::KeyError) => self.key_error(at),
            _ => None,
        };
        let is_reraised = is_reraised && thrown.is_some();
        let thrown = match &error {
            Error::Exception(raised) => self.with_members(raised, at),
            _ => thrown,
        };
        let error = if thrown.is_some() { error } else { self.with_operator(error, at) };
        let top = self.stack.depth() + 1;
        Flight { error, thrown, is_reraised, top }
    }

    /// Tells what was being handled while an exception was raised, which must be an object then.
    fn give_context(&self, flight: &mut Flight<M>, at: &Cursor<M>) {
        if !flight.is_reraised
            && let Some(handled) = self.handled(at)
            && let Ok(exception) = self.object(flight)
        {
            set_context(&exception, handled);
            flight.thrown = Some(exception);
        }
    }

    fn object(&self, flight: &Flight<M>) -> Result<Value<M>> {
        match (&flight.thrown, &flight.error) {
            (Some(exception), _) => Ok(exception.clone()),
            (None, Error::Exception(raised)) => self.interpreter.exception_of(self.heap(), raised),
            (None, other) => Err(Box::new(other.clone())),
        }
    }

    /// Who catches it, the innermost first.
    fn catcher(&mut self, flight: &mut Flight<M>, at: &Cursor<M>) -> Option<Catcher> {
        let interpreter = self.interpreter;
        let functions = interpreter.module().functions();
        let ends = self.stack.ends();
        for (depth, (function, place)) in self.stack.places(at).into_iter().enumerate().rev() {
            if flight.thrown.is_none() && !matches!(flight.error, Error::Exception(_)) {
                return None;
            }
            let function = &functions[function];
            if handler_at(function, place).is_some() {
                return Some(Catcher::Handler { depth });
            }
            let end = depth.checked_sub(1).and_then(|caller| ends[caller]);
            match (flight.kind(), end) {
                // PEP 479: a generator ends by returning.
                (Some(Type::StopIteration), _) if function.kind.is_resumable() => {
                    self.replace_stop(flight, at, depth, function.kind);
                }
                (Some(Type::StopAsyncIteration), _)
                    if function.kind == FunctionKind::AsyncGenerator =>
                {
                    self.replace_stop(flight, at, depth, function.kind);
                }
                (Some(Type::StopIteration), Some(End::Iteration))
                | (Some(Type::GeneratorExit | Type::StopIteration), Some(End::Close)) => {
                    return Some(Catcher::Then { depth: depth - 1 });
                }
                _ => {}
            }
        }
        None
    }

    /// Lets a `RuntimeError` go on from the caller of a generator that a `StopIteration` has left.
    fn replace_stop(
        &self,
        flight: &mut Flight<M>,
        at: &Cursor<M>,
        depth: usize,
        kind: FunctionKind,
    ) {
        let stop = self.object(flight);
        let what = match kind {
            FunctionKind::Coroutine => "coroutine",
            FunctionKind::AsyncGenerator => "async generator",
            FunctionKind::Plain | FunctionKind::Generator => "generator",
        };
        let raised = flight.kind().unwrap_or(Type::StopIteration).name();
        let left = self.shown(&self.stack.places(at)[depth..flight.top]);
        flight.error = *Error::exception("RuntimeError", format!("{what} raised {raised}"));
        (flight.thrown, flight.is_reraised, flight.top) = (None, false, depth);
        if let (Ok(stop), Ok(exception)) = (stop, self.object(flight))
            && let (Some(old), Some(new)) = (stop.as_exception(), exception.as_exception())
        {
            old.state.with(|state| drop(state.traceback.splice(..0, left)));
            new.set_cause(stop.clone());
            set_context(&exception, stop);
            flight.thrown = Some(exception);
        }
    }

    fn finish_generator(&mut self, at: &Cursor<M>) {
        if at.entry().is_generator
            && let Some(Object::Generator(generator)) = self.stack.callee(at).object()
        {
            GeneratorObject::finish(generator);
        }
    }

    fn key_error(&mut self, at: &Cursor<M>) -> Option<Value<M>> {
        let (Op::LoadSubscr { index, .. } | Op::DeleteSubscr { index, .. }) = at.op() else {
            return None;
        };
        let key = at.get(index).clone();
        drop(self.throw(Type::KeyError, vec![key]));
        self.thrown.take()
    }

    /// CPython names the operator as it is written.
    fn with_operator(&self, error: Error, at: &Cursor<M>) -> Error {
        if self.is_augmented(at) { ops::augmented(error) } else { error }
    }

    /// Does the instruction stand for an augmented assignment?
    pub(super) fn is_augmented(&self, at: &Cursor<M>) -> bool {
        let function = &self.interpreter.module().functions()[at.entry().index];
        let place = at.pc().saturating_sub(1);
        function.locations.get(place).is_some_and(|place| place.augmented)
    }

    fn uncaught(&mut self, flight: Flight<M>, at: &Cursor<M>) -> Box<Raised> {
        let mut frames = self.named(self.shown(&self.stack.places(at)[..flight.top]));
        let Some(exception) = flight.thrown else {
            let error = self.with_module(flight.error);
            return Box::new(Raised { error, frames, earlier: Vec::new() });
        };
        if flight.is_reraised && self.is_shown(at) {
            frames.pop();
        }
        let Raised { mut error, frames: left, earlier } = self.raised(&exception, true);
        frames.extend(left);
        if let (Some(status), Error::Exception(known)) = (self.exit_status(&exception), &error) {
            let (printed, status) = match status.number() {
                // A shell sees the last byte.
                Some(Number::Int(_)) => {
                    let number = saturating(&status).unwrap_or_default();
                    (String::new(), i32::from(number.to_le_bytes()[0]))
                }
                _ if status.is_none() => (String::new(), 0),
                _ => (self.text_for_people(&status), 1),
            };
            error = Error::Exit { exception: known.clone(), printed, status };
        }
        self.thrown = Some(exception);
        Box::new(Raised { error, frames, earlier })
    }

    /// An exception of a native module has that before its name.
    fn with_module(&self, mut error: Error) -> Error {
        if let Error::Exception(known) = &mut error
            && let Some(kind) = Type::ALL.iter().find(|kind| kind.name() == known.kind)
            && let Some(class) = self.interpreter.class(*kind).as_class()
        {
            known.kind = repr::qualified(class);
        }
        error
    }

    /// What an exception was raised with to end the program: `code`, if it is a `SystemExit`.
    pub(super) fn exit_status(&self, exception: &Value<M>) -> Option<Value<M>> {
        let object = exception.as_exception()?;
        (object.root() == Type::SystemExit)
            .then(|| object.code(self.interpreter.special_name(Special::Code)))
    }

    /// The place of every frame, outermost first.
    pub(super) fn frames(&self, at: &Cursor<M>) -> Vec<Site> {
        self.named(self.shown(&self.stack.places(at)))
    }

    fn is_shown(&self, at: &Cursor<M>) -> bool {
        !self.interpreter.module().functions()[at.entry().index].is_hidden
    }

    /// Lines of places, without those that are not in the source.
    fn shown(&self, places: &[(usize, usize)]) -> Vec<(usize, u32)> {
        let module = self.interpreter.module();
        let shown = places.iter().filter_map(|(at, op)| {
            let function = &module.functions()[*at];
            let span = function.locations[*op].span;
            let is_shown = !function.is_hidden && span != Span::default();
            is_shown.then(|| (*at, module.line_of(function, span)))
        });
        shown.collect()
    }
}

/// An exception on its way to who catches it.
struct Flight<M: Memory> {
    error: Error,
    /// The object, if it is one already.
    thrown: Option<Value<M>>,
    /// Has its traceback the place where it is now?
    is_reraised: bool,
    /// How many frames, from the outermost on, it has to leave.
    top: usize,
}

impl<M: Memory> Flight<M> {
    /// The class of Python itself that it is of.
    fn kind(&self) -> Option<Type> {
        match (&self.thrown, &self.error) {
            (Some(exception), _) => exception.as_exception().map(ExceptionObject::root),
            (None, Error::Exception(Exception { kind, .. })) if kind == "StopIteration" => {
                Some(Type::StopIteration)
            }
            _ => None,
        }
    }
}

/// Who catches an exception: a frame, by its number from the outermost on.
#[derive(Clone, Copy)]
enum Catcher {
    /// The frame's own handler.
    Handler { depth: usize },
    /// The machine, which has made a call from this frame that may end like that.
    Then { depth: usize },
}

fn handler_at(function: &Function, place: usize) -> Option<&Handler> {
    let place = u32::try_from(place).ok()?;
    function.handlers.iter().find(|handler| (handler.start..handler.end).contains(&place))
}
