//! Every script in `tests/scripts` is run here under both Pythons, and by the machine's own
//! `python3`: what it prints and its exit status must be the same. Those that begin with
//! `# unordered` print their lines in any order.
#![cfg(not(any(target_arch = "wasm32", gil_loom)))]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use gil_playground::code;
use gil_playground::lang::Source;
use gil_playground::sched::{Runtime, Script, execute};
use gil_playground::vm::{Given, Stream};

type Outcome = (String, i32);

/// What each is given.
const ARGUMENTS: [&str; 2] = ["x", "y z"];
const INPUT: &str = "Ann\nabcdef\r\nb\nc\nd é\ne\nf";

fn here(text: &str, runtime: Runtime) -> Outcome {
    let module = match code::compile(Source::new(text)) {
        Ok(module) => Arc::new(module),
        Err(problems) => return (format!("refused: {problems:?}"), 2),
    };
    let script = Script {
        module,
        runtime,
        carriers: 4,
        virtual_threads: false,
        given: Given { arguments: ARGUMENTS.map(str::to_owned).to_vec(), input: INPUT.to_owned() },
        switch_interval: Duration::from_millis(5),
        time_limit: Duration::from_secs(30),
        trace: false,
    };
    let execution = execute(&script, &mut |_| {}).expect("it can be run");
    if let Some(failure) = execution.failure {
        return (format!("{failure:?}"), execution.status);
    }
    let pieces = execution.output.iter().filter(|piece| piece.stream == Stream::Stdout);
    (pieces.map(|piece| piece.text.as_str()).collect(), execution.status)
}

fn cpython(path: &Path) -> Outcome {
    let mut python = Command::new("python3")
        .arg(path)
        .args(ARGUMENTS)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("python3 is on the PATH");
    if let Some(mut stdin) = python.stdin.take() {
        // One that reads nothing may have ended.
        let _ = stdin.write_all(INPUT.as_bytes());
    }
    let run = python.wait_with_output().expect("it runs");
    let output = String::from_utf8(run.stdout).expect("UTF-8");
    (output, run.status.code().unwrap_or(-1))
}

fn sorted((output, status): Outcome) -> Outcome {
    let mut lines: Vec<_> = output.lines().collect();
    lines.sort_unstable();
    (lines.join("\n"), status)
}

#[test]
fn scripts_do_as_in_cpython() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts");
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.expect("it is readable").path()).collect();
    paths.sort();
    assert!(!paths.is_empty());
    let mut wrong = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).expect("it is readable");
        let order = if text.starts_with("# unordered") { sorted } else { |outcome| outcome };
        let expected = order(cpython(&path));
        for runtime in [Runtime::Gil, Runtime::FreeThreaded] {
            let outcome = order(here(&text, runtime));
            if outcome != expected {
                let name = path.file_name().unwrap_or_default().display();
                wrong.push(format!("{name}, {runtime:?}\n{expected:?}\n{outcome:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
