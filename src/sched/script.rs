//! Runs a script: a program that starts its own threads.

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::gil::Switching;
use super::log::{Log, Printed};
use super::process::{Lifetime, Remains};
use super::scheduler::{Ended, MAIN, RECORDED_THREADS};
use super::thread::{Failure, ThreadInfo};
use crate::code::Module;
use crate::trace::{Record, State, Trace};
use crate::vm::{Given, Site};

/// Which Python runs a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Runtime {
    /// One lock for the interpreter.
    Gil,
    /// The same, by the rules of before Python 3.2.
    CountedGil,
    /// None (PEP 703).
    FreeThreaded,
}

impl Runtime {
    /// By which rule its lock goes from one thread to another, if it has one.
    pub(super) const fn switching(self, interval: Duration) -> Switching {
        match self {
            Self::Gil | Self::FreeThreaded => Switching::Asked(interval),
            Self::CountedGil => Switching::Counted,
        }
    }
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
    /// Do the threads that it starts get none of the system, however few they are? All share the carriers.
    pub virtual_threads: bool,
    /// What it is given.
    pub given: Given,
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
    pub raised_at: Option<Site>,
    /// Why it was ended from outside, if it was.
    pub failure: Option<Failure>,
    /// How long it took, in milliseconds.
    pub total_ms: f64,
    /// The processes that it started, in the order of their numbers.
    pub processes: Vec<Lifetime>,
    /// Its threads and those of its processes, in the order of their processes and identities.
    pub threads: Vec<ThreadInfo>,
    /// What they did, if that was to be recorded: a lane for each.
    pub trace: Option<Trace>,
    /// How often the GIL went from one thread to another, where there is one.
    pub hand_offs: Option<u32>,
    /// Bytes that its objects took at the end.
    pub heap_bytes: usize,
}

impl Execution {
    /// What came of the first process, and of those that it started.
    pub(super) fn of(
        ended: Ended,
        others: (Vec<Lifetime>, Vec<Remains>),
        log: &Log,
        total_ms: f64,
    ) -> Self {
        let Ended {
            mut threads,
            status,
            traceback,
            raised_at,
            failure,
            hand_offs,
            mut heap_bytes,
            ..
        } = ended;
        let (processes, mut remains) = others;
        let is_recorded = threads.first().is_some_and(|(_, record)| record.is_some());
        for process in &processes {
            match remains.iter_mut().find(|remains| remains.pid == process.pid) {
                Some(found) => {
                    heap_bytes += found.heap_bytes;
                    let inside = std::mem::take(&mut found.threads);
                    threads
                        .extend(inside.into_iter().map(|thread| shifted(thread, found.start_ms)));
                }
                None => threads.push(killed(process, is_recorded, total_ms)),
            }
        }
        let (threads, records): (Vec<_>, Vec<_>) = threads.into_iter().unzip();
        let records: Option<Vec<Record>> =
            records.into_iter().map(|record| record.map(|record| *record)).collect();
        let trace =
            records.map(|records| Trace::of(records, total_ms, hand_offs.unwrap_or_default()));
        let (output, tail, lost) = log.take_kept();
        let status = if failure.is_some() { 1 } else { status };
        Self {
            output,
            tail,
            lost,
            status,
            traceback,
            raised_at,
            failure,
            total_ms,
            processes,
            threads,
            trace,
            hand_offs,
            heap_bytes,
        }
    }
}

/// The main thread of a process that was ended before it could tell what it had done.
fn killed(
    process: &Lifetime,
    is_recorded: bool,
    total_ms: f64,
) -> (ThreadInfo, Option<Box<Record>>) {
    let info = ThreadInfo {
        process: process.pid,
        ident: MAIN,
        name: "MainThread".to_owned(),
        parent: None,
        is_daemon: false,
        is_task: false,
        start_ms: process.start_ms,
        end_ms: process.end_ms.min(total_ms),
    };
    let record = is_recorded.then(|| {
        let mut record = Record::new(RECORDED_THREADS);
        record.enter(State::Joining, info.end_ms);
        Box::new(record)
    });
    (info, record)
}

/// A thread by the clock of the first process; that of its own began then.
fn shifted(
    (info, record): (ThreadInfo, Option<Box<Record>>),
    start_ms: f64,
) -> (ThreadInfo, Option<Box<Record>>) {
    let (from, to) = (info.start_ms + start_ms, info.end_ms + start_ms);
    let record = record.map(|inside| {
        let mut record = Record::new(RECORDED_THREADS);
        record.append(&inside, start_ms);
        Box::new(record)
    });
    (ThreadInfo { start_ms: from, end_ms: to, ..info }, record)
}
