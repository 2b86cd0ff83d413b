//! Functions of the program, with what their `def` evaluated, and bound methods.

use super::interpreter::{Entry, EntryRef};
use super::memory::Memory;
use super::value::Value;

/// A function of the program.
pub(super) struct FunctionObject<M: Memory> {
    entry: EntryRef,
    /// The defaults of its last parameters, then the cells of its free variables.
    values: Box<[Value<M>]>,
    defaults: u32,
}

impl<M: Memory> FunctionObject<M> {
    /// A function of an interpreter, whose entry this is; the last values are its cells.
    pub(super) fn new(entry: &Entry, values: Box<[Value<M>]>) -> Self {
        let defaults = values.len() - entry.free;
        Self { entry: entry.into(), values, defaults: u32::try_from(defaults).unwrap_or(u32::MAX) }
    }

    #[inline(always)]
    pub(super) fn entry(&self) -> &Entry {
        &self.entry
    }

    pub(super) fn defaults(&self) -> &[Value<M>] {
        &self.values[..self.defaults as usize]
    }

    pub(super) fn cells(&self) -> &[Value<M>] {
        &self.values[self.defaults as usize..]
    }

    pub(super) fn bytes(&self) -> usize {
        size_of_val(&*self.values)
    }
}

/// A function with its first argument.
pub(super) struct MethodObject<M: Memory> {
    pub(super) function: Value<M>,
    pub(super) receiver: Value<M>,
}
