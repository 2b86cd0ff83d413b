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
    let differing: Vec<_> = (0..lines.len()).map(|one| differing_of(&lines, one)).collect();
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

/// Numbers of the lines of one text that another one has not.
fn differing_of(texts: &[Vec<String>], one: usize) -> Vec<u32> {
    let lines = &texts[one];
    let mut is_lacked = vec![false; lines.len()];
    for (other, text) in texts.iter().enumerate() {
        if other != one {
            mark_lacking(lines, text, &mut is_lacked);
        }
    }
    (0..).zip(is_lacked).filter(|(_, is_lacked)| *is_lacked).map(|(number, _)| number).collect()
}

/// Marks the lines that the other text has not, or not as often.
fn mark_lacking(lines: &[String], other: &[String], is_lacked: &mut [bool]) {
    let mut there: HashMap<&str, usize> = HashMap::new();
    for line in other {
        *there.entry(line).or_default() += 1;
    }
    for (line, is_lacked) in lines.iter().zip(is_lacked) {
        match there.get_mut(line.as_str()) {
            Some(left) if *left > 0 => *left -= 1,
            _ => *is_lacked |= !line.trim().is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::differing_of;

    fn lacking(one: &[String], other: &[String]) -> Vec<u32> {
        differing_of(&[one.to_vec(), other.to_vec()], 0)
    }

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
