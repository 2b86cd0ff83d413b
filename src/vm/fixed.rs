//! Values of an object whose number does not change: in its block if they are few, else by themselves.

use std::ops::{Deref, DerefMut};
use std::{iter, mem, ptr, slice};

use super::heap::{MOST_BEHIND, Room, bytes_behind};
use super::memory::Memory;
use super::value::Value;

/// See the module. Only an object on a heap has it, and in one block with it where it has room.
pub(super) struct Fixed<M: Memory> {
    start: *mut Value<M>,
    length: usize,
}

impl<M: Memory> Fixed<M> {
    /// Takes values out, which become unbound, and puts them into the room for so many, with unbound ones
    /// behind them.
    #[inline(always)]
    pub(super) fn moved(values: &mut [Value<M>], length: usize, room: &Room<M>) -> Self {
        if length > MOST_BEHIND {
            let rest = iter::repeat_with(|| Value::UNBOUND);
            return values.iter_mut().map(take).chain(rest).take(length).collect();
        }
        assert!(values.len() <= length && length <= room.values, "there is room");
        let moved = values.len();
        for (at, value) in values.iter_mut().enumerate() {
            // SAFETY: inside the room, which nobody else has.
            unsafe { room.start.add(at).write(take(value)) };
        }
        for at in moved..length {
            // SAFETY: as above.
            unsafe { room.start.add(at).write(Value::UNBOUND) };
        }
        Self { start: room.start, length }
    }

    /// Takes all out, which become unbound.
    pub(super) fn take_all(&mut self) -> Vec<Value<M>> {
        self.iter_mut().map(take).collect()
    }

    /// How many of them are behind the object's slot.
    #[inline(always)]
    pub(super) fn behind(&self) -> usize {
        if self.length > MOST_BEHIND { 0 } else { self.length }
    }

    /// Bytes that they take besides their object's slot.
    #[inline(always)]
    pub(super) fn bytes(&self) -> usize {
        Self::bytes_of(self.length)
    }

    /// So many would.
    #[inline(always)]
    pub(super) fn bytes_of(length: usize) -> usize {
        if length > MOST_BEHIND {
            length * size_of::<Value<M>>()
        } else {
            bytes_behind::<M>(length)
        }
    }
}

#[inline(always)]
fn take<M: Memory>(value: &mut Value<M>) -> Value<M> {
    mem::replace(value, Value::UNBOUND)
}

/// Of more than have room in a block.
impl<M: Memory> FromIterator<Value<M>> for Fixed<M> {
    fn from_iter<T: IntoIterator<Item = Value<M>>>(values: T) -> Self {
        let values: Box<[_]> = values.into_iter().collect();
        assert!(values.len() > MOST_BEHIND, "fewer are in their object's block");
        let length = values.len();
        Self { start: Box::into_raw(values).cast(), length }
    }
}

impl<M: Memory> Deref for Fixed<M> {
    type Target = [Value<M>];

    #[inline(always)]
    fn deref(&self) -> &[Value<M>] {
        // SAFETY: so many values are there, in the object's block, which is there as long as this, or in
        // a box of its own.
        unsafe { slice::from_raw_parts(self.start, self.length) }
    }
}

impl<M: Memory> DerefMut for Fixed<M> {
    fn deref_mut(&mut self) -> &mut [Value<M>] {
        // SAFETY: as above, and nobody else has them.
        unsafe { slice::from_raw_parts_mut(self.start, self.length) }
    }
}

impl<M: Memory> Drop for Fixed<M> {
    #[inline(always)]
    fn drop(&mut self) {
        let values = ptr::slice_from_raw_parts_mut(self.start, self.length);
        // SAFETY: nobody uses them any more; what is not in the object's block was a box once.
        unsafe {
            if self.length > MOST_BEHIND {
                drop(Box::from_raw(values));
            } else {
                ptr::drop_in_place(values);
            }
        }
    }
}
