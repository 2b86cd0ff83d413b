//! How speedup grows with the number of workers: Amdahl's law and Gunther's Universal Scalability
//! Law, fitted by least squares to the times, where both are linear in their parameters.

use super::{baseline, stats, work_ms};
use crate::experiment::Model;
use crate::experiment::report::{Estimate, ModelResult, Report, Scaling, Universal};

/// Points with more than one worker that the second law needs: one more than it has parameters.
const POINTS_FOR_UNIVERSAL: usize = 3;
/// An interval of the serial part that is wider than this says nothing.
const WIDEST: f64 = 0.3;

/// The scaling of every model but the baseline that was run with several numbers of workers.
pub(super) fn of(report: &Report) -> Vec<Scaling> {
    if report.plan.workers.iter().all(|workers| *workers == 1) || report.plan.workers.len() < 2 {
        return Vec::new();
    }
    let models = report.plan.models.iter().filter(|model| **model != Model::Sequential);
    models.filter_map(|model| of_model(*model, report)).collect()
}

/// A number of workers, and the times before and after.
struct Point {
    workers: u32,
    sequential_ms: Vec<f64>,
    model_ms: Vec<f64>,
}

/// `None` where all that could be fitted is too short.
fn of_model(model: Model, report: &Report) -> Option<Scaling> {
    // More workers than cores cannot run at the same time, whatever the program.
    let is_fitted = |result: &&ModelResult| {
        result.model == model && (2..=report.environment.cores).contains(&result.workers)
    };
    let results: Vec<_> = report.results.iter().filter(is_fitted).collect();
    let points = results.iter().filter(|result| result.speedup.is_some()).filter_map(|result| {
        Some(Point {
            workers: result.workers,
            sequential_ms: work_ms(baseline(&report.results, result.workers)?),
            model_ms: work_ms(result),
        })
    });
    let points: Vec<_> = points.collect();
    if points.is_empty() && !results.is_empty() {
        return None;
    }
    let most = report.plan.workers.last().copied().unwrap_or(1);
    let serial = (!points.is_empty()).then(|| fit(&points, serial_part));
    let universal = (points.len() >= POINTS_FOR_UNIVERSAL).then(|| Universal {
        contention: fit(&points, |ratios| universal_law(ratios).0),
        coherency: fit(&points, |ratios| universal_law(ratios).1),
    });
    let law = |workers: f64| match (universal, serial) {
        (Some(Universal { contention, coherency }), _) => {
            let pairs = workers * (workers - 1.0);
            workers / (1.0 + contention.value * (workers - 1.0) + coherency.value * pairs)
        }
        (None, Some(serial)) => 1.0 / (serial.value + (1.0 - serial.value) / workers),
        (None, None) => 1.0,
    };
    let curve = (1..=most).map(|workers| law(f64::from(workers)));
    Some(Scaling {
        model,
        fitted: points.iter().map(|point| point.workers).collect(),
        serial,
        universal,
        curve: if serial.is_some() { curve.collect() } else { Vec::new() },
        sentence: sentence(model, serial, universal, &points, report),
    })
}

/// Estimates a parameter from (workers, speedup) pairs, with its interval.
fn fit(points: &[Point], parameter: impl Fn(&[(f64, f64)]) -> f64) -> Estimate {
    let groups: Vec<&[f64]> = points
        .iter()
        .flat_map(|point| [point.sequential_ms.as_slice(), point.model_ms.as_slice()])
        .collect();
    stats::bootstrap(&groups, |medians| {
        let pairs = points.iter().zip(medians.chunks(2));
        let speedups: Vec<_> = pairs
            .map(|(point, medians)| (f64::from(point.workers), medians[0] / medians[1]))
            .collect();
        parameter(&speedups)
    })
}

/// Amdahl: 1/S − 1/K = s (1 − 1/K).
fn serial_part(speedups: &[(f64, f64)]) -> f64 {
    let (mut xy, mut xx) = (0.0, 0.0);
    for (workers, speedup) in speedups {
        let x = 1.0 - 1.0 / workers;
        xy += x * (1.0 / speedup - 1.0 / workers);
        xx += x * x;
    }
    xy / xx
}

/// Gunther: 1/S − 1/K = σ (K − 1)/K + κ (K − 1).
fn universal_law(speedups: &[(f64, f64)]) -> (f64, f64) {
    let (mut aa, mut ab, mut bb, mut ay, mut by) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for (workers, speedup) in speedups {
        let (a, b) = (1.0 - 1.0 / workers, workers - 1.0);
        let y = 1.0 / speedup - 1.0 / workers;
        aa += a * a;
        ab += a * b;
        bb += b * b;
        ay += a * y;
        by += b * y;
    }
    let determinant = aa * bb - ab * ab;
    ((ay * bb - by * ab) / determinant, (by * aa - ay * ab) / determinant)
}

fn sentence(
    model: Model,
    serial: Option<Estimate>,
    universal: Option<Universal>,
    points: &[Point],
    report: &Report,
) -> String {
    let title = model.title();
    let Some(Estimate { value, low, high }) = serial else {
        let cores = report.environment.cores;
        return format!(
            "{title}: every number of workers above one is more than the {cores} cores of this \
             device, so no law of scaling is fitted."
        );
    };
    // What lies outside is what the samples are off by.
    let percent = |part: f64| format!("{:.0} %", 100.0 * part.clamp(0.0, 1.0));
    let serial = if high - low > WIDEST {
        format!(
            "{title}: the samples differ too much to tell how much of this run is serial (95 % \
             interval {} to {}).",
            percent(low),
            percent(high)
        )
    } else if low > 0.9 && value > 0.95 {
        format!(
            "{title}: by Amdahl's law all of this run is serial ({}, 95 % interval {} to {}).",
            percent(value),
            percent(low),
            percent(high)
        )
    } else if high <= 0.0 {
        format!("{title}: faster than its number of workers explains, so no part looks serial.")
    } else if low <= 0.0 {
        format!("{title}: no serial part can be told from none (at most {}).", percent(high))
    } else {
        format!(
            "{title}: by Amdahl's law about {} of this run is serial (95 % interval {} to {}).",
            percent(value),
            percent(low),
            percent(high)
        )
    };
    let single = match points {
        [point] => format!(" That is from {} workers alone.", point.workers),
        _ => String::new(),
    };
    let universal = universal.map_or_else(String::new, |Universal { contention, coherency }| {
        format!(
            " By the Universal Scalability Law contention is {} ({} to {}) and coherency {:.2} % \
             ({:.2} to {:.2} %).",
            percent(contention.value),
            percent(contention.low),
            percent(contention.high),
            100.0 * coherency.value,
            100.0 * coherency.low,
            100.0 * coherency.high
        )
    });
    let cores = report.environment.cores;
    let beyond = if report.plan.workers.iter().any(|workers| *workers > cores) {
        format!(" More workers than the {cores} cores are drawn, not fitted.")
    } else {
        String::new()
    };
    serial + &single + &universal + &beyond
}

#[cfg(test)]
mod tests {
    use super::{serial_part, universal_law};

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
    }

    #[test]
    fn amdahls_law_is_found_again() {
        let law = |workers: f64| 1.0 / (0.07 + 0.93 / workers);
        close(serial_part(&[2.0, 4.0, 8.0].map(|workers| (workers, law(workers)))), 0.07);
        close(serial_part(&[(2.0, 2.0)]), 0.0);
        close(serial_part(&[(2.0, 1.0), (4.0, 1.0)]), 1.0);
    }

    #[test]
    fn gunthers_law_is_found_again() {
        let law = |k: f64| k / (1.0 + 0.05 * (k - 1.0) + 0.01 * k * (k - 1.0));
        let (contention, coherency) =
            universal_law(&[2.0, 3.0, 4.0, 8.0].map(|workers| (workers, law(workers))));
        close(contention, 0.05);
        close(coherency, 0.01);
    }
}
