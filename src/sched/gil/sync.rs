//! The primitives under the GIL: the standard ones, or loom's where it is model-checked.

use std::time::Duration;

#[cfg(gil_loom)]
pub(super) use loom::sync::{Condvar, Mutex, MutexGuard};
#[cfg(not(gil_loom))]
pub(super) use std::sync::{Condvar, Mutex, MutexGuard};

/// Locks. A poisoned mutex is taken as it is: the state has no invariant that a panic could break.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    match mutex.lock() {
        Ok(guard) => guard,
        Err(poisoned) => poisoned.into_inner(),
    }
}

/// Waits to be notified.
pub(super) fn wait<'a, T>(condvar: &Condvar, guard: MutexGuard<'a, T>) -> MutexGuard<'a, T> {
    match condvar.wait(guard) {
        Ok(guard) => guard,
        Err(poisoned) => poisoned.into_inner(),
    }
}

/// Waits to be notified, at most so long; was it too long?
#[cfg(not(gil_loom))]
pub(super) fn wait_for<'a, T>(
    condvar: &Condvar,
    _: &'a Mutex<T>,
    guard: MutexGuard<'a, T>,
    time: Duration,
) -> (MutexGuard<'a, T>, bool) {
    let (guard, result) = match condvar.wait_timeout(guard, time) {
        Ok(woken) => woken,
        Err(poisoned) => poisoned.into_inner(),
    };
    (guard, result.timed_out())
}

/// Loom has no time. A zero interval stands for a time-out that may come at any moment, every
/// other one for a time-out that never comes.
#[cfg(gil_loom)]
pub(super) fn wait_for<'a, T>(
    condvar: &Condvar,
    mutex: &'a Mutex<T>,
    guard: MutexGuard<'a, T>,
    time: Duration,
) -> (MutexGuard<'a, T>, bool) {
    if time.is_zero() {
        drop(guard);
        loom::thread::yield_now();
        (lock(mutex), true)
    } else {
        (wait(condvar, guard), false)
    }
}
