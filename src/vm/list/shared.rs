//! The items of a list that threads use at the same time.
//!
//! Readers take no lock and write nothing while what they read is no counted object: then threads
//! that read one list do not slow each other down. They may read a word of a buffer that the list
//! has outgrown meanwhile, so buffers stay until the list is dropped; each is at least twice as
//! long as the one before.

use std::mem::ManuallyDrop;
use std::sync::atomic::{AtomicPtr, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{ITEM, List, grown};
use crate::vm::error::Error;
use crate::vm::heap::Heap;
use crate::vm::memory::Shared;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// For threads at the same time. Writers hold the lock.
pub struct SharedList {
    /// Number of items. Grows after `words` leads to a buffer of so many words.
    length: AtomicUsize,
    /// The buffer in use: the last one of `buffers`.
    words: AtomicPtr<AtomicU64>,
    /// All buffers there have been.
    buffers: Mutex<Vec<*mut [AtomicU64]>>,
}

type Buffers<'a> = MutexGuard<'a, Vec<*mut [AtomicU64]>>;

impl SharedList {
    fn lock(&self) -> Buffers<'_> {
        self.buffers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The words of the buffer in use. Whoever has locked the buffers has the only reference to
    /// the counted objects behind them.
    fn current<'a>(buffers: &'a Buffers<'_>) -> &'a [AtomicU64] {
        // SAFETY: buffers are freed when the list is dropped, and hold atomics.
        buffers.last().map_or(&[], |buffer| unsafe { &**buffer })
    }

    /// Makes room for so many items.
    fn reserve(&self, heap: &Heap<Shared>, buffers: &mut Buffers<'_>, room: usize) -> Result<()> {
        let old = Self::current(buffers);
        if room <= old.len() {
            return Ok(());
        }
        let capacity = grown(old.len(), room);
        heap.take(capacity.saturating_mul(ITEM))?;
        let kept = old.iter().map(|word| word.load(Ordering::Relaxed));
        let words = kept.chain(std::iter::repeat(unbound())).take(capacity);
        let new = Box::into_raw(words.map(AtomicU64::new).collect::<Box<[_]>>());
        buffers.push(new);
        self.words.store(new.cast(), Ordering::Release);
        Ok(())
    }

    /// Copies what is behind a word of the buffer in use.
    fn copy(buffers: &Buffers<'_>, index: usize) -> Option<Value<Shared>> {
        let word = Self::current(buffers).get(index)?.load(Ordering::Relaxed);
        // SAFETY: the list owns what is behind the word and, while it is locked, keeps it. The
        // borrowed value is forgotten; only its clone leaves.
        let value = unsafe { ManuallyDrop::new(Value::<Shared>::from_owned_word(word)) };
        (!value.is_unbound()).then(|| Value::clone(&value))
    }

    #[cold]
    #[inline(never)]
    fn get_counted(&self, index: usize) -> Option<Value<Shared>> {
        Self::copy(&self.lock(), index)
    }
}

fn unbound() -> u64 {
    Value::<Shared>::UNBOUND.into_word()
}

/// Leaves a list empty if the work on it fails in the middle.
struct Emptied<'a>(&'a SharedList, &'a [AtomicU64]);

impl Drop for Emptied<'_> {
    fn drop(&mut self) {
        self.0.length.store(0, Ordering::Release);
        for word in self.1 {
            word.store(unbound(), Ordering::Release);
        }
    }
}

#[expect(private_interfaces, private_bounds, reason = "values stay inside the machine")]
impl List<Shared> for SharedList {
    fn new(items: Vec<Value<Shared>>) -> Self {
        let length = items.len();
        let words = items.into_iter().map(|item| AtomicU64::new(item.into_word()));
        let buffer = Box::into_raw(words.collect::<Box<[_]>>());
        let words = AtomicPtr::new(buffer.cast());
        let buffers = if length == 0 {
            // SAFETY: it was a box just now, and nobody has seen it.
            drop(unsafe { Box::from_raw(buffer) });
            Vec::new()
        } else {
            vec![buffer]
        };
        Self { length: AtomicUsize::new(length), words, buffers: Mutex::new(buffers) }
    }

    #[inline]
    fn len(&self) -> usize {
        self.length.load(Ordering::Acquire)
    }

    #[inline]
    fn get(&self, index: usize) -> Option<Value<Shared>> {
        if index >= self.len() {
            return None;
        }
        // Acquire: what is behind the pointer is complete.
        let words = self.words.load(Ordering::Acquire);
        // SAFETY: the length was stored after a pointer to a buffer of at least so many words, so
        // this is that one or a later and longer one; buffers stay until the list is dropped.
        let word = unsafe { &*words.add(index) }.load(Ordering::Acquire);
        if Value::<Shared>::is_counted_word(word) {
            return self.get_counted(index);
        }
        // SAFETY: the word is not counted, so it may be copied.
        let value = unsafe { Value::from_owned_word(word) };
        (!value.is_unbound()).then_some(value)
    }

    fn immortalize(&self) {
        for word in Self::current(&self.lock()) {
            let word_now = Value::<Shared>::immortal_word(word.load(Ordering::Relaxed));
            word.store(word_now, Ordering::Release);
        }
    }

    fn set(&self, index: usize, value: Value<Shared>) -> std::result::Result<(), Value<Shared>> {
        let buffers = self.lock();
        let Some(word) = Self::current(&buffers).get(index) else { return Err(value) };
        if index >= self.length.load(Ordering::Relaxed) {
            return Err(value);
        }
        let old = word.swap(value.into_word(), Ordering::AcqRel);
        drop(buffers);
        // SAFETY: the list owned what is behind the word, and has given it up.
        drop(unsafe { Value::<Shared>::from_owned_word(old) });
        Ok(())
    }

    fn push(&self, heap: &Heap<Shared>, value: Value<Shared>) -> Result<()> {
        let mut buffers = self.lock();
        let length = self.length.load(Ordering::Relaxed);
        self.reserve(heap, &mut buffers, length + 1)?;
        if let Some(word) = Self::current(&buffers).get(length) {
            word.store(value.into_word(), Ordering::Release);
            self.length.store(length + 1, Ordering::Release);
        }
        Ok(())
    }

    fn pop(&self) -> Option<Value<Shared>> {
        let buffers = self.lock();
        let last = self.length.load(Ordering::Relaxed).checked_sub(1)?;
        self.length.store(last, Ordering::Release);
        let word = Self::current(&buffers).get(last)?.swap(unbound(), Ordering::AcqRel);
        // SAFETY: the list owned what is behind the word, and has given it up.
        Some(unsafe { Value::from_owned_word(word) })
    }

    fn snapshot(&self) -> Vec<Value<Shared>> {
        let buffers = self.lock();
        let length = self.length.load(Ordering::Relaxed);
        (0..length).map_while(|index| Self::copy(&buffers, index)).collect()
    }

    fn edit<R>(
        &self,
        heap: &Heap<Shared>,
        room: impl FnOnce(usize) -> usize,
        work: impl FnOnce(&mut Vec<Value<Shared>>) -> R,
    ) -> Result<R> {
        let mut buffers = self.lock();
        let length = self.length.load(Ordering::Relaxed);
        self.reserve(heap, &mut buffers, room(length))?;
        let words = Self::current(&buffers);
        let mut items = Vec::with_capacity(words.len());
        let emptied = Emptied(self, words);
        for word in &words[..length.min(words.len())] {
            // SAFETY: what the list owned is owned by `items` now: the words get back what is left
            // of that, or, if the work does not come to its end, become unbound.
            items.push(unsafe { Value::from_owned_word(word.load(Ordering::Relaxed)) });
        }
        let result = work(&mut items);
        // More than there was to be room for would be lost here.
        debug_assert!(items.len() <= words.len());
        let left = items.len().min(words.len());
        let mut items = items.into_iter();
        for word in words {
            let item = items.next().unwrap_or(Value::UNBOUND);
            let item = item.into_word();
            if word.load(Ordering::Relaxed) != item {
                word.store(item, Ordering::Release);
            }
        }
        self.length.store(left, Ordering::Release);
        std::mem::forget(emptied);
        drop(buffers);
        Ok(result)
    }

    fn bytes(&self) -> usize {
        self.lock().iter().map(|buffer| buffer.len() * ITEM).sum()
    }
}

impl Drop for SharedList {
    fn drop(&mut self) {
        let buffers = std::mem::take(&mut *self.lock());
        for (place, buffer) in buffers.iter().rev().enumerate() {
            // SAFETY: it was a box once, and nobody else has the list any more.
            let words = unsafe { Box::from_raw(*buffer) };
            if place > 0 {
                continue;
            }
            for word in words {
                // SAFETY: the list owns what is behind the words of the buffer in use.
                drop(unsafe { Value::<Shared>::from_owned_word(word.into_inner()) });
            }
        }
    }
}
