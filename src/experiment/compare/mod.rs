//! What the runs of one script under several Pythons come to: which was faster, and whether they
//! printed the same.

mod check;
mod outputs;
mod reason;
mod share;
#[cfg(test)]
mod testing;
mod times;

pub use check::analyze_script;

use super::analysis::stats;
use super::report::{
    Comparison, Estimate, Execution, Limit, OutputMatch, RuntimeName, ScriptReport, ScriptResult,
};

/// Shorter runs are mostly start-up.
const TOO_SHORT_MS: f64 = 5.0;
/// What one run can be off by without anything being different.
const SMALL: f64 = 0.15;
/// What nobody cares about, however sure it is.
const TINY: f64 = 0.05;

/// Compares what the last run came to with the first.
pub fn compare(executions: &[Execution]) -> Comparison {
    let runs: Vec<_> = executions
        .iter()
        .map(|execution| Run { execution, times: std::slice::from_ref(&execution.total_ms) })
        .collect();
    compare_runs(&runs)
}

/// Fills in everything that follows from the runs of a script.
#[optimize(size)]
pub(super) fn complete(report: &mut ScriptReport) {
    for result in &mut report.results {
        let times = &result.samples_ms;
        result.median_ms = stats::median(times);
        result.range_ms = [
            times.iter().copied().reduce(f64::min).unwrap_or_default(),
            times.iter().copied().reduce(f64::max).unwrap_or_default(),
        ];
    }
    let runs: Vec<_> = report.results.iter().filter_map(Run::of).collect();
    report.comparison = compare_runs(&runs);
    let Some((first, others)) = report.results.split_first_mut() else { return };
    for result in others {
        let (Some(first), Some(other)) = (Run::of(first), Run::of(result)) else { continue };
        result.speedup = ratio(&[first, other]).map(|_| stats::ratio(first.times, other.times));
    }
    let speedups = report.results.iter().filter_map(|result| result.speedup.as_ref());
    report.clear = speedups.into_iter().all(Estimate::is_clear);
}

/// A script under one Python: a typical run, and the times of all.
#[derive(Clone, Copy)]
struct Run<'a> {
    execution: &'a Execution,
    times: &'a [f64],
}

impl<'a> Run<'a> {
    fn of(result: &'a ScriptResult) -> Option<Self> {
        let execution = result.execution.as_ref()?;
        Some(Self { execution, times: &result.samples_ms })
    }

    fn ms(&self) -> f64 {
        stats::median(self.times)
    }
}

#[optimize(size)]
fn compare_runs(runs: &[Run<'_>]) -> Comparison {
    let ratio = ratio(runs);
    let executions: Vec<_> = runs.iter().map(|run| run.execution).collect();
    let (output, differing) = outputs::compare(&executions);
    let reasons: Vec<_> = executions.iter().map(|execution| reason_of(execution)).collect();
    let mut sentences = vec![outcome(runs, ratio)];
    sentences.extend(causes(&executions, &reasons, ratio));
    sentences.extend(output.map(|output| printed(output, runs.len(), ratio.is_some())));
    if ratio.is_some() && runs.iter().all(|run| run.times.len() == 1) {
        sentences.push("One run each is no measurement.".into());
    }
    Comparison { narrative: sentences.join(" "), reasons, ratio, output, differing }
}

/// Why a run took its time, if it is one whose time says something.
fn reason_of(execution: &Execution) -> Option<String> {
    let is_told = end(execution) == End::Well && execution.total_ms >= TOO_SHORT_MS;
    is_told.then(|| reason::reason(execution)).flatten()
}

/// The reasons of all in one sentence.
fn causes(
    executions: &[&Execution],
    reasons: &[Option<String>],
    ratio: Option<f64>,
) -> Option<String> {
    let told: Vec<_> = executions
        .iter()
        .zip(reasons)
        .filter_map(|(run, reason)| Some((run.runtime, reason.as_deref()?)))
        .collect();
    let is_alike = ratio.is_some_and(|ratio| (ratio - 1.0).abs() <= SMALL);
    match told[..] {
        [] => None,
        [(_, one), (_, other)] if one == other && is_alike => {
            Some(format!("Under both, {one}: so they do not differ."))
        }
        [(_, one), (_, other)] if one == other => Some(format!("Under both, {one}.")),
        [(RuntimeName::Gil, first), (RuntimeName::FreeThreaded, last)] => {
            Some(format!("With it, {first}; without it, {last}."))
        }
        _ => {
            let each = told.iter().map(|(runtime, reason)| format!("{}, {reason}", with(*runtime)));
            Some(format!("{}.", joined(each)))
        }
    }
}

/// Only programs that ended as they were meant to took the time that they take.
fn ratio(runs: &[Run<'_>]) -> Option<f64> {
    let [first, .., last] = runs else { return None };
    let is_long = first.ms().max(last.ms()) >= TOO_SHORT_MS;
    let is_comparable = ended_well(first.execution) && ended_well(last.execution) && is_long;
    is_comparable.then(|| last.ms() / first.ms().max(f64::MIN_POSITIVE))
}

/// Did it come to its end as it was meant to?
pub(super) fn ended_well(execution: &Execution) -> bool {
    end(execution) == End::Well
}

#[derive(Clone, Copy, PartialEq)]
enum End {
    Well,
    Raised,
    Status(i32),
    Limit(Limit),
}

fn end(execution: &Execution) -> End {
    match (&execution.ended, &execution.traceback) {
        (Some(ended), _) => End::Limit(ended.limit),
        (None, Some(_)) => End::Raised,
        (None, None) if execution.status != 0 => End::Status(execution.status),
        (None, None) => End::Well,
    }
}

impl End {
    fn words(self) -> String {
        match self {
            Self::Well => "ran to its end",
            Self::Raised => "ended with an exception",
            Self::Status(status) => return format!("ended with status {status}"),
            Self::Limit(Limit::Deadlock) => "came to a deadlock",
            Self::Limit(Limit::Time) => "ran out of time",
            Self::Limit(Limit::Memory) => "ran out of memory",
            Self::Limit(Limit::Output) => "printed too much",
            Self::Limit(Limit::Unsupported) => "met something that cannot run here",
        }
        .to_owned()
    }
}

/// How the runs ended, and how long that took.
#[optimize(size)]
fn outcome(runs: &[Run<'_>], ratio: Option<f64>) -> String {
    let ends: Vec<_> = runs.iter().map(|run| end(run.execution)).collect();
    let (Some(first), Some(last)) = (runs.first(), runs.last()) else {
        return String::new();
    };
    let python = with(last.execution.runtime);
    if ratio.is_some() {
        let others = runs.iter().skip(1).filter(|run| ended_well(run.execution));
        let each =
            others.map(|run| format!("{} {}", with(run.execution.runtime), difference(first, run)));
        return format!("{}.", joined(each));
    }
    let all_alike = ends.iter().all(|end| *end == ends[0]);
    match (runs.len(), ends[0]) {
        (1, End::Well) => format!("{python} it took {}.", duration(last.ms())),
        (_, End::Well) if all_alike => {
            format!(
                "{} runs were over in a moment: too short to compare their times.",
                all_of(runs.len())
            )
        }
        (1, end) => format!("{python} it {}.", end.words()),
        (_, end) if all_alike => format!("{} times it {}.", all_of(runs.len()), end.words()),
        _ => {
            let [before, after] = [end(first.execution), end(last.execution)].map(End::words);
            let now = in_sentence(python);
            format!("{} it {before}, {now} it {after}.", with(first.execution.runtime))
        }
    }
}

/// How much faster the last one was. Several samples tell how sure that is.
#[optimize(size)]
fn difference(first: &Run<'_>, last: &Run<'_>) -> String {
    let ratio = last.ms() / first.ms().max(f64::MIN_POSITIVE);
    let samples = first.times.len().min(last.times.len());
    let Estimate { value, low, high } = if samples > 1 {
        stats::ratio(first.times, last.times)
    } else {
        let value = 1.0 / ratio;
        Estimate { value, low: value, high: value }
    };
    let how_sure = |one: f64, other: f64| match samples {
        0 | 1 => String::new(),
        _ => format!(" ({one:.1} to {other:.1}, {samples} runs each)"),
    };
    // One run alone may be off by something.
    let is_alike = (ratio - 1.0).abs() <= SMALL && (samples < 2 || (low <= 1.0 && high >= 1.0))
        || (ratio - 1.0).abs() <= TINY;
    if is_alike {
        let how_often = if samples > 1 { format!(", {samples} runs each") } else { String::new() };
        format!("it was about as fast ({value:.2}×{how_often})")
    } else if samples > 1 && low <= 1.0 && high >= 1.0 {
        format!("it was {value:.2} times as fast, but {samples} runs each differ too much to tell")
    } else if value >= 1.0 {
        format!("it was {value:.1} times as fast{}", how_sure(low, high))
    } else {
        format!("it was {:.1} times as slow{}", 1.0 / value, how_sure(1.0 / high, 1.0 / low))
    }
}

fn printed(output: OutputMatch, runs: usize, has_times: bool) -> String {
    let all = all_of(runs);
    match output {
        OutputMatch::Same => format!("{all} printed the same."),
        OutputMatch::SameButTimes => format!("{all} printed the same, but for times."),
        OutputMatch::Reordered => format!("{all} printed the same lines, in another order."),
        OutputMatch::Different if has_times => {
            "What they printed differs, so the times may be of different work.".to_owned()
        }
        OutputMatch::Different => "What they printed differs.".to_owned(),
    }
}

fn all_of(runs: usize) -> &'static str {
    if runs == 2 { "Both" } else { "All" }
}

/// Clauses that begin with a Python, in one sentence.
fn joined(clauses: impl Iterator<Item = String>) -> String {
    let mut clauses = clauses;
    let first = clauses.next().unwrap_or_default();
    clauses.fold(first, |sentence, clause| format!("{sentence}; {}", in_sentence(&clause)))
}

fn with(runtime: RuntimeName) -> &'static str {
    match runtime {
        RuntimeName::Gil => "With the GIL",
        RuntimeName::CountedGil => "With the GIL before 3.2",
        RuntimeName::FreeThreaded => "Without the GIL",
    }
}

fn in_sentence(words: &str) -> String {
    words.replacen('W', "w", 1)
}

fn duration(ms: f64) -> String {
    if ms < 1e3 { format!("{ms:.0} ms") } else { format!("{:.2} s", ms / 1e3) }
}

#[cfg(test)]
mod tests {
    use super::super::report::ExecutionEnd;
    use super::testing::{awaited, ran, traced};
    use super::*;
    use crate::trace::{Awaited, State};

    fn both(gil: (f64, &str), free: (f64, &str)) -> Comparison {
        compare(&[
            ran(RuntimeName::Gil, gil.0, gil.1),
            ran(RuntimeName::FreeThreaded, free.0, free.1),
        ])
    }

    #[test]
    fn a_ratio_is_told_with_a_caution() {
        let found = both((100.0, "a\n"), (52.0, "a\n"));
        assert_eq!(found.ratio, Some(0.52));
        assert_eq!(
            found.narrative,
            "Without the GIL it was 1.9 times as fast. Both printed the same. \
             One run each is no measurement."
        );
        let alike = both((100.0, ""), (104.0, "")).narrative;
        assert!(alike.starts_with("Without the GIL it was about as fast (0.96×). One run"));
    }

    #[test]
    fn three_pythons_are_told_apart() {
        let found = compare(&[
            ran(RuntimeName::Gil, 100.0, "a\n"),
            ran(RuntimeName::CountedGil, 180.0, "a\n"),
            ran(RuntimeName::FreeThreaded, 50.0, "a\n"),
        ]);
        assert_eq!(
            found.narrative,
            "With the GIL before 3.2 it was 1.8 times as slow; without the GIL it was 2.0 times as \
             fast. All printed the same. One run each is no measurement."
        );
        let found = compare(&[
            ran(RuntimeName::Gil, 100.0, "a\n"),
            ran(RuntimeName::CountedGil, 180.0, "a\n"),
        ]);
        assert!(found.narrative.starts_with("With the GIL before 3.2 it was 1.8 times as slow."));
    }

    #[test]
    fn why_is_part_of_it() {
        let sleep = |ms| awaited(&[(State::Running, 1.0), (State::Sleeping, ms)], Awaited::Time, 3);
        let gil = traced(RuntimeName::Gil, vec![sleep(100.0)], 100.0);
        let free = traced(RuntimeName::FreeThreaded, vec![sleep(101.0)], 101.0);
        let found = compare(&[gil.clone(), free]);
        assert_eq!(
            found.narrative,
            "Without the GIL it was about as fast (0.99×). Under both, nearly all the time all were \
             asleep, where no GIL is held: so they do not differ. \
             One run each is no measurement."
        );
        let pieces = [(State::Running, 50.0), (State::Sleeping, 51.0)];
        let fast =
            traced(RuntimeName::FreeThreaded, vec![awaited(&pieces, Awaited::Time, 3)], 51.0);
        let found = compare(&[gil, fast]);
        assert_eq!(
            found.narrative.split(". ").nth(1),
            Some(
                "With it, nearly all the time all were asleep, where no GIL is held; without it, one \
                 thread did nearly all the work: on average 1.0 of 2 cores was busy"
            )
        );
    }

    #[test]
    fn what_differs_makes_the_times_doubtful() {
        let found = both((100.0, "800000\n"), (50.0, "431002\n"));
        assert_eq!(found.output, Some(OutputMatch::Different));
        assert!(found.narrative.contains("the times may be of different work"));
    }

    #[test]
    fn runs_that_did_not_end_well_have_no_ratio() {
        let gil = ran(RuntimeName::Gil, 100.0, "a\n");
        let mut free = ran(RuntimeName::FreeThreaded, 100.0, "a\n");
        let message = String::new();
        free.ended =
            Some(ExecutionEnd { limit: Limit::Deadlock, message, traceback: String::new() });
        let found = compare(&[gil.clone(), free.clone()]);
        assert_eq!(found.ratio, None);
        assert_eq!(
            found.narrative,
            "With the GIL it ran to its end, without the GIL it came to a deadlock. \
             Both printed the same."
        );
        assert_eq!(compare(&[free]).narrative, "Without the GIL it came to a deadlock.");
        assert_eq!(compare(&[gil]).narrative, "With the GIL it took 100 ms.");
        let short = both((0.5, ""), (0.4, ""));
        assert!(short.ratio.is_none() && short.narrative.contains("too short"), "{short:?}");
    }
}
