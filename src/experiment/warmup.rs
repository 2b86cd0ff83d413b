//! When is a program warm? WebAssembly engines tier up while it runs.

/// Untimed runs that every model and number of workers has at least: one run cannot be seen to
/// settle.
pub(super) const LEAST: u32 = 2;
/// Most of them: on a device whose speed keeps changing timings never settle.
pub(super) const MOST: u32 = 6;
/// A run that is faster than all before by more than this shows that the engine still improves.
const GAIN: f64 = 0.05;

/// Have timings settled, by these untimed runs?
pub(super) fn has_settled(times_ms: &[f64]) -> bool {
    let Some((last, before)) = times_ms.split_last() else { return false };
    let best = before.iter().copied().fold(f64::INFINITY, f64::min);
    times_ms.len() >= LEAST as usize && *last >= best * (1.0 - GAIN)
}

#[cfg(test)]
mod tests {
    use super::has_settled;

    #[test]
    fn timings_settle_when_they_stop_falling() {
        assert!(!has_settled(&[]));
        assert!(!has_settled(&[100.0]));
        assert!(!has_settled(&[100.0, 60.0]));
        assert!(!has_settled(&[100.0, 60.0, 50.0]));
        assert!(has_settled(&[100.0, 60.0, 58.0]));
        assert!(has_settled(&[100.0, 130.0]), "a slow run is noise, not warming up");
    }
}
