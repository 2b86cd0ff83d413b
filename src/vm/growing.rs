//! Values of an object that become more: in its block while there is room, then by themselves.
//!
//! One who is inside changes them, and others may look at them meanwhile without a lock. For those
//! what they have outgrown stays until the object is dropped, every buffer has at least as many words
//! as the ones before, and the length grows after what it counts.

use std::cell::Cell;
use std::sync::atomic::{AtomicPtr, AtomicU32, AtomicU64, Ordering};
use std::{ptr, slice};

use super::heap::{Room, bytes_behind};
use super::lock::Inside;
use super::memory::Memory;
use super::value::Value;

/// Where there was no room at all, and it grows, there is room for twice as many in the end.
const LEAST: usize = 2;

/// See the module. With room, only the object behind whose slot that is has it.
pub(super) struct Growing<M: Memory> {
    start: AtomicPtr<Value<M>>,
    length: AtomicU32,
    /// The room in the block, which stays the object's when they are elsewhere.
    room: u8,
    /// How often it has grown: not at all as long as they are in the block. For who is inside.
    growths: Cell<u8>,
}

impl<M: Memory> Growing<M> {
    /// Of an object without room for it.
    pub(super) const fn new() -> Self {
        Self::of(ptr::dangling_mut(), 0)
    }

    #[inline(always)]
    pub(super) fn within(room: &Room<M>) -> Self {
        // There is never more.
        Self::of(room.start, u8::try_from(room.values).unwrap_or(0))
    }

    #[inline(always)]
    const fn of(start: *mut Value<M>, room: u8) -> Self {
        let (start, length) = (AtomicPtr::new(start), AtomicU32::new(0));
        Self { start, length, room, growths: Cell::new(0) }
    }

    /// How many have room behind the object's slot.
    #[inline(always)]
    pub(super) fn behind(&self) -> usize {
        self.room.into()
    }

    /// The words of all, for who looks at them without being inside.
    #[inline(always)]
    pub(super) fn glance(&self) -> &[AtomicU64] {
        // Acquire: what is counted is there, as is what is behind the pointer.
        let length = self.length.load(Ordering::Acquire);
        let start = self.start.load(Ordering::Acquire);
        // SAFETY: the length was stored after a pointer to a buffer of so many words, so this is that
        // one or a later one, which is as long; buffers stay until this is dropped, and change by
        // atomic stores alone while others may look.
        unsafe { slice::from_raw_parts(start.cast(), length as usize) }
    }

    /// The words of all. Nobody else has them.
    pub(super) fn all_mut(&mut self) -> &mut [Value<M>] {
        // SAFETY: so many values are there, in the object's block, which is there as long as this, or
        // apart.
        unsafe { slice::from_raw_parts_mut(*self.start.get_mut(), *self.length.get_mut() as usize) }
    }

    /// How many have room where they are.
    #[inline(always)]
    fn capacity(&self) -> usize {
        self.capacity_after(self.growths.get())
    }

    #[inline(always)]
    fn capacity_after(&self, growths: u8) -> usize {
        match growths {
            0 => self.room.into(),
            growths => usize::from(self.room).max(LEAST) << growths,
        }
    }

    /// The memory that they are in after so many growths: all words of it, of which the last one tells
    /// where the outgrown memory before it is, or nothing.
    fn apart(&self, start: *mut Value<M>, growths: u8) -> *mut [Value<M>] {
        ptr::slice_from_raw_parts_mut(start, self.capacity_after(growths) + 1)
    }

    /// Each memory apart that there is, the one in use first.
    fn for_each_apart(&self, mut work: impl FnMut(*mut [Value<M>])) {
        // SAFETY: who is inside is the only one to write it.
        let mut start = unsafe { *self.start.as_ptr() };
        let mut growths = self.growths.get();
        while growths > 0 && !start.is_null() {
            let memory = self.apart(start, growths);
            // SAFETY: it was a box of this length once, whose last word is such an address.
            let outgrown = unsafe { start.add(memory.len() - 1).cast::<*mut Value<M>>().read() };
            work(memory);
            (start, growths) = (outgrown, growths - 1);
        }
    }

    /// Bytes that they take besides their object's slot. For who is inside.
    #[inline]
    pub(super) fn bytes(&self) -> usize {
        bytes_behind::<M>(self.room.into())
            + if self.growths.get() > 0 { self.bytes_apart() } else { 0 }
    }

    #[cold]
    #[inline(never)]
    fn bytes_apart(&self) -> usize {
        let mut words = 0;
        self.for_each_apart(|memory| words += memory.len());
        words * size_of::<Value<M>>()
    }

    #[cold]
    #[inline(never)]
    fn free_apart(&mut self) {
        // SAFETY: each was such a box, whose values are dropped or have moved.
        self.for_each_apart(|memory| drop(unsafe { Box::from_raw(memory as *mut [u64]) }));
    }
}

impl<M: Memory> Inside<'_, Growing<M>> {
    #[inline(always)]
    pub(super) fn len(&self) -> usize {
        // SAFETY: nobody else writes it now. A plain load, since WebAssembly has no relaxed ones.
        unsafe { *self.length.as_ptr() as usize }
    }

    #[inline(always)]
    fn start(&self) -> *mut Value<M> {
        // SAFETY: likewise.
        unsafe { *self.start.as_ptr() }
    }

    /// All values.
    #[inline(always)]
    pub(super) fn words(&self) -> &[Value<M>] {
        // SAFETY: so many are there, and nobody else changes them; this one does not while they are
        // borrowed.
        unsafe { slice::from_raw_parts(self.start(), self.len()) }
    }

    /// Is there room for one more?
    #[inline(always)]
    pub(super) fn has_room(&self) -> bool {
        self.len() < self.capacity()
    }

    /// Puts one in the place of another one, which is there.
    #[inline(always)]
    pub(super) fn replace(&mut self, at: usize, value: Value<M>) -> Option<Value<M>> {
        if at >= self.len() {
            return None;
        }
        // SAFETY: it is there, and nothing is borrowed.
        Some(unsafe {
            let place = self.start().add(at);
            if self.is_open() {
                let old = place.read();
                (*place.cast::<AtomicU64>()).store(value.into_word(), Ordering::Release);
                old
            } else {
                place.replace(value)
            }
        })
    }

    /// Puts one behind the others.
    #[inline(always)]
    pub(super) fn push(&mut self, value: Value<M>) {
        if !self.has_room() {
            self.grow();
        }
        let length = self.len();
        // SAFETY: there is room for it, at which nobody looks before the length says so.
        unsafe { self.put(self.start(), length, value) };
        self.set_length(length + 1);
    }

    /// Writes a word that nobody knows of yet, but who has seen an earlier length of another buffer.
    ///
    /// # Safety
    /// The buffer has so many words.
    #[inline(always)]
    unsafe fn put(&self, start: *mut Value<M>, at: usize, value: Value<M>) {
        // SAFETY: promised by the caller.
        unsafe {
            let place = start.add(at);
            if self.is_open() {
                (*place.cast::<AtomicU64>()).store(value.into_word(), Ordering::Release);
            } else {
                place.write(value);
            }
        }
    }

    #[inline(always)]
    fn set_length(&self, length: usize) {
        // A name has two bytes.
        let length = u32::try_from(length).unwrap_or(u32::MAX);
        if self.is_open() {
            self.length.store(length, Ordering::Release);
        } else {
            // SAFETY: nobody else reads or writes it now.
            unsafe { *self.length.as_ptr() = length }
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        let (start, length) = (self.start(), self.len());
        // SAFETY: so many are there, and they are moved: nobody drops them where they were.
        unsafe { self.move_to_next(|more| ptr::copy_nonoverlapping(start, more, length)) };
    }

    /// Has these instead from now on: all at once for who looks. Gives back what there was.
    #[cold]
    #[inline(never)]
    pub(super) fn replace_all(&mut self, values: [Value<M>; LEAST]) -> Vec<Value<M>> {
        if self.bytes_to_replace() == 0 {
            let old = self.take_all();
            for value in values {
                self.push(value);
            }
            return old;
        }
        let start = self.start();
        // SAFETY: they are there, and belong to nobody else now.
        let old = (0..self.len()).map(|at| unsafe { start.add(at).read() }).collect();
        let values = values.map(Value::into_word);
        // SAFETY: there is room for so many in every memory apart.
        unsafe {
            self.move_to_next(|more| {
                ptr::copy_nonoverlapping(values.as_ptr(), more.cast(), values.len());
            });
        }
        self.set_length(values.len());
        old
    }

    /// Takes all out, of what nobody looks at; what they were in stays.
    pub(super) fn take_all(&mut self) -> Vec<Value<M>> {
        assert!(!self.is_open(), "somebody may look at them");
        let length = self.len();
        self.set_length(0);
        // SAFETY: they are there, and belong to nobody else now.
        (0..length).map(|at| unsafe { self.start().add(at).read() }).collect()
    }

    /// Goes over to more memory, which the work fills; what is not filled is unbound.
    ///
    /// # Safety
    /// The work writes values into the first places that are there.
    unsafe fn move_to_next(&mut self, fill: impl FnOnce(*mut Value<M>)) {
        let (start, growths) = (self.start(), self.growths.get());
        let next = self.capacity_after(growths + 1);
        let words: Box<[u64]> =
            std::iter::repeat_n(Value::<M>::UNBOUND.into_word(), next + 1).collect();
        let more = Box::into_raw(words).cast::<Value<M>>();
        fill(more);
        let mut outgrown = ptr::null_mut();
        if growths > 0 {
            if self.keeps_outgrown() {
                outgrown = start;
            } else {
                // SAFETY: it was such a box, whose values have moved, and nobody looks at it.
                drop(unsafe { Box::from_raw(self.apart(start, growths) as *mut [u64]) });
            }
        }
        // SAFETY: the last word is for it, and as large at least.
        unsafe { more.add(next).cast::<*mut Value<M>>().write(outgrown) };
        self.growths.set(growths + 1);
        if self.is_open() {
            self.start.store(more, Ordering::Release);
        } else {
            // SAFETY: nobody else reads or writes it now.
            unsafe { *self.start.as_ptr() = more }
        }
    }

    /// Does the memory apart that they are in stay when they have outgrown it? It does while others may
    /// look, and where it tells of memory from such a time. There is some.
    fn keeps_outgrown(&self) -> bool {
        // SAFETY: the last word of each memory apart is such an address.
        let before = || unsafe { self.start().add(self.capacity()).cast::<*mut Value<M>>().read() };
        self.is_open() || !before().is_null()
    }

    /// Bytes that they will take more when others have replaced them.
    pub(super) fn bytes_to_replace(&self) -> usize {
        if self.is_open() || self.capacity() < LEAST { self.bytes_to_grow() } else { 0 }
    }

    /// Bytes that they will take more when they have grown.
    pub(super) fn bytes_to_grow(&self) -> usize {
        let more = self.capacity_after(self.growths.get() + 1) + 1;
        let is_freed = self.growths.get() > 0 && !self.keeps_outgrown();
        let less = if is_freed { self.capacity() + 1 } else { 0 };
        (more - less) * size_of::<Value<M>>()
    }
}

impl<M: Memory> Drop for Growing<M> {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: nobody uses them any more.
        unsafe { ptr::drop_in_place(self.all_mut()) };
        if self.growths.get() > 0 {
            self.free_apart();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::code::op::NameId;
    use crate::vm::Shared;
    use crate::vm::attributes::{Attributes, Own};
    use crate::vm::heap::Heap;
    use crate::vm::lock::{Open, Optimistic};

    /// What threads share.
    struct Seen(Open<Attributes<Shared>>);

    // SAFETY: they are used through `Open` alone.
    unsafe impl Sync for Seen {}

    const MOST: u16 = 12;

    fn number(value: &Value<Shared>) -> u16 {
        let text = value.as_str().map(|text| text.trim_start_matches("number ").parse());
        let number = value.as_small_int().and_then(|number| u16::try_from(number).ok());
        number.or(text.and_then(Result::ok)).expect("it is a number")
    }

    /// Looks until all are in a dict: what was there once stays, and never has another one's value.
    fn look(all: &Open<Attributes<Shared>>) {
        let mut seen = 0;
        for name in (0..MOST).cycle() {
            match all.glance(|all| all.get_at_a_glance(NameId(name))) {
                Some(Own::Value(value)) => {
                    assert_eq!(number(&value) % 100, name);
                    seen = seen.max(name + 1);
                }
                Some(_) => assert!(name >= seen, "{name} is not there any more"),
                None => match all.inside(|all| all.find(NameId(name))) {
                    Own::Value(value) => assert_eq!(number(&value) % 100, name),
                    Own::Dict(dict) => return assert_eq!(number(&dict), MOST),
                    Own::Missing => panic!("{name} has gone"),
                },
            }
        }
    }

    #[test]
    fn others_see_each_attribute_or_the_dict_that_has_all() {
        let heap = Heap::<Shared>::new(1 << 20);
        heap.let_others_in();
        let owned = heap.own(&Arc::default());
        let of = |number: u16| match number % 3 {
            0 => heap.str(format!("number {number}")).expect("it fits"),
            _ => Value::int16(number.cast_signed()),
        };
        for round in 0..2 {
            let all = Seen(Open::new(Attributes::new()));
            let all = &all;
            let set = |name: u16, value: u16| {
                let set = all.0.inside(|mut all| all.set(&heap, NameId(name), of(value)));
                drop(set.expect("it fits"));
            };
            std::thread::scope(|scope| {
                let look = || scope.spawn(move || look(&all.0));
                let threads = [look(), look()];
                for name in 0..MOST {
                    set(name, name);
                    set(name / 2, name / 2 + 100 * (round + 1));
                    let own = all.0.glance(|all| all.get_at_a_glance(NameId(name)));
                    let Some(Own::Value(own)) = own else { panic!("{name} is not seen") };
                    assert_eq!(number(&own) % 100, name);
                }
                assert!(all.0.inside(|mut all| all.remove(NameId(0))).is_none());
                let dict = Value::int16(MOST.cast_signed());
                drop(all.0.inside(|mut all| all.leave_to(&heap, dict)).expect("it fits"));
                for it in threads {
                    it.join().expect("all that it saw was right");
                }
            });
            heap.give(all.0.inside(|all| all.bytes()));
        }
        drop(owned);
        assert_eq!(heap.used(), 0);
    }
}
