//! The baseline: one worker does all tasks, one after the other, in one interpreter.

use std::sync::Arc;

use web_time::Instant;

use super::job::{Job, Run, RunError, Task, TaskError};
use super::worker::{self, Company};
use crate::sched::Guarded;
#[cfg(threads)]
use crate::sched::carriers;
use crate::trace::{Clock, Record, Recorder, State, Trace};
use crate::vm::{Interpreter, Machine, Plain};

/// Runs a job's tasks in turn.
///
/// # Errors
/// If the module or a task fails, or the thread is lost.
pub fn run(job: &Arc<Job>) -> Result<Run, RunError> {
    let (interpreter, module_output) = worker::load::<Plain>(job)?;
    let clock = Clock::start();
    // SAFETY: one thread uses it, while this one waits.
    let guarded = unsafe { Guarded::new(Arc::clone(&interpreter)) };
    let (tasks, record) = on_a_worker({
        let job = Arc::clone(job);
        move || run_tasks(&job, guarded.get(), clock)
    })?;
    let total_ms = clock.ms();
    let mut run = worker::collect(tasks, &module_output, total_ms)?;
    run.trace = record.map(|record| Trace::of(vec![record], run.parts.total_ms, 0));
    worker::conclude(run, &interpreter, job.time_limit)
}

fn run_tasks(
    job: &Job,
    interpreter: &Arc<Interpreter<Plain>>,
    clock: Clock,
) -> (Vec<Result<Task, TaskError>>, Option<Record>) {
    let start = Instant::now();
    let mut recorder = Recorder::if_wanted(job.trace, clock, 1);
    let mut tasks = Vec::with_capacity(job.tasks.len());
    for worker in 0..job.tasks.len() {
        let start_ms = clock.ms();
        recorder.enter(State::Running);
        let task = run_task(job, worker, interpreter, start, &mut recorder);
        let failed = task.is_err();
        tasks.push(task.map(|task| task.timed(start_ms, clock.ms())));
        if failed {
            break;
        }
    }
    recorder.enter(State::Joining);
    (tasks, recorder.finish())
}

fn run_task(
    job: &Job,
    worker: usize,
    interpreter: &Arc<Interpreter<Plain>>,
    start: Instant,
    recorder: &mut Recorder,
) -> Result<Task, TaskError> {
    let mut machine = Machine::new(Arc::clone(interpreter), worker);
    worker::start(&mut machine, job, worker)?;
    worker::run_to_end(&mut machine, &Company::of(1), job.time_limit, start, recorder)
}

/// Where there are threads, on one of the same pool as the other models' workers.
#[cfg(threads)]
fn on_a_worker<T: Send + 'static>(
    work: impl Fn() -> T + Send + Sync + 'static,
) -> Result<T, RunError> {
    let mut results = carriers::run(1, move |_| work()).map_err(RunError::lost)?;
    results.pop().ok_or_else(|| RunError::lost("no result".to_owned()))
}

/// Where there are none, right here.
#[cfg(not(threads))]
#[expect(clippy::unnecessary_wraps, reason = "the other build can lose its thread")]
fn on_a_worker<T>(work: impl Fn() -> T) -> Result<T, RunError> {
    Ok(work())
}
