//! `time.sleep` (`time_sleep` in `Modules/timemodule.c`): how long, and the machine stops there.

use std::time::Duration;

use super::Data;
use super::breaker::Breaker;
use super::error::Error;
use super::machine::{Machine, Wait};
use super::memory::Memory;
use super::value::Value;

type Result<T> = std::result::Result<T, Box<Error>>;

/// CPython counts nanoseconds in 63 bits.
const LONGEST_SECONDS: f64 = 9_223_372_036.0;

impl<M: Memory> Machine<M> {
    /// Notes the wait, and sets the machine's own breaker: the check after the call stops it.
    pub(super) fn sleep(&mut self, arguments: &[Value<M>]) -> Result<Value<M>> {
        let [seconds] = arguments else {
            let given = arguments.len();
            let message = format!("time.sleep() takes exactly one argument ({given} given)");
            return Err(Error::type_error(message));
        };
        let type_name = seconds.type_name();
        let length = length(&Data::of(seconds, &self.interpreter), type_name)?;
        self.wait = Some(Wait::Sleep(length));
        self.breaker.request(Breaker::BLOCK);
        Ok(Value::NONE)
    }
}

fn length(seconds: &Data, type_name: &str) -> Result<Duration> {
    let seconds = match seconds {
        Data::Int(value) => num_traits::ToPrimitive::to_f64(value).unwrap_or(f64::INFINITY),
        Data::Float(value) => *value,
        Data::Bool(value) => f64::from(u8::from(*value)),
        _ => {
            let message = format!("'{type_name}' object cannot be interpreted as an integer");
            return Err(Error::type_error(message));
        }
    };
    if seconds.is_nan() {
        return Err(Error::exception("ValueError", "Invalid value NaN (not a number)".to_owned()));
    }
    if seconds.abs() > LONGEST_SECONDS {
        let message = "timestamp too large to convert to C _PyTime_t".to_owned();
        return Err(Error::exception("OverflowError", message));
    }
    if seconds < 0.0 {
        let message = "sleep length must be non-negative".to_owned();
        return Err(Error::exception("ValueError", message));
    }
    Ok(Duration::from_secs_f64(seconds))
}
