//! The global allocator of the WebAssembly builds: free lists of each thread in front of the
//! standard library's allocator, which has one lock for all threads and searches under it.
//!
//! Blocks come in sizes from 16 bytes to [`LARGEST`]; each thread takes them from and gives them to
//! lists of its own. What one thread frees and another needs goes by way of [`CENTRAL`], a batch at
//! a time, so that a thread that only frees keeps little (as tcmalloc does). Blocks never go back to
//! the standard allocator: a run's memory is used again by the next run.

#![expect(clippy::cast_ptr_alignment, reason = "blocks are aligned to `STEP`")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::UnsafeCell;
use std::ptr;
use std::sync::atomic::{AtomicBool, Ordering};

/// Sizes are multiples of it, and every block is aligned to it.
const STEP: usize = 16;
/// Bytes up to which there is a class for each step; from there on there are four for each doubling.
const FINE: usize = 1024;
const FINE_CLASSES: usize = FINE / STEP;
/// Bytes of the largest block; what is larger is the standard allocator's.
const LARGEST: usize = 32 * 1024;
const CLASSES: usize = FINE_CLASSES + 4 * (LARGEST / FINE).ilog2() as usize;
/// Bytes that one batch is about.
const BATCH: usize = 16 * 1024;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: Allocator = Allocator;

/// See the module.
pub(crate) struct Allocator;

/// What a free block holds.
struct Free {
    next: *mut Free,
    /// Of the first block of a batch: the next batch in [`CENTRAL`].
    next_batch: *mut Free,
}

const _: () = assert!(size_of::<Free>() <= STEP);

/// The free blocks of one size that a thread has.
#[derive(Clone, Copy)]
struct List {
    first: *mut Free,
    count: usize,
}

thread_local! {
    static LISTS: UnsafeCell<[List; CLASSES]> =
        const { UnsafeCell::new([List { first: ptr::null_mut(), count: 0 }; CLASSES]) };
}

/// Batches of each size that no thread has.
struct Central {
    is_locked: AtomicBool,
    batches: UnsafeCell<[*mut Free; CLASSES]>,
}

static CENTRAL: Central = Central {
    is_locked: AtomicBool::new(false),
    batches: UnsafeCell::new([ptr::null_mut(); CLASSES]),
};

// SAFETY: the batches are used while the lock is held only.
unsafe impl Sync for Central {}

impl Central {
    /// Uses the batches of a class. What is done takes a few instructions, so that others spin: a
    /// browser's main thread may not wait.
    fn with<R>(&self, class: usize, work: impl FnOnce(&mut *mut Free) -> R) -> R {
        while self.is_locked.swap(true, Ordering::Acquire) {
            std::hint::spin_loop();
        }
        // SAFETY: the lock is held, and `work` does not come here again.
        let result = work(unsafe { &mut (*self.batches.get())[class] });
        self.is_locked.store(false, Ordering::Release);
        result
    }
}

/// The class of blocks that a layout gets, if they are large enough and aligned.
#[inline]
fn class_of(layout: Layout) -> Option<usize> {
    let class = layout.size().wrapping_sub(1) / STEP;
    if layout.align() > STEP || class >= LARGEST / STEP {
        return None;
    }
    Some(if class < FINE_CLASSES { class } else { coarse_class_of(layout.size()) })
}

/// Of what is larger than [`FINE`], and no larger than [`LARGEST`].
fn coarse_class_of(size: usize) -> usize {
    let doublings = (size - 1).ilog2();
    let quarter = ((size - 1) >> (doublings - 2)) % 4;
    FINE_CLASSES + 4 * (doublings - FINE.ilog2()) as usize + quarter
}

/// Bytes of the blocks of a class.
fn size_of_class(class: usize) -> usize {
    match class.checked_sub(FINE_CLASSES) {
        None => (class + 1) * STEP,
        Some(coarse) => ((coarse % 4 + 5) * (FINE / 4)) << (coarse / 4),
    }
}

/// How many blocks a batch has.
fn batch_of(class: usize) -> usize {
    (BATCH / size_of_class(class)).max(if class < FINE_CLASSES { 16 } else { 1 })
}

/// Uses this thread's list of a class.
///
/// A thread of WebAssembly allocates its stack before it has thread-locals: where the first of them is
/// this one, its address is null then, and there is no list.
#[inline]
fn with_list<R>(class: usize, work: impl FnOnce(&mut List) -> R) -> Option<R> {
    // SAFETY: only this thread has it, and `work` does not come here again.
    LISTS.try_with(|lists| work(unsafe { &mut (*lists.get())[class] })).ok()
}

/// A block for who has no lists yet.
#[cold]
#[inline(never)]
fn early(class: usize) -> *mut u8 {
    match Layout::from_size_align(size_of_class(class), STEP) {
        // SAFETY: no class is of no bytes.
        Ok(layout) => unsafe { System.alloc(layout) },
        Err(_) => ptr::null_mut(),
    }
}

/// Another batch for an empty list; null if there is no memory.
#[cold]
#[inline(never)]
fn refill(class: usize) -> *mut Free {
    let batch = CENTRAL.with(class, |first| {
        let batch = *first;
        if !batch.is_null() {
            // SAFETY: it is the first block of a batch.
            *first = unsafe { (*batch).next_batch };
        }
        batch
    });
    if batch.is_null() { carve(class) } else { batch }
}

/// A batch of blocks that nobody has used before.
fn carve(class: usize) -> *mut Free {
    let (size, count) = (size_of_class(class), batch_of(class));
    let Ok(layout) = Layout::from_size_align(size * count, STEP) else { return ptr::null_mut() };
    // SAFETY: the layout has a size.
    let memory = unsafe { System.alloc(layout) };
    #[cfg(all(test, miri))]
    tests::keep(memory);
    let mut next = ptr::null_mut();
    if !memory.is_null() {
        for index in (0..count).rev() {
            // SAFETY: inside the memory, aligned, and nobody else's.
            next = unsafe {
                let block = memory.add(index * size).cast::<Free>();
                block.write(Free { next, next_batch: ptr::null_mut() });
                block
            };
        }
    }
    next
}

/// Gives a batch of a list that has two away.
#[cold]
#[inline(never)]
fn give_away(class: usize, list: &mut List) {
    let first = list.first;
    let mut last = first;
    for _ in 1..batch_of(class) {
        // SAFETY: the list has more blocks than a batch.
        last = unsafe { (*last).next };
    }
    // SAFETY: as above; the blocks up to the last one are taken out of the list.
    unsafe {
        list.first = (*last).next;
        (*last).next = ptr::null_mut();
    }
    list.count -= batch_of(class);
    CENTRAL.with(class, |batches| {
        // SAFETY: the block is free.
        unsafe { (*first).next_batch = *batches };
        *batches = first;
    });
}

// SAFETY: a block is in one list, or in use; it is as large as its class says and aligned to `STEP`,
// which a class's layouts need at most. Everything else is the standard allocator's.
unsafe impl GlobalAlloc for Allocator {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let Some(class) = class_of(layout) else {
            // SAFETY: promised by the caller.
            return unsafe { System.alloc(layout) };
        };
        with_list(class, |list| {
            if list.first.is_null() {
                list.first = refill(class);
                if list.first.is_null() {
                    return ptr::null_mut();
                }
                list.count = batch_of(class);
            }
            let block = list.first;
            // SAFETY: it is free, and this thread's.
            list.first = unsafe { (*block).next };
            list.count -= 1;
            block.cast()
        })
        .unwrap_or_else(|| early(class))
    }

    #[inline]
    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        let Some(class) = class_of(layout) else {
            // SAFETY: promised by the caller.
            unsafe { System.dealloc(pointer, layout) };
            return;
        };
        with_list(class, |list| {
            let block = pointer.cast::<Free>();
            // SAFETY: the caller gives the block up, which is large enough and aligned.
            unsafe { block.write(Free { next: list.first, next_batch: ptr::null_mut() }) };
            list.first = block;
            list.count += 1;
            if list.count > 2 * batch_of(class) {
                give_away(class, list);
            }
        });
    }

    #[inline]
    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller promises that the new layout is one.
        let new = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        match (class_of(layout), class_of(new)) {
            // SAFETY: promised by the caller.
            (None, None) => unsafe { System.realloc(pointer, layout, size) },
            (old, new) if old == new => pointer,
            // SAFETY: both blocks have the bytes that are copied.
            _ => unsafe {
                let moved = self.alloc(new);
                if !moved.is_null() {
                    ptr::copy_nonoverlapping(pointer, moved, size.min(layout.size()));
                    self.dealloc(pointer, layout);
                }
                moved
            },
        }
    }
}

#[cfg(all(test, not(gil_loom)))]
mod tests {
    use super::*;

    /// Miri takes for lost what only the lists of threads that have ended lead to.
    #[cfg(miri)]
    pub(super) fn keep(memory: *mut u8) {
        use std::sync::Mutex;

        struct Kept(#[expect(dead_code, reason = "it only has to be there")] *mut u8);
        // SAFETY: nobody uses it.
        unsafe impl Send for Kept {}
        static ALL: Mutex<Vec<Kept>> = Mutex::new(Vec::new());
        ALL.lock().unwrap().push(Kept(memory));
    }

    fn layout(size: usize) -> Layout {
        Layout::from_size_align(size, 8).expect("a layout")
    }

    /// A block, filled with a byte that tells it from others.
    fn block(size: usize, fill: u8) -> (usize, usize, u8) {
        // SAFETY: the layout has a size, and the block as many bytes.
        let pointer = unsafe { Allocator.alloc(layout(size)) };
        assert!(!pointer.is_null() && pointer.addr().is_multiple_of(8));
        // SAFETY: as above.
        unsafe { pointer.write_bytes(fill, size) };
        (pointer.expose_provenance(), size, fill)
    }

    fn free((address, size, fill): (usize, usize, u8)) {
        let pointer = ptr::with_exposed_provenance_mut::<u8>(address);
        // SAFETY: `block` made it, and nobody freed it.
        unsafe {
            assert!((0..size).all(|at| *pointer.add(at) == fill));
            Allocator.dealloc(pointer, layout(size));
        }
    }

    #[test]
    fn each_size_has_the_smallest_class_that_holds_it() {
        for size in (1..=LARGEST).step_by(if cfg!(miri) { 97 } else { 1 }) {
            let class = class_of(layout(size)).unwrap();
            assert!(size_of_class(class) >= size, "{size}");
            assert!(class == 0 || size_of_class(class - 1) < size, "{size}");
        }
        assert_eq!(size_of_class(CLASSES - 1), LARGEST);
        assert_eq!(class_of(layout(LARGEST + 1)), None);
    }

    #[test]
    fn blocks_in_use_never_overlap() {
        let sizes = [1, 16, 17, 100, 5000, LARGEST, LARGEST + 1];
        let count = if cfg!(miri) { 21 } else { 700_u16 };
        let blocks: Vec<_> =
            (0..count).map(|at| block(sizes[usize::from(at) % 7], at.to_le_bytes()[0])).collect();
        let (some, others): (Vec<_>, Vec<_>) =
            blocks.into_iter().enumerate().partition(|(at, _)| at % 3 == 0);
        for (_, block) in some {
            free(block);
        }
        let again: Vec<_> = (0..count).map(|at| block(sizes[usize::from(at) % 7], 7)).collect();
        for (_, block) in others.into_iter().chain(again.into_iter().enumerate()) {
            free(block);
        }
    }

    #[test]
    fn a_block_that_grows_and_shrinks_keeps_its_content() {
        let mut now = block(10, 3);
        for size in [16, 20, LARGEST, LARGEST * 2, LARGEST * 3, 50, 5] {
            let pointer = ptr::with_exposed_provenance_mut::<u8>(now.0);
            // SAFETY: it is in use, with this layout.
            let moved = unsafe { Allocator.realloc(pointer, layout(now.1), size) };
            let kept = now.1.min(size);
            // SAFETY: the block has as many bytes.
            unsafe {
                assert!((0..kept).all(|at| *moved.add(at) == 3), "{size}");
                moved.write_bytes(3, size);
            }
            now = (moved.expose_provenance(), size, 3);
        }
        free(now);
    }

    #[test]
    fn what_one_thread_frees_another_gets() {
        const SIZE: usize = 496;
        let class = class_of(layout(SIZE)).unwrap();
        let count = if cfg!(miri) { 200 } else { 20_000 };
        let blocks: Vec<_> = (0..count).map(|_| block(SIZE, 9)).collect();
        let freed = std::thread::spawn(move || {
            blocks.into_iter().for_each(free);
            with_list(class, |list| list.count).expect("the thread has lists")
        });
        assert!(freed.join().unwrap() <= 2 * batch_of(class), "it keeps two batches at most");
        let waiting = CENTRAL.with(class, |first| !first.is_null());
        assert!(waiting);
        let again: Vec<_> = (0..count).map(|_| block(SIZE, 8)).collect();
        let left = CENTRAL.with(class, |first| !first.is_null());
        assert!(!left, "they were used before new ones were made");
        again.into_iter().for_each(free);
    }
}
