//! How a carrier rests.

use std::time::Duration;

/// Leaves the core to others.
#[cfg(threads)]
pub fn rest(time: Duration) {
    std::thread::sleep(time);
}

/// Tells whether it could rest for so long.
#[cfg(not(threads))]
type Rest = fn(Duration) -> bool;

/// This build's own memory is nothing to wait on: its surroundings may know another way.
#[cfg(not(threads))]
static REST: std::sync::OnceLock<Rest> = std::sync::OnceLock::new();

/// Lets carriers rest like this.
#[cfg(not(threads))]
pub fn rest_by(rest: Rest) {
    REST.get_or_init(|| rest);
}

/// Leaves the core to others if that is possible, or else looks at the clock.
#[cfg(not(threads))]
pub fn rest(time: Duration) {
    if REST.get().is_some_and(|rest| rest(time)) {
        return;
    }
    let begin = web_time::Instant::now();
    while begin.elapsed() < time {
        std::hint::spin_loop();
    }
}
