//! What is computed without holding the GIL: it needs nothing of the interpreter.

use std::sync::{Arc, Mutex};

use super::digest::{Digest, derived};

/// Something to be computed, by whoever runs it.
#[derive(Clone, Debug)]
pub struct Work(Arc<Mutex<State>>);

#[derive(Debug)]
enum State {
    Asked(Job),
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
}

/// What came out.
#[derive(Debug)]
pub(super) enum Done {
    Hash(Digest),
    Bytes(Vec<u8>),
}

impl Job {
    /// Computes it.
    pub(super) fn run(self) -> Done {
        match self {
            Self::Hash { mut hash, input } => {
                hash.update(&input);
                Done::Hash(hash)
            }
            Self::Derive { hash, password, salt, rounds, length } => {
                Done::Bytes(derived(&hash, &password, &salt, rounds, length))
            }
        }
    }
}

impl Work {
    pub(super) fn new(job: Job) -> Self {
        Self(Arc::new(Mutex::new(State::Asked(job))))
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
