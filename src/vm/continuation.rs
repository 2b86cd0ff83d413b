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
    /// As [`Self::Branch`], where it is a length.
    BranchOnLength,
    /// It is the next value of the iterator that the instruction asked.
    Next,
    /// It is the next value of the iterator that `next(…)` asked; the default, if there is one.
    NextOr { dst: Reg, default: Option<Value<M>> },
    /// It is an iterator, for the instruction's register.
    Iterator(Reg),
    /// As [`Self::Iterator`], for what `iter(…)` gives.
    StoreIterator(Reg),
    /// It is what `__init__` returned, which must be `None`; the instance is what is wanted.
    Init { instance: Value<M>, then: Box<Then<M>> },
    /// It is a string by one of `__str__` and `__repr__`, for a register.
    StoreStr { dst: Reg, method: &'static str },
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
    /// It is `str` of an exception that nothing caught.
    Epitaph,
}
