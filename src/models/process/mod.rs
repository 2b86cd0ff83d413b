//! Processes: K workers, each a separate WebAssembly instance with its own memory and interpreter.
//! Program and arguments are serialised in, results out; nothing is shared.

mod interpreter;
pub mod passed;
mod wire;

pub use interpreter::ProcessInterpreter;

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use wire::{Request, Response};

use super::job::{Job, Run, RunError, Task};
use super::parts::{Parts, TaskTime};
use super::worker;
use crate::trace::{Clock, Record, State, Trace};
use crate::vm::Plain;

/// What the model needs from its surroundings: a group of workers with memories of their own.
/// Every message is bytes; errors are for people.
pub trait ProcessHost {
    /// Starts workers; done when each has its own instance and is ready.
    fn spawn(&self, count: usize) -> impl Future<Output = Result<(), String>>;

    /// Gives worker `i` request `i`; done when each has taken it in.
    fn load(&self, requests: Vec<Vec<u8>>) -> impl Future<Output = Result<(), String>>;

    /// Lets all workers run at once; their responses, in order.
    fn run(&self) -> impl Future<Output = Result<Vec<Vec<u8>>, String>>;

    /// Lets one worker run for about so long; `next` tells what comes of it.
    fn step(&self, worker: usize, time: Duration) -> Result<(), String>;

    /// Which worker has something to tell, in the order in which it comes.
    fn next(&self) -> impl Future<Output = Result<(usize, Turn), String>>;

    /// Ends the workers.
    fn join(&self) -> impl Future<Output = Result<(), String>>;
}

/// What a worker tells that runs step by step.
#[derive(Debug)]
pub enum Turn {
    /// Its time is over, and it has more to do.
    Going,
    /// It does or waits for something without the interpreter: [`State::Sleeping`] or
    /// [`State::Unlocked`].
    Blocked(State),
    /// That is over, and it has more to do.
    Awake,
    /// It has ended, with this response.
    Ended(Vec<u8>),
}

/// Runs a job on processes.
///
/// # Errors
/// If the module or a task fails, or a process cannot be started or is lost.
pub async fn run(job: &Arc<Job>, host: &impl ProcessHost) -> Result<Run, RunError> {
    let clock = Clock::start();
    let done = run_on(job, host, clock).await;
    summarise(end(done, host, clock).await?, job)
}

/// A run that only has to be joined.
struct Joining {
    run: Run,
    records: Option<Vec<Record>>,
}

/// When the workers were there, and when they had taken in what they need.
struct Loaded {
    ready_ms: f64,
    loaded_ms: f64,
}

/// Starts the workers and gives them their tasks.
async fn load(
    job: &Job,
    host: &impl ProcessHost,
    clock: Clock,
    trace: bool,
) -> Result<Loaded, RunError> {
    host.spawn(job.tasks.len()).await.map_err(RunError::lost)?;
    let ready_ms = clock.ms();
    let requests = job.tasks.iter().map(|arguments| Request::of(job, arguments, trace).to_bytes());
    let requests = requests.collect::<Result<Vec<_>, _>>().map_err(RunError::lost)?;
    host.load(requests).await.map_err(RunError::lost)?;
    Ok(Loaded { ready_ms, loaded_ms: clock.ms() })
}

/// Everything but the join.
async fn run_on(job: &Job, host: &impl ProcessHost, clock: Clock) -> Result<Joining, RunError> {
    let Loaded { ready_ms, loaded_ms } = load(job, host, clock, job.trace).await?;
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
        let task = response.into_task(worker)?;
        tasks.push(Ok(task.timed(loaded_ms, loaded_ms + task_ms)));
    }
    let total_ms = clock.ms();
    let mut run = worker::collect(tasks, "", total_ms)?;
    run.heap_bytes = heap_bytes;
    run.parts = Parts {
        start_up_ms: ready_ms,
        copy_in_ms: loaded_ms - ready_ms,
        compute_ms,
        copy_out_ms: (total_ms - loaded_ms - compute_ms).max(0.0),
        join_ms: 0.0,
        total_ms,
    };
    // When each result arrived is not known, only when all had: their ways count as equally long.
    let records = records.into_iter().zip(&run.tasks).map(|(record, task)| {
        let mut record: Record = record?;
        record.enter(State::Joining, task.time.end_ms + run.parts.copy_out_ms);
        Some(record)
    });
    let records = records.collect();
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
    let hand_offs = run.hand_offs.unwrap_or_default();
    run.trace = records.map(|records| Trace::of(records, total_ms, hand_offs));
    Ok(run)
}

/// Lets the program say what came of a run, in the main interpreter, which has run its module and
/// nothing else: what the processes did to their own is not to be seen there.
fn summarise(run: Run, job: &Job) -> Result<Run, RunError> {
    if job.module.function(worker::SUMMARY).is_none() {
        return Ok(run);
    }
    let (interpreter, _) = worker::load::<Plain>(job)?;
    worker::summarise(run, &interpreter, job.time_limit)
}

impl Response {
    /// What its task gave, or how it failed.
    fn into_task(self, worker: u32) -> Result<Task, RunError> {
        let worker = (!self.in_module).then_some(worker);
        let result = self.result.map_err(|cause| RunError { worker, cause })?;
        Ok(Task { time: TaskTime::default(), result, output: self.output })
    }
}
