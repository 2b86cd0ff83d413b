//! The limits of a run.

use std::sync::atomic::{AtomicIsize, Ordering};

use super::error::{Error, Exceeded};
use super::memory::Memory;

/// Bytes that the objects of all workers of a run may take together.
pub const MEMORY_LIMIT: usize = 256 * 1024 * 1024;
/// Bytes that one task may print.
pub const OUTPUT_LIMIT: usize = 64 * 1024;
/// Deepest stack of Python calls: CPython's default (`sys.getrecursionlimit`).
pub const RECURSION_LIMIT: usize = 1000;
/// Longest whole number, in bits. Longer ones would keep one operation busy for seconds, and no
/// check comes in the middle of an operation.
pub(super) const INT_BITS_LIMIT: u64 = 1 << 24;

/// Bytes up to which values that a returned call has left behind may wait to be overwritten.
const NOTICEABLE: isize = 1 << 20;

/// The memory of one worker. Objects remember whose they are, since another worker may free them.
#[derive(Debug)]
pub(super) struct Budget {
    used: AtomicIsize,
    limit: isize,
}

impl Budget {
    pub(super) fn new(limit: usize) -> Self {
        Self { used: AtomicIsize::new(0), limit: isize::try_from(limit).unwrap_or(isize::MAX) }
    }

    /// Takes memory before it is allocated.
    pub(super) fn take<M: Memory>(&self, bytes: usize) -> Result<(), Box<Error>> {
        let bytes = isize::try_from(bytes).unwrap_or(isize::MAX / 2);
        if M::add(&self.used, bytes) > self.limit {
            M::add(&self.used, -bytes);
            return Err(Error::exceeded(Exceeded::Memory));
        }
        Ok(())
    }

    /// Would so much still fit? Asked before a result is computed whose size is known.
    pub(super) fn check(&self, bytes: usize) -> Result<(), Box<Error>> {
        let used = self.used.load(Ordering::Relaxed);
        let bytes = isize::try_from(bytes).unwrap_or(isize::MAX / 2);
        if used.saturating_add(bytes) > self.limit {
            return Err(Error::exceeded(Exceeded::Memory));
        }
        Ok(())
    }

    /// Is so much in use that it is worth looking for what can go?
    #[inline(always)]
    pub(super) fn is_noticeable(&self) -> bool {
        self.used.load(Ordering::Relaxed) > NOTICEABLE
    }

    /// Gives memory back.
    pub(super) fn give<M: Memory>(&self, bytes: usize) {
        M::add(&self.used, -isize::try_from(bytes).unwrap_or(isize::MAX / 2));
    }
}
