//! What becomes of the value of a call that the machine made by itself: for an operator, an
//! iterator or a built-in, where a class of the program has a method for it.

use super::calls::Pending;
use super::error::Error;
use super::instances::Making;
use super::lazy::Pull;
use super::machine::Machine;
use super::memory::Memory;
use super::operators::Attempts;
use super::ops;
use super::special::Special;
use super::stack::Cursor;
use super::types::Type;
use super::value::Value;
use crate::code::Op;
use crate::code::op::Reg;

type Result<T> = std::result::Result<T, Box<Error>>;

/// Where the caller goes on, and what it does first.
pub(super) struct Continuation<M: Memory> {
    pub(super) pc: *const Op,
    pub(super) then: Then<M>,
}

/// What is done with the value.
pub(super) enum Then<M: Memory> {
    /// Nothing.
    Drop,
    /// Nothing, and `None` goes on in its place.
    Nothing(Box<Then<M>>),
    /// It goes into a register.
    Store(Reg),
    /// Its truth, or the opposite, goes into a register as a `bool`.
    StoreTruth { dst: Reg, negate: bool },
    /// Its truth, or the opposite, decides the jump that the instruction is.
    Branch { negate: bool },
    /// It is the next value of the iterator that the instruction asked.
    Next,
    /// It is the next value of the iterator that `next(…)` asked; the default, if there is one.
    NextOr { dst: Reg, default: Option<Value<M>> },
    /// It must be an iterator, and goes into a register.
    Iterator(Reg),
    /// It is what a method for an operator returned; if that is `NotImplemented`, the next is asked.
    Attempt(Box<Attempts<M>>),
    /// It is the value that an instance of this class is to hold.
    Derive { class: Value<M>, then: Box<Then<M>> },
    /// It is what `__new__` returned, whose `__init__` is called next if it is of the class.
    New(Box<Making<M>>),
    /// It is what `__init__` returned, which must be `None`; the instance is what is wanted.
    Init { instance: Value<M>, then: Box<Then<M>> },
    /// The same, and the instance goes into a register.
    StoreInit { instance: Value<M>, dst: Reg },
    /// It is what one of `__str__` and `__repr__` returned, which must be a string.
    StoreStr { then: Box<Then<M>>, method: &'static str },
    /// It is what `__hash__` returned, which must be a whole number.
    Hash(Box<Then<M>>),
    /// It is a length, for a register.
    StoreLen(Reg),
    /// It takes the place of the argument of a built-in, which is then called again.
    Argument { pending: Box<Pending<M>>, argument: usize },
    /// A lazy iterator goes on with it.
    Pull(Box<Pull<M>>),
    /// It is a list of what the instruction unpacks.
    Unpack,
    /// It is the string to be formatted by the instruction.
    Format,
    /// It is what the iterator of a `yield from` gives; unbound at its end.
    Delegate,
    /// The iterator of a `yield from` was closed, as a generator is: now the generator itself is.
    CloseOuter,
    /// The same where whatever a method of the program has returned is of no interest.
    ExitOuter,
    /// It is the exception that a `raise` of its class has made, to be raised, with its cause.
    Raise(Option<Value<M>>),
    /// It is the cause of an exception that is to be raised.
    Cause(Value<M>),
    /// The exception that leaves a generator because it was closed; `close()` gives `None`.
    Close(Reg),
}

/// Which exceptions end what the machine is doing, instead of failing it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// `StopIteration`: there is no next value.
    Iteration,
    /// `GeneratorExit` and `StopIteration`: the generator is closed.
    Close,
}

impl<M: Memory> Then<M> {
    pub(super) fn end(&self) -> Option<End> {
        match self {
            Self::Delegate | Self::Next | Self::NextOr { default: Some(_), .. } | Self::Pull(_) => {
                Some(End::Iteration)
            }
            Self::Close(_) | Self::CloseOuter => Some(End::Close),
            _ => None,
        }
    }
}

impl<M: Memory> Machine<M> {
    /// Does with a value what the call was made for.
    pub(super) fn apply(
        &mut self,
        at: &mut Cursor<M>,
        then: Then<M>,
        value: Value<M>,
    ) -> Result<()> {
        match then {
            Then::Drop => {}
            Then::Nothing(then) => return self.apply(at, *then, Value::NONE),
            Then::Store(dst) => at.set(dst, value),
            Then::StoreTruth { dst, negate } => {
                let truth = self.truth_value(&value)?;
                at.set(dst, Value::bool(truth != negate));
            }
            Then::Branch { negate } => {
                if self.truth_value(&value)? != negate
                    && let Some(to) = at.op().target()
                {
                    at.jump(to);
                }
            }
            Then::Next => next_came(at, value),
            Then::NextOr { dst, default } => {
                if !value.is_unbound() {
                    at.set(dst, value);
                } else if let Some(default) = default {
                    at.set(dst, default);
                } else {
                    let returned = self.take_returned();
                    let args = if returned.is_none() { Vec::new() } else { vec![returned] };
                    return Err(self.throw(Type::StopIteration, args));
                }
            }
            Then::Iterator(dst) => {
                if !self.is_iterator(&value) {
                    let name = value.type_name();
                    return Err(Error::type_error(format!(
                        "iter() returned non-iterator of type '{name}'"
                    )));
                }
                at.set(dst, value);
            }
            Then::Attempt(attempts) => return self.attempted(at, *attempts, value),
            Then::Derive { class, then } => return self.derive(at, class, &value, *then),
            Then::New(making) => return self.made(at, *making, value),
            Then::Init { instance, then } => {
                check_init(&value)?;
                return self.apply(at, *then, instance);
            }
            Then::StoreInit { instance, dst } => {
                check_init(&value)?;
                at.set(dst, instance);
            }
            Then::StoreStr { then, method } => {
                if value.as_str().is_none() {
                    let name = value.type_name();
                    return Err(Error::type_error(if method == Special::Format.name() {
                        format!("{method} must return a str, not {name}")
                    } else {
                        format!("{method} returned non-string (type {name})")
                    }));
                }
                return self.apply(at, *then, value.plain().clone());
            }
            Then::Hash(then) => {
                let hash = self.hash_of_returned(&value)?;
                return self.apply(at, *then, hash);
            }
            Then::StoreLen(dst) => {
                check_length(&value)?;
                at.set(dst, value);
            }
            Then::Argument { mut pending, argument } => {
                pending.arguments[argument] = value;
                return self.call_pending(at, *pending);
            }
            Then::Pull(pull) => return self.pulled(at, pull, value),
            Then::Unpack => {
                return super::build::unpack_list(self.interpreter.heap(self.memory), at, &value);
            }
            Then::Format => {
                let interpreter = self.interpreter;
                return super::build::format_text(interpreter.heap(self.memory), at, &value);
            }
            Then::Delegate => {
                let Op::Send { base, to } = at.op() else { return Ok(()) };
                let is_over = value.is_unbound();
                let value = if is_over { self.take_returned() } else { value };
                at.set(Reg(base.0 + 1), value);
                if is_over {
                    at.jump(to);
                }
            }
            Then::CloseOuter => {
                check_closed(&value)?;
                return Err(self.throw(Type::GeneratorExit, Vec::new()));
            }
            Then::Raise(cause) => return self.raise_made(at, value, cause),
            Then::Cause(exception) => return Err(self.raise(&exception, Some(&value))),
            Then::ExitOuter => return Err(self.throw(Type::GeneratorExit, Vec::new())),
            Then::Close(dst) => {
                check_closed(&value)?;
                at.set(dst, Value::NONE);
            }
        }
        Ok(())
    }

    /// What the generator that has just ended returned.
    fn take_returned(&mut self) -> Value<M> {
        std::mem::replace(&mut self.returned, Value::NONE)
    }

    /// The truth of what a method of the program has returned.
    pub(super) fn truth_value(&self, value: &Value<M>) -> Result<bool> {
        match value.quick_truth() {
            Some(truth) => Ok(truth),
            None => ops::truth(&self.interpreter, value),
        }
    }
}

/// What a generator gave that was closed.
fn check_closed<M: Memory>(value: &Value<M>) -> Result<()> {
    if value.is_unbound() {
        return Ok(());
    }
    Err(Error::exception("RuntimeError", "generator ignored GeneratorExit"))
}

/// What `__len__` has returned.
fn check_length<M: Memory>(value: &Value<M>) -> Result<()> {
    match value.as_small_int() {
        Some(0..) => Ok(()),
        Some(_) => Err(Error::value_error("__len__() should return >= 0")),
        None => {
            let name = value.type_name();
            Err(Error::type_error(format!("'{name}' object cannot be interpreted as an integer")))
        }
    }
}

/// What `__init__` has returned.
fn check_init<M: Memory>(value: &Value<M>) -> Result<()> {
    if value.is_none() {
        return Ok(());
    }
    let name = value.type_name();
    Err(Error::type_error(format!("__init__() should return None, not '{name}'")))
}

/// A `for` loop goes on with its next value; unbound at the end.
pub(super) fn next_came<M: Memory>(at: &mut Cursor<M>, value: Value<M>) {
    let Op::ForIter { dst, iter, to } = at.op() else { return };
    if value.is_unbound() {
        at.set(iter, Value::UNBOUND);
    } else {
        at.set(dst, value);
        at.jump(to);
    }
}
