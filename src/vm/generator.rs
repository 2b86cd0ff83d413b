//! Generators: a frame that is put aside at each `yield` and put back when its next value is
//! wanted.

use super::error::Error;
use super::interpreter::{Entry, EntryRef};
use super::memory::{Locked, Memory};
use super::value::Value;

/// A generator.
pub(super) struct GeneratorObject<M: Memory> {
    entry: EntryRef,
    state: M::Locked<State<M>>,
}

enum State<M: Memory> {
    /// To go on at an instruction, with these registers.
    Suspended {
        registers: Vec<Value<M>>,
        pc: usize,
        is_new: bool,
    },
    Running,
    Finished,
}

/// A generator that is about to go on.
pub(super) struct Resumed<M: Memory> {
    pub(super) registers: Vec<Value<M>>,
    /// Index of its next instruction.
    pub(super) pc: usize,
}

impl<M: Memory> GeneratorObject<M> {
    /// The generator that a call of a generator function makes, with the arguments and cells in the
    /// first registers.
    pub(super) fn new(entry: &Entry, registers: Vec<Value<M>>) -> Self {
        let state = State::Suspended { registers, pc: 0, is_new: true };
        Self { entry: entry.into(), state: M::Locked::new(state) }
    }

    pub(super) fn entry(&self) -> &Entry {
        &self.entry
    }

    /// Takes its frame to run on; `None` if it has ended.
    pub(super) fn resume(&self) -> Result<Option<Resumed<M>>, Box<Error>> {
        self.state.with(|state| match std::mem::replace(state, State::Running) {
            State::Suspended { registers, pc, .. } => Ok(Some(Resumed { registers, pc })),
            State::Running => Err(Error::value_error("generator already executing")),
            State::Finished => {
                *state = State::Finished;
                Ok(None)
            }
        })
    }

    /// Puts a value into the register in which its next instruction expects it.
    pub(super) fn send(
        &self,
        value: Value<M>,
        register: impl Fn(usize) -> Option<usize>,
    ) -> Result<(), Box<Error>> {
        let old = self.state.with(|state| match state {
            State::Suspended { is_new: true, .. } if !value.is_none() => {
                Err(Error::type_error("can't send non-None value to a just-started generator"))
            }
            State::Suspended { registers, pc, .. } => Ok(register(*pc)
                .and_then(|register| registers.get_mut(register))
                .map(|slot| std::mem::replace(slot, value))),
            State::Running | State::Finished => Ok(None),
        });
        old.map(drop)
    }

    /// Puts its frame aside.
    pub(super) fn suspend(&self, registers: Vec<Value<M>>, pc: usize) {
        self.state.with(|state| *state = State::Suspended { registers, pc, is_new: false });
    }

    /// Ends it without running it, if it has never run or has ended already.
    pub(super) fn finish_if_new(&self) -> bool {
        self.state.with(|state| {
            let is_idle = matches!(state, State::Suspended { is_new: true, .. } | State::Finished);
            if is_idle {
                *state = State::Finished;
            }
            is_idle
        })
    }

    pub(super) fn finish(&self) {
        self.state.with(|state| *state = State::Finished);
    }

    pub(super) fn bytes(&self) -> usize {
        // As long as it was when the generator was made, wherever the registers are meanwhile.
        size_of::<Self>() + self.entry().registers * size_of::<Value<M>>()
    }
}
