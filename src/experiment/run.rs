//! Runs a plan: sizing, warm-up, interleaved samples, the baseline once more, the report.

use std::sync::Arc;
use std::time::Duration;

use web_time::{Instant, SystemTime, UNIX_EPOCH};

use super::analysis;
use super::collect::Collected;
use super::failure;
use super::length::least_ms;
use super::plan::{Argument, Plan, PlanRequest, Size, Work};
use super::report::{Build, Drift, Environment, Failure, Phase, Progress, Report, Sample};
use super::resolve::{Resolved, resolve};
use super::sizing::Sizing;
use super::warmup;
use crate::experiment::Model;
use crate::sched::tasks::{Job, Run};
use crate::sched::{Host, carriers};
use crate::vm::Data;

/// Version of the report's format.
pub(super) const FORMAT: u32 = 3;
/// Devices become faster, too.
const SIZE_MARGIN: f64 = 2.0;

/// Runs an experiment. `progress` hears of every run as it ends.
///
/// # Errors
/// If the request cannot be carried out here, or the program fails under one of the models.
pub async fn run(
    request: &PlanRequest,
    environment: &Environment,
    host: &impl Host,
    progress: &mut dyn FnMut(Progress),
) -> Result<Report, Failure> {
    let started = Instant::now();
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let resolved = resolve(request, environment)?;
    let mut experiment = Experiment { resolved, environment, host, progress, done: 0, total: 0 };
    experiment.count_runs();
    experiment.size().await?;
    let mut collected = Collected::new(&experiment.resolved.plan, least_ms(environment));
    experiment.warm_up(&mut collected).await?;
    experiment.sample(&mut collected).await?;
    let drift = experiment.drift().await?;
    let mut report = Report {
        format: FORMAT,
        started_at: since_epoch.as_secs_f64() * 1e3,
        duration_ms: started.elapsed().as_secs_f64() * 1e3,
        environment: environment.clone(),
        mismatches: collected.mismatches(),
        results: collected.into_results(),
        plan: experiment.resolved.plan,
        drift,
        clear: false,
        disturbed: false,
        scaling: Vec::new(),
        signs: Vec::new(),
        narrative: String::new(),
    };
    analysis::complete(&mut report);
    Ok(report)
}

struct Experiment<'a, H> {
    resolved: Resolved,
    environment: &'a Environment,
    host: &'a H,
    progress: &'a mut dyn FnMut(Progress),
    /// Runs done.
    done: u32,
    /// Runs planned.
    total: u32,
}

impl<H: Host> Experiment<'_, H> {
    fn plan(&self) -> &Plan {
        &self.resolved.plan
    }

    fn count_runs(&mut self) {
        let plan = self.plan();
        let pairs = u32::try_from(plan.models.len() * plan.workers.len()).unwrap_or(u32::MAX);
        let warmups = plan.warmups.unwrap_or(warmup::LEAST);
        self.total = pairs * (warmups + plan.samples) + 1;
    }

    /// Every model with every number of workers. The order turns from round to round, so that no
    /// model always comes after the same other one.
    fn round(&self, turn: u32) -> Vec<(Model, u32)> {
        let plan = self.plan();
        let mut pairs: Vec<_> = plan
            .workers
            .iter()
            .flat_map(|workers| plan.models.iter().map(move |model| (*model, *workers)))
            .collect();
        let by = turn as usize % pairs.len();
        pairs.rotate_left(by);
        pairs
    }

    /// What a whole job must take so that each part of it can be measured.
    fn least_size_ms(&self) -> f64 {
        let most = self.plan().workers.last().copied().unwrap_or(1);
        let parts = match self.plan().work {
            Work::Split => most.min(self.environment.cores),
            Work::Repeat => 1,
        };
        SIZE_MARGIN * least_ms(self.environment) * f64::from(parts)
    }

    async fn size(&mut self) -> Result<(), Failure> {
        let Some(base) = self.resolved.sized_as else { return Ok(()) };
        let name = base.size_parameter;
        if self.plan().size != Size::Auto {
            return Ok(());
        }
        let mut sizing = Sizing::new(base.growth, self.least_size_ms());
        let set = |this: &mut Self, size: i64| {
            this.resolved.plan.args.insert(name.to_owned(), Argument::Int(size));
        };
        while !sizing.is_done() {
            set(self, sizing.size());
            self.total += 1;
            let run = self.run(Model::Sequential, 1).await?;
            self.tell(Phase::Sizing, Model::Sequential, 1, None, None);
            sizing.measured(run.parts.work_ms());
        }
        set(self, sizing.size());
        Ok(())
    }

    /// As many rounds as the plan says, or until the timings of all have settled.
    async fn warm_up(&mut self, collected: &mut Collected) -> Result<(), Failure> {
        let wanted = self.plan().warmups;
        let mut open = self.round(0);
        for turn in 0..wanted.unwrap_or(warmup::MOST) {
            if turn >= warmup::LEAST && wanted.is_none() {
                self.total += u32::try_from(open.len()).unwrap_or(u32::MAX);
            }
            for (model, workers) in std::mem::take(&mut open) {
                let run = self.run(model, workers).await?;
                let times = collected.add_warmup(model, workers, &run);
                if wanted.is_some() || !warmup::has_settled(times) {
                    open.push((model, workers));
                }
                let speedup = collected.speedup_so_far(model, workers);
                self.tell(Phase::Warmup, model, workers, None, speedup);
            }
            if open.is_empty() {
                break;
            }
        }
        Ok(())
    }

    async fn sample(&mut self, collected: &mut Collected) -> Result<(), Failure> {
        for turn in 0..self.plan().samples {
            for (model, workers) in self.round(turn) {
                let run = self.run(model, workers).await?;
                let sample = collected.add(model, workers, run)?;
                let speedup = collected.speedup_so_far(model, workers);
                self.tell(Phase::Sample, model, workers, Some(sample), speedup);
            }
        }
        Ok(())
    }

    /// Only the end is measured here; what it means is for the analysis.
    async fn drift(&mut self) -> Result<Drift, Failure> {
        let workers = self.plan().workers[0];
        let run = self.run(Model::Sequential, workers).await?;
        self.tell(Phase::Drift, Model::Sequential, workers, None, None);
        Ok(Drift { during_ms: 0.0, end_ms: run.parts.work_ms(), ratio: 1.0 })
    }

    /// One run of one model.
    async fn run(&mut self, model: Model, workers: u32) -> Result<Run, Failure> {
        let job = self.job(workers);
        let run = model
            .run(&job, self.host)
            .await
            .map_err(|error| failure::of_run(error, model, workers, &job))?;
        self.done += 1;
        Ok(run)
    }

    fn job(&self, workers: u32) -> Job {
        let plan = self.plan();
        let tasks = (0..workers).map(|worker| {
            let (worker, workers) = match plan.work {
                Work::Split => (worker, workers),
                Work::Repeat => (0, 1),
            };
            let own = [Data::Int(worker.into()), Data::Int(workers.into())];
            let parameters = &self.resolved.parameters;
            let values = parameters.iter().filter_map(|parameter| plan.args.get(&parameter.name));
            own.into_iter().chain(values.map(data)).collect()
        });
        Job {
            module: Arc::clone(&self.resolved.module),
            tasks: tasks.collect(),
            carriers: carriers(self.environment),
            switch_interval: Duration::from_secs_f64(plan.switch_interval_ms / 1e3),
            time_limit: Duration::from_secs_f64(plan.time_limit_ms / 1e3),
            trace: plan.trace,
        }
    }

    fn tell(
        &mut self,
        phase: Phase,
        model: Model,
        workers: u32,
        sample: Option<Sample>,
        speedup: Option<f64>,
    ) {
        let (done, total) = (self.done, self.total);
        (self.progress)(Progress { phase, done, total, model, workers, sample, speedup });
    }
}

/// How many threads run at the same time there.
pub(super) fn carriers(environment: &Environment) -> usize {
    if environment.build == Build::Single { 1 } else { carriers::available() }
}

fn data(argument: &Argument) -> Data {
    match argument {
        Argument::Bool(value) => Data::Bool(*value),
        Argument::Int(value) => Data::Int((*value).into()),
        Argument::Float(value) => Data::Float(*value),
        Argument::Str(text) => Data::Str(text.clone()),
    }
}
