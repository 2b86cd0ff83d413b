//! The inside of a process: an interpreter of its own with the program, which runs its task.

use std::sync::Arc;
use std::time::Duration;

use super::message::{Outcome, Request, Said};
use crate::code;
use crate::lang::Source;
use crate::sched::gil::Gil;
use crate::sched::process::{Port, from_bytes, to_bytes};
use crate::sched::tasks::RunError;
use crate::sched::tasks::program::{self, Limits, Program};
use crate::trace::{Record, State};
use crate::vm::Data;

/// After so long it is looked whether something has come; what comes is heard at once.
const PATIENCE: Duration = Duration::from_secs(1);

/// The life of a process: it takes in the program and runs its module, as a spawned process of
/// CPython imports the main module anew, and then runs its task.
///
/// # Errors
/// If messages get lost.
pub(in crate::sched) async fn live(port: &impl Port) -> Result<(), String> {
    port.send(to_bytes(&Said::Ready)?)?;
    let request = hear(port).await?;
    let Request { source, arguments, switch_interval, time_limit, trace } = from_bytes(&request)?;
    let module = code::compile(Source::new(source))
        .map_err(|problems| format!("the program does not compile: {problems:?}"))?;
    let loaded = Program::load(&Arc::new(module), 1, Limits { switch_interval, time_limit });
    port.send(to_bytes(&Said::Loaded)?)?;
    hear(port).await?;
    let outcome = match loaded {
        Ok(program) => run(&program, arguments, trace)?,
        Err(error) => Outcome::of_module(error),
    };
    port.send(to_bytes(&Said::Ended(Box::new(outcome)))?)
}

async fn hear(port: &impl Port) -> Result<Vec<u8>, String> {
    loop {
        match port.take() {
            Some(message) => return Ok(message),
            None => port.wait(PATIENCE).await?,
        }
    }
}

fn run(program: &Program<Gil>, arguments: Vec<Data>, trace: bool) -> Result<Outcome, String> {
    let mut called = program.call_here(vec![vec![program::task(0, arguments)]], trace);
    let task = called.done.pop().ok_or("no result")?;
    let record = called.records.and_then(|mut records| records.pop()).map(|mut record: Record| {
        record.ends_with(State::CopyingOut);
        record
    });
    Ok(Outcome {
        result: task.result,
        output: program.output.clone() + &task.output,
        compute: Duration::from_secs_f64(task.end_ms / 1e3),
        heap_bytes: u64::try_from(program.heap_bytes()).unwrap_or(u64::MAX),
        in_module: false,
        record,
    })
}

impl Outcome {
    /// The module has failed.
    fn of_module(RunError { cause, output, .. }: RunError) -> Self {
        Self {
            result: Err(cause),
            output,
            compute: Duration::ZERO,
            heap_bytes: 0,
            in_module: true,
            record: None,
        }
    }
}
