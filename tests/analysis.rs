//! What a report says of its samples. The samples are made up; everything else follows from them.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

mod common;

use common::{ThreadHost, block_on, environment};
use gil_playground::experiment::Model;
use gil_playground::experiment::plan::PlanRequest;
use gil_playground::experiment::report::{
    FailureReason, ModelResult, Report, Sample, Scaling, SignKind,
};
use gil_playground::experiment::{self, add, analyze};
use gil_playground::sched::tasks::{Parts, TaskTime};
use gil_playground::trace::{Lane, TimeUse, Trace};

const SAMPLES: u32 = 7;

/// A report of a device with eight cores on which model `m` with `k` workers takes `time(m, k)`
/// milliseconds, with 1 % of noise that is the same each time.
fn report(workers: &[u32], time: impl Fn(Model, u32) -> f64) -> Report {
    let request = PlanRequest {
        source: Some("def task(worker, workers):\n    return 1\n".to_owned()),
        workers: Some(workers.iter().copied().map(f64::from).collect()),
        samples: Some(1.0),
        warmups: Some(0.0),
        ..PlanRequest::default()
    };
    let mut environment = environment();
    environment.timer_step_us = 0.0;
    let host = ThreadHost::default();
    let mut report = block_on(experiment::run(&request, &environment, &host, &mut |_| {}))
        .expect("an empty task runs");
    report.environment.cores = 8;
    for result in &mut report.results {
        let ms = time(result.model, result.workers);
        result.samples = (0..SAMPLES).map(|order| sample(order, ms, result)).collect();
        result.trace = None;
        result.traced_sample = None;
    }
    report.drift.end_ms = time(Model::Sequential, workers[0]);
    report
}

fn sample(order: u32, ms: f64, result: &ModelResult) -> Sample {
    let ms = ms * (1.0 + 0.01 * f64::from(order % 3));
    let in_turn = result.model == Model::Sequential;
    let tasks = (0..result.workers).map(|worker| {
        let share = ms / f64::from(result.workers);
        let start_ms = if in_turn { f64::from(worker) * share } else { 0.0 };
        let end_ms = if in_turn { start_ms + share } else { ms };
        TaskTime { worker, start_ms, end_ms }
    });
    let parts = Parts { compute_ms: ms, total_ms: ms, ..Parts::default() };
    Sample { order, parts, hand_offs: None, tasks: tasks.collect(), outlier: false }
}

fn analyzed(report: Report) -> Report {
    analyze(report).expect("it is a report")
}

#[test]
fn what_is_measured_later_is_added_to_what_was_measured_before() {
    let before = report(&[1, 4], ideal);
    let mut after = before.clone();
    after.plan.samples = 7;
    after.plan.warmups = Some(1);
    let both = add(before.clone(), after.clone()).expect("they are of one plan");
    assert_eq!(both.plan.samples, before.plan.samples + 7);
    for result in &both.results {
        let orders: Vec<_> = result.samples.iter().map(|sample| sample.order).collect();
        assert_eq!(orders, (0..14).collect::<Vec<_>>());
    }
    assert!(!both.disturbed && !both.clear, "the GIL's 1x never is clear");
    for result in &mut after.results {
        let slower = |sample: &mut Sample| sample.parts.compute_ms *= 1.5;
        result.samples.iter_mut().for_each(slower);
        result.samples.iter_mut().for_each(|sample| sample.parts.total_ms *= 1.5);
    }
    assert!(add(both.clone(), after.clone()).expect("they are of one plan").disturbed);
    after.plan.switch_interval_ms = 1.0;
    assert!(add(both, after).is_err());
}

fn signs(report: Report) -> Vec<SignKind> {
    analyzed(report).signs.iter().map(|sign| sign.kind).collect()
}

/// Full speedup without a lock, none with one.
fn ideal(model: Model, workers: u32) -> f64 {
    match model {
        Model::Sequential | Model::Gil => 100.0,
        _ => 100.0 / f64::from(workers),
    }
}

fn scaling(report: &Report, model: Model) -> &Scaling {
    report.scaling.iter().find(|scaling| scaling.model == model).expect("the model was run")
}

#[test]
fn a_model_that_is_too_short_to_compare_is_named_and_the_others_are_compared() {
    let mut short = report(&[1, 4], |model, workers| match model {
        Model::Process => 0.0,
        _ => ideal(model, workers),
    });
    short.environment.timer_step_us = 100.0;
    let analyzed = analyzed(short);
    let speedup = |model: Model| {
        let found = analyzed.results.iter().find(|r| r.model == model && r.workers == 4);
        found.expect("it was run").speedup.map(|speedup| speedup.value.round())
    };
    assert_eq!(speedup(Model::FreeThreaded), Some(4.0));
    assert_eq!(speedup(Model::Process), None);
    let scaling = analyzed.scaling.iter().map(|scaling| scaling.model);
    assert_eq!(scaling.collect::<Vec<_>>(), [Model::Gil, Model::FreeThreaded]);
    assert_eq!(analyzed.signs.iter().map(|s| s.kind).collect::<Vec<_>>(), [SignKind::TooShort]);
    assert!(analyzed.narrative.contains("Too short to compare: Processes;"), "{analyzed:?}");
    assert!(analyzed.narrative.starts_with("With 4 workers, free-threaded"), "{analyzed:?}");
}

#[test]
fn nothing_is_said_of_the_cores_where_the_baseline_is_too_short() {
    let mut short = report(&[2], |model, _| if model == Model::Sequential { 1.0 } else { 100.0 });
    short.environment.timer_step_us = 100.0;
    assert_eq!(signs(short), [SignKind::TooShort]);
}

#[test]
fn results_of_format_2_that_are_none_of_their_model_are_left_out() {
    let mut old = report(&[1, 2], ideal);
    old.format = 2;
    for result in &mut old.results {
        if result.model == Model::FreeThreaded {
            result.without_shared_memory = Some("unshared".to_owned());
        }
    }
    let new = analyzed(old);
    assert_eq!(new.format, 3);
    assert_eq!(new.plan.models, [Model::Sequential, Model::Gil, Model::Process]);
    assert_eq!(new.results.len(), 2 * new.plan.models.len());
    assert_eq!(analyzed(new.clone()), new);
}

#[test]
fn an_undisturbed_device_shows_no_signs() {
    assert_eq!(signs(report(&[1, 2], ideal)), []);
}

#[test]
fn the_narrative_follows_the_numbers_and_not_the_names() {
    let text = analyzed(report(&[1, 2], ideal)).narrative;
    let expected = "With 2 workers, free-threaded threads (2.00×) and processes (2.00×) ran faster \
                    than sequential; threads with a GIL (1.00×) could not be distinguished from no \
                    change.";
    assert!(text.starts_with(expected), "{text}");
    let turned = |model, workers| match model {
        Model::Gil => 50.0,
        Model::FreeThreaded => 130.0,
        _ => ideal(model, workers),
    };
    let text = analyzed(report(&[1, 2], turned)).narrative;
    assert!(text.contains("threads with a GIL (2.00×) and processes (2.00×) ran faster"), "{text}");
    assert!(text.contains("free-threaded threads (0.77×) ran slower"), "{text}");
}

#[test]
fn what_the_trace_shows_is_told_with_its_numbers() {
    let request = PlanRequest {
        program: Some("countdown".to_owned()),
        args: [("n".to_owned(), experiment::plan::Argument::Int(1_000_000))].into(),
        models: Some(vec!["gil".to_owned()]),
        workers: Some(vec![2.0]),
        samples: Some(1.0),
        warmups: Some(0.0),
        ..PlanRequest::default()
    };
    let host = ThreadHost::default();
    let report = block_on(experiment::run(&request, &environment(), &host, &mut |_| {}));
    let text = report.expect("it runs").narrative;
    assert!(text.contains("waited for the lock for"), "{text}");
    assert!(text.contains("of the run"), "{text}");
}

#[test]
fn a_law_that_was_put_in_is_found_with_its_interval() {
    let amdahl = |model, workers| match model {
        Model::Process => 100.0 * (0.1 + 0.9 / f64::from(workers)),
        _ => ideal(model, workers),
    };
    let report = analyzed(report(&[1, 2, 4, 8], amdahl));
    let processes = scaling(&report, Model::Process);
    let serial = processes.serial.expect("it is fitted");
    assert!((serial.value - 0.1).abs() < 0.01, "{serial:?}");
    assert!(serial.low <= 0.1 && serial.high >= 0.1, "{serial:?}");
    assert!(processes.sentence.contains("about 10 % of this run is serial"), "{processes:?}");
    assert_eq!(processes.fitted, [2, 4, 8]);
    assert_eq!(processes.curve.len(), 8);
    let universal = processes.universal.expect("three points are enough");
    assert!((universal.contention.value - 0.1).abs() < 0.02, "{universal:?}");
    assert!(universal.coherency.value.abs() < 0.01, "{universal:?}");
    let gil = scaling(&report, Model::Gil).serial.expect("it is fitted");
    assert!((gil.value - 1.0).abs() < 0.05, "{gil:?}");
    let sentence = &scaling(&report, Model::Gil).sentence;
    assert!(sentence.contains("all of this run is serial"), "{sentence}");
    let free = scaling(&report, Model::FreeThreaded);
    assert!(free.sentence.contains("no serial part can be told from none"), "{}", free.sentence);
}

#[test]
fn what_the_data_cannot_tell_is_said() {
    let mut noisy = report(&[1, 2], ideal);
    for result in noisy.results.iter_mut().filter(|result| result.model == Model::Process) {
        for (sample, factor) in result.samples.iter_mut().zip([0.5, 1.0, 1.9, 0.6, 1.4, 1.8, 0.7]) {
            sample.parts.total_ms *= factor;
        }
    }
    let noisy = analyzed(noisy);
    let sentence = &scaling(&noisy, Model::Process).sentence;
    assert!(sentence.contains("differ too much to tell"), "{sentence}");
    let mut small = report(&[1, 4], ideal);
    small.environment.cores = 2;
    let small = analyzed(small);
    let sentence = &scaling(&small, Model::Process).sentence;
    assert!(sentence.contains("more than the 2 cores"), "{sentence}");
    assert_eq!(scaling(&small, Model::Process).serial, None);
    assert!(analyzed(report(&[2], ideal)).scaling.is_empty(), "one number of workers is no curve");
}

#[test]
fn a_device_that_slows_down_is_told() {
    let mut slower = report(&[1, 2], ideal);
    slower.drift.end_ms = 130.0;
    let slower = analyzed(slower);
    assert_eq!(slower.signs.len(), 1);
    assert_eq!(slower.signs[0].kind, SignKind::Drift);
    assert!(slower.signs[0].message.contains("29 % slower"), "{:?}", slower.signs);
    assert!((slower.drift.ratio - 130.0 / 101.0).abs() < 1e-9);
}

#[test]
fn a_busy_device_is_told() {
    let mut busy = report(&[1, 2], ideal);
    for result in busy.results.iter_mut().filter(|result| result.model == Model::Sequential) {
        for (sample, factor) in result.samples.iter_mut().zip([1.0, 1.4, 1.0, 1.5, 1.3, 1.0, 1.6]) {
            sample.parts.total_ms *= factor;
        }
    }
    assert!(signs(busy).contains(&SignKind::Unsteady));
}

#[test]
fn fewer_cores_than_claimed_are_told() {
    let capped = |model, workers: u32| match model {
        Model::FreeThreaded | Model::Process => 100.0 / f64::from(workers.min(2)),
        _ => ideal(model, workers),
    };
    let capped = analyzed(report(&[1, 4], capped));
    let sign = capped.signs.iter().find(|sign| sign.kind == SignKind::FewerCores);
    let message = &sign.expect("it is seen").message;
    assert!(message.contains("claims 8 cores"), "{message}");
    assert!(message.contains("4 workers") && message.contains("2.0 of them"), "{message}");
}

#[test]
fn cores_of_different_speed_are_told() {
    let mut unequal = report(&[1, 2], ideal);
    for result in unequal.results.iter_mut().filter(|r| r.model == Model::Process) {
        for sample in result.samples.iter_mut().filter(|sample| sample.tasks.len() == 2) {
            sample.tasks[1].end_ms *= 0.5;
        }
    }
    assert_eq!(signs(unequal), [SignKind::UnequalCores]);
}

#[test]
fn a_warm_up_that_never_settled_is_told() {
    let mut cold = report(&[1, 2], ideal);
    cold.plan.warmups = None;
    cold.results[1].warmup_ms = vec![300.0, 250.0, 220.0, 190.0, 160.0, 130.0];
    assert_eq!(signs(cold), [SignKind::NotSettled]);
}

#[test]
fn statistics_are_reckoned_anew_whatever_the_report_says() {
    let mut liar = report(&[1, 2], ideal);
    liar.narrative = "everything is 50× faster".to_owned();
    for result in &mut liar.results {
        result.median.total_ms = 1e9;
        result.hand_offs = Some(7.0);
        for sample in &mut result.samples {
            sample.outlier = true;
        }
    }
    let honest = analyzed(liar);
    assert!(!honest.narrative.contains("50×"), "{}", honest.narrative);
    for result in &honest.results {
        assert!((result.median.total_ms - ideal(result.model, result.workers)).abs() < 2.0);
        assert_eq!(result.hand_offs, None);
        assert!(result.samples.iter().all(|sample| !sample.outlier));
    }
    assert_eq!(analyzed(honest.clone()), honest, "once more changes nothing");
}

#[test]
fn a_report_that_cannot_be_one_is_refused() {
    type Spoil = fn(&mut Report);
    let spoils: [(&str, Spoil); 11] = [
        ("format", |report| report.format = 1),
        ("no results", |report| report.results.clear()),
        ("baseline", |report| report.results.retain(|r| r.model != Model::Sequential)),
        ("no samples", |report| report.results[0].samples.clear()),
        ("impossible times", |report| report.results[0].samples[0].parts.total_ms = f64::NAN),
        ("impossible times", |report| report.results[0].samples[0].parts.total_ms = -1.0),
        ("out of range", |report| report.drift.end_ms = -1.0),
        ("out of range", |report| report.started_at = 1e300),
        ("number of workers", |report| report.plan.workers.push(10_000)),
        ("not in its plan", |report| report.plan.models.retain(|model| *model != Model::Gil)),
        ("there twice", |report| report.results.push(report.results[0].clone())),
    ];
    for (expected, spoil) in spoils {
        let mut spoilt = report(&[1], ideal);
        spoil(&mut spoilt);
        let failure = analyze(spoilt).expect_err(expected);
        assert!(failure.message.contains(expected), "{expected}: {}", failure.message);
        let reason = FailureReason::BadRequest { field: "report".to_owned() };
        assert_eq!(failure.reason, reason, "{expected}");
    }
}

/// A trace of two workers that spent a run of 100 ms so: running, waiting, blocked, unlocked.
fn traced(lanes: [[f64; 4]; 2]) -> Trace {
    let time_use = |[running_ms, waiting_ms, blocked_ms, unlocked_ms]: [f64; 4]| TimeUse {
        running_ms,
        waiting_ms,
        blocked_ms,
        unlocked_ms,
        ..TimeUse::default()
    };
    let mean = std::array::from_fn(|part| f64::midpoint(lanes[0][part], lanes[1][part]));
    let lane = |used| Lane { time_use: time_use(used), ..Lane::default() };
    Trace {
        duration_ms: 100.0,
        lanes: lanes.map(lane).to_vec(),
        time_use: time_use(mean),
        ..Trace::default()
    }
}

/// Of two workers, whose runs of one model left that trace.
fn with_trace(of: Model, lanes: [[f64; 4]; 2], ms: f64) -> Report {
    let times = move |model, _| if model == of { ms } else { 100.0 };
    let mut report = report(&[2], times);
    for result in report.results.iter_mut().filter(|result| result.model == of) {
        result.trace = Some(traced(lanes));
    }
    analyzed(report)
}

#[test]
fn what_the_program_says_was_lost_comes_first() {
    let mut report = report(&[2], ideal);
    for result in &mut report.results {
        let summary = match result.model {
            Model::FreeThreaded => "counter = 3 of 5",
            Model::Process => "counter = 0 of 5",
            _ => "counter = 5 of 5",
        };
        result.summary = Some(summary.to_owned());
    }
    let text = analyzed(report).narrative;
    let first = "Free-threaded threads: counter = 3 of 5, and in turn counter = 5 of 5. Processes: \
                 counter = 0 of 5, and in turn counter = 5 of 5: each has a module of its own";
    assert!(text.starts_with(first), "{text}");
    assert!(!text.contains("Threads with a GIL: counter"), "{text}");
}

#[test]
fn what_runs_without_the_lock_counts_as_running() {
    let text = with_trace(Model::Gil, [[1.0, 0.0, 0.0, 95.0]; 2], 52.0).narrative;
    assert!(text.contains("on average 1.9 of 2 ran at a moment"), "{text}");
}

#[test]
fn unlike_workers_are_told_apart_and_the_convoy_is_named() {
    let lanes = [[2.0, 40.0, 50.0, 0.0], [90.0, 5.0, 0.0, 0.0]];
    let text = with_trace(Model::Gil, lanes, 100.0).narrative;
    assert!(text.contains("Worker 0 was blocked for 50 % of it, worker 1 for 0 %"), "{text}");
    assert!(text.contains("worker 0 waited until the one that computed"), "{text}");
    let alike = with_trace(Model::FreeThreaded, [[50.0, 0.0, 45.0, 0.0]; 2], 52.0).narrative;
    assert!(alike.contains("They were blocked for 45 % of it"), "{alike}");
    assert!(!alike.contains("no worker waited for a lock"), "it may be the program's: {alike}");
    assert!(!alike.contains("convoy"), "{alike}");
}

#[test]
fn a_gil_that_seems_to_make_computing_faster_is_noise() {
    let report = with_trace(Model::Gil, [[50.0, 50.0, 0.0, 0.0]; 2], 60.0);
    let unclear = "threads with a GIL (1.67×), free-threaded threads (1.00×) and processes (1.00×) \
                   could not be distinguished";
    assert!(report.narrative.contains(unclear), "{}", report.narrative);
    assert!(report.signs.iter().any(|sign| sign.message.contains("which cannot be")));
    let sleeping = with_trace(Model::Gil, [[10.0, 0.0, 90.0, 0.0]; 2], 60.0);
    assert!(sleeping.narrative.contains("threads with a GIL (1.67×) ran faster"), "they slept");
}
