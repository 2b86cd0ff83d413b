//! The cursor: where a machine stands, and the registers of the function that runs there.

use crate::code::op::{Op, Reg, Target};
use crate::vm::interpreter::Entry;
use crate::vm::memory::Memory;
use crate::vm::value::Value;

/// The place where a machine stands. Valid for the stack that gave it, until that stack gives
/// another one.
pub(in crate::vm) struct Cursor<M: Memory> {
    pub(super) pc: *const Op,
    pub(super) base: *mut Value<M>,
    pub(super) entry: *const Entry,
}

impl<M: Memory> Clone for Cursor<M> {
    fn clone(&self) -> Self {
        Self { pc: self.pc, base: self.base, entry: self.entry }
    }
}

impl<M: Memory> Cursor<M> {
    /// The next instruction: a reference, so that each operand is one load where it is used.
    ///
    /// # Safety
    /// The reference must not outlive the code.
    #[inline(always)]
    pub(in crate::vm) unsafe fn next<'code>(&mut self) -> &'code Op {
        // SAFETY: no code runs off its end; the caller promises the rest.
        unsafe {
            let op = &*self.pc;
            self.pc = self.pc.add(1);
            op
        }
    }

    #[inline(always)]
    pub(in crate::vm) fn jump(&mut self, to: Target) {
        // SAFETY: targets lie inside the code.
        self.pc = unsafe { self.entry().code.add(to.0 as usize) };
    }

    #[inline(always)]
    pub(in crate::vm) fn get(&self, reg: Reg) -> &Value<M> {
        // SAFETY: registers lie inside the window, and hold values at all times.
        unsafe { &*self.base.add(usize::from(reg.0)) }
    }

    #[inline(always)]
    pub(in crate::vm) fn set(&mut self, reg: Reg, value: Value<M>) {
        // SAFETY: as above.
        unsafe { self.base.add(usize::from(reg.0)).replace(value) }.discard();
    }

    /// Where a register is.
    #[inline(always)]
    pub(in crate::vm) fn slot(&self, reg: Reg) -> *mut Value<M> {
        // SAFETY: as above.
        unsafe { self.base.add(usize::from(reg.0)) }
    }

    /// The same as `set` where a small whole number is overwritten, which needs no drop.
    #[inline(always)]
    pub(in crate::vm) fn set_over_int(&mut self, reg: Reg, value: Value<M>) {
        // SAFETY: as above.
        unsafe { self.base.add(usize::from(reg.0)).write(value) }
    }

    /// Goes to an instruction by its index.
    pub(in crate::vm) fn go_to(&mut self, index: usize) {
        // SAFETY: whoever has the index got it from `pc` or from a verified handler of this code.
        self.pc = unsafe { self.entry().code.add(index) };
    }

    /// Index of the instruction behind the one that runs.
    pub(in crate::vm) fn pc(&self) -> usize {
        // SAFETY: both lie in the code of the running function.
        unsafe { self.pc.offset_from_unsigned(self.entry().code) }
    }

    /// The instruction that runs.
    pub(in crate::vm) fn op(&self) -> Op {
        // SAFETY: `pc` is behind an instruction of the running function.
        unsafe { *self.pc.sub(1) }
    }

    /// The instruction at a target.
    pub(in crate::vm) fn op_at(&self, target: Target) -> Op {
        // SAFETY: targets lie inside the code.
        unsafe { *self.entry().code.add(target.0 as usize) }
    }

    /// The instruction behind the one that runs, which must not be the last one.
    pub(in crate::vm) fn following(&self) -> Op {
        // SAFETY: no code runs off its end.
        unsafe { *self.pc }
    }

    /// Leaves the following instruction out, which must not be the last one.
    pub(in crate::vm) fn skip(&mut self) {
        // SAFETY: as above.
        self.pc = unsafe { self.pc.add(1) };
    }

    /// The three parts of a slice.
    pub(in crate::vm) fn parts(&self, first: Reg) -> &[Value<M>; 3] {
        // SAFETY: the verifier has checked that these are registers.
        unsafe { &*self.base.add(usize::from(first.0)).cast() }
    }

    /// What is known of the running function.
    #[inline(always)]
    pub(in crate::vm) fn entry(&self) -> &Entry {
        // SAFETY: the entry is alive while the cursor is in use.
        unsafe { &*self.entry }
    }

    /// Takes some registers in a row out.
    pub(in crate::vm) fn take_many(&mut self, first: Reg, count: usize) -> Vec<Value<M>> {
        let taken = self.many(first, count).iter_mut();
        taken.map(|slot| std::mem::replace(slot, Value::UNBOUND)).collect()
    }

    /// So many registers from this one on.
    #[inline]
    pub(in crate::vm) fn many(&mut self, first: Reg, count: usize) -> &mut [Value<M>] {
        let registers = self.window_of_frame();
        let first = usize::from(first.0).min(registers.len());
        let count = count.min(registers.len() - first);
        &mut registers[first..first + count]
    }

    /// All registers of the running function.
    pub(in crate::vm) fn window_of_frame(&mut self) -> &mut [Value<M>] {
        let registers = self.entry().registers;
        // SAFETY: they were reserved when the function was entered.
        unsafe { std::slice::from_raw_parts_mut(self.base, registers) }
    }

    /// Drops what is left in the registers of a function that is about to return.
    #[cold]
    #[inline(never)]
    pub(in crate::vm) fn drop_registers(&mut self) {
        // SAFETY: the entry is alive while the cursor is in use.
        let registers = unsafe { (*self.entry).registers };
        for index in 0..registers {
            // SAFETY: inside the window.
            unsafe { *self.base.add(index) = Value::UNBOUND };
        }
    }

    /// Drops what is in the registers from this one on, but for one.
    pub(in crate::vm) fn drop_from(&mut self, first: usize, keep: Option<Reg>) {
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
    pub(in crate::vm) fn take(&mut self, reg: Reg) -> Value<M> {
        // SAFETY: as above.
        unsafe { std::mem::replace(&mut *self.base.add(usize::from(reg.0)), Value::UNBOUND) }
    }

    /// Some registers in a row.
    ///
    /// # Safety
    /// They must have been reserved.
    pub(in crate::vm) unsafe fn window(&mut self, first: Reg, count: usize) -> &mut [Value<M>] {
        // SAFETY: promised by the caller.
        unsafe { std::slice::from_raw_parts_mut(self.base.add(usize::from(first.0)), count) }
    }
}
