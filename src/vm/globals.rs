//! Slots for global variables, by memory policy.

use std::cell::UnsafeCell;
use std::mem::ManuallyDrop;
use std::sync::atomic::{AtomicU64, Ordering};

use super::lock::Gate;
use super::memory::{Memory, Plain, Shared};
use super::value::Value;

/// Holds the value of a global.
#[expect(private_interfaces, reason = "values stay inside the machine")]
pub trait Slot<M: Memory>: Default {
    /// A copy of the value.
    fn load(&self) -> Value<M>;

    /// A copy of a value that was stored once and for all.
    ///
    /// # Safety
    /// That store happened before this load, and there is no other one.
    unsafe fn load_stable(&self) -> Value<M>;

    /// Puts a value in place of the one that was there.
    fn store(&self, value: Value<M>);

    /// The object in it lasts as long as the run from now on.
    fn immortalize(&self);
}

/// For one thread at a time.
pub struct PlainSlot(UnsafeCell<Value<Plain>>);

impl Default for PlainSlot {
    fn default() -> Self {
        Self(UnsafeCell::new(Value::UNBOUND))
    }
}

#[expect(private_interfaces, reason = "values stay inside the machine")]
impl Slot<Plain> for PlainSlot {
    #[inline(always)]
    fn load(&self) -> Value<Plain> {
        // SAFETY: only one thread at a time touches a `Plain` interpreter, and no reference to
        // the inside of a slot outlives these two functions.
        unsafe { (*self.0.get()).clone() }
    }

    #[inline(always)]
    unsafe fn load_stable(&self) -> Value<Plain> {
        self.load()
    }

    #[inline(always)]
    fn store(&self, value: Value<Plain>) {
        // SAFETY: as above. The old value is dropped after the slot holds the new one.
        drop(unsafe { self.0.get().replace(value) });
    }

    fn immortalize(&self) {
        // SAFETY: as above.
        unsafe { (*self.0.get()).immortalize() };
    }
}

/// For threads at the same time: immediate and immortal values are read and written without a
/// lock, counted ones only under it, so that nobody frees one between its load and its `retain`;
/// and whatever is private likewise.
pub struct SharedSlot {
    gate: Gate,
    word: AtomicU64,
}

impl Default for SharedSlot {
    fn default() -> Self {
        let word = AtomicU64::new(Value::<Shared>::UNBOUND.into_word());
        Self { gate: Gate::new(), word }
    }
}

#[expect(private_interfaces, reason = "values stay inside the machine")]
impl Slot<Shared> for SharedSlot {
    #[inline(always)]
    fn load(&self) -> Value<Shared> {
        if self.gate.is_private() { self.copy() } else { self.load_open() }
    }

    #[inline(always)]
    unsafe fn load_stable(&self) -> Value<Shared> {
        // Nobody writes to it any more, as the caller promises.
        self.copy()
    }

    #[inline(never)]
    fn store(&self, value: Value<Shared>) {
        let old = if self.gate.is_private() {
            // SAFETY: nobody else comes here.
            unsafe { self.word.as_ptr().replace(value.into_word()) }
        } else {
            self.gate.open();
            let old = self.word.load(Ordering::Relaxed);
            let is_counted = Value::<Shared>::is_counted_word;
            if !is_counted(old) && !value.is_counted() {
                let (success, failure) = (Ordering::AcqRel, Ordering::Relaxed);
                if self.word.compare_exchange(old, value.word(), success, failure).is_ok() {
                    return;
                }
            }
            let _guard = self.gate.lock();
            self.word.swap(value.into_word(), Ordering::AcqRel)
        };
        // SAFETY: the slot owned this word's reference and has given it up.
        drop(unsafe { Value::<Shared>::from_owned_word(old) });
    }

    fn immortalize(&self) {
        let word = self.word.load(Ordering::Relaxed);
        self.word.store(Value::<Shared>::immortal_word(word), Ordering::Release);
    }
}

impl SharedSlot {
    /// A copy of the value, while nobody else writes to it.
    #[inline(always)]
    fn copy(&self) -> Value<Shared> {
        // SAFETY: nobody else writes, and while the slot has the value nobody frees it: the borrowed
        // one is forgotten, and only its clone leaves. A plain load: WebAssembly would have an
        // atomic one checked for bounds and alignment, at every call.
        let value = unsafe { Value::<Shared>::from_owned_word(*self.word.as_ptr()) };
        (*ManuallyDrop::new(value)).clone()
    }

    #[inline(never)]
    fn load_open(&self) -> Value<Shared> {
        self.gate.open();
        if let Some(value) = Value::try_copy(&self.word) {
            return value;
        }
        let _guard = self.gate.lock();
        let word = self.word.load(Ordering::Acquire);
        // SAFETY: as in `copy`, since the lock is held.
        let value = unsafe { Value::<Shared>::from_owned_word(word) };
        (*ManuallyDrop::new(value)).clone()
    }
}

impl Drop for SharedSlot {
    fn drop(&mut self) {
        let word = *self.word.get_mut();
        // SAFETY: the slot owned this word's reference.
        drop(unsafe { Value::<Shared>::from_owned_word(word) });
    }
}
