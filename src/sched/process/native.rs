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
    execute_on(script, on_output, |running, tell| {
        let carried = running.clone();
        let work = move |carrier| carried.carry(carrier, &mut |_| true);
        carriers::run_while(running.carriers(), work, tell).map(drop)
    })
}

/// The same, with what has threads of the system carry the first process to its end.
fn execute_on(
    script: &Script,
    on_output: &mut dyn FnMut(Vec<Printed>),
    carry: impl FnOnce(&Running, &mut dyn FnMut()) -> Result<(), String>,
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
    carry(&running, &mut tell)?;
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

#[cfg(all(test, not(gil_loom)))]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::code;
    use crate::lang::Source;
    use crate::sched::script::Runtime;
    use crate::vm::Given;

    /// Small enough for Miri, which knows no pool of threads that outlives its test.
    const TALK: &str = "\
import _process
given = _process.argument()
if given is None:
    question = _process.channel(None)
    answer = _process.channel(None)
    block = _process.block(8)
    given = b'\\1\\2\\3'
    if (question, answer, block) != (1, 2, 3):
        _process.exit(3)
    pid = _process.spawn('child', given, [(question, True), (answer, False)])
    _process.send(question, b'how much?', False, None)
    if _process.receive(answer, None) != b'seven':
        _process.exit(4)
    if _process.load(block, 'q', 0) != 7:
        _process.exit(5)
    if _process.wait(pid, None) != 6:
        _process.exit(7)
else:
    question, answer, block = given[0], given[1], given[2]
    if _process.receive(question, None) == b'how much?':
        _process.store(block, 'q', 0, 7)
        _process.send(answer, b'seven', False, None)
        _process.exit(6)
";

    #[test]
    fn processes_talk_by_messages_and_share_memory() {
        let module = Arc::new(code::compile(Source::new(TALK)).expect("it compiles"));
        // Miri takes half a minute for each.
        let runtimes = if cfg!(miri) { 1 } else { 2 };
        for runtime in [Runtime::Gil, Runtime::FreeThreaded].into_iter().take(runtimes) {
            let script = Script {
                module: Arc::clone(&module),
                runtime,
                carriers: 1,
                virtual_threads: false,
                given: Given::default(),
                switch_interval: Duration::from_millis(5),
                time_limit: Duration::from_mins(10),
                trace: false,
            };
            let execution = execute_on(&script, &mut |_| {}, |running, _| {
                running.carry(0, &mut |_| true);
                Ok(())
            });
            let execution = execution.expect("it can be run");
            assert_eq!((execution.failure, execution.status), (None, 0));
            assert_eq!(execution.processes.len(), 1);
            assert_eq!(execution.processes[0].status, 6);
        }
    }
}
