//! Registers and frames of one machine, and the cursor through which the eval loop uses them.
//!
//! The windows of registers overlap: the arguments that a caller puts into its registers are the
//! first registers of the callee. Every slot holds a value at all times. What a returned call has
//! left in its slots is dropped when it is overwritten, or at once if memory is in noticeable use.
//! What makes the unchecked accesses sound is what `code::verify` has checked: registers lie inside
//! the frame's window, jumps inside the code, and no code runs off its end.

mod cursor;
mod places;

pub(super) use cursor::Cursor;

use std::ptr;

use super::continuation::{Continuation, Then};
use super::error::Error;
use super::interpreter::Entry;
use super::memory::Memory;
use super::value::Value;
use crate::code::op::{Op, Reg};

/// Where a frame goes on that has called something on the machine's behalf.
static TRAMPOLINE: [Op; 1] = [Op::Continue {}];

/// Slots and frames to begin with: as few as a thread needs that sleeps, as a program may have a
/// hundred thousand of them.
const INITIAL_SLOTS: usize = 32;
const INITIAL_FRAMES: usize = 6;

pub(in crate::vm) struct Stack<M: Memory> {
    slots: Vec<Value<M>>,
    /// Behind the last slot.
    end: *mut Value<M>,
    /// Callers, outermost first.
    frames: Vec<Frame>,
    /// So many frames have room, the running one among them.
    room: usize,
    /// So many may be there (`sys.setrecursionlimit`).
    limit: usize,
    /// What becomes of the values of calls that the machine made by itself: one for each frame that
    /// goes on at the trampoline.
    continuations: Vec<Continuation<M>>,
}

/// A caller waiting for its callee.
#[derive(Clone, Copy)]
struct Frame {
    pc: *const Op,
    entry: *const Entry,
    /// How far the callee's window lies above this one.
    shift: usize,
}

impl<M: Memory> Stack<M> {
    pub(in crate::vm) fn new(limit: usize) -> Self {
        let mut slots = Vec::new();
        slots.resize_with(INITIAL_SLOTS, || Value::UNBOUND);
        let end = slots.as_mut_ptr_range().end;
        let frames = Vec::with_capacity(INITIAL_FRAMES);
        let room = INITIAL_FRAMES.min(limit);
        Self { slots, end, frames, room, limit, continuations: Vec::new() }
    }

    /// Calls may go as deep as `limit` from now on, if they have not come deeper yet. May they?
    pub(in crate::vm) fn limit_to(&mut self, limit: usize) -> bool {
        let is_possible = self.frames.len() + 1 < limit;
        if is_possible {
            self.limit = limit;
            self.room = self.room.min(limit);
        }
        is_possible
    }

    /// A cursor at the beginning of a function, with its arguments in place.
    ///
    /// # Safety
    /// `entry` must stay alive as long as the cursor is used.
    pub(in crate::vm) unsafe fn start(
        &mut self,
        entry: &Entry,
        arguments: Vec<Value<M>>,
    ) -> Cursor<M> {
        self.clear();
        if entry.registers > self.slots.len() {
            self.grow(0, entry.registers);
        }
        for (slot, argument) in self.slots.iter_mut().zip(arguments) {
            *slot = argument;
        }
        Cursor { pc: entry.code, base: self.slots.as_mut_ptr(), entry }
    }

    /// Drops everything.
    pub(in crate::vm) fn clear(&mut self) {
        self.frames.clear();
        self.continuations.clear();
        for slot in &mut self.slots {
            if slot.is_counted() {
                *slot = Value::UNBOUND;
            }
        }
    }

    /// Enters a function whose arguments stand behind `base`.
    ///
    /// # Safety
    /// `entry` must stay alive as long as the cursor is used, and take the arguments that are
    /// there.
    #[inline(always)]
    pub(in crate::vm) unsafe fn enter(
        &mut self,
        at: &mut Cursor<M>,
        entry: *const Entry,
        base: Reg,
    ) -> Result<(), Box<Error>> {
        if self.frames.len() + 1 >= self.room {
            self.more_frames()?;
        }
        let shift = usize::from(base.0) + 1;
        // SAFETY: promised by the caller.
        self.reserve(at, shift + unsafe { (*entry).registers });
        let frame = Frame { pc: at.pc, entry: at.entry, shift };
        // SAFETY: there is room, checked above.
        unsafe {
            let depth = self.frames.len();
            self.frames.as_mut_ptr().add(depth).write(frame);
            self.frames.set_len(depth + 1);
        }
        // SAFETY: `reserve` has made room for the window.
        at.base = unsafe { at.base.add(shift) };
        at.entry = entry;
        // SAFETY: promised by the caller.
        at.pc = unsafe { (*entry).code };
        Ok(())
    }

    /// Makes room for frames, as far as recursion may go. The module or task itself is one, too.
    #[cold]
    #[inline(never)]
    fn more_frames(&mut self) -> Result<(), Box<Error>> {
        if self.room >= self.limit {
            return Err(recursion_error());
        }
        self.room = (2 * self.room).min(self.limit);
        self.frames.reserve_exact(self.room - self.frames.len());
        Ok(())
    }

    /// Makes sure that there are `count` slots from the cursor's base on.
    #[inline(always)]
    pub(in crate::vm) fn reserve(&mut self, at: &mut Cursor<M>, count: usize) {
        // SAFETY: the base always points into the slots, and the end behind the last one.
        let left = unsafe { self.end.offset_from_unsigned(at.base) };
        if count > left {
            at.base = self.grow(self.slots.len() - left, count);
        }
    }

    /// Gives the new base. The cursor itself is not passed, so that it can stay in registers.
    #[cold]
    #[inline(never)]
    fn grow(&mut self, used: usize, count: usize) -> *mut Value<M> {
        let length = (used + count).max(self.slots.len() * 2);
        self.slots.resize_with(length, || Value::UNBOUND);
        self.end = self.slots.as_mut_ptr_range().end;
        // SAFETY: `used` is smaller than the old length.
        unsafe { self.slots.as_mut_ptr().add(used) }
    }

    /// Leaves a function for its caller, which gets the value. Without a caller the value comes
    /// back.
    #[inline(always)]
    pub(in crate::vm) fn leave(&mut self, at: &mut Cursor<M>, value: Value<M>) -> Option<Value<M>> {
        let Some(caller) = self.frames.pop() else { return Some(value) };
        at.pc = caller.pc;
        at.entry = caller.entry;
        // SAFETY: the callee's window began `shift` above the caller's, and the register before it
        // is the call's base.
        unsafe {
            at.base.sub(1).replace(value).discard();
            at.base = at.base.sub(caller.shift);
        }
        None
    }

    /// Enters a function from the place where the machine stands, above all its registers: what
    /// comes of the call is `then`'s. `callee` is kept in the slot below the new window.
    ///
    /// # Safety
    /// As [`Self::enter`]; the registers must be as many as the entry has, or fewer.
    pub(in crate::vm) unsafe fn enter_above(
        &mut self,
        at: &mut Cursor<M>,
        entry: *const Entry,
        callee: Value<M>,
        registers: Vec<Value<M>>,
        then: Then<M>,
    ) -> Result<(), Box<Error>> {
        // SAFETY: promised by the caller.
        let below = unsafe { self.push_above(at, entry, callee, then)? };
        drop(below);
        for (index, value) in registers.into_iter().enumerate() {
            // SAFETY: just reserved.
            unsafe { *at.base.add(index) = value };
        }
        Ok(())
    }

    /// The same for a method: with its object, and the arguments in so many registers of the running
    /// function, which are empty then.
    ///
    /// # Safety
    /// As [`Self::enter`]; the entry must have a register for each.
    pub(in crate::vm) unsafe fn enter_method(
        &mut self,
        at: &mut Cursor<M>,
        entry: *const Entry,
        (callee, object): (Value<M>, Value<M>),
        (first, count): (Reg, u8),
        then: Then<M>,
    ) -> Result<(), Box<Error>> {
        // SAFETY: promised by the caller.
        let below = unsafe { self.push_above(at, entry, callee, then)? };
        let shift = self.frames.last().map_or(0, |frame| frame.shift);
        // SAFETY: both windows are reserved, and this one begins `shift` above the caller's.
        unsafe {
            let given = at.base.sub(shift).add(first.0.into());
            *at.base = object;
            for index in 0..usize::from(count) {
                let argument = std::mem::replace(&mut *given.add(index), Value::UNBOUND);
                *at.base.add(index + 1) = argument;
            }
        }
        drop(below);
        Ok(())
    }

    /// The same with the registers of a generator, which swap places with those of the window.
    /// Drops nothing, and gives what stood in the callee's slot.
    ///
    /// # Safety
    /// As [`Self::enter`]; the registers must be as many as the entry has.
    pub(in crate::vm) unsafe fn enter_generator(
        &mut self,
        at: &mut Cursor<M>,
        entry: *const Entry,
        callee: Value<M>,
        registers: &mut [Value<M>],
        then: Then<M>,
    ) -> Result<Value<M>, Box<Error>> {
        // SAFETY: promised by the caller.
        let below = unsafe { self.push_above(at, entry, callee, then)? };
        at.window_of_frame().swap_with_slice(registers);
        Ok(below)
    }

    /// The same from a `for` loop, which goes on by itself: see [`Self::is_in_loop`].
    ///
    /// # Safety
    /// As [`Self::enter_generator`].
    pub(in crate::vm) unsafe fn enter_in_loop(
        &mut self,
        at: &mut Cursor<M>,
        entry: *const Entry,
        callee: Value<M>,
        registers: &mut [Value<M>],
    ) -> Result<Value<M>, Box<Error>> {
        // SAFETY: promised by the caller.
        let below = unsafe { self.push_frame(at, entry, callee, at.pc)? };
        at.window_of_frame().swap_with_slice(registers);
        Ok(below)
    }

    /// Is the running frame a generator's that a `for` loop has entered?
    pub(in crate::vm) fn is_in_loop(&self) -> bool {
        self.frames.last().is_some_and(|frame| !ptr::eq(frame.pc, TRAMPOLINE.as_ptr()))
    }

    /// A frame above the registers of the running function, which continues with `then`; what stood
    /// in the callee's slot.
    ///
    /// # Safety
    /// As [`Self::enter`].
    unsafe fn push_above(
        &mut self,
        at: &mut Cursor<M>,
        entry: *const Entry,
        callee: Value<M>,
        then: Then<M>,
    ) -> Result<Value<M>, Box<Error>> {
        let pc = at.pc;
        // SAFETY: promised by the caller.
        let below = unsafe { self.push_frame(at, entry, callee, TRAMPOLINE.as_ptr())? };
        self.continuations.push(Continuation { pc, then });
        Ok(below)
    }

    /// A frame above the registers of the running function, which goes on at `pc`.
    ///
    /// # Safety
    /// As [`Self::enter`].
    #[inline(always)]
    unsafe fn push_frame(
        &mut self,
        at: &mut Cursor<M>,
        entry: *const Entry,
        callee: Value<M>,
        pc: *const Op,
    ) -> Result<Value<M>, Box<Error>> {
        if self.frames.len() + 1 >= self.room {
            self.more_frames()?;
        }
        // SAFETY: the running function's entry is alive.
        let own = unsafe { (*at.entry).registers };
        // SAFETY: promised by the caller.
        self.reserve(at, own + 1 + unsafe { (*entry).registers });
        self.frames.push(Frame { pc, entry: at.entry, shift: own + 1 });
        // SAFETY: just reserved.
        let below = unsafe {
            let below = at.base.add(own).replace(callee);
            at.base = at.base.add(own + 1);
            below
        };
        at.entry = entry;
        // SAFETY: promised by the caller.
        at.pc = unsafe { (*entry).code };
        Ok(below)
    }

    /// Goes back to where the machine made a call by itself: what came of it, and what was to be
    /// done with it.
    pub(in crate::vm) fn continue_(&mut self, at: &mut Cursor<M>) -> (Value<M>, Then<M>) {
        // SAFETY: the running function's entry is alive; the slot above its registers is reserved.
        let value = unsafe {
            let own = (*at.entry).registers;
            std::mem::replace(&mut *at.base.add(own), Value::UNBOUND)
        };
        let Some(Continuation { pc, then }) = self.continuations.pop() else {
            return (value, Then::Drop);
        };
        at.pc = pc;
        (value, then)
    }

    /// The function that runs in the innermost frame, as an object, where it was kept.
    pub(in crate::vm) fn callee(&self, at: &Cursor<M>) -> Value<M> {
        self.callee_kept(at).map_or(Value::UNBOUND, Clone::clone)
    }

    /// The same where it is kept.
    pub(in crate::vm) fn callee_kept<'a>(&self, at: &'a Cursor<M>) -> Option<&'a Value<M>> {
        // SAFETY: below the window of every frame but the first is the slot of its callee.
        (!self.frames.is_empty()).then(|| unsafe { &*at.base.sub(1) })
    }

    /// Leaves the innermost frame because of an exception; what its caller wanted to do with its
    /// value, if that was the machine. The only frame is not left.
    pub(in crate::vm) fn unwind(&mut self, at: &mut Cursor<M>) -> Option<Then<M>> {
        let caller = self.frames.pop()?;
        at.drop_registers();
        let mut then = None;
        at.pc = caller.pc;
        if ptr::eq(caller.pc, TRAMPOLINE.as_ptr())
            && let Some(continuation) = self.continuations.pop()
        {
            at.pc = continuation.pc;
            then = Some(continuation.then);
        }
        at.entry = caller.entry;
        // SAFETY: as in `leave`.
        unsafe {
            *at.base.sub(1) = Value::UNBOUND;
            at.base = at.base.sub(caller.shift);
        }
        then
    }

    /// How many frames the innermost one has below it.
    pub(in crate::vm) fn depth(&self) -> usize {
        self.frames.len()
    }
}

#[cold]
#[inline(never)]
pub(in crate::vm) fn recursion_error() -> Box<Error> {
    Error::exception("RecursionError", "maximum recursion depth exceeded")
}
