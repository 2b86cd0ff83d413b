//! Freeing objects: without recursion where they own each other in long chains.

use std::cell::Cell;
use std::ptr;

use super::block::size_for;
use super::{Header, Memory, Object};

/// How deep objects that own each other are freed by recursion; CPython's trashcan has the like.
const DEEPEST_FREE: u32 = 64;

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
pub(in crate::vm) unsafe fn free<M: Memory>(header: *mut Header<M>) {
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
            heap.give_slot(header, 0);
        }
        return;
    }
    // SAFETY: promised by the caller.
    if unsafe { (*header).object.is_leaf() } {
        // SAFETY: as above.
        unsafe { free_now(header) };
        return;
    }
    // SAFETY: as above.
    if unsafe { is_kept(header) } {
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

/// Is the object still to be told of, or has somebody got it again?
///
/// # Safety
/// As [`free`].
unsafe fn is_kept<M: Memory>(header: *mut Header<M>) -> bool {
    // SAFETY: promised by the caller.
    unsafe { (*(*header).heap).watch.as_ref().is_some_and(|watch| !watch.lets_go(header)) }
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
        let mut object = ptr::replace(&raw mut (*header).object, Object::Free(ptr::null_mut(), 0));
        // Already emptied by `Heap::clear`.
        if matches!(object, Object::Free(..)) {
            return;
        }
        let heap = &*(*header).heap;
        heap.give(size_of::<Header<M>>() + object.extra());
        let size = size_for(object.behind());
        drop(object);
        heap.give_slot(header, size);
    }
}
