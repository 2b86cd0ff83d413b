//! Why a run took the time that it took: one clause, made of its trace alone.

use super::share::Shares;
use crate::experiment::report::Execution;
use crate::trace::Awaited;

/// Most of the time, and nearly all of it.
const MOST: f64 = 0.75;
const ALL_BUT_A_TENTH: f64 = 0.9;
/// Enough of the time to be what a run is about.
const MUCH: f64 = 0.3;
/// Enough of the time to be told beside something else.
const SOME: f64 = 0.05;
/// Fewer cores than that at once are one.
const SEVERAL: f64 = 1.25;

/// Why it took that time; `None` if its trace does not tell.
pub(super) fn reason(execution: &Execution) -> Option<String> {
    let shares = Shares::of(execution)?;
    Some(
        of_start(execution, &shares)
            .or_else(|| of_turns(execution, &shares))
            .or_else(|| of_convoy(execution, &shares))
            .or_else(|| of_loop(execution, &shares))
            .or_else(|| of_idleness(&shares))
            .or_else(|| of_locks(execution, &shares))
            .unwrap_or_else(|| of_computing(execution, &shares)),
    )
}

/// Processes that were not there yet.
fn of_start(execution: &Execution, shares: &Shares) -> Option<String> {
    (shares.starting >= MUCH).then(|| {
        let processes = several(shares.processes, "process", "processes");
        let turns = taking_turns(execution, shares, SOME).map(|turns| format!(", and {turns}"));
        let turns = turns.unwrap_or_default();
        format!("starting {processes} took {} of the time{turns}", percent(shares.starting))
    })
}

/// Nobody computed.
fn of_idleness(shares: &Shares) -> Option<String> {
    if shares.idle < MOST {
        return None;
    }
    let idle =
        if shares.idle >= ALL_BUT_A_TENTH { "nearly all the time" } else { "most of the time" };
    Some(match shares.main_wait()? {
        Awaited::Time => format!("{idle} all were asleep, where no GIL is held"),
        Awaited::Lock => {
            format!("{idle} threads waited for a lock whose holder slept, where no GIL is held")
        }
        Awaited::Message => format!("{idle} all waited for messages"),
        Awaited::Event => format!("{idle} all waited for an event"),
        _ => format!("{idle} all waited for each other"),
    })
}

/// Threads that wanted the GIL at the same time.
fn of_turns(execution: &Execution, shares: &Shares) -> Option<String> {
    let turns = taking_turns(execution, shares, MUCH)?;
    let unlocked = if shares.unlocked >= MUCH {
        format!(", and {} ran without it", cores_alone(shares.unlocked))
    } else {
        String::new()
    };
    let busy = busy(execution, shares);
    Some(format!("{turns}{unlocked}: {busy}"))
}

/// The same, if at least so many waited for it on average.
fn taking_turns(execution: &Execution, shares: &Shares, least: f64) -> Option<String> {
    let is_enough = execution.runtime.has_gil() && shares.waiting >= least;
    let turn = shares.turn_ms.filter(|_| is_enough && shares.contenders > 1)?;
    let threads = several(shares.contenders, "thread", "threads");
    Some(format!("{threads} took turns with the GIL, {} each", duration(turn)))
}

/// A thread that hardly computes, behind one that does.
fn of_convoy(execution: &Execution, shares: &Shares) -> Option<String> {
    let is_one = execution.runtime.has_gil() && shares.contenders == 1;
    (is_one && shares.computing == 1 && shares.waiting >= MUCH).then(|| {
        let (spent, busy) = (percent(shares.waiting), busy(execution, shares));
        format!(
            "a thread that hardly computed waited {spent} of the time for the GIL, behind one that \
             did (a convoy): {busy}"
        )
    })
}

/// A task that was ready, and another one that did not await.
fn of_loop(execution: &Execution, shares: &Shares) -> Option<String> {
    (shares.ready >= MUCH).then(|| {
        let (spent, busy) = (percent(shares.ready), busy(execution, shares));
        format!("a task that could go on waited {spent} of the time for its event loop, which another one kept: {busy}")
    })
}

/// Threads that waited for the program's own locks.
fn of_locks(execution: &Execution, shares: &Shares) -> Option<String> {
    let lock = shares.lock.as_ref().filter(|lock| lock.share >= MUCH)?;
    let threads = several(lock.threads, "thread", "threads");
    let at = if lock.line > 0 { format!(" at line {}", lock.line) } else { String::new() };
    let spent = percent(lock.share);
    let whose = if lock.threads == 1 { "its" } else { "their" };
    let busy = busy(execution, shares);
    Some(format!("{threads} waited for a lock{at} for {spent} of {whose} time: {busy}"))
}

/// Who computed, and how many at once.
fn of_computing(execution: &Execution, shares: &Shares) -> String {
    let busy_cores = busy(execution, shares);
    if shares.busy >= SEVERAL {
        let who = match (shares.computing, shares.computing_processes) {
            (threads, 1) => several(threads, "thread", "threads"),
            (threads, processes) if threads == processes => {
                several(processes, "process", "processes")
            }
            (_, processes) => {
                format!("threads of {}", several(processes, "process", "processes"))
            }
        };
        let how = if shares.unlocked >= MUCH && execution.runtime.has_gil() {
            "ran at the same time, much of it without the GIL"
        } else {
            "ran at the same time"
        };
        return format!("{who} {how}: {busy_cores}");
    }
    if shares.computing <= 1 {
        return format!("one thread did nearly all the work: {busy_cores}");
    }
    format!("the threads mostly ran one after another: {busy_cores}")
}

/// How many cores had something to do. More than there are cannot.
fn busy(execution: &Execution, shares: &Shares) -> String {
    let cores = f64::from(execution.cores);
    let busy = if execution.cores > 0 { shares.busy.min(cores) } else { shares.busy };
    let verb = if busy > 1.05 { "were" } else { "was" };
    match execution.cores {
        0 | 1 => format!("on average {busy:.1} cores {verb} busy"),
        cores => format!("on average {busy:.1} of {cores} cores {verb} busy"),
    }
}

fn cores_alone(share: f64) -> String {
    format!("{share:.1} cores")
}

fn several(count: usize, one: &str, more: &str) -> String {
    const WORDS: [&str; 6] = ["no", "one", "two", "three", "four", "five"];
    let number = WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned());
    format!("{number} {}", if count == 1 { one } else { more })
}

fn percent(share: f64) -> String {
    format!("{:.0} %", (share * 100.0).min(100.0))
}

fn duration(ms: f64) -> String {
    match ms {
        ms if ms < 1.0 => format!("{ms:.1} ms"),
        ms if ms < 1e3 => format!("{ms:.0} ms"),
        ms => format!("{:.1} s", ms / 1e3),
    }
}

#[cfg(test)]
#[path = "reason_tests.rs"]
mod tests;
