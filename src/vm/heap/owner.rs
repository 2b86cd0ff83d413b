//! The owner of a heap: the thread that allocates from it, and counts the references to its objects
//! without atomic operations. What others do to the heap meanwhile is done here.

use std::cell::Cell;
use std::marker::PhantomData;
use std::ptr;
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};

use super::home::{PRIVATE, privacy_of};
use super::others::Chained;
use super::{Header, Heap, Memory, free};
use crate::vm::breaker::Breaker;
use crate::vm::count::Count;
use crate::vm::memory::Shared;
use crate::vm::object::Object;

thread_local! {
    /// The heap that this thread is the owner of; null if there is none.
    pub(super) static OWN: Cell<*const ()> = const { Cell::new(ptr::null()) };
}

impl<M: Memory> Chained for Header<M> {
    unsafe fn chain(slot: *mut Self, next: *mut Self) {
        // SAFETY: promised by the caller; it is known to be free already.
        unsafe {
            let size = (*slot).size_of_free();
            (&raw mut (*slot).object).write(Object::Free(next, size));
        }
    }
}

impl<M: Memory> Heap<M> {
    /// Is this thread the owner?
    #[inline(always)]
    pub(in crate::vm) fn is_own(&self) -> bool {
        !M::IS_SHARED || OWN.get() == ptr::from_ref(self).cast()
    }

    /// Where this thread puts objects: on its own heap, if it is the owner of one, whichever it was
    /// asked for.
    #[inline(always)]
    pub(super) fn mine(&self) -> &Self {
        if self.is_own() {
            return self;
        }
        // SAFETY: a thread's own heap is alive while it is the owner, and of its machine's policy.
        unsafe { OWN.get().cast::<Self>().as_ref() }.unwrap_or(self)
    }

    /// Makes this thread the owner for a while, as soon as nobody else is. By the breaker others
    /// can ask it to come here again, and let them in.
    pub(in crate::vm) fn own(&self, breaker: &Arc<Breaker>) -> Owned<'_, M> {
        if self.is_own() {
            return Owned { heap: None, before: Before::now(), thread: PhantomData };
        }
        self.others.wait_to_own();
        if breaker.is_requested(Breaker::OPEN_HEAP) {
            breaker.clear(Breaker::OPEN_HEAP);
            self.let_others_in();
        }
        let asked = Some(Arc::clone(breaker));
        *self.breaker.lock().unwrap_or_else(PoisonError::into_inner) = asked;
        let before = self.begin();
        self.merge_queued();
        Owned { heap: Some(self), before, thread: PhantomData }
    }

    /// This thread has become the owner.
    fn begin(&self) -> Before {
        let before = Before::now();
        OWN.set(ptr::from_ref(self).cast());
        PRIVATE.set(privacy_of(self));
        before
    }

    /// Asks the owner to stop at its next check.
    pub(super) fn ask_to_stop(&self) {
        let breaker = self.breaker.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(breaker) = &*breaker {
            breaker.request(Breaker::OPEN_HEAP);
        }
    }

    /// Others use its objects from now on. While its owner uses none, or there is no owner.
    pub(in crate::vm) fn let_others_in(&self) {
        self.is_private.store(false, Ordering::Release);
    }

    /// The owner is to merge the counts of an object, and takes over a reference to it.
    #[cold]
    pub(in crate::vm) fn queue(&self, header: *mut Header<M>) {
        self.others.push(header);
        self.merge_unowned();
    }

    /// Merges the counts of what waits for it. For the owner.
    #[cold]
    pub(super) fn merge_queued(&self) {
        // SAFETY: a reference to the object was kept until now; heaps outlive objects.
        self.others.for_each_queued(|header| unsafe {
            if (*header).count.merge() {
                free(header);
            }
        });
    }

    /// The same, if there is no owner: then whoever comes does it.
    pub(super) fn merge_unowned(&self) {
        self.others.merge_unowned(|| {
            let before = self.begin();
            self.merge_queued();
            before.restore();
        });
    }
}

/// What a thread was the owner of before.
struct Before {
    own: *const (),
    private: *const Heap<Shared>,
}

impl Before {
    fn now() -> Self {
        Self { own: OWN.get(), private: PRIVATE.get() }
    }

    /// This thread has ceased to be the owner, which it tells others afterwards.
    fn restore(&self) {
        OWN.set(self.own);
        PRIVATE.set(self.private);
    }
}

/// Makes a thread the owner of a heap until it is dropped, which is on the same thread.
pub(in crate::vm) struct Owned<'a, M: Memory> {
    /// Unless the thread was its owner before.
    heap: Option<&'a Heap<M>>,
    before: Before,
    thread: PhantomData<*const ()>,
}

impl<M: Memory> Drop for Owned<'_, M> {
    fn drop(&mut self) {
        if let Some(heap) = self.heap {
            heap.merge_queued();
            heap.give_back();
            self.before.restore();
            heap.others.disown();
            heap.merge_unowned();
        }
    }
}
