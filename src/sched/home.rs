//! An interpreter of a process, with the lock and the heaps that its threads have: the main one, or
//! one that the program has made (PEP 734).

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::guarded::Guarded;
use super::lock::Lock;
use super::scheduler::OWN_HEAPS;
use crate::code::Module;
use crate::vm::{Interpreter, Machine};

/// The number of the interpreter that a process begins with.
pub(super) const MAIN_INTERPRETER: u32 = 0;

/// An interpreter, which only who has the lock touches.
type Inside<L> = Guarded<Arc<Interpreter<<L as Lock>::Memory>>>;

pub(super) struct Home<L: Lock> {
    pub(super) id: u32,
    pub(super) lock: L,
    /// That of the program, and that of what is run there as at a prompt.
    interpreters: Mutex<Vec<Inside<L>>>,
    /// Has one of them been extended?
    is_extended: AtomicBool,
    /// What the program was compiled to.
    program: Arc<Module>,
    /// Numbers of the heaps that no thread has for itself.
    heaps: Mutex<Vec<usize>>,
}

impl<L: Lock> Home<L> {
    pub(super) fn new(id: u32, lock: L, interpreters: Vec<Inside<L>>) -> Arc<Self> {
        let program = Arc::clone(interpreters[0].get().module());
        let (interpreters, is_extended) = (Mutex::new(interpreters), AtomicBool::new(false));
        let heaps = Mutex::new((0..OWN_HEAPS).rev().collect());
        Arc::new(Self { id, lock, interpreters, is_extended, program, heaps })
    }

    fn all(&self) -> MutexGuard<'_, Vec<Inside<L>>> {
        self.interpreters.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the program was compiled to, without what it has run as text.
    pub(super) fn program(&self) -> &Arc<Module> {
        &self.program
    }

    /// The interpreter of the program.
    pub(super) fn interpreter(&self) -> Arc<Interpreter<L::Memory>> {
        Arc::clone(self.all()[0].get())
    }

    /// That of what is run as at a prompt, if it has one.
    pub(super) fn prompt(&self) -> Option<Arc<Interpreter<L::Memory>>> {
        self.all().get(1).map(|prompt| Arc::clone(prompt.get()))
    }

    /// Puts an interpreter in the place of the one that it extends.
    pub(super) fn extend(&self, extended: &Arc<Interpreter<L::Memory>>) {
        let mut all = self.all();
        if let Some(known) = all.iter_mut().find(|known| known.get().is_akin(extended)) {
            *known.get_mut() = Arc::clone(extended);
        }
        self.is_extended.store(true, Ordering::Relaxed);
    }

    /// Lets a machine, whose thread has the lock, go on with what its interpreter was extended to. Was it?
    pub(super) fn brings_up_to_date(&self, machine: &mut Machine<L::Memory>) -> bool {
        if !self.is_extended.load(Ordering::Relaxed) {
            return false;
        }
        let all = self.all();
        let newest = all.iter().find(|known| known.get().is_akin(machine.interpreter()));
        let newest = newest.filter(|it| !Arc::ptr_eq(it.get(), machine.interpreter()));
        newest.map(|newest| machine.adopt(newest.get())).is_some()
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
