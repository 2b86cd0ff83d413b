//! Memory policies: how reference counts change and what guards what is shared. A type parameter
//! of the machine, as it is a build flag of CPython (`--disable-gil`, PEP 703).

use std::cell::{Cell, UnsafeCell};
use std::sync::Mutex;
use std::sync::atomic::{AtomicIsize, AtomicPtr, AtomicU32, Ordering};

use super::globals::{PlainSlot, SharedSlot, Slot};
use super::heap;
use super::list::{List, PlainList, SharedList};
use super::object::{Header, Object};
use super::relaxed;

/// The count of an object that lasts as long as the run (PEP 683): threads that use it write
/// nothing.
const IMMORTALIZED: u32 = 1 << 31;

/// How a machine treats what it may share with others.
///
/// # Safety
/// `release` answers `true` exactly once per object, when its last reference goes, and whatever
/// the other holders did with it must have happened before. `Locked` lets one caller at a time in.
pub unsafe trait Memory: Sized + 'static {
    /// Holds one value: a global, a cell.
    type Slot: Slot<Self>;
    /// Holds the items of a list.
    type List: List<Self>;
    /// Guards the inside of an object: CPython's per-object lock.
    type Locked<T>: Locked<T>;

    /// One reference more.
    fn retain(count: &AtomicU32);

    /// One reference less; was it the last?
    fn release(count: &AtomicU32) -> bool;

    /// The object lasts as long as the run from now on: its count does not change any more.
    fn immortalize(count: &AtomicU32);

    /// Adds to a sum and tells the new value.
    fn add(sum: &AtomicIsize, amount: isize) -> isize;

    /// Puts a free slot into one of the lists of its heap.
    ///
    /// # Safety
    /// The slot is free, and these are the lists of its heap.
    #[expect(private_interfaces, reason = "objects stay inside the machine")]
    unsafe fn give_slot(
        own: &Cell<*mut Header<Self>>,
        returned: &AtomicPtr<Header<Self>>,
        slot: *mut Header<Self>,
    );
}

/// Something that one caller at a time uses. What is done inside must be short, must not lock
/// anything else and must never run Python code.
pub trait Locked<T> {
    /// Guards a value.
    fn new(value: T) -> Self;

    /// Uses it.
    fn with<R>(&self, work: impl FnOnce(&mut T) -> R) -> R;

    /// Takes it apart.
    fn get_mut(&mut self) -> &mut T;
}

/// For one thread at a time: alone, or under a GIL. Counts are ordinary words.
#[derive(Debug)]
pub enum Plain {}

/// For threads at the same time. Counts change atomically, objects have locks.
#[derive(Debug)]
pub enum Shared {}

/// A guard that guards nothing: one thread at a time comes here.
pub struct Unlocked<T>(UnsafeCell<T>);

impl<T> Locked<T> for Unlocked<T> {
    fn new(value: T) -> Self {
        Self(UnsafeCell::new(value))
    }

    #[inline(always)]
    fn with<R>(&self, work: impl FnOnce(&mut T) -> R) -> R {
        // SAFETY: only one thread at a time touches a `Plain` heap, and `work` does not come here
        // again: it runs no Python code and uses nothing else that is locked.
        work(unsafe { &mut *self.0.get() })
    }

    fn get_mut(&mut self) -> &mut T {
        self.0.get_mut()
    }
}

impl<T> Locked<T> for Mutex<T> {
    fn new(value: T) -> Self {
        Mutex::new(value)
    }

    fn with<R>(&self, work: impl FnOnce(&mut T) -> R) -> R {
        match self.lock() {
            Ok(mut guard) => work(&mut guard),
            Err(poisoned) => work(&mut poisoned.into_inner()),
        }
    }

    fn get_mut(&mut self) -> &mut T {
        match self.get_mut() {
            Ok(value) => value,
            Err(poisoned) => poisoned.into_inner(),
        }
    }
}

// SAFETY: only one thread at a time touches the counts of a `Plain` heap (see `models::guarded`),
// and what makes it so orders their accesses.
unsafe impl Memory for Plain {
    type Slot = PlainSlot;
    type List = PlainList;
    type Locked<T> = Unlocked<T>;

    #[inline(always)]
    fn retain(count: &AtomicU32) {
        // SAFETY: nobody else accesses it now. A plain access, since WebAssembly has no relaxed
        // atomics: each would be a full fence.
        unsafe { *count.as_ptr() += 1 }
    }

    #[inline(always)]
    fn release(count: &AtomicU32) -> bool {
        // SAFETY: as above.
        unsafe {
            let count = count.as_ptr();
            *count -= 1;
            *count == 0
        }
    }

    fn immortalize(_count: &AtomicU32) {}

    #[inline(always)]
    fn add(sum: &AtomicIsize, amount: isize) -> isize {
        // SAFETY: as above.
        unsafe {
            let sum = sum.as_ptr();
            *sum += amount;
            *sum
        }
    }

    #[expect(private_interfaces, reason = "objects stay inside the machine")]
    #[inline(always)]
    unsafe fn give_slot(
        own: &Cell<*mut Header<Self>>,
        _returned: &AtomicPtr<Header<Self>>,
        slot: *mut Header<Self>,
    ) {
        // SAFETY: the slot is free, and one thread at a time touches this heap.
        unsafe { (&raw mut (*slot).object).write(Object::Free(own.get())) };
        own.set(slot);
    }
}

// SAFETY: as `Arc` counts: the last `release` acquires what every earlier one released.
unsafe impl Memory for Shared {
    type Slot = SharedSlot;
    type List = SharedList;
    type Locked<T> = Mutex<T>;

    fn retain(count: &AtomicU32) {
        if relaxed::load_u32(count) < IMMORTALIZED {
            count.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn release(count: &AtomicU32) -> bool {
        relaxed::load_u32(count) < IMMORTALIZED && count.fetch_sub(1, Ordering::AcqRel) == 1
    }

    fn immortalize(count: &AtomicU32) {
        count.store(IMMORTALIZED, Ordering::Relaxed);
    }

    fn add(sum: &AtomicIsize, amount: isize) -> isize {
        sum.fetch_add(amount, Ordering::Relaxed) + amount
    }

    #[expect(private_interfaces, reason = "objects stay inside the machine")]
    unsafe fn give_slot(
        _own: &Cell<*mut Header<Self>>,
        returned: &AtomicPtr<Header<Self>>,
        slot: *mut Header<Self>,
    ) {
        // SAFETY: promised by the caller.
        unsafe { heap::give_shared(returned, slot) };
    }
}
