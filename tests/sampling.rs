//! Scripts that are run several times under several Pythons, and what is made of that.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

#[expect(dead_code, reason = "what is for task programs")]
mod common;

use std::time::Duration;

use common::{block_on, environment};
use gil_playground::experiment::execute::ExecuteRequest;
use gil_playground::experiment::report::{
    Failure, FailureReason, OutputMatch, RuntimeName, ScriptProgress, ScriptReport,
};
use gil_playground::experiment::{add_script, analyze_script, inspect, sample};
use gil_playground::sched::{Host, News};
use gil_playground::vm::Pid;

/// Where a script has no processes.
struct Alone;

impl Host for Alone {
    fn start(&self, _: Pid, _: Vec<u8>) -> Result<(), String> {
        Err("there are no processes here".to_owned())
    }

    fn send(&self, _: Pid, _: Vec<u8>) -> Result<(), String> {
        Ok(())
    }

    fn end(&self, _: Pid) {}

    fn take(&self) -> Result<Option<News>, String> {
        Ok(None)
    }

    async fn wait(&self, longest: Duration) -> Result<(), String> {
        std::thread::sleep(longest);
        Ok(())
    }
}

const BOTH: [RuntimeName; 2] = [RuntimeName::Gil, RuntimeName::FreeThreaded];

fn request(source: &str) -> ExecuteRequest {
    ExecuteRequest {
        source: Some(source.to_owned()),
        runtimes: Some(BOTH.to_vec()),
        ..ExecuteRequest::default()
    }
}

fn run(request: &ExecuteRequest) -> (Result<ScriptReport, Failure>, Vec<ScriptProgress>) {
    let mut heard = Vec::new();
    let report =
        block_on(sample(request, &environment(), &Alone, &mut |told| heard.push(told.clone())));
    (report, heard)
}

fn sampled(request: &ExecuteRequest) -> ScriptReport {
    run(request).0.expect("it runs")
}

const SLEEPS: &str = "import time\nprint('slept')\ntime.sleep(0.02)\n";

#[test]
fn each_is_warmed_up_and_then_run_three_times_in_turns() {
    let (report, heard) = run(&request(SLEEPS));
    let report = report.expect("it runs");
    for result in &report.results {
        assert_eq!((result.warmup_ms.len(), result.samples_ms.len()), (1, 3));
        assert!(result.median_ms >= 20.0 && result.range_ms[0] <= result.median_ms, "{result:?}");
        let execution = result.execution.as_ref().expect("it ran");
        assert!(execution.trace.is_some() && result.samples_ms.contains(&execution.total_ms));
    }
    assert!(report.results[0].speedup.is_none() && report.results[1].speedup.is_some());
    assert_eq!(report.comparison.output, Some(OutputMatch::Same));
    assert!(report.comparison.narrative.contains("3 runs each"), "{:?}", report.comparison);
    let ended: Vec<_> = heard
        .iter()
        .filter(|told| told.total_ms.is_some())
        .map(|told| (told.runtime, told.done, told.total))
        .collect();
    let in_turns: Vec<_> = (1..=8).map(|done| (BOTH[(done as usize - 1) % 2], done, 8)).collect();
    assert_eq!(ended, in_turns);
    let printed = heard.iter().flat_map(|told| &told.output).map(|piece| piece.text.as_str());
    assert_eq!(printed.collect::<Vec<_>>(), ["slept\n"; 2], "samples are not heard");
}

#[test]
fn one_that_fails_is_not_measured() {
    let report = sampled(&request("print('before')\n1 / 0\n"));
    for result in &report.results {
        assert_eq!((result.warmup_ms.len(), result.samples_ms.len()), (0, 1), "{result:?}");
        assert!(result.speedup.is_none());
    }
    assert!(report.comparison.narrative.contains("ended with an exception"));
}

#[test]
fn without_samples_it_runs_once() {
    let report = sampled(&ExecuteRequest { samples: Some(0.0), ..request(SLEEPS) });
    assert!(report.results.iter().all(|result| result.samples_ms.len() == 1));
    assert!(report.comparison.narrative.ends_with("One run each is no measurement."));
}

#[test]
fn a_script_has_its_arguments_and_input_each_time() {
    let source = "import sys\nprint(sys.argv, input())\n";
    let given = ExecuteRequest {
        args: Some(vec!["-n".to_owned(), "3".to_owned()]),
        stdin: Some("Ann\n".to_owned()),
        ..request(source)
    };
    let report = sampled(&given);
    for result in report.results {
        let output = result.execution.expect("it ran").output;
        assert_eq!(output[0].text, "['program.py', '-n', '3'] Ann\n");
    }
}

#[test]
fn a_request_is_checked() {
    let of = |request: &ExecuteRequest| match run(request).0.map_err(|failure| failure.reason) {
        Err(FailureReason::BadRequest { field }) => field,
        other => panic!("{other:?}"),
    };
    assert_eq!(of(&ExecuteRequest { runtimes: None, ..request(SLEEPS) }), "runtimes");
    let twice = Some(vec![RuntimeName::Gil; 2]);
    assert_eq!(of(&ExecuteRequest { runtimes: twice, ..request(SLEEPS) }), "runtimes");
    assert_eq!(of(&ExecuteRequest { samples: Some(0.5), ..request(SLEEPS) }), "samples");
}

#[test]
fn what_is_measured_later_is_added_to_what_was_measured_before() {
    let report = sampled(&ExecuteRequest { samples: Some(2.0), ..request(SLEEPS) });
    let more = sampled(&ExecuteRequest { samples: Some(3.0), ..request(SLEEPS) });
    let all = add_script(report.clone(), more.clone()).expect("they are of one plan");
    for (result, (first, second)) in
        all.results.iter().zip(report.results.iter().zip(&more.results))
    {
        let times = [&first.samples_ms[..], &second.samples_ms].concat();
        assert_eq!(result.samples_ms, times);
    }
    assert!(all.comparison.narrative.contains("5 runs each"), "{:?}", all.comparison);
    let mut slow = more;
    for ms in &mut slow.results[0].samples_ms {
        *ms *= 20.0;
    }
    let disturbed = add_script(all.clone(), slow.clone()).expect("they are of one plan");
    assert!(!report.disturbed);
    assert!(disturbed.disturbed);
    slow.plan.args.push("another".to_owned());
    assert!(add_script(all, slow).is_err());
}

#[test]
fn a_report_from_elsewhere_is_checked_and_reckoned_anew() {
    let report = sampled(&ExecuteRequest { samples: Some(2.0), ..request(SLEEPS) });
    let json = serde_json::to_string(&report).expect("it is plain data");
    let read = || serde_json::from_str::<ScriptReport>(&json).expect("it is one");
    let again = analyze_script(read()).expect("it is sound");
    assert_eq!(again.comparison.narrative, report.comparison.narrative);
    assert!((again.results[1].median_ms - report.results[1].median_ms).abs() < 1e-9);
    let mut broken = read();
    broken.results[0].samples_ms = vec![f64::NAN];
    assert!(analyze_script(broken).is_err());
    let mut broken = read();
    let execution = broken.results[0].execution.as_mut().expect("it ran");
    execution.lanes.clear();
    assert!(analyze_script(broken).is_err(), "its trace has lanes that nobody has");
}

#[test]
fn what_will_not_run_is_told_with_what_to_do_instead() {
    let found = inspect("import numpy as np\n\n\ndef f():\n    return breakpoint()\n");
    assert!(found.diagnostics.is_empty());
    let told: Vec<_> = found.refused.iter().map(|found| (found.line, &*found.message)).collect();
    let [(1, numpy), (5, breakpoint)] = told[..] else { panic!("{told:?}") };
    assert!(numpy.contains("`numpy`") && numpy.contains("only Python runs here"), "{numpy}");
    assert!(breakpoint.starts_with("the built-in `breakpoint` is not supported"), "{breakpoint}");
    assert!(
        inspect("def breakpoint(name):\n    return name\nbreakpoint('x')\n").refused.is_empty()
    );
}
