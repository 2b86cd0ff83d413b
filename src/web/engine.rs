//! The engine as JavaScript sees it. It lives in a worker of its own.

use serde::Deserialize;
use wasm_bindgen::prelude::*;
use web_time::Instant;

use super::decode::{check_object, decode, decode_request};
use super::encode::{encode, failure};
use super::system::{JsSystemHost, SystemHost};
use crate::experiment::execute::{self, ExecuteRequest};
use crate::experiment::plan::{PlanRequest, SweepRequest};
use crate::experiment::report::{
    Build, Environment, Execution, OutputPiece, Progress, Report, ScriptProgress, ScriptReport,
    SweepProgress,
};
use crate::experiment::{self, Resolved};

/// Steps of the clock that are looked at.
const TIMER_STEPS: usize = 50;
/// Readings of the clock after which the search ends, should it stand still.
const MAX_READINGS: u32 = 5_000_000;

/// What the page knows of its surroundings and the engine cannot ask.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Surroundings {
    isolated: bool,
    cores: u32,
    user_agent: String,
}

/// Runs experiments.
#[wasm_bindgen]
pub struct Engine {
    environment: Environment,
}

#[wasm_bindgen]
impl Engine {
    /// An engine in these surroundings: `{ isolated, cores, userAgent }`.
    #[wasm_bindgen(constructor)]
    pub fn new(surroundings: JsValue) -> Result<Engine, JsValue> {
        let Surroundings { isolated, cores, user_agent } = decode("environment", surroundings)?;
        let environment = Environment {
            isolated,
            cores,
            timer_step_us: timer_step_us(),
            build: if cfg!(threads) { Build::Threads } else { Build::Single },
            version: env!("CARGO_PKG_VERSION").to_owned(),
            user_agent,
        };
        Ok(Self { environment })
    }

    /// `Environment`
    pub fn environment(&self) -> Result<JsValue, JsValue> {
        encode(&self.environment)
    }

    /// `ModelInfo[]`
    pub fn models(&self) -> Result<JsValue, JsValue> {
        encode(&experiment::model_infos(&self.environment))
    }

    /// `ProgramInfo[]`
    pub fn programs(&self) -> Result<JsValue, JsValue> {
        encode(&experiment::program_infos())
    }

    /// `Inspection` of a source text.
    pub fn inspect(&self, source: &str) -> Result<JsValue, JsValue> {
        encode(&experiment::inspect(source))
    }

    /// `Parameter[]` of a source's task. Throws a `Failure`.
    pub fn parameters(&self, source: &str) -> Result<JsValue, JsValue> {
        let module = experiment::compile(source).map_err(|error| failure(&error))?;
        let parameters = experiment::parameters(&module).map_err(|error| failure(&error))?;
        encode(&parameters)
    }

    /// `Plan`: what a `PlanRequest` comes to, without running it. Throws a `Failure`.
    pub fn plan(&self, request: JsValue) -> Result<JsValue, JsValue> {
        let request: PlanRequest = decode_request(request)?;
        let resolved = experiment::resolve(&request, &self.environment);
        let Resolved { plan, .. } = resolved.map_err(|error| failure(&error))?;
        encode(&plan)
    }

    /// Carries out a `PlanRequest` and gives its `Report`. Rejects with a `Failure`.
    pub async fn run(
        &self,
        request: JsValue,
        system: JsSystemHost,
        on_progress: js_sys::Function,
    ) -> Result<JsValue, JsValue> {
        let request: PlanRequest = decode_request(request)?;
        let mut tell = |progress: Progress| {
            // A listener that throws does not end the experiment.
            if let Ok(progress) = encode(&progress) {
                drop(on_progress.call1(&JsValue::NULL, &progress));
            }
        };
        let host = SystemHost(system);
        let report = experiment::run(&request, &self.environment, &host, &mut tell).await;
        encode(&report.map_err(|error| failure(&error))?)
    }

    /// Runs the script of an `ExecuteRequest` and gives its `Execution`; `on_output` hears of
    /// `OutputPiece[]` while it runs. Rejects with a `Failure`.
    pub async fn execute(
        &self,
        request: JsValue,
        system: JsSystemHost,
        on_output: js_sys::Function,
    ) -> Result<JsValue, JsValue> {
        let request: ExecuteRequest = decode_request(request)?;
        let mut tell = |pieces: Vec<OutputPiece>| {
            if let Ok(pieces) = encode(&pieces) {
                drop(on_output.call1(&JsValue::NULL, &pieces));
            }
        };
        let host = SystemHost(system);
        let execution = execute::execute(&request, &self.environment, &host, &mut tell).await;
        encode(&execution.map_err(|error| failure(&error))?)
    }

    /// Runs the script of an `ExecuteRequest` several times and gives its `ScriptReport`; `on_progress`
    /// hears of a `ScriptProgress` again and again. Rejects with a `Failure`.
    pub async fn sample(
        &self,
        request: JsValue,
        system: JsSystemHost,
        on_progress: js_sys::Function,
    ) -> Result<JsValue, JsValue> {
        let request: ExecuteRequest = decode_request(request)?;
        let mut tell = |progress: &ScriptProgress| {
            if let Ok(progress) = encode(progress) {
                drop(on_progress.call1(&JsValue::NULL, &progress));
            }
        };
        let host = SystemHost(system);
        let report = experiment::sample(&request, &self.environment, &host, &mut tell).await;
        encode(&report.map_err(|error| failure(&error))?)
    }

    /// `ScriptReport`: one of any origin, checked, what follows from its runs reckoned anew. Throws
    /// a `Failure`.
    #[wasm_bindgen(js_name = analyzeScript)]
    pub fn analyze_script(&self, report: JsValue) -> Result<JsValue, JsValue> {
        check_object("report", &report)?;
        let report: ScriptReport = decode("report", report)?;
        encode(&experiment::analyze_script(report).map_err(|error| failure(&error))?)
    }

    /// `Comparison` of an `Execution[]`: of one script, under several Pythons. Throws a `Failure`.
    pub fn compare(&self, executions: JsValue) -> Result<JsValue, JsValue> {
        let executions: Vec<Execution> = decode("executions", executions)?;
        encode(&experiment::compare(&executions))
    }

    /// How long a run of an `ExecuteRequest` may take, in milliseconds. Throws a `Failure`.
    #[wasm_bindgen(js_name = timeLimitMs)]
    pub fn time_limit_ms(&self, request: JsValue) -> Result<f64, JsValue> {
        let request: ExecuteRequest = decode_request(request)?;
        let limit = execute::time_limit(&request).map_err(|error| failure(&error))?;
        Ok(limit.as_secs_f64() * 1e3)
    }

    /// Carries out a `SweepRequest` and gives its `Sweep`. Rejects with a `Failure`.
    pub async fn sweep(
        &self,
        request: JsValue,
        system: JsSystemHost,
        on_progress: js_sys::Function,
    ) -> Result<JsValue, JsValue> {
        let request: SweepRequest = decode_request(request)?;
        let mut tell = |progress: SweepProgress| {
            if let Ok(progress) = encode(&progress) {
                drop(on_progress.call1(&JsValue::NULL, &progress));
            }
        };
        let host = SystemHost(system);
        let sweep = experiment::sweep(&request, &self.environment, &host, &mut tell).await;
        encode(&sweep.map_err(|error| failure(&error))?)
    }

    /// `Report`: one of any origin, checked, its statistics reckoned anew. Throws a `Failure`.
    pub fn analyze(&self, report: JsValue) -> Result<JsValue, JsValue> {
        check_object("report", &report)?;
        let report: Report = decode("report", report)?;
        encode(&experiment::analyze(report).map_err(|error| failure(&error))?)
    }

    /// `Report`: the samples of a second one of the same plan behind those of the first. Throws a
    /// `Failure`.
    pub fn add(&self, before: JsValue, after: JsValue) -> Result<JsValue, JsValue> {
        let (before, after) = (decode("report", before)?, decode("report", after)?);
        encode(&experiment::add(before, after).map_err(|error| failure(&error))?)
    }

    /// The same of two `ScriptReport`s. Throws a `Failure`.
    #[wasm_bindgen(js_name = addScript)]
    pub fn add_script(&self, before: JsValue, after: JsValue) -> Result<JsValue, JsValue> {
        let (before, after) = (decode("report", before)?, decode("report", after)?);
        encode(&experiment::add_script(before, after).map_err(|error| failure(&error))?)
    }

    /// The script that runs the experiment of a `PlanRequest` on CPython, made of its template,
    /// which is loaded only for this. Throws a `Failure`.
    pub fn script(&self, request: JsValue, template: &str) -> Result<String, JsValue> {
        let request: PlanRequest = decode_request(request)?;
        // CPython has threads, whatever this page has.
        let environment = Environment { build: Build::Threads, ..self.environment.clone() };
        let resolved = experiment::resolve(&request, &environment);
        let Resolved { plan, .. } = resolved.map_err(|error| failure(&error))?;
        Ok(experiment::script(&plan, env!("CARGO_PKG_VERSION"), template))
    }
}

/// The smallest step of the clock, in microseconds: browsers coarsen it.
fn timer_step_us() -> f64 {
    let mut smallest = f64::INFINITY;
    let (mut steps, mut before) = (0, Instant::now());
    for _ in 0..MAX_READINGS {
        let now = Instant::now();
        if now > before {
            smallest = smallest.min((now - before).as_secs_f64() * 1e6);
            before = now;
            steps += 1;
        }
        if steps == TIMER_STEPS {
            break;
        }
    }
    smallest
}
