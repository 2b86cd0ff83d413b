//! Runs a script once, under one Python.

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use ts_rs::TS;

use super::inspect::compile;
use super::report::{
    Environment, Execution, ExecutionEnd, ExecutionLane, ExecutionPlace, ExecutionProcess, Failure,
    FailureReason, Limit, OutputGap, OutputPiece, OutputStream, RuntimeName,
};
use super::resolve::{
    DEFAULT_SWITCH_INTERVAL_MS, DEFAULT_TIME_LIMIT_MS, SWITCH_INTERVALS_MS, TIME_LIMITS_MS, bad,
    milliseconds,
};
use crate::code::Module;
use crate::experiment::Model;
use crate::sched::{self, FIRST, Host, Lifetime, Printed, Runtime, Script, ThreadInfo, carriers};
use crate::trace::Trace;
use crate::vm::{Error, Exceeded, Given, Pid, Raised, Site, Stream};

/// What a caller of `engine.execute` asks for, and one of `engine.run` who wants a script measured.
/// Everything but the source, and `runtimes` of the latter, has a default.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ExecuteRequest {
    /// The script.
    pub source: Option<String>,
    /// Which Python runs it once. Default: `"gil"`.
    pub runtime: Option<RuntimeName>,
    /// Under which Pythons it is measured; the others are compared with the first one.
    pub runtimes: Option<Vec<RuntimeName>>,
    /// How often it is measured under each, after a run that warms up. Default: three times, or as
    /// often as there is time for: with all Pythons and the warm-up about 20 s. 0: one run each, and
    /// no warm-up.
    pub samples: Option<f64>,
    /// `sys.argv` behind the program's name. Default: none.
    pub args: Option<Vec<String>>,
    /// What `input()` and `sys.stdin` read. Default: nothing.
    pub stdin: Option<String>,
    /// Its threads get none of the system: all of them share as many as the device has cores, so that
    /// a hundred thousand can be alive at once. Default: false.
    pub virtual_threads: Option<bool>,
    /// `sys.setswitchinterval`, in milliseconds. Default: 5.
    pub switch_interval_ms: Option<f64>,
    /// A run that takes longer is ended. Default: 120,000.
    pub time_limit_ms: Option<f64>,
    /// Record what the threads do. Default: only where it is measured.
    pub trace: Option<bool>,
}

/// Runs a script. `on_output` hears of what it prints while it runs.
///
/// # Errors
/// If it is not a program that can be run here. One that fails is a result.
pub async fn execute(
    request: &ExecuteRequest,
    environment: &Environment,
    host: &impl Host,
    on_output: &mut dyn FnMut(Vec<OutputPiece>),
) -> Result<Execution, Failure> {
    if request.runtimes.is_some() || request.samples.is_some() {
        return Err(bad("runtimes", "`runtimes` and `samples` are for `engine.run`"));
    }
    let runtime = request.runtime.unwrap_or(RuntimeName::Gil);
    prepare(request, runtime, false, environment)?.run(host, on_output).await
}

/// A script that is compiled, with the terms under which it runs.
pub(super) struct Prepared {
    pub(super) runtime: RuntimeName,
    environment: Environment,
    script: Script,
}

/// Checks a request, and compiles what it asks for.
#[optimize(size)]
pub(super) fn prepare(
    request: &ExecuteRequest,
    runtime: RuntimeName,
    trace: bool,
    environment: &Environment,
) -> Result<Prepared, Failure> {
    let Some(source) = &request.source else {
        return Err(bad("source", "there is no `source`"));
    };
    let virtual_threads = request.virtual_threads.unwrap_or_default();
    let script = Script {
        module: Arc::new(compile(source)?),
        runtime: match runtime {
            RuntimeName::Gil => Runtime::Gil,
            RuntimeName::CountedGil => Runtime::CountedGil,
            RuntimeName::FreeThreaded => Runtime::FreeThreaded,
        },
        carriers: carriers(virtual_threads, environment),
        virtual_threads,
        given: Given {
            arguments: request.args.clone().unwrap_or_default(),
            input: request.stdin.clone().unwrap_or_default(),
        },
        switch_interval: milliseconds(
            "switchIntervalMs",
            request.switch_interval_ms,
            DEFAULT_SWITCH_INTERVAL_MS,
            SWITCH_INTERVALS_MS,
        )
        .map(duration)?,
        time_limit: time_limit(request)?,
        trace: request.trace.unwrap_or(trace),
    };
    Ok(Prepared { runtime, environment: environment.clone(), script })
}

/// How many threads of the system carry a script's threads. Virtual ones need no more than can run at
/// once.
fn carriers(virtual_threads: bool, environment: &Environment) -> usize {
    let (there, cores) = (carriers::available(), environment.cores.max(1) as usize);
    if virtual_threads { there.min(cores) } else { there }
}

impl Prepared {
    /// Runs it.
    ///
    /// # Errors
    /// If this build cannot run it at all.
    pub(super) fn run<'a>(
        &'a self,
        host: &'a impl Host,
        on_output: &'a mut dyn FnMut(Vec<OutputPiece>),
    ) -> Pin<Box<dyn Future<Output = Result<Execution, Failure>> + 'a>> {
        // On the heap, so that the whole of it is compiled once, and not into each of its callers.
        Box::pin(self.run_here(host, on_output))
    }

    async fn run_here(
        &self,
        host: &impl Host,
        on_output: &mut dyn FnMut(Vec<OutputPiece>),
    ) -> Result<Execution, Failure> {
        let mut tell = |pieces: Vec<Printed>| on_output(pieces.into_iter().map(piece).collect());
        let executed = sched::execute_with(&self.script, host, &mut tell).await;
        let Environment { build, cores, .. } = &self.environment;
        let executed = executed.map_err(|message| Failure {
            message: format!("{message} ({build:?} build)").to_lowercase(),
            reason: FailureReason::UnavailableModel { model: Model::FreeThreaded },
        })?;
        Ok(told(self.runtime, *cores, &self.script, executed))
    }
}

/// How long a run of it may take.
///
/// # Errors
/// If the request has a limit that is out of range.
pub fn time_limit(request: &ExecuteRequest) -> Result<Duration, Failure> {
    let given = request.time_limit_ms;
    milliseconds("timeLimitMs", given, DEFAULT_TIME_LIMIT_MS, TIME_LIMITS_MS).map(duration)
}

fn duration(ms: f64) -> Duration {
    Duration::from_secs_f64(ms / 1e3)
}

fn told(
    runtime: RuntimeName,
    cores: u32,
    script: &Script,
    executed: sched::Execution,
) -> Execution {
    let module = &*script.module;
    let before = id(executed.output.len());
    let bytes = id(executed.lost);
    let places = places(&executed);
    let output = executed.output.into_iter().chain(executed.tail).map(piece);
    let lane = |thread| lane(thread, module);
    let trace = executed.trace.map(|trace| of_lanes(trace, &executed.threads));
    Execution {
        runtime,
        virtual_threads: script.virtual_threads,
        cores,
        output: output.collect(),
        gap: (bytes > 0).then_some(OutputGap { before, bytes }),
        status: executed.status,
        traceback: executed.traceback,
        ended: executed.failure.map(|failure| ended(&failure, module)),
        places,
        total_ms: executed.total_ms,
        processes: executed.processes.into_iter().map(process).collect(),
        lanes: executed.threads.into_iter().map(lane).collect(),
        hand_offs: executed.hand_offs,
        #[expect(clippy::cast_precision_loss, reason = "it is at most a few hundred megabytes")]
        heap_bytes: executed.heap_bytes as f64,
        trace,
    }
}

/// A trace that names threads by their lanes, not by their identities in their processes: who holds
/// a lock by its id, who hands over the GIL by its place among them.
fn of_lanes(mut trace: Trace, threads: &[ThreadInfo]) -> Trace {
    for (lane, thread) in trace.lanes.iter_mut().zip(threads) {
        for place in &mut lane.places {
            place.holder =
                place.holder.map(|ident| lane_id(thread.process, ident.try_into().unwrap_or(0)));
        }
    }
    let numbers: HashMap<u32, u32> = (0..)
        .zip(threads.iter().filter(|thread| thread.process == FIRST))
        .map(|(number, thread)| (id(thread.ident), number))
        .collect();
    let number = |ident: u32| numbers.get(&ident).copied().unwrap_or_default();
    for hand_off in &mut trace.hand_offs {
        hand_off.from = number(hand_off.from);
        hand_off.to = number(hand_off.to);
        hand_off.asked_by = hand_off.asked_by.map(number);
    }
    trace
}

/// Where a program was that did not end well.
fn places(executed: &sched::Execution) -> Vec<ExecutionPlace> {
    let name = |ident| executed.threads.iter().find(|thread| thread.ident == ident);
    let name = |ident| name(ident).map_or_else(String::new, |thread| thread.name.clone());
    let place = |thread, at: Option<&Site>| {
        let Site { function, line, .. } = at?.clone();
        Some(ExecutionPlace { thread, function, line })
    };
    match &executed.failure {
        Some(sched::Failure::Deadlock(threads)) => {
            let threads = threads.iter();
            threads.filter_map(|(name, at)| place(name.clone(), at.as_ref())).collect()
        }
        Some(sched::Failure::Ended(ident, raised)) => {
            place(name(*ident), raised.frames.last()).into_iter().collect()
        }
        Some(sched::Failure::Time | sched::Failure::Stopped) => Vec::new(),
        None => {
            let main = executed.threads.first().map_or_else(String::new, |main| main.name.clone());
            place(main, executed.raised_at.as_ref()).into_iter().collect()
        }
    }
}

fn piece(printed: Printed) -> OutputPiece {
    let stream = match printed.stream {
        Stream::Stdout => OutputStream::Stdout,
        Stream::Stderr => OutputStream::Stderr,
    };
    OutputPiece {
        stream,
        text: printed.text,
        lane: lane_id(printed.process, printed.thread),
        ms: printed.ms,
    }
}

fn process(life: Lifetime) -> ExecutionProcess {
    let Lifetime { pid, parent, name, start_ms, end_ms, status } = life;
    ExecutionProcess { pid, name, parent, start_ms, end_ms, status }
}

/// Threads of different processes have the same identities.
fn lane_id(process: Pid, thread: usize) -> u32 {
    const LANES_OF_A_PROCESS: u32 = 1_000_000;
    process.saturating_sub(FIRST).saturating_mul(LANES_OF_A_PROCESS).saturating_add(id(thread))
}

fn lane(thread: ThreadInfo, module: &Module) -> ExecutionLane {
    let process = thread.process;
    ExecutionLane {
        library: is_of_library(&thread.name, module),
        id: lane_id(process, thread.ident),
        process,
        name: thread.name,
        parent: thread.parent.map(|parent| lane_id(process, parent)),
        daemon: thread.is_daemon,
        task: thread.is_task,
        start_ms: thread.start_ms,
        end_ms: thread.end_ms,
    }
}

/// Was a thread started by the library for itself? Then it is called after a function that the
/// program has not, whose name begins with an underscore.
fn is_of_library(name: &str, module: &Module) -> bool {
    let function = name.strip_suffix(')').and_then(|name| name.split_once(" (_"));
    function.is_some_and(|(_, rest)| !module.defines(&format!("_{rest}")))
}

fn id(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn ended(failure: &sched::Failure, module: &Module) -> ExecutionEnd {
    let of_all = |limit, message: String| ExecutionEnd { limit, message, traceback: String::new() };
    match failure {
        sched::Failure::Ended(_, raised) => ExecutionEnd {
            limit: limit(raised),
            message: raised.error.to_string(),
            traceback: raised.traceback(module),
        },
        sched::Failure::Deadlock(threads) => {
            let waiting = threads.iter().map(|(name, place)| match place {
                Some(Site { function, line, .. }) => {
                    format!("{name} at line {line}, in {function}")
                }
                None => name.clone(),
            });
            let waiting: Vec<_> = waiting.collect();
            let message = format!("deadlock: every thread waits: {}", waiting.join("; "));
            of_all(Limit::Deadlock, message)
        }
        sched::Failure::Time => of_all(Limit::Time, Exceeded::Time.to_string()),
        sched::Failure::Stopped => of_all(Limit::Time, "it was stopped".to_owned()),
    }
}

fn limit(raised: &Raised) -> Limit {
    match &raised.error {
        Error::Exceeded(Exceeded::Memory | Exceeded::IntSize) => Limit::Memory,
        Error::Exceeded(Exceeded::Output) => Limit::Output,
        Error::Exceeded(Exceeded::Time) => Limit::Time,
        Error::Deadlock => Limit::Deadlock,
        _ => Limit::Unsupported,
    }
}
