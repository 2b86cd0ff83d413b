//! The items of lists, by memory policy.
//!
//! Readers of a shared list take no lock and write nothing while what they read is no counted
//! object: then threads that read one list do not slow each other down. They may read a word of a
//! buffer that the list has outgrown meanwhile, so buffers stay until the list is dropped; each is
//! at least twice as long as the one before.

use std::cell::UnsafeCell;
use std::mem::ManuallyDrop;
use std::sync::atomic::{AtomicPtr, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard};

use super::error::Error;
use super::heap::Heap;
use super::memory::{Memory, Plain, Shared};
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// Slots of the smallest buffer that grows.
const SMALLEST: usize = 4;
const ITEM: usize = size_of::<u64>();

/// The items of a list. The heap given to a method must be the one that the list is on.
#[expect(private_interfaces, reason = "values stay inside the machine")]
pub trait List<M: Memory>: Sized {
    /// A list of these items.
    fn new(items: Vec<Value<M>>) -> Self;

    /// How many there are.
    fn len(&self) -> usize;

    /// A copy of an item.
    fn get(&self, index: usize) -> Option<Value<M>>;

    /// Puts an item in place of another; was there one?
    fn set(&self, index: usize, value: Value<M>) -> bool;

    /// Puts an item at the end.
    fn push(&self, heap: &Heap<M>, value: Value<M>) -> Result<()>;

    /// Takes the last item away.
    fn pop(&self) -> Option<Value<M>>;

    /// Copies of all.
    fn snapshot(&self) -> Vec<Value<M>>;

    /// Changes the items at once, while nobody else does. `room` tells, from how many there are,
    /// how many there will be at most. The work must be short, use nothing that is locked, and
    /// hand out what it takes from the items instead of dropping it.
    fn edit<R>(
        &self,
        heap: &Heap<M>,
        room: impl FnOnce(usize) -> usize,
        work: impl FnOnce(&mut Vec<Value<M>>) -> R,
    ) -> Result<R>;

    /// Bytes that it has taken from its heap.
    fn bytes(&self) -> usize;

    /// Puts an item before another; an index from the end is negative.
    fn insert(&self, heap: &Heap<M>, index: i64, value: Value<M>) -> Result<()> {
        let insert = |items: &mut Vec<Value<M>>| {
            let length = i64::try_from(items.len()).unwrap_or(i64::MAX);
            let index = if index < 0 { index.saturating_add(length) } else { index };
            items.insert(usize::try_from(index.clamp(0, length)).unwrap_or(0), value);
        };
        self.edit(heap, |length| length + 1, insert)
    }

    /// Takes an item away; an index from the end is negative.
    fn remove(&self, heap: &Heap<M>, index: i64) -> Result<Option<Value<M>>> {
        if index == -1 {
            return Ok(self.pop());
        }
        let remove = |items: &mut Vec<Value<M>>| {
            let length = i64::try_from(items.len()).unwrap_or(i64::MAX);
            let index = if index < 0 { index.saturating_add(length) } else { index };
            let index = usize::try_from(index).ok().filter(|index| *index < items.len())?;
            Some(items.remove(index))
        };
        self.edit(heap, |length| length, remove)
    }

    /// Puts these items in place of those that there are.
    fn replace_all(&self, heap: &Heap<M>, items: Vec<Value<M>>) -> Result<()> {
        let room = items.len();
        let replace = |all: &mut Vec<Value<M>>| {
            let old: Vec<_> = all.drain(..).collect();
            all.extend(items);
            old
        };
        self.edit(heap, |_| room, replace).map(drop)
    }
}

/// How long a buffer becomes that is too short for `room` items.
fn grown(capacity: usize, room: usize) -> usize {
    room.max(capacity.saturating_mul(2)).max(SMALLEST)
}

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

#[expect(private_interfaces, reason = "values stay inside the machine")]
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
        unsafe { (*self.items.get()).get(index).cloned() }
    }

    #[inline]
    fn set(&self, index: usize, value: Value<Plain>) -> bool {
        // SAFETY: as in `grow`. What was there is dropped when no reference is left.
        let old = unsafe {
            (*self.items.get()).get_mut(index).map(|slot| std::mem::replace(slot, value))
        };
        old.is_some()
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

    fn snapshot(&self) -> Vec<Value<Plain>> {
        // SAFETY: as in `grow`.
        unsafe { (*self.items.get()).clone() }
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
        self.buffers.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
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

#[expect(private_interfaces, reason = "values stay inside the machine")]
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

    fn set(&self, index: usize, value: Value<Shared>) -> bool {
        let buffers = self.lock();
        let Some(word) = Self::current(&buffers).get(index) else { return false };
        if index >= self.length.load(Ordering::Relaxed) {
            return false;
        }
        let old = word.swap(value.into_word(), Ordering::AcqRel);
        drop(buffers);
        // SAFETY: the list owned what is behind the word, and has given it up.
        drop(unsafe { Value::<Shared>::from_owned_word(old) });
        true
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
