//! What went wrong in a run → what the caller is told.

use super::report::{Failure, FailureReason, Limit};
use crate::experiment::Model;
use crate::sched::tasks::{Job, RunError, TaskError};
use crate::vm::{Error, Exceeded, Raised};

/// A run that failed.
pub(super) fn of_run(error: RunError, model: Model, workers: u32, job: &Job) -> Failure {
    let RunError { worker, cause, output } = error;
    match cause {
        TaskError::Raised(raised) => {
            let traceback = raised.traceback(&job.module);
            of_raised(&raised, model, workers, worker, traceback, output)
        }
        TaskError::Lost(why) => Failure {
            message: format!("{}: {why}", model.title()),
            reason: FailureReason::Worker { model },
        },
    }
}

/// A result that cannot be shown.
pub(super) fn of_result(error: Error, model: Model, workers: u32, worker: u32) -> Failure {
    let traceback = error.to_string();
    let raised = Raised::from(error);
    of_raised(&raised, model, workers, Some(worker), traceback, String::new())
}

fn of_raised(
    raised: &Raised,
    model: Model,
    workers: u32,
    worker: Option<u32>,
    traceback: String,
    output: String,
) -> Failure {
    let line = raised.frames.last().map(|site| site.line).filter(|line| *line > 0);
    let message = raised.error.to_string();
    let limit = match &raised.error {
        Error::Exception(exception) | Error::Exit { exception, .. } => {
            let exception = exception.kind.clone();
            let reason = FailureReason::Raised {
                model,
                workers,
                worker,
                exception,
                traceback,
                line,
                output,
            };
            return Failure { message, reason };
        }
        Error::Exceeded(Exceeded::Memory | Exceeded::IntSize) => Limit::Memory,
        Error::Exceeded(Exceeded::Output) => Limit::Output,
        Error::Exceeded(Exceeded::Time) => Limit::Time,
        Error::Deadlock => Limit::Deadlock,
        _ => Limit::Unsupported,
    };
    let reason = FailureReason::Stopped { model, workers, worker, limit, traceback, line, output };
    Failure { message, reason }
}
