//! What programs do, here and on CPython.

use std::io::Write;
use std::process::{Command, Stdio};

use gil_playground::vm::Memory;
use serde::Deserialize;

use crate::run::{End, run};

/// Runs each program of a list from JSON, and answers a list of what each printed and raised.
const DRIVER: &str = r#"
import contextlib, io, json, signal, sys, traceback

def too_long(signum, frame):
    raise TimeoutError("the program does not end")

signal.signal(signal.SIGVTALRM, too_long)
outcomes = []
for text in json.load(sys.stdin):
    printed, error = io.StringIO(), ""
    try:
        code = compile(text, "program.py", "exec")
        signal.setitimer(signal.ITIMER_VIRTUAL, 2)
        with contextlib.redirect_stdout(printed):
            exec(code, {"__name__": "program"})
    except BaseException as e:
        frames = traceback.extract_tb(e.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename == "program.py"]
        message = f": {e}" if str(e) else ""
        error = f"{type(e).__name__}{message} in line {lines[-1] if lines else 0}"
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    outcomes.append({"output": printed.getvalue(), "error": error})
json.dump(outcomes, sys.stdout)
"#;

/// What a program did.
#[derive(Debug, Deserialize, PartialEq)]
pub(crate) struct Outcome {
    /// What it printed.
    pub(crate) output: String,
    /// The exception that ended it, and the line where it was raised; empty if none did.
    pub(crate) error: String,
}

impl Outcome {
    /// Was it no program, or one without an end?
    pub(crate) fn is_useless(&self) -> bool {
        let errors = ["SyntaxError", "IndentationError", "TimeoutError"];
        errors.iter().any(|error| self.error.starts_with(error))
    }

    /// Does it show an address, where the stack of C ends, or a CPython whose slices have no hash, as
    /// before 3.12? Calls by way of C count there, and messages say so.
    pub(crate) fn is_of_its_machine(&self) -> bool {
        let signs = [
            " at 0x",
            "recursion depth exceeded while",
            "recursion depth exceeded in ",
            "MemoryError",
            "unhashable type: 'slice'",
        ];
        // A line number stands behind every error.
        let error = self.error.split(" in line").next().unwrap_or_default();
        signs.iter().any(|sign| self.output.contains(sign) || error.contains(sign))
    }

    /// Did it meet a limit that CPython does not have?
    pub(crate) fn is_at_a_limit(&self) -> bool {
        ["memory limit", "output limit"].iter().any(|limit| self.error.starts_with(limit))
    }
}

/// What each program does on CPython.
pub(crate) fn cpython(programs: &[String]) -> Vec<Outcome> {
    let mut python = Command::new("python3")
        .args(["-W", "ignore", "-c", DRIVER])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 is on the PATH");
    let request = serde_json::to_vec(programs).expect("strings are JSON");
    let mut stdin = python.stdin.take().expect("it is piped");
    stdin.write_all(&request).expect("it reads all before it answers");
    drop(stdin);
    let output = python.wait_with_output().expect("it ends").stdout;
    serde_json::from_slice(&output).expect("it answers JSON")
}

/// What a program does on the machine.
pub(crate) fn here<M: Memory>(text: &str) -> Outcome {
    /// More checks than any program makes that has an end.
    const CHECKS: u32 = 2_000_000;
    let (output, end, _) = run::<M>(text, 1, CHECKS);
    let error = match end {
        End::Refused(why) => format!("refused: {why}"),
        End::Finished => String::new(),
        End::Raised(raised) => {
            let line = raised.frames.last().map_or(0, |site| site.line);
            format!("{} in line {line}", raised.error)
        }
        End::Endless => "the program does not end".to_owned(),
    };
    Outcome { output, error }
}
