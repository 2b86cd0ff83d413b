//! How long a machine runs, or who runs it rests, before it is looked at whether that is still wanted.

use std::time::Duration;

/// Checks of the breaker between two returns of the eval loop: a fraction of a millisecond.
/// Engines replace baseline code by optimised code when a function is entered again, so one long
/// call would stay slow; and between slices the time limit is looked at.
pub(super) const MOST_CHECKS: u32 = 1 << 16;
/// About what a check costs with what lies between two of them.
const NANOSECONDS_PER_CHECK: u128 = 10;
/// How long who has nothing to do sleeps at most.
pub(super) const LONGEST_REST: Duration = Duration::from_millis(20);

/// So many checks take no longer than about that.
pub(super) fn checks_in(time: Duration) -> u32 {
    let checks = time.as_nanos() / NANOSECONDS_PER_CHECK;
    u32::try_from(checks).unwrap_or(u32::MAX).clamp(1, MOST_CHECKS)
}
