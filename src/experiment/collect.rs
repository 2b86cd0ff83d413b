//! Gathers the samples of an experiment and turns them into its results.

use super::failure;
use super::plan::Plan;
use super::report::{Failure, Mismatch, ModelResult, Sample, Speedup, TaskResult};
use super::stats;
use crate::models::{Model, Parts, Run};

/// The samples so far, by model and number of workers.
pub(super) struct Collected {
    cells: Vec<Cell>,
    samples: u32,
}

/// One model with one number of workers.
struct Cell {
    model: Model,
    workers: u32,
    samples: Vec<Sample>,
    /// What the tasks gave in each sample.
    tasks: Vec<Vec<TaskResult>>,
}

impl Collected {
    pub(super) fn new(plan: &Plan) -> Self {
        let cells = plan.models.iter().flat_map(|model| {
            plan.workers.iter().map(|workers| Cell {
                model: *model,
                workers: *workers,
                samples: Vec::new(),
                tasks: Vec::new(),
            })
        });
        Self { cells: cells.collect(), samples: 0 }
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
        let tasks = run.tasks.into_iter().map(|task| {
            let worker = task.time.worker;
            let result = task
                .result
                .repr()
                .map_err(|error| failure::of_result(error, model, workers, worker))?;
            Ok(TaskResult { worker, result, output: task.output })
        });
        let tasks = tasks.collect::<Result<_, Failure>>()?;
        if let Some(cell) = self.cell_mut(model, workers) {
            cell.samples.push(sample.clone());
            cell.tasks.push(tasks);
        }
        Ok(sample)
    }

    fn cell(&self, model: Model, workers: u32) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.model == model && cell.workers == workers)
    }

    fn cell_mut(&mut self, model: Model, workers: u32) -> Option<&mut Cell> {
        self.cells.iter_mut().find(|cell| cell.model == model && cell.workers == workers)
    }

    /// Times of a model's samples without their start-up.
    pub(super) fn work_ms(&self, model: Model, workers: u32) -> Vec<f64> {
        self.cell(model, workers).map(|cell| cell.times(Parts::work_ms)).unwrap_or_default()
    }

    /// The speedup by the samples so far.
    pub(super) fn speedup_so_far(&self, model: Model, workers: u32) -> Option<f64> {
        let baseline = self.work_ms(Model::Sequential, workers);
        let times = self.work_ms(model, workers);
        let both = !baseline.is_empty() && !times.is_empty() && model != Model::Sequential;
        both.then(|| stats::median(&baseline) / stats::median(&times))
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

    pub(super) fn results(&self) -> Vec<ModelResult> {
        self.cells.iter().map(|cell| self.result(cell)).collect()
    }

    fn result(&self, cell: &Cell) -> ModelResult {
        let baseline = self.cell(Model::Sequential, cell.workers);
        let speedup = |time: fn(&Parts) -> f64| {
            let baseline = baseline.filter(|_| cell.model != Model::Sequential)?.times(time);
            let stats::Ratio { value, low, high } = stats::ratio(&baseline, &cell.times(time));
            Some(Speedup { value, low, high })
        };
        let mut samples = cell.samples.clone();
        let outliers = stats::outliers(&cell.times(Parts::work_ms));
        for (sample, outlier) in samples.iter_mut().zip(outliers) {
            sample.outlier = outlier;
        }
        let hand_offs: Vec<f64> =
            samples.iter().filter_map(|sample| sample.hand_offs.map(f64::from)).collect();
        ModelResult {
            model: cell.model,
            workers: cell.workers,
            samples,
            median: cell.median_parts(),
            hand_offs: (!hand_offs.is_empty()).then(|| stats::median(&hand_offs)),
            speedup: speedup(Parts::work_ms),
            speedup_with_start_up: speedup(|parts| parts.total_ms),
            tasks: cell.tasks.first().cloned().unwrap_or_default(),
            trace: None,
            traced_sample: None,
            warmup_ms: Vec::new(),
        }
    }
}

impl Cell {
    fn times(&self, time: impl Fn(&Parts) -> f64) -> Vec<f64> {
        self.samples.iter().map(|sample| time(&sample.parts)).collect()
    }

    fn median_parts(&self) -> Parts {
        let median = |part: fn(&Parts) -> f64| stats::median(&self.times(part));
        Parts {
            start_up_ms: median(|parts| parts.start_up_ms),
            copy_in_ms: median(|parts| parts.copy_in_ms),
            compute_ms: median(|parts| parts.compute_ms),
            copy_out_ms: median(|parts| parts.copy_out_ms),
            join_ms: median(|parts| parts.join_ms),
            total_ms: median(|parts| parts.total_ms),
        }
    }
}
