//! Reports of scripts that come from outside: a link, a file, a page that embeds them.

use super::complete;
use crate::experiment::analysis::{LATEST_MS, LONGEST_TEXT, is_amount, is_sound_trace};
use crate::experiment::report::{Execution, Failure, ScriptReport, ScriptResult};
use crate::experiment::resolve::{MAX_SAMPLES, bad};
use crate::experiment::sampling::SCRIPT_FORMAT;
use crate::trace::{Lane, Trace};

/// Threads and processes of one run, of all kinds together.
const MOST_LANES: usize = 250_000;

/// Checks the report of a script, of whatever origin, and reckons anew what follows from its runs.
///
/// # Errors
/// `BadRequest` if it is not one, or of another format.
#[optimize(size)]
pub fn analyze_script(mut report: ScriptReport) -> Result<ScriptReport, Failure> {
    check(&report).map_err(|message| bad("report", &format!("not a usable report: {message}")))?;
    complete(&mut report);
    Ok(report)
}

#[optimize(size)]
fn check(report: &ScriptReport) -> Result<(), String> {
    if report.format != SCRIPT_FORMAT {
        return Err(format!("it is of format {}, and not of {SCRIPT_FORMAT}", report.format));
    }
    let environment = &report.environment;
    let texts = [&report.plan.source, &environment.version, &environment.user_agent];
    let is_sound = texts.iter().all(|text| text.len() <= LONGEST_TEXT)
        && (0.0..=LATEST_MS).contains(&report.started_at)
        && is_amount(environment.timer_step_us);
    if !is_sound {
        return Err("its numbers or texts are out of range".to_owned());
    }
    let runtimes: Vec<_> = report.results.iter().map(|result| result.runtime).collect();
    if runtimes.is_empty() || runtimes != report.plan.runtimes {
        return Err("its results are not those of its plan".to_owned());
    }
    let is_sound = report.results.iter().all(is_sound_result);
    if is_sound { Ok(()) } else { Err("a result of it is broken".to_owned()) }
}

#[optimize(size)]
fn is_sound_result(result: &ScriptResult) -> bool {
    let ScriptResult { runtime, warmup_ms, samples_ms, execution, refused, .. } = result;
    let times = warmup_ms.iter().chain(samples_ms);
    let is_there = match execution {
        Some(execution) => {
            execution.runtime == *runtime && !samples_ms.is_empty() && is_sound_run(execution)
        }
        None => refused.is_some() && samples_ms.is_empty(),
    };
    is_there
        && samples_ms.len().max(warmup_ms.len()) <= MAX_SAMPLES as usize
        && times.copied().all(is_amount)
}

#[optimize(size)]
fn is_sound_run(execution: &Execution) -> bool {
    let Execution { lanes, processes, output, trace, .. } = execution;
    let times = lanes
        .iter()
        .flat_map(|lane| [lane.start_ms, lane.end_ms])
        .chain(processes.iter().flat_map(|process| [process.start_ms, process.end_ms]))
        .chain(output.iter().map(|piece| piece.ms))
        .chain([execution.total_ms, execution.heap_bytes]);
    let printed: usize = output.iter().map(|piece| piece.text.len()).sum();
    lanes.len().max(processes.len()) <= MOST_LANES
        && printed <= 2 * LONGEST_TEXT
        && times.into_iter().all(is_amount)
        && trace.as_ref().is_none_or(|trace| is_sound_for(trace, lanes.len()))
}

/// What it says of lanes and places is there.
#[optimize(size)]
fn is_sound_for(trace: &Trace, lanes: usize) -> bool {
    let is_sound_lane = |lane: &Lane| {
        let mut at = lane.at.iter().flatten();
        at.all(|place| (*place as usize) < lane.places.len())
            && lane.at.len() <= lane.states.len()
            && lane.places.iter().all(|place| is_amount(place.ms))
    };
    let is_lane = |number: u32| (number as usize) < lanes;
    is_sound_trace(trace)
        && trace.lanes.len() == lanes
        && trace.lanes.iter().all(is_sound_lane)
        && trace.hand_offs.iter().all(|hand_off| is_lane(hand_off.from) && is_lane(hand_off.to))
}
