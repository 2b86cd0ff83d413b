//! The switch interval's trade: a short one hands the GIL over often, which costs time; a long one
//! lets a thread that comes back from I/O wait long for it (the convoy effect).

use std::sync::Arc;
use std::time::Duration;

use web_time::{SystemTime, UNIX_EPOCH};

use super::analysis::stats;
use super::failure;
use super::inspect::compile;
use super::plan::SweepRequest;
use super::programs::{self, Program};
use super::report::{Environment, Estimate, Failure, Sweep, SweepPoint, SweepProgress};
use super::resolve::{MAX_SAMPLES, MAX_WORKERS, SWITCH_INTERVALS_MS, bad, has_threads, whole};
use super::sizing::Sizing;
use crate::code::Module;
use crate::experiment::Model;
use crate::sched::tasks::{Job, Run};
use crate::sched::{Host, carriers};
use crate::trace::{State, Trace};
use crate::vm::Data;

/// Version of the format of a sweep.
const FORMAT: u32 = 1;
const DEFAULT_INTERVALS_MS: [f64; 8] = [0.001, 0.01, 0.1, 0.5, 1.0, 5.0, 20.0, 100.0];
const MOST_INTERVALS: usize = 50;
const DEFAULT_WORKERS: f64 = 2.0;
const DEFAULT_SAMPLES: f64 = 3.0;
const TIME_LIMIT: Duration = Duration::from_mins(2);
/// What `io_wait.py` sleeps for each request, with what a short sleep takes on top.
const REQUEST_MS: f64 = 1.2;
/// The part of the computing thread's time that is given to requests, so that it outlasts them.
const BUSY: f64 = 0.7;
const MOST_REQUESTS: f64 = 100.0;

/// Runs a sweep. `progress` hears of every run as it ends.
///
/// # Errors
/// If the request cannot be carried out here.
pub async fn sweep(
    request: &SweepRequest,
    environment: &Environment,
    host: &impl Host,
    progress: &mut dyn FnMut(SweepProgress),
) -> Result<Sweep, Failure> {
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let mut sweeping = Sweeping::new(request, environment, host)?;
    sweeping.size().await?;
    for _ in 0..sweeping.samples {
        sweeping.round(progress).await?;
    }
    let points = sweeping.points();
    Ok(Sweep {
        format: FORMAT,
        started_at: since_epoch.as_secs_f64() * 1e3,
        environment: environment.clone(),
        workers: sweeping.workers,
        samples: sweeping.samples,
        sentence: sentence(&points, sweeping.samples),
        points,
    })
}

struct Sweeping<'a, H> {
    host: &'a H,
    workers: u32,
    samples: u32,
    countdown: Part,
    io_wait: Part,
    /// How much the threads that compute have to do together, and in how many milliseconds.
    size: i64,
    size_ms: f64,
    sequential_ms: Vec<f64>,
    measured: Vec<Measured>,
    done: u32,
}

/// A bundled program, compiled.
struct Part {
    program: &'static Program,
    module: Arc<Module>,
}

/// What is known of one interval.
struct Measured {
    interval_ms: f64,
    threads_ms: Vec<f64>,
    hand_offs_per_second: Vec<f64>,
    latencies_ms: Vec<f64>,
}

impl<'a, H: Host> Sweeping<'a, H> {
    fn new(
        request: &SweepRequest,
        environment: &Environment,
        host: &'a H,
    ) -> Result<Self, Failure> {
        has_threads(environment)?;
        let workers =
            whole("workers", request.workers.unwrap_or(DEFAULT_WORKERS), 2..=MAX_WORKERS)?;
        let samples = request.samples.unwrap_or(DEFAULT_SAMPLES);
        let mut intervals =
            request.intervals_ms.clone().unwrap_or_else(|| DEFAULT_INTERVALS_MS.to_vec());
        intervals.sort_unstable_by(f64::total_cmp);
        intervals.dedup();
        let are_sound = (1..=MOST_INTERVALS).contains(&intervals.len())
            && intervals.iter().all(|interval| SWITCH_INTERVALS_MS.contains(interval));
        if !are_sound {
            let (least, most) = SWITCH_INTERVALS_MS.into_inner();
            let message = format!(
                "`intervalsMs` is a list of at most {MOST_INTERVALS} intervals from {least} to \
                 {most} milliseconds"
            );
            return Err(bad("intervalsMs", &message));
        }
        let measured = intervals.into_iter().map(|interval_ms| Measured {
            interval_ms,
            threads_ms: Vec::new(),
            hand_offs_per_second: Vec::new(),
            latencies_ms: Vec::new(),
        });
        Ok(Self {
            host,
            workers,
            samples: whole("samples", samples, 1..=MAX_SAMPLES)?,
            countdown: Part::of("countdown")?,
            io_wait: Part::of("io-wait")?,
            size: 0,
            size_ms: 0.0,
            sequential_ms: Vec::new(),
            measured: measured.collect(),
            done: 0,
        })
    }

    /// Finds the size that suits the device, which also warms the engine up.
    async fn size(&mut self) -> Result<(), Failure> {
        let mut sizing = Sizing::new(self.countdown.program.growth, 0.0);
        while !sizing.is_done() {
            let tasks = tasks(&[sizing.size()], 1);
            let run = self.run(Model::Sequential, &self.countdown, tasks, 5.0).await?;
            sizing.measured(run.parts.work_ms());
        }
        self.size = sizing.size();
        let tasks = tasks(&[self.size], 1);
        let run = self.run(Model::Sequential, &self.countdown, tasks, 5.0).await?;
        self.size_ms = run.parts.work_ms();
        Ok(())
    }

    /// One sample of everything, so that a change of the device's speed meets all intervals alike.
    async fn round(&mut self, progress: &mut dyn FnMut(SweepProgress)) -> Result<(), Failure> {
        let tasks = tasks(&[self.size], self.workers);
        let run = self.run(Model::Sequential, &self.countdown, tasks.clone(), 5.0).await?;
        self.sequential_ms.push(run.parts.work_ms());
        for index in 0..self.measured.len() {
            let interval_ms = self.measured[index].interval_ms;
            let run = self.run(Model::Gil, &self.countdown, tasks.clone(), interval_ms).await?;
            let work_ms = run.parts.work_ms();
            let per_second = f64::from(run.hand_offs.unwrap_or_default()) / work_ms * 1e3;
            self.measured[index].threads_ms.push(work_ms);
            self.measured[index].hand_offs_per_second.push(per_second);
            let latencies = self.latencies(interval_ms).await?;
            self.measured[index].latencies_ms.extend(latencies);
            self.done += 1;
            let total = self.samples * u32::try_from(self.measured.len()).unwrap_or(u32::MAX);
            progress(SweepProgress { done: self.done, total, points: self.points() });
        }
        Ok(())
    }

    /// A thread that waits for I/O, beside one that computes for longer than all its requests take.
    async fn latencies(&self, interval_ms: f64) -> Result<Vec<f64>, Failure> {
        let requests = BUSY * 2.0 * self.size_ms / (interval_ms + REQUEST_MS);
        let requests = round(requests.clamp(2.0, MOST_REQUESTS));
        let tasks = tasks(&[2 * self.size, requests], 2);
        let run = self.run(Model::Gil, &self.io_wait, tasks, interval_ms).await?;
        Ok(run.trace.as_ref().map(waits_after_sleep).unwrap_or_default())
    }

    async fn run(
        &self,
        model: Model,
        part: &Part,
        tasks: Vec<Vec<Data>>,
        interval_ms: f64,
    ) -> Result<Run, Failure> {
        let workers = u32::try_from(tasks.len()).unwrap_or(u32::MAX);
        let job = Job {
            module: Arc::clone(&part.module),
            tasks,
            carriers: carriers::available(),
            switch_interval: Duration::from_secs_f64(interval_ms / 1e3),
            time_limit: TIME_LIMIT,
            trace: true,
        };
        let run = model.run(&job, self.host).await;
        run.map_err(|error| failure::of_run(error, model, workers, &job))
    }

    /// What there is so far.
    fn points(&self) -> Vec<SweepPoint> {
        let known = self.measured.iter().filter(|measured| !measured.latencies_ms.is_empty());
        known.map(|measured| measured.point(&self.sequential_ms)).collect()
    }
}

impl Part {
    fn of(id: &str) -> Result<Self, Failure> {
        let program = programs::find(id).ok_or_else(|| bad("program", "not there"))?;
        Ok(Self { program, module: Arc::new(compile(program.source)?) })
    }
}

/// Each task's arguments: its own number, that of all, and these.
fn tasks(arguments: &[i64], workers: u32) -> Vec<Vec<Data>> {
    let task = |worker: u32| {
        let own = [worker.into(), workers.into()].into_iter();
        own.chain(arguments.iter().copied()).map(|value: i64| Data::Int(value.into())).collect()
    };
    (0..workers).map(task).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "at most a hundred")]
fn round(value: f64) -> i64 {
    value.round() as i64
}

impl Measured {
    fn point(&self, sequential_ms: &[f64]) -> SweepPoint {
        let mut latencies = self.latencies_ms.clone();
        latencies.sort_unstable_by(f64::total_cmp);
        SweepPoint {
            interval_ms: self.interval_ms,
            hand_offs_per_second: stats::median(&self.hand_offs_per_second),
            cost: stats::ratio(&self.threads_ms, sequential_ms),
            latency_ms: Estimate {
                value: stats::median(&latencies),
                low: stats::quantile(&latencies, 0.025),
                high: stats::quantile(&latencies, 0.975),
            },
        }
    }
}

/// How long worker 0 waited for the lock each time it came back, while the other one computed.
fn waits_after_sleep(trace: &Trace) -> Vec<f64> {
    let [waiting, computing] = &trace.lanes[..] else { return Vec::new() };
    let running = computing.states.iter().rposition(|state| *state == State::Running);
    let busy_until_ms = running.map_or(0.0, |last| computing.ends_ms[last]);
    let states = waiting.states.windows(2).zip(waiting.ends_ms.windows(2));
    states
        .filter(|(states, ends)| states[0] == State::Sleeping && ends[1] < busy_until_ms)
        .map(|(states, ends)| if states[1] == State::Waiting { ends[1] - ends[0] } else { 0.0 })
        .collect()
}

/// What the shortest and the longest interval cost and buy, and how sure that is.
fn sentence(points: &[SweepPoint], samples: u32) -> String {
    let [first, .., last] = points else { return String::new() };
    let at = |point: &SweepPoint| {
        let SweepPoint { cost, latency_ms, .. } = point;
        let (low, high) = (time(latency_ms.low), time(latency_ms.high));
        format!(
            "at {} threads that compute took {:.2} times as long as in turn (95 % interval {:.2} to \
             {:.2}), and one that came back from I/O waited {} for the lock (95 % of its waits: \
             {low} to {high})",
            time(point.interval_ms),
            cost.value,
            cost.low,
            cost.high,
            time(latency_ms.value),
        )
    };
    let runs = if samples == 1 { "one run".to_owned() } else { format!("{samples} runs") };
    let is_cheaper = last.cost.high < first.cost.low;
    let is_later = last.latency_ms.low > first.latency_ms.high;
    let verdict = match (is_cheaper, is_later) {
        (true, true) => "a long interval costs less, and lets others wait longer",
        (true, false) => "a long interval costs less; whether others wait longer is not clear",
        (false, true) => "a long interval lets others wait longer; what it saves is not clear",
        (false, false) => "neither difference is clear",
    };
    format!("{runs} at each interval: {}; {}. From these runs, {verdict}.", at(first), at(last))
        .replacen("one run at", "One run at", 1)
}

fn time(ms: f64) -> String {
    if ms >= 1.0 { format!("{ms:.0} ms") } else { format!("{:.0} µs", ms * 1e3) }
}
