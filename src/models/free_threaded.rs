//! Free-threaded threads (PEP 703): K threads of shared memory, one heap, no lock around it.

use std::sync::Arc;

use web_time::Instant;

use super::job::{Job, Run, RunError, Task, TaskError};
use super::worker::{self, Company};
use crate::sched::carriers;
use crate::trace::{Clock, Recorder, State};
use crate::vm::{Interpreter, Machine, Shared};

/// Runs a job on threads that run at the same time.
///
/// # Errors
/// If the module or a task fails, or a thread is lost.
pub fn run(job: &Arc<Job>) -> Result<Run, RunError> {
    let (interpreter, module_output) = worker::load::<Shared>(job)?;
    let clock = Clock::start();
    let done = {
        let (job, interpreter) = (Arc::clone(job), Arc::clone(&interpreter));
        let company = Arc::new(Company::of(job.tasks.len()));
        carriers::run(job.tasks.len(), move |me| {
            let mut recorder = Recorder::if_wanted(job.trace, clock, job.tasks.len());
            let start_ms = clock.ms();
            recorder.enter(State::Running);
            let task = run_task(&job, me, &company, &interpreter, &mut recorder);
            company.leave();
            recorder.enter(State::Joining);
            (task.map(|task| task.timed(start_ms, clock.ms())), recorder.finish())
        })
        .map_err(RunError::lost)?
    };
    let total_ms = clock.ms();
    let run = worker::collect_threads(done, &module_output, total_ms, None)?;
    worker::conclude(run, &interpreter, job.time_limit)
}

fn run_task(
    job: &Job,
    me: usize,
    company: &Company,
    interpreter: &Arc<Interpreter<Shared>>,
    recorder: &mut Recorder,
) -> Result<Task, TaskError> {
    let mut machine = Machine::new(Arc::clone(interpreter), me);
    worker::start(&mut machine, job, me)?;
    worker::run_to_end(&mut machine, company, job.time_limit, Instant::now(), recorder)
}
