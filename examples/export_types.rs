//! Prints the TypeScript of every type that crosses the border between Rust and JavaScript.
//! `npm run build` writes it to `www/generated/types.ts`.
#![expect(clippy::print_stdout, reason = "printing is what this program is for")]

use gil_playground::experiment::{plan, report};
use gil_playground::models::{Model, Parts, TaskTime};
use gil_playground::trace;
use ts_rs::{Config, TS};

fn print<T: TS>(config: &Config) {
    println!("{}export {}\n", T::docs().unwrap_or_default(), T::decl(config));
}

macro_rules! print_all {
    ($($type:ty),* $(,)?) => {{
        let config = Config::default();
        $(print::<$type>(&config);)*
    }};
}

fn main() {
    println!("// Generated from the Rust types by examples/export_types.rs. Do not edit.\n");
    print_all!(
        Model,
        plan::Work,
        plan::Size,
        plan::Argument,
        plan::PlanRequest,
        plan::Plan,
        plan::SweepRequest,
        report::Environment,
        report::Build,
        report::ModelInfo,
        report::Substitute,
        report::ProgramInfo,
        report::Published,
        report::Parameter,
        report::ParameterKind,
        report::Diagnostic,
        report::Progress,
        report::Phase,
        report::Report,
        report::ModelResult,
        report::Sample,
        Parts,
        TaskTime,
        report::TaskResult,
        report::Estimate,
        report::Scaling,
        report::Universal,
        report::Sign,
        report::SignKind,
        trace::State,
        trace::TimeUse,
        trace::Lane,
        trace::Merged,
        trace::HandOff,
        trace::Trace,
        report::Mismatch,
        report::Drift,
        report::Sweep,
        report::SweepPoint,
        report::SweepProgress,
        report::Failure,
        report::FailureReason,
        report::Limit,
    );
}
