//! The GIL under loom, which tries every interleaving of its threads:
//! `RUSTFLAGS="--cfg gil_loom" cargo test --test gil_loom`.
#![cfg(gil_loom)]

use std::sync::Arc;
use std::time::Duration;

use gil_playground::sched::{Gil, Switching};
use gil_playground::trace::{Recorder, State};
use gil_playground::vm::Breaker;
use loom::sync::atomic::{AtomicUsize, Ordering};

/// Threads that hold the lock `turns` times each, and let it go in between: if they are asked to, or always
/// where that goes by counting.
/// A zero interval means that waits may time out at any moment (see `sched/gil/sync.rs`).
fn explore(switching: Switching, threads: usize, turns: usize) {
    let model = loom::model::Builder::new();
    model.check(move || {
        let breakers: Vec<Arc<Breaker>> = (0..threads).map(|_| Arc::default()).collect();
        let gil = Arc::new(Gil::new(switching));
        let inside = Arc::new(AtomicUsize::new(0));
        let run = move |me: usize, gil: &Gil, inside: &AtomicUsize, breaker: &Arc<Breaker>| {
            let mut recorder = Recorder::off();
            gil.take_gil(me, breaker, &mut recorder);
            for _ in 0..turns {
                assert_eq!(inside.fetch_add(1, Ordering::Relaxed), 0, "two threads hold the lock");
                inside.fetch_sub(1, Ordering::Relaxed);
                if gil.is_counted() {
                    gil.offer(me, breaker, &mut recorder);
                } else if breaker.is_requested(Breaker::DROP_GIL) {
                    gil.drop_gil(me, breaker, State::Waiting, &mut recorder);
                    gil.take_gil(me, breaker, &mut recorder);
                }
            }
            gil.drop_gil(me, breaker, State::Waiting, &mut recorder);
        };
        let others: Vec<_> = (1..threads)
            .map(|me| {
                let (gil, inside) = (Arc::clone(&gil), Arc::clone(&inside));
                let breaker = Arc::clone(&breakers[me]);
                loom::thread::spawn(move || run(me, &gil, &inside, &breaker))
            })
            .collect();
        run(0, &gil, &inside, &breakers[0]);
        for other in others {
            other.join().expect("the thread ends");
        }
    });
}

#[test]
fn two_threads_whose_waits_time_out_at_any_moment_exclude_each_other_and_end() {
    explore(Switching::Asked(Duration::ZERO), 2, 2);
}

#[test]
fn two_threads_that_wait_to_be_woken_miss_no_wake_up() {
    explore(Switching::Asked(Duration::from_secs(1)), 2, 2);
}

#[test]
fn three_threads_that_wait_to_be_woken_miss_no_wake_up() {
    explore(Switching::Asked(Duration::from_secs(1)), 3, 1);
}

#[test]
fn two_threads_that_let_it_go_by_counting_exclude_each_other_and_end() {
    explore(Switching::Counted, 2, 1);
}
