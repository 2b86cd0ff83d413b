//! Processes: K workers, each a separate WebAssembly instance with its own memory and interpreter.
//! Program and arguments are serialised in, results out; nothing is shared.

mod inside;
mod wire;

pub use inside::ProcessInterpreter;

use std::future::Future;

use wire::{Request, Response};

use super::job::{Job, Run, RunError, Task};
use super::parts::{Parts, TaskTime};
use super::program::{Limits, Program, SUMMARY};
use crate::sched::gil::Gil;
use crate::trace::{Clock, Record, State, Trace};

/// What the model needs from its surroundings: a group of workers with memories of their own.
/// Every message is bytes; errors are for people.
pub trait ProcessHost {
    /// Starts workers; done when each has its own instance and is ready.
    fn spawn(&self, count: usize) -> impl Future<Output = Result<(), String>>;

    /// Gives worker `i` request `i`; done when each has taken it in.
    fn load(&self, requests: Vec<Vec<u8>>) -> impl Future<Output = Result<(), String>>;

    /// Lets all workers run at once; their responses, in order.
    fn run(&self) -> impl Future<Output = Result<Vec<Vec<u8>>, String>>;

    /// Ends the workers.
    fn join(&self) -> impl Future<Output = Result<(), String>>;
}

/// Runs a job on processes.
///
/// # Errors
/// If the module or a task fails, or a process cannot be started or is lost.
pub async fn run(job: &Job, host: &impl ProcessHost) -> Result<Run, RunError> {
    let clock = Clock::start();
    let done = run_on(job, host, clock).await;
    summarise(end(done, host, clock).await?, job)
}

/// A run that only has to be joined.
struct Joining {
    run: Run,
    records: Option<Vec<Record>>,
}

/// Everything but the join.
async fn run_on(job: &Job, host: &impl ProcessHost, clock: Clock) -> Result<Joining, RunError> {
    host.spawn(job.tasks.len()).await.map_err(RunError::lost)?;
    let ready_ms = clock.ms();
    let requests = job.tasks.iter().map(|arguments| Request::of(job, arguments).to_bytes());
    let requests = requests.collect::<Result<Vec<_>, _>>().map_err(RunError::lost)?;
    host.load(requests).await.map_err(RunError::lost)?;
    let loaded_ms = clock.ms();
    let responses = host.run().await.map_err(RunError::lost)?;
    let mut tasks = Vec::with_capacity(responses.len());
    let mut records = Vec::with_capacity(responses.len());
    let (mut compute_ms, mut heap_bytes) = (0f64, 0);
    for (worker, bytes) in (0u32..).zip(&responses) {
        let response = Response::from_bytes(bytes).map_err(RunError::lost)?;
        let task_ms = response.compute.as_secs_f64() * 1e3;
        compute_ms = compute_ms.max(task_ms);
        heap_bytes += usize::try_from(response.heap_bytes).unwrap_or(0);
        records.push(response.record.as_ref().map(|inside| {
            let mut record = Record::new(job.tasks.len());
            record.enter(State::CopyingIn, ready_ms);
            record.append(inside, loaded_ms);
            record
        }));
        let time = TaskTime { worker, start_ms: loaded_ms, end_ms: loaded_ms + task_ms };
        tasks.push(response.into_task(time)?);
    }
    let total_ms = clock.ms();
    let parts = Parts {
        start_up_ms: ready_ms,
        copy_in_ms: loaded_ms - ready_ms,
        compute_ms,
        copy_out_ms: (total_ms - loaded_ms - compute_ms).max(0.0),
        join_ms: 0.0,
        total_ms,
    };
    // When each result arrived is not known, only when all had: their ways count as equally long.
    let records = records.into_iter().zip(&tasks).map(|(record, task)| {
        let mut record: Record = record?;
        record.enter(State::Joining, task.time.end_ms + parts.copy_out_ms);
        Some(record)
    });
    let records = records.collect();
    let run = Run { parts, hand_offs: None, tasks, trace: None, heap_bytes, summary: None };
    Ok(Joining { run, records })
}

/// Ends the workers, whether or not they did well.
async fn end(
    done: Result<Joining, RunError>,
    host: &impl ProcessHost,
    clock: Clock,
) -> Result<Run, RunError> {
    let joined = host.join().await;
    let Joining { mut run, records } = done?;
    joined.map_err(RunError::lost)?;
    let total_ms = clock.ms();
    run.parts.join_ms = total_ms - run.parts.total_ms;
    run.parts.total_ms = total_ms;
    run.trace = records.map(|records| Trace::of(records, total_ms, 0));
    Ok(run)
}

/// Lets the program say what came of a run, in the main interpreter, which has run its module and
/// nothing else: what the processes did to their own is not to be seen there.
fn summarise(mut run: Run, job: &Job) -> Result<Run, RunError> {
    if job.module.function(SUMMARY).is_some() {
        let program = Program::<Gil>::load(&job.module, 1, Limits::of(job));
        run.summary = program.map_err(RunError::module)?.summary(&run.tasks)?;
    }
    Ok(run)
}

impl Response {
    /// What its task gave, or how it failed.
    fn into_task(self, time: TaskTime) -> Result<Task, RunError> {
        let worker = (!self.in_module).then_some(time.worker);
        let result = self.result.map_err(|cause| RunError { worker, cause })?;
        Ok(Task { time, result, output: self.output })
    }
}
