//! Threads with a GIL: K threads of shared memory, one heap, one lock that protects it.

mod lock;
mod state;
mod sync;

pub use lock::Gil;
pub use state::{GilState, ThreadId};

use std::sync::Arc;

use web_time::Instant;

use super::guarded::Guarded;
use super::job::{Job, Run, RunError, Task, TaskError};
use super::team;
use super::worker::{self, Slice};
use crate::trace::{Clock, Recorder, State};
use crate::vm::{Breaker, Interpreter, Machine, Plain};

/// Runs a job on threads that pass one GIL among them.
///
/// # Errors
/// If the module or a task fails, or a thread is lost.
pub fn run(job: &Arc<Job>) -> Result<Run, RunError> {
    let (interpreter, module_output) = worker::load::<Plain>(job)?;
    let workers = job.tasks.len();
    let breakers: Vec<Arc<Breaker>> = (0..workers).map(|_| Arc::default()).collect();
    let gil = Arc::new(Gil::new(job.switch_interval, breakers.clone()));
    let clock = Clock::start();
    let done = {
        // SAFETY: every thread takes the GIL before it touches the interpreter and drops it after.
        let interpreter = unsafe { Guarded::new(Arc::clone(&interpreter)) };
        let (gil, job) = (Arc::clone(&gil), Arc::clone(job));
        team::run(workers, move |me| {
            let mut recorder = Recorder::if_wanted(job.trace, clock, workers);
            let start_ms = clock.ms();
            gil.take_gil(me, &mut recorder);
            let task = run_task(&job, me, &gil, &breakers[me], &interpreter, &mut recorder);
            gil.drop_gil(me, State::Joining, &mut recorder);
            (task.map(|task| task.timed(start_ms, clock.ms())), recorder.finish())
        })
        .map_err(RunError::lost)?
    };
    let total_ms = clock.ms();
    worker::collect_threads(done, &module_output, total_ms, Some(gil.hand_offs()))
}

/// Runs one task. Everything in here happens while this thread holds the GIL, but for the waits.
fn run_task(
    job: &Job,
    me: ThreadId,
    gil: &Gil,
    breaker: &Arc<Breaker>,
    interpreter: &Guarded<Arc<Interpreter<Plain>>>,
    recorder: &mut Recorder,
) -> Result<Task, TaskError> {
    let mut machine = Machine::with_breaker(Arc::clone(interpreter.get()), me, Arc::clone(breaker));
    let start = Instant::now();
    worker::start(&mut machine, job, me)?;
    loop {
        match worker::slice(&mut machine, job.time_limit, start)? {
            Slice::Done(task) => return Ok(task),
            Slice::Interrupted => {
                gil.drop_gil(me, State::Waiting, recorder);
                gil.take_gil(me, recorder);
            }
            Slice::Blocked(wait) => {
                gil.drop_gil(me, State::Sleeping, recorder);
                let waited = worker::wait(&mut machine, wait, job.time_limit, start);
                gil.take_gil(me, recorder);
                waited?;
            }
            Slice::Going => {}
        }
    }
}

#[cfg(all(test, not(gil_loom)))]
mod tests;
