//! Steps of iterators: what `for` asks for its next value, and generators that go on and hand values
//! out.

use super::continuation::{Then, next_came};
use super::error::Error;
use super::machine::Machine;
use super::memory::{Locked, Memory};
use super::object::Object;
use super::stack::Cursor;
use super::value::Value;
use crate::code::op::{Op, Reg, Target};

type Result<T> = std::result::Result<T, Box<Error>>;

/// Tuples of more items are made even if they are only taken apart.
const MOST_PARTS: usize = 4;

impl<M: Memory> Machine<M> {
    /// Asks an iterator for its next value. Is the loop to be interrupted here, since there is one or
    /// a generator is looking for it? Then the cursor is where that goes on.
    #[inline(never)]
    pub(super) fn for_iter(
        &mut self,
        at: &mut Cursor<M>,
        dst: Reg,
        iter: Reg,
        to: Target,
    ) -> Result<bool> {
        let value = at.get(iter);
        match value.object() {
            Some(Object::Iterator(iterator)) => {
                if let Some((base, count)) = unpacked(at, dst, to) {
                    let mut parts = [const { Value::UNBOUND }; MOST_PARTS];
                    let parts = &mut parts[..count];
                    let came =
                        iterator.with_others(|iterator| iterator.next_parts(self.heap(), parts))?;
                    if came == Some(true) {
                        for (part, reg) in parts.iter_mut().zip(base.0..) {
                            at.set(Reg(reg), std::mem::replace(part, Value::UNBOUND));
                        }
                        at.jump(to);
                        at.skip();
                        return Ok(true);
                    }
                    if came == Some(false) {
                        at.set(iter, Value::UNBOUND);
                        return Ok(false);
                    }
                }
                let next = iterator.with_others(|iterator| iterator.next(self.heap()))?;
                let Some(next) = next else {
                    at.set(iter, Value::UNBOUND);
                    return Ok(false);
                };
                at.set(dst, next);
                at.jump(to);
                Ok(true)
            }
            Some(Object::Generator(_)) => self.resume_in_loop(at, iter),
            _ => {
                let value = value.clone();
                self.next_of_any(at, &value, Then::Next)?;
                Ok(false)
            }
        }
    }

    /// Lets the generator go on that a `for` loop runs over; has it not ended yet?
    fn resume_in_loop(&mut self, at: &mut Cursor<M>, iter: Reg) -> Result<bool> {
        let value = at.get(iter).clone();
        let Some(Object::Generator(generator)) = value.object() else { return Ok(false) };
        let entry = std::ptr::from_ref(generator.entry());
        let (stack, mut is_refused) = (&mut self.stack, false);
        let resumed = generator.resume(|registers| {
            // SAFETY: the entry lives as long as the interpreter.
            let entered = unsafe { stack.enter_in_loop(at, entry, value.clone(), registers) };
            is_refused = entered.is_err();
            entered
        });
        match resumed {
            Ok(Some((pc, below))) => {
                at.go_to(pc);
                below.discard();
                Ok(true)
            }
            Ok(None) => {
                at.set(iter, Value::UNBOUND);
                Ok(false)
            }
            Err(error) => {
                if is_refused {
                    generator.finish();
                }
                Err(error)
            }
        }
    }

    /// Hands a value to whoever runs this generator.
    #[inline(never)]
    pub(super) fn yield_(&mut self, at: &mut Cursor<M>, value: Reg) {
        let yielded = at.take(value);
        at.set(value, Value::NONE);
        let (mut own, pc) = (at.clone(), at.pc());
        if let Some(Object::Generator(generator)) =
            self.stack.callee_kept(at).and_then(Value::object)
        {
            generator.suspend(own.window_of_frame(), pc);
        }
        self.leave_generator_with(at, yielded);
    }

    #[inline(never)]
    pub(super) fn end_generator(&mut self, at: &mut Cursor<M>, value: Reg) {
        self.returned = at.take(value);
        if let Some(Object::Generator(generator)) = self.stack.callee(at).object() {
            generator.finish();
        }
        at.drop_registers();
        self.leave_generator_with(at, Value::UNBOUND);
    }

    fn leave_generator_with(&mut self, at: &mut Cursor<M>, value: Value<M>) {
        if self.stack.is_in_loop() {
            self.stack.leave(at, Value::UNBOUND);
            next_came(at, value);
        } else {
            self.stack.leave(at, value);
        }
    }

    /// Lets a generator go on; `then` gets its next value, or `unbound` at its end.
    pub(super) fn resume(
        &mut self,
        at: &mut Cursor<M>,
        value: &Value<M>,
        then: Then<M>,
    ) -> Result<()> {
        let Some(Object::Generator(generator)) = value.object() else {
            return self.apply(at, then, Value::UNBOUND);
        };
        let entry = std::ptr::from_ref(generator.entry());
        let stack = &mut self.stack;
        let mut then = Some(then);
        let resumed = generator.resume(|registers| {
            let then = then.take().unwrap_or(Then::Drop);
            // SAFETY: the entry lives as long as the interpreter.
            unsafe { stack.enter_generator(at, entry, value.clone(), registers, then) }
        });
        match (resumed, then) {
            (Ok(Some((pc, _below))), _) => {
                at.go_to(pc);
                Ok(())
            }
            (Ok(None), then) => self.apply(at, then.unwrap_or(Then::Drop), Value::UNBOUND),
            // The stack has no room for it.
            (Err(error), None) => {
                generator.finish();
                Err(error)
            }
            (Err(error), Some(_)) => Err(error),
        }
    }
}

/// The registers for the parts of the next value, and their number, if the loop does nothing with the
/// value but take it apart: then it is in a temporary register, which nothing else reads.
fn unpacked<M: Memory>(at: &Cursor<M>, dst: Reg, to: Target) -> Option<(Reg, usize)> {
    match at.op_at(to) {
        Op::Unpack { src, base, count }
            if src == dst
                && usize::from(count) <= MOST_PARTS
                && usize::from(dst.0) >= at.entry().locals =>
        {
            Some((base, count.into()))
        }
        _ => None,
    }
}
