//! What other threads than its owner do to a heap: they give slots back, ask for counts to be merged,
//! and do that themselves while there is no owner. `tests/others_loom.rs` tries it in every order.

use std::ptr;
use std::sync::PoisonError;

#[cfg(not(gil_loom))]
use std::{
    hint::spin_loop,
    sync::{
        Mutex, MutexGuard,
        atomic::{AtomicBool, AtomicPtr, Ordering},
    },
};

#[cfg(gil_loom)]
use loom::{
    hint::spin_loop,
    sync::{
        Mutex, MutexGuard,
        atomic::{AtomicBool, AtomicPtr, Ordering},
    },
};

/// A slot that can be in a list of free ones.
pub trait Chained {
    /// Makes it a free one, with this one behind it.
    ///
    /// # Safety
    /// The slot is there and free, and nobody else has it.
    unsafe fn chain(slot: *mut Self, next: *mut Self);
}

/// See the module. `S` is a slot.
pub struct Others<S> {
    /// Has the heap an owner?
    is_owned: AtomicBool,
    /// Slots that others have freed.
    returned: AtomicPtr<S>,
    /// Objects whose counts the owner is to merge.
    queue: Mutex<Vec<*mut S>>,
}

impl<S> Default for Others<S> {
    fn default() -> Self {
        Self {
            is_owned: AtomicBool::new(false),
            returned: AtomicPtr::new(ptr::null_mut()),
            queue: Mutex::new(Vec::new()),
        }
    }
}

impl<S: Chained> Others<S> {
    /// The slots that others have freed, as a list.
    pub fn take_returned(&self) -> *mut S {
        self.returned.swap(ptr::null_mut(), Ordering::Acquire)
    }

    /// Puts a slot into the list of those.
    ///
    /// # Safety
    /// The slot is free, and nobody else has it.
    #[cold]
    pub unsafe fn give_slot(&self, slot: *mut S) {
        let mut first = self.returned.load(Ordering::Relaxed);
        loop {
            // SAFETY: promised by the caller: nobody else has it yet.
            unsafe { S::chain(slot, first) };
            let (success, failure) = (Ordering::Release, Ordering::Relaxed);
            match self.returned.compare_exchange_weak(first, slot, success, failure) {
                Ok(_) => return,
                Err(now) => first = now,
            }
        }
    }

    /// Makes this thread the owner, if there is none.
    pub fn try_own(&self) -> bool {
        // Who is refused writes nothing: loom could not tell that from taking the owner's place.
        let (success, failure) = (Ordering::SeqCst, Ordering::Relaxed);
        self.is_owned.compare_exchange(false, true, success, failure).is_ok()
    }

    /// Others than a machine own a heap for a few moments only.
    pub fn wait_to_own(&self) {
        while !self.try_own() {
            spin_loop();
        }
    }

    /// This thread is the owner no more.
    pub fn disown(&self) {
        self.is_owned.store(false, Ordering::SeqCst);
    }

    /// The owner is to merge the counts of this one; `merge_unowned` has to follow.
    pub fn push(&self, slot: *mut S) {
        self.lock_queue().push(slot);
    }

    /// Does something with each that waits, and with what comes to wait meanwhile. For the owner.
    pub fn for_each_queued(&self, mut work: impl FnMut(*mut S)) {
        loop {
            let queue = std::mem::take(&mut *self.lock_queue());
            if queue.is_empty() {
                return;
            }
            queue.into_iter().for_each(&mut work);
        }
    }

    /// Does the owner's work in its place as long as there is no owner and something waits.
    pub fn merge_unowned(&self, merge: impl Fn()) {
        // Whoever disowns the heap looks here afterwards, so that nothing is left behind.
        while !self.lock_queue().is_empty() && self.try_own() {
            merge();
            self.disown();
        }
    }

    fn lock_queue(&self) -> MutexGuard<'_, Vec<*mut S>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
