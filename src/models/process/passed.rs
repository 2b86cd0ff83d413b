//! A GIL without shared memory: workers with memories of their own pass the lock by messages. Only
//! who holds it runs; who sleeps gives it away. For programs whose tasks share nothing that changes,
//! this is what a GIL does, but for the price of a message.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use super::wire::Response;
use super::{Joining, Loaded, ProcessHost, Turn, end, load, worker};
use crate::code::Module;
use crate::models::job::{Job, Run, RunError, Task};
use crate::models::parts::Parts;
use crate::trace::{Clock, Record, State};

/// Why a program's tasks cannot be run apart from each other in memories of their own; `None` if
/// they can: what changes in one task the others must see.
pub fn why_not_apart(module: &Module) -> Option<String> {
    let seeded = || module.uses_global("random.seed").then_some("random.seed");
    let shared = module.stores_globals_in_functions().or_else(seeded);
    shared.map(|name| {
        format!("its tasks share memory that changes (`{name}`), and there is none here")
    })
}

/// Why the lock of this program cannot be passed by messages.
pub fn why_not_passed(module: &Module) -> Option<String> {
    why_not_apart(module).or_else(|| {
        module.uses_global("sys.setswitchinterval").then(|| {
            "it sets the switch interval itself, which a lock that is passed by messages does not \
             hear of"
                .to_owned()
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
    let mut lock = Lock::new(job.switch_interval);
    let mut records: Vec<_> = (0..workers).map(|_| Record::new(workers)).collect();
    for (worker, record) in records.iter_mut().enumerate() {
        record.enter(State::CopyingIn, ready_ms);
        record.enter(State::Waiting, loaded_ms);
        lock.wait(worker, loaded_ms);
    }
    let mut tasks: Vec<Option<Task>> = vec![None; workers];
    let (mut started, mut ended_ms) = (vec![None; workers], loaded_ms);
    let mut heap_bytes = 0;
    while tasks.iter().any(Option::is_none) {
        let now_ms = clock.ms();
        if let Some(holder) = lock.take(now_ms) {
            records[holder].enter(State::Running, now_ms);
            started[holder].get_or_insert(now_ms);
            host.step(holder, lock.time_left(now_ms)).map_err(RunError::lost)?;
        }
        let (me, turn) = host.next().await.map_err(RunError::lost)?;
        let now_ms = clock.ms();
        let state = match turn {
            Turn::Going => match lock.time_left(now_ms) {
                Duration::ZERO => State::Waiting,
                left => {
                    host.step(me, left).map_err(RunError::lost)?;
                    continue;
                }
            },
            Turn::Blocked(state) => state,
            Turn::Awake => State::Waiting,
            Turn::Ended(bytes) => {
                let response = Response::from_bytes(&bytes).map_err(RunError::lost)?;
                heap_bytes += usize::try_from(response.heap_bytes).unwrap_or(0);
                let task = response.into_task(u32::try_from(me).unwrap_or(u32::MAX))?;
                let start_ms = started[me].unwrap_or(loaded_ms);
                tasks[me] = Some(task.timed(start_ms, now_ms));
                ended_ms = now_ms;
                State::Joining
            }
        };
        records[me].enter(state, now_ms);
        lock.drop(me);
        if state == State::Waiting {
            lock.wait(me, now_ms);
        }
    }
    let mut run = worker::collect(tasks.into_iter().flatten().map(Ok).collect(), "", ended_ms)?;
    run.parts = Parts {
        start_up_ms: ready_ms,
        copy_in_ms: loaded_ms - ready_ms,
        compute_ms: ended_ms - loaded_ms,
        copy_out_ms: 0.0,
        join_ms: 0.0,
        total_ms: ended_ms,
    };
    run.hand_offs = Some(lock.hand_offs);
    run.heap_bytes = heap_bytes;
    Ok(Joining { run, records: job.trace.then_some(records) })
}

/// The lock, by the rules of CPython's `take_gil`: who waits asks for it after a whole interval in
/// which it was not handed on.
struct Lock {
    interval_ms: f64,
    holder: Option<usize>,
    last_holder: Option<usize>,
    /// When it was last handed on.
    handed_on_ms: f64,
    hand_offs: u32,
    /// Who waits, and since when.
    waiting: VecDeque<(usize, f64)>,
}

impl Lock {
    fn new(interval: Duration) -> Self {
        Self {
            interval_ms: interval.as_secs_f64() * 1e3,
            holder: None,
            last_holder: None,
            handed_on_ms: 0.0,
            hand_offs: 0,
            waiting: VecDeque::new(),
        }
    }

    fn wait(&mut self, worker: usize, now_ms: f64) {
        self.waiting.push_back((worker, now_ms));
    }

    /// Whoever has waited longest takes it, if it is free.
    fn take(&mut self, now_ms: f64) -> Option<usize> {
        if self.holder.is_some() {
            return None;
        }
        let (worker, _) = self.waiting.pop_front()?;
        if self.last_holder.is_some_and(|last| last != worker) {
            self.hand_offs += 1;
            self.handed_on_ms = now_ms;
        }
        self.holder = Some(worker);
        self.last_holder = self.holder;
        self.holder
    }

    /// This worker lets it go, if it has it.
    fn drop(&mut self, worker: usize) {
        if self.holder == Some(worker) {
            self.holder = None;
        }
    }

    /// How long the holder may run before it is looked at again.
    fn time_left(&self, now_ms: f64) -> Duration {
        let asked_ms = match self.waiting.front() {
            Some((_, since_ms)) => since_ms.max(self.handed_on_ms) + self.interval_ms,
            None => now_ms + self.interval_ms,
        };
        Duration::from_secs_f64((asked_ms - now_ms).max(0.0) / 1e3)
    }
}

#[cfg(test)]
mod tests {
    use super::Lock;
    use std::time::Duration;

    fn lock() -> Lock {
        let mut lock = Lock::new(Duration::from_millis(5));
        lock.wait(0, 0.0);
        assert_eq!(lock.take(0.0), Some(0));
        lock
    }

    #[test]
    fn who_waits_asks_for_it_after_an_interval() {
        let mut lock = lock();
        assert_eq!(lock.time_left(3.0), Duration::from_millis(5), "nobody waits");
        lock.wait(1, 4.0);
        assert_eq!(lock.time_left(5.0), Duration::from_millis(4));
        assert_eq!(lock.time_left(9.0), Duration::ZERO);
    }

    #[test]
    fn a_hand_off_makes_the_others_wait_a_whole_interval_more() {
        let mut lock = lock();
        lock.wait(1, 1.0);
        lock.wait(2, 2.0);
        lock.drop(0);
        lock.wait(0, 6.0);
        assert_eq!(lock.take(6.0), Some(1));
        assert_eq!(lock.time_left(6.0), Duration::from_millis(5));
    }

    #[test]
    fn only_another_worker_is_a_hand_off() {
        let mut lock = lock();
        lock.drop(0);
        assert_eq!(lock.take(1.0), None, "all sleep");
        lock.wait(0, 2.0);
        assert_eq!(lock.take(2.0), Some(0));
        assert_eq!(lock.hand_offs, 0);
        lock.wait(1, 3.0);
        assert_eq!(lock.take(3.0), None, "it is taken");
        lock.drop(1);
        assert_eq!(lock.take(3.0), None, "it was not this worker's");
        lock.drop(0);
        assert_eq!(lock.take(8.0), Some(1));
        assert_eq!(lock.hand_offs, 1);
    }
}
