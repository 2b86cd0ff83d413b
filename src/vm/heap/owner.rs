//! The owner of a heap: the thread that allocates from it, and counts the references to its objects
//! without atomic operations. What others do to the heap meanwhile is done here.

use std::cell::Cell;
use std::marker::PhantomData;
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicIsize, AtomicPtr, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::home::{PRIVATE, privacy_of};
use super::{Header, Heap, Memory, free};
use crate::vm::breaker::Breaker;
use crate::vm::count::Count;
use crate::vm::memory::Shared;
use crate::vm::object::Object;
use crate::vm::relaxed;

thread_local! {
    /// The heap that this thread is the owner of; null if there is none.
    pub(super) static OWN: Cell<*const ()> = const { Cell::new(ptr::null()) };
}

/// What others than the owner do to a heap.
pub(super) struct Others<M: Memory> {
    /// Has it an owner?
    is_owned: AtomicBool,
    /// By which the owner is asked to stop.
    breaker: Mutex<Option<Arc<Breaker>>>,
    /// Bytes that others have taken, less those that they have given back.
    used: AtomicIsize,
    /// Slots that others have freed.
    returned: AtomicPtr<Header<M>>,
    /// Objects whose counts the owner is to merge.
    queue: Mutex<Vec<*mut Header<M>>>,
}

impl<M: Memory> Others<M> {
    pub(super) fn new() -> Self {
        Self {
            is_owned: AtomicBool::new(false),
            breaker: Mutex::new(None),
            used: AtomicIsize::new(0),
            returned: AtomicPtr::new(ptr::null_mut()),
            queue: Mutex::new(Vec::new()),
        }
    }

    /// Adds to what others use, and tells the new sum.
    pub(super) fn add(&self, bytes: isize) -> isize {
        self.used.fetch_add(bytes, Ordering::Relaxed) + bytes
    }

    /// What others use.
    #[inline(always)]
    pub(super) fn used(&self) -> isize {
        relaxed::load_isize(&self.used)
    }

    /// The slots that others have freed, as a list.
    pub(super) fn take_returned(&self) -> *mut Header<M> {
        self.returned.swap(ptr::null_mut(), Ordering::Acquire)
    }

    /// Puts a slot into the list of those.
    ///
    /// # Safety
    /// The slot is free.
    #[cold]
    pub(super) unsafe fn give_slot(&self, slot: *mut Header<M>) {
        let mut first = self.returned.load(Ordering::Relaxed);
        loop {
            // SAFETY: promised by the caller: nobody else has it yet.
            unsafe { (&raw mut (*slot).object).write(Object::Free(first)) };
            let (success, failure) = (Ordering::Release, Ordering::Relaxed);
            match self.returned.compare_exchange_weak(first, slot, success, failure) {
                Ok(_) => return,
                Err(now) => first = now,
            }
        }
    }

    pub(super) fn try_own(&self) -> bool {
        !self.is_owned.swap(true, Ordering::SeqCst)
    }

    /// Others than a machine own a heap for a few moments only.
    pub(super) fn wait_to_own(&self) {
        while !self.try_own() {
            std::hint::spin_loop();
        }
    }

    pub(super) fn disown(&self) {
        self.is_owned.store(false, Ordering::SeqCst);
    }

    /// Asks the owner to stop at its next check.
    pub(super) fn ask_to_stop(&self) {
        let breaker = self.breaker.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(breaker) = &*breaker {
            breaker.request(Breaker::OPEN_HEAP);
        }
    }

    fn take_queue(&self) -> Vec<*mut Header<M>> {
        std::mem::take(&mut *self.queue.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn is_queue_empty(&self) -> bool {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
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
        *self.others.breaker.lock().unwrap_or_else(PoisonError::into_inner) = asked;
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

    /// And is it no more.
    fn end(&self, before: &Before) {
        OWN.set(before.own);
        PRIVATE.set(before.private);
        self.others.disown();
    }

    /// Others use its objects from now on. While its owner uses none, or there is no owner.
    pub(in crate::vm) fn let_others_in(&self) {
        self.is_private.store(false, Ordering::Release);
    }

    /// The owner is to merge the counts of an object, and takes over a reference to it.
    #[cold]
    pub(in crate::vm) fn queue(&self, header: *mut Header<M>) {
        self.others.queue.lock().unwrap_or_else(PoisonError::into_inner).push(header);
        self.merge_unowned();
    }

    /// Merges the counts of what waits for it. For the owner.
    #[cold]
    pub(super) fn merge_queued(&self) {
        loop {
            let queue = self.others.take_queue();
            if queue.is_empty() {
                return;
            }
            for header in queue {
                // SAFETY: a reference to the object was kept until now; heaps outlive objects.
                unsafe {
                    if (*header).count.merge() {
                        free(header);
                    }
                }
            }
        }
    }

    /// The same, if there is no owner: then whoever comes does it.
    pub(super) fn merge_unowned(&self) {
        // Whoever disowns the heap looks here afterwards, so that nothing is left behind.
        while !self.others.is_queue_empty() && self.others.try_own() {
            let before = self.begin();
            self.merge_queued();
            self.end(&before);
        }
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
            heap.end(&self.before);
            heap.merge_unowned();
        }
    }
}
