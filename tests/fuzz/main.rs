//! Nothing that a reader may type makes the front end or the machine panic, hang or take more
//! memory than it may.
//!
//! `FUZZ_SECONDS=3600 cargo test --release --test fuzz -- --nocapture` tries what an hour allows;
//! `SEED=7 CASES=1` repeats one case. The source being tried is in the file `fuzz.py` in cargo's
//! folder for temporary files, should the process itself go down.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

mod bombs;
mod counting;
mod inputs;
#[path = "../property/program.rs"]
#[expect(dead_code, reason = "nothing is reduced here")]
mod program;
#[path = "../run/mod.rs"]
mod run;
#[path = "../property/write/mod.rs"]
mod write;

use std::fmt::Write;
use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use gil_playground::experiment::inspect;
use gil_playground::vm::{MEMORY_LIMIT, Plain, Shared};
use inputs::Inputs;
use run::{End, run};

/// Heaps that share the memory of a run.
const WORKERS: usize = 8;
/// What a run may take: a list that grows has its old items beside the new ones for a moment, and the
/// compiler and the machine take something themselves.
const MEMORY: usize = MEMORY_LIMIT + MEMORY_LIMIT / 2;
/// Checks of the breaker that a program may make.
const CHECKS: u32 = 20_000;
/// No program takes so long with so many checks, not even on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|value| value.parse().ok())
}

/// Runs a source, whatever it is. Answers how it ended; panics if it took too much memory.
fn attempt(text: &str, is_shared: bool) -> End {
    let (end, peak) = counting::peak(|| {
        let run = if is_shared { run::<Shared> } else { run::<Plain> };
        run(text, WORKERS, CHECKS).1
    });
    assert!(peak <= MEMORY, "it took {} MB", peak >> 20);
    if let End::Refused(why) = &end {
        let first = inspect(text).diagnostics.into_iter().next();
        let is_told = first.is_some_and(|problem| problem.line > 0 && problem.message == *why);
        assert!(is_told, "it is refused without a place: {why}");
    }
    end
}

/// Runs a source on a thread of its own. Answers how it ended, or why it must not end like that.
fn survives(text: &str, is_shared: bool) -> Result<End, String> {
    let (sender, receiver) = mpsc::channel();
    let source = text.to_owned();
    let thread = std::thread::spawn(move || {
        // Nobody listens any more if it took too long.
        let _ = sender.send(attempt(&source, is_shared));
    });
    match receiver.recv_timeout(PATIENCE) {
        Ok(end) => thread.join().map(|()| end).map_err(|_| "it panicked".to_owned()),
        Err(mpsc::RecvTimeoutError::Timeout) => Err("it hangs".to_owned()),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err("it panicked, see above".to_owned()),
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "an hour's work is worth a line")]
fn no_input_breaks_the_machine() {
    let inputs = Inputs::new();
    let (seed, cases) = (number("SEED").unwrap_or(0), number("CASES").unwrap_or(1500));
    let time = number("FUZZ_SECONDS").map(Duration::from_secs);
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz.py");
    let start = Instant::now();
    let mut ends = [0u64; 4];
    for seed in seed.. {
        let tried: u64 = ends.iter().sum();
        let is_over = time.map_or(tried >= cases, |time| start.elapsed() >= time);
        if is_over {
            break;
        }
        let text = inputs.write(seed);
        std::fs::write(&file, &text).expect("the folder can be written to");
        match survives(&text, seed % 2 == 1) {
            Ok(End::Refused(_)) => ends[0] += 1,
            Ok(End::Finished) => ends[1] += 1,
            Ok(End::Raised(_)) => ends[2] += 1,
            Ok(End::Endless) => ends[3] += 1,
            Err(why) => panic!("{why}: SEED={seed} CASES=1\n{text}"),
        }
    }
    let [refused, finished, raised, endless] = ends;
    println!("{refused} refused, {finished} finished, {raised} raised, {endless} without an end");
    let is_enough = time.is_some() || cases < 1000 || refused > 100;
    assert!(is_enough, "the inputs are too tame: {refused} refused");
}

#[test]
fn what_is_meant_to_break_the_machine_does_not() {
    let mut broken = String::new();
    for (at, bomb) in bombs::BOMBS.iter().enumerate() {
        // Both memories have the same built-ins: each is tried with one of them.
        if let Err(why) = survives(bomb, at % 2 == 1) {
            let _ = writeln!(broken, "{why}:\n{bomb}");
        }
    }
    assert!(broken.is_empty(), "{broken}");
}
