//! A machine: one Python thread of execution. Its frames live in its own memory, never on the
//! native stack, so that any worker can run it for a while and another one resume it.

use std::sync::Arc;
use std::time::Duration;

use super::breaker::Breaker;
use super::data::Data;
use super::error::{Error, Exceeded, Raised};
use super::eval::Exit;
use super::interpreter::{Entry, Interpreter};
use super::memory::{Memory, Shared};
use super::ops;
use super::stack::{Cursor, Stack};
use super::value::Value;

/// Why a machine stopped.
#[derive(Clone, Debug, PartialEq)]
pub enum Stop {
    /// It returned.
    Finished(Data),
    /// It met an exception or a limit, and cannot go on.
    Raised(Box<Raised>),
    /// Someone set its breaker. It can be run on.
    Interrupted,
    /// It waits for something. It can be run on when that has come.
    Blocked(Wait),
    /// It has made as many checks as it was allowed. It can be run on.
    OutOfBudget,
}

/// What a machine waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// `time.sleep`: that so much time passes.
    Sleep(Duration),
}

/// One Python thread.
pub struct Machine<M: Memory> {
    // Dropped before the interpreter, which owns what it refers to.
    pub(super) stack: Stack<M>,
    pub(super) cursor: Option<Cursor<M>>,
    pub(super) interpreter: Arc<Interpreter<M>>,
    pub(super) breaker: Arc<Breaker>,
    pub(super) worker: usize,
    pub(super) output: String,
    /// What it is about to wait for.
    pub(super) wait: Option<Wait>,
}

// SAFETY: with `Shared` counts and slots may be used by any thread, and the stack's pointers lead
// into memory that the machine owns or keeps alive by its interpreter.
unsafe impl Send for Machine<Shared> {}

impl<M: Memory> Machine<M> {
    /// A machine with nothing to do yet. Its memory is counted as that of worker `worker`.
    pub fn new(interpreter: Arc<Interpreter<M>>, worker: usize) -> Self {
        Self::with_breaker(interpreter, worker, Arc::default())
    }

    /// The same, with a breaker that others know already.
    pub fn with_breaker(
        interpreter: Arc<Interpreter<M>>,
        worker: usize,
        breaker: Arc<Breaker>,
    ) -> Self {
        let (stack, output) = (Stack::new(), String::new());
        Self { stack, cursor: None, interpreter, breaker, worker, output, wait: None }
    }

    /// By which others ask it to stop at its next check.
    pub fn breaker(&self) -> &Arc<Breaker> {
        &self.breaker
    }

    /// What it has printed so far.
    pub fn output(&self) -> &str {
        &self.output
    }

    /// Goes to the beginning of the module's body.
    pub fn start_module(&mut self) {
        let interpreter = Arc::clone(&self.interpreter);
        self.start(interpreter.entry(0), Vec::new());
    }

    /// Goes to the beginning of a call of the global function `name`.
    ///
    /// # Errors
    /// `NameError` or `TypeError`, if there is no such function or it does not take these
    /// arguments.
    pub fn start_call(&mut self, name: &str, arguments: &[Data]) -> Result<(), Box<Raised>> {
        let done = self.try_start_call(name, arguments);
        done.map_err(|error| Box::new(Raised { error: *error, frames: Vec::new() }))
    }

    fn try_start_call(&mut self, name: &str, arguments: &[Data]) -> Result<(), Box<Error>> {
        let interpreter = Arc::clone(&self.interpreter);
        let budget = interpreter.budget(self.worker);
        let function =
            interpreter.global_named(name).filter(|value| !value.is_unbound()).ok_or_else(
                || Error::exception("NameError", format!("name '{name}' is not defined")),
            )?;
        let arguments = arguments.iter().map(|data| data.to_value(&interpreter, budget));
        let mut arguments = arguments.collect::<Result<Vec<_>, _>>()?;
        let function = self.function_object(&function)?;
        self.fill_defaults(function, &mut arguments)?;
        self.start(function.entry(), arguments);
        Ok(())
    }

    fn start(&mut self, entry: &Entry, arguments: Vec<Value<M>>) {
        // SAFETY: entries live as long as the interpreter, which this machine keeps.
        self.cursor = Some(unsafe { self.stack.start(entry, arguments) });
    }

    /// Runs until it must stop, for at most `checks` checks of the breaker.
    pub fn run(&mut self, checks: u32) -> Stop {
        let Some(mut at) = self.cursor.take() else {
            return Stop::Finished(Data::None);
        };
        match self.eval(&mut at, checks) {
            Exit::Finished(value) => Stop::Finished(Data::of(&value, &self.interpreter)),
            Exit::Interrupted => {
                self.cursor = Some(at);
                match self.wait.take() {
                    Some(wait) => {
                        self.breaker.clear(Breaker::BLOCK);
                        Stop::Blocked(wait)
                    }
                    None => Stop::Interrupted,
                }
            }
            Exit::OutOfBudget => {
                self.cursor = Some(at);
                Stop::OutOfBudget
            }
            Exit::Raised(error) => {
                let raised = self.raised(*error, &at);
                self.stack.clear();
                Stop::Raised(Box::new(raised))
            }
        }
    }

    /// Ends what it was doing by a limit that is not the machine's own, wherever it stands.
    pub fn exceed(&mut self, limit: Exceeded) -> Box<Raised> {
        let error = *Error::exceeded(limit);
        let raised = match self.cursor.take() {
            Some(at) => self.raised(error, &at),
            None => Raised { error, frames: Vec::new() },
        };
        self.stack.clear();
        Box::new(raised)
    }

    /// Runs to the end, however long it takes, and waits for nothing.
    pub fn run_to_end(&mut self) -> Result<Data, Box<Raised>> {
        loop {
            match self.run(u32::MAX) {
                Stop::Finished(data) => return Ok(data),
                Stop::Raised(raised) => return Err(raised),
                Stop::Blocked(_) | Stop::Interrupted | Stop::OutOfBudget => {}
            }
        }
    }

    fn raised(&self, error: Error, at: &Cursor<M>) -> Raised {
        let module = self.interpreter.module();
        let places = self.stack.places(at);
        let frames = places.iter().map(|(function, op)| {
            let function = &module.functions()[*function];
            let span = function.locations[*op].span;
            (function.name.clone(), module.source().position(span.start).line)
        });
        let is_augmented = places
            .last()
            .is_some_and(|(function, op)| module.functions()[*function].locations[*op].augmented);
        let error = if is_augmented { ops::augmented(error) } else { error };
        Raised { error, frames: frames.collect() }
    }
}
