//! Processes: K workers, each a separate WebAssembly instance with its own memory and interpreter.
//! Program and arguments are serialised in, results out; nothing is shared.

mod inside;
mod message;

pub(in crate::sched) use inside::live;

use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use message::{Outcome, Request, Said};

use super::job::{Job, Run, RunError, Task};
use super::parts::{Parts, TaskTime};
use super::program::{Limits, Program, SUMMARY};
use crate::sched::gil::Gil;
use crate::sched::process::{Beginning, FIRST, Host, News, from_bytes, to_bytes};
use crate::trace::{Clock, Record, State, Trace};
use crate::vm::Pid;

/// How long a process may take to say that it is there.
const LONGEST_START: Duration = Duration::from_secs(20);

/// After so long it is looked at the clock; what comes is heard at once.
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// The number of the next process: one of an earlier run may still have something to say.
static NEXT: AtomicU32 = AtomicU32::new(FIRST + 1);

/// Runs a job on processes.
///
/// # Errors
/// If the module or a task fails, or a process cannot be started or is lost.
pub async fn apart(job: &Job, host: &impl Host) -> Result<Run, RunError> {
    let clock = Clock::start();
    let team = Team::of(host, job.tasks.len());
    let done = run_on(job, &team, clock).await;
    team.end();
    let Joining { mut run, records } = done?;
    let total_ms = clock.ms();
    run.parts.join_ms = total_ms - run.parts.total_ms;
    run.parts.total_ms = total_ms;
    run.trace = records.map(|records| Trace::of(records, total_ms, 0));
    summarise(run, job)
}

/// The processes of a run.
struct Team<'a, H> {
    host: &'a H,
    pids: Range<Pid>,
}

impl<'a, H: Host> Team<'a, H> {
    fn of(host: &'a H, workers: usize) -> Self {
        let workers = Pid::try_from(workers).unwrap_or(Pid::MAX);
        let first = NEXT.fetch_add(workers, Ordering::Relaxed);
        Self { host, pids: first..first + workers }
    }

    /// Starts them; done when each has its own instance and is there.
    async fn start(&self) -> Result<(), String> {
        let beginning = to_bytes(&Beginning::OfTask)?;
        self.pids.clone().try_for_each(|pid| self.host.start(pid, beginning.clone()))?;
        self.hear_all(LONGEST_START).await.map(drop)
    }

    /// Tells each of them something; what each says to that, in their order.
    async fn ask(&self, messages: Vec<Vec<u8>>) -> Result<Vec<Said>, String> {
        let mut all = self.pids.clone().zip(messages);
        all.try_for_each(|(pid, message)| self.host.send(pid, message))?;
        self.hear_all(Duration::MAX).await
    }

    /// The next thing that each of them says, in their order.
    async fn hear_all(&self, longest: Duration) -> Result<Vec<Said>, String> {
        let clock = Clock::start();
        let mut said: Vec<Option<Said>> = self.pids.clone().map(|_| None).collect();
        while said.iter().any(Option::is_none) {
            let news = self.host.take()?;
            let who = |pid| self.pids.clone().position(|one| one == pid);
            match news {
                Some(News::Said(pid, message)) => {
                    if let Some(worker) = who(pid) {
                        said[worker] = Some(from_bytes(&message)?);
                    }
                }
                Some(News::Lost(pid, why)) if who(pid).is_some() => return Err(why),
                Some(News::Lost(..)) => {}
                None if clock.ms() > longest.as_secs_f64() * 1e3 => {
                    return Err("a process did not start in time".to_owned());
                }
                None => self.host.wait(LONGEST_WAIT).await?,
            }
        }
        Ok(said.into_iter().flatten().collect())
    }

    fn end(&self) {
        self.pids.clone().for_each(|pid| self.host.end(pid));
    }
}

/// A run that only has to be joined.
struct Joining {
    run: Run,
    records: Option<Vec<Record>>,
}

/// Everything but the join.
async fn run_on<H: Host>(job: &Job, team: &Team<'_, H>, clock: Clock) -> Result<Joining, RunError> {
    team.start().await.map_err(RunError::lost)?;
    let ready_ms = clock.ms();
    let requests = job.tasks.iter().map(|arguments| to_bytes(&Request::of(job, arguments)));
    let requests = requests.collect::<Result<_, _>>().map_err(RunError::lost)?;
    team.ask(requests).await.map_err(RunError::lost)?;
    let loaded_ms = clock.ms();
    let answers = team.ask(vec![Vec::new(); job.tasks.len()]).await.map_err(RunError::lost)?;
    let mut tasks = Vec::with_capacity(answers.len());
    let mut records = Vec::with_capacity(answers.len());
    let (mut compute_ms, mut heap_bytes) = (0f64, 0);
    for (worker, answer) in (0u32..).zip(answers) {
        let Said::Ended(outcome) = answer else {
            return Err(RunError::lost(format!("not an end: {answer:?}")));
        };
        let task_ms = outcome.compute.as_secs_f64() * 1e3;
        compute_ms = compute_ms.max(task_ms);
        heap_bytes += usize::try_from(outcome.heap_bytes).unwrap_or(0);
        records.push(outcome.record.as_ref().map(|inside| {
            let mut record = Record::new(job.tasks.len());
            record.enter(State::CopyingIn, ready_ms);
            record.append(inside, loaded_ms);
            record
        }));
        let time = TaskTime { worker, start_ms: loaded_ms, end_ms: loaded_ms + task_ms };
        tasks.push(outcome.into_task(time)?);
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

/// Lets the program say what came of a run, in the main interpreter, which has run its module and
/// nothing else: what the processes did to their own is not to be seen there.
fn summarise(mut run: Run, job: &Job) -> Result<Run, RunError> {
    if job.module.function(SUMMARY).is_some() {
        let program = Program::<Gil>::load(&job.module, 1, Limits::of(job))?;
        run.summary = program.summary(&run.tasks)?;
    }
    Ok(run)
}

impl Outcome {
    /// What its task gave, or how it failed.
    fn into_task(self, time: TaskTime) -> Result<Task, RunError> {
        let worker = (!self.in_module).then_some(time.worker);
        let output = self.output;
        match self.result {
            Ok(result) => Ok(Task { time, result, output }),
            Err(cause) => Err(RunError { worker, cause, output }),
        }
    }
}
