//! Python's exceptions and the playground's own limits, and where they struck.

use std::fmt::{self, Write};

use serde::{Deserialize, Serialize};

use super::native::Control;
use crate::code::Module;

/// Why a program could not go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Error {
    /// An exception that nothing caught.
    Exception(Exception),
    /// A limit of the playground.
    Exceeded(Exceeded),
    /// Something that Python can do and the playground cannot, seen only at run time.
    Unsupported(String),
    /// It waits for another worker, and there is none that could end the wait.
    Deadlock,
    /// What a built-in asks of the machine, which never lets it out.
    #[serde(skip)]
    #[expect(private_interfaces, reason = "it never leaves the machine")]
    Control(Control),
}

/// An exception.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// Its type, as in `ZeroDivisionError`.
    pub kind: String,
    /// `str` of it.
    pub message: String,
}

/// The limits that are the machine's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Exceeded {
    /// See [`super::MEMORY_LIMIT`].
    Memory,
    /// A whole number of more than 16,777,216 bits.
    IntSize,
    /// See [`super::OUTPUT_LIMIT`].
    Output,
    /// The time that whoever runs the machine allows.
    Time,
}

impl Error {
    pub(super) fn exception(kind: &str, message: impl Into<String>) -> Box<Self> {
        Box::new(Self::Exception(Exception { kind: kind.to_owned(), message: message.into() }))
    }

    pub(super) fn type_error(message: impl Into<String>) -> Box<Self> {
        Self::exception("TypeError", message)
    }

    pub(super) fn zero_division(message: &str) -> Box<Self> {
        Self::exception("ZeroDivisionError", message)
    }

    pub(super) fn overflow(message: &str) -> Box<Self> {
        Self::exception("OverflowError", message)
    }

    pub(super) fn value_error(message: impl Into<String>) -> Box<Self> {
        Self::exception("ValueError", message)
    }

    pub(super) fn unsupported(what: impl Into<String>) -> Box<Self> {
        Box::new(Self::Unsupported(what.into()))
    }

    pub(super) fn control(control: Control) -> Box<Self> {
        Box::new(Self::Control(control))
    }

    pub(super) fn exceeded(limit: Exceeded) -> Box<Self> {
        Box::new(Self::Exceeded(limit))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exception(Exception { kind, message }) if message.is_empty() => f.write_str(kind),
            Self::Exception(Exception { kind, message }) => write!(f, "{kind}: {message}"),
            Self::Exceeded(limit) => limit.fmt(f),
            Self::Unsupported(what) => write!(f, "not supported by the playground: {what}"),
            Self::Deadlock => f.write_str(
                "deadlock: it waits for a lock, an event or a queue that no other worker of this \
                 model can release, set or fill",
            ),
            Self::Control(control) => write!(f, "internal error: {control:?} was not carried out"),
        }
    }
}

impl fmt::Display for Exceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Memory => "memory limit: the objects of the run take more than 256 MB",
            Self::IntSize => "memory limit: a whole number has more than 16,777,216 bits",
            Self::Output => "output limit: a task printed more than 64 KB",
            Self::Time => "time limit: the run takes longer than it may (timeLimitMs)",
        })
    }
}

/// An error with the calls that led to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raised {
    /// What happened.
    pub error: Error,
    /// Function and line of every frame, outermost first.
    pub frames: Vec<(String, u32)>,
}

impl Raised {
    /// The traceback as Python prints it, runs of the same frame shortened as Python does.
    pub fn traceback(&self, module: &Module) -> String {
        /// CPython's `_RECURSIVE_CUTOFF`.
        const CUTOFF: usize = 3;
        let mut text = String::from("Traceback (most recent call last):\n");
        for same in self.frames.chunk_by(|a, b| a == b) {
            let (function, line) = &same[0];
            for _ in same.iter().take(CUTOFF) {
                let source = module.source().line(*line).trim();
                let _ = writeln!(text, "  File \"program.py\", line {line}, in {function}");
                let _ = writeln!(text, "    {source}");
            }
            if let Some(more) = same.len().checked_sub(CUTOFF).filter(|more| *more > 0) {
                let s = if more > 1 { "s" } else { "" };
                let _ = writeln!(text, "  [Previous line repeated {more} more time{s}]");
            }
        }
        let _ = write!(text, "{}", self.error);
        text
    }
}
