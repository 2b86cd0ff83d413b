//! The GIL: CPython's algorithm since 3.2, `take_gil` and `drop_gil` of `Python/ceval_gil.c`, and that of
//! before (`_Py_CheckInterval` in `Python/ceval.c`).
//!
//! CPython guards forced switching by a mutex of its own; here one mutex guards both, which changes
//! nothing that a thread can observe.

use std::sync::Arc;
use std::time::Duration;

use super::state::{GilState, ThreadId};
use super::switching::Switching;
use super::sync::{Condvar, Mutex, lock, wait, wait_for};
use crate::trace::{HandOff, Recorder, State};
use crate::vm::Breaker;

/// The state, and what is told of it in the trace.
struct Told {
    gil: GilState,
    /// How long a waiter waits before it asks: `sys.setswitchinterval`.
    interval: Duration,
    /// Who first asked the holder to let go, and when.
    asked: Option<(ThreadId, f64)>,
    /// When it was let go.
    dropped_ms: f64,
    /// By which the holder is asked to let go.
    breaker: Arc<Breaker>,
}

/// One global interpreter lock.
pub struct Gil {
    /// Is it let go by counting?
    is_counted: bool,
    state: Mutex<Told>,
    /// Signalled when the lock is free.
    free: Condvar,
    /// Signalled when the lock has a new holder.
    switched: Condvar,
}

impl Gil {
    /// A free lock.
    pub fn new(switching: Switching) -> Self {
        let (is_counted, interval) = match switching {
            Switching::Asked(interval) => (false, interval),
            Switching::Counted => (true, Duration::ZERO),
        };
        let told = Told {
            gil: GilState::default(),
            interval,
            asked: None,
            dropped_ms: 0.0,
            breaker: Arc::default(),
        };
        let (state, free, switched) = (Mutex::new(told), Condvar::new(), Condvar::new());
        Self { is_counted, state, free, switched }
    }

    /// Does it go from one thread to another by counting?
    pub fn is_counted(&self) -> bool {
        self.is_counted
    }

    /// `sys.setswitchinterval`, for waits that begin from now on.
    pub fn set_interval(&self, interval: Duration) {
        lock(&self.state).interval = interval;
    }

    /// Takes the lock; waits for it as long as it takes. By its breaker the thread is asked to let
    /// it go again.
    pub fn take_gil(&self, me: ThreadId, breaker: &Arc<Breaker>, recorder: &mut Recorder) {
        let mut state = lock(&self.state);
        let mut from = state.gil.last_holder;
        while !state.gil.try_take(me) {
            recorder.enter(State::Waiting);
            let switch_number = state.gil.switch_number;
            let interval = state.interval;
            let timed_out;
            (state, timed_out) = if self.is_counted {
                (wait(&self.free, state), false)
            } else {
                wait_for(&self.free, &self.state, state, interval)
            };
            // The waiter's patience starts anew whenever the lock changes hands.
            if timed_out && state.gil.whom_to_ask(switch_number).is_some() {
                state.asked.get_or_insert_with(|| (me, recorder.now_ms()));
                state.breaker.request(Breaker::DROP_GIL);
            }
            from = state.gil.last_holder;
        }
        let (asked, dropped_ms) = (state.asked.take(), state.dropped_ms);
        // Nobody asks it before it can be asked by this breaker.
        breaker.clear(Breaker::DROP_GIL);
        if !Arc::ptr_eq(&state.breaker, breaker) {
            state.breaker = Arc::clone(breaker);
        }
        self.switched.notify_all();
        drop(state);
        let taken_ms = recorder.enter(State::Running);
        if let Some(from) = from.filter(|from| *from != me) {
            recorder.took(hand_off(from, me, asked, dropped_ms, taken_ms));
        }
    }

    /// Lets the lock go. If someone asked for that, waits until another thread has taken it:
    /// otherwise the thread that runs anyway would mostly take it again at once. From then on the
    /// worker does `next`.
    pub fn drop_gil(&self, me: ThreadId, breaker: &Breaker, next: State, recorder: &mut Recorder) {
        let dropped_ms = recorder.enter(next);
        let mut state = lock(&self.state);
        state.gil.release(me);
        state.dropped_ms = dropped_ms;
        self.free.notify_one();
        if breaker.is_requested(Breaker::DROP_GIL) {
            breaker.clear(Breaker::DROP_GIL);
            while !state.gil.has_switched_from(me) {
                state = wait(&self.switched, state);
            }
        }
    }

    /// Lets the lock go, and takes it again as soon as it can be had: mostly at once, as who is woken
    /// by that comes later. Has somebody else had it meanwhile?
    pub fn offer(&self, me: ThreadId, breaker: &Arc<Breaker>, recorder: &mut Recorder) -> bool {
        let mut state = lock(&self.state);
        state.gil.release(me);
        state.dropped_ms = recorder.now_ms();
        drop(state);
        self.free.notify_one();
        let is_mine = lock(&self.state).gil.try_take(me);
        if !is_mine {
            self.take_gil(me, breaker, recorder);
        }
        !is_mine
    }

    /// How often the lock went from one thread to another so far.
    pub fn hand_offs(&self) -> u32 {
        lock(&self.state).gil.hand_offs()
    }
}

#[expect(clippy::cast_possible_truncation, reason = "there are fewer threads than that")]
fn hand_off(
    from: ThreadId,
    to: ThreadId,
    asked: Option<(ThreadId, f64)>,
    dropped_ms: f64,
    taken_ms: f64,
) -> HandOff {
    HandOff {
        from: from as u32,
        to: to as u32,
        // The holder may have been about to let it go anyway when it was asked.
        asked_ms: asked.map(|(_, ms)| ms.min(dropped_ms)),
        asked_by: asked.map(|(thread, _)| thread as u32),
        dropped_ms,
        // The clocks of two workers may disagree by a step.
        taken_ms: taken_ms.max(dropped_ms),
    }
}
