//! What was found and why, in one paragraph of plain words. It is made of the numbers: a model's
//! name never decides what is said of it.

use super::baseline;
use crate::experiment::Model;
use crate::experiment::plan::Argument;
use crate::experiment::programs;
use crate::experiment::report::{ModelResult, Report};
use crate::trace::{TimeUse, Trace};

/// A part of a run that is worth a word.
const NOTABLE: f64 = 0.1;
/// Workers whose parts of a run differ by more did different things.
const UNLIKE: f64 = 0.2;
/// A speedup that uses so much of the workers is called nearly full.
const NEARLY_FULL: f64 = 0.85;

/// The paragraph.
pub(super) fn of(report: &Report) -> String {
    let most = report.plan.workers.last().copied().unwrap_or(1);
    let found: Vec<_> = report
        .results
        .iter()
        .filter(|result| result.workers == most && result.model != Model::Sequential)
        .collect();
    if found.is_empty() {
        return "Only the sequential baseline was run, so there is nothing to compare.".to_owned();
    }
    let (found, short): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|result| result.speedup.is_some());
    if found.is_empty() {
        return format!("These runs are too short to compare: {}.", more_work(report));
    }
    let mut sentences: Vec<_> = lost(&found, report).collect();
    sentences.push(headline(&found, most));
    if !short.is_empty() {
        let titles = short.into_iter().map(|result| result.model.title().to_owned());
        let titles = list(&titles.collect::<Vec<_>>());
        sentences.push(format!("Too short to compare: {titles}; {}.", more_work(report)));
    }
    if !report.mismatches.is_empty() {
        sentences.push(
            "Not all results are those of the sequential run, so these times are of different \
             work."
                .to_owned(),
        );
    }
    sentences.extend(found.iter().filter_map(|result| why(result, report)));
    sentences.extend(found.iter().filter_map(|result| start_up(result)));
    sentences.join(" ")
}

/// What the program itself says came out otherwise than in turn: the lesson, if there is one.
fn lost<'a>(
    found: &'a [&ModelResult],
    report: &'a Report,
) -> impl Iterator<Item = String> + use<'a> {
    found.iter().filter_map(|result| {
        let in_turn = baseline(&report.results, result.workers)?.summary.as_ref()?;
        let summary = result.summary.as_ref().filter(|summary| *summary != in_turn)?;
        let because = match result.model {
            Model::Process | Model::Subinterpreters => {
                ": each has a module of its own, and that of the first one was not changed"
            }
            _ => "",
        };
        Some(format!("{}: {summary}, and in turn {in_turn}{because}.", result.model.title()))
    })
}

#[derive(Clone, Copy, PartialEq)]
enum Verdict {
    Faster,
    Slower,
    Unclear,
}

fn verdict(result: &ModelResult) -> Verdict {
    match result.speedup {
        // A lock that only one can have makes no computation faster: that is noise.
        Some(_) if is_beyond_possible(result) => Verdict::Unclear,
        Some(speedup) if speedup.low > 1.0 => Verdict::Faster,
        Some(speedup) if speedup.high < 1.0 => Verdict::Slower,
        _ => Verdict::Unclear,
    }
}

/// Does a run seem faster than in turn whose workers only computed, and only with the GIL?
pub(super) fn is_beyond_possible(result: &ModelResult) -> bool {
    let of_trace = |trace: &Trace| {
        let TimeUse { blocked_ms, unlocked_ms, .. } = trace.time_use;
        blocked_ms + unlocked_ms < 0.01 * trace.duration_ms
    };
    result.model == Model::Gil
        && result.trace.as_ref().is_some_and(of_trace)
        && result.speedup.is_some_and(|speedup| speedup.value > 1.0)
}

fn headline(found: &[&ModelResult], workers: u32) -> String {
    let with = |wanted: Verdict, words: &str| {
        let named: Vec<_> = found
            .iter()
            .filter(|result| verdict(result) == wanted)
            .map(|result| {
                let speedup = result.speedup.map_or(1.0, |speedup| speedup.value);
                format!("{} ({speedup:.2}×)", in_sentence(result))
            })
            .collect();
        (!named.is_empty()).then(|| format!("{} {words}", list(&named)))
    };
    let clauses: Vec<_> = [
        with(Verdict::Faster, "ran faster than sequential"),
        with(Verdict::Slower, "ran slower than sequential"),
        with(Verdict::Unclear, "could not be distinguished from no change"),
    ]
    .into_iter()
    .flatten()
    .collect();
    format!("With {}, {}.", workers_name(workers), clauses.join("; "))
}

/// What makes a run longer: a larger size, where it is known which parameter that is.
fn more_work(report: &Report) -> String {
    let program = report.plan.program.as_deref().and_then(programs::find);
    let is_whole = |argument: &Argument| matches!(argument, Argument::Int(_));
    let mut whole = report.plan.args.iter().filter(|(_, argument)| is_whole(argument));
    let only = whole.next().filter(|_| whole.next().is_none()).map(|(name, _)| name.as_str());
    match program.map(|program| program.size_parameter).or(only) {
        Some(name) => format!("raise `{name}` to give the workers more to do"),
        None => "give the workers more to do".to_owned(),
    }
}

/// What the trace shows of the workers of one model.
fn why(result: &ModelResult, report: &Report) -> Option<String> {
    let trace = result.trace.as_ref().filter(|trace| trace.lanes.len() > 1)?;
    let title = result.model.title();
    let TimeUse { running_ms, waiting_ms, blocked_ms, unlocked_ms, .. } = trace.time_use;
    let part = |ms: f64| ms / trace.duration_ms;
    let percent = |ms: f64| format!("{:.0} %", 100.0 * part(ms));
    let workers = trace.lanes.len();
    let text = if part(waiting_ms) > NOTABLE {
        let hand_offs = match trace.hand_offs_total {
            0 => String::new(),
            1 => "the lock changed hands once, and ".to_owned(),
            count => format!("the lock changed hands {count} times, and "),
        };
        format!(
            "{title}: each of the {workers} workers ran for {} of the run and waited for the lock \
             for {}; {hand_offs}on average {:.1} of them ran at a moment.",
            percent(running_ms + unlocked_ms),
            percent(waiting_ms),
            at_once(trace)
        )
    } else {
        unlocked(result, trace, report)?
    };
    if part(blocked_ms) <= NOTABLE {
        return Some(text);
    }
    Some(format!("{text} {}{}", blocked(trace), convoy(result, trace)))
}

/// For how long workers were blocked, each for itself where they differ.
fn blocked(trace: &Trace) -> String {
    let parts: Vec<_> =
        trace.lanes.iter().map(|lane| lane.time_use.blocked_ms / trace.duration_ms).collect();
    let most = parts.iter().copied().fold(0.0, f64::max);
    let least = parts.iter().copied().fold(1.0, f64::min);
    let percent = |part: f64| format!("{:.0} %", 100.0 * part);
    let words = if most - least <= UNLIKE {
        format!("They were blocked for {} of it", percent(f64::midpoint(least, most)))
    } else if parts.len() == 2 {
        let [first, second] = [parts[0], parts[1]].map(percent);
        format!("Worker 0 was blocked for {first} of it, worker 1 for {second}")
    } else {
        format!("One was blocked for {} of it, another for {}", percent(most), percent(least))
    };
    format!("{words}, which leaves the processor to others.")
}

/// Who wakes up where another one computes waits for the lock each time.
fn convoy(result: &ModelResult, trace: &Trace) -> String {
    let part = |ms: f64| ms / trace.duration_ms;
    let times = || trace.lanes.iter().map(|lane| lane.time_use);
    let wakes =
        times().position(|time| part(time.blocked_ms) > NOTABLE && part(time.waiting_ms) > NOTABLE);
    let computes = times().any(|time| part(time.running_ms) > 0.5);
    match wakes.filter(|_| computes && result.model == Model::Gil) {
        Some(worker) => format!(
            " Each time it woke, worker {worker} waited until the one that computed had had the \
             lock for a switch interval: the convoy effect."
        ),
        None => String::new(),
    }
}

/// How many workers ran at a moment, on average, once the first one was there.
fn at_once(trace: &Trace) -> f64 {
    let starting = trace.lanes.iter().map(|lane| lane.time_use.starting_ms);
    let work_ms = trace.duration_ms - starting.fold(trace.duration_ms, f64::min);
    computing_ms(trace) / work_ms
}

/// How long the workers computed, with an interpreter or without, all together.
fn computing_ms(trace: &Trace) -> f64 {
    trace.lanes.iter().map(|lane| lane.time_use.running_ms + lane.time_use.unlocked_ms).sum()
}

/// Workers that waited for no lock: was it of use to them?
fn unlocked(result: &ModelResult, trace: &Trace, report: &Report) -> Option<String> {
    let title = result.model.title();
    let speedup = result.speedup?.value;
    let running = at_once(trace);
    // Who was blocked may have waited for a lock of the program.
    let is_blocked = trace.time_use.blocked_ms > NOTABLE * trace.duration_ms;
    let (no_lock, but) = if is_blocked {
        ("", "")
    } else {
        ("no worker waited for a lock, and ", "no worker waited for a lock, but ")
    };
    if speedup >= NEARLY_FULL * f64::from(result.workers) {
        return Some(format!(
            "{title}: {no_lock}on average {running:.1} of {} ran at a moment.",
            result.workers
        ));
    }
    let baseline = baseline(&report.results, result.workers)?.trace.as_ref()?;
    let slowdown = computing_ms(trace) / computing_ms(baseline);
    if slowdown > 1.0 + NOTABLE {
        let cores = report.environment.cores;
        let because = if result.workers > cores {
            format!(": {} workers share {cores} cores", result.workers)
        } else {
            ", so they shared cores with something else or got in each other's way".to_owned()
        };
        return Some(format!(
            "{title}: {but}side by side the tasks took {slowdown:.1} times as long as in turn{because}."
        ));
    }
    Some(format!(
        "{title}: {but}on average only {running:.1} of {} ran at a moment.",
        result.workers
    ))
}

/// A start-up that changes the picture.
fn start_up(result: &ModelResult) -> Option<String> {
    let (apart, with) = (result.speedup?, result.speedup_with_start_up?);
    if result.median.start_up_ms < NOTABLE * result.median.total_ms {
        return None;
    }
    Some(format!(
        "Starting {} took {:.0} ms; counted in, {:.2}× becomes {:.2}×.",
        in_sentence(result),
        result.median.start_up_ms,
        apart.value,
        with.value
    ))
}

/// A title inside a sentence.
fn in_sentence(result: &ModelResult) -> String {
    let title = result.model.title();
    let mut letters = title.chars();
    let first = letters.next().map(|letter| letter.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn workers_name(workers: u32) -> String {
    if workers == 1 { "1 worker".to_owned() } else { format!("{workers} workers") }
}

/// `a`, `a and b`, `a, b and c`.
fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
