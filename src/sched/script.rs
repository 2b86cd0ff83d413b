//! Runs a script: a program that starts its own threads.

use std::sync::Arc;
use std::time::Duration;

use super::gil::Gil;
use super::guarded::Guarded;
use super::lock::{Lock, NoLock};
use super::log::{Log, Printed};
use super::scheduler::{Ended, Scheduler, Terms, heaps};
use super::thread::{Failure, ThreadInfo};
use crate::code::Module;
use crate::trace::{Clock, Trace};
use crate::vm::{Interpreter, Machine};

/// Which Python runs a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runtime {
    /// One lock for the interpreter.
    Gil,
    /// None (PEP 703).
    FreeThreaded,
}

/// A script, and the terms under which it runs.
#[derive(Clone, Debug)]
pub struct Script {
    /// The program.
    pub module: Arc<Module>,
    /// Which Python runs it.
    pub runtime: Runtime,
    /// How many threads of the system carry its threads.
    pub carriers: usize,
    /// `sys.setswitchinterval`
    pub switch_interval: Duration,
    /// A run that takes longer is ended.
    pub time_limit: Duration,
    /// Is it recorded what the threads do?
    pub trace: bool,
}

/// What came of a script.
#[derive(Clone, Debug, PartialEq)]
pub struct Execution {
    /// What it printed, in order.
    pub output: Vec<Printed>,
    /// What it printed last, if there was more than is kept.
    pub tail: Vec<Printed>,
    /// Bytes that are missing between those two.
    pub lost: usize,
    /// Its exit status, as a shell sees it.
    pub status: i32,
    /// What it ended with, if the main thread ended with an exception, as Python prints it.
    pub traceback: Option<String>,
    /// Function and line where that was raised.
    pub raised_at: Option<(String, u32)>,
    /// Why it was ended from outside, if it was.
    pub failure: Option<Failure>,
    /// How long it took, in milliseconds.
    pub total_ms: f64,
    /// Its threads, in the order of their identities.
    pub threads: Vec<ThreadInfo>,
    /// What they did, if that was to be recorded: a lane for each.
    pub trace: Option<Trace>,
    /// How often the GIL went from one thread to another, where there is one.
    pub hand_offs: Option<u32>,
    /// Bytes that its objects took at the end.
    pub heap_bytes: usize,
}

/// Runs a script to its end. `on_output` hears of what it prints, every few milliseconds.
///
/// # Errors
/// If this build cannot run it at all: what is missing.
pub fn execute(
    script: &Script,
    on_output: &mut dyn FnMut(Vec<Printed>),
) -> Result<Execution, String> {
    match script.runtime {
        Runtime::Gil => execute_under::<Gil>(script, on_output),
        Runtime::FreeThreaded if cfg!(threads) => execute_under::<NoLock>(script, on_output),
        Runtime::FreeThreaded => {
            Err("free-threaded threads need memory that they share, and there is none here".into())
        }
    }
}

fn execute_under<L: Lock>(
    script: &Script,
    on_output: &mut dyn FnMut(Vec<Printed>),
) -> Result<Execution, String> {
    let carriers = if cfg!(threads) { script.carriers.max(1) } else { 1 };
    let interpreter = Interpreter::of_script(&script.module, heaps(carriers));
    let interpreter = Arc::new(interpreter.map_err(|error| error.to_string())?);
    interpreter.set_switch_interval(script.switch_interval);
    let clock = Clock::start();
    let log = Arc::new(Log::new(clock));
    let mut main = Box::new(Machine::new(Arc::clone(&interpreter), 0));
    main.start_module();
    main.print_to(Arc::clone(&log) as Arc<_>);
    // SAFETY: only the thread that has the lock, if there is one, touches the interpreter and
    // machines; without one they may be used by several.
    let (interpreter, main) = unsafe { (Guarded::new(interpreter), Guarded::new(main)) };
    let terms = Terms { clock, time_limit: script.time_limit, trace: script.trace };
    let lock = L::new(script.switch_interval);
    let scheduler = Scheduler::new(lock, interpreter, main, carriers, Arc::clone(&log), terms);
    let mut tell = || {
        let fresh = log.take_fresh();
        if !fresh.is_empty() {
            on_output(fresh);
        }
    };
    carry(&scheduler, carriers, &mut tell)?;
    let total_ms = clock.ms();
    let ended = scheduler.finish();
    tell();
    Ok(executed(ended, &log, total_ms))
}

/// On so many threads of the system, while this one tells what is printed.
#[cfg(threads)]
fn carry<L: Lock>(
    scheduler: &Arc<Scheduler<L>>,
    carriers: usize,
    tell: &mut dyn FnMut(),
) -> Result<(), String> {
    let scheduler = Arc::clone(scheduler);
    let work = move |carrier| scheduler.carry(carrier, &mut || {});
    super::carriers::run_while(carriers, work, tell).map(drop)
}

/// Right here.
#[cfg(not(threads))]
#[expect(clippy::unnecessary_wraps, reason = "the other build can lack threads")]
fn carry<L: Lock>(
    scheduler: &Arc<Scheduler<L>>,
    _: usize,
    tell: &mut dyn FnMut(),
) -> Result<(), String> {
    let mut told = web_time::Instant::now();
    scheduler.carry(0, &mut || {
        if told.elapsed() >= super::carriers::TICK {
            told = web_time::Instant::now();
            tell();
        }
    });
    Ok(())
}

fn executed(ended: Ended, log: &Log, total_ms: f64) -> Execution {
    let Ended { threads, status, traceback, raised_at, failure, hand_offs, heap_bytes } = ended;
    let (threads, records): (Vec<_>, Vec<_>) = threads.into_iter().unzip();
    let records: Option<Vec<_>> = records.into_iter().collect();
    let trace = records.map(|records| Trace::of(records, total_ms, hand_offs.unwrap_or_default()));
    let (output, tail, lost) = log.take_kept();
    let status = if failure.is_some() { 1 } else { status };
    Execution {
        output,
        tail,
        lost,
        status,
        traceback,
        raised_at,
        failure,
        total_ms,
        threads,
        trace,
        hand_offs,
        heap_bytes,
    }
}
