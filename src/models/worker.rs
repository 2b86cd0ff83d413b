//! What every worker does, whatever the model: load the module, start a task, run it slice by slice.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use web_time::Instant;

use super::job::{Job, Run, RunError, Task, TaskError};
use super::parts::{Parts, TaskTime};
use crate::code::Module;
use crate::sched::{LONGEST_REST, MOST_CHECKS, checks_in, is_stopped, rest};
#[cfg(threads)]
use crate::trace::{Record, Trace};
use crate::trace::{Recorder, State};
use crate::vm::{Data, Error, Exceeded, Interpreter, Machine, Memory, Signal, Stop, Wait};

/// So many rests in a row without anybody awake are a deadlock.
const DEADLOCK_RESTS: u32 = 3;

/// The name of the function that is given all results at the end.
pub(super) const SUMMARY: &str = "summary";

/// The name of the function that a worker runs.
pub(super) const TASK: &str = "task";

/// What came of a slice.
pub(super) enum Slice {
    /// The task has ended.
    Done(Task),
    /// Someone set the breaker.
    Interrupted,
    /// It has to wait: see [`wait`].
    Blocked(Wait),
    /// There is more to do.
    Going,
}

/// Makes an interpreter and runs the module's body in it, before any clock is started: a model's
/// start-up is that of its workers. What the body printed comes with it.
pub(super) fn load<M: Memory>(job: &Job) -> Result<(Arc<Interpreter<M>>, String), RunError> {
    load_module(&job.module, job.tasks.len(), &Terms::of(job)).map_err(RunError::module)
}

/// The same, for any number of workers.
#[optimize(size)]
pub(super) fn load_module<M: Memory>(
    module: &Arc<Module>,
    workers: usize,
    terms: &Terms,
) -> Result<(Arc<Interpreter<M>>, String), TaskError> {
    let interpreter = Interpreter::new(module, workers)
        .map_err(|error| TaskError::Raised(Box::new(crate::vm::Raised::from(*error))))?;
    interpreter.set_switch_interval(terms.switch_interval);
    let mut interpreter = Arc::new(interpreter);
    let mut machine = Machine::of_module(Arc::clone(&interpreter));
    machine.start_module();
    let (company, start) = (Company::of(1), Instant::now());
    let mut recorder = Recorder::off();
    let task = run_to_end(&mut machine, &company, terms.time_limit, start, &mut recorder)?;
    drop(machine);
    // The machine was the only other one to have it.
    if let Some(interpreter) = Arc::get_mut(&mut interpreter) {
        interpreter.loaded();
    }
    Ok((interpreter, task.output))
}

/// The terms under which a program runs.
#[derive(Clone, Copy)]
pub(super) struct Terms {
    pub(super) switch_interval: Duration,
    pub(super) time_limit: Duration,
}

impl Terms {
    pub(super) fn of(job: &Job) -> Self {
        Self { switch_interval: job.switch_interval, time_limit: job.time_limit }
    }
}

/// The workers of a run that may still do something that another one waits for.
pub(super) struct Company {
    awake: AtomicUsize,
}

impl Company {
    pub(super) fn of(workers: usize) -> Self {
        Self { awake: AtomicUsize::new(workers) }
    }

    /// A worker has ended, or begins to wait for the others.
    pub(super) fn leave(&self) {
        self.awake.fetch_sub(1, Ordering::SeqCst);
    }

    fn enter(&self) {
        self.awake.fetch_add(1, Ordering::SeqCst);
    }

    fn is_asleep(&self) -> bool {
        self.awake.load(Ordering::SeqCst) == 0
    }
}

/// Puts a machine at the beginning of a worker's task.
pub(super) fn start<M: Memory>(
    machine: &mut Machine<M>,
    job: &Job,
    worker: usize,
) -> Result<(), TaskError> {
    machine.start_call(TASK, &job.tasks[worker]).map_err(TaskError::Raised)
}

/// Runs a machine for a while, as part of a task that began at `start`.
pub(super) fn slice<M: Memory>(
    machine: &mut Machine<M>,
    time_limit: Duration,
    start: Instant,
) -> Result<Slice, TaskError> {
    slice_of_checks(machine, MOST_CHECKS, time_limit, start)
}

/// Runs a machine for no longer than about `most`, as part of a task that began at `start`.
pub(super) fn slice_within<M: Memory>(
    machine: &mut Machine<M>,
    most: Duration,
    time_limit: Duration,
    start: Instant,
) -> Result<Slice, TaskError> {
    slice_of_checks(machine, checks_in(most), time_limit, start)
}

fn slice_of_checks<M: Memory>(
    machine: &mut Machine<M>,
    checks: u32,
    time_limit: Duration,
    start: Instant,
) -> Result<Slice, TaskError> {
    if is_stopped() {
        return Err(TaskError::Lost("stopped".to_owned()));
    }
    match machine.run(checks) {
        Stop::Finished(result) => Ok(Slice::Done(done(machine, result))),
        Stop::Raised(raised) => Err(TaskError::Raised(raised)),
        Stop::Interrupted => Ok(Slice::Interrupted),
        Stop::Blocked(wait) => Ok(Slice::Blocked(wait)),
        Stop::Started(_) => Err(TaskError::Raised(
            machine.end(Error::Unsupported("starting a thread in a task program".to_owned())),
        )),
        Stop::OutOfBudget if start.elapsed() > time_limit => {
            Err(TaskError::Raised(machine.exceed(Exceeded::Time)))
        }
        Stop::OutOfBudget => Ok(Slice::Going),
    }
}

/// Runs a machine to its end, as part of a run that began at `start`. Nobody is there who would
/// set its breaker.
pub(super) fn run_to_end<M: Memory>(
    machine: &mut Machine<M>,
    company: &Company,
    time_limit: Duration,
    start: Instant,
    recorder: &mut Recorder,
) -> Result<Task, TaskError> {
    loop {
        match slice(machine, time_limit, start)? {
            Slice::Done(task) => return Ok(task),
            Slice::Blocked(what) => {
                let is_work = what.is_work();
                if !is_work {
                    recorder.enter(State::Sleeping);
                }
                wait(&what, company, time_limit, start).map_err(|end| end.of(machine))?;
                if !is_work {
                    recorder.enter(State::Running);
                }
            }
            Slice::Interrupted | Slice::Going => {}
        }
    }
}

/// Why a wait is not gone on from.
pub(super) enum End {
    /// The task is not wanted any more.
    Stopped,
    /// It took too long.
    Time,
    /// Everybody waits for somebody else.
    Deadlock,
}

impl End {
    /// As the end of the task that has waited.
    pub(super) fn of<M: Memory>(self, machine: &mut Machine<M>) -> TaskError {
        match self {
            Self::Stopped => TaskError::Lost("stopped".to_owned()),
            Self::Time => TaskError::Raised(machine.exceed(Exceeded::Time)),
            Self::Deadlock => TaskError::Raised(machine.end(Error::Deadlock)),
        }
    }
}

/// What a worker does meanwhile.
pub(super) fn state_in(what: &Wait) -> State {
    if what.is_work() { State::Unlocked } else { State::Sleeping }
}

/// Waits for what a machine waits for, as part of a task that began at `start`; does what is to be
/// done without an interpreter. In between it looks whether the task is still wanted.
pub(super) fn wait(
    what: &Wait,
    company: &Company,
    time_limit: Duration,
    start: Instant,
) -> Result<(), End> {
    let begin = Instant::now();
    match what {
        Wait::Work(work) => {
            work.run();
            Ok(())
        }
        Wait::Sleep(length) => loop {
            check(time_limit, start)?;
            let left = length.saturating_sub(begin.elapsed());
            if left.is_zero() {
                return Ok(());
            }
            rest(left.min(LONGEST_REST));
        },
        Wait::Signal(signal, longest, _) | Wait::Answer(signal, longest, _) => {
            let is_endless = longest.is_none();
            if is_endless {
                company.leave();
            }
            let waited = wait_for_signal(signal, *longest, company, time_limit, start);
            if is_endless {
                company.enter();
            }
            waited
        }
    }
}

fn wait_for_signal(
    signal: &Signal,
    longest: Option<Duration>,
    company: &Company,
    time_limit: Duration,
    start: Instant,
) -> Result<(), End> {
    let begin = Instant::now();
    let mut asleep = 0;
    loop {
        if signal.has_come() {
            return Ok(());
        }
        check(time_limit, start)?;
        let left = longest.unwrap_or(LONGEST_REST).saturating_sub(begin.elapsed());
        if longest.is_some() && left.is_zero() {
            return Ok(());
        }
        if longest.is_none() && company.is_asleep() {
            asleep += 1;
        } else {
            asleep = 0;
        }
        // Whoever has been signalled is awake again within a rest.
        if asleep > DEADLOCK_RESTS {
            return Err(End::Deadlock);
        }
        let most = if longest.is_some() { left.min(LONGEST_REST) } else { LONGEST_REST };
        rest_for(signal, most);
    }
}

/// Is the task still wanted, and in time?
fn check(time_limit: Duration, start: Instant) -> Result<(), End> {
    if is_stopped() {
        return Err(End::Stopped);
    }
    if start.elapsed() > time_limit { Err(End::Time) } else { Ok(()) }
}

#[cfg(threads)]
fn rest_for(signal: &Signal, time: Duration) {
    signal.wait(time);
}

/// Without shared memory nobody else is there who could signal.
#[cfg(not(threads))]
fn rest_for(_: &Signal, time: Duration) {
    rest(time);
}

fn done<M: Memory>(machine: &Machine<M>, result: Data) -> Task {
    Task { time: TaskTime::default(), result, output: machine.output().to_owned() }
}

/// Puts a run of threads together from what each did and wrote; `hand_offs` if there was a GIL.
#[cfg(threads)]
pub(super) fn collect_threads(
    done: Vec<(Result<Task, TaskError>, Option<Record>)>,
    module_output: &str,
    total_ms: f64,
    hand_offs: Option<u32>,
) -> Result<Run, RunError> {
    let (tasks, records): (Vec<_>, Vec<_>) = done.into_iter().unzip();
    let mut run = collect(tasks, module_output, total_ms)?;
    run.hand_offs = hand_offs;
    let records: Option<Vec<Record>> = records.into_iter().collect();
    let hand_offs = hand_offs.unwrap_or_default();
    run.trace = records.map(|records| Trace::of(records, run.parts.total_ms, hand_offs));
    Ok(run)
}

/// Puts a run together from its tasks; the first failure fails it.
pub(super) fn collect(
    tasks: Vec<Result<Task, TaskError>>,
    module_output: &str,
    total_ms: f64,
) -> Result<Run, RunError> {
    let mut collected = Vec::with_capacity(tasks.len());
    for (worker, task) in (0u32..).zip(tasks) {
        let mut task = task.map_err(|cause| RunError { worker: Some(worker), cause })?;
        task.time.worker = worker;
        collected.push(task);
    }
    // The module was run once, on behalf of all.
    if let Some(first) = collected.first_mut() {
        first.output.insert_str(0, module_output);
    }
    let parts = Parts::of_threads(collected.iter().map(|task| task.time), total_ms);
    Ok(Run { parts, hand_offs: None, tasks: collected, trace: None, heap_bytes: 0, summary: None })
}

/// Sees what is left in the interpreter at the end of a run, and lets the program say what came of
/// it.
pub(super) fn conclude<M: Memory>(
    mut run: Run,
    interpreter: &Arc<Interpreter<M>>,
    time_limit: Duration,
) -> Result<Run, RunError> {
    run.heap_bytes = interpreter.heap_bytes();
    summarise(run, interpreter, time_limit)
}

/// Lets the program say what came of a run.
pub(super) fn summarise<M: Memory>(
    mut run: Run,
    interpreter: &Arc<Interpreter<M>>,
    time_limit: Duration,
) -> Result<Run, RunError> {
    if interpreter.module().function(SUMMARY).is_none() {
        return Ok(run);
    }
    let results = Data::List(run.tasks.iter().map(|task| task.result.clone()).collect());
    let mut machine = Machine::new(Arc::clone(interpreter), 0);
    let (company, start) = (Company::of(1), Instant::now());
    let mut recorder = Recorder::off();
    let summary = machine
        .start_call(SUMMARY, &[results])
        .map_err(TaskError::Raised)
        .and_then(|()| run_to_end(&mut machine, &company, time_limit, start, &mut recorder))
        .map_err(RunError::module)?;
    run.summary = Some(match summary.result {
        Data::Str(text) => text,
        other => other.repr().unwrap_or_else(|error| error.to_string()),
    });
    Ok(run)
}
