//! A task program: its module is run once, then its functions are called by one thread or several,
//! which the scheduler runs.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::duty::{Call, Done, Duty, machine};
use super::job::{Job, Run, RunError, Task, TaskError};
use super::parts::{Parts, TaskTime};
use crate::code::Module;
#[cfg(threads)]
use crate::sched::carriers;
use crate::sched::gil::Switching;
use crate::sched::guarded::Guarded;
use crate::sched::home::{Home, MAIN_INTERPRETER};
use crate::sched::lock::Lock;
use crate::sched::process::FIRST;
use crate::sched::scheduler::{Ended, Scheduler};
use crate::sched::terms::Terms;
use crate::sched::thread::{Stage, Thread, ThreadInfo};
use crate::trace::{Clock, Record, Recorder, Trace};
use crate::vm::{Data, Interpreter, Raised};

/// The name of the function that is given all results at the end.
pub(super) const SUMMARY: &str = "summary";
/// The name of the function that a worker runs.
const TASK: &str = "task";

/// The terms under which a program runs.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    pub(super) switch_interval: Duration,
    pub(super) time_limit: Duration,
}

impl Limits {
    pub(super) fn of(job: &Job) -> Self {
        Self { switch_interval: job.switch_interval, time_limit: job.time_limit }
    }
}

/// A program whose module has been run.
pub(super) struct Program<L: Lock> {
    interpreter: Arc<Interpreter<L::Memory>>,
    /// What the module printed.
    pub(super) output: String,
    limits: Limits,
}

/// What came of calls.
pub(super) struct Called {
    /// In the order of the workers.
    pub(super) done: Vec<Done>,
    /// In the order of the threads.
    pub(super) records: Option<Vec<Record>>,
    pub(super) hand_offs: Option<u32>,
    pub(super) total_ms: f64,
}

/// The call of a worker's task.
pub(super) fn task(worker: usize, arguments: Vec<Data>) -> Call {
    Call { worker, function: Some(TASK), arguments }
}

impl Called {
    /// When nobody carries them any more.
    fn of<L: Lock>(scheduler: &Scheduler<L>, clock: Clock) -> Self {
        let total_ms = clock.ms();
        let Ended { threads, mut done, hand_offs, .. } = scheduler.finish();
        done.sort_by_key(|done| done.worker);
        let records = threads.into_iter().map(|(_, record)| record.map(|record| *record)).collect();
        Self { done, records, hand_offs, total_ms }
    }
}

impl<L: Lock> Program<L> {
    /// Makes an interpreter for so many workers and runs the module's body in it, before any clock
    /// is started: the start-up is that of the workers.
    #[optimize(size)]
    pub(super) fn load(
        module: &Arc<Module>,
        workers: usize,
        limits: Limits,
    ) -> Result<Self, RunError> {
        let interpreter = Interpreter::new(module, workers)
            .map_err(|error| RunError::module(TaskError::Raised(Box::new(Raised::from(*error)))))?;
        interpreter.set_switch_interval(limits.switch_interval);
        let interpreter = Arc::new(interpreter);
        let mut program = Self { interpreter, output: String::new(), limits };
        let body = Call { worker: 0, function: None, arguments: Vec::new() };
        program.output = program.call_one(body)?.1;
        // Its threads were the only others to have it.
        if let Some(interpreter) = Arc::get_mut(&mut program.interpreter) {
            interpreter.loaded();
        }
        Ok(program)
    }

    /// Bytes that its objects take.
    pub(super) fn heap_bytes(&self) -> usize {
        self.interpreter.heap_bytes()
    }

    /// Makes one call.
    fn call_one(&self, call: Call) -> Result<(Data, String), RunError> {
        let mut done = self.call_here(vec![vec![call]], false).done;
        let Done { result, output, .. } =
            done.pop().ok_or_else(|| RunError::lost("no result".to_owned()))?;
        match result {
            Ok(result) => Ok((result, output)),
            Err(cause) => Err(RunError { worker: None, cause, output }),
        }
    }

    /// Lets threads make calls, each those of one list, one after the other. All run on this thread
    /// of the system, in turns.
    pub(super) fn call_here(&self, calls: Vec<Vec<Call>>, trace: bool) -> Called {
        let clock = Clock::start();
        let scheduler = self.scheduler(calls, 1, clock, trace);
        scheduler.carry(0, &mut |_| true);
        Called::of(&scheduler, clock)
    }

    /// The same on so many threads of the system, where it has some.
    #[cfg(threads)]
    pub(super) fn call(
        &self,
        calls: Vec<Vec<Call>>,
        carriers: usize,
        trace: bool,
    ) -> Result<Called, String> {
        let clock = Clock::start();
        let scheduler = self.scheduler(calls, carriers, clock, trace);
        let carried = Arc::clone(&scheduler);
        carriers::run(carriers, move |carrier| carried.carry(carrier, &mut |_| true))?;
        Ok(Called::of(&scheduler, clock))
    }

    /// It has none here.
    #[cfg(not(threads))]
    #[expect(clippy::unnecessary_wraps, reason = "the other build can lose its threads")]
    pub(super) fn call(
        &self,
        calls: Vec<Vec<Call>>,
        _: usize,
        trace: bool,
    ) -> Result<Called, String> {
        Ok(self.call_here(calls, trace))
    }

    /// A scheduler whose threads have these calls to make.
    fn scheduler(
        &self,
        calls: Vec<Vec<Call>>,
        carriers: usize,
        clock: Clock,
        trace: bool,
    ) -> Arc<Scheduler<L>> {
        // The module may have set another interval than the plan.
        let lock = L::new(Switching::Asked(self.interpreter.switch_interval()));
        // SAFETY: only the thread that has the lock, if there is one, touches the interpreter and
        // machines; without one they may be used by several. This one waits for them all.
        let guarded = |interpreter| unsafe { Guarded::new(interpreter) };
        let home = Home::new(MAIN_INTERPRETER, lock, vec![guarded(Arc::clone(&self.interpreter))]);
        let workers = calls.len();
        let threads = calls.into_iter().map(|calls| {
            let machine = machine::<L>(&self.interpreter, &calls);
            let info = ThreadInfo {
                process: FIRST,
                ident: machine.ident(),
                name: String::new(),
                parent: None,
                is_daemon: false,
                is_task: false,
                start_ms: clock.ms(),
                end_ms: 0.0,
            };
            Thread {
                info,
                home: Arc::clone(&home),
                // SAFETY: as above.
                machine: unsafe { Guarded::new(machine) },
                recorder: Recorder::if_wanted(trace, clock, workers),
                heap: None,
                stage: Stage::Sent,
                errand: None,
                duty: Some(Box::new(Duty::of(calls))),
            }
        });
        let threads = threads.collect();
        let is_ended = Arc::<AtomicBool>::default();
        let time_limit = self.limits.time_limit;
        let virtual_threads = false;
        let terms = Terms { process: None, is_ended, clock, time_limit, virtual_threads, trace };
        Scheduler::new(home, threads, carriers, terms)
    }

    /// Puts a run together from what came of its tasks; the first failure fails it. In the end the
    /// program may say what came of it.
    pub(super) fn conclude(&self, called: Called) -> Result<Run, RunError> {
        let Called { done, records, hand_offs, total_ms } = called;
        let mut tasks = Vec::with_capacity(done.len());
        for done in done {
            let worker = u32::try_from(done.worker).unwrap_or(u32::MAX);
            let time = TaskTime { worker, start_ms: done.start_ms, end_ms: done.end_ms };
            match done.result {
                Ok(result) => tasks.push(Task { time, result, output: done.output }),
                Err(cause) => {
                    let output = self.output.clone() + &done.output;
                    return Err(RunError { worker: Some(worker), cause, output });
                }
            }
        }
        // The module was run once, on behalf of all.
        if let Some(first) = tasks.first_mut() {
            first.output.insert_str(0, &self.output);
        }
        let parts = Parts::of_threads(tasks.iter().map(|task| task.time), total_ms);
        let trace = records
            .map(|records| Trace::of(records, parts.total_ms, hand_offs.unwrap_or_default()));
        let heap_bytes = self.heap_bytes();
        let summary = self.summary(&tasks)?;
        Ok(Run { parts, hand_offs, tasks, trace, heap_bytes, summary })
    }

    /// What the program says of a run, if it has something to say.
    pub(super) fn summary(&self, tasks: &[Task]) -> Result<Option<String>, RunError> {
        if self.interpreter.module().function(SUMMARY).is_none() {
            return Ok(None);
        }
        let results = Data::List(tasks.iter().map(|task| task.result.clone()).collect());
        let call = Call { worker: 0, function: Some(SUMMARY), arguments: vec![results] };
        Ok(Some(match self.call_one(call)?.0 {
            Data::Str(text) => text,
            other => other.repr().unwrap_or_else(|error| error.to_string()),
        }))
    }
}
