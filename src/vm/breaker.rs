//! CPython's eval breaker: one word by which others ask a running machine to stop at its next
//! check (`Include/internal/pycore_ceval.h`).

use std::sync::atomic::{AtomicU32, Ordering};

use super::relaxed;

/// The breaker of one machine.
#[derive(Debug, Default)]
pub struct Breaker(AtomicU32);

impl Breaker {
    /// Please drop the GIL (CPython: `_PY_GIL_DROP_REQUEST_BIT`).
    pub const DROP_GIL: u32 = 1 << 31;
    /// The machine itself has to wait for something.
    pub(super) const BLOCK: u32 = 1 << 30;
    /// The machine is to let other threads into its objects (see `heap::home`).
    pub(super) const OPEN_HEAP: u32 = 1 << 29;
    /// The run is over.
    pub const STOP: u32 = 1 << 28;
    /// Any request is a larger number than any count of checks, so that the machine can ask both
    /// whether it is to stop and whether it has run long enough by one comparison.
    pub(super) const MOST_CHECKS: u32 = (1 << 28) - 1;

    /// Asks the machine to stop at its next check.
    pub fn request(&self, bit: u32) {
        self.0.fetch_or(bit, Ordering::Relaxed);
    }

    /// Takes a request back, or confirms that it was seen.
    pub fn clear(&self, bit: u32) {
        self.0.fetch_and(!bit, Ordering::Relaxed);
    }

    /// Is this requested?
    pub fn is_requested(&self, bit: u32) -> bool {
        self.0.load(Ordering::Relaxed) & bit != 0
    }

    /// All requests. Asked at every check: an atomic load would be 6 % of `countdown`.
    #[inline(always)]
    pub(super) fn requests(&self) -> u32 {
        relaxed::load_u32(&self.0)
    }
}
