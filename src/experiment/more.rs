//! More samples of what has been measured before: those of two reports of one plan in one report.

use super::analysis::{self, stats::median};
use super::compare;
use super::plan::Plan;
use super::report::{Failure, ModelResult, Report, ScriptPlan, ScriptReport, ScriptResult};
use super::resolve::bad;
use crate::experiment::Model;
use crate::sched::tasks::Parts;

/// The same work that takes so many times as long is not alone on the device.
const DISTURBED: f64 = 1.15;

/// The samples of a second run of the same experiment behind those of the first one.
///
/// # Errors
/// `BadRequest` if the two are not of one plan, or one of them is no sound report.
#[optimize(size)]
pub fn add(before: Report, after: Report) -> Result<Report, Failure> {
    let (mut report, after) = (analysis::analyze(before)?, analysis::analyze(after)?);
    if !is_same(&report.plan, &after.plan) || report.results.len() != after.results.len() {
        return Err(of_another("an experiment"));
    }
    let [was, is] = [&report, &after].map(|report| median(&in_turn_ms(report)));
    let orders = report.results.iter().flat_map(|result| &result.samples).map(|it| it.order + 1);
    let first = orders.max().unwrap_or_default();
    for (result, more) in report.results.iter_mut().zip(after.results) {
        append(result, more, first);
    }
    for mismatch in after.mismatches {
        if !report.mismatches.contains(&mismatch) {
            report.mismatches.push(mismatch);
        }
    }
    report.plan.samples += after.plan.samples;
    report.duration_ms += after.duration_ms;
    report.drift.end_ms = after.drift.end_ms;
    analysis::complete(&mut report);
    report.disturbed = is > was * DISTURBED;
    Ok(report)
}

/// The same of two reports of a script.
///
/// # Errors
/// `BadRequest` if the two are not of one plan, or one of them is no sound report.
#[optimize(size)]
pub fn add_script(before: ScriptReport, after: ScriptReport) -> Result<ScriptReport, Failure> {
    let (mut report, after) = (compare::analyze_script(before)?, compare::analyze_script(after)?);
    // How often it was measured makes no other plan.
    if report.plan != (ScriptPlan { samples: report.plan.samples, ..after.plan }) {
        return Err(of_another("a script"));
    }
    let mut is_disturbed = false;
    for (result, more) in report.results.iter_mut().zip(after.results) {
        is_disturbed |= more.median_ms > result.median_ms * DISTURBED;
        append_script(result, more);
    }
    compare::complete(&mut report);
    report.disturbed = is_disturbed;
    Ok(report)
}

fn of_another(what: &str) -> Failure {
    bad("report", &format!("the second report is of another plan of {what}"))
}

/// How often something was measured makes no other plan, nor how its size was found.
fn is_same(one: &Plan, other: &Plan) -> bool {
    let Plan { samples, warmups, size, .. } = one;
    let other = Plan { samples: *samples, warmups: *warmups, size: *size, ..other.clone() };
    *one == other
}

fn in_turn_ms(report: &Report) -> Vec<f64> {
    let of_baseline = report.results.iter().filter(|result| result.model == Model::Sequential);
    of_baseline.flat_map(|result| &result.samples).map(|sample| sample.parts.work_ms()).collect()
}

fn append(result: &mut ModelResult, more: ModelResult, first: u32) {
    let samples = more.samples.into_iter().map(|mut sample| {
        sample.order += first;
        sample
    });
    result.samples.extend(samples);
    let times: Vec<_> = result.samples.iter().map(|sample| sample.parts.work_ms()).collect();
    let middle = median(&times);
    let distance = |order: Option<u32>| {
        let sample = result.samples.iter().find(|sample| Some(sample.order) == order);
        let parts: Option<&Parts> = sample.map(|sample| &sample.parts);
        parts.map_or(f64::INFINITY, |parts| (parts.work_ms() - middle).abs())
    };
    let traced = more.traced_sample.map(|order| order + first);
    if more.trace.is_some() && distance(traced) < distance(result.traced_sample) {
        (result.trace, result.traced_sample) = (more.trace, traced);
    }
}

fn append_script(result: &mut ScriptResult, more: ScriptResult) {
    result.samples_ms.extend(more.samples_ms);
    let middle = median(&result.samples_ms);
    let (Some(shown), Some(other)) = (&result.execution, &more.execution) else { return };
    let distance = |ms: f64| (ms - middle).abs();
    let is_worse = !compare::ended_well(other);
    let is_nearer = distance(other.total_ms) < distance(shown.total_ms);
    if is_worse || (is_nearer && compare::ended_well(shown)) {
        result.execution = more.execution;
    }
}
