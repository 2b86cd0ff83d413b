//! The inside of a process: an interpreter of its own with the program, ready to run its task.

use std::sync::Arc;
use std::time::Duration;

use web_time::Instant;

use super::Turn;
use super::wire::{Request, Response};
use crate::code;
use crate::lang::Source;
use crate::models::job::{Task, TaskError};
use crate::models::worker::{self, Company, End, Slice, Terms};
use crate::trace::{Clock, Recorder, State};
use crate::vm::{Data, Interpreter, Machine, Plain, Wait};

/// One process with its program.
pub struct ProcessInterpreter {
    loaded: Result<(Arc<Interpreter<Plain>>, String), TaskError>,
    arguments: Vec<Data>,
    time_limit: Duration,
    recorder: Recorder,
    running: Option<Running>,
    /// What the task has stopped for.
    blocked: Option<Wait>,
    /// Time in `step` and `wait` so far.
    compute: Duration,
}

/// A task under way.
struct Running {
    machine: Machine<Plain>,
    start: Instant,
    /// Why it cannot go on from what it waited for.
    end: Option<End>,
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
        let (running, blocked) = (None, None);
        Ok(Self { loaded, arguments, time_limit, recorder, running, blocked, compute })
    }

    /// Runs the task to its end and gives the response.
    ///
    /// # Errors
    /// If the response cannot be serialised.
    pub fn run(&mut self) -> Result<Vec<u8>, String> {
        loop {
            match self.step(Duration::MAX)? {
                Turn::Ended(response) => return Ok(response),
                Turn::Blocked(_) => self.wait(),
                Turn::Going | Turn::Awake => {}
            }
        }
    }

    /// Runs the task for about so long. One that is blocked goes on after `wait`.
    ///
    /// # Errors
    /// If the response cannot be serialised.
    pub fn step(&mut self, time: Duration) -> Result<Turn, String> {
        let begin = Instant::now();
        let stepped = self.slices(time, begin);
        self.compute += begin.elapsed();
        match stepped {
            Ok(Slice::Done(task)) => self.respond(Ok(task)).map(Turn::Ended),
            Ok(Slice::Blocked(what)) => {
                let state = worker::state_in(&what);
                self.blocked = Some(what);
                Ok(Turn::Blocked(state))
            }
            Ok(Slice::Interrupted | Slice::Going) => Ok(Turn::Going),
            Err(cause) => self.respond(Err(cause)).map(Turn::Ended),
        }
    }

    /// Does what the task has stopped for, or waits for it. A process waits for nobody but itself.
    pub fn wait(&mut self) {
        let (Some(running), Some(what)) = (&mut self.running, self.blocked.take()) else { return };
        let begin = Instant::now();
        if !what.is_work() {
            self.recorder.enter(State::Sleeping);
        }
        let waited = worker::wait(&what, &Company::of(1), self.time_limit, running.start);
        running.end = waited.err();
        self.compute += begin.elapsed();
        self.recorder.enter(State::Running);
    }

    fn slices(&mut self, time: Duration, begin: Instant) -> Result<Slice, TaskError> {
        let (interpreter, _) = self.loaded.as_ref().map_err(Clone::clone)?;
        let Running { machine, start, end } = match &mut self.running {
            Some(running) => running,
            slot => {
                // The clock of the trace starts with the task.
                self.recorder.restart();
                self.recorder.enter(State::Running);
                let mut machine = Machine::new(Arc::clone(interpreter), 0);
                machine.start_call(worker::TASK, &self.arguments).map_err(TaskError::Raised)?;
                slot.insert(Running { machine, start: begin, end: None })
            }
        };
        if let Some(end) = end.take() {
            return Err(end.of(machine));
        }
        while begin.elapsed() < time {
            match worker::slice_within(machine, time, self.time_limit, *start)? {
                Slice::Interrupted | Slice::Going => {}
                stopped => return Ok(stopped),
            }
        }
        Ok(Slice::Going)
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
