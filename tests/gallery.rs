//! The bundled scripts: each shows what its docstring says, by order and counts.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

#[path = "common/script.rs"]
mod common;

use std::path::Path;

use gil_playground::sched::{Execution, Failure, Runtime};

use common::{run, script};

const BOTH: [Runtime; 2] = [Runtime::Gil, Runtime::FreeThreaded];

/// What is made smaller: the engine is not optimised for these tests.
const SMALLER: [(&str, &str, &str); 7] = [
    ("ticker", "range(300_000)", "range(120_000)"),
    ("loops_in_threads", "TASKS = 40", "TASKS = 4"),
    ("loops_in_threads", "range(20)", "range(4)"),
    ("tiny_tasks", "range(5_000)", "range(1_000)"),
    ("interpreters", "count, 1_000_000", "count, 20_000"),
    ("to_thread", "n = 1_500_000", "n = 200_000"),
    ("many_threads", "THREADS = 10_000", "THREADS = 2_000"),
];

fn source(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("gallery/{name}.py"));
    let text = std::fs::read_to_string(path).expect("it is there");
    SMALLER.iter().filter(|(of, ..)| *of == name).fold(text, |text, (_, from, to)| {
        assert!(text.contains(from), "{name}: {from}");
        text.replace(from, to)
    })
}

fn execution(name: &str, runtime: Runtime) -> Execution {
    run(&script(&source(name), runtime))
}

/// What it prints, which ends well.
fn printed(name: &str, runtime: Runtime) -> String {
    let execution = execution(name, runtime);
    let output: String = execution.output.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!((execution.status, &execution.failure), (0, &None), "{name}: {output}");
    output
}

/// The numbers in each line that begins with this.
fn numbers(output: &str, beginning: &str) -> Vec<f64> {
    let line = output.lines().find(|line| line.starts_with(beginning)).expect("such a line");
    let rest = line[beginning.len()..].replace(',', "");
    let parts = rest.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
    parts.filter_map(|part| part.trim_end_matches('.').parse().ok()).collect()
}

#[test]
fn an_answer_waits_for_a_switch_interval_with_the_gil() {
    let output = printed("convoy", Runtime::Gil);
    let after = |ms: u32| numbers(&output, &format!("beside it, asking after {ms} ms: "))[0];
    // On a busy machine the one that computes may not get a core for a while.
    let slowest = after(10).max(after(5));
    assert!(slowest > numbers(&output, "alone: ")[0] + 3.0, "{output}");
    printed("convoy", Runtime::FreeThreaded);
}

#[test]
fn a_clock_does_not_tick_beside_one_long_call() {
    let output = printed("ticker", Runtime::Gil);
    // One may come at the very end of the call.
    let (looped, sorted) = (numbers(&output, "loop: "), numbers(&output, "sort: "));
    assert!(sorted[0] <= 2.0, "{output}");
    assert!(looped[0] / looped[1] > sorted[0] / sorted[1], "{output}");
    let free = printed("ticker", Runtime::FreeThreaded);
    assert!(numbers(&free, "sort: ")[0] > sorted[0], "{free}");
}

#[test]
fn loops_in_threads_do_the_same_work() {
    for runtime in BOTH {
        assert_eq!(printed("loops_in_threads", runtime).lines().count(), 3);
    }
}

#[test]
#[expect(clippy::float_cmp, reason = "counts are whole")]
fn tiny_tasks_cost_more_one_by_one_than_in_chunks() {
    let output = printed("tiny_tasks", Runtime::Gil);
    let (single, chunks) =
        (numbers(&output, "one in each message: "), numbers(&output, "500 in each: "));
    assert!(single[0] > chunks[0], "{output}");
    assert_eq!(single[1], chunks[1]);
}

#[test]
fn interpreters_take_numbers_and_data() {
    for runtime in BOTH {
        assert_eq!(printed("interpreters", runtime).lines().count(), 4);
    }
}

#[test]
fn blocking_sleeps_add_up_and_awaited_ones_do_not() {
    for runtime in BOTH {
        let output = printed("async_sleeps", runtime);
        assert!(numbers(&output, "blocking: ")[0] > numbers(&output, "awaited: ")[0], "{output}");
    }
}

#[test]
#[expect(clippy::float_cmp, reason = "counts are whole")]
fn a_coroutine_that_computes_keeps_the_loop_and_a_thread_does_not() {
    for runtime in BOTH {
        let output = printed("to_thread", runtime);
        assert_eq!(numbers(&output, "coroutines: ")[0], 0.0, "{output}");
        assert!(numbers(&output, "threads: ")[0] > 0.0, "{output}");
    }
}

#[test]
fn a_bound_makes_the_producer_wait() {
    for runtime in BOTH {
        let output = printed("back_pressure", runtime);
        let (unbounded, bounded) =
            (numbers(&output, "maxsize=0: at most "), numbers(&output, "maxsize=5: at most "));
        assert!(unbounded[0] > 50.0 && bounded[0] <= 5.0, "{output}");
    }
}

#[test]
fn thousands_of_threads_all_count_themselves() {
    let execution = run(&gil_playground::sched::Script {
        virtual_threads: true,
        ..script(&source("many_threads"), Runtime::Gil)
    });
    let output: String = execution.output.iter().map(|piece| piece.text.as_str()).collect();
    assert!(output.contains("2,000 have waited"), "{output}");
}

#[test]
#[expect(clippy::float_cmp, reason = "counts are whole")]
fn what_threads_share_changes_under_them() {
    for runtime in BOTH {
        let output = printed("changed_while_iterated", runtime);
        assert!(output.contains("dict: ['RuntimeError: dictionary changed size"), "{output}");
        assert!(
            output.contains("generator: ['ValueError: generator already executing']"),
            "{output}"
        );
        assert!(output.contains("iterator: no error"), "{output}");
        assert_eq!(numbers(&output, "taken: ")[1], 10_000.0, "{output}");
    }
}

#[test]
#[expect(clippy::float_cmp, reason = "counts are whole")]
fn who_checks_and_then_acts_does_the_work_of_others_again() {
    for runtime in BOTH {
        let output = printed("check_then_act", runtime);
        assert_eq!(numbers(&output, "1 threads: ")[0], 20.0, "{output}");
        assert!((21.0..=80.0).contains(&numbers(&output, "4 threads: ")[0]), "{output}");
    }
}

#[test]
fn threads_that_wait_for_each_other_are_told_as_a_deadlock() {
    for name in ["two_locks", "own_pool"] {
        for runtime in BOTH {
            let failure = execution(name, runtime).failure;
            assert!(matches!(failure, Some(Failure::Deadlock(_))), "{name}: {failure:?}");
        }
    }
}

#[test]
fn who_asks_again_at_once_has_the_lock_more_often() {
    for runtime in BOTH {
        let output = printed("starvation", runtime);
        assert!(output.contains("more often: True"), "{output}");
    }
}
