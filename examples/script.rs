//! Runs a script natively, as `python3` would: `cargo run --release --example script -- FILE`, with
//! `--free-threaded` before the file for a Python without a GIL, `--gil-before-3.2` for one with the GIL of
//! then, `--virtual` for threads that share as many
//! of the system as there are cores, `--web MS,MB` to say how many milliseconds the
//! simulated web takes to answer and how many megabytes come in a second, and the script's own
//! arguments behind it. It reads what comes in, unless that is a terminal.
#![cfg_attr(
    not(target_arch = "wasm32"),
    expect(clippy::print_stderr, reason = "it is a program for a terminal")
)]

/// Nothing is printed there.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    terminal::main()
}

#[cfg(not(target_arch = "wasm32"))]
mod terminal {
    use std::io::{IsTerminal, Read, Write};
    use std::process::ExitCode;
    use std::sync::Arc;
    use std::time::Duration;

    use gil_playground::code;
    use gil_playground::lang::Source;
    use gil_playground::sched::{Failure, Printed, Runtime, Script, execute};
    use gil_playground::vm::{Given, Stream, tell_web};

    pub(super) fn main() -> ExitCode {
        let mut arguments: Vec<String> = std::env::args().skip(1).collect();
        let mut has = |option: &str| {
            let has = arguments.first().is_some_and(|first| first == option);
            arguments.drain(..usize::from(has));
            has
        };
        let runtime = if has("--free-threaded") {
            Runtime::FreeThreaded
        } else if has("--gil-before-3.2") {
            Runtime::CountedGil
        } else {
            Runtime::Gil
        };
        let virtual_threads = has("--virtual");
        if let [option, settings, ..] = &arguments[..]
            && option == "--web"
            && let Some((Ok(latency), Ok(rate))) = settings
                .split_once(',')
                .map(|(latency, rate)| (latency.parse(), rate.parse::<usize>()))
        {
            tell_web(Duration::from_millis(latency), rate.saturating_mul(1_000_000));
            arguments.drain(..2);
        }
        let [file, arguments @ ..] = &arguments[..] else {
            eprintln!(
                "usage: script [--free-threaded | --gil-before-3.2] [--virtual] [--web MS,MB] \
                 FILE [ARGUMENT]..."
            );
            return ExitCode::from(2);
        };
        match run(file, runtime, virtual_threads, arguments) {
            Ok(status) => ExitCode::from(status),
            Err(message) => {
                eprintln!("{message}");
                ExitCode::FAILURE
            }
        }
    }

    fn run(
        file: &str,
        runtime: Runtime,
        virtual_threads: bool,
        arguments: &[String],
    ) -> Result<u8, String> {
        let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
        let source = Source::new(&text);
        let module = code::compile(source.clone()).map_err(|problems| {
            let told = problems.iter().map(|problem| {
                let line = source.position(problem.span.start).line;
                format!("{file}:{line}: {}", problem.message)
            });
            told.collect::<Vec<_>>().join("\n")
        })?;
        let script = Script {
            module: Arc::new(module),
            runtime,
            carriers: if virtual_threads { cores()? } else { 8 },
            virtual_threads,
            given: Given { arguments: arguments.to_vec(), input: input_for(&text)? },
            switch_interval: Duration::from_millis(5),
            time_limit: Duration::from_mins(1),
            trace: false,
        };
        let execution = execute(&script, &mut |pieces| pieces.iter().for_each(print))?;
        match &execution.failure {
            None => Ok(u8::try_from(execution.status).unwrap_or(1)),
            Some(Failure::Ended(_, raised)) => Err(raised.traceback(&script.module)),
            Some(failure) => Err(format!("{failure:?}")),
        }
    }

    fn cores() -> Result<usize, String> {
        std::thread::available_parallelism().map(usize::from).map_err(|error| error.to_string())
    }

    /// What comes in, for a program that may ask for it: nobody else waits until that ends.
    fn input_for(source: &str) -> Result<String, String> {
        let mut input = String::new();
        let asks = source.contains("input") || source.contains("stdin");
        if asks && !std::io::stdin().is_terminal() {
            let read = std::io::stdin().read_to_string(&mut input);
            read.map_err(|error| format!("standard input: {error}"))?;
        }
        Ok(input)
    }

    fn print(piece: &Printed) {
        // A reader that has gone is no reason to fail.
        let _ = match piece.stream {
            Stream::Stdout => std::io::stdout().write_all(piece.text.as_bytes()),
            Stream::Stderr => std::io::stderr().write_all(piece.text.as_bytes()),
        };
        let _ = std::io::stdout().flush();
    }
}
