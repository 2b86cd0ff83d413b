//! What is computed without holding the GIL: it needs nothing of the interpreter.

use std::sync::{Arc, Mutex};

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};

use super::digest::{Digest, derived};

/// Something to be computed, by whoever runs it.
#[derive(Clone, Debug)]
pub struct Work(Arc<Mutex<State>>);

#[derive(Debug)]
enum State {
    Asked(Box<Job>),
    Done(Done),
    /// It is being computed, or has been taken.
    Gone,
}

/// What is to be computed.
#[derive(Debug)]
pub(super) enum Job {
    /// A hash with more in it.
    Hash { hash: Digest, input: Vec<u8> },
    /// PBKDF2.
    Derive { hash: Digest, password: Vec<u8>, salt: Vec<u8>, rounds: u32, length: usize },
    /// DEFLATE, with so much effort.
    Deflate { input: Vec<u8>, level: u8 },
    /// The way back: at most so many bytes.
    Inflate { input: Vec<u8>, most: usize },
}

/// What came out.
#[derive(Debug)]
pub(super) enum Done {
    Hash(Box<Digest>),
    Bytes(Vec<u8>),
    /// Bytes, how many of the input were not taken, and what is wrong with it, if there is something.
    Inflated {
        bytes: Vec<u8>,
        left: usize,
        fault: Option<Fault>,
    },
}

/// Why input could not be unpacked.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fault {
    Wrong,
    Incomplete,
    TooMuch,
}

impl Job {
    /// Computes it.
    pub(super) fn run(self) -> Done {
        match self {
            Self::Hash { mut hash, input } => {
                hash.update(&input);
                Done::Hash(Box::new(hash))
            }
            Self::Derive { hash, password, salt, rounds, length } => {
                Done::Bytes(derived(&hash, &password, &salt, rounds, length))
            }
            Self::Deflate { input, level } => Done::Bytes(compress_to_vec(&input, level)),
            Self::Inflate { input, most } => inflated(&input, most),
        }
    }
}

fn inflated(input: &[u8], most: usize) -> Done {
    let mut state = InflateState::new_boxed(DataFormat::Raw);
    let mut buffer = vec![0; 1 << 16];
    let (mut bytes, mut taken) = (Vec::new(), 0);
    let fault = loop {
        let done = inflate(&mut state, &input[taken..], &mut buffer, MZFlush::None);
        taken += done.bytes_consumed;
        bytes.extend_from_slice(&buffer[..done.bytes_written]);
        match done.status {
            _ if bytes.len() > most => break Some(Fault::TooMuch),
            Ok(MZStatus::StreamEnd) => break None,
            Ok(_) if done.bytes_written > 0 => {}
            Ok(_) | Err(MZError::Buf) => break Some(Fault::Incomplete),
            Err(_) => break Some(Fault::Wrong),
        }
    };
    Done::Inflated { bytes, left: input.len() - taken, fault }
}

impl Work {
    pub(super) fn new(job: Job) -> Self {
        Self(Arc::new(Mutex::new(State::Asked(Box::new(job)))))
    }

    /// Does it.
    pub fn run(&self) {
        if let Ok(mut state) = self.0.lock() {
            *state = match std::mem::replace(&mut *state, State::Gone) {
                State::Asked(job) => State::Done(job.run()),
                other => other,
            };
        }
    }

    /// What came out, if it is done.
    pub(super) fn result(&self) -> Option<Done> {
        let mut state = self.0.lock().ok()?;
        match std::mem::replace(&mut *state, State::Gone) {
            State::Done(done) => Some(done),
            other => {
                *state = other;
                None
            }
        }
    }
}
