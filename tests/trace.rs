//! What the workers of every model are seen to do.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

mod common;

use common::{ThreadHost, block_on, environment};
use gil_playground::experiment;
use gil_playground::experiment::Model;
use gil_playground::experiment::plan::{Argument, PlanRequest, SweepRequest};
use gil_playground::experiment::report::{ModelResult, Report};
use gil_playground::trace::{State, TimeUse, Trace};

fn run(request: &PlanRequest) -> Report {
    let host = ThreadHost::default();
    block_on(experiment::run(request, &environment(), &host, &mut |_| {})).expect("it runs")
}

fn program(id: &str, args: &[(&str, i64)]) -> PlanRequest {
    let args = args.iter().map(|(name, value)| ((*name).to_owned(), Argument::Int(*value)));
    PlanRequest {
        program: Some(id.to_owned()),
        args: args.collect(),
        workers: Some(vec![2.0]),
        samples: Some(3.0),
        warmups: Some(0.0),
        switch_interval_ms: Some(1.0),
        ..PlanRequest::default()
    }
}

fn traces(report: &Report) -> impl Iterator<Item = (&ModelResult, &Trace)> {
    report.results.iter().map(|result| (result, result.trace.as_ref().expect("it is traced")))
}

fn trace(report: &Report, model: Model) -> &Trace {
    let found = traces(report).find(|(result, _)| result.model == model);
    found.expect("the model was run").1
}

fn sum(mut time_use: TimeUse) -> f64 {
    let states = [State::Starting, State::CopyingIn, State::Running, State::Waiting];
    let others = [State::Sleeping, State::CopyingOut, State::Joining];
    states.into_iter().chain(others).map(|state| *time_use.of(state)).sum()
}

#[test]
fn every_lane_covers_its_run_and_its_parts_add_up_to_it() {
    let report = run(&program("countdown", &[("n", 300_000)]));
    for (result, trace) in traces(&report) {
        let lanes = if result.model == Model::Sequential { 1 } else { 2 };
        assert_eq!(trace.lanes.len(), lanes, "{:?}", result.model);
        let traced = result.samples.iter().find(|s| Some(s.order) == result.traced_sample);
        let total_ms = traced.expect("the traced sample is one of them").parts.total_ms;
        assert!((trace.duration_ms - total_ms).abs() < 1e-9);
        for lane in &trace.lanes {
            assert!((sum(lane.time_use) - trace.duration_ms).abs() < 1e-6, "{lane:?}");
            assert_eq!(lane.ends_ms.last(), Some(&trace.duration_ms));
            assert!(lane.ends_ms.is_sorted(), "{:?}", result.model);
            assert!(lane.states.contains(&State::Running), "{:?}", result.model);
        }
        assert!((sum(trace.time_use) - trace.duration_ms).abs() < 1e-6);
    }
}

#[test]
fn under_the_gil_one_thread_at_a_time_holds_the_lock_and_the_others_wait() {
    let report = run(&program("countdown", &[("n", 2_000_000)]));
    let trace = trace(&report, Model::Gil);
    let held: f64 = trace.lanes.iter().map(|lane| lane.time_use.running_ms).sum();
    // What is left is the lock on its way from one thread to the other.
    assert!(held <= trace.duration_ms, "{held} of {}", trace.duration_ms);
    assert!(held > 0.5 * trace.duration_ms, "{held} of {}", trace.duration_ms);
    assert!(trace.lanes.iter().all(|lane| lane.time_use.waiting_ms > 0.0));
    assert!(trace.hand_offs_total >= 2, "{}", trace.hand_offs_total);
    assert_eq!(trace.hand_offs.len(), trace.hand_offs_total as usize);
    for hand_off in &trace.hand_offs {
        assert_ne!(hand_off.from, hand_off.to);
        assert!(hand_off.dropped_ms <= hand_off.taken_ms, "{hand_off:?}");
        assert_eq!(hand_off.asked_ms.is_some(), hand_off.asked_by.is_some());
        if let Some(asked_ms) = hand_off.asked_ms {
            assert!(asked_ms <= hand_off.dropped_ms, "{hand_off:?}");
            assert_ne!(hand_off.asked_by, Some(hand_off.from), "nobody asks himself");
        }
    }
    for pair in trace.hand_offs.windows(2) {
        assert!(pair[0].taken_ms <= pair[1].taken_ms);
        assert_eq!(pair[0].to, pair[1].from, "who lets go is who took it last");
    }
}

#[test]
fn threads_without_a_lock_never_wait_for_one() {
    let report = run(&program("countdown", &[("n", 300_000)]));
    for model in [Model::Sequential, Model::FreeThreaded, Model::Process] {
        assert!(trace(&report, model).time_use.waiting_ms.abs() < 1e-9, "{model:?}");
        assert_eq!(trace(&report, model).hand_offs, []);
    }
}

#[test]
fn a_sleeping_worker_is_blocked_under_every_model_and_lets_the_gil_go() {
    let report = run(&program("io-wait", &[("n", 1_000_000), ("requests", 20)]));
    assert_eq!(report.mismatches, []);
    for (result, trace) in traces(&report) {
        let blocked: f64 = trace.lanes.iter().map(|lane| lane.time_use.blocked_ms).sum();
        assert!(blocked >= 20.0, "{:?}: {blocked}", result.model);
    }
    let gil = trace(&report, Model::Gil);
    let by_itself = gil.hand_offs.iter().filter(|h| h.from == 0 && h.asked_ms.is_none());
    assert!(by_itself.count() >= 5, "worker 0 lets the lock go to sleep: {:?}", gil.hand_offs);
    // On a busy machine who wakes may wait for long.
    let overlap = |report: &Report| {
        let gil = trace(report, Model::Gil);
        let running: f64 = gil.lanes.iter().map(|lane| lane.time_use.running_ms).sum();
        running + gil.lanes[0].time_use.blocked_ms > gil.duration_ms
    };
    let again = || run(&program("io-wait", &[("n", 1_000_000), ("requests", 20)]));
    let overlaps = overlap(&report) || (0..3).any(|_| overlap(&again()));
    assert!(overlaps, "sleeping overlaps with computing");
}

#[test]
fn a_sleep_longer_than_the_time_limit_is_ended() {
    let request = PlanRequest {
        source: Some("import time\ndef task(worker, workers):\n    time.sleep(60)\n".to_owned()),
        workers: Some(vec![1.0]),
        time_limit_ms: Some(100.0),
        ..PlanRequest::default()
    };
    let host = ThreadHost::default();
    let failed = block_on(experiment::run(&request, &environment(), &host, &mut |_| {}));
    let message = failed.expect_err("it takes too long").message;
    assert!(message.contains("time limit"), "{message}");
}

#[test]
fn without_a_trace_nothing_is_recorded() {
    let request = PlanRequest { trace: Some(false), ..program("countdown", &[("n", 300_000)]) };
    let report = run(&request);
    assert!(report.results.iter().all(|r| r.trace.is_none() && r.traced_sample.is_none()));
}

#[test]
fn a_sweep_shows_both_ends_of_the_trade() {
    let request = SweepRequest {
        intervals_ms: Some(vec![30.0, 1.0]),
        samples: Some(1.0),
        ..SweepRequest::default()
    };
    let mut progress = Vec::new();
    let host = ThreadHost::default();
    let sweep = block_on(experiment::sweep(&request, &environment(), &host, &mut |told| {
        progress.push((told.done, told.total, told.points.len()));
    }));
    let sweep = sweep.expect("it runs");
    assert_eq!(progress, [(1, 2, 1), (2, 2, 2)]);
    let [short, long] = &sweep.points[..] else { panic!("{:?}", sweep.points) };
    assert!(short.interval_ms < long.interval_ms);
    assert!(short.hand_offs_per_second > 3.0 * long.hand_offs_per_second, "{short:?} {long:?}");
    // Other tests run meanwhile, and may keep the computing thread from its core: then the lock is
    // free, and nobody waits. But some wait lasts a whole interval.
    assert!(short.latency_ms.low < long.latency_ms.high, "{short:?} {long:?}");
    assert!(long.latency_ms.high > 10.0, "{long:?}");
    assert!(sweep.sentence.contains("95 % interval"), "{}", sweep.sentence);
}

#[test]
fn a_sweep_of_nonsense_is_refused() {
    for intervals_ms in [vec![], vec![0.0], vec![1e9], vec![1.0; 1000], vec![f64::NAN]] {
        let request = SweepRequest { intervals_ms: Some(intervals_ms), ..SweepRequest::default() };
        let host = ThreadHost::default();
        let swept = block_on(experiment::sweep(&request, &environment(), &host, &mut |_| {}));
        // A thousand times the same interval is one interval.
        let is_one = request.intervals_ms.is_some_and(|intervals| intervals.len() == 1000);
        assert_eq!(swept.is_ok(), is_one);
    }
}
