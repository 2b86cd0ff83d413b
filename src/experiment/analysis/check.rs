//! Reports that come from outside: a file, a link, the script for CPython.

use super::complete;
use crate::experiment::Model;
use crate::experiment::report::{Failure, ModelResult, Report};
use crate::experiment::resolve::{MAX_SAMPLES, MAX_WORKERS, bad};
use crate::experiment::run::FORMAT;
use crate::sched::tasks::Parts;
use crate::trace::{SEGMENTS_OF_A_RUN, Trace};

/// Longest text that a report may hold in one place.
pub(in crate::experiment) const LONGEST_TEXT: usize = 1 << 20;
/// Longest time that anything may have taken.
const LONGEST_MS: f64 = 1e10;
/// Latest time that JavaScript knows.
pub(in crate::experiment) const LATEST_MS: f64 = 8.64e15;

/// Checks a report of any origin, and reckons all its statistics anew from its samples, by the same
/// methods as those of a run here.
///
/// # Errors
/// `BadRequest` if it is not one, or of another format.
pub fn analyze(mut report: Report) -> Result<Report, Failure> {
    migrate(&mut report);
    check(&report).map_err(|message| bad("report", &format!("not a usable report: {message}")))?;
    complete(&mut report);
    Ok(report)
}

/// Format 2 was the same, but for models that were run in place of others, on workers that shared no
/// memory: those results are left out, since what they say is not true of the model.
fn migrate(report: &mut Report) {
    if report.format != 2 {
        return;
    }
    report.format = FORMAT;
    report.results.retain(|result| result.without_shared_memory.is_none());
    let results = &report.results;
    let is_left = |model: Model| results.iter().any(|result| result.model == model);
    report.plan.models.retain(|model| is_left(*model));
    report.mismatches.retain(|mismatch| is_left(mismatch.model));
}

fn check(report: &Report) -> Result<(), String> {
    if report.format != FORMAT {
        return Err(format!("it is of format {}, and this page reads {FORMAT}", report.format));
    }
    let environment = &report.environment;
    let texts = [&report.plan.source, &environment.version, &environment.user_agent];
    let is_sound = texts.iter().all(|text| text.len() <= LONGEST_TEXT)
        && (0.0..=LATEST_MS).contains(&report.started_at)
        && [report.duration_ms, environment.timer_step_us, report.drift.end_ms]
            .iter()
            .all(|number| is_amount(*number));
    if !is_sound {
        return Err("its numbers or texts are out of range".to_owned());
    }
    if report.results.is_empty() || report.results.len() > Model::KNOWN.len() * MAX_WORKERS as usize
    {
        return Err("it has no results, or too many".to_owned());
    }
    for workers in &report.plan.workers {
        if !(1..=MAX_WORKERS).contains(workers) {
            return Err(format!("{workers} is no number of workers"));
        }
        if super::baseline(&report.results, *workers).is_none() {
            return Err(format!("it has no sequential baseline for {workers} workers"));
        }
    }
    report.results.iter().try_for_each(|result| check_result(result, report))
}

fn check_result(result: &ModelResult, report: &Report) -> Result<(), String> {
    let ModelResult { model, workers, samples, .. } = result;
    let place = format!("{} with {workers} workers", model.id());
    let is_planned = report.plan.models.contains(model) && report.plan.workers.contains(workers);
    let twins =
        report.results.iter().filter(|twin| twin.model == *model && twin.workers == *workers);
    if !is_planned || twins.count() != 1 {
        return Err(format!("{place} is not in its plan, or there twice"));
    }
    if samples.is_empty() || samples.len() > MAX_SAMPLES as usize {
        return Err(format!("{place} has no samples, or too many"));
    }
    for sample in samples {
        let Parts { start_up_ms, copy_in_ms, compute_ms, copy_out_ms, join_ms, total_ms } =
            sample.parts;
        let parts = [start_up_ms, copy_in_ms, compute_ms, copy_out_ms, join_ms, total_ms];
        let tasks = sample.tasks.iter().flat_map(|task| [task.start_ms, task.end_ms]);
        let is_sound = parts.into_iter().chain(tasks).all(is_amount)
            && sample.parts.work_ms() >= 0.0
            && sample.tasks.len() <= MAX_WORKERS as usize;
        if !is_sound {
            return Err(format!("a sample of {place} has impossible times"));
        }
    }
    if !result.warmup_ms.iter().all(|ms| is_amount(*ms)) {
        return Err(format!("the warm-up of {place} has impossible times"));
    }
    match &result.trace {
        Some(trace) if !is_sound_trace(trace) => Err(format!("the trace of {place} is broken")),
        _ => Ok(()),
    }
}

pub(in crate::experiment) fn is_sound_trace(trace: &Trace) -> bool {
    let mut segments = 0;
    let lanes = trace.lanes.iter().all(|lane| {
        segments += lane.states.len();
        lane.states.len() == lane.ends_ms.len()
            && lane.ends_ms.iter().all(|end| is_amount(*end))
            && lane.ends_ms.is_sorted()
            && lane.merged.iter().all(|merged| (merged.segment as usize) < lane.states.len())
            && lane.merged.is_sorted_by(|one, other| one.segment < other.segment)
    });
    let hand_offs = trace.hand_offs.iter().all(|hand_off| {
        let asked_ms = hand_off.asked_ms.unwrap_or_default();
        [asked_ms, hand_off.dropped_ms, hand_off.taken_ms].into_iter().all(is_amount)
    });
    // Each worker's last segment comes on top of its share.
    let most = SEGMENTS_OF_A_RUN + 2 * MAX_WORKERS as usize;
    lanes && hand_offs && segments <= most && is_amount(trace.duration_ms)
}

/// A time in milliseconds that something may have taken: at most some months.
pub(in crate::experiment) fn is_amount(number: f64) -> bool {
    (0.0..=LONGEST_MS).contains(&number)
}
