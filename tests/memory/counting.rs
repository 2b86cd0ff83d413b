//! An allocator that counts what all threads take, by the sizes of blocks of the engine's own
//! allocator in the browser: what is less than a block is lost with it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicIsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// As in `src/allocator.rs`, of small blocks; what the coarser classes of large ones lose is little.
const STEP: usize = 16;

static NOW: AtomicIsize = AtomicIsize::new(0);
static PEAK: AtomicIsize = AtomicIsize::new(0);

struct Counting;

#[global_allocator]
static COUNTING: Counting = Counting;

fn block(size: usize) -> isize {
    isize::try_from(size.next_multiple_of(STEP)).unwrap_or(isize::MAX)
}

fn count(bytes: isize) {
    let now = NOW.fetch_add(bytes, Ordering::Relaxed) + bytes;
    PEAK.fetch_max(now, Ordering::Relaxed);
}

// SAFETY: everything is passed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(block(layout.size()));
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(-block(layout.size()));
        // SAFETY: the caller keeps the contract of `dealloc`, and it came from `System`.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(block(layout.size()));
        // SAFETY: the caller keeps the contract of `alloc_zeroed`.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        // Both may be there for a moment, while the one is copied to the other.
        count(block(new_size));
        count(-block(layout.size()));
        // SAFETY: the caller keeps the contract of `realloc`, and it came from `System`.
        unsafe { System.realloc(pointer, layout, new_size) }
    }
}

/// Waits for the other tests: while one has this, no other one counts.
pub(crate) fn alone() -> MutexGuard<'static, ()> {
    static TESTS: Mutex<()> = Mutex::new(());
    TESTS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Bytes in use.
pub(crate) fn now() -> isize {
    NOW.load(Ordering::Relaxed)
}

/// What something answers, and the bytes that were in use at most meanwhile, beyond those that were
/// before.
pub(crate) fn peak<T>(run: impl FnOnce() -> T) -> (T, isize) {
    let before = now();
    PEAK.store(before, Ordering::Relaxed);
    let result = run();
    (result, PEAK.load(Ordering::Relaxed) - before)
}
