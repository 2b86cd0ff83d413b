//! A GIL without shared memory: workers with memories of their own pass the lock by messages. Only
//! who holds it runs, for one switch interval; then the next one has it. For programs whose tasks
//! share nothing that changes, this is what a GIL does, but for the price of a message.

use std::collections::VecDeque;
use std::sync::Arc;

use super::wire::Response;
use super::{Joining, Loaded, ProcessHost, end, load, worker};
use crate::code::Module;
use crate::models::job::{Job, Run, RunError};
use crate::models::parts::Parts;
use crate::trace::{Clock, Record, State};

/// Why a program's tasks cannot be run apart from each other in memories of their own; `None` if
/// they can: what changes in one task the others must see.
pub fn why_not_apart(module: &Module) -> Option<String> {
    let stores = module.stores_globals_in_functions();
    stores.map(|name| {
        format!("its tasks share memory that changes (`{name}`), and there is none here")
    })
}

/// Why the lock of this program cannot be passed by messages.
pub fn why_not_passed(module: &Module) -> Option<String> {
    why_not_apart(module).or_else(|| {
        module.uses_global("time.sleep").then(|| {
            "its tasks sleep, which a lock that is passed by messages does not wait for".to_owned()
        })
    })
}

/// Runs a job on workers that pass the lock.
///
/// # Errors
/// If the module or a task fails, or a worker cannot be started or is lost.
pub async fn run(job: &Arc<Job>, host: &impl ProcessHost) -> Result<Run, RunError> {
    let clock = Clock::start();
    let done = run_on(job, host, clock).await;
    super::summarise(end(done, host, clock).await?, job)
}

async fn run_on(job: &Job, host: &impl ProcessHost, clock: Clock) -> Result<Joining, RunError> {
    let workers = job.tasks.len();
    // Who runs is seen from here; what a worker wrote would not have the waits.
    let Loaded { ready_ms, loaded_ms } = load(job, host, clock, false).await?;
    let mut records: Vec<_> = (0..workers).map(|_| Record::new(workers)).collect();
    for record in &mut records {
        record.enter(State::CopyingIn, ready_ms);
        record.enter(State::Waiting, loaded_ms);
    }
    let mut waiting: VecDeque<usize> = (0..workers).collect();
    let mut tasks: Vec<_> = (0..workers).map(|_| None).collect();
    let (mut started, mut ended_ms) = (vec![None; workers], loaded_ms);
    let (mut last, mut hand_offs, mut heap_bytes) = (None, 0, 0);
    while let Some(me) = waiting.pop_front() {
        hand_offs += u32::from(last.is_some_and(|last| last != me));
        last = Some(me);
        let taken_ms = clock.ms();
        records[me].enter(State::Running, taken_ms);
        let start_ms = *started[me].get_or_insert(taken_ms);
        let response = host.step(me, job.switch_interval).await.map_err(RunError::lost)?;
        ended_ms = clock.ms();
        if let Some(bytes) = response {
            records[me].enter(State::Joining, ended_ms);
            let response = Response::from_bytes(&bytes).map_err(RunError::lost)?;
            heap_bytes += usize::try_from(response.heap_bytes).unwrap_or(0);
            let task = response.into_task(u32::try_from(me).unwrap_or(u32::MAX))?;
            tasks[me] = Some(Ok(task.timed(start_ms, ended_ms)));
        } else {
            records[me].enter(State::Waiting, ended_ms);
            waiting.push_back(me);
        }
    }
    let mut run = worker::collect(tasks.into_iter().flatten().collect(), "", ended_ms)?;
    run.parts = Parts {
        start_up_ms: ready_ms,
        copy_in_ms: loaded_ms - ready_ms,
        compute_ms: ended_ms - loaded_ms,
        copy_out_ms: 0.0,
        join_ms: 0.0,
        total_ms: ended_ms,
    };
    run.hand_offs = Some(hand_offs);
    run.heap_bytes = heap_bytes;
    Ok(Joining { run, records: job.trace.then_some(records) })
}
