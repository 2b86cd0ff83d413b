//! The memory that the heaps of an interpreter may take together. A heap takes it in batches, so that
//! threads do not wait for each other at one sum.

use std::sync::atomic::{AtomicIsize, Ordering};

/// Bytes that a heap takes at least, and may keep unused.
const BATCH: isize = 256 * 1024;

/// What is left for all.
pub(in crate::vm) struct Budget {
    left: AtomicIsize,
}

impl Budget {
    pub(in crate::vm) fn new(bytes: usize) -> Self {
        Self { left: AtomicIsize::new(isize::try_from(bytes).unwrap_or(isize::MAX)) }
    }

    pub(super) fn left(&self) -> isize {
        self.left.load(Ordering::Relaxed)
    }

    /// Takes what is missing, and more if there is a batch; how much, if there was so much.
    pub(super) fn take(&self, missing: isize) -> Option<isize> {
        [missing.max(BATCH), missing].into_iter().find(|bytes| self.try_take(*bytes))
    }

    fn try_take(&self, bytes: isize) -> bool {
        let (success, failure) = (Ordering::Relaxed, Ordering::Relaxed);
        self.left.try_update(success, failure, |left| (left >= bytes).then(|| left - bytes)).is_ok()
    }

    /// Gives back.
    pub(super) fn give(&self, bytes: isize) {
        self.left.fetch_add(bytes, Ordering::Relaxed);
    }
}

/// How much of what a heap has not used it need not keep.
pub(super) fn needless(unused: isize) -> Option<isize> {
    (unused > 2 * BATCH).then(|| unused - BATCH)
}

#[cfg(all(test, not(gil_loom)))]
mod tests {
    use super::{BATCH, Budget, needless};

    #[test]
    fn it_is_given_in_batches_while_there_are_some_and_then_as_little_as_will_do() {
        let budget = Budget::new(2 * 256 * 1024 + 100);
        assert_eq!(budget.take(1), Some(BATCH));
        assert_eq!(budget.take(BATCH + 1), Some(BATCH + 1));
        assert_eq!(budget.take(99), Some(99));
        assert_eq!(budget.take(1), None);
        budget.give(BATCH);
        assert_eq!(budget.left(), BATCH);
    }

    #[test]
    fn a_heap_keeps_a_batch() {
        assert_eq!(needless(2 * BATCH), None);
        assert_eq!(needless(3 * BATCH), Some(2 * BATCH));
    }
}
