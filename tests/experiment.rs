//! Whole experiments, natively: every model, every way to fail.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

mod bundled;
mod common;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use common::{ThreadHost, block_on, environment};
use gil_playground::experiment::Model;
use gil_playground::experiment::plan::{Argument, PlanRequest, Size, Work};
use gil_playground::experiment::report::{
    Environment, Failure, FailureReason, Limit, ModelResult, ParameterKind, Phase, ProgramKind,
    Progress, Report, SignKind,
};
use gil_playground::experiment::{self, program_infos};
use gil_playground::sched::tasks::{Job, TaskError};
use gil_playground::vm::{Data, Error, Exceeded};

fn run_in(environment: &Environment, request: &PlanRequest) -> Result<Report, Failure> {
    block_on(experiment::run(request, environment, &ThreadHost::default(), &mut |_| {}))
}

fn run(request: &PlanRequest) -> Result<Report, Failure> {
    run_in(&environment(), request)
}

fn countdown(n: i64) -> PlanRequest {
    PlanRequest {
        program: Some("countdown".to_owned()),
        args: BTreeMap::from([("n".to_owned(), Argument::Int(n))]),
        workers: Some(vec![1.0, 2.0]),
        samples: Some(2.0),
        warmups: Some(0.0),
        ..PlanRequest::default()
    }
}

fn source(text: &str) -> PlanRequest {
    PlanRequest {
        source: Some(text.to_owned()),
        workers: Some(vec![2.0]),
        samples: Some(1.0),
        warmups: Some(0.0),
        ..PlanRequest::default()
    }
}

fn result(report: &Report, model: Model, workers: u32) -> &ModelResult {
    let found = report.results.iter().find(|r| r.model == model && r.workers == workers);
    found.expect("the report has it")
}

fn results(report: &Report, model: Model) -> Vec<&str> {
    result(report, model, 2).tasks.iter().map(|task| task.result.as_str()).collect()
}

#[test]
fn a_report_holds_every_model_and_number_of_workers_with_its_parts() {
    let report = run(&countdown(200_001)).expect("it runs");
    assert_eq!(report.results.len(), Model::ALL.len() * 2);
    assert_eq!(report.mismatches, []);
    for result in &report.results {
        assert_eq!(result.samples.len(), 2);
        for sample in &result.samples {
            let p = sample.parts;
            let sum = p.start_up_ms + p.copy_in_ms + p.compute_ms + p.copy_out_ms + p.join_ms;
            assert!((sum - p.total_ms).abs() < 0.01 * p.total_ms + 0.01, "{:?}", result.model);
            assert_eq!(sample.tasks.len(), result.workers as usize);
            assert_eq!(sample.hand_offs.is_some(), result.model == Model::Gil);
        }
        let shares: i64 =
            result.tasks.iter().map(|t| t.result.parse::<i64>().expect("a number")).sum();
        assert_eq!(shares, 200_001, "the workers' shares add up under {:?}", result.model);
        assert_eq!(result.speedup.is_none(), result.model == Model::Sequential);
        if let Some(speedup) = result.speedup {
            assert!(speedup.low <= speedup.value && speedup.value <= speedup.high);
        }
    }
    let orders: Vec<_> =
        report.results.iter().flat_map(|r| r.samples.iter().map(|s| s.order)).collect();
    assert_eq!(orders.iter().max(), Some(&15), "samples are numbered across models");
}

#[test]
fn samples_of_the_models_alternate() {
    let report = run(&countdown(100_000)).expect("it runs");
    for result in &report.results {
        let orders: Vec<_> = result.samples.iter().map(|sample| sample.order).collect();
        assert!(orders[1] - orders[0] > 1, "{:?}: {orders:?}", result.model);
    }
}

#[test]
fn every_bundled_program_gives_the_same_results_under_every_model() {
    for program in program_infos() {
        for work in [Work::Split, Work::Repeat] {
            let request = PlanRequest {
                workers: Some(vec![1.0, 3.0]),
                work: Some(work),
                ..bundled::small(&program)
            };
            let report = run(&request).expect("it runs");
            assert_eq!(report.mismatches, [], "{} {work:?}", program.id);
            if program.id == "fib" {
                let tasks = &result(&report, Model::Gil, 3).tasks;
                let sum: i64 =
                    tasks.iter().map(|t| t.result.parse::<i64>().expect("a number")).sum();
                assert_eq!(sum, if work == Work::Split { 987 } else { 3 * 987 });
            }
        }
    }
}

#[test]
fn module_state_is_shared_by_threads_and_each_process_has_its_own() {
    let request = source(
        "count = 0\n\
         def task(worker, workers, n=20000):\n\
         \x20   global count\n\
         \x20   seen = count\n\
         \x20   for i in range(n):\n\
         \x20       count += 1\n\
         \x20   return count - seen if worker == 0 else count > n\n",
    );
    let report = run(&request).expect("it runs");
    // In turn: the second task finds what the first one left.
    assert_eq!(results(&report, Model::Sequential), ["20000", "True"]);
    assert_eq!(results(&report, Model::Process), ["20000", "False"]);
    assert!(!report.mismatches.is_empty(), "a difference between models is told");
}

#[test]
fn a_bare_increment_loses_nothing_under_the_gil() {
    let request = source(
        "count = 0\n\
         done = 0\n\
         def task(worker, workers):\n\
         \x20   global count, done\n\
         \x20   for i in range(50000):\n\
         \x20       count += 1\n\
         \x20   done += 1\n\
         \x20   return count if done == workers else 0\n",
    );
    let request = PlanRequest {
        models: Some(vec!["gil".to_owned()]),
        switch_interval_ms: Some(0.2),
        ..request
    };
    let report = run(&request).expect("it runs");
    let tasks = &result(&report, Model::Gil, 2).tasks;
    assert!(tasks.iter().any(|task| task.result == "100000"), "{tasks:?}");
}

/// How many updates arrived, by the bundled program's own account, of so many.
fn arrived(report: &Report, model: Model) -> (u32, u32) {
    let summary = result(report, model, 4).summary.as_deref().expect("the program sums up");
    let numbers = summary.strip_prefix("counter = ").and_then(|text| text.split_once(" of "));
    let number = |text: &str| text.replace(',', "").parse().expect("it is a number");
    numbers.map(|(found, all)| (number(found), number(all))).expect("it tells of both")
}

#[test]
fn threads_lose_updates_where_the_lock_may_change_hands_between_read_and_write() {
    const UPDATES: i64 = 400_000;
    let updates = |call: bool| {
        let args = [("n", Argument::Int(UPDATES)), ("call", Argument::Bool(call))];
        let request = PlanRequest {
            program: Some("lost-updates".to_owned()),
            args: args.map(|(name, value)| (name.to_owned(), value)).into(),
            workers: Some(vec![4.0]),
            samples: Some(1.0),
            warmups: Some(0.0),
            switch_interval_ms: Some(0.01),
            ..PlanRequest::default()
        };
        run(&request).expect("it runs")
    };
    let report = updates(true);
    assert_eq!(arrived(&report, Model::Sequential), (400_000, 400_000));
    assert_eq!(arrived(&report, Model::Process), (0, 400_000), "each has a counter of its own");
    for model in [Model::Gil, Model::FreeThreaded] {
        let (found, all) = arrived(&report, model);
        assert!(found < all, "{model:?} lost nothing");
    }
    // A bare `+=` has no such place under the GIL.
    let report = updates(false);
    assert_eq!(arrived(&report, Model::Gil), (400_000, 400_000));
    let (found, all) = arrived(&report, Model::FreeThreaded);
    assert!(found < all, "nothing was lost without a lock");
}

#[test]
fn hand_offs_follow_the_switch_interval() {
    let hand_offs = |interval: f64| {
        let request = PlanRequest {
            models: Some(vec!["gil".to_owned()]),
            workers: Some(vec![2.0]),
            switch_interval_ms: Some(interval),
            ..countdown(4_000_000)
        };
        let report = run(&request).expect("it runs");
        result(&report, Model::Gil, 2).hand_offs.expect("there is a GIL")
    };
    // Where the machine is busy, threads get the lock later than they may.
    let (often, seldom) = (hand_offs(1.0), hand_offs(100.0));
    assert!(often > 3.0 * seldom, "{often} at 1 ms, {seldom} at 100 ms");
}

#[test]
fn what_tasks_print_is_told_per_worker() {
    let request =
        source("print('loading')\ndef task(worker, workers):\n    print('worker', worker)\n");
    let report = run(&request).expect("it runs");
    let outputs = |model| -> Vec<_> {
        result(&report, model, 2).tasks.iter().map(|task| task.output.clone()).collect()
    };
    assert_eq!(outputs(Model::Gil), ["loading\nworker 0\n", "worker 1\n"]);
    assert_eq!(outputs(Model::Process), ["loading\nworker 0\n", "loading\nworker 1\n"]);
}

#[test]
fn a_report_keeps_the_start_of_a_long_output_and_says_how_much_is_missing() {
    let request = source("def task(worker, workers):\n    print('é' * 3000)\n");
    let report = run(&request).expect("it runs");
    for found in &report.results {
        for task in &found.tasks {
            assert_eq!(
                (task.output.len(), task.output_cut),
                (4096, 6001 - 4096),
                "{:?}",
                found.model
            );
        }
    }
}

#[test]
fn progress_tells_every_run_and_ends_with_all_of_them() {
    let mut told: Vec<Progress> = Vec::new();
    let request = PlanRequest { warmups: Some(1.0), ..countdown(50_000) };
    let host = ThreadHost::default();
    block_on(experiment::run(&request, &environment(), &host, &mut |p| told.push(p)))
        .expect("it runs");
    let last = told.last().expect("something was told");
    assert_eq!((last.phase, last.done), (Phase::Drift, last.total));
    assert_eq!(told.len(), last.total as usize);
    assert!(told.iter().all(|p| (p.phase == Phase::Sample) == p.sample.is_some()));
    assert!(told.iter().any(|p| p.speedup.is_some()));
}

#[test]
fn the_automatic_size_is_in_the_plan_of_the_report() {
    let request = PlanRequest {
        program: Some("fib".to_owned()),
        size: Some(Size::Auto),
        models: Some(vec!["sequential".to_owned()]),
        workers: Some(vec![1.0]),
        samples: Some(1.0),
        warmups: Some(0.0),
        ..PlanRequest::default()
    };
    let report = run(&request).expect("it runs");
    let Some(Argument::Int(n)) = report.plan.args.get("n") else { panic!("{:?}", report.plan) };
    assert!((16..=40).contains(n), "{n}");
}

#[test]
fn only_a_task_of_a_worker_among_workers_makes_a_task_program() {
    for (text, expected) in [
        ("def task(worker, workers, n=3):\n    return n\n", ProgramKind::Task),
        ("def task(worker, workers, /, *, n=3):\n    return n\n", ProgramKind::Task),
        ("def task(name, delay):\n    pass\ntask('a', 1)\n", ProgramKind::Script),
        ("def task(worker, *, workers):\n    pass\n", ProgramKind::Script),
        ("class A:\n    def task(worker, workers):\n        pass\n", ProgramKind::Script),
        ("", ProgramKind::Script),
    ] {
        let found = experiment::inspect(text);
        assert_eq!((found.kind, found.diagnostics), (Some(expected), vec![]), "{text}");
    }
    let names = experiment::inspect("def task(worker, workers, n=3): pass").parameters;
    assert_eq!(names.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["n"]);
    let wrong = experiment::inspect("x = t''");
    assert_eq!((wrong.kind, wrong.diagnostics.len()), (None, 1));
    let refused = run(&source("print(1)\n")).expect_err("it has no task");
    assert!(refused.message.contains("`engine.execute` runs it"), "{refused:?}");
}

#[test]
fn an_argument_is_of_the_type_of_the_parameter() {
    let text = "def task(worker, workers, a=2, b=0.5, c=True, d='x', e=None):\n    return b\n";
    let module = experiment::compile(text).expect("it compiles");
    let kinds = experiment::parameters(&module).expect("it has a task");
    let kinds: Vec<_> = kinds.iter().filter_map(|parameter| parameter.kind).collect();
    let [int, float] = [ParameterKind::Int, ParameterKind::Float];
    assert_eq!(kinds, [int, float, ParameterKind::Bool, ParameterKind::Str]);

    let args = [("b", Argument::Int(2)), ("e", Argument::Int(2))];
    let args = args.map(|(name, value)| (name.to_owned(), value));
    let report = run(&PlanRequest { args: BTreeMap::from(args), ..source(text) }).expect("it runs");
    assert_eq!(results(&report, Model::Process), ["2.0", "2.0"]);
}

#[test]
fn a_program_based_on_a_bundled_one_is_sized_and_shared_out_like_it() {
    let text =
        "def task(worker, workers, n: int = 1_000_000_000):\n    while n > 0:\n        n -= 1\n";
    let request = |text: &str, id: &str| PlanRequest {
        based_on: Some(id.to_owned()),
        size: Some(Size::Auto),
        models: Some(vec!["sequential".to_owned()]),
        ..source(text)
    };
    let report = run(&request(text, "countdown")).expect("it runs");
    assert_eq!((&report.plan.program, report.plan.size), (&None, Size::Auto));
    let Some(Argument::Int(n)) = report.plan.args.get("n") else { panic!("{:?}", report.plan) };
    assert!((10_000..1_000_000_000).contains(n), "{n}");

    let plan = |request: &PlanRequest| experiment::resolve(request, &environment());
    let fib = plan(&request(text, "fib")).map(|resolved| resolved.plan.work).expect("it is fine");
    assert_eq!(fib, Work::Repeat);
    let renamed = request("def task(worker, workers, m=3):\n    return m\n", "countdown");
    assert!(plan(&renamed).is_err(), "nothing is known of how `m` grows");
    assert!(plan(&PlanRequest { size: None, ..renamed }).is_ok());
    assert!(plan(&request(text, "nope")).is_err());
    let both = PlanRequest { based_on: Some("fib".to_owned()), ..countdown(5) };
    assert!(plan(&both).is_err());
}

#[test]
fn what_is_unknown_or_out_of_range_is_refused_before_anything_runs() {
    let field = |request: &PlanRequest| match run(request).expect_err("it is refused").reason {
        FailureReason::BadRequest { field } => field,
        other => panic!("{other:?}"),
    };
    assert_eq!(field(&PlanRequest::default()), "program");
    assert_eq!(field(&PlanRequest { workers: Some(vec![10_000.0]), ..countdown(1) }), "workers");
    assert_eq!(field(&PlanRequest { workers: Some(vec![1.5]), ..countdown(1) }), "workers");
    assert_eq!(field(&PlanRequest { workers: Some(vec![]), ..countdown(1) }), "workers");
    assert_eq!(field(&PlanRequest { samples: Some(-1.0), ..countdown(1) }), "samples");
    assert_eq!(field(&PlanRequest { models: Some(vec![]), ..countdown(1) }), "models");
    assert_eq!(field(&countdown(-5)), "args");
    let interval = Some(f64::NAN);
    assert_eq!(
        field(&PlanRequest { switch_interval_ms: interval, ..countdown(1) }),
        "switchIntervalMs"
    );
    let unknown = BTreeMap::from([("m".to_owned(), Argument::Int(1))]);
    assert_eq!(field(&PlanRequest { args: unknown, ..countdown(1) }), "args");
    let program = PlanRequest { program: Some("nope".to_owned()), ..PlanRequest::default() };
    let reason = run(&program).expect_err("it is refused").reason;
    assert_eq!(reason, FailureReason::UnknownProgram { name: "nope".to_owned() });
    let model = PlanRequest { models: Some(vec!["fibers".to_owned()]), ..countdown(1) };
    let reason = run(&model).expect_err("it is refused").reason;
    assert_eq!(reason, FailureReason::UnknownModel { name: "fibers".to_owned() });
}

#[test]
fn a_program_without_a_task_or_with_errors_is_refused_with_its_place() {
    let reason = run(&source("x = 1\n")).expect_err("no task").reason;
    assert!(matches!(reason, FailureReason::BadSource { .. }), "{reason:?}");
    let template = source("def task(worker, workers):\n    return [t'']\n");
    let failure = run(&template).expect_err("a t-string");
    let FailureReason::BadSource { diagnostics } = failure.reason else { panic!("{failure:?}") };
    assert_eq!((diagnostics[0].line, diagnostics[0].column), (2, 13));
    assert_eq!(diagnostics[0].source_line, "    return [t'']");
    let missing = source("def task(worker, workers, n):\n    return n\n");
    let reason = run(&missing).expect_err("n is missing").reason;
    assert_eq!(reason, FailureReason::BadRequest { field: "args".to_owned() });
}

/// A job of two tasks, `task(0, 2)` and `task(1, 2)`, for one model alone.
fn job(text: &str) -> Job {
    let module = experiment::compile(text).expect("it compiles");
    Job {
        module: Arc::new(module),
        tasks: (0..2).map(|worker| vec![Data::Int(worker.into()), Data::Int(2.into())]).collect(),
        carriers: 2,
        switch_interval: Duration::from_millis(5),
        time_limit: Duration::from_millis(100),
        trace: true,
    }
}

#[test]
fn a_failing_task_is_told_with_its_worker_and_traceback_under_every_model() {
    let job = job("def task(worker, workers):\n    return 1 // (worker - 1)\n");
    for model in Model::ALL {
        let error = block_on(model.run(&job, &ThreadHost::default())).expect_err("it fails");
        assert_eq!(error.worker, Some(1), "{model:?}");
        let TaskError::Raised(raised) = error.cause else { panic!("{model:?}: {error}") };
        let at = raised.frames.iter().map(|site| (site.function.as_str(), site.line));
        assert_eq!(at.collect::<Vec<_>>(), [("task", 2)], "{model:?}");
        assert!(raised.error.to_string().starts_with("ZeroDivisionError: "), "{model:?}");
    }
}

#[test]
fn a_task_that_never_ends_is_stopped_under_every_model() {
    let job = job("def task(worker, workers):\n    while worker == 1:\n        pass\n");
    for model in Model::ALL {
        let error = block_on(model.run(&job, &ThreadHost::default())).expect_err("it is stopped");
        assert_eq!(error.worker, Some(1), "{model:?}");
        let TaskError::Raised(raised) = error.cause else { panic!("{model:?}: {error}") };
        assert_eq!(raised.error, Error::Exceeded(Exceeded::Time), "{model:?}");
        assert_eq!(raised.frames.len(), 1, "{model:?}: it tells where it was");
    }
}

#[test]
fn a_module_that_fails_is_told_without_a_worker() {
    let failure = run(&source("1 / 0\ndef task(worker, workers):\n    pass\n")).expect_err("fails");
    assert!(matches!(failure.reason, FailureReason::Raised { worker: None, .. }), "{failure:?}");
}

fn limit_of(text: &str, time_limit_ms: f64) -> (Limit, String) {
    let request = PlanRequest { time_limit_ms: Some(time_limit_ms), ..source(text) };
    let failure = run(&request).expect_err("it meets a limit");
    match failure.reason {
        FailureReason::Stopped { limit, .. } => (limit, failure.message),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_program_that_never_ends_meets_the_time_limit() {
    let text = "def task(worker, workers):\n    while True:\n        pass\n";
    assert_eq!(limit_of(text, 50.0).0, Limit::Time);
    assert_eq!(
        limit_of("while True:\n    pass\ndef task(worker, workers):\n    pass\n", 50.0).0,
        Limit::Time
    );
}

#[test]
fn a_program_that_allocates_for_ever_meets_the_memory_limit() {
    for body in [
        "x = 'ab'\n    while True:\n        x = x + x",
        "x = 3\n    while True:\n        x = x * x",
        "return 2 ** (2 ** 40)",
        "return 1 << (1 << 40)",
        "return 'a' * (2 ** 40)",
        "return 7 ** 7 ** 9",
    ] {
        let text = format!("def task(worker, workers):\n    {body}\n");
        assert_eq!(limit_of(&text, 60_000.0).0, Limit::Memory, "{body}");
    }
}

#[test]
fn a_program_that_prints_for_ever_meets_the_output_limit() {
    let text = "def task(worker, workers):\n    while True:\n        print('again')\n";
    assert_eq!(limit_of(text, 60_000.0).0, Limit::Output);
}

#[test]
fn what_only_shows_at_run_time_to_be_unsupported_is_told_as_such() {
    let text = "def task(worker, workers):\n    return (worker - 8) ** 0.5\n";
    let (limit, message) = limit_of(text, 60_000.0);
    assert_eq!(limit, Limit::Unsupported);
    assert!(message.contains("complex"), "{message}");
}

#[test]
fn a_failure_tells_its_line_and_what_had_been_printed() {
    let text = "print('module')\ndef task(worker, workers):\n    print('task', worker)\n    return 1 // worker\n";
    let failure = run(&source(text)).expect_err("it fails");
    let FailureReason::Raised { line, output, .. } = failure.reason else { panic!() };
    assert_eq!((line, output.as_str()), (Some(4), "module\ntask 0\n"));
}

#[test]
fn recursion_without_end_is_pythons_own_error() {
    let request = source("def task(worker, workers):\n    return task(worker, workers)\n");
    let failure = run(&request).expect_err("it fails");
    let FailureReason::Raised { exception, traceback, .. } = failure.reason else { panic!() };
    assert_eq!(exception, "RecursionError");
    assert!(traceback.contains("Previous line repeated"), "{traceback}");
}

#[test]
fn a_program_that_ends_itself_is_told_as_such() {
    let text = "def task(worker, workers):\n    raise SystemExit(f'enough of {workers}')\n";
    let failure = run(&source(text)).expect_err("it fails");
    assert_eq!(failure.message, "SystemExit: enough of 2 (the program ended itself)");
    let FailureReason::Raised { exception, traceback, .. } = failure.reason else { panic!() };
    assert_eq!((exception.as_str(), traceback.as_str()), ("SystemExit", "enough of 2"));
}

#[test]
fn what_the_clock_cannot_measure_is_shown_and_not_compared() {
    let coarse = Environment { timer_step_us: 1e6, ..environment() };
    let text = "def task(worker, workers, n=3):\n    print('worker', worker)\n    return n\n";
    let mut told = Vec::new();
    let mut progress = |progress: Progress| told.push(progress.speedup);
    let host = ThreadHost::default();
    let request = PlanRequest { workers: Some(vec![1.0, 2.0]), ..source(text) };
    let report = block_on(experiment::run(&request, &coarse, &host, &mut progress));
    let report = report.expect("it runs");
    assert!(told.len() > 8 && told.iter().all(Option::is_none), "{told:?}");
    for result in &report.results {
        assert!(result.median.total_ms > 0.0);
        assert_eq!((result.speedup, result.speedup_with_start_up), (None, None));
        let last = result.tasks.last().expect("there is a task");
        assert_eq!(last.output, format!("worker {}\n", result.workers - 1));
        assert_eq!(last.result, "3");
    }
    let signs: Vec<_> = report.signs.iter().map(|sign| sign.kind).collect();
    assert_eq!(signs, [SignKind::TooShort]);
    assert!(report.signs[0].message.contains("at least 100000.000 ms"), "{:?}", report.signs);
    assert!(report.scaling.is_empty());
    assert!(report.narrative.contains("too short to compare: raise `n`"), "{}", report.narrative);
    // It travels like any other.
    let sent = serde_json::to_string(&report).expect("it is plain data");
    let received = serde_json::from_str(&sent).expect("it is a report");
    let received = experiment::analyze(received).expect("it can be read");
    assert_eq!((received.signs, received.narrative), (report.signs, report.narrative));
}
