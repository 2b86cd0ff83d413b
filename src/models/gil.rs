//! Threads with a GIL: K threads of shared memory, one heap, one lock that protects it.

use std::sync::Arc;

use web_time::Instant;

use super::job::{Job, Run, RunError, Task, TaskError};
use super::worker::{self, Company, Slice};
use crate::sched::{Gil, Guarded, ThreadId, carriers};
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
    // The module may have set another one than the plan.
    let gil = Arc::new(Gil::new(interpreter.switch_interval()));
    let company = Arc::new(Company::of(workers));
    let clock = Clock::start();
    let done = {
        // SAFETY: every thread takes the GIL before it touches the interpreter and drops it after.
        let interpreter = unsafe { Guarded::new(Arc::clone(&interpreter)) };
        let (gil, job, company) = (Arc::clone(&gil), Arc::clone(job), Arc::clone(&company));
        carriers::run(workers, move |me| {
            let mut recorder = Recorder::if_wanted(job.trace, clock, workers);
            let start_ms = clock.ms();
            gil.take_gil(me, &breakers[me], &mut recorder);
            let thread = Thread { me, gil: &gil, company: &company, breaker: &breakers[me] };
            let task = run_task(&job, &thread, &interpreter, &mut recorder);
            gil.drop_gil(me, &breakers[me], State::Joining, &mut recorder);
            company.leave();
            (task.map(|task| task.timed(start_ms, clock.ms())), recorder.finish())
        })
        .map_err(RunError::lost)?
    };
    let total_ms = clock.ms();
    let run = worker::collect_threads(done, &module_output, total_ms, Some(gil.hand_offs()))?;
    // Every thread has ended: this one is the only one that uses the interpreter.
    worker::conclude(run, &interpreter, job.time_limit)
}

/// One of the threads.
struct Thread<'a> {
    me: ThreadId,
    gil: &'a Gil,
    company: &'a Company,
    breaker: &'a Arc<Breaker>,
}

/// Runs one task. Everything in here happens while this thread holds the GIL, but for the waits.
fn run_task(
    job: &Job,
    &Thread { me, gil, company, breaker }: &Thread<'_>,
    interpreter: &Guarded<Arc<Interpreter<Plain>>>,
    recorder: &mut Recorder,
) -> Result<Task, TaskError> {
    let mut machine = Machine::with_breaker(Arc::clone(interpreter.get()), me, Arc::clone(breaker));
    let start = Instant::now();
    let mut interval = interpreter.get().switch_interval();
    worker::start(&mut machine, job, me)?;
    loop {
        let slice = worker::slice(&mut machine, job.time_limit, start)?;
        if interpreter.get().switch_interval() != interval {
            interval = interpreter.get().switch_interval();
            gil.set_interval(interval);
        }
        match slice {
            Slice::Done(task) => return Ok(task),
            Slice::Interrupted => {
                gil.drop_gil(me, breaker, State::Waiting, recorder);
                gil.take_gil(me, breaker, recorder);
            }
            Slice::Blocked(wait) => {
                gil.drop_gil(me, breaker, worker::state_in(&wait), recorder);
                let waited = worker::wait(&wait, company, job.time_limit, start);
                gil.take_gil(me, breaker, recorder);
                waited.map_err(|end| end.of(&mut machine))?;
            }
            Slice::Going => {}
        }
    }
}
