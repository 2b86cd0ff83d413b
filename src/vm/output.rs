//! Where a program prints to.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::error::{Error, Exceeded};
use super::limits::OUTPUT_LIMIT;

/// One of the two that a program has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stream {
    /// `sys.stdout`
    Stdout,
    /// `sys.stderr`
    Stderr,
}

/// Takes what the threads of a program print, at once and in the order in which they print it.
pub trait Sink: Send + Sync {
    /// The thread of this identity has printed that.
    fn write(&self, ident: usize, stream: Stream, text: &str);
}

/// Where a machine prints to.
pub(super) enum Output {
    /// It is kept, as far as the limit allows.
    Kept(String),
    Elsewhere(Arc<dyn Sink>),
}

impl Default for Output {
    fn default() -> Self {
        Self::Kept(String::new())
    }
}

impl Output {
    pub(super) fn kept(&self) -> &str {
        match self {
            Self::Kept(text) => text,
            Self::Elsewhere(_) => "",
        }
    }

    /// What goes to `stderr` is not kept.
    pub(super) fn write_error(&self, ident: usize, text: &str) {
        if let Self::Elsewhere(sink) = self {
            sink.write(ident, Stream::Stderr, text);
        }
    }

    pub(super) fn write(&mut self, ident: usize, text: &str) -> Result<(), Box<Error>> {
        match self {
            Self::Kept(kept) if kept.len() + text.len() > OUTPUT_LIMIT => {
                return Err(Error::exceeded(Exceeded::Output));
            }
            Self::Kept(kept) => kept.push_str(text),
            Self::Elsewhere(sink) => sink.write(ident, Stream::Stdout, text),
        }
        Ok(())
    }
}
