//! The script for CPython, run by the machine's own `python3`, and its report beside ours.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

mod bundled;
mod common;
#[path = "common/script.rs"]
mod here;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

use common::{ThreadHost, block_on, environment};
use gil_playground::experiment::Model;
use gil_playground::experiment::plan::{Argument, Plan, PlanRequest, Size, Work};
use gil_playground::experiment::report::{Build, ModelResult, Report, SignKind};
use gil_playground::experiment::{self, analyze, program_infos, resolve, script, script_template};
use gil_playground::sched::Runtime;
use serde::de::DeserializeOwned;
use serde_json::Value;

fn script_for(plan: &Plan) -> String {
    script(plan, "1.2.3", script_template())
}

/// A folder of its own with a script in it; gone with the value.
struct Script {
    folder: PathBuf,
}

impl Script {
    fn of(plan: &Plan) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("script for cpython {} {count}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).expect("it can be made");
        std::fs::write(folder.join("script.py"), script_for(plan)).expect("it is written");
        Self { folder }
    }

    fn run_in(&self, folder: &Path, flags: &[&str], options: &[&str]) -> Output {
        Command::new("python3")
            .args(flags)
            .arg(self.folder.join("script.py"))
            .args(options)
            .current_dir(folder)
            .output()
            .expect("python3 is on the PATH")
    }

    fn run(&self, options: &[&str]) -> Output {
        self.run_in(&self.folder, &[], options)
    }

    /// Runs it to its end; what it printed and its report.
    fn report(&self, options: &[&str]) -> (String, Report) {
        let output = self.run(&[&["--json", "report.json"], options].concat());
        assert!(output.status.success(), "{}", text(&output.stderr));
        assert_eq!(text(&output.stderr), "");
        (text(&output.stdout), self.read("report.json"))
    }

    fn read<T: DeserializeOwned>(&self, name: &str) -> T {
        let json = std::fs::read_to_string(self.folder.join(name)).expect("the report is there");
        serde_json::from_str(&json).expect("it is a report")
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        // What is left behind is in the folder for such things.
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8").replace("\r\n", "\n")
}

fn plan(request: &PlanRequest) -> Plan {
    resolve(request, &environment()).expect("it can be planned").plan
}

fn ours(plan: &Plan) -> Report {
    let request = PlanRequest {
        program: plan.program.clone(),
        source: plan.program.is_none().then(|| plan.source.clone()),
        args: plan.args.clone(),
        workers: Some(plan.workers.iter().copied().map(f64::from).collect()),
        work: Some(plan.work),
        samples: Some(1.0),
        warmups: Some(0.0),
        ..PlanRequest::default()
    };
    block_on(experiment::run(&request, &environment(), &ThreadHost::default(), &mut |_| {}))
        .expect("it runs")
}

fn bundled(program: &str, n: i64, work: Work) -> PlanRequest {
    PlanRequest {
        program: Some(program.to_owned()),
        args: BTreeMap::from([("n".to_owned(), Argument::Int(n))]),
        workers: Some(vec![1.0, 2.0]),
        work: Some(work),
        samples: Some(2.0),
        warmups: Some(1.0),
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

/// Long enough to be measured.
const LOOP: &str = "def task(worker, workers):\n    for i in range(9999):\n        pass\n";

/// Each of their results beside ours. Subinterpreters are only theirs: they are compared with the
/// baseline by the script itself.
fn pairs<'a>(
    theirs: &'a Report,
    ours: &'a Report,
) -> impl Iterator<Item = (&'a ModelResult, &'a ModelResult)> {
    let known = theirs.results.iter().filter(|r| r.model != Model::Subinterpreters);
    known.map(|theirs| {
        let mut same = ours.results.iter();
        let same = same.find(|r| (r.model, r.workers) == (theirs.model, theirs.workers));
        (theirs, same.expect("the page runs it too"))
    })
}

/// Runs the script on this engine, as a script: what it printed, and its report.
fn report_here(plan: &Plan, runtime: Runtime) -> (String, Report) {
    const MARK: &str = "-- its report --";
    let shows = format!(
        "\nif __name__ == '__main__':\n    print('{MARK}', open('report.json').read(), sep='\\n')\n"
    );
    let mut script = here::script(&(script_for(plan) + &shows), runtime);
    script.given.arguments = ["--json", "report.json"].map(str::to_owned).to_vec();
    let execution = here::run(&script);
    let printed: String = execution.output.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!((execution.failure, execution.status), (None, 0), "{printed}");
    let (table, json) = printed.split_once(MARK).expect("it has come to its end");
    (table.to_owned(), serde_json::from_str(json).expect("it is a report"))
}

/// The same tasks must have given and printed the same there as here.
fn assert_same_tasks(theirs: &Report, ours: &Report) {
    assert_eq!(theirs.mismatches, []);
    for (theirs, ours) in pairs(theirs, ours) {
        assert_eq!(theirs.tasks, ours.tasks, "{:?}", theirs.model);
    }
}

/// First words of the table's lines: the models in their order.
fn models_of(table: &str) -> Vec<(&str, u32)> {
    let rows = table.lines().skip(1).map_while(|line| {
        let mut cells = line.split_whitespace();
        Some((cells.next()?, cells.next()?.parse().ok()?))
    });
    rows.collect()
}

/// The file runs unchanged on this engine, with all the models of such a Python.
#[test]
fn on_this_engine_it_reports_as_on_cpython() {
    let plan = plan(&bundled("countdown", 4_001, Work::Split));
    for (runtime, threads) in
        [(Runtime::Gil, Model::Gil), (Runtime::FreeThreaded, Model::FreeThreaded)]
    {
        let (table, report) = report_here(&plan, runtime);
        assert_same_tasks(&report, &ours(&plan));
        let models = [Model::Sequential, threads, Model::Process, Model::Subinterpreters];
        assert_eq!(report.plan.models, models);
        let pairs: Vec<_> = report.results.iter().map(|r| (r.model.id(), r.workers)).collect();
        assert_eq!(models_of(&table), pairs, "{table}");
        assert!(report.results.iter().all(|result| result.samples.len() == 2), "{table}");
        assert!(report.environment.user_agent.starts_with("GIL playground 3.14"), "{table}");
        analyze(report).expect("the page takes it");
    }
}

#[test]
fn its_report_is_one_of_ours_with_the_same_results() {
    let plan = plan(&bundled("countdown", 40_001, Work::Split));
    let script = Script::of(&plan);
    let (table, report) = script.report(&[]);
    assert_same_tasks(&report, &ours(&plan));

    assert_eq!(report.environment.build, Build::Cpython);
    assert!(report.environment.version.starts_with("3."), "{:?}", report.environment);
    assert!(report.environment.user_agent.contains("Python 3."), "{:?}", report.environment);
    assert_eq!((&report.plan.source, &report.plan.args), (&plan.source, &plan.args));
    assert_eq!((report.plan.samples, report.plan.warmups), (2, Some(1)));
    assert!(report.plan.models.contains(&Model::Process));
    let threads = [Model::Gil, Model::FreeThreaded];
    let of_threads = report.plan.models.iter().filter(|model| threads.contains(model));
    assert_eq!(of_threads.count(), 1, "a Python has its GIL or not: {:?}", report.plan.models);
    assert!(table.contains("left out: "), "{table}");

    let pairs: Vec<_> = report.results.iter().map(|r| (r.model.id(), r.workers)).collect();
    assert_eq!(models_of(&table), pairs, "{table}");
    assert_eq!(pairs.len(), 2 * report.plan.models.len());
    let mut orders = Vec::new();
    for result in &report.results {
        assert_eq!((result.warmup_ms.len(), result.samples.len()), (1, 2));
        for sample in &result.samples {
            let p = sample.parts;
            let sum = p.start_up_ms + p.copy_in_ms + p.compute_ms + p.copy_out_ms + p.join_ms;
            assert!((sum - p.total_ms).abs() < 1e-6, "{p:?}");
            assert_eq!(
                p.copy_in_ms > 0.0,
                !threads.contains(&result.model) && pairs[0].0 != result.model.id()
            );
            assert_eq!(sample.tasks.len(), result.workers as usize);
            assert!(
                sample
                    .tasks
                    .iter()
                    .all(|t| p.start_up_ms <= t.start_ms + 1e-6 && t.end_ms <= p.total_ms)
            );
            orders.push(sample.order);
        }
    }
    orders.sort_unstable();
    assert!((0..).zip(&orders).all(|(place, order)| place == *order), "{orders:?}");

    // What follows from its samples it reckons too, and the page anew.
    let analyzed = analyze(report).expect("the page takes it");
    let theirs: Value = script.read("report.json");
    let check = |path: &str, ours: Option<f64>| {
        let told = theirs.pointer(path).and_then(Value::as_f64);
        assert_eq!(told.is_some(), ours.is_some(), "{path}");
        let apart = told.unwrap_or_default() - ours.unwrap_or_default();
        assert!(apart.abs() < 1e-9, "{path}: {told:?}, {ours:?}");
    };
    check("/drift/duringMs", Some(analyzed.drift.during_ms));
    check("/drift/ratio", Some(analyzed.drift.ratio));
    for (place, result) in analyzed.results.iter().enumerate() {
        let speedup = result.speedup.map(|speedup| speedup.value);
        assert_eq!(speedup.is_none(), result.model == Model::Sequential);
        check(&format!("/results/{place}/speedup/value"), speedup);
        check(&format!("/results/{place}/median/totalMs"), Some(result.median.total_ms));
    }
    assert!(!analyzed.narrative.is_empty());
}

#[test]
fn every_bundled_program_gives_the_same_there_as_here() {
    for program in program_infos() {
        let plan = plan(&PlanRequest { workers: Some(vec![1.0, 3.0]), ..bundled::small(&program) });
        let (_, theirs) = Script::of(&plan).report(&[]);
        let ours = ours(&plan);
        assert_eq!(ours.mismatches, [], "{}", program.id);
        assert_same_tasks(&theirs, &ours);
        // Which updates are lost, and who takes which item, is up to chance.
        let is_chance = ["lost-updates", "producer-consumer"].contains(&program.id.as_str());
        for (theirs, ours) in pairs(&theirs, &ours) {
            if theirs.model == Model::Sequential || !is_chance {
                assert_eq!(theirs.summary, ours.summary, "{} {:?}", program.id, theirs.model);
            }
        }
    }
}

#[test]
fn every_worker_repeats_the_whole_job_if_the_plan_wants_it() {
    let plan = plan(&bundled("fib", 12, Work::Repeat));
    let (_, report) = Script::of(&plan).report(&["--workers", "2"]);
    assert_same_tasks(&report, &ours(&plan));
    assert!(report.results.iter().all(|r| r.tasks.iter().all(|task| task.result == "144")));
    assert_eq!(report.plan.workers, [2]);
}

#[test]
fn what_tasks_print_is_told_per_worker_and_not_in_the_table() {
    let program = format!("print('loading')\n{LOOP}    print('worker', worker)\n");
    let plan = plan(&source(&program));
    let (table, report) = Script::of(&plan).report(&[]);
    assert_same_tasks(&report, &ours(&plan));
    assert_eq!(report.results[0].tasks[0].output, "loading\nworker 0\n");
    assert!(!table.contains("loading") && !table.contains("worker 0"), "{table}");
}

#[test]
fn output_without_end_is_not_kept() {
    let program =
        "def task(worker, workers):\n    for i in range(9999):\n        print('more!!')\n";
    let (_, report) = Script::of(&plan(&source(program))).report(&["--models", "sequential"]);
    let output = &report.results[0].tasks[0].output;
    assert!(output.len() < 66_000 && output.ends_with("\n(the rest was not kept)\n"));
}

#[test]
fn results_that_differ_are_told() {
    let program = "count = 0\n\
         def task(worker, workers):\n\
         \x20   global count\n\
         \x20   for i in range(5000):\n\
         \x20       count += 1\n\
         \x20   return count\n";
    let (table, report) = Script::of(&plan(&source(program))).report(&["--models", "process"]);
    assert_eq!(report.plan.models, [Model::Sequential, Model::Process]);
    assert_eq!(report.mismatches.len(), 1);
    let told = "process with 2, worker 1: 5000 instead of 10000";
    assert!(table.contains(told) && table.contains("DIFFER"), "{table}");
}

#[test]
fn a_program_that_raises_ends_it_with_the_programs_own_traceback() {
    let program = "def task(worker, workers):\n    return 1 // (worker - 1)\n";
    let script = Script::of(&plan(&source(program)));
    let output = script.run(&[]);
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stderr);
    let start = "The program raised under sequential with 2 workers, in the task of worker 1:\n\
         Traceback (most recent call last):\n  \
         File \"program.py\", line 2, in task\n    return 1 // (worker - 1)\n";
    assert!(told.starts_with(start), "{told}");
    assert!(told.contains("ZeroDivisionError") && !told.contains("script.py"), "{told}");
    assert_eq!(text(&output.stdout), "");

    let output = Script::of(&plan(&source(&format!("1 / 0\n{program}")))).run(&[]);
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stderr);
    assert!(told.contains("sequential with 2 workers, while it was loaded:\n"), "{told}");
    assert!(told.contains("File \"program.py\", line 1, in <module>"), "{told}");

    let summary = format!("{LOOP}def summary(results):\n    return results[2]\n");
    let output = Script::of(&plan(&source(&summary))).run(&[]);
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stderr);
    assert!(told.contains("sequential with 2 workers, in its summary:\n"), "{told}");
    assert!(told.contains("File \"program.py\", line 5, in summary"), "{told}");
}

#[test]
fn what_the_clock_cannot_measure_is_shown_and_not_compared() {
    let program = "def task(worker, workers):\n    return 7\n";
    // One of so many samples is short enough, however busy the machine is.
    let options = ["--models", "gil", "--workers", "1", "--samples", "500"];
    let (told, report) = Script::of(&plan(&source(program))).report(&options);
    assert!(told.contains("\nno speedup where a run is too short to compare"), "{told}");
    let analyzed = analyze(report).expect("the page takes it");
    assert!(analyzed.results.iter().all(|result| result.speedup.is_none()));
    assert!(analyzed.results.iter().all(|result| result.tasks[0].result == "7"));
    assert_eq!(analyzed.signs[0].kind, SignKind::TooShort);
}

#[test]
fn any_source_arrives_as_it_was_written() {
    let body = "    for i in range(9999):\n        pass\n    return '\\\\ \\t \\x41' + \"\u{e9}\u{4e2d}\u{1f40d}\" + t\n";
    let awkward = [
        "t = 'tab\there'",
        "t = '''three\nlines\n'''",
        "t = '''one''' + \"\"\"other\"\"\"",
        "t = 'line\\\n continued'",
        "t = 'next\u{2028}line \u{202e}turned'  # \u{feff}",
        "t = 'windows'\r",
        "t = 'form'\n\u{c}",
    ];
    let ends = ["", "# 'quoted'", "\n", "# \\"];
    for (start, end) in awkward.iter().zip(ends.iter().cycle()) {
        let program = format!("{start}\ndef task(worker, workers):\n{body}{end}");
        let plan = plan(&source(&program));
        let (_, report) = Script::of(&plan).report(&["--models", "sequential"]);
        assert_eq!(report.plan.source, program);
        assert_same_tasks(&report, &ours(&plan));
    }
}

#[test]
fn arguments_arrive_with_their_types() {
    let program = "def task(worker, workers, a=True, b=2, c=0.5, d='x', function=1):\n\
         \x20   for i in range(9999):\n\
         \x20       pass\n\
         \x20   print(a, b, c, d, function)\n";
    let mut request = source(program);
    request.args = BTreeMap::from([
        ("a".to_owned(), Argument::Bool(false)),
        ("c".to_owned(), Argument::Float(1e300)),
        ("d".to_owned(), Argument::Str("\"\\\n\u{e9}\u{7f}".to_owned())),
    ]);
    let plan = plan(&request);
    let (_, report) = Script::of(&plan).report(&["--models", "process,subinterpreters"]);
    assert_eq!(report.plan.args, plan.args);
    assert_same_tasks(&report, &ours(&plan));
}

#[test]
fn its_options_choose_what_runs_and_are_checked() {
    let script = Script::of(&plan(&bundled("countdown", 20_000, Work::Split)));
    let help = script.run(&["--help"]);
    assert!(help.status.success());
    for option in ["--samples", "--workers", "--models", "--json", "--quiet", "playground 1.2.3"] {
        assert!(text(&help.stdout).contains(option), "{option}");
    }

    let options = ["--models", "sequential", "--workers", "3,1", "--samples", "3", "--quiet"];
    let output = script.run(&options);
    let table = text(&output.stdout);
    assert_eq!(models_of(&table), [("sequential", 1), ("sequential", 3)], "{table}");
    assert!(!table.contains("left out") && !table.contains("report:"), "{table}");
    let mut files = std::fs::read_dir(&script.folder).expect("it is there").flatten();
    let is_report = |name: &str| name.starts_with("countdown-cpython-3.");
    let report = files.find_map(|f| f.file_name().into_string().ok().filter(|n| is_report(n)));
    let report: Report = script.read(&report.expect("it has a name by itself"));
    assert!(report.results.iter().all(|result| result.samples.len() == 3));

    for refused in [["--models", "fibers"], ["--workers", "0"], ["--samples", "1.5"]] {
        assert_eq!(script.run(&refused).status.code(), Some(2), "{refused:?}");
    }
    let lost = script.run(&["--models", "sequential", "--json", "no/such/folder.json"]);
    assert_eq!(lost.status.code(), Some(1));
    assert!(text(&lost.stderr).starts_with("The report was not written: "));
}

#[test]
fn it_runs_isolated_and_from_any_folder() {
    let script = Script::of(&plan(&source(LOOP)));
    let elsewhere = script.folder.join("elsewhere");
    std::fs::create_dir(&elsewhere).expect("it can be made");
    let output = script.run_in(&elsewhere, &["-I"], &["--json", "here.json"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(script.read::<Report>("elsewhere/here.json").mismatches, []);
}

#[test]
fn a_size_that_was_not_measured_is_the_programs_own() {
    let auto = |args| PlanRequest {
        program: Some("fib".to_owned()),
        size: Some(Size::Auto),
        args,
        ..PlanRequest::default()
    };
    let mut plan = plan(&auto(BTreeMap::new()));
    let made = script_for(&plan);
    assert!(made.contains("\"args\": {\"n\": 40},") && made.contains("\"size\": \"default\","));
    plan.args.insert("n".to_owned(), Argument::Int(24));
    let made = script_for(&plan);
    assert!(made.contains("\"args\": {\"n\": 24},\n") && made.contains("\"size\": \"auto\","));
}

#[test]
fn it_is_written_for_python_3_9_and_in_lines_of_100() {
    let plan = plan(&bundled("countdown", 1, Work::Split));
    let made = script_for(&plan);
    assert!(made.starts_with("#!/usr/bin/env python3\n\"\"\"countdown on CPython"));
    assert!(made.contains(&plan.source), "the program stands in it as it was written");
    assert!(made.lines().all(|line| line.chars().count() <= 100));
    let check = "import ast, sys; ast.parse(open(sys.argv[1]).read(), feature_version=(3, 9))";
    let script = Script::of(&plan);
    let output = script.run_in(&script.folder, &["-c", check], &[]);
    assert!(output.status.success(), "{}", text(&output.stderr));
}
