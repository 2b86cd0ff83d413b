//! What of a run's time went where, over all its threads and processes.

use crate::experiment::report::{Execution, ExecutionLane};
use crate::trace::{Awaited, Lane, State, TimeUse, Trace, order_of};

/// Who has done less than this part of what the busiest one did has not computed.
const SOME: f64 = 0.1;

/// Parts of a run's time.
#[derive(Debug)]
pub(super) struct Shares {
    /// How many ran on average, with the GIL or without it.
    pub(super) busy: f64,
    /// How many of those did so without needing the interpreter.
    pub(super) unlocked: f64,
    /// While nobody ran.
    pub(super) idle: f64,
    /// While a process that had been started was not there yet.
    pub(super) starting: f64,
    /// How many waited for the GIL on average.
    pub(super) waiting: f64,
    /// Of the task of an event loop that did so longest: while it was ready, and waited for its turn.
    pub(super) ready: f64,
    /// How many threads computed, and of how many processes they were.
    pub(super) computing: usize,
    pub(super) computing_processes: usize,
    /// How many processes were started.
    pub(super) processes: usize,
    /// How many threads waited for the GIL, and computed or did little else.
    pub(super) contenders: usize,
    /// How long one of them had it, typically, until it was made to let it go.
    pub(super) turn_ms: Option<f64>,
    /// What was waited for that no thread or process of the program brings about by computing.
    waits: Vec<(Awaited, f64)>,
    /// The program's own locks.
    pub(super) lock: Option<LockShare>,
}

/// Threads that waited for a lock.
#[derive(Debug)]
pub(super) struct LockShare {
    /// How many.
    pub(super) threads: usize,
    /// Which part of the time that they lived.
    pub(super) share: f64,
    /// The line at which most of that was.
    pub(super) line: u32,
}

impl Shares {
    /// Of a run that was recorded, and took time.
    pub(super) fn of(execution: &Execution) -> Option<Self> {
        let trace = execution.trace.as_ref().filter(|trace| trace.duration_ms > 0.0)?;
        let all = trace.duration_ms;
        let lanes = || lanes_of_threads(execution, trace).map(|(lane, _)| lane);
        let sum =
            |part: fn(&TimeUse) -> f64| lanes().map(|lane| part(&lane.time_use)).sum::<f64>() / all;
        let unlocked = sum(|used| used.unlocked_ms);
        let most = lanes().map(computed).fold(0.0, f64::max);
        let is_computing = |lane: &&Lane| computed(lane) > most * SOME;
        let mut processes: Vec<_> = lanes_of_threads(execution, trace)
            .filter(|(lane, _)| is_computing(lane))
            .map(|(_, lane)| lane.process)
            .collect();
        processes.dedup();
        let longest = lanes().map(|lane| lane.time_use.waiting_ms).fold(0.0, f64::max);
        // Who starts others and joins them waits for the GIL in passing.
        let contends = |lane: &&Lane| {
            let waiting = lane.time_use.waiting_ms;
            waiting > longest * SOME && (is_computing(lane) || waiting > all / 2.0)
        };
        Some(Self {
            busy: sum(|used| used.running_ms) + unlocked,
            unlocked,
            idle: 1.0 - covered(lanes().flat_map(stretches).collect(), all) / all,
            starting: covered(starts(execution, trace), all) / all,
            waiting: sum(|used| used.waiting_ms),
            ready: tasks(execution, trace)
                .map(|lane| lane.time_use.waiting_ms / all)
                .fold(0.0, f64::max),
            computing: lanes().filter(is_computing).count(),
            computing_processes: processes.len(),
            processes: execution.processes.len(),
            contenders: lanes().filter(contends).count(),
            turn_ms: execution.runtime.has_gil().then(|| turn(trace)).flatten(),
            waits: waits(execution, trace),
            lock: lock(execution, trace),
        })
    }

    /// What was waited for most.
    pub(super) fn main_wait(&self) -> Option<Awaited> {
        let most = self.waits.iter().max_by(|one, other| one.1.total_cmp(&other.1));
        most.map(|(awaited, _)| *awaited)
    }
}

/// The threads, without tasks: what those do, the thread does that runs them.
fn lanes_of_threads<'a>(
    execution: &'a Execution,
    trace: &'a Trace,
) -> impl Iterator<Item = (&'a Lane, &'a ExecutionLane)> {
    trace.lanes.iter().zip(&execution.lanes).filter(|(_, info)| !info.task)
}

fn tasks<'a>(execution: &'a Execution, trace: &'a Trace) -> impl Iterator<Item = &'a Lane> {
    let lanes = trace.lanes.iter().zip(&execution.lanes);
    lanes.filter(|(_, info)| info.task).map(|(lane, _)| lane)
}

fn computed(lane: &Lane) -> f64 {
    lane.time_use.running_ms + lane.time_use.unlocked_ms
}

/// From a time to a time somebody did something, with this part of his time.
type Stretch = (f64, f64, f64);

fn stretches(lane: &Lane) -> impl Iterator<Item = Stretch> {
    let mut merged = lane.merged.iter().peekable();
    let mut start = 0.0;
    (0u32..).zip(lane.states.iter().zip(&lane.ends_ms)).filter_map(
        move |(segment, (state, end))| {
            let from = std::mem::replace(&mut start, *end);
            let several = merged.next_if(|merged| merged.segment == segment);
            let part = match several {
                Some(several) => (several.running_ms + several.unlocked_ms) / (end - from),
                None => f64::from(u8::from(matches!(state, State::Running | State::Unlocked))),
            };
            (part > 0.0 && *end > from).then_some((from, *end, part))
        },
    )
}

/// When processes were on their way: from when they were started until they ran.
fn starts(execution: &Execution, trace: &Trace) -> Vec<Stretch> {
    let first_run = |pid| {
        let mut lanes = execution.lanes.iter().zip(&trace.lanes);
        let (_, lane) = lanes.find(|(lane, _)| lane.process == pid)?;
        stretches(lane).next().map(|(from, _, _)| from)
    };
    let processes = execution.processes.iter();
    let stretch = |process: &crate::experiment::report::ExecutionProcess| {
        (process.start_ms, first_run(process.pid).unwrap_or(process.end_ms), 1.0)
    };
    processes.map(stretch).filter(|(from, to, _)| to > from).collect()
}

/// For how long somebody did it, of `all`.
fn covered(stretches: Vec<Stretch>, all: f64) -> f64 {
    let steps: Vec<(f64, f64)> = stretches
        .into_iter()
        .flat_map(|(from, to, part)| [(from.min(all), part), (to.min(all), -part)])
        .collect();
    let times: Vec<_> = steps.iter().map(|step| step.0).collect();
    let (mut sum, mut before, mut level) = (0.0, 0.0, 0.0_f64);
    for (at, step) in order_of(&times).into_iter().map(|place| steps[place]) {
        sum += (at - before) * level.clamp(0.0, 1.0);
        (before, level) = (at, level + step);
    }
    sum
}

/// The median of how long the GIL was held by those who had to be asked to let it go.
fn turn(trace: &Trace) -> Option<f64> {
    let pairs = trace.hand_offs.windows(2);
    let mut lengths: Vec<_> = pairs
        .filter(|pair| pair[1].asked_ms.is_some())
        .map(|pair| pair[1].dropped_ms - pair[0].taken_ms)
        .collect();
    lengths.sort_unstable_by(f64::total_cmp);
    lengths.get(lengths.len() / 2).copied()
}

/// How long each was waited for, without what others of the program have to do first, and without
/// threads that have nothing to do.
fn waits(execution: &Execution, trace: &Trace) -> Vec<(Awaited, f64)> {
    let mut found: Vec<(Awaited, f64)> = Vec::new();
    for place in lanes_of_threads(execution, trace).flat_map(|(lane, _)| &lane.places) {
        let Some(awaited) = place.awaited.filter(|_| place.line > 0) else { continue };
        if matches!(awaited, Awaited::Thread | Awaited::Start | Awaited::Result) {
            continue;
        }
        match found.iter_mut().find(|(known, _)| *known == awaited) {
            Some((_, ms)) => *ms += place.ms,
            None => found.push((awaited, place.ms)),
        }
    }
    found
}

fn lock(execution: &Execution, trace: &Trace) -> Option<LockShare> {
    let (mut threads, mut waited_ms, mut lived_ms) = (0, 0.0, 0.0);
    let mut lines: Vec<(u32, f64)> = Vec::new();
    for (lane, info) in lanes_of_threads(execution, trace) {
        let places = lane.places.iter().filter(|place| place.awaited == Some(Awaited::Lock));
        let mut of_lane = 0.0;
        for place in places {
            of_lane += place.ms;
            match lines.iter_mut().find(|(line, _)| *line == place.line) {
                Some((_, ms)) => *ms += place.ms,
                None => lines.push((place.line, place.ms)),
            }
        }
        let lived = info.end_ms - info.start_ms;
        if of_lane > lived * SOME {
            threads += 1;
            waited_ms += of_lane;
            lived_ms += lived;
        }
    }
    let (line, _) = lines.into_iter().max_by(|one, other| one.1.total_cmp(&other.1))?;
    (threads > 0 && lived_ms > 0.0).then(|| LockShare {
        threads,
        share: waited_ms / lived_ms,
        line,
    })
}
