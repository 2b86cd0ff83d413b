//! What the runs of one script under several Pythons come to: which was faster, and whether they
//! printed the same.

mod outputs;
mod reason;
mod share;
#[cfg(test)]
mod testing;
mod times;

use super::report::{Comparison, Execution, Limit, OutputMatch, RuntimeName};

/// Shorter runs are mostly start-up.
const TOO_SHORT_MS: f64 = 5.0;
/// What one run can be off by without anything being different.
const SMALL: f64 = 0.15;

/// Compares what the last run came to with the first.
pub fn compare(executions: &[Execution]) -> Comparison {
    let ratio = ratio(executions);
    let (output, differing) = outputs::compare(executions);
    let reasons: Vec<_> = executions.iter().map(reason_of).collect();
    let mut sentences = vec![outcome(executions, ratio)];
    sentences.extend(causes(executions, &reasons, ratio));
    sentences.extend(output.map(|output| printed(output, ratio.is_some())));
    if ratio.is_some() {
        sentences
            .push("One run each is no measurement: run again to see how much it varies.".into());
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
    executions: &[Execution],
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
        [(_, first), (_, last)] => Some(format!("With it, {first}; without it, {last}.")),
        [(runtime, one), ..] => Some(format!("{}, {one}.", with(runtime))),
    }
}

/// Only programs that ended as they were meant to took the time that they take.
fn ratio(executions: &[Execution]) -> Option<f64> {
    let [first, .., last] = executions else { return None };
    let is_long = |execution: &Execution| execution.total_ms >= TOO_SHORT_MS;
    let is_comparable =
        end(first) == End::Well && end(last) == End::Well && (is_long(first) || is_long(last));
    is_comparable.then(|| last.total_ms / first.total_ms.max(f64::MIN_POSITIVE))
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
fn outcome(executions: &[Execution], ratio: Option<f64>) -> String {
    let ends: Vec<_> = executions.iter().map(end).collect();
    let (Some(first), Some(last)) = (executions.first(), executions.last()) else {
        return String::new();
    };
    let python = with(last.runtime);
    if let Some(ratio) = ratio {
        return if (ratio - 1.0).abs() <= SMALL {
            format!("{python} it took about as long ({ratio:.2}×).")
        } else {
            let (factor, word) = if ratio < 1.0 { (1.0 / ratio, "fast") } else { (ratio, "slow") };
            format!("{python} it was {factor:.1} times as {word}.")
        };
    }
    let all_alike = ends.iter().all(|end| *end == ends[0]);
    match (executions.len(), ends[0]) {
        (1, End::Well) => format!("{python} it took {}.", duration(last.total_ms)),
        (_, End::Well) if all_alike => {
            "Both runs were over in a moment: too short to compare their times.".to_owned()
        }
        (1, end) => format!("{python} it {}.", end.words()),
        (_, end) if all_alike => format!("Both times it {}.", end.words()),
        _ => {
            let [before, after] = [end(first), end(last)].map(End::words);
            let now = in_sentence(with(last.runtime));
            format!("{} it {before}, {now} it {after}.", with(first.runtime))
        }
    }
}

fn printed(output: OutputMatch, has_times: bool) -> String {
    match output {
        OutputMatch::Same => "Both printed the same.",
        OutputMatch::SameButTimes => "Both printed the same, but for times.",
        OutputMatch::Reordered => "Both printed the same lines, in another order.",
        OutputMatch::Different if has_times => {
            "What they printed differs, so the times may be of different work."
        }
        OutputMatch::Different => "What they printed differs.",
    }
    .to_owned()
}

fn with(runtime: RuntimeName) -> &'static str {
    match runtime {
        RuntimeName::Gil => "With the GIL",
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
             One run each is no measurement: run again to see how much it varies."
        );
        let alike = both((100.0, ""), (104.0, "")).narrative;
        assert!(alike.starts_with("Without the GIL it took about as long (1.04×). One run"));
    }

    #[test]
    fn why_is_part_of_it() {
        let sleep = |ms| awaited(&[(State::Running, 1.0), (State::Sleeping, ms)], Awaited::Time, 3);
        let gil = traced(RuntimeName::Gil, vec![sleep(100.0)], 100.0);
        let free = traced(RuntimeName::FreeThreaded, vec![sleep(101.0)], 101.0);
        let found = compare(&[gil.clone(), free]);
        assert_eq!(
            found.narrative,
            "Without the GIL it took about as long (1.01×). Under both, nearly all the time all were \
             asleep, where no GIL is held: so they do not differ. \
             One run each is no measurement: run again to see how much it varies."
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
