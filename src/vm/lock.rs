//! What guards the inside of an object, by memory policy.

use std::cell::UnsafeCell;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::heap::Home;

/// Something that one caller at a time uses. What is done inside must be short, must not lock
/// anything else and must never run Python code.
pub trait Locked<T> {
    /// Guards a value.
    fn new(value: T) -> Self;

    /// Uses it.
    fn with<R>(&self, work: impl FnOnce(&mut T) -> R) -> R;

    /// Takes it apart.
    fn get_mut(&mut self) -> &mut T;
}

/// A guard that guards nothing: one thread at a time comes here.
pub struct Unlocked<T>(UnsafeCell<T>);

impl<T> Locked<T> for Unlocked<T> {
    fn new(value: T) -> Self {
        Self(UnsafeCell::new(value))
    }

    #[inline(always)]
    fn with<R>(&self, work: impl FnOnce(&mut T) -> R) -> R {
        // SAFETY: only one thread at a time touches a `Plain` heap, and `work` does not come here
        // again: it runs no Python code and uses nothing else that is locked.
        work(unsafe { &mut *self.0.get() })
    }

    fn get_mut(&mut self) -> &mut T {
        self.0.get_mut()
    }
}

/// CPython's per-object lock (PEP 703), which is not taken by the thread that has made the object
/// while nobody else has come to any object of that thread.
pub(super) struct Gate {
    home: Home,
    lock: Mutex<()>,
}

impl Gate {
    /// Of what this thread makes.
    #[inline(always)]
    pub(super) fn new() -> Self {
        Self { home: Home::here(), lock: Mutex::new(()) }
    }

    /// May this thread use the object without its lock?
    #[inline(always)]
    pub(super) fn is_private(&self) -> bool {
        self.home.is_private()
    }

    /// Sees to it that nobody uses the object without its lock.
    #[inline]
    pub(super) fn open(&self) {
        self.home.open();
    }

    /// Not inlined, as `release`: it is called where there are many, and costs more than a call.
    #[inline(never)]
    pub(super) fn lock(&self) -> MutexGuard<'_, ()> {
        self.home.open();
        self.lock.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Unlocks.
#[inline(never)]
pub(super) fn release(guard: MutexGuard<'_, ()>) {
    drop(guard);
}

/// Something behind such a lock.
pub struct Biased<T> {
    gate: Gate,
    value: UnsafeCell<T>,
}

// SAFETY: the lock lets one thread at a time in. Without it comes the only thread that may, see
// `Home`.
unsafe impl<T: Send> Sync for Biased<T> {}

impl<T> Locked<T> for Biased<T> {
    fn new(value: T) -> Self {
        Self { gate: Gate::new(), value: UnsafeCell::new(value) }
    }

    #[inline]
    fn with<R>(&self, work: impl FnOnce(&mut T) -> R) -> R {
        let guard = (!self.gate.is_private()).then(|| self.gate.lock());
        // SAFETY: either no other thread comes here until this one has left, or it has the lock;
        // `work` does not come here again.
        let result = work(unsafe { &mut *self.value.get() });
        guard.map(release);
        result
    }

    fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }
}
