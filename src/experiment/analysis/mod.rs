//! From what was measured to what it says: the statistics of a report, its signs, its narrative.

mod check;
mod narrative;
mod scaling;
mod signs;
pub mod stats;

pub use check::analyze;
pub(super) use check::{LATEST_MS, LONGEST_TEXT, is_amount, is_sound_trace};

use super::length::{is_measured, least_ms};
use super::report::{Estimate, ModelResult, Report};
use crate::experiment::Model;
use crate::sched::tasks::Parts;

/// Fills in everything that follows from the samples of a report.
#[optimize(size)]
pub(super) fn complete(report: &mut Report) {
    let results = &report.results;
    let is_measured = |result: &ModelResult| is_measured(result, &report.environment);
    let speedups = results.iter().map(|result| {
        let baseline = baseline(results, result.workers);
        let baseline = baseline.filter(|baseline| is_measured(baseline) && is_measured(result));
        let speedup = |time| speedup(result, baseline?, time);
        (speedup(Parts::work_ms), speedup(|parts| parts.total_ms))
    });
    let speedups: Vec<_> = speedups.collect();
    for (result, (speedup, with_start_up)) in report.results.iter_mut().zip(speedups) {
        result.speedup = speedup;
        result.speedup_with_start_up = with_start_up;
        complete_result(result);
    }
    let workers = report.plan.workers.first().copied().unwrap_or(1);
    let during_ms = baseline(&report.results, workers).map_or(0.0, |cell| cell.median.work_ms());
    let end_ms = report.drift.end_ms;
    let is_measured = during_ms.min(end_ms) >= least_ms(&report.environment);
    report.drift.during_ms = during_ms;
    report.drift.ratio = if is_measured { end_ms / during_ms } else { 1.0 };
    let speedups = report.results.iter().filter_map(|result| result.speedup.as_ref());
    report.clear = speedups.into_iter().all(Estimate::is_clear);
    report.scaling = scaling::of(report);
    report.signs = signs::of(report);
    report.narrative = narrative::of(report);
}

/// The sequential run of the same work.
fn baseline(results: &[ModelResult], workers: u32) -> Option<&ModelResult> {
    results.iter().find(|result| result.model == Model::Sequential && result.workers == workers)
}

/// Times of a result's samples without their start-up.
fn work_ms(result: &ModelResult) -> Vec<f64> {
    times(result, Parts::work_ms)
}

fn times(result: &ModelResult, time: impl Fn(&Parts) -> f64) -> Vec<f64> {
    result.samples.iter().map(|sample| time(&sample.parts)).collect()
}

/// `None` for the baseline itself.
fn speedup(
    result: &ModelResult,
    baseline: &ModelResult,
    time: fn(&Parts) -> f64,
) -> Option<Estimate> {
    if result.model == Model::Sequential {
        return None;
    }
    Some(stats::ratio(&times(baseline, time), &times(result, time)))
}

/// What follows from its own samples.
#[optimize(size)]
fn complete_result(result: &mut ModelResult) {
    result.median = median_parts(result);
    let hand_offs = result.samples.iter().filter_map(|sample| sample.hand_offs.map(f64::from));
    let hand_offs: Vec<_> = hand_offs.collect();
    result.hand_offs = (!hand_offs.is_empty()).then(|| stats::median(&hand_offs));
    let outliers = stats::outliers(&work_ms(result));
    for (sample, outlier) in result.samples.iter_mut().zip(outliers) {
        sample.outlier = outlier;
    }
}

fn median_parts(result: &ModelResult) -> Parts {
    let median = |part: fn(&Parts) -> f64| stats::median(&times(result, part));
    Parts {
        start_up_ms: median(|parts| parts.start_up_ms),
        copy_in_ms: median(|parts| parts.copy_in_ms),
        compute_ms: median(|parts| parts.compute_ms),
        copy_out_ms: median(|parts| parts.copy_out_ms),
        join_ms: median(|parts| parts.join_ms),
        total_ms: median(|parts| parts.total_ms),
    }
}
