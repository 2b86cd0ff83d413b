//! From a request to a plan: every choice made, everything checked before anything runs.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use super::inspect::{compile, parameters};
use super::plan::{Argument, Plan, PlanRequest, Size, Work};
use super::programs::{self, Program};
use super::report::{
    Build, Environment, Failure, FailureReason, ModelInfo, Parameter, ParameterKind,
};
use crate::code::Module;
use crate::experiment::Model;

/// Most workers of one run.
pub(super) const MAX_WORKERS: u32 = 64;
/// Most timed runs for each model and number of workers.
pub(super) const MAX_SAMPLES: u32 = 1000;
/// With fewer the intervals of the bootstrap cover more or less than they say.
const DEFAULT_SAMPLES: f64 = 7.0;
/// CPython's default, 5,000 µs.
pub(super) const DEFAULT_SWITCH_INTERVAL_MS: f64 = 5.0;
/// From CPython's least, 1 µs, to far more than anybody waits.
pub(super) const SWITCH_INTERVALS_MS: RangeInclusive<f64> = 0.001..=10_000.0;
pub(super) const DEFAULT_TIME_LIMIT_MS: f64 = 120_000.0;
pub(super) const TIME_LIMITS_MS: RangeInclusive<f64> = 1.0..=3_600_000.0;

/// A plan with its program compiled.
pub struct Resolved {
    /// The plan. Its size is not there yet if it is to be measured.
    pub plan: Plan,
    /// The program.
    pub module: Arc<Module>,
    /// The bundled program that it is or is based on, if it has that one's size parameter.
    pub sized_as: Option<&'static Program>,
    /// The task's parameters after `worker` and `workers`.
    pub parameters: Vec<Parameter>,
}

/// Makes every choice that a request leaves open.
///
/// # Errors
/// If anything in it is unknown, out of range, or cannot run here.
#[optimize(size)]
pub fn resolve(request: &PlanRequest, environment: &Environment) -> Result<Resolved, Failure> {
    let program = match (&request.program, &request.source) {
        (Some(id), None) => Some(programs::find(id).ok_or_else(|| unknown_program(id))?),
        (None, Some(_)) => None,
        _ => return Err(bad("program", "give either `program` or `source`")),
    };
    let base = match (&request.based_on, program) {
        (None, program) => program,
        (Some(id), None) => Some(programs::find(id).ok_or_else(|| unknown_program(id))?),
        (Some(_), Some(_)) => return Err(bad("basedOn", "`basedOn` goes with `source` only")),
    };
    let source = match (program, &request.source) {
        (Some(program), _) => program.source.to_owned(),
        (None, source) => source.clone().unwrap_or_default(),
    };
    let module = Arc::new(compile(&source)?);
    let parameters = parameters(&module)?;
    let sized_as = base.filter(|base| {
        let size = parameters.iter().find(|parameter| parameter.name == base.size_parameter);
        size.is_some_and(|size| matches!(size.default, Some(Argument::Int(_))))
    });
    let is_given = sized_as.is_some_and(|base| request.args.contains_key(base.size_parameter));
    let size = if is_given { Size::Default } else { request.size.unwrap_or_default() };
    if size == Size::Auto && sized_as.is_none() {
        let why = "an automatic size is there for bundled programs and what is based on them only";
        return Err(bad("size", why));
    }
    let default_work = base.map_or(Work::Split, |base| base.work);
    let plan = Plan {
        program: program.map(|program| program.id.to_owned()),
        source,
        args: arguments(request, &parameters, sized_as)?,
        size,
        models: models(request.models.as_deref(), program, environment)?,
        workers: workers(request.workers.as_deref(), environment)?,
        work: request.work.unwrap_or(default_work),
        samples: whole("samples", request.samples.unwrap_or(DEFAULT_SAMPLES), 1..=MAX_SAMPLES)?,
        warmups: request
            .warmups
            .map(|warmups| whole("warmups", warmups, 0..=MAX_SAMPLES))
            .transpose()?,
        trace: request.trace.unwrap_or(true),
        switch_interval_ms: milliseconds(
            "switchIntervalMs",
            request.switch_interval_ms,
            DEFAULT_SWITCH_INTERVAL_MS,
            SWITCH_INTERVALS_MS,
        )?,
        time_limit_ms: milliseconds(
            "timeLimitMs",
            request.time_limit_ms,
            DEFAULT_TIME_LIMIT_MS,
            TIME_LIMITS_MS,
        )?,
    };
    Ok(Resolved { plan, module, sized_as, parameters })
}

/// A value for every parameter, but for the one that is to be measured.
fn arguments(
    request: &PlanRequest,
    parameters: &[Parameter],
    sized_as: Option<&Program>,
) -> Result<BTreeMap<String, Argument>, Failure> {
    let given = &request.args;
    if let Some(name) = given.keys().find(|name| parameters.iter().all(|p| p.name != **name)) {
        let names: Vec<_> = parameters.iter().map(|parameter| parameter.name.as_str()).collect();
        let known = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        return Err(bad("args", &format!("the task has no parameter `{name}` (it has: {known})")));
    }
    let size_parameter = sized_as.map(|base| base.size_parameter);
    if let Some(name) = size_parameter
        && given.get(name).is_some_and(|size| !matches!(size, Argument::Int(1..)))
    {
        return Err(bad("args", &format!("`{name}` must be a whole number of at least 1")));
    }
    let is_endless = |value: &Argument| matches!(value, Argument::Float(f) if !f.is_finite());
    if let Some((name, _)) = given.iter().find(|(_, value)| is_endless(value)) {
        return Err(bad("args", &format!("`{name}` must be a finite number")));
    }
    let mut arguments = BTreeMap::new();
    for Parameter { name, default, kind } in parameters {
        let value = match given.get(name) {
            Some(Argument::Int(whole)) if *kind == Some(ParameterKind::Float) => {
                Argument::Float(as_float(*whole))
            }
            Some(value) => value.clone(),
            None if request.size == Some(Size::Auto) && size_parameter == Some(name) => continue,
            None => default.clone().ok_or_else(|| {
                bad("args", &format!("`{name}` has no default that is a literal: give a value"))
            })?,
        };
        arguments.insert(name.clone(), value);
    }
    Ok(arguments)
}

/// JavaScript's 2.0 comes as a whole number.
#[expect(clippy::cast_precision_loss, reason = "it was a float before it came here")]
fn as_float(whole: i64) -> f64 {
    whole as f64
}

/// The models with what is known of them in this environment.
pub fn model_infos(environment: &Environment) -> Vec<ModelInfo> {
    let infos = Model::KNOWN.into_iter().map(|model| {
        let why_not = why_not(model, environment);
        ModelInfo {
            id: model,
            title: model.title().to_owned(),
            summary: model.summary().to_owned(),
            available: why_not.is_none(),
            why_not,
        }
    });
    infos.collect()
}

/// Do threads run at the same time in this environment?
pub(super) fn has_threads(environment: &Environment) -> Result<(), Failure> {
    let why_not = why_no_threads(environment);
    why_not.map_or(Ok(()), |why| Err(unavailable(Model::Gil, why)))
}

fn why_no_threads(environment: &Environment) -> Option<&'static str> {
    (environment.build == Build::Single).then_some(if environment.isolated {
        "the engine's build with threads could not start here"
    } else {
        "browsers let workers share memory only on cross-origin isolated pages, and this is none"
    })
}

/// Why a model cannot run here, whatever the program; `None` if it can.
fn why_not(model: Model, environment: &Environment) -> Option<String> {
    match model {
        Model::FreeThreaded => why_no_threads(environment).map(str::to_owned),
        Model::Subinterpreters => {
            Some("only CPython runs it so far: its script can be saved below".to_owned())
        }
        Model::Sequential | Model::Gil | Model::Process => None,
    }
}

/// Can this program run under this model here?
fn runs(model: Model, program: Option<&Program>, environment: &Environment) -> Result<(), Failure> {
    let shares = || program.filter(|_| model == Model::Process)?.shares.map(str::to_owned);
    let why_not = why_not(model, environment).or_else(shares);
    why_not.map_or(Ok(()), |why| Err(unavailable(model, &why)))
}

fn unavailable(model: Model, why: &str) -> Failure {
    Failure {
        message: format!("`{}` cannot run here: {why}", model.id()),
        reason: FailureReason::UnavailableModel { model },
    }
}

fn models(
    request: Option<&[String]>,
    program: Option<&Program>,
    environment: &Environment,
) -> Result<Vec<Model>, Failure> {
    let Some(ids) = request else {
        let can_run = |model: &Model| runs(*model, program, environment).is_ok();
        return Ok(Model::ALL.into_iter().filter(can_run).collect());
    };
    let mut asked = Vec::with_capacity(ids.len());
    for id in ids {
        let model = Model::KNOWN.into_iter().find(|model| model.id() == id);
        asked.push(model.ok_or_else(|| Failure {
            message: format!("there is no model `{id}`; there are {}", model_ids()),
            reason: FailureReason::UnknownModel { name: id.clone() },
        })?);
    }
    if asked.is_empty() {
        return Err(bad("models", "give at least one model"));
    }
    asked.iter().try_for_each(|model| runs(*model, program, environment))?;
    // The baseline is always run: without it there is no speedup.
    asked.push(Model::Sequential);
    Ok(Model::ALL.into_iter().filter(|model| asked.contains(model)).collect())
}

fn workers(request: Option<&[f64]>, environment: &Environment) -> Result<Vec<u32>, Failure> {
    let workers: Vec<u32> = match request {
        None => vec![1, environment.cores.clamp(1, MAX_WORKERS)],
        Some(counts) => {
            let counts = counts.iter().map(|count| whole("workers", *count, 1..=MAX_WORKERS));
            counts.collect::<Result<_, _>>()?
        }
    };
    if workers.is_empty() {
        return Err(bad("workers", "give at least one number of workers"));
    }
    // Each once, ascending.
    Ok((1..=MAX_WORKERS).filter(|count| workers.contains(count)).collect())
}

/// A whole number within a range.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be in range"
)]
pub(super) fn whole(field: &str, value: f64, range: RangeInclusive<u32>) -> Result<u32, Failure> {
    let (least, most) = range.into_inner();
    if value.fract() == 0.0 && (f64::from(least)..=f64::from(most)).contains(&value) {
        return Ok(value as u32);
    }
    Err(bad(field, &format!("`{field}`: {value} is not a whole number from {least} to {most}")))
}

pub(super) fn milliseconds(
    field: &str,
    given: Option<f64>,
    default: f64,
    range: RangeInclusive<f64>,
) -> Result<f64, Failure> {
    let value = given.unwrap_or(default);
    if range.contains(&value) {
        return Ok(value);
    }
    let (least, most) = range.into_inner();
    Err(bad(field, &format!("`{field}` is from {least} to {most} milliseconds")))
}

fn model_ids() -> String {
    Model::ALL.map(Model::id).join(", ")
}

fn unknown_program(id: &str) -> Failure {
    let ids: Vec<_> = programs::PROGRAMS.iter().map(|program| program.id).collect();
    Failure {
        message: format!("there is no program `{id}`; there are {}", ids.join(", ")),
        reason: FailureReason::UnknownProgram { name: id.to_owned() },
    }
}

/// Refuses a field of a request.
pub fn bad(field: &str, message: &str) -> Failure {
    Failure {
        message: message.to_owned(),
        reason: FailureReason::BadRequest { field: field.to_owned() },
    }
}
