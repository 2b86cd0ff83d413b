//! Processes natively: threads of the system, each with interpreters and heaps of its own.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread::{self, JoinHandle};

use super::kernel::Birth;
use super::world::{Outside, World};
use super::{Remains, told};
use crate::sched::carriers;
use crate::sched::log::{Log, Printed, Printer};
use crate::sched::running::{Place, Running};
use crate::sched::scheduler::Ended;
use crate::sched::script::{Execution, Script};
use crate::trace::Clock;
use crate::vm::{Answer, Pid, Sink, Stream};

/// Threads of the system that carry the threads of a process.
const CARRIERS: usize = 2;

/// Runs a script to its end. `on_output` hears of what it prints, every few milliseconds.
///
/// # Errors
/// If this build cannot run it at all: what is missing.
pub fn execute(
    script: &Script,
    on_output: &mut dyn FnMut(Vec<Printed>),
) -> Result<Execution, String> {
    let clock = Clock::start();
    let log = Arc::new(Log::new(clock));
    let threads = Arc::new(Threads {
        script: Script { carriers: CARRIERS, ..script.clone() },
        clock,
        log: Arc::clone(&log),
        started: Mutex::default(),
    });
    let world = World::new(clock, &script.given, Box::new(Starter(Arc::downgrade(&threads))));
    let place =
        Place { system: world.first(), clock, log: Arc::clone(&log), is_ended: Arc::default() };
    let running = Running::start(script, place)?;
    let mut tell = || {
        let fresh = log.take_fresh();
        if !fresh.is_empty() {
            on_output(fresh);
        }
    };
    let carried = running.clone();
    let work = move |carrier| carried.carry(carrier, &mut |_| true);
    carriers::run_while(running.carriers(), work, &mut tell)?;
    let total_ms = clock.ms();
    world.end_all();
    threads.join();
    tell();
    Ok(Execution::of(running.finish(), world.take_history(), &log, total_ms))
}

/// What starts threads of the system, and waits for them.
struct Threads {
    script: Script,
    clock: Clock,
    log: Arc<Log>,
    started: Mutex<HashMap<Pid, Started>>,
}

struct Started {
    thread: JoinHandle<()>,
    is_ended: Arc<AtomicBool>,
}

/// As the world knows it, which it outlives.
struct Starter(Weak<Threads>);

impl Outside for Starter {
    fn start(&self, world: &Arc<World>, birth: Birth) {
        let Some(threads) = self.0.upgrade() else { return };
        let (pid, is_ended) = (birth.pid, Arc::<AtomicBool>::default());
        let (world, inside, ended) = (Arc::clone(world), Arc::clone(&threads), is_ended.clone());
        let thread = thread::spawn(move || inside.run(&world, birth, ended));
        threads.started().insert(pid, Started { thread, is_ended });
    }

    fn answer(&self, _: Pid, _: u64, _: Answer) {
        // Only to a process that has ended meanwhile: all others are in this memory.
    }

    fn end(&self, pid: Pid) {
        let Some(threads) = self.0.upgrade() else { return };
        if let Some(started) = threads.started().get(&pid) {
            started.is_ended.store(true, Ordering::Relaxed);
        }
    }
}

impl Threads {
    fn started(&self) -> MutexGuard<'_, HashMap<Pid, Started>> {
        self.started.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn join(&self) {
        let started: Vec<_> = self.started().drain().collect();
        for (_, started) in started {
            // One that panicked has said so.
            drop(started.thread.join());
        }
    }

    /// The life of a process.
    fn run(&self, world: &Arc<World>, birth: Birth, is_ended: Arc<AtomicBool>) {
        let (pid, name) = (birth.pid, birth.name.clone());
        let (system, log) = (world.child(birth), Arc::clone(&self.log));
        let place = Place { system, clock: self.clock, log, is_ended };
        let stderr = Printer { log: Arc::clone(&self.log), process: pid };
        let running = match Running::start(&self.script, place) {
            Ok(running) => running,
            Err(why) => {
                stderr.write(1, Stream::Stderr, &format!("Process {name}: {why}\n"));
                return world.ended(pid, 1);
            }
        };
        thread::scope(|scope| {
            for carrier in 0..running.carriers() {
                let running = &running;
                scope.spawn(move || running.carry(carrier, &mut |_| true));
            }
        });
        let Ended { threads, status, failure, heap_bytes, .. } = running.finish();
        let failure = failure.map(|failure| told(&name, &failure, &self.script.module));
        if let Some(text) = &failure {
            stderr.write(1, Stream::Stderr, text);
        }
        let status = if failure.is_some() { 1 } else { status };
        // It has the clock of the first process.
        world.leave(Remains { pid, start_ms: 0.0, status, threads, heap_bytes });
    }
}
