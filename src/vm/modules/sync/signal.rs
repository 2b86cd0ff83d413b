//! How who waits for an object learns that it has changed.

use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

/// Tells those who wait for an object that it has changed since they looked.
#[derive(Clone, Debug, Default)]
pub struct Signal {
    changes: Arc<Changes>,
    /// How many changes there were when the waiting machine looked.
    seen: u64,
}

#[derive(Debug, Default)]
struct Changes {
    count: AtomicU64,
    waiters: AtomicU32,
    mutex: Mutex<()>,
    changed: Condvar,
}

impl Signal {
    /// To wait for what changes from now on.
    pub(super) fn seen_now(&self) -> Self {
        let seen = self.changes.count.load(Ordering::SeqCst);
        Self { changes: Arc::clone(&self.changes), seen }
    }

    pub(super) fn tell(&self) {
        self.changes.count.fetch_add(1, Ordering::SeqCst);
        if self.changes.waiters.load(Ordering::SeqCst) > 0 {
            let guard = self.changes.mutex.lock();
            self.changes.changed.notify_all();
            drop(guard);
        }
    }

    /// Has it changed?
    pub fn has_come(&self) -> bool {
        self.changes.count.load(Ordering::SeqCst) != self.seen
    }

    /// Waits until it has changed, or for so long.
    pub fn wait(&self, longest: Duration) {
        self.changes.waiters.fetch_add(1, Ordering::SeqCst);
        if let Ok(guard) = self.changes.mutex.lock()
            && !self.has_come()
        {
            drop(self.changes.changed.wait_timeout(guard, longest));
        }
        self.changes.waiters.fetch_sub(1, Ordering::SeqCst);
    }
}
