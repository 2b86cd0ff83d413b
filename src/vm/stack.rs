//! Registers and frames of one machine, and the cursor through which the eval loop uses them.
//!
//! The windows of registers overlap: the arguments that a caller puts into its registers are the
//! first registers of the callee. Every slot holds a value at all times. What a returned call has
//! left in its slots is dropped when it is overwritten, or at once if memory is in noticeable use.
//! What makes the unchecked accesses sound is what `code::verify` has checked: registers lie inside
//! the frame's window, jumps inside the code, and no code runs off its end.

use std::sync::Arc;

use super::continuation::{Continuation, End, Then};
use super::error::Error;
use super::interpreter::Entry;
use super::memory::Memory;
use super::value::Value;
use crate::code::Function;
use crate::code::op::{Op, Reg, Target};

/// Where a frame goes on that has called something on the machine's behalf.
static TRAMPOLINE: [Op; 1] = [Op::Continue {}];

/// Is told of a frame's function, its instruction and its registers.
pub(super) type LookAtFrame<'a, M> = dyn FnMut(usize, usize, &[Value<M>]) + 'a;

/// Slots and frames to begin with: as few as a thread needs that sleeps, as a program may have a
/// hundred thousand of them.
const INITIAL_SLOTS: usize = 32;
const INITIAL_FRAMES: usize = 6;

pub(super) struct Stack<M: Memory> {
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

/// The place where a machine stands. Valid for the stack that gave it, until that stack gives
/// another one.
pub(super) struct Cursor<M: Memory> {
    pc: *const Op,
    base: *mut Value<M>,
    entry: *const Entry,
}

impl<M: Memory> Clone for Cursor<M> {
    fn clone(&self) -> Self {
        Self { pc: self.pc, base: self.base, entry: self.entry }
    }
}

impl<M: Memory> Stack<M> {
    pub(super) fn new(limit: usize) -> Self {
        let mut slots = Vec::new();
        slots.resize_with(INITIAL_SLOTS, || Value::UNBOUND);
        let end = slots.as_mut_ptr_range().end;
        let frames = Vec::with_capacity(INITIAL_FRAMES);
        let room = INITIAL_FRAMES.min(limit);
        Self { slots, end, frames, room, limit, continuations: Vec::new() }
    }

    /// Calls may go as deep as `limit` from now on, if they have not come deeper yet. May they?
    pub(super) fn limit_to(&mut self, limit: usize) -> bool {
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
    pub(super) unsafe fn start(&mut self, entry: &Entry, arguments: Vec<Value<M>>) -> Cursor<M> {
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
    pub(super) fn clear(&mut self) {
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
    pub(super) unsafe fn enter(
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
    pub(super) fn reserve(&mut self, at: &mut Cursor<M>, count: usize) {
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
    pub(super) fn leave(&mut self, at: &mut Cursor<M>, value: Value<M>) -> Option<Value<M>> {
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
    pub(super) unsafe fn enter_above(
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
    pub(super) unsafe fn enter_method(
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
    pub(super) unsafe fn enter_generator(
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

    /// A frame above the registers of the running function; what stood in the callee's slot.
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
        if self.frames.len() + 1 >= self.room {
            self.more_frames()?;
        }
        // SAFETY: the running function's entry is alive.
        let own = unsafe { (*at.entry).registers };
        // SAFETY: promised by the caller.
        self.reserve(at, own + 1 + unsafe { (*entry).registers });
        self.continuations.push(Continuation { pc: at.pc, then });
        self.frames.push(Frame { pc: TRAMPOLINE.as_ptr(), entry: at.entry, shift: own + 1 });
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
    pub(super) fn continue_(&mut self, at: &mut Cursor<M>) -> (Value<M>, Then<M>) {
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
    pub(super) fn callee(&self, at: &Cursor<M>) -> Value<M> {
        if self.frames.is_empty() {
            return Value::UNBOUND;
        }
        // SAFETY: below the window of every frame but the first is the slot of its callee.
        unsafe { (*at.base.sub(1)).clone() }
    }

    /// Leaves the innermost frame because of an exception; what its caller wanted to do with its
    /// value, if that was the machine. The only frame is not left.
    pub(super) fn unwind(&mut self, at: &mut Cursor<M>) -> Option<Then<M>> {
        let caller = self.frames.pop()?;
        at.drop_registers();
        let mut then = None;
        at.pc = caller.pc;
        if std::ptr::eq(caller.pc, TRAMPOLINE.as_ptr())
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
    pub(super) fn depth(&self) -> usize {
        self.frames.len()
    }

    /// For every frame but the innermost: which exceptions of the one above end what it waits for.
    pub(super) fn ends(&self) -> Vec<Option<End>> {
        let mut continuations = self.continuations.iter();
        let ends = self.frames.iter().map(|frame| {
            let is_machine = std::ptr::eq(frame.pc, TRAMPOLINE.as_ptr());
            if is_machine { continuations.next().and_then(|last| last.then.end()) } else { None }
        });
        ends.collect()
    }

    /// The exception that is being handled in the innermost frame that handles one.
    pub(super) fn handled(&self, at: &Cursor<M>, functions: &[Arc<Function>]) -> Option<Value<M>> {
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
            let is_machine = std::ptr::eq(caller.pc, TRAMPOLINE.as_ptr());
            let waiting = if is_machine { continuations.next() } else { None };
            (entry, pc) = (caller.entry, waiting.map_or(caller.pc, |waiting| waiting.pc));
            // SAFETY: the callee's window begins `shift` above the caller's.
            base = unsafe { base.sub(caller.shift) };
        }
    }

    /// Looks at each frame, innermost first: its function, its instruction and its registers.
    pub(super) fn for_each_frame(&self, at: &Cursor<M>, look: &mut LookAtFrame<'_, M>) {
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
            let is_machine = std::ptr::eq(caller.pc, TRAMPOLINE.as_ptr());
            let waiting = if is_machine { continuations.next() } else { None };
            (entry, pc) = (caller.entry, waiting.map_or(caller.pc, |waiting| waiting.pc));
            // SAFETY: the callee's window begins `shift` above the caller's.
            base = unsafe { base.sub(caller.shift) };
        }
    }

    /// Function and instruction of the innermost frame of those functions.
    pub(super) fn innermost(
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
            let is_machine = std::ptr::eq(caller.pc, TRAMPOLINE.as_ptr());
            let waiting = if is_machine { continuations.next() } else { None };
            (entry, pc) = (caller.entry, waiting.map_or(caller.pc, |waiting| waiting.pc));
        }
    }

    /// Function and instruction of every frame, outermost first.
    pub(super) fn places(&self, at: &Cursor<M>) -> Vec<(usize, usize)> {
        let mut continuations = self.continuations.iter();
        let callers = self.frames.iter().map(|frame| {
            let is_machine = std::ptr::eq(frame.pc, TRAMPOLINE.as_ptr());
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

#[cold]
#[inline(never)]
pub(super) fn recursion_error() -> Box<Error> {
    Error::exception("RecursionError", "maximum recursion depth exceeded")
}

impl<M: Memory> Cursor<M> {
    /// The next instruction: a reference, so that each operand is one load where it is used.
    ///
    /// # Safety
    /// The reference must not outlive the code.
    #[inline(always)]
    pub(super) unsafe fn next<'code>(&mut self) -> &'code Op {
        // SAFETY: no code runs off its end; the caller promises the rest.
        unsafe {
            let op = &*self.pc;
            self.pc = self.pc.add(1);
            op
        }
    }

    #[inline(always)]
    pub(super) fn jump(&mut self, to: Target) {
        // SAFETY: targets lie inside the code.
        self.pc = unsafe { self.entry().code.add(to.0 as usize) };
    }

    #[inline(always)]
    pub(super) fn get(&self, reg: Reg) -> &Value<M> {
        // SAFETY: registers lie inside the window, and hold values at all times.
        unsafe { &*self.base.add(usize::from(reg.0)) }
    }

    #[inline(always)]
    pub(super) fn set(&mut self, reg: Reg, value: Value<M>) {
        // SAFETY: as above.
        unsafe { self.base.add(usize::from(reg.0)).replace(value) }.discard();
    }

    /// Where a register is.
    #[inline(always)]
    pub(super) fn slot(&self, reg: Reg) -> *mut Value<M> {
        // SAFETY: as above.
        unsafe { self.base.add(usize::from(reg.0)) }
    }

    /// The same as `set` where a small whole number is overwritten, which needs no drop.
    #[inline(always)]
    pub(super) fn set_over_int(&mut self, reg: Reg, value: Value<M>) {
        // SAFETY: as above.
        unsafe { self.base.add(usize::from(reg.0)).write(value) }
    }

    /// Goes to an instruction by its index.
    pub(super) fn go_to(&mut self, index: usize) {
        // SAFETY: whoever has the index got it from `pc` or from a verified handler of this code.
        self.pc = unsafe { self.entry().code.add(index) };
    }

    /// Index of the instruction behind the one that runs.
    pub(super) fn pc(&self) -> usize {
        // SAFETY: both lie in the code of the running function.
        unsafe { self.pc.offset_from_unsigned(self.entry().code) }
    }

    /// The instruction that runs.
    pub(super) fn op(&self) -> Op {
        // SAFETY: `pc` is behind an instruction of the running function.
        unsafe { *self.pc.sub(1) }
    }

    /// What is known of the running function.
    #[inline(always)]
    pub(super) fn entry(&self) -> &Entry {
        // SAFETY: the entry is alive while the cursor is in use.
        unsafe { &*self.entry }
    }

    /// Takes some registers in a row out.
    pub(super) fn take_many(&mut self, first: Reg, count: usize) -> Vec<Value<M>> {
        let taken = self.many(first, count).iter_mut();
        taken.map(|slot| std::mem::replace(slot, Value::UNBOUND)).collect()
    }

    /// So many registers from this one on.
    #[inline]
    pub(super) fn many(&mut self, first: Reg, count: usize) -> &mut [Value<M>] {
        let registers = self.window_of_frame();
        let first = usize::from(first.0).min(registers.len());
        let count = count.min(registers.len() - first);
        &mut registers[first..first + count]
    }

    /// All registers of the running function.
    pub(super) fn window_of_frame(&mut self) -> &mut [Value<M>] {
        let registers = self.entry().registers;
        // SAFETY: they were reserved when the function was entered.
        unsafe { std::slice::from_raw_parts_mut(self.base, registers) }
    }

    /// Drops what is left in the registers of a function that is about to return.
    #[cold]
    #[inline(never)]
    pub(super) fn drop_registers(&mut self) {
        // SAFETY: the entry is alive while the cursor is in use.
        let registers = unsafe { (*self.entry).registers };
        for index in 0..registers {
            // SAFETY: inside the window.
            unsafe { *self.base.add(index) = Value::UNBOUND };
        }
    }

    /// Drops what is in the registers from this one on, but for one.
    pub(super) fn drop_from(&mut self, first: usize, keep: Option<Reg>) {
        let keep = keep.map(|keep| usize::from(keep.0));
        for index in first..self.entry().registers {
            if Some(index) != keep {
                // SAFETY: inside the window.
                unsafe { *self.base.add(index) = Value::UNBOUND };
            }
        }
    }

    /// Takes a value out of its register.
    #[inline(always)]
    pub(super) fn take(&mut self, reg: Reg) -> Value<M> {
        // SAFETY: as above.
        unsafe { std::mem::replace(&mut *self.base.add(usize::from(reg.0)), Value::UNBOUND) }
    }

    /// Some registers in a row.
    ///
    /// # Safety
    /// They must have been reserved.
    pub(super) unsafe fn window(&mut self, first: Reg, count: usize) -> &mut [Value<M>] {
        // SAFETY: promised by the caller.
        unsafe { std::slice::from_raw_parts_mut(self.base.add(usize::from(first.0)), count) }
    }
}
