//! What guards the inside of an object, by memory policy.

use std::cell::{Cell, RefCell, UnsafeCell};
use std::ops::Deref;
use std::ptr;
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

use super::heap::{self, Home};

/// Something that one caller at a time uses. What is done inside must be short, must not lock
/// anything else (but see `with_others`) and must never run Python code.
pub trait Locked<T> {
    /// Guards a value.
    fn new(value: T) -> Self;

    /// Uses it.
    fn with<R>(&self, work: impl FnOnce(&mut T) -> R) -> R;

    /// The same where the work uses other things that are locked, as the step of an iterator does.
    fn with_others<R>(&self, work: impl FnOnce(&mut T) -> R) -> R {
        self.with(work)
    }

    /// Takes it apart.
    fn get_mut(&mut self) -> &mut T;
}

/// Guards what others may look at without waiting for who is inside (PEP 703, "optimistically avoiding
/// locking"). The same holds for the work as in [`Locked`].
pub trait Optimistic<T> {
    /// Guards a value.
    fn new(value: T) -> Self;

    /// Uses it.
    fn inside<R>(&self, work: impl FnOnce(Inside<'_, T>) -> R) -> R;

    /// The same where the work uses other things that are locked.
    fn inside_with_others<R>(&self, work: impl FnOnce(Inside<'_, T>) -> R) -> R {
        self.inside(work)
    }

    /// Looks at it while somebody may be inside, if that saves a lock, and what is seen can be told.
    fn glance<R>(&self, look: impl FnOnce(&T) -> Option<R>) -> Option<R>;

    /// Takes it apart.
    fn get_mut(&mut self) -> &mut T;
}

/// Who is inside of something: one at a time, through which alone it changes.
pub struct Inside<'a, T> {
    value: &'a T,
    is_open: bool,
}

impl<'a, T> Inside<'a, T> {
    /// Of something that nobody else has.
    #[inline(always)]
    pub(super) fn alone(value: &'a mut T) -> Self {
        Self { value, is_open: false }
    }

    /// May others look at it meanwhile?
    #[inline(always)]
    pub(super) fn is_open(&self) -> bool {
        self.is_open
    }
}

impl<T> Deref for Inside<'_, T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        self.value
    }
}

/// What one thread at a time has, and looks at.
pub struct Alone<T>(T);

impl<T> Optimistic<T> for Alone<T> {
    fn new(value: T) -> Self {
        Self(value)
    }

    #[inline(always)]
    fn inside<R>(&self, work: impl FnOnce(Inside<'_, T>) -> R) -> R {
        work(Inside { value: &self.0, is_open: false })
    }

    #[inline(always)]
    fn glance<R>(&self, _look: impl FnOnce(&T) -> Option<R>) -> Option<R> {
        None
    }

    fn get_mut(&mut self) -> &mut T {
        &mut self.0
    }
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
        match self.lock.try_lock() {
            Ok(guard) => guard,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            // Who has it may wait for this thread to let it into its objects.
            Err(TryLockError::WouldBlock) => step_aside(|| self.lock_now()),
        }
    }

    fn lock_now(&self) -> MutexGuard<'_, ()> {
        self.lock.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

thread_local! {
    /// The innermost of those things that this thread is inside of while it uses others.
    static HELD: Cell<*const Held<'static>> = const { Cell::new(ptr::null()) };
}

/// Something that a thread is inside of while it uses others.
struct Held<'a> {
    gate: &'a Gate,
    /// None while it is private.
    guard: RefCell<Option<MutexGuard<'a, ()>>>,
    outer: *const Held<'static>,
}

/// Does something inside of a thing that this thread may have to lock in the middle of it.
#[inline]
fn holding<'a, R>(
    gate: &'a Gate,
    guard: Option<MutexGuard<'a, ()>>,
    work: impl FnOnce() -> R,
) -> R {
    let outer = HELD.get();
    let held = Held { gate, guard: RefCell::new(guard), outer };
    HELD.set((&raw const held).cast());
    let result = work();
    HELD.set(outer);
    held.guard.into_inner().map(release);
    result
}

/// Waits for others, who may come to this thread's private objects meanwhile: those that it is inside
/// of are locked before.
#[cold]
pub(super) fn step_aside<R>(wait: impl FnOnce() -> R) -> R {
    let mut next = HELD.get();
    // SAFETY: they are on this thread's stack, each as long as it is in the chain.
    while let Some(held) = unsafe { next.as_ref() } {
        // Nobody else can have the lock of what is private.
        held.guard.borrow_mut().get_or_insert_with(|| held.gate.lock_now());
        next = held.outer;
    }
    heap::while_others_may_come(wait)
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

    #[inline]
    fn with_others<R>(&self, work: impl FnOnce(&mut T) -> R) -> R {
        let guard = (!self.gate.is_private()).then(|| self.gate.lock());
        // SAFETY: as in `with`; should others be let in meanwhile, the lock is taken before.
        holding(&self.gate, guard, || work(unsafe { &mut *self.value.get() }))
    }

    fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }
}

/// Something that one thread at a time changes, behind such a lock, and that all may look at.
pub struct Open<T> {
    gate: Gate,
    value: T,
}

impl<T> Optimistic<T> for Open<T> {
    fn new(value: T) -> Self {
        Self { gate: Gate::new(), value }
    }

    #[inline]
    fn inside<R>(&self, work: impl FnOnce(Inside<'_, T>) -> R) -> R {
        let guard = (!self.gate.is_private()).then(|| self.gate.lock());
        let result = work(Inside { value: &self.value, is_open: guard.is_some() });
        guard.map(release);
        result
    }

    #[inline]
    fn inside_with_others<R>(&self, work: impl FnOnce(Inside<'_, T>) -> R) -> R {
        let guard = (!self.gate.is_private()).then(|| self.gate.lock());
        // Should others be let in meanwhile, they look at it without asking for the lock.
        holding(&self.gate, guard, || work(Inside { value: &self.value, is_open: true }))
    }

    #[inline]
    fn glance<R>(&self, look: impl FnOnce(&T) -> Option<R>) -> Option<R> {
        if self.gate.is_private() {
            return None;
        }
        self.gate.open();
        look(&self.value)
    }

    fn get_mut(&mut self) -> &mut T {
        &mut self.value
    }
}
