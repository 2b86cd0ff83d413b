//! The items of a list that one thread at a time uses.

use std::cell::UnsafeCell;
use std::ops::Range;

use super::{ITEM, List, grown, part};
use crate::vm::error::Error;
use crate::vm::heap::Heap;
use crate::vm::memory::Plain;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// For one thread at a time.
pub struct PlainList {
    items: UnsafeCell<Vec<Value<Plain>>>,
}

impl PlainList {
    /// Makes room for so many items.
    #[cold]
    fn grow(&self, heap: &Heap<Plain>, room: usize) -> Result<()> {
        // SAFETY: only one thread at a time touches a `Plain` list, and no reference to its inside
        // outlives a function of it.
        let items = unsafe { &mut *self.items.get() };
        let capacity = grown(items.capacity(), room);
        heap.take((capacity - items.capacity()).saturating_mul(ITEM))?;
        items.reserve_exact(capacity - items.len());
        Ok(())
    }
}

#[expect(private_interfaces, private_bounds, reason = "values stay inside the machine")]
impl List<Plain> for PlainList {
    fn new(items: Vec<Value<Plain>>) -> Self {
        Self { items: UnsafeCell::new(items) }
    }

    #[inline]
    fn len(&self) -> usize {
        // SAFETY: as in `grow`.
        unsafe { (*self.items.get()).len() }
    }

    #[inline]
    fn get(&self, index: usize) -> Option<Value<Plain>> {
        // SAFETY: as in `grow`.
        Some(unsafe { (&*self.items.get()).get(index) }?.clone())
    }

    fn immortalize(&self) {
        // SAFETY: as in `grow`.
        unsafe { &mut *self.items.get() }.iter_mut().for_each(Value::immortalize);
    }

    #[inline]
    fn set(&self, index: usize, value: Value<Plain>) -> std::result::Result<(), Value<Plain>> {
        // SAFETY: as in `grow`. What was there is dropped when no reference is left.
        let old = match unsafe { (&mut *self.items.get()).get_mut(index) } {
            Some(slot) => std::mem::replace(slot, value),
            None => return Err(value),
        };
        old.discard();
        Ok(())
    }

    #[inline]
    fn push(&self, heap: &Heap<Plain>, value: Value<Plain>) -> Result<()> {
        let length = self.len();
        // SAFETY: as in `grow`.
        if length == unsafe { (*self.items.get()).capacity() } {
            self.grow(heap, length + 1)?;
        }
        // SAFETY: as in `grow`.
        unsafe { (*self.items.get()).push(value) };
        Ok(())
    }

    fn pop(&self) -> Option<Value<Plain>> {
        // SAFETY: as in `grow`.
        unsafe { (*self.items.get()).pop() }
    }

    fn copies(&self, places: Range<usize>) -> Vec<Value<Plain>> {
        // SAFETY: as in `grow`.
        part(unsafe { &*self.items.get() }, places).to_vec()
    }

    fn edit<R>(
        &self,
        heap: &Heap<Plain>,
        room: impl FnOnce(usize) -> usize,
        work: impl FnOnce(&mut Vec<Value<Plain>>) -> R,
    ) -> Result<R> {
        let room = room(self.len());
        // SAFETY: as in `grow`.
        if room > unsafe { (*self.items.get()).capacity() } {
            self.grow(heap, room)?;
        }
        // SAFETY: as in `grow`: `work` does not come here again.
        Ok(work(unsafe { &mut *self.items.get() }))
    }

    fn bytes(&self) -> usize {
        // SAFETY: as in `grow`.
        unsafe { (*self.items.get()).capacity() * ITEM }
    }
}
