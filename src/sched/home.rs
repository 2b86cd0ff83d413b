//! An interpreter of a process, with the lock and the heaps that its threads have: the main one, or
//! one that the program has made (PEP 734).

use std::sync::{Arc, Mutex, PoisonError};

use super::guarded::Guarded;
use super::lock::Lock;
use super::scheduler::OWN_HEAPS;
use crate::vm::Interpreter;

/// The number of the interpreter that a process begins with.
pub(super) const MAIN_INTERPRETER: u32 = 0;

pub(super) struct Home<L: Lock> {
    pub(super) id: u32,
    pub(super) lock: L,
    /// Touched only by who has the lock.
    pub(super) interpreter: Guarded<Arc<Interpreter<L::Memory>>>,
    /// Numbers of the heaps that no thread has for itself.
    heaps: Mutex<Vec<usize>>,
}

impl<L: Lock> Home<L> {
    pub(super) fn new(
        id: u32,
        lock: L,
        interpreter: Guarded<Arc<Interpreter<L::Memory>>>,
    ) -> Arc<Self> {
        let heaps = Mutex::new((0..OWN_HEAPS).rev().collect());
        Arc::new(Self { id, lock, interpreter, heaps })
    }

    /// A heap for a thread that begins, if there is one for it alone.
    pub(super) fn take_heap(&self) -> Option<usize> {
        self.heaps.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    /// A thread has ended that had it.
    pub(super) fn give_heap(&self, heap: usize) {
        self.heaps.lock().unwrap_or_else(PoisonError::into_inner).push(heap);
    }
}
