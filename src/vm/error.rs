//! Python's exceptions and the playground's own limits, and where they struck.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::native::Control;

/// Why a program could not go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Error {
    /// An exception that nothing caught.
    Exception(Exception),
    /// A `SystemExit` that nothing caught: the program ends itself.
    Exit {
        /// The exception itself.
        exception: Exception,
        /// What Python prints in place of a traceback, if anything.
        printed: String,
        /// The exit status, as a shell sees it.
        status: i32,
    },
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
    /// What a traceback tells below it.
    pub notes: Vec<String>,
    /// Of a group: what is in it.
    pub group: Vec<Raised>,
}

impl fmt::Display for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, message, notes, .. } = self;
        f.write_str(kind)?;
        if !message.is_empty() {
            write!(f, ": {message}")?;
        }
        notes.iter().try_for_each(|note| write!(f, "\n{note}"))
    }
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
        let (kind, message) = (kind.to_owned(), message.into());
        let (notes, group) = (Vec::new(), Vec::new());
        Box::new(Self::Exception(Exception { kind, message, notes, group }))
    }

    /// Is it an exception of this class?
    pub(super) fn is(&self, kind: &str) -> bool {
        matches!(self, Self::Exception(exception) if exception.kind == kind)
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

    /// What is not here, though CPython has it: no program catches it.
    pub fn unsupported(what: impl Into<String>) -> Box<Self> {
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
            Self::Exception(exception) => exception.fmt(f),
            Self::Exit { exception, .. } => write!(f, "{exception} (the program ended itself)"),
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
            Self::Memory => "memory limit: the objects of the run take more than 512 MB",
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
    /// Where every frame was, outermost first.
    pub frames: Vec<Site>,
    /// The exceptions behind it, the first one first.
    pub earlier: Vec<Earlier>,
}

/// Where a frame was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// The name of its function.
    pub function: String,
    /// The line, from 1.
    pub line: u32,
    /// In which of the module's texts.
    pub text: usize,
}

/// An exception behind another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// What had happened.
    pub error: Error,
    /// Where the frames were that it had left, outermost first.
    pub frames: Vec<Site>,
    /// Is it the cause of the next one? Else the next one came while it was being handled.
    pub is_cause: bool,
}

impl From<Error> for Raised {
    fn from(error: Error) -> Self {
        Self { error, frames: Vec::new(), earlier: Vec::new() }
    }
}
