//! The lessons: every step runs as it stands, and with the one thing changed that it asks for.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

#[path = "common/script.rs"]
mod common;

use std::path::Path;

use gil_playground::sched::{Execution, Failure, Runtime};
use gil_playground::trace::{Awaited, State};

use common::{run, script};

/// What a step prints at its end as it stands, with the GIL, and changed, without it.
fn both(lesson: &str, step: u32) -> [Execution; 2] {
    let path = format!("lessons/{lesson}/{step}.py");
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
    let text = text.expect("the step is there");
    let (docstring, program) = text[3..].split_once("\"\"\"\n").expect("it has a docstring");
    let change = docstring.lines().find_map(|line| line.strip_prefix("Change: "));
    let (from, to) = change.and_then(|change| change.split_once(" -> ")).expect("it has a change");
    assert_eq!(program.matches(from).count(), 1, "{from}");
    let changed = program.replace(from, to);
    let with_the_gil = run(&script(program, Runtime::Gil));
    if let Some(see) = docstring.lines().find_map(|line| line.strip_prefix("See: ")) {
        let (place, _) = see.split_once(": ").expect("it says something");
        let place: Vec<_> = place.split(", ").collect();
        match place[0] {
            "gil" => assert!(has(&with_the_gil, &place), "{lesson} {step}: {place:?}"),
            _ => assert!(
                has(&run(&script(program, Runtime::FreeThreaded)), &place),
                "{lesson} {step}"
            ),
        }
    }
    [with_the_gil, run(&script(&changed, Runtime::FreeThreaded))]
}

/// Is there in the timeline what a step points at: a lane of that name, if one is given, with that state?
fn has(execution: &Execution, place: &[&str]) -> bool {
    let trace = execution.trace.as_ref().expect("it is traced");
    let lanes = execution.threads.iter().zip(&trace.lanes);
    lanes.filter(|(info, _)| place.get(2).is_none_or(|name| info.name == *name)).any(
        |(info, lane)| {
            lane.states.iter().enumerate().any(|(segment, state)| {
                let at = lane.at.get(segment).copied().flatten();
                let awaited = at.and_then(|at| lane.places[at as usize].awaited);
                match (place[1], state) {
                    ("running", State::Running) | ("unlocked", State::Unlocked) => true,
                    ("waiting", State::Waiting) => !info.is_task,
                    ("ready", State::Waiting) => info.is_task,
                    ("sleeping", State::Sleeping) => matches!(awaited, None | Some(Awaited::Time)),
                    ("locked", State::Sleeping) => awaited == Some(Awaited::Lock),
                    ("awaiting", State::Sleeping) => {
                        !matches!(awaited, None | Some(Awaited::Time | Awaited::Lock))
                    }
                    _ => false,
                }
            })
        },
    )
}

fn printed(execution: &Execution) -> String {
    execution.output.iter().map(|piece| piece.text.as_str()).collect()
}

/// What a step prints, which ends well both times.
fn outputs(lesson: &str, step: u32) -> [String; 2] {
    both(lesson, step).map(|execution| {
        assert_eq!((execution.status, &execution.failure), (0, &None), "{lesson} {step}");
        printed(&execution)
    })
}

#[test]
fn the_lock() {
    for step in 1..=3 {
        assert!(outputs("the-lock", step).iter().all(|printed| !printed.is_empty()));
    }
}

#[test]
fn waiting() {
    for step in 1..=4 {
        assert!(outputs("waiting", step).iter().all(|printed| !printed.is_empty()));
    }
}

#[test]
fn without_the_lock() {
    for step in 1..=3 {
        assert!(outputs("without-the-lock", step).iter().all(|printed| !printed.is_empty()));
    }
}

#[test]
fn what_goes_wrong() {
    let lost = |printed: &str| printed.trim_end() != "400,000 of 400,000";
    // An addition without a call between reading and writing may be lucky without the GIL.
    assert!(lost(&outputs("what-goes-wrong", 1)[0]));
    assert_eq!(outputs("what-goes-wrong", 2)[0], "40,000 of 40,000\n");
    let [hangs, ends] = both("what-goes-wrong", 3);
    assert!(matches!(hangs.failure, Some(Failure::Deadlock(_))), "{:?}", hangs.failure);
    assert_eq!(ends.failure, None);
}

#[test]
fn processes() {
    assert_eq!(outputs("processes", 1), ["done done\n"; 2]);
    assert!(outputs("processes", 2)[0].contains("there:"));
    assert_eq!(outputs("processes", 3), ["[]\n", "['a shell']\n"]);
    assert_eq!(outputs("processes", 4), ["done done\n"; 2]);
}

#[test]
fn tasks() {
    assert!(outputs("tasks", 1)[0].starts_with("mail news maps in "));
    let [blocked, free] = outputs("tasks", 2);
    assert!(blocked.ends_with("begins\nends\n"), "no tick comes between: {blocked}");
    assert!(free.contains("begins\ntick\n"), "{free}");
    assert_eq!(outputs("tasks", 3), ["both are done\n"; 2]);
    assert!(outputs("tasks", 4)[1].ends_with(" s\n"));
}
