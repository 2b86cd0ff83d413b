//! Processes: K workers, each a separate WebAssembly instance with its own memory and interpreter.
//! Program and arguments are serialised in, results out; nothing is shared.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use web_time::Instant;

use super::job::{Job, Run, RunError, Task, TaskError};
use super::parts::{Parts, TaskTime};
use super::worker;
use crate::code;
use crate::lang::Source;
use crate::trace::{Clock, Record, Recorder, State, Trace};
use crate::vm::{Data, Interpreter, Machine, Plain};

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

/// What goes into a process.
#[derive(Debug, Serialize, Deserialize)]
struct Request {
    source: String,
    arguments: Vec<Data>,
    time_limit: Duration,
    trace: bool,
}

/// What comes out of it.
#[derive(Debug, Serialize, Deserialize)]
struct Response {
    result: Result<Data, TaskError>,
    output: String,
    compute: Duration,
    /// Did the module fail, before the task began?
    in_module: bool,
    /// What it did from the start of its task on.
    record: Option<Record>,
}

/// Runs a job on processes.
///
/// # Errors
/// If the module or a task fails, or a process cannot be started or is lost.
pub async fn run(job: &Arc<Job>, host: &impl ProcessHost) -> Result<Run, RunError> {
    let clock = Clock::start();
    let result = run_on(job, host, clock).await;
    // The workers end whether or not they did well.
    let joined = host.join().await;
    let mut run = result?;
    joined.map_err(RunError::lost)?;
    let total_ms = clock.ms();
    run.run.parts.join_ms = total_ms - run.run.parts.total_ms;
    run.run.parts.total_ms = total_ms;
    run.run.trace = run.records.map(|records| Trace::of(records, total_ms, 0));
    Ok(run.run)
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
    let mut compute_ms = 0f64;
    for (worker, bytes) in (0u32..).zip(&responses) {
        let response = Response::from_bytes(bytes).map_err(RunError::lost)?;
        let task_ms = response.compute.as_secs_f64() * 1e3;
        compute_ms = compute_ms.max(task_ms);
        let worker_of_error = (!response.in_module).then_some(worker);
        let result =
            response.result.map_err(|cause| RunError { worker: worker_of_error, cause })?;
        let task = Task { time: TaskTime::default(), result, output: response.output };
        tasks.push(Ok(task.timed(loaded_ms, loaded_ms + task_ms)));
        records.push(response.record.map(|inside| {
            let mut record = Record::new(job.tasks.len());
            record.enter(State::CopyingIn, ready_ms);
            record.append(&inside, loaded_ms);
            record
        }));
    }
    let total_ms = clock.ms();
    let mut run = worker::collect(tasks, "", total_ms)?;
    run.parts = Parts {
        start_up_ms: ready_ms,
        copy_in_ms: loaded_ms - ready_ms,
        compute_ms,
        copy_out_ms: (total_ms - loaded_ms - compute_ms).max(0.0),
        join_ms: 0.0,
        total_ms,
    };
    let records = records.into_iter().map(|record| {
        let mut record: Record = record?;
        record.enter(State::Joining, total_ms);
        Some(record)
    });
    Ok(Joining { run, records: records.collect() })
}

impl Request {
    fn of(job: &Job, arguments: &[Data]) -> Self {
        Self {
            source: job.module.source().text().to_owned(),
            arguments: arguments.to_vec(),
            time_limit: job.time_limit,
            trace: job.trace,
        }
    }

    fn to_bytes(&self) -> Result<Vec<u8>, String> {
        postcard::to_allocvec(self).map_err(|error| error.to_string())
    }
}

impl Response {
    fn from_bytes(bytes: &[u8]) -> Result<Self, String> {
        postcard::from_bytes(bytes).map_err(|error| error.to_string())
    }
}

/// The inside of a process: its own interpreter with the program, ready to run its task.
pub struct ProcessInterpreter {
    loaded: Result<(Arc<Interpreter<Plain>>, String), TaskError>,
    arguments: Vec<Data>,
    time_limit: Duration,
    trace: bool,
}

impl ProcessInterpreter {
    /// Takes in a request: compiles the program and runs its module, as a spawned process of
    /// CPython imports the main module anew. A program that fails is told of by `run`.
    ///
    /// # Errors
    /// If these bytes are not a request.
    pub fn new(request: &[u8]) -> Result<Self, String> {
        let request: Request =
            postcard::from_bytes(request).map_err(|error| format!("not a request: {error}"))?;
        let module = code::compile(Source::new(request.source))
            .map_err(|problems| format!("the program does not compile: {problems:?}"))?;
        let loaded = worker::load_module(&Arc::new(module), 1, request.time_limit);
        let Request { arguments, time_limit, trace, .. } = request;
        Ok(Self { loaded, arguments, time_limit, trace })
    }

    /// Runs the task and gives the response.
    ///
    /// # Errors
    /// If the response cannot be serialised.
    pub fn run(&mut self) -> Result<Vec<u8>, String> {
        let start = Instant::now();
        let mut recorder = Recorder::if_wanted(self.trace, Clock::start(), 1);
        recorder.enter(State::Running);
        let mut response = match &self.loaded {
            Err(cause) => Response {
                result: Err(cause.clone()),
                output: String::new(),
                compute: Duration::ZERO,
                in_module: true,
                record: None,
            },
            Ok((interpreter, module_output)) => {
                let task = run_task(interpreter, &self.arguments, self.time_limit, &mut recorder);
                let (result, output) = match task {
                    Ok(task) => (Ok(task.result), module_output.clone() + &task.output),
                    Err(cause) => (Err(cause), module_output.clone()),
                };
                let compute = Duration::ZERO;
                Response { result, output, compute, in_module: false, record: None }
            }
        };
        response.compute = start.elapsed();
        recorder.enter(State::CopyingOut);
        response.record = recorder.finish();
        postcard::to_allocvec(&response).map_err(|error| error.to_string())
    }
}

fn run_task(
    interpreter: &Arc<Interpreter<Plain>>,
    arguments: &[Data],
    time_limit: Duration,
    recorder: &mut Recorder,
) -> Result<Task, TaskError> {
    let mut machine = Machine::new(Arc::clone(interpreter), 0);
    machine.start_call(worker::TASK, arguments).map_err(TaskError::Raised)?;
    worker::run_to_end(&mut machine, time_limit, Instant::now(), recorder)
}
