//! `time.sleep`, `time.perf_counter`, `time.monotonic` (`Modules/timemodule.c`).

use std::sync::OnceLock;
use std::time::Duration;

use web_time::Instant;

use crate::vm::breaker::Breaker;
use crate::vm::error::Error;
use crate::vm::float;
use crate::vm::machine::{Machine, Request, Wait};
use crate::vm::memory::Memory;
use crate::vm::native::{Args, Table};
use crate::vm::ops::Number;
use crate::vm::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// CPython counts nanoseconds in 63 bits.
pub(super) const LONGEST_SECONDS: f64 = 9_223_372_036.854;

/// What both clocks count from, as CPython's count from an arbitrary moment.
static START: OnceLock<Instant> = OnceLock::new();

pub(super) fn functions<M: Memory>() -> Table<M> {
    &[("monotonic", clock::<M>), ("perf_counter", clock::<M>), ("sleep", sleep::<M>)]
}

fn clock<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [] = args.exactly("time.perf_counter")?;
    let start = START.get_or_init(Instant::now);
    float::from_f64(machine.heap(), start.elapsed().as_secs_f64())
}

/// Notes the wait, and sets the machine's own breaker: the check after the call stops it.
fn sleep<M: Memory>(machine: &mut Machine<M>, args: &Args<'_, M>) -> Result<Value<M>> {
    let [seconds] = args.exactly("time.sleep")?;
    let seconds = interval(seconds)?;
    if seconds < 0.0 {
        return Err(Error::value_error("sleep length must be non-negative"));
    }
    machine.request = Some(Request::Wait(Wait::Sleep(Duration::from_secs_f64(seconds))));
    machine.breaker.request(Breaker::BLOCK);
    Ok(Value::NONE)
}

/// A number of seconds.
pub(super) fn seconds<M: Memory>(value: &Value<M>) -> Result<f64> {
    match value.number() {
        Some(Number::Int(value)) => Ok(value.to_float().unwrap_or(f64::INFINITY)),
        Some(Number::Float(value)) => Ok(value),
        None => {
            let name = value.type_name();
            Err(Error::type_error(format!("'{name}' object cannot be interpreted as an integer")))
        }
    }
}

/// A number of seconds that can be waited (`_PyTime_FromSecondsObject`).
pub(super) fn interval<M: Memory>(value: &Value<M>) -> Result<f64> {
    let seconds = seconds(value)?;
    if seconds.is_nan() {
        return Err(Error::value_error("Invalid value NaN (not a number)"));
    }
    if seconds.abs() > LONGEST_SECONDS {
        let is_whole = matches!(value.number(), Some(Number::Int(_)));
        return Err(Error::overflow(if is_whole {
            "timestamp too large to convert to C _PyTime_t"
        } else {
            "timestamp out of range for platform time_t"
        }));
    }
    Ok(seconds)
}
