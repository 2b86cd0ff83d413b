//! The page has no use for this instance any more: browsers let a worker that was terminated compute
//! on for seconds.

use std::sync::atomic::{AtomicBool, Ordering};

static STOPPED: AtomicBool = AtomicBool::new(false);

/// Where the page sets it, in the memory that it shares with the workers.
#[cfg(threads)]
pub fn stop_flag() -> *const u8 {
    STOPPED.as_ptr().cast()
}

/// Has it been set?
pub(super) fn is_stopped() -> bool {
    STOPPED.load(Ordering::Relaxed)
}
