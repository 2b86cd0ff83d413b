//! The GIL: CPython's algorithm since 3.2, `take_gil` and `drop_gil` of `Python/ceval_gil.c`.
//!
//! CPython guards forced switching by a mutex of its own; here one mutex guards both, which changes
//! nothing that a thread can observe.

use std::sync::Arc;
use std::time::Duration;

use super::state::{GilState, ThreadId};
use super::sync::{Condvar, Mutex, MutexGuard, lock, wait, wait_for};
use crate::vm::Breaker;

/// One global interpreter lock and the breakers of its threads.
pub struct Gil {
    state: Mutex<GilState>,
    /// Signalled when the lock is free.
    free: Condvar,
    /// Signalled when the lock has a new holder.
    switched: Condvar,
    interval: Duration,
    breakers: Vec<Arc<Breaker>>,
}

impl Gil {
    /// A free lock. A waiter asks the holder to drop it after each `interval`
    /// (`sys.setswitchinterval`); `breakers` are those of the threads, by their numbers.
    pub fn new(interval: Duration, breakers: Vec<Arc<Breaker>>) -> Self {
        Self {
            state: Mutex::new(GilState::default()),
            free: Condvar::new(),
            switched: Condvar::new(),
            interval,
            breakers,
        }
    }

    /// Takes the lock; waits for it as long as it takes.
    pub fn take_gil(&self, me: ThreadId) {
        let mut state = lock(&self.state);
        while !state.try_take(me) {
            let switch_number = state.switch_number;
            let (woken, timed_out) = wait_for(&self.free, &self.state, state, self.interval);
            state = woken;
            // The waiter's patience starts anew whenever the lock changes hands.
            if timed_out && let Some(holder) = state.whom_to_ask(switch_number) {
                self.breakers[holder].request(Breaker::DROP_GIL);
            }
        }
        self.switched.notify_all();
        drop(state);
        self.breakers[me].clear(Breaker::DROP_GIL);
    }

    /// Lets the lock go. If someone asked for that, waits until another thread has taken it:
    /// otherwise the thread that runs anyway would mostly take it again at once.
    pub fn drop_gil(&self, me: ThreadId) {
        let mut state = lock(&self.state);
        state.release(me);
        self.free.notify_one();
        if self.breakers[me].is_requested(Breaker::DROP_GIL) {
            self.breakers[me].clear(Breaker::DROP_GIL);
            while !state.has_switched_from(me) {
                state = wait(&self.switched, state);
            }
        }
    }

    /// How often the lock went from one thread to another so far.
    pub fn hand_offs(&self) -> u32 {
        let state: MutexGuard<'_, GilState> = lock(&self.state);
        state.hand_offs()
    }
}
