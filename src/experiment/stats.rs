//! The statistics of samples.

/// Resamples of the bootstrap.
const RESAMPLES: usize = 2000;
/// The same report always shows the same interval.
const SEED: u64 = 0x0061_6c79_676c_6967;

/// A ratio with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// Of the medians.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// The median; zero of nothing.
///
/// ```
/// use gil_playground::experiment::stats::median;
/// assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
/// assert_eq!(median(&[4.0, 1.0]), 2.5);
/// ```
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    median_of(&mut sorted)
}

fn median_of(values: &mut [f64]) -> f64 {
    if values.is_empty() {
        return 0.0;
    }
    values.sort_unstable_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 {
        values[middle]
    } else {
        f64::midpoint(values[middle - 1], values[middle])
    }
}

/// The median of `baseline` divided by that of `other`, with the percentile bootstrap's interval:
/// both sides resampled independently.
pub fn ratio(baseline: &[f64], other: &[f64]) -> Ratio {
    let mut random = fastrand::Rng::with_seed(SEED);
    let mut resample = |values: &[f64]| {
        let mut drawn: Vec<f64> =
            values.iter().map(|_| values[random.usize(..values.len())]).collect();
        median_of(&mut drawn)
    };
    let mut ratios: Vec<f64> =
        (0..RESAMPLES).map(|_| resample(baseline) / resample(other)).collect();
    ratios.sort_unstable_by(f64::total_cmp);
    let value = median(baseline) / median(other);
    Ratio { value, low: ratios[RESAMPLES / 40], high: ratios[RESAMPLES - 1 - RESAMPLES / 40] }
}

/// Which values lie outside Tukey's fences, 1.5 times the interquartile range from the quartiles.
/// Of fewer than four values none does.
pub fn outliers(values: &[f64]) -> Vec<bool> {
    if values.len() < 4 {
        return vec![false; values.len()];
    }
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let (low, high) = (quantile(&sorted, 0.25), quantile(&sorted, 0.75));
    let fence = 1.5 * (high - low);
    values.iter().map(|value| *value < low - fence || *value > high + fence).collect()
}

/// By linear interpolation between the sorted values.
fn quantile(sorted: &[f64], at: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of samples")]
    let place = at * (sorted.len() - 1) as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an index")]
    let index = place as usize;
    let next = (index + 1).min(sorted.len() - 1);
    sorted[index] + (sorted[next] - sorted[index]) * place.fract()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_holds_the_ratio_and_is_the_same_each_time() {
        let (slow, fast) = ([10.0, 10.4, 9.9, 10.1, 12.0], [5.0, 5.1, 5.2, 4.9, 5.0]);
        let first = ratio(&slow, &fast);
        assert!(first.low <= first.value && first.value <= first.high, "{first:?}");
        assert!(first.low > 1.5 && first.high < 2.6, "{first:?}");
        assert_eq!(first, ratio(&slow, &fast));
    }

    #[test]
    fn equal_samples_give_an_interval_around_one() {
        let values = [5.0, 5.5, 4.5, 5.2, 4.9];
        let same = ratio(&values, &values);
        assert!(same.low < 1.0 && same.high > 1.0, "{same:?}");
    }

    #[test]
    fn only_the_stray_value_is_flagged() {
        let flags = outliers(&[10.0, 10.1, 9.9, 10.2, 30.0]);
        assert_eq!(flags, [false, false, false, false, true]);
        assert_eq!(outliers(&[1.0, 100.0]), [false, false]);
    }
}
