//! Whose objects are whose: an object that only its own thread has come to needs no lock. Locks cost
//! two atomic operations each time, more than most of what is done under them.
//!
//! All objects of a heap are *private* until another thread comes to the first of them. That thread
//! asks the owner to stop at its next check, where it is inside no object, and to open the heap: from
//! then on everybody takes the locks, the owner too.

use std::cell::Cell;
use std::ptr;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::Heap;
use super::owner::OWN;
use crate::vm::lock::step_aside;
use crate::vm::memory::Shared;

/// Between two looks whether the owner of a heap has stopped.
const LOOK: Duration = Duration::from_micros(20);

/// No heap: the address of none.
const NOBODY: *const Heap<Shared> = ptr::dangling();

thread_local! {
    /// The heap that this thread is the owner of, if it is private.
    pub(super) static PRIVATE: Cell<*const Heap<Shared>> = const { Cell::new(NOBODY) };
}

/// The heap of the thread that has made an object; null if it was made by none.
#[derive(Clone, Copy)]
pub(in crate::vm) struct Home(*const Heap<Shared>);

impl Home {
    /// Of what this thread makes.
    #[inline(always)]
    pub(in crate::vm) fn here() -> Self {
        Self(OWN.get().cast())
    }

    /// May this thread use the object without its lock?
    #[inline(always)]
    pub(in crate::vm) fn is_private(self) -> bool {
        self.0 == PRIVATE.get()
    }

    /// Sees to it that nobody uses the object without its lock. While the thread is inside no
    /// object.
    #[inline]
    pub(in crate::vm) fn open(self) {
        // SAFETY: heaps outlive the objects of an interpreter, whoever has made them.
        if let Some(heap) = unsafe { self.0.as_ref() }
            && heap.is_private.load(Ordering::Acquire)
        {
            heap.open();
        }
    }
}

/// Which heap is private to this thread, once it is the owner of one.
pub(super) fn privacy_of<M: crate::vm::Memory>(heap: &Heap<M>) -> *const Heap<Shared> {
    let is_private = M::IS_SHARED && heap.is_private.load(Ordering::Relaxed);
    if is_private { ptr::from_ref(heap).cast() } else { NOBODY }
}

impl Heap<Shared> {
    /// Waits until its owner has let others in; if there is none, it is let in here.
    #[cold]
    #[inline(never)]
    fn open(&self) {
        step_aside(|| {
            while self.is_private.load(Ordering::Acquire) {
                if self.others.try_own() {
                    self.let_others_in();
                    self.others.disown();
                    self.merge_unowned();
                } else {
                    self.ask_to_stop();
                    std::thread::sleep(LOOK);
                }
            }
        });
    }
}

/// Waits for something; others may come to this thread's objects meanwhile. While the thread is
/// inside of none that is private.
pub(in crate::vm) fn while_others_may_come<R>(wait: impl FnOnce() -> R) -> R {
    // SAFETY: a thread's own heap is alive while it is the owner.
    let Some(heap) = (unsafe { OWN.get().cast::<Heap<Shared>>().as_ref() }) else { return wait() };
    heap.others.disown();
    let result = wait();
    heap.others.wait_to_own();
    PRIVATE.set(privacy_of(heap));
    result
}
