//! What a process has asked and not been told yet.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::vm::{Answer, Asked};

/// The open questions of a process, by their numbers.
#[derive(Default)]
pub(super) struct Questions {
    open: Mutex<Open>,
    /// How many have been answered.
    heard: AtomicU64,
}

#[derive(Default)]
struct Open {
    last: u64,
    asked: HashMap<u64, Asked>,
}

impl Questions {
    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new one.
    pub(super) fn ask(&self) -> Asked {
        let mut open = self.open();
        open.last += 1;
        let asked = Asked::new(open.last);
        open.asked.insert(asked.number(), asked.clone());
        asked
    }

    /// The answer has come.
    pub(super) fn answer(&self, number: u64, answer: Answer) {
        let asked = self.open().asked.remove(&number);
        if let Some(asked) = asked {
            asked.answer(answer);
        }
        // Not before: who counts it finds whom it has woken.
        self.heard.fetch_add(1, Ordering::SeqCst);
    }

    /// How many answers there were.
    pub(super) fn heard(&self) -> u64 {
        self.heard.load(Ordering::SeqCst)
    }
}
