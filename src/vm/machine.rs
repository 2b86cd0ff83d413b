//! A machine: one Python thread of execution. Its frames live in its own memory, never on the
//! native stack, so that any worker can run it for a while and another one resume it.

use std::sync::Arc;
use std::time::Duration;

use super::breaker::Breaker;
use super::busy::Busy;
use super::calls::Pending;
use super::continuation::Then;
use super::data::Data;
use super::dying::Dying;
use super::error::{Error, Exceeded, Raised};
use super::eval::Exit;
use super::heap::Heap;
use super::interpreter::{Entry, Interpreter, InterpreterRef};
use super::lazy::Pulled;
use super::memory::{Memory, Shared};
use super::modules::sync::Signal;
use super::native::Control;
use super::object::Object;
use super::output::{Output, Sink};
use super::stack::{Cursor, Stack};
use super::system::Asked;
use super::types::Type;
use super::value::Value;
use super::work::Work;
use crate::code::Module;
use crate::trace::{Awaited, Clock, Standing, TaskLane, TaskLog};

/// Why a machine stopped.
#[derive(Debug)]
pub enum Stop<M: Memory> {
    /// It returned.
    Finished(Data),
    /// It met an exception or a limit, and cannot go on.
    Raised(Box<Raised>),
    /// Someone set its breaker. It can be run on.
    Interrupted,
    /// It waits for something. It can be run on when that has come.
    Blocked(Wait),
    /// It has started a thread. It can be run on.
    Started(NewThread<M>),
    /// It has compiled a text, and can be run on when it has what comes of it, or knows that this
    /// cannot be: see [`Machine::adopt`] and [`Machine::refuse`].
    Compiled(Arc<Module>),
    /// It has made as many checks as it was allowed. It can be run on.
    OutOfBudget,
}

/// A thread that a program starts: a machine that has its first call before it.
pub struct NewThread<M: Memory> {
    /// What runs it.
    pub machine: Box<Machine<M>>,
    /// Does the program end without waiting for it?
    pub is_daemon: bool,
}

impl<M: Memory> std::fmt::Debug for NewThread<M> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ident = self.machine.ident();
        f.debug_struct("NewThread").field("ident", &ident).finish_non_exhaustive()
    }
}

/// What a machine stops for, as the built-in that it calls has noted.
pub(super) enum Request<M: Memory> {
    Wait(Wait),
    Start(NewThread<M>),
    Extend(Arc<Module>),
}

impl<M: Memory> Request<M> {
    fn stop(self) -> Stop<M> {
        match self {
            Self::Wait(wait) => Stop::Blocked(wait),
            Self::Start(thread) => Stop::Started(thread),
            Self::Extend(module) => Stop::Compiled(module),
        }
    }
}

/// What a machine waits for.
#[derive(Clone, Debug)]
pub enum Wait {
    /// `time.sleep`: that so much time passes.
    Sleep(Duration),
    /// A lock, an event, a semaphore or a queue of another worker: that it changes, for at most so
    /// long. The machine then looks again.
    Signal(Signal, Option<Duration>, Cause),
    /// An answer of the system, on behalf of another process: that it comes, for at most so long. The
    /// machine then looks again.
    Answer(Signal, Option<Duration>, Cause),
    /// Something that is done without the interpreter: that it is done.
    Work(Work),
}

/// What the change stands for that a machine waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cause {
    /// What it is called in the timeline.
    pub awaited: Awaited,
    /// The identity of the thread that holds a lock, if it is one that a thread holds.
    pub holder: Option<usize>,
}

impl From<Awaited> for Cause {
    fn from(awaited: Awaited) -> Self {
        Self { awaited, holder: None }
    }
}

impl Wait {
    /// What it is for; `None` if it is something to be done meanwhile.
    pub fn cause(&self) -> Option<Cause> {
        match self {
            Self::Sleep(_) => Some(Awaited::Time.into()),
            Self::Signal(_, _, cause) | Self::Answer(_, _, cause) => Some(*cause),
            Self::Work(_) => None,
        }
    }
}

/// One Python thread.
pub struct Machine<M: Memory> {
    // Dropped before the interpreter, which owns what it refers to.
    pub(super) stack: Stack<M>,
    pub(super) cursor: Option<Cursor<M>>,
    /// What is raised by `Control::Thrown`.
    pub(super) thrown: Option<Value<M>>,
    /// Was that raised before, so that its traceback has the place already?
    pub(super) is_reraised: bool,
    /// What the generator that has just ended returned.
    pub(super) returned: Value<M>,
    /// What is called with each asynchronous generator before its first step, or `None`.
    pub(super) first_step: Value<M>,
    /// What is called by `Control::Tail`.
    pub(super) tail: Option<(Value<M>, Vec<Value<M>>)>,
    /// Is a lazy iterator making a call of its own just now? Then what comes of it goes there.
    pub(super) is_pulling: bool,
    pub(super) pulled: Option<Pulled<M>>,
    /// Why the built-in that was called last has no value.
    pub(super) stopped: Option<Box<Error>>,
    /// A built-in that had to wait, to be called again.
    pub(super) pending: Option<Box<Pending<M>>>,
    /// What nothing caught, while the program is asked what it has to say.
    pub(super) dying: Option<Dying>,
    pub(super) interpreter: InterpreterRef<M>,
    pub(super) breaker: Arc<Breaker>,
    pub(super) worker: usize,
    /// Whose heap it uses: its worker's, or the module's.
    pub(super) memory: usize,
    pub(super) output: Output,
    /// `_thread.set_name`
    pub(super) thread_name: Option<String>,
    /// What objects that are another one in each thread keep for this one: a dict.
    pub(super) values: Option<Value<M>>,
    /// The event that is set when nothing is left of this thread.
    pub(super) ended: Option<Value<M>>,
    /// How many calls without a frame of the program it is just in.
    pub(super) calling: u32,
    /// How deep it is in telling of objects that have gone.
    pub(super) settling: u32,
    /// What it is about to stop for.
    pub(super) request: Option<Request<M>>,
    /// What is to be done, or has been done, without the GIL.
    pub(super) work: Option<Work>,
    /// When a wait for something that is retried must have ended.
    pub(super) deadline: Option<web_time::Instant>,
    /// What it finds that was sent to another interpreter.
    pub(super) argument: Option<Vec<u8>>,
    /// The number of the function that a text was compiled to, or why it has none.
    pub(super) compiled: Option<Result<usize, Box<Error>>>,
    /// What it has asked the system.
    pub(super) asked: Option<Asked>,
    /// How long it has run, if that is counted.
    pub(super) busy: Busy,
    /// What the tasks of its event loops do, if that is recorded.
    pub(super) tasks: Option<Box<TaskLog>>,
    /// What `interpreter` refers to.
    kept: Arc<Interpreter<M>>,
}

// SAFETY: with `Shared` counts and slots may be used by any thread, and the stack's pointers lead
// into memory that the machine owns or keeps alive by its interpreter.
unsafe impl Send for Machine<Shared> {}

impl<M: Memory> Machine<M> {
    /// A machine with nothing to do yet. Its memory is counted as that of worker `worker`.
    pub fn new(interpreter: Arc<Interpreter<M>>, worker: usize) -> Self {
        Self {
            stack: Stack::new(interpreter.recursion_limit()),
            cursor: None,
            thrown: None,
            is_reraised: false,
            returned: Value::NONE,
            first_step: Value::NONE,
            tail: None,
            is_pulling: false,
            pulled: None,
            stopped: None,
            pending: None,
            dying: None,
            interpreter: InterpreterRef::of(&interpreter),
            breaker: Arc::default(),
            worker,
            memory: worker,
            output: Output::default(),
            thread_name: None,
            values: None,
            ended: None,
            calling: 0,
            settling: 0,
            request: None,
            work: None,
            deadline: None,
            argument: None,
            asked: None,
            compiled: None,
            busy: Busy::default(),
            tasks: None,
            kept: interpreter,
        }
    }

    /// The machine of a thread with an identity of its own.
    pub fn beginning(interpreter: &Arc<Interpreter<M>>) -> Self {
        Self::new(Arc::clone(interpreter), interpreter.new_ident() - 1)
    }

    /// By which others ask it to stop at its next check.
    pub fn breaker(&self) -> &Arc<Breaker> {
        &self.breaker
    }

    /// What it has printed so far, unless it prints elsewhere.
    pub fn output(&self) -> &str {
        self.output.kept()
    }

    /// Prints there from now on, as the threads do that it starts.
    pub fn print_to(&mut self, sink: Arc<dyn Sink>) {
        self.output = Output::Elsewhere(sink);
    }

    /// `threading.get_ident()`
    pub fn ident(&self) -> usize {
        self.worker + 1
    }

    /// What the program calls this thread, if it has said so.
    pub fn thread_name(&self) -> Option<&str> {
        self.thread_name.as_deref()
    }

    /// Uses a heap, and hears of requests by a breaker, from its next run on: those of whoever runs
    /// it.
    pub fn attach(&mut self, heap: usize, breaker: &Arc<Breaker>) {
        self.memory = heap;
        if !Arc::ptr_eq(&self.breaker, breaker) {
            self.breaker = Arc::clone(breaker);
        }
    }

    /// Another thread of the same interpreter, which will make a call: a function, a tuple of
    /// arguments, a dict of those by keyword.
    pub(super) fn thread(&self, call: Vec<Value<M>>) -> Result<Box<Self>, Box<Error>> {
        let interpreter = self.interpreter;
        let ident = interpreter.new_ident();
        let mut thread = Self::new(Arc::clone(&self.kept), ident - 1);
        thread.memory = self.memory;
        if let Output::Elsewhere(sink) = &self.output {
            thread.print_to(Arc::clone(sink));
        }
        let run = interpreter.prelude("run_thread")?;
        let run = self.plain_function(&run)?;
        thread.start(run.entry(), call);
        Ok(Box::new(thread))
    }

    pub(super) fn heap(&self) -> &Heap<M> {
        self.interpreter.heap(self.memory)
    }

    /// Raises an exception with these arguments.
    pub(super) fn throw(&mut self, kind: Type, args: Vec<Value<M>>) -> Box<Error> {
        match self.interpreter.exception(self.heap(), kind, args) {
            Ok(exception) => {
                self.thrown = Some(exception);
                Error::control(Control::Thrown)
            }
            Err(error) => error,
        }
    }

    /// Where it has stopped: the innermost function that is the program's own, and its line.
    pub fn standing(&self) -> Standing<'_> {
        self.cursor.as_ref().map_or_else(Standing::default, |at| self.standing_at(at))
    }

    /// The same of where it runs just now.
    pub(super) fn standing_at(&self, at: &Cursor<M>) -> Standing<'_> {
        let functions = self.interpreter.module().functions();
        let place = self.stack.innermost(at, |index| !functions[index].is_hidden);
        place.map_or_else(Standing::default, |(index, op)| {
            let function = &functions[index];
            let span = function.locations[op].span;
            let line = self.interpreter.module().line_of(function, span);
            Standing { function: &function.name, line, ..Standing::default() }
        })
    }

    /// Records what the tasks of its event loops do by this clock, if there is one.
    pub fn record_tasks(&mut self, clock: Option<Clock>) {
        self.tasks = clock.map(|clock| Box::new(TaskLog::new(clock)));
    }

    /// The task that is in a step is blocked with its thread, waiting for that.
    pub fn block_task(&mut self, awaited: Option<Awaited>) {
        if let Some(mut tasks) = self.tasks.take() {
            tasks.block(Standing { awaited, ..self.standing() });
            self.tasks = Some(tasks);
        }
    }

    /// What they have done, if it is recorded.
    pub fn take_tasks(&mut self) -> Vec<TaskLane> {
        self.tasks.take().map_or_else(Vec::new, |tasks| tasks.into_lanes())
    }

    /// Goes to the beginning of the module's body.
    pub fn start_module(&mut self) {
        let interpreter = self.interpreter;
        self.start(interpreter.entry(interpreter.module().body()), Vec::new());
    }

    /// Goes to the beginning of a call of the global function `name`.
    ///
    /// # Errors
    /// `NameError` or `TypeError`, if there is no such function or it does not take these
    /// arguments.
    pub fn start_call(&mut self, name: &str, arguments: &[Data]) -> Result<(), Box<Raised>> {
        let done = self.try_start_call(name, arguments);
        done.map_err(|error| Box::new(Raised::from(*error)))
    }

    fn try_start_call(&mut self, name: &str, arguments: &[Data]) -> Result<(), Box<Error>> {
        let interpreter = self.interpreter;
        let _owned = interpreter.heap(self.memory).own(&self.breaker);
        let function = interpreter.global_named(name).ok_or_else(|| {
            Error::exception("NameError", format!("name '{name}' is not defined"))
        })?;
        let arguments = arguments.iter().map(|data| data.to_value(&interpreter, self.memory));
        let arguments = arguments.collect::<Result<Vec<_>, _>>()?;
        let function = self.plain_function(&function)?;
        let arguments = self.bind(function, arguments, None)?;
        self.start(function.entry(), arguments);
        Ok(())
    }

    /// Goes to the beginning of what the library does when a program's main thread has ended
    /// (`threading._shutdown`); is there something?
    pub fn start_shutdown(&mut self) -> bool {
        self.start_global("threading._shutdown")
    }

    /// Goes to the beginning of what happens when nothing of the program runs any more: what `atexit` has,
    /// and its globals go, where somebody is told of that. Is it so?
    pub fn start_teardown(&mut self) -> bool {
        let interpreter = self.interpreter;
        let has_exit = interpreter.global_named("atexit._run_exitfuncs").is_some();
        if interpreter.watch().is_none() && !has_exit {
            return false;
        }
        let Ok(function) = interpreter.prelude("tear_down") else { return false };
        let Ok(function) = self.plain_function(&function) else { return false };
        self.start(function.entry(), Vec::new());
        true
    }

    /// Goes to the beginning of what a process was started for
    /// (`multiprocessing.process._run_child`); can it?
    pub fn start_task(&mut self) -> bool {
        self.start_global("multiprocessing.process._run_child")
    }

    /// Goes to the beginning of what a thread does that was sent to another interpreter, to make a
    /// call (`concurrent.interpreters._run`) or to find what source code is given; can it?
    pub fn start_errand(&mut self) -> bool {
        self.start_global("concurrent.interpreters._run")
    }

    /// What it finds there.
    pub fn give(&mut self, argument: Vec<u8>) {
        self.argument = Some(argument);
    }

    /// The interpreter that it is of.
    pub fn interpreter(&self) -> &Arc<Interpreter<M>> {
        &self.kept
    }

    /// Goes on with what its interpreter was extended to, which knows all that the one before it did.
    pub fn adopt(&mut self, extended: &Arc<Interpreter<M>>) {
        self.interpreter = InterpreterRef::of(extended);
        self.kept = Arc::clone(extended);
    }

    /// Its interpreter with a module that was compiled onto its own.
    ///
    /// # Errors
    /// If there is no memory for it.
    pub fn extended(&self, module: &Arc<Module>) -> Result<Interpreter<M>, Box<Error>> {
        let _owned = self.kept.heap(self.memory).own(&self.breaker);
        self.kept.extended(module)
    }

    /// It has adopted the interpreter with the text that it has compiled.
    pub fn go_on_with(&mut self, module: &Module) {
        self.compiled = Some(Ok(module.body()));
    }

    /// The text that it has compiled cannot be run, because it cannot be, or for want of memory.
    pub fn refuse(&mut self, error: Box<Error>) {
        self.compiled = Some(Err(error));
    }

    fn start_global(&mut self, name: &str) -> bool {
        let interpreter = self.interpreter;
        let Some(function) = interpreter.global_named(name) else { return false };
        let Ok(function) = self.plain_function(&function) else { return false };
        self.start(function.entry(), Vec::new());
        true
    }

    pub(super) fn start(&mut self, entry: &Entry, arguments: Vec<Value<M>>) {
        // SAFETY: entries live as long as the interpreter, which this machine keeps.
        self.cursor = Some(unsafe { self.stack.start(entry, arguments) });
    }

    /// Runs until it must stop, for at most `checks` checks of the breaker.
    pub fn run(&mut self, checks: u32) -> Stop<M> {
        if let Some(tasks) = &mut self.tasks {
            tasks.run();
        }
        let interpreter = self.interpreter;
        if !interpreter.is_timed {
            return self.run_on(checks);
        }
        self.busy.begin();
        let stop = self.run_on(checks);
        self.busy.end(&interpreter.busy);
        stop
    }

    fn run_on(&mut self, checks: u32) -> Stop<M> {
        let Some(mut at) = self.cursor.take() else {
            return Stop::Finished(Data::None);
        };
        let interpreter = self.interpreter;
        let _owned = interpreter.heap(self.memory).own(&self.breaker);
        let mut checks = checks.clamp(1, Breaker::MOST_CHECKS);
        if let Some(pending) = self.pending.take()
            && let Err(error) = self.call_pending(&mut at, *pending)
            && let Some(stop) = self.recover(error, &mut at)
        {
            return stop;
        }
        loop {
            match self.eval(&mut at, &mut checks) {
                Exit::Finished(value) => return self.finished(&value),
                Exit::Interrupted => {
                    self.cursor = Some(at);
                    return match self.request.take() {
                        Some(request) => {
                            self.breaker.clear(Breaker::BLOCK);
                            request.stop()
                        }
                        None => Stop::Interrupted,
                    };
                }
                Exit::OutOfBudget => {
                    self.cursor = Some(at);
                    return Stop::OutOfBudget;
                }
                Exit::Raised(error) => {
                    if let Some(stop) = self.recover(error, &mut at) {
                        return stop;
                    }
                    // Exceptions that are caught at once would otherwise never come to an end.
                    checks = checks.saturating_sub(1).max(1);
                    if checks == 1 {
                        self.cursor = Some(at);
                        return Stop::OutOfBudget;
                    }
                }
            }
        }
    }

    /// Goes on after what an instruction or a built-in could not do by itself; how the machine
    /// stops, if it does.
    fn recover(&mut self, error: Box<Error>, at: &mut Cursor<M>) -> Option<Stop<M>> {
        let mut error = error;
        loop {
            let went_on = match *error {
                Error::Control(Control::Block) => {
                    self.cursor = Some(at.clone());
                    let nothing = Request::Wait(Wait::Sleep(Duration::ZERO));
                    return Some(self.request.take().unwrap_or(nothing).stop());
                }
                Error::Control(Control::Dunder) => self.dunder(at),
                Error::Control(Control::Hash) => self.hashed(at),
                Error::Control(Control::Index) => self.indexed(at),
                _ => match self.catch(*error, at) {
                    Ok(went_on) => went_on,
                    Err(raised) => return Some(self.die(raised)),
                },
            };
            match went_on {
                Ok(()) => return None,
                Err(next) => error = next,
            }
        }
    }

    fn finished(&mut self, value: &Value<M>) -> Stop<M> {
        if let Some(dying) = self.dying.take() {
            return Self::told_at_last(dying, value);
        }
        match Data::of(value, &self.interpreter) {
            Ok(data) => Stop::Finished(data),
            Err(error) => Stop::Raised(Box::new(Raised::from(*error))),
        }
    }

    /// Ends what it was doing by a limit that is not the machine's own, wherever it stands.
    pub fn exceed(&mut self, limit: Exceeded) -> Box<Raised> {
        self.end(*Error::exceeded(limit))
    }

    /// The same for whatever makes it impossible to go on.
    pub fn end(&mut self, error: Error) -> Box<Raised> {
        let frames = match self.cursor.take() {
            Some(at) => self.frames(&at),
            None => Vec::new(),
        };
        self.stack.clear();
        self.pending = None;
        Box::new(Raised { error, frames, earlier: Vec::new() })
    }

    /// Runs to the end, however long it takes, and waits for nothing.
    pub fn run_to_end(&mut self) -> Result<Data, Box<Raised>> {
        loop {
            match self.run(u32::MAX) {
                Stop::Finished(data) => return Ok(data),
                Stop::Raised(raised) => return Err(raised),
                Stop::Blocked(Wait::Signal(_, None, _) | Wait::Answer(..)) => {
                    return Err(self.end(Error::Deadlock));
                }
                Stop::Blocked(Wait::Work(work)) => work.run(),
                Stop::Started(_) => {
                    return Err(self.end(*Error::unsupported("starting a thread here")));
                }
                Stop::Compiled(_) => self.refuse(Error::unsupported("running text here")),
                Stop::Blocked(_) | Stop::Interrupted | Stop::OutOfBudget => {}
            }
        }
    }

    /// Its thread has ended: lets go of everything, then tells who waits for that. In this order, so that
    /// nobody who has joined the thread comes to a heap that still has an owner.
    pub fn leave(mut self) {
        let (kept, ended) = (Arc::clone(&self.kept), self.ended.take());
        drop(self);
        if let Some(Object::Sync(event)) = ended.as_ref().and_then(|ended| ended.plain().object()) {
            event.set();
        }
        // It is on a heap of the interpreter.
        drop(ended);
        drop(kept);
    }

    /// Where the machine is done with a value by itself.
    pub(super) fn go_on(&mut self, at: &mut Cursor<M>) -> Result<(), Box<Error>> {
        let (value, then): (Value<M>, Then<M>) = self.stack.continue_(at);
        self.apply(at, then, value)
    }
}

impl<M: Memory> Drop for Machine<M> {
    /// Lets go of what it has while it still owns its heap.
    fn drop(&mut self) {
        let interpreter = self.interpreter;
        let _owned = interpreter.heap(self.memory).own(&self.breaker);
        self.stack.clear();
        self.returned = Value::NONE;
        (self.thrown, self.tail, self.pulled, self.pending) = (None, None, None, None);
        (self.request, self.values) = (None, None);
    }
}
