//! How who waits for an object learns that it has changed.

use std::collections::VecDeque;
use std::fmt;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A thread that is parked until something changes.
pub trait Parked: Send + Sync {
    /// Lets it go on. Was it parked still?
    fn wake(&self) -> bool;
}

/// Tells those who wait for an object that it has changed since they looked.
#[derive(Clone, Debug, Default)]
pub struct Signal {
    changes: Arc<Changes>,
    /// How many changes there were when the waiting machine looked.
    seen: u64,
}

#[derive(Default)]
struct Changes {
    count: AtomicU64,
    /// How many are parked, or about to be.
    waiters: AtomicU32,
    parked: Mutex<VecDeque<Arc<dyn Parked>>>,
}

impl fmt::Debug for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Changes").field("count", &self.count).finish_non_exhaustive()
    }
}

impl Changes {
    fn parked(&self) -> MutexGuard<'_, VecDeque<Arc<dyn Parked>>> {
        self.parked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Signal {
    /// To wait for what changes from now on.
    pub(in crate::vm) fn seen_now(&self) -> Self {
        let seen = self.changes.count.load(Ordering::SeqCst);
        Self { changes: Arc::clone(&self.changes), seen }
    }

    /// It has changed: so many of those that are parked go on, those first that came first.
    pub(in crate::vm) fn tell(&self, most: usize) {
        let changes = &*self.changes;
        changes.count.fetch_add(1, Ordering::SeqCst);
        if changes.waiters.load(Ordering::SeqCst) == 0 {
            return;
        }
        let mut woken = 0;
        while woken < most {
            // Not while it is locked: who is woken may come here itself.
            let Some(parked) = changes.parked().pop_front() else { break };
            changes.waiters.fetch_sub(1, Ordering::SeqCst);
            woken += usize::from(parked.wake());
        }
    }

    /// Has it changed?
    fn has_come(&self) -> bool {
        self.changes.count.load(Ordering::SeqCst) != self.seen
    }

    /// Wakes who is parked when it changes, unless it has changed by now.
    pub fn wake(&self, parked: Arc<dyn Parked>) {
        self.changes.waiters.fetch_add(1, Ordering::SeqCst);
        let mut all = self.changes.parked();
        if self.has_come() {
            drop(all);
            self.changes.waiters.fetch_sub(1, Ordering::SeqCst);
            parked.wake();
        } else {
            all.push_back(parked);
        }
    }
}
