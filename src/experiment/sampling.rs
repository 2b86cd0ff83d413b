//! Runs a script several times under several Pythons, in turns, so that what else the device does
//! disturbs all of them alike.

use web_time::{SystemTime, UNIX_EPOCH};

use super::analysis::stats::median;
use super::compare::{complete, ended_well};
use super::execute::{ExecuteRequest, Prepared, prepare};
use super::report::{
    Comparison, Environment, Execution, Failure, Phase, RuntimeName, ScriptPlan, ScriptProgress,
    ScriptReport, ScriptResult,
};
use super::resolve::{DEFAULT_SWITCH_INTERVAL_MS, MAX_SAMPLES, bad, whole};
use crate::sched::Host;

/// Version of the format of a [`ScriptReport`].
pub(super) const SCRIPT_FORMAT: u32 = 1;
/// Timed runs, where nobody asks for another number and there is time for them.
const SAMPLES: u32 = 3;
/// What all runs may take together then.
const AT_MOST_MS: f64 = 20_000.0;

fn plan(request: &ExecuteRequest) -> Result<ScriptPlan, Failure> {
    let runtimes = request.runtimes.clone().unwrap_or_default();
    let has_twins = runtimes.iter().enumerate().any(|(at, one)| runtimes[..at].contains(one));
    if runtimes.is_empty() || has_twins || request.runtime.is_some() {
        return Err(bad("runtimes", "`runtimes` names at least one Python, and each once"));
    }
    let samples = request.samples.map(|samples| whole("samples", samples, 0..=MAX_SAMPLES));
    Ok(ScriptPlan {
        source: request.source.clone().unwrap_or_default(),
        runtimes,
        args: request.args.clone().unwrap_or_default(),
        stdin: request.stdin.clone().unwrap_or_default(),
        virtual_threads: request.virtual_threads.unwrap_or_default(),
        samples: samples.transpose()?,
        switch_interval_ms: request.switch_interval_ms.unwrap_or(DEFAULT_SWITCH_INTERVAL_MS),
    })
}

/// Runs a script under several Pythons. `progress` hears of what it prints, and of every run.
///
/// # Errors
/// If it is not a program that can be run here. One that fails is a result.
#[optimize(size)]
pub async fn sample(
    request: &ExecuteRequest,
    environment: &Environment,
    host: &impl Host,
    progress: &mut dyn FnMut(&ScriptProgress),
) -> Result<ScriptReport, Failure> {
    let plan = plan(request)?;
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let mut prepared = Vec::with_capacity(plan.runtimes.len());
    for runtime in &plan.runtimes {
        prepared.push(prepare(request, *runtime, true, environment)?);
    }
    let runs = count(prepared.len());
    let wanted = plan.samples.unwrap_or(SAMPLES);
    let mut told = Told { progress, done: 0, total: runs * (wanted + 1) };
    let mut results = Vec::with_capacity(prepared.len());
    for prepared in &prepared {
        results.push(warm_up(prepared, host, &mut told).await);
    }
    let samples = plan.samples.unwrap_or_else(|| affordable(&results));
    let is_over = samples == 0 || !results.iter().any(is_measured);
    told.total = told.done + if is_over { 0 } else { samples * count(measured(&results)) };
    for result in &mut results {
        if is_over || !is_measured(result) {
            result.samples_ms = std::mem::take(&mut result.warmup_ms);
        }
    }
    for _ in 0..if is_over { 0 } else { samples } {
        for (result, prepared) in results.iter_mut().zip(&prepared) {
            if result.samples_ms.is_empty() || !result.warmup_ms.is_empty() {
                again(result, prepared, host, &mut told).await;
            }
        }
    }
    let mut report = ScriptReport {
        format: SCRIPT_FORMAT,
        started_at: since_epoch.as_secs_f64() * 1e3,
        environment: environment.clone(),
        plan,
        results,
        clear: false,
        disturbed: false,
        comparison: Comparison::default(),
    };
    complete(&mut report);
    Ok(report)
}

/// Who is told of the runs.
struct Told<'a> {
    progress: &'a mut dyn FnMut(&ScriptProgress),
    done: u32,
    total: u32,
}

impl Told<'_> {
    /// Tells what is different from nothing.
    fn tell(
        &mut self,
        phase: Phase,
        runtime: RuntimeName,
        change: impl FnOnce(&mut ScriptProgress),
    ) -> ScriptProgress {
        let mut progress = ScriptProgress {
            phase,
            runtime,
            done: self.done,
            total: self.total,
            output: Vec::new(),
            execution: None,
            refused: None,
            total_ms: None,
        };
        change(&mut progress);
        (self.progress)(&progress);
        progress
    }
}

/// The first run under a Python, which all is told of.
#[optimize(size)]
async fn warm_up(prepared: &Prepared, host: &impl Host, told: &mut Told<'_>) -> ScriptResult {
    let runtime = prepared.runtime;
    told.tell(Phase::Warmup, runtime, |_| ());
    let mut print = |output| {
        told.tell(Phase::Warmup, runtime, |progress| progress.output = output);
    };
    let executed = prepared.run(host, &mut print).await;
    told.done += 1;
    let ScriptProgress { execution, refused, total_ms, .. } =
        told.tell(Phase::Warmup, runtime, |progress| match executed {
            Ok(execution) => {
                progress.total_ms = Some(execution.total_ms);
                progress.execution = Some(execution);
            }
            Err(failure) => progress.refused = Some(failure.message),
        });
    ScriptResult {
        runtime,
        refused,
        warmup_ms: total_ms.into_iter().collect(),
        samples_ms: Vec::new(),
        median_ms: 0.0,
        range_ms: [0.0; 2],
        speedup: None,
        execution,
    }
}

/// A timed run. One that does not end well is kept as what came of the script.
#[optimize(size)]
async fn again(
    result: &mut ScriptResult,
    prepared: &Prepared,
    host: &impl Host,
    told: &mut Told<'_>,
) {
    let executed = prepared.run(host, &mut |_| ()).await;
    told.done += 1;
    let Ok(execution) = executed else { return };
    let total_ms = execution.total_ms;
    result.samples_ms.push(total_ms);
    let middle = median(&result.samples_ms);
    let distance = |known: &Execution| (known.total_ms - middle).abs();
    let is_first = result.samples_ms.len() == 1;
    let is_nearer = result.execution.as_ref().is_none_or(|known| {
        !ended_well(&execution) || (ended_well(known) && distance(&execution) < distance(known))
    });
    if is_first || is_nearer {
        result.execution = Some(execution);
    }
    told.tell(Phase::Sample, result.runtime, |progress| progress.total_ms = Some(total_ms));
}

/// Is there a time to be measured?
fn is_measured(result: &ScriptResult) -> bool {
    result.execution.as_ref().is_some_and(ended_well)
}

fn measured(results: &[ScriptResult]) -> usize {
    results.iter().filter(|result| is_measured(result)).count()
}

/// How often all can be run in the time that is left.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is at most three")]
fn affordable(results: &[ScriptResult]) -> u32 {
    let round_ms: f64 = results.iter().flat_map(|result| &result.warmup_ms).sum();
    let rounds = (AT_MOST_MS - round_ms) / round_ms.max(f64::MIN_POSITIVE);
    rounds.clamp(0.0, f64::from(SAMPLES)) as u32
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
