//! What threads do to a heap that is not theirs under loom, which tries every interleaving of them:
//! `RUSTFLAGS="--cfg gil_loom" cargo test --test others_loom`.
#![cfg(gil_loom)]

use std::ptr;

use gil_playground::vm::{Chained, Others};
use loom::cell::UnsafeCell;
use loom::sync::Arc;
use loom::thread;

/// What another thread has put into a slot last; loom tells of everyone who reads it too early.
struct Slot(UnsafeCell<Content>);

#[derive(Clone, Copy)]
struct Content {
    next: *mut Slot,
    is_free: bool,
}

impl Chained for Slot {
    unsafe fn chain(slot: *mut Self, next: *mut Self) {
        // SAFETY: promised by the caller.
        unsafe { (*slot).0.with_mut(|content| *content = Content { next, is_free: true }) }
    }
}

const SLOTS: usize = 2;

/// A heap with its slots.
struct Heap {
    others: Others<Slot>,
    slots: [Slot; SLOTS],
    /// How often the counts of each have been merged: what only the owner touches.
    merged: UnsafeCell<[usize; SLOTS]>,
}

// SAFETY: loom tells of what is touched by two threads at the same time.
unsafe impl Send for Heap {}
// SAFETY: likewise.
unsafe impl Sync for Heap {}

impl Heap {
    fn new() -> Arc<Self> {
        let slot = || Slot(UnsafeCell::new(Content { next: ptr::null_mut(), is_free: false }));
        Arc::new(Self {
            others: Others::default(),
            slots: [slot(), slot()],
            merged: UnsafeCell::new([0; SLOTS]),
        })
    }

    fn slot(&self, index: usize) -> *mut Slot {
        ptr::from_ref(&self.slots[index]).cast_mut()
    }

    fn give(&self, index: usize) {
        // SAFETY: each is given by one thread.
        unsafe { self.others.give_slot(self.slot(index)) }
    }

    /// How many slots have come back; each is in use again.
    fn take(&self) -> usize {
        let mut count = 0;
        let mut next = self.others.take_returned();
        // SAFETY: they are among this heap's slots.
        while let Some(slot) = unsafe { next.as_ref() } {
            let content = slot.0.with_mut(|content| {
                // SAFETY: whoever has taken it is the only one who has it.
                unsafe { content.replace(Content { next: ptr::null_mut(), is_free: false }) }
            });
            assert!(content.is_free, "a slot is taken twice");
            next = content.next;
            count += 1;
        }
        count
    }

    fn merge_queued(&self) {
        self.others.for_each_queued(|slot| {
            let index = self.slots.iter().position(|known| ptr::eq(known, slot));
            let index = index.expect("it is one of this heap");
            // SAFETY: only the owner comes here.
            self.merged.with_mut(|merged| unsafe { (*merged)[index] += 1 });
        });
    }

    /// What who is not the owner does.
    fn queue(&self, index: usize) {
        self.others.push(self.slot(index));
        self.merge_unowned();
    }

    fn merge_unowned(&self) {
        self.others.merge_unowned(|| self.merge_queued());
    }

    /// What a machine does while it runs: it uses what is the owner's.
    fn work(&self) {
        self.merged.with_mut(|_| {});
    }
}

/// Runs other threads, told which they are, beside the owner. All that they queue is merged once in
/// the end, and there is no owner then.
fn explore(others: usize, other: fn(&Heap, usize), owner: fn(&Heap)) {
    let mut model = loom::model::Builder::new();
    if others > 1 {
        // All ways of three threads would take hours.
        model.preemption_bound = model.preemption_bound.or(Some(4));
    }
    model.check(move || {
        let heap = Heap::new();
        heap.others.wait_to_own();
        let threads: Vec<_> = (0..others)
            .map(|me| {
                let heap = Arc::clone(&heap);
                thread::spawn(move || other(&heap, me))
            })
            .collect();
        owner(&heap);
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        assert!(heap.others.try_own(), "somebody is the owner still");
        // SAFETY: nobody else is there.
        heap.merged.with(|merged| assert_eq!(unsafe { *merged }, [1; SLOTS]));
    });
}

#[test]
fn what_others_give_back_is_taken_once() {
    loom::model(|| {
        let heap = Heap::new();
        let threads: Vec<_> = (0..2)
            .map(|me| {
                let heap = Arc::clone(&heap);
                thread::spawn(move || heap.give(me))
            })
            .collect();
        let first = heap.take();
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        assert_eq!(first + heap.take(), SLOTS, "none is lost");
    });
}

#[test]
fn a_slot_can_be_given_back_and_taken_again() {
    loom::model(|| {
        let heap = Heap::new();
        let other = Arc::clone(&heap);
        let thread = thread::spawn(move || {
            other.give(0);
            other.give(1);
        });
        let mut count = heap.take();
        if count == 1 {
            // The first one, while the other thread still gives the second.
            heap.give(0);
            count = 0;
        }
        thread.join().unwrap();
        assert_eq!(count + heap.take(), SLOTS);
    });
}

#[test]
fn what_waits_is_merged_once_though_the_owner_goes() {
    let owner = |heap: &Heap| {
        heap.work();
        heap.merge_queued();
        heap.others.disown();
        heap.merge_unowned();
    };
    explore(1, |heap, _| (0..SLOTS).for_each(|index| heap.queue(index)), owner);
    explore(2, Heap::queue, owner);
}

#[test]
fn who_merges_in_the_owners_place_is_alone_on_the_heap() {
    let other = |heap: &Heap, _| (0..SLOTS).for_each(|index| heap.queue(index));
    explore(1, other, |heap| {
        // As a machine that waits for something, and goes on afterwards.
        heap.work();
        heap.others.disown();
        heap.others.wait_to_own();
        heap.work();
        heap.merge_queued();
        heap.others.disown();
        heap.merge_unowned();
    });
}
