//! The statistics of samples.

/// Resamples of the bootstrap.
const RESAMPLES: usize = 2000;
/// The same report always shows the same interval.
const SEED: u64 = 0x0061_6c79_676c_6967;

use crate::experiment::report::Estimate;

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

/// The median of `baseline` divided by that of `other`, with the percentile bootstrap's interval.
pub fn ratio(baseline: &[f64], other: &[f64]) -> Estimate {
    bootstrap(&[baseline, other], |medians| medians[0] / medians[1])
}

/// Something that is computed from the medians of several groups of samples, with the 95 % interval
/// of the percentile bootstrap: every group is resampled by itself.
pub fn bootstrap(groups: &[&[f64]], statistic: impl Fn(&[f64]) -> f64) -> Estimate {
    let mut random = fastrand::Rng::with_seed(SEED);
    let mut drawn = Vec::new();
    let mut medians = vec![0.0; groups.len()];
    let mut values: Vec<f64> = Vec::with_capacity(RESAMPLES);
    for _ in 0..RESAMPLES {
        for (median, group) in medians.iter_mut().zip(groups) {
            drawn.clear();
            drawn.extend(group.iter().map(|_| group[random.usize(..group.len())]));
            *median = median_of(&mut drawn);
        }
        values.push(statistic(&medians));
    }
    values.sort_unstable_by(f64::total_cmp);
    let medians: Vec<f64> = groups.iter().map(|group| median(group)).collect();
    Estimate {
        value: statistic(&medians),
        low: values[RESAMPLES / 40],
        high: values[RESAMPLES - 1 - RESAMPLES / 40],
    }
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
pub(crate) fn quantile(sorted: &[f64], at: f64) -> f64 {
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

    /// A standard normal number (Box and Muller).
    fn normal(random: &mut fastrand::Rng) -> f64 {
        let radius = (-2.0 * random.f64().max(1e-300).ln()).sqrt();
        radius * (std::f64::consts::TAU * random.f64()).cos()
    }

    /// Noise as timings have it, with a median of 1: symmetric; with a tail; with strays.
    const NOISES: [fn(&mut fastrand::Rng) -> f64; 3] = [
        |random| (0.03 * normal(random)).exp(),
        |random| 1.0 - 0.05 * (random.f64().max(1e-12).ln() + std::f64::consts::LN_2),
        |random| {
            let stray = match random.u8(..20) {
                0 => 1.4,
                1 => 1.0 / 1.4,
                _ => 1.0,
            };
            stray * (0.02 * normal(random)).exp()
        },
    ];

    #[test]
    fn the_interval_covers_a_known_ratio_in_93_to_97_percent_of_all_experiments() {
        const EXPERIMENTS: u32 = 1000;
        const SAMPLES: usize = 7;
        const RATIO: f64 = 1.8;
        for (kind, noise) in NOISES.iter().enumerate() {
            let mut random = fastrand::Rng::with_seed(7);
            let mut covered = 0;
            for _ in 0..EXPERIMENTS {
                let mut samples = |ms: f64| -> Vec<f64> {
                    (0..SAMPLES).map(|_| ms * noise(&mut random)).collect()
                };
                let (slow, fast) = (samples(90.0 * RATIO), samples(90.0));
                let Estimate { low, high, .. } = ratio(&slow, &fast);
                covered += u32::from(low <= RATIO && RATIO <= high);
            }
            let coverage = f64::from(covered) / f64::from(EXPERIMENTS);
            assert!((0.93..=0.97).contains(&coverage), "noise {kind}: {coverage}");
        }
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
