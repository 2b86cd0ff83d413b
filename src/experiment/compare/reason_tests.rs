use super::super::testing::{awaited, ran, traced};
use super::reason;
use crate::experiment::report::{ExecutionProcess, RuntimeName};
use crate::trace::{Awaited, HandOff, Record, State};

/// Lanes that do these things until these times.
fn record(pieces: &[(State, f64)]) -> Record {
    let mut record = Record::new(1);
    let mut start = 0.0;
    for (state, end) in pieces {
        record.enter(*state, start);
        start = *end;
    }
    record.enter(State::Joining, start);
    record
}

/// Two threads that hold the lock for 5 ms in turn, and the main thread, which waits for them.
#[test]
fn threads_that_compute_take_turns_with_the_gil() {
    let turn = |first: bool| {
        let mut pieces = vec![(State::Starting, 1.0)];
        for turn in 0..20 {
            let state = if (turn % 2 == 0) == first { State::Running } else { State::Waiting };
            pieces.push((state, 1.0 + 5.0 * f64::from(turn + 1)));
        }
        record(&pieces)
    };
    // It waits a turn before it starts the second one.
    let pieces = [(State::Running, 1.0), (State::Waiting, 8.0), (State::Sleeping, 101.0)];
    let main = awaited(&pieces, Awaited::Thread, 9);
    let mut execution = traced(RuntimeName::Gil, vec![main, turn(true), turn(false)], 101.0);
    let trace = execution.trace.as_mut().expect("it is traced");
    trace.hand_offs = (0..20)
        .map(|turn| {
            let at = 1.0 + 5.0 * f64::from(turn);
            let (from, to) = (1 + turn % 2, 2 - turn % 2);
            HandOff {
                from,
                to,
                asked_ms: Some(at),
                asked_by: Some(to),
                dropped_ms: at,
                taken_ms: at,
            }
        })
        .collect();
    let expected =
        "two threads took turns with the GIL, 5 ms each: on average 1.0 of 2 cores was busy";
    assert_eq!(reason(&execution).as_deref(), Some(expected));
}

#[test]
fn threads_that_run_at_the_same_time_keep_more_cores_busy() {
    let main = awaited(&[(State::Running, 2.0), (State::Sleeping, 100.0)], Awaited::Thread, 9);
    let two = || record(&[(State::Starting, 2.0), (State::Running, 97.0)]);
    let execution = traced(RuntimeName::FreeThreaded, vec![main, two(), two()], 100.0);
    let expected = "two threads ran at the same time: on average 1.9 of 2 cores were busy";
    assert_eq!(reason(&execution).as_deref(), Some(expected));
}

#[test]
fn no_more_cores_are_busy_than_there_are() {
    let one = || record(&[(State::Running, 100.0)]);
    let execution = traced(RuntimeName::FreeThreaded, vec![one(), one(), one(), one()], 100.0);
    let expected = "four threads ran at the same time: on average 2.0 of 2 cores were busy";
    assert_eq!(reason(&execution).as_deref(), Some(expected));
}

#[test]
fn what_runs_without_the_lock_counts_as_running() {
    let hashing = || record(&[(State::Running, 10.0), (State::Unlocked, 100.0)]);
    let execution = traced(RuntimeName::Gil, vec![hashing(), hashing()], 100.0);
    let expected = "two threads ran at the same time, much of it without the GIL: \
                    on average 2.0 of 2 cores were busy";
    assert_eq!(reason(&execution).as_deref(), Some(expected));
}

#[test]
fn who_sleeps_holds_no_lock() {
    let main = awaited(&[(State::Running, 1.0), (State::Sleeping, 100.0)], Awaited::Thread, 9);
    let sleeper = || awaited(&[(State::Running, 2.0), (State::Sleeping, 99.0)], Awaited::Time, 3);
    let execution = traced(RuntimeName::Gil, vec![main, sleeper(), sleeper()], 100.0);
    let expected = "nearly all the time all were asleep, where no GIL is held";
    assert_eq!(reason(&execution).as_deref(), Some(expected));
}

#[test]
fn waiting_for_a_lock_whose_holder_sleeps_is_told_as_that() {
    let sleeper = awaited(&[(State::Running, 1.0), (State::Sleeping, 50.0)], Awaited::Time, 3);
    let waiter = || awaited(&[(State::Running, 1.0), (State::Sleeping, 99.0)], Awaited::Lock, 2);
    let execution = traced(RuntimeName::Gil, vec![sleeper, waiter(), waiter()], 100.0);
    let found = reason(&execution).expect("there is a reason");
    assert!(found.contains("waited for a lock whose holder slept"), "{found}");
}

#[test]
fn waiting_for_a_lock_whose_holder_computes_names_its_line() {
    let holder = record(&[(State::Running, 100.0)]);
    let waiter = awaited(&[(State::Running, 20.0), (State::Sleeping, 100.0)], Awaited::Lock, 14);
    let execution = traced(RuntimeName::FreeThreaded, vec![holder, waiter], 100.0);
    let expected = "one thread waited for a lock at line 14 for 80 % of its time: \
                    on average 1.2 of 2 cores were busy";
    assert_eq!(reason(&execution).as_deref(), Some(expected));
}

#[test]
fn processes_that_start_take_their_time() {
    let main = awaited(&[(State::Running, 5.0), (State::Sleeping, 100.0)], Awaited::Process, 9);
    let child = || record(&[(State::Starting, 67.0), (State::Running, 95.0)]);
    let mut execution = traced(RuntimeName::Gil, vec![main, child(), child()], 100.0);
    for (lane, pid) in execution.lanes.iter_mut().skip(1).zip(1001..) {
        lane.process = pid;
        let (name, parent, status) = (format!("Process-{pid}"), 1000, 0);
        execution.processes.push(ExecutionProcess {
            pid,
            name,
            parent,
            start_ms: 5.0,
            end_ms: 95.0,
            status,
        });
    }
    let expected = "starting two processes took 62 % of the time";
    assert_eq!(reason(&execution).as_deref(), Some(expected));
    for process in &mut execution.processes {
        process.start_ms = 60.0;
    }
    let found = reason(&execution).expect("there is a reason");
    assert!(!found.contains("starting"), "{found}");
}

#[test]
fn one_that_computes_alone_is_told_as_that() {
    let main = record(&[(State::Running, 100.0)]);
    let execution = traced(RuntimeName::Gil, vec![main], 100.0);
    let expected = "one thread did nearly all the work: on average 1.0 of 2 cores was busy";
    assert_eq!(reason(&execution).as_deref(), Some(expected));
}

#[test]
fn one_after_another_is_no_turn_taking() {
    let first = record(&[(State::Running, 50.0)]);
    let second = awaited(&[(State::Sleeping, 50.0), (State::Running, 100.0)], Awaited::Thread, 9);
    let execution = traced(RuntimeName::FreeThreaded, vec![first, second], 100.0);
    let found = reason(&execution).expect("there is a reason");
    assert!(found.starts_with("the threads mostly ran one after another"), "{found}");
}

#[test]
fn without_a_trace_there_is_no_reason() {
    assert_eq!(reason(&ran(RuntimeName::Gil, 100.0, "")), None);
}

#[test]
fn a_task_that_is_ready_waits_for_the_one_that_keeps_the_loop() {
    let main = awaited(&[(State::Running, 5.0), (State::Sleeping, 100.0)], Awaited::Time, 16);
    let clock = record(&[(State::Sleeping, 20.0), (State::Waiting, 90.0), (State::Running, 100.0)]);
    let mut execution = traced(RuntimeName::Gil, vec![main, clock], 100.0);
    execution.lanes[1].task = true;
    let expected = "a task that could go on waited 70 % of the time for its event loop, which another \
        one kept: on average 0.1 of 2 cores was busy";
    assert_eq!(reason(&execution).as_deref(), Some(expected));
}

#[test]
fn who_waits_for_the_gil_behind_one_that_computes_is_in_a_convoy() {
    let mut pieces = Vec::new();
    for turn in 0..10 {
        let start = 10.0 * f64::from(turn);
        pieces.extend([(State::Sleeping, start + 2.0), (State::Waiting, start + 10.0)]);
    }
    let answers = awaited(&pieces, Awaited::Time, 9);
    let computes = record(&[(State::Running, 100.0)]);
    let execution = traced(RuntimeName::Gil, vec![answers, computes], 100.0);
    let expected = "a thread that hardly computed waited 80 % of the time for the GIL, behind one \
        that did (a convoy): on average 1.0 of 2 cores was busy";
    assert_eq!(reason(&execution).as_deref(), Some(expected));
}
