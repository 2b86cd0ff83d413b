//! The items of a list that threads use at the same time.
//!
//! The thread that has made a list needs no lock while it is private (see `heap::home`). Afterwards
//! readers take none while what they read is no counted object, or one of their own: then threads
//! that read one list do not slow each other down. They may read a word of a buffer that the list
//! has outgrown meanwhile, so buffers stay until the list is dropped; each is at least twice as long
//! as the one before.

use std::cell::UnsafeCell;
use std::mem::ManuallyDrop;
use std::ops::Range;
use std::ptr;
use std::sync::MutexGuard;
use std::sync::atomic::{AtomicPtr, AtomicU64, AtomicUsize, Ordering};

use super::{ITEM, List, grown, part};
use crate::vm::error::Error;
use crate::vm::heap::Heap;
use crate::vm::lock::{Gate, release};
use crate::vm::memory::Shared;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// For threads at the same time.
pub struct SharedList {
    gate: Gate,
    /// Number of items. Grows after `words` leads to a buffer of so many words.
    length: AtomicUsize,
    /// The words of the buffer in use; null if there has been none.
    words: AtomicPtr<AtomicU64>,
    /// For who is inside.
    buffers: UnsafeCell<Buffers>,
}

/// All buffers there have been.
struct Buffers {
    /// Words of the one in use.
    capacity: usize,
    /// Those that the list has outgrown while others could read it.
    outgrown: Vec<Vec<AtomicU64>>,
}

/// A list while nobody else changes it: that is private, or locked. Who is inside has the only
/// reference to the counted objects behind the words.
struct Inside<'a> {
    list: &'a SharedList,
    lock: Option<MutexGuard<'a, ()>>,
}

impl Drop for Inside<'_> {
    #[inline(always)]
    fn drop(&mut self) {
        self.lock.take().map(release);
    }
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
        if self.lock.is_none() {
            let before = old.len();
            self.edit_private(|items| items.reserve_exact(capacity - items.len()));
            heap.give(before.saturating_mul(ITEM));
            return Ok(());
        }
        let mut new = ManuallyDrop::new(Vec::with_capacity(capacity));
        // What is behind the items may never have been written.
        let items = old.iter().take(self.length());
        new.extend(items.map(|word| AtomicU64::new(Self::word(word))));
        new.resize_with(capacity, || AtomicU64::new(unbound()));
        let outgrown = self.list.words.load(Ordering::Relaxed);
        // SAFETY: it was a vector's.
        let outgrown = unsafe { Vec::from_raw_parts(outgrown, 0, old.len()) };
        // SAFETY: nobody else is inside, and nothing is borrowed.
        unsafe { &mut *self.list.buffers.get() }.outgrown.push(outgrown);
        self.set_buffer(new.as_mut_ptr(), capacity);
        Ok(())
    }

    /// The items of a list that is private, or about to be dropped, as those of a vector: what is
    /// behind them in the buffer is nobody's.
    fn items(&mut self) -> &mut [Value<Shared>] {
        let length = self.length();
        match self.words().get(..length) {
            // SAFETY: nobody else reads or writes them now; a value is a word.
            Some(words) if length > 0 => unsafe {
                std::slice::from_raw_parts_mut(words.as_ptr().cast_mut().cast(), length)
            },
            _ => &mut [],
        }
    }

    /// A copy of what is behind a word.
    #[inline]
    fn copy(&self, index: usize) -> Option<Value<Shared>> {
        let word = Self::word(self.words().get(index)?);
        // SAFETY: the list has what is behind the word, and keeps it meanwhile. The borrowed value is
        // forgotten; only its clone leaves.
        let value = unsafe { ManuallyDrop::new(Value::<Shared>::from_owned_word(word)) };
        (!value.is_unbound()).then(|| Value::clone(&value))
    }
}

impl SharedList {
    /// The list, if it is private.
    #[inline(always)]
    fn private(&self) -> Option<Inside<'_>> {
        self.gate.is_private().then_some(Inside { list: self, lock: None })
    }

    fn locked(&self) -> Inside<'_> {
        Inside { list: self, lock: Some(self.gate.lock()) }
    }

    fn enter(&self) -> Inside<'_> {
        self.private().unwrap_or_else(|| self.locked())
    }
}

fn unbound() -> u64 {
    Value::<Shared>::UNBOUND.into_word()
}

impl Inside<'_> {
    #[inline(always)]
    fn set(&self, index: usize, value: Value<Shared>) -> std::result::Result<u64, Value<Shared>> {
        if index >= self.length() {
            return Err(value);
        }
        let Some(word) = self.words().get(index) else { return Err(value) };
        let old = Self::word(word);
        self.set_word(word, value.into_word());
        Ok(old)
    }

    #[inline(always)]
    fn push(&self, heap: &Heap<Shared>, value: Value<Shared>) -> Result<()> {
        let length = self.length();
        self.reserve(heap, length + 1)?;
        if let Some(word) = self.words().get(length) {
            self.set_word(word, value.into_word());
            self.set_length(length + 1);
        }
        Ok(())
    }

    /// Changes the items while others may read them.
    fn edit<R>(&self, work: impl FnOnce(&mut Vec<Value<Shared>>) -> R) -> R {
        let words = self.words();
        let length = self.length();
        let mut items = Vec::with_capacity(words.len());
        let emptied = Emptied(self);
        for word in words.iter().take(length) {
            // SAFETY: what the list owned is owned by `items` now: the words get back what is left
            // of that, or, if the work does not come to its end, become unbound.
            items.push(unsafe { Value::from_owned_word(Self::word(word)) });
        }
        let result = work(&mut items);
        // More than there was to be room for would be lost here.
        debug_assert!(items.len() <= words.len());
        let left = items.len().min(words.len());
        let mut items = items.into_iter();
        // What is behind the items before and after is nobody's, and may never have been written.
        for (index, word) in words.iter().enumerate().take(length.max(left)) {
            let item = items.next().unwrap_or(Value::UNBOUND).into_word();
            if index >= length || Self::word(word) != item {
                self.set_word(word, item);
            }
        }
        self.set_length(left);
        std::mem::forget(emptied);
        result
    }

    /// Changes the items of a list that is private.
    fn edit_private<R>(&self, work: impl FnOnce(&mut Vec<Value<Shared>>) -> R) -> R {
        let (length, capacity) = (self.length(), self.buffers().capacity);
        let words = self.list.words.load(Ordering::Relaxed);
        let mut items = if capacity == 0 {
            Vec::new()
        } else {
            // SAFETY: the buffer was a vector's, of values, and has so many of them; the list is
            // empty until it gets the vector back.
            unsafe { Vec::from_raw_parts(words.cast(), length, capacity) }
        };
        self.set_length(0);
        self.set_buffer(ptr::dangling_mut(), 0);
        let result = work(&mut items);
        let mut items = ManuallyDrop::new(items);
        self.set_buffer(items.as_mut_ptr().cast(), items.capacity());
        self.set_length(items.len());
        result
    }

    fn set_buffer(&self, words: *mut AtomicU64, capacity: usize) {
        self.list.words.store(words, Ordering::Release);
        // SAFETY: nobody else is inside, and nothing is borrowed.
        unsafe { (*self.list.buffers.get()).capacity = capacity }
    }
}

/// Leaves a list empty if the work on it fails in the middle.
struct Emptied<'a>(&'a Inside<'a>);

impl Drop for Emptied<'_> {
    fn drop(&mut self) {
        for word in self.0.words().iter().take(self.0.length()) {
            self.0.set_word(word, unbound());
        }
        self.0.set_length(0);
    }
}

#[expect(private_interfaces, private_bounds, reason = "values stay inside the machine")]
impl List<Shared> for SharedList {
    fn new(items: Vec<Value<Shared>>) -> Self {
        let mut items = ManuallyDrop::new(items);
        Self {
            gate: Gate::new(),
            length: AtomicUsize::new(items.len()),
            words: AtomicPtr::new(items.as_mut_ptr().cast()),
            buffers: UnsafeCell::new(Buffers { capacity: items.capacity(), outgrown: Vec::new() }),
        }
    }

    #[inline]
    fn len(&self) -> usize {
        if let Some(inside) = self.private() {
            return inside.length();
        }
        self.gate.open();
        self.length.load(Ordering::Acquire)
    }

    #[inline]
    fn get(&self, index: usize) -> Option<Value<Shared>> {
        if let Some(mut inside) = self.private() {
            return inside.items().get(index).cloned();
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
            None => self.locked().copy(index),
        }
    }

    fn immortalize(&self) {
        self.enter().items().iter_mut().for_each(Value::immortalize);
    }

    #[inline]
    fn set(&self, index: usize, value: Value<Shared>) -> std::result::Result<(), Value<Shared>> {
        let old = match self.private() {
            Some(inside) => inside.set(index, value),
            None => self.locked().set(index, value),
        };
        // SAFETY: the list owned what is behind the word, and has given it up.
        drop(unsafe { Value::<Shared>::from_owned_word(old?) });
        Ok(())
    }

    #[inline]
    fn push(&self, heap: &Heap<Shared>, value: Value<Shared>) -> Result<()> {
        match self.private() {
            Some(inside) => inside.push(heap, value),
            None => self.locked().push(heap, value),
        }
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

    fn copies(&self, places: Range<usize>) -> Vec<Value<Shared>> {
        if let Some(mut inside) = self.private() {
            return part(inside.items(), places).to_vec();
        }
        let inside = self.locked();
        let places = places.start..places.end.min(inside.length());
        let mut copies = Vec::with_capacity(places.len());
        // One by one: others may read the words at the same time.
        copies.extend(places.map_while(|index| inside.copy(index)));
        copies
    }

    fn edit<R>(
        &self,
        heap: &Heap<Shared>,
        room: impl FnOnce(usize) -> usize,
        work: impl FnOnce(&mut Vec<Value<Shared>>) -> R,
    ) -> Result<R> {
        let inside = self.enter();
        inside.reserve(heap, room(inside.length()))?;
        Ok(if inside.lock.is_some() { inside.edit(work) } else { inside.edit_private(work) })
    }

    fn bytes(&self) -> usize {
        // SAFETY: whoever asks has the only reference, or has just made it.
        let buffers = unsafe { &*self.buffers.get() };
        let outgrown: usize = buffers.outgrown.iter().map(Vec::capacity).sum();
        (buffers.capacity + outgrown) * ITEM
    }
}

impl Drop for SharedList {
    fn drop(&mut self) {
        let words = (*self.words.get_mut()).cast::<Value<Shared>>();
        let (length, capacity) = (*self.length.get_mut(), self.buffers.get_mut().capacity);
        // SAFETY: the buffer was a vector's, of values, and nobody else has the list any more. What
        // is behind the items is nobody's.
        drop(unsafe { Vec::from_raw_parts(words, length, capacity) });
    }
}
