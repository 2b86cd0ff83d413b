//! The items of a list that threads use at the same time.
//!
//! The thread that has made a list needs no lock while it is private (see `heap::home`). Afterwards
//! readers take none while what they read is no counted object, or one of their own: then threads
//! that read one list do not slow each other down. They may read a word of a buffer that the list
//! has outgrown meanwhile, so buffers stay until the list is dropped; each is at least twice as long
//! as the one before.

use std::cell::UnsafeCell;
use std::mem::ManuallyDrop;
use std::ptr;
use std::sync::atomic::{AtomicPtr, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{ITEM, List, grown};
use crate::vm::error::Error;
use crate::vm::heap::{Heap, Home};
use crate::vm::memory::Shared;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// For threads at the same time.
pub struct SharedList {
    home: Home,
    /// Number of items. Grows after `words` leads to a buffer of so many words.
    length: AtomicUsize,
    /// The words of the buffer in use; null if there has been none.
    words: AtomicPtr<AtomicU64>,
    lock: Mutex<()>,
    /// For who is inside.
    buffers: UnsafeCell<Buffers>,
}

/// All buffers there have been.
struct Buffers {
    /// Words of the one in use.
    capacity: usize,
    /// Those that the list has outgrown.
    outgrown: Vec<*mut [AtomicU64]>,
}

/// A list while nobody else changes it: that is private, or locked. Who is inside has the only
/// reference to the counted objects behind the words.
struct Inside<'a> {
    list: &'a SharedList,
    lock: Option<MutexGuard<'a, ()>>,
}

impl Inside<'_> {
    fn buffers(&self) -> &Buffers {
        // SAFETY: nobody else is inside, and what is borrowed is given back before it changes.
        unsafe { &*self.list.buffers.get() }
    }

    /// The words of the buffer in use.
    fn words(&self) -> &[AtomicU64] {
        match self.buffers().capacity {
            0 => &[],
            // SAFETY: it is that long, is freed when the list is dropped, and holds atomics.
            capacity => unsafe {
                std::slice::from_raw_parts(self.list.words.load(Ordering::Relaxed), capacity)
            },
        }
    }

    fn length(&self) -> usize {
        // SAFETY: nobody else writes it now. A plain load, since WebAssembly has no relaxed ones.
        unsafe { *self.list.length.as_ptr() }
    }

    /// Others see it after what was done before.
    #[inline]
    fn set_length(&self, length: usize) {
        if self.lock.is_some() {
            self.list.length.store(length, Ordering::Release);
        } else {
            // SAFETY: nobody else reads or writes it now.
            unsafe { *self.list.length.as_ptr() = length }
        }
    }

    fn word(word: &AtomicU64) -> u64 {
        // SAFETY: as in `length`.
        unsafe { *word.as_ptr() }
    }

    /// Likewise.
    #[inline]
    fn set_word(&self, word: &AtomicU64, value: u64) {
        if self.lock.is_some() {
            word.store(value, Ordering::Release);
        } else {
            // SAFETY: as in `set_length`.
            unsafe { *word.as_ptr() = value }
        }
    }

    /// Makes room for so many items.
    #[inline]
    fn reserve(&self, heap: &Heap<Shared>, room: usize) -> Result<()> {
        if room <= self.buffers().capacity { Ok(()) } else { self.grow(heap, room) }
    }

    #[cold]
    #[inline(never)]
    fn grow(&self, heap: &Heap<Shared>, room: usize) -> Result<()> {
        let old = self.words();
        let capacity = grown(old.len(), room);
        heap.take(capacity.saturating_mul(ITEM))?;
        let kept = old.iter().map(Self::word);
        let words = kept.chain(std::iter::repeat(unbound())).take(capacity);
        let new = Box::into_raw(words.map(AtomicU64::new).collect::<Box<[_]>>());
        let old = ptr::slice_from_raw_parts_mut(
            self.list.words.load(Ordering::Relaxed),
            self.buffers().capacity,
        );
        // SAFETY: nobody else is inside, and nothing is borrowed.
        let buffers = unsafe { &mut *self.list.buffers.get() };
        if buffers.capacity > 0 && self.lock.is_some() {
            buffers.outgrown.push(old);
        } else if buffers.capacity > 0 {
            // SAFETY: it was a box once, and nobody else reads it.
            drop(unsafe { Box::from_raw(old) });
            heap.give(buffers.capacity.saturating_mul(ITEM));
        }
        buffers.capacity = capacity;
        self.list.words.store(new.cast(), Ordering::Release);
        Ok(())
    }

    /// A copy of what is behind a word.
    fn copy(&self, index: usize) -> Option<Value<Shared>> {
        let word = Self::word(self.words().get(index)?);
        // SAFETY: the list has what is behind the word, and keeps it meanwhile. The borrowed value is
        // forgotten; only its clone leaves.
        let value = unsafe { ManuallyDrop::new(Value::<Shared>::from_owned_word(word)) };
        (!value.is_unbound()).then(|| Value::clone(&value))
    }
}

impl SharedList {
    #[inline]
    fn enter(&self) -> Inside<'_> {
        let lock = if self.home.is_private() {
            None
        } else {
            self.home.open();
            Some(self.lock.lock().unwrap_or_else(PoisonError::into_inner))
        };
        Inside { list: self, lock }
    }

    #[inline(never)]
    fn get_inside(&self, index: usize) -> Option<Value<Shared>> {
        self.enter().copy(index)
    }
}

fn unbound() -> u64 {
    Value::<Shared>::UNBOUND.into_word()
}

/// Leaves a list empty if the work on it fails in the middle.
struct Emptied<'a>(&'a Inside<'a>);

impl Drop for Emptied<'_> {
    fn drop(&mut self) {
        self.0.set_length(0);
        for word in self.0.words() {
            self.0.set_word(word, unbound());
        }
    }
}

#[expect(private_interfaces, private_bounds, reason = "values stay inside the machine")]
impl List<Shared> for SharedList {
    fn new(items: Vec<Value<Shared>>) -> Self {
        let length = items.len();
        let words = items.into_iter().map(|item| AtomicU64::new(item.into_word()));
        let words: Box<[_]> = words.collect();
        let words = if length == 0 { ptr::null_mut() } else { Box::into_raw(words).cast() };
        Self {
            home: Home::here(),
            length: AtomicUsize::new(length),
            words: AtomicPtr::new(words),
            lock: Mutex::new(()),
            buffers: UnsafeCell::new(Buffers { capacity: length, outgrown: Vec::new() }),
        }
    }

    #[inline]
    fn len(&self) -> usize {
        if self.home.is_private() {
            return Inside { list: self, lock: None }.length();
        }
        self.home.open();
        self.length.load(Ordering::Acquire)
    }

    #[inline]
    fn get(&self, index: usize) -> Option<Value<Shared>> {
        if self.home.is_private() {
            return Inside { list: self, lock: None }.copy(index);
        }
        if index >= self.len() {
            return None;
        }
        // Acquire: what is behind the pointer is complete.
        let words = self.words.load(Ordering::Acquire);
        // SAFETY: the length was stored after a pointer to a buffer of at least so many words, so
        // this is that one or a later and longer one; buffers stay until the list is dropped.
        let word = unsafe { &*words.add(index) };
        match Value::try_copy(word) {
            Some(value) => (!value.is_unbound()).then_some(value),
            None => self.get_inside(index),
        }
    }

    fn immortalize(&self) {
        let inside = self.enter();
        for word in inside.words() {
            inside.set_word(word, Value::<Shared>::immortal_word(Inside::word(word)));
        }
    }

    fn set(&self, index: usize, value: Value<Shared>) -> std::result::Result<(), Value<Shared>> {
        let inside = self.enter();
        if index >= inside.length() {
            return Err(value);
        }
        let Some(word) = inside.words().get(index) else { return Err(value) };
        let old = Inside::word(word);
        inside.set_word(word, value.into_word());
        drop(inside);
        // SAFETY: the list owned what is behind the word, and has given it up.
        drop(unsafe { Value::<Shared>::from_owned_word(old) });
        Ok(())
    }

    fn push(&self, heap: &Heap<Shared>, value: Value<Shared>) -> Result<()> {
        let inside = self.enter();
        let length = inside.length();
        inside.reserve(heap, length + 1)?;
        if let Some(word) = inside.words().get(length) {
            inside.set_word(word, value.into_word());
            inside.set_length(length + 1);
        }
        Ok(())
    }

    fn pop(&self) -> Option<Value<Shared>> {
        let inside = self.enter();
        let last = inside.length().checked_sub(1)?;
        inside.set_length(last);
        let word = inside.words().get(last)?;
        let old = Inside::word(word);
        inside.set_word(word, unbound());
        // SAFETY: the list owned what is behind the word, and has given it up.
        Some(unsafe { Value::from_owned_word(old) })
    }

    fn snapshot(&self) -> Vec<Value<Shared>> {
        let inside = self.enter();
        let length = inside.length();
        let mut copies = Vec::with_capacity(length);
        copies.extend((0..length).map_while(|index| inside.copy(index)));
        copies
    }

    fn edit<R>(
        &self,
        heap: &Heap<Shared>,
        room: impl FnOnce(usize) -> usize,
        work: impl FnOnce(&mut Vec<Value<Shared>>) -> R,
    ) -> Result<R> {
        let inside = self.enter();
        let length = inside.length();
        inside.reserve(heap, room(length))?;
        let words = inside.words();
        let mut items = Vec::with_capacity(words.len());
        let emptied = Emptied(&inside);
        for word in &words[..length.min(words.len())] {
            // SAFETY: what the list owned is owned by `items` now: the words get back what is left
            // of that, or, if the work does not come to its end, become unbound.
            items.push(unsafe { Value::from_owned_word(Inside::word(word)) });
        }
        let result = work(&mut items);
        // More than there was to be room for would be lost here.
        debug_assert!(items.len() <= words.len());
        let left = items.len().min(words.len());
        let mut items = items.into_iter();
        for word in words {
            let item = items.next().unwrap_or(Value::UNBOUND).into_word();
            if Inside::word(word) != item {
                inside.set_word(word, item);
            }
        }
        inside.set_length(left);
        std::mem::forget(emptied);
        Ok(result)
    }

    fn bytes(&self) -> usize {
        // SAFETY: whoever asks has the only reference, or has just made it.
        let buffers = unsafe { &*self.buffers.get() };
        let outgrown: usize = buffers.outgrown.iter().map(|buffer| buffer.len()).sum();
        (buffers.capacity + outgrown) * ITEM
    }
}

impl Drop for SharedList {
    fn drop(&mut self) {
        let words = *self.words.get_mut();
        let buffers = self.buffers.get_mut();
        for buffer in buffers.outgrown.drain(..) {
            // SAFETY: it was a box once, and nobody else has the list any more.
            drop(unsafe { Box::from_raw(buffer) });
        }
        if buffers.capacity == 0 {
            return;
        }
        // SAFETY: as above.
        let words =
            unsafe { Box::from_raw(ptr::slice_from_raw_parts_mut(words, buffers.capacity)) };
        for word in words {
            // SAFETY: the list owns what is behind the words of the buffer in use.
            drop(unsafe { Value::<Shared>::from_owned_word(word.into_inner()) });
        }
    }
}
