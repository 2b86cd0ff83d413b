//! Generators: a frame that is put aside at each `yield` and put back when its next value is
//! wanted.

use super::error::Error;
use super::fixed::Fixed;
use super::heap::MOST_BEHIND;
use super::interpreter::{Entry, EntryRef};
use super::memory::{Locked, Memory};
use super::types::Type;
use super::value::Value;

/// A generator.
pub(super) struct GeneratorObject<M: Memory> {
    entry: EntryRef,
    state: M::Locked<State<M>>,
}

/// The registers stand here while it is suspended. While it runs they have swapped places with what
/// stood on the stack, so that a step neither allocates nor drops anything.
struct State<M: Memory> {
    stage: Stage,
    registers: Fixed<M>,
    /// Index of its next instruction, short so that a generator fits into its slot.
    pc: u32,
    /// Of an asynchronous one: does a task await its next value?
    is_awaited: bool,
}

#[derive(Clone, Copy)]
enum Stage {
    New,
    Suspended,
    Running,
    Finished,
}

impl<M: Memory> GeneratorObject<M> {
    /// The generator that a call of a generator function makes.
    pub(super) fn new(entry: &Entry, registers: Fixed<M>) -> Self {
        let state = State { stage: Stage::New, registers, pc: 0, is_awaited: false };
        Self { entry: entry.into(), state: M::Locked::new(state) }
    }

    pub(super) fn entry(&self) -> &Entry {
        &self.entry
    }

    /// Lets it run: `enter` puts its registers on the stack, and what stood there into their place.
    /// The index of its next instruction, and what `enter` gave; `None` if it has ended.
    pub(super) fn resume<T>(
        &self,
        enter: impl FnOnce(&mut [Value<M>]) -> Result<T, Box<Error>>,
    ) -> Result<Option<(usize, T)>, Box<Error>> {
        self.state.with(|state| match state.stage {
            Stage::Running => Err(Error::value_error(format!("{} already executing", self.what()))),
            Stage::Finished => self.check_reuse().map(|()| None),
            Stage::New | Stage::Suspended => {
                let entered = enter(&mut state.registers)?;
                state.stage = Stage::Running;
                Ok(Some((state.pc as usize, entered)))
            }
        })
    }

    /// Puts a value into the register in which its next instruction expects it.
    pub(super) fn send(
        &self,
        value: Value<M>,
        register: impl Fn(usize) -> Option<usize>,
    ) -> Result<(), Box<Error>> {
        let old = self.state.with(|state| match state.stage {
            Stage::New if !value.is_none() => {
                let what = self.what();
                Err(Error::type_error(format!(
                    "can't send non-None value to a just-started {what}"
                )))
            }
            Stage::New | Stage::Suspended => Ok(register(state.pc as usize)
                .and_then(|register| state.registers.get_mut(register))
                .map(|slot| std::mem::replace(slot, value))),
            Stage::Running | Stage::Finished => Ok(None),
        });
        old.map(drop)
    }

    /// Looks at its next instruction's index and at its registers while it is suspended.
    pub(super) fn suspended<T>(
        &self,
        look: impl FnOnce(usize, &[Value<M>]) -> Option<T>,
    ) -> Option<T> {
        self.state.with(|state| match state.stage {
            Stage::Suspended => look(state.pc as usize, &state.registers),
            _ => None,
        })
    }

    /// Is it running now?
    pub(super) fn is_running(&self) -> bool {
        self.state.with(|state| matches!(state.stage, Stage::Running))
    }

    /// Puts its registers aside, to go on at an instruction.
    pub(super) fn suspend(&self, window: &mut [Value<M>], pc: usize) {
        // Code is not longer than its jumps can tell.
        let pc = u32::try_from(pc).unwrap_or(u32::MAX);
        self.state.with(|state| {
            state.registers.swap_with_slice(window);
            (state.stage, state.pc) = (Stage::Suspended, pc);
        });
    }

    /// Ends it without running it, if it has never run or has ended already.
    pub(super) fn finish_if_new(&self) -> bool {
        let is_idle = self.state.with(|state| matches!(state.stage, Stage::New | Stage::Finished));
        if is_idle {
            self.finish();
        }
        is_idle
    }

    /// What messages call it.
    fn what(&self) -> String {
        self.entry.iterator.name().replace('_', " ")
    }

    /// What can be awaited has ended: it must not be awaited again.
    pub(super) fn check_reuse(&self) -> Result<(), Box<Error>> {
        let what = match self.entry.iterator {
            Type::Coroutine => "coroutine",
            Type::AsyncGeneratorSend => "__anext__()/asend()",
            Type::AsyncGeneratorThrow => "aclose()/athrow()",
            _ => return Ok(()),
        };
        Err(Error::exception("RuntimeError", format!("cannot reuse already awaited {what}")))
    }

    pub(super) fn is_new(&self) -> bool {
        self.state.with(|state| matches!(state.stage, Stage::New))
    }

    pub(super) fn is_finished(&self) -> bool {
        self.state.with(|state| matches!(state.stage, Stage::Finished))
    }

    /// Notes whether a task awaits its next value; did one before?
    pub(super) fn set_awaited(&self, is_awaited: bool) -> bool {
        self.state.with(|state| std::mem::replace(&mut state.is_awaited, is_awaited))
    }

    pub(super) fn finish(&self) {
        let mut few = [const { Value::UNBOUND }; MOST_BEHIND];
        let many = self.state.with(|state| {
            state.stage = Stage::Finished;
            match few.get_mut(..state.registers.len()) {
                Some(few) => {
                    few.swap_with_slice(&mut state.registers);
                    Vec::new()
                }
                None => state.registers.take_all(),
            }
        });
        // Not while it is locked.
        drop((few, many));
    }

    /// How many of its registers are in its block.
    #[inline(always)]
    pub(super) fn behind(&mut self) -> usize {
        self.state.get_mut().registers.behind()
    }

    pub(super) fn bytes(&self) -> usize {
        // As long as it was when the generator was made, wherever the registers are meanwhile.
        Fixed::<M>::bytes_of(self.entry().registers)
    }
}
