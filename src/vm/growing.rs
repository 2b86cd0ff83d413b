//! Values of an object that become more: in its block while there is room, then by themselves.

use std::mem::MaybeUninit;
use std::ops::{Deref, DerefMut};
use std::{ptr, slice};

use super::heap::{Room, bytes_behind};
use super::memory::Memory;
use super::value::Value;

/// Where there was no room at all, and it grows, there is room for twice as many in the end.
const LEAST: usize = 2;

/// See the module. With room, only the object behind whose slot that is has it.
pub(super) struct Growing<M: Memory> {
    start: *mut Value<M>,
    length: u32,
    /// The room in the block, which stays the object's when they are elsewhere.
    room: u8,
    /// How often it has grown: not at all as long as they are in the block.
    growths: u8,
}

impl<M: Memory> Growing<M> {
    /// Of an object without room for it.
    pub(super) const fn new() -> Self {
        Self { start: ptr::dangling_mut(), length: 0, room: 0, growths: 0 }
    }

    #[inline(always)]
    pub(super) fn within(room: &Room<M>) -> Self {
        // There is never more.
        let values = u8::try_from(room.values).unwrap_or(0);
        Self { start: room.start, length: 0, room: values, growths: 0 }
    }

    /// How many have room behind the object's slot.
    #[inline(always)]
    pub(super) fn behind(&self) -> usize {
        self.room.into()
    }

    #[inline(always)]
    pub(super) fn capacity(&self) -> usize {
        match self.growths {
            0 => self.room.into(),
            growths => usize::from(self.room).max(LEAST) << growths,
        }
    }

    fn next_capacity(&self) -> usize {
        usize::from(self.room).max(LEAST) << (self.growths + 1)
    }

    /// Bytes that they take besides their object's slot.
    #[inline(always)]
    pub(super) fn bytes(&self) -> usize {
        let apart = if self.growths > 0 { self.capacity() } else { 0 };
        bytes_behind::<M>(self.room.into()) + apart * size_of::<Value<M>>()
    }

    /// Bytes that they will take when it has grown.
    pub(super) fn bytes_of_next(&self) -> usize {
        bytes_behind::<M>(self.room.into()) + self.next_capacity() * size_of::<Value<M>>()
    }

    /// Puts one behind the others.
    #[inline(always)]
    pub(super) fn push(&mut self, value: Value<M>) {
        let length = self.len();
        if length == self.capacity() {
            self.grow();
        }
        // SAFETY: there is room for it.
        unsafe { self.start.add(length).write(value) };
        self.length += 1;
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        let more: Box<[MaybeUninit<Value<M>>]> = Box::new_uninit_slice(self.next_capacity());
        let more = Box::into_raw(more).cast();
        // SAFETY: there is room for them, and they are moved: nobody drops them where they were.
        unsafe { ptr::copy_nonoverlapping(self.start, more, self.len()) };
        drop(self.apart());
        self.start = more;
        self.growths += 1;
    }

    /// The memory that they are in, if it is their own.
    fn apart(&self) -> Option<Box<[MaybeUninit<Value<M>>]>> {
        let memory = ptr::slice_from_raw_parts_mut(self.start.cast(), self.capacity());
        // SAFETY: it was a box of this length once.
        (self.growths > 0).then(|| unsafe { Box::from_raw(memory) })
    }

    /// Takes all out; what they were in stays.
    pub(super) fn take_all(&mut self) -> Vec<Value<M>> {
        let length = self.len();
        self.length = 0;
        // SAFETY: they are there, and belong to nobody else now.
        (0..length).map(|at| unsafe { self.start.add(at).read() }).collect()
    }
}

impl<M: Memory> Deref for Growing<M> {
    type Target = [Value<M>];

    #[inline(always)]
    fn deref(&self) -> &[Value<M>] {
        // SAFETY: so many values are there, in the object's block, which is there as long as this, or
        // apart.
        unsafe { slice::from_raw_parts(self.start, self.length as usize) }
    }
}

impl<M: Memory> DerefMut for Growing<M> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut [Value<M>] {
        // SAFETY: as above, and nobody else has them.
        unsafe { slice::from_raw_parts_mut(self.start, self.length as usize) }
    }
}

impl<M: Memory> Drop for Growing<M> {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: nobody uses them any more.
        unsafe { ptr::drop_in_place(&raw mut **self) };
        if self.growths > 0 {
            drop(self.apart());
        }
    }
}
