//! What the stack tells of its frames: where each stands, for tracebacks and handlers.

use std::ptr;
use std::sync::Arc;

use super::{Cursor, Stack, TRAMPOLINE};
use crate::code::Function;
use crate::vm::continuation::End;
use crate::vm::memory::Memory;
use crate::vm::value::Value;

/// Is told of a frame's function, its instruction and its registers.
pub(in crate::vm) type LookAtFrame<'a, M> = dyn FnMut(usize, usize, &[Value<M>]) + 'a;

impl<M: Memory> Stack<M> {
    /// For every frame but the innermost: which exceptions of the one above end what it waits for.
    pub(in crate::vm) fn ends(&self) -> Vec<Option<End>> {
        let mut continuations = self.continuations.iter();
        let ends = self.frames.iter().map(|frame| {
            let is_machine = ptr::eq(frame.pc, TRAMPOLINE.as_ptr());
            if is_machine { continuations.next().and_then(|last| last.then.end()) } else { None }
        });
        ends.collect()
    }

    /// The exception that is being handled in the innermost frame that handles one.
    pub(in crate::vm) fn handled(
        &self,
        at: &Cursor<M>,
        functions: &[Arc<Function>],
    ) -> Option<Value<M>> {
        let mut continuations = self.continuations.iter().rev();
        let (mut entry, mut pc, mut base) = (at.entry, at.pc, at.base);
        let mut callers = self.frames.iter().rev();
        loop {
            // SAFETY: entries are alive, and `pc` is behind an instruction of its function.
            let (index, next) = unsafe { ((*entry).index, pc.offset_from_unsigned((*entry).code)) };
            if let Some(exception) = functions[index].handled_at(next.saturating_sub(1)) {
                // SAFETY: the register is verified, and `base` is where this frame's window begins.
                let exception = unsafe { &*base.add(usize::from(exception.0)) };
                return Some(exception.clone());
            }
            let caller = callers.next()?;
            let is_machine = ptr::eq(caller.pc, TRAMPOLINE.as_ptr());
            let waiting = if is_machine { continuations.next() } else { None };
            (entry, pc) = (caller.entry, waiting.map_or(caller.pc, |waiting| waiting.pc));
            // SAFETY: the callee's window begins `shift` above the caller's.
            base = unsafe { base.sub(caller.shift) };
        }
    }

    /// Looks at each frame, innermost first: its function, its instruction and its registers.
    pub(in crate::vm) fn for_each_frame(&self, at: &Cursor<M>, look: &mut LookAtFrame<'_, M>) {
        let mut continuations = self.continuations.iter().rev();
        let (mut entry, mut pc, mut base) = (at.entry, at.pc, at.base);
        let mut callers = self.frames.iter().rev();
        loop {
            // SAFETY: entries are alive, `pc` is behind an instruction of its function, and `base` is
            // where this frame's window begins, whose registers were reserved when it was entered.
            unsafe {
                let next = pc.offset_from_unsigned((*entry).code);
                let registers = std::slice::from_raw_parts(base, (*entry).registers);
                look((*entry).index, next.saturating_sub(1), registers);
            }
            let Some(caller) = callers.next() else { return };
            let is_machine = ptr::eq(caller.pc, TRAMPOLINE.as_ptr());
            let waiting = if is_machine { continuations.next() } else { None };
            (entry, pc) = (caller.entry, waiting.map_or(caller.pc, |waiting| waiting.pc));
            // SAFETY: the callee's window begins `shift` above the caller's.
            base = unsafe { base.sub(caller.shift) };
        }
    }

    /// Function and instruction of the innermost frame of those functions.
    pub(in crate::vm) fn innermost(
        &self,
        at: &Cursor<M>,
        is_one: impl Fn(usize) -> bool,
    ) -> Option<(usize, usize)> {
        let mut continuations = self.continuations.iter().rev();
        let (mut entry, mut pc) = (at.entry, at.pc);
        let mut callers = self.frames.iter().rev();
        loop {
            // SAFETY: entries are alive, and `pc` is behind an instruction of its function.
            let (index, next) = unsafe { ((*entry).index, pc.offset_from_unsigned((*entry).code)) };
            if is_one(index) {
                return Some((index, next.saturating_sub(1)));
            }
            let caller = callers.next()?;
            let is_machine = ptr::eq(caller.pc, TRAMPOLINE.as_ptr());
            let waiting = if is_machine { continuations.next() } else { None };
            (entry, pc) = (caller.entry, waiting.map_or(caller.pc, |waiting| waiting.pc));
        }
    }

    /// Function and instruction of every frame, outermost first.
    pub(in crate::vm) fn places(&self, at: &Cursor<M>) -> Vec<(usize, usize)> {
        let mut continuations = self.continuations.iter();
        let callers = self.frames.iter().map(|frame| {
            let is_machine = ptr::eq(frame.pc, TRAMPOLINE.as_ptr());
            let pc = if is_machine { continuations.next().map(|last| last.pc) } else { None };
            (frame.entry, pc.unwrap_or(frame.pc))
        });
        let callers: Vec<_> = callers.collect();
        callers
            .into_iter()
            .chain([(at.entry, at.pc)])
            // SAFETY: entries are alive, and `pc` is behind an instruction of its function.
            .map(|(entry, pc)| unsafe {
                ((*entry).index, pc.offset_from_unsigned((*entry).code).saturating_sub(1))
            })
            .collect()
    }
}
