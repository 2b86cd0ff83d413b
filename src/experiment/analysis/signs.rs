//! Signs of a throttled, busy or capped device, in sentences for its owner.

use super::narrative::is_beyond_possible;
use super::{baseline, is_measured, least_ms, stats, work_ms};
use crate::experiment::Model;
use crate::experiment::report::{ModelResult, Report, Sample, Sign, SignKind};
use crate::experiment::warmup;
use crate::trace::Trace;

/// A baseline that changes by more than this puts the other numbers in doubt.
const DRIFT: f64 = 0.1;
/// Middle half of a baseline's samples, as a part of their median.
const SPREAD: f64 = 0.1;
/// Of the cores that the platform claims, workers that share nothing should have so much.
const SHARE_OF_CORES: f64 = 0.75;
/// The slowest worker's time for its task against the fastest one's, both as against alone.
const UNEQUAL: f64 = 1.35;

/// All that are seen in a report.
pub(super) fn of(report: &Report) -> Vec<Sign> {
    [too_short(report), drift(report), unsteady(report), fewer_cores(report), unequal_cores(report)]
        .into_iter()
        .flatten()
        .chain(not_settled(report))
        .collect()
}

fn too_short(report: &Report) -> Option<Sign> {
    let short = report.results.iter().filter(|result| !is_measured(result, &report.environment));
    let times = short.flat_map(work_ms);
    let shortest_ms = times.min_by(f64::total_cmp)?;
    Some(Sign {
        kind: SignKind::TooShort,
        message: format!(
            "Too short to compare: the shortest run took {shortest_ms:.3} ms, and this clock can \
             compare what takes at least {:.3} ms. Its times are shown as they are, without speedups.",
            least_ms(&report.environment)
        ),
    })
}

fn drift(report: &Report) -> Option<Sign> {
    let drift = report.drift;
    let change = drift.ratio - 1.0;
    (change.abs() > DRIFT).then(|| Sign {
        kind: SignKind::Drift,
        message: format!(
            "The device became {:.0} % {} meanwhile: the baseline took {:.0} ms during the \
             experiment and {:.0} ms at its end. Run again to be sure.",
            100.0 * change.abs(),
            if change > 0.0 { "slower" } else { "faster" },
            drift.during_ms,
            drift.end_ms
        ),
    })
}

fn unsteady(report: &Report) -> Option<Sign> {
    let baselines = measured(report).filter(|result| result.model == Model::Sequential);
    let spreads = baselines.filter(|result| result.samples.len() >= 4).map(|result| {
        let mut times = work_ms(result);
        times.sort_unstable_by(f64::total_cmp);
        (stats::quantile(&times, 0.75) - stats::quantile(&times, 0.25)) / stats::median(&times)
    });
    let spread = spreads.fold(0.0, f64::max);
    let impossible = measured(report).find(|result| {
        is_beyond_possible(result) && result.speedup.is_some_and(|speedup| speedup.low > 1.0)
    });
    if let Some(speedup) = impossible.and_then(|result| result.speedup) {
        return Some(Sign {
            kind: SignKind::Unsteady,
            message: format!(
                "With a GIL, workers that only compute seem {:.2} times as fast as in turn, which \
                 cannot be: something else is running on the device.",
                speedup.value
            ),
        });
    }
    (spread > SPREAD).then(|| Sign {
        kind: SignKind::Unsteady,
        message: format!(
            "The same work took very different times: half of the baseline's samples lie {:.0} % \
             apart. Something else is running on it.",
            100.0 * spread
        ),
    })
}

fn measured(report: &Report) -> impl Iterator<Item = &ModelResult> {
    report.results.iter().filter(|result| is_measured(result, &report.environment))
}

/// Models whose workers need nothing of each other.
fn is_independent(result: &ModelResult) -> bool {
    matches!(result.model, Model::FreeThreaded | Model::Process | Model::Subinterpreters)
}

/// What shows the cores: workers that need nothing of each other, as many as there are cores at
/// most, and whose tasks were also timed in turn.
fn parallel_results(report: &Report) -> impl Iterator<Item = (&ModelResult, &ModelResult)> {
    let compared = report.results.iter().filter(|result| result.speedup.is_some());
    compared
        .filter(|result| is_independent(result) && result.workers > 1)
        .filter(|result| result.workers <= report.environment.cores)
        .filter_map(|result| Some((result, baseline(&report.results, result.workers)?)))
}

/// How long each task took, as a median over the samples.
fn task_ms(result: &ModelResult) -> Vec<f64> {
    let tasks = result.samples.first().map_or(0, |sample| sample.tasks.len());
    let of_task = |index: usize| {
        let times = result.samples.iter().filter_map(|sample| sample.tasks.get(index));
        stats::median(&times.map(|task| task.end_ms - task.start_ms).collect::<Vec<_>>())
    };
    (0..tasks).map(of_task).collect()
}

/// The number of cores that a run had the use of: its tasks' times in turn / the longest one of
/// them side by side.
fn cores_used(result: &ModelResult, baseline: &ModelResult) -> Option<f64> {
    let (together, alone) = (task_ms(result), task_ms(baseline));
    let longest = together.into_iter().fold(0.0, f64::max);
    let used = alone.iter().sum::<f64>() / longest;
    used.is_finite().then_some(used)
}

fn fewer_cores(report: &Report) -> Option<Sign> {
    let most = parallel_results(report).map(|(result, _)| result.workers).max()?;
    let used = parallel_results(report)
        .filter(|(result, _)| result.workers == most)
        .filter_map(|(result, baseline)| cores_used(result, baseline))
        .fold(0.0, f64::max);
    (used > 0.0 && used < SHARE_OF_CORES * f64::from(most)).then(|| Sign {
        kind: SignKind::FewerCores,
        message: format!(
            "The device claims {} cores, but {most} workers that share nothing ran only as fast \
             as {used:.1} of them would. Other programs use them, the browser may use fewer of \
             them, they slow down when they are hot, or some are slower than others.",
            report.environment.cores
        ),
    })
}

/// Did workers wait for a time, or for each other? Then how long each took is not up to its core.
fn is_blocked(result: &ModelResult) -> bool {
    let part = |trace: &Trace| trace.time_use.blocked_ms / trace.duration_ms;
    result.trace.as_ref().is_some_and(|trace| part(trace) > 0.05)
}

fn unequal_cores(report: &Report) -> Option<Sign> {
    let ratios = parallel_results(report).filter(|(result, _)| !is_blocked(result));
    let ratios = ratios.filter_map(|(result, baseline)| {
        let alone = task_ms(baseline);
        let of_sample = |sample: &Sample| {
            let slowdowns = sample.tasks.iter().zip(&alone);
            let slowdowns = slowdowns.map(|(task, alone)| (task.end_ms - task.start_ms) / alone);
            let (least, most) = slowdowns
                .fold((f64::INFINITY, 0.0), |(least, most): (f64, f64), value| {
                    (least.min(value), most.max(value))
                });
            most / least
        };
        let ratios: Vec<_> = result.samples.iter().map(of_sample).collect();
        let ratio = stats::median(&ratios);
        ratio.is_finite().then_some(ratio)
    });
    let ratio = ratios.fold(0.0, f64::max);
    (ratio > UNEQUAL).then(|| Sign {
        kind: SignKind::UnequalCores,
        message: format!(
            "Workers with the same work did not end together: in a typical run the slowest one \
             took {ratio:.1} times as long as the fastest. Some cores of the device are slower \
             (efficiency cores), or were busy with something else."
        ),
    })
}

fn not_settled(report: &Report) -> Option<Sign> {
    let is_open = |result: &&ModelResult| {
        result.warmup_ms.len() >= warmup::MOST as usize && !warmup::has_settled(&result.warmup_ms)
    };
    let result = measured(report).find(is_open).filter(|_| report.plan.warmups.is_none())?;
    Some(Sign {
        kind: SignKind::NotSettled,
        message: format!(
            "{} still became faster after {} untimed runs, so its first samples may be too slow.",
            result.model.title(),
            result.warmup_ms.len()
        ),
    })
}
