//! The inside of a process: an interpreter of its own with the program, ready to run its task.

use std::sync::Arc;
use std::time::Duration;

use super::wire::{Request, Response};
use crate::code;
use crate::lang::Source;
use crate::sched::gil::Gil;
use crate::sched::tasks::TaskError;
use crate::sched::tasks::program::{self, Limits, Program};
use crate::trace::{Record, State};
use crate::vm::Data;

/// One process with its program.
pub struct ProcessInterpreter {
    loaded: Result<Program<Gil>, TaskError>,
    arguments: Vec<Data>,
    trace: bool,
}

impl ProcessInterpreter {
    /// Takes in a request: compiles the program and runs its module, as a spawned process of
    /// CPython imports the main module anew. A program that fails is told of by `run`.
    ///
    /// # Errors
    /// If these bytes are not a request.
    pub fn new(request: &[u8]) -> Result<Self, String> {
        let Request { source, arguments, switch_interval, time_limit, trace } =
            postcard::from_bytes(request).map_err(|error| format!("not a request: {error}"))?;
        let module = code::compile(Source::new(source))
            .map_err(|problems| format!("the program does not compile: {problems:?}"))?;
        let limits = Limits { switch_interval, time_limit };
        Ok(Self { loaded: Program::load(&Arc::new(module), 1, limits), arguments, trace })
    }

    /// Runs the task and gives the response.
    ///
    /// # Errors
    /// If the response cannot be serialised.
    pub fn run(self) -> Result<Vec<u8>, String> {
        let response = match self.loaded {
            Ok(program) => respond(&program, self.arguments, self.trace)?,
            Err(cause) => Response {
                result: Err(cause),
                output: String::new(),
                compute: Duration::ZERO,
                heap_bytes: 0,
                in_module: true,
                record: None,
            },
        };
        postcard::to_allocvec(&response).map_err(|error| error.to_string())
    }
}

fn respond(program: &Program<Gil>, arguments: Vec<Data>, trace: bool) -> Result<Response, String> {
    let mut called = program.call_here(vec![vec![program::task(0, arguments)]], trace);
    let task = called.done.pop().ok_or("no result")?;
    let record = called.records.and_then(|mut records| records.pop()).map(|mut record: Record| {
        record.ends_with(State::CopyingOut);
        record
    });
    Ok(Response {
        result: task.result,
        output: program.output.clone() + &task.output,
        compute: Duration::from_secs_f64(task.end_ms / 1e3),
        heap_bytes: u64::try_from(program.heap_bytes()).unwrap_or(u64::MAX),
        in_module: false,
        record,
    })
}
