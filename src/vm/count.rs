//! Counts of the references to an object, by memory policy.

use std::cell::Cell;
#[cfg(not(gil_loom))]
use std::sync::atomic::{AtomicU32, Ordering};

#[cfg(gil_loom)]
use loom::sync::atomic::{AtomicU32, Ordering};

/// What came of giving a reference back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Released {
    /// There are others.
    Kept,
    /// It was the last one.
    Last,
    /// The owner of the object must merge its counts, and takes the reference over.
    Queue,
}

/// Counts the references to an object. `is_own`: is it the object's owner who asks?
pub trait Count {
    /// Of a new object: one reference, the owner's.
    fn one() -> Self;

    /// One reference more.
    fn retain(&self, is_own: bool);

    /// One reference less. It is the last one once, and whatever others did with the object has
    /// happened before.
    fn release(&self, is_own: bool) -> Released;

    /// Takes back the reference that was kept until the owner comes; was it the last? For the
    /// owner, or while there is none.
    fn merge(&self) -> bool;

    /// One reference more, unless the last one is gone. For who knows that the object is not freed
    /// before it is told.
    fn try_retain(&self, is_own: bool) -> bool;

    /// One reference more, for the owner, if there is still one of its own: then the object is
    /// alive, and stays so.
    fn try_retain_own(&self) -> bool;

    /// Is the last reference gone for good, now that it has been given back?
    fn claim(&self) -> bool;

    /// Gives an object that was claimed one reference again.
    fn revive(&self);

    /// How many there are, more or less while others count as well.
    fn get(&self) -> u32;

    /// The object lasts as long as the run from now on: its count does not change any more. While
    /// nobody else uses it.
    fn immortalize(&self);
}

/// For one thread at a time, who is the owner: an ordinary word.
pub struct PlainCount(Cell<u32>);

impl Count for PlainCount {
    #[inline(always)]
    fn one() -> Self {
        Self(Cell::new(1))
    }

    #[inline(always)]
    fn retain(&self, _is_own: bool) {
        self.0.set(self.0.get() + 1);
    }

    #[inline(always)]
    fn release(&self, _is_own: bool) -> Released {
        let count = self.0.get() - 1;
        self.0.set(count);
        if count == 0 { Released::Last } else { Released::Kept }
    }

    fn merge(&self) -> bool {
        false
    }

    fn try_retain(&self, _is_own: bool) -> bool {
        let is_there = self.0.get() > 0;
        if is_there {
            self.0.set(self.0.get() + 1);
        }
        is_there
    }

    fn try_retain_own(&self) -> bool {
        self.try_retain(true)
    }

    fn claim(&self) -> bool {
        true
    }

    fn revive(&self) {
        self.0.set(1);
    }

    fn get(&self) -> u32 {
        self.0.get()
    }

    /// What is immortal is not counted by its values.
    fn immortalize(&self) {}
}

/// For threads at the same time: one of them, the owner, counts apart from all others, without
/// atomic operations (PEP 703, "biased reference counting"; CPython: `Include/refcount.h`,
/// `Objects/object.c`). The number of references is the sum of both counts. What others count may
/// be negative: who has got a reference from the owner gives it back there.
pub struct BiasedCount {
    /// The owner's count, or a mark.
    local: AtomicU32,
    /// The count of all others, from bit 2 on, and a state.
    shared: AtomicU32,
}

/// Marks instead of a local count are at least this.
const MARK: u32 = 1 << 31;
/// The object lasts as long as the run (PEP 683): its count does not change any more.
const IMMORTAL: u32 = MARK;
/// There is one count for all, the shared one.
const MERGED: u32 = MARK | 1;

/// One reference in the shared count.
const ONE: u32 = 1 << 2;
const STATE: u32 = ONE - 1;
/// The shared count is negative, or would be: the owner is asked to merge the counts, and a
/// reference is kept until it has.
const IS_QUEUED: u32 = 1;
/// There is one count for all.
const IS_MERGED: u32 = 2;

impl Count for BiasedCount {
    #[inline(always)]
    fn one() -> Self {
        Self { local: AtomicU32::new(1), shared: AtomicU32::new(0) }
    }

    #[inline(always)]
    fn retain(&self, is_own: bool) {
        let local = load(&self.local);
        if is_own && local < MARK {
            store(&self.local, local + 1);
        } else if local != IMMORTAL {
            self.shared.fetch_add(ONE, Ordering::Relaxed);
        }
    }

    #[inline(always)]
    fn release(&self, is_own: bool) -> Released {
        let local = load(&self.local);
        if is_own && local < MARK {
            store(&self.local, local - 1);
            if local > 1 { Released::Kept } else { self.release_last_own() }
        } else if local == IMMORTAL {
            Released::Kept
        } else {
            self.release_shared()
        }
    }

    fn merge(&self) -> bool {
        let local = load(&self.local);
        if local == IMMORTAL {
            return false;
        }
        store(&self.local, MERGED);
        let own = if local < MARK { local } else { 0 };
        self.merge_into_shared(own.wrapping_sub(1))
    }

    fn try_retain(&self, is_own: bool) -> bool {
        let local = load(&self.local);
        if local == IMMORTAL {
            return true;
        }
        if is_own && local < MARK {
            return self.try_retain_own();
        }
        let mut shared = self.shared.load(Ordering::Relaxed);
        while shared != IS_MERGED {
            match self.exchange(shared, shared.wrapping_add(ONE)) {
                Ok(_) => return true,
                Err(now) => shared = now,
            }
        }
        false
    }

    #[inline(always)]
    fn try_retain_own(&self) -> bool {
        let local = load(&self.local);
        let is_alive = local.wrapping_sub(1) < MARK - 1;
        if is_alive {
            store(&self.local, local + 1);
        }
        is_alive
    }

    fn claim(&self) -> bool {
        if load(&self.local) < MARK {
            // The owner has let go of it; somebody may have got another reference since.
            store(&self.local, MERGED);
            return self.merge_into_shared(0);
        }
        self.shared.load(Ordering::Acquire) == IS_MERGED
    }

    fn revive(&self) {
        store(&self.local, MERGED);
        self.shared.store(ONE | IS_MERGED, Ordering::Release);
    }

    fn get(&self) -> u32 {
        let local = load(&self.local);
        let own = if local < MARK { local } else { 0 };
        own.saturating_add_signed(load(&self.shared).cast_signed() >> 2)
    }

    fn immortalize(&self) {
        self.local.store(IMMORTAL, Ordering::Relaxed);
    }
}

impl BiasedCount {
    /// The owner has no reference any more.
    #[inline]
    fn release_last_own(&self) -> Released {
        // Acquire: what others did with the object has happened before it is freed.
        if self.shared.load(Ordering::Acquire) == 0 {
            return Released::Last;
        }
        store(&self.local, MERGED);
        if self.merge_into_shared(0) { Released::Last } else { Released::Kept }
    }

    #[cold]
    #[inline(never)]
    fn release_shared(&self) -> Released {
        let mut shared = self.shared.load(Ordering::Relaxed);
        loop {
            let next = if shared == 0 { IS_QUEUED } else { shared.wrapping_sub(ONE) };
            match self.exchange(shared, next) {
                Ok(_) if shared == 0 => return Released::Queue,
                Ok(_) if next == IS_MERGED => return Released::Last,
                Ok(_) => return Released::Kept,
                Err(now) => shared = now,
            }
        }
    }

    /// Adds references to the shared count, which is the only one from now on; are there none?
    fn merge_into_shared(&self, references: u32) -> bool {
        let mut shared = self.shared.load(Ordering::Relaxed);
        loop {
            let sum = (shared & !STATE).wrapping_add(references.wrapping_mul(ONE));
            match self.exchange(shared, sum | IS_MERGED) {
                Ok(_) => return sum == 0,
                Err(now) => shared = now,
            }
        }
    }

    /// Release: what was done with the object happens before it is freed; acquire: it is freed after.
    fn exchange(&self, before: u32, after: u32) -> Result<u32, u32> {
        let (success, failure) = (Ordering::AcqRel, Ordering::Relaxed);
        self.shared.compare_exchange_weak(before, after, success, failure)
    }
}

/// Relaxed, at the price of a plain load.
#[inline(always)]
fn load(count: &AtomicU32) -> u32 {
    #[cfg(not(gil_loom))]
    return super::relaxed::load_u32(count);
    #[cfg(gil_loom)]
    count.load(Ordering::Relaxed)
}

/// Likewise.
#[inline(always)]
fn store(count: &AtomicU32, value: u32) {
    #[cfg(not(gil_loom))]
    super::relaxed::store_u32(count, value);
    #[cfg(gil_loom)]
    count.store(value, Ordering::Relaxed);
}

#[cfg(all(test, not(gil_loom)))]
mod tests {
    use super::*;

    #[test]
    fn the_owners_last_reference_ends_what_nobody_else_has() {
        let count = BiasedCount::one();
        count.retain(true);
        assert_eq!(count.release(true), Released::Kept);
        assert_eq!(count.release(true), Released::Last);
        assert!(!count.try_retain_own());
    }

    #[test]
    fn who_takes_a_reference_of_its_own_may_have_the_last_one() {
        let count = BiasedCount::one();
        count.retain(false);
        assert_eq!(count.release(true), Released::Kept);
        assert!(!count.try_retain_own(), "the owner counts as the others do now");
        count.retain(true);
        assert_eq!(count.release(false), Released::Kept);
        assert_eq!(count.release(true), Released::Last);
    }

    #[test]
    fn what_is_given_back_for_the_owner_waits_for_it() {
        let count = BiasedCount::one();
        count.retain(true);
        assert_eq!(count.release(false), Released::Queue);
        assert!(count.try_retain_own());
        assert_eq!(count.release(false), Released::Kept);
        assert!(!count.merge(), "one is left");
        assert_eq!(count.release(false), Released::Last);
    }

    #[test]
    fn merging_ends_what_only_the_queue_has() {
        let count = BiasedCount::one();
        assert_eq!(count.release(false), Released::Queue);
        assert!(count.merge());
    }

    #[test]
    fn what_is_immortal_is_not_counted() {
        let count = BiasedCount::one();
        assert_eq!(count.release(false), Released::Queue);
        count.immortalize();
        count.retain(true);
        assert_eq!(count.release(true), Released::Kept);
        assert_eq!(count.release(false), Released::Kept);
        assert!(!count.merge());
    }
}
