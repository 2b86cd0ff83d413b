//! Where workers share no memory: threads with a GIL run on one of them in turns, and why others
//! cannot is told.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

mod common;

use common::{ThreadHost, block_on, environment};
use gil_playground::experiment::Model;
use gil_playground::experiment::plan::{Argument, PlanRequest, SweepRequest, Work};
use gil_playground::experiment::report::{
    Build, Environment, Failure, FailureReason, ModelResult, Report,
};
use gil_playground::experiment::{self, model_infos};
use gil_playground::trace::{Lane, State, TimeUse, Trace};

fn apart() -> Environment {
    Environment { build: Build::Single, isolated: false, ..environment() }
}

fn run(request: &PlanRequest) -> Result<Report, Failure> {
    block_on(experiment::run(request, &apart(), &ThreadHost::default(), &mut |_| {}))
}

fn countdown(n: i64) -> PlanRequest {
    PlanRequest {
        program: Some("countdown".to_owned()),
        args: [("n".to_owned(), Argument::Int(n))].into(),
        workers: Some(vec![2.0]),
        samples: Some(2.0),
        warmups: Some(0.0),
        switch_interval_ms: Some(1.0),
        ..PlanRequest::default()
    }
}

fn source(text: &str, model: &str) -> PlanRequest {
    PlanRequest {
        source: Some(text.to_owned()),
        models: Some(vec![model.to_owned()]),
        workers: Some(vec![3.0]),
        samples: Some(1.0),
        warmups: Some(0.0),
        ..PlanRequest::default()
    }
}

fn result(report: &Report, model: Model) -> &ModelResult {
    report.results.iter().find(|result| result.model == model).expect("the model was run")
}

#[test]
fn every_model_is_offered_but_threads_that_run_at_the_same_time() {
    for info in model_infos(&apart()) {
        let is_offered = [Model::Sequential, Model::Gil, Model::Process].contains(&info.id);
        assert_eq!(info.available, is_offered, "{:?}", info.id);
    }
    let infos = model_infos(&environment());
    assert!(infos.iter().all(|info| info.available == Model::ALL.contains(&info.id)));
    let request = PlanRequest { models: Some(vec!["free-threaded".to_owned()]), ..countdown(1) };
    let failure = run(&request).expect_err("it is refused");
    assert_eq!(failure.reason, FailureReason::UnavailableModel { model: Model::FreeThreaded });
    assert!(failure.message.contains("share memory only"), "{}", failure.message);
}

#[test]
fn threads_with_a_gil_take_turns() {
    let report = run(&countdown(2_000_000)).expect("it runs");
    assert_eq!(report.mismatches, []);
    assert_eq!(report.plan.models, [Model::Sequential, Model::Gil, Model::Process]);
    let gil = result(&report, Model::Gil);
    let trace = gil.trace.as_ref().expect("it is traced");
    let held = all(trace, |time_use| time_use.running_ms);
    assert!(held <= trace.duration_ms, "{held} of {}", trace.duration_ms);
    assert!(trace.lanes.iter().all(|lane| lane.time_use.waiting_ms > 0.0));
    assert!(gil.hand_offs.expect("it has a lock") >= 2.0);
    assert_eq!(trace.hand_offs.len(), trace.hand_offs_total as usize);
    assert!(trace.hand_offs.iter().all(|hand_off| hand_off.from + hand_off.to == 1));
}

#[test]
fn a_shorter_interval_passes_the_lock_more_often() {
    let passed = |interval_ms: f64| {
        let request = PlanRequest { switch_interval_ms: Some(interval_ms), ..countdown(2_000_000) };
        let report = run(&request).expect("it runs");
        result(&report, Model::Gil).hand_offs.expect("it has a lock")
    };
    let (often, seldom) = (passed(0.5), passed(20.0));
    assert!(often > 3.0 * seldom, "{often} against {seldom}");
}

/// What the tasks of this program return with three threads.
fn results(text: &str) -> Vec<String> {
    let request = PlanRequest { work: Some(Work::Split), ..source(text, "gil") };
    let report = run(&request).expect("it runs");
    result(&report, Model::Gil).tasks.iter().map(|task| task.result.clone()).collect()
}

#[test]
fn tasks_share_what_changes() {
    let counted = "\
total = 0
done = 0
def task(worker, workers):
    global total, done
    for _ in range(100000):
        total += 1
    done += 1
    return total if done == workers else 0
";
    assert!(results(counted).contains(&"300000".to_owned()));
    let queued = "\
import queue
import sys
sys.setswitchinterval(0.0001)
q = queue.Queue()
def task(worker, workers):
    if worker == 2:
        return sum(q.get() for _ in range(2000))
    for _ in range(1000):
        q.put(1)
";
    assert_eq!(results(queued)[2], "2000");
    let lost = "\
import sys
sys.setswitchinterval(0.00001)
total = 0
def one():
    return 1
def task(worker, workers):
    global total
    for _ in range(100000):
        total = total + one()
def summary(results):
    return total
";
    let report = run(&source(lost, "gil")).expect("it runs");
    let total = result(&report, Model::Gil).summary.as_deref().expect("it sums up");
    assert!(total.parse::<u32>().expect("a number") < 300_000, "{total}");
}

/// The sum over the workers.
fn all(trace: &Trace, part: impl Fn(&TimeUse) -> f64) -> f64 {
    trace.lanes.iter().map(|lane| part(&lane.time_use)).sum()
}

/// From when until when a worker did this.
fn stretches(lane: &Lane, state: State) -> impl Iterator<Item = (f64, f64)> {
    let begins = std::iter::once(0.0).chain(lane.ends_ms.iter().copied());
    let stretches = begins.zip(lane.ends_ms.iter().copied()).zip(&lane.states);
    stretches.filter(move |(_, found)| **found == state).map(|(stretch, _)| stretch)
}

#[test]
fn who_sleeps_gives_the_lock_away() {
    let text = "import time\ndef task(worker, workers):\n    for _ in range(5):\n        \
        time.sleep(0.06)\n";
    let report = run(&source(text, "gil")).expect("it runs");
    let gil = result(&report, Model::Gil);
    let trace = gil.trace.as_ref().expect("it is traced");
    for lane in &trace.lanes {
        assert!(lane.time_use.blocked_ms > 200.0, "{:?}", lane.time_use);
    }
    let compute_ms = gil.samples[0].parts.compute_ms;
    assert!(compute_ms < 600.0, "three sleeps of 300 ms in turn would take 900: {compute_ms}");
    let held_ms = all(trace, |time_use| time_use.running_ms);
    assert!(held_ms < 0.5 * compute_ms, "nobody has the lock while all sleep: {held_ms}");
}

#[test]
fn others_compute_while_one_sleeps() {
    let request = PlanRequest {
        program: Some("io-wait".to_owned()),
        args: [("n", 4_000_000), ("requests", 20)]
            .map(|(name, value)| (name.to_owned(), Argument::Int(value)))
            .into(),
        ..countdown(0)
    };
    let report = run(&request).expect("it runs");
    assert_eq!(report.mismatches, []);
    let trace = result(&report, Model::Gil).trace.as_ref().expect("it is traced");
    let [waits, computes] = &trace.lanes[..] else { panic!("two workers have two lanes") };
    assert!(waits.time_use.blocked_ms > 10.0, "{:?}", waits.time_use);
    assert!(waits.time_use.waiting_ms > 0.0, "{:?}", waits.time_use);
    assert!(computes.time_use.blocked_ms < 1e-9, "{:?}", computes.time_use);
    // Once nobody computes any more, the other one sleeps alone.
    let end_ms = stretches(computes, State::Running).map(|(_, end)| end).fold(0.0, f64::max);
    let asleep: Vec<_> = stretches(waits, State::Sleeping)
        .map(|(begin, end)| (begin, end.min(end_ms)))
        .filter(|(begin, end)| begin < end)
        .collect();
    let asleep_ms: f64 = asleep.iter().map(|(begin, end)| end - begin).sum();
    let both_ms: f64 = asleep
        .into_iter()
        .flat_map(|(begin, end)| {
            stretches(computes, State::Running)
                .map(move |(from, to)| (end.min(to) - begin.max(from)).max(0.0))
        })
        .sum();
    assert!(asleep_ms > 0.0, "one sleeps before the other has ended: {trace:?}");
    assert!(both_ms > 0.5 * asleep_ms, "sleeping overlaps with computing: {trace:?}");
}

#[test]
fn what_needs_no_interpreter_is_done_without_the_lock() {
    let text = "import hashlib\ndef task(worker, workers):\n    for _ in range(20):\n        \
        digest = hashlib.sha256(bytes(1_000_000)).digest()\n    return digest.hex()\n";
    let report = run(&source(text, "gil")).expect("it runs");
    assert_eq!(report.mismatches, []);
    let trace = result(&report, Model::Gil).trace.as_ref().expect("it is traced");
    assert!(trace.lanes.iter().all(|lane| lane.time_use.unlocked_ms > 0.0), "{trace:?}");
}

#[test]
fn a_sleep_longer_than_the_time_limit_is_ended() {
    let text = "import time\ndef task(worker, workers):\n    time.sleep(60 * worker)\n";
    let request =
        PlanRequest { time_limit_ms: Some(200.0), work: Some(Work::Split), ..source(text, "gil") };
    let message = run(&request).expect_err("it takes too long").message;
    assert!(message.contains("time limit"), "{message}");
}

#[test]
fn a_task_that_waits_for_itself_is_a_deadlock() {
    let twice = "import threading\ndef task(worker, workers):\n    lock = threading.Lock()\n    \
        lock.acquire()\n    if worker == 1:\n        lock.acquire()\n";
    let request = PlanRequest { work: Some(Work::Split), ..source(twice, "gil") };
    let failure = run(&request).expect_err("it waits for itself");
    assert!(failure.message.contains("deadlock"), "{failure:?}");
    let FailureReason::Stopped { worker, traceback, .. } = failure.reason else {
        panic!("{failure:?}")
    };
    assert_eq!(worker, Some(1));
    assert!(traceback.contains("line 6"), "{traceback}");
}

#[test]
fn a_task_that_fails_is_told_with_its_worker() {
    let text = "def task(worker, workers):\n    return 1 // (worker - 1)\n";
    let failure = run(&source(text, "gil")).expect_err("it fails");
    let FailureReason::Raised { worker, exception, .. } = failure.reason else {
        panic!("{failure:?}")
    };
    assert_eq!((worker, exception.as_str()), (Some(1), "ZeroDivisionError"));
}

#[test]
fn a_task_that_never_ends_meets_the_time_limit() {
    let text = "def task(worker, workers):\n    while worker == 2:\n        pass\n";
    let request = PlanRequest { time_limit_ms: Some(200.0), ..source(text, "gil") };
    let message = run(&request).expect_err("it takes too long").message;
    assert!(message.contains("time limit"), "{message}");
}

#[test]
fn a_sweep_needs_threads() {
    let host = ThreadHost::default();
    let request = SweepRequest::default();
    let swept = block_on(experiment::sweep(&request, &apart(), &host, &mut |_| {}));
    let reason = swept.expect_err("it is refused").reason;
    assert_eq!(reason, FailureReason::UnavailableModel { model: Model::Gil });
}
