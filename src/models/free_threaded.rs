//! Free-threaded threads (PEP 703): K threads of shared memory, one heap, no lock around it.

use std::sync::Arc;

use web_time::Instant;

use super::job::{Job, Run, RunError, Task, TaskError};
use super::team;
use super::worker::{self, Clock};
use crate::vm::{Interpreter, Machine, Shared};

/// Runs a job on threads that run at the same time.
///
/// # Errors
/// If the module or a task fails, or a thread is lost.
pub fn run(job: &Arc<Job>) -> Result<Run, RunError> {
    let (interpreter, module_output) = worker::load::<Shared>(job)?;
    let clock = Clock::start();
    let tasks = {
        let job = Arc::clone(job);
        team::run(job.tasks.len(), move |me| {
            let start_ms = clock.ms(clock.now());
            let task = run_task(&job, me, &interpreter)?;
            Ok(task.timed(start_ms, clock.ms(clock.now())))
        })
        .map_err(RunError::lost)?
    };
    let total_ms = clock.ms(clock.now());
    worker::collect(tasks, &module_output, total_ms)
}

fn run_task(
    job: &Job,
    me: usize,
    interpreter: &Arc<Interpreter<Shared>>,
) -> Result<Task, TaskError> {
    let mut machine = Machine::new(Arc::clone(interpreter), me);
    worker::start(&mut machine, job, me)?;
    worker::run_to_end(&mut machine, job.time_limit, Instant::now())
}
