//! What the embedded page says of the engine before it loads it: the programs, and with each build
//! the models and the usual plan.

use gil_playground::experiment::plan::PlanRequest;
use gil_playground::experiment::report::{Build, Environment};
use gil_playground::experiment::{model_infos, program_infos, programs, resolve};
use serde_json::{Value, json};

pub(crate) fn catalogue() -> Value {
    json!({
        "programs": program_infos(),
        "single": offered(Build::Single),
        "threads": offered(Build::Threads),
    })
}

fn offered(build: Build) -> Value {
    let environment = Environment {
        isolated: build == Build::Threads,
        cores: 2,
        timer_step_us: 1.0,
        build,
        version: String::new(),
        user_agent: String::new(),
    };
    let request = PlanRequest {
        program: programs::PROGRAMS.first().map(|program| program.id.to_owned()),
        ..PlanRequest::default()
    };
    let usual = resolve(&request, &environment).map(|resolved| resolved.plan).ok();
    json!({ "models": model_infos(&environment), "usual": usual })
}
