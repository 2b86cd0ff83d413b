//! Running a source on the machine, from the text to what it printed and raised.

use std::sync::Arc;
use std::time::{Duration, Instant};

use gil_playground::code;
use gil_playground::lang::Source;
use gil_playground::vm::{Error, Interpreter, Machine, Memory, Raised, Stop, Wait};

/// How a run ended.
#[derive(Debug)]
pub(crate) enum End {
    /// It was refused before the run.
    Refused(String),
    /// It came to its end.
    Finished,
    /// It met an exception or a limit.
    Raised(Box<Raised>),
    /// It was still running when its checks or its time were spent.
    Endless,
}

/// Lets what a machine waits for come to pass. Nobody else is there, so it is time, or work.
fn pass(wait: &Wait) {
    /// A program that is made up may sleep for years.
    const LONGEST: Duration = Duration::from_millis(50);
    match wait {
        Wait::Work(work) => work.run(),
        Wait::Sleep(length)
        | Wait::Signal(_, Some(length), _)
        | Wait::Answer(_, Some(length), _) => {
            std::thread::sleep((*length).min(LONGEST));
        }
        Wait::Signal(_, None, _) | Wait::Answer(_, None, _) => {}
    }
}

/// Runs the module `text` for at most about `checks` checks of the breaker, with the memory of one of
/// `workers` workers. Answers what it printed, how it ended, and its traceback if it raised.
pub(crate) fn run<M: Memory>(text: &str, workers: usize, checks: u32) -> (String, End, String) {
    /// Checks at a time, so that one that waits for nothing ends as well, and one that needs long
    /// for each: numbers may have millions of digits.
    const STEP: u32 = 100;
    /// What a run may take, as a reader's may.
    const TIME: Duration = Duration::from_secs(20);
    let start = Instant::now();
    let module = match code::compile(Source::new(text)) {
        Ok(module) => Arc::new(module),
        Err(problems) => {
            let first = problems.first().map(|problem| problem.message.clone());
            return (String::new(), End::Refused(first.unwrap_or_default()), String::new());
        }
    };
    let interpreter = match Interpreter::<M>::new(&module, workers) {
        Ok(interpreter) => Arc::new(interpreter),
        Err(error) => {
            let raised = Box::new(Raised::from(*error));
            return (String::new(), End::Raised(raised), String::new());
        }
    };
    let mut machine = Machine::new(interpreter, 0);
    machine.start_module();
    for _ in 0..checks.div_ceil(STEP) {
        let end = match machine.run(STEP.min(checks)) {
            Stop::Finished(_) => End::Finished,
            Stop::Raised(raised) => End::Raised(raised),
            Stop::Blocked(Wait::Signal(_, None, _)) => End::Raised(machine.end(Error::Deadlock)),
            Stop::Started(_) => {
                End::Raised(machine.end(Error::Unsupported("a thread of its own".to_owned())))
            }
            Stop::Compiled(_) => {
                machine.refuse(Error::unsupported("running text here"));
                continue;
            }
            Stop::Blocked(wait) => {
                pass(&wait);
                if start.elapsed() < TIME {
                    continue;
                }
                End::Endless
            }
            Stop::Interrupted | Stop::OutOfBudget if start.elapsed() < TIME => continue,
            Stop::Interrupted | Stop::OutOfBudget => End::Endless,
        };
        let traceback = match &end {
            End::Raised(raised) => raised.traceback(&module),
            _ => String::new(),
        };
        return (machine.output().to_owned(), end, traceback);
    }
    (machine.output().to_owned(), End::Endless, String::new())
}
