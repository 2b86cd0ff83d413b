//! What becomes of the value of a call that the machine made by itself: for an operator, an
//! iterator or a built-in, where a class of the program has a method for it.

use super::calls::Pending;
use super::memory::Memory;
use super::value::Value;
use crate::code::Op;
use crate::code::op::Reg;

/// Where the caller goes on, and what it does first.
pub(super) struct Continuation<M: Memory> {
    pub(super) pc: *const Op,
    pub(super) then: Then<M>,
}

/// What is done with the value.
pub(super) enum Then<M: Memory> {
    /// Nothing.
    Drop,
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
    /// It is what `__init__` returned, which must be `None`; the instance is what is wanted.
    Init { instance: Value<M>, then: Box<Then<M>> },
    /// It is what one of `__str__` and `__repr__` returned, which must be a string.
    StoreStr { then: Box<Then<M>>, method: &'static str },
    /// It is a length, for a register.
    StoreLen(Reg),
    /// It takes the place of the argument of a built-in, which is then called again.
    Argument { pending: Box<Pending<M>>, argument: usize },
    /// It is a list of what the instruction unpacks.
    Unpack,
    /// It is the string to be formatted by the instruction.
    Format,
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
            Self::Next | Self::NextOr { default: Some(_), .. } => Some(End::Iteration),
            Self::Close(_) => Some(End::Close),
            _ => None,
        }
    }
}
