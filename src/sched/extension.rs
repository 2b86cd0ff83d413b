//! Text that a thread has compiled becomes a part of its interpreter, for all threads of it: each finds
//! that before it runs on.

use std::sync::atomic::Ordering;
use std::sync::{Arc, MutexGuard, PoisonError};
use std::time::Duration;

use super::lock::Lock;
use super::scheduler::{Scheduler, Threads};
use super::thread::Thread;
use crate::code::Module;
use crate::trace::State;
use crate::vm::{Breaker, Memory};

/// How often those that run are asked to make way.
const PATIENCE: Duration = Duration::from_millis(1);

impl<L: Lock> Scheduler<L> {
    /// A thread, which may use the interpreter, has compiled a text.
    pub(super) fn extend(&self, thread: &mut Thread<L>, module: &Arc<Module>) {
        // Where there is no lock, nobody else may run meanwhile.
        let alone = L::Memory::IS_SHARED.then(|| self.alone());
        let machine = thread.machine.get_mut();
        // If another thread was faster, it is compiled again, onto what that has made.
        if !thread.home.brings_up_to_date(machine) {
            match machine.extended(module) {
                Ok(extended) => {
                    thread.home.extend(&Arc::new(extended));
                    machine.go_on_with(module);
                }
                Err(error) => machine.refuse(error),
            }
        }
        if let Some(state) = alone {
            self.is_alone.store(false, Ordering::Relaxed);
            drop(state);
            self.changed.notify_all();
        }
    }

    /// A thread that is about to run does not while another one wants to be alone: it is put aside.
    pub(super) fn unless_another_is_alone(
        &self,
        mut thread: Thread<L>,
        breaker: &Breaker,
    ) -> Option<Thread<L>> {
        if !L::Memory::IS_SHARED || !self.is_alone.load(Ordering::Relaxed) {
            return Some(thread);
        }
        thread.note_place(None);
        let ident = thread.info.ident;
        thread.home.lock.give(ident, breaker, State::Waiting, &mut thread.recorder);
        self.put_behind(thread);
        None
    }

    /// Waits until no other thread runs; none begins as long as the guard is kept.
    fn alone(&self) -> MutexGuard<'_, Threads<L>> {
        let wait = |state| {
            let waited = self.changed.wait_timeout(state, PATIENCE);
            waited.unwrap_or_else(PoisonError::into_inner).0
        };
        let mut state = self.threads();
        if self.is_alone.load(Ordering::Relaxed) {
            // Another one was the first to want it.
            state.running -= 1;
            while self.is_alone.load(Ordering::Relaxed) {
                state = wait(state);
            }
            state.running += 1;
        }
        self.is_alone.store(true, Ordering::Relaxed);
        while state.running > 1 {
            self.breakers.iter().for_each(|breaker| breaker.request(Breaker::DROP_GIL));
            state = wait(state);
        }
        state
    }
}
