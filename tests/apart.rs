//! Where workers share no memory: what runs in place of threads, and how that is told.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

mod common;

use common::{ThreadHost, block_on, environment};
use gil_playground::experiment::plan::{Argument, PlanRequest, SweepRequest};
use gil_playground::experiment::report::{
    Build, Environment, Failure, FailureReason, ModelResult, Report, Substitute,
};
use gil_playground::experiment::{self, model_infos};
use gil_playground::models::Model;

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
fn every_model_is_offered_and_says_what_stands_in_for_shared_memory() {
    for info in model_infos(&apart()) {
        assert_eq!(info.available, Model::ALL.contains(&info.id), "{:?}", info.id);
        let expected = match info.id {
            Model::Gil => Some(Substitute::Messages),
            Model::FreeThreaded => Some(Substitute::Unshared),
            _ => None,
        };
        assert_eq!(info.substitute, expected, "{:?}", info.id);
    }
    assert!(model_infos(&environment()).iter().all(|info| info.substitute.is_none()));
}

#[test]
fn a_lock_passed_by_messages_lets_one_worker_run_at_a_time() {
    let report = run(&countdown(2_000_000)).expect("it runs");
    assert_eq!(report.mismatches, []);
    assert_eq!(report.plan.models, Model::ALL);
    let gil = result(&report, Model::Gil);
    assert_eq!(gil.substitute, Some(Substitute::Messages));
    let trace = gil.trace.as_ref().expect("it is traced");
    let held: f64 = trace.lanes.iter().map(|lane| lane.time_use.running_ms).sum();
    assert!(held <= trace.duration_ms, "{held} of {}", trace.duration_ms);
    assert!(trace.lanes.iter().all(|lane| lane.time_use.waiting_ms > 0.0));
    assert!(gil.hand_offs.expect("it has a lock") >= 2.0);
    assert_eq!(result(&report, Model::FreeThreaded).substitute, Some(Substitute::Unshared));
    assert_eq!(result(&report, Model::Process).substitute, None);
    let told = report.narrative.contains("threads with a GIL passed by messages");
    assert!(told, "{}", report.narrative);
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

#[test]
fn tasks_that_share_what_changes_are_not_run_apart() {
    let text = "total = 0\ndef task(worker, workers):\n    global total\n    total += 1\n";
    for (id, model) in [("gil", Model::Gil), ("free-threaded", Model::FreeThreaded)] {
        let failure = run(&source(text, id)).expect_err("it is refused");
        assert_eq!(failure.reason, FailureReason::UnavailableModel { model });
        assert!(failure.message.contains("`total`"), "{}", failure.message);
    }
    let left = run(&PlanRequest { models: None, ..source(text, "") }).expect("the others run");
    assert_eq!(left.plan.models, [Model::Sequential, Model::Process]);
    let reads = "limit = 3\ndef task(worker, workers):\n    return limit\n";
    assert!(run(&source(reads, "gil")).is_ok(), "reading is no sharing of what changes");
}

#[test]
fn tasks_that_sleep_are_not_given_a_lock_by_messages() {
    let text = "import time\ndef task(worker, workers):\n    time.sleep(0.001)\n";
    let failure = run(&source(text, "gil")).expect_err("it is refused");
    assert!(failure.message.contains("sleep"), "{}", failure.message);
    assert!(run(&source(text, "free-threaded")).is_ok());
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
