//! Functions of the program, with what their `def` evaluated, and bound methods.

use super::attributes::{Attributes, Own};
use super::error::Error;
use super::fixed::Fixed;
use super::heap::Heap;
use super::interpreter::{Entry, EntryRef};
use super::memory::{Locked, Memory};
use super::value::Value;
use crate::code::op::NameId;

/// A function of the program.
pub(super) struct FunctionObject<M: Memory> {
    entry: EntryRef,
    /// The defaults of its parameters, then the cells of its free variables.
    values: Fixed<M>,
    /// What the program has set of it; most functions have nothing.
    state: M::Locked<Option<Box<FunctionState<M>>>>,
}

/// What the program has set of a function.
pub(super) struct FunctionState<M: Memory> {
    /// `__name__`, `__doc__` and the like, which its code gives as well.
    pub(super) special: Attributes<M>,
    pub(super) attributes: Attributes<M>,
}

impl<M: Memory> FunctionObject<M> {
    /// A function of an interpreter, whose entry this is; the last values are its cells.
    pub(super) fn new(entry: &Entry, values: Fixed<M>) -> Self {
        Self { entry: entry.into(), values, state: M::Locked::new(None) }
    }

    #[inline(always)]
    pub(super) fn entry(&self) -> &Entry {
        &self.entry
    }

    /// Those of parameters by position, then those of parameters by name alone.
    pub(super) fn defaults(&self) -> &[Value<M>] {
        &self.values[..self.values.len() - self.entry.free]
    }

    pub(super) fn cells(&self) -> &[Value<M>] {
        &self.values[self.values.len() - self.entry.free..]
    }

    /// Looks at what was set of it, if anything was.
    pub(super) fn look<R>(&self, look: impl FnOnce(&mut FunctionState<M>) -> R) -> Option<R> {
        self.state.with(|state| state.as_deref_mut().map(look))
    }

    /// Changes that. The heap is that of the function.
    pub(super) fn with_state<R>(
        &self,
        heap: &Heap<M>,
        change: impl FnOnce(&mut FunctionState<M>) -> R,
    ) -> Result<R, Box<Error>> {
        self.state.with_others(|state| {
            if let Some(state) = state {
                return Ok(change(state));
            }
            heap.take(size_of::<FunctionState<M>>())?;
            let new = FunctionState { special: Attributes::new(), attributes: Attributes::new() };
            Ok(change(state.insert(Box::new(new))))
        })
    }

    /// Takes an attribute out, if there are any.
    pub(super) fn remove(&self, name: NameId) -> Option<Own<M>> {
        self.state.with(|state| state.as_deref_mut()?.attributes.alone().remove(name))
    }

    /// How many of its values are in its block.
    #[inline(always)]
    pub(super) fn behind(&self) -> usize {
        self.values.behind()
    }

    pub(super) fn bytes(&mut self) -> usize {
        let state = self.state.get_mut().as_deref();
        let state = state.map_or(0, |state| {
            size_of::<FunctionState<M>>() + state.special.bytes() + state.attributes.bytes()
        });
        self.values.bytes() + state
    }
}

/// A function with its first argument.
pub(super) struct MethodObject<M: Memory> {
    pub(super) function: Value<M>,
    pub(super) receiver: Value<M>,
}
