use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::*;
use crate::trace::{Recorder, State};
use crate::vm::Breaker;

/// A thread of the model that is explored below.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Thread {
    /// Waits for the lock; remembers the switch number from when its wait began.
    Waits(u32),
    Holds,
    /// Has let go on request and waits until someone else has had the lock.
    WaitsForSwitch,
    Done,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct World {
    state: GilState,
    threads: Vec<Thread>,
    asked: Vec<bool>,
    /// Hand-offs left until the threads finish instead of going on.
    turns: u32,
}

impl World {
    fn holders(&self) -> usize {
        self.threads.iter().filter(|thread| **thread == Thread::Holds).count()
    }

    /// Every world that one step of thread `me` leads to.
    fn steps(&self, me: ThreadId) -> Vec<World> {
        let mut next = self.clone();
        match self.threads[me] {
            Thread::Waits(since) => {
                if next.state.try_take(me) {
                    next.threads[me] = Thread::Holds;
                    next.asked[me] = false;
                } else {
                    // A wait may time out at any moment.
                    if let Some(holder) = next.state.whom_to_ask(since) {
                        next.asked[holder] = true;
                    }
                    next.threads[me] = Thread::Waits(next.state.switch_number);
                }
                vec![next]
            }
            Thread::Holds => {
                let asked = std::mem::take(&mut next.asked[me]);
                next.state.release(me);
                next.threads[me] = if next.turns == 0 {
                    Thread::Done
                } else if asked {
                    Thread::WaitsForSwitch
                } else {
                    Thread::Waits(next.state.switch_number)
                };
                next.turns = next.turns.saturating_sub(1);
                vec![next]
            }
            Thread::WaitsForSwitch if self.state.has_switched_from(me) => {
                next.threads[me] = Thread::Waits(self.state.switch_number);
                vec![next]
            }
            Thread::WaitsForSwitch | Thread::Done => Vec::new(),
        }
    }
}

#[test]
fn in_every_interleaving_one_thread_holds_the_lock_and_all_finish() {
    for count in 1..=3 {
        let start = World {
            state: GilState::default(),
            threads: vec![Thread::Waits(0); count],
            asked: vec![false; count],
            turns: 6,
        };
        let (mut seen, mut open) = (HashSet::new(), vec![start]);
        let mut finished = 0;
        while let Some(world) = open.pop() {
            if !seen.insert(world.clone()) {
                continue;
            }
            assert!(world.holders() <= 1, "{world:?}");
            assert_eq!(world.holders() == 1, world.state.locked, "{world:?}");
            let next: Vec<_> = (0..count).flat_map(|me| world.steps(me)).collect();
            if world.threads.iter().all(|thread| *thread == Thread::Done) {
                finished += 1;
            } else {
                assert!(!next.is_empty(), "nobody can go on: {world:?}");
            }
            open.extend(next);
        }
        assert!(finished > 0 && seen.len() > count, "{count} threads: {} worlds", seen.len());
    }
}

#[test]
fn patience_restarts_when_the_lock_changes_hands() {
    let mut state = GilState::default();
    assert!(state.try_take(0));
    let since = state.switch_number;
    assert_eq!(state.whom_to_ask(since), Some(0));
    state.release(0);
    assert_eq!(state.whom_to_ask(since), None, "nobody holds it");
    assert!(state.try_take(1));
    assert_eq!(state.whom_to_ask(since), None, "it has changed hands meanwhile");
    assert_eq!(state.whom_to_ask(state.switch_number), Some(1));
}

#[test]
fn taking_the_lock_again_is_no_hand_off() {
    let mut state = GilState::default();
    for me in [0, 0, 1, 1, 0] {
        assert!(state.try_take(me));
        assert!(!state.try_take(me), "it is held");
        state.release(me);
    }
    assert_eq!(state.hand_offs(), 2);
}

/// Two threads that compute for as long as both need, as the machine does: check, drop, take; or offer.
fn compete(switching: Switching, time: Duration) -> (u32, [u64; 2]) {
    let breakers: Vec<Arc<Breaker>> = (0..2).map(|_| Arc::default()).collect();
    let gil = Gil::new(switching);
    let counts = [AtomicU64::new(0), AtomicU64::new(0)];
    let end = Instant::now() + time;
    std::thread::scope(|scope| {
        for me in 0..2 {
            let (gil, counts, breaker) = (&gil, &counts, &breakers[me]);
            scope.spawn(move || {
                let mut recorder = Recorder::off();
                gil.take_gil(me, breaker, &mut recorder);
                while Instant::now() < end {
                    counts[me].fetch_add(1, Ordering::Relaxed);
                    if gil.is_counted() {
                        gil.offer(me, breaker, &mut recorder);
                    } else if breaker.is_requested(Breaker::DROP_GIL) {
                        gil.drop_gil(me, breaker, State::Waiting, &mut recorder);
                        gil.take_gil(me, breaker, &mut recorder);
                    }
                }
                let is_asked = breaker.is_requested(Breaker::DROP_GIL);
                assert!(!gil.is_counted() || !is_asked, "nobody asks for it");
                gil.drop_gil(me, breaker, State::Waiting, &mut recorder);
            });
        }
    });
    (gil.hand_offs(), counts.map(AtomicU64::into_inner))
}

#[test]
fn a_shorter_interval_hands_off_more_often_and_both_threads_run() {
    let time = Duration::from_millis(400);
    let (often, counts) = compete(Switching::Asked(Duration::from_millis(2)), time);
    let (seldom, _) = compete(Switching::Asked(Duration::from_millis(40)), time);
    assert!(counts.iter().all(|count| *count > 0), "{counts:?}");
    assert!(seldom >= 2, "{seldom}");
    assert!(often > seldom, "{often} at 2 ms, {seldom} at 40 ms");
}

#[test]
fn a_lock_that_is_let_go_by_counting_mostly_stays_with_who_runs() {
    let (hand_offs, counts) = compete(Switching::Counted, Duration::from_millis(200));
    let (hand_offs, offers) = (u64::from(hand_offs), counts.iter().sum::<u64>());
    assert!(hand_offs >= 1 && hand_offs < offers / 2, "{hand_offs} of {offers}");
}
