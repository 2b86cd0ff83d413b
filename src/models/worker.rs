//! What every worker does, whatever the model: load the module, start a task, run it slice by slice.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use web_time::Instant;

use super::job::{Job, Run, RunError, Task, TaskError};
use super::parts::{Parts, TaskTime};
use crate::code::Module;
#[cfg(threads)]
use crate::trace::{Record, Trace};
use crate::trace::{Recorder, State};
use crate::vm::{Data, Exceeded, Interpreter, Machine, Memory, Stop, Wait};

/// Checks of the breaker between two returns of the eval loop: a fraction of a millisecond.
/// Engines replace baseline code by optimised code when a function is entered again, so one long
/// call would stay slow; and between slices the time limit is looked at.
const CHECKS_PER_SLICE: u32 = 1 << 16;

/// About what a check costs with what lies between two of them.
const NANOSECONDS_PER_CHECK: u128 = 10;

/// How long a blocked worker sleeps before it looks whether its task is still wanted.
const LONGEST_REST: Duration = Duration::from_millis(20);

/// The name of the function that a worker runs.
pub(super) const TASK: &str = "task";

/// Set by the page when it has no use for this instance any more: browsers let a worker that was
/// terminated compute on for seconds.
static STOPPED: AtomicBool = AtomicBool::new(false);

/// Where the page sets it, in the memory that it shares with the workers.
#[cfg(threads)]
pub fn stop_flag() -> *const u8 {
    STOPPED.as_ptr().cast()
}

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
    load_module(&job.module, job.tasks.len(), job.time_limit).map_err(RunError::module)
}

/// The same, for any number of workers.
pub(super) fn load_module<M: Memory>(
    module: &Arc<Module>,
    workers: usize,
    time_limit: Duration,
) -> Result<(Arc<Interpreter<M>>, String), TaskError> {
    let interpreter = Interpreter::new(module, workers).map_err(|error| {
        TaskError::Raised(Box::new(crate::vm::Raised { error: *error, frames: Vec::new() }))
    })?;
    let interpreter = Arc::new(interpreter);
    let mut machine = Machine::new(Arc::clone(&interpreter), 0);
    machine.start_module();
    let task = run_to_end(&mut machine, time_limit, Instant::now(), &mut Recorder::off())?;
    drop(machine);
    Ok((interpreter, task.output))
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
    slice_of_checks(machine, CHECKS_PER_SLICE, time_limit, start)
}

/// Runs a machine for no longer than about `most`, as part of a task that began at `start`.
pub(super) fn slice_within<M: Memory>(
    machine: &mut Machine<M>,
    most: Duration,
    time_limit: Duration,
    start: Instant,
) -> Result<Slice, TaskError> {
    let checks = most.as_nanos() / NANOSECONDS_PER_CHECK;
    let checks = u32::try_from(checks).unwrap_or(u32::MAX).clamp(1, CHECKS_PER_SLICE);
    slice_of_checks(machine, checks, time_limit, start)
}

fn slice_of_checks<M: Memory>(
    machine: &mut Machine<M>,
    checks: u32,
    time_limit: Duration,
    start: Instant,
) -> Result<Slice, TaskError> {
    if STOPPED.load(Ordering::Relaxed) {
        return Err(TaskError::Lost("stopped".to_owned()));
    }
    match machine.run(checks) {
        Stop::Finished(result) => Ok(Slice::Done(done(machine, result))),
        Stop::Raised(raised) => Err(TaskError::Raised(raised)),
        Stop::Interrupted => Ok(Slice::Interrupted),
        Stop::Blocked(wait) => Ok(Slice::Blocked(wait)),
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
    time_limit: Duration,
    start: Instant,
    recorder: &mut Recorder,
) -> Result<Task, TaskError> {
    loop {
        match slice(machine, time_limit, start)? {
            Slice::Done(task) => return Ok(task),
            Slice::Blocked(what) => {
                recorder.enter(State::Sleeping);
                wait(machine, what, time_limit, start)?;
                recorder.enter(State::Running);
            }
            Slice::Interrupted | Slice::Going => {}
        }
    }
}

/// Waits for what a machine waits for, as part of a task that began at `start`. In between it looks
/// whether the task is still wanted.
pub(super) fn wait<M: Memory>(
    machine: &mut Machine<M>,
    what: Wait,
    time_limit: Duration,
    start: Instant,
) -> Result<(), TaskError> {
    let Wait::Sleep(length) = what;
    let begin = Instant::now();
    loop {
        if STOPPED.load(Ordering::Relaxed) {
            return Err(TaskError::Lost("stopped".to_owned()));
        }
        if start.elapsed() > time_limit {
            return Err(TaskError::Raised(machine.exceed(Exceeded::Time)));
        }
        let left = length.saturating_sub(begin.elapsed());
        if left.is_zero() {
            return Ok(());
        }
        rest(left.min(LONGEST_REST));
    }
}

/// Leaves the core to others.
#[cfg(threads)]
fn rest(time: Duration) {
    std::thread::sleep(time);
}

/// Without shared memory a worker has nothing to wait on, so it looks at the clock.
#[cfg(not(threads))]
fn rest(time: Duration) {
    let begin = Instant::now();
    while begin.elapsed() < time {
        std::hint::spin_loop();
    }
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
    Ok(Run { parts, hand_offs: None, tasks: collected, trace: None })
}
