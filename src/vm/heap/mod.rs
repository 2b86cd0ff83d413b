//! The heap of one worker: slots of one size for the objects' fixed parts, handed out and taken
//! back through lists, and a count of every byte that objects take.
//!
//! Each worker allocates from its own heap, so that free-threaded workers do not wait for each
//! other. An object may be freed by another worker than its own: then its slot goes to a list that
//! the owner empties when it runs out. Reference cycles are not collected while a run lasts; with
//! the interpreter every object goes, whatever still refers to it.

mod block;
mod budget;
mod free;
mod home;
#[cfg_attr(not(gil_loom), expect(unreachable_pub, reason = "a test under loom uses it"))]
mod others;
mod owner;
mod watch;

use std::cell::{Cell, UnsafeCell};
use std::ops::Deref;
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicIsize, Ordering};
use std::sync::{Arc, Mutex};

use block::{Chunk, SIZES, mark, size_for};
pub(super) use block::{MOST_BEHIND, Room, bytes_behind};
pub(super) use budget::Budget;
pub(super) use free::free;
pub(super) use home::{Home, while_others_may_come};
#[cfg(not(gil_loom))]
use others::Others;
#[cfg(gil_loom)]
pub use others::{Chained, Others};

use super::breaker::Breaker;
use super::count::Count;
use super::error::{Error, Exceeded};
use super::fixed::Fixed;
use super::globals::Slot;
use super::list::List;
use super::memory::{Locked, Memory, Optimistic, Shared};
use super::object::{Header, Object};
use super::relaxed;
use super::value::Value;
pub(super) use watch::Watch;

/// Bytes up to which values that a returned call has left behind may wait to be overwritten.
const NOTICEABLE: isize = 1 << 20;
/// Slots of a worker's first chunk of a size; each further one has twice as many as the one before.
const FIRST_CHUNK: usize = 64;
/// Slots of the largest chunks.
const LARGEST_CHUNK: usize = 1024;

/// The memory of one worker. Objects remember whose they are, since another worker may free them.
/// Two heaps share no line of a cache (nor the pair that some processors fetch): workers would wait
/// for each other at every object.
#[repr(align(128))]
pub(super) struct Heap<M: Memory> {
    /// Bytes that the owner has taken, less those that it has given back.
    used: AtomicIsize,
    /// Bytes that it may take.
    limit: AtomicIsize,
    /// Where it gets more of them, if it belongs to an interpreter.
    budget: Option<Arc<Budget>>,
    /// Who is told when objects go, if somebody is.
    watch: Option<Arc<Watch>>,
    /// Free slots, by the sizes of their blocks; only who allocates touches them.
    free: [Cell<*mut Header<M>>; SIZES],
    /// Every slot there is; only who allocates touches them.
    chunks: UnsafeCell<Vec<Chunk>>,
    others: Others<Header<M>>,
    /// Bytes that others have taken, less those that they have given back.
    used_by_others: AtomicIsize,
    /// By which the owner is asked to stop.
    breaker: Mutex<Option<Arc<Breaker>>>,
    /// Has nobody but its owner used any object of it yet?
    is_private: Line<AtomicBool>,
}

/// What others read each time they come to an object, apart from what the owner writes each time it
/// makes one.
#[repr(align(128))]
struct Line<T>(T);

impl<T> Deref for Line<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

// SAFETY: what others do is atomic; the rest is touched by one thread only, the one that allocates
// from this heap, which is the owner if there is one.
unsafe impl Sync for Heap<Shared> {}
// SAFETY: nothing is bound to a thread.
unsafe impl Send for Heap<Shared> {}

impl<M: Memory> Heap<M> {
    /// One of those that share a budget.
    pub(super) fn of(budget: &Arc<Budget>, watch: Option<&Arc<Watch>>) -> Self {
        let mut heap = Self::with(0, Some(Arc::clone(budget)));
        heap.watch = watch.cloned();
        heap
    }

    /// One by itself, which may take so many bytes.
    pub(super) fn new(limit: usize) -> Self {
        Self::with(limit, None)
    }

    fn with(limit: usize, budget: Option<Arc<Budget>>) -> Self {
        Self {
            used: AtomicIsize::new(0),
            limit: AtomicIsize::new(isize::try_from(limit).unwrap_or(isize::MAX)),
            budget,
            watch: None,
            free: [const { Cell::new(ptr::null_mut()) }; SIZES],
            chunks: UnsafeCell::default(),
            others: Others::default(),
            used_by_others: AtomicIsize::new(0),
            breaker: Mutex::new(None),
            is_private: Line(AtomicBool::new(true)),
        }
    }

    /// Puts an object on the heap, with one reference to it.
    #[inline]
    pub(super) fn allocate(&self, object: Object<M>) -> Result<Value<M>, Box<Error>> {
        Ok(Value::counted(self.place(object)?))
    }

    /// Puts an object on the heap that lives as long as the interpreter (PEP 683).
    pub(super) fn immortal(&self, object: Object<M>) -> Result<Value<M>, Box<Error>> {
        Ok(Value::immortal(self.place(object)?))
    }

    /// The same for what takes no more than its slot. Inlined, so that it is made where it stays.
    #[inline(always)]
    pub(super) fn allocate_small(&self, object: Object<M>) -> Result<Value<M>, Box<Error>> {
        let heap = self.mine();
        heap.take(size_of::<Header<M>>())?;
        Ok(Value::counted(heap.put(object)))
    }

    /// Puts an object on the heap that has so many values: these, which are taken out of where they are,
    /// and unbound ones.
    #[inline(always)]
    pub(super) fn place_with(
        &self,
        values: &mut [Value<M>],
        length: usize,
        make: impl FnOnce(Fixed<M>) -> Object<M>,
    ) -> Result<*mut Header<M>, Box<Error>> {
        let heap = self.mine();
        heap.take(size_of::<Header<M>>() + Fixed::<M>::bytes_of(length))?;
        let behind = if length > MOST_BEHIND { 0 } else { length };
        Ok(heap.put_behind(behind, |room| make(Fixed::moved(values, length, &room))))
    }

    /// Puts an object on the heap that has room for so many values in its block.
    #[inline(always)]
    pub(super) fn place_behind(
        &self,
        values: usize,
        make: impl FnOnce(Room<M>) -> Object<M>,
    ) -> Result<*mut Header<M>, Box<Error>> {
        let heap = self.mine();
        heap.take(size_of::<Header<M>>() + bytes_behind::<M>(values))?;
        Ok(heap.put_behind(values, make))
    }

    fn place(&self, mut object: Object<M>) -> Result<*mut Header<M>, Box<Error>> {
        let heap = self.mine();
        heap.take(size_of::<Header<M>>() + object.extra())?;
        Ok(heap.put(object))
    }

    /// Puts an object into a slot.
    #[inline(always)]
    fn put(&self, object: Object<M>) -> *mut Header<M> {
        let slot = self.take_slot(0);
        // SAFETY: it is free, and in no list.
        unsafe { Self::fill(slot, object) };
        slot
    }

    /// Puts an object into a slot with room for so many values behind it.
    #[inline(always)]
    fn put_behind(&self, values: usize, make: impl FnOnce(Room<M>) -> Object<M>) -> *mut Header<M> {
        let slot = self.take_slot(size_for(values));
        // SAFETY: it is free, in no list, and its block is of this size.
        unsafe { Self::fill(slot, make(Room::behind(slot, values))) };
        slot
    }

    /// # Safety
    /// The slot is free, and in no list.
    #[inline(always)]
    unsafe fn fill(slot: *mut Header<M>, object: Object<M>) {
        // SAFETY: promised by the caller. Not its heap: others may look at that (see `Value::try_copy`).
        unsafe {
            (&raw mut (*slot).count).write(M::Count::one());
            (&raw mut (*slot).object).write(object);
        }
    }

    /// Takes a free slot out of its list.
    #[inline(always)]
    fn take_slot(&self, size: usize) -> *mut Header<M> {
        let mut slot = self.free[size].get();
        if slot.is_null() {
            slot = self.refill(size);
        }
        // SAFETY: a free slot is initialised, and holds the next one.
        if let Object::Free(next, _) = unsafe { &(*slot).object } {
            self.free[size].set(*next);
        }
        slot
    }

    /// More free slots, and the first of them.
    #[cold]
    #[inline(never)]
    fn refill(&self, size: usize) -> *mut Header<M> {
        let free = &self.free[size];
        if M::IS_SHARED {
            if self.is_own() {
                self.merge_queued();
            }
            if free.get().is_null() {
                self.sort_returned();
            }
            if !free.get().is_null() {
                return free.get();
            }
        }
        // SAFETY: only the worker itself comes here, and nothing below does so again.
        let chunks = unsafe { &mut *self.chunks.get() };
        let earlier = chunks.iter().filter(|chunk| chunk.size == size).count();
        let count = (FIRST_CHUNK << earlier.min(16)).min(LARGEST_CHUNK);
        let chunk = Chunk::new::<M>(count, size);
        let mut last = ptr::null_mut();
        for slot in chunk.slots() {
            let object = Object::Free(last, mark(size));
            // SAFETY: inside the chunk, and nobody else's yet.
            unsafe { slot.write(Header { count: M::Count::one(), heap: self, object }) };
            last = slot;
        }
        chunks.push(chunk);
        last
    }

    /// Puts what others have given back into the lists of this heap.
    fn sort_returned(&self) {
        let mut slot = self.others.take_returned();
        while !slot.is_null() {
            // SAFETY: all of them are free slots of this heap, which nobody else has now.
            unsafe {
                let Object::Free(next, size) = (*slot).object else { return };
                self.chain(slot, size);
                slot = next;
            }
        }
    }

    /// Puts a free slot into its list.
    ///
    /// # Safety
    /// It is one of this heap, in no list, and its block is of this size.
    #[inline(always)]
    unsafe fn chain(&self, slot: *mut Header<M>, size: u8) {
        let free = &self.free[usize::from(size).min(SIZES - 1)];
        // SAFETY: promised by the caller.
        unsafe { (&raw mut (*slot).object).write(Object::Free(free.get(), size)) };
        free.set(slot);
    }

    /// Takes memory before it is allocated.
    #[inline]
    pub(super) fn take(&self, bytes: usize) -> Result<(), Box<Error>> {
        let bytes = isize::try_from(bytes).unwrap_or(isize::MAX / 2);
        if self.add(bytes) > self.limit() {
            return self.take_more(bytes);
        }
        Ok(())
    }

    #[inline(always)]
    fn limit(&self) -> isize {
        relaxed::load_isize(&self.limit)
    }

    /// Raises the limit for bytes that are counted already, or takes them back.
    #[cold]
    #[inline(never)]
    fn take_more(&self, bytes: isize) -> Result<(), Box<Error>> {
        if self.has_room() {
            return Ok(());
        }
        self.add(-bytes);
        self.free_what_others_left();
        self.add(bytes);
        if self.has_room() {
            return Ok(());
        }
        self.add(-bytes);
        Err(Error::exceeded(Exceeded::Memory))
    }

    /// Is the limit as high as what is used, or can it be?
    fn has_room(&self) -> bool {
        self.has_room_for(0)
    }

    fn has_room_for(&self, bytes: isize) -> bool {
        let missing = self.sum().saturating_add(bytes).saturating_sub(self.limit());
        if missing <= 0 {
            return true;
        }
        let more = self.budget.as_ref().and_then(|budget| budget.take(missing));
        if let Some(more) = more {
            self.limit.fetch_add(more, Ordering::Relaxed);
        }
        more.is_some()
    }

    /// Lets others have what it does not use.
    fn give_back(&self) {
        if let Some(budget) = &self.budget
            && let Some(bytes) = budget::needless(self.limit().saturating_sub(self.sum()))
        {
            self.limit.fetch_sub(bytes, Ordering::Relaxed);
            budget.give(bytes);
        }
    }

    /// Others have let go of it, and nobody has come to merge its counts.
    #[cold]
    fn free_what_others_left(&self) {
        if M::IS_SHARED && self.is_own() {
            self.merge_queued();
        }
    }

    /// Adds to the sum of what is in use.
    #[inline(always)]
    fn add(&self, bytes: isize) -> isize {
        if self.is_own() {
            let used = relaxed::load_isize(&self.used) + bytes;
            relaxed::store_isize(&self.used, used);
            if M::IS_SHARED { used + relaxed::load_isize(&self.used_by_others) } else { used }
        } else {
            let before = self.used_by_others.fetch_add(bytes, Ordering::Relaxed);
            before + bytes + relaxed::load_isize(&self.used)
        }
    }

    #[inline]
    fn sum(&self) -> isize {
        let used = relaxed::load_isize(&self.used);
        if M::IS_SHARED { used + relaxed::load_isize(&self.used_by_others) } else { used }
    }

    /// Would so much still fit? Asked before a result is computed whose size is known.
    #[inline]
    pub(super) fn check(&self, bytes: usize) -> Result<(), Box<Error>> {
        let bytes = isize::try_from(bytes).unwrap_or(isize::MAX / 2);
        if self.sum().saturating_add(bytes) > self.limit() {
            return self.check_more(bytes);
        }
        Ok(())
    }

    #[cold]
    #[inline(never)]
    fn check_more(&self, bytes: isize) -> Result<(), Box<Error>> {
        if self.has_room_for(bytes) {
            return Ok(());
        }
        self.free_what_others_left();
        if self.has_room_for(bytes) { Ok(()) } else { Err(Error::exceeded(Exceeded::Memory)) }
    }

    /// Bytes that still fit.
    pub(super) fn left(&self) -> usize {
        let left = self.limit().saturating_sub(self.sum());
        let more = self.budget.as_ref().map_or(0, |budget| budget.left());
        usize::try_from(left.saturating_add(more)).unwrap_or(0)
    }

    /// Bytes that its objects take.
    pub(super) fn used(&self) -> usize {
        usize::try_from(self.sum()).unwrap_or(0)
    }

    /// Is so much in use that it is worth looking for what can go?
    #[inline(always)]
    pub(super) fn is_noticeable(&self) -> bool {
        relaxed::load_isize(&self.used) > NOTICEABLE
    }

    /// Gives memory back.
    #[inline]
    pub(super) fn give(&self, bytes: usize) {
        self.add(-isize::try_from(bytes).unwrap_or(isize::MAX / 2));
    }

    /// Puts a slot into one of the lists.
    ///
    /// # Safety
    /// The slot is one of this heap, and free; its block is of this size.
    #[inline(always)]
    unsafe fn give_slot(&self, slot: *mut Header<M>, size: usize) {
        // SAFETY: promised by the caller.
        unsafe {
            if self.is_own() {
                self.chain(slot, mark(size));
            } else {
                (&raw mut (*slot).object).write(Object::Free(ptr::null_mut(), mark(size)));
                self.others.give_slot(slot);
            }
        }
    }

    /// What is on the heap now lasts as long as the run.
    ///
    /// # Safety
    /// Nobody else uses the heap or an object of it meanwhile.
    pub(super) unsafe fn immortalize(&self) {
        // SAFETY: promised by the caller.
        for chunk in unsafe { &*self.chunks.get() } {
            for slot in chunk.slots::<M>() {
                // SAFETY: inside the chunk, and every slot is initialised.
                let header = unsafe { &mut *slot };
                match &mut header.object {
                    Object::Free(..) => continue,
                    Object::Tuple(items) => items.iter_mut().for_each(Value::immortalize),
                    Object::List(items) => items.immortalize(),
                    Object::Dict(pairs) => pairs.get_mut().immortalize(),
                    Object::Cell(slot) => slot.immortalize(),
                    Object::Class(class) => class.immortalize(),
                    Object::Instance(instance) => instance.attributes.get_mut().immortalize(),
                    Object::Derived(derived) => {
                        derived.instance.attributes.get_mut().immortalize();
                        derived.value.immortalize();
                    }
                    _ => {}
                }
                header.count.immortalize();
            }
        }
    }

    /// Drops what is in the objects, which may still refer to each other: their slots stay.
    ///
    /// # Safety
    /// Nobody uses the heap or an object of it any more.
    pub(super) unsafe fn clear(&self) {
        // SAFETY: promised by the caller; dropping an object only puts slots into lists.
        for chunk in unsafe { &*self.chunks.get() } {
            for slot in chunk.slots::<M>() {
                // SAFETY: inside the chunk, and every slot is initialised. The object is out of its slot before it is
                // dropped, so that whoever comes to its slot again finds nothing to drop.
                unsafe {
                    if !matches!((*slot).object, Object::Free(..)) {
                        let free = Object::Free(ptr::null_mut(), mark(chunk.size));
                        drop(ptr::replace(&raw mut (*slot).object, free));
                    }
                }
            }
        }
    }
}

impl<M: Memory> Drop for Heap<M> {
    fn drop(&mut self) {
        for chunk in self.chunks.get_mut().drain(..) {
            // SAFETY: nobody uses an object of a heap that is dropped.
            unsafe { chunk.free() };
        }
    }
}
