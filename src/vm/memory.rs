//! Memory policies: how reference counts change and what guards a shared slot. A type parameter
//! of the machine, as it is a build flag of CPython (`--disable-gil`, PEP 703).

use std::sync::atomic::{AtomicIsize, AtomicU32, Ordering};

use super::globals::{PlainSlot, SharedSlot, Slot};

/// How a machine treats what it may share with others.
///
/// # Safety
/// `release` answers `true` exactly once per object, when its last reference goes, and whatever
/// the other holders did with it must have happened before.
pub unsafe trait Memory: Sized + 'static {
    /// Holds the value of a global.
    type Slot: Slot<Self>;

    /// One reference more.
    fn retain(count: &AtomicU32);

    /// One reference less; was it the last?
    fn release(count: &AtomicU32) -> bool;

    /// Adds to a sum and tells the new value.
    fn add(sum: &AtomicIsize, amount: isize) -> isize;
}

/// For one thread at a time: alone, or under a GIL. Counts are ordinary words.
#[derive(Debug)]
pub enum Plain {}

/// For threads at the same time. Counts change atomically, globals are guarded.
#[derive(Debug)]
pub enum Shared {}

// SAFETY: only one thread at a time touches the counts of a `Plain` heap (see `models::guarded`),
// and what makes it so orders their accesses.
unsafe impl Memory for Plain {
    type Slot = PlainSlot;

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

    #[inline(always)]
    fn add(sum: &AtomicIsize, amount: isize) -> isize {
        // SAFETY: as above.
        unsafe {
            let sum = sum.as_ptr();
            *sum += amount;
            *sum
        }
    }
}

// SAFETY: as `Arc` counts: the last `release` acquires what every earlier one released.
unsafe impl Memory for Shared {
    type Slot = SharedSlot;

    fn retain(count: &AtomicU32) {
        count.fetch_add(1, Ordering::Relaxed);
    }

    fn release(count: &AtomicU32) -> bool {
        count.fetch_sub(1, Ordering::AcqRel) == 1
    }

    fn add(sum: &AtomicIsize, amount: isize) -> isize {
        sum.fetch_add(amount, Ordering::Relaxed) + amount
    }
}
