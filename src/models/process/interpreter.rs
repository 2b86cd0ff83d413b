//! The inside of a process: an interpreter of its own with the program, ready to run its task.

use std::sync::Arc;
use std::time::Duration;

use web_time::Instant;

use super::wire::{Request, Response};
use crate::code;
use crate::lang::Source;
use crate::models::job::{Task, TaskError};
use crate::models::worker::{self, Company, Slice, Terms};
use crate::trace::{Clock, Recorder, State};
use crate::vm::{Data, Interpreter, Machine, Plain};

/// One process with its program.
pub struct ProcessInterpreter {
    loaded: Result<(Arc<Interpreter<Plain>>, String), TaskError>,
    arguments: Vec<Data>,
    time_limit: Duration,
    recorder: Recorder,
    running: Option<Running>,
    /// Time in `step` so far.
    compute: Duration,
}

/// A task under way.
struct Running {
    machine: Machine<Plain>,
    start: Instant,
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
        let terms = Terms { switch_interval, time_limit };
        let loaded = worker::load_module(&Arc::new(module), 1, &terms);
        let recorder = Recorder::if_wanted(trace, Clock::start(), 1);
        let compute = Duration::ZERO;
        Ok(Self { loaded, arguments, time_limit, recorder, running: None, compute })
    }

    /// Runs the task to its end and gives the response.
    ///
    /// # Errors
    /// If the response cannot be serialised.
    pub fn run(&mut self) -> Result<Vec<u8>, String> {
        loop {
            if let Some(response) = self.step(Duration::MAX)? {
                return Ok(response);
            }
        }
    }

    /// Runs the task for about so long; gives the response if it has ended.
    ///
    /// # Errors
    /// If the response cannot be serialised.
    pub fn step(&mut self, time: Duration) -> Result<Option<Vec<u8>>, String> {
        let begin = Instant::now();
        let stepped = self.slices(time, begin);
        self.compute += begin.elapsed();
        match stepped {
            Ok(None) => Ok(None),
            Ok(Some(task)) => self.respond(Ok(task)).map(Some),
            Err(cause) => self.respond(Err(cause)).map(Some),
        }
    }

    fn slices(&mut self, time: Duration, begin: Instant) -> Result<Option<Task>, TaskError> {
        let (interpreter, _) = self.loaded.as_ref().map_err(Clone::clone)?;
        let Running { machine, start } = match &mut self.running {
            Some(running) => running,
            slot => {
                // The clock of the trace starts with the task.
                self.recorder.restart();
                self.recorder.enter(State::Running);
                let mut machine = Machine::new(Arc::clone(interpreter), 0);
                machine.start_call(worker::TASK, &self.arguments).map_err(TaskError::Raised)?;
                slot.insert(Running { machine, start: begin })
            }
        };
        while begin.elapsed() < time {
            match worker::slice_within(machine, time, self.time_limit, *start)? {
                Slice::Done(task) => return Ok(Some(task)),
                Slice::Blocked(what) => {
                    if !what.is_work() {
                        self.recorder.enter(State::Sleeping);
                    }
                    // A process waits for nobody but itself.
                    let waited = worker::wait(&what, &Company::of(1), self.time_limit, *start);
                    waited.map_err(|end| end.of(machine))?;
                    self.recorder.enter(State::Running);
                }
                Slice::Interrupted | Slice::Going => {}
            }
        }
        Ok(None)
    }

    fn respond(&mut self, task: Result<Task, TaskError>) -> Result<Vec<u8>, String> {
        self.recorder.enter(State::CopyingOut);
        let record = std::mem::replace(&mut self.recorder, Recorder::off()).finish();
        let module_output = self.loaded.as_ref().map_or("", |(_, output)| output);
        let (result, output) = match task {
            Ok(task) => (Ok(task.result), module_output.to_owned() + &task.output),
            Err(cause) => (Err(cause), module_output.to_owned()),
        };
        let in_module = self.loaded.is_err();
        let heap = self.loaded.as_ref().map_or(0, |(interpreter, _)| interpreter.heap_bytes());
        let heap_bytes = u64::try_from(heap).unwrap_or(u64::MAX);
        let compute = self.compute;
        let response = Response { result, output, compute, heap_bytes, in_module, record };
        postcard::to_allocvec(&response).map_err(|error| error.to_string())
    }
}
