//! The TypeScript of every type that crosses the border between Rust and JavaScript.

use gil_playground::experiment::Model;
use gil_playground::experiment::{execute, plan, report};
use gil_playground::sched::tasks::{Parts, TaskTime};
use gil_playground::trace;
use ts_rs::{Config, TS};

fn declaration<T: TS>(config: &Config) -> String {
    format!("{}export {}\n\n", T::docs().unwrap_or_default(), T::decl(config))
}

macro_rules! declarations {
    ($($type:ty),* $(,)?) => {{
        let config = Config::default();
        [$(declaration::<$type>(&config)),*].concat()
    }};
}

pub(crate) fn types() -> String {
    declarations!(
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
        report::ProgramInfo,
        report::ProgramKind,
        report::Inspection,
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
        trace::Awaited,
        trace::Place,
        trace::Lane,
        trace::Merged,
        trace::HandOff,
        trace::Trace,
        report::Mismatch,
        report::Drift,
        report::Sweep,
        report::SweepPoint,
        report::SweepProgress,
        execute::ExecuteRequest,
        report::ScriptReport,
        report::ScriptPlan,
        report::ScriptResult,
        report::ScriptProgress,
        report::RuntimeName,
        report::Execution,
        report::ExecutionEnd,
        report::ExecutionLane,
        report::ExecutionPlace,
        report::ExecutionProcess,
        report::Comparison,
        report::OutputMatch,
        report::OutputPiece,
        report::OutputStream,
        report::OutputGap,
        report::Failure,
        report::FailureReason,
        report::Limit,
    )
}
