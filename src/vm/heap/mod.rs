//! The heap of one worker: slots of one size for the objects' fixed parts, handed out and taken
//! back through lists, and a count of every byte that objects take.
//!
//! Each worker allocates from its own heap, so that free-threaded workers do not wait for each
//! other. An object may be freed by another worker than its own: then its slot goes to a list that
//! the owner empties when it runs out. Reference cycles are not collected while a run lasts; with
//! the interpreter every object goes, whatever still refers to it.

use std::cell::{Cell, UnsafeCell};
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::atomic::{AtomicIsize, AtomicPtr, AtomicU32, Ordering};

use super::error::{Error, Exceeded};
use super::globals::Slot;
use super::list::List;
use super::memory::{Locked, Memory, Shared};
use super::object::{Header, Object};
use super::relaxed;
use super::value::Value;

/// Bytes up to which values that a returned call has left behind may wait to be overwritten.
const NOTICEABLE: isize = 1 << 20;
/// Slots of a worker's first chunk; each further one has twice as many as the one before.
const FIRST_CHUNK: usize = 64;
/// Slots of the largest chunks.
const LARGEST_CHUNK: usize = 8192;
/// How deep objects that own each other are freed by recursion; CPython's trashcan has the like.
const DEEPEST_FREE: u32 = 64;

/// Not a box any more: that would promise that nobody else points at what it owns.
type Chunk<M> = *mut [MaybeUninit<Header<M>>];

/// The memory of one worker. Objects remember whose they are, since another worker may free them.
pub(super) struct Heap<M: Memory> {
    used: AtomicIsize,
    limit: isize,
    /// Free slots; only the worker itself touches them.
    free: Cell<*mut Header<M>>,
    /// Slots that others have freed.
    returned: AtomicPtr<Header<M>>,
    /// Every slot there is; only the worker itself touches them.
    chunks: UnsafeCell<Vec<Chunk<M>>>,
}

// SAFETY: sums and returned slots are atomic; the rest is touched by one worker only, the one that
// allocates from this heap.
unsafe impl Sync for Heap<Shared> {}
// SAFETY: nothing is bound to a thread.
unsafe impl Send for Heap<Shared> {}

impl<M: Memory> Heap<M> {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            used: AtomicIsize::new(0),
            limit: isize::try_from(limit).unwrap_or(isize::MAX),
            free: Cell::new(ptr::null_mut()),
            returned: AtomicPtr::new(ptr::null_mut()),
            chunks: UnsafeCell::default(),
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
        self.take(size_of::<Header<M>>())?;
        Ok(Value::counted(self.put(object)))
    }

    fn place(&self, object: Object<M>) -> Result<*mut Header<M>, Box<Error>> {
        self.take(size_of::<Header<M>>() + object.extra())?;
        Ok(self.put(object))
    }

    /// Puts an object into a slot.
    #[inline(always)]
    fn put(&self, object: Object<M>) -> *mut Header<M> {
        let mut slot = self.free.get();
        if slot.is_null() {
            slot = self.refill();
        }
        // SAFETY: a free slot is initialised, and holds the next one.
        unsafe {
            if let Object::Free(next) = (*slot).object {
                self.free.set(next);
            }
            slot.write(Header { count: AtomicU32::new(1), heap: self, object });
        }
        slot
    }

    /// More free slots, and the first of them.
    #[cold]
    #[inline(never)]
    fn refill(&self) -> *mut Header<M> {
        let returned = self.returned.swap(ptr::null_mut(), Ordering::Acquire);
        if !returned.is_null() {
            return returned;
        }
        // SAFETY: only the worker itself comes here, and nothing below does so again.
        let chunks = unsafe { &mut *self.chunks.get() };
        let count = (FIRST_CHUNK << chunks.len().min(16)).min(LARGEST_CHUNK);
        let chunk: Box<[_]> = (0..count).map(|_| MaybeUninit::uninit()).collect();
        let chunk: Chunk<M> = Box::into_raw(chunk);
        let mut next = ptr::null_mut();
        let slots = chunk.cast::<Header<M>>();
        for index in (0..count).rev() {
            // SAFETY: inside the chunk.
            unsafe {
                let slot = slots.add(index);
                slot.write(Header {
                    count: AtomicU32::new(0),
                    heap: self,
                    object: Object::Free(next),
                });
                next = slot;
            }
        }
        chunks.push(chunk);
        next
    }

    /// Takes memory before it is allocated.
    #[inline]
    pub(super) fn take(&self, bytes: usize) -> Result<(), Box<Error>> {
        let bytes = isize::try_from(bytes).unwrap_or(isize::MAX / 2);
        if M::add(&self.used, bytes) > self.limit {
            M::add(&self.used, -bytes);
            return Err(Error::exceeded(Exceeded::Memory));
        }
        Ok(())
    }

    /// Would so much still fit? Asked before a result is computed whose size is known.
    #[inline]
    pub(super) fn check(&self, bytes: usize) -> Result<(), Box<Error>> {
        let used = self.used.load(Ordering::Relaxed);
        let bytes = isize::try_from(bytes).unwrap_or(isize::MAX / 2);
        if used.saturating_add(bytes) > self.limit {
            return Err(Error::exceeded(Exceeded::Memory));
        }
        Ok(())
    }

    /// Bytes that still fit.
    pub(super) fn left(&self) -> usize {
        let used = self.used.load(Ordering::Relaxed);
        usize::try_from(self.limit.saturating_sub(used)).unwrap_or(0)
    }

    /// Bytes that its objects take.
    pub(super) fn used(&self) -> usize {
        usize::try_from(self.used.load(Ordering::Relaxed)).unwrap_or(0)
    }

    /// Is so much in use that it is worth looking for what can go?
    #[inline(always)]
    pub(super) fn is_noticeable(&self) -> bool {
        relaxed::load_isize(&self.used) > NOTICEABLE
    }

    /// Gives memory back.
    #[inline]
    pub(super) fn give(&self, bytes: usize) {
        M::add(&self.used, -isize::try_from(bytes).unwrap_or(isize::MAX / 2));
    }

    /// What is on the heap now lasts as long as the run.
    ///
    /// # Safety
    /// Nobody else uses the heap or an object of it meanwhile.
    pub(super) unsafe fn immortalize(&self) {
        // SAFETY: promised by the caller.
        for chunk in unsafe { &*self.chunks.get() } {
            for index in 0..chunk.len() {
                // SAFETY: inside the chunk, and every slot is initialised.
                let header = unsafe { &mut *chunk.cast::<Header<M>>().add(index) };
                match &mut header.object {
                    Object::Free(_) => continue,
                    Object::Tuple(items) => items.iter_mut().for_each(Value::immortalize),
                    Object::List(items) => items.immortalize(),
                    Object::Dict(pairs) => pairs.get_mut().immortalize(),
                    Object::Cell(slot) => slot.immortalize(),
                    Object::Class(class) => class.immortalize(),
                    Object::Instance(instance) => instance.attributes.get_mut().immortalize(),
                    _ => {}
                }
                M::immortalize(&header.count);
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
            for index in 0..chunk.len() {
                // SAFETY: inside the chunk, and every slot is initialised. The object is out of its slot before it is
                // dropped, so that whoever comes to its slot again finds nothing to drop.
                unsafe {
                    let slot = chunk.cast::<Header<M>>().add(index);
                    if !matches!((*slot).object, Object::Free(_)) {
                        drop(ptr::replace(&raw mut (*slot).object, Object::Free(ptr::null_mut())));
                    }
                }
            }
        }
    }
}

impl<M: Memory> Drop for Heap<M> {
    fn drop(&mut self) {
        for chunk in self.chunks.get_mut().drain(..) {
            // SAFETY: it was a box once; nobody uses an object of a heap that is dropped.
            drop(unsafe { Box::from_raw(chunk) });
        }
    }
}

thread_local! {
    /// How deep this thread is in freeing objects.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    /// Objects that it frees when it is out again.
    static LATER: Cell<Vec<*mut ()>> = const { Cell::new(Vec::new()) };
}

/// Frees an object whose last reference is gone. Objects own others: beyond some depth they are
/// freed one after the other, lest a long chain overflow the native stack.
///
/// # Safety
/// Nobody refers to it any more, and its heap is alive.
pub(super) unsafe fn free<M: Memory>(header: *mut Header<M>) {
    // SAFETY: promised by the caller.
    if let Object::Str(text) = unsafe { &(*header).object } {
        // The commonest leaf, without moving it.
        let bytes = text.bytes();
        // SAFETY: as above; the slot is given away at the very end.
        unsafe {
            let heap = &*(*header).heap;
            heap.give(size_of::<Header<M>>() + bytes);
            if bytes > 0 {
                ptr::drop_in_place(&raw mut (*header).object);
            }
            M::give_slot(&heap.free, &heap.returned, header);
        }
        return;
    }
    // SAFETY: promised by the caller.
    if unsafe { (*header).object.is_leaf() } {
        // SAFETY: as above.
        unsafe { free_now(header) };
        return;
    }
    let depth = DEPTH.get();
    if depth >= DEEPEST_FREE {
        let mut later = LATER.take();
        later.push(header.cast());
        LATER.set(later);
        return;
    }
    DEPTH.set(depth + 1);
    // SAFETY: as above.
    unsafe { free_now(header) };
    if depth == 0 {
        while let Some(header) = pop_later() {
            // SAFETY: it was put there by this function with the same `M`: an object owns others
            // of its own kind of memory only, and the list is empty again before it returns.
            unsafe { free_now(header.cast::<Header<M>>()) };
        }
    }
    DEPTH.set(depth);
}

fn pop_later() -> Option<*mut ()> {
    let mut later = LATER.take();
    let last = later.pop();
    LATER.set(later);
    last
}

/// # Safety
/// As [`free`].
unsafe fn free_now<M: Memory>(header: *mut Header<M>) {
    // SAFETY: promised by the caller; the slot is given away at the very end.
    unsafe {
        let object = ptr::replace(&raw mut (*header).object, Object::Free(ptr::null_mut()));
        // Already emptied by `Heap::clear`.
        if matches!(object, Object::Free(_)) {
            return;
        }
        let heap = &*(*header).heap;
        heap.give(size_of::<Header<M>>() + object.extra());
        drop(object);
        M::give_slot(&heap.free, &heap.returned, header);
    }
}

/// Puts a slot into the list of those that others have freed.
///
/// # Safety
/// The slot is free.
pub(super) unsafe fn give_shared<M: Memory>(
    returned: &AtomicPtr<Header<M>>,
    header: *mut Header<M>,
) {
    let mut first = returned.load(Ordering::Relaxed);
    loop {
        // SAFETY: promised by the caller: nobody else has it yet.
        unsafe { (&raw mut (*header).object).write(Object::Free(first)) };
        match returned.compare_exchange_weak(first, header, Ordering::Release, Ordering::Relaxed) {
            Ok(_) => return,
            Err(now) => first = now,
        }
    }
}
