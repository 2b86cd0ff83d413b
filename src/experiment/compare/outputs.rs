//! Which lines one run printed and another one did not.

use std::collections::HashMap;

use super::times::without_times;
use crate::experiment::report::{Execution, OutputMatch};

/// How alike the outputs are, and for each the numbers of the lines that another one lacks. Threads
/// print in any order: a line that was printed earlier or later is no other line.
pub(super) fn compare(executions: &[&Execution]) -> (Option<OutputMatch>, Vec<Vec<u32>>) {
    let texts: Vec<String> = executions.iter().map(|execution| text(execution)).collect();
    if texts.len() < 2 || texts.iter().all(String::is_empty) {
        return (None, vec![Vec::new(); texts.len()]);
    }
    let lines: Vec<Vec<String>> =
        texts.iter().map(|text| text.split('\n').map(without_times).collect()).collect();
    let differing: Vec<_> = (0..lines.len())
        .map(|one| {
            let others = lines.iter().enumerate().filter(|(other, _)| *other != one);
            let mut lacked: Vec<_> =
                others.flat_map(|(_, other)| lacking(&lines[one], other)).collect();
            lacked.sort_unstable();
            lacked.dedup();
            lacked
        })
        .collect();
    let is_same = |parts: &[Vec<String>]| parts.iter().all(|part| *part == parts[0]);
    let found = if differing.iter().any(|numbers| !numbers.is_empty()) {
        OutputMatch::Different
    } else if texts.iter().all(|text| *text == texts[0]) {
        OutputMatch::Same
    } else if is_same(&lines) {
        OutputMatch::SameButTimes
    } else {
        OutputMatch::Reordered
    };
    (Some(found), differing)
}

/// All that was printed, as a terminal shows it.
fn text(execution: &Execution) -> String {
    execution.output.iter().map(|piece| piece.text.as_str()).collect()
}

/// Numbers of the lines that the other text has not, or not as often.
fn lacking(lines: &[String], other: &[String]) -> Vec<u32> {
    let mut there: HashMap<&str, usize> = HashMap::new();
    for line in other {
        *there.entry(line).or_default() += 1;
    }
    let mut is_lacked = |line: &str| match there.get_mut(line) {
        Some(left) if *left > 0 => {
            *left -= 1;
            false
        }
        _ => !line.trim().is_empty(),
    };
    let numbered = (0..).zip(lines);
    numbered.filter(|(_, line)| is_lacked(line)).map(|(number, _)| number).collect()
}

#[cfg(test)]
mod tests {
    use super::lacking;

    fn lines(text: &str) -> Vec<String> {
        text.split('\n').map(str::to_owned).collect()
    }

    #[test]
    fn a_line_is_lacked_that_is_not_there_as_often() {
        assert_eq!(lacking(&lines("a\nb\na\n"), &lines("b\na\n\n")), [2]);
        assert_eq!(lacking(&lines("a\n\nb"), &lines("b\na")), [0; 0]);
        assert_eq!(lacking(&lines("12\ntotal"), &lines("11\ntotal")), [0]);
    }
}
