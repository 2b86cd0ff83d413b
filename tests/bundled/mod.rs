//! The bundled programs with little to do.

use std::collections::BTreeMap;

use gil_playground::experiment::plan::{Argument, PlanRequest};
use gil_playground::experiment::report::ProgramInfo;

/// One of them, run once by each model.
pub(crate) fn small(program: &ProgramInfo) -> PlanRequest {
    let size = match program.id.as_str() {
        "bubble-sort" | "matrix" | "mandelbrot" => 20,
        "fib" => 16,
        "sha256" | "shared-list" => 3,
        "producer-consumer" | "word-count" => 200,
        _ => 20_000,
    };
    PlanRequest {
        program: Some(program.id.clone()),
        args: BTreeMap::from([(program.size_parameter.clone(), Argument::Int(size))]),
        samples: Some(1.0),
        warmups: Some(0.0),
        ..PlanRequest::default()
    }
}
