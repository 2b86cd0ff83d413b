//! Every program in `tests/programs` is run here and by the machine's own `python3`: output,
//! exception, message and traceback must be the same.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use gil_playground::code;
use gil_playground::lang::Source;
use gil_playground::vm::{Interpreter, Machine, Memory, Plain, Shared};

/// What a program did: its output and, if it raised, its traceback.
#[derive(Debug, PartialEq)]
struct Outcome {
    output: String,
    traceback: String,
}

fn here<M: Memory>(text: &str) -> Outcome {
    let module = Arc::new(code::compile(Source::new(text)).expect("it compiles"));
    let interpreter = Arc::new(Interpreter::<M>::new(&module, 1).expect("it fits"));
    let mut machine = Machine::new(interpreter, 0);
    machine.start_module();
    let traceback = match machine.run_to_end() {
        Ok(_) => String::new(),
        Err(raised) => raised.traceback(&module),
    };
    Outcome { output: machine.output().to_owned(), traceback }
}

fn cpython(path: &Path) -> Outcome {
    let run = Command::new("python3")
        .args(["-W", "ignore"])
        .arg(path)
        .output()
        .expect("python3 is on the PATH");
    let errors = String::from_utf8(run.stderr).expect("UTF-8");
    let file = format!("\"{}\"", path.display());
    let mut traceback = String::new();
    for line in errors.lines() {
        // The marks under an expression are Python's; the playground shows lines only.
        let marks = line.trim();
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
    let version = Command::new("python3").arg("--version").output().expect("python3 is there");
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

fn programs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
    let files = std::fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<_> = files.map(|file| file.expect("it is readable").path()).collect();
    paths.sort();
    paths
}

#[test]
fn programs_behave_as_on_cpython() {
    let paths = programs();
    assert!(paths.len() >= 70, "programs are missing");
    let mut differences = String::new();
    for path in &paths {
        let text = std::fs::read_to_string(path).expect("it is readable");
        let mut expected = cpython(path);
        let mut found = here::<Plain>(&text);
        if !has_same_messages() {
            (expected, found) = (without_messages(expected), without_messages(found));
        }
        if found != expected {
            let name = path.file_name().unwrap_or_default().display();
            let _ = writeln!(differences, "{name}\nexpected {expected:#?}\nfound {found:#?}\n");
        }
    }
    assert!(differences.is_empty(), "{differences}");
}

#[test]
fn the_shared_memory_policy_changes_no_result() {
    for path in programs() {
        let text = std::fs::read_to_string(&path).expect("it is readable");
        assert_eq!(here::<Shared>(&text), here::<Plain>(&text), "{}", path.display());
    }
}
