//! Runs the tasks of a program, as the harness of an experiment: who calls `task`, under which lock,
//! and where its time goes. The scheduler runs them as it runs the threads of a script.

mod duty;
mod job;
mod parts;
pub(super) mod process;
mod program;

pub(super) use duty::{Done, Duty};
pub use job::{Job, Run, RunError, Task, TaskError};
pub use parts::{Parts, TaskTime};
pub use process::apart;

use program::{Limits, Program};

use super::gil::Gil;
use super::lock::{Lock, NoLock};
use crate::trace::Trace;

/// Runs a job's tasks one after the other, by one thread: the baseline.
///
/// # Errors
/// If the module or a task fails, or the thread is lost.
pub fn in_turn(job: &Job) -> Result<Run, RunError> {
    let run = run::<Gil>(job, |calls| vec![calls])?;
    Ok(Run { hand_offs: None, ..run })
}

/// Runs a job's tasks at the same time, each by a thread of its own, with a GIL.
///
/// # Errors
/// If the module or a task fails, or a thread is lost.
pub fn with_gil(job: &Job) -> Result<Run, RunError> {
    run::<Gil>(job, a_thread_each)
}

/// The same without one.
///
/// # Errors
/// If the module or a task fails, or a thread is lost; also in a build that has no threads.
pub fn without_gil(job: &Job) -> Result<Run, RunError> {
    if cfg!(threads) {
        run::<NoLock>(job, a_thread_each)
    } else {
        Err(RunError::lost("this build of the engine has no threads".to_owned()))
    }
}

fn a_thread_each(calls: Vec<duty::Call>) -> Vec<Vec<duty::Call>> {
    calls.into_iter().map(|call| vec![call]).collect()
}

fn run<L: Lock>(
    job: &Job,
    threads: impl FnOnce(Vec<duty::Call>) -> Vec<Vec<duty::Call>>,
) -> Result<Run, RunError> {
    let program = Program::<L>::load(&job.module, job.tasks.len(), Limits::of(job))?;
    let calls = job.tasks.iter().cloned().enumerate();
    let calls = calls.map(|(worker, arguments)| program::task(worker, arguments)).collect();
    let threads = threads(calls);
    let carriers = threads.len().min(job.carriers);
    let called = program.call(threads, carriers, job.trace).map_err(RunError::lost)?;
    let mut run = program.conclude(called)?;
    if let Some(trace) = &mut run.trace {
        name_workers(trace);
    }
    Ok(run)
}

/// The trace names threads by their identities, which begin with 1.
fn name_workers(trace: &mut Trace) {
    let worker = |ident: u32| ident.saturating_sub(1);
    for hand_off in &mut trace.hand_offs {
        hand_off.from = worker(hand_off.from);
        hand_off.to = worker(hand_off.to);
        hand_off.asked_by = hand_off.asked_by.map(worker);
    }
}
