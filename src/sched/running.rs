//! One process of a script while it runs: an interpreter, its scheduler, and what carries it.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::gil::Gil;
use super::guarded::Guarded;
use super::home::{Home, MAIN_INTERPRETER};
use super::lock::{Lock, NoLock};
use super::log::{Log, Printer};
use super::scheduler::{Ended, MAIN, RECORDED_THREADS, Scheduler, Tick, heaps};
use super::script::{Runtime, Script};
use super::terms::{Process, Terms};
use super::thread::{Stage, Thread, ThreadInfo};
use crate::trace::{Clock, Recorder};
use crate::vm::{Interpreter, Machine, System};

/// A scheduler, whatever its lock.
trait Driver: Send + Sync {
    fn carry(self: Arc<Self>, carrier: usize, tick: Tick<'_>);
    fn finish(&self) -> Ended;
    fn is_over(&self) -> bool;
    fn idle(&self) -> Duration;
    fn has_started(&self) -> bool;
}

impl<L: Lock> Driver for Scheduler<L> {
    fn carry(self: Arc<Self>, carrier: usize, tick: Tick<'_>) {
        Self::carry(&self, carrier, tick);
    }

    fn finish(&self) -> Ended {
        self.finish()
    }

    fn is_over(&self) -> bool {
        self.is_over()
    }

    fn idle(&self) -> Duration {
        self.idle()
    }

    fn has_started(&self) -> bool {
        self.has_started()
    }
}

/// A process that has not ended.
#[derive(Clone)]
pub(super) struct Running {
    driver: Arc<dyn Driver>,
    carriers: usize,
}

/// Where a process is, and what it belongs to.
pub(super) struct Place {
    pub(super) system: Arc<dyn System>,
    pub(super) clock: Clock,
    pub(super) log: Arc<Log>,
    /// Ends it, when it is set.
    pub(super) is_ended: Arc<AtomicBool>,
}

impl Running {
    /// A process that begins with the script. Nothing runs before something carries it.
    ///
    /// # Errors
    /// If this build cannot run it: what is missing.
    pub(super) fn start(script: &Script, place: Place) -> Result<Self, String> {
        match script.runtime {
            Runtime::Gil | Runtime::CountedGil => Self::start_under::<Gil>(script, place),
            Runtime::FreeThreaded if cfg!(threads) => Self::start_under::<NoLock>(script, place),
            Runtime::FreeThreaded => Err("free-threaded threads need memory that they share, and \
                                          there is none here"
                .to_owned()),
        }
    }

    fn start_under<L: Lock>(script: &Script, place: Place) -> Result<Self, String> {
        let Place { system, clock, log, is_ended } = place;
        let carriers = if cfg!(threads) { script.carriers.max(1) } else { 1 };
        let output = Arc::new(Printer { log, process: system.pid() });
        let interpreter =
            Interpreter::of_script(&script.module, heaps(carriers), Arc::clone(&system));
        let interpreter = Arc::new(interpreter.map_err(|error| error.to_string())?);
        interpreter.set_switch_interval(script.switch_interval);
        let mut main = Box::new(Machine::new(Arc::clone(&interpreter), 0));
        main.start_module();
        main.print_to(Arc::clone(&output) as Arc<_>);
        main.record_tasks(script.trace.then_some(clock));
        // SAFETY: only the thread that has the lock, if there is one, touches the interpreter and
        // machines; without one they may be used by several.
        let (interpreter, main) = unsafe { (Guarded::new(interpreter), Guarded::new(main)) };
        let Script { time_limit, virtual_threads, trace, .. } = *script;
        let lock = L::new(script.runtime.switching(script.switch_interval));
        let home = Home::new(MAIN_INTERPRETER, lock, vec![interpreter]);
        let thread = Thread {
            info: ThreadInfo {
                process: system.pid(),
                ident: MAIN,
                name: "MainThread".to_owned(),
                parent: None,
                is_daemon: false,
                is_task: false,
                start_ms: clock.ms(),
                end_ms: 0.0,
            },
            home: Arc::clone(&home),
            machine: main,
            recorder: Recorder::if_wanted(trace, clock, RECORDED_THREADS),
            heap: home.take_heap(),
            stage: Stage::Body,
            errand: None,
            duty: None,
        };
        let process = Some(Process { system, output });
        let terms = Terms { process, is_ended, clock, time_limit, virtual_threads, trace };
        let driver = Scheduler::new(home, vec![thread], carriers, terms);
        driver.know_interpreters();
        Ok(Self { driver, carriers })
    }

    /// How many may carry it at once.
    pub(super) fn carriers(&self) -> usize {
        self.carriers
    }

    /// Carries it, until it is over or `tick` says no more.
    pub(super) fn carry(&self, carrier: usize, tick: Tick<'_>) {
        Arc::clone(&self.driver).carry(carrier, tick);
    }

    /// Does nothing of it run any more, nor will?
    pub(super) fn is_over(&self) -> bool {
        self.driver.is_over()
    }

    /// How long nothing of it will run, unless something comes from outside.
    pub(super) fn idle(&self) -> Duration {
        self.driver.idle()
    }

    /// Has its program started a thread?
    pub(super) fn has_started(&self) -> bool {
        self.driver.has_started()
    }

    /// What came of it, once nobody carries it any more.
    pub(super) fn finish(&self) -> Ended {
        self.driver.finish()
    }
}
