//! Things in the order of their times.

/// The places of so many times, from the earliest on; those that are equal stay as they are. Not
/// generic, so that a build has one sort for all.
pub fn order_of(times: &[f64]) -> Vec<usize> {
    let mut order: Vec<_> = (0..times.len()).collect();
    order.sort_unstable_by(|one, other| times[*one].total_cmp(&times[*other]).then(one.cmp(other)));
    order
}

#[cfg(test)]
mod tests {
    use super::order_of;

    #[test]
    fn equal_times_stay_in_order() {
        assert_eq!(order_of(&[3.0, 1.0, 2.0, 1.0]), [1, 3, 2, 0]);
        assert!(order_of(&[]).is_empty());
    }
}
