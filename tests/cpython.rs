//! Every program in `tests/programs` is run here and by the machine's own `python3`: output,
//! exception, message and traceback must be the same.
//!
//! `PROGRAM=classes/ cargo test --test cpython` runs those whose path contains the text.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

mod run;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use gil_playground::vm::{Memory, Plain, Shared};
use run::{End, run};

/// More checks than any program here makes.
const CHECKS: u32 = 50_000_000;

/// What a program did: its output and, if it raised, its traceback.
#[derive(Debug, PartialEq)]
struct Outcome {
    output: String,
    traceback: String,
}

fn here<M: Memory>(text: &str) -> Outcome {
    let (output, end, traceback) = run::<M>(text, 1, CHECKS);
    let traceback = match end {
        End::Refused(why) => format!("refused: {why}"),
        End::Endless => "it does not end".to_owned(),
        End::Finished | End::Raised(_) => traceback,
    };
    Outcome { output, traceback }
}

/// The interpreter itself: what is called `python3` may be a script that looks for it each time.
fn python() -> &'static str {
    static PYTHON: OnceLock<String> = OnceLock::new();
    PYTHON.get_or_init(|| {
        let code = "import sys; print(sys.executable, end='')";
        let asked = Command::new("python3").args(["-c", code]).output();
        String::from_utf8(asked.expect("python3 is on the PATH").stdout).expect("UTF-8")
    })
}

fn cpython(path: &Path) -> Outcome {
    let run = Command::new(python())
        .args(["-W", "ignore"])
        .arg(path)
        .output()
        .expect("it is the interpreter");
    let errors = String::from_utf8(run.stderr).expect("UTF-8");
    let file = format!("\"{}\"", path.display());
    let mut traceback = String::new();
    for line in errors.lines() {
        // The marks under an expression are Python's; the playground shows lines only.
        let marks = line.trim_start_matches([' ', '|']).trim();
        if marks.is_empty() || marks.chars().any(|c| !"~^".contains(c)) {
            let _ = writeln!(traceback, "{}", line.replace(&file, "\"program.py\""));
        }
    }
    Outcome {
        output: String::from_utf8(run.stdout).expect("UTF-8"),
        traceback: traceback.trim_end().to_owned(),
    }
}

/// Versions of Python whose messages these are: later ones word some of them differently.
fn has_same_messages() -> bool {
    let version = Command::new(python()).arg("--version").output().expect("it is there");
    let version = String::from_utf8(version.stdout).expect("UTF-8");
    ["3.11.", "3.12."].iter().any(|known| version.contains(known))
}

/// Without the messages: the type of the exception and the frames.
fn without_messages(outcome: Outcome) -> Outcome {
    let mut lines: Vec<_> = outcome.traceback.lines().map(str::to_owned).collect();
    if let Some(last) = lines.last_mut() {
        *last = last.split(':').next().unwrap_or_default().to_owned();
    }
    Outcome { traceback: lines.join("\n"), ..outcome }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs")
}

/// Every program by its path in the folder, as in `classes/call`.
fn programs() -> Vec<(String, PathBuf)> {
    let mut programs = Vec::new();
    for subfolder in std::fs::read_dir(folder()).expect("the folder is there") {
        let subfolder = subfolder.expect("it is readable").path();
        let Ok(files) = std::fs::read_dir(&subfolder) else { continue };
        for file in files {
            let path = file.expect("it is readable").path();
            let name = path.strip_prefix(folder()).expect("it is inside").with_extension("");
            programs.push((name.display().to_string(), path));
        }
    }
    assert!(programs.len() >= 500, "programs are missing");
    let wanted = std::env::var("PROGRAM").unwrap_or_default();
    programs.retain(|(name, _)| name.contains(&wanted));
    programs.sort();
    programs
}

/// What of a program differs between here and CPython, or nothing.
fn difference(name: &str, path: &Path, has_same_messages: bool) -> Option<String> {
    let text = std::fs::read_to_string(path).expect("it is readable");
    let (mut expected, mut found) = (cpython(path), here::<Plain>(&text));
    if !has_same_messages {
        (expected, found) = (without_messages(expected), without_messages(found));
    }
    let both = expected.output.lines().zip(found.output.lines());
    let line = both.take_while(|(expected, found)| expected == found).count();
    (found != expected).then(|| {
        format!(
            "{name}: output differs from line {}: {:?}, not {:?}\n{}\nnot\n{}\n",
            line + 1,
            found.output.lines().nth(line),
            expected.output.lines().nth(line),
            found.traceback,
            expected.traceback,
        )
    })
}

#[test]
fn programs_behave_as_on_cpython() {
    let has_same_messages = has_same_messages();
    let programs = programs();
    let (mut differences, mut different) = (String::new(), 0);
    for (name, path) in &programs {
        if let Some(difference) = difference(name, path, has_same_messages) {
            let _ = writeln!(differences, "{difference}");
            different += 1;
        }
    }
    assert!(differences.is_empty(), "{differences}{different} of {} differ", programs.len());
}

#[test]
fn the_shared_memory_policy_changes_no_result() {
    for (name, path) in programs() {
        let text = std::fs::read_to_string(&path).expect("it is readable");
        assert_eq!(here::<Shared>(&text), here::<Plain>(&text), "{name}");
    }
}
