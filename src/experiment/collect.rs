//! Gathers the samples of an experiment while it runs.

use super::analysis::stats;
use super::failure;
use super::plan::Plan;
use super::report::{Failure, Mismatch, ModelResult, Sample, TaskResult};
use crate::experiment::Model;
use crate::sched::tasks::{Parts, Run};
use crate::trace::Trace;

/// Bytes of a task's output that a report keeps.
const MOST_OUTPUT: usize = 4096;

/// The samples so far, by model and number of workers.
pub(super) struct Collected {
    cells: Vec<Cell>,
    samples: u32,
    /// What is shorter is not compared.
    least_ms: f64,
}

/// One model with one number of workers.
struct Cell {
    model: Model,
    workers: u32,
    warmup_ms: Vec<f64>,
    samples: Vec<Sample>,
    /// What the tasks gave in each sample.
    tasks: Vec<Vec<TaskResult>>,
    /// Bytes that objects took at the end of the first sample.
    heap_bytes: Option<f64>,
    /// What the program's summary said of the first sample.
    summary: Option<String>,
    /// The trace of the sample that was nearest to the median when it came, and its order.
    typical: Option<(Trace, u32)>,
}

impl Collected {
    pub(super) fn new(plan: &Plan, least_ms: f64) -> Self {
        let cells = plan.models.iter().flat_map(|model| {
            plan.workers.iter().map(|workers| Cell {
                model: *model,
                workers: *workers,
                warmup_ms: Vec::new(),
                samples: Vec::new(),
                tasks: Vec::new(),
                heap_bytes: None,
                summary: None,
                typical: None,
            })
        });
        Self { cells: cells.collect(), samples: 0, least_ms }
    }

    /// Takes in an untimed run; gives all of them of this model and number of workers.
    pub(super) fn add_warmup(&mut self, model: Model, workers: u32, run: &Run) -> &[f64] {
        let Some(cell) = self.cell_mut(model, workers) else { return &[] };
        cell.warmup_ms.push(run.parts.work_ms());
        &cell.warmup_ms
    }

    /// Takes in a run; gives the sample that was made of it.
    pub(super) fn add(&mut self, model: Model, workers: u32, run: Run) -> Result<Sample, Failure> {
        let order = self.samples;
        self.samples += 1;
        let sample = Sample {
            order,
            parts: run.parts,
            hand_offs: run.hand_offs,
            tasks: run.tasks.iter().map(|task| task.time).collect(),
            outlier: false,
        };
        // What is printed is shown of the first sample only.
        let is_first = self.cell(model, workers).is_none_or(|cell| cell.samples.is_empty());
        let most = if is_first { MOST_OUTPUT } else { 0 };
        let tasks = run.tasks.into_iter().map(|task| {
            let worker = task.time.worker;
            let result = task
                .result
                .repr()
                .map_err(|error| failure::of_result(error, model, workers, worker))?;
            let (output, output_cut) = cut(task.output, most);
            Ok(TaskResult { worker, result, output, output_cut })
        });
        let tasks = tasks.collect::<Result<_, Failure>>()?;
        if let Some(cell) = self.cell_mut(model, workers) {
            cell.samples.push(sample.clone());
            cell.tasks.push(tasks);
            if is_first {
                #[expect(clippy::cast_precision_loss, reason = "at most a few hundred megabytes")]
                let heap_bytes = run.heap_bytes as f64;
                cell.heap_bytes = Some(heap_bytes);
                cell.summary = run.summary;
            }
            cell.keep_if_typical(run.trace, &sample);
        }
        Ok(sample)
    }

    fn cell(&self, model: Model, workers: u32) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.model == model && cell.workers == workers)
    }

    fn cell_mut(&mut self, model: Model, workers: u32) -> Option<&mut Cell> {
        self.cells.iter_mut().find(|cell| cell.model == model && cell.workers == workers)
    }

    /// The speedup so far: by the samples, or by the untimed runs while there are none. `None` while
    /// one of the two is not known, or too short.
    pub(super) fn speedup_so_far(&self, model: Model, workers: u32) -> Option<f64> {
        let (baseline, cell) = (self.cell(Model::Sequential, workers)?, self.cell(model, workers)?);
        let both = [Cell::sample_ms, Cell::warmup_ms].map(|times| (times(baseline), times(cell)));
        let known = both.iter().find(|(one, other)| !one.is_empty() && !other.is_empty());
        let (baseline, times) = known?;
        let is_measured = baseline.iter().chain(times).all(|ms| *ms >= self.least_ms);
        is_measured.then(|| stats::median(baseline) / stats::median(times))
    }

    /// Task results that differ from the baseline's first ones.
    pub(super) fn mismatches(&self) -> Vec<Mismatch> {
        let mut mismatches: Vec<Mismatch> = Vec::new();
        for cell in &self.cells {
            let baseline = self.cell(Model::Sequential, cell.workers);
            let Some(expected) = baseline.and_then(|cell| cell.tasks.first()) else { continue };
            for (found, expected) in cell.tasks.iter().flat_map(|tasks| tasks.iter().zip(expected))
            {
                let mismatch = Mismatch {
                    model: cell.model,
                    workers: cell.workers,
                    worker: found.worker,
                    expected: expected.result.clone(),
                    found: found.result.clone(),
                };
                if found.result != expected.result && !mismatches.contains(&mismatch) {
                    mismatches.push(mismatch);
                }
            }
        }
        mismatches
    }

    /// What was measured, without any statistics yet.
    pub(super) fn into_results(self) -> Vec<ModelResult> {
        self.cells.into_iter().map(Cell::into_result).collect()
    }
}

impl Cell {
    fn sample_ms(&self) -> Vec<f64> {
        self.samples.iter().map(|sample| sample.parts.work_ms()).collect()
    }

    fn warmup_ms(&self) -> Vec<f64> {
        self.warmup_ms.clone()
    }

    /// Keeps one trace only, however many samples there are: all of them would take memory without
    /// bounds.
    fn keep_if_typical(&mut self, trace: Option<Trace>, sample: &Sample) {
        let Some(trace) = trace else { return };
        let median = stats::median(&self.sample_ms());
        let distance = |order: u32| {
            let of = self.samples.iter().find(|sample| sample.order == order);
            of.map_or(f64::INFINITY, |sample| (sample.parts.work_ms() - median).abs())
        };
        let kept = self.typical.as_ref().map_or(f64::INFINITY, |(_, order)| distance(*order));
        if distance(sample.order) <= kept {
            self.typical = Some((trace, sample.order));
        }
    }

    fn into_result(self) -> ModelResult {
        let (trace, traced_sample) = self.typical.unzip();
        ModelResult {
            model: self.model,
            workers: self.workers,
            without_shared_memory: None,
            warmup_ms: self.warmup_ms,
            samples: self.samples,
            median: Parts::default(),
            hand_offs: None,
            speedup: None,
            speedup_with_start_up: None,
            tasks: self.tasks.into_iter().next().unwrap_or_default(),
            heap_bytes: self.heap_bytes,
            summary: self.summary,
            trace,
            traced_sample,
        }
    }
}

/// The start of a text, at most so many bytes of whole characters, and how many are left out.
fn cut(mut text: String, most: usize) -> (String, u32) {
    let whole = text.len();
    text.truncate(text.floor_char_boundary(most));
    text.shrink_to_fit();
    let left_out = u32::try_from(whole - text.len()).unwrap_or(u32::MAX);
    (text, left_out)
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn an_output_is_cut_between_characters() {
        assert_eq!(cut("short".to_owned(), 5), ("short".to_owned(), 0));
        assert_eq!(cut("aé".to_owned(), 2), ("a".to_owned(), 2));
        assert_eq!(cut("long".to_owned(), 0), (String::new(), 4));
    }
}
