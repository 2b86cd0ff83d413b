//! Tracebacks as Python prints them, those of groups as a tree.

use std::fmt::Write;

use super::error::{Earlier, Error, Raised, Site};
use crate::code::Module;

/// CPython's `_RECURSIVE_CUTOFF`: runs of the same frame are shortened.
const CUTOFF: usize = 3;
/// Most exceptions of a group that are told (`max_group_width`).
const MAX_WIDTH: usize = 15;
/// Most groups within each other (`max_group_depth`).
pub(super) const MAX_DEPTH: usize = 10;

impl Raised {
    /// The traceback as Python prints it.
    pub fn traceback(&self, module: &Module) -> String {
        if let Error::Exit { printed, .. } = &self.error {
            return printed.clone();
        }
        let mut report = Report { module, text: String::new(), depth: 0, is_closed: true };
        report.raised(self);
        report.text.truncate(report.text.trim_end_matches('\n').len());
        report.text
    }

    /// What is told in it: each exception's own error, the first one first.
    pub(super) fn for_each_error(&mut self, told: &mut dyn FnMut(&mut Error)) {
        for earlier in &mut self.earlier {
            for_each_inside(&mut earlier.error, told);
        }
        for_each_inside(&mut self.error, told);
    }
}

fn for_each_inside(error: &mut Error, told: &mut dyn FnMut(&mut Error)) {
    told(error);
    if let Error::Exception(exception) = error {
        exception.group.iter_mut().for_each(|inside| inside.for_each_error(told));
    }
}

/// A traceback that is being written.
struct Report<'m> {
    module: &'m Module,
    text: String,
    /// Of the tree: how many branches stand before a line.
    depth: usize,
    /// Has the last branch of the group at hand its end?
    is_closed: bool,
}

impl Report<'_> {
    fn raised(&mut self, raised: &Raised) {
        for Earlier { error, frames, is_cause } in &raised.earlier {
            self.exception(error, frames);
            self.lines(if *is_cause {
                "\nThe above exception was the direct cause of the following exception:\n\n"
            } else {
                "\nDuring handling of the above exception, another exception occurred:\n\n"
            });
        }
        self.exception(&raised.error, &raised.frames);
    }

    fn exception(&mut self, error: &Error, frames: &[Site]) {
        let group = match error {
            Error::Exception(exception) => &*exception.group,
            _ => &[],
        };
        if group.is_empty() {
            if !frames.is_empty() {
                self.lines("Traceback (most recent call last):\n");
            }
            self.frames(frames);
            self.lines(&format!("{error}\n"));
        } else if self.depth > MAX_DEPTH {
            self.lines(&format!("... (max_group_depth is {MAX_DEPTH})\n"));
        } else {
            self.group(error, frames, group);
        }
    }

    fn group(&mut self, error: &Error, frames: &[Site], group: &[Raised]) {
        let is_outermost = self.depth == 0;
        self.depth += usize::from(is_outermost);
        if !frames.is_empty() {
            let margin = if is_outermost { '+' } else { '|' };
            self.line(margin, "Exception Group Traceback (most recent call last):");
        }
        self.frames(frames);
        self.lines(&format!("{error}\n"));
        let told = group.len().min(MAX_WIDTH);
        let more = group.len() - told;
        for (at, inside) in group[..told].iter().enumerate() {
            self.is_closed = at + 1 < told || more > 0;
            self.branch(at, &(at + 1).to_string(), |report| report.raised(inside));
        }
        if more > 0 {
            self.is_closed = false;
            let s = if more > 1 { "s" } else { "" };
            self.branch(told, "...", |report| {
                report.lines(&format!("and {more} more exception{s}\n"));
            });
        }
        self.depth -= usize::from(is_outermost);
    }

    /// One exception of a group. The last one of all ends the tree, however deep it is.
    fn branch(&mut self, at: usize, title: &str, inside: impl FnOnce(&mut Self)) {
        let indent = " ".repeat(2 * self.depth);
        let joint = if at == 0 { "+-" } else { "  " };
        let _ = writeln!(self.text, "{indent}{joint}+---------------- {title} ----------------");
        self.depth += 1;
        inside(self);
        if !self.is_closed {
            let indent = " ".repeat(2 * self.depth);
            let _ = writeln!(self.text, "{indent}+------------------------------------");
            self.is_closed = true;
        }
        self.depth -= 1;
    }

    fn frames(&mut self, frames: &[Site]) {
        for same in frames.chunk_by(|a, b| a == b) {
            let Site { function, line, text } = &same[0];
            // What another process tells of may have been compiled there.
            let Some(text) = self.module.texts().get(*text) else { continue };
            for _ in same.iter().take(CUTOFF) {
                self.lines(&format!("  File \"{}\", line {line}, in {function}\n", text.name));
                if text.is_shown {
                    self.lines(&format!("    {}\n", text.source.line(*line).trim()));
                }
            }
            if let Some(more) = same.len().checked_sub(CUTOFF).filter(|more| *more > 0) {
                let s = if more > 1 { "s" } else { "" };
                self.lines(&format!("  [Previous line repeated {more} more time{s}]\n"));
            }
        }
    }

    fn lines(&mut self, text: &str) {
        text.split_inclusive('\n').for_each(|line| self.line('|', line.trim_end_matches('\n')));
    }

    fn line(&mut self, margin: char, line: &str) {
        if self.depth > 0 {
            let _ = write!(self.text, "{}{margin} ", " ".repeat(2 * self.depth));
        }
        self.text.push_str(line);
        self.text.push('\n');
    }
}
